//! Events that are put in order: cards that are dragged, or moved with the arrow keys.

use egui::{
    Align, CursorIcon, EventFilter, Id, Key, Modifiers, Pos2, Rect, Response, Role, Sense, Ui,
    pos2, vec2,
};

use crate::document::Event;
use crate::messages::{message, say};
use crate::scene::TextStyle;
use crate::state::{Action, Card, Question, QuizAction, standing_right, years_in};
use crate::ui::style::color;
use crate::ui::widgets;

use super::sheet::{self, MARGIN, Sheet, Words};
use super::signs;

/// Where the cards begin and end, and how high one is at most, in units.
const TOP: f32 = 108.0;
const BOTTOM: f32 = 466.0;
const HIGHEST: f32 = 74.0;
/// Between two cards, in units.
const APART: f32 = 8.0;
/// Room for a date, as a share of the width, and what stands beside it, in units.
const DATE: f32 = 0.4;
const SIGN: f32 = 78.0;
/// Seconds in which a card goes to its place.
const GOES: f32 = 0.14;

/// A column of cards.
#[derive(Clone, Copy)]
struct Column<'a> {
    sheet: Sheet<'a>,
    question: &'a Question,
    count: usize,
    /// From one card to the next, in units.
    pitch: f32,
}

/// A card on the screen.
struct Held<'a> {
    place: usize,
    card: Card,
    event: &'a Event,
    rect: Rect,
    response: Response,
}

/// Shows the question.
pub(super) fn ui(
    sheet: Sheet<'_>,
    ui: &Ui,
    question: &Question,
    cards: &[Card],
    actions: &mut Vec<Action>,
) {
    sheet.kicker(ui, &say!(sheet.show.lang, "quiz-order"));
    headline(sheet, ui, question, cards);
    let count = cards.len();
    let pitch = ((BOTTOM - TOP + APART) / count.max(1) as f32).min(HIGHEST + APART);
    let column = Column {
        sheet,
        question,
        count,
        pitch,
    };
    let events = &sheet.show.workspace.timeline().events;
    let cards = cards.iter().enumerate();
    let held: Vec<_> = cards
        .filter_map(|(place, &card)| {
            let event = events.get(card.event)?;
            Some(column.hold(ui, (place, card, event), actions))
        })
        .collect();
    if !question.shown {
        let end = match super::takes_up(ui) {
            Some(Key::ArrowDown) => held.first(),
            Some(_) => held.last(),
            None => None,
        };
        if let Some(held) = end {
            held.response.request_focus();
        }
    }
    // What is in the hand lies on top.
    let (dragged, lying): (Vec<_>, Vec<_>) = held.iter().partition(|held| held.response.dragged());
    for held in lying.into_iter().chain(dragged) {
        column.paint(ui, held);
    }
}

fn headline(sheet: Sheet<'_>, ui: &Ui, question: &Question, cards: &[Card]) {
    let right = standing_right(cards);
    let said = match question.right {
        None if question.shown => message!("quiz-right-order"),
        None => message!("quiz-drag"),
        Some(true) => message!("quiz-all-stand-right", right = right),
        Some(false) => message!("quiz-stand-right", right = right, count = cards.len()),
    };
    let said = said.text(sheet.show.lang);
    match question.right {
        None => drop(sheet.headline(ui, &said)),
        Some(right) => drop(sheet.verdict(ui, 57.0, right, &said)),
    }
}

impl Column<'_> {
    /// Where a card stands, at a place that need not be whole.
    fn rect(self, place: f32) -> Rect {
        let (sheet, pitch) = (self.sheet, self.pitch);
        sheet.rect(MARGIN, TOP + place * pitch, sheet.room(), pitch - APART)
    }

    /// Reads what is done with a card.
    fn hold<'e>(
        self,
        ui: &Ui,
        (place, card, event): (usize, Card, &'e Event),
        actions: &mut Vec<Action>,
    ) -> Held<'e> {
        // By its event, so that it stays in the hand while it changes places.
        let id = Id::unique(("quiz-card", card.event));
        let sense = if self.question.shown {
            Sense::empty()
        } else {
            Sense::click_and_drag()
        };
        let lies = self.rect(place as f32);
        // A finger between two cards holds the nearer one.
        let hit = lies.expand2(vec2(0.0, APART / 2.0 * self.sheet.u));
        let response = ui.interact(hit, id, sense);
        let role = if self.question.shown {
            Role::Label
        } else {
            Role::Button
        };
        let name = self.name(place, card, event);
        response.widget_info(|| egui::WidgetInfo::labeled(role, true, &name));
        if response.clicked() {
            response.request_focus();
        }
        let wanted = match self.dragged_to(ui, &response, lies) {
            Some(at) => {
                self.let_others_by(place, at, actions);
                ui.ctx().animate_value_with_time(id, at, 0.0)
            }
            None => ui.ctx().animate_value_with_time(id, place as f32, GOES),
        };
        if self.question.shown {
            // What can do nothing more must not keep the keys.
            response.surrender_focus();
        } else {
            self.keys(ui, &response, place, actions);
        }
        Held {
            place,
            card,
            event,
            rect: self.rect(wanted),
            response,
        }
    }

    /// Where the hand has taken a card, in places.
    fn dragged_to(self, ui: &Ui, response: &Response, lies: Rect) -> Option<f32> {
        let took = response.id.with("took");
        if response.drag_started() {
            let from = ui.input(|input| input.pointer.press_origin())?;
            ui.data_mut(|data| data.insert_temp(took, from.y - lies.top()));
        }
        if !response.dragged() {
            return None;
        }
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        let held: f32 = ui.data(|data| data.get_temp(took))?;
        let top = response.interact_pointer_pos()?.y - held;
        let first = self.rect(0.0).top();
        let place = (top - first) / (self.pitch * self.sheet.u);
        // A little over the ends, so that one feels them.
        Some(place.clamp(-0.3, self.count as f32 - 0.7))
    }

    fn let_others_by(self, place: usize, at: f32, actions: &mut Vec<Action>) {
        let to = (at.round().max(0.0) as usize).min(self.count.saturating_sub(1));
        if to != place {
            actions.push(super::ask(QuizAction::Move { from: place, to }));
        }
    }

    /// A card that has the keys goes up and down with the arrows.
    fn keys(self, ui: &Ui, response: &Response, place: usize, actions: &mut Vec<Action>) {
        if !response.has_focus() {
            return;
        }
        let filter = EventFilter {
            vertical_arrows: true,
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        super::go(ui, true, actions);
        let pressed = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
        let (up, down) = (pressed(Key::ArrowUp), pressed(Key::ArrowDown));
        let (home, end) = (pressed(Key::Home) > 0, pressed(Key::End) > 0);
        let last = self.count.saturating_sub(1);
        let to = match (home, end) {
            (true, _) => 0,
            (false, true) => last,
            (false, false) => (place + down).saturating_sub(up).min(last),
        };
        if to != place {
            actions.push(super::ask(QuizAction::Move { from: place, to }));
        }
    }

    /// What a screen reader says of a card.
    fn name(self, place: usize, card: Card, event: &Event) -> String {
        let lang = self.sheet.show.lang;
        let title = lang.choose(&event.title, event.title_ja.as_deref());
        let title = sheet::said_covered(lang, title, &self.covered(title, event));
        let here = message!(
            "quiz-card",
            title = title,
            place = place + 1,
            count = self.count
        );
        if !self.question.shown {
            return here.text(lang);
        }
        let date = event.when.display(lang);
        if self.question.right.is_none() {
            return say!(lang, "quiz-card-shown", card = here, date = date);
        }
        match card.belongs == place {
            true => say!(lang, "quiz-card-right", card = here, date = date),
            false => say!(
                lang,
                "quiz-card-wrong",
                card = here,
                date = date,
                place = card.belongs + 1
            ),
        }
    }

    /// Years in a name that would tell its place.
    fn covered(self, title: &str, event: &Event) -> Vec<std::ops::Range<usize>> {
        if self.question.shown {
            return Vec::new();
        }
        let year = crate::time::year_of(event.when.anchor());
        years_in(title, (year, year))
    }

    fn paint(self, ui: &Ui, held: &Held<'_>) {
        let sheet = self.sheet;
        let theme = sheet.show.theme;
        let painter = sheet.painter(ui);
        let rect = held.rect;
        let dragged = held.response.dragged();
        let lit = dragged || held.response.hovered() && !self.question.shown;
        let fill = if lit { theme.raised } else { theme.surface };
        let edge = if dragged { theme.accent } else { theme.line };
        sheet::card(sheet, &painter, rect, color(fill), sheet.line(1.0, edge));
        sheet.ring(ui, rect, &held.response);
        let number = (held.place + 1).to_string();
        let style = TextStyle::semibold(17.0).scaled(sheet.u);
        painter.text(
            sheet::inside(sheet, rect, 24.0),
            egui::Align2::CENTER_CENTER,
            number,
            crate::ui::style::font(style),
            color(theme.muted),
        );
        let mark = sheet::inside(sheet, rect, 56.0);
        widgets::paint_mark(sheet.show, ui, held.event.category, mark, 7.5 * sheet.u);
        let title = sheet
            .show
            .lang
            .choose(&held.event.title, held.event.title_ja.as_deref());
        let words = Words::new(sheet.show, "", TextStyle::semibold(19.0)).rows(2);
        let taken = if self.question.shown {
            self.date(held.event).2 + SIGN
        } else {
            60.0
        };
        let room = sheet.room() - 78.0 - taken;
        let covered = self.covered(title, held.event);
        let galley = sheet.layout_covered(ui, words, room, Align::LEFT, (title, &covered));
        let at = sheet::inside(sheet, rect, 78.0) - vec2(0.0, galley.size().y / 2.0);
        painter.galley(at, galley, color(theme.ink));
        if self.question.shown {
            self.answer(ui, held);
        } else {
            let at = pos2(rect.right() - 28.0 * sheet.u, rect.center().y);
            signs::grip(sheet, &painter, at);
        }
        if lit && !dragged {
            ui.ctx().set_cursor_icon(CursorIcon::Grab);
        }
    }

    /// The date of a card, how it is set, and how many units it takes; a long one stands in two smaller lines.
    fn date(self, event: &Event) -> (String, TextStyle, f32) {
        let sheet = self.sheet;
        let date = event.when.display(sheet.show.lang);
        let most = sheet.room() * DATE;
        let style = TextStyle::sans(16.0);
        let wide = sheet.wide(&date, style) + 2.0;
        let style = if wide > most {
            TextStyle::sans(13.5)
        } else {
            style
        };
        (date, style, wide.min(most))
    }

    /// The date, and whether the card stands right.
    fn answer(self, ui: &Ui, held: &Held<'_>) {
        let (sheet, rect) = (self.sheet, held.rect);
        let show = sheet.show;
        let painter = sheet.painter(ui);
        let right = held.card.belongs == held.place;
        // Nobody answered where nothing is right or wrong.
        if self.question.right.is_some() {
            let sign = pos2(rect.right() - 30.0 * sheet.u, rect.center().y);
            signs::verdict(sheet, &painter, sign, 13.0, right);
        }
        let (date, style, room) = self.date(held.event);
        let words = Words::new(show, "", style).rows(2);
        let words = words.ink(show.theme.accent);
        let date = sheet.layout(ui, words, room, Align::RIGHT, &date);
        let note = (!right).then(|| {
            let words = Words::new(show, "", TextStyle::sans(13.5)).muted(show);
            let said = say!(show.lang, "quiz-belongs-at", place = held.card.belongs + 1);
            sheet.layout(ui, words, 160.0, Align::RIGHT, &said)
        });
        let high = date.size().y + note.as_ref().map_or(0.0, |note| note.size().y);
        let mut at: Pos2 = pos2(rect.right() - 58.0 * sheet.u, rect.center().y - high / 2.0);
        let ink = color(show.theme.ink);
        let next = date.size().y;
        painter.galley(at, date, ink);
        at.y += next;
        if let Some(note) = note {
            painter.galley(at, note, ink);
        }
    }
}
