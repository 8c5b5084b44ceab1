//! Which events a query leaves.
//!
//! [`SearchIndex`] is what can be worked out once per timeline; [`SearchIndex::select`] reads a query against it. It
//! knows nothing of the text of the query, the chips or the screen.
//!
//! What events share (dates, and names of categories, actors and sources) is searched once per query and not once per
//! event: a word becomes the set of actors whose names contain it. What is an event's own lies folded in one string, its
//! parts between line feeds, which folded text never contains, so that no phrase runs from a title into a summary.
//!
//! Invariants: the index fits the timeline it was made from and no other; selecting allocates nothing per event.

use std::collections::HashMap;

use crate::document::{Event, Stance, Timeline};
use crate::time::{Lang, Span, When};

use super::fold::{fold, fold_into};
use super::query::meaning::{self, Entry, Kind};
use super::query::{Qualifier, Query, Term, Value, What};

/// A timeline's texts and figures, laid out for searching.
#[derive(Debug, Clone, Default)]
pub struct SearchIndex {
    rows: Vec<Row>,
    /// The folded texts of all events, one after the other.
    texts: String,
    /// The folded spellings of each date that occurs; many events share one.
    dates: Vec<String>,
    categories: Vec<String>,
    actors: Vec<String>,
    sources: Vec<String>,
}

/// What the cheap tests need to know of an event, close together in memory.
#[derive(Debug, Clone, Copy)]
struct Row {
    extent: Span,
    /// Where its part of the texts ends; it begins where the one before ends.
    text_end: usize,
    /// Its place among the dates.
    date: u32,
    category: u32,
    significance: u8,
    /// Which kinds it is of ([`Kind::bit`]).
    kinds: u8,
}

/// The events that a query leaves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Their indexes, ascending.
    pub events: Vec<u32>,
    /// For each category how many events would be left if the query said nothing of categories.
    pub per_category: Vec<usize>,
    /// How many events the timeline has.
    pub in_total: usize,
}

impl SearchIndex {
    /// Reads the whole timeline once.
    pub fn new(timeline: &Timeline) -> Self {
        let mut index = Self {
            rows: Vec::with_capacity(timeline.events.len()),
            texts: String::new(),
            dates: Vec::new(),
            categories: folded_names(timeline, Qualifier::Category),
            actors: folded_names(timeline, Qualifier::Actor),
            sources: folded_names(timeline, Qualifier::Source),
        };
        let mut dates: HashMap<&str, u32> = HashMap::new();
        for (position, event) in timeline.events.iter().enumerate() {
            fold_event(event, &mut index.texts);
            let date = *dates.entry(event.when.text()).or_insert_with(|| {
                index.dates.push(folded_date(&event.when));
                small(index.dates.len() - 1)
            });
            index.rows.push(Row {
                extent: event.when.extent(),
                text_end: index.texts.len(),
                date,
                category: small(event.category),
                significance: event.significance,
                kinds: kinds(timeline, position, event),
            });
        }
        index
    }

    /// The events of the timeline that the query leaves.
    pub fn select(&self, timeline: &Timeline, query: &Query) -> Selection {
        let plan = Plan::new(self, timeline, query);
        let mut selection = Selection {
            events: Vec::new(),
            per_category: vec![0; timeline.categories.len()],
            in_total: timeline.events.len(),
        };
        let mut text_start = 0;
        for ((number, row), event) in (0..).zip(&self.rows).zip(&timeline.events) {
            let text = self.texts.get(text_start..row.text_end).unwrap_or_default();
            text_start = row.text_end;
            if !plan
                .conditions
                .iter()
                .all(|condition| condition.holds(row, text, event))
            {
                continue;
            }
            let category = row.category as usize;
            if let Some(count) = selection.per_category.get_mut(category) {
                *count += 1;
            }
            if plan.categories.get(category).is_none_or(|&on| on) {
                selection.events.push(number);
            }
        }
        selection
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

/// Appends all that an event says itself.
fn fold_event(event: &Event, texts: &mut String) {
    let own = [
        Some(event.title.as_str()),
        event.title_ja.as_deref(),
        Some(event.summary.as_str()),
    ];
    let quotes = event.excerpts.iter().map(|excerpt| excerpt.quote.as_str());
    for text in own.into_iter().flatten().chain(quotes) {
        fold_into(text, texts);
        texts.push('\n');
    }
}

/// A date as the file has it and in every spelling that the screen has for it.
fn folded_date(when: &When) -> String {
    let spellings = [
        Some(when.display(Lang::En)),
        Some(when.display(Lang::Ja)),
        when.display_era(),
    ];
    let mut folded = fold(when.text());
    for spelling in spellings.into_iter().flatten() {
        folded.push('\n');
        fold_into(&spelling, &mut folded);
    }
    folded
}

/// An index in half the room. One out of bounds is in no set.
fn small(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
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

/// A query read against a timeline, cheap conditions first.
struct Plan {
    categories: Vec<bool>,
    conditions: Vec<Condition>,
}

struct Condition {
    negated: bool,
    test: Test,
}

/// What a term asks of an event, from cheap to dear.
enum Test {
    Levels(u8),
    /// Any of these kinds.
    Kinds(u8),
    /// Any of these extents reaches from or to the event.
    After(Vec<Span>),
    Before(Vec<Span>),
    Actors(Vec<bool>),
    Sources(Vec<bool>),
    /// Any of these texts.
    Text(Vec<Needle>),
}

/// A folded text, and the shared names that contain it.
struct Needle {
    text: String,
    dates: Vec<bool>,
    categories: Vec<bool>,
    actors: Vec<bool>,
    sources: Vec<bool>,
}

impl Plan {
    fn new(index: &SearchIndex, timeline: &Timeline, query: &Query) -> Self {
        let terms = query.terms().iter();
        let conditions = terms.filter_map(|term| Condition::new(index, timeline, term));
        let mut conditions: Vec<_> = conditions.collect();
        conditions.sort_by_key(|condition| condition.test.cost());
        Self {
            categories: query.categories_on(timeline),
            conditions,
        }
    }
}

impl Condition {
    /// `None` for a term about categories, which the plan holds apart, and for one that cannot be read.
    fn new(index: &SearchIndex, timeline: &Timeline, term: &Term) -> Option<Self> {
        let test = match &term.what {
            What::Word(text) | What::Phrase(text) => Test::text(index, [text.as_str()].into_iter()),
            What::Unknown(_, values) => {
                Test::text(index, values.iter().map(|value| value.text.as_str()))
            }
            What::Qualified(qualifier, values) => Test::qualified(timeline, *qualifier, values),
        };
        Some(Self {
            negated: term.negated,
            test: test?,
        })
    }

    fn holds(&self, row: &Row, text: &str, event: &Event) -> bool {
        self.test.holds(row, text, event) != self.negated
    }
}

impl Test {
    fn qualified(timeline: &Timeline, qualifier: Qualifier, values: &[Value]) -> Option<Self> {
        let accepted = || meaning::accepted(&meaning::entries(timeline, qualifier), values);
        match qualifier {
            Qualifier::Category => None,
            Qualifier::Actor => accepted().map(Self::Actors),
            Qualifier::Source => accepted().map(Self::Sources),
            Qualifier::After => extents(values).map(Self::After),
            Qualifier::Before => extents(values).map(Self::Before),
            Qualifier::Significance => meaning::levels_of(values).map(Self::Levels),
            Qualifier::Has | Qualifier::Is => {
                let kinds = values
                    .iter()
                    .filter_map(|value| Kind::named(qualifier, &value.text));
                kinds
                    .map(Kind::bit)
                    .reduce(|all, kind| all | kind)
                    .map(Self::Kinds)
            }
        }
    }

    fn text<'a>(index: &SearchIndex, texts: impl Iterator<Item = &'a str>) -> Option<Self> {
        let needles = texts.map(fold).filter(|text| !text.is_empty());
        let needles: Vec<_> = needles.map(|text| Needle::new(index, text)).collect();
        (!needles.is_empty()).then_some(Self::Text(needles))
    }

    fn cost(&self) -> u8 {
        match self {
            Self::Levels(_) | Self::Kinds(_) => 0,
            Self::After(_) | Self::Before(_) => 1,
            Self::Actors(_) | Self::Sources(_) => 2,
            Self::Text(_) => 3,
        }
    }

    fn holds(&self, row: &Row, text: &str, event: &Event) -> bool {
        match self {
            Self::Levels(levels) => levels & meaning::level_bit(row.significance) != 0,
            Self::Kinds(kinds) => kinds & row.kinds != 0,
            Self::After(bounds) => bounds.iter().any(|&bound| is_after(row.extent, bound)),
            Self::Before(bounds) => bounds.iter().any(|&bound| is_before(row.extent, bound)),
            Self::Actors(set) => any_in(set, event.actors.iter()),
            Self::Sources(set) => any_in(set, cited(event)),
            Self::Text(needles) => needles.iter().any(|needle| needle.is_in(row, text, event)),
        }
    }
}

impl Needle {
    fn new(index: &SearchIndex, text: String) -> Self {
        // An empty set stands for a text in none of the names, and spares a look at the event.
        let found = |names: &[String]| {
            let found: Vec<bool> = names.iter().map(|names| names.contains(&text)).collect();
            if found.contains(&true) {
                found
            } else {
                Vec::new()
            }
        };
        Self {
            dates: found(&index.dates),
            categories: found(&index.categories),
            actors: found(&index.actors),
            sources: found(&index.sources),
            text,
        }
    }

    fn is_in(&self, row: &Row, text: &str, event: &Event) -> bool {
        self.dates.get(row.date as usize) == Some(&true)
            || self.categories.get(row.category as usize) == Some(&true)
            || text.contains(&self.text)
            || (!self.actors.is_empty() && any_in(&self.actors, event.actors.iter()))
            || (!self.sources.is_empty() && any_in(&self.sources, cited(event)))
    }
}

/// All sources of an event, those of its excerpts too.
fn cited(event: &Event) -> impl Iterator<Item = usize> {
    event
        .sources
        .iter()
        .chain(event.excerpts.iter().map(|excerpt| excerpt.source))
}

fn any_in(set: &[bool], mut indexes: impl Iterator<Item = usize>) -> bool {
    indexes.any(|index| set.get(index) == Some(&true))
}

/// The extents of the dates among the values; `None` if there is none.
fn extents(values: &[Value]) -> Option<Vec<Span>> {
    let dates = values
        .iter()
        .filter_map(|value| meaning::date(&value.text).ok());
    let extents: Vec<_> = dates.map(|date| date.extent()).collect();
    (!extents.is_empty()).then_some(extents)
}

/// Whether something does not end before the bound begins. Ends are exclusive, but a moment begins and ends at once.
fn is_after(extent: Span, bound: Span) -> bool {
    extent.end > bound.start || extent.start >= bound.start
}

/// Whether something does not begin after the bound ends.
fn is_before(extent: Span, bound: Span) -> bool {
    extent.start < bound.end || extent.start <= bound.start
}

#[cfg(test)]
mod tests {
    use super::super::query::fixture;
    use super::{Query, SearchIndex};

    #[test]
    fn what_each_term_leaves() {
        let timeline = fixture::timeline();
        let index = SearchIndex::new(&timeline);
        let all = "perry occupation showa-film dollar smithsonian tpp";
        for (text, expected) in [
            ("", all),
            // Words and phrases, in any case, width and accent.
            ("SHOWA", "showa-film"),
            ("shōwa film", "showa-film"),
            ("tpp", "tpp"),
            ("ｎｉｘｏｎ", "dollar"),
            ("ｼｮｯｸ", "dollar"),
            ("perry's", "perry"),
            ("\"the dollar\"", "dollar"),
            ("\"dollar the\"", ""),
            ("dollar the", "dollar"),
            ("\"gold was\"", "dollar"),
            ("\"leaves gold gold\"", ""),
            ("\"exact words\"", "tpp"),
            ("\"\\\"exact words\\\"\"", "tpp"),
            ("\"nixon shocks\"", "dollar"),
            ("-gold", "perry occupation showa-film smithsonian tpp"),
            ("-\"the dollar\" shock", ""),
            ("\u{200B} -\u{200B}", all),
            // Shared names and dates.
            ("kingdom", "smithsonian tpp"),
            ("米国", "perry occupation dollar smithsonian"),
            ("安全", "perry occupation"),
            ("\"embracing defeat\"", "occupation showa-film"),
            ("\"August 1971\"", "dollar"),
            ("昭和46年", "dollar smithsonian"),
            ("1971-12", "smithsonian"),
            // Qualifiers.
            ("category:trade,文化", "showa-film dollar smithsonian tpp"),
            ("-category:trade,culture", "perry occupation"),
            ("actor:united", "perry occupation dollar smithsonian tpp"),
            ("actor:us actor:uk", "smithsonian"),
            ("actor:us,uk", "perry occupation dollar smithsonian tpp"),
            ("-actor:us", "showa-film tpp"),
            ("source:sadozai", "occupation dollar"),
            ("-source:dower-1999", "perry dollar smithsonian tpp"),
            ("after:1971", "dollar smithsonian tpp"),
            (
                "after:1952-04-28",
                "occupation showa-film dollar smithsonian tpp",
            ),
            ("after:1952-04-29", "showa-film dollar smithsonian tpp"),
            ("-after:1971", "perry occupation showa-film"),
            ("before:1944", "perry"),
            ("before:1945", "perry occupation"),
            ("before:1945-09-02", "perry occupation"),
            ("after:1970 before:1990", "dollar smithsonian tpp"),
            ("before:1990-01-01", all),
            ("after:1945/1952 before:1945/1952", "occupation"),
            ("significance:5", "occupation dollar"),
            ("significance:>=4", "perry occupation dollar"),
            ("significance:1..2", "showa-film tpp"),
            ("-significance:>1", "tpp"),
            ("has:excerpt", "occupation dollar"),
            ("has:link", "dollar smithsonian"),
            ("has:source", "occupation showa-film dollar"),
            ("has:japanese", "dollar"),
            ("has:japanese,link", "dollar smithsonian"),
            ("-has:source", "perry smithsonian tpp"),
            ("is:disputed", "occupation"),
            // What cannot be read hides nothing.
            (
                "category:xyz actor: after:soon significance:0 has:x -is:y -actor:nobody",
                all,
            ),
            ("actor:uk,nobody", "smithsonian tpp"),
            ("actr:kingdom,film", "showa-film smithsonian tpp"),
        ] {
            let selection = index.select(&timeline, &Query::parse(text));
            let found: Vec<_> = selection
                .events
                .iter()
                .map(|&event| &*timeline.events[event as usize].id)
                .collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
    }

    #[test]
    fn chips_keep_their_counts() {
        let timeline = fixture::timeline();
        let index = SearchIndex::new(&timeline);
        for (text, counts, shown) in [
            ("", [3, 2, 1], 6),
            ("category:trade", [3, 2, 1], 3),
            ("-category:trade has:excerpt", [1, 1, 0], 1),
            ("nothing-like-it", [0, 0, 0], 0),
        ] {
            let selection = index.select(&timeline, &Query::parse(text));
            assert_eq!(selection.per_category, counts, "{text}");
            assert_eq!(
                (selection.events.len(), selection.in_total),
                (shown, 6),
                "{text}"
            );
        }
    }

    #[test]
    fn an_index_of_nothing() {
        let timeline = crate::document::Timeline::default();
        let selection =
            SearchIndex::new(&timeline).select(&timeline, &Query::parse("a category:b"));
        assert_eq!(selection, super::Selection::default());
    }
}
