//! How others are written: where in an entry a field usually stands, and whether it begins a line.

use super::super::syntax::{Kind, Node};
use super::items::Breaks;
use super::near::Near;
use super::place::{begins_line, follow, indentation};
use super::write::{Format, Sample};
use super::{Address, Step, Value};

/// Entries looked at, the nearest first.
const LOOKED_AT: usize = 24;

/// How something new is to be written.
pub(super) struct Style<'a> {
    text: &'a str,
    format: Format,
    /// A value of the same sort.
    sample: Option<Node>,
    /// Before which of its siblings it goes.
    pub(super) index: usize,
    pub(super) breaks: Breaks,
    /// What its line begins with.
    pub(super) indentation: String,
}

impl Style<'_> {
    /// A value.
    pub(super) fn value(&self, value: &Value, indentation: &str) -> String {
        let sample = self.sample.as_ref().map(|node| Sample {
            text: self.text,
            node,
        });
        self.format.value(value, sample, indentation)
    }

    /// A field.
    pub(super) fn field(&self, name: &str, value: &Value, outside: &str) -> String {
        let inside = match self.breaks {
            Breaks::No => outside.to_owned(),
            _ => format!("{outside}{}", self.format.unit),
        };
        format!("{name}: {}", self.value(value, &inside))
    }
}

/// How a field is to be written that an entry does not have yet.
pub(super) fn of_field<'a>(
    near: &Near<'a>,
    address: &Address,
    parent: &Node,
    name: &'static str,
) -> Style<'a> {
    let text = near.document.text.as_str();
    let way = address.path.split_last().map_or(&[][..], |(_, way)| way);
    let peers = peers(near, address, way);
    let peer = peers.iter().find(|peer| peer.field(text, name).is_some());
    let before = match peer {
        Some(peer) => before_in(text, peer, name),
        None => before_in_schema(address, name),
    };
    let own: Vec<_> = parent
        .fields()
        .iter()
        .map(|field| text.get(field.name.clone()))
        .collect();
    let is_before =
        |name: &Option<&str>| name.is_some_and(|name| before.iter().any(|known| known == name));
    let index = own
        .iter()
        .rposition(is_before)
        .map_or(0, |last| last.saturating_add(1));
    let has_lines = parent
        .fields()
        .iter()
        .any(|field| begins_line(text, field.name.start).is_some());
    let in_peer = peer.and_then(|peer| {
        let fields = peer.fields().iter();
        let mut named = fields.filter(|field| text.get(field.name.clone()) == Some(name));
        named
            .next()
            .map(|field| begins_line(text, field.name.start).is_some())
    });
    // It shares a line with the field before it only if that is the same one here.
    let same_before = before.last().map(String::as_str)
        == index
            .checked_sub(1)
            .and_then(|last| own.get(last).copied().flatten());
    let breaks = match in_peer {
        _ if !has_lines => Breaks::No,
        Some(false) if same_before => Breaks::No,
        _ => Breaks::Yes,
    };
    let samples = peers.iter().filter_map(|peer| peer.field(text, name));
    Style {
        text,
        format: Format::of(text, parent.range.start),
        sample: best(samples).cloned(),
        index,
        breaks,
        indentation: String::new(),
    }
}

/// How a member of a list is to be written that goes before the one at `index`.
pub(super) fn of_item<'a>(
    near: &Near<'a>,
    address: &Address,
    list: &Node,
    index: usize,
) -> Style<'a> {
    let text = near.document.text.as_str();
    let Kind::List(items) = &list.kind else {
        return of_field(near, address, list, "");
    };
    let beside = items.get(index.saturating_sub(1)).or(items.first());
    let outer = indentation(text, list.range.start);
    let format = Format::of(text, list.range.start);
    let (sample, breaks) = match beside {
        Some(item) => {
            // Among entries what is none shows nobody how one is written.
            let before = list.entries().take_while(|(place, _)| *place < index);
            let like = before.last().or_else(|| list.entries().next());
            let like = like.map_or(item, |(_, entry)| entry);
            (Some(like.clone()), Breaks::AsBeside)
        }
        None => {
            let sample = elsewhere(near, address);
            let broken = sample
                .as_ref()
                .is_some_and(|node| begins_line(text, node.range.start).is_some());
            (sample, if broken { Breaks::Yes } else { Breaks::No })
        }
    };
    let begins = beside.is_some_and(|item| begins_line(text, item.range.start).is_some());
    let indentation = match (begins, breaks) {
        (true, _) => beside.map_or_else(String::new, |item| indentation(text, item.range.start)),
        (false, Breaks::Yes) => format!("{outer}{}", format.unit),
        (false, _) => outer,
    };
    Style {
        text,
        format,
        sample,
        index,
        breaks,
        indentation,
    }
}

/// A member of such a list in another entry.
fn elsewhere(near: &Near<'_>, address: &Address) -> Option<Node> {
    let lists = peers(near, address, &address.path);
    lists.into_iter().find_map(|list| match list.kind {
        Kind::List(items) => items.into_iter().next(),
        _ => None,
    })
}

/// What stands at the end of the same way in the entries around this one.
fn peers(near: &Near<'_>, address: &Address, way: &[Step]) -> Vec<Node> {
    let own = near.document.entry(address.list, &address.key);
    let at = own.as_ref().map_or(0, |own| own.start);
    let mut found = Vec::new();
    for entry in near.entries(address.list, at, LOOKED_AT) {
        all(&near.document.text, &entry, way, &mut found);
    }
    found
}

/// All that stands at the end of a way, whatever members of lists it leads through.
fn all(text: &str, node: &Node, way: &[Step], found: &mut Vec<Node>) {
    match way.split_first() {
        None => found.push(node.clone()),
        Some((Step::Item(_), rest)) => {
            if let Kind::List(items) = &node.kind {
                items.iter().for_each(|item| all(text, item, rest, found));
            }
        }
        Some((step, rest)) => {
            if let Some(node) = follow(text, node, &[*step]) {
                all(text, node, rest, found);
            }
        }
    }
}

/// The value that says most about how such values are written: one that is not empty.
fn best<'a>(samples: impl Iterator<Item = &'a Node> + Clone) -> Option<&'a Node> {
    let is_full = |node: &&Node| !matches!(&node.kind, Kind::List(items) if items.is_empty());
    samples
        .clone()
        .find(is_full)
        .or_else(|| samples.clone().next())
}

/// The names of the fields before this one.
fn before_in(text: &str, peer: &Node, name: &str) -> Vec<String> {
    let names = peer
        .fields()
        .iter()
        .filter_map(|field| text.get(field.name.clone()));
    names
        .take_while(|known| *known != name)
        .map(str::to_owned)
        .collect()
}

fn before_in_schema(address: &Address, name: &str) -> Vec<String> {
    let names = address.siblings().names().into_iter();
    names
        .take_while(|known| *known != name)
        .map(str::to_owned)
        .collect()
}
