//! A lesson at the keys, as a teacher and a clicker drive it, and as the class and a screen reader have it.

use egui::accesskit::Role;
use egui::{Key, Modifiers};

use transpacific::state::{Action, Board, Cover, PresentAction, Stage, Tool};

use crate::support::{Window, displays};

impl Window {
    fn lesson(&self) -> Option<(usize, usize)> {
        let lesson = self.workspace().presentation()?;
        Some((lesson.place.step, lesson.place.revealed))
    }

    fn cover(&self) -> Option<Cover> {
        self.workspace().presentation()?.cover
    }
}

#[test]
fn a_clicker_goes_through_a_whole_story_and_ends_it() {
    let mut window = Window::shipped();
    let before = window.view();
    window.key(Key::F5);
    let story = window.workspace().told_story().expect("the first story");
    let (title, count) = (story.title.clone(), story.steps.len());
    assert_eq!(window.lesson(), Some((0, 0)));
    let mut seen = vec![window.lesson()];
    loop {
        window.key(Key::PageDown);
        if seen.last() == Some(&window.lesson()) {
            break;
        }
        seen.push(window.lesson());
        let slide = window.workspace().slide_on_projector();
        let view = window.view();
        assert!(
            (view.days - slide.window.days).abs() < 1e-6 * view.days,
            "the camera is there"
        );
    }
    assert_eq!(
        seen.last().copied().flatten().map(|at| at.0),
        Some(count - 1),
        "{title}"
    );
    assert!(seen.len() >= count, "links come one by one");
    for at in seen.iter().rev().skip(1) {
        window.key(Key::PageUp);
        assert_eq!(window.lesson(), *at);
    }
    window.key(Key::Escape);
    assert_eq!(window.lesson(), None);
    assert!((window.view().days - before.days).abs() < 1e-6 * before.days);
}

#[test]
fn blank_freeze_explore_and_jump_by_their_keys() {
    let mut window = Window::shipped();
    window.key(Key::F5);
    for (key, cover) in [
        (Key::Period, Cover::Black),
        (Key::B, Cover::Black),
        (Key::W, Cover::White),
    ] {
        window.key(key);
        assert_eq!(window.cover(), Some(cover));
        window.key(key);
        assert_eq!(window.cover(), None);
    }
    window.key(Key::F);
    window.key(Key::ArrowRight);
    let lesson = window.workspace().presentation().expect("a lesson");
    assert_eq!((lesson.place.step, lesson.on_projector().step), (1, 0));
    window.key(Key::F);
    // Looking around, the keys of the timeline are in force.
    window.key(Key::Z);
    assert!(window.mentions("Exploring freely"));
    let at = window.selected().map(str::to_owned);
    window.key(Key::ArrowRight);
    assert_ne!(window.selected(), at.as_deref());
    window.key(Key::Z);
    assert_eq!(
        (window.lesson(), window.selected()),
        (Some((1, 0)), at.as_deref())
    );
    window.key(Key::End);
    let last = window.workspace().step_count() - 1;
    assert_eq!(window.lesson().map(|at| at.0), Some(last));
    window.key(Key::Home);
    assert_eq!(window.lesson(), Some((0, 0)));
    window.key(Key::F5);
    assert_eq!(window.lesson(), None);
}

#[test]
fn a_step_is_gone_to_by_its_number_and_from_the_overview() {
    let mut window = Window::shipped();
    window.key(Key::F5);
    window.key(Key::G);
    window.type_text("3");
    window.key(Key::Enter);
    assert_eq!(window.lesson(), Some((2, 0)));
    window.key(Key::O);
    let rows = window.names(Role::Button);
    let fifth = rows
        .iter()
        .find(|name| name.starts_with("Step 5: "))
        .cloned();
    window.click_button(&fifth.expect("a row for each step"));
    assert_eq!(window.lesson(), Some((4, 0)));
    window.key(Key::O);
    window.key(Key::Escape);
    assert_eq!(
        window.lesson(),
        Some((4, 0)),
        "Esc closes the overview first"
    );
}

#[test]
fn a_screen_reader_hears_headline_and_date_first_then_the_summary_then_the_quotation() {
    let mut window = Window::shipped();
    window.key(Key::F5);
    let slide = window.workspace().slide_on_projector();
    let event = &window.timeline().events[slide.event().expect("an event")];
    let (title, summary) = (event.title.to_string(), event.summary.to_string());
    let heading = window.names(Role::Heading);
    assert!(
        heading.iter().any(|name| name.contains(&title)),
        "{heading:?}"
    );
    let heard = window.names(Role::Label);
    let at = |part: &str| heard.iter().position(|name| name.contains(part));
    let opening: String = summary.chars().take(30).collect();
    let (date, summary) = (at("1971"), at(&opening));
    assert!(
        date.is_some() && summary.is_some() && date < summary,
        "{heard:?}"
    );
    assert!(
        at("“").is_some_and(|quote| Some(quote) > summary),
        "{heard:?}"
    );
}

#[test]
fn with_a_projector_the_teacher_has_a_screen_of_his_own() {
    let mut window = Window::shipped();
    window.apply(Action::Displays(displays().to_vec()));
    window.key(Key::F5);
    assert_eq!(window.workspace().stage(), Stage::Two(1));
    for said in ["On the projector", "Next", "Notes"] {
        assert!(window.says(said), "{said}");
    }
    window.apply(Action::Displays(displays()[..1].to_vec()));
    assert_eq!(window.workspace().stage(), Stage::Lost);
    assert!(window.mentions("projector is gone"));
    window.key(Key::PageDown);
    assert!(window.says("Would be on the projector"));
    assert_eq!(
        window.lesson().map(|at| at.0),
        Some(1),
        "the lesson goes on"
    );
}

#[test]
fn tools_notes_and_the_large_buttons() {
    let mut window = Window::shipped();
    window.key(Key::F5);
    let lesson = |window: &Window| {
        window
            .workspace()
            .presentation()
            .cloned()
            .expect("a lesson")
    };
    window.key(Key::L);
    assert_eq!(lesson(&window).tool, Tool::Pointer);
    window.key(Key::P);
    assert_eq!(lesson(&window).tool, Tool::Pen);
    let from = egui::pos2(400.0, 300.0);
    window.drag(from, &[egui::vec2(40.0, 0.0), egui::vec2(40.0, 30.0)]);
    assert_eq!(lesson(&window).ink.len(), 1);
    assert!(lesson(&window).ink[0].len() > 1);
    assert_eq!(window.lesson(), Some((0, 0)), "a pen turns no step");
    window.key(Key::E);
    assert!(lesson(&window).ink.is_empty());
    window.key(Key::P);
    window.key(Key::N);
    assert!(lesson(&window).notes);
    window.key(Key::N);
    window.key(Key::M);
    assert_eq!(lesson(&window).board, Some(Board::Menu));
    let least = window.the(Role::Button, "Black screen B").rect().height();
    assert!(
        least >= 44.0,
        "a finger needs 44 points, and this has {least}"
    );
    window.click_button("Black screen B");
    assert_eq!(
        (window.cover(), lesson(&window).board),
        (Some(Cover::Black), None)
    );
    // Without modifiers only: Ctrl+Space is nobody's.
    window.press(Modifiers::CTRL, Key::Space);
    assert_eq!(window.cover(), Some(Cover::Black));
}

#[test]
fn taps_and_strokes_turn_the_step() {
    let mut window = Window::shipped();
    window.key(Key::F5);
    let (right, left) = (egui::pos2(1200.0, 200.0), egui::pos2(40.0, 40.0));
    window.click_at(right);
    assert_eq!(window.lesson(), Some((1, 0)));
    window.click_at(left);
    assert_eq!(window.lesson(), Some((0, 0)));
    window.drag(right, &[egui::vec2(-150.0, 0.0), egui::vec2(-150.0, 0.0)]);
    assert_eq!(
        window.lesson(),
        Some((1, 0)),
        "a stroke to the left goes on"
    );
    window.apply(Action::Present(PresentAction::First));
    let band = egui::pos2(700.0, 820.0);
    let before = window.view();
    window.drag(band, &[egui::vec2(-80.0, 0.0), egui::vec2(-80.0, 0.0)]);
    assert!(
        window.view().start > before.start,
        "on the axis one moves the time"
    );
    assert_eq!(window.lesson(), Some((0, 0)));
}

#[test]
fn the_class_is_asked_for_names_and_a_clicker_tells_them() {
    let mut window = Window::shipped();
    window.key(Key::F5);
    let slide = window.workspace().slide_on_projector();
    let event = slide.event().expect("an event");
    let title = window.timeline().events[event].title.clone();
    let heard = |window: &Window, part: &str| {
        let roles = [Role::Heading, Role::Label, Role::Button, Role::Image];
        roles.into_iter().any(|role| window.has(role, part))
    };
    assert!(heard(&window, &title));
    window.key(Key::C);
    assert!(!heard(&window, &title), "what is covered is not read out");
    assert!(heard(&window, "covered"));
    window.key(Key::PageDown);
    assert!(heard(&window, &title));
    assert_eq!(window.lesson(), Some((0, 0)), "the names come first");
    window.key(Key::PageDown);
    assert_eq!(window.lesson(), Some((1, 0)));
    window.key(Key::C);
    window.key(Key::PageDown);
    assert_eq!(window.lesson(), Some((2, 0)), "nobody is asked any more");
}

#[test]
fn a_step_is_called_the_same_in_the_overview_and_in_the_panel() {
    let mut window = Window::of(
        r#"Timeline(
            categories: [(id: "c", name: "C")],
            events: [
                (id: "a", when: "1971", title: "First", category: "c"),
                (id: "b", when: "1973", title: "Second", category: "c"),
            ],
            series: [(id: "y", title: "Yen", unit: "¥", points: [("1971", 349.3)])],
            stories: [(id: "s", title: "S", steps: [
                (event: "gone"),
                (events: ["a", "b"]),
                (event: "a", title_ja: "一"),
                (series: "y"),
                (window: "1971/1973"),
            ])],
        )"#,
    );
    window.key(Key::L);
    let names = |window: &Window, starts: &str| {
        let all = window.names(Role::Button).into_iter();
        let steps = all.filter_map(|name| {
            let (_, step) = name.strip_prefix(starts)?.split_once(": ")?;
            step.split(", ").next().map(str::to_owned)
        });
        steps.collect::<Vec<_>>()
    };
    let panel = names(&window, "Step ");
    window.key(Key::L);
    window.key(Key::F5);
    window.key(Key::O);
    let overview = names(&window, "Step ");
    let expected = [
        "Missing event",
        "First and 1 more",
        "一",
        "Yen",
        "1971 – 1973",
    ];
    assert_eq!(overview, expected);
    assert_eq!(panel, expected);
}
