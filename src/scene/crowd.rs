//! Events of one lane by the thousand: how many are where, without looking at each.
//!
//! Counts come from binary searches in sorted lists, so that they cost the same for any number of events.

use std::ops::Range;
use std::sync::Arc;

use crate::document::{Event, Timeline};
use crate::time::Span;

use super::calendar::{ByDay, Calendar};

/// Events of a lane, all matching the filter or all not.
#[derive(Debug, Default)]
pub(super) struct Crowd {
    /// Indexes of the events, ascending, which is in order of their anchors.
    events: Arc<[u32]>,
    /// Where they stand, in days, in the same order.
    anchors: Vec<f64>,
    calendar: Calendar,
    /// Where they stand among all of the lane; none where they are all.
    among_all: Option<AmongAll>,
    /// For each run of [`BLOCK`] events the span that they cover together.
    blocks: Vec<Span>,
}

/// Some events among all of their lane.
#[derive(Debug)]
pub(super) struct AmongAll {
    /// Their places in order of the first day that they may touch, and in order of the last; ascending.
    pub(super) by_start: Vec<u32>,
    pub(super) by_end: Vec<u32>,
}

/// How many events of a lane have begun before a view ends, and how many have ended before it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Gone {
    pub(super) begun: usize,
    pub(super) ended: usize,
}

/// Events that are looked at together when those are sought that reach into the view from outside.
const BLOCK: usize = 64;

/// How the events of a crowd lie to a view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Census {
    /// Places of the events that stand in view.
    pub(super) inside: Range<usize>,
    /// How many stand before the view, or after it, and reach into it.
    pub(super) before: usize,
    pub(super) after: usize,
}

impl Census {
    /// How many events are in view with any part of what they may cover.
    pub(super) fn total(&self) -> usize {
        self.inside.len() + self.before + self.after
    }
}

impl Crowd {
    /// The events with these indexes, ascending.
    pub(super) fn new(
        timeline: &Timeline,
        events: Arc<[u32]>,
        among_all: Option<AmongAll>,
    ) -> Self {
        let found = |&event: &u32| timeline.events.get(event as usize);
        let anchor = |event| found(event).map_or(f64::INFINITY, |event| event.when.anchor());
        let extent = |event| found(event).map(|event| event.when.extent());
        let anchors: Vec<f64> = events.iter().map(anchor).collect();
        Self {
            calendar: Calendar::new(&anchors),
            anchors,
            blocks: events
                .chunks(BLOCK)
                .filter_map(|block| block.iter().filter_map(extent).reduce(Span::union))
                .collect(),
            among_all,
            events,
        }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.events.len()
    }

    /// The event at a place.
    pub(super) fn event(&self, place: usize) -> Option<u32> {
        self.events.get(place).copied()
    }

    /// Where the event at a place stands, in days.
    pub(super) fn anchor(&self, place: usize) -> Option<f64> {
        self.anchors.get(place).copied()
    }

    /// The place of an event.
    pub(super) fn place(&self, event: usize) -> Option<usize> {
        let event = u32::try_from(event).ok()?;
        self.events.binary_search(&event).ok()
    }

    /// The same, found sooner where it is known on which day the event stands.
    pub(super) fn place_of(&self, event: u32, anchor: f64) -> Option<usize> {
        let among = self.calendar.among(anchor);
        let events = self.events.get(among.clone())?;
        events.binary_search(&event).ok().map(|at| among.start + at)
    }

    /// The first place whose event stands at this day or later.
    pub(super) fn place_at(&self, day: f64) -> usize {
        let among = self.calendar.among(day);
        let anchors = self.anchors.get(among.clone()).unwrap_or_default();
        among.start + anchors.partition_point(|anchor| *anchor < day)
    }

    /// The same for whole days, found sooner, where there are not many more days than events.
    pub(super) fn by_day(&self) -> Option<ByDay<'_>> {
        self.calendar.by_day()
    }

    /// How the events lie to a view, given how all of the lane do.
    pub(super) fn census(&self, all: Gone, view: Span) -> Census {
        let Gone { begun, ended } = self.gone(all);
        let total = begun.saturating_sub(ended);
        let first = self.place_at(view.start);
        let last = self.place_at(view.end);
        // All that stand before the end of the view have begun by then.
        let after = begun.saturating_sub(last);
        let before = total.saturating_sub(last - first).saturating_sub(after);
        Census {
            inside: first..last,
            before,
            after,
        }
    }

    /// The part of those that is among these events.
    fn gone(&self, all: Gone) -> Gone {
        let Some(AmongAll { by_start, by_end }) = &self.among_all else {
            return all;
        };
        let part =
            |places: &[u32], of: usize| places.partition_point(|&place| (place as usize) < of);
        Gone {
            begun: part(by_start, all.begun),
            ended: part(by_end, all.ended),
        }
    }

    /// The events that stand before the view and reach into it, the last first.
    pub(super) fn reaching_from_before<'a>(
        &'a self,
        timeline: &'a Timeline,
        census: &Census,
        view: Span,
    ) -> impl Iterator<Item = u32> + 'a {
        let blocks = (0..census.inside.start.div_ceil(BLOCK)).rev();
        let end = census.inside.start;
        let found =
            blocks.flat_map(move |block| self.reaching(timeline, block, view, 0..end).rev());
        found.take(census.before)
    }

    /// The events that stand after the view and reach into it, the first first.
    pub(super) fn reaching_from_after<'a>(
        &'a self,
        timeline: &'a Timeline,
        census: &Census,
        view: Span,
    ) -> impl Iterator<Item = u32> + 'a {
        let begin = census.inside.end;
        let blocks = begin / BLOCK..self.blocks.len();
        let found =
            blocks.flat_map(move |block| self.reaching(timeline, block, view, begin..usize::MAX));
        found.take(census.after)
    }

    /// The events of a block at places within `among` that reach into the view.
    fn reaching<'a>(
        &'a self,
        timeline: &'a Timeline,
        block: usize,
        view: Span,
        among: Range<usize>,
    ) -> impl DoubleEndedIterator<Item = u32> + 'a {
        let reaches = move |event: &Event| event.when.extent().overlaps(view);
        let touches = self
            .blocks
            .get(block)
            .is_some_and(|block| block.overlaps(view));
        let (from, to) = (block * BLOCK, (block + 1) * BLOCK);
        let places = from.max(among.start)..to.min(among.end).min(self.len());
        let places = if touches && places.start < places.end {
            places
        } else {
            0..0
        };
        self.events
            .get(places)
            .unwrap_or_default()
            .iter()
            .copied()
            .filter(move |&event| timeline.events.get(event as usize).is_some_and(reaches))
    }
}
