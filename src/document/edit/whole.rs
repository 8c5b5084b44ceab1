//! New entries at the top, and the fields of the file itself.

use std::ops::Range;

use super::super::patch::TextPatch;
use super::super::schema::TIMELINE;
use super::super::syntax::{self, Node};
use super::super::token::{Kind as Token, after_header, token, trivia};
use super::super::{Document, List};
use super::items::{self, Breaks};
use super::near::Near;
use super::place::{self, Siblings, begins_line, field_at_top, indentation};
use super::write::{self, Format, Sample, quoted};
use super::{EditError, Key, Value};
use crate::messages::message;

/// How an event is written in a file that has none yet.
const EVENT: &str = "(
    id: \"\",
    when: \"\",
    title: \"\", title_ja: \"\",
    category: \"\", actors: [\"\"],
    significance: 3,
    summary: \"\",
    excerpts: [
        (source: \"\", paragraph: 1, quote: \"\", stance: Context),
    ],
    sources: [\"\"],
    links: [(to: \"\", kind: LedTo)],
)";
/// The same for a story.
const STORY: &str = "(
    id: \"\", title: \"\", title_ja: \"\",
    steps: [
        (
            title: \"\", title_ja: \"\",
            event: \"\", events: [\"\"], show: Event, series: \"\", excerpt: 1,
            window: \"\", filter: \"\",
            note: \"\",
            seconds: 60,
        ),
    ],
)";

/// The patches that add entries to a list behind another, or at its end.
pub(super) fn add(
    document: &Document,
    list: List,
    after: Option<&Key>,
    values: &[&Value],
) -> Result<Vec<TextPatch>, EditError> {
    let text = document.text.as_str();
    let Some(siblings) = place::top(document, list) else {
        return add_list(document, list, values);
    };
    let after = after.and_then(|key| document.entry(list, key));
    let index = after.and_then(|after| siblings.items.iter().position(|item| *item == after));
    let index = index.map_or(siblings.items.len(), |index| index.saturating_add(1));
    let beside = index
        .checked_sub(1)
        .and_then(|beside| siblings.items.get(beside));
    let beside = beside.or(siblings.items.first()).cloned();
    let at = beside.as_ref().map_or(siblings.open, |beside| beside.start);
    let between = match &beside {
        Some(beside) if begins_line(text, beside.start).is_none() => ", ".to_owned(),
        Some(beside) => format!(",{}", place::lead(text, beside.start)),
        None => {
            let (newline, outer) = (place::newline(text, at), indentation(text, at));
            format!(",{newline}{outer}{}", items::unit(text))
        }
    };
    let written = written(document, list, at, values, beside.is_some()).join(&between);
    let is_empty = siblings.items.is_empty();
    if is_empty && text.as_bytes().get(siblings.close) != Some(&b']') {
        // None of the entries that are there can be read: the new one goes before them.
        let lead = place::lead(text, siblings.open);
        let unit = items::unit(text);
        let insert = format!("{lead}{unit}{written},");
        return Ok(vec![TextPatch::new(siblings.open..siblings.open, insert)]);
    }
    let breaks = if is_empty {
        Breaks::Yes
    } else {
        Breaks::AsBeside
    };
    Ok(items::inserted(text, &siblings, index, &written, breaks))
}

/// Entries in the manner of the one nearest to a place.
fn written(
    document: &Document,
    list: List,
    at: usize,
    values: &[&Value],
    has_beside: bool,
) -> Vec<String> {
    let text = document.text.as_str();
    let format = Format::of(text, at);
    let outer = indentation(text, at);
    let indentation = if has_beside {
        outer
    } else {
        format!("{outer}{}", format.unit)
    };
    let near = Near::for_one(document).entries(list, at, 1);
    let entries = values.iter().map(|value| match near.first() {
        Some(node) => format.value(value, Some(Sample { text, node }), &indentation),
        None => usually_written(&format, list, value, &indentation),
    });
    entries.collect()
}

/// An entry as such entries are usually written.
pub(super) fn usually_written(
    format: &Format,
    list: List,
    value: &Value,
    indentation: &str,
) -> String {
    let usual = match list {
        List::Events => EVENT,
        List::Stories => STORY,
        _ => "",
    };
    let (node, _) = syntax::value_at(usual, 0);
    let sample = (!usual.is_empty()).then_some(Sample {
        text: usual,
        node: &node,
    });
    format.value(value, sample, indentation)
}

/// The patches for the first entries of a list that the file does not have.
fn add_list(
    document: &Document,
    list: List,
    values: &[&Value],
) -> Result<Vec<TextPatch>, EditError> {
    let format = Format::of(&document.text, 0);
    let Format { newline, unit } = &format;
    let inner = format!("{unit}{unit}");
    let entries = values
        .iter()
        .map(|value| usually_written(&format, list, value, &inner));
    let entries = entries
        .collect::<Vec<_>>()
        .join(&format!(",{newline}{inner}"));
    let name = list.name();
    let field = format!("{name}: [{newline}{inner}{entries},{newline}{unit}]");
    add_field(document, name, &field)
}

/// The patches for a field at the top that is not there yet.
fn add_field(document: &Document, name: &str, written: &str) -> Result<Vec<TextPatch>, EditError> {
    let text = document.text.as_str();
    if document.timeline.fields.is_empty() && is_empty(text) {
        let Format { newline, unit } = Format::of(text, 0);
        let start = if text.is_empty() || text.ends_with('\n') {
            ""
        } else {
            newline
        };
        let whole = format!("{start}Timeline({newline}{unit}{written},{newline}){newline}");
        return Ok(vec![TextPatch::new(text.len()..text.len(), whole)]);
    }
    let siblings = fields(document)?;
    let names = TIMELINE.names();
    let rank = |name: &str| names.iter().position(|known| *known == name);
    let before = document.timeline.fields.iter().rposition(|place| {
        let known = text.get(place.range()).and_then(rank);
        known.is_some_and(|known| Some(known) < rank(name))
    });
    let index = before.map_or(0, |before| before.saturating_add(1));
    // The titles share a line.
    let is_title = name == "title_ja" && index > 0;
    let breaks = match siblings.items.is_empty() {
        _ if is_title => Breaks::No,
        true => Breaks::Yes,
        false => Breaks::AsBeside,
    };
    Ok(items::inserted(text, &siblings, index, written, breaks))
}

/// Whether there is nothing in a text but comments and what is switched on in its first lines.
fn is_empty(text: &str) -> bool {
    token(text, trivia(text, after_header(text)).end).kind == Token::End
}

/// The fields at the top.
fn fields(document: &Document) -> Result<Siblings, EditError> {
    let text = document.text.as_str();
    let broken = || EditError::Broken(message!("editing-the-timeline"));
    let mut open = token(text, trivia(text, after_header(text)).end);
    if open.kind == Token::Word {
        open = token(text, trivia(text, open.end).end);
    }
    if open.kind != Token::Open(b'(') {
        return Err(broken());
    }
    let names = document.timeline.fields.iter().map(|place| place.range());
    let items = names.map(|name| {
        let end = end_of_field(document, &name).ok_or_else(broken)?;
        Ok(name.start..end)
    });
    let items: Vec<_> = items.collect::<Result<_, _>>()?;
    let behind = items.last().map_or(open.end, |last| last.end);
    let mut close = token(text, trivia(text, behind).end);
    if close.kind == Token::Comma {
        close = token(text, trivia(text, close.end).end);
    }
    if close.kind != Token::Close(b')') {
        return Err(broken());
    }
    Ok(Siblings {
        open: open.end,
        items,
        close: close.start,
    })
}

/// Where the value of a field at the top ends.
fn end_of_field(document: &Document, name: &Range<usize>) -> Option<usize> {
    let text = document.text.as_str();
    let written = text.get(name.clone())?;
    match List::ALL.into_iter().find(|list| list.name() == written) {
        Some(list) => {
            let close = place::top(document, list)?.close;
            (text.as_bytes().get(close) == Some(&b']')).then(|| close.saturating_add(1))
        }
        None => Some(value_of(text, name)?.range.end),
    }
}

/// The value behind a field's name.
fn value_of(text: &str, name: &Range<usize>) -> Option<Node> {
    let colon = token(text, trivia(text, name.end).end);
    (colon.kind == Token::Colon).then(|| syntax::value_at(text, colon.end).0)
}

/// The patches that give the file another title.
pub(super) fn title(
    document: &Document,
    name: &str,
    words: &str,
) -> Result<Vec<TextPatch>, EditError> {
    let text = document.text.as_str();
    let Some(place) = field_at_top(document, name) else {
        return add_field(document, name, &format!("{name}: {}", quoted(words, "")));
    };
    let broken = || EditError::Broken(message!("editing-at", id = name, path = ""));
    let node = value_of(text, &place).ok_or_else(broken)?;
    Ok(write::replaced(text, &node, &Value::Text(words.to_owned())))
}

/// The patches that write an entry once more behind itself.
pub(super) fn duplicate(
    document: &Document,
    list: List,
    key: &Key,
    id: &str,
) -> Result<Vec<TextPatch>, EditError> {
    let text = document.text.as_str();
    let missing = || EditError::NotThere(message!("editing-the-entry"));
    let own = document.entry(list, key).ok_or_else(missing)?;
    let siblings = place::top(document, list).ok_or_else(missing)?;
    let index = siblings
        .items
        .iter()
        .position(|item| *item == own)
        .ok_or_else(missing)?;
    let mut written = text.get(own.clone()).ok_or_else(missing)?.to_owned();
    let tree = document.tree(own.clone());
    if let Some(node) = tree.field(text, "id") {
        let like = text.get(node.range.clone()).unwrap_or_default();
        let range =
            node.range.start.saturating_sub(own.start)..node.range.end.saturating_sub(own.start);
        let patch = TextPatch::new(range, quoted(id, like));
        let made = super::Patches::from(patch).apply(&written);
        written = made.ok_or_else(missing)?.0;
    }
    Ok(items::inserted(
        text,
        &siblings,
        index.saturating_add(1),
        &written,
        Breaks::AsBeside,
    ))
}
