//! Items and groups there and back, as they are found, and as nobody should write them.

use proptest::prelude::*;

use crate::exchange::round_trip::{
    assert_same, document, hard_document, shipped, taken, there_and_back,
};
use crate::exchange::{Format, Mapping, read};
use crate::time::Lang;

const FORMAT: Format = Format::Vis;

fn when(fields: &str) -> String {
    let text = format!("[{{\"content\": \"A\", {fields}}}]");
    let (document, _) = taken(&text, FORMAT);
    let events = &document.timeline.events;
    events
        .first()
        .map_or_else(String::new, |event| event.when.text().to_owned())
}

#[test]
fn the_shipped_file_comes_back_whole() {
    let ours = shipped();
    let (back, text, [out, home]) = there_and_back(&ours, FORMAT, Lang::En);
    assert_same(&ours, &back);
    assert!(home.is_empty(), "{home}");
    assert!(
        out.to_string().contains("a quotation has no place there"),
        "{out}"
    );
    let colours = |document: &crate::document::Document| {
        let categories = document.timeline.categories.iter();
        categories
            .map(|category| (category.name.clone(), category.color.clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(colours(&ours), colours(&back));
    let whole: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let items = whole["items"].as_array().expect("items");
    assert!(
        items
            .iter()
            .any(|item| item["type"] == "background" && item["content"] == "Occupation")
    );
    let shock = items
        .iter()
        .find(|item| item["id"] == "nixon-shock-dollar")
        .expect("the shock");
    assert_eq!(
        (&shock["start"], &shock["group"]),
        (&"1971-08-15".into(), &"trade".into())
    );
    assert!(shock.get("end").is_none());
}

#[test]
fn japanese_titles_come_back_beside_the_others() {
    let ours = shipped();
    let (back, text, _) = there_and_back(&ours, FORMAT, Lang::Ja);
    assert!(text.contains("\"content\": \"ニクソン・ショック"));
    let id = "nixon-shock-dollar";
    let (one, other) = (ours.timeline.event(id), back.timeline.event(id));
    let (one, other) = (one.expect("there"), other.expect("back"));
    assert_eq!(
        (&*one.title, &one.title_ja),
        (&*other.title, &other.title_ja)
    );
}

#[test]
fn dates_are_read_however_they_are_written() {
    for (fields, expected) in [
        ("\"start\": \"1971-08-15\"", "1971-08-15"),
        ("\"start\": \"1971-08\"", "1971-08"),
        ("\"start\": \"1971\"", "1971"),
        ("\"start\": \"1971-08-15T00:00:00.000Z\"", "1971-08-15"),
        (
            "\"start\": \"1941-12-07T07:48:00-10:30\"",
            "1941-12-07T07:48:00-10:30",
        ),
        ("\"start\": \"1941-12-07 07:48\"", "1941-12-07T07:48:00"),
        (
            "\"start\": \"1941-12-07T18:18:00.123+0000\"",
            "1941-12-07T18:18:00+00:00",
        ),
        ("\"start\": 51062400000", "1971-08-15"),
        ("\"start\": -885793320000", "1941-12-06T18:18:00Z"),
        ("\"start\": -885793320000.5", "1941-12-06T18:18:00Z"),
        ("\"start\": 1e300", ""),
        ("\"start\": \"-000043-03-15\"", "-0043-03-15"),
        ("\"start\": \"-013000-01-01\"", "Y-13000"),
        ("\"start\": \"15 August 1971\"", "1971-08-15"),
        (
            "\"start\": \"1945-09-02\", \"end\": \"1952-04-28\"",
            "1945-09-02/1952-04-28",
        ),
        ("\"start\": \"1945-09-02\", \"end\": null", "1945-09-02"),
        (
            "\"start\": \"1945-09-02\", \"end\": \"1945-09-02\"",
            "1945-09-02",
        ),
        (
            "\"start\": \"1945-09-02\", \"end\": \"1944-09-02\"",
            "1945-09-02",
        ),
        (
            "\"start\": \"1941-12-07 07:48\", \"end\": \"1941-12-08 09:00\"",
            "1941-12-07/1941-12-08",
        ),
        ("\"start\": \"1945-09-02\", \"end\": [1]", "1945-09-02"),
        ("\"start\": {}", ""),
        ("\"start\": \"once\"", ""),
        ("\"end\": \"1971\"", ""),
    ] {
        assert_eq!(when(fields), expected, "{fields}");
    }
}

#[test]
fn data_as_pages_have_it_is_read() {
    let text = include_str!("../../../tests/exchange/fixtures/vis.json");
    let (document, losses) = taken(text, FORMAT);
    let timeline = &document.timeline;
    let categories: Vec<_> = timeline
        .categories
        .iter()
        .map(|category| {
            (
                &*category.name,
                category
                    .color
                    .as_deref()
                    .unwrap_or_default()
                    .trim_start_matches('#'),
            )
        })
        .collect();
    assert_eq!(
        categories,
        [
            ("Security", "C4501B"),
            ("Trade", "AABBCC"),
            ("7", ""),
            ("uncategorised", "")
        ]
        .map(|(name, color)| if name == "uncategorised" {
            ("Uncategorised", color)
        } else {
            (name, color)
        })
    );
    let treaty = timeline.event("1").expect("the treaty");
    assert_eq!(&*treaty.title, "Security Treaty revised");
    assert_eq!(
        &*treaty.summary,
        "Protests in Tokyo\n\nRatified on 19 June & in force on the 23rd."
    );
    let sources: Vec<_> = treaty
        .sources
        .iter()
        .filter_map(|index| timeline.sources[index].url.as_deref())
        .collect();
    assert_eq!(sources, ["https://example.org/treaty"]);
    assert_eq!(timeline.eras.len(), 1);
    assert_eq!(timeline.eras[0].when.text(), "1945-09-02/1952-04-28");
    let report = losses.to_string();
    for part in [
        "`editable` has no place here: Security Treaty revised",
        "`nestedGroups` of a group has no place here",
        "whose `start` is no date: \"soon\"",
        "leads to no page of the web",
        "a picture has no place here",
        "an item that is no object was left out: item 7",
    ] {
        assert!(report.contains(part), "{part}\n{report}");
    }
}

#[test]
fn a_class_is_a_category_where_there_are_no_groups() {
    let text = "[{\"id\": 1, \"content\": \"A\", \"start\": \"1971\", \"className\": \"red\"}]";
    let (document, losses) = taken(text, FORMAT);
    assert_eq!(document.timeline.categories[0].name, "red");
    assert!(losses.is_empty(), "{losses}");
}

#[test]
fn a_date_that_was_moved_is_where_it_was_moved_to() {
    let ours = document("Timeline(events: [(id: \"a\", when: \"1971~\", title: \"A\")])");
    let (back, text, _) = there_and_back(&ours, FORMAT, Lang::En);
    assert_eq!(back.timeline.events[0].when.text(), "1971~");
    let (back, losses) = taken(&text.replace("1971-01-01", "1971-03-01"), FORMAT);
    assert_eq!(back.timeline.events[0].when.text(), "1971-03-01/1972-01-01");
    assert!(losses.to_string().contains("was moved"), "{losses}");
}

#[test]
fn what_is_no_data_is_refused_in_words() {
    for (text, place, part) in [
        ("", Some((1, 1)), "ends before it is whole"),
        ("[{\"id\": 1,\n", Some((2, 1)), "ends before it is whole"),
        (
            "var items = new vis.DataSet([\n{id: a + 1}])",
            Some((2, 1)),
            "JSON.stringify",
        ),
        ("{\"events\": []}", None, "found an object without `items`"),
        ("{\"items\": 3}", None, "found an object without `items`"),
        ("3", None, "found a number"),
    ] {
        let error =
            read(text.as_bytes(), "a", Some(FORMAT), &Mapping::default()).expect_err("no data");
        let near = |(line, column): (usize, usize)| (line, column <= 20);
        assert_eq!(error.place.map(near), place.map(near), "{error}");
        assert!(error.to_string().contains(part), "{error}");
    }
    let deep = "[".repeat(100_000);
    assert!(read(deep.as_bytes(), "a", Some(FORMAT), &Mapping::default()).is_err());
}

#[test]
fn nothing_breaks_out_of_its_place() {
    let ours = document(
        "Timeline(events: [(id: \"a\", when: \"1971\", title: \"<img src=x onerror=alert(1)>\", summary: \"</b>&lt;\\n'\\\"\")])",
    );
    let (back, text, _) = there_and_back(&ours, FORMAT, Lang::En);
    assert!(text.contains("&lt;img src=x onerror=alert(1)&gt;"));
    assert!(!text.contains("<img"));
    assert_same(&ours, &back);
}

#[test]
fn a_hundred_thousand_items_are_read_in_seconds() {
    let item = "{\"id\": 1, \"content\": \"<b>A</b>\", \"start\": \"1971-08-15T10:00:00\", \"group\": 3, \"x\": 1},";
    let text = format!(
        "[{}{{\"id\": 2, \"content\": \"B\", \"start\": 0}}]",
        item.repeat(100_000)
    );
    let started = std::time::Instant::now();
    let read =
        read(text.as_bytes(), "a.json", Some(FORMAT), &Mapping::default()).expect("readable");
    assert_eq!(read.events, 100_001);
    assert!(started.elapsed().as_secs() < 120, "{:?}", started.elapsed());
}

fn json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<f64>().prop_map(Into::into),
        "[0-9TZ:+. -]{0,24}".prop_map(Into::into),
        any::<String>().prop_map(Into::into),
    ];
    leaf.prop_recursive(4, 32, 6, |inner| {
        let names = prop::sample::select(vec![
            "items",
            "groups",
            "id",
            "content",
            "title",
            "start",
            "end",
            "type",
            "group",
            "style",
            "transpacific",
            "when",
            "sources",
            "links",
            "url",
        ]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Into::into),
            prop::collection::vec((names, inner), 0..6).prop_map(|fields| {
                let fields = fields
                    .into_iter()
                    .map(|(name, value)| (name.to_owned(), value));
                serde_json::Value::Object(fields.collect())
            }),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn hard_words_come_back(ours in hard_document()) {
        let (back, _, _) = there_and_back(&ours, FORMAT, Lang::En);
        assert_same(&ours, &back);
    }

    #[test]
    fn no_json_makes_it_stumble(value in json()) {
        let _ = read(value.to_string().as_bytes(), "a.json", Some(FORMAT), &Mapping::default());
    }
}

#[test]
fn the_data_of_a_page_are_read_from_its_script() {
    let text = "// dates\nconst items = new vis.DataSet([\n  {id: 1, content: 'Signed', start: '1951-09-08'},\n]);";
    let taken = read(text.as_bytes(), "a.js", None, &Mapping::default()).expect("a timeline");
    assert_eq!((taken.format, taken.events), (FORMAT, 1));
    assert!(
        taken.text.contains("when: \"1951-09-08\""),
        "{}",
        taken.text
    );
}
