//! The canvas: builds the scene for the room there is, paints it, and turns wheel, drag and clicks into actions.

use egui::{CursorIcon, Id, Pos2, Response, RichText, Sense, Ui, Vec2};

use crate::messages::{Message, message, say};
use crate::scene::{
    Frame, Highlight, LaneHeights, Picture, Placement, Point, Scene, Size, build, point,
};
use crate::state::{Action, Mode, ViewAction, Wheel};
use crate::time::{TimeScale, display_window};

use super::placing::{Placing, empty_lanes};
use super::style::{color, sans};
use super::{Show, commands, hands, loading, paint, regions, widgets};

/// Opacity of events that are about to be replaced.
const STALE: f32 = 0.4;
/// How long they take to fade, so that what is replaced at once does not flicker.
const FADE_SECONDS: f32 = 0.15;

/// A canvas narrower than this, in points, has no room for buttons beside the stretch in view.
const BUTTONS: f32 = 400.0;

/// What the canvas remembers: rows that took long to find, and where the pointer was.
#[derive(Default)]
pub(super) struct Memory {
    placing: Placing,
    hands: hands::Memory,
    hovered: Option<usize>,
    pointer_day: Option<f64>,
    /// The selected event whose lane has been brought into view.
    revealed: Option<usize>,
    /// Scrolling over the names of the lanes that has not made up a whole lane yet, in points.
    lane_scroll: f32,
}

impl Memory {
    /// Whether a newer placement than the one that shows is under way.
    pub(super) fn is_placing(&self) -> bool {
        self.placing.is_stale()
    }

    /// What the hands hold.
    pub(super) fn hands(&mut self) -> &mut hands::Memory {
        &mut self.hands
    }

    /// The day under the pointer, while it is over the canvas.
    pub(super) fn pointer_day(&self) -> Option<f64> {
        self.pointer_day
    }
}

/// Shows the line above the canvas, and the canvas.
pub(super) fn ui(show: Show<'_>, ui: &mut Ui, memory: &mut Memory, actions: &mut Vec<Action>) {
    egui::CentralPanel::no_frame()
        .frame(show.ground(egui::Margin::ZERO))
        .show(ui, |ui| {
            if loading::instead_of_canvas(show, ui, actions) {
                return;
            }
            ui.spacing_mut().item_spacing.y = 0.0;
            head(show, ui, actions);
            canvas(show, ui, memory, actions);
        });
}

/// What is in view, and the few commands that belong to the view.
fn head(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    let frame = egui::Frame::new().inner_margin(egui::Margin {
        left: 14,
        right: 14,
        top: 6,
        bottom: 4,
    });
    frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            // What the buttons do has keys too: beside a panel in a small window they give way to what is in view.
            let has_buttons = ui.available_width() > BUTTONS;
            let said = display_window(show.workspace.view().window(), show.lang);
            let said = RichText::new(said)
                .font(sans(13.5))
                .color(color(show.theme.muted));
            let label = egui::Label::new(said);
            ui.add(if has_buttons { label } else { label.truncate() });
            elsewhere(show, ui, actions);
            if has_buttons {
                let layout = egui::Layout::right_to_left(egui::Align::Center);
                ui.with_layout(layout, |ui| view_buttons(show, ui, actions));
            }
        });
    });
}

/// When all that matches lies outside the view: how many there are, and the way there.
fn elsewhere(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    let shown = show.workspace.filter().selection();
    if show.workspace.filter().text().is_empty() || shown.is_empty() {
        return;
    }
    let events = &show.workspace.timeline().events;
    let first = show.workspace.first_from_view();
    let first = first.and_then(|event| events.get(event as usize));
    let end = show.workspace.view().destination().span().end;
    if first.is_some_and(|event| event.when.anchor() <= end) {
        return;
    }
    let said = say!(show.lang, "canvas-show-matching", count = shown.len());
    if widgets::link(show, ui, &said).clicked() {
        actions.push(Action::View(ViewAction::FitShown));
    }
}

fn view_buttons(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    let view = show.workspace.view();
    let middle = view.window().mid();
    let mut button = |text: &str, name: Message, action: ViewAction| {
        let name = name.text(show.lang);
        let response = widgets::quiet_link(show, ui, text).on_hover_text(&name);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
        if response.clicked() {
            actions.push(Action::View(action));
        }
    };
    button(
        "+",
        message!("commands-zoom-in"),
        ViewAction::ZoomAt {
            day: middle,
            factor: 1.5,
        },
    );
    button(
        &say!(show.lang, "canvas-fit"),
        message!("commands-fit-all"),
        ViewAction::FitAll,
    );
    button(
        "−",
        message!("commands-zoom-out"),
        ViewAction::ZoomAt {
            day: middle,
            factor: 1.0 / 1.5,
        },
    );
    button("→", message!("commands-forward"), ViewAction::Forward);
    button("←", message!("commands-back"), ViewAction::Back);
    if let Some(action) = commands::article(show.workspace)
        && widgets::quiet_link(show, ui, &say!(show.lang, "canvas-article")).clicked()
    {
        actions.push(Action::Panel(action));
    }
    let outline = message!("commands-outline").text(show.lang);
    if widgets::quiet_link(show, ui, &outline).clicked() {
        let outline = commands::Command::Outline;
        actions.extend(commands::action(outline, show.workspace, show.moment));
    }
}

fn canvas(show: Show<'_>, ui: &mut Ui, memory: &mut Memory, actions: &mut Vec<Action>) {
    let (area, response) = ui.allocate_exact_size(ui.available_size(), Sense::click_and_drag());
    let size = Size {
        width: area.width(),
        height: area.height(),
    };
    let frame = Frame::new(size, show.workspace.timeline().series.len())
        .with_ruler(show.workspace.settings().era_ruler);
    let origin = area.min.to_vec2();
    let pointer =
        pointer_over(ui, area).map(|pointer| point(pointer.x - origin.x, pointer.y - origin.y));
    let scale = TimeScale::new(
        show.workspace.view().window(),
        frame.lanes.left,
        frame.lanes.width(),
    );
    memory.pointer_day = pointer
        .filter(|&pointer| frame.plot().contains(pointer))
        .map(|pointer| scale.day_from_x(pointer.x));
    memory.placing.update(show, ui.ctx(), &frame);
    let opacity = opacity(show, ui, memory);
    let empty;
    let (placement, heights) = match memory.placing.placed() {
        Some(placed) => (&placed.placement, &placed.heights),
        // The lanes are there before their names.
        None => {
            empty = empty_lanes(show, &frame);
            (&empty.0, &empty.1)
        }
    };
    let hovered = memory.hovered;
    let scene = scene(show, hovered, (placement, heights), frame, pointer, opacity);
    paint::items(&ui.painter_at(area), origin, &scene.items);
    name_canvas(show, &response);
    let crowds = regions::Crowds {
        placement,
        scale: &scale,
    };
    regions::touched(show, &response, origin, &scene, crowds, actions);
    memory.hovered = regions::ui(show, ui, response.id, origin, &scene, crowds, actions);
    overview(show, ui, origin, &frame, actions);
    let hold = hands::Canvas {
        response: &response,
        origin,
        scene: &scene,
        scale: &scale,
        frame: &frame,
    };
    if !hands::ui(show, ui, hold, &mut memory.hands, actions) {
        drag(show, &response, &scale, actions);
    }
    wheel(show, ui, pointer, &scale, &frame, actions);
    scroll_lanes(show, ui, memory, pointer, &frame, actions);
    keep_lanes(show, memory, actions);
    // In a lesson the camera flies for both windows at once.
    if show.workspace.presentation().is_none() {
        fly(show, ui, actions);
    }
}

/// The pointer, where it is over the canvas and nothing lies between.
fn pointer_over(ui: &Ui, area: egui::Rect) -> Option<Pos2> {
    let pointer = ui.input(|input| input.pointer.hover_pos())?;
    ui.rect_contains_pointer(area).then_some(pointer)
}

/// The picture of the present view.
pub(super) fn scene(
    show: Show<'_>,
    hovered: Option<usize>,
    (placement, heights): (&Placement, &LaneHeights),
    frame: Frame,
    pointer: Option<Point>,
    opacity: f32,
) -> Scene {
    let selected = show.workspace.selected().map(|(index, _)| index);
    let lit = show.workspace.lit_events();
    let off: Vec<bool> = off(show);
    build(&Picture {
        timeline: show.workspace.timeline(),
        window: show.workspace.view().window(),
        home: show.workspace.home(),
        placement,
        heights,
        first_lane: show.workspace.view().first_lane,
        frame,
        theme: show.theme,
        fonts: show.fonts,
        lang: show.lang,
        off: &off,
        opacity,
        highlight: Highlight {
            selected,
            hovered,
            lit: &lit,
            pointer,
        },
    })
}

/// How strongly the events show: less while what is shown is not yet what was asked for.
fn opacity(show: Show<'_>, ui: &Ui, memory: &Memory) -> f32 {
    let is_old = memory.placing.is_stale() || show.workspace.filter().is_pending();
    // With less motion there is no fading: it is old, or it is not.
    let seconds = if ui.style().animation_time == 0.0 {
        0.0
    } else {
        FADE_SECONDS
    };
    let id = Id::unique("stale-picture");
    let share = ui.ctx().animate_bool_with_time(id, is_old, seconds);
    1.0 - share * (1.0 - STALE)
}

/// For each lane whether its category is switched off.
fn off(show: Show<'_>) -> Vec<bool> {
    let selection = show.workspace.filter().selection();
    let lanes = 0..show.workspace.timeline().categories.len();
    lanes.map(|lane| !selection.is_on(lane)).collect()
}

fn name_canvas(show: Show<'_>, response: &Response) {
    let shown = show.workspace.filter().selection().len();
    let label = say!(
        show.lang,
        "canvas-name",
        count = shown,
        stretch = display_window(show.workspace.view().window(), show.lang)
    );
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Canvas, true, &label));
}

/// A press outside the window brings the window there; a drag moves it.
fn overview(show: Show<'_>, ui: &Ui, origin: Vec2, frame: &Frame, actions: &mut Vec<Action>) {
    let strip = frame.overview_strip();
    // A canvas that is very low has no room for it.
    if strip.height() <= 0.0 {
        return;
    }
    let rect = paint::rect(origin, strip);
    let response = ui.interact(rect, Id::unique("overview"), Sense::click_and_drag());
    response.widget_info(|| {
        egui::WidgetInfo::labeled(
            egui::Role::ScrollBar,
            true,
            say!(show.lang, "canvas-overview"),
        )
    });
    let scale = TimeScale::new(show.workspace.home(), rect.left(), rect.width());
    let window = show.workspace.view().window();
    if let Some(pointer) = response.interact_pointer_pos() {
        let day = scale.day_from_x(pointer.x);
        if response.clicked() || (response.drag_started() && !window.span().contains(day)) {
            let to = window.centred_on(day);
            let action = if response.clicked() {
                ViewAction::FlyTo(to)
            } else {
                ViewAction::Set(to)
            };
            actions.push(Action::View(action));
        } else if response.dragged() {
            let days = f64::from(response.drag_delta().x) / scale.points_per_day();
            actions.push(Action::View(ViewAction::PanBy(days)));
        }
    }
    response.on_hover_and_drag_cursor(CursorIcon::Grab);
}

fn drag(show: Show<'_>, response: &Response, scale: &TimeScale, actions: &mut Vec<Action>) {
    if response.dragged() {
        let days = f64::from(response.drag_delta().x) / scale.points_per_day();
        if days != 0.0 {
            actions.push(Action::View(ViewAction::PanBy(-days)));
        }
    }
    // In Edit mode a double-click adds an event.
    if response.double_clicked()
        && show.workspace.session().mode == Mode::Explore
        && let Some(pointer) = response.interact_pointer_pos()
    {
        let day = scale.day_from_x(pointer.x - response.rect.left());
        let around = scale.window.zoom_at(day, 3.0);
        actions.push(Action::View(ViewAction::FlyTo(around)));
    }
}

/// Points of scrolling that zoom by a factor of e.
const SCROLL_PER_E: f32 = 260.0;

fn wheel(
    show: Show<'_>,
    ui: &Ui,
    pointer: Option<Point>,
    scale: &TimeScale,
    frame: &Frame,
    actions: &mut Vec<Action>,
) {
    let Some(pointer) = pointer.filter(|pointer| pointer.x >= frame.lanes.left) else {
        return;
    };
    let (scroll, pinch) = ui.input(|input| (input.smooth_scroll_delta(), input.zoom_delta()));
    let pans = show.workspace.settings().wheel == Wheel::Pans;
    let (across, along) = if pans {
        (scroll.x + scroll.y, 0.0)
    } else {
        (scroll.x, scroll.y)
    };
    let factor = f64::from(pinch) * f64::from(along / SCROLL_PER_E).exp();
    if (factor - 1.0).abs() > 1e-9 {
        let day = scale.day_from_x(pointer.x);
        actions.push(Action::View(ViewAction::ZoomAt { day, factor }));
    }
    if across != 0.0 {
        let days = f64::from(across) / scale.points_per_day();
        actions.push(Action::View(ViewAction::PanBy(-days)));
    }
}

/// Points of scrolling that move by one lane: a notch of most wheels.
const SCROLL_PER_LANE: f32 = 40.0;

/// Over the names of the lanes the wheel goes through the lanes, where not all fit.
fn scroll_lanes(
    show: Show<'_>,
    ui: &Ui,
    memory: &mut Memory,
    pointer: Option<Point>,
    frame: &Frame,
    actions: &mut Vec<Action>,
) {
    if !pointer.is_some_and(|pointer| pointer.x < frame.lanes.left) {
        memory.lane_scroll = 0.0;
        return;
    }
    let scroll = ui.input(|input| input.smooth_scroll_delta().y);
    if scroll * memory.lane_scroll < 0.0 {
        memory.lane_scroll = 0.0;
    }
    memory.lane_scroll += scroll;
    // The smoothing of a notch ends a hair short of it.
    let lanes = (memory.lane_scroll / SCROLL_PER_LANE).abs() + 0.01;
    let (lanes, down) = (lanes.floor(), memory.lane_scroll < 0.0);
    if lanes >= 1.0 {
        memory.lane_scroll -= (lanes * SCROLL_PER_LANE).copysign(memory.lane_scroll);
        let first = show.workspace.view().first_lane;
        let first = if down {
            first.saturating_add(lanes as usize)
        } else {
            first.saturating_sub(lanes as usize)
        };
        actions.push(Action::View(ViewAction::FirstLane(first)));
    }
}

/// Where not all lanes fit: that of a newly selected event comes into view, and nobody scrolls past the last.
fn keep_lanes(show: Show<'_>, memory: &mut Memory, actions: &mut Vec<Action>) {
    let Some(placed) = memory.placing.placed() else {
        return;
    };
    let fits = placed.heights.fits();
    let first = show.workspace.view().first_lane;
    let lanes = show.workspace.timeline().categories.len();
    let mut wanted = first.min(lanes.saturating_sub(fits));
    let selected = show.workspace.selected();
    let index = selected.map(|(index, _)| index);
    if memory.revealed != index {
        memory.revealed = index;
        let lane = selected.map_or(0, |(_, event)| event.category);
        wanted = wanted.max((lane + 1).saturating_sub(fits));
    }
    if wanted != first {
        actions.push(Action::View(ViewAction::FirstLane(wanted)));
    }
}

/// Lets a flight of the camera go on.
pub(super) fn fly(show: Show<'_>, ui: &Ui, actions: &mut Vec<Action>) {
    if show.workspace.view().is_flying() {
        actions.push(Action::View(ViewAction::Advance(
            ui.input(|input| input.stable_dt.min(0.05)),
        )));
        ui.ctx().request_repaint();
    }
}
