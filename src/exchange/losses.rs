//! What did not come along, for people to read.
//!
//! Losses of one kind are one entry with a count and the names of the first few, so that a report of ten thousand events
//! without a place for their pictures is one line.

use std::fmt;

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
    pub what: String,
    /// The first of those that lost it.
    pub of: Vec<String>,
    /// How many lost it.
    pub count: usize,
}

impl Losses {
    /// Puts down that `of` lost something; empty where it is the whole that did.
    pub fn add(&mut self, what: impl Into<String>, of: &str) {
        let what = what.into();
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
        if loss.of.len() < NAMED && !of.is_empty() {
            loss.of.push(short(of));
        }
    }

    /// The kinds, in the order in which they came up.
    pub fn kinds(&self) -> &[Loss] {
        &self.kinds
    }

    /// All of it under a heading; nothing where nothing was lost.
    pub fn report(&self) -> String {
        match self.is_empty() {
            true => String::new(),
            false => format!("What did not come along:\n{self}"),
        }
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

/// A name of one line that fits a report.
fn short(name: &str) -> String {
    let mut letters = name.chars().map(|c| if c.is_control() { ' ' } else { c });
    let mut short: String = letters.by_ref().take(NAME).collect();
    if letters.next().is_some() {
        short.push('…');
    }
    short
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)?;
        if self.of.is_empty() {
            return match self.count {
                0 | 1 => Ok(()),
                count => write!(f, " ({count} times)"),
            };
        }
        let names = self.of.join("; ");
        match self.count.saturating_sub(self.of.len()) {
            0 => write!(f, ": {names}"),
            more => write!(f, ": {names}; and {more} more"),
        }
    }
}

/// One line for each kind.
impl fmt::Display for Losses {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for loss in &self.kinds {
            writeln!(f, "- {loss}")?;
        }
        match self.beyond {
            0 => Ok(()),
            beyond => writeln!(f, "- and {beyond} more of other kinds"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_losses_of_a_kind_are_one_line() {
        let mut losses = Losses::default();
        for number in 0..1000 {
            losses.add("a picture has no place here", &format!("Event {number}"));
        }
        losses.add("the zoom is not kept", "");
        assert_eq!(
            losses.to_string(),
            "- a picture has no place here: Event 0; Event 1; Event 2; and 997 more\n\
             - the zoom is not kept\n"
        );
    }

    #[test]
    fn a_hostile_file_cannot_make_the_report_long() {
        let mut losses = Losses::default();
        for number in 0..10_000 {
            losses.add(format!("kind {number}"), &"x\n".repeat(1000));
        }
        let report = losses.to_string();
        assert_eq!(report.lines().count(), KINDS + 1);
        assert!(report.len() < KINDS * 120);
    }
}
