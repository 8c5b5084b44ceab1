//! Keys that mean something else in the pane than in a field: what the field would do itself is taken out of the
//! input before it sees it.

use egui::{Event, Key, Modifiers, Ui};

use crate::document::{Edit, TextPatch};
use crate::messages::message;
use crate::state::{Action, Wish, WriteAction};

use super::super::Show;
use super::chunk::{byte_of, line_of};
use super::memory::{Caret, Memory};
use super::page::Page;

/// Reads the keys while the pane has the focus.
pub(super) fn read(
    show: Show<'_>,
    ui: &Ui,
    memory: &mut Memory,
    page: &Page,
    actions: &mut Vec<Action>,
) {
    step(ui, memory, actions);
    move_far(show, ui, memory, page);
    let acts = ui.input(|input| input.events.iter().any(acts));
    if acts && !memory.is_caret_here() {
        memory.reveal_far(show, page);
        // Without its lines the field would take the first key somewhere else.
        memory.lay(show, page);
    }
    write_far(show, ui, memory, actions);
    let unit = ui.input(|input| input.key_pressed(Key::Tab));
    let unit = unit.then(|| show.workspace.document().indentation());
    let line = memory.line_beginning();
    let is_one = memory.caret.primary == memory.caret.secondary;
    let is_here = memory.is_caret_here();
    ui.input_mut(|input| {
        for event in &mut input.events {
            written_anew(event, unit.as_deref(), &line, is_one);
        }
        // Nothing is written where the caret only seems to be.
        input.events.retain(|event| is_here || !acts_on_text(event));
    });
}

/// The way back is the document's: that of the field knows only what is laid out.
fn step(ui: &Ui, memory: &mut Memory, actions: &mut Vec<Action>) {
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    let redo = pressed(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z)
        || pressed(Modifiers::COMMAND, Key::Y);
    let undo = pressed(Modifiers::COMMAND, Key::Z);
    if undo && memory.forget_typed() || !(undo || redo) {
        return;
    }
    memory.undone = true;
    let is_asked =
        |action: &Action| matches!(action, Action::Write(WriteAction::Undo | WriteAction::Redo));
    if !actions.iter().any(is_asked) {
        let step = if undo {
            WriteAction::Undo
        } else {
            WriteAction::Redo
        };
        actions.push(Action::Write(step));
    }
}

/// Keys that lead out of what is laid out.
fn move_far(show: Show<'_>, ui: &Ui, memory: &mut Memory, page: &Page) {
    if memory.is_ahead() {
        return;
    }
    let document = show.workspace.document();
    let pressed = |modifiers: Modifiers, key| {
        let selects = ui.input(|input| input.modifiers.shift);
        ui.input_mut(|input| input.consume_key(modifiers, key))
            .then_some(selects)
    };
    let lines = page.lines().floor().max(1.0) as usize;
    let by_lines = |memory: &Memory, down: bool| {
        let line = line_of(document, memory.caret.primary);
        let column = memory.caret.primary.saturating_sub(byte_of(document, line));
        let to = if down {
            line.saturating_add(lines)
        } else {
            line.saturating_sub(lines)
        };
        let start = byte_of(document, to);
        let end = byte_of(document, to.saturating_add(1));
        let end = if end < document.text.len() {
            end.saturating_sub(1)
        } else {
            end
        };
        document
            .text
            .floor_char_boundary(start.saturating_add(column).min(end).max(start))
    };
    let end = document.text.len();
    let to = if let Some(selects) = pressed(Modifiers::COMMAND, Key::Home) {
        Some((0, selects))
    } else if let Some(selects) = pressed(Modifiers::COMMAND, Key::End) {
        Some((end, selects))
    } else if let Some(selects) = pressed(Modifiers::NONE, Key::PageUp) {
        Some((by_lines(memory, false), selects))
    } else {
        let selects = pressed(Modifiers::NONE, Key::PageDown);
        selects.map(|selects| (by_lines(memory, true), selects))
    };
    if let Some((to, selects)) = to {
        memory.caret.primary = to;
        if !selects {
            memory.caret.secondary = to;
        }
        memory.moved = true;
        memory.reveal_far(show, page);
    }
    if pressed(Modifiers::COMMAND, Key::A).is_some() {
        memory.caret = Caret {
            primary: end,
            secondary: 0,
        };
    }
}

/// A selection that reaches beyond what is laid out is copied and written over here.
fn write_far(show: Show<'_>, ui: &Ui, memory: &mut Memory, actions: &mut Vec<Action>) {
    let document = show.workspace.document();
    let range = memory.caret.range();
    if range.is_empty() || memory.is_whole_here() {
        return;
    }
    let words = document.text.get(range.clone());
    let asked: Vec<_> = ui.input_mut(|input| {
        let (ours, theirs) = std::mem::take(&mut input.events)
            .into_iter()
            .partition(|event| matches!(event, Event::Copy) || acts_on_text(event));
        input.events = theirs;
        ours
    });
    let is_fixed = !document.faithful || memory.is_ahead();
    for event in asked {
        if matches!(event, Event::Copy | Event::Cut) {
            ui.copy_text(words.unwrap_or_default().to_owned());
        }
        let Some(insert) = inserted(event).filter(|_| !is_fixed) else {
            continue;
        };
        let patch = TextPatch::new(range, insert);
        actions.push(Action::from(
            Wish::new(Edit::Text(patch)).named(message!("editing-edit-text")),
        ));
        // The caret goes to the end of it once it is there.
        memory.undone = true;
        return;
    }
}

/// What an event puts in the place of a selection; `None` when it leaves it.
fn inserted(event: Event) -> Option<String> {
    match event {
        Event::Text(text) | Event::Paste(text) => Some(text),
        Event::Cut => Some(String::new()),
        Event::Key {
            key: Key::Backspace | Key::Delete,
            pressed: true,
            ..
        } => Some(String::new()),
        _ => None,
    }
}

/// Whether an event is meant for the place where the caret is.
fn acts(event: &Event) -> bool {
    acts_on_text(event) || matches!(event, Event::Key { key, pressed: true, .. } if is_arrow(*key))
}

fn acts_on_text(event: &Event) -> bool {
    match event {
        Event::Text(_) | Event::Paste(_) | Event::Cut | Event::Ime(_) => true,
        Event::Key {
            key,
            pressed: true,
            modifiers,
            ..
        } => match key {
            Key::Backspace | Key::Delete | Key::Enter | Key::Tab => true,
            Key::H | Key::K | Key::U | Key::W => modifiers.ctrl,
            _ => false,
        },
        _ => false,
    }
}

fn is_arrow(key: Key) -> bool {
    matches!(
        key,
        Key::ArrowUp | Key::ArrowDown | Key::ArrowLeft | Key::ArrowRight | Key::Home | Key::End
    )
}

/// Tab writes a step of indentation, Enter keeps that of its line, and pasted line ends are as the field has them.
fn written_anew(event: &mut Event, unit: Option<&str>, line: &str, is_one: bool) {
    let pressed = match event {
        Event::Paste(text) | Event::MiddleClickPaste { text, .. } => {
            *text = text.replace("\r\n", "\n").replace('\r', "\n");
            return;
        }
        Event::Key {
            key,
            pressed: true,
            modifiers,
            ..
        } => (*key, *modifiers),
        _ => return,
    };
    // A paste, since a field takes a line end that is typed for the key it came from.
    match pressed {
        (Key::Enter, modifiers) if modifiers.is_none() || modifiers.shift_only() => {
            *event = Event::Paste(format!("\n{line}"));
        }
        // Many lines are not written over by a slip.
        (Key::Tab, _) if !is_one => *event = Event::Paste(String::new()),
        (Key::Tab, modifiers) if modifiers.is_none() => {
            *event = Event::Paste(unit.unwrap_or("    ").to_owned());
        }
        _ => {}
    }
}
