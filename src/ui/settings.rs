//! Preferences, all in one box. Each holds at once: the window behind shows what it does, and a sample beside them what
//! text, marks and dates then look like.

use egui::{Margin, RichText, ScrollArea, Ui};

use crate::document::Event;
use crate::messages::{Message, message, say};
use crate::state::{
    Action, CitationStyle, LangChoice, Motion, Overlay, PanelAction, Setting, Settings, TextSize,
    ThemeChoice, Wheel,
};

use super::style::{color, sans, semibold};
use super::{Show, widgets};

/// Width of the box in points.
const WIDTH: f32 = 720.0;
/// Width of the sample.
const SAMPLE: f32 = 236.0;
/// What is free between the choices and the sample.
const BETWEEN: f32 = 24.0;
/// Narrower boxes have the sample above the choices.
const BESIDE: f32 = 600.0;
/// Categories that the sample shows.
const MARKS: usize = 4;

/// Shows the box.
pub(super) fn overlay(show: Show<'_>, ui: &Ui, actions: &mut Vec<Action>) {
    let name = say!(show.lang, "settings-title");
    let mut closes = false;
    let outside = widgets::overlay(show, ui, &name, WIDTH, |ui| {
        ui.label(RichText::new(&name).font(semibold(20.0)));
        ui.add_space(8.0);
        let height = widgets::room_below(ui, 120.0);
        if ui.available_width() >= BESIDE {
            ui.horizontal_top(|ui| {
                let rest = ui.available_width() - SAMPLE - BETWEEN;
                ui.vertical(|ui| {
                    ui.set_width(rest);
                    choices(show, ui, height, actions);
                });
                ui.vertical(|ui| sample(show, ui));
            });
        } else {
            choices(show, ui, height, actions);
        }
        ui.add_space(12.0);
        closes = widgets::main_button(show, ui, &say!(show.lang, "settings-done")).clicked();
    });
    if closes || outside {
        actions.push(Action::Panel(PanelAction::Overlay(None::<Overlay>)));
    }
}

fn choices(show: Show<'_>, ui: &mut Ui, height: f32, actions: &mut Vec<Action>) {
    let area = ScrollArea::vertical().max_height(height);
    let area = area.min_scrolled_height(height);
    area.auto_shrink([false, true]).show(ui, |ui| {
        widgets::outline_boxes(ui);
        ui.spacing_mut().item_spacing.y = 6.0;
        let settings = show.workspace.settings();
        seen(show, ui, settings, actions);
        done(show, ui, settings, actions);
    });
}

/// What has to do with how things look.
fn seen(show: Show<'_>, ui: &mut Ui, settings: Settings, actions: &mut Vec<Action>) {
    let languages = [
        (LangChoice::System, message!("settings-system")),
        // Each in its own words, for whoever cannot read the other.
        (LangChoice::En, message!("settings-english")),
        (LangChoice::Ja, message!("settings-japanese")),
    ];
    let lang = (message!("settings-language"), settings.lang);
    one_of(show, ui, lang, &languages, Setting::Lang, actions);
    let themes = [
        (ThemeChoice::System, message!("settings-system")),
        (ThemeChoice::Light, message!("settings-light")),
        (ThemeChoice::Dark, message!("settings-dark")),
        (
            ThemeChoice::HighContrastLight,
            message!("settings-contrast-light"),
        ),
        (
            ThemeChoice::HighContrastDark,
            message!("settings-contrast-dark"),
        ),
    ];
    let theme = (message!("settings-theme"), settings.theme);
    one_of(show, ui, theme, &themes, Setting::Theme, actions);
    text_size(show, ui, settings.text_per_cent, actions);
    heading(show, ui, message!("settings-motion"));
    let mut less = settings.motion == Motion::Reduced;
    let said = say!(show.lang, "settings-less-motion");
    if ui.checkbox(&mut less, said).clicked() {
        let motion = if less { Motion::Reduced } else { Motion::Full };
        actions.push(Action::Setting(Setting::Motion(motion)));
    }
    heading(show, ui, message!("settings-axis"));
    let mut ruler = settings.era_ruler;
    let said = say!(show.lang, "settings-era-ruler");
    if ui.checkbox(&mut ruler, said).clicked() {
        actions.push(Action::Setting(Setting::EraRuler(ruler)));
    }
}

/// What has to do with what the program does.
fn done(show: Show<'_>, ui: &mut Ui, settings: Settings, actions: &mut Vec<Action>) {
    let wheel = [
        (Wheel::Zooms, message!("settings-wheel-zooms")),
        (Wheel::Pans, message!("settings-wheel-pans")),
    ];
    let now = (message!("settings-wheel"), settings.wheel);
    one_of(show, ui, now, &wheel, Setting::Wheel, actions);
    heading(show, ui, message!("settings-saving"));
    let mut autosave = settings.autosave;
    let said = say!(show.lang, "settings-autosave");
    if ui.checkbox(&mut autosave, said).clicked() {
        actions.push(Action::Setting(Setting::Autosave(autosave)));
    }
    heading(show, ui, message!("settings-citations"));
    ui.horizontal_wrapped(|ui| {
        for style in CitationStyle::ALL {
            let on = settings.citation_style == style;
            if ui.radio(on, style.name()).clicked() {
                actions.push(Action::Setting(Setting::CitationStyle(style)));
            }
        }
    });
}

fn heading(show: Show<'_>, ui: &mut Ui, name: Message) {
    ui.add_space(6.0);
    ui.label(widgets::heading(show, name.text(show.lang)));
}

/// Names of choices of which one holds, in as many lines as they need.
fn one_of<T: Copy + PartialEq>(
    show: Show<'_>,
    ui: &mut Ui,
    (name, now): (Message, T),
    choices: &[(T, Message)],
    setting: impl Fn(T) -> Setting,
    actions: &mut Vec<Action>,
) {
    heading(show, ui, name);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        for (choice, name) in choices {
            if ui.radio(*choice == now, name.text(show.lang)).clicked() {
                actions.push(Action::Setting(setting(*choice)));
            }
        }
    });
}

fn text_size(show: Show<'_>, ui: &mut Ui, now: TextSize, actions: &mut Vec<Action>) {
    heading(show, ui, message!("settings-text-size"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(4.0, 4.0);
        for per_cent in TextSize::STEPS {
            let name = format!("{per_cent} %");
            let on = now.per_cent() == per_cent;
            let response = widgets::selectable(show, ui, on, &name, 13.5);
            response.widget_info(|| {
                egui::WidgetInfo::selected(egui::Role::RadioButton, true, on, &name)
            });
            if response.clicked() {
                actions.push(Action::Setting(Setting::TextSize(per_cent.into())));
            }
        }
    });
}

/// What text, marks and dates look like now: those of the event that is read, or the first one.
fn sample(show: Show<'_>, ui: &mut Ui) {
    let frame = egui::Frame::new()
        .fill(color(show.theme.ground))
        .stroke(egui::Stroke::new(1.0, color(show.theme.line)))
        .corner_radius(egui::CornerRadius::same(8))
        .inner_margin(Margin::same(16));
    frame.show(ui, |ui| {
        ui.set_width(SAMPLE - 32.0);
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.label(widgets::muted(show, say!(show.lang, "settings-sample")));
        let timeline = show.workspace.timeline();
        let selected = show.workspace.selected().map(|(_, event)| event);
        if let Some(event) = selected.or(timeline.events.first()) {
            about(show, ui, event);
        }
        ui.add_space(4.0);
        for (index, category) in timeline.categories.iter().enumerate().take(MARKS) {
            ui.horizontal(|ui| {
                widgets::category_mark(show, ui, index);
                let name = show
                    .lang
                    .choose(&category.name, category.name_ja.as_deref());
                ui.label(RichText::new(name).font(sans(13.0)));
            });
        }
    });
}

fn about(show: Show<'_>, ui: &mut Ui, event: &Event) {
    let title = show.lang.choose(&event.title, event.title_ja.as_deref());
    ui.label(RichText::new(title).font(semibold(16.0)));
    ui.label(RichText::new(event.when.display(show.lang)).font(sans(13.5)));
    if let Some(era) = event.when.display_era() {
        ui.label(widgets::muted(show, era));
    }
    let accent = color(show.theme.accent);
    let read = say!(show.lang, "settings-sample-link");
    ui.label(RichText::new(read).font(sans(13.0)).color(accent));
}
