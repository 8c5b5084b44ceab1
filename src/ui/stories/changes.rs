//! What is changed in stories: each change is an edit of the text, and one step back.

use std::ops::Range;

use crate::document::{Address, Edit, Id, Kind, List, Node, Story, TextPatch, Value};
use crate::state::{Action, Deck, Form, Mode, PanelAction, PresentAction, ViewAction, Wish};
use crate::ui::Show;

use super::{Pen, ROOM_FOR_EVENT, field, words};

/// Where the steps of a story stand.
fn steps(story: &Story) -> Address {
    Address::new(List::Stories, Id::clone(&story.id)).field("steps")
}

/// The steps as they stand in the text, each with its place among the members of the list: members that are no steps
/// have no row.
fn members(show: Show<'_>, story: &Story) -> Vec<(usize, Range<usize>)> {
    let written = show.workspace.document().value(&steps(story));
    let Some(Node {
        kind: Kind::List(items),
        ..
    }) = written
    else {
        return Vec::new();
    };
    let items = items.iter().enumerate();
    let items = items.filter(|(_, item)| matches!(item.kind, Kind::Struct(_)));
    items
        .map(|(place, item)| (place, item.range.clone()))
        .collect()
}

/// Where a step stands.
pub(super) fn address(show: Show<'_>, story: &Story, index: usize) -> Option<Address> {
    let members = members(show, story);
    let (place, _) = members.get(index)?;
    Some(steps(story).item(*place))
}

/// Looks at what a step shows, and changes nothing else.
pub(super) fn look(pen: &mut Pen<'_>, story: &Story, index: usize) {
    let workspace = pen.show.workspace;
    let slide = workspace.slide_of_step(story, index);
    let events = &workspace.timeline().events;
    let event = slide.event().and_then(|event| events.get(event));
    let event = event.map(|event| Id::from(&*event.id));
    pen.memory.at = Some(index);
    pen.actions.push(Action::Select(event));
    pen.actions
        .push(Action::View(ViewAction::FlyTo(slide.window)));
}

/// Tells a story from a step on.
pub(super) fn present(pen: &mut Pen<'_>, story: &Story, index: usize) {
    let deck = Deck::Story(Id::clone(&story.id));
    let start = PresentAction::Start(deck, Some(index));
    pen.actions.push(Action::Present(start));
}

/// Brings a step to where another stands.
pub(super) fn move_step(pen: &mut Pen<'_>, story: &Story, from: usize, to: usize) {
    let members = members(pen.show, story);
    let (Some((here, _)), Some((there, _))) = (members.get(from), members.get(to)) else {
        return;
    };
    if from == to {
        return;
    }
    let name = format!("move {}", words::place(pen.show, story, from));
    let edit = Edit::Move(steps(story).item(*here), *there);
    pen.actions.push(Wish::new(edit).named(name).into());
    let memory = &mut *pen.memory;
    memory.at = memory.at.map(|at| after_move(at, from, to));
    memory.focus = Some(to);
}

/// Where something is after another has gone from one place to another.
fn after_move(at: usize, from: usize, to: usize) -> usize {
    if at == from {
        to
    } else if (from..=to).contains(&at) {
        at.saturating_sub(1)
    } else if (to..=from).contains(&at) {
        at.saturating_add(1)
    } else {
        at
    }
}

/// Writes a step once more behind itself, byte for byte: what it says that we do not read, and its comments, go with it.
pub(super) fn duplicate_step(pen: &mut Pen<'_>, story: &Story, index: usize) {
    let members = members(pen.show, story);
    let text = pen.show.workspace.document().text.as_str();
    let Some((_, range)) = members.get(index) else {
        return;
    };
    let written = text.get(range.clone()).filter(|step| step.ends_with(')'));
    let (Some(written), Some(before)) = (written, text.get(..range.start)) else {
        return;
    };
    // Behind as much room as stands before it.
    let room = before.get(before.trim_end().len()..).unwrap_or_default();
    let room = match room.rfind('\n').map(|line| room.get(line..)) {
        Some(Some(line)) if room.contains("\r\n") => format!("\r{line}"),
        Some(Some(line)) => line.to_owned(),
        _ => " ".to_owned(),
    };
    let patch = TextPatch::new(range.end..range.end, format!(",{room}{written}"));
    let name = format!("duplicate {}", words::place(pen.show, story, index));
    let wish = Wish::new(Edit::Text(patch)).named(name);
    pen.actions.push(wish.into());
    let memory = &mut *pen.memory;
    memory.at = memory
        .at
        .map(|at| at.saturating_add(usize::from(at > index)));
    memory.focus = Some(index.saturating_add(1));
}

/// Takes a step away.
pub(super) fn delete_step(pen: &mut Pen<'_>, story: &Story, index: usize) {
    let members = members(pen.show, story);
    let Some((place, _)) = members.get(index) else {
        return;
    };
    let steps = steps(story);
    // An empty list says no more than none.
    let gone = match story.steps.len() {
        1 => steps,
        _ => steps.item(*place),
    };
    let name = format!("delete {}", words::place(pen.show, story, index));
    let said = format!("Step {} is deleted.", index.saturating_add(1));
    let wish = Wish::new(Edit::Clear(gone)).named(&*name);
    pen.actions.push(wish.into());
    let memory = &mut *pen.memory;
    memory.deleted = Some((name, said));
    memory.typing = None;
    memory.at = match memory.at {
        Some(at) if at == index => None,
        at => at.map(|at| at.saturating_sub(usize::from(at > index))),
    };
    let last = story.steps.len().checked_sub(2);
    memory.focus = last.map(|last| index.min(last));
}

/// Begins a story, and lets one say what it is called.
pub(super) fn new_story(pen: &mut Pen<'_>) {
    let id = pen
        .show
        .workspace
        .timeline()
        .free_id(List::Stories, "new-story");
    let own = vec![
        ("id", Value::from(id.as_str())),
        ("title", Value::from("New story")),
    ];
    let add = Edit::Add(List::Stories, None, Value::Entry(own));
    pen.actions.push(add.into());
    name_it(pen, &id);
}

/// Writes a story once more behind itself, and lets one say what the other is called.
pub(super) fn duplicate_story(pen: &mut Pen<'_>, story: &Story) {
    let id = pen
        .show
        .workspace
        .timeline()
        .free_id(List::Stories, &story.id);
    let key = crate::document::Key::Id(Id::clone(&story.id));
    let copy = Edit::Duplicate(List::Stories, key, id.clone());
    pen.actions.push(copy.into());
    name_it(pen, &id);
}

/// Takes in hand a story that is about to be there.
fn name_it(pen: &mut Pen<'_>, id: &str) {
    let id = Id::from(id);
    pen.push(PanelAction::Story(Some(Id::clone(&id))));
    pen.memory.deleted = None;
    pen.type_in(field::Spot::Story(id));
}

/// Takes a story away, and the next one in hand.
pub(super) fn delete_story(pen: &mut Pen<'_>, story: &Story) {
    let stories = &pen.show.workspace.timeline().stories;
    let place = stories.iter().position(|known| known.id == story.id);
    let beside = place.and_then(|place| {
        let next = stories.get(place.saturating_add(1));
        next.or_else(|| stories.get(place.checked_sub(1)?))
    });
    let title = words::story(pen.show, story);
    let name = format!("delete {title}");
    let edit = Edit::Clear(Address::new(List::Stories, Id::clone(&story.id)));
    pen.actions.push(Wish::new(edit).named(&*name).into());
    pen.push(PanelAction::Story(beside.map(|story| Id::clone(&story.id))));
    pen.memory.typing = None;
    pen.memory.deleted = Some((name, format!("“{title}” is deleted.")));
}

/// Opens the form with all that a story says.
pub(super) fn open_form(pen: &mut Pen<'_>, story: &Story, width: f32) {
    let key = Some(crate::document::Key::Id(Id::clone(&story.id)));
    let list = List::Stories;
    pen.push(PanelAction::Mode(Mode::Edit));
    pen.push(PanelAction::Form(Some(Form { list, key })));
    if width < ROOM_FOR_EVENT {
        pen.push(PanelAction::Stories(false));
    }
}
