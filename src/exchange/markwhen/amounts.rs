//! How long something lasts, in the words of markwhen: `2 weeks`, `10 work days`.

use std::sync::LazyLock;

use chrono::{Days, Months, NaiveDateTime, TimeDelta};
use regex::{Captures, Regex};

/// One amount, as a part of a longer pattern.
pub(super) const AMOUNT: &str = r"(?:\d+\s*(?:milliseconds?|ms|seconds?|secs?|minutes?|mins?|hours?|(?:week|work|business)?\s*days?|weeks?|months?|years?|[shdwy])\b[\s,]*)";

/// So many of a unit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Amount {
    count: u32,
    unit: Unit,
}

#[derive(Debug, Clone, Copy)]
enum Unit {
    Seconds(i64),
    Days(u64),
    Weekdays,
    Months(u32),
}

/// All amounts of a text.
pub(super) fn amounts(text: &str) -> Vec<Amount> {
    static ONE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?i)(\d+)\s*(milliseconds?|ms|seconds?|secs?|minutes?|mins?|hours?|(?:week|work|business)\s*days?|days?|weeks?|months?|years?|[shdwy])\b").ok()
    });
    let found = ONE.iter().flat_map(|one| one.captures_iter(text));
    found.filter_map(|found| amount(&found)).collect()
}

fn amount(found: &Captures<'_>) -> Option<Amount> {
    let count = found.get(1)?.as_str().parse().ok()?;
    let unit = found.get(2)?.as_str().to_lowercase();
    let unit = match unit.as_str() {
        "ms" => Unit::Seconds(0),
        word if word.starts_with("milli") => Unit::Seconds(0),
        word if word.starts_with("mo") => Unit::Months(1),
        word if word.starts_with('m') => Unit::Seconds(60),
        word if word.starts_with('s') => Unit::Seconds(1),
        word if word.starts_with('h') => Unit::Seconds(3600),
        word if word.starts_with('y') => Unit::Months(12),
        word if word.starts_with('d') => Unit::Days(1),
        word if word.contains("day") => Unit::Weekdays,
        _ => Unit::Days(7),
    };
    Some(Amount { count, unit })
}

/// So much later, or earlier.
pub(super) fn moved(
    from: NaiveDateTime,
    amounts: &[Amount],
    is_back: bool,
) -> Option<NaiveDateTime> {
    let mut to = from;
    for Amount { count, unit } in amounts {
        to = match unit {
            Unit::Seconds(each) => {
                let delta = TimeDelta::try_seconds(i64::from(*count).checked_mul(*each)?)?;
                if is_back {
                    to.checked_sub_signed(delta)?
                } else {
                    to.checked_add_signed(delta)?
                }
            }
            Unit::Days(each) => days(to, u64::from(*count).checked_mul(*each)?, is_back)?,
            Unit::Weekdays => {
                // Five of seven days are none of a week’s end; the rest, fewer than five, is walked.
                let weeks = u64::from(count / 5).checked_mul(7)?;
                let mut day = days(to, weeks, is_back)?;
                for _ in 0..count % 5 {
                    day = weekday(day, is_back)?;
                }
                day
            }
            Unit::Months(each) => {
                let months = Months::new(count.checked_mul(*each)?);
                if is_back {
                    to.checked_sub_months(months)?
                } else {
                    to.checked_add_months(months)?
                }
            }
        };
    }
    Some(to)
}

fn days(from: NaiveDateTime, count: u64, is_back: bool) -> Option<NaiveDateTime> {
    let days = Days::new(count);
    if is_back {
        from.checked_sub_days(days)
    } else {
        from.checked_add_days(days)
    }
}

/// One working day on, or back: the end of a week is stepped over.
fn weekday(from: NaiveDateTime, is_back: bool) -> Option<NaiveDateTime> {
    use chrono::{Datelike as _, Weekday};
    let mut to = from;
    for _ in 0..3 {
        let spent = if is_back { days(to, 1, true)? } else { to };
        to = days(to, 1, is_back)?;
        if !matches!(spent.weekday(), Weekday::Sat | Weekday::Sun) {
            break;
        }
    }
    Some(to)
}
