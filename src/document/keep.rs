//! What cannot be read now stays as it was read last, so that a slip of the keyboard does not empty the picture.
//!
//! Only a file with errors keeps anything, and of its events those that are still there but cannot be read: their ids
//! can be, or brackets and quotation marks are so wrong that nobody knows where they went. Everything else that is
//! gone is gone. Steps of a story show kept events as they show the others.

use std::collections::{HashMap, HashSet};

use super::Document;
use super::checks::uncategorised;
use super::events::{NO_CATEGORY, incoming};
use super::few::Few;
use super::ids::Ids;
use super::model::{Event, Excerpt, Link, Step, Timeline};
use super::place::Place;
use super::schema::List;

impl Document {
    /// The same with the events of an earlier reading that cannot be read in this one, marked as [`Event::is_kept`].
    #[must_use]
    pub fn keeping(mut self, last: &Self) -> Self {
        let kept = self.lost(last);
        if !kept.is_empty() {
            let timeline = std::mem::take(&mut self.timeline);
            self.timeline = with(timeline, &last.timeline, kept);
        }
        self
    }

    /// The events of an earlier reading that are there and cannot be read.
    fn lost<'a>(&self, last: &'a Self) -> Vec<&'a Event> {
        if !self.is_broken() {
            return Vec::new();
        }
        let unread: HashSet<&str> = self.unread.iter().map(|id| &**id).collect();
        let events = last.timeline.events.iter();
        let lost = events.filter(|event| self.is_torn || unread.contains(event.id.as_str()));
        lost.filter(|event| self.timeline.event_index(&event.id).is_none())
            .collect()
    }
}

/// A timeline with events of another one.
fn with(mut timeline: Timeline, last: &Timeline, kept: Vec<&Event>) -> Timeline {
    let here = Here::new(&timeline, last);
    let mut kept: Vec<_> = kept.into_iter().map(|event| here.event(event)).collect();
    if kept.iter().any(|event| event.category == NO_CATEGORY) {
        let extra = uncategorised(&mut timeline.categories);
        let lacking = kept
            .iter_mut()
            .filter(|event| event.category == NO_CATEGORY);
        lacking.for_each(|event| event.category = extra);
    }
    let own = timeline.events.len();
    let mut all: Vec<(usize, Event)> = timeline
        .events
        .into_iter()
        .chain(kept)
        .enumerate()
        .collect();
    all.sort_by(|(_, a), (_, b)| {
        let anchors = a.when.anchor().total_cmp(&b.when.anchor());
        let starts = anchors.then_with(|| a.when.extent().start.total_cmp(&b.when.extent().start));
        starts.then_with(|| a.id.cmp(&b.id))
    });
    let mut ranks = vec![0; all.len()];
    for (rank, (place, _)) in all.iter().enumerate() {
        if let Some(slot) = ranks.get_mut(*place) {
            *slot = rank;
        }
    }
    let rank = |place: usize| ranks.get(place).copied();
    timeline.events = all
        .into_iter()
        .map(|(place, event)| {
            if place < own {
                relinked(event, rank)
            } else {
                event
            }
        })
        .collect();
    timeline.by_id = ids(&timeline.events);
    link_kept(&mut timeline.events, &timeline.by_id, last);
    timeline.incoming = incoming(&timeline.events);
    for step in timeline
        .stories
        .iter_mut()
        .flat_map(|story| &mut story.steps)
    {
        step.event = step.event.and_then(rank);
        let events = std::mem::take(&mut step.events).into_iter();
        step.events = events.filter_map(rank).collect();
        show_kept(step, &timeline.events, &timeline.by_id);
    }
    timeline.measured()
}

/// Lets a step show the kept events that it names, each at its place: a lesson goes on while a date is mended.
fn show_kept(step: &mut Step, events: &[Event], by_id: &Ids) {
    let read = |place: usize| events.get(place).map(|event| event.id.as_str());
    let missing = std::mem::take(&mut step.missing).into_iter();
    let gaps = std::mem::take(&mut step.gaps).into_iter();
    for (id, gap) in missing.zip(gaps) {
        match (by_id.find(&id, read), gap.checked_sub(1)) {
            (Some(event), None) => step.event = Some(event),
            (Some(event), Some(place)) => {
                let before = step.gaps.iter().filter(|&&gap| gap > 0).count();
                let place = place.saturating_sub(before).min(step.events.len());
                step.events.insert(place, event);
            }
            (None, _) => {
                step.missing.push(id);
                step.gaps.push(gap);
            }
        }
    }
}

/// An event whose links lead to where the others have gone.
fn relinked(mut event: Event, rank: impl Fn(usize) -> Option<usize>) -> Event {
    let links = event.links.iter();
    let links = links.filter_map(|link| rank(link.to).map(|to| Link { to, ..*link }));
    event.links = Few::from_iter(links);
    event
}

/// Finds the links of kept events again, by the ids that they had.
fn link_kept(events: &mut [Event], by_id: &Ids, last: &Timeline) {
    let names: Vec<String> = events.iter().map(|event| event.id.to_string()).collect();
    let find = |id: &str| by_id.find(id, |place| names.get(place).map(String::as_str));
    for event in events.iter_mut().filter(|event| event.is_kept) {
        let links = event.links.iter().filter_map(|link| {
            let to = find(&last.events.get(link.to)?.id)?;
            Some(Link { to, ..*link })
        });
        event.links = Few::from_iter(links);
    }
}

fn ids(events: &[Event]) -> Ids {
    let mut ids = Ids::with_room(events.len());
    for (place, event) in events.iter().enumerate() {
        ids.insert(&event.id, place, |place| {
            events.get(place).map(|event| event.id.as_str())
        });
    }
    ids
}

/// Where the entries of an earlier reading are now.
struct Here {
    categories: Vec<Option<usize>>,
    actors: Vec<Option<usize>>,
    sources: Vec<Option<usize>>,
}

impl Here {
    fn new(timeline: &Timeline, last: &Timeline) -> Self {
        let places = |list: List| {
            let now = (0..timeline.count(list))
                .filter_map(|index| Some((timeline.id_of(list, index)?, index)));
            let now: HashMap<_, _> = now.collect();
            let find = |index| now.get(last.id_of(list, index)?).copied();
            (0..last.count(list)).map(find).collect()
        };
        Self {
            categories: places(List::Categories),
            actors: places(List::Actors),
            sources: places(List::Sources),
        }
    }

    /// An event of the earlier reading as it stands in this one; its links are as they were.
    fn event(&self, event: &Event) -> Event {
        let find = |places: &[Option<usize>], index: usize| places.get(index).copied().flatten();
        let excerpts = event.excerpts.iter().filter_map(|excerpt| {
            Some(Excerpt {
                source: find(&self.sources, excerpt.source)?,
                ..excerpt.clone()
            })
        });
        Event {
            category: find(&self.categories, event.category).unwrap_or(NO_CATEGORY),
            actors: event
                .actors
                .iter()
                .filter_map(|index| find(&self.actors, index))
                .collect(),
            sources: event
                .sources
                .iter()
                .filter_map(|index| find(&self.sources, index))
                .collect(),
            excerpts: Few::from_iter(excerpts),
            range: Place::default(),
            is_kept: true,
            ..event.clone()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"Timeline(
    events: [
        (id: "a", when: "1950", title: "A"),
        (id: "b", when: "1960", title: "B"),
        (id: "c", when: "1970", title: "C"),
        (id: "d", when: "1980", title: "D"),
    ],
    series: [(id: "yen", points: [("1970", 360)])],
    stories: [(id: "s", title: "S", steps: [
        (event: "b", events: ["a", "gone", "c", "d"], show: Links),
        (events: ["c"], series: "yen"),
        (event: "d"),
    ])],
)"#;

    /// What the steps name after the text has become this one: their event, their further events, what is missing.
    fn named(text: &str) -> Vec<(Option<String>, Vec<String>, Vec<String>)> {
        let last = Document::parse("t.ron", GOOD);
        let document = Document::parse("t.ron", text).keeping(&last);
        let events = &document.timeline.events;
        let id = |index: usize| events.get(index).unwrap().id.to_string();
        let steps = document
            .timeline
            .stories
            .iter()
            .flat_map(|story| &story.steps);
        let of = |step: &Step| {
            let others = step.events.iter().map(|&index| id(index)).collect();
            (step.event.map(id), others, step.missing.clone())
        };
        steps.map(of).collect()
    }

    #[test]
    fn steps_name_kept_events_at_their_places() {
        let good = named(GOOD);
        let [first, ..] = good.as_slice() else {
            panic!("{good:?}")
        };
        let others = ["a", "c", "d"].map(str::to_owned).to_vec();
        let gone = vec!["gone".to_owned()];
        assert_eq!(*first, (Some("b".to_owned()), others, gone));
        for (from, to) in [
            ("1950", "soon"),
            ("1960", "19x"),
            ("1970\", title", "\", title"),
            ("(id: \"d\", when: \"1980\"", "(id: \"d\", when: 12"),
        ] {
            assert_eq!(named(&GOOD.replacen(from, to, 1)), good, "{to}");
        }
        let several = GOOD
            .replace("\"1960\"", "\"x\"")
            .replace("\"1970\", title", "\"y\", title");
        assert_eq!(named(&several), good);
    }

    #[test]
    fn what_is_taken_out_is_missing() {
        let without = GOOD.replace("        (id: \"c\", when: \"1970\", title: \"C\"),\n", "");
        let named = named(&without.replace("1950", "soon"));
        let [first, second, _] = named.as_slice() else {
            panic!("{named:?}")
        };
        let others = ["a", "d"].map(str::to_owned).to_vec();
        let missing = ["gone", "c"].map(str::to_owned).to_vec();
        assert_eq!(*first, (Some("b".to_owned()), others, missing));
        assert_eq!(*second, (None, Vec::new(), vec!["c".to_owned()]));
    }
}
