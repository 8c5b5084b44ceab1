//! From the theme's tokens to egui's style: the only place where the two meet.

use std::sync::Arc;

use egui::{
    Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Shadow, Stroke,
    Visuals,
};

use crate::scene::{Face, Rgba, TextStyle, Theme, font_bytes};
use crate::state::Motion;

/// Semi-bold text: headings and what stands out.
const SEMIBOLD: &str = "semibold";
/// Quotations.
const SERIF: &str = "serif";

/// Gives egui the bundled fonts, with its own behind them for symbols that they lack.
pub fn install_fonts(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::default();
    for (name, face) in [
        ("plex-sans", Face::Sans),
        (SEMIBOLD, Face::SansSemiBold),
        (SERIF, Face::SerifItalic),
    ] {
        fonts.font_data.insert(
            name.to_owned(),
            Arc::new(FontData::from_static(font_bytes(face))),
        );
    }
    let fallback = fonts
        .families
        .get(&FontFamily::Proportional)
        .cloned()
        .unwrap_or_default();
    let with_fallback = |first: &[&str]| -> Vec<String> {
        first
            .iter()
            .map(|name| (*name).to_owned())
            .chain(fallback.iter().cloned())
            .collect()
    };
    fonts
        .families
        .insert(FontFamily::Proportional, with_fallback(&["plex-sans"]));
    fonts.families.insert(
        FontFamily::Name(SEMIBOLD.into()),
        with_fallback(&[SEMIBOLD, "plex-sans"]),
    );
    fonts.families.insert(
        FontFamily::Name(SERIF.into()),
        with_fallback(&[SERIF, "plex-sans"]),
    );
    if let Some(monospace) = fonts.families.get_mut(&FontFamily::Monospace) {
        monospace.push("plex-sans".to_owned());
    }
    ctx.set_fonts(fonts);
}

/// egui's name for one of our text styles.
pub(super) fn font(style: TextStyle) -> FontId {
    let family = match style.face {
        Face::Sans => FontFamily::Proportional,
        Face::SansSemiBold => FontFamily::Name(SEMIBOLD.into()),
        Face::SerifItalic => FontFamily::Name(SERIF.into()),
    };
    FontId::new(style.size, family)
}

/// Running text at a size in points.
pub(super) fn sans(size: f32) -> FontId {
    font(TextStyle::sans(size))
}

/// Semi-bold text at a size in points.
pub(super) fn semibold(size: f32) -> FontId {
    font(TextStyle::semibold(size))
}

/// Quotations at a size in points.
pub(super) fn serif(size: f32) -> FontId {
    font(TextStyle {
        face: Face::SerifItalic,
        size,
    })
}

/// egui's form of a colour.
pub(super) fn color(rgba: Rgba) -> Color32 {
    Color32::from_rgba_unmultiplied(rgba.r, rgba.g, rgba.b, rgba.a)
}

/// Makes every widget follow the theme.
pub(super) fn apply(ctx: &egui::Context, theme: &Theme, motion: Motion) {
    let mut style = egui::Style {
        visuals: visuals(theme),
        ..egui::Style::default()
    };
    style.text_styles = [
        (egui::TextStyle::Small, sans(12.0)),
        (egui::TextStyle::Body, sans(14.0)),
        (egui::TextStyle::Button, sans(13.5)),
        (egui::TextStyle::Heading, semibold(22.0)),
        (egui::TextStyle::Monospace, FontId::monospace(12.5)),
    ]
    .into();
    style.spacing.item_spacing = egui::vec2(8.0, 6.0);
    style.spacing.button_padding = egui::vec2(10.0, 4.0);
    style.spacing.interact_size = egui::vec2(24.0, 26.0);
    style.spacing.menu_margin = Margin::same(6);
    if motion == Motion::Reduced {
        style.animation_time = 0.0;
        style.scroll_animation = egui::style::ScrollAnimation::none();
    }
    style.interaction.tooltip_delay = 0.3;
    style.interaction.selectable_labels = false;
    let style = Arc::new(style);
    ctx.set_style_of(egui::Theme::Light, Arc::clone(&style));
    ctx.set_style_of(egui::Theme::Dark, style);
}

fn visuals(theme: &Theme) -> Visuals {
    let mut visuals = if theme.is_dark() {
        Visuals::dark()
    } else {
        Visuals::light()
    };
    let line = Stroke::new(1.0, color(theme.line));
    visuals.panel_fill = color(theme.surface);
    visuals.window_fill = color(theme.surface);
    visuals.window_stroke = line;
    visuals.window_corner_radius = CornerRadius::same(8);
    visuals.menu_corner_radius = CornerRadius::same(6);
    visuals.extreme_bg_color = color(theme.raised);
    visuals.text_edit_bg_color = Some(color(theme.raised));
    visuals.faint_bg_color = color(theme.raised);
    visuals.code_bg_color = color(theme.era);
    visuals.hyperlink_color = color(theme.accent);
    visuals.error_fg_color = color(theme.error);
    visuals.warn_fg_color = color(theme.warning);
    visuals.weak_text_color = Some(color(theme.muted));
    visuals.selection.bg_fill = color(theme.accent.with_opacity(0.25));
    visuals.selection.stroke = Stroke::new(1.0, color(theme.accent));
    let shadow = Shadow {
        offset: [0, 4],
        blur: 16,
        spread: 0,
        color: color(theme.shadow.with_opacity(0.14)),
    };
    visuals.popup_shadow = shadow;
    visuals.window_shadow = shadow;
    widgets(&mut visuals, theme);
    visuals
}

fn widgets(visuals: &mut Visuals, theme: &Theme) {
    let ink = Stroke::new(1.0, color(theme.ink));
    let states = &mut visuals.widgets;
    for state in [
        &mut states.noninteractive,
        &mut states.inactive,
        &mut states.hovered,
        &mut states.active,
        &mut states.open,
    ] {
        state.fg_stroke = ink;
        state.bg_stroke = Stroke::new(1.0, color(theme.line));
        state.bg_fill = color(theme.surface);
        state.weak_bg_fill = color(theme.surface);
        state.corner_radius = CornerRadius::same(6);
        state.expansion = 0.0;
    }
    for state in [&mut states.hovered, &mut states.active, &mut states.open] {
        state.weak_bg_fill = color(theme.era);
        state.bg_fill = color(theme.era);
        state.bg_stroke = Stroke::new(1.0, color(theme.axis));
    }
    states.active.bg_stroke = Stroke::new(1.5, color(theme.accent));
}
