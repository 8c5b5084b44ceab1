//! What is written for others: chosen in a box, made when it is asked for, and what is said of it.

use std::sync::atomic::AtomicBool;

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use transpacific::messages::{Lang, Message};
use transpacific::state::{
    Action, Effect, FilterAction, Foreign, Made, Overlay, TableColumn, UnclearTable, Written,
};

use crate::support::Window;

/// The file that was asked for last, made.
fn made(window: &Window) -> (String, Made) {
    let Some(Effect::Export(making)) = window.effects().last() else {
        panic!("asked for {:?}", window.effects());
    };
    let made = making.run(&AtomicBool::new(false));
    (
        making.name.clone(),
        made.unwrap_or_else(|why| panic!("{}", why.text(Lang::En))),
    )
}

fn share(window: &mut Window) {
    window.click_button("File ▾");
    window.click_button("Share…");
    assert_eq!(window.workspace().session().overlay, Some(Overlay::Share));
    all_in_sight(window);
}

/// Whether every choice stands whole in the window, each in a line of its own height.
fn all_in_sight(window: &Window) {
    let whole =
        egui::Rect::from_min_size(egui::Pos2::ZERO, window.harness.ctx.content_rect().size());
    let choices = window.harness.query_all_by_role(Role::RadioButton);
    for choice in choices {
        let rect = choice.rect();
        assert!(
            whole.contains_rect(rect) && rect.height() < 40.0,
            "{choice:?}: {rect:?}"
        );
    }
}

#[test]
fn a_picture_of_the_whole_timeline_is_two_clicks_away() {
    let mut window = Window::shipped();
    share(&mut window);
    assert!(window.mentions("3200 × 2000 pixels"));
    window.click_button("Write to a file…");
    assert_eq!(window.workspace().session().overlay, None);
    let (name, made) = made(&window);
    assert_eq!(name, "US–Japan relations.png");
    let picture = image::load_from_memory(&made.bytes).expect("a picture");
    assert_eq!((picture.width(), picture.height()), (3200, 2000));
}

#[test]
fn the_choices_decide_what_is_made() {
    let mut window = Window::shipped();
    window.apply(Action::Filter(FilterAction::Set(
        "category:trade".to_owned(),
    )));
    share(&mut window);
    assert!(window.mentions("only the 79 events that match"));
    window.click(Role::RadioButton, "Form: SVG");
    window.click(Role::RadioButton, "Language: 日本語");
    window.click(Role::RadioButton, "Colours: Dark");
    window.click_button("Write to a file…");
    let (name, made) = made(&window);
    assert_eq!(name, "日米関係.svg");
    let svg = String::from_utf8(made.bytes).expect("a text");
    assert!(svg.contains("プラザ合意") && !svg.contains("真珠湾攻撃"));
    assert!(svg.contains("#131926"), "the dark ground");
}

#[test]
fn a_poster_says_how_many_sheets_it_takes_and_what_does_not_go() {
    let mut window = Window::shipped();
    share(&mut window);
    window.click(Role::RadioButton, "Poster");
    assert!(window.mentions("One sheet of A3"));
    window.click(Role::RadioButton, "Paper: A1");
    window.click(Role::RadioButton, "Printed on: A4 sheets");
    assert!(window.mentions("15 sheets of A4"));
    window.click_button("Write to a file…");
    let (name, made) = made(&window);
    assert_eq!(name, "US–Japan relations, A1.pdf");
    assert!(made.bytes.starts_with(b"%PDF"));
    share(&mut window);
    window.click(Role::RadioButton, "Paper: A4");
    window.click(Role::RadioButton, "Read from: 3 m");
    assert!(window.mentions("Expected larger paper or a shorter distance"));
    let before = window.effects().len();
    window.click_button("Write to a file…");
    assert_eq!(
        window.effects().len(),
        before,
        "what cannot be is not written"
    );
}

#[test]
fn what_another_program_has_no_place_for_is_said() {
    let mut window = Window::shipped();
    share(&mut window);
    window.click(Role::RadioButton, "For other programs");
    window.click(Role::RadioButton, "Format: iCalendar");
    window.click_button("Write to a file…");
    let (name, made) = made(&window);
    assert_eq!(name, "US–Japan relations.ics");
    assert!(made.bytes.starts_with(b"BEGIN:VCALENDAR"));
    let said: Vec<_> = made.remarks.iter().map(|one| one.text(Lang::En)).collect();
    assert_eq!(
        said.first().map(String::as_str),
        Some("What did not come along:")
    );
    let told = Message::new("share-only-read").with("format", "This table");
    let remarks = made.remarks.clone();
    window.apply(Action::Written(Written::Yes { told, remarks }));
    let first = said.get(1).expect("a loss");
    assert!(first.starts_with("- "), "{first}");
    assert!(window.mentions(first), "{first}");
    // The hand comes from where it has pressed the button of the other box.
    let done = window.the(Role::Button, "Done").rect();
    window.harness.hover_at(done.center());
    window.settle();
    window.click_button("Done");
    assert_eq!(window.workspace().session().overlay, None);
    assert!(window.mentions("This table is only read"));
}

#[test]
fn what_takes_long_can_be_called_off() {
    let mut window = Window::shipped();
    window.apply(Action::Busy(Some(Message::new("share-counting"))));
    assert!(window.mentions("Counting the pages …"));
    window.click_button("Stop");
    assert_eq!(window.effects(), [Effect::StopWork]);
    window.apply(Action::Written(Written::Cancelled));
    assert!(!window.mentions("Counting the pages …"));
    assert!(window.mentions("Nothing has been written"));
}

#[test]
fn a_file_that_cannot_be_written_is_a_notice() {
    let mut window = Window::shipped();
    let why = Message::new("app-not-written").with("why", "the disk is full");
    window.apply(Action::Written(Written::No(why)));
    assert!(window.mentions("Not written: the disk is full"));
}

/// The foot of the box, once the pages are counted.
fn counted(window: &mut Window) {
    for _ in 0..600 {
        if !window.mentions("Counting the pages") {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
        window.settle();
    }
    panic!("the pages are not counted");
}

#[test]
fn a_handout_of_a_story_is_chosen_by_its_name_and_its_pages_are_said_beforehand() {
    let mut window = Window::shipped();
    share(&mut window);
    window.click(Role::RadioButton, "Handout");
    all_in_sight(&window);
    window.click(Role::ComboBox, "Events");
    let title = window.workspace().timeline().stories[0].title.clone();
    window.click_button(&title);
    counted(&mut window);
    assert!(window.mentions("3 pages · 12 events"));
    window.click(Role::RadioButton, "Sources: MLA");
    window.click_button("Write to a file…");
    let (name, made) = made(&window);
    assert_eq!(name, format!("{title}, handout.pdf"));
    assert!(made.bytes.starts_with(b"%PDF"));
}

#[test]
fn the_columns_of_a_table_are_told_where_their_names_do_not_say_it() {
    let mut window = Window::shipped();
    let column = |name: &str, example: &str, field| TableColumn {
        name: name.to_owned(),
        examples: vec![example.to_owned()],
        field,
    };
    let path = std::path::PathBuf::from("/tmp/ereignisse.csv");
    window.apply(Action::Unclear(UnclearTable {
        foreign: Foreign::Timeline,
        path: path.clone(),
        columns: vec![
            column("name", "Foreign Office", Some("title")),
            column("Datum", "22.9.1985", None),
            column("Ereignis", "Plaza-Abkommen", None),
        ],
    }));
    let before = window.effects().len();
    window.click_button("Import");
    assert_eq!(window.effects().len(), before, "no event without a date");
    assert!(window.mentions("Say which column is the date of an event"));
    window.click(Role::ComboBox, "Datum: Left out");
    window.click_button("Date");
    window.click(Role::ComboBox, "Ereignis: Left out");
    window.click_button("Title");
    assert_eq!(window.workspace().session().overlay, Some(Overlay::Columns));
    // Only one column is the title.
    window.the(Role::ComboBox, "name: Left out");
    // Esc closes the list, and then the box.
    window.click(Role::ComboBox, "name: Left out");
    window.key(egui::Key::Escape);
    assert_eq!(window.workspace().session().overlay, Some(Overlay::Columns));
    assert!(window.all(Role::Button, "Summary").is_empty());
    assert!(!window.mentions("Say which column"));
    window.click_button("Import");
    let fields = vec![None, Some("when"), Some("title")];
    let asked = Effect::ImportTable(Foreign::Timeline, path, fields);
    assert_eq!(window.effects().last(), Some(&asked));
    assert_eq!(window.workspace().session().overlay, None);
}
