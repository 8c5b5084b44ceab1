//! A calendar as a timeline.

use std::collections::{BTreeMap, BTreeSet};

use super::PRODUCT;
use super::entry::Reading;
use super::lines::{Line, lines};
use crate::exchange::ImportError;
use crate::exchange::draft::Draft;
use crate::exchange::losses::{Losses, Name, beginning};
use crate::exchange::spans::zone;
use crate::messages::message;

/// Reads a timeline.
pub(in super::super) fn read(text: &str, losses: &mut Losses) -> Result<Draft, ImportError> {
    let (lines, strange) = lines(text);
    for (number, line) in &strange {
        let number = number.to_string();
        let found = message!("losses-line-found", number = number, line = line);
        losses.add(message!("losses-no-property"), found);
    }
    let mut parts = Parts::default();
    for line in lines {
        parts.take(line, losses);
    }
    parts.end(losses);
    if !parts.is_calendar && parts.entries.is_empty() {
        return Err(no_calendar(text));
    }
    Ok(parts.draft(losses))
}

fn no_calendar(text: &str) -> ImportError {
    let mut lines = text.lines().enumerate();
    let first = lines.find(|(_, line)| !line.trim().is_empty());
    let Some((index, line)) = first else {
        return ImportError::new(message!("formats-ical-empty"));
    };
    let found = beginning(line.trim());
    ImportError::at(
        index.saturating_add(1),
        1,
        message!("formats-no-calendar", found = found),
    )
}

/// A calendar in parts.
#[derive(Default)]
pub(super) struct Parts {
    is_calendar: bool,
    is_ended: bool,
    title: String,
    /// Written here, and not changed by another program since.
    pub(super) is_ours: bool,
    entries: Vec<Entry>,
    /// The one that is being read, and how deep in what stands inside of it.
    open: Option<(Entry, usize)>,
    /// How deep in what is no entry, such as the rules of a time zone.
    beside: usize,
    /// The zone that is being read, and what calendars call zones that have another name.
    zone: String,
    pub(super) zones: BTreeMap<String, chrono_tz::Tz>,
}

/// An event, a task or a note.
pub(super) struct Entry {
    sort: String,
    pub(super) lines: Vec<Line>,
}

impl Parts {
    fn take(&mut self, line: Line, losses: &mut Losses) {
        match line.name.as_str() {
            "BEGIN" => self.begin(&line.value.to_ascii_uppercase(), losses),
            "END" => self.end_of(&line.value.to_ascii_uppercase(), losses),
            _ => self.property(line, losses),
        }
    }

    fn begin(&mut self, what: &str, losses: &mut Losses) {
        match what {
            "VCALENDAR" => {
                self.is_calendar = true;
                self.is_ended = false;
            }
            "VEVENT" | "VTODO" | "VJOURNAL" => {
                self.cut(losses);
                let (sort, lines) = (what.to_owned(), Vec::new());
                self.open = Some((Entry { sort, lines }, 0));
                self.beside = 0;
            }
            what => {
                if !matches!(what, "VTIMEZONE" | "STANDARD" | "DAYLIGHT") {
                    losses.add(message!("losses-field", name = beginning(what)), "");
                }
                match &mut self.open {
                    Some((_, depth)) => *depth = depth.saturating_add(1),
                    None => self.beside = self.beside.saturating_add(1),
                }
            }
        }
    }

    fn end_of(&mut self, what: &str, losses: &mut Losses) {
        if what == "VCALENDAR" {
            self.cut(losses);
            (self.is_ended, self.beside) = (true, 0);
            return;
        }
        match self.open.take() {
            Some((entry, _)) if entry.sort == what => self.entries.push(entry),
            Some((entry, depth)) => self.open = Some((entry, depth.saturating_sub(1))),
            None => self.beside = self.beside.saturating_sub(1),
        }
    }

    fn property(&mut self, line: Line, losses: &mut Losses) {
        match (&mut self.open, self.beside) {
            (Some((entry, 0)), _) => entry.lines.push(line),
            (Some(_), _) => {}
            (None, 0) => self.of_calendar(&line, losses),
            (None, _) => match line.name.as_str() {
                "TZID" => self.zone = line.value,
                "X-LIC-LOCATION" => {
                    let known = zone(&line.value);
                    self.zones
                        .extend(known.map(|zone| (self.zone.clone(), zone)));
                }
                _ => {}
            },
        }
    }

    fn of_calendar(&mut self, line: &Line, losses: &mut Losses) {
        match line.name.as_str() {
            "X-WR-CALNAME" | "NAME" => self.title = line.text(),
            "PRODID" => self.is_ours = line.value == PRODUCT,
            "VERSION" | "CALSCALE" | "METHOD" | "X-WR-TIMEZONE" => {}
            name => losses.add(message!("losses-of-calendar", name = beginning(name)), ""),
        }
    }

    /// Leaves out the entry that is being read: another one begins, or the file ends, before it does.
    fn cut(&mut self, losses: &mut Losses) {
        if let Some((entry, _)) = self.open.take() {
            losses.add(message!("losses-entry-cut"), entry.name());
        }
    }

    fn end(&mut self, losses: &mut Losses) {
        self.cut(losses);
        if self.is_calendar && !self.is_ended {
            losses.add(message!("losses-file-cut", line = "END:VCALENDAR"), "");
        }
    }

    fn draft(&self, losses: &mut Losses) -> Draft {
        let mut draft = Draft {
            title: one_line(&self.title),
            ..Draft::default()
        };
        let related = self
            .entries
            .iter()
            .flat_map(|entry| entry.all("RELATED-TO"));
        let related: BTreeSet<_> = related.map(Line::text).collect();
        for entry in &self.entries {
            let reading = Reading {
                parts: self,
                entry,
                name: entry.name(),
                losses: &mut *losses,
            };
            reading.into_draft(&mut draft, &related);
        }
        draft
    }
}

impl Entry {
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Line> {
        self.lines.iter().filter(move |line| line.name == name)
    }

    pub(super) fn first(&self, name: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.name == name)
    }

    /// What people call it.
    fn name(&self) -> Name {
        let named = self
            .first("SUMMARY")
            .map(Line::text)
            .filter(|name| !name.trim().is_empty());
        named.map_or_else(
            || {
                let number = self.lines.first().map_or(0, |line| line.number);
                message!("losses-entry", number = number.to_string()).into()
            },
            |name| one_line(&name).into(),
        )
    }
}

pub(super) fn one_line(text: &str) -> String {
    if !text.contains(char::is_control) {
        return text.trim().to_owned();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
