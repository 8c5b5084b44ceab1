//! Signs drawn with lines, since the fonts lack them.

use egui::{Painter, Pos2, Rect, Stroke, pos2, vec2};

use crate::state::QuizKind;
use crate::ui::style::color;

use super::sheet::Sheet;

/// Two lines that cross, so far out from the middle.
pub(super) fn cross(painter: &Painter, center: Pos2, far: f32, stroke: Stroke) {
    for way in [vec2(far, far), vec2(far, -far)] {
        painter.line_segment([center - way, center + way], stroke);
    }
}

fn tick(painter: &Painter, center: Pos2, far: f32, stroke: Stroke) {
    let points = [
        center + vec2(-far, 0.1 * far),
        center + vec2(-0.25 * far, 0.8 * far),
        center + vec2(far, -0.75 * far),
    ];
    painter.line(points.to_vec(), stroke);
}

/// A tick on a full disc, or a cross in an empty ring: told apart without colour, and from afar.
pub(super) fn verdict(sheet: Sheet<'_>, painter: &Painter, center: Pos2, radius: f32, right: bool) {
    let theme = sheet.show.theme;
    let far = radius * 0.45 * sheet.u;
    let around = radius * sheet.u;
    if right {
        painter.circle_filled(center, around, color(theme.added));
        tick(
            painter,
            center,
            far,
            sheet.line(radius * 0.17, theme.ground),
        );
    } else {
        let stroke = sheet.line(radius * 0.15, theme.error);
        painter.circle_stroke(center, around - stroke.width / 2.0, stroke);
        cross(painter, center, far * 0.8, stroke);
    }
}

/// Six dots: this can be dragged.
pub(super) fn grip(sheet: Sheet<'_>, painter: &Painter, center: Pos2) {
    let ink = color(sheet.show.theme.muted);
    for (column, row) in [(-1, -1), (-1, 0), (-1, 1), (1, -1), (1, 0), (1, 1)] {
        let by = vec2(3.5 * column as f32, 7.0 * row as f32) * sheet.u;
        painter.circle_filled(center + by, 1.7 * sheet.u, ink);
    }
}

/// What a sort of question looks like, as large as a box.
pub(super) fn of_kind(sheet: Sheet<'_>, painter: &Painter, rect: Rect, kind: QuizKind) {
    match kind {
        QuizKind::Order => stairs(sheet, painter, rect),
        QuizKind::Year => axis(sheet, painter, rect),
        QuizKind::Cover => covered(sheet, painter, rect),
    }
}

/// Three bars, each later than the one above.
fn stairs(sheet: Sheet<'_>, painter: &Painter, rect: Rect) {
    let theme = sheet.show.theme;
    let (wide, high) = (rect.width() * 0.5, rect.height() * 0.22);
    for (step, ink) in [theme.accent, theme.axis, theme.axis]
        .into_iter()
        .enumerate()
    {
        let step = step as f32;
        let at = rect.min + vec2(step * rect.width() * 0.25, step * rect.height() * 0.38);
        let bar = Rect::from_min_size(at, vec2(wide, high));
        painter.rect_filled(bar, sheet.radius(4.0), color(ink));
    }
}

/// An axis that is pointed at.
fn axis(sheet: Sheet<'_>, painter: &Painter, rect: Rect) {
    let theme = sheet.show.theme;
    let base = rect.bottom() - rect.height() * 0.2;
    let stroke = sheet.line(2.0, theme.axis);
    painter.hline(rect.x_range(), base, stroke);
    for tick in 0..=4 {
        let x = rect.left() + rect.width() * tick as f32 / 4.0;
        painter.vline(x, base..=base + 6.0 * sheet.u, stroke);
    }
    let at = rect.left() + rect.width() * 0.62;
    painter.vline(at, rect.top()..=base, sheet.line(2.0, theme.accent));
    let spot = pos2(at, rect.top() + 7.0 * sheet.u);
    painter.circle_filled(spot, 7.0 * sheet.u, color(theme.accent));
}

/// A mark whose name is covered.
fn covered(sheet: Sheet<'_>, painter: &Painter, rect: Rect) {
    let theme = sheet.show.theme;
    let middle = rect.center().y;
    let mark = pos2(rect.left() + 9.0 * sheet.u, middle);
    painter.circle_filled(mark, 9.0 * sheet.u, color(theme.accent));
    let half = rect.height() * 0.2;
    let name = Rect::from_min_max(
        pos2(rect.left() + 28.0 * sheet.u, middle - half),
        pos2(rect.right(), middle + half),
    );
    painter.rect_filled(name, sheet.radius(4.0), color(theme.axis));
}
