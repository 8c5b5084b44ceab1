//! Names of events: which words, in which style, how wide.
//!
//! The width of every name is found once for a document and a language. Titles share their words, so a word is shaped
//! once and a title is the sum of its words: the bundled fonts kern nothing across a space, and ideographs stand on
//! squares.

use std::collections::HashMap;

use rayon::prelude::{ParallelIterator, ParallelSlice};

use crate::document::{Event, Timeline};
use crate::time::Lang;

use super::text::{Face, Fonts, TextStyle};

/// Size of event names in points.
pub(super) const LABEL_SIZE: f32 = 13.5;
/// Names are cut to this width in points.
pub const LABEL_MAX: f32 = 280.0;
/// No name of more letters than this fits that width.
const LETTERS_MOST: usize = 200;
/// Words whose widths are kept at once; bounded for any file.
const WORDS_KEPT: usize = 50_000;
/// Names that one thread measures before it looks for more.
const CHUNK: usize = 4096;

/// The name of an event in a language.
pub(super) fn name(event: &Event, lang: Lang) -> &str {
    lang.choose(&event.title, event.title_ja.as_deref())
}

/// The most significant names are heavier.
pub fn name_style(event: &Event) -> TextStyle {
    if event.significance >= 5 {
        TextStyle::semibold(LABEL_SIZE)
    } else {
        TextStyle::sans(LABEL_SIZE)
    }
}

/// Widths of all names in points, by event; at most [`LABEL_MAX`].
pub(super) fn widths(timeline: &Timeline, lang: Lang) -> Vec<f32> {
    let chunks = timeline.events.par_chunks(CHUNK);
    let measured = chunks.map_init(Words::default, |words, events| {
        let width = |event| words.width(name(event, lang), name_style(event));
        events.iter().map(width).collect::<Vec<f32>>()
    });
    let mut widths = Vec::with_capacity(timeline.events.len());
    for chunk in measured.collect::<Vec<_>>() {
        widths.extend(chunk);
    }
    widths
}

/// The words known to one thread.
struct Words {
    fonts: Fonts,
    /// Widths in em: of regular words and of semi-bold ones.
    regular: HashMap<Box<str>, f32>,
    heavy: HashMap<Box<str>, f32>,
}

impl Default for Words {
    fn default() -> Self {
        Self {
            fonts: Fonts::bundled(),
            regular: HashMap::new(),
            heavy: HashMap::new(),
        }
    }
}

impl Words {
    fn width(&mut self, name: &str, style: TextStyle) -> f32 {
        if name.char_indices().nth(LETTERS_MOST).is_some() {
            return LABEL_MAX;
        }
        let words = parts(name).map(|word| self.word(word, style));
        (words.sum::<f32>() * style.size).min(LABEL_MAX)
    }

    fn word(&mut self, word: &str, style: TextStyle) -> f32 {
        let known = match style.face {
            Face::SansSemiBold => &mut self.heavy,
            Face::Sans | Face::SerifItalic => &mut self.regular,
        };
        if let Some(&width) = known.get(word) {
            return width;
        }
        if known.len() >= WORDS_KEPT {
            known.clear();
        }
        let width = self.fonts.shaped(word, TextStyle { size: 1.0, ..style });
        known.insert(word.into(), width);
        width
    }
}

/// A name cut where nothing is kerned: after each space, and around each ideograph.
fn parts(name: &str) -> impl Iterator<Item = &str> {
    let mut rest = name;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = if is_ideograph(first) {
            first.len_utf8()
        } else {
            rest.char_indices()
                .find(|&(at, letter)| at > 0 && is_ideograph(letter) || letter == ' ')
                .map_or(rest.len(), |(at, letter)| at + usize::from(letter == ' '))
        };
        let (part, after) = rest.split_at_checked(end)?;
        rest = after;
        Some(part)
    })
}

fn is_ideograph(letter: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_as_wide_as_its_words() {
        let fonts = Fonts::bundled();
        let mut words = Words::default();
        for name in [
            "Attack on Pearl Harbor",
            "AVATAR. To. Wave, office, fjord: 1/2 (—) “Ty”",
            "Nixon Shock: dollar leaves gold",
            "ニクソン・ショック（ドル・ショック）",
            "日米安全保障条約 1960年6月23日",
            "Y. Tanaka, T. Vo, P. Av — LT WA VA",
            " leading and  double spaces ",
            "",
        ] {
            for style in [TextStyle::sans(13.5), TextStyle::semibold(13.5)] {
                let (whole, sum) = (fonts.width(name, style), words.width(name, style));
                let apart = (whole.min(LABEL_MAX) - sum).abs();
                assert!(apart < 0.1, "{name:?}: {whole} as a whole, {sum} by words");
            }
        }
        assert_eq!(
            parts("ab c日d").collect::<Vec<_>>(),
            ["ab ", "c", "日", "d"]
        );
    }

    #[test]
    fn a_name_without_end_is_not_shaped_to_its_end() {
        let name = "Treaty of Mutual Cooperation ".repeat(4000);
        let width = Words::default().width(&name, TextStyle::sans(13.5));
        assert_eq!(width, LABEL_MAX);
    }
}
