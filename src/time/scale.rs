//! From days to points and back.
//!
//! Duty: the linear map of a [`TimeWindow`] onto a stretch of the screen. Computed in `f64`, because an `f32` cannot
//! tell two hours apart in another century. Rebuilt each frame from window and rectangle; never stored.

use super::TimeWindow;

/// The farthest point given to a painter, either way: beyond it `f32` geometry loses its pixels.
const FARTHEST_POINT: f64 = 1e6;

/// The map of a window onto `width` points from `left` on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeScale {
    /// The visible stretch.
    pub window: TimeWindow,
    /// Where the window's left edge lies, in points.
    pub left: f32,
    /// How wide the window is, in points; zero or more.
    pub width: f32,
}

impl TimeScale {
    /// Lays `window` over `width` points from `left`; what is not finite counts as zero.
    pub fn new(window: TimeWindow, left: f32, width: f32) -> Self {
        let finite = |points: f32| if points.is_finite() { points } else { 0.0 };
        Self {
            window,
            left: finite(left),
            width: finite(width).max(0.0),
        }
    }

    /// Where a day lies, in points, held within ±1 000 000; NaN lies at the left edge.
    pub fn x_from_day(&self, day: f64) -> f32 {
        let x = f64::from(self.left) + (day - self.window.start) * self.points_per_day();
        if x.is_nan() {
            self.left
        } else {
            x.clamp(-FARTHEST_POINT, FARTHEST_POINT) as f32
        }
    }

    /// The day at a point; the window's start on a scale without width.
    pub fn day_from_x(&self, x: f32) -> f64 {
        let day = self.window.start + (f64::from(x) - f64::from(self.left)) / self.points_per_day();
        if day.is_finite() {
            day
        } else {
            self.window.start
        }
    }

    /// How many points a day takes; zero on a scale without width.
    pub fn points_per_day(&self) -> f64 {
        f64::from(self.width) / self.window.days
    }

    /// The right edge, in points.
    pub fn right(&self) -> f32 {
        self.left + self.width
    }
}
