//! The lines of a calendar: put together, taken apart, and folded.

/// Bytes of a line, at most, its end not counted.
const WIDTH: usize = 75;

/// A property: `DTSTART;VALUE=DATE:19710815`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// Where it begins in the file, from 1.
    pub(super) number: usize,
    /// In capitals.
    pub(super) name: String,
    /// Names in capitals, and values without quotation marks.
    pub(super) parameters: Vec<(String, String)>,
    /// As it stands there.
    pub(super) value: String,
}

/// The bytes of a calendar, its folded lines put together.
pub(in super::super) fn unfolded(bytes: &[u8]) -> Vec<u8> {
    let mut whole = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    loop {
        rest = match rest {
            [b'\r', b'\n', b' ' | b'\t', after @ ..] | [b'\n', b' ' | b'\t', after @ ..] => after,
            [byte, after @ ..] => {
                whole.push(*byte);
                after
            }
            [] => return whole,
        };
    }
}

/// The lines of a calendar, and those that are no properties, whatever ends them.
pub(super) fn lines(text: &str) -> (Vec<Line>, Vec<(usize, String)>) {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut whole: Vec<(usize, String)> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let folded = line.strip_prefix([' ', '\t']);
        match (folded, whole.last_mut()) {
            (Some(more), Some((_, start))) => start.push_str(more),
            _ if line.trim().is_empty() => {}
            _ => whole.push((index.saturating_add(1), line.trim_start().to_owned())),
        }
    }
    let mut strange = Vec::new();
    let mut read = Vec::with_capacity(whole.len());
    for (number, line) in whole {
        match property(number, &line) {
            Some(line) => read.push(line),
            None => strange.push((number, line)),
        }
    }
    (read, strange)
}

/// Takes a line apart.
fn property(number: usize, line: &str) -> Option<Line> {
    let end = line.find([';', ':'])?;
    let (name, mut rest) = line.split_at_checked(end)?;
    // A group, as in vCards: `item1.URL:…`.
    let name = name.rsplit('.').next().unwrap_or(name).trim();
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
    if name.is_empty() || !name.chars().all(is_name) {
        return None;
    }
    let mut parameters = Vec::new();
    while let Some(after) = rest.strip_prefix(';') {
        let end = end_of_parameter(after)?;
        let (parameter, after) = after.split_at_checked(end)?;
        let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        let name = name.trim().to_ascii_uppercase();
        parameters.push((name, value.replace('"', "")));
        rest = after;
    }
    Some(Line {
        number,
        name: name.to_ascii_uppercase(),
        parameters,
        value: rest.strip_prefix(':')?.trim().to_owned(),
    })
}

/// Where the next `;` or `:` outside of quotation marks stands.
fn end_of_parameter(text: &str) -> Option<usize> {
    let mut is_quoted = false;
    let mut letters = text.char_indices();
    letters
        .find(|(_, letter)| {
            is_quoted ^= *letter == '"';
            !is_quoted && matches!(letter, ';' | ':')
        })
        .map(|(at, _)| at)
}

impl Line {
    /// The value of a parameter.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        let found = self.parameters.iter().find(|(one, _)| one == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The value as a text.
    pub(super) fn text(&self) -> String {
        unescaped(&self.value)
    }

    /// The value as a list of texts.
    pub(super) fn texts(&self) -> Vec<String> {
        let mut texts = Vec::new();
        let mut text = String::new();
        let mut is_escaped = false;
        for letter in self.value.chars() {
            if letter == ',' && !is_escaped {
                texts.push(unescaped(&std::mem::take(&mut text)));
                continue;
            }
            is_escaped = letter == '\\' && !is_escaped;
            text.push(letter);
        }
        texts.push(unescaped(&text));
        texts
    }
}

/// A text without the backslashes that a calendar puts before some letters.
fn unescaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        if letter != '\\' {
            text.push(letter);
            continue;
        }
        match letters.next() {
            Some('n' | 'N') => text.push('\n'),
            Some(other @ ('\\' | ',' | ';' | ':' | '"')) => text.push(other),
            Some(other) => text.extend(['\\', other]),
            None => text.push('\\'),
        }
    }
    text
}

/// A text as a calendar writes it. What it has no place for, such as the bell, is left out; whatever some program takes
/// for the end of a line is told as one, so that no text of ours becomes a line of its own.
pub(super) fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' | ',' | ';' => value.extend(['\\', letter]),
            '\r' if letters.peek() == Some(&'\n') => {}
            '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' => value.push_str("\\n"),
            '\t' => value.push('\t'),
            letter if letter.is_control() => {}
            letter => value.push(letter),
        }
    }
    value
}

/// Writes a line, folded so that none is longer than the standard allows and no letter is cut.
pub(super) fn push(out: &mut String, name: &str, value: &str) {
    let mut room = WIDTH;
    for letter in name.chars().chain([':']).chain(value.chars()) {
        let length = letter.len_utf8();
        if length > room {
            out.push_str("\r\n ");
            room = WIDTH - 1;
        }
        room = room.saturating_sub(length);
        out.push(letter);
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_put_together_and_taken_apart() {
        let text = "BEGIN:VEVENT\r\nSUMMARY:Nixon\n  Shock\\, the\r\n\t dollar\n\nDTSTART;TZID=\"A;B:C\";x=1:19710815\n\
                    nonsense\nitem1.URL:http://a/:b\n";
        let (lines, strange) = lines(text);
        let names: Vec<_> = lines.iter().map(|line| &*line.name).collect();
        assert_eq!(names, ["BEGIN", "SUMMARY", "DTSTART", "URL"]);
        assert_eq!(lines[1].text(), "Nixon Shock, the dollar");
        assert_eq!(lines[2].parameter("TZID"), Some("A;B:C"));
        assert_eq!((lines[2].number, &*lines[2].value), (6, "19710815"));
        assert_eq!(lines[3].value, "http://a/:b");
        assert_eq!(strange, [(7, "nonsense".to_owned())]);
    }

    #[test]
    fn texts_come_back_whatever_stands_in_them() {
        for text in ["a,b;c\\d", "\\n", "line\nline", "ends\\", "日米、\\;", "\t"] {
            assert_eq!(unescaped(&escaped(text)), text);
        }
        assert_eq!(escaped("a\r\nb\rc\u{7}"), "a\\nb\\nc");
        let line = property(1, "CATEGORIES:Trade\\, money,Peace,a\\\\,b").expect("a line");
        assert_eq!(line.texts(), ["Trade, money", "Peace", "a\\", "b"]);
    }

    #[test]
    fn folding_cuts_no_letter_and_keeps_the_width() {
        let value = "日米安全保障条約 ".repeat(40);
        let mut out = String::new();
        push(&mut out, "SUMMARY", &value);
        let folded: Vec<_> = out.split_terminator("\r\n").collect();
        assert!(folded.len() > 10);
        assert!(folded.iter().all(|line| line.len() <= WIDTH));
        assert!(folded.iter().skip(1).all(|line| line.starts_with(' ')));
        let whole = unfolded(out.as_bytes());
        assert_eq!(whole, format!("SUMMARY:{value}\r\n").into_bytes());
    }

    #[test]
    fn letters_that_folding_has_cut_are_whole_again() {
        let mut bytes = "SUMMARY:日米".as_bytes().to_vec();
        bytes.splice(9..9, *b"\r\n ");
        assert_eq!(unfolded(&bytes), "SUMMARY:日米".as_bytes());
    }
}
