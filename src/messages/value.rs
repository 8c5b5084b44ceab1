//! What fills a part of a message.

use std::borrow::Cow;

use fluent_bundle::FluentValue;

use super::{Lang, Message};

/// What fills a part of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// An amount, which decides between "event" and "events". A year is no amount: it is text.
    Amount(i64),
    /// The same in all languages: a name, a path, words of the file.
    Text(String),
    /// In English and in Japanese: a date, a title with its translation.
    Both([String; 2]),
    /// Another message.
    Said(Message),
}

impl Value {
    /// The value as the library takes it.
    pub(super) fn in_language(&self, lang: Lang) -> FluentValue<'_> {
        match self {
            Self::Amount(amount) => (*amount).into(),
            Self::Text(text) => text.into(),
            Self::Both([english, japanese]) => match lang {
                Lang::En => english.into(),
                Lang::Ja => japanese.into(),
            },
            Self::Said(message) => message.text(lang).into(),
        }
    }
}

impl From<usize> for Value {
    fn from(amount: usize) -> Self {
        Self::Amount(i64::try_from(amount).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Value {
    fn from(amount: u32) -> Self {
        Self::Amount(amount.into())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<Cow<'_, str>> for Value {
    fn from(text: Cow<'_, str>) -> Self {
        Self::Text(text.into_owned())
    }
}

impl From<[String; 2]> for Value {
    fn from(both: [String; 2]) -> Self {
        Self::Both(both)
    }
}

impl From<Message> for Value {
    fn from(message: Message) -> Self {
        Self::Said(message)
    }
}

impl From<&Message> for Value {
    fn from(message: &Message) -> Self {
        Self::Said(message.clone())
    }
}

/// A number with commas between its thousands, as both languages write it.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let first = digits.len() % 3;
    let comma = |(at, digit): (usize, char)| {
        let comma = at > 0 && at % 3 == first;
        comma.then_some(',').into_iter().chain([digit])
    };
    digits.chars().enumerate().flat_map(comma).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_kept_apart() {
        let said = [0, 7, 999, 1000, 12_345, 123_456, 1_234_567].map(grouped);
        let expected = ["0", "7", "999", "1,000", "12,345", "123,456", "1,234,567"];
        assert_eq!(said, expected);
    }
}
