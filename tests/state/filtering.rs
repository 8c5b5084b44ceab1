//! What the filter shows, and what it leaves alone.

use transpacific::state::{Action, FilterAction, Others, ViewAction};

use crate::desk::{Desk, window};

#[test]
fn a_filter_shows_what_matches_and_clearing_it_shows_all() {
    let mut desk = Desk::small();
    assert_eq!(desk.shown(), ["a", "b", "c", "d", "e", "f"]);
    desk.filter("category:low");
    assert_eq!(desk.shown(), ["b", "d", "e"]);
    assert_eq!(desk.workspace.filter().text(), "category:low");
    assert_eq!(desk.workspace.filter().selection().in_total, 6);
    for (index, shown) in [false, true, false, true, true, false, false]
        .into_iter()
        .enumerate()
    {
        assert_eq!(desk.workspace.filter().shows(index), shown, "{index}");
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
    desk.filter("category:top");
    assert_eq!(
        desk.workspace.filter().selection().per_category,
        [3, 0, 3],
        "as if the query said nothing of categories"
    );
    desk.filter("significance:5");
    assert_eq!(desk.workspace.filter().selection().per_category, [1, 0, 0]);
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
