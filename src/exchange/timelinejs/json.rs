//! Reading the JSON of TimelineJS, in its present and in its older form.

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::exchange::ImportError;
use crate::exchange::draft::Draft;
use crate::exchange::json::{self, Unread};
use crate::exchange::losses::{Losses, beginning};
use crate::messages::{Message, Value as Part, message};

use super::slide::{Date, Deck, Media, Slide};

type Object = Map<String, Value>;

/// Reads a timeline.
pub(in crate::exchange) fn read(text: &str, losses: &mut Losses) -> Result<Draft, ImportError> {
    let value = json::value(text).map_err(|unread| unreadable(&unread))?;
    if matches!(json::bare(text), Cow::Owned(_)) {
        losses.add(message!("losses-script"), "");
    }
    let root = object(&value).ok_or_else(|| {
        let found = found(&value);
        ImportError::new(message!("formats-timelinejs-object", found = found))
    })?;
    let deck = match root.get("timeline").and_then(object) {
        Some(older) if !root.contains_key("events") => older_deck(older, losses)?,
        _ => deck(root, losses)?,
    };
    Ok(deck.draft(losses))
}

fn unreadable(unread: &Unread) -> ImportError {
    let Unread { place, why, is_cut } = unread;
    let message = if *is_cut {
        message!("formats-timelinejs-cut", why = why)
    } else {
        message!("formats-timelinejs-torn", why = why)
    };
    ImportError::at(place.0, place.1, message)
}

fn deck(root: &Object, losses: &mut Losses) -> Result<Deck, ImportError> {
    let Some(events) = root.get("events") else {
        let found: Vec<_> = root.keys().take(5).map(|key| format!("`{key}`")).collect();
        let found: Part = if found.is_empty() {
            message!("formats-found-nothing").into()
        } else {
            found.join(", ").into()
        };
        let message = message!("formats-timelinejs-events", found = found);
        return Err(ImportError::new(message));
    };
    let Value::Array(events) = events else {
        let found = found(events);
        let message = message!("formats-timelinejs-list", found = found);
        return Err(ImportError::new(message));
    };
    unknown(
        root,
        &["events", "title", "eras", "scale"],
        |name| message!("losses-of-timeline", name = name),
        "",
        losses,
    );
    let mut deck = Deck::default();
    if let Some(title) = root.get("title") {
        deck.title = match title {
            // Not what the format says, but what it must mean.
            Value::String(headline) => Some(Slide {
                headline: headline.clone(),
                ..Slide::default()
            }),
            title => slide(title, losses),
        };
    }
    deck.events = slides(events, losses);
    if let Some(eras) = root.get("eras") {
        match eras {
            Value::Array(eras) => deck.eras = slides(eras, losses),
            Value::Null => {}
            other => {
                let what = message!("losses-no-list", field = "eras", found = found(other));
                losses.add(what, "");
            }
        }
    }
    Ok(deck)
}

fn slides(all: &[Value], losses: &mut Losses) -> Vec<Slide> {
    all.iter()
        .filter_map(|value| slide(value, losses))
        .collect()
}

const SLIDE: &[&str] = &[
    "unique_id",
    "uniqueid",
    "start_date",
    "date",
    "end_date",
    "display_date",
    "text",
    "media",
    "group",
    "background",
    "autolink",
    "type",
    "link",
    "headline",
    "scale",
];
const DATE: &[&str] = &[
    "year",
    "month",
    "day",
    "hour",
    "minute",
    "second",
    "millisecond",
    "display_date",
    "display_text",
    "format",
    "format_short",
];
const MEDIA: &[&str] = &[
    "url",
    "caption",
    "credit",
    "thumbnail",
    "thumb",
    "alt",
    "title",
    "link",
    "link_target",
];

fn slide(value: &Value, losses: &mut Losses) -> Option<Slide> {
    let Some(fields) = object(value) else {
        if !value.is_null() {
            losses.add(
                message!("losses-instead-of-slide", found = found(value)),
                "",
            );
        }
        return None;
    };
    let empty = Object::new();
    let (headline, text) = match fields.get("text") {
        Some(Value::Object(text)) => (word(text, "headline"), word(text, "text")),
        _ => (word(fields, "headline"), word(fields, "text")),
    };
    let of = headline.clone();
    unknown(fields, SLIDE, of_slide, &of, losses);
    let date = |names: &[&str], losses: &mut Losses| {
        let found = names.iter().find_map(|name| fields.get(*name));
        found
            .map(|found| self::date(found, &of, losses))
            .unwrap_or_default()
    };
    let start = date(&["start_date", "date"], losses);
    let end = date(&["end_date"], losses);
    let background = match fields.get("background") {
        Some(Value::Object(background)) => {
            [word(background, "url"), word(background, "color")].concat()
        }
        Some(other) => said(other),
        None => String::new(),
    };
    let media = match fields.get("media") {
        Some(Value::Object(media)) => {
            let of_media = |name| message!("losses-of-field", name = name, field = "media");
            unknown(media, MEDIA, of_media, &of, losses);
            self::media(media)
        }
        Some(Value::String(url)) => Media {
            url: url.clone(),
            ..Media::default()
        },
        _ => self::media(&empty),
    };
    Some(Slide {
        unique_id: either(fields, "unique_id", "uniqueid"),
        start,
        end,
        display: word(fields, "display_date"),
        headline,
        text,
        media,
        group: word(fields, "group"),
        background,
        link: word(fields, "link"),
    })
}

fn media(media: &Object) -> Media {
    Media {
        url: word(media, "url"),
        caption: word(media, "caption"),
        credit: word(media, "credit"),
        thumbnail: either(media, "thumbnail", "thumb"),
        alt: word(media, "alt"),
        title: word(media, "title"),
        link: word(media, "link"),
    }
}

fn date(value: &Value, of: &str, losses: &mut Losses) -> Date {
    let Some(fields) = object(value) else {
        // A date by itself, as a text or a year.
        return Date {
            year: said(value),
            ..Date::default()
        };
    };
    let of_date = |name| message!("losses-of-date", name = name);
    unknown(fields, DATE, of_date, of, losses);
    // Numbers of 0 are no clock time to TimelineJS either.
    let clock = ["hour", "minute", "second"].map(|name| fields.get(name).unwrap_or(&Value::Null));
    let has_clock = clock
        .iter()
        .any(|part| !said(part).is_empty() && part.as_f64() != Some(0.0));
    let [hour, minute, second] =
        clock.map(|part| if has_clock { said(part) } else { String::new() });
    let hour = if has_clock && hour.is_empty() {
        "0".to_owned()
    } else {
        hour
    };
    Date {
        year: word(fields, "year"),
        month: part(fields, "month"),
        day: part(fields, "day"),
        hour,
        minute,
        second,
        millisecond: word(fields, "millisecond"),
        display: either(fields, "display_date", "display_text"),
    }
}

/// A month or a day; 0 is none.
fn part(fields: &Object, name: &str) -> String {
    let part = word(fields, name);
    if part.trim_matches('0').is_empty() {
        String::new()
    } else {
        part
    }
}

/// The form of TimelineJS 2 and before: `timeline: {headline, text, date: [{startDate: "1971,8,15"}], era: […]}`, or with
/// `slides` of the present form.
fn older_deck(root: &Object, losses: &mut Losses) -> Result<Deck, ImportError> {
    if let Some(Value::Array(all)) = root.get("slides") {
        let mut deck = Deck::default();
        for value in all {
            let is_title = value.get("type").and_then(Value::as_str) == Some("overview")
                && deck.title.is_none();
            match slide(value, losses) {
                Some(slide) if is_title => deck.title = Some(slide),
                slide => deck.events.extend(slide),
            }
        }
        return Ok(deck);
    }
    let Some(Value::Array(all)) = root.get("date") else {
        return Err(ImportError::new(message!("formats-timelinejs-older")));
    };
    unknown(
        root,
        &[
            "headline",
            "type",
            "text",
            "date",
            "era",
            "asset",
            "startDate",
        ],
        |name| message!("losses-of-timeline", name = name),
        "",
        losses,
    );
    let title = older_slide(&Value::Object(without_dates(root)), losses);
    let slides = |all: &[Value], losses: &mut Losses| {
        all.iter()
            .filter_map(|value| older_slide(value, losses))
            .collect()
    };
    let events = slides(all, losses);
    let eras = match root.get("era") {
        Some(Value::Array(eras)) => slides(eras, losses),
        _ => Vec::new(),
    };
    Ok(Deck {
        title,
        events,
        eras,
    })
}

/// The fields that make the title.
fn without_dates(root: &Object) -> Object {
    let fields = ["headline", "text", "asset"].into_iter();
    fields
        .filter_map(|name| Some((name.to_owned(), root.get(name)?.clone())))
        .collect()
}

fn older_slide(value: &Value, losses: &mut Losses) -> Option<Slide> {
    let Some(fields) = object(value) else {
        losses.add(
            message!("losses-instead-of-slide", found = found(value)),
            "",
        );
        return None;
    };
    let headline = word(fields, "headline");
    let known = [
        "startDate",
        "endDate",
        "headline",
        "text",
        "tag",
        "asset",
        "classname",
        "type",
        "id",
    ];
    unknown(fields, &known, of_slide, &headline, losses);
    let mut media = match fields.get("asset") {
        Some(Value::Object(asset)) => self::media(asset),
        _ => Media::default(),
    };
    if let Some(Value::Object(asset)) = fields.get("asset") {
        media.url = either(asset, "media", "url");
    }
    Some(Slide {
        start: older_date(&word(fields, "startDate")),
        end: older_date(&word(fields, "endDate")),
        headline,
        text: word(fields, "text"),
        media,
        group: word(fields, "tag"),
        ..Slide::default()
    })
}

/// "1971,8,15", with a clock time behind it or without.
fn older_date(text: &str) -> Date {
    if !text.contains(',') {
        return Date {
            year: text.trim().to_owned(),
            ..Date::default()
        };
    }
    let mut parts = text.split(',').map(|part| part.trim().to_owned());
    let mut next = || parts.next().unwrap_or_default();
    Date {
        year: next(),
        month: next(),
        day: next(),
        hour: next(),
        minute: next(),
        second: next(),
        ..Date::default()
    }
}

fn of_slide(name: String) -> Message {
    message!("losses-of-slide", name = name)
}

/// Says which fields are not known; `what` words the loss of one by its name.
fn unknown(
    fields: &Object,
    known: &[&str],
    what: fn(String) -> Message,
    of: &str,
    losses: &mut Losses,
) {
    for (name, value) in fields {
        let is_empty = matches!(value, Value::Null)
            || said(value).is_empty() && !value.is_object() && !value.is_array();
        if !known.contains(&&**name) && !is_empty {
            losses.add(what(beginning(name)), of);
        }
    }
}

fn object(value: &Value) -> Option<&Object> {
    value.as_object()
}

fn either(fields: &Object, name: &str, other: &str) -> String {
    let word = self::word(fields, name);
    if word.is_empty() {
        self::word(fields, other)
    } else {
        word
    }
}

fn word(fields: &Object, name: &str) -> String {
    fields.get(name).map(said).unwrap_or_default()
}

/// A text or a number as a text; nothing of anything else.
fn said(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

/// In words for a message.
fn found(value: &Value) -> Message {
    match value {
        Value::Null => message!("formats-found-nothing"),
        Value::Bool(_) => message!("formats-found-true-or-false"),
        other => json::found(other),
    }
}
