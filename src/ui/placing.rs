//! The placement that the canvas shows: kept as long as it is good, made anew when it is not.
//!
//! A small timeline is placed within the frame that asks for it. A large one is placed on a thread of its own while the
//! canvas goes on with what it has, faintly; what comes back for a wish that is no longer the latest is never shown.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::document::{Document, Timeline};
use crate::scene::{Frame, LaneHeights, Placement, Shown, Survey};
use crate::state::Others;
use crate::time::{Lang, TimeScale};
use crate::work::Background;

use super::Show;

/// Timelines of so many events are placed in a few milliseconds.
const AT_ONCE: usize = 3_000;

/// The placement in use and the one under way.
#[derive(Default)]
pub(super) struct Placing {
    placed: Option<Placed>,
    /// What the one under way is for.
    wanted: Option<Key>,
    work: Background<Placed>,
}

/// A placement, with what it was made for.
pub(super) struct Placed {
    key: Key,
    survey: Arc<Survey>,
    pub(super) placement: Placement,
    pub(super) heights: LaneHeights,
}

/// A placement is good as long as none of this changes.
#[derive(Debug, Clone, PartialEq)]
struct Key {
    document: u64,
    matching: u64,
    others: bool,
    lang: Lang,
    /// Width in points.
    width: f32,
    room: Room,
}

/// The room that the events have.
#[derive(Debug, Clone, PartialEq)]
enum Room {
    /// A lane for each category, of so many points of height in all.
    Lanes(f32),
    /// One lane for all.
    One(LaneHeights),
}

/// All that a placement is made from, so that it can be made elsewhere.
struct Job {
    key: Key,
    document: Arc<Document>,
    matching: Vec<Arc<[u32]>>,
    home: TimeScale,
    survey: Option<Arc<Survey>>,
    before: Option<Placement>,
}

impl Placing {
    /// Sees to it that there is a placement for what is to be shown, now or soon.
    pub(super) fn update(&mut self, show: Show<'_>, ctx: &egui::Context, frame: &Frame) {
        let (width, height) = (frame.lanes.width(), frame.lanes.height());
        self.keep(show, ctx, Key::of(show, width, Room::Lanes(height)));
    }

    /// The same for the axis of a lesson's slide, where all events share one lane.
    pub(super) fn update_slide(
        &mut self,
        show: Show<'_>,
        ctx: &egui::Context,
        (width, heights): (f32, LaneHeights),
    ) {
        self.keep(show, ctx, Key::of(show, width, Room::One(heights)));
    }

    fn keep(&mut self, show: Show<'_>, ctx: &egui::Context, key: Key) {
        // What belongs to another document cannot be shown at all.
        self.placed = self
            .placed
            .take()
            .filter(|placed| placed.key.document == key.document);
        let is_good = self.placed.as_ref().is_some_and(|placed| placed.key == key);
        // While a search is under way, what its result replaces would only keep it from the processor.
        let is_waiting = self.placed.is_some() && show.workspace.filter().is_pending();
        if is_good || is_waiting {
            self.work.stop();
            self.wanted = None;
            return;
        }
        if self.wanted.as_ref() == Some(&key) {
            if let Some(placed) = self.work.poll() {
                self.placed = Some(placed);
                self.wanted = None;
            }
            if self.work.is_busy() || self.wanted.is_none() {
                return;
            }
        }
        let job = Job::new(show, key.clone(), self.placed.as_ref());
        if show.workspace.timeline().events.len() <= AT_ONCE {
            self.placed = job.run(&AtomicBool::new(false));
            return;
        }
        let ctx = ctx.clone();
        self.work.start(
            "placement",
            move |cancelled| job.run(cancelled),
            move || ctx.request_repaint(),
        );
        self.wanted = Some(key);
    }

    /// The placement to show; none while a first one is under way.
    pub(super) fn placed(&self) -> Option<&Placed> {
        self.placed.as_ref()
    }

    /// Whether a newer placement than the one to show is under way.
    pub(super) fn is_stale(&self) -> bool {
        self.wanted.is_some()
    }
}

/// The lanes before anybody knows where their events stand.
pub(super) fn empty_lanes(show: Show<'_>, frame: &Frame) -> (Placement, LaneHeights) {
    let events: Vec<_> = show.workspace.filter().selection().per_category().collect();
    let heights = LaneHeights::new(frame.lanes.height(), &events);
    (Placement::default(), heights)
}

impl Key {
    fn of(show: Show<'_>, width: f32, room: Room) -> Self {
        let filter = show.workspace.filter();
        Self {
            document: show.workspace.revision(),
            matching: filter.matching_revision(),
            others: filter.others() == Others::Faded,
            lang: show.lang,
            width,
            room,
        }
    }
}

impl Job {
    fn new(show: Show<'_>, key: Key, before: Option<&Placed>) -> Self {
        let selection = show.workspace.filter().selection();
        let matching = match key.room {
            Room::Lanes(_) => {
                let lanes = 0..show.workspace.timeline().categories.len();
                lanes.map(|lane| Arc::clone(selection.lane(lane))).collect()
            }
            Room::One(_) => vec![selection.iter().collect()],
        };
        let survey = before
            .map(|placed| &placed.survey)
            .filter(|survey| survey.lang() == key.lang);
        Self {
            document: show.workspace.shared_document(),
            matching,
            home: TimeScale::new(show.workspace.home(), 0.0, key.width),
            survey: survey.cloned(),
            before: before.map(|placed| placed.placement.clone()),
            key,
        }
    }

    fn run(self, cancelled: &AtomicBool) -> Option<Placed> {
        let timeline: &Timeline = &self.document.timeline;
        let measured = || match self.key.room {
            Room::Lanes(_) => Survey::new(timeline, self.key.lang),
            Room::One(_) => Survey::in_one_lane(timeline, self.key.lang),
        };
        let survey = self.survey.unwrap_or_else(|| Arc::new(measured()));
        let heights = match &self.key.room {
            Room::Lanes(height) => LaneHeights::new(*height, &survey.lane_sizes()),
            Room::One(heights) => heights.clone(),
        };
        let shown = Shown {
            timeline,
            survey: &survey,
            matching: &self.matching,
            others: self.key.others,
            home: self.home,
        };
        let placement = Placement::new(&shown, &heights, self.before.as_ref(), cancelled)?;
        Some(Placed {
            key: self.key,
            survey,
            placement,
            heights,
        })
    }
}
