//! One date as people write it.
//!
//! Duty: [`date`] tries every habit in turn, the surest first. Takes lower case with plain signs.

use super::words::{
    ABOUT, DOUBTS, PERHAPS, Token, is_before_christ, is_filler, month, season, strip_prefix,
    tokens, without_era,
};
use super::{Repair, reads};
use crate::messages::message;
use crate::time::civil::days_in_month;
use crate::time::english;

/// One date with its marks of doubt.
pub(super) fn date(text: &str) -> Option<Repair> {
    let (mut rest, mut uncertain, mut approximate) = (text, false, false);
    while let Some(short) = strip_prefix(rest, &ABOUT) {
        (rest, approximate) = (short, true);
    }
    while let Some(short) = strip_prefix(rest, &PERHAPS) {
        (rest, uncertain) = (short, true);
    }
    let doubt = |text: &str| DOUBTS.iter().find(|(suffix, ..)| text.ends_with(suffix));
    while let Some((suffix, is_uncertain, is_approximate)) = doubt(rest) {
        rest = rest.strip_suffix(suffix).unwrap_or(rest).trim();
        uncertain |= is_uncertain;
        approximate |= is_approximate;
    }
    let mark = match (uncertain, approximate) {
        (true, true) => "%",
        (true, false) => "?",
        (false, true) => "~",
        (false, false) => "",
    };
    Some(bare(rest)?.map(|fixed| format!("{fixed}{mark}")))
}

/// A day of the calendar, or why there is none; `None` when the month is none.
pub(super) fn calendar_day(year: &str, month: u8, day: u8) -> Option<Repair> {
    if !(1..=12).contains(&month) || day == 0 {
        return None;
    }
    let year = padded(year)?;
    let days = days_in_month(year.parse().ok()?, month);
    if day <= days {
        return Some(Repair::Same(format!("{year}-{month:02}-{day:02}")));
    }
    Some(Repair::Never(message!(
        "dates-days-of-month",
        month = [english::month(month), month.to_string()],
        year = year.trim_start_matches('0'),
        days = days.to_string(),
    )))
}

/// A date without doubts.
fn bare(text: &str) -> Option<Repair> {
    let masked = text.to_uppercase().replace('U', "X");
    if reads(&masked) && !masked.contains(['/', '{', '[']) {
        return Some(Repair::Same(masked));
    }
    let gregorian = without_era(text);
    let text = gregorian.as_deref().unwrap_or(text);
    let undotted = text
        .replace("b.c.", "bc")
        .replace("a.d.", "ad")
        .replace("c.e.", "ce");
    let tokens = tokens(&undotted);
    clock(text)
        .or_else(|| whole_years(&tokens))
        .or_else(|| worded(&tokens))
        .or_else(|| numbers(text, &tokens))
}

/// A day with a clock time that is not quite EDTF: "1941-12-07 07:48", "7 December 1941, 7:48 (UTC-10:30)".
fn clock(text: &str) -> Option<Repair> {
    let (hour, rest) = text.split_once(':')?;
    let day = hour.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let hour: u8 = hour.strip_prefix(day)?.parse().ok()?;
    let day = day.trim_end_matches(['t', ' ', ',']);
    let rest: String = rest
        .replace("utc", "")
        .chars()
        .filter(|letter| !matches!(letter, '(' | ')' | '（' | '）' | ' '))
        .collect();
    let is_utc = text.contains("utc") && !rest.contains(['+', '-']);
    let clock_ends = rest.find(['+', '-', 'z']).unwrap_or(rest.len());
    let (minutes, zone) = rest.split_at_checked(clock_ends)?;
    let minutes = if minutes.len() == 2 {
        format!("{minutes}:00")
    } else {
        minutes.into()
    };
    let zone = match (zone.split_at_checked(3), zone.len()) {
        (Some((hours, minutes)), 5) => format!("{hours}:{minutes}"),
        _ if is_utc => String::from("Z"),
        _ => zone.to_uppercase(),
    };
    let Repair::Same(day) = bare(day)? else {
        return None;
    };
    let fixed = format!("{day}T{hour:02}:{minutes}{zone}");
    reads(&fixed).then_some(Repair::Same(fixed))
}

/// Decades, centuries, years before and after Christ: "the 1970s", "20th century", "44 bc".
fn whole_years(tokens: &[Token]) -> Option<Repair> {
    let mut numbers = tokens.iter().filter_map(number);
    let (number, None) = (numbers.next()?, numbers.next()) else {
        return None;
    };
    let words: Vec<&str> = tokens
        .iter()
        .filter_map(word)
        .filter(|word| *word == "ad" || !is_filler(word))
        .collect();
    match words.as_slice() {
        ["s" | "年代"] if number.len() == 4 => number
            .strip_suffix('0')
            .map(|decade| Repair::Same(format!("{decade}X"))),
        ["century" | "世紀"] => {
            let century: u8 = number
                .parse()
                .ok()
                .filter(|century| (1..=99).contains(century))?;
            Some(Repair::Same(format!("{:02}XX", century - 1)))
        }
        [word] if is_before_christ(word) => {
            let year: u32 = number
                .parse()
                .ok()
                .filter(|year| (1..=10_000).contains(year))?;
            // There is no year 0 in history: 1 BC is the year 0, 2 BC the year −1.
            Some(Repair::Same(if year == 1 {
                "0000".into()
            } else {
                format!("-{:04}", year - 1)
            }))
        }
        ["ad"] => padded(number).map(Repair::Same),
        _ => None,
    }
}

/// Dates with one month or season in words: "15 august 1971", "aug 15th, 1971", "spring 1971". A word that is not
/// understood makes it a guess; without a month it is left alone.
fn worded(tokens: &[Token]) -> Option<Repair> {
    let numbers: Vec<&str> = tokens.iter().filter_map(number).collect();
    let words: Vec<&str> = tokens
        .iter()
        .filter_map(word)
        .filter(|word| !is_filler(word))
        .collect();
    let seasons: Vec<u8> = words.iter().filter_map(|word| season(word)).collect();
    let months: Vec<u8> = words.iter().filter_map(|word| month(word)).collect();
    let repair = match (seasons.as_slice(), months.as_slice(), numbers.as_slice()) {
        ([code], [], [year]) => Repair::Same(format!("{}-{code}", padded(year)?)),
        ([], [month], [year]) if year.len() >= 3 => {
            Repair::Same(format!("{}-{month:02}", padded(year)?))
        }
        ([], [month], [day, year] | [year, day]) if day.len() <= 2 && year.len() >= 3 => {
            calendar_day(year, *month, day.parse().ok()?)?
        }
        _ => return None,
    };
    Some(if words.len() > 1 {
        repair.doubted()
    } else {
        repair
    })
}

/// Dates in numbers alone, or with 年月日.
fn numbers(text: &str, tokens: &[Token]) -> Option<Repair> {
    let understood = |token: &Token| word(token).is_none_or(is_filler);
    // A sign before and a dash behind are more than separators, and so is a wave dash.
    let is_open = text.ends_with(['-', '/', '.']) || text.contains('~');
    if is_open || !tokens.iter().all(understood) {
        return None;
    }
    let numbers: Vec<&str> = tokens.iter().filter_map(number).collect();
    match numbers.as_slice() {
        // A month or a day by itself.
        [_] if text.ends_with(['月', '日']) => None,
        [all] => run_of_digits(text, all),
        _ if text.starts_with('-') => None,
        [year, month] if year.len() == 4 && month.len() <= 2 => {
            let repair = year_and_month(year, month.parse().ok()?)?;
            // "1971/08" may as well be meant as an interval.
            Some(if text.contains('/') {
                repair.doubted()
            } else {
                repair
            })
        }
        [month, year] if year.len() == 4 && month.len() <= 2 => {
            year_and_month(year, month.parse().ok()?)
        }
        [year, month, day] if year.len() == 4 && day.len() <= 2 => {
            year_first(year, month.parse().ok()?, day.parse().ok()?)
        }
        [a, b, year] if year.len() == 4 => year_last(text, year, a.parse().ok()?, b.parse().ok()?),
        _ => None,
    }
}

/// "19710815", "476", "12000".
fn run_of_digits(text: &str, digits: &str) -> Option<Repair> {
    let sign = if text.starts_with('-') { "-" } else { "" };
    match (digits.len(), sign) {
        (8, "") => {
            let (year, rest) = digits.split_at_checked(4)?;
            let (month, day) = rest.split_at_checked(2)?;
            year_first(year, month.parse().ok()?, day.parse().ok()?)
        }
        (1..=4, _) => Some(Repair::Same(format!("{sign}{}", padded(digits)?))),
        (5.., _) => Some(Repair::Same(format!(
            "Y{sign}{}",
            digits.trim_start_matches('0')
        ))),
        _ => None,
    }
}

fn year_and_month(year: &str, month: u8) -> Option<Repair> {
    (1..=12)
        .contains(&month)
        .then(|| Repair::Same(format!("{year}-{month:02}")))
}

fn year_first(year: &str, month: u8, day: u8) -> Option<Repair> {
    // "1971-15-08": the month cannot be 15, but the day can.
    calendar_day(year, month, day).or_else(|| calendar_day(year, day, month).map(Repair::doubted))
}

/// "08/15/1971" and "15.8.1971"; where both orders make sense, a guess: American with slashes, European otherwise.
fn year_last(text: &str, year: &str, a: u8, b: u8) -> Option<Repair> {
    let (day_first, month_first) = (calendar_day(year, b, a), calendar_day(year, a, b));
    let is_day = |repair: &Option<Repair>| repair.as_ref().is_some_and(Repair::is_same);
    match (is_day(&day_first), is_day(&month_first)) {
        (true, true) if day_first == month_first => day_first,
        (true, true) => if text.contains('/') {
            month_first
        } else {
            day_first
        }
        .map(Repair::doubted),
        (true, false) => day_first,
        (false, true) => month_first,
        (false, false) => month_first.or(day_first),
    }
}

fn padded(year: &str) -> Option<String> {
    let number: u32 = year.parse().ok()?;
    (number <= 9999).then(|| format!("{number:04}"))
}

pub(super) fn number(token: &Token) -> Option<&str> {
    match token {
        Token::Number(digits) => Some(digits),
        Token::Word(_) => None,
    }
}

pub(super) fn word(token: &Token) -> Option<&str> {
    match token {
        Token::Word(word) => Some(word),
        Token::Number(_) => None,
    }
}
