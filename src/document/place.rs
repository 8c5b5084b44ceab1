//! A stretch of bytes in half the room, since a million events have a dozen each.

use std::ops::Range;

/// Where something stands in a text of at most 4 GiB, or in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place {
    start: u32,
    end: u32,
}

impl Place {
    /// The same, this much further on.
    pub(crate) fn shifted(self, by: usize) -> Self {
        let range = self.range();
        Self::from(range.start.saturating_add(by)..range.end.saturating_add(by))
    }

    /// The same as a range.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl From<Range<usize>> for Place {
    /// Beyond 4 GiB both ends saturate; a text as long as that is refused before it is read.
    fn from(range: Range<usize>) -> Self {
        let small = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self {
            start: small(range.start),
            end: small(range.end),
        }
    }
}

impl From<Place> for Range<usize> {
    fn from(place: Place) -> Self {
        place.range()
    }
}
