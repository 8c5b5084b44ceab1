//! Where the keys go: what has the focus is ringed and in sight, and whoever was led away from it comes back to it.
//!
//! One ring for all rather than a look for each control, so that none can be forgotten (WCAG 2.2, 2.4.7 and 2.4.11).

use egui::accesskit::{Action as Asked, ActionRequest, TreeId};
use egui::{Context, CornerRadius, Event, Id, Key, Order, Popup, Stroke, StrokeKind, Ui};

use super::Show;
use super::style::color;

/// What is remembered of the focus between two frames.
#[derive(Debug, Default)]
pub(super) struct Memory {
    /// What has the focus, as of the last frame.
    now: Option<Id>,
    /// What had it last: from there Tab goes on, after Esc has taken the focus away.
    last: Option<Id>,
    /// What had it when something was laid over the window.
    before: Option<Id>,
    over: Over,
    /// What gets it back: in the next frame, since in this one a box still keeps it to itself.
    returns: Option<Id>,
    /// What is to be brought into sight.
    reveals: Option<Id>,
}

/// What lies over the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Over {
    #[default]
    Nothing,
    /// A menu, or a list of what can be chosen.
    List,
    Box,
}

impl Over {
    fn of(show: Show<'_>, ctx: &Context) -> Self {
        if show.workspace.session().overlay.is_some() {
            Self::Box
        } else if Popup::is_any_open(ctx) {
            Self::List
        } else {
            Self::Nothing
        }
    }
}

/// Thickness of the ring, and how far it reaches beyond what it is around, in points.
const RING: f32 = 2.0;
const BEYOND: f32 = 3.0;

/// Before anything is shown: leads the focus back, on from where it was, and what has it into sight.
pub(super) fn begin(show: Show<'_>, ui: &Ui, memory: &mut Memory) {
    let ctx = ui.ctx();
    let focused = ctx.memory(egui::Memory::focused);
    if let Some(id) = memory.returns.take().filter(|id| takes_focus(ctx, *id)) {
        ctx.memory_mut(|memory| memory.request_focus(id));
        return;
    }
    let over = Over::of(show, ctx);
    let was = std::mem::replace(&mut memory.over, over);
    if was == Over::Nothing && over != Over::Nothing {
        memory.before = focused;
    }
    if was != Over::Nothing && over == Over::Nothing {
        let before = memory.before.take();
        // Of a list that a field opens the focus stays in the field; whoever leaves that does not want back.
        let is_led_away = was == Over::Box || memory.last != before;
        let is_lost = focused.map_or(is_led_away, |id| is_over(ctx, id));
        memory.returns = before.filter(|_| is_lost);
        if memory.returns.is_some() {
            return ctx.request_repaint();
        }
    }
    if focused.is_none()
        && ctx.input(|input| input.events.iter().any(is_tab))
        && let Some(last) = memory.last.filter(|id| takes_focus(ctx, *id))
    {
        ctx.memory_mut(|memory| memory.request_focus(last));
    }
    if let Some(id) = memory.reveals.take().filter(|id| is_cut(ctx, *id)) {
        // What a screen reader would ask; egui's way to the area that the control stands in.
        ctx.input_mut(|input| {
            input
                .events
                .push(Event::AccessKitActionRequest(ActionRequest {
                    action: Asked::ScrollIntoView,
                    target_tree: TreeId::ROOT,
                    target_node: id.accesskit_id(),
                    data: None,
                }));
        });
    }
}

/// When all is shown: puts the ring around what has the focus.
pub(super) fn end(show: Show<'_>, ui: &Ui, memory: &mut Memory) {
    let ctx = ui.ctx();
    let focused = ctx.memory(egui::Memory::focused);
    if std::mem::replace(&mut memory.now, focused) != focused && focused.is_some() {
        (memory.last, memory.reveals) = (focused, focused);
        ctx.request_repaint();
    }
    // A field shows by its frame and its caret that one types into it.
    if ctx.text_edit_focused() {
        return;
    }
    let Some(response) = focused.and_then(|id| ctx.read_response(id)) else {
        return;
    };
    let rect = response.interact_rect;
    if !rect.is_positive() {
        return;
    }
    let ring = rect.expand(BEYOND).intersect(ctx.content_rect());
    let stroke = Stroke::new(RING, color(show.theme.accent));
    let painter = ctx.layer_painter(response.layer_id);
    painter.rect_stroke(ring, CornerRadius::same(5), stroke, StrokeKind::Inside);
}

fn is_tab(event: &Event) -> bool {
    matches!(event, Event::Key { key: Key::Tab, pressed: true, modifiers, .. }
        if !modifiers.command && !modifiers.alt)
}

/// Whether it lies over the window, as all do that stand in a menu or a box.
fn is_over(ctx: &Context, id: Id) -> bool {
    let response = ctx.read_response(id);
    response.is_none_or(|response| response.layer_id.order != Order::Background)
}

/// Whether it is still there, and Tab may come to it.
fn takes_focus(ctx: &Context, id: Id) -> bool {
    ctx.read_response(id).is_some_and(|response| {
        let is_reached = ctx.memory(|memory| memory.allows_interaction(response.layer_id));
        response.enabled() && is_reached
    })
}

/// Whether part of it is out of sight.
fn is_cut(ctx: &Context, id: Id) -> bool {
    let response = ctx.read_response(id);
    response.is_some_and(|response| {
        let seen = response.interact_rect.expand(0.5);
        !seen.contains_rect(response.rect)
    })
}
