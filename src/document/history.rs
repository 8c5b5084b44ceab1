//! What has been done to a text, so that it can be taken back and done again.
//!
//! Without limit: a change holds only the bytes that it touched. Invariant: the changes taken back in order lead to the
//! text that the history began with, byte for byte, and done again to where they were taken back.

use super::patch::Patches;
use crate::messages::Message;

/// Something that was done, with a name for people.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Change {
    name: Message,
    /// What was done, one after the other, each with the way back.
    steps: Vec<(Patches, Patches)>,
    /// What goes on as long as nothing else is done: typing in one field.
    strand: Option<String>,
}

/// The changes to a text.
#[derive(Debug, Clone, Default)]
pub struct History {
    done: Vec<Change>,
    undone: Vec<Change>,
}

/// A text after a step through the history, and what led there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stepped {
    /// The text.
    pub text: String,
    /// What was done to it, one after the other.
    pub patches: Vec<Patches>,
    /// The name of the change.
    pub name: Message,
}

impl History {
    /// Remembers what has been done. A change of the same strand as the one before goes on with that one.
    pub fn push(&mut self, name: Message, step: (Patches, Patches), strand: Option<String>) {
        self.undone.clear();
        let goes_on = strand.is_some();
        match self
            .done
            .last_mut()
            .filter(|last| goes_on && last.strand == strand)
        {
            Some(last) => last.steps.push(step),
            None => self.done.push(Change {
                name,
                steps: vec![step],
                strand,
            }),
        }
    }

    /// Ends the strand: what comes next is a change of its own.
    pub fn settle(&mut self) {
        if let Some(last) = self.done.last_mut() {
            last.strand = None;
        }
    }

    /// What would be taken back.
    pub fn undo_name(&self) -> Option<&Message> {
        self.done.last().map(|change| &change.name)
    }

    /// The way back from what was done last: it speaks of the text as it is now.
    pub fn last(&self) -> Option<&Patches> {
        let last = self.done.last()?.steps.last();
        last.map(|(_, back)| back)
    }

    /// What would be done again.
    pub fn redo_name(&self) -> Option<&Message> {
        self.undone.last().map(|change| &change.name)
    }

    /// Takes the last change back. `None` when there is none, or this is not the text after it.
    pub fn undo(&mut self, text: &str) -> Option<Stepped> {
        let change = self.done.last()?;
        let back = change.steps.iter().rev().map(|(_, back)| back);
        let stepped = stepped(text, back, &change.name)?;
        self.undone.extend(self.done.pop());
        self.settle();
        Some(stepped)
    }

    /// Does again what was taken back last. `None` when there is nothing, or this is not the text before it.
    pub fn redo(&mut self, text: &str) -> Option<Stepped> {
        let change = self.undone.last()?;
        let forth = change.steps.iter().map(|(forth, _)| forth);
        let stepped = stepped(text, forth, &change.name)?;
        self.done.extend(self.undone.pop());
        self.settle();
        Some(stepped)
    }
}

fn stepped<'a>(
    text: &str,
    steps: impl Iterator<Item = &'a Patches>,
    name: &Message,
) -> Option<Stepped> {
    let mut text = text.to_owned();
    let mut patches = Vec::new();
    for step in steps {
        text = step.apply(&text)?.0;
        patches.push(step.clone());
    }
    let name = name.clone();
    Some(Stepped {
        text,
        patches,
        name,
    })
}

#[cfg(test)]
mod tests {
    use super::super::TextPatch;
    use super::*;
    use crate::messages::message;

    fn named(text: &str) -> Message {
        message!("checks-write", words = text)
    }

    fn write(history: &mut History, text: &mut String, patch: TextPatch, strand: Option<&str>) {
        let forth = Patches::from(patch);
        let (after, back) = forth.apply(text).unwrap();
        *text = after;
        history.push(named(text), (forth, back), strand.map(str::to_owned));
    }

    #[test]
    fn changes_are_taken_back_and_done_again_one_by_one() {
        let (mut history, mut text) = (History::default(), "a".to_owned());
        write(&mut history, &mut text, TextPatch::new(1..1, "b"), None);
        write(&mut history, &mut text, TextPatch::new(0..1, "cc"), None);
        assert_eq!(
            (text.as_str(), history.undo_name()),
            ("ccb", Some(&named("ccb")))
        );
        let back = history.undo(&text).unwrap();
        assert_eq!(
            (back.text.as_str(), history.undo_name(), history.redo_name()),
            ("ab", Some(&named("ab")), Some(&named("ccb")))
        );
        let first = history.undo(&back.text).unwrap().text;
        assert_eq!((first.as_str(), history.undo(&first)), ("a", None));
        let again = history.redo(&first).unwrap().text;
        assert_eq!(history.redo(&again).unwrap().text, "ccb");
        assert_eq!(history.redo("ccb"), None);
    }

    #[test]
    fn typing_in_one_place_is_one_change_until_something_else_happens() {
        let (mut history, mut text) = (History::default(), String::new());
        write(
            &mut history,
            &mut text,
            TextPatch::new(0..0, "a"),
            Some("title"),
        );
        write(
            &mut history,
            &mut text,
            TextPatch::new(1..1, "b"),
            Some("title"),
        );
        write(
            &mut history,
            &mut text,
            TextPatch::new(2..2, "c"),
            Some("summary"),
        );
        history.settle();
        write(
            &mut history,
            &mut text,
            TextPatch::new(3..3, "d"),
            Some("summary"),
        );
        let mut seen = Vec::new();
        while let Some(back) = history.undo(&text) {
            text = back.text;
            seen.push(text.clone());
        }
        assert_eq!(seen, ["abc", "ab", ""]);
    }

    #[test]
    fn what_is_done_anew_forgets_what_was_taken_back() {
        let (mut history, mut text) = (History::default(), String::new());
        write(&mut history, &mut text, TextPatch::new(0..0, "a"), None);
        text = history.undo(&text).unwrap().text;
        write(&mut history, &mut text, TextPatch::new(0..0, "b"), None);
        assert_eq!(history.redo_name(), None);
        assert_eq!(history.redo(&text), None);
        assert_eq!(history.undo(""), None, "no panic on another text");
    }
}
