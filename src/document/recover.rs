//! Where to go on after an error: at the next line that looks like a sibling of what was being read.
//!
//! Whoever writes a file by hand begins an entry as the one before it begins: with the same space before the same
//! bracket. Such a line is found without understanding what lies between, so it survives even a missing
//! quotation mark, after which every bracket seems to be inside a string and every string outside.

use std::ops::Range;

use super::parser::Open;
use super::token::rest;

/// How an item that is first on its line begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Start {
    /// The space before it.
    indent: Range<usize>,
    first: First,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum First {
    /// A field: a name with a colon.
    Name,
    /// Any other byte.
    Byte(u8),
}

impl Start {
    /// `None` when something stands before it on its line.
    pub(crate) fn of(text: &str, at: usize) -> Option<Self> {
        let head = text.as_bytes().get(..at)?;
        let space = head
            .iter()
            .rev()
            .take_while(|byte| matches!(byte, b' ' | b'\t'))
            .count();
        let indent = at.saturating_sub(space)..at;
        let is_first =
            indent.start == 0 || head.get(indent.start.saturating_sub(1)) == Some(&b'\n');
        is_first.then(|| Self {
            indent,
            first: First::of(rest(text, at)),
        })
    }
}

impl Start {
    /// Whether the next item may stand for the ones to come: a stray word among bracketed entries may not.
    pub(crate) fn gives_way_to(&self, next: &Self) -> bool {
        !matches!(self.first, First::Byte(b'(' | b'[')) || self.first == next.first
    }

    /// The space before it.
    pub(crate) fn indent<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.indent.clone()).unwrap_or_default()
    }

    /// Whether both begin their lines alike.
    pub(crate) fn resembles(&self, text: &str, other: &Self) -> bool {
        let space = |start: &Self| text.get(start.indent.clone());
        self.first == other.first && space(self) == space(other)
    }
}

/// How the entries of a list begin: a line of the same kind is never inside one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fence<'a> {
    pub(crate) start: Start,
    /// The first field.
    pub(crate) name: &'a str,
}

impl First {
    fn of(line: &str) -> Self {
        let is_part = |character: char| character.is_alphanumeric() || character == '_';
        let name = line.trim_start_matches(is_part);
        if name.len() < line.len() && name.trim_start_matches([' ', '\t']).starts_with(':') {
            return Self::Name;
        }
        Self::Byte(line.bytes().next().unwrap_or(b'\n'))
    }
}

/// Looks for lines to go on at, within a budget so that a hostile file cannot make it look forever.
#[derive(Debug, Clone)]
pub(crate) struct Recovery {
    budget: usize,
    /// The last line end; most searches in a file of one long line end before they begin.
    last_line: usize,
}

impl Recovery {
    pub(crate) fn new(text: &str) -> Self {
        let last_line = text.rfind('\n').unwrap_or(0);
        Self {
            budget: text.len().saturating_mul(8).saturating_add(4096),
            last_line,
        }
    }

    /// Takes what reading these bytes once more costs from the budget.
    pub(crate) fn spend(&mut self, bytes: usize) {
        self.budget = self.budget.saturating_sub(bytes);
    }

    /// The next line after `from` that begins an item of one of these brackets, or ends one; and the bracket's
    /// place, counted from the outermost.
    pub(crate) fn next_item(
        &mut self,
        text: &str,
        from: usize,
        open: &[Open],
    ) -> Option<(usize, usize)> {
        let mut at = from;
        while at < self.last_line && self.budget > 0 {
            let line = at
                .saturating_add(rest(text, at).find('\n')?)
                .saturating_add(1);
            self.budget = self.budget.saturating_sub(line.saturating_sub(at));
            let space = rest(text, line)
                .bytes()
                .take_while(|byte| matches!(byte, b' ' | b'\t'))
                .count();
            let start = line.saturating_add(space);
            let levels = open.iter().enumerate().rev();
            let level = levels
                .into_iter()
                .find(|(_, open)| belongs(text, line..start, open));
            if let Some((level, _)) = level {
                return Some((start, level));
            }
            at = line;
        }
        None
    }
}

/// Whether what stands at this byte begins its line as the items of this bracket do.
pub(crate) fn resembles(text: &str, at: usize, open: &Open) -> bool {
    let Some(here) = Start::of(text, at) else {
        return false;
    };
    belongs(text, here.indent, open)
}

/// Whether a line begins an item of this bracket as the one before it, or closes it.
fn belongs(text: &str, indent: Range<usize>, open: &Open) -> bool {
    let Some(item) = &open.item else { return false };
    let first = First::of(rest(text, indent.end));
    let same = text.get(indent.clone()) == text.get(item.indent.clone());
    let close = if open.bracket == b'[' { b']' } else { b')' };
    let closes = first == First::Byte(close) && indent.len() < item.indent.len();
    (same && first == item.first) || closes
}
