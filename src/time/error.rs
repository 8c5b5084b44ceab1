//! Why a text is not a date, where, and what to write instead.
//!
//! Duty: turn the parser's complaint into "expected … but found …" at the byte where the wrong part begins.
//! Invariant: `offset` is a character boundary within the text, or its length.

use std::fmt;

use edtf_core::ParseError;

use super::hint::hint;

/// A text that is not a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhenError {
    /// Where the wrong part begins, in bytes from the start of the text.
    pub offset: usize,
    /// "expected … but found …", in lower case and without a full stop.
    pub message: String,
    /// The next step, such as "did you mean 1971-08-15?".
    pub hint: Option<String>,
}

impl std::error::Error for WhenError {}

impl fmt::Display for WhenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        match &self.hint {
            Some(hint) => write!(f, " ({hint})"),
            None => Ok(()),
        }
    }
}

impl WhenError {
    pub(super) fn new(text: &str, error: ParseError) -> Self {
        if error.message == "interval end precedes interval start" {
            return Self::reversed(text);
        }
        let (part, expected) = expectation(error.message);
        let offset = part_start(text, error.offset, part);
        let message = format!("expected {expected} but found {}", found(text, offset));
        Self {
            offset,
            message,
            hint: hint(text),
        }
    }

    /// An interval whose end lies before its start.
    pub(super) fn reversed(text: &str) -> Self {
        let (start, end) = text.split_once('/').unwrap_or((text, ""));
        let offset = text.len() - end.len();
        let message = format!("expected an end on or after the start `{start}` but found `{end}`");
        Self {
            offset,
            message,
            hint: hint(text),
        }
    }
}

/// Which part of a date a complaint is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Year,
    Month,
    Day,
    /// The parser's own offset is where it begins.
    Here,
    /// Something is missing after all of it.
    End,
}

/// The part, and what belongs there, for each complaint of edtf-core 1.2; one it may add later is passed on as a
/// remark.
fn expectation(complaint: &'static str) -> (Part, String) {
    let (part, expected) = match complaint {
        "empty input" | "empty date" => (Part::Here, "a date such as 1971-08-15"),
        "EDTF permits ASCII characters only" | "whitespace is not allowed" => (
            Part::Here,
            "a date such as 1971-08-15, without spaces or letters,",
        ),
        "year must have exactly four digits (or X)" => (Part::Year, "a year of four digits"),
        "-0000 is not a valid year" => (Part::Here, "a year before 0000 such as -0001 (2 BCE)"),
        "negative years cannot contain unspecified digits" => {
            (Part::Here, "four digits after the minus sign")
        }
        "month must be two digits (or X)" => (Part::Month, "a month of two digits"),
        "day must be two digits (or X)" => (Part::Day, "a day of two digits"),
        "month must be 01-12" | "no calendar month matches the unspecified digits" => {
            (Part::Month, "a month from 01 to 12")
        }
        "month must be 01-12 or a sub-year code 21-41" => (
            Part::Month,
            "a month from 01 to 12 (or a season from 21 to 24)",
        ),
        "day is out of range for the month" => (Part::Day, "a day that the month has"),
        "sub-year groupings cannot carry a day" => (Part::Day, "nothing after the season"),
        "expected '-' before month" => (Part::Here, "a hyphen before the month"),
        "expected '-' before day" => (Part::Here, "a hyphen before the day"),
        "unexpected characters after day" => (Part::Here, "nothing after the day"),
        "date-times require a complete YYYY-MM-DD date"
        | "date-times require a plain all-digit date" => {
            (Part::Here, "a whole day such as 1941-12-07 before the T")
        }
        "time must be hh:mm:ss" | "time components must be two digits" => {
            (Part::Here, "a clock time such as 07:48:00")
        }
        "hour must be 00-23 (24 is not allowed)" => (Part::Here, "an hour from 00 to 23"),
        "minute must be 00-59" => (Part::Here, "a minute from 00 to 59"),
        "second must be 00-60" => (Part::Here, "a second from 00 to 59"),
        "shift minutes must be 00-59" => (Part::Here, "offset minutes from 00 to 59"),
        "time shift exceeds ±14:00" => (Part::Here, "an offset from UTC of at most 14 hours"),
        "negative zero time shift is not allowed" => (Part::Here, "Z or +00:00"),
        "interval must contain exactly one '/'" => (Part::Here, "nothing after the second date"),
        "interval needs at least one dated endpoint" => {
            (Part::Here, "a date on at least one side of the slash")
        }
        "unterminated set" => (Part::End, "a closing bracket"),
        shift if shift.starts_with("time shift") => {
            (Part::Here, "an offset from UTC such as +09:00, -10:30 or Z")
        }
        other => return (Part::Here, format!("a date such as 1971-08-15 ({other})")),
    };
    (part, expected.into())
}

/// Where a part begins, given where the parser stumbled inside it.
fn part_start(text: &str, stumble: usize, part: Part) -> usize {
    let nth = match part {
        Part::Here => return boundary(text, stumble),
        Part::End => return text.len(),
        Part::Year => 0,
        Part::Month => 1,
        Part::Day => 2,
    };
    let before = text.get(..boundary(text, stumble)).unwrap_or("");
    let date = before.rfind(['/', ',', '[', '{']).map_or(0, |at| at + 1);
    let date = before.rfind("..").map_or(date, |at| date.max(at + 2));
    let is_sign = |letter: char| matches!(letter, '-' | '?' | '~' | '%');
    let signs = text.get(date..).map_or(0, |rest| {
        rest.len() - rest.trim_start_matches(is_sign).len()
    });
    let mut start = date + if nth == 0 { 0 } else { signs };
    for _ in 0..nth {
        match text.get(start..).and_then(|rest| rest.find('-')) {
            Some(hyphen) => start += hyphen + 1,
            None => return text.len(),
        }
    }
    start
}

/// The nearest character boundary at or before `offset`.
fn boundary(text: &str, offset: usize) -> usize {
    (0..=offset.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}

/// The word at `offset`, quoted.
fn found(text: &str, offset: usize) -> String {
    let rest = text.get(offset..).unwrap_or("");
    match rest.chars().next() {
        None if text.is_empty() => "nothing".into(),
        None => "the end".into(),
        Some(first) if first.is_whitespace() => "a space".into(),
        Some(first) if !first.is_alphanumeric() => format!("`{first}`"),
        Some(_) => {
            let word: String = rest
                .chars()
                .take_while(|letter| letter.is_alphanumeric())
                .take(20)
                .collect();
            format!("`{word}`")
        }
    }
}
