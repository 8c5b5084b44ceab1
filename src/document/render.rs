//! Diagnostics as people read them on a terminal and as other programs read them.
//!
//! Pure text in, text out: knows neither the terminal nor where the output goes. Control characters of the file
//! never reach the output, so that a file cannot steer the terminal it is checked on.

use std::fmt::Write as _;
use std::ops::Range;

use serde::Serialize;
use unicode_width::UnicodeWidthChar as _;

use super::diagnostic::{Diagnostic, Severity};
use super::lines::{LineIndex, line_range};
use crate::messages::{Lang, say};

/// Columns of source shown in all; at least so many from the caret on; so many before it where the line is cut.
const AFTER: usize = 20;
const BEFORE: usize = 60;
const ACROSS: usize = 100;
const TAB: usize = 4;

/// The text that diagnostics speak of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Source<'a> {
    pub(crate) name: &'a str,
    pub(crate) text: &'a str,
    pub(crate) lines: &'a LineIndex,
}

/// A diagnostic for other programs, in English. Lines and columns count from 1, the end is exclusive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Located<'a> {
    pub file: &'a str,
    pub line: usize,
    pub column: usize,
    pub end_line: usize,
    pub end_column: usize,
    pub byte_start: usize,
    pub byte_end: usize,
    pub severity: Severity,
    pub code: &'static str,
    pub message: String,
    pub hints: Vec<String>,
}

impl<'a> Source<'a> {
    /// The form for other programs.
    pub(crate) fn located(self, diagnostic: &Diagnostic) -> Located<'a> {
        let start = self.lines.position(self.text, diagnostic.range.start);
        let end = self.lines.position(self.text, diagnostic.range.end);
        let hints = diagnostic.hints.iter();
        Located {
            file: self.name,
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            byte_start: diagnostic.range.start,
            byte_end: diagnostic.range.end,
            severity: diagnostic.severity,
            code: diagnostic.code,
            message: diagnostic.message.text(Lang::En),
            hints: hints.map(|hint| hint.text(Lang::En)).collect(),
        }
    }

    /// The form for people: place and message, the line with a caret below, notes and hints.
    pub(crate) fn render(self, diagnostic: &Diagnostic, lang: Lang) -> String {
        let place = self.place(diagnostic.range.start);
        let severity = match diagnostic.severity {
            Severity::Error => say!(lang, "checks-error"),
            Severity::Warning => say!(lang, "checks-warning"),
        };
        let message = clean(&diagnostic.message.text(lang));
        let line = self
            .lines
            .position(self.text, diagnostic.range.start)
            .line
            .to_string();
        let (source, carets) = self.excerpt(&diagnostic.range);
        let gutter = " ".repeat(line.len().saturating_add(4));
        let mut out = format!("{place}: {severity}: {message}\n");
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{}", format!("    {line} | {source}").trim_end());
        let _ = writeln!(out, "{gutter} | {carets}");
        if let Some((range, note)) = &diagnostic.related {
            let (place, note) = (self.place(range.start), clean(&note.text(lang)));
            let name = say!(lang, "checks-note");
            let _ = writeln!(out, "{gutter} = {name}: {place}: {note}");
        }
        for hint in &diagnostic.hints {
            let name = say!(lang, "checks-hint");
            let _ = writeln!(out, "{gutter} = {name}: {}", clean(&hint.text(lang)));
        }
        out
    }

    fn place(self, offset: usize) -> String {
        let position = self.lines.position(self.text, offset);
        format!("{}:{}:{}", self.name, position.line, position.column)
    }

    /// The part of the line around the range, and the carets to stand below it.
    fn excerpt(self, range: &Range<usize>) -> (String, String) {
        let line = line_range(self.text, range.start);
        let start = range.start.clamp(line.start, line.end);
        let end = range.end.clamp(start, line.end);
        let head = self.text.get(line.start..start).unwrap_or_default();
        let tail = self.text.get(start..line.end).unwrap_or_default();

        let (all, _) = take_columns(head.chars(), ACROSS.saturating_sub(AFTER));
        let limit = if all == head.len() { ACROSS } else { BEFORE };
        let (shown, before) = take_columns(head.chars().rev(), limit);
        let mut source = if shown == head.len() {
            String::new()
        } else {
            "…".to_owned()
        };
        let skipped = source.chars().count();
        source.extend(
            head.get(head.len().saturating_sub(shown)..)
                .into_iter()
                .flat_map(visible),
        );
        let indent = " ".repeat(before.saturating_add(skipped));

        let (shown, _) = take_columns(tail.chars(), ACROSS.saturating_sub(before));
        source.extend(tail.get(..shown).into_iter().flat_map(visible));
        if shown < tail.len() {
            source.push('…');
        }
        let marked = end.saturating_sub(start).min(shown);
        let (_, carets) = take_columns(tail.get(..marked).unwrap_or_default().chars(), ACROSS);
        (
            source.trim_end().to_owned(),
            indent + &"^".repeat(carets.max(1)),
        )
    }
}

/// The bytes and the columns of the characters that fit.
fn take_columns(characters: impl Iterator<Item = char>, limit: usize) -> (usize, usize) {
    let (mut bytes, mut columns) = (0_usize, 0_usize);
    for character in characters {
        let next = columns.saturating_add(width(character));
        if next > limit {
            break;
        }
        columns = next;
        bytes = bytes.saturating_add(character.len_utf8());
    }
    (bytes, columns)
}

fn width(character: char) -> usize {
    match character {
        '\t' => TAB,
        other => other.width().unwrap_or(1),
    }
}

/// A line as it may be printed, every character as wide as [`width`] says.
fn visible(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().flat_map(|character| match character {
        '\t' => std::iter::repeat_n(' ', TAB),
        other if other.is_control() => std::iter::repeat_n('\u{FFFD}', 1),
        other => std::iter::repeat_n(other, 1),
    })
}

fn clean(text: &str) -> String {
    visible(text).collect()
}
