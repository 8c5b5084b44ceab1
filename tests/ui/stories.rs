//! The stories at the left: looking at steps, rearranging them, and what becomes of the text.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Vec2};
use egui_kittest::kittest::NodeT as _;

use transpacific::document::List;
use transpacific::state::{
    Action, Deck, Form, Mode, Overlay, PanelAction, Saved, Setting, Workspace, WriteAction,
};
use transpacific::time::Lang;

use crate::support::{CTRL, Window, loaded};

const TEXT: &str = r##"#![enable(implicit_some)]
Timeline(
    title: "Test",
    categories: [(id: "trade", name: "Trade", color: "#8A6A14", shape: Square)],
    events: [
        (id: "shock", when: "1971-08-15", title: "Nixon Shock", title_ja: "ニクソン・ショック", category: "trade"),
        (id: "accord", when: "1971-12-18", title: "Smithsonian Agreement", category: "trade"),
        (id: "opening", when: "1972-02-21", title: "Nixon in Beijing", category: "trade"),
    ],
    series: [(id: "yen", title: "Yen per dollar", unit: "¥", points: [("1970", 360.0), ("1975", 300.0)])],
    stories: [
        (
            id: "lesson", title: "Lesson", title_ja: "授業",
            steps: [
                // The class knows this one.
                (event: "shock", window: "1969/1974", note: "Ask first: **why?**"), // aloud
                (event: "accord", seconds: 90),
                (
                    window: "1970/1975", // years of change
                    seconds: 60,
                ),
                (event: "helsinki", note: "Gone."),
            ],
        ),
        (id: "other", title: "Another lesson", steps: [(series: "yen")]),
    ],
)
"##;

const SHOCK: &str = "Step 1: Nixon Shock, 15 August 1971";
const ACCORD: &str = "Step 2: Smithsonian Agreement, 18 December 1971 · 90 s";
const YEARS: &str = "Step 3: 1970 – 1975, 1 min, a stretch of time";
const GONE: &str = "Step 4: Missing event, not in the file: helsinki";

fn window() -> Window {
    window_of(TEXT, Vec2::new(1440.0, 900.0))
}

fn window_of(text: &str, size: Vec2) -> Window {
    let mut window = Window::open(Workspace::new(loaded(text), Saved::default()), size);
    window.key(Key::L);
    window
}

fn text(window: &Window) -> &str {
    &window.workspace().document().text
}

/// The whole text with one place in it changed.
fn with(from: &str, to: &str) -> String {
    assert_eq!(TEXT.matches(from).count(), 1, "{from}");
    TEXT.replace(from, to)
}

fn steps(window: &Window) -> Vec<String> {
    let names = window.names(Role::Button).into_iter();
    let is_step = |name: &String| {
        name.starts_with("Step ") || name.starts_with("ステップ") && name.contains('：')
    };
    names.filter(is_step).collect()
}

/// The titles of the steps in the order of the file, where they have one.
fn titles(window: &Window) -> Vec<String> {
    let told = |name: String| {
        let parts = name.split_once(": ").or_else(|| name.split_once('：'));
        let name = parts.map(|(_, title)| title.to_owned());
        let name = name.unwrap_or_default();
        name.split(',').next().unwrap_or_default().to_owned()
    };
    steps(window).into_iter().map(told).collect()
}

fn focus(window: &mut Window, name: &str) {
    window.the(Role::Button, name).focus();
    window.settle();
}

#[track_caller]
fn choose(window: &mut Window, menu: &str, item: &str) {
    window.click_button(menu);
    window.click_button(item);
}

#[track_caller]
fn taken_back(window: &mut Window) {
    window.apply(Action::Write(WriteAction::Undo));
    assert_eq!(text(window), TEXT, "byte for byte");
    assert!(!window.workspace().writing().is_changed());
}

fn undo_name(window: &Window) -> String {
    window.undo_name().unwrap_or_default()
}

#[test]
fn the_list_shows_the_first_story_with_its_steps_and_the_others_on_a_line() {
    let mut window = window();
    assert!(window.says("Stories"));
    assert!(window.says("Lesson"));
    assert!(window.says("4 steps · 3 min"));
    assert_eq!(steps(&window), [SHOCK, ACCORD, YEARS, GONE]);
    let taken = window.workspace().session().story.as_deref();
    assert_eq!(taken, Some("lesson"), "it is what F5 tells");
    window.click_button("Another lesson, 1 step");
    let taken = window.workspace().session().story.as_deref();
    assert_eq!(taken, Some("other"));
    assert_eq!(steps(&window), ["Step 1: Yen per dollar, figures"]);
    window.click_button("Lesson, 4 steps · 3 min");
    assert_eq!(steps(&window).len(), 4);
    window.click_button("Close the stories");
    assert!(steps(&window).is_empty());
    assert_eq!(text(&window), TEXT);
}

#[test]
fn a_click_looks_at_a_step_and_changes_nothing_else() {
    let mut window = window();
    window.click_button(SHOCK);
    assert_eq!(window.selected(), Some("shock"));
    let year = |day: f64| transpacific::time::year_of(day);
    assert_eq!(year(window.view().start), 1969);
    assert_eq!(year(window.view().end() - 1.0), 1974);
    window.click_button(YEARS);
    assert_eq!(window.selected(), None);
    assert_eq!(year(window.view().start), 1970);
    focus(&mut window, ACCORD);
    window.key(Key::Enter);
    assert_eq!(window.selected(), Some("accord"));
    assert_eq!(window.workspace().filter().text(), "");
    assert!(window.workspace().presentation().is_none());
    assert_eq!(text(&window), TEXT);
}

#[test]
fn a_double_click_tells_the_story_from_there() {
    let mut window = window();
    let at = window.the(Role::Button, ACCORD).rect().center();
    window.double_click_at(at);
    let lesson = window.workspace().presentation().unwrap();
    assert_eq!(lesson.deck, Deck::Story("lesson".into()));
    assert_eq!(lesson.place.step, 1);
}

#[test]
fn the_menu_and_the_foot_tell_the_story_as_well() {
    let mut window = window();
    choose(&mut window, "More for step 3", "Present from here");
    let step = |window: &Window| Some(window.workspace().presentation()?.place.step);
    assert_eq!(step(&window), Some(2));
    let mut window = self::window();
    window.click_button("Present Lesson");
    assert_eq!(step(&window), Some(0));
    let mut window = self::window();
    window.click_button("Present the events that show");
    let lesson = window.workspace().presentation().unwrap();
    assert_eq!(lesson.deck, Deck::Events);
}

#[test]
fn a_step_is_renamed_in_one_go() {
    let mut window = window();
    focus(&mut window, SHOCK);
    window.key(Key::F2);
    assert!(window.the(Role::TextInput, "Title of step 1").is_focused());
    window.type_text("The dollar");
    let changed = with(
        "(event: \"shock\", window",
        "(title: \"The dollar\", event: \"shock\", window",
    );
    assert_eq!(text(&window), changed, "while one types");
    assert_eq!(undo_name(&window), "rename step 1 of Lesson");
    window.key(Key::Enter);
    assert_eq!(steps(&window)[0], "Step 1: The dollar, 15 August 1971");
    assert!(
        window
            .the(Role::Button, "Step 1: The dollar, 15 August 1971")
            .is_focused(),
        "one goes on from the row"
    );
    assert_eq!(window.selected(), None, "and did not look at it");
    taken_back(&mut window);
    window.apply(Action::Write(WriteAction::Redo));
    assert_eq!(text(&window), changed);
    window.key(Key::F2);
    window.key(Key::Delete);
    assert_eq!(text(&window), changed, "who empties it goes on, mostly");
    window.key(Key::Escape);
    assert_eq!(text(&window), TEXT, "no title is the usual one");
}

#[test]
fn what_is_typed_is_taken_back_from_within_the_field() {
    let mut window = window();
    choose(&mut window, "More for step 2", "Rename");
    window.type_text("Rates");
    window.press(CTRL, Key::Z);
    assert_eq!(text(&window), TEXT);
    window.type_text("New");
    window.press(CTRL, Key::Z);
    assert_eq!(text(&window), TEXT);
    window.press(CTRL | Modifiers::SHIFT, Key::Z);
    assert!(text(&window).contains("(title: \"New\", event: \"accord\""));
}

#[test]
fn a_note_has_several_lines() {
    let mut window = window();
    choose(&mut window, "More for step 1", "Edit the note");
    window.key(Key::Enter);
    window.type_text("Then wait.");
    let changed = with("**why?**\"", "**why?**\\nThen wait.\"");
    assert_eq!(text(&window), changed);
    assert_eq!(undo_name(&window), "change the note of step 1 of Lesson");
    window.press(CTRL, Key::Enter);
    assert!(window.all(Role::TextInput, "Note of step 1").is_empty());
    assert_eq!(text(&window), changed);
    assert!(window.the(Role::Button, SHOCK).is_focused());
    taken_back(&mut window);
}

#[test]
fn a_click_elsewhere_leaves_a_field() {
    let mut window = window();
    choose(&mut window, "More for step 2", "Edit the note");
    window.type_text("Ask.");
    window.click_button(SHOCK);
    assert!(window.all(Role::TextInput, "Note of step 2").is_empty());
    assert_eq!(window.selected(), Some("shock"));
    assert!(text(&window).contains("(event: \"accord\", note: \"Ask.\", seconds: 90)"));
    taken_back(&mut window);
}

#[test]
fn one_click_leaves_a_field_and_opens_a_menu_below_it() {
    let mut window = window();
    for field in ["Rename", "Edit the note"] {
        choose(&mut window, "More for step 1", field);
        let at = window.the(Role::Button, "More for step 3").rect().center();
        window.click_at(at);
        assert!(
            window
                .names(Role::TextInput)
                .iter()
                .all(|name| !name.contains("step"))
        );
        assert!(window.has(Role::Button, "Present from here"), "{field}");
        window.key(Key::Escape);
    }
    choose(&mut window, "More for step 1", "Edit the note");
    let other = "Another lesson, 1 step";
    let at = window.the(Role::Button, other).rect().center();
    window.click_at(at);
    assert!(window.says("Another lesson"));
}

#[test]
fn a_step_of_several_events_is_called_after_the_first() {
    let step = "(events: [\"opening\", \"shock\"])";
    let several = with("(series: \"yen\")", step);
    let mut window = window_of(&several, Vec2::new(1440.0, 900.0));
    window.click_button("Another lesson, 1 step");
    let name = "Step 1: Nixon in Beijing and 1 more, 21 February 1972, a stretch of time";
    assert_eq!(steps(&window), [name]);
    window.click_button(name);
    assert_eq!(window.selected(), Some("opening"));
}

#[test]
fn keys_move_a_step_and_the_focus_with_it() {
    let mut window = window();
    focus(&mut window, SHOCK);
    window.press(Modifiers::ALT, Key::ArrowDown);
    let first = ["Smithsonian Agreement", "Nixon Shock"];
    assert_eq!(titles(&window)[..2], first);
    assert_eq!(undo_name(&window), "move step 1 of Lesson");
    let moved = "Step 2: Nixon Shock, 15 August 1971";
    assert!(window.the(Role::Button, moved).is_focused());
    window.press(Modifiers::ALT, Key::ArrowDown);
    window.press(Modifiers::ALT, Key::ArrowDown);
    window.press(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(titles(&window)[3], "Nixon Shock", "and stays at the end");
    window.press(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(titles(&window)[2], "Nixon Shock");
    for _ in 0..3 {
        window.apply(Action::Write(WriteAction::Undo));
    }
    taken_back(&mut window);
}

#[test]
fn arrows_go_from_row_to_row_and_leave_the_selection_alone() {
    let mut window = window();
    window.select("opening");
    focus(&mut window, SHOCK);
    window.key(Key::ArrowDown);
    assert!(window.the(Role::Button, ACCORD).is_focused());
    window.key(Key::ArrowDown);
    window.key(Key::ArrowUp);
    assert!(window.the(Role::Button, ACCORD).is_focused());
    assert_eq!(window.selected(), Some("opening"));
    window.key(Key::Tab);
    let menu = window.the(Role::Button, "More for step 2");
    assert!(menu.is_focused(), "and Tab to what can be done with it");
}

#[test]
fn under_an_overlay_no_key_reaches_a_step() {
    let mut window = window();
    focus(&mut window, SHOCK);
    window.apply(Action::Panel(PanelAction::Overlay(Some(Overlay::Keys))));
    window.key(Key::Delete);
    assert_eq!(text(&window), TEXT);
}

#[test]
fn a_step_is_dragged_to_another_place() {
    let mut window = window();
    let row = |window: &Window, name: &str| window.the(Role::Button, name).rect();
    let from = row(&window, SHOCK);
    let handle = from.left_top() + Vec2::new(12.0, 14.0);
    let below = row(&window, YEARS).center().y + 8.0 - handle.y;
    window.drag(
        handle,
        &[Vec2::new(2.0, 12.0), Vec2::new(2.0, below - 12.0)],
    );
    let after = ["Smithsonian Agreement", "1970 – 1975", "Nixon Shock"];
    assert_eq!(titles(&window)[..3], after);
    assert_eq!(undo_name(&window), "move step 1 of Lesson");
    assert!(text(&window).contains("// The class knows this one."));
    taken_back(&mut window);
    window.drag(handle, &[Vec2::new(0.0, 9.0), Vec2::new(0.0, 4.0)]);
    assert_eq!(text(&window), TEXT, "a step that comes back to its place");
    window.harness.drag_at(handle);
    window.harness.hover_at(handle + Vec2::new(0.0, below));
    window.step();
    window.key(Key::Escape);
    window.drag(handle + Vec2::new(0.0, below), &[]);
    assert_eq!(text(&window), TEXT, "Esc puts it back");
    assert!(window.workspace().session().stories);
}

#[test]
fn a_step_is_written_once_more_byte_for_byte() {
    let mut window = window();
    choose(&mut window, "More for step 3", "Duplicate");
    let step = "(
                    window: \"1970/1975\", // years of change
                    seconds: 60,
                )";
    let twice = format!("{step},\n                {step}");
    assert_eq!(text(&window), with(step, &twice));
    assert_eq!(undo_name(&window), "duplicate step 3 of Lesson");
    assert_eq!(steps(&window).len(), 5);
    assert!(
        window
            .the(
                Role::Button,
                "Step 4: 1970 – 1975, 1 min, a stretch of time"
            )
            .is_focused()
    );
    taken_back(&mut window);
    window.click_button("Another lesson, 1 step");
    choose(&mut window, "More for step 1", "Duplicate");
    let two = with(
        "[(series: \"yen\")]",
        "[(series: \"yen\"), (series: \"yen\")]",
    );
    assert_eq!(text(&window), two);
    taken_back(&mut window);
}

#[test]
fn a_deleted_step_can_be_had_back_at_once() {
    let mut window = window();
    focus(&mut window, ACCORD);
    window.key(Key::Delete);
    let without = with("                (event: \"accord\", seconds: 90),\n", "");
    assert_eq!(text(&window), without);
    assert!(window.says("Step 2 is deleted."));
    let next = "Step 2: 1970 – 1975, 1 min, a stretch of time";
    assert!(window.the(Role::Button, next).is_focused());
    window.click_button("Undo: delete step 2 of Lesson");
    assert_eq!(text(&window), TEXT);
    assert!(!window.says("Step 2 is deleted."));
    assert!(window.mentions("Undone: delete step 2 of Lesson"));
    window.click_button("Another lesson, 1 step");
    choose(&mut window, "More for step 1", "Delete");
    assert_eq!(text(&window), with(", steps: [(series: \"yen\")]", ""));
    assert!(window.mentions("No steps yet"));
    taken_back(&mut window);
}

#[test]
fn what_is_no_step_is_left_where_it_is() {
    let broken = with("(event: \"accord\", seconds: 90)", "\"not a step\"");
    let mut window = window_of(&broken, Vec2::new(1440.0, 900.0));
    assert_eq!(
        titles(&window),
        ["Nixon Shock", "1970 – 1975", "Missing event"]
    );
    choose(&mut window, "More for step 2", "Rename");
    window.type_text("Years");
    assert!(text(&window).contains("\"not a step\""));
    assert!(text(&window).contains("title: \"Years\","));
    assert_eq!(titles(&window), ["Nixon Shock", "Years", "Missing event"]);
}

/// The other lesson with these members in its list of steps.
fn of_members(members: &[&str]) -> String {
    let list = format!("[{}]", members.join(", "));
    with("[(series: \"yen\")]", &list)
}

/// Opens it, lets something be done with its steps, checks what becomes of the list, and takes that back.
#[track_caller]
fn rearranged(members: &[&str], (menu, item): (&str, &str), after: &[&str]) {
    let before = of_members(members);
    let mut window = window_of(&before, Vec2::new(1440.0, 900.0));
    let other = window.names(Role::Button).into_iter();
    let other = other.filter(|name| name.starts_with("Another lesson, "));
    let other: Vec<_> = other.collect();
    window.click_button(&other[0]);
    choose(&mut window, menu, item);
    assert_eq!(text(&window), of_members(after), "{item} of {members:?}");
    window.apply(Action::Write(WriteAction::Undo));
    assert_eq!(text(&window), before, "byte for byte");
}

#[test]
fn steps_are_rearranged_around_what_is_none() {
    let (a, b, x) = ("(event: \"shock\")", "(event: \"accord\")", "\"no step\"");
    let down = ("More for step 1", "Move down");
    rearranged(&[x, a, b], down, &[x, b, a]);
    rearranged(&[a, x, b], down, &[x, b, a]);
    rearranged(&[a, b, x], down, &[b, a, x]);
    let twice = ("More for step 2", "Duplicate");
    rearranged(&[x, a, b], twice, &[x, a, b, b]);
    rearranged(&[a, x, b], twice, &[a, x, b, b]);
    rearranged(&[a, b, x], twice, &[a, b, b, x]);
    let gone = ("More for step 2", "Delete");
    rearranged(&[x, a, b], gone, &[x, a]);
    rearranged(&[a, x, b], gone, &[a, x]);
    rearranged(&[a, b, x], gone, &[a, x]);
    // The last step that can be read takes nothing else with it.
    let last = ("More for step 1", "Delete");
    rearranged(&[x, a], last, &[x]);
    rearranged(&[a, x], last, &[x]);
}

#[test]
fn a_new_story_is_named_at_once() {
    let mut window = window();
    window.click_button("New story");
    assert!(text(&window).contains("id: \"new-story\", title: \"New story\""));
    let taken = window.workspace().session().story.as_deref();
    assert_eq!(taken, Some("new-story"));
    let field = window.the(Role::TextInput, "Title of the story");
    assert!(field.is_focused());
    window.type_text("Okinawa");
    window.key(Key::Enter);
    assert!(window.says("Okinawa"));
    assert!(window.says("0 steps"));
    let present = window.the(Role::Button, "Present Okinawa");
    assert!(present.accesskit_node().is_disabled());
    window.apply(Action::Write(WriteAction::Undo));
    assert!(window.says("New story"));
    taken_back(&mut window);
    assert!(window.says("Lesson"), "there is always one in hand");
}

#[test]
fn a_story_is_duplicated_deleted_and_edited() {
    let mut window = window();
    choose(&mut window, "More for Lesson", "Duplicate");
    let stories = &window.timeline().stories;
    assert_eq!(stories.len(), 3);
    let taken = window.workspace().session().story.as_deref();
    assert_eq!(taken, Some("lesson-2"));
    window.key(Key::Escape);
    choose(&mut window, "More for Lesson", "Delete");
    assert_eq!(text(&window), TEXT);
    assert!(window.says("“Lesson” is deleted."));
    let taken = window.workspace().session().story.as_deref();
    assert_eq!(taken, Some("other"));
    window.click_button("Undo: delete Lesson");
    assert_eq!(window.timeline().stories.len(), 3);
    window.apply(Action::Write(WriteAction::Undo));
    choose(&mut window, "More for Another lesson", "Edit all fields");
    let session = window.workspace().session();
    assert_eq!(session.mode, Mode::Edit);
    let key = Some(transpacific::document::Key::Id("other".into()));
    let list = List::Stories;
    assert_eq!(session.form, Some(Form { list, key }));
    assert!(window.says("Edit story"));
    assert!(session_is_open(&window));
}

fn session_is_open(window: &Window) -> bool {
    window.workspace().session().stories
}

#[test]
fn a_file_without_stories_says_what_they_are() {
    let start = TEXT.find("    stories:").unwrap();
    let none = format!("{})\n", &TEXT[..start]);
    let mut window = window_of(&none, Vec2::new(1440.0, 900.0));
    assert!(window.mentions("A story is a lesson in steps"));
    assert!(window.has(Role::Button, "Record this view as the first step"));
    window.click_button("New story");
    assert_eq!(window.timeline().stories.len(), 1);
    let field = window.the(Role::TextInput, "Title of the story");
    assert!(field.is_focused());
    window.apply(Action::Write(WriteAction::Undo));
    assert_eq!(text(&window), none);
    assert!(window.mentions("A story is a lesson in steps"));
}

#[test]
fn in_japanese_the_japanese_titles_are_shown_and_written() {
    let mut window = window();
    window.apply(Action::Setting(Setting::Lang(Lang::Ja.into())));
    assert!(window.says("授業"));
    assert_eq!(titles(&window)[0], "ニクソン・ショック");
    choose(&mut window, "ステップ1のメニュー", "題名を変更");
    window.type_text("ドル");
    assert!(text(&window).contains("(title_ja: \"ドル\", event: \"shock\""));
    assert_eq!(titles(&window)[0], "ドル");
    window.key(Key::Escape);
    choose(&mut window, "「授業」のメニュー", "題名を変更");
    window.type_text("日本");
    assert!(text(&window).contains("title: \"Lesson\", title_ja: \"日本\""));
    window.key(Key::Enter);
    window.apply(Action::Write(WriteAction::Undo));
    taken_back(&mut window);
}

#[test]
fn in_a_narrow_window_the_stories_stand_in_the_place_of_the_event() {
    let mut window = window_of(TEXT, Vec2::new(980.0, 640.0));
    window.click_button("Step 1: Nixon Shock, 15 August 1971");
    assert!(!window.says("Connected events") && !window.has(Role::Button, "Copy citation"));
    choose(&mut window, "More for Lesson", "Edit all fields");
    assert!(!session_is_open(&window), "the form wants its place");
    assert!(window.says("Edit story"));
    window.apply(Action::Panel(PanelAction::Stories(true)));
    window.resize(Vec2::new(1280.0, 720.0));
    assert!(window.says("Edit story") && window.says("Stories"));
}

#[test]
fn esc_closes_a_menu_and_nothing_else() {
    let mut window = window();
    window.click_button(SHOCK);
    window.click_button("More for step 1");
    assert!(window.has(Role::Button, "Edit the note"));
    window.key(Key::Escape);
    assert!(!window.has(Role::Button, "Edit the note"));
    assert_eq!(window.selected(), Some("shock"));
}
