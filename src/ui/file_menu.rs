//! The menu of what concerns the file and the program; in a compact window also of what stands in the bar elsewhere.

use egui::Ui;

use crate::messages::{Message, message, say};
use crate::state::{
    Action, Effect, Foreign, LangChoice, Mode, Overlay, PanelAction, Setting, WriteAction,
};

use super::commands::{Command, action};
use super::{Show, widgets};

/// What stays free below a menu that is as high as the window, in points: its margin, and some air.
const BELOW_MENU: f32 = 12.0;

/// Shows the button, and the menu while it is open. It scrolls in a window that is too low for it.
pub(super) fn ui(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    ui.menu_button(say!(show.lang, "window-file-menu"), |ui| {
        ui.set_min_width(240.0);
        let room = ui.ctx().content_rect().bottom() - BELOW_MENU - ui.cursor().top();
        let area = egui::ScrollArea::vertical().max_height(room);
        area.min_scrolled_height(room).show(ui, |ui| {
            if show.is_compact {
                of_the_bar(show, ui, actions);
                ui.separator();
            }
            save_items(show, ui, actions);
            ui.separator();
            share_and_open(show, ui, actions);
            ui.separator();
            for (name, overlay) in [
                (message!("window-settings"), Overlay::Settings),
                (message!("commands-keys"), Overlay::Keys),
                (message!("commands-palette"), Overlay::Palette),
            ] {
                item(show, ui, &name, opens(overlay), actions);
            }
            recent_items(show, ui, actions);
        });
    });
}

fn opens(overlay: Overlay) -> Action {
    Action::Panel(PanelAction::Overlay(Some(overlay)))
}

fn item(show: Show<'_>, ui: &mut Ui, name: &Message, action: Action, actions: &mut Vec<Action>) {
    if ui.button(name.text(show.lang)).clicked() {
        actions.push(action);
        ui.close();
    }
}

/// Modes, theme and language, for which a compact window has no room in its bar.
fn of_the_bar(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    let mode = |mode| Action::Panel(PanelAction::Mode(mode));
    let explore = message!("window-explore");
    item(show, ui, &explore, mode(Mode::Explore), actions);
    item(
        show,
        ui,
        &message!("window-edit"),
        mode(Mode::Edit),
        actions,
    );
    let present = message!("window-present");
    item(show, ui, &present, opens(Overlay::Present), actions);
    ui.separator();
    let theme = if show.moment.dark {
        message!("window-to-light")
    } else {
        message!("window-to-dark")
    };
    if let Some(action) = action(Command::ToggleTheme, show.workspace, show.moment) {
        item(show, ui, &theme, action, actions);
    }
    for (lang, name) in [
        (LangChoice::En, message!("settings-english")),
        (LangChoice::Ja, message!("settings-japanese")),
    ] {
        item(
            show,
            ui,
            &name,
            Action::Setting(Setting::Lang(lang)),
            actions,
        );
    }
}

fn share_and_open(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    let share = message!("window-share");
    item(show, ui, &share, opens(Overlay::Share), actions);
    ui.separator();
    let pick = |foreign| Action::Ask(Effect::PickForeign(foreign));
    for (name, action) in [
        (message!("window-open-file"), Action::Ask(Effect::PickFile)),
        (message!("window-open-path"), opens(Overlay::OpenPath)),
        (message!("window-import"), pick(Foreign::Timeline)),
        (message!("window-update"), pick(Foreign::Table)),
        (
            message!("window-built-in"),
            Action::Ask(Effect::OpenBuiltIn),
        ),
    ] {
        item(show, ui, &name, action, actions);
    }
}

fn save_items(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    let autosave = show.workspace.settings().autosave;
    let other = if autosave {
        message!("window-save-when-asked")
    } else {
        message!("window-save-by-itself")
    };
    for (name, action) in [
        (message!("commands-save"), Action::Write(WriteAction::Save)),
        (message!("window-save-as"), Action::Ask(Effect::PickSave)),
        (other, Action::Setting(Setting::Autosave(!autosave))),
    ] {
        item(show, ui, &name, action, actions);
    }
}

/// The files opened last.
fn recent_items(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    if show.workspace.recent().is_empty() {
        return;
    }
    ui.separator();
    ui.label(widgets::muted(show, say!(show.lang, "window-recent")));
    for path in show.workspace.recent() {
        let open = Action::Ask(Effect::OpenFile(path.clone()));
        if ui.button(short(path)).clicked() {
            actions.push(open);
            ui.close();
        }
    }
}

/// The file with its folder: enough to tell two of the same name apart.
fn short(path: &std::path::Path) -> String {
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    match path.parent().and_then(std::path::Path::file_name) {
        Some(folder) => format!("{file} — {}", folder.to_string_lossy()),
        None => file.into_owned(),
    }
}
