//! An event whose name is covered.

use egui::{Align, Ui};

use crate::document::Event;
use crate::messages::say;
use crate::scene::TextStyle;
use crate::state::{Question, name_in};
use crate::time::Lang;
use crate::ui::style::color;

use super::sheet::{self, FOOT, MARGIN, Sheet, Words};

/// Where the name stands, and how high its cover is, in units.
const TOP: f32 = 62.0;
const COVER: f32 = 76.0;
/// Where the verdict stands, in units.
const VERDICT: f32 = 428.0;

/// Shows the question.
pub(super) fn ui(sheet: Sheet<'_>, ui: &Ui, question: &Question, event: usize) {
    let Some(event) = sheet.show.workspace.timeline().events.get(event) else {
        return;
    };
    sheet.kicker(ui, &event.when.display(sheet.show.lang));
    let end = if question.shown {
        name(sheet, ui, event)
    } else {
        covered(sheet, ui)
    };
    sheet.category(ui, end + 16.0, event.category);
    let words = Words::new(sheet.show, "summary", TextStyle::sans(21.0));
    let top = end + 54.0;
    let bottom = if question.right.is_some() {
        VERDICT
    } else {
        FOOT
    };
    // A line is a third higher than its letters.
    let rows = ((bottom - 10.0 - top) / 30.0).floor().max(1.0) as usize;
    let room = sheet.room().min(760.0);
    // The name must not stand in what is said of it.
    let covered = match question.shown {
        true => Vec::new(),
        false => name_in(sheet.show.workspace.timeline(), event, &event.summary),
    };
    let text = (&*event.summary, covered.as_slice());
    sheet.write_covered(ui, words.rows(rows), (MARGIN, top), room, text);
    if let Some(right) = question.right {
        let lang = sheet.show.lang;
        let said = if right {
            say!(lang, "quiz-known")
        } else {
            say!(lang, "quiz-not-known")
        };
        sheet.verdict(ui, VERDICT, right, &said);
    }
}

/// The name in the language of the window, and in the other one where there is one.
fn name(sheet: Sheet<'_>, ui: &Ui, event: &Event) -> f32 {
    let show = sheet.show;
    let japanese = event.title_ja.as_deref();
    let title = show.lang.choose(&event.title, japanese);
    let words = Words::new(show, "name", TextStyle::semibold(38.0)).heading();
    let end = sheet.write(ui, words.rows(2), (MARGIN, TOP), sheet.room(), title);
    let other = match show.lang {
        Lang::En => japanese,
        Lang::Ja => japanese.map(|_| &*event.title),
    };
    match other {
        Some(other) => {
            let words = Words::new(show, "other-name", TextStyle::sans(20.0)).muted(show);
            sheet.write(ui, words, (MARGIN, end + 2.0), sheet.room(), other)
        }
        None => end,
    }
}

/// A cover that asks.
fn covered(sheet: Sheet<'_>, ui: &Ui) -> f32 {
    let theme = sheet.show.theme;
    let painter = sheet.painter(ui);
    let width = sheet.room().min(560.0);
    let rect = sheet.rect(MARGIN, TOP, width, COVER);
    painter.rect_filled(rect, sheet.radius(10.0), color(theme.line));
    let words = Words::new(sheet.show, "name", TextStyle::semibold(34.0));
    let said = say!(sheet.show.lang, "quiz-what-happened");
    let galley = sheet.layout(ui, words, width - 40.0, Align::LEFT, &said);
    let at = sheet::inside(sheet, rect, 22.0) - egui::vec2(0.0, galley.size().y / 2.0);
    painter.galley(at, galley, color(theme.ink));
    sheet::say(ui, "name", rect, egui::Role::Heading, &said);
    TOP + COVER
}
