//! The notes of the step: on the teacher's screen, or, where there is only one, over the picture while asked for.

use egui::{Align2, CornerRadius, Frame, Margin, Rect, RichText, ScrollArea, Stroke, Ui, vec2};

use crate::messages::say;
use crate::state::{Action, Slide};
use crate::ui::style::{color, sans};
use crate::ui::{Show, markdown};

/// What the notes take of the height where everybody looks at one screen.
const SHARE: f32 = 0.34;

/// The notes of a step, at the size that the teacher likes.
pub(super) fn of_step(show: Show<'_>, ui: &mut Ui, slide: &Slide, actions: &mut Vec<Action>) {
    let size = show.workspace.settings().notes_size.points();
    let note = slide.note.as_deref();
    let Some(note) = note.filter(|note| !note.trim().is_empty()) else {
        let ink = color(show.theme.muted);
        ui.label(
            RichText::new(say!(show.lang, "lesson-no-notes"))
                .font(sans(size.min(16.0)))
                .color(ink),
        );
        return;
    };
    markdown::notes(show, ui, note, size, actions);
}

/// A peek at them over the lower part of the picture.
pub(super) fn peek(
    show: Show<'_>,
    ui: &Ui,
    (slide, area): (&Slide, Rect),
    actions: &mut Vec<Action>,
) {
    let height = area.height() * SHARE;
    let window = egui::Area::new(egui::Id::unique("notes"))
        .order(egui::Order::Foreground)
        .pivot(Align2::CENTER_BOTTOM)
        .fixed_pos(area.center_bottom() - vec2(0.0, 16.0));
    window.show(ui.ctx(), |ui| {
        Frame::new()
            .fill(color(show.theme.surface))
            .stroke(Stroke::new(1.0, color(show.theme.axis)))
            .corner_radius(CornerRadius::same(10))
            .inner_margin(Margin::symmetric(24, 16))
            .show(ui, |ui| {
                ui.set_width(area.width() * 0.8);
                ui.set_height(height - 48.0);
                ScrollArea::vertical()
                    .auto_shrink(false)
                    .show(ui, |ui| of_step(show, ui, slide, actions));
            });
    });
}
