//! The words of RON: brackets, strings, numbers, names, and the comments between them.
//!
//! Knows nothing of how they nest. A token never reaches beyond the text, and reading all tokens of a text takes
//! time linear in its length, unclosed strings and comments included.

use std::ops::Range;

/// What sort of word a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// `(`, `[` or `{`.
    Open(u8),
    /// `)`, `]` or `}`.
    Close(u8),
    Comma,
    Colon,
    /// A string, raw or not, with its quotation marks.
    Text,
    /// A byte string or a byte.
    Bytes,
    Char,
    Number,
    /// A name: a field, a variant, `true`, `None`.
    Word,
    /// A character that means nothing in RON.
    Other,
    End,
}

/// A word of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// False for a string that has no end: it then reaches to the end of the text.
    pub(crate) closed: bool,
}

impl Token {
    pub(crate) fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// What stands between two tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Trivia {
    /// Where the next token begins.
    pub(crate) end: usize,
    /// Where a block comment begins that has no end.
    pub(crate) unclosed: Option<usize>,
}

/// Skips space and comments.
pub(crate) fn trivia(text: &str, mut at: usize) -> Trivia {
    let bytes = text.as_bytes();
    loop {
        match bytes.get(at) {
            Some(b' ' | b'\t' | b'\n' | b'\r') => at = at.saturating_add(1),
            Some(b'/') if bytes.get(at.saturating_add(1)) == Some(&b'/') => at = line_end(text, at),
            Some(b'/') if bytes.get(at.saturating_add(1)) == Some(&b'*') => {
                match block_comment(bytes, at) {
                    Some(end) => at = end,
                    None => {
                        return Trivia {
                            end: text.len(),
                            unclosed: Some(at),
                        };
                    }
                }
            }
            Some(byte) if byte.is_ascii() => match byte {
                0x0B | 0x0C => at = at.saturating_add(1),
                _ => {
                    return Trivia {
                        end: at,
                        unclosed: None,
                    };
                }
            },
            Some(_) => match rest(text, at).chars().next() {
                // A byte order mark counts as space, as the wide space of Japanese keyboards does.
                Some(space) if space.is_whitespace() || space == '\u{FEFF}' => {
                    at = at.saturating_add(space.len_utf8())
                }
                _ => {
                    return Trivia {
                        end: at,
                        unclosed: None,
                    };
                }
            },
            None => {
                return Trivia {
                    end: text.len(),
                    unclosed: None,
                };
            }
        }
    }
}

/// Where the line that holds this byte ends, its line end not included.
pub(crate) fn line_end(text: &str, at: usize) -> usize {
    rest(text, at)
        .find('\n')
        .map_or(text.len(), |length| at.saturating_add(length))
}

/// The end of the block comment that begins here; they nest.
pub(crate) fn block_comment(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start.saturating_add(2);
    let mut depth = 1_usize;
    while depth > 0 {
        let pair = (bytes.get(at)?, bytes.get(at.saturating_add(1))?);
        let step = match pair {
            (b'*', b'/') => {
                depth = depth.saturating_sub(1);
                2
            }
            (b'/', b'*') => {
                depth = depth.saturating_add(1);
                2
            }
            _ => 1,
        };
        at = at.saturating_add(step);
    }
    Some(at)
}

/// The token that begins exactly here, after [`trivia`].
pub(crate) fn token(text: &str, start: usize) -> Token {
    let bytes = text.as_bytes();
    let single = |kind| (kind, Some(start.saturating_add(1)));
    let (kind, end) = match bytes.get(start) {
        None => (Kind::End, Some(text.len())),
        Some(&byte @ (b'(' | b'[' | b'{')) => single(Kind::Open(byte)),
        Some(&byte @ (b')' | b']' | b'}')) => single(Kind::Close(byte)),
        Some(b',') => single(Kind::Comma),
        Some(b':') => single(Kind::Colon),
        Some(b'"') => (Kind::Text, string(bytes, start)),
        Some(b'\'') => match character(text, start) {
            Some(end) => (Kind::Char, Some(end)),
            None => single(Kind::Other),
        },
        Some(b'0'..=b'9' | b'+' | b'-' | b'.') => (Kind::Number, Some(number(bytes, start))),
        Some(_) => word(text, start),
    };
    let closed = end.is_some();
    Token {
        kind,
        start,
        end: end.unwrap_or(text.len()),
        closed,
    }
}

/// The end of a string whose opening quotation mark stands here.
fn string(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start.saturating_add(1);
    loop {
        let rest = bytes.get(at..)?;
        let length = rest
            .iter()
            .position(|&byte| byte == b'"' || byte == b'\\')?;
        at = at.saturating_add(length);
        if bytes.get(at) == Some(&b'"') {
            return Some(at.saturating_add(1));
        }
        at = at.saturating_add(2);
    }
}

/// The end of a raw string whose hashes, if any, and quotation mark begin here; `None` twice over when it is none.
fn raw_string(bytes: &[u8], start: usize) -> Option<Option<usize>> {
    let hashes = bytes
        .get(start..)?
        .iter()
        .take_while(|&&byte| byte == b'#')
        .count();
    let quote = start.saturating_add(hashes);
    if bytes.get(quote) != Some(&b'"') {
        return None;
    }
    let mut at = quote.saturating_add(1);
    while let Some(length) = bytes
        .get(at..)
        .and_then(|rest| rest.iter().position(|&byte| byte == b'"'))
    {
        let after = at.saturating_add(length).saturating_add(1);
        let closing = bytes.get(after..).map_or(0, |rest| {
            rest.iter()
                .take(hashes)
                .take_while(|&&byte| byte == b'#')
                .count()
        });
        if closing == hashes {
            return Some(Some(after.saturating_add(hashes)));
        }
        at = after;
    }
    Some(None)
}

/// The end of a character in single quotation marks.
fn character(text: &str, start: usize) -> Option<usize> {
    const LONGEST: usize = 12; // '\u{10FFFF}'
    let mut characters = rest(text, start).char_indices().skip(1);
    let (_, first) = characters.next()?;
    let mut escaped = first == '\\';
    for (at, character) in characters.take(LONGEST) {
        match character {
            '\n' => return None,
            '\'' if !escaped => return Some(start.saturating_add(at).saturating_add(1)),
            _ if first != '\\' => return None,
            _ => escaped = false,
        }
    }
    None
}

fn number(bytes: &[u8], start: usize) -> usize {
    let tail = bytes.get(start..).unwrap_or_default();
    let length = tail
        .iter()
        .take_while(|&&byte| byte.is_ascii_alphanumeric() || b"+-._".contains(&byte))
        .count();
    start.saturating_add(length.max(1))
}

/// A name, or one of the strings that begin with a letter, or a character that begins nothing.
fn word(text: &str, start: usize) -> (Kind, Option<usize>) {
    let bytes = text.as_bytes();
    let after = |count| start.saturating_add(count);
    let prefixed = match (bytes.get(start), bytes.get(after(1))) {
        (Some(b'r'), Some(b'"' | b'#')) => raw_string(bytes, after(1)).map(|end| (Kind::Text, end)),
        (Some(b'b'), Some(b'"')) => Some((Kind::Bytes, string(bytes, after(1)))),
        (Some(b'b'), Some(b'\'')) => character(text, after(1)).map(|end| (Kind::Bytes, Some(end))),
        (Some(b'b'), Some(b'r')) => raw_string(bytes, after(2)).map(|end| (Kind::Bytes, end)),
        _ => None,
    };
    if let Some(found) = prefixed {
        return found;
    }
    let raw = if rest(text, start).starts_with("r#") {
        2
    } else {
        0
    };
    let length = name_length(rest(text, after(raw)));
    match rest(text, start).chars().next() {
        _ if length > 0 => (Kind::Word, Some(after(raw.saturating_add(length)))),
        Some(character) => (Kind::Other, Some(after(character.len_utf8()))),
        None => (Kind::End, Some(text.len())),
    }
}

fn name_length(text: &str) -> usize {
    let ascii = text
        .bytes()
        .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
        .count();
    let wide = text.get(ascii..).unwrap_or_default();
    if wide.bytes().next().is_none_or(|byte| byte.is_ascii()) {
        return ascii;
    }
    text.find(|character: char| !character.is_alphanumeric() && character != '_')
        .unwrap_or(text.len())
}

/// The text from this byte on.
pub(crate) fn rest(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or_default()
}

/// Where the text begins after `#![enable(…)]` and the like.
pub(crate) fn after_header(text: &str) -> usize {
    let mut at = 0;
    loop {
        let start = trivia(text, at).end;
        if !text.get(start..).is_some_and(|rest| rest.starts_with("#!")) {
            return at;
        }
        let mut next = token(text, start.saturating_add(2));
        while !matches!(next.kind, Kind::Close(b']') | Kind::End | Kind::Text) {
            next = token(text, trivia(text, next.end).end);
        }
        at = next.end;
    }
}
