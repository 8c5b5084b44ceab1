//! Whether a step of a story shows what it names: events within its window, figures, links and quotations that are
//! there. Says nothing of ids that lead nowhere, which is an error of its own.

use std::ops::Range;

use crate::document::{Document, Event, Node, Shows, Step, Story, Timeline};
use crate::messages::{Message, message};

use super::languages::{self, is_bilingual, is_untranslated};
use super::order::may_touch;
use super::remarks::Remarks;

/// A step with all that is needed to speak of it.
struct Told<'a> {
    document: &'a Document,
    story: &'a Story,
    /// From 1.
    number: usize,
    step: &'a Step,
    /// What stands there in the text, where it can be told.
    node: Option<&'a Node>,
}

/// Reports steps that do not show what they say.
pub(super) fn stories(remarks: &mut Remarks<'_>) {
    let document = remarks.document;
    let is_bilingual = is_bilingual(&document.timeline);
    for story in &document.timeline.stories {
        let written = document.steps_of(story);
        for (index, step) in story.steps.iter().enumerate() {
            let told = Told {
                document,
                story,
                number: index.saturating_add(1),
                step,
                node: written.get(index).map(|(_, node)| node),
            };
            told.out_of_view(remarks);
            told.without(remarks);
            if is_bilingual {
                told.untranslated(remarks);
            }
        }
    }
}

impl<'a> Told<'a> {
    fn timeline(&self) -> &'a Timeline {
        &self.document.timeline
    }

    fn event(&self) -> Option<&'a Event> {
        self.timeline().events.get(self.step.event?)
    }

    /// "step 2 of the story `s`".
    fn name(&self) -> Message {
        let (number, story) = (self.number.to_string(), &*self.story.id);
        message!("checks-step-of", number = number, story = story)
    }

    fn field(&self, name: &str) -> Option<&'a Node> {
        self.node?.field(&self.document.text, name)
    }

    /// The bytes of a field's value, or else where the step begins.
    fn range(&self, name: &str) -> Range<usize> {
        match (self.field(name), self.node) {
            (Some(field), _) => field.range.clone(),
            (None, Some(node)) => node.range.start..node.range.start.saturating_add(1),
            (None, None) => self.document.place_in(self.story.range.range(), |_| None),
        }
    }

    /// A class that reads Japanese would see the title in the other language.
    fn untranslated(&self, remarks: &mut Remarks<'_>) {
        let Step {
            title, title_ja, ..
        } = self.step;
        if is_untranslated(title.as_deref(), title_ja.as_deref()) {
            remarks.add("untranslated", |_| {
                let message = message!("checks-untranslated-step", step = self.name());
                (self.range("title"), message, languages::hint("title_ja"))
            });
        }
    }

    /// Its window may leave out what it tells of.
    fn out_of_view(&self, remarks: &mut Remarks<'_>) {
        let Some(window) = &self.step.window else {
            return;
        };
        let events = self.step.event.iter().chain(&self.step.events);
        let events = events.filter_map(|&index| self.timeline().events.get(index));
        for event in events.filter(|event| !may_touch(&event.when, window)) {
            remarks.add("step-out-of-view", |_| {
                let message = message!(
                    "checks-step-out-of-view",
                    step = self.name(),
                    event = &*event.id,
                    date = event.when.text(),
                    window = window.text(),
                );
                let hint = message!("checks-step-out-of-view-hint");
                (self.range("window"), message, Some(hint))
            });
        }
    }

    /// It may lack that which it is to show.
    fn without(&self, remarks: &mut Remarks<'_>) {
        let event = self.event();
        match (self.step.show, event) {
            (Some(Shows::Series), _) if self.step.series.is_none() => {
                self.unnamed(remarks, "step-without-series", "series");
            }
            (Some(Shows::Event | Shows::Links | Shows::Excerpt), None) => {
                self.unnamed(remarks, "step-without-event", "event");
            }
            (Some(Shows::Excerpt), Some(event)) => self.without_excerpt(event, remarks),
            (Some(Shows::Links), Some(event)) => {
                let is_alone = self.step.event.is_some_and(|at| self.is_alone(at));
                if is_alone && self.field("events").is_none() {
                    remarks.add("step-without-links", |_| {
                        let (step, event) = (self.name(), &*event.id);
                        let message =
                            message!("checks-step-without-links", step = step, event = event);
                        let hint = message!("checks-step-without-links-hint");
                        (self.range("show"), message, Some(hint))
                    });
                }
            }
            _ => {}
        }
    }

    fn is_alone(&self, event: usize) -> bool {
        self.timeline().connections(event).is_empty()
    }

    /// The step says what it shows, and not of what.
    fn unnamed(&self, remarks: &mut Remarks<'_>, code: &'static str, field: &str) {
        if self.field(field).is_some() {
            return;
        }
        remarks.add(code, |_| {
            let (step, shows) = (self.name(), format!("{:?}", self.step.shows()));
            let message = match field {
                "event" => message!("checks-step-without-event", step = step, shows = shows),
                _ => message!("checks-step-without-series", step = step, shows = shows),
            };
            let hint = message!("checks-step-without-hint", field = field);
            (self.range("show"), message, Some(hint))
        });
    }

    /// The quotation that it shows may not be there.
    fn without_excerpt(&self, event: &Event, remarks: &mut Remarks<'_>) {
        let (count, number) = (event.excerpts.len(), self.step.excerpt);
        if count == 0 {
            remarks.add("step-without-excerpt", |_| {
                let (step, event) = (self.name(), &*event.id);
                let message = message!("checks-step-without-excerpt", step = step, event = event);
                let hint = message!("checks-step-without-excerpt-hint");
                (self.range("show"), message, Some(hint))
            });
        } else if let Some(number) = number.filter(|&number| number as usize > count) {
            remarks.add("step-without-excerpt", |_| {
                let count = count.to_string();
                let message = message!(
                    "checks-step-excerpt",
                    step = self.name(),
                    event = &*event.id,
                    count = &count,
                    found = number.to_string(),
                );
                let hint = message!("checks-step-excerpt-hint", count = count);
                (self.range("excerpt"), message, Some(hint))
            });
        }
    }
}
