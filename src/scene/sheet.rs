//! A picture that stands by itself, on paper or on a page: a title above, every lane below, and nothing that only serves
//! the hand.
//!
//! Where the window finds rows for all scales and looks at them through a view, a sheet shows one view for ever: rows and
//! sides of names are found for just that one, so it names as much as there is room for.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::document::{Event, Timeline};
use crate::messages::say;
use crate::time::{Lang, TimeScale, TimeWindow, display_stretch};

use super::build::{Highlight, Picture, build};
use super::canvas::Frame;
use super::geometry::{Size, point};
use super::lanes::LaneHeights;
use super::placement::{Placement, Shown};
use super::survey::Survey;
use super::text::{Fonts, TextStyle};
use super::theme::Theme;
use super::{Anchor, Item, Scene};

/// What is on a sheet, and how it looks.
pub struct Sheet<'a> {
    /// What there is to draw.
    pub timeline: &'a Timeline,
    /// The stretch of time shown.
    pub window: TimeWindow,
    /// For each category the events that are drawn, ascending.
    pub matching: &'a [Arc<[u32]>],
    /// Size in points. It gets higher where not all lanes would have a row.
    pub size: Size,
    /// Colours.
    pub theme: &'a Theme,
    /// Widths of text.
    pub fonts: &'a Fonts,
    /// Language of names and dates.
    pub lang: Lang,
    /// For each lane whether its category is switched off; lanes beyond its end are on.
    pub off: &'a [bool],
    /// Whether a ruler of the Japanese eras stands under the axis.
    pub era_ruler: bool,
}

/// Height of the title with the air around it, in points.
const HEAD: f32 = 52.0;
/// From the left edge to the title, where the marks of the lanes begin, in points.
const LEFT: f32 = 14.0;
const TITLE: TextStyle = TextStyle::semibold(22.0);
const BESIDE: TextStyle = TextStyle::sans(14.0);
/// Between the title and what stands beside it, in points.
const GAP: f32 = 12.0;

/// Builds the picture; `None` when cancelled.
pub fn sheet(sheet: &Sheet<'_>, cancelled: &AtomicBool) -> Option<Scene> {
    let frame = sheet.frame();
    let events: Vec<_> = (0..sheet.timeline.categories.len())
        .map(|lane| sheet.in_view(lane))
        .collect();
    let heights = LaneHeights::new(frame.lanes.height(), &events);
    let survey = Arc::new(Survey::new(sheet.timeline, sheet.lang));
    let shown = Shown {
        timeline: sheet.timeline,
        survey: &survey,
        matching: sheet.matching,
        others: false,
        home: TimeScale::new(sheet.window, 0.0, frame.lanes.width()),
    };
    let placement = Placement::new(&shown, &heights, None, cancelled)?;
    let mut scene = build(&Picture {
        timeline: sheet.timeline,
        window: sheet.window,
        home: sheet.window,
        placement: &placement,
        heights: &heights,
        first_lane: 0,
        frame,
        theme: sheet.theme,
        fonts: sheet.fonts,
        lang: sheet.lang,
        off: sheet.off,
        opacity: 1.0,
        highlight: Highlight::default(),
    });
    scene.items.extend(sheet.head(events.iter().sum()));
    Some(scene)
}

impl Sheet<'_> {
    fn frame(&self) -> Frame {
        let divided = |size| {
            Frame::of_sheet(size, self.timeline.series.len(), HEAD).with_ruler(self.era_ruler)
        };
        let frame = divided(self.size);
        let lacking = LaneHeights::least(self.timeline.categories.len()) - frame.lanes.height();
        if lacking <= 0.0 {
            return frame;
        }
        // A part of what is added goes to the figures, a fifth at most.
        let height = self.size.height + lacking * 2.0;
        divided(Size {
            height,
            ..self.size
        })
    }

    /// How many events of a lane the sheet shows.
    fn in_view(&self, lane: usize) -> usize {
        let view = self.window.span();
        let is_in_view = |event: &Event| event.when.extent().overlaps(view);
        let matching = self.matching.get(lane).map_or(&[][..], |lane| lane);
        let events = matching
            .iter()
            .filter_map(|event| self.timeline.events.get(*event as usize));
        events.filter(|event| is_in_view(event)).count()
    }

    /// The title, and beside it what is shown of the whole.
    fn head(&self, events: usize) -> Vec<Item> {
        let title = self
            .lang
            .choose(&self.timeline.title, self.timeline.title_ja.as_deref());
        let right = self.size.width - LEFT;
        // Of what is shown the part in which anything happens.
        let told = self.window.part_with(self.timeline.extent());
        let shown = self.fonts.elided(title, TITLE, right - LEFT);
        let said = format!(
            "{} · {}",
            display_stretch(told, self.lang),
            say!(self.lang, "words-events", count = events)
        );
        let mut left = LEFT;
        let mut head = Vec::new();
        let mut push = |text: String, style: TextStyle, fill| {
            let at = point(left, HEAD / 2.0);
            left += self.fonts.width(&text, style) + GAP;
            let anchor = Anchor::Left;
            head.push(Item::Text {
                at,
                anchor,
                text,
                style,
                fill,
            });
            left
        };
        let next = if shown.is_empty() {
            LEFT
        } else {
            push(shown, TITLE, self.theme.ink)
        };
        if next + self.fonts.width(&said, BESIDE) <= right {
            push(said, BESIDE, self.theme.muted);
        }
        head
    }
}
