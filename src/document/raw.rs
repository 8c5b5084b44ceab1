//! The entries of a file as written: references still by name, nothing compared with anything.

use std::ops::Range;

use super::entry::{Said, Spanned};
use super::model::{Actor, Era, Id, LinkKind, Series, Shape, Source, Stance, Step};
use super::place::Place;
use crate::time::When;

/// A name and where it stands.
pub(crate) type Name = Spanned<Said>;

/// A timeline whose references are still names.
#[derive(Debug, Default)]
pub(crate) struct RawTimeline {
    pub(crate) title: String,
    pub(crate) title_ja: Option<String>,
    pub(crate) categories: Vec<Named<RawCategory>>,
    pub(crate) actors: Vec<Named<Actor>>,
    pub(crate) eras: Vec<Era>,
    pub(crate) sources: Vec<Named<RawSource>>,
    pub(crate) events: Batch,
    pub(crate) series: Vec<Named<Series>>,
    pub(crate) stories: Vec<Named<RawStory>>,
    /// Where the names of the fields at the top stand, in the order of the text.
    pub(crate) fields: Vec<Place>,
    /// Whether brackets, commas or quotation marks were wrong anywhere.
    pub(crate) torn: bool,
}

/// An entry and where its id stands.
#[derive(Debug)]
pub(crate) struct Named<T> {
    pub(crate) id: Range<usize>,
    pub(crate) entry: T,
}

#[derive(Debug)]
pub(crate) struct RawCategory {
    pub(crate) id: Id,
    pub(crate) name: String,
    pub(crate) name_ja: Option<String>,
    pub(crate) color: Option<String>,
    pub(crate) shape: Option<Shape>,
    pub(crate) range: Place,
}

#[derive(Debug)]
pub(crate) struct RawSource {
    pub(crate) source: Source,
    pub(crate) url: Range<usize>,
    pub(crate) text: Range<usize>,
}

/// Events in the order of the file. What each has several of stands in lists for all of them: a list for each would be
/// several million, and what they took could not be given back among all that stays.
#[derive(Debug, Default)]
pub(crate) struct Batch {
    pub(crate) events: Vec<RawEvent>,
    /// The actors and sources of the events.
    pub(crate) names: Vec<Name>,
    pub(crate) excerpts: Vec<RawExcerpt>,
    pub(crate) links: Vec<RawLink>,
    /// Events that could not be read but whose ids could.
    pub(crate) unread: Vec<Name>,
}

impl Batch {
    /// Puts others after these.
    pub(crate) fn append(&mut self, mut other: Self) {
        let (names, excerpts) = (self.names.len(), self.excerpts.len());
        let links = self.links.len();
        for event in &mut other.events {
            event.actors = event.actors.shifted(names);
            event.sources = event.sources.shifted(names);
            event.excerpts = event.excerpts.shifted(excerpts);
            event.links = event.links.shifted(links);
        }
        self.events.append(&mut other.events);
        self.names.append(&mut other.names);
        self.excerpts.append(&mut other.excerpts);
        self.links.append(&mut other.links);
        self.unread.append(&mut other.unread);
    }
}

#[derive(Debug)]
pub(crate) struct RawEvent {
    pub(crate) id: Name,
    pub(crate) when: When,
    pub(crate) title: Option<Name>,
    pub(crate) title_ja: Option<Said>,
    pub(crate) title_kana: Option<Name>,
    pub(crate) category: Option<Name>,
    /// Which of [`Batch::names`].
    pub(crate) actors: Place,
    pub(crate) significance: u8,
    pub(crate) summary: Option<Said>,
    /// Which of [`Batch::excerpts`].
    pub(crate) excerpts: Place,
    /// Which of [`Batch::names`].
    pub(crate) sources: Place,
    /// Which of [`Batch::links`].
    pub(crate) links: Place,
    /// Bytes of the entry.
    pub(crate) place: Place,
}

#[derive(Debug)]
pub(crate) struct RawExcerpt {
    pub(crate) source: Name,
    pub(crate) paragraph: Option<Spanned<u32>>,
    pub(crate) quote: Name,
    pub(crate) stance: Stance,
}

#[derive(Debug)]
pub(crate) struct RawLink {
    pub(crate) to: Name,
    pub(crate) kind: LinkKind,
}

#[derive(Debug)]
pub(crate) struct RawStory {
    pub(crate) id: Id,
    pub(crate) title: String,
    pub(crate) title_ja: Option<String>,
    pub(crate) steps: Vec<RawStep>,
    pub(crate) range: Place,
}

#[derive(Debug)]
pub(crate) struct RawStep {
    pub(crate) event: Option<Name>,
    pub(crate) events: Vec<Name>,
    pub(crate) series: Option<Name>,
    /// All that refers to nothing else.
    pub(crate) plain: Step,
}
