//! What a row does when a key is pressed, and what Esc puts back.

use egui::{Key, Modifiers, Popup, Ui};

use crate::state::Action;
use crate::ui::Show;

use super::{Memory, Pen, changes, field, in_hand, step};

/// Takes the keys that are for the panel, before the rest of the window reads them.
pub(in crate::ui) fn keys(show: Show<'_>, ui: &Ui, memory: &mut Memory, actions: &mut Vec<Action>) {
    let escapes = || ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    if memory.held.is_some() && escapes() {
        memory.held = None;
    }
    if memory.is_menu_open && escapes() {
        Popup::close_all(ui.ctx());
    }
    let focused = ui.memory(|memory| memory.focused());
    let row = memory.focused.filter(|(id, _)| Some(*id) == focused);
    // What lies over the panel has the keys.
    let is_under = memory.is_menu_open || show.workspace.session().overlay.is_some();
    let Some((_, index)) = row.filter(|_| !is_under) else {
        return;
    };
    let pen = Pen {
        show,
        memory,
        actions,
    };
    of_row(pen, ui, index);
}

/// The keys of a row.
fn of_row(mut pen: Pen<'_>, ui: &Ui, index: usize) {
    let Some(story) = in_hand(pen.show) else {
        return;
    };
    let last = story.steps.len().saturating_sub(1);
    let (above, below) = (index.saturating_sub(1), index.saturating_add(1).min(last));
    let pressed = |held, key| ui.input_mut(|input| input.consume_key(held, key));
    // The more is held the sooner it is asked for: with Alt it is another key.
    if pressed(Modifiers::ALT, Key::ArrowUp) {
        changes::move_step(&mut pen, story, index, above);
    } else if pressed(Modifiers::ALT, Key::ArrowDown) {
        changes::move_step(&mut pen, story, index, below);
    } else if pressed(Modifiers::NONE, Key::ArrowUp) {
        pen.memory.focus = Some(above);
    } else if pressed(Modifiers::NONE, Key::ArrowDown) {
        pen.memory.focus = Some(below);
    } else if pressed(Modifiers::NONE, Key::Delete) {
        changes::delete_step(&mut pen, story, index);
    } else if pressed(Modifiers::NONE, Key::F2) {
        pen.type_in(field::Spot::Title(story.id.clone(), index));
    }
    if let Some(row) = pen.memory.focus {
        ui.memory_mut(|memory| memory.request_focus(step::row(row)));
    }
}
