//! The visible stretch of time.
//!
//! Duty: pan, zoom, fit, and the path from one view to another. Invariant, for a window made here: `start` and `days`
//! are finite, `days` is within [`TimeWindow::MIN_DAYS`]`..=`[`TimeWindow::MAX_DAYS`], and `start` within ±4 000 000
//! days. A window is in time units, never in pixels.

use serde::{Deserialize, Serialize};

use super::{Span, day_of_year_start};

/// The farthest start of a window from 1970, in days: about 9000 BCE to 13 000 CE.
const FARTHEST_DAY: f64 = 4_000_000.0;

/// How much of an infinite side is shown, in days: ten years.
const OPEN_DAYS: f64 = 3652.0;

/// The visible stretch.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(from = "Unchecked")]
pub struct TimeWindow {
    /// The left edge, in days since 1970-01-01.
    pub start: f64,
    /// The length in days, [`Self::MIN_DAYS`] to [`Self::MAX_DAYS`].
    pub days: f64,
}

/// A window as it was stored, by who knows what.
#[derive(Deserialize)]
#[serde(rename = "TimeWindow")]
struct Unchecked {
    start: f64,
    days: f64,
}

impl From<Unchecked> for TimeWindow {
    fn from(stored: Unchecked) -> Self {
        Self::new(stored.start, stored.days)
    }
}

impl Default for TimeWindow {
    /// Two centuries around the story that ships: 1850 to 2050.
    fn default() -> Self {
        let start = day_of_year_start(1850);
        Self {
            start,
            days: day_of_year_start(2050) - start,
        }
    }
}

impl TimeWindow {
    /// The shortest window: six hours.
    pub const MIN_DAYS: f64 = 0.25;
    /// The longest window: about eleven thousand years.
    pub const MAX_DAYS: f64 = 4_000_000.0;

    /// A window from `start`, `days` long, both brought within bounds; the default window if either is not finite.
    pub fn new(start: f64, days: f64) -> Self {
        if !start.is_finite() || !days.is_finite() {
            return Self::default();
        }
        Self {
            start: start.clamp(-FARTHEST_DAY, FARTHEST_DAY),
            days: days.clamp(Self::MIN_DAYS, Self::MAX_DAYS),
        }
    }

    /// A window around `span` with a margin at each side, as a fraction of the span. An infinite side is shown for ten
    /// years; of a wholly infinite span the default window.
    pub fn fit(span: Span, margin: f64) -> Self {
        let (start, end) = match (span.start.is_finite(), span.end.is_finite()) {
            (true, true) => (span.start, span.end),
            (true, false) => (span.start, span.start + OPEN_DAYS),
            (false, true) => (span.end - OPEN_DAYS, span.end),
            (false, false) => return Self::default(),
        };
        let margin = if margin.is_finite() {
            margin.max(0.0)
        } else {
            0.0
        };
        Self::around(
            start + (end - start) / 2.0,
            (end - start) * (1.0 + 2.0 * margin),
        )
    }

    /// The right edge, in days.
    pub fn end(self) -> f64 {
        self.start + self.days
    }

    /// The middle, in days.
    pub fn mid(self) -> f64 {
        self.start + self.days / 2.0
    }

    /// From edge to edge.
    pub fn span(self) -> Span {
        Span::new(self.start, self.end())
    }

    /// The part of the window that a span takes up; the whole window where they do not meet, or where there is no span.
    pub fn part_with(self, extent: Option<Span>) -> Self {
        let view = self.span();
        let all = extent.unwrap_or(view);
        let (start, end) = (view.start.max(all.start), view.end.min(all.end));
        if start < end {
            Self::new(start, end - start)
        } else {
            self
        }
    }

    /// The window `days` later; earlier when negative.
    pub fn pan_by(self, days: f64) -> Self {
        Self::new(
            self.start + if days.is_finite() { days } else { 0.0 },
            self.days,
        )
    }

    /// Zooms by `factor` (above 1: closer) so that `day` keeps its place between the edges. Zooming out may meet the
    /// ends of time, where the window stops instead.
    pub fn zoom_at(self, day: f64, factor: f64) -> Self {
        if !day.is_finite() || !factor.is_finite() || factor <= 0.0 {
            return self;
        }
        let days = (self.days / factor).clamp(Self::MIN_DAYS, Self::MAX_DAYS);
        Self::new(day - (day - self.start) * (days / self.days), days)
    }

    /// The window as long as this one with `day` in its middle.
    pub fn centred_on(self, day: f64) -> Self {
        if day.is_finite() {
            Self::around(day, self.days)
        } else {
            self
        }
    }

    /// The window `days` long with its middle at `mid`, as far as the bounds let it.
    pub(super) fn around(mid: f64, days: f64) -> Self {
        let days = days.clamp(Self::MIN_DAYS, Self::MAX_DAYS);
        Self::new(mid - days / 2.0, days)
    }
}
