//! The areas of a slide, and what is written on it.

use crate::document::{Event, Shape, Timeline};
use crate::state::{Content, Slide};
use crate::time::TimeScale;

use super::super::geometry::{Point, Rect, Rgba, Size};
use super::super::labels::cover;
use super::super::text::TextStyle;
use super::super::theme::Theme;
use super::super::{Anchor, Hit, Item, Target, names};
use super::pins::{self, Pin};
use super::{Part, SLIDE_HEIGHT, SlidePicture, slide_scale};

/// Narrower slides than this are laid out as if they were so wide, in points.
const NARROWEST: f32 = 200.0;
/// From the edge to the words, in points.
const MARGIN: f32 = 48.0;
/// Wider columns are hard to read, in points.
const COLUMN: f32 = 700.0;
/// Top of the words, in points.
const TOP: f32 = 40.0;
/// The line of the axis, in points from the top.
pub(super) const AXIS: f32 = 445.0;
/// Free points between the words and what stands below them.
const AIR: f32 = 14.0;

/// Width of a slide in points.
pub(super) fn width(size: Size) -> f32 {
    if size.width.is_finite() {
        size.width.max(NARROWEST)
    } else {
        NARROWEST
    }
}

/// What is drawn on, and from.
pub(super) struct Page<'a> {
    pub(super) picture: &'a SlidePicture<'a>,
    pub(super) timeline: &'a Timeline,
    pub(super) theme: &'a Theme,
    pub(super) slide: &'a Slide,
    /// Where the camera is.
    pub(super) scale: TimeScale,
    /// The room for words.
    pub(super) words: Rect,
    /// The marks of the step's own events stand on this line, in points from the top.
    pub(super) rail: f32,
    /// Their names hang in rows below it.
    pub(super) flags: Rect,
    /// The lane of all other events; its foot is the axis.
    pub(super) lane: Rect,
}

impl<'a> Page<'a> {
    pub(super) fn new(picture: &'a SlidePicture<'a>) -> Self {
        let width = width(picture.size);
        let lane_height = match &picture.slide.content {
            Content::Series { .. } => 0.0,
            _ => picture.heights.natural(0).min(AXIS - TOP),
        };
        let lane = Rect::new(0.0, AXIS - lane_height, width, AXIS);
        let margin = (width * 0.06).min(MARGIN);
        let mut page = Self {
            picture,
            timeline: picture.timeline,
            theme: picture.theme,
            slide: picture.slide,
            scale: slide_scale(picture.window, picture.size),
            words: Rect::new(margin, TOP, width - margin, lane.top),
            rail: lane.top,
            flags: lane,
            lane,
        };
        page.make_room(&[]);
        page
    }

    /// Puts the rail above the flags that some events have, and ends the words above it.
    pub(super) fn make_room(&mut self, pins: &[Pin<'_>]) {
        self.flags = Rect {
            top: self.lane.top - pins::flags_height(pins),
            bottom: self.lane.top,
            ..self.lane
        };
        self.rail = self.flags.top - pins::RADIUS + 4.0;
        let bottom = match self.slide.content {
            Content::Links { .. } => self.rail - pins::ARCS,
            _ if pins.is_empty() => self.lane.top,
            _ => self.rail - pins::RADIUS - 2.0,
        };
        self.words.bottom = (bottom - AIR).max(TOP + 1.0);
    }

    /// The whole slide.
    pub(super) fn rect(&self) -> Rect {
        Rect::new(0.0, 0.0, self.lane.right, SLIDE_HEIGHT)
    }

    /// The same room with lines short enough to be read.
    pub(super) fn column(&self) -> Rect {
        Rect {
            right: self.words.right.min(self.words.left + COLUMN),
            ..self.words
        }
    }

    pub(super) fn x(&self, day: f64) -> f32 {
        self.scale.x_from_day(day)
    }

    pub(super) fn width(&self, text: &str, style: TextStyle) -> f32 {
        self.picture.fonts.width(text, style)
    }

    pub(super) fn event(&self, index: usize) -> Option<&'a Event> {
        self.timeline.events.get(index)
    }

    /// An event's name in the language of the slide.
    pub(super) fn name(&self, event: &'a Event) -> &'a str {
        names::name(event, self.picture.lang)
    }

    /// What the step is called, where it says so.
    pub(super) fn title(&self) -> Option<&'a str> {
        let main = self.slide.title.as_deref();
        let japanese = self.slide.title_ja.as_deref();
        let main = main.or(japanese)?;
        Some(self.picture.lang.choose(main, japanese))
    }

    /// The colour of an event's category.
    pub(super) fn color(&self, event: &Event) -> Rgba {
        let category = self.timeline.categories.get(event.category);
        let own = category.and_then(|category| category.color.as_deref());
        self.theme.category(event.category, own)
    }

    /// The shape of an event's category.
    pub(super) fn shape(&self, event: &Event) -> Shape {
        let category = self.timeline.categories.get(event.category);
        category.map_or(Shape::Circle, |category| category.shape)
    }

    /// A line of text, or where it is to be asked for, a box of its size.
    pub(super) fn line(&self, at: Point, text: &str, style: TextStyle, ink: Ink) -> Item {
        if ink.asked_for && self.picture.covered {
            let width = self.width(text, style);
            let half = style.size * 0.6;
            let rect = Rect::new(at.x, at.y - half, at.x + width, at.y + half);
            return cover(rect, self.theme);
        }
        Item::Text {
            at,
            anchor: Anchor::Left,
            text: text.to_owned(),
            style,
            fill: ink.fill,
        }
    }

    /// What a text is called to those who hear it: the text, unless it is to be asked for.
    pub(super) fn said<'t>(&self, text: &'t str, asked_for: bool) -> &'t str {
        if asked_for && self.picture.covered {
            "covered"
        } else {
            text
        }
    }
}

/// How a text is drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ink {
    pub(super) fill: Rgba,
    /// Whether the class may be asked for it, so that it is covered then.
    pub(super) asked_for: bool,
}

/// What has been written: items, the words in them part by part, and what else can be pointed at.
#[derive(Default)]
pub(super) struct Written {
    pub(super) items: Vec<Item>,
    pub(super) said: Vec<Said>,
    pub(super) hits: Vec<Hit>,
}

/// A part of the words.
pub(super) struct Said {
    pub(super) part: Part,
    rect: Rect,
    text: String,
}

impl Written {
    /// Says a text that stands in a rectangle; what belongs to one part is said as one.
    pub(super) fn say(&mut self, part: Part, rect: Rect, text: &str) {
        let known = self.said.iter_mut().find(|said| said.part == part);
        match known {
            Some(said) => {
                said.rect = said.rect.union(&rect);
                if said.text != text {
                    said.text.push_str(", ");
                    said.text.push_str(text);
                }
            }
            None => self.said.push(Said {
                part,
                rect,
                text: text.to_owned(),
            }),
        }
    }
}

impl Said {
    pub(super) fn hit(self) -> Hit {
        Hit {
            rect: self.rect,
            target: Target::Part(self.part),
            label: Some(self.text),
        }
    }
}
