//! Collects remarks, a bounded number of each kind, and finds the bytes that each speaks of.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::document::{Diagnostic, Document, Event, Kind, Node, Timeline};
use crate::messages::{Message, message};

/// Remarks of a kind that are listed; of more it is said how many there are.
const LISTED: usize = 20;

/// What has been found so far.
pub(super) struct Remarks<'a> {
    pub(super) document: &'a Document,
    /// By the name of the kind.
    found: BTreeMap<&'static str, Found>,
}

#[derive(Default)]
struct Found {
    listed: Vec<Diagnostic>,
    more: usize,
}

impl<'a> Remarks<'a> {
    pub(super) fn new(document: &'a Document) -> Self {
        Self {
            document,
            found: BTreeMap::new(),
        }
    }

    pub(super) fn timeline(&self) -> &'a Timeline {
        &self.document.timeline
    }

    /// Takes one more; beyond the limit it is only counted, and not put together.
    pub(super) fn add(
        &mut self,
        code: &'static str,
        build: impl FnOnce(&'a Document) -> (Range<usize>, Message, Option<Message>),
    ) {
        let found = self.found.entry(code).or_default();
        if found.listed.len() >= LISTED {
            found.more = found.more.saturating_add(1);
            return;
        }
        let (range, message, hint) = build(self.document);
        found
            .listed
            .push(Diagnostic::warning(code, range, message).hint(hint));
    }

    /// Takes all that another has, as if it had come after what is here.
    pub(super) fn append(&mut self, other: Self) {
        for (code, theirs) in other.found {
            let ours = self.found.entry(code).or_default();
            let room = LISTED.saturating_sub(ours.listed.len());
            let beyond = theirs.listed.len().saturating_sub(room);
            ours.listed.extend(theirs.listed.into_iter().take(room));
            ours.more = ours.more.saturating_add(theirs.more).saturating_add(beyond);
        }
    }

    /// All in the order of the text; the last of a kind says how many more there are.
    pub(super) fn finish(self) -> Vec<Diagnostic> {
        let of_kind = |mut found: Found| {
            if let (Some(last), 1..) = (found.listed.last_mut(), found.more) {
                let more = found.more.to_string();
                last.hints
                    .push(message!("checks-more-like-this", count = more));
            }
            found.listed
        };
        let mut all: Vec<_> = self.found.into_values().flat_map(of_kind).collect();
        all.sort_by_key(|remark| remark.range.start);
        all
    }
}

/// The bytes of a field's value in an event, or else where the event begins.
pub(super) fn field(document: &Document, event: &Event, name: &str) -> Range<usize> {
    document.field_in(event.range.range(), name)
}

/// The bytes of the entry in one of an event's lists whose field says this, or else of the list.
pub(super) fn entry(
    document: &Document,
    event: &Event,
    list: &str,
    (name, says): (&str, &str),
) -> Range<usize> {
    let text = &document.text;
    document.place_in(event.range.range(), |node| {
        let list = node.field(text, list)?;
        let Kind::List(entries) = &list.kind else {
            return Some(list);
        };
        let is_it = |entry: &&Node| {
            let value = entry.field(text, name);
            let written = value.and_then(|value| text.get(value.range.clone()));
            written.is_some_and(|written| written.trim_matches('"') == says)
        };
        entries.iter().find(is_it).or(Some(list))
    })
}
