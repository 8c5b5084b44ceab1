//! The line at the foot: which file, whether it has problems, and the keys worth knowing.

use egui::{Align, Layout, Margin, Panel, RichText, Ui};

use crate::document::Severity;
use crate::state::{Action, Mode, Origin, PanelAction};

use super::problems::counted;
use super::style::{color, sans};
use super::{Show, keys, saving, widgets};

/// Shows the line, and above it what the user is told.
pub(super) fn ui(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    Panel::bottom("status")
        .frame(show.ground(Margin::symmetric(14, 8)))
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.label(widgets::muted(show, origin(show)));
                saving::state(show, ui, actions);
                if let Some(told) = &show.workspace.session().told {
                    let told = widgets::muted(show, format!("· {told}"));
                    ui.add(egui::Label::new(told).truncate());
                }
                problems(show, ui, actions);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if widgets::quiet_link(show, ui, "?: all keys").clicked() {
                        keys::open(actions);
                    }
                    let keys = worth_knowing(show);
                    if ui.available_width() > 340.0 {
                        ui.label(widgets::muted(show, keys));
                    }
                });
            });
        });
    if let Some(notice) = &show.workspace.session().notice {
        self::notice(show, ui, notice, actions);
    }
}

/// The keys worth knowing now.
fn worth_knowing(show: Show<'_>) -> &'static str {
    match show.workspace.session().mode {
        Mode::Explore => "wheel: zoom · drag: move · ← →: next event · F: centre ·",
        Mode::Edit => {
            "double-click: add · drag an event: move it · Ctrl+click: several · E: read ·"
        }
    }
}

fn origin(show: Show<'_>) -> String {
    match show.workspace.origin() {
        Origin::Nothing => String::new(),
        Origin::BuiltIn => "The built-in timeline".to_owned(),
        Origin::StandardInput => "Standard input".to_owned(),
        Origin::File(path) => path
            .file_name()
            .unwrap_or(path.as_os_str())
            .to_string_lossy()
            .into_owned(),
    }
}

/// How much is wrong with the file and how much is remarked; a click opens the list.
fn problems(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    if *show.workspace.origin() == Origin::Nothing {
        return;
    }
    let diagnostics = &show.workspace.document().diagnostics;
    let is_broken = diagnostics
        .iter()
        .any(|diagnostic| diagnostic.severity == Severity::Error);
    let tint = if is_broken {
        show.theme.error
    } else {
        show.theme.warning
    };
    let remarks = show.workspace.remarks().len();
    let said = match (diagnostics.len(), remarks) {
        (0, 0) => {
            ui.label(widgets::muted(show, "· no problems"));
            return;
        }
        (0, remarks) => widgets::muted(show, format!("· {}", counted(remarks, "remark"))),
        (problems, _) => RichText::new(counted(problems, "problem"))
            .font(sans(12.5))
            .color(color(tint)),
    };
    if ui.add(egui::Button::new(said).frame(false)).clicked() {
        actions.push(Action::Panel(PanelAction::Problems(
            !show.workspace.session().problems,
        )));
    }
}

fn notice(show: Show<'_>, ui: &mut Ui, notice: &str, actions: &mut Vec<Action>) {
    let frame = show
        .ground(Margin::symmetric(14, 8))
        .fill(color(show.theme.error_ground));
    Panel::bottom("notice").frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if widgets::link(show, ui, "Dismiss").clicked() {
                    actions.push(Action::Dismiss);
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.add(
                        egui::Label::new(
                            RichText::new(notice)
                                .font(sans(13.0))
                                .color(color(show.theme.error)),
                        )
                        .wrap(),
                    );
                });
            });
        });
    });
}
