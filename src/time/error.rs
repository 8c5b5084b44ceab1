//! Why a text is not a date, where, and what to write instead.
//!
//! Duty: turn the parser's complaint into "expected … but found …" at the byte where the wrong part begins.
//! Invariant: `offset` is a character boundary within the text, or its length.

use std::fmt;

use edtf_core::ParseError;

use super::hint::hint;
use crate::messages::{Lang, Message, Value, message};

/// A text that is not a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhenError {
    /// Where the wrong part begins, in bytes from the start of the text.
    pub offset: usize,
    /// "expected … but found …", in lower case and without a full stop.
    pub message: Message,
    /// The next step, such as "did you mean 1971-08-15?".
    pub hint: Option<Message>,
}

impl std::error::Error for WhenError {}

/// In English, for the command line.
impl fmt::Display for WhenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message.text(Lang::En))?;
        match &self.hint {
            Some(hint) => write!(f, " ({})", hint.text(Lang::En)),
            None => Ok(()),
        }
    }
}

impl WhenError {
    pub(super) fn new(text: &str, error: ParseError) -> Self {
        if error.message == "interval end precedes interval start" {
            return Self::reversed(text);
        }
        let known = expectation(error.message);
        let part = known.map_or(Part::Here, |(part, _)| part);
        let offset = part_start(text, error.offset, part);
        let found = found(text, offset);
        let message = match known {
            Some((_, expected)) => expected(found),
            None => message!("dates-other", remark = error.message, found = found),
        };
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
        let message = message!("dates-reversed", start = start, end = end);
        Self {
            offset,
            message,
            hint: hint(text),
        }
    }
}

/// Which part of a date a complaint is about.
#[derive(Clone, Copy)]
enum Part {
    Year,
    Month,
    Day,
    /// The parser's own offset is where it begins.
    Here,
    /// Something is missing after all of it.
    End,
}

/// Says what belongs where this was found.
type Expected = fn(Value) -> Message;

/// The part, and what belongs there, for each complaint of edtf-core 1.2; one it may add later is passed on as a
/// remark.
fn expectation(complaint: &str) -> Option<(Part, Expected)> {
    calendar(complaint)
        .or_else(|| clock(complaint))
        .or_else(|| several(complaint))
}

/// What may be wrong with years, months and days.
fn calendar(complaint: &str) -> Option<(Part, Expected)> {
    let known: (Part, Expected) = match complaint {
        "empty input" | "empty date" => (Part::Here, |found| message!("dates-date", found = found)),
        "EDTF permits ASCII characters only" | "whitespace is not allowed" => {
            (Part::Here, |found| message!("dates-plain", found = found))
        }
        "year must have exactly four digits (or X)" => {
            (Part::Year, |found| message!("dates-year", found = found))
        }
        "-0000 is not a valid year" => (Part::Here, |found| {
            message!("dates-year-zero", found = found)
        }),
        "negative years cannot contain unspecified digits" => (Part::Here, |found| {
            message!("dates-negative-year", found = found)
        }),
        "month must be two digits (or X)" => {
            (Part::Month, |found| message!("dates-month", found = found))
        }
        "day must be two digits (or X)" => {
            (Part::Day, |found| message!("dates-day", found = found))
        }
        "month must be 01-12" | "no calendar month matches the unspecified digits" => {
            (Part::Month, |found| {
                message!("dates-no-such-month", found = found)
            })
        }
        "month must be 01-12 or a sub-year code 21-41" => (Part::Month, |found| {
            message!("dates-no-such-season", found = found)
        }),
        "day is out of range for the month" => (Part::Day, |found| {
            message!("dates-no-such-day", found = found)
        }),
        "sub-year groupings cannot carry a day" => (Part::Day, |found| {
            message!("dates-after-season", found = found)
        }),
        "expected '-' before month" => (Part::Here, |found| {
            message!("dates-before-month", found = found)
        }),
        "expected '-' before day" => (Part::Here, |found| {
            message!("dates-before-day", found = found)
        }),
        "unexpected characters after day" => (Part::Here, |found| {
            message!("dates-after-day", found = found)
        }),
        _ => return None,
    };
    Some(known)
}

/// What may be wrong with clock times and their offsets.
fn clock(complaint: &str) -> Option<(Part, Expected)> {
    let known: (Part, Expected) = match complaint {
        "date-times require a complete YYYY-MM-DD date"
        | "date-times require a plain all-digit date" => (Part::Here, |found| {
            message!("dates-before-clock", found = found)
        }),
        "time must be hh:mm:ss" | "time components must be two digits" => {
            (Part::Here, |found| message!("dates-clock", found = found))
        }
        "hour must be 00-23 (24 is not allowed)" => {
            (Part::Here, |found| message!("dates-hour", found = found))
        }
        "minute must be 00-59" => (Part::Here, |found| message!("dates-minute", found = found)),
        "second must be 00-60" => (Part::Here, |found| message!("dates-second", found = found)),
        "shift minutes must be 00-59" => (Part::Here, |found| {
            message!("dates-offset-minutes", found = found)
        }),
        "time shift exceeds ±14:00" => (Part::Here, |found| {
            message!("dates-far-offset", found = found)
        }),
        "negative zero time shift is not allowed" => (Part::Here, |found| {
            message!("dates-zero-offset", found = found)
        }),
        shift if shift.starts_with("time shift") => {
            (Part::Here, |found| message!("dates-offset", found = found))
        }
        _ => return None,
    };
    Some(known)
}

/// What may be wrong with intervals and sets.
fn several(complaint: &str) -> Option<(Part, Expected)> {
    let known: (Part, Expected) = match complaint {
        "interval must contain exactly one '/'" => (Part::Here, |found| {
            message!("dates-after-interval", found = found)
        }),
        "interval needs at least one dated endpoint" => (Part::Here, |found| {
            message!("dates-undated-interval", found = found)
        }),
        "unterminated set" => (Part::End, |found| message!("dates-set", found = found)),
        _ => return None,
    };
    Some(known)
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
fn found(text: &str, offset: usize) -> Value {
    let rest = text.get(offset..).unwrap_or("");
    match rest.chars().next() {
        None if text.is_empty() => message!("dates-found-nothing").into(),
        None => message!("dates-found-end").into(),
        Some(first) if first.is_whitespace() => message!("dates-found-space").into(),
        Some(first) if !first.is_alphanumeric() => format!("`{first}`").into(),
        Some(_) => {
            let word: String = rest
                .chars()
                .take_while(|letter| letter.is_alphanumeric())
                .take(20)
                .collect();
            format!("`{word}`").into()
        }
    }
}
