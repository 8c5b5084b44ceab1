//! Dates as programs stamp them, in numbers or in the words of JavaScript, and what two of them say together.
//!
//! A stamp tells a clock time even where nobody knows one: midnight stands for the whole day here, in all formats. EDTF
//! has clock times on single dates only, so a stretch is told in days.

use super::dates::{Parts, is_edtf, stretch};
use super::losses::Losses;
use crate::messages::message;

/// A date with the zone of its clock time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Stamp {
    /// Its time is only there where it is not midnight.
    pub(super) parts: Parts,
    /// Minutes east of Greenwich, where they are told.
    pub(super) zone: Option<i32>,
}

impl Stamp {
    /// In EDTF; `None` where there is no such day or hour.
    pub(super) fn edtf(&self) -> Option<String> {
        let mut text = self.parts.edtf()?;
        if let (true, Some(zone)) = (text.contains('T'), self.zone) {
            let sign = if zone < 0 { '-' } else { '+' };
            let minutes = zone.unsigned_abs();
            match zone {
                0 => text.push('Z'),
                _ => text.push_str(&format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)),
            }
        }
        is_edtf(&text).then_some(text)
    }

    /// The same without what midnight does not tell.
    fn told(mut self) -> Self {
        if self.parts.time == Some((0, 0, 0)) {
            self.parts.time = None;
        }
        self.parts.month = self.parts.month.filter(|month| *month != 0);
        self.parts.day = self.parts.day.filter(|day| *day != 0);
        self
    }
}

/// What is left of a text that is read from its start.
struct Rest<'a>(&'a str);

impl Rest<'_> {
    /// Up to this many digits, at least one.
    fn digits(&mut self, most: usize) -> Option<(i64, usize)> {
        let is_digit = |letter: &u8| letter.is_ascii_digit();
        let count = self.0.bytes().take_while(is_digit).take(most).count();
        let (digits, rest) = self.0.split_at_checked(count)?;
        let number = digits.parse().ok()?;
        self.0 = rest;
        Some((number, count))
    }

    /// Two digits or one.
    fn small(&mut self) -> Option<u8> {
        u8::try_from(self.digits(2)?.0).ok()
    }

    fn eat(&mut self, marks: &[char]) -> Option<char> {
        let mark = self.0.chars().next().filter(|mark| marks.contains(mark))?;
        self.0 = self.0.get(mark.len_utf8()..)?;
        Some(mark)
    }
}

/// A date in numbers, the year first and as astronomers count: "1971-08-15T07:48:00Z", "-0043-03-15", "1971-8-15 7:48:0",
/// "1971". A month or a day 00 is none. Fractions of a second are dropped.
pub(super) fn in_numbers(text: &str) -> Option<Stamp> {
    let mut rest = Rest(text.trim());
    let sign = rest.eat(&['-', '+']);
    let (year, digits) = rest.digits(18)?;
    // Eight digits are a day, not a year.
    if sign.is_none() && digits > 4 && !rest.0.starts_with('-') {
        return None;
    }
    let mut stamp = Stamp::default();
    stamp.parts.year = if sign == Some('-') {
        year.checked_neg()?
    } else {
        year
    };
    if rest.eat(&['-']).is_some() {
        stamp.parts.month = Some(rest.small()?);
        if rest.eat(&['-']).is_some() {
            stamp.parts.day = Some(rest.small()?);
        }
    }
    if stamp.parts.day.is_some() && rest.eat(&['T', 't', ' ']).is_some() {
        rest.0 = rest.0.trim_start();
        stamp.parts.time = Some(clock(&mut rest)?);
        rest.0 = rest.0.trim_start();
        stamp.zone = if rest.0.is_empty() {
            None
        } else {
            Some(zone(std::mem::take(&mut rest.0))?)
        };
    }
    rest.0.is_empty().then_some(stamp.told())
}

/// "7:48", "07:48:00", "07:48:00.000".
fn clock(rest: &mut Rest<'_>) -> Option<(u8, u8, u8)> {
    let hour = rest.small()?;
    rest.eat(&[':'])?;
    let minute = rest.small()?;
    let second = match rest.eat(&[':']) {
        Some(_) => rest.small()?,
        None => 0,
    };
    if rest.eat(&['.', ',']).is_some() {
        rest.digits(18)?;
    }
    Some((hour, minute, second))
}

/// The zones that JavaScript knows by name, in minutes east of Greenwich.
const ZONES: [(&str, i32); 11] = [
    ("Z", 0),
    ("UTC", 0),
    ("GMT", 0),
    ("EST", -300),
    ("EDT", -240),
    ("CST", -360),
    ("CDT", -300),
    ("MST", -420),
    ("MDT", -360),
    ("PST", -480),
    ("PDT", -420),
];

/// "Z", "-0600", "+09:00", "GMT-0600", "PST".
fn zone(text: &str) -> Option<i32> {
    let named = ZONES.iter().find(|(name, _)| {
        let start = text.get(..name.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(name))
    });
    let (base, text) = match named {
        Some((name, minutes)) => (*minutes, text.get(name.len()..)?),
        None => (0, text),
    };
    if text.is_empty() {
        return named.map(|_| base);
    }
    let mut rest = Rest(text);
    let sign = if rest.eat(&['+', '-'])? == '-' { -1 } else { 1 };
    let hours = i32::from(rest.small()?);
    rest.eat(&[':']);
    let minutes = if rest.0.is_empty() {
        0
    } else {
        i32::from(rest.small()?)
    };
    let is_whole = rest.0.is_empty() && hours < 24 && minutes < 60;
    is_whole.then_some(base + sign * (hours * 60 + minutes))
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// Which of these names a word is, or begins, with three letters at least.
fn named(word: &str, names: &[&str]) -> Option<u8> {
    let word = word.trim_end_matches('.').to_ascii_lowercase();
    let found = names.iter().position(|name| name.starts_with(&word))?;
    (word.len() >= 3).then_some(u8::try_from(found).ok()?.saturating_add(1))
}

/// A date as JavaScript and electronic mail write it: "Wed Jan 06 1963 00:00:00 GMT-0600 (CST)", "May 20 1961",
/// "Sat, 20 May 1961 12:30:00 -0600".
pub(super) fn in_script(text: &str) -> Option<Stamp> {
    let text = text.split('(').next().unwrap_or_default();
    let mut stamp = Stamp::default();
    let mut year = None;
    for word in text
        .split([' ', ',', '\t', '\n'])
        .filter(|word| !word.is_empty())
    {
        if let Some(month) = named(word, &MONTHS) {
            stamp.parts.month = Some(month);
        } else if named(word, &WEEKDAYS).is_some() {
            // It follows from the date.
        } else if word.contains(':') && stamp.parts.time.is_none() {
            let mut rest = Rest(word);
            stamp.parts.time = Some(clock(&mut rest)?);
            if !rest.0.is_empty() {
                stamp.zone = Some(zone(rest.0)?);
            }
        } else if word.bytes().all(|letter| letter.is_ascii_digit()) {
            match stamp.parts.day {
                None if word.len() <= 2 => stamp.parts.day = word.parse().ok(),
                _ if year.is_none() => year = Some(full_year(word)?),
                _ => return None,
            }
        } else if word.eq_ignore_ascii_case("am") {
            stamp.parts.time = Some(in_the(0, stamp.parts.time?)?);
        } else if word.eq_ignore_ascii_case("pm") {
            stamp.parts.time = Some(in_the(12, stamp.parts.time?)?);
        } else if stamp.parts.time.is_some() && stamp.zone.is_none() {
            stamp.zone = Some(zone(word)?);
        } else {
            return None;
        }
    }
    stamp.parts.year = year?;
    stamp.parts.month?;
    Some(stamp.told())
}

/// The hour by the half of the day, which begins at this hour.
fn in_the(half: u8, (hour, minute, second): (u8, u8, u8)) -> Option<(u8, u8, u8)> {
    let is_hour = (1..=12).contains(&hour);
    is_hour.then_some((hour % 12 + half, minute, second))
}

/// A year as JavaScript reads it: of two digits it is one of 1950 to 2049.
fn full_year(digits: &str) -> Option<i64> {
    let year: i64 = digits.get(..digits.len().min(6))?.parse().ok()?;
    Some(match (digits.len(), year) {
        (1 | 2, 0..=49) => year + 2000,
        (1 | 2, _) => year + 1900,
        _ => year,
    })
}

/// A date in EDTF without its clock time.
pub(super) fn day(text: &str) -> &str {
    text.split('T').next().unwrap_or(text)
}

/// From one date to another, told in days; `None` where the end lies before the start. What the clock said beyond that is
/// put down as lost.
pub(super) fn between(start: &str, end: &str, of: &str, losses: &mut Losses) -> Option<String> {
    if start == end {
        return Some(start.to_owned());
    }
    let (first, last) = (day(start), day(end));
    if first == last {
        losses.add(message!("losses-hour-of-end"), of);
        return Some(start.to_owned());
    }
    let told = stretch(first, last)?;
    if first != start || last != end {
        losses.add(message!("losses-clock-of-days"), of);
    }
    Some(told)
}

/// One moment, nobody knows which, between two dates; `None` where the last lies before the first. A whole month or a whole
/// year is told as such.
pub(super) fn within(first: &str, last: &str) -> Option<String> {
    let depth = |text: &str| text.bytes().skip(1).filter(|mark| *mark == b'-').count();
    let (first, last) = (day(first), day(last));
    let least = depth(first).min(depth(last));
    let cut = |text: &str| {
        let mut dashes = text.match_indices('-').filter(|(at, _)| *at > 0);
        let end = dashes.nth(least).map_or(text.len(), |(at, _)| at);
        text.get(..end).unwrap_or(text).to_owned()
    };
    let (first, last) = (cut(first), cut(last));
    stretch(&first, &last)?;
    if first == last {
        return Some(first);
    }
    if let Some(whole) = whole(&first, &last) {
        return Some(whole);
    }
    let text = format!("[{first}..{last}]");
    is_edtf(&text).then_some(text)
}

/// The year or the month that begins on one day and ends on the other.
fn whole(first: &str, last: &str) -> Option<String> {
    if let (Some(year), Some(also)) = (first.strip_suffix("-01-01"), last.strip_suffix("-12-31")) {
        return (year == also).then(|| year.to_owned());
    }
    let month = first.strip_suffix("-01")?;
    let day: u8 = last.strip_prefix(month)?.strip_prefix('-')?.parse().ok()?;
    let is_last = day > 27 && !is_edtf(&format!("{month}-{:02}", day.saturating_add(1)));
    is_last.then(|| month.to_owned())
}

/// The same date, about; without its clock time, which would not fit.
pub(super) fn about(text: &str) -> String {
    let text = day(text);
    let about = format!("{text}~");
    if is_edtf(&about) {
        about
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> Option<String> {
        in_numbers(text)?.edtf()
    }

    fn script(text: &str) -> Option<String> {
        in_script(text)?.edtf()
    }

    #[test]
    fn dates_in_numbers_are_read_with_their_precision() {
        for (text, expected) in [
            ("1971", "1971"),
            ("66", "0066"),
            ("-200", "-0200"),
            ("1971-08", "1971-08"),
            ("1971-8-5", "1971-08-05"),
            ("1971-08-15T00:00:00Z", "1971-08-15"),
            ("1971-00-00T00:00:00Z", "1971"),
            ("+1971-08-15T00:00:00Z", "1971-08-15"),
            ("-0043-03-15T00:00:00Z", "-0043-03-15"),
            ("-099-01-01T00:00:00Z", "-0099-01-01"),
            ("-13798000000-00-00T00:00:00Z", "Y-13798000000"),
            ("1941-12-07T07:48-10:30", "1941-12-07T07:48:00-10:30"),
            ("1941-12-7 7:48:0", "1941-12-07T07:48:00"),
            ("2009-12-24T10:00:00.000Z", "2009-12-24T10:00:00Z"),
        ] {
            assert_eq!(numbers(text).as_deref(), Some(expected), "{text}");
        }
        for text in [
            "",
            "-",
            "19710815",
            "1971-02-30",
            "1971-13-01",
            "1971-08-15T25:00:00",
            "1971-08-15 x",
            "1971-08-15T10:00:00+99",
            "99999999999999999999-01-01",
            "１９７１",
        ] {
            assert_eq!(numbers(text), None, "{text}");
        }
    }

    #[test]
    fn stamps_of_javascript_are_read() {
        for (text, expected) in [
            ("Wed Jan 06 1963 00:00:00 GMT-0600", "1963-01-06"),
            (
                "Fri Nov 22 1963 12:30:40 GMT-0600 (CST)",
                "1963-11-22T12:30:40-06:00",
            ),
            ("May 20 1961", "1961-05-20"),
            (
                "Sat, 20 May 1961 12:30:00 +0900",
                "1961-05-20T12:30:00+09:00",
            ),
            ("20 May 1961 12:30:00 EST", "1961-05-20T12:30:00-05:00"),
            ("May 20, 1961 1:05 PM", "1961-05-20T13:05:00"),
            ("Sept. 2 1945", "1945-09-02"),
            ("May 1961", "1961-05"),
            ("Jan 1 70", "1970-01-01"),
            ("Jan 1 0070", "0070-01-01"),
        ] {
            assert_eq!(script(text).as_deref(), Some(expected), "{text}");
        }
        for text in [
            "",
            "May",
            "1961",
            "May 40 1961",
            "Ma 20 1961",
            "once in May 1961",
        ] {
            assert_eq!(script(text), None, "{text}");
        }
    }

    #[test]
    fn two_dates_make_a_stretch_of_days() {
        let mut losses = Losses::default();
        let mut told = |start, end| between(start, end, "A", &mut losses);
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(told("1971", "1975-01"), some("1971/1975-01"));
        assert_eq!(told("1975", "1971"), None);
        assert_eq!(
            told("1971-08-15T10:00:00", "1971-08-16"),
            some("1971-08-15/1971-08-16")
        );
        assert_eq!(
            told("1971-08-15T10:00:00", "1971-08-15T12:00:00"),
            some("1971-08-15T10:00:00")
        );
        assert_eq!(losses.kinds().len(), 2);
    }

    #[test]
    fn a_moment_within_a_stretch_is_one_of_its_dates() {
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(within("0600", "0700"), some("[0600..0700]"));
        assert_eq!(within("-0199", "0100"), some("[-0199..0100]"));
        assert_eq!(within("1960-01-01", "1960-12-31"), some("1960"));
        assert_eq!(within("1960-02-01", "1960-02-29"), some("1960-02"));
        assert_eq!(
            within("1961-02-01", "1961-02-27"),
            some("[1961-02-01..1961-02-27]")
        );
        assert_eq!(within("1960-05-07", "1961"), some("[1960..1961]"));
        assert_eq!(within("1961", "1960"), None);
        assert_eq!(about("1971-08-15T10:00:00"), "1971-08-15~");
        assert_eq!(about("1971~"), "1971~");
    }
}
