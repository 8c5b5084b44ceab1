//! The text as it is being written: what has been done to it, what of it is on the disk, and what is still to come.
//!
//! Knows neither the disk nor the window. Invariants: [`Writing::base`] is what was last known to be on the disk, byte
//! for byte; whatever is asked for while a large text is being read waits and is then done in order.

use std::collections::VecDeque;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use crate::document::{Conflict, Document, Edit, History, Merge, Patches, Side, is_torn, merge};
use crate::messages::Message;

use super::action::Action;
use super::loaded::Loaded;

/// Texts of no more bytes are read at once, in a few hundredths of a second at most.
pub(super) const AT_ONCE: usize = 2 << 20;

/// A change of the text that somebody asked for.
#[derive(Debug, Clone)]
pub enum WriteAction {
    /// Changes something.
    Edit(Wish),
    /// Takes back what was done last.
    Undo,
    /// Does it again.
    Redo,
    /// Ends a strand of typing: what comes next can be taken back by itself.
    Settle,
    /// Writes the text to its file.
    Save,
    /// Writes it to another file, which is then the document's.
    SaveAs(PathBuf),
    /// It has been written there.
    #[expect(missing_docs, reason = "the variant says it")]
    Saved { path: PathBuf, text: Arc<String> },
    /// The file now has this text, which somebody else has written.
    OnDisk(String),
    /// The file is gone.
    Gone,
    /// A large text has been read.
    Read(Box<Reread>),
    /// Settles where two have written in the same place, a side for each.
    Resolve(Vec<Side>),
    /// Changes were found that an earlier run of the program has not saved.
    Unsaved(Unsaved),
    /// Takes them up.
    Restore,
    /// Forgets them.
    Discard,
    /// Leaves without saving.
    Leave,
}

/// What somebody wants done to the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Wish {
    /// What.
    pub edit: Edit,
    /// What it is called, where it is not called as its kind is.
    pub name: Option<Message>,
    /// Of several that follow each other with the same strand, one is made.
    pub strand: Option<String>,
}

/// Changes of an earlier run of the program that were not saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsaved {
    /// The text that was on the disk then.
    pub base: String,
    /// The text with the changes.
    pub text: String,
    /// When the last of them was made, for people.
    pub when: String,
}

/// What has become of the text since it was read.
#[derive(Debug)]
pub struct Writing {
    pub(super) history: History,
    /// What was last known to be on the disk.
    pub(super) base: Arc<String>,
    /// Where two have written in the same place.
    pub(super) clash: Option<Clash>,
    pub(super) unsaved: Option<Unsaved>,
    /// Whether the text differs from what is on the disk.
    pub(super) is_changed: bool,
    /// A large text that is being read.
    pub(super) reading: Option<Reading>,
    pub(super) waiting: VecDeque<Action>,
    tickets: u64,
}

/// A text that is being read, and what is to be found again in it.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) ticket: u64,
    pub(super) marks: Marks,
}

/// What is to be found again in another text although its id may have changed, by the byte at which it begins.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Marks {
    /// The selected event.
    pub(super) selected: Option<usize>,
    /// The story in hand.
    pub(super) chosen: Option<usize>,
    /// The story that is told.
    pub(super) told: Option<usize>,
}

impl Marks {
    /// The same in the text that patches make.
    pub(super) fn moved(self, patches: &Patches) -> Self {
        let moved = |at: Option<usize>| at.map(|at| patches.moved(at));
        Self {
            selected: moved(self.selected),
            chosen: moved(self.chosen),
            told: moved(self.told),
        }
    }
}

/// Two have written in the same place.
#[derive(Debug, Clone)]
pub struct Clash {
    pub(super) theirs: Arc<String>,
    pub(super) merge: Merge,
}

impl Clash {
    /// Two texts brought together as far as they go; where that would tear what neither has torn, not at all.
    pub(super) fn new(base: &str, ours: &Document, theirs: Arc<String>) -> Self {
        let merge = merge(base, &ours.text, &theirs);
        let is_whole = merge.conflicts().is_empty() && !ours.is_torn && !is_torn(&theirs);
        let tears = is_whole && is_torn(&merge.resolved(&[]));
        let merge = match tears {
            true => Merge::whole(base, &ours.text, &theirs),
            false => merge,
        };
        Self { theirs, merge }
    }

    /// The places, in the order of the text.
    pub fn conflicts(&self) -> &[Conflict] {
        self.merge.conflicts()
    }
}

impl Writing {
    /// Nothing has been written yet.
    pub(super) fn of(loaded: &Loaded) -> Self {
        Self {
            history: History::default(),
            base: Arc::clone(&loaded.document().text),
            clash: None,
            unsaved: None,
            is_changed: false,
            reading: None,
            waiting: VecDeque::new(),
            tickets: 0,
        }
    }

    /// Whether the text differs from what is on the disk.
    pub fn is_changed(&self) -> bool {
        self.is_changed
    }

    /// Whether a large text is being read, so that what shows is not yet what was written.
    pub fn is_reading(&self) -> bool {
        self.reading.is_some()
    }

    /// What would be taken back.
    pub fn undo_name(&self) -> Option<&Message> {
        self.history.undo_name()
    }

    /// What would be done again.
    pub fn redo_name(&self) -> Option<&Message> {
        self.history.redo_name()
    }

    /// Where two have written in the same place, until somebody has chosen.
    pub fn clash(&self) -> Option<&Clash> {
        self.clash.as_ref()
    }

    /// Changes that an earlier run of the program has not saved, until somebody has chosen.
    pub fn unsaved(&self) -> Option<&Unsaved> {
        self.unsaved.as_ref()
    }

    /// The text that was last known to be on the disk.
    pub fn on_disk(&self) -> &str {
        &self.base
    }

    /// The same, to be kept.
    pub fn shared_on_disk(&self) -> Arc<String> {
        Arc::clone(&self.base)
    }

    /// The way back from the last change of the text.
    pub fn last_change(&self) -> Option<&Patches> {
        self.history.last()
    }

    pub(super) fn next_ticket(&mut self) -> u64 {
        self.tickets += 1;
        self.tickets
    }
}

impl Wish {
    /// An edit that is called as its kind is.
    pub fn new(edit: Edit) -> Self {
        Self {
            edit,
            name: None,
            strand: None,
        }
    }

    /// The same under a name of its own.
    #[must_use]
    pub fn named(mut self, name: impl Into<Message>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// The same as a part of what goes on in one place, such as typing in a field.
    #[must_use]
    pub fn going_on(mut self, strand: impl Into<String>) -> Self {
        self.strand = Some(strand.into());
        self
    }
}

impl From<Edit> for Action {
    fn from(edit: Edit) -> Self {
        Self::Write(WriteAction::Edit(Wish::new(edit)))
    }
}

impl From<Wish> for Action {
    fn from(wish: Wish) -> Self {
        Self::Write(WriteAction::Edit(wish))
    }
}

/// What is to be put down, so that no change is lost whatever becomes of the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// Changes to a text that has this base on the disk.
    #[expect(missing_docs, reason = "the variant says it")]
    Changed { base: Arc<String>, patches: Patches },
    /// The base is another one now, and these are all changes to it.
    #[expect(missing_docs, reason = "the variant says it")]
    Anew { base: Arc<String>, patches: Patches },
    /// The text is on the disk as it is.
    Settled,
}

/// The reading of a large text, to be done outside of [`Workspace::apply`](super::Workspace::apply).
#[derive(Clone)]
pub struct ReadJob {
    pub(super) ticket: u64,
    pub(super) last: Loaded,
    pub(super) text: Arc<String>,
}

/// What came of a [`ReadJob`].
#[derive(Debug, Clone)]
pub struct Reread {
    pub(super) ticket: u64,
    pub(super) loaded: Loaded,
}

impl ReadJob {
    /// Reads the text, and says what to apply.
    pub fn run(self) -> Action {
        let text = Arc::unwrap_or_clone(self.text);
        let (ticket, loaded) = (self.ticket, self.last.rewritten(text));
        Action::Write(WriteAction::Read(Box::new(Reread { ticket, loaded })))
    }
}

/// No two jobs have the same ticket.
impl PartialEq for ReadJob {
    fn eq(&self, other: &Self) -> bool {
        self.ticket == other.ticket
    }
}

impl Eq for ReadJob {}

/// Without the text.
impl fmt::Debug for ReadJob {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReadJob")
            .field("ticket", &self.ticket)
            .finish_non_exhaustive()
    }
}
