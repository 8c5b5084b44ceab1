//! Where the questions of a lesson are from: the events of its story, or those that the filter shows.

use crate::state::{Board, Workspace};

use super::{Pool, QuizAction};

impl Workspace {
    /// Applies what is asked of the quiz, and shows it.
    pub(in crate::state) fn quiz(&mut self, action: QuizAction) {
        let Some(lesson) = &mut self.presentation else {
            return;
        };
        lesson.board = Some(Board::Quiz);
        let mut quiz = std::mem::take(&mut lesson.quiz);
        let timeline = self.timeline();
        match self.events_of_story() {
            Some(events) => {
                let nth = |rank: usize| events.get(rank).copied();
                quiz.apply(action, &Pool::new(timeline, events.len(), &nth));
            }
            None => {
                let shown = self.filter.selection();
                let nth = |rank| shown.nth(rank).map(|event| event as usize);
                quiz.apply(action, &Pool::new(timeline, shown.len(), &nth));
            }
        }
        if let Some(lesson) = &mut self.presentation {
            lesson.quiz = quiz;
        }
    }

    /// The events of the story that is told, in order of time; none where no story is.
    fn events_of_story(&self) -> Option<Vec<usize>> {
        let steps = self.told_story()?.steps.iter();
        let all = steps.flat_map(|step| step.event.into_iter().chain(step.events.iter().copied()));
        let mut all: Vec<_> = all.collect();
        all.sort_unstable();
        all.dedup();
        Some(all)
    }
}
