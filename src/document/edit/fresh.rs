//! A new file, written in the manner of the one that ships.

use std::fmt::Write as _;

use super::super::List;
use super::Value;
use super::whole::usually_written;
use super::write::{Format, quoted};

/// The text of a new timeline: remarks in its first lines, its title, and its lists, in the order in which they are given.
/// Empty lists and texts are left out.
pub fn fresh(remarks: &[String], title: &str, lists: &[(List, Vec<Value>)]) -> String {
    let format = Format::of("", 0);
    let unit = &format.unit;
    let inner = format!("{unit}{unit}");
    let mut text = "#![enable(implicit_some)]\n".to_owned();
    for line in remarks.iter().flat_map(|remark| remark.lines()) {
        line_of(&mut text, format_args!("// {}", plain(line)));
    }
    text.push_str("Timeline(\n");
    if !title.is_empty() {
        line_of(
            &mut text,
            format_args!("{unit}title: {},", quoted(title, "")),
        );
    }
    for (list, values) in lists.iter().filter(|(_, values)| !values.is_empty()) {
        line_of(&mut text, format_args!("{unit}{}: [", list.name()));
        for value in values {
            let entry = usually_written(&format, *list, value, &inner);
            line_of(&mut text, format_args!("{inner}{entry},"));
        }
        line_of(&mut text, format_args!("{unit}],"));
    }
    text.push_str(")\n");
    text
}

fn line_of(text: &mut String, line: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{line}");
}

/// A remark stays one: nothing in it ends its line.
fn plain(line: &str) -> String {
    let fit = |letter: char| if letter.is_control() { ' ' } else { letter };
    line.chars().map(fit).collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::Document;
    use super::*;

    fn text(words: &str) -> Value {
        Value::Text(words.to_owned())
    }

    #[test]
    fn what_is_written_is_read_back() {
        let event = Value::Entry(vec![
            ("id", text("a")),
            ("when", text("1971-08-15")),
            ("title", text("A \"quoted\" \\ title\nof two lines")),
            ("significance", Value::Word("5".to_owned())),
            ("sources", Value::List(vec![text("s")])),
        ]);
        let source = Value::Entry(vec![("id", text("s")), ("title", text("日米"))]);
        let lists = [(List::Sources, vec![source]), (List::Events, vec![event])];
        let remarks = ["Read from a.csv\n)]\u{85}Timeline(".to_owned()];
        let written = fresh(&remarks, "Title", &lists);
        let document = Document::parse("t.ron", written.clone());
        assert!(
            document.diagnostics.is_empty(),
            "{written}\n{:?}",
            document.diagnostics
        );
        let timeline = &document.timeline;
        assert_eq!(timeline.title, "Title");
        let event = timeline.event("a").expect("the event");
        assert_eq!(&*event.title, "A \"quoted\" \\ title\nof two lines");
        assert_eq!(event.significance, 5);
        assert_eq!(timeline.sources[0].title, "日米");
    }

    #[test]
    fn of_nothing_comes_an_empty_timeline() {
        let document = Document::parse("t.ron", fresh(&[], "", &[(List::Events, Vec::new())]));
        assert!(!document.is_broken(), "{:?}", document.diagnostics);
    }
}
