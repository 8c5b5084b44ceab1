//! Questions for the class: what is asked, what was answered, and the score.
//!
//! A question is kept by the ids of its events, since the file may be read again while the class is thinking. Where an
//! event of it is gone by then, or the order of its events is not certain any more, there is no question any more.
//! Everything that is told of a question ([`Quiz::question`]) is read from the timeline of the moment.

mod asking;
mod choosing;
mod giveaway;
mod year;

use std::collections::VecDeque;

use crate::document::{Id, Timeline};
use crate::messages::{Lang, Message, message, say};

use choosing::Pool;

pub use giveaway::{name_in, years_in};
pub use year::{Guessed, off_in_words};

/// A sort of question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuizKind {
    /// Five events are put in order.
    Order,
    /// The year of an event is guessed on the axis.
    Year,
    /// The name of an event is covered, and asked for.
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
pub struct Quiz {
    open: Option<Open>,
    /// One for each of [`QuizKind::ALL`].
    scores: [Score; 3],
    /// What was asked last, so that it is not asked again too soon.
    recent: VecDeque<Id>,
    /// The question before this one, for whoever went on too fast.
    before: Option<Open>,
    /// The sort that was asked last.
    last: Option<QuizKind>,
    /// What decided which question was asked last.
    seed: u64,
}

/// The question under way, by ids.
#[derive(Debug, Clone, PartialEq)]
struct Open {
    kind: QuizKind,
    kept: Kept,
    /// Whether any card was moved: until then nobody has put them in order.
    moved: bool,
    shown: bool,
    right: Option<bool>,
}

#[derive(Debug, Clone, PartialEq)]
enum Kept {
    /// As they stand now.
    Order(Vec<Id>),
    Year {
        event: Id,
        axis: (i64, i64),
        guess: Option<f64>,
    },
    Cover(Id),
    TooFew,
}

/// A question as the class sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Its sort.
    pub kind: QuizKind,
    /// What is asked.
    pub asked: Asked,
    /// Whether there is an answer to check: a card was moved, a year was pointed at.
    pub answered: bool,
    /// Whether the answer shows. Of an order that nobody answered, the cards stand right then.
    pub shown: bool,
    /// Whether the class was right, once that is known; never of what was not answered here.
    pub right: Option<bool>,
}

/// What is asked. Events are indexes into the timeline's list.
#[derive(Debug, Clone, PartialEq)]
pub enum Asked {
    /// Events in the order in which they stand now.
    Order(Vec<Card>),
    /// The year of one.
    Year(Guessed),
    /// What this one is called.
    Cover(usize),
    /// Nothing, for want of events; says so.
    TooFew(Message),
}

/// An event that is put in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Card {
    /// Which.
    pub event: usize,
    /// The place where it belongs, from 0.
    pub belongs: usize,
}

/// What somebody asks of the quiz.
#[derive(Debug, Clone, PartialEq)]
pub enum QuizAction {
    /// Asks a question of this sort; the seed decides which.
    Ask(QuizKind, u64),
    /// Takes the event at a place to another one, both from 0; the others make room.
    #[expect(missing_docs, reason = "the variant says it")]
    Move { from: usize, to: usize },
    /// Points at a day of the axis.
    Guess(f64),
    /// Shows the answer. What was put in order or pointed at is scored with it; without an answer nothing is.
    Check,
    /// On, as with a clicker: shows the answer like [`QuizAction::Check`], or asks the next question of the same sort.
    /// The number is mixed into what decides which.
    Next(u64),
    /// Back: hides the answer and takes its score back; else the question before, if there was one.
    Back,
    /// Says whether the class knew the name that was covered.
    Mark(bool),
    /// Leaves the question for another sort.
    Others,
}

/// Events that are remembered as asked.
const REMEMBERED: usize = 64;

impl QuizKind {
    /// Every sort, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Order, Self::Year, Self::Cover];

    /// What its score is called.
    pub const fn name(self) -> Message {
        match self {
            Self::Order => message!("quiz-score-of-order"),
            Self::Year => message!("quiz-score-of-years"),
            Self::Cover => message!("quiz-score-of-names"),
        }
    }

    /// The sort to be tried when this one has no question.
    const fn other(self) -> Self {
        match self {
            Self::Order => Self::Year,
            Self::Year => Self::Cover,
            Self::Cover => Self::Order,
        }
    }

    const fn too_few(self) -> Message {
        match self {
            Self::Order => message!("quiz-too-few-for-order"),
            Self::Year => message!("quiz-too-few-for-year"),
            Self::Cover => message!("quiz-too-few-for-name"),
        }
    }
}

impl Score {
    /// `3 of 4`.
    pub fn in_words(self) -> Message {
        message!("quiz-score", right = self.right, asked = self.asked)
    }
}

impl Open {
    fn question(&self, timeline: &Timeline) -> Option<Question> {
        let index = |id: &Id| timeline.event_index(id);
        let asked = match &self.kept {
            Kept::Order(ids) => {
                let mut cards = cards(timeline, ids)?;
                if self.shown && self.right.is_none() {
                    cards.sort_by_key(|card| card.belongs);
                }
                Asked::Order(cards)
            }
            &Kept::Year {
                ref event,
                axis,
                guess,
            } => Asked::Year(Guessed::new(timeline, index(event)?, axis, guess)?),
            Kept::Cover(event) => Asked::Cover(index(event)?),
            Kept::TooFew => Asked::TooFew(self.kind.too_few()),
        };
        let guessed = matches!(&asked, Asked::Year(guessed) if guessed.guess.is_some());
        Some(Question {
            kind: self.kind,
            asked,
            answered: self.moved || guessed,
            shown: self.shown,
            right: self.right,
        })
    }
}

impl Quiz {
    /// The question under way; none where none was asked, or where its events are not in this timeline any more.
    pub fn question(&self, timeline: &Timeline) -> Option<Question> {
        self.open.as_ref()?.question(timeline)
    }

    /// How the questions of a sort have gone.
    pub fn score(&self, kind: QuizKind) -> Score {
        let [order, year, cover] = self.scores;
        match kind {
            QuizKind::Order => order,
            QuizKind::Year => year,
            QuizKind::Cover => cover,
        }
    }

    /// Whether any question has been answered.
    pub fn has_scores(&self) -> bool {
        self.scores.iter().any(|score| score.asked > 0)
    }

    /// The scores as text, a line for each sort that was asked: `In order: 3 of 4`.
    pub fn report(&self, lang: Lang) -> String {
        let asked = QuizKind::ALL
            .into_iter()
            .filter(|&kind| self.score(kind).asked > 0);
        let lines: Vec<_> = asked
            .map(|kind| {
                let score = self.score(kind).in_words();
                say!(lang, "quiz-report", sort = kind.name(), score = score)
            })
            .collect();
        lines.join("\n")
    }

    /// Applies an action; `pool` are the events that may be asked for.
    fn apply(&mut self, action: QuizAction, pool: &Pool<'_>) {
        let stands = |open: &Open| open.question(pool.timeline).is_some();
        self.open = self.open.take().filter(stands);
        self.before = self.before.take().filter(stands);
        match action {
            QuizAction::Ask(kind, seed) => self.ask(kind, seed, pool),
            QuizAction::Move { from, to } => self.shift(from, to),
            QuizAction::Guess(day) => self.guess(day),
            QuizAction::Check => self.check(pool.timeline),
            QuizAction::Mark(known) => self.mark(known),
            QuizAction::Others => self.before = self.open.take(),
            QuizAction::Next(chance) => self.go_on(chance, pool),
            QuizAction::Back => self.go_back(),
        }
    }

    fn ask(&mut self, kind: QuizKind, seed: u64, pool: &Pool<'_>) {
        let mut random = fastrand::Rng::with_seed(seed);
        let kept = match kind {
            QuizKind::Order => choosing::order(pool, &mut random, &self.recent).map(Kept::Order),
            QuizKind::Year => {
                let found = choosing::year(pool, &mut random, &self.recent);
                found.map(|(event, axis)| Kept::Year {
                    event,
                    axis,
                    guess: None,
                })
            }
            QuizKind::Cover => choosing::cover(pool, &mut random, &self.recent).map(Kept::Cover),
        };
        let kept = kept.unwrap_or(Kept::TooFew);
        self.remember(&kept);
        (self.last, self.seed) = (Some(kind), seed);
        self.before = self.open.take();
        self.open = Some(Open {
            kind,
            kept,
            moved: false,
            shown: false,
            right: None,
        });
    }

    /// What one key can do: a class that answers aloud needs no other.
    fn go_on(&mut self, chance: u64, pool: &Pool<'_>) {
        let kind = match self.question(pool.timeline) {
            Some(question) => match question.asked {
                // The same sort would have none again.
                Asked::TooFew(_) => question.kind.other(),
                _ if !question.shown => return self.check(pool.timeline),
                _ => question.kind,
            },
            None => self.last.unwrap_or(QuizKind::Order),
        };
        let seed = fastrand::Rng::with_seed(self.seed ^ chance).u64(..);
        self.ask(kind, seed, pool);
    }

    fn go_back(&mut self) {
        match &mut self.open {
            Some(open) if open.shown => {
                open.shown = false;
                let (kind, right) = (open.kind, open.right.take());
                if let Some(right) = right {
                    let score = self.score_mut(kind);
                    score.asked = score.asked.saturating_sub(1);
                    score.right = score.right.saturating_sub(usize::from(right));
                }
            }
            _ => {
                if let Some(before) = self.before.take() {
                    self.open = Some(before);
                }
            }
        }
    }

    fn remember(&mut self, kept: &Kept) {
        match kept {
            Kept::Order(ids) => self.recent.extend(ids.iter().cloned()),
            Kept::Year { event, .. } | Kept::Cover(event) => self.recent.push_back(event.clone()),
            Kept::TooFew => {}
        }
        let over = self.recent.len().saturating_sub(REMEMBERED);
        self.recent.drain(..over);
    }

    fn shift(&mut self, from: usize, to: usize) {
        if let Some(Open {
            kept: Kept::Order(ids),
            moved,
            shown: false,
            ..
        }) = &mut self.open
            && from < ids.len()
        {
            let id = ids.remove(from);
            let to = to.min(ids.len());
            ids.insert(to, id);
            *moved |= from != to;
        }
    }

    fn guess(&mut self, day: f64) {
        if let Some(Open {
            kept: Kept::Year { axis, guess, .. },
            shown: false,
            ..
        }) = &mut self.open
            && day.is_finite()
        {
            *guess = Some(year::within(day, *axis));
        }
    }

    fn check(&mut self, timeline: &Timeline) {
        let Some(question) = self.question(timeline).filter(|question| !question.shown) else {
            return;
        };
        let right = match &question.asked {
            Asked::Order(cards) => question
                .answered
                .then(|| standing_right(cards) == cards.len()),
            Asked::Year(guessed) => guessed.is_right(),
            Asked::Cover(_) => None,
            Asked::TooFew(_) => return,
        };
        if let Some(open) = &mut self.open {
            open.shown = true;
        }
        if let Some(right) = right {
            self.count(question.kind, right);
        }
    }

    /// Once only: whoever has said it does not say it again.
    fn mark(&mut self, known: bool) {
        if let Some(Open {
            kept: Kept::Cover(_),
            shown: true,
            right: None,
            ..
        }) = self.open
        {
            self.count(QuizKind::Cover, known);
        }
    }

    fn count(&mut self, kind: QuizKind, right: bool) {
        if let Some(open) = &mut self.open {
            open.right = Some(right);
        }
        let score = self.score_mut(kind);
        score.asked += 1;
        score.right += usize::from(right);
    }

    fn score_mut(&mut self, kind: QuizKind) -> &mut Score {
        let [order, year, cover] = &mut self.scores;
        match kind {
            QuizKind::Order => order,
            QuizKind::Year => year,
            QuizKind::Cover => cover,
        }
    }
}

/// How many cards stand where they belong.
pub fn standing_right(cards: &[Card]) -> usize {
    let places = cards.iter().enumerate();
    places
        .filter(|(place, card)| *place == card.belongs)
        .count()
}

/// The events that stand in this order, and where each belongs; none where that cannot be said.
fn cards(timeline: &Timeline, ids: &[Id]) -> Option<Vec<Card>> {
    let events: Option<Vec<_>> = ids.iter().map(|id| timeline.event_index(id)).collect();
    let events = events?;
    let right = choosing::in_order(timeline, &events)?;
    let card = |&event: &usize| {
        let belongs = right.iter().position(|&other| other == event)?;
        Some(Card { event, belongs })
    };
    events.iter().map(card).collect()
}

#[cfg(test)]
mod tests;
