//! What a timeline file says, with every reference resolved.
//!
//! References between entries are indexes into the lists of the same [`Timeline`]; ids are what the file, the
//! view and the session keep, since an index means nothing after a reload.

use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::few::{Few, Indexes};
use super::ids::Ids;
use super::place::Place;
use super::schema::List;
use super::words::Words;
use crate::time::{Span, When};

/// The stable name of an entry in the file; cheap to clone.
pub type Id = Arc<str>;

/// A timeline: the events and all that they refer to.
#[derive(Debug, Clone, Default)]
pub struct Timeline {
    /// Title in the file's main language; empty when the file gives none.
    pub title: String,
    /// Japanese title.
    pub title_ja: Option<String>,
    /// Categories in the file's order: one lane each. If an event's category is missing or unknown, an extra
    /// category with the id [`UNCATEGORISED`] stands last.
    pub categories: Vec<Category>,
    /// People, states and bodies that take part.
    pub actors: Vec<Actor>,
    /// Named periods, by start.
    pub eras: Vec<Era>,
    /// Works that events cite.
    pub sources: Vec<Source>,
    /// Events in order of time (the mark's place, then the earliest day, then the id).
    pub events: Vec<Event>,
    /// Figures over time.
    pub series: Vec<Series>,
    /// Lessons: steps through the events.
    pub stories: Vec<Story>,
    /// Where the names of the fields at the top stand, in the order of the text.
    pub(crate) fields: Vec<Place>,
    /// Index by id, for [`Timeline::event_index`].
    pub(crate) by_id: Ids,
    /// Every link, by the event it points at, then by the one it stands in.
    pub(crate) incoming: Vec<Incoming>,
    /// What [`Timeline::extent`] gives back; set by [`Timeline::measured`].
    pub(crate) extent: Option<Span>,
}

/// Id of the category that takes events whose own is missing or unknown.
pub const UNCATEGORISED: &str = "uncategorised";

/// A kind of event: one lane, one colour, one shape.
#[derive(Debug, Clone)]
pub struct Category {
    /// Stable id.
    pub id: Id,
    /// Name on screen.
    pub name: String,
    /// Japanese name.
    pub name_ja: Option<String>,
    /// Colour as written, `#RRGGBB`; checked on load. `None` takes one from the theme.
    pub color: Option<String>,
    /// Shape of the mark, so that colour is never the only difference.
    pub shape: Shape,
    /// Bytes of the entry in the text; none for the one that is made for events without any.
    pub range: Place,
}

/// The shape of a category's marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Shape {
    Circle,
    Diamond,
    Square,
    Triangle,
    Hexagon,
    Star,
}

/// A person, a state or a body.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Actor {
    pub id: Id,
    pub name: String,
    pub name_ja: Option<String>,
    pub range: Place,
}

/// A named period, drawn behind the events.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Era {
    pub title: String,
    pub title_ja: Option<String>,
    pub when: When,
    pub range: Place,
}

/// What sort of work a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum SourceKind {
    Article,
    Book,
    Treaty,
    Law,
    Document,
    Report,
    News,
    Speech,
    Dataset,
    #[default]
    Web,
}

/// A work that events cite.
#[derive(Debug, Clone)]
pub struct Source {
    /// Stable id.
    pub id: Id,
    /// Sort of work.
    pub kind: SourceKind,
    /// Author or institution.
    pub author: Option<String>,
    /// Title of the work.
    pub title: String,
    /// Date of the work, as written (EDTF where it is one).
    pub date: Option<String>,
    /// Where it can be read; only http and https pass the check.
    pub url: Option<String>,
    /// A text file beside the timeline that holds the whole work.
    pub text: Option<String>,
    /// For each paragraph in order what it says, in our own words.
    pub gists: Vec<String>,
    /// Whether somebody has looked the work up; true when left out.
    pub checked: bool,
    /// Bytes of the entry in the text.
    pub range: Place,
}

/// Something that happened. A million of these are held at once, hence the small sorts of lists.
#[derive(Debug, Clone)]
pub struct Event {
    /// Stable id, to be kept beyond the document as an [`Id`]: `Id::from(&*event.id)`.
    pub id: Words,
    /// When, with its precision.
    pub when: When,
    /// Title on screen.
    pub title: Words,
    /// Japanese title.
    pub title_ja: Option<Words>,
    /// How the Japanese title is read, in kana.
    pub title_kana: Option<Words>,
    /// Two or three neutral sentences.
    pub summary: Words,
    /// Indexes into [`Timeline::actors`].
    pub actors: Indexes,
    /// Indexes into [`Timeline::sources`].
    pub sources: Indexes,
    /// Quotations that bear on it.
    pub excerpts: Few<Excerpt>,
    /// Links to other events.
    pub links: Few<Link>,
    /// Bytes of the entry in the text.
    pub range: Place,
    /// Index into [`Timeline::categories`].
    pub category: usize,
    /// 1 (a detail) to 5 (a turning point).
    pub significance: u8,
    /// Whether it cannot be read now and shows as it was read last; see [`Document::keeping`](super::Document::keeping).
    pub is_kept: bool,
}

/// What a quotation does for the event's telling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Stance {
    /// The source bears the event out.
    Supports,
    /// The source says otherwise, or says it loosely.
    Disputes,
    /// Background.
    #[default]
    Context,
}

/// A short verbatim quotation.
#[derive(Debug, Clone)]
pub struct Excerpt {
    /// Index into [`Timeline::sources`].
    pub source: usize,
    /// Paragraph of the source, from 1 after its title.
    pub paragraph: Option<u32>,
    /// The words, at most 25.
    pub quote: Words,
    /// What it does here.
    pub stance: Stance,
}

/// How one event bears on another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum LinkKind {
    LedTo,
    ResponseTo,
    AmendedBy,
    ReplacedBy,
    PartOf,
    Follows,
    Recalls,
    SeeAlso,
}

/// A typed link to another event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// Index into [`Timeline::events`].
    pub to: usize,
    /// How it bears.
    pub kind: LinkKind,
}

/// A link as the event it points at sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Incoming {
    pub(crate) to: u32,
    pub(crate) from: u32,
    pub(crate) kind: LinkKind,
}

/// One link seen from one of its ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Connection {
    /// The event at the other end.
    pub other: usize,
    /// How they bear on each other.
    pub kind: LinkKind,
    /// True when the link is written in the event asked about.
    pub outgoing: bool,
}

/// Figures over time.
#[derive(Debug, Clone)]
pub struct Series {
    /// Stable id.
    pub id: Id,
    /// Title on screen.
    pub title: String,
    /// Japanese title.
    pub title_ja: Option<String>,
    /// Unit, such as `¥` or `%`.
    pub unit: String,
    /// Unit in Japanese.
    pub unit_ja: Option<String>,
    /// Where the figures are from, as written (a source's id or words).
    pub source: Option<String>,
    /// Points by time.
    pub points: Vec<Point>,
    /// Bytes of the entry in the text.
    pub range: Place,
}

/// One figure.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Point {
    pub when: When,
    pub value: f64,
}

/// A lesson.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Story {
    pub id: Id,
    pub title: String,
    pub title_ja: Option<String>,
    pub steps: Vec<Step>,
    pub range: Place,
}

/// What the class sees in a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Shows {
    /// The event in large type.
    Event,
    /// A stretch of time, the events that the step names pointed out.
    Window,
    /// The event, then what it is linked with, one at a time.
    Links,
    /// Figures, with a marker at the event or else at the middle of the window.
    Series,
    /// One quotation of the event and nothing else.
    Excerpt,
}

/// One step of a lesson.
#[derive(Debug, Clone, Default)]
pub struct Step {
    /// What the step is called, where that is not its event's title.
    pub title: Option<String>,
    /// The same in Japanese.
    pub title_ja: Option<String>,
    /// The event shown, if any: an index into [`Timeline::events`].
    pub event: Option<usize>,
    /// Further events, in the order in which they are told; indexes as well.
    pub events: Vec<usize>,
    /// Ids of events that the step names and the file does not have.
    pub missing: Vec<String>,
    /// The place of each of those among all that the step names: 0 for `event`, from 1 for `events`.
    pub(crate) gaps: Vec<usize>,
    /// What the class sees, where the step says so; see [`Step::shows`].
    pub show: Option<Shows>,
    /// Index into [`Timeline::series`].
    pub series: Option<usize>,
    /// Which of the event's quotations, from 1; the first where the step does not say.
    pub excerpt: Option<u32>,
    /// The stretch of time shown.
    pub window: Option<When>,
    /// Which events stand around it, as a query of the search field.
    pub filter: Option<String>,
    /// Notes for the teacher, in Markdown.
    pub note: Option<String>,
    /// How long the step is meant to take.
    pub seconds: Option<u32>,
}

impl Step {
    /// What the class sees: what the step says, or else what fits that which it names.
    pub fn shows(&self) -> Shows {
        let fitting = match (self.series, self.event) {
            (Some(_), _) => Shows::Series,
            (None, Some(_)) => Shows::Event,
            // Of an event that is gone there is nothing else to show.
            (None, None) if !self.missing.is_empty() && self.events.is_empty() => Shows::Event,
            (None, None) => Shows::Window,
        };
        self.show.unwrap_or(fitting)
    }
}

impl Timeline {
    /// The event with this id.
    pub fn event(&self, id: &str) -> Option<&Event> {
        self.event_index(id)
            .and_then(|index| self.events.get(index))
    }

    /// Where the event with this id stands in [`Timeline::events`].
    pub fn event_index(&self, id: &str) -> Option<usize> {
        let read = |index: usize| self.events.get(index).map(|event| event.id.as_str());
        self.by_id.find(id, read)
    }

    /// The event whose entry holds a byte of the text, and the bytes around it for which the same is to be said. Walks
    /// over all events: whoever asks often keeps the answer.
    pub fn event_at(&self, byte: usize) -> (Option<usize>, Range<usize>) {
        let mut around = 0..usize::MAX;
        for (index, event) in self.events.iter().enumerate() {
            let range = event.range.range();
            if range.contains(&byte) {
                return (Some(index), range);
            }
            if range.end <= byte {
                around.start = around.start.max(range.end);
            } else {
                around.end = around.end.min(range.start);
            }
        }
        (None, around)
    }

    /// How many entries a list has.
    pub fn count(&self, list: List) -> usize {
        match list {
            List::Categories => self.categories.len(),
            List::Actors => self.actors.len(),
            List::Eras => self.eras.len(),
            List::Sources => self.sources.len(),
            List::Events => self.events.len(),
            List::Series => self.series.len(),
            List::Stories => self.stories.len(),
        }
    }

    /// The id of an entry; eras have none.
    pub fn id_of(&self, list: List, index: usize) -> Option<&str> {
        match list {
            List::Categories => self.categories.get(index).map(|entry| &*entry.id),
            List::Actors => self.actors.get(index).map(|entry| &*entry.id),
            List::Eras => None,
            List::Sources => self.sources.get(index).map(|entry| &*entry.id),
            List::Events => self.events.get(index).map(|entry| &*entry.id),
            List::Series => self.series.get(index).map(|entry| &*entry.id),
            List::Stories => self.stories.get(index).map(|entry| &*entry.id),
        }
    }

    /// What an entry is called in the file's main language.
    pub fn title_of(&self, list: List, index: usize) -> Option<&str> {
        match list {
            List::Categories => self.categories.get(index).map(|entry| &*entry.name),
            List::Actors => self.actors.get(index).map(|entry| &*entry.name),
            List::Eras => self.eras.get(index).map(|entry| &*entry.title),
            List::Sources => self.sources.get(index).map(|entry| &*entry.title),
            List::Events => self.events.get(index).map(|entry| &*entry.title),
            List::Series => self.series.get(index).map(|entry| &*entry.title),
            List::Stories => self.stories.get(index).map(|entry| &*entry.title),
        }
    }

    /// Where the entry with this id stands in its list.
    pub fn index_of(&self, list: List, id: &str) -> Option<usize> {
        match list {
            List::Events => self.event_index(id),
            _ => (0..self.count(list)).find(|&index| self.id_of(list, index) == Some(id)),
        }
    }

    /// Bytes of an entry in the text; none for one that is not written there.
    pub fn range_of(&self, list: List, index: usize) -> Option<Place> {
        match list {
            List::Categories => self.categories.get(index).map(|entry| entry.range),
            List::Actors => self.actors.get(index).map(|entry| entry.range),
            List::Eras => self.eras.get(index).map(|entry| entry.range),
            List::Sources => self.sources.get(index).map(|entry| entry.range),
            List::Events => self.events.get(index).map(|entry| entry.range),
            List::Series => self.series.get(index).map(|entry| entry.range),
            List::Stories => self.stories.get(index).map(|entry| entry.range),
        }
    }

    /// Whether another event links to this one.
    pub fn is_linked_to(&self, event: usize) -> bool {
        !self.incoming(event).is_empty()
    }

    /// The links of others that point at an event.
    fn incoming(&self, event: usize) -> &[Incoming] {
        let from = |least: usize| {
            self.incoming
                .partition_point(|link| (link.to as usize) < least)
        };
        let all = from(event)..from(event.saturating_add(1));
        self.incoming.get(all).unwrap_or_default()
    }

    /// The events with a link to this one, in order of time; one of them several times when it has several.
    pub(crate) fn linking_to(&self, event: usize) -> impl Iterator<Item = usize> {
        let links = self.incoming(event).iter();
        links.map(|link| link.from as usize)
    }

    /// The links of an event, its own and those of others to it, in order of the other's time.
    pub fn connections(&self, event: usize) -> Vec<Connection> {
        let outgoing = self
            .events
            .get(event)
            .into_iter()
            .flat_map(|event| &event.links);
        let outgoing = outgoing.map(|link| Connection {
            other: link.to,
            kind: link.kind,
            outgoing: true,
        });
        let incoming = self.incoming(event).iter().map(|link| Connection {
            other: link.from as usize,
            kind: link.kind,
            outgoing: false,
        });
        let mut all: Vec<_> = outgoing.chain(incoming).collect();
        all.sort_by_key(|connection| connection.other);
        all
    }

    /// From the earliest to the latest day that any event or era names; `None` when there is none.
    /// Open ends count as far as the rest reaches.
    pub fn extent(&self) -> Option<Span> {
        self.extent
    }

    /// The timeline with its extent, which every frame asks for, found once.
    pub(crate) fn measured(mut self) -> Self {
        let whens = self
            .events
            .iter()
            .map(|event| &event.when)
            .chain(self.eras.iter().map(|era| &era.when));
        self.extent = whens
            .filter_map(|when| when.finite_extent())
            .reduce(|all, span| all.union(span));
        self
    }
}
