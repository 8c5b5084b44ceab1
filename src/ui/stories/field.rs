//! A title or a note, typed where it stands. What is typed is in the text at once, as in the form.

use egui::text::CCursorRange;
use egui::{Frame, Key, Margin, Modifiers, TextEdit, Ui};

use crate::document::{Address, Edit, Id, List, Story, Value};
use crate::messages::{Message, message};
use crate::state::{Action, Wish, WriteAction};
use crate::time::Lang;
use crate::ui::style::{color, sans};
use crate::ui::{Show, widgets};

use super::{Memory, Pen, changes, words};

/// What is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Spot {
    /// The title of a story.
    Story(Id),
    /// The title of one of its steps.
    Title(Id, usize),
    /// The note of one of its steps.
    Note(Id, usize),
}

/// Where somebody types, and what of it is not in the text yet.
pub(super) struct Typing {
    spot: Spot,
    typed: Option<String>,
    /// Whether the field is there already.
    is_begun: bool,
    /// Whether it has written something.
    wrote: bool,
}

/// A field.
pub(super) struct Field<'a> {
    spot: Spot,
    name: &'a str,
    /// What the text says there.
    said: &'a str,
    hint: &'a str,
    /// Lines that it has room for; 0 when it has one only.
    rows: usize,
}

impl Typing {
    pub(super) fn begun(spot: Spot) -> Self {
        Self {
            spot,
            typed: None,
            is_begun: false,
            wrote: false,
        }
    }

    pub(super) fn story(&self) -> &Id {
        match &self.spot {
            Spot::Story(id) | Spot::Title(id, _) | Spot::Note(id, _) => id,
        }
    }
}

impl Memory {
    pub(super) fn is_typing_in(&self, spot: &Spot) -> bool {
        let typing = self.typing.as_ref();
        typing.is_some_and(|typing| typing.spot == *spot)
    }
}

impl Spot {
    fn widget(&self) -> egui::Id {
        egui::Id::unique(match self {
            Self::Story(_) => ("story-field", 0, 0),
            Self::Title(_, index) => ("story-field", 1, *index),
            Self::Note(_, index) => ("story-field", 2, *index),
        })
    }

    /// The step that it is in.
    fn step(&self) -> Option<usize> {
        match self {
            Self::Story(_) => None,
            Self::Title(_, index) | Self::Note(_, index) => Some(*index),
        }
    }

    /// Where its text stands, and what a change of it is called.
    fn place(&self, show: Show<'_>) -> Option<(Address, Message)> {
        let story = |id: &Id| show.workspace.timeline().story(id);
        let title = match show.lang {
            Lang::En => "title",
            Lang::Ja => "title_ja",
        };
        let step = |story: &Story, index, field| {
            let at = changes::address(show, story, index)?;
            Some((at.field(field), words::place(story, index)))
        };
        match self {
            Self::Story(id) => {
                let at = Address::new(List::Stories, Id::clone(id)).field(title);
                let title = words::called(story(id)?);
                Some((at, message!("stories-rename-it", what = title)))
            }
            Self::Title(id, index) => {
                let (at, place) = step(story(id)?, *index, title)?;
                Some((at, message!("stories-rename-it", what = place)))
            }
            Self::Note(id, index) => {
                let (at, place) = step(story(id)?, *index, "note")?;
                Some((at, message!("stories-change-note", step = place)))
            }
        }
    }
}

impl<'a> Field<'a> {
    /// A field of one line.
    pub(super) fn line(spot: Spot, name: &'a str, said: &'a str) -> Self {
        Self {
            spot,
            name,
            said,
            hint: "",
            rows: 0,
        }
    }

    /// The same with what it says while it is empty.
    pub(super) fn hinted(self, hint: &'a str) -> Self {
        Self { hint, ..self }
    }

    /// The same with so many lines.
    pub(super) fn of_rows(self, rows: usize) -> Self {
        Self { rows, ..self }
    }
}

/// Shows a field, until it is left.
pub(super) fn ui(pen: &mut Pen<'_>, ui: &mut Ui, field: &Field<'_>) {
    let id = field.spot.widget();
    let is_focused = ui.memory(|memory| memory.has_focus(id));
    let by_key = is_focused && keys(pen, ui, field);
    let Some(typing) = &mut pen.memory.typing else {
        return;
    };
    let mut text = typing.typed.clone().unwrap_or(field.said.to_owned());
    let begins = !std::mem::replace(&mut typing.is_begun, true);
    let response = edit(pen.show, ui, field, &mut text, begins);
    widgets::name_field(&response, field.name, &text);
    if begins {
        response.request_focus();
        response.scroll_to_me(None);
    }
    if response.changed()
        && let Some(typing) = &mut pen.memory.typing
    {
        typing.typed = Some(text);
    }
    let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let is_left = by_key || response.lost_focus() || !begins && !response.has_focus();
    write(pen, field, is_left);
    if is_left {
        leave(pen, by_key || is_entered);
    }
}

/// Keys that the field does not know: Esc and Ctrl+Enter leave it, which gives back true, and what is taken back is a
/// change of the document.
fn keys(pen: &mut Pen<'_>, ui: &Ui, field: &Field<'_>) -> bool {
    widgets::forget_own_undo(ui, field.spot.widget());
    let pressed = |held, key| ui.input_mut(|input| input.consume_key(held, key));
    let ctrl = Modifiers::COMMAND;
    let redone = pressed(ctrl | Modifiers::SHIFT, Key::Z) || pressed(ctrl, Key::Y);
    let undone = pressed(ctrl, Key::Z);
    if redone || undone {
        let waits = pen.memory.typing.as_mut().map(|typing| typing.typed.take());
        if redone {
            pen.actions.push(Action::Write(WriteAction::Redo));
        } else if waits.flatten().is_none() {
            pen.actions.push(Action::Write(WriteAction::Undo));
        }
    }
    pressed(Modifiers::NONE, Key::Escape) || pressed(ctrl, Key::Enter)
}

fn edit(
    show: Show<'_>,
    ui: &mut Ui,
    field: &Field<'_>,
    text: &mut String,
    begins: bool,
) -> egui::Response {
    let edge = egui::Stroke::new(1.4, color(show.theme.accent));
    let frame = Frame::new()
        .fill(color(show.theme.ground))
        .stroke(edge)
        .corner_radius(6)
        .inner_margin(Margin::symmetric(6, 4));
    let edit = if field.rows == 0 {
        TextEdit::singleline(text)
    } else {
        TextEdit::multiline(text).desired_rows(field.rows)
    };
    let edit = edit
        .id(field.spot.widget())
        .frame(frame)
        .event_filter(widgets::FIELD_KEYS)
        .hint_text(widgets::muted(show, field.hint))
        .font(sans(13.5))
        .desired_width(f32::INFINITY);
    let mut output = edit.show(ui);
    // Who renames something mostly types another name.
    if begins && field.rows == 0 {
        let all = CCursorRange::select_all(&output.galley);
        output.state.cursor.set_char_range(Some(all));
        output.state.store(ui.ctx(), field.spot.widget());
    }
    output.response.response
}

/// Writes what is typed, when its time has come.
fn write(pen: &mut Pen<'_>, field: &Field<'_>, is_left: bool) {
    let typed = pen.memory.typing.as_ref();
    let Some(typed) = typed.and_then(|typing| typing.typed.clone()) else {
        return;
    };
    let workspace = pen.show.workspace;
    // Who empties a field mostly writes something else there.
    let waits = workspace.is_large() || typed.is_empty();
    if workspace.writing().is_reading() || waits && !is_left {
        return;
    }
    let Some((at, name)) = field.spot.place(pen.show) else {
        return;
    };
    let edit = match (typed.as_str(), field.said) {
        (typed, said) if typed == said => None,
        ("", _) => Some(Edit::Clear(at)),
        (typed, _) => Some(Edit::Set(at, Value::from(typed))),
    };
    let Some(typing) = &mut pen.memory.typing else {
        return;
    };
    typing.typed = None;
    if let Some(edit) = edit {
        typing.wrote = true;
        let strand = format!("{:?} {:?}", field.spot, pen.show.lang);
        let wish = Wish::new(edit).named(name).going_on(strand);
        pen.actions.push(wish.into());
    }
}

/// Closes the field. Whoever left it by a key is back at the step.
fn leave(pen: &mut Pen<'_>, is_by_key: bool) {
    let Some(typing) = pen.memory.typing.take() else {
        return;
    };
    if typing.wrote {
        pen.actions.push(Action::Write(WriteAction::Settle));
    }
    if is_by_key {
        pen.memory.focus = typing.spot.step();
    }
}
