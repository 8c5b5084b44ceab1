//! A set of small whole numbers that knows the next one up and the next one down.
//!
//! A tree of 64-bit words, each bit of a level saying that a word below is not empty: a set of a million takes three
//! levels, so that every question is answered with a handful of words. (`BTreeSet::range` answers the same ten times
//! slower, and placing a lane asks it millions of times.)

/// Numbers below a limit that is given at the start.
#[derive(Debug, Clone, Default)]
pub(super) struct RankSet {
    /// Words of bits: the numbers themselves first, the summaries above them after.
    levels: Vec<Vec<u64>>,
}

/// Bits in a word.
const BITS: usize = 64;

impl RankSet {
    /// An empty set of numbers below `limit`.
    pub(super) fn new(limit: usize) -> Self {
        let mut levels = Vec::new();
        let mut words = limit;
        loop {
            words = words.div_ceil(BITS).max(1);
            levels.push(vec![0; words]);
            if words == 1 {
                return Self { levels };
            }
        }
    }

    /// Takes a number in; one at or above the limit is not.
    pub(super) fn insert(&mut self, number: usize) {
        let mut at = number;
        for level in &mut self.levels {
            let Some(word) = level.get_mut(at / BITS) else {
                return;
            };
            let was_empty = *word == 0;
            *word |= 1 << (at % BITS);
            if !was_empty {
                return;
            }
            at /= BITS;
        }
    }

    /// The greatest number below this one.
    pub(super) fn below(&self, number: usize) -> Option<usize> {
        let mut at = number;
        for (height, level) in self.levels.iter().enumerate() {
            let word = level.get(at / BITS).copied().unwrap_or(0);
            let lower = word & !(u64::MAX << (at % BITS));
            if lower != 0 {
                let found = at / BITS * BITS + BITS - 1 - lower.leading_zeros() as usize;
                return Some(self.descend(height, found, |word| {
                    BITS - 1 - word.leading_zeros() as usize
                }));
            }
            at /= BITS;
        }
        None
    }

    /// The smallest number at or above this one.
    pub(super) fn at_or_above(&self, number: usize) -> Option<usize> {
        let mut at = number;
        for (height, level) in self.levels.iter().enumerate() {
            let word = level.get(at / BITS).copied().unwrap_or(0);
            let upper = word & (u64::MAX << (at % BITS));
            if upper != 0 {
                let found = at / BITS * BITS + upper.trailing_zeros() as usize;
                return Some(self.descend(height, found, |word| word.trailing_zeros() as usize));
            }
            // The word itself has been looked at: one level up its neighbours follow.
            at = at / BITS + 1;
        }
        None
    }

    /// From a bit of a summary down to a number, in each word to the bit that `pick` takes.
    fn descend(&self, height: usize, bit: usize, pick: impl Fn(u64) -> usize) -> usize {
        let below = self.levels.iter().take(height).rev();
        below.fold(bit, |at, level| {
            at * BITS + pick(level.get(at).copied().unwrap_or(1))
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::{prop, prop_assert_eq, proptest};

    use super::RankSet;

    proptest! {
        #[test]
        fn it_answers_as_a_tree_does(limit in 1..9000_usize, numbers in prop::collection::vec(0..9000_usize, 0..60), asked in prop::collection::vec(0..9100_usize, 20)) {
            let (mut set, mut tree) = (RankSet::new(limit), BTreeSet::new());
            for number in numbers.into_iter().filter(|number| *number < limit) {
                set.insert(number);
                tree.insert(number);
            }
            for number in asked.into_iter().chain(tree.clone()).filter(|number| *number <= limit) {
                prop_assert_eq!(set.below(number), tree.range(..number).next_back().copied());
                prop_assert_eq!(set.at_or_above(number), tree.range(number..).next().copied());
            }
        }
    }
}
