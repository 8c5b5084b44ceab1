//! The picture of one step of a lesson: what it is about in large type, the axis with its neighbours below.
//!
//! A slide is always laid out [`SLIDE_HEIGHT`] points high and then shown as large as there is room, so that what the class
//! sees and its small copy on the teacher's screen are the same picture, and a text that is 2 % of the height here is
//! so on every wall.

use crate::document::Timeline;
use crate::state::Slide;
use crate::time::{Lang, TimeWindow};

use super::Scene;
use super::geometry::Size;
use super::lanes::LaneHeights;
use super::placement::Placement;
use super::text::Fonts;
use super::theme::Theme;

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
    /// Whether names on the axis are covered, so that they can be asked for.
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Part {
    Headline,
    Date,
    Summary,
    Quote,
    Progress,
}

/// Builds the slide.
pub fn slide(picture: &SlidePicture<'_>) -> Scene {
    Scene {
        size: picture.size,
        ..Scene::default()
    }
}
