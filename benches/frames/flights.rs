//! What whole frames of a lesson cost while the camera flies from one step to the next: all that the program does in
//! them, from the key that turns the step to the triangles, as the window shows it.
//!
//! A lesson is begun in a window that has shown the timeline, so the first flight meets letters of a size that nobody
//! has drawn before; its frames count like all others. Frames follow one another as on a screen, 60 in a second: what is
//! done on other threads has as much time as it would have there, and the processor may fall asleep between them.

use std::cell::Cell;
use std::rc::Rc;
use std::time::{Duration, Instant};

use egui::{Event, Key, Modifiers, RawInput, Vec2, ViewportInfo, vec2};

use transpacific::app;
use transpacific::document::Id;
use transpacific::state::{Action, Deck, Display, Loaded, Place, PresentAction};

use crate::spread::{Spread, ms};
use crate::told::{self, STORY};
use crate::window::{self, Frame, RATE, Window};

/// What the class looks at, in points and in pixels.
const PROJECTOR: Vec2 = vec2(1920.0, 1080.0);
/// Events of the large timeline.
const MANY: usize = 100_000;
/// Events that are told one after another, where there is no story.
const TOLD: usize = 16;
/// A turn takes at least so many frames: after them all of its words are there, even where the camera stays.
const LEAST: usize = 24;
/// And at most so many, whatever is still under way.
const MOST: usize = 600;

/// The frames of a turn from one place of a lesson to the next.
struct Turn {
    frames: Vec<Shown>,
    flew: bool,
}

/// What one frame cost.
struct Shown {
    /// All of it, the window of the class too where it has one of its own.
    whole: Frame,
    /// That window's part.
    class: Passed,
}

/// What a window inside the frame of another one cost.
#[derive(Clone, Copy, Default)]
struct Passed {
    ui: Duration,
    tessellation: Duration,
}

/// A lesson in a window, or in two.
struct Lesson {
    window: Window,
    /// The clock of the class's window, and what its last frame cost.
    class: Option<Rc<Class>>,
}

#[derive(Default)]
struct Class {
    time: Cell<f64>,
    passed: Cell<Passed>,
}

/// Prints the figures of the file that ships and of a large one.
pub(crate) fn whole() {
    println!(
        "\nLessons in flight, whole frames of a picture of {} by {}, {RATE} in a second, ms",
        PROJECTOR.x, PROJECTOR.y
    );
    Spread::heading();
    let timeline = app::built_in().document().timeline.clone();
    let stories = timeline.stories.iter().map(|story| story.id.clone());
    let stories: Vec<_> = stories.map(|id| (Deck::Story(id), None)).collect();
    measure("the file that ships", app::built_in, &stories);
    let text = told::timeline(MANY);
    let wrong = Loaded::nothing().rewritten(text.clone());
    let wrong = wrong.document().errors() + wrong.document().warnings();
    if wrong > 0 {
        println!("{wrong} problems; the figures are of what is left");
    }
    let many = || Loaded::nothing().rewritten(text.clone());
    let decks = [
        (Deck::Story(Id::from(STORY)), None),
        (Deck::Events, Some(MANY / 2)),
    ];
    measure(&format!("{MANY} generated events"), many, &decks);
}

/// Tells each deck in a window of its own, once on one screen and once on two.
fn measure(name: &str, loaded: impl Fn() -> Loaded, decks: &[(Deck, Option<usize>)]) {
    let told = |two: bool| {
        let lessons = decks.iter().map(|(deck, step)| {
            let mut lesson = Lesson::new(loaded(), two);
            lesson.tell(deck.clone(), *step)
        });
        lessons.collect::<Vec<_>>()
    };
    one_screen(name, &told(false));
    two_screens(&told(true));
}

fn one_screen(name: &str, lessons: &[Vec<Turn>]) {
    let turns: Vec<_> = lessons.iter().flatten().collect();
    let frames = frames(turns.iter().copied());
    println!(
        "  {name}: {} lessons, {} turns, {} of them flights, {} frames",
        lessons.len(),
        turns.len(),
        turns.iter().filter(|turn| turn.flew).count(),
        frames.len()
    );
    print("one screen", &frames, |frame| frame.whole.total());
    print("  ui pass", &frames, |frame| frame.whole.ui);
    print("  apply", &frames, |frame| frame.whole.apply);
    print("  tessellation", &frames, |frame| frame.whole.tessellation);
    cold(lessons);
}

fn two_screens(lessons: &[Vec<Turn>]) {
    let frames = frames(lessons.iter().flatten());
    let teacher = |frame: &Shown| frame.whole.ui.saturating_sub(frame.class.total());
    print("two screens, both", &frames, |frame| frame.whole.total());
    print("  class, ui pass", &frames, |frame| frame.class.ui);
    print("  class, tessellation", &frames, |frame| {
        frame.class.tessellation
    });
    print("  teacher, ui pass", &frames, teacher);
    print("  teacher, tessellation", &frames, |frame| {
        frame.whole.tessellation
    });
    cold(lessons);
}

/// Where the dear frames are: those in which letters are drawn and names placed for the first time.
fn cold(lessons: &[Vec<Turn>]) {
    let first = frames(lessons.iter().filter_map(|turns| turns.first()));
    let turns = lessons.iter().flatten();
    let dearest = turns.filter_map(|turn| turn.frames.iter().max_by_key(|it| it.whole.total()));
    let dearest: Vec<_> = dearest.collect();
    print("  first flights alone", &first, |frame| frame.whole.total());
    print("  dearest of each turn", &dearest, |it| it.whole.total());
}

fn frames<'a>(turns: impl Iterator<Item = &'a Turn>) -> Vec<&'a Shown> {
    turns.flat_map(|turn| &turn.frames).collect()
}

fn print(name: &str, frames: &[&Shown], of: impl Fn(&Shown) -> Duration) {
    Spread::of(frames.iter().map(|frame| ms(of(frame)))).print(name, 2);
}

impl Passed {
    fn total(self) -> Duration {
        self.ui + self.tessellation
    }
}

impl Lesson {
    /// A window that has shown the timeline: that of the class, or one that leaves the class its own.
    fn new(loaded: Loaded, two: bool) -> Self {
        let size = if two { window::SIZE } else { PROJECTOR };
        let mut window = Window::new(loaded).sized(size);
        let class = two.then(|| {
            window.act(Action::Displays(displays()));
            window.context().set_embed_viewports(false);
            let class = Rc::new(Class::default());
            let kept = Rc::clone(&class);
            egui::Context::set_immediate_viewport_renderer(move |ctx, viewport| {
                kept.show(ctx, viewport)
            });
            class
        });
        window.settle();
        Self { window, class }
    }

    /// Begins a lesson and tells it to its end, or as far as anybody listens.
    fn tell(&mut self, deck: Deck, step: Option<usize>) -> Vec<Turn> {
        let begun = Instant::now();
        self.window
            .act(Action::Present(PresentAction::Start(deck, step)));
        let mut turns = vec![self.turn(begun.elapsed(), &[])];
        while step.is_none() || turns.len() <= TOLD {
            let before = self.place();
            let turn = self.turn(Duration::ZERO, &on());
            if self.place() == before {
                break;
            }
            turns.push(turn);
        }
        turns
    }

    /// Shows frames until the camera has arrived and everything is there.
    fn turn(&mut self, asked: Duration, events: &[Event]) -> Turn {
        let mut turn = Turn {
            frames: vec![self.frame(events)],
            flew: false,
        };
        if let Some(first) = turn.frames.first_mut() {
            first.whole.apply += asked;
        }
        while turn.frames.len() < MOST {
            let flies = self.window.workspace.view().is_flying();
            turn.flew |= flies;
            if turn.frames.len() >= LEAST && !flies && !self.window.is_busy() {
                break;
            }
            turn.frames.push(self.frame(&[]));
        }
        turn
    }

    fn place(&self) -> Option<Place> {
        self.window
            .workspace
            .presentation()
            .map(|lesson| lesson.place)
    }

    /// Shows a frame, and waits for the next.
    fn frame(&mut self, events: &[Event]) -> Shown {
        let begun = Instant::now();
        if let Some(class) = &self.class {
            class.time.set(self.window.time());
        }
        let whole = self.window.frame(events);
        let class = self
            .class
            .as_ref()
            .map(|class| class.passed.take())
            .unwrap_or_default();
        let left = Duration::from_secs_f64(1.0 / RATE).saturating_sub(begun.elapsed());
        std::thread::sleep(left);
        Shown { whole, class }
    }
}

impl Class {
    /// Shows the class's window where the program would open one, up to the triangles.
    fn show(&self, ctx: &egui::Context, mut viewport: egui::ImmediateViewport<'_>) {
        let id = viewport.ids.this;
        let info = ViewportInfo {
            parent: Some(viewport.ids.parent),
            ..ViewportInfo::default()
        };
        let input = RawInput {
            viewport_id: id,
            viewports: [(id, info)].into_iter().collect(),
            screen_rect: Some(egui::Rect::from_min_size(egui::Pos2::ZERO, PROJECTOR)),
            time: Some(self.time.get()),
            max_texture_side: Some(8192),
            ..RawInput::default()
        };
        let begun = Instant::now();
        let output = ctx.run_ui(input, |ui| (viewport.viewport_ui_cb)(ui));
        let ui = begun.elapsed();
        self.passed.set(Passed {
            ui,
            tessellation: window::tessellate(ctx, output).took,
        });
    }
}

/// The key that goes on.
fn on() -> [Event; 2] {
    [true, false].map(|pressed| Event::Key {
        key: Key::ArrowRight,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers: Modifiers::NONE,
    })
}

/// A laptop and a projector.
fn displays() -> Vec<Display> {
    let display = |name: &str, size: Vec2, left: i32| Display {
        name: name.to_owned(),
        width: size.x as u32,
        height: size.y as u32,
        at: (left, 0),
        is_here: left == 0,
    };
    vec![
        display("Laptop", window::SIZE, 0),
        display("Projector", PROJECTOR, window::SIZE.x as i32),
    ]
}
