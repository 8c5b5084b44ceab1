//! A year that is guessed: the axis to point at, and how far off the guess is.

use crate::document::Timeline;
use crate::messages::{Message, message};
use crate::time::{Span, When, day_of_year_start, year_of};

/// A guess is right if it is so many years off.
const NEAR: i64 = 1;
/// On an axis so long that nobody can point at a year, a guess may be off by one of so many parts of it.
const PARTS: i64 = 500;
/// The shortest axis in years; one that were shorter would give the answer away.
const SHORTEST: i64 = 30;

/// The year of an event as it is guessed.
#[derive(Debug, Clone, PartialEq)]
pub struct Guessed {
    /// Which event, an index into the timeline's list.
    pub event: usize,
    /// The axis in days: whole decades.
    pub axis: Span,
    /// The day that was pointed at.
    pub guess: Option<f64>,
    /// The years that are right, first and last; mostly one and the same.
    pub truth: (i64, i64),
    /// How many years off still count as right.
    pub near: i64,
}

impl Guessed {
    /// The question as it stands; none if the event has gone.
    pub(super) fn new(
        timeline: &Timeline,
        event: usize,
        (from, to): (i64, i64),
        guess: Option<f64>,
    ) -> Option<Self> {
        let truth = years(&timeline.events.get(event)?.when);
        Some(Self {
            event,
            axis: Span::new(day_of_year_start(from), day_of_year_start(to)),
            guess,
            truth,
            near: NEAR.max(to.saturating_sub(from) / PARTS),
        })
    }

    /// How many years the guess is late, or, below 0, early; none without a guess.
    pub fn off(&self) -> Option<i64> {
        let year = year_of(self.guess?);
        let (first, last) = self.truth;
        Some(year.saturating_sub(year.clamp(first, last)))
    }

    /// Whether the guess is near enough; none without one.
    pub fn is_right(&self) -> Option<bool> {
        self.off().map(|off| off.saturating_abs() <= self.near)
    }
}

/// How far off a guess is: `4 years early`, `the right year`.
pub fn off_in_words(years: i64) -> Message {
    let count = usize::try_from(years.unsigned_abs()).unwrap_or(usize::MAX);
    match years {
        0 => message!("quiz-off-by-none"),
        ..0 => message!("quiz-early", count = count),
        1.. => message!("quiz-late", count = count),
    }
}

/// The years in which something began, first and last that are possible; of a beginning that nobody knows, the end.
pub(super) fn years(when: &When) -> (i64, i64) {
    let Span { start, end } = when.extent();
    let (first, last) = if !start.is_finite() || !end.is_finite() && !when.is_interval() {
        (when.anchor(), when.anchor())
    } else if when.is_interval() {
        let latest = when.core().map(|core| core.start);
        (start, latest.filter(|day| day.is_finite()).unwrap_or(start))
    } else {
        // The end is not part of it.
        (start, (end.ceil() - 1.0).max(start))
    };
    (year_of(first), year_of(last.max(first)))
}

/// The axis for a pool whose events are from these years, so that the right one is on it: whole decades.
pub(super) fn axis(pool: Option<(i64, i64)>, truth: (i64, i64)) -> (i64, i64) {
    let (first, last) = pool.unwrap_or(truth);
    let from = first.min(truth.0).div_euclid(10).saturating_mul(10);
    let decade = last.max(truth.1).div_euclid(10).saturating_add(1);
    let to = decade.saturating_mul(10);
    if to.saturating_sub(from) >= SHORTEST {
        return (from, to);
    }
    (from.saturating_sub(10), to.saturating_add(10))
}

/// A day on the axis; the last one is that before its end.
pub(super) fn within(day: f64, (from, to): (i64, i64)) -> f64 {
    let (start, end) = (day_of_year_start(from), day_of_year_start(to) - 1.0);
    day.clamp(start, end.max(start))
}
