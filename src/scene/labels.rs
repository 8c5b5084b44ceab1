//! Names of events beside their marks, or on their bars.

use super::bars;
use super::build::{Canvas, Picture};
use super::events::Spot;
use super::geometry::{Rect, point};
use super::names::{LABEL_SIZE, name_style};
use super::rows::{LABEL_OFFSET, Side};
use super::theme::Theme;
use super::{Anchor, Item};

/// Between the end of a bar and the name beside it, in points.
const BAR_GAP: f32 = 9.0;
/// Room at the edge of the view in which a cut name still says something, in points.
const ELLIPSIS_FROM: f32 = 40.0;
/// Between the edge of the view and a name that is kept in view, in points.
const EDGE: f32 = 8.0;

/// Draws the name and gives back its rectangle. The name of a long bar stays in view while any part of the bar is.
pub(super) fn draw(canvas: &Canvas<'_>, spot: &Spot<'_>, items: &mut Vec<Item>) -> Rect {
    let Picture {
        theme,
        fonts,
        frame,
        ..
    } = canvas.picture;
    let text = spot.name(canvas);
    let width = spot.width;
    let style = name_style(spot.event);
    let (left, ground) = label_left(canvas, spot, width);
    let fill = match ground {
        _ if spot.slot.faded => theme.muted.with_opacity(0.55),
        Ground::Bar if theme.ground.contrast(spot.color) > theme.ink.contrast(spot.color) => {
            theme.ground
        }
        Ground::Canvas if canvas.picture.highlight.hovered == Some(spot.index) => theme.accent,
        Ground::Canvas if canvas.naming.quiet => theme.muted,
        Ground::Bar | Ground::Canvas => theme.ink,
    };
    let at = point(left, spot.center.y);
    let words = |x: f32, text: String| Item::Text {
        at: point(x, at.y),
        anchor: Anchor::Left,
        text,
        style,
        fill,
    };
    let all = Rect::new(
        left,
        at.y - LABEL_SIZE * 0.7,
        left + width,
        at.y + LABEL_SIZE * 0.7,
    );
    if canvas.naming.quiet && is_cut(all, frame.lanes) {
        return Rect {
            left: spot.center.x,
            right: spot.center.x,
            ..all
        };
    }
    if canvas.naming.covered {
        items.push(cover(all, theme));
        return all;
    }
    // A name that runs out of the view ends in an ellipsis, so that it does not read as a whole. It is covered from
    // there on rather than laid out anew: while the view moves, it is another letter in each frame.
    let room = frame.lanes.right - left;
    if width > room && room > ELLIPSIS_FROM {
        let end = left + fonts.width(fonts.head(&text, style, room), style);
        items.push(Item::Clip {
            rect: Rect {
                left: left - 1.0,
                right: end,
                ..all
            },
            opacity: 1.0,
            items: vec![words(left, text)],
        });
        items.push(words(end, "…".to_owned()));
    } else {
        items.push(words(left, text));
    }
    all
}

/// Whether a name runs out of the view so that what is left of it says little.
fn is_cut(name: Rect, view: Rect) -> bool {
    let cut_right = name.right > view.right && view.right - name.left <= 2.0 * ELLIPSIS_FROM;
    name.left < view.left || cut_right
}

/// A box over what is not to be read yet.
pub(super) fn cover(rect: Rect, theme: &Theme) -> Item {
    let rect = Rect::around(rect.center(), rect.width(), rect.height() * 0.8);
    Item::Rect {
        rect,
        radius: 4.0,
        fill: theme.line,
        stroke: None,
    }
}

/// What a name stands on.
enum Ground {
    Bar,
    Canvas,
}

/// Where the name begins, and what it stands on.
fn label_left(canvas: &Canvas<'_>, spot: &Spot<'_>, width: f32) -> (f32, Ground) {
    let view = canvas.picture.frame.lanes;
    if spot.is_bar() {
        return bar_label_left(canvas, spot, width);
    }
    let beside = match spot.slot.side {
        Side::Left => spot.center.x - LABEL_OFFSET - width,
        Side::Right => spot.center.x + LABEL_OFFSET,
    };
    (
        in_doubt(spot, width, view).unwrap_or(beside),
        Ground::Canvas,
    )
}

/// On the bar where it is long enough at this scale, else beside it. An open end counts as far as the history goes.
fn bar_label_left(canvas: &Canvas<'_>, spot: &Spot<'_>, width: f32) -> (f32, Ground) {
    let (left, right) = (canvas.x(spot.body.start), canvas.x(spot.body.end));
    if right - left <= width + 2.0 * EDGE {
        let before = left - BAR_GAP - width;
        return (
            if spot.slot.side == Side::Left {
                before
            } else {
                right + BAR_GAP
            },
            Ground::Canvas,
        );
    }
    let solid = bars::solid(canvas, spot);
    let start = if solid.1 - solid.0 > width + 2.0 * EDGE {
        solid.0
    } else {
        left
    };
    let wish = start.max(canvas.picture.frame.lanes.left) + EDGE;
    // Beyond the history there is nothing else in the row.
    let end = if spot.event.when.is_open_end() {
        right.max(canvas.picture.frame.lanes.right)
    } else {
        right
    };
    let at = wish.min(end - width - EDGE);
    // Where it lies on a fading end, only dark ink can be read.
    let on_solid = solid.0 <= at && at + width <= solid.1;
    (
        at,
        if on_solid {
            Ground::Bar
        } else {
            Ground::Canvas
        },
    )
}

/// A coarse date whose mark is out of view: the name stays while part of the stretch in which it may lie is in view.
fn in_doubt(spot: &Spot<'_>, width: f32, view: Rect) -> Option<f32> {
    let (first, last) = (spot.left + EDGE, spot.right - width - EDGE);
    let out_of_view = spot.center.x < view.left || view.right < spot.center.x;
    let beside = spot.center.x + LABEL_OFFSET;
    let seen = beside.min(view.right - width - EDGE).max(view.left + EDGE);
    (out_of_view && first <= last).then(|| seen.max(first).min(last))
}
