//! What the pane remembers between two frames: the lines that are laid out, the caret, what was typed and is not yet in the
//! document, and how all that follows what the document becomes.
//!
//! Invariant: while something was typed that the document does not have, the lines that are laid out stay the same ones,
//! so that the patch speaks of the text that the document has or is about to have.

use std::ops::Range;
use std::sync::Arc;

use egui::Ui;
use egui::text::CCursorRange;

use crate::document::{self, Edit, TextPatch, changed};
use crate::messages::message;
use crate::state::{Action, ViewAction, Wish};

use super::super::Show;
use super::chunk::{Chunk, line_of};
use super::page::{self, Page};

/// Seconds that make a pause.
const PAUSE: f64 = 0.6;
/// Points that stay free between the caret and the edge when it moves sideways.
pub(super) const ASIDE: f32 = 32.0;

/// Bytes of the file between which something is selected.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Caret {
    /// The end that moves.
    pub(super) primary: usize,
    pub(super) secondary: usize,
}

impl Caret {
    pub(super) fn range(self) -> Range<usize> {
        self.primary.min(self.secondary)..self.primary.max(self.secondary)
    }
}

/// What the pane remembers.
#[derive(Default)]
pub(in super::super) struct Memory {
    /// The text that the rest speaks of.
    pub(super) text: Option<Arc<String>>,
    pub(super) chunk: Option<Chunk>,
    /// The line at the top, from 0.
    pub(super) top: f64,
    /// Points that are scrolled out at the left.
    pub(super) left: f32,
    pub(super) caret: Caret,
    /// Whether the caret has moved.
    pub(super) moved: bool,
    /// Whether the document may not have yet what was sent.
    pub(super) sent: bool,
    /// Whether somebody took something back, and is to see what.
    pub(super) undone: bool,
    /// Whether a word is being composed that is not to be read yet.
    pub(super) composing: bool,
    pub(super) typed_at: f64,
    /// The selected event that the pane has gone to.
    pub(super) followed: Option<document::Id>,
    /// A byte to go to.
    pub(super) wanted: Option<usize>,
    pub(super) wants_focus: bool,
    /// Bytes for which the event at the caret has been told.
    pub(super) told: Option<Range<usize>>,
    pub(super) coloured: page::Coloured,
}

impl Memory {
    /// Brings a byte of the file into view when the pane shows next, with the caret there.
    pub(in super::super) fn go_to(&mut self, offset: usize) {
        self.wanted = Some(offset);
        self.wants_focus = true;
    }

    /// Whether something was typed that the document does not have yet.
    pub(super) fn is_ahead(&self) -> bool {
        self.sent || self.chunk.as_ref().is_some_and(Chunk::is_changed)
    }

    pub(super) fn is_caret_here(&self) -> bool {
        self.reaches(self.caret.primary)
    }

    pub(super) fn is_whole_here(&self) -> bool {
        self.is_caret_here() && self.reaches(self.caret.secondary)
    }

    /// Whether a byte stands in the lines that are laid out.
    pub(super) fn reaches(&self, byte: usize) -> bool {
        let range = self.chunk.as_ref().map(Chunk::range);
        range.is_some_and(|range| (range.start..=range.end).contains(&byte))
    }

    /// The blanks that the caret's line begins with.
    pub(super) fn line_beginning(&self) -> String {
        let chunk = self.chunk.as_ref().filter(|_| self.is_caret_here());
        let at = self.caret.range().start;
        chunk.map_or_else(String::new, |chunk| chunk.indentation(at).to_owned())
    }

    /// How many lines there are with all that was typed.
    pub(super) fn lines(&self, show: Show<'_>) -> usize {
        let document = show.workspace.document();
        let end = self.chunk.as_ref().map_or(0, Chunk::end);
        document.lines.count().max(end)
    }

    /// Sends what is left, and lets go of the text.
    pub(super) fn close(&mut self, show: Show<'_>, actions: &mut Vec<Action>) {
        let Some(text) = self.text.take() else {
            return;
        };
        // The patch is to this document and no other.
        if Arc::ptr_eq(&text, &show.workspace.document().text) {
            self.push(0, actions);
        }
        *self = Self {
            top: self.top,
            wanted: self.wanted,
            wants_focus: self.wants_focus,
            ..Self::default()
        };
    }

    /// Forgets what has not been sent. Whether there was anything.
    pub(super) fn forget_typed(&mut self) -> bool {
        let Some(chunk) = self.chunk.as_mut().filter(|chunk| chunk.is_changed()) else {
            return false;
        };
        let at = chunk.patch().map_or(0, |patch| patch.range.start);
        chunk.forget();
        self.caret = Caret {
            primary: at,
            secondary: at,
        };
        self.moved = true;
        true
    }

    /// Takes in what the document has become.
    pub(super) fn catch_up(&mut self, show: Show<'_>, page: &Page, actions: &mut Vec<Action>) {
        let document = show.workspace.document();
        let is_reading = show.workspace.writing().is_reading();
        let is_known = |text: &Arc<String>| Arc::ptr_eq(text, &document.text);
        if self.text.as_ref().is_some_and(is_known) {
            if !is_reading && std::mem::take(&mut self.sent) {
                // It was not taken.
                self.chunk = None;
            }
            self.undone &= is_reading;
            return;
        }
        self.told = None;
        let before = self.text.replace(Arc::clone(&document.text));
        let is_ours = self
            .chunk
            .as_ref()
            .is_some_and(|chunk| chunk.is_of(document));
        if is_ours && !self.undone {
            self.sent &= is_reading;
            return;
        }
        // Where more was sent than has been read, the rest is to come.
        if self.sent && is_reading {
            return;
        }
        self.sent = false;
        if let Some(before) = before {
            self.move_with(show, page, &before, actions);
        }
        self.chunk = None;
    }

    /// Follows a change that was made elsewhere.
    pub(super) fn move_with(
        &mut self,
        show: Show<'_>,
        page: &Page,
        before: &str,
        actions: &mut Vec<Action>,
    ) {
        let document = show.workspace.document();
        let (gone, come) = changed(before, &document.text);
        let moved = |at: usize| match at {
            at if at <= gone.start => at,
            at if at < gone.end => come.end,
            at => at.saturating_sub(gone.end).saturating_add(come.end),
        };
        if let Some(chunk) = &self.chunk {
            if gone.end <= chunk.start() {
                let first = line_of(document, moved(chunk.start()));
                self.top += first as f64 - chunk.first as f64;
            }
            // What was typed meanwhile goes with its place, unless that is gone.
            let patch = chunk.patch();
            let apart =
                |patch: &TextPatch| patch.range.end <= gone.start || patch.range.start >= gone.end;
            match patch {
                Some(mut patch) if apart(&patch) => {
                    patch.range = moved(patch.range.start)..moved(patch.range.end);
                    actions.push(
                        Wish::new(Edit::Text(patch))
                            .named(message!("editing-edit-text"))
                            .into(),
                    );
                }
                Some(_) => actions.push(Action::Tell(message!("text-typed-is-gone"))),
                None => {}
            }
        }
        self.caret.primary = moved(self.caret.primary);
        self.caret.secondary = moved(self.caret.secondary);
        if std::mem::take(&mut self.undone) {
            self.caret = Caret {
                primary: come.end,
                secondary: come.end,
            };
            self.reveal_far(show, page);
        }
    }

    /// Goes to the event that has been selected elsewhere, or to where somebody wants to go.
    pub(super) fn follow(&mut self, show: Show<'_>, page: &Page, focused: bool) {
        let document = show.workspace.document();
        if self.is_ahead() {
            return;
        }
        let selected = &show.workspace.session().selected;
        if self.followed != *selected {
            self.followed.clone_from(selected);
            let range = show
                .workspace
                .selected()
                .map(|(_, event)| event.range.range());
            let range = range.filter(|range| !range.is_empty());
            if let Some(range) = range
                && !(focused && range.contains(&self.caret.primary))
            {
                self.top = third(line_of(document, range.start), page);
                self.left = 0.0;
            }
        }
        if let Some(wanted) = self.wanted.take() {
            let at = document
                .text
                .floor_char_boundary(wanted.min(document.text.len()));
            self.caret = Caret {
                primary: at,
                secondary: at,
            };
            (self.moved, self.told) = (true, None);
            self.top = third(line_of(document, at), page);
        }
    }

    /// Brings the caret into view that may be far away.
    pub(super) fn reveal_far(&mut self, show: Show<'_>, page: &Page) {
        let line = line_of(show.workspace.document(), self.caret.primary);
        let (first, end) = (self.top, self.top + page.lines());
        if (line as f64) < first || line as f64 + 1.0 > end {
            self.top = third(line, page);
        }
    }

    /// Lays out the lines in view, unless they are there.
    pub(super) fn lay(&mut self, show: Show<'_>, page: &Page) {
        let document = show.workspace.document();
        let count = document.lines.count();
        if let Some(chunk) = self.chunk.as_ref().filter(|_| self.is_ahead()) {
            // Other lines are not known until the document has these.
            let last = (chunk.end() as f64 - page.lines()).max(chunk.first as f64);
            self.top = self.top.clamp(chunk.first as f64, last);
            return;
        }
        self.top = self
            .top
            .clamp(0.0, (count as f64 + 1.0 - page.lines()).max(0.0));
        let view = page.in_view(self.top);
        let view = view.start..view.end.min(count);
        let chunk = self.chunk.take().filter(|chunk| chunk.covers(&view, count));
        self.chunk = Some(chunk.unwrap_or_else(|| Chunk::around(document, view)));
    }

    /// Takes over where the field's caret is, so far as it has moved from where it was put.
    pub(super) fn take_caret(
        &mut self,
        set: (usize, usize),
        range: CCursorRange,
        is_changed: bool,
    ) {
        let Some(chunk) = &self.chunk else {
            return;
        };
        let (primary, secondary) = (range.primary.index.0, range.secondary.index.0);
        if primary != set.0 || is_changed {
            self.caret.primary = chunk.byte_of_char(primary);
            self.moved = true;
        }
        if secondary != set.1 || is_changed {
            self.caret.secondary = chunk.byte_of_char(secondary);
        }
    }

    /// Scrolls after a caret that has moved; `x` is where it lies in the layout.
    pub(super) fn keep_in_view(&mut self, ui: &Ui, page: &Page, x: f32) {
        let Some(chunk) = self.chunk.as_ref().filter(|_| self.moved) else {
            return;
        };
        let line = chunk.line_of_byte(self.caret.primary) as f64;
        let before = (self.top, self.left);
        self.top = self.top.min(line).max(line + 1.0 - page.lines());
        let width = page.view.width();
        if x < self.left + ASIDE {
            self.left = (x - ASIDE).max(0.0);
        }
        self.left = self.left.max(x + ASIDE - width);
        if before != (self.top, self.left) {
            ui.ctx().request_repaint();
        }
    }

    /// Before anything else is done to the text, it gets what was typed.
    pub(super) fn send_before(&mut self, actions: &mut Vec<Action>) {
        let asks = |action: &Action| matches!(action, Action::Write(_) | Action::Ask(_));
        if actions.iter().any(asks) {
            self.push(0, actions);
        }
    }

    /// Sends what was typed, at once or, where reading takes long, after a pause.
    pub(super) fn send(
        &mut self,
        show: Show<'_>,
        ui: &Ui,
        focused: bool,
        actions: &mut Vec<Action>,
    ) {
        let composes = ui.input(|input| {
            let mut composed = input.events.iter().filter_map(|event| match event {
                egui::Event::Ime(egui::ImeEvent::Preedit { text, .. }) => Some(!text.is_empty()),
                egui::Event::Ime(egui::ImeEvent::Commit(_)) => Some(false),
                _ => None,
            });
            composed.next_back()
        });
        self.composing = composes.unwrap_or(self.composing) && focused;
        let is_changed = self.chunk.as_ref().is_some_and(Chunk::is_changed);
        if !is_changed || self.composing || show.workspace.writing().is_reading() {
            return;
        }
        // It takes a while to be read again, so that waits for a pause in typing.
        let is_large = show.workspace.is_large();
        let left = self.typed_at + PAUSE - ui.input(|input| input.time);
        if is_large && focused && left > 0.0 {
            let left = std::time::Duration::from_secs_f64(left);
            return ui.ctx().request_repaint_after(left);
        }
        self.push(actions.len(), actions);
    }

    /// Puts the patch of what was typed among the actions.
    pub(super) fn push(&mut self, at: usize, actions: &mut Vec<Action>) {
        let Some(chunk) = &mut self.chunk else {
            return;
        };
        let Some(patch) = chunk.patch() else {
            return;
        };
        let line = chunk.line_of_byte(patch.range.start).saturating_add(1);
        let wish = Wish::new(Edit::Text(patch)).named(message!("editing-edit-text"));
        actions.insert(at, wish.going_on(format!("text:{line}")).into());
        chunk.sent();
        (self.sent, self.told) = (true, None);
    }

    /// Selects the event that the caret has moved into.
    pub(super) fn select(&mut self, show: Show<'_>, actions: &mut Vec<Action>) {
        let moved = std::mem::take(&mut self.moved);
        let at = self.caret.primary;
        let is_told = self.told.as_ref().is_some_and(|told| told.contains(&at));
        if self.is_ahead() || is_told || !(moved || self.told.is_none()) {
            return;
        }
        let (event, around) = show.workspace.timeline().event_at(at);
        self.told = Some(around);
        let event = event.and_then(|event| show.workspace.timeline().events.get(event));
        let Some(id) = event.map(|event| document::Id::from(&*event.id)) else {
            return;
        };
        self.followed = Some(document::Id::clone(&id));
        if show.workspace.session().selected.as_ref() != Some(&id) {
            actions.push(Action::Select(Some(id)));
            actions.push(Action::View(ViewAction::RevealSelection));
        }
    }
}

/// The line at the top that puts another one a third from it.
fn third(line: usize, page: &Page) -> f64 {
    line as f64 - (page.lines() / 3.0).floor()
}
