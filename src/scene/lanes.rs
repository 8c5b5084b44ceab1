//! How the height there is goes to the lanes, and each lane's to its rows.

use super::geometry::Rect;

/// Least height of a row, in points: a line of text with air.
const ROW_MIN: f32 = 27.0;
/// Rows grow to this height before a lane gets another one, in points.
const ROW_MAX: f32 = 34.0;
/// Above the first row, in points.
const PAD_TOP: f32 = 8.0;
/// The strip of ticks under the rows, in points.
const STRIP: f32 = 15.0;

/// How many rows each lane has, and how high they are. Depends on the height and the number of events per lane, not
/// on the view, so that nothing moves while zooming and panning.
#[derive(Debug, Clone, PartialEq)]
pub struct LaneHeights {
    rows: Vec<usize>,
    row_height: f32,
    fits: usize,
}

/// The lanes that are in view, with their places.
#[derive(Debug, Clone)]
pub struct Lanes {
    /// One after the other, from the top.
    pub lanes: Vec<Lane>,
}

/// One lane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lane {
    /// Its number: the index of its category, or 0 where all events share one lane.
    pub number: usize,
    /// The whole lane.
    pub rect: Rect,
    /// Height of a row in points.
    pub row_height: f32,
}

impl LaneHeights {
    /// Shares out `height` points among lanes with these numbers of events.
    pub fn new(height: f32, events: &[usize]) -> Self {
        let lanes = events.len();
        let fits = ((height / (PAD_TOP + STRIP + ROW_MIN)).floor().max(1.0) as usize).min(lanes);
        let for_rows = height - fits as f32 * (PAD_TOP + STRIP);
        let budget = ((for_rows / ROW_MIN).floor().max(1.0) as usize).max(fits);
        let rows = if fits < lanes {
            vec![1; lanes]
        } else {
            share_out(budget, events)
        };
        let used: usize = rows.iter().take(fits).sum();
        let row_height = (for_rows / used.max(1) as f32).clamp(ROW_MIN.min(for_rows), ROW_MAX);
        Self {
            rows,
            row_height,
            fits,
        }
    }

    /// The least height in points in which so many lanes all have a row.
    pub fn least(lanes: usize) -> f32 {
        lanes.max(1) as f32 * (PAD_TOP + STRIP + ROW_MIN)
    }

    /// One lane by itself with so many rows, each `row_height` points high.
    pub(super) fn of_one(rows: usize, row_height: f32) -> Self {
        Self {
            rows: vec![rows],
            row_height,
            fits: 1,
        }
    }

    /// Height in points that a lane takes with its rows and its strip.
    pub(super) fn natural(&self, lane: usize) -> f32 {
        PAD_TOP + STRIP + self.rows(lane) as f32 * self.row_height
    }

    /// Rows of a lane, at least one.
    pub fn rows(&self, lane: usize) -> usize {
        self.rows.get(lane).copied().unwrap_or(1)
    }

    /// How many lanes fit the height at once.
    pub fn fits(&self) -> usize {
        self.fits
    }
}

/// Gives each lane one row, then the rest in turn to the lane with the most events for its rows.
fn share_out(budget: usize, events: &[usize]) -> Vec<usize> {
    let mut rows = vec![1_usize; events.len()];
    for _ in events.len()..budget.min(ROWS_AT_MOST) {
        // No lane has use for more rows than events; the root keeps a crowded lane from taking it all.
        let wish = |(lane, count): (usize, &usize)| {
            let has = rows.get(lane).copied().unwrap_or(1);
            (has < *count).then(|| (lane, (*count as f32).sqrt() / has as f32))
        };
        let neediest = events
            .iter()
            .enumerate()
            .filter_map(wish)
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        match neediest.and_then(|(lane, _)| rows.get_mut(lane)) {
            Some(rows) => *rows += 1,
            None => break,
        }
    }
    rows
}

/// No screen is high enough for more.
const ROWS_AT_MOST: usize = 400;

impl Lanes {
    /// Stacks the lanes into `area`, beginning with the lane `first`. Spare height is shared out evenly.
    pub fn new(area: Rect, heights: &LaneHeights, first: usize) -> Self {
        let first = first.min(heights.rows.len().saturating_sub(heights.fits));
        let shown = heights
            .rows
            .iter()
            .enumerate()
            .skip(first)
            .take(heights.fits);
        let used: f32 = shown.clone().map(|(lane, _)| heights.natural(lane)).sum();
        let spare = ((area.height() - used) / heights.fits.max(1) as f32).max(0.0);
        let mut top = area.top;
        let lanes = shown.map(|(number, _)| {
            let bottom = (top + heights.natural(number) + spare).min(area.bottom);
            let rect = Rect::new(area.left, top, area.right, bottom.max(top));
            top = rect.bottom;
            Lane {
                number,
                rect,
                row_height: heights.row_height,
            }
        });
        Self {
            lanes: lanes.collect(),
        }
    }

    /// The lane of this number, if it is in view.
    pub fn of(&self, number: usize) -> Option<&Lane> {
        self.lanes.iter().find(|lane| lane.number == number)
    }
}

impl Lane {
    /// The middle line of a row, in points from the top of the picture.
    pub fn row_y(&self, row: usize) -> f32 {
        self.rect.top + PAD_TOP + (row as f32 + 0.5) * self.row_height
    }

    /// The strip of ticks at the foot: top and bottom in points.
    pub fn strip(&self) -> (f32, f32) {
        (self.rect.bottom - STRIP + 5.0, self.rect.bottom - 3.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lanes_fill_the_height_and_stay_inside() {
        for height in [60.0, 304.0, 480.0, 1500.0] {
            for events in [vec![1], vec![11, 31, 28, 20], vec![100; 30]] {
                let heights = LaneHeights::new(height, &events);
                let lanes = Lanes::new(Rect::new(0.0, 0.0, 100.0, height), &heights, 0).lanes;
                assert!(!lanes.is_empty());
                assert!(
                    lanes
                        .last()
                        .is_some_and(|lane| lane.rect.bottom <= height + 0.01)
                );
                let rows_end = lanes
                    .iter()
                    .map(|lane| (lane.row_y(heights.rows(lane.number) - 1), lane.strip().0));
                for (row, strip) in rows_end {
                    assert!(
                        row < strip || height < 100.0,
                        "row {row} strip {strip} at {height}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_crowded_lane_gets_more_rows_and_an_empty_one_a_single_one() {
        let heights = LaneHeights::new(600.0, &[0, 60, 10]);
        assert_eq!(heights.rows(0), 1);
        assert!(heights.rows(1) > heights.rows(2));
    }

    #[test]
    fn lanes_that_do_not_fit_can_be_reached() {
        let heights = LaneHeights::new(200.0, &[5; 40]);
        let lanes = Lanes::new(Rect::new(0.0, 0.0, 10.0, 200.0), &heights, 39).lanes;
        assert_eq!(lanes.last().map(|lane| lane.number), Some(39));
    }
}
