//! The steps of the axis, as a table.
//!
//! Duty: where the boundaries of each step lie. Each step numbers its boundaries by an integer, so that walking them
//! is counting. Invariants: the boundaries of a step grow with their number; those of [`Step::minor`] include the
//! step's own (but for the year 1, which stands for the year 0 that history does not have).

use super::civil::{Civil, civil_at, civil_from_day, day_from_civil, floor_day};

/// A regular spacing of ticks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Every so many minutes, a divisor of a day.
    Minutes(i64),
    /// Every day.
    Day,
    /// The 1st, 8th, 15th and 22nd: weeks that fit into months.
    Week,
    /// The 1st and the 15th.
    Fortnight,
    /// Every so many months, a divisor of a year.
    Months(i64),
    /// Every so many years.
    Years(i64),
}

/// Every step, finest first.
pub(super) const STEPS: [Step; 25] = [
    Step::Minutes(15),
    Step::Minutes(30),
    Step::Minutes(60),
    Step::Minutes(180),
    Step::Minutes(360),
    Step::Minutes(720),
    Step::Day,
    Step::Week,
    Step::Fortnight,
    Step::Months(1),
    Step::Months(3),
    Step::Months(6),
    Step::Years(1),
    Step::Years(2),
    Step::Years(5),
    Step::Years(10),
    Step::Years(20),
    Step::Years(50),
    Step::Years(100),
    Step::Years(200),
    Step::Years(500),
    Step::Years(1000),
    Step::Years(2000),
    Step::Years(5000),
    Step::Years(10_000),
];

const MINUTES_PER_DAY: i64 = 1440;

impl Step {
    /// The next finer step whose boundaries include this one's.
    pub(super) fn minor(self) -> Option<Self> {
        let finer = STEPS
            .iter()
            .rev()
            .skip_while(|step| **step != self)
            .skip(1)
            .copied();
        match self {
            // 2 does not divide 5.
            Self::Years(years) => finer.into_iter().find(|step| match step {
                Self::Years(finer) => years % finer == 0,
                _ => true,
            }),
            _ => finer.into_iter().next(),
        }
    }

    /// The shortest distance between two boundaries, in days.
    pub(super) fn shortest(self) -> f64 {
        match self {
            Self::Minutes(minutes) => minutes as f64 / MINUTES_PER_DAY as f64,
            Self::Day => 1.0,
            Self::Week => 7.0,
            Self::Fortnight => 14.0,
            Self::Months(1) => 28.0,
            Self::Months(months) => months as f64 * 30.0,
            Self::Years(years) => (years - i64::from(years >= 10)) as f64 * 365.0,
        }
    }

    /// The longest distance between two boundaries, in days.
    pub(super) fn longest(self) -> f64 {
        match self {
            Self::Minutes(_) | Self::Day => self.shortest(),
            Self::Week => 10.0,
            Self::Fortnight => 17.0,
            Self::Months(months) => months as f64 * 31.0,
            Self::Years(1) => 366.0,
            Self::Years(years) if years < 10 => (2 * years) as f64 * 366.0,
            Self::Years(years) => years as f64 * 366.0,
        }
    }

    /// The boundary of a number, as a position on the axis.
    pub(super) fn boundary(self, number: i64) -> f64 {
        let day = match self {
            Self::Minutes(minutes) => {
                let total = number.saturating_mul(minutes);
                let day = total.div_euclid(MINUTES_PER_DAY) as f64;
                return day + total.rem_euclid(MINUTES_PER_DAY) as f64 / MINUTES_PER_DAY as f64;
            }
            Self::Day => number,
            Self::Week => month_day(number.div_euclid(4), 1 + 7 * number.rem_euclid(4)),
            Self::Fortnight => month_day(number.div_euclid(2), 1 + 14 * number.rem_euclid(2)),
            Self::Months(months) => month_day(number.saturating_mul(months), 1),
            Self::Years(years) => day_from_civil(Civil::new(round_year(number, years), 1, 1)),
        };
        day as f64
    }

    /// The number of the first boundary at or after a position.
    pub(super) fn first_from(self, day: f64) -> i64 {
        let mut number = self.guess(day);
        while self.boundary(number) >= day {
            number -= 1;
        }
        while self.boundary(number) < day {
            number += 1;
        }
        number
    }

    /// A number near a position, off by a few at most.
    fn guess(self, day: f64) -> i64 {
        let civil = civil_at(day);
        let month = civil.year * 12 + i64::from(civil.month) - 1;
        match self {
            Self::Minutes(minutes) => {
                let whole = floor_day(day);
                let part = ((day - whole as f64) * MINUTES_PER_DAY as f64) as i64;
                (whole * MINUTES_PER_DAY + part).div_euclid(minutes)
            }
            Self::Day => floor_day(day),
            Self::Week => month * 4,
            Self::Fortnight => month * 2,
            Self::Months(months) => month.div_euclid(months),
            Self::Years(years) => civil.year.div_euclid(years),
        }
    }
}

/// The coarsest calendar boundary a position sits on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Boundary {
    Year(i64),
    Month(Civil),
    Day(Civil),
    /// Hour and minute.
    Clock(Civil, i64, i64),
}

impl Boundary {
    pub(super) fn of(day: f64) -> Self {
        let instant = super::civil::Instant::from_axis(day);
        let civil = civil_from_day(instant.day);
        match (instant.clock(), civil.day, civil.month) {
            ((0, 0), 1, 1) => Self::Year(civil.year),
            ((0, 0), 1, _) => Self::Month(civil),
            ((0, 0), _, _) => Self::Day(civil),
            ((hour, minute), _, _) => Self::Clock(civil, hour, minute),
        }
    }
}

/// The day of a month counted from January of the year 0.
fn month_day(months: i64, day: i64) -> i64 {
    let month = months.rem_euclid(12) + 1;
    // Between 1 and 31.
    day_from_civil(Civil::new(months.div_euclid(12), month as u8, day as u8))
}

/// The astronomical year of a round number of years in history, which counts … 2 BCE, 1 BCE, 1 CE, 2 CE …: 500 BCE is
/// the year −499. In place of the year 0 stands the year 1; steps too short for that leave it out.
fn round_year(number: i64, years: i64) -> i64 {
    match (years, number) {
        (1, _) => number,
        (_, 1..) => number.saturating_mul(years),
        (10.., _) => number.saturating_mul(years).saturating_add(1),
        (_, _) => (number.saturating_sub(1))
            .saturating_mul(years)
            .saturating_add(1),
    }
}
