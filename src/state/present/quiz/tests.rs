use proptest::prelude::{Strategy, any, prop, prop_assert, prop_assert_eq, proptest};

use super::*;
use crate::document::Document;

/// A timeline with an event of each date; their ids are their places in this list.
fn timeline(dates: &[impl AsRef<str>]) -> Timeline {
    let events: String = dates
        .iter()
        .enumerate()
        .map(|(id, when)| {
            let when = when.as_ref();
            format!(
                r#"(id: "{id}", when: "{when}", title: "E{id}", category: "c", summary: "S."),"#
            )
        })
        .collect();
    let text =
        format!(r#"Timeline(title: "T", categories: [(id: "c", name: "C")], events: [{events}])"#);
    Document::parse("t.ron", &text).timeline.clone()
}

/// Everything may be asked for.
fn act(quiz: &mut Quiz, timeline: &Timeline, action: QuizAction) {
    let nth = |rank: usize| (rank < timeline.events.len()).then_some(rank);
    let count = timeline.events.len();
    quiz.apply(action, &Pool::new(timeline, count, &nth));
}

fn asked(timeline: &Timeline, kind: QuizKind, seed: u64) -> Quiz {
    let mut quiz = Quiz::default();
    act(&mut quiz, timeline, QuizAction::Ask(kind, seed));
    quiz
}

fn cards_of(quiz: &Quiz, timeline: &Timeline) -> Vec<Card> {
    match quiz.question(timeline).map(|question| question.asked) {
        Some(Asked::Order(cards)) => cards,
        other => panic!("{other:?}"),
    }
}

fn guessed(quiz: &Quiz, timeline: &Timeline) -> Guessed {
    match quiz.question(timeline).map(|question| question.asked) {
        Some(Asked::Year(guessed)) => guessed,
        other => panic!("{other:?}"),
    }
}

/// Puts the cards where they belong, one by one.
fn put_right(quiz: &mut Quiz, timeline: &Timeline) {
    for place in 0..cards_of(quiz, timeline).len() {
        let cards = cards_of(quiz, timeline);
        let from = cards.iter().position(|card| card.belongs == place);
        let from = from.expect("every place is somebody's");
        act(quiz, timeline, QuizAction::Move { from, to: place });
    }
}

#[test]
fn events_are_put_in_order_and_scored_once() {
    let timeline = timeline(&["1900", "1910", "1920", "1930", "1940", "1950", "1960"]);
    let mut quiz = asked(&timeline, QuizKind::Order, 7);
    assert_eq!(cards_of(&quiz, &timeline).len(), 5);
    put_right(&mut quiz, &timeline);
    assert_eq!(standing_right(&cards_of(&quiz, &timeline)), 5);
    for _ in 0..3 {
        act(&mut quiz, &timeline, QuizAction::Check);
    }
    assert_eq!(quiz.score(QuizKind::Order), Score { right: 1, asked: 1 });
    assert_eq!(
        quiz.question(&timeline).and_then(|question| question.right),
        Some(true)
    );
    let before = cards_of(&quiz, &timeline);
    act(&mut quiz, &timeline, QuizAction::Move { from: 0, to: 4 });
    assert_eq!(
        cards_of(&quiz, &timeline),
        before,
        "what is answered lies still"
    );
}

#[test]
fn only_events_in_certain_order_are_put_in_order() {
    let too_few = |dates: &[&str]| {
        let timeline = timeline(dates);
        let quiz = asked(&timeline, QuizKind::Order, 1);
        matches!(
            quiz.question(&timeline).map(|question| question.asked),
            Some(Asked::TooFew(_))
        )
    };
    assert!(too_few(&[]));
    assert!(too_few(&["1950"]));
    assert!(too_few(&["1950", "1950-06"]), "one lies within the other");
    assert!(too_few(&["1950~", "1990"]), "an estimate");
    assert!(too_few(&["1950/..", "1990"]), "it may be going on");
    assert!(
        too_few(&["1941-12-07T07:48:00-10:30", "1941-12-08"]),
        "the same day on the other side of the ocean"
    );
    assert!(!too_few(&["1950", "1951"]), "neighbours");
    assert!(
        !too_few(&["1900/2000", "1910", "1920", "1900/1999"]),
        "two of them"
    );
    let long = timeline(&[
        "1900/2000",
        "1905",
        "1915",
        "1925",
        "1900/1999",
        "1935",
        "1945",
    ]);
    for seed in 0..20 {
        let quiz = asked(&long, QuizKind::Order, seed);
        assert_eq!(cards_of(&quiz, &long).len(), 5, "as many as there can be");
    }
}

#[test]
fn a_guess_is_told_how_far_off_it_is() {
    let timeline = timeline(&["1853-07-08", "1971-08-15", "2019"]);
    let mut quiz = asked(&timeline, QuizKind::Year, 3);
    let question = guessed(&quiz, &timeline);
    assert_eq!(
        question.axis,
        crate::time::Span::new(
            crate::time::day_of_year_start(1850),
            crate::time::day_of_year_start(2020)
        )
    );
    let year = question.truth.0;
    let day = |year: i64| crate::time::day_of_year_start(year) + 200.0;
    let off = |quiz: &mut Quiz, by: i64| {
        act(quiz, &timeline, QuizAction::Guess(day(year + by)));
        let question = guessed(quiz, &timeline);
        (question.off(), question.is_right())
    };
    assert_eq!(off(&mut quiz, 0), (Some(0), Some(true)));
    for (by, right) in [(1, true), (-1, true)] {
        // At the ends of the axis one cannot point further.
        let (told, is_right) = off(&mut quiz, by);
        assert!(told == Some(by) || told == Some(0));
        assert_eq!(is_right, Some(right));
    }
    act(&mut quiz, &timeline, QuizAction::Guess(f64::NAN));
    act(&mut quiz, &timeline, QuizAction::Guess(f64::MAX));
    assert_eq!(guessed(&quiz, &timeline).off(), Some(2019 - year));
    act(&mut quiz, &timeline, QuizAction::Check);
    assert_eq!(quiz.score(QuizKind::Year).asked, 1);
    act(&mut quiz, &timeline, QuizAction::Guess(day(year)));
    assert_eq!(guessed(&quiz, &timeline).off(), Some(2019 - year));
}

#[test]
fn a_name_that_says_its_year_is_not_asked_for_it() {
    let text = r#"Timeline(title: "T", categories: [(id: "c", name: "C")], events: [
        (id: "a", when: "1951", title: "Treaty", category: "c", summary: "", significance: 1),
        (id: "b", when: "1960", title: "Treaty of 1960", category: "c", summary: "", significance: 5),
        (id: "c", when: "1970", title: "Treaty", title_ja: "1970年", category: "c", summary: ""),
    ])"#;
    let timeline = Document::parse("t.ron", text).timeline.clone();
    for seed in 0..20 {
        let quiz = asked(&timeline, QuizKind::Year, seed);
        assert_eq!(guessed(&quiz, &timeline).truth.0, 1951);
    }
}

#[test]
fn what_nobody_answered_shows_its_answer_and_counts_for_nothing() {
    let timeline = timeline(&["1900", "1910", "1920", "1930", "1940", "1950"]);
    for kind in QuizKind::ALL {
        let mut quiz = asked(&timeline, kind, 11);
        let stood = quiz.question(&timeline);
        act(&mut quiz, &timeline, QuizAction::Check);
        let question = quiz.question(&timeline).expect("the same question");
        assert!(question.shown && question.right.is_none());
        if let Asked::Order(cards) = &question.asked {
            assert_eq!(standing_right(cards), 5, "the right order shows");
        }
        assert!(!quiz.has_scores());
        act(&mut quiz, &timeline, QuizAction::Back);
        assert_eq!(quiz.question(&timeline), stood, "as it was asked");
    }
}

#[test]
fn a_card_that_is_put_back_where_it_stood_has_been_moved() {
    let timeline = timeline(&["1900", "1910", "1920"]);
    let mut quiz = asked(&timeline, QuizKind::Order, 2);
    act(&mut quiz, &timeline, QuizAction::Move { from: 1, to: 1 });
    act(&mut quiz, &timeline, QuizAction::Move { from: 9, to: 1 });
    let answered = |quiz: &Quiz| quiz.question(&timeline).map(|question| question.answered);
    assert_eq!(answered(&quiz), Some(false), "nothing was moved");
    for (from, to) in [(0, 2), (2, 0)] {
        act(&mut quiz, &timeline, QuizAction::Move { from, to });
    }
    assert_eq!(answered(&quiz), Some(true));
    act(&mut quiz, &timeline, QuizAction::Check);
    assert_eq!(quiz.score(QuizKind::Order), Score { right: 0, asked: 1 });
}

#[test]
fn events_of_one_date_never_hang_beside_each_other() {
    let timeline = timeline(&["1941-12-07", "1941-12-07", "1945", "1941-12-07", "1945"]);
    for seed in 0..20 {
        let quiz = asked(&timeline, QuizKind::Order, seed);
        let cards = cards_of(&quiz, &timeline);
        let mut dates: Vec<_> = cards
            .iter()
            .map(|card| timeline.events[card.event].when.anchor() as i64)
            .collect();
        dates.sort_unstable();
        dates.dedup();
        assert_eq!((dates.len(), cards.len()), (2, 2));
    }
}

#[test]
fn how_far_off_in_words() {
    for (years, words) in [
        (0, "the right year"),
        (1, "1 year late"),
        (-1, "1 year early"),
        (-4, "4 years early"),
        (1_200, "1,200 years late"),
    ] {
        assert_eq!(off_in_words(years).text(Lang::En), words);
    }
}

#[test]
fn the_year_of_a_span_is_that_in_which_it_began() {
    for (when, expected) in [
        ("1945-09-02/1952-04-28", (1945, 1945)),
        ("1980/..", (1980, 1980)),
        ("../1990-06", (1990, 1990)),
        ("197X", (1970, 1979)),
        ("1971", (1971, 1971)),
        ("1971-08-15", (1971, 1971)),
        ("1941-12-31T23:59:59-10:30", (1941, 1941)),
    ] {
        let when: crate::time::When = when.parse().expect(when);
        assert_eq!(year::years(&when), expected, "{when:?}");
    }
}

#[test]
fn the_teacher_says_whether_a_name_was_known() {
    let timeline = timeline(&["1900", "1910"]);
    let mut quiz = asked(&timeline, QuizKind::Cover, 5);
    act(&mut quiz, &timeline, QuizAction::Mark(true));
    assert_eq!(
        quiz.score(QuizKind::Cover).asked,
        0,
        "nobody has seen it yet"
    );
    act(&mut quiz, &timeline, QuizAction::Check);
    act(&mut quiz, &timeline, QuizAction::Mark(false));
    act(&mut quiz, &timeline, QuizAction::Mark(true));
    assert_eq!(quiz.score(QuizKind::Cover), Score { right: 0, asked: 1 });
    assert_eq!(quiz.report(Lang::En), "Names: 0 of 1");
}

#[test]
fn what_was_asked_is_not_asked_again_too_soon() {
    let timeline = timeline(&["1900", "1910", "1920", "1930"]);
    let mut quiz = Quiz::default();
    let mut seen = std::collections::BTreeSet::new();
    for seed in 0..4 {
        act(&mut quiz, &timeline, QuizAction::Ask(QuizKind::Cover, seed));
        if let Some(Asked::Cover(event)) = quiz.question(&timeline).map(|question| question.asked) {
            seen.insert(event);
        }
    }
    assert_eq!(seen.len(), 4);
}

#[test]
fn a_question_goes_with_its_events() {
    let dates = ["1900", "1910", "1920", "1930", "1940"];
    let whole = timeline(&dates);
    let part = timeline(&dates[..1]);
    for kind in QuizKind::ALL {
        let quiz = (0..)
            .map(|seed| asked(&whole, kind, seed))
            .find(|quiz| quiz.question(&part).is_none());
        let mut quiz = quiz.expect("some seed asks for another event");
        for action in [
            QuizAction::Move { from: 0, to: 1 },
            QuizAction::Guess(0.0),
            QuizAction::Check,
            QuizAction::Mark(true),
        ] {
            act(&mut quiz, &part, action);
        }
        assert_eq!(quiz.question(&whole), None, "it is not asked any more");
        assert!(!quiz.has_scores());
    }
}

fn dates() -> impl Strategy<Value = Vec<String>> {
    let date = (1800..2020_i32, 0..6_u8).prop_map(|(year, form)| match form {
        0 => format!("{year}~"),
        1 => format!("{year}/.."),
        2 => format!("{year}-05-04"),
        3 => format!("{year}/{}", year + 12),
        4 => format!("{year}?"),
        _ => format!("{year}"),
    });
    prop::collection::vec(date, 0..12)
}

fn moves() -> impl Strategy<Value = Vec<(usize, usize)>> {
    prop::collection::vec((0..7_usize, 0..7_usize), 0..12)
}

proptest! {
    #[test]
    fn the_same_seed_asks_the_same(dates in dates(), seed in any::<u64>()) {
        let timeline = timeline(&dates);
        for kind in QuizKind::ALL {
            prop_assert_eq!(asked(&timeline, kind, seed), asked(&timeline, kind, seed));
        }
    }

    #[test]
    fn cards_are_shuffled_and_their_order_is_certain(dates in dates(), seed in any::<u64>(), moves in moves()) {
        let timeline = timeline(&dates);
        let mut quiz = asked(&timeline, QuizKind::Order, seed);
        let question = quiz.question(&timeline).map(|question| question.asked);
        if let Some(Asked::Order(cards)) = question {
            prop_assert!((2..=5).contains(&cards.len()));
            prop_assert!(standing_right(&cards) < cards.len(), "in order at the start");
            let mut sorted = cards.clone();
            sorted.sort_by_key(|card| card.belongs);
            for pair in sorted.windows(2) {
                let [a, b] = pair else { continue };
                let (a, b) = (&timeline.events[a.event].when, &timeline.events[b.event].when);
                prop_assert!(a.extent().end <= b.extent().start, "{a:?} {b:?}");
            }
            for (from, to) in moves {
                act(&mut quiz, &timeline, QuizAction::Move { from, to });
            }
            let mut moved = cards_of(&quiz, &timeline);
            moved.sort_by_key(|card| card.belongs);
            prop_assert_eq!(moved, sorted, "moving loses and gains nothing");
        }
    }

    #[test]
    fn nobody_is_right_more_often_than_asked(
        dates in dates(),
        steps in prop::collection::vec((0..8_u8, any::<u64>(), any::<f64>()), 0..40),
    ) {
        let timeline = timeline(&dates);
        let mut quiz = Quiz::default();
        for (index, (step, seed, day)) in steps.into_iter().enumerate() {
            let kind = QuizKind::ALL[(seed % 3) as usize];
            let before = QuizKind::ALL.map(|kind| quiz.score(kind).asked);
            act(&mut quiz, &timeline, match step {
                0 => QuizAction::Ask(kind, seed),
                1 => QuizAction::Move { from: (seed % 6) as usize, to: (seed / 6 % 6) as usize },
                2 => QuizAction::Guess(day),
                3 => QuizAction::Check,
                4 => QuizAction::Mark(seed % 2 == 0),
                5 => QuizAction::Next(seed),
                6 => QuizAction::Back,
                _ => QuizAction::Others,
            });
            let scores = QuizKind::ALL.map(|kind| quiz.score(kind));
            prop_assert!(scores.iter().all(|score| score.right <= score.asked));
            prop_assert!(scores.iter().map(|score| score.asked).sum::<usize>() <= index + 1);
            for (score, before) in scores.iter().zip(before) {
                prop_assert!(score.asked.abs_diff(before) <= 1, "at most one answer is counted or taken back");
            }
        }
    }
}
