//! Recording: what is looked at becomes a step of a lesson, and nothing else of the file changes.

use std::collections::BTreeMap;
use std::path::PathBuf;

use proptest::prelude::{Strategy, any, prop, prop_assume, proptest};
use proptest::sample::Index;
use proptest::test_runner::{Config, RngSeed};

use transpacific::document::{Document, Id, Shows};
use transpacific::messages::Lang;
use transpacific::state::{
    Action, Content, Deck, Effect, Loaded, Origin, PresentAction, Saved, ViewAction, WriteAction,
};

use crate::desk::{Desk, SMALL, file, window};

/// Two lessons as somebody may have written them.
const LESSONS: &str = r#"
    stories: [
        // The first lesson.
        (
            id: "one", title: "One",
            steps: [
                (
                    event: "a", window: "1945/1955",
                    note: "Ask.",
                ), // so much for Alpha
                (
                    event: "b", window: "1950/1960",
                    note: "Ask again.",
                ),
            ],
        ),
        (id: "two", title: "Two", steps: [(event: "c")]),
    ],
)"#;

fn taught() -> (Desk, String) {
    let small = SMALL.trim_end_matches(')');
    let text = format!("{small},{LESSONS}");
    (
        Desk::open(file("/taught.ron", &text), Saved::default()),
        text,
    )
}

/// As most files are laid out.
const PLAIN: &str = r#"// Mine.
Timeline(
    title: "Plain",
    events: [
        (id: "a", when: "1950-03-01", title: "Alpha"),
        (id: "b", when: "1990", title: "Beta"),
    ],
)
"#;

impl Desk {
    fn record(&mut self, story: Option<&str>) -> &mut Self {
        self.act(Action::Record(story.map(Into::into)))
    }

    fn text(&self) -> &str {
        &self.workspace.document().text
    }

    fn look_at(&mut self, when: &str) -> &mut Self {
        self.view(ViewAction::Set(window(when)))
    }

    fn said(&self) -> Option<String> {
        let told = self.workspace.session().told.as_ref()?;
        Some(told.text(Lang::En))
    }

    fn in_hand(&self) -> Option<&str> {
        self.workspace.session().story.as_deref()
    }

    fn undo(&mut self) -> &mut Self {
        self.act(Action::Write(WriteAction::Undo))
    }

    fn complaints(&self) -> &[transpacific::document::Diagnostic] {
        &self.workspace.document().diagnostics
    }
}

#[test]
fn a_step_is_written_at_the_end_as_its_neighbours_are() {
    let (mut desk, before) = taught();
    desk.look_at("1958/1967").select("c").record(Some("one"));
    let step = r#"
                (
                    event: "c", window: "1958-01/1967-12",
                ),"#;
    let last = "note: \"Ask again.\",\n                ),";
    let after = before.replace(last, &format!("{last}{step}"));
    assert_eq!(desk.text(), after);
    assert_eq!(desk.complaints(), []);
    assert_eq!(desk.said().as_deref(), Some("Recorded as step 3 of One"));
    assert_eq!(desk.in_hand(), Some("one"));
    assert!(desk.workspace.session().stories);
    let writing = desk.workspace.writing();
    let name = writing.undo_name().map(|name| name.text(Lang::En));
    assert_eq!(name.as_deref(), Some("record this view"));
    desk.undo();
    assert_eq!(desk.text(), before, "byte for byte");
    assert_eq!(desk.workspace.writing().undo_name(), None, "one step");
}

#[test]
fn all_that_is_looked_at_is_in_it() {
    let (mut desk, before) = taught();
    desk.look_at("1940/1999").select("a");
    desk.act(Action::SelectAlso("f".into()))
        .act(Action::SelectAlso("b".into()))
        .filter("cat:top \"x\"")
        .record(Some("two"));
    let step = r#"(event: "a", events: ["f", "b"], show: Window, window: "1940/1999", filter: "cat:top \"x\"")"#;
    let only = r#"(event: "c")"#;
    assert_eq!(
        desk.text(),
        before.replace(only, &format!("{only}, {step}"))
    );
    let timeline = desk.workspace.timeline();
    let step = timeline.stories[1].steps.last().expect("a step");
    assert_eq!(
        (step.shows(), step.filter.as_deref()),
        (Shows::Window, Some("cat:top \"x\""))
    );
    let events = step.event.iter().chain(&step.events);
    let events: Vec<&str> = events.map(|&at| &*timeline.events[at].id).collect();
    assert_eq!(events, ["a", "f", "b"]);
    assert_eq!(desk.undo().text(), before);
}

#[test]
fn nothing_selected_is_a_stretch_of_time() {
    let (mut desk, before) = taught();
    desk.look_at("1950-03-01/1950-03-20").record(Some("two"));
    let only = r#"(event: "c")"#;
    let both = format!(r#"{only}, (window: "1950-03-01/1950-03-20")"#);
    assert_eq!(desk.text(), before.replace(only, &both));
    let step = desk.workspace.timeline().stories[1].steps.last();
    assert_eq!(step.map(|step| step.shows()), Some(Shows::Window));
}

#[test]
fn a_flight_is_recorded_where_it_ends() {
    let (mut desk, _) = taught();
    desk.look_at("1900/2000")
        .view(ViewAction::FlyTo(window("1960/1980")));
    assert!(desk.workspace.view().is_flying());
    desk.record(Some("two"));
    assert!(desk.text().contains(r#"(window: "1960-01/1980-12")"#));
}

#[test]
fn the_story_in_hand_goes_on_and_one_that_is_gone_does_not() {
    let (mut desk, _) = taught();
    desk.look_at("1950/1960").record(Some("two")).record(None);
    assert_eq!(desk.said().as_deref(), Some("Recorded as step 3 of Two"));
    desk.record(Some("gone"));
    assert_eq!(desk.said().as_deref(), Some("Recorded as step 4 of Two"));
}

#[test]
fn the_only_story_is_meant_and_among_several_none() {
    let small = SMALL.trim_end_matches(')');
    let text = format!("{small},stories: [(id: \"s\", title: \"Story\", steps: [])])");
    let mut desk = Desk::open(file("/one.ron", &text), Saved::default());
    desk.look_at("1950/1952").select("a").record(None);
    let step = r#"steps: [(event: "a", window: "1950-01-01/1952-12-31")]"#;
    assert_eq!(desk.text(), text.replace("steps: []", step));
    assert_eq!(desk.said().as_deref(), Some("Recorded as step 1 of Story"));
    let (mut desk, _) = taught();
    desk.look_at("1950/1952").record(None);
    assert_eq!(
        desk.said().as_deref(),
        Some("Recorded as step 1 of New lesson")
    );
    assert_eq!(desk.in_hand(), Some("new-lesson"));
    assert_eq!(desk.workspace.timeline().stories.len(), 3);
}

#[test]
fn a_file_without_stories_gets_one() {
    let mut desk = Desk::open(file("/plain.ron", PLAIN), Saved::default());
    desk.look_at("1945/1955").select("a").record(None);
    let expected = r#"
    stories: [
        (
            id: "new-lesson", title: "New lesson",
            steps: [
                (
                    event: "a",
                    window: "1945-01/1955-12",
                ),
            ],
        ),
    ],
)
"#;
    let (before, end) = PLAIN.split_at(PLAIN.len() - "\n)\n".len());
    assert_eq!(end, "\n)\n");
    assert_eq!(desk.text(), format!("{before}{expected}"));
    assert_eq!(desk.complaints(), []);
    desk.record(None);
    assert_eq!(
        desk.said().as_deref(),
        Some("Recorded as step 2 of New lesson")
    );
    assert_eq!(desk.undo().undo().text(), PLAIN, "byte for byte");
    assert!(!desk.workspace.writing().is_changed());
}

#[test]
fn an_id_that_is_taken_is_not_taken_again() {
    let text = "Timeline(events: [], stories: [(id: \"new-lesson\", title: \"A\"), (id: \"b\", title: \"B\")])";
    let mut desk = Desk::open(file("/two.ron", text), Saved::default());
    desk.record(None);
    assert_eq!(desk.in_hand(), Some("new-lesson-2"));
    assert_eq!(desk.complaints(), []);
}

#[test]
fn an_empty_file_becomes_a_timeline() {
    let mut desk = Desk::open(file("/new.ron", ""), Saved::default());
    desk.look_at("1950/1952").record(None);
    assert_eq!(desk.workspace.timeline().stories.len(), 1);
    assert!(!desk.workspace.document().is_broken());
    assert_eq!(desk.undo().text(), "");
}

#[test]
fn a_file_in_another_encoding_says_why_not() {
    let bytes = SMALL.replace("Alpha", "\u{e9}").into_bytes();
    let latin = bytes.into_iter().filter(|&byte| byte != 0xC3).collect();
    let document = Document::from_bytes("/latin.ron", latin);
    let origin = Origin::File(PathBuf::from("/latin.ron"));
    let loaded = Loaded::new(origin, document, BTreeMap::new());
    let mut desk = Desk::open(loaded, Saved::default());
    let before = desk.text().to_owned();
    desk.record(None);
    assert_eq!(desk.text(), before);
    let session = desk.workspace.session();
    let notice = session.notice.as_ref().expect("a notice").text(Lang::En);
    assert!(notice.contains("not in UTF-8"), "{notice}");
    assert_eq!((desk.said(), desk.in_hand()), (None, None));
    assert!(!desk.workspace.session().stories);
}

#[test]
fn in_a_lesson_a_step_comes_after_the_one_that_was_left() {
    let (mut desk, before) = taught();
    let start = PresentAction::Start(Deck::Story("one".into()), None);
    desk.act(Action::Present(start))
        .act(Action::Present(PresentAction::Explore))
        .select("d")
        .look_at("1969/1971")
        .record(Some("two"));
    let first = "), // so much for Alpha";
    let step = r#"
                (
                    event: "d", window: "1969-01-01/1971-12-31",
                ),"#;
    assert_eq!(
        desk.text(),
        before.replace(first, &format!("{first}{step}"))
    );
    let lesson = desk.workspace.presentation().expect("a lesson");
    assert!(lesson.exploring, "the teacher goes on looking around");
    assert_eq!(lesson.place.step, 0);
    let told = lesson.told.as_ref().map(|told| told.text(Lang::En));
    assert_eq!(told.as_deref(), Some("Recorded as step 2 of One."));
    desk.act(Action::Present(PresentAction::Next))
        .act(Action::Present(PresentAction::Next));
    let delta = desk.workspace.timeline().event_index("d").expect("d");
    assert_eq!(
        desk.workspace.slide_on_projector().content,
        Content::Event(delta)
    );
    desk.undo();
    assert_eq!(desk.text(), before);
}

/// A story whose list has these members, each on a line of its own, the last with a comma or without.
fn lined(members: &[&str], ends_with_comma: bool) -> String {
    let small = SMALL.trim_end_matches(')');
    let end = if ends_with_comma { "," } else { "" };
    let steps = members.join(",\n        ");
    format!(
        "{small}, stories: [(id: \"s\", title: \"Story\", steps: [\n        {steps}{end}\n    ])])"
    )
}

impl Desk {
    /// Tells the story up to a step, and looks around from there.
    fn leave_at(&mut self, step: usize) -> &mut Self {
        let start = PresentAction::Start(Deck::Story("s".into()), Some(step));
        self.act(Action::Present(start))
            .act(Action::Present(PresentAction::Explore))
            .select("d")
            .look_at("1969/1971")
    }
}

/// What is recorded there.
const NEW: &str = r#"(event: "d", window: "1969-01-01/1971-12-31")"#;

/// Records after a step, from 0, in a lesson on a list with these members; checks that the step stands behind the member
/// that the step is, and that all is as it was when that is taken back.
#[track_caller]
fn records_behind(members: &[&str], step: usize, ends_with_comma: bool) {
    let readable = |(_, member): &(usize, &&str)| member.starts_with("(event");
    let told = members.iter().enumerate().filter(readable).nth(step);
    let Some((place, _)) = told else {
        return assert!(told.is_some(), "{members:?} has no step {step}");
    };
    let before = lined(members, ends_with_comma);
    let mut after = members.to_vec();
    after.insert(place + 1, NEW);
    let mut desk = Desk::open(file("/s.ron", &before), Saved::default());
    let complaints = desk.complaints().len();
    desk.leave_at(step).record(None);
    assert_eq!(desk.text(), lined(&after, ends_with_comma));
    assert_eq!(desk.complaints().len(), complaints);
    let said = format!("Recorded as step {} of Story", step + 2);
    assert_eq!(desk.said().as_deref(), Some(&*said));
    let timeline = desk.workspace.timeline();
    let steps = timeline.stories.first().map(|story| &*story.steps);
    let recorded = steps.and_then(|steps| steps.get(step + 1)?.event);
    assert_eq!(
        recorded,
        timeline.event_index("d"),
        "the step of that number"
    );
    desk.undo();
    assert_eq!(desk.text(), before, "byte for byte");
}

#[test]
fn a_step_that_cannot_be_read_keeps_its_place_wherever_it_stands() {
    let (a, b, torn) = (r#"(event: "a")"#, r#"(event: "b")"#, r#""no step""#);
    for members in [[torn, a, b], [a, torn, b], [a, b, torn]] {
        for step in [0, 1] {
            records_behind(&members, step, true);
            records_behind(&members, step, false);
        }
    }
    // Where nothing can be read, and from the panel, a step goes behind all.
    for (members, number) in [
        (vec![torn, "12"], 1),
        (vec![a, torn], 2),
        (vec![torn, a], 2),
    ] {
        let before = lined(&members, true);
        let mut desk = Desk::open(file("/s.ron", &before), Saved::default());
        desk.select("d").look_at("1969/1971").record(Some("s"));
        let after = [members.clone(), vec![NEW]].concat();
        assert_eq!(desk.text(), lined(&after, true));
        let said = format!("Recorded as step {number} of Story");
        assert_eq!(desk.said().as_deref(), Some(&*said));
        assert_eq!(desk.undo().text(), before, "byte for byte");
    }
}

/// Members of a list of steps: steps, and what is none.
fn members() -> impl Strategy<Value = Vec<&'static str>> {
    let member = prop::sample::select(vec![
        r#"(event: "a")"#,
        r#"(event: "b", note: "A [note] (of, two), \"words\".", seconds: 60)"#,
        r#"(event: "gone")"#,
        r#""(event: 1)""#,
        "12",
        r#"[(event: "a"), (event: "b")]"#,
        r#"("a", "b")"#,
        "Some",
    ]);
    prop::collection::vec(member, 1..7)
}

proptest! {
    #![proptest_config(Config { cases: 200, failure_persistence: None, rng_seed: RngSeed::Fixed(1972), ..Config::default() })]

    #[test]
    fn a_step_comes_right_behind_the_one_it_is_recorded_at(members in members(), at in any::<Index>(), comma: bool) {
        let steps = members.iter().filter(|member| member.starts_with("(event")).count();
        prop_assume!(steps > 0);
        records_behind(&members, at.index(steps), comma);
    }
}

#[test]
fn on_its_rails_a_lesson_says_nothing_about_where() {
    let (mut desk, _) = taught();
    let start = PresentAction::Start(Deck::Story("one".into()), None);
    desk.act(Action::Present(start)).record(Some("two"));
    assert_eq!(desk.said().as_deref(), Some("Recorded as step 2 of Two"));
}

#[test]
fn what_is_asked_while_a_large_text_is_read_waits() {
    let long = format!("{SMALL}\n// {}", "x".repeat(3 << 20));
    let mut desk = Desk::open(file("/large.ron", &long), Saved::default());
    desk.look_at("1945/1955").record(None);
    let told = |desk: &Desk| desk.said();
    assert_eq!(
        told(&desk).as_deref(),
        Some("Recorded as step 1 of New lesson")
    );
    desk.record(None);
    assert_eq!(desk.workspace.timeline().stories.len(), 0);
    while let Some(at) = desk
        .asked
        .iter()
        .position(|effect| matches!(effect, Effect::Read(_)))
    {
        if let Effect::Read(job) = desk.asked.swap_remove(at) {
            desk.act(job.run());
        }
    }
    let ids: Vec<&Id> = desk
        .workspace
        .timeline()
        .stories
        .iter()
        .map(|story| &story.id)
        .collect();
    assert_eq!(ids.len(), 1, "{ids:?}");
    assert_eq!(
        told(&desk).as_deref(),
        Some("Recorded as step 2 of New lesson")
    );
    assert_eq!(desk.workspace.timeline().stories[0].steps.len(), 2);
}
