//! Walks through a file: its fields one by one, and its long lists entry by entry, so that only one entry's tree
//! is held at a time however long the file is.
//!
//! Knows which names may stand at the top, but not what is in them. A bracket too many or too few at this level
//! would cost the whole rest of the file, so here a closing bracket only counts when it makes sense.

use std::ops::Range;

use super::diagnostic::{Diagnostic, Diagnostics, shown};
use super::parser::{COMMA_OR_ROUND, COMMA_OR_SQUARE, Open, Parser};
use super::recover::{Fence, Start, resembles};
use super::syntax::Node;
use super::token::{Kind as Token, after_header, rest};
use crate::messages::message;

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

/// What follows in a part of a list.
#[derive(Debug)]
pub(crate) enum Next {
    /// An entry.
    Entry(Node),
    /// The end of the part.
    Reached,
    /// The bracket that ends the list, here.
    Closed(usize),
    /// Something that only makes sense together with what was before.
    Lost,
}

/// The list read last, which a bracket too many may have ended too early.
#[derive(Debug, Clone)]
struct LastList {
    name: Range<usize>,
    /// The bracket that ended it.
    close: Range<usize>,
    /// How its entries begin.
    item: Option<Start>,
}

#[derive(Debug)]
pub(crate) struct Outline<'a> {
    parser: Parser<'a>,
    /// Names of the lists of entries.
    lists: &'a [&'a str],
    /// Names of the other fields.
    others: &'a [&'a str],
    /// The names read so far.
    seen: Vec<&'a str>,
    in_list: bool,
    /// The name of the list being read.
    list: Range<usize>,
    last_list: Option<LastList>,
    /// How the entry before began, and with which field the last good one.
    previous: Option<Start>,
    first_field: Option<&'a str>,
    done: bool,
}

impl<'a> Outline<'a> {
    /// Begins before the first bracket. `wrapper` is the name expected before it.
    pub(crate) fn new(
        text: &'a str,
        wrapper: &str,
        lists: &'a [&'a str],
        others: &'a [&'a str],
    ) -> Self {
        let parser = Parser::new(text, after_header(text));
        let mut outline = Self {
            parser,
            lists,
            others,
            seen: Vec::new(),
            in_list: false,
            list: 0..0,
            last_list: None,
            previous: None,
            first_field: None,
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
        let is_bracket = self.parser.lexer.text.as_bytes().get(open.at) == Some(&b'(');
        is_bracket.then(|| open.at..open.at.saturating_add(1))
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

    /// Where the next token begins.
    pub(crate) fn here(&self) -> usize {
        self.parser.token.start
    }

    /// Whether anything about brackets and quotation marks has looked wrong so far.
    pub(crate) fn is_troubled(&self) -> bool {
        self.parser.lexer.troubled
    }

    /// The first field of the last good entry.
    pub(crate) fn first_field(&self) -> Option<&'a str> {
        self.first_field
    }

    /// Goes on where the list that it is in ends.
    pub(crate) fn skip_to(&mut self, close: usize) {
        self.parser.restart(close);
    }

    /// Another one in the same list of this text, at the beginning of an entry.
    pub(crate) fn inside(&self, text: &'a str, start: usize, first_field: Option<&'a str>) -> Self {
        Self {
            parser: self.parser.another(text, start),
            seen: Vec::new(),
            list: self.list.clone(),
            last_list: None,
            previous: None,
            first_field,
            ..*self
        }
    }

    /// The next entry of the list if it begins before this byte and nothing about its shape is wrong.
    pub(crate) fn next_before(&mut self, end: usize) -> Next {
        let token = self.parser.token;
        match token.kind {
            _ if self.is_troubled() || token.start > end => Next::Lost,
            _ if token.start == end => Next::Reached,
            Token::Close(b']') => Next::Closed(token.start),
            Token::End => Next::Lost,
            _ => match self.entry() {
                Some(Part::Entry(node)) if !self.is_troubled() => Next::Entry(node),
                _ => Next::Lost,
            },
        }
    }

    /// Goes through `Timeline(`.
    fn begin(&mut self, wrapper: &str) {
        let parser = &mut self.parser;
        let after = parser.lexer.peek().kind;
        if parser.token.kind == Token::Word && after == Token::Open(b'(') {
            let name = parser.bump().range();
            let written = parser.lexer.text.get(name.clone()).unwrap_or_default();
            if written != wrapper {
                let found = shown(written);
                let message = message!("checks-wrapper", wrapper = wrapper, found = found);
                let diagnostics = &mut parser.lexer.diagnostics;
                diagnostics.push(Diagnostic::warning("wrapper", name, message));
            }
        }
        if parser.token.kind == Token::Open(b'(') {
            parser.enter();
            return;
        }
        parser.report(parser.token.range(), |parser, range| {
            if parser.token.kind == Token::End {
                let entry = "(id: \"first\", when: \"1971-08-15\", title: \"…\")";
                let example = format!("{wrapper}(events: [{entry}])");
                let hint = message!("checks-empty-hint", example = example);
                return Diagnostic::error("empty", range, message!("checks-empty")).hint(hint);
            }
            let found = parser.found();
            let message = message!("checks-no-opening", wrapper = wrapper, found = found);
            let hint = message!("checks-no-opening-hint", wrapper = wrapper);
            Diagnostic::error("syntax", range, message).hint(hint)
        });
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
            Token::Word | Token::Text if self.parser.begins_field() && self.is_astray() => {
                let part = self.reopen();
                self.skip_to_an_entry();
                part
            }
            Token::Word | Token::Text if self.parser.begins_field() => self.named(),
            _ => {
                self.parser
                    .stray(const { &message!("checks-top-field-name") });
                None
            }
        }
    }

    /// Whether the token names a field of an entry whose list was closed in the middle of it: it stands where no
    /// field at the top does, and none of this name is wanted there.
    fn is_astray(&self) -> bool {
        let text = self.parser.lexer.text;
        let name = text.get(self.parser.token.range()).unwrap_or_default();
        let is_known = self.others.contains(&name) || self.lists.contains(&name);
        let is_wanted = is_known && !self.seen.contains(&name);
        let top = self.parser.open.first().filter(|top| top.item.is_some());
        let elsewhere = top.is_some_and(|top| !resembles(text, self.parser.token.start, top));
        self.last_list.is_some() && elsewhere && !is_wanted
    }

    fn named(&mut self) -> Option<Part> {
        // The first field says how those at the top stand; a stray one later shall not.
        if self
            .parser
            .open
            .first()
            .is_some_and(|top| top.item.is_none())
        {
            self.parser.mark_item();
        }
        let name = self.parser.field_name();
        let written = self.parser.lexer.text.get(name.clone()).unwrap_or_default();
        let is_known = self.lists.contains(&written) || self.others.contains(&written);
        let is_new = is_known && !self.seen.contains(&written);
        if is_new {
            self.seen.push(written);
        }
        if self.lists.contains(&written) && self.parser.token.kind == Token::Open(b'[') {
            self.parser.enter();
            self.in_list = true;
            // A second list of a name may be an entry's field gone astray: no reason to forget the first.
            if is_new {
                let close = self.parser.token.start..self.parser.token.start;
                let name = name.clone();
                self.last_list = Some(LastList {
                    name,
                    close,
                    item: None,
                });
            }
            self.list = name.clone();
            self.first_field = None;
            return Some(Part::List { name });
        }
        let value = self.parser.value();
        self.parser.separator(COMMA_OR_ROUND);
        Some(Part::Field { name, value })
    }

    fn entry(&mut self) -> Option<Part> {
        if self.parser.leaving() {
            self.close(self.parser.behind..self.parser.behind);
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
                self.close(self.parser.token.range());
                None
            }
            Token::Word | Token::Text if self.parser.lexer.peek().kind == Token::Colon => {
                if self.names_a_field() {
                    self.leave_unclosed()
                } else {
                    self.stray_field()
                }
            }
            Token::Open(bracket) if self.run_of(bracket) > usize::from(bracket == b'(') => {
                self.skip_brackets(bracket);
                None
            }
            Token::Comma | Token::Colon | Token::Other => {
                self.parser.stray(const { &message!("checks-an-entry") });
                None
            }
            _ => {
                let node = self.whole_entry();
                self.parser.separator(COMMA_OR_SQUARE);
                Some(Part::Entry(node))
            }
        }
    }

    /// Reads an entry. How it begins is how the others should, once two in a row have begun so; what is wrong in
    /// itself sets no example.
    fn whole_entry(&mut self) -> Node {
        let errors = self.diagnostics().errors();
        let text = self.parser.lexer.text;
        let start = Start::of(text, self.parser.token.start);
        let name = text.get(self.parser.lexer.peek().range());
        let name = self.first_field.or(name).unwrap_or_default();
        self.parser.fence = start.clone().map(|start| Fence { start, name });
        let node = self.parser.value();
        self.parser.fence = None;
        let is_good = self.diagnostics().errors() == errors;
        if let Some(field) = node.fields().first().filter(|_| is_good) {
            self.first_field = text.get(field.name.clone());
        }
        if let Some(start) = start {
            self.follow(start, is_good);
        }
        node
    }

    fn follow(&mut self, start: Start, is_good: bool) {
        let text = self.parser.lexer.text;
        let is_usual = |before: &Start| is_good && before.resembles(text, &start);
        let is_second = self.previous.as_ref().is_some_and(is_usual);
        if let Some(list) = self.parser.open.last_mut()
            && (is_second || list.item.is_none())
        {
            list.item = Some(start.clone());
        }
        self.previous = Some(start);
    }

    /// How many of these brackets stand here side by side.
    fn run_of(&self, bracket: u8) -> usize {
        let text = rest(self.parser.lexer.text, self.parser.token.start);
        text.bytes().take_while(|&byte| byte == bracket).count()
    }

    /// Brackets that open nothing an entry could be, or one pair too many around it: passed over, as the closing
    /// ones will be, rather than taken for an entry that holds all that follow.
    fn skip_brackets(&mut self, bracket: u8) {
        self.parser
            .unexpected(const { &message!("checks-one-bracket") });
        let run = self
            .run_of(bracket)
            .saturating_sub(usize::from(bracket == b'('));
        let start = self.parser.token.start.saturating_add(run);
        self.parser.lexer.jump(start);
        self.parser.bump();
    }

    fn leave(&mut self, close: Range<usize>) {
        self.close(close);
        self.parser.separator(COMMA_OR_ROUND);
    }

    fn close(&mut self, close: Range<usize>) {
        let open = self.parser.open.pop();
        self.in_list = false;
        if let Some(last) = &mut self.last_list
            && last.name == self.list
        {
            last.close = close;
            last.item = open.and_then(|open| open.item);
        }
    }

    fn leave_unclosed(&mut self) -> Option<Part> {
        self.parser.unclosed();
        let here = self.parser.behind..self.parser.behind;
        self.leave(here);
        None
    }

    /// An entry where a field should be: the list before it was closed too early and goes on.
    fn reopen(&mut self) -> Option<Part> {
        let LastList { name, close, item } = self.last_list.clone()?;
        self.parser.report(close, |parser, range| {
            let written = parser.lexer.text.get(name.clone()).unwrap_or_default();
            let message = message!("checks-list-goes-on", list = written);
            let diagnostic = Diagnostic::error("stray-bracket", range, message);
            let diagnostic = diagnostic.hint(message!("checks-list-goes-on-hint"));
            diagnostic.also(parser.token.range(), message!("checks-list-goes-on-note"))
        });
        let at = self.parser.token.start;
        self.parser.open.push(Open {
            at,
            bracket: b'[',
            item,
        });
        self.in_list = true;
        self.list = name.clone();
        Some(Part::List { name })
    }

    /// A closing bracket although more follows that belongs to the timeline.
    fn closes_too_early(&mut self) -> Option<Part> {
        self.parser
            .report(self.parser.token.range(), |parser, range| {
                let message = message!("checks-stray-bracket", found = parser.found());
                let diagnostic = Diagnostic::error("stray-bracket", range, message);
                diagnostic.hint(message!("checks-stray-bracket-hint"))
            });
        self.parser.bump();
        if self.parser.token.kind == Token::Comma {
            self.parser.bump();
        }
        None
    }

    /// A field of an entry outside of any: the entry before it was closed too early.
    fn stray_field(&mut self) -> Option<Part> {
        self.parser
            .report(self.parser.token.range(), |parser, range| {
                let message = message!("checks-stray-field", found = parser.found());
                let diagnostic = Diagnostic::error("syntax", range, message);
                diagnostic.hint(message!("checks-stray-field-hint"))
            });
        self.skip_to_an_entry();
        None
    }

    fn skip_to_an_entry(&mut self) {
        let parser = &mut self.parser;
        let (text, from) = (parser.lexer.text, parser.token.start);
        match parser.recovery.next_item(text, from, &parser.open) {
            Some((start, level)) => parser.jump(start, level),
            None => {
                parser.bump();
                parser.recover();
            }
        }
        parser.fresh = false;
        if parser.token.kind == Token::Comma {
            parser.bump();
        }
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
