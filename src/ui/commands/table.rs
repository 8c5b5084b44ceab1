//! The table itself, as data.

use egui::{Key, Modifiers};

use crate::state::CitationStyle;

use super::{Binding, Command};

const NONE: Modifiers = Modifiers::NONE;

pub(super) const fn bind(
    group: &'static str,
    command: Command,
    name: &'static str,
    keys: &'static [(Modifiers, Key)],
) -> Binding {
    Binding {
        command,
        group,
        name,
        keys,
    }
}

/// Every command. The order is that of the list of keys.
pub const TABLE: &[Binding] = &[
    bind(
        "Look",
        Command::ZoomIn,
        "Zoom in",
        &[(NONE, Key::W), (NONE, Key::Plus), (NONE, Key::Equals)],
    ),
    bind(
        "Look",
        Command::ZoomOut,
        "Zoom out",
        &[(NONE, Key::S), (NONE, Key::Minus)],
    ),
    bind(
        "Look",
        Command::PanEarlier,
        "Move earlier",
        &[(NONE, Key::A)],
    ),
    bind("Look", Command::PanLater, "Move later", &[(NONE, Key::D)]),
    bind(
        "Look",
        Command::Centre,
        "Centre the selected event, then fit it",
        &[(NONE, Key::F)],
    ),
    bind(
        "Look",
        Command::FitAll,
        "Fit the whole timeline",
        &[(NONE, Key::Num0)],
    ),
    bind(
        "Look",
        Command::Back,
        "Back to the view before",
        &[(Modifiers::ALT, Key::ArrowLeft)],
    ),
    bind(
        "Look",
        Command::Forward,
        "Forward again",
        &[(Modifiers::ALT, Key::ArrowRight)],
    ),
    bind(
        "Events",
        Command::NextEvent,
        "Next event",
        &[(NONE, Key::ArrowRight)],
    ),
    bind(
        "Events",
        Command::PreviousEvent,
        "Previous event",
        &[(NONE, Key::ArrowLeft)],
    ),
    bind(
        "Events",
        Command::LaneAbove,
        "Nearest event in the lane above",
        &[(NONE, Key::ArrowUp)],
    ),
    bind(
        "Events",
        Command::LaneBelow,
        "Nearest event in the lane below",
        &[(NONE, Key::ArrowDown)],
    ),
    bind(
        "Events",
        Command::FirstEvent,
        "First event",
        &[(NONE, Key::Home)],
    ),
    bind(
        "Events",
        Command::LastEvent,
        "Last event",
        &[(NONE, Key::End)],
    ),
    bind(
        "Events",
        Command::LinkForward,
        "Along a link to a later event",
        &[(NONE, Key::CloseBracket)],
    ),
    bind(
        "Events",
        Command::LinkBack,
        "Along a link to an earlier event",
        &[(NONE, Key::OpenBracket)],
    ),
    bind(
        "Events",
        Command::Read,
        "Read the selected event",
        &[(NONE, Key::Enter)],
    ),
    bind(
        "Events",
        Command::StepBack,
        "Step back: close what was opened last",
        &[(NONE, Key::Escape)],
    ),
    bind(
        "Find",
        Command::Search,
        "Search",
        &[(NONE, Key::Slash), (Modifiers::COMMAND, Key::F)],
    ),
    bind(
        "Find",
        Command::ClearFilter,
        "Clear search and filters",
        &[],
    ),
    bind(
        "Find",
        Command::ToggleOthers,
        "Hide or fade the other events",
        &[(NONE, Key::H)],
    ),
    bind(
        "Find",
        Command::Category(1),
        "Show or hide category 1",
        &[(NONE, Key::Num1)],
    ),
    bind(
        "Find",
        Command::Category(2),
        "Show or hide category 2",
        &[(NONE, Key::Num2)],
    ),
    bind(
        "Find",
        Command::Category(3),
        "Show or hide category 3",
        &[(NONE, Key::Num3)],
    ),
    bind(
        "Find",
        Command::Category(4),
        "Show or hide category 4",
        &[(NONE, Key::Num4)],
    ),
    bind(
        "Find",
        Command::Category(5),
        "Show or hide category 5",
        &[(NONE, Key::Num5)],
    ),
    bind(
        "Find",
        Command::Category(6),
        "Show or hide category 6",
        &[(NONE, Key::Num6)],
    ),
    bind(
        "Find",
        Command::Category(7),
        "Show or hide category 7",
        &[(NONE, Key::Num7)],
    ),
    bind(
        "Find",
        Command::Category(8),
        "Show or hide category 8",
        &[(NONE, Key::Num8)],
    ),
    bind(
        "Find",
        Command::Category(9),
        "Show or hide category 9",
        &[(NONE, Key::Num9)],
    ),
    bind(
        "Cite",
        Command::CopyCitation,
        "Copy the citation of the selected event",
        &[],
    ),
    bind(
        "Cite",
        Command::CopyBibliography(CitationStyle::Chicago),
        "Copy the bibliography: Chicago",
        &[],
    ),
    bind(
        "Cite",
        Command::CopyBibliography(CitationStyle::Mla),
        "Copy the bibliography: MLA",
        &[],
    ),
    bind(
        "Cite",
        Command::CopyBibliography(CitationStyle::Apa),
        "Copy the bibliography: APA",
        &[],
    ),
    bind(
        "Cite",
        Command::CopyBibliography(CitationStyle::BibTex),
        "Copy the bibliography: BibTeX",
        &[],
    ),
    bind(
        "Write",
        Command::EditMode,
        "Edit, or read again",
        &[(NONE, Key::E)],
    ),
    bind(
        "Write",
        Command::AddEvent,
        "Add an event",
        &[(NONE, Key::N)],
    ),
    bind(
        "Write",
        Command::Undo,
        "Undo",
        &[(Modifiers::COMMAND, Key::Z)],
    ),
    bind(
        "Write",
        Command::Redo,
        "Redo",
        &[
            (Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z),
            (Modifiers::COMMAND, Key::Y),
        ],
    ),
    bind(
        "Write",
        Command::Save,
        "Save",
        &[(Modifiers::COMMAND, Key::S)],
    ),
    bind(
        "Write",
        Command::SaveAs,
        "Save under another name",
        &[(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S)],
    ),
    bind(
        "Write",
        Command::ToggleAutosave,
        "Save by itself after each change, or only when asked",
        &[],
    ),
    bind(
        "Write",
        Command::OpenEditor,
        "Open the file in a text editor",
        &[],
    ),
    bind(
        "Teach",
        Command::Present,
        "Present the story in hand",
        &[(NONE, Key::F5)],
    ),
    bind(
        "Teach",
        Command::PresentHere,
        "Present the events that show, from here",
        &[(Modifiers::SHIFT, Key::F5)],
    ),
    bind(
        "Teach",
        Command::ChooseLesson,
        "Choose what to present, and on which display",
        &[],
    ),
    bind("Teach", Command::Quiz, "Ask the class", &[(NONE, Key::Q)]),
    bind("Teach", Command::Stories, "Stories", &[(NONE, Key::L)]),
    bind(
        "Teach",
        Command::RecordView,
        "Record this view as a step",
        &[(NONE, Key::V)],
    ),
    bind(
        "Window",
        Command::Palette,
        "All commands",
        &[(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::P)],
    ),
    bind(
        "Window",
        Command::Keys,
        "All keys",
        &[(NONE, Key::Questionmark)],
    ),
    bind(
        "Window",
        Command::OpenFile,
        "Open a timeline",
        &[(Modifiers::COMMAND, Key::O)],
    ),
    bind(
        "Window",
        Command::OpenPath,
        "Open a timeline by its path",
        &[(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::O)],
    ),
    bind(
        "Window",
        Command::Share,
        "Share: a picture, a poster, other programs",
        &[(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::E)],
    ),
    bind(
        "Window",
        Command::Import,
        "Import from another program",
        &[],
    ),
    bind(
        "Window",
        Command::UpdateFromTable,
        "Bring the timeline up to date from a table",
        &[],
    ),
    bind(
        "Window",
        Command::OpenBuiltIn,
        "Open the built-in timeline",
        &[],
    ),
    bind(
        "Window",
        Command::Article,
        "Show or hide the article",
        &[(NONE, Key::R)],
    ),
    bind(
        "Window",
        Command::Problems,
        "Show or hide the problems of the file",
        &[(NONE, Key::P)],
    ),
    bind(
        "Window",
        Command::Text,
        "Show or hide the text of the file",
        &[(NONE, Key::X)],
    ),
    bind(
        "Window",
        Command::ToggleTheme,
        "Light or dark",
        &[(NONE, Key::T)],
    ),
    bind(
        "Window",
        Command::ToggleContrast,
        "High contrast on or off",
        &[],
    ),
    bind("Window", Command::NextTextSize, "Next size of text", &[]),
    bind(
        "Window",
        Command::ToggleMotion,
        "Less motion on or off",
        &[],
    ),
    bind(
        "Window",
        Command::ToggleLanguage,
        "English or Japanese titles and dates",
        &[(NONE, Key::J)],
    ),
    bind(
        "Window",
        Command::ToggleWheel,
        "Let the wheel zoom or move",
        &[],
    ),
];
