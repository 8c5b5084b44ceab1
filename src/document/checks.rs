//! Turns names into indexes and says what does not fit together.
//!
//! Knows the whole timeline but neither its syntax nor the disk. Nothing is thrown away for a broken reference but
//! the reference: an event with an unknown category goes to an extra lane, one with a taken id gets a free one.

use std::collections::HashMap;
use std::ops::Range;

use super::diagnostic::{Diagnostic, Diagnostics, shown};
use super::entry::{Spanned, packed};
use super::model::{
    Category, Event, Excerpt, Id, Link, Shape, Source, Step, Story, Timeline, UNCATEGORISED,
};
use super::raw::{
    Name, Named, RawCategory, RawEvent, RawExcerpt, RawLink, RawSource, RawStory, RawTimeline,
};
use super::suggest::did_you_mean;

/// Words of an excerpt, at most.
const QUOTE_WORDS: usize = 25;

/// The timeline with every reference resolved.
pub(crate) fn resolve(mut raw: RawTimeline, diagnostics: &mut Diagnostics) -> Timeline {
    let unread = raw
        .unread
        .iter()
        .map(|name| (Id::clone(&name.value), name.range.clone()));
    let mut checker = Checker {
        diagnostics,
        unread: unread.collect(),
    };
    let categories = checker.unique(raw.categories, "category", |category| &mut category.id);
    let categories = shaped(categories);
    let actors = checker.unique(raw.actors, "actor", |actor| &mut actor.id);
    let sources = checker.unique(raw.sources, "source", |raw| &mut raw.source.id);
    let sources: Vec<Source> = sources.into_iter().map(|raw| checker.source(raw)).collect();
    let series = checker.unique(raw.series, "series", |series| &mut series.id);
    let stories = checker.unique(raw.stories, "story", |story| &mut story.id);
    raw.eras
        .sort_by(|a, b| a.when.anchor().total_cmp(&b.when.anchor()));

    checker.unique_events(&mut raw.events);
    raw.events.sort_by(in_time);
    let by_id = index(raw.events.iter().map(|event| &event.id.value));
    let mut timeline = Timeline {
        title: raw.title,
        title_ja: raw.title_ja,
        categories,
        actors,
        eras: raw.eras,
        sources,
        events: Vec::with_capacity(raw.events.len()),
        series,
        stories: Vec::new(),
        incoming: vec![Vec::new(); raw.events.len()],
        by_id,
        extent: None,
    };
    let tables = Tables::new(&timeline);
    for event in raw.events {
        checker.event(event, &tables, &mut timeline);
    }
    timeline.stories = stories
        .into_iter()
        .map(|story| checker.story(story, &timeline.by_id))
        .collect();
    timeline.measured()
}

fn in_time(a: &RawEvent, b: &RawEvent) -> std::cmp::Ordering {
    let anchors = a.when.anchor().total_cmp(&b.when.anchor());
    let starts = || a.when.extent().start.total_cmp(&b.when.extent().start);
    anchors
        .then_with(starts)
        .then_with(|| a.id.value.cmp(&b.id.value))
}

fn index<'a>(ids: impl Iterator<Item = &'a Id>) -> HashMap<Id, usize> {
    ids.enumerate()
        .map(|(index, id)| (Id::clone(id), index))
        .collect()
}

/// Where each id stands.
struct Tables {
    categories: HashMap<Id, usize>,
    actors: HashMap<Id, usize>,
    sources: HashMap<Id, usize>,
}

impl Tables {
    fn new(timeline: &Timeline) -> Self {
        Self {
            categories: index(timeline.categories.iter().map(|category| &category.id)),
            actors: index(timeline.actors.iter().map(|actor| &actor.id)),
            sources: index(timeline.sources.iter().map(|source| &source.id)),
        }
    }
}

/// The ids of one sort of entry so far.
#[derive(Default)]
struct Taken {
    places: HashMap<Id, Range<usize>>,
    /// How many have asked for an id, where it is more than one.
    counts: HashMap<Id, usize>,
}

struct Checker<'d> {
    diagnostics: &'d mut Diagnostics,
    /// Where the ids of events stand that could not be read.
    unread: HashMap<Id, Range<usize>>,
}

impl Checker<'_> {
    /// The entries, each with an id of its own.
    fn unique<T>(
        &mut self,
        entries: Vec<Named<T>>,
        what: &str,
        id: impl Fn(&mut T) -> &mut Id,
    ) -> Vec<T> {
        let mut taken = Taken::default();
        let entries = entries.into_iter().map(|named| {
            let mut entry = named.entry;
            self.claim(&mut taken, id(&mut entry), named.id, what);
            entry
        });
        entries.collect()
    }

    fn unique_events(&mut self, events: &mut [RawEvent]) {
        let mut taken = Taken::default();
        for event in events {
            self.claim(
                &mut taken,
                &mut event.id.value,
                event.id.range.clone(),
                "event",
            );
        }
    }

    /// Takes an id, or the next free one like it.
    fn claim(&mut self, taken: &mut Taken, id: &mut Id, range: Range<usize>, what: &str) {
        let Some(first) = taken.places.get(id).cloned() else {
            taken.places.insert(Id::clone(id), range);
            return;
        };
        let count = taken.counts.entry(Id::clone(id)).or_insert(1);
        let free = loop {
            *count = count.saturating_add(1);
            let next = Id::from(format!("{id} ({count})"));
            if !taken.places.contains_key(&next) {
                break next;
            }
        };
        self.diagnostics.error(range.clone(), |range| {
            let again = shown(id);
            let message =
                format!("expected an id that no other {what} has, but found {again} again");
            let hint = format!("until it is changed, this one is called {}", shown(&free));
            let diagnostic = Diagnostic::error("duplicate-id", range, message).hint(hint);
            diagnostic.also(first, "the first is here")
        });
        taken.places.insert(Id::clone(&free), range);
        *id = free;
    }

    fn source(&mut self, raw: RawSource) -> Source {
        let mut source = raw.source;
        if source.url.as_deref().is_some_and(|url| !is_web(url)) {
            let message = "expected an address that begins with http:// or https://";
            self.diagnostics
                .push(Diagnostic::warning("bad-url", raw.url, message));
            source.url = None;
        }
        if source.text.as_deref().is_some_and(leaves_the_folder) {
            let message = "expected a file beside the timeline or below it, but this path leads out of its folder";
            let hint = "put the text beside the timeline file and write its name alone".to_owned();
            self.diagnostics
                .push(Diagnostic::error("outside-path", raw.text, message).hint(hint));
            source.text = None;
        }
        source
    }

    fn event(&mut self, raw: RawEvent, tables: &Tables, timeline: &mut Timeline) {
        let index = timeline.events.len();
        let title = self.title(raw.title, &raw.id.value);
        let category = self.category(raw.category.as_ref(), tables, timeline);
        let excerpts = raw.excerpts.into_iter();
        let excerpts = excerpts.filter_map(|raw| self.excerpt(raw, tables, &timeline.sources));
        let excerpts = packed(excerpts);
        let links = raw.links.into_iter();
        let links =
            packed(links.filter_map(|link| self.link(link, &raw.id.value, &timeline.by_id)));
        for link in &links {
            if let Some(incoming) = timeline.incoming.get_mut(link.to) {
                incoming.push((index, link.kind));
            }
        }
        timeline.events.push(Event {
            id: raw.id.value,
            when: raw.when,
            title,
            title_ja: raw.title_ja,
            category,
            actors: self.each(raw.actors, "actor", &tables.actors),
            significance: raw.significance,
            summary: raw.summary,
            excerpts,
            sources: self.each(raw.sources, "source", &tables.sources),
            links,
            range: raw.range,
        });
    }

    fn title(&mut self, title: Option<Spanned<String>>, id: &Id) -> String {
        match title {
            Some(title) if !title.value.trim().is_empty() => title.value,
            Some(title) => {
                let message = "expected a title but found an empty text; the id is shown";
                self.diagnostics
                    .push(Diagnostic::warning("empty-title", title.range, message));
                id.as_ref().to_owned()
            }
            None => id.as_ref().to_owned(),
        }
    }

    fn category(&mut self, name: Option<&Name>, tables: &Tables, timeline: &mut Timeline) -> usize {
        let known = name.and_then(|name| self.find(name, "category", &tables.categories));
        known.unwrap_or_else(|| uncategorised(&mut timeline.categories))
    }

    fn each(&mut self, names: Vec<Name>, what: &str, table: &HashMap<Id, usize>) -> Vec<usize> {
        let found = names.iter().filter_map(|name| self.find(name, what, table));
        packed(found)
    }

    fn excerpt(&mut self, raw: RawExcerpt, tables: &Tables, sources: &[Source]) -> Option<Excerpt> {
        let words = raw.quote.value.split_whitespace().count();
        if words > QUOTE_WORDS {
            let message =
                format!("expected a quotation of at most {QUOTE_WORDS} words but found {words}");
            self.diagnostics
                .push(Diagnostic::warning("long-quote", raw.quote.range, message));
        }
        let source = self.find(&raw.source, "source", &tables.sources)?;
        let known = sources.get(source).map_or(0, |source| source.gists.len());
        if let Some(paragraph) = &raw.paragraph
            && known > 0
            && !usize::try_from(paragraph.value).is_ok_and(|number| (1..=known).contains(&number))
        {
            let message = format!(
                "expected a paragraph from 1 to {known} but found {}",
                paragraph.value
            );
            let hint = format!(
                "`{}` has {known} gists, one for each paragraph",
                raw.source.value
            );
            let diagnostic = Diagnostic::warning("paragraph", paragraph.range.clone(), message);
            self.diagnostics.push(diagnostic.hint(hint));
        }
        let paragraph = raw.paragraph.map(|paragraph| paragraph.value);
        Some(Excerpt {
            source,
            paragraph,
            quote: raw.quote.value,
            stance: raw.stance,
        })
    }

    fn link(&mut self, raw: RawLink, from: &Id, events: &HashMap<Id, usize>) -> Option<Link> {
        if raw.to.value == *from {
            let message = "expected a link to another event, but this one leads to itself";
            self.diagnostics
                .push(Diagnostic::warning("self-link", raw.to.range, message));
            return None;
        }
        let to = self.find(&raw.to, "event", events)?;
        Some(Link { to, kind: raw.kind })
    }

    fn story(&mut self, raw: RawStory, events: &HashMap<Id, usize>) -> Story {
        let steps = raw.steps.into_iter().map(|step| Step {
            event: step
                .event
                .and_then(|name| self.find(&name, "event", events)),
            window: step.window,
            note: step.note,
        });
        Story {
            steps: steps.collect(),
            id: raw.id,
            title: raw.title,
            title_ja: raw.title_ja,
        }
    }

    /// Where the entry of this name stands; reports when there is none.
    fn find(&mut self, name: &Name, what: &str, table: &HashMap<Id, usize>) -> Option<usize> {
        if let Some(&index) = table.get(&name.value) {
            return Some(index);
        }
        let range = name.range.clone();
        if let Some(place) = self.unread.get(&name.value).filter(|_| what == "event") {
            self.diagnostics.warning(range, |range| {
                let message = format!(
                    "{} could not be read, so nothing leads to it",
                    shown(&name.value)
                );
                let diagnostic = Diagnostic::warning("unread-event", range, message);
                diagnostic.also(place.clone(), "it is here")
            });
            return None;
        }
        let code = match what {
            "category" => "unknown-category",
            "actor" => "unknown-actor",
            "source" => "unknown-source",
            _ => "unknown-event",
        };
        // Looking for a likeness takes long: only for what is kept.
        self.diagnostics.error(range, |range| {
            let found = shown(&name.value);
            let message = format!("expected the id of a known {what} but found {found}");
            Diagnostic::error(code, range, message).hint(suggestion(name, what, table))
        });
        None
    }
}

fn suggestion(name: &Name, what: &str, table: &HashMap<Id, usize>) -> Option<String> {
    const LISTED: usize = 12;
    let near = did_you_mean(&name.value, table.keys().map(AsRef::as_ref));
    near.or_else(|| {
        let mut known: Vec<_> = table
            .iter()
            .map(|(id, index)| (index, id.as_ref()))
            .collect();
        known.sort_unstable();
        let ids: Vec<_> = known.into_iter().map(|(_, id)| id).collect();
        (!ids.is_empty() && ids.len() <= LISTED && what != "event")
            .then(|| format!("known: {}", ids.join(", ")))
    })
}

/// The categories, each with a shape: where none is given, the one that fewest others have.
fn shaped(raw: Vec<RawCategory>) -> Vec<Category> {
    let mut taken: Vec<Shape> = raw.iter().filter_map(|category| category.shape).collect();
    let categories = raw.into_iter().map(|raw| Category {
        id: raw.id,
        name: raw.name,
        name_ja: raw.name_ja,
        color: raw.color,
        shape: raw.shape.unwrap_or_else(|| {
            let shape = rarest(&taken);
            taken.push(shape);
            shape
        }),
    });
    categories.collect()
}

fn rarest(taken: &[Shape]) -> Shape {
    let shapes = [
        Shape::Circle,
        Shape::Diamond,
        Shape::Square,
        Shape::Triangle,
        Shape::Hexagon,
        Shape::Star,
    ];
    let count = |shape: &Shape| taken.iter().filter(|other| *other == shape).count();
    shapes
        .into_iter()
        .min_by_key(count)
        .unwrap_or(Shape::Circle)
}

/// The extra category, made when first needed.
fn uncategorised(categories: &mut Vec<Category>) -> usize {
    if let Some(index) = categories
        .iter()
        .position(|category| category.id.as_ref() == UNCATEGORISED)
    {
        return index;
    }
    let taken: Vec<Shape> = categories.iter().map(|category| category.shape).collect();
    let shape = rarest(&taken);
    categories.push(Category {
        id: Id::from(UNCATEGORISED),
        name: "Uncategorised".to_owned(),
        name_ja: Some("未分類".to_owned()),
        color: None,
        shape,
    });
    categories.len().saturating_sub(1)
}

fn is_web(address: &str) -> bool {
    url::Url::parse(address).is_ok_and(|url| matches!(url.scheme(), "http" | "https"))
}

/// Whether a path is absolute or goes upwards, on any system.
fn leaves_the_folder(path: &str) -> bool {
    let is_absolute = path.starts_with(['/', '\\']) || path.get(1..2) == Some(":");
    is_absolute || path.split(['/', '\\']).any(|part| part == "..") || path.contains('\0')
}
