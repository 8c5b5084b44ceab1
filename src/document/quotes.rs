//! Mends quotation marks.
//!
//! A forgotten quotation mark turns the rest of a file inside out. Two signs give it away early: a string followed
//! at once by something that may not follow one, and bare words where a value should be. Both are reported where the
//! text begins, and the text is taken to be what its author most likely meant.

use super::lexer::{Lexed, Lexer};
use super::lines::floor_boundary;
use super::token::{Kind, Token, rest};
use crate::messages::message;

/// How many commas and brackets are taken off the end of a text that lacks its quotation mark.
const TRAILING: u8 = 8;
/// How far a text with quotation marks inside is followed.
const QUOTED: usize = 2000;

impl Lexer<'_> {
    /// The text that begins with this token, if it lacks its opening quotation mark or both: `Nixon Shock",`.
    pub(crate) fn bare_words(&mut self, token: Token) -> Option<Lexed> {
        let limit = floor_boundary(self.text, token.end.saturating_add(QUOTED));
        let tail = self.text.get(token.end..limit)?;
        let next = tail.trim_start_matches([' ', '\t']).chars().next()?;
        if ",:()[]{}/\r\n".contains(next) || (next == '"' && !tail.starts_with('"')) {
            return None;
        }
        if !self.affords(QUOTED) {
            return None;
        }
        let line = self.text.get(token.start..limit)?.lines().next()?;
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
        let message = message!("checks-unopened-text");
        let hint = Some(message!("checks-unopened-text-hint"));
        self.report("unopened-text", token.start..content, message, hint);
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

    pub(super) fn report_unclosed(&mut self, start: usize) {
        let opening = start..start.saturating_add(1);
        let message = message!("checks-unclosed-text");
        let hint = Some(message!("checks-unclosed-text-hint"));
        self.report("unclosed-text", opening, message, hint);
    }

    /// Looks at what follows a string, and mends it if nothing sensible does.
    pub(super) fn mend(&mut self, token: Token, in_list: bool) -> Lexed {
        let whole = Lexed {
            token,
            mended: None,
        };
        let is_plain =
            token.kind == Kind::Text && self.text.as_bytes().get(token.start) == Some(&b'"');
        let follows = rest(self.text, token.end).chars().next();
        let fits = follows.is_none_or(|next| next.is_whitespace() || ",)]}:/".contains(next));
        // Below, the string is read again, and the line after it.
        let bytes = token.end.saturating_sub(token.start).saturating_add(QUOTED);
        if !is_plain || fits || !self.affords(bytes) {
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
    pub(super) fn cut(&self, token: Token, end: usize) -> Lexed {
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
        let message = message!("checks-quotation-mark");
        let hint = Some(message!("checks-quotation-mark-hint"));
        self.report("quotation-mark", mark, message, hint);
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
