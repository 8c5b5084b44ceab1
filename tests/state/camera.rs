//! Where the camera goes, and how it finds back.

use proptest::prelude::{Just, Strategy, any, prop, prop_assert, prop_oneof, proptest};
use proptest::test_runner::{Config, RngSeed};

use transpacific::state::{Action, Deck, Motion, PresentAction, Setting, ViewAction};
use transpacific::time::TimeWindow;

use crate::desk::{Desk, alike, day, window};

#[test]
fn the_whole_history_is_shown_first_with_air_around_it() {
    let desk = Desk::small();
    let (home, seen) = (desk.workspace.home(), desk.seen());
    assert_eq!(home, seen);
    assert!(home.start < day("1950-03-01") && day("1990-12-31") + 1.0 < home.end());
    assert!(
        home.days < 45.0 * 366.0,
        "an open end adds no endless emptiness"
    );
}

#[test]
fn dragging_counts_as_one_step_back() {
    let mut desk = Desk::small();
    let start = desk.seen();
    for _ in 0..50 {
        desk.view(ViewAction::PanBy(30.0));
    }
    assert!(alike(desk.seen(), start.pan_by(1500.0)));
    desk.view(ViewAction::Back).land();
    assert_eq!(desk.seen(), start);
    assert!(!desk.workspace.view().can_go_back());
}

#[test]
fn dragging_and_zooming_in_one_go_count_as_one_step_back() {
    let mut desk = Desk::small();
    let start = desk.seen();
    for _ in 0..5 {
        desk.view(ViewAction::ZoomAt {
            day: day("1970"),
            factor: 1.2,
        });
        desk.view(ViewAction::PanBy(-20.0));
    }
    desk.view(ViewAction::Back).land();
    assert_eq!(desk.seen(), start);
}

#[test]
fn back_leads_to_the_view_before_a_jump_and_forward_leads_on_again() {
    let mut desk = Desk::small();
    let stops = ["1950/1959", "1960-05/1961", "1970-01-02"].map(window);
    let home = desk.seen();
    for stop in stops {
        desk.view(ViewAction::FlyTo(stop)).land();
        assert_eq!(desk.seen(), stop);
    }
    for stop in [stops[1], stops[0], home, home] {
        desk.view(ViewAction::Back).land();
        assert_eq!(desk.seen(), stop);
    }
    for stop in [stops[0], stops[1], stops[2], stops[2]] {
        desk.view(ViewAction::Forward).land();
        assert_eq!(desk.seen(), stop);
    }
    desk.view(ViewAction::Back)
        .land()
        .view(ViewAction::PanBy(10.0));
    assert!(
        !desk.workspace.view().can_go_forward(),
        "a new way ends the old one"
    );
    desk.view(ViewAction::Back).land();
    assert_eq!(desk.seen(), stops[1]);
}

#[test]
fn back_in_mid_flight_leads_to_where_the_flight_began() {
    let mut desk = Desk::small();
    let home = desk.seen();
    desk.view(ViewAction::FlyTo(window("1970")))
        .view(ViewAction::Advance(0.1));
    assert!(desk.workspace.view().is_flying());
    desk.view(ViewAction::Back).land();
    assert_eq!(desk.seen(), home);
    desk.view(ViewAction::Forward).land();
    assert_eq!(desk.seen(), window("1970"));
}

#[test]
fn a_flight_goes_steadily_to_its_end_and_dragging_takes_it_over() {
    let mut desk = Desk::small();
    let to = window("1955/1957");
    desk.view(ViewAction::FlyTo(to));
    assert_eq!(desk.workspace.view().destination(), to);
    let mut days = desk.seen().days;
    for _ in 0..8 {
        desk.view(ViewAction::Advance(0.04));
        assert!(desk.seen().days < days, "closer with every frame");
        days = desk.seen().days;
    }
    desk.view(ViewAction::PanBy(0.5));
    assert!(!desk.workspace.view().is_flying());
    assert!(
        (desk.seen().days - days).abs() < 1e-6,
        "it stops where it is"
    );
    desk.view(ViewAction::FlyTo(to)).land();
    let landed = desk.seen();
    desk.view(ViewAction::Advance(1.0));
    assert_eq!(desk.seen(), landed);
}

#[test]
fn a_flight_is_taken_over_by_the_next_from_where_it_is() {
    let mut desk = Desk::small();
    desk.view(ViewAction::FlyTo(window("1955/1957")))
        .view(ViewAction::Advance(0.2));
    let here = desk.seen();
    desk.view(ViewAction::FlyTo(window("1980")));
    assert_eq!(desk.seen(), here);
    desk.view(ViewAction::Advance(0.001));
    assert!((desk.seen().mid() - here.mid()).abs() < 0.01 * here.days);
    desk.land();
    assert_eq!(desk.seen(), window("1980"));
}

#[test]
fn zooming_takes_a_flight_over_from_where_it_is() {
    let mut desk = Desk::small();
    desk.view(ViewAction::FlyTo(window("1955/1957")))
        .view(ViewAction::Advance(0.2));
    let here = desk.seen();
    let day = here.mid();
    desk.view(ViewAction::ZoomAt { day, factor: 1.25 });
    assert!(!desk.workspace.view().is_flying());
    assert!(alike(desk.seen(), here.zoom_at(day, 1.25)));
}

/// Begins a lesson with all events.
fn lesson() -> Action {
    Action::Present(PresentAction::Start(Deck::Events, Some(0)))
}

#[test]
fn a_class_is_given_more_time_than_who_explores() {
    let mut desk = Desk::small();
    desk.view(ViewAction::FlyTo(window("1970-01-02")))
        .view(ViewAction::Advance(0.601));
    assert!(!desk.workspace.view().is_flying());
    desk.act(lesson()).view(ViewAction::Advance(0.601));
    assert!(desk.workspace.view().is_flying());
    desk.view(ViewAction::Advance(0.6));
    assert!(!desk.workspace.view().is_flying());
}

#[test]
fn a_lesson_that_begins_where_the_camera_flies_to_lets_it_fly_on() {
    let mut desk = Desk::small();
    desk.act(lesson()).land();
    let first = desk.seen();
    desk.act(Action::Present(PresentAction::End)).land();
    desk.view(ViewAction::FlyTo(first));
    let far = |desk: &Desk| (desk.seen().days - first.days).abs();
    let whole = far(&desk);
    desk.view(ViewAction::Advance(0.25));
    let left = far(&desk);
    assert!(left < whole && desk.workspace.view().is_flying());
    desk.act(lesson()).view(ViewAction::Advance(0.001));
    assert!(far(&desk) <= left, "it does not go back");
    desk.land();
    assert_eq!(desk.seen(), first);
}

#[test]
fn who_cannot_bear_motion_is_there_at_once() {
    let mut desk = Desk::small();
    desk.view(ViewAction::FlyTo(window("1955/1957")))
        .act(Action::Setting(Setting::Motion(Motion::Reduced)));
    assert_eq!(desk.seen(), window("1955/1957"), "a flight under way ends");
    desk.view(ViewAction::FlyTo(window("1980")));
    assert_eq!(desk.seen(), window("1980"));
    assert!(!desk.workspace.view().is_flying());
    desk.view(ViewAction::Back);
    assert_eq!(desk.seen(), window("1955/1957"));
    let other = crate::desk::file("/other.ron", crate::desk::OTHER);
    desk.load(other).view(ViewAction::FlyTo(window("1650")));
    assert_eq!(desk.seen(), window("1650"), "in the next file as well");
}

#[test]
fn a_jump_to_where_one_is_leaves_no_trace() {
    let mut desk = Desk::small();
    let home = desk.workspace.home();
    desk.view(ViewAction::FitAll).view(ViewAction::FlyTo(home));
    assert!(!desk.workspace.view().is_flying());
    assert!(!desk.workspace.view().can_go_back());
}

#[test]
fn fitting_shows_everything_again() {
    let mut desk = Desk::small();
    desk.view(ViewAction::FlyTo(window("1970-01-02")))
        .land()
        .view(ViewAction::FitAll)
        .land();
    assert_eq!(desk.seen(), desk.workspace.home());
}

#[test]
fn fitting_what_matches_shows_all_of_it_and_not_much_else() {
    let mut desk = Desk::small();
    desk.filter("gamma").view(ViewAction::FitShown).land();
    let seen = desk.seen();
    assert!(seen.start < day("1960-05") && day("1965-07") < seen.end());
    assert!(seen.days < 3.0 * (day("1965-07") - day("1960-05")));
    desk.filter("\"no such words\"").view(ViewAction::FitShown);
    assert_eq!(desk.seen(), seen, "nothing to fit");
}

#[test]
fn centring_brings_the_selection_to_the_middle_and_then_close() {
    for (id, when) in [("a", "1950-03-01"), ("b", "1955"), ("c", "1960-05/1965-06")] {
        let mut desk = Desk::small();
        desk.view(ViewAction::FlyTo(window("1970/1980")))
            .land()
            .select(id);
        desk.view(ViewAction::CentreSelection).land();
        let extent = window(when).span();
        assert!((desk.seen().mid() - extent.mid()).abs() < 1e-3, "{id}");
        assert!(
            (desk.seen().days - window("1970/1980").days).abs() < 1e-6,
            "{id}"
        );
        desk.view(ViewAction::CentreSelection).land();
        let close = desk.seen();
        assert!(close.start < extent.start && extent.end < close.end());
        assert!(close.days <= 6.0 * extent.days(), "{id}: {close:?}");
        desk.view(ViewAction::CentreSelection).land();
        assert!(alike(desk.seen(), close), "{id}: it stays there");
    }
}

#[test]
fn centring_works_for_a_clock_time_and_an_open_end() {
    for id in ["d", "e"] {
        let mut desk = Desk::small();
        desk.select(id)
            .view(ViewAction::CentreSelection)
            .land()
            .view(ViewAction::CentreSelection)
            .land();
        let anchor = desk
            .workspace
            .selected()
            .map(|(_, event)| event.when.anchor());
        assert!(anchor.is_some_and(|anchor| desk.seen().span().contains(anchor)));
    }
}

#[test]
fn centring_without_a_selection_does_nothing() {
    let mut desk = Desk::small();
    let before = desk.seen();
    desk.view(ViewAction::CentreSelection)
        .view(ViewAction::RevealSelection);
    assert_eq!(desk.seen(), before);
    assert!(!desk.workspace.view().can_go_back());
}

/// Moves by hand, of any size.
fn glides() -> impl Strategy<Value = ViewAction> {
    let numbers = || {
        prop_oneof![
            6 => -1e5..1e5_f64,
            1 => any::<f64>(),
            1 => Just(f64::NAN),
            1 => Just(f64::INFINITY),
            1 => Just(f64::NEG_INFINITY),
        ]
    };
    let factors = prop_oneof![6 => 0.2..5.0_f64, 1 => any::<f64>(), 1 => Just(0.0), 1 => Just(-2.0), 1 => Just(1e300)];
    prop_oneof![
        numbers().prop_map(ViewAction::PanBy),
        (numbers(), factors).prop_map(|(day, factor)| ViewAction::ZoomAt { day, factor }),
        (numbers(), numbers())
            .prop_map(|(start, days)| ViewAction::Set(TimeWindow::new(start, days))),
    ]
}

proptest! {
    #![proptest_config(Config { cases: 300, failure_persistence: None, rng_seed: RngSeed::Fixed(1960), ..Config::default() })]

    #[test]
    fn the_camera_never_loses_the_history(moves in prop::collection::vec(glides(), 1..30)) {
        let mut desk = Desk::small();
        let home = desk.workspace.home();
        for action in moves {
            desk.view(action);
            let seen = desk.seen();
            prop_assert!(seen.start.is_finite() && seen.days.is_finite(), "{action:?}: {seen:?}");
            let slack = 1e-6 * home.days;
            prop_assert!(home.start - slack <= seen.mid() && seen.mid() <= home.end() + slack, "{action:?}: {seen:?}");
            prop_assert!(TimeWindow::MIN_DAYS <= seen.days && seen.days <= home.days * 4.0 + slack, "{action:?}: {seen:?}");
        }
        desk.view(ViewAction::Back).land();
        prop_assert!(alike(desk.seen(), home));
    }

    #[test]
    fn zooming_keeps_the_day_under_the_pointer_in_its_place(at in 0.0..1.0_f64, factor in 1.0..50.0_f64, out in 1.0..3.0_f64) {
        let mut desk = Desk::small();
        desk.view(ViewAction::Set(window("1960/1980")));
        let place = |seen: TimeWindow, day: f64| (day - seen.start) / seen.days;
        let day = desk.seen().start + at * desk.seen().days;
        desk.view(ViewAction::ZoomAt { day, factor });
        prop_assert!((place(desk.seen(), day) - at).abs() < 1e-6);
        prop_assert!((desk.seen().days * factor - window("1960/1980").days).abs() < 1e-6 || desk.seen().days == TimeWindow::MIN_DAYS);
        desk.view(ViewAction::ZoomAt { day, factor: 1.0 / out });
        prop_assert!((place(desk.seen(), day) - at).abs() < 1e-6);
    }
}
