//! Events too close to be told apart, and timelines too large to be placed within a frame.

use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use egui::Key;
use egui::accesskit::Role;

use transpacific::state::{
    Action, Effect, FilterAction, Motion, Others, Overlay, Setting, ViewAction,
};

use crate::generated;
use crate::support::{EVENT, Window, loaded};

/// A lane with one event a day for forty days, far from two others that set the length of the history.
fn forty_days() -> Window {
    let day = |number: u32| {
        let (month, day) = (3 + number / 28, 1 + number % 28);
        format!(
            "(id: \"d{number}\", when: \"1945-{month:02}-{day:02}\", title: \"Day {number} of many that came\", category: \"c\"),"
        )
    };
    Window::of(&ends_with((0..40).map(day).collect()))
}

/// Thirty events of one day, after fifty others of it that take all rows there are.
fn one_day() -> Window {
    let event = |number: u32| {
        format!(
            "(id: \"d{number}\", when: \"1945-03-10\", title: \"Event {number} of the same day\", category: \"c\"),"
        )
    };
    Window::of(&ends_with((0..80).map(event).collect()))
}

fn ends_with(events: String) -> String {
    format!(
        "Timeline(title: \"Crowd\", categories: [(id: \"c\", name: \"Crowd\")], events: [
         (id: \"first\", when: \"1853-07-08\", title: \"First\", category: \"c\"),
         (id: \"last\", when: \"2020-01-01\", title: \"Last\", category: \"c\"),
         {events}])"
    )
}

/// The one region that stands for events close together, with their number.
fn crowd(window: &Window) -> (String, usize) {
    let names = window.names(Role::Button);
    let mut crowds = names
        .into_iter()
        .filter(|name| name.ends_with(" events close together"));
    let name = crowds.next().expect("some events stand close together");
    assert_eq!(crowds.next(), None);
    let count = name.split(' ').next().and_then(|count| count.parse().ok());
    (name, count.expect("a number"))
}

/// What the caption of the lane says in numbers: named, and not.
fn counted(window: &Window) -> usize {
    let names = window.names(Role::Button);
    let caption = names
        .iter()
        .find_map(|name| name.strip_prefix("Crowd: "))
        .expect("a caption");
    caption
        .split(' ')
        .filter_map(|word| word.parse::<usize>().ok())
        .sum()
}

#[test]
fn a_click_on_a_crowd_tells_it_apart() {
    let mut window = forty_days();
    let (name, count) = crowd(&window);
    assert!(count > 10, "{name}");
    assert_eq!(counted(&window), 42);
    let before = window.view();
    window.click(Role::Button, &name);
    assert!(window.view().days < before.days / 100.0);
    assert_eq!(window.selected(), None);
    let names = window.names(EVENT);
    let apart = names.iter().filter(|name| name.contains(", Day ")).count();
    assert!(apart >= count, "every one by itself: {names:?}");
}

#[test]
fn pointing_at_a_crowd_tells_how_many_and_which() {
    let mut window = forty_days();
    let (name, count) = crowd(&window);
    let at = window.the(Role::Button, &name).rect().center();
    window.hover(at);
    assert!(window.says(&name));
    assert!(window.mentions("of many that came"));
    assert!(window.mentions(&format!("and {} more", count - 6)));
}

#[test]
fn events_of_the_same_day_open_as_a_list() {
    let mut window = one_day();
    let (name, count) = crowd(&window);
    let (before, on_canvas) = (window.view(), window.names(Role::Button));
    window.click(Role::Button, &name);
    assert_eq!(window.view(), before);
    assert_eq!(window.workspace().session().overlay, Some(Overlay::Events));
    assert!(window.says(&format!("{count} events, 10 March 1945")));
    let title = window
        .names(Role::Button)
        .into_iter()
        .find(|name| name.starts_with("Event ") && !on_canvas.contains(name));
    let title = title.expect("a row for each");
    window.click(Role::Button, &title);
    assert_eq!(window.workspace().session().overlay, None);
    let selected = window
        .workspace()
        .selected()
        .map(|(_, event)| event.title.to_string());
    assert!(
        title.starts_with(&selected.expect("an event is read")),
        "{title}"
    );
    // And once more, to leave it with Escape.
    let (name, _) = crowd(&window);
    window.click(Role::Button, &name);
    assert_eq!(window.workspace().session().overlay, Some(Overlay::Events));
    window.key(Key::Escape);
    assert_eq!(window.workspace().session().overlay, None);
}

#[test]
fn a_crowd_of_a_category_that_is_off_tells_its_own_events() {
    let mut window = one_day();
    let (_, count) = crowd(&window);
    window.apply(Action::Filter(FilterAction::Others(Others::Faded)));
    window.apply(Action::Filter(FilterAction::Set("-category:c".to_owned())));
    assert!(
        window
            .names(Role::Button)
            .contains(&"Crowd: switched off".to_owned())
    );
    let (name, faint) = crowd(&window);
    assert_eq!(faint, count);
    window.click(Role::Button, &name);
    assert!(window.says(&format!("{count} events, 10 March 1945")));
}

#[test]
fn what_reaches_into_the_view_from_outside_is_counted_and_listed() {
    let spans: String = (0..40)
        .map(|number| format!("(id: \"s{number}\", when: \"19{:02}/1990\", title: \"Span {number}\", category: \"c\"),", number + 10))
        .collect();
    let mut window = Window::of(&ends_with(spans));
    window.apply(Action::View(ViewAction::Set(
        transpacific::time::TimeWindow::new(5000.0, 30.0),
    )));
    assert_eq!(counted(&window), 40);
    let names = window.names(Role::Button);
    let name = names
        .iter()
        .find(|name| name.ends_with(" events from before this view"));
    let name = name.expect("most began before the view").clone();
    window.click(Role::Button, &name);
    assert_eq!(window.workspace().session().overlay, Some(Overlay::Events));
}

/// More events than are placed and searched within a frame.
fn large() -> Window {
    let mut window = Window::of_unsettled(loaded(&generated::timeline(21_000)));
    assert!(window.is_placing(), "placing so many takes a thread");
    assert!(
        window
            .names(Role::Button)
            .contains(&"Category 1: placing names".to_owned())
    );
    window.wait_for_names();
    window
}

fn named(window: &Window) -> usize {
    let events = &window.timeline().events;
    let names = window.names(EVENT);
    let titles: std::collections::HashSet<_> = events
        .iter()
        .map(|event| window.name_of(&event.id))
        .collect();
    names.iter().filter(|name| titles.contains(*name)).count()
}

#[test]
fn a_large_timeline_shows_at_once_and_its_names_as_soon_as_they_are_placed() {
    let window = large();
    assert!(named(&window) > 20);
    assert!(
        window
            .names(Role::Button)
            .iter()
            .any(|name| name.ends_with("events close together"))
    );
}

#[test]
fn a_category_goes_and_comes_in_the_next_frame_however_many_there_are() {
    let mut window = large();
    let before = window.names(Role::Button);
    for shown in [false, true] {
        let query = window
            .workspace()
            .filter()
            .query()
            .with_category_toggled(window.timeline(), 1);
        window.apply_unsettled(Action::Filter(FilterAction::Set(query.to_string())));
        window.step();
        assert!(!window.is_placing() && !window.workspace().filter().is_pending());
        let switched_off = window
            .names(Role::Button)
            .contains(&"Category 1: switched off".to_owned());
        assert_eq!(switched_off, !shown);
    }
    assert_eq!(window.names(Role::Button), before);
}

#[test]
fn the_old_picture_stays_until_the_new_one_is_ready() {
    let mut window = large();
    let before = named(&window);
    window.apply_unsettled(Action::Filter(FilterAction::Set("tariff steel".to_owned())));
    window.step();
    assert!(window.workspace().filter().is_pending());
    assert_eq!(named(&window), before);
    let Some(Effect::Search(job)) = window.effects().last().cloned() else {
        panic!("nobody was asked to search");
    };
    let found = job
        .run(&AtomicBool::new(false))
        .expect("nobody cancelled it");
    window.apply_unsettled(found);
    window.step();
    assert!(window.is_placing());
    assert_eq!(named(&window), before);
    window.wait_for_names();
    assert!(!window.workspace().filter().is_pending());
    let selection = window.workspace().filter().selection();
    let shown: Vec<_> = selection
        .iter()
        .map(|index| window.name_of(&window.timeline().events[index as usize].id))
        .collect();
    let all: Vec<_> = window
        .timeline()
        .events
        .iter()
        .map(|event| window.name_of(&event.id))
        .collect();
    for name in window.names(EVENT) {
        assert!(!all.contains(&name) || shown.contains(&name), "{name}");
    }
}

#[test]
fn with_less_motion_the_old_picture_pales_at_once() {
    let palest = |window: &Window| {
        let shapes = window.harness.output().shapes.iter();
        let alphas = shapes.filter_map(|clipped| match &clipped.shape {
            egui::Shape::Mesh(mesh) => mesh.vertices.iter().map(|vertex| vertex.color.a()).min(),
            _ => None,
        });
        alphas.min().unwrap_or_default()
    };
    let mut first = Vec::new();
    for motion in [Motion::Full, Motion::Reduced] {
        let mut window = large();
        window.apply(Action::Setting(Setting::Motion(motion)));
        window.apply_unsettled(Action::Filter(FilterAction::Set("tariff steel".to_owned())));
        // A frame takes a quarter of a second here, which is longer than the fading.
        let now = window.harness.ctx.input(|input| input.time);
        window.harness.input_mut().time = Some(now + 0.02);
        window.step();
        window.harness.input_mut().time = None;
        assert!(window.workspace().filter().is_pending());
        let at_once = palest(&window);
        for _ in 0..20 {
            window.step();
        }
        first.push((at_once, palest(&window)));
    }
    assert!(first[0].0 > first[0].1, "it fades: {first:?}");
    assert_eq!(first[1].0, first[1].1, "it is there: {first:?}");
}

#[test]
fn a_newer_wish_replaces_the_placement_under_way() {
    let mut window = large();
    let begun = Instant::now();
    for width in [1300.0, 1200.0, 1100.0, 1000.0] {
        window.harness.set_size(egui::vec2(width, 800.0));
        window.step();
    }
    window.wait_for_names();
    assert!(begun.elapsed() < Duration::from_secs(30));
    assert!(named(&window) > 10);
}
