//! The step's own events: large marks on a rail above the neighbours, with a line down to their days and their names
//! hanging below like flags.
//!
//! Flags find their rows as names of lanes do ([`Rows`]), so that they do not overlap and do not flicker; the events
//! that are still to be shown have their rows already, so that nothing moves when they come.

use crate::document::Event;
use crate::state::Content;
use crate::time::{Span, TimeScale};

use super::super::build::vertical;
use super::super::geometry::{Point, Rect, Rgba, Stroke, point};
use super::super::labels::cover;
use super::super::links::arc;
use super::super::marks::{Fill, mark};
use super::super::names::LABEL_MAX;
use super::super::rows::{Newcomer, Place, Rows, Side};
use super::super::text::TextStyle;
use super::super::{Anchor, Hit, Item, Scene, Target, names};
use super::page::{AXIS, Page};
use super::slide_scale;

/// Radius of a mark on the rail, and of one that is not the newest, in points.
pub(super) const RADIUS: f32 = 8.0;
const LESSER: f32 = 6.5;
/// Room above the rail for arcs, in points.
pub(super) const ARCS: f32 = 46.0;
/// Rows of flags at most.
const FLAG_ROWS: usize = 6;
/// Height of a row of flags in points.
pub(super) const FLAG_ROW: f32 = 23.5;
/// Events of a step that have a flag, and that have a mark: more than anybody can take in.
const FLAGS: usize = 40;
const MARKS: usize = 200;
/// Style of a flag.
const STYLE: TextStyle = TextStyle::semibold(14.5);
/// Between a line and its flag, in points.
const FLAG_GAP: f32 = 7.0;
/// Between a flag and the edge of the slide, in points.
const EDGE: f32 = 20.0;
/// Thickness of what shows on the axis how long an event took, in points.
const STRETCH: f32 = 3.0;
/// Farther out nothing is drawn, in points.
const FARTHEST: f32 = 8000.0;

/// One of the step's own events.
pub(super) struct Pin<'a> {
    pub(super) index: usize,
    event: &'a Event,
    /// Whether it has come already.
    pub(super) shown: bool,
    /// Whether it is what the step is about now.
    first: bool,
    /// Its name, where it is not said above already.
    flag: Option<Flag>,
}

struct Flag {
    text: String,
    width: f32,
    row: usize,
    side: Side,
    from: f64,
}

/// Height of all flags in points.
pub(super) fn flags_height(pins: &[Pin<'_>]) -> f32 {
    rows(pins) as f32 * FLAG_ROW
}

/// Rows in which there is a flag.
fn rows(pins: &[Pin<'_>]) -> usize {
    let flags = pins.iter().filter_map(|pin| pin.flag.as_ref());
    flags.map(|flag| flag.row + 1).max().unwrap_or(0)
}

/// The events that the slide points out, in the order in which it tells them.
pub(super) fn of<'a>(page: &Page<'a>) -> Vec<Pin<'a>> {
    let mut pins = Vec::new();
    let mut add = |index: usize, shown: bool, first: bool| {
        let is_new = pins.iter().all(|pin: &Pin<'_>| pin.index != index);
        if let Some(event) = page.event(index).filter(|_| is_new && pins.len() < MARKS) {
            pins.push(Pin {
                index,
                event,
                shown,
                first,
                flag: None,
            });
        }
    };
    match &page.slide.content {
        Content::Event(event) | Content::Excerpt { event, .. } => add(*event, true, true),
        Content::Window(events) => events.iter().for_each(|&event| add(event, true, false)),
        Content::Links {
            event,
            others,
            shown,
        } => {
            add(*event, true, true);
            for (at, &other) in others.iter().enumerate() {
                add(other, at < *shown, at + 1 == *shown);
            }
        }
        Content::Series { .. } | Content::Gone | Content::Nothing => {}
    }
    match page.slide.content {
        Content::Window(_) => raise_flags(page, &mut pins, FLAG_ROWS),
        Content::Excerpt { .. } => raise_flags(page, &mut pins, 1),
        // Of linked events the newest alone: the others have been told.
        Content::Links { shown, .. } if shown > 0 => {
            let newest = pins.iter_mut().skip(1).filter(|pin| pin.shown && pin.first);
            newest.for_each(|pin| raise_flags(page, std::slice::from_mut(pin), 1));
        }
        _ => {}
    }
    pins
}

/// Finds a row for each name.
fn raise_flags(page: &Page<'_>, pins: &mut [Pin<'_>], count: usize) {
    let days: Vec<f64> = pins.iter().map(|pin| pin.event.when.anchor()).collect();
    let day = |at: &usize| days.get(*at).copied().unwrap_or_default();
    let mut order: Vec<usize> = (0..pins.len().min(FLAGS)).collect();
    order.sort_by(|a, b| day(a).total_cmp(&day(b)));
    let bodies = order.iter().map(|at| Span::new(day(at), day(at))).collect();
    let home = slide_scale(page.slide.window, page.picture.size);
    let mut rows = Rows::new(bodies, count, home.points_per_day());
    // First those that show where the camera will stand: none of them shall yield to one that does not.
    for in_view in [true, false] {
        let free = pins.iter_mut().enumerate().take(FLAGS);
        for (at, pin) in free.filter(|(_, pin)| pin.flag.is_none()) {
            let rank = order.iter().position(|&it| it == at).unwrap_or_default();
            pin.flag = flag(page, pin.event, &home, |width, sides| {
                let newcomer = Newcomer {
                    rank,
                    width,
                    sides,
                    rows: count,
                };
                if in_view {
                    rows.place_in_view(newcomer)
                } else {
                    rows.place(newcomer)
                }
            });
        }
    }
}

/// A name with the place that it is given for its width and the sides on which it has room.
fn flag(
    page: &Page<'_>,
    event: &Event,
    home: &TimeScale,
    place: impl FnOnce(f32, &[Side]) -> Option<Place>,
) -> Option<Flag> {
    let most = (home.width * 0.45).min(LABEL_MAX - 10.0);
    let name = names::name(event, page.picture.lang);
    let text = page.picture.fonts.elided(name, STYLE, most);
    let width = page.width(&text, STYLE);
    let x = home.x_from_day(event.when.anchor());
    let sides: &[Side] = match (x - width > EDGE, x + width < home.width - EDGE) {
        (true, false) => &[Side::Left],
        (true, true) => &[Side::Right, Side::Left],
        (false, _) => &[Side::Right],
    };
    let place = place(width, sides)?;
    Some(Flag {
        text,
        width,
        row: place.row,
        side: place.side,
        from: f64::from(place.from),
    })
}

impl Pin<'_> {
    /// Where its mark stands; none while that is out of view.
    fn at(&self, page: &Page<'_>) -> Option<Point> {
        let x = page.x(self.event.when.anchor());
        let view = page.lane;
        (view.left..=view.right)
            .contains(&x)
            .then(|| point(x, page.rail))
    }

    /// Where its name hangs, while it does.
    fn flag_rect(&self, page: &Page<'_>, at: Point) -> Option<(&Flag, Rect)> {
        let flag = self.flag.as_ref()?;
        if page.scale.points_per_day() < flag.from {
            return None;
        }
        let top = page.flags.top + flag.row as f32 * FLAG_ROW;
        let left = match flag.side {
            Side::Right => at.x + FLAG_GAP,
            Side::Left => at.x - FLAG_GAP - flag.width,
        };
        Some((
            flag,
            Rect::new(left, top, left + flag.width, top + FLAG_ROW),
        ))
    }

    fn color(&self, page: &Page<'_>) -> Rgba {
        page.color(self.event)
    }
}

/// Draws arcs, lines, marks and flags into `items`, which come with the words, and says what can be pointed at.
pub(super) fn draw(page: &Page<'_>, pins: &[Pin<'_>], scene: &mut Scene, items: &mut Vec<Item>) {
    let shown = || pins.iter().filter(|pin| pin.shown);
    let mut gaps: Vec<Rect> = scene
        .hits
        .iter()
        .filter(|hit| matches!(hit.target, Target::Event(_)))
        .map(|hit| hit.rect)
        .collect();
    let flags = shown().filter_map(|pin| Some(pin.flag_rect(page, pin.at(page)?)?.1.grown(1.0)));
    gaps.extend(flags);
    let mut back = arcs(page, pins);
    let mut front = Vec::new();
    let mut hits: Vec<Hit> = Vec::new();
    for pin in shown() {
        stretch(page, pin, &mut back);
        let Some(at) = pin.at(page) else { continue };
        line(page, pin, at, &gaps, &mut back);
        front.push(pin_mark(page, pin, at));
        let mut rect = Rect::around(at, 2.0 * RADIUS + 8.0, 2.0 * RADIUS + 8.0);
        if let Some((flag, place)) = pin.flag_rect(page, at) {
            front.push(flag_item(page, flag, place));
            rect = rect.union(&place).intersection(&page.rect());
        }
        let label = (page.picture.covered).then(|| pin.event.when.display(page.picture.lang));
        hits.push(Hit {
            rect,
            target: Target::Event(pin.index),
            label,
        });
    }
    // The lower a flag, the larger its region, and the farther back.
    hits.sort_by(|a, b| b.rect.bottom.total_cmp(&a.rect.bottom));
    scene.hits.extend(hits);
    back.append(&mut front);
    items.splice(0..0, back);
}

fn flag_item(page: &Page<'_>, flag: &Flag, place: Rect) -> Item {
    if page.picture.covered {
        let height = STYLE.size * 1.4;
        return cover(
            Rect::around(place.center(), place.width(), height),
            page.theme,
        );
    }
    Item::Text {
        at: point(place.left, place.center().y),
        anchor: Anchor::Left,
        text: flag.text.clone(),
        style: STYLE,
        fill: page.theme.ink,
    }
}

fn pin_mark(page: &Page<'_>, pin: &Pin<'_>, at: Point) -> Item {
    let is_vague = pin.event.when.is_approximate() || pin.event.when.is_uncertain();
    let fill = if is_vague { Fill::Hollow } else { Fill::Solid };
    let radius = if pin.first { RADIUS } else { LESSER };
    mark(
        page.shape(pin.event),
        at,
        radius,
        pin.color(page),
        fill,
        page.theme.ground,
    )
}

/// From the mark down to the axis, but not through names.
fn line(page: &Page<'_>, pin: &Pin<'_>, at: Point, gaps: &[Rect], items: &mut Vec<Item>) {
    let stroke = Stroke {
        width: 1.5,
        color: pin
            .color(page)
            .with_opacity(if pin.first { 1.0 } else { 0.6 }),
    };
    let mut crossed: Vec<(f32, f32)> = gaps
        .iter()
        .filter(|gap| gap.left < at.x && at.x < gap.right)
        .map(|gap| (gap.top, gap.bottom))
        .collect();
    crossed.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut top = at.y;
    for (from, to) in crossed {
        if from > top {
            items.push(vertical(at.x, top, from, stroke));
        }
        top = top.max(to);
    }
    if top < AXIS {
        items.push(vertical(at.x, top, AXIS, stroke));
    }
}

/// On the axis, how long the event took, or in which stretch it may lie.
fn stretch(page: &Page<'_>, pin: &Pin<'_>, items: &mut Vec<Item>) {
    let when = &pin.event.when;
    let color = pin.color(page);
    let mut bar = |span: Span, opacity: f32| {
        let view = page.lane;
        let (left, right) = (
            page.x(span.start).max(view.left - STRETCH),
            page.x(span.end).min(view.right + STRETCH),
        );
        if right - left > STRETCH {
            items.push(Item::Rect {
                rect: Rect::new(left, AXIS - STRETCH / 2.0, right, AXIS + STRETCH / 2.0),
                radius: STRETCH / 2.0,
                fill: color.with_opacity(opacity),
                stroke: None,
            });
        }
    };
    bar(when.extent(), 0.4);
    if let Some(core) = when.core().filter(|_| when.is_interval()) {
        bar(core, 1.0);
    }
}

/// From the event to those it is linked with, as far as they have come; the newest stands out.
fn arcs(page: &Page<'_>, pins: &[Pin<'_>]) -> Vec<Item> {
    let Content::Links { .. } = page.slide.content else {
        return Vec::new();
    };
    let Some((own, others)) = pins.split_first() else {
        return Vec::new();
    };
    let place = |pin: &Pin<'_>| {
        let x = page.x(pin.event.when.anchor());
        point(x.clamp(-FARTHEST, FARTHEST), page.rail)
    };
    let arcs = others.iter().filter(|pin| pin.shown).map(|pin| {
        let stroke = Stroke {
            width: if pin.first { 2.0 } else { 1.3 },
            color: pin
                .color(page)
                .with_opacity(if pin.first { 1.0 } else { 0.55 }),
        };
        Item::Path {
            points: arc(place(own), place(pin), page.rail - ARCS),
            closed: false,
            fill: None,
            stroke: Some(stroke),
        }
    });
    arcs.collect()
}
