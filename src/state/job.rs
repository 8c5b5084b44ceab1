//! A search that takes too long for a frame, to be done elsewhere, and what came of it.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::document::Document;

use super::action::Action;
use super::index::SearchIndex;
use super::query::Query;
use super::selection::Selection;

/// A search to be done outside of [`Workspace::apply`](super::Workspace::apply). Cheap to clone; it holds all that it
/// needs, whatever becomes of the workspace meanwhile.
#[derive(Clone)]
pub struct SearchJob {
    pub(super) ticket: u64,
    pub(super) query: Query,
    pub(super) document: Arc<Document>,
    pub(super) index: Arc<SearchIndex>,
}

/// What came of a [`SearchJob`].
#[derive(Debug, Clone)]
pub struct Found {
    pub(super) ticket: u64,
    pub(super) selection: Selection,
}

impl SearchJob {
    /// Searches, and says what to apply; `None` as soon as the search is cancelled. Only what the newest job found is
    /// ever shown, so the ones before it may be cancelled, and need not be.
    pub fn run(&self, cancelled: &AtomicBool) -> Option<Action> {
        let timeline = &self.document.timeline;
        let selection = self.index.select_unless(timeline, &self.query, cancelled)?;
        Some(Action::Found(Found {
            ticket: self.ticket,
            selection,
        }))
    }
}

/// No two jobs have the same ticket.
impl PartialEq for SearchJob {
    fn eq(&self, other: &Self) -> bool {
        self.ticket == other.ticket
    }
}

impl Eq for SearchJob {}

/// Without the document.
impl fmt::Debug for SearchJob {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "SearchJob({}, {:?})",
            self.ticket,
            self.query.to_string()
        )
    }
}
