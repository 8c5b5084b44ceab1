//! The table itself, as data.

use egui::{Key, Modifiers};

use crate::messages::{Message, message};
use crate::state::CitationStyle;

use super::{Binding, Command, Group};

const NONE: Modifiers = Modifiers::NONE;

pub(super) const fn bind(
    group: Group,
    command: Command,
    name: Message,
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
        Group::Look,
        Command::ZoomIn,
        message!("commands-zoom-in"),
        &[(NONE, Key::W), (NONE, Key::Plus), (NONE, Key::Equals)],
    ),
    bind(
        Group::Look,
        Command::ZoomOut,
        message!("commands-zoom-out"),
        &[(NONE, Key::S), (NONE, Key::Minus)],
    ),
    bind(
        Group::Look,
        Command::PanEarlier,
        message!("commands-pan-earlier"),
        &[(NONE, Key::A)],
    ),
    bind(
        Group::Look,
        Command::PanLater,
        message!("commands-pan-later"),
        &[(NONE, Key::D)],
    ),
    bind(
        Group::Look,
        Command::Centre,
        message!("commands-centre"),
        &[(NONE, Key::F)],
    ),
    bind(
        Group::Look,
        Command::FitAll,
        message!("commands-fit-all"),
        &[(NONE, Key::Num0)],
    ),
    bind(
        Group::Look,
        Command::Back,
        message!("commands-back"),
        &[(Modifiers::ALT, Key::ArrowLeft)],
    ),
    bind(
        Group::Look,
        Command::Forward,
        message!("commands-forward"),
        &[(Modifiers::ALT, Key::ArrowRight)],
    ),
    bind(
        Group::Events,
        Command::NextEvent,
        message!("commands-next-event"),
        &[(NONE, Key::ArrowRight)],
    ),
    bind(
        Group::Events,
        Command::PreviousEvent,
        message!("commands-previous-event"),
        &[(NONE, Key::ArrowLeft)],
    ),
    bind(
        Group::Events,
        Command::LaneAbove,
        message!("commands-lane-above"),
        &[(NONE, Key::ArrowUp)],
    ),
    bind(
        Group::Events,
        Command::LaneBelow,
        message!("commands-lane-below"),
        &[(NONE, Key::ArrowDown)],
    ),
    bind(
        Group::Events,
        Command::FirstEvent,
        message!("commands-first-event"),
        &[(NONE, Key::Home)],
    ),
    bind(
        Group::Events,
        Command::LastEvent,
        message!("commands-last-event"),
        &[(NONE, Key::End)],
    ),
    bind(
        Group::Events,
        Command::LinkForward,
        message!("commands-link-forward"),
        &[(NONE, Key::CloseBracket)],
    ),
    bind(
        Group::Events,
        Command::LinkBack,
        message!("commands-link-back"),
        &[(NONE, Key::OpenBracket)],
    ),
    bind(
        Group::Events,
        Command::Read,
        message!("commands-read"),
        &[(NONE, Key::Enter)],
    ),
    bind(
        Group::Events,
        Command::StepBack,
        message!("commands-step-back"),
        &[(NONE, Key::Escape)],
    ),
    bind(
        Group::Find,
        Command::Outline,
        message!("commands-outline"),
        &[(NONE, Key::O)],
    ),
    bind(
        Group::Find,
        Command::Search,
        message!("commands-search"),
        &[(NONE, Key::Slash), (Modifiers::COMMAND, Key::F)],
    ),
    bind(
        Group::Find,
        Command::ClearFilter,
        message!("commands-clear-filter"),
        &[],
    ),
    bind(
        Group::Find,
        Command::ToggleOthers,
        message!("commands-toggle-others"),
        &[(NONE, Key::H)],
    ),
    bind(
        Group::Find,
        Command::Category(1),
        message!("commands-category-1"),
        &[(NONE, Key::Num1)],
    ),
    bind(
        Group::Find,
        Command::Category(2),
        message!("commands-category-2"),
        &[(NONE, Key::Num2)],
    ),
    bind(
        Group::Find,
        Command::Category(3),
        message!("commands-category-3"),
        &[(NONE, Key::Num3)],
    ),
    bind(
        Group::Find,
        Command::Category(4),
        message!("commands-category-4"),
        &[(NONE, Key::Num4)],
    ),
    bind(
        Group::Find,
        Command::Category(5),
        message!("commands-category-5"),
        &[(NONE, Key::Num5)],
    ),
    bind(
        Group::Find,
        Command::Category(6),
        message!("commands-category-6"),
        &[(NONE, Key::Num6)],
    ),
    bind(
        Group::Find,
        Command::Category(7),
        message!("commands-category-7"),
        &[(NONE, Key::Num7)],
    ),
    bind(
        Group::Find,
        Command::Category(8),
        message!("commands-category-8"),
        &[(NONE, Key::Num8)],
    ),
    bind(
        Group::Find,
        Command::Category(9),
        message!("commands-category-9"),
        &[(NONE, Key::Num9)],
    ),
    bind(
        Group::Cite,
        Command::CopyCitation,
        message!("commands-copy-citation"),
        &[],
    ),
    bind(
        Group::Cite,
        Command::CopyBibliography(CitationStyle::Chicago),
        message!("commands-bibliography-chicago"),
        &[],
    ),
    bind(
        Group::Cite,
        Command::CopyBibliography(CitationStyle::Mla),
        message!("commands-bibliography-mla"),
        &[],
    ),
    bind(
        Group::Cite,
        Command::CopyBibliography(CitationStyle::Apa),
        message!("commands-bibliography-apa"),
        &[],
    ),
    bind(
        Group::Cite,
        Command::CopyBibliography(CitationStyle::BibTex),
        message!("commands-bibliography-bibtex"),
        &[],
    ),
    bind(
        Group::Write,
        Command::EditMode,
        message!("commands-edit-mode"),
        &[(NONE, Key::E)],
    ),
    bind(
        Group::Write,
        Command::AddEvent,
        message!("commands-add-event"),
        &[(NONE, Key::N)],
    ),
    bind(
        Group::Write,
        Command::Undo,
        message!("commands-undo"),
        &[(Modifiers::COMMAND, Key::Z)],
    ),
    bind(
        Group::Write,
        Command::Redo,
        message!("commands-redo"),
        &[
            (Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z),
            (Modifiers::COMMAND, Key::Y),
        ],
    ),
    bind(
        Group::Write,
        Command::Save,
        message!("commands-save"),
        &[(Modifiers::COMMAND, Key::S)],
    ),
    bind(
        Group::Write,
        Command::SaveAs,
        message!("commands-save-as"),
        &[(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S)],
    ),
    bind(
        Group::Write,
        Command::ToggleAutosave,
        message!("commands-toggle-autosave"),
        &[],
    ),
    bind(
        Group::Write,
        Command::OpenEditor,
        message!("commands-open-editor"),
        &[],
    ),
    bind(
        Group::Teach,
        Command::Present,
        message!("commands-present"),
        &[(NONE, Key::F5)],
    ),
    bind(
        Group::Teach,
        Command::PresentHere,
        message!("commands-present-here"),
        &[(Modifiers::SHIFT, Key::F5)],
    ),
    bind(
        Group::Teach,
        Command::ChooseLesson,
        message!("commands-choose-lesson"),
        &[],
    ),
    bind(
        Group::Teach,
        Command::Quiz,
        message!("commands-quiz"),
        &[(NONE, Key::Q)],
    ),
    bind(
        Group::Teach,
        Command::Stories,
        message!("commands-stories"),
        &[(NONE, Key::L)],
    ),
    bind(
        Group::Teach,
        Command::RecordView,
        message!("commands-record-view"),
        &[(NONE, Key::V)],
    ),
    bind(
        Group::Window,
        Command::Palette,
        message!("commands-palette"),
        &[(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::P)],
    ),
    bind(
        Group::Window,
        Command::Keys,
        message!("commands-keys"),
        &[(NONE, Key::Questionmark)],
    ),
    bind(
        Group::Window,
        Command::OpenFile,
        message!("commands-open-file"),
        &[(Modifiers::COMMAND, Key::O)],
    ),
    bind(
        Group::Window,
        Command::OpenPath,
        message!("commands-open-path"),
        &[(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::O)],
    ),
    bind(
        Group::Window,
        Command::Share,
        message!("commands-share"),
        &[(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::E)],
    ),
    bind(
        Group::Window,
        Command::Import,
        message!("commands-import"),
        &[],
    ),
    bind(
        Group::Window,
        Command::UpdateFromTable,
        message!("commands-update-from-table"),
        &[],
    ),
    bind(
        Group::Window,
        Command::OpenBuiltIn,
        message!("commands-open-built-in"),
        &[],
    ),
    bind(
        Group::Window,
        Command::Article,
        message!("commands-article"),
        &[(NONE, Key::R)],
    ),
    bind(
        Group::Window,
        Command::Problems,
        message!("commands-problems"),
        &[(NONE, Key::P)],
    ),
    bind(
        Group::Window,
        Command::Text,
        message!("commands-text"),
        &[(NONE, Key::X)],
    ),
    bind(
        Group::Window,
        Command::ToggleTheme,
        message!("commands-toggle-theme"),
        &[(NONE, Key::T)],
    ),
    bind(
        Group::Window,
        Command::ToggleContrast,
        message!("commands-toggle-contrast"),
        &[],
    ),
    bind(
        Group::Window,
        Command::Settings,
        message!("commands-settings"),
        &[(Modifiers::COMMAND, Key::Comma)],
    ),
    bind(
        Group::Window,
        Command::LargerText,
        message!("commands-larger-text"),
        &[
            (Modifiers::COMMAND, Key::Plus),
            (Modifiers::COMMAND, Key::Equals),
        ],
    ),
    bind(
        Group::Window,
        Command::SmallerText,
        message!("commands-smaller-text"),
        &[(Modifiers::COMMAND, Key::Minus)],
    ),
    bind(
        Group::Window,
        Command::UsualText,
        message!("commands-usual-text"),
        &[(Modifiers::COMMAND, Key::Num0)],
    ),
    bind(
        Group::Window,
        Command::ToggleMotion,
        message!("commands-toggle-motion"),
        &[],
    ),
    bind(
        Group::Window,
        Command::ToggleLanguage,
        message!("commands-toggle-language"),
        &[(NONE, Key::J)],
    ),
    bind(
        Group::Window,
        Command::ToggleWheel,
        message!("commands-toggle-wheel"),
        &[],
    ),
    bind(
        Group::Window,
        Command::ToggleEraRuler,
        message!("commands-toggle-era-ruler"),
        &[],
    ),
];
