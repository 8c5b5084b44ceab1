//! Two have written in the same place: both texts side by side, and a choice for each.

use egui::{Margin, RichText, ScrollArea, Ui};

use crate::document::{Conflict, Side};
use crate::messages::say;
use crate::state::{Action, PanelAction, WriteAction};

use super::style::{color, sans, semibold};
use super::{Show, widgets};

/// What has been chosen so far, in the order of the conflicts.
#[derive(Default)]
pub(super) struct Memory {
    chosen: Vec<Option<Side>>,
}

/// Lines of a text that are shown, at most.
const LINES: usize = 14;

/// Shows every conflict, and what may become of it.
pub(super) fn overlay(show: Show<'_>, ui: &Ui, memory: &mut Memory, actions: &mut Vec<Action>) {
    let Some(clash) = show.workspace.writing().clash() else {
        actions.push(Action::Panel(PanelAction::Overlay(None)));
        return;
    };
    let conflicts = clash.conflicts();
    memory.chosen.resize(conflicts.len(), None);
    let outside = widgets::overlay(show, ui, &say!(show.lang, "window-conflict"), 860.0, |ui| {
        let title = RichText::new(say!(show.lang, "window-conflict")).font(semibold(20.0));
        widgets::outline_boxes(ui);
        ui.label(title);
        let said = say!(show.lang, "window-conflict-said");
        ui.label(RichText::new(said).font(sans(14.0)));
        ui.add_space(8.0);
        let height = ui.ctx().content_rect().height() - 300.0;
        ScrollArea::vertical().max_height(height).show(ui, |ui| {
            for (conflict, chosen) in conflicts.iter().zip(&mut memory.chosen) {
                one(show, ui, conflict, chosen);
            }
        });
        ui.add_space(8.0);
        buttons(show, ui, memory, actions);
    });
    if outside {
        actions.push(Action::Panel(PanelAction::Overlay(None)));
    }
}

fn one(show: Show<'_>, ui: &mut Ui, conflict: &Conflict, chosen: &mut Option<Side>) {
    ui.label(widgets::heading(
        show,
        say!(
            show.lang,
            "window-conflict-line",
            line = conflict.line.to_string()
        ),
    ));
    ui.push_id(conflict.line, |ui| {
        ui.columns(2, |columns| {
            if let [left, right] = columns {
                let ours = (
                    Side::Ours,
                    say!(show.lang, "window-conflict-here"),
                    conflict.ours.as_str(),
                );
                side(show, left, ours, chosen);
                let theirs = (
                    Side::Theirs,
                    say!(show.lang, "window-conflict-disk"),
                    conflict.theirs.as_str(),
                );
                side(show, right, theirs, chosen);
            }
        });
        let both = ui.radio(
            *chosen == Some(Side::Both),
            say!(show.lang, "window-conflict-both"),
        );
        if both.clicked() {
            *chosen = Some(Side::Both);
        }
    });
    ui.add_space(12.0);
}

fn side(
    show: Show<'_>,
    ui: &mut Ui,
    (side, name, text): (Side, String, &str),
    chosen: &mut Option<Side>,
) {
    if ui.radio(*chosen == Some(side), name).clicked() {
        *chosen = Some(side);
    }
    let frame = egui::Frame::new()
        .fill(color(show.theme.ground))
        .corner_radius(egui::CornerRadius::same(6))
        .inner_margin(Margin::same(8));
    frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        let mut lines = text.lines();
        let mut shown: Vec<_> = lines.by_ref().take(LINES).collect();
        if lines.next().is_some() {
            shown.push("…");
        }
        let text = match shown.is_empty() {
            true => say!(show.lang, "window-conflict-nothing"),
            false => shown.join("\n"),
        };
        let text = RichText::new(text)
            .font(egui::FontId::monospace(12.0))
            .color(color(show.theme.ink));
        let text = egui::Label::new(text).wrap().selectable(true);
        // In columns a text would be stretched to their width.
        ui.with_layout(egui::Layout::top_down(egui::Align::Min), |ui| ui.add(text));
    });
}

fn buttons(show: Show<'_>, ui: &mut Ui, memory: &mut Memory, actions: &mut Vec<Action>) {
    let sides: Option<Vec<Side>> = memory.chosen.iter().copied().collect();
    ui.horizontal(|ui| {
        let ready = sides.is_some();
        let use_these = ui.add_enabled_ui(ready, |ui| {
            widgets::main_button(show, ui, &say!(show.lang, "window-conflict-use"))
        });
        if use_these.inner.clicked()
            && let Some(sides) = sides
        {
            memory.chosen.clear();
            actions.push(Action::Write(WriteAction::Resolve(sides)));
        }
        if ui
            .button(say!(show.lang, "window-conflict-later"))
            .clicked()
        {
            actions.push(Action::Panel(PanelAction::Overlay(None)));
        }
        if !ready {
            ui.label(widgets::muted(
                show,
                say!(show.lang, "window-conflict-choose"),
            ));
        }
    });
}
