//! What a hand at the picture means, by mouse or by finger: a tap goes on (at the left edge back), a stroke to the side
//! too; on the band of the axis one moves and zooms the time, and taps an event to look at it; a long press opens the
//! large buttons. With a tool in hand it points or draws instead.

use egui::{Id, Pos2, Rect, Response, Sense, Ui};

use crate::document;
use crate::scene::{Hit, Scene, Target};
use crate::state::{Action, Board, PresentAction, Presentation, Tool, ViewAction};
use crate::time::TimeScale;
use crate::ui::Show;
use crate::ui::paint::Place;

use super::ink;

/// At the left edge a tap goes back: so much of the width.
const BACK: f32 = 0.2;
/// A stroke to the side turns the step when it is so long, as a share of the width.
const STROKE: f32 = 0.12;
/// Points of scrolling that zoom by a factor of e.
const SCROLL_PER_E: f32 = 260.0;
/// Half the size of what a finger can hit, in points.
const FINGER: f32 = 22.0;

/// What the hand is doing.
#[derive(Debug, Default)]
pub(super) struct Memory {
    /// Where it went down.
    from: Option<Pos2>,
    /// Whether it is drawing a line.
    draws: bool,
}

/// A slide where it stands on the screen.
#[derive(Clone, Copy)]
pub(super) struct Surface<'a> {
    /// What it is called: no two of the same name show at once.
    pub(super) name: &'static str,
    pub(super) scene: &'a Scene,
    pub(super) place: Place,
    pub(super) area: Rect,
    /// Where the band of the axis begins, from the top of the screen in points.
    pub(super) band_top: f32,
    /// The time along the band, in points of the screen.
    pub(super) scale: TimeScale,
}

/// Reads the hand.
pub(super) fn read(
    show: Show<'_>,
    ui: &Ui,
    lesson: &Presentation,
    surface: Surface<'_>,
    memory: &mut Memory,
    actions: &mut Vec<Action>,
) {
    let id = Id::unique(("slide", surface.name));
    let response = ui.interact(surface.area, id, Sense::click_and_drag());
    response.widget_info(|| {
        egui::WidgetInfo::labeled(
            egui::Role::Button,
            true,
            format!("{}, next step", surface.name),
        )
    });
    if response.long_touched() || response.secondary_clicked() {
        actions.push(Action::Present(PresentAction::Board(Board::Menu)));
        return;
    }
    match lesson.tool {
        Tool::Hand => by_hand(show, ui, (&response, surface), memory, actions),
        Tool::Pointer => pointer(ui, lesson, &response, surface.area, actions),
        Tool::Pen => pen(&response, surface.area, memory, actions),
    }
}

fn by_hand(
    show: Show<'_>,
    ui: &Ui,
    (response, surface): (&Response, Surface<'_>),
    memory: &mut Memory,
    actions: &mut Vec<Action>,
) {
    zoom(ui, response, surface, actions);
    let on_band = |at: Pos2| at.y >= surface.band_top;
    if response.drag_started() {
        memory.from = ui.input(|input| input.pointer.press_origin());
    }
    let on_band = memory.from.is_some_and(on_band);
    if response.dragged() && on_band {
        let days = f64::from(response.drag_delta().x) / surface.scale.points_per_day();
        if days != 0.0 {
            actions.push(Action::View(ViewAction::PanBy(-days)));
        }
    }
    if response.drag_stopped() {
        let to = response.interact_pointer_pos();
        let across = memory
            .from
            .take()
            .zip(to)
            .map_or(0.0, |(from, to)| to.x - from.x);
        if across.abs() >= STROKE * surface.area.width() && !on_band {
            actions.push(turn(across > 0.0));
        }
    }
    if response.clicked() {
        tapped(show, response, surface, actions);
    }
}

fn tapped(show: Show<'_>, response: &Response, surface: Surface<'_>, actions: &mut Vec<Action>) {
    let Some(at) = response.interact_pointer_pos() else {
        return actions.push(turn(false));
    };
    if let Some(event) = event_at(surface, at)
        && let Some(event) = show.workspace.timeline().events.get(event)
    {
        let id = document::Id::from(&*event.id);
        return actions.push(Action::Present(PresentAction::Aside(Some(id))));
    }
    let back = at.x < surface.area.left() + BACK * surface.area.width();
    actions.push(turn(back));
}

fn turn(back: bool) -> Action {
    Action::Present(if back {
        PresentAction::Previous
    } else {
        PresentAction::Next
    })
}

/// The event whose mark or name is under a finger.
fn event_at(surface: Surface<'_>, at: Pos2) -> Option<usize> {
    let events = surface
        .scene
        .hits
        .iter()
        .rev()
        .filter_map(|hit: &Hit| match hit.target {
            Target::Event(event) | Target::Tick(event) => {
                Some((event, surface.place.rect(hit.rect)))
            }
            _ => None,
        });
    let near = events.filter_map(|(event, rect)| {
        let distance = rect.distance_to_pos(at);
        (distance <= FINGER).then_some((event, distance))
    });
    let nearest = near.min_by(|a, b| a.1.total_cmp(&b.1));
    nearest.map(|(event, _)| event)
}

/// Wheel and pinch.
fn zoom(ui: &Ui, response: &Response, surface: Surface<'_>, actions: &mut Vec<Action>) {
    let Some(at) = response.hover_pos() else {
        return;
    };
    let (scroll, pinch) = ui.input(|input| (input.smooth_scroll_delta().y, input.zoom_delta()));
    let factor = f64::from(pinch) * f64::from(scroll / SCROLL_PER_E).exp();
    if (factor - 1.0).abs() > 1e-9 {
        let day = surface.scale.day_from_x(at.x);
        actions.push(Action::View(ViewAction::ZoomAt { day, factor }));
    }
}

/// The soft spot follows the mouse, and a finger while it is down.
fn pointer(
    ui: &Ui,
    lesson: &Presentation,
    response: &Response,
    area: Rect,
    actions: &mut Vec<Action>,
) {
    let at = response
        .hover_pos()
        .or_else(|| response.interact_pointer_pos());
    let spot = at.map(|at| ink::spot(area, at));
    if spot != lesson.spot && (spot.is_some() || ui.input(|input| input.pointer.has_pointer())) {
        actions.push(Action::Present(PresentAction::Point(spot)));
    }
}

/// A line from where the hand goes down to where it leaves; a tap is a dot.
fn pen(response: &Response, area: Rect, memory: &mut Memory, actions: &mut Vec<Action>) {
    let at = response.interact_pointer_pos();
    let Some(at) = at.filter(|_| response.is_pointer_button_down_on()) else {
        memory.draws = false;
        return;
    };
    let spot = ink::spot(area, at);
    actions.push(Action::Present(
        if std::mem::replace(&mut memory.draws, true) {
            PresentAction::InkTo(spot)
        } else {
            PresentAction::InkFrom(spot)
        },
    ));
}
