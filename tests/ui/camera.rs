//! Wheel, drag, the overview, and flights.

use egui::{Key, Modifiers, Pos2, Vec2, vec2};

use transpacific::state::{Action, Setting, ViewAction, Wheel};
use transpacific::time::TimeWindow;

use crate::support::{CTRL, Canvas, EVENT, Window};

/// The day under a point of the screen.
fn day_at(window: &Window, at: Pos2) -> f64 {
    window.canvas().scale.day_from_x(at.x)
}

/// Whether a day lies under a point, to a pixel.
#[track_caller]
fn lies_under(window: &Window, day: f64, at: Pos2) {
    let x = window.canvas().scale.x_from_day(day);
    assert!(
        (x - at.x).abs() < 1.0,
        "the day slipped by {} points",
        x - at.x
    );
}

/// Halfway into the history, close enough that there is room to all sides.
fn zoomed_in() -> Window {
    let mut window = Window::shipped();
    window.apply(Action::View(ViewAction::Set(TimeWindow::new(
        -3000.0, 6000.0,
    ))));
    window
}

#[test]
fn the_wheel_zooms_and_the_day_under_the_pointer_stays() {
    for place in [0.1, 0.5, 0.93] {
        for turn in [120.0, -120.0, 40.0, 6.0] {
            let mut window = zoomed_in();
            let at = window.canvas().at(place, 0.4);
            let (day, days) = (day_at(&window, at), window.view().days);
            window.wheel(at, vec2(0.0, turn), Modifiers::NONE);
            assert_eq!(
                window.view().days < days,
                turn > 0.0,
                "away from oneself is closer"
            );
            assert!(window.view().days != days);
            lies_under(&window, day, at);
        }
    }
}

#[test]
fn many_turns_of_the_wheel_end_at_six_hours_and_come_back() {
    let mut window = zoomed_in();
    let at = window.canvas().at(0.3, 0.4);
    let day = day_at(&window, at);
    for _ in 0..15 {
        window.wheel(at, vec2(0.0, 500.0), Modifiers::NONE);
    }
    assert_eq!(window.view().days, TimeWindow::MIN_DAYS);
    lies_under(&window, day, at);
    for _ in 0..30 {
        window.wheel(at, vec2(0.0, -500.0), Modifiers::NONE);
    }
    assert!(window.view().days > window.workspace().home().days);
}

#[test]
fn ctrl_and_the_wheel_zoom_too() {
    let mut window = zoomed_in();
    let at = window.canvas().at(0.7, 0.4);
    let (day, days) = (day_at(&window, at), window.view().days);
    window.wheel(at, vec2(0.0, 50.0), CTRL);
    assert!(window.view().days < days);
    lies_under(&window, day, at);
}

#[test]
fn a_pinch_zooms_between_the_fingers() {
    let mut window = zoomed_in();
    let at = window.canvas().at(0.7, 0.4);
    let (day, days) = (day_at(&window, at), window.view().days);
    window.hover(at);
    window.harness.event(egui::Event::Zoom(1.5));
    window.settle();
    assert!((window.view().days - days / 1.5).abs() < 1.0);
    lies_under(&window, day, at);
}

#[test]
fn shift_and_the_wheel_or_scrolling_sideways_move_through_time() {
    for (turn, held) in [
        (vec2(0.0, -60.0), Modifiers::SHIFT),
        (vec2(-60.0, 0.0), Modifiers::NONE),
    ] {
        let mut window = zoomed_in();
        let at = window.canvas().at(0.5, 0.4);
        let (before, day) = (window.view(), day_at(&window, at));
        window.wheel(at, turn, held);
        assert!((window.view().days - before.days).abs() < 1e-6, "no zoom");
        assert!(window.view().start > before.start, "later");
        lies_under(&window, day, at + vec2(-60.0, 0.0));
    }
}

#[test]
fn the_plain_wheel_moves_where_one_prefers_that() {
    let mut window = zoomed_in();
    window.apply(Action::Setting(Setting::Wheel(Wheel::Pans)));
    let at = window.canvas().at(0.5, 0.4);
    let before = window.view();
    window.wheel(at, vec2(0.0, -60.0), Modifiers::NONE);
    assert!((window.view().days - before.days).abs() < 1e-6);
    assert!(window.view().start > before.start);
    window.wheel(at, vec2(0.0, 60.0), CTRL);
    assert!(window.view().days < before.days, "with Ctrl it zooms");
}

#[test]
fn the_wheel_beside_the_canvas_leaves_the_view_alone() {
    let mut window = zoomed_in();
    window.select("plaza-accord");
    let before = window.view();
    let inspector = window.canvas().area.right_center() + vec2(100.0, 0.0);
    for at in [inspector, Pos2::new(200.0, 30.0)] {
        window.wheel(at, vec2(0.0, -120.0), Modifiers::NONE);
        assert_eq!(window.view(), before);
    }
}

#[test]
fn keys_zoom_at_the_pointer_while_it_is_over_the_canvas() {
    let mut window = zoomed_in();
    let at = window.canvas().at(0.2, 0.4);
    window.hover(at);
    let (day, days) = (day_at(&window, at), window.view().days);
    window.key(Key::W);
    assert!(window.view().days < days);
    lies_under(&window, day, at);
}

/// A point of the lanes where nothing is.
fn free_spot(window: &Window) -> Pos2 {
    let canvas = window.canvas();
    let taken: Vec<_> = window
        .timeline()
        .events
        .iter()
        .flat_map(|event| {
            let name = window.name_of(&event.id);
            let nodes = window.all(EVENT, &name);
            nodes
                .iter()
                .map(|node| node.rect().expand(4.0))
                .collect::<Vec<_>>()
        })
        .collect();
    let grid = (2..18_u8).flat_map(|x| (2..18_u8).map(move |y| (x, y)));
    let points = grid.map(|(x, y)| canvas.at(f32::from(x) / 20.0, f32::from(y) / 20.0));
    let mut free = points.filter(|&at| !taken.iter().any(|rect| rect.contains(at)));
    free.next().expect("some room on the canvas")
}

#[test]
fn dragging_the_canvas_moves_through_time_and_selects_nothing() {
    let mut window = zoomed_in();
    let at = free_spot(&window);
    let (day, days) = (day_at(&window, at), window.view().days);
    window.drag(at, &[vec2(40.0, 5.0), vec2(60.0, -10.0), vec2(-20.0, 0.0)]);
    assert!((window.view().days - days).abs() < 1e-6);
    lies_under(&window, day, at + vec2(80.0, 0.0));
    assert_eq!(window.selected(), None);
}

#[test]
fn a_drag_that_begins_on_an_event_is_no_click() {
    let mut window = Window::shipped();
    window.apply(Action::View(ViewAction::Set(TimeWindow::new(
        -20_000.0, 40_000.0,
    ))));
    let name = window.name_of("pearl-harbor");
    let at = window.the(EVENT, &name).rect().center();
    let before = window.view();
    window.drag(at, &[vec2(30.0, 0.0), vec2(30.0, 0.0)]);
    assert_eq!(window.selected(), None);
    assert!(
        window.view().start < before.start,
        "the picture follows the hand"
    );
}

#[test]
fn a_hand_that_trembles_still_clicks() {
    let mut window = Window::shipped();
    let name = window.name_of("pearl-harbor");
    let at = window.the(EVENT, &name).rect().center();
    let before = window.view();
    window.drag(at, &[vec2(2.0, 1.0), vec2(-1.0, 0.0)]);
    assert_eq!(window.selected(), Some("pearl-harbor"));
    assert_eq!(window.view(), before);
}

#[test]
fn a_click_beside_all_events_changes_nothing() {
    let mut window = zoomed_in();
    window.select("plaza-accord");
    let before = window.view();
    window.click_at(free_spot(&window));
    assert_eq!(window.view(), before);
}

#[test]
fn a_double_click_flies_closer() {
    let mut window = zoomed_in();
    let at = free_spot(&window);
    let (day, days) = (day_at(&window, at), window.view().days);
    window.double_click_at(at);
    assert!(window.view().days < days / 2.0);
    lies_under(&window, day, at);
}

#[test]
fn a_click_on_the_overview_flies_there() {
    let mut window = zoomed_in();
    let days = window.view().days;
    for place in [0.2, 0.8] {
        let at = window.canvas().overview(place);
        window.click_at(at);
        let home = window.workspace().home();
        let wanted = home.start + home.days * f64::from(place);
        assert!((window.view().mid() - wanted).abs() < home.days / 500.0);
        assert!((window.view().days - days).abs() < 1e-6, "the zoom stays");
    }
}

#[test]
fn dragging_in_the_overview_takes_the_window_along() {
    let mut window = zoomed_in();
    let Canvas { frame, .. } = window.canvas();
    let home = window.workspace().home();
    let before = window.view();
    let share = (before.mid() - home.start) / home.days;
    let at = window.canvas().overview(share as f32);
    window.drag(at, &[vec2(50.0, 0.0), vec2(50.0, 0.0)]);
    let moved = (window.view().start - before.start) / home.days
        * f64::from(frame.overview_strip().width());
    assert!(
        (moved - 100.0).abs() < 7.0,
        "it moved {moved} points for 100"
    );
    assert!((window.view().days - before.days).abs() < 1e-6);
}

#[test]
fn a_drag_that_begins_elsewhere_in_the_overview_fetches_the_window_first() {
    let mut window = zoomed_in();
    let home = window.workspace().home();
    let at = window.canvas().overview(0.1);
    window.drag(at, &[vec2(10.0, 0.0), vec2(10.0, 0.0)]);
    let mid = window.view().mid();
    let share = (mid - home.start) / home.days;
    assert!(
        (0.08..0.16).contains(&share),
        "the window is under the hand: {share}"
    );
}

#[test]
fn a_flight_takes_a_moment_and_ends_where_it_should() {
    let mut window = Window::shipped();
    let to = TimeWindow::new(500.0, 365.0);
    window
        .harness
        .state_mut()
        .workspace
        .apply(Action::View(ViewAction::FlyTo(to)));
    window.step();
    window.step();
    let view = window.workspace().view();
    assert!(view.is_flying());
    assert!(view.window() != to && view.destination() == to);
    window.settle();
    assert!(!window.workspace().view().is_flying());
    assert_eq!(window.view(), to);
}

#[test]
fn the_buttons_above_the_canvas_zoom_fit_and_go_back() {
    let mut window = zoomed_in();
    let start = window.view();
    window.click_button("Zoom in");
    assert!(window.view().days < start.days);
    window.click_button("Zoom out");
    assert!((window.view().days - start.days).abs() < 1.0);
    let before = window.view();
    window.click_button("Fit the whole timeline");
    assert_eq!(window.view(), window.workspace().home());
    window.click_button("Back to the view before");
    assert_eq!(window.view(), before);
    window.click_button("Forward again");
    assert_eq!(window.view(), window.workspace().home());
}

#[test]
fn the_view_never_loses_the_history() {
    let mut window = zoomed_in();
    for _ in 0..40 {
        window.key(Key::D);
    }
    let home = window.workspace().home();
    assert!(window.view().mid() <= home.end());
    for _ in 0..80 {
        window.key(Key::A);
    }
    assert!(window.view().mid() >= home.start);
}

#[test]
fn pointing_at_the_canvas_anywhere_is_safe() {
    let mut window = Window::shipped();
    let area = window.canvas().area;
    for x in 0..=12_u8 {
        for y in 0..=12_u8 {
            let part = Vec2::new(f32::from(x) / 12.0, f32::from(y) / 12.0);
            window.hover(area.min + area.size() * part);
        }
    }
    assert_eq!(window.selected(), None);
}
