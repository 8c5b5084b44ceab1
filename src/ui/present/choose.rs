//! Which lesson is to be told, and on which display.

use egui::Ui;

use crate::state::{Action, Overlay, PanelAction};
use crate::ui::{Show, widgets};

/// The box to choose in.
pub(in crate::ui) fn overlay(show: Show<'_>, ui: &Ui, actions: &mut Vec<Action>) {
    let outside = widgets::overlay(show, ui, "Present", 640.0, |_| {});
    if outside {
        actions.push(Action::Panel(PanelAction::Overlay(None::<Overlay>)));
    }
}
