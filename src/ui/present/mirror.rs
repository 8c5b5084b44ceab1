//! The timeline as the class sees it while the teacher looks around: the same view in large type.

use egui::{Rect, Ui};

use crate::scene::{Frame, Size};
use crate::ui::paint::{self, Place};
use crate::ui::placing::{Placing, empty_lanes};
use crate::ui::{Show, canvas};

/// Height of the picture in its own points: its smallest letters, of 11.5 points, are 2 % of that.
const HEIGHT: f32 = 575.0;

/// Where its names stand.
#[derive(Default)]
pub(super) struct Memory {
    placing: Placing,
}

/// Draws the timeline in `area`.
pub(super) fn ui(show: Show<'_>, ui: &Ui, area: Rect, memory: &mut Memory) {
    let scale = (area.height() / HEIGHT).max(0.1);
    let size = Size {
        width: area.width() / scale,
        height: HEIGHT,
    };
    let frame = Frame::new(size, show.workspace.timeline().series.len());
    memory.placing.update(show, ui.ctx(), &frame);
    let empty;
    let (placement, heights) = match memory.placing.placed() {
        Some(placed) => (&placed.placement, &placed.heights),
        None => {
            empty = empty_lanes(show, &frame);
            (&empty.0, &empty.1)
        }
    };
    let scene = canvas::scene(show, None, (placement, heights), frame, None, 1.0);
    let origin = area.min.to_vec2();
    paint::scaled(&ui.painter_at(area), Place { origin, scale }, &scene.items);
}
