//! Title, search, and what concerns the whole program.

use egui::{Align, Layout, Margin, Panel, RichText, Ui};

use crate::messages::{message, say};
use crate::state::{Action, Mode, Origin, Overlay, PanelAction, Setting, ThemeChoice};
use crate::time::{Lang, display_stretch};

use super::commands::{Command, action};
use super::style::{color, sans, semibold};
use super::{Show, file_menu, search, widgets};

/// Height in points.
const HEIGHT: f32 = 52.0;
/// The same in a compact window.
const COMPACT_HEIGHT: f32 = 44.0;
/// Greatest width of the search field in points.
const SEARCH: f32 = 380.0;
/// Width of what concerns the whole program, in points.
const PROGRAM: f32 = 414.0;
/// The same in a compact window, where most of it is in the menu.
const COMPACT_PROGRAM: f32 = 172.0;
/// Width of the switch between reading and writing in points.
const MODES: f32 = 204.0;

/// Shows the bar.
pub(super) fn ui(
    show: Show<'_>,
    ui: &mut Ui,
    memory: &mut search::Memory,
    actions: &mut Vec<Action>,
) {
    let (height, margin, program_width) = if show.is_compact {
        (COMPACT_HEIGHT, 8, COMPACT_PROGRAM)
    } else {
        (HEIGHT, 16, PROGRAM)
    };
    let panel = Panel::top("top")
        .exact_size(height)
        .frame(show.bar(Margin::symmetric(margin, 0)));
    panel.show(ui, |ui| {
        let area = ui.max_rect();
        let (side, middle) = sides(area, program_width);
        ui.scope_builder(egui::UiBuilder::new().max_rect(side.0), |ui| {
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| title(show, ui));
        });
        ui.scope_builder(egui::UiBuilder::new().max_rect(middle), |ui| {
            search::ui(show, ui, memory, actions)
        });
        ui.scope_builder(egui::UiBuilder::new().max_rect(side.1), |ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                program(show, ui, actions)
            });
        });
    });
}

/// The search field in the middle, and what is left at its sides.
fn sides(area: egui::Rect, program: f32) -> ((egui::Rect, egui::Rect), egui::Rect) {
    let width = SEARCH.min(area.width() * 0.3);
    let gap = 16.0;
    // In a narrow window it moves out of the way of what is at the right.
    let furthest = area.right() - program - gap - width / 2.0;
    let center = egui::pos2(area.center().x.min(furthest), area.center().y);
    let middle = egui::Rect::from_center_size(center, egui::vec2(width, 32.0));
    let left = area.with_max_x(middle.left() - gap);
    let right = area.with_min_x(middle.right() + gap);
    ((left, right), middle)
}

fn title(show: Show<'_>, ui: &mut Ui) {
    let timeline = show.workspace.timeline();
    let title = show
        .lang
        .choose(&timeline.title, timeline.title_ja.as_deref());
    let untitled = say!(show.lang, "window-untitled");
    let title = if title.is_empty() && *show.workspace.origin() != Origin::Nothing {
        &untitled
    } else {
        title
    };
    // The second text yields before the title is cut.
    let said = extent(show);
    let style = crate::scene::TextStyle::semibold(18.0);
    let room = ui.available_width();
    let whole = show.fonts.width(title, style);
    let shown = show.fonts.elided(title, style, room);
    ui.label(RichText::new(shown).font(semibold(18.0)));
    if whole + show.fonts.width(&said, crate::scene::TextStyle::sans(13.5)) + 24.0 < room {
        ui.label(
            RichText::new(said)
                .font(sans(13.5))
                .color(color(show.theme.muted)),
        );
    }
}

/// `1853 – 2025 · 168 events`
fn extent(show: Show<'_>) -> String {
    let timeline = show.workspace.timeline();
    let events = message!("words-events", count = timeline.events.len());
    let extent = match timeline.extent() {
        Some(extent) => message!(
            "window-extent",
            years = years(extent, show.lang),
            events = events
        ),
        None => events,
    };
    match show.workspace.origin() {
        Origin::Nothing => String::new(),
        Origin::BuiltIn => say!(show.lang, "window-extent-built-in", extent = extent),
        Origin::File(_) | Origin::StandardInput => extent.text(show.lang),
    }
}

fn years(extent: crate::time::Span, lang: Lang) -> String {
    let window = crate::time::TimeWindow::new(extent.start, extent.days());
    display_stretch(window, lang)
}

fn program(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.x = 4.0;
    if show.is_compact {
        file_menu::ui(show, ui, actions);
        filter_button(show, ui, actions);
        return;
    }
    language(show, ui, actions);
    ui.add_space(8.0);
    theme(show, ui, actions);
    ui.add_space(8.0);
    file_menu::ui(show, ui, actions);
    ui.add_space(8.0);
    mode(show, ui, actions);
}

/// The way to what stands in a bar of its own in a larger window; how many events show is said with it.
fn filter_button(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    if *show.workspace.origin() == Origin::Nothing {
        return;
    }
    let is_open = show.workspace.session().overlay == Some(Overlay::Filter);
    let name = say!(show.lang, "window-filter");
    if ui.selectable_label(is_open, &name).clicked() {
        let overlay = (!is_open).then_some(Overlay::Filter);
        actions.push(Action::Panel(PanelAction::Overlay(overlay)));
    }
}

/// Reading or writing, as a switch.
fn mode(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    if *show.workspace.origin() == Origin::Nothing {
        return;
    }
    let frame = egui::Frame::new()
        .stroke(egui::Stroke::new(1.0, color(show.theme.line)))
        .fill(color(show.theme.ground))
        .corner_radius(egui::CornerRadius::same(8))
        .inner_margin(Margin::same(2));
    // The frame takes the height of its buttons, not that of the bar.
    let size = egui::vec2(MODES, 32.0);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        frame.show(ui, |ui| modes(show, ui, actions));
    });
}

fn modes(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.x = 0.0;
    // Right to left: the last one comes first.
    let is_open = show.workspace.session().overlay == Some(Overlay::Present);
    let present = segment(show, ui, &say!(show.lang, "window-present"), is_open);
    if present
        .on_hover_text(say!(show.lang, "window-present-hint"))
        .clicked()
    {
        actions.extend(action(Command::ChooseLesson, show.workspace, show.moment));
    }
    for (mode, name) in [
        (Mode::Edit, message!("window-edit")),
        (Mode::Explore, message!("window-explore")),
    ] {
        let on = show.workspace.session().mode == mode;
        let response = segment(show, ui, &name.text(show.lang), on);
        if response.clicked() && !on {
            actions.push(Action::Panel(PanelAction::Mode(mode)));
        }
    }
}

/// One of the modes in the switch.
fn segment(show: Show<'_>, ui: &mut Ui, name: &str, on: bool) -> egui::Response {
    let text = RichText::new(name);
    let (text, fill) = if on {
        (text.font(semibold(13.0)), show.theme.surface)
    } else {
        let muted = color(show.theme.muted);
        (text.font(sans(13.0)).color(muted), show.theme.ground)
    };
    let line = f32::from(u8::from(on));
    let button = egui::Button::new(text)
        .fill(color(fill))
        .stroke(egui::Stroke::new(line, color(show.theme.line)))
        .corner_radius(egui::CornerRadius::same(6))
        .min_size(egui::vec2(64.0, 26.0));
    let response = ui.add(button);
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::RadioButton, true, on, name));
    response
}

fn language(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    // Right to left: the last one comes first.
    for (lang, name, says) in [
        (
            Lang::Ja,
            say!(show.lang, "settings-japanese"),
            message!("window-in-japanese"),
        ),
        (Lang::En, "EN".to_owned(), message!("window-in-english")),
    ] {
        let response = if show.lang == lang {
            let text = RichText::new(&name).font(semibold(13.0));
            ui.add(egui::Button::new(text).frame(false))
        } else {
            widgets::quiet_link(show, ui, &name)
        };
        if response.on_hover_text(says.text(show.lang)).clicked() {
            actions.push(Action::Setting(Setting::Lang(lang.into())));
        }
        if lang == Lang::Ja {
            ui.label(widgets::muted(show, "·"));
        }
    }
}

fn theme(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    let name = if show.moment.dark {
        say!(show.lang, "window-to-light")
    } else {
        say!(show.lang, "window-to-dark")
    };
    let response =
        widgets::quiet_link(show, ui, &name).on_hover_text(say!(show.lang, "window-theme-hint"));
    if response.clicked() {
        actions.extend(action(Command::ToggleTheme, show.workspace, show.moment));
    }
    response.context_menu(|ui| {
        if ui.button(say!(show.lang, "window-theme-system")).clicked() {
            actions.push(Action::Setting(Setting::Theme(ThemeChoice::System)));
            ui.close();
        }
    });
}
