//! The small sign of what a step shows.

use egui::{Align2, Painter, Pos2, Stroke, Ui, vec2};

use crate::document::{Shows, Step};
use crate::messages::{Message, message};
use crate::scene::Rgba;
use crate::ui::style::{color, semibold};
use crate::ui::{Show, widgets};

/// Paints the sign around a point.
pub(super) fn paint(show: Show<'_>, ui: &Ui, at: Pos2, step: &Step) {
    let timeline = show.workspace.timeline();
    let event = step.event.and_then(|event| timeline.events.get(event));
    let painter = ui.painter();
    match (step.shows(), event) {
        (Shows::Series, _) if step.series.is_some() => series(painter, at, show.theme.series),
        (Shows::Excerpt, Some(event)) => {
            let tint = color(widgets::category_color(show, event.category));
            // The mark of a quotation hangs from the top of its line.
            let at = at + vec2(0.0, 6.0);
            painter.text(at, Align2::CENTER_CENTER, "“", semibold(24.0), tint);
        }
        (Shows::Links, Some(event)) => {
            links(show, ui, at, event.category);
        }
        (Shows::Window, _) => window(painter, at, show.theme.muted),
        (_, Some(event)) => widgets::paint_mark(show, ui, event.category, at, 4.6),
        (_, None) if step.missing.is_empty() => window(painter, at, show.theme.muted),
        (_, None) => gone(painter, at, show.theme.error),
    }
}

/// What a sign says, for those who do not see it; nothing for an event, which goes without saying.
pub(super) fn said(step: &Step) -> Option<Message> {
    match step.shows() {
        Shows::Event => None,
        Shows::Window => Some(message!("stories-sign-window")),
        Shows::Links => Some(message!("stories-sign-links")),
        Shows::Series => Some(message!("stories-sign-series")),
        Shows::Excerpt => Some(message!("stories-sign-excerpt")),
    }
}

/// A stretch between two ends.
fn window(painter: &Painter, at: Pos2, tint: Rgba) {
    let stroke = Stroke::new(1.4, color(tint));
    let side = vec2(6.0, 0.0);
    painter.line_segment([at - side, at + side], stroke);
    for end in [at - side, at + side] {
        painter.line_segment([end - vec2(0.0, 4.0), end + vec2(0.0, 4.0)], stroke);
    }
}

/// A line that rises and falls.
fn series(painter: &Painter, at: Pos2, tint: Rgba) {
    let points = [(-6.5, 3.0), (-2.5, -1.5), (1.0, 2.0), (6.5, -4.0)];
    let points = points.map(|(x, y)| at + vec2(x, y));
    painter.line(points.to_vec(), Stroke::new(1.5, color(tint)));
}

/// A mark, and an arc from it to another.
fn links(show: Show<'_>, ui: &Ui, at: Pos2, category: usize) {
    let tint = color(widgets::category_color(show, category));
    let arc = (0_u8..=8).map(|step| {
        let share = f32::from(step) / 8.0;
        let bow = (1.0 - (share * 2.0 - 1.0).powi(2)) * 5.5;
        at + vec2(share * 8.0 - 4.0, 0.5 - bow)
    });
    let painter = ui.painter();
    painter.line(arc.collect(), Stroke::new(1.2, tint));
    painter.circle_filled(at + vec2(4.5, 2.5), 2.0, tint);
    widgets::paint_mark(show, ui, category, at + vec2(-4.0, 2.5), 3.2);
}

fn gone(painter: &Painter, at: Pos2, tint: Rgba) {
    let stroke = Stroke::new(1.6, color(tint));
    for side in [vec2(4.0, 4.0), vec2(4.0, -4.0)] {
        painter.line_segment([at - side, at + side], stroke);
    }
}
