//! Both forms of TimelineJS, there and back.

use proptest::prelude::{any, prop_assert_eq, proptest};

use crate::document::{Document, Event, Source};
use crate::exchange::{self, Format, ImportError, Imported, Mapping};
use crate::time::Lang;

const SHIPPED: &str = include_str!("../../../timeline.ron");
const JSON: Format = Format::TimelineJs;
const CSV: Format = Format::TimelineJsCsv;

fn imported(text: &str, format: Format) -> Result<Imported, ImportError> {
    exchange::read(text.as_bytes(), "t", Some(format), &Mapping::default())
}

#[track_caller]
fn read(text: &str, format: Format) -> (Document, String) {
    let imported = imported(text, format).expect("a timeline");
    let document = Document::parse("t.ron", imported.text);
    assert!(
        !document.is_broken(),
        "{}\n{:?}",
        document.text,
        document.diagnostics
    );
    (document, imported.losses.to_string())
}

fn written(document: &Document, format: Format, lang: Lang) -> (String, String) {
    let exported = exchange::write(document, format, lang).expect("a format that is written");
    (exported.text, exported.losses.to_string())
}

/// One slide with this start date, and more in it.
fn slide(date: &str, more: &str) -> (Document, String) {
    read(
        &format!(
            "{{\"events\": [{{\"text\": {{\"headline\": \"A\"}}, \"start_date\": {date}{more}}}]}}"
        ),
        JSON,
    )
}

fn when(date: &str, more: &str) -> String {
    let (document, losses) = slide(date, more);
    let first = document.timeline.events.first();
    first.map_or(losses, |event| event.when.text().to_owned())
}

/// What of an event both forms carry.
fn carried<'a>(
    document: &'a Document,
    event: &'a Event,
) -> (String, String, String, Option<&'a str>, Vec<[&'a str; 4]>) {
    let timeline = &document.timeline;
    let text = |text: &'a Option<String>| text.as_deref().unwrap_or_default();
    let source = |source: &'a Source| {
        [
            text(&source.author),
            &*source.title,
            text(&source.date),
            text(&source.url),
        ]
    };
    let sources = event
        .sources
        .iter()
        .map(|index| source(&timeline.sources[index]));
    let category = timeline
        .categories
        .get(event.category)
        .map(|category| &*category.name);
    (
        event.when.text().to_owned(),
        event.title.to_string(),
        event.summary.to_string(),
        category,
        sources.collect(),
    )
}

#[test]
fn the_shipped_timeline_comes_back() {
    let ours = Document::parse("timeline.ron", SHIPPED);
    for (format, lang) in [(JSON, Lang::En), (JSON, Lang::Ja), (CSV, Lang::En)] {
        let (text, losses) = written(&ours, format, lang);
        for lost in [
            "excerpts have",
            "links between",
            "actors have",
            "significance",
            "stories",
            "series",
        ] {
            assert!(losses.contains(lost), "{lost}: {losses}");
        }
        let (theirs, losses) = read(&text, format);
        assert_eq!(
            losses, "",
            "nothing of what is written is lost on the way back"
        );
        let title = lang.choose(&ours.timeline.title, ours.timeline.title_ja.as_deref());
        assert_eq!(theirs.timeline.title, title);
        assert_eq!(theirs.timeline.events.len(), ours.timeline.events.len());
        assert_eq!(theirs.timeline.eras.len(), ours.timeline.eras.len());
        for (here, there) in ours.timeline.eras.iter().zip(&theirs.timeline.eras) {
            assert_eq!(here.when.text(), there.when.text());
            assert_eq!(
                lang.choose(&here.title, here.title_ja.as_deref()),
                there.title
            );
        }
        if lang == Lang::Ja {
            continue;
        }
        for event in &ours.timeline.events {
            let back = match format {
                JSON => theirs
                    .timeline
                    .event(&event.id)
                    .expect("the event by its id"),
                _ => {
                    let all = theirs.timeline.events.iter();
                    all.into_iter()
                        .find(|back| back.title == event.title)
                        .expect("the event by its title")
                }
            };
            assert_eq!(
                carried(&theirs, back),
                carried(&ours, event),
                "{}",
                event.id
            );
        }
    }
}

#[test]
fn every_sort_of_date_comes_back_or_is_said() {
    let whens = [
        "1971",
        "1971-08",
        "1971-08-15",
        "1941-12-07T07:48:00",
        "1941-12-07T00:00:00",
        "1941-12-07T07:48:00-10:30",
        "1945-09-02/1952-04-28",
        "1971-07-15/1995",
        "2019/..",
        "1872~",
        "1853?",
        "1853%",
        "1971-21",
        "197X",
        "19XX",
        "1971-08~",
        "2018-05-23/2019-11~",
        "-0043-03-15",
        "0000",
        "-0043/0014",
        "Y-13000",
        "Y-541000000/Y-252000000",
        "../1945",
    ];
    for format in [JSON, CSV] {
        for when in whens {
            let text = format!(
                "Timeline(events: [(id: \"a\", when: \"{when}\", title: \"A\"), (id: \"b\", when: \"1900\", title: \"B\")])"
            );
            let ours = Document::parse("t.ron", text);
            let (text, losses) = written(&ours, format, Lang::En);
            let (theirs, _) = read(&text, format);
            let id = if format == JSON { "a" } else { "A" };
            let back = theirs
                .timeline
                .events
                .iter()
                .find(|event| *event.title == *id.to_uppercase())
                .expect("the event");
            assert_eq!(back.when.text(), when, "{text}");
            let has_words = text.contains("display_date")
                || text.lines().nth(1).is_some_and(|row| row.contains("bout"));
            assert!(
                !has_words || losses.contains("told in words"),
                "{when}: {losses}"
            );
        }
    }
    // What no words can say comes as the days around it.
    let ours = Document::parse(
        "t.ron",
        "Timeline(events: [(id: \"a\", when: \"[1667,1668]\", title: \"A\")])",
    );
    let (text, losses) = written(&ours, JSON, Lang::En);
    assert!(losses.contains("not read back"), "{losses}");
    let (theirs, losses) = read(&text, JSON);
    assert_eq!(theirs.timeline.events[0].when.text(), "1667/1668");
    assert!(losses.contains("“1667 or 1668”"), "{losses}");
}

#[test]
fn a_year_before_the_common_era_is_the_number_that_is_shown() {
    assert_eq!(
        when("{\"year\": -44, \"month\": 3, \"day\": 15}", ""),
        "-0043-03-15"
    );
    assert_eq!(when("{\"year\": \"-1\"}", ""), "0000");
    assert_eq!(
        when("{\"year\": \"-13798000000\", \"month\": \"\"}", ""),
        "Y-13797999999"
    );
    let ours = Document::parse(
        "t.ron",
        "Timeline(events: [(id: \"a\", when: \"-0043\", title: \"A\")])",
    );
    assert!(written(&ours, JSON, Lang::En).0.contains("\"year\": -44"));
}

#[test]
fn sloppy_dates_are_read() {
    assert_eq!(
        when(
            "{\"year\": \"1971\", \"month\": \"08\", \"day\": \"5\", \"hour\": \"\"}",
            ""
        ),
        "1971-08-05"
    );
    assert_eq!(
        when("{\"year\": \" 1,971 \", \"month\": null, \"day\": 0}", ""),
        "1971"
    );
    assert_eq!(
        when(
            "{\"year\": 1971, \"month\": 8, \"day\": 15, \"hour\": 0, \"minute\": 0}",
            ""
        ),
        "1971-08-15"
    );
    assert_eq!(
        when(
            "{\"year\": 1971, \"month\": 8, \"day\": 15, \"hour\": \"7\", \"minute\": 5}",
            ""
        ),
        "1971-08-15T07:05:00"
    );
    assert_eq!(when("\"1971-08-15\"", ""), "1971-08-15");
    assert_eq!(when("1971", ""), "1971");
    assert_eq!(when("{\"year\": \"about 1853\"}", ""), "1853~");
    assert_eq!(
        when(
            "{\"year\": 1971}",
            ", \"end_date\": {\"year\": \"\", \"month\": \"\"}"
        ),
        "1971"
    );
    assert_eq!(
        when("{\"year\": 1971}", ", \"end_date\": {\"year\": 1971}"),
        "1971"
    );
}

#[test]
fn what_cannot_be_of_a_date_is_left_out_and_said() {
    for (date, more, expected, said) in [
        (
            "{\"year\": 1971, \"month\": 2, \"day\": 30}",
            "",
            "1971-02",
            "cannot be was left out: A (found `1971-2-30`)",
        ),
        (
            "{\"year\": 1971, \"month\": \"13\"}",
            "",
            "1971",
            "cannot be was left out",
        ),
        (
            "{\"year\": 1971, \"month\": \"xx\"}",
            "",
            "1971",
            "cannot be was left out",
        ),
        (
            "{\"year\": 1971, \"day\": 3}",
            "",
            "1971",
            "a day without its month",
        ),
        (
            "{\"year\": 1971}",
            ", \"end_date\": {\"year\": 1960}",
            "1971",
            "does not lie behind its start",
        ),
        (
            "{\"year\": 1971, \"month\": 8, \"day\": 15, \"millisecond\": \"07\"}",
            "",
            "1971-08-15",
            "thousandths",
        ),
    ] {
        let (document, losses) = slide(date, more);
        assert_eq!(document.timeline.events[0].when.text(), expected);
        assert!(losses.contains(said), "{date}: {losses}");
    }
    for (date, said) in [
        (
            "{\"year\": \"soon\"}",
            "its year cannot be read: A (found `soon`)",
        ),
        ("{}", "without a start date was left out: A"),
        ("[1]", "without a start date was left out: A"),
        (
            "{\"year\": 99999999999999999999}",
            "its year cannot be read",
        ),
    ] {
        let (document, losses) = slide(date, "");
        assert!(document.timeline.events.is_empty());
        assert!(losses.contains(said), "{date}: {losses}");
    }
}

#[test]
fn words_win_over_the_parts_where_they_say_what_those_cannot() {
    for (words, expected) in [
        ("about 1971", "1971~"),
        ("Summer 1971", "1971-08-15"),
        ("the 1970s", "197X"),
        ("since 1971", "1971/.."),
        ("1971 (?)", "1971?"),
        // The author placed the slide by its day, and shows less of it.
        ("1971", "1971-08-15"),
        ("August 1971", "1971-08-15"),
        // Not the same time.
        ("about 1853", "1971-08-15"),
        ("The day of the shock", "1971-08-15"),
    ] {
        let date = "{\"year\": 1971, \"month\": 8, \"day\": 15}";
        let (document, losses) = slide(date, &format!(", \"display_date\": \"{words}\""));
        let when = document.timeline.events[0].when.text();
        if words == "Summer 1971" {
            assert!([expected, "1971-22"].contains(&when));
            continue;
        }
        assert_eq!(when, expected, "{words}");
        let is_said = losses.contains(&format!("“{words}”"));
        assert_eq!(is_said, when == "1971-08-15", "{losses}");
    }
    let date = "{\"year\": 1853, \"display_date\": \"c. 1853\"}";
    assert_eq!(when(date, ", \"end_date\": {\"year\": 1867}"), "1853~/1867");
}

#[test]
fn a_slide_becomes_an_event() {
    let text = r#"{
        "scale": "human",
        "title": {"text": {"headline": "Dollar &amp; yen", "text": "<p>A century</p>"}},
        "events": [{
            "unique_id": "shock",
            "start_date": {"year": "1971", "month": "8", "day": "15"},
            "text": {"headline": "<b>Nixon</b> Shock", "text": "<p>The dollar leaves gold.</p><p>See <a href=\"https://example.org/r\">the record</a>.</p>"},
            "media": {"url": "https://example.org/p.jpg", "caption": "At Camp <i>David</i>", "credit": "Archive", "thumbnail": "x.jpg"},
            "group": "Trade", "background": {"color": "black"}, "autolink": false, "location": {"lat": 1}
        }, null, 7, {
            "start_date": {"year": 1972}, "media": {"url": "<blockquote>No more.</blockquote>", "caption": null}
        }],
        "eras": [{"start_date": {"year": 1945}, "end_date": {"year": 1952}, "text": {"headline": "Occupation"}}]
    }"#;
    let (document, losses) = read(text, JSON);
    let timeline = &document.timeline;
    assert_eq!(timeline.title, "Dollar & yen");
    assert_eq!(timeline.eras[0].when.text(), "1945/1952");
    let shock = timeline.event("shock").expect("the event");
    assert_eq!(&*shock.title, "Nixon Shock");
    assert_eq!(
        &*shock.summary,
        "The dollar leaves gold.\n\nSee the record."
    );
    assert_eq!(timeline.categories[shock.category].name, "Trade");
    let sources: Vec<_> = shock
        .sources
        .iter()
        .map(|index| &timeline.sources[index])
        .collect();
    assert_eq!(sources[0].url.as_deref(), Some("https://example.org/r"));
    assert_eq!(
        (&*sources[1].title, sources[1].author.as_deref()),
        ("At Camp David", Some("Archive"))
    );
    assert_eq!(&*timeline.events[1].summary, "No more.");
    for said in [
        "the text below the title",
        "media.thumbnail",
        "`background`",
        "kept as a source",
        "`location` of a slide",
        "a number in the place of a slide",
        "a quotation",
    ] {
        assert!(losses.contains(said), "{said}: {losses}");
    }
}

#[test]
fn the_older_forms_are_read() {
    let text = r#"storyjs_jsonp_data = {"timeline": {"headline": "Older", "type": "default", "text": "x",
        "date": [{"startDate": "1971,8,15", "endDate": "1971,12", "headline": "Shock", "text": "T", "tag": "Trade",
                  "asset": {"media": "https://example.org/p.jpg", "credit": "", "caption": "P"}},
                 {"startDate": "1985", "headline": "Plaza"}],
        "era": [{"startDate": "1945", "endDate": "1952", "headline": "Occupation"}]}};"#;
    let (document, losses) = read(text, JSON);
    let whens: Vec<_> = document
        .timeline
        .events
        .iter()
        .map(|event| event.when.text())
        .collect();
    assert_eq!(whens, ["1971-08-15/1971-12", "1985"]);
    assert_eq!(
        (&*document.timeline.title, document.timeline.eras.len()),
        ("Older", 1)
    );
    assert!(losses.contains("script"), "{losses}");
    let text = r#"{"events": [{"date": {"year": "-252000000"}, "text": {"headline": "Triassic"}, "uniqueid": "t"}]}"#;
    assert!(read(text, JSON).0.timeline.event("t").is_some());
}

#[test]
fn nothing_breaks_out_of_its_place() {
    let evil = "<script>alert(1)</script> & \\\"'>=cmd|' /C calc'!A0";
    let text = format!(
        "Timeline(title: \"{evil}\", categories: [(id: \"c\", name: \"{evil}\")], sources: [(id: \"s\", title: \"{evil}\", url: \"javascript:x\"), \
         (id: \"w\", title: \"</li></ul>{evil}\", url: \"https://example.org/\\\"><script>\")], \
         events: [(id: \"a\", when: \"1971\", title: \"=1+1{evil}\", category: \"c\", summary: \"@{evil}\", sources: [\"s\", \"w\"])])"
    );
    let ours = Document::parse("t.ron", text);
    for format in [JSON, CSV] {
        let (text, _) = written(&ours, format, Lang::En);
        assert!(
            !text.contains("<script") && !text.contains("javascript:"),
            "{text}"
        );
        assert!(!text.contains(",=1+1") && !text.contains("\n="), "{text}");
        let (theirs, _) = read(&text, format);
        let (here, there) = (&ours.timeline.events[0], &theirs.timeline.events[0]);
        assert_eq!(
            (&*there.title, &*there.summary),
            (&*here.title, &*here.summary)
        );
        assert_eq!(theirs.timeline.title, ours.timeline.title);
        assert_eq!(there.sources.len(), 2);
        assert_eq!(
            theirs.timeline.sources[0].title,
            ours.timeline.sources[0].title
        );
    }
}

#[test]
fn hostile_json_is_refused_or_read_without_harm() {
    for (text, said) in [
        ("", "line 1, column 1: expected the JSON"),
        ("{\"events\": [{\"start_date\": {\"year\": 19", "cut off"),
        ("{\n\"events\": [,]}", "line 2, column 12"),
        ("[]", "expected an object with `events`"),
        ("{\"items\": []}", "found `items`"),
        ("{\"events\": 3}", "found a number"),
        ("{\"timeline\": {}}", "`timeline.date`"),
        ("PK\u{3}\u{4}", "expected the JSON"),
    ] {
        let error = imported(text, JSON).expect_err(text).to_string();
        assert!(error.contains(said), "{text}: {error}");
    }
    assert!(imported(&"[".repeat(1 << 20), JSON).is_err());
    assert!(imported(&"{\"events\":".repeat(100_000), JSON).is_err());
    for value in [
        "null",
        "7",
        "\"x\"",
        "[]",
        "{}",
        "true",
        "[[[[{}]]]]",
        "1e999",
    ] {
        for place in ["title", "eras"] {
            let _ = imported(&format!("{{\"events\": [], \"{place}\": {value}}}"), JSON);
        }
        for place in [
            "start_date",
            "end_date",
            "text",
            "media",
            "group",
            "background",
            "unique_id",
            "display_date",
        ] {
            let text = format!(
                "{{\"events\": [{{\"{place}\": {value}}}, {{\"start_date\": {{\"year\": 1971}}, \"{place}x\": {value}}}]}}"
            );
            assert!(
                imported(&text, JSON).map_or(true, |imported| imported.events >= 1),
                "{text}"
            );
        }
    }
    let more = r#", "media": {"url": "../../etc/passwd"}, "link": "javascript:alert(1)", "group": "a\u0000b""#;
    let (document, losses) = slide("{\"year\": 1971}", more);
    assert!(
        document
            .timeline
            .sources
            .iter()
            .all(|source| source.url.is_none())
    );
    assert!(
        losses.contains("beside the file")
            && losses.contains("`javascript:alert(1)` leads to no page"),
        "{losses}"
    );
}

#[test]
fn the_spreadsheet_of_the_template_is_read() {
    let text = "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background\n\
        ,,,,,,,,,Two oceans,\"<p class=\"\"lead\"\">Intro</p>\",,,,,title,,https://example.org/b.gif\n\
        1853,7,8,,1853,7,17,,,Perry at Uraga,Four ships.,https://example.org/p.jpg,Library,A print,,,Diplomacy,\n\
        1941,12,7,7:48 AM,,,,,,Attack,,,,,,,,\n\
        1945,9,2,,1952,4,28,,,Occupation,,,,,,era,,\n\
        -44,3,15,,,,,,,Ides,,,,,,,,\n\
        ,,,,,,,,,No date,,,,,,,,\n";
    let (document, losses) = read(text, CSV);
    let timeline = &document.timeline;
    assert_eq!(
        (&*timeline.title, timeline.eras.len(), timeline.events.len()),
        ("Two oceans", 1, 3)
    );
    let whens: Vec<_> = timeline
        .events
        .iter()
        .map(|event| event.when.text())
        .collect();
    assert_eq!(
        whens,
        [
            "-0043-03-15",
            "1853-07-08/1853-07-17",
            "1941-12-07T07:48:00"
        ]
    );
    assert!(
        losses.contains("without a start date was left out: No date"),
        "{losses}"
    );
    let text = "Start Date,End Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Tag\n\
        8/15/1971,,Shock,,,,,,,Trade\n1945-09-02,1952-04-28,Occupation,,,,,,,\n";
    let (document, losses) = read(text, CSV);
    let whens: Vec<_> = document
        .timeline
        .events
        .iter()
        .map(|event| event.when.text())
        .collect();
    assert_eq!(whens, ["1945-09-02/1952-04-28", "1971-08-15"], "{losses}");
    assert_eq!(document.timeline.categories[0].name, "Trade");
    let error = imported("a,b\n1,2", CSV)
        .expect_err("another table")
        .to_string();
    assert!(
        error.contains("found `a`, `b`") && error.contains("--format csv"),
        "{error}"
    );
}

#[test]
fn many_slides_are_read_in_seconds() {
    let slide = r#"{"start_date": {"year": "1971", "month": "8"}, "text": {"headline": "Same &amp; same", "text": "<p>A <b>b</b></p>"}, "group": "g"}"#;
    let all = vec![slide; 100_000].join(",");
    let started = std::time::Instant::now();
    let imported = imported(&format!("{{\"events\": [{all}]}}"), JSON).expect("a timeline");
    assert_eq!(imported.events, 100_000);
    assert!(started.elapsed().as_secs() < 120, "{:?}", started.elapsed());
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in any::<String>(), cells in proptest::collection::vec("[-0-9=',\"\n;a日]{0,6}", 0..40)) {
        let _ = imported(&text, JSON);
        let _ = imported(&text, CSV);
        let _ = imported(&format!("Year,Month,Day,Time,Headline,Type\n{}", cells.join(",")), CSV);
        let fields = cells.join("\",\"");
        let _ = imported(&format!("{{\"events\":[{{\"start_date\":{{\"year\":\"{fields}\"}}}}]}}"), JSON);
    }

    #[test]
    fn whatever_is_written_is_read_back(title in "[ -~あ&<>]{1,20}", summary in "[ -~日]{0,30}", year in -9999_i64..9999, month in 1_u8..=12) {
        let year = crate::exchange::dates::year(year);
        let value = |text: &str| serde_json::to_string(text).expect("a text");
        let text = format!("Timeline(events: [(id: \"a\", when: \"{year}-{month:02}\", title: {}, summary: {})])", value(&title), value(&summary));
        let ours = Document::parse("t.ron", text);
        for format in [JSON, CSV] {
            let (text, _) = written(&ours, format, Lang::En);
            let (theirs, _) = read(&text, format);
            let (here, there) = (&ours.timeline.events[0], &theirs.timeline.events[0]);
            prop_assert_eq!(here.when.text(), there.when.text());
            let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let title = match squeezed(&here.title) { title if title.is_empty() => "Untitled".to_owned(), title => title };
            prop_assert_eq!(title, squeezed(&there.title));
            prop_assert_eq!(squeezed(&here.summary), squeezed(&there.summary));
        }
    }
}
