//! What could not be read: each with its place, the line, and what to do next.

use egui::{Margin, Panel, RichText, Ui};

use crate::document::{Diagnostic, Severity};
use crate::state::{Action, Effect, PanelAction};

use super::style::{color, sans, semibold};
use super::{Show, widgets};

/// Diagnostics that are listed; the count says how many there are.
const LISTED: usize = 100;

/// Shows the panel while it is open.
pub(super) fn panel(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    if !show.workspace.session().problems {
        return;
    }
    let frame = show
        .ground(Margin::symmetric(16, 12))
        .fill(color(show.theme.error_ground));
    // The canvas keeps the larger part of any window.
    let most = ui.available_height() * 0.4;
    let panel = Panel::bottom("problems")
        .resizable(true)
        .default_size(190.0_f32.min(most))
        .size_range(60.0..=most)
        .frame(frame);
    panel.show(ui, |ui| {
        head(show, ui, actions);
        egui::ScrollArea::both().auto_shrink(false).show(ui, |ui| {
            let document = show.workspace.document();
            let mut sorted: Vec<_> = document.diagnostics.iter().collect();
            sorted.sort_by_key(|diagnostic| diagnostic.severity != Severity::Error);
            for diagnostic in sorted.into_iter().take(LISTED) {
                entry(show, ui, diagnostic);
            }
        });
    });
}

fn head(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    let document = show.workspace.document();
    ui.horizontal(|ui| {
        let count = document.diagnostics.len();
        let said = match count {
            0 => "No problems".to_owned(),
            1 => "1 problem".to_owned(),
            _ => format!("{count} problems"),
        };
        let loaded = document.timeline.events.len();
        ui.label(
            RichText::new(format!(
                "{said} in {}. {loaded} events could be read.",
                document.name
            ))
            .font(semibold(13.0)),
        );
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let close = widgets::quiet_link(show, ui, "✕").on_hover_text("Close");
            close.widget_info(|| {
                egui::WidgetInfo::labeled(egui::Role::Button, true, "Close the problems")
            });
            if close.clicked() {
                actions.push(Action::Panel(PanelAction::Problems(false)));
            }
            if count > 0 && widgets::link(show, ui, "Copy all").clicked() {
                let all: Vec<_> = document
                    .diagnostics
                    .iter()
                    .map(|one| document.render(one))
                    .collect();
                actions.push(Action::Ask(Effect::Copy(all.join("\n"))));
            }
        });
    });
}

fn entry(show: Show<'_>, ui: &mut Ui, diagnostic: &Diagnostic) {
    let document = show.workspace.document();
    let rendered = document.render(diagnostic);
    let mut lines = rendered.lines();
    let tint = match diagnostic.severity {
        Severity::Error => show.theme.error,
        Severity::Warning => show.theme.warning,
    };
    if let Some(first) = lines.next() {
        ui.label(RichText::new(first).font(sans(13.0)).color(color(tint)));
    }
    let rest: Vec<_> = lines.collect();
    let text = RichText::new(rest.join("\n"))
        .font(egui::FontId::monospace(12.0))
        .color(color(show.theme.ink));
    ui.add(
        egui::Label::new(text)
            .wrap_mode(egui::TextWrapMode::Extend)
            .selectable(true),
    );
    ui.add_space(6.0);
}
