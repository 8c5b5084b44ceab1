//! Hands on the canvas in Edit mode.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Pos2, Vec2};

use transpacific::document::Id;
use transpacific::state::{Action, Mode, PanelAction, WriteAction};

use crate::support::{CTRL, EVENT, Window};

const TEXT: &str = r#"Timeline(
    categories: [(id: "top", name: "Top"), (id: "low", name: "Low")],
    events: [
        (id: "day", when: "1950-06-25", title: "Day", category: "top"), // a day
        (id: "bar", when: "1960/1970-06", title: "Bar", category: "low"),
        (id: "year", when: "1980", title: "Year", category: "top"),
    ],
)
"#;

fn editing() -> Window {
    let mut window = Window::of(TEXT);
    window.apply(Action::Panel(PanelAction::Mode(Mode::Edit)));
    window
}

fn text(window: &Window) -> &str {
    &window.workspace().document().text
}

/// Where a day lies in the row of an event.
fn place(window: &Window, id: &str, day: f64) -> Pos2 {
    let row = window.the(EVENT, &window.name_of(id)).rect();
    Pos2::new(window.canvas().scale.x_from_day(day), row.center().y)
}

fn anchor(window: &Window, id: &str) -> f64 {
    window
        .timeline()
        .event(id)
        .expect("there is one")
        .when
        .anchor()
}

fn when<'a>(window: &'a Window, id: &str) -> &'a str {
    window
        .timeline()
        .event(id)
        .expect("there is one")
        .when
        .text()
}

/// How many points a stretch of days takes.
fn points(window: &Window, days: f64) -> Vec2 {
    let per_day = window.canvas().scale.points_per_day();
    Vec2::new((days * per_day) as f32, 0.0)
}

#[test]
fn an_event_is_dragged_to_a_whole_unit_of_its_own_and_back() {
    let mut window = editing();
    let view = window.view();
    let from = place(&window, "year", anchor(&window, "year"));
    let step = points(&window, 365.25 * 1.5);
    window.drag(from, &[step, step]);
    assert_eq!(when(&window, "year"), "1983");
    assert_eq!(text(&window), TEXT.replace("\"1980\"", "\"1983\""));
    assert_eq!(
        window.view(),
        view,
        "what is dragged is the event, not the view"
    );
    assert_eq!(window.undo_name().as_deref(), Some("move Year"));
    window.apply(Action::Write(WriteAction::Undo));
    assert_eq!(text(&window), TEXT);
}

#[test]
fn the_end_of_a_bar_moves_alone() {
    let mut window = editing();
    let bar = window.timeline().event("bar").expect("there is one");
    let end = bar.when.extent().end;
    let from = place(&window, "bar", end);
    let step = points(&window, 365.25);
    window.drag(from, &[step, step]);
    let moved = when(&window, "bar");
    assert!(moved.starts_with("1960/1972-"), "{moved}");
    let middle = place(&window, "bar", anchor(&window, "bar") + 2000.0);
    window.drag(middle, &[points(&window, -730.5)]);
    assert!(
        when(&window, "bar").starts_with("1958/1970-"),
        "{}",
        when(&window, "bar")
    );
}

#[test]
fn escape_puts_it_back_and_a_click_is_no_drag() {
    let mut window = editing();
    window.select("bar");
    let from = place(&window, "day", anchor(&window, "day"));
    window.harness.hover_at(from);
    window.harness.drag_at(from);
    let far = from + Vec2::new(120.0, 0.0);
    window.harness.hover_at(far);
    window.step();
    window.key(Key::Escape);
    window.harness.event(Event::PointerButton {
        pos: far,
        button: egui::PointerButton::Primary,
        pressed: false,
        modifiers: Modifiers::NONE,
    });
    window.settle();
    assert_eq!((text(&window), window.selected()), (TEXT, Some("bar")));
    window.click_at(from);
    assert_eq!((text(&window), window.selected()), (TEXT, Some("day")));
}

#[test]
fn a_double_click_on_an_empty_place_adds_an_event_there() {
    let mut window = editing();
    let canvas = window.canvas();
    let at = canvas.at(0.75, 0.3);
    let year = transpacific::time::year_of(canvas.scale.day_from_x(at.x));
    window.double_click_at(at);
    assert_eq!(window.selected(), Some("new-event"));
    assert_eq!(when(&window, "new-event"), year.to_string());
    let line =
        format!("(id: \"new-event\", when: \"{year}\", title: \"New event\", category: \"top\"),");
    assert!(text(&window).contains(&line), "{}", text(&window));
    assert_eq!(text(&window).lines().count(), TEXT.lines().count() + 1);
    window.apply(Action::Write(WriteAction::Undo));
    assert_eq!(text(&window), TEXT);
}

#[test]
fn in_explore_nothing_is_dragged_and_nothing_added() {
    let mut window = Window::of(TEXT);
    let from = place(&window, "year", anchor(&window, "year"));
    window.drag(from, &[Vec2::new(60.0, 0.0)]);
    let at = window.canvas().at(0.7, 0.3);
    window.double_click_at(at);
    assert_eq!(text(&window), TEXT);
}

#[test]
fn ctrl_and_a_click_selects_several() {
    let mut window = editing();
    window.select("day");
    window.apply(Action::SelectAlso(Id::from("bar")));
    window.apply(Action::SelectAlso(Id::from("year")));
    let session = window.workspace().session();
    assert_eq!(
        (session.selected.as_deref(), session.also.len()),
        (Some("day"), 2)
    );
    assert_eq!(window.workspace().lit_events().len(), 2, "they are ringed");
    window.apply(Action::SelectAlso(Id::from("day")));
    let session = window.workspace().session();
    assert_eq!(
        (session.selected.as_deref(), session.also.len()),
        (Some("year"), 1)
    );
}

#[test]
fn ctrl_s_asks_for_the_file_and_ctrl_z_takes_back_while_a_field_has_the_focus() {
    let mut window = editing();
    window.select("day");
    window.click(Role::TextInput, "Title");
    window.press(CTRL, Key::End);
    window.type_text("s");
    assert_eq!(text(&window), TEXT.replace("\"Day\"", "\"Days\""));
    window.press(CTRL, Key::S);
    assert!(
        window
            .effects()
            .contains(&transpacific::state::Effect::PickSave)
    );
    window.press(CTRL, Key::Z);
    assert_eq!(text(&window), TEXT);
}
