//! markwhen there and back, as it is found, and as nobody should write it.

use proptest::prelude::*;

use crate::exchange::round_trip::{
    assert_same, document, hard_document, shipped, taken, there_and_back,
};
use crate::exchange::{Format, Mapping, read};
use crate::time::Lang;

const FORMAT: Format = Format::Markwhen;

fn whens(text: &str) -> Vec<String> {
    let read = read(text.as_bytes(), "a", Some(FORMAT), &Mapping::default()).expect("readable");
    let document = crate::document::Document::parse("t.ron", read.text);
    let mut events: Vec<_> = document.timeline.events.iter().collect();
    events.sort_by_key(|event| event.range.range().start);
    events
        .iter()
        .map(|event| event.when.text().to_owned())
        .collect()
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
    assert!(text.contains("\n# Trade & economy #trade\n"), "{text}");
    assert!(text.contains(
        "\n1971-08-15: Nixon Shock: dollar leaves gold #trade\nid: \"nixon-shock-dollar\"\n"
    ));
    assert!(text.contains("\n1941-12-07T18:18:00Z: "));
}

#[test]
fn japanese_titles_come_back_beside_the_others() {
    let ours = shipped();
    let (back, text, _) = there_and_back(&ours, FORMAT, Lang::Ja);
    assert!(text.contains("1971-08-15: ニクソン・ショック"));
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
    for (date, expected) in [
        ("1971", "1971"),
        ("1971-08", "1971-08"),
        ("1971-08-15", "1971-08-15"),
        ("1945-09-02/1952-04-28", "1945-09-02/1952-04-28"),
        ("1892/2021-08-12", "1892/2021-08-12"),
        ("2004-06 / 2006-08", "2004-06/2006-08"),
        ("2005/now", "2005/.."),
        ("2018/6 months", "2018-01-01/2018-06-30"),
        ("12/2012", "2012-12"),
        ("12/7/1941", "1941-12-07"),
        ("08/2015-05/2017", "2015-08/2017-05"),
        ("1998-06/01/2000", "1998/2000-06-01"),
        ("January 3 1971 - Apr 6 1971", "1971-01-03/1971-04-06"),
        ("1 Jan 1998 to 11/11/2011 8am", "1998-01-01/2011-11-11"),
        ("4 January 1996", "1996-01-04"),
        ("Dec 7 1941", "1941-12-07"),
        ("1941-12-07 07:48", "1941-12-07T07:48:00"),
        ("12/07/1941 7:48am", "1941-12-07T07:48:00"),
        ("1941-12-07T18:18:00Z", "1941-12-07T18:18:00Z"),
        ("2020-02-22T12:13:14Z-now", "2020-02-22/.."),
        ("44 BCE", "-0043"),
        ("300 - 200 BCE", "-0299/-0199"),
        ("50 BCE - 50 CE", "-0049/0050"),
        ("1971-W33-7", "1971-08-22"),
        ("2022-08-07 every 12 months x30", "2022-08-07"),
    ] {
        assert_eq!(whens(&format!("{date}: A")), [expected], "{date}");
    }
    assert_eq!(whens("dateFormat: d/M/y\n07/12/1941: A"), ["1941-12-07"]);
    assert_eq!(
        whens("timezone: Pacific/Honolulu\n1941-12-07 07:48: A"),
        ["1941-12-07T07:48:00-10:30"]
    );
}

#[test]
fn dates_that_hang_on_others_are_counted_from_those() {
    for (text, expected) in [
        (
            "2023-01-01/2023-01-14: A !one\nafter !one 2 weeks: B",
            vec!["2023-01-01/2023-01-14", "2023-01-15/2023-01-28"],
        ),
        (
            "2023-01-01: A\nid: one\n\n1 week: B\n!one 1 month: C",
            vec![
                "2023-01-01",
                "2023-01-02/2023-01-08",
                "2023-01-02/2023-02-01",
            ],
        ),
        (
            "12/25/2022: A\n5 days - 3 days: B",
            vec!["2022-12-25", "2022-12-31/2023-01-02"],
        ),
        (
            "2022-12-25: A !c\nbefore !c 1 month: B",
            vec!["2022-12-25", "2022-11-25/2022-12-24"],
        ),
        (
            "2022-12-25: A !c\nby !c 1 week - 1 month: B",
            vec!["2022-12-25", "2022-11-18/2022-12-17"],
        ),
        ("2022-07-13/5 week days: A", vec!["2022-07-13/2022-07-19"]),
        (
            "Dec 7 1941: A\nid: pearlHarbor\n\nafter !pearlHarbor / 100 years: B",
            vec!["1941-12-07", "1941-12-08/2041-12-07"],
        ),
        (
            "2022-01-01: A\n15:30: B",
            vec!["2022-01-01", "2022-01-01T15:30:00"],
        ),
        ("2022-01-01: A\nafter !nobody 2 days: B", vec!["2022-01-01"]),
        ("2 days: A\n2022: B\nnow: C\nJuly: D", vec!["2022"]),
        (
            "2022: A\n999999999 years: B\n4000000000 weeks: C",
            vec!["2022"],
        ),
    ] {
        assert_eq!(whens(text), expected, "{text}");
    }
}

#[test]
fn a_file_as_people_write_it_is_read() {
    let text = include_str!("../../../tests/exchange/fixtures/history.mw");
    let (document, losses) = taken(text, FORMAT);
    let timeline = &document.timeline;
    assert_eq!(timeline.title, "Across the Pacific");
    let titles: Vec<_> = timeline.events.iter().map(|event| &*event.title).collect();
    assert_eq!(
        titles,
        [
            "Black ships",
            "Treaty of Kanagawa",
            "Security Treaty revised",
            "The dollar leaves gold",
            "Plaza Accord"
        ]
    );
    let treaty = timeline.event("kanagawa").expect("the treaty");
    assert_eq!(treaty.when.text(), "1854-03-31");
    assert_eq!(
        &*treaty.summary,
        "Signed by @perry at Yokohama, in his words.\n\n- two ports\n- a consul: later"
    );
    assert_eq!(timeline.categories[treaty.category].name, "Opening");
    let actors: Vec<_> = treaty
        .actors
        .iter()
        .map(|index| &*timeline.actors[index].name)
        .collect();
    assert_eq!(actors, ["perry"]);
    let urls: Vec<_> = treaty
        .sources
        .iter()
        .filter_map(|index| timeline.sources[index].url.as_deref())
        .collect();
    assert_eq!(urls, ["https://example.org/perry"]);
    let dollar = timeline
        .events
        .iter()
        .find(|event| event.title.contains("dollar"))
        .expect("the shock");
    let category = &timeline.categories[dollar.category];
    assert_eq!((&*category.name, category.color.is_some()), ("Trade", true));
    let report = losses.to_string();
    for part in [
        "`view` of the header has no place here",
        "the colour `heather` is not known: opening",
        "a picture has no place here: Plaza Accord",
        "whether something is done has no place here: Security Treaty revised",
        "a second tag (`#protest`)",
        "a comment has no place here",
        "since `now` is wherever the clock of its reader stands: `now`: Today",
    ] {
        assert!(report.contains(part), "{part}\n{report}");
    }
}

#[test]
fn of_sections_in_sections_the_coloured_one_is_the_category() {
    let text = "#Docks: #abc\n\nsection All\ngroup The docks #Docks\n1854: Opened\nendGroup\ngroup Other\n1855: Closed\n";
    let (document, losses) = taken(text, FORMAT);
    let categories: Vec<_> = document
        .timeline
        .categories
        .iter()
        .map(|category| (&*category.name, category.color.is_some()))
        .collect();
    assert_eq!(categories, [("The docks", true), ("All", false)]);
    let report = losses.to_string();
    assert!(report.contains("one of them is the category"), "{report}");
}

#[test]
fn a_date_that_was_changed_is_what_it_was_changed_to() {
    let ours = document("Timeline(events: [(id: \"a\", when: \"1971~\", title: \"A\")])");
    let (back, text, _) = there_and_back(&ours, FORMAT, Lang::En);
    assert_eq!(back.timeline.events[0].when.text(), "1971~");
    let (back, losses) = taken(&text.replace("1971: A", "1972: A"), FORMAT);
    assert_eq!(back.timeline.events[0].when.text(), "1972");
    assert!(losses.to_string().contains("was changed"), "{losses}");
}

#[test]
fn no_line_of_a_text_becomes_an_event_or_a_section() {
    let summary = "1971-08-15: a date\\n# A section\\nsection One\\nid: other\\n// no comment\\nendSection\\nnow: x\\n#tag [a](https://b.c) @d !e\\n---";
    let ours = document(&format!(
        "Timeline(categories: [(id: \"c\", name: \"C #1\")], events: [(id: \"a\", when: \"1971\", title: \"# 1972: B #x\", \
         summary: \"{summary}\", category: \"c\")])"
    ));
    let (back, _, [_, home]) = there_and_back(&ours, FORMAT, Lang::En);
    assert_same(&ours, &back);
    assert!(home.is_empty(), "{home}");
}

#[test]
fn years_out_of_four_digits_are_written_as_far_as_markwhen_has_them() {
    let ours = document(
        "Timeline(events: [(id: \"a\", when: \"-0043-03-15\", title: \"Ides\"), (id: \"b\", when: \"Y12000\", title: \"Far\"), \
         (id: \"c\", when: \"-0299/-0199\", title: \"Wars\"), (id: \"d\", when: \"Y-170000\", title: \"Too far\"), \
         (id: \"e\", when: \"0000\", title: \"One\")])",
    );
    let (back, text, [out, _]) = there_and_back(&ours, FORMAT, Lang::En);
    for line in [
        "44 BCE: Ides",
        "12000 CE: Far",
        "300 BCE - 200 BCE: Wars",
        "0000: One",
    ] {
        assert!(text.contains(&format!("\n{line}\n")), "{line}\n{text}");
    }
    assert_eq!(back.timeline.events.len(), 4);
    assert_eq!(
        back.timeline.event("a").expect("it").when.text(),
        "-0043-03-15"
    );
    assert!(out.to_string().contains("left out: Too far"), "{out}");
}

#[test]
fn what_has_no_events_is_refused_in_words() {
    for text in ["", "title: Nothing\n\nWords.", "{\"a\": 1}", "---\n1971: A"] {
        let error =
            read(text.as_bytes(), "a", Some(FORMAT), &Mapping::default()).expect_err("no events");
        assert!(
            error.to_string().contains("expected lines such as"),
            "{error}"
        );
    }
}

#[test]
fn a_hundred_thousand_events_are_read_in_seconds() {
    let text = format!(
        "title: Long\n{}",
        "1971-08-15: The dollar #trade\nid: a\n\nSome text: and [a link](https://a.b/c)\n"
            .repeat(100_000)
    );
    let started = std::time::Instant::now();
    let read = read(text.as_bytes(), "a.mw", Some(FORMAT), &Mapping::default()).expect("readable");
    assert_eq!(read.events, 100_000);
    assert!(started.elapsed().as_secs() < 120, "{:?}", started.elapsed());
}

#[test]
fn hostile_text_costs_no_more_than_its_length() {
    let started = std::time::Instant::now();
    for piece in [
        "# a\n",
        "group a\n",
        "[a](",
        "![",
        "1 day ",
        "1971/",
        "---\n",
        "\\",
        "#a ",
        "after !a 1 day: b !a\n",
        "[",
        "!a ",
    ] {
        let text = format!("1971: A {}", piece.repeat(100_000));
        let _ = read(text.as_bytes(), "a.mw", Some(FORMAT), &Mapping::default());
        let _ = read(
            format!("1971: A\n{}", piece.repeat(100_000)).as_bytes(),
            "a.mw",
            Some(FORMAT),
            &Mapping::default(),
        );
    }
    assert!(started.elapsed().as_secs() < 120, "{:?}", started.elapsed());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn hard_words_come_back(ours in hard_document()) {
        let (back, _, _) = there_and_back(&ours, FORMAT, Lang::En);
        assert_same(&ours, &back);
    }

    #[test]
    fn no_text_makes_it_stumble(
        lines in prop::collection::vec(
            prop_oneof![
                "[0-9]{1,5}([/-][0-9]{1,4}){0,2}( - |/| to )?(now|[0-9]{1,12} (days|months|years))?:.{0,9}",
                "(after|before|by)? ?!?[a-c]{0,2} ?[0-9]{0,10} (days|week days|s|y): [!#@\\[\\]()a-c]{0,9}",
                "(id|when|links|sources|actors): [\\[{\"a-c0-9,}\\]]{0,9}",
                "\\PC{0,20}",
                any::<String>(),
            ],
            0..20,
        ),
    ) {
        let _ = read(lines.join("\n").as_bytes(), "a.mw", Some(FORMAT), &Mapping::default());
    }
}
