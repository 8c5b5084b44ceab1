//! The keys of a lesson. Clickers send PageUp, PageDown, `.` or B, F5 and Esc.

use egui::{Key, Modifiers};

use crate::messages::message;
use crate::state::{Action, Board, Cover, PresentAction, Tool, Workspace};

use super::table::bind;
use super::{Binding, Command, Group, TABLE, fits};

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
        Group::Questions,
        Command::NextStep,
        message!("commands-questions-next-step"),
        ON,
    ),
    bind(
        Group::Questions,
        Command::PreviousStep,
        message!("commands-questions-previous-step"),
        BACK,
    ),
    bind(
        Group::Questions,
        Command::CloseStep,
        message!("commands-questions-close-step"),
        &[(NONE, Key::Escape)],
    ),
];

/// Every command of a lesson. The order is that of the list of keys.
pub const LESSON: &[Binding] = &[
    bind(
        Group::Class,
        Command::NextStep,
        message!("commands-next-step"),
        ON,
    ),
    bind(
        Group::Class,
        Command::PreviousStep,
        message!("commands-previous-step"),
        BACK,
    ),
    bind(
        Group::Class,
        Command::FirstStep,
        message!("commands-first-step"),
        &[(NONE, Key::Home)],
    ),
    bind(
        Group::Class,
        Command::LastStep,
        message!("commands-last-step"),
        &[(NONE, Key::End)],
    ),
    bind(
        Group::Class,
        Command::GoToStep,
        message!("commands-go-to-step"),
        &[(NONE, Key::G)],
    ),
    bind(
        Group::Class,
        Command::StepOverview,
        message!("commands-step-overview"),
        &[(NONE, Key::O)],
    ),
    bind(
        Group::Class,
        Command::Blank,
        message!("commands-blank"),
        &[(NONE, Key::B), (NONE, Key::Period)],
    ),
    bind(
        Group::Class,
        Command::White,
        message!("commands-white"),
        &[(NONE, Key::W), (NONE, Key::Comma)],
    ),
    bind(
        Group::Class,
        Command::Freeze,
        message!("commands-freeze"),
        &[(NONE, Key::F)],
    ),
    bind(
        Group::Class,
        Command::Roam,
        message!("commands-roam"),
        &[(NONE, Key::Z)],
    ),
    bind(
        Group::Class,
        Command::Pointer,
        message!("commands-pointer"),
        &[(NONE, Key::L)],
    ),
    bind(
        Group::Class,
        Command::Pen,
        message!("commands-pen"),
        &[(NONE, Key::P)],
    ),
    bind(
        Group::Class,
        Command::Wipe,
        message!("commands-wipe"),
        &[(NONE, Key::E)],
    ),
    bind(
        Group::Class,
        Command::Notes,
        message!("commands-notes"),
        &[(NONE, Key::N)],
    ),
    bind(
        Group::Class,
        Command::LargerNotes,
        message!("commands-larger-notes"),
        &[(NONE, Key::Plus), (NONE, Key::Equals)],
    ),
    bind(
        Group::Class,
        Command::SmallerNotes,
        message!("commands-smaller-notes"),
        &[(NONE, Key::Minus)],
    ),
    bind(
        Group::Class,
        Command::CoverNames,
        message!("commands-cover-names"),
        &[(NONE, Key::C)],
    ),
    bind(
        Group::Class,
        Command::Quiz,
        message!("commands-quiz"),
        &[(NONE, Key::Q)],
    ),
    bind(
        Group::Class,
        Command::RecordView,
        message!("commands-record-view"),
        &[(NONE, Key::V)],
    ),
    bind(
        Group::Class,
        Command::SwapDisplay,
        message!("commands-swap-display"),
        &[(NONE, Key::S)],
    ),
    bind(
        Group::Class,
        Command::Displays,
        message!("commands-displays"),
        &[(NONE, Key::D)],
    ),
    bind(
        Group::Class,
        Command::LessonMenu,
        message!("commands-lesson-menu"),
        &[(NONE, Key::M)],
    ),
    bind(
        Group::Class,
        Command::ResetClock,
        message!("commands-reset-clock"),
        &[(NONE, Key::T)],
    ),
    bind(
        Group::Class,
        Command::Keys,
        message!("commands-keys"),
        &[(NONE, Key::Questionmark)],
    ),
    bind(
        Group::Class,
        Command::EndLesson,
        message!("commands-end-lesson"),
        &[(NONE, Key::F5)],
    ),
    bind(
        Group::Class,
        Command::CloseStep,
        message!("commands-close-step"),
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
