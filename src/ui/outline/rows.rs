//! Decade, year, event, source, as the rows of a tree of which only what is open is there.
//!
//! Invariants: a row is found by its number in logarithmic time, and what is closed costs nothing, so that a million
//! events are as quick as a hundred.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::document::{Id, Timeline};
use crate::export::cite::sources_of;
use crate::state::Selection;
use crate::time::{decade_of, year_of};

/// What a row stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Node {
    /// A decade, in tens of years.
    Decade(i64),
    /// An astronomical year.
    Year(i64),
    /// An event, by its index.
    Event(u32),
    /// One of the sources of an event, by its place among them.
    Source(u32, usize),
}

/// What is open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Open {
    decades: BTreeSet<i64>,
    years: BTreeSet<i64>,
    events: BTreeSet<Id>,
}

impl Open {
    /// Opens or closes a row. Says whether that changed anything.
    pub(super) fn set(&mut self, timeline: &Timeline, node: Node, open: bool) -> bool {
        match node {
            Node::Decade(decade) => put(&mut self.decades, decade, open),
            Node::Year(year) => put(&mut self.years, year, open),
            Node::Event(event) => match timeline.events.get(event as usize) {
                Some(event) => put(&mut self.events, Id::from(&*event.id), open),
                None => false,
            },
            Node::Source(..) => false,
        }
    }

    /// Opens what an event lies in.
    pub(super) fn reveal(&mut self, timeline: &Timeline, event: u32) -> bool {
        let Some(year) = year(timeline, event) else {
            return false;
        };
        let decade = put(&mut self.decades, decade_of(year), true);
        put(&mut self.years, year, true) || decade
    }
}

fn put<T: Ord>(set: &mut BTreeSet<T>, value: T, is_in: bool) -> bool {
    if is_in {
        set.insert(value)
    } else {
        set.remove(&value)
    }
}

/// The year of an event's mark.
fn year(timeline: &Timeline, event: u32) -> Option<i64> {
    let event = timeline.events.get(event as usize)?;
    Some(year_of(event.when.anchor()))
}

/// The row that a row lies in.
pub(super) fn parent(timeline: &Timeline, node: Node) -> Option<Node> {
    match node {
        Node::Decade(_) => None,
        Node::Year(year) => Some(Node::Decade(decade_of(year))),
        Node::Event(event) => year(timeline, event).map(Node::Year),
        Node::Source(event, _) => Some(Node::Event(event)),
    }
}

/// One row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) node: Node,
    /// Its place among those that lie in the same row, from 0, and how many those are.
    pub(super) place: usize,
    pub(super) of: usize,
    /// Events or sources in it.
    pub(super) count: usize,
    /// Whether it is open; none where there is nothing in it to see.
    pub(super) is_open: Option<bool>,
}

impl Row {
    /// How deep it lies: decades at 1.
    pub(super) fn level(&self) -> usize {
        match self.node {
            Node::Decade(_) => 1,
            Node::Year(_) => 2,
            Node::Event(_) => 3,
            Node::Source(..) => 4,
        }
    }
}

/// Rows that follow each other and need not be told one by one.
#[derive(Debug)]
enum Run {
    One(Row),
    /// Closed events of a year, by how many of those that show come before them; and those of the whole year.
    Events(Range<usize>, Range<usize>),
    /// The sources of an event.
    Sources(u32, usize),
}

/// All rows.
#[derive(Debug, Default)]
pub(super) struct Rows {
    runs: Vec<Run>,
    /// The number of each run's first row.
    starts: Vec<usize>,
    len: usize,
}

impl Rows {
    /// The rows of the events that show.
    pub(super) fn of(timeline: &Timeline, shown: &Selection, open: &Open) -> Self {
        let mut rows = Self::default();
        let decades = groups(timeline, shown, 0..shown.len(), decade_of);
        let opened: Vec<usize> = open
            .events
            .iter()
            .filter_map(|id| rank(timeline, shown, id))
            .collect();
        for (place, (decade, events)) in decades.iter().enumerate() {
            let is_open = open.decades.contains(decade);
            let of = decades.len();
            rows.group(Node::Decade(*decade), (place, of), events, is_open);
            if !is_open {
                continue;
            }
            let years = groups(timeline, shown, events.clone(), |year| year);
            for (place, (year, events)) in years.iter().enumerate() {
                let is_open = open.years.contains(year);
                rows.group(Node::Year(*year), (place, years.len()), events, is_open);
                if is_open {
                    rows.events(timeline, shown, events, &opened);
                }
            }
        }
        rows
    }

    fn push(&mut self, run: Run, len: usize) {
        if len > 0 {
            self.starts.push(self.len);
            self.runs.push(run);
            self.len = self.len.saturating_add(len);
        }
    }

    fn group(
        &mut self,
        node: Node,
        (place, of): (usize, usize),
        events: &Range<usize>,
        open: bool,
    ) {
        let row = Row {
            node,
            place,
            of,
            count: events.len(),
            is_open: Some(open),
        };
        self.push(Run::One(row), 1);
    }

    /// The events of an open year; of those that are open, the sources.
    fn events(
        &mut self,
        timeline: &Timeline,
        shown: &Selection,
        year: &Range<usize>,
        opened: &[usize],
    ) {
        let mut opened: Vec<usize> = opened
            .iter()
            .copied()
            .filter(|rank| year.contains(rank))
            .collect();
        opened.sort_unstable();
        let mut done = year.start;
        for rank in opened {
            let Some(event) = shown.nth(rank) else {
                continue;
            };
            self.push(Run::Events(done..rank, year.clone()), rank - done);
            let count = sources(timeline, event).len();
            let row = Row {
                node: Node::Event(event),
                place: rank - year.start,
                of: year.len(),
                count,
                is_open: (count > 0).then_some(true),
            };
            self.push(Run::One(row), 1);
            self.push(Run::Sources(event, count), count);
            done = rank.saturating_add(1);
        }
        self.push(
            Run::Events(done..year.end, year.clone()),
            year.end.saturating_sub(done),
        );
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// The row with a number, from 0.
    pub(super) fn get(&self, timeline: &Timeline, shown: &Selection, number: usize) -> Option<Row> {
        if number >= self.len {
            return None;
        }
        let run = self
            .starts
            .partition_point(|&start| start <= number)
            .checked_sub(1)?;
        let within = number.checked_sub(*self.starts.get(run)?)?;
        match self.runs.get(run)? {
            Run::One(row) => Some(*row),
            Run::Events(ranks, year) => {
                let rank = ranks.start.saturating_add(within);
                let event = shown.nth(rank).filter(|_| ranks.contains(&rank))?;
                let count = sources(timeline, event).len();
                Some(Row {
                    node: Node::Event(event),
                    place: rank.saturating_sub(year.start),
                    of: year.len(),
                    count,
                    is_open: (count > 0).then_some(false),
                })
            }
            &Run::Sources(event, count) => (within < count).then_some(Row {
                node: Node::Source(event, within),
                place: within,
                of: count,
                count: 0,
                is_open: None,
            }),
        }
    }

    /// The number of what stands for something; none where it is not to be seen.
    pub(super) fn find(&self, shown: &Selection, node: Node) -> Option<usize> {
        let rank = match node {
            Node::Event(event) => Some(shown.rank(event)),
            _ => None,
        };
        let within = |run: &Run| match (run, node) {
            (Run::One(row), _) => (row.node == node).then_some(0),
            (Run::Events(ranks, _), Node::Event(event)) => {
                let rank = rank.filter(|rank| ranks.contains(rank))?;
                (shown.nth(rank) == Some(event)).then_some(rank - ranks.start)
            }
            (&Run::Sources(of, count), Node::Source(event, place)) => {
                (of == event && place < count).then_some(place)
            }
            _ => None,
        };
        let mut runs = self.runs.iter().zip(&self.starts);
        runs.find_map(|(run, start)| Some(start.saturating_add(within(run)?)))
    }
}

/// The sources of an event, by their indexes.
pub(super) fn sources(timeline: &Timeline, event: u32) -> Vec<usize> {
    let event = timeline.events.get(event as usize);
    event.map(sources_of).unwrap_or_default()
}

/// How many of the events that show come before this one, where it is one of them.
fn rank(timeline: &Timeline, shown: &Selection, id: &str) -> Option<usize> {
    let index = timeline.event_index(id)?;
    let category = timeline.events.get(index)?.category;
    let event = u32::try_from(index).ok()?;
    shown.contains(index, category).then(|| shown.rank(event))
}

/// Neighbours of the same decade or year, with how many events come before the first and the last of each.
fn groups(
    timeline: &Timeline,
    shown: &Selection,
    ranks: Range<usize>,
    unit: impl Fn(i64) -> i64,
) -> Vec<(i64, Range<usize>)> {
    let unit_of = |event| year(timeline, event).map(&unit);
    let mut groups = Vec::new();
    let mut start = ranks.start;
    let mut first = shown.nth(start);
    while let Some(event) = first.filter(|_| start < ranks.end) {
        let Some(of) = unit_of(event) else { break };
        first = shown.first_from(|event| unit_of(event).is_none_or(|unit| unit > of));
        let end = first.map_or(ranks.end, |event| shown.rank(event).min(ranks.end));
        groups.push((of, start..end));
        start = end;
    }
    groups
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop, prop_assert, prop_assert_eq, proptest};

    use super::*;
    use crate::document::Document;
    use crate::state::{Loaded, Origin, Saved, Workspace};

    fn workspace(text: &str) -> Workspace {
        let document = Document::parse("t.ron", text);
        let loaded = Loaded::new(Origin::BuiltIn, document, std::collections::BTreeMap::new());
        Workspace::new(loaded, Saved::default())
    }

    /// What the rows say, one line each.
    fn told(timeline: &Timeline, shown: &Selection, open: &Open) -> Vec<String> {
        let rows = Rows::of(timeline, shown, open);
        let row = |number| rows.get(timeline, shown, number).expect("it is there");
        (0..rows.len())
            .map(row)
            .map(|row| {
                let what = match row.node {
                    Node::Decade(decade) => format!("{decade}0s"),
                    Node::Year(year) => year.to_string(),
                    Node::Event(event) => timeline.events[event as usize].id.to_string(),
                    Node::Source(_, place) => format!("source {place}"),
                };
                let sign = match row.is_open {
                    Some(true) => "-",
                    Some(false) => "+",
                    None => " ",
                };
                format!(
                    "{}{sign}{what} {}/{} ({})",
                    "  ".repeat(row.level() - 1),
                    row.place + 1,
                    row.of,
                    row.count
                )
            })
            .collect()
    }

    const TEXT: &str = r#"Timeline(
        categories: [(id: "c", name: "C"), (id: "d", name: "D")],
        sources: [(id: "s", title: "S"), (id: "t", title: "T")],
        events: [
            (id: "a", when: "1969-07-20", title: "A", category: "c"),
            (id: "b", when: "1971", title: "B", category: "d", sources: ["t", "s"]),
            (id: "c", when: "1971-08-15", title: "C", category: "c", sources: ["s"]),
            (id: "e", when: "1972", title: "E", category: "d"),
        ],
    )"#;

    fn opened(timeline: &Timeline, nodes: &[Node]) -> Open {
        let mut open = Open::default();
        for &node in nodes {
            assert!(open.set(timeline, node, true));
        }
        open
    }

    #[test]
    fn what_is_open_shows_what_is_in_it() {
        let workspace = workspace(TEXT);
        let (timeline, shown) = (workspace.timeline(), workspace.filter().selection());
        let closed = told(timeline, shown, &Open::default());
        assert_eq!(closed, ["+1960s 1/2 (1)", "+1970s 2/2 (3)"]);
        let open = opened(
            timeline,
            &[
                Node::Decade(197),
                Node::Year(1971),
                Node::Event(1),
                Node::Year(1969),
            ],
        );
        insta::assert_snapshot!(told(timeline, shown, &open).join("\n"), @"
        +1960s 1/2 (1)
        -1970s 2/2 (3)
          -1971 1/2 (2)
            -b 1/2 (2)
               source 0 1/2 (0)
               source 1 2/2 (0)
            +c 2/2 (1)
          +1972 2/2 (1)
        ");
    }

    #[test]
    fn an_event_is_opened_down_to_its_year() {
        let workspace = workspace(TEXT);
        let (timeline, shown) = (workspace.timeline(), workspace.filter().selection());
        let mut open = Open::default();
        assert_eq!(
            Rows::of(timeline, shown, &open).find(shown, Node::Event(2)),
            None
        );
        assert!(open.reveal(timeline, 2));
        assert!(!open.reveal(timeline, 2), "it is open");
        assert_eq!(
            Rows::of(timeline, shown, &open).find(shown, Node::Event(2)),
            Some(4)
        );
        assert_eq!(parent(timeline, Node::Event(2)), Some(Node::Year(1971)));
    }

    proptest! {
        /// Each row is found under its number, and each event that shows stands in the rows once, in order.
        #[test]
        fn rows_are_where_they_say(years in prop::collection::vec((-30_i64..60, 0..3_usize), 1..60), open in prop::collection::vec(0..60_u32, 0..8)) {
            let events: String = years.iter().enumerate().map(|(index, (year, sources))| {
                let when = crate::time::year_when(*year).expect("a year");
                let sources = ["\"s\"", "\"t\""][..*sources].join(", ");
                format!("(id: \"e{index}\", when: \"{}\", title: \"E\", category: \"c\", sources: [{sources}]),", when.text())
            }).collect();
            let text = format!("Timeline(categories: [(id: \"c\", name: \"C\")], sources: [(id: \"s\", title: \"S\"), (id: \"t\", title: \"T\")], events: [{events}])");
            let workspace = workspace(&text);
            let (timeline, shown) = (workspace.timeline(), workspace.filter().selection());
            let mut opened = Open::default();
            for event in &open {
                opened.reveal(timeline, *event);
                opened.set(timeline, Node::Event(*event), true);
            }
            let rows = Rows::of(timeline, shown, &opened);
            for number in 0..rows.len() {
                let row = rows.get(timeline, shown, number).expect("a row");
                prop_assert_eq!(rows.find(shown, row.node), Some(number));
                prop_assert!(row.place < row.of);
            }
            prop_assert_eq!(rows.get(timeline, shown, rows.len()), None);
            for event in 0..timeline.events.len() as u32 {
                opened.reveal(timeline, event);
            }
            let rows = Rows::of(timeline, shown, &opened);
            let all = (0..rows.len()).filter_map(|number| rows.get(timeline, shown, number));
            let events: Vec<u32> = all.filter_map(|row| match row.node { Node::Event(event) => Some(event), _ => None }).collect();
            prop_assert_eq!(events, shown.iter().collect::<Vec<_>>());
        }
    }
}
