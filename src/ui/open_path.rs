//! A typed path, where the desktop has no dialog for choosing a file.

use std::path::PathBuf;

use egui::{Key, RichText, TextEdit, Ui};

use crate::state::{Action, Effect, PanelAction};

use super::style::semibold;
use super::{Show, widgets};

/// Shows the field; Enter opens.
pub(super) fn overlay(show: Show<'_>, ui: &Ui, path: &mut String, actions: &mut Vec<Action>) {
    let mut open = false;
    let outside = widgets::overlay(show, ui, "Open a timeline", 560.0, |ui| {
        ui.label(RichText::new("Open a timeline").font(semibold(20.0)));
        ui.add_space(6.0);
        let field = TextEdit::singleline(path)
            .hint_text("Path of a .ron file")
            .desired_width(f32::INFINITY);
        let response = ui.add(field.margin(egui::Margin::symmetric(10, 8)));
        widgets::name_field(&response, "Path of a timeline file", path);
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            open = true;
        } else if !response.has_focus() {
            response.request_focus();
        }
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            open |= ui.button("Open").clicked();
            ui.label(widgets::muted(
                show,
                "A file can also be dropped on the window.",
            ));
        });
    });
    if open && !path.trim().is_empty() {
        actions.push(Action::Ask(Effect::OpenFile(PathBuf::from(path.trim()))));
    }
    if open || outside {
        actions.push(Action::Panel(PanelAction::Overlay(None)));
    }
}
