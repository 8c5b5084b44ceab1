//! The picture of a step at any size, and the places of the names on its axis.

use std::collections::BTreeMap;

use egui::{Id, Rect, Role, Sense, Ui};

use crate::scene::{
    LaneHeights, Part, Placement, Progress, SLIDE_HEIGHT, Scene, Size, SlidePicture, Target, slide,
    slide_rows, slide_scale,
};
use crate::state::{Place, Presentation, Slide};
use crate::time::{TimeScale, TimeWindow};
use crate::ui::paint::{self, Fit};
use crate::ui::{Show, placing::Placing};

use super::touch::{Hangs, Surface};

/// What is to be drawn of a step.
#[derive(Clone, Copy)]
pub(super) struct Wanted<'a> {
    pub(super) slide: &'a Slide,
    pub(super) window: TimeWindow,
    /// Which step it is; none leaves the progress out.
    pub(super) place: Option<Place>,
    /// How strongly the words show, 0 to 1.
    pub(super) opacity: f32,
    /// Whether names are covered, so that the class can be asked for them.
    pub(super) covered: bool,
}

impl<'a> Wanted<'a> {
    /// A step as it is once the camera has arrived.
    pub(super) fn still(slide: &'a Slide) -> Self {
        Self {
            slide,
            window: slide.window,
            place: None,
            opacity: 1.0,
            covered: false,
        }
    }

    /// What the class sees now.
    pub(super) fn on_projector(show: Show<'_>, lesson: &Presentation, slide: &'a Slide) -> Self {
        Self {
            window: show.workspace.window_on_projector(),
            place: Some(lesson.on_projector()),
            covered: lesson.are_names_covered(),
            ..Self::still(slide)
        }
    }
}

/// Where the names on the axis stand: for each number of rows that a slide gives them, and each width in points.
#[derive(Default)]
pub(super) struct Memory {
    placings: BTreeMap<(usize, u32), Placing>,
}

/// The class's picture and its copies have three numbers of rows and one width; more are left from other displays.
const PLACINGS_MOST: usize = 8;

impl Memory {
    /// Whether they are being placed on another thread.
    pub(super) fn is_placing(&self) -> bool {
        self.placings.values().any(Placing::is_stale)
    }

    /// Those for a slide.
    fn placing(&mut self, heights: &LaneHeights, width: f32) -> &mut Placing {
        let key = (heights.rows(0), width as u32);
        if self.placings.len() >= PLACINGS_MOST && !self.placings.contains_key(&key) {
            self.placings.clear();
        }
        self.placings.entry(key).or_default()
    }
}

/// A step where it has been drawn.
pub(super) struct Drawn {
    scene: Scene,
    fit: Fit,
    area: Rect,
    scale: TimeScale,
}

impl Drawn {
    /// What the hand can touch of it.
    pub(super) fn surface(&self, hangs: Hangs) -> Surface<'_> {
        Surface {
            hangs,
            scene: &self.scene,
            fit: self.fit,
            area: self.area,
            band_top: self.area.bottom() - self.area.height() * 0.35,
            scale: self.scale,
        }
    }
}

/// Draws a step as large as `area` allows.
pub(super) fn draw(
    show: Show<'_>,
    ui: &Ui,
    area: Rect,
    wanted: Wanted<'_>,
    memory: &mut Memory,
) -> Drawn {
    let scale = area.height() / SLIDE_HEIGHT;
    let size = Size {
        // In whole points, so that a copy of nearly the same shape has its names in the same places.
        width: (SLIDE_HEIGHT * area.aspect_ratio()).round(),
        height: SLIDE_HEIGHT,
    };
    let heights = slide_rows(&wanted.slide.content);
    let width = slide_scale(wanted.window, size).width;
    let placing = memory.placing(&heights, width);
    placing.update_slide(show, ui.ctx(), (width, heights.clone()));
    let nothing = Placement::default();
    let (placement, heights) = match placing.placed() {
        Some(placed) => (&placed.placement, &placed.heights),
        None => (&nothing, &heights),
    };
    let title = super::title(show);
    let progress = wanted.place.map(|place| Progress {
        step: place.step,
        count: show.workspace.step_count(),
        title: &title,
    });
    let scene = slide(&SlidePicture {
        timeline: show.workspace.timeline(),
        slide: wanted.slide,
        window: wanted.window,
        placement,
        heights,
        size,
        theme: show.theme,
        fonts: show.fonts,
        lang: show.lang,
        progress,
        opacity: wanted.opacity,
        covered: wanted.covered,
    });
    let origin = area.min.to_vec2();
    let fit = Fit { origin, scale };
    paint::scaled(&ui.painter_at(area), fit, &scene.items);
    Drawn {
        scene,
        fit,
        area,
        scale: TimeScale::new(wanted.window, area.left(), area.width()),
    }
}

/// Says the words of the step to screen readers, in the order in which they are read out: headline and date, then the
/// summary, then the quotation.
pub(super) fn say(show: Show<'_>, ui: &Ui, drawn: &Drawn) {
    let timeline = show.workspace.timeline();
    let parts = drawn.scene.hits.iter().enumerate();
    for (index, hit) in parts {
        let Target::Part(part) = hit.target else {
            continue;
        };
        let rect = drawn.fit.rect(hit.rect);
        let says = hit.says(timeline, show.lang);
        let role = if part == Part::Headline {
            Role::Heading
        } else {
            Role::Label
        };
        let response = ui.interact(rect, Id::unique(("part", index)), Sense::empty());
        response.widget_info(|| egui::WidgetInfo::labeled(role, true, &*says));
    }
}
