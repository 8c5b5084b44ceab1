//! Cuts Rust into words, marks, strings and comments.

/// A piece of Rust.
#[derive(Debug, Clone)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    /// Counted from 1; of a piece over several lines, the first.
    pub(crate) line: usize,
    /// As written; of a string, what is between the quotes.
    pub(crate) text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A name, a keyword or a number.
    Word,
    /// `::`, a lifetime, or one character.
    Mark,
    /// A string or a character.
    Text,
    Comment,
}

impl Token {
    /// The piece as written.
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it is one of these words.
    pub(crate) fn is_word(&self, words: &[&str]) -> bool {
        self.kind == Kind::Word && words.contains(&self.as_str())
    }

    /// A mark that opens (+1) or closes (-1) a bracket.
    pub(crate) fn depth(&self) -> isize {
        match (self.kind, self.as_str()) {
            (Kind::Mark, "(" | "[" | "{") => 1,
            (Kind::Mark, ")" | "]" | "}") => -1,
            _ => 0,
        }
    }
}

/// Cuts a text into tokens.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let (mut rest, mut line) = (text, 1);
    while let Some(first) = rest.chars().next() {
        let (kind, length) = first_token(rest, first);
        let (piece, after) = rest.split_at(length);
        if let Some(kind) = kind {
            let text = match kind {
                Kind::Text => inside_quotes(piece),
                _ => piece,
            };
            tokens.push(Token {
                kind,
                line,
                text: text.to_owned(),
            });
        }
        line += piece.matches('\n').count();
        rest = after;
    }
    tokens
}

/// Kind and length of the first token; white space is of no kind.
fn first_token(rest: &str, first: char) -> (Option<Kind>, usize) {
    if first.is_whitespace() {
        return (None, first.len_utf8());
    }
    if rest.starts_with("//") {
        return (Some(Kind::Comment), rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return (Some(Kind::Comment), block_comment(rest));
    }
    if let Some(length) = string(rest) {
        return (Some(Kind::Text), length);
    }
    if first == '\'' {
        return quote(rest);
    }
    if is_word(first) {
        return (
            Some(Kind::Word),
            rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
        );
    }
    let length = if rest.starts_with("::") {
        2
    } else {
        first.len_utf8()
    };
    (Some(Kind::Mark), length)
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Length of a comment that may hold others of its kind.
fn block_comment(rest: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(here) = rest.get(at..).filter(|here| !here.is_empty()) {
        let mark = here.get(..2).unwrap_or_default();
        depth = match mark {
            "/*" => depth + 1,
            "*/" => depth - 1,
            _ => depth,
        };
        let first = here.chars().next().map_or(1, char::len_utf8);
        at += if matches!(mark, "/*" | "*/") {
            2
        } else {
            first
        };
        if depth == 0 {
            break;
        }
    }
    at
}

/// Length of the string that the text begins with, raw or not.
fn string(rest: &str) -> Option<usize> {
    let prefix = rest.find(['"', '#']).filter(|at| *at <= 2)?;
    let (prefix, quoted) = rest.split_at(prefix);
    let raw = match prefix {
        "" | "b" | "c" => false,
        "r" | "br" | "cr" => true,
        _ => return None,
    };
    let hashes = quoted.chars().take_while(|c| *c == '#').count();
    let body = quoted.get(hashes..)?.strip_prefix('"')?;
    let end = match (raw, hashes) {
        (true, _) => {
            let close = format!("\"{}", "#".repeat(hashes));
            body.find(&close)? + close.len()
        }
        (false, 0) => escaped_end(body, '"')?,
        (false, _) => return None,
    };
    Some(prefix.len() + hashes + 1 + end)
}

/// Where a quoted text ends, its closing quote included.
fn escaped_end(body: &str, close: char) -> Option<usize> {
    let mut characters = body.char_indices();
    while let Some((at, c)) = characters.next() {
        if c == '\\' {
            characters.next();
        } else if c == close {
            return Some(at + c.len_utf8());
        }
    }
    None
}

/// A character in quotes, or a lifetime.
fn quote(rest: &str) -> (Option<Kind>, usize) {
    let body = rest.get(1..).unwrap_or_default();
    let mut characters = body.chars();
    let (first, second) = (characters.next(), characters.next());
    if first == Some('\\') || second == Some('\'') {
        let end = escaped_end(body, '\'').unwrap_or(body.len());
        return (Some(Kind::Text), 1 + end);
    }
    let name = body.find(|c| !is_word(c)).unwrap_or(body.len());
    (Some(Kind::Mark), 1 + name)
}

fn inside_quotes(piece: &str) -> &str {
    let piece = piece.trim_start_matches(['r', 'b', 'c']);
    let piece = piece.trim_matches('#');
    let inside = piece.get(1..piece.len().saturating_sub(1));
    inside.unwrap_or_default()
}
