//! One EDTF date, taken apart into what a reader would say.
//!
//! Duty: turn digits and masks into "the 1970s", "some day of August", so that both languages word the same facts
//! and [`Precision`] has one place to come from. Knows no language.

use edtf_core::{Bound, BoundDate, Date, DateField, Edtf, Year, YearKind};

use super::civil::{Civil, LIMIT_DAYS, day_from_civil, days_in_month};
use super::{Precision, Span};

/// What is known of the year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum YearPart {
    /// `1971`
    Exact(i64),
    /// `197X`, by its first year.
    Decade(i64),
    /// `19XX`, by its first year.
    Century(i64),
    /// `1XXX`, by its first year.
    Millennium(i64),
    /// `1950S2`: an estimate, and the years it may stand for.
    Estimated { year: i64, first: i64, last: i64 },
    /// A mask with a known digit after an unknown one, `19X5`.
    OneOf { first: i64, last: i64 },
    /// `XXXX`
    Unknown,
    /// Beyond what this room counts, as written: `Y9E30`.
    Vast(String),
}

/// What is known of the month or of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    /// Not given: the date is coarser.
    Absent,
    /// One value.
    Exact(u8),
    /// Some value from the first to the last.
    Among(u8, u8),
    /// Some value.
    Any,
}

/// A date taken apart.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Reading {
    pub(super) year: YearPart,
    /// Absent for a season.
    pub(super) month: Slot,
    pub(super) day: Slot,
    /// EDTF code 21 to 41: seasons, quarters, thirds and halves of a year.
    pub(super) season: Option<u8>,
    pub(super) uncertain: bool,
    pub(super) approximate: bool,
    /// Every day the date may stand for; finite.
    pub(super) span: Span,
}

impl Reading {
    pub(super) fn of(date: &Date) -> Self {
        let year = year_part(&date.year);
        let season = date
            .month
            .and_then(DateField::value)
            .filter(|code| *code >= 21);
        let month = match season {
            Some(_) => Slot::Absent,
            None => slot(date.month, 12),
        };
        let last_day = match (&year, month) {
            (YearPart::Exact(year), Slot::Exact(month)) => days_in_month(*year, month),
            _ => 31,
        };
        Self {
            year,
            month,
            day: slot(date.day, last_day),
            season,
            uncertain: date.is_uncertain(),
            approximate: date.is_approximate(),
            span: date_span(date),
        }
    }

    /// A plain year.
    pub(super) fn of_year(year: i64) -> Self {
        let end = Civil::new(year.saturating_add(1), 1, 1);
        Self::plain(
            year,
            Slot::Absent,
            Slot::Absent,
            Civil::new(year, 1, 1),
            day_from_civil(end),
        )
    }

    /// A plain month.
    pub(super) fn of_month(year: i64, month: u8) -> Self {
        let first = Civil::new(year, month, 1);
        let end = day_from_civil(first).saturating_add(i64::from(days_in_month(year, month)));
        Self::plain(year, Slot::Exact(month), Slot::Absent, first, end)
    }

    /// A plain day.
    pub(super) fn of_day(civil: Civil) -> Self {
        let end = day_from_civil(civil).saturating_add(1);
        Self::plain(
            civil.year,
            Slot::Exact(civil.month),
            Slot::Exact(civil.day),
            civil,
            end,
        )
    }

    fn plain(year: i64, month: Slot, day: Slot, first: Civil, end: i64) -> Self {
        Self {
            year: YearPart::Exact(year),
            month,
            day,
            season: None,
            uncertain: false,
            approximate: false,
            span: Span::new(day_from_civil(first) as f64, end as f64),
        }
    }

    /// The year, when it is known outright and the date carries no doubt: what a range may leave out.
    pub(super) fn clean_year(&self) -> Option<i64> {
        match self.year {
            YearPart::Exact(year) if !self.uncertain && !self.approximate => Some(year),
            _ => None,
        }
    }

    /// The coarsest thing left unsaid.
    pub(super) fn precision(&self) -> Precision {
        match self.year {
            YearPart::Exact(_) => self.precision_in_year(),
            YearPart::Decade(_) => Precision::Decade,
            YearPart::Century(_) => Precision::Century,
            YearPart::Estimated { first, last, .. } | YearPart::OneOf { first, last } => {
                match last.saturating_sub(first) {
                    ..10 => Precision::Decade,
                    10..100 => Precision::Century,
                    _ => Precision::Millennium,
                }
            }
            YearPart::Millennium(_) | YearPart::Unknown | YearPart::Vast(_) => {
                Precision::Millennium
            }
        }
    }

    fn precision_in_year(&self) -> Precision {
        match (self.season, self.month, self.day) {
            (Some(_), _, _) => Precision::Season,
            (None, Slot::Exact(_), Slot::Exact(_)) => Precision::Day,
            (None, Slot::Exact(_), _) => Precision::Month,
            (None, _, _) => Precision::Year,
        }
    }
}

/// Every day a date may stand for; finite, saturated to ±[`LIMIT_DAYS`].
pub(super) fn date_span(date: &Date) -> Span {
    let bounds = Edtf::Date(*date).bounds();
    match (bounds.earliest, bounds.latest) {
        (Bound::Date(first), Bound::Date(last)) => {
            let end = day_from_civil(civil(last)).saturating_add(1);
            Span::new(
                day_from_civil(civil(first)) as f64,
                end.min(LIMIT_DAYS) as f64,
            )
        }
        // Only a year beyond `i64` has no bounds: it lies at the end of time on its side.
        _ => {
            let limit = if is_negative(&date.year) {
                -LIMIT_DAYS
            } else {
                LIMIT_DAYS
            } as f64;
            Span::new(limit, limit)
        }
    }
}

fn civil(date: BoundDate) -> Civil {
    Civil::new(date.year, date.month, date.day)
}

fn is_negative(year: &Year) -> bool {
    match year.kind {
        YearKind::Standard { negative, .. } => negative,
        YearKind::Big { value } => value < 0,
        YearKind::Exponential { significand, .. } => significand < 0,
    }
}

fn year_part(year: &Year) -> YearPart {
    match (year.kind, year.value()) {
        (YearKind::Standard { digits, .. }, None) => masked_year(digits),
        (_, Some(value)) if year.significant_digits.is_some() => estimated_year(year, value),
        (_, Some(value)) if is_counted(value) => YearPart::Exact(value),
        _ => YearPart::Vast(written_year(year)),
    }
}

fn masked_year(digits: [Option<u8>; 4]) -> YearPart {
    let filled = |fill: u8| {
        digits.iter().fold(0, |year: i64, digit| {
            year * 10 + i64::from(digit.unwrap_or(fill))
        })
    };
    let first = filled(0);
    match digits {
        [Some(_), Some(_), Some(_), None] => YearPart::Decade(first),
        [Some(_), Some(_), None, None] => YearPart::Century(first),
        [Some(_), None, None, None] => YearPart::Millennium(first),
        [None, None, None, None] => YearPart::Unknown,
        _ => YearPart::OneOf {
            first,
            last: filled(9),
        },
    }
}

fn estimated_year(year: &Year, value: i64) -> YearPart {
    let date = Date {
        year: *year,
        month: None,
        day: None,
    };
    let bounds = Edtf::Date(date).bounds();
    match (bounds.earliest, bounds.latest) {
        (Bound::Date(first), Bound::Date(last)) if first.year == last.year && is_counted(value) => {
            YearPart::Exact(value)
        }
        (Bound::Date(first), Bound::Date(last))
            if is_counted(first.year) && is_counted(last.year) =>
        {
            YearPart::Estimated {
                year: value,
                first: first.year,
                last: last.year,
            }
        }
        _ => YearPart::Vast(written_year(year)),
    }
}

/// Whether the year's days lie inside the limits of this room.
fn is_counted(year: i64) -> bool {
    day_from_civil(Civil::new(year, 1, 1)).abs() < LIMIT_DAYS
}

fn written_year(year: &Year) -> String {
    let mut plain = *year;
    plain.qualifier = edtf_core::Qualifier::default();
    Date {
        year: plain,
        month: None,
        day: None,
    }
    .to_string()
}

/// What a two-digit field says when its values run from 1 to `last`.
fn slot(field: Option<DateField>, last: u8) -> Slot {
    let Some(field) = field else {
        return Slot::Absent;
    };
    if field.digits == [None, None] {
        return Slot::Any;
    }
    let fits = |value: u8| {
        let [tens, ones] = field.digits;
        tens.is_none_or(|digit| digit == value / 10) && ones.is_none_or(|digit| digit == value % 10)
    };
    let values = || (1..=last).filter(|value| fits(*value));
    match (values().min(), values().max()) {
        (Some(low), Some(high)) if low == high => Slot::Exact(low),
        (Some(low), Some(high)) if values().count() == usize::from(high - low) + 1 => {
            Slot::Among(low, high)
        }
        _ => Slot::Any,
    }
}
