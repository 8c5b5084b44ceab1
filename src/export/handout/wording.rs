//! What a handout says in words of its own, in both languages.

use crate::state::{events, grouped};
use crate::time::{Lang, When};

use super::Asks;

/// What is asked on a worksheet, and how to go about it; `numbered` is whether
/// every event has its number on the timeline, if there is one.
pub(super) fn task(asks: Asks, numbered: Option<bool>, lang: Lang) -> (&'static str, String) {
    let (asked, how, strip) = match (asks, lang) {
        (Asks::Dates, Lang::En) => (
            "When was it?",
            "Write down the date of each event.",
            " Then put its number beside its mark on the timeline.",
        ),
        (Asks::Dates, Lang::Ja) => (
            "いつの出来事？",
            "それぞれの出来事の日付を書きましょう。",
            "次に、年表の印のそばにその番号を書き入れましょう。",
        ),
        (Asks::Titles, Lang::En) => (
            "What happened?",
            "Write down what happened.",
            " The numbers are those on the timeline.",
        ),
        (Asks::Titles, Lang::Ja) => (
            "何が起きた？",
            "何が起きたかを書きましょう。",
            "番号は年表の番号と同じです。",
        ),
    };
    let ticks = match lang {
        Lang::En => " Small ticks have none.",
        Lang::Ja => "小さな目盛りに番号はありません。",
    };
    let more = match numbered {
        None => String::new(),
        Some(true) => strip.to_owned(),
        Some(false) => format!("{strip}{ticks}"),
    };
    (asked, format!("{how}{more}"))
}

/// What stands before a line to write on.
pub(super) const fn label(asks: Asks, lang: Lang) -> &'static str {
    match (asks, lang) {
        (Asks::Dates, Lang::En) => "Date",
        (Asks::Dates, Lang::Ja) => "日付",
        (Asks::Titles, Lang::En) => "Event",
        (Asks::Titles, Lang::Ja) => "出来事",
    }
}

pub(super) const fn answers(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Answers",
        Lang::Ja => "解答",
    }
}

/// The fields for whoever works on a sheet.
pub(super) const fn fields(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::En => ["Name", "Class"],
        Lang::Ja => ["名前", "組"],
    }
}

pub(super) const fn sources(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Sources",
        Lang::Ja => "出典",
    }
}

pub(super) fn count(count: usize, lang: Lang) -> String {
    match lang {
        Lang::En => events(count),
        Lang::Ja => format!("{}件", grouped(count)),
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
