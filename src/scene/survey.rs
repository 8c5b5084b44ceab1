//! What all placements of a document in one language share, so that a change of the filter does not find it anew: the
//! events of each lane in order of their beginnings and of their ends, and the widths of their names.

use std::sync::Arc;

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::document::{Event, Timeline};
use crate::time::{Lang, Span};

use super::calendar::Calendar;
use super::crowd::{AmongAll, Crowd, Gone};
use super::names;

/// A document measured for placing.
#[derive(Debug, Default)]
pub struct Survey {
    lang: Lang,
    in_one_lane: bool,
    lanes: Vec<LaneSurvey>,
    /// By event: its place among the events of its lane in order of their beginnings.
    ranks: Vec<u32>,
    /// By event: width of its name in points.
    widths: Vec<f32>,
}

/// The events of one lane.
#[derive(Debug, Default)]
struct LaneSurvey {
    /// In order of the first day that they may touch, which makes an event's rank.
    by_start: Vec<u32>,
    /// In order of the last day.
    by_end: Vec<u32>,
    /// The days of both orders.
    starts: Calendar,
    ends: Calendar,
}

impl Survey {
    /// Measures all events of a timeline, with a lane for each category.
    pub fn new(timeline: &Timeline, lang: Lang) -> Self {
        let mut events = vec![Vec::new(); timeline.categories.len()];
        for (index, event) in (0_u32..).zip(&timeline.events) {
            if let Some(lane) = events.get_mut(event.category) {
                lane.push(index);
            }
        }
        Self::of(timeline, lang, &events)
    }

    /// The same with all events in one lane, whatever their categories.
    pub fn in_one_lane(timeline: &Timeline, lang: Lang) -> Self {
        let events = (0_u32..).zip(&timeline.events).map(|(index, _)| index);
        Self {
            in_one_lane: true,
            ..Self::of(timeline, lang, &[events.collect()])
        }
    }

    fn of(timeline: &Timeline, lang: Lang, events: &[Vec<u32>]) -> Self {
        let survey = |events: &Vec<u32>| LaneSurvey::new(timeline, events);
        let (lanes, widths) = rayon::join(
            || events.par_iter().map(survey).collect::<Vec<_>>(),
            || names::widths(timeline, lang),
        );
        let mut ranks = vec![0; timeline.events.len()];
        for lane in &lanes {
            for (rank, &event) in (0_u32..).zip(lane.by_start.iter()) {
                if let Some(place) = ranks.get_mut(event as usize) {
                    *place = rank;
                }
            }
        }
        Self {
            lang,
            in_one_lane: false,
            lanes,
            ranks,
            widths,
        }
    }

    /// The language of the names that were measured.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether events of all categories share one lane.
    pub(super) fn is_in_one_lane(&self) -> bool {
        self.in_one_lane
    }

    /// How many events each lane has.
    pub fn lane_sizes(&self) -> Vec<usize> {
        self.lanes.iter().map(|lane| lane.by_start.len()).collect()
    }

    /// The events of a lane in order of the first day that they may touch.
    pub(super) fn by_start(&self, lane: usize) -> &[u32] {
        self.lanes.get(lane).map_or(&[], |lane| &lane.by_start)
    }

    /// Some events of a lane, given by their indexes in ascending order.
    pub(super) fn crowd(&self, timeline: &Timeline, lane: usize, events: Arc<[u32]>) -> Crowd {
        let Some(lane) = self.lanes.get(lane) else {
            return Crowd::default();
        };
        if events.len() >= lane.by_start.len() {
            return Crowd::new(timeline, events, None);
        }
        let mut is_in = vec![false; lane.by_start.len()];
        for &event in events.iter() {
            if let Some(is_in) = is_in.get_mut(self.rank(event) as usize) {
                *is_in = true;
            }
        }
        let places = |order: &[u32]| {
            let stays =
                |&(_, event): &(u32, &u32)| is_in.get(self.rank(*event) as usize) == Some(&true);
            (0_u32..)
                .zip(order)
                .filter(stays)
                .map(|(place, _)| place)
                .collect()
        };
        let among_all = AmongAll {
            by_start: places(&lane.by_start),
            by_end: places(&lane.by_end),
        };
        Crowd::new(timeline, events, Some(among_all))
    }

    /// How many events of a lane have begun before a view ends, and how many have ended before it begins.
    pub(super) fn gone(&self, timeline: &Timeline, lane: usize, view: Span) -> Gone {
        self.lanes
            .get(lane)
            .map_or(Gone { begun: 0, ended: 0 }, |lane| {
                lane.gone(timeline, view)
            })
    }

    /// The events of a lane that are not among these, ascending.
    pub(super) fn all_but(&self, lane: usize, events: &[u32]) -> Arc<[u32]> {
        let is_other = |event: &u32| events.binary_search(event).is_err();
        let mut others: Vec<u32> = self
            .by_start(lane)
            .iter()
            .copied()
            .filter(is_other)
            .collect();
        others.sort_unstable();
        others.into()
    }

    /// The place of an event among those of its lane in order of their beginnings.
    pub(super) fn rank(&self, event: u32) -> u32 {
        self.ranks.get(event as usize).copied().unwrap_or(0)
    }

    /// Width of an event's name in points.
    pub(super) fn width(&self, event: u32) -> f32 {
        self.widths.get(event as usize).copied().unwrap_or(0.0)
    }
}

impl LaneSurvey {
    fn new(timeline: &Timeline, events: &[u32]) -> Self {
        let sorted = |key: fn(&Event) -> f64| {
            let event = |&index: &u32| timeline.events.get(index as usize);
            let keyed = events
                .iter()
                .filter_map(|index| Some((key(event(index)?), *index)));
            let mut keyed: Vec<(f64, u32)> = keyed.collect();
            keyed.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            let (days, events): (Vec<f64>, Vec<u32>) = keyed.into_iter().unzip();
            (events, Calendar::new(&days))
        };
        let (by_start, starts) = sorted(|event| event.when.extent().start);
        let (by_end, ends) = sorted(|event| event.when.extent().end);
        Self {
            by_start,
            by_end,
            starts,
            ends,
        }
    }

    fn gone(&self, timeline: &Timeline, view: Span) -> Gone {
        let count =
            |order: &[u32], calendar: &Calendar, day: f64, is_gone: &dyn Fn(Span) -> bool| {
                let among = calendar.among(day);
                let is_gone = |event: &u32| {
                    let event = timeline.events.get(*event as usize);
                    event.is_some_and(|event| is_gone(event.when.extent()))
                };
                among.start
                    + order
                        .get(among.clone())
                        .unwrap_or_default()
                        .partition_point(is_gone)
            };
        Gone {
            begun: count(&self.by_start, &self.starts, view.end, &|extent| {
                extent.start < view.end
            }),
            ended: count(&self.by_end, &self.ends, view.start, &|extent| {
                extent.end <= view.start
            }),
        }
    }
}

/// What an event may cover, finite: an open end reaches as far as the history does.
pub fn body(event: &Event, all: Option<Span>) -> Span {
    let extent = event.when.extent();
    let anchor = event.when.anchor();
    let known = event
        .when
        .finite_extent()
        .unwrap_or(Span::new(anchor, anchor));
    let all = all.unwrap_or(known);
    let start = if extent.start.is_finite() {
        extent.start
    } else {
        known.start.min(all.start)
    };
    let end = if extent.end.is_finite() {
        extent.end
    } else {
        known.end.max(all.end)
    };
    Span::new(start, end)
}
