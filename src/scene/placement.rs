//! Which events carry their names from which zoom on, and in which row.
//!
//! Dynamic map labelling (Been, Daiches & Yap, *Dynamic Map Labeling*, IEEE TVCG 12(5), 2006) gives every label one
//! *active range* of scales, fixed in advance, so that nothing flickers: zooming in never takes a name away, panning
//! changes nothing, and the picture depends on the view alone. A timeline needs less than their general case: labels
//! keep their size on screen, places are one-dimensional, and rows are chosen freely. So a range here is open above
//! (`from` points per day, and everything closer), and two labels in one row meet exactly below the scale where their
//! extents in points touch.
//!
//! Events are taken by significance (ties by time, then id). A name shows above every conflict with a name placed
//! before it that is itself active there, so it is never missing because of a less significant one. Among the rows,
//! and the sides of the mark, in which it shows in the whole view already, it takes the tightest, so that room is left
//! for those that come after; where there is none, it takes the one in which it shows soonest. Lanes know nothing of
//! each other.

use crate::document::{Event, Timeline};
use crate::time::{Lang, Span, TimeScale};

use super::lanes::LaneHeights;
use super::text::{Fonts, TextStyle};

/// Size of event names in points.
pub(super) const LABEL_SIZE: f32 = 13.5;
/// From the middle of a mark to its name, in points.
pub(super) const LABEL_OFFSET: f32 = 13.0;
/// Between the end of a bar and the name beside it, in points.
pub(super) const BAR_GAP: f32 = 9.0;
/// Half the width that a mark needs, in points.
const MARK_REACH: f64 = 9.0;
/// Room left free between two neighbours in a row, in points.
const NEIGHBOUR_GAP: f64 = 12.0;
/// Names are cut to this width in points.
const LABEL_MAX: f32 = 280.0;

/// On which side of the mark the name stands; fixed per event, whatever the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Side {
    Right,
    Left,
}

/// How one event is placed in its lane.
#[derive(Debug, Clone)]
pub struct Slot {
    /// Index into [`Timeline::events`].
    pub event: usize,
    /// The stretch of time that the event may cover, finite.
    pub body: Span,
    /// Row in the lane, from 0 at the top.
    pub row: usize,
    /// The name shows at this scale and closer, in points per day; infinite when it never does.
    pub from: f64,
    /// Side of the name.
    pub side: Side,
    /// Width of the name in points.
    pub width: f32,
    /// The name where it had to be cut.
    pub cut: Option<Box<str>>,
    /// Does not match the filter, but is shown faintly.
    pub faded: bool,
}

/// Where every event that is drawn stands, for one selection of the filter and one height.
#[derive(Debug, Clone, Default)]
pub struct Placement {
    /// For each category its events by time.
    pub lanes: Vec<Vec<Slot>>,
}

impl Slot {
    /// Whether the name shows at a scale in points per day.
    pub fn named_at(&self, scale: f64) -> bool {
        scale >= self.from
    }
}

/// What the placement is made from.
pub struct Shown<'a> {
    /// The timeline.
    pub timeline: &'a Timeline,
    /// Indexes of the events that match the filter, ascending.
    pub matching: &'a [u32],
    /// Whether the others are drawn too, faintly.
    pub others: bool,
    /// Language of the names.
    pub lang: Lang,
    /// The whole view: the scale at which as many names as can be should show.
    pub home: TimeScale,
}

impl Placement {
    /// Places all events that are shown into the rows that the lanes have.
    pub fn new(shown: &Shown<'_>, heights: &LaneHeights, fonts: &Fonts) -> Self {
        let mut lanes = slots_by_lane(shown, fonts);
        for (lane, slots) in lanes.iter_mut().enumerate() {
            place(slots, heights.rows(lane), shown);
        }
        Self { lanes }
    }

    /// The slot of an event, with its lane.
    pub fn slot(&self, event: usize, lane: usize) -> Option<&Slot> {
        self.lanes
            .get(lane)?
            .iter()
            .find(|slot| slot.event == event)
    }
}

/// The name of an event in a language.
pub(super) fn name(event: &Event, lang: Lang) -> &str {
    lang.choose(&event.title, event.title_ja.as_deref())
}

/// The most significant names are heavier.
pub(super) fn name_style(event: &Event) -> TextStyle {
    if event.significance >= 5 {
        TextStyle::semibold(LABEL_SIZE)
    } else {
        TextStyle::sans(LABEL_SIZE)
    }
}

fn slots_by_lane(shown: &Shown<'_>, fonts: &Fonts) -> Vec<Vec<Slot>> {
    let mut lanes = vec![Vec::new(); shown.timeline.categories.len()];
    let all = shown.timeline.extent();
    let mut matching = shown
        .matching
        .iter()
        .map(|&event| event as usize)
        .peekable();
    for (index, event) in shown.timeline.events.iter().enumerate() {
        let faded = matching.next_if_eq(&index).is_none();
        if faded && !shown.others {
            continue;
        }
        let slot = slot(index, event, shown.lang, fonts, all, faded);
        if let (Some(lane), Some(slot)) = (lanes.get_mut(event.category), slot) {
            lane.push(slot);
        }
    }
    lanes
}

fn slot(
    index: usize,
    event: &Event,
    lang: Lang,
    fonts: &Fonts,
    all: Option<Span>,
    faded: bool,
) -> Option<Slot> {
    let style = name_style(event);
    let name = name(event, lang);
    let shown = fonts.elided(name, style, LABEL_MAX);
    Some(Slot {
        event: index,
        body: body(event, all)?,
        row: 0,
        from: f64::INFINITY,
        side: Side::Right,
        width: fonts.width(&shown, style),
        cut: (shown != name).then(|| shown.into_boxed_str()),
        faded,
    })
}

/// What the event may cover; an open end reaches as far as the history does.
fn body(event: &Event, all: Option<Span>) -> Option<Span> {
    let body = event.when.finite_extent()?;
    let all = all.unwrap_or(body);
    let start = if event.when.is_open_start() {
        body.start.min(all.start)
    } else {
        body.start
    };
    let end = if event.when.is_open_end() {
        body.end.max(all.end)
    } else {
        body.end
    };
    Some(Span::new(start, end))
}

/// An event that already stands in a row.
struct Placed {
    body: Span,
    reach: Reach,
    from: f64,
}

/// How far mark and name reach beyond the body, in points, gap included.
#[derive(Clone, Copy)]
struct Reach {
    left: f64,
    right: f64,
}

fn reach(width: f32, side: Side) -> Reach {
    let name = f64::from(width) + f64::from(LABEL_OFFSET) + NEIGHBOUR_GAP / 2.0;
    let mark = MARK_REACH + NEIGHBOUR_GAP / 2.0;
    match side {
        Side::Left => Reach {
            left: name,
            right: mark,
        },
        Side::Right => Reach {
            left: mark,
            right: name,
        },
    }
}

fn place(slots: &mut [Slot], rows: usize, shown: &Shown<'_>) {
    let mut rows: Vec<Vec<Placed>> = (0..rows).map(|_| Vec::new()).collect();
    let widths = slots.iter().map(|slot| slot.width).fold(0.0, f32::max);
    let widest = reach(widths, Side::Left).left + reach(widths, Side::Left).right;
    let goal = shown.home.points_per_day();
    for slot in order_of_merit(slots, shown.timeline) {
        let Some(slot) = slots.get_mut(slot) else {
            continue;
        };
        let (body, width) = (slot.body, slot.width);
        let places = sides(slot, &shown.home).into_iter().flat_map(|side| {
            let reach = reach(width, side);
            let scales = rows
                .iter()
                .map(move |row| earliest_scale(row, body, reach, widest));
            scales.enumerate().map(move |(row, from)| (side, row, from))
        });
        let Some((side, row, from)) = best(places, goal) else {
            continue;
        };
        if from.is_finite() {
            (slot.side, slot.row, slot.from) = (side, row, from);
            if let Some(row) = rows.get_mut(row) {
                let at = row.partition_point(|placed| placed.body.start < slot.body.start);
                row.insert(
                    at,
                    Placed {
                        body: slot.body,
                        reach: reach(slot.width, side),
                        from,
                    },
                );
            }
        }
    }
}

/// The sides on which the name has room in the whole view, the right one first.
fn sides(slot: &Slot, home: &TimeScale) -> Vec<Side> {
    let needed = slot.width + LABEL_OFFSET;
    let left_fits = home.x_from_day(slot.body.start) - needed >= home.left;
    let right_fits = home.x_from_day(slot.body.end) + needed <= home.right();
    match (left_fits, right_fits) {
        (true, false) => vec![Side::Left],
        (true, true) => vec![Side::Right, Side::Left],
        (false, _) => vec![Side::Right],
    }
}

/// The place to take: on the first side that has any row where the name shows at the scale `goal`, the row that lets it
/// show last before that; else the place where it shows soonest.
fn best(places: impl Iterator<Item = (Side, usize, f64)>, goal: f64) -> Option<(Side, usize, f64)> {
    let rank = |&(side, row, from): &(Side, usize, f64)| {
        let shows = from <= goal;
        let wait = if shows { -from } else { from };
        (!shows, if shows { side } else { Side::Right }, wait, row)
    };
    places.min_by(|a, b| {
        let (a, b) = (rank(a), rank(b));
        (a.0, a.1)
            .cmp(&(b.0, b.1))
            .then(a.2.total_cmp(&b.2))
            .then(a.3.cmp(&b.3))
    })
}

/// Indexes of the slots: what matches first, then by significance, time and id.
fn order_of_merit(slots: &[Slot], timeline: &Timeline) -> Vec<usize> {
    let mut order: Vec<usize> = (0..slots.len()).collect();
    let merit = |&index: &usize| {
        let slot = slots.get(index)?;
        let significance = timeline.events.get(slot.event)?.significance;
        Some((slot.faded, std::cmp::Reverse(significance), slot.event))
    };
    order.sort_by_key(merit);
    order
}

/// The smallest scale from which a body with this reach stands free of everything in the row that is active there.
///
/// Bodies in one row never overlap (they would meet at every scale), so the row is ordered by time at both ends, and
/// a neighbour at a distance of d days asks for at most `2 * widest / d`: the walk to each side ends early.
fn earliest_scale(row: &[Placed], body: Span, reach: Reach, widest: f64) -> f64 {
    let at = row.partition_point(|placed| placed.body.start < body.start);
    let (before, after) = row.split_at(at.min(row.len()));
    let mut from = 0.0_f64;
    for placed in before.iter().rev() {
        let distance = body.start - placed.body.end;
        if distance > 0.0 && 2.0 * widest / distance <= from {
            break;
        }
        from = from.max(conflict(placed, distance, placed.reach.right + reach.left));
    }
    for placed in after {
        let distance = placed.body.start - body.end;
        if distance > 0.0 && 2.0 * widest / distance <= from {
            break;
        }
        from = from.max(conflict(placed, distance, placed.reach.left + reach.right));
    }
    from
}

/// The scale below which two neighbours meet while the placed one is active; 0 when they never do.
fn conflict(placed: &Placed, distance: f64, needed: f64) -> f64 {
    let meet_below = if distance > 0.0 {
        needed / distance
    } else {
        f64::INFINITY
    };
    if meet_below > placed.from {
        meet_below
    } else {
        0.0
    }
}
