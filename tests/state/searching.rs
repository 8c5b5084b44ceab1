//! Searches that take long: what shows meanwhile, and that nothing shows which is out of date.

use std::fmt::Write as _;
use std::sync::LazyLock;
use std::sync::atomic::AtomicBool;

use proptest::prelude::{Just, Strategy, prop, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::test_runner::{Config, RngSeed};

use transpacific::state::{
    Action, Effect, FilterAction, Loaded, Query, Saved, SearchJob, Walk, Workspace,
};

use crate::desk::{Desk, SMALL, file};

/// More events than are searched in a frame: every third is gold, every fifth is called so in its title alone.
static LARGE: LazyLock<Loaded> = LazyLock::new(|| large("/large.ron", "gold"));
/// Another of the kind.
static OTHER: LazyLock<Loaded> = LazyLock::new(|| large("/other.ron", "silver"));

fn large(path: &str, word: &str) -> Loaded {
    let mut text = r#"Timeline(title: "Large", categories: [(id: "c0", name: "A"), (id: "c1", name: "B"), (id: "c2", name: "C")], events: ["#.to_owned();
    for id in 0..20_100 {
        let summary = if id % 3 == 0 { word } else { "lead" };
        let title = if id % 5 == 0 { "Five" } else { "Other" };
        let category = id % 7 % 3;
        let year = 1000 + id / 25;
        let entry = format!(
            r#"(id: "e{id}", when: "{year}", title: "{title}", category: "c{category}", summary: "{summary}"),"#
        );
        // Writing to a string does not fail.
        let _ = writeln!(text, "{entry}");
    }
    text.push_str("])");
    file(path, &text)
}

fn desk() -> Desk {
    Desk::open(LARGE.clone(), Saved::default())
}

/// The searches asked for so far.
fn jobs(desk: &Desk) -> Vec<SearchJob> {
    let jobs = desk.asked.iter().filter_map(|effect| match effect {
        Effect::Search(job) => Some(job.clone()),
        _ => None,
    });
    jobs.collect()
}

fn run(job: &SearchJob) -> Action {
    let found = job.run(&AtomicBool::new(false));
    found.unwrap_or_else(|| panic!("nobody cancelled {job:?}"))
}

/// Whether just that is shown which the query leaves.
fn shows_the_query(workspace: &Workspace) -> bool {
    let query = Query::parse(workspace.filter().text());
    let wanted = workspace.index().select(workspace.timeline(), &query);
    *workspace.filter().selection() == wanted
}

#[test]
fn a_search_that_takes_long_is_given_away_and_shows_when_it_is_found() {
    let mut desk = desk();
    desk.filter("gold");
    let filter = desk.workspace.filter();
    assert!(filter.is_pending());
    assert_eq!(
        (filter.text(), filter.query()),
        ("gold", &Query::parse("gold"))
    );
    assert_eq!(filter.selection().len(), 20_100, "what showed before");
    let (revision, matching) = (filter.revision(), filter.matching_revision());
    let jobs = jobs(&desk);
    assert_eq!(desk.asked, [Effect::Search(jobs[0].clone())]);
    assert_eq!(jobs[0].run(&AtomicBool::new(true)).map(drop), None);
    desk.act(run(&jobs[0]));
    let filter = desk.workspace.filter();
    assert!(!filter.is_pending());
    assert_eq!(filter.selection().len(), 6_700);
    assert!(filter.revision() > revision && filter.matching_revision() > matching);
    let revision = filter.revision();
    desk.act(run(&jobs[0]));
    assert_eq!(
        desk.workspace.filter().revision(),
        revision,
        "found once is enough"
    );
    assert_eq!(desk.asked.len(), 1);
}

#[test]
fn categories_take_effect_at_once_while_a_search_is_under_way() {
    let mut desk = desk();
    desk.filter("gold").filter("gold category:c0");
    assert_eq!(desk.asked.len(), 1, "it is the same search");
    let selection = desk.workspace.filter().selection();
    assert!(desk.workspace.filter().is_pending());
    assert!(selection.is_on(0) && !selection.is_on(1) && !selection.is_on(2));
    assert_eq!(selection.len(), selection.lane(0).len());
    let job = jobs(&desk).remove(0);
    desk.act(run(&job));
    assert!(!desk.workspace.filter().is_pending());
    assert!(!desk.workspace.filter().selection().is_on(1));
    assert!(shows_the_query(&desk.workspace));
}

#[test]
fn what_is_known_already_needs_no_search() {
    let mut desk = desk();
    desk.filter("gold").act(Action::Filter(FilterAction::Clear));
    assert!(!desk.workspace.filter().is_pending());
    assert!(shows_the_query(&desk.workspace));
    let job = jobs(&desk).remove(0);
    desk.act(run(&job));
    assert!(shows_the_query(&desk.workspace), "late and unwanted");
    desk.filter("category:c1");
    assert!(!desk.workspace.filter().is_pending());
    assert!(shows_the_query(&desk.workspace));
    desk.filter("five");
    let job = jobs(&desk).remove(1);
    desk.act(run(&job)).filter("five g").filter("five");
    assert!(!desk.workspace.filter().is_pending(), "back where it was");
    assert!(shows_the_query(&desk.workspace));
    assert_eq!(desk.asked.len(), 3);
}

#[test]
fn the_filter_of_the_last_time_is_searched_for_at_the_start_and_when_a_file_is_opened() {
    let mut desk = desk();
    desk.filter("gold");
    let workspace = Workspace::new(LARGE.clone(), desk.workspace.saved());
    assert!(workspace.filter().is_pending());
    let mut again = Desk {
        asked: workspace.first_effects(),
        workspace,
    };
    let job = jobs(&again).remove(0);
    again.act(run(&job));
    assert!(!again.workspace.filter().is_pending());
    let search = |effect: &Effect| matches!(effect, Effect::Search(_));
    assert!(!again.workspace.first_effects().iter().any(search));
    assert!(shows_the_query(&again.workspace));

    desk.load(OTHER.clone()).load(LARGE.clone());
    assert!(desk.workspace.filter().is_pending());
    assert_eq!(jobs(&desk).len(), 2);
    let job = jobs(&desk).remove(1);
    desk.act(run(&job));
    assert!(shows_the_query(&desk.workspace));
}

#[test]
fn a_step_to_what_is_not_found_yet_waits_for_it() {
    let mut desk = desk();
    desk.filter("gold").walk(Walk::Last).walk(Walk::First);
    assert_eq!(desk.selected(), None, "the first of all is not meant");
    let job = jobs(&desk).remove(0);
    desk.act(run(&job));
    assert_eq!(desk.selected(), Some("e0"));
    desk.filter("gold five").walk(Walk::Next).select("e9");
    let job = jobs(&desk).remove(1);
    desk.act(run(&job));
    assert_eq!(
        desk.selected(),
        Some("e9"),
        "something else was chosen meanwhile"
    );
    desk.filter("lead").walk(Walk::First).filter("gold");
    let job = jobs(&desk).remove(3);
    desk.act(run(&job));
    assert_eq!(
        desk.selected(),
        Some("e9"),
        "and here something else was typed"
    );
    desk.walk(Walk::Next);
    assert_eq!(desk.selected(), Some("e27"));
}

#[test]
fn a_small_timeline_is_searched_at_once() {
    let mut desk = Desk::small();
    desk.filter("alpha");
    assert!(!desk.workspace.filter().is_pending() && desk.asked.is_empty());
    assert_eq!(desk.shown(), ["a"]);
}

/// What happens to the program, in any order.
#[derive(Debug, Clone)]
enum Happening {
    Set(String),
    Toggle(usize),
    Clear,
    /// One of the searches so far ends, the newest or another.
    Found(usize),
    Load(u8),
}

fn happenings() -> impl Strategy<Value = Happening> {
    let queries = prop::sample::select(vec![
        "gold",
        "gold five",
        "five",
        "silver",
        "x",
        "",
        "category:c0",
        "gold category:c0,c1",
        "-gold",
        "before:1500 five",
    ]);
    prop_oneof![
        4 => queries.prop_map(|query| Happening::Set(query.to_owned())),
        3 => (0..3_usize).prop_map(Happening::Toggle),
        1 => Just(Happening::Clear),
        4 => (0..3_usize).prop_map(Happening::Found),
        1 => (0..3_u8).prop_map(Happening::Load),
    ]
}

impl Happening {
    fn happen(&self, desk: &mut Desk) {
        match self {
            Self::Set(query) => drop(desk.filter(query)),
            Self::Toggle(category) => {
                let query = desk.workspace.filter().query();
                let query = query.with_category_toggled(desk.workspace.timeline(), *category);
                desk.filter(&query.to_string());
            }
            Self::Clear => drop(desk.act(Action::Filter(FilterAction::Clear))),
            Self::Found(back) => {
                let jobs = jobs(desk);
                let job = jobs.iter().rev().nth(*back).cloned();
                if let Some(job) = job {
                    desk.act(run(&job));
                }
            }
            Self::Load(0) => drop(desk.load(LARGE.clone())),
            Self::Load(1) => drop(desk.load(OTHER.clone())),
            Self::Load(_) => drop(desk.load(file("/small.ron", SMALL))),
        }
    }
}

proptest! {
    #![proptest_config(Config { cases: 60, failure_persistence: None, rng_seed: RngSeed::Fixed(1971), ..Config::default() })]

    #[test]
    fn nothing_shows_that_is_out_of_date(happenings in prop::collection::vec(happenings(), 1..20)) {
        let mut desk = desk();
        for happening in happenings {
            let before = desk.workspace.filter().selection().clone();
            let document = desk.workspace.revision();
            happening.happen(&mut desk);
            let filter = desk.workspace.filter();
            let on = filter.query().categories_on(desk.workspace.timeline());
            for (lane, on) in on.into_iter().enumerate() {
                prop_assert_eq!(filter.selection().is_on(lane), on, "{:?}", &happening);
            }
            if filter.is_pending() {
                let stays = desk.workspace.revision() == document;
                let kept = filter.selection().per_category().eq(before.per_category());
                prop_assert!(!stays || kept, "{happening:?}");
            } else {
                prop_assert!(shows_the_query(&desk.workspace), "{happening:?}");
            }
        }
        // Whatever came before, the newest search brings what was asked for last.
        if let Some(job) = jobs(&desk).last() {
            desk.act(run(job));
        }
        prop_assert!(!desk.workspace.filter().is_pending());
        prop_assert!(shows_the_query(&desk.workspace));
    }
}
