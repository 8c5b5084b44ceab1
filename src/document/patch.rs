//! A change to the text, and the way back.
//!
//! Knows nothing of what the text means. Invariant: whoever applies patches and then what came back has the text he
//! began with, byte for byte.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// Replaces the bytes of a range.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextPatch {
    /// The bytes that go, on character boundaries; an empty range inserts.
    pub range: Range<usize>,
    /// What comes in their place.
    pub insert: String,
}

impl TextPatch {
    /// Puts text in the place of a range.
    pub fn new(range: Range<usize>, insert: impl Into<String>) -> Self {
        Self {
            range,
            insert: insert.into(),
        }
    }
}

/// Patches that are made at once. Their ranges speak of the text before any of them, in its order, and do not overlap.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Patches(Vec<TextPatch>);

impl Patches {
    /// These patches, put in order. `None` when two of them want the same bytes.
    pub fn new(mut patches: Vec<TextPatch>) -> Option<Self> {
        patches.sort_by_key(|patch| (patch.range.start, patch.range.end));
        let apart = patches.windows(2).all(|pair| match pair {
            [one, next] => one.range.end <= next.range.start,
            _ => true,
        });
        apart.then_some(Self(patches))
    }

    /// One after the other, in the order of the text.
    pub fn iter(&self) -> std::slice::Iter<'_, TextPatch> {
        self.0.iter()
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text with the patches made, and the patches that lead back. `None` when a range is not of this text.
    pub fn apply(&self, text: &str) -> Option<(String, Self)> {
        let grown: usize = self.0.iter().map(|patch| patch.insert.len()).sum();
        let mut after = String::with_capacity(text.len().saturating_add(grown));
        let mut back = Vec::with_capacity(self.0.len());
        let mut behind = 0;
        for TextPatch { range, insert } in &self.0 {
            after.push_str(text.get(behind..range.start)?);
            let start = after.len();
            after.push_str(insert);
            back.push(TextPatch::new(start..after.len(), text.get(range.clone())?));
            behind = range.end;
        }
        after.push_str(text.get(behind..)?);
        Some((after, Self(back)))
    }

    /// Where a byte of the text before stands in the text after; inside of what is replaced, where that begins.
    pub fn moved(&self, offset: usize) -> usize {
        self.moves().moved(offset)
    }

    /// The same for whoever asks of many bytes.
    pub(crate) fn moves(&self) -> Moves<'_> {
        let mut growth = Vec::with_capacity(self.0.len());
        let mut all = 0_isize;
        for TextPatch { range, insert } in &self.0 {
            all = all
                .saturating_add_unsigned(insert.len())
                .saturating_sub_unsigned(range.len());
            growth.push(all);
        }
        let patches = &self.0;
        Moves { patches, growth }
    }
}

/// Where the bytes of a text stand after patches; each is found by binary search.
pub(crate) struct Moves<'a> {
    patches: &'a [TextPatch],
    /// By how much the text has grown after each patch.
    growth: Vec<isize>,
}

impl Moves<'_> {
    /// Where a byte of the text before stands in the text after; inside of what is replaced, where that begins.
    pub(crate) fn moved(&self, offset: usize) -> usize {
        let begun = self
            .patches
            .partition_point(|patch| patch.range.start < offset);
        let growth = |patches: usize| {
            let last = patches.checked_sub(1);
            last.and_then(|last| self.growth.get(last).copied())
                .unwrap_or(0)
        };
        let last = begun.checked_sub(1).and_then(|last| self.patches.get(last));
        match last {
            Some(TextPatch { range, .. }) if range.end > offset => {
                range.start.saturating_add_signed(growth(begun - 1))
            }
            _ => offset.saturating_add_signed(growth(begun)),
        }
    }
}

impl From<TextPatch> for Patches {
    fn from(patch: TextPatch) -> Self {
        Self(vec![patch])
    }
}

impl<'a> IntoIterator for &'a Patches {
    type Item = &'a TextPatch;
    type IntoIter = std::slice::Iter<'a, TextPatch>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, any, prop, prop_assert_eq, proptest};
    use proptest::sample::Index;

    use super::*;

    fn boundary(text: &str, index: Index) -> usize {
        super::super::lines::floor_boundary(text, index.index(text.len() + 1))
    }

    fn patches(text: &str, places: &[(Index, Index, String)]) -> Vec<TextPatch> {
        let ranges = places.iter().map(|(one, other, insert)| {
            let (one, other) = (boundary(text, *one), boundary(text, *other));
            TextPatch::new(one.min(other)..one.max(other), insert.clone())
        });
        ranges.collect()
    }

    fn a_text_and_places() -> impl Strategy<Value = (String, Vec<(Index, Index, String)>)> {
        let place = (any::<Index>(), any::<Index>(), "[a-c\u{3042}\r\n]{0,4}");
        (
            "[a-z\u{3042}\u{e9}\n]{0,40}",
            prop::collection::vec(place, 0..5),
        )
    }

    proptest! {
        #[test]
        fn there_and_back((text, places) in a_text_and_places()) {
            if let Some(patches) = Patches::new(patches(&text, &places)) {
                let (after, back) = patches.apply(&text).unwrap();
                let (again, forth) = back.apply(&after).unwrap();
                prop_assert_eq!(&again, &text);
                prop_assert_eq!(forth.apply(&again).unwrap().0, after);
            }
        }
    }

    #[test]
    fn patches_that_want_the_same_bytes_are_refused() {
        let both = vec![TextPatch::new(1..3, "x"), TextPatch::new(2..4, "y")];
        assert_eq!(Patches::new(both), None);
        assert_eq!(Patches::from(TextPatch::new(1..9, "")).apply("abc"), None);
        assert_eq!(Patches::from(TextPatch::new(1..2, "")).apply("あ"), None);
    }

    #[test]
    fn what_stands_behind_a_patch_moves_with_it() {
        let patches = vec![TextPatch::new(1..3, "x"), TextPatch::new(4..4, "yy")];
        let patches = Patches::new(patches).unwrap();
        // abcdef becomes axdyyef.
        let moved: Vec<_> = (0..=6).map(|at| patches.moved(at)).collect();
        assert_eq!(moved, [0, 1, 1, 2, 3, 6, 7]);
    }
}
