//! What is open and selected now; gone when the program ends.

use std::sync::Arc;

use crate::document::{Edit, Id, Key, List};
use crate::messages::{Lang, Message, message};

use super::action::{Effect, Form, Mode, Overlay, PanelAction};
use super::columns::UnclearTable;
use super::making::Written;
use super::present::Display;

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
    /// Whether the window is for reading or for writing.
    pub mode: Mode,
    /// Events that are selected beside the one that is read.
    pub also: Vec<Id>,
    /// What is edited that is no event.
    pub form: Option<Form>,
    /// Whether the text of the file is open.
    pub text: bool,
    /// Where somebody wants to go who has changes that are not saved.
    pub leaving: Option<Effect>,
    /// What has just been done, in a few words.
    pub told: Option<Message>,
    /// Something to tell the user.
    pub notice: Option<Message>,
    /// Whether the list of stories is open.
    pub stories: bool,
    /// Whether the events are listed by decade and year; never beside the stories.
    pub outline: bool,
    /// The story in hand: the one whose steps are listed, and that F5 tells.
    pub story: Option<Id>,
    /// The language that the system is in.
    pub system_lang: Lang,
    /// The displays there are.
    pub displays: Vec<Display>,
    /// The file that is being read.
    pub loading: Option<Loading>,
    /// What is being done away from the window that takes its time, such as "Making poster.pdf".
    pub busy: Option<Message>,
    /// What [`Overlay::Remarks`] says of the file that was made last.
    pub remarks: Vec<Message>,
    /// The table whose columns [`Overlay::Columns`] asks about.
    pub table: Option<Arc<UnclearTable>>,
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
        self.also.clear();
        self.form = None;
        self.told = None;
    }

    /// Takes an event into the selection or out of it.
    pub(super) fn select_also(&mut self, event: Id) {
        if self.selected.is_none() || self.selected.as_ref() == Some(&event) {
            let next = self.also.pop();
            let was = self.selected.take().is_some();
            self.selected = if was { next } else { Some(event) };
            self.inspector |= self.selected.is_some();
            return;
        }
        match self.also.iter().position(|known| *known == event) {
            Some(place) => drop(self.also.remove(place)),
            None => self.also.push(event),
        }
    }

    /// What is selected or edited keeps being so under its new name.
    pub(super) fn follow(&mut self, edit: &Edit) {
        let Edit::Rename(list, from, to) = edit else {
            return;
        };
        let to = Id::from(to.as_str());
        if *list == List::Events && self.selected.as_ref() == Some(from) {
            self.selected = Some(Id::clone(&to));
        }
        let form = self.form.as_mut().filter(|form| form.list == *list);
        if let Some(key) = form.and_then(|form| form.key.as_mut())
            && *key == Key::Id(Id::clone(from))
        {
            *key = Key::Id(to);
        }
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
            PanelAction::Overlay(overlay) => {
                self.overlay = overlay;
                if overlay.is_none() {
                    (self.leaving, self.table) = (None, None);
                }
            }
            PanelAction::Problems(open) => self.problems = open,
            PanelAction::Mode(mode) => {
                self.mode = mode;
                self.form = None;
            }
            PanelAction::Text(open) => self.text = open,
            PanelAction::Form(form) => self.form = form,
            PanelAction::Stories(open) => {
                self.stories = open;
                self.outline &= !open;
            }
            PanelAction::Outline(open) => {
                self.outline = open;
                self.stories &= !open;
            }
            PanelAction::Story(story) => self.story = story,
            PanelAction::StepBack => self.step_back(),
        }
    }

    /// What is left of it when another document is opened: what has been said and not been read yet.
    pub(super) fn for_another(self) -> Self {
        let has_remarks = self.overlay == Some(Overlay::Remarks);
        Self {
            notice: self.notice,
            displays: self.displays,
            system_lang: self.system_lang,
            overlay: self.overlay.filter(|_| has_remarks),
            told: self.told.filter(|_| has_remarks),
            remarks: self.remarks,
            ..Self::default()
        }
    }

    pub(super) fn ask_columns(&mut self, table: UnclearTable) {
        self.table = Some(Arc::new(table));
        self.overlay = Some(Overlay::Columns);
    }

    pub(super) fn written(&mut self, written: Written) {
        match written {
            Written::Yes { told, remarks } => {
                self.overlay = (!remarks.is_empty()).then_some(Overlay::Remarks);
                (self.told, self.remarks) = (Some(told), remarks);
            }
            Written::No(why) => self.notice = Some(why),
            Written::Cancelled => {
                self.busy = None;
                self.told = Some(message!("app-stopped"));
            }
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
        if self.overlay.take().is_some() {
            self.leaving = None;
            return;
        }
        let closed = std::mem::take(&mut self.problems) || self.form.take().is_some();
        if closed || std::mem::take(&mut self.text) {
            return;
        }
        if !self.also.is_empty() {
            return self.also.clear();
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
