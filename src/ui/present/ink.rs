//! What the hand leaves on the picture: the pointer's soft spot and the lines of the pen.

use egui::{Pos2, Rect, Shape, Stroke, Ui, pos2};

use crate::state::{Presentation, Spot};
use crate::ui::Show;
use crate::ui::style::color;

/// Radius of the spot, as a share of the picture's height.
const SPOT: f32 = 0.022;
/// Width of the pen, as a share of the picture's height.
const PEN: f32 = 0.006;
/// Rings of which the spot is made, so that its edge is soft.
const RINGS: u8 = 6;

/// Draws them over the picture in `area`.
pub(super) fn draw(show: Show<'_>, ui: &Ui, lesson: &Presentation, area: Rect) {
    let painter = ui.painter_at(area);
    let pen = Stroke::new((area.height() * PEN).max(1.0), color(show.theme.pen));
    for line in &lesson.ink {
        let points: Vec<_> = line.iter().map(|&spot| on_screen(area, spot)).collect();
        match points.as_slice() {
            [dot] => drop(painter.circle_filled(*dot, pen.width / 2.0, pen.color)),
            _ => drop(painter.add(Shape::line(points, pen))),
        }
    }
    if let Some(spot) = lesson.spot {
        let at = on_screen(area, spot);
        for ring in 1..=RINGS {
            let share = f32::from(ring) / f32::from(RINGS);
            let soft = color(show.theme.pen.with_opacity(0.22));
            painter.circle_filled(at, area.height() * SPOT * share, soft);
        }
    }
}

/// The spot of the picture at a point of the screen.
pub(super) fn spot(area: Rect, at: Pos2) -> Spot {
    let height = area.height().max(1.0);
    let at = (at - area.min) / height;
    Spot { x: at.x, y: at.y }
}

fn on_screen(area: Rect, spot: Spot) -> Pos2 {
    let height = area.height();
    pos2(area.left() + spot.x * height, area.top() + spot.y * height)
}
