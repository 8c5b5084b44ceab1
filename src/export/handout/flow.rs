//! Words in several styles, broken into lines that are as wide as a column.

use std::sync::Arc;

use crate::scene::{Fonts, Rgba, TextStyle, is_space, piece_end};

/// Words in one style.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub(super) text: String,
    pub(super) style: TextStyle,
    pub(super) fill: Rgba,
    /// Where they lead in the web.
    pub(super) address: Option<Arc<str>>,
}

/// Words in one style on one line.
#[derive(Debug, Clone)]
pub(super) struct Bit {
    /// From the left edge of the column, in points.
    pub(super) x: f32,
    pub(super) width: f32,
    pub(super) run: Run,
}

impl Run {
    pub(super) fn new(text: impl Into<String>, style: TextStyle, fill: Rgba) -> Self {
        Self {
            text: text.into(),
            style,
            fill,
            address: None,
        }
    }

    pub(super) fn leading_to(self, address: Option<Arc<str>>) -> Self {
        Self { address, ..self }
    }
}

/// What a shaper may add to the widths of a line's pieces, in points.
const HAIR: f32 = 0.5;
/// After these an address may be broken.
const JOINTS: &str = "/?&=-_.";

/// A part of a run that is not broken: which run, and which bytes of it.
type Part = (usize, std::ops::Range<usize>);

/// Parts that stay together, with the space after them.
struct Piece {
    parts: Vec<Part>,
    /// Width without the space at its end, and with it, in points.
    inked: f32,
    advance: f32,
}

/// The runs in lines of at most so many points; none for runs of spaces.
pub(super) fn lines(fonts: &Fonts, runs: &[Run], width: f32) -> Vec<Vec<Bit>> {
    let runs = tidied(runs);
    let width = (width - HAIR).max(1.0);
    let mut lines = Vec::new();
    let (mut line, mut x) = (Vec::new(), 0.0);
    for piece in pieces(fonts, &runs, width) {
        if !line.is_empty() && x + piece.inked > width {
            lines.push(std::mem::take(&mut line));
            x = 0.0;
        }
        x += piece.advance;
        line.extend(piece.parts);
    }
    lines.push(line);
    let set = lines.into_iter().map(|line| set(fonts, &runs, line));
    set.filter(|line| !line.is_empty()).collect()
}

/// The runs with one space where there are several, and none at the beginning.
fn tidied(runs: &[Run]) -> Vec<Run> {
    let mut after_space = true;
    let mut tidy = |run: &Run| {
        let mut text = String::with_capacity(run.text.len());
        for letter in run.text.chars() {
            let is_gap = is_space(letter) || letter.is_control();
            match (is_gap, after_space) {
                (true, true) => {}
                (true, false) => text.push(' '),
                (false, _) => text.push(letter),
            }
            after_space = is_gap;
        }
        Run {
            text,
            ..run.clone()
        }
    };
    runs.iter().map(&mut tidy).collect()
}

fn pieces(fonts: &Fonts, runs: &[Run], width: f32) -> Vec<Piece> {
    let whole: String = runs.iter().map(|run| &*run.text).collect();
    let mut pieces = Vec::new();
    let mut start = 0;
    while let Some(rest) = whole.get(start..).filter(|rest| !rest.is_empty()) {
        let end = start + piece_end(rest);
        let word = whole.get(start..end).unwrap_or_default();
        if word.contains("://") {
            for joint in joints(word) {
                push(fonts, runs, start..start + joint, width, &mut pieces);
                start += joint;
            }
        }
        push(fonts, runs, start..end, width, &mut pieces);
        start = end;
    }
    pieces
}

/// How long the parts of an address are after which it may be broken, but for the last one.
fn joints(word: &str) -> Vec<usize> {
    let mut lengths = Vec::new();
    let mut from = word.find("://").map_or(0, |at| at + 3);
    let mut before = 0;
    while let Some(at) = word
        .get(from..)
        .and_then(|rest| rest.find(|c| JOINTS.contains(c)))
    {
        from += at + 1;
        if word
            .get(from..)
            .is_some_and(|rest| rest.trim_end().len() > 3)
        {
            lengths.push(from - before);
            before = from;
        }
    }
    lengths
}

/// One more piece; one that is wider than a line is cut between its letters.
fn push(
    fonts: &Fonts,
    runs: &[Run],
    bytes: std::ops::Range<usize>,
    width: f32,
    pieces: &mut Vec<Piece>,
) {
    let piece = piece(fonts, runs, parts(runs, bytes));
    if piece.inked <= width {
        pieces.push(piece);
        return;
    }
    let mut part: Vec<Part> = Vec::new();
    let mut x = 0.0;
    for (index, range) in piece.parts {
        let Some(run) = runs.get(index) else { continue };
        let text = run.text.get(range.clone()).unwrap_or_default();
        for (at, letter) in text.char_indices() {
            let wide = fonts.width(letter.encode_utf8(&mut [0; 4]), run.style);
            if !part.is_empty() && x + wide > width * 0.97 {
                pieces.push(self::piece(fonts, runs, std::mem::take(&mut part)));
                x = 0.0;
            }
            let start = range.start + at;
            part.push((index, start..start + letter.len_utf8()));
            x += wide;
        }
    }
    pieces.push(self::piece(fonts, runs, joined(part)));
}

/// Which bytes of which runs a stretch of the whole text is.
fn parts(runs: &[Run], bytes: std::ops::Range<usize>) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut before = 0;
    for (index, run) in runs.iter().enumerate() {
        let end = before + run.text.len();
        let (from, to) = (bytes.start.max(before), bytes.end.min(end));
        if from < to {
            parts.push((index, from - before..to - before));
        }
        before = end;
        if before >= bytes.end {
            break;
        }
    }
    parts
}

fn piece(fonts: &Fonts, runs: &[Run], parts: Vec<Part>) -> Piece {
    let parts = joined(parts);
    let (mut inked, mut advance) = (0.0, 0.0);
    for (index, range) in &parts {
        let Some(run) = runs.get(*index) else {
            continue;
        };
        let text = run.text.get(range.clone()).unwrap_or_default();
        let trimmed = text.trim_end_matches(is_space);
        inked = advance + fonts.width(trimmed, run.style);
        advance = inked;
        if trimmed.len() < text.len() {
            advance += fonts.width(" ", run.style);
        }
    }
    Piece {
        parts,
        inked,
        advance,
    }
}

/// Parts of one run that follow one another made one.
fn joined(parts: Vec<Part>) -> Vec<Part> {
    let mut joined: Vec<Part> = Vec::with_capacity(parts.len());
    for (index, range) in parts {
        match joined.last_mut() {
            Some((last, before)) if *last == index && before.end == range.start => {
                before.end = range.end;
            }
            _ => joined.push((index, range)),
        }
    }
    joined
}

/// A line with the places of its words.
fn set(fonts: &Fonts, runs: &[Run], line: Vec<Part>) -> Vec<Bit> {
    let mut bits = Vec::new();
    let mut x = 0.0;
    for (index, range) in joined(line) {
        let Some(run) = runs.get(index) else { continue };
        let text = run.text.get(range).unwrap_or_default();
        let shown = text.trim_matches(is_space);
        let lead = text.len() - text.trim_start_matches(is_space).len();
        let space = fonts.width(" ", run.style);
        if lead > 0 && !bits.is_empty() {
            x += space;
        }
        let width = fonts.width(shown, run.style);
        if !shown.is_empty() {
            bits.push(Bit {
                x,
                width,
                run: Run {
                    text: shown.to_owned(),
                    ..run.clone()
                },
            });
        }
        x += width;
        if text.ends_with(is_space) && !shown.is_empty() {
            x += space;
        }
    }
    bits
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, proptest};

    use super::*;
    use crate::scene::Theme;
    use crate::scene::breaking_tests::{TEXTS, faults};

    fn said(parts: &[&str], width: f32) -> Vec<String> {
        let fonts = Fonts::bundled();
        let styles = [TextStyle::sans(10.0), TextStyle::semibold(10.0)];
        let runs = parts.iter().zip(styles.iter().cycle());
        let runs: Vec<_> = runs
            .map(|(text, style)| Run::new(*text, *style, Theme::print().ink))
            .collect();
        let lines = lines(&fonts, &runs, width);
        let words = |line: Vec<Bit>| {
            let end = line.last().map_or(0.0, |bit| bit.x + bit.width);
            assert!(end <= width, "{line:?}");
            for (one, next) in line.iter().zip(line.iter().skip(1)) {
                assert!(one.x + one.width <= next.x + 0.01, "{line:?}");
            }
            let words: Vec<_> = line.into_iter().map(|bit| bit.run.text).collect();
            words.join("|")
        };
        lines.into_iter().map(words).collect()
    }

    #[test]
    fn styles_share_a_line_and_a_word_in_two_styles_stays_whole() {
        assert_eq!(
            said(
                &["The dollar  leaves ", "gold", ", and the yen floats"],
                110.0
            ),
            ["The dollar leaves|gold|,", "and the yen floats"]
        );
        assert!(said(&[" \n ", " "], 100.0).is_empty());
    }

    #[test]
    fn an_address_breaks_after_its_strokes() {
        let found = said(&["https://example.org/a-long-way/to/the/end-of-it"], 90.0);
        assert_eq!(
            found,
            ["https://example.", "org/a-long-way/", "to/the/end-of-it"]
        );
        let word = said(&[&"x".repeat(60)], 90.0);
        assert!(word.len() > 2, "{word:?}");
    }

    proptest! {
        #[test]
        fn no_line_of_japanese_begins_with_a_closing_mark(one in TEXTS, other in TEXTS, width in 80.0_f32..300.0) {
            let lines = said(&[&one, &other], width);
            let lines: Vec<_> = lines.iter().map(|line| line.replace('|', "")).collect();
            let faults = faults(&lines);
            prop_assert!(faults.is_empty(), "{lines:?}: {faults:?}");
        }
    }
}
