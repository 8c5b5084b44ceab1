//! Where a step of the selection leads.

use super::{Walk, Workspace};

/// The event that a step leads to, if there is one. Steps keep to what the filter shows; links lead anywhere.
pub(super) fn target(workspace: &Workspace, walk: Walk) -> Option<usize> {
    let shown = &workspace.filter().selection().events;
    let from = workspace.selected().map(|(index, _)| index);
    let found = match walk {
        Walk::First => shown.first().copied(),
        Walk::Last => shown.last().copied(),
        Walk::Next => from.map_or_else(|| in_view(workspace), |from| after(shown, from)),
        Walk::Previous => from.map_or_else(|| in_view(workspace), |from| before(shown, from)),
        Walk::LaneAbove => return lane(workspace, from?, -1),
        Walk::LaneBelow => return lane(workspace, from?, 1),
        Walk::LinkForward => return link(workspace, from?, true),
        Walk::LinkBack => return link(workspace, from?, false),
    };
    found.map(|event| event as usize)
}

fn after(shown: &[u32], from: usize) -> Option<u32> {
    shown
        .get(shown.partition_point(|&event| event as usize <= from))
        .copied()
}

fn before(shown: &[u32], from: usize) -> Option<u32> {
    shown
        .get(
            shown
                .partition_point(|&event| (event as usize) < from)
                .checked_sub(1)?,
        )
        .copied()
}

/// With nothing selected a step begins with what is in view.
fn in_view(workspace: &Workspace) -> Option<u32> {
    let window = workspace.view().destination().span();
    let shown = &workspace.filter().selection().events;
    let events = &workspace.timeline().events;
    let visible = shown.iter().find(|&&event| {
        events
            .get(event as usize)
            .is_some_and(|event| window.contains(event.when.anchor()))
    });
    visible.or_else(|| shown.first()).copied()
}

/// The event nearest in time in the next lane (above: -1, below: 1) that has any.
fn lane(workspace: &Workspace, from: usize, step: isize) -> Option<usize> {
    let timeline = workspace.timeline();
    let start = timeline.events.get(from)?;
    let mut lane = start.category.checked_add_signed(step)?;
    while lane < timeline.categories.len() {
        let shown = workspace
            .filter()
            .selection()
            .events
            .iter()
            .map(|&event| event as usize);
        let there = shown
            .filter_map(|index| Some((index, timeline.events.get(index)?)))
            .filter(|(_, event)| event.category == lane);
        let distance = |at: f64| (at - start.when.anchor()).abs();
        let nearest = there
            .min_by(|a, b| distance(a.1.when.anchor()).total_cmp(&distance(b.1.when.anchor())));
        if let Some((index, _)) = nearest {
            return Some(index);
        }
        lane = lane.checked_add_signed(step)?;
    }
    None
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
