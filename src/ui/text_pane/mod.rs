//! The text of the file beside the picture: coloured, in step with the selection, to be edited.
//!
//! Only some hundred lines are ever laid out ([`chunk`]), in one field of egui's; where it stands on the screen is worked
//! out from the line at the top, which is a number of its own, since points are not exact enough for ten million
//! lines. What is typed becomes patches to the document; the field never holds anything that is not soon in there.
//! [`memory`] keeps the two in step, [`input`] takes the keys that a field would get wrong, [`page`] paints what is
//! around it.

mod chunk;
mod input;
mod memory;
mod page;

use egui::text::{CCursor, CCursorRange};
use egui::{
    EventFilter, Frame, Id, Key, Margin, Modifiers, Panel, Rect, RichText, TextEdit, Ui, vec2,
};

use crate::messages::{message, say};
use crate::state::{Action, PanelAction, WriteAction};

use super::style::semibold;
use super::{Show, widgets};
use chunk::Chunk;
use memory::{ASIDE, Caret};
use page::Page;

pub(super) use memory::Memory;

/// Height of the pane in points.
const HEIGHT: f32 = 260.0;
/// Its least height.
const LEAST: f32 = 90.0;
/// What it leaves to the canvas, with the lines between.
const CANVAS: f32 = 160.0;

/// Shows the pane while it is open.
pub(super) fn panel(show: Show<'_>, ui: &mut Ui, memory: &mut Memory, actions: &mut Vec<Action>) {
    if !show.workspace.session().text {
        memory.close(show, actions);
        return;
    }
    // The canvas keeps the larger part of any window, also when the problems show below.
    let share = if show.workspace.session().problems {
        0.3
    } else {
        0.45
    };
    let room = ui.available_height();
    // For each height of a compact window its own: what was drawn larger in another would leave no canvas.
    let (id, usual, sizes) = if show.is_compact {
        // Some lines must show, or nobody can write: in the lowest windows that takes of the canvas.
        let usual = (room - CANVAS).clamp(LEAST, HEIGHT);
        let most = (room * 0.7).max(LEAST);
        let id = Id::unique(("text-compact", room as i32));
        (id, usual, LEAST..=most)
    } else {
        let most = (room * 0.7).min(room - CANVAS).max(LEAST);
        (Id::unique("text"), HEIGHT.min(room * share), LEAST..=most)
    };
    let panel = Panel::bottom(id)
        .resizable(true)
        .default_size(usual)
        .size_range(sizes)
        .frame(show.ground(Margin {
            left: 0,
            right: 0,
            top: 8,
            bottom: 0,
        }));
    panel.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let margin = Margin {
            left: 16,
            right: 16,
            top: 0,
            bottom: 0,
        };
        Frame::new()
            .inner_margin(margin)
            .show(ui, |ui| head(show, ui, memory, actions));
        body(show, ui, memory, actions);
    });
}

fn head(show: Show<'_>, ui: &mut Ui, memory: &Memory, actions: &mut Vec<Action>) {
    let (lang, document) = (show.lang, show.workspace.document());
    ui.horizontal(|ui| {
        let title = say!(lang, "text-heading", file = document.file_name());
        ui.label(RichText::new(title).font(semibold(13.0)));
        if let Some(chunk) = memory.chunk.as_ref().filter(|_| memory.is_caret_here()) {
            let (line, column) = chunk.place_of(memory.caret.primary);
            let (line, column) = (line.to_string(), column.to_string());
            let place = say!(lang, "text-place", line = line, column = column);
            ui.label(widgets::muted(show, place));
        }
        let waits = memory.is_ahead() && show.workspace.is_large();
        let said = page::why_fixed(document).or(waits.then(|| message!("text-waits")));
        if let Some(said) = said {
            ui.label(widgets::muted(show, said.text(lang)));
        }
        // Tab is typed here, so who has nothing but keys must be told the way out (WCAG 2.2, 2.1.2).
        if ui.memory(|memory| memory.has_focus(field_id())) {
            ui.label(widgets::muted(show, say!(lang, "text-way-out")));
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let hover = say!(lang, "text-close-hover");
            if widgets::closes(show, ui, &hover, &say!(lang, "text-close")) {
                actions.push(Action::Panel(PanelAction::Text(false)));
            }
        });
    });
}

fn body(show: Show<'_>, ui: &mut Ui, memory: &mut Memory, actions: &mut Vec<Action>) {
    let (area, _) = ui.allocate_exact_size(ui.available_size(), egui::Sense::hover());
    let document = show.workspace.document();
    let page = Page::new(ui, area, document.lines.count());
    let id = field_id();
    // Tab that only passes through, on from where Esc has left the field, is not typed.
    let field_before = ui.ctx().read_response(id);
    let passes = field_before.is_some_and(|field| field.gained_focus())
        && ui.input(|input| input.key_pressed(Key::Tab));
    let focused = ui.memory(|memory| memory.has_focus(id)) && !passes;
    memory.catch_up(show, &page, actions);
    memory.send_before(actions);
    memory.follow(show, &page, focused);
    wheel(ui, memory, area, &page);
    if focused {
        input::read(show, ui, memory, &page, actions);
    }
    memory.lay(show, &page);
    page::selection(show, ui, &page, memory.top);
    let response = field(show, ui, memory, &page);
    let lines = memory.lines(show);
    page::gutter(show, ui, &page, memory.top, lines);
    if std::mem::take(&mut memory.wants_focus) {
        response.request_focus();
    }
    let escapes = focused && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    if escapes {
        response.surrender_focus();
    }
    memory.send(show, ui, focused && !escapes, actions);
    if response.lost_focus() {
        actions.push(Action::Write(WriteAction::Settle));
    }
    if focused {
        memory.select(show, actions);
    }
}

fn field_id() -> Id {
    Id::unique("text-of-the-file")
}

fn wheel(ui: &Ui, memory: &mut Memory, area: Rect, page: &Page) {
    if ui.rect_contains_pointer(area) {
        let scroll = ui.input(|input| input.smooth_scroll_delta());
        memory.top -= f64::from(scroll.y / page.line);
        memory.left -= scroll.x;
    }
}

/// The field, and the bars that say where it stands.
fn field(show: Show<'_>, ui: &mut Ui, memory: &mut Memory, page: &Page) -> egui::Response {
    let Memory {
        chunk: Some(chunk),
        coloured,
        caret,
        ..
    } = memory
    else {
        return ui.interact(page.view, field_id(), egui::Sense::hover());
    };
    let set = put_caret(ui, chunk, *caret);
    let start = chunk.start();
    let width = coloured
        .galley(show, ui, page, (start, chunk.text()))
        .size()
        .x
        + 2.0 * ASIDE;
    let width = width.max(page.view.width());
    let (top, left) = page::bars(
        show,
        ui,
        page,
        (
            memory.top,
            chunk.end().max(show.workspace.document().lines.count()),
        ),
        (memory.left, width),
    );
    memory.top = top;
    memory.left = left.clamp(0.0, width - page.view.width());
    let min = egui::pos2(
        page.view.left() - memory.left,
        page.y(chunk.first, memory.top),
    );
    let size = vec2(width, (page.view.bottom() - min.y).max(page.line));
    let mut inner = ui.new_child(egui::UiBuilder::new().max_rect(Rect::from_min_size(min, size)));
    inner.set_clip_rect(page.view.intersect(ui.clip_rect()));
    let mut text = chunk.text().to_owned();
    let mut fixed = chunk.text();
    let is_fixed = page::why_fixed(show.workspace.document()).is_some();
    let mut layout = |ui: &Ui, text: &dyn egui::TextBuffer, _: f32| {
        coloured.galley(show, ui, page, (start, text.as_str()))
    };
    let buffer: &mut dyn egui::TextBuffer = if is_fixed { &mut fixed } else { &mut text };
    let output = TextEdit::multiline(buffer)
        .id(field_id())
        .frame(Frame::NONE)
        .event_filter(keys_kept())
        .font(page::letters())
        .desired_width(f32::INFINITY)
        .desired_rows(1)
        .min_size(size)
        .layouter(&mut layout)
        .show(&mut inner);
    let response = output.response.response;
    name(show, ui, &response, chunk.text());
    if response.changed() {
        chunk.retype(text);
        memory.typed_at = ui.input(|input| input.time);
        memory.moved = true;
    }
    if let Some(range) = output.state.cursor.char_range() {
        memory.take_caret(set, range, response.changed());
        memory.keep_in_view(
            ui,
            page,
            page::column(&output.galley, range.primary.index.0),
        );
    }
    response
}

/// Keys that are for the field alone.
fn keys_kept() -> EventFilter {
    EventFilter {
        tab: true,
        horizontal_arrows: true,
        vertical_arrows: true,
        escape: true,
    }
}

fn name(show: Show<'_>, ui: &Ui, response: &egui::Response, text: &str) {
    widgets::name_field(response, &say!(show.lang, "text-field"), text);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(egui::accesskit::Role::MultilineTextInput);
    });
}

/// Puts the field's caret where ours is, or as near as the field reaches. Gives back its two ends.
fn put_caret(ui: &Ui, chunk: &Chunk, caret: Caret) -> (usize, usize) {
    let (primary, secondary) = (
        chunk.char_of_byte(caret.primary),
        chunk.char_of_byte(caret.secondary),
    );
    let mut state = TextEdit::load_state(ui.ctx(), field_id()).unwrap_or_default();
    let there = state.cursor.char_range();
    let there = there.map(|range| (range.primary.index.0, range.secondary.index.0));
    if there != Some((primary, secondary)) {
        let range = CCursorRange::two(CCursor::new(secondary), CCursor::new(primary));
        state.cursor.set_char_range(Some(range));
    }
    // What the field would take back is the document's to take back.
    state.clear_undoer();
    state.store(ui.ctx(), field_id());
    (primary, secondary)
}
