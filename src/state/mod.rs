//! The state of the program and the one place where it changes.
//!
//! The window reads a [`Workspace`] and answers with [`Action`]s; [`Workspace::apply`] is the only way anything
//! changes. It never fails and does no I/O: what the outside world must do comes back as [`Effect`]s. What is saved
//! ([`Saved`]), what lasts while the program runs ([`Session`]) and what is derived (inside [`Loaded`] and [`Filter`])
//! are separate structs.
//!
//! What takes long in a large file is not done here: whoever reads it makes the [`SearchIndex`] with it, and a search
//! becomes a [`SearchJob`].

mod action;
mod bits;
mod block;
mod columns;
mod complete;
mod editing;
mod filter;
mod fold;
mod index;
mod job;
mod loaded;
mod making;
mod naming;
mod parts;
mod preferences;
mod present;
mod presenting;
mod query;
mod recording;
mod saved;
mod selection;
mod session;
mod shown;
mod view;
mod walk;
mod words;
mod writing;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::document::{Diagnostic, Document, Event, Id, Timeline};
use crate::messages::{Lang, Message, message};
use crate::time::TimeWindow;

pub use action::{
    Action, Effect, FilterAction, Foreign, Form, Mode, Others, Overlay, PanelAction, ViewAction,
    Walk,
};
pub use columns::{Fields, TableColumn, UnclearTable};
pub use complete::{Suggestion, suggestions};
pub use fold::fold;
pub use index::{Citation, SearchIndex};
pub use job::{Found, SearchJob};
pub use loaded::{Loaded, Origin};
pub use making::{Made, Making, Written};
pub use naming::field as field_name;
pub use preferences::{
    CitationStyle, LangChoice, Motion, NotesSize, Setting, Settings, TextSize, ThemeChoice, Wheel,
};
pub use present::{
    Asked, Board, Card, Content, Cover, Deck, Display, Frozen, Guessed, Names, Place,
    PresentAction, Presentation, Question, Quiz, QuizAction, QuizKind, Score, Slide, Spot, Stage,
    Tool, name_in, off_in_words, standing_right, years_in,
};
pub use query::{Problem, Query};
pub use saved::{Saved, SavedFile};
pub use selection::Selection;
pub use session::{Article, Loading, Session};
pub use shown::Filter;
pub use view::{SavedView, View, home};
pub use words::capital;
pub use writing::{Clash, Note, ReadJob, Reread, Unsaved, Wish, WriteAction, Writing};

/// All state of the program.
#[derive(Debug)]
pub struct Workspace {
    loaded: Loaded,
    revision: u64,
    view: View,
    filter: Filter,
    session: Session,
    saved: Saved,
    writing: Writing,
    presentation: Option<Box<Presentation>>,
    /// What was asked for about the events that match before they were found.
    waiting: Option<Box<Action>>,
}

impl Workspace {
    /// Starts with a document, and with what was saved at the last end. [`Workspace::first_effects`] says what the outside
    /// world must do for it.
    pub fn new(loaded: Loaded, saved: Saved) -> Self {
        let filter = Filter::new(&loaded);
        let view = View::of(loaded.timeline());
        let writing = Writing::of(&loaded);
        let mut workspace = Self {
            loaded,
            revision: 0,
            view,
            filter,
            session: Session::default(),
            saved,
            writing,
            presentation: None,
            waiting: None,
        };
        workspace.restore();
        workspace.show_problems();
        workspace
    }

    /// What the outside world must do after [`Workspace::new`]: what [`Workspace::apply`] gives back for a document that
    /// comes later. Asking changes nothing.
    pub fn first_effects(&self) -> Vec<Effect> {
        let watch = Effect::Watch(self.loaded.origin.clone());
        let search = self.filter.job(&self.loaded);
        search
            .map(Effect::Search)
            .into_iter()
            .chain([watch])
            .collect()
    }

    /// The document.
    pub fn document(&self) -> &Document {
        self.loaded.document()
    }

    /// The document, to be kept.
    pub fn shared_document(&self) -> Arc<Document> {
        Arc::clone(self.loaded.document())
    }

    /// What a careful editor would ask about the document, in the order of its text.
    pub fn remarks(&self) -> &[Diagnostic] {
        self.loaded.remarks()
    }

    /// What was worked out of the timeline once.
    pub fn index(&self) -> &SearchIndex {
        self.loaded.index()
    }

    /// The document's timeline.
    pub fn timeline(&self) -> &Timeline {
        self.loaded.timeline()
    }

    /// Where the document is from.
    pub fn origin(&self) -> &Origin {
        &self.loaded.origin
    }

    /// The text of a source's article, or why it could not be read; `None` where the file names none.
    pub fn article_text(&self, source: usize) -> Option<&Result<String, Message>> {
        self.loaded.articles.get(&source)
    }

    /// Grows with every document; what is derived from one is good for one revision.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The camera.
    pub fn view(&self) -> &View {
        &self.view
    }

    /// The filter and what it shows.
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// What is open and selected.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Whether the text is so long that it is read again on a thread of its own, and not for each letter.
    pub fn is_large(&self) -> bool {
        self.loaded.document().text.len() > writing::AT_ONCE
    }

    /// What has become of the text since it was read.
    pub fn writing(&self) -> &Writing {
        &self.writing
    }

    /// Preferences.
    pub fn settings(&self) -> Settings {
        self.saved.settings
    }

    /// The language that everything is in: the one that was chosen, or else the system's.
    pub fn lang(&self) -> Lang {
        match self.settings().lang {
            LangChoice::System => self.session.system_lang,
            LangChoice::En => Lang::En,
            LangChoice::Ja => Lang::Ja,
        }
    }

    /// Files opened last, the newest first.
    pub fn recent(&self) -> &[PathBuf] {
        &self.saved.recent
    }

    /// Index and event of the selection.
    pub fn selected(&self) -> Option<(usize, &Event)> {
        let index = self
            .timeline()
            .event_index(self.session.selected.as_deref()?)?;
        Some((index, self.timeline().events.get(index)?))
    }

    /// The stretch that shows the whole history.
    pub fn home(&self) -> TimeWindow {
        home(self.timeline())
    }

    /// Events that are ringed beside the selected one: those that are selected with it, and those that have an excerpt
    /// from the paragraph that is pointed out.
    pub fn lit_events(&self) -> Vec<usize> {
        let also = self.session.also.iter();
        let also = also.filter_map(|id| self.timeline().event_index(id));
        also.chain(self.cited_events()).collect()
    }

    fn cited_events(&self) -> Vec<usize> {
        let Some(Article {
            source,
            paragraph: Some(paragraph),
        }) = &self.session.article
        else {
            return Vec::new();
        };
        let timeline = self.timeline();
        let Some(source) = timeline
            .sources
            .iter()
            .position(|known| known.id == *source)
        else {
            return Vec::new();
        };
        let cited = self.index().citing_paragraph(source, *paragraph);
        let mut events: Vec<_> = cited
            .iter()
            .map(|citation| citation.event as usize)
            .collect();
        events.dedup();
        events
    }

    /// What to keep for the next start.
    pub fn saved(&self) -> Saved {
        let mut saved = self.saved.clone();
        if let Some(path) = self.path() {
            saved.keep(path, self.saved_file());
        }
        saved
    }

    /// Applies one action and says what the outside world must do. Never fails, does no I/O.
    pub fn apply(&mut self, action: Action) -> Vec<Effect> {
        if self.filter.is_pending() && is_about_what_matches(&action) {
            // Who types and goes to the first event means the first of what is typed.
            self.waiting = Some(Box::new(action));
            return Vec::new();
        }
        match action {
            Action::Select(event) => {
                self.waiting = None;
                self.select(event);
            }
            Action::Walk(walk) => self.walk(walk),
            Action::View(action) => self.apply_view(action),
            Action::Filter(action) => {
                self.waiting = None;
                let search = self.filter.apply(action, &self.loaded);
                return search.map(Effect::Search).into_iter().collect();
            }
            Action::Found(found) => {
                self.filter.found(found, &self.loaded);
                if !self.filter.is_pending()
                    && let Some(waiting) = self.waiting.take()
                {
                    return self.apply(*waiting);
                }
            }
            Action::Write(action) => {
                self.waiting = None;
                return self.write(action);
            }
            Action::Present(action) => {
                self.waiting = None;
                return self.present(action);
            }
            Action::Record(story) => return self.record(story),
            Action::Displays(displays) => self.displays_are(displays),
            Action::SelectAlso(event) => self.session.select_also(event),
            Action::Panel(action) => self.session.apply(action),
            Action::SystemLang(lang) => self.session.system_lang = lang,
            Action::Setting(setting) => {
                self.saved.settings.apply(setting);
                self.keep_still();
            }
            Action::Loaded(loaded) => {
                self.load(*loaded);
                return self.first_effects();
            }
            Action::Tell(notice) => self.session.notice = Some(notice),
            Action::Dismiss => self.session.notice = None,
            Action::Copy { text, said } => {
                self.session.told = Some(said);
                return vec![Effect::Copy(text)];
            }
            Action::Loading(loading) => self.session.loading = loading,
            Action::Busy(said) => self.session.busy = said,
            Action::Unclear(table) => self.session.ask_columns(table),
            Action::Written(written) => self.session.written(written),
            Action::Ask(effect) => return self.ask(effect),
        }
        Vec::new()
    }

    /// Asks the outside world for something; first for what is to become of changes, where it would lose them.
    fn ask(&mut self, effect: Effect) -> Vec<Effect> {
        let leaves = matches!(
            effect,
            Effect::OpenFile(_) | Effect::OpenBuiltIn | Effect::Quit
        );
        if leaves && self.writing.is_changed() {
            self.session.leaving = Some(effect);
            self.session.overlay = Some(Overlay::Leave);
            return Vec::new();
        }
        if matches!(effect, Effect::Cite(..)) {
            self.session.told = Some(message!("app-writing-citations"));
        }
        vec![effect]
    }

    fn select(&mut self, event: Option<crate::document::Id>) {
        self.session.select(event);
        self.reveal_lane();
    }

    fn walk(&mut self, walk: Walk) {
        if let Some(index) = walk::target(self, walk) {
            let id = self
                .timeline()
                .events
                .get(index)
                .map(|event| Id::from(&*event.id));
            self.select(id);
            self.reveal_selection();
        }
    }

    fn apply_view(&mut self, action: ViewAction) {
        let timeline = self.loaded.timeline();
        match action {
            ViewAction::PanBy(days) => self.view.pan_by(days, timeline),
            ViewAction::ZoomAt { day, factor } => self.view.zoom_at(day, factor, timeline),
            ViewAction::FlyTo(window) => self.view.fly_to(window),
            ViewAction::Set(window) => self.view.set(window, timeline),
            ViewAction::FitAll => self.view.fly_to(home(timeline)),
            ViewAction::FitShown => self.fit_shown(),
            ViewAction::CentreSelection => self.centre_selection(),
            ViewAction::RevealSelection => self.reveal_selection(),
            ViewAction::Back => self.view.back(),
            ViewAction::Forward => self.view.forward(),
            ViewAction::Advance(seconds) => self.view.advance(seconds),
            ViewAction::FirstLane(lane) => {
                self.view.first_lane = lane.min(timeline.categories.len().saturating_sub(1));
            }
        }
    }

    fn fit_shown(&mut self) {
        if let Some(all) = self.filter.extent(&self.loaded) {
            self.view.fly_to(TimeWindow::fit(all, AROUND_SHOWN));
        }
    }

    /// To the middle first; asked again, as close as the event's own length suggests.
    fn centre_selection(&mut self) {
        let Some((_, event)) = self.selected() else {
            return;
        };
        let Some(extent) = event.when.finite_extent() else {
            return;
        };
        let centre = if event.when.is_interval() {
            extent.mid()
        } else {
            event.when.anchor()
        };
        let centred = self.view.destination().centred_on(centre);
        let there = (centred.start - self.view.destination().start).abs() < centred.days * 1e-6;
        self.view.fly_to(if there {
            TimeWindow::fit(extent, AROUND_SELECTION)
        } else {
            centred
        });
    }

    fn reveal_selection(&mut self) {
        let extent = self
            .selected()
            .and_then(|(_, event)| event.when.finite_extent());
        if let Some(extent) = extent {
            self.view.reveal(extent, self.loaded.timeline());
        }
    }

    fn reveal_lane(&mut self) {
        if let Some(category) = self.selected().map(|(_, event)| event.category) {
            self.view.first_lane = self.view.first_lane.min(category);
        }
    }

    fn load(&mut self, loaded: Loaded) {
        self.saved = self.saved();
        self.revision += 1;
        self.waiting = None;
        self.filter = self.filter.next(&loaded);
        self.writing = Writing::of(&loaded);
        self.presentation = None;
        self.view = View::of(loaded.timeline());
        self.session = std::mem::take(&mut self.session).for_another();
        self.loaded = loaded;
        self.restore();
        self.show_problems();
    }

    /// What could not be read is said at once.
    fn show_problems(&mut self) {
        self.session.problems = self.loaded.document().is_broken();
    }

    /// Takes up view and filter where this file was left.
    fn restore(&mut self) {
        if let Origin::File(path) = &self.loaded.origin {
            self.saved.opened(path);
        }
        self.keep_still();
        let Some(file) = self.path().and_then(|path| self.saved.file(path)).cloned() else {
            return;
        };
        self.view = View::restored(file.view, self.loaded.timeline());
        self.keep_still();
        let actions = [
            FilterAction::Set(file.filter),
            FilterAction::Others(file.others),
        ];
        for action in actions {
            // A search that takes long is among the first effects.
            drop(self.filter.apply(action, &self.loaded));
        }
    }

    fn keep_still(&mut self) {
        let motion = self.saved.settings.motion;
        self.view.keep_still(motion == Motion::Reduced);
    }

    /// Under which path view and filter are kept: the empty one for the built-in timeline, none for what comes anew each
    /// time.
    fn path(&self) -> Option<&Path> {
        match &self.loaded.origin {
            Origin::File(path) => Some(path),
            Origin::BuiltIn => Some(Path::new("")),
            Origin::StandardInput | Origin::Nothing => None,
        }
    }

    fn saved_file(&self) -> SavedFile {
        SavedFile {
            view: self.view.saved(),
            filter: self.filter.text().to_owned(),
            others: self.filter.others(),
        }
    }
}

/// Whether an action means the events that match the filter.
fn is_about_what_matches(action: &Action) -> bool {
    match action {
        Action::Walk(walk) => !matches!(walk, Walk::LinkForward | Walk::LinkBack),
        Action::View(action) => *action == ViewAction::FitShown,
        _ => false,
    }
}

/// Free space around all that the filter shows, as a share of its length at each side: room for names.
const AROUND_SHOWN: f64 = 0.15;
/// Free space around a fitted selection, as a share of its own length at each side.
const AROUND_SELECTION: f64 = 2.0;
