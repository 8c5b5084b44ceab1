//! The lesson on the screen: what the class sees, what the teacher sees, and what lies over both.
//!
//! Where there is a display for the class, a window of its own fills it ([`class`]) and the main window is the teacher's
//! ([`presenter`]); where there is only one screen, the main window is the class's, and the notes can be peeked at.
//! Both draw the same slides ([`picture`]) from the same [`Workspace`](crate::state::Workspace), so they cannot get out of step.

mod boards;
mod choose;
mod class;
mod ink;
mod mirror;
mod notes;
mod picture;
mod presenter;
mod quiz;
mod strip;
mod touch;
mod windows;

use egui::{Margin, Ui};

use crate::messages::say;
use crate::state::{Action, Place, PresentAction, Presentation, Stage};

use super::{Show, keys, search};

pub(super) use choose::overlay as choose;
pub(super) use strip::notes_file;

/// What the lesson's windows remember between two frames.
#[derive(Default)]
pub(super) struct Memory {
    names: picture::Memory,
    mirror: mirror::Memory,
    boards: boards::Memory,
    touch: touch::Memory,
    coming: Coming,
    windows: windows::Memory,
    clock: Clock,
}

/// Since when the words of a step have been coming.
#[derive(Debug, Default)]
struct Coming {
    place: Option<Place>,
    since: f64,
}

/// Up to when the clock of the lesson has been moved on, in seconds of the toolkit.
#[derive(Debug, Default)]
struct Clock {
    last: Option<f64>,
}

/// How often the clock moves on, in seconds.
const TICK: f64 = 1.0;

impl Memory {
    /// Whether names are being placed on another thread.
    pub(super) fn is_placing(&self) -> bool {
        self.names.is_placing()
    }
}

impl Coming {
    /// How much of the words is there, 0 to 1, when all take so many seconds.
    fn share(&mut self, ui: &Ui, lesson: &Presentation, seconds: f64) -> f32 {
        if ui.style().animation_time == 0.0 {
            return 1.0;
        }
        let now = ui.input(|input| input.time);
        let place = Some(lesson.on_projector());
        let turned = self.place.map(|place| place.step) != place.map(|place| place.step);
        self.place = place;
        if turned {
            self.since = now;
        }
        let share = ((now - self.since) / seconds).clamp(0.0, 1.0);
        if share < 1.0 {
            ui.ctx().request_repaint();
        }
        share as f32
    }
}

impl Clock {
    /// Lets the lesson's clock go on, once in a second.
    fn tick(&mut self, ui: &Ui, actions: &mut Vec<Action>) {
        let now = ui.input(|input| input.time);
        let last = *self.last.get_or_insert(now);
        if now - last >= TICK {
            self.last = Some(now);
            actions.push(Action::Present(PresentAction::Advance(now - last)));
        }
        let left = TICK - (now - self.last.unwrap_or(now)).clamp(0.0, TICK);
        ui.ctx()
            .request_repaint_after(std::time::Duration::from_secs_f64(left.max(0.05)));
    }
}

/// Shows the lesson, and says whether it takes the main window: not while the teacher looks around in it.
pub(super) fn ui(
    show: Show<'_>,
    ui: &mut Ui,
    memory: &mut Memory,
    search: &mut search::Memory,
    actions: &mut Vec<Action>,
) -> bool {
    windows::see_to(show, ui.ctx(), &mut memory.windows);
    let Some(lesson) = show.workspace.presentation() else {
        *memory = Memory {
            windows: std::mem::take(&mut memory.windows),
            ..Memory::default()
        };
        return false;
    };
    memory.clock.tick(ui, actions);
    super::canvas::fly(show, ui, actions);
    if let Stage::Two(display) = show.workspace.stage() {
        let builder = windows::of_class(show, display);
        ui.ctx()
            .show_viewport_immediate(windows::class_id(), builder, |ui, _| {
                keys::read(show, ui, search, actions);
                class::ui(show, ui, memory, actions);
                if ui.input(|input| input.viewport().close_requested()) {
                    actions.push(Action::Present(PresentAction::End));
                }
            });
    }
    if lesson.exploring {
        return false;
    }
    match show.workspace.stage() {
        Stage::One => {
            let frame = show.ground(Margin::ZERO);
            egui::CentralPanel::no_frame()
                .frame(frame)
                .show(ui, |ui| class::ui(show, ui, memory, actions));
        }
        Stage::Two(_) | Stage::Lost => presenter::ui(show, ui, memory, actions),
    }
    true
}

/// What the lesson is called.
fn title(show: Show<'_>) -> String {
    let title = match show.workspace.told_story() {
        Some(story) => show.lang.choose(&story.title, story.title_ja.as_deref()),
        None => {
            let timeline = show.workspace.timeline();
            show.lang
                .choose(&timeline.title, timeline.title_ja.as_deref())
        }
    };
    title.to_owned()
}

/// `7 of 8`.
fn position(show: Show<'_>, place: Place) -> String {
    let count = show.workspace.step_count();
    match count {
        0 => say!(show.lang, "lesson-no-step"),
        _ => say!(
            show.lang,
            "lesson-position",
            step = place.step.saturating_add(1).to_string(),
            count = count.to_string()
        ),
    }
}

/// Width over height of the class's picture.
fn aspect(show: Show<'_>) -> f32 {
    const USUAL: f32 = 16.0 / 9.0;
    let Stage::Two(display) = show.workspace.stage() else {
        return USUAL;
    };
    let display = show.workspace.session().displays.get(display);
    let aspect = display.map(|display| display.width as f32 / display.height.max(1) as f32);
    aspect
        .filter(|aspect| (0.3..5.0).contains(aspect))
        .unwrap_or(USUAL)
}

/// The line over the timeline while the teacher looks around in a lesson, and the way back.
pub(super) fn roaming(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    let Some(lesson) = show
        .workspace
        .presentation()
        .filter(|lesson| lesson.exploring)
    else {
        return;
    };
    let frame = egui::Frame::new()
        .fill(super::style::color(show.theme.accent))
        .inner_margin(Margin::symmetric(16, 0));
    egui::Panel::top("roaming").frame(frame).show(ui, |ui| {
        // A finger finds the way back.
        ui.spacing_mut().interact_size.y = boards::TARGET;
        ui.horizontal(|ui| {
            let said = if lesson.frozen.is_some() {
                say!(show.lang, "lesson-exploring-frozen")
            } else {
                say!(show.lang, "lesson-exploring")
            };
            let ink = super::style::color(show.theme.on_accent);
            ui.label(
                egui::RichText::new(said)
                    .font(super::style::sans(14.0))
                    .color(ink),
            );
            let step = (lesson.place.step + 1).to_string();
            let back = say!(show.lang, "lesson-back-to-step", step = step);
            let text = egui::RichText::new(back)
                .font(super::style::semibold(14.0))
                .color(ink);
            let button = egui::Button::new(text).frame(false);
            if ui.add(button).clicked() {
                actions.push(Action::Present(PresentAction::Explore));
            }
        });
    });
}
