//! Reads values: brackets, fields and members, with one token of foresight.
//!
//! Knows nothing of what they mean: no timeline, no dates. It reads on after an error and keeps whatever it can;
//! what it had to leave out is in the diagnostics. Time is linear in the text, and no call goes deeper than brackets may.

use std::ops::Range;

use super::diagnostic::{Diagnostic, Diagnostics, Severity, shown};
use super::lexer::Lexer;
use super::recover::{Fence, Recovery, Start};
use super::syntax::{DEPTH, Field, Kind, Node};
use super::token::{Kind as Token, Token as Lexeme};
use crate::messages::{Message, message};

/// How many brackets are around the list that entries are in.
pub(super) const LIST: usize = 1;

/// No entry of a timeline has more fields.
const FIELDS: usize = 11;

/// What is expected; made once, since it is asked for at every comma.
pub(super) const VALUE: &Message = &message!("checks-a-value");
pub(super) const FIELD_NAME: &Message = &message!("checks-field-name");
pub(super) const COMMA_OR_ROUND: &Message = &message!("checks-comma-or-round");
pub(super) const COMMA_OR_SQUARE: &Message = &message!("checks-comma-or-square");

/// An open bracket.
#[derive(Debug, Clone)]
pub(crate) struct Open {
    pub(crate) at: usize,
    pub(crate) bracket: u8,
    /// How its latest item that is first on its line begins.
    pub(crate) item: Option<Start>,
}

#[derive(Debug)]
pub(crate) struct Parser<'a> {
    pub(crate) lexer: Lexer<'a>,
    /// The token to be read next.
    pub(crate) token: Lexeme,
    pub(super) mended: Option<Range<usize>>,
    /// Where the token before ended.
    pub(crate) behind: usize,
    pub(crate) open: Vec<Open>,
    pub(crate) recovery: Recovery,
    /// How the entry being read begins, when it is one of many.
    pub(crate) fence: Option<Fence<'a>>,
    /// The bracket to go on in after a jump, counted from the outermost; those inside it are left.
    pub(super) resume: Option<usize>,
    /// True after a jump: the next item needs no comma before it.
    pub(super) fresh: bool,
    pub(super) ended: bool,
}

impl<'a> Parser<'a> {
    pub(crate) fn new(text: &'a str, start: usize) -> Self {
        let mut lexer = Lexer::new(text, start);
        let first = lexer.next(false);
        Self {
            lexer,
            token: first.token,
            mended: first.mended,
            behind: start,
            open: Vec::new(),
            recovery: Recovery::new(text),
            fence: None,
            resume: None,
            fresh: false,
            ended: false,
        }
    }

    /// Another one in the same brackets, at this byte of the text or of one that it begins with.
    pub(crate) fn another(&self, text: &'a str, start: usize) -> Self {
        let mut other = Self {
            lexer: Lexer::new(text, start),
            token: self.token,
            mended: None,
            behind: start,
            open: self.open.clone(),
            recovery: self.recovery.clone(),
            fence: None,
            resume: None,
            fresh: false,
            ended: false,
        };
        other.restart(start);
        other
    }

    /// Goes on at this byte, in the same brackets.
    pub(crate) fn restart(&mut self, at: usize) {
        self.lexer.jump(at);
        let next = self.lexer.next(true);
        (self.token, self.mended, self.behind) = (next.token, next.mended, at);
    }

    pub(crate) fn into_diagnostics(self) -> Diagnostics {
        self.lexer.diagnostics
    }

    /// Takes the token and reads the next.
    pub(crate) fn bump(&mut self) -> Lexeme {
        let taken = self.token;
        let in_list = self.open.last().is_some_and(|open| open.bracket == b'[');
        let next = self.lexer.next(in_list);
        (self.token, self.mended, self.behind) = (next.token, next.mended, taken.end);
        if self.token.kind == Token::Open(b'(') && self.is_next_entry() {
            self.unclosed();
            self.resume = Some(LIST);
        }
        taken
    }

    /// Reports an error, unless there are too many already.
    pub(crate) fn report(
        &mut self,
        range: Range<usize>,
        build: impl FnOnce(&Self, Range<usize>) -> Diagnostic,
    ) {
        self.lexer.troubled = true;
        if !self.lexer.diagnostics.omits(Severity::Error, &range) {
            let diagnostic = build(self, range);
            self.lexer.diagnostics.push(diagnostic);
        }
    }

    /// The value that begins with the token.
    pub(crate) fn value(&mut self) -> Node {
        self.take_bare_words();
        match self.token.kind {
            _ if self.resume.is_some() => self.broken(),
            Token::Open(b'(') => self.group(None),
            Token::Open(b'[') => self.list(),
            Token::Open(_) => self.map(),
            Token::Text => {
                let kind = Kind::Text(self.mended.take());
                self.leaf(kind)
            }
            Token::Number => self.leaf(Kind::Number),
            Token::Char | Token::Bytes => self.leaf(Kind::Bytes),
            Token::Word if self.lexer.peek().kind == Token::Colon => {
                self.unexpected(VALUE);
                self.fresh = true;
                self.broken()
            }
            Token::Word => {
                let name = self.leaf(Kind::Word);
                match self.token.kind {
                    Token::Open(b'(') if self.resume.is_none() => self.group(Some(name.range)),
                    _ => name,
                }
            }
            _ => {
                self.unexpected(VALUE);
                let node = self.broken();
                self.recover();
                node
            }
        }
    }

    /// Makes a text without its quotation marks one token.
    fn take_bare_words(&mut self) {
        let is_bare = matches!(self.token.kind, Token::Word | Token::Number | Token::Other);
        if let Some(bare) = is_bare.then(|| self.lexer.bare_words(self.token)).flatten() {
            (self.token, self.mended) = (bare.token, bare.mended);
        }
    }

    fn leaf(&mut self, kind: Kind) -> Node {
        Node {
            range: self.bump().range(),
            kind,
        }
    }

    fn broken(&self) -> Node {
        Node {
            range: self.behind..self.behind,
            kind: Kind::Broken,
        }
    }

    /// What stands in round brackets.
    fn group(&mut self, name: Option<Range<usize>>) -> Node {
        let start = name.as_ref().map_or(self.token.start, |name| name.start);
        if !self.enter() {
            return self.too_deep(start);
        }
        let is_tuple = match self.token.kind {
            Token::Text => !self.begins_field(),
            Token::Number | Token::Bytes | Token::Char | Token::Open(b'[') => true,
            Token::Word => {
                !self.begins_field()
                    && (name.is_some() || matches!(self.lexer.peek().kind, Token::Close(_)))
            }
            Token::Open(_) => name.is_some(),
            _ => false,
        };
        let kind = if is_tuple {
            Kind::Tuple(name, self.items(b')'))
        } else {
            Kind::Struct(self.fields())
        };
        Node {
            range: start..self.behind.max(start),
            kind,
        }
    }

    fn list(&mut self) -> Node {
        let start = self.token.start;
        if !self.enter() {
            return self.too_deep(start);
        }
        let kind = Kind::List(self.items(b']'));
        Node {
            range: start..self.behind.max(start),
            kind,
        }
    }

    fn map(&mut self) -> Node {
        let start = self.token.start;
        self.skip_brackets();
        Node {
            range: start..self.behind.max(start),
            kind: Kind::Map,
        }
    }

    /// Goes into the bracket that the token is, unless that is too deep.
    pub(crate) fn enter(&mut self) -> bool {
        let Token::Open(bracket) = self.token.kind else {
            return false;
        };
        if self.open.len() >= DEPTH {
            return false;
        }
        self.open.push(Open {
            at: self.token.start,
            bracket,
            item: None,
        });
        self.bump();
        true
    }

    /// Goes out of the bracket that the token closes; what comes next is read outside of it.
    fn close(&mut self) {
        self.open.pop();
        self.bump();
    }

    fn too_deep(&mut self, start: usize) -> Node {
        self.report(self.token.range(), |_, range| {
            let message = message!("checks-too-deep", depth = DEPTH.to_string());
            Diagnostic::error("too-deep", range, message)
        });
        self.skip_brackets();
        Node {
            range: start..self.behind.max(start),
            kind: Kind::Broken,
        }
    }

    /// Passes over a bracket and all in it, however deep.
    fn skip_brackets(&mut self) {
        let opening = self.token.range();
        if !self.pass(true) {
            self.report(opening, |_, range| {
                let message = message!("checks-bracket-unclosed");
                Diagnostic::error("unclosed-bracket", range, message)
            });
        }
    }

    fn fields(&mut self) -> Vec<Field> {
        let mut fields = Vec::with_capacity(FIELDS);
        while !self.leaving() {
            let before = self.token.start;
            match self.token.kind {
                Token::Close(b')') => {
                    self.close();
                    return fields;
                }
                Token::Open(b'(') if self.encloses(b'[') && self.may_be_next() => {
                    self.unclosed();
                    break;
                }
                Token::Close(b']') if self.encloses(b'[') && self.may_close() => {
                    self.unclosed();
                    break;
                }
                Token::End => {
                    self.ends_early();
                    break;
                }
                Token::Word | Token::Text if self.begins_field() => {
                    fields.push(self.field());
                    self.separator(COMMA_OR_ROUND);
                }
                // One bracket too many costs itself, not what is in it.
                Token::Open(b'{') => {
                    self.unexpected(FIELD_NAME);
                    self.bump();
                }
                _ => self.stray(FIELD_NAME),
            }
            self.must_be_past(before);
        }
        self.open.pop();
        fields
    }

    fn field(&mut self) -> Field {
        self.mark_item();
        let name = self.field_name();
        let value = self.value();
        Field { name, value }
    }

    /// Takes a field's name and the colon after it.
    pub(crate) fn field_name(&mut self) -> Range<usize> {
        let is_text = self.token.kind == Token::Text;
        let mut name = self.bump().range();
        if is_text {
            self.report(name.clone(), |_, range| {
                let message = message!("checks-quoted-name");
                Diagnostic::error("quoted-name", range, message)
            });
            let written = self.lexer.text.get(name.clone()).unwrap_or_default();
            let inside = written
                .strip_prefix('"')
                .and_then(|text| text.strip_suffix('"'));
            if let Some(inside) = inside {
                let start = name.start.saturating_add(1);
                name = start..start.saturating_add(inside.len());
            }
        }
        let is_equals = self.lexer.text.get(self.token.range()) == Some("=");
        if self.token.kind != Token::Colon {
            self.report(self.token.range(), |parser, range| {
                let written = parser.lexer.text.get(name.clone()).unwrap_or_default();
                let (name, found) = (shown(written), parser.found());
                let message = message!("checks-missing-colon", name = name, found = found);
                Diagnostic::error("missing-colon", range, message)
            });
        }
        if self.token.kind == Token::Colon || is_equals {
            self.bump();
        }
        name
    }

    /// Whether the token begins a field, be it without its colon.
    pub(crate) fn begins_field(&self) -> bool {
        let after = self.lexer.peek();
        match (self.token.kind, after.kind) {
            (Token::Word | Token::Text, Token::Colon) => true,
            (Token::Word, Token::Text | Token::Number | Token::Open(b'[')) => true,
            (Token::Word, Token::Other) => self.lexer.text.get(after.range()) == Some("="),
            _ => false,
        }
    }

    fn items(&mut self, close: u8) -> Vec<Node> {
        let mut items = Vec::new();
        while !self.leaving() {
            let before = self.token.start;
            match self.token.kind {
                Token::Close(bracket) if bracket == close => {
                    self.close();
                    return items;
                }
                Token::Close(bracket) if self.encloses(opening(bracket)) && self.may_close() => {
                    self.unclosed();
                    break;
                }
                Token::Word if self.encloses(b'(') && self.lexer.peek().kind == Token::Colon => {
                    self.unclosed();
                    break;
                }
                Token::End => {
                    self.ends_early();
                    break;
                }
                Token::Word if self.lexer.peek().kind == Token::Colon => self.stray(VALUE),
                kind if begins_value(kind) => {
                    self.mark_item();
                    items.push(self.value());
                    self.separator(if close == b']' {
                        COMMA_OR_SQUARE
                    } else {
                        COMMA_OR_ROUND
                    });
                }
                _ => self.stray(VALUE),
            }
            self.must_be_past(before);
        }
        self.open.pop();
        items
    }
}

pub(super) fn begins_value(kind: Token) -> bool {
    matches!(
        kind,
        Token::Open(_) | Token::Text | Token::Number | Token::Word | Token::Char | Token::Bytes
    )
}

fn opening(close: u8) -> u8 {
    match close {
        b')' => b'(',
        b']' => b'[',
        _ => b'{',
    }
}
