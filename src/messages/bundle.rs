//! The message files, and the library that reads them.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};

use super::Lang;
use super::value::{Value, grouped};

/// The files of a language, by the name of its folder. They are part of the program: nothing to install, or to lose.
macro_rules! files {
    ($folder:literal) => {
        files!($folder; "aloud", "app", "canvas", "checks", "commands", "dates", "editing", "editor", "files", "filter", "formats", "handout", "inspector", "lesson", "losses", "notes", "outline", "page", "quiz", "search", "settings", "share", "slide", "stories", "table", "text", "window", "words")
    };
    ($folder:literal; $($name:literal),*) => {
        [$(include_str!(concat!("../../assets/messages/", $folder, "/", $name, ".ftl"))),*]
    };
}

/// The words of a language, read when they are first needed.
type Words = FluentBundle<FluentResource>;

static ENGLISH: LazyLock<Words> = LazyLock::new(|| read("en", &files!("en")));
static JAPANESE: LazyLock<Words> = LazyLock::new(|| read("ja", &files!("ja")));

fn read(language: &str, files: &[&str]) -> Words {
    let mut words = FluentBundle::new_concurrent(vec![language.parse().unwrap_or_default()]);
    // Marks of direction around what is filled in: neither language is written from the right.
    words.set_use_isolating(false);
    words.set_formatter(Some(|value, _| match value {
        FluentValue::Number(number) if number.value.fract() == 0.0 => whole(number.value),
        _ => None,
    }));
    for file in files {
        // A file that the library reads only in part still gives what can be read; the test tells of the rest.
        let file = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(part, errors)| {
            debug_assert!(errors.is_empty(), "mend the message files: {errors:?}");
            part
        });
        let added = words.add_resource(file);
        debug_assert!(added.is_ok(), "name each message once: {added:?}");
    }
    words
}

/// An amount with its thousands apart; below zero as the library has it.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "whole and not below zero, and beyond the greatest it is the greatest"
)]
fn whole(amount: f64) -> Option<String> {
    (amount >= 0.0).then(|| grouped(amount as usize))
}

/// The words of a message; those in English where a language has none.
pub(super) fn text(lang: Lang, id: &str, parts: &[(&'static str, Value)]) -> String {
    let words = match lang {
        Lang::En => [&ENGLISH, &ENGLISH],
        Lang::Ja => [&JAPANESE, &ENGLISH],
    };
    let known = words.into_iter().find_map(|words| {
        let pattern = words.get_message(id)?.value()?;
        Some((words, pattern))
    });
    let Some((words, pattern)) = known else {
        debug_assert!(false, "no message file has {id}");
        return id.to_owned();
    };
    let filled: FluentArgs<'_> = parts
        .iter()
        .map(|(part, value)| (*part, value.in_language(lang)))
        .collect();
    let mut errors: Vec<FluentError> = Vec::new();
    let said = words.format_pattern(pattern, Some(&filled), &mut errors);
    debug_assert!(errors.is_empty(), "{id}: {errors:?}");
    said.into_owned()
}
