//! All of the program but the window itself, driven frame by frame.

use std::hint::black_box;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use egui::{Event, Pos2};

use transpacific::scene::{LaneHeights, Placement, Shown, Survey};
use transpacific::state::{
    Action, Effect, FilterAction, Loaded, Saved, Settings, ThemeChoice, Workspace, home,
};
use transpacific::time::{Lang, TimeScale};
use transpacific::ui::{self, Look};
use transpacific::work::Background;

/// Size of a window that has just been opened, in points.
pub(crate) const SIZE: egui::Vec2 = egui::vec2(1440.0, 900.0);
/// Frames in a second.
pub(crate) const RATE: f64 = 60.0;

pub(crate) struct Window {
    ctx: egui::Context,
    pub(crate) workspace: Workspace,
    look: Look,
    searching: Background<Action>,
    frames: u32,
    /// In points.
    size: egui::Vec2,
}

/// What one frame cost.
pub(crate) struct Frame {
    pub(crate) ui: Duration,
    pub(crate) apply: Duration,
    pub(crate) tessellation: Duration,
    pub(crate) shapes: usize,
    pub(crate) vertices: usize,
    /// Days in view.
    pub(crate) days: f64,
}

impl Frame {
    pub(crate) fn total(&self) -> Duration {
        self.apply + self.ui + self.tessellation
    }
}

/// What a keystroke of search cost.
pub(crate) struct Search {
    /// To the frame that shows its result.
    pub(crate) found: Duration,
    /// To the one that has its names placed too.
    pub(crate) placed: Duration,
    /// The dearest frame meanwhile.
    pub(crate) dearest: Duration,
}

/// Fonts and style, as the program has them before its first frame.
pub(crate) fn dressed(ctx: &egui::Context) -> Look {
    let mut look = Look::default();
    let settings = Settings {
        theme: ThemeChoice::Light,
        ..Settings::default()
    };
    look.dress(ctx, &settings);
    look
}

impl Window {
    pub(crate) fn new(loaded: Loaded) -> Self {
        let ctx = egui::Context::default();
        let look = dressed(&ctx);
        Self::with(ctx, look, loaded)
    }

    pub(crate) fn with(ctx: egui::Context, look: Look, loaded: Loaded) -> Self {
        Self {
            ctx,
            workspace: Workspace::new(loaded, Saved::default()),
            look,
            searching: Background::default(),
            frames: 0,
            size: SIZE,
        }
    }

    /// The same, so large from the next frame on.
    pub(crate) fn sized(self, size: egui::Vec2) -> Self {
        Self { size, ..self }
    }

    /// What the next frame's clock says, in seconds.
    pub(crate) fn time(&self) -> f64 {
        f64::from(self.frames) / RATE
    }

    pub(crate) fn context(&self) -> &egui::Context {
        &self.ctx
    }

    /// Whether not everything that was asked for shows yet, names and all.
    pub(crate) fn is_busy(&self) -> bool {
        self.workspace.filter().is_pending() || self.look.is_placing()
    }

    /// Runs through a script, a step to a frame.
    pub(crate) fn run(&mut self, script: &[Vec<Event>]) -> Vec<Frame> {
        script.iter().map(|events| self.frame(events)).collect()
    }

    /// Shows frames until everything that was asked for shows, names and all; gives back what the dearest took.
    pub(crate) fn settle(&mut self) -> Duration {
        self.show_until(|window| !window.is_busy())
    }

    /// Shows frames until something holds after one of them; gives back what the dearest took.
    fn show_until(&mut self, holds: impl Fn(&Self) -> bool) -> Duration {
        let mut dearest = Duration::ZERO;
        loop {
            dearest = dearest.max(self.frame(&[]).total());
            if holds(self) {
                return dearest;
            }
            std::thread::sleep(Duration::from_micros(200));
        }
    }

    /// From a click on a category's chip to the end of the frame that shows it; two clicks, the dearer.
    pub(crate) fn toggle_category(&mut self) -> Duration {
        let clicks = (0..2).map(|_| {
            let begun = Instant::now();
            let query = self.workspace.filter().query();
            let query = query.with_category_toggled(self.workspace.timeline(), 2);
            self.act(Action::Filter(FilterAction::Set(query.to_string())));
            self.settle();
            begun.elapsed()
        });
        clicks.max().unwrap_or_default()
    }

    /// Sets the text of the search field, as a keystroke does.
    pub(crate) fn type_into_search(&mut self, text: &str) -> Search {
        let begun = Instant::now();
        self.act(Action::Filter(FilterAction::Set(text.to_owned())));
        let searching = self.show_until(|window| !window.workspace.filter().is_pending());
        let found = begun.elapsed();
        let placing = self.settle();
        Search {
            found,
            placed: begun.elapsed(),
            dearest: searching.max(placing),
        }
    }

    pub(crate) fn act(&mut self, action: Action) {
        for effect in self.workspace.apply(action) {
            if let Effect::Search(job) = effect {
                let work = move |cancelled: &AtomicBool| job.run(cancelled);
                self.searching.start("search", work, || ());
            }
        }
    }

    pub(crate) fn frame(&mut self, events: &[Event]) -> Frame {
        let input = egui::RawInput {
            screen_rect: Some(egui::Rect::from_min_size(Pos2::ZERO, self.size)),
            time: Some(self.time()),
            max_texture_side: Some(8192),
            events: events.to_vec(),
            ..Default::default()
        };
        self.frames += 1;
        let begun = Instant::now();
        if let Some(found) = self.searching.poll() {
            self.act(found);
        }
        let mut actions = Vec::new();
        let output = self.ctx.run_ui(input, |ui| {
            actions.extend(ui::show(ui, &self.workspace, &mut self.look));
        });
        let shown = Instant::now();
        for action in actions {
            self.act(action);
        }
        let applied = Instant::now();
        let triangles = tessellate(&self.ctx, output);
        Frame {
            ui: shown - begun,
            apply: applied - shown,
            tessellation: triangles.took,
            shapes: triangles.shapes,
            vertices: triangles.vertices,
            days: self.workspace.view().window().days,
        }
    }
}

/// What a window's shapes became.
pub(crate) struct Triangles {
    pub(crate) took: Duration,
    shapes: usize,
    vertices: usize,
}

/// Makes triangles of what a window shows.
pub(crate) fn tessellate(ctx: &egui::Context, mut output: egui::FullOutput) -> Triangles {
    // Nobody uploads the textures here, and they mind being dropped unread.
    output.textures_delta.clear();
    let shapes = output.shapes.len();
    let begun = Instant::now();
    let primitives = ctx.tessellate(output.shapes, output.pixels_per_point);
    Triangles {
        took: begun.elapsed(),
        shapes,
        vertices: black_box(&primitives).iter().map(vertices).sum(),
    }
}

fn vertices(primitive: &egui::ClippedPrimitive) -> usize {
    match &primitive.primitive {
        egui::epaint::Primitive::Mesh(mesh) => mesh.vertices.len(),
        egui::epaint::Primitive::Callback(_) => 0,
    }
}

/// How long it takes to measure a timeline and to place all that the empty query leaves, as for a window.
pub(crate) fn place(workspace: &Workspace) -> Duration {
    let timeline = workspace.timeline();
    let selection = workspace.filter().selection();
    let matching: Vec<_> = (0..timeline.categories.len())
        .map(|lane| selection.lane(lane).clone())
        .collect();
    let begun = Instant::now();
    let survey = Survey::new(timeline, Lang::En).into();
    let shown = Shown {
        timeline,
        survey: &survey,
        matching: &matching,
        others: false,
        home: TimeScale::new(home(timeline), 0.0, 1272.0),
    };
    let heights = LaneHeights::new(580.0, &survey.lane_sizes());
    black_box(Placement::new(
        &shown,
        &heights,
        None,
        &AtomicBool::new(false),
    ));
    begun.elapsed()
}
