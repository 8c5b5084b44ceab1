//! What stands in a column: rows, one below the other, and where a column may end.

use crate::document::Shape;
use crate::scene::{Fill, Rgba};

use super::flow::Bit;

/// One line of a column.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    /// In points.
    pub(super) height: f32,
    /// Free above it, in points; not at the top of a column.
    pub(super) above: f32,
    /// Whether the next row has to stand in the same column.
    pub(super) keeps: bool,
    pub(super) bits: Vec<Bit>,
    pub(super) mark: Option<Mark>,
    /// Lines to write on, from and to so many points from the left.
    pub(super) rules: Vec<(f32, f32)>,
    /// A bar at the left, beside what somebody else has said.
    pub(super) bar: Option<(f32, Rgba)>,
    /// What the list beside the pages calls this place.
    pub(super) bookmark: Option<String>,
}

/// A category's mark.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    /// Its middle, in points from the left.
    pub(super) x: f32,
    pub(super) shape: Shape,
    pub(super) color: Rgba,
    pub(super) fill: Fill,
}

/// Which rows stand in a column.
pub(super) type Column = std::ops::Range<usize>;

/// Fills columns of these heights, one after the other, as long as there are any; the rows that are left begin where the
/// last column ends. A row that is higher than a column stands in one by itself.
pub(super) fn filled(rows: &[Row], first: usize, heights: &[f32]) -> Vec<Column> {
    let mut columns = Vec::new();
    let mut start = first;
    for height in heights {
        if start >= rows.len() {
            break;
        }
        let end = end(rows, start, *height);
        columns.push(start..end);
        start = end;
    }
    columns
}

/// Where a column that begins with a row ends.
fn end(rows: &[Row], start: usize, height: f32) -> usize {
    let (mut y, mut last) = (0.0, None);
    for (index, row) in rows.iter().enumerate().skip(start) {
        y += row.height + if index > start { row.above } else { 0.0 };
        if y > height + 0.01 {
            // Where nothing may be parted, it is parted all the same.
            return last.unwrap_or(index).max(start + 1);
        }
        if !row.keeps {
            last = Some(index + 1);
        }
    }
    rows.len()
}

/// The columns of a page, so that those of the last page are about as long as each other.
pub(super) fn page(rows: &[Row], first: usize, count: usize, height: f32) -> Vec<Column> {
    let fill = |height: f32| filled(rows, first, &vec![height; count]);
    let is_all = |columns: &[Column]| columns.last().is_some_and(|last| last.end >= rows.len());
    let full = fill(height);
    if !is_all(&full) {
        return full;
    }
    let (mut too_little, mut enough, mut best) = (0.0, height, full);
    for _ in 0..9 {
        let middle: f32 = (too_little + enough) / 2.0;
        let columns = fill(middle);
        let fits = columns
            .iter()
            .all(|column| length(rows, column) <= middle + 0.01);
        if fits && is_all(&columns) {
            (enough, best) = (middle, columns);
        } else {
            too_little = middle;
        }
    }
    best
}

/// How long a column is, in points.
pub(super) fn length(rows: &[Row], column: &Column) -> f32 {
    let rows = rows.get(column.clone()).unwrap_or_default();
    let all: f32 = rows.iter().map(|row| row.height + row.above).sum();
    all - rows.first().map_or(0.0, |row| row.above)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(keeps: &[bool]) -> Vec<Row> {
        let row = |&keeps: &bool| Row {
            height: 10.0,
            above: 5.0,
            keeps,
            ..Row::default()
        };
        keeps.iter().map(row).collect()
    }

    #[test]
    fn rows_that_belong_together_are_not_parted() {
        let rows = rows(&[false, false, true, true, false, false]);
        // Three rows fit, with the air between them; the third belongs to the fourth and fifth.
        assert_eq!(filled(&rows, 0, &[41.0, 41.0, 41.0]), [0..2, 2..5, 5..6]);
        // None of four that belong together fits: they are parted.
        let stuck = self::rows(&[true, true, true, true]);
        assert_eq!(filled(&stuck, 0, &[26.0, 26.0]), [0..2, 2..4]);
        assert_eq!(filled(&stuck, 0, &[1.0]).first(), Some(&(0..1)));
    }

    #[test]
    fn the_last_page_has_even_columns() {
        let rows = rows(&[false; 8]);
        assert_eq!(page(&rows, 0, 2, 100.0), [0..4, 4..8]);
        assert_eq!(page(&rows, 0, 2, 41.0), [0..3, 3..6]);
    }
}
