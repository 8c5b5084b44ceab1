//! Several events at once: what they have in common, changed in one step.

use egui::Ui;

use crate::document::{Address, Document, Edit, Event, Id, Kind, List, Value};
use crate::messages::{Message, message, say};
use crate::state;
use crate::ui::widgets;

use super::check::{Checked, reference};
use super::line::{self, Line};
use super::{Pen, Spot, choices, foot, head};

/// Shows the form.
pub(super) fn ui(pen: &mut Pen<'_>, ui: &mut Ui, ids: &[Id]) {
    let timeline = pen.show.workspace.timeline();
    let events = ids.iter().filter_map(|id| timeline.event(id));
    // What cannot be read now is not written to.
    let events: Vec<&Event> = events.filter(|event| !event.is_kept).collect();
    let lang = pen.show.lang;
    let what = message!("words-events", count = events.len());
    head(pen, ui, &say!(lang, "editor-edit", what = what));
    ui.columns(2, |columns| {
        if let [left, right] = columns {
            left.label(widgets::muted(pen.show, say!(lang, "editor-category")));
            category(pen, left, &events);
            right.label(widgets::muted(pen.show, say!(lang, "editor-significance")));
            significance(pen, right, &events);
        }
    });
    ui.add_space(6.0);
    ui.label(widgets::muted(pen.show, say!(lang, "editor-actors")));
    actors(pen, ui, &events);
    ui.add_space(10.0);
    foot::save(pen, ui);
}

/// What all of several have in common.
fn common<T: PartialEq>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next()?;
    all.all(|one| one == first).then_some(first)
}

/// Sets a field of all events.
fn set(pen: &mut Pen<'_>, events: &[&Event], name: &'static str, value: &Value) {
    let at = |event: &&Event| Address::event(event.id.as_str()).field(name);
    let edits = events
        .iter()
        .map(|event| Edit::Set(at(event), value.clone()));
    let of = message!("words-events", count = events.len());
    let place = message!("editing-place", field = state::field_name(name), of = of);
    let called = message!("editing-change", what = place);
    pen.wish(Edit::All(edits.collect()), called);
}

fn category(pen: &mut Pen<'_>, ui: &mut Ui, events: &[&Event]) {
    let shared = common(events.iter().map(|event| event.category));
    let name = say!(pen.show.lang, "editor-category");
    let several = say!(pen.show.lang, "editor-several-categories");
    if let Some(id) = choices::categories(pen, ui, (&name, &several), shared) {
        set(pen, events, "category", &Value::Text(id));
    }
}

fn significance(pen: &mut Pen<'_>, ui: &mut Ui, events: &[&Event]) {
    let shared = common(events.iter().map(|event| event.significance));
    let name = say!(pen.show.lang, "editor-significance");
    if let Some(level) = choices::dots(pen, ui, &name, shared) {
        set(pen, events, "significance", &Value::Word(level.to_string()));
    }
}

fn actors(pen: &mut Pen<'_>, ui: &mut Ui, events: &[&Event]) {
    let timeline = pen.show.workspace.timeline();
    let mut all: Vec<usize> = events
        .iter()
        .flat_map(|event| event.actors.iter())
        .collect();
    all.sort_unstable();
    all.dedup();
    let mut gone = None;
    choices::pill_rows(ui, |ui| {
        for index in all {
            let Some(id) = timeline.id_of(List::Actors, index) else {
                continue;
            };
            if choices::pill(pen, ui, List::Actors, id).clicked() {
                gone = Some(index);
            }
        }
    });
    if let Some(index) = gone {
        take_away(pen, events, index);
    }
    add(pen, ui, events);
}

/// The field that adds an actor to all events.
fn add(pen: &mut Pen<'_>, ui: &mut Ui, events: &[&Event]) {
    let timeline = pen.show.workspace.timeline();
    let show = pen.show;
    let check = |text: &str| -> Checked {
        let id = text.trim();
        if id.is_empty() {
            return Ok(None);
        }
        let id = reference(show, List::Actors, id)?;
        let document = show.workspace.document();
        let edits: Vec<_> = events
            .iter()
            .filter_map(|event| with(document, event, id))
            .collect();
        Ok((!edits.is_empty()).then_some(Edit::All(edits)))
    };
    let name = say!(show.lang, "editor-add-actor-to-all");
    let line = Line::adding(Spot::All, &name, List::Actors);
    let before = pen.actions.len();
    let taken = line::ui(pen, ui, &line, &check);
    if let Some(id) = taken {
        let index = timeline.index_of(List::Actors, id.trim());
        let actor = index.and_then(|index| timeline.called(List::Actors, index));
        let actor = actor.unwrap_or_else(|| List::Actors.group().called_one());
        let to = message!("words-events", count = events.len());
        let name = message!("editor-add-to-events", what = actor, events = to);
        rename(pen, before, &name);
    }
}

/// Gives what has just been asked for a name of its own.
fn rename(pen: &mut Pen<'_>, from: usize, name: &Message) {
    for action in pen.actions.iter_mut().skip(from) {
        if let state::Action::Write(state::WriteAction::Edit(wish)) = action {
            wish.name = Some(name.clone());
        }
    }
}

/// The ids in the actors of an event, as they stand in the text.
fn written(document: &Document, event: &Event) -> Option<Vec<String>> {
    let at = Address::event(event.id.as_str()).field("actors");
    match document.value(&at)?.kind {
        Kind::List(items) => Some(items.iter().map(|item| document.said(item)).collect()),
        _ => None,
    }
}

/// The edit that adds an actor to an event.
fn with(document: &Document, event: &Event, id: &str) -> Option<Edit> {
    let at = Address::event(event.id.as_str()).field("actors");
    let value = Value::from(id);
    match written(document, event) {
        Some(known) if known.iter().any(|known| known == id) => None,
        Some(known) => Some(Edit::Insert(at, known.len(), value)),
        None => Some(Edit::Set(at, Value::List(vec![value]))),
    }
}

fn take_away(pen: &mut Pen<'_>, events: &[&Event], actor: usize) {
    let (show, timeline) = (pen.show, pen.show.workspace.timeline());
    let Some(id) = timeline.id_of(List::Actors, actor) else {
        return;
    };
    let without = |event: &&Event| {
        let at = Address::event(event.id.as_str()).field("actors");
        let known = written(show.workspace.document(), event)?;
        let place = known.iter().position(|known| known == id)?;
        Some(Edit::Clear(if known.len() == 1 {
            at
        } else {
            at.item(place)
        }))
    };
    let edits: Vec<_> = events.iter().filter_map(without).collect();
    let actor = timeline.called(List::Actors, actor);
    let actor = actor.unwrap_or_else(|| List::Actors.group().called_one());
    let from = message!("words-events", count = edits.len());
    let name = message!("editor-take-from-events", what = actor, events = from);
    pen.wish(Edit::All(edits), name);
}
