//! Questions for the class, on the picture.

use egui::{Rect, Ui};

use crate::state::Action;
use crate::ui::Show;

/// Shows the question that is asked in `area`, a picture of any size: everything is measured in its height. The same on
/// the class's screen and, small, on the teacher's.
pub(in crate::ui) fn ui(show: Show<'_>, ui: &mut Ui, area: Rect, actions: &mut Vec<Action>) {
    let _ = (show, ui, area, actions);
}
