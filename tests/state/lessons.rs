//! Lessons: the walk along a deck, and what happens to it when the world changes under it.

use transpacific::document::{Address, Edit, List, TextPatch};
use transpacific::messages::Lang;
use transpacific::state::{
    Action, Board, Content, Cover, Deck, Display, Effect, PanelAction, Place, PresentAction, Saved,
    Spot, Stage, Tool, WriteAction,
};

use crate::desk::{Desk, alike, file, window};

/// The small timeline with a story of every sort of step.
fn taught() -> Desk {
    Desk::open(file("/taught.ron", &text(STEPS)), Saved::default())
}

const STEPS: &str = r#"
    (event: "a", window: "1945/1960", note: "Ask."),
    (event: "a", show: Links),
    (event: "b", show: Excerpt, seconds: 60),
    (title: "An age", window: "1950/1990", events: ["c", "d"], filter: "cat:low"),
    (series: "yen", event: "d"),
"#;

fn text(steps: &str) -> String {
    let small = crate::desk::SMALL.trim_end().trim_end_matches(')');
    format!(
        r#"{small}, series: [(id: "yen", title: "Yen", unit: "¥", points: [("1950", 360), ("1973", 270)])],
stories: [(id: "s", title: "Story", steps: [{steps}])])"#
    )
}

fn story() -> Deck {
    Deck::Story("s".into())
}

impl Desk {
    fn present(&mut self, action: PresentAction) -> &mut Self {
        self.act(Action::Present(action))
    }

    fn start(&mut self) -> &mut Self {
        self.present(PresentAction::Start(story(), None))
    }

    fn place(&self) -> Option<(usize, usize)> {
        let lesson = self.workspace.presentation()?;
        Some((lesson.place.step, lesson.place.revealed))
    }

    fn content(&self) -> Content {
        self.workspace.slide_on_projector().content
    }

    fn told(&self) -> Option<String> {
        let told = self.workspace.presentation()?.told.as_ref()?;
        Some(told.text(Lang::En))
    }
}

fn display(name: &str, is_here: bool) -> Display {
    Display {
        name: name.to_owned(),
        width: 1920,
        height: 1080,
        at: (0, 0),
        is_here,
    }
}

fn two() -> Vec<Display> {
    vec![display("laptop", true), display("projector", false)]
}

#[test]
fn a_story_is_walked_through_and_back() {
    let mut desk = taught();
    desk.start();
    let mut places = vec![desk.place()];
    let mut contents = vec![desk.content()];
    for _ in 0..6 {
        desk.present(PresentAction::Next);
        places.push(desk.place());
        contents.push(desk.content());
    }
    // The second step shows two linked events, one at a time: the one that it led to and the one that recalls it.
    let expected = [(0, 0), (1, 0), (1, 1), (1, 2), (2, 0), (3, 0), (4, 0)];
    assert_eq!(places, expected.map(Some));
    let timeline = desk.workspace.timeline();
    let [a, b, c, d] = ["a", "b", "c", "d"].map(|id| timeline.event_index(id).expect(id));
    let links = |shown| Content::Links {
        event: a,
        others: vec![c, d],
        shown,
    };
    let day = timeline.events[d].when.anchor();
    assert_eq!(
        contents,
        [
            Content::Event(a),
            links(0),
            links(1),
            links(2),
            Content::Excerpt {
                event: b,
                excerpt: 0
            },
            Content::Window(vec![c, d]),
            Content::Series {
                series: 0,
                event: Some(d),
                marker: day
            },
        ]
    );
    desk.present(PresentAction::Next);
    assert_eq!(
        desk.place(),
        Some((4, 0)),
        "there is nothing after the last"
    );
    assert_eq!(desk.told().as_deref(), Some("This is the last step."));
    let back: Vec<_> = (0..7)
        .map(|_| desk.present(PresentAction::Previous).place())
        .collect();
    let expected = [(3, 0), (2, 0), (1, 2), (1, 1), (1, 0), (0, 0), (0, 0)];
    assert_eq!(back, expected.map(Some));
}

#[test]
fn camera_filter_and_selection_come_along_and_are_as_before_at_the_end() {
    let mut desk = taught();
    desk.filter("cat:top").select("f").land();
    let seen = desk.seen();
    desk.start().land();
    assert!(alike(desk.seen(), window("1945/1960")));
    assert_eq!((desk.selected(), desk.shown().len()), (Some("a"), 6));
    desk.present(PresentAction::GoTo(3)).land();
    assert!(alike(desk.seen(), window("1950/1990")));
    assert_eq!(desk.shown(), ["b", "d", "e"], "the step's own filter");
    desk.present(PresentAction::End).land();
    assert!(desk.workspace.presentation().is_none());
    assert!(alike(desk.seen(), seen));
    assert_eq!(
        (desk.selected(), desk.shown()),
        (Some("f"), vec!["a", "c", "f"])
    );
}

#[test]
fn without_a_story_the_events_that_show_are_told_from_here() {
    let mut desk = taught();
    desk.filter("cat:low").select("d");
    desk.present(PresentAction::Start(Deck::Events, None));
    assert_eq!((desk.selected(), desk.place()), (Some("d"), Some((1, 0))));
    assert_eq!(desk.workspace.step_count(), 3);
    desk.present(PresentAction::Next);
    assert_eq!(desk.selected(), Some("e"));
    desk.present(PresentAction::First);
    assert_eq!(desk.selected(), Some("b"));
    desk.present(PresentAction::Last);
    assert_eq!(desk.selected(), Some("e"));
}

#[test]
fn a_covered_picture_is_uncovered_first() {
    let mut desk = taught();
    desk.start();
    let cover = |desk: &Desk| {
        desk.workspace
            .presentation()
            .and_then(|lesson| lesson.cover)
    };
    desk.present(PresentAction::Cover(Cover::Black));
    assert_eq!(cover(&desk), Some(Cover::Black));
    desk.present(PresentAction::Cover(Cover::White));
    assert_eq!(cover(&desk), Some(Cover::White));
    desk.present(PresentAction::Next);
    assert_eq!((cover(&desk), desk.place()), (None, Some((0, 0))));
    desk.present(PresentAction::Cover(Cover::Black));
    desk.present(PresentAction::Cover(Cover::Black));
    assert_eq!(cover(&desk), None);
}

#[test]
fn while_the_projector_is_frozen_the_teacher_looks_ahead() {
    let mut desk = taught();
    desk.start().land().present(PresentAction::Freeze);
    desk.present(PresentAction::GoTo(2)).land();
    let event = desk.workspace.slide(Place::default()).content;
    assert_eq!(desk.content(), event, "the class still sees the first step");
    assert!(alike(
        desk.workspace.window_on_projector(),
        window("1945/1960")
    ));
    assert_eq!(desk.place(), Some((2, 0)));
    desk.present(PresentAction::Freeze);
    assert_ne!(desk.content(), event);
    assert_eq!(desk.workspace.window_on_projector(), desk.seen());
}

#[test]
fn who_looks_around_comes_back_to_the_step() {
    let mut desk = taught();
    desk.start().present(PresentAction::GoTo(3)).land();
    let here = desk.seen();
    desk.present(PresentAction::Explore);
    desk.filter("cat:top").select("f").land();
    desk.present(PresentAction::Explore).land();
    assert_eq!((desk.place(), desk.selected()), (Some((3, 0)), Some("c")));
    assert!(alike(desk.seen(), here));
    assert_eq!(desk.shown(), ["b", "d", "e"]);
    // A clicker comes back as well, and goes on only when pressed again.
    desk.present(PresentAction::Explore)
        .present(PresentAction::Next);
    assert_eq!(desk.place(), Some((3, 0)));
    desk.present(PresentAction::Next);
    assert_eq!(desk.place(), Some((4, 0)));
}

#[test]
fn under_the_questions_no_step_is_turned() {
    let mut desk = taught();
    desk.start().present(PresentAction::Board(Board::Quiz));
    desk.present(PresentAction::Next);
    assert_eq!(desk.place(), Some((0, 0)));
    desk.present(PresentAction::StepBack)
        .present(PresentAction::Next);
    assert_eq!(desk.place(), Some((1, 0)));
}

#[test]
fn what_was_drawn_is_wiped_with_the_step() {
    let mut desk = taught();
    desk.start().present(PresentAction::Tool(Tool::Pen));
    let ink = |desk: &Desk| desk.workspace.presentation().map(|lesson| lesson.ink.len());
    let spot = |x| Spot { x, y: 0.5 };
    desk.present(PresentAction::InkFrom(spot(0.1)));
    desk.present(PresentAction::InkTo(spot(0.2)));
    desk.present(PresentAction::InkFrom(spot(0.3)));
    assert_eq!(ink(&desk), Some(2));
    desk.present(PresentAction::Next);
    assert_eq!(ink(&desk), Some(0));
    // A hand that never leaves the board cannot fill the memory.
    for line in 0..1_000 {
        desk.present(PresentAction::InkFrom(spot(line as f32)));
    }
    for point in 0..10_000 {
        desk.present(PresentAction::InkTo(spot(point as f32)));
    }
    let lesson = desk.workspace.presentation().expect("the lesson");
    assert!(lesson.ink.iter().map(Vec::len).sum::<usize>() < 10_000);
}

#[test]
fn esc_closes_what_lies_nearest_and_ends_at_last() {
    let mut desk = taught();
    desk.start();
    desk.present(PresentAction::Aside(Some("e".into())));
    desk.present(PresentAction::Board(Board::Overview));
    let back = |desk: &mut Desk| {
        desk.present(PresentAction::StepBack);
        let lesson = desk.workspace.presentation();
        lesson.map(|lesson| (lesson.board, lesson.aside.clone()))
    };
    assert_eq!(back(&mut desk), Some((None, Some("e".into()))));
    assert_eq!(back(&mut desk), Some((None, None)));
    assert_eq!(desk.selected(), Some("a"));
    assert_eq!(back(&mut desk), None);
}

#[test]
fn the_clock_goes_on_and_begins_anew_with_each_step() {
    let mut desk = taught();
    desk.start();
    let clock = |desk: &Desk| {
        let lesson = desk.workspace.presentation();
        lesson.map(|lesson| (lesson.elapsed, lesson.in_step))
    };
    desk.present(PresentAction::Advance(2.5));
    desk.present(PresentAction::Next);
    desk.present(PresentAction::Advance(1.0));
    desk.present(PresentAction::Advance(f64::NAN));
    assert_eq!(clock(&desk), Some((3.5, 1.0)));
    desk.present(PresentAction::ResetClock);
    assert_eq!(clock(&desk), Some((0.0, 0.0)));
}

#[test]
fn a_display_that_vanishes_leaves_the_lesson_where_it_was() {
    let mut desk = taught();
    desk.act(Action::Displays(two())).start();
    assert_eq!(desk.workspace.stage(), Stage::Two(1));
    desk.present(PresentAction::GoTo(2));
    desk.act(Action::Displays(vec![display("laptop", true)]));
    assert_eq!(desk.workspace.stage(), Stage::Lost);
    assert_eq!(desk.place(), Some((2, 0)));
    assert!(
        desk.told()
            .as_deref()
            .is_some_and(|told| told.contains("projector is gone"))
    );
    desk.present(PresentAction::Next);
    assert_eq!(desk.place(), Some((3, 0)), "the lesson goes on");
    desk.act(Action::Displays(two()));
    assert_eq!(desk.workspace.stage(), Stage::Two(1));
    assert_eq!(desk.told().as_deref(), Some("The display is back."));
    desk.act(Action::Displays(Vec::new()));
    desk.present(PresentAction::Swap);
    assert_eq!(
        desk.workspace.stage(),
        Stage::One,
        "without any, everybody looks here"
    );
}

#[test]
fn the_display_that_was_chosen_is_remembered() {
    let mut three = two();
    three.push(display("board", false));
    let mut desk = taught();
    desk.act(Action::Displays(three.clone())).start();
    assert_eq!(desk.workspace.stage(), Stage::Two(1));
    desk.present(PresentAction::Swap);
    assert_eq!(desk.workspace.stage(), Stage::Two(2));
    let saved = desk.workspace.saved();
    let mut again = Desk::open(file("/taught.ron", &text(STEPS)), saved);
    again.act(Action::Displays(three.clone())).start();
    assert_eq!(again.workspace.stage(), Stage::Two(2));
    again.present(PresentAction::Display(None));
    assert_eq!(again.workspace.stage(), Stage::One);
    let saved = again.workspace.saved();
    let mut alone = Desk::open(file("/taught.ron", &text(STEPS)), saved);
    alone.act(Action::Displays(three)).start();
    assert_eq!(
        alone.workspace.stage(),
        Stage::One,
        "who wants one screen keeps it"
    );
}

#[test]
fn a_display_that_comes_in_the_lesson_is_offered() {
    let mut desk = taught();
    desk.act(Action::Displays(vec![display("laptop", true)]))
        .start();
    desk.act(Action::Displays(two()));
    assert!(
        desk.told()
            .as_deref()
            .is_some_and(|told| told.contains("another display"))
    );
    desk.present(PresentAction::Swap);
    assert_eq!(desk.workspace.stage(), Stage::Two(1));
}

#[test]
fn a_step_whose_event_is_deleted_says_so_to_the_teacher_alone() {
    let mut desk = taught();
    desk.start();
    let delete = |id: &str| Edit::Clear(Address::new(List::Events, id));
    desk.act(delete("a").into());
    assert_eq!(desk.place(), Some((0, 0)));
    assert_eq!(desk.content(), Content::Gone);
    assert!(
        desk.told()
            .as_deref()
            .is_some_and(|told| told.ends_with("not in the file: a."))
    );
    desk.present(PresentAction::Next)
        .present(PresentAction::Next);
    desk.act(Action::Write(WriteAction::Undo));
    assert!(
        matches!(desk.content(), Content::Excerpt { .. }),
        "{:?}",
        desk.content()
    );
}

#[test]
fn a_step_is_found_again_where_it_has_moved() {
    let mut desk = taught();
    desk.start().present(PresentAction::GoTo(2));
    let steps = Address::new(List::Stories, "s").field("steps");
    desk.act(Edit::Move(steps.item(2), 0).into());
    assert_eq!((desk.place(), desk.selected()), (Some((0, 0)), Some("b")));
    desk.act(Edit::Clear(Address::new(List::Stories, "s")).into());
    assert!(desk.workspace.presentation().is_none());
    let notice = desk.workspace.session().notice.as_ref();
    assert!(
        notice.is_some_and(|notice| notice.text(Lang::En).contains("not in the file any more"))
    );
}

/// Changes the text as an editor does, with one patch.
fn retype(desk: &mut Desk, from: &str, to: &str) {
    let text = &desk.workspace.document().text;
    let Some(start) = text.find(from) else {
        return assert!(text.contains(from), "{from} is not in the text");
    };
    let patch = TextPatch::new(start..start + from.len(), to);
    desk.act(Edit::Text(patch).into());
}

/// The story in hand and the one that is told.
fn stories(desk: &Desk) -> (Option<&str>, Option<&str>) {
    let told = desk.workspace.told_story().map(|story| &*story.id);
    (desk.workspace.session().story.as_deref(), told)
}

#[test]
fn a_story_that_gets_another_id_stays_in_hand_and_is_told_on() {
    let rename = |from: &str, to: &str| Edit::Rename(List::Stories, from.into(), to.to_owned());
    let mut desk = taught();
    desk.act(Action::Panel(PanelAction::Story(Some("s".into()))));
    desk.start().present(PresentAction::GoTo(2));
    let both = |desk: &Desk, id: &str| {
        assert_eq!(stories(desk), (Some(id), Some(id)));
        assert_eq!((desk.place(), desk.told().as_deref()), (Some((2, 0)), None));
        assert_eq!(desk.workspace.session().notice, None);
    };
    desk.act(rename("s", "renamed").into());
    both(&desk, "renamed");
    desk.act(Action::Write(WriteAction::Undo));
    both(&desk, "s");
    desk.act(Action::Write(WriteAction::Redo));
    both(&desk, "renamed");
    // In the text.
    retype(&mut desk, "(id: \"renamed\"", "(id: \"s2\"");
    both(&desk, "s2");
    desk.act(Action::Write(WriteAction::Undo));
    both(&desk, "renamed");
    // By somebody else, on the disk, with more before it than there was.
    desk.act(Action::Write(WriteAction::Undo));
    let theirs = desk
        .workspace
        .document()
        .text
        .replace("\"s\"", "\"theirs\"");
    let theirs = format!("// A line before all.\n{theirs}");
    desk.act(Action::Write(WriteAction::OnDisk(theirs)));
    both(&desk, "theirs");
    desk.present(PresentAction::Next);
    assert_eq!(desk.place(), Some((3, 0)), "the lesson goes on");
}

#[test]
fn a_story_of_a_large_file_is_told_on_once_it_has_been_read() {
    let long = format!("{}\n// {}", text(STEPS), "x".repeat(3 << 20));
    let mut desk = Desk::open(file("/large.ron", &long), Saved::default());
    desk.act(Action::Panel(PanelAction::Story(Some("s".into()))));
    desk.start().present(PresentAction::GoTo(1));
    desk.act(Edit::Rename(List::Stories, "s".into(), "long".to_owned()).into());
    let is_read = |effect: &Effect| matches!(effect, Effect::Read(_));
    while let Some(at) = desk.asked.iter().position(is_read) {
        if let Effect::Read(job) = desk.asked.swap_remove(at) {
            desk.act(job.run());
        }
    }
    assert_eq!(stories(&desk), (Some("long"), Some("long")));
    assert_eq!(desk.place(), Some((1, 0)));
}

#[test]
fn a_story_that_is_gone_is_not_taken_for_the_next_one() {
    let next = r#"(id: "next", title: "Next", steps: [(event: "b")])"#;
    let two = text(STEPS).replace("])])", &format!("]), {next}])"));
    let mut desk = Desk::open(file("/two.ron", &two), Saved::default());
    desk.act(Action::Panel(PanelAction::Story(Some("s".into()))));
    desk.start();
    desk.act(Edit::Clear(Address::new(List::Stories, "s")).into());
    assert!(desk.workspace.presentation().is_none());
    assert_ne!(desk.workspace.session().story.as_deref(), Some("next"));
    assert!(desk.workspace.session().notice.is_some());
}

#[test]
fn nothing_to_tell_does_no_harm() {
    let mut empty = Desk::open(file("/empty.ron", &text("")), Saved::default());
    empty.start();
    assert_eq!(empty.content(), Content::Nothing);
    assert!(empty.told().is_some_and(|told| told.contains("no step")));
    for action in [
        PresentAction::Next,
        PresentAction::Previous,
        PresentAction::Last,
        PresentAction::Explore,
    ] {
        empty.present(action);
    }
    let nothing = r#"Timeline(title: "Nothing", events: [])"#;
    let mut nothing = Desk::open(file("/nothing.ron", nothing), Saved::default());
    nothing.present(PresentAction::Start(Deck::Events, None));
    assert_eq!(nothing.content(), Content::Nothing);
    nothing
        .present(PresentAction::Next)
        .present(PresentAction::End);
    let one = r#"Timeline(title: "One", events: [(id: "a", when: "1950", title: "Only")])"#;
    let mut one = Desk::open(file("/one.ron", one), Saved::default());
    one.present(PresentAction::Start(Deck::Events, None))
        .present(PresentAction::Next);
    assert_eq!(one.content(), Content::Event(0));
    let mut gone = taught();
    gone.present(PresentAction::Start(Deck::Story("no-such".into()), None));
    assert!(gone.workspace.presentation().is_none());
    assert!(gone.workspace.session().notice.is_some());
}

#[test]
fn covered_names_are_told_before_the_next_step_and_covered_again_on_it() {
    let mut desk = taught();
    desk.start().present(PresentAction::GoTo(0));
    let covered = |desk: &Desk| {
        let lesson = desk.workspace.presentation();
        lesson.is_some_and(|lesson| lesson.are_names_covered())
    };
    assert!(!covered(&desk));
    desk.present(PresentAction::Names);
    assert!(covered(&desk));
    desk.present(PresentAction::Next);
    assert_eq!((covered(&desk), desk.place()), (false, Some((0, 0))));
    desk.present(PresentAction::Next);
    assert_eq!((covered(&desk), desk.place()), (true, Some((1, 0))));
    // Going back asks once more, and does not have to tell first.
    desk.present(PresentAction::Previous);
    assert_eq!((covered(&desk), desk.place()), (true, Some((0, 0))));
    // A black screen comes first, and what was told stays told on its step.
    desk.present(PresentAction::Cover(Cover::Black));
    desk.present(PresentAction::Next);
    assert!(covered(&desk));
    desk.present(PresentAction::Next)
        .present(PresentAction::Names);
    assert!(!covered(&desk));
    desk.present(PresentAction::Next);
    assert_eq!((covered(&desk), desk.place()), (false, Some((1, 0))));
}

#[test]
fn a_frozen_projector_keeps_its_names_covered_while_the_teacher_goes_on() {
    let mut desk = taught();
    desk.start().present(PresentAction::GoTo(0));
    desk.present(PresentAction::Names)
        .present(PresentAction::Freeze)
        .present(PresentAction::Next);
    assert_eq!(
        desk.place(),
        Some((1, 0)),
        "nobody waits for what is not seen"
    );
    let lesson = desk.workspace.presentation();
    assert!(lesson.is_some_and(|lesson| lesson.are_names_covered()));
    desk.present(PresentAction::Names);
    let lesson = desk.workspace.presentation();
    assert!(lesson.is_some_and(|lesson| lesson.are_names_covered()));
    desk.present(PresentAction::Freeze);
    let lesson = desk.workspace.presentation();
    assert!(lesson.is_some_and(|lesson| !lesson.are_names_covered()));
}
