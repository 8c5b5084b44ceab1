//! What the properties of an event say.

use serde_json::Value;

use crate::document::LinkKind;
use crate::exchange::draft::{DraftEvent, DraftSource};
use crate::exchange::told::{cite, json_source, link_kind};

/// What the properties of an event say.
#[derive(Default)]
pub(super) struct Kept {
    pub(super) id: Option<String>,
    pub(super) when: Option<String>,
    pub(super) main: Option<String>,
    pub(super) zone: Option<String>,
    pub(super) is_era: bool,
}

impl Kept {
    /// Takes a property; whether it is one that is known here.
    pub(super) fn take(&mut self, key: &str, value: &Value, event: &mut DraftEvent) -> bool {
        let texts = |value: &Value| match value {
            Value::Array(values) => values.iter().map(text_of).collect(),
            value => vec![text_of(value)],
        };
        match key.to_lowercase().as_str() {
            "id" => self.id = Some(text_of(value)),
            "when" => self.when = Some(text_of(value)),
            "title_main" => self.main = Some(text_of(value)),
            "title_ja" => event.title_ja = Some(text_of(value)),
            "timezone" | "tz" => self.zone = Some(text_of(value)),
            "kind" if value == "era" => self.is_era = true,
            "significance" => match value.as_u64().and_then(|number| u8::try_from(number).ok()) {
                Some(number) => event.significance = Some(number),
                None => return false,
            },
            "actors" | "assignees" => event.actors.extend(texts(value)),
            "url" | "link" => {
                let title = text_of(value);
                let url = Some(title.clone());
                cite(
                    &mut event.sources,
                    DraftSource {
                        title,
                        url,
                        ..DraftSource::default()
                    },
                );
            }
            "sources" => {
                let Value::Array(sources) = value else {
                    return false;
                };
                for source in sources.iter().filter_map(json_source) {
                    cite(&mut event.sources, source);
                }
            }
            "links" => {
                let Value::Array(links) = value else {
                    return false;
                };
                event.links.extend(links.iter().filter_map(|link| {
                    let kind = link.get("kind").and_then(Value::as_str).and_then(link_kind);
                    Some((text_of(link.get("to")?), kind.unwrap_or(LinkKind::SeeAlso)))
                }));
            }
            _ => return false,
        }
        true
    }
}

/// A value of YAML, as far as one line tells it: JSON, a list of words in brackets, or words.
pub(super) fn value(written: &str) -> Value {
    if let Ok(value) = serde_json::from_str(written) {
        return value;
    }
    let words = |text: &str| {
        let text = text.trim();
        let quoted = |mark| {
            text.strip_prefix(mark)
                .and_then(|text| text.strip_suffix(mark))
        };
        Value::String(
            quoted('\'')
                .or_else(|| quoted('"'))
                .unwrap_or(text)
                .to_owned(),
        )
    };
    let inside = written
        .strip_prefix('[')
        .and_then(|text| text.strip_suffix(']'));
    match inside {
        Some(inside) => Value::Array(inside.split(',').map(words).collect()),
        None => words(written),
    }
}

pub(super) fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        value => value.to_string(),
    }
}
