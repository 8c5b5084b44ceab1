//! The words people put into dates, in English and Japanese.
//!
//! Duty: tables and tokens for the rest of `hint`; decides nothing. Every word is in lower case.

use crate::time::{english, era};

/// A run of digits or of letters; everything between is a separator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// The digits as written: their count matters.
    Number(String),
    /// Letters.
    Word(String),
}

/// Before a date: it is an estimate.
pub(super) const ABOUT: [&str; 10] = [
    "approximately ",
    "approx. ",
    "approx ",
    "around ",
    "about ",
    "circa ",
    "ca. ",
    "ca ",
    "c.",
    "約",
];
/// Before a date: its source is doubtful.
pub(super) const PERHAPS: [&str; 4] = ["probably ", "possibly ", "perhaps ", "maybe "];
/// After a date: uncertain, approximate.
pub(super) const DOUBTS: [(&str, bool, bool); 8] = [
    ("(uncertain)", true, false),
    ("（不確か）", true, false),
    ("(?)", true, false),
    ("?", true, false),
    ("頃", false, true),
    ("ごろ", false, true),
    ("~", false, true),
    ("%", true, true),
];
/// Before the date something still going on began.
pub(super) const SINCE: [&str; 3] = ["since ", "starting ", "from "];
/// After it.
pub(super) const ONWARDS: [&str; 4] = ["onwards", "以降", "以来", "から"];
/// Before the date something ended.
pub(super) const UNTIL: [&str; 4] = ["until ", "up to ", "till ", "to "];
/// Between the two ends of an interval; of two that begin at the same place the longer stands first.
pub(super) const BETWEEN: [&str; 11] = [
    "/",
    " through ",
    " until ",
    " till ",
    " and ",
    " to ",
    "から",
    "--",
    "..",
    "~",
    "-",
];
/// In place of an end: it is still going on.
pub(super) const PRESENT: [&str; 8] = [
    "present", "ongoing", "today", "open", "now", "..", "現在", "今",
];
/// In place of an end: nobody knows.
pub(super) const UNKNOWN: [&str; 3] = ["unknown", "?", "不明"];

/// Splits into runs of digits and of letters.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut apart = true;
    for letter in text.chars() {
        match (
            letter.is_ascii_digit(),
            letter.is_alphabetic(),
            tokens.last_mut(),
        ) {
            (true, _, Some(Token::Number(run))) | (_, true, Some(Token::Word(run))) if !apart => {
                run.push(letter)
            }
            (true, ..) => tokens.push(Token::Number(letter.into())),
            (_, true, _) => tokens.push(Token::Word(letter.into())),
            _ => {}
        }
        apart = !letter.is_ascii_digit() && !letter.is_alphabetic();
    }
    tokens
}

/// The month a word names in English: "august", "aug", "sept".
pub(super) fn month(word: &str) -> Option<u8> {
    let mut months = english::MONTHS
        .iter()
        .map(|name| name.to_lowercase())
        .zip(1u8..);
    months
        .find(|(name, _)| word.len() >= 3 && name.starts_with(word))
        .map(|(_, number)| number)
}

/// The EDTF code of a season: spring is 21.
pub(super) fn season(word: &str) -> Option<u8> {
    Some(match word {
        "spring" | "春" => 21,
        "summer" | "夏" => 22,
        "autumn" | "fall" | "秋" => 23,
        "winter" | "冬" => 24,
        _ => return None,
    })
}

/// Words that change nothing about a date.
pub(super) fn is_filler(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "of"
            | "in"
            | "on"
            | "st"
            | "nd"
            | "rd"
            | "th"
            | "ad"
            | "ce"
            | "西暦"
            | "年"
            | "月"
            | "日"
    )
}

/// Whether a word says that years count backwards from year one.
pub(super) fn is_before_christ(word: &str) -> bool {
    matches!(word, "bc" | "bce" | "紀元前" | "前")
}

/// Signs of other keyboards as ASCII: full-width digits, dashes, wave dashes, slashes.
pub(super) fn plain(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            '０'..='９' => char::from(b'0' + (u32::from(letter) - u32::from('０')) as u8),
            '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '－' | 'ー' => '-',
            '〜' | '～' => '~',
            '／' => '/',
            '：' => ':',
            '．' => '.',
            '？' => '?',
            '\u{3000}' | '\u{a0}' | '\t' => ' ',
            other => other,
        })
        .collect()
}

/// Replaces a Japanese era year by its Gregorian one: 昭和46年8月 becomes 1971年8月.
pub(super) fn without_era(text: &str) -> Option<String> {
    let name = era::names().find(|name| text.starts_with(name))?;
    let (count, rest) = text.strip_prefix(name)?.split_once('年')?;
    let count = if count == "元" {
        1
    } else {
        count.trim().parse().ok()?
    };
    Some(format!("{}年{rest}", era::gregorian_year(name, count)?))
}

/// Takes the first of `prefixes` that fits off the text.
pub(super) fn strip_prefix<'a>(text: &'a str, prefixes: &[&str]) -> Option<&'a str> {
    prefixes
        .iter()
        .find_map(|prefix| text.strip_prefix(prefix))
        .map(str::trim)
}
