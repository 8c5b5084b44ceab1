//! Where a step of the selection leads.

use crate::document::Event;

use super::{Selection, Walk, Workspace};

/// The event that a step leads to, if there is one. Steps keep to what the filter shows; links lead anywhere.
pub(super) fn target(workspace: &Workspace, walk: Walk) -> Option<usize> {
    let shown = workspace.filter().selection();
    let from = workspace.selected().map(|(index, _)| index);
    let found = match walk {
        Walk::First => shown.first(),
        Walk::Last => shown.last(),
        Walk::Next => step(workspace, from, Selection::after),
        Walk::Previous => step(workspace, from, Selection::before),
        Walk::LaneAbove => return lane(workspace, from?, -1),
        Walk::LaneBelow => return lane(workspace, from?, 1),
        Walk::LinkForward => return link(workspace, from?, true),
        Walk::LinkBack => return link(workspace, from?, false),
    };
    found.map(|event| event as usize)
}

/// With nothing selected a step begins with what is in view.
fn step(
    workspace: &Workspace,
    from: Option<usize>,
    beside: fn(&Selection, u32) -> Option<u32>,
) -> Option<u32> {
    match from {
        Some(from) => beside(
            workspace.filter().selection(),
            u32::try_from(from).unwrap_or(u32::MAX),
        ),
        None => in_view(workspace),
    }
}

/// The first event in view, or else the first of all.
pub(super) fn in_view(workspace: &Workspace) -> Option<u32> {
    let window = workspace.view().destination().span();
    let events = &workspace.timeline().events;
    workspace
        .first_from_view()
        .filter(|&event| window.contains(anchor(events, event)))
        .or_else(|| workspace.filter().selection().first())
}

impl Workspace {
    /// Of the events that the filter shows, the first in view or, with none there, after it.
    pub fn first_from_view(&self) -> Option<u32> {
        let start = self.view().destination().span().start;
        let events = &self.timeline().events;
        let shown = self.filter().selection();
        shown.first_from(|event| anchor(events, event) >= start)
    }
}

/// The event nearest in time in the next lane (above: -1, below: 1) that has any.
fn lane(workspace: &Workspace, from: usize, step: isize) -> Option<usize> {
    let timeline = workspace.timeline();
    let shown = workspace.filter().selection();
    let start = timeline.events.get(from)?;
    let mut lane = start.category.checked_add_signed(step)?;
    while lane < timeline.categories.len() {
        if shown.is_on(lane)
            && let Some(event) = nearest(shown.lane(lane), &timeline.events, start.when.anchor())
        {
            return Some(event as usize);
        }
        lane = lane.checked_add_signed(step)?;
    }
    None
}

/// The event of a lane that is nearest to a day; of several the first.
fn nearest(lane: &[u32], events: &[Event], day: f64) -> Option<u32> {
    let from = |day: f64| lane.partition_point(|&event| anchor(events, event) < day);
    let later = from(day);
    let after = lane.get(later).copied();
    let before = later.checked_sub(1).and_then(|last| lane.get(last));
    // Of those that lie on the same day, the first.
    let before = before.and_then(|&event| lane.get(from(anchor(events, event))).copied());
    let distance = |event: &u32| (anchor(events, *event) - day).abs();
    before
        .into_iter()
        .chain(after)
        .min_by(|a, b| distance(a).total_cmp(&distance(b)))
}

/// The day by which an event is sorted.
fn anchor(events: &[Event], event: u32) -> f64 {
    events
        .get(event as usize)
        .map_or(f64::INFINITY, |event| event.when.anchor())
}

/// The nearest linked event that is later (or earlier); where all lie on the other side, none.
fn link(workspace: &Workspace, from: usize, forward: bool) -> Option<usize> {
    let connections = workspace.timeline().connections(from);
    let mut others = connections.iter().map(|connection| connection.other);
    if forward {
        others.find(|&other| other > from)
    } else {
        others.rev().find(|&other| other < from)
    }
}
