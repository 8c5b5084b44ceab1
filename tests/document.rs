//! Whatever happens to a file, reading it ends, and what is said about it points into it.

use std::collections::BTreeSet;

use proptest::prelude::*;
use transpacific::document::Document;
use transpacific::messages::Lang;

const EVENTS: usize = 9;
/// The entry that is damaged.
const HURT: usize = 4;

/// Ways in which people lay out an event.
#[derive(Debug, Clone, Copy)]
enum Layout {
    Lines,
    Compact,
    OneLine,
    /// Nothing is indented, so that nothing but brackets says what is inside what.
    Flush,
}

/// Those from which one can see where an event begins.
const CLEAR: [Layout; 3] = [Layout::Lines, Layout::Compact, Layout::OneLine];

fn event(index: usize, layout: Layout) -> String {
    let year = 1950 + index;
    let fields = [
        format!(r#"id: "event-{index}""#),
        format!(r#"when: "{year}-08-15""#),
        format!(r#"title: "Shock {index}: the dollar (and the yen), again""#),
        r#"title_ja: "ニクソン・ショック""#.to_owned(),
        r#"category: "trade""#.to_owned(),
        r#"actors: ["us", "japan"]"#.to_owned(),
        "significance: 5".to_owned(),
        r#"summary: "Two or three sentences, one \"quoted\". With [brackets].""#.to_owned(),
        r#"excerpts: [(source: "book", paragraph: 1, quote: "so it says", stance: Context)]"#
            .to_owned(),
        format!(
            r#"links: [(to: "event-{}", kind: LedTo), (to: "event-{}", kind: SeeAlso)]"#,
            (index + 1) % EVENTS,
            (index + 7) % EVENTS
        ),
    ];
    match layout {
        Layout::Lines => format!(
            "        (\n            {},\n        ),\n",
            fields.join(",\n            ")
        ),
        Layout::Compact => format!("        ({}),\n", fields.join(",\n         ")),
        Layout::OneLine => format!("        ({}),\n", fields.join(", ")),
        Layout::Flush => {
            let text = format!("({},\n),\n", fields.join(",\n"));
            text.replace("[(", "[\n(")
                .replace("), (", "),\n(")
                .replace(")]", ")\n]")
        }
    }
}

const HEAD: &str = r##"#![enable(implicit_some)]
Timeline(
    title: "T",
    categories: [(id: "trade", name: "Trade", color: "#C4501B")],
    actors: [(id: "us", name: "United States"), (id: "japan", name: "Japan")],
    sources: [(id: "book", title: "A book", gists: ["One.", "Two."])],
    events: [
"##;
const TAIL: &str = r#"    ],
    series: [(id: "yen", title: "Yen per dollar", unit: "¥", points: [("1971", 349.3), ("1972", 303)])],
    stories: [(id: "s", title: "A story", steps: [(event: "event-1", window: "1950/1955", note: "Ask.")])],
)
"#;

/// The sample, and where the entry to be hurt lies.
fn sample(layout: Layout) -> (String, std::ops::Range<usize>) {
    let before: String = (0..HURT).map(|index| event(index, layout)).collect();
    let after: String = (HURT + 1..EVENTS)
        .map(|index| event(index, layout))
        .collect();
    let hurt = event(HURT, layout);
    let start = HEAD.len() + before.len();
    let range = start..start + hurt.len();
    (format!("{HEAD}{before}{hurt}{after}{TAIL}"), range)
}

fn events_of(document: &Document) -> BTreeSet<String> {
    let events = document.timeline.events.iter();
    events.map(|event| event.id.as_ref().to_owned()).collect()
}

/// The events other than the one hurt that are gone.
fn lost(text: String) -> Vec<usize> {
    let document = Document::parse("t.ron", text);
    check_ranges(&document);
    let left = events_of(&document);
    let others = (0..EVENTS).filter(|&index| index != HURT);
    others
        .filter(|index| !left.contains(&format!("event-{index}")))
        .collect()
}

fn check_ranges(document: &Document) {
    let text = &document.text;
    let inside = |range: &std::ops::Range<usize>| text.get(range.clone()).is_some();
    for diagnostic in &document.diagnostics {
        assert!(inside(&diagnostic.range), "{diagnostic:?}");
        assert!(
            diagnostic
                .related
                .as_ref()
                .is_none_or(|(range, _)| inside(range)),
            "{diagnostic:?}"
        );
        assert!(!document.render(diagnostic, Lang::En).is_empty());
        let located = document.located(diagnostic);
        assert!((located.line, located.column) <= (located.end_line, located.end_column));
    }
    for event in &document.timeline.events {
        assert!(inside(&event.range.range()), "{event:?}");
        assert_eq!(
            document.tree(event.range.range()).range.start,
            event.range.range().start
        );
    }
    assert!(document.diagnostics.len() <= 202);
}

#[test]
fn the_samples_are_good() {
    for layout in CLEAR.into_iter().chain([Layout::Flush]) {
        let document = Document::parse("t.ron", sample(layout).0);
        assert!(
            document.diagnostics.is_empty(),
            "{:?}",
            document.diagnostics
        );
        assert_eq!(document.timeline.events.len(), EVENTS);
    }
}

#[test]
fn a_deleted_character_costs_at_most_its_entry_and_a_neighbour() {
    for layout in CLEAR {
        let (text, hurt) = sample(layout);
        for at in hurt.clone().filter(|&at| text.is_char_boundary(at)) {
            let mut text = text.clone();
            let removed = text.remove(at);
            let lost = lost(text);
            assert!(
                lost.iter()
                    .all(|&index| index == HURT - 1 || index == HURT + 1)
                    && lost.len() < 2,
                "{layout:?}: without {removed:?} at {}: lost {lost:?}",
                at - hurt.start
            );
        }
    }
}

#[test]
fn an_insertion_costs_at_most_its_entry_and_a_neighbour() {
    let extras = [
        "\"", "(", ")", "[", "]", ",", ":", "x", "/", "'", "#", "{", "\\", "=\n", "\n", ":\n",
        "a:", "\"\n", "(\n", ")\n", "]\n", "[\n", "\n(", "\n)", "\n]", "//", "/*", "\\\"", "r#\"",
    ];
    for (layout, extra) in CLEAR
        .into_iter()
        .flat_map(|layout| extras.map(|extra| (layout, extra)))
    {
        let (text, hurt) = sample(layout);
        let places = hurt.clone().filter(|&at| text.is_char_boundary(at));
        for at in places.step_by(extra.len()) {
            let mut text = text.clone();
            text.insert_str(at, extra);
            let lost = lost(text);
            assert!(
                lost.iter()
                    .all(|&index| index == HURT - 1 || index == HURT + 1)
                    && lost.len() < 2,
                "{layout:?}: with {extra:?} at {}: lost {lost:?}",
                at - hurt.start
            );
        }
    }
}

#[test]
fn the_timeline_that_ships_is_without_fault() {
    let document = Document::parse("timeline.ron", include_str!("../timeline.ron"));
    let told: String = document
        .diagnostics
        .iter()
        .map(|diagnostic| document.render(diagnostic, Lang::En))
        .collect();
    assert_eq!(told, "");
}

fn fragments() -> impl Strategy<Value = String> {
    let fragment = prop_oneof![
        8 => prop::sample::select(vec![
            "(", ")", "[", "]", "{", "}", "\"", "\\", ",", ":", "'", "\n", "    ", "        (", "r#\"", "\"#", "b'",
            "//", "/*", "*/", "#![enable(", "Timeline(", "events: [", "id: \"a\"", "when: \"1971\"", "title: ",
            "links: [", "Some(", "None", "-1.5e9", "\u{FEFF}", "\r\n", "日本", "é", "\0", "=",
        ]).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    prop::collection::vec(fragment, 0..60).prop_map(|fragments| fragments.concat())
}

fn layouts() -> impl Strategy<Value = Layout> {
    prop::sample::select(CLEAR.to_vec())
}

/// The sample with bytes replaced, on character boundaries.
fn replaced(text: &str, start: usize, length: usize, with: &str) -> String {
    let start = text.floor_char_boundary(start.min(text.len()));
    let end = text
        .floor_char_boundary((start + length).min(text.len()))
        .max(start);
    let mut text = text.to_owned();
    text.replace_range(start..end, with);
    text
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_can_be_read(text in fragments()) {
        check_ranges(&Document::parse("t.ron", text));
    }

    #[test]
    fn any_bytes_can_be_read(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check_ranges(&Document::from_bytes("t.ron", bytes));
    }

    #[test]
    fn any_damage_can_be_read(
        layout in prop_oneof![layouts(), Just(Layout::Flush)],
        at in 0_usize..6000,
        length in 0_usize..200,
        with in fragments(),
    ) {
        let (text, _) = sample(layout);
        check_ranges(&Document::parse("t.ron", replaced(&text, at, length, &with)));
    }

    #[test]
    fn balanced_damage_costs_at_most_its_entry_and_a_neighbour(
        layout in layouts(),
        at in any::<prop::sample::Index>(),
        length in 0_usize..12,
        with in "[a-z0-9 ,:=\n日é.+-]{0,12}",
    ) {
        let (text, hurt) = sample(layout);
        let at = hurt.start + at.index(hurt.len());
        let text_after = replaced(&text, at, length, &with);
        let start = text.floor_char_boundary(at);
        let gone = text.get(start..text.floor_char_boundary((start + length).min(text.len()))).unwrap_or_default();
        prop_assume!(start + length <= hurt.end);
        prop_assume!(!gone.contains(['"', '(', ')', '[', ']', '\\']));
        let lost = lost(text_after);
        prop_assert!(lost.len() < 2, "lost {:?}", lost);
    }
}
