//! What it costs to build the slides of a lesson while the camera flies from one step to the next.

use std::hint::black_box;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use transpacific::app;
use transpacific::document::Timeline;
use transpacific::scene::{
    Fonts, Placement, Progress, SLIDE_HEIGHT, Shown, Size, SlidePicture, Survey, Theme, slide,
    slide_rows, slide_scale,
};
use transpacific::state::{
    Action, Content, Deck, Loaded, Place, PresentAction, Saved, Slide, Workspace,
};
use transpacific::time::{Flight, Lang};

use crate::generated;
use crate::spread::{Spread, ms};

/// The aspect of a projector of 1920 by 1080.
const SIZE: Size = Size {
    width: SLIDE_HEIGHT * 16.0 / 9.0,
    height: SLIDE_HEIGHT,
};
/// Steps that are flown to, and frames of a flight: three quarters of a second.
const STEPS: usize = 12;
const FRAMES: u16 = 45;
/// Events of the large timeline.
const MANY: usize = 100_000;

/// Prints the figures of the file that ships and of a large one.
pub(crate) fn in_flight() {
    println!("\nSlides in flight, {STEPS} steps of {FRAMES} frames, building the scene, ms");
    Spread::heading();
    let built_in = app::built_in();
    let story = built_in.document().timeline.stories.first();
    let deck = story.map_or(Deck::Events, |story| Deck::Story(story.id.clone()));
    fly("the file that ships", built_in, deck);
    let many = Loaded::nothing().rewritten(generated::timeline(MANY));
    fly(&format!("{MANY} generated events"), many, Deck::Events);
}

fn fly(name: &str, loaded: Loaded, deck: Deck) {
    let mut workspace = Workspace::new(loaded, Saved::default());
    workspace.apply(Action::Present(PresentAction::Start(deck, Some(0))));
    let slides = slides(&workspace);
    let begun = Instant::now();
    let survey = Arc::new(Survey::in_one_lane(workspace.timeline(), Lang::En));
    let placement = placement(&workspace, &survey);
    let placed = begun.elapsed();
    let (fonts, theme) = (Fonts::bundled(), Theme::dark());
    let mut times = Vec::new();
    for (step, (from, to)) in slides.iter().zip(slides.iter().skip(1)).enumerate() {
        let way = Flight::new(from.window, to.window);
        for frame in 0..=FRAMES {
            let along = f64::from(frame) / f64::from(FRAMES);
            let picture = SlidePicture {
                timeline: workspace.timeline(),
                slide: to,
                window: way.at(along),
                placement: &placement,
                heights: &slide_rows(&to.content),
                size: SIZE,
                theme: &theme,
                fonts: &fonts,
                lang: Lang::En,
                progress: Some(Progress {
                    step,
                    count: slides.len(),
                    title: name,
                }),
                opacity: along as f32,
                covered: false,
            };
            let begun = Instant::now();
            black_box(slide(black_box(&picture)));
            times.push(ms(begun.elapsed()));
        }
    }
    Spread::of(times.into_iter()).print(name, 3);
    println!("    survey and placement in one lane: {:.1} ms", ms(placed));
}

/// Some steps of the lesson, far apart where there are many.
fn slides(workspace: &Workspace) -> Vec<Slide> {
    let count = workspace.step_count();
    let step = |at: usize| at * count.saturating_sub(1) / STEPS;
    let place = |at| Place {
        step: step(at),
        revealed: 0,
    };
    (0..=STEPS).map(|at| workspace.slide(place(at))).collect()
}

fn placement(workspace: &Workspace, survey: &Arc<Survey>) -> Placement {
    let timeline: &Timeline = workspace.timeline();
    let shown = Shown {
        timeline,
        survey,
        matching: &[workspace.filter().selection().iter().collect()],
        others: false,
        home: slide_scale(workspace.home(), SIZE),
    };
    let heights = slide_rows(&Content::Event(0));
    let placement = Placement::new(&shown, &heights, None, &AtomicBool::new(false));
    placement.unwrap_or_default()
}
