//! Chips and menus: each an edit of the same query that the search field shows.

use std::borrow::Cow;

use egui::{Align, Layout, Margin, Panel, RichText, Ui};

use crate::messages::{Message, message, say};
use crate::state::{Action, FilterAction, Origin, Others, PanelAction, Query, fold};

use super::style::{color, sans, semibold};
use super::{Show, widgets};

/// What the bar remembers while one of its menus is open: what is looked for in it.
#[derive(Default)]
pub(super) struct Memory {
    wanted: String,
    /// Whether a menu has just opened, so that typing goes to its field.
    opens: bool,
}

/// Shows the bar.
pub(super) fn ui(show: Show<'_>, ui: &mut Ui, memory: &mut Memory, actions: &mut Vec<Action>) {
    if *show.workspace.origin() == Origin::Nothing {
        return;
    }
    let panel = Panel::top("filters").frame(show.ground(Margin::symmetric(14, 9)));
    panel.show(ui, |ui| {
        ui.horizontal(|ui| {
            let right = ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                counts(show, ui, actions);
                ui.add_space(8.0);
                ui.with_layout(
                    Layout::left_to_right(Align::Center).with_main_wrap(true),
                    |ui| {
                        chips(show, ui, memory, actions);
                        menus(show, ui, memory, actions);
                    },
                );
            });
            right.response
        });
    });
}

/// Shows the same in a box, in a window that is too small for the bar.
pub(super) fn overlay(show: Show<'_>, ui: &Ui, memory: &mut Memory, actions: &mut Vec<Action>) {
    let name = say!(show.lang, "filter-title");
    let outside = widgets::overlay(show, ui, &name, 520.0, |ui| {
        ui.label(RichText::new(&name).font(semibold(20.0)));
        ui.add_space(8.0);
        ui.horizontal_wrapped(|ui| {
            chips(show, ui, memory, actions);
            menus(show, ui, memory, actions);
        });
        ui.add_space(8.0);
        ui.horizontal(|ui| counts(show, ui, actions));
        ui.add_space(8.0);
        if widgets::main_button(show, ui, &say!(show.lang, "settings-done")).clicked() {
            actions.push(Action::Panel(PanelAction::Overlay(None)));
        }
    });
    if outside {
        actions.push(Action::Panel(PanelAction::Overlay(None)));
    }
}

fn set(query: &Query) -> Action {
    Action::Filter(FilterAction::Set(query.to_string()))
}

/// More categories than this go into a menu: their chips would take the canvas's room.
const CHIPS: usize = 12;

fn chips(show: Show<'_>, ui: &mut Ui, memory: &mut Memory, actions: &mut Vec<Action>) {
    let timeline = show.workspace.timeline();
    let filter = show.workspace.filter();
    let on = filter.query().categories_on(timeline);
    if timeline.categories.len() > CHIPS {
        let names = timeline.categories.iter().map(|category| {
            show.lang
                .choose(&category.name, category.name_ja.as_deref())
                .into()
        });
        let shown = on.iter().filter(|on| **on).count();
        let said = say!(
            show.lang,
            "filter-categories",
            shown = shown,
            all = on.len()
        );
        return boxes(show, ui, memory, said, names, &on, |index| {
            actions.push(set(&filter.query().with_category_toggled(timeline, index)));
        });
    }
    for (index, category) in timeline.categories.iter().enumerate() {
        let name = show
            .lang
            .choose(&category.name, category.name_ja.as_deref());
        let count = filter.selection().lane(index).len();
        let response = widgets::chip(
            show,
            ui,
            index,
            name,
            count,
            on.get(index).copied().unwrap_or(true),
        );
        if response.clicked() {
            actions.push(set(&filter.query().with_category_toggled(timeline, index)));
        }
        if response.double_clicked() || response.secondary_clicked() {
            actions.push(set(&filter.query().only_category(timeline, index)));
        }
    }
}

fn menus(show: Show<'_>, ui: &mut Ui, memory: &mut Memory, actions: &mut Vec<Action>) {
    let timeline = show.workspace.timeline();
    let query = show.workspace.filter().query();
    let actors = timeline.actors.iter().map(|actor| {
        show.lang
            .choose(&actor.name, actor.name_ja.as_deref())
            .into()
    });
    let on = query.actors_on(timeline);
    choices(
        show,
        ui,
        memory,
        message!("filter-actors"),
        actors,
        &on,
        |index| {
            actions.push(set(&query.with_actor_toggled(timeline, index)));
        },
    );
    let sources = timeline.sources.iter().map(source_name);
    let on = query.sources_on(timeline);
    choices(
        show,
        ui,
        memory,
        message!("filter-source"),
        sources,
        &on,
        |index| {
            actions.push(set(&query.with_source_toggled(timeline, index)));
        },
    );
    more(show, ui, actions);
}

fn source_name(source: &crate::document::Source) -> Cow<'_, str> {
    match &source.author {
        Some(author) => format!("{author}, {}", source.title).into(),
        None => source.title.as_str().into(),
    }
}

/// A menu of boxes to tick; its title says what is ticked. The names are made when the menu is open.
fn choices<'a>(
    show: Show<'_>,
    ui: &mut Ui,
    memory: &mut Memory,
    what: Message,
    names: impl Iterator<Item = Cow<'a, str>> + Clone,
    on: &[bool],
    toggled: impl FnMut(usize),
) {
    if on.is_empty() {
        return;
    }
    let chosen: Vec<_> = (0..on.len())
        .filter(|&index| on.get(index) == Some(&true))
        .collect();
    let said = match chosen.as_slice() {
        [] => say!(show.lang, "filter-any", what = what),
        [one] => say!(
            show.lang,
            "filter-chosen",
            what = what,
            chosen = short(&names.clone().nth(*one).unwrap_or_default())
        ),
        several => say!(
            show.lang,
            "filter-several",
            what = what,
            count = several.len()
        ),
    };
    boxes(show, ui, memory, said, names, on, toggled);
}

/// A menu of boxes to tick under this title.
fn boxes<'a>(
    show: Show<'_>,
    ui: &mut Ui,
    memory: &mut Memory,
    said: String,
    names: impl Iterator<Item = Cow<'a, str>>,
    on: &[bool],
    mut toggled: impl FnMut(usize),
) {
    let button = egui::Button::new(RichText::new(said).font(sans(13.0))).frame(false);
    let menu = egui::containers::menu::MenuButton::from_button(button).config(
        egui::containers::menu::MenuConfig::new()
            .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside),
    );
    let (button, _) = menu.ui(ui, |ui| {
        widgets::outline_boxes(ui);
        ui.set_max_width(420.0);
        if on.len() > widgets::AT_A_GLANCE {
            ui.set_width(420.0);
            let field = widgets::find_field(show, ui, &mut memory.wanted);
            if std::mem::take(&mut memory.opens) {
                field.request_focus();
            }
        }
        let looked_for = fold(memory.wanted.trim());
        egui::ScrollArea::vertical()
            .max_height(420.0)
            .show(ui, |ui| {
                for (index, name) in names.enumerate() {
                    let mut ticked = on.get(index).copied().unwrap_or(false);
                    // What is ticked can always be taken back.
                    let is_wanted = ticked || fold(&name).contains(&looked_for);
                    if is_wanted && ui.checkbox(&mut ticked, &*name).changed() {
                        toggled(index);
                    }
                }
            });
    });
    if button.clicked() {
        *memory = Memory {
            opens: true,
            ..Memory::default()
        };
    }
}

fn short(name: &str) -> String {
    let mut letters = name.chars();
    let head: String = letters.by_ref().take(18).collect();
    if letters.next().is_some() {
        format!("{}…", head.trim_end())
    } else {
        head
    }
}

/// Significance, excerpts, and what becomes of the rest.
fn more(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    let query = show.workspace.filter().query();
    let least = query.min_significance();
    let said = least.map_or_else(
        || say!(show.lang, "filter-more"),
        |least| {
            say!(
                show.lang,
                "filter-significance-least",
                least = u32::from(least)
            )
        },
    );
    let button = egui::Button::new(RichText::new(said).font(sans(13.0))).frame(false);
    egui::containers::menu::MenuButton::from_button(button).ui(ui, |ui| {
        widgets::outline_boxes(ui);
        ui.set_min_width(220.0);
        ui.label(widgets::muted(show, say!(show.lang, "filter-significance")));
        for (level, name) in [
            (None, message!("filter-any-significance")),
            (Some(3), message!("filter-three")),
            (Some(4), message!("filter-four")),
            (Some(5), message!("filter-five")),
        ] {
            if ui.radio(least == level, name.text(show.lang)).clicked() {
                actions.push(set(&query.with_min_significance(level)));
            }
        }
        ui.separator();
        let mut excerpts = query.has_excerpt();
        if ui
            .checkbox(&mut excerpts, say!(show.lang, "filter-with-excerpts"))
            .changed()
        {
            actions.push(set(&query.with_has_excerpt(excerpts)));
        }
        ui.separator();
        ui.label(widgets::muted(show, say!(show.lang, "filter-others")));
        let others = show.workspace.filter().others();
        for (choice, name) in [
            (Others::Hidden, message!("filter-hide-others")),
            (Others::Faded, message!("filter-fade-others")),
        ] {
            if ui.radio(others == choice, name.text(show.lang)).clicked() {
                actions.push(Action::Filter(FilterAction::Others(choice)));
            }
        }
    });
}

/// How many are shown, and the way back to all.
fn counts(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    let shown = show.workspace.filter().selection().len();
    let all = show.workspace.timeline().events.len();
    let filtered = !show.workspace.filter().text().is_empty();
    let clear = RichText::new(say!(show.lang, "filter-clear"))
        .font(sans(13.0))
        .color(color(if filtered {
            show.theme.accent
        } else {
            show.theme.muted
        }));
    if ui
        .add_enabled(filtered, egui::Button::new(clear).frame(false))
        .clicked()
    {
        actions.push(Action::Filter(FilterAction::Clear));
    }
    ui.label(RichText::new("·").color(color(show.theme.muted)));
    ui.label(
        RichText::new(say!(
            show.lang,
            "filter-shown-of-all",
            shown = shown,
            all = all
        ))
        .font(sans(13.0))
        .color(color(show.theme.muted)),
    );
}
