use super::*;
use crate::exchange::draft::DraftEvent;

fn read_in(text: &str) -> (Draft, Losses) {
    let mut losses = Losses::default();
    let draft = read(text, &mut losses).expect("results");
    (draft, losses)
}

fn one(fields: &str) -> DraftEvent {
    let (draft, _) = read_in(&format!("[{{{fields}}}]"));
    draft.events[0].clone()
}

#[test]
fn verbose_results_are_read_whole() {
    let (draft, losses) = read_in(include_str!(
        "../../../tests/exchange/fixtures/wikidata-verbose.json"
    ));
    let [occupation, vague] = &draft.events[..] else {
        panic!("{:?}", draft.events)
    };
    assert_eq!(occupation.id.as_deref(), Some("Q101"));
    assert_eq!(occupation.title, "occupation of Japan");
    assert_eq!(occupation.title_ja.as_deref(), Some("占領"));
    assert_eq!(occupation.when, "1945-09-02/1952-04");
    assert_eq!(occupation.summary, "rule by the Allies");
    assert_eq!(occupation.actors, ["United States", "Japan"]);
    let sources: Vec<_> = occupation
        .sources
        .iter()
        .map(|source| {
            (
                source.title.as_str(),
                source.url.as_deref().unwrap_or_default(),
            )
        })
        .collect();
    assert_eq!(
        sources,
        [
            (
                "occupation of Japan, Wikidata",
                "https://www.wikidata.org/wiki/Q101"
            ),
            (
                "occupation of Japan, Wikipedia",
                "https://en.wikipedia.org/wiki/Occupation_of_Japan"
            ),
        ]
    );
    assert_eq!((&*vague.title, &*vague.when), ("Q202", "18XX"));
    assert_eq!(
        losses.to_string(),
        "- the column `image` has no place here: occupation of Japan\n\
         - the column `placeLabel` has no place here: occupation of Japan\n\
         - a title is not among the results: Q202\n"
    );
}

#[test]
fn plain_results_are_read_whole() {
    let (draft, losses) = read_in(include_str!(
        "../../../tests/exchange/fixtures/wikidata.json"
    ));
    let told: Vec<_> = draft
        .events
        .iter()
        .map(|event| (event.title.as_str(), event.when.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("Nixon shock", "1971-08-15"),
            ("Treaty", "1960"),
            ("Battle of Zela", "-0066"),
            ("Birth of Caesar", "-0099-07-12"),
            ("Railway operation", "1937-12-01"),
            ("Unknown value", ""),
            ("Undated", ""),
        ]
    );
    let report = losses.to_string();
    for line in [
        "the column `image` has no place here: Nixon shock\n",
        "more than one date; the first one was taken: Nixon shock\n",
        "1 January was taken for a date of which only the year is known, since the results do not say (ask for \
         wikibase:timePrecision): Treaty; Battle of Zela\n",
        "(ask for wikibase:timePrecision): Railway operation\n",
        "a date could not be read: Unknown value (t1234)\n",
    ] {
        assert!(report.contains(line), "{line}\n{report}");
    }
}

#[test]
fn dates_are_as_precise_as_they_are_known() {
    let date = |date: &str, precision: &str| {
        one(&format!(
            "\"date\": \"{date}\", \"precision\": \"{precision}\""
        ))
        .when
    };
    for (stamp, precision, told) in [
        ("1971-01-01T00:00:00Z", "11", "1971-01-01"),
        ("1971-08-01T00:00:00Z", "10", "1971-08"),
        ("1971-01-01T00:00:00Z", "9", "1971"),
        ("1971-01-01T00:00:00Z", "", "1971"),
        ("1975-01-01T00:00:00Z", "8", "197X"),
        ("1900-01-01T00:00:00Z", "7", "18XX"),
        ("1901-01-01T00:00:00Z", "7", "19XX"),
        ("2000-01-01T00:00:00Z", "6", "1XXX"),
        ("-0043-01-01T00:00:00Z", "8", "-0043~"),
        ("-0043-03-15T00:00:00Z", "11", "-0043-03-15"),
        ("-66000000-01-01T00:00:00Z", "3", "Y-66000000~"),
    ] {
        assert_eq!(date(stamp, precision), told, "{stamp} {precision}");
    }
}

#[test]
fn columns_are_known_by_their_names_and_values() {
    let event = one(
        "\"battle\": \"http://www.wikidata.org/entity/Q9\", \"battleLabel\": \"A\", \"battleLabel_ja\": \"あ\", \
         \"countries\": \"http://www.wikidata.org/entity/Q8\", \"instanceOfLabel\": \"siege\", \"startTime\": \
         \"1868-05-03T00:00:00Z\", \"endTime\": \"1869-06-27T00:00:00Z\", \"website\": \"https://example.org/\"",
    );
    assert_eq!(event.title, "A");
    assert_eq!(event.title_ja.as_deref(), Some("あ"));
    assert_eq!(event.id.as_deref(), Some("Q9"));
    assert_eq!(event.category.as_deref(), Some("siege"));
    assert_eq!(event.when, "1868-05-03/1869-06-27");
    assert_eq!(event.sources.len(), 2);
    let year = one("\"itemLabel\": \"A\", \"year\": \"1215\"");
    assert_eq!((&*year.title, &*year.when), ("A", "1215"));
}

#[test]
fn wrong_types_at_every_level_harm_nothing_else() {
    for text in [
        "null",
        "1",
        "{}",
        "{\"head\": {}, \"boolean\": true}",
        "{\"results\": {\"bindings\": {}}}",
    ] {
        let error = read(text, &mut Losses::default()).expect_err(text);
        assert!(error.to_string().contains("SELECT"), "{error}");
    }
    let (draft, losses) = read_in(
        "{\"head\": {\"vars\": [1, {}]}, \"results\": {\"bindings\": [null, 1, {}, {\"date\": []},
          {\"date\": {\"value\": {}}, \"x\": {}}, {\"date\": {\"value\": \"1971\"}}]}}",
    );
    assert_eq!(draft.events.len(), 4);
    assert_eq!(draft.events[3].when, "1971");
    assert!(losses.to_string().contains("a row that is"), "{losses}");
}

#[test]
fn a_hundred_thousand_rows_take_seconds() {
    let started = std::time::Instant::now();
    let row = |number: usize, item: usize| {
        format!(
            "{{\"item\": \"http://www.wikidata.org/entity/Q{item}\", \"date\": \"1971-08-15T00:00:00Z\", \
             \"itemLabel\": \"A {item}\", \"participantLabel\": \"B {number}\"}}"
        )
    };
    for one in [false, true] {
        let rows: Vec<_> = (0..100_000)
            .map(|number| row(number, if one { 1 } else { number }))
            .collect();
        let (draft, _) = read_in(&format!("[{}]", rows.join(",")));
        assert_eq!(draft.events.len(), if one { 1 } else { 100_000 });
    }
    assert!(started.elapsed().as_secs() < 120, "{:?}", started.elapsed());
}
