//! A timeline of ours as a table.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::document::{Document, Event, Timeline, UNCATEGORISED};
use crate::exchange::losses::Losses;
use crate::exchange::rows::{self, guarded};
use crate::messages::message;
use crate::time::Lang;

use super::{KINDS, joined};

const COLUMNS: [&str; 10] = [
    "id",
    "when",
    "title",
    "title_ja",
    "category",
    "actors",
    "significance",
    "summary",
    "sources",
    "links",
];

/// Writes a timeline. Categories and actors go by their names, where these tell them apart; `lang` chooses the names.
pub(in crate::exchange) fn write(document: &Document, lang: Lang, losses: &mut Losses) -> String {
    let timeline = &document.timeline;
    let names = Names {
        categories: names(timeline.categories.iter().map(|entry| {
            (
                &*entry.id,
                lang.choose(&entry.name, entry.name_ja.as_deref()),
            )
        })),
        actors: names(timeline.actors.iter().map(|entry| {
            (
                &*entry.id,
                lang.choose(&entry.name, entry.name_ja.as_deref()),
            )
        })),
    };
    let header = COLUMNS.iter().map(|name| Cow::Borrowed(*name)).collect();
    let events = timeline
        .events
        .iter()
        .map(|event| row(timeline, event, &names));
    let text = rows::write(std::iter::once(header).chain(events));
    unsaid(timeline, losses);
    text
}

/// What categories and actors are called, by their places.
struct Names<'a> {
    categories: Vec<&'a str>,
    actors: Vec<&'a str>,
}

/// The name of each entry; its id where the name could be taken for another.
fn names<'a>(entries: impl Iterator<Item = (&'a str, &'a str)> + Clone) -> Vec<&'a str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (id, name) in entries.clone() {
        for word in if id == name { vec![id] } else { vec![id, name] } {
            let count = counts.entry(word.trim()).or_default();
            *count = count.saturating_add(1);
        }
    }
    let is_clear = |name: &str| !name.trim().is_empty() && counts.get(name.trim()) == Some(&1);
    entries
        .map(|(id, name)| if is_clear(name) { name } else { id })
        .collect()
}

fn row<'a>(timeline: &'a Timeline, event: &'a Event, names: &Names<'_>) -> Vec<Cow<'a, str>> {
    let category = timeline
        .categories
        .get(event.category)
        .filter(|category| &*category.id != UNCATEGORISED);
    let category = category
        .and_then(|_| names.categories.get(event.category))
        .copied();
    let actors = event
        .actors
        .iter()
        .filter_map(|actor| names.actors.get(actor).copied());
    let sources = event
        .sources
        .iter()
        .filter_map(|source| timeline.sources.get(source))
        .map(|source| &*source.id);
    let links: Vec<_> = event
        .links
        .iter()
        .filter_map(|link| {
            let (_, kind) = KINDS.iter().find(|(kind, _)| *kind == link.kind)?;
            let to = timeline.events.get(link.to)?;
            Some(format!("{kind} {}", &*to.id))
        })
        .collect();
    let cells = [
        event.id.to_string(),
        event.when.text().to_owned(),
        event.title.to_string(),
        event
            .title_ja
            .as_deref()
            .map(str::to_owned)
            .unwrap_or_default(),
        category.unwrap_or_default().to_owned(),
        joined(actors),
        event.significance.to_string(),
        event.summary.to_string(),
        joined(sources),
        joined(links.iter().map(|link| &**link)),
    ];
    cells
        .iter()
        .map(|cell| Cow::Owned(guarded(cell.trim())))
        .collect()
}

fn unsaid(timeline: &Timeline, losses: &mut Losses) {
    for event in timeline
        .events
        .iter()
        .filter(|event| !event.excerpts.is_empty())
    {
        losses.add(message!("losses-column-excerpts"), &*event.title);
    }
    let is_read = |event: &&Event| event.title_kana.is_some();
    for event in timeline.events.iter().filter(is_read) {
        losses.add(message!("losses-reading"), &*event.title);
    }
    for era in &timeline.eras {
        losses.add(message!("losses-row-eras"), &era.title);
    }
    for source in &timeline.sources {
        losses.add(message!("losses-column-source"), &source.title);
    }
    for category in timeline
        .categories
        .iter()
        .filter(|category| category.color.is_some())
    {
        losses.add(message!("losses-column-category"), &category.name);
    }
    for actor in timeline
        .actors
        .iter()
        .filter(|actor| actor.name_ja.is_some())
    {
        losses.add(message!("losses-column-actor"), &actor.name);
    }
    for series in &timeline.series {
        losses.add(message!("losses-row-series"), &series.title);
    }
    for story in &timeline.stories {
        losses.add(message!("losses-row-stories"), &story.title);
    }
    if !timeline.title.is_empty() {
        losses.add(message!("losses-row-title"), "");
    }
}
