use super::*;

fn read_in(text: &str) -> (Draft, Losses) {
    let mut losses = Losses::default();
    let draft = read(text, &mut losses).expect("a timeline");
    (draft, losses)
}

fn when(fields: &str) -> String {
    let (draft, _) = read_in(&format!("{{\"events\": [{{\"title\": \"A\", {fields}}}]}}"));
    draft.events[0].when.clone()
}

#[test]
fn a_file_is_read_whole() {
    let (draft, losses) = read_in(include_str!("../../../tests/exchange/fixtures/simile.json"));
    let told: Vec<_> = draft
        .events
        .iter()
        .map(|event| (event.title.as_str(), event.when.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("Nixon Shock: the dollar & gold", "1971-08-15"),
            ("Occupation", "1945-09-02/1952-04-28"),
            ("Yen let go", "[1971..1973]"),
            ("Treaty", "[1960..1961]"),
            ("Ides", "-0043-03-15"),
            ("Ships", "1853"),
            ("Either", "1961-05-10"),
            ("Never", ""),
        ]
    );
    let shock = &draft.events[0];
    assert_eq!(shock.id.as_deref(), Some("shock"));
    assert_eq!(shock.summary, "The dollar leaves gold.\nSee the record.");
    let urls: Vec<_> = shock
        .sources
        .iter()
        .filter_map(|source| source.url.as_deref())
        .collect();
    assert_eq!(
        urls,
        ["https://example.org/record", "https://example.org/shock"]
    );
    assert_eq!(draft.events[3].summary, "Revised in January 1960.");
    assert_eq!(draft.events[4].summary, "Short names");
    assert_eq!(draft.categories.len(), 1);
    assert_eq!(draft.categories[0].color.as_deref(), Some("#0055AA"));
    assert_eq!(
        losses.to_string(),
        "- the wiki that every title links to has no place here\n\
         - a picture (`image`) has no place here: Nixon Shock: the dollar & gold\n\
         - `isDuration: true` means a moment within its stretch in this format; write it as a stretch if one was meant: \
         Yen let go\n\
         - a link that leads to no page of the web was left out: Ships\n\
         - the track of an event (`trackNum`) has no place here: Ships\n\
         - a date may have been meant otherwise; look it up: Either (5/10/1961, read as 1961-05-10)\n\
         - a date (`start`) could not be read: Never (once)\n\
         - an event that is a text was left out\n"
    );
}

#[test]
fn with_an_end_it_is_a_stretch_unless_said_otherwise() {
    let ends = "\"start\": \"1945\", \"end\": \"1952\"";
    for (more, told) in [
        ("", "1945/1952"),
        (", \"isDuration\": false", "1945/1952"),
        (", \"isDuration\": true", "[1945..1952]"),
        (", \"durationEvent\": true", "1945/1952"),
        (", \"durationEvent\": false", "[1945..1952]"),
        (", \"durationEvent\": null", "1945/1952"),
        (", \"de\": false", "[1945..1952]"),
    ] {
        assert_eq!(when(&format!("{ends}{more}")), told, "{more}");
    }
}

#[test]
fn colours_of_a_class_that_differ_are_none() {
    let (draft, _) = read_in(
        "[{\"start\": \"1971\", \"classname\": \"a\", \"color\": \"#00AA00\"},
          {\"start\": \"1972\", \"classname\": \"a\", \"color\": \"#AA0000\"}]",
    );
    assert_eq!(draft.categories[0].name, "a");
    assert_eq!(draft.categories[0].color, None);
}

#[test]
fn wrong_types_at_every_level_harm_nothing_else() {
    for text in [
        "null",
        "1",
        "\"a\"",
        "{}",
        "{\"events\": {}}",
        "{\"events\": null}",
    ] {
        let error = read(text, &mut Losses::default()).expect_err(text);
        assert!(error.to_string().contains("events"), "{error}");
    }
    let (draft, losses) = read_in(
        "{\"dateTimeFormat\": [], \"events\": [null, [], 1, {}, {\"start\": [], \"title\": {}, \"link\": 1},
          {\"start\": \"1971\", \"title\": 7, \"description\": [1], \"image\": {}}]}",
    );
    assert_eq!(draft.events.len(), 3);
    assert_eq!(
        (&*draft.events[2].title, &*draft.events[2].when),
        ("7", "1971")
    );
    assert_eq!(losses.kinds().len(), 4, "{losses}");
}

#[test]
fn what_only_a_browser_can_read_is_told_what_to_do() {
    let text = "var timeline_data = {  // save as a global variable\n'dateTimeFormat': 'iso8601',\n'events': [{'start': new Date(1971, 7, 15)}]}";
    let error = read(text, &mut Losses::default()).expect_err("a script");
    assert!(
        error.to_string().contains("copy(JSON.stringify("),
        "{error}"
    );
}

#[test]
fn a_hundred_thousand_events_take_seconds() {
    let event = "{\"start\": \"Wed Jan 06 1963 00:00:00 GMT-0600\", \"end\": \"Jan 07 1963\", \"title\": \"A\", \
                 \"description\": \"<p>Some <b>words</b></p>\", \"link\": \"https://example.org/\"}";
    let text = format!("{{\"events\": [{}]}}", vec![event; 100_000].join(","));
    let started = std::time::Instant::now();
    let (draft, _) = read_in(&text);
    assert_eq!(draft.events.len(), 100_000);
    assert_eq!(draft.events[9].when, "1963-01-06/1963-01-07");
    assert!(started.elapsed().as_secs() < 120, "{:?}", started.elapsed());
}
