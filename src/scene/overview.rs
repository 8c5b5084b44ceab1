//! The strip at the foot: how the events lie over the whole history, and which part is in view.

use crate::messages::say;
use crate::time::{Rank, TimeScale, ticks};

use super::build::{Canvas, Picture, SMALL};
use super::crowd::Crowd;
use super::geometry::{Rect, Stroke, point};
use super::text::TextStyle;
use super::{Anchor, Item, Scene};

/// Width of one bar with its gap, in points.
const BAR: f32 = 6.0;

pub(super) fn draw(canvas: &Canvas<'_>, scene: &mut Scene) {
    let Picture {
        frame, theme, home, ..
    } = canvas.picture;
    let strip = frame.overview_strip();
    let scale = TimeScale::new(*home, strip.left, strip.width());
    scene.items.push(Item::Rect {
        rect: strip,
        radius: 4.0,
        fill: theme.overview,
        stroke: None,
    });
    bars(canvas, strip, scene);
    window(canvas, &scale, strip, scene);
    years(canvas, &scale, strip, scene);
    let lang = canvas.picture.lang;
    let name = say!(lang, "slide-overview");
    let at = point(14.0, strip.top + 14.0);
    scene
        .items
        .push(canvas.text(at, Anchor::Left, name, TextStyle::semibold(12.5)));
    scene.items.push(canvas.muted(
        point(14.0, strip.top + 31.0),
        Anchor::Left,
        say!(lang, "slide-overview-hint"),
        TextStyle::sans(11.5),
    ));
}

/// How many events stand in each column of the strip, from the first on.
pub(super) fn counts(crowd: &Crowd, home: &TimeScale) -> Vec<u32> {
    let columns = (home.width / BAR).ceil().max(1.0) as u16;
    let mut place = 0;
    let counts = (1..=columns).map(|column| {
        let end = home.day_from_x(home.left + f32::from(column) * BAR);
        let next = crowd.place_at(end);
        let count = next - std::mem::replace(&mut place, next);
        u32::try_from(count).unwrap_or(u32::MAX)
    });
    counts.collect()
}

/// Counts per stretch of time; the root of the count, so that a single event still shows beside a crowd.
fn bars(canvas: &Canvas<'_>, strip: Rect, scene: &mut Scene) {
    let Picture {
        placement,
        off,
        timeline,
        ..
    } = canvas.picture;
    let mut counts: Vec<u32> = Vec::new();
    for category in 0..timeline.categories.len() {
        let lane = placement
            .lane(category)
            .filter(|_| off.get(category) != Some(&true));
        let lane = lane.map_or(&[][..], |lane| &lane.overview);
        counts.resize(counts.len().max(lane.len()), 0);
        for (all, count) in counts.iter_mut().zip(lane) {
            *all = all.saturating_add(*count);
        }
    }
    let most = counts.iter().copied().max().unwrap_or(0).max(4) as f32;
    let columns = counts.iter().enumerate().filter(|(_, count)| **count > 0);
    let bar = |(index, count): (usize, &u32)| {
        let left = strip.left + index as f32 * BAR;
        let height = (*count as f32 / most).sqrt() * (strip.height() - 6.0);
        let right = (left + BAR - 1.5).min(strip.right);
        Rect::new(left, strip.bottom - height, right, strip.bottom)
    };
    scene.items.push(Item::Rects {
        rects: columns.map(bar).collect(),
        fill: canvas.picture.theme.overview_bar,
    });
}

fn window(canvas: &Canvas<'_>, scale: &TimeScale, strip: Rect, scene: &mut Scene) {
    let rect = window_rect(canvas, scale, strip);
    let theme = canvas.picture.theme;
    let color = theme.overview_window;
    let stroke = Some(Stroke {
        width: 1.0,
        color: theme.thin_before(&[theme.overview], color, 0.55),
    });
    scene.items.push(Item::Rect {
        rect,
        radius: 3.0,
        fill: color.with_opacity(0.14),
        stroke,
    });
}

fn window_rect(canvas: &Canvas<'_>, scale: &TimeScale, strip: Rect) -> Rect {
    let window = canvas.picture.window;
    let left = scale
        .x_from_day(window.start)
        .clamp(strip.left, strip.right - 3.0);
    let right = scale
        .x_from_day(window.end())
        .clamp(left + 3.0, strip.right);
    Rect {
        left,
        right,
        ..strip
    }
}

fn years(canvas: &Canvas<'_>, scale: &TimeScale, strip: Rect, scene: &mut Scene) {
    let Picture { fonts, lang, .. } = canvas.picture;
    // Fewer years than the axis has: three times the room for each.
    let roomy = |text: &str| fonts.width(text, SMALL) * 3.0;
    for tick in ticks(scale, *lang, &roomy)
        .into_iter()
        .filter(|tick| tick.rank == Rank::Major)
    {
        let Some(label) = tick.label else { continue };
        let half = fonts.width(&label, SMALL) / 2.0;
        let x = scale.x_from_day(tick.day);
        if strip.left + half <= x && x + half <= strip.right + 8.0 {
            scene.items.push(canvas.muted(
                point(x, strip.bottom + 12.0),
                Anchor::Center,
                label,
                SMALL,
            ));
        }
    }
}
