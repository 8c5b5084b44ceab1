//! What a handout says in words of its own.

use crate::messages::{message, say};
use crate::time::{Lang, When};

use super::Asks;

/// What is asked on a worksheet, and how to go about it; `numbered` is whether
/// every event has its number on the timeline, if there is one.
pub(super) fn task(asks: Asks, numbered: Option<bool>, lang: Lang) -> (String, String) {
    let asked = match asks {
        Asks::Dates => message!("handout-dates"),
        Asks::Titles => message!("handout-names"),
    };
    let how = match (asks, numbered) {
        (Asks::Dates, None) => message!("handout-dates-how"),
        (Asks::Dates, Some(true)) => message!("handout-dates-how-numbered"),
        (Asks::Dates, Some(false)) => message!("handout-dates-how-ticks"),
        (Asks::Titles, None) => message!("handout-names-how"),
        (Asks::Titles, Some(true)) => message!("handout-names-how-numbered"),
        (Asks::Titles, Some(false)) => message!("handout-names-how-ticks"),
    };
    (asked.text(lang), how.text(lang))
}

/// What stands before a line to write on.
pub(super) fn label(asks: Asks, lang: Lang) -> String {
    match asks {
        Asks::Dates => say!(lang, "handout-date"),
        Asks::Titles => say!(lang, "handout-event"),
    }
}

/// When it was: of a moment on both sides of the Pacific, in Japanese in years of the eras too.
pub(super) fn when(when: &When, lang: Lang) -> String {
    let said = when.display(lang);
    match when.display_era().filter(|_| lang == Lang::Ja) {
        Some(era) => format!("{said}（{era}）"),
        None => said,
    }
}

/// The same, without the years of the eras where they have no room.
pub(super) fn when_within(of: &When, lang: Lang, fits: impl Fn(&str) -> bool) -> String {
    let said = when(of, lang);
    if fits(&said) { said } else { of.display(lang) }
}

/// A moment on both sides of the Pacific, on one line where that fits; nothing of what is none.
pub(super) fn sides(when: &When, lang: Lang, fits: impl Fn(&str) -> bool) -> Vec<String> {
    let sides = when.sides_of_the_pacific(lang).into_iter().flatten();
    let said: Vec<_> = sides
        .map(|(place, then)| format!("{place} {then}"))
        .collect();
    let line = said.join(" · ");
    if !said.is_empty() && fits(&line) {
        vec![line]
    } else {
        said
    }
}
