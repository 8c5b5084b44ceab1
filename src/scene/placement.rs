//! Where every event of every lane stands, for one selection of the filter and one height: its row, the side of its
//! name, the zoom from which the name shows; and what a picture asks of them, at the price of what is on the screen.
//!
//! Lanes know nothing of each other: each is placed by itself ([`super::rows`]), on as many cores as there are, and one
//! whose events, rows and goal are as before is taken over from the placement before. So switching a category off and
//! on again costs nothing.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

use crate::document::{Event, Timeline};
use crate::time::{Span, TimeScale};

use super::crowd::{Census, Crowd};
use super::lanes::LaneHeights;
use super::overview;
use super::rows::{LABEL_OFFSET, LOWEST, Newcomer, Rows, Side, octave};
use super::survey::{Survey, body};

/// Lanes with as many rows keep the last one for what lasts a day or less: anything longer takes its stretch of a row at
/// every zoom, and where long events lie thick the short ones would never find a row at all.
const ROWS_TO_SPARE: usize = 2;
/// Days that something may cover to stand in that row.
const SHORT: f64 = 1.0;
/// Octaves of zoom that share a list of names: what is looked at in vain is at most so much.
const OCTAVES: i32 = 2;

/// What the placement is made from.
pub struct Shown<'a> {
    /// The timeline.
    pub timeline: &'a Timeline,
    /// The same, measured.
    pub survey: &'a Arc<Survey>,
    /// For each lane of the survey the events that match the filter, ascending.
    pub matching: &'a [Arc<[u32]>],
    /// Whether the others are drawn too, faintly.
    pub others: bool,
    /// The whole view: the scale at which as many names as can be should show.
    pub home: TimeScale,
}

/// Where every event that is drawn stands.
#[derive(Debug, Clone, Default)]
pub struct Placement {
    lanes: Vec<Arc<LanePlacement>>,
    in_one_lane: bool,
}

/// How one event is placed in its lane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slot {
    /// The name shows at this scale and closer, in points per day; infinite when it never does.
    pub from: f32,
    /// Row in the lane, from 0 at the top.
    pub row: u16,
    /// Side of the name.
    pub side: Side,
    /// Does not match the filter, but is shown faintly.
    pub faded: bool,
}

impl Slot {
    /// Whether the name shows at a scale in points per day.
    pub fn named_at(&self, scale: f64) -> bool {
        scale >= f64::from(self.from)
    }
}

/// One lane.
#[derive(Debug)]
pub(super) struct LanePlacement {
    key: Key,
    /// What matches the filter, and where the rest is drawn too, that.
    pub(super) matching: Crowd,
    pub(super) others: Option<Crowd>,
    /// How many events that match stand in each column of the overview.
    pub(super) overview: Vec<u32>,
    /// By rank; those that are not drawn have one that says nothing.
    slots: Vec<Slot>,
    rows: Vec<NamedRow>,
}

/// A placed lane is good as long as none of this changes.
#[derive(Debug, Clone)]
struct Key {
    survey: Arc<Survey>,
    lane: usize,
    matching: Arc<[u32]>,
    others: bool,
    rows: usize,
    home: TimeScale,
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.survey, &other.survey)
            && Arc::ptr_eq(&self.matching, &other.matching)
            && (self.lane, self.others, self.rows, self.home)
                == (other.lane, other.others, other.rows, other.home)
    }
}

/// The events of a row that have a place, by rank: for each pair of octaves those that are active in it.
#[derive(Debug, Default)]
struct NamedRow {
    octaves: Vec<Vec<u32>>,
}

impl Placement {
    /// Places all events that are shown into the rows that the lanes have; `None` when cancelled. Lanes of a placement
    /// before to which nothing has happened are taken over.
    pub fn new(
        shown: &Shown<'_>,
        heights: &LaneHeights,
        before: Option<&Self>,
        cancelled: &AtomicBool,
    ) -> Option<Self> {
        let lanes = shown
            .matching
            .par_iter()
            .enumerate()
            .map(|(lane, matching)| {
                let key = Key {
                    survey: Arc::clone(shown.survey),
                    lane,
                    matching: Arc::clone(matching),
                    others: shown.others,
                    rows: heights.rows(lane),
                    home: shown.home,
                };
                let known = before.and_then(|before| before.lanes.get(lane));
                if let Some(known) = known.filter(|known| known.key == key) {
                    return Some(Arc::clone(known));
                }
                Some(Arc::new(LanePlacement::new(
                    shown.timeline,
                    key,
                    cancelled,
                )?))
            });
        let lanes = lanes.collect::<Option<_>>()?;
        Some(Self {
            lanes,
            in_one_lane: shown.survey.is_in_one_lane(),
        })
    }

    /// The lane of this number.
    pub(super) fn lane(&self, number: usize) -> Option<&LanePlacement> {
        self.lanes.get(number).map(AsRef::as_ref)
    }

    /// The number of the lane in which an event stands.
    pub(super) fn lane_of(&self, event: &Event) -> usize {
        if self.in_one_lane { 0 } else { event.category }
    }

    /// Whether events of all categories share one lane.
    pub(super) fn is_in_one_lane(&self) -> bool {
        self.in_one_lane
    }

    /// How an event is placed in its lane; `None` when it is not drawn.
    pub fn slot(&self, event: usize, lane: usize) -> Option<Slot> {
        let lane = self.lanes.get(lane)?;
        let drawn = lane.matching.place(event).is_some()
            || lane
                .others
                .as_ref()
                .is_some_and(|others| others.place(event).is_some());
        lane.slot(u32::try_from(event).ok()?).filter(|_| drawn)
    }

    /// Every event of a lane that matches the filter, by time, with its place.
    pub fn slots(&self, lane: usize) -> impl Iterator<Item = (usize, Slot)> + '_ {
        let lane = self.lanes.get(lane);
        lane.into_iter().flat_map(|lane| {
            let events = (0..lane.matching.len()).filter_map(|place| lane.matching.event(place));
            events.filter_map(|event| Some((event as usize, lane.slot(event)?)))
        })
    }
}

impl LanePlacement {
    fn new(timeline: &Timeline, key: Key, cancelled: &AtomicBool) -> Option<Self> {
        let survey = Arc::clone(&key.survey);
        let crowd = |events| survey.crowd(timeline, key.lane, events);
        let matching = crowd(Arc::clone(&key.matching));
        let others = key
            .others
            .then(|| crowd(survey.all_but(key.lane, &key.matching)));
        let mut lane = Self {
            overview: overview::counts(&matching, &key.home),
            slots: vec![NOWHERE; survey.by_start(key.lane).len()],
            rows: (0..key.rows).map(|_| NamedRow::default()).collect(),
            matching,
            others,
            key,
        };
        lane.place(timeline, cancelled)?;
        lane.list_rows();
        Some(lane)
    }

    /// Gives each event its slot, the most significant first, what matches the filter before what does not.
    fn place(&mut self, timeline: &Timeline, cancelled: &AtomicBool) -> Option<()> {
        let all = timeline.extent();
        let found = |event: &u32| timeline.events.get(*event as usize);
        let bodies = self
            .by_start()
            .iter()
            .filter_map(found)
            .map(|event| body(event, all));
        let goal = self.key.home.points_per_day();
        let mut rows = Rows::new(bodies.collect(), self.key.rows, goal);
        for (crowd, faded) in [(Some(&self.matching), false), (self.others.as_ref(), true)] {
            for event in crowd
                .into_iter()
                .flat_map(|crowd| by_merit(timeline, crowd))
            {
                // A newer placement may be wanted in place of this one.
                if cancelled.load(Ordering::Relaxed) {
                    return None;
                }
                let Some(it) = found(&event) else { continue };
                let rank = self.key.survey.rank(event) as usize;
                let wish = Wish {
                    rank,
                    body: body(it, all),
                    width: self.width(event),
                };
                if let Some(slot) = self.slots.get_mut(rank) {
                    *slot = Slot {
                        faded,
                        ..wish.granted(&mut rows, &self.key)
                    };
                }
            }
        }
        Some(())
    }

    fn list_rows(&mut self) {
        for (rank, slot) in (0_u32..).zip(&self.slots) {
            let row = self.rows.get_mut(usize::from(slot.row));
            if let Some(row) = row.filter(|_| slot.from.is_finite()) {
                row.push(rank, f64::from(slot.from));
            }
        }
        let lists = self.rows.iter_mut().flat_map(|row| &mut row.octaves);
        lists.for_each(Vec::shrink_to_fit);
    }

    /// All events of the lane in order of their beginnings.
    fn by_start(&self) -> &[u32] {
        self.key.survey.by_start(self.key.lane)
    }

    /// What matches the filter, or the others.
    pub(super) fn crowd(&self, others: bool) -> &Crowd {
        match &self.others {
            Some(crowd) if others => crowd,
            _ => &self.matching,
        }
    }

    /// How an event of the lane is placed.
    pub(super) fn slot(&self, event: u32) -> Option<Slot> {
        self.slots
            .get(self.key.survey.rank(event) as usize)
            .copied()
    }

    /// Width of an event's name in points.
    pub(super) fn width(&self, event: u32) -> f32 {
        self.key.survey.width(event)
    }

    /// How the events of one of the lane's crowds lie to a view.
    pub(super) fn census(&self, timeline: &Timeline, crowd: &Crowd, view: Span) -> Census {
        crowd.census(self.key.survey.gone(timeline, self.key.lane, view), view)
    }

    /// The events that carry their names at a scale and touch a view, row by row, each row from the right.
    pub(super) fn named<'a>(
        &'a self,
        timeline: &'a Timeline,
        scale: f64,
        view: Span,
    ) -> impl Iterator<Item = (u32, Slot)> + 'a {
        let by_start = self.by_start();
        let begun = self.key.survey.gone(timeline, self.key.lane, view).begun;
        let goes_on = move |&rank: &u32| {
            let event = by_start
                .get(rank as usize)
                .and_then(|&event| timeline.events.get(event as usize));
            event.is_some_and(|event| event.when.extent().end > view.start)
        };
        self.rows.iter().flat_map(move |row| {
            let active = row.active(scale);
            let begun = active.partition_point(|&rank| (rank as usize) < begun);
            let begun = active.get(..begun).unwrap_or_default().iter().rev();
            // What stands in a row does not overlap, so the first that has ended is the last to be looked at.
            let in_view = begun.take_while(move |rank| goes_on(rank));
            in_view.filter_map(move |&rank| {
                let slot = self
                    .slots
                    .get(rank as usize)
                    .filter(|slot| slot.named_at(scale))?;
                Some((*by_start.get(rank as usize)?, *slot))
            })
        })
    }
}

/// The slot of what is not drawn, or has no row.
const NOWHERE: Slot = Slot {
    from: f32::INFINITY,
    row: 0,
    side: Side::Right,
    faded: false,
};

/// What an event asks of the rows.
struct Wish {
    rank: usize,
    body: Span,
    width: f32,
}

impl Wish {
    fn granted(&self, rows: &mut Rows, key: &Key) -> Slot {
        let spared = self.body.days() > SHORT && key.rows >= ROWS_TO_SPARE;
        let newcomer = Newcomer {
            rank: self.rank,
            width: self.width,
            sides: sides(self.body, self.width, &key.home),
            rows: key.rows - usize::from(spared),
        };
        let Some(place) = rows.place(newcomer) else {
            return NOWHERE;
        };
        Slot {
            from: place.from,
            row: u16::try_from(place.row).unwrap_or(u16::MAX),
            side: place.side,
            faded: false,
        }
    }
}

/// The sides on which the name has room in the whole view, the better first.
fn sides(body: Span, width: f32, home: &TimeScale) -> &'static [Side] {
    let needed = width + LABEL_OFFSET;
    let left_fits = home.x_from_day(body.start) - needed >= home.left;
    let right_fits = home.x_from_day(body.end) + needed <= home.right();
    match (left_fits, right_fits) {
        (true, false) => &[Side::Left],
        (true, true) => &[Side::Right, Side::Left],
        (false, _) => &[Side::Right],
    }
}

/// The events of a crowd by significance, then time and id, which is how they stand in it.
fn by_merit(timeline: &Timeline, crowd: &Crowd) -> Vec<u32> {
    let mut levels: [Vec<u32>; 6] = Default::default();
    for event in (0..crowd.len()).filter_map(|place| crowd.event(place)) {
        let significance = timeline
            .events
            .get(event as usize)
            .map_or(0, |event| event.significance);
        if let Some(level) = levels.get_mut(usize::from(significance.min(5))) {
            level.push(event);
        }
    }
    levels.into_iter().rev().flatten().collect()
}

impl NamedRow {
    fn push(&mut self, rank: u32, from: f64) {
        self.octaves
            .resize_with(Self::list(f64::INFINITY) + 1, Vec::new);
        self.octaves
            .iter_mut()
            .skip(Self::list(from))
            .for_each(|list| list.push(rank));
    }

    /// What is active at some scale near this one.
    fn active(&self, scale: f64) -> &[u32] {
        self.octaves
            .get(Self::list(scale))
            .map_or(&[], Vec::as_slice)
    }

    fn list(scale: f64) -> usize {
        usize::try_from((octave(scale) - LOWEST) / OCTAVES).unwrap_or(0)
    }
}
