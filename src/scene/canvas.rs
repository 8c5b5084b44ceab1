//! The areas of the picture.
//!
//! ```text
//!           ┌ eras ─────────────────────┐
//!  gutter   │ lanes  (one per category) │
//!           │ series                    │
//!           ├ axis ─────────────────────┤
//!           │ ruler (if wanted)         │
//!           └ overview ─────────────────┘
//! ```

use super::geometry::{Rect, Size};

/// Where each area lies, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// The whole picture.
    pub size: Size,
    /// Names of eras.
    pub eras: Rect,
    /// The lanes, without their gutter.
    pub lanes: Rect,
    /// The figures under the lanes, without their gutter.
    pub series: Rect,
    /// Height of one series in points.
    pub series_height: f32,
    /// Labels of the time axis.
    pub axis: Rect,
    /// The Japanese eras under them; without height where they are not wanted.
    pub ruler: Rect,
    /// The strip with the whole history; without height where there is none.
    pub overview: Rect,
}

/// Between the left edge and the plot, in points.
const GUTTER: f32 = 152.0;
/// Between the plot and the right edge, in points.
const MARGIN: f32 = 16.0;
/// Part of the height that the series take where there are many.
const SERIES: f32 = 0.2;
/// Pictures lower than this many points get lower series and overview.
const LOW: f32 = 620.0;
/// Pictures lower than this many points have room for the lanes, and for hardly a series beside them.
const LOWEST: f32 = 450.0;
/// Pictures lower than this many points are the lanes' alone, with no strip of the whole history: they show a part of a
/// window whose text is very large.
const TINY: f32 = 240.0;
/// Height of the ruler, and what is free under it, in points.
const RULER: (f32, f32) = (20.0, 6.0);

impl Frame {
    /// Divides the window's picture among its areas. `series` is the number of series in the file.
    pub fn new(size: Size, series: usize) -> Self {
        let overview = match size.height {
            tiny if tiny < TINY => 0.0,
            low if low < LOW => 48.0,
            _ => 72.0,
        };
        Self::divided(size, series, 0.0, overview)
    }

    /// Divides a picture that stands by itself: `head` points are left free above the eras, and there is no overview, which
    /// only serves the hand.
    pub fn of_sheet(size: Size, series: usize, head: f32) -> Self {
        Self::divided(size, series, head, 0.0)
    }

    /// The same with a ruler of the Japanese eras, if it is wanted: the lanes give way to it, unless they have no room to
    /// give.
    #[must_use]
    pub fn with_ruler(mut self, wanted: bool) -> Self {
        let (height, below) = RULER;
        if !wanted || self.size.height < TINY {
            return self;
        }
        let total = height + below;
        self.lanes.bottom = (self.lanes.bottom - total).max(self.lanes.top + 1.0);
        self.series = self.series.moved(0.0, -total);
        self.axis = self.axis.moved(0.0, -total);
        self.ruler = Rect {
            top: self.axis.bottom,
            bottom: self.axis.bottom + height,
            ..self.axis
        };
        self
    }

    fn divided(size: Size, series: usize, head: f32, overview: f32) -> Self {
        let size = Size {
            width: size.width.max(1.0),
            height: size.height.max(1.0),
        };
        let left = GUTTER.min(size.width * 0.3);
        let right = (size.width - MARGIN).max(left + 1.0);
        let low = size.height < LOW;
        let (era, axis) = if low { (28.0, 32.0) } else { (30.0, 38.0) };
        // Series give way before the lanes do: the more there are, the lower, down to their two lines of text; and the
        // last ones do not show where all would take a third of the height, or where that is needed for the lanes.
        let (least, most) = if low { (31.0, 38.0) } else { (38.0, 50.0) };
        let series_height = (size.height * SERIES / series.max(1) as f32).clamp(least, most);
        let share = match size.height {
            tiny if tiny < TINY => 0.0,
            low if low < LOWEST => 0.1,
            _ => 1.0 / 3.0,
        };
        let fitting = (size.height * share / series_height).floor();
        let series_total = (series as f32).min(fitting) * series_height;
        let lanes_bottom = (size.height - axis - overview - series_total).max(head + era + 1.0);
        let axis_top = lanes_bottom + series_total;
        Self {
            size,
            eras: Rect::new(left, head, right, head + era),
            lanes: Rect::new(left, head + era, right, lanes_bottom),
            series: Rect::new(left, lanes_bottom, right, axis_top),
            series_height,
            axis: Rect::new(left, axis_top, right, axis_top + axis),
            ruler: Rect::new(left, axis_top + axis, right, axis_top + axis),
            overview: Rect::new(
                left,
                axis_top + axis,
                right,
                axis_top + axis + (overview - 6.0).max(0.0),
            ),
        }
    }

    /// Everything that moves with the view: from the eras' names to the axis, or to the ruler under it.
    pub fn plot(&self) -> Rect {
        Rect::new(
            self.lanes.left,
            self.eras.top,
            self.lanes.right,
            self.ruler.bottom,
        )
    }

    /// The bars of the overview, without the years under them.
    pub fn overview_strip(&self) -> Rect {
        Rect {
            bottom: self.overview.bottom - 22.0,
            ..self.overview
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lanes_have_most_of_the_room_in_any_picture_and_no_series_is_cut() {
        for height in 300_u16..1400 {
            let size = Size {
                width: 1000.0,
                height: f32::from(height),
            };
            let frame = Frame::new(size, 4);
            let lanes = frame.lanes.height() / size.height;
            assert!(lanes > 0.45, "{lanes} of {height}");
            let ruled = frame.with_ruler(true);
            let lanes = ruled.lanes.height() / size.height;
            assert!(lanes > 0.35, "{lanes} of {height} beside a ruler");
            assert!(ruled.ruler.bottom <= ruled.overview.top);
            let shown = frame.series.height() / frame.series_height;
            assert!(
                (shown - shown.round()).abs() < 1e-3,
                "{shown} series at {height}"
            );
        }
    }
}
