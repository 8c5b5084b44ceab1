//! Each thing that can be wrong with a file, once: what is said, and that nothing else is lost.

use super::{Document, Kind};
use crate::messages::Lang;

/// A timeline around these events, with a category, an actor and a source to refer to.
fn around(events: &str) -> String {
    format!(
        r##"#![enable(implicit_some)]
Timeline(
    title: "T",
    categories: [(id: "trade", name: "Trade", color: "#C4501B")],
    actors: [(id: "us", name: "United States"), (id: "japan", name: "Japan")],
    sources: [(id: "book", title: "A book", gists: ["One.", "Two."])],
    events: [
{events}
    ],
)
"##
    )
}

/// All that is said about a file, and then which events were read from it.
fn report(text: impl Into<String>) -> String {
    let document = Document::parse("t.ron", text);
    told(&document)
}

fn told(document: &Document) -> String {
    let diagnostics = document.diagnostics.iter();
    let mut told: String = diagnostics
        .map(|diagnostic| document.render(diagnostic, Lang::En))
        .collect();
    let ids = document
        .timeline
        .events
        .iter()
        .map(|event| event.id.as_ref());
    told.push_str(&format!("read: {}", ids.collect::<Vec<_>>().join(", ")));
    told
}

/// Two good events with something in between.
fn between(bad: &str) -> String {
    let good = |id: &str, year: u16| {
        format!(
            r#"        (
            id: "{id}",
            when: "{year}",
            title: "{id}",
            category: "trade",
        ),"#
        )
    };
    around(&format!(
        "{}\n{bad}\n{}",
        good("first", 1960),
        good("last", 1990)
    ))
}

#[test]
fn a_good_file_says_nothing() {
    let event = r##"        (id: "a", when: "1971-08-15", title: r#"A "raw" one"#, title_ja: Some("あ"), category: "trade",
         actors: ["us", "japan"], significance: 5, summary: "With \"marks\" and a
second line.", excerpts: [(source: "book", paragraph: 2, quote: "q", stance: Disputes)], sources: ["book"],
         links: [(to: "last", kind: LedTo)]), // a comment /* not a block
        /* a block /* in a block */ ( */"##;
    insta::assert_snapshot!(report(between(event)), @r"
    read: first, a, last
    ");
    let document = Document::parse("t.ron", between(event));
    let event = document.timeline.event("a").expect("the event");
    assert_eq!(event.title, "A \"raw\" one");
    assert_eq!(event.title_ja.as_deref(), Some("あ"));
    assert_eq!(event.summary, "With \"marks\" and a\nsecond line.");
    assert_eq!(
        (event.significance, event.actors.len(), event.links.len()),
        (5, 2, 1)
    );
}

#[test]
fn bad_date() {
    let event = r#"        (id: "a", when: "1971-15-08", title: "A", category: "trade"),"#;
    insta::assert_snapshot!(report(between(event)), @r#"
    t.ron:14:25: error: expected a month from 01 to 12 (or a season from 21 to 24) but found `15`
        14 |         (id: "a", when: "1971-15-08", title: "A", category: "trade"),
           |                         ^^^^^^^^^^^^
           = hint: did you mean 1971-08-15?
    read: first, last
    "#);
}

#[test]
fn bad_end_of_an_interval() {
    let event =
        r#"        (id: "a", when: "1945-09-02/1952-14-28", title: "A", category: "trade"),"#;
    insta::assert_snapshot!(report(between(event)), @r#"
    t.ron:14:37: error: expected a month from 01 to 12 (or a season from 21 to 24) but found `14`
        14 |         (id: "a", when: "1945-09-02/1952-14-28", title: "A", category: "trade"),
           |                                     ^^^^^^^^^^
    read: first, last
    "#);
}

#[test]
fn date_without_quotation_marks() {
    let event = r#"        (id: "a", when: 1971-08-15, title: "A", category: trade),"#;
    insta::assert_snapshot!(report(between(event)), @r#"
    t.ron:14:25: error: expected a text in quotation marks but found `1971-08-15`
        14 |         (id: "a", when: 1971-08-15, title: "A", category: trade),
           |                         ^^^^^^^^^^
           = hint: write "1971-08-15"
    t.ron:14:59: error: expected a text in quotation marks but found `trade`
        14 |         (id: "a", when: 1971-08-15, title: "A", category: trade),
           |                                                           ^^^^^
           = hint: write "trade"
    read: first, a, last
    "#);
}

#[test]
fn unknown_category() {
    let event = r#"        (id: "a", when: "1971", title: "A", category: "tarde"),"#;
    insta::assert_snapshot!(report(between(event)), @r#"
    t.ron:14:55: error: expected the id of a known category but found `tarde`
        14 |         (id: "a", when: "1971", title: "A", category: "tarde"),
           |                                                       ^^^^^^^
           = hint: did you mean `trade`?
    read: first, a, last
    "#);
    let document = Document::parse("t.ron", between(event));
    let lanes: Vec<_> = document
        .timeline
        .categories
        .iter()
        .map(|lane| lane.id.as_ref())
        .collect();
    assert_eq!(lanes, ["trade", "uncategorised"]);
}

#[test]
fn unknown_actor_and_source() {
    let event = r#"        (id: "a", when: "1971", title: "A", category: "trade", actors: ["us", "jpan"], sources: ["nowhere"]),"#;
    insta::assert_snapshot!(report(between(event)), @r#"
    t.ron:14:79: error: expected the id of a known actor but found `jpan`
        14 |         (id: "a", when: "1971", title: "A", category: "trade", actors: ["us", "jpan"], sources: ["no…
           |                                                                               ^^^^^^
           = hint: did you mean `japan`?
    t.ron:14:98: error: expected the id of a known source but found `nowhere`
        14 | …: "A", category: "trade", actors: ["us", "jpan"], sources: ["nowhere"]),
           |                                                              ^^^^^^^^^
           = hint: known: book
    read: first, a, last
    "#);
}

#[test]
fn duplicate_id() {
    let event = r#"        (id: "first", when: "1971", title: "A", category: "trade"),"#;
    insta::assert_snapshot!(report(between(event)), @r#"
    t.ron:14:14: error: expected an id that no other event has, but found `first` again
        14 |         (id: "first", when: "1971", title: "A", category: "trade"),
           |              ^^^^^^^
           = note: t.ron:9:17: the first is here
           = hint: until it is changed, this one is called `first (2)`
    read: first, first (2), last
    "#);
}

#[test]
fn dangling_link_and_a_link_to_itself() {
    let event = r#"        (id: "a", when: "1971", title: "A", category: "trade",
         links: [(to: "lats", kind: LedTo), (to: "a", kind: SeeAlso), (to: "first", kind: Follows)]),"#;
    insta::assert_snapshot!(report(between(event)), @r#"
    t.ron:15:23: error: expected the id of a known event but found `lats`
        15 |          links: [(to: "lats", kind: LedTo), (to: "a", kind: SeeAlso), (to: "first", kind: Follows)])…
           |                       ^^^^^^
           = hint: did you mean `last`?
    t.ron:15:50: warning: expected a link to another event, but this one leads to itself
        15 |          links: [(to: "lats", kind: LedTo), (to: "a", kind: SeeAlso), (to: "first", kind: Follows)])…
           |                                                  ^^^
    read: first, a, last
    "#);
}

#[test]
fn link_to_an_event_that_could_not_be_read() {
    let events = r#"        (id: "a", when: "1971-99", title: "A", category: "trade"),
        (id: "b", when: "1972", title: "B", category: "trade", links: [(to: "a", kind: Recalls)]),"#;
    insta::assert_snapshot!(report(between(events)), @r#"
    t.ron:14:25: error: expected a month from 01 to 12 (or a season from 21 to 24) but found `99`
        14 |         (id: "a", when: "1971-99", title: "A", category: "trade"),
           |                         ^^^^^^^^^
           = hint: did you mean 1971/1999?
    t.ron:15:77: warning: `a` could not be read, so nothing leads to it
        15 |         (id: "b", when: "1972", title: "B", category: "trade", links: [(to: "a", kind: Recalls)]),
           |                                                                             ^^^
           = note: t.ron:14:14: it is here
    read: first, b, last
    "#);
}

#[test]
fn entry_not_closed() {
    let event = r#"        (
            id: "a",
            when: "1971",
            title: "A",
            category: "trade","#;
    insta::assert_snapshot!(report(between(event)), @r"
    t.ron:14:9: error: expected `)` to close this bracket before `(`
        14 |         (
           |         ^
           = note: t.ron:19:9: expected `)` before this
    read: first, a, last
    ");
}

#[test]
fn list_not_closed() {
    let event = r#"        (
            id: "a",
            when: "1971",
            title: "A",
            actors: ["us", "japan",
            category: "trade",
        ),"#;
    insta::assert_snapshot!(report(between(event)), @r#"
    t.ron:18:21: error: expected `]` to close this bracket before `category`
        18 |             actors: ["us", "japan",
           |                     ^
           = note: t.ron:19:13: expected `]` before this
    read: first, a, last
    "#);
}

#[test]
fn entry_closed_twice() {
    let event = r#"        (id: "a", when: "1971", title: "A", category: "trade")),"#;
    insta::assert_snapshot!(report(between(event)), @r#"
    t.ron:14:63: error: expected nothing to close here, but found `)`
        14 |         (id: "a", when: "1971", title: "A", category: "trade")),
           |                                                               ^
           = hint: take this bracket away, or put the missing opening one before it
    read: first, a, last
    "#);
}

#[test]
fn list_of_events_closed_too_early() {
    let event = r#"        (id: "a", when: "1971", title: "A", category: "trade")],"#;
    insta::assert_snapshot!(report(between(event)), @r#"
    t.ron:14:63: error: expected the end of `events` here, but more entries follow
        14 |         (id: "a", when: "1971", title: "A", category: "trade")],
           |                                                               ^
           = note: t.ron:15:9: the next entry is here
           = hint: take this bracket away
    read: first, a, last
    "#);
}

#[test]
fn entry_closed_too_early() {
    let event = r#"        (
            id: "a",
            when: "1971",
            title: "A"),
            category: "trade",
            actors: ["us"],
        ),"#;
    insta::assert_snapshot!(report(between(event)), @r#"
    t.ron:18:13: error: expected an entry that begins with `(` but found the field `category`
        18 |             category: "trade",
           |             ^^^^^^^^
           = hint: is the entry before it closed too early?
    read: first, a, last
    "#);
}

#[test]
fn list_of_events_not_closed() {
    let text = r#"Timeline(
    events: [
        (id: "a", when: "1971", title: "A"),
        (id: "b", when: "1972", title: "B"),
    stories: [(id: "s", title: "S", steps: [(event: "b")])],
)
"#;
    insta::assert_snapshot!(report(text), @r"
    t.ron:2:13: error: expected `]` to close this bracket before `stories`
        2 |     events: [
          |             ^
          = note: t.ron:5:5: expected `]` before this
    read: a, b
    ");
    let document = Document::parse("t.ron", text);
    assert_eq!(document.timeline.stories.len(), 1);
}

#[test]
fn file_cut_off() {
    let text = between("");
    let cut = text.find("1990").expect("the last event");
    insta::assert_snapshot!(report(&text[..cut]), @r#"
    t.ron:15:9: error: expected `)` to close this bracket but found the end of the file
        15 |         (
           |         ^
           = hint: brackets still open around it: 2; is the end of the file missing?
    t.ron:15:9: error: expected the field `title`, but this entry has none
        15 |         (
           |         ^
           = hint: add `title: "…"`
    t.ron:17:19: error: expected a quotation mark at the end of the text that begins here
        17 |             when: "
           |                   ^
           = hint: put `"` where the text ends
    t.ron:17:19: error: expected a date such as 1971-08-15 but found nothing
        17 |             when: "
           |                   ^
           = hint: write a date such as 1971, 1971-08 or 1971-08-15
    read: first
    "#);
}

#[test]
fn missing_closing_quotation_mark() {
    let event = r#"        (
            id: "a",
            when: "1971",
            title: "The dollar (and the yen),
            category: "trade",
        ),"#;
    insta::assert_snapshot!(report(between(event)), @r#"
    t.ron:17:20: error: expected a quotation mark at the end of the text that begins here
        17 |             title: "The dollar (and the yen),
           |                    ^
           = hint: put `"` where the text ends
    read: first, a, last
    "#);
    let document = Document::parse("t.ron", between(event));
    let event = document.timeline.event("a").expect("the event");
    assert_eq!(
        (event.title.as_str(), event.category),
        ("The dollar (and the yen)", 0)
    );
}

#[test]
fn missing_closing_quotation_mark_in_one_line() {
    let event = r#"        (id: "a", when: "1971", title: "The dollar, category: "trade", actors: ["us, "japan"]),"#;
    insta::assert_snapshot!(report(between(event)), @r#"
    t.ron:14:40: error: expected a quotation mark at the end of the text that begins here
        14 |         (id: "a", when: "1971", title: "The dollar, category: "trade", actors: ["us, "japan"]),
           |                                        ^
           = hint: put `"` where the text ends
    t.ron:14:81: error: expected a quotation mark at the end of the text that begins here
        14 |         (id: "a", when: "1971", title: "The dollar, category: "trade", actors: ["us, "japan"]),
           |                                                                                 ^
           = hint: put `"` where the text ends
    read: first, a, last
    "#);
    let document = Document::parse("t.ron", between(event));
    let event = document.timeline.event("a").expect("the event");
    assert_eq!(
        (event.title.as_str(), event.actors.len()),
        ("The dollar", 2)
    );
}

#[test]
fn missing_opening_quotation_mark() {
    let event = r#"        (
            id: "a",
            when: "1971",
            title: The dollar leaves gold",
            category: "trade",
        ),"#;
    insta::assert_snapshot!(report(between(event)), @r#"
    t.ron:17:20: error: expected a quotation mark before this text
        17 |             title: The dollar leaves gold",
           |                    ^^^^^^^^^^^^^^^^^^^^^^
           = hint: put `"` around the text
    read: first, a, last
    "#);
}

#[test]
fn quotation_marks_inside_a_text() {
    let event =
        r#"        (id: "a", when: "1971", title: "The "Nixon" shock", category: "trade"),"#;
    insta::assert_snapshot!(report(between(event)), @r#"
    t.ron:14:45: error: expected `,` or the end of the entry after this quotation mark, but the text goes on
        14 |         (id: "a", when: "1971", title: "The "Nixon" shock", category: "trade"),
           |                                             ^
           = hint: write `\"` for a quotation mark inside a text, or use “ and ”
    read: first, a, last
    "#);
    let document = Document::parse("t.ron", between(event));
    assert_eq!(
        document.timeline.event("a").expect("the event").title,
        "The \"Nixon\" shock"
    );
}

#[test]
fn text_that_never_ends() {
    let text = "Timeline(events: [\n (id: \"a\", when: \"1971\", title: \"A),\n])\n";
    insta::assert_snapshot!(report(text), @r#"
    t.ron:2:33: error: expected a quotation mark at the end of the text that begins here
        2 |  (id: "a", when: "1971", title: "A),
          |                                 ^
          = hint: put `"` where the text ends
    read: a
    "#);
}

#[test]
fn comment_that_never_ends() {
    let event = r#"        (id: "a", when: "1971", title: "A", category: "trade"), /* and so on"#;
    insta::assert_snapshot!(report(between(event)), @r#"
    t.ron:14:65: error: expected `*/` to end the comment that begins here
        14 |         (id: "a", when: "1971", title: "A", category: "trade"), /* and so on
           |                                                                 ^^
    read: first, a, last
    "#);
}

#[test]
fn missing_commas() {
    let events = r#"        (id: "a", when: "1971" title: "A", category: "trade")
        (id: "b", when: "1972", title: "B", category: "trade", actors: ["us" "japan"]),"#;
    insta::assert_snapshot!(report(between(events)), @r#"
    t.ron:14:31: error: expected `,` or `)` but found `title`
        14 |         (id: "a", when: "1971" title: "A", category: "trade")
           |                               ^
           = hint: put a comma here
    t.ron:14:62: error: expected `,` or `]` but found `(`
        14 |         (id: "a", when: "1971" title: "A", category: "trade")
           |                                                              ^
           = hint: put a comma here
    t.ron:15:77: error: expected `,` or `]` but found a text
        15 |         (id: "b", when: "1972", title: "B", category: "trade", actors: ["us" "japan"]),
           |                                                                             ^
           = hint: put a comma here
    read: first, a, b, last
    "#);
}

#[test]
fn missing_colon_and_equals_sign() {
    let event = r#"        (id: "a", when "1971", title = "A", category: "trade"),"#;
    insta::assert_snapshot!(report(between(event)), @r#"
    t.ron:14:24: error: expected `:` after `when` but found a text
        14 |         (id: "a", when "1971", title = "A", category: "trade"),
           |                        ^^^^^^
    t.ron:14:38: error: expected `:` after `title` but found `=`
        14 |         (id: "a", when "1971", title = "A", category: "trade"),
           |                                      ^
    read: first, a, last
    "#);
}

#[test]
fn names_in_quotation_marks() {
    let event = r#"        (id: "a", when: "1971", "title": "A", category: "trade"),"#;
    insta::assert_snapshot!(report(between(event)), @r#"
    t.ron:14:33: error: expected a field name without quotation marks
        14 |         (id: "a", when: "1971", "title": "A", category: "trade"),
           |                                 ^^^^^^^
    read: first, a, last
    "#);
}

#[test]
fn missing_value() {
    let event = r#"        (
            id: "a",
            when: "1971",
            title:
            category: "trade",
        ),"#;
    insta::assert_snapshot!(report(between(event)), @r#"
    t.ron:18:13: error: expected a value but found `category`
        18 |             category: "trade",
           |             ^^^^^^^^
    read: first, a, last
    "#);
}

#[test]
fn rubbish_in_the_middle() {
    let event = r#"        (
            id: "a",
            when: "1971",
            title: "A",
            <<<<<<< HEAD
            category: "trade",
        ),"#;
    insta::assert_snapshot!(report(between(event)), @r"
    t.ron:18:13: error: expected a field name such as `title:` but found `<`
        18 |             <<<<<<< HEAD
           |             ^
    read: first, a, last
    ");
}

#[test]
fn unknown_field() {
    let event = r#"        (id: "a", when: "1971", titel: "A", title: "A", category: "trade", colour: "red"),"#;
    insta::assert_snapshot!(report(between(event)), @r#"
    t.ron:14:33: warning: expected a field of an event but found `titel`
        14 |         (id: "a", when: "1971", titel: "A", title: "A", category: "trade", colour: "red"),
           |                                 ^^^^^
           = hint: did you mean `title`?
    t.ron:14:76: warning: expected a field of an event but found `colour`
        14 |         (id: "a", when: "1971", titel: "A", title: "A", category: "trade", colour: "red"),
           |                                                                            ^^^^^^
           = hint: known: id, when, title, title_ja, title_kana, category, actors, significance, summary, excerpts, sources, links
    read: first, a, last
    "#);
}

#[test]
fn a_reading_is_in_kana() {
    let event = r#"        (id: "a", when: "1971", title: "A", title_kana: "ニクソン・ショック（2かい）", category: "trade"),
        (id: "b", when: "1972", title: "B", title_ja: "沖縄返還", title_kana: "おきなわ返還", category: "trade"),"#;
    insta::assert_snapshot!(report(between(event)), @r#"
    t.ron:15:75: warning: expected a reading in kana but found `返`
        15 |         (id: "b", when: "1972", title: "B", title_ja: "沖縄返還", title_kana: "おきなわ返還", catego…
           |                                                                               ^^^^^^^^^^^^^^
    read: first, a, b, last
    "#);
}

#[test]
fn duplicate_field() {
    let event = r#"        (id: "a", when: "1971", when: "1972", title: "A", category: "trade"),"#;
    insta::assert_snapshot!(report(between(event)), @r#"
    t.ron:14:33: error: expected `when` once in an event but found it again
        14 |         (id: "a", when: "1971", when: "1972", title: "A", category: "trade"),
           |                                 ^^^^
           = note: t.ron:14:19: the first is here and counts
    read: first, a, last
    "#);
}

#[test]
fn missing_fields() {
    let events = r#"        (id: "a", title: "A", category: "trade"),
        (when: "1971", title: "B", category: "trade"),
        (id: "c", when: "1971", category: "trade"),"#;
    insta::assert_snapshot!(report(between(events)), @r#"
    t.ron:14:9: error: expected the field `when`, but this entry has none
        14 |         (id: "a", title: "A", category: "trade"),
           |         ^
           = hint: add `when: "1971-08-15"`
    t.ron:15:9: error: expected the field `id`, but this entry has none
        15 |         (when: "1971", title: "B", category: "trade"),
           |         ^
           = hint: add `id: "a-short-name"`
    t.ron:16:9: error: expected the field `title`, but this entry has none
        16 |         (id: "c", when: "1971", category: "trade"),
           |         ^
           = hint: add `title: "…"`
    read: first, c, last
    "#);
}

#[test]
fn wrong_types() {
    let event = r#"        (id: "a", when: "1971", title: "A", category: "trade", actors: "us", significance: "five",
         summary: ["a"], links: [(to: "last", kind: "LedTo"), 7, (to: "first", kind: LeadTo)]), "an event","#;
    insta::assert_snapshot!(report(between(event)), @r#"
    t.ron:14:72: error: expected a list in `[ ]` but found a text
        14 |         (id: "a", when: "1971", title: "A", category: "trade", actors: "us", significance: "five",
           |                                                                        ^^^^
    t.ron:14:92: error: expected a whole number from 1 to 5 but found a text
        14 | … title: "A", category: "trade", actors: "us", significance: "five",
           |                                                              ^^^^^^
           = hint: write it without quotation marks
    t.ron:15:19: error: expected a text in quotation marks but found a list
        15 |          summary: ["a"], links: [(to: "last", kind: "LedTo"), 7, (to: "first", kind: LeadTo)]), "an …
           |                   ^^^^^
    t.ron:15:53: error: expected a kind such as `LedTo` but found a text
        15 |          summary: ["a"], links: [(to: "last", kind: "LedTo"), 7, (to: "first", kind: LeadTo)]), "an …
           |                                                     ^^^^^^^
           = hint: write it without quotation marks
    t.ron:15:63: error: expected a link such as `(to: …)` but found `7`
        15 |          summary: ["a"], links: [(to: "last", kind: "LedTo"), 7, (to: "first", kind: LeadTo)]), "an …
           |                                                               ^
    t.ron:15:86: error: expected one of LedTo, ResponseTo, AmendedBy, ReplacedBy, PartOf, Follows, Recalls, SeeAlso but found `LeadTo`
        15 | …links: [(to: "last", kind: "LedTo"), 7, (to: "first", kind: LeadTo)]), "an event",
           |                                                              ^^^^^^
           = hint: did you mean `LedTo`?
    t.ron:15:97: error: expected an event such as `(id: …)` but found a text
        15 | …: "last", kind: "LedTo"), 7, (to: "first", kind: LeadTo)]), "an event",
           |                                                              ^^^^^^^^^^
    read: first, a, last
    "#);
}

#[test]
fn significance_out_of_range() {
    let event =
        r#"        (id: "a", when: "1971", title: "A", category: "trade", significance: 9),"#;
    insta::assert_snapshot!(report(between(event)), @r#"
    t.ron:14:78: warning: expected a number from 1 to 5 but found 9; 5 is used
        14 |         (id: "a", when: "1971", title: "A", category: "trade", significance: 9),
           |                                                                              ^
    read: first, a, last
    "#);
}

#[test]
fn empty_title() {
    let event = r#"        (id: "a", when: "1971", title: " ", category: "trade"),"#;
    insta::assert_snapshot!(report(between(event)), @r#"
    t.ron:14:40: warning: expected a title but found an empty text; the id is shown
        14 |         (id: "a", when: "1971", title: " ", category: "trade"),
           |                                        ^^^
    read: first, a, last
    "#);
}

#[test]
fn bad_escape() {
    let event = r#"        (id: "a", when: "1971", title: "C:\Users", category: "trade"),"#;
    insta::assert_snapshot!(report(between(event)), @r#"
    t.ron:14:41: error: expected `\"`, `\\`, `\n` or another escape that exists: unknown escape character
        14 |         (id: "a", when: "1971", title: "C:\Users", category: "trade"),
           |                                         ^^^^^^^^^
           = hint: write `\\` for a backslash
    read: first, a, last
    "#);
}

#[test]
fn long_quotation_and_a_paragraph_that_is_not_there() {
    let words = "word ".repeat(26);
    let event = format!(
        r#"        (id: "a", when: "1971", title: "A", category: "trade",
         excerpts: [(source: "book", paragraph: 3, quote: "{words}")]),"#
    );
    insta::assert_snapshot!(report(between(&event)), @r#"
    t.ron:15:49: warning: expected a paragraph from 1 to 2 but found 3
        15 |          excerpts: [(source: "book", paragraph: 3, quote: "word word word word word word word word w…
           |                                                 ^
           = hint: `book` has 2 gists, one for each paragraph
    t.ron:15:59: warning: expected a quotation of at most 25 words but found 26
        15 |          excerpts: [(source: "book", paragraph: 3, quote: "word word word word word word word word w…
           |                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    read: first, a, last
    "#);
}

#[test]
fn colours_addresses_and_paths() {
    let text = r##"Timeline(
    categories: [(id: "c", name: "C", color: "red")],
    sources: [
        (id: "a", title: "A", url: "javascript:alert(1)", text: "../../etc/passwd"),
        (id: "b", title: "B", url: "https://example.org/b", text: "b.txt"),
        (id: "c", title: "C", text: "C:\\secret.txt"),
    ],
    events: [],
)"##;
    insta::assert_snapshot!(report(text), @r##"
    t.ron:2:46: warning: expected a colour as "#RRGGBB": a hash and six hexadecimal digits
        2 |     categories: [(id: "c", name: "C", color: "red")],
          |                                              ^^^^^
    t.ron:4:36: warning: expected an address that begins with http:// or https://
        4 |         (id: "a", title: "A", url: "javascript:alert(1)", text: "../../etc/passwd"),
          |                                    ^^^^^^^^^^^^^^^^^^^^^
    t.ron:4:65: error: expected a file beside the timeline or below it, but this path leads out of its folder
        4 |         (id: "a", title: "A", url: "javascript:alert(1)", text: "../../etc/passwd"),
          |                                                                 ^^^^^^^^^^^^^^^^^^
          = hint: put the text beside the timeline file and write its name alone
    t.ron:6:37: error: expected a file beside the timeline or below it, but this path leads out of its folder
        6 |         (id: "c", title: "C", text: "C:\\secret.txt"),
          |                                     ^^^^^^^^^^^^^^^^
          = hint: put the text beside the timeline file and write its name alone
    read:
    "##);
    let document = Document::parse("t.ron", text);
    let texts: Vec<_> = document
        .timeline
        .sources
        .iter()
        .map(|source| source.text.as_deref())
        .collect();
    assert_eq!(texts, [None, Some("b.txt"), None]);
}

#[test]
fn not_utf8() {
    let mut bytes = between("").into_bytes();
    let at = bytes
        .windows(4)
        .position(|window| window == b"1960")
        .expect("the first event");
    bytes.splice(at..at, [0xE9]);
    let document = Document::from_bytes("t.ron", bytes);
    insta::assert_snapshot!(told(&document), @r#"
    t.ron:10:19: error: expected a date such as 1971-08-15, without spaces or letters, but found `�`
        10 |             when: "�1960",
           |                   ^^^^^^^
           = hint: write 1960
    t.ron:10:20: error: expected text in UTF-8 but found the byte 0xE9 at offset 336
        10 |             when: "�1960",
           |                    ^
           = hint: in the editor choose Save as, then the encoding UTF-8
    read: last
    "#);
    assert!(!document.faithful);
}

#[test]
fn utf16() {
    let text = between("");
    let units = text.encode_utf16().flat_map(u16::to_le_bytes);
    let bytes = [0xFF, 0xFE].into_iter().chain(units).collect();
    insta::assert_snapshot!(told(&Document::from_bytes("t.ron", bytes)), @r"
    t.ron:1:1: error: expected a file in UTF-8 but found UTF-16
        1 | #![enable(implicit_some)]
          | ^
          = hint: in the editor choose Save as, then the encoding UTF-8
    read: first, last
    ");
}

#[test]
fn nothing_in_it() {
    insta::assert_snapshot!(report(""), @r#"
    t.ron:1:1: error: expected a timeline but found nothing
        1 |
          | ^
          = hint: begin with `Timeline(events: [(id: "first", when: "1971-08-15", title: "…")])`
    read:
    "#);
}

#[test]
fn only_comments() {
    insta::assert_snapshot!(report("// to be written\n/* soon */\n"), @r#"
    t.ron:3:1: error: expected a timeline but found nothing
        3 |
          | ^
          = hint: begin with `Timeline(events: [(id: "first", when: "1971-08-15", title: "…")])`
    read:
    "#);
}

#[test]
fn something_else_entirely() {
    insta::assert_snapshot!(report("{\"events\": []}"), @r#"
    t.ron:1:1: error: expected `Timeline(` but found `{`
        1 | {"events": []}
          | ^
          = hint: a timeline begins with `Timeline(` and ends with `)`
    read:
    "#);
}

#[test]
fn no_events_yet() {
    insta::assert_snapshot!(report("Timeline(events: [])"), @r"
    read:
    ");
}

#[test]
fn no_list_of_events() {
    insta::assert_snapshot!(report("Timeline(title: \"T\")"), @r#"
    t.ron:1:9: warning: expected a list `events: [ … ]`, but this timeline has none
        1 | Timeline(title: "T")
          |         ^
    read:
    "#);
}

#[test]
fn a_thicket_of_brackets() {
    let text = "Timeline(events: ".to_owned() + &"[".repeat(200_000);
    insta::assert_snapshot!(report(text), @r"
    t.ron:1:18: error: expected `]` to close this bracket but found the end of the file
        1 | Timeline(events: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…
          |                  ^
          = hint: brackets still open around it: 1; is the end of the file missing?
    t.ron:1:19: error: expected an entry that begins with one `(` but found `[`
        1 | Timeline(events: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…
          |                   ^
    read:
    ");
}

#[test]
fn more_errors_than_anybody_reads() {
    let events = "(id: \"a\", when: \"x\", title: \"A\"), ".repeat(1000);
    let document = Document::parse("t.ron", format!("Timeline(events: [{events}])"));
    assert_eq!(document.errors(), 1000);
    let last = document.diagnostics.last().expect("a diagnostic");
    assert_eq!((document.diagnostics.len(), last.code), (101, "more"));
    let message = last.message.text(Lang::En);
    assert_eq!(message, "… and 900 more errors, beginning here");
}

#[test]
fn line_ends_marks_and_nulls_are_no_trouble() {
    let text = "\u{FEFF}".to_owned() + &between("").replace('\n', "\r\n");
    insta::assert_snapshot!(report(text), @r"
    read: first, last
    ");
    let text = between("").replace("first", "fi\0rst");
    assert_eq!(Document::parse("t.ron", text).timeline.events.len(), 2);
}

#[test]
fn carets_stand_below_wide_characters_and_tabs() {
    let event = "\t(id: \"日本\", title_ja: \"日米貿易摩擦\", when: \"1971\", title: \"A\", category: \"貿易\"),";
    insta::assert_snapshot!(report(between(event)), @r#"
    t.ron:14:69: error: expected the id of a known category but found `貿易`
        14 |     (id: "日本", title_ja: "日米貿易摩擦", when: "1971", title: "A", category: "貿易"),
           |                                                                                ^^^^^^
           = hint: known: trade
    read: first, 日本, last
    "#);
}

#[test]
fn long_lines_are_cut_around_the_caret() {
    let summary = "on and on ".repeat(30);
    let event = format!(
        r#"        (id: "a", when: "1971", title: "A", summary: "{summary}", category: "nope", actors: ["us"], title_ja: "{summary}"),"#
    );
    insta::assert_snapshot!(report(between(&event)), @r#"
    t.ron:14:368: error: expected the id of a known category but found `nope`
        14 | …and on on and on on and on on and on on and on ", category: "nope", actors: ["us"], title_ja: "on an…
           |                                                              ^^^^^^
           = hint: known: trade
    read: first, a, last
    "#);
}

#[test]
fn control_characters_do_not_reach_the_terminal() {
    let event = "        (id: \"a\", when: \"\u{1B}[31m\", title: \"A\", category: \"\u{1B}[2J\"),";
    assert!(!report(between(event)).contains('\u{1B}'));
}

#[test]
fn other_programs_get_bytes_and_places() {
    let document = Document::parse(
        "t.ron",
        between("        (id: \"é\", when: \"x\", title: \"A\"),"),
    );
    let diagnostic = document.diagnostics.first().expect("a diagnostic");
    let located = document.located(diagnostic);
    assert_eq!(
        document.text.get(located.byte_start..located.byte_end),
        Some("\"x\"")
    );
    assert_eq!(
        (located.line, located.column, located.end_column),
        (14, 25, 28)
    );
}

#[test]
fn the_tree_of_an_event_says_where_its_values_are() {
    let document = Document::parse("t.ron", between(""));
    let event = document.timeline.event("last").expect("the event");
    let tree = document.tree(event.range.range());
    assert_eq!(tree.range, event.range.range());
    let when = tree.field(&document.text, "when").expect("the field");
    assert_eq!(document.text.get(when.range.clone()), Some("\"1990\""));
    assert_eq!(when.kind, Kind::Text(None));
}

#[test]
fn order_is_that_of_time() {
    let events = r#"        (id: "day", when: "1971-07-02", title: "A", category: "trade"),
        (id: "year", when: "1971", title: "B", category: "trade"),
        (id: "war", when: "1941/1945", title: "C", category: "trade", links: [(to: "day", kind: LedTo)]),"#;
    let document = Document::parse("t.ron", between(events));
    let ids: Vec<_> = document
        .timeline
        .events
        .iter()
        .map(|event| event.id.as_ref())
        .collect();
    assert_eq!(ids.first(), Some(&"war"));
    assert_eq!(ids.last(), Some(&"last"));
    let day = document.timeline.event_index("day").expect("the event");
    let connections = document.timeline.connections(day);
    assert_eq!(connections.len(), 1);
    assert!(
        connections
            .iter()
            .all(|connection| !connection.outgoing && connection.other == 0)
    );
}

#[test]
fn what_is_wrong_is_said_in_the_language_of_whoever_reads_it() {
    let text = r#"Timeline(events: [(id: "a", when: "1971-15-08", title: "A", actors: ["b"])])"#;
    let document = Document::parse("t.ron", text);
    let rendered = document.diagnostics.iter();
    let rendered: String = rendered
        .map(|diagnostic| document.render(diagnostic, Lang::Ja))
        .collect();
    for said in [
        "t.ron:1:35: エラー: 01から12までの月（または21から24までの季節）が必要ですが、`15`があります\n",
        "= ヒント: もしかして：1971-08-15\n",
    ] {
        assert!(rendered.contains(said), "{rendered}");
    }
}
