//! Breaks a text into lines, where lines may be broken.

use super::super::breaking::{is_space, piece_end};
use super::super::text::{Fonts, TextStyle};

/// Characters of a text that a slide may show at all; no text of a slide without end is looked at to its end.
const LOOKS_AT: usize = 1_200;
/// What a shaper may add to the widths of a line's pieces, in points.
const HAIR: f32 = 0.5;

/// A text in lines.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Wrapped {
    pub(super) lines: Vec<String>,
    /// Whether not all of it is there.
    pub(super) cut: bool,
}

/// How a text is to be broken.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wrapping {
    pub(super) style: TextStyle,
    /// Width of the longest line in points.
    pub(super) width: f32,
    /// Lines at most; the last one ends in an ellipsis where the text goes on.
    pub(super) most: usize,
    /// Whether the lines are to be about as long as each other.
    pub(super) balanced: bool,
}

/// A piece that is not broken, with the space after it.
struct Piece {
    text: String,
    /// Width without the space at its end, and with it, in points.
    inked: f32,
    advance: f32,
}

/// The text in lines; none for a text of spaces.
pub(super) fn wrapped(fonts: &Fonts, text: &str, wrapping: &Wrapping) -> Wrapped {
    let Wrapping { style, most, .. } = *wrapping;
    let width = wrapping.width.max(style.size) - HAIR;
    let shown: String = text.chars().take(LOOKS_AT).collect();
    let words = shown.split(is_space).filter(|word| !word.is_empty());
    let words: Vec<&str> = words.collect();
    let pieces = pieces(fonts, &words.join(" "), style, width);
    let mut ends = line_ends(&pieces, width);
    if wrapping.balanced && (2..=most).contains(&ends.len()) {
        ends = line_ends(&pieces, narrowest(&pieces, width, ends.len()));
    }
    let cut = ends.len() > most;
    let mut lines = Vec::new();
    let mut start = 0;
    for end in ends.into_iter().take(most) {
        lines.push(joined(&pieces, start, end));
        start = end;
    }
    if cut && let Some(last) = lines.last_mut() {
        // As much of the next word as fits, so that the line is full.
        let next = pieces.get(start).map_or("", |piece| &piece.text);
        let rest = format!("{last} {next}");
        *last = format!("{}…", fonts.head(&rest, style, width));
    }
    Wrapped { lines, cut }
}

/// Some pieces as one line.
fn joined(pieces: &[Piece], start: usize, end: usize) -> String {
    let pieces = pieces.get(start..end).unwrap_or_default();
    let line: String = pieces.iter().map(|piece| &*piece.text).collect();
    line.trim_end().to_owned()
}

/// The first piece after each line of a width.
fn line_ends(pieces: &[Piece], width: f32) -> Vec<usize> {
    let mut ends = Vec::new();
    let (mut x, mut first) = (0.0, 0);
    for (at, piece) in pieces.iter().enumerate() {
        if at > first && x + piece.inked > width {
            ends.push(at);
            (x, first) = (0.0, at);
        }
        x += piece.advance;
    }
    if first < pieces.len() {
        ends.push(pieces.len());
    }
    ends
}

/// The least width at which the text still takes so many lines.
fn narrowest(pieces: &[Piece], width: f32, lines: usize) -> f32 {
    let (mut too_little, mut enough) = (0.0, width);
    for _ in 0..9 {
        let middle = (too_little + enough) / 2.0;
        let fits = line_ends(pieces, middle).len() <= lines
            && pieces.iter().all(|piece| piece.inked <= middle);
        if fits {
            enough = middle;
        } else {
            too_little = middle;
        }
    }
    enough
}

/// The text cut wherever a line may end; a word that is wider than a line between its letters.
fn pieces(fonts: &Fonts, text: &str, style: TextStyle, width: f32) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at_checked(piece_end(rest)).unwrap_or((rest, ""));
        let whole = measured(fonts, piece, style);
        if whole.inked > width {
            split(fonts, piece, style, width, &mut pieces);
        } else {
            pieces.push(whole);
        }
        rest = after;
    }
    pieces
}

fn measured(fonts: &Fonts, text: &str, style: TextStyle) -> Piece {
    let trimmed = text.trim_end();
    let inked = fonts.width(trimmed, style);
    let advance = if trimmed.len() < text.len() {
        inked + fonts.width(" ", style)
    } else {
        inked
    };
    Piece {
        text: text.to_owned(),
        inked,
        advance,
    }
}

/// Cuts a word that is wider than a line.
fn split(fonts: &Fonts, word: &str, style: TextStyle, width: f32, pieces: &mut Vec<Piece>) {
    let mut part = String::new();
    let mut x = 0.0;
    for letter in word.chars() {
        let wide = fonts.width(letter.encode_utf8(&mut [0; 4]), style);
        if !part.is_empty() && x + wide > width * 0.97 {
            pieces.push(measured(fonts, &std::mem::take(&mut part), style));
            x = 0.0;
        }
        part.push(letter);
        x += wide;
    }
    pieces.push(measured(fonts, &part, style));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, proptest};

    use super::super::super::breaking::tests::{TEXTS, faults};
    use super::*;

    fn lines(text: &str, width: f32, most: usize, balanced: bool) -> Vec<String> {
        let fonts = Fonts::bundled();
        let style = TextStyle::sans(20.0);
        let wrapping = Wrapping {
            style,
            width,
            most,
            balanced,
        };
        let wrapped = wrapped(&fonts, text, &wrapping);
        for line in &wrapped.lines {
            assert!(fonts.width(line, style) <= width, "{line}");
        }
        wrapped.lines
    }

    #[test]
    fn lines_break_between_words_and_balance() {
        let text = "Hanoi summit ends without an agreement";
        assert_eq!(
            lines(text, 320.0, 3, false),
            ["Hanoi summit ends without an", "agreement"]
        );
        assert_eq!(
            lines(text, 320.0, 3, true),
            ["Hanoi summit ends", "without an agreement"]
        );
        assert_eq!(lines("Page ¶\u{A0}7", 60.0, 3, false), ["Page", "¶\u{A0}7"]);
        assert!(lines("  \n ", 100.0, 3, true).is_empty());
    }

    #[test]
    fn japanese_breaks_between_characters_but_not_before_a_full_stop() {
        let text = "東京で「声明」に署名した。翌年";
        // Twelve characters fit, but the full stop would begin the second line.
        let found = lines(text, 241.0, 4, false);
        assert_eq!(found, ["東京で「声明」に署名し", "た。翌年"]);
    }

    #[test]
    fn what_is_too_long_ends_in_an_ellipsis() {
        let text = "Treaty of Mutual Cooperation and Security between the two countries";
        let cut = lines(text, 200.0, 2, false);
        assert_eq!(cut.len(), 2);
        assert!(
            cut.last().is_some_and(|line| line.ends_with('…')),
            "{cut:?}"
        );
        let word = lines(&"Unbreakable".repeat(40), 100.0, 3, true);
        assert_eq!(word.len(), 3);
    }

    proptest! {
        #[test]
        fn no_line_of_japanese_begins_with_a_closing_mark(text in TEXTS, width in 160.0_f32..600.0, balanced: bool) {
            let wrapping = Wrapping { style: TextStyle::sans(20.0), width, most: 99, balanced };
            let wrapped = wrapped(&Fonts::bundled(), &text, &wrapping);
            let faults = faults(&wrapped.lines);
            prop_assert!(faults.is_empty(), "{:?}: {faults:?}", wrapped.lines);
        }
    }
}
