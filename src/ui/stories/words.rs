//! What stories and steps are called, and how long they take.

use crate::document::{Event, Step, Story};
use crate::messages::{Message, message, say};
use crate::time::{Lang, TimeWindow, When, display_stretch};
use crate::ui::Show;

/// Letters of a note that are looked at for its first words.
const NOTE: usize = 240;

/// What a story is called.
pub(in crate::ui) fn story(show: Show<'_>, story: &Story) -> String {
    let title = show.lang.choose(&story.title, story.title_ja.as_deref());
    if title.is_empty() {
        story.id.to_string()
    } else {
        title.to_owned()
    }
}

/// The title that a story has in the language of the window.
pub(super) fn own_story<'a>(show: Show<'_>, story: &'a Story) -> Option<&'a str> {
    match show.lang {
        Lang::En => Some(&story.title),
        Lang::Ja => story.title_ja.as_deref(),
    }
}

/// The same of a step.
pub(super) fn own_step<'a>(show: Show<'_>, step: &'a Step) -> Option<&'a str> {
    match show.lang {
        Lang::En => step.title.as_deref(),
        Lang::Ja => step.title_ja.as_deref(),
    }
}

/// `8 steps · 24 min`
pub(super) fn extent(lang: Lang, story: &Story) -> String {
    let steps = say!(lang, "words-steps", count = story.steps.len());
    let seconds = story.steps.iter().filter_map(|step| step.seconds);
    match seconds.fold(0_u32, u32::saturating_add) {
        0 => steps,
        seconds => [steps, duration(lang, seconds)].join(" · "),
    }
}

/// `2 min`, `90 s`
fn duration(lang: Lang, seconds: u32) -> String {
    if seconds < 120 && !seconds.is_multiple_of(60) {
        return say!(lang, "stories-seconds", count = seconds);
    }
    say!(lang, "stories-minutes", count = seconds.div_ceil(60))
}

/// The event that a step is about.
pub(super) fn event<'a>(show: Show<'a>, step: &Step) -> Option<&'a Event> {
    let index = step.event.or(step.events.first().copied())?;
    show.workspace.timeline().events.get(index)
}

/// What a step is called: by itself, or as its event, or as the years that it shows.
pub(in crate::ui) fn step(show: Show<'_>, step: &Step) -> String {
    let (english, japanese) = (step.title.as_deref(), step.title_ja.as_deref());
    let own = match show.lang {
        Lang::En => english.or(japanese),
        Lang::Ja => japanese.or(english),
    };
    own.map_or_else(|| usual(show, step), str::to_owned)
}

/// What a step is called that has no title of its own.
pub(super) fn usual(show: Show<'_>, step: &Step) -> String {
    let timeline = show.workspace.timeline();
    let event = step.event.and_then(|event| timeline.events.get(event));
    if let Some(event) = event {
        let title = show.lang.choose(&event.title, event.title_ja.as_deref());
        return title.to_owned();
    }
    let series = step.series.and_then(|series| timeline.series.get(series));
    if let Some(series) = series {
        let title = show.lang.choose(&series.title, series.title_ja.as_deref());
        return title.to_owned();
    }
    let window = step.window.as_ref();
    let years = window.and_then(|window| years(show, window));
    years.unwrap_or_else(|| several(show, step))
}

/// What a step is called that shows several events, or nothing that there is.
fn several(show: Show<'_>, step: &Step) -> String {
    let Some(first) = event(show, step) else {
        return match step.missing.is_empty() {
            true => say!(show.lang, "stories-look-around"),
            false => say!(show.lang, "stories-missing-event"),
        };
    };
    let title = show.lang.choose(&first.title, first.title_ja.as_deref());
    match step.events.len().saturating_sub(1) {
        0 => title.to_owned(),
        more => say!(show.lang, "stories-and-more", title = title, count = more),
    }
}

/// When that is which a step shows, unless its title says so; and how long it is meant to take.
pub(super) fn when(show: Show<'_>, step: &Step) -> String {
    let date = match (event(show, step), &step.window) {
        (Some(event), window) if step.event.is_some() || window.is_none() => {
            Some(event.when.display(show.lang))
        }
        (_, Some(window)) => {
            let title = self::step(show, step);
            years(show, window).filter(|years| *years != title)
        }
        _ => None,
    };
    let duration = step.seconds.map(|seconds| duration(show.lang, seconds));
    let parts: Vec<_> = date.into_iter().chain(duration).collect();
    parts.join(" · ")
}

/// What of a step is not in the file.
pub(super) fn missing(lang: Lang, step: &Step) -> Option<String> {
    let ids = || step.missing.join(", ");
    (!step.missing.is_empty()).then(|| say!(lang, "stories-not-in-file", ids = ids()))
}

fn years(show: Show<'_>, window: &When) -> Option<String> {
    let window = TimeWindow::fit(window.finite_extent()?, 0.0);
    Some(display_stretch(window, show.lang))
}

/// The first words of a note, without the signs of Markdown.
pub(super) fn note(step: &Step) -> String {
    let note = step.note.as_deref().unwrap_or_default();
    let shown = note.chars().take(NOTE);
    let shown: String = shown.filter(|sign| !matches!(sign, '*' | '`')).collect();
    let words = shown.split_whitespace();
    let words = words.map(|word| word.trim_matches(['_', '#', '>']));
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// "step 3 of From Nixon to Hanoi", as a change is called.
pub(super) fn place(story: &Story, index: usize) -> Message {
    let number = index.saturating_add(1);
    message!("stories-step-of", number = number, story = called(story))
}

/// What a story is called within a sentence.
pub(super) fn called(story: &Story) -> Message {
    let title = match &*story.title {
        "" => &*story.id,
        title => title,
    };
    let both = [title, story.title_ja.as_deref().unwrap_or(title)];
    message!("stories-title", title = both.map(str::to_owned))
}
