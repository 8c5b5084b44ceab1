//! What makes one text of another: line by line, each change cut down to the bytes that differ.
//!
//! Knows nothing of what the texts mean. Lines keep their ends, so that a file with CRLF stays one. Invariant: the
//! patches made to the first text give the second, byte for byte. Time is linear in the texts, whatever they are: lines
//! that are there once in both are found first, and only the short stretches between them are compared by Myers's
//! algorithm ("An O(ND) Difference Algorithm and Its Variations", 1986), which is quadratic where lines repeat.

use std::collections::HashMap;
use std::ops::Range;

use imara_diff::{Algorithm, Diff, InternedInput};

use super::patch::{Patches, TextPatch};

/// Bytes of both texts that are compared line by line. Where more than these differ, one change for all of them is as
/// good an answer, and comes at once.
const COMPARED: usize = 64 << 20;

/// Lines of both texts between two anchors that are compared one by one; what is longer is one change. The comparison
/// takes quadratic time in lines that repeat: half a millisecond in so many.
const GAP: usize = 512;

/// Equal lines that are compared again around what differs: an entry that was inserted begins and ends like its
/// neighbours, and is found whole only together with them.
const AROUND: usize = 64;

/// The patches that make one text of another, as small as a line-wise comparison with trimmed ends finds them.
pub fn difference(from: &str, to: &str) -> Patches {
    let (before, after) = changed(from, to);
    if before.is_empty() && after.is_empty() {
        return Patches::default();
    }
    let whole = || Patches::from(patch(from, before.clone(), to, after.clone()));
    if before.is_empty() || after.is_empty() {
        return whole();
    }
    // What is equal before this byte begins the same line in both texts.
    let head = before_line(from, before.start);
    let tail = from.len() - after_line(from, before.end);
    let old = Lines::of(from, head..from.len() - tail);
    let new = Lines::of(to, head..to.len().saturating_sub(tail).max(head));
    let patches = hunks(&old, &new).into_iter().map(|hunk| {
        let (before, after) = (old.bytes(&hunk.before), new.bytes(&hunk.after));
        patch(from, before, to, after)
    });
    Patches::new(patches.collect()).unwrap_or_else(whole)
}

/// Puts bytes of one text in the place of bytes of another, those left out that are the same at both ends.
fn patch(from: &str, before: Range<usize>, to: &str, after: Range<usize>) -> TextPatch {
    let old = from.get(before.clone()).unwrap_or_default();
    let new = to.get(after).unwrap_or_default();
    let (removed, inserted) = changed(old, new);
    let insert = new.get(inserted).unwrap_or_default();
    TextPatch::new(
        before.start + removed.start..before.start + removed.end,
        insert,
    )
}

/// The bytes of two texts that are left without what they have in common at both ends, on character boundaries.
pub fn changed(one: &str, other: &str) -> (Range<usize>, Range<usize>) {
    let (bytes, others) = (one.as_bytes(), other.as_bytes());
    let mut head = common(bytes, others, |bytes| bytes.chunks(BLOCK), <[u8]>::iter);
    while !one.is_char_boundary(head) {
        head = head.saturating_sub(1);
    }
    let bytes = bytes.get(head..).unwrap_or_default();
    let others = others.get(head..).unwrap_or_default();
    let back = |bytes| <[u8]>::iter(bytes).rev();
    let mut tail = common(bytes, others, |bytes| bytes.rchunks(BLOCK), back);
    while !one.is_char_boundary(one.len() - tail) {
        tail = tail.saturating_sub(1);
    }
    (head..one.len() - tail, head..other.len() - tail)
}

/// Bytes that are compared at once.
const BLOCK: usize = 4096;

/// How many bytes two texts have in common, by whole blocks as far as they go.
fn common<'a, Blocks, Bytes>(
    one: &'a [u8],
    other: &'a [u8],
    blocks: impl Fn(&'a [u8]) -> Blocks,
    bytes: impl Fn(&'a [u8]) -> Bytes,
) -> usize
where
    Blocks: Iterator<Item = &'a [u8]>,
    Bytes: Iterator<Item = &'a u8>,
{
    let mut length = 0;
    for (block, other) in blocks(one).zip(blocks(other)) {
        if block != other {
            let pairs = bytes(block).zip(bytes(other));
            return length + pairs.take_while(|(byte, other)| byte == other).count();
        }
        length += block.len();
    }
    length
}

fn before_line(text: &str, at: usize) -> usize {
    let head = text.get(..at).unwrap_or_default();
    head.rfind('\n').map_or(0, |end| end + 1)
}

fn after_line(text: &str, at: usize) -> usize {
    let tail = text.get(at..).unwrap_or_default();
    tail.find('\n').map_or(text.len(), |end| at + end + 1)
}

/// The lines of a text, each with its end.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    text: &'a str,
    /// Where each begins, and where the last one ends.
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self::of(text, 0..text.len())
    }

    /// The lines in these bytes.
    fn of(text: &'a str, bytes: Range<usize>) -> Self {
        let inside = text.get(bytes.clone()).unwrap_or_default();
        let mut starts = vec![bytes.start];
        starts.extend(memchr::memchr_iter(b'\n', inside.as_bytes()).map(|at| bytes.start + at + 1));
        if !inside.is_empty() && !inside.ends_with('\n') {
            starts.push(bytes.end);
        }
        Self { text, starts }
    }

    pub(super) fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Where a line begins; the end of the text where there is none.
    pub(super) fn start(&self, line: usize) -> usize {
        let last = || self.starts.last().copied().unwrap_or_default();
        self.starts.get(line).copied().unwrap_or_else(last)
    }

    fn bytes(&self, lines: &Range<usize>) -> Range<usize> {
        self.start(lines.start)..self.start(lines.end)
    }

    /// Some of the lines.
    pub(super) fn text(&self, lines: &Range<usize>) -> &'a str {
        self.text.get(self.bytes(lines)).unwrap_or_default()
    }

    pub(super) fn each(&self, lines: Range<usize>) -> impl DoubleEndedIterator<Item = &'a str> {
        lines.map(|line| self.text(&(line..line + 1)))
    }
}

/// Lines of one text that have given way to lines of another; of one of them there may be none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hunk {
    pub(super) before: Range<usize>,
    pub(super) after: Range<usize>,
}

/// What changed from some lines to others, in their order; between two changes there is a line at least.
pub(super) fn hunks(before: &Lines<'_>, after: &Lines<'_>) -> Vec<Hunk> {
    let (old, new) = (0..before.len(), 0..after.len());
    let (head, tail) = common_lines(before, after, &old, &new);
    let (old, new) = (head..old.end - tail, head..new.end - tail);
    if old.is_empty() && new.is_empty() {
        return Vec::new();
    }
    let (head, tail) = (head.saturating_sub(AROUND), tail.saturating_sub(AROUND));
    let (old_around, new_around) = (head..before.len() - tail, head..after.len() - tail);
    let length = before
        .bytes(&old_around)
        .len()
        .saturating_add(after.bytes(&new_around).len());
    if length > COMPARED {
        return vec![Hunk {
            before: old,
            after: new,
        }];
    }
    let (mut old, mut new) = (old_around, new_around);
    let anchors = anchors(before, after, &old, &new);
    let mut comparison = Comparison {
        before,
        after,
        input: InternedInput::default(),
        found: Vec::new(),
    };
    for (one, other) in anchors {
        comparison.gap(old.start..one, new.start..other);
        (old.start, new.start) = (one + 1, other + 1);
    }
    comparison.gap(old, new);
    comparison.found
}

/// Lines that are there once in both texts, in the order of both, as many as there can be: the idea of Bram Cohen's
/// patience diff. A timeline is full of them, since every entry has an id. What is left between them is small, and so
/// even a comparison of quadratic time is fast; only lines that repeat without end leave large gaps.
fn anchors(
    before: &Lines<'_>,
    after: &Lines<'_>,
    old: &Range<usize>,
    new: &Range<usize>,
) -> Vec<(usize, usize)> {
    // How often a line is in each text, and where in the second.
    let mut counts: HashMap<&str, (u8, u8, usize)> = HashMap::new();
    for line in before.each(old.clone()) {
        let (count, _, _) = counts.entry(line).or_default();
        *count = count.saturating_add(1);
    }
    for (at, line) in new.clone().zip(after.each(new.clone())) {
        if let Some((_, count, place)) = counts.get_mut(line) {
            (*count, *place) = (count.saturating_add(1), at);
        }
    }
    let pairs = old.clone().zip(before.each(old.clone()));
    let pairs = pairs.filter_map(|(at, line)| match counts.get(line) {
        Some(&(1, 1, place)) => Some((at, place)),
        _ => None,
    });
    longest_ascent(pairs.collect())
}

/// The most pairs, in the order given, of which the second numbers rise.
fn longest_ascent(pairs: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    // For each length the ascent that ends lowest, and for each pair the one before it in its ascent.
    let mut ends: Vec<(usize, usize)> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (at, &(_, place)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|&(end, _)| end < place);
        let shorter = length.checked_sub(1).and_then(|length| ends.get(length));
        before.push(shorter.map(|&(_, at)| at));
        match ends.get_mut(length) {
            Some(end) => *end = (place, at),
            None => ends.push((place, at)),
        }
    }
    let last = ends.last().map(|&(_, at)| at);
    let chain = std::iter::successors(last, |&at| before.get(at).copied().flatten());
    let mut ascent: Vec<_> = chain.filter_map(|at| pairs.get(at).copied()).collect();
    ascent.reverse();
    ascent
}

/// Two texts and what has been found to differ, from the beginning on.
struct Comparison<'a> {
    before: &'a Lines<'a>,
    after: &'a Lines<'a>,
    input: InternedInput<&'a str>,
    found: Vec<Hunk>,
}

impl Comparison<'_> {
    /// Finds what changed between two anchors.
    fn gap(&mut self, old: Range<usize>, new: Range<usize>) {
        if self.before.text(&old) == self.after.text(&new) {
            return;
        }
        if !old.is_empty() && !new.is_empty() && old.len() + new.len() <= GAP {
            self.compare(&old, &new);
            return;
        }
        let (head, tail) = common_lines(self.before, self.after, &old, &new);
        self.found.push(Hunk {
            before: old.start + head..old.end - tail,
            after: new.start + head..new.end - tail,
        });
    }

    /// Compares some lines with some others, with the equal ones around them, so that their indentation is known: an
    /// insertion that could stand in several places gets the one where a block begins.
    fn compare(&mut self, old: &Range<usize>, new: &Range<usize>) {
        let around = |lines: &Range<usize>, count: usize| {
            lines.start.saturating_sub(1)..lines.end.saturating_add(1).min(count)
        };
        let old = around(old, self.before.len());
        let new = around(new, self.after.len());
        self.input.clear();
        self.input.update_before(self.before.each(old.clone()));
        self.input.update_after(self.after.each(new.clone()));
        let mut diff = Diff::compute(Algorithm::Myers, &self.input);
        diff.postprocess_lines(&self.input);
        let shifted =
            |lines: Range<u32>, by: usize| by + lines.start as usize..by + lines.end as usize;
        self.found.extend(diff.hunks().map(|hunk| Hunk {
            before: shifted(hunk.before, old.start),
            after: shifted(hunk.after, new.start),
        }));
    }
}

/// How many lines are the same at both ends.
fn common_lines(
    before: &Lines<'_>,
    after: &Lines<'_>,
    old: &Range<usize>,
    new: &Range<usize>,
) -> (usize, usize) {
    let same = |(line, other): &(&str, &str)| line == other;
    let pairs = before.each(old.clone()).zip(after.each(new.clone()));
    let head = pairs.take_while(same).count();
    let old = before.each(old.start + head..old.end);
    let new = after.each(new.start + head..new.end);
    (head, old.rev().zip(new.rev()).take_while(same).count())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, prop, prop_assert, prop_assert_eq, proptest};

    use super::*;

    fn made(from: &str, to: &str) -> String {
        difference(from, to).apply(from).unwrap().0
    }

    fn a_text() -> impl Strategy<Value = String> {
        let line = prop::sample::select(vec![
            "a\n", "a\r\n", "b\n", "\n", "  (\n", "  ),\n", "あ", "い\n", "\u{feff}", "\r",
        ]);
        prop::collection::vec(line, 0..24).prop_map(|lines| lines.concat())
    }

    proptest! {
        #[test]
        fn the_patches_make_the_other_text(from in a_text(), to in a_text()) {
            prop_assert_eq!(made(&from, &to), to.as_str());
            prop_assert!(difference(&from, &from).is_empty());
        }

        #[test]
        fn whatever_the_texts(from in "\\PC{0,40}", to in "\\PC{0,40}") {
            prop_assert_eq!(made(&from, &to), to);
        }
    }

    #[test]
    fn a_patch_holds_no_more_than_what_differs() {
        let from = "one\r\ntwo\r\nthree\r\nfour\r\n";
        let to = "one\r\ntwelve\r\nthree\r\nfor\r\n";
        let patches: Vec<_> = difference(from, to).iter().cloned().collect();
        assert_eq!(
            patches,
            [TextPatch::new(7..8, "elve"), TextPatch::new(19..20, "")]
        );
    }

    #[test]
    fn characters_that_share_bytes_are_not_cut() {
        // あ is E3 81 82 and い is E3 81 84.
        let patches: Vec<_> = difference("xあy", "xいy").iter().cloned().collect();
        assert_eq!(patches, [TextPatch::new(1..4, "い")]);
    }

    #[test]
    fn an_inserted_entry_is_found_whole() {
        let entry = |id: u8| format!("  (\n    id: {id},\n  ),\n");
        let before = [entry(1), entry(3)].concat();
        let after = [entry(1), entry(2), entry(3)].concat();
        let found = hunks(&Lines::new(&before), &Lines::new(&after));
        let expected = Hunk {
            before: 3..3,
            after: 3..6,
        };
        assert_eq!(found, [expected]);
    }
}
