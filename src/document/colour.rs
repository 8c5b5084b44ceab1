//! What is what in a stretch of RON, for whoever colours it.
//!
//! The words come from [`token`](super::token); nothing is known here of how they nest, so broken text is coloured as well
//! as whole text. Invariants: pieces ascend, lie on character boundaries and inside the stretch asked for; the time
//! is linear in the stretch, never in the text.

use std::ops::Range;

use super::Document;
use super::lines::floor_boundary;
use super::token::{Kind, block_comment, line_end, token};

/// What a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// A comment.
    Comment,
    /// A string or a character, with its quotation marks.
    Text,
    /// A number.
    Number,
    /// The name of a field.
    Name,
    /// A bare name such as `true`, `None` or `Article`.
    Word,
    /// A bracket, a comma, a colon.
    Punctuation,
    /// A character that means nothing.
    Error,
}

/// Bytes in which the beginning of an entry is looked for before a stretch.
const LOOK_BACK: usize = 64 << 10;

/// The pieces of a stretch of text. The stretch may begin in the middle of a string or of a comment.
pub fn pieces(text: &str, range: Range<usize>) -> Vec<(Range<usize>, Piece)> {
    let end = floor_boundary(text, range.end);
    let start = floor_boundary(text, range.start).min(end);
    // What comes behind the stretch is not looked at: a string without an end would lead through all of it.
    let text = text.get(..end).unwrap_or_default();
    let mut found = Vec::new();
    let mut at = lead(text, start);
    while at < end {
        at = step(text, at, &mut found);
    }
    let within = found.into_iter().filter_map(|(range, piece)| {
        let range = range.start.max(start)..range.end;
        (!range.is_empty()).then_some((range, piece))
    });
    within.collect()
}

impl Document {
    /// What has to be read before this byte to know whether a string or a comment is open there.
    pub fn lead(&self, offset: usize) -> &str {
        let offset = floor_boundary(&self.text, offset);
        let start = lead(self.text.get(..offset).unwrap_or_default(), offset);
        self.text.get(start..offset).unwrap_or_default()
    }
}

/// Where to begin to read so as to know what stands at this byte: the line nearest before it with which an entry seems to
/// begin, or the beginning of a text that is not far, or else the line itself.
fn lead(text: &str, offset: usize) -> usize {
    let least = floor_boundary(text, offset.saturating_sub(LOOK_BACK));
    let near = text.as_bytes().get(least..offset).unwrap_or_default();
    let ends = memchr::memrchr_iter(b'\n', near);
    let mut starts = ends.map(|end| least.saturating_add(end).saturating_add(1));
    let own = starts.clone().next();
    match starts.find(|&start| begins_entry(text, start)) {
        Some(start) => start,
        None if least == 0 => 0,
        None => own.unwrap_or(offset),
    }
}

/// Whether a line begins with a bracket and the name of a field, which may stand on the next line: in prose that is rare.
fn begins_entry(text: &str, line: usize) -> bool {
    let blanks = |at: usize, also: &[u8]| {
        let tail = text.as_bytes().get(at..).unwrap_or_default();
        let length = tail.iter().take_while(|byte| also.contains(byte)).count();
        at.saturating_add(length)
    };
    let bracket = blanks(line, b" \t");
    if text.as_bytes().get(bracket) != Some(&b'(') {
        return false;
    }
    let name = blanks(bracket.saturating_add(1), b" \t\r\n");
    let name = token(text, name);
    let colon = blanks(name.end, b" \t");
    name.kind == Kind::Word && text.as_bytes().get(colon) == Some(&b':')
}

/// Reads what begins here, and says where it ends.
fn step(text: &str, at: usize, found: &mut Vec<(Range<usize>, Piece)>) -> usize {
    let start = blanks_end(text, at);
    let bytes = text.as_bytes().get(start..).unwrap_or_default();
    let comment = match bytes {
        [b'/', b'/', ..] => Some(line_end(text, start)),
        [b'/', b'*', ..] => Some(block_comment(text.as_bytes(), start).unwrap_or(text.len())),
        _ => None,
    };
    if let Some(end) = comment {
        found.push((start..end, Piece::Comment));
        return end;
    }
    let token = token(text, start);
    let piece = match token.kind {
        Kind::End => return text.len(),
        Kind::Text | Kind::Bytes | Kind::Char => Piece::Text,
        Kind::Number => Piece::Number,
        Kind::Word => Piece::Word,
        Kind::Colon => {
            name_before(found);
            Piece::Punctuation
        }
        Kind::Open(_) | Kind::Close(_) | Kind::Comma => Piece::Punctuation,
        // `#![enable(…)]`.
        Kind::Other if matches!(bytes, [b'#' | b'!', ..]) => Piece::Punctuation,
        Kind::Other => Piece::Error,
    };
    found.push((token.range(), piece));
    token.end
}

/// Where blanks and line ends stop; comments are no blanks here.
fn blanks_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let is_blank = |character: char| character.is_whitespace() || character == '\u{FEFF}';
    rest.find(|character| !is_blank(character))
        .map_or(text.len(), |length| at.saturating_add(length))
}

/// The word before a colon is the name of a field.
fn name_before(found: &mut [(Range<usize>, Piece)]) {
    let mut before = found.iter_mut().rev();
    if let Some((_, piece)) = before.find(|(_, piece)| *piece != Piece::Comment)
        && *piece == Piece::Word
    {
        *piece = Piece::Name;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};
    use proptest::sample::Index;

    use super::super::token::trivia;
    use super::*;

    const TEXT: &str = "#![enable(implicit_some)]\n// All of it.\nTimeline(\n    events: [\n        (\n            id: \"a\", when: \"1971\", // by year\n            summary: \"One.\nTwo (see: below).\", /* a\n            (id: none) */ significance: 5, kind: LedTo, ✗\n        ),\n    ],\n)\n";

    fn told(range: Range<usize>) -> Vec<(&'static str, Piece)> {
        let pieces = pieces(TEXT, range).into_iter();
        pieces.map(|(range, piece)| (&TEXT[range], piece)).collect()
    }

    fn at(words: &str) -> usize {
        TEXT.find(words).unwrap()
    }

    #[test]
    fn every_piece_is_told_for_what_it_is() {
        let told = told(0..TEXT.len());
        for expected in [
            ("#", Piece::Punctuation),
            ("// All of it.", Piece::Comment),
            ("Timeline", Piece::Word),
            ("id", Piece::Name),
            ("\"a\"", Piece::Text),
            ("// by year", Piece::Comment),
            ("\"One.\nTwo (see: below).\"", Piece::Text),
            ("/* a\n            (id: none) */", Piece::Comment),
            ("significance", Piece::Name),
            ("5", Piece::Number),
            ("LedTo", Piece::Word),
            ("✗", Piece::Error),
        ] {
            assert!(told.contains(&expected), "{expected:?} is not in {told:?}");
        }
    }

    #[test]
    fn a_stretch_may_begin_within_a_string() {
        let start = at("e.\nTwo");
        assert_eq!(
            told(start..at(" significance"))[..2],
            [
                ("e.\nTwo (see: below).\"", Piece::Text),
                (",", Piece::Punctuation)
            ]
        );
    }

    #[test]
    fn a_string_that_goes_on_behind_the_stretch_is_cut() {
        let end = at("wo (see");
        let told = told(at("summary")..end);
        assert_eq!(told.last(), Some(&("\"One.\nT", Piece::Text)));
    }

    #[test]
    fn the_way_back_is_bounded() {
        let text = format!("(id: \"{}\n{}", "x".repeat(LOOK_BACK), "y\n".repeat(40));
        let start = text.len() - 2;
        assert_eq!(lead(&text, start), start);
        let near = format!("(id: \"{}\n{}", "x".repeat(100), "y\n".repeat(40));
        assert_eq!(lead(&near, near.len() - 2), 0);
        assert_eq!(pieces(&near, near.len() - 2..near.len())[0].1, Piece::Text);
    }

    fn a_text() -> impl Strategy<Value = String> {
        prop_oneof![
            "[ -~あ\u{FEFF}\u{3000}\r\n]{0,60}",
            "([(\\[\\])\"':,/*#!r]|[a-c]{1,2}|あ|//|/\\*|\\*/|\r\n|  \\(id: \"x\",\n){0,40}",
        ]
    }

    proptest! {
        #[test]
        fn pieces_ascend_within_the_stretch(text in a_text(), one in any::<Index>(), other in any::<Index>()) {
            let (one, other) = (one.index(text.len() + 3), other.index(text.len() + 3));
            let range = one.min(other)..one.max(other);
            let mut last = floor_boundary(&text, range.start);
            for (piece, _) in pieces(&text, range.clone()) {
                prop_assert!(piece.start >= last && piece.end > piece.start);
                prop_assert!(text.get(piece.clone()).is_some());
                last = piece.end;
            }
            prop_assert!(last <= range.end.max(floor_boundary(&text, range.start)));
        }

        #[test]
        fn what_is_no_piece_is_blank(text in a_text()) {
            let mut behind = 0;
            for (piece, _) in pieces(&text, 0..text.len()) {
                let gap = &text[behind..piece.start];
                prop_assert_eq!(trivia(gap, 0).end, gap.len());
                behind = piece.end;
            }
            prop_assert!(trivia(&text[behind..], 0).end == text.len() - behind);
        }
    }
}
