//! The axis of a slide, and the events around the step's own in rows above it: drawn as a lane of the timeline is, so
//! that names keep their places while the camera flies.

use crate::state::Content;
use crate::time::{Rank, ticks};

use super::super::build::{Canvas, Highlight, Naming, Picture, vertical};
use super::super::canvas::Frame;
use super::super::events::{Layers, draw_lane};
use super::super::geometry::{Rect, Stroke, point};
use super::super::lanes::Lanes;
use super::super::text::TextStyle;
use super::super::{Anchor, Hit, Item, Scene, Target};
use super::page::{AXIS, Page};
use super::pins::Pin;

/// Height of a row in points.
pub(super) const ROW: f32 = 24.0;
/// Lengths of the ticks under the axis, with a label and without, in points.
const LABELLED: f32 = 8.0;
const PLAIN: f32 = 4.0;
/// From the axis down to the middle of its labels, in points.
const LABEL: f32 = 21.0;
/// Size of the labels.
const STYLE: TextStyle = TextStyle::sans(14.0);
/// Between a label and the edge of the slide, in points.
const EDGE: f32 = 6.0;
/// Between two labels, in points.
const APART: f32 = 10.0;

/// Rows of the neighbours. Where a stretch of time is all there is to see, they take the height that there is.
pub(super) fn rows(content: &Content) -> usize {
    match content {
        Content::Window(events) if events.is_empty() => 9,
        Content::Window(_) => 5,
        _ => 3,
    }
}

/// Draws the axis and the lane.
pub(super) fn draw(page: &Page<'_>, pins: &[Pin<'_>], scene: &mut Scene) {
    axis(page, scene);
    if page.lane.height() <= 0.0 {
        return;
    }
    let frame = frame(page);
    let told: Vec<usize> = pins
        .iter()
        .filter(|pin| pin.shown)
        .map(|pin| pin.index)
        .collect();
    let slide = page.picture;
    let picture = Picture {
        timeline: slide.timeline,
        window: slide.window,
        home: slide.slide.window,
        placement: slide.placement,
        heights: slide.heights,
        first_lane: 0,
        frame,
        theme: slide.theme,
        fonts: slide.fonts,
        lang: slide.lang,
        off: &[],
        opacity: 1.0,
        highlight: Highlight::default(),
    };
    let canvas = Canvas {
        picture: &picture,
        scale: page.scale,
        lanes: Lanes::new(page.lane, slide.heights, 0),
        naming: Naming {
            quiet: true,
            covered: slide.covered,
            elsewhere: &told,
        },
    };
    let mut layers = Layers::roomy();
    for lane in &canvas.lanes.lanes {
        draw_lane(&canvas, lane, &mut layers);
    }
    for items in [layers.back, layers.front] {
        scene.items.push(Item::Clip {
            rect: page.lane,
            opacity: 1.0,
            items,
        });
    }
    // An event that has a pin is pointed at there.
    layers
        .hits
        .retain(|hit| !matches!(hit.target, Target::Tick(event) if told.contains(&event)));
    scene
        .hits
        .extend(layers.hits.into_iter().map(|hit| named(page, hit)));
}

/// What is covered says no more than when it was.
fn named(page: &Page<'_>, hit: Hit) -> Hit {
    let event = match hit.target {
        Target::Event(event) | Target::Tick(event) if page.picture.covered => page.event(event),
        _ => None,
    };
    match event {
        Some(event) => Hit {
            label: Some(event.when.display(page.picture.lang)),
            ..hit
        },
        None => hit,
    }
}

/// The areas of the lane as those of a timeline's picture.
fn frame(page: &Page<'_>) -> Frame {
    let none = Rect::new(0.0, AXIS, page.lane.right, AXIS);
    Frame {
        size: page.picture.size,
        eras: Rect {
            top: page.lane.top,
            bottom: page.lane.top,
            ..page.lane
        },
        lanes: page.lane,
        series: none,
        series_height: 0.0,
        axis: none,
        ruler: none,
        overview: none,
    }
}

/// The line from edge to edge, its ticks and their labels.
fn axis(page: &Page<'_>, scene: &mut Scene) {
    let theme = page.theme;
    let stroke = Stroke {
        width: 1.0,
        color: theme.axis,
    };
    let measure = |text: &str| page.width(text, STYLE);
    let right = page.lane.right;
    let mut taken = f32::NEG_INFINITY;
    for tick in ticks(&page.scale, page.picture.lang, &measure) {
        let x = page.x(tick.day);
        if !(0.0..=right).contains(&x) {
            continue;
        }
        let length = match tick.rank {
            Rank::Major => LABELLED,
            Rank::Minor => PLAIN,
        };
        scene.items.push(vertical(x, AXIS, AXIS + length, stroke));
        let Some(text) = tick.label else { continue };
        // The first label says the year: it is moved into the slide rather than left out, and the next gives way.
        let half = measure(&text) / 2.0;
        let at = point(x.max(half + EDGE), AXIS + LABEL);
        if at.x + half + EDGE <= right && at.x - half >= taken {
            taken = at.x + half + APART;
            scene.items.push(Item::Text {
                at,
                anchor: Anchor::Center,
                text,
                style: STYLE,
                fill: theme.muted,
            });
        }
    }
    scene.items.push(Item::Line {
        from: point(0.0, AXIS),
        to: point(right, AXIS),
        stroke,
        dash: None,
    });
}
