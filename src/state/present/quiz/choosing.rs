//! Which events are asked for. The same seed chooses the same ones of the same pool.

use std::collections::VecDeque;

use crate::document::{Event, Id, Timeline};
use crate::time::{Precision, When};

use super::year;

/// The events that may be asked for. They are not listed, since there may be a million of them; they stand in order of
/// time.
#[derive(Clone, Copy)]
pub(super) struct Pool<'a> {
    /// Whose events they are.
    pub(super) timeline: &'a Timeline,
    /// How many there are.
    count: usize,
    /// The one at a place, an index into the timeline's list.
    nth: &'a dyn Fn(usize) -> Option<usize>,
}

/// Events that are put in order, at most.
const CARDS: usize = 5;
/// Events of a pool that are looked at; of a larger one as many at random.
const LOOKED_AT: usize = 256;
/// From this significance on an event is one whose year a class may know.
const WEIGHTY: u8 = 3;

impl<'a> Pool<'a> {
    pub(super) fn new(
        timeline: &'a Timeline,
        count: usize,
        nth: &'a dyn Fn(usize) -> Option<usize>,
    ) -> Self {
        Self {
            timeline,
            count,
            nth,
        }
    }

    fn event(&self, rank: usize) -> Option<(usize, &'a Event)> {
        let index = (self.nth)(rank)?;
        Some((index, self.timeline.events.get(index)?))
    }

    /// Some of the events, in the order in which they are to be tried: what was asked lately last.
    fn some(&self, random: &mut fastrand::Rng, recent: &VecDeque<Id>) -> Vec<(usize, &'a Event)> {
        let mut ranks: Vec<usize> = if self.count <= LOOKED_AT {
            (0..self.count).collect()
        } else {
            (0..LOOKED_AT)
                .map(|_| random.usize(0..self.count))
                .collect()
        };
        ranks.sort_unstable();
        ranks.dedup();
        random.shuffle(&mut ranks);
        let mut events: Vec<_> = ranks
            .into_iter()
            .filter_map(|rank| self.event(rank))
            .collect();
        events.sort_by_key(|(_, event)| is_recent(event, recent));
        events
    }

    /// The years of the first and the last event.
    pub(super) fn years(&self) -> Option<(i64, i64)> {
        let year = |rank| {
            self.event(rank)
                .map(|(_, event)| crate::time::year_of(event.when.anchor()))
        };
        year(0).zip(year(self.count.checked_sub(1)?))
    }
}

fn is_recent(event: &Event, recent: &VecDeque<Id>) -> bool {
    recent.iter().any(|id| **id == *event.id)
}

fn id(event: &Event) -> Id {
    Id::from(&*event.id)
}

/// Events whose order is certain, shuffled so that they are not in it; none if there are not two.
pub(super) fn order(
    pool: &Pool<'_>,
    random: &mut fastrand::Rng,
    recent: &VecDeque<Id>,
) -> Option<Vec<Id>> {
    let mut all = pool.some(random, recent);
    all.retain(|(_, event)| !is_doubtful(&event.when));
    let mut chosen = pairwise_certain(&all);
    if chosen.len() < CARDS {
        // Whoever takes what ends first finds the most that can stand one after the other.
        all.sort_by(|(_, a), (_, b)| a.when.extent().end.total_cmp(&b.when.extent().end));
        let most = pairwise_certain(&all);
        if most.len() > chosen.len() {
            chosen = most;
        }
    }
    if chosen.len() < 2 {
        return None;
    }
    random.shuffle(&mut chosen);
    let events: Vec<_> = chosen.iter().map(|(index, _)| *index).collect();
    if in_order(pool.timeline, &events)? == events {
        chosen.rotate_left(1);
    }
    Some(chosen.into_iter().map(|(_, event)| id(event)).collect())
}

/// The first of these that are in certain order with all taken before them, as many as there are cards.
fn pairwise_certain<'a>(all: &[(usize, &'a Event)]) -> Vec<(usize, &'a Event)> {
    let mut taken: Vec<(usize, &Event)> = Vec::new();
    for &(index, event) in all {
        let is_certain = |other: &(usize, &Event)| {
            is_before(&other.1.when, &event.when) || is_before(&event.when, &other.1.when)
        };
        if taken.len() < CARDS && taken.iter().all(is_certain) {
            taken.push((index, event));
        }
    }
    taken
}

/// Whether `a` was certainly over when `b` began.
fn is_before(a: &When, b: &When) -> bool {
    let gap = b.extent().start - a.extent().end;
    let fine = |when: &When| matches!(when.precision(), Precision::Day | Precision::Moment);
    // A day is told as it was counted where something happened: 7 December in Hawaii is 8 December in Tokyo.
    if fine(a) && fine(b) {
        gap >= 1.0
    } else {
        gap >= 0.0
    }
}

/// Nobody can say for certain what came before a date that is itself an estimate.
fn is_doubtful(when: &When) -> bool {
    when.is_uncertain() || when.is_approximate()
}

/// Events from the earliest to the latest; none where one is missing or two are not in certain order.
pub(super) fn in_order(timeline: &Timeline, events: &[usize]) -> Option<Vec<usize>> {
    let when = |index: usize| timeline.events.get(index).map(|event| &event.when);
    let dated: Option<Vec<_>> = events
        .iter()
        .map(|&index| Some((index, when(index)?)))
        .collect();
    let mut dated = dated?;
    dated.sort_by(|(_, a), (_, b)| a.extent().start.total_cmp(&b.extent().start));
    let certain = |pair: &[(usize, &When)]| match pair {
        [(_, a), (_, b)] => is_before(a, b) && !is_doubtful(a) && !is_doubtful(b),
        _ => true,
    };
    let all = dated.windows(2).all(certain);
    all.then(|| dated.into_iter().map(|(index, _)| index).collect())
}

/// An event whose year is known, of some weight if there is one, and the years of the axis to point at.
pub(super) fn year(
    pool: &Pool<'_>,
    random: &mut fastrand::Rng,
    recent: &VecDeque<Id>,
) -> Option<(Id, (i64, i64))> {
    let all = pool.some(random, recent);
    let askable = all
        .into_iter()
        .filter(|(_, event)| !event.when.is_uncertain());
    let (_, event) = askable.min_by_key(|(_, event)| {
        let coarse = event.when.precision() > Precision::Year;
        let year = year::years(&event.when).0.to_string();
        let ja = event.title_ja.as_deref().unwrap_or_default();
        (
            coarse,
            // The name says it already.
            event.title.contains(&*year) || ja.contains(&*year),
            is_recent(event, recent),
            event.significance < WEIGHTY,
        )
    })?;
    let truth = year::years(&event.when);
    Some((id(event), year::axis(pool.years(), truth)))
}

/// An event to be named, with something said of it if there is one.
pub(super) fn cover(
    pool: &Pool<'_>,
    random: &mut fastrand::Rng,
    recent: &VecDeque<Id>,
) -> Option<Id> {
    let all = pool.some(random, recent);
    let found = all
        .into_iter()
        .min_by_key(|(_, event)| (event.summary.is_empty(), is_recent(event, recent)));
    found.map(|(_, event)| id(event))
}
