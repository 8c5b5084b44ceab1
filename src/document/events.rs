//! Events: an id for each, their order in time, and the references in them turned into indexes.
//!
//! The part of the checks that has to be quick and small for a million of them. What is read stays where it is, in
//! the order of the file, and is only looked at in the order of time.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rayon::prelude::{IndexedParallelIterator, ParallelIterator, ParallelSlice, ParallelSliceMut};

use super::checks::{Checker, uncategorised};
use super::diagnostic::{Diagnostic, Diagnostics};
use super::entry::Said;
use super::few::Few;
use super::ids::Ids;
use super::model::{Event, Excerpt, Id, Incoming, Link, Source, Timeline};
use super::progress::Progress;
use super::raw::{Batch, Name, RawEvent, RawExcerpt, RawLink};
use super::runs::Plan;
use super::schema::List;
use super::words::Words;
use crate::messages::message;

/// Words of an excerpt, at most.
pub const QUOTE_WORDS: usize = 25;
/// Stands for a category that has yet to be made.
pub(super) const NO_CATEGORY: usize = usize::MAX;

/// Entries that a name may mean.
pub(super) trait Known {
    /// Where the one of this id stands.
    fn place(&self, id: &str) -> Option<usize>;
    /// All ids in order.
    fn ids(&self) -> Vec<&str>;
}

impl Known for Timeline {
    fn place(&self, id: &str) -> Option<usize> {
        self.event_index(id)
    }

    fn ids(&self) -> Vec<&str> {
        self.events.iter().map(|event| event.id.as_str()).collect()
    }
}

/// Ids and where each stands.
struct Table<'t>(HashMap<&'t str, usize>);

impl<'t> Table<'t> {
    fn new(ids: impl Iterator<Item = &'t Id>) -> Self {
        let places = ids.enumerate().map(|(place, id)| (id.as_ref(), place));
        Self(places.collect())
    }
}

impl Known for Table<'_> {
    fn place(&self, id: &str) -> Option<usize> {
        self.0.get(id).copied()
    }

    fn ids(&self) -> Vec<&str> {
        let mut known: Vec<_> = self.0.iter().map(|(id, place)| (place, *id)).collect();
        known.sort_unstable();
        known.into_iter().map(|(_, id)| id).collect()
    }
}

/// Resolves the events into the timeline, whose other lists are there already.
/// When called off it stops in the middle.
pub(super) fn resolve(
    mut batch: Batch,
    checker: &mut Checker<'_>,
    timeline: &mut Timeline,
    plan: Plan,
    progress: &Progress,
) {
    let threads = plan.threads_for(checker.text.len());
    let share = checker.text.len() / 16;
    let mut ids = claimed(&mut batch, checker);
    progress.add(share);
    let order = in_time(&batch, checker.text);
    progress.add(share);
    let mut ranks = vec![0_u32; order.len()];
    for (rank, key) in (0_u32..).zip(&order) {
        if let Some(place) = ranks.get_mut(key.place as usize) {
            *place = rank;
        }
    }
    ids.moved(|place| ranks.get(place).map_or(usize::MAX, |&rank| rank as usize));
    drop(ranks);
    let tables = Tables {
        text: checker.text,
        batch: &batch,
        order: &order,
        ids: &ids,
        categories: Table::new(timeline.categories.iter().map(|category| &category.id)),
        actors: Table::new(timeline.actors.iter().map(|actor| &actor.id)),
        sources: Table::new(timeline.sources.iter().map(|source| &source.id)),
        cited: &timeline.sources,
    };
    let mut events = made(checker, &tables, threads, progress);
    timeline.incoming = incoming(&events);
    if events.iter().any(|event| event.category == NO_CATEGORY) {
        let extra = uncategorised(&mut timeline.categories);
        let lacking = events
            .iter_mut()
            .filter(|event| event.category == NO_CATEGORY);
        lacking.for_each(|event| event.category = extra);
    }
    timeline.events = events;
    timeline.by_id = ids;
}

/// The events in order of time, each thread a stretch of it.
fn made(
    checker: &mut Checker<'_>,
    tables: &Tables<'_>,
    threads: usize,
    progress: &Progress,
) -> Vec<Event> {
    const STEP: usize = 1024;
    let (text, unread) = (checker.text, checker.unread);
    let count = tables.order.len();
    let done = (text.len() / 8).saturating_mul(STEP) / count.max(1);
    let stretch = count.div_ceil(threads).max(1);
    let parts = tables.order.par_chunks(stretch).enumerate();
    let parts = parts.map(|(number, keys)| {
        let mut diagnostics = Diagnostics::default();
        let mut checker = Checker {
            text,
            diagnostics: &mut diagnostics,
            unread,
        };
        // The first takes in those of the others.
        let room = if number == 0 { count } else { keys.len() };
        let mut events = Vec::with_capacity(room);
        for keys in keys.chunks(STEP) {
            if progress.is_cancelled() {
                break;
            }
            progress.add(done);
            let raw = keys
                .iter()
                .filter_map(|key| tables.batch.events.get(key.place as usize));
            events.extend(raw.map(|raw| event(&mut checker, raw, tables)));
        }
        (events, diagnostics)
    });
    let mut parts = parts.collect::<Vec<_>>().into_iter();
    let (mut events, found) = parts.next().unwrap_or_default();
    checker.diagnostics.append(found);
    for (mut more, found) in parts {
        events.append(&mut more);
        checker.diagnostics.append(found);
    }
    events
}

/// The id of the event that stands here in the file.
fn id_at<'r>(batch: &'r Batch, place: usize, text: &'r str) -> Option<&'r str> {
    let event = batch.events.get(place)?;
    Some(event.id.value.get(text))
}

/// Gives each event an id of its own; says where each stands.
fn claimed(batch: &mut Batch, checker: &mut Checker<'_>) -> Ids {
    let text = checker.text.as_str();
    let mut ids = Ids::with_room(batch.events.len());
    // Ids made here, and how many have asked for an id where it is more than one.
    let mut made: BTreeMap<usize, Said> = BTreeMap::new();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for (place, event) in batch.events.iter().enumerate() {
        let id = event.id.value.get(text);
        let read = |place: usize| match made.get(&place) {
            Some(said) => Some(said.get(text)),
            None => id_at(batch, place, text),
        };
        let Some(first) = ids.insert(id, place, read) else {
            continue;
        };
        let asked = counts.entry(id).or_insert(1);
        let free = loop {
            *asked = asked.saturating_add(1);
            let next = format!("{id} ({asked})");
            if ids.insert(&next, place, read).is_none() {
                break next;
            }
        };
        let first = batch.events.get(first);
        let first = first.map_or(0..0, |first| first.id.range());
        checker.taken(List::Events, (id, first), (&free, event.id.range()));
        made.insert(place, Said::own(free));
    }
    for (place, free) in made {
        if let Some(event) = batch.events.get_mut(place) {
            event.id.value = free;
        }
    }
    ids
}

/// An event's place on the axis and in the file.
struct Key {
    anchor: f64,
    start: f64,
    /// How the id begins, which nearly always settles what comes first on one day without a look at the text.
    id: u64,
    place: u32,
}

/// The events in order of time.
fn in_time(batch: &Batch, text: &str) -> Vec<Key> {
    let keys = (0_u32..).zip(&batch.events).map(|(place, event)| Key {
        anchor: event.when.anchor(),
        start: event.when.extent().start,
        id: beginning(event.id.value.get(text)),
        place,
    });
    let mut keys: Vec<Key> = keys.collect();
    let id = |key: &Key| id_at(batch, key.place as usize, text);
    let compare = |a: &Key, b: &Key| {
        let anchors = a.anchor.total_cmp(&b.anchor);
        let starts = anchors.then_with(|| a.start.total_cmp(&b.start));
        let beginnings = starts.then_with(|| a.id.cmp(&b.id));
        beginnings.then_with(|| id(a).cmp(&id(b)))
    };
    // No two have the same id, so that there is only one order.
    keys.par_sort_unstable_by(compare);
    keys
}

/// The first bytes of a text as a number that compares as they do.
fn beginning(text: &str) -> u64 {
    let mut first = [0; 8];
    for (slot, byte) in first.iter_mut().zip(text.bytes()) {
        *slot = byte;
    }
    u64::from_be_bytes(first)
}

/// What the references in events may mean.
struct Tables<'t> {
    text: &'t str,
    batch: &'t Batch,
    order: &'t [Key],
    ids: &'t Ids,
    categories: Table<'t>,
    actors: Table<'t>,
    sources: Table<'t>,
    cited: &'t [Source],
}

impl<'t> Tables<'t> {
    /// The id of the event that stands here in time.
    fn id(&self, rank: usize) -> Option<&'t str> {
        let place = self.order.get(rank)?.place as usize;
        id_at(self.batch, place, self.text)
    }
}

/// The events, by their place in time.
impl Known for Tables<'_> {
    fn place(&self, id: &str) -> Option<usize> {
        self.ids.find(id, |rank| self.id(rank))
    }

    fn ids(&self) -> Vec<&str> {
        (0..self.order.len())
            .filter_map(|rank| self.id(rank))
            .collect()
    }
}

fn event(checker: &mut Checker<'_>, raw: &RawEvent, tables: &Tables<'_>) -> Event {
    let batch = tables.batch;
    let id = words(checker.text, &raw.id.value);
    let title = title(checker, raw.title.as_ref(), &id);
    let category = raw.category.as_ref();
    let category =
        category.and_then(|name| checker.find(name, List::Categories, &tables.categories));
    let excerpts = batch.excerpts.get(raw.excerpts.range()).unwrap_or_default();
    let excerpts = excerpts
        .iter()
        .filter_map(|raw| excerpt(checker, raw, tables));
    let excerpts = Few::from_iter(excerpts);
    let links = batch.links.get(raw.links.range()).unwrap_or_default();
    let links = links
        .iter()
        .filter_map(|raw| link(checker, raw, &id, tables));
    let links = Few::from_iter(links);
    let mut each = |place, what, table| {
        let names: &[Name] = batch.names.get(place).unwrap_or_default();
        let found = names.iter();
        found
            .filter_map(|name| checker.find(name, what, table))
            .collect()
    };
    let actors = each(raw.actors.range(), List::Actors, &tables.actors);
    let sources = each(raw.sources.range(), List::Sources, &tables.sources);
    let summary = raw.summary.as_ref();
    let title_kana = raw.title_kana.as_ref().map(|name| reading(checker, name));
    Event {
        when: raw.when.clone(),
        title,
        title_ja: raw.title_ja.as_ref().map(|said| words(checker.text, said)),
        title_kana,
        category: category.unwrap_or(NO_CATEGORY),
        actors,
        significance: raw.significance,
        summary: summary.map_or_else(
            || Words::at(checker.text, (0..0).into()),
            |said| words(checker.text, said),
        ),
        excerpts,
        sources,
        links,
        range: raw.place,
        is_kept: false,
        id,
    }
}

fn words(text: &Arc<String>, said: &Said) -> Words {
    match said {
        Said::At(place) => Words::at(text, *place),
        Said::Own(own) => Words::from(own.as_ref().as_ref()),
    }
}

/// How a title is read. What is no kana in it is never found by those who type kana.
fn reading(checker: &mut Checker<'_>, reading: &Name) -> Words {
    let letters = reading.value.get(checker.text).chars();
    if let Some(letter) = letters
        .clone()
        .find(|&letter| letter.is_alphabetic() && !is_kana(letter))
    {
        let message = message!("checks-not-kana", letter = letter.to_string());
        let warning = Diagnostic::warning("not-kana", reading.range(), message);
        checker.diagnostics.push(warning);
    }
    words(checker.text, &reading.value)
}

/// Whether a letter is of the blocks of kana, with ー and the half-width ones.
fn is_kana(letter: char) -> bool {
    matches!(letter, '\u{3041}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' | '\u{FF66}'..='\u{FF9F}')
}

fn title(checker: &mut Checker<'_>, title: Option<&Name>, id: &Words) -> Words {
    let Some(title) = title else {
        return id.clone();
    };
    if !title.value.get(checker.text).trim().is_empty() {
        return words(checker.text, &title.value);
    }
    let message = message!("checks-empty-title");
    checker
        .diagnostics
        .push(Diagnostic::warning("empty-title", title.range(), message));
    id.clone()
}

fn excerpt(checker: &mut Checker<'_>, raw: &RawExcerpt, tables: &Tables<'_>) -> Option<Excerpt> {
    let quote = words(checker.text, &raw.quote.value);
    let count = quote.split_whitespace().count();
    if count > QUOTE_WORDS {
        let message = message!(
            "checks-long-quote",
            most = QUOTE_WORDS.to_string(),
            count = count.to_string(),
        );
        checker.diagnostics.push(Diagnostic::warning(
            "long-quote",
            raw.quote.range(),
            message,
        ));
    }
    let source = checker.find(&raw.source, List::Sources, &tables.sources)?;
    let known = tables
        .cited
        .get(source)
        .map_or(0, |source| source.gists.len());
    if let Some(paragraph) = &raw.paragraph
        && known > 0
        && !usize::try_from(paragraph.value).is_ok_and(|number| (1..=known).contains(&number))
    {
        let count = known.to_string();
        let found = paragraph.value.to_string();
        let message = message!("checks-paragraph", count = &count, found = found);
        let source = raw.source.value.get(checker.text);
        let hint = message!("checks-paragraph-hint", source = source, count = count);
        let diagnostic = Diagnostic::warning("paragraph", paragraph.range(), message);
        checker.diagnostics.push(diagnostic.hint(hint));
    }
    Some(Excerpt {
        source,
        paragraph: raw.paragraph.as_ref().map(|paragraph| paragraph.value),
        quote,
        stance: raw.stance,
    })
}

fn link(
    checker: &mut Checker<'_>,
    raw: &RawLink,
    from: &Words,
    tables: &Tables<'_>,
) -> Option<Link> {
    if raw.to.value.get(checker.text) == from.as_str() {
        let message = message!("checks-self-link");
        checker
            .diagnostics
            .push(Diagnostic::warning("self-link", raw.to.range(), message));
        return None;
    }
    let to = checker.find(&raw.to, List::Events, tables)?;
    Some(Link { to, kind: raw.kind })
}

/// Every link, by the event it points at.
pub(super) fn incoming(events: &[Event]) -> Vec<Incoming> {
    let links = (0_u32..).zip(events).flat_map(|(from, event)| {
        event.links.iter().filter_map(move |link| {
            Some(Incoming {
                to: u32::try_from(link.to).ok()?,
                from,
                kind: link.kind,
            })
        })
    });
    let mut links: Vec<_> = links.collect();
    // Stable: an event's links to another stay in the order they are written in.
    links.sort_by_key(|link| link.to);
    links.shrink_to_fit();
    links
}
