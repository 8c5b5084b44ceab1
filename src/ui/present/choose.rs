//! Which lesson is to be told, and on which display.

use egui::{Id, RichText, ScrollArea, Ui};

use crate::messages::say;
use crate::state::{Action, Deck, Overlay, PanelAction, PresentAction};
use crate::ui::commands::{self, Command};
use crate::ui::style::semibold;
use crate::ui::{Show, widgets};

use super::boards;

/// The box to choose in: a click on a lesson begins it.
pub(in crate::ui) fn overlay(show: Show<'_>, ui: &Ui, actions: &mut Vec<Action>) {
    let name = say!(show.lang, "lesson-present");
    let outside = widgets::overlay(show, ui, &name, 640.0, |ui| {
        ui.label(RichText::new(&name).font(semibold(20.0)));
        ui.add_space(8.0);
        lessons(show, ui, actions);
        ui.add_space(12.0);
        ui.label(widgets::heading(
            show,
            say!(show.lang, "lesson-where-class-looks"),
        ));
        ui.add_space(4.0);
        displays(show, ui, actions);
        ui.add_space(12.0);
        foot(show, ui, actions);
    });
    if outside {
        actions.push(Action::Panel(PanelAction::Overlay(None)));
    }
}

/// The stories, and the events that show; one of them is in hand.
fn lessons(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    let stories = &show.workspace.timeline().stories;
    let in_hand = chosen(show, ui);
    let height = (ui.ctx().content_rect().height() - 420.0).max(boards::TARGET * 2.0);
    ScrollArea::vertical().max_height(height).show(ui, |ui| {
        for story in stories {
            let title = show.lang.choose(&story.title, story.title_ja.as_deref());
            let steps = say!(show.lang, "words-steps", count = story.steps.len());
            let on = in_hand == Deck::Story(story.id.clone());
            if boards::row(show, ui, title, &steps, on) {
                actions.push(Action::Panel(PanelAction::Story(Some(story.id.clone()))));
                choose_events(ui, false);
            }
        }
        let count = show.workspace.filter().selection().len();
        let shown = say!(show.lang, "words-events", count = count);
        let name = say!(show.lang, "lesson-events-one-by-one");
        if boards::row(show, ui, &name, &shown, in_hand == Deck::Events) {
            choose_events(ui, true);
        }
    });
}

/// What is in hand: the events, where they were chosen or there is no story, else the story.
fn chosen(show: Show<'_>, ui: &Ui) -> Deck {
    let events = ui.data(|data| data.get_temp(events_id())).unwrap_or(false);
    match commands::lesson(show.workspace) {
        PresentAction::Start(deck, _) if !events => deck,
        _ => Deck::Events,
    }
}

fn events_id() -> Id {
    Id::unique("presents-events")
}

fn choose_events(ui: &Ui, events: bool) {
    ui.data_mut(|data| data.insert_temp(events_id(), events));
}

fn displays(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    let displays = &show.workspace.session().displays;
    let usual = show
        .workspace
        .usual_display()
        .and_then(|index| displays.get(index));
    let now = usual.map(|display| display.name.as_str());
    if let Some(display) = boards::choice(show, ui, now) {
        actions.push(Action::Present(PresentAction::Display(display)));
    }
}

fn foot(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        let button = widgets::main_button(show, ui, &say!(show.lang, "lesson-present"));
        let enter = ui.input(|input| input.key_pressed(egui::Key::Enter));
        if button.clicked() || enter && ui.memory(|memory| memory.focused().is_none()) {
            let deck = chosen(show, ui);
            let step = (deck != Deck::Events).then_some(0);
            actions.push(Action::Present(PresentAction::Start(deck, step)));
        }
        if widgets::link(show, ui, &say!(show.lang, "lesson-to-stories")).clicked() {
            actions.push(Action::Panel(PanelAction::Overlay(None::<Overlay>)));
            actions.push(Action::Panel(PanelAction::Stories(true)));
        }
        if widgets::link(show, ui, &say!(show.lang, "lesson-ask-class")).clicked() {
            actions.extend(commands::action(Command::Quiz, show.workspace, show.moment));
        }
    });
}
