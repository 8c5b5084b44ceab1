//! Whether quotations stand in the texts that they are taken from, where those are at hand.

use std::collections::BTreeMap;

use crate::document::diagnostic::shown;
use crate::document::{Event, paragraphs};
use crate::messages::Message;

use super::Articles;
use super::remarks::{Remarks, entry};

/// Bytes that are searched for quotations in all, so that a file of millions of them is judged in a second or two.
const SEARCHED: usize = 2 << 30;

/// The paragraphs of each article that is at hand, by the index of its source.
pub(super) struct Texts {
    paragraphs: BTreeMap<usize, Vec<String>>,
}

impl Texts {
    pub(super) fn of(articles: &Articles) -> Self {
        let read = |(&index, article): (&usize, &Result<String, Message>)| {
            let text = article.as_ref().ok()?;
            Some((index, paragraphs(text).map(spaced).collect()))
        };
        Self {
            paragraphs: articles.iter().filter_map(read).collect(),
        }
    }

    /// What each of so many parts of the file may search.
    pub(super) fn budget(parts: usize) -> usize {
        SEARCHED / parts.max(1)
    }

    /// Reports the quotations of an event that are not verbatim. Past the budget nothing is compared.
    pub(super) fn event(&self, event: &Event, budget: &mut usize, remarks: &mut Remarks<'_>) {
        for excerpt in &event.excerpts {
            let Some(paragraphs) = self.paragraphs.get(&excerpt.source) else {
                continue;
            };
            let quote = spaced(&excerpt.quote);
            if *budget == 0 || stands(&quote, excerpt.paragraph, paragraphs, budget) {
                continue;
            }
            remarks.add("not-verbatim", |document| {
                let range = entry(document, event, "excerpts", ("quote", &excerpt.quote));
                let source = document.timeline.sources.get(excerpt.source);
                let source = source.map_or("", |source| &*source.id);
                let (found, hint) = astray(&quote, excerpt.paragraph, paragraphs);
                let quote = shown(&excerpt.quote);
                let message = format!("expected words of `{source}` but {quote} {found}");
                (range, message, Some(hint))
            });
        }
    }
}

/// Whether a quotation stands where it is said to, or anywhere if that is not said.
fn stands(quote: &str, said: Option<u32>, paragraphs: &[String], budget: &mut usize) -> bool {
    let said = said.map(|number| (number as usize).saturating_sub(1));
    let searched = match said {
        Some(at) => paragraphs.get(at..).and_then(|rest| rest.get(..1)),
        None => Some(paragraphs),
    };
    searched.unwrap_or_default().iter().any(|paragraph| {
        *budget = budget.saturating_sub(paragraph.len());
        paragraph.contains(quote)
    })
}

/// What is wrong with where a quotation is said to stand, and what to do.
fn astray(quote: &str, said: Option<u32>, paragraphs: &[String]) -> (String, String) {
    let found = (1_u32..)
        .zip(paragraphs)
        .find(|(_, paragraph)| paragraph.contains(quote));
    match (said, found) {
        (Some(said), Some((found, _))) => (
            format!("stand in paragraph {found}, not {said}"),
            format!("write paragraph: {found}"),
        ),
        _ => (
            "do not stand in its text".to_owned(),
            "copy the words from the text, to the letter".to_owned(),
        ),
    }
}

/// A quotation that is not in the paragraph that it is said to be from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misquoted {
    /// The paragraph where it does stand.
    pub elsewhere: Option<u32>,
    /// Words of the paragraph that are much like it.
    pub like: Option<String>,
}

/// Whether a quotation stands in an article where it is said to; what is wrong when it does not.
pub fn misquoted(article: &str, paragraph: Option<u32>, quote: &str) -> Option<Misquoted> {
    let paragraphs: Vec<String> = paragraphs(article).map(spaced).collect();
    let (quote, mut budget) = (spaced(quote), usize::MAX);
    if quote.is_empty() || stands(&quote, paragraph, &paragraphs, &mut budget) {
        return None;
    }
    let found = (1_u32..)
        .zip(&paragraphs)
        .find(|(_, paragraph)| paragraph.contains(&quote));
    let said = paragraph.and_then(|number| (number as usize).checked_sub(1));
    let searched = said.and_then(|at| paragraphs.get(at));
    Some(Misquoted {
        elsewhere: found.map(|(number, _)| number),
        like: searched.and_then(|paragraph| like(&quote, paragraph)),
    })
}

/// A longer paragraph, in words, is not searched for what is like a quotation.
const COMPARED: usize = 2000;
/// A longer quotation, in bytes, is not compared with anything.
const QUOTED: usize = 400;

/// The words of a paragraph that most resemble a quotation, when they do so enough to be worth saying.
fn like(quote: &str, paragraph: &str) -> Option<String> {
    let words: Vec<&str> = paragraph.split(' ').take(COMPARED).collect();
    let length = quote.split(' ').count();
    if quote.len() > QUOTED || length > words.len() {
        return None;
    }
    let limit = quote.chars().count() / 3;
    let passages = words.windows(length).map(|passage| passage.join(" "));
    let near = passages.map(|passage| (strsim::damerau_levenshtein(quote, &passage), passage));
    let near = near.filter(|(distance, _)| *distance <= limit);
    let (_, passage) = near.min_by_key(|(distance, _)| *distance)?;
    let ends = |letter: char| !letter.is_alphanumeric();
    Some(passage.trim_end_matches(ends).to_owned())
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
            let message = format!(
                "the text of `{}` cannot be read: {}",
                source.id,
                why.text(crate::messages::Lang::En)
            );
            (document.source_field(source, "text"), message, None)
        });
    }
}
