//! Questions for the class, on the picture: the choice of a sort, and a sheet for each sort.
//!
//! Everything is measured in the height of the area ([`Sheet`]), since the same sheet hangs on the wall and lies, small, on
//! the teacher's screen; both can be used.

mod choice;
mod cover;
mod order;
mod sheet;
mod signs;
mod year;

use egui::{FocusDirection, Key, Modifiers, Rect, Ui};

use crate::messages::{Lang, Message, message, say};
use crate::scene::TextStyle;
use crate::state::{
    Action, Asked, Board, Effect, PresentAction, Question, Quiz, QuizAction, QuizKind,
};
use crate::ui::Show;

use sheet::{Look, MARGIN, Sheet, Words};

/// Shows the question that is asked in `area`, a picture of any size: everything is measured in its height. The same on
/// the class's screen and, small, on the teacher's.
pub(in crate::ui) fn ui(show: Show<'_>, ui: &mut Ui, area: Rect, actions: &mut Vec<Action>) {
    let Some(lesson) = show.workspace.presentation() else {
        return;
    };
    let sheet = Sheet::new(show, area);
    match lesson.quiz.question(show.workspace.timeline()) {
        None => choice::ui(sheet, ui, &lesson.quiz, actions),
        Some(question) => {
            match &question.asked {
                Asked::Order(cards) => order::ui(sheet, ui, &question, cards, actions),
                Asked::Year(guessed) => year::ui(sheet, ui, &question, guessed, actions),
                Asked::Cover(event) => cover::ui(sheet, ui, &question, *event),
                Asked::TooFew(why) => too_few(sheet, ui, &why.text(show.lang)),
            }
            let score = lesson.quiz.score(question.kind);
            if score.asked > 0 {
                let said = say!(show.lang, "quiz-right", score = score.in_words());
                sheet.score(ui, &said);
            }
            foot(sheet, ui, &question, actions);
        }
    }
    sheet.close(ui, actions);
}

/// What is asked of the quiz.
fn ask(action: QuizAction) -> Action {
    Action::Present(PresentAction::Quiz(action))
}

/// A question of this sort. It is another one each time, since nobody clicks twice in the same instant.
fn next(ui: &Ui, kind: QuizKind) -> Action {
    let seed = ui.input(|input| input.time.to_bits());
    ask(QuizAction::Ask(kind, seed))
}

fn too_few(sheet: Sheet<'_>, ui: &Ui, why: &str) {
    let lang = sheet.show.lang;
    sheet.kicker(ui, &say!(lang, "quiz-none"));
    let words = Words::new(sheet.show, "why", TextStyle::semibold(28.0));
    let words = words.heading().rows(5);
    let room = sheet.room().min(680.0);
    let end = sheet.write(ui, words, (MARGIN, 72.0), room, why);
    let words = Words::new(sheet.show, "hint", TextStyle::sans(19.0));
    let words = words.muted(sheet.show).rows(3);
    let hint = say!(lang, "quiz-none-hint");
    sheet.write(ui, words, (MARGIN, end + 14.0), room, &hint);
}

/// What goes on with a question: for each what it is told from the others by, what it is called, and what it does.
fn steps(question: &Question) -> Vec<(&'static str, Message, QuizAction)> {
    let check = |name| vec![("check", name, QuizAction::Check)];
    match (&question.asked, question.shown) {
        (Asked::TooFew(_), _) => Vec::new(),
        (Asked::Cover(_), false) => check(message!("quiz-show-name")),
        (_, false) if question.answered => check(message!("quiz-check")),
        (_, false) => check(message!("quiz-show-answer")),
        (Asked::Cover(_), true) if question.right.is_none() => vec![
            ("knew", message!("quiz-knew"), QuizAction::Mark(true)),
            (
                "knew-not",
                message!("quiz-knew-not"),
                QuizAction::Mark(false),
            ),
        ],
        (_, true) => Vec::new(),
    }
}

/// What can be done with the question: at the left what goes on with it, at the right what leaves it.
fn foot(sheet: Sheet<'_>, ui: &Ui, question: &Question, actions: &mut Vec<Action>) {
    let lang = sheet.show.lang;
    let mut row = sheet.row();
    let steps = steps(question);
    let is_over = steps.is_empty();
    for (id, name, action) in steps {
        if row.button(ui, (id, &name.text(lang)), Look::Main).clicked() {
            actions.push(ask(action));
        }
    }
    if !matches!(question.asked, Asked::TooFew(_)) {
        let look = if is_over { Look::Main } else { Look::Plain };
        let name = say!(lang, "quiz-next");
        if row.button(ui, ("next", &name), look).clicked() {
            actions.push(next(ui, question.kind));
        }
    }
    let mut row = sheet.row_from_right();
    let name = say!(lang, "quiz-others");
    if row.button(ui, ("others", &name), Look::Quiet).clicked() {
        actions.push(ask(QuizAction::Others));
    }
}

/// Keys that go on and back in a lesson do so from a card and from the axis as well; `sideways` those of them that have
/// no other use there.
fn go(ui: &Ui, sideways: bool, actions: &mut Vec<Action>) {
    let pressed = |held, key| ui.input_mut(|input| input.consume_key(held, key));
    let back = pressed(Modifiers::SHIFT, Key::Space)
        | (sideways && pressed(Modifiers::NONE, Key::ArrowLeft));
    let on = pressed(Modifiers::NONE, Key::Enter)
        | pressed(Modifiers::NONE, Key::Space)
        | (sideways && pressed(Modifiers::NONE, Key::ArrowRight));
    if on || back {
        let way = if on {
            PresentAction::Next
        } else {
            PresentAction::Previous
        };
        actions.push(Action::Present(way));
    }
}

/// Which key takes up a card or the axis, where nothing has the keys yet: the first one for a key down, the last one for
/// a key up.
fn takes_up(ui: &Ui) -> Option<Key> {
    if ui.memory(|memory| memory.focused().is_some()) {
        return None;
    }
    let mut keys = [Key::ArrowDown, Key::ArrowUp].into_iter();
    let found = keys.find(|&key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)))?;
    // Else the same key would lead on to the next one at once.
    ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    Some(found)
}

/// Puts the scores on the clipboard, since somebody asked for it.
fn copy(quiz: &Quiz, lang: Lang, actions: &mut Vec<Action>) {
    actions.push(Action::Ask(Effect::Copy(quiz.report(lang))));
}

fn close(actions: &mut Vec<Action>) {
    actions.push(Action::Present(PresentAction::Board(Board::Quiz)));
}
