//! A timeline on its way in: what other programs say, in words instead of ids, until it becomes a file of ours.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization as _;

use crate::document::{LinkKind, List, SourceKind, Timeline, Value, fresh, is_web};

use super::colours::colour;
use super::dates::is_edtf;
use super::losses::{Losses, beginning};
use crate::messages::message;

/// A timeline as another program tells it.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft {
    pub(super) title: String,
    /// Those with a colour, or that shall stand in this order; others are made of what the events name.
    pub(super) categories: Vec<DraftCategory>,
    pub(super) eras: Vec<DraftEra>,
    pub(super) events: Vec<DraftEvent>,
}

/// A kind of event, by its name.
#[derive(Debug, Clone, Default)]
pub(super) struct DraftCategory {
    pub(super) name: String,
    /// In any of the ways of CSS; anything else is lost, and said.
    pub(super) color: Option<String>,
}

/// A named period.
#[derive(Debug, Clone, Default)]
pub(super) struct DraftEra {
    pub(super) title: String,
    /// EDTF.
    pub(super) when: String,
}

/// Something that happened.
#[derive(Debug, Clone, Default)]
pub(super) struct DraftEvent {
    /// What the other program calls it; made of the title where it has no name.
    pub(super) id: Option<String>,
    /// EDTF; an event without it is left out, and said.
    pub(super) when: String,
    pub(super) title: String,
    pub(super) title_ja: Option<String>,
    pub(super) summary: String,
    /// The name of its category.
    pub(super) category: Option<String>,
    /// Names of those who take part.
    pub(super) actors: Vec<String>,
    /// 1 to 5.
    pub(super) significance: Option<u8>,
    pub(super) sources: Vec<DraftSource>,
    /// By what the other program calls the event at the other end.
    pub(super) links: Vec<(String, LinkKind)>,
}

/// A work that an event cites.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct DraftSource {
    pub(super) title: String,
    pub(super) author: Option<String>,
    /// Kept only if it leads into the web; else it is lost, and said.
    pub(super) url: Option<String>,
    pub(super) date: Option<String>,
}

impl Draft {
    /// The text of a file of ours, and how many events it has. `name` is what it was read from.
    pub(super) fn written(self, name: &str, losses: &mut Losses) -> (String, usize) {
        let mut writer = Writer::new(losses);
        for category in &self.categories {
            writer.category(category);
        }
        let eras = self.eras.iter().filter_map(|era| writer.era(era)).collect();
        let dated: Vec<_> = self
            .events
            .into_iter()
            .filter(|event| writer.is_dated(event))
            .collect();
        let ids = writer.ids(&dated);
        let events: Vec<_> = dated
            .iter()
            .zip(&ids)
            .map(|(event, id)| writer.event(event, id))
            .collect();
        let count = events.len();
        let lists = [
            (List::Categories, writer.categories.values),
            (List::Actors, writer.actors.values),
            (List::Eras, eras),
            (List::Sources, writer.sources.values),
            (List::Events, events),
        ];
        (
            fresh(&[format!("Read from {name}.")], &self.title, &lists),
            count,
        )
    }
}

/// Turns words into entries that refer to each other by id.
pub(super) struct Writer<'a> {
    pub(super) losses: &'a mut Losses,
    categories: Named,
    actors: Named,
    sources: Named,
    /// What the other program calls events, and what they are called here.
    events: BTreeMap<String, String>,
    event_ids: Ids,
}

/// Entries of a list that are found by what they are called.
#[derive(Default)]
struct Named {
    ids: Ids,
    by_name: BTreeMap<String, String>,
    /// Those that are new.
    values: Vec<Value>,
}

/// Ids that are taken, and how far each stem has been counted, so that a million equal titles are numbered in one go.
#[derive(Default)]
struct Ids {
    taken: BTreeSet<String>,
    counted: BTreeMap<String, u32>,
}

impl Ids {
    /// An id like this one that nobody has yet.
    fn free(&mut self, like: String) -> String {
        let counted = self.counted.entry(like.clone()).or_insert(0);
        loop {
            *counted = counted.saturating_add(1);
            let id = match *counted {
                1 => like.clone(),
                number => format!("{like}-{number}"),
            };
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}

impl Named {
    /// Takes an entry that is there already.
    fn knows(&mut self, name: &str, id: &str) {
        let (name, id) = (name.to_owned(), id.to_owned());
        self.ids.taken.insert(id.clone());
        self.by_name.entry(name).or_insert(id);
    }

    /// The id of what is called so, which is made with `entry` when it comes up first.
    fn id(&mut self, name: &str, like: String, entry: impl FnOnce(&str) -> Value) -> String {
        if let Some(id) = self.by_name.get(name) {
            return id.clone();
        }
        let id = self.ids.free(like);
        self.values.push(entry(&id));
        self.by_name.insert(name.to_owned(), id.clone());
        id
    }
}

impl<'a> Writer<'a> {
    fn new(losses: &'a mut Losses) -> Self {
        Self {
            losses,
            categories: Named::default(),
            actors: Named::default(),
            sources: Named::default(),
            events: BTreeMap::new(),
            event_ids: Ids::default(),
        }
    }

    /// One that adds to a timeline: what is there is found by its id or its name, and no new id is one of its own.
    pub(super) fn onto(timeline: &Timeline, losses: &'a mut Losses) -> Self {
        let mut writer = Self::new(losses);
        for list in [List::Categories, List::Actors, List::Sources, List::Events] {
            for index in 0..timeline.count(list) {
                let id = timeline.id_of(list, index).unwrap_or_default();
                match list {
                    List::Categories => writer.categories.knows(id, id),
                    List::Actors => writer.actors.knows(id, id),
                    List::Sources => writer.sources.knows(&known(id, None, None, None), id),
                    _ => {
                        writer.events.insert(id.to_owned(), id.to_owned());
                        writer.event_ids.taken.insert(id.to_owned());
                    }
                }
            }
        }
        for category in &timeline.categories {
            let names = [Some(&category.name), category.name_ja.as_ref()];
            let names = names.into_iter().flatten();
            names.for_each(|name| writer.categories.knows(name.trim(), &category.id));
        }
        for actor in &timeline.actors {
            let names = [Some(&actor.name), actor.name_ja.as_ref()];
            let names = names.into_iter().flatten();
            names.for_each(|name| writer.actors.knows(name.trim(), &actor.id));
        }
        for source in &timeline.sources {
            let sources = &mut writer.sources;
            sources.knows(&known(source.title.trim(), None, None, None), &source.id);
            let url = source.url.as_deref().unwrap_or_default();
            sources.knows(&known(url, None, Some(url), None), &source.id);
        }
        writer
    }

    /// The entries that had to be made for what the events name, by list.
    pub(super) fn made(self) -> [(List, Vec<Value>); 3] {
        [
            (List::Categories, self.categories.values),
            (List::Actors, self.actors.values),
            (List::Sources, self.sources.values),
        ]
    }

    pub(super) fn is_dated(&mut self, event: &DraftEvent) -> bool {
        let is_dated = is_edtf(&event.when);
        if !is_dated {
            let what = message!("losses-event-undated");
            self.losses.add(what, &event.title);
        }
        is_dated
    }

    /// The ids that the events get: what the other program calls them, or else made of their titles.
    pub(super) fn ids(&mut self, events: &[DraftEvent]) -> Vec<String> {
        let ids = &mut self.event_ids;
        let named = events.iter().map(|event| {
            let own = event.id.as_deref().map(str::trim).unwrap_or_default();
            let like = if own.is_empty() {
                id_of(&event.title, || {
                    format!("event-{}", id_of(&event.when, String::new))
                })
            } else {
                own.to_owned()
            };
            let id = ids.free(like);
            if !own.is_empty() {
                self.events
                    .entry(own.to_owned())
                    .or_insert_with(|| id.clone());
            }
            id
        });
        named.collect()
    }

    fn category(&mut self, category: &DraftCategory) -> String {
        let name = category.name.trim();
        let written = category.color.as_deref();
        let color = written.and_then(colour);
        if let (None, Some(written)) = (&color, written) {
            let what = message!("losses-colour", colour = beginning(written));
            self.losses.add(what, name);
        }
        self.categories
            .id(name, id_of(name, || "category".to_owned()), |id| {
                let mut fields = vec![("id", text(id)), ("name", text(name))];
                fields.extend(color.map(|color| ("color", text(&color))));
                Value::Entry(fields)
            })
    }

    fn actor(&mut self, name: &str) -> String {
        self.actors
            .id(name, id_of(name, || "actor".to_owned()), |id| {
                Value::Entry(vec![("id", text(id)), ("name", text(name))])
            })
    }

    fn era(&mut self, era: &DraftEra) -> Option<Value> {
        if !is_edtf(&era.when) {
            let what = message!("losses-era-undated");
            self.losses.add(what, &era.title);
            return None;
        }
        let fields = vec![("title", text(era.title.trim())), ("when", text(&era.when))];
        Some(Value::Entry(fields))
    }

    fn source(&mut self, source: &DraftSource, of: &str) -> Option<String> {
        let url = source.url.as_deref().map(str::trim);
        let web = url.filter(|url| is_web(url));
        if let (None, Some(url)) = (web, url.filter(|url| !url.is_empty())) {
            self.losses.add(message!("losses-no-page", url = url), of);
        }
        let title = Some(source.title.trim()).filter(|title| !title.is_empty());
        let title = title.or(web)?.to_owned();
        let author = source
            .author
            .as_deref()
            .map(str::trim)
            .filter(|author| !author.is_empty());
        let date = source
            .date
            .as_deref()
            .map(str::trim)
            .filter(|date| !date.is_empty());
        let known = known(&title, author, web, date);
        let id = self
            .sources
            .id(&known, id_of(&title, || "source".to_owned()), |id| {
                let mut fields = vec![("id", text(id)), ("kind", word(SourceKind::Web))];
                fields.extend(author.map(|author| ("author", text(author))));
                fields.push(("title", text(&title)));
                fields.extend(date.map(|date| ("date", text(date))));
                fields.extend(web.map(|url| ("url", text(url))));
                // Nobody has looked it up yet.
                fields.push(("checked", Value::Word("false".to_owned())));
                Value::Entry(fields)
            });
        Some(id)
    }

    /// An event as an entry with this id.
    pub(super) fn event(&mut self, event: &DraftEvent, id: &str) -> Value {
        let title = match event.title.trim() {
            "" => UNTITLED,
            title => title,
        };
        let mut fields = vec![
            ("id", text(id)),
            ("when", text(&event.when)),
            ("title", text(title)),
        ];
        fields.extend(
            event
                .title_ja
                .as_deref()
                .map(|title| ("title_ja", text(title.trim()))),
        );
        let category = event
            .category
            .as_deref()
            .map(str::trim)
            .filter(|name| !name.is_empty());
        if let Some(name) = category {
            let named = DraftCategory {
                name: name.to_owned(),
                color: None,
            };
            fields.push(("category", Value::Text(self.category(&named))));
        }
        let names = distinct(
            event
                .actors
                .iter()
                .map(|name| name.trim())
                .filter(|name| !name.is_empty()),
        );
        let actors = names.into_iter().map(|name| self.actor(name)).collect();
        fields.extend(ids_field("actors", actors));
        if let Some(significance) = event.significance {
            fields.push((
                "significance",
                Value::Word(significance.clamp(1, 5).to_string()),
            ));
        }
        let summary = event.summary.trim();
        if !summary.is_empty() {
            fields.push(("summary", text(summary)));
        }
        let sources = event
            .sources
            .iter()
            .filter_map(|source| self.source(source, title));
        let sources: Vec<_> = sources.collect();
        fields.extend(ids_field("sources", distinct(sources)));
        fields.extend(self.links(event, title));
        Value::Entry(fields)
    }

    fn links(&mut self, event: &DraftEvent, title: &str) -> Option<(&'static str, Value)> {
        let mut links = Vec::new();
        for (to, kind) in &event.links {
            match self.events.get(to.trim()) {
                Some(to) => links.push(Value::Entry(vec![("to", text(to)), ("kind", word(kind))])),
                None => self.losses.add(message!("losses-link-astray"), title),
            }
        }
        (!links.is_empty()).then_some(("links", Value::List(links)))
    }
}

/// By what a work is known: equal works are one.
fn known(title: &str, author: Option<&str>, url: Option<&str>, date: Option<&str>) -> String {
    [Some(title), author, url, date]
        .map(Option::unwrap_or_default)
        .join("\n")
}

/// What an event without a title is called.
const UNTITLED: &str = "Untitled";

fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}

/// A name as the file writes it.
fn word(name: impl std::fmt::Debug) -> Value {
    Value::Word(format!("{name:?}"))
}

fn ids_field(name: &'static str, ids: Vec<String>) -> Option<(&'static str, Value)> {
    let ids: Vec<_> = ids.into_iter().map(Value::Text).collect();
    (!ids.is_empty()).then_some((name, Value::List(ids)))
}

/// Each once, in the order in which they come first.
fn distinct<T: Ord + Clone>(all: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut seen = BTreeSet::new();
    let all = all.into_iter();
    all.filter(|one| seen.insert(one.clone())).collect()
}

/// Letters of an id that is made of words.
const ID_LETTERS: usize = 48;

/// An id made of words: "Nixon Shock: the dollar" is `nixon-shock-the-dollar`. What `otherwise` says where the words have
/// no Latin letter and no digit.
fn id_of(words: &str, otherwise: impl FnOnce() -> String) -> String {
    let mut id = String::new();
    for letter in words.chars().take(ID_LETTERS * 8).nfkd() {
        if letter.is_ascii_alphanumeric() {
            id.push(letter.to_ascii_lowercase());
        } else if !letter.is_ascii() && letter.is_alphabetic() || matches!(letter, '\'' | '’') {
            // What has no Latin letter leaves no gap: "Ōsaka’s" is one word.
        } else if !is_mark(letter) && !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    let cut = id.get(..ID_LETTERS).and_then(|cut| cut.rsplit_once('-'));
    let id = match cut {
        Some((words, _)) if !words.is_empty() => words,
        _ => id.get(..ID_LETTERS).unwrap_or(&id),
    };
    match id.trim_end_matches('-') {
        "" => otherwise(),
        id => id.to_owned(),
    }
}

/// Whether a letter only adds to the one before it.
fn is_mark(letter: char) -> bool {
    unicode_normalization::char::is_combining_mark(letter)
}

#[cfg(test)]
mod tests {
    use crate::document::Document;

    use super::*;

    fn read(draft: Draft) -> (Document, Losses) {
        let mut losses = Losses::default();
        let (text, events) = draft.written("a.json", &mut losses);
        let document = Document::parse("t.ron", text);
        assert!(
            document.diagnostics.is_empty(),
            "{}\n{:?}",
            document.text,
            document.diagnostics
        );
        assert_eq!(document.timeline.events.len(), events);
        (document, losses)
    }

    fn event(title: &str, when: &str) -> DraftEvent {
        DraftEvent {
            title: title.to_owned(),
            when: when.to_owned(),
            ..DraftEvent::default()
        }
    }

    #[test]
    fn names_become_entries_with_ids() {
        let mut shock = event("Nixon Shock: the dollar leaves gold", "1971-08-15");
        shock.category = Some("Trade & money".to_owned());
        shock.actors = vec![
            "United States".to_owned(),
            "日本".to_owned(),
            "United States".to_owned(),
        ];
        shock.sources = vec![DraftSource {
            title: "Record".to_owned(),
            url: Some("https://example.org/".to_owned()),
            ..DraftSource::default()
        }];
        shock.links = vec![
            ("2".to_owned(), LinkKind::LedTo),
            ("9".to_owned(), LinkKind::LedTo),
        ];
        let mut agreement = event("", "1971-12");
        agreement.id = Some("2".to_owned());
        let draft = Draft {
            events: vec![shock, agreement, event("Undated", "once")],
            ..Draft::default()
        };
        let (document, losses) = read(draft);
        let timeline = &document.timeline;
        let shock = timeline
            .event("nixon-shock-the-dollar-leaves-gold")
            .expect("the event");
        assert_eq!(timeline.categories[shock.category].name, "Trade & money");
        assert_eq!(shock.actors.len(), 2);
        assert_eq!(
            timeline.sources[0].url.as_deref(),
            Some("https://example.org/")
        );
        assert_eq!(shock.links.len(), 1);
        assert_eq!(&*timeline.event("2").expect("the other").title, UNTITLED);
        assert_eq!(
            losses.to_string(),
            "- an event without a date that could be read was left out: Undated\n\
             - a link leads to an event that is not there: Nixon Shock: the dollar leaves gold\n"
        );
    }

    #[test]
    fn what_does_not_lead_into_the_web_is_no_address() {
        let mut hostile = event("A", "1971");
        hostile.sources = ["javascript:alert(1)", "file:///etc/passwd", "../../x"]
            .map(|url| DraftSource {
                title: url.to_owned(),
                url: Some(url.to_owned()),
                ..DraftSource::default()
            })
            .to_vec();
        let (document, losses) = read(Draft {
            events: vec![hostile],
            ..Draft::default()
        });
        assert!(
            document
                .timeline
                .sources
                .iter()
                .all(|source| source.url.is_none())
        );
        assert_eq!(losses.kinds().len(), 3);
    }

    #[test]
    fn ids_are_told_apart_and_of_any_language() {
        assert_eq!(id_of("Ōsaka’s Expo ’70!", String::new), "osakas-expo-70");
        assert_eq!(id_of("日米安保", || "event-1960".to_owned()), "event-1960");
        assert_eq!(id_of(&"word ".repeat(100), String::new).len(), 44);
        let events = vec![
            event("Same", "1971"),
            event("Same", "1972"),
            event("日本", "1973"),
            event("Same-2", "1974"),
        ];
        let (document, _) = read(Draft {
            events,
            ..Draft::default()
        });
        let mut ids: Vec<_> = document
            .timeline
            .events
            .iter()
            .map(|event| event.id.to_string())
            .collect();
        ids.sort();
        assert_eq!(ids, ["event-1973", "same", "same-2", "same-2-2"]);
    }
}
