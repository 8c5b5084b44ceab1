//! The Japanese eras since Meiji.
//!
//! Duty: which era years a stretch of a year falls in, and the eras as stretches of the axis. Invariant: eras change on
//! their legal first day; the day before belongs to the old one (1989-01-07 is 昭和64年, 1989-01-08 平成元年). The days
//! come from ICU's Japanese calendar, but for Meiji's first years; `tests/eras.rs` holds them against the law.

use std::sync::LazyLock;

use super::civil::{Civil, civil_from_day, day_from_civil};
use super::plain::{self, Fields};
use super::{Lang, Span};

/// Names and first years, for reading dates; what is written comes from ICU.
const READ: [(&str, i64); 5] = [
    ("明治", 1868),
    ("大正", 1912),
    ("昭和", 1926),
    ("平成", 1989),
    ("令和", 2019),
];

/// Meiji's code in ICU.
const MEIJI: &str = "meiji";
/// The Gregorian day on which the era was proclaimed. ICU counts Meiji's years from 1873, when Japan took over the
/// Gregorian calendar: months and days of 明治5年 and before were others. Here they are Gregorian as everywhere else,
/// and the year is named as history books do.
const MEIJI_FIRST: Civil = Civil::new(1868, 10, 23);

/// The longest era so far had 64 years; numbers far beyond that (令和500年) would be nonsense.
const MOST_YEARS: i64 = 100;

/// An era, from its first day to its last.
#[derive(Clone, Debug, PartialEq)]
pub struct Era {
    names: [String; 2],
    span: Span,
    first_year: i64,
}

/// Every era, oldest first. The one that has not ended is taken to last as long as its years are counted.
pub fn eras() -> &'static [Era] {
    static ERAS: LazyLock<Vec<Era>> = LazyLock::new(found);
    &ERAS
}

impl Era {
    /// Shōwa, 昭和.
    pub fn name(&self, lang: Lang) -> &str {
        let [english, japanese] = &self.names;
        match lang {
            Lang::En => english,
            Lang::Ja => japanese,
        }
    }

    /// From its first day to its last.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The number of the era year that is called so in a Gregorian year: 1971 is the 46th of Shōwa.
    pub fn count(&self, year: i64) -> i64 {
        year - self.first_year + 1
    }

    /// The era year in words: Shōwa 46, 昭和46年, 令和元年.
    pub fn year(&self, year: i64, lang: Lang) -> String {
        let count = self.count(year);
        match lang {
            Lang::En => format!("{} {count}", self.name(lang)),
            Lang::Ja => numbered(self.name(lang), count),
        }
    }
}

/// The days on which ICU's calendar changes the era.
fn found() -> Vec<Era> {
    // No era is proclaimed long before it begins, so ICU knows none that begins later than this.
    const LAST: i64 = 2100;
    let code = |day: i64| year_at(civil_from_day(day)).map(|(code, _)| code);
    let first = day_from_civil(MEIJI_FIRST);
    let mut starts = vec![first];
    let mut before = first;
    for year in MEIJI_FIRST.year + 1..=LAST {
        let next = day_from_civil(Civil::new(year, 1, 1));
        if code(before) != code(next) {
            starts.extend((before + 1..=next).find(|day| code(*day) == code(next)));
        }
        before = next;
    }
    let ends = starts.iter().skip(1).map(|start| Some(*start));
    let both = starts.iter().zip(ends.chain([None]));
    both.filter_map(|(start, end)| era(*start, end)).collect()
}

fn era(start: i64, end: Option<i64>) -> Option<Era> {
    let first_year = civil_from_day(start).year;
    let end = end.unwrap_or_else(|| day_from_civil(Civil::new(first_year + MOST_YEARS, 1, 1)));
    // Its last year is none that is written otherwise, as the first is: 元年.
    let last = civil_from_day(end - 1);
    let name = |words: String| {
        let is_of_year = |letter: char| letter.is_ascii_digit() || matches!(letter, ' ' | '年');
        words.trim_matches(is_of_year).to_owned()
    };
    Some(Era {
        names: [
            name(plain::english_era(last)?),
            name(plain::era(last, Fields::Year)?),
        ],
        span: Span::new(start as f64, end as f64),
        first_year,
    })
}

/// The days, one of each era, that name a stretch of a year in era years, oldest first: the first and the last of those
/// from `first` to `last` (inclusive), or one where both lie in the same era. Empty before Meiji and beyond the hundredth
/// year of an era. Days outside the year are left out, so that a winter is named after the year it begins in.
pub(super) fn days(year: i64, first: i64, last: i64) -> Vec<Civil> {
    let first = civil_from_day(first).max(Civil::new(year, 1, 1));
    let last = civil_from_day(last).min(Civil::new(year, 12, 31));
    let era = |day| {
        year_at(day)
            .filter(|(_, count)| *count <= MOST_YEARS)
            .map(|(code, _)| code)
    };
    match (era(first), era(last)) {
        (Some(one), Some(other)) if one != other => vec![first, last],
        (_, Some(_)) => vec![last],
        (Some(_), None) => vec![first],
        (None, None) => Vec::new(),
    }
}

/// The era year of a day: 昭和46年.
pub(super) fn label(day: Civil) -> Option<String> {
    let [(meiji, first_year), ..] = READ;
    plain::era(day, Fields::Year)
        .or_else(|| year_at(day).map(|_| numbered(meiji, day.year - first_year + 1)))
}

/// The code of a day's era, and which year of it the day lies in.
fn year_at(day: Civil) -> Option<(String, i64)> {
    let before_icu =
        || (day >= MEIJI_FIRST).then(|| (MEIJI.to_owned(), day.year - MEIJI_FIRST.year + 1));
    plain::era_year(day).or_else(before_icu)
}

fn numbered(name: &str, count: i64) -> String {
    match count {
        1 => format!("{name}元年"),
        _ => format!("{name}{count}年"),
    }
}

/// The Gregorian year of an era year written in Japanese; `None` when the era never had it.
pub(super) fn gregorian_year(name: &str, count: i64) -> Option<i64> {
    let position = READ.iter().position(|(era, _)| *era == name)?;
    let (_, first) = READ.get(position)?;
    let year = first.checked_add(count)?.checked_sub(1)?;
    let last = READ.get(position + 1).map_or(i64::MAX, |(_, next)| *next);
    ((1..=MOST_YEARS).contains(&count) && year <= last).then_some(year)
}

/// Every era's name.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    READ.iter().map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn era_years_turn_back() {
        assert_eq!(gregorian_year("昭和", 46), Some(1971));
        assert_eq!(gregorian_year("昭和", 64), Some(1989));
        assert_eq!(gregorian_year("昭和", 65), None);
        assert_eq!(gregorian_year("令和", 0), None);
        assert_eq!(gregorian_year("慶応", 4), None);
    }

    #[test]
    fn what_is_read_is_what_is_written() {
        let written = eras()
            .iter()
            .map(|era| (era.name(Lang::Ja), era.first_year));
        assert_eq!(written.collect::<Vec<_>>(), READ);
    }
}
