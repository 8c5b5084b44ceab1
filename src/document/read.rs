//! Which fields each entry has, what sort of value each is, and which an entry cannot do without.
//!
//! Knows nothing of whether a name names anything; `checks` does.

use std::ops::Range;

use super::dates::Dates;
use super::diagnostic::{Diagnostic, Diagnostics};
use super::entry::{Entry, Spanned};
use super::event::read_event;
use super::model::{Actor, Era, Id, Point, Series, Source, SourceKind};
use super::outline::{Outline, Part};
use super::place::Place;
use super::progress::Progress;
use super::raw::{Name, Named, RawCategory, RawSource, RawTimeline};
use super::runs::{self, Plan};
use super::schema::{List, TIMELINE};
use super::story;
use super::syntax::{Field, Kind, Node};
use crate::messages::message;
use crate::time::When;

const LISTS: [&str; 7] = [
    List::Categories.name(),
    List::Actors.name(),
    List::Eras.name(),
    List::Sources.name(),
    List::Events.name(),
    List::Series.name(),
    List::Stories.name(),
];
const TITLES: [&str; 2] = ["title", "title_ja"];

/// Reads a whole text, on several threads as far as the plan allows. `None` when it has been called off.
pub(crate) fn read(
    text: &str,
    plan: Plan,
    progress: &Progress,
) -> Option<(RawTimeline, Diagnostics)> {
    let mut reader = Reader::new(text);
    let mut outline = Outline::new(text, "Timeline", &LISTS, &TITLES);
    let opening = outline.opening();
    let mut shared_out = false;
    while let Some(part) = outline.next() {
        if progress.is_cancelled() {
            return None;
        }
        if let Part::Entry(node) = &part {
            progress.reach(node.range.end);
        }
        let is_list = matches!(part, Part::List { .. });
        reader.part(part, outline.diagnostics());
        if is_list && reader.list == "events" && !outline.is_troubled() {
            shared_out |= reader.share_out(&mut outline, plan, progress);
        }
    }
    // Trouble behind the list may look back into it.
    if shared_out && outline.is_troubled() {
        return read(text, Plan::alone(), progress);
    }
    let torn = outline.is_troubled();
    let mut diagnostics = outline.into_diagnostics();
    if let Some(opening) = opening.filter(|_| !reader.has("events")) {
        let message = message!("checks-no-events");
        diagnostics.push(Diagnostic::warning("no-events", opening, message));
    }
    reader.timeline.fields = reader.seen.into_iter().map(Place::from).collect();
    reader.timeline.torn = torn;
    Some((reader.timeline, diagnostics))
}

struct Reader<'a> {
    text: &'a str,
    dates: Dates<'a>,
    /// The fields at the top so far.
    seen: Vec<Range<usize>>,
    /// The list being read.
    list: &'a str,
    timeline: RawTimeline,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            dates: Dates::default(),
            seen: Vec::new(),
            list: "",
            timeline: RawTimeline::default(),
        }
    }

    /// Whether a field of this name has been seen at the top.
    fn has(&self, name: &str) -> bool {
        let mut seen = self.seen.iter();
        seen.any(|place| self.text.get(place.clone()) == Some(name))
    }

    /// Reads the list that the outline is in on several threads. False when that cannot be; then nothing is read.
    fn share_out(&mut self, outline: &mut Outline<'a>, plan: Plan, progress: &Progress) -> bool {
        let Some(read) = runs::read(self.text, outline, &self.dates, plan, progress) else {
            return false;
        };
        self.timeline.events.append(read.batch);
        outline.diagnostics().append(read.diagnostics);
        outline.skip_to(read.close);
        progress.reach(read.close);
        true
    }

    fn part(&mut self, part: Part, diagnostics: &mut Diagnostics) {
        match part {
            Part::Field { name, value } => self.field(name, value, diagnostics),
            Part::List { name } => self.list(name, diagnostics),
            Part::Entry(node) => self.entry(&node, diagnostics),
        }
    }

    /// A field at the top that is no list. It is read as an entry of that one field.
    fn field(&mut self, name: Range<usize>, value: Node, diagnostics: &mut Diagnostics) {
        let text = self.text;
        let written = text.get(name.clone()).unwrap_or_default();
        if let Some(first) = self.earlier(&name) {
            diagnostics.error(name, |range| {
                let message = message!("checks-again", name = written);
                let diagnostic = Diagnostic::error("duplicate-field", range, message);
                diagnostic.also(first, message!("checks-first-counts"))
            });
            return;
        }
        let range = value.range.clone();
        let kind = Kind::Struct(vec![Field { name, value }]);
        let node = Node { range, kind };
        let entry = Entry::open(text, &node, &TIMELINE, diagnostics);
        let Some(mut entry) = entry else { return };
        match written {
            "title" => self.timeline.title = entry.words("title"),
            "title_ja" => self.timeline.title_ja = entry.optional("title_ja"),
            // A list that is none: looking at it reports that.
            list if LISTS.contains(&list) => drop(entry.list(list)),
            _ => {}
        }
    }

    /// A list begins, or goes on after a bracket too many.
    fn list(&mut self, name: Range<usize>, diagnostics: &mut Diagnostics) {
        self.list = self.text.get(name.clone()).unwrap_or_default();
        let list = self.list;
        if let Some(first) = self.earlier(&name) {
            diagnostics.warning(name, |range| {
                let message = message!("checks-again", name = list);
                let diagnostic = Diagnostic::warning("duplicate-field", range, message);
                diagnostic.also(first, message!("checks-both-are-read"))
            });
        }
    }

    /// Where a field of this name stood first; remembers this one if nowhere.
    fn earlier(&mut self, name: &Range<usize>) -> Option<Range<usize>> {
        let written = self.text.get(name.clone()).unwrap_or_default();
        if !LISTS.contains(&written) && !TITLES.contains(&written) {
            return None;
        }
        let mut seen = self.seen.iter();
        let first = seen.find(|first| self.text.get((*first).clone()) == Some(written));
        let Some(first) = first.cloned() else {
            self.seen.push(name.clone());
            return None;
        };
        (first != *name).then_some(first)
    }

    fn entry(&mut self, node: &Node, diagnostics: &mut Diagnostics) {
        match self.list {
            "categories" => {
                let read = self.open(node, List::Categories, diagnostics, category);
                self.timeline.categories.extend(read);
            }
            "actors" => {
                let read = self.open(node, List::Actors, diagnostics, actor);
                self.timeline.actors.extend(read);
            }
            "eras" => {
                let read = self.open(node, List::Eras, diagnostics, era);
                self.timeline.eras.extend(read);
            }
            "sources" => {
                let read = self.open(node, List::Sources, diagnostics, source);
                self.timeline.sources.extend(read);
            }
            "events" => {
                let events = &mut self.timeline.events;
                read_event(self.text, node, events, &mut self.dates, diagnostics);
            }
            "series" => {
                let read = self.open(node, List::Series, diagnostics, series);
                self.timeline.series.extend(read);
            }
            _ => {
                let read = self.open(node, List::Stories, diagnostics, story::read);
                self.timeline.stories.extend(read);
            }
        }
    }

    fn open<T>(
        &self,
        node: &Node,
        list: List,
        diagnostics: &mut Diagnostics,
        read: impl FnOnce(&mut Entry<'_, '_>) -> Option<T>,
    ) -> Option<T> {
        let mut entry = Entry::open(self.text, node, list.group(), diagnostics)?;
        read(&mut entry)
    }
}

fn category(entry: &mut Entry<'_, '_>) -> Option<Named<RawCategory>> {
    let id = id(entry)?;
    let shape = entry.plain("shape", &message!("checks-a-shape"));
    let category = RawCategory {
        name: name_or_id(entry, "name", &id),
        name_ja: entry.optional("name_ja"),
        color: color(entry),
        shape: shape.map(|shape| shape.value),
        range: entry.range().into(),
        id: Id::from(entry.words_of(&id.value)),
    };
    Some(Named {
        id: id.range(),
        entry: category,
    })
}

/// Whether a text is a colour as files write it.
pub(super) fn is_color(written: &str) -> bool {
    let digits = written.strip_prefix('#').unwrap_or_default();
    digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn color(entry: &mut Entry<'_, '_>) -> Option<String> {
    let color = entry.text("color")?;
    let written = entry.words_of(&color.value);
    if is_color(written) {
        return Some(written.to_owned());
    }
    let message = message!("checks-bad-color");
    entry.report(Diagnostic::warning("bad-color", color.range(), message));
    None
}

fn actor(entry: &mut Entry<'_, '_>) -> Option<Named<Actor>> {
    let id = id(entry)?;
    let name = name_or_id(entry, "name", &id);
    Some(Named {
        id: id.range(),
        entry: Actor {
            name,
            name_ja: entry.optional("name_ja"),
            range: entry.range().into(),
            id: Id::from(entry.words_of(&id.value)),
        },
    })
}

fn era(entry: &mut Entry<'_, '_>) -> Option<Era> {
    let when = when(entry)?;
    Some(Era {
        title: entry.words("title"),
        title_ja: entry.optional("title_ja"),
        when,
        range: entry.range().into(),
    })
}

fn source(entry: &mut Entry<'_, '_>) -> Option<Named<RawSource>> {
    let id = id(entry)?;
    let kind = entry.plain::<SourceKind>("kind", &message!("checks-a-source-kind"));
    let (url, text) = (entry.text("url"), entry.text("text"));
    let place = |text: &Option<Name>| text.as_ref().map_or(0..0, Spanned::range);
    let (url_range, text_range) = (place(&url), place(&text));
    let mut gists = Vec::new();
    let source = Source {
        kind: kind.map(|kind| kind.value).unwrap_or_default(),
        author: entry.optional("author"),
        title: name_or_id(entry, "title", &id),
        date: entry.optional("date"),
        url: url.map(|url| entry.words_of(&url.value).to_owned()),
        text: text.map(|text| entry.words_of(&text.value).to_owned()),
        gists: {
            let all = entry.all();
            entry.texts("gists", |gist| gists.push(gist.value.get(all).to_owned()));
            gists
        },
        checked: entry
            .plain("checked", &message!("checks-true-or-false"))
            .is_none_or(|checked| checked.value),
        range: entry.range().into(),
        id: Id::from(entry.words_of(&id.value)),
    };
    Some(Named {
        id: id.range(),
        entry: RawSource {
            source,
            url: url_range,
            text: text_range,
        },
    })
}

fn series(entry: &mut Entry<'_, '_>) -> Option<Named<Series>> {
    let id = id(entry)?;
    let mut points: Vec<Point> = Vec::new();
    for node in entry.list("points") {
        points.extend(entry.point(node).map(|(when, value)| Point { when, value }));
    }
    points.sort_by(|a, b| a.when.anchor().total_cmp(&b.when.anchor()));
    let series = Series {
        title: name_or_id(entry, "title", &id),
        title_ja: entry.optional("title_ja"),
        unit: entry.words("unit"),
        unit_ja: entry.optional("unit_ja"),
        source: entry.optional("source"),
        points,
        range: entry.range().into(),
        id: Id::from(entry.words_of(&id.value)),
    };
    Some(Named {
        id: id.range(),
        entry: series,
    })
}

/// The entry's own id, without which nothing can refer to it.
pub(super) fn id(entry: &mut Entry<'_, '_>) -> Option<Name> {
    if !entry.has("id") {
        entry.missing("id", "\"a-short-name\"");
        return None;
    }
    let id = entry.text("id")?;
    if entry.words_of(&id.value).trim().is_empty() {
        let message = message!("checks-empty-id");
        entry.report(Diagnostic::error("empty-id", id.range(), message));
        return None;
    }
    Some(id)
}

fn when(entry: &mut Entry<'_, '_>) -> Option<When> {
    if !entry.has("when") {
        entry.missing("when", "\"1971-08-15\"");
    }
    entry.when("when")
}

pub(super) fn name_or_id(entry: &mut Entry<'_, '_>, field: &str, id: &Name) -> String {
    let name = entry.optional(field).filter(|name| !name.is_empty());
    name.unwrap_or_else(|| entry.words_of(&id.value).to_owned())
}
