//! What the columns of a table are: asked where their names do not say it.

use std::sync::Arc;

use egui::{Align, ComboBox, Label, Layout, RichText, ScrollArea, Ui};

use crate::exchange::Mapping;
use crate::messages::{Lang, Message, message, say};
use crate::state::{Action, Effect, Fields, Foreign, PanelAction, TableColumn, UnclearTable};

use super::style::{color, sans, semibold};
use super::{Show, widgets};

/// Width of the box and of what is chosen, in points, and what of a window stays around the list.
const WIDTH: f32 = 680.0;
const CHOICE: f32 = 200.0;
const AROUND: f32 = 300.0;
/// Height of a column's row, in points.
const ROW: f32 = 44.0;
/// Height of the list to choose from, in points, at most.
const LIST: f32 = 420.0;

/// The fields of an event that a column may be, those that most tables have first, and what they are called.
static FIELDS: [(&str, Message); 18] = [
    ("when", message!("table-when")),
    ("title", message!("table-title")),
    ("summary", message!("table-summary")),
    ("category", message!("table-category")),
    ("actors", message!("table-actors")),
    ("sources", message!("table-sources")),
    ("url", message!("table-url")),
    ("significance", message!("table-significance")),
    ("id", message!("table-id")),
    ("title_ja", message!("table-title-ja")),
    ("links", message!("table-links")),
    ("end", message!("table-end")),
    ("year", message!("table-year")),
    ("month", message!("table-month")),
    ("day", message!("table-day")),
    ("end_year", message!("table-end-year")),
    ("end_month", message!("table-end-month")),
    ("end_day", message!("table-end-day")),
];

/// What has been chosen so far.
#[derive(Default)]
pub(super) struct Memory {
    /// For which table.
    table: Option<Arc<UnclearTable>>,
    /// The field of each of its columns, or that it is none.
    fields: Fields,
}

impl Memory {
    /// Begins with what the names say.
    fn of(table: &Arc<UnclearTable>) -> Self {
        Self {
            fields: table.columns.iter().map(|column| column.field).collect(),
            table: Some(Arc::clone(table)),
        }
    }

    /// Makes a column a field, which no other column is then.
    fn choose(&mut self, at: usize, field: Option<&'static str>) {
        for (other, known) in self.fields.iter_mut().enumerate() {
            if other == at {
                *known = field;
            } else if *known == field {
                *known = None;
            }
        }
    }
}

/// The box.
pub(super) fn overlay(show: Show<'_>, ui: &Ui, memory: &mut Memory, actions: &mut Vec<Action>) {
    let Some(table) = &show.workspace.session().table else {
        return;
    };
    if memory.table.as_ref() != Some(table) {
        *memory = Memory::of(table);
    }
    let lang = show.lang;
    let outside = widgets::overlay(show, ui, &say!(lang, "table-columns"), WIDTH, |ui| {
        let name = table.path.file_name().unwrap_or_default();
        let name = name.to_string_lossy();
        ui.label(RichText::new(say!(lang, "table-heading")).font(semibold(20.0)));
        let said = say!(lang, "table-unclear", file = name);
        ui.add(Label::new(widgets::muted(show, said)).wrap());
        ui.add_space(12.0);
        let height = (ui.ctx().content_rect().height() - AROUND).max(120.0);
        let list = ScrollArea::vertical().max_height(height);
        // A table may have more columns than anybody looks at.
        list.show_rows(ui, ROW, table.columns.len(), |ui, rows| {
            let columns = table.columns.iter().enumerate();
            for column in columns.skip(rows.start).take(rows.len()) {
                row(show, ui, memory, column);
            }
        });
        ui.add_space(12.0);
        foot(show, ui, table, memory, actions);
    });
    if outside {
        actions.push(Action::Panel(PanelAction::Overlay(None)));
    }
}

/// A column: what it is called, what stands in it, and what it is.
fn row(show: Show<'_>, ui: &mut Ui, memory: &mut Memory, (at, column): (usize, &TableColumn)) {
    let lang = show.lang;
    let called = match column.name.trim() {
        "" => say!(lang, "table-column", number = at.saturating_add(1)),
        name => name.to_owned(),
    };
    let says = column.examples.join(" · ");
    let size = egui::vec2(ui.available_width(), ROW);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_height(ROW);
        let width = (ui.available_width() - CHOICE - 24.0).max(80.0);
        ui.allocate_ui(egui::vec2(width, 40.0), |ui| {
            ui.set_width(width);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                let name = RichText::new(&called).font(semibold(13.5));
                ui.add(Label::new(name).truncate());
                ui.add(Label::new(widgets::muted(show, says)).truncate());
            });
        });
        let chosen = memory.fields.get(at).copied().flatten();
        let shown = RichText::new(named(lang, chosen)).font(sans(13.0));
        let list = ComboBox::from_id_salt(("field-of-a-column", at))
            .selected_text(shown)
            .width(CHOICE)
            .height(LIST);
        let response = list.show_ui(ui, |ui| {
            let fields = FIELDS.iter().map(|(word, _)| Some(*word));
            let fields = [None].into_iter().chain(fields);
            for field in fields {
                let on = field == chosen;
                if widgets::selectable(show, ui, on, &named(lang, field), 13.0).clicked() {
                    memory.choose(at, field);
                }
            }
        });
        let said = say!(
            lang,
            "table-column-is",
            column = called,
            field = named(lang, chosen)
        );
        response
            .response
            .widget_info(|| egui::WidgetInfo::labeled(egui::Role::ComboBox, true, &said));
    });
}

/// What is still missing, and the way on.
fn foot(
    show: Show<'_>,
    ui: &mut Ui,
    table: &UnclearTable,
    memory: &Memory,
    actions: &mut Vec<Action>,
) {
    let is_update = table.foreign == Foreign::Table;
    let lacks = Mapping::lacks(&memory.fields, is_update);
    let says = match is_update {
        true => say!(show.lang, "table-update"),
        false => say!(show.lang, "table-import"),
    };
    ui.horizontal(|ui| {
        let button = ui.add_enabled_ui(lacks.is_none(), |ui| widgets::main_button(show, ui, &says));
        if button.inner.clicked() {
            let fields = memory.fields.clone();
            let import = Effect::ImportTable(table.foreign, table.path.clone(), fields);
            actions.push(Action::Panel(PanelAction::Overlay(None)));
            actions.push(Action::Ask(import));
        }
        if let Some(lacks) = lacks {
            let said = match lacks {
                "date" => say!(show.lang, "table-lacks-date"),
                _ => say!(show.lang, "table-lacks-title"),
            };
            let said = RichText::new(said).font(sans(13.0));
            ui.add(Label::new(said.color(color(show.theme.error))).wrap());
        }
    });
}

/// What a field is called.
fn named(lang: Lang, field: Option<&'static str>) -> String {
    let Some(word) = field else {
        return say!(lang, "table-left-out");
    };
    let found = FIELDS.iter().find(|(known, _)| *known == word);
    found.map_or_else(|| word.to_owned(), |(_, name)| name.text(lang))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_column_can_be_any_field_that_tables_have() {
        let named: BTreeSet<_> = FIELDS.iter().map(|(word, _)| *word).collect();
        assert_eq!(named, Mapping::fields().collect());
        assert_eq!(named.len(), FIELDS.len());
    }
}
