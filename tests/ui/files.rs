//! Files of every sort, windows of every size, both themes and both languages.

use std::path::PathBuf;

use egui::accesskit::Role;
use egui::{Key, Vec2};

use transpacific::app::built_in;
use transpacific::messages::{Lang, Message};
use transpacific::state::{
    Action, Effect, FilterAction, Loaded, Loading, Origin, Others, Overlay, PanelAction, Saved,
    ViewAction, Workspace,
};
use transpacific::time::TimeWindow;

use crate::support::{EVENT, SIZE, Window, loaded};

const SMALL: Vec2 = Vec2::new(720.0, 480.0);
const LARGE: Vec2 = Vec2::new(2560.0, 1440.0);

/// Two things wrong: a date, and a reference.
const BROKEN: &str = r#"Timeline(
    title: "Broken",
    categories: [(id: "c", name: "C")],
    events: [
        (id: "good", when: "1971", title: "Good", category: "c"),
        (id: "bad", when: "soon", title: "Bad", category: "c"),
        (id: "odd", when: "1972", title: "Odd", category: "d"),
    ],
)"#;

#[test]
fn the_problems_of_a_broken_file_are_listed_with_line_and_column() {
    let mut window = Window::of(BROKEN);
    let document = window.workspace().document();
    let count = document.diagnostics.len();
    assert!(count >= 2, "{:?}", document.diagnostics);
    assert!(
        document.timeline.event("good").is_some(),
        "the rest is there"
    );
    let places: Vec<_> = document
        .diagnostics
        .iter()
        .map(|diagnostic| {
            document
                .render(diagnostic, Lang::En)
                .lines()
                .next()
                .map(str::to_owned)
        })
        .collect();
    assert!(window.workspace().session().problems, "it is said at once");
    window.click_button(&format!("{count} problems"));
    assert!(!window.mentions("test.ron:6:"));
    window.click_button(&format!("{count} problems"));
    for place in places.into_iter().flatten() {
        assert!(window.says(&place), "{place}");
    }
    assert!(window.mentions("test.ron:6:") && window.mentions("test.ron:7:"));
    window.click_button("Copy all");
    assert!(matches!(window.effects(), [Effect::Copy(text)] if text.contains("test.ron:6:")));
    window.click_button(&format!("{count} problems"));
    assert!(!window.workspace().session().problems);
}

#[test]
fn what_an_editor_would_ask_about_is_listed_on_demand() {
    let mut window = Window::of(
        r#"Timeline(
    categories: [(id: "c", name: "C")],
    events: [(id: "a", when: "1941-12-07", title: "An early Saturday", category: "c")],
)"#,
    );
    assert!(!window.workspace().session().problems, "it can wait");
    window.click_button("· 1 remark");
    assert!(window.mentions("No problems in test.ron. 1 event could be read. 1 remark."));
    assert!(window.mentions("warning: 1941-12-07 was a Sunday, but the text says Saturday"));
    window.click_button("Copy all");
    assert!(matches!(window.effects(), [Effect::Copy(text)] if text.contains("Saturday")));
    window.click_button("· 1 remark");
    assert!(!window.workspace().session().problems);
}

#[test]
fn the_list_of_problems_has_a_button_that_closes_it() {
    let mut window = Window::of(BROKEN);
    window.click_button("Close the problems");
    assert!(!window.workspace().session().problems);
}

/// A timeline of this many categories, with two events in each.
fn of_categories(count: usize) -> String {
    let categories: String = (0..count)
        .map(|n| format!(r#"(id: "c{n}", name: "Category {n}"),"#))
        .collect();
    let event = |n: usize, year: usize| {
        format!(
            r#"(id: "e{n}-{year}", when: "{year}", title: "Event {n} of {year}", category: "c{n}"),"#
        )
    };
    let events: String = (0..count)
        .map(|n| event(n, 1900 + n % 100) + &event(n, 2001))
        .collect();
    format!(r#"Timeline(title: "Many", categories: [{categories}], events: [{events}])"#)
}

/// Whether the bars and panels leave the canvas its room.
#[track_caller]
fn has_room(window: &Window, size: Vec2) {
    let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, size);
    let area = window.canvas().area;
    assert!(
        screen.contains_rect(area),
        "the canvas is at {area:?} of {size:?}"
    );
    assert!(
        area.width() > 240.0 && area.height() > 200.0,
        "the canvas is at {area:?} of {size:?}"
    );
}

/// Goes through all that a reader may do with a file that has little in it, or much.
fn use_it(window: &mut Window) {
    let keys = [
        Key::W,
        Key::D,
        Key::Home,
        Key::F,
        Key::F,
        Key::ArrowDown,
        Key::ArrowUp,
        Key::ArrowRight,
        Key::End,
        Key::CloseBracket,
        Key::OpenBracket,
        Key::Enter,
        Key::R,
        Key::P,
        Key::J,
        Key::T,
        Key::H,
        Key::Num1,
        Key::Num9,
        Key::S,
        Key::A,
        Key::Num0,
        Key::J,
        Key::T,
        Key::Escape,
        Key::Questionmark,
    ];
    for key in keys {
        window.key(key);
    }
    for _ in 0..6 {
        window.key(Key::Escape);
    }
    let at = window.canvas().at(0.5, 0.5);
    window.wheel(at, Vec2::new(0.0, 80.0), egui::Modifiers::NONE);
    window.drag(at, &[Vec2::new(30.0, 0.0)]);
    window.click_at(window.canvas().overview(0.5));
    window.apply(Action::Filter(FilterAction::Set(
        "no such words".to_owned(),
    )));
    window.key(Key::ArrowRight);
    window.apply(Action::Filter(FilterAction::Clear));
}

#[test]
fn files_with_nothing_one_thing_or_hundreds_of_lanes_show_in_small_and_large_windows() {
    let many = of_categories(300);
    let texts = [
        "",
        "no timeline at all",
        "Timeline()",
        r#"Timeline(title: "Categories only", categories: [(id: "c", name: "C")])"#,
        r#"Timeline(title: "Eras only", eras: [(title: "Era", when: "1900/1910")])"#,
        r#"Timeline(title: "One", events: [(id: "a", when: "1971-08-15", title: "The only one")])"#,
        r#"Timeline(title: "A moment", events: [(id: "a", when: "1941-12-07T07:48:00-10:30", title: "Now")])"#,
        r#"Timeline(title: "Open", events: [(id: "a", when: "1971/..", title: "Goes on"), (id: "b", when: "../1900", title: "Went on")])"#,
        r#"Timeline(title: "Far", events: [(id: "a", when: "-9999", title: "Old"), (id: "b", when: "9999", title: "New")])"#,
        BROKEN,
        &many,
    ];
    for text in texts {
        for size in [SMALL, LARGE] {
            let mut window = Window::open(Workspace::new(loaded(text), Saved::default()), size);
            window.apply(Action::Panel(PanelAction::Problems(false)));
            has_room(&window, size);
            use_it(&mut window);
        }
    }
}

#[test]
fn an_empty_file_says_so_and_how_to_go_on() {
    let window = Window::of("");
    assert!(window.says("0 of 0") && window.mentions("0 events"));
    assert!(
        window.has(Role::Button, "problem"),
        "and that the file is empty"
    );
}

#[test]
fn a_long_title_and_long_names_fit_any_window() {
    let long = "A very long name that goes on and on ".repeat(20);
    let text = format!(
        r#"Timeline(title: "{long}", categories: [(id: "c", name: "{long}")], actors: [(id: "a", name: "{long}")],
        sources: [(id: "s", title: "{long}", url: "https://example.org/{}", gists: ["{long}"])],
        events: [(id: "e", when: "1971", title: "{long}", category: "c", actors: ["a"], summary: "{long}",
            sources: ["s"], excerpts: [(source: "s", paragraph: 1, quote: "{long}")])])"#,
        "x".repeat(900)
    );
    for size in [SMALL, LARGE] {
        let mut window = Window::open(Workspace::new(loaded(&text), Saved::default()), size);
        has_room(&window, size);
        window.select("e");
        use_it(&mut window);
    }
}

#[test]
fn all_lanes_can_be_reached_where_not_all_fit() {
    let mut window = Window::of(&of_categories(300));
    let lanes = |window: &Window| {
        let names = window.names(Role::Button).into_iter();
        names
            .filter(|name| name.starts_with("Category ") && name.contains(" named"))
            .collect::<Vec<_>>()
    };
    let first = lanes(&window);
    assert!(!first.is_empty() && first.len() < 300);
    let gutter = window.canvas().area.left_center() + Vec2::new(40.0, 0.0);
    let turn = |window: &mut Window, turn: f32| {
        window.wheel(gutter, Vec2::new(0.0, turn), egui::Modifiers::NONE);
    };
    turn(&mut window, -40.0);
    assert_eq!(window.workspace().view().first_lane, 1, "a notch is a lane");
    for _ in 0..10 {
        turn(&mut window, -6.0);
    }
    assert_eq!(
        window.workspace().view().first_lane,
        2,
        "so is as much by small steps"
    );
    assert_ne!(lanes(&window), first);
    for _ in 0..100 {
        turn(&mut window, -400.0);
    }
    let last = lanes(&window);
    assert!(last[last.len() - 1].starts_with("Category 299"));
    turn(&mut window, 40.0);
    assert_ne!(lanes(&window), last, "the way back begins at once");
    window.key(Key::End);
    let (_, event) = window.workspace().selected().expect("the last event");
    assert_eq!(
        window.all(EVENT, &window.name_of(&event.id)).len(),
        1,
        "its lane came into view"
    );
}

#[test]
fn many_categories_are_ticked_in_a_menu_instead_of_filling_the_window_with_chips() {
    let mut window = Window::of(&of_categories(40));
    window.click_button("Categories: 40 of 40 ▾");
    assert!(window.is_on(Role::CheckBox, "Category 3"));
    window.click(Role::CheckBox, "Category 3");
    assert_eq!(window.workspace().filter().text(), "-category:c3");
    assert!(!window.is_on(Role::CheckBox, "Category 3"));
    assert!(window.says("78 of 80"));
    assert_eq!(window.all(Role::Button, "Categories: 39 of 40 ▾").len(), 1);
}

#[test]
fn the_shipped_timeline_shows_in_every_size_theme_and_language() {
    let mut window = Window::shipped();
    let ids: Vec<_> = window
        .timeline()
        .events
        .iter()
        .map(|event| event.id.clone())
        .collect();
    for size in [SMALL, SIZE, LARGE] {
        window.resize(size);
        for (turn, key) in [Key::T, Key::J, Key::T, Key::J].into_iter().enumerate() {
            window.key(key);
            // Each event in every size, and all four ways of the window with a quarter of them.
            for id in ids.iter().skip(turn).step_by(4) {
                window.apply(Action::Select(Some((&**id).into())));
            }
            for overlay in [Overlay::Keys, Overlay::Palette, Overlay::OpenPath] {
                window.apply(Action::Panel(PanelAction::Overlay(Some(overlay))));
                window.apply(Action::Panel(PanelAction::Overlay(None)));
            }
        }
    }
}

#[test]
fn in_japanese_titles_dates_and_chips_are_japanese() {
    let mut window = Window::shipped();
    window.key(Key::J);
    let timeline = window.timeline();
    assert!(window.says(timeline.title_ja.as_deref().expect("a Japanese title")));
    for category in &timeline.categories {
        let name = category.name_ja.as_deref().expect("a Japanese name");
        assert!(
            window
                .names(Role::CheckBox)
                .iter()
                .any(|chip| chip.starts_with(name)),
            "{name}"
        );
    }
    let event = timeline.event("pearl-harbor").expect("the attack");
    let title = event.title_ja.clone().expect("a Japanese title");
    let said = format!("{title}, {}", event.when.display(Lang::Ja));
    let names = window.names(EVENT);
    let name = names.iter().find(|name| name.ends_with(&said));
    let name = name.expect("the attack on the canvas");
    assert!(name.starts_with("安全保障の72件のうち"), "{name}");
    window.click(EVENT, name);
    assert_eq!(window.selected(), Some("pearl-harbor"));
    assert!(
        window.says(&title) && window.says("Attack on Pearl Harbor"),
        "both titles"
    );
    window.click_button("EN");
    assert_eq!(window.workspace().lang(), Lang::En);
    window.click_button("日本語");
    assert_eq!(window.workspace().lang(), Lang::Ja);
}

#[test]
fn the_theme_is_switched_by_its_button_and_says_what_it_would_become() {
    let mut window = Window::shipped();
    window.click_button("Dark");
    let dark = window.harness.ctx.global_style().visuals.clone();
    assert!(dark.dark_mode);
    window.click_button("Light");
    assert!(!window.harness.ctx.global_style().visuals.dark_mode);
}

fn file(path: &str, text: &str) -> Loaded {
    let mut loaded = loaded(text);
    loaded.origin = Origin::File(PathBuf::from(path));
    loaded
}

#[test]
fn the_next_start_shows_the_view_and_the_filter_of_the_last() {
    let mut window = Window::shipped();
    let there = TimeWindow::new(-1000.0, 900.0);
    window.apply(Action::View(ViewAction::FlyTo(there)));
    window.search("category:trade significance:>=3");
    window.apply(Action::Filter(FilterAction::Others(Others::Faded)));
    window.key(Key::Escape);
    window.key(Key::Escape);
    window.key(Key::J);
    window.key(Key::T);
    let saved = window.workspace().saved();
    let again = Window::open(Workspace::new(built_in(), saved), SIZE);
    assert_eq!(again.view(), there);
    assert_eq!(
        again.workspace().filter().text(),
        "category:trade significance:>=3"
    );
    assert_eq!(again.shown(), window.shown());
    assert_eq!(again.workspace().filter().others(), Others::Faded);
    assert_eq!(again.workspace().settings(), window.workspace().settings());
    assert_eq!(again.selected(), None);
    // In Japanese, since J has been pressed.
    let count = Message::new("filter-shown-of-all")
        .with("shown", again.shown().len())
        .with("all", again.timeline().events.len());
    assert!(again.says(&count.text(Lang::Ja)));
}

#[test]
fn each_file_keeps_its_own_view_and_filter_and_is_offered_again() {
    let many = of_categories(3);
    let mut window = Window::of(&many);
    window.apply(Action::Loaded(Box::new(file("/a/many.ron", &many))));
    window.search("event");
    let there = TimeWindow::new(-10_000.0, 500.0);
    window.apply(Action::View(ViewAction::FlyTo(there)));
    window.apply(Action::Loaded(Box::new(file("/b/other.ron", BROKEN))));
    assert_eq!(window.workspace().filter().text(), "");
    window.click_button("File ▾");
    window.click_button("many.ron — a");
    assert_eq!(window.effects(), [Effect::OpenFile("/a/many.ron".into())]);
    window.apply(Action::Loaded(Box::new(file("/a/many.ron", &many))));
    assert_eq!(
        (window.view(), window.workspace().filter().text()),
        (there, "event")
    );
}

#[test]
fn the_open_menu_asks_for_a_file_a_path_or_the_built_in_timeline() {
    let mut window = Window::shipped();
    window.click_button("File ▾");
    window.click_button("Open a file…");
    window.click_button("File ▾");
    window.click_button("The built-in timeline");
    assert_eq!(window.effects(), [Effect::PickFile, Effect::OpenBuiltIn]);
    window.click_button("File ▾");
    window.click_button("Open by its path…");
    assert_eq!(
        window.workspace().session().overlay,
        Some(Overlay::OpenPath)
    );
}

#[test]
fn what_went_wrong_outside_is_told_and_can_be_dismissed() {
    let mut window = Window::shipped();
    let told = Message::new("files-forbidden").with("path", "lesson.ron");
    window.apply(Action::Tell(told));
    assert!(window.says("no permission to read this file: lesson.ron"));
    window.click_button("Dismiss");
    assert!(!window.says("no permission to read this file: lesson.ron"));
}

#[test]
fn another_file_takes_the_place_of_the_one_that_is_open() {
    let mut window = Window::shipped();
    window.select("plaza-accord");
    window.search("plaza");
    let text = r#"Timeline(title: "Another", events: [(id: "x", when: "1600", title: "X")])"#;
    window.apply(Action::Loaded(Box::new(file("/a/one.ron", text))));
    assert!(window.says("Another") && window.says("1 of 1") && window.says("one.ron"));
    assert_eq!(window.selected(), None);
    assert_eq!(window.all(EVENT, &window.name_of("x")).len(), 1);
    window.apply(Action::Loaded(Box::new(built_in())));
    assert_eq!(
        window.workspace().filter().text(),
        "plaza",
        "as it was left"
    );
}

#[test]
fn a_timeline_from_standard_input_begins_whole_whatever_was_open_before() {
    let mut window = Window::shipped();
    window.search("plaza");
    window.apply(Action::View(ViewAction::Set(TimeWindow::new(0.0, 300.0))));
    let text = r#"Timeline(title: "Piped", events: [(id: "x", when: "1971", title: "X")])"#;
    let workspace = Workspace::new(loaded(text), window.workspace().saved());
    let window = Window::open(workspace, SIZE);
    assert_eq!(window.workspace().filter().text(), "");
    assert_eq!(window.view(), window.workspace().home());
}

#[test]
fn a_file_that_takes_long_says_how_far_it_is_and_can_be_stopped() {
    let reading = |share| {
        let name = "large.ron".to_owned();
        Action::Loading(Some(Loading { name, share }))
    };
    // While something else shows, and before anything does.
    let nothing = Window::open(Workspace::new(Loaded::nothing(), Saved::default()), SIZE);
    for mut window in [Window::shipped(), nothing] {
        let before = window.workspace().origin().clone();
        window.apply(reading(0.43));
        assert!(window.mentions("Reading large.ron"));
        assert!(window.says("43 %"));
        assert!(window.has(Role::ProgressIndicator, "43 %"));
        window.apply(reading(1.0));
        assert!(window.says("getting ready"));
        window.click_button("Stop");
        assert_eq!(window.effects().last(), Some(&Effect::StopLoading));
        window.apply(Action::Loading(None));
        assert!(!window.mentions("Reading large.ron"));
        assert_eq!(*window.workspace().origin(), before);
    }
}

#[test]
fn before_anything_is_read_nothing_is_said_of_it() {
    let window = Window::open(Workspace::new(Loaded::nothing(), Saved::default()), SIZE);
    assert!(!window.mentions("Untitled"));
    assert!(!window.mentions("0 of 0"));
    assert!(window.all(Role::Canvas, "").is_empty() && !window.has(Role::Canvas, "Timeline"));
}
