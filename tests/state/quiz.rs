//! Questions for the class, asked and answered through the workspace.

use transpacific::document::{Address, Edit, List, TextPatch};
use transpacific::messages::Lang;
use transpacific::state::{
    Action, Asked, Board, Card, Cover, Deck, PresentAction, Question, QuizAction, QuizKind, Saved,
    Score,
};

use crate::desk::{Desk, SMALL, file};

impl Desk {
    fn quiz(&mut self, action: QuizAction) -> &mut Self {
        self.act(Action::Present(PresentAction::Quiz(action)))
    }

    fn lesson(&mut self) -> &mut Self {
        self.act(Action::Present(PresentAction::Start(Deck::Events, None)))
    }

    fn press(&mut self, action: PresentAction) -> &mut Self {
        self.act(Action::Present(action))
    }

    fn question(&self) -> Option<Question> {
        let lesson = self.workspace.presentation()?;
        lesson.quiz.question(self.workspace.timeline())
    }

    fn cards(&self) -> Vec<Card> {
        match self.question().map(|question| question.asked) {
            Some(Asked::Order(cards)) => cards,
            other => panic!("{other:?}"),
        }
    }

    fn ids(&self) -> Vec<&str> {
        let events = &self.workspace.timeline().events;
        let cards = self.cards();
        let events = cards.iter().filter_map(|card| events.get(card.event));
        let mut ids: Vec<_> = events.map(|event| &*event.id).collect();
        ids.sort_unstable();
        ids
    }

    fn score(&self, kind: QuizKind) -> Score {
        let lesson = self.workspace.presentation();
        lesson.map_or_else(Score::default, |lesson| lesson.quiz.score(kind))
    }

    fn is_asking(&self) -> bool {
        let lesson = self.workspace.presentation();
        lesson.is_some_and(|lesson| lesson.board == Some(Board::Quiz))
    }
}

#[test]
fn events_are_put_in_order_and_the_scores_are_told_when_asked() {
    let mut desk = Desk::small();
    desk.lesson().quiz(QuizAction::Ask(QuizKind::Order, 1));
    assert!(desk.is_asking());
    // All but the one that may be going on still, after which nothing certainly comes.
    let asked = desk.ids();
    assert_eq!(asked.len(), 5, "{asked:?}");
    assert!(!(asked.contains(&"e") && asked.contains(&"f")));
    for place in 0..5 {
        let from = desk
            .cards()
            .iter()
            .position(|card| card.belongs == place)
            .expect("a card for each place");
        desk.quiz(QuizAction::Move { from, to: place });
    }
    desk.quiz(QuizAction::Check);
    let right = Score { right: 1, asked: 1 };
    assert_eq!(desk.score(QuizKind::Order), right);
    desk.quiz(QuizAction::Ask(QuizKind::Order, 2));
    let first = desk.cards().iter().position(|card| card.belongs == 0);
    // At the end, where it does not belong.
    let from = first.expect("a first one");
    let to = if from == 4 { 3 } else { 4 };
    desk.quiz(QuizAction::Move { from, to })
        .quiz(QuizAction::Check)
        .quiz(QuizAction::Ask(QuizKind::Cover, 2))
        .quiz(QuizAction::Check)
        .quiz(QuizAction::Mark(true))
        .quiz(QuizAction::Others);
    assert_eq!(desk.question(), None);
    let lesson = desk.workspace.presentation().expect("a lesson");
    assert_eq!(
        lesson.quiz.report(Lang::En),
        "In order: 1 of 2\nNames: 1 of 1"
    );
    // Walking on keeps them, the end of the lesson does not.
    desk.act(Action::Present(PresentAction::Next));
    assert_eq!(desk.score(QuizKind::Order).asked, 2);
    desk.act(Action::Present(PresentAction::End)).lesson();
    assert_eq!(desk.score(QuizKind::Order), Score::default());
}

/// A clicker has two keys.
#[test]
fn a_clicker_leads_through_questions_of_each_sort() {
    for kind in QuizKind::ALL {
        let mut desk = Desk::small();
        desk.lesson().quiz(QuizAction::Ask(kind, 5));
        let place = desk.workspace.presentation().map(|lesson| lesson.place);
        let mut seen = Vec::new();
        for _ in 0..4 {
            let question = desk.question().expect("a question");
            assert_eq!((question.kind, question.shown), (kind, false));
            seen.push(question.asked);
            desk.press(PresentAction::Next);
            let question = desk.question().expect("its answer");
            assert_eq!((question.kind, question.shown), (kind, true));
            assert_eq!(question.right, None, "nobody answered here");
            desk.press(PresentAction::Next);
        }
        let again = seen.windows(2).filter(|pair| pair[0] == pair[1]).count();
        assert_eq!(again, 0, "each is another one: {seen:?}");
        assert_eq!(desk.score(kind), Score::default());
        assert!(desk.is_asking());
        let after = desk.workspace.presentation().map(|lesson| lesson.place);
        assert_eq!(after, place, "the step stays");
    }
}

#[test]
fn next_checks_what_was_answered_and_back_takes_it_back() {
    let mut desk = Desk::small();
    desk.lesson().quiz(QuizAction::Ask(QuizKind::Order, 1));
    for place in 0..5 {
        let cards = desk.cards();
        let from = cards.iter().position(|card| card.belongs == place);
        let from = from.expect("a card for each place");
        desk.quiz(QuizAction::Move { from, to: place });
    }
    let right = Score { right: 1, asked: 1 };
    let none = Score::default();
    let stood = desk.question();
    for (press, score, shown) in [
        (PresentAction::Next, right, true),
        (PresentAction::Previous, none, false),
        // There was no question before.
        (PresentAction::Previous, none, false),
        (PresentAction::Next, right, true),
        (PresentAction::Next, right, false),
        // Too fast: the answer of the question before shows again.
        (PresentAction::Previous, right, true),
        (PresentAction::Previous, none, false),
    ] {
        desk.press(press);
        assert_eq!(desk.score(QuizKind::Order), score);
        let question = desk.question().expect("a question");
        assert_eq!(question.shown, shown);
    }
    assert_eq!(desk.question(), stood);
    desk.quiz(QuizAction::Ask(QuizKind::Year, 1))
        .quiz(QuizAction::Guess(0.0));
    desk.press(PresentAction::Next);
    assert_eq!(desk.score(QuizKind::Year).asked, 1);
    desk.quiz(QuizAction::Ask(QuizKind::Cover, 1));
    desk.press(PresentAction::Next);
    desk.quiz(QuizAction::Mark(true));
    assert_eq!(desk.score(QuizKind::Cover), right);
    desk.press(PresentAction::Previous);
    assert_eq!(desk.score(QuizKind::Cover), none);
}

#[test]
fn a_black_screen_comes_back_before_the_answer_shows() {
    let mut desk = Desk::small();
    desk.lesson().quiz(QuizAction::Ask(QuizKind::Cover, 1));
    desk.press(PresentAction::Cover(Cover::Black))
        .press(PresentAction::Next);
    let shown = |desk: &Desk| desk.question().map(|question| question.shown);
    assert_eq!(shown(&desk), Some(false));
    desk.press(PresentAction::Next);
    assert_eq!(shown(&desk), Some(true));
    desk.press(PresentAction::StepBack);
    assert!(!desk.is_asking(), "and Esc closes the questions");
}

#[test]
fn an_event_beside_the_step_does_not_swallow_the_answer() {
    let mut desk = Desk::small();
    desk.lesson()
        .press(PresentAction::Aside(Some("c".into())))
        .quiz(QuizAction::Ask(QuizKind::Cover, 1));
    desk.press(PresentAction::Next);
    assert_eq!(desk.question().map(|question| question.shown), Some(true));
}

#[test]
fn from_the_choice_next_asks_the_sort_that_was_asked_last() {
    let mut desk = Desk::small();
    desk.lesson().press(PresentAction::Board(Board::Quiz));
    let kind = |desk: &Desk| desk.question().map(|question| question.kind);
    desk.press(PresentAction::Previous);
    assert_eq!(kind(&desk), None);
    desk.press(PresentAction::Next);
    assert_eq!(kind(&desk), Some(QuizKind::Order));
    desk.quiz(QuizAction::Ask(QuizKind::Year, 3))
        .quiz(QuizAction::Others);
    desk.press(PresentAction::Next);
    assert_eq!(kind(&desk), Some(QuizKind::Year));
    desk.quiz(QuizAction::Others);
    desk.press(PresentAction::Previous);
    assert_eq!(kind(&desk), Some(QuizKind::Year), "left by mistake");
}

/// One event cannot be put in order, but it can be asked for.
#[test]
fn with_one_event_next_goes_on_to_a_sort_that_can_be_asked() {
    let mut desk = Desk::small();
    desk.filter("Alpha").lesson();
    desk.quiz(QuizAction::Ask(QuizKind::Order, 4));
    let is_none = |desk: &Desk| {
        let question = desk.question();
        question.is_none_or(|question| matches!(question.asked, Asked::TooFew(_)))
    };
    assert!(is_none(&desk));
    for _ in 0..5 {
        desk.press(PresentAction::Next);
        assert!(!is_none(&desk));
    }
}

#[test]
fn only_what_the_filter_shows_is_asked_for() {
    let mut desk = Desk::small();
    desk.filter("cat:low").lesson();
    for seed in 0..20 {
        desk.quiz(QuizAction::Ask(QuizKind::Order, seed));
        assert_eq!(desk.ids(), ["b", "d", "e"]);
        desk.quiz(QuizAction::Ask(QuizKind::Cover, seed));
        match desk.question().map(|question| question.asked) {
            Some(Asked::Cover(event)) => {
                let id = &*desk.workspace.timeline().events[event].id;
                assert!(["b", "d", "e"].contains(&id), "{id}");
            }
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_story_asks_for_its_own_events() {
    let small = SMALL.trim_end().trim_end_matches(')');
    let steps = r#"(event: "a"), (event: "f"), (title: "An age", window: "1950/1990", events: ["d"]), (event: "a")"#;
    let text = format!(r#"{small}, stories: [(id: "s", title: "Story", steps: [{steps}])])"#);
    let mut desk = Desk::open(file("/taught.ron", &text), Saved::default());
    let deck = Deck::Story("s".into());
    desk.act(Action::Present(PresentAction::Start(deck, None)));
    desk.quiz(QuizAction::Ask(QuizKind::Order, 9));
    assert_eq!(desk.ids(), ["a", "d", "f"]);
    desk.quiz(QuizAction::Ask(QuizKind::Year, 9));
    match desk.question().map(|question| question.asked) {
        Some(Asked::Year(guessed)) => {
            let axis = [1950, 2000].map(transpacific::time::day_of_year_start);
            assert_eq!([guessed.axis.start, guessed.axis.end], axis);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn with_too_few_events_there_is_a_sentence() {
    let mut desk = Desk::small();
    desk.filter("nothing has this in it").lesson();
    for kind in QuizKind::ALL {
        desk.quiz(QuizAction::Ask(kind, 4));
        let question = desk.question().expect("a sentence");
        assert!(
            matches!(question.asked, Asked::TooFew(_)),
            "{:?}",
            question.asked
        );
        desk.quiz(QuizAction::Check)
            .quiz(QuizAction::Guess(0.0))
            .quiz(QuizAction::Mark(true));
        assert_eq!(desk.score(kind).asked, 0);
    }
}

#[test]
fn a_question_outlives_a_change_but_not_its_events() {
    let mut desk = Desk::small();
    desk.lesson().quiz(QuizAction::Ask(QuizKind::Order, 3));
    let before = desk.ids().join(" ");
    let more = r#"(id: "0", when: "1900", title: "First", category: "top", summary: ""),"#;
    let text = &desk.workspace.document().text;
    let at = text.find("(id: \"a\"").expect("the first event");
    desk.act(Edit::Text(TextPatch::new(at..at, more)).into());
    assert_eq!(desk.workspace.timeline().event_index("a"), Some(1));
    assert_eq!(
        desk.ids().join(" "),
        before,
        "the same events, wherever they are"
    );
    let gone = desk.ids()[0].to_owned();
    let address = Address::new(List::Events, gone.as_str());
    desk.act(Edit::Clear(address).into());
    assert_eq!(desk.workspace.timeline().event(&gone).map(|_| ()), None);
    assert_eq!(desk.question(), None);
    desk.quiz(QuizAction::Move { from: 0, to: 1 })
        .quiz(QuizAction::Check);
    assert_eq!(desk.score(QuizKind::Order).asked, 0);
}

#[test]
fn without_a_lesson_nothing_is_asked() {
    let mut desk = Desk::small();
    desk.quiz(QuizAction::Ask(QuizKind::Order, 1));
    assert!(desk.workspace.presentation().is_none());
    desk.act(Action::Present(PresentAction::Board(Board::Quiz)));
    assert!(desk.is_asking(), "but the questions begin one of their own");
}
