//! Which format a file is in, by what stands in it first and by its ending second.
//!
//! A guess is never more than the start of reading: a file that is torn or wrong is given to the reader of the format that
//! it most looks like, which says what is wrong and where.

use serde_json::{Map, Value};

use super::dates::in_words;
use super::json::{self, after_remarks, is_script};
use super::timeline_project::FIRST_VERSIONS;
use super::wikidata::ENTITY;
use super::{Format, ImportError};
use crate::messages::message;

/// Bytes of a file that are looked at where its whole says nothing.
const LOOKED_AT: usize = 1 << 16;
/// Lines that are looked at for dates.
const LINES: usize = 200;

/// The format of a text.
pub(super) fn guess(text: &str, name: &str) -> Result<Format, ImportError> {
    let start = after_remarks(text);
    let ending = ending(name);
    if start.is_empty() && ending.is_none() {
        return Err(ImportError::new(message!("formats-nothing")));
    }
    if is_ours(start) {
        return Err(ImportError::new(message!("formats-ours")));
    }
    let found = by_content(start).or(ending);
    found.ok_or_else(|| {
        let names = Format::ALL.map(Format::name).join(", ");
        ImportError::new(match start.chars().next() {
            Some('{' | '[') => message!("formats-unknown-json", names = names),
            Some('<') => message!("formats-unknown-xml", names = names),
            _ => message!("formats-unknown-text", names = names),
        })
    })
}

fn by_content(text: &str) -> Option<Format> {
    match text.chars().next()? {
        '<' => in_xml(text),
        '{' | '[' => in_json(text),
        _ if is_script(text) => in_json(text),
        _ => in_lines(text),
    }
}

/// The one format whose files end so. JSON and CSV are of many.
fn ending(name: &str) -> Option<Format> {
    let (_, ending) = name.rsplit_once('.')?;
    match &*ending.to_ascii_lowercase() {
        "ics" | "ical" | "ifb" => Some(Format::ICalendar),
        "csv" | "tsv" | "tab" => Some(Format::Csv),
        "timeline" => Some(Format::TimelineProject),
        "mw" | "markwhen" => Some(Format::Markwhen),
        "xml" => Some(Format::SimileXml),
        _ => None,
    }
}

/// Whether it is a file of ours.
fn is_ours(text: &str) -> bool {
    text.starts_with("#![enable(") || text.starts_with("Timeline(")
}

/// By the first element.
fn in_xml(text: &str) -> Option<Format> {
    let mut rest = text;
    let root = loop {
        rest = rest.get(rest.find('<')?..)?;
        let closes = [("<?", "?>"), ("<!--", "-->"), ("<!", ">")];
        match closes.iter().find(|(open, _)| rest.starts_with(open)) {
            Some((_, close)) => rest = rest.split_once(close)?.1,
            None => break rest.get(1..)?,
        }
    };
    let end =
        root.find(|letter: char| !letter.is_alphanumeric() && !matches!(letter, ':' | '-' | '_'));
    match root.get(..end.unwrap_or(root.len()))? {
        "timeline" => Some(Format::TimelineProject),
        "data" => Some(Format::SimileXml),
        _ => None,
    }
}

/// By the names of its fields; by its words where it is torn.
fn in_json(text: &str) -> Option<Format> {
    let Ok(value) = json::value(text) else {
        return by_words(text);
    };
    let whole = match &value {
        Value::Array(entries) => return in_entries(entries),
        Value::Object(whole) => whole,
        _ => return None,
    };
    let has = |name: &str| whole.contains_key(name);
    let entries = |name: &str| Some(whole.get(name)?.as_array()?.as_slice());
    if has("results") && has("head") || value.pointer("/results/bindings").is_some() {
        return Some(Format::Wikidata);
    }
    if has("dateTimeFormat") || has("wikiURL") {
        return Some(Format::Simile);
    }
    if let Some(events) = entries("events") {
        let first = events.iter().find_map(Value::as_object);
        return Some(match first {
            Some(event) if is_of_timelinejs(event) => Format::TimelineJs,
            Some(event) if ["start", "s"].iter().any(|name| event.contains_key(*name)) => {
                Format::Simile
            }
            _ if has("eras") || has("title") || has("scale") => Format::TimelineJs,
            _ => Format::Simile,
        });
    }
    let is_old =
        value.pointer("/timeline/date").is_some() || value.pointer("/timeline/headline").is_some();
    if is_old {
        return Some(Format::TimelineJs);
    }
    entries("items").map(|_| Format::Vis)
}

fn is_of_timelinejs(event: &Map<String, Value>) -> bool {
    ["start_date", "startDate", "headline", "media"]
        .iter()
        .any(|name| event.contains_key(*name))
        || event.get("text").is_some_and(Value::is_object)
}

/// By the first entry of a list.
fn in_entries(entries: &[Value]) -> Option<Format> {
    let first = entries.iter().find_map(Value::as_object)?;
    let has = |name: &str| first.contains_key(name);
    let mut values = first.values().filter_map(Value::as_str);
    if values.any(|value| value.contains(ENTITY)) {
        return Some(Format::Wikidata);
    }
    if is_of_timelinejs(first) {
        return Some(Format::TimelineJs);
    }
    if has("start") {
        let is_of_simile = has("title") && !has("content") && !has("group");
        return Some(if is_of_simile {
            Format::Simile
        } else {
            Format::Vis
        });
    }
    let is_result = first.keys().any(|name| name.ends_with("Label"));
    is_result.then_some(Format::Wikidata)
}

/// By words that stand in JSON or JavaScript, where it cannot be read.
fn by_words(text: &str) -> Option<Format> {
    let head = text
        .char_indices()
        .nth(LOOKED_AT)
        .map_or(text.len(), |(at, _)| at);
    let head = text.get(..head)?;
    let marks = [
        (Format::Wikidata, &["\"bindings\"", ENTITY][..]),
        (Format::TimelineJs, &["start_date", "startDate", "headline"]),
        (
            Format::Simile,
            &["dateTimeFormat", "wikiURL", "durationEvent", "isDuration"],
        ),
        (Format::Vis, &["vis.DataSet", "content"]),
        (Format::Simile, &["events"]),
    ];
    let found = marks
        .iter()
        .find(|(_, words)| words.iter().any(|word| head.contains(word)));
    found.map(|(format, _)| *format)
}

/// By the first lines.
fn in_lines(text: &str) -> Option<Format> {
    let begins = |start: &str| {
        let head = text.get(..start.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(start))
    };
    if begins("BEGIN:VCALENDAR") || begins("BEGIN:VEVENT") {
        return Some(Format::ICalendar);
    }
    if text.starts_with(FIRST_VERSIONS) {
        return Some(Format::TimelineProject);
    }
    let first: String = text.lines().next()?.chars().take(LOOKED_AT).collect();
    if let Some(table) = in_table(&first) {
        return Some(table);
    }
    let dated = |line: &str| {
        let mut colons = line.match_indices(':').take(4);
        colons.any(|(at, _)| line.get(..at).is_some_and(|date| is_date(date.trim())))
    };
    let lines = text.lines().take(LINES);
    lines
        .map(str::trim_end)
        .any(dated)
        .then_some(Format::Markwhen)
}

/// By the names of columns.
fn in_table(first: &str) -> Option<Format> {
    let mark = [',', ';', '\t']
        .into_iter()
        .max_by_key(|mark| first.matches(*mark).count())?;
    let columns: Vec<_> = first
        .split(mark)
        .map(|name| name.trim().trim_matches('"').to_lowercase())
        .collect();
    let has = |name: &str| columns.iter().any(|column| column == name);
    if columns.len() < 2 {
        return None;
    }
    if has("headline") && (has("year") || has("start date")) {
        return Some(Format::TimelineJsCsv);
    }
    let is_named = [
        "date",
        "when",
        "start",
        "start date",
        "start_date",
        "year",
        "日付",
        "年",
    ]
    .iter()
    .any(|name| has(name));
    is_named.then_some(Format::Csv)
}

/// Whether it begins with a date, alone or as the start of a stretch.
fn is_date(text: &str) -> bool {
    let is_short = text.len() <= 100 && text.chars().any(char::is_numeric);
    let start = || {
        ["/", " - ", " – ", "-"]
            .iter()
            .filter_map(|mark| text.split_once(mark))
    };
    is_short
        && (in_words(text).is_some() || start().any(|(start, _)| in_words(start.trim()).is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [(&str, Format); 30] = [
        ("BEGIN:VCALENDAR\r\nVERSION:2.0", Format::ICalendar),
        ("begin:vcalendar", Format::ICalendar),
        (
            "<?xml version=\"1.0\"?>\n<!-- a --><timeline>",
            Format::TimelineProject,
        ),
        (
            "# Written by Timeline 0.7.0 on 2009",
            Format::TimelineProject,
        ),
        ("<data>\n<event start='1971'", Format::SimileXml),
        ("<data\n date-time-format='iso8601'>", Format::SimileXml),
        (
            "{\"events\": [{\"start_date\": {\"year\": \"1971\"}}]}",
            Format::TimelineJs,
        ),
        (
            "{\"title\": {\"text\": {}}, \"events\": []}",
            Format::TimelineJs,
        ),
        (
            "{\"timeline\": {\"headline\": \"A\", \"date\": []}}",
            Format::TimelineJs,
        ),
        (
            "{\"events\": [{\"start_date\": {\"year\": ",
            Format::TimelineJs,
        ),
        (
            "{\"events\": [{\"start\": \"1971\", \"title\": \"A\"}]}",
            Format::Simile,
        ),
        (
            "{\"events\": [{\"s\": \"1971\", \"t\": \"A\"}]}",
            Format::Simile,
        ),
        ("{\"dateTimeFormat\": \"iso8601\"}", Format::Simile),
        ("{\"dateTimeFormat\": \"iso8601\", ", Format::Simile),
        (
            "var timeline_data = {'dateTimeFormat': 'iso8601',\n'events': []}",
            Format::Simile,
        ),
        ("[{\"start\": \"1971\", \"title\": \"A\"}]", Format::Simile),
        (
            "[{\"id\": 1, \"content\": \"A\", \"start\": \"1971\"}]",
            Format::Vis,
        ),
        ("{\"items\": [], \"groups\": []}", Format::Vis),
        ("var items = new vis.DataSet([", Format::Vis),
        (
            "{\"head\": {}, \"results\": {\"bindings\": []}}",
            Format::Wikidata,
        ),
        (
            "{\"head\": {}, \"results\": {\"bindings\": [",
            Format::Wikidata,
        ),
        (
            "[{\"x\": \"http://www.wikidata.org/entity/Q1\"}]",
            Format::Wikidata,
        ),
        (
            "[{\"eventLabel\": \"A\", \"date\": \"1971\"}]",
            Format::Wikidata,
        ),
        (
            "Year,Month,Day,Time,End Year,Headline,Text",
            Format::TimelineJsCsv,
        ),
        (
            "\"Start Date\",\"End Date\",\"Headline\"",
            Format::TimelineJsCsv,
        ),
        ("when;title;summary\n1971;A;B", Format::Csv),
        ("title\tdate", Format::Csv),
        ("title: A\n---\n1971-08-15: Shock", Format::Markwhen),
        (
            "// remark\n08/1971 - 12/1971: Talks #trade",
            Format::Markwhen,
        ),
        ("1971-08-15/1971-12-18: Talks", Format::Markwhen),
    ];

    #[test]
    fn a_format_is_known_by_its_content_whatever_the_name() {
        for (text, format) in KNOWN {
            for name in ["-", "a", "a.txt", "b.timeline", "c.csv", "d.xml", "e.mw"] {
                assert_eq!(guess(text, name), Ok(format), "{text} {name}");
            }
        }
    }

    #[test]
    fn the_ending_decides_where_the_content_does_not() {
        for (text, name, format) in [
            ("", "a.ics", Format::ICalendar),
            ("A,B\n1,2", "a.CSV", Format::Csv),
            ("A B\n1 2", "a.b.mw", Format::Markwhen),
            ("<x/>", "a.timeline", Format::TimelineProject),
            ("<x/>", "a.xml", Format::SimileXml),
        ] {
            assert_eq!(guess(text, name), Ok(format), "{text} {name}");
        }
    }

    #[test]
    fn what_is_not_known_names_the_formats() {
        for text in [
            "{}",
            "[]",
            "{\"a\": 1}",
            "<html><body></html>",
            "Some words.",
            "[1, 2]",
            "{",
            "<",
        ] {
            for name in ["-", "a.json", "a.txt"] {
                let error = guess(text, name).expect_err(text).to_string();
                for format in Format::ALL {
                    assert!(error.contains(format.name()), "{error}");
                }
            }
        }
        assert!(
            guess(" \n", "-")
                .expect_err("empty")
                .to_string()
                .contains("empty")
        );
    }

    #[test]
    fn a_file_of_ours_needs_no_import() {
        let shipped = include_str!("../../timeline.ron");
        for text in [
            shipped,
            "Timeline(title: \"A\")",
            "// 1971: a remark\n/* 2 */ #![enable(implicit_some)]\nTimeline()",
        ] {
            for name in ["-", "a.ron", "a.csv"] {
                let error = guess(text, name).expect_err("ours");
                assert!(error.to_string().contains("open the file"), "{error}");
            }
        }
    }
}
