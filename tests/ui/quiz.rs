//! Questions for the class: by mouse, by keys, and by the names that a screen reader reads.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Vec2};
use transpacific::state::{
    Action, Board, Effect, PresentAction, QuizKind, Saved, Score, Workspace,
};

use crate::support::{Window, displays, loaded};

const FIVE: &str = r#"Timeline(title: "Five", categories: [(id: "c", name: "Kind")], events: [
    (id: "a", when: "1900", title: "Alpha", title_ja: "アルファ", category: "c", summary: "One."),
    (id: "b", when: "1910", title: "Beta", category: "c", summary: "One."),
    (id: "c", when: "1920", title: "Gamma", category: "c", summary: "One."),
    (id: "d", when: "1930", title: "Delta", category: "c", summary: "One."),
    (id: "e", when: "1940", title: "Epsilon", category: "c", summary: "One."),
])"#;
const RIGHT: [&str; 5] = ["Alpha", "Beta", "Gamma", "Delta", "Epsilon"];

impl Window {
    /// A lesson with the questions open.
    fn quiz() -> Self {
        let mut window = Self::of(FIVE);
        window.key(Key::Q);
        window
    }

    fn score(&self, kind: QuizKind) -> Score {
        let lesson = self.workspace().presentation();
        lesson.map_or_else(Score::default, |lesson| lesson.quiz.score(kind))
    }

    /// The step that the lesson is at, which no key of a card may turn.
    fn step_told(&self) -> Option<usize> {
        Some(self.workspace().presentation()?.place.step)
    }

    /// Whether the answer shows; none where nothing is asked.
    fn answer_shows(&self) -> Option<bool> {
        let lesson = self.workspace().presentation()?;
        let question = lesson.quiz.question(self.timeline())?;
        Some(question.shown)
    }

    #[track_caller]
    fn is_for_a_finger(&self, name: &str) {
        let all = self.all(Role::Button, name);
        assert!(!all.is_empty(), "no {name}");
        for node in all {
            let size = node.rect().size();
            assert!(size.x >= 44.0 && size.y >= 44.0, "{name}: {size:?}");
        }
    }

    /// The titles of the cards, from the top.
    fn order(&self) -> Vec<String> {
        let mut cards: Vec<_> = self
            .names(Role::Button)
            .into_iter()
            .filter_map(|name| {
                let (title, place) = name.split_once(", place ")?;
                Some((place.to_owned(), title.to_owned()))
            })
            .collect();
        cards.sort();
        cards.into_iter().map(|(_, title)| title).collect()
    }

    fn place_of(&self, title: &str) -> usize {
        let order = self.order();
        let place = order.iter().position(|other| other == title);
        place.unwrap_or_else(|| panic!("no {title} in {order:?}"))
    }

    fn card_name(&self, title: &str) -> String {
        format!("{title}, place {} of 5", self.place_of(title) + 1)
    }

    /// Drags a card to another place, where another one stands.
    fn drag_card(&mut self, title: &str, to: usize) {
        let rect = |title: &str| self.the(Role::Button, &self.card_name(title)).rect();
        let order = self.order();
        let Some(other) = order.get(to) else {
            panic!("no place {to} in {order:?}");
        };
        let (from, far) = (rect(title), rect(other).top() - rect(title).top());
        let steps: Vec<_> = (0..8).map(|_| Vec2::new(0.0, far / 8.0)).collect();
        self.drag(from.center(), &steps);
    }
}

#[test]
fn five_events_are_dragged_into_order() {
    let mut window = Window::quiz();
    assert!(window.has(Role::Heading, "Ask the class"));
    window.click_button("Put in order");
    assert_ne!(window.order(), RIGHT, "nothing is asked that is done");
    for (place, title) in RIGHT.into_iter().enumerate() {
        window.drag_card(title, place);
        assert_eq!(window.place_of(title), place);
    }
    assert_eq!(window.order(), RIGHT);
    window.click_button("Check");
    assert!(window.says("All 5 stand right"));
    assert!(window.says("Alpha, place 1 of 5, 1900, right"));
    assert!(window.says("Right: 1 of 1"));
    window.click_button("Next question");
    let to = if window.place_of("Alpha") == 4 { 3 } else { 4 };
    window.drag_card("Alpha", to);
    window.click_button("Check");
    assert!(window.has(Role::Label, "wrong, belongs at"));
    assert!(window.says("Right: 1 of 2"));
}

#[test]
fn what_nobody_moved_shows_its_order_and_no_verdict() {
    let mut window = Window::quiz();
    window.click_button("Put in order");
    assert!(window.all(Role::Button, "Check").is_empty());
    window.click_button("Show the answer");
    assert!(
        window.has(Role::Label, "The right order") || window.has(Role::Heading, "The right order")
    );
    for (place, (title, year)) in RIGHT
        .into_iter()
        .zip(["1900", "1910", "1920", "1930", "1940"])
        .enumerate()
    {
        assert!(window.says(&format!("{title}, place {} of 5, {year}", place + 1)));
    }
    assert_eq!(window.score(QuizKind::Order), Score::default());
}

/// A clicker has two keys, and a class may answer aloud.
#[test]
fn page_keys_alone_lead_through_the_questions() {
    let mut window = Window::quiz();
    window.click_button("Guess the year");
    let step = window.step_told();
    let shows = Window::answer_shows;
    for _ in 0..3 {
        assert_eq!(shows(&window), Some(false));
        window.key(Key::PageDown);
        assert_eq!(shows(&window), Some(true));
        assert!(window.has(Role::Label, "19"), "the date shows");
        window.key(Key::PageDown);
    }
    window.key(Key::PageUp);
    assert_eq!(shows(&window), Some(true), "the answer before");
    window.key(Key::B);
    assert!(
        window.all(Role::Button, "Next question").is_empty(),
        "black"
    );
    window.key(Key::PageDown);
    assert_eq!(shows(&window), Some(true));
    assert_eq!(window.score(QuizKind::Year), Score::default());
    assert_eq!(window.step_told(), step);
    window.key(Key::Escape);
    assert!(window.all(Role::Button, "Next question").is_empty());
    assert_eq!(window.step_told(), step);
}

/// From an open question to the next one without a mouse.
#[test]
fn cards_are_put_in_order_by_keys_alone() {
    let mut window = Window::quiz();
    window.key(Key::Space);
    assert_eq!(window.order().len(), 5, "the first sort is asked");
    window.key(Key::ArrowDown);
    assert_eq!(
        window.answer_shows(),
        Some(false),
        "no key that moves cards tells the answer"
    );
    let top = window.order().remove(0);
    assert!(
        window
            .the(Role::Button, &window.card_name(&top))
            .is_focused()
    );
    for (place, title) in RIGHT.into_iter().enumerate() {
        // Tab goes from card to card; the one that is wanted is found by its name.
        for _ in 0..9 {
            if window
                .the(Role::Button, &window.card_name(title))
                .is_focused()
            {
                break;
            }
            window.key(Key::Tab);
        }
        window.key(Key::End);
        for _ in place..4 {
            window.key(Key::ArrowUp);
        }
    }
    assert_eq!(window.order(), RIGHT);
    window.key(Key::Enter);
    let right = Score { right: 1, asked: 1 };
    assert_eq!(window.score(QuizKind::Order), right);
    assert!(window.says("All 5 stand right"));
    window.key(Key::Enter);
    assert_eq!(window.answer_shows(), Some(false), "and on to the next one");
    assert_eq!(window.score(QuizKind::Order), right);
}

/// Whoever has tapped a card goes on with the keys of the lesson.
#[test]
fn from_a_card_every_key_of_the_lesson_goes_on() {
    for (held, key) in [
        (Modifiers::NONE, Key::Enter),
        (Modifiers::NONE, Key::Space),
        (Modifiers::NONE, Key::ArrowRight),
        (Modifiers::NONE, Key::PageDown),
    ] {
        let mut window = Window::quiz();
        window.click_button("Put in order");
        let top = window.order().remove(0);
        let name = window.card_name(&top);
        window.the(Role::Button, &name).focus();
        window.settle();
        window.key(Key::ArrowDown);
        window.press(held, key);
        assert_eq!(window.answer_shows(), Some(true), "{key:?}");
        assert_eq!(window.score(QuizKind::Order).asked, 1, "{key:?}");
        window.press(Modifiers::SHIFT, Key::Space);
        assert_eq!(window.answer_shows(), Some(false), "{key:?}");
        assert_eq!(window.score(QuizKind::Order).asked, 0, "{key:?}");
    }
}

#[test]
fn enter_on_the_axis_checks_the_year() {
    let mut window = Window::quiz();
    window.click_button("Guess the year");
    window.key(Key::ArrowDown);
    assert!(window.the(Role::Slider, "Year: none yet").is_focused());
    window.key(Key::End);
    assert!(
        window.has(Role::Slider, "Year: 1949"),
        "{:?}",
        window.names(Role::Slider)
    );
    window.key(Key::Home);
    assert!(
        window.has(Role::Slider, "Year: 1900"),
        "{:?}",
        window.names(Role::Slider)
    );
    window.key(Key::Enter);
    assert_eq!(window.score(QuizKind::Year).asked, 1);
    assert_eq!(window.answer_shows(), Some(true));
    window.key(Key::Enter);
    assert_eq!(window.answer_shows(), Some(false), "the next question");
    // Where a button has the keys, Enter presses it.
    window.the(Role::Button, "Other questions").focus();
    window.settle();
    window.key(Key::Enter);
    assert!(window.has(Role::Heading, "Ask the class"));
}

const TELLING: &str = r#"Timeline(title: "Telling", categories: [(id: "c", name: "Kind")], events: [
    (id: "a", when: "1985-09-22", title: "Plaza Accord of 1985", title_ja: "プラザ合意", category: "c",
     summary: "The Plaza accord, プラザ合意, lets the dollar fall."),
])"#;

#[test]
fn what_is_said_of_an_event_does_not_tell_its_name() {
    let mut window = Window::of(TELLING);
    window.key(Key::Q);
    window.click_button("Name the event");
    assert!(window.says("The blank, blank, lets the dollar fall."));
    assert!(!window.mentions("Plaza") && !window.mentions("合意"));
    window.key(Key::PageDown);
    assert!(window.says("The Plaza accord, プラザ合意, lets the dollar fall."));
    window.click_button("Other questions");
    window.click_button("Guess the year");
    assert!(window.has(Role::Heading, "Plaza Accord of blank"));
    assert!(!window.has(Role::Heading, "1985"));
    window.key(Key::PageDown);
    assert!(window.has(Role::Heading, "Plaza Accord of 1985"));
}

/// A finger needs 44 points, also in a small window and on the small copy before the teacher.
#[test]
fn everything_can_be_hit_with_a_finger() {
    // Where the projector has gone, the teacher's window is all there is, with its small copy.
    let [here, gone] = displays();
    let small_copy = [vec![here.clone(), gone], vec![here]];
    for (size, displays) in [
        (Vec2::new(1024.0, 600.0), Vec::new()),
        (Vec2::new(1280.0, 800.0), small_copy.to_vec()),
    ] {
        let mut workspace = Workspace::new(loaded(FIVE), Saved::default());
        let mut displays = displays.into_iter();
        workspace.apply(Action::Displays(displays.next().unwrap_or_default()));
        workspace.apply(Action::Present(PresentAction::Board(Board::Quiz)));
        workspace.apply(Action::Displays(displays.next().unwrap_or_default()));
        let mut window = Window::open(workspace, size);
        for sort in ["Put in order", "Guess the year", "Name the event"] {
            window.click_button(sort);
            for name in ["Next question", "Other questions", "Close the questions"] {
                window.is_for_a_finger(name);
            }
            for title in RIGHT.into_iter().filter(|_| sort == "Put in order") {
                let name = window.card_name(title);
                window.is_for_a_finger(&name);
            }
            window.click_button("Other questions");
        }
    }
}

#[test]
fn the_list_of_keys_tells_what_a_clicker_does_under_questions() {
    let mut window = Window::quiz();
    window.key(Key::Questionmark);
    for told in [
        "Show the answer, then the next question",
        "Hide the answer, or the question before",
        "Take up a card, and move it",
    ] {
        assert!(window.says(told), "{told}");
    }
    // Many keys and a long name stand beside each other, in their own column.
    let rect = |text: &str| window.the(Role::Label, text).rect();
    let name = rect("Show the answer, then the next question");
    let all = window.all(Role::Label, "→  Space  PageDown  ↓  Enter");
    let keys = all.iter().map(|node| node.rect());
    let keys = keys.min_by(|a, b| {
        let far = |rect: &egui::Rect| (rect.center().y - name.center().y).abs();
        far(a).total_cmp(&far(b))
    });
    let keys = keys.expect("the keys of it");
    let right = rect("Find").left();
    assert!(
        keys.right() <= name.left() && name.right() <= right,
        "{keys:?} {name:?} {right}"
    );
}

#[test]
fn cards_go_up_and_down_with_the_arrows_and_the_lesson_stays() {
    let mut window = Window::quiz();
    window.click_button("Put in order");
    let step = window.step_told();
    for _ in 0..4 {
        window.drag_card("Alpha", 4);
    }
    let name = window.card_name("Alpha");
    window.the(Role::Button, &name).focus();
    window.settle();
    for _ in 0..3 {
        window.key(Key::ArrowUp);
    }
    assert_eq!(window.place_of("Alpha"), 1);
    window.key(Key::ArrowDown);
    assert_eq!(window.place_of("Alpha"), 2);
    assert_eq!(window.step_told(), step);
}

#[test]
fn a_year_is_pointed_at() {
    let mut window = Window::quiz();
    window.click_button("Guess the year");
    let rect = window.the(Role::Slider, "Year: none yet").rect();
    window.click_at(rect.center());
    let at = |window: &Window| {
        let names = window.names(Role::Slider);
        let year = names.first().and_then(|name| name.strip_prefix("Year: "));
        year.and_then(|year| year.parse::<i64>().ok())
    };
    let first = at(&window).expect("a year");
    let step = window.step_told();
    window.key(Key::ArrowRight);
    window.press(Modifiers::SHIFT, Key::ArrowLeft);
    assert_eq!(at(&window), Some(first - 9));
    assert_eq!(window.step_told(), step);
    window.click_button("Check");
    assert_eq!(window.score(QuizKind::Year).asked, 1);
    let verdict = window.has(Role::Label, " early")
        || window.has(Role::Label, " late")
        || window.says("The right year");
    assert!(verdict, "{:?}", window.names(Role::Label));
}

#[test]
fn a_name_is_covered_until_it_is_asked_for() {
    let mut window = Window::quiz();
    window.click_button("Name the event");
    let named = |window: &Window| RIGHT.iter().any(|title| window.has(Role::Heading, title));
    assert!(window.has(Role::Heading, "What happened here?"));
    assert!(!named(&window));
    window.click_button("Show the name");
    assert!(named(&window));
    window.click_button("They did not");
    assert!(window.says("Not known"));
    assert_eq!(window.score(QuizKind::Cover), Score { right: 0, asked: 1 });
}

#[test]
fn scores_are_copied_when_somebody_asks() {
    let mut window = Window::quiz();
    assert!(window.all(Role::Button, "Copy the scores").is_empty());
    window.click_button("Name the event");
    window.click_button("Show the name");
    window.click_button("They knew it");
    window.click_button("Other questions");
    window.click_button("Copy the scores");
    let copied = Effect::Copy("Names: 1 of 1".to_owned());
    assert!(window.effects().contains(&copied), "{:?}", window.effects());
}

#[test]
fn esc_and_the_cross_lead_back_to_the_step() {
    let mut window = Window::quiz();
    window.key(Key::Escape);
    assert!(window.workspace().presentation().is_some());
    assert!(!window.has(Role::Heading, "Ask the class"));
    window.key(Key::Q);
    window.click_button("Put in order");
    window.click_button("Close the questions");
    assert!(window.order().is_empty());
    window.key(Key::Q);
    assert_eq!(window.order().len(), 5, "the question waits");
}

#[test]
fn too_few_events_are_a_plain_sentence() {
    let one = r#"Timeline(title: "T", categories: [(id: "c", name: "C")], events: [
        (id: "a", when: "1900", title: "Alpha", category: "c", summary: "")])"#;
    let mut window = Window::of(one);
    window.key(Key::Q);
    window.click_button("Put in order");
    assert!(window.has(Role::Heading, "there must be two"));
    assert!(window.all(Role::Button, "Check").is_empty());
    window.click_button("Other questions");
    assert!(window.has(Role::Heading, "Ask the class"));
}
