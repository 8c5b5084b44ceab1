//! Every place of the window that somebody can come to, for tests that hold everywhere.
//!
//! The lists are made from the enums that the window itself goes by, each with a match without `_`: a new box, board or
//! panel does not compile here before it has its place.

use std::iter::successors;

use egui::accesskit::{NodeId, Role};
use egui::{Event, Key, Modifiers, Rect, Sense, Vec2};
use egui_kittest::kittest::NodeT as _;

use transpacific::document::{Edit, Id, Key as EntryKey, List};
use transpacific::messages::Message;
use transpacific::state::{
    Action, Board, Deck, Foreign, Form, LangChoice, Mode, Motion, Overlay, PanelAction,
    PresentAction, QuizAction, QuizKind, Saved, Session, Setting, TableColumn, UnclearTable,
    Unsaved, Workspace, WriteAction, Written,
};
use transpacific::time::Lang;

use crate::support::{Window, displays, key_event, loaded, name};

/// A little of everything that a file can have, and an entry that cannot be read.
const TEXT: &str = r##"#![enable(implicit_some)]
Timeline(
    title: "Two shores of one ocean", title_ja: "一つの海の両岸",
    categories: [
        (id: "trade", name: "Trade and money", name_ja: "貿易と通貨", color: "#8A6A14", shape: Square),
        (id: "culture", name: "Culture", name_ja: "文化", color: "#2A6A8A", shape: Circle),
    ],
    actors: [(id: "us", name: "United States", name_ja: "米国"), (id: "japan", name: "Japan", name_ja: "日本")],
    eras: [(title: "Occupation", title_ja: "占領期", when: "1945-09-02/1952-04-28")],
    sources: [
        (id: "book", kind: Article, author: "A. Writer", title: "A long relationship", date: "2019",
         url: "https://example.org/book", gists: ["What the first paragraph says.", "What the second one says."]),
    ],
    events: [
        (id: "a", when: "1945-09-02", title: "The surrender is signed", title_ja: "降伏文書の調印", category: "trade", actors: ["us", "japan"], summary: "One."),
        (id: "b", when: "1951-09-08", title: "The peace treaty of San Francisco", category: "culture", summary: "One."),
        (id: "c", when: "1971-08-15", title: "The dollar leaves gold", title_ja: "ニクソン・ショック（ドル・ショック）", category: "trade",
         actors: ["us"], significance: 5, summary: "Two sentences. In **our** words.",
         excerpts: [(source: "book", paragraph: 1, quote: "reminiscent of the shocks", stance: Context)],
         sources: ["book"], links: [(to: "d", kind: LedTo), (to: "a", kind: ResponseTo)]),
        (id: "d", when: "1971-12-18", title: "The Smithsonian agreement", category: "trade", summary: "One."),
        (id: "e", when: "1985-09-22", title: "The Plaza accord", title_ja: "プラザ合意", category: "culture", summary: "One."),
        (id: "f", when: "1995", title: "The car parts accord", category: "trade", summary: "One."),
        (id: "g", when: "soon", title: "Nobody can read this", category: "trade"),
    ],
    series: [(id: "yen", title: "Yen per dollar", unit: "¥", points: [("1971", 360.0), ("1985", 240.0), ("1995", 90.0)])],
    stories: [
        (id: "shocks", title: "From the shocks to the accord", title_ja: "ショックから合意へ", steps: [
            (event: "c", window: "1969/1974", note: "Ask first: **why?**"), (event: "e"), (series: "yen"),
        ]),
        (id: "other", title: "Another story", steps: [(event: "a")]),
    ],
)"##;

/// A place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Place {
    /// Reading, with nothing selected.
    Explore,
    /// Reading an event.
    Inspector,
    Article,
    Problems,
    Stories,
    Outline,
    /// The text of the file.
    Text,
    /// What of an earlier run is not saved.
    Unsaved,
    /// Something is done that takes its time.
    Busy,
    /// The form of an event.
    Form,
    /// Several events at once.
    Several,
    /// What else the file has: the lists, one of them, an entry of it.
    Entries(Option<List>),
    Entry(List),
    Box(Overlay),
    /// A way to share, by the name of its message.
    Share(&'static str),
    /// The completions of the search field.
    Completions,
    FileMenu,
    /// A lesson on the only screen.
    Lesson,
    Notes,
    Board(Board),
    Question(QuizKind),
    Roaming,
    /// The teacher's window.
    Presenter,
}

/// Every box.
fn boxes() -> impl Iterator<Item = Overlay> {
    successors(Some(Overlay::Keys), |last| match last {
        Overlay::Keys => Some(Overlay::Palette),
        Overlay::Palette => Some(Overlay::OpenPath),
        Overlay::OpenPath => Some(Overlay::Events),
        Overlay::Events => Some(Overlay::Conflict),
        Overlay::Conflict => Some(Overlay::Leave),
        Overlay::Leave => Some(Overlay::SavePath),
        Overlay::SavePath => Some(Overlay::Present),
        Overlay::Present => Some(Overlay::Share),
        Overlay::Share => Some(Overlay::Remarks),
        Overlay::Remarks => Some(Overlay::Settings),
        Overlay::Settings => Some(Overlay::Filter),
        Overlay::Filter => Some(Overlay::Columns),
        Overlay::Columns => None,
    })
}

/// Everything that can lie over a slide.
fn boards() -> impl Iterator<Item = Board> {
    successors(Some(Board::Overview), |last| match last {
        Board::Overview => Some(Board::GoTo),
        Board::GoTo => Some(Board::Displays),
        Board::Displays => Some(Board::Menu),
        Board::Menu => Some(Board::Quiz),
        Board::Quiz => None,
    })
}

fn of_mode(mode: Mode) -> Vec<Place> {
    match mode {
        Mode::Explore => vec![Place::Explore, Place::Inspector],
        Mode::Edit => {
            let lists = List::ALL.into_iter().filter(|list| *list != List::Events);
            let lists = lists.flat_map(|list| [Place::Entries(Some(list)), Place::Entry(list)]);
            let others = [Place::Form, Place::Several, Place::Entries(None)];
            others.into_iter().chain(lists).collect()
        }
    }
}

/// What can stand beside the canvas. Whoever gives a session a new part must say here where it shows.
fn of_parts(session: &Session) -> Vec<Place> {
    let Session {
        selected: _,
        inspector: _,
        article: _,
        overlay: _,
        listed: _,
        problems: _,
        mode: _,
        also: _,
        form: _,
        text: _,
        leaving: _,
        told: _,
        notice: _,
        stories: _,
        outline: _,
        story: _,
        system_lang: _,
        displays: _,
        loading: _,
        busy: _,
        remarks: _,
        table: _,
    } = session;
    vec![
        Place::Article,
        Place::Problems,
        Place::Stories,
        Place::Outline,
        Place::Text,
        Place::Unsaved,
        Place::Busy,
    ]
}

impl Place {
    pub(crate) fn all() -> Vec<Self> {
        let workspace = Workspace::new(loaded(TEXT), Saved::default());
        let mut all = of_mode(Mode::Explore);
        all.extend(of_mode(Mode::Edit));
        all.extend(of_parts(workspace.session()));
        all.extend(boxes().map(Self::Box));
        all.extend(["share-poster", "share-handout", "share-page", "share-other"].map(Self::Share));
        all.extend([Self::Completions, Self::FileMenu]);
        all.extend([Self::Lesson, Self::Notes, Self::Roaming, Self::Presenter]);
        all.extend(boards().map(Self::Board));
        all.extend(QuizKind::ALL.map(Self::Question));
        all
    }

    /// The window in this place, where nothing moves.
    pub(crate) fn open(self, size: Vec2, lang: Lang) -> Window {
        let mut workspace = Workspace::new(loaded(TEXT), Saved::default());
        let lang_choice = match lang {
            Lang::En => LangChoice::En,
            Lang::Ja => LangChoice::Ja,
        };
        for setting in [Setting::Motion(Motion::Reduced), Setting::Lang(lang_choice)] {
            workspace.apply(Action::Setting(setting));
        }
        // It opens by itself for a file with a fault.
        workspace.apply(Action::Panel(PanelAction::Problems(false)));
        for action in self.way() {
            workspace.apply(action);
        }
        let mut window = Window::open(workspace, size);
        let said = |name: &'static str| Message::new(name).text(lang);
        match self {
            Self::Share(name) => window.click(Role::RadioButton, &said(name)),
            Self::FileMenu => window.click_button(&said("window-file-menu")),
            Self::Completions => {
                window.key(Key::Slash);
                window.type_text("c");
            }
            _ => {}
        }
        window
    }

    /// What leads there.
    fn way(self) -> Vec<Action> {
        let panel = Action::Panel;
        let select = || Action::Select(Some(Id::from("c")));
        let edit = || panel(PanelAction::Mode(Mode::Edit));
        let start = || {
            Action::Present(PresentAction::Start(
                Deck::Story(Id::from("shocks")),
                Some(0),
            ))
        };
        match self {
            Self::Explore | Self::Completions | Self::FileMenu => Vec::new(),
            Self::Inspector => vec![select()],
            Self::Article => {
                let (source, paragraph) = (Id::from("book"), Some(1));
                let article = PanelAction::OpenArticle { source, paragraph };
                vec![select(), panel(article)]
            }
            Self::Problems => vec![panel(PanelAction::Problems(true))],
            Self::Outline => vec![select(), panel(PanelAction::Outline(true))],
            Self::Stories => vec![
                panel(PanelAction::Stories(true)),
                panel(PanelAction::Story(Some(Id::from("shocks")))),
            ],
            Self::Text => vec![panel(PanelAction::Text(true))],
            Self::Unsaved => vec![Action::Write(WriteAction::Unsaved(Unsaved {
                base: String::new(),
                text: TEXT.to_owned(),
                when: "25 November 2026, 11:30".to_owned(),
            }))],
            Self::Busy => vec![Action::Busy(Some(
                Message::new("app-making").with("name", "poster.pdf"),
            ))],
            Self::Form => vec![select(), edit()],
            Self::Several => vec![select(), edit(), Action::SelectAlso(Id::from("d"))],
            Self::Entries(list) => {
                let form = list.map(|list| Form { list, key: None });
                vec![edit(), panel(PanelAction::Form(form))]
            }
            Self::Entry(list) => vec![edit(), panel(PanelAction::Form(entry(list)))],
            Self::Box(overlay) => of_box(overlay),
            Self::Share(_) => of_box(Overlay::Share),
            Self::Lesson => vec![start()],
            Self::Notes => vec![start(), Action::Present(PresentAction::Notes)],
            Self::Board(board) => vec![start(), Action::Present(PresentAction::Board(board))],
            Self::Question(kind) => vec![
                start(),
                Action::Present(PresentAction::Board(Board::Quiz)),
                Action::Present(PresentAction::Quiz(QuizAction::Ask(kind, 1))),
            ],
            Self::Roaming => vec![start(), Action::Present(PresentAction::Explore)],
            // The class's display is gone: its window would else stand in this one.
            Self::Presenter => vec![
                Action::Displays(displays().to_vec()),
                start(),
                Action::Displays(displays()[..1].to_vec()),
            ],
        }
    }

    /// Whether it takes the whole window, or keeps the rest of it from being used.
    pub(crate) fn takes_all(self) -> bool {
        matches!(
            self,
            Self::Box(_)
                | Self::Share(_)
                | Self::Lesson
                | Self::Notes
                | Self::Board(_)
                | Self::Question(_)
                | Self::Presenter
        )
    }
}

/// The first entry of a list.
fn entry(list: List) -> Option<Form> {
    let id = |id| EntryKey::Id(Id::from(id));
    let key = match list {
        List::Categories => id("trade"),
        List::Actors => id("us"),
        List::Eras => EntryKey::Index(0),
        List::Sources => id("book"),
        List::Events => id("c"),
        List::Series => id("yen"),
        List::Stories => id("shocks"),
    };
    let key = Some(key);
    Some(Form { list, key })
}

/// What a box needs to have something to say.
fn of_box(overlay: Overlay) -> Vec<Action> {
    let open = Action::Panel(PanelAction::Overlay(Some(overlay)));
    match overlay {
        Overlay::Events => vec![Action::Panel(PanelAction::List([0, 1, 2].into()))],
        Overlay::Conflict => {
            let theirs = TEXT.replace("Two shores of one ocean", "Their shores");
            let ours = Edit::Title("title", "Our shores".to_owned());
            vec![
                ours.into(),
                Action::Write(WriteAction::OnDisk(theirs)),
                open,
            ]
        }
        Overlay::Remarks => vec![Action::Written(Written::Yes {
            told: Message::new("app-written").with("path", "poster.pdf"),
            remarks: vec![Message::new("app-stopped")],
        })],
        Overlay::Columns => {
            let column = |name: &str, field| TableColumn {
                name: name.to_owned(),
                examples: vec!["22.9.1985".to_owned()],
                field,
            };
            vec![Action::Unclear(UnclearTable {
                foreign: Foreign::Timeline,
                path: "/tmp/events.csv".into(),
                columns: vec![column("Name", Some("title")), column("Datum", None)],
            })]
        }
        Overlay::Keys
        | Overlay::Palette
        | Overlay::OpenPath
        | Overlay::Leave
        | Overlay::SavePath
        | Overlay::Present
        | Overlay::Share
        | Overlay::Settings
        | Overlay::Filter => vec![open],
    }
}

/// Something that can be clicked.
#[derive(Debug, Clone)]
pub(crate) struct Control {
    pub(crate) id: egui::Id,
    pub(crate) layer: egui::LayerId,
    pub(crate) role: Role,
    pub(crate) name: String,
    /// Where it stands, and what of that is in sight.
    pub(crate) rect: Rect,
    pub(crate) seen: Rect,
    pub(crate) is_enabled: bool,
}

impl Control {
    /// Whether it is whole in sight.
    pub(crate) fn is_whole(&self) -> bool {
        self.seen.expand(1.0).contains_rect(self.rect)
    }

    pub(crate) fn says(&self) -> String {
        format!("{:?} “{}” at {:?}", self.role, self.name, self.rect)
    }
}

impl Window {
    /// Everything that a pointer could click, were it in sight, in the order in which it is shown; of what lies under a box
    /// nothing.
    pub(crate) fn controls(&self) -> Vec<Control> {
        let named: std::collections::HashMap<NodeId, (Role, String)> = {
            let all = self.root().children_recursive();
            all.map(|node| {
                let role = node.accesskit_node().role();
                let (id, _) = node.accesskit_node().locate();
                (id, (role, name(&node).unwrap_or_default()))
            })
            .collect()
        };
        let ctx = &self.harness.ctx;
        let widgets: Vec<_> = ctx.viewport(|viewport| {
            let layers = viewport.prev_pass.widgets.layers();
            layers.flat_map(|(_, widgets)| widgets.to_vec()).collect()
        });
        let screen = ctx.content_rect();
        let reached = widgets.into_iter().filter(|widget| {
            let is_above = ctx.memory(|memory| memory.allows_interaction(widget.layer_id));
            widget.sense.contains(Sense::CLICK) && widget.visible && is_above
        });
        reached
            .filter_map(|widget| {
                let (role, name) = named.get(&widget.id.accesskit_id())?.clone();
                // Texts that can be selected and bars beside what Tab scrolls are for the pointer alone.
                let is_control = match role {
                    Role::Unknown | Role::GenericContainer | Role::Window | Role::Label => false,
                    Role::ScrollBar => !name.is_empty(),
                    _ => true,
                };
                is_control.then(|| Control {
                    id: widget.id,
                    layer: widget.layer_id,
                    role,
                    name,
                    rect: widget.rect,
                    seen: widget.interact_rect.intersect(screen),
                    is_enabled: widget.enabled,
                })
            })
            .collect()
    }

    pub(crate) fn focused(&self) -> Option<egui::Id> {
        self.harness.ctx.memory(egui::Memory::focused)
    }

    /// Presses Tab.
    pub(crate) fn tab(&mut self, modifiers: Modifiers) {
        self.tap(modifiers, Key::Tab);
    }

    /// Presses and releases a key that writes nothing, and waits until nothing moves.
    pub(crate) fn tap(&mut self, modifiers: Modifiers, key: Key) {
        let event = |pressed| key_event(modifiers, key, pressed);
        let events = [
            [Event::ModifiersChanged(modifiers), event(true)],
            [event(false), Event::ModifiersChanged(Modifiers::NONE)],
        ];
        for both in events {
            self.harness.input_mut().events.extend(both);
            self.step();
        }
        self.settle();
    }
}
