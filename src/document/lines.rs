//! Lines and columns of a text.
//!
//! Holds no text and, so that a file of half a gigabyte costs nothing, no list of lines either: only how many line
//! ends stand before every four-thousandth byte. The text must be the one it was made from; any other gives wrong
//! places but never a panic.

use std::ops::Range;

/// Bytes between two marks.
const STEP: usize = 4096;

/// A place for people: both from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

/// Finds the line of a byte and the bytes of a line.
#[derive(Debug, Clone, Default)]
pub struct LineIndex {
    /// Line ends before each multiple of `STEP`.
    before: Vec<usize>,
}

impl LineIndex {
    /// Counts the lines of a text.
    pub fn new(text: &str) -> Self {
        let mut count = 0_usize;
        let marks = text.as_bytes().chunks(STEP).map(|chunk| {
            let before = count;
            count = count.saturating_add(line_ends(chunk));
            before
        });
        Self {
            before: marks.collect(),
        }
    }

    /// Line and column of a byte.
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let offset = floor_boundary(text, offset);
        let mark = (offset / STEP).min(self.before.len().saturating_sub(1));
        let before = self.before.get(mark).copied().unwrap_or(0);
        let since = text
            .as_bytes()
            .get(mark.saturating_mul(STEP)..offset)
            .map_or(0, line_ends);
        let line_start = line_range(text, offset).start;
        let column = text
            .get(line_start..offset)
            .map_or(0, |line| line.chars().count());
        Position {
            line: before.saturating_add(since).saturating_add(1),
            column: column.saturating_add(1),
        }
    }
}

/// The bytes of the line that holds this byte, without its end.
pub(crate) fn line_range(text: &str, offset: usize) -> Range<usize> {
    let offset = floor_boundary(text, offset);
    let (head, tail) = text.split_at(offset);
    let start = head.rfind('\n').map_or(0, |at| at.saturating_add(1));
    let end = tail
        .find('\n')
        .map_or(text.len(), |at| offset.saturating_add(at));
    let line = text.get(start..end).unwrap_or_default();
    start..start.saturating_add(line.strip_suffix('\r').unwrap_or(line).len())
}

/// The nearest character boundary at or before this byte.
pub(crate) fn floor_boundary(text: &str, offset: usize) -> usize {
    text.floor_char_boundary(offset.min(text.len()))
}

fn line_ends(bytes: &[u8]) -> usize {
    bytes.iter().map(|&byte| usize::from(byte == b'\n')).sum()
}
