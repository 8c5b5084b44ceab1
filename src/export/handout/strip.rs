//! The timeline above the words: the events of the handout as the window shows them, as wide as the page.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::document::{Event, Timeline};
use crate::scene::{Face, Fonts, Item, LaneHeights, Scene, Sheet, Size, Target, sheet};
use crate::time::{Span, TimeWindow};

use super::super::ExportError;
use super::super::paper::MM;
use super::super::picture::Look;
use super::cover::Names;
use super::{Asks, Leaf};

/// The picture, and how it lies on the page.
pub(super) struct Strip {
    pub(super) scene: Scene,
    /// Points of the page in a point of the picture.
    pub(super) scale: f32,
    /// What is left out of it at its top, in points of the picture.
    pub(super) head: f32,
    /// Whether every event has a place for its name or number.
    pub(super) names_all: bool,
}

/// How much smaller than in the window it is: names of 13.5 points become 7.4.
const SCALE: f32 = 0.55;
/// The title of a picture that stands by itself, which the page has already, in points of the picture.
const HEAD: f32 = 52.0;
/// Eras above the lanes and years under them, in points of the picture.
const AROUND: f32 = 62.0;
/// From its left edge to where the names of the lanes end, at most, in points of the picture.
const GUTTER: f32 = 150.0;
/// Its usual height on the page, and what it grows to so that every event has its number, in points.
const HEIGHTS: [f32; 3] = [60.0 * MM, 75.0 * MM, 90.0 * MM];
/// With more lanes than this there is no strip: it would take the page.
const LANES: usize = 12;
/// The shortest stretch of time that it shows, in days.
const SHORTEST: f64 = 730.0;
/// Free at both its ends, as a part of it.
const MARGIN: f64 = 0.03;

/// The stretch of time that these events take.
pub(super) fn stretch(timeline: &Timeline, events: &[usize]) -> Option<Span> {
    let events = events
        .iter()
        .filter_map(|&event| timeline.events.get(event));
    let spans = events.filter_map(|event| {
        let anchor = event.when.anchor();
        let extent = event.when.finite_extent();
        extent.or_else(|| anchor.is_finite().then(|| Span::new(anchor, anchor)))
    });
    spans.reduce(|all, span| all.union(span))
}

/// The strip of a handout; none where it would have too many lanes.
pub(super) fn strip(
    look: &Look<'_>,
    events: &[usize],
    kind: Leaf,
    (fonts, width): (&Fonts, f32),
    cancelled: &AtomicBool,
) -> Result<Option<Strip>, ExportError> {
    let timeline = excerpt(look.timeline, events, kind);
    let lanes = timeline.categories.len();
    let Some(span) = stretch(look.timeline, events).filter(|_| lanes <= LANES) else {
        return Ok(None);
    };
    let least = HEAD + AROUND + LaneHeights::least(lanes);
    let mut best = None;
    for height in HEIGHTS {
        let size = Size {
            width: width / SCALE,
            height: (height / SCALE + HEAD).max(least),
        };
        let scene = drawn(
            look,
            &timeline,
            window(look, span),
            (fonts, size),
            cancelled,
        )?;
        let is_named = |hit: &&crate::scene::Hit| matches!(hit.target, Target::Event(_));
        let named = scene.hits.iter().filter(is_named).count();
        let names_all = named >= timeline.events.len();
        best = Some((scene, names_all));
        if names_all || kind == Leaf::Reading {
            break;
        }
    }
    let strip = best.map(|(mut scene, names_all)| {
        scene.items.retain(|item| is_kept(item, kind));
        if kind == Leaf::Dates {
            silence(&mut scene.items);
        }
        scene.hits.clear();
        Strip {
            scene,
            scale: SCALE,
            head: HEAD,
            names_all,
        }
    });
    Ok(strip)
}

/// What is in view: the events, as far as the stretch of time goes that is asked for.
fn window(look: &Look<'_>, span: Span) -> TimeWindow {
    let fit = TimeWindow::fit(span, MARGIN);
    let (start, end) = (
        fit.start.max(look.window.start),
        fit.end().min(look.window.end()),
    );
    if end - start >= SHORTEST {
        return TimeWindow::new(start, end - start);
    }
    TimeWindow::new((start + end - SHORTEST) / 2.0, SHORTEST)
}

fn drawn(
    look: &Look<'_>,
    timeline: &Timeline,
    window: TimeWindow,
    (fonts, size): (&Fonts, Size),
    cancelled: &AtomicBool,
) -> Result<Scene, ExportError> {
    let of = |lane| {
        let events = (0_u32..).zip(&timeline.events);
        let own = events.filter(move |(_, event)| event.category == lane);
        own.map(|(index, _)| index).collect::<Arc<[u32]>>()
    };
    let matching: Vec<_> = (0..timeline.categories.len()).map(of).collect();
    let wanted = Sheet {
        timeline,
        window,
        matching: &matching,
        size,
        theme: look.theme,
        fonts,
        lang: look.lang,
        off: &[],
        era_ruler: false,
    };
    sheet(&wanted, cancelled).ok_or(ExportError::Cancelled)
}

/// A timeline of these events alone, in the lanes that they need. On worksheets their numbers are their names.
fn excerpt(timeline: &Timeline, events: &[usize], kind: Leaf) -> Timeline {
    let read = |event: usize| timeline.events.get(event);
    let mut lanes: Vec<usize> = events
        .iter()
        .filter_map(|&at| Some(read(at)?.category))
        .collect();
    lanes.sort_unstable();
    lanes.dedup();
    let names = Names::new(timeline, events);
    let mut numbered: Vec<(usize, usize)> = events.iter().copied().zip(1..).collect();
    numbered.sort_unstable();
    let event = |(index, number): (usize, usize)| {
        let event = read(index)?.clone();
        let category = lanes.binary_search(&event.category).ok()?;
        let links = crate::document::Few::default();
        let own = Event {
            category,
            links,
            ..event
        };
        Some(match kind.asks() {
            None => own,
            Some(_) => Event {
                title: number.to_string().into(),
                title_ja: None,
                title_kana: None,
                significance: 3,
                ..own
            },
        })
    };
    let is_telling = |title: &str| names.cleared(title) != title;
    let asks_titles = kind.asks() == Some(Asks::Titles);
    let eras = timeline.eras.iter().filter(|era| {
        let titles = [Some(&*era.title), era.title_ja.as_deref()];
        !(asks_titles && titles.into_iter().flatten().any(is_telling))
    });
    let categories = lanes
        .iter()
        .filter_map(|&lane| timeline.categories.get(lane));
    Timeline {
        categories: categories.cloned().collect(),
        eras: eras.cloned().collect(),
        events: numbered.into_iter().filter_map(event).collect(),
        ..Timeline::default()
    }
    .measured()
}

/// Whether an item belongs to the strip: its title stands on the page already, and how many events are named is of no
/// use where their numbers are their names. In the gutter only the names of the lanes are semi-bold.
fn is_kept(item: &Item, kind: Leaf) -> bool {
    let Item::Text { at, style, .. } = item else {
        return true;
    };
    let is_count = at.x < GUTTER && style.face == Face::Sans;
    at.y >= HEAD && !(is_count && kind.asks().is_some())
}

/// Takes the names out of the lanes.
fn silence(items: &mut [Item]) {
    for item in items {
        if let Item::Clip { items, .. } = item {
            items.retain(|item| !matches!(item, Item::Text { .. }));
            silence(items);
        }
    }
}
