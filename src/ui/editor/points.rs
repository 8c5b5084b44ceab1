//! The points of a series: a date and a figure in each row.

use egui::{Align, Layout, ScrollArea, Ui, vec2};

use crate::document::{Edit, Kind, Node, Value, Way};
use crate::messages::{message, say};
use crate::time::{When, year_of};
use crate::ui::widgets;

use super::cards::{Member, tools};
use super::check::{Checked, date, figure};
use super::choices::HEIGHT;
use super::form::Field;
use super::line::{self, Line};
use super::{Pen, Spot, words};

/// Of more points than these only those in view are made.
const AT_ONCE: usize = 30;
/// Width of a field, in points.
const WIDTH: f32 = 104.0;
/// What the tools beside them take, with what stands between, in points.
const TOOLS: f32 = 92.0;

/// Shows the points.
pub(super) fn ui(pen: &mut Pen<'_>, ui: &mut Ui, field: Field<'_>) {
    let items = field.items();
    if items.len() > AT_ONCE {
        let area = ScrollArea::vertical().max_height(HEIGHT * 10.0);
        area.show_rows(ui, HEIGHT, items.len(), |ui, rows| {
            for index in rows {
                row(pen, ui, field, index);
            }
        });
    } else {
        for index in 0..items.len() {
            row(pen, ui, field, index);
        }
    }
    if widgets::link(pen.show, ui, &say!(pen.show.lang, "editor-add-point")).clicked() {
        let value = next(pen, items.last());
        let at = field.at.clone();
        pen.write(Edit::Insert(at, items.len(), value));
    }
}

fn row(pen: &mut Pen<'_>, ui: &mut Ui, field: Field<'_>, index: usize) {
    let Some(item) = field.items().get(index) else {
        return;
    };
    let name = words::numbered(message!("editor-a-point"), index);
    let when = say!(pen.show.lang, "editor-point-when", point = &name);
    let figure = say!(pen.show.lang, "editor-point-figure", point = &name);
    let width = WIDTH.min((ui.available_width() - TOOLS) / 2.0);
    ui.horizontal(|ui| {
        part(pen, ui, field, (index, item), (0, &when, width));
        part(pen, ui, field, (index, item), (1, &figure, width));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let member = Member {
                list: field.at,
                index,
                count: field.items().len(),
                name: &name,
            };
            tools(pen, ui, member);
        });
    });
}

/// The date or the figure of a point.
fn part(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    field: Field<'_>,
    (index, item): (usize, &Node),
    (place, name, width): (usize, &str, f32),
) {
    let Kind::Tuple(_, members) = &item.kind else {
        return;
    };
    let said = members.get(place).map(|node| pen.said(node));
    let said = said.unwrap_or_default();
    let at = field.at.item(index).item(place);
    let show = pen.show;
    let check = |text: &str| -> Checked {
        let text = text.trim();
        let value = match place {
            0 => Value::Text(date(show, text)?.to_owned()),
            _ => Value::Word(figure(show.lang, text)?),
        };
        Ok((text != said).then(|| Edit::Set(at.clone(), value)))
    };
    let line = Line {
        least: if place == 0 { said.len() } else { 0 },
        ..Line::new(Spot::At(at.clone()), name, &said)
    };
    let layout = Layout::top_down(Align::Min);
    ui.allocate_ui_with_layout(vec2(width, HEIGHT), layout, |ui| {
        ui.set_width(width);
        line::ui(pen, ui, &line, &check);
    });
}

/// A year after the last point, with the same figure.
fn next(pen: &Pen<'_>, last: Option<&Node>) -> Value {
    let part = |place: usize| {
        let last = last?;
        Some(pen.said(pen.within(last, &[Way::Item(place)])?))
    };
    let when = part(0).and_then(|text| text.parse::<When>().ok());
    let day = when.map_or_else(
        || pen.show.workspace.view().window().mid(),
        |when| when.anchor() + 366.0,
    );
    let year = format!("{:04}", year_of(day).clamp(0, 9999));
    let figure = part(1).unwrap_or_else(|| "0".to_owned());
    Value::Tuple(vec![Value::Text(year), Value::Word(figure)])
}
