//! Intervals as people write them.
//!
//! Duty: find what stands between the two ends, repair each, and let one complete the other ("27 – 28 February
//! 2019"). Takes lower case with plain signs.

use super::dates::{calendar_day, date, number, word};
use super::words::{BETWEEN, ONWARDS, PRESENT, SINCE, UNKNOWN, UNTIL, month, strip_prefix, tokens};
use super::{Repair, reads};

/// "since 2019", "until 1945", 2019年以降, 1945年まで.
pub(super) fn open_by_word(text: &str) -> Option<Repair> {
    let onwards = || ONWARDS.iter().find_map(|suffix| text.strip_suffix(suffix));
    if let Some(start) = strip_prefix(text, &SINCE).or_else(onwards) {
        return Some(date(start.trim())?.map(|start| format!("{start}/..")));
    }
    let end = strip_prefix(text, &UNTIL).or_else(|| text.strip_suffix("まで"))?;
    Some(date(end.trim())?.map(|end| format!("../{end}")))
}

/// "2019-", "-2 may 1945", 2019年～. A hyphen may also be the beginning of more.
pub(super) fn open_by_sign(text: &str) -> Option<Repair> {
    let signs = ["-", "~", ".."];
    if let Some(start) = signs.iter().find_map(|sign| text.strip_suffix(sign)) {
        return Some(
            date(start.trim())?
                .map(|start| format!("{start}/.."))
                .doubted(),
        );
    }
    let end = signs.iter().find_map(|sign| text.strip_prefix(sign))?;
    Some(date(end.trim())?.map(|end| format!("../{end}")).doubted())
}

/// "1945-1952", "1945 to 1952", "1952/1945", "2019/present".
pub(super) fn closed(text: &str) -> Option<Repair> {
    let text = strip_prefix(text, &["from ", "between "]).unwrap_or(text);
    BETWEEN
        .iter()
        .flat_map(|joint| {
            text.match_indices(joint)
                .map(|(at, _)| (at, at + joint.len()))
        })
        .find_map(|(until, from)| joined(text.get(..until)?.trim(), text.get(from..)?.trim()))
}

fn joined(start: &str, end: &str) -> Option<Repair> {
    if start.is_empty() || end.is_empty() {
        return None;
    }
    let (a, b) = match (side(start), side(end)) {
        (Some(a), Some(b)) => (a, b),
        (None, Some(b)) => (completed(start, &b)?, b),
        (Some(a), None) => {
            let b = completed(end, &a)?;
            (a, b)
        }
        (None, None) => return None,
    };
    let sure = a.is_same() && b.is_same();
    let (a, b) = match (a, b) {
        (Repair::Never(remark), _) | (_, Repair::Never(remark)) => {
            return Some(Repair::Never(remark));
        }
        (Repair::Same(a) | Repair::Guess(a), Repair::Same(b) | Repair::Guess(b)) => (a, b),
    };
    let (forward, backward) = (format!("{a}/{b}"), format!("{b}/{a}"));
    match (reads(&forward), sure) {
        (true, true) => Some(Repair::Same(forward)),
        (true, false) => Some(Repair::Guess(forward)),
        // A guess turned round would be a guess too many.
        (false, _) => (sure && reads(&backward)).then_some(Repair::Guess(backward)),
    }
}

/// One end that says enough by itself.
fn side(text: &str) -> Option<Repair> {
    if PRESENT.contains(&text) {
        return Some(Repair::Same("..".into()));
    }
    if UNKNOWN.contains(&text) {
        return Some(Repair::Same(String::new()));
    }
    // A short number is a day or the end of a year, not a year of antiquity.
    let is_short = text.len() < 3 && text.bytes().all(|digit| digit.is_ascii_digit());
    if is_short { None } else { date(text) }
}

/// One end that takes its year, century or month from the other.
fn completed(text: &str, other: &Repair) -> Option<Repair> {
    let (Repair::Same(other) | Repair::Guess(other)) = other else {
        return None;
    };
    let year = other
        .get(..4)
        .filter(|year| year.bytes().all(|digit| digit.is_ascii_digit()))?;
    let other_month = || other.get(5..7)?.parse::<u8>().ok();
    let tokens = tokens(text);
    let numbers: Vec<u8> = tokens
        .iter()
        .filter_map(number)
        .map(|digits| digits.parse().ok())
        .collect::<Option<_>>()?;
    let words: Vec<&str> = tokens.iter().filter_map(word).collect();
    match (numbers.as_slice(), words.as_slice()) {
        // "1945-52": the century is taken over.
        ([short], []) if other.len() == 4 && text.len() == 2 => {
            Some(Repair::Guess(format!("{}{short:02}", year.get(..2)?)))
        }
        ([day], [] | ["日"]) if other.len() >= 10 => calendar_day(year, other_month()?, *day),
        ([month], ["月"]) => Some(Repair::Same(format!("{year}-{month:02}"))),
        ([month, day], ["月", "日"]) => calendar_day(year, *month, *day),
        ([], [word]) => Some(Repair::Same(format!("{year}-{:02}", month(word)?))),
        ([day], [word]) => calendar_day(year, month(word)?, *day),
        _ => None,
    }
}
