//! What there is to say of the words of an excerpt: that they are too many, or not those of the article.

use std::collections::BTreeMap;

use egui::Ui;

use crate::document::{Address, List, Misquoted, QUOTE_WORDS, Way, misquoted};

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
        let said = format!("{count} words; an excerpt has {QUOTE_WORDS} at most.");
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
        line::why(pen, ui, &astray(&found, paragraph));
    }
}

fn find(pen: &Pen<'_>, compared: &Compared) -> Option<Misquoted> {
    let article = pen.show.workspace.article_text(compared.source?)?;
    misquoted(article.as_ref().ok()?, compared.paragraph, &compared.quote)
}

fn astray(found: &Misquoted, said: Option<u32>) -> String {
    let place = said.map_or_else(
        || "Not in the article.".to_owned(),
        |number| format!("Not in paragraph {number} of the article."),
    );
    match found {
        Misquoted {
            elsewhere: Some(number),
            ..
        } => format!("{place} It is in paragraph {number}."),
        Misquoted {
            like: Some(like), ..
        } => format!("{place} Did you mean “{like}”?"),
        _ => place,
    }
}
