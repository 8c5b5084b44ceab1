//! The dates of JavaScript.

use chrono::{DateTime, NaiveTime};
use serde_json::Value;

use crate::exchange::dates::{is_edtf, year};
use crate::exchange::spans::{Shown, day_edtf, moment, shown};

/// Whether the days of a date are still those of an item.
pub(super) fn is_unmoved(
    when: &str,
    start: Option<&Value>,
    end: Option<&Value>,
    sort: Option<&Value>,
) -> bool {
    let Some(shown) = when.parse().ok().and_then(|when| shown(&when)) else {
        return false;
    };
    let text = |value: Option<&Value>| value.and_then(Value::as_str).and_then(javascript);
    match shown {
        Shown::Moment(own) => {
            let now = text(start).and_then(|start| moment(&start));
            now.is_some_and(|now| Shown::Moment(now).is_like(&Shown::Moment(own)))
        }
        Shown::Days { first, after } => {
            let is_day = first.succ_opt() == Some(after);
            let is_background = sort.and_then(Value::as_str) == Some("background");
            let ends = match text(end) {
                None => is_day && !is_background,
                Some(end) => Some(end) == day_edtf(after),
            };
            text(start) == day_edtf(first) && ends
        }
    }
}

/// The date of an instant: the whole day, where it is midnight.
pub(super) fn instant(instant: DateTime<chrono::Utc>) -> Option<String> {
    if instant.time() == NaiveTime::MIN {
        return day_edtf(instant.date_naive());
    }
    let text = instant.format("%Y-%m-%dT%H:%M:%SZ").to_string();
    is_edtf(&text).then_some(text)
}

/// A date as JavaScript and ISO 8601 write it.
pub(super) fn javascript(text: &str) -> Option<String> {
    let (day, clock) = text.split_at_checked(text.find(['T', ' ']).unwrap_or(text.len()))?;
    let day = plain_year(day)?;
    let clock = clock.get(1..).unwrap_or_default();
    if clock.is_empty() {
        return is_edtf(&day).then_some(day);
    }
    let zone = clock.find(['Z', '+', '-']).unwrap_or(clock.len());
    let (clock, zone) = clock.split_at_checked(zone)?;
    let clock = clock.split('.').next().unwrap_or(clock);
    let clock = if clock.len() == 5 {
        format!("{clock}:00")
    } else {
        clock.to_owned()
    };
    if clock == "00:00:00" && zone == "Z" {
        return is_edtf(&day).then_some(day);
    }
    // Programs write +0900 as well as +09:00.
    let zone = match (zone.len(), zone.split_at_checked(3)) {
        (5, Some((hours, minutes))) => format!("{hours}:{minutes}"),
        _ => zone.to_owned(),
    };
    let written = format!("{day}T{clock}{zone}");
    is_edtf(&written).then_some(written)
}

/// A day with its year as EDTF has it: JavaScript writes `-000043-03-15` and `+012000-01-01`.
fn plain_year(day: &str) -> Option<String> {
    let Some(digits) = day.strip_prefix(['+', '-']) else {
        return Some(day.to_owned());
    };
    let (number, rest) = digits.split_at_checked(digits.find('-').unwrap_or(digits.len()))?;
    let number: i64 = number.parse().ok()?;
    let number = if day.starts_with('-') {
        number.checked_neg()?
    } else {
        number
    };
    let written = year(number);
    // EDTF knows no months of years of five digits and more.
    Some(if written.starts_with('Y') {
        written
    } else {
        written + rest
    })
}

/// The day of a date with a clock time.
pub(super) fn day_of(date: &str) -> &str {
    date.split('T').next().unwrap_or(date)
}
