//! What did not come along, for people to read.
//!
//! Losses of one kind are one entry with a count and the names of the first few, so that a report of ten thousand events
//! without a place for their pictures is one line. All of it is kept as messages, and worded where it shows.

use std::fmt;

/// What lost something: the file has a name for it, or we do.
pub(super) use crate::messages::Value as Name;
use crate::messages::{Lang, Message, message, say};

/// Kinds of losses, at most; what a hostile file makes beyond them is counted.
const KINDS: usize = 200;
/// Names told of each kind.
const NAMED: usize = 3;
/// Letters of a name, at most, and of what is quoted of a file.
const NAME: usize = 60;
const QUOTED: usize = 40;

/// All that was lost between two formats.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Losses {
    kinds: Vec<Loss>,
    beyond: usize,
}

/// One kind of loss.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// What was lost, such as "a picture (`media.url`) has no place here".
    pub what: Message,
    /// The first of those that lost it, in English and in Japanese.
    pub of: Vec<[String; 2]>,
    /// How many lost it.
    pub count: usize,
}

impl Losses {
    /// Puts down that `of` lost something; empty where it is the whole that did.
    pub fn add(&mut self, what: Message, of: impl Into<Name>) {
        let known = self.kinds.iter().position(|loss| loss.what == what);
        let place = known.unwrap_or(self.kinds.len());
        if known.is_none() && place < KINDS {
            let (of, count) = (Vec::new(), 0);
            self.kinds.push(Loss { what, of, count });
        }
        let Some(loss) = self.kinds.get_mut(place) else {
            self.beyond = self.beyond.saturating_add(1);
            return;
        };
        loss.count = loss.count.saturating_add(1);
        if loss.of.len() < NAMED {
            let of = named(of.into());
            loss.of.extend(of);
        }
    }

    /// The kinds, in the order in which they came up.
    pub fn kinds(&self) -> &[Loss] {
        &self.kinds
    }

    /// A line for each kind, and one for what is beyond them.
    pub fn lines(&self) -> Vec<Message> {
        let beyond = || message!("losses-beyond", count = self.beyond.to_string());
        let beyond = (self.beyond > 0).then(beyond);
        self.kinds.iter().map(Loss::line).chain(beyond).collect()
    }

    /// All of it under a heading, a message for each line; none where nothing was lost.
    pub fn remarks(&self) -> Vec<Message> {
        let heading = (!self.is_empty()).then(|| message!("losses-heading"));
        let listed = |line| message!("losses-listed", line = line);
        let lines = self.lines().into_iter().map(listed);
        heading.into_iter().chain(lines).collect()
    }

    /// All of it under a heading; nothing where nothing was lost.
    pub fn report(&self, lang: Lang) -> String {
        match self.is_empty() {
            true => String::new(),
            false => format!("{}\n{}", say!(lang, "losses-heading"), self.list(lang)),
        }
    }

    fn list(&self, lang: Lang) -> String {
        let lines = self.lines().into_iter();
        lines
            .map(|line| format!("- {}\n", line.text(lang)))
            .collect()
    }

    /// Whether nothing was lost.
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }
}

/// The beginning of what a report quotes.
pub(super) fn beginning(text: &str) -> String {
    text.chars().take(QUOTED).collect()
}

/// A name in both languages; `None` where there is none. It is worded at once, since a file may make it of any length.
fn named(name: Name) -> Option<[String; 2]> {
    let both = match name {
        Name::Text(text) => [text.clone(), text],
        Name::Both(both) => both,
        Name::Said(message) => Lang::ALL.map(|lang| message.text(lang)),
        Name::Amount(amount) => Lang::ALL.map(|_| amount.to_string()),
    };
    let is_named = both.iter().any(|name| !name.is_empty());
    is_named.then(|| both.map(|name| short(&name)))
}

/// A name of one line that fits a report.
fn short(name: &str) -> String {
    let mut letters = name.chars().map(|c| if c.is_control() { ' ' } else { c });
    let mut short: String = letters.by_ref().take(NAME).collect();
    if letters.next().is_some() {
        short.push('…');
    }
    short
}

impl Loss {
    fn line(&self) -> Message {
        let what = &self.what;
        let names = self.of.iter().cloned().map(Name::from);
        let names =
            names.reduce(|names, name| message!("losses-names", names = names, name = name).into());
        let Some(names) = names else {
            return match self.count {
                0 | 1 => what.clone(),
                count => message!("losses-times", what = what, count = count.to_string()),
            };
        };
        match self.count.saturating_sub(self.of.len()) {
            0 => message!("losses-named", what = what, names = names),
            more => message!(
                "losses-named-and-more",
                what = what,
                names = names,
                more = more.to_string(),
            ),
        }
    }
}

/// In English.
impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line().text(Lang::En))
    }
}

/// One line for each kind, in English.
impl fmt::Display for Losses {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.list(Lang::En))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_losses_of_a_kind_are_one_line() {
        let mut losses = Losses::default();
        for number in 0..1000 {
            losses.add(message!("losses-picture"), format!("Event {number}"));
        }
        losses.add(message!("losses-view"), "");
        losses.add(message!("losses-comment"), "");
        losses.add(message!("losses-comment"), "");
        assert_eq!(
            losses.to_string(),
            "- a picture has no place here: Event 0; Event 1; Event 2; and 997 more\n\
             - which stretch of time was in view is not kept\n\
             - a comment has no place here (2 times)\n"
        );
    }

    #[test]
    fn a_report_is_in_the_language_of_its_reader() {
        let mut losses = Losses::default();
        assert_eq!(losses.report(Lang::Ja), "");
        let found = message!("losses-of-found", of = "A", found = "soon");
        losses.add(message!("losses-field", name = "LOCATION"), "日米");
        losses.add(message!("losses-clock-unread"), found);
        losses.add(
            message!("losses-clock-unread"),
            message!("losses-line", number = "7"),
        );
        assert_eq!(
            losses.report(Lang::En),
            "What did not come along:\n\
             - `LOCATION` has no place here: 日米\n\
             - a clock time that cannot be read was left out: A (found `soon`); line 7\n"
        );
        assert_eq!(
            losses.report(Lang::Ja),
            "引き継がれなかったもの：\n\
             - 「LOCATION」は取り込めません：日米\n\
             - 読み取れない時刻を省きました：A（「soon」とあります）、7行目\n"
        );
    }

    #[test]
    fn a_hostile_file_cannot_make_the_report_long() {
        let mut losses = Losses::default();
        let long = "x\n".repeat(1000);
        for number in 0..10_000 {
            let what = message!("losses-field", name = format!("kind {number}"));
            losses.add(what, &long);
        }
        let report = losses.to_string();
        assert_eq!(report.lines().count(), KINDS + 1);
        assert!(report.len() < KINDS * 120);
        assert!(report.ends_with("- and 9800 more of other kinds\n"));
    }
}
