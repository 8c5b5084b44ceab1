//! What writers say of an event and of its timeline, whatever the format: names instead of indexes, the words of the
//! chosen language, and what hardly any other program has a place for.

use serde_json::{Map, Value, json};

use super::draft::DraftSource;
use super::losses::Losses;
use crate::document::{Event, LinkKind, SourceKind, Timeline, UNCATEGORISED};
use crate::messages::message;
use crate::time::Lang;

/// An event in names.
#[derive(Debug)]
pub(super) struct Told<'a> {
    /// The title in the chosen language.
    pub(super) title: &'a str,
    /// The other one, if there is one.
    pub(super) other: Option<Other<'a>>,
    /// The names of those who take part.
    pub(super) actors: Vec<&'a str>,
    /// The name of its category, unless it has none.
    pub(super) category: Option<&'a str>,
    /// What it cites.
    pub(super) sources: Vec<DraftSource>,
    /// The ids of the events that it links to.
    pub(super) links: Vec<(&'a str, LinkKind)>,
}

/// The title that is not in the chosen language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Other<'a> {
    /// The one in the file's main language.
    Main(&'a str),
    /// The Japanese one.
    Japanese(&'a str),
}

/// An event in names.
pub(super) fn told<'a>(timeline: &'a Timeline, event: &'a Event, lang: Lang) -> Told<'a> {
    let japanese = event.title_ja.as_deref();
    let other = japanese.map(|japanese| match lang {
        Lang::En => Other::Japanese(japanese),
        Lang::Ja => Other::Main(&event.title),
    });
    let actors = event
        .actors
        .iter()
        .filter_map(|index| timeline.actors.get(index));
    let sources = event
        .sources
        .iter()
        .filter_map(|index| timeline.sources.get(index));
    let category = timeline.categories.get(event.category);
    let category = category.filter(|category| *category.id != *UNCATEGORISED);
    let links = event.links.iter().filter_map(|link| {
        let to = timeline.events.get(link.to)?;
        Some((&*to.id, link.kind))
    });
    Told {
        title: lang.choose(&event.title, japanese),
        other,
        actors: actors
            .map(|actor| lang.choose(&actor.name, actor.name_ja.as_deref()))
            .collect(),
        category: category.map(|category| lang.choose(&category.name, category.name_ja.as_deref())),
        sources: sources
            .map(|source| DraftSource {
                title: source.title.clone(),
                author: source.author.clone(),
                url: source.url.clone(),
                date: source.date.clone(),
            })
            .collect(),
        links: links.collect(),
    }
}

/// The titles of an event as they were told: the main one, and the Japanese one if there is one.
pub(super) fn titles(
    shown: String,
    main: Option<String>,
    japanese: Option<String>,
) -> (String, Option<String>) {
    match main {
        Some(main) => (main, Some(shown)),
        None => (shown, japanese),
    }
}

/// A source as an object of JSON.
pub(super) fn source_json(source: &DraftSource) -> Value {
    let mut fields = Map::new();
    fields.insert("title".to_owned(), json!(source.title));
    let optional = [
        ("author", &source.author),
        ("url", &source.url),
        ("date", &source.date),
    ];
    for (name, value) in optional {
        if let Some(value) = value {
            fields.insert(name.to_owned(), json!(value));
        }
    }
    Value::Object(fields)
}

/// The source that an object of JSON tells.
pub(super) fn json_source(value: &Value) -> Option<DraftSource> {
    let text = |name| value.get(name).and_then(Value::as_str).map(str::to_owned);
    let source = DraftSource {
        title: text("title").unwrap_or_default(),
        author: text("author"),
        url: text("url"),
        date: text("date"),
    };
    (source != DraftSource::default()).then_some(source)
}

/// Adds a source for each link of a text, by its words and its address, unless that is cited already.
pub(super) fn cite_links(sources: &mut Vec<DraftSource>, links: Vec<(String, String)>) {
    for (title, url) in links {
        let url = Some(url);
        let source = DraftSource {
            title,
            url,
            ..DraftSource::default()
        };
        cite(sources, source);
    }
}

/// Adds a source, unless its address is cited already.
pub(super) fn cite(sources: &mut Vec<DraftSource>, source: DraftSource) {
    let is_known = |known: &DraftSource| known.url.is_some() && known.url == source.url;
    if !sources.iter().any(is_known) {
        sources.push(source);
    }
}

/// All kinds of links, to find one by its name.
const KINDS: [LinkKind; 8] = [
    LinkKind::LedTo,
    LinkKind::ResponseTo,
    LinkKind::AmendedBy,
    LinkKind::ReplacedBy,
    LinkKind::PartOf,
    LinkKind::Follows,
    LinkKind::Recalls,
    LinkKind::SeeAlso,
];

/// The kind of link of a name, as in `LedTo` and in `led-to`.
pub(super) fn link_kind(name: &str) -> Option<LinkKind> {
    let is_it = |kind: &LinkKind| {
        let letters = |text: &str| text.replace(['-', '_'], "").to_ascii_lowercase();
        letters(&format!("{kind:?}")) == letters(name)
    };
    KINDS.into_iter().find(is_it)
}

/// Puts down what of a timeline has no place in programs of events with titles, texts, sources and links.
pub(super) fn without_place(timeline: &Timeline, losses: &mut Losses) {
    let named = timeline
        .categories
        .iter()
        .map(|one| (&one.name, &one.name_ja));
    let named = named.chain(timeline.actors.iter().map(|one| (&one.name, &one.name_ja)));
    let named = named.chain(timeline.eras.iter().map(|one| (&one.title, &one.title_ja)));
    for (name, japanese) in named {
        if japanese.is_some() {
            losses.add(message!("losses-second-name"), name);
        }
    }
    if timeline.title_ja.is_some() {
        let what = message!("losses-second-title");
        losses.add(what, &timeline.title);
    }
    for event in &timeline.events {
        if event.title_kana.is_some() {
            losses.add(message!("losses-reading"), &*event.title);
        }
        for _ in event.excerpts.iter() {
            losses.add(message!("losses-quotation"), &*event.title);
        }
    }
    for source in &timeline.sources {
        if source.kind != SourceKind::Web {
            let what = message!("losses-sort-of-work");
            losses.add(what, &source.title);
        }
        if !source.gists.is_empty() || source.text.is_some() {
            let what = message!("losses-paragraphs");
            losses.add(what, &source.title);
        }
    }
    for series in &timeline.series {
        losses.add(message!("losses-figures"), &series.title);
    }
    for story in &timeline.stories {
        losses.add(message!("losses-story"), &story.title);
    }
}
