//! What the window wears: which theme, how large, with or without motion.

use std::rc::Rc;

use egui::{Context, Vec2};

use crate::scene::Theme;
use crate::state::{Motion, Settings, Stage, ThemeChoice, Workspace};

/// Height in points of a picture whose smallest letters, of 11.5 points, are 2 % of it: so much can be read from the
/// back row.
pub(super) const CLASS_HEIGHT: f32 = 575.0;
/// Narrower than so many points the window is not made for the sake of the back row.
const CLASS_WIDTH: f32 = 760.0;
/// A difference in size that nobody sees. What rounding leaves must not have everything laid out anew in each frame.
const HAIR: f32 = 0.005;

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
}

impl Dress {
    pub(super) fn of(ctx: &Context, settings: &Settings) -> Self {
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
        }
    }
}

/// Makes everything as large as the setting says; larger where a class looks at the window itself while the teacher looks
/// around in it.
pub(super) fn magnify(ctx: &Context, workspace: &Workspace) {
    let chosen = workspace.settings().text_per_cent.factor();
    let lesson = workspace.presentation();
    let looks = lesson.is_some_and(|lesson| lesson.exploring) && workspace.stage() == Stage::One;
    let now = ctx.zoom_factor();
    let factor = if looks {
        chosen.max(for_class(ctx.content_rect().size() * now))
    } else {
        chosen
    };
    if (factor - now).abs() > HAIR {
        ctx.set_zoom_factor(factor);
    }
}

/// By how much everything in a window of this size, in points of the display, is to be larger for a class.
fn for_class(size: Vec2) -> f32 {
    (size.y / CLASS_HEIGHT).min(size.x / CLASS_WIDTH).max(1.0)
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
