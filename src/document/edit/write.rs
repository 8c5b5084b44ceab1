//! Writes values as RON text, and reads back what a text says.
//!
//! A value that takes the place of another is written as that one was: raw strings stay raw, lists keep their lines.

use std::fmt::Write as _;
use std::ops::Range;

use super::super::difference::changed;
use super::super::entry::decode;
use super::super::patch::TextPatch;
use super::super::syntax::{self, Kind, Node};
use super::Address;
use super::Value;
use super::items::{self, Breaks};
use super::place::{Siblings, begins_line, comma_after, indentation, newline};

/// How a file breaks and indents its lines.
#[derive(Debug, Clone)]
pub(super) struct Format {
    pub(super) newline: &'static str,
    /// One step of indentation.
    pub(super) unit: String,
}

/// A value of the same sort that stands elsewhere, in whose manner a new one is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sample<'a> {
    pub(super) text: &'a str,
    pub(super) node: &'a Node,
}

/// What a text says; what is written where it is no text.
pub(super) fn said(text: &str, node: &Node) -> String {
    match node.kind {
        Kind::Text(_) => decode(text, node).0.get(text).to_owned(),
        _ => text.get(node.range.clone()).unwrap_or_default().to_owned(),
    }
}

/// Whether a value is what stands there.
pub(super) fn says(text: &str, node: &Node, value: &Value) -> bool {
    let all = |nodes: &[Node], values: &[Value]| {
        let mut pairs = nodes.iter().zip(values);
        nodes.len() == values.len() && pairs.all(|(node, value)| says(text, node, value))
    };
    match (&node.kind, value) {
        (Kind::Text(_), Value::Text(wanted)) => said(text, node) == *wanted,
        (Kind::Word | Kind::Number, Value::Word(wanted)) => {
            let written = text.get(node.range.clone()).unwrap_or_default();
            let number = |written: &str| written.parse::<f64>().ok();
            written == wanted
                || number(written).is_some_and(|written| number(wanted) == Some(written))
        }
        (Kind::List(nodes), Value::List(values)) => all(nodes, values),
        (Kind::Tuple(None, nodes), Value::Tuple(values)) => all(nodes, values),
        (Kind::Struct(_), Value::Entry(fields)) => fields.iter().all(|(name, value)| {
            let node = node.field(text, name);
            node.is_some_and(|node| says(text, node, value))
        }),
        _ => false,
    }
}

/// The patches that make another value of what stands in a node.
pub(super) fn replaced(text: &str, node: &Node, value: &Value) -> Vec<TextPatch> {
    if says(text, node, value) {
        return Vec::new();
    }
    match (&node.kind, value) {
        (Kind::List(_), Value::List(values)) => {
            let written = text.get(node.range.clone()).unwrap_or_default();
            let list = relisted(written, values);
            vec![trimmed(written, &list, node.range.start)]
        }
        (Kind::Tuple(None, nodes), Value::Tuple(values)) if nodes.len() == values.len() => {
            let pairs = nodes.iter().zip(values);
            pairs
                .flat_map(|(node, value)| replaced(text, node, value))
                .collect()
        }
        (_, Value::Text(words)) => {
            let like = text.get(node.range.clone()).unwrap_or_default();
            vec![TextPatch::new(node.range.clone(), quoted(words, like))]
        }
        _ => {
            let format = Format::of(text, node.range.start);
            let indentation = indentation(text, node.range.start);
            let sample = Some(Sample { text, node });
            let written = format.value(value, sample, &indentation);
            vec![TextPatch::new(node.range.clone(), written)]
        }
    }
}

/// A list with other members; those that stay keep all that is written between them.
fn relisted(list: &str, values: &[Value]) -> String {
    let mut text = list.to_owned();
    let (node, _) = syntax::value_at(&text, 0);
    let Kind::List(nodes) = &node.kind else {
        return text;
    };
    let same = |pair: &(&Node, &Value)| says(list, pair.0, pair.1);
    let head = nodes.iter().zip(values).take_while(same).count();
    let least = nodes.len().min(values.len()).saturating_sub(head);
    let back = nodes.iter().rev().zip(values.iter().rev());
    let foot = back.take(least).take_while(same).count();
    let stay = head.saturating_add(foot);
    let (old, new) = (
        nodes.len().saturating_sub(stay),
        values.len().saturating_sub(stay),
    );
    for offset in 0..old.max(new) {
        let index = head.saturating_add(offset);
        let value = values.get(index).filter(|_| offset < new);
        // What is to go stands where the last that stays or is new ended.
        let index = if value.is_some() {
            index
        } else {
            head.saturating_add(new)
        };
        text = with_member(text, index, offset < old, value);
    }
    text
}

/// The list with a member replaced, put in or taken out.
fn with_member(text: String, index: usize, is_there: bool, value: Option<&Value>) -> String {
    let (node, _) = syntax::value_at(&text, 0);
    let Kind::List(nodes) = &node.kind else {
        return text;
    };
    let nowhere = Address::nowhere();
    let Ok(siblings) = Siblings::of(&text, &node, &nowhere) else {
        return text;
    };
    let patches = match (value, nodes.get(index).filter(|_| is_there)) {
        (Some(value), Some(node)) => replaced(&text, node, value),
        (None, _) => items::removed(&text, &siblings, index),
        (Some(value), None) => {
            let format = Format::of(&text, 0);
            let sample = nodes
                .get(index.saturating_sub(1))
                .map(|node| Sample { text: &text, node });
            let written = format.value(value, sample, "");
            items::inserted(&text, &siblings, index, &written, Breaks::AsBeside)
        }
    };
    let patches = super::Patches::new(patches);
    let made = patches.and_then(|patches| patches.apply(&text));
    made.map_or(text, |(made, _)| made)
}

/// The patch that makes one text of another at this offset, without the bytes that both begin and end with.
fn trimmed(from: &str, to: &str, offset: usize) -> TextPatch {
    let (gone, come) = changed(from, to);
    let range = offset.saturating_add(gone.start)..offset.saturating_add(gone.end);
    TextPatch::new(range, to.get(come).unwrap_or_default())
}

/// A text in quotation marks, of the sort that another text is written in.
pub(super) fn quoted(words: &str, like: &str) -> String {
    raw(words, like).unwrap_or_else(|| {
        let has_lines = like.contains('\n') && !like.contains('\r');
        escaped(words, has_lines && like.starts_with('"'))
    })
}

/// The same as a raw string, where the other is one and the words can be written so.
fn raw(words: &str, like: &str) -> Option<String> {
    let hashes = like.strip_prefix('r')?;
    let hashes = hashes
        .len()
        .saturating_sub(hashes.trim_start_matches('#').len());
    let hashes = "#".repeat(hashes);
    let odd = |letter: char| letter.is_control() && letter != '\n' && letter != '\t';
    let fits = !words.contains(&format!("\"{hashes}")) && !words.contains(odd);
    fits.then(|| format!("r{hashes}\"{words}\"{hashes}"))
}

fn escaped(words: &str, keeps_lines: bool) -> String {
    let mut out = String::with_capacity(words.len().saturating_add(2));
    out.push('"');
    for letter in words.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' if keeps_lines => out.push('\n'),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            control if control.is_control() => {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{{{:x}}}", u32::from(control));
            }
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

impl Format {
    /// That of a text around a byte of it.
    pub(super) fn of(text: &str, at: usize) -> Self {
        Self {
            newline: newline(text, at),
            unit: items::unit(text),
        }
    }

    /// A value as it is written where the line begins with `indentation`.
    pub(super) fn value(
        &self,
        value: &Value,
        sample: Option<Sample<'_>>,
        indentation: &str,
    ) -> String {
        match value {
            Value::Word(word) => word.clone(),
            Value::Text(words) => {
                let like = sample.and_then(Sample::written).unwrap_or_default();
                // Of how others begin their lines nothing is to be learnt for a new text.
                quoted(words, if like.starts_with('r') { like } else { "" })
            }
            Value::Tuple(values) => {
                let members = values
                    .iter()
                    .map(|value| self.value(value, None, indentation));
                format!("({})", members.collect::<Vec<_>>().join(", "))
            }
            Value::List(values) => self.list(values, sample, indentation),
            Value::Entry(fields) => self.entry(fields, sample, indentation),
        }
    }

    fn list(&self, values: &[Value], sample: Option<Sample<'_>>, indentation: &str) -> String {
        let first = sample.and_then(Sample::first);
        let breaks = first.is_some_and(Sample::begins_line);
        let inner = format!("{indentation}{}", self.unit);
        let inside = if breaks { &inner } else { indentation };
        let members: Vec<_> = values
            .iter()
            .map(|value| self.value(value, first, inside))
            .collect();
        if !breaks || members.is_empty() {
            return format!("[{}]", members.join(", "));
        }
        let newline = self.newline;
        let comma = match sample.and_then(Sample::last) {
            Some(last) if comma_after(last.text, last.node.range.end).is_none() => "",
            _ => ",",
        };
        let members = members.join(&format!(",{newline}{inner}"));
        format!("[{newline}{inner}{members}{comma}{newline}{indentation}]")
    }

    fn entry(
        &self,
        fields: &[(&'static str, Value)],
        sample: Option<Sample<'_>>,
        indentation: &str,
    ) -> String {
        let manner = sample.and_then(|sample| Manner::of(sample, fields));
        let Some(manner) = manner else {
            let fields = fields
                .iter()
                .map(|(name, value)| format!("{name}: {}", self.value(value, None, indentation)));
            return format!("({})", fields.collect::<Vec<_>>().join(", "));
        };
        let inner = format!("{indentation}{}", self.unit);
        let mut out = manner.opening.to_owned();
        let mut broken = false;
        for (number, &place) in manner.order.iter().enumerate() {
            let Some((name, value)) = fields.get(place) else {
                continue;
            };
            let like = manner.sample.node.field(manner.sample.text, name);
            let breaks = manner.breaks(name);
            broken |= breaks;
            match (number, breaks) {
                (0, false) => {}
                (0, true) => out.extend([self.newline, &inner]),
                (_, false) => out.push_str(", "),
                (_, true) => out.extend([",", self.newline, &inner]),
            }
            let sample = like.map(|node| Sample {
                text: manner.sample.text,
                node,
            });
            let inside = if broken { &inner } else { indentation };
            out.extend([name, ": ", &self.value(value, sample, inside)]);
        }
        if manner.closes_on_line && broken {
            out.extend([
                if manner.ends_with_comma { "," } else { "" },
                self.newline,
                indentation,
            ]);
        }
        out.push(')');
        out
    }
}

/// How an entry is laid out.
struct Manner<'a> {
    sample: Sample<'a>,
    /// From its beginning to behind its bracket.
    opening: &'a str,
    /// The fields to be written, in its order.
    order: Vec<usize>,
    /// Whether most of its fields begin a line.
    mostly_breaks: bool,
    closes_on_line: bool,
    ends_with_comma: bool,
}

impl<'a> Manner<'a> {
    fn of(sample: Sample<'a>, fields: &[(&'static str, Value)]) -> Option<Self> {
        let Sample { text, node } = sample;
        let last = node.fields().last()?;
        let nowhere = Address::nowhere();
        let siblings = Siblings::of(text, node, &nowhere).ok()?;
        let opening = text.get(node.range.start..siblings.open)?;
        let names: Vec<_> = node
            .fields()
            .iter()
            .map(|field| text.get(field.name.clone()))
            .collect();
        let rank = |name: &str| names.iter().position(|known| *known == Some(name));
        let mut order: Vec<usize> = Vec::new();
        for (place, (name, _)) in fields.iter().enumerate() {
            // A field that the sample does not have goes behind the one it was given after.
            let at = match rank(name) {
                Some(own) => order.iter().position(|&other| {
                    let other = fields.get(other).and_then(|(name, _)| rank(name));
                    other.is_some_and(|other| other > own)
                }),
                None => None,
            };
            order.insert(at.unwrap_or(order.len()), place);
        }
        let lines = node
            .fields()
            .iter()
            .filter(|field| begins_line(text, field.name.start).is_some());
        Some(Self {
            sample,
            opening: if opening.contains(['\n', '/']) {
                "("
            } else {
                opening
            },
            order,
            mostly_breaks: lines.count() * 2 > node.fields().len(),
            closes_on_line: begins_line(text, siblings.close).is_some(),
            ends_with_comma: comma_after(text, last.value.range.end).is_some(),
        })
    }

    fn breaks(&self, name: &str) -> bool {
        let Sample { text, node } = self.sample;
        let mut fields = node.fields().iter();
        let field = fields.find(|field| text.get(field.name.clone()) == Some(name));
        field.map_or(self.mostly_breaks, |field| {
            begins_line(text, field.name.start).is_some()
        })
    }
}

impl<'a> Sample<'a> {
    fn written(self) -> Option<&'a str> {
        self.text.get(Range::clone(&self.node.range))
    }

    /// The first member of a list.
    fn first(self) -> Option<Self> {
        match &self.node.kind {
            Kind::List(nodes) => nodes.first().map(|node| Self {
                text: self.text,
                node,
            }),
            _ => None,
        }
    }

    /// The last one.
    fn last(self) -> Option<Self> {
        match &self.node.kind {
            Kind::List(nodes) => nodes.last().map(|node| Self {
                text: self.text,
                node,
            }),
            _ => None,
        }
    }

    fn begins_line(self) -> bool {
        begins_line(self.text, self.node.range.start).is_some()
    }
}
