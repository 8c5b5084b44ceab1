//! What the script of a page draws from: where every event stands, and the words that stand in the picture.
//!
//! Everything else that is said of an event is in the outline, and the script takes it from there.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use serde::Serialize;

use crate::document::{Event, Shape, Timeline};
use crate::scene::{
    Fill, Fonts, Item, LABEL_MAX, LaneHeights, Placement, Shown, Side, Survey, Theme, body, mark,
    name_style, point, unit, with_unit,
};
use crate::time::{Lang, Precision, TimeScale};

use super::super::picture::Look;
use super::outline::titles;
use super::words::Words;

/// The width for which names find their rows and sides, in points: that of a plot on a usual screen.
const HOME_WIDTH: f32 = 1080.0;
/// Height of all lanes together in points, where there are not so many that they need more.
const LANES: f32 = 430.0;
/// Radius of a mark in points.
const MARK: f32 = 5.6;

#[derive(Serialize)]
pub(super) struct Table<'a> {
    lang: &'static str,
    words: Words,
    title: &'a str,
    /// Start and length of the whole, in days.
    home: [f64; 2],
    lanes: Vec<LaneRow<'a>>,
    eras: Vec<EraRow<'a>>,
    series: Vec<SeriesRow<'a>>,
    pub(super) events: Vec<EventRow>,
}

#[derive(Serialize)]
struct LaneRow<'a> {
    /// Its category, by which it has its colour.
    category: usize,
    name: &'a str,
    rows: usize,
    /// The mark as a path around 0, 0.
    mark: String,
}

#[derive(Serialize)]
struct EraRow<'a> {
    name: &'a str,
    when: String,
    span: [f64; 2],
    /// Whether it is shaded.
    band: bool,
}

#[derive(Serialize)]
struct SeriesRow<'a> {
    name: &'a str,
    /// Day, figure, and what is said of it.
    points: Vec<(f64, f64, String)>,
}

#[derive(Serialize)]
pub(super) struct EventRow {
    /// The number of its article in the outline.
    id: usize,
    /// As it stands in the picture: very long names are cut.
    pub(super) name: String,
    /// Width of the name in points.
    width: f32,
    /// What it may cover, and of an interval what it certainly does, in days.
    span: [f64; 2],
    #[serde(skip_serializing_if = "Option::is_none")]
    core: Option<[f64; 2]>,
    /// Where its mark stands, in days.
    at: f64,
    lane: usize,
    row: u16,
    left: bool,
    /// The name shows from this many points per day on; none where it never does.
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<f32>,
    #[serde(skip_serializing_if = "is_false")]
    heavy: bool,
    #[serde(skip_serializing_if = "is_false")]
    interval: bool,
    /// A date that the file calls approximate or uncertain.
    #[serde(skip_serializing_if = "is_false")]
    vague: bool,
    /// A moment: there is no doubt to draw.
    #[serde(skip_serializing_if = "is_false")]
    moment: bool,
    #[serde(skip_serializing_if = "is_false")]
    open_start: bool,
    #[serde(skip_serializing_if = "is_false")]
    open_end: bool,
    /// The rows of the events that it is connected with.
    links: Vec<usize>,
    /// What else finds it: names in the other language, and the date as it is written.
    also: String,
}

fn is_false(is: &bool) -> bool {
    !*is
}

/// The table of what a page shows; `None` when cancelled.
pub(super) fn table<'a>(
    look: &Look<'a>,
    shown: &[usize],
    fonts: &Fonts,
    cancelled: &AtomicBool,
) -> Option<Table<'a>> {
    let timeline = look.timeline;
    let on: Vec<usize> = (0..timeline.categories.len())
        .filter(|&lane| look.selection.is_on(lane))
        .collect();
    let (placement, heights) = placed(look, shown, cancelled)?;
    let rows: BTreeMap<usize, usize> = (0..).zip(shown).map(|(row, event)| (*event, row)).collect();
    let lanes: BTreeMap<usize, usize> = (0..).zip(&on).map(|(row, lane)| (*lane, row)).collect();
    let maker = Maker {
        look,
        fonts,
        placement: &placement,
        rows: &rows,
        lanes: &lanes,
    };
    let events = shown
        .iter()
        .filter_map(|&index| maker.event(index, timeline.events.get(index)?));
    Some(Table {
        lang: super::super::svg::language(look.lang),
        words: Words::of(look.lang),
        title: look.title(),
        home: [look.window.start, look.window.days],
        events: events.collect(),
        lanes: on
            .iter()
            .filter_map(|&lane| lane_row(look, lane, heights.rows(lane)))
            .collect(),
        eras: eras(timeline, look.lang),
        series: series(timeline, look.lang),
    })
}

/// Rows and sides of all names. Lanes that are off have no events and so a single row.
fn placed(
    look: &Look<'_>,
    shown: &[usize],
    cancelled: &AtomicBool,
) -> Option<(Placement, LaneHeights)> {
    let timeline = look.timeline;
    let mut matching = vec![Vec::new(); timeline.categories.len()];
    for &index in shown {
        let lane = timeline
            .events
            .get(index)
            .and_then(|event| matching.get_mut(event.category));
        if let (Some(lane), Ok(index)) = (lane, u32::try_from(index)) {
            lane.push(index);
        }
    }
    let counts: Vec<_> = matching.iter().map(Vec::len).collect();
    let height = LANES.max(LaneHeights::least(counts.len()));
    let heights = LaneHeights::new(height, &counts);
    let matching: Vec<Arc<[u32]>> = matching.into_iter().map(Arc::from).collect();
    let survey = Arc::new(Survey::new(timeline, look.lang));
    let shown = Shown {
        timeline,
        survey: &survey,
        matching: &matching,
        others: false,
        home: TimeScale::new(look.window, 0.0, HOME_WIDTH),
    };
    let placement = Placement::new(&shown, &heights, None, cancelled)?;
    Some((placement, heights))
}

struct Maker<'a> {
    look: &'a Look<'a>,
    fonts: &'a Fonts,
    placement: &'a Placement,
    /// Where each event stands in the table.
    rows: &'a BTreeMap<usize, usize>,
    lanes: &'a BTreeMap<usize, usize>,
}

impl Maker<'_> {
    fn event(&self, index: usize, event: &Event) -> Option<EventRow> {
        let (timeline, lang) = (self.look.timeline, self.look.lang);
        let slot = self.placement.slot(index, event.category)?;
        let (style, (title, other)) = (name_style(event), titles(event, lang));
        let name = self.fonts.elided(title, style, LABEL_MAX);
        let span = body(event, timeline.extent());
        let core = event.when.core().map(|core| {
            // Without limit means as far as the history goes.
            [core.start.max(span.start), core.end.min(span.end)]
        });
        let linked = timeline.connections(index);
        let links = linked
            .iter()
            .filter_map(|link| self.rows.get(&link.other).copied());
        let other = other.filter(|_| name != title);
        Some(EventRow {
            id: index,
            width: self.fonts.width(&name, style),
            name,
            span: [span.start, span.end],
            core,
            at: event.when.anchor(),
            lane: self.lanes.get(&event.category).copied()?,
            row: slot.row,
            left: slot.side == Side::Left,
            from: Some(slot.from).filter(|from| from.is_finite()),
            heavy: event.significance >= 5,
            interval: event.when.is_interval(),
            vague: event.when.is_approximate() || event.when.is_uncertain(),
            moment: event.when.precision() == Precision::Moment,
            open_start: event.when.is_open_start(),
            open_end: event.when.is_open_end(),
            links: links.collect(),
            also: self.also(event, other),
        })
    }

    fn also(&self, event: &Event, other: Option<&str>) -> String {
        let timeline = self.look.timeline;
        let mut also = vec![event.when.text()];
        also.extend(other);
        let actors = event
            .actors
            .iter()
            .filter_map(|actor| timeline.actors.get(actor));
        for actor in actors {
            // The name in the language of the page is in the outline.
            also.extend(match self.look.lang {
                Lang::En => actor.name_ja.as_deref(),
                Lang::Ja => Some(actor.name.as_str()),
            });
        }
        also.join(" ")
    }
}

fn lane_row<'a>(look: &Look<'a>, category: usize, rows: usize) -> Option<LaneRow<'a>> {
    let timeline = look.timeline;
    let it = timeline.categories.get(category)?;
    Some(LaneRow {
        category,
        name: look.lang.choose(&it.name, it.name_ja.as_deref()),
        rows,
        mark: mark_path(it.shape),
    })
}

fn eras(timeline: &Timeline, lang: Lang) -> Vec<EraRow<'_>> {
    let eras = timeline.eras.iter().enumerate().filter_map(|(index, era)| {
        let span = era.when.finite_extent()?;
        let all = timeline.extent().unwrap_or(span);
        let end = if era.when.is_open_end() {
            all.end.max(span.end)
        } else {
            span.end
        };
        Some(EraRow {
            name: lang.choose(&era.title, era.title_ja.as_deref()),
            when: era.when.display(lang),
            span: [span.start, end],
            band: index % 2 == 0,
        })
    });
    eras.collect()
}

fn series(timeline: &Timeline, lang: Lang) -> Vec<SeriesRow<'_>> {
    let series = timeline.series.iter().map(|series| {
        let points = series.points.iter().filter(|point| point.value.is_finite());
        let points = points.map(|point| {
            let said = format!(
                "{}: {}",
                point.when.display(lang),
                with_unit(point.value, unit(series, lang))
            );
            (point.when.anchor(), point.value, said)
        });
        SeriesRow {
            name: lang.choose(&series.title, series.title_ja.as_deref()),
            points: points.collect(),
        }
    });
    series.collect()
}

/// A category's mark as the path of an SVG, around 0, 0.
pub(super) fn mark_path(shape: Shape) -> String {
    // Only its form matters.
    let ink = Theme::light().ink;
    match mark(shape, point(0.0, 0.0), MARK, ink, Fill::Solid, ink) {
        Item::Rect { rect, radius, .. } if radius > rect.width() * 0.4 => {
            let (left, width) = (rect.left, rect.width());
            format!(
                "M{left:.2} 0a{radius:.2} {radius:.2} 0 1 0 {width:.2} 0a{radius:.2} {radius:.2} 0 1 0-{width:.2} 0z"
            )
        }
        Item::Rect { rect, .. } => {
            let (left, top, width) = (rect.left, rect.top, rect.width());
            format!("M{left:.2} {top:.2}h{width:.2}v{width:.2}h-{width:.2}z")
        }
        Item::Path { points, .. } => {
            let places = points.iter().map(|at| format!("{:.2} {:.2}", at.x, at.y));
            format!("M{}z", places.collect::<Vec<_>>().join("L"))
        }
        _ => String::new(),
    }
}
