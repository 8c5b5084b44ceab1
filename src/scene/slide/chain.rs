//! The words of a slide that walks from an event to those it is linked with, one at a time.

use crate::document::{Connection, Event};

use super::super::events::MARK;
use super::super::geometry::{Rect, Rgba, point};
use super::super::marks::{Fill, mark};
use super::super::text::TextStyle;
use super::super::{Hit, Item, Target};
use super::column::{Block, Column};
use super::event::{date, overline};
use super::page::{Ink, Page, Written};
use super::{Part, wording};

/// Sizes in points of the event's name, and of its date.
const HEADLINE: [f32; 4] = [28.0, 24.0, 21.0, 18.0];
const DATE: [f32; 1] = [15.0];
/// Between the name and the list, in points.
const ABOVE: f32 = 16.0;
/// Height of an entry in points: in one line, and in two where the slide is narrow.
const ENTRY: f32 = 27.0;
const TWO_LINES: f32 = 44.0;
/// The columns of kinds and of dates need so much room beside the names, in points.
const WIDE: f32 = 560.0;
/// Between two columns, in points.
const GAP: f32 = 20.0;
/// From the mark to the words, in points.
const TO_WORDS: f32 = 22.0;
/// Linked events whose words make the columns: further ones are cut to fit.
const MEASURED: usize = 60;
const SMALL: TextStyle = TextStyle::sans(14.0);
const NAME: TextStyle = TextStyle::sans(17.0);
const NEWEST: TextStyle = TextStyle::semibold(17.0);

/// A linked event in words.
struct Entry<'a> {
    index: usize,
    event: &'a Event,
    kind: &'static str,
    date: String,
}

/// The event's name, and the list of those that have come.
pub(super) fn write(
    page: &Page<'_>,
    index: usize,
    others: &[usize],
    shown: usize,
    written: &mut Written,
) {
    let Some(event) = page.event(index) else {
        return;
    };
    let when = date(page, event);
    let color = page.theme.readable(page.color(event));
    let mut column = Column::default();
    let mut area = page.words;
    if let Some(title) = page.title() {
        area.top -= 16.0;
        column.blocks.push(overline(page, title));
    }
    column.blocks.push(Block {
        asked_for: false,
        ..Block::new(&when, Part::Date, &DATE, color)
    });
    column.blocks.push(Block {
        most: 2,
        ..Block::headline(page.name(event), &HEADLINE, page.theme.ink)
    });
    // The headline leaves the list at least half of the room.
    let head = Rect {
        bottom: area.top + area.height() / 2.0,
        ..area
    };
    let bottom = column.write(page, head, written);
    let list = Rect {
        top: bottom + ABOVE,
        ..area
    };
    entries(page, index, others, shown, list, written);
}

/// The last entries that fit, and how many stand before them.
fn entries(
    page: &Page<'_>,
    index: usize,
    others: &[usize],
    shown: usize,
    area: Rect,
    written: &mut Written,
) {
    let connections = page.timeline.connections(index);
    let is_wide = area.width() >= WIDE;
    let height = if is_wide { ENTRY } else { TWO_LINES };
    let fits = (area.height() / height).floor().max(1.0) as usize;
    let come = others.get(..shown.min(others.len())).unwrap_or_default();
    // A line says how many have left the list at its top.
    let kept = if come.len() > fits {
        fits.saturating_sub(1).max(1)
    } else {
        fits
    };
    let first = come.len().saturating_sub(kept);
    let last = come.get(first..).unwrap_or_default();
    let mut y = area.top;
    if first > 0 && fits > 1 {
        let said = wording::earlier(first, page.picture.lang);
        let ink = Ink {
            fill: page.theme.muted,
            asked_for: false,
        };
        let at = point(area.left + TO_WORDS, y + ENTRY / 2.0);
        written.items.push(page.line(at, &said, SMALL, ink));
        y += height;
    }
    let columns = is_wide.then(|| columns(page, &connections, others));
    for (at, &other) in last.iter().enumerate() {
        let Some(entry) = entry(page, &connections, other) else {
            continue;
        };
        let place = Rect::new(area.left, y, area.right, y + height);
        draw(page, &entry, columns, place, at + 1 == last.len(), written);
        y += height;
    }
}

fn entry<'a>(page: &Page<'a>, connections: &[Connection], index: usize) -> Option<Entry<'a>> {
    let event = page.event(index)?;
    // One that the step names need not be linked.
    let link = connections.iter().find(|link| link.other == index);
    let lang = page.picture.lang;
    Some(Entry {
        index,
        event,
        kind: link.map_or("", |link| wording::relation(link.kind, link.outgoing, lang)),
        date: date(page, event),
    })
}

/// Widths of the kinds and of the dates, in points. Those still to come count, so that nothing moves when they do.
fn columns(page: &Page<'_>, connections: &[Connection], others: &[usize]) -> (f32, f32) {
    let all = others.iter().take(MEASURED);
    let all = all.filter_map(|&other| entry(page, connections, other));
    let widest = all.fold((0.0_f32, 0.0_f32), |(kind, date), entry| {
        (
            kind.max(page.width(entry.kind, SMALL)),
            date.max(page.width(&entry.date, SMALL)),
        )
    });
    let most = page.words.width() * 0.28;
    (widest.0.min(most), widest.1.min(most))
}

fn draw(
    page: &Page<'_>,
    entry: &Entry<'_>,
    columns: Option<(f32, f32)>,
    place: Rect,
    newest: bool,
    written: &mut Written,
) {
    let theme = page.theme;
    let color = page.color(entry.event);
    let name = page.name(entry.event);
    let (style, fill) = if newest {
        (NEWEST, theme.ink)
    } else {
        (NAME, theme.ink.mixed(theme.muted, 0.6))
    };
    let left = place.left + TO_WORDS;
    let date_ink = theme.readable(color);
    let texts = match columns {
        Some((kind, date)) => {
            let y = place.center().y;
            let (second, third) = (left + kind + GAP, left + kind + date + 2.0 * GAP);
            let third = if kind > 0.0 { third } else { third - GAP };
            let second = if kind > 0.0 { second } else { left };
            [
                (
                    point(left, y),
                    entry.kind.to_owned(),
                    SMALL,
                    kind,
                    theme.muted,
                    false,
                ),
                (
                    point(second, y),
                    entry.date.clone(),
                    SMALL,
                    date,
                    date_ink,
                    false,
                ),
                (
                    point(third, y),
                    name.to_owned(),
                    style,
                    place.right - third,
                    fill,
                    true,
                ),
            ]
        }
        None => {
            let (small, large) = (place.top + 10.0, place.top + 29.0);
            let width = page.width(entry.kind, SMALL);
            let second = if width > 0.0 {
                left + width + 10.0
            } else {
                left
            };
            [
                (
                    point(left, small),
                    entry.kind.to_owned(),
                    SMALL,
                    width + 1.0,
                    theme.muted,
                    false,
                ),
                (
                    point(second, small),
                    entry.date.clone(),
                    SMALL,
                    place.right - second,
                    date_ink,
                    false,
                ),
                (
                    point(left, large),
                    name.to_owned(),
                    style,
                    place.right - left,
                    fill,
                    true,
                ),
            ]
        }
    };
    for (at, text, style, room, fill, asked_for) in texts {
        let shown = page.picture.fonts.elided(&text, style, room + 1.0);
        if !shown.is_empty() {
            let ink = Ink { fill, asked_for };
            written.items.push(page.line(at, &shown, style, ink));
        }
    }
    written
        .items
        .push(bullet(page, entry, color, place, columns.is_some()));
    let name = page.said(name, true);
    let said = [entry.kind, &entry.date, name];
    let said: Vec<&str> = said.into_iter().filter(|word| !word.is_empty()).collect();
    written.hits.push(Hit {
        rect: place,
        target: Target::Event(entry.index),
        label: Some(said.join(", ")),
    });
}

/// The mark of the event's category, as on the axis.
fn bullet(page: &Page<'_>, entry: &Entry<'_>, color: Rgba, place: Rect, in_one_line: bool) -> Item {
    let category = page.timeline.categories.get(entry.event.category);
    let shape = category.map_or(crate::document::Shape::Circle, |category| category.shape);
    let y = if in_one_line {
        place.center().y
    } else {
        place.top + 29.0
    };
    let at = point(place.left + MARK, y);
    mark(shape, at, MARK, color, Fill::Solid, page.theme.ground)
}
