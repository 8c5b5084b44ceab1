//! What there is to say of the words of an excerpt: that they are too many, or not those of the article.

use std::collections::BTreeMap;

use egui::Ui;

use crate::document::{Address, List, Misquoted, QUOTE_WORDS, Way, misquoted};

use crate::messages::{Lang, message, say};

use super::form::Field;
use super::{Pen, line};

/// What was found of each quotation, until one of what it was found from changes.
pub(super) type Memory = BTreeMap<Address, (Compared, Option<Misquoted>)>;

/// What a quotation is compared with.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Compared {
    source: Option<usize>,
    paragraph: Option<u32>,
    quote: String,
    document: u64,
}

/// Says what is wrong with a quotation.
pub(super) fn ui(pen: &mut Pen<'_>, ui: &mut Ui, field: Field<'_>, quote: &str) {
    let count = quote.split_whitespace().count();
    if count > QUOTE_WORDS {
        let said = say!(
            pen.show.lang,
            "editor-too-long",
            count = count,
            most = QUOTE_WORDS
        );
        line::why(pen, ui, &said);
    }
    let said = |pen: &Pen<'_>, name: &'static str| {
        let node = pen.within(field.parent, &[Way::Field(name)]);
        node.map(|node| pen.said(node))
    };
    let id = said(pen, "source").unwrap_or_default();
    let paragraph = said(pen, "paragraph").and_then(|number| number.parse().ok());
    let timeline = pen.show.workspace.timeline();
    let compared = Compared {
        source: timeline.index_of(List::Sources, &id),
        paragraph,
        quote: quote.to_owned(),
        document: pen.show.workspace.revision(),
    };
    let known = pen.memory.quotes.get(field.at);
    let known = known.filter(|(known, _)| *known == compared);
    let found = match known {
        Some((_, found)) => found.clone(),
        None => {
            let found = find(pen, &compared);
            let known = (compared, found.clone());
            pen.memory.quotes.insert(field.at.clone(), known);
            found
        }
    };
    if let Some(found) = found {
        line::why(pen, ui, &astray(pen.show.lang, &found, paragraph));
    }
}

fn find(pen: &Pen<'_>, compared: &Compared) -> Option<Misquoted> {
    let article = pen.show.workspace.article_text(compared.source?)?;
    misquoted(article.as_ref().ok()?, compared.paragraph, &compared.quote)
}

fn astray(lang: Lang, found: &Misquoted, said: Option<u32>) -> String {
    let place = match said {
        Some(number) => message!("editor-not-in-paragraph", number = number.to_string()),
        None => message!("editor-not-in-article"),
    };
    match found {
        Misquoted {
            elsewhere: Some(number),
            ..
        } => say!(
            lang,
            "editor-quote-elsewhere",
            place = place,
            number = number.to_string()
        ),
        Misquoted {
            like: Some(like), ..
        } => say!(lang, "editor-quote-like", place = place, like = like),
        _ => place.text(lang),
    }
}
