//! Takes out what refers to an entry, so that the entry can go without leaving names that lead nowhere.
//!
//! A field that may be left out goes; what cannot do without it, such as a link without its event, goes whole; so does
//! a list of which nothing stays. With the event or the series of a step goes what the step says of it.

use super::super::Document;
use super::super::difference::difference;
use super::super::model::Shows;
use super::super::patch::{Patches, TextPatch};
use super::super::schema::{Group, List, STEP, Sort};
use super::super::syntax::{self, Kind, Node};
use super::items;
use super::place::Siblings;
use super::{Address, Edit, rename, write};

/// Of which entry nothing is to be said any more.
#[derive(Clone, Copy)]
struct Gone<'a> {
    list: List,
    id: &'a str,
}

/// The edits that take every mention of an entry out of the others.
pub(super) fn edits(document: &Document, list: List, index: usize) -> Vec<Edit> {
    let timeline = &document.timeline;
    let Some(id) = timeline.id_of(list, index) else {
        return Vec::new();
    };
    let gone = Gone { list, id };
    let others = rename::users(timeline, list, index).into_iter();
    let others = others.filter(|user| *user != (list, index));
    let patches = others.flat_map(|(list, user)| {
        let range = timeline.range_of(list, user).map(|place| place.range());
        let range = range.unwrap_or_default();
        let entry = document.text.get(range.clone()).unwrap_or_default();
        let without = without(entry, list.group(), gone);
        let patches: Vec<TextPatch> = difference(entry, &without).iter().cloned().collect();
        let start = range.start;
        patches.into_iter().map(move |patch| {
            let range = patch.range;
            let range = start.saturating_add(range.start)..start.saturating_add(range.end);
            TextPatch::new(range, patch.insert)
        })
    });
    patches.map(Edit::Text).collect()
}

/// An entry without its mentions of another, taken out one by one: two that stand side by side share their commas.
fn without(entry: &str, group: &Group, gone: Gone<'_>) -> String {
    let mut text = entry.to_owned();
    loop {
        let (node, _) = syntax::value_at(&text, 0);
        let removed = removal(&text, &node, group, gone).and_then(Patches::new);
        match removed.and_then(|patches| patches.apply(&text)) {
            // Each time the text is shorter.
            Some((shorter, _)) if shorter.len() < text.len() => text = shorter,
            _ => return text,
        }
    }
}

/// The patches that take out the first mention.
fn removal(text: &str, node: &Node, group: &Group, gone: Gone<'_>) -> Option<Vec<TextPatch>> {
    node.fields().iter().enumerate().find_map(|(place, field)| {
        let def = group.field(text.get(field.name.clone())?)?;
        let members: &[Node] = match &field.value.kind {
            Kind::List(members) => members,
            _ => &[],
        };
        match def.sort {
            Sort::Reference(list) if list == gone.list && !def.needed => {
                let names = gone.is_named(text, &field.value);
                names.then(|| field_of(text, node, about(text, node, group, gone).unwrap_or(place)))
            }
            Sort::References(list) if list == gone.list => {
                let going = members.iter().map(|member| gone.is_named(text, member));
                members_of(text, (node, place), &going.collect::<Vec<_>>())
            }
            Sort::Entries(inner) => {
                let going = members
                    .iter()
                    .map(|member| gone.is_needed(text, member, inner));
                let going: Vec<_> = going.collect();
                let mut inside = members.iter();
                members_of(text, (node, place), &going)
                    .or_else(|| inside.find_map(|member| removal(text, member, inner, gone)))
            }
            _ => None,
        }
    })
}

/// The field of a step that says something about what goes, and nothing without it.
fn about(text: &str, step: &Node, group: &Group, gone: Gone<'_>) -> Option<usize> {
    if group.what != STEP.what {
        return None;
    }
    let is_about = |name: &str, says: &str| match (name, gone.list) {
        ("show", List::Series) => says == format!("{:?}", Shows::Series),
        ("show", _) => {
            let of_events = [Shows::Event, Shows::Links, Shows::Excerpt];
            of_events.iter().any(|show| says == format!("{show:?}"))
        }
        ("excerpt", list) => list == List::Events,
        _ => false,
    };
    step.fields().iter().position(|field| {
        let name = text.get(field.name.clone()).unwrap_or_default();
        is_about(name, &write::said(text, &field.value))
    })
}

fn field_of(text: &str, node: &Node, place: usize) -> Vec<TextPatch> {
    let siblings = Siblings::of(text, node, &Address::nowhere());
    siblings.map_or_else(|_| Vec::new(), |all| items::removed(text, &all, place))
}

/// Takes the first of those that go out of a list in a field; the field where all of them go.
fn members_of(text: &str, (node, place): (&Node, usize), going: &[bool]) -> Option<Vec<TextPatch>> {
    let first = going.iter().position(|goes| *goes)?;
    if going.iter().all(|goes| *goes) {
        return Some(field_of(text, node, place));
    }
    Some(field_of(text, &node.fields().get(place)?.value, first))
}

impl Gone<'_> {
    fn is_named(self, text: &str, node: &Node) -> bool {
        matches!(node.kind, Kind::Text(_)) && write::said(text, node) == self.id
    }

    /// Whether an entry cannot do without it.
    fn is_needed(self, text: &str, entry: &Node, group: &Group) -> bool {
        let mut needed = group.fields.iter().filter(|def| def.needed);
        needed.any(|def| {
            let value = entry.field(text, def.name);
            def.sort == Sort::Reference(self.list)
                && value.is_some_and(|value| self.is_named(text, value))
        })
    }
}
