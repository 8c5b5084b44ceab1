//! A stretch of the time axis.
//!
//! Invariant: `start <= end`, neither is NaN when made by [`Span::new`]; half open, so that 1971 ends where 1972
//! begins.

/// The stretch `[start, end)` in days since 1970-01-01; either side may be infinite.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// First position inside, in days; may be −∞.
    pub start: f64,
    /// First position after, in days; may be +∞.
    pub end: f64,
}

impl Span {
    /// The span between two positions in either order; a NaN counts as the other one, two of them as 1970.
    pub fn new(start: f64, end: f64) -> Self {
        // `min` and `max` of a number and NaN give the number.
        let (low, high) = (start.min(end), start.max(end));
        if low.is_nan() {
            Self {
                start: 0.0,
                end: 0.0,
            }
        } else {
            Self {
                start: low,
                end: high,
            }
        }
    }

    /// Length in days, zero or more; infinite when a side is.
    pub fn days(self) -> f64 {
        if self.start == self.end {
            0.0
        } else {
            self.end - self.start
        }
    }

    /// The middle; of a half-infinite span its finite side, of a wholly infinite one 1970. Always finite.
    pub fn mid(self) -> f64 {
        match (self.start.is_finite(), self.end.is_finite()) {
            (true, true) => self.start + (self.end - self.start) / 2.0,
            (true, false) => self.start,
            (false, true) => self.end,
            (false, false) => 0.0,
        }
    }

    /// Whether `day` lies inside; the end does not.
    pub fn contains(self, day: f64) -> bool {
        self.start <= day && day < self.end
    }

    /// Whether the two share a stretch; touching is not enough, but an empty span inside another counts.
    pub fn overlaps(self, other: Self) -> bool {
        let share = self.start < other.end && other.start < self.end;
        share || self.is_point_in(other) || other.is_point_in(self)
    }

    /// The smallest span that holds both.
    pub fn union(self, other: Self) -> Self {
        Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// Whether both sides are finite.
    pub fn is_finite(self) -> bool {
        self.start.is_finite() && self.end.is_finite()
    }

    fn is_point_in(self, other: Self) -> bool {
        self.start == self.end && (other.contains(self.start) || self == other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_orders_and_refuses_nan() {
        assert_eq!(
            Span::new(2.0, 1.0),
            Span {
                start: 1.0,
                end: 2.0
            }
        );
        assert_eq!(
            Span::new(f64::NAN, 1.0),
            Span {
                start: 1.0,
                end: 1.0
            }
        );
        assert_eq!(
            Span::new(f64::NAN, f64::NAN),
            Span {
                start: 0.0,
                end: 0.0
            }
        );
    }

    #[test]
    fn the_end_is_outside() {
        let span = Span::new(0.0, 1.0);
        assert!(span.contains(0.0) && span.contains(0.5) && !span.contains(1.0));
        assert!(!span.overlaps(Span::new(1.0, 2.0)));
        assert!(span.overlaps(Span::new(0.9, 2.0)));
    }

    #[test]
    fn points_overlap_where_they_lie() {
        let point = Span::new(1.0, 1.0);
        assert!(point.overlaps(Span::new(1.0, 2.0)));
        assert!(Span::new(1.0, 2.0).overlaps(point));
        assert!(!point.overlaps(Span::new(0.0, 1.0)));
        assert!(point.overlaps(point));
    }

    #[test]
    fn lengths_and_middles() {
        let all = Span::new(f64::NEG_INFINITY, f64::INFINITY);
        assert_eq!(all.mid(), 0.0);
        assert_eq!(Span::new(3.0, f64::INFINITY).mid(), 3.0);
        assert_eq!(Span::new(f64::NEG_INFINITY, 3.0).mid(), 3.0);
        assert_eq!(Span::new(1.0, 4.0).mid(), 2.5);
        assert_eq!(Span::new(1.0, 4.0).days(), 3.0);
        assert_eq!(
            Span {
                start: f64::INFINITY,
                end: f64::INFINITY
            }
            .days(),
            0.0
        );
        assert_eq!(
            Span::new(0.0, 1.0).union(Span::new(4.0, 5.0)),
            Span::new(0.0, 5.0)
        );
    }
}
