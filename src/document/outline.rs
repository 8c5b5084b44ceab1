//! Walks through a file: its fields one by one, and its long lists entry by entry, so that only one entry's tree
//! is held at a time however long the file is.
//!
//! Knows which names may stand at the top, but not what is in them. A bracket too many or too few at this level
//! would cost the whole rest of the file, so here a closing bracket only counts when it makes sense.

use std::ops::Range;

use super::diagnostic::{Diagnostic, Diagnostics};
use super::parser::{Open, Parser};
use super::recover::resembles;
use super::syntax::Node;
use super::token::{Kind as Token, token, trivia};

/// A part of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Part {
    /// A field that is no list of entries.
    Field { name: Range<usize>, value: Node },
    /// A list of entries begins.
    List { name: Range<usize> },
    /// The next entry of the list.
    Entry(Node),
}

#[derive(Debug)]
pub(crate) struct Outline<'a> {
    parser: Parser<'a>,
    /// Names of the lists of entries.
    lists: &'a [&'a str],
    in_list: bool,
    /// The list read last, and the bracket that ended it.
    last_list: Option<(Range<usize>, Range<usize>)>,
    done: bool,
}

impl<'a> Outline<'a> {
    /// Begins before the first bracket. `wrapper` is the name expected before it.
    pub(crate) fn new(text: &'a str, wrapper: &str, lists: &'a [&'a str]) -> Self {
        let parser = Parser::new(text, after_header(text));
        let mut outline = Self {
            parser,
            lists,
            in_list: false,
            last_list: None,
            done: false,
        };
        outline.begin(wrapper);
        outline
    }

    pub(crate) fn diagnostics(&mut self) -> &mut Diagnostics {
        &mut self.parser.lexer.diagnostics
    }

    pub(crate) fn into_diagnostics(self) -> Diagnostics {
        self.parser.into_diagnostics()
    }

    /// The opening bracket of it all, if it has been found.
    pub(crate) fn opening(&self) -> Option<Range<usize>> {
        let open = self.parser.open.first()?;
        Some(open.at..open.at.saturating_add(1))
    }

    /// The next part, until there is none.
    pub(crate) fn next(&mut self) -> Option<Part> {
        while !self.done {
            let part = if self.in_list {
                self.entry()
            } else {
                self.field()
            };
            if part.is_some() {
                return part;
            }
        }
        None
    }

    /// Goes through `Timeline(`.
    fn begin(&mut self, wrapper: &str) {
        let parser = &mut self.parser;
        let after = parser.lexer.peek().kind;
        if parser.token.kind == Token::Word && after == Token::Open(b'(') {
            let name = parser.bump().range();
            let written = parser.lexer.text.get(name.clone()).unwrap_or_default();
            if written != wrapper {
                let message = format!("expected `{wrapper}(` but found `{written}(`");
                parser.report(Diagnostic::warning("wrapper", name, message));
            }
        }
        if parser.token.kind == Token::Open(b'(') {
            parser.enter();
            return;
        }
        let (message, hint) = if parser.token.kind == Token::End {
            let example =
                format!("{wrapper}(events: [(id: \"first\", when: \"1971-08-15\", title: \"…\")])");
            (
                "expected a timeline but found nothing".to_owned(),
                format!("begin with `{example}`"),
            )
        } else {
            let message = format!("expected `{wrapper}(` but found {}", parser.found());
            (
                message,
                format!("a timeline begins with `{wrapper}(` and ends with `)`"),
            )
        };
        parser.report(Diagnostic::error("syntax", parser.token.range(), message).hint(hint));
        if parser.begins_field() {
            parser.open.push(Open {
                at: parser.token.start,
                bracket: b'(',
                item: None,
            });
        } else {
            self.done = true;
        }
    }

    fn field(&mut self) -> Option<Part> {
        self.parser.leaving();
        match self.parser.token.kind {
            Token::End => {
                self.parser.ends_early();
                self.done = true;
                None
            }
            Token::Close(b')') if self.is_last() => {
                self.done = true;
                None
            }
            Token::Close(_) => self.closes_too_early(),
            Token::Open(b'(') if self.last_list.is_some() => self.reopen(),
            Token::Word | Token::Text if self.parser.begins_field() => self.named(),
            _ => {
                self.parser.stray("a field name such as `events:`");
                None
            }
        }
    }

    fn named(&mut self) -> Option<Part> {
        self.parser.mark_item();
        let name = self.parser.field_name();
        let written = self.parser.lexer.text.get(name.clone()).unwrap_or_default();
        if self.lists.contains(&written) && self.parser.token.kind == Token::Open(b'[') {
            self.parser.enter();
            self.in_list = true;
            self.last_list = Some((name.clone(), name.clone()));
            return Some(Part::List { name });
        }
        let value = self.parser.value();
        self.parser.separator("`,` or `)`");
        Some(Part::Field { name, value })
    }

    fn entry(&mut self) -> Option<Part> {
        if self.parser.leaving() {
            self.parser.open.pop();
            self.in_list = false;
            return None;
        }
        match self.parser.token.kind {
            Token::Close(b']') => {
                let close = self.parser.bump().range();
                self.leave(close);
                None
            }
            Token::Close(b')') if self.is_last() => self.leave_unclosed(),
            Token::Close(_) => self.closes_too_early(),
            Token::End => {
                self.parser.ends_early();
                self.parser.open.pop();
                self.in_list = false;
                None
            }
            Token::Word | Token::Text if self.parser.lexer.peek().kind == Token::Colon => {
                if self.names_a_field() {
                    self.leave_unclosed()
                } else {
                    self.stray_field()
                }
            }
            Token::Comma | Token::Colon | Token::Other => {
                self.parser.stray("an entry that begins with `(`");
                None
            }
            _ => {
                self.parser.mark_item();
                let node = self.parser.value();
                self.parser.separator("`,` or `]`");
                Some(Part::Entry(node))
            }
        }
    }

    fn leave(&mut self, close: Range<usize>) {
        self.parser.open.pop();
        self.in_list = false;
        if let Some((_, end)) = &mut self.last_list {
            *end = close;
        }
        self.parser.separator("`,` or `)`");
    }

    fn leave_unclosed(&mut self) -> Option<Part> {
        self.parser.unclosed();
        let here = self.parser.behind..self.parser.behind;
        self.leave(here);
        None
    }

    /// An entry where a field should be: the list before it was closed too early and goes on.
    fn reopen(&mut self) -> Option<Part> {
        let (name, close) = self.last_list.clone()?;
        let written = self.parser.lexer.text.get(name.clone()).unwrap_or_default();
        let message = format!("expected the end of `{written}` here, but more entries follow");
        let hint = "take this bracket away".to_owned();
        let more = "the next entry is here";
        let diagnostic = Diagnostic::error("stray-bracket", close, message).hint(Some(hint));
        self.parser
            .report(diagnostic.also(self.parser.token.range(), more));
        let at = self.parser.token.start;
        self.parser.open.push(Open {
            at,
            bracket: b'[',
            item: None,
        });
        self.in_list = true;
        Some(Part::List { name })
    }

    /// A closing bracket although more follows that belongs to the timeline.
    fn closes_too_early(&mut self) -> Option<Part> {
        let message = format!(
            "expected nothing to close here, but found {}",
            self.parser.found()
        );
        let hint = "take this bracket away, or put the missing opening one before it".to_owned();
        let range = self.parser.token.range();
        self.parser
            .report(Diagnostic::error("stray-bracket", range, message).hint(Some(hint)));
        self.parser.bump();
        if self.parser.token.kind == Token::Comma {
            self.parser.bump();
        }
        None
    }

    /// A field of an entry outside of any: the entry before it was closed too early.
    fn stray_field(&mut self) -> Option<Part> {
        let message = format!(
            "expected an entry that begins with `(` but found the field {}",
            self.parser.found()
        );
        let hint = "is the entry before it closed too early?".to_owned();
        let range = self.parser.token.range();
        self.parser
            .report(Diagnostic::error("syntax", range, message).hint(Some(hint)));
        let parser = &mut self.parser;
        match parser
            .recovery
            .next_item(parser.lexer.text, parser.token.start, &parser.open)
        {
            Some((start, level)) => parser.jump(start, level),
            None => {
                parser.bump();
                parser.recover();
            }
        }
        self.parser.fresh = false;
        if self.parser.token.kind == Token::Comma {
            self.parser.bump();
        }
        None
    }

    /// Whether the token names a field at the top rather than one of an entry; `sources:` may be either, so where
    /// it stands decides.
    fn names_a_field(&self) -> bool {
        let text = self.parser.lexer.text;
        match self.parser.open.first() {
            Some(top) if top.item.is_some() => resembles(text, self.parser.token.start, top),
            _ => self
                .lists
                .contains(&text.get(self.parser.token.range()).unwrap_or_default()),
        }
    }

    /// Whether nothing but comments follows the token.
    fn is_last(&self) -> bool {
        self.parser.lexer.peek().kind == Token::End
    }
}

/// Where the text begins after `#![enable(…)]` and the like.
fn after_header(text: &str) -> usize {
    let mut at = 0;
    loop {
        let start = trivia(text, at).end;
        if !text.get(start..).is_some_and(|rest| rest.starts_with("#!")) {
            return at;
        }
        let mut next = token(text, start.saturating_add(2));
        while !matches!(next.kind, Token::Close(b']') | Token::End | Token::Text) {
            next = token(text, trivia(text, next.end).end);
        }
        at = next.end;
    }
}
