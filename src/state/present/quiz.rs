//! Questions for the class.

/// A sort of question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuizKind {
    /// Five events are put in order.
    Order,
    /// The year of an event is guessed on the axis.
    Year,
    /// The names are covered, and asked for.
    Cover,
}

/// How the questions of one sort have gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Score {
    /// Answers that were right.
    pub right: usize,
    /// All answers.
    pub asked: usize,
}

/// The questions of a lesson. They stay in the room: nothing of them is stored.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Quiz {}

/// What somebody asks of the quiz.
#[derive(Debug, Clone, PartialEq)]
pub enum QuizAction {
    /// Asks a question of this sort; the seed decides which.
    Ask(QuizKind, u64),
}

impl Quiz {
    /// Applies an action; `pool` are the events that may be asked for.
    pub(in crate::state) fn apply(&mut self, action: QuizAction, _pool: &[usize]) {
        match action {
            QuizAction::Ask(..) => {}
        }
    }
}
