//! Edits that bring the events of a document to what a table says.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::{
    Address, Document, Edit, Event, List, TextPatch, Timeline, UNCATEGORISED, Value, nearest,
};
use crate::exchange::ImportError;
use crate::exchange::draft::{DraftEvent, Writer};
use crate::exchange::losses::{Losses, Name};
use crate::messages::message;

use super::columns::Mapping;
use super::read::{Dated, Told, told, undated, with_plain_summary};

/// The edits that bring the events of a document, found by their ids, to what a table says; together they are one edit
/// ([`Edit::All`]). A row without an id is that of the event with its title and date.
pub(in crate::exchange) fn update(
    document: &Document,
    text: &str,
    mapping: &Mapping,
    losses: &mut Losses,
) -> Result<Vec<Edit>, ImportError> {
    let timeline = &document.timeline;
    let rows = told(text, mapping, false, losses)?;
    let (known, new) = sorted(timeline, rows, losses);
    let mut writer = Writer::onto(timeline, losses);
    let ids = writer.ids(&new);
    let mut edits = Vec::new();
    for (index, told) in known {
        if let Some(event) = timeline.events.get(index) {
            edits.extend(row_edits(document, event, told, &mut writer));
        }
    }
    let events = new
        .iter()
        .zip(&ids)
        .map(|(event, id)| writer.event(event, id));
    let events: Vec<_> = events.collect();
    let lists = writer.made().into_iter().chain([(List::Events, events)]);
    for (list, values) in lists {
        edits.extend(values.into_iter().map(|value| Edit::Add(list, None, value)));
    }
    Ok(edits)
}

/// The rows of events that are there, by their places, and those of new ones.
fn sorted(
    timeline: &Timeline,
    rows: Vec<Told>,
    losses: &mut Losses,
) -> (Vec<(usize, Told)>, Vec<DraftEvent>) {
    let by_title: BTreeMap<(&str, &str), usize> = if rows.iter().all(|told| told.event.id.is_some())
    {
        BTreeMap::new()
    } else {
        let events = timeline.events.iter().enumerate();
        events
            .map(|(index, event)| ((event.title.trim(), event.when.text()), index))
            .collect()
    };
    let (mut known, mut new) = (Vec::new(), Vec::new());
    let mut seen = BTreeSet::new();
    let mut strays = 0_usize;
    for mut told in rows {
        let index = match (&told.event.id, &told.dated) {
            (Some(id), _) => timeline.event_index(id),
            (None, Dated::Edtf(when)) => by_title.get(&(told.event.title.trim(), &**when)).copied(),
            (None, _) => None,
        };
        let own = index
            .map(|index| index.to_string())
            .or_else(|| told.event.id.clone().map(|id| format!("new {id}")));
        if own.is_some_and(|own| !seen.insert(own)) {
            losses.add(message!("losses-second-row"), told.called);
            continue;
        }
        match (index, &told.dated) {
            (Some(index), _) => known.push((index, told)),
            (None, _) if told.event.title.is_empty() => {
                strays = strays.saturating_add(1);
                untitled(timeline, &told, strays <= HINTED, losses);
            }
            (None, Dated::Edtf(when)) => {
                told.event.when.clone_from(when);
                with_plain_summary(&mut told.event, losses);
                new.push(told.event);
            }
            (None, dated) => undated(dated, &told.called, losses),
        }
    }
    (known, new)
}

/// Rows whose ids are looked for among all others, at most.
const HINTED: usize = 10;

/// Says that a row is of no event that is there and makes none: most likely its id is misspelt.
fn untitled(timeline: &Timeline, told: &Told, is_hinted: bool, losses: &mut Losses) {
    let id = told.event.id.as_deref().filter(|_| is_hinted);
    let ids = timeline.events.iter().map(|event| event.id.as_str());
    let near = id.and_then(|id| nearest(id, ids));
    let called = told.called.clone();
    let called = match near {
        Some(near) => message!("losses-did-you-mean", of = called, near = near).into(),
        None => called,
    };
    losses.add(message!("losses-row-untitled"), called);
}

/// The edits of one row.
fn row_edits(document: &Document, event: &Event, told: Told, writer: &mut Writer<'_>) -> Vec<Edit> {
    let id = event.id.to_string();
    let address = Address::event(&*id);
    let Told {
        called,
        dated,
        event: mut draft,
        cleared,
    } = told;
    draft.when = match dated {
        Dated::Edtf(edtf) => edtf,
        Dated::Not => event.when.text().to_owned(),
        Dated::Unread(found) => {
            let found = message!("losses-of-found", of = called.clone(), found = found);
            writer.losses.add(message!("losses-date-as-it-was"), found);
            event.when.text().to_owned()
        }
    };
    if draft.title.is_empty() {
        draft.title = event.title.to_string();
    }
    // What stands there already is not looked at twice.
    if lined(&draft.summary) == lined(&event.summary) {
        draft.summary.clear();
    } else {
        with_plain_summary(&mut draft, writer.losses);
    }
    let Value::Entry(fields) = writer.event(&draft, &id) else {
        return Vec::new();
    };
    let differing = fields.into_iter().filter(|(name, value)| {
        *name != "id"
            && current(&document.timeline, event, name)
                .is_none_or(|current| !is_same(&current, value))
    });
    let mut edits: Vec<_> = differing
        .map(|(name, value)| Edit::Set(address.field(name), value))
        .collect();
    for name in cleared {
        let field = address.field(name);
        if field.def().is_none_or(|def| def.needed) {
            writer
                .losses
                .add(message!("losses-needed", field = name), called.clone());
        } else if document.value(&field).is_some() {
            edits.push(Edit::Clear(field));
        }
    }
    together(document, &address, edits, &called, writer.losses)
}

/// The value that a field has now.
fn current(timeline: &Timeline, event: &Event, name: &str) -> Option<Value> {
    let text = |words: &str| Some(Value::Text(words.to_owned()));
    let ids = |list: List, places: Vec<usize>| {
        let ids = places
            .into_iter()
            .filter_map(|place| timeline.id_of(list, place));
        Some(Value::List(ids.map(Value::from).collect()))
    };
    match name {
        "when" => text(event.when.text()),
        "title" => text(&event.title),
        "title_ja" => text(event.title_ja.as_deref()?),
        "category" => text(
            timeline
                .id_of(List::Categories, event.category)
                .filter(|id| *id != UNCATEGORISED)?,
        ),
        "actors" => ids(List::Actors, event.actors.iter().collect()),
        "significance" => Some(Value::Word(event.significance.to_string())),
        "summary" => text(&event.summary),
        "sources" => ids(List::Sources, event.sources.iter().collect()),
        "links" => {
            let links = event.links.iter().filter_map(|link| {
                let to = timeline.id_of(List::Events, link.to)?;
                let kind = Value::Word(format!("{:?}", link.kind));
                Some(Value::Entry(vec![("to", to.into()), ("kind", kind)]))
            });
            Some(Value::List(links.collect()))
        }
        _ => None,
    }
}

/// Whether two values say the same; blanks at the ends and the form of line ends aside.
fn is_same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Text(one), Value::Text(other)) => lined(one) == lined(other),
        _ => one == other,
    }
}

fn lined(text: &str) -> String {
    text.trim().replace("\r\n", "\n")
}

/// The edits of one event as they can be made at once. Where two would want the same place, such as the comma behind the
/// last field, they are made one after the other in a copy of the entry, and the entry is what comes of it.
fn together(
    document: &Document,
    address: &Address,
    edits: Vec<Edit>,
    called: &Name,
    losses: &mut Losses,
) -> Vec<Edit> {
    if edits.len() < 2 {
        return edits;
    }
    let entry = document.entry(address.list, &address.key);
    let Some((range, written)) =
        entry.and_then(|range| Some((range.clone(), document.text.get(range)?)))
    else {
        return edits;
    };
    let (head, foot) = ("Timeline(\n    events: [\n        ", ",\n    ],\n)\n");
    let copy = Document::parse("", format!("{head}{written}{foot}"));
    let all = Edit::All(edits.clone()).make(&copy);
    // What the entry refers to is not in the copy, so that only its form can be judged there.
    if all.is_ok_and(|made| !Document::parse("", made.text).is_torn) {
        return edits;
    }
    let mut document = copy;
    for edit in &edits {
        match edit.make(&document) {
            Ok(made) => document = Document::parse("", made.text),
            Err(error) => {
                let what = message!("losses-unwritten", error = error.to_string());
                losses.add(what, called.clone());
            }
        }
    }
    let made = document
        .text
        .strip_prefix(head)
        .and_then(|text| text.strip_suffix(foot));
    made.map(|made| vec![Edit::Text(TextPatch::new(range, made))])
        .unwrap_or_default()
}
