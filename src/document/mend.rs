//! What the parser does when something is not as it should be: say so, and find where to go on.
//!
//! Every way on leads forward, so that reading always ends; and it leads to where the author would go on, so that
//! one mistake gives one message and costs one entry at most.

use super::diagnostic::{Diagnostic, shown};
use super::parser::{LIST, Parser, begins_value};
use super::recover::Start;
use super::token::Kind as Token;
use crate::messages::{Message, Value, message};

impl Parser<'_> {
    /// Takes the comma between two items, and says so when there is none.
    pub(crate) fn separator(&mut self, expected: &Message) {
        if self.resume.is_some() || std::mem::take(&mut self.fresh) {
            return;
        }
        let in_list = self.open.last().is_some_and(|open| open.bracket == b'[');
        match self.token.kind {
            Token::Comma => {
                self.bump();
            }
            Token::Close(_) | Token::End => {}
            Token::Open(b'(') if !in_list && self.encloses(b'[') && self.may_be_next() => {}
            kind if if in_list {
                begins_value(kind)
            } else {
                self.begins_field()
            } =>
            {
                self.report(self.behind..self.behind, |parser, range| {
                    let message = expected_found(expected, parser.found());
                    let diagnostic = Diagnostic::error("missing-comma", range, message);
                    diagnostic.hint(message!("checks-missing-comma-hint"))
                });
            }
            _ => self.stray(expected),
        }
    }

    /// Reports the token and passes over it, to the next item or the end of the bracket.
    pub(crate) fn stray(&mut self, expected: &Message) {
        self.unexpected(expected);
        if matches!(self.token.kind, Token::Close(_)) {
            self.bump();
        } else {
            self.recover();
        }
        if self.token.kind == Token::Comma {
            self.bump();
        }
        self.fresh = false;
    }

    pub(crate) fn unexpected(&mut self, expected: &Message) {
        self.report(self.token.range(), |parser, range| {
            Diagnostic::error("syntax", range, expected_found(expected, parser.found()))
        });
    }

    /// The token in words.
    pub(crate) fn found(&self) -> Value {
        match self.token.kind {
            Token::End => message!("checks-found-end").into(),
            Token::Text => message!("checks-found-text").into(),
            _ => shown(self.lexer.text.get(self.token.range()).unwrap_or_default()).into(),
        }
    }

    /// Skips to the next comma or closing bracket of this bracket, or to the line where an item of this or an
    /// outer bracket begins as the one before it did, whichever comes first.
    pub(crate) fn recover(&mut self) {
        self.pass(false);
    }

    /// The same, or to the end of the bracket that the token opens. Whether it came to that, rather than to a line.
    pub(crate) fn pass(&mut self, whole: bool) -> bool {
        self.lexer.troubled = true;
        let text = self.lexer.text;
        let mut line = self.recovery.next_item(text, self.token.start, &self.open);
        let mut inside = Inside::default();
        loop {
            // A line in a comment, passed over on the way to this token, begins nothing.
            while let Some((start, _)) = line
                && start < self.token.start
            {
                line = self.recovery.next_item(text, start, &self.open);
            }
            if let Some((start, level)) = line
                && self.token.end > start
            {
                self.recovery.spend(self.token.end.saturating_sub(start));
                self.jump(start, level);
                return false;
            }
            match self.token.kind {
                Token::End => return false,
                Token::Comma if inside.is_empty() => return !whole,
                Token::Open(bracket) => inside.open(bracket),
                Token::Close(bracket) if !inside.close(bracket) => return !whole,
                _ => {}
            }
            self.bump();
            if self.resume.is_some() {
                return false;
            }
            if whole && inside.is_empty() {
                return true;
            }
        }
    }

    /// Goes on at the beginning of a line, in the bracket of this level.
    pub(crate) fn jump(&mut self, start: usize, level: usize) {
        let behind = self.behind;
        self.lexer.jump(start);
        self.bump();
        self.behind = behind;
        self.fresh = true;
        self.resume = (level.saturating_add(1) < self.open.len()).then_some(level);
    }

    /// Whether a jump leads out of the bracket being read.
    pub(crate) fn leaving(&mut self) -> bool {
        let Some(level) = self.resume else {
            return false;
        };
        if level.saturating_add(1) < self.open.len() {
            return true;
        }
        self.resume = None;
        self.fresh = false;
        false
    }

    /// Whatever is wrong, reading goes forward and so comes to an end.
    pub(crate) fn must_be_past(&mut self, before: usize) {
        debug_assert!(self.token.start > before, "no way on from byte {before}");
        if self.token.start <= before {
            self.bump();
        }
    }

    /// Remembers how the item that the token begins stands on its line.
    pub(crate) fn mark_item(&mut self) {
        if let Some(start) = Start::of(self.lexer.text, self.token.start)
            && let Some(open) = self.open.last_mut()
            && open
                .item
                .as_ref()
                .is_none_or(|item| item.gives_way_to(&start))
        {
            open.item = Some(start);
        }
    }

    /// Whether the bracket around the one being read is of this sort.
    pub(super) fn encloses(&self, bracket: u8) -> bool {
        self.open
            .iter()
            .rev()
            .nth(1)
            .is_some_and(|open| open.bracket == bracket)
    }

    /// Whether the bracket that the token opens begins the next entry of the list, although the one being read has
    /// not been closed: it stands on its line as that one does, and its first field is one with which entries
    /// of this list begin and nothing inside them does.
    pub(super) fn is_next_entry(&self) -> bool {
        let Some(fence) = &self.fence else {
            return false;
        };
        let is_inside = self.open.len() > LIST.saturating_add(1);
        let text = self.lexer.text;
        let here = || Start::of(text, self.token.start);
        is_inside
            && here().is_some_and(|here| here.resembles(text, &fence.start))
            && text.get(self.lexer.peek().range()) == Some(fence.name)
    }

    /// Whether an opening bracket may begin the sibling of the entry being read, rather than be one too many in
    /// it: it has a field in it, or stands as the entry does.
    pub(super) fn may_be_next(&self) -> bool {
        let Some(open) = self.open.last() else {
            return false;
        };
        let text = self.lexer.text;
        let (here, entry) = (Start::of(text, self.token.start), Start::of(text, open.at));
        let is_alike = match (here, entry) {
            (Some(here), Some(entry)) => here.resembles(text, &entry),
            (_, entry) => entry.is_none(),
        };
        is_alike || self.lexer.peeks_at_a_field()
    }

    /// Whether a closing bracket may be meant for the bracket around the one being read. It is when it begins its
    /// line or ends a line on which either was opened; in the middle of another line it is one too many.
    pub(super) fn may_close(&self) -> bool {
        /// Longer lines are taken to have begun with whatever is on them.
        const LINE: usize = 2000;
        let (text, at) = (self.lexer.text, self.token.start);
        let near = text.floor_char_boundary(at.saturating_sub(LINE));
        let line = text.get(near..at).and_then(|before| before.rfind('\n'));
        let Some(line) = line.map(|line| near.saturating_add(line)) else {
            return true;
        };
        let mut open = self.open.iter().rev().take(2);
        Start::of(text, at).is_some() || open.any(|open| open.at > line)
    }

    /// The bracket being read is taken to end before the token.
    pub(crate) fn unclosed(&mut self) {
        let Some(open) = self.open.last() else { return };
        let close = closing(open.bracket);
        // Where a list goes on after its end there is no bracket to show.
        let is_there = self.lexer.text.as_bytes().get(open.at) == Some(&open.bracket);
        let range = open.at..open.at.saturating_add(usize::from(is_there));
        self.report(range, |parser, range| {
            let found = parser.found();
            let message = message!("checks-unclosed-bracket", close = close, found = found);
            let note = message!("checks-unclosed-bracket-note", close = close);
            Diagnostic::error("unclosed-bracket", range, message).also(parser.token.range(), note)
        });
        self.fresh = true;
    }

    /// The text ends inside brackets: says so once, at the innermost.
    pub(crate) fn ends_early(&mut self) {
        if std::mem::replace(&mut self.ended, true) {
            return;
        }
        let bytes = self.lexer.text.as_bytes();
        // A timeline without its first bracket, or a list that goes on after its end: reported already.
        let open = self.open.last();
        let Some(open) = open.filter(|open| bytes.get(open.at) == Some(&open.bracket)) else {
            return;
        };
        let close = closing(open.bracket);
        let more = self.open.len().saturating_sub(1);
        self.report(open.at..open.at.saturating_add(1), |_, range| {
            let message = message!("checks-ends-early", close = close);
            let hint = || message!("checks-ends-early-hint", more = more.to_string());
            Diagnostic::error("unclosed-bracket", range, message).hint((more > 0).then(hint))
        });
    }
}

/// The brackets gone into while skipping: of each sort how many, so that one left open hides no end but its own.
#[derive(Debug, Default)]
struct Inside {
    round: usize,
    square: usize,
    curly: usize,
}

impl Inside {
    fn is_empty(&self) -> bool {
        self.round == 0 && self.square == 0 && self.curly == 0
    }

    fn open(&mut self, bracket: u8) {
        let count = self.count(bracket);
        *count = count.saturating_add(1);
    }

    /// False when the bracket closes one further out.
    fn close(&mut self, bracket: u8) -> bool {
        let count = self.count(bracket);
        let was = *count;
        *count = was.saturating_sub(1);
        was > 0
    }

    fn count(&mut self, bracket: u8) -> &mut usize {
        match bracket {
            b'(' | b')' => &mut self.round,
            b'[' | b']' => &mut self.square,
            _ => &mut self.curly,
        }
    }
}

fn closing(open: u8) -> &'static str {
    match open {
        b'(' => ")",
        b'[' => "]",
        _ => "}",
    }
}

/// What is said where one thing stands in place of another.
pub(super) fn expected_found(expected: &Message, found: Value) -> Message {
    message!("checks-expected", expected = expected, found = found)
}
