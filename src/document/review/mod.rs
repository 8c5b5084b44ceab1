//! What a careful editor asks of a timeline that reads without an error: does a cause come before its effect, is a
//! quotation verbatim, was that day a Sunday, who says so?
//!
//! A remark is a warning: the file loads whole. A file is held to what it does elsewhere (one without a Japanese title
//! anywhere lacks none), so that a plain file is not told off for being plain. Invariants: the same document gives the
//! same remarks in the order of its text, bounded in number; the time is linear in the text.
//!
//! [`order`] compares dates, [`lessons`] steps of stories with what they show, [`texts`] quotations with their articles,
//! [`weekdays`] days of the week with their dates, [`habits`] an entry with the rest of its file,
//! [`languages`] names without their Japanese where others have it.

mod habits;
mod languages;
mod lessons;
mod order;
mod remarks;
#[cfg(test)]
mod tests;
mod texts;
mod weekdays;

use crate::messages::Message;
use std::collections::BTreeMap;

use rayon::prelude::{IndexedParallelIterator as _, ParallelIterator, ParallelSlice};

use super::{Diagnostic, Document, Event};
use remarks::Remarks;
use texts::Texts;
pub use texts::{Misquoted, misquoted};

/// Events that one thread looks at before it looks for more.
const CHUNK: usize = 4096;

/// The texts of articles by the index of their source, or why one could not be read.
pub type Articles = BTreeMap<usize, Result<String, Message>>;

/// All remarks on a document, in the order of its text.
pub fn review(document: &Document, articles: &Articles) -> Vec<Diagnostic> {
    let timeline = &document.timeline;
    let habits = habits::Habits::of(timeline);
    let chunks = timeline.events.par_chunks(CHUNK).with_max_len(1);
    let texts = Texts::of(articles);
    let searched = Texts::budget(timeline.events.len().div_ceil(CHUNK));
    let of_chunk = |events: &[Event]| {
        let (mut remarks, mut budget) = (Remarks::new(document), searched);
        for event in events {
            order::event(event, &mut remarks);
            weekdays::event(event, &mut remarks);
            habits.event(event, &mut remarks);
            texts.event(event, &mut budget, &mut remarks);
        }
        remarks
    };
    let parts: Vec<Remarks<'_>> = chunks.map(of_chunk).collect();
    let mut remarks = Remarks::new(document);
    for part in parts {
        remarks.append(part);
    }
    texts::sources(articles, &mut remarks);
    lessons::stories(&mut remarks);
    habits.whole(&mut remarks);
    languages::names(&mut remarks);
    remarks.finish()
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// Whether a letter is one of Japanese.
fn is_japanese(letter: char) -> bool {
    ('\u{3040}'..='\u{9FFF}').contains(&letter)
}
