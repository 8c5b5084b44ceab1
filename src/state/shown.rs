//! The filter in force: its text, what the text means, and which events it shows.
//!
//! In a large timeline a search takes longer than a frame has. Then the filter gives away a [`SearchJob`] and shows what it
//! showed until [`Filter::found`] brings what came of it. Each job has a ticket of its own, and the filter knows the one
//! ticket that it waits for: what comes late, twice or for another document is not taken.
//!
//! Invariants: unless the filter is pending, the selection is what the query leaves; and always the lanes that are on
//! are those of the query, whose categories take effect at once.

use std::sync::Arc;

use crate::time::Span;

use super::action::{FilterAction, Others};
use super::job::{Found, SearchJob};
use super::loaded::Loaded;
use super::query::Query;
use super::selection::Selection;

/// Timelines of no more events are searched at once, in a few milliseconds at most.
pub(super) const AT_ONCE: usize = 20_000;

/// The filter. Its text is the truth; chips and menus are edits of the text.
#[derive(Debug)]
pub struct Filter {
    text: String,
    query: Query,
    others: Others,
    selection: Selection,
    /// The query that the lanes of the selection are of.
    answered: Query,
    /// The ticket of the search that is under way.
    pending: Option<u64>,
    /// Tickets given out so far, those for earlier documents too.
    tickets: u64,
    revision: u64,
    matching_revision: u64,
}

impl Filter {
    /// A filter that shows everything.
    pub(super) fn new(loaded: &Loaded) -> Self {
        Self {
            text: String::new(),
            query: Query::default(),
            others: Others::default(),
            selection: loaded.everything().clone(),
            answered: Query::default(),
            pending: None,
            tickets: 0,
            revision: 0,
            matching_revision: 0,
        }
    }

    /// The filter of the next document: it shows everything, and its revisions and tickets go on from here.
    pub(super) fn next(&self, loaded: &Loaded) -> Self {
        Self {
            tickets: self.tickets,
            revision: self.revision + 1,
            matching_revision: self.matching_revision + 1,
            ..Self::new(loaded)
        }
    }

    /// The text of the query, as typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What the text means.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// What becomes of the events that do not match.
    pub fn others(&self) -> Others {
        self.others
    }

    /// The events that match; while the filter is pending, those that matched before.
    pub fn selection(&self) -> &Selection {
        &self.selection
    }

    /// Whether the selection is not that of the query yet.
    pub fn is_pending(&self) -> bool {
        self.pending.is_some()
    }

    /// Grows with every change of what is shown.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Grows when a lane of the selection holds other events than before, and not when lanes are switched on or off.
    pub fn matching_revision(&self) -> u64 {
        self.matching_revision
    }

    /// From the earliest to the latest day of what matches.
    pub(super) fn extent(&self, loaded: &Loaded) -> Option<Span> {
        loaded.index().extent(loaded.timeline(), &self.selection)
    }

    /// Takes up a change, and gives back the search that it needs, if that takes long.
    pub(super) fn apply(&mut self, action: FilterAction, loaded: &Loaded) -> Option<SearchJob> {
        self.revision += 1;
        match action {
            FilterAction::Set(text) => self.set(text, loaded),
            FilterAction::Clear => self.set(String::new(), loaded),
            FilterAction::Others(others) => {
                self.others = others;
                None
            }
        }
    }

    /// Takes what a search found, if it is the one that is waited for.
    pub(super) fn found(&mut self, found: Found, loaded: &Loaded) {
        if self.pending == Some(found.ticket) {
            self.revision += 1;
            self.take(found.selection);
            self.switch(loaded);
        }
    }

    /// The search that is under way.
    pub(super) fn job(&self, loaded: &Loaded) -> Option<SearchJob> {
        Some(SearchJob {
            ticket: self.pending?,
            query: self.query.clone(),
            document: Arc::clone(loaded.document()),
            index: Arc::clone(loaded.index()),
        })
    }

    fn set(&mut self, text: String, loaded: &Loaded) -> Option<SearchJob> {
        let query = Query::parse(&text);
        let asked = query.matches_like(&self.query);
        (self.text, self.query) = (text, query);
        let job = if asked { None } else { self.search(loaded) };
        self.switch(loaded);
        job
    }

    /// Brings the lanes up to the query, or begins to.
    fn search(&mut self, loaded: &Loaded) -> Option<SearchJob> {
        if self.query.matches_like(&self.answered) {
            self.pending = None;
        } else if self.query.matches_all() {
            self.take(loaded.everything().clone());
        } else if loaded.timeline().events.len() <= AT_ONCE {
            self.take(loaded.index().select(loaded.timeline(), &self.query));
        } else {
            self.tickets += 1;
            self.pending = Some(self.tickets);
            return self.job(loaded);
        }
        None
    }

    /// Takes the lanes of the query. Those that hold what they held stay the same ones, so that nothing is made anew
    /// from them.
    fn take(&mut self, mut selection: Selection) {
        if !selection.keep_lanes_of(&self.selection) {
            self.matching_revision += 1;
        }
        self.selection = selection;
        self.answered = self.query.clone();
        self.pending = None;
    }

    fn switch(&mut self, loaded: &Loaded) {
        let on = self.query.categories_on(loaded.timeline());
        self.selection.switch(&on);
    }
}
