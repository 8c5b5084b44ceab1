//! The lines that are laid out: a stretch of the file's text, what somebody has made of it, and the patch between the two.
//!
//! A field for text knows no `\r`, so line ends are shown without theirs and get them back in the patch. Knows no
//! window. Invariant: bytes that nobody has changed are in no patch, line ends included.

use std::ops::Range;

use crate::document::{Document, TextPatch, changed};

/// Lines above and below what is in view.
const AROUND: usize = 150;
/// The first line shown is a multiple of it, so that most scrolling leaves the lines as they are.
const SNAP: usize = 100;
/// Lines that there must still be beyond what is in view, unless the file ends there.
const LEAST: usize = 20;
/// Bytes that are shown at once, at most, however long the lines are.
const MOST: usize = 128 << 10;

/// Text without the `\r` before its line ends.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Shown {
    text: String,
    /// Line ends that have one in the file, by where they stand here.
    returns: Vec<usize>,
}

/// A stretch of the file that is shown. Bytes are those that the file has with all that was typed here.
#[derive(Debug, Clone)]
pub(super) struct Chunk {
    /// The first line, from 0.
    pub(super) first: usize,
    /// Where it begins in the file.
    start: usize,
    /// As the file has it, or will have it once it is read with what was sent.
    base: Shown,
    typed: Shown,
    /// Whether its lines are so long that not all of them are shown.
    is_cut: bool,
}

impl Shown {
    fn of(text: &str) -> Self {
        let mut shown = Self::default();
        let mut lines = text.split("\r\n").peekable();
        while let Some(line) = lines.next() {
            shown.text.push_str(line);
            if lines.peek().is_some() {
                shown.returns.push(shown.text.len());
                shown.text.push('\n');
            }
        }
        shown
    }

    /// How many bytes it takes in the file.
    fn len(&self) -> usize {
        self.text.len().saturating_add(self.returns.len())
    }

    /// Bytes of the file before this one.
    fn to_file(&self, at: usize) -> usize {
        at.saturating_add(self.returns.partition_point(|&end| end < at))
    }

    fn shown_of_file(&self, offset: usize) -> usize {
        let mut before = 0;
        for &end in &self.returns {
            if end.saturating_add(before) >= offset {
                break;
            }
            before = before.saturating_add(1);
        }
        let at = offset.saturating_sub(before).min(self.text.len());
        self.text.floor_char_boundary(at)
    }

    /// Whether a line end that is put here gets a `\r`: as the next one has it, or else the one before.
    fn is_wide(&self, at: usize) -> bool {
        let (head, tail) = self.text.split_at_checked(at).unwrap_or_default();
        let next = tail.find('\n').map(|end| at.saturating_add(end));
        let near = next.or_else(|| head.rfind('\n'));
        near.is_some_and(|end| self.returns.binary_search(&end).is_ok())
    }

    /// The bytes here that another text has otherwise, and what it has in their place.
    fn difference<'a>(&self, other: &'a str) -> (Range<usize>, &'a str) {
        let (old, new) = changed(&self.text, other);
        (old, other.get(new).unwrap_or_default())
    }

    /// The same with another text, its line ends as they were or as their neighbours are.
    fn retyped(&self, text: String) -> Self {
        let (range, insert) = self.difference(&text);
        let wide = self.is_wide(range.end);
        let head = self.returns.iter().filter(|&&end| end < range.start);
        let mut returns: Vec<_> = head.copied().collect();
        if wide {
            let ends = insert.match_indices('\n');
            returns.extend(ends.map(|(at, _)| range.start.saturating_add(at)));
        }
        let tail = self.returns.iter().filter(|&&end| end >= range.end);
        let moved = tail.map(|end| end.saturating_add(insert.len()).saturating_sub(range.len()));
        returns.extend(moved);
        Self { text, returns }
    }

    /// The bytes of the file that this stands for.
    fn written(&self) -> String {
        let mut written = String::with_capacity(self.len());
        let mut behind = 0;
        for &end in &self.returns {
            written.push_str(self.text.get(behind..end).unwrap_or_default());
            written.push('\r');
            behind = end;
        }
        written.push_str(self.text.get(behind..).unwrap_or_default());
        written
    }
}

impl Chunk {
    /// The lines around what is in view, counted from 0.
    pub(super) fn around(document: &Document, view: Range<usize>) -> Self {
        let first = view.start.saturating_sub(AROUND) / SNAP * SNAP;
        let end = view.end.saturating_add(AROUND).next_multiple_of(SNAP);
        let wide = byte_of(document, end).saturating_sub(byte_of(document, first));
        if wide <= MOST {
            Self::of(document, first..end, false)
        } else {
            Self::of(document, view.start..view.end.saturating_add(1), true)
        }
    }

    fn of(document: &Document, lines: Range<usize>, is_cut: bool) -> Self {
        let text = document.text.as_str();
        let start = byte_of(document, lines.start);
        let behind = byte_of(document, lines.end);
        let range = start..behind.min(text.floor_char_boundary(start.saturating_add(MOST)));
        let slice = text.get(range.clone()).unwrap_or_default();
        // The last line end belongs to the line that is not shown.
        let slice = match slice.strip_suffix('\n') {
            Some(line) if lines.end < document.lines.count() => {
                line.strip_suffix('\r').unwrap_or(line)
            }
            _ => slice,
        };
        let base = Shown::of(slice);
        let typed = base.clone();
        Self {
            first: lines.start,
            start,
            base,
            typed,
            is_cut,
        }
    }

    /// Whether these lines can be shown with it.
    pub(super) fn covers(&self, view: &Range<usize>, count: usize) -> bool {
        let end = self.end();
        if self.is_cut {
            return self.first <= view.start && view.start < end;
        }
        let above = self.first == 0 || self.first.saturating_add(LEAST) <= view.start;
        above && (end >= count || view.end.saturating_add(LEAST) <= end)
    }

    /// The line behind the last one, from 0.
    pub(super) fn end(&self) -> usize {
        let ends = self.typed.text.matches('\n').count();
        self.first.saturating_add(ends).saturating_add(1)
    }

    /// Whether the document has it as it was before anything was typed that has not been sent.
    pub(super) fn is_of(&self, document: &Document) -> bool {
        let end = self.start.saturating_add(self.base.len());
        let same = document.text.get(self.start..end);
        byte_of(document, self.first) == self.start && same == Some(self.base.written().as_str())
    }

    /// Where it begins in the file.
    pub(super) fn start(&self) -> usize {
        self.start
    }

    /// The bytes of the file that it takes.
    pub(super) fn range(&self) -> Range<usize> {
        self.start..self.start.saturating_add(self.typed.len())
    }

    /// What there is to edit.
    pub(super) fn text(&self) -> &str {
        &self.typed.text
    }

    /// Takes what has become of the text.
    pub(super) fn retype(&mut self, text: String) {
        self.typed = self.base.retyped(text);
    }

    /// Whether somebody has typed what has not been sent.
    pub(super) fn is_changed(&self) -> bool {
        self.typed != self.base
    }

    /// Forgets what was typed and has not been sent.
    pub(super) fn forget(&mut self) {
        self.typed.clone_from(&self.base);
    }

    /// The patch to the file that has not been sent.
    pub(super) fn patch(&self) -> Option<TextPatch> {
        if !self.is_changed() {
            return None;
        }
        let (range, insert) = self.base.difference(&self.typed.text);
        let file = |at| self.start.saturating_add(self.base.to_file(at));
        let insert = if self.base.is_wide(range.end) {
            insert.replace('\n', "\r\n")
        } else {
            insert.to_owned()
        };
        Some(TextPatch::new(file(range.start)..file(range.end), insert))
    }

    /// The patch has been sent.
    pub(super) fn sent(&mut self) {
        self.base.clone_from(&self.typed);
    }

    /// The byte of the file before which a character of the text stands.
    pub(super) fn byte_of_char(&self, index: usize) -> usize {
        let text = &self.typed.text;
        let at = text.char_indices().nth(index);
        let at = at.map_or(text.len(), |(at, _)| at);
        self.start.saturating_add(self.typed.to_file(at))
    }

    /// The character of the text that stands at a byte of the file, or the nearest one here.
    pub(super) fn char_of_byte(&self, byte: usize) -> usize {
        let at = self.typed.shown_of_file(byte.saturating_sub(self.start));
        let head = self.typed.text.get(..at).unwrap_or_default();
        head.chars().count()
    }

    /// The line of a byte that stands here, from 0.
    pub(super) fn line_of_byte(&self, byte: usize) -> usize {
        let at = self.typed.shown_of_file(byte.saturating_sub(self.start));
        let head = self.typed.text.get(..at).unwrap_or_default();
        self.first.saturating_add(head.matches('\n').count())
    }

    /// Line and column of a byte that stands here, both from 1.
    pub(super) fn place_of(&self, byte: usize) -> (usize, usize) {
        let at = self.typed.shown_of_file(byte.saturating_sub(self.start));
        let head = self.typed.text.get(..at).unwrap_or_default();
        let line = head.rsplit('\n').next().unwrap_or_default();
        let column = line.chars().count().saturating_add(1);
        (self.line_of_byte(byte).saturating_add(1), column)
    }

    /// What the line of a byte begins with, up to the byte.
    pub(super) fn indentation(&self, byte: usize) -> &str {
        let at = self.typed.shown_of_file(byte.saturating_sub(self.start));
        let head = self.typed.text.get(..at).unwrap_or_default();
        let line = head.rsplit('\n').next().unwrap_or_default();
        let blanks = line.len() - line.trim_start_matches([' ', '\t']).len();
        line.get(..blanks).unwrap_or_default()
    }
}

/// Where a line begins that is counted from 0.
pub(super) fn byte_of(document: &Document, line: usize) -> usize {
    let line = line.saturating_add(1);
    document.lines.line_start(&document.text, line)
}

/// The line of a byte, from 0.
pub(super) fn line_of(document: &Document, byte: usize) -> usize {
    document.lines.line(&document.text, byte).saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert_eq, proptest};
    use proptest::sample::Index;

    use super::*;
    use crate::document::Patches;

    fn document(text: &str) -> Document {
        Document::parse("test.ron", text)
    }

    fn patched(text: &str, patch: TextPatch) -> String {
        Patches::from(patch).apply(text).unwrap().0
    }

    #[test]
    fn a_line_end_comes_back_as_it_was() {
        let text = "a\r\nb\nc\r\nd";
        let mut chunk = Chunk::around(&document(text), 0..4);
        assert_eq!(chunk.text(), "a\nb\nc\nd");
        assert!(chunk.is_of(&document(text)));
        chunk.retype("a\nb\ncc\nd".to_owned());
        assert_eq!(chunk.patch(), Some(TextPatch::new(6..6, "c")));
        chunk.retype("a\nb\nc\n\nd".to_owned());
        assert_eq!(patched(text, chunk.patch().unwrap()), "a\r\nb\nc\r\n\r\nd");
        chunk.retype("ab\nc\nd".to_owned());
        assert_eq!(patched(text, chunk.patch().unwrap()), "ab\nc\r\nd");
        chunk.retype("a\nb\nc".to_owned());
        assert_eq!(patched(text, chunk.patch().unwrap()), "a\r\nb\nc");
    }

    #[test]
    fn a_long_file_is_shown_in_part() {
        let text = "line\n".repeat(20_000);
        let document = document(&text);
        let chunk = Chunk::around(&document, 10_000..10_020);
        assert!(chunk.text().len() < 500 * 5);
        assert_eq!((chunk.first, chunk.end()), (9_800, 10_200));
        assert!(chunk.covers(&(10_000..10_020), 20_001));
        assert!(!chunk.covers(&(10_190..10_210), 20_001));
        let end = Chunk::around(&document, 19_990..20_010);
        assert!(end.covers(&(19_990..20_010), 20_001));
        assert_eq!(end.end(), 20_001);
    }

    #[test]
    fn long_lines_are_cut() {
        let text = format!("{}\n", "あ".repeat(2 * MOST)).repeat(3);
        let chunk = Chunk::around(&document(&text), 1..4);
        assert!(chunk.text().len() <= MOST);
        assert!(chunk.covers(&(1..4), 4));
        assert!(!chunk.covers(&(0..3), 4));
    }

    proptest! {
        #[test]
        fn what_is_typed_is_what_the_file_then_has(
            text in "([a-cあ]{0,3}(\r\n|\n)){0,8}[a-c]{0,3}",
            (one, other) in (any::<Index>(), any::<Index>()),
            insert in "[a-cあ\n]{0,4}",
        ) {
            let mut chunk = Chunk::around(&document(&text), 0..9);
            let shown = chunk.text().to_owned();
            prop_assert_eq!(shown.replace('\n', ""), text.replace(['\r', '\n'], ""));
            let at = |index: Index| shown.floor_char_boundary(index.index(shown.len() + 1));
            let (start, end) = (at(one).min(at(other)), at(one).max(at(other)));
            let typed = format!("{}{insert}{}", &shown[..start], &shown[end..]);
            chunk.retype(typed.clone());
            let after = chunk.patch().map_or(text.clone(), |patch| patched(&text, patch));
            prop_assert_eq!(after.replace("\r\n", "\n"), typed);
            chunk.sent();
            prop_assert_eq!(chunk.patch(), None);
            prop_assert_eq!(chunk.base.written(), after);
        }

        #[test]
        fn bytes_and_characters_lead_to_each_other(text in "([a-cあ]{0,3}(\r\n|\n)){0,8}", at in any::<Index>()) {
            let chunk = Chunk::around(&document(&text), 0..9);
            let index = at.index(chunk.text().chars().count() + 1);
            prop_assert_eq!(chunk.char_of_byte(chunk.byte_of_char(index)), index);
        }

        #[test]
        fn what_has_changed_is_all_that_has_changed(old in "[ab\u{e9}\u{ea}]{0,9}", new in "[ab\u{e9}\u{ea}]{0,9}") {
            let (gone, come) = changed(&old, &new);
            let made = format!("{}{}{}", &old[..gone.start], &new[come], &old[gone.end..]);
            prop_assert_eq!(made, new);
        }
    }
}
