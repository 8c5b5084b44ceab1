//! The events that an event leads to or answers: one line each, and a field to add one.

use egui::{Align, Layout, RichText, Ui};

use crate::document::{Edit, Key, LinkKind, List, Node, Value, Way};
use crate::messages::{message, say};
use crate::ui::style::{color, sans};
use crate::ui::widgets;

use super::cards::{Member, tools};
use super::check::{Checked, reference};
use super::form::Field;
use super::line::{self, Line};
use super::{Pen, Spot, words};

/// Shows the links.
pub(super) fn ui(pen: &mut Pen<'_>, ui: &mut Ui, field: Field<'_>) {
    let items = field.items();
    if !items.is_empty() {
        line::frame(pen, false, false).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 0.0;
            for (index, item) in items.iter().enumerate() {
                link(pen, ui, field, (index, item));
            }
        });
    }
    add(pen, ui, field);
}

fn link(pen: &mut Pen<'_>, ui: &mut Ui, field: Field<'_>, (index, item): (usize, &Node)) {
    let to = pen.within(item, &[Way::Field("to")]);
    let to = to.map(|node| pen.said(node)).unwrap_or_default();
    let timeline = pen.show.workspace.timeline();
    let found = timeline.event_index(&to);
    let title = found.map(|index| words::title(pen.show, List::Events, index));
    let title = title.unwrap_or_else(|| to.clone());
    ui.horizontal(|ui| {
        kind(pen, ui, field, (index, item), &title);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let member = Member {
                list: field.at,
                index,
                count: field.items().len(),
                name: &message!("editor-the-link", title = &title),
            };
            tools(pen, ui, member);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let tint = if found.is_some() {
                    pen.show.theme.ink
                } else {
                    pen.show.theme.error
                };
                let text = RichText::new(&title).font(sans(13.5)).color(color(tint));
                let button = egui::Button::new(text).frame(false).truncate();
                let response = ui.add(button);
                let lang = pen.show.lang;
                let response = response.on_hover_text(say!(lang, "editor-edit-event"));
                let label = say!(lang, "editor-edit", what = &title);
                response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &label));
                if let Some(found) = found.filter(|_| response.clicked()) {
                    widgets::go_to(pen.show, found, pen.actions);
                }
            });
        });
    });
    if let Err(reason) = reference(pen.show, List::Events, &to) {
        line::why(pen, ui, &reason);
    }
}

/// What the link says, as a small menu.
fn kind(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    field: Field<'_>,
    (index, item): (usize, &Node),
    title: &str,
) {
    let lang = pen.show.lang;
    let said = pen.within(item, &[Way::Field("kind")]);
    let said = said.map_or_else(|| words::written(LinkKind::SeeAlso), |node| pen.said(node));
    let shown = words::choice(&said).text(lang);
    let group = match field.def.sort {
        crate::document::Sort::Entries(group) => group.field("kind"),
        _ => None,
    };
    let Some(crate::document::Sort::One(names)) = group.map(|def| def.sort) else {
        return;
    };
    let text = RichText::new(format!("{shown} ▾"))
        .font(sans(13.5))
        .color(color(pen.show.theme.muted));
    ui.spacing_mut().button_padding = egui::vec2(1.0, 1.0);
    let button = egui::Button::new(text).frame(false);
    let mut chosen = None;
    let menu = egui::containers::menu::MenuButton::from_button(button);
    let (response, _) = menu.ui(ui, |ui| {
        for name in names {
            let is_on = said == *name;
            let says = words::choice(name).text(lang);
            if ui.selectable_label(is_on, says).clicked() {
                chosen = Some(*name);
                ui.close();
            }
        }
    });
    let label = say!(lang, "editor-link-kind", title = title, kind = shown);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &label));
    if let Some(name) = chosen {
        let at = field.at.item(index).field("kind");
        pen.write(Edit::Set(at, Value::Word(name.to_owned())));
    }
}

fn add(pen: &mut Pen<'_>, ui: &mut Ui, field: Field<'_>) {
    let name = say!(pen.show.lang, "editor-add-link");
    let line = Line::adding(Spot::Adding(field.at.clone()), &name, List::Events);
    let (show, count) = (pen.show, field.items().len());
    let own = match &field.at.key {
        Key::Id(id) => show.workspace.timeline().event_index(id),
        Key::Index(index) => Some(*index),
    };
    let check = |text: &str| -> Checked {
        let id = text.trim();
        if id.is_empty() {
            return Ok(None);
        }
        let id = reference(show, List::Events, id)?;
        let other = show.workspace.timeline().event_index(id);
        if other == own {
            return Err(say!(show.lang, "editor-link-to-itself"));
        }
        // What comes later is what this led to, unless somebody says otherwise.
        let kind = match other > own {
            true => LinkKind::LedTo,
            false => LinkKind::Follows,
        };
        let kind = ("kind", Value::Word(words::written(kind)));
        let entry = Value::Entry(vec![("to", Value::from(id)), kind]);
        Ok(Some(Edit::Insert(field.at.clone(), count, entry)))
    };
    line::ui(pen, ui, &line, &check);
}
