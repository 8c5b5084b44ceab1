//! What the class sees.

use egui::{CursorIcon, Rect, Ui};

use crate::state::{Action, Board, Cover, Presentation, Stage};
use crate::ui::Show;
use crate::ui::style::color;

use super::picture::{self, Wanted};
use super::touch::Hangs;
use super::{Memory, boards, ink, mirror, notes, quiz, touch};

/// Seconds after which a mouse that lies still is hidden.
const STILL: f32 = 2.5;
/// Seconds in which the words of a step come.
const COME: f64 = 0.35;

/// Shows it in the whole of a window.
pub(super) fn ui(show: Show<'_>, ui: &mut Ui, memory: &mut Memory, actions: &mut Vec<Action>) {
    let Some(lesson) = show.workspace.presentation() else {
        return;
    };
    let area = ui.max_rect();
    ui.painter()
        .rect_filled(area, 0.0, color(show.theme.ground));
    let alone = show.workspace.stage() == Stage::One;
    if let Some(cover) = lesson.cover {
        blank(show, ui, area, cover);
        touch::cover(show, ui, lesson, (area, cover), actions);
    } else if lesson.board == Some(Board::Quiz) {
        quiz::ui(show, ui, area, actions);
    } else if lesson.exploring && lesson.frozen.is_none() {
        mirror::ui(show, ui, area, &mut memory.mirror);
    } else {
        step(show, ui, (lesson, area), memory, actions);
    }
    if alone || lesson.board == Some(Board::Menu) {
        boards::ui(show, ui, area, &mut memory.boards, actions);
    }
    if alone && lesson.notes && lesson.cover.is_none() {
        let slide = show.workspace.slide(lesson.place);
        notes::peek(show, ui, (&slide, area), actions);
    }
    hide_still_mouse(ui);
}

/// Nothing but one colour.
fn blank(show: Show<'_>, ui: &Ui, area: Rect, cover: Cover) {
    let fill = match cover {
        Cover::Black => show.theme.black,
        Cover::White => show.theme.white,
    };
    ui.painter().rect_filled(area, 0.0, color(fill));
}

fn step(
    show: Show<'_>,
    ui: &mut Ui,
    (lesson, area): (&Presentation, Rect),
    memory: &mut Memory,
    actions: &mut Vec<Action>,
) {
    let slide = show.workspace.slide_on_projector();
    let wanted = Wanted {
        opacity: memory.coming.share(ui, lesson, COME),
        ..Wanted::on_projector(show, lesson, &slide)
    };
    let drawn = picture::draw(show, ui, area, wanted, &mut memory.names);
    picture::say(show, ui, &drawn);
    touch::read(
        show,
        ui,
        lesson,
        drawn.surface(Hangs::Before),
        &mut memory.touch,
        actions,
    );
    ink::draw(show, ui, lesson, area);
}

/// Nobody needs to see a mouse that does nothing.
fn hide_still_mouse(ui: &Ui) {
    let still = ui.input(|input| input.pointer.time_since_last_movement());
    if still > STILL {
        ui.ctx().set_cursor_icon(CursorIcon::None);
    }
}
