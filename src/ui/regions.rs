//! The regions of the picture as things to point at, to click and to read out.

use egui::{CursorIcon, Response, Sense, Ui, Vec2};

use crate::document::Id;
use crate::scene::{Hit, Scene, Target};
use crate::state::{Action, FilterAction, ViewAction};
use crate::time::TimeWindow;

use super::{Show, paint};

/// Regions that can be pointed at and read out, at most; beyond them the canvas would cost more than it says.
const NODES: usize = 1000;

/// Makes the regions of the picture something to point at, to click and to read out.
pub(super) fn ui(
    show: Show<'_>,
    ui: &Ui,
    origin: Vec2,
    scene: &Scene,
    actions: &mut Vec<Action>,
) -> Option<usize> {
    let mut hovered = None;
    let timeline = show.workspace.timeline();
    // Under an overlay nothing is pointed at.
    let says = show.workspace.session().overlay.is_none();
    for hit in reachable(ui, origin, scene) {
        let mut response = interact(show, ui, origin, hit);
        if let Target::Event(event) | Target::Tick(event) = hit.target {
            hovered = if response.hovered() {
                Some(event)
            } else {
                hovered
            };
            response = response.on_hover_cursor(CursorIcon::PointingHand);
        }
        if says {
            response =
                response.on_hover_ui_at_pointer(|ui| drop(ui.label(hit.says(timeline, show.lang))));
        }
        if response.clicked() {
            clicked(show, hit.target, actions);
        }
    }
    hovered
}

/// Everything that has a name, then ticks, where there are too many those nearest to the pointer.
fn reachable<'a>(ui: &Ui, origin: Vec2, scene: &'a Scene) -> impl Iterator<Item = &'a Hit> {
    let is_tick = |hit: &&Hit| matches!(hit.target, Target::Tick(_));
    let (mut ticks, named): (Vec<_>, Vec<_>) = scene.hits.iter().partition(is_tick);
    let room = NODES.saturating_sub(named.len());
    if ticks.len() > room {
        let pointer = ui
            .input(|input| input.pointer.hover_pos())
            .unwrap_or_default();
        let distance = |hit: &Hit| paint::rect(origin, hit.rect).distance_sq_to_pos(pointer);
        ticks.sort_by(|a, b| distance(a).total_cmp(&distance(b)));
        ticks.truncate(room);
    }
    named.into_iter().take(NODES).chain(ticks)
}

fn interact(show: Show<'_>, ui: &Ui, origin: Vec2, hit: &Hit) -> Response {
    let id = ui.scope_id().with(hit.target);
    let response = ui.interact(paint::rect(origin, hit.rect), id, Sense::click());
    response.widget_info(|| {
        let label = hit.says(show.workspace.timeline(), show.lang);
        egui::WidgetInfo::labeled(egui::Role::Button, true, label)
    });
    if response.has_focus() {
        let stroke = ui.visuals().selection.stroke;
        let rect = paint::rect(origin, hit.rect).expand(2.0);
        ui.painter().rect_stroke(
            rect,
            egui::CornerRadius::same(4),
            stroke,
            egui::StrokeKind::Outside,
        );
    }
    response
}

fn clicked(show: Show<'_>, target: Target, actions: &mut Vec<Action>) {
    match target {
        Target::Event(event) | Target::Tick(event) => {
            if let Some(event) = show.workspace.timeline().events.get(event) {
                actions.push(Action::Select(Some(Id::from(&*event.id))));
            }
        }
        Target::Lane(category) => {
            let query = show.workspace.filter().query();
            let query = query.with_category_toggled(show.workspace.timeline(), category);
            actions.push(Action::Filter(FilterAction::Set(query.to_string())));
        }
        Target::Era(era) => {
            let era = show.workspace.timeline().eras.get(era);
            if let Some(extent) = era.and_then(|era| era.when.finite_extent()) {
                actions.push(Action::View(ViewAction::FlyTo(TimeWindow::fit(
                    extent, 0.05,
                ))));
            }
        }
    }
}
