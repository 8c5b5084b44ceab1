//! The text of the file beside the picture.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};

use transpacific::document::Document;
use transpacific::state::{Action, Effect, PanelAction};

use crate::generated;
use crate::support::{CTRL, Window};

const FIELD: &str = "Text of the file";

const TEXT: &str = r#"// A small one.
Timeline(
    title: "Small",
    categories: [(id: "c", name: "C")],
    events: [
        (
            id: "one",
            when: "1945", // at last
            title: "One",
            category: "c",
        ),
        (
            id: "two",
            when: "1951",
            title: "Two",
            category: "c",
        ),
    ],
)
"#;

/// A window with the text open and the caret before the first byte of these words.
fn at(text: &str, words: &str) -> Window {
    let mut window = Window::of(text);
    open(&mut window);
    put_caret(&mut window, words);
    window
}

fn open(window: &mut Window) {
    window.apply(Action::Panel(PanelAction::Text(true)));
}

/// Walks to these words by the keys.
fn put_caret(window: &mut Window, words: &str) {
    window.the(Role::MultilineTextInput, FIELD).focus();
    window.settle();
    window.press(CTRL, Key::Home);
    let text = text(window).replace("\r\n", "\n");
    let before = &text[..text.find(words).expect("the words are there")];
    let line = before.rsplit('\n').next().unwrap_or_default();
    for _ in before.matches('\n') {
        window.key(Key::ArrowDown);
    }
    window.key(Key::Home);
    // Home goes behind the blanks first, where there are any.
    window.press(CTRL, Key::Home);
    for _ in before.matches('\n') {
        window.key(Key::ArrowDown);
    }
    for _ in line.chars() {
        window.key(Key::ArrowRight);
    }
}

fn text(window: &Window) -> String {
    window.workspace().document().text.to_string()
}

/// What the field holds.
fn field(window: &Window) -> String {
    let node = window.the(Role::MultilineTextInput, FIELD);
    node.accesskit_node().value().unwrap_or_default()
}

/// Where a line that has these words lies on the screen, if it is laid out.
fn line(window: &Window, words: &str) -> Option<egui::Rect> {
    let runs = window
        .harness
        .query_all(By::new().role(Role::TextRun))
        .find(|run| {
            let said = run.accesskit_node().value();
            said.is_some_and(|said| said.contains(words))
        });
    runs.map(|run| run.rect())
}

#[test]
fn the_selected_event_is_in_view() {
    let mut window = Window::shipped();
    window.select("plaza-accord");
    window.key(Key::X);
    let canvas = window.canvas().area;
    let id = line(&window, "id: \"plaza-accord\"").expect("it is laid out");
    assert!(id.top() > canvas.bottom() && id.bottom() < 900.0, "{id:?}");
    window.select("nixon-shock-dollar");
    let id = line(&window, "id: \"nixon-shock-dollar\"").expect("it is laid out");
    assert!(id.top() > canvas.bottom() && id.bottom() < 900.0, "{id:?}");
    window.key(Key::X);
    assert!(window.all(Role::MultilineTextInput, FIELD).is_empty());
}

#[test]
fn typing_changes_these_bytes_and_no_others() {
    let mut window = at(TEXT, "45\", // at last");
    window.type_text("4");
    assert_eq!(text(&window), TEXT.replace("1945", "19445"));
    window.key(Key::ArrowRight);
    window.key(Key::Delete);
    assert_eq!(text(&window), TEXT.replace("1945", "1944"));
    let event = window.timeline().event("one").expect("it is there");
    assert_eq!(event.when.text(), "1944");
    assert_eq!(field(&window), text(&window));
}

#[test]
fn broken_text_keeps_the_event_and_mends() {
    let mut window = at(TEXT, "951\"");
    window.type_text("x");
    let kept = |window: &Window| window.timeline().event("two").map(|event| event.is_kept);
    assert_eq!(kept(&window), Some(true));
    assert_eq!(field(&window), text(&window));
    window.key(Key::Backspace);
    assert_eq!(text(&window), TEXT);
    assert_eq!(kept(&window), Some(false));
}

#[test]
fn other_line_ends_stay_as_they_are() {
    let wide = TEXT.replace('\n', "\r\n");
    let mut window = at(&wide, "One\"");
    window.type_text("The ");
    assert_eq!(text(&window), wide.replace("One\"", "The One\""));
    window.key(Key::End);
    window.key(Key::Enter);
    window.type_text("significance: 5,");
    let line = "title: \"The One\",\r\n            significance: 5,\r\n";
    assert_eq!(text(&window), wide.replace("title: \"One\",\r\n", line));
}

#[test]
fn what_was_typed_is_taken_back_by_the_document() {
    let mut window = at(TEXT, "Two\"");
    window.type_text("Number ");
    window.key(Key::End);
    window.key(Key::Enter);
    assert_ne!(text(&window), TEXT);
    for _ in 0..3 {
        window.press(CTRL, Key::Z);
    }
    assert_eq!(text(&window), TEXT);
    assert_eq!(field(&window), TEXT);
    window.press(CTRL.plus(Modifiers::SHIFT), Key::Z);
    assert_eq!(text(&window), TEXT.replace("Two\"", "Number Two\""));
    window.type_text("!");
    assert_eq!(text(&window), TEXT.replace("Two\"", "Number !Two\""));
}

#[test]
fn the_caret_selects_the_event_that_it_is_in() {
    let mut window = at(TEXT, "id: \"one\"");
    assert_eq!(window.selected(), Some("one"));
    for _ in 0..8 {
        window.key(Key::ArrowDown);
    }
    assert_eq!(window.selected(), Some("two"));
    let top = |window: &Window| line(window, "\"two\"").map(|line| line.top());
    let before = top(&window).expect("it is laid out");
    window.key(Key::ArrowDown);
    let after = top(&window).expect("it is laid out");
    assert!((before - after).abs() < 20.0, "the text does not run away");
}

#[test]
fn tab_and_enter_keep_to_the_file_s_indentation() {
    let mut window = at(TEXT, "    title: \"Small\"");
    window.key(Key::End);
    window.key(Key::Enter);
    window.key(Key::Tab);
    window.type_text("// x");
    assert_eq!(
        text(&window),
        TEXT.replace("\"Small\",\n", "\"Small\",\n        // x\n")
    );
    window.key(Key::Escape);
    assert!(!window.the(Role::MultilineTextInput, FIELD).is_focused());
    assert!(
        window.workspace().session().text,
        "Esc leaves the field first"
    );
}

#[test]
fn of_a_long_file_only_what_is_in_view_is_laid_out() {
    let generated = generated::timeline(5_000);
    assert!(generated.matches('\n').count() > 20_000);
    let mut window = Window::of(&generated);
    open(&mut window);
    assert!(field(&window).matches('\n').count() < 500);
    window.the(Role::MultilineTextInput, FIELD).focus();
    window.settle();
    window.press(CTRL, Key::End);
    assert!(field(&window).matches('\n').count() < 500);
    assert!(generated.ends_with(&field(&window)));
    window.type_text("// end");
    assert_eq!(text(&window), format!("{generated}// end"));
    window.press(CTRL, Key::Home);
    window.type_text("// begin\n");
    assert!(text(&window).starts_with("// begin#!"));
}

#[test]
fn the_whole_text_can_be_selected_however_little_of_it_is_laid_out() {
    let mut window = Window::of(&generated::timeline(3_000));
    open(&mut window);
    window.the(Role::MultilineTextInput, FIELD).focus();
    window.settle();
    window.press(CTRL, Key::A);
    window.type_text("x");
    assert_eq!(text(&window), "x");
    window.type_text("y");
    assert_eq!(text(&window), "xy");
    window.press(CTRL, Key::Z);
    window.press(CTRL, Key::Z);
    assert_eq!(text(&window), generated::timeline(3_000));
}

#[test]
fn a_problem_leads_to_its_place() {
    let broken = TEXT.replace("\"1951\"", "\"1951-99\"");
    let mut window = Window::of(&broken);
    window.click_button("Show line 14 in the text");
    assert!(window.the(Role::MultilineTextInput, FIELD).is_focused());
    assert!(
        window.says("line 14, column 19"),
        "{:?}",
        window.names(Role::Label)
    );
    window.type_text("x");
    assert_eq!(text(&window), broken.replace("\"1951-99", "x\"1951-99"));
}

#[test]
fn a_change_elsewhere_leaves_the_caret_where_it_was() {
    use transpacific::document::{Address, Edit, Value};
    let mut window = at(TEXT, "Two\"");
    let title = Address::event("one").field("title");
    window.apply(Edit::Set(title, Value::from("One\nand a half")).into());
    window.type_text("X");
    assert!(text(&window).contains("title: \"XTwo\""));
    assert!(text(&window).contains("and a half"));
}

#[test]
fn a_file_in_another_encoding_can_only_be_read() {
    let wide = "\u{FEFF}Timeline(events: [])".encode_utf16();
    let bytes = wide.flat_map(u16::to_le_bytes).collect();
    let document = Document::from_bytes("old.ron", bytes);
    let mut window = Window::of_unsettled(transpacific::state::Loaded::new(
        transpacific::state::Origin::StandardInput,
        document,
        std::collections::BTreeMap::new(),
    ));
    open(&mut window);
    let before = text(&window);
    window.the(Role::MultilineTextInput, FIELD).focus();
    window.settle();
    window.type_text("x");
    assert_eq!(text(&window), before);
    assert!(window.mentions("Not in UTF-8"));
}

/// Reads a large text as the shell would, on another thread.
fn read(window: &mut Window) {
    let reads = window
        .effects()
        .iter()
        .rev()
        .find_map(|effect| match effect {
            Effect::Read(job) => Some(job.clone()),
            _ => None,
        });
    let read = reads.expect("it is being read").run();
    window.apply_unsettled(read);
    window.step();
}

fn readings(window: &Window) -> usize {
    let effects = window.effects().iter();
    effects
        .filter(|effect| matches!(effect, Effect::Read(_)))
        .count()
}

#[test]
fn a_large_text_is_read_after_a_pause_and_nothing_typed_meanwhile_is_lost() {
    let generated = generated::timeline(9_000);
    assert!(generated.len() > 2 << 20);
    let mut window = Window::of(&generated);
    open(&mut window);
    window.the(Role::MultilineTextInput, FIELD).focus();
    window.step();
    let input = |window: &mut Window, text: &str| {
        let typed = egui::Event::Text(text.to_owned());
        window.harness.input_mut().events.push(typed);
        window.step();
    };
    input(&mut window, "// a");
    assert_eq!(readings(&window), 0, "it waits for a pause");
    for _ in 0..4 {
        window.step();
    }
    assert_eq!(readings(&window), 1);
    assert_eq!(text(&window), generated);
    input(&mut window, "b");
    for _ in 0..4 {
        window.step();
    }
    assert_eq!(readings(&window), 1, "it waits for the reading");
    assert!(field(&window).starts_with("// ab#!"));
    read(&mut window);
    assert_eq!(text(&window), format!("// a{generated}"));
    assert!(field(&window).starts_with("// ab#!"));
    for _ in 0..4 {
        window.step();
    }
    assert_eq!(readings(&window), 2);
    input(&mut window, "\u{63}");
    read(&mut window);
    assert_eq!(text(&window), format!("// ab{generated}"));
    window.apply_unsettled(Action::Panel(PanelAction::Text(false)));
    window.step();
    window.step();
    read(&mut window);
    assert_eq!(
        text(&window),
        format!("// abc{generated}"),
        "closing loses nothing"
    );
}

#[test]
fn scrolling_leaves_the_caret_and_typing_comes_back_to_it() {
    let generated = generated::timeline(3_000);
    let mut window = Window::of(&generated);
    open(&mut window);
    let pane = window.the(Role::MultilineTextInput, FIELD);
    pane.focus();
    let at = pane.rect().left_top() + egui::vec2(100.0, 100.0);
    window.settle();
    window.press(CTRL, Key::Home);
    for _ in 0..8 {
        window.wheel(at, egui::vec2(0.0, -2000.0), Modifiers::NONE);
    }
    assert!(line(&window, "#![enable").is_none(), "it has scrolled far");
    window.type_text("// x");
    assert!(text(&window) == format!("// x{generated}"));
    assert!(line(&window, "#![enable").is_some());
}

#[test]
fn pasted_line_ends_become_those_of_the_file() {
    let mut window = at(TEXT, "title: \"Two\"");
    let pasted = egui::Event::Paste("a: 1,\r\nb: 2,\r\n".to_owned());
    window.harness.event(pasted);
    window.settle();
    let with = TEXT.replace("title: \"Two\"", "a: 1,\nb: 2,\ntitle: \"Two\"");
    assert_eq!(text(&window), with);
}
