//! What the filter shows, and what it leaves alone.

use std::sync::Arc;

use transpacific::state::{Action, FilterAction, Others, ViewAction};

use crate::desk::{Desk, window};

#[test]
fn a_filter_shows_what_matches_and_clearing_it_shows_all() {
    let mut desk = Desk::small();
    assert_eq!(desk.shown(), ["a", "b", "c", "d", "e", "f"]);
    desk.filter("category:low");
    assert_eq!(desk.shown(), ["b", "d", "e"]);
    assert_eq!(desk.workspace.filter().text(), "category:low");
    assert_eq!(desk.workspace.filter().selection().in_total(), 6);
    let selection = desk.workspace.filter().selection();
    for (index, event) in desk.workspace.timeline().events.iter().enumerate() {
        let low = event.category == 2;
        assert_eq!(selection.contains(index, event.category), low, "{index}");
    }
    desk.act(Action::Filter(FilterAction::Clear));
    assert_eq!(desk.shown().len(), 6);
    assert_eq!(desk.workspace.filter().text(), "");
}

#[test]
fn each_change_of_the_filter_counts_so_that_the_picture_is_made_anew() {
    let mut desk = Desk::small();
    let mut last = desk.workspace.filter().revision();
    let changes = [
        FilterAction::Set("alpha".to_owned()),
        FilterAction::Others(Others::Faded),
        FilterAction::Clear,
    ];
    for change in changes {
        desk.act(Action::Filter(change.clone()));
        let now = desk.workspace.filter().revision();
        assert!(now > last, "{change:?}");
        last = now;
    }
}

#[test]
fn what_does_not_match_can_stay_faintly() {
    let mut desk = Desk::small();
    assert_eq!(desk.workspace.filter().others(), Others::Hidden);
    desk.filter("alpha")
        .act(Action::Filter(FilterAction::Others(Others::Faded)));
    assert_eq!(desk.workspace.filter().others(), Others::Faded);
    assert_eq!(desk.shown(), ["a"], "it matches no more for that");
    desk.act(Action::Filter(FilterAction::Clear));
    assert_eq!(desk.workspace.filter().others(), Others::Faded);
}

#[test]
fn filtering_moves_neither_the_camera_nor_the_selection() {
    let mut desk = Desk::small();
    desk.view(ViewAction::FlyTo(window("1960/1970")))
        .land()
        .select("c");
    let before = desk.seen();
    desk.filter("beta");
    assert_eq!(desk.seen(), before);
    assert_eq!(desk.selected(), Some("c"));
}

#[test]
fn a_lane_says_how_many_it_would_show() {
    let mut desk = Desk::small();
    for (query, counts) in [("category:top", [3, 0, 3]), ("significance:5", [1, 0, 0])] {
        desk.filter(query);
        let selection = desk.workspace.filter().selection();
        assert!(
            selection.per_category().eq(counts),
            "{query}: as if it said nothing of categories"
        );
    }
}

#[test]
fn switching_a_category_leaves_every_lane_as_it_is() {
    let mut desk = Desk::small();
    desk.filter("-beta");
    let filter = desk.workspace.filter();
    let before = filter.matching_revision();
    let lanes: Vec<_> = (0..3)
        .map(|lane| Arc::clone(filter.selection().lane(lane)))
        .collect();
    for query in ["-beta category:top", "-category:top  -beta", "-beta"] {
        desk.filter(query);
        let filter = desk.workspace.filter();
        assert_eq!(filter.matching_revision(), before, "{query}");
        for (lane, kept) in lanes.iter().enumerate() {
            assert!(Arc::ptr_eq(filter.selection().lane(lane), kept), "{query}");
        }
    }
    assert_eq!(desk.shown(), ["a", "c", "d", "e", "f"]);
    desk.filter("-beta -alpha");
    let filter = desk.workspace.filter();
    assert!(filter.matching_revision() > before);
    assert!(
        Arc::ptr_eq(filter.selection().lane(2), &lanes[2]),
        "the lane without Alpha holds what it held"
    );
}

#[test]
fn a_query_that_makes_no_sense_hides_nothing_and_says_so() {
    let mut desk = Desk::small();
    desk.filter("after:someday");
    assert_eq!(desk.shown().len(), 6);
    let timeline = desk.workspace.timeline();
    assert!(
        !desk
            .workspace
            .filter()
            .query()
            .problems(timeline)
            .is_empty()
    );
}
