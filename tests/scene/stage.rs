//! A document placed for a size, and pictures of it: the way that the window goes, without the window.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use transpacific::document::{Document, Timeline};
use transpacific::scene::{
    Cluster, Fonts, Frame, Highlight, Item, LaneHeights, Picture, Placement, Rect, Scene, Shown,
    Size, Survey, Target, TextStyle, Theme, build,
};
use transpacific::state::home;
use transpacific::time::{Lang, TimeScale, TimeWindow};

thread_local! {
    static FONTS: Fonts = Fonts::bundled();
    static THEME: Theme = Theme::light();
}

/// A timeline, placed.
pub(crate) struct Stage {
    pub(crate) timeline: Timeline,
    pub(crate) frame: Frame,
    pub(crate) heights: LaneHeights,
    survey: Arc<Survey>,
    pub(crate) placement: Placement,
    pub(crate) home: TimeWindow,
    pub(crate) lang: Lang,
}

/// Events by their index in the timeline, with the regions that stand for them.
pub(crate) type Regions = BTreeMap<usize, Rect>;

impl Stage {
    /// Every event of a text.
    pub(crate) fn new(text: &str, size: (f32, f32)) -> Self {
        let timeline = Document::parse("test.ron", text).timeline;
        Self::of(timeline, size, Lang::En)
    }

    /// Every event of a timeline.
    pub(crate) fn of(timeline: Timeline, (width, height): (f32, f32), lang: Lang) -> Self {
        let frame = Frame::new(Size { width, height }, timeline.series.len());
        let survey = Arc::new(Survey::new(&timeline, lang));
        let mut stage = Self {
            frame,
            heights: LaneHeights::new(frame.lanes.height(), &survey.lane_sizes()),
            survey,
            placement: Placement::default(),
            home: home(&timeline),
            timeline,
            lang,
        };
        stage.placement = stage.placement(|_| true, false);
        stage
    }

    /// The same with a ruler of the Japanese eras.
    pub(crate) fn ruled(mut self) -> Self {
        self.frame = self.frame.with_ruler(true);
        self.heights = LaneHeights::new(self.frame.lanes.height(), &self.survey.lane_sizes());
        self.placement = self.placement(|_| true, false);
        self
    }

    /// Where events stand when only some match the filter; the others are gone, or stay faintly.
    pub(crate) fn placement(&self, matches: impl Fn(usize) -> bool, others: bool) -> Placement {
        self.placement_after(matches, others, None)
    }

    /// The same after another placement, of which lanes may be taken over.
    pub(crate) fn placement_after(
        &self,
        matches: impl Fn(usize) -> bool,
        others: bool,
        before: Option<&Placement>,
    ) -> Placement {
        let mut matching = vec![Vec::new(); self.timeline.categories.len()];
        for (index, event) in (0_u32..).zip(&self.timeline.events) {
            if let Some(lane) = matching
                .get_mut(event.category)
                .filter(|_| matches(index as usize))
            {
                lane.push(index);
            }
        }
        let matching: Vec<Arc<[u32]>> = matching.into_iter().map(Into::into).collect();
        let shown = Shown {
            timeline: &self.timeline,
            survey: &self.survey,
            matching: &matching,
            others,
            home: TimeScale::new(self.home, 0.0, self.frame.lanes.width()),
        };
        let placement = Placement::new(&shown, &self.heights, before, &AtomicBool::new(false));
        placement.unwrap_or_default()
    }

    /// The picture of a window.
    pub(crate) fn scene(&self, window: TimeWindow) -> Scene {
        self.scene_with(window, Highlight::default())
    }

    /// The picture of a window in which something is pointed out.
    pub(crate) fn scene_with(&self, window: TimeWindow, highlight: Highlight<'_>) -> Scene {
        FONTS.with(|fonts| self.scene_by(window, highlight, &self.placement, fonts))
    }

    /// The picture made from these rows and these fonts.
    pub(crate) fn scene_by(
        &self,
        window: TimeWindow,
        highlight: Highlight<'_>,
        placement: &Placement,
        fonts: &Fonts,
    ) -> Scene {
        THEME.with(|theme| {
            build(&Picture {
                timeline: &self.timeline,
                window,
                home: self.home,
                placement,
                heights: &self.heights,
                first_lane: 0,
                frame: self.frame,
                theme,
                fonts,
                lang: self.lang,
                off: &[],
                opacity: 1.0,
                highlight,
            })
        })
    }

    /// The events without a name that a window shows: by themselves, or in a region that stands for many.
    pub(crate) fn unnamed(&self, scene: &Scene, window: TimeWindow) -> Regions {
        let scale = TimeScale::new(window, self.frame.lanes.left, self.frame.lanes.width());
        let mut unnamed = ticks(scene);
        for (cluster, rect) in clusters(scene) {
            for event in self.placement.members(&self.timeline, cluster, &scale) {
                unnamed.insert(event as usize, rect);
            }
        }
        unnamed
    }

    /// Whether a window shows part of what an event may cover: a mark, or a stretch of a bar.
    pub(crate) fn is_in_view(&self, event: usize, window: TimeWindow) -> bool {
        let event = self.timeline.events.get(event);
        event.is_some_and(|event| {
            let (extent, view) = (event.when.extent(), window.span());
            if extent.start == extent.end {
                view.contains(extent.start)
            } else {
                extent.start < view.end && view.start < extent.end
            }
        })
    }

    /// The id of an event.
    pub(crate) fn id(&self, event: usize) -> &str {
        self.timeline
            .events
            .get(event)
            .map_or("", |event| &*event.id)
    }

    /// The category of an event.
    pub(crate) fn category(&self, event: usize) -> usize {
        self.timeline
            .events
            .get(event)
            .map_or(usize::MAX, |event| event.category)
    }
}

/// Width of a text in the bundled fonts.
pub(crate) fn width(text: &str, style: TextStyle) -> f32 {
    FONTS.with(|fonts| fonts.width(text, style))
}

/// The events that carry their name.
pub(crate) fn named(scene: &Scene) -> Regions {
    let events = scene.hits.iter().filter_map(|hit| match hit.target {
        Target::Event(event) => Some((event, hit.rect)),
        _ => None,
    });
    events.collect()
}

/// The events that are ticks.
pub(crate) fn ticks(scene: &Scene) -> Regions {
    let events = scene.hits.iter().filter_map(|hit| match hit.target {
        Target::Tick(event) => Some((event, hit.rect)),
        _ => None,
    });
    events.collect()
}

/// The regions that stand for many events.
pub(crate) fn clusters(scene: &Scene) -> Vec<(Cluster, Rect)> {
    let clusters = scene.hits.iter().filter_map(|hit| match hit.target {
        Target::Cluster(cluster) => Some((cluster, hit.rect)),
        _ => None,
    });
    clusters.collect()
}

/// What the captions say by lane: how many are named, and how many are ticks.
pub(crate) fn captions(scene: &Scene) -> BTreeMap<usize, (usize, usize)> {
    let lanes = scene.hits.iter().filter_map(|hit| match hit.target {
        Target::Lane(lane) => Some((lane, counts(hit.label.as_deref().unwrap_or_default()))),
        _ => None,
    });
    lanes.collect()
}

/// The numbers in "Trade: 3 named, 4 as ticks".
fn counts(label: &str) -> (usize, usize) {
    let said = label.rsplit(": ").next().unwrap_or_default();
    let said = said.replace(',', "");
    let mut numbers = said.split(' ').filter_map(|word| word.parse().ok());
    (
        numbers.next().unwrap_or_default(),
        numbers.next().unwrap_or_default(),
    )
}

/// All items, those inside a clip too.
pub(crate) fn flat(items: &[Item]) -> Vec<&Item> {
    let mut all = Vec::new();
    for item in items {
        match item {
            Item::Clip { items, .. } => all.extend(flat(items)),
            item => all.push(item),
        }
    }
    all
}
