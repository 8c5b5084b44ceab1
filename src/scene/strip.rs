//! What carries no name, at the foot of each lane: ticks, and where ticks would touch, a strip as dark as they are many.
//!
//! The strip is counted in columns that lie at fixed days for each zoom, so that it moves with the view as one piece.
//! A column costs a look at a sorted list, not at its events; what cannot be told apart on the screen is one region that
//! stands for all ([`Cluster`]).

use std::ops::Range;

use crate::document::Timeline;
use crate::time::{TimeScale, whole_day};

use super::build::{Canvas, vertical};
use super::crowd::{Census, Crowd};
use super::events::{FAINT, Layers, spot, tick_x};
use super::geometry::{Rect, Stroke};
use super::lanes::Lane;
use super::placement::{LanePlacement, Placement};
use super::{Hit, Item, Target};

/// Width of a column in points: two ticks closer than that would all but touch.
const COLUMN: f64 = 4.0;
/// Columns of so many days and more begin and end with a day.
const WHOLE_DAYS: f64 = 3.0;
/// Columns that share a region to point at, at most.
const REGION: i64 = 6;
/// Opacity of a tick.
const TICK: f32 = 0.75;
/// Opacity of the strip where the picture is about something else.
const QUIET: f32 = 0.65;
/// Width of a tick in points.
const TICK_WIDTH: f32 = 1.4;
/// From so many events in a column on it is so dark. Fixed numbers, so that no column changes with its neighbours.
const SHADES: [(usize, f32); 7] = [
    (1, 0.4),
    (3, 0.52),
    (10, 0.64),
    (30, 0.75),
    (100, 0.85),
    (300, 0.93),
    (1000, 1.0),
];

/// Ticks as close as these are still ticks to the eye; as many in a column are not.
const CROWD: usize = 10;
/// What rounding may leave between two neighbours, in points.
const HAIR: f32 = 0.02;

/// Events of a lane that are too close to each other to be told apart at the present zoom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Cluster {
    /// The number of their lane.
    pub lane: usize,
    /// How many events there are.
    pub count: usize,
    /// Whether they are of those that do not match the filter.
    pub others: bool,
    place: Place,
}

/// Where the events of a cluster stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Place {
    /// In view: the first place in the crowd, and the first after it.
    Inside(usize, usize),
    /// Before the view, or after it, reaching into it.
    Before,
    After,
}

impl Cluster {
    /// Whether its events stand in view, so that zooming in may tell them apart.
    pub fn is_inside(&self) -> bool {
        matches!(self.place, Place::Inside(..))
    }

    /// Whether its events began before the view.
    pub fn is_before(&self) -> bool {
        self.place == Place::Before
    }
}

impl Placement {
    /// The events of a cluster, those in view by time, the others from the nearest on.
    pub fn members<'a>(
        &'a self,
        timeline: &'a Timeline,
        cluster: Cluster,
        scale: &TimeScale,
    ) -> impl Iterator<Item = u32> + 'a {
        let placed = self.lane(cluster.lane);
        let members =
            placed.map(|placed| placed.unnamed(timeline, cluster.others, cluster.place, scale));
        members.into_iter().flatten()
    }
}

impl LanePlacement {
    /// The events at a place that carry no name at this scale.
    fn unnamed<'a>(
        &'a self,
        timeline: &'a Timeline,
        others: bool,
        place: Place,
        scale: &TimeScale,
    ) -> Box<dyn Iterator<Item = u32> + 'a> {
        let (crowd, view) = (self.crowd(others), scale.window.span());
        let points_per_day = scale.points_per_day();
        let is_unnamed = move |event: &u32| {
            self.slot(*event)
                .is_some_and(|slot| !slot.named_at(points_per_day))
        };
        let census = || self.census(timeline, crowd, view);
        match place {
            Place::Inside(from, to) => {
                let places = from..to.min(crowd.len());
                let events = places.filter_map(|place| crowd.event(place));
                Box::new(events.filter(is_unnamed))
            }
            Place::Before => {
                let events = crowd.reaching_from_before(timeline, &census(), view);
                Box::new(events.filter(is_unnamed))
            }
            Place::After => {
                let events = crowd.reaching_from_after(timeline, &census(), view);
                Box::new(events.filter(is_unnamed))
            }
        }
    }
}

/// The events of a lane that match the filter, or those that do not.
pub(super) struct Strip<'a> {
    pub(super) canvas: &'a Canvas<'a>,
    pub(super) lane: &'a Lane,
    pub(super) placed: &'a LanePlacement,
    pub(super) crowd: &'a Crowd,
    /// Whether it is those that do not match.
    pub(super) others: bool,
    /// Whether they show faintly, as those that match do too while their category is off.
    pub(super) faded: bool,
}

/// What has been drawn.
pub(super) struct Drawn {
    /// How many events it stands for.
    pub(super) events: usize,
    /// Whether some stand so thick that nobody would speak of ticks.
    pub(super) dense: bool,
}

/// Events without a name in a stretch of [`COLUMN`] points.
#[derive(Debug, Clone)]
struct Column {
    /// The number of the column, counted from 1970.
    number: i64,
    places: Range<usize>,
    count: usize,
}

impl Strip<'_> {
    /// Draws all that is in view and not among `named`, which are events with the days where they stand.
    pub(super) fn draw(&self, named: &[(u32, f64)], layers: &mut Layers) -> Drawn {
        let picture = self.canvas.picture;
        let census = self
            .placed
            .census(picture.timeline, self.crowd, picture.window.span());
        let place = |&(event, anchor): &(u32, f64)| self.crowd.place_of(event, anchor);
        let mut places: Vec<usize> = named.iter().filter_map(place).collect();
        places.sort_unstable();
        let unnamed = census.total().saturating_sub(places.len());
        let columns = self.columns(&census, &places);
        let mut dense = self.columns_drawn(&columns, layers);
        let left_of_view = places.partition_point(|&place| place < census.inside.start);
        let right_of_view =
            places.len() - places.partition_point(|&place| place < census.inside.end);
        let before = (Place::Before, census.before.saturating_sub(left_of_view));
        let after = (Place::After, census.after.saturating_sub(right_of_view));
        for (place, count) in [before, after] {
            dense |= count >= CROWD;
            self.edge(place, count, layers);
        }
        Drawn {
            events: unnamed,
            dense,
        }
    }

    /// The columns that are not empty.
    fn columns(&self, census: &Census, named: &[usize]) -> Vec<Column> {
        let days = COLUMN / self.canvas.points_per_day();
        let window = self.canvas.picture.window;
        let Range { start, end } = census.inside;
        let mut named = named.iter().skip_while(|&&place| place < start).peekable();
        // Columns of many days end with a day: a hair for the eye, and no event has to be looked at.
        let by_day = self.crowd.by_day().filter(|_| days >= WHOLE_DAYS);
        let mut columns = Vec::new();
        let mut place = start;
        let numbers = (window.start / days).floor() as i64..=(window.end() / days).floor() as i64;
        for number in numbers {
            let edge = (number as f64 + 1.0) * days;
            let next = match by_day {
                Some(by_day) => by_day.place(whole_day(edge)),
                None if days >= WHOLE_DAYS => self.crowd.place_at(edge.floor()),
                None => self.crowd.place_at(edge),
            };
            let next = next.clamp(place, end);
            let mut count = next - place;
            while named.next_if(|&&named| named < next).is_some() {
                count -= 1;
            }
            if count > 0 {
                columns.push(Column {
                    number,
                    places: place..next,
                    count,
                });
            }
            place = next;
        }
        columns
    }

    /// Whether no other column has an event within the width of one.
    fn is_alone(&self, at: usize, columns: &[Column]) -> bool {
        let days = COLUMN / self.canvas.points_per_day();
        let first = |column: &Column| {
            self.crowd
                .anchor(column.places.start)
                .unwrap_or(f64::INFINITY)
        };
        let last = |column: &Column| {
            self.crowd
                .anchor(column.places.end - 1)
                .unwrap_or(f64::NEG_INFINITY)
        };
        let gap = |one: usize| {
            let (before, after) = (columns.get(one), columns.get(one + 1));
            before
                .zip(after)
                .is_none_or(|(before, after)| first(after) - last(before) >= days)
        };
        gap(at) && at.checked_sub(1).is_none_or(gap)
    }

    /// Draws columns with a single event that touches none as ticks, the others as parts of the strip; says whether any
    /// is a crowd.
    fn columns_drawn(&self, columns: &[Column], layers: &mut Layers) -> bool {
        let mut shades: [Vec<Rect>; SHADES.len()] = Default::default();
        let mut region: Option<Region> = None;
        for (at, column) in columns.iter().enumerate() {
            if column.count == 1 && self.is_alone(at, columns) && self.tick(column, layers) {
                continue;
            }
            let rect = self.column_rect(column);
            if let Some(rects) = shades.get_mut(shade(column.count)) {
                join(rects, rect);
            }
            let joined = region
                .as_mut()
                .is_some_and(|region| region.takes(column, rect));
            if !joined {
                let (count, places) = (column.count, column.places.clone());
                let done = region.replace(Region {
                    rect,
                    count,
                    places,
                });
                layers.hits.extend(done.map(|done| self.region(done)));
            }
        }
        layers.hits.extend(region.map(|done| self.region(done)));
        for (rects, (_, opacity)) in shades.into_iter().zip(SHADES) {
            if !rects.is_empty() {
                let fill = self.color(opacity);
                layers.back.push(Item::Rects { rects, fill });
            }
        }
        columns.iter().any(|column| column.count >= CROWD)
    }

    /// What is pointed at in some columns: a cluster, or the event itself where there is but one.
    fn region(&self, region: Region) -> Hit {
        let place = Place::Inside(region.places.start, region.places.end);
        let only = match region.count {
            1 => self.first_unnamed(place),
            _ => None,
        };
        let cluster = || self.cluster(place, region.count);
        let target = only.map_or_else(cluster, |event| Target::Tick(event as usize));
        self.hit(region.rect, target)
    }

    /// So many events at a place, as one thing to point at.
    fn cluster(&self, place: Place, count: usize) -> Target {
        Target::Cluster(Cluster {
            lane: self.lane.number,
            count,
            others: self.others,
            place,
        })
    }

    fn column_rect(&self, column: &Column) -> Rect {
        let (top, bottom) = self.lane.strip();
        let view = self.canvas.picture.frame.lanes;
        let zero =
            f64::from(view.left) - self.canvas.picture.window.start * self.canvas.points_per_day();
        let left = (zero + column.number as f64 * COLUMN) as f32;
        let right = (left + COLUMN as f32).min(view.right);
        Rect::new(left.max(view.left), top, right.max(view.left), bottom)
    }

    /// The first event at a place that carries no name.
    fn first_unnamed(&self, place: Place) -> Option<u32> {
        let Canvas { picture, scale, .. } = self.canvas;
        let mut unnamed = self
            .placed
            .unnamed(picture.timeline, self.others, place, scale);
        unnamed.next()
    }

    /// Draws the one event without a name in a column; whether there is one.
    fn tick(&self, column: &Column, layers: &mut Layers) -> bool {
        let Range { start, end } = column.places;
        let event = self.first_unnamed(Place::Inside(start, end));
        event.is_some_and(|event| self.one(event, layers))
    }

    /// Draws the tick of an event, and where it has a length that shows, its length.
    fn one(&self, event: u32, layers: &mut Layers) -> bool {
        let slot = self.placed.slot(event);
        let spot =
            slot.and_then(|slot| spot(self.canvas, self.lane, self.placed, event as usize, slot));
        let Some(spot) = spot else { return false };
        let (top, bottom) = self.lane.strip();
        let stroke = Stroke {
            width: TICK_WIDTH,
            color: self.tinted(self.canvas.color(spot.event.category), TICK),
        };
        if spot.event.when.is_interval() && spot.right - spot.left > 3.0 {
            let (left, right) = (spot.left.max(-1e4), spot.right.min(1e4));
            let rect = Rect::new(left, bottom - 2.0, right, bottom);
            // A long line just above the axis would be louder than the axis.
            let length = if self.canvas.naming.quiet { 0.5 } else { 1.0 };
            layers.back.push(Item::Rect {
                rect,
                radius: 0.0,
                fill: self.tinted(self.canvas.color(spot.event.category), TICK * length),
                stroke: None,
            });
        }
        let x = tick_x(self.canvas, &spot);
        layers.back.push(vertical(x, top, bottom, stroke));
        let rect = Rect::new(x - 3.0, top - 3.0, x + 3.0, bottom + 3.0);
        layers
            .hits
            .push(self.hit(rect, Target::Tick(event as usize)));
        true
    }

    /// What stands out of view and reaches into it, at that edge of the view.
    fn edge(&self, place: Place, count: usize, layers: &mut Layers) {
        if count == 0 {
            return;
        }
        if let Some(only) = self.first_unnamed(place).filter(|_| count == 1) {
            self.one(only, layers);
            return;
        }
        let (top, bottom) = self.lane.strip();
        let lanes = self.canvas.picture.frame.lanes;
        let width = COLUMN as f32 * 2.0;
        let rect = match place {
            Place::After => Rect::new(lanes.right - width, top, lanes.right, bottom),
            _ => Rect::new(lanes.left, top, lanes.left + width, bottom),
        };
        let fill = self.color(SHADES.get(shade(count)).map_or(TICK, |shade| shade.1));
        layers.back.push(Item::Rects {
            rects: vec![rect],
            fill,
        });
        layers.hits.push(self.hit(rect, self.cluster(place, count)));
    }

    fn color(&self, opacity: f32) -> super::Rgba {
        self.tinted(self.canvas.lane_color(self.lane), opacity)
    }

    fn tinted(&self, color: super::Rgba, opacity: f32) -> super::Rgba {
        let quiet = if self.canvas.naming.quiet { QUIET } else { 1.0 };
        if self.faded {
            // What does not match steps back in every theme: it is to be told from what matches.
            return color.with_opacity(opacity * FAINT * quiet);
        }
        self.canvas.picture.theme.thin(color, opacity * quiet)
    }

    /// A region a little larger than what is drawn, so that it is easy to point at.
    fn hit(&self, rect: Rect, target: Target) -> Hit {
        let (top, bottom) = self.lane.strip();
        let rect = Rect::new(rect.left, top - 3.0, rect.right, bottom + 3.0);
        Hit {
            rect,
            target,
            label: None,
        }
    }
}

/// Columns that stand for one cluster.
struct Region {
    rect: Rect,
    count: usize,
    places: Range<usize>,
}

impl Region {
    /// Takes in the next column, unless it lies apart or would make the region too wide.
    fn takes(&mut self, column: &Column, rect: Rect) -> bool {
        let joins =
            rect.left - self.rect.right < COLUMN as f32 && column.number.rem_euclid(REGION) != 0;
        if joins {
            self.rect.right = rect.right;
            self.count += column.count;
            self.places.end = column.places.end;
        }
        joins
    }
}

/// Which of [`SHADES`] stands for so many events. Adds up where it could search: a processor cannot foresee how many.
fn shade(count: usize) -> usize {
    let reached = SHADES.iter().filter(|&&(least, _)| count >= least);
    reached.count().saturating_sub(1)
}

/// Takes in one more rectangle; where it goes on where the last one ends, the two become one.
fn join(rects: &mut Vec<Rect>, rect: Rect) {
    match rects.last_mut() {
        Some(last) if (rect.left - last.right).abs() < HAIR => last.right = rect.right,
        _ => rects.push(rect),
    }
}
