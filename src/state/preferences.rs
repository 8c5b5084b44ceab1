//! What a person likes: the same for all files, and kept between two starts.

use serde::{Deserialize, Serialize};

use crate::messages::Lang;

/// Preferences of the person, the same for all files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the types say it")]
pub struct Settings {
    pub theme: ThemeChoice,
    pub lang: LangChoice,
    pub wheel: Wheel,
    pub autosave: bool,
    pub notes_size: NotesSize,
    pub motion: Motion,
    pub text_per_cent: TextSize,
    pub citation_style: CitationStyle,
    pub era_ruler: bool,
}

/// One of them, as it is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Setting {
    Theme(ThemeChoice),
    Lang(LangChoice),
    Wheel(Wheel),
    Autosave(bool),
    NotesSize(NotesSize),
    Motion(Motion),
    TextSize(TextSize),
    CitationStyle(CitationStyle),
    EraRuler(bool),
}

/// The form in which sources are cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum CitationStyle {
    /// The Chicago Manual of Style, 18th edition, notes and bibliography: what historians use.
    #[default]
    Chicago,
    /// The MLA Handbook, 9th edition.
    Mla,
    /// The Publication Manual of the American Psychological Association, 7th edition.
    Apa,
    /// Entries for LaTeX, and for programs that manage references.
    BibTex,
}

impl CitationStyle {
    /// All of them, in the order of the menus.
    pub const ALL: [Self; 4] = [Self::Chicago, Self::Mla, Self::Apa, Self::BibTex];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chicago => "Chicago",
            Self::Mla => "MLA",
            Self::Apa => "APA",
            Self::BibTex => "BibTeX",
        }
    }
}

/// In which language everything is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LangChoice {
    /// As the system has it.
    #[default]
    System,
    /// English.
    En,
    /// Japanese.
    Ja,
}

impl From<Lang> for LangChoice {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::En => Self::En,
            Lang::Ja => Self::Ja,
        }
    }
}

/// Which theme is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum ThemeChoice {
    /// As the desktop has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Black on white, and nothing faint.
    HighContrastLight,
    /// White on black, and nothing faint.
    HighContrastDark,
}

/// What the plain wheel does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Wheel {
    /// Zooms at the pointer.
    #[default]
    Zooms,
    /// Moves through time; with Ctrl it zooms.
    Pans,
}

/// Whether things move to where they go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Motion {
    /// The camera flies, and words come softly.
    #[default]
    Full,
    /// Everything is where it belongs at once.
    Reduced,
}

/// How large all text is, in per cent of how it was drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "u16", into = "u16")]
pub struct TextSize(u16);

impl TextSize {
    /// The sizes that are offered, the smallest first: twice as large is what WCAG 2.2 (1.4.4) asks for.
    pub const STEPS: [u16; 9] = [80, 90, 100, 110, 125, 150, 175, 200, 250];

    /// In per cent.
    pub fn per_cent(self) -> u16 {
        self.0
    }

    /// By how much everything is larger.
    pub fn factor(self) -> f32 {
        f32::from(self.0) / 100.0
    }

    /// The next larger one that is offered; the largest stays.
    #[must_use]
    pub fn larger(self) -> Self {
        let next = Self::STEPS.into_iter().find(|step| *step > self.0);
        next.map_or(self, Self)
    }

    /// The next smaller one; the smallest stays.
    #[must_use]
    pub fn smaller(self) -> Self {
        let before = Self::STEPS.into_iter().rev().find(|step| *step < self.0);
        before.map_or(self, Self)
    }
}

impl Default for TextSize {
    fn default() -> Self {
        Self(100)
    }
}

impl From<u16> for TextSize {
    fn from(per_cent: u16) -> Self {
        Self(per_cent.clamp(80, 250))
    }
}

impl From<TextSize> for u16 {
    fn from(size: TextSize) -> Self {
        size.0
    }
}

/// How large notes show on the teacher's screen, in points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "u8", into = "u8")]
pub struct NotesSize(u8);

impl NotesSize {
    /// In points.
    pub fn points(self) -> f32 {
        f32::from(self.0)
    }

    /// The next larger size.
    #[must_use]
    pub fn larger(self) -> Self {
        Self::from(self.0.saturating_add(2))
    }

    /// The next smaller size.
    #[must_use]
    pub fn smaller(self) -> Self {
        Self::from(self.0.saturating_sub(2))
    }
}

impl Default for NotesSize {
    fn default() -> Self {
        Self(20)
    }
}

impl From<u8> for NotesSize {
    fn from(points: u8) -> Self {
        Self(points.clamp(12, 48))
    }
}

impl From<NotesSize> for u8 {
    fn from(size: NotesSize) -> Self {
        size.0
    }
}

impl Settings {
    pub(super) fn apply(&mut self, setting: Setting) {
        match setting {
            Setting::Theme(theme) => self.theme = theme,
            Setting::Lang(lang) => self.lang = lang,
            Setting::Wheel(wheel) => self.wheel = wheel,
            Setting::Autosave(autosave) => self.autosave = autosave,
            Setting::NotesSize(size) => self.notes_size = size,
            Setting::Motion(motion) => self.motion = motion,
            Setting::TextSize(size) => self.text_per_cent = size,
            Setting::CitationStyle(style) => self.citation_style = style,
            Setting::EraRuler(shown) => self.era_ruler = shown,
        }
    }
}
