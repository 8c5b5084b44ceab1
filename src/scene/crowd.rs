//! Events of one lane by the thousand: how many are where, without looking at each.
//!
//! Counts come from binary searches in sorted lists, so that they cost the same for any number of events.

use std::ops::Range;
use std::sync::Arc;

use crate::document::{Event, Timeline};
use crate::time::Span;

/// Events of a lane, all matching the filter or all not.
#[derive(Debug, Default)]
pub(super) struct Crowd {
    /// Indexes of the events, ascending, which is in order of their anchors.
    events: Arc<[u32]>,
    /// Where they stand, in days, in the same order.
    anchors: Vec<f64>,
    calendar: Calendar,
    /// The events in order of the first and of the last day that they may touch.
    by_start: Arc<[u32]>,
    by_end: Arc<[u32]>,
    /// For each run of [`BLOCK`] events the span that they cover together.
    blocks: Vec<Span>,
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
    /// The events with these indexes, given in three orders.
    pub(super) fn new(
        timeline: &Timeline,
        events: Arc<[u32]>,
        by_start: Arc<[u32]>,
        by_end: Arc<[u32]>,
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
            by_start,
            by_end,
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

    /// The first place whose event stands at this day or later.
    pub(super) fn place_at(&self, day: f64) -> usize {
        let among = self.calendar.among(day);
        if among.is_empty() || self.calendar.begins_a_stretch(day) {
            return among.start;
        }
        let anchors = self.anchors.get(among.clone()).unwrap_or_default();
        among.start + anchors.partition_point(|anchor| *anchor < day)
    }

    /// How the events lie to a view.
    pub(super) fn census(&self, timeline: &Timeline, view: Span) -> Census {
        let extent = |event: &u32| {
            timeline
                .events
                .get(*event as usize)
                .map(|event| event.when.extent())
        };
        let begun = |event: &u32| extent(event).is_some_and(|extent| extent.start < view.end);
        let ended = |event: &u32| extent(event).is_some_and(|extent| extent.end <= view.start);
        let begun = self.by_start.partition_point(begun);
        let total = begun.saturating_sub(self.by_end.partition_point(ended));
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

    /// The events that stand before the view and reach into it, the last first.
    pub(super) fn from_before<'a>(
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
    pub(super) fn from_after<'a>(
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

/// Cuts the time of a crowd into equal stretches and knows which places lie in each, so that a day is found in a step
/// or two, however many events there are: a frame asks for hundreds of days.
#[derive(Debug, Default)]
struct Calendar {
    first: f64,
    stretches_per_day: f64,
    /// The first place of each stretch, and at the end how many there are.
    starts: Vec<u32>,
}

impl Calendar {
    /// Of ascending days.
    fn new(anchors: &[f64]) -> Self {
        let (Some(&first), Some(&last)) = (anchors.first(), anchors.last()) else {
            return Self::default();
        };
        // One for each day where there are not many more days than events, else as many as events.
        let first = first.floor();
        let days = (last - first).floor() + 1.0;
        let by_day = days <= 4.0 * anchors.len() as f64;
        let stretches = if by_day { days as usize } else { anchors.len() };
        let mut calendar = Self {
            first,
            stretches_per_day: if by_day { 1.0 } else { stretches as f64 / days },
            starts: vec![0; stretches + 1],
        };
        for &anchor in anchors {
            let stretch = calendar.stretch(anchor);
            if let Some(next) = calendar.starts.get_mut(stretch + 1) {
                *next += 1;
            }
        }
        let mut before = 0;
        for start in &mut calendar.starts {
            before += *start;
            *start = before;
        }
        calendar
    }

    /// The stretch that a day lies in, the outermost for those beyond.
    fn stretch(&self, day: f64) -> usize {
        // A float to integer cast saturates, and takes NaN to zero.
        let stretch = ((day - self.first) * self.stretches_per_day) as usize;
        stretch.min(self.starts.len().saturating_sub(2))
    }

    /// Whether a stretch begins with this very day, so that none of its events is earlier.
    fn begins_a_stretch(&self, day: f64) -> bool {
        let last = self.first + self.starts.len() as f64;
        self.stretches_per_day == 1.0 && day.fract() == 0.0 && self.first <= day && day < last - 1.0
    }

    /// The places of the stretch that a day lies in: what stands before them is earlier, what follows is later.
    fn among(&self, day: f64) -> Range<usize> {
        let stretch = self.stretch(day);
        let start = |at: usize| self.starts.get(at).map_or(0, |&start| start as usize);
        start(stretch)..start(stretch + 1)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, prop, prop_assert_eq, proptest};

    use super::*;

    fn days() -> impl Strategy<Value = f64> {
        (
            prop::sample::select(vec![0.0, 20_000.5, -3e6, 1e15]),
            prop::sample::select(vec![0.0, 1.0, 5000.0]),
            0..9_u8,
        )
            .prop_map(|(far, step, steps)| far + step * f64::from(steps))
    }

    proptest! {
        #[test]
        fn a_day_is_found_where_a_search_through_all_finds_it(mut anchors in prop::collection::vec(days(), 0..300), asked in prop::collection::vec(days(), 20)) {
            anchors.sort_by(f64::total_cmp);
            let crowd = Crowd { calendar: Calendar::new(&anchors), anchors: anchors.clone(), ..Crowd::default() };
            let around = asked.iter().flat_map(|day| [day - 0.25, *day, day + 0.25]);
            for day in around.chain([f64::NEG_INFINITY, f64::INFINITY]) {
                prop_assert_eq!(crowd.place_at(day), anchors.partition_point(|anchor| *anchor < day), "{}", day);
            }
        }
    }
}
