//! Turns names into indexes and says what does not fit together.
//!
//! Knows the whole timeline but neither its syntax nor the disk. Nothing is thrown away for a broken reference but
//! the reference: an event with an unknown category goes to an extra lane, one with a taken id gets a free one.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::diagnostic::{Diagnostic, Diagnostics, shown};
use super::events::{self, Known};
use super::model::{Category, Id, Shape, Source, Timeline, UNCATEGORISED};
use super::place::Place;
use super::progress::Progress;
use super::raw::{Name, Named, RawCategory, RawSource, RawTimeline};
use super::runs::Plan;
use super::schema::List;
use super::story;
use super::suggest::did_you_mean;
use crate::messages::{Message, message};

/// The timeline with every reference resolved.
pub(crate) fn resolve(
    mut raw: RawTimeline,
    text: &Arc<String>,
    diagnostics: &mut Diagnostics,
    plan: Plan,
    progress: &Progress,
) -> Timeline {
    let unread = unread(&raw, text);
    let mut checker = Checker {
        text,
        diagnostics,
        unread: &unread,
    };
    let categories = checker.unique(raw.categories, List::Categories, |category| {
        &mut category.id
    });
    let categories = shaped(categories);
    let actors = checker.unique(raw.actors, List::Actors, |actor| &mut actor.id);
    let sources = checker.unique(raw.sources, List::Sources, |raw| &mut raw.source.id);
    let sources: Vec<Source> = sources.into_iter().map(|raw| checker.source(raw)).collect();
    let series = checker.unique(raw.series, List::Series, |series| &mut series.id);
    let stories = checker.unique(raw.stories, List::Stories, |story| &mut story.id);
    raw.eras
        .sort_by(|a, b| a.when.anchor().total_cmp(&b.when.anchor()));
    let mut timeline = Timeline {
        title: raw.title,
        title_ja: raw.title_ja,
        categories,
        actors,
        eras: raw.eras,
        sources,
        series,
        fields: raw.fields,
        ..Timeline::default()
    };
    events::resolve(raw.events, &mut checker, &mut timeline, plan, progress);
    timeline.stories = stories
        .into_iter()
        .map(|raw| story::resolve(raw, &mut checker, &timeline))
        .collect();
    timeline.measured()
}

/// Where the ids of events stand that could not be read; of several with one id, the last.
fn unread(raw: &RawTimeline, text: &str) -> HashMap<Id, Range<usize>> {
    let names = raw.events.unread.iter();
    names
        .map(|name| (Id::from(name.value.get(text)), name.range()))
        .collect()
}

/// The ids of one sort of entry so far.
#[derive(Default)]
struct Taken {
    places: HashMap<Id, Range<usize>>,
    /// How many have asked for an id, where it is more than one.
    counts: HashMap<Id, usize>,
}

/// Reports what does not fit together.
pub(super) struct Checker<'d> {
    pub(super) text: &'d Arc<String>,
    pub(super) diagnostics: &'d mut Diagnostics,
    /// Where the ids of events stand that could not be read.
    pub(super) unread: &'d HashMap<Id, Range<usize>>,
}

impl Checker<'_> {
    /// The entries, each with an id of its own.
    fn unique<T>(
        &mut self,
        entries: Vec<Named<T>>,
        list: List,
        id: impl Fn(&mut T) -> &mut Id,
    ) -> Vec<T> {
        let mut taken = Taken::default();
        let entries = entries.into_iter().map(|named| {
            let mut entry = named.entry;
            self.claim(&mut taken, id(&mut entry), named.id, list);
            entry
        });
        entries.collect()
    }

    /// Takes an id, or the next free one like it.
    fn claim(&mut self, taken: &mut Taken, id: &mut Id, range: Range<usize>, list: List) {
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
        self.taken(list, (id, first), (&free, range.clone()));
        taken.places.insert(Id::clone(&free), range);
        *id = free;
    }

    /// Reports that an id stands here that another entry has, and is taken to be another one.
    pub(super) fn taken(
        &mut self,
        list: List,
        (id, first): (&str, Range<usize>),
        (free, range): (&str, Range<usize>),
    ) {
        self.diagnostics.error(range, |range| {
            let (what, again) = (list.group().bare, shown(id));
            let message = message!("checks-duplicate-id", what = what, again = again);
            let hint = message!("checks-duplicate-id-hint", free = shown(free));
            let diagnostic = Diagnostic::error("duplicate-id", range, message).hint(hint);
            diagnostic.also(first, message!("checks-first-is-here"))
        });
    }

    fn source(&mut self, raw: RawSource) -> Source {
        let mut source = raw.source;
        if source.url.as_deref().is_some_and(|url| !is_web(url)) {
            let message = message!("checks-bad-url");
            self.diagnostics
                .push(Diagnostic::warning("bad-url", raw.url, message));
            source.url = None;
        }
        if source.text.as_deref().is_some_and(leaves_the_folder) {
            let message = message!("checks-outside-path");
            let diagnostic = Diagnostic::error("outside-path", raw.text, message);
            self.diagnostics
                .push(diagnostic.hint(message!("checks-outside-path-hint")));
            source.text = None;
        }
        source
    }

    /// Where the entry of this name stands; reports when there is none.
    pub(super) fn find(&mut self, name: &Name, list: List, known: &impl Known) -> Option<usize> {
        let written = name.value.get(self.text);
        if let Some(index) = known.place(written) {
            return Some(index);
        }
        let range = name.range();
        if let Some(place) = self.unread.get(written).filter(|_| list == List::Events) {
            self.diagnostics.warning(range, |range| {
                let message = message!("checks-unread-event", event = shown(written));
                let diagnostic = Diagnostic::warning("unread-event", range, message);
                diagnostic.also(place.clone(), message!("checks-unread-event-note"))
            });
            return None;
        }
        let code = match list {
            List::Categories => "unknown-category",
            List::Actors => "unknown-actor",
            List::Sources => "unknown-source",
            List::Series => "unknown-series",
            _ => "unknown-event",
        };
        // Looking for a likeness takes long: only for what is kept.
        self.diagnostics.error(range, |range| {
            let (what, found) = (list.group().bare, shown(written));
            let message = message!("checks-unknown-id", what = what, found = found);
            Diagnostic::error(code, range, message).hint(suggestion(written, list, known))
        });
        None
    }
}

fn suggestion(name: &str, list: List, known: &impl Known) -> Option<Message> {
    const LISTED: usize = 12;
    let ids = known.ids();
    did_you_mean(name, ids.iter().copied()).or_else(|| {
        (!ids.is_empty() && ids.len() <= LISTED && list != List::Events)
            .then(|| message!("checks-known", names = ids.join(", ")))
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
        range: raw.range,
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
pub(super) fn uncategorised(categories: &mut Vec<Category>) -> usize {
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
        range: Place::default(),
    });
    categories.len().saturating_sub(1)
}

/// Whether an address leads into the web.
pub fn is_web(address: &str) -> bool {
    url::Url::parse(address).is_ok_and(|url| matches!(url.scheme(), "http" | "https"))
}

/// Whether a path is absolute or goes upwards, on any system.
fn leaves_the_folder(path: &str) -> bool {
    let is_absolute = path.starts_with(['/', '\\']) || path.get(1..2) == Some(":");
    is_absolute || path.split(['/', '\\']).any(|part| part == "..") || path.contains('\0')
}
