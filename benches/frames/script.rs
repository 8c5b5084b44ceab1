//! What the hand does in the measured frames.

use egui::{Event, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, TouchPhase};

/// Zooms in at three places, drags to and fro, zooms in further, drags again, and zooms out: 240 frames.
pub(crate) fn script() -> Vec<Vec<Event>> {
    let mut steps = Vec::new();
    for x in [900.0, 500.0, 1200.0] {
        zoom(&mut steps, x, 0.4, 20);
    }
    drag(&mut steps, 1200.0, -16.0, 40);
    drag(&mut steps, 400.0, 22.0, 40);
    zoom(&mut steps, 760.0, 0.4, 20);
    drag(&mut steps, 1300.0, -25.0, 30);
    zoom(&mut steps, 640.0, -0.7, 50);
    steps
}

/// Turns the wheel by so many notches in each frame.
fn zoom(steps: &mut Vec<Vec<Event>>, x: f32, notches: f32, frames: usize) {
    let at = egui::pos2(x, 450.0);
    let notch = Event::MouseWheel {
        unit: MouseWheelUnit::Line,
        delta: egui::vec2(0.0, notches),
        phase: TouchPhase::Move,
        source: MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    };
    steps.extend((0..frames).map(|_| vec![Event::PointerMoved(at), notch.clone()]));
}

/// Holds the button and moves by so many points in each frame.
fn drag(steps: &mut Vec<Vec<Event>>, x: f32, by: f32, frames: usize) {
    let mut at = egui::pos2(x, 470.0);
    let button = |pos: Pos2, pressed: bool| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    steps.push(vec![Event::PointerMoved(at), button(at, true)]);
    for _ in 2..frames {
        at.x += by;
        steps.push(vec![Event::PointerMoved(at)]);
    }
    steps.push(vec![button(at, false)]);
}
