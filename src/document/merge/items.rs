//! The words of RON in lines that two writers changed: fields of a line, whole items, and where they stand.
//!
//! Knows nothing of what an entry means. Whatever does not look as it should is `None`, and then it is a conflict.
//! Each function takes time linear in the texts it is given.

use std::collections::BTreeSet;

use super::super::difference::Lines;
use super::super::token::{Kind, Token, token, trivia};

/// What is left when one side at most has changed something.
fn either<'a>(base: &str, ours: &'a str, theirs: &'a str) -> Option<&'a str> {
    if ours == theirs || theirs == base {
        return Some(ours);
    }
    (ours == base).then_some(theirs)
}

/// A line of the same fields in all three texts, of which each side changed others. A line of one field is what one
/// side made of it.
pub(super) fn fields(base: &str, ours: &str, theirs: &str) -> Option<String> {
    let (base, ours, theirs) = (cells(base)?, cells(ours)?, cells(theirs)?);
    if ours.len() != base.len() || theirs.len() != base.len() {
        return None;
    }
    let mut text = String::new();
    for (base, (ours, theirs)) in base.iter().zip(ours.iter().zip(&theirs)) {
        let is_same = |side: &Cell<'_>| (side.name, side.brackets) == (base.name, base.brackets);
        if !is_same(ours) || !is_same(theirs) {
            return None;
        }
        text.push_str(either(base.text, ours.text, theirs.text)?);
    }
    Some(text)
}

/// A field as it stands in a line, with the comma behind it and whatever stands before it.
#[derive(Debug)]
struct Cell<'a> {
    name: &'a str,
    text: &'a str,
    /// How many brackets it leaves open, and how many it closes of those before it.
    brackets: (usize, usize),
}

/// The fields of a line. `None` when a text or a comment goes on beyond it.
fn cells(line: &str) -> Option<Vec<Cell<'_>>> {
    let mut cells = Vec::new();
    let (mut start, mut name) = (0, None);
    // A comma and a word before a colon begin a field. One that does not follow a comma begins a struct, and is part
    // of the field that holds it.
    let (mut comma, mut word) = (None, None::<Token>);
    for token in tokens(line) {
        let token = token?;
        if let (Kind::Colon, Some(field)) = (token.kind, word) {
            let field = line.get(field.range())?;
            match (name, comma) {
                (Some(before), Some(comma)) => {
                    cells.push(Cell::of(before, line.get(start..comma)?));
                    (start, name) = (comma, Some(field));
                }
                (Some(_), None) => {}
                (None, _) => name = Some(field),
            }
        }
        match token.kind {
            Kind::Word => word = Some(token),
            Kind::Comma => (comma, word) = (Some(token.end), None),
            _ => (comma, word) = (None, None),
        }
    }
    cells.push(Cell::of(name?, line.get(start..)?));
    Some(cells)
}

impl<'a> Cell<'a> {
    fn of(name: &'a str, text: &'a str) -> Self {
        let (mut opened, mut closed) = (0_usize, 0_usize);
        for token in tokens(text).flatten() {
            match token.kind {
                Kind::Open(_) => opened = opened.saturating_add(1),
                Kind::Close(_) if opened > 0 => opened = opened.saturating_sub(1),
                Kind::Close(_) => closed = closed.saturating_add(1),
                _ => {}
            }
        }
        Self {
            name,
            text,
            brackets: (opened, closed),
        }
    }
}

/// The words of a text; `None` for one that has no end, which is then the last.
fn tokens(text: &str) -> impl Iterator<Item = Option<Token>> {
    let mut at = Some(0);
    std::iter::from_fn(move || {
        let space = trivia(text, at?);
        let token = token(text, space.end);
        let is_whole = space.unclosed.is_none() && token.closed;
        at = is_whole.then_some(token.end);
        match token.kind {
            _ if !is_whole => Some(None),
            Kind::End => None,
            _ => Some(Some(token)),
        }
    })
}

pub(super) fn last_token(text: &str) -> Option<Token> {
    tokens(text).last()?
}

/// The rest of a text that begins with `head`, a comma, and `tail`.
pub(super) fn after_comma<'a>(text: &'a str, head: &str, tail: &str) -> Option<&'a str> {
    let text = text.strip_prefix(head)?.strip_prefix(',')?;
    // The line may have been the last, without an end.
    text.strip_prefix(tail)
}

/// What stands around a place between two lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// The bracket that is open there.
    pub(super) open: Option<u8>,
    /// The token before it.
    pub(super) after: Kind,
}

/// For each line where it begins; `None` in the middle of a text.
pub(super) fn places(text: &str, lines: &Lines<'_>) -> Vec<Option<Place>> {
    let mut places = Vec::with_capacity(lines.len());
    let mut open = Vec::new();
    let mut after = Kind::End;
    for token in tokens(text) {
        let Some(token) = token else {
            break;
        };
        while places.len() < lines.len() && lines.start(places.len()) < token.end {
            let is_before = lines.start(places.len()) <= token.start;
            places.push(is_before.then(|| Place {
                open: open.last().copied(),
                after,
            }));
        }
        match token.kind {
            Kind::Open(bracket) => open.push(bracket),
            Kind::Close(_) => {
                open.pop();
            }
            _ => {}
        }
        after = token.kind;
    }
    places
}

/// Whole items of a list, or whole fields of a struct.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Items<'a> {
    /// Whether there are none, but perhaps comments.
    pub(super) is_empty: bool,
    /// The names of fields, and the ids of entries: none may be there twice.
    pub(super) names: BTreeSet<&'a str>,
    /// Where the last item ends, when no comma follows it.
    pub(super) lacks_comma: Option<usize>,
}

impl<'a> Items<'a> {
    /// The items of which a text consists, when it is nothing but whole ones and they fit the place.
    pub(super) fn of(text: &'a str, place: Place) -> Option<Self> {
        let named = match place.open? {
            b'[' => false,
            b'(' => true,
            _ => return None,
        };
        let mut items = Self {
            is_empty: true,
            names: BTreeSet::new(),
            lacks_comma: None,
        };
        let mut open = Vec::new();
        let mut reading = Reading::Item;
        // The tokens before, for `id: "…"`.
        let (mut word, mut field) = ("", "");
        for token in tokens(text) {
            let token = token?;
            let said = text.get(token.range())?;
            match token.kind {
                Kind::Open(bracket) => open.push(bracket),
                Kind::Close(bracket) if open.pop() != opening(bracket) => return None,
                Kind::Text if open.len() == 1 && field == "id" => {
                    items.names.insert(said);
                }
                Kind::Other => return None,
                _ => {}
            }
            field = if token.kind == Kind::Colon { word } else { "" };
            word = if token.kind == Kind::Word { said } else { "" };
            let depth = open.len();
            let is_inside = depth > 1 || (depth == 1 && !matches!(token.kind, Kind::Open(_)));
            if !is_inside {
                reading = reading.then(token.kind, named)?;
                items.is_empty = false;
                items.lacks_comma = reading.is_value().then_some(token.end);
                if reading == Reading::Name {
                    items.names.insert(said);
                }
            }
        }
        let is_whole = reading == Reading::Item || reading.is_value();
        (is_whole && open.is_empty()).then_some(items)
    }
}

fn opening(bracket: u8) -> Option<u8> {
    match bracket {
        b')' => Some(b'('),
        b']' => Some(b'['),
        b'}' => Some(b'{'),
        _ => None,
    }
}

/// What has been read of a row of items, brackets and what is in them taken as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reading {
    /// Nothing, or a comma: an item may follow, or nothing.
    Item,
    /// The name of a field.
    Name,
    /// The colon behind it.
    Value,
    /// A word: a value, or the name before a bracket.
    Word,
    /// A bracket that is not yet closed.
    Open,
    /// A value.
    Done,
}

impl Reading {
    /// After one more token.
    fn then(self, kind: Kind, named: bool) -> Option<Self> {
        match (self, kind) {
            (Self::Item, Kind::Word) if named => Some(Self::Name),
            (Self::Name, Kind::Colon) => Some(Self::Value),
            (Self::Item, _) if named => None,
            (Self::Item | Self::Value, Kind::Word) => Some(Self::Word),
            (Self::Item | Self::Value | Self::Word, Kind::Open(_)) => Some(Self::Open),
            (Self::Item | Self::Value, Kind::Text | Kind::Number | Kind::Char | Kind::Bytes) => {
                Some(Self::Done)
            }
            (Self::Open, Kind::Close(_)) => Some(Self::Done),
            (Self::Word | Self::Done, Kind::Comma) => Some(Self::Item),
            _ => None,
        }
    }

    /// Whether an item may end here.
    fn is_value(self) -> bool {
        matches!(self, Self::Word | Self::Done)
    }
}

/// The ids in a list, when it is nothing else and every item is followed by a comma or the end.
#[cfg(test)]
pub(super) fn ids(text: &str) -> Option<BTreeSet<&str>> {
    let inside = text.trim().strip_prefix('[')?.strip_suffix(']')?;
    let place = Place {
        open: Some(b'['),
        after: Kind::Comma,
    };
    Items::of(inside, place).map(|items| items.names)
}
