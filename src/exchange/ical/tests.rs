//! Calendars there and back, as they are found, and as nobody should write them.

use proptest::prelude::*;

use crate::exchange::round_trip::{
    assert_same, document, hard_document, shipped, taken, there_and_back,
};
use crate::exchange::{Format, Mapping, read};
use crate::time::Lang;

const FORMAT: Format = Format::ICalendar;

/// A calendar with these lines of one event.
fn calendar(lines: &str) -> String {
    format!("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n")
}

fn when(lines: &str) -> String {
    let (document, _) = taken(&calendar(&format!("SUMMARY:A\n{lines}")), FORMAT);
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
    let out = out.to_string();
    for kind in [
        "a quotation has no place there",
        "a story has no place there",
        "doubt about a date is not shown",
    ] {
        assert!(out.contains(kind), "{out}");
    }
    assert!(text.lines().all(|line| line.trim_end().len() <= 75));
    assert!(
        text.split_inclusive('\n')
            .all(|line| line.ends_with("\r\n"))
    );
}

#[test]
fn a_strict_reader_takes_what_is_written() {
    let (_, text, _) = there_and_back(&shipped(), FORMAT, Lang::En);
    let calendar: icalendar::Calendar = text.parse().expect("a calendar");
    let shock = calendar.events().find(|event| {
        use icalendar::Component as _;
        event
            .get_summary()
            .is_some_and(|title| title.contains("leaves gold"))
    });
    use icalendar::Component as _;
    let shock = shock.expect("the shock");
    let day = |text: &str| Some(text.parse::<chrono::NaiveDate>().expect("a day").into());
    assert_eq!(shock.get_start(), day("1971-08-15"));
    assert_eq!(shock.get_end(), day("1971-08-16"));
    assert!(shock.get_timestamp().is_some() && shock.get_uid().is_some());
}

#[test]
fn japanese_titles_come_back_beside_the_others() {
    let ours = shipped();
    let (back, text, _) = there_and_back(&ours, FORMAT, Lang::Ja);
    assert!(text.contains("SUMMARY:ニクソン・ショック"));
    let id = "nixon-shock-dollar";
    let (one, other) = (ours.timeline.event(id), back.timeline.event(id));
    let (one, other) = (one.expect("there"), other.expect("back"));
    assert_eq!(
        (&*one.title, &one.title_ja),
        (&*other.title, &other.title_ja)
    );
}

#[test]
fn a_date_that_was_moved_is_where_it_was_moved_to() {
    let ours = document("Timeline(events: [(id: \"a\", when: \"1971~\", title: \"A\")])");
    let (back, text, _) = there_and_back(&ours, FORMAT, Lang::En);
    assert_eq!(back.timeline.events[0].when.text(), "1971~");
    let moved = text.replace("DTSTART;VALUE=DATE:19710101", "DTSTART;VALUE=DATE:19710301");
    let (back, losses) = taken(&moved, FORMAT);
    assert_eq!(back.timeline.events[0].when.text(), "1971-03-01/1971-12-31");
    assert!(losses.to_string().contains("was moved"), "{losses}");
}

#[test]
fn dates_are_read_with_their_precision_and_zone() {
    for (lines, expected) in [
        ("DTSTART;VALUE=DATE:19710815", "1971-08-15"),
        ("DTSTART:19710815", "1971-08-15"),
        (
            "DTSTART;VALUE=DATE:19710815\nDTEND;VALUE=DATE:19710816",
            "1971-08-15",
        ),
        (
            "DTSTART;VALUE=DATE:19710815\nDTEND;VALUE=DATE:19710815",
            "1971-08-15",
        ),
        (
            "DTSTART;VALUE=DATE:19450902\nDTEND;VALUE=DATE:19520429",
            "1945-09-02/1952-04-28",
        ),
        (
            "DTSTART;VALUE=DATE:19710815\nDURATION:P2W",
            "1971-08-15/1971-08-28",
        ),
        ("DTSTART:19411207T181800Z", "1941-12-07T18:18:00Z"),
        ("DTSTART:19411207T074800", "1941-12-07T07:48:00"),
        (
            "DTSTART;TZID=Pacific/Honolulu:19411207T074800",
            "1941-12-07T07:48:00-10:30",
        ),
        (
            "DTSTART;TZID=Nowhere:19411207T074800",
            "1941-12-07T07:48:00",
        ),
        (
            "DTSTART:19411207T181800Z\nDURATION:PT1H30M",
            "1941-12-07T18:18:00Z",
        ),
        (
            "DTSTART:19411207T181800Z\nDTEND:19411210T090000Z",
            "1941-12-07/1941-12-10",
        ),
        (
            "DTSTART:19411207T000000\nDTEND:19411208T000000",
            "1941-12-07",
        ),
        (
            "DTSTART:19411207T230000\nDTEND:19411208T010000",
            "1941-12-07/1941-12-08",
        ),
        (
            "DTSTART;VALUE=DATE:19710815\nDTEND;VALUE=DATE:19710801",
            "1971-08-15",
        ),
        ("DTSTART:1971-08-15", "1971-08-15"),
        ("DTSTART;VALUE=DATE:19710230", ""),
        ("DTSTART:", ""),
        ("DESCRIPTION:no date", ""),
    ] {
        assert_eq!(when(lines), expected, "{lines}");
    }
}

#[test]
fn a_calendar_as_programs_write_it_is_read() {
    let text = include_str!("../../../tests/exchange/fixtures/calendar.ics");
    let (document, losses) = taken(text, FORMAT);
    let timeline = &document.timeline;
    assert_eq!(timeline.title, "Treaties, one by one");
    let treaty = timeline
        .event("5f3c0a2e-treaty@example.org")
        .expect("the treaty");
    assert_eq!(treaty.when.text(), "1951-09-08T11:44:00-07:00");
    assert_eq!(
        &*treaty.summary,
        "Signed at the Opera House.\n\nIn force in 1952."
    );
    assert_eq!(
        timeline.categories[treaty.category].name,
        "Diplomacy, peace"
    );
    let actors: Vec<_> = treaty
        .actors
        .iter()
        .map(|index| &*timeline.actors[index].name)
        .collect();
    assert_eq!(actors, ["John Foster Dulles", "yoshida@example.org"]);
    let source = treaty
        .sources
        .iter()
        .map(|index| &timeline.sources[index])
        .next()
        .expect("a source");
    assert_eq!(source.url.as_deref(), Some("https://example.org/treaty"));
    let report = losses.to_string();
    for part in [
        "comes back again and again",
        "`VALARM` has no place here",
        "`LOCATION` has no place here: Treaty of San Francisco signed",
        "no date: `sometime`: Nobody knows",
        "a second category (`Peace`)",
        "leads to no page of the web",
    ] {
        assert!(report.contains(part), "{part}\n{report}");
    }
    assert_eq!(timeline.events.len(), 4);
    let ratified = timeline
        .events
        .iter()
        .find(|event| event.title.contains("ratified"));
    assert_eq!(ratified.expect("the note").links.len(), 1);
}

#[test]
fn ends_of_lines_and_encodings_do_not_matter() {
    let text = calendar("SUMMARY:Déjà vu à Genève\nDTSTART:19710815");
    let latin: Vec<u8> = text
        .chars()
        .map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?'))
        .collect();
    let mixed = text.replacen('\n', "\r\n", 3).replacen('\n', "\r\n", 1);
    for bytes in [
        latin,
        mixed.into_bytes(),
        text.replace('\n', "\r").into_bytes(),
    ] {
        let read = read(&bytes, "a.ics", Some(FORMAT), &Mapping::default()).expect("readable");
        assert!(read.text.contains("Déjà vu à Genève"), "{}", read.text);
    }
}

#[test]
fn a_letter_cut_by_folding_is_mended() {
    let text = calendar("SUMMARY:日米安保\nDTSTART:19600119");
    let at = text.find('米').expect("the letter") + 1;
    let mut bytes = text.into_bytes();
    bytes.splice(at..at, *b"\r\n ");
    let read = read(&bytes, "a.ics", Some(FORMAT), &Mapping::default()).expect("readable");
    assert!(read.text.contains("日米安保"), "{}", read.text);
}

#[test]
fn a_file_that_is_cut_keeps_its_whole_events() {
    let (_, text, _) = there_and_back(&shipped(), FORMAT, Lang::En);
    let cut = text
        .get(..text.len() / 2)
        .or_else(|| text.get(..text.len() / 2 + 1));
    let (document, losses) = taken(cut.expect("a half"), FORMAT);
    assert!(document.timeline.events.len() > 50);
    let report = losses.to_string();
    assert!(
        report.contains("the file is cut or damaged there"),
        "{report}"
    );
    assert!(
        report.contains("the file ends before `END:VCALENDAR`"),
        "{report}"
    );
    let inside = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Torn\nBEGIN:VEVENT\nSUMMARY:Whole\nDTSTART:19710815\nEND:VEVENT\nEND:VCALENDAR";
    let (document, losses) = taken(inside, FORMAT);
    assert_eq!(&*document.timeline.events[0].title, "Whole");
    assert!(losses.to_string().contains("Torn"));
}

#[test]
fn what_is_no_calendar_is_refused_in_words() {
    for (text, place, part) in [
        ("", None, "found an empty file"),
        (
            "\n{\"events\": []}",
            Some((2, 1)),
            "found `{\"events\": []}`",
        ),
    ] {
        let error =
            read(text.as_bytes(), "a", Some(FORMAT), &Mapping::default()).expect_err("no calendar");
        assert_eq!(error.place, place);
        assert!(error.to_string().contains(part), "{error}");
    }
}

#[test]
fn nothing_breaks_out_of_its_line() {
    let title = "A\\r\\nEND:VEVENT\\u{2028}DTSTART:19990101\\u{85}X";
    let text = format!(
        "Timeline(events: [(id: \"a\\nUID:x\", when: \"1971\", title: \"{title}\", summary: \"END:VCALENDAR\\nx\")])"
    );
    let (back, text, _) = there_and_back(&document(&text), FORMAT, Lang::En);
    assert_eq!(text.matches("\r\nEND:VEVENT").count(), 1);
    assert!(!text.contains(['\u{2028}', '\u{85}']));
    assert_eq!(back.timeline.events.len(), 1);
}

#[test]
fn times_that_no_calendar_has_are_left_out_and_said() {
    let ours = document(
        "Timeline(events: [(id: \"a\", when: \"-0043-03-15\", title: \"Ides\"), (id: \"b\", when: \"Y12000\", title: \"Far\"), \
         (id: \"c\", when: \"0001\", title: \"First\"), (id: \"d\", when: \"9999\", title: \"Last\")])",
    );
    let (back, _, [out, _]) = there_and_back(&ours, FORMAT, Lang::En);
    assert_eq!(back.timeline.events.len(), 1);
    assert!(
        out.to_string()
            .contains("what lies outside was left out: Ides; Last; Far"),
        "{out}"
    );
}

#[test]
fn a_hundred_thousand_events_are_read_in_seconds() {
    let event = "BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Same\r\nDTSTART;TZID=Asia/Tokyo:19710815T100000\r\nDESCRIPTION:<b>x</b>\r\n\
                 BEGIN:VALARM\r\nEND:VALARM\r\nEND:VEVENT\r\n";
    let text = format!(
        "BEGIN:VCALENDAR\r\n{}END:VCALENDAR\r\n",
        event.repeat(100_000)
    );
    let started = std::time::Instant::now();
    let read = read(text.as_bytes(), "a.ics", Some(FORMAT), &Mapping::default()).expect("readable");
    assert_eq!(read.events, 100_000);
    assert!(started.elapsed().as_secs() < 120, "{:?}", started.elapsed());
}

#[test]
fn hostile_nesting_costs_no_more_than_its_length() {
    let started = std::time::Instant::now();
    for piece in [
        "BEGIN:VEVENT\n",
        "BEGIN:X\n",
        "END:VEVENT\n",
        " x\n",
        "A;",
        "CATEGORIES:a,\\\n",
        "\r",
    ] {
        let text = format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\n{}", piece.repeat(200_000));
        assert!(read(text.as_bytes(), "a.ics", Some(FORMAT), &Mapping::default()).is_ok());
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
                "(BEGIN|END):(VCALENDAR|VEVENT|VTIMEZONE|VALARM|)",
                "(DTSTART|DTEND|DUE|DURATION|UID|RELATED-TO|X-TRANSPACIFIC-WHEN)(;[A-Z]{0,5}=\"?[a-z/]{0,5})?:[0-9TZPDW+-]{0,16}",
                "\\PC{0,20}",
                any::<String>(),
            ],
            0..20,
        ),
    ) {
        let text = lines.join("\n");
        let _ = read(text.as_bytes(), "a.ics", Some(FORMAT), &Mapping::default());
    }

    #[test]
    fn no_bytes_make_it_stumble(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&bytes, "a.ics", Some(FORMAT), &Mapping::default());
    }
}
