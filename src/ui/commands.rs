//! All commands, with their keys: the one table that binds the keys, fills the palette and is listed by `?`.
//!
//! A [`Command`] carries no data, so that it can be listed; what it does at this moment is an
//! [`Action`].

mod cite;
mod lesson;
mod settings;
mod table;

use egui::{Key, Modifiers};

use crate::messages::{Message, message};
use crate::state::{
    Action, CitationStyle, Deck, Effect, FilterAction, Foreign, Mode, Others, Overlay, PanelAction,
    PresentAction, ViewAction, Walk, Workspace, WriteAction,
};

pub use lesson::{Keymap, LESSON, QUESTIONS};
pub use table::TABLE;

/// Something that can be done at any time without further words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the table says what each does")]
pub enum Command {
    ZoomIn,
    ZoomOut,
    PanEarlier,
    PanLater,
    Centre,
    FitAll,
    Back,
    Forward,
    NextEvent,
    PreviousEvent,
    LaneAbove,
    LaneBelow,
    FirstEvent,
    LastEvent,
    LinkForward,
    LinkBack,
    Read,
    StepBack,
    Search,
    ClearFilter,
    ToggleOthers,
    Category(u8),
    EditMode,
    Present,
    PresentHere,
    ChooseLesson,
    Quiz,
    Stories,
    Outline,
    RecordView,
    NextStep,
    PreviousStep,
    FirstStep,
    LastStep,
    GoToStep,
    StepOverview,
    Blank,
    White,
    Freeze,
    Roam,
    Pointer,
    Pen,
    Wipe,
    CoverNames,
    Notes,
    LargerNotes,
    SmallerNotes,
    SwapDisplay,
    Displays,
    LessonMenu,
    ResetClock,
    EndLesson,
    CloseStep,
    Undo,
    Redo,
    Save,
    SaveAs,
    AddEvent,
    ToggleAutosave,
    OpenEditor,
    Palette,
    Keys,
    OpenFile,
    OpenPath,
    Share,
    Import,
    UpdateFromTable,
    OpenBuiltIn,
    Article,
    Problems,
    Text,
    ToggleTheme,
    ToggleContrast,
    ToggleMotion,
    LargerText,
    SmallerText,
    UsualText,
    Settings,
    ToggleLanguage,
    ToggleWheel,
    ToggleEraRuler,
    CopyCitation,
    CopyBibliography(CitationStyle),
}

/// A line of the table.
pub struct Binding {
    /// What is bound.
    pub command: Command,
    /// Under which heading it stands in the list of keys.
    pub group: Group,
    /// What it does.
    pub name: Message,
    /// Keys that do it; any of them.
    pub keys: &'static [(Modifiers, Key)],
}

/// A heading in the list of keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the headings say it")]
pub enum Group {
    Look,
    Events,
    Find,
    Cite,
    Write,
    Teach,
    Window,
    Class,
    Questions,
}

impl Group {
    /// The heading.
    pub fn name(self) -> Message {
        match self {
            Self::Look => message!("commands-group-look"),
            Self::Events => message!("commands-group-events"),
            Self::Find => message!("commands-group-find"),
            Self::Cite => message!("commands-group-cite"),
            Self::Write => message!("commands-group-write"),
            Self::Teach => message!("commands-group-teach"),
            Self::Window => message!("commands-group-window"),
            Self::Class => message!("commands-group-class"),
            Self::Questions => message!("commands-group-questions"),
        }
    }
}

/// How far a key moves, as a share of the view.
const PAN_STEP: f64 = 0.15;
/// How much a key zooms.
const ZOOM_STEP: f64 = 1.35;

/// What the window knows and the workspace does not.
#[derive(Debug, Clone, Copy, Default)]
pub struct Moment {
    /// The day under the pointer, where it is over the canvas.
    pub pointer_day: Option<f64>,
    /// Whether the window is dark now, whatever the setting says.
    pub dark: bool,
}

/// Modifiers must be just those of the table; only signs that need Shift on some keyboards may have it.
fn fits(wanted: Modifiers, pressed: Modifiers, key: Key) -> bool {
    let signs = [
        Key::Questionmark,
        Key::Plus,
        Key::Slash,
        Key::OpenBracket,
        Key::CloseBracket,
        Key::Equals,
    ];
    let shift = wanted.shift == pressed.shift || signs.contains(&key);
    shift && wanted.alt == pressed.alt && wanted.command == (pressed.command || pressed.ctrl)
}

/// What a command does now. `None` is for what only the window can do: give the search field the focus.
pub fn action(command: Command, workspace: &Workspace, moment: Moment) -> Option<Action> {
    let elsewhere = lesson::action(command).or_else(|| cite::action(command, workspace));
    let elsewhere =
        elsewhere.or_else(|| settings::setting(command, workspace, moment).map(Action::Setting));
    if elsewhere.is_some() {
        return elsewhere;
    }
    let view = |action| Some(Action::View(action));
    let walk = |walk| Some(Action::Walk(walk));
    let panel = |action| Some(Action::Panel(action));
    match command {
        Command::ZoomIn => view(zoom(workspace, moment, ZOOM_STEP)),
        Command::ZoomOut => view(zoom(workspace, moment, 1.0 / ZOOM_STEP)),
        Command::PanEarlier => view(ViewAction::PanBy(
            -PAN_STEP * workspace.view().window().days,
        )),
        Command::PanLater => view(ViewAction::PanBy(PAN_STEP * workspace.view().window().days)),
        Command::Centre => view(ViewAction::CentreSelection),
        Command::FitAll => view(ViewAction::FitAll),
        Command::Back => view(ViewAction::Back),
        Command::Forward => view(ViewAction::Forward),
        Command::NextEvent => walk(Walk::Next),
        Command::PreviousEvent => walk(Walk::Previous),
        Command::LaneAbove => walk(Walk::LaneAbove),
        Command::LaneBelow => walk(Walk::LaneBelow),
        Command::FirstEvent => walk(Walk::First),
        Command::LastEvent => walk(Walk::Last),
        Command::LinkForward => walk(Walk::LinkForward),
        Command::LinkBack => walk(Walk::LinkBack),
        Command::Read => panel(PanelAction::OpenInspector),
        Command::StepBack => panel(PanelAction::StepBack),
        Command::Search => None,
        Command::ClearFilter => Some(Action::Filter(FilterAction::Clear)),
        Command::ToggleOthers => Some(Action::Filter(FilterAction::Others(other_way(
            workspace.filter().others(),
        )))),
        Command::Category(number) => category(workspace, number),
        Command::Palette => panel(PanelAction::Overlay(Some(Overlay::Palette))),
        Command::Settings => panel(PanelAction::Overlay(Some(Overlay::Settings))),
        Command::Keys => panel(PanelAction::Overlay(Some(Overlay::Keys))),
        Command::OpenFile => Some(Action::Ask(Effect::PickFile)),
        Command::OpenPath => panel(PanelAction::Overlay(Some(Overlay::OpenPath))),
        Command::Share => panel(PanelAction::Overlay(Some(Overlay::Share))),
        Command::Import => Some(Action::Ask(Effect::PickForeign(Foreign::Timeline))),
        Command::UpdateFromTable => Some(Action::Ask(Effect::PickForeign(Foreign::Table))),
        Command::OpenBuiltIn => Some(Action::Ask(Effect::OpenBuiltIn)),
        Command::EditMode => panel(PanelAction::Mode(other_mode(workspace.session().mode))),
        Command::Present => Some(Action::Present(lesson(workspace))),
        Command::PresentHere => Some(Action::Present(PresentAction::Start(Deck::Events, None))),
        Command::ChooseLesson => panel(PanelAction::Overlay(Some(Overlay::Present))),
        Command::Stories => panel(PanelAction::Stories(!workspace.session().stories)),
        Command::Outline => panel(PanelAction::Outline(!workspace.session().outline)),
        Command::RecordView => Some(Action::Record(workspace.session().story.clone())),
        Command::Undo => Some(Action::Write(WriteAction::Undo)),
        Command::Redo => Some(Action::Write(WriteAction::Redo)),
        Command::Save => Some(Action::Write(WriteAction::Save)),
        Command::SaveAs => Some(Action::Ask(Effect::PickSave)),
        Command::AddEvent => None,
        Command::OpenEditor => Some(Action::Ask(editor(workspace))),
        Command::Article => article(workspace).map(Action::Panel),
        Command::Problems => panel(PanelAction::Problems(!workspace.session().problems)),
        Command::Text => panel(PanelAction::Text(!workspace.session().text)),
        // All others are those of a lesson, or settings.
        _ => None,
    }
}

fn zoom(workspace: &Workspace, moment: Moment, factor: f64) -> ViewAction {
    let day = moment
        .pointer_day
        .unwrap_or_else(|| workspace.view().window().mid());
    ViewAction::ZoomAt { day, factor }
}

fn category(workspace: &Workspace, number: u8) -> Option<Action> {
    let index = usize::from(number).checked_sub(1)?;
    workspace.timeline().categories.get(index)?;
    let query = workspace
        .filter()
        .query()
        .with_category_toggled(workspace.timeline(), index);
    Some(Action::Filter(FilterAction::Set(query.to_string())))
}

/// Closes the article, or opens that of the selected event's first excerpt, or else the first that has paragraphs.
pub fn article(workspace: &Workspace) -> Option<PanelAction> {
    if workspace.session().article.is_some() {
        return Some(PanelAction::CloseArticle);
    }
    let timeline = workspace.timeline();
    let excerpt = workspace
        .selected()
        .and_then(|(_, event)| event.excerpts.first());
    let of_excerpt = excerpt.and_then(|excerpt| timeline.sources.get(excerpt.source));
    let readable = || {
        timeline
            .sources
            .iter()
            .find(|source| !source.gists.is_empty() || source.text.is_some())
    };
    let source = of_excerpt.or_else(readable)?.id.clone();
    Some(PanelAction::OpenArticle {
        source,
        paragraph: excerpt.and_then(|excerpt| excerpt.paragraph),
    })
}

/// Opens the user's editor where the selected event stands, or else at the beginning.
fn editor(workspace: &Workspace) -> Effect {
    let at = workspace
        .selected()
        .map_or(0, |(_, event)| event.range.range().start);
    let place = workspace.document().position(at);
    Effect::OpenEditor {
        line: place.line,
        column: place.column,
    }
}

/// Tells the story in hand, or else the first one, or else the events that show.
pub(super) fn lesson(workspace: &Workspace) -> PresentAction {
    let timeline = workspace.timeline();
    let in_hand = workspace.session().story.as_ref();
    let known = in_hand.and_then(|id| timeline.story(id));
    match known.or(timeline.stories.first()) {
        Some(story) => PresentAction::Start(Deck::Story(story.id.clone()), Some(0)),
        None => PresentAction::Start(Deck::Events, None),
    }
}

fn other_mode(mode: Mode) -> Mode {
    match mode {
        Mode::Explore => Mode::Edit,
        Mode::Edit => Mode::Explore,
    }
}

fn other_way(others: Others) -> Others {
    match others {
        Others::Hidden => Others::Faded,
        Others::Faded => Others::Hidden,
    }
}

/// All keys of a line as they are written in the list.
pub fn keys_name(binding: &Binding) -> String {
    let names: Vec<_> = binding
        .keys
        .iter()
        .map(|&(held, key)| key_name(held, key))
        .collect();
    names.join("  ")
}

/// A key as it is written in the list.
pub fn key_name(modifiers: Modifiers, key: Key) -> String {
    let held = [
        (modifiers.command, "Ctrl+"),
        (modifiers.alt, "Alt+"),
        (modifiers.shift, "Shift+"),
    ];
    let held: String = held
        .iter()
        .filter(|(is, _)| *is)
        .map(|(_, name)| *name)
        .collect();
    let name = match key {
        Key::Escape => "Esc",
        // egui's own arrows are in no bundled font.
        Key::ArrowLeft => "←",
        Key::ArrowRight => "→",
        Key::ArrowUp => "↑",
        Key::ArrowDown => "↓",
        Key::Minus => "−",
        _ => key.symbol_or_name(),
    };
    format!("{held}{name}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_is_bound_twice() {
        for table in [TABLE, LESSON] {
            let keys: Vec<_> = table.iter().flat_map(|binding| binding.keys).collect();
            for (index, key) in keys.iter().enumerate() {
                assert!(
                    !keys.iter().skip(index + 1).any(|other| other == key),
                    "{key:?} is bound twice"
                );
            }
        }
    }

    #[test]
    fn modifiers_decide() {
        let bound = |modifiers, key| Keymap::Work.bound(modifiers, key);
        assert_eq!(bound(Modifiers::ALT, Key::ArrowLeft), Some(Command::Back));
        assert_eq!(
            bound(Modifiers::NONE, Key::ArrowLeft),
            Some(Command::PreviousEvent)
        );
        assert_eq!(
            bound(Modifiers::SHIFT, Key::Questionmark),
            Some(Command::Keys)
        );
        assert_eq!(bound(Modifiers::COMMAND, Key::W), None);
    }

    #[test]
    fn who_looks_around_has_the_keys_of_the_timeline_and_the_way_back() {
        let bound = |key| Keymap::Roaming.bound(Modifiers::NONE, key);
        assert_eq!(bound(Key::Z), Some(Command::Roam));
        assert_eq!(bound(Key::PageDown), Some(Command::NextStep));
        assert_eq!(bound(Key::Period), Some(Command::Blank));
        assert_eq!(bound(Key::ArrowRight), Some(Command::NextEvent));
        assert_eq!(bound(Key::W), Some(Command::ZoomIn));
    }
}
