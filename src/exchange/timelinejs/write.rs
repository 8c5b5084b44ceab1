//! A timeline of ours as slides, and those as JSON.

use serde::Serialize;

use crate::document::{Document, Era, Event, Timeline, UNCATEGORISED};
use crate::exchange::dates::in_words;
use crate::exchange::losses::Losses;
use crate::messages::message;
use crate::time::{Lang, When};

use super::date::{self, Told};
use super::slide::{Date, Deck, Slide};
use super::{markup, unsaid};

/// Years beyond which JavaScript has no dates, and TimelineJS counts in years alone.
const HUMAN: std::ops::RangeInclusive<i64> = -271_820..=275_759;

/// Writes a timeline.
pub(in crate::exchange) fn write(document: &Document, lang: Lang, losses: &mut Losses) -> String {
    let deck = deck(&document.timeline, lang, losses);
    unsaid(&document.timeline, losses);
    let slides = deck.events.iter().chain(&deck.eras);
    let years = slides.flat_map(|slide| [&slide.start.year, &slide.end.year]);
    let is_vast = years
        .into_iter()
        .any(|year| year.parse().is_ok_and(|year| !HUMAN.contains(&year)));
    let file = File {
        scale: if is_vast { "cosmological" } else { "human" },
        title: deck.title.as_ref().map(SlideOut::of),
        events: deck.events.iter().map(SlideOut::of).collect(),
        eras: deck.eras.iter().map(SlideOut::of).collect(),
    };
    // Writing texts into memory cannot fail.
    serde_json::to_string_pretty(&file).unwrap_or_default() + "\n"
}

/// A timeline as slides.
pub(in crate::exchange) fn deck(timeline: &Timeline, lang: Lang, losses: &mut Losses) -> Deck {
    let title = lang.choose(&timeline.title, timeline.title_ja.as_deref());
    let title = (!title.is_empty()).then(|| Slide {
        headline: markup::escaped(title),
        ..Slide::default()
    });
    let events = timeline
        .events
        .iter()
        .filter_map(|event| self::event(timeline, event, lang, losses));
    let events = events.collect();
    let eras = timeline
        .eras
        .iter()
        .filter_map(|era| self::era(timeline, era, lang, losses))
        .collect();
    Deck {
        title,
        events,
        eras,
    }
}

fn event(timeline: &Timeline, event: &Event, lang: Lang, losses: &mut Losses) -> Option<Slide> {
    let title = lang.choose(&event.title, event.title_ja.as_deref());
    let dated = dated(timeline, &event.when, lang, title, losses)?;
    let category = timeline
        .categories
        .get(event.category)
        .filter(|category| &*category.id != UNCATEGORISED);
    let category =
        category.map(|category| lang.choose(&category.name, category.name_ja.as_deref()));
    let sources = event
        .sources
        .iter()
        .filter_map(|source| timeline.sources.get(source));
    let text = markup::paragraphs(&event.summary) + &markup::listed(sources);
    Some(Slide {
        unique_id: event.id.to_string(),
        headline: markup::escaped(title),
        text,
        group: markup::escaped(category.unwrap_or_default()),
        ..dated
    })
}

fn era(timeline: &Timeline, era: &Era, lang: Lang, losses: &mut Losses) -> Option<Slide> {
    let title = lang.choose(&era.title, era.title_ja.as_deref());
    let mut dated = dated(timeline, &era.when, lang, title, losses)?;
    if era.title_ja.is_some() {
        losses.add(message!("losses-slide-era-title"), title);
    }
    if dated.end.year.is_empty() {
        // An era has to end somewhere: where the timeline does.
        let open = era.when.is_open_end().then(|| timeline.extent()).flatten();
        let last = open.map(|extent| crate::time::year_of(extent.end));
        dated.end = match last.and_then(|year| format!("{year:04}").parse::<When>().ok()) {
            Some(last) => date::told(&last, lang, timeline)?.start,
            None => dated.start.clone(),
        };
    }
    Some(Slide {
        headline: markup::escaped(title),
        ..dated
    })
}

/// A slide that has its date and nothing else.
fn dated(
    timeline: &Timeline,
    when: &When,
    lang: Lang,
    of: &str,
    losses: &mut Losses,
) -> Option<Slide> {
    let Some(Told { start, end, words }) = date::told(when, lang, timeline) else {
        losses.add(message!("losses-no-known-day"), of);
        return None;
    };
    if let Some(words) = &words {
        let comes_back = in_words(words).is_some_and(|meant| meant.text == when.text());
        let what = if comes_back {
            message!("losses-date-in-words", field = "display_date")
        } else {
            message!("losses-date-not-read-back")
        };
        losses.add(what, of);
    }
    Some(Slide {
        start,
        end: end.unwrap_or_default(),
        display: words.unwrap_or_default(),
        ..Slide::default()
    })
}

#[derive(Serialize)]
struct File<'a> {
    scale: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<SlideOut<'a>>,
    events: Vec<SlideOut<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    eras: Vec<SlideOut<'a>>,
}

#[derive(Serialize)]
struct SlideOut<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    unique_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_date: Option<DateOut<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<DateOut<'a>>,
    #[serde(skip_serializing_if = "str::is_empty")]
    display_date: &'a str,
    text: TextOut<'a>,
    #[serde(skip_serializing_if = "str::is_empty")]
    group: &'a str,
}

#[derive(Serialize)]
struct TextOut<'a> {
    headline: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    text: &'a str,
}

/// Years, months and days are numbers. Clock times are texts: TimelineJS takes a number 0 for none at all.
#[derive(Serialize)]
struct DateOut<'a> {
    year: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    month: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<u8>,
    #[serde(skip_serializing_if = "str::is_empty")]
    hour: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    minute: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    second: &'a str,
}

impl<'a> SlideOut<'a> {
    fn of(slide: &'a Slide) -> Self {
        Self {
            unique_id: &slide.unique_id,
            start_date: DateOut::of(&slide.start),
            end_date: DateOut::of(&slide.end),
            display_date: &slide.display,
            text: TextOut {
                headline: &slide.headline,
                text: &slide.text,
            },
            group: &slide.group,
        }
    }
}

impl<'a> DateOut<'a> {
    fn of(date: &'a Date) -> Option<Self> {
        Some(Self {
            year: date.year.parse().ok()?,
            month: date.month.parse().ok(),
            day: date.day.parse().ok(),
            hour: &date.hour,
            minute: &date.minute,
            second: &date.second,
        })
    }
}
