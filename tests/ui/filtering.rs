//! Chips and menus: the same filter as the text in the search field.

use egui::accesskit::Role;
use egui::{PointerButton, Vec2};

use transpacific::document::{Event, Timeline};
use transpacific::state::Others;

use crate::support::{EVENT, SIZE, Window};

fn text(window: &Window) -> &str {
    window.workspace().filter().text()
}

/// What the chip of a category is called while nothing is filtered but categories.
fn chip(window: &Window, category: usize) -> String {
    let timeline = window.timeline();
    let count = timeline
        .events
        .iter()
        .filter(|event| event.category == category)
        .count();
    format!("{}, {count} events", timeline.categories[category].name)
}

#[track_caller]
fn shows(window: &Window, test: impl Fn(&Timeline, &Event) -> bool) {
    let timeline = window.timeline();
    let events = timeline.events.iter().filter(|event| test(timeline, event));
    let wanted: Vec<_> = events.map(|event| &*event.id).collect();
    assert_eq!(window.shown(), wanted, "{}", text(window));
}

#[test]
fn a_chip_hides_its_category_and_brings_it_back() {
    let mut window = Window::shipped();
    for category in 0..window.timeline().categories.len() {
        let chip = chip(&window, category);
        assert!(window.is_on(Role::CheckBox, &chip));
        window.click(Role::CheckBox, &chip);
        assert!(!window.is_on(Role::CheckBox, &chip));
        let id = &window.timeline().categories[category].id;
        assert_eq!(text(&window), format!("-category:{id}"));
        shows(&window, |_, event| event.category != category);
        window.click(Role::CheckBox, &chip);
        assert!(window.is_on(Role::CheckBox, &chip));
        assert_eq!(text(&window), "");
    }
}

#[test]
fn a_chip_alone_by_double_click_or_with_the_other_button() {
    let mut window = Window::shipped();
    let chip = chip(&window, 1);
    window
        .the(Role::CheckBox, &chip)
        .click_button(PointerButton::Secondary);
    window.settle();
    shows(&window, |_, event| event.category == 1);
    window.click_button("Clear");
    let at = window.the(Role::CheckBox, &chip).rect().center();
    window.double_click_at(at);
    shows(&window, |_, event| event.category == 1);
}

#[test]
fn a_chip_leaves_the_rest_of_the_search_alone() {
    let mut window = Window::shipped();
    window.search("significance:>=4");
    let of_it = window
        .timeline()
        .events
        .iter()
        .filter(|event| event.category == 0);
    let count = of_it.filter(|event| event.significance >= 4).count();
    let name = format!("{}, {count} events", window.timeline().categories[0].name);
    window.click(Role::CheckBox, &name);
    shows(&window, |_, event| {
        event.significance >= 4 && event.category != 0
    });
    assert!(text(&window).contains("significance:>=4"));
}

#[test]
fn the_name_beside_a_lane_toggles_it_too() {
    let mut window = Window::shipped();
    let lane = window
        .names(Role::Button)
        .into_iter()
        .find(|name| name.starts_with("Security: "));
    window.click_button(&lane.expect("a lane"));
    shows(&window, |timeline, event| {
        &*timeline.categories[event.category].id != "security"
    });
    assert!(!window.is_on(Role::CheckBox, &chip(&window, 0)));
}

#[test]
fn the_menu_filters_by_significance() {
    let mut window = Window::shipped();
    let mut button = "More ▾".to_owned();
    for (choice, least) in [
        ("3 and more", 3),
        ("4 and more", 4),
        ("5, turning points", 5),
    ] {
        window.click_button(&button);
        window.click(Role::RadioButton, choice);
        assert_eq!(text(&window), format!("significance:>={least}"));
        shows(&window, |_, event| event.significance >= least);
        window.close_menus();
        button = format!("Significance {least}+ ▾");
        assert!(
            window.all(Role::Button, &button).len() == 1,
            "the button says so"
        );
    }
    window.click_button(&button);
    assert!(window.is_on(Role::RadioButton, "5, turning points"));
    window.click(Role::RadioButton, "Any");
    assert_eq!(text(&window), "");
}

#[test]
fn the_menu_leaves_only_what_is_quoted() {
    let mut window = Window::shipped();
    window.click_button("More ▾");
    window.click(Role::CheckBox, "With excerpts");
    assert_eq!(text(&window), "has:excerpt");
    shows(&window, |_, event| !event.excerpts.is_empty());
    window.close_menus();
    window.click_button("More ▾");
    assert!(window.is_on(Role::CheckBox, "With excerpts"));
    window.click(Role::CheckBox, "With excerpts");
    assert_eq!(text(&window), "");
}

#[test]
fn other_events_are_faded_or_hidden_as_one_likes() {
    let mut window = Window::shipped();
    window.search("actor:china");
    let other = window
        .timeline()
        .events
        .iter()
        .find(|event| !window.shown().contains(&&*event.id));
    let other = window.name_of(&other.expect("an event without China").id);
    assert!(window.all(EVENT, &other).is_empty());
    window.click_button("More ▾");
    window.click(Role::RadioButton, "Show others faded");
    assert_eq!(window.workspace().filter().others(), Others::Faded);
    assert_eq!(
        window.all(EVENT, &other).len(),
        1,
        "{other} is back, faintly"
    );
    window.close_menus();
    window.click_button("More ▾");
    window.click(Role::RadioButton, "Hide others");
    assert_eq!(window.workspace().filter().others(), Others::Hidden);
    assert!(window.all(EVENT, &other).is_empty());
    assert_eq!(text(&window), "actor:china", "the search is what it was");
}

#[test]
fn the_menu_of_actors_takes_several() {
    let mut window = Window::shipped();
    let by = |ids: &'static [&str]| {
        move |timeline: &Timeline, event: &Event| {
            let mut actors = event.actors.iter().map(|actor| &*timeline.actors[actor].id);
            actors.any(|id| ids.contains(&id))
        }
    };
    window.click_button("Actors: any ▾");
    window.click(Role::CheckBox, "China");
    assert_eq!(text(&window), "actor:china");
    shows(&window, by(&["china"]));
    assert_eq!(window.all(Role::Button, "Actors: China ▾").len(), 1);
    window.click(Role::CheckBox, "Russia");
    shows(&window, by(&["china", "russia"]));
    assert!(
        window.is_on(Role::CheckBox, "Russia"),
        "the menu stays open"
    );
    assert_eq!(window.all(Role::Button, "Actors: 2 ▾").len(), 1);
    window.click(Role::CheckBox, "China");
    shows(&window, by(&["russia"]));
    window.click(Role::CheckBox, "Russia");
    assert_eq!(text(&window), "");
}

#[test]
fn the_menu_of_sources_takes_one() {
    let mut window = Window::shipped();
    window.click_button("Source: any ▾");
    let source = &window.timeline().sources[0];
    let name = format!(
        "{}, {}",
        source.author.as_deref().expect("an author"),
        source.title
    );
    window.click(Role::CheckBox, &name);
    assert_eq!(text(&window), "source:sadozai-2019");
    shows(&window, |_, event| {
        event.sources.contains(&0) || event.excerpts.iter().any(|excerpt| excerpt.source == 0)
    });
}

#[test]
fn a_name_is_found_in_a_long_menu() {
    let mut window = Window::shipped();
    window.click_button("Actors: any ▾");
    assert!(window.all(Role::CheckBox, "China").len() == 1);
    window.type_text("showa");
    assert!(window.all(Role::CheckBox, "China").is_empty());
    window.click(Role::CheckBox, "Emperor Shōwa (Hirohito)");
    assert_eq!(text(&window), "actor:hirohito");
    window.close_menus();
    window.click_button("Source: any ▾");
    let listed = window.names(Role::CheckBox).len();
    let sources = window.timeline().sources.len();
    assert!(listed >= sources, "nothing is looked for here");
}

#[test]
fn what_is_typed_shows_in_the_menus() {
    let mut window = Window::shipped();
    window.search("category:trade actor:japan significance:>=4 has:excerpt");
    window.close_menus();
    let on: Vec<_> = window
        .workspace()
        .filter()
        .query()
        .categories_on(window.timeline());
    assert_eq!(on.iter().filter(|on| **on).count(), 1);
    assert_eq!(window.all(Role::Button, "Actors: Japan ▾").len(), 1);
    window.click_button("Significance 4+ ▾");
    assert!(window.is_on(Role::RadioButton, "4 and more"));
    assert!(window.is_on(Role::CheckBox, "With excerpts"));
}

#[test]
fn chips_and_clear_can_be_reached_in_a_small_window() {
    let mut window = Window::shipped();
    window.resize(Vec2::new(720.0, 480.0));
    let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, Vec2::new(720.0, 480.0));
    let bar = ["Filter", "File ▾"];
    for name in bar {
        let rect = window.the(Role::Button, name).rect();
        assert!(screen.contains_rect(rect), "{name} at {rect:?}");
    }
    window.click_button("Filter");
    for category in 0..window.timeline().categories.len() {
        let rect = window.the(Role::CheckBox, &chip(&window, category)).rect();
        assert!(
            screen.contains_rect(rect),
            "{} at {rect:?}",
            chip(&window, category)
        );
    }
    for name in ["More ▾", "Actors: any ▾", "Source: any ▾", "Clear", "Done"] {
        let rect = window.the(Role::Button, name).rect();
        assert!(screen.contains_rect(rect), "{name} at {rect:?}");
    }
    window.click(Role::CheckBox, &chip(&window, 0));
    assert!(!window.shown().is_empty() && window.shown().len() < window.timeline().events.len());
    window.click_button("Done");
    assert_eq!(window.workspace().session().overlay, None);
    window.resize(SIZE);
}
