//! The regions of the picture as things to point at, to click and to read out.

use egui::{CursorIcon, Response, Sense, Ui, Vec2};

use crate::document::{Event, Id};
use crate::messages::say;
use crate::scene::{Cluster, Hit, Placement, Scene, Target, TextStyle};
use crate::state::{Action, FilterAction, Mode, PanelAction, ViewAction};
use crate::time::{Span, TimeScale, TimeWindow};

use super::{Show, aloud, paint, widgets};

/// Events of a cluster that are named under the pointer.
const LISTED: usize = 6;
/// Style and greatest width of their titles.
const TITLE: TextStyle = TextStyle::sans(12.5);
const TITLE_WIDTH: f32 = 300.0;
/// Free space around a cluster that is told apart, as a share of its length at each side.
const APART: f64 = 0.2;

/// Regions that can be pointed at and read out, at most; beyond them the canvas would cost more than it says.
const NODES: usize = 1000;
/// Events farther from the pointer than this, in points, are no widgets: whoever reaches them sooner than a frame has
/// [`touched`] them.
const NEAR: f32 = 8.0;

/// Who stands where, for regions that stand for many.
#[derive(Clone, Copy)]
pub(super) struct Crowds<'a> {
    pub(super) placement: &'a Placement,
    pub(super) scale: &'a TimeScale,
}

impl<'a> Crowds<'a> {
    fn members(self, show: Show<'a>, cluster: Cluster) -> impl Iterator<Item = &'a Event> {
        let timeline = show.workspace.timeline();
        self.indexes(show, cluster)
            .filter_map(|event| timeline.events.get(event as usize))
    }

    fn indexes(self, show: Show<'a>, cluster: Cluster) -> impl Iterator<Item = u32> + 'a {
        self.placement
            .members(show.workspace.timeline(), cluster, self.scale)
    }
}

/// Makes the regions of the picture something to point at, to click and to read out.
pub(super) fn ui(
    show: Show<'_>,
    ui: &mut Ui,
    canvas: egui::Id,
    origin: Vec2,
    scene: &Scene,
    crowds: Crowds<'_>,
    actions: &mut Vec<Action>,
) -> Option<usize> {
    let mut hovered = None;
    // What the lanes hold reads as a list, apart from the lanes and eras themselves.
    let role = egui::accesskit::Role::ListBox;
    let list = ui.new_child(egui::UiBuilder::new().accessibility_role(role));
    ui.ctx().accesskit_node_builder(list.unique_id(), |node| {
        node.set_label(say!(show.lang, "canvas-events"));
    });
    let timeline = show.workspace.timeline();
    // Under an overlay nothing is pointed at.
    let says = show.workspace.session().overlay.is_none();
    let is_walked = is_walked(ui, canvas);
    let mut reachable = reachable(ui, is_walked, origin, scene);
    if is_walked {
        reachable.sort_by_cached_key(|hit| reading_order(show, hit.target, crowds));
    }
    for hit in reachable {
        let within = if hit.is_of_events() { &list } else { &*ui };
        let mut response = interact(show, within, origin, hit);
        if let Target::Event(event) | Target::Tick(event) = hit.target
            && response.hovered()
        {
            hovered = Some(event);
        }
        if !matches!(hit.target, Target::Lane(_) | Target::Era(_)) {
            response = response.on_hover_cursor(CursorIcon::PointingHand);
        }
        if says {
            response = response.on_hover_ui_at_pointer(|ui| {
                ui.label(hit.says(timeline, show.lang));
                if let Target::Cluster(cluster) = hit.target {
                    members(show, ui, cluster, crowds);
                }
            });
        }
        if response.clicked() {
            let adds = ui.input(|input| input.modifiers.command || input.modifiers.shift);
            clicked(show, hit.target, adds, crowds, actions);
        }
    }
    hovered
}

/// Lanes and eras, and of the events those near the pointer; all, where somebody may read them out or walk through them
/// by the Tab key. Where even those are too many, the nearest.
fn reachable<'a>(ui: &Ui, is_walked: bool, origin: Vec2, scene: &'a Scene) -> Vec<&'a Hit> {
    let pointer = ui.input(|input| input.pointer.hover_pos());
    let within = match pointer {
        _ if is_walked => f32::INFINITY,
        Some(_) => NEAR,
        None => -1.0,
    };
    let pointer = pointer.unwrap_or_default();
    let distance = move |hit: &Hit| paint::rect(origin, hit.rect).distance_to_pos(pointer);
    let is_near = move |hit: &&Hit| distance(hit) <= within;
    let is_reachable = move |hit: &&Hit| !hit.is_of_events() || is_near(hit);
    let mut hits: Vec<_> = scene.hits.iter().filter(is_reachable).collect();
    if hits.len() > NODES {
        hits.sort_by(|a, b| distance(a).total_cmp(&distance(b)));
        hits.truncate(NODES);
    }
    hits
}

/// Whether somebody may read the regions out or walk through them by the Tab key.
fn is_walked(ui: &Ui, canvas: egui::Id) -> bool {
    let is_read_out = ui.ctx().accesskit_node_builder(canvas, |_| ()).is_some();
    is_read_out || ui.memory(|memory| memory.focused().is_some())
}

/// Eras first, then lane by lane its name and what it holds, by time.
fn reading_order(show: Show<'_>, target: Target, crowds: Crowds<'_>) -> (usize, i64) {
    let event = |index: usize| show.workspace.timeline().events.get(index);
    let (lane, day) = match target {
        Target::Era(_) | Target::Part(_) => (0, 0.0),
        Target::Lane(lane) => (lane.saturating_add(1), f64::NEG_INFINITY),
        Target::Event(index) | Target::Tick(index) => match event(index) {
            Some(event) => (event.category.saturating_add(1), event.when.anchor()),
            None => (usize::MAX, 0.0),
        },
        Target::Cluster(cluster) => {
            let first = crowds.members(show, cluster).next();
            let day = first.map_or(0.0, |event| event.when.anchor());
            (cluster.lane.saturating_add(1), day)
        }
    };
    (lane, day.floor() as i64)
}

/// A click on the canvas itself: a finger comes from nowhere, so what it touches was no widget before.
pub(super) fn touched(
    show: Show<'_>,
    canvas: &Response,
    origin: Vec2,
    scene: &Scene,
    crowds: Crowds<'_>,
    actions: &mut Vec<Action>,
) {
    let place = canvas.interact_pointer_pos().filter(|_| canvas.clicked());
    let under = |place: egui::Pos2| {
        let mut hits = scene.hits.iter().rev().filter(|hit| hit.is_of_events());
        hits.find(|hit| paint::rect(origin, hit.rect).contains(place))
    };
    if let Some(hit) = place.and_then(under) {
        clicked(show, hit.target, false, crowds, actions);
    }
}

fn interact(show: Show<'_>, ui: &Ui, origin: Vec2, hit: &Hit) -> Response {
    let id = ui.scope_id().with(hit.target);
    let response = ui.interact(paint::rect(origin, hit.rect), id, Sense::click());
    response.widget_info(|| {
        let says = hit.says(show.workspace.timeline(), show.lang);
        match hit.target {
            Target::Event(event) | Target::Tick(event) => {
                let label = aloud::event(show, event, &says);
                egui::WidgetInfo::labeled(egui::Role::ListBoxOption, true, label)
            }
            _ => egui::WidgetInfo::labeled(egui::Role::Button, true, says),
        }
    });
    place(show, ui, id, hit);
    response
}

/// Tells screen readers which of how many an event is, and whether it is selected.
fn place(show: Show<'_>, ui: &Ui, id: egui::Id, hit: &Hit) {
    let (Target::Event(index) | Target::Tick(index)) = hit.target else {
        return;
    };
    let selected = show.workspace.selected().map(|(selected, _)| selected);
    let event = show.workspace.timeline().events.get(index);
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_selected(selected == Some(index));
        let place = event.and_then(|event| aloud::place(show, index, event.category));
        if let Some((place, count)) = place {
            node.set_position_in_set(place.saturating_sub(1));
            node.set_size_of_set(count);
        }
    });
}

/// The first few events of a cluster, and how many more there are.
fn members(show: Show<'_>, ui: &mut Ui, cluster: Cluster, crowds: Crowds<'_>) {
    for event in crowds.members(show, cluster).take(LISTED) {
        let title = show.fonts.elided(
            show.lang.choose(&event.title, event.title_ja.as_deref()),
            TITLE,
            TITLE_WIDTH,
        );
        ui.label(widgets::muted(
            show,
            format!("{}  {title}", event.when.display(show.lang)),
        ));
    }
    let more = cluster.count.saturating_sub(LISTED);
    if more > 0 {
        ui.label(widgets::muted(
            show,
            say!(show.lang, "canvas-more", count = more),
        ));
    }
}

/// Closer by so much that what was one region can be told apart, or where that is not to be had, a list.
fn tell_apart(show: Show<'_>, cluster: Cluster, crowds: Crowds<'_>) -> Action {
    let anchors = crowds
        .members(show, cluster)
        .map(|event| event.when.anchor());
    let span = anchors.map(|day| Span::new(day, day)).reduce(Span::union);
    match span.filter(|span| cluster.is_inside() && span.start.floor() < span.end.floor()) {
        Some(span) => Action::View(ViewAction::FlyTo(TimeWindow::fit(span, APART))),
        None => Action::Panel(PanelAction::List(crowds.indexes(show, cluster).collect())),
    }
}

/// What a click does; with Ctrl or Shift held it `adds` to the selection, where several can be edited at once.
fn clicked(
    show: Show<'_>,
    target: Target,
    adds: bool,
    crowds: Crowds<'_>,
    actions: &mut Vec<Action>,
) {
    let adds = adds && show.workspace.session().mode == Mode::Edit;
    match target {
        Target::Cluster(cluster) => actions.push(tell_apart(show, cluster, crowds)),
        Target::Event(event) | Target::Tick(event) => {
            if let Some(event) = show.workspace.timeline().events.get(event) {
                let id = Id::from(&*event.id);
                actions.push(if adds {
                    Action::SelectAlso(id)
                } else {
                    Action::Select(Some(id))
                });
            }
        }
        Target::Lane(category) => {
            let query = show.workspace.filter().query();
            let query = query.with_category_toggled(show.workspace.timeline(), category);
            actions.push(Action::Filter(FilterAction::Set(query.to_string())));
        }
        Target::Part(_) => {}
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
