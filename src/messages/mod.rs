//! What is said to people: messages with names, worded in message files of their own for each language.
//!
//! Duty: find the words of a [`Message`] in the language of whoever reads it, and fill in what it is about. The words
//! stand in `assets/messages/`, a folder for each language and a file for each part of the program, in the language of
//! [Project Fluent](https://projectfluent.org/fluent/guide/), so that a translator needs no Rust. What is wrong with a file or
//! what has just been done is kept as a message and worded where it shows: switching the language words it anew.
//!
//! Invariants, kept by `tests/tidy/messages.rs`: every message stands in all languages with the same parts to fill in,
//! is said somewhere, with just these parts, and its name begins with the name of its file. Imports nothing of ours.

mod bundle;
mod value;

pub use value::{Value, grouped};

use serde::{Deserialize, Serialize};

/// A language that people read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English, day before month: "15 August 1971".
    #[default]
    En,
    /// Japanese: "1971年8月15日".
    Ja,
}

impl Lang {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::En, Self::Ja];

    /// The language of a system whose locale is named as in BCP 47 or POSIX, `ja-JP` or `ja_JP.UTF-8`; English where there
    /// are no words in its own.
    pub fn of_locale(locale: &str) -> Self {
        let language = locale.split(['-', '_', '.']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("ja") {
            Self::Ja
        } else {
            Self::En
        }
    }

    /// The text in this language, where there is one; else the main one.
    pub fn choose<'a>(self, main: &'a str, japanese: Option<&'a str>) -> &'a str {
        match (self, japanese) {
            (Self::Ja, Some(japanese)) => japanese,
            _ => main,
        }
    }
}

/// Something to say, in whichever language it will be read: the name of a message, and what fills its parts.
///
/// Made by [`message!`], so that the test can see which messages are said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    id: &'static str,
    parts: Vec<(&'static str, Value)>,
}

impl Message {
    /// The message of this name, nothing filled in yet.
    pub const fn new(id: &'static str) -> Self {
        let parts = Vec::new();
        Self { id, parts }
    }

    /// The same, with this part filled in.
    pub fn with(mut self, part: &'static str, value: impl Into<Value>) -> Self {
        self.parts.push((part, value.into()));
        self
    }

    /// Its words in a language.
    pub fn text(&self, lang: Lang) -> String {
        bundle::text(lang, self.id, &self.parts)
    }
}

/// A [`Message`]: its name, then `part = value` for each of its parts.
macro_rules! message {
    ($id:literal $(, $part:ident = $value:expr)* $(,)?) => {
        $crate::messages::Message::new($id)$(.with(stringify!($part), $value))*
    };
}

/// The words of a message: a language, then what [`message!`] takes.
macro_rules! say {
    ($lang:expr, $id:literal $(, $part:ident = $value:expr)* $(,)?) => {
        $crate::messages::message!($id $(, $part = $value)*).text($lang)
    };
}

pub(crate) use {message, say};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_decides_between_one_and_many_and_keeps_its_thousands_apart() {
        let said = |lang, count: usize| say!(lang, "words-events", count = count);
        assert_eq!(said(Lang::En, 1), "1 event");
        assert_eq!(said(Lang::En, 12_345), "12,345 events");
        assert_eq!(said(Lang::Ja, 12_345), "12,345件");
    }

    #[test]
    fn the_system_says_which_language_it_is_in() {
        for locale in ["ja", "ja-JP", "ja_JP.UTF-8", "JA-Jpan-JP"] {
            assert_eq!(Lang::of_locale(locale), Lang::Ja, "{locale}");
        }
        for locale in ["", "C", "POSIX", "en-US", "de_DE", "jam", "zh-Hans-JP"] {
            assert_eq!(Lang::of_locale(locale), Lang::En, "{locale}");
        }
    }

    #[test]
    fn a_message_within_a_message_is_worded_in_the_same_language() {
        let inner = message!("words-events", count = 2_usize);
        let outer = Message::new("words-events").with("count", inner);
        assert_eq!(outer.text(Lang::En), "2 events events");
        assert_eq!(outer.text(Lang::Ja), "2件件");
    }
}
