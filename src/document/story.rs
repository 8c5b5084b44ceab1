//! Reads stories: lessons that walk through the events in steps.

use super::checks::Checker;
use super::entry::Entry;
use super::events::Known;
use super::model::{Id, Series, Step, Story, Timeline};
use super::raw::{Name, Named, RawStep, RawStory};
use super::read::{id, name_or_id};
use super::schema::{List, MOST_SECONDS, STEP};
use super::syntax::Node;
use super::{Address, Document, Way};
use crate::messages::{Message, message};

/// What a number of a step is expected to be, and what is said of one that is not.
const NUMBER: &Message = &message!("checks-a-number-from-one");
const BEYOND: &str = "out-of-range";

/// A story as it stands in the file.
pub(super) fn read(entry: &mut Entry<'_, '_>) -> Option<Named<RawStory>> {
    let id = id(entry)?;
    let mut steps = Vec::new();
    entry.entries("steps", &STEP, |entry| steps.push(step(entry)));
    let title = name_or_id(entry, "title", &id);
    let story = RawStory {
        title,
        title_ja: entry.optional("title_ja"),
        steps,
        range: entry.range().into(),
        id: Id::from(entry.words_of(&id.value)),
    };
    Some(Named {
        id: id.range(),
        entry: story,
    })
}

fn step(entry: &mut Entry<'_, '_>) -> RawStep {
    let mut events = Vec::new();
    entry.texts("events", |name| events.push(name));
    let show = entry.plain("show", &message!("checks-a-show"));
    RawStep {
        event: entry.text("event"),
        events,
        series: entry.text("series"),
        plain: Step {
            title: entry.optional("title").filter(|title| !title.is_empty()),
            title_ja: entry.optional("title_ja").filter(|title| !title.is_empty()),
            show: show.map(|show| show.value),
            excerpt: entry.counting("excerpt", NUMBER, (u32::MAX, BEYOND)),
            window: entry.when("window"),
            filter: entry.optional("filter").filter(|filter| !filter.is_empty()),
            note: entry.optional("note"),
            seconds: entry.counting("seconds", NUMBER, (MOST_SECONDS, BEYOND)),
            ..Step::default()
        },
    }
}

/// The story with the events and series that it names.
pub(super) fn resolve(raw: RawStory, checker: &mut Checker<'_>, timeline: &Timeline) -> Story {
    let steps = raw.steps.into_iter();
    Story {
        steps: steps
            .map(|step| resolved(step, checker, timeline))
            .collect(),
        id: raw.id,
        title: raw.title,
        title_ja: raw.title_ja,
        range: raw.range,
    }
}

fn resolved(raw: RawStep, checker: &mut Checker<'_>, timeline: &Timeline) -> Step {
    let mut step = raw.plain;
    let mut find = |place: usize, name: &Name, checker: &mut Checker<'_>| {
        let found = checker.find(name, List::Events, timeline);
        if found.is_none() {
            step.missing.push(name.value.get(checker.text).to_owned());
            step.gaps.push(place);
        }
        found
    };
    step.event = raw.event.and_then(|name| find(0, &name, checker));
    let events = (1..).zip(&raw.events);
    step.events = events
        .filter_map(|(place, name)| find(place, name, checker))
        .collect();
    let series = raw.series;
    step.series = series.and_then(|name| checker.find(&name, List::Series, &timeline.series));
    step
}

impl Timeline {
    /// The story with this id.
    pub fn story(&self, id: &str) -> Option<&Story> {
        self.stories.iter().find(|story| *story.id == *id)
    }
}

impl Story {
    /// Where its steps stand.
    pub fn address_of_steps(&self) -> Address {
        Address::new(List::Stories, Id::clone(&self.id)).field("steps")
    }
}

impl Document {
    /// The steps of a story as they stand in the text, in the order of [`Story::steps`], each with its place among the
    /// members of the list: a member that cannot be read is no step, but it keeps its place.
    pub fn steps_of(&self, story: &Story) -> Vec<(usize, Node)> {
        let tree = self.tree(story.range.range());
        let list = self.within(&tree, &[Way::Field("steps")]);
        let steps = list.into_iter().flat_map(Node::entries);
        steps.map(|(place, step)| (place, step.clone())).collect()
    }
}

impl Known for Vec<Series> {
    fn place(&self, id: &str) -> Option<usize> {
        self.iter().position(|series| &*series.id == id)
    }

    fn ids(&self) -> Vec<&str> {
        self.iter().map(|series| &*series.id).collect()
    }
}
