//! The spreadsheet of TimelineJS: nineteen columns, in CSV.
//!
//! The columns are those of the template at <https://timeline.knightlab.com/docs/using-spreadsheets.html>: a row is a slide,
//! and its `Type` says whether it is the title (`title`), a period (`era`) or, when empty, an event. The template of
//! TimelineJS 2 (`Start Date`, `End Date`, `Tag`) is read as well. What slides can carry and how years are counted is told in
//! [`super::timelinejs`]; beyond that the spreadsheet has no ids.

use std::borrow::Cow;

use super::ImportError;
use super::draft::Draft;
use super::losses::{Losses, Name};
use super::rows::{self, Row, guarded};
use super::timelinejs::{self, Date, Deck, Media, Slide};
use crate::document::Document;
use crate::messages::message;
use crate::time::Lang;

const COLUMNS: [&str; 19] = [
    "Year",
    "Month",
    "Day",
    "Time",
    "End Year",
    "End Month",
    "End Day",
    "End Time",
    "Display Date",
    "Headline",
    "Text",
    "Media",
    "Media Credit",
    "Media Caption",
    "Media Thumbnail",
    "Type",
    "Group",
    "Background",
    "Link",
];

/// Columns of other versions of the template, squeezed.
const OTHERS: [&str; 6] = ["alttext", "alt", "startdate", "enddate", "tag", ""];

/// Reads a timeline.
pub(super) fn read(text: &str, losses: &mut Losses) -> Result<Draft, ImportError> {
    let table = rows::read(text, losses)?;
    let names: Vec<_> = table.header.iter().map(|name| squeezed(name)).collect();
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    if !(has("year") || has("startdate")) || !has("headline") {
        let found = table.header.iter().take(6).map(|name| format!("`{name}`"));
        let found = found.collect::<Vec<_>>().join(", ");
        let message = message!("formats-timelinejs-columns", found = found);
        return Err(ImportError::at(1, 1, message));
    }
    let known = |name: &str| {
        COLUMNS.iter().any(|column| squeezed(column) == name) || OTHERS.contains(&name)
    };
    for (name, column) in names.iter().zip(&table.header) {
        if !known(name) {
            losses.add(message!("losses-column", name = column), "");
        }
    }
    let mut deck = Deck::default();
    for row in &table.rows {
        let cells = Cells { names: &names, row };
        let slide = cells.slide(losses);
        match cells.of("type").to_lowercase().as_str() {
            "title" if deck.title.is_none() => deck.title = Some(slide),
            "title" => {
                losses.add(
                    message!("losses-second-title-row"),
                    row.called(&slide.headline),
                );
                deck.events.push(slide);
            }
            "era" => deck.eras.push(slide),
            "" | "event" => deck.events.push(slide),
            other => {
                let name: String = other.chars().take(20).collect();
                losses.add(
                    message!("losses-type-of-row", name = name),
                    row.called(&slide.headline),
                );
                deck.events.push(slide);
            }
        }
    }
    Ok(deck.draft(losses))
}

/// A name of a column as it is compared: "Media Credit" is `mediacredit`.
fn squeezed(name: &str) -> String {
    name.chars()
        .filter(|letter| letter.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// A row whose cells are found by the names of their columns.
struct Cells<'a> {
    names: &'a [String],
    row: &'a Row,
}

impl Cells<'_> {
    fn of(&self, name: &str) -> String {
        let column = self.names.iter().position(|known| known == name);
        column
            .map(|column| self.row.cell(column).to_owned())
            .unwrap_or_default()
    }

    fn slide(&self, losses: &mut Losses) -> Slide {
        let media = Media {
            url: self.of("media"),
            caption: self.of("mediacaption"),
            credit: self.of("mediacredit"),
            thumbnail: self.of("mediathumbnail"),
            alt: [self.of("alttext"), self.of("alt")].concat(),
            ..Media::default()
        };
        let headline = self.of("headline");
        let called = self.row.called(&headline);
        Slide {
            start: self.date("", &called, losses),
            end: self.date("end", &called, losses),
            display: self.of("displaydate"),
            text: self.of("text"),
            media,
            group: [self.of("group"), self.of("tag")].concat(),
            background: self.of("background"),
            link: self.of("link"),
            headline,
            ..Slide::default()
        }
    }

    fn date(&self, which: &str, of: &Name, losses: &mut Losses) -> Date {
        let cell = |name: &str| self.of(&format!("{which}{name}"));
        let mut date = Date {
            year: cell("year"),
            month: cell("month"),
            day: cell("day"),
            ..Date::default()
        };
        if date.year.is_empty() {
            date.year = self.of(if which.is_empty() {
                "startdate"
            } else {
                "enddate"
            });
        }
        let time = cell("time");
        if !time.is_empty() {
            match clock(&time) {
                Some([hour, minute, second]) => {
                    (date.hour, date.minute, date.second) = (hour, minute, second)
                }
                None => losses.add(
                    message!("losses-clock-unread"),
                    message!("losses-of-found", of = of.clone(), found = time),
                ),
            }
        }
        date
    }
}

/// "7:48", "07:48:30.5", "7:48 pm": hour, minute and second.
fn clock(text: &str) -> Option<[String; 3]> {
    let text = text.to_lowercase();
    let half = ["am", "pm", "a.m.", "p.m."]
        .into_iter()
        .find(|half| text.ends_with(half));
    let digits = half
        .and_then(|half| text.strip_suffix(half))
        .unwrap_or(&text)
        .trim();
    let mut parts = digits.split(':');
    let mut part = |most: u8| -> Option<Option<u8>> {
        let Some(part) = parts.next() else {
            return Some(None);
        };
        let whole = part.split(['.', ',']).next().unwrap_or(part);
        whole
            .trim()
            .parse()
            .ok()
            .filter(|part| *part <= most)
            .map(Some)
    };
    let (hour, minute, second) = (part(24)??, part(59)?.unwrap_or(0), part(59)?.unwrap_or(0));
    let hour = match half.map(|half| half.starts_with('p')) {
        Some(true) if hour < 12 => hour.saturating_add(12),
        Some(false) if hour == 12 => 0,
        _ => hour,
    };
    Some([hour, minute, second].map(|part| part.to_string()))
}

/// Writes a timeline.
pub(super) fn write(document: &Document, lang: Lang, losses: &mut Losses) -> String {
    let deck = timelinejs::deck(&document.timeline, lang, losses);
    timelinejs::unsaid(&document.timeline, losses);
    if !deck.events.is_empty() {
        losses.add(message!("losses-ids"), "");
    }
    let header = COLUMNS.iter().map(|name| Cow::Borrowed(*name)).collect();
    let title = deck.title.iter().map(|slide| cells(slide, "title"));
    let events = deck.events.iter().map(|slide| cells(slide, ""));
    let eras = deck.eras.iter().map(|slide| cells(slide, "era"));
    rows::write(
        std::iter::once(header)
            .chain(title)
            .chain(events)
            .chain(eras),
    )
}

fn cells<'a>(slide: &Slide, kind: &'static str) -> Vec<Cow<'a, str>> {
    let Slide { start, end, .. } = slide;
    let (start_time, end_time) = (time(start), time(end));
    let texts: [&str; 19] = [
        &start.year,
        &start.month,
        &start.day,
        &start_time,
        &end.year,
        &end.month,
        &end.day,
        &end_time,
        &slide.display,
        &slide.headline,
        &slide.text,
        "",
        "",
        "",
        "",
        kind,
        &slide.group,
        "",
        "",
    ];
    texts.iter().map(|text| Cow::Owned(guarded(text))).collect()
}

fn time(date: &Date) -> String {
    let parts = [&*date.hour, &date.minute, &date.second];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(":")
}
