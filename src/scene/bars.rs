//! Bars of intervals, and the stretch in which an event of coarse date may lie: precision as one sees it.

use crate::time::Precision;

use super::Item;
use super::build::Canvas;
use super::events::{BAR, Spot};
use super::geometry::{Rect, Rgba};

/// A stretch of doubt narrower than this many points hides behind its mark.
const DOUBT_MIN: f32 = 16.0;

/// The stretch in which an event of coarse date may lie.
pub(super) fn doubt(spot: &Spot<'_>, items: &mut Vec<Item>) {
    if spot.event.when.precision() == Precision::Moment || spot.right - spot.left < DOUBT_MIN {
        return;
    }
    let rect = Rect::new(
        spot.left,
        spot.center.y - 5.0,
        spot.right,
        spot.center.y + 5.0,
    );
    items.push(Item::Rect {
        rect,
        radius: 5.0,
        fill: spot.color.with_opacity(0.16),
        stroke: None,
    });
}

/// A bar, solid where the event certainly is, fading where its ends are open or in doubt.
pub(super) fn bar(canvas: &Canvas<'_>, spot: &Spot<'_>, items: &mut Vec<Item>) {
    let frame = canvas.picture.frame.lanes;
    let (top, bottom) = (spot.center.y - BAR / 2.0, spot.center.y + BAR / 2.0);
    let (left, right) = (
        spot.left.max(frame.left - BEYOND),
        spot.right.min(frame.right + BEYOND),
    );
    let (solid_left, solid_right) = solid(canvas, spot);
    let (solid_left, solid_right) = (solid_left.max(left), solid_right.min(right));
    fade(
        Rect::new(left, top, solid_left, bottom),
        spot.color,
        true,
        items,
    );
    fade(
        Rect::new(solid_right, top, right, bottom),
        spot.color,
        false,
        items,
    );
    if solid_right > solid_left {
        let fades = solid_left > left || solid_right < right;
        let fill = spot
            .color
            .with_opacity(if spot.is_vague() { 0.55 } else { SOLID });
        let rect = Rect::new(solid_left, top, solid_right, bottom);
        items.push(Item::Rect {
            rect,
            radius: if fades { 0.0 } else { 4.0 },
            fill,
            stroke: None,
        });
    }
}

/// The part of a bar in which the event certainly went on: left and right end in points. An end that goes on without
/// limit fades over the last stretch of what can be seen.
pub(super) fn solid(canvas: &Canvas<'_>, spot: &Spot<'_>) -> (f32, f32) {
    let frame = canvas.picture.frame.lanes;
    let middle = (spot.left + spot.right) / 2.0;
    let ends = spot
        .event
        .when
        .core()
        .map(|core| (canvas.x(core.start), canvas.x(core.end)));
    let (mut left, mut right) = ends.unwrap_or((middle, middle));
    if spot.event.when.is_open_start() {
        left = frame.left + OPEN_FADE;
    }
    if spot.event.when.is_open_end() {
        right = frame.right - OPEN_FADE;
    }
    // A doubt of a pixel or two is none to the eye.
    if left - spot.left < 2.0 {
        left = spot.left;
    }
    if spot.right - right < 2.0 {
        right = spot.right;
    }
    (left.max(spot.left), right.max(left))
}

/// How far bars are drawn beyond the edge of the view, in points, so that their round corners are out of it.
const BEYOND: f32 = 20.0;
/// Opacity of a bar.
const SOLID: f32 = 0.9;
/// Over how many points an open end fades.
const OPEN_FADE: f32 = 90.0;

/// An end that comes up out of nothing, or goes down into it.
fn fade(rect: Rect, color: Rgba, grows: bool, items: &mut Vec<Item>) {
    if rect.width() <= 0.0 {
        return;
    }
    let (nothing, whole) = (color.with_opacity(0.0), color.with_opacity(SOLID));
    let (from, to) = if grows {
        (nothing, whole)
    } else {
        (whole, nothing)
    };
    items.push(Item::Fade { rect, from, to });
}
