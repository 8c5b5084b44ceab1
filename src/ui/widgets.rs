//! Small parts that several panels share.

use egui::{
    Button, Color32, CornerRadius, EventFilter, Frame, Margin, Response, RichText, Sense, Stroke,
    TextEdit, Ui, Vec2, pos2,
};

use crate::document::{Category, Id, Shape};
use crate::messages::{grouped, message, say};
use crate::scene::{Fill, Rgba, mark, point};
use crate::state::{Action, ViewAction};

use super::style::{color, sans, semibold};
use super::{Show, paint};

/// Small muted text.
pub(super) fn muted(show: Show<'_>, text: impl Into<String>) -> RichText {
    RichText::new(text)
        .font(sans(12.5))
        .color(color(show.theme.muted))
}

/// A heading inside a panel.
pub(super) fn heading(show: Show<'_>, text: impl Into<String>) -> RichText {
    RichText::new(text)
        .font(semibold(14.0))
        .color(color(show.theme.ink))
}

/// Gives a text field its name for screen readers.
pub(super) fn name_field(response: &Response, name: &str, text: &str) {
    response.widget_info(|| {
        let mut info = egui::WidgetInfo::text_edit(true, "", text, "");
        info.label = Some(name.to_owned());
        info
    });
}

/// Words that do something when clicked, without a frame.
pub(super) fn link(show: Show<'_>, ui: &mut Ui, text: &str) -> Response {
    words(
        ui,
        RichText::new(text)
            .font(sans(13.0))
            .color(color(show.theme.accent)),
    )
}

/// The same in the colour of second text.
pub(super) fn quiet_link(show: Show<'_>, ui: &mut Ui, text: &str) -> Response {
    words(
        ui,
        RichText::new(text)
            .font(sans(13.0))
            .color(color(show.theme.muted)),
    )
}

fn words(ui: &mut Ui, text: RichText) -> Response {
    ui.scope(|ui| {
        ui.spacing_mut().button_padding = Vec2::new(2.0, 2.0);
        ui.add(Button::new(text).frame(false))
    })
    .inner
    .on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// The one button of a panel that does what the panel is for.
pub(super) fn main_button(show: Show<'_>, ui: &mut Ui, text: &str) -> Response {
    let text = RichText::new(text)
        .font(semibold(13.5))
        .color(color(show.theme.ground));
    let button = Button::new(text)
        .fill(color(show.theme.ink))
        .corner_radius(CornerRadius::same(6))
        .min_size(Vec2::new(58.0, 30.0));
    ui.add(button)
        .on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// A category's mark as a small widget that only shows.
pub(super) fn category_mark(show: Show<'_>, ui: &mut Ui, index: usize) {
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(14.0), Sense::empty());
    paint_mark(show, ui, index, rect.center(), 5.0);
}

/// The same at a place.
pub(super) fn paint_mark(show: Show<'_>, ui: &Ui, index: usize, center: egui::Pos2, radius: f32) {
    let shape = category(show, index).map_or(Shape::Circle, |category| category.shape);
    let item = mark(
        shape,
        point(center.x, center.y),
        radius,
        category_color(show, index),
        Fill::Solid,
        show.theme.ground,
    );
    paint::items(ui.painter(), Vec2::ZERO, &[item]);
}

pub(super) fn category<'a>(show: Show<'a>, index: usize) -> Option<&'a Category> {
    show.workspace.timeline().categories.get(index)
}

pub(super) fn category_color(show: Show<'_>, index: usize) -> Rgba {
    show.theme.category(
        index,
        category(show, index).and_then(|category| category.color.as_deref()),
    )
}

/// Greatest width of a chip's name in points.
const CHIP_NAME: f32 = 200.0;

/// The chip of a category: mark, name and count, tinted while it is on.
pub(super) fn chip(
    show: Show<'_>,
    ui: &mut Ui,
    index: usize,
    name: &str,
    count: usize,
    on: bool,
) -> Response {
    let tint = category_color(show, index);
    let ink = color(if on { show.theme.ink } else { show.theme.muted });
    let shown = show
        .fonts
        .elided(name, crate::scene::TextStyle::sans(13.0), CHIP_NAME);
    let name_galley = ui.painter().layout_no_wrap(shown, sans(13.0), ink);
    let count_galley =
        ui.painter()
            .layout_no_wrap(grouped(count), sans(13.0), color(show.theme.muted));
    let width = 30.0 + name_galley.size().x + 8.0 + count_galley.size().x + 12.0;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, 26.0), Sense::click());
    let label = say!(
        show.lang,
        "words-named-events",
        name = name,
        events = message!("words-events", count = count)
    );
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, true, on, &label));
    let fill = if on {
        color(tint.with_opacity(0.09))
    } else {
        Color32::TRANSPARENT
    };
    let edge = if on { tint } else { show.theme.axis };
    let width = if response.hovered() || response.has_focus() {
        1.8
    } else {
        1.0
    };
    ui.painter().rect(
        rect,
        CornerRadius::same(13),
        fill,
        Stroke::new(width, color(edge)),
        egui::StrokeKind::Inside,
    );
    let middle = rect.center().y;
    paint_mark(
        show,
        ui,
        index,
        pos2(rect.left() + 16.0, middle),
        if on { 4.6 } else { 3.4 },
    );
    let name_at = pos2(rect.left() + 29.0, middle - name_galley.size().y / 2.0);
    let count_at = pos2(
        name_at.x + name_galley.size().x + 8.0,
        middle - count_galley.size().y / 2.0,
    );
    ui.painter().galley(name_at, name_galley, ink);
    ui.painter().galley(count_at, count_galley, ink);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// A name in a thin round frame, which can be clicked.
pub(super) fn pill(show: Show<'_>, ui: &mut Ui, text: &str) -> Response {
    let button = Button::new(
        RichText::new(text)
            .font(sans(12.5))
            .color(color(show.theme.ink)),
    )
    .corner_radius(CornerRadius::same(11))
    .min_size(Vec2::new(0.0, 22.0))
    .wrap_mode(egui::TextWrapMode::Extend);
    ui.add(button)
        .on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// Something that may be chosen.
pub(super) fn selectable(show: Show<'_>, ui: &mut Ui, on: bool, says: &str, size: f32) -> Response {
    let font = if on { semibold(size) } else { sans(size) };
    let text = RichText::new(says).font(font).color(color(show.theme.ink));
    ui.add(egui::Button::selectable(on, text))
}

/// How far a box over the window is below its top, in points, so that the bar stays in sight.
const BELOW_BAR: f32 = 72.0;
/// Windows lower than this have no room to spare for that.
const LOW: f32 = 560.0;
/// What stays free around a box there, and at its sides anywhere.
const BESIDE_BOX: f32 = 16.0;

/// A box that lies over the window in its upper middle; gives back whether a click beside it asks to close it.
pub(super) fn overlay(
    show: Show<'_>,
    ui: &Ui,
    name: &str,
    width: f32,
    content: impl FnOnce(&mut Ui),
) -> bool {
    let frame = Frame::new()
        .fill(color(show.theme.surface))
        .stroke(Stroke::new(1.0, color(show.theme.line)))
        .corner_radius(CornerRadius::same(10))
        .inner_margin(Margin::same(20));
    let window = ui.ctx().content_rect().size();
    let top = if window.y < LOW {
        BESIDE_BOX
    } else {
        BELOW_BAR
    };
    let margin = frame.total_margin().sum();
    let width = width.min(window.x - 2.0 * BESIDE_BOX - margin.x);
    // Not of its name, which another language words anew.
    let id = egui::Id::unique(("overlay", show.workspace.session().overlay));
    let area = egui::Modal::default_area(id).anchor(egui::Align2::CENTER_TOP, [0.0, top]);
    let area = area.accessible_name(name);
    let response = egui::Modal::new(id)
        .area(area)
        .frame(frame)
        .backdrop_color(color(show.theme.shadow.with_opacity(0.25)))
        .show(ui.ctx(), |ui| {
            ui.set_width(width);
            // Lists in it scroll by themselves; in a window too low for the rest everything does.
            let most = window.y - top - BESIDE_BOX - margin.y;
            let scroll = egui::ScrollArea::vertical().max_height(most);
            // Else it would keep to the height that it had before it was known how much stands in it.
            let scroll = scroll.min_scrolled_height(most);
            scroll.auto_shrink([false, true]).show(ui, content);
        });
    // With a list open a click beside it closes the list.
    response.backdrop_response.clicked() && !response.any_popup_open
}

/// What is left for a list in a box over the window, in points, when so much stands above and below it: enough for some
/// lines even in the smallest window, since a list scrolls.
pub(super) fn room_below(ui: &Ui, others: f32) -> f32 {
    const LEAST: f32 = 96.0;
    // The box stands below the bar, and leaves some air at the bottom.
    const BESIDES: f32 = 120.0;
    (ui.ctx().content_rect().height() - others - BESIDES).max(LEAST)
}

/// The sign that closes a panel, with the words under the pointer and its name for screen readers.
pub(super) fn closes(show: Show<'_>, ui: &mut Ui, hover: &str, name: &str) -> bool {
    let close = quiet_link(show, ui, "✕").on_hover_text(hover);
    close.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
    close.clicked()
}

/// A row keeps the arrows to itself while it has the focus.
pub(super) fn keep_arrows(ui: &Ui, row: &Response) {
    const KEPT: EventFilter = EventFilter {
        tab: false,
        horizontal_arrows: true,
        vertical_arrows: true,
        escape: false,
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(row.id, KEPT));
}

/// Lets the arrows and PageUp and PageDown scroll what is only read, so that Tab has nothing to come to in it.
pub(super) fn scroll_by_keys(ui: &Ui) {
    const LINE: f32 = 40.0;
    let page = (ui.clip_rect().height() - LINE).max(LINE);
    let by = ui.input(|input| {
        let keys = [
            (egui::Key::ArrowUp, LINE),
            (egui::Key::ArrowDown, -LINE),
            (egui::Key::PageUp, page),
            (egui::Key::PageDown, -page),
        ];
        let pressed = keys.into_iter().filter(|(key, _)| input.key_pressed(*key));
        pressed.map(|(_, by)| by).sum::<f32>()
    });
    if by != 0.0 {
        ui.scroll_with_delta(Vec2::new(0.0, by));
    }
}

/// Selects an event and brings it into view.
pub(super) fn go_to(show: Show<'_>, event: usize, actions: &mut Vec<Action>) {
    let Some(event) = show.workspace.timeline().events.get(event) else {
        return;
    };
    actions.push(Action::Select(Some(Id::from(&*event.id))));
    actions.push(Action::View(ViewAction::RevealSelection));
}

/// Gives boxes to tick an outline, which egui's menus and our theme leave out: without one nobody sees what is not ticked.
pub(super) fn outline_boxes(ui: &mut Ui) {
    let stroke = egui::Stroke::new(1.0, ui.visuals().weak_text_color());
    ui.visuals_mut().widgets.inactive.bg_stroke = stroke;
}

/// Ctrl+Z takes back changes of the document, in a field as anywhere else.
pub(super) fn forget_own_undo(ui: &Ui, field: egui::Id) {
    if let Some(mut state) = TextEdit::load_state(ui.ctx(), field) {
        state.clear_undoer();
        state.store(ui.ctx(), field);
    }
}

/// Keys that are for a field alone and do not move the focus; Tab goes on.
pub(super) const FIELD_KEYS: EventFilter = EventFilter {
    tab: false,
    horizontal_arrows: true,
    vertical_arrows: true,
    escape: true,
};

/// Names in a list that are told apart at a glance; among more than these one can look for one.
pub(super) const AT_A_GLANCE: usize = 20;

/// The field in which one looks for a name in a long list.
pub(super) fn find_field(show: Show<'_>, ui: &mut Ui, wanted: &mut String) -> Response {
    let name = say!(show.lang, "words-find-in-list");
    let field = egui::TextEdit::singleline(wanted)
        .hint_text(name.clone())
        .margin(Margin::symmetric(9, 5))
        .desired_width(f32::INFINITY);
    let field = ui.add(field);
    name_field(&field, &name, wanted);
    field
}
