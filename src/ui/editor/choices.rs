//! Fields to choose in: menus, dots, boxes, and pills that can be taken away.

use egui::{Button, Color32, CornerRadius, Rect, RichText, Sense, Stroke, Ui, Vec2, vec2};

use crate::document::{Address, Edit, List, Value};
use crate::messages::{Message, say};
use crate::scene::TextStyle;
use crate::state::{Wish, capital};
use crate::ui::style::{color, sans};
use crate::ui::widgets;

use super::check::reference;
use super::form::Field;
use super::line::{self, Line};
use super::{Pen, Spot, words};

/// Height of a field of one line, in points.
pub(super) const HEIGHT: f32 = 32.0;

impl Pen<'_> {
    pub(super) fn write(&mut self, edit: Edit) {
        self.actions.push(edit.into());
    }

    fn set(&mut self, at: &Address, value: Value) {
        self.write(Edit::Set(at.clone(), value));
    }
}

/// A button that looks like a field and opens a menu.
pub(super) fn menu(
    pen: &Pen<'_>,
    ui: &mut Ui,
    (name, said): (&str, &str),
    content: impl FnOnce(&mut Ui),
) -> egui::Response {
    let text = RichText::new(said).font(sans(13.5));
    let arrow = RichText::new("▾").color(color(pen.show.theme.muted));
    let button = Button::new(text)
        .right_text(arrow)
        .truncate()
        .fill(color(pen.show.theme.ground))
        .stroke(Stroke::new(1.0, color(pen.show.theme.line)))
        .corner_radius(CornerRadius::same(6))
        .min_size(vec2(ui.available_width(), HEIGHT));
    let menu = egui::containers::menu::MenuButton::from_button(button);
    let (response, _) = menu.ui(ui, content);
    let label = say!(
        pen.show.lang,
        "editor-field-says",
        field = name,
        said = said.trim()
    );
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &label));
    response
}

/// One of the categories, with its mark.
pub(super) fn category(pen: &mut Pen<'_>, ui: &mut Ui, field: Field<'_>) {
    let said = field.node.map(|node| pen.said(node));
    let id = said.as_deref().unwrap_or_default();
    let timeline = pen.show.workspace.timeline();
    let index = timeline.index_of(List::Categories, id);
    let otherwise = say!(pen.show.lang, "editor-no-category");
    let name = field.name(pen.show.lang);
    let chosen = categories(pen, ui, (&name, &otherwise), index);
    if let Some(id) = chosen {
        pen.set(field.at, Value::Text(id));
    }
    if !id.is_empty()
        && let Err(reason) = reference(pen.show, List::Categories, id)
    {
        line::why(pen, ui, &reason);
    }
}

/// The menu of all categories, with what it says where it is none of them; gives back the id of the one that was chosen.
pub(super) fn categories(
    pen: &Pen<'_>,
    ui: &mut Ui,
    (name, otherwise): (&str, &str),
    index: Option<usize>,
) -> Option<String> {
    let timeline = pen.show.workspace.timeline();
    let title = index.map(|index| words::title(pen.show, List::Categories, index));
    // The mark is painted over the spaces.
    let said = match &title {
        Some(title) => format!("     {title}"),
        None => otherwise.to_owned(),
    };
    let mut chosen = None;
    let response = menu(pen, ui, (name, &said), |ui| {
        for (other, category) in timeline.categories.iter().enumerate() {
            // One that is made for events without any is no part of the text.
            if category.range.range().is_empty() {
                continue;
            }
            ui.horizontal(|ui| {
                widgets::category_mark(pen.show, ui, other);
                let title = words::title(pen.show, List::Categories, other);
                if ui.selectable_label(index == Some(other), title).clicked() {
                    chosen = Some(category.id.to_string());
                    ui.close();
                }
            });
        }
    });
    if let Some(index) = index {
        let at = response.rect.left_center() + vec2(17.0, 0.0);
        widgets::paint_mark(pen.show, ui, index, at, 4.6);
    }
    chosen
}

/// One of several names.
pub(super) fn one(pen: &mut Pen<'_>, ui: &mut Ui, field: Field<'_>, names: &'static [&str]) {
    let said = field.node.map(|node| pen.said(node));
    let lang = pen.show.lang;
    let usual = words::usual(field.group, field.def.name);
    let left_out = words::left_out(field.group, field.def.name).text(lang);
    let current = said.as_ref().or(usual.as_ref());
    let shown = current.map(|name| words::choice(name).text(lang));
    let shown = shown.as_ref().unwrap_or(&left_out);
    let (mut chosen, mut is_cleared) = (None, false);
    menu(pen, ui, (&field.name(lang), &capital(shown)), |ui| {
        // Where leaving it out means something that none of the names says, there is a way back to that.
        if usual.is_none() && ui.selectable_label(said.is_none(), &left_out).clicked() {
            is_cleared = said.is_some();
            ui.close();
        }
        for name in names {
            let title = capital(&words::choice(name).text(lang));
            let is_on = current.is_some_and(|current| current == name);
            if ui.selectable_label(is_on, title).clicked() {
                chosen = Some(*name);
                ui.close();
            }
        }
    });
    if let Some(name) = chosen {
        pen.set(field.at, Value::Word(name.to_owned()));
    } else if is_cleared {
        pen.write(Edit::Clear(field.at.clone()));
    }
}

/// Significance: five dots.
pub(super) fn level(pen: &mut Pen<'_>, ui: &mut Ui, field: Field<'_>) {
    /// What counts when it is left out.
    const USUAL: u8 = 3;
    let said = field.node.map(|node| pen.said(node));
    let level = said.map_or(Some(USUAL), |said| said.parse().ok());
    if let Some(level) = dots(pen, ui, &field.name(pen.show.lang), level) {
        pen.set(field.at, Value::Word(level.to_string()));
    }
}

/// Five dots, as many of them filled as something is significant; gives back what was clicked.
pub(super) fn dots(pen: &Pen<'_>, ui: &mut Ui, name: &str, level: Option<u8>) -> Option<u8> {
    let theme = pen.show.theme;
    let size = vec2(ui.available_width(), HEIGHT);
    let (rect, _) = ui.allocate_exact_size(size, Sense::empty());
    let line = Stroke::new(1.0, color(theme.line));
    let inside = egui::StrokeKind::Inside;
    let corners = CornerRadius::same(6);
    ui.painter()
        .rect(rect, corners, color(theme.ground), line, inside);
    let mut clicked = None;
    for dot in 1..=5_u8 {
        let left = rect.left() + 8.0 + f32::from(dot - 1) * 20.0;
        let place = Rect::from_min_size(egui::pos2(left, rect.top()), vec2(20.0, HEIGHT));
        let id = ui.scope_id().with(("dot", dot));
        let response = ui.interact(place, id, Sense::click());
        let is_on = level == Some(dot);
        let label = say!(
            pen.show.lang,
            "editor-dot",
            field = name,
            dot = u32::from(dot)
        );
        response.widget_info(|| {
            egui::WidgetInfo::selected(egui::Role::RadioButton, true, is_on, &label)
        });
        let is_filled = level.is_some_and(|level| dot <= level);
        let (fill, edge) = if is_filled {
            (color(theme.ink), theme.ink)
        } else {
            (Color32::TRANSPARENT, theme.muted)
        };
        let center = place.center();
        ui.painter()
            .circle(center, 4.6, fill, Stroke::new(1.0, color(edge)));
        if response.has_focus() || response.hovered() {
            let ring = Stroke::new(1.5, color(theme.accent));
            ui.painter().circle_stroke(center, 7.4, ring);
        }
        if response.on_hover_text(label).clicked() {
            clicked = Some(dot);
        }
    }
    clicked
}

/// A box to tick.
pub(super) fn flag(pen: &mut Pen<'_>, ui: &mut Ui, field: Field<'_>, usual: bool) {
    let said = field.node.map(|node| pen.said(node));
    let mut is_on = said.map_or(usual, |said| said == "true");
    ui.scope(|ui| {
        widgets::outline_boxes(ui);
        if !ui.checkbox(&mut is_on, field.name(pen.show.lang)).changed() {
            return;
        }
        let edit = if is_on == usual {
            Edit::Clear(field.at.clone())
        } else {
            Edit::Set(field.at.clone(), Value::Word(is_on.to_string()))
        };
        pen.write(edit);
    });
}

/// Several entries by their ids, each to be taken away, and a field to add one.
pub(super) fn pills(pen: &mut Pen<'_>, ui: &mut Ui, field: Field<'_>, list: List) {
    let ids: Vec<String> = field.items().iter().map(|item| pen.said(item)).collect();
    let mut gone = None;
    if !ids.is_empty() {
        pill_rows(ui, |ui| {
            for (index, id) in ids.iter().enumerate() {
                if pill(pen, ui, list, id).clicked() {
                    gone = Some(index);
                }
            }
        });
        ui.add_space(2.0);
    }
    match gone {
        // An empty list says no more than none.
        Some(_) if ids.len() == 1 => pen.write(Edit::Clear(field.at.clone())),
        Some(index) => pen.write(Edit::Clear(field.at.item(index))),
        None => {}
    }
    let (lang, what) = (pen.show.lang, list.group().called_one());
    let name = match field.member {
        Some(member) => say!(lang, "editor-add-in", what = what, member = member),
        None => say!(lang, "editor-add", what = what),
    };
    let line = Line::adding(Spot::Adding(field.at.clone()), &name, list);
    let (show, has_list) = (pen.show, field.node.is_some());
    let check = |text: &str| {
        let id = text.trim();
        if id.is_empty() || ids.iter().any(|known| known == id) {
            return Ok(None);
        }
        let value = Value::from(reference(show, list, id)?);
        let at = field.at.clone();
        Ok(Some(if has_list {
            Edit::Insert(at, ids.len(), value)
        } else {
            Edit::Set(at, Value::List(vec![value]))
        }))
    };
    line::ui(pen, ui, &line, &check);
}

/// Rows of pills.
pub(super) fn pill_rows(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        ui.spacing_mut().button_padding = vec2(9.0, 1.0);
        content(ui);
    });
}

/// An entry that can be taken away, in one of their rows.
pub(super) fn pill(pen: &Pen<'_>, ui: &mut Ui, list: List, id: &str) -> egui::Response {
    let timeline = pen.show.workspace.timeline();
    let index = timeline.index_of(list, id);
    let title = index.map_or_else(
        || id.to_owned(),
        |index| words::title(pen.show, list, index),
    );
    let tint = if index.is_some() {
        pen.show.theme.ink
    } else {
        pen.show.theme.error
    };
    let fits = ui.max_rect().width() - 44.0;
    let short = pen.show.fonts.elided(&title, TextStyle::sans(12.5), fits);
    let text = RichText::new(format!("{short}  ✕")).font(sans(12.5));
    let button = Button::new(text.color(color(tint)))
        .corner_radius(CornerRadius::same(11))
        .min_size(Vec2::new(0.0, 22.0))
        .wrap_mode(egui::TextWrapMode::Extend);
    let label = say!(pen.show.lang, "editor-remove", what = &title);
    let response = ui.add(button).on_hover_text(&label);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &label));
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

impl Pen<'_> {
    pub(super) fn wish(&mut self, edit: Edit, name: Message) {
        self.actions.push(Wish::new(edit).named(name).into());
    }
}
