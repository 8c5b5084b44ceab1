//! The links of the selected event, as arcs behind the names.

use super::Item;
use super::build::Canvas;
use super::geometry::{Point, Stroke, point};

/// Arcs from the selected event to those it is linked with, drawn behind the names.
pub(super) fn draw(canvas: &Canvas<'_>, items: &mut Vec<Item>) {
    let picture = canvas.picture;
    let Some(selected) = picture.highlight.selected else {
        return;
    };
    let Some(from) = place_of(canvas, selected) else {
        return;
    };
    let color = picture
        .timeline
        .events
        .get(selected)
        .map_or(picture.theme.muted, |event| canvas.color(event.category));
    for connection in picture.timeline.connections(selected) {
        if let Some(to) = place_of(canvas, connection.other) {
            let stroke = Some(Stroke {
                width: 1.4,
                color: color.with_opacity(0.8),
            });
            items.push(Item::Path {
                points: arc(from, to, picture.frame.lanes.top),
                closed: false,
                fill: None,
                stroke,
            });
        }
    }
}

/// Where an event that is drawn stands: its mark, or its tick. Beyond the view the x goes on.
fn place_of(canvas: &Canvas<'_>, event: usize) -> Option<Point> {
    let picture = canvas.picture;
    let number = picture
        .placement
        .lane_of(picture.timeline.events.get(event)?);
    let slot = picture.placement.slot(event, number)?;
    let lane = canvas.lanes.of(number)?;
    let x = canvas
        .x(picture.timeline.events.get(event)?.when.anchor())
        .clamp(-4000.0, 8000.0);
    let (top, bottom) = lane.strip();
    let named = slot.named_at(canvas.points_per_day());
    Some(point(
        x,
        if named {
            lane.row_y(usize::from(slot.row))
        } else {
            (top + bottom) / 2.0
        },
    ))
}

/// A cubic Bézier that leaves both ends upwards, so that it is soon clear of the names in their rows, and stays below
/// `ceiling`; as short runs of line.
pub(super) fn arc(from: Point, to: Point, ceiling: f32) -> Vec<Point> {
    let lift = ((to.x - from.x).abs() * 0.12 + (to.y - from.y).abs() * 0.25).clamp(14.0, 70.0);
    let top = (from.y.min(to.y) - lift).max(ceiling + 2.0);
    let bend = ((to.x - from.x) * 0.15).clamp(-40.0, 40.0);
    let (a, b) = (point(from.x + bend, top), point(to.x - bend, top));
    let along = |step: u8| {
        let t = f32::from(step) / 32.0;
        let s = 1.0 - t;
        let blend = |p0: f32, p1: f32, p2: f32, p3: f32| {
            s * s * s * p0 + 3.0 * s * s * t * p1 + 3.0 * s * t * t * p2 + t * t * t * p3
        };
        point(blend(from.x, a.x, b.x, to.x), blend(from.y, a.y, b.y, to.y))
    };
    (0..=32).map(along).collect()
}
