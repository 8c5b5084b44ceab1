//! How far one date lies from another, in words.
//!
//! Duty: one number in the largest unit that is fair to both dates. Dates are counted from where they begin; a
//! coarser date limits the unit, so that a year is never "3 days after".

use edtf_core::{Edtf, TimeShift};

use super::bounds::{anchor_reading, second_of_day};
use super::civil::{Civil, Instant, SECONDS_PER_DAY, civil_from_day, floor_day};
use super::{Lang, Precision, When};

/// A unit of distance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Minute,
    Hour,
    Day,
    Month,
    Year,
    Decade,
    Century,
    Millennium,
}

/// A date reduced to where it begins.
struct Place {
    instant: Instant,
    precision: Precision,
    /// Of a moment, its offset from UTC in seconds.
    offset: Option<i64>,
}

/// How far `to` lies from `from`: "8 months before", "47 years after", "same day"; 8か月前, 47年後, 同日.
///
/// Calendar-aware, in the largest unit that both precisions allow; up to two years are told in months unless they
/// are whole years. Two moments with offsets are compared as instants.
pub fn distance(from: &When, to: &When, lang: Lang) -> String {
    let (Some(from), Some(to)) = (place(from), place(to)) else {
        return String::new();
    };
    let (count, unit) = count(&from, &to);
    match lang {
        Lang::En => english(count, unit),
        Lang::Ja => japanese(count, unit),
    }
}

fn place(when: &When) -> Option<Place> {
    let edtf = when.parsed()?;
    let reading = anchor_reading(&edtf)?;
    let day = floor_day(reading.span.start);
    Some(match &edtf {
        Edtf::DateTime(moment) => Place {
            instant: Instant::from_seconds(day, second_of_day(moment)),
            precision: Precision::Moment,
            offset: moment.time.shift.map(|shift| match shift {
                TimeShift::Utc => 0,
                TimeShift::Offset { minutes, .. } => i64::from(minutes) * 60,
            }),
        },
        _ => Place {
            instant: Instant { day, second: 0 },
            precision: reading.precision(),
            offset: None,
        },
    })
}

/// Signed count and its unit; positive when `to` is later.
fn count(from: &Place, to: &Place) -> (i64, Unit) {
    let (a, b) = (
        civil_from_day(from.instant.day),
        civil_from_day(to.instant.day),
    );
    let eras = |years: i64| b.year.div_euclid(years) - a.year.div_euclid(years);
    match from.precision.max(to.precision) {
        Precision::Moment => moments(from, to),
        Precision::Day => days(from.instant.day, to.instant.day),
        Precision::Month => {
            in_months((b.year - a.year) * 12 + i64::from(b.month) - i64::from(a.month))
        }
        Precision::Season | Precision::Year => (b.year - a.year, Unit::Year),
        Precision::Decade => (eras(10), Unit::Decade),
        Precision::Century => (eras(100), Unit::Century),
        Precision::Millennium => (eras(1000), Unit::Millennium),
    }
}

fn moments(from: &Place, to: &Place) -> (i64, Unit) {
    let at = |place: &Place, offset: i64| {
        Instant::from_seconds(place.instant.day, place.instant.second - offset)
    };
    let (a, b) = match (from.offset, to.offset) {
        (Some(a), Some(b)) => (at(from, a), at(to, b)),
        _ => (from.instant, to.instant),
    };
    let seconds = (b.day - a.day)
        .saturating_mul(SECONDS_PER_DAY)
        .saturating_add(b.second - a.second);
    match seconds.abs() {
        ..3600 => (seconds / 60, Unit::Minute),
        3600..SECONDS_PER_DAY => (seconds / 3600, Unit::Hour),
        // Whole days only: a clock time earlier in the day has not reached the last one.
        _ => days(a.day, a.day + seconds / SECONDS_PER_DAY),
    }
}

fn days(a: i64, b: i64) -> (i64, Unit) {
    let months = whole_months(civil_from_day(a.min(b)), civil_from_day(a.max(b)));
    match months {
        0 => (b - a, Unit::Day),
        _ => in_months(months * (b - a).signum()),
    }
}

/// Whole calendar months from the earlier day to the later.
fn whole_months(earlier: Civil, later: Civil) -> i64 {
    let months =
        (later.year - earlier.year) * 12 + i64::from(later.month) - i64::from(earlier.month);
    months - i64::from(later.day < earlier.day)
}

fn in_months(months: i64) -> (i64, Unit) {
    match months.abs() {
        12 | 24.. => (months / 12, Unit::Year),
        _ => (months, Unit::Month),
    }
}

fn english(count: i64, unit: Unit) -> String {
    let (one, many, same) = match unit {
        Unit::Minute => ("minute", "minutes", "same time"),
        Unit::Hour => ("hour", "hours", "same time"),
        Unit::Day => ("day", "days", "same day"),
        Unit::Month => ("month", "months", "same month"),
        Unit::Year => ("year", "years", "same year"),
        Unit::Decade => ("decade", "decades", "same decade"),
        Unit::Century => ("century", "centuries", "same century"),
        Unit::Millennium => ("millennium", "millennia", "same millennium"),
    };
    let noun = if count.abs() == 1 { one } else { many };
    match count {
        0 => same.into(),
        1.. => format!("{count} {noun} after"),
        _ => format!("{} {noun} before", count.unsigned_abs()),
    }
}

fn japanese(count: i64, unit: Unit) -> String {
    let (scale, noun, same) = match unit {
        Unit::Minute => (1, "分", "同時刻"),
        Unit::Hour => (1, "時間", "同時刻"),
        Unit::Day => (1, "日", "同日"),
        Unit::Month => (1, "か月", "同月"),
        Unit::Year => (1, "年", "同年"),
        Unit::Decade => (10, "年", "同年代"),
        Unit::Century => (1, "世紀", "同世紀"),
        Unit::Millennium => (1000, "年", "同千年紀"),
    };
    let about = if scale > 1 { "約" } else { "" };
    let side = if count > 0 { "後" } else { "前" };
    match count {
        0 => same.into(),
        _ => format!(
            "{about}{}{noun}{side}",
            count.unsigned_abs().saturating_mul(scale)
        ),
    }
}
