//! Japanese is typed by an input method: its words arrive in every field, and its keys do nothing else.

use egui::Key;
use egui::accesskit::Role;

use transpacific::state::{Action, Mode, Overlay, PanelAction};

use crate::support::Window;

const TEXT: &str = r#"Timeline(
    categories: [(id: "c", name: "C")],
    events: [
        (id: "return", when: "1972-05-15", title: "Okinawa returns", title_ja: "沖縄返還", title_kana: "おきなわへんかん", category: "c"),
        (id: "shock", when: "1971-08-15", title: "Nixon Shock", title_ja: "ドル・ショック", category: "c"),
    ],
)"#;

fn searched(window: &Window) -> &str {
    window.workspace().filter().text()
}

/// A window in which the cursor stands in the search field.
fn searching() -> Window {
    let mut window = Window::of(TEXT);
    window.key(Key::Slash);
    assert!(window.is_searching());
    window
}

/// A window in which the cursor stands in the field of the Japanese title.
fn writing() -> Window {
    let mut window = Window::of(TEXT);
    window.apply(Action::Panel(PanelAction::Mode(Mode::Edit)));
    window.select("shock");
    window.click(Role::TextInput, "Japanese title");
    assert!(is_writing(&window));
    window
}

fn is_writing(window: &Window) -> bool {
    window.the(Role::TextInput, "Japanese title").is_focused()
}

fn japanese(window: &Window) -> &str {
    let event = window.timeline().event("shock").expect("it is there");
    event.title_ja.as_deref().unwrap_or_default()
}

#[test]
fn a_composed_word_is_searched_for() {
    let mut window = searching();
    window.compose("おき");
    window.compose("沖縄");
    window.commit("沖縄", None);
    assert_eq!(searched(&window), "沖縄");
    assert_eq!(window.shown(), ["return"]);
    window.compose("返還");
    window.commit("返還", None);
    assert_eq!(searched(&window), "沖縄返還", "behind the first word");
}

#[test]
fn kana_find_a_title_in_kanji_while_they_are_composed() {
    let mut window = searching();
    window.compose("おきなわ");
    assert_eq!(window.shown(), ["return"]);
}

#[test]
fn the_enter_that_takes_a_word_does_not_leave_the_search() {
    let mut window = searching();
    window.compose("沖縄");
    window.commit("沖縄", Some(Key::Enter));
    assert_eq!(searched(&window), "沖縄");
    assert!(window.is_searching() && window.selected().is_none());
    window.key(Key::Enter);
    assert_eq!(window.selected(), Some("return"), "the next one does");
}

#[test]
fn no_key_of_an_input_method_moves_the_window() {
    let mut window = searching();
    window.compose("お");
    let view = window.view();
    for key in [
        Key::W,
        Key::S,
        Key::F,
        Key::ArrowDown,
        Key::Tab,
        Key::Space,
        Key::Escape,
    ] {
        window.press_unwritten(key);
        assert!(window.is_searching(), "{key:?}");
        assert_eq!(searched(&window), "お", "{key:?}");
    }
    assert_eq!(window.view(), view);
    // The word is given up, and with it nothing is there to keep the keys.
    window.compose("");
    assert_eq!(searched(&window), "");
    // First the completions go, then the focus.
    window.key(Key::Escape);
    window.key(Key::Escape);
    assert!(!window.is_searching());
}

#[test]
fn esc_gives_up_the_word_and_not_the_box_around_it() {
    let mut window = Window::of(TEXT);
    window.apply(Action::Panel(PanelAction::Overlay(Some(Overlay::Palette))));
    window.compose("おきなわ");
    window.press_unwritten(Key::Enter);
    window.press_unwritten(Key::Escape);
    let open = |window: &Window| window.workspace().session().overlay == Some(Overlay::Palette);
    assert!(open(&window) && window.selected().is_none());
    window.commit("おきなわ", Some(Key::Enter));
    assert!(open(&window), "the word is taken, not the event");
    window.key(Key::Enter);
    assert_eq!(window.selected(), Some("return"));
}

#[test]
fn a_composed_word_is_written_into_the_form() {
    let mut window = writing();
    window.press_unwritten(Key::End);
    window.compose("だい");
    window.commit("第", Some(Key::Enter));
    assert!(is_writing(&window), "Enter took the word");
    assert_eq!(japanese(&window), "ドル・ショック第");
    window.compose("に");
    window.press_unwritten(Key::Escape);
    assert!(is_writing(&window));
    window.compose("");
    assert_eq!(japanese(&window), "ドル・ショック第");
}

#[test]
fn a_word_that_is_left_behind_keeps_no_keys() {
    let mut window = searching();
    window.compose("おき");
    // The system says nothing when the field is left by a click.
    let canvas = window.canvas();
    window.click_at(canvas.at(0.5, 0.95));
    assert!(!window.is_searching());
    let before = window.view();
    window.key(Key::W);
    assert_ne!(window.view(), before, "W zooms again");
}
