//! What is changed in stories: each change is an edit of the text, and one step back.

use crate::document::{Address, Edit, Id, Kind, List, Story, TextPatch, Value};
use crate::messages::{message, say};
use crate::state::{Action, Deck, Form, Mode, PanelAction, PresentAction, ViewAction, Wish};
use crate::ui::Show;

use super::{Pen, ROOM_FOR_EVENT, field, words};

/// Where a step stands.
pub(super) fn address(show: Show<'_>, story: &Story, index: usize) -> Option<Address> {
    let steps = show.workspace.document().steps_of(story);
    let (place, _) = steps.get(index)?;
    Some(story.address_of_steps().item(*place))
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
    let steps = pen.show.workspace.document().steps_of(story);
    let (Some((here, _)), Some((there, _))) = (steps.get(from), steps.get(to)) else {
        return;
    };
    if from == to {
        return;
    }
    let name = message!("stories-move-it", what = words::place(story, from));
    let edit = Edit::Move(story.address_of_steps().item(*here), *there);
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
    let document = pen.show.workspace.document();
    let (text, steps) = (document.text.as_str(), document.steps_of(story));
    let Some(range) = steps.get(index).map(|(_, step)| &step.range) else {
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
    let name = message!("stories-duplicate-it", what = words::place(story, index));
    let wish = Wish::new(Edit::Text(patch)).named(name);
    pen.actions.push(wish.into());
    let memory = &mut *pen.memory;
    memory.at = memory
        .at
        .map(|at| at.saturating_add(usize::from(at > index)));
    memory.focus = Some(index.saturating_add(1));
}

/// Whether a list has a single member, readable or not.
fn is_alone(show: Show<'_>, list: &Address) -> bool {
    let list = show.workspace.document().value(list);
    matches!(list.map(|list| list.kind), Some(Kind::List(members)) if members.len() == 1)
}

/// Takes a step away.
pub(super) fn delete_step(pen: &mut Pen<'_>, story: &Story, index: usize) {
    let Some(step) = address(pen.show, story, index) else {
        return;
    };
    let steps = story.address_of_steps();
    // An empty list says no more than none; one with something in it that cannot be read does.
    let gone = match is_alone(pen.show, &steps) {
        true => steps,
        false => step,
    };
    let name = message!("stories-delete-it", what = words::place(story, index));
    let said = message!("stories-step-deleted", number = index.saturating_add(1));
    let wish = Wish::new(Edit::Clear(gone)).named(name.clone());
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
    let what = List::Stories.group().called();
    let title = say!(pen.show.lang, "editing-new", what = what);
    let own = vec![
        ("id", Value::from(id.as_str())),
        ("title", Value::Text(title)),
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
    let title = words::called(story);
    let name = message!("stories-delete-it", what = &title);
    let said = message!("stories-story-deleted", story = title);
    let edit = Edit::Clear(Address::new(List::Stories, Id::clone(&story.id)));
    pen.actions.push(Wish::new(edit).named(name.clone()).into());
    pen.push(PanelAction::Story(beside.map(|story| Id::clone(&story.id))));
    pen.memory.typing = None;
    pen.memory.deleted = Some((name, said));
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
