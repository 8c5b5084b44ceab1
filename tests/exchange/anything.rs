//! Any bytes, and files that were changed by chance, through every reader.

use std::panic::{AssertUnwindSafe, catch_unwind};

use proptest::prelude::*;
use transpacific::document::Document;
use transpacific::exchange::{Format, Mapping, read};

use crate::fixtures::FILES;

/// Pieces that mean something in one format or another.
const PIECES: [&str; 34] = [
    "{\"events\": [",
    "{\"start\": \"",
    "\"title\": \"A\"",
    "1971-08-15",
    "-0043-03-15T00:00:00Z",
    "\"}, ",
    "]}",
    "[{",
    "}]",
    "{\"head\": {\"vars\": []}, \"results\": {\"bindings\": [",
    "\"value\": \"",
    "http://www.wikidata.org/entity/Q1",
    "<timeline><events><event><start>",
    "</start></event></events></timeline>",
    "<data><event start=\"",
    "\" end=\"",
    "\"/></data>",
    "&lt;a href='javascript:alert(1)'&gt;",
    "&amp;",
    "<![CDATA[",
    "]]>",
    "BEGIN:VCALENDAR\r\n",
    "BEGIN:VEVENT\r\nDTSTART:19710815\r\nSUMMARY:A\r\nEND:VEVENT\r\n",
    "END:VCALENDAR\r\n",
    "date,title\n",
    "1971,A\n",
    "\"",
    "08/1971 - 12/1971: Talks #trade\n",
    "---\n",
    "\u{0}",
    "\u{feff}",
    "日本\n",
    "9999999999999999999",
    "\\ud800",
];

/// Reads bytes as each format and as the one that they look like; `Ok` must be a timeline without errors.
fn read_as_all(bytes: &[u8], name: &str) {
    let formats = Format::ALL.into_iter().map(Some).chain([None]);
    for format in formats {
        let mapping = Mapping::default();
        let reading = catch_unwind(AssertUnwindSafe(|| read(bytes, name, format, &mapping)));
        let read = match reading {
            Ok(read) => read,
            Err(_) => panic!(
                "{format:?} panicked at {:?}",
                String::from_utf8_lossy(bytes)
            ),
        };
        match read {
            Err(error) => assert!(!error.to_string().is_empty(), "{format:?}"),
            Ok(imported) => {
                let document = Document::parse("t.ron", imported.text);
                let errors: Vec<_> = document
                    .diagnostics
                    .iter()
                    .filter(|found| found.severity == transpacific::document::Severity::Error)
                    .collect();
                assert!(
                    errors.is_empty(),
                    "{format:?}: {errors:?}\n{}",
                    document.text
                );
                assert_eq!(
                    document.timeline.events.len(),
                    imported.events,
                    "{format:?}"
                );
            }
        }
    }
}

/// A fixture with some of its bytes changed, left out or doubled.
fn mutated() -> impl Strategy<Value = Vec<u8>> {
    let change = (
        any::<prop::sample::Index>(),
        0..4_u8,
        any::<u8>(),
        1..40_usize,
    );
    let changes = prop::collection::vec(change, 1..6);
    (0..FILES.len(), changes).prop_map(|(file, changes)| {
        let file = FILES.get(file).map(|file| file.0).unwrap_or_default();
        let mut bytes = file.as_bytes().to_vec();
        for (place, kind, byte, length) in changes {
            if bytes.is_empty() {
                break;
            }
            let at = place.index(bytes.len());
            let end = (at + length).min(bytes.len());
            match kind {
                0 => drop(bytes.splice(at..=at, [byte])),
                1 => drop(bytes.drain(at..end)),
                2 => {
                    let again = bytes.get(at..end).unwrap_or_default().to_vec();
                    bytes.splice(at..at, again);
                }
                _ => bytes.truncate(at),
            }
        }
        bytes
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        read_as_all(&bytes, "a.txt");
    }

    #[test]
    fn pieces_of_formats_are_read_or_refused(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..12)) {
        read_as_all(pieces.concat().as_bytes(), "a.json");
    }

    #[test]
    fn files_changed_by_chance_are_read_or_refused(bytes in mutated()) {
        read_as_all(&bytes, "a.xml");
    }
}

#[test]
fn hostile_files_take_neither_long_nor_the_stack() {
    let started = std::time::Instant::now();
    for piece in [
        "[",
        "{\"a\":",
        "<a>",
        "<event start='1971'>",
        "(",
        "\"",
        "BEGIN:VEVENT\n",
        "- ",
        "1971: a\n",
        ",",
        "[[{",
        "//\n",
        "/*",
    ] {
        read_as_all(piece.repeat(20_000).as_bytes(), "a.json");
    }
    assert!(started.elapsed().as_secs() < 120, "{:?}", started.elapsed());
}
