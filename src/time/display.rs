//! A whole EDTF expression in words.
//!
//! Duty: choose the language and word clock times; dates, intervals and sets are worded by `english` and `japanese`.

use edtf_core::{DateTime, Edtf, TimeShift};

use super::bounds::moment_day;
use super::japanese::Calendar;
use super::reading::Reading;
use super::{Lang, english, japanese, pacific};

/// Any expression, in Gregorian years.
pub(super) fn edtf(edtf: &Edtf, lang: Lang) -> String {
    match lang {
        Lang::En => english_edtf(edtf),
        // The Gregorian calendar names every date; the text itself stands in for what cannot happen.
        Lang::Ja => japanese_edtf(edtf, Calendar::Gregorian).unwrap_or_else(|| edtf.to_string()),
    }
}

/// Any expression in years of the Japanese eras, if they name all of it. Of a moment only the day, and that is the day
/// in Tokyo: no calendar in Japan ever said 7 December for Pearl Harbor.
pub(super) fn era(edtf: &Edtf) -> Option<String> {
    match edtf {
        Edtf::DateTime(moment) => {
            let day = pacific::tokyo_day(moment).unwrap_or_else(|| moment_day(moment));
            japanese::date(&Reading::of_day(day), Calendar::Era)
        }
        _ => japanese_edtf(edtf, Calendar::Era),
    }
}

/// A date in Gregorian years.
pub(super) fn reading(reading: &Reading, lang: Lang) -> String {
    match lang {
        Lang::En => english::date(reading),
        Lang::Ja => japanese::date(reading, Calendar::Gregorian).unwrap_or_default(),
    }
}

/// From one date to another in Gregorian years.
pub(super) fn range(first: &Reading, last: &Reading, lang: Lang) -> String {
    match lang {
        Lang::En => english::range(first, last),
        Lang::Ja => japanese::range(first, last, Calendar::Gregorian).unwrap_or_default(),
    }
}

/// A clock time after its date: "7 December 1941, 13:18", 1941年12月7日 13:18.
pub(super) fn with_clock(date: &str, clock: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{date}, {clock}"),
        Lang::Ja => format!("{date} {clock}"),
    }
}

fn english_edtf(edtf: &Edtf) -> String {
    match edtf {
        Edtf::Date(date) => english::date(&Reading::of(date)),
        Edtf::DateTime(moment) => {
            let date = english::date(&Reading::of_day(moment_day(moment)));
            let zone = zone(moment)
                .map(|zone| format!(" ({zone})"))
                .unwrap_or_default();
            with_clock(&date, &format!("{}{zone}", clock(moment)), Lang::En)
        }
        Edtf::Interval(interval) => english::interval(interval),
        Edtf::Set(set) => english::set(set),
    }
}

fn japanese_edtf(edtf: &Edtf, calendar: Calendar) -> Option<String> {
    match edtf {
        Edtf::Date(date) => japanese::date(&Reading::of(date), calendar),
        Edtf::DateTime(moment) => {
            let date = japanese::date(&Reading::of_day(moment_day(moment)), calendar)?;
            let zone = zone(moment)
                .map(|zone| format!("（{zone}）"))
                .unwrap_or_default();
            Some(with_clock(
                &date,
                &format!("{}{zone}", clock(moment)),
                Lang::Ja,
            ))
        }
        Edtf::Interval(interval) => japanese::interval(interval, calendar),
        Edtf::Set(set) => japanese::set(set, calendar),
    }
}

/// The clock as written; a zero second is EDTF's form, not knowledge, and is left out.
fn clock(moment: &DateTime) -> String {
    let time = moment.time;
    match time.second {
        0 => format!("{:02}:{:02}", time.hour, time.minute),
        second => format!("{:02}:{:02}:{second:02}", time.hour, time.minute),
    }
}

/// "UTC−10:30", with a true minus sign; `None` when the file gives no offset.
fn zone(moment: &DateTime) -> Option<String> {
    Some(match moment.time.shift? {
        TimeShift::Utc => String::from("UTC"),
        TimeShift::Offset { minutes, .. } => {
            let sign = if minutes < 0 { '−' } else { '+' };
            let (hours, minutes) = (minutes.unsigned_abs() / 60, minutes.unsigned_abs() % 60);
            format!("UTC{sign}{hours:02}:{minutes:02}")
        }
    })
}
