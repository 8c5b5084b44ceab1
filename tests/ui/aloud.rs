//! What a screen reader finds: events with their places, what is announced, the outline.

use egui::Key;
use egui::accesskit::{Live, Role};
use egui_kittest::kittest::NodeT as _;

use transpacific::state::{Action, FilterAction, PanelAction, ViewAction};
use transpacific::time::TimeWindow;

use crate::support::{EVENT, Window};

const TEXT: &str = r#"Timeline(
    categories: [(id: "c", name: "Trade"), (id: "d", name: "Diplomacy", name_ja: "外交")],
    sources: [
        (id: "s", title: "A book", author: "Ann Author"),
        (id: "t", title: "An article", gists: ["One.", "Two."]),
    ],
    events: [
        (id: "a", when: "1969-07-20", title: "First", category: "d"),
        (id: "b", when: "1971-08-15", title: "Second", category: "c", sources: ["s"],
         excerpts: [(source: "t", paragraph: 2, quote: "words")]),
        (id: "e", when: "1972", title: "Third", category: "d"),
    ],
)"#;

/// What was announced last.
fn announced(window: &Window) -> String {
    let all = window.all_with(|node| node.live() == Live::Polite);
    match &*all {
        [node] => node.accesskit_node().label().unwrap_or_default(),
        _ => panic!("{} places where news is said", all.len()),
    }
}

#[test]
fn an_event_is_heard_with_its_place_in_its_lane() {
    let mut window = Window::of(TEXT);
    let third = "event 2 of 2 in Diplomacy, Third, 1972";
    let node = window.the(EVENT, third);
    let node = node.accesskit_node();
    assert_eq!(
        (node.position_in_set(), node.size_of_set()),
        (Some(1), Some(2))
    );
    assert_eq!(node.is_selected(), Some(false));
    assert!(
        node.parent()
            .is_some_and(|list| list.role() == Role::ListBox)
    );
    window.click(EVENT, third);
    assert_eq!(
        window.the(EVENT, third).accesskit_node().is_selected(),
        Some(true)
    );
    let heard = [
        "event 1 of 1 in Trade, Second, 15 August 1971",
        "event 1 of 2 in Diplomacy, First, 20 July 1969",
        third,
    ];
    assert_eq!(window.names(EVENT), heard, "lane by lane, by time");
    // The filter leaves one of the lane.
    window.search("third");
    window.the(EVENT, "event 1 of 1 in Diplomacy, Third, 1972");
}

#[test]
fn what_was_selected_and_what_the_filter_leaves_is_announced() {
    let mut window = Window::of(TEXT);
    assert_eq!(
        announced(&window),
        "",
        "what is there from the beginning is no news"
    );
    window.key(Key::ArrowRight);
    assert_eq!(
        announced(&window),
        "event 1 of 2 in Diplomacy, First, 20 July 1969"
    );
    window.key(Key::ArrowRight);
    assert_eq!(
        announced(&window),
        "event 1 of 1 in Trade, Second, 15 August 1971"
    );
    window.search("second");
    assert_eq!(announced(&window), "1 event of 3 match.");
    window.apply(Action::Filter(FilterAction::Clear));
    assert_eq!(announced(&window), "All 3 events are shown.");
    window.apply(Action::Select(None));
    assert_eq!(announced(&window), "Nothing is selected.");
}

fn rows(window: &Window) -> Vec<String> {
    window.names(Role::TreeItem)
}

fn outline() -> Window {
    let mut window = Window::of(TEXT);
    window.key(Key::O);
    window
}

#[test]
fn the_outline_opens_from_decade_to_source() {
    let mut window = outline();
    assert_eq!(rows(&window), ["1960s, 1 event", "1970s, 2 events"]);
    window.click(Role::TreeItem, "1970s, 2 events");
    assert_eq!(
        rows(&window),
        [
            "1960s, 1 event",
            "1970s, 2 events",
            "1971, 1 event",
            "1972, 1 event"
        ]
    );
    window.click(Role::TreeItem, "1971, 1 event");
    let row = window.the(Role::TreeItem, "1971, 1 event");
    assert_eq!(row.accesskit_node().data().level(), Some(2));
    assert_eq!(row.accesskit_node().data().is_expanded(), Some(true));
    let view = window.workspace().view().destination();
    assert!(view.days < 500.0, "the canvas shows the year");
    window.click(Role::TreeItem, "Second, 15 August 1971");
    assert_eq!(window.selected(), Some("b"));
    window.key(Key::ArrowRight);
    let sources = ["Ann Author, A book", "An article, ¶ 2"];
    assert_eq!(rows(&window)[4..6], sources);
    window.click(Role::TreeItem, sources[1]);
    let article = window.workspace().session().article.as_ref();
    assert_eq!(article.and_then(|article| article.paragraph), Some(2));
}

#[test]
fn the_outline_is_walked_by_keys_alone() {
    let mut window = outline();
    let focused = |window: &Window| {
        let rows = window.all_with(|node| node.role() == Role::TreeItem && node.is_focused());
        rows.first().and_then(|row| row.accesskit_node().label())
    };
    for _ in 0..60 {
        if focused(&window).is_some() {
            break;
        }
        window.key(Key::Tab);
    }
    assert_eq!(focused(&window).as_deref(), Some("1960s, 1 event"));
    for (key, at) in [
        (Key::ArrowDown, "1970s, 2 events"),
        (Key::ArrowRight, "1970s, 2 events"),
        (Key::ArrowRight, "1971, 1 event"),
        (Key::ArrowRight, "1971, 1 event"),
        (Key::ArrowDown, "Second, 15 August 1971"),
        (Key::ArrowRight, "Second, 15 August 1971"),
        (Key::ArrowRight, "Ann Author, A book"),
        (Key::ArrowLeft, "Second, 15 August 1971"),
        (Key::ArrowLeft, "Second, 15 August 1971"),
        (Key::ArrowLeft, "1971, 1 event"),
        (Key::End, "1972, 1 event"),
        (Key::Home, "1960s, 1 event"),
    ] {
        window.key(key);
        assert_eq!(focused(&window).as_deref(), Some(at), "{key:?}");
        assert_eq!(window.selected(), None, "the arrows are the outline's");
    }
    window.key(Key::Enter);
    window.key(Key::ArrowRight);
    window.key(Key::Enter);
    window.key(Key::ArrowDown);
    window.key(Key::Enter);
    assert_eq!(window.selected(), Some("a"));
    // One stop for Tab, and out again.
    window.key(Key::Tab);
    assert_eq!(focused(&window), None);
}

#[test]
fn in_a_narrow_window_the_outline_gives_way_to_what_is_read_and_comes_back() {
    let mut window = outline();
    window.resize(egui::vec2(900.0, 700.0));
    window.click(Role::TreeItem, "1960s, 1 event");
    for key in [Key::ArrowDown, Key::ArrowRight, Key::ArrowDown, Key::Enter] {
        window.key(key);
    }
    assert_eq!(window.selected(), Some("a"));
    assert!(rows(&window).is_empty());
    window.key(Key::Escape);
    assert_eq!(window.selected(), None);
    let row = window.the(Role::TreeItem, "First, 20 July 1969");
    assert!(row.is_focused(), "where one was");
}

#[test]
fn outline_and_canvas_go_together() {
    let mut window = outline();
    window.click(EVENT, "event 1 of 1 in Trade, Second, 15 August 1971");
    let row = window.the(Role::TreeItem, "Second, 15 August 1971");
    assert_eq!(row.accesskit_node().is_selected(), Some(true));
    window.search("third");
    assert_eq!(rows(&window), ["1970s, 1 event", "1972, 1 event"]);
    window.search("nowhere");
    assert!(rows(&window).is_empty() && window.says("No events to list."));
    window.search("");
    window.key(Key::Escape);
    window.key(Key::Escape);
    window.key(Key::O);
    assert!(rows(&window).is_empty());
    // The stories take its place, and it takes theirs.
    window.apply(Action::Panel(PanelAction::Stories(true)));
    window.apply(Action::Panel(PanelAction::Outline(true)));
    assert!(!window.workspace().session().stories);
}

#[test]
fn of_many_events_only_those_in_view_are_read_out() {
    let mut text = "Timeline(categories: [(id: \"c\", name: \"C\")], events: [".to_owned();
    for index in 0..60_000 {
        let year = 1900 + index / 600;
        let day = 1 + index % 28;
        text += &format!(
            "(id: \"e{index}\", when: \"{year}-05-{day:02}\", title: \"E {index}\", category: \"c\"),"
        );
    }
    text += "])";
    let mut window = Window::of(&text);
    window.wait_for_names();
    window.key(Key::O);
    window.click(Role::TreeItem, "1990s, 6,000 events");
    window.click(Role::TreeItem, "1999, 600 events");
    assert!(rows(&window).len() < 60, "{}", rows(&window).len());
    let nodes = |window: &Window| window.all_with(|_| true).len();
    assert!(nodes(&window) < 1_500, "{}", nodes(&window));
    window.apply(Action::View(ViewAction::Set(TimeWindow::new(
        0.0, 30_000.0,
    ))));
    assert!(nodes(&window) < 1_500, "{}", nodes(&window));
    let options = window.names(EVENT);
    assert!(
        options
            .iter()
            .all(|name| name.contains(" of 60,000 in C, ")),
        "{options:?}"
    );
}
