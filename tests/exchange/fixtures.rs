//! Files in the shape in which their programs write them.

use transpacific::document::Document;
use transpacific::exchange::{Format, Mapping, read};

/// A file, what it is called, and what it is.
pub(crate) const FILES: [(&str, &str, Format); 5] = [
    (
        include_str!("fixtures/simile.json"),
        "simile.json",
        Format::Simile,
    ),
    (
        include_str!("fixtures/simile.xml"),
        "simile.xml",
        Format::SimileXml,
    ),
    (
        include_str!("fixtures/project.timeline"),
        "project.timeline",
        Format::TimelineProject,
    ),
    (
        include_str!("fixtures/wikidata.json"),
        "wikidata.json",
        Format::Wikidata,
    ),
    (
        include_str!("fixtures/wikidata-verbose.json"),
        "wikidata-verbose.json",
        Format::Wikidata,
    ),
];

#[test]
fn files_are_known_by_their_content_and_become_timelines() {
    for (text, name, format) in FILES {
        let imported = read(text.as_bytes(), "unnamed", None, &Mapping::default()).expect(name);
        assert_eq!(imported.format, format, "{name}");
        let document = Document::parse(name, imported.text.clone());
        assert!(
            document.diagnostics.is_empty(),
            "{name}: {:?}\n{}",
            document.diagnostics,
            imported.text
        );
        assert_eq!(document.timeline.events.len(), imported.events, "{name}");
        assert!(imported.events > 1, "{name}");
        assert!(!imported.losses.is_empty(), "{name}");
    }
}

#[test]
fn parts_are_linked_to_their_wholes_and_sources_lead_into_the_web() {
    let (text, name, _) = FILES[2];
    let imported = read(text.as_bytes(), name, None, &Mapping::default()).expect(name);
    let document = Document::parse(name, imported.text);
    let timeline = &document.timeline;
    let attack = timeline
        .event("attack-on-pearl-harbor")
        .expect("the attack");
    let whole = &timeline.events[attack.links[0].to];
    assert_eq!(&*whole.title, "Pacific War");
    assert_eq!(&*timeline.categories[attack.category].name, "War & peace");
    assert_eq!(attack.sources.len(), 2);
    for (text, name, _) in FILES {
        let imported = read(text.as_bytes(), name, None, &Mapping::default()).expect(name);
        let document = Document::parse(name, imported.text);
        for url in document
            .timeline
            .sources
            .iter()
            .filter_map(|source| source.url.as_deref())
        {
            assert!(url.starts_with("https://"), "{name}: {url}");
        }
    }
}

#[test]
fn files_in_other_encodings_are_read_the_same() {
    for (text, name, format) in FILES {
        let read = |bytes: &[u8]| read(bytes, name, Some(format), &Mapping::default()).expect(name);
        let plain = read(text.as_bytes());
        assert_eq!(read(format!("\u{feff}{text}").as_bytes()), plain, "{name}");
        let wide: Vec<u8> = "\u{feff}"
            .encode_utf16()
            .chain(text.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(read(&wide), plain, "{name}");
    }
}

#[test]
fn a_torn_file_says_where_and_what_to_do() {
    for (text, name, format) in FILES {
        let cuts = (1..text.trim_end().len()).filter(|at| text.is_char_boundary(*at));
        for torn in cuts.filter_map(|at| text.get(..at)) {
            let read = read(torn.as_bytes(), name, Some(format), &Mapping::default());
            let error = read.expect_err(torn);
            let lines = torn.split('\n').count();
            let is_within = error.place.is_some_and(|(line, _)| line <= lines);
            assert!(is_within, "{name}: {error}");
            assert!(
                error.to_string().contains("again"),
                "{name}: {error}\n{torn}"
            );
        }
        let half = text.len() / 2;
        let torn = String::from_utf8_lossy(&text.as_bytes()[..half]).into_owned();
        let error = read(torn.as_bytes(), "unnamed", None, &Mapping::default()).expect_err(name);
        assert!(error.place.is_some(), "{name}: {error}");
    }
}
