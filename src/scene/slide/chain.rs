//! The words of a slide that walks from an event to those it is linked with, one at a time.

use crate::document::{Connection, Event};

use crate::time::{TimeWindow, display_stretch};

use super::super::events::MARK;
use super::super::geometry::{Point, Rect, point};
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
const ABOVE: f32 = 13.0;
/// Height of an entry in points: in one line, and in two where the slide is narrow.
const ENTRY: f32 = 27.0;
const TWO_LINES: f32 = 44.0;
/// In two lines: from the top of the entry to their middles, in points.
const UPPER_LINE: f32 = 10.0;
const LOWER_LINE: f32 = 29.0;
/// The columns of kinds and of dates need so much room beside the names, in points.
const WIDE: f32 = 560.0;
/// Between two columns, in points.
const GAP: f32 = 20.0;
/// From the mark to the words, in points.
const TO_WORDS: f32 = 22.0;
/// Width of the dates at most, in points.
const DATE_MOST: f32 = 150.0;
/// Linked events whose words make the columns: further ones are cut to fit.
const MEASURED: usize = 60;
const SMALL: TextStyle = TextStyle::sans(14.0);
const NAME: TextStyle = TextStyle::sans(17.0);
const NEWEST: TextStyle = TextStyle::semibold(17.0);

/// A linked event in words.
struct Entry<'a> {
    index: usize,
    event: &'a Event,
    kind: String,
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
        y += ENTRY;
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
        kind: link.map_or_else(String::new, |link| {
            wording::relation(link.kind, link.outgoing, lang)
        }),
        date: day(page, event),
    })
}

/// The date without the clock, which the event's own slide shows; of a long stretch in few words, by its years.
fn day(page: &Page<'_>, event: &Event) -> String {
    let mut said = date(page, event);
    if !event.when.is_interval()
        && let Some(clock) = said.find(':')
    {
        let end = said.get(..clock).and_then(|before| before.rfind(' '));
        said.truncate(end.unwrap_or(said.len()));
    }
    if page.width(&said, SMALL) > DATE_MOST
        && let Some(extent) = event.when.finite_extent()
    {
        said = display_stretch(TimeWindow::fit(extent, 0.0), page.picture.lang);
    }
    said.trim_end_matches(',').to_owned()
}

/// Widths of the kinds and of the dates, in points. Those still to come count, so that nothing moves when they do.
fn columns(page: &Page<'_>, connections: &[Connection], others: &[usize]) -> (f32, f32) {
    let all = others.iter().take(MEASURED);
    let all = all.filter_map(|&other| entry(page, connections, other));
    let widest = all.fold((0.0_f32, 0.0_f32), |(kind, date), entry| {
        (
            kind.max(page.width(&entry.kind, SMALL)),
            date.max(page.width(&entry.date, SMALL)),
        )
    });
    let most = page.words.width() * 0.28;
    (widest.0.min(most), widest.1.min(DATE_MOST))
}

/// A text of an entry, and the room that it has in points.
struct Cell<'a> {
    text: &'a str,
    at: Point,
    room: f32,
    style: TextStyle,
    ink: Ink,
}

fn draw(
    page: &Page<'_>,
    entry: &Entry<'_>,
    columns: Option<(f32, f32)>,
    place: Rect,
    newest: bool,
    written: &mut Written,
) {
    let y = match columns {
        Some(_) => place.center().y,
        None => place.top + LOWER_LINE,
    };
    for cell in cells(page, entry, columns, place, newest) {
        let fonts = page.picture.fonts;
        let shown = fonts.elided(cell.text, cell.style, cell.room + 1.0);
        if !cell.text.is_empty() {
            let line = page.line(cell.at, &shown, cell.style, cell.ink);
            written.items.push(line);
        }
    }
    let bullet = point(place.left + MARK, y);
    written.items.push(own_mark(page, entry.event, bullet));
    let name = page.said(page.name(entry.event), true);
    let said = [&entry.kind, &entry.date, name];
    let said: Vec<&str> = said.into_iter().filter(|word| !word.is_empty()).collect();
    written.hits.push(Hit {
        rect: place,
        target: Target::Event(entry.index),
        label: Some(said.join(", ")),
    });
}

/// Kind, date and name: in columns, or the name under the others.
fn cells<'a>(
    page: &Page<'a>,
    entry: &'a Entry<'a>,
    columns: Option<(f32, f32)>,
    place: Rect,
    newest: bool,
) -> [Cell<'a>; 3] {
    let theme = page.theme;
    let left = place.left + TO_WORDS;
    let after = |x: f32, width: f32| if width > 0.0 { x + width + GAP } else { x };
    let kind = page.width(&entry.kind, SMALL);
    let ((y, first), (name_x, name_y), second) = match columns {
        Some((kind, date)) => {
            let second = after(left, kind);
            let y = place.center().y;
            ((y, kind), (after(second, date), y), (second, date))
        }
        None => {
            let second = after(left, kind);
            let (upper, lower) = (place.top + UPPER_LINE, place.top + LOWER_LINE);
            ((upper, kind), (left, lower), (second, place.right - second))
        }
    };
    let cell = |text, at, room, style, fill, asked_for| Cell {
        text,
        at,
        room,
        style,
        ink: Ink { fill, asked_for },
    };
    let date_fill = theme.readable(page.color(entry.event));
    let (style, fill) = if newest {
        (NEWEST, theme.ink)
    } else {
        (NAME, theme.ink.mixed(theme.muted, 0.6))
    };
    let name = page.name(entry.event);
    [
        cell(
            &entry.kind,
            point(left, y),
            first,
            SMALL,
            theme.muted,
            false,
        ),
        cell(
            &entry.date,
            point(second.0, y),
            second.1,
            SMALL,
            date_fill,
            false,
        ),
        cell(
            name,
            point(name_x, name_y),
            place.right - name_x,
            style,
            fill,
            true,
        ),
    ]
}

/// The mark of an event's category, as on the axis.
fn own_mark(page: &Page<'_>, event: &Event, at: Point) -> Item {
    let color = page.color(event);
    mark(
        page.shape(event),
        at,
        MARK,
        color,
        Fill::Solid,
        page.theme.ground,
    )
}
