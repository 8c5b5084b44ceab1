//! A field to type in. What is valid is written; what is not waits here, with the reason below.

use std::rc::Rc;

use egui::{Frame, Key, Margin, Modifiers, RichText, TextEdit, Ui};

use crate::document::{Edit, List};
use crate::state::{Action, Wish, WriteAction};
use crate::ui::style::{color, sans};
use crate::ui::{search, widgets};

use super::check::Checked;
use super::offers::{self, Offer};
use super::{Pen, Spot};

/// A field to type in.
pub(super) struct Line<'a> {
    pub(super) spot: Spot,
    /// What a screen reader calls it.
    pub(super) name: &'a str,
    /// What the text says there.
    pub(super) said: &'a str,
    /// Shown while it is empty.
    pub(super) hint: &'a str,
    /// Lines it has room for at least; 0 when it has one only.
    pub(super) rows: usize,
    /// What it is completed from.
    pub(super) offers: Option<List>,
    /// Whether it adds what is typed to something, and is empty afterwards.
    pub(super) adds: bool,
    /// A text of fewer bytes is not written before the focus leaves: it may be half of what is to be written.
    pub(super) least: usize,
}

impl<'a> Line<'a> {
    /// A field of one line.
    pub(super) fn new(spot: Spot, name: &'a str, said: &'a str) -> Self {
        Self {
            spot,
            name,
            said,
            hint: "",
            rows: 0,
            offers: None,
            adds: false,
            least: 0,
        }
    }

    /// A field that adds an entry of a list to something.
    pub(super) fn adding(spot: Spot, name: &'a str, list: List) -> Self {
        Self {
            hint: name,
            offers: Some(list),
            adds: true,
            least: usize::MAX,
            ..Self::new(spot, name, "")
        }
    }
}

/// Shows a field. Gives back the text when it has just been taken.
pub(super) fn ui(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    line: &Line<'_>,
    check: &dyn Fn(&str) -> Checked,
) -> Option<String> {
    let id = line.spot.widget();
    let text = pen.text_at(line);
    let focused = ui.memory(|memory| memory.has_focus(id));
    let offered = offered(pen, line, &text, focused);
    let reason = check(&text).err();
    let first = line.adds || reason.is_some();
    let picked = focused.then(|| offers::choose(ui, &mut pen.memory.offers, &offered, first));
    // While there is something to choose from, half a word is not wrong yet.
    let is_half = !offered.is_empty() && offered.iter().all(|offer| offer.id != text);
    let reason = reason.filter(|_| !is_half);
    let response = field(pen, ui, line, text, (focused, reason.is_some()));
    if focused && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        escape(pen, line, &response, !offered.is_empty());
    }
    let popup = popup(id);
    let clicked = offers::popup(pen.show, popup, &response, &pen.memory.offers, &offered);
    let taken = picked.flatten().or(clicked);
    if let Some(offer) = taken.and_then(|index| offered.get(index)) {
        pen.memory.typed.insert(line.spot.clone(), offer.id.clone());
        pen.memory.offers.anew();
        response.request_focus();
    }
    let left = response.lost_focus() || taken.is_some() || !response.has_focus();
    let written = commit(pen, line, check, left);
    if response.lost_focus() && std::mem::take(&mut pen.memory.wrote) {
        pen.actions.push(Action::Write(WriteAction::Settle));
    }
    if let Some(reason) = reason {
        why(pen, ui, &reason);
    }
    written
}

/// What completes the text of a field while one types in it.
fn offered(pen: &mut Pen<'_>, line: &Line<'_>, text: &str, focused: bool) -> Rc<[Offer]> {
    let is_typed = pen.memory.typed.contains_key(&line.spot);
    let wanted = focused && is_typed && !pen.memory.offers.dismissed;
    match line.offers.filter(|_| wanted) {
        Some(list) => pen.memory.offers.of(pen.show, list, text),
        None => [].into(),
    }
}

/// The list under a field.
fn popup(field: egui::Id) -> egui::Id {
    field.with("offers")
}

/// The field itself; what is typed in it is remembered.
fn field(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    line: &Line<'_>,
    mut text: String,
    (focused, is_wrong): (bool, bool),
) -> egui::Response {
    let id = line.spot.widget();
    if focused {
        widgets::forget_own_undo(ui, id);
    }
    let response = search::keeping_focus(ui, popup(id), |ui| {
        edit(pen, ui, line, &mut text, (focused, is_wrong))
    });
    widgets::name_field(&response, line.name, &text);
    let wanted = pen.memory.focus.take_if(|spot| *spot == line.spot);
    if wanted.is_some() {
        response.request_focus();
    }
    if response.changed() {
        pen.memory.typed.insert(line.spot.clone(), text);
        pen.memory.offers.anew();
    }
    response
}

/// Esc closes the completions, then drops what is typed and not written, then leaves the field.
fn escape(pen: &mut Pen<'_>, line: &Line<'_>, response: &egui::Response, offered: bool) {
    if offered {
        pen.memory.offers.dismissed = true;
    } else if pen.memory.typed.remove(&line.spot).is_none() {
        response.surrender_focus();
    }
}

/// Writes what is typed, when it is valid and its time has come.
fn commit(
    pen: &mut Pen<'_>,
    line: &Line<'_>,
    check: &dyn Fn(&str) -> Checked,
    left: bool,
) -> Option<String> {
    let typed = pen.memory.typed.get(&line.spot)?.clone();
    let edit = check(&typed).ok()?;
    // Who empties a field mostly writes something else there.
    let waits = typed.len() < line.least || pen.is_large() || matches!(edit, Some(Edit::Clear(_)));
    if pen.show.workspace.writing().is_reading() || waits && !left {
        return None;
    }
    pen.memory.typed.remove(&line.spot);
    if let Some(edit) = edit {
        if line.adds {
            pen.actions.push(edit.into());
        } else {
            let strand = format!("{:?}", line.spot);
            pen.actions.push(Wish::new(edit).going_on(strand).into());
            pen.memory.wrote = true;
        }
    }
    Some(typed)
}

fn edit(
    pen: &Pen<'_>,
    ui: &mut Ui,
    line: &Line<'_>,
    text: &mut String,
    (focused, is_wrong): (bool, bool),
) -> egui::Response {
    let field = if line.rows == 0 {
        TextEdit::singleline(text)
    } else {
        TextEdit::multiline(text).desired_rows(line.rows)
    };
    let hint = widgets::muted(pen.show, line.hint);
    let field = field
        .id(line.spot.widget())
        .frame(frame(pen, focused, is_wrong))
        .event_filter(widgets::FIELD_KEYS)
        .hint_text(hint)
        .font(sans(13.5))
        .desired_width(f32::INFINITY);
    ui.add(field)
}

/// The frame around a field: red where something is wrong, in the accent while one types in it.
pub(super) fn frame(pen: &Pen<'_>, focused: bool, is_wrong: bool) -> Frame {
    let theme = pen.show.theme;
    let (width, edge) = match (is_wrong, focused) {
        (true, _) => (1.4, theme.error),
        (false, true) => (1.4, theme.accent),
        (false, false) => (1.0, theme.line),
    };
    Frame::new()
        .fill(color(theme.ground))
        .stroke(egui::Stroke::new(width, color(edge)))
        .corner_radius(6)
        .inner_margin(Margin::symmetric(9, 5))
}

/// Why what stands above cannot stand there.
pub(super) fn why(pen: &Pen<'_>, ui: &mut Ui, reason: &str) {
    let reason = RichText::new(reason).font(sans(12.5));
    ui.label(reason.color(color(pen.show.theme.error)));
}
