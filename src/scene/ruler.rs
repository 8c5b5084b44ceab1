//! The ruler under the axis: the Japanese eras, from their first day to their last, and their years where they have room.
//!
//! Which words it says depends on the scale alone, so that they do not change while the view moves. A word stands at the
//! left of what it names, or of the part of it in view, and is left out where it does not fit inside: none overlaps.

use std::ops::RangeInclusive;

use crate::messages::say;
use crate::time::{Era, Lang, Span, day_of_year_start, eras, year_of};

use super::build::{Canvas, SMALL, vertical};
use super::geometry::{Rect, Stroke, point};
use super::{Anchor, Item, Scene};

/// Beside a word, in points.
const PAD: f32 = 6.0;
/// Narrower years go without their number.
const NUMBERED: f32 = 34.0;
/// The mean length of a year in days.
const YEAR: f64 = 365.2425;
/// From the picture's left edge to what the ruler is called.
const NAME_AT: f32 = 14.0;

/// What is said of the years.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    /// Nothing.
    Eras,
    /// 46
    Numbers,
    /// 昭和46年
    Years,
}

pub(super) fn draw(canvas: &Canvas<'_>, scene: &mut Scene) {
    let picture = canvas.picture;
    let rect = picture.frame.ruler;
    let name = say!(picture.lang, "slide-era-ruler");
    let room = rect.left - NAME_AT - PAD;
    let (at, name) = (
        point(NAME_AT, rect.center().y),
        picture.fonts.elided(&name, SMALL, room),
    );
    scene
        .items
        .push(canvas.muted(at, Anchor::Left, name, SMALL));
    let said = said(canvas);
    for (index, era) in eras().iter().enumerate() {
        if let Some(seen) = seen(canvas, era.span()) {
            segment(canvas, index, seen, scene);
            words(canvas, era, seen, said, scene);
        }
    }
    for y in [rect.top, rect.bottom] {
        scene.items.push(Item::Line {
            from: point(rect.left, y),
            to: point(rect.right, y),
            stroke: stroke(canvas),
            dash: None,
        });
    }
}

/// As much as there is room for in any year of any era.
fn said(canvas: &Canvas<'_>) -> Said {
    /// Years with the widest name: two digits, as wide as any.
    const WIDE: i64 = 44;
    let picture = canvas.picture;
    let year = (canvas.points_per_day() * YEAR) as f32;
    let width = |era: &Era| {
        let first = year_of(era.span().start);
        let words = era.year(first + WIDE - 1, picture.lang);
        picture.fonts.width(&words, SMALL)
    };
    let widest = eras().iter().map(width).fold(0.0, f32::max);
    match year {
        year if year >= widest + 2.0 * PAD => Said::Years,
        year if year >= NUMBERED => Said::Numbers,
        _ => Said::Eras,
    }
}

/// The part of a stretch of time that is in view; `None` where nothing is.
fn seen(canvas: &Canvas<'_>, span: Span) -> Option<Rect> {
    let rect = canvas.picture.frame.ruler;
    let left = canvas.x(span.start).max(rect.left);
    let right = canvas.x(span.end).min(rect.right);
    (left < right).then_some(Rect {
        left,
        right,
        ..rect
    })
}

/// The ground of an era, every other one tinted, and a line where it begins.
fn segment(canvas: &Canvas<'_>, index: usize, seen: Rect, scene: &mut Scene) {
    let theme = canvas.picture.theme;
    if index.is_multiple_of(2) {
        scene.items.push(Item::Rect {
            rect: seen,
            radius: 0.0,
            fill: theme.era,
            stroke: None,
        });
    }
    if seen.left > canvas.picture.frame.ruler.left {
        let line = vertical(seen.left, seen.top, seen.bottom, stroke(canvas));
        scene.items.push(line);
    }
}

fn words(canvas: &Canvas<'_>, era: &Era, seen: Rect, said: Said, scene: &mut Scene) {
    let lang = canvas.picture.lang;
    // Where years have no names of their own, the era's comes first; numbers alone would not say of which era they are.
    let free = match said {
        Said::Years => Some(seen.left),
        Said::Eras | Said::Numbers => word(canvas, era.name(lang), seen, scene),
    };
    let Some(free) = free.filter(|_| said != Said::Eras) else {
        return;
    };
    for year in years(canvas, era, seen) {
        let Some(cell) = cell(canvas, era, year).filter(|cell| cell.left >= free) else {
            continue;
        };
        divided(canvas, year, seen, scene);
        let words = match (said, lang, era.count(year)) {
            (Said::Years, ..) => era.year(year, lang),
            (_, Lang::Ja, 1) => String::from("元"),
            (.., count) => count.to_string(),
        };
        word(canvas, &words, cell, scene);
    }
}

/// Words at the left of a place, if they fit inside; where they end.
fn word(canvas: &Canvas<'_>, words: &str, place: Rect, scene: &mut Scene) -> Option<f32> {
    let width = canvas.picture.fonts.width(words, SMALL);
    let end = place.left + 2.0 * PAD + width;
    (end <= place.right).then(|| {
        let at = point(place.left + PAD, place.center().y);
        scene
            .items
            .push(canvas.text(at, Anchor::Left, words, SMALL));
        end
    })
}

/// The years of an era in view.
fn years(canvas: &Canvas<'_>, era: &Era, seen: Rect) -> RangeInclusive<i64> {
    let span = era.span();
    let day = |x: f32| {
        let day = canvas.scale.day_from_x(x);
        day.clamp(span.start, span.end - 1.0)
    };
    year_of(day(seen.left))..=year_of(day(seen.right))
}

/// A fine line where a year begins.
fn divided(canvas: &Canvas<'_>, year: i64, seen: Rect, scene: &mut Scene) {
    let x = canvas.x(day_of_year_start(year));
    if x > seen.left && x < seen.right {
        let stroke = Stroke {
            width: 1.0,
            color: canvas.picture.theme.line,
        };
        scene.items.push(vertical(x, seen.top, seen.bottom, stroke));
    }
}

/// What is in view of an era's part in a year.
fn cell(canvas: &Canvas<'_>, era: &Era, year: i64) -> Option<Rect> {
    let span = era.span();
    let (start, end) = (day_of_year_start(year), day_of_year_start(year + 1));
    seen(canvas, Span::new(start.max(span.start), end.min(span.end)))
}

fn stroke(canvas: &Canvas<'_>) -> Stroke {
    Stroke {
        width: 1.0,
        color: canvas.picture.theme.axis,
    }
}
