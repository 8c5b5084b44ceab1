//! Makes a step of a story from what is looked at.

use crate::document::{Address, Document, Edit, Id, List, Shows, Story, Value};
use crate::messages::{Lang, message, say};
use crate::time::When;

use super::Workspace;
use super::action::{Action, Effect};
use super::writing::{Wish, WriteAction};

/// What the id of a story is made of that is begun by recording.
const NEW: &str = "new-lesson";

/// Where a step goes.
struct Target {
    story: Id,
    /// The story's title, and the same in Japanese.
    title: [String; 2],
    /// Which of its steps it will be, from 1.
    number: usize,
    /// Before which member of the list in the text, from 0: one that cannot be read has its place there and no number.
    place: usize,
    /// The list; none where the story is yet to be written.
    steps: Option<Address>,
}

impl Workspace {
    /// Adds a step that shows the present view to a story, or to a new one.
    pub(super) fn record(&mut self, story: Option<Id>) -> Vec<Effect> {
        if self.writing.is_reading() {
            // Where it goes and what it is called is known once the text has been read.
            self.writing.waiting.push_back(Action::Record(story));
            return Vec::new();
        }
        let target = self.target(story);
        let wish = Wish::new(target.edit(self.recorded())).named(message!("lesson-record"));
        let effects = self.write(WriteAction::Edit(wish));
        // Whatever is written is noted. If nothing was, the notice says why.
        if effects.is_empty() {
            return effects;
        }
        let step = target.number.to_string();
        let told = message!("lesson-recorded", step = step, title = target.title);
        if let Some(lesson) = &mut self.presentation {
            lesson.told = Some(message!("lesson-recorded-here", recorded = &told));
        }
        self.session.told = Some(told);
        self.session.story = Some(target.story);
        self.session.stories = true;
        effects
    }

    /// The step: what is selected, the stretch of time, and which events stand around.
    fn recorded(&self) -> Value {
        let mut fields = Vec::new();
        let timeline = self.timeline();
        let is_there = |id: &&Id| timeline.event_index(id).is_some();
        let selected = self.session.selected.iter().filter(is_there);
        let also = self.session.also.iter().filter(is_there);
        let mut events = selected.chain(also).map(|id| Value::from(&**id));
        fields.extend(events.next().map(|event| ("event", event)));
        let others: Vec<_> = events.collect();
        if !others.is_empty() {
            fields.push(("events", Value::List(others)));
            // Several are looked at together, where a step with an event would show that one alone.
            fields.push(("show", Value::Word(format!("{:?}", Shows::Window))));
        }
        // Where a flight ends is what somebody wanted to see.
        let window = When::covering(self.view.destination());
        fields.extend(window.map(|window| ("window", Value::from(window.text()))));
        let filter = self.filter.text().trim();
        if !filter.is_empty() {
            fields.push(("filter", Value::from(filter)));
        }
        Value::Entry(fields)
    }

    /// The story that gets the step: the told one while somebody looks around in a lesson, the one asked for, the one in
    /// hand, the only one, a new one.
    fn target(&self, wanted: Option<Id>) -> Target {
        let is_exploring = self.presentation().filter(|lesson| lesson.exploring);
        if let (Some(lesson), Some(story)) = (is_exploring, self.told_story()) {
            return Target::after(self.document(), story, lesson.place.step);
        }
        let timeline = self.timeline();
        let known = |id: &Id| timeline.story(id);
        let only = || match timeline.stories.as_slice() {
            [only] => Some(only),
            _ => None,
        };
        let found = wanted.as_ref().and_then(known);
        let found = found.or_else(|| self.session.story.as_ref().and_then(known));
        match found.or_else(only) {
            Some(story) => Target::at_end(story),
            None => self.new_story(),
        }
    }

    /// A story that is yet to be written.
    fn new_story(&self) -> Target {
        let title = say!(self.lang(), "lesson-new-story");
        Target {
            story: self.timeline().free_id(List::Stories, NEW).into(),
            title: [title.clone(), title],
            number: 1,
            place: 0,
            steps: None,
        }
    }
}

impl Target {
    /// Behind all that stands in the list.
    fn at_end(story: &Story) -> Self {
        Self {
            story: Id::clone(&story.id),
            title: Lang::ALL.map(|lang| {
                let title = lang.choose(&story.title, story.title_ja.as_deref());
                title.to_owned()
            }),
            number: story.steps.len().saturating_add(1),
            place: usize::MAX,
            steps: Some(story.address_of_steps()),
        }
    }

    /// Right behind a step, from 0; behind all where there is no such step.
    fn after(document: &Document, story: &Story, step: usize) -> Self {
        let end = Self::at_end(story);
        match document.steps_of(story).get(step) {
            Some((place, _)) => Self {
                number: step.saturating_add(2),
                place: place.saturating_add(1),
                ..end
            },
            None => end,
        }
    }

    /// The edit that puts a step there, and the story around it if need be.
    fn edit(&self, step: Value) -> Edit {
        if let Some(steps) = &self.steps {
            return Edit::Insert(steps.clone(), self.place, step);
        }
        let [title, _] = &self.title;
        let story = Value::Entry(vec![
            ("id", Value::from(&*self.story)),
            ("title", Value::from(&**title)),
            ("steps", Value::List(vec![step])),
        ]);
        Edit::Add(List::Stories, None, story)
    }
}
