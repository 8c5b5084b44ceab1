//! Whether quotations stand in the texts that they are taken from, where those are at hand.

use std::collections::BTreeMap;

use crate::document::diagnostic::shown;
use crate::document::{Event, paragraphs};
use crate::messages::{Message, message};

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
                let elsewhere = elsewhere(&quote, excerpt.paragraph, paragraphs);
                let (message, hint) = astray(source, &excerpt.quote, elsewhere);
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

/// The paragraph that a quotation is said to be from, and the one where it does stand.
fn elsewhere(quote: &str, said: Option<u32>, paragraphs: &[String]) -> Option<(u32, u32)> {
    let mut numbered = (1_u32..).zip(paragraphs);
    let (found, _) = numbered.find(|(_, paragraph)| paragraph.contains(quote))?;
    Some((said?, found))
}

/// What is wrong with where a quotation is said to stand, and what to do.
fn astray(source: &str, quote: &str, elsewhere: Option<(u32, u32)>) -> (Message, Message) {
    let quote = shown(quote);
    let Some((said, found)) = elsewhere else {
        return (
            message!("checks-not-verbatim", source = source, quote = quote),
            message!("checks-not-verbatim-hint"),
        );
    };
    let (said, found) = (said.to_string(), found.to_string());
    let message = message!(
        "checks-other-paragraph",
        source = source,
        quote = quote,
        found = &found,
        said = said,
    );
    let hint = message!("checks-other-paragraph-hint", found = found);
    (message, hint)
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
            let message = message!("checks-unread-text", source = &*source.id, why = why);
            (document.source_field(source, "text"), message, None)
        });
    }
}
