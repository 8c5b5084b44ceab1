//! A set of the rows of a block, as bits.

/// A set of numbers below a bound.
#[derive(Clone)]
pub(super) struct Bits {
    words: Vec<u64>,
}

impl Bits {
    /// None of so many.
    pub(super) fn none(count: usize) -> Self {
        Self {
            words: vec![0; count.div_ceil(64)],
        }
    }

    /// All of so many.
    pub(super) fn all(count: usize) -> Self {
        let mut words = vec![u64::MAX; count.div_ceil(64)];
        let over = words.len() * 64 - count;
        if let Some(last) = words.last_mut() {
            *last >>= over;
        }
        Self { words }
    }

    pub(super) fn insert(&mut self, number: usize) {
        if let Some(word) = self.words.get_mut(number / 64) {
            *word |= 1 << (number % 64);
        }
    }

    /// Takes out what is not in the other.
    pub(super) fn keep(&mut self, other: &Self) {
        let words = self.words.iter_mut().zip(&other.words);
        words.for_each(|(word, other)| *word &= other);
    }

    /// Takes out what is in the other.
    pub(super) fn remove(&mut self, other: &Self) {
        let words = self.words.iter_mut().zip(&other.words);
        words.for_each(|(word, other)| *word &= !other);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.iter().all(|&word| word == 0)
    }

    pub(super) fn count(&self) -> usize {
        self.words
            .iter()
            .map(|word| word.count_ones() as usize)
            .sum()
    }

    /// Calls this with each, ascending.
    pub(super) fn visit(&self, mut visit: impl FnMut(usize)) {
        for (start, &word) in (0..).step_by(64).zip(&self.words) {
            let mut rest = word;
            while rest != 0 {
                visit(start + rest.trailing_zeros() as usize);
                rest &= rest - 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::{prop, prop_assert_eq, proptest};

    use super::Bits;

    proptest! {
        #[test]
        fn as_any_set(one in prop::collection::btree_set(0..200_usize, 0..80), other in prop::collection::btree_set(0..200_usize, 0..80)) {
            let bits = |set: &BTreeSet<usize>| {
                let mut bits = Bits::none(200);
                set.iter().for_each(|&number| bits.insert(number));
                bits
            };
            let list = |bits: &Bits| {
                let mut list = BTreeSet::new();
                bits.visit(|number| {
                    list.insert(number);
                });
                list
            };
            let mut kept = bits(&one);
            prop_assert_eq!((kept.count(), kept.is_empty()), (one.len(), one.is_empty()));
            kept.keep(&bits(&other));
            prop_assert_eq!(list(&kept), &one & &other);
            let mut removed = bits(&one);
            removed.remove(&bits(&other));
            prop_assert_eq!(list(&removed), &one - &other);
        }

        #[test]
        fn all_are_so_many(count in 0..200_usize) {
            let mut list = Vec::new();
            Bits::all(count).visit(|number| list.push(number));
            prop_assert_eq!(list, (0..count).collect::<Vec<_>>());
        }
    }
}
