//! What could not be read, and what a careful editor would ask: each with its place, the line, and what to do next.

use egui::{Margin, Panel, RichText, Ui};

use crate::document::{Diagnostic, Severity};
use crate::state::{self, Action, Effect, Origin, PanelAction};

use super::style::{color, sans, semibold};
use super::{Show, text_pane, widgets};

/// Diagnostics that are listed; the count says how many there are.
const LISTED: usize = 100;

/// Shows the panel while it is open.
pub(super) fn panel(
    show: Show<'_>,
    ui: &mut Ui,
    text: &mut text_pane::Memory,
    actions: &mut Vec<Action>,
) {
    if !show.workspace.session().problems {
        return;
    }
    let ground = if show.workspace.document().diagnostics.is_empty() {
        show.theme.ground
    } else {
        show.theme.error_ground
    };
    let frame = show.ground(Margin::symmetric(16, 12)).fill(color(ground));
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
            for diagnostic in listed(show).take(LISTED) {
                if entry(show, ui, diagnostic, actions) {
                    text.go_to(diagnostic.range.start);
                    actions.push(Action::Panel(PanelAction::Text(true)));
                }
            }
        });
    });
}

/// Errors, then warnings, then remarks.
fn listed(show: Show<'_>) -> impl Iterator<Item = &Diagnostic> {
    let mut problems: Vec<_> = show.workspace.document().diagnostics.iter().collect();
    problems.sort_by_key(|diagnostic| diagnostic.severity != Severity::Error);
    problems.into_iter().chain(show.workspace.remarks())
}

fn head(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    let document = show.workspace.document();
    let (problems, remarks) = (document.diagnostics.len(), show.workspace.remarks().len());
    ui.horizontal(|ui| {
        let (problem, name) = (counted(problems, "problem"), document.file_name());
        let events = &document.timeline.events;
        let kept = events.iter().filter(|event| event.is_kept).count();
        let read = state::events(events.len().saturating_sub(kept));
        let mut said = format!("{problem} in {name}. {read} could be read.");
        match kept {
            0 => {}
            1 => said.push_str(" 1 that cannot is shown as it was before, ringed in red."),
            _ => said.push_str(&format!(
                " {} that cannot are shown as they were before, ringed in red.",
                state::grouped(kept)
            )),
        }
        if remarks > 0 {
            said.push_str(&format!(" {}.", counted(remarks, "remark")));
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let close = widgets::quiet_link(show, ui, "✕").on_hover_text("Close");
            close.widget_info(|| {
                egui::WidgetInfo::labeled(egui::Role::Button, true, "Close the problems")
            });
            if close.clicked() {
                actions.push(Action::Panel(PanelAction::Problems(false)));
            }
            if problems + remarks > 0 && widgets::link(show, ui, "Copy all").clicked() {
                let all: Vec<_> = listed(show).map(|one| document.render(one)).collect();
                actions.push(Action::Ask(Effect::Copy(all.join("\n"))));
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                let said = RichText::new(said).font(semibold(13.0));
                ui.add(egui::Label::new(said).truncate());
            });
        });
    });
}

/// "No problems", "1 problem", "2 problems".
pub(super) fn counted(count: usize, name: &str) -> String {
    match count {
        0 => format!("No {name}s"),
        1 => format!("1 {name}"),
        _ => format!("{count} {name}s"),
    }
}

/// One of them; whether somebody wants to see its place in the text.
fn entry(show: Show<'_>, ui: &mut Ui, diagnostic: &Diagnostic, actions: &mut Vec<Action>) -> bool {
    let mut wanted = false;
    let document = show.workspace.document();
    let rendered = document.render(diagnostic);
    let mut lines = rendered.lines();
    let tint = match diagnostic.severity {
        Severity::Error => show.theme.error,
        Severity::Warning => show.theme.warning,
    };
    if let Some(first) = lines.next() {
        ui.horizontal(|ui| {
            ui.label(RichText::new(first).font(sans(13.0)).color(color(tint)));
            wanted = show_in_text(show, ui, diagnostic);
            open_in_editor(show, ui, diagnostic, actions);
        });
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
    wanted
}

/// The way to the place in the text.
fn show_in_text(show: Show<'_>, ui: &mut Ui, diagnostic: &Diagnostic) -> bool {
    let line = show
        .workspace
        .document()
        .position(diagnostic.range.start)
        .line;
    let name = format!("Show line {line} in the text");
    let link = widgets::link(show, ui, "Show in the text");
    link.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
    link.clicked()
}

/// The way to the place in the user's own editor.
fn open_in_editor(show: Show<'_>, ui: &mut Ui, diagnostic: &Diagnostic, actions: &mut Vec<Action>) {
    if !matches!(show.workspace.origin(), Origin::File(_)) {
        return;
    }
    let place = show.workspace.document().position(diagnostic.range.start);
    let (line, column) = (place.line, place.column);
    let link = widgets::link(show, ui, "Open in editor");
    let name = format!("Open line {line} in an editor");
    link.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
    if link.clicked() {
        actions.push(Action::Ask(Effect::OpenEditor { line, column }));
    }
}
