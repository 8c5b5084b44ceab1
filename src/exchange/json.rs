//! JSON as timeline programs leave it: what it says, or why it cannot be read.

use serde_json::Value;

use super::ImportError;

/// The value of a text in JSON, which may be the value of one JavaScript variable. `what` is what was expected, such as
/// "SIMILE Timeline (JSON)".
pub(super) fn parsed(text: &str, what: &str) -> Result<Value, ImportError> {
    if text.trim().is_empty() {
        let message = format!("expected {what}, found an empty file; export the timeline again");
        return Err(ImportError::new(message));
    }
    let bare = without_variable(text);
    serde_json::from_str(bare.as_deref().unwrap_or(text)).map_err(|error| {
        let told = error.to_string();
        // The place is told by its own.
        let why = told.split(" at line ").next().unwrap_or_default();
        let message = if is_script(text) {
            format!(
                "expected {what}, found JavaScript ({why}); only a browser can read it: open the page that shows the \
                 timeline, open the browser's console, type copy(JSON.stringify(NAME)) with the name of the variable, \
                 and paste what was copied into a new file"
            )
        } else if error.is_eof() {
            format!("expected {what}, but the text ends too early ({why}); download or export it again")
        } else {
            format!("expected {what}, found what is no JSON ({why}); correct it there, or export it again")
        };
        ImportError::at(error.line().max(1), error.column().max(1), message)
    })
}

/// `var name = {…};` with blanks in the places of what is no JSON, so that places in the text stay what they are.
fn without_variable(text: &str) -> Option<String> {
    let start = text.find(['{', '['])?;
    let (head, rest) = text.split_at_checked(start)?;
    let name = head.trim().strip_suffix('=')?;
    let is_name = |letter: char| {
        letter.is_alphanumeric() || letter.is_whitespace() || matches!(letter, '_' | '$' | '.')
    };
    if !name.chars().all(is_name) {
        return None;
    }
    let blank = |letter: char| if letter == '\n' { '\n' } else { ' ' };
    let mut bare: String = head.chars().map(blank).collect();
    bare.push_str(rest.trim_end().trim_end_matches(';'));
    Some(bare)
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

/// What a value is, for a message.
pub(super) fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing (null)",
        Value::Bool(_) => "yes or no",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_variable_around_json_is_looked_through() {
        let value = parsed("var timeline_data =\n {\"events\": []};\n", "x").expect("JSON");
        assert_eq!(value["events"], Value::Array(Vec::new()));
        let error = parsed("data = {\n \"a\": }", "x").expect_err("no JSON");
        assert_eq!(error.place.map(|place| place.0), Some(2));
    }

    #[test]
    fn scripts_are_told_from_broken_json() {
        for text in [
            "var a = {'b': 1}",
            "{'b': 1}",
            "{ b: 1}",
            "[{b: 1}]",
            "// remark\n{\"b\": 1}",
            "{\"start\": new Date(1960, 1, 1)}",
        ] {
            let error = parsed(text, "x").expect_err(text);
            assert!(error.message.contains("JSON.stringify"), "{text}: {error}");
        }
        let error = parsed("{\"b\": [1, 2", "x").expect_err("cut");
        assert!(error.message.contains("too early"), "{error}");
        let error = parsed("{\"b\": 1,}", "x").expect_err("comma");
        assert_eq!(error.place, Some((1, 9)));
        assert!(!error.message.contains("JavaScript"), "{error}");
        assert!(parsed(&"[".repeat(100_000), "x").is_err());
        assert!(parsed(" \n", "x").is_err());
    }
}
