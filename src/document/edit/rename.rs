//! Gives an entry another id, and finds all that refer to it.

use super::super::Document;
use super::super::model::{Step, Timeline};
use super::super::patch::TextPatch;
use super::super::schema::{Group, List, Sort};
use super::super::syntax::{Kind, Node};
use super::{Address, EditError, Value, write};

/// The patches that change an id wherever it stands.
pub(super) fn patches(
    document: &Document,
    list: List,
    id: &str,
    to: &str,
) -> Result<Vec<TextPatch>, EditError> {
    let (text, timeline) = (document.text.as_str(), &document.timeline);
    let address = Address::new(list, id);
    let missing = || EditError::NotThere(address.said());
    let index = timeline.index_of(list, id).ok_or_else(missing)?;
    if to != id && timeline.index_of(list, to).is_some() {
        return Err(EditError::Taken(to.to_owned()));
    }
    let wanted = Value::Text(to.to_owned());
    let own = document.value(&address.field("id")).ok_or_else(missing)?;
    let mut patches = write::replaced(text, &own, &wanted);
    let mut users = users(timeline, list, index);
    // A link of an event to itself is none of the timeline's, but it is in the text.
    if !users.contains(&(list, index)) {
        users.push((list, index));
    }
    for (list, user) in users {
        let Some(range) = timeline.range_of(list, user) else {
            continue;
        };
        let tree = document.tree(range.range());
        let wanted = (address.list, id);
        let mut found = Vec::new();
        references(text, &tree, list.group(), wanted, &mut found);
        patches.extend(
            found
                .into_iter()
                .flat_map(|node| write::replaced(text, node, &Value::Text(to.to_owned()))),
        );
    }
    Ok(patches)
}

/// The entries that refer to one.
pub(super) fn users(timeline: &Timeline, list: List, index: usize) -> Vec<(List, usize)> {
    let events = timeline.events.iter().enumerate();
    let of_events = events.filter(|(_, event)| match list {
        List::Categories => event.category == index,
        List::Actors => event.actors.contains(&index),
        List::Sources => {
            let mut excerpts = event.excerpts.iter();
            event.sources.contains(&index) || excerpts.any(|excerpt| excerpt.source == index)
        }
        List::Events | List::Eras | List::Series | List::Stories => false,
    });
    let mut users: Vec<_> = match list {
        // The links to an event are at hand; looking through all events would take long in a large file.
        List::Events => timeline.linking_to(index).collect(),
        _ => of_events.map(|(user, _)| user).collect(),
    };
    users.dedup();
    let mut users: Vec<_> = users.into_iter().map(|user| (List::Events, user)).collect();
    let names = |step: &Step| match list {
        List::Events => step.event == Some(index) || step.events.contains(&index),
        List::Series => step.series == Some(index),
        _ => false,
    };
    let stories = timeline.stories.iter().enumerate();
    let stories = stories.filter(|(_, story)| story.steps.iter().any(names));
    users.extend(stories.map(|(user, _)| (List::Stories, user)));
    let id = timeline.id_of(list, index);
    let series = timeline.series.iter().enumerate().filter(|(_, series)| {
        list == List::Sources && id.is_some() && series.source.as_deref() == id
    });
    users.extend(series.map(|(user, _)| (List::Series, user)));
    users
}

/// The places in an entry where the id of an entry of a list stands.
fn references<'a>(
    text: &str,
    node: &'a Node,
    group: &Group,
    wanted: (List, &str),
    found: &mut Vec<&'a Node>,
) {
    let is_id =
        |node: &Node| matches!(node.kind, Kind::Text(_)) && write::said(text, node) == wanted.1;
    for field in node.fields() {
        let name = text.get(field.name.clone()).unwrap_or_default();
        let Some(known) = group.field(name) else {
            continue;
        };
        let members: &[Node] = match &field.value.kind {
            Kind::List(members) => members,
            _ => &[],
        };
        match known.sort {
            // What a series is from may also be said in words.
            Sort::Line if name != "source" || wanted.0 != List::Sources => {}
            Sort::Reference(list) if list != wanted.0 => {}
            Sort::Line | Sort::Reference(_) => {
                found.extend(Some(&field.value).filter(|node| is_id(node)))
            }
            Sort::References(list) if list == wanted.0 => {
                found.extend(members.iter().filter(|node| is_id(node)));
            }
            Sort::Entries(inner) => members
                .iter()
                .for_each(|member| references(text, member, inner, wanted, found)),
            _ => {}
        }
    }
}
