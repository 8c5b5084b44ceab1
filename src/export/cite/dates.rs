//! When a work is of: a day, month or year that every style can write, or words that stand as they are.

use crate::time::{Lang, Precision, When};

/// A date of a work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Dated {
    /// A year, month and day counted from 1, as far as they are known, and whether they are only about right.
    On(Day, bool),
    /// What is more, or less, than one day, month or year, in words; and the year it sorts by.
    Words(String, Option<i32>),
}

/// A day, or the month or year that it is known to be in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Day {
    pub(super) year: i32,
    pub(super) month: Option<u8>,
    pub(super) day: Option<u8>,
}

/// Reads a date as it is written in the file.
pub(super) fn dated(text: &str, lang: Lang) -> Option<Dated> {
    let text = super::entry::clean(text);
    if text.is_empty() {
        return None;
    }
    let Ok(when) = text.parse::<When>() else {
        return Some(Dated::Words(text, None));
    };
    let first = when.earliest_day().and_then(|day| day_of(&day));
    let is_set = text.starts_with(['[', '{']);
    let day = first.filter(|_| !when.is_interval() && !is_set);
    let day = day.and_then(|day| as_known(day, when.precision()));
    Some(match day {
        Some(day) => Dated::On(day, when.is_approximate() || when.is_uncertain()),
        None => Dated::Words(when.display(lang), first.map(|day| day.year)),
    })
}

/// As much of a day as is known; nothing where not even the year is.
fn as_known(day: Day, precision: Precision) -> Option<Day> {
    let year = Day {
        month: None,
        day: None,
        ..day
    };
    match precision {
        Precision::Moment | Precision::Day => Some(day),
        Precision::Month => Some(Day { day: None, ..day }),
        Precision::Year => Some(year),
        Precision::Season | Precision::Decade | Precision::Century | Precision::Millennium => None,
    }
}

/// `YYYY-MM-DD`, the year with a sign where it is before the era.
fn day_of(text: &str) -> Option<Day> {
    let mut parts = text.rsplitn(3, '-');
    let day = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let year = parts.next()?.parse().ok()?;
    Some(Day {
        year,
        month: Some(month),
        day: Some(day),
    })
}
