//! A lesson under way: which step it is at, what the class sees of it, and what lies over the picture.
//!
//! A [`Presentation`] is a walk along a [`Deck`]; [`Slide`] is what one place of the walk shows. The teacher's place and
//! the class's are the same unless the projector is frozen. Nothing here knows windows or displays beyond their
//! names ([`Display`]): whoever shows the lesson asks [`Workspace::stage`](super::Workspace::stage) where.

mod quiz;
mod slide;
pub(super) mod stage;

use crate::document::Id;
use crate::messages::Message;
use crate::time::TimeWindow;

pub use quiz::{
    Asked, Card, Guessed, Question, Quiz, QuizAction, QuizKind, Score, name_in, off_in_words,
    standing_right, years_in,
};
pub(super) use slide::reveals;
pub use slide::{Content, Slide};
pub use stage::{Display, Stage};

/// What is told, step by step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deck {
    /// A story of the file.
    Story(Id),
    /// The events that the filter shows, in order of time.
    Events,
}

/// Where a walk along a deck stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place {
    /// The step, from 0.
    pub step: usize,
    /// How many of the step's linked events have been shown, where it shows them one by one.
    pub revealed: usize,
}

/// What hides the picture from the class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Cover {
    Black,
    White,
}

/// Whether names, dates apart, are covered on the picture, so that the class can be asked for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Names {
    /// They show.
    #[default]
    Shown,
    /// They are covered until the class has guessed.
    Covered,
    /// They have been uncovered on this step; those of the next one are covered again.
    Told,
}

/// What lies over the picture; one at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Board {
    /// All steps, to choose one.
    Overview,
    /// The number of a step is typed.
    GoTo,
    /// The displays, to choose one.
    Displays,
    /// Large buttons for what a clicker cannot do.
    Menu,
    /// Questions for the class.
    Quiz,
}

/// What the hand at the picture does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tool {
    /// It goes on and back.
    #[default]
    Hand,
    /// It points with a soft spot.
    Pointer,
    /// It draws.
    Pen,
}

/// A point of the picture: 0 is its left or top edge, and 1 is as many points away as the picture is high. So it is the
/// same point in a small copy of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[expect(missing_docs, reason = "the struct says it")]
pub struct Spot {
    pub x: f32,
    pub y: f32,
}

/// What the class sees while the teacher looks elsewhere.
#[derive(Debug, Clone, Copy, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Frozen {
    pub place: Place,
    pub window: TimeWindow,
    pub names: Names,
}

/// What was in force before the lesson, and is again after it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Before {
    pub(super) window: TimeWindow,
    pub(super) filter: String,
    pub(super) selected: Option<Id>,
    pub(super) inspector: bool,
}

/// A lesson under way.
#[derive(Debug, Clone, PartialEq)]
pub struct Presentation {
    /// What is told.
    pub deck: Deck,
    /// Where the teacher is.
    pub place: Place,
    /// What the class sees instead, while the projector is frozen.
    pub frozen: Option<Frozen>,
    /// What hides the picture from the class.
    pub cover: Option<Cover>,
    /// Whether the class is asked for the names.
    pub names: Names,
    /// Whether the teacher has left the steps to look around.
    pub exploring: bool,
    /// An event that is looked at beside the step.
    pub aside: Option<Id>,
    /// What lies over the picture.
    pub board: Option<Board>,
    /// What the hand does.
    pub tool: Tool,
    /// Where the pointer's soft spot is, while there is one.
    pub spot: Option<Spot>,
    /// What has been drawn on the step: lines of points.
    pub ink: Vec<Vec<Spot>>,
    /// Whether the notes show on the only screen there is.
    pub notes: bool,
    /// Questions for the class, and how they have gone so far.
    pub quiz: Quiz,
    /// Seconds since the lesson began.
    pub elapsed: f64,
    /// Seconds since the step began.
    pub in_step: f64,
    /// The display of the class, by its name; none where everybody looks at the same one.
    pub display: Option<String>,
    /// What the teacher is told.
    pub told: Option<Message>,
    /// The event of the step, by which it is found again when the file changes.
    pub(super) event: Option<Id>,
    pub(super) before: Before,
}

/// What somebody asks of a lesson.
#[derive(Debug, Clone, PartialEq)]
pub enum PresentAction {
    /// Begins to tell this, at this step; of events at the selected one or the first in view.
    Start(Deck, Option<usize>),
    /// Ends it.
    End,
    /// One thing closed: a board, looking around, an event beside the step; where there is none, the lesson.
    StepBack,
    /// On: the next linked event of the step, or the next step. Uncovers a covered picture first, and covered names.
    Next,
    /// Back.
    Previous,
    /// To the first step.
    First,
    /// To the last step.
    Last,
    /// To this step, from 0.
    GoTo(usize),
    /// Shows an event beside the step, or no more.
    Aside(Option<Id>),
    /// Hides the picture, or shows it again.
    Cover(Cover),
    /// Covers the names on this and the next steps, or shows them again.
    Names,
    /// Lets the class see what it sees now while the teacher goes on, or no more.
    Freeze,
    /// Leaves the steps to look around, and comes back to the step.
    Explore,
    /// Opens a board, or closes it.
    Board(Board),
    /// Takes up a tool, or puts it down.
    Tool(Tool),
    /// The soft spot is here now, or nowhere.
    Point(Option<Spot>),
    /// A line begins here.
    InkFrom(Spot),
    /// The line goes on to here.
    InkTo(Spot),
    /// Wipes what was drawn.
    Wipe,
    /// Shows or hides the notes on the only screen.
    Notes,
    /// Questions for the class.
    Quiz(QuizAction),
    /// The class looks at this display from now on; at the teacher's own for none.
    Display(Option<String>),
    /// The class looks at the next display.
    Swap,
    /// So many seconds have passed.
    Advance(f64),
    /// The lesson begins now, as far as the clock is concerned.
    ResetClock,
}

/// Lines of the pen that are kept, and points of a line: more than any hand draws on one step.
const LINES_MOST: usize = 500;
const POINTS_MOST: usize = 4_000;
/// Two points of a line are at least so far apart.
const POINTS_APART: f32 = 0.002;

impl Presentation {
    pub(super) fn new(deck: Deck, display: Option<String>, before: Before) -> Self {
        Self {
            deck,
            place: Place::default(),
            frozen: None,
            cover: None,
            names: Names::Shown,
            exploring: false,
            aside: None,
            board: None,
            tool: Tool::Hand,
            spot: None,
            ink: Vec::new(),
            notes: false,
            quiz: Quiz::default(),
            elapsed: 0.0,
            in_step: 0.0,
            display,
            told: None,
            event: None,
            before,
        }
    }

    /// The place that the class sees.
    pub fn on_projector(&self) -> Place {
        self.frozen.map_or(self.place, |frozen| frozen.place)
    }

    /// Whether the class does not see the names.
    pub fn are_names_covered(&self) -> bool {
        let names = self.frozen.map_or(self.names, |frozen| frozen.names);
        names == Names::Covered
    }

    /// Uncovers the names, and says whether there was anything to uncover that the class sees.
    pub(super) fn tell_names(&mut self) -> bool {
        let can = self.names == Names::Covered && self.frozen.is_none();
        if can {
            self.names = Names::Told;
        }
        can
    }

    /// Whether the lesson is that of a story.
    pub fn story(&self) -> Option<&Id> {
        match &self.deck {
            Deck::Story(id) => Some(id),
            Deck::Events => None,
        }
    }

    /// What changes nothing but the lesson itself.
    pub(super) fn apply(&mut self, action: PresentAction) {
        match action {
            PresentAction::Cover(cover) => {
                self.cover = (self.cover != Some(cover)).then_some(cover);
            }
            PresentAction::Names => {
                self.names = match self.names {
                    Names::Shown => Names::Covered,
                    Names::Covered | Names::Told => Names::Shown,
                };
            }
            PresentAction::Board(board) => {
                self.board = (self.board != Some(board)).then_some(board);
            }
            PresentAction::Tool(tool) => {
                self.tool = if self.tool == tool { Tool::Hand } else { tool };
                self.spot = None;
            }
            PresentAction::Point(spot) => self.spot = spot,
            PresentAction::InkFrom(spot) if self.ink.len() < LINES_MOST => {
                self.ink.push(vec![spot]);
            }
            PresentAction::InkTo(spot) => self.draw_to(spot),
            PresentAction::Wipe => self.ink.clear(),
            PresentAction::Notes => self.notes = !self.notes,
            PresentAction::Advance(seconds) => {
                let seconds = if seconds.is_finite() {
                    seconds.max(0.0)
                } else {
                    0.0
                };
                self.elapsed += seconds;
                self.in_step += seconds;
            }
            PresentAction::ResetClock => (self.elapsed, self.in_step) = (0.0, 0.0),
            _ => {}
        }
    }

    fn draw_to(&mut self, spot: Spot) {
        let Some(line) = self.ink.last_mut() else {
            return;
        };
        let far = |last: &Spot| (last.x - spot.x).hypot(last.y - spot.y) >= POINTS_APART;
        if line.len() < POINTS_MOST && line.last().is_none_or(far) {
            line.push(spot);
        }
    }

    /// Another step: what belonged to the one before is wiped.
    pub(super) fn turn(&mut self, place: Place) {
        if place.step != self.place.step {
            self.in_step = 0.0;
            if self.names == Names::Told {
                self.names = Names::Covered;
            }
        }
        if place != self.place {
            self.ink.clear();
            self.spot = None;
        }
        self.place = place;
        self.aside = None;
        self.exploring = false;
        self.told = None;
    }
}
