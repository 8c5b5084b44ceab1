//! What can be worked out of a timeline once, so that no key and no frame walks over all its events.
//!
//! The events' folded texts lie in blocks of [`BLOCK`] events (`block.rs`). What events share (dates, and names of
//! categories, actors and sources) lies apart and is searched once per query. Which events a query leaves is in
//! `filter.rs`.
//!
//! Invariants: the index fits the timeline it was made from and no other; each block but the last has [`BLOCK`] rows;
//! nothing here holds more memory than it needs.

use std::collections::HashMap;
use std::ops::Range;

use crate::document::{Event, Stance, Timeline};
use crate::time::{Lang, Span, When};

use super::block::{BLOCK, Block, Row, small};
use super::fold::{fold, fold_into};
use super::parts::in_parts;
use super::query::meaning::{self, Entry, Kind};
use super::query::{Qualifier, Query};
use super::selection::Selection;

/// Dates that are worth a thread.
const DATES: usize = 2000;

/// A timeline's texts and figures, laid out for searching.
#[derive(Debug, Default)]
pub struct SearchIndex {
    pub(super) blocks: Vec<Block>,
    pub(super) dates: Dates,
    pub(super) categories: Vec<String>,
    pub(super) actors: Vec<String>,
    pub(super) sources: Vec<String>,
    counts: Counts,
    /// By source, then by paragraph, then by event.
    citations: Vec<Vec<Citation>>,
}

/// The dates that occur; many events share one.
#[derive(Debug, Default)]
pub(super) struct Dates {
    pub(super) extents: Vec<Span>,
    /// The folded spellings, one after the other.
    pub(super) texts: String,
    /// Where those of each date end.
    pub(super) ends: Vec<usize>,
}

/// How many events there are of each sort.
#[derive(Debug, Default)]
struct Counts {
    categories: Vec<usize>,
    actors: Vec<usize>,
    sources: Vec<usize>,
    /// By level of significance.
    levels: [usize; 6],
}

/// Where a source is quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Citation {
    /// The paragraph of the source, if the excerpt names one.
    pub paragraph: Option<u32>,
    /// The event that quotes it.
    pub event: u32,
    /// Which of the event's excerpts it is.
    pub excerpt: u32,
}

impl SearchIndex {
    /// Reads the whole timeline once, in as many threads as there are.
    pub fn new(timeline: &Timeline) -> Self {
        let blocks = timeline.events.len().div_ceil(BLOCK);
        let parts = in_parts("index", blocks, 1, |part| Part::read(timeline, part));
        let mut index = Self {
            blocks: Vec::with_capacity(blocks),
            categories: folded_names(timeline, Qualifier::Category),
            actors: folded_names(timeline, Qualifier::Actor),
            sources: folded_names(timeline, Qualifier::Source),
            counts: Counts::of_none(timeline),
            citations: vec![Vec::new(); timeline.sources.len()],
            dates: Dates::default(),
        };
        let mut whens = Whens::default();
        for mut part in parts {
            let places: Vec<_> = part
                .whens
                .all
                .iter()
                .map(|when| whens.place(when))
                .collect();
            for row in part.blocks.iter_mut().flat_map(|block| &mut block.rows) {
                row.date = places.get(row.date as usize).copied().unwrap_or(u32::MAX);
            }
            for block in part.blocks {
                index.counts.add(&block);
                index.blocks.push(block);
            }
            for (source, citation) in part.citations {
                if let Some(of_source) = index.citations.get_mut(source as usize) {
                    of_source.push(citation);
                }
            }
        }
        for of_source in &mut index.citations {
            of_source.sort_by_key(|citation| citation.paragraph);
            of_source.shrink_to_fit();
        }
        index.dates = Dates::new(&whens.all);
        index
    }

    /// Where a source is quoted, by paragraph and then by event; excerpts that name no paragraph come first.
    pub fn citing(&self, source: usize) -> &[Citation] {
        self.citations.get(source).map_or(&[], Vec::as_slice)
    }

    /// Where a paragraph of a source is quoted, by event.
    pub fn citing_paragraph(&self, source: usize, paragraph: u32) -> &[Citation] {
        let all = self.citing(source);
        let start = all.partition_point(|citation| citation.paragraph < Some(paragraph));
        let end = all.partition_point(|citation| citation.paragraph <= Some(paragraph));
        all.get(start..end).unwrap_or_default()
    }

    /// The first events in time of which a title contains all of these words; at most so many.
    pub fn titled(&self, words: &[&str], most: usize) -> Vec<u32> {
        // The longest word is in the fewest titles.
        let Some(word) = words.iter().max_by_key(|word| word.len()) else {
            return Vec::new();
        };
        let finder = memchr::memmem::Finder::new(word);
        let mut found = Vec::new();
        for block in &self.blocks {
            block.visit_hits(&finder, |row, byte| {
                let fits = |title: &str| words.iter().all(|word| title.contains(word));
                if found.len() < most
                    && block.is_in_titles(row, byte)
                    && block.titles(row).any(fits)
                {
                    found.push(small(block.first + row));
                }
                found.len() < most
            });
            if found.len() >= most {
                break;
            }
        }
        found
    }

    /// The folded titles of an event, one for each of [`titles`].
    pub(super) fn titles(&self, event: usize) -> impl Iterator<Item = &str> {
        let block = self.blocks.get(event / BLOCK).into_iter();
        block.flat_map(move |block| block.titles(event % BLOCK))
    }

    /// How many events there are of each of these; nothing for qualifiers that name no entries.
    pub(super) fn counts(&self, qualifier: Qualifier) -> &[usize] {
        match qualifier {
            Qualifier::Category => &self.counts.categories,
            Qualifier::Actor => &self.counts.actors,
            Qualifier::Source => &self.counts.sources,
            _ => &[],
        }
    }

    /// How many events are of this significance or more.
    pub(super) fn count_from(&self, level: u8) -> usize {
        self.counts.levels.iter().skip(level.into()).sum()
    }

    /// From the earliest to the latest day of the events of a selection; open ends count as far as the rest reaches.
    pub(super) fn extent(&self, timeline: &Timeline, selection: &Selection) -> Option<Span> {
        // Many share a date, and a date that has been counted needs no look at the event.
        let mut seen = vec![false; self.dates.ends.len()];
        let mut all: Option<Span> = None;
        for event in selection.shown().flatten().map(|&event| event as usize) {
            let row = self
                .blocks
                .get(event / BLOCK)
                .and_then(|block| block.rows.get(event % BLOCK));
            let Some(seen) = row.and_then(|row| seen.get_mut(row.date as usize)) else {
                continue;
            };
            if std::mem::replace(seen, true) {
                continue;
            }
            if let Some(extent) = timeline
                .events
                .get(event)
                .and_then(|event| event.when.finite_extent())
            {
                all = Some(all.map_or(extent, |all| all.union(extent)));
            }
        }
        all
    }

    /// The events that nothing leaves out.
    pub(super) fn everything(&self, timeline: &Timeline) -> Selection {
        self.select(timeline, &Query::default())
    }
}

/// What one thread makes of its part of the timeline. Its rows have places in its own list of dates.
#[derive(Default)]
struct Part<'a> {
    blocks: Vec<Block>,
    whens: Whens<'a>,
    citations: Vec<(u32, Citation)>,
}

impl<'a> Part<'a> {
    fn read(timeline: &'a Timeline, blocks: Range<usize>) -> Self {
        let mut part = Self::default();
        for block in blocks {
            let first = block * BLOCK;
            let end = (first + BLOCK).min(timeline.events.len());
            let events = timeline.events.get(first..end).unwrap_or_default();
            part.read_block(timeline, first, events);
        }
        part
    }

    fn read_block(&mut self, timeline: &Timeline, first: usize, events: &'a [Event]) {
        let length = events
            .iter()
            .flat_map(texts)
            .map(|text| text.len() + 1)
            .sum();
        let mut block = Block {
            first,
            rows: Vec::with_capacity(events.len()),
            texts: String::with_capacity(length),
            ..Block::default()
        };
        for (position, event) in (first..).zip(events) {
            for text in texts(event) {
                fold_into(text, &mut block.texts);
                block.texts.push('\n');
            }
            block.actors.extend(event.actors.iter().map(small));
            block.sources.extend(sources_once(event));
            block.rows.push(Row {
                text_end: block.texts.len(),
                actors_end: small(block.actors.len()),
                sources_end: small(block.sources.len()),
                date: self.whens.place(&event.when),
                category: small(event.category),
                significance: event.significance,
                titles: titles(event).fold(0, |count, _| count + 1),
                kinds: kinds(timeline, position, event),
            });
            self.citations.extend(citations(position, event));
        }
        block.texts.shrink_to_fit();
        block.actors.shrink_to_fit();
        block.sources.shrink_to_fit();
        self.blocks.push(block);
    }
}

/// Dates that differ, in the order in which they come.
#[derive(Default)]
struct Whens<'a> {
    places: HashMap<&'a str, u32>,
    all: Vec<&'a When>,
}

impl<'a> Whens<'a> {
    fn place(&mut self, when: &'a When) -> u32 {
        *self.places.entry(when.text()).or_insert_with(|| {
            self.all.push(when);
            small(self.all.len() - 1)
        })
    }
}

impl Dates {
    fn new(whens: &[&When]) -> Self {
        let parts = in_parts("dates", whens.len(), DATES, |part| {
            let mut dates = Self::default();
            for when in whens.get(part).unwrap_or_default() {
                fold_date(when, &mut dates.texts);
                dates.ends.push(dates.texts.len());
            }
            dates
        });
        let mut all = Self {
            extents: whens.iter().map(|when| when.extent()).collect(),
            texts: String::with_capacity(parts.iter().map(|part| part.texts.len()).sum()),
            ends: Vec::with_capacity(whens.len()),
        };
        for part in parts {
            let start = all.texts.len();
            all.ends.extend(part.ends.iter().map(|end| start + end));
            all.texts.push_str(&part.texts);
        }
        all
    }
}

impl Counts {
    fn of_none(timeline: &Timeline) -> Self {
        Self {
            categories: vec![0; timeline.categories.len()],
            actors: vec![0; timeline.actors.len()],
            sources: vec![0; timeline.sources.len()],
            levels: [0; 6],
        }
    }

    fn add(&mut self, block: &Block) {
        let count = |counts: &mut [usize], index: u32| {
            if let Some(count) = counts.get_mut(index as usize) {
                *count += 1;
            }
        };
        for row in &block.rows {
            count(&mut self.categories, row.category);
            count(&mut self.levels, row.significance.min(5).into());
        }
        block
            .actors
            .iter()
            .for_each(|&actor| count(&mut self.actors, actor));
        block
            .sources
            .iter()
            .for_each(|&source| count(&mut self.sources, source));
    }
}

/// The names of what events refer to, folded; the two names of one thing in one string.
fn folded_names(timeline: &Timeline, qualifier: Qualifier) -> Vec<String> {
    let names = |entry: Entry<'_>| {
        let mut names = String::new();
        for name in entry.names.into_iter().flatten() {
            fold_into(name, &mut names);
            names.push('\n');
        }
        names
    };
    meaning::entries(timeline, qualifier)
        .into_iter()
        .map(names)
        .collect()
}

/// All that an event says itself, its titles first.
fn texts(event: &Event) -> impl Iterator<Item = &str> {
    let quotes = event.excerpts.iter().map(|excerpt| &*excerpt.quote);
    let titles = titles(event).map(|(title, _)| title);
    titles.chain([&*event.summary]).chain(quotes)
}

/// The titles that an event is found by, each with the one that is shown for it: for the kana the title that they are
/// the reading of.
pub(super) fn titles(event: &Event) -> impl Iterator<Item = (&str, &str)> {
    let (title, japanese) = (&*event.title, event.title_ja.as_deref());
    let kana = event.title_kana.as_deref();
    let own = [Some((title, title)), japanese.map(|title| (title, title))];
    let read = kana.map(|kana| (kana, japanese.unwrap_or(title)));
    own.into_iter().chain([read]).flatten()
}

/// Appends a date as the file has it and in every spelling that the screen has for it.
fn fold_date(when: &When, folded: &mut String) {
    let spellings = [
        Some(when.display(Lang::En)),
        Some(when.display(Lang::Ja)),
        when.display_era(),
    ];
    folded.push_str(&fold(when.text()));
    for spelling in spellings.into_iter().flatten() {
        folded.push('\n');
        fold_into(&spelling, folded);
    }
    folded.push('\n');
}

/// The sources of an event, those of its excerpts too, each once.
fn sources_once(event: &Event) -> impl Iterator<Item = u32> {
    let all = || {
        let quoted = event.excerpts.iter().map(|excerpt| small(excerpt.source));
        event.sources.iter().map(small).chain(quoted)
    };
    let is_first =
        move |&(position, source): &(usize, u32)| all().take(position).all(|other| other != source);
    all().enumerate().filter(is_first).map(|(_, source)| source)
}

/// Which sources an event quotes.
fn citations(position: usize, event: &Event) -> impl Iterator<Item = (u32, Citation)> {
    let numbered = (0..).zip(event.excerpts.iter());
    numbered.map(move |(number, excerpt)| {
        let citation = Citation {
            paragraph: excerpt.paragraph,
            event: small(position),
            excerpt: number,
        };
        (small(excerpt.source), citation)
    })
}

/// The kinds an event is of, bit by bit. A link counts at both of its ends.
fn kinds(timeline: &Timeline, position: usize, event: &Event) -> u8 {
    let incoming = timeline.is_linked_to(position);
    let disputed = event
        .excerpts
        .iter()
        .any(|excerpt| excerpt.stance == Stance::Disputes);
    let kinds = [
        (Kind::Excerpt, !event.excerpts.is_empty()),
        (Kind::Link, !event.links.is_empty() || incoming),
        (
            Kind::Source,
            !event.sources.is_empty() || !event.excerpts.is_empty(),
        ),
        (Kind::Japanese, event.title_ja.is_some()),
        (Kind::Disputed, disputed),
    ];
    kinds
        .into_iter()
        .filter(|&(_, is)| is)
        .fold(0, |kinds, (kind, _)| kinds | kind.bit())
}

#[cfg(test)]
mod tests {
    use super::super::query::{Qualifier, fixture};
    use super::{BLOCK, Citation, SearchIndex};
    use crate::document::Document;

    #[test]
    fn what_is_counted_once() {
        let index = SearchIndex::new(&fixture::timeline());
        assert_eq!(index.counts(Qualifier::Category), [3, 2, 1]);
        assert_eq!(index.counts(Qualifier::Actor), [4, 5, 2]);
        assert_eq!(
            index.counts(Qualifier::Source),
            [2, 2],
            "cited and quoted, each event once"
        );
        assert!(index.counts(Qualifier::After).is_empty());
        let levels: Vec<_> = (1..=6).map(|level| index.count_from(level)).collect();
        assert_eq!(levels, [6, 5, 4, 3, 2, 0]);
    }

    /// Three blocks of events, each with two excerpts.
    fn quoting() -> Document {
        let event = |id: usize| {
            let paragraph = 1 + id % 3;
            format!(
                "(id: \"e{id:03}\", when: \"1971\", title: \"Event {id}\", title_ja: \"出来事\", summary: \"Title of none\",
                excerpts: [(source: \"s\", quote: \"no place\"), (source: \"s\", paragraph: {paragraph}, quote: \"a place\")]),"
            )
        };
        let events: String = (0..2 * BLOCK + 5).map(event).collect();
        let text = format!(
            "#![enable(implicit_some)] Timeline(title: \"T\", sources: [(id: \"s\", title: \"S\"), (id: \"t\", title: \"T\")],
            events: [{events}])"
        );
        Document::parse("test.ron", text)
    }

    #[test]
    fn where_a_source_is_quoted() {
        let document = quoting();
        let events = document.timeline.events.len();
        let index = SearchIndex::new(&document.timeline);
        assert_eq!(index.citing(0).len(), 2 * events);
        assert!(index.citing(1).is_empty() && index.citing(2).is_empty());
        assert_eq!(index.citing(0)[events - 1].paragraph, None);
        let second = index.citing_paragraph(0, 2);
        let place = |event| Citation {
            paragraph: Some(2),
            event,
            excerpt: 1,
        };
        let wanted: Vec<_> = (1..events as u32).step_by(3).map(place).collect();
        assert_eq!(second, wanted);
        assert!(index.citing_paragraph(0, 4).is_empty());
    }

    #[test]
    fn events_by_the_words_of_a_title() {
        let document = quoting();
        let index = SearchIndex::new(&document.timeline);
        assert_eq!(index.titled(&["event", "3"], 4), [3, 13, 23, 30]);
        assert_eq!(index.titled(&["出来"], 2), [0, 1]);
        assert_eq!(
            index.titled(&["出来"], 999).len(),
            document.timeline.events.len()
        );
        assert!(index.titled(&["none"], 9).is_empty(), "not in a title");
        let read = "Timeline(events: [(id: \"a\", when: \"1971\", title: \"A\", title_kana: \"ニチベイ\", summary: \"べい\")])";
        let read = Document::parse("t.ron", read);
        let index = SearchIndex::new(&read.timeline);
        assert_eq!(index.titled(&["にち"], 9), [0], "by how it is read");
        assert!(index.titled(&[], 9).is_empty() && index.titled(&["event"], 0).is_empty());
    }
}
