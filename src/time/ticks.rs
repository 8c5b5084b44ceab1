//! The ticks of the time axis.
//!
//! Duty: choose a step whose labels fit, and word them. Invariants: O(visible), a few hundred ticks at most on any
//! scale; no two labels overlap, centred on their ticks or beginning at them; the first label in view carries its
//! year. The step depends on the scale's density alone, not on where it starts, so that panning does not change it.

use super::civil::{Civil, year_of};
use super::step::{Boundary, STEPS, Step};
use super::{Lang, TimeScale, TimeWindow, english, japanese};

/// Free points between two labels.
const LABEL_GAP: f64 = 24.0;
/// Free points after the first label, whose context makes it longer than the rest: with the full gap, that one label
/// would thin out all the others.
const CONTEXT_GAP: f64 = 12.0;
/// Minor ticks stay at least this far apart, in points.
const MINOR_GAP: f64 = 8.0;
/// More labelled ticks than this help nobody, however wide the screen.
const MAX_MAJOR: f64 = 120.0;
/// The same for the ticks between.
const MAX_MINOR: f64 = 360.0;

/// How a tick is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rank {
    /// A tick that carries a label, where there is room.
    Major,
    /// A tick between, without a label.
    Minor,
}

/// A mark on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where it lies, in days since 1970-01-01.
    pub day: f64,
    /// How it is drawn.
    pub rank: Rank,
    /// Its words; `None` for minor ticks and where there is no room.
    pub label: Option<String>,
}

/// The ticks in view, in the order of time. `measure` gives a label's width in points.
///
/// Picks the finest step whose labels fit, with 24 points between them and at least 12 after the first, which carries
/// the full context. A label says the coarsest boundary it sits on: "1971", "Aug", "15 Aug", "06:00".
pub fn ticks(scale: &TimeScale, lang: Lang, measure: &dyn Fn(&str) -> f32) -> Vec<Tick> {
    let window = TimeWindow::new(scale.window.start, scale.window.days);
    let width = f64::from(scale.width);
    if !(width.is_finite() && width > 0.0) {
        return Vec::new();
    }
    let axis = Axis::new(window, width / window.days, lang, measure);
    let step = axis.step();
    let mut ticks: Vec<Tick> = axis
        .boundaries(step)
        .map(|day| Tick {
            day,
            rank: Rank::Major,
            label: None,
        })
        .collect();
    axis.label(&mut ticks, step);
    if let Some(minor) = axis.minor(step) {
        let major: Vec<f64> = ticks.iter().map(|tick| tick.day).collect();
        let between = axis
            .boundaries(minor)
            .filter(|day| major.binary_search_by(|at| at.total_cmp(day)).is_err());
        ticks.extend(between.map(|day| Tick {
            day,
            rank: Rank::Minor,
            label: None,
        }));
        ticks.sort_by(|a, b| a.day.total_cmp(&b.day));
    }
    ticks
}

/// A label that stands, and the free points it wants after it.
#[derive(Clone, Copy)]
struct Labelled {
    x: f64,
    width: f64,
    gap: f64,
}

/// What the choice of ticks depends on.
struct Axis<'a> {
    window: TimeWindow,
    points_per_day: f64,
    lang: Lang,
    measure: &'a dyn Fn(&str) -> f32,
    widest_month: u8,
}

impl<'a> Axis<'a> {
    fn new(
        window: TimeWindow,
        points_per_day: f64,
        lang: Lang,
        measure: &'a dyn Fn(&str) -> f32,
    ) -> Self {
        let widest_month = match lang {
            Lang::En => {
                let widths = (1..=12).map(|month| (month, measure(&english::short_month(month))));
                widths
                    .max_by(|(_, a), (_, b)| a.total_cmp(b))
                    .map_or(12, |(month, _)| month)
            }
            Lang::Ja => 12,
        };
        Self {
            window,
            points_per_day,
            lang,
            measure,
            widest_month,
        }
    }

    /// The finest step whose labels fit; when the window may fall between two of its boundaries, the coarsest of the
    /// finer ones that always has one in view.
    fn step(&self) -> Step {
        let fitting = STEPS.iter().position(|step| {
            let room = step.shortest() * self.points_per_day;
            // Measuring text is dear, so it comes last.
            room >= LABEL_GAP
                && self.window.days <= MAX_MAJOR * step.shortest()
                && self.room_wanted(*step) <= room
        });
        let candidates = STEPS
            .get(..=fitting.unwrap_or(STEPS.len() - 1))
            .unwrap_or(&STEPS);
        let in_view = candidates
            .iter()
            .rev()
            .find(|step| step.longest() <= self.window.days);
        in_view.copied().unwrap_or(Step::Minutes(15))
    }

    /// A label stands at every so many boundaries of a step: at each, if it fits.
    fn stride(&self, step: Step) -> i64 {
        let stride = (self.room_wanted(step) / (step.shortest() * self.points_per_day)).ceil();
        // On an axis too narrow for two labels, the first boundary in view has to do.
        if stride * step.longest() <= self.window.days {
            (stride as i64).max(1)
        } else {
            1
        }
    }

    fn minor(&self, major: Step) -> Option<Step> {
        major.minor().filter(|minor| {
            minor.shortest() * self.points_per_day >= MINOR_GAP
                && self.window.days <= MAX_MINOR * minor.shortest()
        })
    }

    fn boundaries(&self, step: Step) -> impl Iterator<Item = f64> + use<> {
        let end = self.window.end();
        (step.first_from(self.window.start)..)
            .map(move |number| step.boundary(number))
            .take_while(move |day| *day <= end)
    }

    /// Labels from the left, the first with its full context. The stride counts from a fixed day, not from the edge,
    /// so that panning does not change it. A label that would still meet the one before is left out: an axis too
    /// narrow for two.
    fn label(&self, ticks: &mut [Tick], step: Step) {
        let stride = self.stride(step);
        let mut before: Option<Labelled> = None;
        for (tick, number) in ticks.iter_mut().zip(step.first_from(self.window.start)..) {
            if number.rem_euclid(stride) != 0 {
                continue;
            }
            let text = label(Boundary::of(tick.day), before.is_none(), self.lang);
            let (x, width) = (
                (tick.day - self.window.start) * self.points_per_day,
                self.width(&text),
            );
            let fits =
                before.is_none_or(|before| x - before.x >= width.max(before.width) + before.gap);
            if fits {
                let gap = if before.is_none() {
                    CONTEXT_GAP
                } else {
                    LABEL_GAP
                };
                before = Some(Labelled { x, width, gap });
                tick.label = Some(text);
            }
        }
    }

    /// How far apart the ticks of a step must be for any labels it may need anywhere near the window.
    fn room_wanted(&self, step: Step) -> f64 {
        let years = [year_of(self.window.start), year_of(self.window.end())];
        let widest = |kind: &dyn Fn(Civil) -> Boundary, in_full: bool| {
            let label = |year: &i64| {
                label(
                    kind(Civil::new(*year, self.widest_month, 28)),
                    in_full,
                    self.lang,
                )
            };
            years
                .iter()
                .map(|year| self.width(&wide_digits(&label(year))))
                .fold(0.0, f64::max)
        };
        // From the coarsest boundary to the finest that the step has.
        let kinds: [&dyn Fn(Civil) -> Boundary; 4] = [
            &|civil| Boundary::Year(civil.year),
            &Boundary::Month,
            &Boundary::Day,
            &|civil| Boundary::Clock(civil, 20, 0),
        ];
        let finest = match step {
            Step::Years(_) => 0,
            Step::Months(_) => 1,
            Step::Day | Step::Week | Step::Fortnight => 2,
            Step::Minutes(_) => 3,
        };
        let plain = kinds
            .iter()
            .take(finest + 1)
            .map(|kind| widest(*kind, false))
            .fold(0.0, f64::max);
        let in_full = kinds.get(finest).map_or(0.0, |kind| widest(*kind, true));
        (plain + LABEL_GAP).max(in_full + CONTEXT_GAP)
    }

    fn width(&self, text: &str) -> f64 {
        let width = f64::from((self.measure)(text));
        if width.is_nan() { 0.0 } else { width.max(0.0) }
    }
}

/// The words of a boundary; in full for the first label in view.
fn label(boundary: Boundary, in_full: bool, lang: Lang) -> String {
    match lang {
        Lang::En => english_label(boundary, in_full),
        Lang::Ja => japanese_label(boundary, in_full),
    }
}

fn english_label(boundary: Boundary, in_full: bool) -> String {
    match (boundary, in_full) {
        (Boundary::Year(year), _) => english::year(year),
        (Boundary::Month(civil), false) => english::short_month(civil.month),
        (Boundary::Month(civil), true) => {
            format!(
                "{} {}",
                english::short_month(civil.month),
                english::year(civil.year)
            )
        }
        (Boundary::Day(civil), false) => {
            format!("{} {}", civil.day, english::short_month(civil.month))
        }
        (Boundary::Day(civil), true) => {
            format!(
                "{} {}",
                english_label(Boundary::Day(civil), false),
                english::year(civil.year)
            )
        }
        (Boundary::Clock(_, hour, minute), false) => format!("{hour:02}:{minute:02}"),
        (Boundary::Clock(civil, hour, minute), true) => {
            format!(
                "{}, {hour:02}:{minute:02}",
                english_label(Boundary::Day(civil), true)
            )
        }
    }
}

fn japanese_label(boundary: Boundary, in_full: bool) -> String {
    match (boundary, in_full) {
        (Boundary::Year(year @ ..=0), _) => format!("前{}年", 1 - year),
        (Boundary::Year(year), _) => japanese::year(year),
        (Boundary::Month(civil), false) => format!("{}月", civil.month),
        (Boundary::Day(civil), false) => format!("{}月{}日", civil.month, civil.day),
        (Boundary::Month(civil) | Boundary::Day(civil), true) => {
            let year = japanese_label(Boundary::Year(civil.year), false);
            format!("{year}{}", japanese_label(boundary, false))
        }
        (Boundary::Clock(_, hour, minute), false) => format!("{hour:02}:{minute:02}"),
        (Boundary::Clock(civil, hour, minute), true) => {
            format!(
                "{} {hour:02}:{minute:02}",
                japanese_label(Boundary::Day(civil), true)
            )
        }
    }
}

/// Every digit as wide as a zero, so that panning from 1911 to 1888 does not change the step.
fn wide_digits(label: &str) -> String {
    label
        .chars()
        .map(|letter| if letter.is_ascii_digit() { '0' } else { letter })
        .collect()
}
