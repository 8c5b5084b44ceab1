//! The picture of one step of a lesson: what it is about in large type, the axis with its neighbours below.
//!
//! A slide is always laid out [`SLIDE_HEIGHT`] points high and then shown as large as there is room, so that what the class
//! sees and its small copy on the teacher's screen are the same picture, and a text that is 2 % of the height here is
//! so on every wall.
//!
//! ```text
//!  ┌───────────────────────────────┐
//!  │ words     (column.rs, and a   │  who sets them: event.rs, excerpt.rs, chain.rs, chart.rs
//!  │            file per content)  │
//!  │ ●──────●─── rail (pins.rs)    │  the step's own events
//!  │ │ name │ name   flags         │
//!  │ neighbours in rows (band.rs)  │  all other events: the one lane of a `Placement`
//!  ├─┴──────┴── axis ──────────────┤
//!  │ ●●━●  7 of 8 · …  progress.rs │
//!  └───────────────────────────────┘
//! ```
//!
//! # Who wants a slide
//!
//! 1. measures the document once per revision and language, with [`Survey::in_one_lane`](super::Survey::in_one_lane)
//!    in place of [`Survey::new`](super::Survey::new);
//! 2. asks [`slide_rows`] how many rows the slide's content has for its neighbours;
//! 3. places what the filter leaves with [`Placement::new`], on a thread where there are many:
//!    [`Shown::matching`](super::Shown::matching) is a slice of one list, that of all events that match, and
//!    [`Shown::home`](super::Shown::home) is [`slide_scale`] of the whole history. The placement holds for every slide
//!    with equal [`LaneHeights`]: there are three of them;
//! 4. calls [`slide`] in each frame with the placement, the heights that it was made for (even if a newer one is under
//!    way) and the camera's window. Until there is a placement, an empty one shows the step's own events alone.
//!
//! The ground is not part of the picture, as in [`build`](fn@super::build): whoever paints it fills it with `theme.ground`.

mod band;
mod chain;
mod chart;
mod column;
mod event;
mod excerpt;
mod page;
mod pins;
mod progress;
mod wording;
mod wrap;

use crate::document::Timeline;
use crate::state::{Content, Slide};
use crate::time::{Lang, TimeScale, TimeWindow};

use super::geometry::Size;
use super::lanes::LaneHeights;
use super::placement::Placement;
use super::text::Fonts;
use super::theme::Theme;
use super::{Item, Scene};

use page::{Page, Written};
pub(crate) use wording::quoted;
pub use wording::{relation, stance};

/// Height of every slide in points.
pub const SLIDE_HEIGHT: f32 = 540.0;

/// All that a slide depends on.
#[derive(Clone, Copy)]
pub struct SlidePicture<'a> {
    /// What there is to draw.
    pub timeline: &'a Timeline,
    /// What the step shows.
    pub slide: &'a Slide,
    /// Where the camera is now.
    pub window: TimeWindow,
    /// Rows and names of the events on the axis: all in one lane.
    pub placement: &'a Placement,
    /// Rows of that lane.
    pub heights: &'a LaneHeights,
    /// Size in points; [`SLIDE_HEIGHT`] high.
    pub size: Size,
    /// Colours.
    pub theme: &'a Theme,
    /// Widths of text.
    pub fonts: &'a Fonts,
    /// Language of names and dates.
    pub lang: Lang,
    /// How far the lesson has come; none leaves it out.
    pub progress: Option<Progress<'a>>,
    /// How strongly the words show, 0 to 1: less while they come.
    pub opacity: f32,
    /// Whether names, titles and quotations are covered, so that they can be asked for.
    pub covered: bool,
}

/// How far a lesson has come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Progress<'a> {
    /// The step, from 0.
    pub step: usize,
    /// How many there are.
    pub count: usize,
    /// What the lesson is called.
    pub title: &'a str,
}

/// A text of a slide, in the order in which it is read out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Part {
    Headline,
    Date,
    Summary,
    Quote,
    Progress,
}

/// Rows of the neighbours on the axis of a slide; a content differs from another in this alone.
pub fn slide_rows(content: &Content) -> LaneHeights {
    LaneHeights::of_one(band::rows(content), band::ROW)
}

/// The scale at which a window fills a slide of this size: from edge to edge.
pub fn slide_scale(window: TimeWindow, size: Size) -> TimeScale {
    TimeScale::new(window, 0.0, page::width(size))
}

/// Builds the slide.
pub fn slide(picture: &SlidePicture<'_>) -> Scene {
    let mut page = Page::new(picture);
    let mut scene = Scene {
        size: Size {
            width: page::width(picture.size),
            height: SLIDE_HEIGHT,
        },
        ..Scene::default()
    };
    let mut words = Written::default();
    let pins = pins::of(&page);
    page.make_room(&pins);
    match &picture.slide.content {
        Content::Event(event) => event::one(&page, *event, &mut words),
        Content::Window(_) => event::window(&page, &mut words),
        Content::Links {
            event,
            others,
            shown,
        } => chain::write(&page, *event, others, *shown, &mut words),
        Content::Series {
            series,
            event,
            marker,
        } => chart::write(&page, *series, *event, *marker, &mut words),
        Content::Excerpt { event, excerpt } => excerpt::write(&page, *event, *excerpt, &mut words),
        Content::Gone => event::titled(&page, page.title(), None, &mut words),
        Content::Nothing => event::nothing(&page, &mut words),
    }
    band::draw(&page, &pins, &mut scene);
    pins::draw(&page, &pins, &mut scene, &mut words.items);
    scene.items.push(Item::Clip {
        rect: page.rect(),
        opacity: picture.opacity,
        items: words.items,
    });
    progress::draw(&page, &mut scene.items, &mut words.said);
    words.said.sort_by_key(|said| said.part);
    let parts = words.said.into_iter().map(page::Said::hit);
    scene.hits = parts.chain(words.hits).chain(scene.hits).collect();
    scene
}
