//! The line at the foot: which file, whether it has problems, and the keys worth knowing.

use egui::{Align, Label, Layout, Margin, Panel, RichText, Ui, vec2};

use crate::document::Severity;
use crate::messages::{Message, message, say};
use crate::state::{Action, Mode, Origin, PanelAction};

use super::style::{color, sans};
use super::{Show, keys, saving, widgets};

/// What the file's name takes of the line, at most.
const NAME: f32 = 0.4;

/// With less room than this, in points, nothing is said of the file: two letters and a dot would say nothing.
const FILE: f32 = 60.0;

/// Shows the line, and above it what the user is told.
pub(super) fn ui(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    Panel::bottom("status")
        .frame(show.ground(Margin::symmetric(14, 8)))
        .show(ui, |ui| {
            ui.horizontal(|ui| line(show, ui, actions));
        });
    if let Some(notice) = &show.workspace.session().notice {
        self::notice(show, ui, &notice.text(show.lang), actions);
    }
}

/// From what must be there to what may be: the problems and the way to the keys have their room; the file and what is told
/// are cut to theirs; hints show in what is left.
fn line(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    let apart = ui.spacing().item_spacing.x;
    let problems = problems(show);
    let said = problems.as_ref().map_or("", |(said, _)| said.text());
    // The way to all the keys is always there.
    let all_keys = say!(show.lang, "window-all-keys");
    let keys = width(ui, &all_keys, 13.0) + 2.0 * apart;
    let room = ui.available_width() - keys - width(ui, said, 12.5) - apart;
    if room > FILE {
        let layout = Layout::left_to_right(Align::Center);
        let size = vec2(room, ui.available_height());
        ui.allocate_ui_with_layout(size, layout, |ui| about_file(show, ui, actions));
    }
    if let Some((said, opens)) = problems {
        let response = if opens {
            ui.add(egui::Button::new(said).frame(false))
        } else {
            ui.label(said)
        };
        if opens && response.clicked() {
            let open = !show.workspace.session().problems;
            actions.push(Action::Panel(PanelAction::Problems(open)));
        }
    }
    let room = (ui.available_width() - keys).floor();
    match hints(show, ui, room) {
        Some((hints, width)) => {
            ui.add_space(room - width);
            ui.label(widgets::muted(show, hints));
        }
        None => ui.add_space(room.max(0.0)),
    }
    if widgets::quiet_link(show, ui, &all_keys).clicked() {
        keys::open(actions);
    }
}

/// Which file, whether it is saved, and what the user is told.
fn about_file(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    ui.scope(|ui| {
        ui.set_max_width(ui.available_width() * NAME);
        ui.add(Label::new(widgets::muted(show, origin(show))).truncate());
    });
    saving::state(show, ui, actions);
    if let Some(told) = &show.workspace.session().told {
        let told = widgets::muted(show, format!("· {}", told.text(show.lang)));
        ui.add(Label::new(told).truncate());
    }
}

/// How wide a text of this size is, in points.
fn width(ui: &Ui, text: &str, size: f32) -> f32 {
    let text = ui
        .painter()
        .layout_no_wrap(text.to_owned(), sans(size), egui::Color32::PLACEHOLDER);
    text.size().x
}

/// As many of the keys worth knowing, from the first on, as there is room for, and how wide they are.
fn hints(show: Show<'_>, ui: &Ui, room: f32) -> Option<(String, f32)> {
    let all = worth_knowing(show);
    let some = (1..=all.len()).rev().filter_map(|count| all.get(..count));
    let mut said = some.map(|some| {
        let said = format!("{} ·", some.join(" · "));
        let width = width(ui, &said, 12.5);
        (said, width)
    });
    said.find(|(_, width)| *width <= room)
}

/// The keys worth knowing now, the most needed first.
fn worth_knowing(show: Show<'_>) -> Vec<String> {
    let hints: &[Message] = match show.workspace.session().mode {
        Mode::Explore => &[
            message!("window-hint-wheel"),
            message!("window-hint-drag"),
            message!("window-hint-arrows"),
            message!("window-hint-centre"),
        ],
        Mode::Edit => &[
            message!("window-hint-add"),
            message!("window-hint-move"),
            message!("window-hint-several"),
            message!("window-hint-read"),
        ],
    };
    hints.iter().map(|hint| hint.text(show.lang)).collect()
}

fn origin(show: Show<'_>) -> String {
    match show.workspace.origin() {
        Origin::Nothing => String::new(),
        Origin::BuiltIn => say!(show.lang, "window-built-in"),
        Origin::StandardInput => say!(show.lang, "window-standard-input"),
        Origin::File(path) => path
            .file_name()
            .unwrap_or(path.as_os_str())
            .to_string_lossy()
            .into_owned(),
    }
}

/// How much is wrong with the file and how much is remarked, and whether there is a list of it to open.
fn problems(show: Show<'_>) -> Option<(RichText, bool)> {
    if *show.workspace.origin() == Origin::Nothing {
        return None;
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
            return Some((
                widgets::muted(show, say!(show.lang, "window-no-problems")),
                false,
            ));
        }
        (0, remarks) => widgets::muted(
            show,
            format!("· {}", say!(show.lang, "window-remarks", count = remarks)),
        ),
        (problems, _) => RichText::new(say!(show.lang, "window-problems", count = problems))
            .font(sans(12.5))
            .color(color(tint)),
    };
    Some((said, true))
}

fn notice(show: Show<'_>, ui: &mut Ui, notice: &str, actions: &mut Vec<Action>) {
    let frame = show
        .ground(Margin::symmetric(14, 8))
        .fill(color(show.theme.error_ground));
    Panel::bottom("notice").frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if widgets::link(show, ui, &say!(show.lang, "window-dismiss")).clicked() {
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
