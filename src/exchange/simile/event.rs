//! An event of SIMILE Timeline, in JSON or in XML.

use crate::exchange::dates::in_words;
use crate::exchange::described::{described, source};
use crate::exchange::draft::DraftEvent;
use crate::exchange::losses::Losses;
use crate::exchange::stamps::{about, between, day, in_numbers, in_script, within};
use crate::messages::{Message, message};

/// What an event says, whatever it is written in.
pub(in crate::exchange) trait Fields {
    /// The words of a field by its long name; nothing where it is empty.
    fn get(&self, name: &str) -> Option<String>;
    /// Whether it is one moment even if it has an end.
    fn is_moment(&self, of: &str, losses: &mut Losses) -> bool;
}

/// How it is said that a field has no place here.
type Lost = fn(&str) -> Message;

/// What only SIMILE has a place for, by its fields.
const LOST: [(&str, Lost); 7] = [
    ("image", |field| {
        message!("losses-picture-in", field = field)
    }),
    ("icon", |field| message!("losses-icon-in", field = field)),
    ("textColor", |field| {
        message!("losses-colour-of-title", field = field)
    }),
    ("tapeImage", |field| {
        message!("losses-picture-of-stretch", field = field)
    }),
    ("tapeRepeat", |_| {
        message!("losses-picture-of-stretch", field = "tapeImage")
    }),
    ("trackNum", |field| message!("losses-track", field = field)),
    ("wikiID", |field| {
        message!("losses-wiki-page", field = field)
    }),
];

/// The event; without a date where none could be read.
pub(in crate::exchange) fn event(fields: &dyn Fields, losses: &mut Losses) -> DraftEvent {
    let title = fields.get("title").unwrap_or_default();
    let (title, _) = described(&title, "", &mut Losses::default());
    let (mut summary, mut sources) = described(
        &fields.get("description").unwrap_or_default(),
        &title,
        losses,
    );
    let hint = fields.get("caption").or_else(|| fields.get("hoverText"));
    match hint.map(|hint| described(&hint, &title, losses).0) {
        Some(hint) if summary.is_empty() && hint != title => summary = hint,
        Some(hint) if hint != title && hint != summary => {
            losses.add(message!("losses-second-text", field = "caption"), &title);
        }
        _ => {}
    }
    if let Some(link) = fields.get("link") {
        sources.extend(source("", &link, &title, losses));
    }
    for (field, what) in LOST {
        if fields.get(field).is_some() {
            losses.add(what(field), &title);
        }
    }
    DraftEvent {
        id: fields.get("eventID").or_else(|| fields.get("id")),
        when: when(fields, &title, losses).unwrap_or_default(),
        category: fields.get("classname"),
        title,
        summary,
        sources,
        ..DraftEvent::default()
    }
}

/// Its date in EDTF; that none was found is said once more by the draft.
fn when(fields: &dyn Fields, title: &str, losses: &mut Losses) -> Option<String> {
    let start = date(fields, "start", title, losses)?;
    let end = date(fields, "end", title, losses);
    let latest = date(fields, "latestStart", title, losses);
    let earliest = date(fields, "earliestEnd", title, losses);
    let is_moment = fields.is_moment(title, losses);
    let told = match (end, is_moment) {
        (Some(end), false) => stretch(&start, &end, latest, earliest, title, losses),
        // A moment of which nobody knows when it was.
        (end, _) => match end.or(latest).or(earliest) {
            Some(last) if day(&last) == day(&start) => between(&start, &last, title, losses),
            Some(last) => within(&start, &last),
            None => Some(start.clone()),
        },
    };
    if told.is_none() {
        losses.add(message!("losses-end-before-start"), title);
    }
    told.or(Some(start))
}

/// From its start to its end, which are uncertain where the latest start or the earliest end differ.
fn stretch(
    start: &str,
    end: &str,
    latest: Option<String>,
    earliest: Option<String>,
    of: &str,
    losses: &mut Losses,
) -> Option<String> {
    let mut unsure = |one: &str, other: Option<String>, first: bool| {
        let Some(other) = other.filter(|other| other != one) else {
            return one.to_owned();
        };
        let (first, last) = if first {
            (one, &*other)
        } else {
            (&*other, one)
        };
        match within(first, last) {
            // A whole month or year says all of it.
            Some(whole) if !whole.starts_with('[') => whole,
            _ => {
                losses.add(message!("losses-uncertain-ends"), of);
                about(one)
            }
        }
    };
    let (first, last) = (unsure(start, latest, true), unsure(end, earliest, false));
    between(&first, &last, of, losses)
}

/// The date in a field, in EDTF.
fn date(fields: &dyn Fields, name: &str, of: &str, losses: &mut Losses) -> Option<String> {
    let text = fields.get(name)?;
    let stamp = in_numbers(&text).or_else(|| in_script(&text));
    if let Some(date) = stamp.and_then(|moment| moment.edtf()) {
        return Some(date);
    }
    let Some(meant) = in_words(&text) else {
        losses.add(
            message!("losses-date-in", field = name),
            message!("losses-of-text", of = short(of), found = text),
        );
        return None;
    };
    if meant.is_guess {
        losses.add(
            message!("losses-date-otherwise"),
            message!(
                "losses-of-read-as",
                of = short(of),
                found = text,
                meant = &meant.text,
            ),
        );
    }
    Some(meant.text)
}

/// The name of an event beside which stands what was found in it.
fn short(of: &str) -> String {
    of.chars().take(30).collect()
}
