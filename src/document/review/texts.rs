//! Whether quotations stand in the texts that they are taken from, where those are at hand.

use crate::document::diagnostic::shown;
use crate::document::{Event, Excerpt, paragraphs};

use super::Articles;
use super::remarks::{Remarks, entry};

/// Reports the quotations of an event that are not verbatim.
pub(super) fn event(event: &Event, articles: &Articles, remarks: &mut Remarks<'_>) {
    for excerpt in &event.excerpts {
        let Some(Ok(text)) = articles.get(&excerpt.source) else {
            continue;
        };
        let Some((found, hint)) = astray(excerpt, text) else {
            continue;
        };
        remarks.add("not-verbatim", |document| {
            let range = entry(document, event, "excerpts", ("quote", &excerpt.quote));
            let source = document.timeline.sources.get(excerpt.source);
            let source = source.map_or("", |source| &*source.id);
            let message = format!(
                "expected words of `{source}` but {} {found}",
                shown(&excerpt.quote)
            );
            (range, message, Some(hint))
        });
    }
}

/// What is wrong with where a quotation is said to stand, and what to do.
fn astray(excerpt: &Excerpt, text: &str) -> Option<(String, String)> {
    let quote = spaced(&excerpt.quote);
    let mut holding = (1_u32..)
        .zip(paragraphs(text))
        .filter(|(_, paragraph)| spaced(paragraph).contains(&quote))
        .map(|(number, _)| number);
    let first = holding.next();
    match (excerpt.paragraph, first) {
        (_, None) => Some((
            "do not stand in its text".to_owned(),
            "copy the words from the text, to the letter".to_owned(),
        )),
        (Some(said), Some(first)) if said != first && !holding.any(|number| number == said) => {
            Some((
                format!("stand in paragraph {first}, not {said}"),
                format!("write paragraph: {first}"),
            ))
        }
        _ => None,
    }
}

/// With one space wherever there is white space: a text may break its lines anywhere.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Reports texts that could not be read.
pub(super) fn sources(articles: &Articles, remarks: &mut Remarks<'_>) {
    for (&index, article) in articles {
        let (Err(why), Some(source)) = (article, remarks.timeline().sources.get(index)) else {
            continue;
        };
        remarks.add("unread-text", |document| {
            let message = format!("the text of `{}` cannot be read: {why}", source.id);
            (document.source_field(source, "text"), message, None)
        });
    }
}
