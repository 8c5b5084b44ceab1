//! The form at the right: what is typed there is an edit of the text, and of nothing else.

use std::collections::BTreeMap;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Vec2};
use egui_kittest::kittest::NodeT as _;

use transpacific::document::{Document, Id, Key as Name, List};
use transpacific::state::{
    Action, Effect, Form, Loaded, Mode, Origin, PanelAction, Saved, Workspace, WriteAction,
};

use crate::support::{CTRL, Window};

const TEXT: &str = r##"#![enable(implicit_some)]
// A comment that nobody touches.
Timeline(
    title: "Test", title_ja: "テスト",
    categories: [
        (id: "trade", name: "Trade", color: "#8A6A14", shape: Square),
        (id: "talks", name: "Talks", color: "#1F6FA8", shape: Circle),
    ],
    actors: [
        (id: "us", name: "United States", name_ja: "米国"),
        (id: "japan", name: "Japan", name_ja: "日本"),
        (id: "china", name: "China", name_ja: "中国"),
    ],
    eras: [
        (title: "Early", when: "1960/1970"),
        (title: "Late", when: "1971/1980"),
    ],
    sources: [
        (
            id: "sadozai", kind: Article, author: "Sadozai", title: "The relationship", text: "article.txt",
            gists: ["One.", "Two."],
        ),
        (id: "frus", kind: Document, title: "Foreign Relations"),
    ],
    events: [
        (
            id: "shock", // the first
            when: "1971-08-15",
            title: "Nixon Shock", title_ja: "ニクソン・ショック",
            category: "trade", actors: ["us", "japan"],
            significance: 5,
            summary: "The dollar leaves gold.",
            excerpts: [
                (source: "sadozai", paragraph: 2, quote: "a moment of relief", stance: Context),
                (source: "frus", quote: "Second words", stance: Supports),
            ],
            sources: ["frus"],
            links: [(to: "accord", kind: LedTo)],
        ),
        (
            id: "accord",
            when: "1971-12-18",
            title: "Smithsonian Agreement",
            category: "trade", actors: ["us"],
            summary: "New rates.",
        ),
        (
            id: "opening",
            when: "1972-02-21",
            title: "Nixon in Beijing",
            category: "talks",
            links: [(to: "shock", kind: Follows), (to: "accord", kind: SeeAlso)],
        ),
    ],
    series: [(id: "yen", title: "Yen per dollar", unit: "¥", points: [("1970", 360.0), ("1971", 349.3)])],
    stories: [(id: "lesson", title: "Lesson", steps: [(event: "shock", note: "Ask."), (event: "accord")])],
)
"##;

const ARTICLE: &str = "Title\n\nOne.\n\nIt was received as a moment of relief in Tokyo.\n";

/// A window in which one writes, high enough for all of a form.
fn window() -> Window {
    window_of(TEXT)
}

fn window_of(text: &str) -> Window {
    let document = Document::parse("test.ron", text);
    let articles = BTreeMap::from([(0, Ok(ARTICLE.to_owned()))]);
    let origin = Origin::File("/test.ron".into());
    let loaded = Loaded::new(origin, document, articles);
    let workspace = Workspace::new(loaded, Saved::default());
    let mut window = Window::open(workspace, Vec2::new(1440.0, 2400.0));
    window.apply(Action::Panel(PanelAction::Mode(Mode::Edit)));
    window
}

/// The same with an event in the form.
fn editing(id: &str) -> Window {
    let mut window = window();
    window.select(id);
    window
}

/// The same with an entry of another list.
fn form(list: List, key: &str) -> Window {
    let mut window = window();
    open(&mut window, list, Some(Name::Id(key.into())));
    window
}

fn open(window: &mut Window, list: List, key: Option<Name>) {
    let form = Some(Form { list, key });
    window.apply(Action::Panel(PanelAction::Form(form)));
}

fn text(window: &Window) -> &str {
    &window.workspace().document().text
}

/// The whole text with one place in it changed.
fn with(from: &str, to: &str) -> String {
    assert_eq!(TEXT.matches(from).count(), 1, "{from}");
    TEXT.replace(from, to)
}

/// Types this in place of what stands in a field.
#[track_caller]
fn fill(window: &mut Window, name: &str, text: &str) {
    window.click(Role::TextInput, name);
    window.press(CTRL, Key::A);
    window.key(Key::Delete);
    window.type_text(text);
}

/// Chooses something in a menu.
#[track_caller]
fn choose(window: &mut Window, menu: &str, item: &str) {
    window.click_button(menu);
    window.click_button(item);
}

fn leave(window: &mut Window) {
    window.key(Key::Enter);
}

#[track_caller]
fn undo(window: &mut Window) {
    window.click_button("Undo");
}

#[test]
fn what_is_typed_changes_these_bytes_and_one_undo_takes_all_of_it_back() {
    let mut window = editing("shock");
    assert!(window.says("Edit event"));
    fill(&mut window, "Title", "Nixon’s dollar shock");
    let changed = with("\"Nixon Shock\"", "\"Nixon’s dollar shock\"");
    assert_eq!(text(&window), changed);
    assert_eq!(
        window.timeline().event("shock").unwrap().title.as_str(),
        "Nixon’s dollar shock"
    );
    undo(&mut window);
    assert_eq!(text(&window), TEXT);
    window.click_button("Redo");
    assert_eq!(text(&window), changed);
}

#[test]
fn each_field_is_an_undo_step_of_its_own() {
    let mut window = editing("shock");
    fill(&mut window, "Title", "A");
    fill(&mut window, "Japanese title", "あ");
    fill(&mut window, "Summary", "Some \"words\".");
    assert!(text(&window).contains(r#"summary: "Some \"words\".""#));
    undo(&mut window);
    assert!(text(&window).contains("The dollar leaves gold."));
    undo(&mut window);
    assert!(text(&window).contains("title: \"A\", title_ja: \"ニクソン・ショック\""));
    undo(&mut window);
    assert_eq!(text(&window), TEXT);
    assert!(!window.workspace().writing().is_changed());
}

#[test]
fn an_impossible_date_says_why_and_is_not_written() {
    let mut window = editing("shock");
    assert!(window.says("15 August 1971 · to the day"));
    fill(&mut window, "When", "1971-15-08");
    assert!(window.mentions("Expected a month from 01 to 12"));
    assert!(window.mentions("Did you mean 1971-08-15?"));
    assert_eq!(
        text(&window),
        TEXT,
        "nor is the year that was one on the way"
    );
    leave(&mut window);
    assert!(
        window.mentions("Did you mean 1971-08-15?"),
        "it still says so"
    );
    assert_eq!(text(&window), TEXT);
    fill(&mut window, "When", "1971");
    assert_eq!(text(&window), TEXT, "it may go on");
    leave(&mut window);
    assert_eq!(text(&window), with("1971-08-15", "1971"));
}

#[test]
fn esc_drops_what_cannot_be_written() {
    let mut window = editing("shock");
    fill(&mut window, "Title", "");
    assert!(window.says("Title is needed."));
    assert_eq!(text(&window), TEXT);
    window.key(Key::Escape);
    assert!(!window.says("Title is needed."));
    assert!(window.the(Role::TextInput, "Title").is_focused());
    window.key(Key::Escape);
    assert!(!window.the(Role::TextInput, "Title").is_focused());
    assert_eq!(window.selected(), Some("shock"), "nothing else was closed");
    assert_eq!(text(&window), TEXT);
}

#[test]
fn another_event_knows_nothing_of_what_could_not_be_written() {
    let mut window = editing("shock");
    fill(&mut window, "When", "soon");
    window.select("accord");
    assert!(window.says("18 December 1971 · to the day"));
    window.select("shock");
    assert!(window.says("15 August 1971 · to the day"));
    assert_eq!(text(&window), TEXT);
}

#[test]
fn an_optional_field_that_is_emptied_is_taken_away() {
    let mut window = editing("shock");
    fill(&mut window, "Japanese title", "");
    assert_eq!(
        text(&window),
        TEXT,
        "who empties a field mostly writes something else there"
    );
    leave(&mut window);
    assert_eq!(
        text(&window),
        with(
            "title: \"Nixon Shock\", title_ja: \"ニクソン・ショック\",",
            "title: \"Nixon Shock\","
        )
    );
    undo(&mut window);
    assert_eq!(text(&window), TEXT);
}

#[test]
fn an_actor_is_added_by_completion_and_removed_by_a_click() {
    let mut window = editing("shock");
    window.click(Role::TextInput, "Add an actor");
    window.type_text("chi");
    assert!(window.has(Role::Button, "China, china"));
    window.key(Key::Enter);
    assert_eq!(
        text(&window),
        with("[\"us\", \"japan\"]", "[\"us\", \"japan\", \"china\"]")
    );
    assert!(
        window.the(Role::TextInput, "Add an actor").is_focused(),
        "one goes on"
    );
    window.click_button("Remove United States");
    assert_eq!(
        text(&window),
        with("[\"us\", \"japan\"]", "[\"japan\", \"china\"]")
    );
    undo(&mut window);
    undo(&mut window);
    assert_eq!(text(&window), TEXT);
}

#[test]
fn a_completion_can_be_found_in_japanese_and_clicked() {
    let mut window = editing("accord");
    window.click(Role::TextInput, "Add an actor");
    window.type_text("日");
    window.click_button("Japan, japan");
    assert_eq!(text(&window), with("[\"us\"],", "[\"us\", \"japan\"],"));
}

#[test]
fn an_unknown_actor_is_not_added() {
    let mut window = editing("shock");
    window.click(Role::TextInput, "Add an actor");
    window.type_text("chnia");
    assert!(window.mentions("Did you mean china?"));
    window.key(Key::Tab);
    assert_eq!(text(&window), TEXT);
}

#[test]
fn category_and_significance_are_chosen() {
    let mut window = editing("shock");
    choose(&mut window, "Category: Trade", "Talks");
    let talks = with(
        "category: \"trade\", actors: [\"us\", \"japan\"]",
        "category: \"talks\", actors: [\"us\", \"japan\"]",
    );
    assert_eq!(text(&window), talks);
    window.click(Role::RadioButton, "Significance 2 of 5");
    assert_eq!(
        text(&window),
        talks.replace("significance: 5", "significance: 2")
    );
    window.the(Role::RadioButton, "Significance 4 of 5").focus();
    window.settle();
    window.key(Key::Space);
    assert_eq!(
        text(&window),
        talks.replace("significance: 5", "significance: 4")
    );
}

#[test]
fn excerpts_are_compared_with_the_article() {
    let mut window = editing("shock");
    assert!(!window.mentions("Not in"));
    fill(&mut window, "Quote, excerpt 1", "a moment of releif");
    assert!(text(&window).contains("quote: \"a moment of releif\""));
    assert!(window.says("Not in paragraph 2 of the article. Did you mean “a moment of relief”?"));
    undo(&mut window);
    fill(&mut window, "Paragraph, excerpt 1", "1");
    assert!(window.says("Not in paragraph 1 of the article. It is in paragraph 2."));
    let long = "word ".repeat(26);
    fill(&mut window, "Quote, excerpt 2", long.trim());
    assert!(window.says("26 words; an excerpt has 25 at most."));
}

#[test]
fn excerpts_are_added_moved_and_removed() {
    let mut window = editing("accord");
    window.click(Role::TextInput, "Add an excerpt: its source");
    window.type_text("relationship");
    window.key(Key::Enter);
    assert_eq!(text(&window), TEXT, "it is nothing without its words");
    assert!(window.says("New excerpt from The relationship"));
    window.type_text("a moment of relief");
    assert_eq!(text(&window), TEXT);
    window.key(Key::Tab);
    let accord = window.timeline().event("accord").unwrap();
    assert_eq!(
        accord.excerpts.first().unwrap().quote.as_str(),
        "a moment of relief"
    );

    let mut window = editing("shock");
    window.click_button("Move excerpt 2 up");
    let first = |window: &Window| {
        let event = window.timeline().event("shock").unwrap();
        event.excerpts.first().unwrap().quote.to_string()
    };
    assert_eq!(first(&window), "Second words");
    choose(&mut window, "Stance, excerpt 1: Supports", "Disputes");
    assert!(text(&window).contains("quote: \"Second words\", stance: Disputes"));
    window.click_button("Remove excerpt 1");
    assert_eq!(first(&window), "a moment of relief");
    for _ in 0..3 {
        undo(&mut window);
    }
    assert_eq!(text(&window), TEXT);
}

#[test]
fn links_are_added_changed_and_removed() {
    let mut window = editing("shock");
    window.click(Role::TextInput, "Add a connected event");
    window.type_text("beijing");
    window.key(Key::Enter);
    assert_eq!(
        text(&window),
        with(
            "[(to: \"accord\", kind: LedTo)]",
            "[(to: \"accord\", kind: LedTo), (to: \"opening\", kind: LedTo)]",
        )
    );
    choose(
        &mut window,
        "Kind of the link to Nixon in Beijing: led to",
        "see also",
    );
    assert!(text(&window).contains("(to: \"opening\", kind: SeeAlso)]"));
    window.click_button("Remove the link to Smithsonian Agreement");
    assert_eq!(
        text(&window),
        with(
            "[(to: \"accord\", kind: LedTo)]",
            "[(to: \"opening\", kind: SeeAlso)]",
        )
    );
    window.click(Role::TextInput, "Add a connected event");
    window.type_text("shock");
    window.key(Key::Enter);
    assert!(window.says("An event cannot be linked to itself."));
}

#[test]
fn an_event_is_deleted_with_what_leads_to_it_in_one_step() {
    let mut window = editing("accord");
    assert!(window.says("2 events and 1 story refer to it; what leads to it goes with it."));
    window.click_button("Delete");
    assert!(window.timeline().event("accord").is_none());
    assert!(!text(&window).contains("accord"));
    assert_eq!(window.workspace().document().diagnostics.len(), 0);
    assert_eq!(
        window.undo_name().as_deref(),
        Some("delete Smithsonian Agreement")
    );
    undo(&mut window);
    assert_eq!(text(&window), TEXT);
}

#[test]
fn several_links_to_one_event_go_together() {
    let more = TEXT.replace(
        "links: [(to: \"shock\", kind: Follows), (to: \"accord\", kind: SeeAlso)]",
        "links: [(to: \"accord\", kind: Follows), (to: \"shock\", kind: Follows), (to: \"accord\", kind: SeeAlso)]",
    );
    let mut window = window_of(&more);
    window.select("accord");
    window.click_button("Delete");
    assert!(
        text(&window).contains("links: [(to: \"shock\", kind: Follows)]"),
        "{}",
        text(&window)
    );
    undo(&mut window);
    assert_eq!(text(&window), more);
}

#[test]
fn what_others_need_cannot_be_deleted() {
    for (list, id, said) in [
        (
            List::Categories,
            "trade",
            "2 events refer to it, so it cannot be deleted.",
        ),
        (
            List::Actors,
            "japan",
            "1 event refers to it, so it cannot be deleted.",
        ),
        (
            List::Sources,
            "frus",
            "1 event refers to it, so it cannot be deleted.",
        ),
    ] {
        let mut window = form(list, id);
        assert!(window.says(said), "{id}");
        window.click_button("Delete");
        assert_eq!(text(&window), TEXT);
    }
    let mut window = form(List::Actors, "china");
    window.click_button("Delete");
    assert!(!text(&window).contains("china"));
}

#[test]
fn an_event_is_duplicated_under_a_free_id_and_opened() {
    let mut window = editing("accord");
    window.click_button("Duplicate");
    assert_eq!(window.selected(), Some("accord-2"));
    window.click_button("Duplicate");
    assert_eq!(window.selected(), Some("accord-3"));
    assert_eq!(window.timeline().events.len(), 5);
    undo(&mut window);
    undo(&mut window);
    assert_eq!(text(&window), TEXT);
}

#[test]
fn an_id_is_changed_everywhere_once_the_field_is_left() {
    let mut window = editing("shock");
    fill(&mut window, "Id", "accord");
    assert!(window.says("“Smithsonian Agreement” has this id already."));
    leave(&mut window);
    assert_eq!(text(&window), TEXT);
    fill(&mut window, "Id", "dollar-shock");
    assert_eq!(text(&window), TEXT, "not before the field is left");
    leave(&mut window);
    assert!(!text(&window).contains("\"shock\""));
    assert_eq!(text(&window).matches("\"dollar-shock\"").count(), 3);
    assert_eq!(window.selected(), Some("dollar-shock"));
    assert!(window.says("− id: \"shock\", // the first"));
    assert!(window.says("+ id: \"dollar-shock\", // the first"));
    undo(&mut window);
    assert_eq!(text(&window), TEXT);
}

#[test]
fn several_events_are_edited_in_one_step() {
    let mut window = editing("shock");
    window.apply(Action::SelectAlso(Id::from("accord")));
    window.apply(Action::SelectAlso(Id::from("opening")));
    assert!(window.says("Edit 3 events"));
    choose(&mut window, "Category: Several", "Talks");
    assert!(
        window
            .timeline()
            .events
            .iter()
            .all(|event| event.category == 1)
    );
    assert_eq!(
        window.undo_name().as_deref(),
        Some("change the category of 3 events")
    );
    undo(&mut window);
    window.click(Role::RadioButton, "Significance 1 of 5");
    assert!(
        window
            .timeline()
            .events
            .iter()
            .all(|event| event.significance == 1)
    );
    undo(&mut window);
    window.click(Role::TextInput, "Add an actor to all");
    window.type_text("japan");
    window.key(Key::Enter);
    assert!(
        window
            .timeline()
            .events
            .iter()
            .all(|event| event.actors.contains(&1))
    );
    assert_eq!(window.undo_name().as_deref(), Some("add Japan to 3 events"));
    undo(&mut window);
    window.click_button("Remove United States");
    assert!(!text(&window).contains("\"us\"]"));
    assert_eq!(
        window.undo_name().as_deref(),
        Some("take United States from 2 events")
    );
    undo(&mut window);
    assert_eq!(text(&window), TEXT);
}

#[test]
fn the_file_itself_and_all_lists_are_reached_with_nothing_selected() {
    let mut window = window();
    assert!(window.mentions("double-click on an empty place of the canvas"));
    fill(&mut window, "Title of the timeline", "Another");
    assert_eq!(text(&window), with("title: \"Test\"", "title: \"Another\""));
    undo(&mut window);
    window.click_button("Eras, 2");
    window.click_button("Late");
    fill(&mut window, "Title", "Later");
    assert_eq!(text(&window), with("\"Late\"", "\"Later\""));
    window.click_button("‹ Back");
    window.click_button("‹ Back");
    assert!(window.says("Edit the timeline"));
}

#[test]
fn from_an_event_one_finds_the_other_entries_and_the_way_back() {
    let mut window = editing("shock");
    window.click_button("Other entries");
    assert!(window.has(Role::Button, "Sources, 2"));
    window.click_button("‹ Back");
    assert!(window.says("Edit event"));
}

#[test]
fn an_era_stays_in_the_form_when_it_changes_its_place() {
    let mut window = window();
    open(&mut window, List::Eras, Some(Name::Index(0)));
    fill(&mut window, "When", "1981/1990");
    assert_eq!(text(&window), TEXT, "not before the field is left");
    leave(&mut window);
    assert_eq!(text(&window), with("1960/1970", "1981/1990"));
    fill(&mut window, "Title", "Latest");
    assert!(text(&window).contains("(title: \"Latest\", when: \"1981/1990\")"));
    window.click_button("Duplicate");
    assert_eq!(window.timeline().eras.len(), 3);
    window.click_button("Delete");
    assert_eq!(window.timeline().eras.len(), 2);
}

#[test]
fn categories_are_edited_added_and_put_in_another_order() {
    let mut window = form(List::Categories, "trade");
    fill(&mut window, "Name", "Commerce");
    choose(&mut window, "Shape: Square", "Star");
    fill(&mut window, "Colour", "#8A6A1");
    assert!(window.says("Expected # and six digits from 0 to F."));
    window.type_text("5");
    let changed = with(
        "(id: \"trade\", name: \"Trade\", color: \"#8A6A14\", shape: Square)",
        "(id: \"trade\", name: \"Commerce\", color: \"#8A6A15\", shape: Star)",
    );
    assert_eq!(text(&window), changed);
    window.click_button("‹ Back");
    window.click_button("Move Talks up");
    assert_eq!(window.timeline().categories[0].name, "Talks");
    window.click_button("Add a category");
    assert!(window.says("Edit category"));
    window.press(CTRL, Key::A);
    window.type_text("Culture");
    let last = window.timeline().categories.last().unwrap();
    assert_eq!((&*last.id, last.name.as_str()), ("new-category", "Culture"));
}

#[test]
fn a_source_changes_with_its_gists() {
    let mut window = form(List::Sources, "sadozai");
    fill(&mut window, "Web address", "nowhere");
    assert!(window.mentions("http://"));
    fill(&mut window, "Web address", "https://example.org");
    assert!(text(&window).contains("url: \"https://example.org\""));
    fill(&mut window, "Paragraph 2", "Second.");
    assert!(text(&window).contains("[\"One.\", \"Second.\"]"));
    window.click(Role::TextInput, "Add a paragraph");
    window.type_text("Three.");
    window.key(Key::Tab);
    assert!(text(&window).contains("[\"One.\", \"Second.\", \"Three.\"]"));
    window.click_button("Remove paragraph 1");
    assert!(text(&window).contains("[\"Second.\", \"Three.\"]"));
    window.click(Role::CheckBox, "Somebody has looked it up");
    assert!(text(&window).contains("checked: false"));
}

#[test]
fn a_series_changes_with_its_points() {
    let mut window = form(List::Series, "yen");
    fill(&mut window, "Figure, point 2", "308");
    assert_eq!(text(&window), with("(\"1971\", 349.3)", "(\"1971\", 308)"));
    fill(&mut window, "Figure, point 2", "many");
    assert!(window.mentions("Expected a number"));
    window.key(Key::Escape);
    window.click_button("Add a point");
    assert!(
        text(&window).contains("(\"1972\", 308)"),
        "{}",
        text(&window)
    );
    window.click_button("Move point 1 down");
    window.click_button("Remove point 1");
    assert!(
        text(&window).contains("points: [(\"1970\", 360.0), (\"1972\", 308)]"),
        "{}",
        text(&window)
    );
}

#[test]
fn a_story_changes_with_its_steps() {
    let mut window = form(List::Stories, "lesson");
    fill(&mut window, "Note, step 1", "Ask first.");
    fill(&mut window, "Stretch of time, step 2", "1969/1974");
    window.click(Role::TextInput, "Add a step: its event");
    window.type_text("opening");
    window.key(Key::Enter);
    window.click_button("Move step 3 up");
    let steps = "steps: [(event: \"shock\", note: \"Ask first.\"), (event: \"opening\"), (event: \"accord\", window: \"1969/1974\")]";
    assert!(text(&window).contains(steps), "{}", text(&window));
}

#[test]
fn the_lines_that_will_change_are_shown_and_saved() {
    let mut window = editing("shock");
    assert!(!window.mentions("What will change"));
    fill(&mut window, "When", "1971-08-16");
    assert!(window.says("What will change in test.ron"));
    let line = TEXT.lines().position(|line| line.contains("1971-08-15"));
    assert!(window.says(&format!("line {}", line.unwrap() + 1)));
    assert!(window.says("− when: \"1971-08-15\","));
    assert!(window.says("+ when: \"1971-08-16\","));
    window.click_button("Save");
    let Some(Effect::Save { path, text, .. }) = window.effects().last().cloned() else {
        panic!("{:?}", window.effects());
    };
    window.apply(Action::Write(WriteAction::Saved { path, text }));
    assert!(!window.mentions("What will change"));
}

#[test]
fn an_entry_that_cannot_be_read_has_no_fields() {
    let mut window = editing("shock");
    let broken = TEXT.replace("when: \"1971-08-15\"", "when: \"soon\"");
    window.apply(Action::Write(WriteAction::OnDisk(broken)));
    assert!(window.mentions("This entry cannot be read now"));
    assert!(window.all(Role::TextInput, "Title").is_empty());
}

#[test]
fn the_form_is_filled_in_by_keyboard_alone() {
    let mut window = editing("shock");
    window.the(Role::TextInput, "Title").focus();
    window.settle();
    window.press(CTRL, Key::A);
    window.type_text("Shock");
    window.key(Key::Tab);
    assert!(window.the(Role::TextInput, "Japanese title").is_focused());
    window.key(Key::Tab);
    assert!(window.the(Role::TextInput, "Reading in kana").is_focused());
    window.key(Key::Tab);
    assert!(window.the(Role::TextInput, "When").is_focused());
    window.press(CTRL, Key::A);
    window.type_text("1971");
    for _ in 0..3 {
        window.press(Modifiers::SHIFT, Key::Tab);
    }
    assert!(window.the(Role::TextInput, "Title").is_focused());
    assert!(text(&window).contains("when: \"1971\",\n            title: \"Shock\""));
}

/// No field is wider than its panel, whatever stands in it.
#[track_caller]
fn fits(window: &Window) {
    for name in window.names(Role::TextInput) {
        for field in window.all(Role::TextInput, &name) {
            assert!(field.rect().right() < 1440.0, "{name}: {:?}", field.rect());
        }
    }
}

#[test]
fn every_entry_of_the_shipped_file_has_a_form_that_fits_and_changes_nothing_by_itself() {
    let mut window = Window::shipped();
    window.apply(Action::Panel(PanelAction::Mode(Mode::Edit)));
    let events = window.timeline().events.iter();
    let ids: Vec<String> = events.map(|event| event.id.to_string()).collect();
    for id in ids.iter().step_by(7) {
        window.select(id);
        fits(&window);
    }
    for list in List::ALL.into_iter().filter(|list| *list != List::Events) {
        open(&mut window, list, None);
        fits(&window);
        for index in 0..window.timeline().count(list).min(4) {
            let id = window.timeline().id_of(list, index);
            let key = id.map_or(Name::Index(index), |id| Name::Id(id.into()));
            open(&mut window, list, Some(key));
            fits(&window);
        }
    }
    assert!(!window.workspace().writing().is_changed());
    assert_eq!(window.undo_name(), None);
}

/// Reads what is to be read on another thread, and shows it.
fn read(window: &mut Window) {
    let mut jobs = window
        .effects()
        .iter()
        .rev()
        .filter_map(|effect| match effect {
            Effect::Read(job) => Some(job.clone()),
            _ => None,
        });
    let read = jobs.next().expect("something to read").run();
    window.apply(read);
}

#[test]
fn a_large_file_is_written_to_once_a_field_is_left() {
    let large = format!("{TEXT}// {}\n", "-".repeat(3 << 20));
    let mut window = window_of(&large);
    window.select("shock");
    fill(&mut window, "Title", "A shock");
    assert!(!window.workspace().writing().is_reading());
    assert!(!window.workspace().writing().is_changed());
    leave(&mut window);
    assert!(window.workspace().writing().is_reading());
    fill(&mut window, "Japanese title", "あ");
    window.key(Key::Tab);
    read(&mut window);
    let events = |window: &Window| window.timeline().event("shock").unwrap().clone();
    assert_eq!(events(&window).title.as_str(), "A shock");
    read(&mut window);
    assert_eq!(
        events(&window).title_ja.unwrap().as_str(),
        "あ",
        "it waited"
    );
    assert!(window.says("− title: \"A shock\", title_ja: \"ニクソン・ショック\","));
    assert!(window.says("+ title: \"A shock\", title_ja: \"あ\","));
    let undone = large.replace("\"Nixon Shock\"", "\"A shock\"");
    undo(&mut window);
    read(&mut window);
    assert!(text(&window) == undone);
}

#[test]
fn tab_brings_into_sight_where_it_goes() {
    let mut window = Window::shipped();
    window.apply(Action::Panel(PanelAction::Mode(Mode::Edit)));
    window.select("nixon-shock-dollar");
    let is_seen = |window: &Window, name: &str| {
        let rect = window.the(Role::TextInput, name).rect();
        rect.top() > 60.0 && rect.bottom() < 900.0
    };
    assert!(!is_seen(&window, "Id"), "a long form");
    for (name, key) in [("Id", Modifiers::NONE), ("Title", Modifiers::SHIFT)] {
        let mut steps = 0;
        while !window.the(Role::TextInput, name).is_focused() {
            window.press(key, Key::Tab);
            steps += 1;
            assert!(steps < 400, "nothing traps");
        }
        assert!(is_seen(&window, name), "{name}");
    }
}

#[test]
fn a_summary_may_have_several_lines() {
    let mut window = editing("accord");
    fill(&mut window, "Summary", "One.");
    window.key(Key::Enter);
    window.type_text("Two.");
    let event = window.timeline().event("accord").unwrap();
    assert_eq!(event.summary.as_str(), "One.\nTwo.");
    undo(&mut window);
    assert_eq!(text(&window), TEXT);
}

#[test]
fn undo_says_what_it_takes_back_and_is_off_when_there_is_nothing() {
    let mut window = editing("shock");
    let is_off = |window: &Window, name: &str| {
        let button = window.the(Role::Button, name);
        button.accesskit_node().is_disabled()
    };
    assert!(is_off(&window, "Undo") && is_off(&window, "Redo") && is_off(&window, "Save"));
    fill(&mut window, "Title", "Shock");
    assert!(!is_off(&window, "Undo") && is_off(&window, "Redo") && !is_off(&window, "Save"));
    let at = window.the(Role::Button, "Undo").rect().center();
    window.hover(at);
    std::thread::sleep(std::time::Duration::from_millis(1));
    window.settle();
    assert!(
        window.says("Undo: change the title of Nixon Shock"),
        "{:?}",
        window.names(Role::Label)
    );
    undo(&mut window);
    assert!(is_off(&window, "Undo") && !is_off(&window, "Redo") && is_off(&window, "Save"));
}

#[test]
fn new_entries_of_every_list_can_be_read() {
    for (list, add) in [
        (List::Categories, "Add a category"),
        (List::Actors, "Add an actor"),
        (List::Eras, "Add an era"),
        (List::Sources, "Add a source"),
        (List::Series, "Add a series"),
        (List::Stories, "Add a story"),
    ] {
        let mut window = window();
        let before = window.timeline().count(list);
        open(&mut window, list, None);
        window.click_button(add);
        assert_eq!(window.timeline().count(list), before + 1, "{add}");
        let problems = &window.workspace().document().diagnostics;
        assert!(problems.is_empty(), "{add}: {problems:?}");
        let name = if window.all(Role::TextInput, "Title").is_empty() {
            "Name"
        } else {
            "Title"
        };
        assert!(window.the(Role::TextInput, name).is_focused(), "{add}");
        undo(&mut window);
        assert_eq!(text(&window), TEXT);
    }
    let mut window = window();
    window.click_button("Add an event");
    assert_eq!(window.selected(), Some("new-event"));
    assert!(window.workspace().document().diagnostics.is_empty());
}
