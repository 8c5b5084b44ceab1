//! What frames cost: the first one, then a zoom and a pan through the timeline that ships and through larger ones.
//!
//! ```text
//! cargo bench --bench frames
//! FRAMES_N=100000 cargo bench --bench frames
//! ```
//!
//! Everything up to the triangles is done as in the window, without a window: the toolkit is handed wheel and pointer,
//! the actions are applied, the picture is tessellated. What a graphics card does then is not measured. Prints
//! figures and judges none of them.

#![expect(clippy::print_stdout, reason = "printing figures is what it is for")]

#[path = "frames/generated.rs"]
mod generated;
#[path = "frames/script.rs"]
mod script;

use std::hint::black_box;
use std::time::{Duration, Instant};

use egui::{Event, Pos2};

use transpacific::app;
use transpacific::document::Document;
use transpacific::state::{Loaded, Origin, Saved, ThemeChoice, Workspace};
use transpacific::ui::{self, Look};

use script::script;

/// Size of the window in points.
const SIZE: egui::Vec2 = egui::vec2(1440.0, 900.0);
/// Frames in a second.
const RATE: f64 = 60.0;
/// Events in the generated timelines, unless `FRAMES_N` says otherwise.
const SIZES: &str = "60,1000,10000";

fn main() {
    let begun = Instant::now();
    first_frame(begun);
    parse_shipped();
    println!("\nA zoom and a pan in {} frames, ms", script().len());
    Timings::heading();
    let mut window = Window::new(app::built_in());
    window.run(&script());
    window.run(&script()).print("the file that ships");
    larger();
}

/// Fonts and style, as the program has them before its first frame.
fn dressed(ctx: &egui::Context) -> Look {
    let mut look = Look::default();
    look.dress(ctx, ThemeChoice::Light);
    look
}

/// From the start of the process to the first picture.
fn first_frame(begun: Instant) {
    let mut stages = Stages { last: begun, begun };
    println!("The first frame, ms (and since the start)");
    let ctx = egui::Context::default();
    let look = dressed(&ctx);
    stages.print("fonts read");
    let loaded = app::built_in();
    stages.print("built-in document parsed");
    let workspace = Workspace::new(loaded, Saved::default());
    stages.print("workspace built");
    let mut window = Window {
        ctx,
        workspace,
        look,
        frames: 0,
    };
    let frame = window.frame(&[]);
    stages.print("first frame");
    println!(
        "  of that: ui and layout {:.1}, tessellation {:.1}; {} shapes, {} vertices",
        ms(frame.ui),
        ms(frame.tessellation),
        frame.shapes,
        frame.vertices
    );
    black_box(window.frame(&[]));
    stages.print("second frame");
}

/// The stages of a start.
struct Stages {
    begun: Instant,
    last: Instant,
}

impl Stages {
    fn print(&mut self, name: &str) {
        let now = Instant::now();
        let (stage, total) = (now - self.last, now - self.begun);
        println!("  {name:<26}{:>8.1}{:>10.1}", ms(stage), ms(total));
        self.last = now;
    }
}

/// How long it takes to read the file that ships.
fn parse_shipped() {
    let text = app::built_in().document().text.clone();
    let times: Vec<_> = (0..30)
        .map(|_| {
            let begun = Instant::now();
            black_box(Document::parse("timeline.ron", black_box(text.as_str())));
            begun.elapsed()
        })
        .collect();
    let size = text.len() / 1000;
    let spread = Spread::of(times.into_iter().map(ms));
    println!("\nDocument::parse of the file that ships ({size} kB), ms");
    println!("  median {:.2}, max {:.2}", spread.median, spread.max);
}

/// The same with larger and larger timelines.
fn larger() {
    let sizes = std::env::var("FRAMES_N").unwrap_or_else(|_| SIZES.to_owned());
    for size in sizes.split(',') {
        let Ok(count) = size.trim().parse() else {
            println!("\nFRAMES_N: expected numbers with commas between them but found {size:?}");
            continue;
        };
        Opening::measure(count).print(count);
    }
}

/// What it takes to open a timeline and move about in it.
struct Opening {
    bytes: usize,
    parse: Duration,
    workspace: Duration,
    first: Frame,
    timings: Timings,
}

impl Opening {
    fn measure(count: usize) -> Self {
        let text = generated::timeline(count);
        let bytes = text.len();
        let begun = Instant::now();
        let document = Document::parse("generated.ron", text);
        let parse = begun.elapsed();
        let wrong = document.errors() + document.warnings();
        if wrong > 0 {
            println!(
                "\nThe generated timeline has {wrong} problems; the figures are of what is left."
            );
        }
        place(&document.timeline);
        let begun = Instant::now();
        let loaded = Loaded::new(Origin::StandardInput, document, Default::default());
        let mut window = Window::new(loaded);
        let workspace = begun.elapsed();
        let first = window.frame(&[]);
        window.run(&script());
        let timings = window.run(&script());
        Self {
            bytes,
            parse,
            workspace,
            first,
            timings,
        }
    }

    fn print(&self, count: usize) {
        println!(
            "\n{count} events, {} kB: parse {:.1} ms, workspace with fonts {:.1} ms, placement and first frame {:.1} ms",
            self.bytes / 1000,
            ms(self.parse),
            ms(self.workspace),
            ms(self.first.total())
        );
        Timings::heading();
        self.timings.print("generated");
    }
}

fn place(timeline: &transpacific::document::Timeline) {
    use std::sync::Arc;
    use transpacific::scene::*;
    let begun = Instant::now();
    let survey = Arc::new(Survey::new(timeline, Default::default()));
    let surveyed = begun.elapsed();
    let heights = LaneHeights::new(560.0, &survey.lane_sizes());
    let mut matching = vec![Vec::new(); timeline.categories.len()];
    for (index, event) in (0_u32..).zip(&timeline.events) {
        matching[event.category].push(index);
    }
    let matching: Vec<Arc<[u32]>> = matching.into_iter().map(Into::into).collect();
    let home = transpacific::time::TimeScale::new(transpacific::state::home(timeline), 0.0, 1270.0);
    let shown = Shown {
        timeline,
        survey: &survey,
        matching: &matching,
        others: false,
        home,
    };
    let begun = Instant::now();
    let placement = Placement::new(&shown, &heights, None, &Default::default()).unwrap();
    let placed = begun.elapsed();
    let never = (0..6)
        .flat_map(|l| placement.slots(l))
        .filter(|(_, s)| s.from.is_infinite())
        .count();
    println!(
        "survey {:.1} ms, placement {:.1} ms; never named {never}; rows {}",
        ms(surveyed),
        ms(placed),
        heights.rows(0)
    );
}

/// All of the program but the window itself.
struct Window {
    ctx: egui::Context,
    workspace: Workspace,
    look: Look,
    frames: u32,
}

/// What one frame cost.
struct Frame {
    apply: Duration,
    ui: Duration,
    tessellation: Duration,
    shapes: usize,
    vertices: usize,
    /// Days in view.
    days: f64,
}

impl Frame {
    fn total(&self) -> Duration {
        self.apply + self.ui + self.tessellation
    }
}

impl Window {
    fn new(loaded: Loaded) -> Self {
        let ctx = egui::Context::default();
        let look = dressed(&ctx);
        Self {
            ctx,
            workspace: Workspace::new(loaded, Saved::default()),
            look,
            frames: 0,
        }
    }

    /// Runs through a script, a step to a frame.
    fn run(&mut self, script: &[Vec<Event>]) -> Timings {
        Timings(script.iter().map(|events| self.frame(events)).collect())
    }

    fn frame(&mut self, events: &[Event]) -> Frame {
        let input = egui::RawInput {
            screen_rect: Some(egui::Rect::from_min_size(Pos2::ZERO, SIZE)),
            time: Some(f64::from(self.frames) / RATE),
            max_texture_side: Some(8192),
            events: events.to_vec(),
            ..Default::default()
        };
        self.frames += 1;
        let begun = Instant::now();
        let mut actions = Vec::new();
        let mut output = self.ctx.run_ui(input, |ui| {
            actions.extend(ui::show(ui, &self.workspace, &mut self.look));
        });
        let shown = Instant::now();
        for action in actions {
            black_box(self.workspace.apply(action));
        }
        let applied = Instant::now();
        // Nobody uploads the textures here, and they mind being dropped unread.
        output.textures_delta.clear();
        let shapes = output.shapes.len();
        let primitives = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        let tessellation = applied.elapsed();
        Frame {
            ui: shown - begun,
            apply: applied - shown,
            tessellation,
            shapes,
            vertices: black_box(&primitives).iter().map(vertices).sum(),
            days: self.workspace.view().window().days,
        }
    }
}

fn vertices(primitive: &egui::ClippedPrimitive) -> usize {
    match &primitive.primitive {
        egui::epaint::Primitive::Mesh(mesh) => mesh.vertices.len(),
        egui::epaint::Primitive::Callback(_) => 0,
    }
}

/// The frames of a script.
struct Timings(Vec<Frame>);

impl Timings {
    fn heading() {
        println!(
            "  {:<26}{:>8}{:>8}{:>8}{:>8}",
            "", "median", "p95", "p99", "max"
        );
    }

    fn print(&self, name: &str) {
        let frames = &self.0;
        Spread::of(frames.iter().map(|frame| ms(frame.total()))).print(name, 2);
        Spread::of(frames.iter().map(|frame| ms(frame.ui))).print("  ui and layout", 2);
        Spread::of(frames.iter().map(|frame| ms(frame.apply))).print("  apply", 2);
        Spread::of(frames.iter().map(|frame| ms(frame.tessellation))).print("  tessellation", 2);
        Spread::of(frames.iter().map(|frame| frame.shapes as f64)).print("  shapes", 0);
        Spread::of(frames.iter().map(|frame| frame.vertices as f64)).print("  vertices", 0);
        let days = frames.iter().map(|frame| frame.days);
        println!(
            "  in view: {:.0} to {:.0} days",
            days.clone().fold(f64::INFINITY, f64::min),
            days.fold(0.0, f64::max)
        );
    }
}

/// How figures are spread.
struct Spread {
    median: f64,
    p95: f64,
    p99: f64,
    max: f64,
}

impl Spread {
    fn of(figures: impl Iterator<Item = f64>) -> Self {
        let mut figures: Vec<_> = figures.collect();
        figures.sort_by(f64::total_cmp);
        let last = figures.len().saturating_sub(1);
        let at = |share: f64| {
            let index = (last as f64 * share).ceil() as usize;
            figures.get(index).copied().unwrap_or_default()
        };
        Self {
            median: at(0.5),
            p95: at(0.95),
            p99: at(0.99),
            max: at(1.0),
        }
    }

    fn print(&self, name: &str, digits: usize) {
        let Self {
            median,
            p95,
            p99,
            max,
        } = self;
        println!("  {name:<26}{median:>8.digits$}{p95:>8.digits$}{p99:>8.digits$}{max:>8.digits$}");
    }
}

fn ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}
