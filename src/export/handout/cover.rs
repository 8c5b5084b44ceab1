//! Covers in a text what a worksheet asks for: dates, or the names of events.

use std::collections::HashMap;
use std::ops::Range;

use crate::document::{Event, Timeline};
use crate::state::{name_in, years_in};
use crate::time::{MONTHS, Span, year_of};

/// Stands for what is covered.
const GAP: &str = "_____";
/// A number beyond this one is no year, unless the event itself is later.
const FARTHEST: i64 = 2199;
/// Names of so many letters at least are covered wherever they stand; shorter ones would be in any text.
const SHORTEST: usize = 3;

/// A text without the years and days that it names; `of` is when the event was.
pub(super) fn undated(text: &str, of: Span) -> String {
    let year = |day: f64| if day.is_finite() { year_of(day) } else { 0 };
    let last = if of.end.is_finite() {
        of.end - 1.0
    } else {
        of.end
    };
    let (first, last) = (year(of.start), year(last));
    let mut found = years_in(text, (first, last));
    // Executive Order 9066 was in no such year.
    let after = |range: &Range<usize>| {
        let digits = text.get(range.clone()).unwrap_or_default();
        digits
            .parse()
            .is_ok_and(|year: i64| year > FARTHEST.max(last))
    };
    found.retain(|range| !after(range));
    let years = found.clone();
    found.extend(months_in(text, &years));
    found.extend(japanese_days_in(text));
    covered(text, found)
}

/// Names of months, with the day before or after them. Those that are words too count beside a number only.
fn months_in(text: &str, years: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for month in MONTHS {
        for (at, _) in text.match_indices(month) {
            let end = at + month.len();
            let before = text.get(..at).unwrap_or_default();
            let after = text.get(end..).unwrap_or_default();
            let is_inside =
                before.ends_with(char::is_alphanumeric) || after.starts_with(char::is_alphabetic);
            let start = day_before(before);
            let stop = end + day_after(after);
            let leads_to_year = years.iter().any(|year| {
                let between = text.get(end..year.start);
                between.is_some_and(|between| matches!(between, " " | ", " | " of "))
            });
            let is_word = matches!(month, "March" | "May");
            let is_dated = start < at || stop > end || leads_to_year;
            if !is_inside && (is_dated || !is_word) {
                found.push(start..stop);
            }
        }
    }
    found
}

/// Where `27–28 ` or `the 15th of ` before a month begins.
fn day_before(before: &str) -> usize {
    let text = before.strip_suffix("of ").unwrap_or(before);
    let Some(text) = text.strip_suffix([' ', '\u{A0}']) else {
        return before.len();
    };
    let ordinal = ["st", "nd", "rd", "th"];
    let bare = ordinal.iter().find_map(|end| text.strip_suffix(end));
    let days = bare.unwrap_or(text);
    let is_day = |letter: char| letter.is_ascii_digit() || matches!(letter, '–' | '-');
    let number = days.trim_end_matches(is_day);
    if days.ends_with(|letter: char| letter.is_ascii_digit()) {
        number.len()
    } else {
        before.len()
    }
}

/// How long ` 15` or ` 27–28` after a month is.
fn day_after(after: &str) -> usize {
    let Some(text) = after.strip_prefix([' ', '\u{A0}']) else {
        return 0;
    };
    let rest = text.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let digits = text.len() - rest.len();
    if !(1..=2).contains(&digits) {
        return 0;
    }
    let more = rest.strip_prefix(['–', '-']).unwrap_or(rest);
    let more = more.trim_start_matches(|letter: char| letter.is_ascii_digit());
    after.len() - more.len()
}

/// 8月, 8月15日 and 15日.
fn japanese_days_in(text: &str) -> Vec<Range<usize>> {
    let is_digit = |letter: char| letter.is_ascii_digit() || matches!(letter, '０'..='９');
    let mut found = Vec::new();
    for (at, unit) in text.match_indices(['月', '日']) {
        let before = text.get(..at).unwrap_or_default();
        let start = before.trim_end_matches(is_digit).len();
        let is_length = unit == "日" && text.get(at..).is_some_and(|rest| rest.starts_with("日間"));
        if start < at && !is_length {
            found.push(start..at + unit.len());
        }
    }
    found
}

/// The names of all events on a sheet, to be covered wherever one is named.
pub(super) struct Names<'a> {
    timeline: &'a Timeline,
    /// By their first letters.
    by_start: HashMap<String, Vec<&'a str>>,
}

impl<'a> Names<'a> {
    pub(super) fn new(timeline: &'a Timeline, events: &[usize]) -> Self {
        let mut by_start: HashMap<_, Vec<_>> = HashMap::new();
        let events = events
            .iter()
            .filter_map(|&event| timeline.events.get(event));
        let names = events.flat_map(|event| [Some(&*event.title), event.title_ja.as_deref()]);
        for name in names.flatten().map(str::trim) {
            if let Some(start) = start(name) {
                by_start.entry(start.to_lowercase()).or_default().push(name);
            }
        }
        Self { timeline, by_start }
    }

    /// A text about an event without its name, or that of any other event on the sheet.
    pub(super) fn unnamed(&self, event: &Event, text: &str) -> String {
        let mut found = name_in(self.timeline, event, text);
        found.extend(self.others(text));
        covered(text, found)
    }

    /// A text without the name of any event on the sheet.
    pub(super) fn cleared(&self, text: &str) -> String {
        covered(text, self.others(text))
    }

    fn others(&self, text: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        for (at, _) in text.char_indices() {
            let rest = text.get(at..).unwrap_or_default();
            let Some(start) = start(rest) else { break };
            let Some(names) = self.by_start.get(&start.to_lowercase()) else {
                continue;
            };
            let before = text.get(..at).and_then(|before| before.chars().next_back());
            for name in names {
                let said = rest.get(..name.len());
                let after = rest.get(name.len()..).and_then(|rest| rest.chars().next());
                let first = rest.chars().next();
                let last = name.chars().next_back();
                if said.is_some_and(|said| said.to_lowercase() == name.to_lowercase())
                    && !(joins(before) && joins(first))
                    && !(joins(last) && joins(after))
                {
                    found.push(at..at + name.len());
                }
            }
        }
        found
    }
}

/// The first letters of a name; none of one that is too short.
fn start(name: &str) -> Option<&str> {
    let (last, letter) = name.char_indices().nth(SHORTEST - 1)?;
    name.get(..last + letter.len_utf8())
}

/// Whether a letter would make one word with the next.
fn joins(letter: Option<char>) -> bool {
    letter.is_some_and(|letter| letter.is_alphanumeric() && letter < '\u{2E80}')
}

/// The text with a gap for each of these stretches; stretches with nothing but a space or a comma between are one.
fn covered(text: &str, mut found: Vec<Range<usize>>) -> String {
    found.sort_by_key(|range| (range.start, range.end));
    let mut covered = String::with_capacity(text.len());
    let mut end = 0;
    for range in found {
        let between = text.get(end..range.start);
        let is_thin = |gap: &str| matches!(gap, "" | " " | ", " | " of " | "\u{A0}");
        match between {
            None => {}
            Some(gap) if end > 0 && is_thin(gap) && covered.ends_with(GAP) => {}
            Some(gap) => {
                covered.push_str(gap);
                covered.push_str(GAP);
            }
        }
        end = end.max(range.end);
    }
    covered.push_str(text.get(end..).unwrap_or_default());
    covered
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    fn dateless(text: &str) -> String {
        undated(text, Span::new(577.0, 578.0))
    }

    #[test]
    fn days_months_and_years_are_covered_together() {
        for (text, wanted) in [
            ("On 15 August 1971 it ended.", "On _____ it ended."),
            ("On August 15, 1971, it ended.", "On _____, it ended."),
            ("From 27–28 February to May.", "From _____ to May."),
            (
                "It may march in March 1970 or the 1980s.",
                "It may march in _____ or the _____.",
            ),
            (
                "In December they left 300 men.",
                "In _____ they left 300 men.",
            ),
            ("Order 9066 of 1942", "Order 9066 of _____"),
            (
                "昭和46年8月15日に90日間、8月も。",
                "_____に90日間、_____も。",
            ),
            ("Augustus stayed", "Augustus stayed"),
        ] {
            assert_eq!(dateless(text), wanted, "{text}");
        }
    }

    #[test]
    fn any_name_of_the_sheet_is_covered() {
        let text = r#"Timeline(categories: [(id: "c")], events: [
            (id: "a", when: "1950", title: "Korean War", title_ja: "朝鮮戦争", category: "c"),
            (id: "b", when: "1951", title: "Peace treaty", category: "c"),
            (id: "d", when: "1952", title: "A", category: "c"),
        ])"#;
        let timeline = Document::parse("t.ron", text).timeline;
        let names = Names::new(&timeline, &[0, 1, 2]);
        let event = timeline.event("b").expect("an event");
        let said = names.unnamed(
            event,
            "A peace treaty amid the korean war, not the Korean Warriors.",
        );
        assert_eq!(said, "A _____ amid the _____, not the Korean Warriors.");
        assert_eq!(names.cleared("朝鮮戦争の後"), "_____の後");
    }
}
