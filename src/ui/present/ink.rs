//! What the hand leaves on the picture: the pointer's soft spot and the lines of the pen.

use egui::{Event, PointerButton, Pos2, Rect, Response, Shape, Stroke, Ui, pos2};

use crate::state::{Action, PresentAction, Presentation, Spot};
use crate::ui::Show;
use crate::ui::style::color;

/// Radius of the spot, as a share of the picture's height.
const SPOT: f32 = 0.022;
/// Width of the pen, as a share of the picture's height.
const PEN: f32 = 0.006;
/// Rings of which the spot is made, so that its edge is soft.
const RINGS: u8 = 6;

/// Nearer than so many points to where it went down the pen has not moved yet: a dot, or a long press.
const STILL: f32 = 2.0;

/// What the pen is doing.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
pub(super) enum Pen {
    /// It is off the picture.
    #[default]
    Off,
    /// It went down here and has not moved.
    Down(Pos2),
    /// It draws a line.
    Draws,
}

impl Pen {
    /// Whether it draws a line.
    pub(super) fn is_drawing(self) -> bool {
        self == Self::Draws
    }

    /// Follows it through all that happened since the last frame, so that a quick curve keeps its corners: a line from
    /// where it goes down to where it leaves, and a dot where it does not move. `several` fingers make no dots: they
    /// rest, or pinch.
    pub(super) fn draw(
        &mut self,
        ui: &Ui,
        response: &Response,
        (area, several): (Rect, bool),
        actions: &mut Vec<Action>,
    ) {
        let is_ours = response.is_pointer_button_down_on() || response.clicked();
        let mut ink = |action: fn(Spot) -> PresentAction, at: Pos2| {
            actions.push(Action::Present(action(spot(area, at))));
        };
        let (events, held) = ui.input(|input| {
            let held = input.pointer.any_down() || input.pointer.any_released();
            (input.events.clone(), held)
        });
        if !held {
            // It left while something lay over the picture.
            *self = Self::Off;
        }
        for event in events {
            match (event, *self) {
                (Event::PointerButton { button, .. }, _) if button != PointerButton::Primary => {}
                (Event::PointerButton { pos, pressed, .. }, _) if pressed => {
                    *self = if is_ours { Self::Down(pos) } else { Self::Off };
                }
                (Event::PointerButton { pos, .. }, was) => {
                    *self = Self::Off;
                    match was {
                        Self::Draws => ink(PresentAction::InkTo, pos),
                        Self::Down(from) if !several => ink(PresentAction::InkFrom, from),
                        _ => {}
                    }
                }
                (Event::PointerMoved(to), Self::Down(from)) if from.distance(to) >= STILL => {
                    *self = Self::Draws;
                    ink(PresentAction::InkFrom, from);
                    ink(PresentAction::InkTo, to);
                }
                (Event::PointerMoved(to), Self::Draws) => ink(PresentAction::InkTo, to),
                (Event::PointerGone, _) => *self = Self::Off,
                _ => {}
            }
        }
    }
}

/// Draws them over the picture in `area`.
pub(super) fn draw(show: Show<'_>, ui: &Ui, lesson: &Presentation, area: Rect) {
    let painter = ui.painter_at(area);
    let pen = Stroke::new((area.height() * PEN).max(1.0), color(show.theme.pen));
    for line in &lesson.ink {
        let points: Vec<_> = line.iter().map(|&spot| on_screen(area, spot)).collect();
        // Round ends; of a dot there is nothing else.
        for end in points.first().into_iter().chain(points.last()) {
            painter.circle_filled(*end, pen.width / 2.0, pen.color);
        }
        painter.add(Shape::line(points, pen));
    }
    if let Some(spot) = lesson.spot {
        let at = on_screen(area, spot);
        for ring in 1..=RINGS {
            let share = f32::from(ring) / f32::from(RINGS);
            let soft = color(show.theme.pen.with_opacity(0.22));
            painter.circle_filled(at, area.height() * SPOT * share, soft);
        }
    }
}

/// The spot of the picture at a point of the screen.
pub(super) fn spot(area: Rect, at: Pos2) -> Spot {
    let height = area.height().max(1.0);
    let at = (at - area.min) / height;
    Spot { x: at.x, y: at.y }
}

fn on_screen(area: Rect, spot: Spot) -> Pos2 {
    let height = area.height();
    pos2(area.left() + spot.x * height, area.top() + spot.y * height)
}
