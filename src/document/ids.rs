//! Finds an entry by its id without holding the id: a table of places, six bytes an entry.
//!
//! Whoever asks says how to read the id of a place, and always of the same list.

use std::hash::{BuildHasher, RandomState};

use super::model::Timeline;
use super::schema::List;

/// A slot that holds nothing.
const FREE: u32 = u32::MAX;

/// Where each id stands in a list.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ids {
    /// Places, each in the first free slot from where its id's hash falls.
    slots: Box<[u32]>,
    hasher: RandomState,
}

impl Ids {
    /// Room for so many.
    pub(crate) fn with_room(count: usize) -> Self {
        // A third stays free, so that a search is short and always ends.
        let slots = count.saturating_add(count / 2).saturating_add(2);
        Self {
            slots: vec![FREE; slots].into_boxed_slice(),
            hasher: RandomState::new(),
        }
    }

    /// The place of this id.
    pub(crate) fn find<'a>(
        &self,
        id: &str,
        read: impl Fn(usize) -> Option<&'a str>,
    ) -> Option<usize> {
        self.search(id, read).ok()
    }

    /// Takes in a place. What had its id before stays, and is given back.
    pub(crate) fn insert<'a>(
        &mut self,
        id: &str,
        place: usize,
        read: impl Fn(usize) -> Option<&'a str>,
    ) -> Option<usize> {
        match self.search(id, read) {
            Ok(before) => Some(before),
            Err(slot) => {
                if let Some(slot) = self.slots.get_mut(slot) {
                    *slot = u32::try_from(place).unwrap_or(FREE);
                }
                None
            }
        }
    }

    /// Gives every entry another place.
    pub(crate) fn moved(&mut self, to: impl Fn(usize) -> usize) {
        for slot in self.slots.iter_mut().filter(|slot| **slot != FREE) {
            *slot = u32::try_from(to(*slot as usize)).unwrap_or(FREE);
        }
    }

    /// The place of this id, or the slot for it.
    fn search<'a>(
        &self,
        id: &str,
        read: impl Fn(usize) -> Option<&'a str>,
    ) -> Result<usize, usize> {
        let hash = u128::from(self.hasher.hash_one(id));
        let scaled = hash.saturating_mul(self.slots.len() as u128) >> u64::BITS;
        let mut at = usize::try_from(scaled).unwrap_or_default();
        for _ in 0..self.slots.len() {
            match self.slots.get(at) {
                None => at = 0,
                Some(&FREE) => return Err(at),
                Some(&place) if read(place as usize) == Some(id) => return Ok(place as usize),
                Some(_) => at = at.saturating_add(1),
            }
        }
        Err(at)
    }
}

impl Timeline {
    /// An id that no entry of a list has: this one, or one made of it.
    pub fn free_id(&self, list: List, like: &str) -> String {
        let is_free = |id: &String| self.index_of(list, id).is_none();
        let stem = match like.rsplit_once('-') {
            // A year at the end is part of the name.
            Some((stem, number)) if number.len() < 3 && number.parse::<u8>().is_ok() => stem,
            _ => like,
        };
        let numbered = (2_u32..).map(|number| format!("{stem}-{number}"));
        let mut ids = std::iter::once(like.to_owned()).chain(numbered);
        ids.find(is_free).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_is_found_where_it_was_put() {
        let names: Vec<String> = (0..1000).map(|number| format!("e{number}")).collect();
        let read = |place: usize| names.get(place).map(String::as_str);
        let mut ids = Ids::with_room(names.len());
        for (place, name) in names.iter().enumerate() {
            assert_eq!(ids.insert(name, place, read), None);
        }
        assert_eq!(ids.insert("e7", 3, read), Some(7));
        assert!((0..1000).all(|place| ids.find(&names[place], read) == Some(place)));
        assert_eq!(ids.find("f", read), None);
        ids.moved(|place| 999 - place);
        let moved = |place: usize| names.get(999 - place).map(String::as_str);
        assert_eq!(ids.find("e7", moved), Some(992));
        assert_eq!(Ids::default().find("e7", read), None);
    }
}
