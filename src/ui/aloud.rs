//! What is said aloud for those who do not see it: an event with its place among its neighbours, and, as it happens, what
//! was selected, what the filter leaves and what has been done (WAI-ARIA 1.2, § 6.6, live regions).

use egui::Ui;
use egui::accesskit::{Live, Role};

use crate::document::Id;
use crate::messages::{Message, say};
use crate::scene::titled;

use super::Show;

/// What was said last, and of what.
#[derive(Default)]
pub(super) struct Memory {
    said: String,
    of: Option<Facts>,
}

/// What is worth a word when it changes.
#[derive(Clone, PartialEq)]
struct Facts {
    selected: Option<Id>,
    /// The query, and how many events it leaves.
    filter: (String, usize),
    told: Option<Message>,
}

impl Facts {
    fn of(show: Show<'_>) -> Self {
        let (filter, session) = (show.workspace.filter(), show.workspace.session());
        Self {
            // In a lesson the class is told by the slide, and a question must not be answered.
            selected: session
                .selected
                .clone()
                .filter(|_| show.workspace.presentation().is_none()),
            filter: (filter.text().to_owned(), filter.selection().len()),
            told: session.notice.as_ref().or(session.told.as_ref()).cloned(),
        }
    }
}

/// Keeps the words for screen readers up to date. What is there when one begins to listen is not news.
pub(super) fn announce(show: Show<'_>, ui: &Ui, memory: &mut Memory) {
    let id = egui::Id::unique("announcements");
    let is_heard = ui.ctx().accesskit_node_builder(id, |_| ()).is_some();
    if !is_heard {
        *memory = Memory::default();
        return;
    }
    if !show.workspace.filter().is_pending() {
        let facts = Facts::of(show);
        if let Some(before) = memory.of.as_ref().filter(|before| **before != facts) {
            let said = news(show, before, &facts);
            memory.said = said.unwrap_or_default();
        }
        memory.of = Some(facts);
    }
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(Role::Status);
        node.set_live(Live::Polite);
        node.set_value(memory.said.as_str());
        node.set_label(memory.said.as_str());
    });
}

/// What has changed, in words; nothing where what was told has gone again.
fn news(show: Show<'_>, before: &Facts, now: &Facts) -> Option<String> {
    if let Some(told) = now.told.as_ref().filter(|_| now.told != before.told) {
        return Some(told.text(show.lang));
    }
    if now.filter != before.filter {
        return Some(filter(show, now));
    }
    if now.selected == before.selected {
        return None;
    }
    let timeline = show.workspace.timeline();
    let index = now.selected.as_deref();
    let index = index.and_then(|id| timeline.event_index(id));
    let selected = index.and_then(|index| Some((index, timeline.events.get(index)?)));
    Some(match selected {
        Some((index, one)) => event(show, index, &titled(one, show.lang)),
        None => say!(show.lang, "aloud-nothing-selected"),
    })
}

fn filter(show: Show<'_>, facts: &Facts) -> String {
    let (query, count) = &facts.filter;
    let events = say!(show.lang, "words-events", count = *count);
    if query.is_empty() {
        return say!(show.lang, "aloud-all", events = events);
    }
    let all = show.workspace.filter().selection().in_total();
    say!(show.lang, "aloud-filter", events = events, all = all)
}

/// What is said of an event with its place in its lane: "event 14 of 52 in Diplomacy, Nixon Shock, 15 August 1971".
pub(super) fn event(show: Show<'_>, index: usize, said: &str) -> String {
    let timeline = show.workspace.timeline();
    let Some(event) = timeline.events.get(index) else {
        return said.to_owned();
    };
    let category = timeline.categories.get(event.category);
    let lane = category.map_or("", |category| {
        show.lang
            .choose(&category.name, category.name_ja.as_deref())
    });
    match place(show, index, event.category) {
        Some((place, count)) => say!(
            show.lang,
            "aloud-event",
            place = place,
            count = count,
            lane = lane,
            event = said
        ),
        None => say!(show.lang, "aloud-faded", lane = lane, event = said),
    }
}

/// Where an event stands among those of its lane that match, from 1, and how many those are.
pub(super) fn place(show: Show<'_>, index: usize, category: usize) -> Option<(usize, usize)> {
    let shown = show.workspace.filter().selection();
    let lane = shown.lane(category);
    let event = u32::try_from(index).ok()?;
    let place = lane.binary_search(&event).ok()?;
    let is_on = shown.is_on(category);
    is_on.then_some((place.saturating_add(1), lane.len()))
}
