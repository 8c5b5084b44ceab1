//! What could not be read, and what a careful editor would ask: each with its place, the line, and what to do next.

use egui::{Margin, Panel, RichText, Ui};

use crate::document::{Diagnostic, Severity};
use crate::messages::{Message, message, say};
use crate::scene::TextStyle;
use crate::state::{Action, Effect, Origin, PanelAction};

use super::style::{color, sans, semibold};
use super::{Show, text_pane, widgets};

/// What the ways from a line to its place take in points, in any language.
const LINKS: f32 = 260.0;
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
            let width = ui.clip_rect().width() - 12.0;
            for diagnostic in listed(show).take(LISTED) {
                if entry(show, ui, width, diagnostic, actions) {
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
        let said = summary(show).text(show.lang);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let hover = say!(show.lang, "checks-close");
            if widgets::closes(show, ui, &hover, &say!(show.lang, "checks-close-name")) {
                actions.push(Action::Panel(PanelAction::Problems(false)));
            }
            let copy = say!(show.lang, "checks-copy-all");
            if problems + remarks > 0 && widgets::link(show, ui, &copy).clicked() {
                let all = listed(show).map(|one| document.render(one, show.lang));
                let all: Vec<_> = all.collect();
                actions.push(Action::Ask(Effect::Copy(all.join("\n"))));
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                let said = RichText::new(said).font(semibold(13.0));
                ui.add(egui::Label::new(said).truncate());
            });
        });
    });
}

/// How much is wrong, how much could be read all the same, and how much is remarked.
fn summary(show: Show<'_>) -> Message {
    let document = show.workspace.document();
    let events = &document.timeline.events;
    let kept = events.iter().filter(|event| event.is_kept).count();
    let read = events.len().saturating_sub(kept);
    let mut said = message!(
        "checks-summary",
        problems = problems(document.diagnostics.len()),
        name = document.file_name(),
        events = message!("words-events", count = read),
    );
    if kept > 0 {
        said = message!("checks-summary-kept", said = said, count = kept);
    }
    match show.workspace.remarks().len() {
        0 => said,
        count => message!(
            "checks-summary-remarks",
            said = said,
            remarks = remarks(count)
        ),
    }
}

/// "No problems", "1 problem", "2 problems".
pub(super) fn problems(count: usize) -> Message {
    message!("checks-problems", count = count)
}

/// "1 remark", "2 remarks".
pub(super) fn remarks(count: usize) -> Message {
    message!("checks-remarks", count = count)
}

/// One of them; whether somebody wants to see its place in the text.
fn entry(
    show: Show<'_>,
    ui: &mut Ui,
    width: f32,
    diagnostic: &Diagnostic,
    actions: &mut Vec<Action>,
) -> bool {
    let rendered = show.workspace.document().render(diagnostic, show.lang);
    let (first, rest) = rendered.split_once('\n').unwrap_or((&rendered, ""));
    // Only the lines of the file may be longer than the window is wide.
    let size = egui::vec2(width, 0.0);
    let layout = egui::Layout::top_down(egui::Align::Min);
    let says = ui.allocate_ui_with_layout(size, layout, |ui| {
        says(show, ui, first, diagnostic, actions)
    });
    let text = RichText::new(rest)
        .font(egui::FontId::monospace(12.0))
        .color(color(show.theme.ink));
    ui.add(
        egui::Label::new(text)
            .wrap_mode(egui::TextWrapMode::Extend)
            .selectable(true),
    );
    ui.add_space(6.0);
    says.inner
}

/// What it says, and the ways to its place beside it or, without the room, below.
fn says(
    show: Show<'_>,
    ui: &mut Ui,
    said: &str,
    diagnostic: &Diagnostic,
    actions: &mut Vec<Action>,
) -> bool {
    let tint = match diagnostic.severity {
        Severity::Error => show.theme.error,
        Severity::Warning => show.theme.warning,
    };
    let words = RichText::new(said).font(sans(13.0)).color(color(tint));
    let mut wanted = false;
    let mut ways = |ui: &mut Ui| {
        wanted = show_in_text(show, ui, diagnostic);
        open_in_editor(show, ui, diagnostic, actions);
    };
    if show.fonts.width(said, TextStyle::sans(13.0)) + LINKS < ui.available_width() {
        ui.horizontal(|ui| {
            ui.label(words);
            ways(ui);
        });
    } else {
        ui.label(words);
        ui.horizontal(ways);
    }
    wanted
}

/// The way to the place in the text.
fn show_in_text(show: Show<'_>, ui: &mut Ui, diagnostic: &Diagnostic) -> bool {
    let line = show
        .workspace
        .document()
        .position(diagnostic.range.start)
        .line;
    let name = say!(show.lang, "checks-show-line", line = line.to_string());
    let link = widgets::link(show, ui, &say!(show.lang, "checks-show"));
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
    let link = widgets::link(show, ui, &say!(show.lang, "checks-open"));
    let name = say!(show.lang, "checks-open-line", line = line.to_string());
    link.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
    if link.clicked() {
        actions.push(Action::Ask(Effect::OpenEditor { line, column }));
    }
}
