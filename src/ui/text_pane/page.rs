//! What is painted around the field: line numbers, marks, the lines of the selected event, the bars; and the colours of
//! the text in it.

use std::ops::Range;
use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, CornerRadius, FontId, Galley, Id, Rect, Sense, Ui, pos2, vec2};

use crate::document::{Document, Piece, Severity, pieces};
use crate::messages::{Message, message, say};
use crate::scene::Theme;

use super::super::Show;
use super::super::style::color;
use super::chunk::{byte_of, line_of};

/// Size of the letters in points.
const LETTERS: f32 = 13.0;
/// Height of a line in points, before it is rounded to whole pixels.
const LINE: f32 = 18.0;
/// Width of the bars in points.
const BAR: f32 = 10.0;
/// The least length of what is drawn along a bar.
const LEAST_THUMB: f32 = 28.0;
/// Free space between the line numbers and the text, and at the numbers' left, where the marks are.
const GAP: f32 = 12.0;

/// Where everything lies.
#[derive(Debug, Clone, Copy)]
pub(super) struct Page {
    pub(super) gutter: Rect,
    /// The text.
    pub(super) view: Rect,
    /// Height of a line.
    pub(super) line: f32,
    across: Rect,
    down: Rect,
}

impl Page {
    pub(super) fn new(ui: &Ui, area: Rect, lines: usize) -> Self {
        let digits = lines.max(100).to_string().len() as f32;
        let digit = ui
            .ctx()
            .fonts_mut(|fonts| fonts.glyph_width(&letters(), '0'));
        let left = (area.left() + digits * digit + 2.0 * GAP).min(area.right());
        let (right, bottom) = (area.right() - BAR, area.bottom() - BAR);
        let between = |min, max| Rect::from_min_max(min, max);
        let pixels = ui.ctx().pixels_per_point();
        Self {
            gutter: between(area.min, pos2(left, bottom)),
            view: between(pos2(left, area.top()), pos2(right.max(left), bottom)),
            line: (LINE * pixels).round() / pixels,
            across: between(pos2(left, bottom), pos2(right, area.bottom())),
            down: between(pos2(right, area.top()), pos2(area.right(), bottom)),
        }
    }

    /// How many lines there is room for.
    pub(super) fn lines(&self) -> f64 {
        f64::from(self.view.height().max(self.line) / self.line)
    }

    /// The lines in view, from 0, when this is the topmost.
    pub(super) fn in_view(&self, top: f64) -> Range<usize> {
        top.floor() as usize..(top + self.lines()).ceil() as usize
    }

    /// Where a line begins on the screen.
    pub(super) fn y(&self, line: usize, top: f64) -> f32 {
        self.view.top() + ((line as f64 - top) * f64::from(self.line)) as f32
    }
}

pub(super) fn letters() -> FontId {
    FontId::monospace(LETTERS)
}

/// The coloured text: made anew when the text or the colours are others.
#[derive(Default)]
pub(super) struct Coloured {
    job: LayoutJob,
    of: Option<(u64, usize, bool, u32)>,
}

impl Coloured {
    /// Lays out a text that begins at this byte of the document.
    pub(super) fn galley(
        &mut self,
        show: Show<'_>,
        ui: &Ui,
        page: &Page,
        (start, text): (usize, &str),
    ) -> Arc<Galley> {
        let dark = show.theme.is_dark();
        let of = Some((show.workspace.revision(), start, dark, page.line.to_bits()));
        if self.of != of || self.job.text != text {
            self.job = job(
                show.theme,
                show.workspace.document().lead(start),
                text,
                page,
            );
            self.of = of;
        }
        ui.ctx()
            .fonts_mut(|fonts| fonts.layout_job(self.job.clone()))
    }
}

fn job(theme: &Theme, lead: &str, text: &str, page: &Page) -> LayoutJob {
    let mut job = LayoutJob {
        keep_trailing_whitespace: true,
        ..LayoutJob::default()
    };
    job.wrap.max_width = f32::INFINITY;
    let mut put = |part: Option<&str>, ink: Color32| {
        let format = TextFormat {
            line_height: Some(page.line),
            ..TextFormat::simple(letters(), ink)
        };
        job.append(part.unwrap_or_default(), 0.0, format);
    };
    let whole = format!("{lead}{text}");
    let plain = color(theme.ink);
    let mut behind = lead.len();
    for (range, piece) in pieces(&whole, lead.len()..whole.len()) {
        if range.start > behind {
            put(whole.get(behind..range.start), plain);
        }
        behind = range.end;
        put(whole.get(range), ink(theme, piece));
    }
    // An empty text has the height of a line too.
    put(whole.get(behind..), plain);
    job
}

fn ink(theme: &Theme, piece: Piece) -> Color32 {
    color(match piece {
        Piece::Comment => theme.code_comment,
        Piece::Text => theme.code_text,
        Piece::Number => theme.code_number,
        Piece::Name => theme.code_name,
        Piece::Word => theme.code_word,
        Piece::Punctuation => theme.muted,
        Piece::Error => theme.error,
    })
}

/// Tints the lines of the selected event.
pub(super) fn selection(show: Show<'_>, ui: &Ui, page: &Page, top: f64) {
    let Some((_, event)) = show.workspace.selected() else {
        return;
    };
    let range = event.range.range();
    if range.is_empty() {
        return;
    }
    let document = show.workspace.document();
    let first = page.y(line_of(document, range.start), top);
    let last = line_of(document, range.end.saturating_sub(1));
    let end = page.y(last.saturating_add(1), top);
    let rows = egui::Rangef::new(first, end).intersection(page.view.y_range());
    if rows.span() <= 0.0 {
        return;
    }
    let whole = page.gutter.union(page.view);
    let tint = Rect::from_x_y_ranges(whole.x_range(), rows);
    ui.painter()
        .rect_filled(tint, CornerRadius::ZERO, color(show.theme.era));
    let edge = egui::Rangef::new(whole.left(), whole.left() + 3.0);
    let edge = Rect::from_x_y_ranges(edge, rows);
    ui.painter()
        .rect_filled(edge, CornerRadius::ZERO, color(show.theme.accent));
}

/// The numbers of the lines in view, `lines` in all, and marks where something is wrong.
pub(super) fn gutter(show: Show<'_>, ui: &Ui, page: &Page, top: f64, lines: usize) {
    let in_view = page.in_view(top);
    let marks = marks(show, &in_view);
    let painter = ui.painter_at(page.gutter);
    for line in in_view.start..in_view.end.min(lines) {
        let y = page.y(line, top) + page.line / 2.0;
        let mark = marks.iter().find(|mark| mark.line == line);
        let ink = color(mark.map_or(show.theme.muted, |mark| mark.ink(show.theme)));
        let at = pos2(page.gutter.right() - GAP, y);
        let number = line.saturating_add(1).to_string();
        painter.text(at, egui::Align2::RIGHT_CENTER, number, letters(), ink);
        if let Some(mark) = mark {
            let at = pos2(page.gutter.left() + GAP / 2.0 + 1.0, y);
            painter.circle_filled(at, 3.0, ink);
            tell(show, ui, page, mark, at);
        }
    }
}

/// Says what is wrong where the pointer rests on a mark.
fn tell(show: Show<'_>, ui: &Ui, page: &Page, mark: &Mark<'_>, at: egui::Pos2) {
    let rect = Rect::from_center_size(at, vec2(GAP, page.line)).intersect(page.gutter);
    let id = Id::unique(("text-mark", mark.line));
    let response = ui.interact(rect, id, Sense::hover());
    response.on_hover_text(mark.says.text(show.lang));
}

/// A line with something wrong.
struct Mark<'a> {
    line: usize,
    severity: Severity,
    says: &'a Message,
}

impl Mark<'_> {
    fn ink(&self, theme: &Theme) -> crate::scene::Rgba {
        match self.severity {
            Severity::Error => theme.error,
            Severity::Warning => theme.warning,
        }
    }
}

/// What is wrong in these lines, errors first.
fn marks<'a>(show: Show<'a>, lines: &Range<usize>) -> Vec<Mark<'a>> {
    let document = show.workspace.document();
    let bytes = byte_of(document, lines.start)..byte_of(document, lines.end);
    let is_last = bytes.end == document.text.len();
    let here = |at: usize| bytes.contains(&at) || is_last && at == bytes.end;
    let found = document.diagnostics.iter();
    let found = found.filter(|diagnostic| here(diagnostic.range.start));
    let mut marks: Vec<_> = found
        .map(|diagnostic| Mark {
            line: line_of(document, diagnostic.range.start),
            severity: diagnostic.severity,
            says: &diagnostic.message,
        })
        .collect();
    marks.sort_by_key(|mark| mark.severity != Severity::Error);
    marks
}

/// How far something is scrolled: how much there is, how much is in view, and the first of it in view.
#[derive(Debug, Clone, Copy)]
struct Scrolled {
    all: f64,
    shown: f64,
    first: f64,
}

/// The bars at the right and below. Gives back where they are dragged to: the line at the top and the points at the left.
pub(super) fn bars(
    show: Show<'_>,
    ui: &Ui,
    page: &Page,
    (top, lines): (f64, usize),
    (left, width): (f32, f32),
) -> (f64, f32) {
    let down = Scrolled {
        all: lines as f64 + 1.0,
        shown: page.lines(),
        first: top,
    };
    let across = Scrolled {
        all: f64::from(width),
        shown: f64::from(page.view.width()),
        first: f64::from(left),
    };
    let name = say!(show.lang, "text-scroll");
    let top = bar(show, ui, (page.down, true), &name, down);
    let left = bar(
        show,
        ui,
        (page.across, false),
        &say!(show.lang, "text-scroll-sideways"),
        across,
    );
    (top, left as f32)
}

fn bar(
    show: Show<'_>,
    ui: &Ui,
    (rect, is_down): (Rect, bool),
    name: &str,
    scrolled: Scrolled,
) -> f64 {
    let hidden = scrolled.all - scrolled.shown;
    if hidden <= 0.0 {
        return scrolled.first;
    }
    let along = |at: egui::Vec2| if is_down { at.y } else { at.x };
    let length = along(rect.size());
    let thumb = (f64::from(length) * scrolled.shown / scrolled.all) as f32;
    let thumb = thumb.max(LEAST_THUMB).min(length);
    let room = f64::from((length - thumb).max(1.0));
    let response = ui.interact(
        rect,
        Id::unique(("text-bar", is_down)),
        Sense::click_and_drag(),
    );
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ScrollBar, true, name));
    let mut first = scrolled.first;
    if let Some(pointer) = response.interact_pointer_pos() {
        let at = f64::from(along(pointer - rect.min) - thumb / 2.0) / room;
        first = at.clamp(0.0, 1.0) * hidden;
    }
    let from = (first / hidden * room) as f32;
    let (min, size) = if is_down {
        (vec2(2.0, from), vec2(BAR - 4.0, thumb))
    } else {
        (vec2(from, 2.0), vec2(thumb, BAR - 4.0))
    };
    let is_held = response.hovered() || response.dragged();
    let ink = if is_held {
        show.theme.muted
    } else {
        show.theme.axis
    };
    let thumb = Rect::from_min_size(rect.min + min, size);
    ui.painter()
        .rect_filled(thumb, CornerRadius::same(3), color(ink));
    first
}

/// Where the caret's column lies in the layout, in points.
pub(super) fn column(galley: &Galley, index: usize) -> f32 {
    galley
        .pos_from_cursor(egui::text::CCursor::new(index))
        .min
        .x
}

/// Whether the file's bytes are what is shown, so that it can be changed; else why it cannot.
pub(super) fn why_fixed(document: &Document) -> Option<Message> {
    (!document.faithful).then(|| message!("text-not-utf-8"))
}
