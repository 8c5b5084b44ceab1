//! A timeline as items and groups.

use chrono::{Datelike as _, NaiveDate};
use serde_json::{Map, Value, json};

use super::OWN;
use crate::document::{Category, Document, Era, Event, Timeline, UNCATEGORISED};
use crate::exchange::losses::Losses;
use crate::exchange::spans::{Shown, shown};
use crate::exchange::told::{Other, source_json, told, without_place};
use crate::messages::message;
use crate::time::{Lang, When};

/// Writes a timeline.
pub(in super::super) fn write(document: &Document, lang: Lang, losses: &mut Losses) -> String {
    let timeline = &document.timeline;
    let title = lang.choose(&timeline.title, timeline.title_ja.as_deref());
    let named = timeline
        .categories
        .iter()
        .filter(|category| *category.id != *UNCATEGORISED);
    let groups: Vec<_> = named.map(|category| group(category, lang)).collect();
    let eras = timeline.eras.iter().enumerate();
    let mut items: Vec<_> = eras
        .filter_map(|(index, era)| background(era, index, lang, losses))
        .collect();
    for event in &timeline.events {
        items.extend(item(timeline, event, lang, losses));
    }
    without_place(timeline, losses);
    for category in &timeline.categories {
        if *category.id != *UNCATEGORISED {
            losses.add(message!("losses-shape"), &category.name);
        }
    }
    let whole = json!({ "title": title, "groups": groups, "items": items });
    // Maps of text to JSON can always be written.
    serde_json::to_string_pretty(&whole).unwrap_or_default() + "\n"
}

fn group(category: &Category, lang: Lang) -> Value {
    let name = lang.choose(&category.name, category.name_ja.as_deref());
    let mut group = json!({ "id": &*category.id, "content": html(name) });
    if let (Some(color), Some(fields)) = (&category.color, group.as_object_mut()) {
        fields.insert("style".to_owned(), json!(format!("color: {color}")));
    }
    group
}

fn background(era: &Era, index: usize, lang: Lang, losses: &mut Losses) -> Option<Value> {
    let mut item = dated(&era.when, &era.title, losses)?;
    let title = lang.choose(&era.title, era.title_ja.as_deref());
    let (first, after) = match shown(&era.when)? {
        Shown::Days { first, after } => (day(first), day(after)),
        Shown::Moment(moment) => (moment.edtf()?, moment.edtf()?),
    };
    let fields = [
        ("id", json!(format!("era:{index}"))),
        ("content", json!(html(title))),
        ("type", json!("background")),
        // A background needs both ends, even if it is a day.
        ("start", json!(first)),
        ("end", json!(after)),
        (OWN, json!({ "when": era.when.text() })),
    ];
    item.extend(fields.map(|(name, value)| (name.to_owned(), value)));
    Some(Value::Object(item))
}

fn item(timeline: &Timeline, event: &Event, lang: Lang, losses: &mut Losses) -> Option<Value> {
    let mut item = dated(&event.when, &event.title, losses)?;
    let told = told(timeline, event, lang);
    let category = timeline.categories.get(event.category);
    let category = category.filter(|category| *category.id != *UNCATEGORISED);
    let mut put = |name: &str, value: Value| item.insert(name.to_owned(), value);
    put("id", json!(&*event.id));
    put("content", json!(html(told.title)));
    if !event.summary.is_empty() {
        put("title", json!(html(&event.summary)));
    }
    if let Some(category) = category {
        put("group", json!(&*category.id));
        if let Some(color) = &category.color {
            put("style", json!(format!("border-color: {color}")));
        }
    }
    let mut own = Map::new();
    let mut keep = |name: &str, value: Value| own.insert(name.to_owned(), value);
    keep("when", json!(event.when.text()));
    keep("significance", json!(event.significance));
    match told.other {
        Some(Other::Main(title)) => _ = keep("title", json!(title)),
        Some(Other::Japanese(title)) => _ = keep("title_ja", json!(title)),
        None => {}
    }
    if !told.actors.is_empty() {
        keep("actors", json!(told.actors));
    }
    if !told.sources.is_empty() {
        let sources: Vec<_> = told.sources.iter().map(source_json).collect();
        keep("sources", json!(sources));
    }
    if !told.links.is_empty() {
        let links = told.links.iter();
        let links = links.map(|(to, kind)| json!({ "to": to, "kind": format!("{kind:?}") }));
        keep("links", links.collect());
    }
    put(OWN, Value::Object(own));
    Some(Value::Object(item))
}

/// An item with its dates: a day or a clock time is a box, what is longer a range.
fn dated(when: &When, of: &str, losses: &mut Losses) -> Option<Map<String, Value>> {
    let fields = shown(when).and_then(|shown| dates(&shown));
    if fields.is_none() {
        let what = message!("losses-out-of-calendar");
        losses.add(what, of);
        return None;
    }
    if when.is_open_start() || when.is_open_end() {
        let what = message!("losses-open-end", field = OWN);
        losses.add(what, of);
    }
    if when.is_uncertain() || when.is_approximate() {
        let what = message!("losses-doubt", field = OWN);
        losses.add(what, of);
    }
    fields
}

fn dates(shown: &Shown) -> Option<Map<String, Value>> {
    let mut fields = Map::new();
    match shown {
        Shown::Moment(moment) => {
            fields.insert("start".to_owned(), json!(moment.edtf()?));
        }
        Shown::Days { first, after } => {
            fields.insert("start".to_owned(), json!(day(*first)));
            if first.succ_opt() != Some(*after) {
                fields.insert("end".to_owned(), json!(day(*after)));
            }
        }
    }
    Some(fields)
}

/// A day as JavaScript reads it: years of other than four digits have six, and a sign.
pub(super) fn day(day: NaiveDate) -> String {
    let year = match day.year() {
        year @ 0..=9999 => format!("{year:04}"),
        year => format!("{year:+07}"),
    };
    format!("{year}-{:02}-{:02}", day.month(), day.day())
}

/// Words as HTML that shows them and nothing else.
fn html(words: &str) -> String {
    let mut html = String::with_capacity(words.len());
    for letter in words.chars() {
        let entity = ENTITIES.iter().find(|(_, meant)| *meant == letter);
        match (letter, entity) {
            (_, Some((entity, _))) => html.push_str(entity),
            ('\n', None) => html.push_str("<br>"),
            (letter, None) => html.push(letter),
        }
    }
    html
}

/// What such HTML has for letters that mean something to it.
const ENTITIES: [(&str, char); 5] = [
    ("&amp;", '&'),
    ("&lt;", '<'),
    ("&gt;", '>'),
    ("&quot;", '"'),
    ("&#39;", '\''),
];

/// The words of such HTML; `None` if it has more than that.
pub(super) fn words(html: &str) -> Option<String> {
    let lines = html.replace("<br>", "\n");
    let mut words = String::with_capacity(lines.len());
    let mut rest = lines.as_str();
    while let Some(letter) = rest.chars().next() {
        let entity = ENTITIES.iter().find(|(entity, _)| rest.starts_with(entity));
        let (length, letter) = match (letter, entity) {
            (_, Some((entity, letter))) => (entity.len(), *letter),
            ('<' | '>' | '&', None) => return None,
            (letter, None) => (letter.len_utf8(), letter),
        };
        words.push(letter);
        rest = rest.get(length..)?;
    }
    Some(words)
}
