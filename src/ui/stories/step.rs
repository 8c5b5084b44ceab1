//! A step as a row: its number, what it shows, when that was, and the first words of its note.

use std::sync::Arc;

use egui::containers::menu::MenuButton;
use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Button, CornerRadius, CursorIcon, FontId, Galley, Id, Key, Modifiers, Pos2, Rect, Response,
    RichText, Sense, Stroke, Ui, pos2, vec2,
};

use crate::document::{Step, Story};
use crate::messages::{grouped, say};
use crate::scene::Rgba;
use crate::ui::commands::key_name;
use crate::ui::style::{color, sans};
use crate::ui::{Show, widgets};

use super::field::{Field, Spot};
use super::{Pen, changes, field, sign, words};

/// Where the parts of a row stand, in points from its left edge; and from its right edge, those at the right.
const HANDLE: f32 = 11.0;
const NUMBER: f32 = 36.0;
const SIGN: f32 = 49.0;
const TEXT: f32 = 63.0;
const RIGHT: f32 = 30.0;
const END: f32 = 8.0;
/// Windows from this height on have room for three lines a step.
const ROOM_FOR_LINES: f32 = 800.0;
/// Room above and below what a row says.
const AROUND: f32 = 7.0;
/// Height of a title that is typed.
const TYPED: f32 = 28.0;
/// How far a field reaches to the left of what is typed in it.
const BESIDE: f32 = 7.0;
/// Height of the first line of a title.
const LINE: f32 = 18.0;
/// So near to an edge of the list, in points, a dragged step moves the list.
const EDGE: f32 = 36.0;

/// A step of a story.
#[derive(Clone, Copy)]
struct Row<'a> {
    story: &'a Story,
    index: usize,
    step: &'a Step,
}

/// What a row says, laid out.
struct Words {
    /// None where the title is typed.
    title: Option<Arc<Galley>>,
    under: Vec<Arc<Galley>>,
}

/// The widget of a row.
pub(super) fn row(index: usize) -> Id {
    Id::unique(("story-step", index))
}

/// Shows the steps of a story.
pub(super) fn list(pen: &mut Pen<'_>, ui: &mut Ui, story: &Story) {
    let mut rows = Vec::with_capacity(story.steps.len());
    pen.memory.focused = None;
    // What asks for the focus in this frame gets it in the next, when the rows are where they are then.
    let wanted = pen.memory.focus.take();
    for (index, step) in story.steps.iter().enumerate() {
        let row = Row { story, index, step };
        let top = ui.cursor().top();
        one(pen, ui, row, wanted == Some(index));
        note(pen, ui, row);
        rows.push(top..ui.cursor().top());
    }
    drag(pen, ui, story, &rows);
}

fn one(pen: &mut Pen<'_>, ui: &mut Ui, row: Row<'_>, wants_focus: bool) {
    let spot = Spot::Title(row.story.id.clone(), row.index);
    let is_typed = pen.memory.is_typing_in(&spot);
    let width = ui.available_width();
    let words = Words::of(pen.show, ui, row, width - TEXT, is_typed);
    let (_, rect) = ui.allocate_space(vec2(width, words.height()));
    let response = ui.interact(rect, self::row(row.index), Sense::click());
    name(pen.show, &response, row);
    if wants_focus {
        response.request_focus();
    }
    focus(pen, ui, &response, row.index);
    if ui.is_rect_visible(rect) {
        ground(pen, ui, &response, row);
        paint(pen, ui, rect, row, &words);
    }
    if is_typed {
        title(pen, ui, rect, row, spot);
    }
    handle(pen, ui, rect, row.index);
    more(pen, ui, rect, row);
    answer(pen, &response, row);
}

/// The title, while it is typed.
fn title(pen: &mut Pen<'_>, ui: &mut Ui, rect: Rect, row: Row<'_>, spot: Spot) {
    let place = Rect::from_min_max(
        pos2(rect.left() + TEXT - BESIDE, rect.top() + 4.0),
        pos2(rect.right() - RIGHT, rect.top() + 4.0 + TYPED),
    );
    let usual = words::usual(pen.show, row.step);
    let number = row.index.saturating_add(1);
    let name = say!(pen.show.lang, "stories-step-title", number = number);
    let said = words::own_step(pen.show, row.step).unwrap_or_default();
    let field = Field::line(spot, &name, said).hinted(&usual);
    // A child of its own: what is put into the row does not move what comes below it.
    let builder = egui::UiBuilder::new().max_rect(place);
    let mut within = ui.new_child(builder.scope_id(self::row(row.index).with("title")));
    field::ui(pen, &mut within, &field);
}

/// A click looks at the step, a double-click tells the story from there.
fn answer(pen: &mut Pen<'_>, response: &Response, row: Row<'_>) {
    if response.double_clicked() {
        changes::present(pen, row.story, row.index);
    } else if response.clicked() {
        // The keys of a row are for the one that was clicked.
        response.request_focus();
        changes::look(pen, row.story, row.index);
    }
    response.context_menu(|ui| menu(pen, ui, row));
}

/// The row keeps the arrows while it has the focus.
fn focus(pen: &mut Pen<'_>, ui: &Ui, response: &Response, index: usize) {
    if response.has_focus() {
        pen.memory.focused = Some((response.id, index));
        widgets::keep_arrows(ui, response);
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
}

/// What a screen reader calls a row.
fn name(show: Show<'_>, response: &Response, row: Row<'_>) {
    let title = words::step(show, row.step);
    let number = row.index.saturating_add(1);
    let when = Some(words::when(show, row.step)).filter(|when| !when.is_empty());
    let sign = sign::said(row.step).map(|sign| sign.text(show.lang));
    let missing = words::missing(show.lang, row.step);
    let parts = [Some(title), when, sign, missing];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    let says = parts.join(", ");
    let label = say!(show.lang, "stories-step", number = number, says = says);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &label));
}

impl Words {
    fn of(show: Show<'_>, ui: &Ui, row: Row<'_>, width: f32, is_typed: bool) -> Self {
        let (theme, step) = (show.theme, row.step);
        let lay = |text: &str, font: FontId, tint: Rgba, (width, rows): (f32, usize)| {
            let mut job = LayoutJob::simple(text.to_owned(), font, color(tint), width);
            job.wrap = TextWrapping {
                max_width: width,
                max_rows: rows,
                break_anywhere: false,
                overflow_character: Some('…'),
            };
            ui.painter().layout_job(job)
        };
        let title = || {
            let title = words::step(show, step);
            lay(&title, sans(14.0), theme.ink, (width - RIGHT, 2))
        };
        let said = [words::when(show, step), words::note(step)];
        let said: Vec<_> = said.into_iter().filter(|said| !said.is_empty()).collect();
        // In a low window there are more rows to see with one line less in each.
        let said = match ui.ctx().content_rect().height() < ROOM_FOR_LINES {
            true if !said.is_empty() => vec![said.join(" · ")],
            _ => said,
        };
        let muted = |text: &String| lay(text, sans(12.5), theme.muted, (width - END, 1));
        let missing = words::missing(show.lang, step);
        let missing = missing.map(|text| lay(&text, sans(12.5), theme.error, (width - END, 2)));
        Self {
            title: (!is_typed).then(title),
            under: missing.into_iter().chain(said.iter().map(muted)).collect(),
        }
    }

    fn height(&self) -> f32 {
        let title = self.title.as_ref().map_or(TYPED, |title| title.size().y);
        let under = self.under.iter().map(|line| line.size().y + 1.0);
        title + under.sum::<f32>() + AROUND * 2.0
    }
}

/// What a row lies on: where it is the one looked at, under the pointer, or has the focus.
fn ground(pen: &Pen<'_>, ui: &Ui, response: &Response, row: Row<'_>) {
    let theme = pen.show.theme;
    let rect = response.rect;
    let is_at = is_looked_at(pen, row);
    let fill = match (is_at, response.contains_pointer()) {
        (true, _) => Some(theme.era),
        (false, true) => Some(theme.raised),
        (false, false) => None,
    };
    let corner = CornerRadius::same(6);
    if let Some(fill) = fill {
        ui.painter().rect_filled(rect, corner, color(fill));
    }
    if is_at && !response.has_focus() {
        let bar = Rect::from_min_size(rect.min + vec2(0.0, 6.0), vec2(3.0, rect.height() - 12.0));
        ui.painter().rect_filled(bar, 1.5, color(theme.accent));
    }
}

/// Whether a step is the one that was looked at last, and what it is about still is what is read.
fn is_looked_at(pen: &Pen<'_>, row: Row<'_>) -> bool {
    let workspace = pen.show.workspace;
    if pen.memory.at != Some(row.index) {
        return false;
    }
    let event = workspace.slide_of_step(row.story, row.index).event();
    workspace.selected().map(|(index, _)| index) == event
}

fn paint(pen: &Pen<'_>, ui: &mut Ui, rect: Rect, row: Row<'_>, words: &Words) {
    let show = pen.show;
    let builder = egui::UiBuilder::new().max_rect(rect);
    let mut ui = ui.new_child(builder.scope_id(self::row(row.index).with("words")));
    if pen.memory.held == Some(row.index) {
        ui.multiply_opacity(0.4);
    }
    let layer = ui.painter();
    let first = rect.top() + AROUND + LINE / 2.0;
    let number = grouped(row.index.saturating_add(1));
    let tint = color(show.theme.muted);
    let at = pos2(rect.left() + NUMBER, first);
    layer.text(at, egui::Align2::RIGHT_CENTER, number, sans(12.5), tint);
    sign::paint(show, &ui, pos2(rect.left() + SIGN, first), row.step);
    let mut at = pos2(rect.left() + TEXT, rect.top() + AROUND);
    match &words.title {
        Some(title) => {
            layer.galley(at, Arc::clone(title), color(show.theme.ink));
            at.y += title.size().y;
        }
        None => at.y += TYPED,
    }
    for line in &words.under {
        at.y += 1.0;
        layer.galley(at, Arc::clone(line), tint);
        at.y += line.size().y;
    }
}

/// The dots by which a step is dragged.
fn handle(pen: &mut Pen<'_>, ui: &Ui, rect: Rect, index: usize) {
    let place = Rect::from_min_max(rect.min, pos2(rect.left() + 20.0, rect.bottom()));
    let response = ui.interact(place, row(index).with("handle"), Sense::DRAG);
    let number = index.saturating_add(1);
    let name = say!(pen.show.lang, "stories-drag-step", number = number);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Unknown, true, &name));
    let is_near = ui.rect_contains_pointer(rect);
    let theme = pen.show.theme;
    let tint = if is_near { theme.muted } else { theme.axis };
    let center = pos2(rect.left() + HANDLE, rect.top() + AROUND + LINE / 2.0);
    for (x, y) in [
        (-2.0, -4.0),
        (2.0, -4.0),
        (-2.0, 0.0),
        (2.0, 0.0),
        (-2.0, 4.0),
        (2.0, 4.0),
    ] {
        ui.painter()
            .circle_filled(center + vec2(x, y), 1.1, color(tint));
    }
    if response.drag_started() {
        pen.memory.held = Some(index);
    }
    response.on_hover_cursor(CursorIcon::Grab);
}

/// The button at the right that opens the menu.
fn more(pen: &mut Pen<'_>, ui: &mut Ui, rect: Rect, row: Row<'_>) {
    let center = pos2(rect.right() - 12.0, rect.top() + AROUND + LINE / 2.0);
    let place = Rect::from_center_size(center, vec2(24.0, 24.0));
    let number = row.index.saturating_add(1);
    let name = say!(pen.show.lang, "stories-more-for-step", number = number);
    let builder = egui::UiBuilder::new().max_rect(place);
    let mut within = ui.new_child(builder.scope_id(self::row(row.index).with("menu")));
    dots(pen, &mut within, &name, |pen, ui| menu(pen, ui, row));
}

/// Three dots that open a menu.
pub(super) fn dots(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    name: &str,
    content: impl FnOnce(&mut Pen<'_>, &mut Ui),
) {
    ui.spacing_mut().button_padding = vec2(2.0, 0.0);
    let button = Button::new("")
        .fill(egui::Color32::TRANSPARENT)
        .stroke(Stroke::NONE)
        .min_size(vec2(24.0, 24.0));
    let (response, shown) = MenuButton::from_button(button).ui(ui, |ui| {
        ui.set_min_width(190.0);
        content(pen, ui);
    });
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
    pen.memory.is_menu_open |= shown.is_some();
    let theme = pen.show.theme;
    let is_lit = response.hovered() || response.has_focus() || shown.is_some();
    let tint = if is_lit { theme.ink } else { theme.muted };
    for x in [-5.0, 0.0, 5.0] {
        let at: Pos2 = response.rect.center() + vec2(x, 0.0);
        ui.painter().circle_filled(at, 1.4, color(tint));
    }
}

/// What can be done with a step.
fn menu(pen: &mut Pen<'_>, ui: &mut Ui, row: Row<'_>) {
    let Row { story, index, .. } = row;
    let lang = pen.show.lang;
    let last = story.steps.len().saturating_sub(1);
    if item(pen, ui, &say!(lang, "stories-present-from-here"), "", true) {
        changes::present(pen, story, index);
    }
    ui.separator();
    if item(pen, ui, &say!(lang, "stories-rename"), "F2", true) {
        pen.type_in(Spot::Title(story.id.clone(), index));
    }
    if item(pen, ui, &say!(lang, "stories-edit-note"), "", true) {
        pen.type_in(Spot::Note(story.id.clone(), index));
    }
    ui.separator();
    let keys = key_name(Modifiers::ALT, Key::ArrowUp);
    if item(pen, ui, &say!(lang, "stories-move-up"), &keys, index > 0) {
        changes::move_step(pen, story, index, index.saturating_sub(1));
    }
    let keys = key_name(Modifiers::ALT, Key::ArrowDown);
    if item(
        pen,
        ui,
        &say!(lang, "stories-move-down"),
        &keys,
        index < last,
    ) {
        changes::move_step(pen, story, index, index.saturating_add(1));
    }
    if item(pen, ui, &say!(lang, "stories-duplicate"), "", true) {
        changes::duplicate_step(pen, story, index);
    }
    ui.separator();
    let keys = key_name(Modifiers::NONE, Key::Delete);
    if item(pen, ui, &say!(lang, "stories-delete"), &keys, true) {
        changes::delete_step(pen, story, index);
    }
}

/// A line of a menu; true when it is chosen.
pub(super) fn item(pen: &Pen<'_>, ui: &mut Ui, name: &str, keys: &str, can: bool) -> bool {
    let button = Button::new(RichText::new(name).font(sans(13.5)));
    let button = button.right_text(widgets::muted(pen.show, keys));
    let response = ui.add_enabled(can, button);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, can, name));
    let is_chosen = response.clicked();
    if is_chosen {
        ui.close();
    }
    is_chosen
}

/// The note, while it is typed.
fn note(pen: &mut Pen<'_>, ui: &mut Ui, row: Row<'_>) {
    let spot = Spot::Note(row.story.id.clone(), row.index);
    if !pen.memory.is_typing_in(&spot) {
        return;
    }
    let margin = egui::Margin {
        left: (TEXT - BESIDE) as i8,
        right: 8,
        top: 0,
        bottom: 8,
    };
    egui::Frame::new().inner_margin(margin).show(ui, |ui| {
        let (lang, number) = (pen.show.lang, row.index.saturating_add(1));
        let name = say!(lang, "stories-step-note", number = number);
        let hint = say!(lang, "stories-note-hint");
        let said = row.step.note.as_deref().unwrap_or_default();
        let field = Field::line(spot, &name, said);
        let field = field.hinted(&hint).of_rows(4);
        field::ui(pen, ui, &field);
    });
}

/// Moves what is dragged, and shows where it will land.
fn drag(pen: &mut Pen<'_>, ui: &Ui, story: &Story, rows: &[std::ops::Range<f32>]) {
    let Some(from) = pen.memory.held else {
        return;
    };
    let pointer = ui.input(|input| input.pointer.interact_pos());
    let is_down = ui.input(|input| input.pointer.any_down());
    let Some(pointer) = pointer else {
        pen.memory.held = None;
        return;
    };
    let before = rows
        .iter()
        .filter(|row| (row.start + row.end) / 2.0 < pointer.y)
        .count();
    let to = before.saturating_sub(usize::from(before > from));
    if !is_down {
        pen.memory.held = None;
        changes::move_step(pen, story, from, to);
        return;
    }
    ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
    scroll(ui, pointer);
    let end = rows.last().map(|row| row.end);
    let edge = rows.get(before).map(|row| row.start).or(end);
    if let Some(y) = edge.filter(|_| to != from) {
        let stroke = Stroke::new(2.0, color(pen.show.theme.accent));
        let left = ui.max_rect().left();
        let right = left + ui.available_width();
        ui.painter().hline(left + 4.0..=right - 4.0, y, stroke);
        ui.painter()
            .circle_filled(pos2(left + 4.0, y), 3.0, stroke.color);
    }
}

/// Moves the list while something is held near to its edge.
fn scroll(ui: &Ui, pointer: Pos2) {
    let clip = ui.clip_rect();
    let delta = if pointer.y < clip.top() + EDGE {
        8.0
    } else if pointer.y > clip.bottom() - EDGE {
        -8.0
    } else {
        return;
    };
    ui.scroll_with_delta(vec2(0.0, delta));
    ui.ctx().request_repaint();
}
