//! Which window stands on which display, and how large.

use egui::{Context, ViewportBuilder, ViewportCommand, ViewportId, pos2};

use crate::messages::say;
use crate::state::{Display, Stage};
use crate::ui::Show;

/// What has been asked of the main window.
#[derive(Debug, Default)]
pub(super) struct Memory {
    fills: bool,
    /// The display that the main window has made room on.
    moved: Option<String>,
}

/// The window of the class.
pub(super) fn class_id() -> ViewportId {
    ViewportId::from_hash_of("class")
}

/// How the window of the class is to be: all of its display, without a frame.
pub(super) fn of_class(show: Show<'_>, display: usize) -> ViewportBuilder {
    let title = say!(show.lang, "lesson-window", title = super::title(show));
    ViewportBuilder::default()
        .with_app_id("transpacific")
        .with_title(title)
        .with_decorations(false)
        .with_active(false)
        .with_monitor(display)
}

/// Where everybody looks at the main window, it fills its display during the lesson; where it stands on the display of
/// the class, it moves to another one.
pub(super) fn see_to(show: Show<'_>, ctx: &Context, memory: &mut Memory) {
    let lesson = show.workspace.presentation();
    let stage = show.workspace.stage();
    let fills = lesson.is_some() && stage == Stage::One;
    if fills != memory.fills {
        memory.fills = fills;
        ctx.send_viewport_cmd(ViewportCommand::Fullscreen(fills));
    }
    let displays = &show.workspace.session().displays;
    let Some((at, display)) = room(stage, displays).filter(|_| lesson.is_some()) else {
        if lesson.is_none() {
            memory.moved = None;
        }
        return;
    };
    if memory.moved.as_ref() != Some(&display.name) {
        memory.moved = Some(display.name.clone());
        ctx.send_viewport_cmd(ViewportCommand::OuterPosition(at));
    }
}

/// A place for the main window, where it stands on the display of the class: that display with the place on another.
fn room(stage: Stage, displays: &[Display]) -> Option<(egui::Pos2, &Display)> {
    let Stage::Two(index) = stage else {
        return None;
    };
    let taken = displays.get(index).filter(|display| display.is_here)?;
    let free = displays.iter().find(|display| display.name != taken.name)?;
    // A little inside, so that a window manager does not push it back.
    let (x, y) = (free.at.0.saturating_add(40), free.at.1.saturating_add(40));
    Some((pos2(x as f32, y as f32), taken))
}
