//! The events that a query leaves, lane by lane.
//!
//! What a query says of categories is kept apart from the rest of it: each lane holds the events that match the rest,
//! and a list of bools says which lanes are on. So switching a category changes the bools alone, at any size, and
//! what is made from a lane is good for as long as its `Arc` is the same.
//!
//! Invariants: a lane is strictly ascending, no event stands in two lanes, and there are as many bools as lanes.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::{Arc, LazyLock};

/// The lane of a category that there is not.
static EMPTY: LazyLock<Arc<[u32]>> = LazyLock::new(|| Arc::from([]));

/// The events that a query leaves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    lanes: Vec<Arc<[u32]>>,
    on: Vec<bool>,
    in_total: usize,
}

impl Selection {
    /// A selection of so many events in all, with every lane on.
    pub(super) fn new(lanes: Vec<Arc<[u32]>>, in_total: usize) -> Self {
        Self {
            on: vec![true; lanes.len()],
            lanes,
            in_total,
        }
    }

    /// Switches lanes on and off; one of which nothing is said stays on.
    pub(super) fn switch(&mut self, on: &[bool]) {
        for (index, is_on) in self.on.iter_mut().enumerate() {
            *is_on = on.get(index).copied().unwrap_or(true);
        }
    }

    /// Keeps the lanes of another selection where they hold the same events as its own, and says whether they all do.
    pub(super) fn keep_lanes_of(&mut self, other: &Self) -> bool {
        let mut same = self.lanes.len() == other.lanes.len();
        for (lane, kept) in self.lanes.iter_mut().zip(&other.lanes) {
            if Arc::ptr_eq(lane, kept) {
                continue;
            }
            if lane == kept {
                *lane = Arc::clone(kept);
            } else {
                same = false;
            }
        }
        same
    }

    /// Events of a category that match all of the query but what it says of categories; ascending, which is by time.
    /// Empty for a category that there is not.
    pub fn lane(&self, category: usize) -> &Arc<[u32]> {
        self.lanes.get(category).unwrap_or(&EMPTY)
    }

    /// Whether the query leaves this category in; true for one that there is not.
    pub fn is_on(&self, category: usize) -> bool {
        self.on.get(category).copied().unwrap_or(true)
    }

    /// How many events the query leaves.
    pub fn len(&self) -> usize {
        self.shown().map(<[u32]>::len).sum()
    }

    /// Whether the query leaves none.
    pub fn is_empty(&self) -> bool {
        self.shown().all(<[u32]>::is_empty)
    }

    /// For each category how many events would be left if the query said nothing of categories.
    pub fn per_category(&self) -> impl Iterator<Item = usize> + '_ {
        self.lanes.iter().map(|lane| lane.len())
    }

    /// How many events the timeline has.
    pub fn in_total(&self) -> usize {
        self.in_total
    }

    /// Whether an event of this category is among them.
    pub fn contains(&self, event: usize, category: usize) -> bool {
        let Ok(event) = u32::try_from(event) else {
            return false;
        };
        self.is_on(category) && self.lane(category).binary_search(&event).is_ok()
    }

    /// All of them, ascending.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        let next = |lane: &'_ [u32]| Some(Reverse(*lane.first()?));
        let heads = self.shown().filter_map(|lane| Some((next(lane)?, lane)));
        let mut heads: BinaryHeap<_> = heads.collect();
        std::iter::from_fn(move || {
            let mut head = heads.peek_mut()?;
            let (Reverse(event), lane) = *head;
            let rest = lane.get(1..).unwrap_or_default();
            match rest.first() {
                Some(&next) => *head = (Reverse(next), rest),
                None => drop(std::collections::binary_heap::PeekMut::pop(head)),
            }
            Some(event)
        })
    }

    /// The first.
    pub fn first(&self) -> Option<u32> {
        self.first_from(|_| true)
    }

    /// The last.
    pub fn last(&self) -> Option<u32> {
        self.last_until(|_| true)
    }

    /// The first after an event, which need not be among them.
    pub fn after(&self, event: u32) -> Option<u32> {
        self.first_from(|other| other > event)
    }

    /// The last before an event, which need not be among them.
    pub fn before(&self, event: u32) -> Option<u32> {
        self.last_until(|other| other < event)
    }

    /// How many of them come before an event, which need not be among them.
    pub fn rank(&self, event: u32) -> usize {
        let before = |lane: &[u32]| lane.partition_point(|&other| other < event);
        self.shown().map(before).sum()
    }

    /// The one that so many come before.
    pub fn nth(&self, rank: usize) -> Option<u32> {
        // Of all numbers up to the last event, the least with more than `rank` of them up to it.
        let (mut low, mut high) = (self.first()?, self.last()?);
        if rank >= self.len() {
            return None;
        }
        while low < high {
            let middle = low + (high - low) / 2;
            if self.rank(middle.saturating_add(1)) > rank {
                high = middle;
            } else {
                low = middle.saturating_add(1);
            }
        }
        Some(low)
    }

    /// The first for which this holds. It must hold for all events after one for which it does.
    pub fn first_from(&self, holds: impl Fn(u32) -> bool) -> Option<u32> {
        let first = |lane: &[u32]| {
            lane.get(lane.partition_point(|&event| !holds(event)))
                .copied()
        };
        self.shown().filter_map(first).min()
    }

    /// The last for which this holds. It must hold for all events before one for which it does.
    pub fn last_until(&self, holds: impl Fn(u32) -> bool) -> Option<u32> {
        let last = |lane: &[u32]| {
            let count = lane.partition_point(|&event| holds(event));
            lane.get(count.checked_sub(1)?).copied()
        };
        self.shown().filter_map(last).max()
    }

    /// The lanes that are on.
    pub(super) fn shown(&self) -> impl Iterator<Item = &[u32]> {
        let lanes = self.lanes.iter().zip(&self.on);
        lanes.filter(|&(_, &on)| on).map(|(lane, _)| &**lane)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::{any, prop, prop_assert_eq, proptest};

    use super::Selection;

    #[test]
    fn of_nothing() {
        let nothing = Selection::default();
        assert!(nothing.is_empty() && nothing.is_on(3) && nothing.lane(3).is_empty());
        assert!(Arc::ptr_eq(nothing.lane(0), nothing.lane(7)));
        assert_eq!(
            (nothing.len(), nothing.first(), nothing.last()),
            (0, None, None)
        );
        assert!(!nothing.contains(0, 0) && !nothing.contains(usize::MAX, 0));
    }

    #[test]
    fn lanes_that_hold_the_same_stay_the_same() {
        let lanes = |last| vec![Arc::from([1, 2]), Arc::from([last])];
        let before = Selection::new(lanes(3), 9);
        let mut after = Selection::new(lanes(3), 9);
        assert!(after.keep_lanes_of(&before));
        assert!(Arc::ptr_eq(after.lane(1), before.lane(1)));
        let mut after = Selection::new(lanes(4), 9);
        assert!(!after.keep_lanes_of(&before));
        assert!(Arc::ptr_eq(after.lane(0), before.lane(0)));
        assert_eq!(**after.lane(1), [4]);
        assert!(!Selection::new(lanes(3), 9).keep_lanes_of(&Selection::default()));
    }

    proptest! {
        /// As one list of the events whose lanes are on would have it.
        #[test]
        fn many_lanes_read_as_one_list(
            of in prop::collection::vec(prop::option::of(0..4_usize), 0..40),
            on in prop::collection::vec(any::<bool>(), 4),
            asked in 0..45_u32,
        ) {
            let lane = |lane| {
                let events = (0..).zip(&of).filter(move |&(_, of)| *of == Some(lane));
                events.map(|(event, _)| event).collect::<Arc<[u32]>>()
            };
            let mut selection = Selection::new((0..4).map(lane).collect(), of.len());
            selection.switch(&on);
            let is_on = |of: &Option<usize>| of.is_some_and(|lane| on[lane]);
            let list: Vec<u32> = (0..).zip(&of).filter(|(_, of)| is_on(of)).map(|(event, _)| event).collect();
            prop_assert_eq!(selection.iter().collect::<Vec<_>>(), list.clone());
            prop_assert_eq!(selection.len(), list.len());
            prop_assert_eq!(selection.is_empty(), list.is_empty());
            let ranks: Vec<_> = (0..=list.len()).map(|rank| selection.nth(rank)).collect();
            prop_assert_eq!(ranks, list.iter().copied().map(Some).chain([None]).collect::<Vec<_>>());
            prop_assert_eq!(selection.rank(asked), list.iter().filter(|&&event| event < asked).count());
            prop_assert_eq!(selection.first(), list.first().copied());
            prop_assert_eq!(selection.last(), list.last().copied());
            prop_assert_eq!(selection.after(asked), list.iter().copied().find(|&event| event > asked));
            prop_assert_eq!(selection.before(asked), list.iter().copied().rfind(|&event| event < asked));
            for (event, of) in of.iter().enumerate() {
                let there = of.is_some_and(|lane| selection.contains(event, lane));
                prop_assert_eq!(there, list.contains(&(event as u32)));
            }
        }
    }
}
