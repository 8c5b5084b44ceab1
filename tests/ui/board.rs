//! A lesson at a smart board: fingers, palms and pinches as winit reports them, and whether the back row can read it.

use egui::accesskit::Role;
use egui::epaint::Shape;
use egui::{Event, Key, PointerButton, Pos2, Rect, TouchDeviceId, TouchId, TouchPhase, Vec2, pos2};
use egui_kittest::kittest::{By, Queryable as _};

use transpacific::app::built_in;
use transpacific::state::{
    Action, Board, Cover, Mode, PanelAction, PresentAction, Presentation, Saved, Setting, Spot,
    TextSize, Tool, Unsaved, Workspace, WriteAction,
};

use crate::support::{Window, displays, loaded, name};

/// Hands at a board with a lesson on it.
struct Hands {
    window: Window,
    /// The finger that is the pointer: the first that came down.
    pointer: Option<u64>,
}

impl Hands {
    fn new() -> Self {
        let mut window = Window::shipped();
        window.key(Key::F5);
        Self {
            window,
            pointer: None,
        }
    }

    fn with(tool: Tool) -> Self {
        let mut hands = Self::new();
        hands
            .window
            .apply(Action::Present(PresentAction::Tool(tool)));
        hands
    }

    /// One event of a finger, in a frame of its own, with what winit makes of it for those who know mice only.
    fn touch(&mut self, finger: u64, phase: TouchPhase, at: Pos2) {
        let events = self.events(finger, phase, at);
        self.window.harness.input_mut().events.extend(events);
        self.window.step();
    }

    fn events(&mut self, finger: u64, phase: TouchPhase, at: Pos2) -> Vec<Event> {
        let button = |pressed| Event::PointerButton {
            pos: at,
            button: PointerButton::Primary,
            pressed,
            modifiers: egui::Modifiers::NONE,
        };
        let mut events = vec![Event::Touch {
            device_id: TouchDeviceId(1),
            id: TouchId(finger),
            phase,
            pos: at,
            force: None,
        }];
        if self.pointer.is_none_or(|pointer| pointer == finger) {
            match phase {
                TouchPhase::Start => {
                    self.pointer = Some(finger);
                    events.extend([Event::PointerMoved(at), button(true)]);
                }
                TouchPhase::Move => events.push(Event::PointerMoved(at)),
                TouchPhase::End => {
                    self.pointer = None;
                    events.extend([button(false), Event::PointerGone]);
                }
                TouchPhase::Cancel => {
                    self.pointer = None;
                    events.push(Event::PointerGone);
                }
            }
        }
        events
    }

    fn down(&mut self, finger: u64, at: Pos2) {
        self.touch(finger, TouchPhase::Start, at);
    }

    fn moves(&mut self, finger: u64, at: Pos2) {
        self.touch(finger, TouchPhase::Move, at);
    }

    fn up(&mut self, finger: u64, at: Pos2) {
        self.touch(finger, TouchPhase::End, at);
    }

    fn tap(&mut self, at: Pos2) {
        self.down(1, at);
        self.up(1, at);
        self.window.settle();
    }

    /// A finger goes along these points.
    fn stroke(&mut self, points: &[Pos2]) {
        let [first, .., last] = points else {
            panic!("a stroke has two ends");
        };
        self.down(1, *first);
        for point in points {
            self.moves(1, *point);
        }
        self.up(1, *last);
        self.window.settle();
    }

    /// Holds still for longer than a tap takes.
    fn wait(&mut self) {
        for _ in 0..6 {
            self.window.step();
        }
    }

    fn lesson(&self) -> &Presentation {
        let lesson = self.window.workspace().presentation();
        lesson.expect("a lesson")
    }

    fn step(&self) -> usize {
        self.lesson().place.step
    }

    /// The lines of the pen, as points of the screen.
    fn ink(&self) -> Vec<Vec<Pos2>> {
        let area = self.window.the(Role::Button, "Slide, next step").rect();
        let on_screen = |spot: &Spot| area.min + Vec2::new(spot.x, spot.y) * area.height();
        let lines = self.lesson().ink.iter();
        lines
            .map(|line| line.iter().map(on_screen).collect())
            .collect()
    }
}

const LEFT: Pos2 = pos2(300.0, 300.0);
const RIGHT: Pos2 = pos2(1100.0, 300.0);

#[test]
fn a_finger_taps_and_strokes_through_the_steps() {
    let mut hands = Hands::new();
    hands.tap(RIGHT);
    assert_eq!(hands.step(), 1);
    hands.tap(pos2(60.0, 300.0));
    assert_eq!(hands.step(), 0);
    hands.stroke(&[RIGHT, pos2(800.0, 300.0), pos2(500.0, 300.0)]);
    assert_eq!(hands.step(), 1);
}

#[test]
fn two_fingers_on_the_slide_turn_no_step_and_move_no_time() {
    let mut hands = Hands::new();
    let before = hands.window.view();
    let (mut left, mut right) = (pos2(600.0, 300.0), pos2(700.0, 320.0));
    hands.down(1, left);
    hands.down(2, right);
    for _ in 0..6 {
        left.x -= 60.0;
        right.x += 60.0;
        hands.moves(1, left);
        hands.moves(2, right);
    }
    // The finger that was the pointer leaves last.
    hands.up(2, right);
    hands.up(1, left);
    hands.window.settle();
    assert_eq!((hands.step(), hands.window.view()), (0, before));
    // Neither does a tap with two fingers, nor two fingers that rest.
    hands.down(1, LEFT);
    hands.down(2, RIGHT);
    hands.up(1, LEFT);
    hands.up(2, RIGHT);
    hands.down(1, LEFT);
    hands.down(2, RIGHT);
    hands.wait();
    hands.up(1, LEFT);
    hands.up(2, RIGHT);
    hands.window.settle();
    assert_eq!((hands.step(), hands.lesson().board), (0, None));
    // And afterwards a finger is a finger again.
    hands.tap(RIGHT);
    assert_eq!(hands.step(), 1);
}

#[test]
fn a_pinch_on_the_axis_zooms_the_time() {
    let mut hands = Hands::new();
    let before = hands.window.view();
    let (left, right) = (pos2(600.0, 800.0), pos2(760.0, 800.0));
    hands.down(1, left);
    hands.down(2, right);
    for away in [40.0, 80.0, 120.0, 160.0] {
        hands.moves(2, right + Vec2::new(away, 0.0));
    }
    hands.up(1, left);
    hands.up(2, right);
    hands.window.settle();
    let share = hands.window.view().days / before.days;
    assert!((0.45..0.65).contains(&share), "{share}");
    assert_eq!(hands.step(), 0);
}

#[test]
fn a_pinch_zooms_what_is_explored() {
    let mut hands = Hands::new();
    hands.window.key(Key::Z);
    let before = hands.window.view();
    let canvas = hands.window.canvas();
    let (left, right) = (canvas.at(0.4, 0.5), canvas.at(0.5, 0.5));
    hands.down(1, left);
    hands.down(2, right);
    for away in [30.0, 60.0, 90.0] {
        hands.moves(2, right + Vec2::new(away, 0.0));
    }
    hands.up(2, right);
    hands.up(1, left);
    hands.window.settle();
    assert!(hands.window.view().days < before.days * 0.7);
    assert!(hands.lesson().exploring);
}

#[test]
fn a_touch_that_is_cancelled_leaves_nothing_behind() {
    let mut hands = Hands::new();
    hands.down(1, LEFT);
    hands.moves(1, pos2(600.0, 300.0));
    hands.moves(1, RIGHT);
    hands.touch(1, TouchPhase::Cancel, RIGHT);
    hands.window.settle();
    assert_eq!(hands.step(), 0);
    hands.tap(RIGHT);
    assert_eq!(hands.step(), 1, "one tap is one step");
    // On the axis: the next finger does not drag it on.
    hands.down(1, pos2(600.0, 820.0));
    hands.moves(1, pos2(640.0, 820.0));
    hands.touch(1, TouchPhase::Cancel, pos2(640.0, 820.0));
    hands.window.settle();
    let before = hands.window.view();
    hands.stroke(&[LEFT, pos2(320.0, 300.0), pos2(340.0, 300.0)]);
    assert_eq!((hands.step(), hands.window.view()), (1, before));
}

#[test]
fn a_long_press_opens_the_buttons_and_a_tap_beside_them_closes_them() {
    for tool in [Tool::Hand, Tool::Pointer, Tool::Pen] {
        let mut hands = Hands::with(tool);
        hands.down(1, pos2(60.0, 100.0));
        hands.wait();
        assert_eq!(hands.lesson().board, Some(Board::Menu), "{tool:?}");
        hands.up(1, pos2(60.0, 100.0));
        hands.window.settle();
        assert_eq!(hands.lesson().board, Some(Board::Menu), "{tool:?}");
        assert!(hands.lesson().ink.is_empty(), "a press is no dot");
    }
    let mut hands = Hands::new();
    hands
        .window
        .apply(Action::Present(PresentAction::Board(Board::Menu)));
    hands.tap(pos2(1400.0, 100.0));
    assert_eq!((hands.step(), hands.lesson().board), (0, None));
}

#[test]
fn the_pen_follows_a_finger_and_turns_no_step() {
    let mut hands = Hands::with(Tool::Pen);
    hands.stroke(&[RIGHT, pos2(800.0, 320.0), pos2(500.0, 300.0)]);
    assert_eq!(hands.step(), 0);
    let lines = hands.ink();
    assert!(
        matches!(
            lines.as_slice(),
            [line] if line.first().is_some_and(|at| at.distance(RIGHT) < 1.0)
                && line.last().is_some_and(|at| at.distance(pos2(500.0, 300.0)) < 1.0)
        ),
        "{lines:?}"
    );
    // Where the machine is slow, many moves come in one frame; the corner between them stays.
    let start = hands.events(1, TouchPhase::Start, LEFT);
    let corner = hands.events(1, TouchPhase::Move, pos2(300.0, 500.0));
    let end = hands.events(1, TouchPhase::Move, pos2(500.0, 500.0));
    for events in [start, [corner, end].concat()] {
        hands.window.harness.input_mut().events.extend(events);
        hands.window.step();
    }
    hands.up(1, pos2(500.0, 500.0));
    assert_eq!(hands.lesson().ink.last().map(Vec::len), Some(3));
}

#[test]
fn with_two_screens_a_line_is_one_line() {
    let mut hands = Hands::with(Tool::Pen);
    hands.window.apply(Action::Displays(displays().to_vec()));
    let shown = PresentAction::Display(Some("projector".to_owned()));
    hands.window.apply(Action::Present(shown));
    // Here both windows stand in one.
    let class = hands.window.the(Role::Button, "Slide, next step").rect();
    let at = class.center();
    hands.stroke(&[at, at + Vec2::new(20.0, 0.0), at + Vec2::new(40.0, 10.0)]);
    let lines = hands.ink();
    assert!(lines.len() == 1 && lines[0].len() == 3, "{lines:?}");
}

#[test]
fn a_tap_of_the_pen_is_a_dot_that_shows() {
    let mut hands = Hands::with(Tool::Pen);
    hands.tap(LEFT);
    // As quick as a frame.
    let down = hands.events(1, TouchPhase::Start, RIGHT);
    let up = hands.events(1, TouchPhase::End, RIGHT);
    let events = [down, up].concat();
    hands.window.harness.input_mut().events.extend(events);
    hands.window.settle();
    let ink = &hands.lesson().ink;
    assert_eq!(ink.iter().map(Vec::len).collect::<Vec<_>>(), [1, 1]);
    assert_eq!(hands.step(), 0);
    let is_dot = |shape: &Shape, at: Pos2| match shape {
        Shape::Circle(circle) => circle.center.distance(at) < 1.0 && circle.radius >= 2.0,
        _ => false,
    };
    for at in [LEFT, RIGHT] {
        assert!(
            shapes(&hands.window).iter().any(|shape| is_dot(shape, at)),
            "{at:?}"
        );
    }
}

#[test]
fn a_palm_beside_the_pen_neither_draws_nor_breaks_the_line() {
    let mut hands = Hands::with(Tool::Pen);
    hands.down(1, LEFT);
    hands.moves(1, pos2(400.0, 300.0));
    hands.down(2, pos2(500.0, 600.0));
    hands.moves(2, pos2(520.0, 610.0));
    hands.moves(1, pos2(500.0, 300.0));
    // Slower than a tap: it is a line all the same.
    hands.wait();
    hands.moves(1, pos2(600.0, 300.0));
    hands.up(1, pos2(600.0, 300.0));
    hands.moves(2, pos2(700.0, 700.0));
    hands.up(2, pos2(700.0, 700.0));
    hands.window.settle();
    let lines = hands.ink();
    let is_at_work = (lines.len(), hands.lesson().board, hands.step());
    assert_eq!(is_at_work, (1, None, 0));
    let mut points = lines.iter().flatten();
    assert!(points.all(|at| (at.y - 300.0).abs() < 1.0), "{lines:?}");
}

#[test]
fn a_line_that_begins_slowly_is_no_long_press() {
    let mut hands = Hands::with(Tool::Pen);
    hands.down(1, LEFT);
    hands.moves(1, LEFT + Vec2::new(4.0, 0.0));
    hands.wait();
    hands.moves(1, LEFT + Vec2::new(80.0, 0.0));
    hands.up(1, LEFT + Vec2::new(80.0, 0.0));
    hands.window.settle();
    let ink = &hands.lesson().ink;
    assert_eq!((ink.len(), hands.lesson().board), (1, None));
}

#[test]
fn the_spot_of_the_pointer_goes_with_the_finger() {
    let mut hands = Hands::with(Tool::Pointer);
    hands.down(1, LEFT);
    hands.moves(1, RIGHT);
    assert!(hands.lesson().spot.is_some());
    hands.up(1, RIGHT);
    hands.window.settle();
    assert_eq!((hands.lesson().spot, hands.step()), (None, 0));
}

#[test]
fn a_tap_uncovers_a_blank_screen_and_a_long_press_opens_the_buttons() {
    for cover in [Cover::Black, Cover::White] {
        let mut hands = Hands::new();
        let cover = Action::Present(PresentAction::Cover(cover));
        for at in [LEFT, RIGHT, pos2(700.0, 860.0)] {
            hands.window.apply(cover.clone());
            hands.tap(at);
            assert_eq!((hands.lesson().cover, hands.step()), (None, 0), "{at:?}");
        }
        hands.window.apply(cover.clone());
        hands.down(1, LEFT);
        hands.wait();
        hands.up(1, LEFT);
        hands.window.settle();
        assert!(hands.lesson().cover.is_some());
        assert_eq!(hands.lesson().board, Some(Board::Menu));
    }
}

#[test]
fn with_one_screen_every_button_of_a_lesson_is_large_enough_for_a_finger() {
    let mut hands = Hands::new();
    for board in [
        Board::Menu,
        Board::Overview,
        Board::GoTo,
        Board::Displays,
        Board::Quiz,
    ] {
        hands
            .window
            .apply(Action::Present(PresentAction::Board(board)));
        large_enough(&hands.window, &format!("{board:?}"));
    }
    hands
        .window
        .apply(Action::Present(PresentAction::Board(Board::Quiz)));
    hands.window.key(Key::Z);
    let back = hands.window.the(Role::Button, "Back to step 1 (Z)").rect();
    assert!(back.height() >= 44.0, "{back:?}");
    let said = "Exploring freely. The class sees this view.";
    let said = hands.window.the(Role::Label, said).rect();
    assert!((said.center().y - back.center().y).abs() < 1.0, "{said:?}");
}

fn large_enough(window: &Window, what: &str) {
    let mut seen = 0;
    for role in [Role::Button, Role::RadioButton, Role::TextInput] {
        for node in window.harness.query_all(By::new().role(role)) {
            let (rect, name) = (node.rect(), name(&node).unwrap_or_default());
            seen += 1;
            assert!(
                rect.width() >= 44.0 && rect.height() >= 43.9,
                "{what}: {name} is {rect:?}"
            );
        }
    }
    assert!(seen > 0, "{what}: nothing to touch");
}

fn shapes(window: &Window) -> Vec<Shape> {
    fn flat(shape: &Shape, all: &mut Vec<Shape>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| flat(shape, all)),
            shape => all.push(shape.clone()),
        }
    }
    let mut all = Vec::new();
    for clipped in &window.harness.output().shapes {
        flat(&clipped.shape, &mut all);
    }
    all
}

/// The smallest letters that show, as a share of the height of the window.
fn smallest(window: &Window) -> f32 {
    let height = window.harness.ctx.content_rect().height();
    let mut smallest = f32::INFINITY;
    for shape in shapes(window) {
        if let Shape::Text(text) = shape {
            for section in &text.galley.job.sections {
                smallest = smallest.min(section.format.font_id.size / height);
            }
        }
    }
    smallest
}

#[test]
fn what_is_explored_on_the_only_screen_can_be_read_from_the_back_row() {
    for (width, height) in [(1920.0, 1080.0), (1280.0, 720.0), (1280.0, 800.0)] {
        for size in [80, 100, 125, 150].map(TextSize::from) {
            let workspace = Workspace::new(built_in(), Saved::default());
            let mut window = Window::open(workspace, Vec2::new(width, height));
            window.apply(Action::Setting(Setting::TextSize(size)));
            let usual = window.harness.ctx.zoom_factor();
            assert!((usual - size.factor()).abs() < 1e-6);
            window.key(Key::F5);
            window.key(Key::Z);
            window.settle();
            let share = smallest(&window);
            assert!(share >= 0.0199, "{width} × {height}, {size:?}: {share}");
            assert!(window.harness.ctx.zoom_factor() >= usual);
            // Enough is left to look around in.
            let canvas = window.canvas().area;
            assert!(
                canvas.width() > 400.0 && canvas.height() > 200.0,
                "{width} × {height}, {size:?}: {canvas:?}"
            );
            window.key(Key::Z);
            assert!((window.harness.ctx.zoom_factor() - usual).abs() < 1e-6);
            window.key(Key::Z);
            window.key(Key::F5);
            assert!((window.harness.ctx.zoom_factor() - usual).abs() < 1e-6);
        }
    }
}

/// What stands in the line at the foot, from the left.
fn foot(window: &Window) -> Vec<(String, Rect)> {
    let line = window.the(Role::Button, "?: all keys").rect();
    let mut all = Vec::new();
    for role in [Role::Button, Role::Label] {
        let by = By::new().role(role);
        for node in window.harness.query_all(by) {
            let rect = node.rect();
            if line.y_range().contains(rect.center().y) && rect.width() > 0.0 {
                all.push((name(&node).unwrap_or_default(), rect));
            }
        }
    }
    all.sort_by(|a, b| a.1.left().total_cmp(&b.1.left()));
    all
}

fn stand_apart(window: &Window, what: &str) {
    let all = foot(window);
    for pair in all.windows(2) {
        let [(left, at), (right, to)] = pair else {
            continue;
        };
        assert!(
            at.right() <= to.left() + 0.5,
            "{what}: {left} {at:?} runs into {right} {to:?}"
        );
    }
}

#[test]
fn at_the_foot_hints_give_way_before_anything_overlaps() {
    let broken = r#"Timeline(title: "T", stories: [(id: "a", title: "A", steps: [])], events: [
        (id: "x", when: "1971", title: "X", category: "nowhere"), (id: "y", when: "soon", title: "Y", category: "b"),
    ])"#;
    let mut hints = Vec::new();
    for width in [760.0, 940.0, 1280.0, 1440.0] {
        for mode in [Mode::Explore, Mode::Edit] {
            for stories in [false, true] {
                let mut window = Window::open(
                    Workspace::new(loaded(broken), Saved::default()),
                    Vec2::new(width, 720.0),
                );
                window.apply(Action::Panel(PanelAction::Mode(mode)));
                window.apply(Action::Panel(PanelAction::Stories(stories)));
                window.apply(Action::Write(WriteAction::Unsaved(Unsaved {
                    base: String::new(),
                    text: broken.to_owned(),
                    when: "25 November 2026, 11:30".to_owned(),
                })));
                let what = format!("{width}, {mode:?}, stories {stories}");
                stand_apart(&window, &what);
                let said = foot(&window);
                assert!(
                    said.iter().any(|(name, _)| name.contains("problem")),
                    "{what}"
                );
                let shown = said.iter().map(|(name, _)| name.matches(": ").count());
                hints.push((shown.sum::<usize>(), what));
                unsaved_apart(&window);
            }
        }
    }
    let most = hints.iter().map(|(count, _)| *count).max();
    assert_eq!(
        most,
        Some(5),
        "where there is room all hints show: {hints:?}"
    );
}

/// The words about changes of an earlier run, and the ways to deal with them.
fn unsaved_apart(window: &Window) {
    let by = By::new()
        .role(Role::Label)
        .label_contains("The program ended before");
    let words = window.harness.get(by).rect();
    let ways = window.the(Role::Button, "Take them up").rect();
    assert!(words.right() <= ways.left() + 0.5, "{words:?} {ways:?}");
}
