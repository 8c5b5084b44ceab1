//! What the rows of a table say.

use crate::document::{LinkKind, is_web};
use crate::exchange::ImportError;
use crate::exchange::dates::{self, Parts, in_words};
use crate::exchange::draft::{Draft, DraftEvent, DraftSource};
use crate::exchange::losses::{Losses, Name};
use crate::exchange::plain::plain;
use crate::exchange::rows::{self, Row};
use crate::messages::message;

use super::columns::{Columns, Field, Mapping};
use super::{KINDS, NOTHING, values};

/// What a row says of the date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Dated {
    /// Nothing.
    Not,
    /// In EDTF.
    Edtf(String),
    /// What was found and could not be read.
    Unread(Name),
}

/// What a row says.
#[derive(Debug, Clone)]
pub(super) struct Told {
    /// What to call it in a report.
    pub(super) called: Name,
    pub(super) dated: Dated,
    /// What it says of the event; empty where it says nothing. The date is in `dated`, the summary as it is written.
    pub(super) event: DraftEvent,
    /// The fields that it takes away.
    pub(super) cleared: Vec<&'static str>,
}

/// Reads a timeline.
pub(in crate::exchange) fn read(
    text: &str,
    mapping: &Mapping,
    losses: &mut Losses,
) -> Result<Draft, ImportError> {
    let events = told(text, mapping, true, losses)?
        .into_iter()
        .filter_map(|mut told| {
            match told.dated {
                Dated::Edtf(edtf) => told.event.when = edtf,
                dated => {
                    undated(&dated, &told.called, losses);
                    return None;
                }
            }
            with_plain_summary(&mut told.event, losses);
            Some(told.event)
        });
    let events = events.collect();
    Ok(Draft {
        events,
        ..Draft::default()
    })
}

/// Says that a row is left out for its date.
pub(super) fn undated(dated: &Dated, called: &Name, losses: &mut Losses) {
    match dated {
        Dated::Unread(found) => losses.add(
            message!("losses-row-unread"),
            message!(
                "losses-of-found",
                of = called.clone(),
                found = found.clone(),
            ),
        ),
        _ => losses.add(message!("losses-row-undated"), called.clone()),
    }
}

/// Turns HTML in a summary into words.
pub(super) fn with_plain_summary(event: &mut DraftEvent, losses: &mut Losses) {
    let read = plain(&event.summary);
    if read.has_pictures {
        losses.add(message!("losses-picture-in-a-text"), &event.title);
    }
    event
        .sources
        .extend(read.links.iter().map(|(words, url)| DraftSource {
            title: words.trim().to_owned(),
            url: Some(url.clone()),
            ..DraftSource::default()
        }));
    event.summary = read.text;
}

/// What the rows say. `is_whole` where they have to make events by themselves.
pub(super) fn told(
    text: &str,
    mapping: &Mapping,
    is_whole: bool,
    losses: &mut Losses,
) -> Result<Vec<Told>, ImportError> {
    let table = rows::read(text, losses)?;
    let columns = Columns::of(&table, mapping, losses)?;
    if is_whole || !columns.has(Field::Id) {
        columns.suffice(&table)?;
    }
    Ok(table
        .rows
        .iter()
        .map(|row| row_told(row, &columns, losses))
        .collect())
}

fn row_told(row: &Row, columns: &Columns, losses: &mut Losses) -> Told {
    let mut cleared = Vec::new();
    let mut cell = |field: Field, name: &'static str| {
        if columns.raw(row, field) == NOTHING {
            cleared.push(name);
            return "";
        }
        columns.cell(row, field)
    };
    let some = |cell: &str| Some(cell.to_owned()).filter(|cell| !cell.is_empty());
    let (title, title_ja) = (
        cell(Field::Title, "title"),
        cell(Field::TitleJa, "title_ja"),
    );
    let category = some(cell(Field::Category, "category"));
    let actors = values(cell(Field::Actors, "actors"));
    let significance = cell(Field::Significance, "significance");
    let summary = cell(Field::Summary, "summary").to_owned();
    let mut sources: Vec<_> = values(cell(Field::Sources, "sources"))
        .iter()
        .map(|work| source(work))
        .collect();
    let links = values(cell(Field::Links, "links"));
    sources.extend(some(columns.cell(row, Field::Url)).map(|url| DraftSource {
        url: Some(url),
        ..DraftSource::default()
    }));
    // A table in Japanese alone has one title.
    let (title, title_ja) = match (title, title_ja) {
        ("", japanese) if !columns.has(Field::Title) => (japanese, ""),
        both => both,
    };
    let called = row.called(if title.is_empty() {
        columns.cell(row, Field::Id)
    } else {
        title
    });
    let mut event = DraftEvent {
        id: some(columns.cell(row, Field::Id)),
        title: title.to_owned(),
        title_ja: some(title_ja),
        category,
        actors,
        significance: self::significance(significance, &called, losses),
        summary,
        sources,
        ..DraftEvent::default()
    };
    for link in links {
        if is_web(&link) {
            event.sources.push(source(&link));
        } else {
            event.links.push(self::link(&link));
        }
    }
    let dated = dated(row, columns, &called, losses);
    Told {
        called,
        dated,
        event,
        cleared,
    }
}

fn significance(cell: &str, called: &Name, losses: &mut Losses) -> Option<u8> {
    if cell.is_empty() {
        return None;
    }
    let read = cell
        .trim_end_matches(".0")
        .parse::<u8>()
        .ok()
        .filter(|number| (1..=5).contains(number));
    if read.is_none() {
        losses.add(
            message!("losses-significance", least = "1", most = "5"),
            message!("losses-of-found", of = called.clone(), found = cell),
        );
    }
    read
}

fn source(work: &str) -> DraftSource {
    if is_web(work) {
        return DraftSource {
            url: Some(work.to_owned()),
            ..DraftSource::default()
        };
    }
    DraftSource {
        title: work.to_owned(),
        ..DraftSource::default()
    }
}

/// "led-to smithsonian-agreement"; without a kind it says that there is more to see.
fn link(words: &str) -> (String, LinkKind) {
    let parts = words.split_once(char::is_whitespace);
    let named = parts.and_then(|(kind, to)| {
        let kind: String = kind
            .chars()
            .filter(|letter| letter.is_alphanumeric())
            .collect();
        let found = KINDS
            .iter()
            .find(|(_, name)| name.replace('-', "").eq_ignore_ascii_case(&kind));
        found.map(|(kind, _)| (to.trim().to_owned(), *kind))
    });
    named.unwrap_or_else(|| (words.to_owned(), LinkKind::SeeAlso))
}

/// The date by its column, or by those of its ends or its parts.
fn dated(row: &Row, columns: &Columns, called: &Name, losses: &mut Losses) -> Dated {
    let start = columns.cell(row, Field::When);
    let end = columns.cell(row, Field::End);
    let parts = [Field::Year, Field::Month, Field::Day].map(|field| columns.cell(row, field));
    let end_parts =
        [Field::EndYear, Field::EndMonth, Field::EndDay].map(|field| columns.cell(row, field));
    let mut one = |cell: &str, parts: [&str; 3]| -> Option<Result<String, String>> {
        let words = match (cell, parts) {
            ("", ["", ..]) => return None,
            ("", parts) => match of_parts(parts, called, losses) {
                Ok(edtf) => return Some(Ok(edtf)),
                Err(words) => words,
            },
            (cell, _) => cell.to_owned(),
        };
        let Some(meant) = in_words(&words) else {
            return Some(Err(words));
        };
        if meant.is_guess {
            losses.add(
                message!("losses-guessed"),
                message!(
                    "losses-of-guessed",
                    of = called.clone(),
                    found = &words,
                    meant = &meant.text,
                ),
            );
        }
        Some(Ok(meant.text))
    };
    let begins = one(start, parts);
    let ends = one(end, end_parts);
    match (begins, ends) {
        (None, None) => Dated::Not,
        (None, Some(_)) => Dated::Unread(message!("losses-until", end = end).into()),
        (Some(Err(found)), _) => Dated::Unread(found.into()),
        (Some(Ok(begins)), None) => Dated::Edtf(begins),
        (Some(Ok(begins)), Some(Ok(ends))) => match dates::stretch(&begins, &ends) {
            Some(stretch) => Dated::Edtf(stretch),
            None => {
                let found = message!(
                    "losses-of-span",
                    of = called.clone(),
                    begins = &begins,
                    ends = ends,
                );
                losses.add(message!("losses-end-not-behind"), found);
                Dated::Edtf(begins)
            }
        },
        (Some(Ok(begins)), Some(Err(found))) => {
            losses.add(
                message!("losses-end-unread"),
                message!("losses-of-found", of = called.clone(), found = found),
            );
            Dated::Edtf(begins)
        }
    }
}

/// A date in three cells; in words where they are no numbers.
fn of_parts(
    [year, month, day]: [&str; 3],
    called: &Name,
    losses: &mut Losses,
) -> Result<String, String> {
    let number = |text: &str| text.trim_end_matches(".0").parse::<u8>().ok();
    let words = || [day, month, year].join(" ").trim().to_owned();
    let whole = year
        .trim_end_matches(".0")
        .parse::<i64>()
        .map_err(|_| words())?;
    if whole < 0 {
        losses.add(message!("losses-astronomers"), called.clone());
    }
    let parts = Parts {
        year: whole,
        month: number(month),
        day: number(day),
        time: None,
    };
    let is_read = |text: &str, part: Option<u8>| text.is_empty() || part.is_some();
    if !is_read(month, parts.month) || !is_read(day, parts.day) {
        return Err(words());
    }
    parts.edtf().ok_or_else(|| [year, month, day].join("-"))
}
