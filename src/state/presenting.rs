//! Lessons: how the workspace walks along a deck, with camera, filter and selection in its train.

mod displays;

use crate::document::{Id, Step, Story};
use crate::messages::{Message, message};
use crate::time::TimeWindow;

use super::action::{Effect, FilterAction};
use super::present::{self, Before};
use super::present::{
    Board, Content, Deck, Frozen, Place, PresentAction, Presentation, QuizAction, Slide, stage,
};
use super::{Workspace, walk};

/// Which way a clicker goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    On,
    Back,
}

impl Workspace {
    /// The lesson that is under way.
    pub fn presentation(&self) -> Option<&Presentation> {
        self.presentation.as_deref()
    }

    /// The story that is told, with its place in the timeline.
    pub fn told_story(&self) -> Option<&Story> {
        self.timeline().story(self.presentation()?.story()?)
    }

    /// How many steps the lesson has.
    pub fn step_count(&self) -> usize {
        match self.presentation().map(|lesson| &lesson.deck) {
            Some(Deck::Story(_)) => self.told_story().map_or(0, |story| story.steps.len()),
            Some(Deck::Events) => self.filter.selection().len(),
            None => 0,
        }
    }

    /// What a place of the lesson shows.
    pub fn slide(&self, place: Place) -> Slide {
        let (timeline, shown) = (self.timeline(), self.filter.selection());
        if let Some(step) = self.told_step(place.step) {
            return Slide::of_step(timeline, shown, step, place.revealed, self.home());
        }
        match self.event_at(place.step) {
            Some(event) => Slide::of_event(timeline, shown, event, self.home()),
            None => Slide::nothing(self.home()),
        }
    }

    /// What a step of a story shows, whether it is told or not.
    pub fn slide_of_step(&self, story: &Story, step: usize) -> Slide {
        let (timeline, shown) = (self.timeline(), self.filter.selection());
        match story.steps.get(step) {
            Some(step) => Slide::of_step(timeline, shown, step, 0, self.home()),
            None => Slide::nothing(self.home()),
        }
    }

    /// What the class sees: the step, or an event beside it.
    pub fn slide_on_projector(&self) -> Slide {
        let Some(lesson) = self.presentation() else {
            return Slide::nothing(self.home());
        };
        match &lesson.aside {
            Some(event) if lesson.frozen.is_none() => self.slide_of(event),
            _ => self.slide(lesson.on_projector()),
        }
    }

    /// The stretch of time that the class sees.
    pub fn window_on_projector(&self) -> TimeWindow {
        let frozen = self.presentation().and_then(|lesson| lesson.frozen);
        frozen.map_or(self.view.window(), |frozen| frozen.window)
    }

    /// The place after the present one; none at the end.
    pub fn next_place(&self) -> Option<Place> {
        let Place { step, revealed } = self.presentation()?.place;
        if revealed < self.reveals(step) {
            let revealed = revealed + 1;
            return Some(Place { step, revealed });
        }
        let step = step + 1;
        (step < self.step_count()).then_some(Place { step, revealed: 0 })
    }

    /// The place before the present one; none at the beginning.
    fn previous_place(&self) -> Option<Place> {
        let Place { step, revealed } = self.presentation()?.place;
        if let Some(revealed) = revealed.checked_sub(1) {
            return Some(Place { step, revealed });
        }
        let step = step.checked_sub(1)?;
        let revealed = self.reveals(step);
        Some(Place { step, revealed })
    }

    fn slide_of(&self, event: &str) -> Slide {
        match self.timeline().event_index(event) {
            Some(index) => {
                Slide::of_event(self.timeline(), self.filter.selection(), index, self.home())
            }
            None => Slide::nothing(self.home()),
        }
    }

    fn told_step(&self, step: usize) -> Option<&Step> {
        self.told_story()?.steps.get(step)
    }

    fn reveals(&self, step: usize) -> usize {
        self.told_step(step)
            .map_or(0, |step| present::reveals(self.timeline(), step))
    }

    /// The event of a step, where the events themselves are told.
    fn event_at(&self, step: usize) -> Option<usize> {
        match self.presentation()?.deck {
            Deck::Events => self
                .filter
                .selection()
                .nth(step)
                .map(|event| event as usize),
            Deck::Story(_) => None,
        }
    }

    /// Applies what is asked of a lesson.
    pub(super) fn present(&mut self, action: PresentAction) -> Vec<Effect> {
        if let PresentAction::Start(deck, step) = action {
            return self.start(deck, step);
        }
        if let (PresentAction::Display(display), None) = (&action, &self.presentation) {
            self.show_on(display.clone());
            return Vec::new();
        }
        if self.presentation.is_none() {
            // A question may be asked without a lesson: it is one of its own.
            if action != PresentAction::Board(Board::Quiz) {
                return Vec::new();
            }
            let mut effects = self.start(Deck::Events, None);
            effects.extend(self.present(action));
            return effects;
        }
        match action {
            PresentAction::End => return self.end(),
            PresentAction::StepBack => return self.step_back(),
            PresentAction::Next => return self.walk_on(Way::On),
            PresentAction::Previous => return self.walk_on(Way::Back),
            PresentAction::First => return self.go_to_step(0),
            PresentAction::Last => return self.go_to_step(usize::MAX),
            PresentAction::GoTo(step) => return self.go_to_step(step),
            PresentAction::Explore => return self.explore(),
            PresentAction::Aside(event) => self.set_aside(event),
            PresentAction::Freeze => self.freeze(),
            PresentAction::Quiz(action) => self.quiz(action),
            PresentAction::Display(display) => self.show_on(display),
            PresentAction::Swap => self.swap(),
            other => {
                if let Some(lesson) = &mut self.presentation {
                    lesson.apply(other);
                }
            }
        }
        Vec::new()
    }

    fn start(&mut self, deck: Deck, step: Option<usize>) -> Vec<Effect> {
        if let Deck::Story(id) = &deck
            && self.timeline().story(id).is_none()
        {
            self.session.notice = Some(message!("lesson-story-gone"));
            return Vec::new();
        }
        let first = match deck {
            Deck::Story(_) => step.unwrap_or(0),
            Deck::Events => step.unwrap_or_else(|| self.first_told()),
        };
        let before = match self.presentation.take() {
            Some(lesson) => lesson.before,
            None => self.before(),
        };
        let chosen = self.saved.display.as_deref();
        let display = stage::usual(&self.session.displays, chosen);
        self.session.overlay = None;
        self.presentation = Some(Box::new(Presentation::new(deck, display, before)));
        self.go_to_step(first)
    }

    fn before(&self) -> Before {
        Before {
            window: self.view.destination(),
            filter: self.filter.text().to_owned(),
            selected: self.session.selected.clone(),
            inspector: self.session.inspector,
        }
    }

    /// With which of the events the telling begins: the selected one, or the first in view.
    fn first_told(&self) -> usize {
        let shown = self.filter.selection();
        let selected = self.selected().and_then(|(index, event)| {
            let is_shown = shown.contains(index, event.category);
            is_shown.then(|| u32::try_from(index).ok()).flatten()
        });
        let first = selected.or_else(|| walk::in_view(self));
        first.map_or(0, |event| shown.rank(event))
    }

    fn end(&mut self) -> Vec<Effect> {
        let Some(lesson) = self.presentation.take() else {
            return Vec::new();
        };
        let before = lesson.before;
        self.session.selected = before.selected;
        self.session.inspector = before.inspector;
        self.view.fly_to(before.window);
        self.filtered(before.filter)
    }

    /// Closes what lies nearest: a board, looking around, an event beside the step, the cover, and at last the lesson.
    fn step_back(&mut self) -> Vec<Effect> {
        let Some(lesson) = &mut self.presentation else {
            return Vec::new();
        };
        if self.session.overlay.take().is_some() || lesson.board.take().is_some() {
            return Vec::new();
        }
        self.come_back().unwrap_or_else(|| self.end())
    }

    /// Comes back to the step from looking around or from an event beside it; `None` for who is there.
    fn come_back(&mut self) -> Option<Vec<Effect>> {
        let lesson = self.presentation()?;
        if lesson.exploring {
            return Some(self.explore());
        }
        lesson.aside.as_ref()?;
        self.set_aside(None);
        Some(Vec::new())
    }

    fn walk_on(&mut self, way: Way) -> Vec<Effect> {
        let Some(lesson) = &mut self.presentation else {
            return Vec::new();
        };
        // Whoever hid the picture wants to see it again first, where he left it; the same after looking around.
        if lesson.cover.take().is_some() {
            return Vec::new();
        }
        if lesson.board == Some(Board::Quiz) && !lesson.exploring {
            // Under the questions no step is turned: nobody would see it.
            let chance = lesson.elapsed.to_bits();
            self.quiz(match way {
                Way::On => QuizAction::Next(chance),
                Way::Back => QuizAction::Back,
            });
            return Vec::new();
        }
        if let Some(effects) = self.come_back() {
            return effects;
        }
        if let Some(lesson) = &mut self.presentation {
            lesson.board = None;
            if way == Way::On && lesson.tell_names() {
                return Vec::new();
            }
        }
        let (to, nothing) = match way {
            Way::On => (self.next_place(), message!("lesson-last-step")),
            Way::Back => (self.previous_place(), message!("lesson-first-step")),
        };
        match to {
            Some(place) => self.turn(place),
            None => {
                self.tell(nothing);
                Vec::new()
            }
        }
    }

    fn go_to_step(&mut self, step: usize) -> Vec<Effect> {
        let last = self.step_count().saturating_sub(1);
        let step = step.min(last);
        if let Some(lesson) = &mut self.presentation {
            lesson.board = None;
            lesson.cover = None;
        }
        self.turn(Place { step, revealed: 0 })
    }

    /// Goes to a place with filter, selection and camera.
    fn turn(&mut self, place: Place) -> Vec<Effect> {
        let Some(lesson) = &mut self.presentation else {
            return Vec::new();
        };
        lesson.turn(place);
        let base = lesson.before.filter.clone();
        let filter = match self.told_step(place.step) {
            Some(step) => step.filter.clone().unwrap_or_default(),
            None if self.told_story().is_some() => String::new(),
            None => base,
        };
        let effects = self.filtered(filter);
        let slide = self.slide(place);
        let event = slide.event().and_then(|event| self.id_of_event(event));
        self.session.selected = event.clone();
        self.view.travel_to(slide.window);
        if let Some(lesson) = &mut self.presentation {
            lesson.event = event;
        }
        self.warn_of(&slide);
        effects
    }

    /// The teacher is told what the class will miss.
    fn warn_of(&mut self, slide: &Slide) {
        let told = match (&slide.content, slide.missing.as_slice()) {
            (Content::Nothing, _) => message!("lesson-nothing-to-show"),
            (_, []) => return,
            (_, [one]) => message!("lesson-event-missing", event = one),
            (_, several) => message!("lesson-events-missing", events = several.join(", ")),
        };
        self.tell(told);
    }

    fn tell(&mut self, told: Message) {
        if let Some(lesson) = &mut self.presentation {
            lesson.told = Some(told);
        }
    }

    fn id_of_event(&self, event: usize) -> Option<Id> {
        let event = self.timeline().events.get(event)?;
        Some(Id::from(&*event.id))
    }

    fn filtered(&mut self, filter: String) -> Vec<Effect> {
        if self.filter.text() == filter {
            return Vec::new();
        }
        let search = self.filter.apply(FilterAction::Set(filter), &self.loaded);
        search.map(Effect::Search).into_iter().collect()
    }

    /// Leaves the steps, or comes back to where they were left.
    fn explore(&mut self) -> Vec<Effect> {
        let Some(lesson) = &mut self.presentation else {
            return Vec::new();
        };
        if !lesson.exploring {
            lesson.exploring = true;
            lesson.board = None;
            lesson.cover = None;
            return Vec::new();
        }
        let place = lesson.place;
        self.session.overlay = None;
        self.session.article = None;
        self.turn(place)
    }

    fn set_aside(&mut self, event: Option<Id>) {
        let place = self.presentation().map(|lesson| lesson.place);
        let slide = match (&event, place) {
            (Some(event), _) => self.slide_of(event),
            (None, Some(place)) => self.slide(place),
            (None, None) => return,
        };
        let selected = slide.event().and_then(|event| self.id_of_event(event));
        if event.is_some() && selected.is_none() {
            return;
        }
        self.session.selected = selected;
        self.view.travel_to(slide.window);
        if let Some(lesson) = &mut self.presentation {
            lesson.aside = event;
            lesson.ink.clear();
        }
    }

    fn freeze(&mut self) {
        let window = self.view.destination();
        if let Some(lesson) = &mut self.presentation {
            let (place, names) = (lesson.place, lesson.names);
            let now = Frozen {
                place,
                window,
                names,
            };
            lesson.frozen = lesson.frozen.is_none().then_some(now);
        }
    }

    /// The document has changed: the lesson goes on at the same step, wherever that is now.
    pub(super) fn present_again(&mut self) -> Vec<Effect> {
        let Some(lesson) = self.presentation() else {
            return Vec::new();
        };
        let (place, event) = (lesson.place, lesson.event.clone());
        if lesson.story().is_some() && self.told_story().is_none() {
            self.session.notice = Some(message!("lesson-told-story-gone"));
            return self.end();
        }
        let step = self.step_again(place.step, event.as_deref());
        if let Some(lesson) = &mut self.presentation {
            // Answers and ink belong to what was there before.
            lesson.place.step = step;
            lesson.frozen = None;
        }
        let revealed = place.revealed.min(self.reveals(step));
        let slide = self.slide(Place { step, revealed });
        let event = slide.event().and_then(|event| self.id_of_event(event));
        if let Some(lesson) = &mut self.presentation {
            lesson.place.revealed = revealed;
            lesson.event = event;
        }
        self.warn_of(&slide);
        Vec::new()
    }

    /// Where the step is that was told: at its place, if its event is still that; else where its event is now.
    fn step_again(&self, step: usize, event: Option<&str>) -> usize {
        let last = self.step_count().saturating_sub(1);
        let index = event.and_then(|event| self.timeline().event_index(event));
        let Some(index) = index else {
            return step.min(last);
        };
        let Some(story) = self.told_story() else {
            return u32::try_from(index)
                .map_or(0, |event| self.filter.selection().rank(event))
                .min(last);
        };
        let is_it = |step: &Step| step.event == Some(index) || step.events.first() == Some(&index);
        if story.steps.get(step).is_some_and(is_it) {
            return step;
        }
        story.steps.iter().position(is_it).unwrap_or(step).min(last)
    }
}
