//! Whether a day of the week that a text names is that of its date.
//!
//! Looked for: "Sunday, 7 December 1941", "Sunday, December 7, 1941", "7 December 1941, a Sunday", "1941年12月7日（日）". A date
//! without a year is of the event's year. A day of the week alone is that of the event, where that is a single day;
//! "the following Monday" and the like are another's.

use std::collections::BTreeSet;
use std::ops::Range;
use std::str::FromStr as _;
use std::sync::LazyLock;

use chrono::{Datelike as _, NaiveDate, Weekday};
use memchr::memmem::Finder;
use regex::{Captures, Regex};

use crate::document::Event;
use crate::messages::{Message, message};
use crate::time::{Precision, When, whole_day};

use super::remarks::{Remarks, field};

const WEEKDAY: &str = "(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)";
const MONTH: &str =
    "January|February|March|April|May|June|July|August|September|October|November|December";
/// From Monday on, as chrono counts them.
const JAPANESE: &str = "月火水木金土日";
/// Words before a day of the week that make it another day than the event's.
const ANOTHER: &str =
    "following|next|previous|preceding|last|every|each|coming|one|by|until|since|before|after";

/// Each gives `weekday`, and `day`, `month` and `year` as far as they are named; the last one also where none is.
static PATTERNS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let patterns = [
        format!(
            r"\b(?P<day>\d{{1,2}}) (?P<month>{MONTH}) (?P<year>\d{{4}})(?:, (?:a |the )?| \(){WEEKDAY}\b"
        ),
        format!(
            r"(?:(?:(?P<year>\d{{4}})年)?(?P<month>\d{{1,2}})月)?(?P<day>\d{{1,2}})日[（(](?P<weekday>[{JAPANESE}])(?:曜日?)?[）)]"
        ),
        format!(
            r"(?P<another>(?i:\b(?:{ANOTHER})) )?\b{WEEKDAY}\b(?:,? (?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{MONTH})|(?P<month2>{MONTH}) (?P<day2>\d{{1,2}})\b)(?:,? (?P<year>\d{{4}}))?)?"
        ),
    ];
    patterns
        .iter()
        .filter_map(|pattern| Regex::new(pattern).ok())
        .collect()
});

/// What stands in every text that names a day: the end of an English name, the day of a Japanese date.
static HINTS: LazyLock<[Finder<'static>; 2]> =
    LazyLock::new(|| [Finder::new("day"), Finder::new("日")]);

/// Reports days of the week that are not those of their dates.
pub(super) fn event(event: &Event, remarks: &mut Remarks<'_>) {
    let japanese = event.title_ja.as_deref().unwrap_or_default();
    let texts = [
        ("title", &*event.title),
        ("title_ja", japanese),
        ("summary", &*event.summary),
    ];
    for (name, text) in texts {
        for wrong in wrong(text, &event.when) {
            remarks.add("weekday", |document| {
                let (range, message) = (field(document, event, name), wrong.message());
                let hint = message!("checks-weekday-hint");
                (range, message, Some(hint))
            });
        }
    }
}

/// A day of the week that is not that of its date.
#[derive(Debug, PartialEq)]
struct Wrong {
    named: Weekday,
    date: NaiveDate,
}

impl Wrong {
    fn message(&self) -> Message {
        message!(
            "checks-weekday",
            date = self.date.to_string(),
            was = full(self.date.weekday()),
            named = full(self.named),
        )
    }
}

fn wrong<'a>(text: &'a str, when: &'a When) -> impl Iterator<Item = Wrong> + 'a {
    // Most texts name no day at all, and the patterns are slow to say so.
    let may = HINTS
        .iter()
        .any(|hint| hint.find(text.as_bytes()).is_some());
    let patterns: &[Regex] = if may { &PATTERNS } else { &[] };
    let found = patterns
        .iter()
        .flat_map(|pattern| pattern.captures_iter(text));
    // What stands beside a date is not alone, though a later pattern takes it to be.
    let mut judged = BTreeSet::new();
    found.filter_map(move |captures| {
        let weekday = captures.name("weekday")?;
        let is_new = judged.insert(weekday.start());
        is_new.then(|| self::judged(&captures, weekday.as_str(), when))?
    })
}

/// What is wrong with one day of the week, if anything.
fn judged(captures: &Captures<'_>, named: &str, when: &When) -> Option<Wrong> {
    let named = weekday(named)?;
    let get = |name| captures.name(name).map(|found| found.as_str());
    let year = get("year").and_then(|year| year.parse().ok());
    let month = get("month").or(get("month2")).and_then(self::month);
    let day = get("day").or(get("day2")).and_then(|day| day.parse().ok());
    let Some(day) = day else {
        // Alone: the event's own day.
        let is_another = captures.name("another").is_some();
        let mut days = single_day(when).filter(|_| !is_another)?;
        let date = days.clone().next()?;
        return (!days.any(|day| day.weekday() == named)).then_some(Wrong { named, date });
    };
    let first = date_at(when.extent().start)?;
    let (year, month) = (year.unwrap_or(first.year()), month.unwrap_or(first.month()));
    let date = NaiveDate::from_ymd_opt(year, month, day)?;
    (date.weekday() != named).then_some(Wrong { named, date })
}

/// The day of an event that is of one; of a moment, which may be two days on the two sides of an ocean, both.
fn single_day(when: &When) -> Option<impl Iterator<Item = NaiveDate> + Clone> {
    let around: Range<i32> = match when.precision() {
        _ if when.is_interval() => return None,
        Precision::Moment => -1..2,
        Precision::Day if when.extent().days() <= 1.0 => 0..1,
        _ => return None,
    };
    let day = when.extent().start;
    Some(around.filter_map(move |by| date_at(day + f64::from(by))))
}

/// The day at a place on the axis, in days since 1970-01-01.
fn date_at(day: f64) -> Option<NaiveDate> {
    NaiveDate::from_epoch_days(i32::try_from(whole_day(day)).ok()?)
}

fn month(name: &str) -> Option<u32> {
    let by_name = chrono::Month::from_str(name).ok();
    by_name
        .map(|month| month.number_from_month())
        .or_else(|| name.parse().ok())
}

fn weekday(name: &str) -> Option<Weekday> {
    let first = name.chars().next()?;
    match (0_u8..)
        .zip(JAPANESE.chars())
        .find(|&(_, letter)| letter == first)
    {
        Some((number, _)) => Weekday::try_from(number).ok(),
        None => Weekday::from_str(name).ok(),
    }
}

fn full(weekday: Weekday) -> Message {
    match weekday {
        Weekday::Mon => message!("checks-monday"),
        Weekday::Tue => message!("checks-tuesday"),
        Weekday::Wed => message!("checks-wednesday"),
        Weekday::Thu => message!("checks-thursday"),
        Weekday::Fri => message!("checks-friday"),
        Weekday::Sat => message!("checks-saturday"),
        Weekday::Sun => message!("checks-sunday"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Lang;

    fn said(text: &str, when: &str) -> Vec<String> {
        let when = when.parse().expect("a date");
        wrong(text, &when)
            .map(|wrong| wrong.message().text(Lang::En))
            .collect()
    }

    #[test]
    fn the_right_day_is_let_be() {
        for text in [
            "On Sunday, 7 December 1941, at dawn.",
            "Sunday, December 7, 1941: the attack.",
            "It is 8 December 1941, a Monday, in Tokyo.",
            "1941年12月8日（月）、12月7日(日)",
            "A quiet Sunday morning.",
            "It was over the following Thursday.",
            "The Sundays of that year. Daylight. 12日（金曜日）",
            "MONDAY and Mondays are no names of a day, nor is Daylight.",
            "By Friday it is over; every Friday since Monday is another.",
        ] {
            let told = said(text, "1941-12-07");
            assert!(told.is_empty(), "{text}: {told:?}");
        }
    }

    #[test]
    fn the_wrong_day_is_told() {
        let expected = ["1941-12-07 was a Sunday, but the text says Saturday"];
        for text in [
            "On Saturday, 7 December 1941, at dawn.",
            "Saturday, December 7, 1941: the attack.",
            "Saturday, 7 December, at dawn.",
            "It was 7 December 1941, a Saturday.",
            "1941年12月7日（土）",
            "7日（土曜日）の朝",
            "Early this Saturday morning.",
        ] {
            assert_eq!(said(text, "1941-12-07"), expected, "{text}");
        }
    }

    #[test]
    fn an_event_of_no_single_day_has_no_day_of_the_week() {
        assert!(said("A Saturday.", "1941-12").is_empty());
        assert!(said("Bloody Saturday.", "1941-12-07/1941-12-09").is_empty());
        assert!(said("Sunday or Monday.", "1941-12-07T07:48:00-10:30").is_empty());
        assert!(
            said("1941年2月30日（土）", "1941").is_empty(),
            "there is no such day"
        );
        assert!(
            said("A Saturday, 31日（土）", "Y123456789012").is_empty(),
            "no calendar reaches there"
        );
    }

    #[test]
    fn all_patterns_compile() {
        assert_eq!(PATTERNS.len(), 3);
    }
}
