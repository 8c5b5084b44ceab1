//! The year of an event, pointed at on the axis.

use egui::{Align, Align2, EventFilter, Id, Key, Modifiers, Rect, Response, Sense, Ui, pos2, vec2};

use crate::document::Event;
use crate::messages::{Message, message, say};
use crate::scene::{Rgba, TextStyle};
use crate::state::{Action, Guessed, Question, QuizAction, off_in_words, years_in};
use crate::time::{Rank, TimeScale, TimeWindow, day_of_year_start, display_at, ticks, year_of};
use crate::ui::style::{color, font};

use super::sheet::{MARGIN, Sheet, Words};

/// Where the axis lies, and where what points at it begins, in units.
const AXIS: f32 = 418.0;
const FLAG: f32 = 302.0;
/// What of the sheet can be pointed at, in units.
const TOP: f32 = 286.0;
const BOTTOM: f32 = 462.0;
/// Half a year in days: a year that is chosen with the keys is pointed at in its middle.
const HALF: f64 = 182.0;

/// The axis of a question on its sheet.
#[derive(Clone, Copy)]
struct Axis<'a> {
    sheet: Sheet<'a>,
    event: &'a Event,
    guessed: &'a Guessed,
    /// In units of the sheet.
    scale: TimeScale,
}

/// Shows the question.
pub(super) fn ui(
    sheet: Sheet<'_>,
    ui: &Ui,
    question: &Question,
    guessed: &Guessed,
    actions: &mut Vec<Action>,
) {
    let Some(event) = sheet.show.workspace.timeline().events.get(guessed.event) else {
        return;
    };
    let lang = sheet.show.lang;
    sheet.kicker(ui, &say!(lang, "quiz-year"));
    let title = lang.choose(&event.title, event.title_ja.as_deref());
    let words = Words::new(sheet.show, "headline", TextStyle::semibold(36.0)).heading();
    // A name may say its year: `Tariff convention of 1866`.
    let covered = match question.shown {
        true => Vec::new(),
        false => years_in(title, guessed.truth),
    };
    let text = (title, covered.as_slice());
    let end = sheet.write_covered(ui, words.rows(2), (MARGIN, 56.0), sheet.room(), text);
    sheet.category(ui, end + 10.0, event.category);
    let below = end + 48.0;
    match guessed.off().zip(question.right) {
        Some((off, right)) => answer(sheet, ui, below, (guessed, off, right), event),
        None if question.shown => date(sheet, ui, (MARGIN, below), event),
        None => {
            let words = Words::new(sheet.show, "ask", TextStyle::sans(20.0)).rows(2);
            sheet.write(
                ui,
                words,
                (MARGIN, below),
                sheet.room(),
                &asks(event).text(lang),
            );
        }
    }
    let window = TimeWindow::fit(guessed.axis, 0.0);
    let axis = Axis {
        sheet,
        event,
        guessed,
        scale: TimeScale::new(window, MARGIN, sheet.room()),
    };
    axis.ui(ui, question, actions);
}

fn asks(event: &Event) -> Message {
    let when = &event.when;
    match (when.is_interval(), when.is_open_start()) {
        (true, true) => message!("quiz-year-ended"),
        (true, false) => message!("quiz-year-began"),
        (false, _) => message!("quiz-year-was"),
    }
}

fn answer(
    sheet: Sheet<'_>,
    ui: &Ui,
    y: f32,
    (guessed, off, right): (&Guessed, i64, bool),
    event: &Event,
) {
    let is_span = guessed.truth.0 != guessed.truth.1;
    let said = match off {
        0 if is_span => message!("quiz-right-time"),
        0 => message!("quiz-right-year"),
        _ if right => message!("quiz-near-enough", off = off_in_words(off)),
        _ => off_in_words(off),
    };
    let end = sheet.verdict(ui, y - 4.0, right, &said.text(sheet.show.lang));
    date(sheet, ui, (MARGIN + 40.0, end + 2.0), event);
}

fn date(sheet: Sheet<'_>, ui: &Ui, (x, y): (f32, f32), event: &Event) {
    let words = Words::new(sheet.show, "date", TextStyle::sans(21.0));
    let words = words.ink(sheet.show.theme.accent);
    let date = event.when.display(sheet.show.lang);
    let room = sheet.room() - (x - MARGIN);
    sheet.write(ui, words, (x, y), room, &date);
}

impl Axis<'_> {
    fn ui(self, ui: &Ui, question: &Question, actions: &mut Vec<Action>) {
        let sheet = self.sheet;
        let bottom = BOTTOM.min(sheet.foot());
        let rect = sheet.rect(0.0, TOP, sheet.width(), bottom - TOP);
        let sense = if question.shown {
            Sense::empty()
        } else {
            Sense::click_and_drag()
        };
        let response = ui.interact(rect, Id::unique("quiz-axis"), sense);
        let name = self.name();
        let enabled = !question.shown;
        let value = self
            .guessed
            .guess
            .map_or(f64::NAN, |day| year_of(day) as f64);
        response.widget_info(|| {
            let mut info = egui::WidgetInfo::labeled(egui::Role::Slider, enabled, &name);
            info.value = Some(value).filter(|value| value.is_finite());
            info
        });
        self.line(ui);
        if question.shown {
            // What can do nothing more must not keep the keys.
            response.surrender_focus();
            self.told(ui);
            return;
        }
        if super::takes_up(ui).is_some() {
            response.request_focus();
        }
        self.read(ui, &response, actions);
        let hovered = response.hover_pos().map(|at| self.day(at.x));
        if let Some(day) = hovered.filter(|_| self.guessed.guess.is_none()) {
            self.flag(ui, day, sheet.show.theme.muted);
        }
        // What the keys would move is what shows that they do.
        let moves = match self.guessed.guess {
            Some(day) => self.flag(ui, day, sheet.show.theme.ink),
            None => sheet.rect(MARGIN - 12.0, AXIS - 8.0, sheet.room() + 24.0, 44.0),
        };
        sheet.ring(ui, moves, &response);
    }

    fn name(self) -> String {
        let lang = self.sheet.show.lang;
        match self.guessed.guess {
            Some(day) => say!(lang, "quiz-guess", year = display_at(day, 0.0, lang)),
            None => say!(lang, "quiz-no-guess"),
        }
    }

    /// The day at a place of the screen.
    fn day(self, x: f32) -> f64 {
        let units = (x - self.sheet.area.left()) / self.sheet.u;
        let axis = self.guessed.axis;
        self.scale
            .day_from_x(units)
            .clamp(axis.start, (axis.end - 1.0).max(axis.start))
    }

    fn read(self, ui: &Ui, response: &Response, actions: &mut Vec<Action>) {
        let pointed = response.clicked() || response.dragged();
        if let Some(at) = response.interact_pointer_pos().filter(|_| pointed) {
            let day = self.day(at.x);
            if self.guessed.guess != Some(day) {
                actions.push(super::ask(QuizAction::Guess(day)));
            }
        }
        if response.clicked() {
            response.request_focus();
        }
        if !response.has_focus() {
            return;
        }
        let filter = EventFilter {
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        super::go(ui, false, actions);
        if let Some(end) = self.keyed_to_end(ui) {
            actions.push(super::ask(QuizAction::Guess(end)));
        }
        let years = self.keyed(ui);
        if years != 0 {
            let now = self
                .guessed
                .guess
                .unwrap_or_else(|| self.guessed.axis.mid());
            let year = year_of(now).saturating_add(years);
            actions.push(super::ask(QuizAction::Guess(
                day_of_year_start(year) + HALF,
            )));
        }
    }

    /// The end of the axis that Home or End asks for.
    fn keyed_to_end(self, ui: &Ui) -> Option<f64> {
        let ends = [
            (Key::Home, self.guessed.axis.start),
            (Key::End, self.guessed.axis.end),
        ];
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let end = ends.into_iter().find(|&(key, _)| pressed(key));
        end.map(|(_, day)| day)
    }

    /// By how many years the arrow keys have moved the guess: by ten with Shift.
    fn keyed(self, ui: &Ui) -> i64 {
        let keys = [
            (Modifiers::SHIFT, Key::ArrowLeft, -10),
            (Modifiers::SHIFT, Key::ArrowRight, 10),
            (Modifiers::NONE, Key::ArrowLeft, -1),
            (Modifiers::NONE, Key::ArrowRight, 1),
        ];
        let moved = keys.map(|(held, key, years)| {
            let times = ui.input_mut(|input| input.count_and_consume_key(held, key));
            years * i64::try_from(times).unwrap_or(0)
        });
        moved.into_iter().sum()
    }

    /// The axis itself, with its years.
    fn line(self, ui: &Ui) {
        let sheet = self.sheet;
        let theme = sheet.show.theme;
        let painter = sheet.painter(ui);
        let y = sheet.at(0.0, AXIS).y;
        painter.hline(sheet.area.x_range(), y, sheet.line(1.0, theme.axis));
        let style = TextStyle::sans(16.0);
        let measure = |text: &str| sheet.wide(text, style);
        for tick in ticks(&self.scale, sheet.show.lang, &measure) {
            let x = sheet.at(self.scale.x_from_day(tick.day), 0.0).x;
            let long = if tick.rank == Rank::Major { 10.0 } else { 5.0 };
            painter.vline(x, y..=y + long * sheet.u, sheet.line(1.0, theme.axis));
            if let Some(label) = tick.label {
                let at = pos2(x, y + 24.0 * sheet.u);
                let font = font(style.scaled(sheet.u));
                let ink = color(theme.muted);
                painter.text(at, Align2::CENTER_CENTER, label, font, ink);
            }
        }
    }

    /// A line at a day with its year on a flag; gives back where that is.
    fn flag(self, ui: &Ui, day: f64, ink: Rgba) -> Rect {
        let sheet = self.sheet;
        let theme = sheet.show.theme;
        let painter = sheet.painter(ui);
        let words = Words::new(sheet.show, "", TextStyle::semibold(22.0)).ink(theme.ground);
        let year = display_at(day, 0.0, sheet.show.lang);
        let galley = sheet.layout(ui, words, 400.0, Align::LEFT, &year);
        let spot = sheet.at(self.scale.x_from_day(day), FLAG);
        let foot = sheet.at(0.0, AXIS).y;
        painter.vline(spot.x, spot.y..=foot, sheet.line(2.0, ink));
        let size = galley.size() + vec2(24.0, 10.0) * sheet.u;
        let half = size.x / 2.0;
        let middle = spot.x.clamp(
            sheet.area.left() + half + 8.0 * sheet.u,
            (sheet.area.right() - half - 8.0 * sheet.u)
                .max(sheet.area.left() + half + 8.0 * sheet.u),
        );
        let flag = Rect::from_center_size(pos2(middle, spot.y), size);
        painter.rect_filled(flag, sheet.radius(8.0), color(ink));
        let at = flag.center() - galley.size() / 2.0;
        painter.galley(at, galley, color(theme.ground));
        flag
    }

    /// The guess, the truth, and how far they lie apart.
    fn told(self, ui: &Ui) {
        let sheet = self.sheet;
        let theme = sheet.show.theme;
        let x = |day: f64| sheet.at(self.scale.x_from_day(day), 0.0).x;
        let y = |units: f32| sheet.at(0.0, units).y;
        let painter = sheet.painter(ui);
        let truth = x(self.event.when.anchor());
        if let Some(guess) = self.guessed.guess {
            let between = x(guess).min(truth)..=x(guess).max(truth);
            let line = sheet.line(2.0, theme.muted);
            painter.hline(between, y(AXIS - 26.0), line);
            self.flag(ui, guess, theme.muted);
        }
        let line = sheet.line(2.0, theme.accent);
        painter.vline(truth, y(FLAG + 30.0)..=y(AXIS), line);
        let dot = pos2(truth, y(AXIS - 26.0));
        painter.circle_filled(dot, 9.0 * sheet.u, color(theme.accent));
        self.year_of_truth(ui, truth);
    }

    fn year_of_truth(self, ui: &Ui, truth: f32) {
        let sheet = self.sheet;
        let (first, last) = self.guessed.truth;
        let year = |year: i64| display_at(day_of_year_start(year), 0.0, sheet.show.lang);
        let said = match first == last {
            true => year(first),
            false => format!("{} – {}", year(first), year(last)),
        };
        let ink = color(sheet.show.theme.accent);
        let font = font(TextStyle::semibold(22.0).scaled(sheet.u));
        let by = 14.0 * sheet.u;
        let is_late = truth > sheet.area.center().x;
        let (at, align) = if is_late {
            (truth - by, Align2::RIGHT_CENTER)
        } else {
            (truth + by, Align2::LEFT_CENTER)
        };
        let y = sheet.at(0.0, FLAG + 44.0).y;
        let painter = sheet.painter(ui);
        painter.text(pos2(at, y), align, said, font, ink);
    }
}
