//! Finds the bytes of an address, and what stands beside them.

use std::ops::Range;

use super::super::entry::given;
use super::super::lines::line_range;
use super::super::model::Timeline;
use super::super::syntax::{Kind, Node};
use super::super::token::{Kind as Token, block_comment, line_end, rest, token, trivia};
use super::super::{Document, List};
use super::{Address, EditError, Key, Step};

/// What an address leads to.
pub(super) enum Found<'a> {
    Value(&'a Node),
    /// The entry is there but has no such field.
    Missing(&'a Node, &'static str),
}

/// The members of a list or the fields of an entry.
#[derive(Debug, Clone)]
pub(super) struct Siblings {
    /// The byte behind the opening bracket.
    pub(super) open: usize,
    /// Each without its comma, in the order of the text.
    pub(super) items: Vec<Range<usize>>,
    /// The closing bracket.
    pub(super) close: usize,
}

impl Siblings {
    /// What stands in the brackets of a node.
    pub(super) fn of(text: &str, node: &Node, address: &Address) -> Result<Self, EditError> {
        let items = match &node.kind {
            Kind::List(items) | Kind::Tuple(_, items) => {
                items.iter().map(|item| item.range.clone()).collect()
            }
            Kind::Struct(fields) => fields
                .iter()
                .map(|field| field.name.start..field.value.range.end)
                .collect(),
            _ => return Err(EditError::Broken(address.said())),
        };
        let mut bracket = token(text, node.range.start);
        while !matches!(bracket.kind, Token::Open(_) | Token::End) {
            bracket = token(text, trivia(text, bracket.end).end);
        }
        let close = node.range.end.saturating_sub(1);
        let is_closed = matches!(token(text, close).kind, Token::Close(_)) && close >= bracket.end;
        if !is_closed {
            return Err(EditError::Broken(address.said()));
        }
        Ok(Self {
            open: bracket.end,
            items,
            close,
        })
    }
}

/// The bytes of an entry.
pub(super) fn entry(timeline: &Timeline, list: List, key: &Key) -> Option<Range<usize>> {
    let range = timeline.range_of(list, key.index(timeline, list)?)?.range();
    (!range.is_empty()).then_some(range)
}

/// The node at the end of a way.
pub(super) fn follow<'a>(text: &str, entry: &'a Node, path: &[Step]) -> Option<&'a Node> {
    let mut node = entry;
    for step in path {
        node = match (*step, &node.kind) {
            (Step::Field(name), _) => node.field(text, name)?,
            (Step::Item(index), Kind::List(items) | Kind::Tuple(_, items)) => items.get(index)?,
            _ => return None,
        };
        node = given(text, node).unwrap_or(node);
    }
    Some(node)
}

/// What an address leads to, or where a field of that name is to go.
pub(super) fn find<'a>(
    text: &str,
    entry: &'a Node,
    address: &Address,
) -> Result<Found<'a>, EditError> {
    if let Some(node) = follow(text, entry, &address.path) {
        return Ok(Found::Value(node));
    }
    let missing = || EditError::NotThere(address.said());
    let (last, way) = address.path.split_last().ok_or_else(missing)?;
    let parent = follow(text, entry, way).ok_or_else(missing)?;
    match (*last, &parent.kind) {
        (Step::Field(name), Kind::Struct(_)) => Ok(Found::Missing(parent, name)),
        _ => Err(missing()),
    }
}

/// The list that an address is a member of, and which.
pub(super) fn siblings_of(
    document: &Document,
    address: &Address,
) -> Result<(Siblings, usize), EditError> {
    let text = &document.text;
    let missing = || EditError::NotThere(address.said());
    let Some((last, way)) = address.path.split_last() else {
        let siblings = top(document, address.list).ok_or_else(missing)?;
        let own = document
            .entry(address.list, &address.key)
            .ok_or_else(missing)?;
        let index = siblings.items.iter().position(|item| *item == own);
        return Ok((siblings, index.ok_or_else(missing)?));
    };
    let entry = document.entry_tree(address)?;
    let parent = follow(text, &entry, way).ok_or_else(missing)?;
    let siblings = Siblings::of(text, parent, address)?;
    let index = match *last {
        Step::Item(index) => Some(index).filter(|index| *index < siblings.items.len()),
        Step::Field(name) => parent
            .fields()
            .iter()
            .position(|field| text.get(field.name.clone()) == Some(name)),
    };
    Ok((siblings, index.ok_or_else(missing)?))
}

/// The entries of a list at the top that can be read. `None` when the file has no such list.
pub(super) fn top(document: &Document, list: List) -> Option<Siblings> {
    let text = document.text.as_str();
    let timeline = &document.timeline;
    let count = timeline.count(list);
    let ranges = (0..count).filter_map(|index| timeline.range_of(list, index));
    let mut items: Vec<_> = ranges.map(|place| place.range()).collect();
    items.retain(|range| !range.is_empty());
    items.sort_unstable_by_key(|range| range.start);
    let name = field_at_top(document, list.name())?;
    let colon = token(text, trivia(text, name.end).end);
    let bracket = token(text, trivia(text, colon.end).end);
    if colon.kind != Token::Colon || bracket.kind != Token::Open(b'[') {
        return None;
    }
    // A list that goes on after a bracket too many has its end nowhere in particular; nothing is put there.
    let behind = items.last().map_or(bracket.end, |last| last.end);
    let next = token(text, trivia(text, behind).end);
    let next = match next.kind {
        Token::Comma => token(text, trivia(text, next.end).end),
        _ => next,
    };
    Some(Siblings {
        open: bracket.end,
        items,
        close: next.start,
    })
}

/// Where the name of a field at the top stands.
pub(super) fn field_at_top(document: &Document, name: &str) -> Option<Range<usize>> {
    let fields = document.timeline.fields.iter().map(|place| place.range());
    let mut named = fields.filter(|range| document.text.get(range.clone()) == Some(name));
    named.next()
}

/// The comma behind an item.
pub(super) fn comma_after(text: &str, end: usize) -> Option<usize> {
    let next = token(text, trivia(text, end).end);
    (next.kind == Token::Comma).then_some(next.start)
}

/// Where the line ends, when nothing but space and comments that end on it stands between.
pub(super) fn tail(text: &str, mut at: usize) -> Option<usize> {
    let end = line_range(text, at).end.max(at);
    loop {
        at = skip_blanks(text, at);
        let here = rest(text, at);
        if at >= end {
            return Some(end);
        } else if here.starts_with("//") {
            return Some(end.min(line_end(text, at)));
        } else if here.starts_with("/*") {
            at = block_comment(text.as_bytes(), at).filter(|&after| after <= end)?;
        } else {
            return None;
        }
    }
}

/// Behind spaces and tabs.
pub(super) fn skip_blanks(text: &str, at: usize) -> usize {
    let blanks = rest(text, at)
        .bytes()
        .take_while(|byte| matches!(byte, b' ' | b'\t'));
    at.saturating_add(blanks.count())
}

/// Where the line begins, when nothing but blanks stands before this byte.
pub(super) fn begins_line(text: &str, at: usize) -> Option<usize> {
    let start = line_range(text, at).start;
    (skip_blanks(text, start) == at && start > 0).then_some(start)
}

/// The blanks at the beginning of the line that holds this byte.
pub(super) fn indentation(text: &str, at: usize) -> String {
    let start = line_range(text, at).start;
    let blanks = text.get(start..skip_blanks(text, start).min(at));
    blanks.unwrap_or_default().to_owned()
}

/// How lines end around here.
pub(super) fn newline(text: &str, at: usize) -> &'static str {
    let end = line_range(text, at).end;
    let wide = match rest(text, end) {
        "" => text.contains("\r\n"),
        after => after.starts_with("\r\n"),
    };
    if wide { "\r\n" } else { "\n" }
}

/// A line end and the indentation of the line that holds this byte.
pub(super) fn lead(text: &str, at: usize) -> String {
    format!("{}{}", newline(text, at), indentation(text, at))
}
