//! Dates of ours as the days and the moments that calendars know, and back.

use chrono::{
    DateTime, Datelike as _, Days, FixedOffset, NaiveDate, NaiveDateTime, Offset as _,
    TimeZone as _, Timelike as _,
};

use super::dates::{Parts, stretch};
use super::stamps::Stamp;
use crate::time::When;

/// What a program without precision shows of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// Whole days, from the first to the one after the last. An open side ends with the day at the other.
    Days { first: NaiveDate, after: NaiveDate },
    /// A clock time. EDTF knows none from one to another.
    Moment(Moment),
}

/// A clock time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment {
    /// What the clock showed.
    pub(super) local: NaiveDateTime,
    /// How far that clock was ahead of UTC, if known.
    pub(super) offset: Option<FixedOffset>,
}

impl Shown {
    /// In EDTF.
    pub(super) fn edtf(&self) -> Option<String> {
        match self {
            Self::Days { first, after } => days_edtf(*first, *after),
            Self::Moment(moment) => moment.edtf(),
        }
    }

    /// Whether this is the same as another, whatever the zone their clock times are told in.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let (Self::Moment(one), Self::Moment(other)) = (self, other) else {
            return self == other;
        };
        match (one.utc(), other.utc()) {
            (Some(one), Some(other)) => one == other,
            (None, None) => one.local == other.local,
            _ => false,
        }
    }
}

/// What is shown of a date; `None` where it is open on both sides or lies out of every calendar.
pub(super) fn shown(when: &When) -> Option<Shown> {
    moment(when.text())
        .map(Shown::Moment)
        .or_else(|| days(when))
}

fn days(when: &When) -> Option<Shown> {
    let span = when.finite_extent()?;
    let (first, after) = (span.start.floor(), span.end.ceil());
    let (first, after) = match (when.is_open_start(), when.is_open_end()) {
        (true, _) => (after - 1.0, after),
        (_, true) => (first, first + 1.0),
        _ => (first, after.max(first + 1.0)),
    };
    let (first, after) = (day(first)?, day(after)?);
    Some(Shown::Days { first, after })
}

/// A day of the axis.
fn day(number: f64) -> Option<NaiveDate> {
    // The calendar of the library ends long before numbers of days are no whole ones.
    let limit = 90_000_000.0;
    if number.abs() > limit {
        return None;
    }
    NaiveDate::from_epoch_days(number as i32)
}

/// A clock time as EDTF and JSON write it.
pub(super) fn moment(text: &str) -> Option<Moment> {
    if let Ok(moment) = DateTime::parse_from_rfc3339(text) {
        return Some(Moment {
            local: moment.naive_local(),
            offset: Some(*moment.offset()),
        });
    }
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S").ok()?;
    Some(Moment {
        local,
        offset: None,
    })
}

impl Moment {
    /// In EDTF, to the second. An offset that is no whole number of minutes, as those of sundials are, has no place there.
    pub(super) fn edtf(&self) -> Option<String> {
        let date = self.local.date();
        let clock = self.local.time();
        let parts = Parts {
            year: i64::from(date.year()),
            month: u8::try_from(date.month()).ok(),
            day: u8::try_from(date.day()).ok(),
            time: Some((
                u8::try_from(clock.hour()).ok()?,
                u8::try_from(clock.minute()).ok()?,
                u8::try_from(clock.second()).ok()?,
            )),
        };
        let seconds = self.offset.map(|offset| offset.local_minus_utc());
        let zone = seconds.filter(|seconds| seconds % 60 == 0);
        let zone = zone.map(|seconds| seconds / 60);
        Stamp { parts, zone }.edtf()
    }

    /// What a clock in Greenwich showed, where it is known.
    pub(super) fn utc(&self) -> Option<NaiveDateTime> {
        let offset = self.offset?;
        self.local.checked_sub_offset(offset)
    }

    /// The moment at which clocks of this zone showed that; the first of two in the night when they are set back, and
    /// without an offset in the hour that there never was.
    pub(super) fn in_zone(local: NaiveDateTime, zone: chrono_tz::Tz) -> Self {
        let moment = zone.from_local_datetime(&local).earliest();
        let offset = moment.map(|moment| moment.offset().fix());
        Self { local, offset }
    }
}

/// The EDTF of whole days, from the first to the one before `after`.
pub(super) fn days_edtf(first: NaiveDate, after: NaiveDate) -> Option<String> {
    let last = after.checked_sub_days(Days::new(1))?.max(first);
    stretch(&day_edtf(first)?, &day_edtf(last)?)
}

/// The EDTF of a day.
pub(super) fn day_edtf(day: NaiveDate) -> Option<String> {
    let parts = Parts {
        year: i64::from(day.year()),
        month: u8::try_from(day.month()).ok(),
        day: u8::try_from(day.day()).ok(),
        time: None,
    };
    parts.edtf()
}

/// The time zone of a name, whatever stands before it, as in `/mozilla.org/20050126_1/Asia/Tokyo`.
pub(super) fn zone(name: &str) -> Option<chrono_tz::Tz> {
    let mut rest = name.trim();
    // No zone has more parts than that, and no program writes more before it.
    for _ in 0..8 {
        if let Ok(zone) = rest.parse() {
            return Some(zone);
        }
        rest = rest.split_once('/')?.1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<String> {
        match shown(&text.parse().expect("a date"))? {
            Shown::Days { first, after } => Some(format!("{first} until {after}")),
            Shown::Moment(moment) => moment.edtf(),
        }
    }

    #[test]
    fn dates_are_days_or_moments() {
        for (text, expected) in [
            ("1971-08-15", "1971-08-15 until 1971-08-16"),
            ("1971-08", "1971-08-01 until 1971-09-01"),
            ("1971~", "1971-01-01 until 1972-01-01"),
            ("1945-09-02/1952-04-28", "1945-09-02 until 1952-04-29"),
            ("2019/..", "2019-01-01 until 2019-01-02"),
            ("../1945-08-15", "1945-08-15 until 1945-08-16"),
            ("-0043-03-15", "-0043-03-15 until -0043-03-16"),
            ("1941-12-07T07:48:00-10:30", "1941-12-07T07:48:00-10:30"),
            ("1941-12-07T07:48:00", "1941-12-07T07:48:00"),
        ] {
            assert_eq!(of(text).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(of("Y-1000000000"), None);
    }

    #[test]
    fn days_are_told_as_they_are() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let told = |first, after| days_edtf(day(first), day(after));
        assert_eq!(
            told("1971-08-15", "1971-08-16").as_deref(),
            Some("1971-08-15")
        );
        assert_eq!(
            told("1945-09-02", "1952-04-29").as_deref(),
            Some("1945-09-02/1952-04-28")
        );
        // Some programs write an end that is the start.
        assert_eq!(
            told("1971-08-15", "1971-08-15").as_deref(),
            Some("1971-08-15")
        );
    }

    #[test]
    fn zones_are_found_behind_what_programs_write_before_them() {
        for name in [
            "Asia/Tokyo",
            "/mozilla.org/20050126_1/Asia/Tokyo",
            "/freeassociation.sourceforge.net/Asia/Tokyo",
        ] {
            assert_eq!(zone(name), Some(chrono_tz::Asia::Tokyo), "{name}");
        }
        assert_eq!(zone("Tokyo Standard Time"), None);
        assert_eq!(zone(&"/".repeat(1000)), None);
    }

    #[test]
    fn clocks_of_then_are_known() {
        let local = moment("1941-12-07T07:48:00").expect("a moment").local;
        let there = Moment::in_zone(local, chrono_tz::Pacific::Honolulu);
        assert_eq!(there.edtf().as_deref(), Some("1941-12-07T07:48:00-10:30"));
        // Tokyo kept the time of its own sun until 1888, nine hours, eighteen minutes and 59 seconds ahead.
        let local = moment("1871-12-23T12:00:00").expect("a moment").local;
        let there = Moment::in_zone(local, chrono_tz::Asia::Tokyo);
        assert_eq!(there.edtf().as_deref(), Some("1871-12-23T12:00:00"));
    }
}
