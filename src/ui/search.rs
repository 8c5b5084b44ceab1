//! The search field: plain words and qualifiers, completed while one types.

use std::rc::Rc;

use egui::text::{CCursor, CCursorRange};
use egui::{EventFilter, Id, Key, Modifiers, Popup, RichText, TextEdit, Ui};

use crate::messages::say;
use crate::state::{Action, FilterAction, Problem, Suggestion, Walk, suggestions};

use super::style::{color, sans};
use super::{Show, widgets};

/// What the field remembers.
#[derive(Default)]
pub(super) struct Memory {
    wants_focus: bool,
    chosen: Option<usize>,
    /// Esc closes the completions before it leaves the field.
    dismissed: bool,
    said: Option<Said>,
}

/// What there is to say of a text while one types: worked out when the text, the cursor or the document changes, and
/// not in each frame.
struct Said {
    text: String,
    cursor: usize,
    document: u64,
    offers: Rc<[Suggestion]>,
    problems: Rc<[Problem]>,
}

impl Memory {
    /// Gives the field the focus in the next frame.
    pub(super) fn want_focus(&mut self) {
        self.wants_focus = true;
    }

    fn said(&mut self, show: Show<'_>, text: &str, cursor: usize) -> &Said {
        let (timeline, document) = (show.workspace.timeline(), show.workspace.revision());
        let is_of =
            |said: &Said| said.text == text && (said.cursor, said.document) == (cursor, document);
        let said = match self.said.take() {
            Some(said) if is_of(&said) => said,
            _ => Said {
                text: text.to_owned(),
                cursor,
                document,
                offers: suggestions(text, cursor, timeline, show.workspace.index()).into(),
                problems: show.workspace.filter().query().problems(timeline).into(),
            },
        };
        self.said.insert(said)
    }
}

/// Shows the field with its completions.
pub(super) fn ui(show: Show<'_>, ui: &mut Ui, memory: &mut Memory, actions: &mut Vec<Action>) {
    let id = Id::unique("search");
    let mut text = show.workspace.filter().text().to_owned();
    let focused = ui.ctx().memory(|memory| memory.has_focus(id));
    let (mut offers, mut problems): (Rc<[Suggestion]>, Rc<[Problem]>) = Default::default();
    if focused {
        let dismissed = memory.dismissed;
        let said = memory.said(show, &text, cursor(ui, id, &text));
        problems = Rc::clone(&said.problems);
        if !dismissed {
            offers = Rc::clone(&said.offers);
        }
    }
    let picked = if focused {
        choose(ui, memory, &text, &offers)
    } else {
        None
    };
    let kept = keys_kept(&text, &offers);
    let popup = id.with("completions");
    let field = TextEdit::singleline(&mut text)
        .id(id)
        .event_filter(kept)
        .hint_text(match show.is_compact {
            true => say!(show.lang, "search-name"),
            false => say!(show.lang, "search-empty"),
        })
        .desired_width(ui.available_width() - 44.0)
        .margin(egui::Margin {
            left: 12,
            right: 32,
            top: 7,
            bottom: 7,
        })
        .font(sans(13.5));
    let response = keeping_focus(ui, popup, |ui| field.show(ui).response.response);
    widgets::name_field(&response, &say!(show.lang, "search-name"), &text);
    hint(show, ui, response.rect, text.is_empty(), focused);
    if std::mem::take(&mut memory.wants_focus) {
        response.request_focus();
    }
    if focused && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        if memory.dismissed || offers.is_empty() && problems.is_empty() {
            response.surrender_focus();
        }
        (memory.dismissed, memory.chosen) = (true, None);
    }
    if response.changed() {
        (memory.chosen, memory.dismissed) = (None, false);
        actions.push(Action::Filter(FilterAction::Set(text.clone())));
    }
    if response.lost_focus() {
        memory.dismissed = false;
        if picked.is_none() && ui.input(|input| input.key_pressed(Key::Enter)) && !text.is_empty() {
            actions.push(Action::Walk(Walk::First));
        }
    }
    let clicked = completions(show, popup, &response, memory, &offers, &problems);
    if let Some(offer) = picked.or(clicked).and_then(|index| offers.get(index)) {
        accept(ui, id, &text, offer, actions);
        memory.chosen = None;
        response.request_focus();
    }
}

/// A press on the completions must not take the focus from the field: they would be gone before they are clicked.
pub(super) fn keeping_focus<T>(ui: &mut Ui, popup: Id, show: impl FnOnce(&mut Ui) -> T) -> T {
    let layer = egui::LayerId::new(egui::PopupKind::Popup.order(), popup);
    let pointer = ui.ctx().pointer_interact_pos();
    let is_over = pointer.and_then(|pointer| ui.ctx().layer_id_at(pointer)) == Some(layer);
    if !is_over {
        return show(ui);
    }
    let set = |ui: &Ui, on| {
        ui.ctx().options_mut(|options| {
            std::mem::replace(&mut options.input_options.surrender_focus_on, on)
        })
    };
    let before = set(ui, egui::SurrenderFocusOn::Never);
    let shown = show(ui);
    set(ui, before);
    shown
}

/// The key that leads here, or what clears the field.
fn hint(show: Show<'_>, ui: &Ui, field: egui::Rect, empty: bool, focused: bool) {
    if !empty || focused {
        return;
    }
    let center = egui::pos2(field.right() - 20.0, field.center().y);
    let rect = egui::Rect::from_center_size(center, egui::vec2(18.0, 18.0));
    let stroke = egui::Stroke::new(1.0, color(show.theme.line));
    ui.painter().rect_stroke(
        rect,
        egui::CornerRadius::same(4),
        stroke,
        egui::StrokeKind::Inside,
    );
    ui.painter().text(
        center,
        egui::Align2::CENTER_CENTER,
        "/",
        sans(12.0),
        color(show.theme.muted),
    );
}

/// The byte of the text that the cursor stands at.
fn cursor(ui: &Ui, id: Id, text: &str) -> usize {
    let cursor = TextEdit::load_state(ui.ctx(), id).and_then(|state| state.cursor.char_range());
    let characters = cursor.map_or(usize::MAX, |range| range.primary.index.0);
    let mut starts = text.char_indices().map(|(at, _)| at);
    starts.nth(characters).unwrap_or(text.len())
}

/// Keys that are for the field alone, and do not move the focus: Esc closes the completions first, and Tab takes one
/// while something is being typed. After a space, and in an empty field, Tab goes on to what comes next.
fn keys_kept(text: &str, offers: &[Suggestion]) -> EventFilter {
    EventFilter {
        tab: tab_takes(text, offers),
        horizontal_arrows: true,
        vertical_arrows: true,
        escape: true,
    }
}

fn tab_takes(text: &str, offers: &[Suggestion]) -> bool {
    let typing = text
        .chars()
        .next_back()
        .is_some_and(|last| !last.is_whitespace());
    typing && !offers.is_empty()
}

/// Arrow keys choose, Enter and Tab take: read before the field sees them.
fn choose(ui: &Ui, memory: &mut Memory, text: &str, offers: &[Suggestion]) -> Option<usize> {
    if offers.is_empty() {
        return None;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::ArrowDown) {
        memory.chosen = Some(
            memory
                .chosen
                .map_or(0, |chosen| (chosen + 1) % offers.len()),
        );
    }
    if pressed(Key::ArrowUp) {
        memory.chosen = Some(memory.chosen.map_or(offers.len() - 1, |chosen| {
            (chosen + offers.len() - 1) % offers.len()
        }));
    }
    if tab_takes(text, offers)
        && ui.input_mut(|input| input.consume_key(Modifiers::SHIFT, Key::Tab))
    {
        ui.memory_mut(|memory| memory.move_focus(egui::FocusDirection::Previous));
        return None;
    }
    let take = memory.chosen.is_some() && pressed(Key::Enter)
        || tab_takes(text, offers) && pressed(Key::Tab);
    take.then(|| memory.chosen.unwrap_or(0))
}

/// Least width of the completions in points: an event's title and its date.
const WIDTH: f32 = 460.0;

fn completions(
    show: Show<'_>,
    popup: Id,
    field: &egui::Response,
    memory: &Memory,
    offers: &[Suggestion],
    problems: &[Problem],
) -> Option<usize> {
    let open =
        field.has_focus() && !memory.dismissed && !(offers.is_empty() && problems.is_empty());
    let mut clicked = None;
    let width = field.rect.width().max(WIDTH);
    Popup::from_response(field)
        .id(popup)
        .open(open)
        .gap(4.0)
        .width(width)
        .show(|ui| {
            ui.set_width(width - 12.0);
            for (index, offer) in offers.iter().enumerate() {
                if row(show, ui, offer, memory.chosen == Some(index)).clicked() {
                    clicked = Some(index);
                }
            }
            for problem in problems {
                let what = &problem.message;
                let said = match &problem.hint {
                    Some(hint) => say!(show.lang, "search-problem", problem = what, hint = hint),
                    None => what.text(show.lang),
                };
                ui.label(
                    RichText::new(said)
                        .font(sans(12.5))
                        .color(color(show.theme.error)),
                );
            }
        });
    clicked
}

fn row(show: Show<'_>, ui: &mut Ui, offer: &Suggestion, chosen: bool) -> egui::Response {
    let fill = if chosen {
        color(show.theme.era)
    } else {
        egui::Color32::TRANSPARENT
    };
    let detail = widgets::muted(show, offer.detail.text(show.lang));
    let button = egui::Button::new(RichText::new(offer.label.as_str()).font(sans(13.5)))
        .right_text(detail)
        .fill(fill);
    ui.add_sized(
        [ui.available_width(), 26.0],
        button.stroke(egui::Stroke::NONE).truncate(),
    )
}

/// Puts the completion where the word was, and the cursor behind it.
fn accept(ui: &Ui, id: Id, text: &str, offer: &Suggestion, actions: &mut Vec<Action>) {
    let (Some(head), Some(tail)) = (
        text.get(..offer.replace.start),
        text.get(offer.replace.end..),
    ) else {
        return;
    };
    let gap = if offer.insert.ends_with(':') || tail.starts_with(' ') {
        ""
    } else {
        " "
    };
    let completed = format!("{head}{}{gap}", offer.insert);
    if let Some(mut state) = TextEdit::load_state(ui.ctx(), id) {
        let end = CCursor::new(completed.chars().count());
        state.cursor.set_char_range(Some(CCursorRange::one(end)));
        state.store(ui.ctx(), id);
    }
    actions.push(Action::Filter(FilterAction::Set(completed + tail)));
}
