//! The first sheet: which sort of question.

use egui::Ui;

use crate::messages::{Message, message, say};
use crate::scene::TextStyle;
use crate::state::{Action, Quiz, QuizKind};
use crate::ui::style::color;

use super::sheet::{self, FOOT, Look, MARGIN, Sheet, Words};
use super::signs;

/// Between two cards, their height, and the room inside them, in units.
const APART: f32 = 20.0;
const TOP: f32 = 122.0;
const HEIGHT: f32 = 322.0;
const PAD: f32 = 24.0;
/// Cards narrower than this have smaller letters, in units.
const NARROW: f32 = 240.0;

/// Shows it.
pub(super) fn ui(sheet: Sheet<'_>, ui: &Ui, quiz: &Quiz, actions: &mut Vec<Action>) {
    sheet.kicker(ui, &pool(sheet));
    sheet.headline(ui, &say!(sheet.show.lang, "quiz-ask-class"));
    let width = (sheet.room() - 2.0 * APART) / 3.0;
    for (index, kind) in QuizKind::ALL.into_iter().enumerate() {
        let left = MARGIN + index as f32 * (width + APART);
        if card(sheet, ui, (left, width), kind, quiz) {
            actions.push(super::next(ui, kind));
        }
    }
    foot(sheet, ui, quiz, actions);
}

/// Where the questions are from.
fn pool(sheet: Sheet<'_>) -> String {
    let show = sheet.show;
    match show.workspace.told_story() {
        Some(story) => {
            let title = show.lang.choose(&story.title, story.title_ja.as_deref());
            say!(show.lang, "quiz-from-story", title = title)
        }
        None => {
            let count = show.workspace.filter().selection().len();
            let events = message!("words-events", count = count);
            say!(show.lang, "quiz-from-events", events = events)
        }
    }
}

/// The name of a sort, what it is, and what it is told from others by.
const fn words_of(kind: QuizKind) -> (Message, Message, &'static str) {
    match kind {
        QuizKind::Order => (message!("quiz-order"), message!("quiz-order-says"), "order"),
        QuizKind::Year => (message!("quiz-year"), message!("quiz-year-says"), "year"),
        QuizKind::Cover => (message!("quiz-name"), message!("quiz-name-says"), "name"),
    }
}

fn card(sheet: Sheet<'_>, ui: &Ui, (left, width): (f32, f32), kind: QuizKind, quiz: &Quiz) -> bool {
    let theme = sheet.show.theme;
    let lang = sheet.show.lang;
    let (name, says, salt) = words_of(kind);
    let (name, says) = (name.text(lang), says.text(lang));
    let rect = sheet.rect(left, TOP, width, HEIGHT);
    let response = sheet.press(ui, rect, (salt, &name));
    let lit = response.hovered();
    let (fill, edge) = if lit {
        (theme.raised, theme.accent)
    } else {
        (theme.surface, theme.line)
    };
    let painter = sheet.painter(ui);
    sheet::card(sheet, &painter, rect, color(fill), sheet.line(1.0, edge));
    sheet.ring(ui, rect, &response);
    let room = width - 2.0 * PAD;
    let picture = sheet.rect(left + PAD, TOP + 36.0, room.min(136.0), 78.0);
    signs::of_kind(sheet, &painter, picture, kind);
    let (large, small) = if width < NARROW {
        (20.0, 16.0)
    } else {
        (26.0, 18.0)
    };
    let title = Words::new(sheet.show, "", TextStyle::semibold(large)).rows(2);
    let end = sheet.paint(ui, title, (left + PAD, TOP + 148.0), room, &name);
    let line = Words::new(sheet.show, salt, TextStyle::sans(small)).muted(sheet.show);
    let at = (left + PAD, end + 8.0);
    sheet.write(ui, line.rows(4), at, room, &says);
    let score = quiz.score(kind);
    if score.asked > 0 {
        let said = say!(lang, "quiz-score-right", score = score.in_words());
        let words = Words::new(sheet.show, salt_of_score(kind), TextStyle::semibold(17.0));
        let at = (left + PAD, TOP + HEIGHT - 46.0);
        sheet.write(ui, words.ink(theme.accent), at, room, &said);
    }
    response.clicked()
}

const fn salt_of_score(kind: QuizKind) -> &'static str {
    match kind {
        QuizKind::Order => "order-score",
        QuizKind::Year => "year-score",
        QuizKind::Cover => "name-score",
    }
}

fn foot(sheet: Sheet<'_>, ui: &Ui, quiz: &Quiz, actions: &mut Vec<Action>) {
    let lang = sheet.show.lang;
    let mut row = sheet.row();
    let copy = say!(lang, "quiz-copy-scores");
    if quiz.has_scores() && row.button(ui, ("copy", &copy), Look::Plain).clicked() {
        super::copy(quiz, lang, actions);
    }
    let words = Words::new(sheet.show, "promise", TextStyle::sans(15.0)).muted(sheet.show);
    let x = if quiz.has_scores() {
        row.x() + 10.0
    } else {
        row.x()
    };
    let said = say!(lang, "quiz-promise");
    let room = sheet.width() - MARGIN - x;
    sheet.write(ui, words.rows(2), (x, FOOT + 9.0), room, &said);
}
