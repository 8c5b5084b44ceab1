//! Items and groups as a timeline.

use std::collections::BTreeMap;

use chrono::DateTime;
use serde_json::{Map, Value};

use super::dates::{day_of, instant, is_unmoved, javascript};
use super::{OWN, write};
use crate::document::LinkKind;
use crate::exchange::ImportError;
use crate::exchange::colours::{colour, property};
use crate::exchange::dates::{in_words, is_edtf, stretch};
use crate::exchange::draft::{Draft, DraftCategory, DraftEra, DraftEvent, DraftSource};
use crate::exchange::json::{self, Unread};
use crate::exchange::losses::{Losses, Name, beginning};
use crate::exchange::plain::plain;
use crate::exchange::told::{cite, json_source, link_kind, titles};
use crate::messages::{Message, message};

/// Reads a timeline.
pub(in super::super) fn read(text: &str, losses: &mut Losses) -> Result<Draft, ImportError> {
    let whole = json::value(text).map_err(|unread| no_json(text, &unread))?;
    let (items, groups, title) = match &whole {
        Value::Array(_) => (Some(&whole), None, ""),
        Value::Object(fields) => {
            for name in fields
                .keys()
                .filter(|name| !["items", "groups", "title"].contains(&name.as_str()))
            {
                losses.add(message!("losses-field", name = beginning(name)), "");
            }
            let title = fields.get("title").and_then(Value::as_str);
            (
                fields.get("items"),
                fields.get("groups"),
                title.unwrap_or_default(),
            )
        }
        _ => (None, None, ""),
    };
    let Some(items) = items.and_then(entries) else {
        let found = found(&whole);
        return Err(ImportError::new(message!(
            "formats-vis-items",
            found = found
        )));
    };
    let groups = groups.and_then(entries).unwrap_or_default();
    let mut reading = Reading {
        groups: BTreeMap::new(),
        has_groups: items
            .iter()
            .any(|item| item.get("group").is_some_and(|group| !group.is_null())),
        colours: BTreeMap::new(),
        losses,
    };
    let mut draft = Draft {
        title: title.trim().to_owned(),
        ..Draft::default()
    };
    reading.groups(&groups, &mut draft);
    for (index, item) in items.iter().enumerate() {
        reading.item(index, item, &mut draft);
    }
    reading.paint(&mut draft);
    Ok(draft)
}

fn no_json(text: &str, unread: &Unread) -> ImportError {
    let Unread { place, why, is_cut } = unread;
    let first: String = text.trim_start().chars().take(30).collect();
    let first = first.lines().next().unwrap_or_default();
    let message = if *is_cut {
        message!("formats-vis-cut", why = why)
    } else {
        message!("formats-vis-no-json", first = first, why = why)
    };
    ImportError::at(place.0, place.1, message)
}

/// The entries of a list, or of a map by their ids.
fn entries(value: &Value) -> Option<Vec<&Value>> {
    match value {
        Value::Array(entries) => Some(entries.iter().collect()),
        Value::Object(entries) => Some(entries.values().collect()),
        _ => None,
    }
}

fn found(value: &Value) -> Message {
    match value {
        Value::Null => message!("formats-found-bare-null"),
        Value::Bool(_) => message!("formats-found-truth"),
        Value::Object(_) => message!("formats-found-no-items"),
        other => json::found(other),
    }
}

/// Items on their way into the draft.
struct Reading<'a> {
    /// The names of groups by their ids.
    groups: BTreeMap<String, String>,
    /// Whether any item is in a group; else its class tells what it is.
    has_groups: bool,
    /// The colour of a category, and whether all its items have it.
    colours: BTreeMap<String, Option<String>>,
    losses: &'a mut Losses,
}

impl Reading<'_> {
    fn groups(&mut self, groups: &[&Value], draft: &mut Draft) {
        for group in groups {
            let Some(id) = group.get("id").and_then(id) else {
                self.losses.add(message!("losses-group-without-id"), "");
                continue;
            };
            let content = group.get("content").and_then(id_or_text);
            let name = content
                .map(|content| said(&content).0.trim().replace('\n', " "))
                .filter(|name| !name.is_empty());
            let name = name.unwrap_or_else(|| id.clone());
            draft.categories.push(DraftCategory {
                name: name.clone(),
                color: painted(group),
            });
            let known = [
                "id",
                "content",
                "style",
                "className",
                "order",
                "title",
                "visible",
                OWN,
            ];
            for field in group.as_object().into_iter().flat_map(Map::keys) {
                if !known.contains(&field.as_str()) {
                    self.losses
                        .add(message!("losses-of-group", name = beginning(field)), &name);
                }
            }
            self.groups.insert(id, name);
        }
    }

    fn item(&mut self, index: usize, item: &Value, draft: &mut Draft) {
        let Some(fields) = item.as_object() else {
            self.losses
                .add(message!("losses-no-object"), numbered(index));
            return;
        };
        let own = fields.get(OWN).and_then(Value::as_object);
        let text = |name: &str| fields.get(name).and_then(id_or_text).unwrap_or_default();
        let (content, mut sources, has_pictures) = said(&text("content"));
        let (title, rest) = content.split_once('\n').unwrap_or((&content, ""));
        let name = match title.trim() {
            "" => Name::from(numbered(index)),
            title => Name::from(title),
        };
        let Some(when) = self.when(fields, own, &name) else {
            return;
        };
        if text("type") == "background" {
            let title = title.trim().to_owned();
            draft.eras.push(DraftEra { title, when });
            return;
        }
        let (tooltip, more, more_pictures) = said(&text("title"));
        more.into_iter()
            .for_each(|source| cite(&mut sources, source));
        if has_pictures || more_pictures {
            self.losses.add(message!("losses-picture"), name.clone());
        }
        let parts = [rest.trim(), tooltip.trim()];
        let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let mut event = DraftEvent {
            id: fields.get("id").and_then(id),
            when,
            title: title.trim().to_owned(),
            summary: parts.join("\n\n"),
            category: self.category(fields),
            sources,
            ..DraftEvent::default()
        };
        self.rest(fields, &mut event, &name);
        if let Some(own) = own {
            kept(own, &mut event);
        }
        draft.events.push(event);
    }

    /// The date in EDTF; says why where there is none.
    fn when(
        &mut self,
        fields: &Map<String, Value>,
        own: Option<&Map<String, Value>>,
        name: &Name,
    ) -> Option<String> {
        let own = own.and_then(|own| own.get("when")).and_then(Value::as_str);
        let own = own.filter(|when| is_edtf(when));
        let field = |name: &str| fields.get(name).filter(|value| !value.is_null());
        if let Some(when) = own {
            if is_unmoved(when, field("start"), field("end"), field("type")) {
                return Some(when.to_owned());
            }
            let what = message!("losses-date-moved", start = "start", end = "end");
            self.losses.add(what, name.clone());
        }
        let Some(start) = field("start") else {
            self.losses
                .add(message!("losses-no-start", field = "start"), name.clone());
            return None;
        };
        let Some(from) = self.date(start, name) else {
            let found = beginning(&start.to_string());
            self.losses.add(
                message!("losses-item-no-date", field = "start", found = found),
                name.clone(),
            );
            return None;
        };
        let Some(end) = field("end") else {
            return Some(from);
        };
        let to = self.date(end, name);
        let span = to.as_ref().and_then(|to| stretch(&from, to));
        let span = span.or_else(|| {
            // A span has no clock times here.
            let span = stretch(day_of(&from), day_of(to.as_ref()?))?;
            self.losses
                .add(message!("losses-clock-of-lasting"), name.clone());
            Some(span)
        });
        if span.is_none() {
            let found = beginning(&end.to_string());
            self.losses
                .add(message!("losses-end-no-date", found = found), name.clone());
        }
        span.or(Some(from))
    }

    fn date(&mut self, value: &Value, name: &Name) -> Option<String> {
        match value {
            Value::Number(number) => {
                let number = number
                    .as_i64()
                    .or_else(|| number.as_f64().map(|number| number as i64))?;
                instant(DateTime::from_timestamp_millis(number)?)
            }
            Value::String(text) => {
                let text = text.trim();
                if let Some(date) = javascript(text) {
                    return Some(date);
                }
                let meant = in_words(text)?;
                if meant.is_guess {
                    let found = beginning(text);
                    self.losses.add(
                        message!("losses-guess", found = found, meant = &meant.text),
                        name.clone(),
                    );
                }
                Some(meant.text)
            }
            _ => None,
        }
    }

    fn category(&mut self, fields: &Map<String, Value>) -> Option<String> {
        let name = if self.has_groups {
            let group = fields.get("group").and_then(id)?;
            self.groups.get(&group).cloned().unwrap_or(group)
        } else {
            fields.get("className").and_then(id)?
        };
        let color = fields.get("style").and_then(Value::as_str).and_then(style);
        let known = self
            .colours
            .entry(name.clone())
            .or_insert_with(|| color.clone());
        if *known != color {
            *known = None;
        }
        Some(name)
    }

    /// Says what has no place here; an address becomes a source.
    fn rest(&mut self, fields: &Map<String, Value>, event: &mut DraftEvent, name: &Name) {
        const READ: [&str; 9] = [
            "id", "content", "title", "start", "end", "type", "group", "style", OWN,
        ];
        for (field, value) in fields {
            match field.as_str() {
                "url" | "link" | "href" | "source" => {
                    let url = value.as_str().map(str::to_owned);
                    let title = url.clone().unwrap_or_default();
                    let source = DraftSource {
                        title,
                        url,
                        ..DraftSource::default()
                    };
                    if !source.title.is_empty() {
                        cite(&mut event.sources, source);
                    }
                }
                "className" if !self.has_groups => {}
                field if READ.contains(&field) => {}
                field => self.losses.add(
                    message!("losses-field", name = beginning(field)),
                    name.clone(),
                ),
            }
        }
        let style = fields
            .get("style")
            .and_then(Value::as_str)
            .filter(|style| !style.trim().is_empty());
        if style.is_some_and(|text| event.category.is_none() || self::style(text).is_none()) {
            self.losses.add(message!("losses-style"), name.clone());
        }
    }

    /// Gives categories the colour that all their items have, if they have none of their own.
    fn paint(self, draft: &mut Draft) {
        for (name, color) in self.colours {
            let known = draft
                .categories
                .iter_mut()
                .find(|category| category.name == name);
            match known {
                Some(category) if category.color.is_none() => category.color = color,
                Some(_) => {}
                None if color.is_some() => draft.categories.push(DraftCategory { name, color }),
                None => {}
            }
        }
    }
}

/// What is kept in the field of ours.
fn kept(own: &Map<String, Value>, event: &mut DraftEvent) {
    let text = |name: &str| own.get(name).and_then(Value::as_str).map(str::to_owned);
    let list = |name: &str| {
        own.get(name)
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
    };
    let shown = std::mem::take(&mut event.title);
    (event.title, event.title_ja) = titles(shown, text("title"), text("title_ja"));
    let significance = own.get("significance").and_then(Value::as_u64);
    event.significance = significance.and_then(|number| u8::try_from(number).ok());
    event.actors.extend(list("actors").filter_map(id));
    for source in list("sources").filter_map(json_source) {
        cite(&mut event.sources, source);
    }
    event.links.extend(list("links").filter_map(|link| {
        let kind = link.get("kind").and_then(Value::as_str).and_then(link_kind);
        Some((
            link.get("to").and_then(id)?,
            kind.unwrap_or(LinkKind::SeeAlso),
        ))
    }));
}

/// What an item without words is called in a report.
fn numbered(index: usize) -> Message {
    let number = index.saturating_add(1).to_string();
    message!("losses-item", number = number)
}

/// A text or a number, as JavaScript takes them for the name of something.
fn id(value: &Value) -> Option<String> {
    id_or_text(value).filter(|id| !id.trim().is_empty())
}

fn id_or_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The words of HTML, where its links lead, and whether it has pictures. What was written here comes back letter by letter.
fn said(html: &str) -> (String, Vec<DraftSource>, bool) {
    if let Some(words) = write::words(html) {
        return (words, Vec::new(), false);
    }
    let plain = plain(html);
    let sources = plain.links.into_iter().map(|(title, url)| DraftSource {
        title,
        url: Some(url),
        ..DraftSource::default()
    });
    (plain.text, sources.collect(), plain.has_pictures)
}

fn painted(group: &Value) -> Option<String> {
    style(group.get("style")?.as_str()?)
}

/// The colour of a style.
fn style(style: &str) -> Option<String> {
    let named = ["background-color", "background", "border-color", "color"];
    named
        .into_iter()
        .find_map(|name| property(style, name).and_then(colour))
}
