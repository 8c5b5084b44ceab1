//! What all placements of a document in one language share, so that a change of the filter does not find it anew: the
//! events of each lane in order of their beginnings and of their ends, and the widths of their names.

use std::sync::Arc;

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::document::{Event, Timeline};
use crate::time::{Lang, Span};

use super::crowd::Crowd;
use super::names;

/// A document measured for placing.
#[derive(Debug, Default)]
pub struct Survey {
    lang: Lang,
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
    by_start: Arc<[u32]>,
    /// In order of the last day.
    by_end: Arc<[u32]>,
}

impl Survey {
    /// Measures all events of a timeline.
    pub fn new(timeline: &Timeline, lang: Lang) -> Self {
        let mut events = vec![Vec::new(); timeline.categories.len()];
        for (index, event) in (0_u32..).zip(&timeline.events) {
            if let Some(lane) = events.get_mut(event.category) {
                lane.push(index);
            }
        }
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
            lanes,
            ranks,
            widths,
        }
    }

    /// The language of the names that were measured.
    pub fn lang(&self) -> Lang {
        self.lang
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
        let (mut by_start, mut by_end) = (Arc::clone(&lane.by_start), Arc::clone(&lane.by_end));
        if events.len() < by_start.len() {
            let mut is_in = vec![false; by_start.len()];
            for &event in events.iter() {
                if let Some(is_in) = is_in.get_mut(self.rank(event) as usize) {
                    *is_in = true;
                }
            }
            let stays = |event: &u32| is_in.get(self.rank(*event) as usize) == Some(&true);
            by_start = by_start.iter().copied().filter(stays).collect();
            by_end = by_end.iter().copied().filter(stays).collect();
        }
        Crowd::new(timeline, events, by_start, by_end)
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
            keyed.into_iter().map(|(_, index)| index).collect()
        };
        Self {
            by_start: sorted(|event| event.when.extent().start),
            by_end: sorted(|event| event.when.extent().end),
        }
    }
}

/// What an event may cover, finite: an open end reaches as far as the history does.
pub(super) fn body(event: &Event, all: Option<Span>) -> Span {
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
