//! The stories of the file and the steps of the one in hand.

use egui::Ui;

use crate::state::Action;

use super::Show;

/// The panel, where it is open.
pub(super) fn panel(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    let _ = (show, ui, actions);
}
