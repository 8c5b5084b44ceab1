//! Questions for the class: by mouse, by keys, and by the names that a screen reader reads.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Vec2};
use transpacific::state::{Effect, QuizKind, Score};

use crate::support::Window;

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
    window.click_button("Check");
    assert!(window.has(Role::Label, "wrong, belongs at"));
    assert!(window.says("Right: 1 of 2"));
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
