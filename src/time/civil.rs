//! The proleptic Gregorian calendar as integer arithmetic.
//!
//! Duty: between year, month, day and the day number on the axis, and the clock time within a day. Invariant:
//! total for every input; whatever lies beyond ±[`LIMIT_DAYS`] saturates there, where an `f64` still counts
//! single days exactly.
//!
//! chrono is not used here: its years end at ±262 143, and EDTF's do not.

/// The farthest day from 1970 that this room tells apart, about 2.7 × 10¹² years.
pub(super) const LIMIT_DAYS: i64 = 1_000_000_000_000_000;
/// Seconds in a civil day; leap seconds are folded into the second before.
pub(super) const SECONDS_PER_DAY: i64 = 86_400;
/// Mean length of a Gregorian year.
pub(super) const DAYS_PER_YEAR: f64 = 365.2425;

/// A calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Civil {
    /// Astronomical year: 0 is 1 BCE.
    pub(super) year: i64,
    /// 1 to 12.
    pub(super) month: u8,
    /// 1 to 31.
    pub(super) day: u8,
}

impl Civil {
    pub(super) const fn new(year: i64, month: u8, day: u8) -> Self {
        Self { year, month, day }
    }

    /// The day as ISO 8601 writes it; years beyond four digits carry their sign (`+170000002-01-01`).
    pub(super) fn iso(self) -> String {
        let Self { year, month, day } = self;
        let sign = match year {
            ..0 => "-",
            0..=9999 => "",
            _ => "+",
        };
        format!("{sign}{:04}-{month:02}-{day:02}", year.unsigned_abs())
    }
}

/// A day and the second within it, 0 to 86 399.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Instant {
    pub(super) day: i64,
    pub(super) second: i64,
}

impl Instant {
    /// The instant nearest to a position on the axis; NaN is taken as 1970.
    pub(super) fn from_axis(day: f64) -> Self {
        let whole = floor_day(day);
        let seconds_per_day = SECONDS_PER_DAY as f64;
        // A float to integer cast saturates, and takes NaN and what infinity minus infinity gives to zero.
        let second = ((day - whole as f64) * seconds_per_day).round() as i64;
        Self::from_seconds(whole, second.clamp(0, SECONDS_PER_DAY))
    }

    /// `second` may lie outside the day; the day moves to where it belongs.
    pub(super) fn from_seconds(day: i64, second: i64) -> Self {
        Self {
            day: day.saturating_add(second.div_euclid(SECONDS_PER_DAY)),
            second: second.rem_euclid(SECONDS_PER_DAY),
        }
    }

    /// Hour and minute of the day.
    pub(super) fn clock(self) -> (i64, i64) {
        (self.second / 3600, self.second / 60 % 60)
    }
}

/// The day number a position lies in, saturated. Without a call of `floor`: a frame asks for thousands.
pub fn whole_day(day: f64) -> i64 {
    // The cast saturates, and rounds towards 1970.
    let whole = day as i64;
    whole.saturating_sub(i64::from(whole as f64 > day))
}

/// The same, saturated to ±[`LIMIT_DAYS`].
pub(super) fn floor_day(day: f64) -> i64 {
    whole_day(day).clamp(-LIMIT_DAYS, LIMIT_DAYS)
}

/// Days from 1970-01-01 to `civil`, saturated to ±[`LIMIT_DAYS`].
///
/// Howard Hinnant's `days_from_civil` (<https://howardhinnant.github.io/date_algorithms.html>), in `i128` so that
/// every `i64` year has room.
pub(super) fn day_from_civil(civil: Civil) -> i64 {
    let month = i128::from(civil.month);
    // The year is taken to begin in March, so that the leap day is its last.
    let year = i128::from(civil.year) - i128::from(month <= 2);
    let cycle = year.div_euclid(400);
    let year_of_cycle = year.rem_euclid(400);
    let month_from_march = (month + 9).rem_euclid(12);
    let day_of_year = (153 * month_from_march + 2) / 5 + i128::from(civil.day) - 1;
    let day_of_cycle = year_of_cycle * 365 + year_of_cycle / 4 - year_of_cycle / 100 + day_of_year;
    let days = cycle * 146_097 + day_of_cycle - 719_468;
    let limit = i128::from(LIMIT_DAYS);
    i64::try_from(days.clamp(-limit, limit)).unwrap_or(0)
}

/// The calendar day of a day number: Hinnant's `civil_from_days`.
pub(super) fn civil_from_day(day: i64) -> Civil {
    let shifted = day.clamp(-LIMIT_DAYS, LIMIT_DAYS) + 719_468;
    let cycle = shifted.div_euclid(146_097);
    let day_of_cycle = shifted.rem_euclid(146_097);
    let year_of_cycle =
        (day_of_cycle - day_of_cycle / 1460 + day_of_cycle / 36_524 - day_of_cycle / 146_096) / 365;
    let day_of_year =
        day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 {
        month_from_march + 3
    } else {
        month_from_march - 9
    };
    Civil {
        year: year_of_cycle + cycle * 400 + i64::from(month <= 2),
        month: month as u8,
        day: day as u8,
    }
}

/// The calendar day a position lies in.
pub(super) fn civil_at(day: f64) -> Civil {
    civil_from_day(floor_day(day))
}

/// Days in a month; a month out of range counts as 31 days.
pub(super) fn days_in_month(year: i64, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn is_leap(year: i64) -> bool {
    year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0)
}

/// The astronomical calendar year a position lies in: 0 is 1 BCE. NaN is taken as 1970.
pub fn year_of(day: f64) -> i64 {
    civil_at(day).year
}

/// The first day of an astronomical year, in days since 1970-01-01.
pub fn day_of_year_start(year: i64) -> f64 {
    day_from_civil(Civil::new(year, 1, 1)) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_days() {
        for (civil, day) in [
            (Civil::new(1970, 1, 1), 0),
            (Civil::new(1970, 1, 2), 1),
            (Civil::new(1969, 12, 31), -1),
            (Civil::new(2000, 2, 29), 11_016),
            (Civil::new(1941, 12, 7), -10_252),
            (Civil::new(0, 3, 1), -719_468),
            (Civil::new(-43, 3, 15), -735_160),
        ] {
            assert_eq!(day_from_civil(civil), day, "{}", civil.iso());
            assert_eq!(civil_from_day(day), civil);
        }
    }

    #[test]
    fn every_day_of_eight_centuries_comes_back() {
        let first = day_from_civil(Civil::new(-401, 1, 1));
        let last = day_from_civil(Civil::new(401, 1, 1));
        let mut previous = civil_from_day(first - 1);
        for day in first..last {
            let civil = civil_from_day(day);
            assert_eq!(day_from_civil(civil), day);
            assert!(civil > previous);
            previous = civil;
        }
    }

    #[test]
    fn a_day_begins_where_it_does_on_both_sides_of_1970() {
        for (place, day) in [(0.0, 0), (2.9, 2), (-0.5, -1), (-1.0, -1), (-1.01, -2)] {
            assert_eq!(whole_day(place), day, "{place}");
        }
        assert_eq!(whole_day(f64::NEG_INFINITY), i64::MIN);
        assert_eq!(whole_day(f64::INFINITY), i64::MAX);
    }

    #[test]
    fn extremes_saturate() {
        assert_eq!(day_from_civil(Civil::new(i64::MAX, 12, 31)), LIMIT_DAYS);
        assert_eq!(day_from_civil(Civil::new(i64::MIN, 1, 1)), -LIMIT_DAYS);
        assert_eq!(year_of(f64::INFINITY), year_of(LIMIT_DAYS as f64));
        assert_eq!(year_of(f64::NEG_INFINITY), year_of(-LIMIT_DAYS as f64));
        assert_eq!(year_of(f64::NAN), 1970);
        assert_eq!(day_of_year_start(i64::MAX), LIMIT_DAYS as f64);
    }

    #[test]
    fn years_start_on_their_first_day() {
        assert_eq!(day_of_year_start(1970), 0.0);
        assert_eq!(year_of(day_of_year_start(1971)), 1971);
        assert_eq!(year_of(day_of_year_start(1971) - 0.001), 1970);
        assert_eq!(year_of(day_of_year_start(0)), 0);
    }

    #[test]
    fn instants_carry_over_midnight() {
        assert_eq!(
            Instant::from_axis(0.999_999_9),
            Instant { day: 1, second: 0 }
        );
        assert_eq!(Instant::from_axis(-0.25).clock(), (18, 0));
        assert_eq!(
            Instant::from_seconds(0, -60),
            Instant {
                day: -1,
                second: 86_340
            }
        );
        assert_eq!(Instant::from_axis(f64::NAN), Instant { day: 0, second: 0 });
    }

    #[test]
    fn iso_days() {
        assert_eq!(Civil::new(1971, 8, 15).iso(), "1971-08-15");
        assert_eq!(Civil::new(-43, 3, 15).iso(), "-0043-03-15");
        assert_eq!(Civil::new(170_000_002, 1, 1).iso(), "+170000002-01-01");
    }
}
