//! What one step of a lesson shows, and where the camera stands for it.

use crate::document::{Event, Shows, Step, Timeline};
use crate::state::Selection;
use crate::time::{Span, TimeWindow};

/// What the class sees. Numbers are indexes into the timeline's lists.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// One event in large type.
    Event(usize),
    /// A stretch of time, with these events pointed out.
    Window(Vec<usize>),
    /// An event and those it is linked with, of which the first `shown` have come.
    #[expect(missing_docs, reason = "the variant says it")]
    Links {
        event: usize,
        others: Vec<usize>,
        shown: usize,
    },
    /// Figures, with a marker at a day.
    #[expect(missing_docs, reason = "the variant says it")]
    Series {
        series: usize,
        event: Option<usize>,
        marker: f64,
    },
    /// A quotation alone: of an event, by its place among the event's quotations.
    #[expect(missing_docs, reason = "the variant says it")]
    Excerpt { event: usize, excerpt: usize },
    /// The step's event is not in the file any more.
    Gone,
    /// There is no step.
    Nothing,
}

/// One place of a lesson.
#[derive(Debug, Clone, PartialEq)]
pub struct Slide {
    /// What is seen.
    pub content: Content,
    /// Where the camera stands.
    pub window: TimeWindow,
    /// What the step is called, where that is not its event's title; and the same in Japanese.
    pub title: Option<String>,
    /// The Japanese title.
    pub title_ja: Option<String>,
    /// Notes for the teacher, in Markdown.
    pub note: Option<String>,
    /// How long the step is meant to take.
    pub seconds: Option<u32>,
    /// Ids of events that the step names and the file does not have.
    pub missing: Vec<String>,
}

/// Free space at each side of several events, as a share of their length.
const AROUND: f64 = 0.15;
/// The shortest window that is shown for a step that names none, in days.
const SHORTEST: f64 = 60.0;
/// Events before and after that a window takes in which the step does not name.
const BEFORE: usize = 5;
const AFTER: usize = 2;

impl Slide {
    /// What shows where there is no step at all.
    pub(in crate::state) fn nothing(home: TimeWindow) -> Self {
        Self {
            content: Content::Nothing,
            window: home,
            title: None,
            title_ja: None,
            note: None,
            seconds: None,
            missing: Vec::new(),
        }
    }

    /// An event by itself, among those that a filter shows.
    pub(in crate::state) fn of_event(
        timeline: &Timeline,
        shown: &Selection,
        index: usize,
        home: TimeWindow,
    ) -> Self {
        let event = timeline.events.get(index);
        Self {
            content: event.map_or(Content::Gone, |_| Content::Event(index)),
            window: event.map_or(home, |event| among(timeline, shown, index, event)),
            ..Self::nothing(home)
        }
    }

    /// A step of a story.
    pub(in crate::state) fn of_step(
        timeline: &Timeline,
        shown: &Selection,
        step: &Step,
        revealed: usize,
        home: TimeWindow,
    ) -> Self {
        let content = content(timeline, step, revealed);
        let given = step.window.as_ref().and_then(|when| when.finite_extent());
        let window = given.map(|span| TimeWindow::fit(span, 0.0));
        Self {
            window: window.unwrap_or_else(|| fitting(timeline, shown, &content, home)),
            content,
            title: step.title.clone(),
            title_ja: step.title_ja.clone(),
            note: step.note.clone(),
            seconds: step.seconds,
            missing: step.missing.clone(),
        }
    }

    /// The event that the slide is about.
    pub fn event(&self) -> Option<usize> {
        match self.content {
            Content::Event(event)
            | Content::Links { event, .. }
            | Content::Excerpt { event, .. } => Some(event),
            Content::Series { event, .. } => event,
            Content::Window(ref events) => events.first().copied(),
            Content::Gone | Content::Nothing => None,
        }
    }
}

/// How many more times a step goes on before the next one comes.
pub(in crate::state) fn reveals(timeline: &Timeline, step: &Step) -> usize {
    match content(timeline, step, 0) {
        Content::Links { others, .. } => others.len(),
        _ => 0,
    }
}

fn content(timeline: &Timeline, step: &Step, revealed: usize) -> Content {
    let event = step.event.filter(|&event| event < timeline.events.len());
    match (step.shows(), event, step.series) {
        (Shows::Series, _, Some(series)) => Content::Series {
            series,
            event,
            marker: marker(timeline, step, series),
        },
        (Shows::Excerpt, Some(event), _) => excerpt(timeline, step, event),
        (Shows::Links, Some(event), _) => {
            let others = others(timeline, step, event);
            let shown = revealed.min(others.len());
            Content::Links {
                event,
                others,
                shown,
            }
        }
        (Shows::Window, ..) => Content::Window(
            event
                .into_iter()
                .chain(step.events.iter().copied())
                .collect(),
        ),
        (_, Some(event), _) => Content::Event(event),
        (_, None, _) if step.missing.is_empty() => Content::Window(step.events.clone()),
        (_, None, _) => Content::Gone,
    }
}

/// The quotation that a step means; where the event has none, the event.
fn excerpt(timeline: &Timeline, step: &Step, event: usize) -> Content {
    let number = step.excerpt.unwrap_or(1) as usize;
    let wanted = number.saturating_sub(1);
    let count = timeline
        .events
        .get(event)
        .map_or(0, |event| event.excerpts.len());
    match count.checked_sub(1) {
        Some(last) => Content::Excerpt {
            event,
            excerpt: wanted.min(last),
        },
        None => Content::Event(event),
    }
}

/// The events that a chain of links shows after the first: those that the step names, or else all that are linked.
fn others(timeline: &Timeline, step: &Step, event: usize) -> Vec<usize> {
    if !step.events.is_empty() {
        return step.events.clone();
    }
    let connections = timeline.connections(event);
    let mut others: Vec<_> = connections
        .iter()
        .map(|connection| connection.other)
        .collect();
    others.dedup();
    others
}

/// The day of the marker: the event's, or else the middle of the window, or else the last figure's.
fn marker(timeline: &Timeline, step: &Step, series: usize) -> f64 {
    let event = step.event.and_then(|event| timeline.events.get(event));
    let window = step.window.as_ref().and_then(|when| when.finite_extent());
    let last = || {
        let series = timeline.series.get(series)?;
        series.points.last().map(|point| point.when.anchor())
    };
    event
        .map(|event| event.when.anchor())
        .or(window.map(|span| span.mid()))
        .or_else(last)
        .unwrap_or(0.0)
}

/// A window for a step that names none.
fn fitting(
    timeline: &Timeline,
    shown: &Selection,
    content: &Content,
    home: TimeWindow,
) -> TimeWindow {
    let extent = |&event: &usize| timeline.events.get(event)?.when.finite_extent();
    let around = |events: &[usize]| {
        let all = events
            .iter()
            .filter_map(extent)
            .reduce(|all, span| all.union(span))?;
        Some(longer(TimeWindow::fit(all, AROUND)))
    };
    match content {
        Content::Event(event) | Content::Excerpt { event, .. } => {
            let index = *event;
            timeline
                .events
                .get(index)
                .map(|event| among(timeline, shown, index, event))
        }
        Content::Window(events) => around(events),
        Content::Links { event, others, .. } => {
            let all: Vec<_> = std::iter::once(*event)
                .chain(others.iter().copied())
                .collect();
            around(&all)
        }
        Content::Series { series, .. } => timeline.series.get(*series).and_then(|series| {
            let (first, last) = (series.points.first()?, series.points.last()?);
            let span = Span::new(first.when.anchor(), last.when.anchor());
            Some(longer(TimeWindow::fit(span, AROUND)))
        }),
        Content::Gone | Content::Nothing => None,
    }
    .unwrap_or(home)
}

/// A window with the event at its right and some of those before and after it.
fn among(timeline: &Timeline, shown: &Selection, index: usize, event: &Event) -> TimeWindow {
    let anchor = |event: u32| {
        timeline
            .events
            .get(event as usize)
            .map(|event| event.when.anchor())
    };
    let at = u32::try_from(index).unwrap_or(u32::MAX);
    let before = std::iter::successors(shown.before(at), |&at| shown.before(at));
    let after = std::iter::successors(shown.after(at), |&at| shown.after(at));
    let own = event
        .when
        .finite_extent()
        .unwrap_or_else(|| Span::new(event.when.anchor(), event.when.anchor()));
    let first = before
        .take(BEFORE)
        .last()
        .and_then(anchor)
        .unwrap_or(own.start);
    let last = after.take(AFTER).last().and_then(anchor).unwrap_or(own.end);
    // However far away the neighbours are, the event keeps its place at the right of the middle.
    let back = (own.end - first.min(own.start)).max(SHORTEST * 0.7);
    let on = (last.max(own.end) - own.end).clamp(back * 0.2, back * 0.4);
    TimeWindow::new(own.end - back * 1.08, back * 1.08 + on)
}

fn longer(window: TimeWindow) -> TimeWindow {
    if window.days >= SHORTEST {
        return window;
    }
    TimeWindow::new(window.mid() - SHORTEST / 2.0, SHORTEST)
}
