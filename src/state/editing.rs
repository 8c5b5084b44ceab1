//! Changes to the text: by somebody at the window, by somebody else on the disk, and the way back.
//!
//! Whatever changes the text goes through [`Workspace::rewrite`]: it is remembered, noted for the case that the program
//! dies, and read again. View, filter, selection and history outlast it.

use std::path::PathBuf;
use std::sync::Arc;

use crate::document::{Edit, Id, List, Patches, Place, Side, Stepped, Story, difference};
use crate::messages::{Message, message};

use super::Workspace;
use super::action::{Action, Effect, FilterAction, Overlay};
use super::loaded::{Loaded, Origin};
use super::naming;
use super::present::Deck;
use super::writing::{
    AT_ONCE, Clash, Marks, Note, ReadJob, Reading, Reread, Unsaved, Wish, WriteAction,
};

impl Workspace {
    /// Applies a change of the text.
    pub(super) fn write(&mut self, action: WriteAction) -> Vec<Effect> {
        if self.writing.is_reading() && !matches!(action, WriteAction::Read(_)) {
            self.writing.waiting.push_back(Action::Write(action));
            return Vec::new();
        }
        match action {
            WriteAction::Edit(wish) => self.edit(wish),
            WriteAction::Undo => {
                let stepped = self.writing.history.undo(&self.loaded.document().text);
                self.step(|what| message!("editing-undone", what = what), stepped)
            }
            WriteAction::Redo => {
                let stepped = self.writing.history.redo(&self.loaded.document().text);
                self.step(|what| message!("editing-done-again", what = what), stepped)
            }
            WriteAction::Settle => {
                self.writing.history.settle();
                Vec::new()
            }
            WriteAction::Save => self.save(),
            WriteAction::SaveAs(path) => {
                if self.session.overlay == Some(Overlay::SavePath) {
                    self.session.overlay = None;
                }
                vec![self.saving(path, None)]
            }
            WriteAction::Saved { path, text } => self.saved_to(path, text),
            WriteAction::OnDisk(text) => self.on_disk(text),
            WriteAction::Gone => {
                self.session.notice = Some(message!("editing-gone"));
                Vec::new()
            }
            WriteAction::Read(reread) => self.reread(*reread),
            WriteAction::Resolve(sides) => self.resolve(&sides),
            WriteAction::Unsaved(unsaved) => {
                self.writing.unsaved = Some(unsaved);
                Vec::new()
            }
            WriteAction::Restore => self.restore_unsaved(),
            WriteAction::Discard => {
                self.writing.unsaved = None;
                vec![Effect::ForgetUnsaved]
            }
            WriteAction::Leave => {
                let effects = self.leave();
                let settled = [Effect::Note(Note::Settled)];
                settled.into_iter().chain(effects).collect()
            }
        }
    }

    fn edit(&mut self, wish: Wish) -> Vec<Effect> {
        self.session.told = None;
        let document = self.loaded.document();
        if !document.faithful {
            let why = message!("editing-no-utf-8");
            self.session.notice = Some(why);
            return Vec::new();
        }
        let made = match wish.edit.make(document) {
            Ok(made) if made.forth.is_empty() => return Vec::new(),
            Ok(made) => made,
            Err(error) => {
                self.session.notice = Some(message!("editing-refused", why = error.message()));
                return Vec::new();
            }
        };
        let name = wish
            .name
            .unwrap_or_else(|| naming::name(&wish.edit, document));
        self.session.follow(&wish.edit);
        let marks = self.marks().moved(&made.forth);
        let patches = made.forth.clone();
        self.writing
            .history
            .push(name, (made.forth, made.back), wish.strand);
        let mut effects = self.rewrite(made.text, marks, vec![patches]);
        if let Edit::Add(List::Events, _, value) = &wish.edit {
            self.select(naming::id_in(value).map(Id::from));
        }
        effects.extend(self.retry_clash());
        effects
    }

    fn step(&mut self, told: fn(Message) -> Message, stepped: Option<Stepped>) -> Vec<Effect> {
        let Some(stepped) = stepped else {
            return Vec::new();
        };
        self.session.told = Some(told(stepped.name));
        let patches = stepped.patches.iter();
        let marks = patches.fold(self.marks(), Marks::moved);
        let mut effects = self.rewrite(stepped.text, marks, stepped.patches);
        effects.extend(self.retry_clash());
        effects
    }

    /// Where that begins in the text which is to be found again after a change of it.
    fn marks(&self) -> Marks {
        let start = |place: Place| Some(place.range()).filter(|range| !range.is_empty());
        let start = |place: Place| start(place).map(|range| range.start);
        let chosen = self.session.story.as_ref();
        let chosen = chosen.and_then(|id| self.timeline().story(id));
        Marks {
            selected: self.selected().and_then(|(_, event)| start(event.range)),
            chosen: chosen.and_then(|story| start(story.range)),
            told: self.told_story().and_then(|story| start(story.range)),
        }
    }

    /// Takes another text in place of this one.
    fn rewrite(&mut self, text: String, marks: Marks, patches: Vec<Patches>) -> Vec<Effect> {
        self.writing.is_changed = *self.writing.base != text;
        let note = |patches| {
            let base = Arc::clone(&self.writing.base);
            Effect::Note(Note::Changed { base, patches })
        };
        let mut effects: Vec<_> = if self.writing.is_changed {
            patches.into_iter().map(note).collect()
        } else {
            vec![Effect::Note(Note::Settled)]
        };
        if text.len() > AT_ONCE {
            let ticket = self.writing.next_ticket();
            self.writing.reading = Some(Reading { ticket, marks });
            let (last, text) = (self.loaded.clone(), Arc::new(text));
            effects.push(Effect::Read(ReadJob { ticket, last, text }));
        } else {
            let loaded = self.loaded.rewritten(text);
            effects.extend(self.replace(loaded, marks));
        }
        effects
    }

    /// Shows another reading of the document, with all else as it was.
    fn replace(&mut self, loaded: Loaded, marks: Marks) -> Vec<Effect> {
        let was_broken = self.loaded.document().is_broken();
        self.revision += 1;
        let (text, others) = (self.filter.text().to_owned(), self.filter.others());
        self.filter = self.filter.next(&loaded);
        let last = std::mem::replace(&mut self.loaded, loaded);
        self.session.listed = Arc::default();
        if self.session.overlay == Some(Overlay::Events) {
            self.session.overlay = None;
        }
        let is_broken = self.loaded.document().is_broken();
        if was_broken != is_broken {
            self.session.problems = is_broken;
        }
        self.select_again(marks.selected);
        self.follow_stories(&last.timeline().stories, marks);
        drop(
            self.filter
                .apply(FilterAction::Others(others), &self.loaded),
        );
        let search = self.filter.apply(FilterAction::Set(text), &self.loaded);
        let mut effects: Vec<_> = search.map(Effect::Search).into_iter().collect();
        effects.extend(self.present_again());
        effects
    }

    /// Finds the selected event again: by its id, or, when that has changed, by where it stands.
    fn select_again(&mut self, at: Option<usize>) {
        if self.session.selected.is_none() || self.selected().is_some() {
            return;
        }
        let events = &self.timeline().events;
        let here = |at: &usize| events.iter().find(|event| event.range.range().contains(at));
        let id = at.as_ref().and_then(here).map(|event| Id::from(&*event.id));
        self.session.selected = id;
    }

    /// A story that has another id now stays in hand, and is told on.
    fn follow_stories(&mut self, before: &[Story], marks: Marks) {
        let chosen = self.session.story.as_ref();
        if let Some(id) = chosen.and_then(|id| self.renamed(id, before, marks.chosen)) {
            self.session.story = Some(id);
        }
        let told = self.presentation().and_then(|lesson| lesson.story());
        if let Some(id) = told.and_then(|id| self.renamed(id, before, marks.told))
            && let Some(lesson) = &mut self.presentation
        {
            lesson.deck = Deck::Story(id);
        }
    }

    /// The id of the story that stands where one stood of which there is none any more; `None` where that is another story,
    /// which was there before.
    fn renamed(&self, id: &str, before: &[Story], at: Option<usize>) -> Option<Id> {
        let timeline = self.timeline();
        let at = at.filter(|_| timeline.story(id).is_none())?;
        let mut stories = timeline.stories.iter();
        let here = stories.find(|story| story.range.range().contains(&at))?;
        let was_there = before.iter().any(|story| story.id == here.id);
        (!was_there).then(|| Id::clone(&here.id))
    }

    /// A large text has been read; what was asked for meanwhile is done.
    fn reread(&mut self, reread: Reread) -> Vec<Effect> {
        let ticket = self.writing.reading.as_ref().map(|reading| reading.ticket);
        if ticket != Some(reread.ticket) {
            return Vec::new();
        }
        let reading = self.writing.reading.take();
        let marks = reading.map_or_else(Marks::default, |reading| reading.marks);
        let mut effects = self.replace(reread.loaded, marks);
        while !self.writing.is_reading()
            && let Some(action) = self.writing.waiting.pop_front()
        {
            effects.extend(self.apply(action));
        }
        effects
    }

    fn save(&mut self) -> Vec<Effect> {
        self.writing.history.settle();
        if self.writing.clash.is_some() {
            self.session.overlay = Some(Overlay::Conflict);
            return Vec::new();
        }
        match &self.loaded.origin {
            Origin::File(path) if self.writing.is_changed => {
                let base = Arc::clone(&self.writing.base);
                vec![self.saving(path.clone(), Some(base))]
            }
            Origin::File(_) => self.leave_saved(),
            _ => vec![Effect::PickSave],
        }
    }

    fn saving(&self, path: PathBuf, seen: Option<Arc<String>>) -> Effect {
        let text = Arc::clone(&self.loaded.document().text);
        Effect::Save { path, text, seen }
    }

    fn saved_to(&mut self, path: PathBuf, text: Arc<String>) -> Vec<Effect> {
        let mut effects = Vec::new();
        if self.loaded.origin != Origin::File(path.clone()) {
            self.saved = self.saved();
            self.saved.opened(&path);
            self.loaded.is_now(path);
            // From here on the changes are put down for this file.
            effects.push(Effect::Note(Note::Settled));
            effects.push(Effect::Watch(self.loaded.origin.clone()));
        }
        effects.push(self.base_is(text));
        effects.extend(self.leave_saved());
        effects
    }

    /// What is on the disk is this now.
    fn base_is(&mut self, text: Arc<String>) -> Effect {
        let ours = &self.loaded.document().text;
        self.writing.is_changed = text != *ours;
        let note = if self.writing.is_changed {
            let (base, patches) = (Arc::clone(&text), difference(&text, ours));
            Note::Anew { base, patches }
        } else {
            Note::Settled
        };
        self.writing.base = text;
        Effect::Note(note)
    }

    /// Somebody else has written the file.
    fn on_disk(&mut self, theirs: String) -> Vec<Effect> {
        if theirs == *self.writing.base {
            return Vec::new();
        }
        let ours = Arc::clone(&self.loaded.document().text);
        let theirs = Arc::new(theirs);
        if theirs == ours {
            self.writing.clash = None;
            return vec![self.base_is(theirs)];
        }
        if !self.writing.is_changed {
            let text = theirs.to_string();
            return self.take_in(text, theirs, message!("editing-on-disk"));
        }
        let document = self.loaded.document();
        let clash = Clash::new(&self.writing.base, document, Arc::clone(&theirs));
        if !clash.conflicts().is_empty() {
            self.writing.clash = Some(clash);
            self.session.overlay = Some(Overlay::Conflict);
            return Vec::new();
        }
        let told = message!("editing-merged");
        self.session.told = Some(told);
        let merged = clash.merge.resolved(&[]);
        self.take_in(merged, theirs, message!("editing-bring-in"))
    }

    /// Takes a text that holds what is on the disk.
    fn take_in(&mut self, text: String, on_disk: Arc<String>, name: Message) -> Vec<Effect> {
        let ours = Arc::clone(&self.loaded.document().text);
        let forth = difference(&ours, &text);
        let marks = self.marks().moved(&forth);
        if let Some((_, back)) = forth.apply(&ours) {
            self.writing.history.push(name, (forth, back), None);
        }
        self.writing.clash = None;
        let patches = difference(&on_disk, &text);
        let is_changed = *on_disk != text;
        self.writing.base = Arc::clone(&on_disk);
        let mut effects = self.rewrite(text, marks, Vec::new());
        if is_changed {
            effects.push(Effect::Note(Note::Anew {
                base: on_disk,
                patches,
            }));
        }
        effects
    }

    /// After a change of our own the two sides may agree, or disagree elsewhere.
    fn retry_clash(&mut self) -> Vec<Effect> {
        match self.writing.clash.take() {
            Some(clash) if !self.writing.is_reading() => {
                self.on_disk(Arc::unwrap_or_clone(clash.theirs))
            }
            clash => {
                self.writing.clash = clash;
                Vec::new()
            }
        }
    }

    fn resolve(&mut self, sides: &[Side]) -> Vec<Effect> {
        let Some(clash) = self.writing.clash.take() else {
            return Vec::new();
        };
        if self.session.overlay == Some(Overlay::Conflict) {
            self.session.overlay = None;
        }
        let text = clash.merge.resolved(sides);
        self.take_in(text, clash.theirs, message!("editing-choose"))
    }

    /// Takes up what an earlier run has not saved, as if it had been written now.
    fn restore_unsaved(&mut self) -> Vec<Effect> {
        let Some(Unsaved { base, text, .. }) = self.writing.unsaved.take() else {
            return Vec::new();
        };
        let on_disk = Arc::clone(&self.writing.base);
        let mut effects = self.take_in(text, Arc::new(base), message!("editing-take-up"));
        // What has been written to the disk since comes in like any other change of it.
        effects.extend(self.write(WriteAction::OnDisk(on_disk.to_string())));
        effects.push(Effect::ForgetUnsaved);
        effects
    }

    /// Goes on to what waits for the text to be saved.
    fn leave_saved(&mut self) -> Vec<Effect> {
        if self.writing.is_changed {
            return Vec::new();
        }
        self.leave()
    }

    /// Goes where somebody wanted to go before he was asked about his changes.
    fn leave(&mut self) -> Vec<Effect> {
        let Some(effect) = self.session.leaving.take() else {
            return Vec::new();
        };
        if self.session.overlay == Some(Overlay::Leave) {
            self.session.overlay = None;
        }
        vec![effect]
    }
}
