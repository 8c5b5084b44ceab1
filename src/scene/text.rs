//! Widths of text, from the bundled fonts and the shaper that the window uses too.
//!
//! One concrete measure for screen and export: an interface with two implementations would be two truths. Characters
//! that the bundled fonts lack are counted as one em, which is what system fonts give ideographs and emoji.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use harfrust::{FontRef, GlyphInfo, GlyphPosition, ShapeOptions, ShaperData, UnicodeBuffer};
use skrifa::MetadataProvider as _;
use skrifa::charmap::Charmap;
use skrifa::instance::LocationRef;

// Statics, since a constant of this size stands in the program once for each unit of code that reads it.

/// IBM Plex Sans JP Regular, subset.
static SANS: &[u8] = include_bytes!("../../assets/fonts/IBMPlexSansJP-Regular.ttf");
/// IBM Plex Sans JP SemiBold, subset.
static SANS_SEMIBOLD: &[u8] = include_bytes!("../../assets/fonts/IBMPlexSansJP-SemiBold.ttf");
/// IBM Plex Serif Italic.
static SERIF_ITALIC: &[u8] = include_bytes!("../../assets/fonts/IBMPlexSerif-Italic.ttf");

/// A bundled face.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// Running text and names.
    Sans,
    /// Headings and the most significant names.
    SansSemiBold,
    /// Quotations.
    SerifItalic,
}

/// The font file of a face.
pub fn font_bytes(face: Face) -> &'static [u8] {
    match face {
        Face::Sans => SANS,
        Face::SansSemiBold => SANS_SEMIBOLD,
        Face::SerifItalic => SERIF_ITALIC,
    }
}

/// A face at a size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TextStyle {
    /// The face.
    pub face: Face,
    /// Em size in points.
    pub size: f32,
}

impl TextStyle {
    /// Running text at a size in points.
    pub const fn sans(size: f32) -> Self {
        Self {
            face: Face::Sans,
            size,
        }
    }

    /// The same face larger or smaller.
    pub(crate) fn scaled(self, scale: f32) -> Self {
        let size = self.size * scale;
        Self { size, ..self }
    }

    /// Semi-bold text at a size in points.
    pub const fn semibold(size: f32) -> Self {
        Self {
            face: Face::SansSemiBold,
            size,
        }
    }
}

/// The bundled fonts, ready to measure with.
pub struct Fonts {
    sans: Shaper,
    semibold: Shaper,
    serif: Shaper,
}

/// One face with its tables and the widths already known, in em.
struct Shaper {
    font: FontRef<'static>,
    data: ShaperData,
    units_per_em: f32,
    /// From the middle of a line down to its baseline, in em.
    baseline: f32,
    letters: Charmap<'static>,
    widths: RefCell<HashMap<String, f32>>,
    cuts: RefCell<HashMap<String, Cuts>>,
}

/// Where a text may be cut, as bytes, and how wide it is up to there, in em.
type Cuts = Rc<[(usize, f32)]>;

/// Widths kept per face before the memory starts anew: enough for any screen, bounded for any file.
const WIDTHS_KEPT: usize = 20_000;
/// The same for texts that are cut.
const CUTS_KEPT: usize = 2_000;

impl Fonts {
    /// The bundled fonts.
    pub fn bundled() -> Self {
        Self {
            sans: Shaper::new(SANS),
            semibold: Shaper::new(SANS_SEMIBOLD),
            serif: Shaper::new(SERIF_ITALIC),
        }
    }

    /// Width of one line of text, in points.
    pub fn width(&self, text: &str, style: TextStyle) -> f32 {
        self.shaper(style.face).em_width(text) * style.size
    }

    /// From the middle of a line of text down to its baseline, in points.
    pub fn baseline(&self, style: TextStyle) -> f32 {
        self.shaper(style.face).baseline * style.size
    }

    /// The letters of a text that none of the bundled fonts has, each once.
    pub fn missing(&self, text: &str) -> BTreeSet<char> {
        let is_missing = |letter: &char| !letter.is_control() && !self.sans.has(*letter);
        text.chars().filter(is_missing).collect()
    }

    /// The same, for a text that is not asked for again: it is not kept.
    pub(super) fn shaped(&self, text: &str, style: TextStyle) -> f32 {
        self.shaper(style.face).shape(text) * style.size
    }

    fn shaper(&self, face: Face) -> &Shaper {
        match face {
            Face::Sans => &self.sans,
            Face::SansSemiBold => &self.semibold,
            Face::SerifItalic => &self.serif,
        }
    }

    /// The text, cut with an ellipsis where it is wider than `max` points.
    pub fn elided(&self, text: &str, style: TextStyle, max: f32) -> String {
        let is_short = text.char_indices().nth(ELIDE_LOOKS_AT).is_none();
        if is_short && self.width(text, style) <= max {
            return text.to_owned();
        }
        format!("{}…", self.head(text, style, max))
    }

    /// As much of the beginning as fits `max` points together with an ellipsis.
    pub(super) fn head<'a>(&self, text: &'a str, style: TextStyle, max: f32) -> &'a str {
        // A name of a hundred thousand characters must not cost a shaping of them all.
        let looked_at = text
            .char_indices()
            .nth(ELIDE_LOOKS_AT)
            .map_or(text.len(), |(at, _)| at);
        let shaper = self.shaper(style.face);
        let cuts = shaper.cuts(text.get(..looked_at).unwrap_or_default());
        let room = (max - KERNING) / style.size - shaper.em_width("…");
        let fits = cuts.partition_point(|(_, width)| *width <= room);
        let end = fits.checked_sub(1).and_then(|last| cuts.get(last));
        text.get(..end.map_or(0, |(end, _)| *end))
            .unwrap_or_default()
            .trim_end()
    }
}

/// By how much the end of a text may be wider before an ellipsis than before its next letter, in points.
const KERNING: f32 = 0.5;
/// Characters of a text that may matter to its first line.
const ELIDE_LOOKS_AT: usize = 200;

impl Shaper {
    fn new(bytes: &'static [u8]) -> Self {
        #[expect(
            clippy::expect_used,
            reason = "the font is compiled in, and a test reads it"
        )]
        let font = FontRef::new(bytes).expect("a bundled font cannot be read");
        let data = ShaperData::new(&font);
        let units_per_em = data.shaper(&font).build().units_per_em() as f32;
        Self {
            baseline: baseline(&font),
            letters: font.charmap(),
            font,
            data,
            units_per_em,
            widths: RefCell::default(),
            cuts: RefCell::default(),
        }
    }

    fn has(&self, letter: char) -> bool {
        self.letters.map(letter).is_some()
    }

    fn em_width(&self, text: &str) -> f32 {
        if let Some(&width) = self.widths.borrow().get(text) {
            return width;
        }
        let width = self.shape(text);
        let mut widths = self.widths.borrow_mut();
        if widths.len() >= WIDTHS_KEPT {
            widths.clear();
        }
        widths.insert(text.to_owned(), width);
        width
    }

    /// Between each two letters. Found with one shaping and kept, since a name at the edge of the view is cut anew in
    /// each frame.
    fn cuts(&self, text: &str) -> Cuts {
        if let Some(cuts) = self.cuts.borrow().get(text) {
            return Rc::clone(cuts);
        }
        let mut letters = self.advances(text);
        // Of a text that runs from right to left too, what comes first is read first.
        letters.sort_by_key(|(at, _)| *at);
        let mut width = 0.0;
        let cut = |(at, advance)| {
            width += advance;
            (at, width - advance)
        };
        let cuts: Cuts = letters.into_iter().map(cut).collect();
        let mut kept = self.cuts.borrow_mut();
        if kept.len() >= CUTS_KEPT {
            kept.clear();
        }
        kept.insert(text.to_owned(), Rc::clone(&cuts));
        cuts
    }

    fn shape(&self, text: &str) -> f32 {
        self.advances(text)
            .into_iter()
            .map(|(_, advance)| advance)
            .sum()
    }

    /// For each glyph the byte where its letters begin, and its advance in em.
    fn advances(&self, text: &str) -> Vec<(usize, f32)> {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let shaper = self.data.shaper(&self.font).build();
        let glyphs = shaper.shape(buffer, ShapeOptions::new());
        let advances = glyphs.glyph_infos().iter().zip(glyphs.glyph_positions());
        let advance = |(info, position): (&GlyphInfo, &GlyphPosition)| {
            // Glyph 0 is "not in this font".
            let units = if info.glyph_id == 0 {
                self.units_per_em
            } else {
                position.x_advance as f32
            };
            (info.cluster as usize, units / self.units_per_em)
        };
        advances.map(advance).collect()
    }
}

/// Where the toolkit puts the baseline: a line is as high as ascent, descent and gap together, and centred as a whole.
fn baseline(font: &FontRef<'_>) -> f32 {
    let metrics = font.metrics(skrifa::instance::Size::new(1.0), LocationRef::default());
    (metrics.ascent + metrics.descent - metrics.leading) / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn japanese_is_one_em_wide() {
        let fonts = Fonts::bundled();
        let width = fonts.width("日米安全保障条約", TextStyle::sans(10.0));
        assert!((width - 80.0).abs() < 0.5, "{width}");
    }

    #[test]
    fn a_long_name_is_cut_to_its_room() {
        let fonts = Fonts::bundled();
        let style = TextStyle::sans(14.0);
        for max in [0.0, 5.0, 30.0, 120.0] {
            let cut = fonts.elided(&"Treaty of Mutual Cooperation ".repeat(4000), style, max);
            assert!(cut.ends_with('…'));
            assert!(max < 20.0 || fonts.width(&cut, style) <= max, "{cut}");
        }
        assert_eq!(fonts.elided("Short", style, 100.0), "Short");
    }
}
