//! Reads tokens one after the other, and says so when a string or a comment has no end.
//!
//! Brackets are not known here. What is wrong with quotation marks is mended in `quotes`.

use std::ops::Range;

use super::diagnostic::{Diagnostic, Diagnostics, Severity};
use super::token::{Kind, Token, line_end, token, trivia};
use crate::messages::{Message, message};

/// How often a string or comment without an end is taken to end with its line: each costs a look at the whole rest.
const UNENDED: u8 = 16;

#[derive(Debug)]
pub(crate) struct Lexer<'a> {
    pub(crate) text: &'a str,
    pub(crate) diagnostics: Diagnostics,
    pub(super) at: usize,
    unended: u8,
    /// Bytes that may still be looked at twice to mend quotation marks.
    budget: usize,
    /// Whether anything about brackets or quotation marks looked wrong, so that what follows may be read otherwise.
    pub(super) troubled: bool,
}

/// A token, and for a mended string what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lexed {
    pub(crate) token: Token,
    pub(crate) mended: Option<Range<usize>>,
}

impl<'a> Lexer<'a> {
    pub(crate) fn new(text: &'a str, at: usize) -> Self {
        let budget = text.len().saturating_mul(8).saturating_add(4096);
        let diagnostics = Diagnostics::default();
        Self {
            text,
            diagnostics,
            at,
            unended: 0,
            budget,
            troubled: false,
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

    /// The token after this one, as it stands.
    pub(crate) fn peek(&self) -> Token {
        token(self.text, trivia(self.text, self.at).end)
    }

    /// Whether a name and a colon follow, as after the bracket that begins an entry.
    pub(crate) fn peeks_at_a_field(&self) -> bool {
        let name = self.peek();
        let after = || token(self.text, trivia(self.text, name.end).end);
        name.kind == Kind::Word && after().kind == Kind::Colon
    }

    /// Reports an error, unless there are too many already.
    pub(super) fn report(
        &mut self,
        code: &'static str,
        range: Range<usize>,
        message: Message,
        hint: Option<Message>,
    ) {
        self.troubled = true;
        if !self.diagnostics.omits(Severity::Error, &range) {
            let diagnostic = Diagnostic::error(code, range, message);
            self.diagnostics.push(diagnostic.hint(hint));
        }
    }

    /// Whether so many bytes may be looked at once more; they are then paid for.
    pub(super) fn affords(&mut self, bytes: usize) -> bool {
        self.troubled = true;
        let left = self.budget.checked_sub(bytes);
        self.budget = left.unwrap_or(0);
        left.is_some()
    }

    fn skip(&mut self) -> usize {
        loop {
            let space = trivia(self.text, self.at);
            let Some(start) = space.unclosed else {
                return space.end;
            };
            let opening = start..start.saturating_add(2);
            let message = message!("checks-unclosed-comment");
            self.report("unclosed-comment", opening, message, None);
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
            let nothing = token.end..token.end;
            return Lexed {
                token,
                mended: Some(nothing),
            };
        }
        self.cut(token, line_end(self.text, token.start))
    }
}
