//! Hands on the canvas in Edit mode: an event or the end of a span is dragged, a double-click adds one.
//!
//! What is dragged shows where it would land, in whole units of its own precision; the text changes once, when it is
//! let go. Esc puts it back.

use egui::{CursorIcon, Key, Modifiers, Pos2, Response, Ui, Vec2};

use crate::document::{Address, Edit, Event, Id, List, Value};
use crate::messages::{Lang, message, say};
use crate::scene::{Frame, Scene, Target};
use crate::state::{Action, Mode, Wish};
use crate::time::{End, Precision, TimeScale, When};

use super::style::{color, sans};
use super::{Show, paint};

/// Points from the end of a bar within which it is that end that is taken.
const GRIP: f32 = 7.0;
/// Units narrower than this many points are not what somebody means who points at the canvas.
const UNIT: f64 = 5.0;

/// What is in the hand.
#[derive(Debug, Clone)]
struct Held {
    event: Id,
    when: When,
    end: Option<End>,
    /// Where it was taken, in days.
    from: f64,
}

/// What the hands hold between two frames.
#[derive(Default)]
pub(super) struct Memory {
    held: Option<Held>,
}

impl Memory {
    /// Esc puts back what is in the hand, and does nothing else then.
    pub(super) fn put_back(&mut self, ui: &Ui) {
        let escapes = || ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        if self.held.is_some() && escapes() {
            self.held = None;
        }
    }
}

/// The canvas as the hands see it.
#[derive(Clone, Copy)]
pub(super) struct Canvas<'a> {
    pub(super) response: &'a Response,
    pub(super) origin: Vec2,
    pub(super) scene: &'a Scene,
    pub(super) scale: &'a TimeScale,
    pub(super) frame: &'a Frame,
}

/// Takes, drags, lets go and adds. True while something is in the hand, so that the view stays where it is.
pub(super) fn ui(
    show: Show<'_>,
    ui: &Ui,
    canvas: Canvas<'_>,
    memory: &mut Memory,
    actions: &mut Vec<Action>,
) -> bool {
    if show.workspace.session().mode != Mode::Edit {
        memory.held = None;
        return false;
    }
    add(show, canvas, actions);
    let origin = ui.input(|input| input.pointer.press_origin());
    if canvas.response.drag_started()
        && let Some(place) = origin
    {
        memory.held = take(show, canvas, place);
    }
    hint(show, ui, canvas, memory);
    let Some(held) = memory.held.clone() else {
        return false;
    };
    let landed = canvas
        .response
        .interact_pointer_pos()
        .and_then(|pointer| landing(&held, canvas.day(pointer) - held.from, canvas.day(pointer)));
    if canvas.response.drag_stopped() {
        memory.held = None;
        let landed = landed.filter(|when| *when != held.when);
        actions.extend(landed.map(|when| moved(show, &held, &when)));
    } else if let Some(when) = landed {
        preview(show, ui, canvas, &when);
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
    }
    true
}

impl Canvas<'_> {
    fn day(self, place: Pos2) -> f64 {
        self.scale.day_from_x(place.x - self.origin.x)
    }

    /// The event under a place.
    fn event(self, show: Show<'_>, place: Pos2) -> Option<&Event> {
        let mut hits = self.scene.hits.iter().rev();
        let hit = hits.find(|hit| {
            let is_event = matches!(hit.target, Target::Event(_) | Target::Tick(_));
            is_event && paint::rect(self.origin, hit.rect).contains(place)
        })?;
        match hit.target {
            Target::Event(event) | Target::Tick(event) => {
                show.workspace.timeline().events.get(event)
            }
            _ => None,
        }
    }

    /// The end of an event's bar that a place is at.
    fn end(self, event: &Event, place: Pos2) -> Option<End> {
        if !event.when.is_interval() {
            return None;
        }
        let extent = event.when.extent();
        let x = |day: f64| self.origin.x + self.scale.x_from_day(day);
        let (left, right) = (x(extent.start), x(extent.end));
        // A bar that is hardly longer than two grips is taken whole.
        if right - left < GRIP * 3.0 {
            return None;
        }
        if (place.x - right).abs() <= GRIP {
            return Some(End::End);
        }
        ((place.x - left).abs() <= GRIP).then_some(End::Start)
    }

    /// The lane at a place.
    fn lane(self, place: Pos2) -> Option<usize> {
        self.scene.hits.iter().find_map(|hit| match hit.target {
            Target::Lane(lane) => {
                let rect = paint::rect(self.origin, hit.rect);
                rect.y_range().contains(place.y).then_some(lane)
            }
            _ => None,
        })
    }
}

fn take(show: Show<'_>, canvas: Canvas<'_>, place: Pos2) -> Option<Held> {
    let event = canvas.event(show, place).filter(|event| !event.is_kept)?;
    Some(Held {
        event: Id::from(&*event.id),
        when: event.when.clone(),
        end: canvas.end(event, place),
        from: canvas.day(place),
    })
}

/// Where it would land.
fn landing(held: &Held, days: f64, day: f64) -> Option<When> {
    match held.end {
        Some(end) => held.when.with_end_at(end, day),
        None => held.when.moved(days),
    }
}

fn moved(show: Show<'_>, held: &Held, when: &When) -> Action {
    let timeline = show.workspace.timeline();
    let event = timeline.event_index(&held.event);
    let event = event.and_then(|event| timeline.called(List::Events, event));
    let event = event.unwrap_or_else(|| List::Events.group().called_one());
    let address = Address::event(Id::clone(&held.event)).field("when");
    let wish = Wish::new(Edit::Set(address, when.text().into()));
    wish.named(message!("editing-move", what = event)).into()
}

/// A line where it would land, and the date there.
fn preview(show: Show<'_>, ui: &Ui, canvas: Canvas<'_>, when: &When) {
    let plot = paint::rect(canvas.origin, canvas.frame.lanes);
    let painter = ui.painter_at(plot);
    let x = |day: f64| canvas.origin.x + canvas.scale.x_from_day(day);
    let tint = color(show.theme.accent);
    let extent = when.extent();
    let (left, right) = (
        x(extent.start).max(plot.left()),
        x(extent.end).min(plot.right()),
    );
    let area = egui::Rect::from_x_y_ranges(left..=right.max(left + 1.0), plot.y_range());
    painter.rect_filled(area, 0.0, color(show.theme.accent.with_opacity(0.14)));
    for edge in [left, right] {
        painter.vline(edge, plot.y_range(), egui::Stroke::new(1.0, tint));
    }
    let Some(pointer) = canvas.response.interact_pointer_pos() else {
        return;
    };
    let said = painter.layout_no_wrap(when.display(show.lang), sans(13.0), color(show.theme.ink));
    let at = pointer + egui::vec2(14.0, -30.0);
    let at = egui::pos2(
        at.x.min(plot.right() - said.size().x - 12.0),
        at.y.max(plot.top() + 4.0),
    );
    let ground = egui::Rect::from_min_size(at, said.size()).expand2(egui::vec2(7.0, 4.0));
    let stroke = egui::Stroke::new(1.0, tint);
    painter.rect(
        ground,
        5.0,
        color(show.theme.surface),
        stroke,
        egui::StrokeKind::Outside,
    );
    painter.galley(at, said, color(show.theme.ink));
}

/// The pointer says what a press would take.
fn hint(show: Show<'_>, ui: &Ui, canvas: Canvas<'_>, memory: &Memory) {
    let Some(pointer) = ui.input(|input| input.pointer.hover_pos()) else {
        return;
    };
    if memory.held.is_some() || !canvas.response.contains_pointer() {
        return;
    }
    if let Some(event) = canvas.event(show, pointer)
        && canvas.end(event, pointer).is_some()
    {
        ui.ctx().set_cursor_icon(CursorIcon::ResizeHorizontal);
    }
}

/// A double-click on an empty place of a lane adds an event there.
fn add(show: Show<'_>, canvas: Canvas<'_>, actions: &mut Vec<Action>) {
    let place = canvas.response.interact_pointer_pos();
    let Some(place) = place.filter(|_| canvas.response.double_clicked()) else {
        return;
    };
    let inside = paint::rect(canvas.origin, canvas.frame.lanes).contains(place);
    if !inside || canvas.event(show, place).is_some() {
        return;
    }
    let precision = precision(canvas.scale);
    let Some(when) = When::at(canvas.day(place), precision) else {
        return;
    };
    actions.push(new_event(show, &when, canvas.lane(place)));
}

/// The finest precision whose units can be told apart at this scale.
fn precision(scale: &TimeScale) -> Precision {
    match scale.points_per_day() {
        points if points >= UNIT => Precision::Day,
        points if points * 30.0 >= UNIT => Precision::Month,
        _ => Precision::Year,
    }
}

/// Adds an event in the middle of what is in view, or on the day under the pointer, in the selected event's lane.
pub(super) fn event_in_view(show: Show<'_>) -> Action {
    let window = show.workspace.view().window();
    let day = show.moment.pointer_day.unwrap_or_else(|| window.mid());
    // As many points as the narrowest window has for its lanes.
    let scale = TimeScale::new(window, 0.0, 600.0);
    let lane = show.workspace.selected().map(|(_, event)| event.category);
    match When::at(day, precision(&scale)) {
        Some(when) => new_event(show, &when, lane),
        None => Action::Tell(message!("editing-no-date")),
    }
}

/// Adds an event of this date, in this lane if there is one, behind the event that comes before it.
fn new_event(show: Show<'_>, when: &When, lane: Option<usize>) -> Action {
    let timeline = show.workspace.timeline();
    let id = show.workspace.timeline().free_id(List::Events, "new-event");
    let title = say!(
        show.lang,
        "editing-new",
        what = List::Events.group().called()
    );
    let mut fields = vec![
        ("id", Value::Text(id)),
        ("when", when.text().into()),
        ("title", Value::Text(title)),
    ];
    let category = lane.and_then(|lane| timeline.categories.get(lane));
    if let Some(category) = category.filter(|category| !category.range.range().is_empty()) {
        fields.push(("category", Value::Text(category.id.to_string())));
    }
    let later = timeline
        .events
        .partition_point(|event| event.when.anchor() <= when.anchor());
    let before = later
        .checked_sub(1)
        .and_then(|index| timeline.events.get(index));
    let before = before.filter(|event| !event.is_kept);
    let after = before.map(|event| crate::document::Key::Id(Id::from(&*event.id)));
    let date = [Lang::En, Lang::Ja].map(|lang| when.display(lang));
    Wish::new(Edit::Add(List::Events, after, Value::Entry(fields)))
        .named(message!("editing-add-event-in", date = date))
        .into()
}
