//! The keys of a lesson. Clickers send PageUp, PageDown, `.` or B, F5 and Esc.

use egui::{Key, Modifiers};

use crate::state::{Action, Board, Cover, PresentAction, Tool, Workspace};

use super::table::bind;
use super::{Binding, Command, TABLE, fits};

const NONE: Modifiers = Modifiers::NONE;
const SHIFT: Modifiers = Modifiers::SHIFT;

/// On and back, whatever is told or asked.
const ON: &[(Modifiers, Key)] = &[
    (NONE, Key::ArrowRight),
    (NONE, Key::Space),
    (NONE, Key::PageDown),
    (NONE, Key::ArrowDown),
    (NONE, Key::Enter),
];
const BACK: &[(Modifiers, Key)] = &[
    (NONE, Key::ArrowLeft),
    (SHIFT, Key::Space),
    (NONE, Key::PageUp),
    (NONE, Key::ArrowUp),
    (NONE, Key::Backspace),
];

/// What commands of a lesson do under questions, for the list of keys.
pub const QUESTIONS: &[Binding] = &[
    bind(
        "In questions",
        Command::NextStep,
        "Show the answer, then the next question",
        ON,
    ),
    bind(
        "In questions",
        Command::PreviousStep,
        "Hide the answer, or the question before",
        BACK,
    ),
    bind(
        "In questions",
        Command::CloseStep,
        "Close the questions",
        &[(NONE, Key::Escape)],
    ),
];

/// Every command of a lesson. The order is that of the list of keys.
pub const LESSON: &[Binding] = &[
    bind("In class", Command::NextStep, "Next step", ON),
    bind("In class", Command::PreviousStep, "Step before", BACK),
    bind(
        "In class",
        Command::FirstStep,
        "First step",
        &[(NONE, Key::Home)],
    ),
    bind(
        "In class",
        Command::LastStep,
        "Last step",
        &[(NONE, Key::End)],
    ),
    bind(
        "In class",
        Command::GoToStep,
        "Go to a step by its number",
        &[(NONE, Key::G)],
    ),
    bind(
        "In class",
        Command::StepOverview,
        "All steps at once",
        &[(NONE, Key::O)],
    ),
    bind(
        "In class",
        Command::Blank,
        "Black screen, and back",
        &[(NONE, Key::B), (NONE, Key::Period)],
    ),
    bind(
        "In class",
        Command::White,
        "White screen, and back",
        &[(NONE, Key::W), (NONE, Key::Comma)],
    ),
    bind(
        "In class",
        Command::Freeze,
        "Freeze the projector, and let it go on",
        &[(NONE, Key::F)],
    ),
    bind(
        "In class",
        Command::Roam,
        "Explore freely, and return to the step",
        &[(NONE, Key::Z)],
    ),
    bind("In class", Command::Pointer, "Pointer", &[(NONE, Key::L)]),
    bind("In class", Command::Pen, "Pen", &[(NONE, Key::P)]),
    bind(
        "In class",
        Command::Wipe,
        "Wipe what was drawn",
        &[(NONE, Key::E)],
    ),
    bind(
        "In class",
        Command::Notes,
        "Notes on this screen",
        &[(NONE, Key::N)],
    ),
    bind(
        "In class",
        Command::LargerNotes,
        "Larger notes",
        &[(NONE, Key::Plus), (NONE, Key::Equals)],
    ),
    bind(
        "In class",
        Command::SmallerNotes,
        "Smaller notes",
        &[(NONE, Key::Minus)],
    ),
    bind(
        "In class",
        Command::CoverNames,
        "Cover the names, and show them",
        &[(NONE, Key::C)],
    ),
    bind(
        "In class",
        Command::Quiz,
        "Ask the class",
        &[(NONE, Key::Q)],
    ),
    bind(
        "In class",
        Command::RecordView,
        "Record this view as a step",
        &[(NONE, Key::V)],
    ),
    bind(
        "In class",
        Command::SwapDisplay,
        "Show the lesson on the next display",
        &[(NONE, Key::S)],
    ),
    bind(
        "In class",
        Command::Displays,
        "Choose the display",
        &[(NONE, Key::D)],
    ),
    bind(
        "In class",
        Command::LessonMenu,
        "Large buttons for all this",
        &[(NONE, Key::M)],
    ),
    bind(
        "In class",
        Command::ResetClock,
        "Set the clock to zero",
        &[(NONE, Key::T)],
    ),
    bind(
        "In class",
        Command::Keys,
        "All keys",
        &[(NONE, Key::Questionmark)],
    ),
    bind("In class", Command::EndLesson, "End", &[(NONE, Key::F5)]),
    bind(
        "In class",
        Command::CloseStep,
        "Close what lies over the step, or end",
        &[(NONE, Key::Escape)],
    ),
];

/// Keys of the lesson that go on while the teacher looks around; all others are those of the timeline then.
const ROAMING: &[(Modifiers, Key)] = &[
    (NONE, Key::Z),
    (NONE, Key::B),
    (NONE, Key::Period),
    (NONE, Key::PageDown),
    (NONE, Key::PageUp),
    (NONE, Key::F5),
];

/// Which keys are in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keymap {
    /// Those of the timeline.
    Work,
    /// Those of a lesson.
    Lesson,
    /// Those of the timeline, and of the lesson what leads back to it.
    Roaming,
}

impl Keymap {
    /// The keys that are in force now.
    pub fn of(workspace: &Workspace) -> Self {
        match workspace.presentation() {
            None => Self::Work,
            Some(lesson) if lesson.exploring => Self::Roaming,
            Some(_) => Self::Lesson,
        }
    }

    /// The command that a key press is bound to.
    pub fn bound(self, modifiers: Modifiers, key: Key) -> Option<Command> {
        match self {
            Self::Work => find(TABLE, modifiers, key),
            Self::Lesson => find(LESSON, modifiers, key),
            Self::Roaming if ROAMING.contains(&(modifiers, key)) => find(LESSON, modifiers, key),
            Self::Roaming => find(TABLE, modifiers, key),
        }
    }
}

fn find(table: &[Binding], modifiers: Modifiers, key: Key) -> Option<Command> {
    let matches =
        |&(wanted, bound): &(Modifiers, Key)| bound == key && fits(wanted, modifiers, key);
    let found = table
        .iter()
        .find(|binding| binding.keys.iter().any(matches));
    found.map(|binding| binding.command)
}

/// What a command of a lesson does now; `None` for one that is not only a lesson's.
pub(super) fn action(command: Command) -> Option<Action> {
    let present = match command {
        Command::NextStep => PresentAction::Next,
        Command::PreviousStep => PresentAction::Previous,
        Command::FirstStep => PresentAction::First,
        Command::LastStep => PresentAction::Last,
        Command::GoToStep => PresentAction::Board(Board::GoTo),
        Command::StepOverview => PresentAction::Board(Board::Overview),
        Command::Quiz => PresentAction::Board(Board::Quiz),
        Command::Displays => PresentAction::Board(Board::Displays),
        Command::LessonMenu => PresentAction::Board(Board::Menu),
        Command::Blank => PresentAction::Cover(Cover::Black),
        Command::White => PresentAction::Cover(Cover::White),
        Command::Freeze => PresentAction::Freeze,
        Command::Roam => PresentAction::Explore,
        Command::Pointer => PresentAction::Tool(Tool::Pointer),
        Command::Pen => PresentAction::Tool(Tool::Pen),
        Command::Wipe => PresentAction::Wipe,
        Command::CoverNames => PresentAction::Names,
        Command::Notes => PresentAction::Notes,
        Command::SwapDisplay => PresentAction::Swap,
        Command::ResetClock => PresentAction::ResetClock,
        Command::EndLesson => PresentAction::End,
        Command::CloseStep => PresentAction::StepBack,
        _ => return None,
    };
    Some(Action::Present(present))
}
