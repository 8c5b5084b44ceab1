//! A timeline as markwhen.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::dates::written;
use super::text::{plain, plain_line};
use crate::document::{Document, Era, Event, Timeline, UNCATEGORISED, is_web};
use crate::exchange::losses::Losses;
use crate::exchange::told::{Other, source_json, told, without_place};
use crate::messages::message;
use crate::time::{Lang, When};

/// Writes a timeline.
pub(in super::super) fn write(document: &Document, lang: Lang, losses: &mut Losses) -> String {
    let timeline = &document.timeline;
    let tags = tags(timeline);
    let mut out = header(timeline, &tags, lang);
    // Sections last until the next one: what is in none stands before them.
    let none = timeline.categories.len();
    let has_category = |event: &&Event| {
        let category = timeline.categories.get(event.category);
        category.is_some_and(|category| *category.id != *UNCATEGORISED)
    };
    let place = |event: &&Event| {
        if has_category(event) {
            event.category
        } else {
            none
        }
    };
    let mut by_category: Vec<Vec<&Event>> = vec![Vec::new(); none.saturating_add(1)];
    for event in &timeline.events {
        if let Some(events) = by_category.get_mut(place(&event)) {
            events.push(event);
        }
    }
    for event in by_category.pop().into_iter().flatten() {
        write_event(&mut out, timeline, event, "", lang, losses);
    }
    let sections = timeline.categories.iter().zip(&tags).zip(&by_category);
    for ((category, tag), events) in sections.filter(|(_, events)| !events.is_empty()) {
        let name = lang.choose(&category.name, category.name_ja.as_deref());
        out.push_str(&format!("\n# {} #{tag}\n", plain(name)));
        for event in events {
            write_event(&mut out, timeline, event, tag, lang, losses);
        }
    }
    if !timeline.eras.is_empty() {
        out.push_str(match lang {
            Lang::En => "\n# Eras\n",
            Lang::Ja => "\n# 時代\n",
        });
    }
    for era in &timeline.eras {
        write_era(&mut out, era, lang, losses);
    }
    without_place(timeline, losses);
    for category in &timeline.categories {
        if *category.id != *UNCATEGORISED {
            losses.add(message!("losses-shape"), &category.name);
        }
    }
    out
}

/// A tag for each category: words of Latin letters, as markwhen reads them, and none of digits alone.
fn tags(timeline: &Timeline) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let categories = timeline.categories.iter().enumerate();
    let tags = categories.map(|(index, category)| {
        let letter = |letter: char| {
            if letter.is_ascii_alphanumeric() {
                letter
            } else {
                '_'
            }
        };
        let mut tag: String = category.id.chars().map(letter).collect();
        let has_letter = tag.bytes().any(|letter| letter.is_ascii_alphabetic());
        if !has_letter || !taken.insert(tag.clone()) {
            tag = format!("category_{index}_{tag}");
            taken.insert(tag.clone());
        }
        tag
    });
    tags.collect()
}

fn header(timeline: &Timeline, tags: &[String], lang: Lang) -> String {
    let title = lang.choose(&timeline.title, timeline.title_ja.as_deref());
    let mut out = String::from("---\n");
    if !title.is_empty() {
        out.push_str(&format!("title: {}\n", json!(title)));
    }
    for (category, tag) in timeline.categories.iter().zip(tags) {
        if let Some(color) = &category.color {
            out.push_str(&format!("#{tag}: {color}\n"));
        }
    }
    out + "---\n"
}

/// The line of an event: its date, its words and its tag; `None`, and said, where markwhen has no such date.
fn begin(out: &mut String, when: &When, title: &str, tag: &str, losses: &mut Losses) -> Option<()> {
    let Some(date) = written(when) else {
        losses.add(
            message!("losses-date-unwritten", format = "markwhen"),
            title,
        );
        return None;
    };
    let tag = if tag.is_empty() {
        String::new()
    } else {
        format!(" #{tag}")
    };
    out.push_str(&format!("\n{date}: {}{tag}\n", plain(title.trim())));
    if date.replace("/now", "/..") != when.text() {
        property(out, "when", &json!(when.text()));
    }
    if when.is_uncertain() || when.is_approximate() {
        losses.add(message!("losses-doubt-in-property", field = "when"), title);
    }
    Some(())
}

/// A property, in the JSON that is YAML as well.
fn property(out: &mut String, name: &str, value: &Value) {
    out.push_str(&format!("{name}: {value}\n"));
}

fn write_era(out: &mut String, era: &Era, lang: Lang, losses: &mut Losses) {
    let title = lang.choose(&era.title, era.title_ja.as_deref());
    if begin(out, &era.when, title, "", losses).is_some() {
        property(out, "kind", &json!("era"));
    }
}

fn write_event(
    out: &mut String,
    timeline: &Timeline,
    event: &Event,
    tag: &str,
    lang: Lang,
    losses: &mut Losses,
) {
    let told = told(timeline, event, lang);
    if begin(out, &event.when, told.title, tag, losses).is_none() {
        return;
    }
    property(out, "id", &json!(&*event.id));
    if event.significance != 3 {
        property(out, "significance", &json!(event.significance));
    }
    match told.other {
        Some(Other::Main(title)) => property(out, "title_main", &json!(title)),
        Some(Other::Japanese(title)) => property(out, "title_ja", &json!(title)),
        None => {}
    }
    if !told.actors.is_empty() {
        property(out, "actors", &json!(told.actors));
    }
    if !told.links.is_empty() {
        let links = told.links.iter();
        let links = links.map(|(to, kind)| json!({ "to": to, "kind": format!("{kind:?}") }));
        property(out, "links", &links.collect());
    }
    if !told.sources.is_empty() {
        let sources: Vec<_> = told.sources.iter().map(source_json).collect();
        property(out, "sources", &json!(sources));
    }
    // An empty line keeps the text from being taken for a property.
    if !event.summary.is_empty() {
        out.push('\n');
        for line in event.summary.lines() {
            out.push_str(&plain_line(line));
            out.push('\n');
        }
    }
    let addresses = told
        .sources
        .iter()
        .filter_map(|source| Some((source, source.url.as_deref()?)));
    let mut addresses = addresses
        .filter(|(_, url)| is_web(url) && !url.contains(['(', ')', ' ']))
        .peekable();
    if addresses.peek().is_some() {
        out.push('\n');
    }
    for (source, url) in addresses {
        let title = source.title.replace(['[', ']', '<', '>', '\n'], " ");
        out.push_str(&format!("{LINKED}[{}]({url})\n", title.trim()));
    }
}

/// What the line of a source begins with.
pub(super) const LINKED: &str = "- ";
