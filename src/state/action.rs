//! What the user asked for, and what the outside world must do for it.

use std::path::PathBuf;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::document::{Id, Key, List};
use crate::messages::Message;
use crate::time::{Lang, TimeWindow};

use super::columns::{Fields, UnclearTable};
use super::job::{Found, SearchJob};
use super::loaded::{Loaded, Origin};
use super::making::{Making, Written};
use super::preferences::{CitationStyle, Setting};
use super::present::{Display, PresentAction};
use super::session::Loading;
use super::writing::{Note, ReadJob, WriteAction};

/// Something the user asked for. The only way anything changes.
#[derive(Debug, Clone)]
pub enum Action {
    /// Makes an event the one that is read, or none.
    Select(Option<Id>),
    /// Moves the selection.
    Walk(Walk),
    /// Moves the camera.
    View(ViewAction),
    /// Changes what is shown.
    Filter(FilterAction),
    /// Changes the text of the document, or says what has become of it outside.
    Write(WriteAction),
    /// Begins, drives or ends a lesson.
    Present(PresentAction),
    /// Makes a step of what is looked at now, at the end of this story, or of a new one for none.
    Record(Option<Id>),
    /// These are the displays now.
    Displays(Vec<Display>),
    /// Takes an event into the selection beside the one that is read, or out of it.
    SelectAlso(Id),
    /// Opens or closes a part of the window.
    Panel(PanelAction),
    /// The language that the system is in.
    SystemLang(Lang),
    /// Changes a preference.
    Setting(Setting),
    /// A file has been read.
    Loaded(Box<Loaded>),
    /// A search has come to its end.
    Found(Found),
    /// Something to tell the user that is no part of the document.
    Tell(Message),
    /// Forgets what was told.
    Dismiss,
    /// Puts text on the clipboard, and says at the foot of the window what was copied.
    #[expect(missing_docs, reason = "the variant says it")]
    Copy { text: String, said: Message },
    /// A file is being read, or no more.
    Loading(Option<Loading>),
    /// This is being done away from the window and takes its time, or no more.
    Busy(Option<Message>),
    /// A file that was to be made is written, or not.
    Written(Written),
    /// Somebody has to say what the columns of a table are.
    Unclear(UnclearTable),
    /// Asks the outside world for something.
    Ask(Effect),
}

/// A step of the selection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Walk {
    /// The next event in time that the filter shows.
    Next,
    /// The one before.
    Previous,
    /// The first of all.
    First,
    /// The last of all.
    Last,
    /// The nearest in time in the lane above.
    LaneAbove,
    /// The nearest in time in the lane below.
    LaneBelow,
    /// Along the nearest link to a later event.
    LinkForward,
    /// Along the nearest link to an earlier event.
    LinkBack,
}

/// A move of the camera. All in days; pixels are the window's business.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ViewAction {
    /// Moves by days; positive looks later.
    PanBy(f64),
    /// Zooms by a factor (above 1: closer) around a day that keeps its place.
    #[expect(missing_docs, reason = "the variant says it")]
    ZoomAt { day: f64, factor: f64 },
    /// Jumps, with a short flight.
    FlyTo(TimeWindow),
    /// Shows this at once.
    Set(TimeWindow),
    /// Shows the whole history.
    FitAll,
    /// Shows all events that match the filter.
    FitShown,
    /// Brings the selected event to the middle, or, when it is there already, fits it.
    CentreSelection,
    /// Brings the selected event into view, if it is not there.
    RevealSelection,
    /// The view before the last jump.
    Back,
    /// The view before the last step back.
    Forward,
    /// Lets a flight go on by this many seconds.
    Advance(f32),
    /// Makes this the topmost lane.
    FirstLane(usize),
}

/// A change of the filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilterAction {
    /// The text of the query, as typed or as a chip rewrote it.
    Set(String),
    /// Shows everything again.
    Clear,
    /// What becomes of the events that do not match.
    Others(Others),
}

/// What becomes of the events that do not match the filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Others {
    /// They are gone from the picture.
    #[default]
    Hidden,
    /// They stay, faintly.
    Faded,
}

/// A part of the window that opens and closes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PanelAction {
    /// Shows the inspector.
    OpenInspector,
    /// Closes it; the selection stays.
    CloseInspector,
    /// Shows a source's paragraphs, one of them pointed out if given (counted from 1).
    #[expect(missing_docs, reason = "the variant says it")]
    OpenArticle { source: Id, paragraph: Option<u32> },
    /// Points out a paragraph and its events; the same one again stops it.
    #[expect(missing_docs, reason = "the variant says it")]
    LightParagraph { source: Id, paragraph: u32 },
    /// Closes the article.
    CloseArticle,
    /// Lists events (indexes of the present document) that stand too close to be told apart.
    List(Arc<[u32]>),
    /// Shows an overlay, or none.
    Overlay(Option<Overlay>),
    /// Shows or hides what is wrong with the file.
    Problems(bool),
    /// Reads or edits.
    Mode(Mode),
    /// Shows or hides the text of the file.
    Text(bool),
    /// Shows or hides the stories, in place of the outline.
    Stories(bool),
    /// Shows or hides the events by decade and year, in place of the stories.
    Outline(bool),
    /// Takes a story in hand.
    Story(Option<Id>),
    /// Edits an entry that is no event, one of a list that is to be chosen, or, when none is given, the selected event.
    Form(Option<Form>),
    /// Closes what was opened last: overlay, problems, article, then the selection.
    StepBack,
}

/// What lies over the window; one at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Overlay {
    /// All keys.
    Keys,
    /// The command palette.
    Palette,
    /// A typed path to open.
    OpenPath,
    /// Events that stand too close to be told apart.
    Events,
    /// Two have written in the same place.
    Conflict,
    /// What becomes of changes that are not saved.
    Leave,
    /// A typed path to save to.
    SavePath,
    /// Which lesson is to be told, and on which display.
    Present,
    /// What is to be written for others, and how.
    Share,
    /// What is to be known of a file that has been made.
    Remarks,
    /// Preferences.
    Settings,
    /// What is shown and what is not, where no bar has room for it.
    Filter,
    /// What the columns of a table are.
    Columns,
}

/// What the window is for now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// Reading.
    #[default]
    Explore,
    /// Writing.
    Edit,
}

/// What is edited that is no event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The list.
    pub list: List,
    /// The entry; until one is chosen the list shows.
    pub key: Option<Key>,
}

/// What another program's file is read for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// A timeline of its own, which is opened.
    Timeline,
    /// A table that brings the open document up to date.
    Table,
}

/// What the outside world must do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Searches a large timeline, for what [`SearchJob::run`] gives back to be applied.
    Search(SearchJob),
    /// Opens a web page in the browser. Only http and https are ever asked for.
    OpenUrl(String),
    /// Lets the user choose a file.
    PickFile,
    /// Reads a file.
    OpenFile(PathBuf),
    /// Gives up the file that is being read.
    StopLoading,
    /// Reads the timeline that is compiled in.
    OpenBuiltIn,
    /// Writes a file, unless something else stands there than was last seen.
    #[expect(missing_docs, reason = "the variant says it")]
    Save {
        path: PathBuf,
        text: Arc<String>,
        seen: Option<Arc<String>>,
    },
    /// Lets the user choose where to save.
    PickSave,
    /// Lets the user choose where to write something, makes it and writes it there.
    Export(Making),
    /// Lets the user choose another program's file.
    PickForeign(Foreign),
    /// Reads another program's file.
    Import(Foreign, PathBuf),
    /// Reads a table of whose columns each is this field of an event, or none.
    ImportTable(Foreign, PathBuf, Fields),
    /// Gives up what takes its time.
    StopWork,
    /// Says from now on what becomes of the document's file, if it has one.
    Watch(Origin),
    /// Puts something down for the case that the program dies.
    Note(Note),
    /// Throws away what earlier runs have put down.
    ForgetUnsaved,
    /// Reads a large text, for what [`ReadJob::run`] gives back to be applied.
    Read(ReadJob),
    /// Opens the file in the user's editor at this line and column, both from 1.
    #[expect(missing_docs, reason = "the variant says it")]
    OpenEditor { line: usize, column: usize },
    /// Closes the window.
    Quit,
    /// Puts text on the clipboard.
    Copy(String),
    /// Cites the sources of an event, or all there are, where that may take a while; an [`Action::Copy`] comes of it.
    Cite(Option<Id>, CitationStyle),
}
