//! The picture, before anything is painted: a display list and the regions that stand for something.
//!
//! A [`Scene`] is a pure function of the timeline, the selection of the filter, the view and the theme. It knows no
//! toolkit: the window paints it in `ui/paint.rs`, an export writes it out, each with one exhaustive match over
//! [`Item`]. Text is measured with the bundled fonts ([`Fonts`]), never with what a window measured last.

mod bars;
mod breaking;
mod build;
mod calendar;
mod canvas;
mod captions;
mod crowd;
mod events;
mod geometry;
mod labels;
mod lanes;
mod links;
mod marks;
mod names;
mod overview;
mod placement;
mod rank_set;
mod rows;
mod ruler;
mod series;
mod sheet;
mod slide;
mod strip;
mod survey;
mod text;
mod theme;

use std::borrow::Cow;

use crate::document::{Event, Timeline};
use crate::messages::{message, say};
use crate::time::Lang;

#[cfg(test)]
pub(crate) use breaking::tests as breaking_tests;
pub(crate) use breaking::{is_japanese, is_space, piece_end};
pub use build::{Highlight, Picture, build};
pub use canvas::Frame;
pub use geometry::{Point, Rect, Rgba, Size, Stroke, point};
pub use lanes::{LaneHeights, Lanes};
pub use marks::{Fill, mark};
pub use names::{LABEL_MAX, name_style};
pub use placement::{Placement, Shown, Slot};
pub use rows::Side;
pub use series::{unit, with_unit};
pub use sheet::{Sheet, sheet};
pub(crate) use slide::quoted;
pub use slide::{
    Part, Progress, SLIDE_HEIGHT, SlidePicture, relation, slide, slide_rows, slide_scale, stance,
};
pub use strip::Cluster;
pub use survey::{Survey, body};
pub use text::{Face, Fonts, TextStyle, font_bytes};
pub use theme::Theme;

/// Everything to draw, back to front, and what can be pointed at.
#[derive(Debug, Clone, Default)]
pub struct Scene {
    /// Size of the picture in points.
    pub size: Size,
    /// What to draw, back to front.
    pub items: Vec<Item>,
    /// What can be pointed at, back to front.
    pub hits: Vec<Hit>,
}

/// One thing to draw.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A rectangle, its corners rounded by `radius` points.
    #[expect(missing_docs, reason = "the names say it")]
    Rect {
        rect: Rect,
        radius: f32,
        fill: Rgba,
        stroke: Option<Stroke>,
    },
    /// A rectangle whose colour goes over into another from left to right.
    #[expect(missing_docs, reason = "the names say it")]
    Fade { rect: Rect, from: Rgba, to: Rgba },
    /// A straight line; `dash` is the length of its dashes and gaps in points.
    #[expect(missing_docs, reason = "the names say it")]
    Line {
        from: Point,
        to: Point,
        stroke: Stroke,
        dash: Option<f32>,
    },
    /// A polygon or an open run of lines. A filled one is convex.
    #[expect(missing_docs, reason = "the names say it")]
    Path {
        points: Vec<Point>,
        closed: bool,
        fill: Option<Rgba>,
        stroke: Option<Stroke>,
    },
    /// One line of text whose baseline box starts at the left, the middle or the right of `at` and is centred on it
    /// vertically.
    #[expect(missing_docs, reason = "the names say it")]
    Text {
        at: Point,
        anchor: Anchor,
        text: String,
        style: TextStyle,
        fill: Rgba,
    },
    /// Many rectangles in one colour, with sharp edges.
    #[expect(missing_docs, reason = "the names say it")]
    Rects { rects: Vec<Rect>, fill: Rgba },
    /// Items of which only what lies inside the rectangle shows, at an opacity from 0 to 1.
    #[expect(missing_docs, reason = "the names say it")]
    Clip {
        rect: Rect,
        opacity: f32,
        items: Vec<Self>,
    },
}

/// Which side of a text stands at its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Anchor {
    Left,
    Center,
    Right,
}

/// A region that stands for something; never painted.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Where, in points.
    pub rect: Rect,
    /// What it stands for.
    pub target: Target,
    /// Its name; none where it is an event's, which is put into words only when somebody asks (see [`Hit::says`]).
    pub label: Option<String>,
}

impl Hit {
    /// Whether it stands for an event, or for several.
    pub fn is_of_events(&self) -> bool {
        !matches!(
            self.target,
            Target::Lane(_) | Target::Era(_) | Target::Part(_)
        )
    }

    /// What it is called, to people who hover over it and to screen readers: of an event the title and the date, of a
    /// cluster how many there are.
    pub fn says(&self, timeline: &Timeline, lang: Lang) -> Cow<'_, str> {
        let event = match self.target {
            Target::Event(event) | Target::Tick(event) => timeline.events.get(event),
            Target::Cluster(cluster) => return Cow::Owned(count_in_words(cluster, lang)),
            Target::Lane(_) | Target::Era(_) | Target::Part(_) => None,
        };
        match (&self.label, event) {
            (Some(label), _) => Cow::Borrowed(label),
            (None, Some(event)) => {
                let said = titled(event, lang);
                Cow::Owned(match event.is_kept {
                    true => say!(lang, "slide-event-kept", event = said),
                    false => said,
                })
            }
            (None, None) => Cow::Borrowed(""),
        }
    }
}

/// The title of an event with its date, as it is told to those who do not see where it stands.
pub fn titled(event: &Event, lang: Lang) -> String {
    let title = names::name(event, lang);
    format!("{title}, {}", event.when.display(lang))
}

fn count_in_words(cluster: Cluster, lang: Lang) -> String {
    let events = message!("words-events", count = cluster.count);
    if cluster.is_inside() {
        say!(lang, "slide-close-together", events = events)
    } else if cluster.is_before() {
        say!(lang, "slide-from-before", events = events)
    } else {
        say!(lang, "slide-after", events = events)
    }
}

/// What a region of the picture stands for. Numbers are indexes into the timeline's lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Target {
    /// An event that is drawn with its name.
    Event(usize),
    /// An event that is drawn as a tick.
    Tick(usize),
    /// Events too close to each other for ticks of their own.
    Cluster(Cluster),
    /// A category's name beside its lane.
    Lane(usize),
    /// An era's name above the lanes.
    Era(usize),
    /// A text of a slide.
    Part(Part),
}
