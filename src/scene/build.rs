//! Builds the [`Scene`] from what is to be shown, area by area, back to front.

use crate::document::Timeline;
use crate::time::{Lang, Rank, TimeScale, TimeWindow, display_at, ticks};

use super::canvas::Frame;
use super::geometry::{Point, Rect, Rgba, Stroke, point};
use super::lanes::{Lane, LaneHeights, Lanes};
use super::placement::Placement;
use super::text::{Fonts, TextStyle};
use super::theme::Theme;
use super::{Anchor, Hit, Item, Scene, Target, events, overview, ruler, series};

/// All that a picture depends on.
#[derive(Clone, Copy)]
pub struct Picture<'a> {
    /// What there is to draw.
    pub timeline: &'a Timeline,
    /// The stretch of time in view.
    pub window: TimeWindow,
    /// The stretch that the overview shows.
    pub home: TimeWindow,
    /// Rows and names of the events that the filter shows.
    pub placement: &'a Placement,
    /// Rows of the lanes.
    pub heights: &'a LaneHeights,
    /// The topmost lane in view.
    pub first_lane: usize,
    /// The areas.
    pub frame: Frame,
    /// Colours.
    pub theme: &'a Theme,
    /// Widths of text.
    pub fonts: &'a Fonts,
    /// Language of names and dates.
    pub lang: Lang,
    /// For each lane whether its category is switched off; lanes beyond its end are on.
    pub off: &'a [bool],
    /// How strongly the events show, 0 to 1: less while a newer placement is under way.
    pub opacity: f32,
    /// What is pointed out.
    pub highlight: Highlight<'a>,
}

/// What the picture points out. Numbers are indexes of events.
#[derive(Debug, Clone, Copy, Default)]
pub struct Highlight<'a> {
    /// The event that is read; its links are drawn.
    pub selected: Option<usize>,
    /// The event under the pointer.
    pub hovered: Option<usize>,
    /// Events of a passage that is pointed out.
    pub lit: &'a [usize],
    /// The pointer, for the crosshair.
    pub pointer: Option<Point>,
}

/// The context that all parts of the picture are drawn with.
pub(super) struct Canvas<'a> {
    pub(super) picture: &'a Picture<'a>,
    pub(super) scale: TimeScale,
    pub(super) lanes: Lanes,
    pub(super) naming: Naming<'a>,
}

/// How the lanes show their names.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Naming<'a> {
    /// Muted, since the picture is about something else.
    pub(super) quiet: bool,
    /// As boxes of their size, so that they can be asked for.
    pub(super) covered: bool,
    /// Events that the picture shows in a place of their own, if they would carry a name: they are left out.
    pub(super) elsewhere: &'a [usize],
}

/// Builds the picture.
pub fn build(picture: &Picture<'_>) -> Scene {
    let frame = &picture.frame;
    let canvas = Canvas {
        picture,
        scale: TimeScale::new(picture.window, frame.lanes.left, frame.lanes.width()),
        lanes: Lanes::new(frame.lanes, picture.heights, picture.first_lane),
        naming: Naming::default(),
    };
    let mut scene = Scene {
        size: frame.size,
        ..Scene::default()
    };
    canvas.eras(&mut scene);
    canvas.axis(&mut scene);
    if frame.ruler.height() > 0.0 {
        ruler::draw(&canvas, &mut scene);
    }
    canvas.dividers(&mut scene);
    series::draw(&canvas, &mut scene);
    events::draw(&canvas, &mut scene);
    if frame.overview.height() > 0.0 {
        overview::draw(&canvas, &mut scene);
    }
    canvas.crosshair(&mut scene);
    scene
}

/// From the axis down to the middle of its labels, in points.
const AXIS_LABEL: f32 = 18.0;
/// Size of second text in points.
pub(super) const SMALL: TextStyle = TextStyle::sans(12.5);

impl Canvas<'_> {
    pub(super) fn x(&self, day: f64) -> f32 {
        self.scale.x_from_day(day)
    }

    /// Points per day.
    pub(super) fn points_per_day(&self) -> f64 {
        self.scale.points_per_day()
    }

    pub(super) fn color(&self, category: usize) -> Rgba {
        let own = self
            .picture
            .timeline
            .categories
            .get(category)
            .and_then(|category| category.color.as_deref());
        self.picture.theme.category(category, own)
    }

    /// The colour of a lane's strip: its category's, or a neutral one where all categories share it.
    pub(super) fn lane_color(&self, lane: &Lane) -> Rgba {
        if self.picture.placement.is_in_one_lane() {
            self.picture.theme.muted
        } else {
            self.color(lane.number)
        }
    }

    pub(super) fn text(
        &self,
        at: Point,
        anchor: Anchor,
        text: impl Into<String>,
        style: TextStyle,
    ) -> Item {
        words(at, anchor, text.into(), style, self.picture.theme.ink)
    }

    /// Second text.
    pub(super) fn muted(
        &self,
        at: Point,
        anchor: Anchor,
        text: impl Into<String>,
        style: TextStyle,
    ) -> Item {
        words(at, anchor, text.into(), style, self.picture.theme.muted)
    }

    /// Bands behind the lanes, every other era, with their names above.
    fn eras(&self, scene: &mut Scene) {
        let Picture {
            frame,
            theme,
            timeline,
            lang,
            fonts,
            ..
        } = self.picture;
        let mut bands = Vec::new();
        let mut names = Vec::new();
        for (index, era) in timeline.eras.iter().enumerate() {
            let Some(span) = era.when.finite_extent() else {
                continue;
            };
            let end = if era.when.is_open_end() {
                f64::INFINITY
            } else {
                span.end
            };
            let (left, right) = (
                self.x(span.start).max(frame.lanes.left),
                self.x(end).min(frame.lanes.right),
            );
            if right - left <= 0.0 {
                continue;
            }
            if index % 2 == 0 {
                let band = Rect::new(left, frame.eras.top, right, frame.series.bottom);
                bands.push(Item::Rect {
                    rect: band,
                    radius: 0.0,
                    fill: theme.era,
                    stroke: None,
                });
            }
            let title = lang.choose(&era.title, era.title_ja.as_deref());
            let room = right - left - 14.0;
            let shown = fonts.elided(title, SMALL, room);
            // A name cut to a few letters says nothing; the whole one stands in the hit region.
            if shown == title || room > (fonts.width(title, SMALL) * 0.6).max(52.0) {
                names.push(self.muted(
                    point(left + 8.0, frame.eras.center().y),
                    Anchor::Left,
                    shown,
                    SMALL,
                ));
            }
            let rect = Rect::new(left, frame.eras.top, right, frame.eras.bottom);
            let label = format!("{title}, {}", era.when.display(*lang));
            scene.hits.push(Hit {
                rect,
                target: Target::Era(index),
                label: Some(label),
            });
        }
        scene.items.append(&mut bands);
        scene.items.append(&mut names);
    }

    /// Lines of the grid and the labels under them.
    fn axis(&self, scene: &mut Scene) {
        let Picture {
            frame,
            theme,
            fonts,
            lang,
            ..
        } = self.picture;
        let style = TextStyle::sans(13.5);
        let measure = |text: &str| fonts.width(text, style);
        let pill = self.pill().map(|(_, pill)| pill);
        let bottom = frame.series.bottom;
        for tick in ticks(&self.scale, *lang, &measure) {
            let x = self.x(tick.day);
            if x < frame.lanes.left || x > frame.lanes.right {
                continue;
            }
            let opacity = if tick.rank == Rank::Major { 1.0 } else { 0.55 };
            let color = theme.grid.with_opacity(opacity);
            scene.items.push(vertical(
                x,
                frame.lanes.top,
                bottom,
                Stroke { width: 1.0, color },
            ));
            if let Some(label) = tick.label {
                scene
                    .items
                    .push(vertical(x, bottom, bottom + 5.0, self.axis_line()));
                let at = point(x, frame.axis.top + AXIS_LABEL);
                let room = Rect::around(at, measure(&label) + 8.0, 10.0);
                let is_free = room.right <= frame.size.width
                    && !pill.is_some_and(|pill| pill.overlaps(&room));
                if is_free {
                    scene
                        .items
                        .push(self.text(at, Anchor::Center, label, style));
                }
            }
        }
        let ends = (
            point(frame.lanes.left, bottom),
            point(frame.lanes.right, bottom),
        );
        scene.items.push(Item::Line {
            from: ends.0,
            to: ends.1,
            stroke: self.axis_line(),
            dash: None,
        });
    }

    fn axis_line(&self) -> Stroke {
        Stroke {
            width: 1.0,
            color: self.picture.theme.axis,
        }
    }

    /// Lines between the lanes, from edge to edge.
    fn dividers(&self, scene: &mut Scene) {
        let frame = &self.picture.frame;
        let stroke = Stroke {
            width: 1.0,
            color: self.picture.theme.line,
        };
        let tops = self.lanes.lanes.iter().map(|lane| lane.rect.top);
        for y in tops.chain([frame.lanes.bottom]) {
            let (from, to) = (point(0.0, y), point(frame.lanes.right, y));
            scene.items.push(Item::Line {
                from,
                to,
                stroke,
                dash: None,
            });
        }
    }

    /// A line through the pointer with its day below.
    fn crosshair(&self, scene: &mut Scene) {
        let Picture { frame, theme, .. } = self.picture;
        let (Some(pointer), Some((label, pill))) = (self.pointer(), self.pill()) else {
            return;
        };
        let stroke = Stroke {
            width: 1.0,
            color: theme.ink.with_opacity(0.3),
        };
        scene.items.push(vertical(
            pointer.x,
            frame.lanes.top,
            frame.series.bottom,
            stroke,
        ));
        scene.items.push(Item::Rect {
            rect: pill,
            radius: 4.0,
            fill: theme.ink,
            stroke: None,
        });
        let (fill, style) = (theme.ground, SMALL);
        scene.items.push(Item::Text {
            at: pill.center(),
            anchor: Anchor::Center,
            text: label,
            style,
            fill,
        });
    }

    /// The pointer, while it is over what moves with the view.
    pub(super) fn pointer(&self) -> Option<Point> {
        self.picture
            .highlight
            .pointer
            .filter(|&pointer| self.picture.frame.plot().contains(pointer))
    }

    /// The day under the pointer in words, and the box around it on the axis.
    fn pill(&self) -> Option<(String, Rect)> {
        let Picture {
            frame, fonts, lang, ..
        } = self.picture;
        let pointer = self.pointer()?;
        let label = display_at(
            self.scale.day_from_x(pointer.x),
            self.points_per_day(),
            *lang,
        );
        let half = fonts.width(&label, SMALL) / 2.0 + 8.0;
        let leftmost = frame.lanes.left + half;
        let x = pointer
            .x
            .clamp(leftmost, (frame.size.width - half).max(leftmost));
        Some((
            label,
            Rect::around(point(x, frame.axis.top + AXIS_LABEL), half * 2.0, 22.0),
        ))
    }
}

fn words(at: Point, anchor: Anchor, text: String, style: TextStyle, fill: Rgba) -> Item {
    Item::Text {
        at,
        anchor,
        text,
        style,
        fill,
    }
}

pub(super) fn vertical(x: f32, top: f32, bottom: f32, stroke: Stroke) -> Item {
    Item::Line {
        from: point(x, top),
        to: point(x, bottom),
        stroke,
        dash: None,
    }
}
