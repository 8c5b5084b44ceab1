//! An entry of a calendar on its way into the draft.

use std::collections::BTreeSet;

use icalendar::{CalendarDateTime, DatePerhapsTime, Property};

use super::dates::{Date, alone, duration, later, span};
use super::lines::Line;
use super::read::{Entry, Parts, one_line};
use super::{KIND, SUFFIX, own};
use crate::document::LinkKind;
use crate::exchange::dates::in_words;
use crate::exchange::draft::{Draft, DraftEra, DraftEvent, DraftSource};
use crate::exchange::losses::{Losses, Name, beginning};
use crate::exchange::plain::plain;
use crate::exchange::spans::{Moment, Shown, shown, zone};
use crate::exchange::told::{cite, cite_links, json_source, link_kind, titles};
use crate::messages::{Message, message};

/// An entry on its way into the draft.
pub(super) struct Reading<'a> {
    pub(super) parts: &'a Parts,
    pub(super) entry: &'a Entry,
    pub(super) name: Name,
    pub(super) losses: &'a mut Losses,
}

impl Reading<'_> {
    pub(super) fn into_draft(mut self, draft: &mut Draft, related: &BTreeSet<String>) {
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

    fn lose(&mut self, what: Message) {
        self.losses.add(what, self.name.clone());
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
            cite_links(&mut event.sources, plain.links);
            event.summary = plain.text;
            if plain.has_pictures {
                self.lose(message!("losses-picture"));
            }
        }
        let mut categories = self.entry.all("CATEGORIES").flat_map(Line::texts);
        let mut categories = categories.by_ref().filter(|name| !name.trim().is_empty());
        event.category = categories.next().map(|name| one_line(&name));
        let more: Vec<_> = categories.collect();
        for name in more {
            self.lose(message!(
                "losses-second-category-named",
                name = beginning(&name),
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
                None => self.lose(message!("losses-source-unread")),
            }
        }
        for line in entry.all("URL").chain(entry.all("ATTACH")) {
            if line.parameter("ENCODING").is_some() || line.value.starts_with("data:") {
                self.lose(message!("losses-attached"));
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
                "RRULE" | "RDATE" => self.lose(message!("losses-comes-back", field = "RRULE")),
                "STATUS" if !line.value.eq_ignore_ascii_case("CONFIRMED") => {
                    let status = format!("STATUS:{}", beginning(&line.value));
                    self.lose(message!("losses-field", name = status));
                }
                name if is_read(name) || is_of_the_machine(name) => {}
                name => self.lose(message!("losses-field", name = beginning(name))),
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
            self.lose(message!("losses-no-date-in", field = "DTSTART"));
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
            let found = beginning(&end.value);
            self.lose(message!("losses-end-found", found = found));
        }
        to
    }

    fn span(&mut self, from: Date, to: Date) -> Shown {
        let span = span(from, to);
        match (from, span) {
            (_, None) => self.lose(message!("losses-end-before-beginning")),
            (Date::Moment(from), Some(Shown::Moment(_))) if !matches!(to, Date::Moment(to) if to.local == from.local) =>
            {
                self.lose(message!("losses-hours"));
            }
            (Date::Moment(_), Some(Shown::Days { .. }))
                if !from.is_midnight() || !to.is_midnight() =>
            {
                self.lose(message!("losses-clock-of-lasting-days"));
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
            self.lose(message!("losses-moved-in-calendar"));
        }
        is_same.then_some(text)
    }

    fn in_words(&mut self, line: &Line) -> Option<String> {
        let found = beginning(&line.value);
        let meant = in_words(&line.value);
        match &meant {
            None => self.lose(message!(
                "losses-entry-no-date",
                field = &line.name,
                found = found,
            )),
            Some(meant) if meant.is_guess => {
                self.lose(message!("losses-guess", found = found, meant = &meant.text));
            }
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
                    self.lose(message!("losses-without-zone", zone = beginning(&tzid)));
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
