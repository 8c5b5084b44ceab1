//! Which events a query leaves.
//!
//! [`SearchIndex::select`] reads a query against what was worked out of the timeline (`index.rs`). It knows nothing of the
//! text of the query, the chips or the screen.
//!
//! A term becomes a test, and what the test asks of shared things is answered once per query and not once per event: a
//! word becomes the set of actors whose names contain it. Then each block of events goes through the tests, from
//! cheap to dear, as a set of bits; the texts of a block are searched as one, from hit to hit, and not event by event.
//! The blocks are shared among threads.
//!
//! Invariant: selecting gives the same however many threads there are.

use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use memchr::memmem::Finder;

use crate::document::Timeline;
use crate::time::Span;

use super::bits::Bits;
use super::block::{Block, Row, small};
use super::fold::fold;
use super::index::{Dates, SearchIndex};
use super::parts::in_parts;
use super::query::meaning::{self, Kind};
use super::query::{Qualifier, Query, Term, Value, What};
use super::selection::Selection;

/// Where fewer events of a block than one in so many are left, each is looked into by itself.
const FEW: usize = 16;

impl SearchIndex {
    /// The events of the timeline that the query leaves.
    pub fn select(&self, timeline: &Timeline, query: &Query) -> Selection {
        self.select_unless(timeline, query, &AtomicBool::new(false))
            .unwrap_or_default()
    }

    /// The same, or `None` as soon as nobody wants it any more.
    pub fn select_unless(
        &self,
        timeline: &Timeline,
        query: &Query,
        cancelled: &AtomicBool,
    ) -> Option<Selection> {
        let conditions = conditions(self, timeline, query);
        let lanes = timeline.categories.len();
        let parts = in_parts("search", self.blocks.len(), 1, |part| {
            self.select_part(part, &conditions, lanes, cancelled)
        });
        let parts = parts.into_iter().collect::<Option<Vec<_>>>()?;
        let lanes = (0..lanes).map(|lane| joined(&parts, lane)).collect();
        let mut selection = Selection::new(lanes, timeline.events.len());
        selection.switch(&query.categories_on(timeline));
        Some(selection)
    }

    /// What the query leaves of some blocks, lane by lane.
    fn select_part(
        &self,
        part: Range<usize>,
        conditions: &[Condition],
        lanes: usize,
        cancelled: &AtomicBool,
    ) -> Option<Vec<Vec<u32>>> {
        let mut lanes = vec![Vec::new(); lanes];
        for block in self.blocks.get(part).unwrap_or_default() {
            if cancelled.load(Ordering::Relaxed) {
                return None;
            }
            let mut left = Bits::all(block.rows.len());
            for condition in conditions {
                condition.narrow(block, &mut left);
            }
            left.visit(|row| {
                let category = block.rows.get(row).map_or(u32::MAX, |row| row.category);
                if let Some(lane) = lanes.get_mut(category as usize) {
                    lane.push(small(block.first + row));
                }
            });
        }
        Some(lanes)
    }
}

/// One lane of all parts.
fn joined(parts: &[Vec<Vec<u32>>], lane: usize) -> Arc<[u32]> {
    let pieces: Vec<_> = parts
        .iter()
        .filter_map(|lanes| Some(lanes.get(lane)?.as_slice()))
        .collect();
    Arc::from(pieces.concat())
}

/// A query read against a timeline but for what it says of categories, cheap conditions first.
fn conditions(index: &SearchIndex, timeline: &Timeline, query: &Query) -> Vec<Condition> {
    let terms = query.terms().iter();
    let conditions = terms.filter_map(|term| Condition::new(index, timeline, term));
    let mut conditions: Vec<_> = conditions.collect();
    conditions.sort_by_key(|condition| condition.test.cost());
    conditions
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
    /// Any of these dates.
    Dates(Vec<bool>),
    Actors(Vec<bool>),
    Sources(Vec<bool>),
    /// Any of these texts.
    Text(Vec<Needle>),
}

/// A folded text, and the shared names that contain it.
struct Needle {
    finder: Finder<'static>,
    dates: Vec<bool>,
    categories: Vec<bool>,
    actors: Vec<bool>,
    sources: Vec<bool>,
}

impl Condition {
    /// `None` for a term about categories, which switches lanes, and for one that cannot be read.
    fn new(index: &SearchIndex, timeline: &Timeline, term: &Term) -> Option<Self> {
        let test = match &term.what {
            What::Word(text) | What::Phrase(text) => Test::text(index, [text.as_str()].into_iter()),
            What::Unknown(_, values) => {
                Test::text(index, values.iter().map(|value| value.text.as_str()))
            }
            What::Qualified(qualifier, values) => {
                Test::qualified(index, timeline, *qualifier, values)
            }
        };
        Some(Self {
            negated: term.negated,
            test: test?,
        })
    }

    /// Takes out the events that do not meet it.
    fn narrow(&self, block: &Block, left: &mut Bits) {
        if left.is_empty() {
            return;
        }
        let mut meet = Bits::none(block.rows.len());
        self.test.mark(block, left, &mut meet);
        if self.negated {
            left.remove(&meet);
        } else {
            left.keep(&meet);
        }
    }
}

impl Test {
    fn qualified(
        index: &SearchIndex,
        timeline: &Timeline,
        qualifier: Qualifier,
        values: &[Value],
    ) -> Option<Self> {
        let accepted = || meaning::accepted(&meaning::entries(timeline, qualifier), values);
        match qualifier {
            Qualifier::Category => None,
            Qualifier::Actor => accepted().map(Self::Actors),
            Qualifier::Source => accepted().map(Self::Sources),
            Qualifier::After => Self::dates(index, values, is_after),
            Qualifier::Before => Self::dates(index, values, is_before),
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

    /// The dates that stand in this relation to any of the values.
    fn dates(
        index: &SearchIndex,
        values: &[Value],
        stands: fn(Span, Span) -> bool,
    ) -> Option<Self> {
        let bounds = extents(values)?;
        let any = |&extent: &Span| bounds.iter().any(|&bound| stands(extent, bound));
        Some(Self::Dates(index.dates.extents.iter().map(any).collect()))
    }

    fn text<'a>(index: &SearchIndex, texts: impl Iterator<Item = &'a str>) -> Option<Self> {
        let needles = texts.map(fold).filter(|text| !text.is_empty());
        let needles: Vec<_> = needles.map(|text| Needle::new(index, &text)).collect();
        (!needles.is_empty()).then_some(Self::Text(needles))
    }

    fn cost(&self) -> u8 {
        match self {
            Self::Levels(_) | Self::Kinds(_) => 0,
            Self::Dates(_) => 1,
            Self::Actors(_) | Self::Sources(_) => 2,
            Self::Text(_) => 3,
        }
    }

    /// Marks the events that meet it, of those that are left; what becomes of the others is no matter.
    fn mark(&self, block: &Block, left: &Bits, meet: &mut Bits) {
        match self {
            Self::Levels(levels) => mark_rows(block, left, meet, |_, row| {
                levels & meaning::level_bit(row.significance) != 0
            }),
            Self::Kinds(kinds) => mark_rows(block, left, meet, |_, row| kinds & row.kinds != 0),
            Self::Dates(set) => mark_rows(block, left, meet, |_, row| is_in(set, row.date)),
            Self::Actors(set) => {
                mark_rows(block, left, meet, |at, _| any_in(set, block.actors(at)));
            }
            Self::Sources(set) => {
                mark_rows(block, left, meet, |at, _| any_in(set, block.sources(at)));
            }
            Self::Text(needles) => {
                let mut open = left.clone();
                for needle in needles {
                    needle.mark(block, &mut open, meet);
                }
            }
        }
    }
}

impl Needle {
    fn new(index: &SearchIndex, text: &str) -> Self {
        let found =
            |names: &[String]| spared(names.iter().map(|names| names.contains(text)).collect());
        let finder = Finder::new(text).into_owned();
        Self {
            dates: spared(dates_with(&index.dates, &finder)),
            categories: found(&index.categories),
            actors: found(&index.actors),
            sources: found(&index.sources),
            finder,
        }
    }

    /// Marks the events that it is found in, of those that are open, and closes them.
    fn mark(&self, block: &Block, open: &mut Bits, meet: &mut Bits) {
        let (dates, categories) = (&self.dates, &self.categories);
        if !dates.is_empty() || !categories.is_empty() {
            mark_rows(block, open, meet, |_, row| {
                is_in(dates, row.date) || is_in(categories, row.category)
            });
            open.remove(meet);
        }
        for (set, names) in [
            (&self.actors, Block::actors as fn(&Block, usize) -> &[u32]),
            (&self.sources, Block::sources),
        ] {
            if !set.is_empty() {
                mark_rows(block, open, meet, |at, _| any_in(set, names(block, at)));
                open.remove(meet);
            }
        }
        if open.count() * FEW < block.rows.len() {
            mark_rows(block, open, meet, |at, _| {
                self.finder.find(block.text(at).as_bytes()).is_some()
            });
        } else {
            block.visit_hits(&self.finder, |at, _| {
                meet.insert(at);
                true
            });
        }
        open.remove(meet);
    }
}

/// Marks the rows for which this holds, of those that are left.
fn mark_rows(block: &Block, left: &Bits, meet: &mut Bits, holds: impl Fn(usize, &Row) -> bool) {
    left.visit(|at| {
        if block.rows.get(at).is_some_and(|row| holds(at, row)) {
            meet.insert(at);
        }
    });
}

/// An empty set stands for one that nothing is in, and spares a look at the event.
fn spared(set: Vec<bool>) -> Vec<bool> {
    if set.contains(&true) { set } else { Vec::new() }
}

/// The dates that a text occurs in.
fn dates_with(dates: &Dates, finder: &Finder<'_>) -> Vec<bool> {
    let mut found = vec![false; dates.ends.len()];
    let texts = dates.texts.as_bytes();
    let mut at = 0;
    while let Some(hit) = texts.get(at..).and_then(|rest| finder.find(rest)) {
        let date = dates.ends.partition_point(|&end| end <= at + hit);
        let (Some(found), Some(&end)) = (found.get_mut(date), dates.ends.get(date)) else {
            break;
        };
        *found = true;
        at = end;
    }
    found
}

fn is_in(set: &[bool], index: u32) -> bool {
    set.get(index as usize) == Some(&true)
}

fn any_in(set: &[bool], indexes: &[u32]) -> bool {
    indexes.iter().any(|&index| is_in(set, index))
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
    use std::sync::atomic::AtomicBool;

    use proptest::prelude::{Strategy, any, prop, prop_assert, prop_assert_eq, proptest};

    use super::super::query::meaning::{self, Kind};
    use super::super::query::{Qualifier, Value, What, fixture};
    use super::{Query, SearchIndex, fold, is_after, is_before};
    use crate::document::{Document, Event, Stance, Timeline};
    use crate::time::Lang;

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
            ("しょっく", "dollar"),
            ("せんりょう", "occupation"),
            ("センリョウ", "occupation"),
            ("ｾﾝﾘｮｳ", "occupation"),
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
                .iter()
                .map(|event| &*timeline.events[event as usize].id)
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
            let per_category: Vec<_> = selection.per_category().collect();
            assert_eq!(per_category, counts, "{text}");
            assert_eq!(
                (selection.len(), selection.in_total()),
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

    #[test]
    fn what_nobody_wants_any_more_is_not_found() {
        let timeline = fixture::timeline();
        let index = SearchIndex::new(&timeline);
        let cancelled = AtomicBool::new(true);
        assert_eq!(
            index.select_unless(&timeline, &Query::parse("gold"), &cancelled),
            None
        );
    }

    const WORDS: [&str; 12] = [
        "Gold",
        "the",
        "Shōwa",
        "日本",
        "米国",
        "条約",
        "Ｔokyo",
        "e",
        "“Nixon’s",
        "1971",
        "Trade",
        "\u{1F600}",
    ];

    fn words(most: usize) -> impl Strategy<Value = String> {
        prop::collection::vec(prop::sample::select(&WORDS), 0..=most)
            .prop_map(|words| words.join(" "))
    }

    /// An entry of the file, up to a hundred of which stand in several blocks.
    fn event() -> impl Strategy<Value = String> {
        let when = prop::sample::select(vec![
            "1971",
            "1971-08-15",
            "1945~",
            "1952/1960",
            "1980/..",
            "198X",
            "1941-12-07T07:48:00-10:30",
        ]);
        let texts = (
            words(4),
            prop::option::of(words(2)),
            words(5),
            prop::option::of(words(3)),
        );
        let refers = (
            prop::sample::select(&["a", "b", "c"]),
            prop::sample::select(&["", "\"us\"", "\"us\", \"jp\""]),
            1..6_u8,
            0..3_u32,
        );
        (when, texts, refers).prop_map(|(when, (title, japanese, summary, quote), (category, actors, level, cites))| {
            let japanese = japanese.map(|title| format!("title_ja: \"{title}\",")).unwrap_or_default();
            let quote = quote.map(|quote| format!("(source: \"s{}\", quote: \"{quote}\", stance: Disputes)", cites % 2));
            let sources = ["", "\"s0\"", "\"s1\", \"s0\""][cites as usize];
            format!(
                "when: \"{when}\", title: \"{title}\", {japanese} summary: \"{summary}\", category: \"{category}\",
                actors: [{actors}], significance: {level}, sources: [{sources}], excerpts: [{}]",
                quote.unwrap_or_default()
            )
        })
    }

    fn timelines() -> impl Strategy<Value = Timeline> {
        prop::collection::vec(event(), 0..60).prop_map(|events| {
            let events = events.iter().enumerate().map(|(id, event)| format!("(id: \"e{id}\", {event}),\n"));
            let events: String = events.collect();
            let text = format!(
                "#![enable(implicit_some)] Timeline(title: \"T\",
                categories: [(id: \"a\", name: \"Trade\"), (id: \"b\", name: \"B\", name_ja: \"安全\"), (id: \"c\", name: \"C\")],
                actors: [(id: \"us\", name: \"United States\", name_ja: \"米国\"), (id: \"jp\", name: \"Japan\", name_ja: \"日本\")],
                sources: [(id: \"s0\", title: \"The Gold\"), (id: \"s1\", title: \"E\", author: \"Nixon\")],
                events: [{events}])"
            );
            let document = Document::parse("test.ron", text);
            assert!(!document.is_broken(), "{:?}", document.diagnostics);
            document.timeline
        })
    }

    fn queries() -> impl Strategy<Value = Query> {
        let term = prop::sample::select(vec![
            "gold",
            "日本",
            "\"the gold\"",
            "\"gold the\"",
            "e",
            "x",
            "1971",
            "昭和46年",
            "trade",
            "安全",
            "nixon's",
            "tokyo",
            "us",
            "states",
            "wrd:gold,日本",
            "category:a",
            "category:b,c",
            "actor:us",
            "actor:jp,us",
            "source:s0",
            "source:s1",
            "after:1952",
            "before:1971-08",
            "after:1945,1980",
            "significance:>=4",
            "has:japanese",
            "has:source",
            "is:disputed",
        ]);
        prop::collection::vec((any::<bool>(), term), 0..4).prop_map(|terms| {
            let terms = terms
                .iter()
                .map(|(negated, term)| format!("{}{term}", if *negated { "-" } else { "" }));
            Query::parse(&terms.collect::<Vec<_>>().join(" "))
        })
    }

    /// All that is said of an event, one event at a time, without an index.
    fn says(timeline: &Timeline, event: &Event, text: &str) -> bool {
        let named = |qualifier, index: usize| {
            let entries = meaning::entries(timeline, qualifier);
            let names = entries[index].names.into_iter().flatten().map(fold);
            names.collect::<Vec<_>>()
        };
        let mut texts = vec![
            fold(&event.title),
            fold(&event.summary),
            fold(event.when.text()),
        ];
        texts.extend(event.title_ja.as_deref().map(fold));
        texts.extend(event.title_kana.as_deref().map(fold));
        texts.extend(event.excerpts.iter().map(|excerpt| fold(&excerpt.quote)));
        texts.extend([Lang::En, Lang::Ja].map(|lang| fold(&event.when.display(lang))));
        texts.extend(event.when.display_era().map(|era| fold(&era)));
        texts.extend(named(Qualifier::Category, event.category));
        for actor in event.actors.iter() {
            texts.extend(named(Qualifier::Actor, actor));
        }
        for source in sources(event) {
            texts.extend(named(Qualifier::Source, source));
        }
        texts.iter().any(|known| known.contains(&fold(text)))
    }

    fn sources(event: &Event) -> Vec<usize> {
        let quoted = event.excerpts.iter().map(|excerpt| excerpt.source);
        event.sources.iter().chain(quoted).collect()
    }

    fn meets(timeline: &Timeline, event: &Event, what: &What) -> bool {
        let (qualifier, values) = match what {
            What::Word(text) | What::Phrase(text) => return says(timeline, event, text),
            What::Unknown(_, values) => {
                return values
                    .iter()
                    .any(|value| says(timeline, event, &value.text));
            }
            What::Qualified(qualifier, values) => (*qualifier, values),
        };
        let dated = |stands: fn(_, _) -> bool| {
            let stands = |value: &Value| {
                stands(
                    event.when.extent(),
                    meaning::date(&value.text).expect("a date").extent(),
                )
            };
            values.iter().any(stands)
        };
        let entries = meaning::entries(timeline, qualifier);
        let accepted = meaning::accepted(&entries, values);
        let named = |index: usize| accepted.as_ref().is_some_and(|accepted| accepted[index]);
        match qualifier {
            Qualifier::Category => named(event.category),
            Qualifier::Actor => event.actors.iter().any(named),
            Qualifier::Source => sources(event).into_iter().any(named),
            Qualifier::After => dated(is_after),
            Qualifier::Before => dated(is_before),
            Qualifier::Significance => event.significance >= 4,
            Qualifier::Has | Qualifier::Is => match Kind::named(qualifier, &values[0].text) {
                Some(Kind::Japanese) => event.title_ja.is_some(),
                Some(Kind::Disputed) => event
                    .excerpts
                    .iter()
                    .any(|excerpt| excerpt.stance == Stance::Disputes),
                _ => !sources(event).is_empty(),
            },
        }
    }

    proptest! {
        #[test]
        fn as_one_would_look_through_the_events_one_by_one(timeline in timelines(), query in queries()) {
            let index = SearchIndex::new(&timeline);
            let selection = index.select(&timeline, &query);
            let holds = |event: &Event, about: fn(&What) -> bool| {
                let mut terms = query.terms().iter().filter(|term| about(&term.what));
                terms.all(|term| meets(&timeline, event, &term.what) != term.negated)
            };
            let is_category = |what: &What| matches!(what, What::Qualified(Qualifier::Category, _));
            for (number, event) in timeline.events.iter().enumerate() {
                let in_lane = selection.lane(event.category).binary_search(&(number as u32)).is_ok();
                prop_assert_eq!(in_lane, holds(event, |what| !matches!(what, What::Qualified(Qualifier::Category, _))), "{} {:?}", query, event);
                prop_assert_eq!(selection.contains(number, event.category), holds(event, |_| true));
                prop_assert!(!selection.is_on(event.category) || holds(event, is_category));
            }
            prop_assert_eq!(selection.in_total(), timeline.events.len());
            let extents = selection.iter().filter_map(|event| timeline.events[event as usize].when.finite_extent());
            prop_assert_eq!(index.extent(&timeline, &selection), extents.reduce(|all, extent| all.union(extent)));
        }
    }
}
