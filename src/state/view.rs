//! The camera: which stretch of time is in view, where it flies, and where it has been.

use serde::{Deserialize, Serialize};

use crate::document::Timeline;
use crate::time::{Flight, Span, TimeWindow};

/// Who explores knows where he goes: a jump takes this share of the time that a class is given, within so many seconds.
const QUICKER: f32 = 0.5;
const QUICK: std::ops::RangeInclusive<f32> = 0.35..=0.6;
/// Views that can be gone back to.
const REMEMBERED: usize = 100;
/// How many times as much as the whole history can be seen.
const WIDEST: f64 = 4.0;
/// Free space at each side when everything is shown, as a share of the history.
const HOME_MARGIN: f64 = 0.03;

/// The stretch of time in view and the way there. A value in days, never in pixels.
#[derive(Debug, Clone)]
pub struct View {
    window: TimeWindow,
    flight: Option<Flying>,
    /// Whether the camera is where it is to go at once, as who cannot bear motion wants it.
    is_still: bool,
    trail: Trail,
    /// The topmost lane in view, where not all fit.
    pub first_lane: usize,
}

/// What is kept of a view between two starts.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the name says it")]
pub struct SavedView {
    pub window: TimeWindow,
}

#[derive(Debug, Clone, Copy)]
struct Flying {
    way: Flight,
    /// How long it takes in all, and how much of that is over.
    takes: f32,
    seconds: f32,
}

/// Where the camera has been.
#[derive(Debug, Clone, Default)]
struct Trail {
    back: Vec<TimeWindow>,
    forward: Vec<TimeWindow>,
    /// Dragging and zooming go on for many frames and count as one step.
    gliding: bool,
}

/// The whole history with a little air: what is shown first, and what the overview shows.
pub fn home(timeline: &Timeline) -> TimeWindow {
    match timeline.extent() {
        Some(extent) => TimeWindow::fit(extent, HOME_MARGIN),
        // Nothing to show: the century that the calendar of most files lies in.
        None => TimeWindow::fit(Span::new(-25_567.0, 10_957.0), HOME_MARGIN),
    }
}

impl View {
    /// A view of the whole history.
    pub fn of(timeline: &Timeline) -> Self {
        Self {
            window: home(timeline),
            flight: None,
            is_still: false,
            trail: Trail::default(),
            first_lane: 0,
        }
    }

    /// The view that was saved, where it still shows some of the history.
    pub fn restored(saved: SavedView, timeline: &Timeline) -> Self {
        let window = TimeWindow::new(saved.window.start, saved.window.days);
        let mut view = Self::of(timeline);
        if window.span().overlaps(home(timeline).span()) {
            view.window = window;
        }
        view
    }

    /// What to keep for the next start: where a flight ends, not where it is.
    pub fn saved(&self) -> SavedView {
        SavedView {
            window: self.destination(),
        }
    }

    /// The stretch of time in view.
    pub fn window(&self) -> TimeWindow {
        self.window
    }

    /// The stretch in view once a flight has ended.
    pub fn destination(&self) -> TimeWindow {
        self.flight.map_or(self.window, |flight| flight.way.to())
    }

    /// Whether the camera moves by itself.
    pub fn is_flying(&self) -> bool {
        self.flight.is_some()
    }

    /// Whether there is a view to go back to.
    pub fn can_go_back(&self) -> bool {
        !self.trail.back.is_empty()
    }

    /// Whether there is a view to go forward to.
    pub fn can_go_forward(&self) -> bool {
        !self.trail.forward.is_empty()
    }

    pub(super) fn pan_by(&mut self, days: f64, timeline: &Timeline) {
        self.glide(self.window.pan_by(days), timeline);
    }

    pub(super) fn zoom_at(&mut self, day: f64, factor: f64, timeline: &Timeline) {
        self.glide(self.window.zoom_at(day, factor), timeline);
    }

    pub(super) fn set(&mut self, window: TimeWindow, timeline: &Timeline) {
        self.glide(window, timeline);
    }

    /// Flies to a window, and remembers where it came from.
    pub(super) fn fly_to(&mut self, window: TimeWindow) {
        self.leave_for(window, quick);
    }

    /// The same at the pace of a class, which follows with its eyes. A flight to there that is under way keeps its own
    /// pace: another one would move the camera back.
    pub(super) fn travel_to(&mut self, window: TimeWindow) {
        self.leave_for(window, |way| way.seconds());
    }

    /// Flies, or is there at once.
    pub(super) fn keep_still(&mut self, is_still: bool) {
        self.is_still = is_still;
        if is_still {
            self.advance(f32::INFINITY);
        }
    }

    /// Flies as far as needed for `span` to be in view, keeping the zoom where it can, and without showing more of the
    /// emptiness before and after the history than there is in the whole view.
    pub(super) fn reveal(&mut self, span: Span, timeline: &Timeline) {
        let window = self.destination();
        if window.span().contains(span.start) && window.span().contains(span.end) {
            return;
        }
        if span.days() > window.days {
            return self.fly_to(TimeWindow::fit(span, 0.15));
        }
        let whole = home(timeline);
        let centred = window.centred_on(span.mid());
        let latest = (whole.end() - centred.days).max(whole.start);
        self.fly_to(TimeWindow::new(
            centred.start.clamp(whole.start, latest),
            centred.days,
        ));
    }

    pub(super) fn back(&mut self) {
        if let Some(window) = self.trail.back.pop() {
            self.trail.forward.push(self.destination());
            self.trail.gliding = false;
            self.take_off(window, quick);
        }
    }

    pub(super) fn forward(&mut self) {
        if let Some(window) = self.trail.forward.pop() {
            self.trail.back.push(self.destination());
            self.trail.gliding = false;
            self.take_off(window, quick);
        }
    }

    pub(super) fn advance(&mut self, seconds: f32) {
        let Some(flight) = &mut self.flight else {
            return;
        };
        flight.seconds += seconds.max(0.0);
        let share = f64::from(flight.seconds / flight.takes);
        self.window = flight.way.at(ease(share.min(1.0)));
        if share >= 1.0 {
            self.flight = None;
        }
    }

    /// The camera stays within reach of the history: its middle never leaves the overview.
    fn glide(&mut self, window: TimeWindow, timeline: &Timeline) {
        let whole = home(timeline);
        let widest = window.days.min(whole.days * WIDEST);
        let window = if widest < window.days {
            TimeWindow::new(window.mid() - widest / 2.0, widest)
        } else {
            window
        };
        let window = window.centred_on(window.mid().clamp(whole.start, whole.end()));
        self.flight = None;
        if window == self.window {
            return;
        }
        if !self.trail.gliding {
            self.trail.step(self.window);
            self.trail.gliding = true;
        }
        self.window = window;
    }

    fn leave_for(&mut self, window: TimeWindow, pace: fn(&Flight) -> f32) {
        if window != self.destination() {
            self.trail.step(self.destination());
            self.take_off(window, pace);
        }
    }

    /// Flies from where the camera is, in as many seconds as `pace` says.
    fn take_off(&mut self, to: TimeWindow, pace: fn(&Flight) -> f32) {
        if self.is_still {
            self.window = to;
            self.flight = None;
            return;
        }
        let way = Flight::new(self.window, to);
        self.flight = Some(Flying {
            way,
            takes: pace(&way),
            seconds: 0.0,
        });
    }
}

impl Trail {
    fn step(&mut self, from: TimeWindow) {
        self.gliding = false;
        self.forward.clear();
        if self.back.last() != Some(&from) {
            self.back.push(from);
        }
        if self.back.len() > REMEMBERED {
            self.back.remove(0);
        }
    }
}

/// The seconds of a jump.
fn quick(way: &Flight) -> f32 {
    (way.seconds() * QUICKER).clamp(*QUICK.start(), *QUICK.end())
}

/// Slow at both ends, so that the eye can follow.
fn ease(t: f64) -> f64 {
    t * t * (3.0 - 2.0 * t)
}
