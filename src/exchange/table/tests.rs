//! Tables, there and back, and as news for a timeline.

use std::time::Instant;

use proptest::prelude::{any, prop_assert_eq, proptest};

use crate::document::{Document, Edit, LinkKind};
use crate::exchange::{self, Format, ImportError, Imported, Mapping};
use crate::time::Lang;

const SHIPPED: &str = include_str!("../../../timeline.ron");

fn imported(text: &str, mapping: &[(&str, &str)]) -> Result<Imported, ImportError> {
    exchange::read(
        text.as_bytes(),
        "t.csv",
        Some(Format::Csv),
        &mapped(mapping),
    )
}

fn mapped(mapping: &[(&str, &str)]) -> Mapping {
    let columns = mapping
        .iter()
        .map(|(field, column)| ((*field).to_owned(), (*column).to_owned()));
    Mapping::Named(columns.collect())
}

#[track_caller]
fn read_mapped(text: &str, mapping: &[(&str, &str)]) -> (Document, String) {
    let imported = imported(text, mapping).expect("a table");
    let document = Document::parse("t.ron", imported.text);
    assert!(
        !document.is_broken(),
        "{}\n{:?}",
        document.text,
        document.diagnostics
    );
    (document, imported.losses.to_string())
}

#[track_caller]
fn read(text: &str) -> (Document, String) {
    read_mapped(text, &[])
}

fn written(document: &Document, lang: Lang) -> String {
    exchange::write(document, Format::Csv, lang)
        .expect("a format that is written")
        .text
}

/// The document after a table has been put into it, and what was lost.
#[track_caller]
fn updated(document: &Document, table: &str) -> (Document, String) {
    let (edits, losses) =
        exchange::update(document, table.as_bytes(), &Mapping::default()).expect("a table");
    let made = Edit::All(edits)
        .make(document)
        .expect("edits that can be made");
    let after = Document::parse("t.ron", made.text);
    assert_eq!(
        after.errors(),
        document.errors(),
        "{}\n{:?}",
        after.text,
        after.diagnostics
    );
    (after, losses.to_string())
}

#[track_caller]
fn edits(document: &Document, table: &str) -> Vec<Edit> {
    exchange::update(document, table.as_bytes(), &Mapping::default())
        .expect("a table")
        .0
}

const OURS: &str = r#"Timeline(
    categories: [(id: "trade", name: "Trade & money", name_ja: "貿易"), (id: "s", name: "Security; arms")],
    actors: [(id: "us", name: "United States"), (id: "japan", name: "Japan")],
    sources: [(id: "frus", title: "Foreign Relations", url: "https://example.org/frus")],
    events: [
        // The first.
        (
            id: "shock", when: "1971-08-15",
            title: "Nixon Shock",   // as it was called
            category: "trade",
            actors: ["us"], /* who else? */
            significance: 5,
            summary: "The dollar leaves gold.",
            sources: ["frus"],
            links: [(to: "plaza", kind: LedTo)],
        ),
        (id: "plaza", when: "1985-09-22", title: "Plaza Accord"),
    ],
)
"#;

fn ours() -> Document {
    let document = Document::parse("t.ron", OURS);
    assert!(!document.is_broken());
    document
}

#[test]
fn a_timeline_written_and_read_back_changes_nothing() {
    for (text, lang) in [(SHIPPED, Lang::En), (SHIPPED, Lang::Ja), (OURS, Lang::En)] {
        let document = Document::parse("t.ron", text);
        let (edits, losses) = exchange::update(
            &document,
            written(&document, lang).as_bytes(),
            &Mapping::default(),
        )
        .expect("a table");
        assert_eq!(edits, []);
        assert_eq!(losses.to_string(), "");
    }
}

#[test]
fn the_shipped_timeline_comes_back_from_its_table() {
    let ours = Document::parse("t.ron", SHIPPED);
    let (theirs, losses) = read(&written(&ours, Lang::En));
    assert_eq!(losses, "");
    let (here, there) = (&ours.timeline, &theirs.timeline);
    assert_eq!(here.events.len(), there.events.len());
    for event in &here.events {
        let back = there.event(&event.id).expect("the event");
        assert_eq!(
            (&back.title, &back.title_ja, &back.summary),
            (&event.title, &event.title_ja, &event.summary)
        );
        assert_eq!(
            (back.when.text(), back.significance),
            (event.when.text(), event.significance)
        );
        assert_eq!(
            there.categories[back.category].name,
            here.categories[event.category].name
        );
        let names = |timeline: &crate::document::Timeline, event: &crate::document::Event| {
            let actors = event
                .actors
                .iter()
                .map(|actor| timeline.actors[actor].name.clone());
            let links = event
                .links
                .iter()
                .map(|link| format!("{:?} {}", link.kind, timeline.events[link.to].id));
            (actors.collect::<Vec<_>>(), links.collect::<Vec<_>>())
        };
        assert_eq!(names(there, back), names(here, event));
        assert_eq!(back.sources.len(), event.sources.len());
    }
}

#[test]
fn columns_are_found_by_many_names() {
    for (header, mapping) in [
        ("Date,Title,Group,Description", &[][..]),
        ("日付;題名;分類;概要", &[]),
        ("年月日\tタイトル\tカテゴリー\t説明", &[]),
        (
            "A,B,C,D",
            &[
                ("when", "A"),
                ("title", "B"),
                ("category", "C"),
                ("summary", "d"),
            ],
        ),
    ] {
        let sign = [',', ';', '\t']
            .into_iter()
            .find(|sign| header.contains(*sign))
            .expect("a sign");
        let row = [
            "15 August 1971",
            "Shock",
            "Trade",
            "\"Gold, gone\nfor good\"",
        ]
        .join(&sign.to_string());
        let (document, losses) = read_mapped(&format!("{header}\n{row}\n"), mapping);
        let timeline = &document.timeline;
        let event = timeline.event("shock").expect("the event");
        assert_eq!(
            (event.when.text(), &*event.summary),
            ("1971-08-15", "Gold, gone\nfor good")
        );
        assert_eq!(timeline.categories[event.category].name, "Trade");
        assert_eq!(losses, "");
    }
}

#[test]
fn dates_come_in_one_column_or_several() {
    for (table, expected, said) in [
        ("when,title\n昭和46年8月15日,A", "1971-08-15", ""),
        ("when,title\n1971~,A", "1971~", ""),
        ("start,end,title\nAug 1971,1973,A", "1971-08/1973", ""),
        ("start,end,title\n1971,,A", "1971", ""),
        (
            "start,end,title\n1973,1971,A",
            "1973",
            "does not lie behind its start",
        ),
        (
            "start,end,title\n1973,soon,A",
            "1973",
            "an end that cannot be read was left out: A (found `soon`)",
        ),
        ("year,month,day,title\n1971,8,15,A", "1971-08-15", ""),
        ("year,month,day,title\n1971,August,,A", "1971-08", ""),
        ("年,月,日,題名\n1971,8,,A", "1971-08", ""),
        (
            "year,month,end year,end month,title\n1945,9,1952,4,A",
            "1945-09/1952-04",
            "",
        ),
        (
            "year,title\n-43,A",
            "-0043",
            "as astronomers count, by whom -43 is 44 BCE: A",
        ),
        ("year,title\n1971.0,A", "1971", ""),
        (
            "date,title\n3/4/1971,A",
            "1971-03-04",
            "a date was guessed: A (`3/4/1971` as 1971-03-04)",
        ),
    ] {
        let (document, losses) = read(table);
        assert_eq!(document.timeline.events[0].when.text(), expected, "{table}");
        assert!(
            losses.contains(said) && losses.is_empty() == said.is_empty(),
            "{table}: {losses}"
        );
    }
    for (table, said) in [
        (
            "date,title\nsoon,A\n1971,B",
            "its date cannot be read: A (found `soon`)",
        ),
        ("date,title\n,A\n1971,B", "without a date was left out: A"),
        (
            "year,month,day,title\n1971,2,30,A\n1971,,,B",
            "cannot be read: A (found `1971-2-30`)",
        ),
    ] {
        let (document, losses) = read(table);
        assert_eq!(document.timeline.events.len(), 1, "{table}");
        assert!(losses.contains(said), "{table}: {losses}");
    }
}

#[test]
fn cells_hold_several_values() {
    let (document, losses) = read(
        "id,when,title,actors,sources,links,url,Mood,significance\n\
         a,1971,A,US; Japan|US,FRUS 3; https://example.org/x,led-to b; responseTo b; b; nowhere,https://example.org/y,good,9\n\
         b,1972,B,,,,javascript:alert(1),,\n",
    );
    let timeline = &document.timeline;
    let event = timeline.event("a").expect("the event");
    assert_eq!((event.actors.len(), event.sources.len()), (2, 3));
    let kinds: Vec<_> = event.links.iter().map(|link| link.kind).collect();
    assert_eq!(
        kinds,
        [LinkKind::LedTo, LinkKind::ResponseTo, LinkKind::SeeAlso]
    );
    for said in [
        "the column `Mood`",
        "not there: A",
        "(found `9`)",
        "javascript:alert(1)",
    ] {
        assert!(losses.contains(said), "{said}: {losses}");
    }
}

#[test]
fn html_in_a_table_becomes_words_and_sources() {
    let (document, _) = read(
        "when,title,summary\n1971,A,\"<p>The <a href=\"\"https://example.org/\"\">record</a></p>\"\n",
    );
    assert_eq!(&*document.timeline.events[0].summary, "The record");
    assert_eq!(
        document.timeline.sources[0].url.as_deref(),
        Some("https://example.org/")
    );
}

#[test]
fn a_table_that_cannot_be_read_says_what_to_do() {
    for (text, mapping, said) in [
        ("", &[][..], "found nothing"),
        (
            "a,b\n1,2",
            &[],
            "expected a column for the date of an event, but the first line names `a`, `b`; say which it is with --map when=COLUMN",
        ),
        ("when,b\n1,2", &[], "--map title=COLUMN"),
        (
            "when,title\n1,2",
            &[("titel", "title")],
            "did you mean `title`?",
        ),
        (
            "when,Titles\n1,2",
            &[("title", "Titels")],
            "did you mean `Titles`?",
        ),
    ] {
        let error = imported(text, mapping).expect_err(text).to_string();
        assert!(error.contains(said), "{error}");
    }
}

#[test]
fn an_update_changes_the_cells_that_differ_and_nothing_else() {
    let table = "id,when,title,summary,category,actors\n\
        shock,1971-08-15,Nixon Shock,,Trade & money,us;Japan\n\
        plaza,,Plaza Agreement,,,\n";
    let (after, losses) = updated(&ours(), table);
    let expected = OURS
        .replace("[\"us\"]", "[\"us\", \"japan\"]")
        .replace("Plaza Accord", "Plaza Agreement");
    assert_eq!(after.text.as_str(), expected);
    assert_eq!(losses, "");
    assert_eq!(edits(&after, table), [], "once is enough");
}

#[test]
fn an_update_adds_events_and_whom_they_name() {
    let table = "id,when,title,category,actors,sources,links\n\
        shock,,,,United States; Bank of Japan,Foreign Relations; A new book,\n\
        louvre,22 February 1987,Louvre Accord,Trade & money,Japan; G6,frus,response-to plaza; follows jusen\n\
        jusen,1996,Jusen bailout,Finance,Bank of Japan,https://example.org/frus,\n\
        ,1990,No name,,,,\n\
        ,,No date,,,,\n\
        jusen,1996,Again,,,,\n";
    let before = ours();
    let (after, losses) = updated(&before, table);
    assert!(after.diagnostics.is_empty(), "{:?}", after.diagnostics);
    let timeline = &after.timeline;
    let named = |id: &str| {
        let event = timeline.event(id).expect("the event");
        let actors = event
            .actors
            .iter()
            .map(|actor| &*timeline.actors[actor].name)
            .collect::<Vec<_>>();
        (
            actors,
            event
                .sources
                .iter()
                .map(|source| &*timeline.sources[source].title)
                .collect::<Vec<_>>(),
        )
    };
    assert_eq!(
        named("shock"),
        (
            vec!["United States", "Bank of Japan"],
            vec!["Foreign Relations", "A new book"]
        )
    );
    assert_eq!(
        named("louvre"),
        (vec!["Japan", "G6"], vec!["Foreign Relations"])
    );
    assert_eq!(
        named("jusen"),
        (vec!["Bank of Japan"], vec!["Foreign Relations"])
    );
    let louvre = timeline.event("louvre").expect("the event");
    assert_eq!(louvre.when.text(), "1987-02-22");
    assert_eq!(louvre.links.len(), 2);
    assert_eq!(
        (
            timeline.categories.len(),
            timeline.actors.len(),
            timeline.sources.len()
        ),
        (4, 4, 2)
    );
    assert!(timeline.event("no-name").is_some());
    assert!(
        losses.contains("without a date was left out: No date") && losses.contains("second row"),
        "{losses}"
    );
    for kept in ["// The first.", "// as it was called", "/* who else? */"] {
        assert!(after.text.contains(kept), "{kept}");
    }
    assert_eq!(
        edits(&after, table),
        [],
        "once is enough, even for the row without an id"
    );
}

#[test]
fn a_misspelt_id_makes_no_event() {
    let (after, losses) = updated(&ours(), "id,summary\nshok,Gold\nnowhere,Silver\n");
    assert_eq!(after.text.as_str(), OURS);
    assert!(
        losses.contains("shok (did you mean `shock`?); nowhere\n"),
        "{losses}"
    );
}

#[test]
fn fields_are_taken_away_by_a_dash_and_kept_by_nothing() {
    let (after, losses) = updated(
        &ours(),
        "id,title,summary,links,significance,title_ja\nshock,-,-,-,,-\nplaza,,,,,\n",
    );
    let shock = after.timeline.event("shock").expect("the event");
    assert!(shock.summary.is_empty() && shock.links.is_empty());
    assert_eq!((&*shock.title, shock.significance), ("Nixon Shock", 5));
    assert!(
        losses.contains("an event cannot do without its title: shock"),
        "{losses}"
    );
}

#[test]
fn fields_that_want_the_same_place_are_put_there_one_after_the_other() {
    for text in [
        "Timeline(events: [\n    (id: \"a\", when: \"1971\", title: \"A\"),\n])",
        "Timeline(events: [(id: \"a\", when: \"1971\", title: \"A\")])",
        "Timeline(\n    events: [\n        (\n            id: \"a\",\n            when: \"1971\",\n            title: \"A\" // no comma\n        )\n    ]\n)",
        "Timeline(\n    events: [\n        (\n            id: \"a\",\n            when: \"1971\",\n            title: \"A\"\n        ) // no comma\n    ] // nor here\n)",
    ] {
        let document = Document::parse("t.ron", text);
        let table = "id,when,title,title_ja,category,actors,significance,summary,sources\na,1971-08,A,あ,Trade,US; Japan,5,Gold.,FRUS\nb,1972,B,,Trade,US,,,\nc,1973,C,,,,,,\n";
        let (after, losses) = updated(&document, table);
        assert_eq!(losses, "");
        let event = after.timeline.event("a").expect("the event");
        assert_eq!(
            (
                event.when.text(),
                &*event.summary,
                event.significance,
                event.actors.len()
            ),
            ("1971-08", "Gold.", 5, 2),
            "{}",
            after.text
        );
        assert_eq!(after.timeline.events.len(), 3);
        assert_eq!(
            after.text.contains("// no comma"),
            text.contains("// no comma")
        );
        assert_eq!(edits(&after, table), []);
    }
}

#[test]
fn an_empty_timeline_is_filled() {
    let (after, _) = updated(
        &Document::parse("t.ron", "Timeline(title: \"T\")"),
        "when,title,actors\n1971,A,US\n1972,B,\n",
    );
    assert_eq!(
        (after.timeline.events.len(), after.timeline.actors.len()),
        (2, 1)
    );
}

#[test]
fn a_date_that_cannot_be_read_leaves_the_one_that_is_there() {
    let (after, losses) = updated(&ours(), "id,when\nshock,soon\nplaza,9/22/1985\n");
    assert_eq!(after.text.as_str(), OURS);
    assert!(
        losses.contains("as it was: shock (found `soon`)"),
        "{losses}"
    );
}

#[test]
fn thousands_of_rows_take_seconds() {
    let events: String = (0..5000)
        .map(|number| {
            format!(
                "        // {number}\n        (id: \"e{number}\", when: \"1971\", title: \"E\"),\n"
            )
        })
        .collect();
    let text = format!("Timeline(\n    events: [\n{events}    ],\n)\n");
    let document = Document::parse("t.ron", text.clone());
    let rows: String = (0..6000)
        .map(|number| format!("e{number},1971-08,F {number},Trade,US;Japan,4,Words.\n"))
        .collect();
    let table = format!("id,when,title,category,actors,significance,summary\n{rows}");
    let started = Instant::now();
    let (after, losses) = updated(&document, &table);
    let seconds = started.elapsed().as_secs();
    assert!(seconds < 120, "{seconds} seconds");
    assert_eq!(losses, "");
    assert_eq!(after.timeline.events.len(), 6000);
    assert!((0..5000).all(|number| {
        after
            .text
            .contains(&format!("// {number}\n        (id: \"e{number}\""))
    }));
    assert_eq!(edits(&after, &table), []);
    let started = Instant::now();
    let rows: String = (0..100_000)
        .map(|number| format!("{},Same title,\"A, b\"\n", 1000 + number % 1000))
        .collect();
    assert_eq!(
        imported(&format!("when,title,summary\n{rows}"), &[])
            .expect("a table")
            .events,
        100_000
    );
    assert!(started.elapsed().as_secs() < 120, "{:?}", started.elapsed());
}

proptest! {
    #[test]
    fn any_table_is_read_or_refused(text in any::<String>(), cells in proptest::collection::vec("[-0-9=',\"\n;|a日/]{0,6}", 0..40)) {
        let _ = imported(&text, &[]);
        let table = format!("id,when,title,actors,links,summary\n{}", cells.join(","));
        let _ = imported(&table, &[]);
        let document = ours();
        let (edits, _) = exchange::update(&document, table.as_bytes(), &Mapping::default()).expect("a table");
        let made = Edit::All(edits).make(&document).expect("edits that can be made");
        prop_assert_eq!(Document::parse("t.ron", made.text).errors(), 0);
    }

    #[test]
    fn whatever_is_written_is_known_again(words in proptest::collection::vec("[-=+@'\"\\\\;|,<>& a日\n]{1,8}", 4)) {
        let value = |text: &str| serde_json::to_string(text).expect("a text");
        let [id, name, title, summary] = [0, 1, 2, 3].map(|index| value(format!("x{}", words[index]).trim()));
        let (title, summary) = (title.replacen('x', "", 1), summary.replacen('x', "", 1));
        let text = format!(
            "Timeline(actors: [(id: {id}, name: {name}), (id: \"z\", name: \"z\")], categories: [(id: {id}, name: {name})], \
             events: [(id: {id}, when: \"-0043\", title: {title}, summary: {summary}, category: {id}, actors: [{id}, \"z\"], links: [(to: {id}, kind: Recalls)])])"
        );
        let document = Document::parse("t.ron", text);
        let table = written(&document, Lang::En);
        if document.timeline.events.len() == 1 {
            prop_assert_eq!(edits(&document, &table), vec![], "{}", table);
        }
    }
}
