//! Short lists in little room: most events have two actors and no quotation at all.

use std::fmt;
use std::ops::Deref;

/// How many indexes need no room of their own.
const INLINE: usize = 3;

/// A few indexes into a list, in the order of the file.
#[derive(Clone)]
pub struct Indexes(Held);

#[derive(Clone)]
enum Held {
    /// So many of these.
    Inline(u8, [u32; INLINE]),
    Many(Box<Box<[u32]>>),
}

impl Indexes {
    /// The indexes, one after the other.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = usize> + Clone {
        self.held().iter().map(|&index| index as usize)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.held().len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.held().is_empty()
    }

    /// Whether this index is among them.
    pub fn contains(&self, index: &usize) -> bool {
        self.iter().any(|other| other == *index)
    }

    fn held(&self) -> &[u32] {
        match &self.0 {
            Held::Inline(count, indexes) => indexes.get(..usize::from(*count)).unwrap_or_default(),
            Held::Many(indexes) => indexes,
        }
    }
}

impl Default for Indexes {
    fn default() -> Self {
        Self(Held::Inline(0, [0; INLINE]))
    }
}

impl FromIterator<usize> for Indexes {
    fn from_iter<I: IntoIterator<Item = usize>>(indexes: I) -> Self {
        let small = |index| u32::try_from(index).unwrap_or(u32::MAX);
        let mut indexes = indexes.into_iter().map(small);
        let mut first = [0; INLINE];
        let mut count = 0_u8;
        for (slot, index) in first.iter_mut().zip(indexes.by_ref()) {
            *slot = index;
            count = count.saturating_add(1);
        }
        // `zip` asks the slots first, so that no index is lost when they are full.
        let Some(next) = indexes.next() else {
            return Self(Held::Inline(count, first));
        };
        let all: Vec<u32> = first.into_iter().chain([next]).chain(indexes).collect();
        Self(Held::Many(Box::new(all.into_boxed_slice())))
    }
}

impl fmt::Debug for Indexes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.iter()).finish()
    }
}

impl PartialEq for Indexes {
    fn eq(&self, other: &Self) -> bool {
        self.held() == other.held()
    }
}

impl Eq for Indexes {}

/// A list that is nearly always empty and then takes no more room than a pointer; it derefs to a slice.
#[derive(Clone)]
pub struct Few<T>(Option<Box<Box<[T]>>>);

impl<T> Deref for Few<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match &self.0 {
            Some(items) => items,
            None => &[],
        }
    }
}

impl<T> Default for Few<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> From<Vec<T>> for Few<T> {
    fn from(items: Vec<T>) -> Self {
        Self((!items.is_empty()).then(|| Box::new(items.into_boxed_slice())))
    }
}

impl<T> FromIterator<T> for Few<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::from(items.into_iter().collect::<Vec<T>>())
    }
}

impl<'a, T> IntoIterator for &'a Few<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: fmt::Debug> fmt::Debug for Few<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.iter()).finish()
    }
}

impl<T: PartialEq> PartialEq for Few<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indexes_keep_their_order_whatever_their_number() {
        for count in 0..9 {
            let indexes: Indexes = (0..count).rev().collect();
            assert!(indexes.iter().eq((0..count).rev()));
            assert_eq!((indexes.len(), indexes.is_empty()), (count, count == 0));
            assert_eq!(indexes.contains(&0), count > 0);
        }
    }

    #[test]
    fn lists_are_small() {
        assert_eq!(size_of::<Indexes>(), 16);
        assert_eq!(size_of::<Few<u64>>(), 8);
        let few: Few<u8> = [1, 2].into_iter().collect();
        assert_eq!((&*few, Few::<u8>::default().len()), (&[1, 2][..], 0));
    }
}
