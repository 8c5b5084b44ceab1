//! What the window wears: which theme, how large, with or without motion.

use std::rc::Rc;

use crate::scene::Theme;
use crate::state::{Motion, Settings, TextSize, ThemeChoice};

/// All themes.
pub(super) struct Themes {
    light: Rc<Theme>,
    dark: Rc<Theme>,
    high_contrast_light: Rc<Theme>,
    high_contrast_dark: Rc<Theme>,
}

/// What egui's style depends on.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Dress {
    dark: bool,
    high_contrast: bool,
    motion: Motion,
    text_size: TextSize,
}

impl Dress {
    pub(super) fn of(ctx: &egui::Context, settings: &Settings) -> Self {
        let (dark, high_contrast) = match settings.theme {
            ThemeChoice::System => (ctx.system_theme() == Some(egui::Theme::Dark), false),
            ThemeChoice::Light => (false, false),
            ThemeChoice::Dark => (true, false),
            ThemeChoice::HighContrastLight => (false, true),
            ThemeChoice::HighContrastDark => (true, true),
        };
        Self {
            dark,
            high_contrast,
            motion: settings.motion,
            text_size: settings.text_size,
        }
    }
}

impl Default for Themes {
    fn default() -> Self {
        Self {
            light: Rc::new(Theme::light()),
            dark: Rc::new(Theme::dark()),
            high_contrast_light: Rc::new(Theme::high_contrast_light()),
            high_contrast_dark: Rc::new(Theme::high_contrast_dark()),
        }
    }
}

impl Themes {
    pub(super) fn of(&self, dress: Dress) -> Rc<Theme> {
        Rc::clone(match (dress.high_contrast, dress.dark) {
            (false, false) => &self.light,
            (false, true) => &self.dark,
            (true, false) => &self.high_contrast_light,
            (true, true) => &self.high_contrast_dark,
        })
    }
}
