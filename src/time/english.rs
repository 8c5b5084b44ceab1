//! English wording, day before month.
//!
//! Duty: [`Reading`] to words. Ranges leave out what both ends share ("27 – 28 February 2019") and are joined by an
//! en dash between spaces. Plain dates and the names of months are ICU's (`plain`).

use super::bounds::element_dates;
use super::plain;
use super::reading::{Reading, Slot, YearPart};
use edtf_core::{Interval, IntervalEndpoint, Set, SetElement, SetKind};

/// Names of the months, January first, as they are read. Those that are written come from ICU.
pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];

/// The month's name; the number itself when there is no such month.
pub(super) fn month(month: u8) -> String {
    plain::month(month).map_or_else(|| month.to_string(), String::from)
}

/// The month's first three letters.
pub(super) fn short_month(month: u8) -> String {
    plain::short_month(month).map_or_else(|| month.to_string(), String::from)
}

/// "1971", "44 BCE", "476 CE" (below 1000 a bare number does not read as a year), "170,000,002".
pub(super) fn year(year: i64) -> String {
    match year {
        ..=0 => format!("{} BCE", grouped(year.unsigned_abs() + 1)),
        1..1000 => format!("{year} CE"),
        _ => grouped(year.unsigned_abs()),
    }
}

/// A date with its doubts: "about 1971 (uncertain)".
pub(super) fn date(reading: &Reading) -> String {
    let body = plain(reading);
    let body = if reading.approximate {
        format!("about {body}")
    } else {
        body
    };
    if reading.uncertain {
        format!("{body} (uncertain)")
    } else {
        body
    }
}

/// From one date to another, without what both share.
pub(super) fn range(first: &Reading, last: &Reading) -> String {
    let (from, to) = (date(first), date(last));
    if from == to {
        return from;
    }
    let shared = first
        .clean_year()
        .filter(|year| last.clean_year() == Some(*year));
    let Some((shared, (from_month, from_day), (to_month, to_day))) =
        shared.and_then(|year| Some((year, month_and_day(first)?, month_and_day(last)?)))
    else {
        return format!("{from} – {to}");
    };
    let year = self::year(shared);
    match (from_day, to_day) {
        (Some(from), Some(to)) if from_month == to_month => {
            format!("{from} – {to} {} {year}", month(to_month))
        }
        _ => format!(
            "{} – {} {year}",
            day_of_month(from_month, from_day),
            day_of_month(to_month, to_day)
        ),
    }
}

/// An interval: "1945 – 1952", "since 2019", "until 1945".
pub(super) fn interval(interval: &Interval) -> String {
    match (&interval.start, &interval.end) {
        (IntervalEndpoint::Date(start), IntervalEndpoint::Date(end)) => {
            range(&Reading::of(start), &Reading::of(end))
        }
        (start, IntervalEndpoint::Open) => format!("since {}", endpoint(start)),
        (IntervalEndpoint::Open, end) => format!("until {}", endpoint(end)),
        (start, end) => format!("{} – {}", endpoint(start), endpoint(end)),
    }
}

/// A set: "1667, 1668 or 1670 – 1672".
pub(super) fn set(set: &Set) -> String {
    let mut members: Vec<String> = set.elements.iter().map(element).collect();
    let last = members.pop().unwrap_or_default();
    if members.is_empty() {
        return last;
    }
    let joint = match set.kind {
        SetKind::AllMembers => "and",
        SetKind::OneMember => "or",
    };
    format!("{} {joint} {last}", members.join(", "))
}

fn element(element: &SetElement) -> String {
    let (first, last) = element_dates(element);
    let first = Reading::of(first);
    match element {
        SetElement::Date(_) => date(&first),
        SetElement::OnOrBefore(_) => format!("{} or earlier", date(&first)),
        SetElement::OnOrAfter(_) => format!("{} or later", date(&first)),
        SetElement::Range(..) => range(&first, &Reading::of(last)),
    }
}

fn endpoint(endpoint: &IntervalEndpoint) -> String {
    match endpoint {
        IntervalEndpoint::Date(day) => date(&Reading::of(day)),
        IntervalEndpoint::OnOrBefore(day) => format!("{} or earlier", date(&Reading::of(day))),
        IntervalEndpoint::OnOrAfter(day) => format!("{} or later", date(&Reading::of(day))),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => String::from("unknown"),
    }
}

/// Month and day, when both are plain; `None` for a year, a season or a mask.
fn month_and_day(reading: &Reading) -> Option<(u8, Option<u8>)> {
    match (reading.month, reading.day) {
        (Slot::Exact(month), Slot::Absent) => Some((month, None)),
        (Slot::Exact(month), Slot::Exact(day)) => Some((month, Some(day))),
        _ => None,
    }
}

fn day_of_month(month: u8, day: Option<u8>) -> String {
    let month = self::month(month);
    day.map_or_else(|| month.clone(), |day| format!("{day} {month}"))
}

fn plain(reading: &Reading) -> String {
    plain::english(reading).unwrap_or_else(|| by_hand(reading))
}

/// What ICU has no words for.
fn by_hand(reading: &Reading) -> String {
    let year = &reading.year;
    match (within_year(reading), year) {
        (Within::Nothing, _) => bare_year(year),
        (Within::Named(name), YearPart::Exact(_) | YearPart::Vast(_)) => {
            format!("{name} {}", bare_year(year))
        }
        (Within::Named(name) | Within::PartOf(name), _) => format!("{name} of {}", some_year(year)),
    }
}

/// What is said of a date below its year.
enum Within {
    /// Nothing: the date is a year.
    Nothing,
    /// "15 August", "spring", "some day of August": stands before a year as it is.
    Named(String),
    /// "some month", "first quarter": wants an "of".
    PartOf(String),
}

fn within_year(reading: &Reading) -> Within {
    if let Some(code) = reading.season {
        return season(code);
    }
    let named = month_and_day(reading).map(|(month, day)| day_of_month(month, day));
    let months = match reading.month {
        Slot::Absent | Slot::Any => None,
        Slot::Exact(month) => Some(self::month(month)),
        Slot::Among(first, last) => Some(format!("from {} to {}", month(first), month(last))),
    };
    match (reading.month, reading.day, named, months) {
        (Slot::Absent, ..) => Within::Nothing,
        (_, _, Some(named), _) => Within::Named(named),
        (_, Slot::Absent, _, Some(months)) => Within::Named(format!("some month {months}")),
        (_, Slot::Absent, _, None) => Within::PartOf("some month".into()),
        (_, Slot::Exact(day), ..) => {
            Within::PartOf(format!("the {} of some month", ordinal(u64::from(day))))
        }
        (_, Slot::Among(first, last), _, Some(months)) => {
            Within::Named(format!("some day from {first} to {last} {months}"))
        }
        (Slot::Exact(_), _, _, Some(months)) => Within::Named(format!("some day of {months}")),
        (_, _, _, Some(months)) => Within::Named(format!("some day {months}")),
        (_, _, _, None) => Within::PartOf("some day".into()),
    }
}

fn bare_year(part: &YearPart) -> String {
    match part {
        YearPart::Exact(year) => self::year(*year),
        YearPart::Decade(first) => format!("{first}s"),
        YearPart::Century(first) => format!("{} century", ordinal(first.unsigned_abs() / 100 + 1)),
        YearPart::Millennium(first) => {
            format!("{} millennium", ordinal(first.unsigned_abs() / 1000 + 1))
        }
        YearPart::Estimated { year, first, last } => {
            format!(
                "about {} (between {} and {})",
                self::year(*year),
                self::year(*first),
                self::year(*last)
            )
        }
        YearPart::OneOf { .. } => some_year(part),
        YearPart::Unknown => String::from("unknown year"),
        YearPart::Vast(text) => format!("year {text}"),
    }
}

/// The year as it follows "of".
fn some_year(part: &YearPart) -> String {
    match part {
        YearPart::Exact(_) | YearPart::Vast(_) | YearPart::Estimated { .. } => bare_year(part),
        YearPart::Decade(_) | YearPart::Century(_) | YearPart::Millennium(_) => {
            format!("some year of the {}", bare_year(part))
        }
        YearPart::OneOf { first, last } => {
            format!(
                "some year from {} to {}",
                self::year(*first),
                self::year(*last)
            )
        }
        YearPart::Unknown => String::from("an unknown year"),
    }
}

/// ISO 8601-2 §4.8: seasons by meteorology (21–24), by hemisphere (25–32), then quarters, thirds and halves.
fn season(code: u8) -> Within {
    let part =
        |first: u8, unit: &str| Within::PartOf(format!("{} {unit}", ordinal_word(code - first)));
    match code {
        21..=24 => Within::Named(season_name(code - 21).into()),
        25..=28 => Within::Named(format!("northern {}", season_name(code - 25))),
        29..=32 => Within::Named(format!("southern {}", season_name(code - 29))),
        33..=36 => part(33, "quarter"),
        37..=39 => part(37, "third"),
        40..=41 => part(40, "half"),
        _ => Within::PartOf("some part".into()),
    }
}

fn season_name(index: u8) -> &'static str {
    SEASONS.get(usize::from(index)).copied().unwrap_or("season")
}

fn ordinal_word(index: u8) -> &'static str {
    ["first", "second", "third", "fourth"]
        .get(usize::from(index))
        .copied()
        .unwrap_or("last")
}

/// "1st", "22nd", "113th".
fn ordinal(number: u64) -> String {
    let suffix = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{suffix}")
}

/// Thousands apart from five digits on: four are a year as everybody writes it.
fn grouped(number: u64) -> String {
    match usize::try_from(number) {
        Ok(long) if number > 9999 => crate::messages::grouped(long),
        _ => number.to_string(),
    }
}
