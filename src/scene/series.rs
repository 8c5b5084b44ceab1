//! Figures under the lanes: one small chart each, on the same axis. Gaps stay gaps.

use crate::document::{Point as Figure, Series};
use crate::time::Lang;
use crate::time::TimeScale;

use super::build::{Canvas, Picture, vertical};
use super::geometry::{Point, Rect, Rgba, Stroke, point};
use super::text::TextStyle;
use super::{Anchor, Item, Scene};

/// Two figures further apart than this many days are not joined by a line: a yearly figure may be late by half.
const GAP_DAYS: f64 = 550.0;
/// Points by which a line goes on beyond the view; further out painters lose their pixels.
const BEYOND: f64 = 50.0;

/// A series as a line in a rectangle: from the lowest figure or 0 at its foot to the highest at its top.
pub(super) struct Chart<'a> {
    series: &'a Series,
    area: Rect,
    pub(super) lowest: f64,
    pub(super) highest: f64,
}

impl<'a> Chart<'a> {
    /// None where there is no figure.
    pub(super) fn new(series: &'a Series, area: Rect) -> Option<Self> {
        let highest = figures(series)
            .map(|figure| figure.value)
            .reduce(f64::max)?;
        let lowest = figures(series)
            .map(|figure| figure.value)
            .fold(0.0, f64::min);
        Some(Self {
            series,
            area,
            lowest,
            highest,
        })
    }

    /// How far down a value stands, in points.
    pub(super) fn y(&self, value: f64) -> f32 {
        let range = (self.highest - self.lowest).max(f64::MIN_POSITIVE);
        let share = (value - self.lowest) / range;
        // The range of the largest numbers is beyond all numbers.
        let share = if share.is_finite() { share as f32 } else { 0.0 };
        self.area.bottom - share * self.area.height()
    }

    /// Where a figure stands.
    pub(super) fn at(&self, scale: &TimeScale, figure: &Figure) -> Point {
        point(scale.x_from_day(figure.when.anchor()), self.y(figure.value))
    }

    /// The line with its filling, `width` points thick.
    pub(super) fn line(&self, scale: &TimeScale, width: f32, color: Rgba) -> Vec<Item> {
        let mut items = Vec::new();
        let points: Vec<&Figure> = figures(self.series).collect();
        for run in points.chunk_by(|a, b| b.when.anchor() - a.when.anchor() <= GAP_DAYS) {
            let line: Vec<_> = run
                .iter()
                .map(|figure| (figure.when.anchor(), figure.value))
                .collect();
            self.run(
                &in_view(&line, scale),
                scale,
                Stroke { width, color },
                &mut items,
            );
        }
        items
    }

    /// A line over a faint filling, or a dot where a figure stands alone.
    fn run(&self, run: &[(f64, f64)], scale: &TimeScale, stroke: Stroke, items: &mut Vec<Item>) {
        let line: Vec<Point> = run
            .iter()
            .map(|&(day, value)| point(scale.x_from_day(day), self.y(value)))
            .collect();
        if let [alone] = *line {
            items.push(dot(alone, stroke.width + 0.5, stroke.color, None));
            return;
        }
        let bottom = self.area.bottom;
        for pair in line.windows(2) {
            if let [a, b] = *pair {
                let points = vec![a, b, point(b.x, bottom), point(a.x, bottom)];
                items.push(Item::Path {
                    points,
                    closed: true,
                    fill: Some(stroke.color.with_opacity(0.08)),
                    stroke: None,
                });
            }
        }
        items.push(Item::Path {
            points: line,
            closed: false,
            fill: None,
            stroke: Some(stroke),
        });
    }
}

/// The figures that can be drawn.
fn figures(series: &Series) -> impl Iterator<Item = &Figure> {
    let points = series.points.iter();
    points.filter(|figure| figure.value.is_finite())
}

/// The part of a run of days and values that a view shows, cut a little beyond its edges.
fn in_view(run: &[(f64, f64)], scale: &TimeScale) -> Vec<(f64, f64)> {
    let beyond = BEYOND / scale.points_per_day();
    let (first, last) = (scale.window.start - beyond, scale.window.end() + beyond);
    if let [(day, _)] = run {
        return if (first..=last).contains(day) {
            run.to_vec()
        } else {
            Vec::new()
        };
    }
    let before = run
        .partition_point(|(day, _)| *day < first)
        .saturating_sub(1);
    let after = run
        .partition_point(|(day, _)| *day <= last)
        .saturating_add(1);
    let seen = run.get(before..after.min(run.len())).unwrap_or_default();
    if seen.len() < 2 {
        return Vec::new();
    }
    let mut seen = seen.to_vec();
    let cut = |from: (f64, f64), to: (f64, f64), day: f64| {
        let share = (day - from.0) / (to.0 - from.0);
        (day, from.1 + (to.1 - from.1) * share)
    };
    if let [a, b, ..] = seen.as_mut_slice()
        && a.0 < first
    {
        *a = cut(*a, *b, first.min(b.0));
    }
    if let [.., a, b] = seen.as_mut_slice()
        && b.0 > last
    {
        *b = cut(*a, *b, last.max(a.0));
    }
    seen
}

/// A dot of a radius in points.
pub(super) fn dot(at: Point, radius: f32, fill: Rgba, stroke: Option<Stroke>) -> Item {
    Item::Rect {
        rect: Rect::around(at, radius * 2.0, radius * 2.0),
        radius,
        fill,
        stroke,
    }
}

pub(super) fn draw(canvas: &Canvas<'_>, scene: &mut Scene) {
    let frame = &canvas.picture.frame;
    let mut top = frame.series.top;
    for series in &canvas.picture.timeline.series {
        let bottom = top + frame.series_height;
        if bottom > frame.series.bottom + 0.5 {
            break;
        }
        one(
            canvas,
            series,
            Rect::new(frame.series.left, top, frame.series.right, bottom),
            scene,
        );
        top = bottom;
    }
}

fn one(canvas: &Canvas<'_>, series: &Series, area: Rect, scene: &mut Scene) {
    caption(canvas, series, area, scene);
    let inner = Rect {
        top: area.top + 8.0,
        bottom: area.bottom - 6.0,
        ..area
    };
    let Some(chart) = Chart::new(series, inner) else {
        return;
    };
    let theme = canvas.picture.theme;
    let mut items = chart.line(&canvas.scale, 1.5, theme.series);
    if let Some(figure) = pointed_at(canvas, series) {
        let stroke = Some(Stroke {
            width: 1.5,
            color: theme.ground,
        });
        items.push(dot(chart.at(&canvas.scale, figure), 3.5, theme.ink, stroke));
    }
    scene.items.push(Item::Clip {
        rect: area,
        opacity: 1.0,
        items,
    });
}

/// Title, and the figure at the pointer or else the last one in view.
fn caption(canvas: &Canvas<'_>, series: &Series, area: Rect, scene: &mut Scene) {
    let Picture {
        lang, fonts, theme, ..
    } = canvas.picture;
    let title = lang.choose(&series.title, series.title_ja.as_deref());
    let style = TextStyle::semibold(12.5);
    let room = area.left - 20.0;
    // Two lines in the middle of a low area, at the top of a high one.
    let step = (area.height() / 2.0 - 1.5).min(16.0);
    let y = area.top + ((area.height() - step) / 2.0).min(14.0);
    scene.items.push(canvas.text(
        point(14.0, y),
        Anchor::Left,
        fonts.elided(title, style, room),
        style,
    ));
    if let Some(figure) = pointed_at(canvas, series).or_else(|| last_in_view(canvas, series)) {
        let said = format!(
            "{}: {}",
            figure.when.display(*lang),
            with_unit(figure.value, unit(series, *lang))
        );
        let style = TextStyle::sans(11.5);
        let said = fonts.elided(&said, style, room);
        scene
            .items
            .push(canvas.muted(point(14.0, y + step), Anchor::Left, said, style));
    }
    scene.items.push(vertical(
        area.left,
        area.top,
        area.bottom,
        Stroke {
            width: 1.0,
            color: theme.line,
        },
    ));
}

/// Signs of currencies.
const SIGNS: [&str; 5] = ["¥", "US$", "$", "€", "£"];

/// The unit of some figures in a language.
pub fn unit(series: &Series, lang: Lang) -> &str {
    lang.choose(&series.unit, series.unit_ja.as_deref())
}

/// A figure with its unit: the sign of a currency stands before it, everything else after, as in "$55.4 bn".
pub fn with_unit(value: f64, unit: &str) -> String {
    let digits = if value.abs() >= 100.0 {
        0
    } else if value.abs() >= 10.0 {
        1
    } else {
        2
    };
    worded(&format!("{value:.digits$}"), unit)
}

/// A number in digits with its unit.
pub(super) fn worded(number: &str, unit: &str) -> String {
    let sign = SIGNS.iter().find(|sign| unit.starts_with(**sign));
    let sign = sign.copied().unwrap_or_default();
    let rest = unit.strip_prefix(sign).unwrap_or(unit).trim_start();
    format!("{sign}{number} {rest}").trim_end().to_owned()
}

fn pointed_at<'a>(canvas: &Canvas<'_>, series: &'a Series) -> Option<&'a Figure> {
    nearest(series, canvas.scale.day_from_x(canvas.pointer()?.x))
}

/// The figure next to a day; none where the nearest is so far away that the line has a gap there.
pub(super) fn nearest(series: &Series, day: f64) -> Option<&Figure> {
    let distance = |figure: &&Figure| (figure.when.anchor() - day).abs();
    let nearest = figures(series).min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
    (distance(&nearest) <= GAP_DAYS).then_some(nearest)
}

fn last_in_view<'a>(canvas: &Canvas<'_>, series: &'a Series) -> Option<&'a Figure> {
    let end = canvas.picture.window.end();
    series
        .points
        .iter()
        .rev()
        .find(|figure| figure.when.anchor() <= end)
}

#[cfg(test)]
mod tests {
    use super::with_unit;

    #[test]
    fn figures_carry_their_unit_on_the_right_side() {
        assert_eq!(with_unit(349.3, "¥"), "¥349");
        assert_eq!(with_unit(0.924, "%"), "0.92 %");
        assert_eq!(with_unit(53_400.0, "people"), "53400 people");
        assert_eq!(with_unit(55.41, "$ bn"), "$55.4 bn");
        assert_eq!(with_unit(1.0, "US$"), "US$1.00");
        assert_eq!(with_unit(12.0, ""), "12.0");
    }
}
