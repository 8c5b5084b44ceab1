//! A document that has been read, with all that is worked out of it before anything is shown.

use std::path::PathBuf;
use std::sync::Arc;

use crate::document::{Articles, Diagnostic, Document, Timeline, review};
use crate::messages::message;

use super::index::SearchIndex;
use super::selection::Selection;

/// Where a document is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// Nothing has been read yet.
    Nothing,
    /// Compiled into the program.
    BuiltIn,
    /// A file.
    File(PathBuf),
    /// Standard input.
    StandardInput,
}

/// A document that has been read, with the articles that its sources name. Cheap to clone. Made by whoever reads the
/// file, since working out the index takes a while.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// Where it is from.
    pub origin: Origin,
    /// By index of the source: the article's text, or why it could not be read.
    pub articles: Articles,
    document: Arc<Document>,
    remarks: Arc<[Diagnostic]>,
    index: Arc<SearchIndex>,
    everything: Selection,
}

impl Loaded {
    /// A document with what is worked out of it.
    pub fn new(origin: Origin, document: impl Into<Arc<Document>>, articles: Articles) -> Self {
        let document = document.into();
        let index = SearchIndex::new(&document.timeline);
        let remarks = review(&document, &articles).into();
        Self {
            origin,
            articles,
            remarks,
            everything: index.everything(&document.timeline),
            index: Arc::new(index),
            document,
        }
    }

    /// The same document with another text. Events that cannot be read in it stay as they are here.
    #[must_use]
    pub fn rewritten(&self, text: String) -> Self {
        let last = &self.document;
        let document = Document::parse(&last.name, text).keeping(last);
        let articles = self.articles_of(&document.timeline);
        Self::new(self.origin.clone(), document, articles)
    }

    /// The document has been saved to another file, and is called as that one is.
    pub(super) fn is_now(&mut self, path: PathBuf) {
        Arc::make_mut(&mut self.document).name = path.display().to_string();
        self.origin = Origin::File(path);
    }

    /// The texts of articles by the sources of another timeline.
    fn articles_of(&self, timeline: &Timeline) -> Articles {
        let known = |name: &str| {
            let mut sources = self.document.timeline.sources.iter();
            let index = sources.position(|source| source.text.as_deref() == Some(name))?;
            self.articles.get(&index).cloned()
        };
        let sources = timeline.sources.iter().enumerate();
        let named = sources.filter_map(|(index, source)| Some((index, source.text.as_deref()?)));
        let unread = || Err(message!("app-article-later"));
        named
            .map(|(index, name)| (index, known(name).unwrap_or_else(unread)))
            .collect()
    }

    /// What there is to show before anything has been read.
    pub fn nothing() -> Self {
        Self::new(Origin::Nothing, Document::default(), Articles::new())
    }

    /// The document.
    pub fn document(&self) -> &Arc<Document> {
        &self.document
    }

    /// What a careful editor would ask about it.
    pub(super) fn remarks(&self) -> &[Diagnostic] {
        &self.remarks
    }

    /// What was worked out of its timeline.
    pub fn index(&self) -> &Arc<SearchIndex> {
        &self.index
    }

    /// What the empty query leaves.
    pub(super) fn everything(&self) -> &Selection {
        &self.everything
    }

    pub(super) fn timeline(&self) -> &Timeline {
        &self.document.timeline
    }
}
