//! Colours by what they are for, read from the token files in `assets/`. No other place names a colour.

use serde::Deserialize;
use serde::de::{Deserializer, Error};

use super::geometry::Rgba;

/// The tokens of one theme; the files in `assets/` say what each is for.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the token files say what each is for")]
pub struct Theme {
    pub ground: Rgba,
    pub surface: Rgba,
    pub raised: Rgba,
    pub ink: Rgba,
    pub muted: Rgba,
    pub line: Rgba,
    pub grid: Rgba,
    pub axis: Rgba,
    pub era: Rgba,
    pub accent: Rgba,
    pub on_accent: Rgba,
    pub overview: Rgba,
    pub overview_bar: Rgba,
    pub overview_window: Rgba,
    pub series: Rgba,
    pub error: Rgba,
    pub error_ground: Rgba,
    pub warning: Rgba,
    pub added: Rgba,
    pub removed: Rgba,
    pub mark: Rgba,
    pub code_comment: Rgba,
    pub code_text: Rgba,
    pub code_number: Rgba,
    pub code_name: Rgba,
    pub code_word: Rgba,
    pub shadow: Rgba,
    pub black: Rgba,
    pub white: Rgba,
    pub pen: Rgba,
    /// Least contrast of words with their ground (WCAG 2.2, 1.4.3 and 1.4.6).
    word_contrast: f32,
    /// Least contrast of a category's marks with the canvas; 1 leaves the colours of a file as they are.
    mark_contrast: f32,
    /// How far a category's colour is mixed with the ink, 0 to 1, so that one colour in the file serves both themes.
    category_lift: f32,
    /// Colours for categories that name none.
    categories: Vec<Rgba>,
}

impl<'de> Deserialize<'de> for Rgba {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let hex = String::deserialize(deserializer)?;
        Self::from_hex(&hex)
            .ok_or_else(|| D::Error::custom(format!("expected #RRGGBB but found {hex:?}")))
    }
}

/// Least contrast of a mark with what lies behind it, however thin it is drawn (WCAG 2.2, 1.4.11), in themes that see to
/// marks at all.
const THIN: f32 = 3.0;

impl Theme {
    /// Dark on light.
    pub fn light() -> Self {
        Self::built_in(include_str!("../../assets/theme-light.ron"))
    }

    /// Light on dark.
    pub fn dark() -> Self {
        Self::built_in(include_str!("../../assets/theme-dark.ron"))
    }

    /// Black on white.
    pub fn high_contrast_light() -> Self {
        Self::built_in(include_str!("../../assets/theme-contrast-light.ron"))
    }

    /// White on black.
    pub fn high_contrast_dark() -> Self {
        Self::built_in(include_str!("../../assets/theme-contrast-dark.ron"))
    }

    /// Black on white paper.
    pub fn print() -> Self {
        Self::built_in(include_str!("../../assets/theme-print.ron"))
    }

    fn built_in(tokens: &str) -> Self {
        #[expect(
            clippy::expect_used,
            reason = "the file is compiled in, and a test reads it"
        )]
        ron::from_str(tokens).expect("a token file of assets/ is not what Theme expects")
    }

    /// Whether this is light on dark.
    pub fn is_dark(&self) -> bool {
        self.ink.is_lighter_than(self.ground)
    }

    /// A colour for words on the ground: this one, with as much of the ink as it takes to be read.
    pub fn readable(&self, color: Rgba) -> Rgba {
        self.at_least(self.word_contrast, color)
    }

    /// This colour, with as much of the ink as it takes to stand out so far from the ground.
    fn at_least(&self, contrast: f32, color: Rgba) -> Rgba {
        let shares = (0..=10_u8).map(|tenth| color.mixed(self.ink, f32::from(tenth) / 10.0));
        let mut distinct = shares.filter(|mixed| mixed.contrast(self.ground) >= contrast);
        distinct.next().unwrap_or(self.ink)
    }

    /// A mark's colour drawn thin, 0 to 1, before the canvas and its eras. Where the theme sees to marks, the scale begins
    /// at what can just be seen, so that thinner and denser still differ.
    pub fn thin(&self, color: Rgba, opacity: f32) -> Rgba {
        self.thin_before(&[self.ground, self.era], color, opacity)
    }

    /// The same before other grounds.
    pub(super) fn thin_before(&self, grounds: &[Rgba], color: Rgba, opacity: f32) -> Rgba {
        let wanted = self.mark_contrast.min(THIN);
        if wanted <= 1.0 {
            return color.with_opacity(opacity);
        }
        let is_seen = |opacity: f32| {
            let contrast = |ground: &Rgba| ground.mixed(color, opacity).contrast(*ground);
            grounds.iter().all(|ground| contrast(ground) >= wanted)
        };
        // To a sixty-fourth, on the side that is seen.
        let (mut unseen, mut seen) = (0.0, 1.0);
        for _ in 0..6 {
            let middle: f32 = (unseen + seen) / 2.0;
            if is_seen(middle) {
                seen = middle;
            } else {
                unseen = middle;
            }
        }
        color.with_opacity(seen + (1.0 - seen) * opacity)
    }

    /// The colour of the category at `index`: its own where the file gives one, else one of the theme's.
    pub fn category(&self, index: usize, own: Option<&str>) -> Rgba {
        let own = own
            .and_then(Rgba::from_hex)
            .map(|color| color.mixed(self.ink, self.category_lift))
            .map(|color| self.at_least(self.mark_contrast, color));
        let fallback = || {
            self.categories
                .iter()
                .cycle()
                .nth(index % self.categories.len().max(1))
                .copied()
        };
        own.or_else(fallback).unwrap_or(self.muted)
    }
}

#[cfg(test)]
mod sight;

#[cfg(test)]
mod tests {
    use super::*;

    /// Every theme, with the least contrast of its texts and of its marks (WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11).
    pub(super) fn themes() -> [(&'static str, Theme, f32, f32); 5] {
        [
            ("light", Theme::light(), 4.5, 3.0),
            ("dark", Theme::dark(), 4.5, 3.0),
            ("print", Theme::print(), 4.5, 3.0),
            ("contrast light", Theme::high_contrast_light(), 7.0, 4.5),
            ("contrast dark", Theme::high_contrast_dark(), 7.0, 4.5),
        ]
    }

    fn high_contrast() -> impl Iterator<Item = (&'static str, Theme, f32, f32)> {
        themes().into_iter().filter(|(_, _, words, _)| *words > 4.5)
    }

    #[test]
    fn text_stands_out_from_every_ground() {
        for (name, theme, least, _) in themes() {
            let grounds = [
                theme.ground,
                theme.surface,
                theme.raised,
                theme.era,
                theme.overview,
            ];
            let texts = [
                theme.ink,
                theme.muted,
                theme.accent,
                theme.error,
                theme.warning,
                theme.added,
                theme.removed,
                theme.code_comment,
                theme.code_text,
                theme.code_number,
                theme.code_name,
                theme.code_word,
            ];
            for (ground, text) in grounds
                .iter()
                .flat_map(|g| texts.iter().map(move |t| (*g, *t)))
            {
                let ratio = text.contrast(ground);
                assert!(
                    ratio >= least,
                    "{name}: {text:?} on {ground:?} is {ratio:.2}:1"
                );
            }
            assert!(theme.on_accent.contrast(theme.accent) >= least, "{name}");
            assert!(theme.ink.contrast(theme.mark) >= least, "{name}");
            assert!(theme.error.contrast(theme.error_ground) >= least, "{name}");
        }
    }

    #[test]
    fn marks_stand_out_from_the_canvas() {
        for (name, theme, words, least) in themes() {
            for index in 0..8 {
                let color = theme.category(index, None);
                let ratio = color.contrast(theme.ground);
                assert!(ratio >= least, "{name}: category {index} is {ratio:.2}:1");
                assert!(
                    theme.readable(color).contrast(theme.ground) >= words,
                    "{name}: {index}"
                );
            }
        }
    }

    #[test]
    fn in_high_contrast_so_does_any_colour_of_a_file() {
        for (name, theme, words, least) in high_contrast() {
            for own in [
                "#FFFF00", "#FFB6C1", "#000080", "#777777", "#FFFFFF", "#000000",
            ] {
                let color = theme.category(0, Some(own));
                let ratio = color.contrast(theme.ground);
                assert!(ratio >= least, "{name}: {own} is {ratio:.2}:1");
                let ratio = theme.readable(color).contrast(theme.ground);
                assert!(ratio >= words, "{name}: words in {own} are {ratio:.2}:1");
            }
        }
    }

    #[test]
    fn in_high_contrast_canvas_and_panels_are_pure_and_other_marks_show_as_well() {
        for (name, theme, _, least) in high_contrast() {
            let pure = if theme.is_dark() {
                theme.black
            } else {
                theme.white
            };
            assert!(theme.ground == pure && theme.surface == pure, "{name}");
            for (mark, ground) in [
                (theme.series, theme.ground),
                (theme.overview_bar, theme.overview),
                (theme.overview_window, theme.overview),
                (theme.axis, theme.ground),
            ] {
                let ratio = mark.contrast(ground);
                assert!(ratio >= least, "{name}: {mark:?} is {ratio:.2}:1");
            }
        }
    }

    #[test]
    fn the_pen_shows_on_every_slide() {
        for (name, theme, ..) in themes() {
            assert!(theme.pen.contrast(theme.ground) >= 4.5, "{name}");
        }
    }

    #[test]
    fn in_high_contrast_the_lines_of_controls_show_as_well() {
        for (name, theme, ..) in high_contrast() {
            for ground in [theme.surface, theme.raised, theme.ground, theme.era] {
                let line = theme.line.contrast(ground);
                assert!(line >= 3.0, "{name}: {line:.2}:1 on {ground:?}");
            }
        }
    }
}
