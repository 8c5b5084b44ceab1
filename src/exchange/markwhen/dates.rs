//! The dates of markwhen, there and back.

use std::sync::LazyLock;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use regex::{Captures, Regex};

use super::amounts::{AMOUNT, Amount, amounts, moved};
use crate::exchange::dates::{before_common_era, in_words, is_edtf, stretch, year};
use crate::exchange::spans::{Moment, Shown, day_edtf, days_edtf, shown};
use crate::messages::{Message, message};
use crate::time::When;

/// The date as markwhen writes it; `None` where it has none.
pub(super) fn written(when: &When) -> Option<String> {
    let text = when.text();
    if let Some(start) = text
        .strip_suffix("/..")
        .map(certain)
        .filter(|start| is_plain(start))
    {
        return Some(format!("{start}/now"));
    }
    let ends: Vec<_> = text.splitn(2, '/').map(certain).collect();
    if ends.iter().all(|end| is_plain(end)) {
        return Some(ends.join("/"));
    }
    match shown(when)? {
        Shown::Moment(moment) => match moment.utc() {
            Some(utc) => Some(utc.format("%Y-%m-%dT%H:%M:%SZ").to_string()),
            None => Some(moment.local.format("%Y-%m-%d %H:%M").to_string()),
        },
        Shown::Days { first, after } => {
            let text = days_edtf(first, after)?;
            let mut ends = text.splitn(2, '/');
            if ends.all(is_plain) {
                return Some(text);
            }
            let last = after.pred_opt()?;
            let (from, to) = (era_year(first)?, era_year(last)?);
            Some(if from == to {
                from
            } else {
                format!("{from} - {to}")
            })
        }
    }
}

/// A date without what says that it is doubtful.
fn certain(text: &str) -> &str {
    text.trim_end_matches(['~', '?', '%'])
}

/// Whether this is a year, a month or a day of four digits.
fn is_plain(text: &str) -> bool {
    static PLAIN: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"^\d{4}(-\d\d(-\d\d)?)?$").ok());
    // Months over 12 are the seasons of EDTF.
    let month = text
        .get(5..7)
        .and_then(|month| month.parse().ok())
        .unwrap_or(1_u8);
    PLAIN.as_ref().is_some_and(|plain| plain.is_match(text)) && month <= 12
}

/// The year of a day, before or in the common era.
fn era_year(day: NaiveDate) -> Option<String> {
    use chrono::Datelike as _;
    let year = i64::from(day.year());
    let (number, era) = if year < 1 {
        (before_common_era(year), "BCE")
    } else {
        (year, "CE")
    };
    (number <= 99_999).then(|| format!("{number} {era}"))
}

const MONTH: &str = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|\
                     oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const TIME: &str = r"(?:\d{1,2}(?::\d\d){0,2}\s?[ap]m|\d{1,2}:\d\d(?::\d\d)?)";
/// What a line begins with that is an event; a second one for what is no EDTF.
static LINES: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let relative = format!(
        r"(?:(?:after|before|by)\s*)?(?:![\w-]+(?:\.(?:start|end))?\s*)?(?:(?:plus\s|\+)\s*)?{AMOUNT}+|(?:(?:after|before|by)\s*)?![\w-]+(?:\.(?:start|end))?"
    );
    let zone = r"(?:Z|[+-]\d\d:?\d\d)";
    let iso = format!(r"\d{{4}}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d*)?{zone}?|{zone})");
    let week = r"\d{4}-?W\d\d(?:-?[1-7])?";
    let edtf = format!(r"{iso}|{week}|\d{{4}}(?:-\d\d(?:-\d\d(?:\s+{TIME})?)?)?|now|{relative}");
    let slash = r"\d{1,5}/\d{1,5}(?:/\d{1,5})?";
    let casual =
        format!(r"(?:\d{{1,2}}\s+{MONTH}|{MONTH}\s+\d{{1,2}}\b|{MONTH})(?:,?\s+\d{{1,4}}\b)?");
    let other = format!(
        r"{iso}|{week}|\d{{4}}-\d\d(?:-\d\d)?|(?:{slash}|{casual})(?:(?:,|\s)+{TIME})?|{TIME}|now|{relative}|\d{{1,5}}(?:\s?(?:BCE|BC|AD|CE))?"
    );
    let line = |date: &str, between: &str| {
        format!(
            r"(?i)^\s*(?P<from>{date})(?:(?:{between})(?P<to>{date}))?(?P<every>\s+every\s[^:]+)?\s*:(?P<text>.*)$"
        )
    };
    let lines = [
        line(&edtf, r"\s*/\s*"),
        line(&other, r"\s*[-–]\s*|\s+to\s+"),
    ];
    lines
        .iter()
        .filter_map(|line| Regex::new(line).ok())
        .collect()
});

/// The line of an event in parts.
#[derive(Debug)]
pub(super) struct Start<'a> {
    pub(super) from: &'a str,
    pub(super) to: Option<&'a str>,
    /// The date as it stands there, from its first letter to its last.
    pub(super) date: &'a str,
    pub(super) comes_back: bool,
    pub(super) text: &'a str,
}

/// Takes the line of an event apart; `None` for any other line.
pub(super) fn start(line: &str) -> Option<Start<'_>> {
    // Few letters begin a date: most lines need no further look.
    let first = line.trim_start().chars().next()?;
    if !first.is_ascii_alphanumeric() && !matches!(first, '!' | '+') || !line.contains(':') {
        return None;
    }
    let parts: Captures<'_> = LINES.iter().find_map(|known| known.captures(line))?;
    let from = parts.name("from")?;
    let to = parts.name("to");
    let end = to.map_or(from.end(), |to| to.end());
    Some(Start {
        from: from.as_str().trim(),
        to: to.map(|to| to.as_str().trim()),
        date: line.get(from.start()..end)?.trim(),
        comes_back: parts.name("every").is_some(),
        text: parts.name("text")?.as_str(),
    })
}

/// A stretch of time: the first instant, and the first after it.
pub(super) type Stretch = (NaiveDateTime, NaiveDateTime);

/// What dates may hang on.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// Whether 3/4/1971 is 3 April.
    pub(super) day_first: bool,
    pub(super) zone: Option<chrono_tz::Tz>,
    /// The event above.
    pub(super) previous: Option<Stretch>,
    /// Events by their ids.
    pub(super) by_id: std::collections::BTreeMap<String, Stretch>,
}

/// One side of a date.
#[derive(Debug)]
enum Side {
    Date(String),
    Now,
    Relative {
        is_before: bool,
        base: Option<Stretch>,
        amounts: Vec<Amount>,
    },
}

/// The date of an event in EDTF; else why there is none.
pub(super) fn edtf(start: &Start<'_>, known: &Known) -> Result<String, Message> {
    // Of 300 - 200 BCE both are before the common era.
    let era = start
        .to
        .and_then(|to| to.get(to.find(|letter: char| letter.is_alphabetic())?..));
    let era = era.filter(|era| era.to_ascii_lowercase().starts_with("bc"));
    let from = match era.filter(|_| start.from.bytes().all(|digit| digit.is_ascii_digit())) {
        Some(era) => side(&format!("{} {era}", start.from), known)?,
        None => side(start.from, known)?,
    };
    let to = start.to.map(|to| side(to, known)).transpose()?;
    let impossible = || message!("losses-why-no-such-date");
    match (from, to) {
        (Side::Date(from), None) => Ok(from),
        (Side::Date(from), Some(Side::Now)) => Ok(format!("{}/..", day_of(&from))),
        (Side::Date(from), Some(Side::Date(to))) => stretch(&from, &to)
            .or_else(|| stretch(day_of(&from), day_of(&to)))
            .ok_or_else(|| message!("losses-why-end-first")),
        (Side::Date(from), Some(Side::Relative { amounts, .. })) => {
            let (first, _) = of(&from).ok_or_else(impossible)?;
            let after = moved(first, &amounts, false).ok_or_else(impossible)?;
            told((first, after)).ok_or_else(impossible)
        }
        (Side::Now, _) => Err(message!("losses-why-now", word = "now")),
        (
            Side::Relative {
                is_before,
                base,
                amounts,
            },
            to,
        ) => {
            let base = base.ok_or_else(|| message!("losses-why-not-above"))?;
            told(hanging(base, is_before, &amounts, to).ok_or_else(impossible)?)
                .ok_or_else(impossible)
        }
    }
}

/// When something is that hangs on another.
fn hanging(
    base: Stretch,
    is_before: bool,
    amounts: &[Amount],
    to: Option<Side>,
) -> Option<Stretch> {
    if is_before {
        let end = moved(base.0, amounts, true)?;
        return match to {
            Some(Side::Relative { amounts, .. }) => Some((moved(end, &amounts, true)?, end)),
            _ => Some((end, base.0)),
        };
    }
    let begin = moved(base.1, amounts, false)?;
    match to {
        Some(Side::Relative { amounts, .. }) => Some((begin, moved(begin, &amounts, false)?)),
        Some(Side::Date(to)) => Some((begin, of(&to)?.1)),
        _ => Some((base.1, begin)),
    }
}

/// The first instant of a date and the first after it.
pub(super) fn of(date: &str) -> Option<Stretch> {
    let midnight = |day: NaiveDate| day.and_time(NaiveTime::MIN);
    match shown(&date.parse().ok()?)? {
        Shown::Days { first, after } => Some((midnight(first), midnight(after))),
        Shown::Moment(moment) => Some((moment.local, moment.local)),
    }
}

fn told((first, after): Stretch) -> Option<String> {
    let is_whole = first.time() == NaiveTime::MIN && after.time() == NaiveTime::MIN;
    if is_whole && first < after {
        return days_edtf(first.date(), after.date());
    }
    if first.date() == after.date() {
        let offset = None;
        return Moment {
            local: first,
            offset,
        }
        .edtf();
    }
    stretch(&day_edtf(first.date())?, &day_edtf(after.date())?)
}

fn side(text: &str, known: &Known) -> Result<Side, Message> {
    if text.eq_ignore_ascii_case("now") {
        return Ok(Side::Now);
    }
    if let Some(relative) = relative(text, known) {
        return Ok(relative);
    }
    date(text, known).map(Side::Date)
}

fn relative(text: &str, known: &Known) -> Option<Side> {
    static PARTS: LazyLock<Option<Regex>> = LazyLock::new(|| {
        let whole = format!(
            r"(?i)^(?P<way>after|before|by)?\s*(?:!(?P<id>[\w-]+?)(?:\.(?P<end>start|end))?(?:\s+|$))?(?:(?:plus\s|\+)\s*)?(?P<amounts>{AMOUNT}*)$"
        );
        Regex::new(&whole).ok()
    });
    let parts = PARTS.as_ref()?.captures(text)?;
    let id = parts.name("id").map(|id| id.as_str());
    let is_before = parts
        .name("way")
        .is_some_and(|way| !way.as_str().eq_ignore_ascii_case("after"));
    let base = match id {
        Some(id) => known.by_id.get(id).copied(),
        None => known.previous,
    };
    let base = base.map(
        |(first, after)| match parts.name("end").map(|end| end.as_str()) {
            Some("start") => (first, first),
            Some("end") => (after, after),
            _ => (first, after),
        },
    );
    let amounts = amounts(parts.name("amounts")?.as_str());
    (id.is_some() || !amounts.is_empty()).then_some(Side::Relative {
        is_before,
        base,
        amounts,
    })
}

/// A date that hangs on nothing.
fn date(text: &str, known: &Known) -> Result<String, Message> {
    let none = || message!("losses-why-no-date");
    let (day, clock) = clock(text);
    let day = day.trim().trim_end_matches(',');
    let Some(clock) = clock else {
        return bare(day, known)
            .filter(|date| is_edtf(date))
            .ok_or_else(none);
    };
    let day = match day {
        // A clock time alone is on the day of the event above.
        "" => {
            let (_, after) = known
                .previous
                .ok_or_else(|| message!("losses-why-no-day"))?;
            let last = after
                .checked_sub_signed(TimeDelta::seconds(1))
                .unwrap_or(after);
            day_edtf(last.date()).ok_or_else(none)?
        }
        day => bare(day, known).ok_or_else(none)?,
    };
    let (clock, zone) = clock;
    if !zone.is_empty() {
        let written = format!("{day}T{clock}{zone}");
        return Some(written).filter(|date| is_edtf(date)).ok_or_else(none);
    }
    let local = NaiveDateTime::parse_from_str(&format!("{day}T{clock}"), "%Y-%m-%dT%H:%M:%S")
        .map_err(|_| none())?;
    let moment = match known.zone {
        Some(zone) => Moment::in_zone(local, zone),
        None => Moment {
            local,
            offset: None,
        },
    };
    moment.edtf().ok_or_else(none)
}

/// The clock time at the end of a date, with seconds, and the zone that it is in.
fn clock(text: &str) -> (&str, Option<(String, String)>) {
    static CLOCK: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?i)(?:^|[T\s,])(\d{1,2})(?::(\d\d))?(?::(\d\d))?(?:\.\d*)?\s?(am|pm)?(Z|[+-]\d\d:?\d\d)?$").ok()
    });
    let found = CLOCK.as_ref().and_then(|clock| clock.captures(text));
    let Some(found) = found else {
        return (text, None);
    };
    let part = |index| found.get(index).map(|part| part.as_str());
    // `Aug 30` and `5` end in no clock time, and neither does a year of two digits.
    let is_alone = found.get(0).is_some_and(|whole| whole.start() == 0);
    if part(2).is_none() && part(4).is_none() && !is_alone {
        return (text, None);
    }
    let hour: u32 = part(1)
        .and_then(|hour| hour.parse().ok())
        .unwrap_or_default();
    let hour = match part(4).map(str::to_lowercase).as_deref() {
        Some("pm") if hour < 12 => hour.saturating_add(12),
        Some("am") if hour == 12 => 0,
        _ => hour,
    };
    let clock = format!(
        "{hour:02}:{}:{}",
        part(2).unwrap_or("00"),
        part(3).unwrap_or("00")
    );
    let zone = part(5).unwrap_or_default();
    let zone = match zone.split_at_checked(3) {
        Some((hours, minutes)) if minutes.len() == 2 => format!("{hours}:{minutes}"),
        _ => zone.to_uppercase(),
    };
    let before = found.get(0).and_then(|whole| text.get(..whole.start()));
    (before.unwrap_or_default(), Some((clock, zone)))
}

/// A date without a clock time.
fn bare(text: &str, known: &Known) -> Option<String> {
    if is_plain(text) {
        return Some(text.to_owned());
    }
    if text.contains('/') {
        return slashes(text, known.day_first);
    }
    let digits = text.trim_end_matches(|letter: char| !letter.is_ascii_digit());
    if !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit()) {
        let number = digits.parse::<i64>().ok()?;
        let era = text.get(digits.len()..)?.trim().to_lowercase();
        return match era.as_str() {
            "bc" | "bce" => Some(year(before_common_era(number))),
            "" | "ad" | "ce" => Some(year(number)),
            _ => None,
        };
    }
    if let Some(week) = week(text) {
        return Some(week);
    }
    // A month without a year is in the year in which it is read.
    let has_year = text
        .split(|letter: char| !letter.is_ascii_digit())
        .any(|digits| digits.len() > 2);
    in_words(text).filter(|_| has_year).map(|meant| meant.text)
}

/// `12/1971` and `12/31/1971`.
fn slashes(text: &str, day_first: bool) -> Option<String> {
    let mut parts = Vec::new();
    for part in text.split('/') {
        parts.push(part.parse::<i64>().ok()?);
    }
    let (year_of, month, day) = match *parts.as_slice() {
        [month, year] => (year, month, None),
        [day, month, year] if day_first => (year, month, Some(day)),
        [month, day, year] => (year, month, Some(day)),
        _ => return None,
    };
    let text = match day {
        Some(day) => format!("{}-{month:02}-{day:02}", year(year_of)),
        None => format!("{}-{month:02}", year(year_of)),
    };
    is_edtf(&text).then_some(text)
}

/// `1971-W33` and `1971-W33-7`.
fn week(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let number = |range: std::ops::Range<usize>| {
        digits
            .get(range)
            .and_then(|digits| digits.parse::<u32>().ok())
    };
    let year = i32::try_from(number(0..4)?).ok()?;
    let day = |day: u32| {
        let day = chrono::Weekday::try_from(u8::try_from(day.checked_sub(1)?).ok()?).ok()?;
        NaiveDate::from_isoywd_opt(year, number(4..6)?, day)
    };
    if !text.contains(['W', 'w']) {
        return None;
    }
    match number(6..7) {
        Some(one) => day_edtf(day(one)?),
        None => days_edtf(day(1)?, day(7)?.succ_opt()?),
    }
}

/// The day of a date with a clock time.
fn day_of(date: &str) -> &str {
    date.split('T').next().unwrap_or(date)
}
