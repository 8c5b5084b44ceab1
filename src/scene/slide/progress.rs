//! How far the lesson has come, at the foot of a slide.

use super::super::Item;
use super::super::geometry::{Rect, point};
use super::super::text::TextStyle;
use super::page::{Ink, Page, Said, Written};
use super::{Part, Progress, wording};

/// The middle of the line, in points from the top.
const Y: f32 = 512.0;
/// A step's dot in points, the one of the present step, and what is free between two.
const DOT: f32 = 7.5;
const NOW: f32 = 21.0;
const GAP: f32 = 6.0;
const THICK: f32 = 4.0;
/// More dots than this share of the width are a bar.
const SHARE: f32 = 0.4;
/// Length of that bar in points.
const BAR: f32 = 180.0;
/// From the dots to the words, in points.
const TO_WORDS: f32 = 13.0;
const STYLE: TextStyle = TextStyle::sans(12.0);

/// Draws dots and words.
pub(super) fn draw(page: &Page<'_>, items: &mut Vec<Item>, said: &mut Vec<Said>) {
    let Some(progress) = page.picture.progress else {
        return;
    };
    if progress.count == 0 {
        return;
    }
    let (left, most) = (page.words.left, page.words.width() * SHARE);
    let wanted = (progress.count - 1) as f32 * (DOT + GAP) + NOW;
    let right = if wanted <= most {
        dots(page, &progress, left, items)
    } else {
        bar(
            page,
            &progress,
            Rect::new(left, 0.0, left + BAR.min(most), 0.0),
            items,
        )
    };
    let lang = page.picture.lang;
    let step = progress.step.saturating_add(1).min(progress.count);
    let words = wording::progress(step, progress.count, progress.title, lang);
    let x = right + TO_WORDS;
    let shown = page
        .picture
        .fonts
        .elided(&words, STYLE, page.words.right - x);
    let ink = Ink {
        fill: page.theme.muted,
        asked_for: false,
    };
    items.push(page.line(point(x, Y), &shown, STYLE, ink));
    let end = x + page.width(&shown, STYLE);
    let mut written = Written::default();
    written.say(
        Part::Progress,
        Rect::new(left, Y - 9.0, end, Y + 9.0),
        &words,
    );
    said.append(&mut written.said);
}

/// A dot for each step; gives back where they end.
fn dots(page: &Page<'_>, progress: &Progress<'_>, left: f32, items: &mut Vec<Item>) -> f32 {
    let theme = page.theme;
    let mut x = left;
    for step in 0..progress.count {
        let (width, fill) = match step.cmp(&progress.step) {
            std::cmp::Ordering::Less => (DOT, theme.muted.with_opacity(0.7)),
            std::cmp::Ordering::Equal => (NOW, theme.accent),
            std::cmp::Ordering::Greater => (DOT, theme.axis.with_opacity(0.7)),
        };
        items.push(pill(Rect::new(x, 0.0, x + width, 0.0), fill));
        x += width + GAP;
    }
    x - GAP
}

/// A thin bar filled as far as the lesson has come; gives back where it ends.
fn bar(page: &Page<'_>, progress: &Progress<'_>, all: Rect, items: &mut Vec<Item>) -> f32 {
    let share = (progress.step.saturating_add(1)) as f32 / progress.count as f32;
    let done = Rect {
        right: all.left + (all.width() * share.min(1.0)).max(THICK),
        ..all
    };
    items.push(pill(all, page.theme.axis.with_opacity(0.7)));
    items.push(pill(done, page.theme.accent));
    all.right
}

fn pill(across: Rect, fill: super::super::Rgba) -> Item {
    Item::Rect {
        rect: Rect::new(across.left, Y - THICK / 2.0, across.right, Y + THICK / 2.0),
        radius: THICK / 2.0,
        fill,
        stroke: None,
    }
}
