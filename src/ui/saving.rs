//! What is asked about changes that are not on the disk: before somebody leaves, after the program has died, and where to
//! save to.

use std::path::PathBuf;

use egui::{Align, Layout, Margin, Panel, RichText, Ui};

use crate::messages::say;
use crate::state::{Action, Mode, Origin, Overlay, PanelAction, WriteAction};

use super::style::{color, sans, semibold};
use super::{Show, open_path, widgets};

/// Asks what is to become of the changes, before something is done that would lose them.
pub(super) fn leave(show: Show<'_>, ui: &Ui, actions: &mut Vec<Action>) {
    let mut chosen = None;
    let stay = Action::Panel(PanelAction::Overlay(None));
    let outside = widgets::overlay(show, ui, &say!(show.lang, "window-unsaved"), 460.0, |ui| {
        ui.label(RichText::new(say!(show.lang, "window-save-first")).font(semibold(20.0)));
        ui.add_space(4.0);
        let file = show.workspace.document().file_name();
        let said = say!(show.lang, "window-not-on-disk", file = file);
        ui.label(RichText::new(said).font(sans(14.0)));
        ui.add_space(12.0);
        ui.horizontal(|ui| {
            if widgets::main_button(show, ui, &say!(show.lang, "commands-save")).clicked() {
                chosen = Some(Action::Write(WriteAction::Save));
            }
            if ui.button(say!(show.lang, "window-do-not-save")).clicked() {
                chosen = Some(Action::Write(WriteAction::Leave));
            }
            if ui.button(say!(show.lang, "window-stay")).clicked() {
                chosen = Some(stay.clone());
            }
        });
    });
    actions.extend(chosen.or_else(|| outside.then_some(stay)));
}

/// Shows the field for a path to save to; Enter saves.
pub(super) fn path(show: Show<'_>, ui: &Ui, path: &mut String, actions: &mut Vec<Action>) {
    let names = [
        say!(show.lang, "window-save-path"),
        say!(show.lang, "window-save-path-field"),
    ];
    let button =
        |ui: &mut Ui| widgets::main_button(show, ui, &say!(show.lang, "commands-save")).clicked();
    let (save, outside) = open_path::typed(show, ui, names, path, button);
    if save && !path.trim().is_empty() {
        let path = PathBuf::from(path.trim());
        actions.push(Action::Write(WriteAction::SaveAs(path)));
    } else if outside {
        actions.push(Action::Panel(PanelAction::Overlay(None)));
    }
}

/// A line above the foot while changes of an earlier run wait to be taken up.
pub(super) fn unsaved(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    let Some(unsaved) = show.workspace.writing().unsaved() else {
        return;
    };
    let air = if show.is_compact { 1 } else { 8 };
    let frame = show.bar(Margin::symmetric(14, air));
    Panel::bottom("unsaved").frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            let said = say!(show.lang, "window-ended-unsaved", when = &unsaved.when);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if widgets::quiet_link(show, ui, &say!(show.lang, "window-throw-away")).clicked() {
                    actions.push(Action::Write(WriteAction::Discard));
                }
                if widgets::link(show, ui, &say!(show.lang, "window-take-up")).clicked() {
                    actions.push(Action::Write(WriteAction::Restore));
                }
                // The words take what the ways out leave, on two lines where they must.
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.add(egui::Label::new(RichText::new(said).font(semibold(13.0))).wrap());
                });
            });
        });
    });
}

/// Whether what shows is on the disk, in a few words for the foot of the window.
pub(super) fn state(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    let writing = show.workspace.writing();
    if writing.clash().is_some() {
        let said = RichText::new(say!(show.lang, "window-changed-on-both"))
            .font(sans(12.5))
            .color(color(show.theme.error));
        if ui.add(egui::Button::new(said).frame(false)).clicked() {
            let overlay = PanelAction::Overlay(Some(Overlay::Conflict));
            actions.push(Action::Panel(overlay));
        }
        return;
    }
    let said = match (writing.is_changed(), writing.is_reading()) {
        (_, true) => say!(show.lang, "window-reading-written"),
        (true, _) => say!(show.lang, "window-not-saved"),
        (false, _) => match show.workspace.origin() {
            Origin::File(_) => say!(show.lang, "window-saved"),
            _ => return,
        },
    };
    ui.add(egui::Label::new(widgets::muted(show, said)).truncate());
    // In Edit mode the form has such a button.
    let is_reading = show.workspace.session().mode == Mode::Explore;
    if is_reading
        && writing.is_changed()
        && widgets::link(show, ui, &say!(show.lang, "commands-save")).clicked()
    {
        actions.push(Action::Write(WriteAction::Save));
    }
}
