//! What is written for others: the box in which one chooses it, and what is said of it afterwards.
//!
//! The choices become an order; what is made of it is the affair of `export` and `exchange`, on a thread of its own.

mod choices;
mod extent;
mod job;
mod options;

use egui::{RichText, ScrollArea, Ui};

use crate::messages::{Message, say};
use crate::state::{Action, Effect, PanelAction, capital};

use super::style::{sans, semibold};
use super::{Show, widgets};

use choices::{Choices, What};
use extent::Counting;

/// Width of the box in points, and of the list at its left.
const WIDTH: f32 = 760.0;
const LIST: f32 = 188.0;
/// Height of what can be chosen, in points, and what of a window stays around it.
const HEIGHT: f32 = 356.0;
const AROUND: f32 = 260.0;

/// What the box remembers.
#[derive(Debug, Default)]
pub(super) struct Memory {
    choices: Choices,
    counting: Counting,
}

/// The box to choose in.
pub(super) fn overlay(show: Show<'_>, ui: &Ui, memory: &mut Memory, actions: &mut Vec<Action>) {
    let name = say!(show.lang, "share-share");
    let outside = widgets::overlay(show, ui, &name, WIDTH, |ui| {
        ui.label(RichText::new(&name).font(semibold(20.0)));
        ui.add_space(10.0);
        if show.is_compact {
            // One below the other; the box scrolls.
            names(show, ui, &mut memory.choices);
            ui.separator();
            options::ui(show, ui, &mut memory.choices);
            ui.add_space(12.0);
            return foot(show, ui, memory, actions);
        }
        let height = HEIGHT
            .min(ui.ctx().content_rect().height() - AROUND)
            .max(120.0);
        let size = egui::vec2(ui.available_width(), height);
        let layout = egui::Layout::left_to_right(egui::Align::TOP);
        ui.allocate_ui_with_layout(size, layout, |ui| {
            list(show, ui, &mut memory.choices);
            ui.add_space(8.0);
            ui.separator();
            ui.add_space(8.0);
            let options = ScrollArea::vertical().auto_shrink(false);
            options.show(ui, |ui| {
                ui.vertical(|ui| options::ui(show, ui, &mut memory.choices))
            });
        });
        ui.add_space(12.0);
        foot(show, ui, memory, actions);
    });
    if outside {
        actions.push(Action::Panel(PanelAction::Overlay(None)));
    }
}

/// What there is to be written.
fn list(show: Show<'_>, ui: &mut Ui, choices: &mut Choices) {
    ui.vertical(|ui| {
        ui.set_width(LIST);
        // What a thing is for belongs to its name.
        ui.spacing_mut().item_spacing.y = 1.0;
        for what in What::ALL {
            what_to_write(show, ui, what, choices);
            let says = RichText::new(what.says().text(show.lang)).font(sans(12.0));
            ui.horizontal(|ui| {
                ui.add_space(10.0);
                ui.label(says.color(super::style::color(show.theme.muted)));
            });
            ui.add_space(11.0);
        }
    });
}

/// The same by its names alone.
fn names(show: Show<'_>, ui: &mut Ui, choices: &mut Choices) {
    ui.horizontal_wrapped(|ui| {
        for what in What::ALL {
            what_to_write(show, ui, what, choices);
        }
    });
}

fn what_to_write(show: Show<'_>, ui: &mut Ui, what: What, choices: &mut Choices) {
    let on = choices.what == what;
    let name = what.name().text(show.lang);
    let response = widgets::selectable(show, ui, on, &name, 14.0);
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::RadioButton, true, on, &name));
    if response.clicked() {
        choices.what = what;
    }
}

/// What it comes to, and the way to write it.
fn foot(show: Show<'_>, ui: &mut Ui, memory: &mut Memory, actions: &mut Vec<Action>) {
    let Memory { choices, counting } = memory;
    let fits = match choices.what {
        What::Handout => counting.says(show, ui.ctx(), job::order(show, choices)),
        _ => job::fits(show, choices),
    };
    ui.horizontal(|ui| {
        let button = ui.add_enabled_ui(fits.is_ok(), |ui| {
            widgets::main_button(show, ui, &say!(show.lang, "share-write"))
        });
        if button.inner.clicked() {
            let making = job::making(show, choices);
            actions.push(Action::Panel(PanelAction::Overlay(None)));
            actions.push(Action::Ask(Effect::Export(making)));
        }
        let said = match fits {
            Ok(said) => widgets::muted(show, said),
            Err(why) => RichText::new(why)
                .font(sans(13.0))
                .color(super::style::color(show.theme.error)),
        };
        ui.add(egui::Label::new(said).wrap());
    });
}

/// What is to be known of the file that was made last.
pub(super) fn remarks(show: Show<'_>, ui: &Ui, actions: &mut Vec<Action>) {
    let session = show.workspace.session();
    let mut closes = false;
    let name = say!(show.lang, "share-about-file");
    let words = |remark: &Message| capital(&remark.text(show.lang));
    let lines: Vec<_> = session.remarks.iter().map(words).collect();
    let outside = widgets::overlay(show, ui, &name, 620.0, |ui| {
        let told = session.told.as_ref().map(|told| told.text(show.lang));
        let told = told.as_ref().unwrap_or(&name);
        ui.add(egui::Label::new(RichText::new(told).font(semibold(15.0))).wrap());
        ui.add_space(8.0);
        let height = (ui.ctx().content_rect().height() - 260.0).max(120.0);
        ScrollArea::vertical().max_height(height).show(ui, |ui| {
            widgets::scroll_by_keys(ui);
            for line in &lines {
                ui.add(egui::Label::new(RichText::new(line).font(sans(13.5))).wrap());
            }
        });
        ui.add_space(12.0);
        ui.horizontal(|ui| {
            closes = widgets::main_button(show, ui, &say!(show.lang, "share-done")).clicked();
            if widgets::link(show, ui, &say!(show.lang, "share-copy")).clicked() {
                actions.push(Action::Ask(Effect::Copy(lines.join("\n"))));
            }
        });
    });
    if closes || outside {
        actions.push(Action::Panel(PanelAction::Overlay(None)));
    }
}
