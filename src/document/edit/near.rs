//! The entries around a place in the text: those that show how a new value is to be written.

use std::cell::OnceCell;
use std::ops::Range;

use super::super::syntax::Node;
use super::super::{Document, List};

/// A document with its entries by their places in the text.
pub(super) struct Near<'a> {
    pub(super) document: &'a Document,
    /// The events in the order of the text, where many are asked for; of other lists there are few.
    sorted: Option<OnceCell<Vec<Range<usize>>>>,
}

impl<'a> Near<'a> {
    /// For one edit: looks at all entries each time.
    pub(super) fn for_one(document: &'a Document) -> Self {
        Self {
            document,
            sorted: None,
        }
    }

    /// For many edits: sorts the events once.
    pub(super) fn for_many(document: &'a Document) -> Self {
        Self {
            document,
            sorted: Some(OnceCell::new()),
        }
    }

    /// The entries nearest to a place in the text, the nearest first.
    pub(super) fn entries(&self, list: List, at: usize, count: usize) -> Vec<Node> {
        let mut ranges: Vec<_> = match &self.sorted {
            Some(sorted) if list == List::Events => {
                let sorted = sorted.get_or_init(|| {
                    let mut ranges: Vec<_> = self.ranges(list).collect();
                    ranges.sort_unstable_by_key(|range| range.start);
                    ranges
                });
                let place = sorted.partition_point(|range| range.start < at);
                let around = place.saturating_sub(count)..place.saturating_add(count);
                let around = around.start..around.end.min(sorted.len());
                sorted.get(around).unwrap_or_default().to_vec()
            }
            _ => self.ranges(list).collect(),
        };
        let distance = |range: &Range<usize>| (range.start.abs_diff(at), range.start);
        if ranges.len() > count {
            ranges.select_nth_unstable_by_key(count, distance);
            ranges.truncate(count);
        }
        ranges.sort_unstable_by_key(distance);
        let trees = ranges.into_iter().map(|range| self.document.tree(range));
        trees.collect()
    }

    fn ranges(&self, list: List) -> impl Iterator<Item = Range<usize>> {
        let timeline = &self.document.timeline;
        let places = (0..timeline.count(list)).filter_map(move |at| timeline.range_of(list, at));
        let ranges = places.map(|place| place.range());
        ranges.filter(|range| !range.is_empty())
    }
}
