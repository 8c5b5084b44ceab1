//! Everything a timeline says, as JSON for other programs.
//!
//! References are ids again, and each date comes with the first and last day it may mean, so that a reader needs to know
//! neither RON nor EDTF. The order of fields and entries is that of the structs here and of the timeline: the same
//! file gives the same bytes. The shape is a promise to those programs; the model's types are free to change.

use serde::Serialize;

use crate::document::{
    Category, Document, Event, LinkKind, List, Shape, Shows, Source, SourceKind, Stance, Step,
    Timeline,
};
use crate::time::When;

/// The whole timeline, pretty-printed, with a line end.
pub fn json(document: &Document) -> String {
    let timeline = whole(&document.timeline);
    // Nothing here has keys that are not texts, the only thing that can fail.
    let mut text = serde_json::to_string_pretty(&timeline).unwrap_or_default();
    text.push('\n');
    text
}

#[derive(Serialize)]
struct Whole<'a> {
    title: &'a str,
    title_ja: Option<&'a str>,
    categories: Vec<JsonCategory<'a>>,
    actors: Vec<JsonActor<'a>>,
    eras: Vec<JsonEra<'a>>,
    sources: Vec<JsonSource<'a>>,
    events: Vec<JsonEvent<'a>>,
    series: Vec<JsonSeries<'a>>,
    stories: Vec<JsonStory<'a>>,
}

/// A date as written and the first and last day it may mean, `null` where it is open.
#[derive(Serialize)]
struct Dated<'a> {
    when: &'a str,
    earliest: Option<String>,
    latest: Option<String>,
}

#[derive(Serialize)]
struct JsonCategory<'a> {
    id: &'a str,
    name: &'a str,
    name_ja: Option<&'a str>,
    color: Option<&'a str>,
    shape: Shape,
}

#[derive(Serialize)]
struct JsonActor<'a> {
    id: &'a str,
    name: &'a str,
    name_ja: Option<&'a str>,
}

#[derive(Serialize)]
struct JsonEra<'a> {
    title: &'a str,
    title_ja: Option<&'a str>,
    #[serde(flatten)]
    dated: Dated<'a>,
}

#[derive(Serialize)]
struct JsonSource<'a> {
    id: &'a str,
    kind: SourceKind,
    author: Option<&'a str>,
    title: &'a str,
    date: Option<&'a str>,
    url: Option<&'a str>,
    text: Option<&'a str>,
    gists: &'a [String],
    checked: bool,
}

#[derive(Serialize)]
struct JsonEvent<'a> {
    id: &'a str,
    #[serde(flatten)]
    dated: Dated<'a>,
    title: &'a str,
    title_ja: Option<&'a str>,
    title_kana: Option<&'a str>,
    category: &'a str,
    actors: Vec<&'a str>,
    significance: u8,
    summary: &'a str,
    excerpts: Vec<JsonExcerpt<'a>>,
    sources: Vec<&'a str>,
    links: Vec<JsonLink<'a>>,
}

#[derive(Serialize)]
struct JsonExcerpt<'a> {
    source: &'a str,
    paragraph: Option<u32>,
    quote: &'a str,
    stance: Stance,
}

#[derive(Serialize)]
struct JsonLink<'a> {
    to: &'a str,
    kind: LinkKind,
}

#[derive(Serialize)]
struct JsonSeries<'a> {
    id: &'a str,
    title: &'a str,
    title_ja: Option<&'a str>,
    unit: &'a str,
    unit_ja: Option<&'a str>,
    source: Option<&'a str>,
    points: Vec<JsonPoint<'a>>,
}

#[derive(Serialize)]
struct JsonPoint<'a> {
    #[serde(flatten)]
    dated: Dated<'a>,
    value: f64,
}

#[derive(Serialize)]
struct JsonStory<'a> {
    id: &'a str,
    title: &'a str,
    title_ja: Option<&'a str>,
    steps: Vec<JsonStep<'a>>,
}

#[derive(Serialize)]
struct JsonStep<'a> {
    title: Option<&'a str>,
    title_ja: Option<&'a str>,
    event: Option<&'a str>,
    events: Vec<&'a str>,
    show: Shows,
    series: Option<&'a str>,
    excerpt: Option<u32>,
    window: Option<&'a str>,
    filter: Option<&'a str>,
    note: Option<&'a str>,
    seconds: Option<u32>,
}

fn whole(timeline: &Timeline) -> Whole<'_> {
    let actors = timeline.actors.iter();
    let eras = timeline.eras.iter();
    Whole {
        title: &timeline.title,
        title_ja: timeline.title_ja.as_deref(),
        categories: timeline.categories.iter().map(category).collect(),
        actors: actors
            .map(|actor| JsonActor {
                id: &actor.id,
                name: &actor.name,
                name_ja: actor.name_ja.as_deref(),
            })
            .collect(),
        eras: eras
            .map(|era| JsonEra {
                title: &era.title,
                title_ja: era.title_ja.as_deref(),
                dated: dated(&era.when),
            })
            .collect(),
        sources: timeline.sources.iter().map(source).collect(),
        events: timeline
            .events
            .iter()
            .map(|event| json_event(timeline, event))
            .collect(),
        series: series(timeline),
        stories: stories(timeline),
    }
}

fn dated(when: &When) -> Dated<'_> {
    Dated {
        when: when.text(),
        earliest: when.earliest_day(),
        latest: when.latest_day(),
    }
}

fn category(category: &Category) -> JsonCategory<'_> {
    JsonCategory {
        id: &category.id,
        name: &category.name,
        name_ja: category.name_ja.as_deref(),
        color: category.color.as_deref(),
        shape: category.shape,
    }
}

fn source(source: &Source) -> JsonSource<'_> {
    JsonSource {
        id: &source.id,
        kind: source.kind,
        author: source.author.as_deref(),
        title: &source.title,
        date: source.date.as_deref(),
        url: source.url.as_deref(),
        text: source.text.as_deref(),
        gists: &source.gists,
        checked: source.checked,
    }
}

fn json_event<'a>(timeline: &'a Timeline, event: &'a Event) -> JsonEvent<'a> {
    let category = timeline.categories.get(event.category);
    let actors = event
        .actors
        .iter()
        .filter_map(|index| timeline.actors.get(index));
    let source_id = |index: usize| timeline.sources.get(index).map(|source| source.id.as_ref());
    let excerpts = event.excerpts.iter().map(|excerpt| JsonExcerpt {
        source: source_id(excerpt.source).unwrap_or_default(),
        paragraph: excerpt.paragraph,
        quote: &excerpt.quote,
        stance: excerpt.stance,
    });
    let links = event.links.iter().filter_map(|link| {
        let to = timeline.events.get(link.to)?;
        Some(JsonLink {
            to: &to.id,
            kind: link.kind,
        })
    });
    JsonEvent {
        id: &event.id,
        dated: dated(&event.when),
        title: &event.title,
        title_ja: event.title_ja.as_deref(),
        title_kana: event.title_kana.as_deref(),
        category: category.map_or("", |category| &category.id),
        actors: actors.map(|actor| actor.id.as_ref()).collect(),
        significance: event.significance,
        summary: &event.summary,
        excerpts: excerpts.collect(),
        sources: event.sources.iter().filter_map(&source_id).collect(),
        links: links.collect(),
    }
}

fn series(timeline: &Timeline) -> Vec<JsonSeries<'_>> {
    let series = timeline.series.iter().map(|series| {
        let points = series.points.iter();
        JsonSeries {
            id: &series.id,
            title: &series.title,
            title_ja: series.title_ja.as_deref(),
            unit: &series.unit,
            unit_ja: series.unit_ja.as_deref(),
            source: series.source.as_deref(),
            points: points
                .map(|point| JsonPoint {
                    dated: dated(&point.when),
                    value: point.value,
                })
                .collect(),
        }
    });
    series.collect()
}

fn stories(timeline: &Timeline) -> Vec<JsonStory<'_>> {
    let stories = timeline.stories.iter().map(|story| {
        let steps = story.steps.iter().map(|step| self::step(timeline, step));
        JsonStory {
            id: &story.id,
            title: &story.title,
            title_ja: story.title_ja.as_deref(),
            steps: steps.collect(),
        }
    });
    stories.collect()
}

fn step<'a>(timeline: &'a Timeline, step: &'a Step) -> JsonStep<'a> {
    let id = |index: usize| timeline.id_of(List::Events, index);
    let events = step.events.iter();
    JsonStep {
        title: step.title.as_deref(),
        title_ja: step.title_ja.as_deref(),
        event: step.event.and_then(id),
        events: events.filter_map(|&index| id(index)).collect(),
        show: step.shows(),
        series: step
            .series
            .and_then(|index| timeline.id_of(List::Series, index)),
        excerpt: step.excerpt,
        window: step.window.as_ref().map(When::text),
        filter: step.filter.as_deref(),
        note: step.note.as_deref(),
        seconds: step.seconds,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_says_all_that_stands_in_the_file_and_what_is_shown() {
        let text = r#"Timeline(
    events: [(id: "b", when: "1972", title: "B"), (id: "a", when: "1971", title: "A")],
    series: [(id: "yen", title: "Yen", unit: "¥", points: [])],
    stories: [(id: "s", title: "S", steps: [
        (title: "Shocks", title_ja: "ショック", event: "b", events: ["a"], show: Links, series: "yen", excerpt: 2,
         window: "1969/1974", filter: "nixon", note: "**Ask.**", seconds: 90),
        (series: "yen"),
        (event: "gone"),
    ])],
)"#;
        let document = Document::parse("t.ron", text);
        let written: serde_json::Value = serde_json::from_str(&json(&document)).unwrap();
        let steps = written.pointer("/stories/0/steps").unwrap();
        let expected = serde_json::json!({
            "title": "Shocks", "title_ja": "ショック", "event": "b", "events": ["a"], "show": "Links", "series": "yen",
            "excerpt": 2, "window": "1969/1974", "filter": "nixon", "note": "**Ask.**", "seconds": 90,
        });
        assert_eq!(steps.get(0), Some(&expected));
        // What is left out is null or empty, and what the class then sees is said all the same.
        let plain = |show: &str, series: Option<&str>| {
            serde_json::json!({
                "title": null, "title_ja": null, "event": null, "events": [], "show": show, "series": series,
                "excerpt": null, "window": null, "filter": null, "note": null, "seconds": null,
            })
        };
        assert_eq!(steps.get(1), Some(&plain("Series", Some("yen"))));
        assert_eq!(steps.get(2), Some(&plain("Event", None)));
    }
}
