//! The lanes: bars, marks and names where there is room, ticks where there is not.

use crate::document::{Category, Event};
use crate::time::Span;

use super::build::{Canvas, Picture, vertical};
use super::geometry::{Point, Rect, Rgba, Stroke, point};
use super::lanes::Lane;
use super::marks::{Fill, mark};
use super::names::{LABEL_MAX, LABEL_SIZE, name, name_style};
use super::placement::{LanePlacement, Slot};
use super::rows::LABEL_OFFSET;
use super::strip::Strip;
use super::survey::body;
use super::{Anchor, Hit, Item, Scene, Target, bars, captions, labels, links};

/// Radius of a mark in points.
pub(super) const MARK: f32 = 5.6;
/// Height of a bar in points.
pub(super) const BAR: f32 = 18.0;
/// An interval shorter than this many points is drawn as a mark: a sliver has no shape to tell its category by.
const BAR_MIN: f32 = 12.0;

/// Opacity of what does not match the filter.
pub(super) const FAINT: f32 = 0.3;

/// Draws all lanes in view.
pub(super) fn draw(canvas: &Canvas<'_>, scene: &mut Scene) {
    let Picture { frame, opacity, .. } = canvas.picture;
    let mut layers = Layers::roomy();
    for lane in &canvas.lanes.lanes {
        let counts = draw_lane(canvas, lane, &mut layers);
        captions::draw(canvas, lane, &counts, scene);
    }
    links::draw(canvas, &mut layers.back);
    let rect = Rect {
        bottom: frame.series.bottom,
        ..frame.lanes
    };
    for items in [layers.back, layers.front] {
        scene.items.push(Item::Clip {
            rect,
            opacity: *opacity,
            items,
        });
    }
    scene.hits.extend(layers.hits);
}

/// What is drawn in front of the grid.
pub(super) struct Layers {
    pub(super) back: Vec<Item>,
    pub(super) front: Vec<Item>,
    pub(super) hits: Vec<Hit>,
}

impl Layers {
    /// With room for what most pictures hold, so that it need not grow in the midst of a frame.
    pub(super) fn roomy() -> Self {
        Self {
            back: Vec::with_capacity(256),
            front: Vec::with_capacity(256),
            hits: Vec::with_capacity(256),
        }
    }
}

/// How a lane's events in view are shown; what does not match the filter is not counted.
#[derive(Debug, Default)]
pub(super) struct LaneCounts {
    /// With their names.
    pub(super) named: usize,
    /// As ticks, or in the strip.
    pub(super) unnamed: usize,
    /// Whether some stand so close that they are a strip.
    pub(super) dense: bool,
    /// Whether the category is switched off.
    pub(super) off: bool,
    /// Whether nobody knows yet where the events stand.
    pub(super) waiting: bool,
}

/// One event where it stands in the picture.
pub(super) struct Spot<'a> {
    pub(super) index: usize,
    pub(super) slot: Slot,
    pub(super) event: &'a Event,
    /// Width of its name in points.
    pub(super) width: f32,
    /// What it may cover, as far as the history goes.
    pub(super) body: Span,
    pub(super) color: Rgba,
    /// Left and right end of what the event may cover, in points.
    pub(super) left: f32,
    pub(super) right: f32,
    /// Middle of the mark.
    pub(super) center: Point,
}

impl Spot<'_> {
    /// Whether the event is long enough at this scale to be drawn as a bar.
    pub(super) fn is_bar(&self) -> bool {
        self.event.when.is_interval() && self.right - self.left >= BAR_MIN
    }

    /// Whether the file says that the date is approximate or uncertain.
    pub(super) fn is_vague(&self) -> bool {
        self.event.when.is_approximate() || self.event.when.is_uncertain()
    }

    /// The name as it is drawn: cut where it is very long.
    pub(super) fn name(&self, canvas: &Canvas<'_>) -> String {
        let Picture { lang, fonts, .. } = canvas.picture;
        let name = name(self.event, *lang);
        if self.width < LABEL_MAX {
            name.to_owned()
        } else {
            fonts.elided(name, name_style(self.event), LABEL_MAX)
        }
    }
}

/// Draws the events of a lane that are in view: first those that carry their names, then what is left.
pub(super) fn draw_lane(canvas: &Canvas<'_>, lane: &Lane, layers: &mut Layers) -> LaneCounts {
    let Picture {
        timeline,
        placement,
        window,
        off,
        ..
    } = canvas.picture;
    let mut counts = LaneCounts {
        off: off.get(lane.number) == Some(&true),
        ..LaneCounts::default()
    };
    let Some(placed) = placement.lane(lane.number) else {
        counts.waiting = true;
        return counts;
    };
    if counts.off && placed.others.is_none() {
        return counts;
    }
    let (mut matching, mut others) = (Vec::new(), Vec::new());
    for (index, slot) in placed.named(timeline, canvas.points_per_day(), window.span()) {
        let of = if slot.faded {
            &mut others
        } else {
            &mut matching
        };
        let slot = Slot {
            faded: slot.faded || counts.off,
            ..slot
        };
        if let Some(spot) = spot(canvas, lane, placed, index as usize, slot) {
            of.push((index, spot.event.when.anchor()));
            if !canvas.naming.elsewhere.contains(&spot.index) {
                draw_named(canvas, &spot, layers);
            }
        }
    }
    let strip = |others: bool| Strip {
        canvas,
        lane,
        placed,
        crowd: placed.crowd(others),
        others,
        faded: others || counts.off,
    };
    if placed.others.is_some() {
        strip(true).draw(&others, layers);
    }
    let named = matching.len();
    let left = strip(false).draw(&matching, layers);
    point_out(canvas, lane, placed, layers);
    if !counts.off {
        (counts.named, counts.unnamed, counts.dense) = (named, left.events, left.dense);
    }
    counts
}

/// Where an event stands; `None` if there is none of this index.
pub(super) fn spot<'a>(
    canvas: &Canvas<'a>,
    lane: &Lane,
    placed: &LanePlacement,
    index: usize,
    slot: Slot,
) -> Option<Spot<'a>> {
    let timeline = canvas.picture.timeline;
    let event = timeline.events.get(index)?;
    let color = canvas
        .color(event.category)
        .with_opacity(if slot.faded { FAINT } else { 1.0 });
    let body = body(event, timeline.extent());
    let open_end = if event.when.is_open_end() {
        f64::INFINITY
    } else {
        body.end
    };
    let open_start = if event.when.is_open_start() {
        f64::NEG_INFINITY
    } else {
        body.start
    };
    let (left, right) = (canvas.x(open_start), canvas.x(open_end));
    let is_short = event.when.is_interval() && right - left < BAR_MIN;
    let x = if is_short {
        (left + right) / 2.0
    } else {
        canvas.x(event.when.anchor())
    };
    Some(Spot {
        index,
        width: placed.width(u32::try_from(index).ok()?),
        slot,
        event,
        body,
        color,
        left,
        right,
        center: point(x, lane.row_y(usize::from(slot.row))),
    })
}

/// What is selected or lit is found even where it has no name: a ring around its tick, and the selected one says its
/// name.
fn point_out(canvas: &Canvas<'_>, lane: &Lane, placed: &LanePlacement, layers: &mut Layers) {
    let Picture {
        timeline,
        placement,
        highlight,
        window,
        ..
    } = canvas.picture;
    let events = highlight.lit.iter().copied().chain(highlight.selected);
    for index in events {
        let event = timeline.events.get(index);
        let is_here = event.is_some_and(|event| {
            placement.lane_of(event) == lane.number && event.when.extent().overlaps(window.span())
        });
        let slot = placement.slot(index, lane.number);
        let slot = slot.filter(|slot| is_here && !slot.named_at(canvas.points_per_day()));
        let Some(spot) = slot.and_then(|slot| spot(canvas, lane, placed, index, slot)) else {
            continue;
        };
        let (top, bottom) = lane.strip();
        let at = point(tick_x(canvas, &spot), (top + bottom) / 2.0);
        let stroke = Stroke {
            width: 2.5,
            color: spot.color,
        };
        layers.front.push(vertical(at.x, top, bottom, stroke));
        layers.front.push(ring(at, 8.0, spot.color));
        if highlight.selected == Some(index) {
            tick_name(canvas, &spot, at, &mut layers.front);
        }
    }
}

/// At the event's place; where that is out of view, at the nearest part of what the event may cover.
pub(super) fn tick_x(canvas: &Canvas<'_>, spot: &Spot<'_>) -> f32 {
    let view = canvas.picture.frame.lanes;
    let (first, last) = (spot.left.max(view.left), spot.right.min(view.right));
    let x = canvas.x(spot.event.when.anchor());
    x.min(last).max(first)
}

/// The selected event says its name even where it has no room for one: on a ground of its own beside the tick.
fn tick_name(canvas: &Canvas<'_>, spot: &Spot<'_>, at: Point, items: &mut Vec<Item>) {
    let Picture { theme, frame, .. } = canvas.picture;
    let text = spot.name(canvas);
    let width = spot.width;
    let after = at.x + LABEL_OFFSET;
    let left = if after + width > frame.lanes.right {
        at.x - LABEL_OFFSET - width
    } else {
        after
    };
    let ground = Rect::new(
        left - 4.0,
        at.y - LABEL_SIZE * 0.65,
        left + width + 4.0,
        at.y + LABEL_SIZE * 0.65,
    );
    items.push(Item::Rect {
        rect: ground,
        radius: 3.0,
        fill: theme.ground,
        stroke: None,
    });
    let style = name_style(spot.event);
    items.push(Item::Text {
        at: point(left, at.y),
        anchor: Anchor::Left,
        text,
        style,
        fill: theme.ink,
    });
}

fn draw_named(canvas: &Canvas<'_>, spot: &Spot<'_>, layers: &mut Layers) {
    let body = if spot.is_bar() {
        bars::bar(canvas, spot, &mut layers.front);
        Rect::new(
            spot.left,
            spot.center.y - BAR / 2.0,
            spot.right,
            spot.center.y + BAR / 2.0,
        )
    } else {
        bars::doubt(spot, &mut layers.back);
        let shape = category(canvas, spot)
            .map_or(crate::document::Shape::Circle, |category| category.shape);
        let fill = if spot.is_vague() {
            Fill::Hollow
        } else {
            Fill::Solid
        };
        layers.front.push(mark(
            shape,
            spot.center,
            MARK,
            spot.color,
            fill,
            canvas.picture.theme.ground,
        ));
        let mark = Rect::around(spot.center, MARK * 2.0, MARK * 2.0);
        Rect {
            left: mark.left.min(spot.left),
            right: mark.right.max(spot.right),
            ..mark
        }
    };
    let label = labels::draw(canvas, spot, &mut layers.front);
    let all = Rect::new(
        body.left.min(label.left),
        label.top,
        body.right.max(label.right),
        label.bottom,
    );
    let view = canvas.picture.frame.lanes;
    let seen = all.grown(3.0).intersection(&view);
    emphasis(canvas, spot, body, layers);
    if seen.width() > 0.0 {
        layers.hits.push(Hit {
            rect: seen,
            target: Target::Event(spot.index),
            label: None,
        });
    }
}

fn category<'a>(canvas: &Canvas<'a>, spot: &Spot<'_>) -> Option<&'a Category> {
    canvas.picture.timeline.categories.get(spot.event.category)
}

/// Rings and the line down to the axis for what is selected or lit.
fn emphasis(canvas: &Canvas<'_>, spot: &Spot<'_>, body: Rect, layers: &mut Layers) {
    let highlight = &canvas.picture.highlight;
    let selected = highlight.selected == Some(spot.index);
    if selected {
        let frame = &canvas.picture.frame;
        let stroke = Stroke {
            width: 1.2,
            color: spot.color,
        };
        let (from, to) = (
            point(spot.center.x, frame.lanes.top),
            point(spot.center.x, frame.series.bottom),
        );
        layers.back.push(Item::Line {
            from,
            to,
            stroke,
            dash: Some(3.0),
        });
    }
    if spot.event.is_kept {
        // Marked whatever else it is: what shows is not what the file says.
        layers
            .front
            .push(outline(spot, body, canvas.picture.theme.error));
    } else if selected || highlight.lit.contains(&spot.index) {
        layers.front.push(outline(spot, body, spot.color));
    }
}

/// A frame around a bar, a ring around a mark.
fn outline(spot: &Spot<'_>, body: Rect, color: Rgba) -> Item {
    if !spot.is_bar() {
        return ring(spot.center, MARK + 4.4, color);
    }
    Item::Rect {
        rect: body.grown(3.0),
        radius: 6.0,
        fill: color.with_opacity(0.0),
        stroke: Some(Stroke { width: 1.5, color }),
    }
}

fn ring(center: Point, radius: f32, color: Rgba) -> Item {
    let stroke = Some(Stroke { width: 1.5, color });
    Item::Rect {
        rect: Rect::around(center, radius * 2.0, radius * 2.0),
        radius,
        fill: color.with_opacity(0.0),
        stroke,
    }
}
