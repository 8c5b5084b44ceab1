//! What is done with the story as a whole, and what shows while there is none.

use egui::{Button, Key, Modifiers, RichText, Ui};

use crate::document::{Id, Story};
use crate::messages::{Message, say};
use crate::state::{Action, Deck, PresentAction, WriteAction};
use crate::ui::commands::key_name;
use crate::ui::style::{color, sans};
use crate::ui::widgets;

use super::{Pen, changes, field, step, words};

/// Heights in points: of the buttons with what is around them, and of the line above.
const BUTTONS: f32 = 82.0;
const TOLD: f32 = 30.0;

/// Height of the foot in points.
pub(super) fn height(pen: &Pen<'_>) -> f32 {
    match deleted(pen) {
        Some(_) => BUTTONS + TOLD,
        None => BUTTONS,
    }
}

/// What was deleted last, as long as it can be taken back by one step.
fn deleted<'a>(pen: &'a Pen<'_>) -> Option<&'a (Message, Message)> {
    let undo = pen.show.workspace.writing().undo_name();
    let deleted = pen.memory.deleted.as_ref();
    deleted.filter(|(name, _)| Some(name) == undo)
}

/// Shows the foot.
pub(super) fn ui(pen: &mut Pen<'_>, ui: &mut Ui, story: &Story) {
    told(pen, ui);
    let line = egui::Stroke::new(1.0, color(pen.show.theme.line));
    let top = ui.cursor().top();
    let whole = ui.max_rect().x_range().expand(12.0);
    ui.painter().hline(whole, top, line);
    ui.add_space(12.0);
    let lang = pen.show.lang;
    ui.horizontal_wrapped(|ui| {
        ui.add_space(10.0);
        let title = words::story(pen.show, story);
        let has_steps = !story.steps.is_empty();
        let present = ui.add_enabled_ui(has_steps, |ui| {
            widgets::main_button(pen.show, ui, &say!(lang, "stories-present"))
        });
        let present = present.inner;
        let name = say!(lang, "stories-present-it", title = &title);
        present.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, has_steps, &name));
        let hover = say!(lang, "stories-present-hover", title = title);
        if present.on_hover_text(hover).clicked() {
            changes::present(pen, story, 0);
        }
        ui.add_space(2.0);
        let record = Button::new(RichText::new(say!(lang, "stories-record")).font(sans(13.5)));
        let record = ui.add(record.min_size(egui::vec2(0.0, 30.0)));
        let does = say!(lang, "stories-record-hover");
        if record.on_hover_text(does).clicked() {
            pen.actions.push(Action::Record(Some(Id::clone(&story.id))));
        }
    });
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        ui.add_space(10.0);
        shown(pen, ui);
        let notes = widgets::quiet_link(pen.show, ui, &say!(lang, "stories-phone-notes"));
        if notes
            .on_hover_text(say!(lang, "stories-phone-notes-hover"))
            .clicked()
        {
            let file = crate::ui::present::notes_file(pen.show, story);
            pen.actions.push(Action::Ask(file));
        }
    });
}

/// Tells the events that show, without a story.
fn shown(pen: &mut Pen<'_>, ui: &mut Ui) {
    let lang = pen.show.lang;
    let link = widgets::quiet_link(pen.show, ui, &say!(lang, "stories-present-events"));
    let does = say!(lang, "stories-present-events-hover");
    if link.on_hover_text(does).clicked() {
        let start = PresentAction::Start(Deck::Events, None);
        pen.actions.push(Action::Present(start));
    }
}

/// What was deleted, with the way back.
fn told(pen: &mut Pen<'_>, ui: &mut Ui) {
    let Some((name, said)) = deleted(pen).cloned() else {
        return;
    };
    let lang = pen.show.lang;
    let keys = key_name(Modifiers::COMMAND, Key::Z);
    ui.horizontal(|ui| {
        ui.set_height(TOLD);
        ui.add_space(10.0);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.add_space(8.0);
            let undo = widgets::link(pen.show, ui, &say!(lang, "stories-undo"));
            let label = say!(lang, "stories-undo-it", what = name);
            undo.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &label));
            if undo.on_hover_text(keys).clicked() {
                pen.actions.push(Action::Write(WriteAction::Undo));
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.add(egui::Label::new(widgets::muted(pen.show, said.text(lang))).truncate());
            });
        });
    });
}

/// The menu of a story.
pub(super) fn menu(pen: &mut Pen<'_>, ui: &mut Ui, story: &Story) {
    let lang = pen.show.lang;
    let name = say!(
        lang,
        "stories-more-for-story",
        title = words::story(pen.show, story)
    );
    let width = ui.ctx().content_rect().width();
    step::dots(pen, ui, &name, |pen, ui| {
        if step::item(pen, ui, &say!(lang, "stories-rename"), "", true) {
            pen.type_in(field::Spot::Story(Id::clone(&story.id)));
        }
        if step::item(pen, ui, &say!(lang, "stories-duplicate"), "", true) {
            changes::duplicate_story(pen, story);
        }
        if step::item(pen, ui, &say!(lang, "stories-edit-all"), "", true) {
            changes::open_form(pen, story, width);
        }
        ui.separator();
        if step::item(pen, ui, &say!(lang, "stories-delete"), "", true) {
            changes::delete_story(pen, story);
        }
    });
}

/// What shows while there is no story.
pub(super) fn nothing(pen: &mut Pen<'_>, ui: &mut Ui) {
    let show = pen.show;
    ui.add_space(4.0);
    let margin = egui::Margin::symmetric(10, 0);
    egui::Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        let said = [
            say!(show.lang, "stories-what-one-is"),
            say!(show.lang, "stories-how-to-begin"),
        ];
        for said in said {
            let text = RichText::new(said).font(sans(13.5)).line_height(Some(20.0));
            ui.label(text.color(color(show.theme.muted)));
        }
        ui.add_space(6.0);
        if widgets::main_button(show, ui, &say!(show.lang, "stories-record-first")).clicked() {
            pen.actions.push(Action::Record(None));
        }
        ui.add_space(2.0);
        ui.scope(|ui| {
            if widgets::link(show, ui, &say!(show.lang, "stories-new")).clicked() {
                changes::new_story(pen);
            }
            shown(pen, ui);
        });
        told(pen, ui);
    });
}
