//! What the search field leaves: every term, against a reading of the timeline of this test's own.

use egui::accesskit::Role;

use transpacific::document::{Event, Stance, Timeline};
use transpacific::messages::Message;
use transpacific::state::{Action, ViewAction};
use transpacific::time::{Lang, TimeWindow};

use crate::support::{EVENT, Window};

/// Whether a term should leave an event.
type Test = fn(&Timeline, &Event) -> bool;

fn category<'a>(timeline: &'a Timeline, event: &Event) -> &'a str {
    &timeline.categories[event.category].id
}

fn has_actor(timeline: &Timeline, event: &Event, id: &str) -> bool {
    event
        .actors
        .iter()
        .any(|actor| &*timeline.actors[actor].id == id)
}

fn cites(timeline: &Timeline, event: &Event, id: &str) -> bool {
    let quoted = event.excerpts.iter().map(|excerpt| excerpt.source);
    let mut all = event.sources.iter().chain(quoted);
    all.any(|source| &*timeline.sources[source].id == id)
}

/// The last day that an event may cover; one that goes on covers them all.
fn lasts_until(event: &Event, day: &str) -> bool {
    event
        .when
        .latest_day()
        .is_none_or(|last| last.as_str() >= day)
}

fn begins_by(event: &Event, day: &str) -> bool {
    event
        .when
        .earliest_day()
        .is_none_or(|first| first.as_str() <= day)
}

fn is_linked(timeline: &Timeline, event: &Event) -> bool {
    let index = timeline
        .event_index(&event.id)
        .expect("an event of the file");
    let mut links = timeline.events.iter().flat_map(|other| &other.links);
    !event.links.is_empty() || links.any(|link| link.to == index)
}

/// Whether all that can be read about an event has this in it, in small letters.
fn mentions(timeline: &Timeline, event: &Event, words: &str) -> bool {
    let (category, when) = (&timeline.categories[event.category], &event.when);
    let mut texts = vec![
        event.title.to_string(),
        event.summary.to_string(),
        category.name.clone(),
    ];
    texts.extend(event.title_ja.as_deref().map(str::to_owned));
    texts.extend(category.name_ja.clone());
    texts.extend(
        event
            .excerpts
            .iter()
            .map(|excerpt| excerpt.quote.to_string()),
    );
    for actor in event.actors.iter().map(|actor| &timeline.actors[actor]) {
        texts.push(actor.name.clone());
        texts.extend(actor.name_ja.clone());
    }
    let quoted = event.excerpts.iter().map(|excerpt| excerpt.source);
    for source in event.sources.iter().chain(quoted) {
        let source = &timeline.sources[source];
        texts.push(source.title.clone());
        texts.extend(source.author.clone());
    }
    texts.extend([
        when.text().to_owned(),
        when.display(Lang::En),
        when.display(Lang::Ja),
    ]);
    texts.extend(when.display_era());
    texts.iter().any(|text| text.to_lowercase().contains(words))
}

/// Each kind of term, and what it asks.
const TERMS: &[(&str, Test)] = &[
    ("tariff", |timeline, event| {
        mentions(timeline, event, "tariff")
    }),
    ("TARIFF", |timeline, event| {
        mentions(timeline, event, "tariff")
    }),
    ("perry", |timeline, event| {
        mentions(timeline, event, "perry")
    }),
    ("1971", |timeline, event| mentions(timeline, event, "1971")),
    ("昭和", |timeline, event| {
        mentions(timeline, event, "昭和")
    }),
    ("\"the dollar\"", |timeline, event| {
        mentions(timeline, event, "the dollar")
    }),
    ("dollar the", |timeline, event| {
        mentions(timeline, event, "dollar") && mentions(timeline, event, "the")
    }),
    ("category:trade", |timeline, event| {
        category(timeline, event) == "trade"
    }),
    ("category:trade,security", |timeline, event| {
        ["trade", "security"].contains(&category(timeline, event))
    }),
    ("category:外交", |timeline, event| {
        category(timeline, event) == "diplomacy"
    }),
    ("actor:china", |timeline, event| {
        has_actor(timeline, event, "china")
    }),
    ("actor:\"North Korea\",russia", |timeline, event| {
        has_actor(timeline, event, "north-korea") || has_actor(timeline, event, "russia")
    }),
    ("actor:us actor:china", |timeline, event| {
        has_actor(timeline, event, "us") && has_actor(timeline, event, "china")
    }),
    ("source:sadozai-2019", |timeline, event| {
        cites(timeline, event, "sadozai-2019")
    }),
    ("after:1970", |_, event| lasts_until(event, "1970-01-01")),
    ("after:1971-08", |_, event| lasts_until(event, "1971-08-01")),
    ("before:1990", |_, event| begins_by(event, "1990-12-31")),
    ("before:1945-08-15", |_, event| {
        begins_by(event, "1945-08-15")
    }),
    ("after:1970 before:1990", |_, event| {
        lasts_until(event, "1970-01-01") && begins_by(event, "1990-12-31")
    }),
    ("significance:5", |_, event| event.significance == 5),
    ("significance:>=4", |_, event| event.significance >= 4),
    ("significance:<3", |_, event| event.significance < 3),
    ("significance:3..4", |_, event| {
        (3..=4).contains(&event.significance)
    }),
    ("has:excerpt", |_, event| !event.excerpts.is_empty()),
    ("is:disputed", |_, event| {
        event
            .excerpts
            .iter()
            .any(|excerpt| excerpt.stance == Stance::Disputes)
    }),
];

/// The events that a test leaves.
fn left(timeline: &Timeline, test: impl Fn(&Event) -> bool) -> Vec<&str> {
    let events = timeline.events.iter().filter(|event| test(event));
    events.map(|event| &*event.id).collect()
}

/// The count beside the chips, and the chips' own counts and states.
#[track_caller]
fn is_said(window: &Window, typed: &str) {
    let (timeline, shown) = (window.timeline(), window.shown());
    let count = format!("{} of {}", shown.len(), timeline.events.len());
    assert!(window.says(&count), "{typed}: does not say {count}");
    let only_categories = typed.contains("category:");
    for (index, category) in timeline.categories.iter().enumerate() {
        let of_category = timeline
            .events
            .iter()
            .filter(|event| event.category == index);
        let shown_of_it = of_category
            .clone()
            .filter(|event| shown.contains(&&*event.id))
            .count();
        // A chip counts what it would bring back.
        let count = if only_categories {
            of_category.count()
        } else {
            shown_of_it
        };
        let chip = format!(
            "{}, {}",
            category.name,
            Message::new("words-events")
                .with("count", count)
                .text(Lang::En)
        );
        let on = !only_categories || shown_of_it > 0;
        assert_eq!(window.is_on(Role::CheckBox, &chip), on, "{typed}: {chip}");
    }
}

#[track_caller]
fn check(window: &mut Window, typed: &str, test: impl Fn(&Timeline, &Event) -> bool) {
    window.search(typed);
    let wanted = left(window.timeline(), |event| test(window.timeline(), event));
    assert_eq!(window.shown(), wanted, "{typed}");
    is_said(window, typed);
}

#[test]
fn every_kind_of_term_leaves_what_it_says() {
    let mut window = Window::shipped();
    let all = window.timeline().events.len();
    for &(typed, test) in TERMS {
        check(&mut window, typed, test);
        let count = window.shown().len();
        assert!(
            0 < count && count < all,
            "{typed} tells nothing: {count} of {all}"
        );
    }
}

#[test]
fn a_minus_turns_every_kind_of_term_round() {
    let mut window = Window::shipped();
    let single = TERMS
        .iter()
        .filter(|(typed, _)| typed.starts_with('"') || !typed.contains(' '));
    for &(typed, test) in single {
        check(&mut window, &format!("-{typed}"), |timeline, event| {
            !test(timeline, event)
        });
    }
}

/// Of what the shipped timeline has everywhere, there is a file where it is missing.
const SPARSE: &str = r#"Timeline(title: "T",
    categories: [(id: "c", name: "C")], sources: [(id: "s", title: "S")],
    events: [
        (id: "bare", when: "1970", title: "Bare", category: "c"),
        (id: "cited", when: "1971", title: "Cited", category: "c", sources: ["s"]),
        (id: "quoted", when: "1972", title: "Quoted", category: "c", excerpts: [(source: "s", quote: "q")]),
        (id: "named", when: "1973", title: "Named", title_ja: "名", category: "c"),
        (id: "from", when: "1974", title: "From", category: "c", links: [(to: "to", kind: LedTo)]),
        (id: "to", when: "1975", title: "To", category: "c"),
    ])"#;

#[test]
fn what_an_event_comes_with_can_be_asked_for() {
    let mut window = Window::of(SPARSE);
    assert!(window.workspace().document().diagnostics.is_empty());
    for (typed, wanted) in [
        ("has:excerpt", "quoted"),
        ("has:source", "cited quoted"),
        ("has:japanese", "named"),
        ("has:link", "from to"),
        ("-has:excerpt", "bare cited named from to"),
        ("-has:source", "bare named from to"),
        ("-has:japanese", "bare cited quoted from to"),
        ("-has:link", "bare cited quoted named"),
        ("-has:link -has:source -has:japanese", "bare"),
        ("has:link,japanese", "named from to"),
    ] {
        window.search(typed);
        assert_eq!(window.shown().join(" "), wanted, "{typed}");
        is_said(&window, typed);
    }
    let mut window = Window::shipped();
    check(&mut window, "has:link", is_linked);
}

#[test]
fn terms_together_narrow_the_view() {
    let mut window = Window::shipped();
    check(
        &mut window,
        "after:2015 significance:>=3 has:excerpt -tariff",
        |timeline, event| {
            lasts_until(event, "2015-01-01")
                && event.significance >= 3
                && !event.excerpts.is_empty()
                && !mentions(timeline, event, "tariff")
        },
    );
    assert!(!window.shown().is_empty());
}

#[test]
fn clear_brings_everything_back() {
    let mut window = Window::shipped();
    let all = window.timeline().events.len();
    for typed in [
        "tariff",
        "-category:trade",
        "significance:5 has:excerpt",
        "zzzzzz",
    ] {
        window.search(typed);
        window.click_button("Clear");
        assert_eq!(window.workspace().filter().text(), "");
        assert_eq!(window.shown().len(), all, "{typed}");
        is_said(&window, "");
    }
}

#[test]
fn only_what_matches_stays_on_the_canvas() {
    let mut window = Window::shipped();
    window.search("actor:china");
    let shown: Vec<String> = window.shown().into_iter().map(str::to_owned).collect();
    for event in &window.timeline().events {
        let on_canvas = window.all(EVENT, &window.name_of(&event.id)).len();
        assert_eq!(
            on_canvas == 1,
            shown.contains(&event.id.to_string()),
            "{}",
            event.id
        );
    }
    assert!(window.has(
        Role::Canvas,
        &format!("Timeline, {} events shown", shown.len())
    ));
}

#[test]
fn when_all_that_matches_lies_outside_the_view_there_is_a_way_to_it() {
    let mut window = Window::shipped();
    window.apply(Action::View(ViewAction::Set(TimeWindow::new(
        18_000.0, 700.0,
    ))));
    window.search("before:1860");
    let count = window.shown().len();
    window.click_button(&format!("Show the {count} events that match"));
    let view = window.view().span();
    let timeline = window.timeline();
    for id in window.shown() {
        let event = timeline.event(id).expect(id);
        assert!(view.contains(event.when.anchor()), "{id} is in view");
    }
    assert!(!window.has(Role::Button, "that match"));
}
