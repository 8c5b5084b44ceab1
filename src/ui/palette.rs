//! The command palette: every command by a few letters of its name, and every event by its title.

use std::rc::Rc;

use egui::{Modifiers, RichText, TextEdit, Ui};

use crate::messages::say;
use crate::state::{Action, PanelAction, fold};
use crate::time::Lang;

use super::commands::{Command, TABLE, key_name};
use super::style::{color, sans};
use super::{Show, keys, search, widgets};

/// What the palette remembers while it is open.
#[derive(Default)]
pub(super) struct Memory {
    text: String,
    chosen: usize,
    found: Option<(Key, Rc<[Row]>)>,
}

/// What is offered is good as long as none of this changes.
#[derive(PartialEq)]
struct Key {
    text: String,
    document: u64,
    lang: Lang,
}

/// A line of the palette.
struct Row {
    offer: Offer,
    name: String,
    /// At its right: the keys of a command, the date of an event.
    beside: String,
}

/// Rows that are offered.
const ROWS: usize = 12;

/// Something that can be chosen.
enum Offer {
    Command(Command),
    Event(usize),
}

impl Memory {
    /// What is offered for the text: found when it changes, and not in each frame.
    fn rows(&mut self, show: Show<'_>) -> Rc<[Row]> {
        let key = Key {
            text: self.text.clone(),
            document: show.workspace.revision(),
            lang: show.lang,
        };
        let (key, rows) = match self.found.take() {
            Some(found) if found.0 == key => found,
            _ => (key, offers(show, &self.text).into()),
        };
        self.found = Some((key, Rc::clone(&rows)));
        rows
    }
}

/// Shows the palette.
pub(super) fn overlay(
    show: Show<'_>,
    ui: &Ui,
    memory: &mut Memory,
    search: &mut search::Memory,
    actions: &mut Vec<Action>,
) {
    let offers = memory.rows(show);
    let mut taken = None;
    let outside = widgets::overlay(
        show,
        ui,
        &say!(show.lang, "commands-palette"),
        560.0,
        |ui| {
            step(ui, memory, offers.len());
            let hint = say!(show.lang, "commands-palette-hint");
            let field = TextEdit::singleline(&mut memory.text)
                .hint_text(hint.clone())
                .desired_width(f32::INFINITY);
            let response = ui.add(
                field
                    .font(sans(15.0))
                    .margin(egui::Margin::symmetric(10, 8)),
            );
            widgets::name_field(&response, &hint, "");
            if response.changed() {
                memory.chosen = 0;
            }
            if response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter)) {
                taken = Some(memory.chosen);
            } else if !response.has_focus() {
                response.request_focus();
            }
            ui.add_space(6.0);
            for (index, offer) in offers.iter().enumerate() {
                if row(show, ui, &offer.name, &offer.beside, index == memory.chosen).clicked() {
                    taken = Some(index);
                }
            }
            if offers.is_empty() {
                ui.label(widgets::muted(
                    show,
                    say!(show.lang, "commands-palette-nothing"),
                ));
            }
        },
    );
    if taken.is_some() || outside {
        actions.push(Action::Panel(PanelAction::Overlay(None)));
    }
    match taken
        .and_then(|index| offers.get(index))
        .map(|row| &row.offer)
    {
        Some(Offer::Command(command)) => keys::run(show, *command, search, actions),
        Some(Offer::Event(event)) => widgets::go_to(show, *event, actions),
        None => {}
    }
}

fn step(ui: &Ui, memory: &mut Memory, count: usize) {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(egui::Key::ArrowDown) {
        memory.chosen = (memory.chosen + 1).min(count.saturating_sub(1));
    }
    if pressed(egui::Key::ArrowUp) {
        memory.chosen = memory.chosen.saturating_sub(1);
    }
    memory.chosen = memory.chosen.min(count.saturating_sub(1));
}

fn offers(show: Show<'_>, text: &str) -> Vec<Row> {
    let wanted = fold(text);
    let words: Vec<_> = wanted.split_whitespace().collect();
    let matches = |name: &str| {
        let name = fold(name);
        words.iter().all(|word| name.contains(word))
    };
    let listed = |command: Command| !matches!(command, Command::Palette | Command::Category(5..));
    let commands = TABLE
        .iter()
        .filter(|binding| listed(binding.command))
        .map(|binding| {
            let keys = binding.keys.first();
            Row {
                offer: Offer::Command(binding.command),
                name: binding.name.text(show.lang),
                beside: keys.map_or_else(String::new, |&(held, key)| key_name(held, key)),
            }
        })
        .filter(|row| matches(&row.name));
    let titled = show.workspace.index().titled(&words, ROWS);
    let events = titled.into_iter().filter_map(|event| {
        let index = event as usize;
        let event = show.workspace.timeline().events.get(index)?;
        let title = show.lang.choose(&event.title, event.title_ja.as_deref());
        Some(Row {
            offer: Offer::Event(index),
            name: title.to_owned(),
            beside: event.when.display(show.lang),
        })
    });
    commands.chain(events).take(ROWS).collect()
}

pub(super) fn row(
    show: Show<'_>,
    ui: &mut Ui,
    name: &str,
    keys: &str,
    chosen: bool,
) -> egui::Response {
    let fill = if chosen {
        color(show.theme.era)
    } else {
        egui::Color32::TRANSPARENT
    };
    let button = egui::Button::new(RichText::new(name).font(sans(14.0)))
        .right_text(widgets::muted(show, keys))
        .fill(fill)
        .stroke(egui::Stroke::NONE)
        .truncate();
    ui.add_sized([ui.available_width(), 28.0], button)
}
