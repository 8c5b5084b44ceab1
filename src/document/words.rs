//! Words of the file, held as where they stand in it.
//!
//! The file's text is the document, and a million events have three or four texts each: a copy of every one would be
//! as large as the file again. So each holds the whole text (shared) and where it begins and ends. Words that do
//! not stand in the text as they are read (those with escapes in them) have a text of their own.
//!
//! Whoever keeps words beyond the document keeps all of its text: copy them into a `String` or an `Id` instead.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::ops::{Deref, Range};
use std::sync::Arc;

use super::place::Place;

/// A text of an event, which derefs to `str`. Cheap to clone, and it then holds on to the whole file's text.
#[derive(Clone, Default)]
pub struct Words {
    text: Arc<String>,
    place: Place,
}

impl Words {
    /// What stands in these bytes of a text; nothing when they are no characters of it.
    pub(crate) fn at(text: &Arc<String>, place: Place) -> Self {
        Self {
            text: Arc::clone(text),
            place,
        }
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        self.text.get(Range::from(self.place)).unwrap_or_default()
    }
}

impl Deref for Words {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Words {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Borrow<str> for Words {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl From<String> for Words {
    fn from(text: String) -> Self {
        let place = Place::from(0..text.len());
        Self {
            text: Arc::new(text),
            place,
        }
    }
}

impl From<&str> for Words {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), formatter)
    }
}

impl fmt::Display for Words {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.as_str(), formatter)
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Words {}

impl PartialOrd for Words {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Words {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl PartialEq<str> for Words {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Words {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl std::hash::Hash for Words {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}
