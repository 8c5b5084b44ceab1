//! The events that the one being read is linked with, and how far away they are.

use egui::text::LayoutJob;
use egui::{TextFormat, Ui};

use crate::document::{Connection, Event};
use crate::messages::say;
use crate::scene::relation;
use crate::state::Action;
use crate::time::distance;

use super::style::{color, sans};
use super::{Show, widgets};

/// Connections that are listed, at most: how many more there are is said.
const LISTED: usize = 100;

/// Shows the list; a click reads the other event.
pub(super) fn ui(
    show: Show<'_>,
    ui: &mut Ui,
    index: usize,
    event: &Event,
    actions: &mut Vec<Action>,
) {
    let connections = show.workspace.timeline().connections(index);
    if connections.is_empty() {
        return;
    }
    ui.add_space(8.0);
    ui.label(widgets::heading(
        show,
        say!(show.lang, "inspector-connected"),
    ));
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.spacing_mut().button_padding = egui::vec2(2.0, 1.0);
        let more = connections.len().saturating_sub(LISTED);
        for connection in connections.into_iter().take(LISTED) {
            self::connection(show, ui, event, connection, actions);
        }
        if more > 0 {
            ui.label(widgets::muted(
                show,
                say!(show.lang, "inspector-more", count = more),
            ));
        }
    });
}

fn connection(
    show: Show<'_>,
    ui: &mut Ui,
    event: &Event,
    connection: Connection,
    actions: &mut Vec<Action>,
) {
    let Some(other) = show.workspace.timeline().events.get(connection.other) else {
        return;
    };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let (rect, place) = ui.allocate_exact_size(egui::vec2(86.0, 19.0), egui::Sense::empty());
        let said = relation(connection.kind, connection.outgoing, show.lang);
        let muted = color(show.theme.muted);
        ui.painter().text(
            rect.left_center(),
            egui::Align2::LEFT_CENTER,
            &said,
            sans(13.0),
            muted,
        );
        let title = show.lang.choose(&other.title, other.title_ja.as_deref());
        let apart = distance(&event.when, &other.when, show.lang);
        let whole = say!(
            show.lang,
            "inspector-relation",
            relation = said,
            apart = &apart
        );
        place.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &whole));
        let button = ui.add(
            egui::Button::new(apart_from(show, title, &apart))
                .frame(false)
                .wrap(),
        );
        button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, title));
        if button
            .on_hover_cursor(egui::CursorIcon::PointingHand)
            .clicked()
        {
            widgets::go_to(show, connection.other, actions);
        }
    });
}

/// An event's title, and how far away it is.
fn apart_from(show: Show<'_>, title: &str, apart: &str) -> LayoutJob {
    let name = TextFormat {
        font_id: sans(13.5),
        color: color(show.theme.ink),
        line_height: Some(19.0),
        ..TextFormat::default()
    };
    let distance = TextFormat {
        color: color(show.theme.muted),
        ..name.clone()
    };
    let mut job = LayoutJob::default();
    job.append(title, 0.0, name);
    // The words of a distance stay together.
    job.append(
        &format!("  {}", apart.replace(' ', "\u{a0}")),
        0.0,
        distance,
    );
    job
}
