//! For the tests of formats that are read and written: there and back, and what came back.

use proptest::prelude::*;

use super::draft::{Draft, DraftEvent, DraftSource};
use super::{Format, Losses, Mapping, read, write};
use crate::document::{Document, Event, LinkKind, Timeline};
use crate::time::Lang;

/// The file that ships.
pub(super) fn shipped() -> Document {
    document(include_str!("../../timeline.ron"))
}

/// A file of ours without errors.
pub(super) fn document(text: &str) -> Document {
    let document = Document::parse("t.ron", text);
    assert!(document.errors() == 0, "{:?}", document.diagnostics);
    document
}

/// A text read as a format, as a file of ours.
pub(super) fn taken(text: &str, format: Format) -> (Document, Losses) {
    let read =
        read(text.as_bytes(), "a file", Some(format), &Mapping::default()).expect("readable");
    let document = Document::parse("t.ron", read.text);
    assert!(
        document.errors() == 0,
        "{}\n{:?}",
        document.text,
        document.diagnostics
    );
    (document, read.losses)
}

/// Writes a document in a format and reads it back: what came back, what was written, and what is lost on each way.
pub(super) fn there_and_back(
    ours: &Document,
    format: Format,
    lang: Lang,
) -> (Document, String, [Losses; 2]) {
    let written = write(ours, format, lang).expect("a format that is written");
    let (back, losses) = taken(&written.text, format);
    (back, written.text, [written.losses, losses])
}

/// All that such formats keep of an event, for people to compare.
pub(super) fn told(timeline: &Timeline, event: &Event) -> String {
    let category = &timeline.categories[event.category];
    let mut lines = vec![
        format!(
            "{} {} {}",
            &*event.id,
            event.when.text(),
            event.significance
        ),
        event.title.trim().to_owned(),
        format!("{:?}", event.title_ja.as_deref()),
        event.summary.trim().to_owned(),
        category.name.clone(),
    ];
    lines.extend(
        event
            .actors
            .iter()
            .map(|index| timeline.actors[index].name.clone()),
    );
    lines.extend(event.sources.iter().map(|index| {
        let source = &timeline.sources[index];
        format!(
            "{} {:?} {:?} {:?}",
            source.title, source.author, source.url, source.date
        )
    }));
    lines.extend(event.links.iter().map(|link| {
        let to = &timeline.events[link.to].id;
        format!("{:?} {}", link.kind, &**to)
    }));
    lines.join("\n")
}

/// Asserts that all events and eras came back as they were.
pub(super) fn assert_same(ours: &Document, back: &Document) {
    let (ours, back) = (&ours.timeline, &back.timeline);
    assert_eq!(ours.events.len(), back.events.len());
    for event in &ours.events {
        let other = back.event(&event.id);
        let other = other.unwrap_or_else(|| panic!("{} is missing", &*event.id));
        assert_eq!(told(ours, event), told(back, other));
    }
    let eras = |timeline: &Timeline| {
        let eras = timeline.eras.iter();
        eras.map(|era| format!("{} {}", era.title, era.when.text()))
            .collect::<Vec<_>>()
    };
    assert_eq!(eras(ours), eras(back));
    assert_eq!(ours.title, back.title);
}

/// Words that break what is not careful.
pub(super) fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-zA-Z ]{1,8}",
        "[日米安保ōé’“😀]{1,4}",
        "[\\\\\"'<>&;:,#@!/*_\\[\\](){}|=+%$^~`-]{1,4}",
        Just("1971-08-15: a date".to_owned()),
        Just("# A section".to_owned()),
        Just("id: other".to_owned()),
        Just("[words](https://example.org/)".to_owned()),
        Just("<script>alert(1)</script>".to_owned()),
        Just("&amp; &#39;".to_owned()),
        Just("\\n END:VEVENT".to_owned()),
    ];
    prop::collection::vec(piece, 1..5).prop_map(|pieces| pieces.join(""))
}

/// A text of several lines.
pub(super) fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop_oneof![Just(String::new()), words()], 0..5)
        .prop_map(|lines| lines.join("\n"))
}

/// A date of ours.
pub(super) fn when() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "1971-08-15",
        "1971-08",
        "1971",
        "1971~",
        "197X",
        "1971-21",
        "1945-09-02/1952-04-28",
        "1981-05-01/1994-03",
        "2019/..",
        "../1945-08-15",
        "/1945",
        "1941-12-07T07:48:00-10:30",
        "1941-12-07T07:48:00",
        "{1960,1962}",
    ])
}

/// A file of ours with such an event and another one that it links to.
pub(super) fn hard_document() -> impl Strategy<Value = Document> {
    let titles = (words(), prop::option::of(words()));
    (titles, text(), when(), words()).prop_map(|((title, title_ja), summary, when, name)| {
        let source = DraftSource {
            title: wrapped(&name),
            author: Some(wrapped(&name)),
            url: Some("https://example.org/a,b;c?d=e&f".to_owned()),
            date: Some("1971".to_owned()),
        };
        let event = DraftEvent {
            id: Some("e-1".to_owned()),
            when: when.to_owned(),
            title: wrapped(&title),
            title_ja: title_ja.map(|title| wrapped(&title)),
            summary,
            category: Some(wrapped(&name)),
            actors: vec![wrapped(&name), "Japan".to_owned()],
            significance: Some(4),
            sources: vec![source],
            links: vec![("f".to_owned(), LinkKind::Recalls)],
        };
        let other = DraftEvent {
            id: Some("f".to_owned()),
            when: "1960".to_owned(),
            title: "F".to_owned(),
            ..DraftEvent::default()
        };
        let draft = Draft {
            title: wrapped(&title),
            events: vec![event, other],
            ..Draft::default()
        };
        let (text, events) = draft.written("a test", &mut Losses::default());
        assert_eq!(events, 2);
        document(&text)
    })
}

/// A name that is not empty and has no blanks at its ends.
fn wrapped(text: &str) -> String {
    format!("x{text}x")
}
