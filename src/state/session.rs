//! What is open and selected now; gone when the program ends.

use std::sync::Arc;

use crate::document::Id;

use super::action::{Overlay, PanelAction};

/// The part of the state that nobody saves.
#[derive(Debug, Clone, Default)]
pub struct Session {
    /// The event that is read.
    pub selected: Option<Id>,
    /// Whether the inspector is wanted.
    pub inspector: bool,
    /// The article that is read.
    pub article: Option<Article>,
    /// What lies over the window.
    pub overlay: Option<Overlay>,
    /// The events that [`Overlay::Events`] lists, by their indexes in the present document.
    pub listed: Arc<[u32]>,
    /// Whether the list of problems is open.
    pub problems: bool,
    /// Something to tell the user.
    pub notice: Option<String>,
    /// The file that is being read.
    pub loading: Option<Loading>,
}

/// A file that is being read while something else shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Loading {
    /// What it is called.
    pub name: String,
    /// How much of it has been read, from 0 to 1.
    pub share: f32,
}

/// An open article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// The source.
    pub source: Id,
    /// The paragraph that is pointed out, from 1.
    pub paragraph: Option<u32>,
}

impl Session {
    pub(super) fn select(&mut self, event: Option<Id>) {
        self.inspector |= event.is_some();
        self.selected = event;
    }

    pub(super) fn apply(&mut self, action: PanelAction) {
        match action {
            PanelAction::OpenInspector => self.inspector = self.selected.is_some(),
            PanelAction::CloseInspector => self.inspector = false,
            PanelAction::OpenArticle { source, paragraph } => {
                self.article = Some(Article { source, paragraph })
            }
            PanelAction::LightParagraph { source, paragraph } => self.light(source, paragraph),
            PanelAction::CloseArticle => self.article = None,
            PanelAction::List(events) => {
                self.listed = events;
                self.overlay = Some(Overlay::Events);
            }
            PanelAction::Overlay(overlay) => self.overlay = overlay,
            PanelAction::Problems(open) => self.problems = open,
            PanelAction::StepBack => self.step_back(),
        }
    }

    fn light(&mut self, source: Id, paragraph: u32) {
        let lit = Article {
            source: source.clone(),
            paragraph: Some(paragraph),
        };
        let paragraph = (self.article.as_ref() != Some(&lit)).then_some(paragraph);
        self.article = Some(Article { source, paragraph });
    }

    fn step_back(&mut self) {
        if self.overlay.take().is_some() || std::mem::take(&mut self.problems) {
            return;
        }
        match &mut self.article {
            Some(article) if article.paragraph.is_some() => article.paragraph = None,
            Some(_) => self.article = None,
            None if self.inspector && self.selected.is_some() => {
                self.inspector = false;
                self.selected = None;
            }
            None => self.selected = None,
        }
    }
}
