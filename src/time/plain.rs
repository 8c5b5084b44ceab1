//! Dates without doubt, worded by ICU4X.
//!
//! Duty: a year, a month or a day as people who read English or Japanese write it: "15 August 1971", 1971年8月15日,
//! 昭和46年8月15日. Answers `None` for what ICU has no words for or other words than ours (years before 1000 and after
//! 9999, a mask, a season); `english` and `japanese` word those.
//!
//! A date takes about 0.3 µs, a name of a month nothing: those stand ready. Formatters are built once and shared by all
//! threads, for which ICU's `sync` is on.

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use icu::calendar::{Date, Gregorian, Iso, cal::Japanese};
use icu::datetime::FixedCalendarDateTimeFormatter as Formatter;
use icu::datetime::fieldsets::{M, Y, YM, YMD};
use icu::datetime::scaffold::CldrCalendar;
use icu::locale::{Locale, locale};

use super::civil::Civil;
use super::reading::{Reading, Slot, YearPart};

/// Years that are four digits and nothing else. ICU counts to 9999, and marks those before 1000 with "AD" and 西暦.
const YEARS: RangeInclusive<i64> = 1000..=9999;

/// How much of a day is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fields {
    Year,
    Month,
    Day,
}

/// The first day of a date that is a year, a month or a day, and how much of it is known; its doubts are for the caller
/// to word.
pub(super) fn fields(reading: &Reading) -> Option<(Civil, Fields)> {
    let YearPart::Exact(year) = reading.year else {
        return None;
    };
    let (month, day, fields) = match (reading.season, reading.month, reading.day) {
        (None, Slot::Absent, Slot::Absent) => (1, 1, Fields::Year),
        (None, Slot::Exact(month), Slot::Absent) => (month, 1, Fields::Month),
        (None, Slot::Exact(month), Slot::Exact(day)) => (month, day, Fields::Day),
        _ => return None,
    };
    Some((Civil::new(year, month, day), fields))
}

/// "1971", "August 1971", "15 August 1971".
pub(super) fn english(reading: &Reading) -> Option<String> {
    gregorian(ENGLISH.as_ref()?, reading)
}

/// 1971年, 1971年8月, 1971年8月15日.
pub(super) fn japanese(reading: &Reading) -> Option<String> {
    gregorian(JAPANESE.as_ref()?, reading)
}

/// 昭和46年, 昭和46年8月, 昭和46年8月15日; `None` where ICU knows no era.
pub(super) fn era(day: Civil, fields: Fields) -> Option<String> {
    in_eras(ERAS.as_ref()?, day, fields)
}

/// The era of a day in English, after its year: "46 Shōwa".
pub(super) fn english_era(day: Civil) -> Option<String> {
    in_eras(ENGLISH_ERAS.as_ref()?, day, Fields::Year)
}

/// Name of the era of a day as ICU spells it in its code, and the era year: "showa", 46. `None` where it has none.
pub(super) fn era_year(day: Civil) -> Option<(String, i64)> {
    let year = iso(day)?.to_calendar(Japanese::new()).era_year();
    let era = year.era.as_str();
    (!matches!(era, "ce" | "bce")).then(|| (era.to_owned(), year.year.into()))
}

/// The month in full, January first; `None` when there is no such month.
pub(super) fn month(month: u8) -> Option<&'static str> {
    static NAMES: LazyLock<Option<Vec<String>>> =
        LazyLock::new(|| months(&locale!("en-GB"), M::long()));
    named(NAMES.as_ref()?, month)
}

/// The month's first three letters. Those of `en`: British English has "Sept", which would be the one of four.
pub(super) fn short_month(month: u8) -> Option<&'static str> {
    static NAMES: LazyLock<Option<Vec<String>>> =
        LazyLock::new(|| months(&locale!("en"), M::medium()));
    named(NAMES.as_ref()?, month)
}

/// The words of one language in one calendar.
struct Words<C: CldrCalendar> {
    year: Formatter<C, Y>,
    month: Formatter<C, YM>,
    day: Formatter<C, YMD>,
}

/// Macros where functions would do, were it not for the bounds that ICU puts on every calendar.
macro_rules! words {
    ($locale:expr) => {
        LazyLock::new(|| {
            let locale = || $locale.into();
            Some(Words {
                year: Formatter::try_new(locale(), Y::long()).ok()?,
                month: Formatter::try_new(locale(), YM::long()).ok()?,
                day: Formatter::try_new(locale(), YMD::long()).ok()?,
            })
        })
    };
}

macro_rules! word {
    ($words:expr, $date:expr, $fields:expr) => {
        match $fields {
            Fields::Year => $words.year.format($date).to_string(),
            Fields::Month => $words.month.format($date).to_string(),
            Fields::Day => $words.day.format($date).to_string(),
        }
    };
}

static ENGLISH: LazyLock<Option<Words<Gregorian>>> = words!(locale!("en-GB"));
static JAPANESE: LazyLock<Option<Words<Gregorian>>> = words!(locale!("ja"));
static ERAS: LazyLock<Option<Words<Japanese>>> = words!(locale!("ja-u-ca-japanese"));
static ENGLISH_ERAS: LazyLock<Option<Words<Japanese>>> = words!(locale!("en-GB-u-ca-japanese"));

fn gregorian(words: &Words<Gregorian>, reading: &Reading) -> Option<String> {
    let (day, fields) = fields(reading)?;
    let date = iso(day)?.to_calendar(Gregorian);
    YEARS
        .contains(&day.year)
        .then(|| word!(words, &date, fields))
}

fn in_eras(words: &Words<Japanese>, day: Civil, fields: Fields) -> Option<String> {
    era_year(day)?;
    let date = iso(day)?.to_calendar(Japanese::new());
    Some(word!(words, &date, fields))
}

fn iso(day: Civil) -> Option<Date<Iso>> {
    Date::try_new_iso(i32::try_from(day.year).ok()?, day.month, day.day).ok()
}

fn months(locale: &Locale, names: M) -> Option<Vec<String>> {
    let formatter = Formatter::<Gregorian, M>::try_new(locale.clone().into(), names).ok()?;
    let name = |month| {
        let date = Date::try_new_gregorian(2000, month, 1).ok()?;
        Some(formatter.format(&date).to_string())
    };
    (1..=12).map(name).collect()
}

fn named(names: &'static [String], month: u8) -> Option<&'static str> {
    let index = usize::from(month).checked_sub(1)?;
    names.get(index).map(String::as_str)
}
