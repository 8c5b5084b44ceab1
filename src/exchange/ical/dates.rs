//! The dates of a calendar.

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use crate::exchange::spans::{Moment, Shown};

/// A value of a date.
#[derive(Debug, Clone, Copy)]
pub(super) enum Date {
    Day(NaiveDate),
    Moment(Moment),
}

/// When something ends that begins then and lasts so long.
pub(super) fn later(from: Date, lasts: TimeDelta) -> Option<Date> {
    Some(match from {
        Date::Day(first) => Date::Day(first.checked_add_signed(lasts)?),
        Date::Moment(moment) => Date::Moment(Moment {
            local: moment.local.checked_add_signed(lasts)?,
            ..moment
        }),
    })
}

/// From one date to another; `None` if that ends before it begins.
pub(super) fn span(from: Date, to: Date) -> Option<Shown> {
    let begins_late = match (from, to) {
        (Date::Moment(from), Date::Moment(to)) => {
            let of = |moment: Moment| moment.utc().unwrap_or(moment.local);
            of(to) < of(from)
        }
        (from, to) => to.day() < from.day(),
    };
    if begins_late {
        return None;
    }
    let first = from.day();
    // The end is the first that is not of it any more, a day as well as midnight.
    let after = match to {
        Date::Day(after) if matches!(from, Date::Day(_)) => after,
        to if to.is_midnight() => to.day(),
        to => to.day().succ_opt()?,
    };
    let next = first.succ_opt()?;
    // Some programs write a whole day from midnight to midnight.
    let is_instant =
        matches!((from, to), (Date::Moment(from), Date::Moment(to)) if from.local == to.local);
    if is_instant {
        return Some(alone(from));
    }
    if matches!(from, Date::Moment(_)) && !from.is_midnight() && after <= next {
        return Some(alone(from));
    }
    let after = after.max(next);
    Some(Shown::Days { first, after })
}

impl Date {
    pub(super) fn is_midnight(self) -> bool {
        matches!(self, Self::Moment(moment) if moment.local.time() == NaiveTime::MIN)
    }

    fn day(self) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::Moment(moment) => moment.local.date(),
        }
    }
}

pub(super) fn alone(date: Date) -> Shown {
    match date {
        Date::Day(first) => Shown::Days {
            first,
            after: first.succ_opt().unwrap_or(first),
        },
        Date::Moment(moment) => Shown::Moment(moment),
    }
}

/// How long something lasts: `P1W`, `P15DT5H0M20S`.
pub(super) fn duration(text: &str) -> Option<TimeDelta> {
    let text = text.trim();
    let text = text.strip_prefix('+').unwrap_or(text).strip_prefix('P')?;
    let mut sum = TimeDelta::zero();
    let mut number = String::new();
    for letter in text.chars() {
        if letter.is_ascii_digit() {
            number.push(letter);
            continue;
        }
        if letter == 'T' && number.is_empty() {
            continue;
        }
        let count = std::mem::take(&mut number).parse().ok()?;
        let part = match letter {
            'W' => TimeDelta::try_weeks(count),
            'D' => TimeDelta::try_days(count),
            'H' => TimeDelta::try_hours(count),
            'M' => TimeDelta::try_minutes(count),
            'S' => TimeDelta::try_seconds(count),
            _ => None,
        };
        sum = sum.checked_add(&part?)?;
    }
    number.is_empty().then_some(sum)
}
