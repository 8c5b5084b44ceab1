//! The lanes: bars, marks and names where there is room, ticks where there is not, and the links of the selected
//! event.

use crate::document::{Category, Event};
use crate::time::{Lang, Precision};

use super::build::{Canvas, Picture, vertical};
use super::geometry::{Point, Rect, Rgba, Stroke, point};
use super::lanes::Lane;
use super::marks::{Fill, mark};
use super::placement::{BAR_GAP, LABEL_OFFSET, LABEL_SIZE, Side, Slot, name, name_style};
use super::text::TextStyle;
use super::{Anchor, Hit, Item, Scene, Target};

/// Radius of a mark in points.
const MARK: f32 = 5.6;
/// Height of a bar in points.
const BAR: f32 = 18.0;
/// An interval shorter than this many points is drawn as a mark: a sliver has no shape to tell its category by.
const BAR_MIN: f32 = 12.0;
/// A stretch of doubt narrower than this many points hides behind its mark.
const DOUBT_MIN: f32 = 16.0;
/// How many slices a fading end has.
const FADE_SLICES: u8 = 10;
/// Between the edge of the view and a name that is kept in view, in points.
const EDGE: f32 = 8.0;

/// Draws all lanes in view.
pub(super) fn draw(canvas: &Canvas<'_>, scene: &mut Scene) {
    let frame = &canvas.picture.frame;
    let mut layers = Layers::default();
    for lane in &canvas.lanes.lanes {
        let (named, ticks) = draw_lane(canvas, lane, &mut layers);
        caption(canvas, lane, named, ticks, scene);
    }
    links(canvas, &mut layers);
    let rect = Rect {
        bottom: frame.series.bottom,
        ..frame.lanes
    };
    scene.items.push(Item::Clip {
        rect,
        items: layers.back,
    });
    scene.items.push(Item::Clip {
        rect,
        items: layers.front,
    });
    scene.hits.extend(layers.hits);
}

#[derive(Default)]
struct Layers {
    back: Vec<Item>,
    front: Vec<Item>,
    hits: Vec<Hit>,
}

/// One event where it stands in the picture.
struct Spot<'a> {
    slot: &'a Slot,
    event: &'a Event,
    color: Rgba,
    /// Left and right end of what the event may cover, in points.
    left: f32,
    right: f32,
    /// Middle of the mark.
    center: Point,
}

impl Spot<'_> {
    /// Whether the event is long enough at this scale to be drawn as a bar.
    fn is_bar(&self) -> bool {
        self.event.when.is_interval() && self.right - self.left >= BAR_MIN
    }
}

/// Draws the events of a lane that are in view; gives back how many carry a name and how many are ticks.
fn draw_lane(canvas: &Canvas<'_>, lane: &Lane, layers: &mut Layers) -> (usize, usize) {
    let picture = canvas.picture;
    let (mut named, mut unnamed) = (0, 0);
    let mut last_tick = f32::NEG_INFINITY;
    for slot in picture
        .placement
        .lanes
        .get(lane.category)
        .into_iter()
        .flatten()
    {
        let Some(event) = picture.timeline.events.get(slot.event) else {
            continue;
        };
        if !slot.body.overlaps(picture.window.span())
            && !picture.window.span().contains(event.when.anchor())
        {
            continue;
        }
        let spot = spot(canvas, lane, slot, event);
        let counts = u8::from(!slot.faded) as usize;
        if slot.named_at(canvas.points_per_day()) {
            named += counts;
            draw_named(canvas, &spot, layers);
        } else {
            unnamed += counts;
            draw_tick(canvas, lane, &spot, &mut last_tick, layers);
        }
    }
    (named, unnamed)
}

fn spot<'a>(canvas: &Canvas<'_>, lane: &Lane, slot: &'a Slot, event: &'a Event) -> Spot<'a> {
    let color = canvas
        .color(event.category)
        .with_opacity(if slot.faded { 0.3 } else { 1.0 });
    let open_end = if event.when.is_open_end() {
        f64::INFINITY
    } else {
        slot.body.end
    };
    let open_start = if event.when.is_open_start() {
        f64::NEG_INFINITY
    } else {
        slot.body.start
    };
    let (left, right) = (canvas.x(open_start), canvas.x(open_end));
    let is_short = event.when.is_interval() && right - left < BAR_MIN;
    let x = if is_short {
        (left + right) / 2.0
    } else {
        canvas.x(event.when.anchor())
    };
    Spot {
        slot,
        event,
        color,
        left,
        right,
        center: point(x, lane.row_y(slot.row)),
    }
}

fn draw_tick(
    canvas: &Canvas<'_>,
    lane: &Lane,
    spot: &Spot<'_>,
    last: &mut f32,
    layers: &mut Layers,
) {
    let (top, bottom) = lane.strip();
    let x = spot.center.x;
    let selected = canvas.picture.highlight.selected == Some(spot.slot.event);
    let lit = canvas.picture.highlight.lit.contains(&spot.slot.event);
    if selected || lit {
        // What is pointed out must be found even where it has no name.
        let at = point(x, (top + bottom) / 2.0);
        layers.front.push(ring(at, 8.0, spot.color));
    }
    let stroke = Stroke {
        width: if selected || lit { 2.5 } else { 1.4 },
        color: spot.color.with_opacity(0.75),
    };
    if spot.event.when.is_interval() && spot.right - spot.left > 3.0 {
        let y = bottom - 1.0;
        let (from, to) = (point(spot.left.max(-1e4), y), point(spot.right.min(1e4), y));
        layers.back.push(Item::Line {
            from,
            to,
            stroke: Stroke {
                width: 2.0,
                ..stroke
            },
            dash: None,
        });
    }
    // Ticks in one pixel are one tick.
    if x - *last >= 0.75 || selected || lit {
        layers.back.push(vertical(x, top, bottom, stroke));
        *last = x;
    }
    let rect = Rect::new(x - 3.0, top - 3.0, x + 3.0, bottom + 3.0);
    layers
        .hits
        .push(hit(canvas, spot, rect, Target::Tick(spot.slot.event)));
}

fn draw_named(canvas: &Canvas<'_>, spot: &Spot<'_>, layers: &mut Layers) {
    let body = if spot.is_bar() {
        bar(canvas, spot, &mut layers.front);
        Rect::new(
            spot.left,
            spot.center.y - BAR / 2.0,
            spot.right,
            spot.center.y + BAR / 2.0,
        )
    } else {
        doubt(spot, &mut layers.back);
        let shape = category(canvas, spot)
            .map_or(crate::document::Shape::Circle, |category| category.shape);
        let vague = spot.event.when.is_approximate() || spot.event.when.is_uncertain();
        let fill = if vague { Fill::Hollow } else { Fill::Solid };
        layers.front.push(mark(
            shape,
            spot.center,
            MARK,
            spot.color,
            fill,
            canvas.picture.theme.ground,
        ));
        Rect::around(spot.center, MARK * 2.0, MARK * 2.0)
    };
    let label = label(canvas, spot, &mut layers.front);
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
        layers
            .hits
            .push(hit(canvas, spot, seen, Target::Event(spot.slot.event)));
    }
}

fn category<'a>(canvas: &Canvas<'a>, spot: &Spot<'_>) -> Option<&'a Category> {
    canvas.picture.timeline.categories.get(spot.event.category)
}

/// The stretch in which an event of coarse date may lie.
fn doubt(spot: &Spot<'_>, items: &mut Vec<Item>) {
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
fn bar(canvas: &Canvas<'_>, spot: &Spot<'_>, items: &mut Vec<Item>) {
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

/// Draws the name and gives back its rectangle. The name of a long bar stays in view while any part of the bar is.
fn label(canvas: &Canvas<'_>, spot: &Spot<'_>, items: &mut Vec<Item>) -> Rect {
    let Picture {
        theme, lang, frame, ..
    } = canvas.picture;
    let text = spot
        .slot
        .cut
        .as_deref()
        .unwrap_or_else(|| name(spot.event, *lang));
    let width = spot.slot.width;
    let style = name_style(spot.event);
    let (left, inside) = label_left(spot, width, frame.lanes);
    let mut fill = if spot.slot.faded {
        theme.muted.with_opacity(0.55)
    } else {
        theme.ink
    };
    if inside {
        fill = if theme.ground.contrast(spot.color) > theme.ink.contrast(spot.color) {
            theme.ground
        } else {
            theme.ink
        };
    } else if canvas.picture.highlight.hovered == Some(spot.slot.event) {
        fill = theme.accent;
    }
    let at = point(left, spot.center.y);
    items.push(Item::Text {
        at,
        anchor: Anchor::Left,
        text: text.to_owned(),
        style,
        fill,
    });
    Rect::new(
        left,
        at.y - LABEL_SIZE * 0.7,
        left + width,
        at.y + LABEL_SIZE * 0.7,
    )
}

/// Where the name begins, and whether it stands on the bar.
fn label_left(spot: &Spot<'_>, width: f32, view: Rect) -> (f32, bool) {
    let (is_bar, right_end) = (spot.is_bar(), spot.right);
    if is_bar && right_end - spot.left > width + 2.0 * EDGE {
        let wish = (spot.left + EDGE).max(view.left + EDGE);
        return (wish.min(right_end - width - EDGE), true);
    }
    let (before, after) = if is_bar {
        (spot.left - BAR_GAP, right_end + BAR_GAP)
    } else {
        (spot.center.x - LABEL_OFFSET, spot.center.x + LABEL_OFFSET)
    };
    let beside = if spot.slot.side == Side::Left {
        before - width
    } else {
        after
    };
    // A coarse date: the name stays in view while any part of the stretch in which it may lie is.
    if !is_bar && spot.right - spot.left > width + 2.0 * EDGE {
        let (lowest, highest) = (spot.left + EDGE, spot.right - width - EDGE);
        let wish = beside.clamp(lowest, highest);
        return (
            wish.clamp(
                view.left + EDGE,
                (view.right - width - EDGE).max(view.left + EDGE),
            )
            .clamp(lowest, highest),
            false,
        );
    }
    (beside, false)
}

/// Rings and the line down to the axis for what is selected or lit.
fn emphasis(canvas: &Canvas<'_>, spot: &Spot<'_>, body: Rect, layers: &mut Layers) {
    let highlight = &canvas.picture.highlight;
    let selected = highlight.selected == Some(spot.slot.event);
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
    if selected || highlight.lit.contains(&spot.slot.event) {
        if spot.is_bar() {
            let stroke = Some(Stroke {
                width: 1.5,
                color: spot.color,
            });
            let fill = spot.color.with_opacity(0.0);
            layers.front.push(Item::Rect {
                rect: body.grown(3.0),
                radius: 6.0,
                fill,
                stroke,
            });
        } else {
            layers.front.push(ring(spot.center, MARK + 4.4, spot.color));
        }
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

fn hit(canvas: &Canvas<'_>, spot: &Spot<'_>, rect: Rect, target: Target) -> Hit {
    let lang = canvas.picture.lang;
    let label = format!(
        "{}, {}",
        name(spot.event, lang),
        spot.event.when.display(lang)
    );
    Hit {
        rect,
        target,
        label,
    }
}

/// Arcs from the selected event to those it is linked with, drawn behind the names.
fn links(canvas: &Canvas<'_>, layers: &mut Layers) {
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
            layers.back.push(Item::Path {
                points: arc(from, to),
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
    let category = picture.timeline.events.get(event)?.category;
    let slot = picture.placement.slot(event, category)?;
    let lane = canvas.lanes.of(category)?;
    let x = canvas
        .x(picture.timeline.events.get(event)?.when.anchor())
        .clamp(-4000.0, 8000.0);
    let (top, bottom) = lane.strip();
    let named = slot.named_at(canvas.points_per_day());
    Some(point(
        x,
        if named {
            lane.row_y(slot.row)
        } else {
            (top + bottom) / 2.0
        },
    ))
}

/// A cubic Bézier that leaves both ends upwards, as short runs of line.
fn arc(from: Point, to: Point) -> Vec<Point> {
    let lift = ((to.x - from.x).abs() * 0.12 + (to.y - from.y).abs() * 0.25).clamp(14.0, 70.0);
    let top = from.y.min(to.y) - lift;
    let bend = (to.x - from.x) * 0.2;
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

/// The category's mark and name beside its lane, with what is named and what is not.
fn caption(canvas: &Canvas<'_>, lane: &Lane, named: usize, ticks: usize, scene: &mut Scene) {
    let Picture {
        timeline,
        lang,
        fonts,
        theme,
        ..
    } = canvas.picture;
    let Some(category) = timeline.categories.get(lane.category) else {
        return;
    };
    let title = match lang {
        Lang::Ja => category.name_ja.as_ref().unwrap_or(&category.name),
        Lang::En => &category.name,
    };
    let style = TextStyle::semibold(14.0);
    let (left, room) = (34.0, lane.rect.left - 40.0);
    let mut y = lane.rect.top + 21.0;
    let color = canvas.color(lane.category);
    scene.items.push(mark(
        category.shape,
        point(20.0, y),
        MARK,
        color,
        Fill::Solid,
        theme.ground,
    ));
    for line in two_lines(title, room, |text| fonts.width(text, style)) {
        let line = fonts.elided(line, style, room);
        scene
            .items
            .push(canvas.text(point(left, y), Anchor::Left, line, style));
        y += 18.0;
    }
    let said = match (named, ticks) {
        (0, 0) => "none in view".to_owned(),
        (named, 0) => format!("{named} named"),
        (named, ticks) => format!("{named} named, {ticks} as ticks"),
    };
    if y + 8.0 < lane.rect.bottom {
        scene.items.push(canvas.muted(
            point(left, y + 1.0),
            Anchor::Left,
            &said,
            TextStyle::sans(11.5),
        ));
    }
    let rect = Rect {
        left: 8.0,
        right: lane.rect.left - 6.0,
        ..lane.rect
    };
    let label = format!("{title}: {said}");
    scene.hits.push(Hit {
        rect,
        target: Target::Lane(lane.category),
        label,
    });
}

/// Breaks a name after the word that still fits, so that it takes two lines at most.
fn two_lines(text: &str, room: f32, width: impl Fn(&str) -> f32) -> Vec<&str> {
    if width(text) <= room {
        return vec![text];
    }
    let breaks = text
        .char_indices()
        .filter(|(_, letter)| letter.is_whitespace())
        .map(|(at, _)| at);
    let fitting = breaks
        .take_while(|&at| text.get(..at).is_some_and(|head| width(head) <= room))
        .last();
    match fitting.and_then(|at| text.split_at_checked(at)) {
        Some((head, tail)) => vec![head, tail.trim_start()],
        None => vec![text],
    }
}

#[cfg(test)]
mod tests {
    use super::two_lines;

    #[test]
    fn names_break_between_words() {
        let width = |text: &str| text.chars().count() as f32;
        assert_eq!(two_lines("Security", 10.0, width), ["Security"]);
        assert_eq!(
            two_lines("Trade & economy", 9.0, width),
            ["Trade &", "economy"]
        );
        assert_eq!(two_lines("Unbreakable", 5.0, width), ["Unbreakable"]);
    }
}
