//! Values that are words: those that the rooms below name, so that no list of them stands here again.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

/// A reader of one of these words, each with what it stands for and what the help says of it.
pub(super) fn of<T: Copy + Send + Sync + 'static>(
    all: Vec<(T, &'static str, &'static str)>,
) -> impl TypedValueParser<Value = T> {
    let words = all
        .iter()
        .map(|(_, word, help)| PossibleValue::new(*word).help(*help));
    PossibleValuesParser::new(words).try_map(move |written| {
        let found = all.iter().find(|(_, word, _)| *word == written);
        found
            .map(|(value, ..)| *value)
            .ok_or("expected one of the words")
    })
}
