//! What is nested in an entry: excerpts and steps, each a small form of its own, and plain texts.

use egui::{Frame, Margin, Stroke, Ui};

use crate::document::{Address, Edit, Group, List, Sort, Value};
use crate::messages::{Message, message, say};
use crate::state::capital;
use crate::ui::style::color;
use crate::ui::widgets;

use super::check::{Checked, reference};
use super::form::{self, Field};
use super::line::{self, Line};
use super::{Pen, Spot, words};

/// Which of so many members of a list.
#[derive(Clone, Copy)]
pub(super) struct Member<'a> {
    pub(super) list: &'a Address,
    pub(super) index: usize,
    pub(super) count: usize,
    /// "excerpt 2".
    pub(super) name: &'a Message,
}

/// Shows the members of a list, and a field to add one.
pub(super) fn ui(pen: &mut Pen<'_>, ui: &mut Ui, field: Field<'_>, inner: &'static Group) {
    let items = field.items();
    for (index, item) in items.iter().enumerate() {
        let name = words::numbered(inner.called(), index);
        card(pen, ui, |pen, ui| {
            let member = Member {
                list: field.at,
                index,
                count: items.len(),
                name: &name,
            };
            heading(pen, ui, member);
            form::entry(pen, ui, &field.at.item(index), (inner, item), Some(&name));
        });
    }
    if inner.field("quote").is_some() {
        begun(pen, ui, field);
    }
    add(pen, ui, field, inner);
}

fn card(pen: &mut Pen<'_>, ui: &mut Ui, content: impl FnOnce(&mut Pen<'_>, &mut Ui)) {
    let line = Stroke::new(1.0, color(pen.show.theme.line));
    let frame = Frame::new()
        .stroke(line)
        .corner_radius(6)
        .inner_margin(Margin {
            left: 10,
            right: 10,
            top: 6,
            bottom: 2,
        });
    frame.show(ui, |ui| content(pen, ui));
    ui.add_space(4.0);
}

/// Up, down and away; from right to left.
pub(super) fn tools(pen: &mut Pen<'_>, ui: &mut Ui, member: Member<'_>) {
    let at = member.list.item(member.index);
    let (lang, what) = (pen.show.lang, member.name);
    ui.spacing_mut().item_spacing.x = 4.0;
    if tool(pen, ui, "✕", &say!(lang, "editor-remove", what = what)) {
        pen.forget_under(member.list);
        // An empty list says no more than none.
        let gone = if member.count == 1 {
            member.list.clone()
        } else {
            at.clone()
        };
        pen.write(Edit::Clear(gone));
    }
    let last = member.count.saturating_sub(1);
    if member.index < last && tool(pen, ui, "↓", &say!(lang, "editor-move-down", what = what)) {
        pen.forget_under(member.list);
        pen.write(Edit::Move(at.clone(), member.index.saturating_add(1)));
    }
    if member.index > 0 && tool(pen, ui, "↑", &say!(lang, "editor-move-up", what = what)) {
        pen.forget_under(member.list);
        pen.write(Edit::Move(at, member.index.saturating_sub(1)));
    }
}

/// A sign to click, with its name for those who do not see it.
pub(super) fn tool(pen: &Pen<'_>, ui: &mut Ui, sign: &str, name: &str) -> bool {
    let response = widgets::quiet_link(pen.show, ui, sign).on_hover_text(name);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
    response.clicked()
}

/// The field that adds a member: chosen by what it refers to first.
fn add(pen: &mut Pen<'_>, ui: &mut Ui, field: Field<'_>, inner: &'static Group) {
    let first = inner.fields.iter().find_map(|def| match def.sort {
        Sort::Reference(list) => Some((def.name, list)),
        _ => None,
    });
    let Some((refers, list)) = first else {
        return;
    };
    let name = say!(
        pen.show.lang,
        "editor-add-by",
        what = inner.called_one(),
        refers = list.group().called()
    );
    let line = Line::adding(Spot::Adding(field.at.clone()), &name, list);
    let (show, count) = (pen.show, field.items().len());
    let has_words = inner.field("quote").is_some();
    let check = |text: &str| -> Checked {
        let id = text.trim();
        if id.is_empty() {
            return Ok(None);
        }
        let value = Value::Text(reference(show, list, id)?.to_owned());
        let entry = Value::Entry(vec![(refers, value)]);
        // An excerpt is nothing without its words.
        Ok((!has_words).then(|| Edit::Insert(field.at.clone(), count, entry)))
    };
    let taken = line::ui(pen, ui, &line, &check);
    if let Some(id) = taken.filter(|id| has_words && !id.trim().is_empty()) {
        pen.memory.begun = Some((field.at.clone(), id.trim().to_owned()));
        pen.memory.focus = Some(Spot::Begun(field.at.clone()));
    }
}

/// An excerpt that has a source and waits for its words.
fn begun(pen: &mut Pen<'_>, ui: &mut Ui, field: Field<'_>) {
    let begun = pen.memory.begun.clone();
    let Some((_, source)) = begun.filter(|(at, _)| at == field.at) else {
        return;
    };
    let lang = pen.show.lang;
    card(pen, ui, |pen, ui| {
        let index = pen
            .show
            .workspace
            .timeline()
            .index_of(List::Sources, &source);
        let title = index.map(|index| words::title(pen.show, List::Sources, index));
        let source_said = title.as_deref().unwrap_or(&source);
        let said = say!(lang, "editor-new-excerpt", source = source_said);
        ui.horizontal(|ui| {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if tool(pen, ui, "✕", &say!(lang, "editor-remove-new-excerpt")) {
                    pen.memory.begun = None;
                }
                ui.add(egui::Label::new(widgets::muted(pen.show, said)).truncate());
            });
        });
        let name = say!(lang, "editor-new-quote");
        let line = Line {
            rows: 2,
            hint: &say!(lang, "editor-new-quote-hint"),
            adds: true,
            least: usize::MAX,
            ..Line::new(Spot::Begun(field.at.clone()), &name, "")
        };
        let count = field.items().len();
        let check = |text: &str| -> Checked {
            let quote = text.trim();
            let entry = Value::Entry(vec![
                ("source", Value::from(source.as_str())),
                ("quote", Value::from(quote)),
            ]);
            let edit = Edit::Insert(field.at.clone(), count, entry);
            Ok((!quote.is_empty()).then_some(edit))
        };
        let taken = line::ui(pen, ui, &line, &check);
        if taken.is_some_and(|quote| !quote.trim().is_empty()) {
            pen.memory.begun = None;
        }
        ui.add_space(4.0);
    });
}

/// What a member of a list is called, and what can be done with it.
fn heading(pen: &mut Pen<'_>, ui: &mut Ui, member: Member<'_>) {
    let name = capital(&member.name.text(pen.show.lang));
    ui.horizontal(|ui| {
        ui.label(widgets::muted(pen.show, name));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            tools(pen, ui, member);
        });
    });
}

/// Several plain texts.
pub(super) fn texts(pen: &mut Pen<'_>, ui: &mut Ui, field: Field<'_>) {
    let items = field.items();
    for (index, item) in items.iter().enumerate() {
        let name = words::numbered(message!("editor-a-paragraph"), index);
        let member = Member {
            list: field.at,
            index,
            count: items.len(),
            name: &name,
        };
        heading(pen, ui, member);
        let at = field.at.item(index);
        let said = pen.said(item);
        let name = capital(&name.text(pen.show.lang));
        let line = Line {
            rows: 2,
            ..Line::new(Spot::At(at.clone()), &name, &said)
        };
        let check = |text: &str| -> Checked {
            // Those behind it keep their numbers: an empty one stays.
            let is_new = text != said;
            Ok(is_new.then(|| Edit::Set(at.clone(), Value::from(text))))
        };
        line::ui(pen, ui, &line, &check);
    }
    let name = say!(pen.show.lang, "editor-add-paragraph");
    let line = Line {
        rows: 1,
        hint: &say!(pen.show.lang, "editor-add-paragraph-hint"),
        adds: true,
        least: usize::MAX,
        ..Line::new(Spot::Adding(field.at.clone()), &name, "")
    };
    let (at, count) = (field.at.clone(), items.len());
    let check = |text: &str| -> Checked {
        let value = Value::from(text.trim());
        let edit = Edit::Insert(at.clone(), count, value);
        Ok((!text.trim().is_empty()).then_some(edit))
    };
    line::ui(pen, ui, &line, &check);
}
