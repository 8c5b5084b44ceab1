//! The filter in force: its text, what the text means, and which events it shows.

use crate::document::Timeline;

use super::action::{FilterAction, Others};
use super::filter::SearchIndex;
use super::query::Query;
use super::selection::Selection;

/// The filter. Its text is the truth; chips and menus are edits of the text.
#[derive(Debug)]
pub struct Filter {
    text: String,
    query: Query,
    others: Others,
    index: SearchIndex,
    selection: Selection,
    revision: u64,
    matching_revision: u64,
}

impl Filter {
    /// A filter that shows everything.
    pub(super) fn new(timeline: &Timeline) -> Self {
        let index = SearchIndex::new(timeline);
        let query = Query::default();
        let selection = index.select(timeline, &query);
        Self {
            text: String::new(),
            query,
            others: Others::default(),
            index,
            selection,
            revision: 0,
            matching_revision: 0,
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

    /// The events that match.
    pub fn selection(&self) -> &Selection {
        &self.selection
    }

    /// Grows with every change of what is shown.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Grows when a lane of the selection holds other events than before, and not when lanes are switched on or off.
    pub fn matching_revision(&self) -> u64 {
        self.matching_revision
    }

    pub(super) fn apply(&mut self, action: FilterAction, timeline: &Timeline) {
        match action {
            FilterAction::Set(text) => self.set(text, timeline),
            FilterAction::Clear => self.set(String::new(), timeline),
            FilterAction::Others(others) => self.others = others,
        }
        self.revision += 1;
    }

    fn set(&mut self, text: String, timeline: &Timeline) {
        let query = Query::parse(&text);
        if query.matches_like(&self.query) {
            self.selection.switch(&query.categories_on(timeline));
        } else {
            self.take(self.index.select(timeline, &query));
        }
        self.query = query;
        self.text = text;
    }

    /// Lanes that hold what they held stay the same ones, so that nothing is made anew from them.
    fn take(&mut self, mut selection: Selection) {
        if !selection.keep_lanes_of(&self.selection) {
            self.matching_revision += 1;
        }
        self.selection = selection;
    }
}
