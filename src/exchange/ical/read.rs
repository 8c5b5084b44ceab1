//! A calendar as a timeline.

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;
use icalendar::{CalendarDateTime, DatePerhapsTime, Property};

use super::lines::{Line, lines};
use super::{KIND, PRODUCT, SUFFIX, own};
use crate::document::LinkKind;
use crate::exchange::ImportError;
use crate::exchange::dates::in_words;
use crate::exchange::draft::{Draft, DraftEra, DraftEvent, DraftSource};
use crate::exchange::losses::Losses;
use crate::exchange::plain::plain;
use crate::exchange::spans::{Moment, Shown, shown, zone};
use crate::exchange::told::{cite, json_source, link_kind, titles};

/// Reads a timeline.
pub(in super::super) fn read(text: &str, losses: &mut Losses) -> Result<Draft, ImportError> {
    let (lines, strange) = lines(text);
    for (number, line) in &strange {
        let what = "a line that is no property of a calendar was passed over";
        losses.add(what, &format!("line {number}: {line}"));
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
        return ImportError::new("expected a calendar (`BEGIN:VCALENDAR`), found an empty file");
    };
    let found: String = line.trim().chars().take(40).collect();
    ImportError::at(
        index.saturating_add(1),
        1,
        format!(
            "expected `BEGIN:VCALENDAR`, the first line of a calendar, found `{found}`; export the calendar as an .ics file"
        ),
    )
}

/// A calendar in parts.
#[derive(Default)]
struct Parts {
    is_calendar: bool,
    is_ended: bool,
    title: String,
    /// Written here, and not changed by another program since.
    is_ours: bool,
    entries: Vec<Entry>,
    /// The one that is being read, and how deep in what stands inside of it.
    open: Option<(Entry, usize)>,
    /// How deep in what is no entry, such as the rules of a time zone.
    beside: usize,
    /// The zone that is being read, and what calendars call zones that have another name.
    zone: String,
    zones: BTreeMap<String, chrono_tz::Tz>,
}

/// An event, a task or a note.
struct Entry {
    sort: String,
    lines: Vec<Line>,
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
                    losses.add(format!("`{}` has no place here", short(what)), "");
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
            name => losses.add(
                format!("`{}` of a calendar has no place here", short(name)),
                "",
            ),
        }
    }

    /// Leaves out the entry that is being read: another one begins, or the file ends, before it does.
    fn cut(&mut self, losses: &mut Losses) {
        if let Some((entry, _)) = self.open.take() {
            let what = "an entry without its end was left out: the file is cut or damaged there";
            losses.add(what, &entry.name());
        }
    }

    fn end(&mut self, losses: &mut Losses) {
        self.cut(losses);
        if self.is_calendar && !self.is_ended {
            let what = "the file ends before `END:VCALENDAR`: what stood behind is missing";
            losses.add(what, "");
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
    fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Line> {
        self.lines.iter().filter(move |line| line.name == name)
    }

    fn first(&self, name: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.name == name)
    }

    /// What people call it.
    fn name(&self) -> String {
        let named = self
            .first("SUMMARY")
            .map(Line::text)
            .filter(|name| !name.trim().is_empty());
        named.map_or_else(
            || {
                let number = self.lines.first().map_or(0, |line| line.number);
                format!("the entry at line {number}")
            },
            |name| one_line(&name),
        )
    }
}

/// An entry on its way into the draft.
struct Reading<'a> {
    parts: &'a Parts,
    entry: &'a Entry,
    name: String,
    losses: &'a mut Losses,
}

impl Reading<'_> {
    fn into_draft(mut self, draft: &mut Draft, related: &BTreeSet<String>) {
        let when = self.when();
        let entry = self.entry;
        if entry
            .first(own::KIND)
            .is_some_and(|line| line.value == "ERA")
        {
            let title = entry.first("SUMMARY").map(Line::text).unwrap_or_default();
            let (title, when) = (one_line(&title), when.unwrap_or_default());
            draft.eras.push(DraftEra { title, when });
            return;
        }
        let Some(when) = when else {
            return;
        };
        let mut event = DraftEvent {
            when,
            ..DraftEvent::default()
        };
        self.words(&mut event);
        self.people(&mut event);
        self.sources(&mut event);
        self.links(&mut event);
        event.id = entry
            .first("UID")
            .map(Line::text)
            .filter(|uid| id_of(uid) != *uid || related.contains(uid))
            .map(|uid| id_of(&uid).to_owned());
        let priority = entry
            .first("PRIORITY")
            .and_then(|line| line.value.parse().ok());
        event.significance = priority.and_then(significance);
        self.rest();
        draft.events.push(event);
    }

    fn lose(&mut self, what: impl Into<String>) {
        self.losses.add(what, &self.name);
    }

    fn words(&mut self, event: &mut DraftEvent) {
        let text = |name: &str| self.entry.first(name).map(Line::text);
        let shown = one_line(&text("SUMMARY").unwrap_or_default());
        let other = |name| text(name).map(|title| one_line(&title));
        (event.title, event.title_ja) = titles(shown, other(own::TITLE), other(own::TITLE_JA));
        let description = text("DESCRIPTION").filter(|text| !text.trim().is_empty());
        let html = || text("X-ALT-DESC");
        let words = description.or_else(html).unwrap_or_default();
        if self.parts.is_ours {
            event.summary = words;
        } else {
            let plain = plain(&words);
            for (title, url) in plain.links {
                let url = Some(url);
                let source = DraftSource {
                    title,
                    url,
                    ..DraftSource::default()
                };
                cite(&mut event.sources, source);
            }
            event.summary = plain.text;
            if plain.has_pictures {
                self.lose("a picture has no place here");
            }
        }
        let mut categories = self.entry.all("CATEGORIES").flat_map(Line::texts);
        let mut categories = categories.by_ref().filter(|name| !name.trim().is_empty());
        event.category = categories.next().map(|name| one_line(&name));
        let more: Vec<_> = categories.collect();
        for name in more {
            self.lose(format!(
                "a second category (`{}`) has no place here",
                short(&name)
            ));
        }
    }

    fn people(&mut self, event: &mut DraftEvent) {
        let entry = self.entry;
        event.actors.extend(entry.all(own::ACTOR).map(Line::text));
        for line in entry.all("ORGANIZER").chain(entry.all("ATTENDEE")) {
            let address = line
                .value
                .get(..7)
                .filter(|scheme| scheme.eq_ignore_ascii_case("mailto:"));
            let address = address
                .and_then(|_| line.value.get(7..))
                .unwrap_or(&line.value);
            let name = line
                .parameter("CN")
                .map(str::trim)
                .filter(|name| !name.is_empty());
            event.actors.push(one_line(name.unwrap_or(address)));
        }
    }

    fn sources(&mut self, event: &mut DraftEvent) {
        let entry = self.entry;
        for line in entry.all(own::SOURCE) {
            let source = serde_json::from_str(&line.text()).ok();
            match source.as_ref().and_then(json_source) {
                Some(source) => cite(&mut event.sources, source),
                None => self.lose("a source that could not be read was left out"),
            }
        }
        for line in entry.all("URL").chain(entry.all("ATTACH")) {
            if line.parameter("ENCODING").is_some() || line.value.starts_with("data:") {
                self.lose("an attached file has no place here");
                continue;
            }
            let title = line
                .parameter("FILENAME")
                .or_else(|| line.parameter("LABEL"));
            let source = DraftSource {
                title: title.unwrap_or(&line.value).to_owned(),
                url: Some(line.value.clone()),
                ..DraftSource::default()
            };
            cite(&mut event.sources, source);
        }
    }

    fn links(&mut self, event: &mut DraftEvent) {
        for line in self.entry.all("RELATED-TO") {
            let sort = line
                .parameter("RELTYPE")
                .unwrap_or("PARENT")
                .to_ascii_uppercase();
            let kind = match sort.as_str() {
                "PARENT" => LinkKind::PartOf,
                "SIBLING" | "CHILD" => LinkKind::SeeAlso,
                sort => {
                    let own = sort.strip_prefix(KIND).and_then(link_kind);
                    own.unwrap_or(LinkKind::SeeAlso)
                }
            };
            let uid = line.text();
            event.links.push((id_of(&uid).to_owned(), kind));
        }
    }

    /// Says what has no place here, and what is kept in part.
    fn rest(&mut self) {
        for line in &self.entry.lines {
            match line.name.as_str() {
                "RRULE" | "RDATE" => self.lose(
                    "what comes back again and again (`RRULE`) is there once, the first time",
                ),
                "STATUS" if !line.value.eq_ignore_ascii_case("CONFIRMED") => {
                    self.lose(format!("`STATUS:{}` has no place here", short(&line.value)));
                }
                name if is_read(name) || is_of_the_machine(name) => {}
                name => self.lose(format!("`{}` has no place here", short(name))),
            }
        }
    }

    /// The date in EDTF; says why where there is none.
    fn when(&mut self) -> Option<String> {
        let entry = self.entry;
        let start = entry.first("DTSTART");
        let begin = start
            .or_else(|| entry.first("DUE"))
            .or_else(|| entry.first("COMPLETED"));
        let Some(begin) = begin else {
            self.lose("an entry without a date (`DTSTART`) was left out");
            return None;
        };
        let Some(from) = self.date(begin) else {
            return self.in_words(begin);
        };
        let span = match self.end(start.is_some(), from) {
            Some(to) => self.span(from, to),
            None => alone(from),
        };
        self.own(span).or_else(|| span.edtf())
    }

    /// The date after the last.
    fn end(&mut self, has_start: bool, from: Date) -> Option<Date> {
        let entry = self.entry;
        if !has_start {
            return None;
        }
        let Some(end) = entry.first("DTEND").or_else(|| entry.first("DUE")) else {
            let lasts = duration(&entry.first("DURATION")?.value);
            return later(from, lasts?);
        };
        let to = self.date(end);
        if to.is_none() {
            let found = short(&end.value);
            self.lose(format!("an end (`{found}`) that is no date was left out"));
        }
        to
    }

    fn span(&mut self, from: Date, to: Date) -> Shown {
        let span = span(from, to);
        match (from, span) {
            (_, None) => self.lose("an end before the beginning was left out"),
            (Date::Moment(from), Some(Shown::Moment(_))) if !matches!(to, Date::Moment(to) if to.local == from.local) =>
            {
                self.lose("how many hours something lasts has no place here");
            }
            (Date::Moment(_), Some(Shown::Days { .. }))
                if !from.is_midnight() || !to.is_midnight() =>
            {
                self.lose("the clock times of what lasts for days have no place here");
            }
            _ => {}
        }
        span.unwrap_or_else(|| alone(from))
    }

    /// The date as it was written here, if the calendar still says the same.
    fn own(&mut self, span: Shown) -> Option<String> {
        let text = self.entry.first(own::WHEN)?.text();
        let is_same = text
            .parse()
            .ok()
            .and_then(|when| shown(&when))
            .is_some_and(|own| own.is_like(&span));
        if !is_same {
            self.lose("a date that was moved in a calendar is as exact as the calendar says");
        }
        is_same.then_some(text)
    }

    fn in_words(&mut self, line: &Line) -> Option<String> {
        let found = short(&line.value);
        let meant = in_words(&line.value);
        match &meant {
            None => self.lose(format!(
                "an entry was left out whose `{}` is no date: `{found}`",
                line.name
            )),
            Some(meant) if meant.is_guess => self.lose(format!(
                "`{found}` was read as {}, which is a guess",
                meant.text
            )),
            Some(_) => {}
        }
        meant.map(|meant| meant.text)
    }

    /// The value of a date.
    fn date(&mut self, line: &Line) -> Option<Date> {
        let mut property = Property::new(line.name.clone(), line.value.clone());
        for (name, value) in &line.parameters {
            property.add_parameter(name, value);
        }
        // Some say that a day is a clock time, and some give a zone to what is in UTC.
        let bare = || {
            DatePerhapsTime::from_property(&Property::new(line.name.clone(), line.value.clone()))
        };
        let value = DatePerhapsTime::from_property(&property).or_else(bare)?;
        Some(match value {
            DatePerhapsTime::Date(day) => Date::Day(day),
            DatePerhapsTime::DateTime(CalendarDateTime::Floating(local)) => Date::Moment(Moment {
                local,
                offset: None,
            }),
            DatePerhapsTime::DateTime(CalendarDateTime::Utc(utc)) => Date::Moment(Moment {
                local: utc.naive_utc(),
                offset: chrono::FixedOffset::east_opt(0),
            }),
            DatePerhapsTime::DateTime(CalendarDateTime::WithTimezone {
                date_time: local,
                tzid,
            }) => {
                let zone = self.parts.zones.get(&tzid).copied().or_else(|| zone(&tzid));
                if zone.is_none() {
                    self.lose(format!(
                        "the time zone `{}` is not known: the clock time is kept without it",
                        short(&tzid)
                    ));
                }
                Date::Moment(zone.map_or(
                    Moment {
                        local,
                        offset: None,
                    },
                    |zone| Moment::in_zone(local, zone),
                ))
            }
        })
    }
}

/// A value of a date.
#[derive(Debug, Clone, Copy)]
enum Date {
    Day(chrono::NaiveDate),
    Moment(Moment),
}

/// When something ends that begins then and lasts so long.
fn later(from: Date, lasts: TimeDelta) -> Option<Date> {
    Some(match from {
        Date::Day(first) => Date::Day(first.checked_add_signed(lasts)?),
        Date::Moment(moment) => Date::Moment(Moment {
            local: moment.local.checked_add_signed(lasts)?,
            ..moment
        }),
    })
}

/// From one date to another; `None` if that ends before it begins.
fn span(from: Date, to: Date) -> Option<Shown> {
    let begins_late = match (from, to) {
        (Date::Moment(from), Date::Moment(to)) => {
            let of = |moment: Moment| moment.utc().unwrap_or(moment.local);
            of(to) < of(from)
        }
        (from, to) => to.day() < from.day(),
    };
    if begins_late {
        return None;
    }
    let first = from.day();
    // The end is the first that is not of it any more, a day as well as midnight.
    let after = match to {
        Date::Day(after) if matches!(from, Date::Day(_)) => after,
        to if to.is_midnight() => to.day(),
        to => to.day().succ_opt()?,
    };
    let next = first.succ_opt()?;
    // Some programs write a whole day from midnight to midnight.
    let is_instant =
        matches!((from, to), (Date::Moment(from), Date::Moment(to)) if from.local == to.local);
    if is_instant {
        return Some(alone(from));
    }
    if matches!(from, Date::Moment(_)) && !from.is_midnight() && after <= next {
        return Some(alone(from));
    }
    let after = after.max(next);
    Some(Shown::Days { first, after })
}

impl Date {
    fn is_midnight(self) -> bool {
        matches!(self, Self::Moment(moment) if moment.local.time() == chrono::NaiveTime::MIN)
    }

    fn day(self) -> chrono::NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::Moment(moment) => moment.local.date(),
        }
    }
}

fn alone(date: Date) -> Shown {
    match date {
        Date::Day(first) => Shown::Days {
            first,
            after: first.succ_opt().unwrap_or(first),
        },
        Date::Moment(moment) => Shown::Moment(moment),
    }
}

/// How long something lasts: `P1W`, `P15DT5H0M20S`.
fn duration(text: &str) -> Option<TimeDelta> {
    let text = text.trim();
    let text = text.strip_prefix('+').unwrap_or(text).strip_prefix('P')?;
    let mut sum = TimeDelta::zero();
    let mut number = String::new();
    for letter in text.chars() {
        if letter.is_ascii_digit() {
            number.push(letter);
            continue;
        }
        if letter == 'T' && number.is_empty() {
            continue;
        }
        let count = std::mem::take(&mut number).parse().ok()?;
        let part = match letter {
            'W' => TimeDelta::try_weeks(count),
            'D' => TimeDelta::try_days(count),
            'H' => TimeDelta::try_hours(count),
            'M' => TimeDelta::try_minutes(count),
            'S' => TimeDelta::try_seconds(count),
            _ => None,
        };
        sum = sum.checked_add(&part?)?;
    }
    number.is_empty().then_some(sum)
}

/// The id of ours in the name that a calendar has for an entry; the name itself where another program gave it.
fn id_of(uid: &str) -> &str {
    let ours = uid
        .strip_suffix(SUFFIX)
        .and_then(|uid| uid.rsplit_once('@'));
    let is_number =
        |number: &str| number.len() == 16 && number.bytes().all(|digit| digit.is_ascii_hexdigit());
    match ours {
        Some((id, number)) if is_number(number) && !id.is_empty() => id,
        _ => uid,
    }
}

/// Calendars count from 1, the most important, to 9, and 0 says nothing.
const fn significance(priority: u8) -> Option<u8> {
    match priority {
        1 | 2 => Some(5),
        3 | 4 => Some(4),
        5 => Some(3),
        6 | 7 => Some(2),
        8 | 9 => Some(1),
        _ => None,
    }
}

fn is_read(name: &str) -> bool {
    const READ: [&str; 23] = [
        "UID",
        "SUMMARY",
        "DESCRIPTION",
        "X-ALT-DESC",
        "CATEGORIES",
        "PRIORITY",
        "ORGANIZER",
        "ATTENDEE",
        "URL",
        "ATTACH",
        "RELATED-TO",
        "DTSTART",
        "DTEND",
        "DUE",
        "DURATION",
        "COMPLETED",
        "STATUS",
        own::WHEN,
        own::KIND,
        own::TITLE,
        own::TITLE_JA,
        own::ACTOR,
        own::SOURCE,
    ];
    READ.contains(&name)
}

/// Whether a property is about the entry and not about what happened.
fn is_of_the_machine(name: &str) -> bool {
    const ABOUT: [&str; 7] = [
        "DTSTAMP",
        "CREATED",
        "LAST-MODIFIED",
        "SEQUENCE",
        "TRANSP",
        "CLASS",
        "EXDATE",
    ];
    ABOUT.contains(&name)
}

fn one_line(text: &str) -> String {
    if !text.contains(char::is_control) {
        return text.trim().to_owned();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The beginning of what a report quotes.
fn short(text: &str) -> String {
    text.chars().take(40).collect()
}
