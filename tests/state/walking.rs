//! Steps from event to event, by the keyboard.

use transpacific::state::{Action, ViewAction, Walk};

use crate::desk::{Desk, window};

/// The events one meets by the same step until it leads nowhere.
fn walked(desk: &mut Desk, first: Walk, step: Walk) -> Vec<String> {
    let mut met = Vec::new();
    desk.walk(first);
    while let Some(id) = desk.selected().map(str::to_owned) {
        if met.last() == Some(&id) {
            break;
        }
        assert!(met.len() <= 1000, "a walk without end");
        met.push(id);
        desk.walk(step);
    }
    met
}

#[test]
fn next_visits_every_event_in_order_and_stops_at_the_last() {
    for mut desk in [Desk::small(), Desk::shipped()] {
        let all: Vec<String> = desk.shown().into_iter().map(str::to_owned).collect();
        assert_eq!(all.len(), desk.workspace.timeline().events.len());
        assert_eq!(walked(&mut desk, Walk::First, Walk::Next), all);
        let back: Vec<String> = all.into_iter().rev().collect();
        assert_eq!(walked(&mut desk, Walk::Last, Walk::Previous), back);
    }
}

#[test]
fn steps_keep_to_what_the_filter_shows() {
    let mut desk = Desk::small();
    desk.filter("category:top");
    assert_eq!(walked(&mut desk, Walk::First, Walk::Next), ["a", "c", "f"]);
    assert_eq!(
        walked(&mut desk, Walk::Last, Walk::Previous),
        ["f", "c", "a"]
    );
    desk.select("b").walk(Walk::Next);
    assert_eq!(desk.selected(), Some("c"), "from one that is not shown");
    desk.select("d").walk(Walk::Previous);
    assert_eq!(desk.selected(), Some("c"), "from one that is not shown");
}

#[test]
fn steps_where_nothing_is_shown_lead_nowhere() {
    let mut desk = Desk::small();
    desk.filter("\"no such words\"");
    for step in [
        Walk::First,
        Walk::Last,
        Walk::Next,
        Walk::Previous,
        Walk::LaneAbove,
    ] {
        desk.walk(step);
        assert_eq!(desk.selected(), None, "{step:?}");
    }
    desk.select("c");
    for step in [Walk::First, Walk::Last, Walk::Next, Walk::LaneBelow] {
        desk.walk(step);
        assert_eq!(desk.selected(), Some("c"), "{step:?}");
    }
}

#[test]
fn the_first_step_begins_with_what_is_in_view() {
    let mut desk = Desk::small();
    desk.view(ViewAction::FlyTo(window("1969/1985")))
        .land()
        .walk(Walk::Next);
    assert_eq!(desk.selected(), Some("d"));
    let mut desk = Desk::small();
    desk.view(ViewAction::FlyTo(window("1972/1973")))
        .land()
        .walk(Walk::Next);
    assert_eq!(desk.selected(), Some("a"), "an empty view: from the first");
}

#[test]
fn up_and_down_lead_to_the_nearest_event_of_the_next_lane_that_has_any() {
    let mut desk = Desk::small();
    desk.select("a").walk(Walk::LaneBelow);
    assert_eq!(desk.selected(), Some("b"), "over the empty lane");
    desk.walk(Walk::LaneBelow);
    assert_eq!(desk.selected(), Some("b"), "there is none below");
    desk.walk(Walk::LaneAbove);
    assert_eq!(desk.selected(), Some("c"), "1960-05 is nearer than 1950");
    desk.walk(Walk::LaneAbove);
    assert_eq!(desk.selected(), Some("c"), "there is none above");
    desk.filter("-b").select("f").walk(Walk::LaneBelow);
    assert_eq!(desk.selected(), Some("e"));
}

#[test]
fn links_lead_forth_and_back_and_past_the_filter() {
    let mut desk = Desk::small();
    desk.select("a").walk(Walk::LinkForward);
    assert_eq!(desk.selected(), Some("c"));
    desk.walk(Walk::LinkForward);
    assert_eq!(desk.selected(), Some("e"));
    desk.walk(Walk::LinkForward);
    assert_eq!(desk.selected(), Some("e"), "no link leads on");
    desk.walk(Walk::LinkBack).walk(Walk::LinkBack);
    assert_eq!(desk.selected(), Some("a"));
    desk.walk(Walk::LinkBack);
    assert_eq!(desk.selected(), Some("a"), "no link leads back");
    desk.select("d").walk(Walk::LinkBack);
    assert_eq!(desk.selected(), Some("a"));
    desk.filter("category:low").walk(Walk::LinkForward);
    assert_eq!(desk.selected(), Some("c"), "links lead anywhere");
}

#[test]
fn the_event_walked_to_comes_into_view() {
    let mut desk = Desk::small();
    desk.view(ViewAction::FlyTo(window("1949/1951"))).land();
    desk.walk(Walk::First);
    assert!(
        !desk.workspace.view().is_flying(),
        "what is in view stays put"
    );
    let close = desk.seen().days;
    for _ in 0..5 {
        desk.walk(Walk::Next).land();
        let extent = desk.workspace.selected().map(|(_, event)| {
            let extent = event.when.finite_extent();
            extent.unwrap_or_else(|| event.when.extent())
        });
        let seen = desk.seen().span();
        let extent = extent.unwrap_or(seen);
        assert!(
            seen.start <= extent.start && extent.end <= seen.end,
            "{:?} is not in {seen:?}",
            desk.selected()
        );
        let as_close = (desk.seen().days - close).abs() < 1e-6 || extent.days() > close;
        let was_longer = desk.selected() != Some("c") && desk.seen().days > close;
        assert!(as_close || was_longer, "the zoom stays where it can");
    }
}

#[test]
fn selecting_what_does_not_exist_does_no_harm() {
    let mut desk = Desk::small();
    let before = desk.seen();
    desk.select("no-such-event")
        .view(ViewAction::CentreSelection)
        .view(ViewAction::RevealSelection);
    assert_eq!(desk.selected(), None);
    assert_eq!(desk.seen(), before);
    for step in [Walk::LaneAbove, Walk::LinkForward, Walk::LinkBack] {
        desk.walk(step);
        assert_eq!(desk.selected(), None, "{step:?}");
    }
    desk.walk(Walk::Next);
    assert_eq!(desk.selected(), Some("a"));
    desk.act(Action::Select(None));
    assert_eq!(desk.selected(), None);
}

#[test]
fn an_event_above_the_lanes_in_view_brings_its_lane() {
    let mut desk = Desk::small();
    desk.view(ViewAction::FirstLane(2)).select("e");
    assert_eq!(desk.workspace.view().first_lane, 2);
    desk.select("f");
    assert_eq!(desk.workspace.view().first_lane, 0);
    desk.view(ViewAction::FirstLane(99));
    assert_eq!(desk.workspace.view().first_lane, 2, "there are three lanes");
}
