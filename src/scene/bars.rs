//! Bars of intervals, and the stretch in which an event of coarse date may lie: precision as one sees it.

use crate::time::Precision;

use super::Item;
use super::build::Canvas;
use super::events::{BAR, Spot};
use super::geometry::{Rect, Rgba};

/// A stretch of doubt narrower than this many points hides behind its mark.
const DOUBT_MIN: f32 = 16.0;
/// How many slices a fading end has.
const FADE_SLICES: u8 = 10;

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
    let core = spot.event.when.core();
    let (top, bottom) = (spot.center.y - BAR / 2.0, spot.center.y + BAR / 2.0);
    let right = spot.right;
    let middle = (spot.left + right) / 2.0;
    let (mut solid_left, mut solid_right) = core.map_or((middle, middle), |core| {
        (
            canvas.x(core.start).max(spot.left),
            canvas.x(core.end).min(right),
        )
    });
    // An end that goes on without limit fades over the last stretch of what can be seen.
    if spot.event.when.is_open_end() {
        solid_right = (frame.right - OPEN_FADE).max(solid_left);
    }
    if spot.event.when.is_open_start() {
        solid_left = (frame.left + OPEN_FADE).min(solid_right);
    }
    let (left, right) = (
        spot.left.max(frame.left - 20.0),
        right.min(frame.right + 20.0),
    );
    if solid_left - left < 2.0 {
        solid_left = left;
    }
    if right - solid_right < 2.0 {
        solid_right = right;
    }
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
        let vague = spot.event.when.is_approximate() || spot.event.when.is_uncertain();
        let fill = spot.color.with_opacity(if vague { 0.55 } else { 0.9 });
        let rect = Rect::new(solid_left, top, solid_right, bottom);
        items.push(Item::Rect {
            rect,
            radius: if fades { 0.0 } else { 4.0 },
            fill,
            stroke: None,
        });
    }
}

/// Over how many points an open end fades.
const OPEN_FADE: f32 = 90.0;

/// Slices of growing (or shrinking) opacity; a display list has no gradients, which not every export could draw.
fn fade(rect: Rect, color: Rgba, grows: bool, items: &mut Vec<Item>) {
    if rect.width() <= 0.0 {
        return;
    }
    let step = rect.width() / f32::from(FADE_SLICES);
    for slice in 0..FADE_SLICES {
        let left = rect.left + f32::from(slice) * step;
        let share = (f32::from(slice) + 0.5) / f32::from(FADE_SLICES);
        let fill = color.with_opacity(0.9 * if grows { share } else { 1.0 - share });
        let rect = Rect {
            left,
            right: left + step,
            ..rect
        };
        items.push(Item::Rect {
            rect,
            radius: 0.0,
            fill,
            stroke: None,
        });
    }
}
