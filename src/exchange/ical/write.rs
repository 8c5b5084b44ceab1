//! A timeline as a calendar.

use chrono::{Datelike as _, NaiveDate};
use icalendar::{CalendarDateTime, DatePerhapsTime};

use super::lines::{escaped, push};
use super::{KIND, PRODUCT, SUFFIX, own};
use crate::document::{Document, Era, Event, LinkKind, Timeline, is_web};
use crate::exchange::losses::Losses;
use crate::exchange::spans::{Moment, Shown, shown};
use crate::exchange::told::{Other, source_json, told, without_place};
use crate::messages::message;
use crate::time::{Lang, When};

/// When the calendar says it was written. The standard asks for such a stamp in each event; ours is always the same, so
/// that one timeline is one text whenever it is written, and a folder under version control shows what has changed.
const STAMP: &str = "19700101T000000Z";

/// Writes a timeline.
pub(in super::super) fn write(document: &Document, lang: Lang, losses: &mut Losses) -> String {
    let timeline = &document.timeline;
    let mut out = String::new();
    push(&mut out, "BEGIN", "VCALENDAR");
    push(&mut out, "VERSION", "2.0");
    push(&mut out, "PRODID", PRODUCT);
    push(&mut out, "CALSCALE", "GREGORIAN");
    let title = lang.choose(&timeline.title, timeline.title_ja.as_deref());
    if !title.is_empty() {
        push(&mut out, "X-WR-CALNAME", &escaped(title));
    }
    let number = number(&timeline.title);
    for (index, era) in timeline.eras.iter().enumerate() {
        write_era(
            &mut out,
            era,
            &format!("{index}@era.{number}"),
            lang,
            losses,
        );
    }
    for event in &timeline.events {
        write_event(&mut out, timeline, event, &number, lang, losses);
    }
    push(&mut out, "END", "VCALENDAR");
    without_place(timeline, losses);
    for category in &timeline.categories {
        if category.color.is_some() {
            let what = message!("losses-colour-and-shape");
            losses.add(what, &category.name);
        }
    }
    out
}

/// A number made of a timeline's title, so that events with the same id in two timelines stay two in a calendar that has
/// both (FNV-1a).
fn number(title: &str) -> String {
    let number = title.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{number:016x}{SUFFIX}")
}

fn write_era(out: &mut String, era: &Era, uid: &str, lang: Lang, losses: &mut Losses) {
    let Some(dates) = dates(&era.when, &era.title, losses) else {
        return;
    };
    begin(out, uid, &dates, &era.when);
    push(out, own::KIND, "ERA");
    let title = lang.choose(&era.title, era.title_ja.as_deref());
    push(out, "SUMMARY", &escaped(title));
    push(out, "END", "VEVENT");
}

fn write_event(
    out: &mut String,
    timeline: &Timeline,
    event: &Event,
    number: &str,
    lang: Lang,
    losses: &mut Losses,
) {
    let Some(dates) = dates(&event.when, &event.title, losses) else {
        return;
    };
    let uid = |id: &str| format!("{}@{number}", escaped(id));
    let told = told(timeline, event, lang);
    begin(out, &uid(&event.id), &dates, &event.when);
    push(out, "SUMMARY", &escaped(told.title));
    match told.other {
        Some(Other::Main(title)) => push(out, own::TITLE, &escaped(title)),
        Some(Other::Japanese(title)) => push(out, own::TITLE_JA, &escaped(title)),
        None => {}
    }
    if !event.summary.is_empty() {
        push(out, "DESCRIPTION", &escaped(&event.summary));
    }
    if let Some(category) = told.category {
        push(out, "CATEGORIES", &escaped(category));
    }
    if let Some(priority) = priority(event.significance) {
        push(out, "PRIORITY", priority);
    }
    for actor in told.actors {
        push(out, own::ACTOR, &escaped(actor));
    }
    let mut addresses = told
        .sources
        .iter()
        .filter_map(|source| source.url.as_deref());
    if let Some(address) = addresses.find(|address| is_web(address)) {
        // An address is no text: nothing in it is escaped, and what would end the line has no place in one.
        push(out, "URL", &address.replace(char::is_control, ""));
    }
    for source in &told.sources {
        push(out, own::SOURCE, &escaped(&source_json(source).to_string()));
    }
    for (to, kind) in told.links {
        push(out, &relation(kind), &uid(to));
    }
    push(out, "END", "VEVENT");
}

/// What every entry begins with. None of them keeps anybody from making an appointment.
fn begin(out: &mut String, uid: &str, dates: &[(String, String)], when: &When) {
    push(out, "BEGIN", "VEVENT");
    push(out, "UID", uid);
    push(out, "DTSTAMP", STAMP);
    for (name, value) in dates {
        push(out, name, value);
    }
    push(out, own::WHEN, &escaped(when.text()));
    push(out, "TRANSP", "TRANSPARENT");
}

/// The lines of a date; none where no calendar reaches.
fn dates(when: &When, of: &str, losses: &mut Losses) -> Option<Vec<(String, String)>> {
    let dates = shown(when).and_then(lines_of);
    if dates.is_none() {
        let what = message!("losses-years", first = "1", last = "9999");
        losses.add(what, of);
        return None;
    }
    if when.is_open_start() || when.is_open_end() {
        let what = message!("losses-open-end", field = own::WHEN);
        losses.add(what, of);
    }
    if when.is_uncertain() || when.is_approximate() {
        let what = message!("losses-doubt", field = own::WHEN);
        losses.add(what, of);
    }
    dates
}

fn lines_of(shown: Shown) -> Option<Vec<(String, String)>> {
    let ends: Vec<(&str, DatePerhapsTime)> = match shown {
        Shown::Days { first, after } => vec![("DTSTART", day(first)?), ("DTEND", day(after)?)],
        Shown::Moment(at) => vec![("DTSTART", moment(&at)?)],
    };
    let line = |(name, value): (&str, DatePerhapsTime)| {
        let property = value.to_property(name);
        let is_day = matches!(value, DatePerhapsTime::Date(_));
        let parameter = if is_day { ";VALUE=DATE" } else { "" };
        (format!("{name}{parameter}"), property.value().to_owned())
    };
    Some(ends.into_iter().map(line).collect())
}

/// A day that has four digits for its year, and a year that there was.
fn day(day: NaiveDate) -> Option<DatePerhapsTime> {
    (1..=9999)
        .contains(&day.year())
        .then(|| DatePerhapsTime::from(day))
}

fn moment(moment: &Moment) -> Option<DatePerhapsTime> {
    let value = match moment.utc() {
        Some(utc) => CalendarDateTime::Utc(utc.and_utc()),
        None => CalendarDateTime::Floating(moment.local),
    };
    let value = DatePerhapsTime::from(value);
    day(value.date_naive()).map(|_| value)
}

/// Calendars count from 1, the most important, to 9; the usual one is not told.
const fn priority(significance: u8) -> Option<&'static str> {
    match significance {
        5 => Some("1"),
        4 => Some("3"),
        2 => Some("7"),
        0 | 1 => Some("9"),
        _ => None,
    }
}

/// The property of a link. The standard has words for parents, children and siblings alone.
fn relation(kind: LinkKind) -> String {
    match kind {
        LinkKind::PartOf => "RELATED-TO;RELTYPE=PARENT".to_owned(),
        kind => {
            let name = format!("{kind:?}").to_ascii_uppercase();
            format!("RELATED-TO;RELTYPE={KIND}{name}")
        }
    }
}
