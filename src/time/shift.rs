//! Dates that are moved by hand: each keeps its precision and its marks of doubt, and lands on a whole unit of its own.
//!
//! Works on the date as written, so that what cannot be moved without a loss (`197X`, a season, a set) is not moved.

use std::fmt::Write as _;

use chrono::{NaiveDateTime, TimeDelta};

use super::civil::{Civil, civil_at, civil_from_day, day_from_civil, days_in_month};
use super::{Precision, When};

/// The end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum End {
    /// The first day.
    Start,
    /// The last day.
    End,
}

/// A date, month or year as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Point<'a> {
    Year(i64),
    Month(i64, u8),
    Day(Civil),
    /// A clock time, and what follows it: seconds and the offset, as written.
    Moment(NaiveDateTime, &'a str, bool),
}

impl When {
    /// The date this many days later, in whole units of its own precision. `None` for a date that cannot be moved.
    pub fn moved(&self, days: f64) -> Option<Self> {
        let moved = match self.text().split_once('/') {
            None => moved(self.text(), days)?,
            Some((start, end)) => {
                let each = |end: &str| {
                    if is_open(end) {
                        Some(end.to_owned())
                    } else {
                        moved(end, days)
                    }
                };
                format!("{}/{}", each(start)?, each(end)?)
            }
        };
        moved.parse().ok()
    }

    /// The interval with one end on this day (in days since 1970-01-01), in whole units of that end's precision. `None`
    /// when it is no interval, when that end is open, or when it would end before it begins.
    pub fn with_end_at(&self, which: End, day: f64) -> Option<Self> {
        let (start, end) = self.text().split_once('/')?;
        let at = |old: &str| {
            let (point, marks) = point(old)?;
            Some(format!("{}{marks}", point.at(day).written()))
        };
        let text = match which {
            End::Start => format!("{}/{end}", at(start)?),
            End::End => format!("{start}/{}", at(end)?),
        };
        text.parse().ok()
    }

    /// The date of this day (in days since 1970-01-01) to this precision: a year, a month or a day; what is coarser is a
    /// year, and what is finer a day.
    pub fn at(day: f64, precision: Precision) -> Option<Self> {
        let civil = civil_at(day);
        let point = match precision {
            Precision::Moment | Precision::Day => Point::Day(civil),
            Precision::Month => Point::Month(civil.year, civil.month),
            _ => Point::Year(civil.year),
        };
        point.written().parse().ok()
    }
}

fn is_open(end: &str) -> bool {
    matches!(end, "" | "..")
}

fn moved(text: &str, days: f64) -> Option<String> {
    let (point, marks) = point(text)?;
    Some(format!("{}{marks}", point.moved(days)?.written()))
}

/// A date as written, and the marks of doubt behind it.
fn point(text: &str) -> Option<(Point<'_>, &str)> {
    let bare = text.trim_end_matches(['~', '?', '%']);
    let marks = text.get(bare.len()..)?;
    if let Some((_, clock)) = bare.split_once('T') {
        let has_seconds = clock.as_bytes().get(5) == Some(&b':');
        let length = if has_seconds { 19 } else { 16 };
        let format = if has_seconds {
            "%Y-%m-%dT%H:%M:%S"
        } else {
            "%Y-%m-%dT%H:%M"
        };
        let moment = NaiveDateTime::parse_from_str(bare.get(..length)?, format).ok()?;
        return Some((
            Point::Moment(moment, bare.get(length..)?, has_seconds),
            marks,
        ));
    }
    let (sign, digits) = match bare.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, bare),
    };
    let mut parts = digits.split('-');
    let year = parts.next().filter(|year| year.len() == 4)?;
    let year = sign * number(year)?;
    let month = parts.next().map(number);
    let day = parts.next().map(number);
    let point = match (month, day, parts.next()) {
        (None, None, None) => Point::Year(year),
        (Some(month), None, None) => Point::Month(year, u8::try_from(month?).ok()?),
        (Some(month), Some(day), None) => {
            let (month, day) = (u8::try_from(month?).ok()?, u8::try_from(day?).ok()?);
            Point::Day(Civil::new(year, month, day))
        }
        _ => return None,
    };
    // Seasons are written as months beyond the twelfth.
    let is_month = !matches!(point, Point::Month(_, month) if !(1..=12).contains(&month));
    is_month.then_some((point, marks))
}

/// Digits and nothing else.
fn number(digits: &str) -> Option<i64> {
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

impl Point<'_> {
    /// The first day, and how many there are.
    fn days(self) -> (f64, f64) {
        let from = |civil| day_from_civil(civil) as f64;
        match self {
            Self::Year(year) => {
                let start = from(Civil::new(year, 1, 1));
                (
                    start,
                    from(Civil::new(year.saturating_add(1), 1, 1)) - start,
                )
            }
            Self::Month(year, month) => {
                let days = days_in_month(year, month);
                (from(Civil::new(year, month, 1)), f64::from(days))
            }
            Self::Day(civil) => (from(civil), 1.0),
            Self::Moment(..) => (0.0, 0.0),
        }
    }

    fn moved(self, days: f64) -> Option<Self> {
        if let Self::Moment(moment, rest, seconds) = self {
            // A hand is not steadier than a minute.
            let minutes = (days * 24.0 * 60.0).round() as i64;
            let moved = moment.checked_add_signed(TimeDelta::try_minutes(minutes)?)?;
            return Some(Self::Moment(moved, rest, seconds));
        }
        let (start, length) = self.days();
        Some(self.at(start + length / 2.0 + days))
    }

    /// The unit of the same precision that holds this day.
    fn at(self, day: f64) -> Self {
        let civil = civil_at(day);
        match self {
            Self::Year(_) => Self::Year(civil.year),
            Self::Month(..) => Self::Month(civil.year, civil.month),
            Self::Day(_) => Self::Day(civil_from_day(super::whole_day(day))),
            Self::Moment(moment, rest, seconds) => {
                let date = chrono::NaiveDate::from_ymd_opt(
                    i32::try_from(civil.year).unwrap_or_default(),
                    u32::from(civil.month),
                    u32::from(civil.day),
                );
                Self::Moment(
                    date.map_or(moment, |date| date.and_time(moment.time())),
                    rest,
                    seconds,
                )
            }
        }
    }

    fn written(self) -> String {
        let mut out = String::new();
        let (year, rest) = match self {
            Self::Year(year) => (year, String::new()),
            Self::Month(year, month) => (year, format!("-{month:02}")),
            Self::Day(civil) => (civil.year, format!("-{:02}-{:02}", civil.month, civil.day)),
            Self::Moment(moment, rest, seconds) => {
                let format = if seconds {
                    "%Y-%m-%dT%H:%M:%S"
                } else {
                    "%Y-%m-%dT%H:%M"
                };
                return format!("{}{rest}", moment.format(format));
            }
        };
        // EDTF has four digits for a year, and a letter before those that have more.
        let long = if year.unsigned_abs() > 9999 { "Y" } else { "" };
        let sign = if year < 0 { "-" } else { "" };
        // Writing to a string cannot fail.
        let _ = write!(out, "{long}{sign}{:04}{rest}", year.unsigned_abs());
        out
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::*;

    fn when(text: &str) -> When {
        text.parse().unwrap()
    }

    fn moved(text: &str, days: f64) -> Option<String> {
        when(text).moved(days).map(|when| when.text().to_owned())
    }

    #[test]
    fn a_date_lands_on_a_whole_unit_of_its_own() {
        for (text, days, expected) in [
            ("1971-08-15", 0.4, "1971-08-15"),
            ("1971-08-15", 17.0, "1971-09-01"),
            ("1971-08-15~", -0.6, "1971-08-14~"),
            ("1971-08", 10.0, "1971-08"),
            ("1971-08", 31.0, "1971-09"),
            ("1971?", 364.0, "1972?"),
            ("1971", -100.0, "1971"),
            ("1945-09-02/1952-04", 31.0, "1945-10-03/1952-05"),
            ("2019/..", 366.0, "2020/.."),
            ("-0044-03-15", 1.0, "-0044-03-16"),
            (
                "1941-12-07T07:48:00-10:30",
                0.5,
                "1941-12-07T19:48:00-10:30",
            ),
        ] {
            assert_eq!(
                moved(text, days).as_deref(),
                Some(expected),
                "{text} by {days}"
            );
        }
    }

    #[test]
    fn what_cannot_be_moved_without_a_loss_is_not_moved() {
        for text in ["197X", "1971-21", "{1971,1973}", "1971-XX-15", "Y12000"] {
            assert_eq!(moved(text, 400.0), None, "{text}");
        }
    }

    #[test]
    fn an_end_moves_alone() {
        let span = when("1945-09-02/1952-04");
        let end = |which, to: &str| {
            let moved = span.with_end_at(which, when(to).anchor())?;
            Some(moved.text().to_owned())
        };
        assert_eq!(
            end(End::End, "1951-05-20").as_deref(),
            Some("1945-09-02/1951-05")
        );
        assert_eq!(
            end(End::Start, "1946-01-02").as_deref(),
            Some("1946-01-02/1952-04")
        );
        assert_eq!(
            end(End::Start, "1960-01-01"),
            None,
            "it would end before it begins"
        );
        assert_eq!(when("2019/..").with_end_at(End::End, 0.0), None);
        assert_eq!(when("2019").with_end_at(End::End, 0.0), None);
    }

    #[test]
    fn a_day_is_written_to_a_precision() {
        let day = when("1971-08-15").anchor();
        let at = |precision| When::at(day, precision).map(|when| when.text().to_owned());
        assert_eq!(at(Precision::Day).as_deref(), Some("1971-08-15"));
        assert_eq!(at(Precision::Month).as_deref(), Some("1971-08"));
        assert_eq!(at(Precision::Decade).as_deref(), Some("1971"));
    }

    proptest! {
        #[test]
        fn there_and_back(year in 1_i64..3000, month in 1_u8..13, day in 1_u8..29, days in -40_000_i32..40_000) {
            let text = Point::Day(Civil::new(year, month, day)).written();
            if let Some(there) = when(&text).moved(f64::from(days)) {
                prop_assert_eq!(there.precision(), Precision::Day);
                let back = there.moved(f64::from(-days)).unwrap();
                prop_assert_eq!(back.text(), text);
            }
        }
    }
}
