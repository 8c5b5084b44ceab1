//! A typed path, where the desktop has no dialog for choosing a file.

use std::path::PathBuf;

use egui::{Key, RichText, TextEdit, Ui};

use crate::messages::say;
use crate::state::{Action, Effect, PanelAction};

use super::style::semibold;
use super::{Show, widgets};

/// Shows the field; Enter opens.
pub(super) fn overlay(show: Show<'_>, ui: &Ui, path: &mut String, actions: &mut Vec<Action>) {
    let names = [
        say!(show.lang, "commands-open-file"),
        say!(show.lang, "window-path-field"),
    ];
    let (open, outside) = typed(show, ui, names, path, |ui| {
        let open = ui.button(say!(show.lang, "window-open")).clicked();
        let hint = say!(show.lang, "window-drop-hint");
        ui.label(widgets::muted(show, hint));
        open
    });
    if open && !path.trim().is_empty() {
        actions.push(Action::Ask(Effect::OpenFile(PathBuf::from(path.trim()))));
    }
    if open || outside {
        actions.push(Action::Panel(PanelAction::Overlay(None)));
    }
}

/// Asks for a path. The names are those of the whole and of the field; below it `button` says whether it was clicked. Gives
/// back whether the path is as it is meant, and whether a click beside asks to close.
pub(super) fn typed(
    show: Show<'_>,
    ui: &Ui,
    [title, field]: [String; 2],
    path: &mut String,
    button: impl FnOnce(&mut Ui) -> bool,
) -> (bool, bool) {
    let mut done = false;
    let outside = widgets::overlay(show, ui, &title, 560.0, |ui| {
        ui.label(RichText::new(&title).font(semibold(20.0)));
        ui.add_space(6.0);
        let edit = TextEdit::singleline(path)
            .hint_text(say!(show.lang, "window-path-hint"))
            .desired_width(f32::INFINITY);
        let response = ui.add(edit.margin(egui::Margin::symmetric(10, 8)));
        widgets::name_field(&response, &field, path);
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            done = true;
        } else if !response.lost_focus() && ui.memory(|memory| memory.focused().is_none()) {
            // One types at once; but Tab goes on to the button.
            response.request_focus();
        }
        ui.add_space(8.0);
        done |= ui.horizontal(button).inner;
    });
    (done, outside)
}
