//! Reads a long list of events on several threads, to the same result as one by one.
//!
//! The list is cut where a line begins as its first entry does, which is a guess: the line may stand in a string. But
//! as long as nothing is wrong with the brackets and quotation marks, a parser between two entries remembers
//! nothing of what lies behind. So when every run is sound and ends exactly where the next one begins, the guess
//! was right, and what the runs read is what a single reading would have. Otherwise it is all thrown away.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::dates::Dates;
use super::diagnostic::Diagnostics;
use super::event::read_event;
use super::lines::floor_boundary;
use super::outline::{Next, Outline};
use super::progress::Progress;
use super::raw::Batch;
use super::recover::Start;
use super::token::{Kind, token, trivia};

/// How a text is shared out.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plan {
    /// Threads, at most; with fewer than two nothing is shared out.
    pub(crate) threads: usize,
    /// Bytes of the shortest list that is worth it.
    pub(crate) least: usize,
    /// Bytes of a run, about.
    pub(crate) run: usize,
}

impl Plan {
    /// What suits this machine.
    pub(crate) fn usual() -> Self {
        const MOST: usize = 8;
        let threads = thread::available_parallelism().map_or(1, NonZero::get);
        Self {
            threads: threads.min(MOST),
            least: 1 << 20,
            run: 256 << 10,
        }
    }

    /// Threads for a text of this length.
    pub(crate) fn threads_for(self, length: usize) -> usize {
        if length < self.least {
            1
        } else {
            self.threads.max(1)
        }
    }

    /// All in one go.
    pub(crate) fn alone() -> Self {
        Self {
            threads: 1,
            ..Self::usual()
        }
    }
}

/// What was read of a list, and where the bracket stands that ends it.
pub(super) struct Read {
    pub(super) batch: Batch,
    pub(super) diagnostics: Diagnostics,
    pub(super) close: usize,
}

/// A part of the list, read.
struct Run<'t> {
    batch: Batch,
    diagnostics: Diagnostics,
    end: End,
    /// The first field of the last entry.
    first_field: Option<&'t str>,
}

enum End {
    /// Where the next run begins.
    Next,
    /// At the bracket that ends the list.
    List(usize),
}

/// What all threads look at.
struct Work<'w, 't> {
    text: &'t str,
    outline: &'w Outline<'t>,
    /// Where the runs begin.
    cuts: Vec<usize>,
    /// The name that every run begins with, and should follow on.
    name: &'t str,
    progress: &'w Progress,
    next: AtomicUsize,
    /// The first run after which none matters.
    last: AtomicUsize,
}

/// Reads the list that the outline has just gone into. `None` when it cannot be shared out, or not with certainty.
pub(super) fn read<'t>(
    text: &'t str,
    outline: &Outline<'t>,
    dates: &Dates<'t>,
    plan: Plan,
    progress: &Progress,
) -> Option<Read> {
    let first = outline.here();
    if plan.threads < 2 || text.len().saturating_sub(first) < plan.least {
        return None;
    }
    let name = first_field(text, first)?;
    let cuts = cuts(text, first, name, plan.run)?;
    let work = Work {
        text,
        outline,
        cuts,
        name,
        progress,
        next: AtomicUsize::new(0),
        last: AtomicUsize::new(usize::MAX),
    };
    thread::scope(|scope| {
        let (sender, receiver) = channel();
        for number in 0..plan.threads {
            let (sender, dates, work) = (sender.clone(), dates.another(), &work);
            let thread = thread::Builder::new().name(format!("read-{number}"));
            // Where no thread is to be had, the others do its work; without any, nothing is received.
            let _ = thread.spawn_scoped(scope, move || work.run(dates, &sender));
        }
        drop(sender);
        work.join(receiver)
    })
}

impl<'t> Work<'_, 't> {
    /// Takes runs and reads them until there are no more.
    fn run(&self, mut dates: Dates<'t>, sender: &Sender<(usize, Option<Run<'t>>)>) {
        loop {
            let number = self.next.fetch_add(1, Relaxed);
            if number >= self.cuts.len() || number > self.last.load(Relaxed) {
                return;
            }
            let run = self.one(number, &mut dates);
            if !matches!(&run, Some(run) if matches!(run.end, End::Next)) {
                self.last.fetch_min(number, Relaxed);
            }
            if sender.send((number, run)).is_err() {
                return;
            }
        }
    }

    /// Reads one run. `None` when something about its shape is wrong, or all has been called off.
    fn one(&self, number: usize, dates: &mut Dates<'t>) -> Option<Run<'t>> {
        let cut = |number: usize| self.cuts.get(number).copied();
        let whole = self.text.len();
        let (start, end) = (cut(number)?, cut(number.saturating_add(1)).unwrap_or(whole));
        // It may look beyond its end, but not so far that many such looks would take long.
        let limit = cut(number.saturating_add(2)).unwrap_or(whole);
        let text = self.text.get(..limit)?;
        let name = (number > 0).then_some(self.name);
        let mut outline = self.outline.inside(text, start, name);
        let mut batch = Batch::default();
        let mut said = start;
        loop {
            match outline.next_before(end) {
                Next::Entry(node) => {
                    read_event(text, &node, &mut batch, dates, outline.diagnostics());
                    said = self.tell(said, node.range.end)?;
                }
                Next::Lost => return None,
                Next::Reached => return Some(Run::new(batch, outline, End::Next)),
                Next::Closed(at) => return Some(Run::new(batch, outline, End::List(at))),
            }
        }
    }

    /// Says how far it has come, now and then. `None` when called off.
    fn tell(&self, said: usize, here: usize) -> Option<usize> {
        const STEP: usize = 16 << 10;
        let more = here.saturating_sub(said);
        if more < STEP {
            return Some(said);
        }
        self.progress.add(more);
        (!self.progress.is_cancelled()).then_some(here)
    }

    /// Puts the runs together in their order.
    fn join(&self, receiver: Receiver<(usize, Option<Run<'t>>)>) -> Option<Read> {
        let mut waiting = BTreeMap::new();
        let mut all = Batch::default();
        let mut diagnostics = Diagnostics::default();
        let mut number = 0_usize;
        for (of, run) in receiver {
            waiting.insert(of, run);
            while let Some(run) = waiting.remove(&number) {
                let Some(run) = run else {
                    // None of those that follow counts.
                    self.last.store(0, Relaxed);
                    return None;
                };
                all.append(run.batch);
                diagnostics.append(run.diagnostics);
                if let End::List(close) = run.end {
                    return Some(Read {
                        batch: all,
                        diagnostics,
                        close,
                    });
                }
                if run.first_field != Some(self.name) {
                    self.last.store(0, Relaxed);
                    return None;
                }
                number = number.saturating_add(1);
            }
        }
        None
    }
}

impl<'t> Run<'t> {
    fn new(batch: Batch, outline: Outline<'t>, end: End) -> Self {
        Self {
            batch,
            end,
            first_field: outline.first_field(),
            diagnostics: outline.into_diagnostics(),
        }
    }
}

/// The name of the first field of the entry that begins here.
fn first_field(text: &str, at: usize) -> Option<&str> {
    /// Nobody writes a longer comment there.
    const NEAR: usize = 4096;
    let near = floor_boundary(text, at.saturating_add(NEAR));
    let text = text.get(..near)?;
    if text.as_bytes().get(at) != Some(&b'(') {
        return None;
    }
    let name = token(text, trivia(text, at.saturating_add(1)).end);
    let colon = token(text, trivia(text, name.end).end);
    let is_field = (name.kind, colon.kind) == (Kind::Word, Kind::Colon);
    text.get(name.range()).filter(|_| is_field)
}

/// Where runs may begin: at lines that begin as that of the first entry does. `None` when there is but one.
fn cuts(text: &str, first: usize, name: &str, run: usize) -> Option<Vec<usize>> {
    let start = Start::of(text, first)?;
    let line = format!("\n{}(", start.indent(text));
    let mut cuts = vec![first];
    let mut at = first;
    while let Some(target) = at.checked_add(run).filter(|&target| target < text.len()) {
        let from = floor_boundary(text, target);
        let until = floor_boundary(text, target.saturating_add(run));
        let window = text.get(from..until).unwrap_or_default();
        let found = window.match_indices(&line).find_map(|(offset, line)| {
            let bracket = from.saturating_add(offset).saturating_add(line.len());
            let bracket = bracket.saturating_sub(1);
            (first_field(text, bracket) == Some(name)).then_some(bracket)
        });
        cuts.extend(found);
        at = found.unwrap_or(target);
    }
    (cuts.len() > 1).then_some(cuts)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Document;
    use super::*;

    const SHIPPED: &str = include_str!("../../timeline.ron");

    fn plan(run: usize) -> Plan {
        Plan {
            threads: 3,
            least: 0,
            run,
        }
    }

    /// All that a text says and all that is wrong with it.
    fn told(text: &str, plan: Plan) -> String {
        let document = Document::read("t", text.to_owned(), None, plan, &Progress::new());
        let document = document.expect("nobody called it off");
        let timeline = &document.timeline;
        let found = |event: &crate::document::Event| timeline.event_index(&event.id);
        let found: Vec<_> = timeline.events.iter().map(found).collect();
        let counts = (document.errors(), document.warnings());
        let lists = (&timeline.categories, &timeline.actors, &timeline.eras);
        let more = (&timeline.sources, &timeline.series, &timeline.stories);
        format!(
            "{counts:?} {:#?}\n{:?}{:?}\n{:?}\n{lists:?}{more:?}{found:?}{:?}",
            document.diagnostics,
            timeline.title,
            timeline.title_ja,
            timeline.events,
            timeline.incoming
        )
    }

    fn is_shared_out(text: &str, plan: Plan) -> bool {
        let mut outline = Outline::new(text, "Timeline", &["events"], &["title"]);
        while !matches!(
            outline.next(),
            Some(super::super::outline::Part::List { .. })
        ) {}
        read(text, &outline, &Dates::default(), plan, &Progress::new()).is_some()
    }

    /// An event in one of several manners, most of them good.
    fn entry(manner: u8, number: usize) -> String {
        let day = number % 28 + 1;
        let when = format!("1971-08-{day:02}");
        let more = match manner {
            0..5 => format!("title: \"Event {number}\""),
            5 => {
                "title: \"A\\nB\", links: [(to: \"e1\"), (to: \"nobody\", kind: LedTo)]".to_owned()
            }
            6 => "title: r#\"raw \"\n    (id: \"x\", when: \"1\"),\n\"#".to_owned(),
            7 => "title: \"two\n    (id: lines\"".to_owned(),
            8 => "title: \"T\", /* \n    (id: \"c\") */ actors: [\"us\", \"a\"]".to_owned(),
            9 => "titel: \"T\", significance: 9".to_owned(),
            10 => "title: {1}, summary: 'c'".to_owned(),
            11 => "title: \"T\", links: [\n    (id: \"e2\", to: \"e1\")]".to_owned(),
            12 => "title: \"T\" summary: \"no comma\"".to_owned(),
            13 => "title: \"T\", summary: \"no end".to_owned(),
            14 => "title: \"T\"), links: []".to_owned(),
            15 => {
                return format!(
                    "    (when: \"1\", id: \"e{number}\", links: [\n    (when: 1)]),\n"
                );
            }
            16 => return "    ],\n".to_owned(),
            17 => return "    (),\n".to_owned(),
            18 => return format!("    (id: \"e1\", when: \"{number}x\", title: \"\"),\n"),
            _ => {
                return format!(
                    "    (\n        id: \"e{number}\", when: \"{when}\", {manner}: 1),\n"
                );
            }
        };
        format!("    (id: \"e{number}\", when: \"{when}\", {more}),\n")
    }

    fn around(manners: &[u8]) -> String {
        let entries = manners.iter().enumerate();
        let entries: String = entries
            .map(|(number, &manner)| entry(manner, number))
            .collect();
        format!(
            "Timeline(\n    actors: [(id: \"us\", name: \"US\")],\n    events: [\n{entries}    ],\n    \
             stories: [\n    (id: \"s\", title: \"S\", steps: [(event: \"e0\")]),\n    ],\n)\n"
        )
    }

    #[test]
    fn good_lists_are_shared_out() {
        let text = around(&[0; 50]);
        assert!(is_shared_out(&text, plan(200)));
        assert!(is_shared_out(
            &around(&[0, 9, 18, 5, 8, 0, 0, 0, 0, 0, 0]),
            plan(100)
        ));
        assert!(!is_shared_out(&text, Plan::alone()));
        assert!(!is_shared_out(
            &text,
            Plan {
                least: 1 << 20,
                ..plan(200)
            }
        ));
        let lines = text.replace("\n    (", "(");
        assert!(
            !is_shared_out(&lines, plan(200)),
            "there is no line to cut at"
        );
        assert!(is_shared_out(SHIPPED, plan(4096)));
    }

    #[test]
    fn findings_are_the_same_when_there_are_too_many() {
        for manners in [[18; 400], [9; 400], [5; 400]] {
            let text = around(&manners);
            assert_eq!(told(&text, plan(1000)), told(&text, Plan::alone()));
        }
    }

    #[test]
    fn the_file_that_ships_reads_the_same() {
        for run in [500, 5000, 50_000] {
            assert_eq!(told(SHIPPED, plan(run)), told(SHIPPED, Plan::alone()));
        }
    }

    #[test]
    fn it_can_be_called_off() {
        let progress = Progress::new();
        progress.cancel();
        let text = around(&[0; 50]);
        assert!(Document::read("t", text, None, plan(100), &progress).is_none());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]

        #[test]
        fn any_list_reads_the_same(
            manners in prop::collection::vec(prop_oneof![9 => 0_u8..5, 4 => 5_u8..10, 1 => 10_u8..20], 1..40),
            run in 1_usize..400,
        ) {
            let text = around(&manners);
            prop_assert_eq!(told(&text, plan(run)), told(&text, Plan::alone()));
        }

        #[test]
        fn any_damage_reads_the_same(
            manners in prop::collection::vec(0_u8..10, 1..30),
            run in 1_usize..400,
            damage in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..3, "[()\\[\\]{}\",:/*\\\\ \n#r]{0,2}"), 1..3),
        ) {
            let text = damaged(around(&manners), &damage);
            prop_assert_eq!(told(&text, plan(run)), told(&text, Plan::alone()));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]

        #[test]
        fn the_shipped_file_reads_the_same_when_damaged(
            run in 500_usize..9000,
            damage in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..40, "[()\\[\\]{}\",:/*\\\\ \n#r]{0,2}"), 1..3),
        ) {
            let text = damaged(SHIPPED.to_owned(), &damage);
            prop_assert_eq!(told(&text, plan(run)), told(&text, Plan::alone()));
        }
    }

    /// The text with some characters replaced by others.
    fn damaged(mut text: String, damage: &[(prop::sample::Index, usize, String)]) -> String {
        for (at, length, other) in damage {
            let start = text.floor_char_boundary(at.index(text.len()));
            let end = text.ceil_char_boundary((start + length).min(text.len()));
            text.replace_range(start..end, other);
        }
        text
    }
}
