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
    /// Line ends in all.
    ends: usize,
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
        let before = marks.collect();
        Self {
            before,
            ends: count,
        }
    }

    /// How many lines there are; an empty text has one.
    pub fn count(&self) -> usize {
        self.ends.saturating_add(1)
    }

    /// Where a line begins, counted from 1; behind the last one, where the text ends.
    pub fn line_start(&self, text: &str, line: usize) -> usize {
        // The line begins behind this many line ends.
        let Some(ends) = line.checked_sub(1).filter(|&ends| ends > 0) else {
            return 0;
        };
        let mark = self.before.partition_point(|&before| before < ends);
        let Some(mark) = mark.checked_sub(1) else {
            return 0;
        };
        let start = mark.saturating_mul(STEP);
        let left = ends.saturating_sub(self.before.get(mark).copied().unwrap_or(0));
        let tail = text.as_bytes().get(start..).unwrap_or_default();
        let end = memchr::memchr_iter(b'\n', tail).nth(left.saturating_sub(1));
        end.map_or(text.len(), |end| {
            start.saturating_add(end).saturating_add(1)
        })
    }

    /// Line and column of a byte.
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let offset = floor_boundary(text, offset);
        let line_start = line_range(text, offset).start;
        let column = text
            .get(line_start..offset)
            .map_or(0, |line| line.chars().count());
        Position {
            line: self.line(text, offset),
            column: column.saturating_add(1),
        }
    }

    /// The line of a byte, from 1, which costs as little in a line of any length.
    pub fn line(&self, text: &str, offset: usize) -> usize {
        let offset = offset.min(text.len());
        let mark = (offset / STEP).min(self.before.len().saturating_sub(1));
        let before = self.before.get(mark).copied().unwrap_or(0);
        let since = text
            .as_bytes()
            .get(mark.saturating_mul(STEP)..offset)
            .map_or(0, line_ends);
        before.saturating_add(since).saturating_add(1)
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

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert_eq, proptest};
    use proptest::sample::Index;

    use super::*;

    fn check(text: &str) {
        let lines = LineIndex::new(text);
        let starts = text.match_indices('\n').map(|(at, _)| at + 1);
        let starts: Vec<_> = std::iter::once(0).chain(starts).collect();
        assert_eq!(lines.count(), starts.len());
        for (index, start) in starts.iter().enumerate() {
            assert_eq!(lines.line_start(text, index + 1), *start);
            assert_eq!(lines.position(text, *start).line, index + 1);
        }
        assert_eq!(lines.line_start(text, starts.len() + 1), text.len());
    }

    #[test]
    fn lines_begin_behind_line_ends_near_and_far() {
        check("");
        check("\n");
        check("one\r\ntwo\n");
        check(&"x".repeat(STEP * 3));
        check(&"\n".repeat(STEP * 2 + 1));
        check(&format!("{}\n", "x".repeat(STEP - 1)).repeat(3));
        check(&"a line of some length\n".repeat(2000));
    }

    proptest! {
        #[test]
        fn a_byte_is_in_the_line_that_it_is_said_to_be_in(text in "([a-z]{0,3}\n|あ{0,900}\n){0,40}", at in any::<Index>()) {
            let lines = LineIndex::new(&text);
            let offset = floor_boundary(&text, at.index(text.len() + 1));
            let line = lines.position(&text, offset).line;
            prop_assert_eq!(lines.line_start(&text, line), line_range(&text, offset).start);
        }
    }
}
