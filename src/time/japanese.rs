//! Japanese wording, in Gregorian years or in era years.
//!
//! Duty: [`Reading`] to words. One wording serves both calendars; only the year's name differs. Era years answer
//! `None` where no era year exists, Gregorian ones never do. Plain dates are worded by ICU (`plain`).

use edtf_core::{Interval, IntervalEndpoint, Set, SetElement, SetKind};

use super::bounds::element_dates;
use super::civil::{Civil, floor_day};
use super::reading::{Reading, Slot, YearPart};
use super::{era, plain};

/// What years are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Calendar {
    /// 1971年
    Gregorian,
    /// 昭和46年
    Era,
}

/// "1971年", "紀元前44年".
pub(super) fn year(year: i64) -> String {
    match year {
        ..=0 => format!("紀元前{}年", year.unsigned_abs() + 1),
        _ => format!("{year}年"),
    }
}

/// A date with its doubts: 1971年頃（不確か）.
pub(super) fn date(reading: &Reading, calendar: Calendar) -> Option<String> {
    let body = plain(reading, calendar)?;
    let about = if reading.approximate { "頃" } else { "" };
    let doubt = if reading.uncertain {
        "（不確か）"
    } else {
        ""
    };
    Some(format!("{body}{about}{doubt}"))
}

/// From one date to another, the second without what both share.
pub(super) fn range(first: &Reading, last: &Reading, calendar: Calendar) -> Option<String> {
    let (from, to) = (date(first, calendar)?, date(last, calendar)?);
    if from == to {
        return Some(from);
    }
    let short = shortened(first, last, calendar).unwrap_or(to);
    Some(format!("{from}～{short}"))
}

/// An interval: 1945年～1952年, 2019年以降, 1945年まで.
pub(super) fn interval(interval: &Interval, calendar: Calendar) -> Option<String> {
    Some(match (&interval.start, &interval.end) {
        (IntervalEndpoint::Date(start), IntervalEndpoint::Date(end)) => {
            range(&Reading::of(start), &Reading::of(end), calendar)?
        }
        (IntervalEndpoint::Date(start), IntervalEndpoint::Open) => {
            format!("{}以降", date(&Reading::of(start), calendar)?)
        }
        (start, IntervalEndpoint::Open) => format!("{}から", endpoint(start, calendar)?),
        (IntervalEndpoint::Open, end) => format!("{}まで", endpoint(end, calendar)?),
        (start, end) => format!(
            "{}～{}",
            endpoint(start, calendar)?,
            endpoint(end, calendar)?
        ),
    })
}

/// A set: 1667年・1668年・1670年～1672年のいずれか.
pub(super) fn set(set: &Set, calendar: Calendar) -> Option<String> {
    let members: Option<Vec<String>> = set
        .elements
        .iter()
        .map(|member| element(member, calendar))
        .collect();
    let members = members?.join("・");
    Some(match set.kind {
        SetKind::OneMember if set.elements.len() > 1 => format!("{members}のいずれか"),
        _ => members,
    })
}

fn element(element: &SetElement, calendar: Calendar) -> Option<String> {
    let (first, last) = element_dates(element);
    let first = Reading::of(first);
    Some(match element {
        SetElement::Date(_) => date(&first, calendar)?,
        SetElement::OnOrBefore(_) => format!("{}以前", date(&first, calendar)?),
        SetElement::OnOrAfter(_) => format!("{}以降", date(&first, calendar)?),
        SetElement::Range(..) => range(&first, &Reading::of(last), calendar)?,
    })
}

fn endpoint(endpoint: &IntervalEndpoint, calendar: Calendar) -> Option<String> {
    Some(match endpoint {
        IntervalEndpoint::Date(day) => date(&Reading::of(day), calendar)?,
        IntervalEndpoint::OnOrBefore(day) => format!("{}以前", date(&Reading::of(day), calendar)?),
        IntervalEndpoint::OnOrAfter(day) => format!("{}以降", date(&Reading::of(day), calendar)?),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => String::from("不明"),
    })
}

/// The end of a range without the year and month it shares with the start; `None` when nothing is shared.
fn shortened(first: &Reading, last: &Reading, calendar: Calendar) -> Option<String> {
    first
        .clean_year()
        .filter(|year| last.clean_year() == Some(*year))?;
    let names = year_names(last, calendar);
    if names.len() != 1 || names != year_names(first, calendar) {
        return None;
    }
    match (first.month, last.month, last.day) {
        (Slot::Exact(from), Slot::Exact(to), Slot::Exact(day))
            if from == to && first.day != Slot::Absent =>
        {
            Some(format!("{day}日"))
        }
        (Slot::Exact(_), Slot::Exact(_), _) => Some(within_year(last)),
        _ => None,
    }
}

fn plain(reading: &Reading, calendar: Calendar) -> Option<String> {
    let by_icu = match calendar {
        Calendar::Gregorian => plain::japanese(reading),
        Calendar::Era => in_era_years(reading),
    };
    if by_icu.is_some() {
        return by_icu;
    }
    let rest = within_year(reading);
    let names = year_names(reading, calendar);
    if names.is_empty() {
        return None;
    }
    let joint = match reading.year {
        _ if rest.is_empty() => "",
        YearPart::Exact(_) | YearPart::Vast(_) => "",
        YearPart::Estimated { .. } | YearPart::OneOf { .. } | YearPart::Unknown => "の",
        YearPart::Decade(_) | YearPart::Century(_) | YearPart::Millennium(_) => "のある年の",
    };
    let named: Vec<String> = names
        .iter()
        .map(|name| format!("{name}{joint}{rest}"))
        .collect();
    Some(named.join("・"))
}

/// 昭和64年1月・平成元年1月.
fn in_era_years(reading: &Reading) -> Option<String> {
    let (_, fields) = plain::fields(reading)?;
    let named: Option<Vec<String>> = era_days(reading)
        .into_iter()
        .map(|day| plain::era(day, fields))
        .collect();
    named
        .filter(|named| !named.is_empty())
        .map(|named| named.join("・"))
}

/// The year's names: one, or in the year of a new era two; none where there is no era year.
fn year_names(reading: &Reading, calendar: Calendar) -> Vec<String> {
    match (calendar, &reading.year) {
        (Calendar::Gregorian, part) => vec![year_name(part)],
        (Calendar::Era, _) => era_days(reading)
            .into_iter()
            .filter_map(era::label)
            .collect(),
    }
}

/// A day of each era that the date touches, if it says its year.
fn era_days(reading: &Reading) -> Vec<Civil> {
    let YearPart::Exact(year) = reading.year else {
        return Vec::new();
    };
    let last = floor_day(reading.span.end) - 1;
    era::days(year, floor_day(reading.span.start), last)
}

fn year_name(part: &YearPart) -> String {
    match part {
        YearPart::Exact(year) => self::year(*year),
        YearPart::Decade(first) => format!("{first}年代"),
        YearPart::Century(first) => format!("{}世紀", first / 100 + 1),
        YearPart::Millennium(first) => format!("第{}千年紀", first / 1000 + 1),
        YearPart::Estimated { year, first, last } => {
            format!(
                "{}頃（{}～{}）",
                self::year(*year),
                self::year(*first),
                self::year(*last)
            )
        }
        YearPart::OneOf { first, last } => format!(
            "{}～{}のいずれかの年",
            self::year(*first),
            self::year(*last)
        ),
        YearPart::Unknown => String::from("年不明"),
        YearPart::Vast(text) => format!("{text}年"),
    }
}

/// What is said of the date below its year: 8月15日, 某月, 春. Empty for a year.
fn within_year(reading: &Reading) -> String {
    if let Some(code) = reading.season {
        return season(code);
    }
    let month = match reading.month {
        Slot::Absent => return String::new(),
        Slot::Exact(month) => format!("{month}月"),
        Slot::Among(first, last) => format!("{first}月～{last}月のいずれかの月"),
        Slot::Any => String::from("某月"),
    };
    match reading.day {
        Slot::Absent => month,
        Slot::Exact(day) => format!("{month}{day}日"),
        Slot::Among(first, last) => format!("{month}{first}日～{last}日のいずれかの日"),
        Slot::Any => format!("{month}某日"),
    }
}

/// ISO 8601-2 §4.8, see the English wording.
fn season(code: u8) -> String {
    let name = |first: u8| {
        ["春", "夏", "秋", "冬"]
            .get(usize::from(code - first))
            .copied()
            .unwrap_or("季節")
    };
    match code {
        21..=24 => name(21).into(),
        25..=28 => format!("{}（北半球）", name(25)),
        29..=32 => format!("{}（南半球）", name(29)),
        33..=36 => format!("第{}四半期", code - 32),
        37 => String::from("1月～4月"),
        38 => String::from("5月～8月"),
        39 => String::from("9月～12月"),
        40 => String::from("上半期"),
        41 => String::from("下半期"),
        _ => String::new(),
    }
}
