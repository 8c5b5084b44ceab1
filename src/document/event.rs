//! Reads an event: which fields it has, and what it cannot do without.
//!
//! What it has several of goes into the lists of the [`Batch`]; `checks` says whether it refers to anything.

use super::dates::Dates;
use super::diagnostic::Diagnostics;
use super::entry::Entry;
use super::model::{LinkKind, Stance};
use super::place::Place;
use super::raw::{Batch, Name, RawEvent, RawExcerpt, RawLink};
use super::read::id;
use super::schema::{EVENT, EXCERPT, LINK};
use super::syntax::Node;
use crate::messages::message;

/// Reads an entry of the events into the batch.
pub(super) fn read_event<'t>(
    text: &'t str,
    node: &Node,
    batch: &mut Batch,
    dates: &mut Dates<'t>,
    diagnostics: &mut Diagnostics,
) {
    let entry = Entry::open(text, node, &EVENT, diagnostics);
    if let Some(mut entry) = entry {
        event(batch, dates, &mut entry);
    }
}

/// Reads an event into the batch.
fn event<'t>(batch: &mut Batch, dates: &mut Dates<'t>, entry: &mut Entry<'_, 't>) {
    let id = id(entry);
    if !entry.has("when") {
        entry.missing("when", "\"1971-08-15\"");
    }
    let when = entry.shared_when("when", dates);
    let title = entry.text("title");
    if !entry.has("title") {
        entry.missing("title", "\"…\"");
    }
    let title_ja = entry.text("title_ja").map(|text| text.value);
    let title_kana = entry.text("title_kana");
    let category = entry.text("category");
    let actors = references(entry, "actors", &mut batch.names);
    let significance = significance(entry);
    let summary = entry.text("summary").map(|text| text.value);
    let excerpts = excerpts(entry, &mut batch.excerpts);
    let sources = references(entry, "sources", &mut batch.names);
    let links = links(entry, &mut batch.links);
    match (id, when) {
        (Some(id), Some(when)) => batch.events.push(RawEvent {
            id,
            when,
            title,
            title_ja,
            title_kana,
            category,
            actors,
            significance,
            summary,
            excerpts,
            sources,
            links,
            place: entry.range().into(),
        }),
        (Some(id), None) => batch.unread.push(id),
        (None, _) => {}
    }
}

fn significance(entry: &mut Entry<'_, '_>) -> u8 {
    const USUAL: u8 = 3;
    let expected = const { &message!("checks-a-significance") };
    let written = entry.counting("significance", expected, (5, "significance"));
    written.map_or(USUAL, |written| u8::try_from(written).unwrap_or(USUAL))
}

fn excerpts(entry: &mut Entry<'_, '_>, all: &mut Vec<RawExcerpt>) -> Place {
    let start = all.len();
    entry.entries("excerpts", &EXCERPT, |entry| {
        all.extend(excerpt(entry));
    });
    Place::from(start..all.len())
}

fn excerpt(entry: &mut Entry<'_, '_>) -> Option<RawExcerpt> {
    let source = entry.text("source");
    let quote = entry.text("quote");
    if !entry.has("source") {
        entry.missing("source", message!("checks-source-id"));
    }
    if !entry.has("quote") {
        entry.missing("quote", "\"…\"");
    }
    let paragraph = entry.plain("paragraph", const { &message!("checks-a-paragraph") });
    let stance = entry.plain::<Stance>("stance", const { &message!("checks-a-stance") });
    let stance = stance.map(|stance| stance.value).unwrap_or_default();
    Some(RawExcerpt {
        source: source?,
        paragraph,
        quote: quote?,
        stance,
    })
}

fn links(entry: &mut Entry<'_, '_>, all: &mut Vec<RawLink>) -> Place {
    let start = all.len();
    entry.entries("links", &LINK, |entry| all.extend(link(entry)));
    Place::from(start..all.len())
}

fn link(entry: &mut Entry<'_, '_>) -> Option<RawLink> {
    let to = entry.text("to");
    if !entry.has("to") {
        entry.missing("to", message!("checks-event-id"));
    }
    let kind = entry.plain::<LinkKind>("kind", const { &message!("checks-a-link-kind") });
    let kind = kind.map_or(LinkKind::SeeAlso, |kind| kind.value);
    Some(RawLink { to: to?, kind })
}

fn references(entry: &mut Entry<'_, '_>, field: &str, all: &mut Vec<Name>) -> Place {
    let start = all.len();
    entry.texts(field, |name| all.push(name));
    Place::from(start..all.len())
}
