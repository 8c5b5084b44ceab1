//! Each remark once, as it is said; and files that deserve none.

use super::*;
use crate::messages::{Lang, Message};

fn told(text: &str, articles: &Articles) -> String {
    let document = Document::parse("t.ron", text);
    assert!(
        document.diagnostics.is_empty(),
        "{:?}",
        document.diagnostics
    );
    let remarks = review(&document, articles);
    remarks
        .iter()
        .map(|remark| document.render(remark, Lang::En))
        .collect()
}

fn of_events(events: &str) -> String {
    told(
        &format!("Timeline(events: [\n{events}\n])"),
        &Articles::new(),
    )
}

#[test]
fn a_plain_file_is_not_told_off() {
    let plain = r#"(id: "a", when: "1971", title: "A"), (id: "b", when: "0500", title: "B", significance: 5)"#;
    assert_eq!(of_events(plain), "");
    assert_eq!(of_events(""), "");
}

#[test]
fn links_against_time() {
    insta::assert_snapshot!(of_events(r#"
        (id: "first", when: "1940-07", title: "First", links: [(to: "second", kind: ResponseTo), (to: "second", kind: LedTo)]),
        (id: "second", when: "1941-08-01", title: "Second", links: [(to: "first", kind: ReplacedBy), (to: "first", kind: SeeAlso)]),
        (id: "part", when: "1943", title: "Part", links: [(to: "whole", kind: PartOf)]),
        (id: "whole", when: "1941-08-01/1942-05", title: "Whole"),"#), @r#"
    t.ron:3:64: warning: expected ResponseTo to point at something earlier, but `first` is of 1940-07 and `second` of 1941-08-01
        3 |         (id: "first", when: "1940-07", title: "First", links: [(to: "second", kind: ResponseTo), (to…
          |                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          = hint: turn the link round, change its kind, or mend a date
    t.ron:4:69: warning: expected ReplacedBy to point at something later, but `second` is of 1941-08-01 and `first` of 1940-07
        4 |         (id: "second", when: "1941-08-01", title: "Second", links: [(to: "first", kind: ReplacedBy),…
          |                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          = hint: turn the link round, change its kind, or mend a date
    t.ron:5:59: warning: expected PartOf to point at something of the same time, but `part` is of 1943 and `whole` of 1941-08-01/1942-05
        5 |         (id: "part", when: "1943", title: "Part", links: [(to: "whole", kind: PartOf)]),
          |                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^
          = hint: turn the link round, change its kind, or mend a date
    "#);
}

#[test]
fn links_that_dates_cannot_judge_are_let_be() {
    for (from, to) in [
        ("1941", "1941-01-01"),
        ("1941-12-08", "1941-12-07T07:48:00-10:30"),
        ("1941-12-07/1945", "1941-12-07"),
        ("../1950", "1900"),
        ("1941-03/1941-11", "1941-03-08"),
    ] {
        let events = format!(
            r#"(id: "a", when: "{from}", title: "A", links: [(to: "b", kind: LedTo)]), (id: "b", when: "{to}", title: "B")"#
        );
        assert_eq!(of_events(&events), "", "{from} led to {to}");
    }
}

#[test]
fn steps_beside_their_event() {
    let text = r#"Timeline(
    events: [(id: "a", when: "1971", title: "A")],
    stories: [(id: "s", title: "S", steps: [(event: "a", window: "1970/1975"), (event: "a", window: "1980/1990")])],
)"#;
    insta::assert_snapshot!(told(text, &Articles::new()), @r#"
    t.ron:3:101: warning: expected step 2 of the story `s` to show `a` of 1971, but its window is 1980/1990
        3 | …s: [(event: "a", window: "1970/1975"), (event: "a", window: "1980/1990")])],
          |                                                              ^^^^^^^^^^^
          = hint: widen the step's window
    "#);
}

#[test]
fn a_step_behind_one_that_cannot_be_read_is_pointed_at() {
    let text = r#"Timeline(events: [(id: "a", when: "1971", title: "A", summary: "S.")],
    stories: [(id: "s", title: "S", steps: [
        "no step",
        (event: "a", window: "1980/1990"),
    ])])"#;
    let document = Document::parse("t.ron", text);
    let remarks = review(&document, &Articles::new());
    let found: Vec<_> = remarks
        .iter()
        .filter(|remark| remark.code == "step-out-of-view")
        .map(|remark| document.text.get(remark.range.clone()))
        .collect();
    assert_eq!(found, [Some("\"1980/1990\"")]);
}

#[test]
fn steps_without_what_they_show() {
    let text = r#"Timeline(
    events: [
        (id: "a", when: "1971", title: "A", excerpts: [(source: "work", quote: "words"), (source: "work", quote: "others")]),
        (id: "b", when: "1972", title: "B", sources: ["work"], links: [(to: "c", kind: LedTo)]),
        (id: "c", when: "1973", title: "C", sources: ["work"]),
        (id: "d", when: "1974", title: "D", sources: ["work"]),
    ],
    sources: [(id: "work", title: "Work")],
    series: [(id: "yen", points: [("1970", 360)])],
    stories: [(id: "s", title: "S", steps: [
        (show: Series, event: "a"),
        (show: Links),
        (show: Excerpt, window: "1970/1975"),
        (event: "c", show: Excerpt),
        (event: "a", show: Excerpt, excerpt: 3),
        (event: "d", show: Links),
        (window: "1972/1973", events: ["b", "d", "a"]),
    ])],
)"#;
    insta::assert_snapshot!(told(text, &Articles::new()), @r#"
    t.ron:11:16: warning: expected step 1 of the story `s` to name a series, since it shows Series, but it names none
        11 |         (show: Series, event: "a"),
           |                ^^^^^^
           = hint: add `series: "…"`, or take `show` out
    t.ron:12:16: warning: expected step 2 of the story `s` to name an event, since it shows Links, but it names none
        12 |         (show: Links),
           |                ^^^^^
           = hint: add `event: "…"`, or take `show` out
    t.ron:13:16: warning: expected step 3 of the story `s` to name an event, since it shows Excerpt, but it names none
        13 |         (show: Excerpt, window: "1970/1975"),
           |                ^^^^^^^
           = hint: add `event: "…"`, or take `show` out
    t.ron:14:28: warning: expected step 4 of the story `s` to show a quotation of `c`, but it has none
        14 |         (event: "c", show: Excerpt),
           |                            ^^^^^^^
           = hint: add one to the event's `excerpts`, or let the step show Event
    t.ron:15:46: warning: expected step 5 of the story `s` to show one of the quotations of `a`, 1 to 2, but found 3
        15 |         (event: "a", show: Excerpt, excerpt: 3),
           |                                              ^
           = hint: write `excerpt: 2` for the last of them
    t.ron:16:28: warning: expected step 6 of the story `s` to show what `d` is linked with, but it has no links
        16 |         (event: "d", show: Links),
           |                            ^^^^^
           = hint: name what it leads to with `events: ["…"]`, or link the event
    t.ron:17:18: warning: expected step 7 of the story `s` to show `d` of 1974, but its window is 1972/1973
        17 |         (window: "1972/1973", events: ["b", "d", "a"]),
           |                  ^^^^^^^^^^^
           = hint: widen the step's window
    t.ron:17:18: warning: expected step 7 of the story `s` to show `a` of 1971, but its window is 1972/1973
        17 |         (window: "1972/1973", events: ["b", "d", "a"]),
           |                  ^^^^^^^^^^^
           = hint: widen the step's window
    "#);
}

#[test]
fn steps_that_show_what_they_name_are_let_be() {
    let text = r#"Timeline(
    events: [
        (id: "a", when: "1971", title: "A", excerpts: [(source: "work", quote: "words")]),
        (id: "b", when: "1972", title: "B", sources: ["work"], links: [(to: "a", kind: Follows)]),
    ],
    sources: [(id: "work", title: "Work")],
    series: [(id: "yen", points: [("1970", 360)])],
    stories: [(id: "s", title: "S", steps: [
        (series: "yen"), (show: Series, series: "yen", window: "1970"), (show: Window), (),
        (event: "a", show: Excerpt), (event: "a", show: Excerpt, excerpt: 1), (event: "a", excerpt: 7),
        (event: "a", show: Links), (event: "b", show: Links, events: ["a"]), (event: "b", show: Event),
        (events: ["a", "b"], window: "1971-12/1972-01"),
    ])],
)"#;
    assert_eq!(told(text, &Articles::new()), "");
}

const QUOTING: &str = r#"Timeline(
    sources: [(id: "work", title: "Work", text: "work.txt")],
    events: [(id: "a", when: "1971", title: "A", excerpts: [
        (source: "work", paragraph: 1, quote: "plain words here"),
        (source: "work", paragraph: 1, quote: "second place"),
        (source: "work", quote: "second place"),
        (source: "work", paragraph: 2, quote: "never said"),
    ])],
)"#;

#[test]
fn quotations_that_are_not_verbatim() {
    let text = "Title\n\nOne has plain\n  words here.\n\nTwo has a second place.".to_owned();
    insta::assert_snapshot!(told(QUOTING, &Articles::from([(0, Ok(text))])), @r#"
    t.ron:5:9: warning: expected words of `work` but `second place` stand in paragraph 2, not 1
        5 |         (source: "work", paragraph: 1, quote: "second place"),
          |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          = hint: write paragraph: 2
    t.ron:7:9: warning: expected words of `work` but `never said` do not stand in its text
        7 |         (source: "work", paragraph: 2, quote: "never said"),
          |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          = hint: copy the words from the text, to the letter
    "#);
}

#[test]
fn a_text_that_cannot_be_read() {
    let articles = Articles::from([(
        0,
        Err(Message::new("editing-title").with("title", "no such file")),
    )]);
    insta::assert_snapshot!(told(QUOTING, &articles), @r#"
    t.ron:2:49: warning: the text of `work` cannot be read: no such file
        2 |     sources: [(id: "work", title: "Work", text: "work.txt")],
          |                                                 ^^^^^^^^^^
    "#);
}

#[test]
fn days_of_the_week() {
    insta::assert_snapshot!(of_events(r#"(id: "a", when: "1941-12-07", title: "A Saturday", summary: "Early on Sunday, 7 December, and on Friday, 8 December 1941, many people of both countries heard of it by radio.")"#), @r#"
    t.ron:2:38: warning: 1941-12-07 was a Sunday, but the text says Saturday
        2 | (id: "a", when: "1941-12-07", title: "A Saturday", summary: "Early on Sunday, 7 December, and on Fri…
          |                                      ^^^^^^^^^^^^
          = hint: one of the two is mistaken
    t.ron:2:61: warning: 1941-12-08 was a Monday, but the text says Friday
        2 | (id: "a", when: "1941-12-07", title: "A Saturday", summary: "Early on Sunday, 7 December, and on Fri…
          |                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          = hint: one of the two is mistaken
    "#);
}

#[test]
fn what_the_rest_of_the_file_has() {
    let event = |id: u8, rest: &str| {
        format!(
            r#"(id: "e{id}", when: "19{id}", title: "E", title_ja: "出来事", sources: ["used"], {rest}),"#
        )
    };
    let mut events: String = (10..30).map(|id| event(id, "significance: 5")).collect();
    events
        .push_str("\n(id: \"bare\", when: \"1850\", title: \"Bare\", summary: \"Too short.\"),\n");
    let text = format!(
        "Timeline(\neras: [(title: \"Era\", when: \"1900/1950\")],\nsources: [(id: \"used\", title: \"U\"), (id: \"unused\", title: \"N\")],\nevents: [\n{events}])"
    );
    let told = told(&text, &Articles::new());
    let first_lines: Vec<_> = told
        .lines()
        .filter(|line| line.starts_with("t.ron"))
        .collect();
    insta::assert_snapshot!(first_lines.join("\n"), @r#"
    t.ron:2:16: warning: the era `Era` has no Japanese name, others have
    t.ron:3:42: warning: nothing cites the source `unused`
    t.ron:5:89: warning: 20 of 21 events have the significance 5: what is a turning point if so many are?
    t.ron:6:6: warning: `bare` cites no source
    t.ron:6:20: warning: 1850 lies outside all eras, nearly all other events lie within
    t.ron:6:35: warning: `bare` has no Japanese title, others have
    t.ron:6:52: warning: expected a summary of 15 to 80 words but found 2
    "#);
}

#[test]
fn what_lacks_its_japanese_beside_the_events() {
    let text = r#"Timeline(
        title: "T", title_ja: "年表",
        categories: [(id: "c", name: "C"), (id: "d", name: "D", name_ja: "丁")],
        actors: [(id: "a", name: "A"), (id: "b", name: "B", name_ja: " "), (id: "c", name: "C"), (id: "d", name: "D"), (id: "e", name: "E", name_ja: "戊")],
        eras: [(title: "占領", when: "1945/1952"), (title: "Peace", when: "1953/1960")],
        series: [(id: "yen", title: "Yen", points: [("1970", 360)]), (id: "bare", points: [("1970", 1)])],
        events: [(id: "e", when: "1971", title: "E", title_ja: "件")],
        stories: [(id: "s", title: "S", title_ja: "話", steps: [(title: "One", event: "e"), (title: "Two", title_ja: "二", event: "e")])],
    )"#;
    let said = told(text, &Articles::new());
    let first_lines: Vec<_> = said
        .lines()
        .filter(|line| line.starts_with("t.ron"))
        .collect();
    insta::assert_snapshot!(first_lines.join("\n"), @r#"
    t.ron:3:38: warning: the category `c` has no Japanese name, others have
    t.ron:4:34: warning: 4 of 5 actors have no Japanese name, the first is `a`
    t.ron:5:58: warning: the era `Peace` has no Japanese name, others have
    t.ron:6:37: warning: the series `yen` has no Japanese name, others have
    t.ron:8:72: warning: step 1 of the story `s` has no Japanese title, others have
    "#);
    let untitled = text.replace(", title_ja: \"年表\"", "");
    let said = told(&untitled, &Articles::new());
    assert!(
        said.contains("t.ron:2:16: warning: the timeline has no Japanese title"),
        "{said}"
    );
    let plain = untitled.replace(", name_ja: \"丁\"", "");
    let plain = plain
        .replace(", name_ja: \"戊\"", "")
        .replace(", title_ja: \"話\"", "");
    let plain = plain
        .replace(", title_ja: \"件\"", "")
        .replace(", title_ja: \"二\"", "");
    assert_eq!(
        told(&plain, &Articles::new()),
        "",
        "a file of one language lacks none"
    );
}

#[test]
fn of_many_alike_some_are_listed_and_the_rest_counted() {
    let events: String = (0..50)
        .map(|id| format!(r#"(id: "e{id}", when: "1971", title: "E", summary: "Short."),"#))
        .collect();
    let document = Document::parse("t.ron", format!("Timeline(events: [{events}])"));
    let remarks = review(&document, &Articles::new());
    assert_eq!(remarks.len(), 20);
    let hints = remarks.last().map(|last| last.hints.as_slice());
    let Some([more]) = hints else {
        panic!("{hints:?}")
    };
    assert_eq!(more.text(Lang::En), "30 more like this");
}

#[test]
fn millions_of_quotations_of_a_long_text_are_judged_up_to_a_limit() {
    let excerpts = r#"(source: "work", quote: "never said"), "#.repeat(3000);
    let text = format!(
        r#"Timeline(sources: [(id: "work", title: "Work", text: "work.txt")], events: [(id: "a", when: "1971", title: "A", excerpts: [{excerpts}])])"#
    );
    let article = format!("Title\n\n{}", "word ".repeat(1 << 20));
    let document = Document::parse("t.ron", text);
    let remarks = review(&document, &Articles::from([(0, Ok(article))]));
    let more = remarks.last().and_then(|last| last.hints.last());
    // 2 GiB are searched of a text of 5 MiB, and 20 remarks are listed.
    let more = more.map(|more| more.text(Lang::En));
    assert_eq!(more.as_deref(), Some("390 more like this"));
}

#[test]
fn what_is_misquoted_is_found_elsewhere_or_compared() {
    let article =
        "Title\n\nIt came\nas a surprise.\n\nThe end was received as a moment of relief in Tokyo.";
    assert_eq!(
        super::misquoted(article, Some(1), "came as a surprise"),
        None
    );
    assert_eq!(super::misquoted(article, None, "moment of relief"), None);
    let astray = super::misquoted(article, Some(1), "moment of relief").unwrap();
    assert_eq!(astray.elsewhere, Some(2));
    let slip = super::misquoted(article, Some(2), "a moment of releif").unwrap();
    assert_eq!(
        (slip.elsewhere, slip.like.as_deref()),
        (None, Some("a moment of relief"))
    );
    assert_eq!(
        super::misquoted(article, Some(9), "nowhere").unwrap().like,
        None
    );
}
