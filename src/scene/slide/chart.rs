//! A slide of figures: one series as large as there is room, with a marker at a day.

use crate::document::{Point as Figure, Series};

use super::super::build::vertical;
use super::super::geometry::{Point, Rect, Rgba, Stroke, point};
use super::super::marks::{Fill, mark};
use super::super::series::{Chart, dot, nearest, unit, with_unit, worded};
use super::super::text::{Face, TextStyle};
use super::super::{Hit, Item, Target};
use super::column::{Block, Column};
use super::page::{AXIS, Ink, Page, Written};
use super::{Part, wording};

/// Sizes in points of the title and of what stands under it.
const HEADLINE: [f32; 4] = [34.0, 30.0, 26.0, 21.0];
const SECOND: [f32; 1] = [16.0];
const SOURCE: [f32; 1] = [12.5];
/// Between the words and the chart, where the marker's words stand, in points.
const MARKER: f32 = 62.0;
/// Lines across the chart, at most.
const LINES: f64 = 5.0;
/// Least height of the chart in points.
const LEAST: f32 = 120.0;
const FIGURE: TextStyle = TextStyle::semibold(18.0);
const EVENT: TextStyle = TextStyle::sans(14.5);
const VALUE: TextStyle = TextStyle::sans(12.5);
/// Between the marker and its words, in points.
const GAP: f32 = 10.0;
const RADIUS: f32 = 7.0;

/// Title, chart and marker.
pub(super) fn write(
    page: &Page<'_>,
    series: usize,
    event: Option<usize>,
    marker: f64,
    written: &mut Written,
) {
    let Some(series) = page.timeline.series.get(series) else {
        return;
    };
    let bottom = heading(page, series, written);
    let area = Rect::new(0.0, bottom + MARKER, page.lane.right, AXIS);
    let Some(chart) = Chart::new(series, area) else {
        return;
    };
    let mut items = chart.line(&page.scale, 2.5, page.theme.accent);
    let event = (event, marker);
    let words = pointer(page, series, &chart, event, (&mut items, written));
    let clip = Rect {
        top: 0.0,
        bottom: AXIS + 1.0,
        ..area
    };
    grid(page, series, &chart, words, written);
    written.items.push(Item::Clip {
        rect: clip,
        opacity: 1.0,
        items,
    });
}

/// The title, the figures' own name under a step's, and where they are from.
fn heading(page: &Page<'_>, series: &Series, written: &mut Written) -> f32 {
    let theme = page.theme;
    let lang = page.picture.lang;
    let name = lang.choose(&series.title, series.title_ja.as_deref());
    let source = series.source.as_deref().unwrap_or_default();
    let source = wording::series_source(page.timeline, source);
    let mut column = Column::default();
    let title = page.title().unwrap_or(name);
    column.blocks.push(Block {
        most: 2,
        ..Block::headline(title, &HEADLINE, theme.ink)
    });
    if title != name {
        column.blocks.push(Block {
            above: 6.0,
            most: 1,
            face: Face::Sans,
            ..Block::new(name, Part::Headline, &SECOND, theme.muted)
        });
    }
    column.blocks.push(Block {
        above: 6.0,
        asked_for: false,
        balanced: false,
        ..Block::new(&source, Part::Summary, &SOURCE, theme.muted)
    });
    let area = Rect {
        bottom: AXIS - LEAST - MARKER,
        ..page.words
    };
    column.write(page, area, written)
}

/// Lines across the chart with their values.
fn grid(
    page: &Page<'_>,
    series: &Series,
    chart: &Chart<'_>,
    words: Option<Rect>,
    written: &mut Written,
) {
    let Some(step) = step(chart.highest - chart.lowest) else {
        return;
    };
    let digits = (-step.log10().floor()).clamp(0.0, 6.0) as usize;
    let stroke = Stroke {
        width: 1.0,
        color: page.theme.line,
    };
    let first = (chart.lowest / step).ceil();
    let values = (0..=LINES as u8 * 2).map(|line| (first + f64::from(line)) * step);
    for value in values.take_while(|value| *value <= chart.highest) {
        let y = chart.y(value);
        let line = Item::Line {
            from: point(0.0, y),
            to: point(page.lane.right, y),
            stroke,
            dash: None,
        };
        written.items.insert(0, line);
        let number = format!("{value:.digits$}");
        let text = worded(&number, unit(series, page.picture.lang));
        written.items.extend(value_label(page, &text, y, words));
    }
}

/// A value above its line; none where the marker's words stand.
fn value_label(page: &Page<'_>, text: &str, y: f32, words: Option<Rect>) -> Option<Item> {
    let left = page.words.left;
    let text = page.picture.fonts.elided(text, VALUE, page.words.width());
    let right = left + page.width(&text, VALUE);
    let room = Rect::new(left, y - VALUE.size * 1.4, right, y);
    let is_free = words.is_none_or(|words| !words.grown(4.0).overlaps(&room));
    let ink = Ink {
        fill: page.theme.muted,
        asked_for: false,
    };
    is_free.then(|| page.line(point(left, room.center().y), &text, VALUE, ink))
}

/// A step of 1, 2 or 5 times a power of ten that divides a range into a few parts.
fn step(range: f64) -> Option<f64> {
    if !(range.is_finite() && range > 0.0) {
        return None;
    }
    let power = 10_f64.powf((range / LINES).log10().floor());
    let steps = [1.0, 2.0, 5.0, 10.0].map(|times| times * power);
    let fits = steps.into_iter().find(|step| range / step <= LINES);
    fits.filter(|step| step.is_finite() && *step > 0.0)
}

/// The line at the marker with the figure next to it and the event's name; gives back where these stand.
fn pointer(
    page: &Page<'_>,
    series: &Series,
    chart: &Chart<'_>,
    (event, marker): (Option<usize>, f64),
    (items, written): (&mut Vec<Item>, &mut Written),
) -> Option<Rect> {
    let theme = page.theme;
    let at = point(page.x(marker), chart.y(chart.highest) - MARKER + 18.0);
    if !(0.0..=page.lane.right).contains(&at.x) {
        return None;
    }
    let told = event.and_then(|index| page.event(index));
    let color = told.map_or(theme.ink, |event| page.color(event));
    items.push(vertical(at.x, at.y, AXIS, Stroke { width: 1.5, color }));
    let figure = nearest(series, marker);
    if let Some(figure) = figure {
        let stroke = Some(Stroke {
            width: 2.0,
            color: theme.ground,
        });
        let place = chart.at(&page.scale, figure);
        items.push(dot(place, RADIUS, theme.ink, stroke));
    }
    if let Some(event) = told {
        let shape = page.shape(event);
        items.push(mark(shape, at, RADIUS, color, Fill::Solid, theme.ground));
    }
    let said = figure.map(|figure| figure_words(page, series, figure));
    let name = told.map(|event| page.name(event));
    let lines = [
        (said.as_deref(), FIGURE, theme.ink, false),
        (name, EVENT, theme.muted, true),
    ];
    let place = beside(page, at, lines, written)?;
    if let Some(said) = &said {
        written.say(Part::Date, place, said);
    }
    if let (Some(index), Some(name)) = (event, name) {
        written.hits.push(Hit {
            rect: place.union(&Rect::around(at, 20.0, 20.0)),
            target: Target::Event(index),
            label: Some(page.said(name, true).to_owned()),
        });
    }
    Some(place)
}

/// "1971: ¥348".
fn figure_words(page: &Page<'_>, series: &Series, figure: &Figure) -> String {
    let when = figure.when.display(page.picture.lang);
    format!(
        "{when}: {}",
        with_unit(figure.value, unit(series, page.picture.lang))
    )
}

type Line<'a> = (Option<&'a str>, TextStyle, Rgba, bool);

/// Up to two lines beside the marker, on the side that has more room.
fn beside(page: &Page<'_>, at: Point, lines: [Line<'_>; 2], written: &mut Written) -> Option<Rect> {
    let view = page.words;
    let on_right = view.right - at.x >= at.x - view.left;
    let room = (if on_right {
        view.right - at.x
    } else {
        at.x - view.left
    }) - GAP;
    let mut y = at.y - 8.0;
    let mut all: Option<Rect> = None;
    for (text, style, fill, asked_for) in lines {
        let Some(text) = text else { continue };
        let shown = page.picture.fonts.elided(text, style, room);
        let width = page.width(&shown, style);
        let left = if on_right {
            at.x + GAP
        } else {
            at.x - GAP - width
        };
        let place = Rect::new(left, y, left + width, y + style.size * 1.3);
        let ink = Ink { fill, asked_for };
        let from = point(left, place.center().y);
        written.items.push(page.line(from, &shown, style, ink));
        all = Some(all.map_or(place, |all| all.union(&place)));
        y = place.bottom;
    }
    all
}

#[cfg(test)]
mod tests {
    use super::step;

    #[test]
    fn steps_are_round_and_few() {
        assert_eq!(step(360.0), Some(100.0));
        assert_eq!(step(0.9), Some(0.2));
        assert_eq!(step(53_400.0), Some(20_000.0));
        assert_eq!(step(0.0), None);
        assert_eq!(step(f64::INFINITY), None);
    }
}
