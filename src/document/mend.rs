//! What the parser does when something is not as it should be: say so, and find where to go on.
//!
//! Every way on leads forward, so that reading always ends; and it leads to where the author would go on, so that
//! one mistake gives one message and costs one entry at most.

use super::diagnostic::Diagnostic;
use super::parser::{Parser, begins_value};
use super::recover::Start;
use super::token::Kind as Token;

impl Parser<'_> {
    /// Takes the comma between two items, and says so when there is none.
    pub(crate) fn separator(&mut self, expected: &str) {
        if self.resume.is_some() || std::mem::take(&mut self.fresh) {
            return;
        }
        let in_list = self.open.last().is_some_and(|open| open.bracket == b'[');
        match self.token.kind {
            Token::Comma => {
                self.bump();
            }
            Token::Close(_) | Token::End => {}
            Token::Open(b'(') if !in_list && self.encloses(b'[') => {}
            kind if if in_list {
                begins_value(kind)
            } else {
                self.begins_field()
            } =>
            {
                let at = self.behind..self.behind;
                let message = format!("expected {expected} but found {}", self.found());
                let hint = "put a comma here".to_owned();
                self.report(Diagnostic::error("missing-comma", at, message).hint(Some(hint)));
            }
            _ => self.stray(expected),
        }
    }

    /// Reports the token and passes over it, to the next item or the end of the bracket.
    pub(crate) fn stray(&mut self, expected: &str) {
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

    pub(crate) fn unexpected(&mut self, expected: &str) {
        let message = format!("expected {expected} but found {}", self.found());
        self.report(Diagnostic::error("syntax", self.token.range(), message));
    }

    /// The token in words.
    pub(crate) fn found(&self) -> String {
        const SHOWN: usize = 24;
        let written = self.lexer.text.get(self.token.range()).unwrap_or_default();
        match self.token.kind {
            Token::End => "the end of the file".to_owned(),
            Token::Text => "a text".to_owned(),
            _ if written.chars().nth(SHOWN).is_some() => {
                format!("`{}…`", written.chars().take(SHOWN).collect::<String>())
            }
            _ => format!("`{written}`"),
        }
    }

    /// Skips to the next comma or closing bracket of this bracket, or to the line where an item of this or an
    /// outer bracket begins as the one before it did, whichever comes first.
    pub(crate) fn recover(&mut self) {
        let line = self
            .recovery
            .next_item(self.lexer.text, self.token.start, &self.open);
        let mut depth = 0_usize;
        loop {
            if let Some((start, level)) = line
                && self.token.end > start
            {
                return self.jump(start, level);
            }
            match self.token.kind {
                Token::End => return,
                Token::Comma | Token::Close(_) if depth == 0 => return,
                Token::Open(_) => depth = depth.saturating_add(1),
                Token::Close(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
            self.bump();
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

    /// Remembers how the item that the token begins stands on its line.
    pub(crate) fn mark_item(&mut self) {
        if let Some(start) = Start::of(self.lexer.text, self.token.start)
            && let Some(open) = self.open.last_mut()
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

    /// The bracket being read is taken to end before the token.
    pub(crate) fn unclosed(&mut self) {
        let Some(open) = self.open.last() else { return };
        let close = closing(open.bracket);
        let message = format!(
            "expected `{close}` to close this bracket before {}",
            self.found()
        );
        let range = open.at..open.at.saturating_add(1);
        let note = format!("expected `{close}` before this");
        self.report(
            Diagnostic::error("unclosed-bracket", range, message).also(self.token.range(), note),
        );
        self.fresh = true;
    }

    /// The text ends inside brackets: says so once, at the innermost.
    pub(crate) fn ends_early(&mut self) {
        let Some(open) = self.open.last() else { return };
        if std::mem::replace(&mut self.ended, true) {
            return;
        }
        let close = closing(open.bracket);
        let message =
            format!("expected `{close}` to close this bracket but found the end of the file");
        let range = open.at..open.at.saturating_add(1);
        let more = self.open.len().saturating_sub(1);
        let hint = (more > 0).then(|| {
            format!("{more} more around it are open too: is the end of the file missing?")
        });
        self.report(Diagnostic::error("unclosed-bracket", range, message).hint(hint));
    }
}

fn closing(open: u8) -> char {
    match open {
        b'(' => ')',
        b'[' => ']',
        _ => '}',
    }
}
