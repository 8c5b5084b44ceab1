//! Whether an entry does what the rest of its file does.

use std::collections::BTreeSet;

use crate::document::{Event, Timeline};
use crate::messages::message;
use crate::time::Span;

use super::remarks::{Remarks, field};
use super::{is_blank, is_japanese};

/// Words of a summary, as a card has room for and a reader wants to know.
const SUMMARY: std::ops::RangeInclusive<usize> = 15..=80;
/// From so many events on it is asked whether the significance tells them apart.
const MANY: usize = 20;
/// Part of the events that may have the highest significance: one in so many.
const TOP: usize = 5;
/// Part of the events that may lie outside all eras before that is no longer odd: one in so many.
const OUTSIDE: usize = 20;

/// What a file does with most of its entries.
pub(super) struct Habits {
    translates: bool,
    cites: bool,
    /// From the first era to the last, where there are eras and nearly all events lie within.
    span: Option<Span>,
}

impl Habits {
    pub(super) fn of(timeline: &Timeline) -> Self {
        let events = &timeline.events;
        Self {
            translates: events.iter().any(|event| event.title_ja.is_some()),
            cites: !timeline.sources.is_empty(),
            span: span(timeline),
        }
    }

    /// Reports what an event lacks.
    pub(super) fn event(&self, event: &Event, remarks: &mut Remarks<'_>) {
        if self.translates && event.title_ja.as_deref().is_none_or(is_blank) {
            remarks.add("no-japanese-title", |document| {
                let message = message!("checks-no-japanese-title", event = &*event.id);
                let hint = message!("checks-no-japanese-title-hint");
                (field(document, event, "title"), message, Some(hint))
            });
        }
        if self.cites && event.sources.is_empty() && event.excerpts.is_empty() {
            remarks.add("no-source", |document| {
                let message = message!("checks-no-source", event = &*event.id);
                let hint = message!("checks-no-source-hint");
                (field(document, event, "id"), message, Some(hint))
            });
        }
        let words = words(&event.summary);
        if words > 0 && !SUMMARY.contains(&words) {
            remarks.add("summary-length", |document| {
                let message = message!(
                    "checks-summary-length",
                    least = SUMMARY.start().to_string(),
                    most = SUMMARY.end().to_string(),
                    count = words.to_string(),
                );
                (field(document, event, "summary"), message, None)
            });
        }
        let is_outside = |span: Span| !event.when.extent().overlaps(span);
        if self.span.is_some_and(is_outside) {
            remarks.add("outside-eras", |document| {
                let message = message!("checks-outside-eras", date = event.when.text());
                let hint = message!("checks-outside-eras-hint");
                (field(document, event, "when"), message, Some(hint))
            });
        }
    }

    /// Reports what is odd about the file as a whole.
    pub(super) fn whole(&self, remarks: &mut Remarks<'_>) {
        unused_sources(remarks);
        let events = &remarks.timeline().events;
        let top = events.iter().filter(|event| event.significance >= 5);
        let count = top.clone().count();
        if let (Some(first), true) = (top.clone().next(), events.len() >= MANY)
            && count > events.len() / TOP
        {
            remarks.add("significance", |document| {
                let message = message!(
                    "checks-many-turning-points",
                    count = count.to_string(),
                    all = events.len().to_string(),
                );
                let hint = message!("checks-many-turning-points-hint");
                (field(document, first, "significance"), message, Some(hint))
            });
        }
    }
}

fn span(timeline: &Timeline) -> Option<Span> {
    let eras = timeline.eras.iter().map(|era| era.when.extent());
    let span = eras.reduce(Span::union)?;
    let outside = timeline
        .events
        .iter()
        .filter(|event| !event.when.extent().overlaps(span));
    (outside.count() <= timeline.events.len() / OUTSIDE).then_some(span)
}

fn unused_sources(remarks: &mut Remarks<'_>) {
    let timeline = remarks.timeline();
    let mut used: BTreeSet<usize> = BTreeSet::new();
    for event in &timeline.events {
        used.extend(event.sources.iter());
        used.extend(event.excerpts.iter().map(|excerpt| excerpt.source));
    }
    let said = timeline
        .series
        .iter()
        .filter_map(|series| series.source.as_deref());
    let of_series: BTreeSet<&str> = said.flat_map(ids_in).collect();
    for (index, source) in timeline.sources.iter().enumerate() {
        if used.contains(&index) || of_series.contains(&*source.id) {
            continue;
        }
        remarks.add("unused-source", |document| {
            let message = message!("checks-unused-source", source = &*source.id);
            let hint = message!("checks-unused-source-hint");
            (document.source_field(source, "id"), message, Some(hint))
        });
    }
}

/// What may be the id of a source in the words that say where figures are from, which may be an id and nothing else.
fn ids_in(said: &str) -> impl Iterator<Item = &str> {
    let words = said.split(|letter: char| letter.is_whitespace() || ",;:.()".contains(letter));
    std::iter::once(said).chain(words)
}

/// Words of a text; of Japanese, which puts no spaces between them, one for every two characters.
fn words(text: &str) -> usize {
    if text.is_ascii() {
        return text.split_ascii_whitespace().count();
    }
    let wide = text.chars().filter(|&letter| is_japanese(letter));
    match wide.count() {
        0 => text.split_whitespace().count(),
        wide => wide / 2,
    }
}
