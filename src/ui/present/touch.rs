//! What a hand at the picture means, by mouse or by finger: a tap goes on (at the left edge back), a stroke to the side
//! too; on the band of the axis one moves and zooms the time, and taps an event to look at it; a long press opens the
//! large buttons. With a tool in hand it points or draws instead.
//!
//! A board is leant on: only the finger that came down first is the pointer, and what is done with more than one is
//! neither a tap nor a stroke, so that a pinch or the heel of a hand never turns a step. What the system takes back
//! (a touch that is cancelled) never ends with a release, so nothing here waits for one.

use std::collections::BTreeMap;

use egui::{Event, Id, Pos2, Rect, Response, Sense, TouchPhase, Ui};

use crate::document;
use crate::messages::say;
use crate::scene::{Hit, Scene, Target};
use crate::state::{Action, Board, Cover, PresentAction, Presentation, Tool, ViewAction};
use crate::time::TimeScale;
use crate::ui::Show;
use crate::ui::paint::Fit;

use super::ink::{self, Pen};

/// At the left edge a tap goes back: so much of the width.
const BACK: f32 = 0.2;
/// A stroke to the side turns the step when it is so long, as a share of the width.
const STROKE: f32 = 0.12;
/// Points of scrolling that zoom by a factor of e.
const SCROLL_PER_E: f32 = 260.0;
/// Half the size of what a finger can hit, in points.
const FINGER: f32 = 22.0;

/// What the hands are doing, for each picture: in two windows there are two pictures in the same frame.
#[derive(Debug, Default)]
pub(super) struct Memory {
    hands: BTreeMap<Hangs, Hand>,
}

/// What the hand at a picture is doing.
#[derive(Debug, Default)]
struct Hand {
    /// Where it went down, until it leaves.
    from: Option<Pos2>,
    /// Whether more than one finger has been down since then.
    several: bool,
    pen: Pen,
}

impl Hand {
    /// Follows it: where it went down on the picture, and with how many fingers.
    fn follow(&mut self, ui: &Ui, response: &Response) {
        ui.input(|input| {
            if input.pointer.any_pressed() {
                let origin = input.pointer.press_origin();
                self.from = origin.filter(|_| response.is_pointer_button_down_on());
                self.several = false;
            }
            let touch = |wanted: TouchPhase| {
                let events = input.events.iter();
                events
                    .filter(
                        move |event| matches!(event, Event::Touch { phase, .. } if *phase == wanted),
                    )
                    .count()
            };
            self.several |= input.multi_touch().is_some() || touch(TouchPhase::Start) > 1;
            if touch(TouchPhase::Cancel) > 0 && !input.pointer.has_pointer() {
                self.from = None;
            }
        });
    }

    /// Forgets it once it has left.
    fn leave(&mut self, ui: &Ui) {
        if !ui.input(|input| input.pointer.any_down()) {
            self.from = None;
            self.several = false;
        }
    }
}

/// Whom a slide hangs before; no two show at once that hang before the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Hangs {
    /// The class.
    Before,
    /// The teacher, who sees in small what the class sees.
    Beside,
}

/// A slide where it stands on the screen.
#[derive(Clone, Copy)]
pub(super) struct Surface<'a> {
    pub(super) hangs: Hangs,
    pub(super) scene: &'a Scene,
    pub(super) fit: Fit,
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
    let id = Id::unique(("slide", surface.hangs));
    let response = ui.interact(surface.area, id, Sense::click_and_drag());
    let name = match surface.hangs {
        Hangs::Before => say!(show.lang, "lesson-slide"),
        Hangs::Beside => say!(show.lang, "lesson-slide-of-class"),
    };
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
    let hand = memory.hands.entry(surface.hangs).or_default();
    hand.follow(ui, &response);
    if asks_for_buttons(&response, hand) {
        *hand = Hand::default();
        actions.push(Action::Present(PresentAction::Board(Board::Menu)));
        return;
    }
    if lesson.tool != Tool::Pen {
        hand.pen = Pen::Off;
    }
    match lesson.tool {
        Tool::Hand => by_hand(show, ui, lesson, (&response, surface), hand, actions),
        Tool::Pointer => pointer(ui, lesson, &response, surface.area, actions),
        Tool::Pen => hand
            .pen
            .draw(ui, &response, (surface.area, hand.several), actions),
    }
    hand.leave(ui);
}

/// A long press by one finger, or the other button of the mouse. Who writes slowly wants to go on writing.
fn asks_for_buttons(response: &Response, hand: &Hand) -> bool {
    if response.long_touched() {
        return !hand.several && !hand.pen.is_drawing();
    }
    response.secondary_clicked()
}

/// Lets a tap anywhere show again what a cover in `area` hides; a long press opens the large buttons.
pub(super) fn cover(
    show: Show<'_>,
    ui: &Ui,
    lesson: &Presentation,
    (area, cover): (Rect, Cover),
    actions: &mut Vec<Action>,
) {
    let response = ui.interact(area, Id::unique("cover"), Sense::click());
    let name = say!(show.lang, "lesson-cover");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
    if response.secondary_clicked() {
        actions.push(Action::Present(PresentAction::Board(Board::Menu)));
    } else if response.clicked() {
        actions.push(Action::Present(match lesson.board {
            // The questions lie under the cover, everything else over it.
            Some(board) if board != Board::Quiz => PresentAction::Board(board),
            _ => PresentAction::Cover(cover),
        }));
    }
}

fn by_hand(
    show: Show<'_>,
    ui: &Ui,
    lesson: &Presentation,
    (response, surface): (&Response, Surface<'_>),
    hand: &Hand,
    actions: &mut Vec<Action>,
) {
    let on_band = hand.from.is_some_and(|at| at.y >= surface.band_top);
    zoom(ui, response, surface, on_band, actions);
    if response.dragged() && on_band {
        let days = f64::from(response.drag_delta().x) / surface.scale.points_per_day();
        if days != 0.0 {
            actions.push(Action::View(ViewAction::PanBy(-days)));
        }
    }
    if response.drag_stopped() && !on_band && !hand.several {
        let to = response.interact_pointer_pos();
        let across = hand.from.zip(to).map_or(0.0, |(from, to)| to.x - from.x);
        if across.abs() >= STROKE * surface.area.width() {
            actions.push(turn(across > 0.0));
        }
    }
    if response.clicked() {
        match lesson.board {
            _ if hand.several => {}
            // Beside a board one taps to be rid of it.
            Some(board) => actions.push(Action::Present(PresentAction::Board(board))),
            None => tapped(show, response, surface, actions),
        }
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
            Target::Event(event) | Target::Tick(event) => Some((event, surface.fit.rect(hit.rect))),
            _ => None,
        });
    let near = events.filter_map(|(event, rect)| {
        let distance = rect.distance_to_pos(at);
        (distance <= FINGER).then_some((event, distance))
    });
    let nearest = near.min_by(|a, b| a.1.total_cmp(&b.1));
    nearest.map(|(event, _)| event)
}

/// The wheel zooms the time from anywhere; two fingers where the time is, on the band.
fn zoom(
    ui: &Ui,
    response: &Response,
    surface: Surface<'_>,
    on_band: bool,
    actions: &mut Vec<Action>,
) {
    let Some(at) = response.hover_pos() else {
        return;
    };
    let (scroll, pinch, by_finger) = ui.input(|input| {
        let scroll = input.smooth_scroll_delta().y;
        (scroll, input.zoom_delta(), input.multi_touch().is_some())
    });
    if by_finger && !on_band {
        return;
    }
    let factor = f64::from(pinch) * f64::from(scroll / SCROLL_PER_E).exp();
    if factor.is_finite() && (factor - 1.0).abs() > 1e-9 {
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
    let (here, gone) = ui.input(|input| {
        let gone = input.events.contains(&Event::PointerGone);
        (input.pointer.has_pointer(), gone)
    });
    let at = response
        .hover_pos()
        .or_else(|| response.interact_pointer_pos());
    let spot = at.filter(|_| here).map(|at| ink::spot(area, at));
    // Without a pointer in this window it may be in the other one, and the spot with it.
    if spot != lesson.spot && (here || gone) {
        actions.push(Action::Present(PresentAction::Point(spot)));
    }
}
