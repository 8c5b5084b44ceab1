//! Reads tokens one after the other and mends quotation marks.
//!
//! A forgotten quotation mark turns the rest of a file inside out. Two signs give it away early: a string followed
//! at once by something that may not follow one, and a string that never ends. Both are reported where the
//! string begins, and the string is taken to end where its author most likely meant it to. Brackets are not known here.

use std::ops::Range;

use super::diagnostic::{Diagnostic, Diagnostics};
use super::lines::floor_boundary;
use super::token::{Kind, Token, line_end, rest, token, trivia};

/// How often a string or comment without an end is taken to end with its line: each costs a look at the whole rest.
const UNENDED: u8 = 16;
/// How many commas and brackets are taken off the end of a text that lacks its quotation mark.
const TRAILING: u8 = 8;
/// How far a text with quotation marks inside is followed.
const QUOTED: usize = 2000;

#[derive(Debug)]
pub(crate) struct Lexer<'a> {
    pub(crate) text: &'a str,
    pub(crate) diagnostics: Diagnostics,
    at: usize,
    unended: u8,
}

/// A token, and for a mended string what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lexed {
    pub(crate) token: Token,
    pub(crate) mended: Option<Range<usize>>,
}

impl<'a> Lexer<'a> {
    pub(crate) fn new(text: &'a str, at: usize) -> Self {
        Self {
            text,
            diagnostics: Diagnostics::default(),
            at,
            unended: 0,
        }
    }

    /// Goes on from this byte.
    pub(crate) fn jump(&mut self, at: usize) {
        self.at = at;
    }

    /// The next token; `in_list` helps to tell a forgotten quotation mark from one too many.
    pub(crate) fn next(&mut self, in_list: bool) -> Lexed {
        let start = self.skip();
        let token = token(self.text, start);
        let lexed = if token.closed {
            self.mend(token, in_list)
        } else {
            self.end_with_line(token)
        };
        self.at = lexed.token.end;
        lexed
    }

    /// The kind of the token after this one, without reporting anything.
    pub(crate) fn peek(&self) -> Token {
        token(self.text, trivia(self.text, self.at).end)
    }

    /// The text that begins with this token, if it lacks its opening quotation mark or both: `Nixon Shock",`.
    pub(crate) fn bare_words(&mut self, token: Token) -> Option<Lexed> {
        let limit = floor_boundary(self.text, token.start.saturating_add(QUOTED));
        let line = self.text.get(token.start..limit)?.lines().next()?;
        let length = token.end.saturating_sub(token.start);
        let tail = line.get(length..)?;
        let next = tail.trim_start().chars().next()?;
        if ",:()[]{}/".contains(next) || (next == '"' && !tail.starts_with('"')) {
            return None;
        }
        let quote = line.find('"').filter(|&quote| {
            let after = rest(line, quote.saturating_add(1)).trim_start();
            after.is_empty() || after.starts_with([',', ')', ']'])
        });
        let opening = line
            .find('"')
            .and_then(|quote| swallowed(line.get(..quote)?, false));
        let bare = [',', ')', ']', '"']
            .into_iter()
            .filter_map(|end| line.find(end))
            .min();
        let content = match (opening, quote) {
            (Some(comma), _) => comma,
            (None, Some(quote)) => quote,
            (None, None) => bare.unwrap_or(line.len()),
        };
        let content = token
            .start
            .saturating_add(line.get(..content)?.trim_end().len());
        // `LedTo to: "x"` lacks a comma, not quotation marks.
        if self.text.get(token.end..content)?.contains(':') && opening.is_none() && quote.is_none()
        {
            return None;
        }
        let has_quote = self.text.as_bytes().get(content) == Some(&b'"');
        let end = content.saturating_add(usize::from(has_quote));
        let message = "expected a quotation mark before this text";
        let hint = "put `\"` around the text".to_owned();
        let range = token.start..content;
        self.diagnostics
            .push(Diagnostic::error("unopened-text", range, message).hint(hint));
        self.at = end;
        let token = Token {
            kind: Kind::Text,
            end,
            ..token
        };
        Some(Lexed {
            token,
            mended: Some(token.start..content),
        })
    }

    fn skip(&mut self) -> usize {
        loop {
            let space = trivia(self.text, self.at);
            let Some(start) = space.unclosed else {
                return space.end;
            };
            let opening = start..start.saturating_add(2);
            let message = "expected `*/` to end the comment that begins here";
            self.diagnostics
                .push(Diagnostic::error("unclosed-comment", opening, message));
            if !self.try_again() {
                return space.end;
            }
            self.at = line_end(self.text, start);
        }
    }

    fn try_again(&mut self) -> bool {
        self.unended = self.unended.saturating_add(1);
        self.unended <= UNENDED
    }

    /// A string without an end: it is taken to end with its line.
    fn end_with_line(&mut self, token: Token) -> Lexed {
        self.report_unclosed(token.start);
        if token.kind != Kind::Text || !self.try_again() {
            return Lexed {
                token,
                mended: Some(token.end..token.end),
            };
        }
        self.cut(token, line_end(self.text, token.start))
    }

    fn report_unclosed(&mut self, start: usize) {
        let opening = start..start.saturating_add(1);
        let message = "expected a quotation mark at the end of the text that begins here";
        self.diagnostics.push(
            Diagnostic::error("unclosed-text", opening, message)
                .hint(Some("put `\"` where the text ends".to_owned())),
        );
    }

    /// Looks at what follows a string, and mends it if nothing sensible does.
    fn mend(&mut self, token: Token, in_list: bool) -> Lexed {
        let whole = Lexed {
            token,
            mended: None,
        };
        let is_plain =
            token.kind == Kind::Text && self.text.as_bytes().get(token.start) == Some(&b'"');
        let follows = rest(self.text, token.end).chars().next();
        let fits = follows.is_none_or(|next| next.is_whitespace() || ",)]}:/".contains(next));
        if !is_plain || fits {
            return whole;
        }
        let inside = token.start.saturating_add(1)..token.end.saturating_sub(1);
        let content = self.text.get(inside.clone()).unwrap_or_default();
        if let Some(line) = content.find('\n') {
            self.report_unclosed(token.start);
            return self.cut(token, inside.start.saturating_add(line));
        }
        if let Some(comma) = swallowed(content, in_list) {
            self.report_unclosed(token.start);
            return self.cut(token, inside.start.saturating_add(comma));
        }
        self.quoted(token).unwrap_or(whole)
    }

    /// The string as if it ended here, less the comma and the brackets that cannot be part of it.
    fn cut(&self, token: Token, end: usize) -> Lexed {
        let start = token.start.saturating_add(1);
        let mut content = self.text.get(start..end.max(start)).unwrap_or_default();
        for _ in 0..TRAILING {
            let trimmed = content.trim_end();
            let shorter = trimmed.strip_suffix(',').or_else(|| {
                let brackets = [('(', ')'), ('[', ']')];
                brackets.into_iter().find_map(|(open, close)| {
                    let extra = trimmed.matches(close).count() > trimmed.matches(open).count();
                    if extra {
                        trimmed.strip_suffix(close)
                    } else {
                        None
                    }
                })
            });
            content = shorter.unwrap_or(trimmed);
            if shorter.is_none() {
                break;
            }
        }
        let end = start.saturating_add(content.len());
        Lexed {
            token: Token {
                end,
                closed: true,
                ..token
            },
            mended: Some(start..end),
        }
    }

    /// A string with quotation marks inside: it goes on to the first one on its line that something sensible follows.
    fn quoted(&mut self, token: Token) -> Option<Lexed> {
        let limit = floor_boundary(self.text, token.end.saturating_add(QUOTED));
        let line = self.text.get(token.end..limit)?.lines().next()?;
        let ends = line.match_indices('"').map(|(at, _)| at.saturating_add(1));
        let length = ends.into_iter().find(|&end| {
            let after = rest(line, end).trim_start();
            after.is_empty() || after.starts_with([',', ')', ']'])
        })?;
        let end = token.end.saturating_add(length);
        let mark = token.end.saturating_sub(1)..token.end;
        let message =
            "expected `,` or the end of the entry after this quotation mark, but the text goes on";
        self.diagnostics.push(
            Diagnostic::error("quotation-mark", mark, message).hint(Some(
                "write `\\\"` for a quotation mark inside a text, or use “ and ”".to_owned(),
            )),
        );
        let inside = token.start.saturating_add(1)..end.saturating_sub(1);
        Some(Lexed {
            token: Token { end, ..token },
            mended: Some(inside),
        })
    }
}

/// Whether a string has swallowed the comma after it and the beginning of what follows: `Nixon, category: `. Says where the comma is.
fn swallowed(content: &str, in_list: bool) -> Option<usize> {
    let comma = content.rfind(',')?;
    let tail = rest(content, comma.saturating_add(1))
        .trim()
        .trim_end_matches(['(', '[', ' ']);
    let name = tail.strip_suffix(':').map(str::trim_end);
    let is_name = name.is_some_and(|name| {
        !name.is_empty()
            && name
                .chars()
                .all(|character| character.is_alphanumeric() || character == '_')
    });
    (is_name || (in_list && tail.is_empty())).then_some(comma)
}
