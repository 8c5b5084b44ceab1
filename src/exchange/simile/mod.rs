//! SIMILE Timeline as JSON.
//!
//! The format: <http://simile-widgets.org/wiki/Timeline_EventSources>; what it means is said best by `loadJSON` in
//! `api/scripts/sources.js` of version 2.3 (<https://github.com/simile-widgets/timeline>). An object with `events` (a bare
//! list of events is read too), a `dateTimeFormat` of "iso8601" or "Gregorian", and for each event `start`, `end`,
//! `latestStart`, `earliestEnd`, `title`, `description` in HTML, `link`, `image` and colours; most names have a short form.
//!
//! **A moment or a stretch.** An event with an end is a stretch here, unless `durationEvent` is false, or `isDuration` is
//! *true*: in JSON that older name is negated, which the source keeps on purpose ("Fixing issue 33 … isDuration was negated
//! … so keep that interpretation"). In XML both names mean what they say, and the default is the other way round, see
//! [`super::simile_xml`]. A moment with an end is one whose date nobody knows: EDTF calls it `[start..end]`, one of these.
//!
//! **Dates** are read in numbers, in the words of JavaScript, and in those of people, whatever `dateTimeFormat` says, since
//! files mix them. Years before the common era count as astronomers do (-43), or are told as "44 BC". Midnight is a whole
//! day, and the end of a stretch is its last day, as the bubble of SIMILE shows it.
//!
//! **Without a place here:** pictures, icons, colours of single events, tracks, the wiki that titles link to; how far the
//! ends of a stretch are uncertain (that they are is kept, as `~`).

mod event;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::draft::{Draft, DraftCategory};
use super::losses::Losses;
use super::{Format, ImportError, json};
use crate::messages::message;

pub(super) use event::{Fields, event};

/// Names of a field, the short one second.
const SHORT: [(&str, &str); 9] = [
    ("eventID", "eid"),
    ("start", "s"),
    ("end", "e"),
    ("latestStart", "ls"),
    ("earliestEnd", "ee"),
    ("description", "d"),
    ("durationEvent", "de"),
    ("title", "t"),
    ("classname", "c"),
];

/// Reads a timeline.
pub(super) fn read(text: &str, losses: &mut Losses) -> Result<Draft, ImportError> {
    let what = Format::Simile.name();
    let value = json::parsed(text, what)?;
    let events = match &value {
        Value::Array(events) => events,
        Value::Object(whole) => match whole.get("events") {
            Some(Value::Array(events)) => {
                lose_wiki(whole.contains_key("wikiURL"), losses);
                events
            }
            found => return Err(without_events(what, found)),
        },
        other => return Err(without_events(what, Some(other))),
    };
    let mut draft = Draft::default();
    let mut classes = Classes::default();
    for value in events {
        let Value::Object(fields) = value else {
            let found = json::found(value);
            losses.add(message!("losses-event-of-sort", found = found), "");
            continue;
        };
        draft.events.push(event(&InJson(fields), losses));
        classes.note(&InJson(fields), losses);
    }
    draft.categories = classes.categories();
    Ok(draft)
}

fn without_events(what: &str, found: Option<&Value>) -> ImportError {
    let found = found.map_or_else(|| message!("formats-found-none"), json::found);
    ImportError::new(message!("formats-simile", what = what, found = found,))
}

/// Puts down the address of a wiki that every title links to.
pub(super) fn lose_wiki(is_there: bool, losses: &mut Losses) {
    if is_there {
        losses.add(message!("losses-wiki"), "");
    }
}

/// An event in JSON.
struct InJson<'a>(&'a Map<String, Value>);

impl Fields for InJson<'_> {
    fn get(&self, name: &str) -> Option<String> {
        let short = SHORT.iter().find(|(long, _)| *long == name);
        let long = self.0.get(name).and_then(json::words);
        long.or_else(|| self.0.get(short?.1).and_then(json::words))
    }

    fn is_moment(&self, of: &str, losses: &mut Losses) -> bool {
        let is_false = |name: &str| {
            self.0
                .get(name)
                .is_some_and(|value| !is_true(value) && !value.is_null())
        };
        let is_negated = self.0.get("isDuration").is_some_and(is_true);
        if is_negated && self.get("end").is_some() {
            let field = "isDuration: true";
            losses.add(message!("losses-is-moment", field = field), of);
        }
        is_negated || is_false("durationEvent") || is_false("de")
    }
}

/// What JavaScript takes for true.
fn is_true(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(is) => *is,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => !text.is_empty(),
        Value::Array(_) | Value::Object(_) => true,
    }
}

/// The classes of events, and the colour that all events of a class have.
#[derive(Default)]
pub(super) struct Classes {
    names: Vec<String>,
    colors: BTreeMap<String, Option<String>>,
}

impl Classes {
    /// Puts down the class and the colour of an event.
    pub(super) fn note(&mut self, fields: &dyn Fields, losses: &mut Losses) {
        let color = fields.get("color").map(|color| color.trim().to_owned());
        let Some(class) = fields.get("classname") else {
            if color.is_some() {
                let of = fields.get("title").unwrap_or_default();
                losses.add(message!("losses-colour-of-event"), &of);
            }
            return;
        };
        let class = class.trim().to_owned();
        match self.colors.get_mut(&class) {
            Some(known) if *known != color => *known = None,
            Some(_) => {}
            None => {
                self.names.push(class.clone());
                self.colors.insert(class, color);
            }
        }
    }

    /// As categories, in the order in which they came up.
    pub(super) fn categories(self) -> Vec<DraftCategory> {
        let colors = self.colors;
        let category = |name: String| {
            let color = colors.get(&name).cloned().flatten();
            DraftCategory { name, color }
        };
        self.names.into_iter().map(category).collect()
    }
}
