//! Dates that are written alike are read once and held once.
//!
//! Knows how they are written and not what they mean.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use crate::time::When;

/// The dates read so far by how they are written: many events share a day. What one thread has read the others need
/// not, but it is asked for only once.
#[derive(Debug, Default)]
pub(crate) struct Dates<'t> {
    own: HashMap<&'t str, When>,
    shared: Arc<Mutex<HashMap<&'t str, When>>>,
}

impl<'t> Dates<'t> {
    /// The same for another thread.
    pub(crate) fn another(&self) -> Self {
        Self {
            own: HashMap::new(),
            shared: Arc::clone(&self.shared),
        }
    }

    /// The date written like this, if it has been read.
    pub(crate) fn find(&mut self, written: &'t str) -> Option<When> {
        if let Some(when) = self.own.get(written) {
            return Some(when.clone());
        }
        let when = self.shared.lock().ok()?.get(written)?.clone();
        self.own.insert(written, when.clone());
        Some(when)
    }

    /// Remembers a date.
    pub(crate) fn insert(&mut self, written: &'t str, when: &When) {
        self.own.insert(written, when.clone());
        if let Ok(mut shared) = self.shared.lock() {
            shared.insert(written, when.clone());
        }
    }
}
