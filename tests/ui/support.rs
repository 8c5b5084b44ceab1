//! A window without a screen: the real interface over a real workspace, with hands and eyes.
//!
//! [`Window`] does what `app.rs` does (show, apply what was asked for, show again) and keeps the effects instead of
//! running them. Its hands are events as a desktop sends them; its eyes are the names that a screen reader reads.

use std::collections::BTreeMap;

use egui::accesskit::{Role, Toggled};
use egui::{
    Event, ImeEvent, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, Rect, TouchPhase, Vec2,
};
use egui_kittest::kittest::{AccessKitNode, By, NodeT as _, Queryable as _};
use egui_kittest::{Harness, Node};

use transpacific::app::built_in;
use transpacific::document::{Document, Id, Timeline};
use transpacific::messages::grouped;
use transpacific::scene::{Frame, Size};
use transpacific::state::{Action, Display, Effect, Loaded, Origin, Saved, Workspace};
use transpacific::time::{Lang, TimeScale, TimeWindow};
use transpacific::ui::{Look, install_fonts, show};

/// The size that the window opens with.
pub(crate) const SIZE: Vec2 = Vec2::new(1440.0, 900.0);
/// A flight takes about ten frames, since one advances by at most 50 ms.
const FRAMES_TO_SETTLE: u64 = 60;
/// The same key on Linux and Windows; egui reports both for it there.
pub(crate) const CTRL: Modifiers = Modifiers::CTRL.plus(Modifiers::COMMAND);

/// What the shell of the program owns.
pub(crate) struct Desk {
    pub(crate) workspace: Workspace,
    look: Look,
    /// What the outside world was asked for.
    pub(crate) effects: Vec<Effect>,
    /// What the window asks for while nothing of it is done.
    asked: Option<Vec<String>>,
}

/// The window with somebody in front of it.
pub(crate) struct Window {
    pub(crate) harness: Harness<'static, Desk>,
}

/// A laptop and a projector.
pub(crate) fn displays() -> [Display; 2] {
    [("laptop", true, 0), ("projector", false, 1440)].map(|(name, is_here, x)| Display {
        name: name.to_owned(),
        width: 1920,
        height: 1080,
        at: (x, 0),
        is_here,
    })
}

/// A document that is no file.
pub(crate) fn loaded(text: &str) -> Loaded {
    let document = Document::parse("test.ron", text);
    Loaded::new(Origin::StandardInput, document, BTreeMap::new())
}

impl Window {
    /// The timeline that ships, as on the first start.
    pub(crate) fn shipped() -> Self {
        Self::open(Workspace::new(built_in(), Saved::default()), SIZE)
    }

    /// A timeline of one's own.
    pub(crate) fn of(text: &str) -> Self {
        Self::open(Workspace::new(loaded(text), Saved::default()), SIZE)
    }

    /// A document in its first frame, with whatever is then still under way.
    pub(crate) fn of_unsettled(loaded: Loaded) -> Self {
        Self::first_frame(Workspace::new(loaded, Saved::default()), SIZE)
    }

    /// Any workspace in a window of any size.
    pub(crate) fn open(workspace: Workspace, size: Vec2) -> Self {
        let mut window = Self::first_frame(workspace, size);
        window.settle();
        window
    }

    fn first_frame(workspace: Workspace, size: Vec2) -> Self {
        let desk = Desk {
            workspace,
            look: Look::default(),
            effects: Vec::new(),
            asked: None,
        };
        let harness = Harness::builder()
            .with_size(size)
            .with_max_steps(FRAMES_TO_SETTLE)
            .with_context_setup(install_fonts)
            .build_ui_state(frame, desk);
        Self { harness }
    }

    /// Whether names are being placed on another thread.
    pub(crate) fn is_placing(&self) -> bool {
        self.harness.state().look.is_placing()
    }

    /// Shows frames until they are placed.
    #[track_caller]
    pub(crate) fn wait_for_names(&mut self) {
        let begun = std::time::Instant::now();
        while self.is_placing() {
            assert!(begun.elapsed().as_secs() < 60, "the names are never placed");
            std::thread::sleep(std::time::Duration::from_millis(1));
            self.step();
        }
        self.settle();
    }

    /// Shows frames until nothing moves any more.
    #[track_caller]
    pub(crate) fn settle(&mut self) {
        self.harness.run();
    }

    /// Shows one frame.
    pub(crate) fn step(&mut self) {
        self.harness.step();
    }

    /// Makes the window as large as this.
    pub(crate) fn resize(&mut self, size: Vec2) {
        self.harness.set_size(size);
        self.settle();
    }
}

/// One frame, as the shell runs it.
fn frame(ui: &mut egui::Ui, desk: &mut Desk) {
    let actions = show(ui, &desk.workspace, &mut desk.look);
    if let Some(asked) = &mut desk.asked {
        return asked.extend(actions.iter().map(|action| format!("{action:?}")));
    }
    if !actions.is_empty() {
        ui.ctx().request_repaint();
    }
    for action in actions {
        desk.effects.extend(desk.workspace.apply(action));
    }
}

/// What there is.
impl Window {
    pub(crate) fn workspace(&self) -> &Workspace {
        &self.harness.state().workspace
    }

    pub(crate) fn timeline(&self) -> &Timeline {
        self.workspace().timeline()
    }

    pub(crate) fn effects(&self) -> &[Effect] {
        &self.harness.state().effects
    }

    /// Id of the event that is read.
    pub(crate) fn selected(&self) -> Option<&str> {
        self.workspace().session().selected.as_deref()
    }

    /// What would be taken back, in English.
    pub(crate) fn undo_name(&self) -> Option<String> {
        let name = self.workspace().writing().undo_name()?;
        Some(name.text(Lang::En))
    }

    /// The stretch of time in view.
    pub(crate) fn view(&self) -> TimeWindow {
        self.workspace().view().window()
    }

    /// Ids of the events that the filter shows.
    pub(crate) fn shown(&self) -> Vec<&str> {
        let events = &self.timeline().events;
        let shown = self.workspace().filter().selection().iter();
        shown
            .filter_map(|index| events.get(index as usize))
            .map(|event| &*event.id)
            .collect()
    }

    /// Does something that is not what the test is about, and lets it end.
    pub(crate) fn apply(&mut self, action: Action) {
        self.harness.state_mut().workspace.apply(action);
        self.settle();
    }

    /// Does something and does not wait for what comes of it.
    pub(crate) fn apply_unsettled(&mut self, action: Action) {
        let desk = self.harness.state_mut();
        desk.effects.extend(desk.workspace.apply(action));
    }

    /// From now on nothing that is asked for is done.
    pub(crate) fn start_asking(&mut self) {
        self.harness.state_mut().asked = Some(Vec::new());
    }

    /// What was asked for since.
    pub(crate) fn stop_asking(&mut self) -> Vec<String> {
        self.harness.state_mut().asked.take().unwrap_or_default()
    }

    pub(crate) fn select(&mut self, id: &str) {
        self.apply(Action::Select(Some(Id::from(id))));
    }
}

/// Eyes.
impl Window {
    pub(crate) fn root(&self) -> Node<'_> {
        self.harness.root()
    }

    /// Everything with this role and name.
    pub(crate) fn all<'a>(&'a self, role: Role, name: &'a str) -> Vec<Node<'a>> {
        self.harness
            .query_all(By::new().role(role).label(name))
            .collect()
    }

    /// Everything of which this holds.
    pub(crate) fn all_with(
        &self,
        holds: impl Fn(&AccessKitNode<'_>) -> bool + 'static,
    ) -> Vec<Node<'_>> {
        let by = By::new().predicate(holds);
        self.harness.query_all(by).collect()
    }

    /// The one thing with this role and name.
    #[track_caller]
    pub(crate) fn the<'a>(&'a self, role: Role, name: &'a str) -> Node<'a> {
        let mut all = self.all(role, name);
        let count = all.len();
        match all.pop() {
            Some(node) if count == 1 => node,
            _ => panic!(
                "{count} of {role:?} “{name}”; there are {:?}",
                self.names(role)
            ),
        }
    }

    /// The names of everything with this role.
    pub(crate) fn names(&self, role: Role) -> Vec<String> {
        let nodes = self.harness.query_all(By::new().role(role));
        nodes.filter_map(|node| name(&node)).collect()
    }

    /// Whether this is a text in the window, word for word.
    pub(crate) fn says(&self, text: &str) -> bool {
        !self.all(Role::Label, text).is_empty()
    }

    /// Whether a text in the window has this in it.
    pub(crate) fn mentions(&self, text: &str) -> bool {
        self.has(Role::Label, text)
    }

    /// Whether something with this role has this in its name.
    pub(crate) fn has(&self, role: Role, part: &str) -> bool {
        let by = By::new().role(role).label_contains(part);
        self.harness.query_all(by).next().is_some()
    }

    /// Whether a box is ticked, a chip on.
    #[track_caller]
    pub(crate) fn is_on(&self, role: Role, name: &str) -> bool {
        self.the(role, name).accesskit_node().toggled() == Some(Toggled::True)
    }

    /// Where the canvas lies, and how its time lies on the screen.
    #[track_caller]
    pub(crate) fn canvas(&self) -> Canvas {
        let area = self.harness.get_by_role(Role::Canvas).rect();
        let size = Size {
            width: area.width(),
            height: area.height(),
        };
        let frame = Frame::new(size, self.timeline().series.len());
        let left = area.left() + frame.lanes.left;
        let scale = TimeScale::new(self.view(), left, frame.lanes.width());
        Canvas { area, frame, scale }
    }

    /// What an event is called on the canvas.
    #[track_caller]
    pub(crate) fn name_of(&self, id: &str) -> String {
        let Some(event) = self.timeline().event(id) else {
            panic!("there is no event {id}");
        };
        let said = format!("{}, {}", event.title, event.when.display(Lang::En));
        let lane = &self.timeline().categories[event.category].name;
        let shown = self.workspace().filter().selection();
        let index = self.timeline().event_index(id).map(|index| index as u32);
        let place = index.and_then(|index| shown.lane(event.category).binary_search(&index).ok());
        match place.filter(|_| shown.is_on(event.category)) {
            Some(place) => {
                let count = shown.lane(event.category).len();
                let (place, count) = (grouped(place + 1), grouped(count));
                format!("event {place} of {count} in {lane}, {said}")
            }
            None => format!("does not match, {lane}, {said}"),
        }
    }

    /// Whether the cursor stands in the search field.
    pub(crate) fn is_searching(&self) -> bool {
        self.the(Role::TextInput, "Search").is_focused()
    }
}

/// A key as the window hears of it, without what it writes.
pub(crate) fn key_event(modifiers: Modifiers, key: Key, pressed: bool) -> Event {
    Event::Key {
        key,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers,
    }
}

/// The role of an event on the canvas.
pub(crate) const EVENT: Role = Role::ListBoxOption;

/// The name of a node; of a text, its words.
pub(crate) fn name(node: &Node<'_>) -> Option<String> {
    let node = node.accesskit_node();
    if node.role() == Role::Label {
        node.value()
    } else {
        node.label()
    }
}

/// The canvas on the screen.
pub(crate) struct Canvas {
    pub(crate) area: Rect,
    pub(crate) frame: Frame,
    pub(crate) scale: TimeScale,
}

impl Canvas {
    /// A point of the lanes, `x` and `y` from 0 to 1.
    pub(crate) fn at(&self, x: f32, y: f32) -> Pos2 {
        self.within(self.frame.lanes, x, y)
    }

    /// A point of the overview, `x` from 0 to 1.
    pub(crate) fn overview(&self, x: f32) -> Pos2 {
        self.within(self.frame.overview_strip(), x, 0.5)
    }

    fn within(&self, rect: transpacific::scene::Rect, x: f32, y: f32) -> Pos2 {
        let offset = Vec2::new(
            rect.left + rect.width() * x,
            rect.top + (rect.bottom - rect.top) * y,
        );
        self.area.min + offset
    }
}

/// Hands.
impl Window {
    /// Clicks the one thing with this role and name.
    #[track_caller]
    pub(crate) fn click(&mut self, role: Role, name: &str) {
        self.the(role, name).click();
        self.settle();
    }

    #[track_caller]
    pub(crate) fn click_button(&mut self, name: &str) {
        self.click(Role::Button, name);
    }

    pub(crate) fn click_at(&mut self, at: Pos2) {
        self.harness.hover_at(at);
        self.harness.drag_at(at);
        self.harness.event(release(at));
        self.settle();
    }

    pub(crate) fn double_click_at(&mut self, at: Pos2) {
        self.harness.hover_at(at);
        // A frame takes a quarter of a second here: both clicks must come in one to be one.
        let press = |pressed| Event::PointerButton {
            pos: at,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        self.harness.step();
        for _ in 0..2 {
            self.together([Some(press(true)), Some(press(false)), None]);
        }
        self.settle();
    }

    /// Closes an open menu by a click beside it.
    pub(crate) fn close_menus(&mut self) {
        let title = Pos2::new(20.0, 20.0);
        self.click_at(title);
    }

    pub(crate) fn hover(&mut self, at: Pos2) {
        self.harness.hover_at(at);
        self.settle();
    }

    /// Presses at a point, moves by these steps and lets go.
    pub(crate) fn drag(&mut self, from: Pos2, steps: &[Vec2]) {
        self.harness.hover_at(from);
        self.harness.drag_at(from);
        let mut at = from;
        for step in steps {
            at += *step;
            self.harness.hover_at(at);
        }
        self.harness.event(release(at));
        self.settle();
    }

    /// Turns the wheel at a point. Positive: away from oneself, or to the left.
    pub(crate) fn wheel(&mut self, at: Pos2, delta: Vec2, modifiers: Modifiers) {
        self.harness.hover_at(at);
        let wheel = Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta,
            phase: TouchPhase::Move,
            source: MouseWheelSource::Unknown,
            modifiers,
        };
        self.harness.event_modifiers(wheel, modifiers);
        self.settle();
    }

    /// Presses and releases a key. A key that writes something also sends its text, in the same frame, as a desktop
    /// does.
    #[track_caller]
    pub(crate) fn press(&mut self, modifiers: Modifiers, key: Key) {
        let event = |pressed| key_event(modifiers, key, pressed);
        let written = written(modifiers, key).map(Event::Text);
        self.together([
            Some(Event::ModifiersChanged(modifiers)),
            Some(event(true)),
            written,
        ]);
        self.together([
            Some(event(false)),
            Some(Event::ModifiersChanged(Modifiers::NONE)),
            None,
        ]);
        self.settle();
    }

    #[track_caller]
    pub(crate) fn key(&mut self, key: Key) {
        self.press(Modifiers::NONE, key);
    }

    fn together(&mut self, events: [Option<Event>; 3]) {
        self.harness
            .input_mut()
            .events
            .extend(events.into_iter().flatten());
        self.harness.step();
    }

    /// What an input method shows of a word that it composes; nothing ends the word.
    pub(crate) fn compose(&mut self, text: &str) {
        let preedit = Event::Ime(ImeEvent::Preedit {
            text: text.to_owned(),
            active_range_chars: None,
        });
        self.together([Some(preedit), None, None]);
        self.settle();
    }

    /// Presses a key that an input method makes something of, so that it writes nothing.
    pub(crate) fn press_unwritten(&mut self, key: Key) {
        for pressed in [true, false] {
            self.together([Some(key_event(Modifiers::NONE, key, pressed)), None, None]);
        }
        self.settle();
    }

    /// The word is taken, with the key that takes it where the system hands that on.
    pub(crate) fn commit(&mut self, text: &str, key: Option<Key>) {
        let event = |pressed| key.map(|key| key_event(Modifiers::NONE, key, pressed));
        let commit = Event::Ime(ImeEvent::Commit(text.to_owned()));
        self.together([event(true), Some(commit), None]);
        self.together([event(false), None, None]);
        self.settle();
    }

    /// Enters a text into what has the focus, as from the clipboard.
    pub(crate) fn type_at_once(&mut self, text: &str) {
        self.together([Some(Event::Text(text.to_owned())), None, None]);
        self.settle();
    }

    /// Types a text, letter by letter, into what has the focus.
    pub(crate) fn type_text(&mut self, text: &str) {
        for letter in text.chars() {
            self.harness.event(Event::Text(letter.to_string()));
        }
        self.settle();
    }

    /// Empties the search field by hand and types this; leaves the cursor in it.
    #[track_caller]
    pub(crate) fn search(&mut self, text: &str) {
        self.click(Role::TextInput, "Search");
        self.press(CTRL, Key::A);
        self.key(Key::Delete);
        self.type_text(text);
        assert_eq!(self.workspace().filter().text(), text, "what was typed");
    }
}

fn release(at: Pos2) -> Event {
    Event::PointerButton {
        pos: at,
        button: egui::PointerButton::Primary,
        pressed: false,
        modifiers: Modifiers::NONE,
    }
}

/// The text that a key writes, with nothing held but Shift.
fn written(modifiers: Modifiers, key: Key) -> Option<String> {
    let sign = key.symbol_or_name();
    let writes = modifiers.is_none() || modifiers.shift_only();
    (writes && sign.chars().count() == 1 && !is_arrow(key)).then(|| sign.to_lowercase())
}

fn is_arrow(key: Key) -> bool {
    matches!(
        key,
        Key::ArrowUp | Key::ArrowDown | Key::ArrowLeft | Key::ArrowRight
    )
}
