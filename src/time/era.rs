//! The Japanese eras since Meiji.
//!
//! Duty: which era years a stretch of a year falls in. Invariant: eras change on their legal first day; the day
//! before belongs to the old one (1989-01-07 is 昭和64年, 1989-01-08 平成元年).

use super::civil::{Civil, civil_from_day};

/// Name and first day. Meiji is reckoned from its proclamation on 23 October 1868 (Gregorian), as ICU does.
const ERAS: [(&str, Civil); 5] = [
    ("明治", Civil::new(1868, 10, 23)),
    ("大正", Civil::new(1912, 7, 30)),
    ("昭和", Civil::new(1926, 12, 25)),
    ("平成", Civil::new(1989, 1, 8)),
    ("令和", Civil::new(2019, 5, 1)),
];

/// The longest era so far had 64 years; numbers far beyond that (令和500年) would be nonsense.
const MOST_YEARS: i64 = 100;

/// The era years of `year` that the days from `first` to `last` (inclusive) touch, oldest first: 昭和46年. Empty
/// before Meiji and beyond the hundredth year of an era. Days outside the year are left out, so that a winter is named after the year it begins in.
pub(super) fn labels(year: i64, first: i64, last: i64) -> Vec<String> {
    let first = civil_from_day(first).max(Civil::new(year, 1, 1));
    let last = civil_from_day(last).min(Civil::new(year, 12, 31));
    let ends = ERAS
        .iter()
        .skip(1)
        .map(|(_, start)| Some(*start))
        .chain([None]);
    ERAS.iter()
        .zip(ends)
        .filter(|((_, start), end)| *start <= last && end.is_none_or(|end| first < end))
        .map(|((name, start), _)| (name, year - start.year + 1))
        .filter(|(_, count)| *count <= MOST_YEARS)
        .map(|(name, count)| match count {
            1 => format!("{name}元年"),
            _ => format!("{name}{count}年"),
        })
        .collect()
}

/// The Gregorian year of an era year written in Japanese; `None` when the era never had it.
pub(super) fn gregorian_year(name: &str, count: i64) -> Option<i64> {
    let position = ERAS.iter().position(|(era, _)| *era == name)?;
    let (_, start) = ERAS.get(position)?;
    let year = start.year.checked_add(count)?.checked_sub(1)?;
    let last = ERAS
        .get(position + 1)
        .map_or(i64::MAX, |(_, next)| next.year);
    ((1..=MOST_YEARS).contains(&count) && year <= last).then_some(year)
}

/// Every era's name.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    ERAS.iter().map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use super::super::civil::day_from_civil;
    use super::*;

    fn label(year: i64, month: u8, day: u8) -> String {
        let day = day_from_civil(Civil::new(year, month, day));
        labels(year, day, day).join("・")
    }

    #[test]
    fn eras_change_on_their_legal_day() {
        for (year, month, day, expected) in [
            (1868, 10, 22, ""),
            (1868, 10, 23, "明治元年"),
            (1912, 7, 29, "明治45年"),
            (1912, 7, 30, "大正元年"),
            (1926, 12, 24, "大正15年"),
            (1926, 12, 25, "昭和元年"),
            (1989, 1, 7, "昭和64年"),
            (1989, 1, 8, "平成元年"),
            (2019, 4, 30, "平成31年"),
            (2019, 5, 1, "令和元年"),
            (2026, 1, 1, "令和8年"),
        ] {
            assert_eq!(label(year, month, day), expected, "{year}-{month}-{day}");
        }
    }

    #[test]
    fn era_years_turn_back() {
        assert_eq!(gregorian_year("昭和", 46), Some(1971));
        assert_eq!(gregorian_year("昭和", 64), Some(1989));
        assert_eq!(gregorian_year("昭和", 65), None);
        assert_eq!(gregorian_year("令和", 0), None);
        assert_eq!(gregorian_year("慶応", 4), None);
    }
}
