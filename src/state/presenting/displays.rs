//! On which display the class looks at a lesson, and what happens when displays come and go.

use crate::messages::message;
use crate::state::Workspace;
use crate::state::present::{Board, Display, Stage, stage};

impl Workspace {
    /// Where the lesson shows.
    pub fn stage(&self) -> Stage {
        let display = self
            .presentation()
            .and_then(|lesson| lesson.display.as_deref());
        Stage::of(display, &self.session.displays)
    }

    /// The display that a lesson would show on now, an index into the list; none for the main window's.
    pub fn usual_display(&self) -> Option<usize> {
        let displays = &self.session.displays;
        let name = stage::usual(displays, self.saved.display.as_deref())?;
        displays.iter().position(|display| display.name == name)
    }

    /// The class looks at this display from now on, in this lesson and the next; at the teacher's own for none.
    pub(super) fn show_on(&mut self, display: Option<String>) {
        self.saved.display = Some(display.clone().unwrap_or_else(|| stage::SAME.to_owned()));
        if let Some(lesson) = &mut self.presentation {
            lesson.display = display;
            lesson.board = lesson.board.filter(|board| *board != Board::Displays);
            lesson.told = None;
        }
    }

    /// The class looks at the next display.
    pub(super) fn swap(&mut self) {
        let lesson = self.presentation();
        let now = lesson.and_then(|lesson| lesson.display.as_deref());
        let next = stage::next(&self.session.displays, now);
        self.show_on(next);
    }

    /// The displays have changed: the teacher is told when that of the class has gone or come.
    pub(in crate::state) fn displays_are(&mut self, displays: Vec<Display>) {
        let was = self.stage();
        let more = displays.len() > self.session.displays.len();
        self.session.displays = displays;
        let name = self
            .presentation()
            .and_then(|lesson| lesson.display.clone());
        let told = match (was, self.stage()) {
            (Stage::Two(_), Stage::Lost) => {
                message!("lesson-display-gone", display = name.unwrap_or_default())
            }
            (Stage::Lost, Stage::Two(_)) => message!("lesson-display-back"),
            (Stage::One, Stage::One) if more => {
                message!("lesson-display-more")
            }
            _ => return,
        };
        self.tell(told);
    }
}
