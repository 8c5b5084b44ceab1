//! JSON as timeline programs leave it: what it says, or why it cannot be read.
//!
//! Pages of the web have their timelines in scripts: as the value of a variable, with remarks, names and texts quoted in any
//! way or not at all, and commas behind the last of a list. All of that is read; nothing is run.

use std::borrow::Cow;

use jsonc_parser::{JsonValue, ParseOptions, parse_to_value};
use serde_json::{Number, Value};

use super::ImportError;
use crate::messages::{Message, message};

/// Why a text could not be read, and where.
#[derive(Debug)]
pub(super) struct Unread {
    /// Line and column, from 1.
    pub(super) place: (usize, usize),
    /// In words of the parser.
    pub(super) why: String,
    /// Whether the text ends before it is whole.
    pub(super) is_cut: bool,
}

/// What a text says.
pub(super) fn value(text: &str) -> Result<Value, Unread> {
    let bare = bare(text);
    serde_json::from_str(&bare).or_else(|error| {
        // The strict parser is the faster one. Whether a text is cut off it alone can tell.
        let is_script = is_script(text);
        match parse_to_value(&bare, &ParseOptions::default()) {
            Ok(Some(value)) => Ok(converted(value)),
            Err(loose) if is_script => Err(Unread {
                place: (loose.line_display(), loose.column_display()),
                why: loose.kind().to_string(),
                is_cut: error.is_eof(),
            }),
            Ok(None) | Err(_) => {
                let told = error.to_string();
                // The place is told by its own.
                let why = told.split(" at line ").next().unwrap_or_default();
                Err(Unread {
                    place: (error.line().max(1), error.column().max(1)),
                    why: why.to_owned(),
                    is_cut: error.is_eof(),
                })
            }
        }
    })
}

/// The same in the other form.
fn converted(value: JsonValue<'_>) -> Value {
    match value {
        JsonValue::Null => Value::Null,
        JsonValue::Boolean(is) => Value::Bool(is),
        JsonValue::String(text) => Value::String(text.into_owned()),
        JsonValue::Number(written) => {
            let number = written.parse().map(Number::from_i128);
            let number = number.unwrap_or_else(|_| Number::from_f64(written.parse().ok()?));
            number.map_or_else(|| Value::String(written.to_owned()), Value::Number)
        }
        JsonValue::Array(entries) => entries.into_iter().map(converted).collect(),
        JsonValue::Object(fields) => {
            let fields = fields.into_iter();
            fields
                .map(|(name, value)| (name.into_owned(), converted(value)))
                .collect()
        }
    }
}

/// The value of a text in JSON, or why not in words for people. `what` is what was expected, such as "SIMILE Timeline (JSON)".
pub(super) fn parsed(text: &str, what: &str) -> Result<Value, ImportError> {
    if text.trim().is_empty() {
        return Err(ImportError::new(message!("formats-empty", what = what)));
    }
    value(text).map_err(|Unread { place, why, is_cut }| {
        let message = if is_script(text) {
            message!("formats-script", what = what, why = why)
        } else if is_cut {
            message!("formats-json-cut", what = what, why = why)
        } else {
            message!("formats-no-json", what = what, why = why)
        };
        ImportError::at(place.0, place.1, message)
    })
}

/// What stands in `var name = {…};`, `load({…})` or `new vis.DataSet([…]);`, with blanks for what stands around it, so that
/// places in the text stay what they are. A text around which nothing stands is given back as it is.
pub(super) fn bare(text: &str) -> Cow<'_, str> {
    unwrapped(text).map_or(Cow::Borrowed(text), Cow::Owned)
}

fn unwrapped(text: &str) -> Option<String> {
    let body = after_remarks(text);
    let (around, rest) = body.split_at_checked(body.find(['{', '['])?)?;
    let (head, _) = text.split_at_checked(text.len().checked_sub(rest.len())?)?;
    let around = around.trim();
    let is_name = |letter: char| {
        letter.is_alphanumeric()
            || letter.is_whitespace()
            || matches!(letter, '_' | '$' | '.' | '=' | '(')
    };
    if !around.ends_with(['=', '(']) || !around.chars().all(is_name) {
        return None;
    }
    let blank = |letter: char| if letter == '\n' { '\n' } else { ' ' };
    let mut bare: String = head.chars().map(blank).collect();
    let is_behind = |letter: char| letter.is_whitespace() || matches!(letter, ';' | ')');
    bare.push_str(rest.trim_end_matches(is_behind));
    Some(bare)
}

/// A text after the remarks at its head.
pub(super) fn after_remarks(text: &str) -> &str {
    let mut rest = text.trim_start();
    loop {
        let skipped = match rest.get(..2) {
            Some("//") => rest.split_once('\n'),
            Some("/*") => rest.split_once("*/"),
            _ => return rest,
        };
        let Some((_, after)) = skipped else {
            return rest;
        };
        rest = after.trim_start();
    }
}

/// Whether a text looks like a program rather than like JSON: by a variable, a call, a remark, quotes or names of its kind.
pub(super) fn is_script(text: &str) -> bool {
    let text = text.trim_start();
    let starts = [
        "var ", "let ", "const ", "//", "/*", "window.", "function", "export ", "import ",
    ];
    if starts.iter().any(|start| text.starts_with(start)) {
        return true;
    }
    let mut letters = text.chars().filter(|letter| !letter.is_whitespace());
    let first = letters.next();
    let mut next = letters.next();
    if first == Some('[') && next == Some('{') {
        next = letters.next();
    }
    let is_braced = matches!(first, Some('{' | '['));
    let is_name = |letter: char| letter.is_alphabetic() || matches!(letter, '\'' | '_' | '$' | '/');
    is_braced && next.is_some_and(is_name) || text.contains("new Date(")
}

/// What a value says in words, where it is a text, a number, or yes or no; nothing where it is empty.
pub(super) fn words(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if text.trim().is_empty() => None,
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(is) => Some(is.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// What a value is, for a report.
pub(super) fn found(value: &Value) -> Message {
    match value {
        Value::Null => message!("formats-found-null"),
        Value::Bool(_) => message!("formats-found-yes-or-no"),
        Value::Number(_) => message!("formats-found-number"),
        Value::String(_) => message!("formats-found-text"),
        Value::Array(_) => message!("formats-found-list"),
        Value::Object(_) => message!("formats-found-object"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_around_a_timeline_in_a_script_is_looked_through() {
        let whole = serde_json::json!({"events": [], "at": "now"});
        for text in [
            "{\"events\": [], \"at\": \"now\"}",
            "var timeline_data =\n {\"events\": [], \"at\": \"now\"};\n",
            "// remark {\n/* and [another */ load({events: [], at: 'now',})",
            "const data = new vis.DataSet({'events': [ /* none */ ], 'at': 'now'});",
            "{\n 'events': [], // all\n at: \"now\",\n}",
        ] {
            assert_eq!(parsed(text, "x").expect(text), whole, "{text}");
        }
        let error = parsed("data = {\n \"a\": }", "x").expect_err("no JSON");
        assert_eq!(error.place.map(|place| place.0), Some(2));
    }

    #[test]
    fn numbers_are_what_they_are_and_else_texts() {
        let value = value("[1, -0.5, +2, .5, 1e400, 18446744073709551615, NaN,]").expect("JSON");
        let whole = serde_json::json!([1, -0.5, 2, 0.5, "1e400", u64::MAX, "NaN"]);
        assert_eq!(value, whole);
    }

    #[test]
    fn scripts_are_told_from_broken_json() {
        for text in [
            "var a = {'b': new Date(1960)}",
            "{'b': }",
            "{ b: a + 1}",
            "// remark\n{\"b\": f()}",
            "{\"start\": new Date(1960, 1, 1)}",
        ] {
            let error = parsed(text, "x").expect_err(text);
            assert!(
                error.to_string().contains("JSON.stringify"),
                "{text}: {error}"
            );
        }
        let error = parsed("{\"b\": [1, 2", "x").expect_err("cut");
        assert!(error.to_string().contains("too early"), "{error}");
        let error = parsed("{\"b\": 1,,}", "x").expect_err("commas");
        assert_eq!(error.place, Some((1, 9)));
        assert!(!error.to_string().contains("JavaScript"), "{error}");
        for deep in ["[", "{\"a\":", "{a:"] {
            assert!(parsed(&deep.repeat(100_000), "x").is_err());
            let whole = format!("{}1", deep.repeat(400));
            assert!(parsed(&whole, "x").is_err());
        }
        assert!(parsed(" \n", "x").is_err());
    }
}
