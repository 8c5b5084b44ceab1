//! The search field as something to type in: completion, and whose keys are whose.

use egui::accesskit::Role;
use egui::{Key, Modifiers};

use crate::support::{CTRL, Window};

/// The completions on offer that begin so.
fn offers(window: &Window, beginning: &str) -> Vec<String> {
    let names = window.names(Role::Button).into_iter();
    names.filter(|name| name.starts_with(beginning)).collect()
}

fn text(window: &Window) -> &str {
    window.workspace().filter().text()
}

#[test]
fn the_slash_leads_to_the_search_field_and_is_not_typed_into_it() {
    let mut window = Window::shipped();
    assert!(!window.is_searching());
    window.key(Key::Slash);
    assert!(window.is_searching());
    assert_eq!(text(&window), "");
    window.type_text("tariff");
    assert_eq!(text(&window), "tariff");
}

#[test]
fn a_completion_is_chosen_with_arrow_and_enter() {
    let mut window = Window::shipped();
    window.key(Key::Slash);
    window.type_text("cat");
    assert_eq!(offers(&window, "category:").len(), 1);
    window.key(Key::ArrowDown);
    window.key(Key::Enter);
    assert_eq!(text(&window), "category:");
    assert!(window.is_searching(), "one goes on typing");
    window.type_text("tra");
    window.key(Key::ArrowDown);
    window.key(Key::Enter);
    assert_eq!(text(&window).trim(), "category:trade");
    assert!(window.is_searching());
    window.type_text("yen");
    assert_eq!(
        text(&window),
        "category:trade yen",
        "the cursor stands behind it"
    );
}

#[test]
fn a_completion_is_taken_with_tab_and_the_field_keeps_the_focus() {
    let mut window = Window::shipped();
    window.key(Key::Slash);
    window.type_text("cat");
    window.key(Key::Tab);
    assert_eq!(text(&window), "category:");
    assert!(window.is_searching());
    window.type_text("secu");
    window.key(Key::Tab);
    assert_eq!(text(&window).trim(), "category:security");
    assert!(window.is_searching());
}

#[test]
fn a_completion_can_be_clicked() {
    let mut window = Window::shipped();
    window.key(Key::Slash);
    window.type_text("sig");
    let [offer] = &offers(&window, "significance:")[..] else {
        panic!("offered {:?}", offers(&window, ""));
    };
    window.click_button(offer);
    assert_eq!(text(&window), "significance:");
    assert!(window.is_searching());
}

#[test]
fn tab_leaves_the_field_where_nothing_is_being_typed() {
    let mut window = Window::shipped();
    window.key(Key::Slash);
    window.key(Key::Tab);
    assert_eq!(text(&window), "");
    assert!(
        !window.is_searching(),
        "who goes through the window by Tab is not held up"
    );
}

#[test]
fn shift_tab_leaves_the_field_backwards_and_takes_no_completion() {
    let mut window = Window::shipped();
    window.key(Key::Slash);
    window.type_text("tariff");
    window.press(Modifiers::SHIFT, Key::Tab);
    assert_eq!(text(&window), "tariff");
    assert!(!window.is_searching());
}

#[test]
fn escape_closes_the_completions_and_then_leaves_the_field_and_nothing_else() {
    let mut window = Window::shipped();
    window.select("plaza-accord");
    window.key(Key::Slash);
    window.type_text("cat");
    window.key(Key::Escape);
    assert!(offers(&window, "category:").is_empty());
    assert!(window.is_searching());
    assert_eq!(text(&window), "cat");
    window.key(Key::Escape);
    assert!(!window.is_searching());
    assert_eq!(text(&window), "cat");
    assert_eq!(
        window.selected(),
        Some("plaza-accord"),
        "Esc went one step back only"
    );
    window.key(Key::Escape);
    assert_eq!(window.selected(), None);
}

#[test]
fn escape_leaves_the_field_at_once_when_nothing_is_offered() {
    let mut window = Window::shipped();
    window.select("plaza-accord");
    window.key(Key::Slash);
    window.type_text("\"gold\"");
    window.key(Key::Escape);
    assert!(!window.is_searching());
    assert_eq!(window.selected(), Some("plaza-accord"));
}

#[test]
fn enter_goes_to_the_first_match() {
    let mut window = Window::shipped();
    window.search("hiroshima");
    window.key(Key::Enter);
    let first = window.shown()[0].to_owned();
    assert_eq!(window.selected(), Some(first.as_str()));
}

#[test]
fn letters_typed_into_the_search_do_nothing_else() {
    let mut window = Window::shipped();
    window.select("plaza-accord");
    window.key(Key::Slash);
    let before = (window.view(), window.workspace().settings());
    let letters = [
        Key::W,
        Key::S,
        Key::A,
        Key::D,
        Key::F,
        Key::Num0,
        Key::Num1,
        Key::H,
        Key::R,
        Key::P,
        Key::T,
        Key::J,
        Key::Plus,
        Key::Equals,
        Key::Slash,
        Key::OpenBracket,
        Key::CloseBracket,
        Key::Questionmark,
    ];
    for key in letters {
        window.key(key);
    }
    for key in [Key::ArrowLeft, Key::ArrowRight, Key::Home, Key::End] {
        window.key(key);
    }
    assert_eq!(text(&window), "wsadf01hrptj+=/[]?");
    assert_eq!((window.view(), window.workspace().settings()), before);
    assert_eq!(window.selected(), Some("plaza-accord"));
    let session = window.workspace().session();
    assert!(session.overlay.is_none() && session.article.is_none() && !session.problems);
    assert!(window.effects().is_empty());
}

#[test]
fn what_cannot_be_read_is_said_at_once_and_hides_nothing() {
    let mut window = Window::shipped();
    for (typed, said) in [
        ("after:soon", "four digits"),
        ("significance:9", "from 1 to 5"),
        ("actor:japn", "did you mean actor:japan?"),
        ("is:nice", "is: takes disputed"),
        ("category:", "names nothing yet"),
    ] {
        window.search(typed);
        assert!(window.mentions(said), "{typed}: does not say {said}");
        assert_eq!(
            window.shown().len(),
            window.timeline().events.len(),
            "{typed}"
        );
    }
    window.search("actr:japan");
    assert!(window.mentions("did you mean actor:?"));
}

#[test]
fn a_japanese_word_can_be_searched() {
    let mut window = Window::shipped();
    window.search("沖縄");
    let timeline = window.timeline();
    let names_it = |text: Option<&str>| text.is_some_and(|text| text.contains("沖縄"));
    let wanted: Vec<_> = timeline
        .events
        .iter()
        .filter(|event| {
            let actors = event.actors.iter().map(|actor| &timeline.actors[actor]);
            let mut names = actors.map(|actor| actor.name_ja.as_deref());
            names_it(event.title_ja.as_deref()) || names.any(names_it)
        })
        .map(|event| &*event.id)
        .collect();
    assert!(!wanted.is_empty());
    assert_eq!(window.shown(), wanted);
}

#[test]
fn the_palette_finds_commands_and_events_by_their_names() {
    let mut window = Window::shipped();
    window.press(CTRL | Modifiers::SHIFT, Key::P);
    window.type_text("occupation");
    window.key(Key::Enter);
    assert_eq!(window.selected(), Some("occupation"));
    assert_eq!(
        window.workspace().session().overlay,
        None,
        "it closes behind one"
    );
    window.press(CTRL | Modifiers::SHIFT, Key::P);
    window.type_text("light dark");
    window.key(Key::Enter);
    assert!(
        window.all(Role::Button, "Light").len() == 1,
        "the window is dark now"
    );
}

#[test]
fn a_path_can_be_typed_where_there_is_no_dialog() {
    let mut window = Window::shipped();
    window.press(CTRL | Modifiers::SHIFT, Key::O);
    window.type_text("/tmp/lesson w.ron");
    let before = window.view();
    window.key(Key::Enter);
    let asked = transpacific::state::Effect::OpenFile("/tmp/lesson w.ron".into());
    assert_eq!(window.effects(), [asked]);
    assert_eq!(window.workspace().session().overlay, None);
    assert_eq!(window.view(), before);
}
