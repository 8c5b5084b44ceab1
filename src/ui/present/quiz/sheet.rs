//! The sheet that a question stands on: 540 units high on whatever is there, so that the wall and its small copy on the
//! teacher's screen are the same picture.

use std::ops::Range;
use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align, Color32, CornerRadius, Galley, Id, Painter, Pos2, Rect, Response, Role, Sense, Stroke,
    StrokeKind, Ui, Vec2, pos2, vec2,
};

use crate::messages::{Lang, say};
use crate::scene::{Rgba, SLIDE_HEIGHT, TextStyle};
use crate::state::Action;
use crate::ui::style::{color, font};
use crate::ui::{Show, widgets};

use super::signs;

/// Free units at the left and the right.
pub(super) const MARGIN: f32 = 48.0;
/// Height of a button, in units: on a wall of 720 points that is 50 of them.
const TARGET: f32 = 38.0;
/// What can be hit is at least so many points high and wide, however small the sheet is.
const FINGER: f32 = 44.0;
/// Where the line of buttons at the foot begins, in units.
pub(super) const FOOT: f32 = 480.0;
/// Half the size of the cross that closes, in units.
const CROSS: f32 = 7.0;
/// Free units beside the words of a button that has no frame.
const QUIET: f32 = 12.0;
/// Between two buttons, in units.
const APART: f32 = 10.0;

/// The sheet.
#[derive(Clone, Copy)]
pub(super) struct Sheet<'a> {
    pub(super) show: Show<'a>,
    pub(super) area: Rect,
    /// Points in a unit.
    pub(super) u: f32,
}

/// How a text is set.
#[derive(Clone, Copy)]
pub(super) struct Words {
    /// By what it is told from other texts of the sheet.
    salt: &'static str,
    /// Its size in units.
    pub(super) style: TextStyle,
    pub(super) ink: Rgba,
    pub(super) role: Role,
    /// Lines at most; what is longer is cut.
    pub(super) rows: usize,
}

impl Words {
    /// One line in the colour of text.
    pub(super) fn new(show: Show<'_>, salt: &'static str, style: TextStyle) -> Self {
        Self {
            salt,
            style,
            ink: show.theme.ink,
            role: Role::Label,
            rows: 1,
        }
    }

    pub(super) fn muted(self, show: Show<'_>) -> Self {
        self.ink(show.theme.muted)
    }

    pub(super) fn ink(self, ink: Rgba) -> Self {
        Self { ink, ..self }
    }

    pub(super) fn rows(self, rows: usize) -> Self {
        Self { rows, ..self }
    }

    pub(super) fn heading(self) -> Self {
        let role = Role::Heading;
        Self { role, ..self }
    }
}

/// What a button is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// What the sheet is there for.
    Main,
    /// What else can be done.
    Plain,
    /// What leads away.
    Quiet,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(show: Show<'a>, area: Rect) -> Self {
        let u = area.height() / SLIDE_HEIGHT;
        Self { show, area, u }
    }

    /// How many units it is wide.
    pub(super) fn width(self) -> f32 {
        self.area.width() / self.u.max(f32::EPSILON)
    }

    /// How many units there are between the margins.
    pub(super) fn room(self) -> f32 {
        (self.width() - 2.0 * MARGIN).max(1.0)
    }

    /// A place of the sheet on the screen.
    pub(super) fn at(self, x: f32, y: f32) -> Pos2 {
        self.area.min + vec2(x, y) * self.u
    }

    /// Where what can be hit at the foot begins, in units: on a small sheet above the line of buttons.
    pub(super) fn foot(self) -> f32 {
        FOOT.min(FOOT + (TARGET - FINGER / self.u) / 2.0)
    }

    /// A box of the sheet on the screen.
    pub(super) fn rect(self, x: f32, y: f32, width: f32, height: f32) -> Rect {
        Rect::from_min_size(self.at(x, y), vec2(width, height) * self.u)
    }

    pub(super) fn painter(self, ui: &Ui) -> Painter {
        ui.painter_at(self.area)
    }

    /// A corner's radius.
    pub(super) fn radius(self, units: f32) -> CornerRadius {
        CornerRadius::same((units * self.u).round().clamp(0.0, 255.0) as u8)
    }

    /// A line so many units thick, and never thinner than one can see.
    pub(super) fn line(self, units: f32, ink: Rgba) -> Stroke {
        Stroke::new((units * self.u).max(1.0), color(ink))
    }

    /// Width of a line of text in units.
    pub(super) fn wide(self, text: &str, style: TextStyle) -> f32 {
        self.show.fonts.width(text, style)
    }

    /// Lays a text out, `room` units wide.
    pub(super) fn layout(
        self,
        ui: &Ui,
        words: Words,
        room: f32,
        align: Align,
        text: &str,
    ) -> Arc<Galley> {
        self.layout_covered(ui, words, room, align, (text, &[]))
    }

    /// The same with bars over parts of the text; it takes the same room without them, so that nothing moves when they go.
    pub(super) fn layout_covered(
        self,
        ui: &Ui,
        words: Words,
        room: f32,
        align: Align,
        (text, covered): (&str, &[Range<usize>]),
    ) -> Arc<Galley> {
        let font = font(words.style.scaled(self.u));
        let plain = TextFormat::simple(font.clone(), color(words.ink));
        let bar = color(self.show.theme.line);
        let barred = TextFormat {
            background: bar,
            ..TextFormat::simple(font, bar)
        };
        let mut job = LayoutJob::default();
        for (part, is_covered) in parts(text, covered) {
            let format = if is_covered { &barred } else { &plain };
            job.append(part, 0.0, format.clone());
        }
        job.wrap = TextWrapping {
            max_width: room * self.u,
            max_rows: words.rows,
            // A single line is cut where it ends, not before its last word.
            break_anywhere: words.rows == 1,
            ..TextWrapping::default()
        };
        job.halign = align;
        job.break_on_newline = false;
        self.painter(ui).layout_job(job)
    }

    /// Writes a text and says it to screen readers; gives back where it ends, in units.
    pub(super) fn write(self, ui: &Ui, words: Words, at: (f32, f32), room: f32, text: &str) -> f32 {
        self.write_covered(ui, words, at, room, (text, &[]))
    }

    /// The same for a text with bars over parts of it.
    pub(super) fn write_covered(
        self,
        ui: &Ui,
        words: Words,
        (x, y): (f32, f32),
        room: f32,
        (text, covered): (&str, &[Range<usize>]),
    ) -> f32 {
        let end = self.paint_covered(ui, words, (x, y), room, (text, covered));
        let rect = self.rect(x, y, room, end - y);
        let said = said_covered(self.show.lang, text, covered);
        say(ui, words.salt, rect, words.role, &said);
        end
    }

    /// The same for a text that something else says.
    pub(super) fn paint(self, ui: &Ui, words: Words, at: (f32, f32), room: f32, text: &str) -> f32 {
        self.paint_covered(ui, words, at, room, (text, &[]))
    }

    fn paint_covered(
        self,
        ui: &Ui,
        words: Words,
        (x, y): (f32, f32),
        room: f32,
        text: (&str, &[Range<usize>]),
    ) -> f32 {
        let galley = self.layout_covered(ui, words, room, Align::LEFT, text);
        let end = y + galley.size().y / self.u;
        self.painter(ui)
            .galley(self.at(x, y), galley, color(words.ink));
        end
    }

    /// The small line over everything: which sort of question it is.
    pub(super) fn kicker(self, ui: &Ui, text: &str) {
        let words = Words::new(self.show, "kicker", TextStyle::sans(18.0));
        let room = self.room() - 250.0;
        let ink = self.show.theme.accent;
        self.write(ui, words.ink(ink), (MARGIN, 28.0), room, text);
    }

    /// What is asked, in large type; gives back where it ends.
    pub(super) fn headline(self, ui: &Ui, text: &str) -> f32 {
        let words = Words::new(self.show, "headline", TextStyle::semibold(28.0));
        self.write(
            ui,
            words.heading().rows(2),
            (MARGIN, 54.0),
            self.room(),
            text,
        )
    }

    /// A line at the top right, beside the way out.
    pub(super) fn score(self, ui: &Ui, text: &str) {
        let words = Words::new(self.show, "score", TextStyle::sans(16.0)).muted(self.show);
        let x = self.width() - MARGIN - 40.0 - self.wide(text, words.style);
        self.write(ui, words, (x, 29.5), 250.0, text);
    }

    /// The way out, at the top right.
    pub(super) fn close(self, ui: &Ui, actions: &mut Vec<Action>) {
        // Its lines end where everything else does.
        let left = self.width() - MARGIN - TARGET / 2.0 - CROSS;
        let rect = self.rect(left, 21.0, TARGET, TARGET);
        let response = self.press(ui, rect, ("close", &say!(self.show.lang, "quiz-close")));
        let lit = response.hovered() || response.has_focus();
        if lit {
            let fill = color(self.show.theme.era);
            self.painter(ui).rect_filled(rect, self.radius(8.0), fill);
        }
        let theme = self.show.theme;
        let stroke = self.line(1.8, if lit { theme.ink } else { theme.muted });
        signs::cross(&self.painter(ui), rect.center(), CROSS * self.u, stroke);
        self.ring(ui, rect, &response);
        if response.clicked() {
            super::close(actions);
        }
    }

    /// What can be pressed, by what it is told from others and what it is called; a finger may miss a small one by a
    /// little.
    pub(super) fn press(self, ui: &Ui, rect: Rect, (id, name): (&'static str, &str)) -> Response {
        let lacking = (vec2(FINGER, FINGER) - rect.size()).max(Vec2::ZERO);
        let hit = rect.expand2(lacking / 2.0);
        let response = ui.interact(hit, Id::unique(("quiz", id)), Sense::click());
        response.widget_info(|| egui::WidgetInfo::labeled(Role::Button, true, name));
        response.on_hover_cursor(egui::CursorIcon::PointingHand)
    }

    /// Shows where the keys go.
    pub(super) fn ring(self, ui: &Ui, rect: Rect, response: &Response) {
        if response.has_focus() {
            let stroke = self.line(2.0, self.show.theme.accent);
            let radius = self.radius(9.0);
            self.painter(ui)
                .rect_stroke(rect, radius, stroke, StrokeKind::Outside);
        }
    }

    /// The category of an event with its mark.
    pub(super) fn category(self, ui: &Ui, y: f32, category: usize) {
        let show = self.show;
        widgets::paint_mark(
            show,
            ui,
            category,
            self.at(MARGIN + 7.0, y + 11.0),
            6.5 * self.u,
        );
        let Some(known) = widgets::category(show, category) else {
            return;
        };
        let name = show.lang.choose(&known.name, known.name_ja.as_deref());
        let words = Words::new(show, "category", TextStyle::sans(16.0)).muted(show);
        self.write(ui, words, (MARGIN + 22.0, y), self.room() - 22.0, name);
    }

    /// Whether the class was right: a sign and words; gives back where they end.
    pub(super) fn verdict(self, ui: &Ui, y: f32, right: bool, text: &str) -> f32 {
        let center = self.at(MARGIN + 13.0, y + 18.0);
        signs::verdict(self, &self.painter(ui), center, 13.0, right);
        let theme = self.show.theme;
        let ink = if right { theme.added } else { theme.error };
        let words = Words::new(self.show, "verdict", TextStyle::semibold(26.0)).ink(ink);
        let room = self.room() - 40.0;
        self.write(ui, words.rows(2), (MARGIN + 40.0, y), room, text)
    }

    /// The line of buttons, filled from the left.
    pub(super) fn row(self) -> Row<'a> {
        Row {
            sheet: self,
            x: MARGIN,
            from_right: false,
        }
    }

    /// The same, filled from the right with buttons without a frame, whose words end at the margin.
    pub(super) fn row_from_right(self) -> Row<'a> {
        Row {
            sheet: self,
            x: self.width() - MARGIN + QUIET,
            from_right: true,
        }
    }
}

/// A line of buttons at the foot.
pub(super) struct Row<'a> {
    sheet: Sheet<'a>,
    /// Where the next one begins or ends, in units.
    x: f32,
    from_right: bool,
}

impl Row<'_> {
    /// The next button, by what it is told from others and what it is called.
    pub(super) fn button(
        &mut self,
        ui: &Ui,
        (id, name): (&'static str, &str),
        look: Look,
    ) -> Response {
        let sheet = self.sheet;
        let style = match look {
            Look::Main => TextStyle::semibold(16.0),
            Look::Plain | Look::Quiet => TextStyle::sans(16.0),
        };
        let pad = if look == Look::Quiet { QUIET } else { 20.0 };
        let width = sheet.wide(name, style) + 2.0 * pad;
        let left = if self.from_right {
            self.x - width
        } else {
            self.x
        };
        self.x = if self.from_right {
            left - APART
        } else {
            left + width + APART
        };
        let rect = sheet.rect(left, FOOT, width, TARGET);
        let response = sheet.press(ui, rect, (id, name));
        paint_button(sheet, ui, (rect, &response), look);
        let ink = color(ink(sheet.show, look));
        let at = rect.center();
        let style = font(style.scaled(sheet.u));
        sheet
            .painter(ui)
            .text(at, egui::Align2::CENTER_CENTER, name, style, ink);
        response
    }

    /// Where the next button would be, in units.
    pub(super) fn x(&self) -> f32 {
        self.x
    }
}

fn ink(show: Show<'_>, look: Look) -> Rgba {
    match look {
        Look::Main => show.theme.ground,
        Look::Plain => show.theme.ink,
        Look::Quiet => show.theme.muted,
    }
}

fn paint_button(sheet: Sheet<'_>, ui: &Ui, (rect, response): (Rect, &Response), look: Look) {
    let theme = sheet.show.theme;
    let lit = response.hovered();
    let (fill, edge) = match look {
        Look::Main => (theme.ink, None),
        Look::Plain if lit => (theme.era, Some(theme.axis)),
        Look::Plain => (theme.surface, Some(theme.axis)),
        Look::Quiet if lit => (theme.era, None),
        Look::Quiet => (theme.ground, None),
    };
    let fill = if look == Look::Main && lit {
        fill.mixed(theme.ground, 0.15)
    } else {
        fill
    };
    let stroke = edge.map_or(Stroke::NONE, |edge| sheet.line(1.0, edge));
    let radius = sheet.radius(8.0);
    sheet
        .painter(ui)
        .rect(rect, radius, color(fill), stroke, StrokeKind::Inside);
    sheet.ring(ui, rect, response);
}

/// A text in pieces, each with whether it is covered.
fn parts<'t>(text: &'t str, covered: &[Range<usize>]) -> Vec<(&'t str, bool)> {
    let mut parts = Vec::new();
    let mut from = 0;
    for range in covered {
        parts.push((text.get(from..range.start), false));
        parts.push((text.get(range.clone()), true));
        from = range.end;
    }
    parts.push((text.get(from..), false));
    let known = parts.into_iter();
    known
        .filter_map(|(part, is_covered)| Some((part?, is_covered)))
        .collect()
}

/// The same as it is said: a bar is `blank`.
pub(super) fn said_covered(lang: Lang, text: &str, covered: &[Range<usize>]) -> String {
    let blank = say!(lang, "quiz-blank");
    let parts = parts(text, covered).into_iter();
    parts
        .map(|(part, is_covered)| if is_covered { &blank } else { part })
        .collect()
}

/// Says a text to screen readers.
pub(super) fn say(ui: &Ui, salt: &'static str, rect: Rect, role: Role, text: &str) {
    let response = ui.interact(rect, Id::unique(("quiz-text", salt)), Sense::empty());
    response.widget_info(|| egui::WidgetInfo::labeled(role, true, text));
}

/// A box with a thin line around it.
pub(super) fn card(sheet: Sheet<'_>, painter: &Painter, rect: Rect, fill: Color32, edge: Stroke) {
    painter.rect(rect, sheet.radius(10.0), fill, edge, StrokeKind::Inside);
}

/// The middle of the left side of a box, so many units inside.
pub(super) fn inside(sheet: Sheet<'_>, rect: Rect, units: f32) -> Pos2 {
    pos2(rect.left() + units * sheet.u, rect.center().y)
}
