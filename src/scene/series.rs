//! Figures under the lanes: one small chart each, on the same axis. Gaps stay gaps.

use crate::document::{Point as Figure, Series};

use super::build::{Canvas, Picture, vertical};
use super::geometry::{Point, Rect, Stroke, point};
use super::text::TextStyle;
use super::{Anchor, Item, Scene};

/// Two figures further apart than this many days are not joined by a line: a yearly figure may be late by half.
const GAP_DAYS: f64 = 550.0;

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
    let Some(highest) = series
        .points
        .iter()
        .map(|figure| figure.value)
        .reduce(f64::max)
    else {
        return;
    };
    let lowest = series
        .points
        .iter()
        .map(|figure| figure.value)
        .fold(0.0, f64::min);
    let range = (highest - lowest).max(f64::MIN_POSITIVE);
    let (top, bottom) = (area.top + 8.0, area.bottom - 6.0);
    let y = |value: f64| bottom - ((value - lowest) / range) as f32 * (bottom - top);
    let mut items = Vec::new();
    for run in series
        .points
        .chunk_by(|a, b| b.when.anchor() - a.when.anchor() <= GAP_DAYS)
    {
        let line: Vec<Point> = run
            .iter()
            .map(|figure| point(canvas.x(figure.when.anchor()), y(figure.value)))
            .collect();
        draw_run(canvas, &line, bottom, &mut items);
    }
    if let Some(figure) = pointed_at(canvas, series) {
        let at = point(canvas.x(figure.when.anchor()), y(figure.value));
        let theme = canvas.picture.theme;
        let stroke = Some(Stroke {
            width: 1.5,
            color: theme.ground,
        });
        items.push(Item::Rect {
            rect: Rect::around(at, 7.0, 7.0),
            radius: 3.5,
            fill: theme.ink,
            stroke,
        });
    }
    scene.items.push(Item::Clip {
        rect: area,
        opacity: 1.0,
        items,
    });
}

/// A line over a faint filling, or a dot where a figure stands alone.
fn draw_run(canvas: &Canvas<'_>, line: &[Point], bottom: f32, items: &mut Vec<Item>) {
    let color = canvas.picture.theme.series;
    if let [alone] = line {
        items.push(Item::Rect {
            rect: Rect::around(*alone, 4.0, 4.0),
            radius: 2.0,
            fill: color,
            stroke: None,
        });
        return;
    }
    for pair in line.windows(2) {
        if let [a, b] = *pair {
            let points = vec![a, b, point(b.x, bottom), point(a.x, bottom)];
            items.push(Item::Path {
                points,
                closed: true,
                fill: Some(color.with_opacity(0.08)),
                stroke: None,
            });
        }
    }
    let stroke = Some(Stroke { width: 1.5, color });
    items.push(Item::Path {
        points: line.to_vec(),
        closed: false,
        fill: None,
        stroke,
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
            with_unit(figure.value, &series.unit)
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

/// A figure with its unit: the sign of a currency stands before it, everything else after, as in "$55.4 bn".
pub(super) fn with_unit(value: f64, unit: &str) -> String {
    let digits = if value.abs() >= 100.0 {
        0
    } else if value.abs() >= 10.0 {
        1
    } else {
        2
    };
    let number = format!("{value:.digits$}");
    let sign = SIGNS.iter().find(|sign| unit.starts_with(**sign));
    let sign = sign.copied().unwrap_or_default();
    let rest = unit.strip_prefix(sign).unwrap_or(unit).trim_start();
    format!("{sign}{number} {rest}").trim_end().to_owned()
}

fn pointed_at<'a>(canvas: &Canvas<'_>, series: &'a Series) -> Option<&'a Figure> {
    let day = canvas.scale.day_from_x(canvas.pointer()?.x);
    let distance = |figure: &&Figure| (figure.when.anchor() - day).abs();
    let nearest = series
        .points
        .iter()
        .min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
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
