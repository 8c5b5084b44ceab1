//! The results of a query of Wikidata, as JSON.
//!
//! Two formats, both as <https://query.wikidata.org> downloads them: "JSON (verbose)", which is that of SPARQL 1.1
//! (<https://www.w3.org/TR/sparql11-results-json/>), an object with `head.vars` and `results.bindings`, each value with its
//! type, its datatype and its language; and plain "JSON", a list of objects whose values are texts.
//!
//! **Columns** are told by their names and values: the item is the column of entities that is named so ("event", "item") or
//! comes first; its title is its label, its summary its description; other entities are told by their labels. Rows of one
//! item become one event. Each event cites its page in Wikidata.
//!
//! **Dates** (<https://www.mediawiki.org/wiki/Wikibase/Indexing/RDF_Dump_Format>: "The dates follow XSD 1.1 standard, i.e. 1
//! BCE is year 0") count as astronomers do: the battle of Zela in 67 BC is -0066-01-01. Years before the common era come
//! with three digits too (<https://phabricator.wikimedia.org/T211007>). A date is a day at midnight, however little of it is
//! known, unless the query asks for `wikibase:timePrecision`: 9 is a year, 10 a month, 11 a day, 8 a decade, 7 a century
//! (<https://www.wikidata.org/wiki/Help:Dates>). Without it, 1 January is taken for a year, and that is said.
//!
//! **Without a place here:** pictures, places, and whatever else a query may ask for, each said by its column.

mod columns;
mod event;
#[cfg(test)]
mod tests;
mod when;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::draft::Draft;
use super::losses::Losses;
use super::{Format, ImportError, json};
use crate::messages::message;

use columns::Columns;
use event::Gathered;

/// How entities of Wikidata are addressed.
pub(super) const ENTITY: &str = "www.wikidata.org/entity/Q";

/// One value of a row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Cell {
    text: String,
    /// Such as "ja".
    lang: Option<String>,
    /// The datatype's address.
    datatype: Option<String>,
}

/// The values of a row by their columns.
type Row = BTreeMap<String, Cell>;

/// Reads a timeline.
pub(super) fn read(text: &str, losses: &mut Losses) -> Result<Draft, ImportError> {
    let value = json::parsed(text, Format::Wikidata.name())?;
    let (rows, names) = rows(text, &value, losses)?;
    let columns = Columns::of(&names, &rows);
    let mut gathered: Vec<Gathered<'_>> = Vec::new();
    let mut places = BTreeMap::new();
    for row in &rows {
        let item = columns.item(row);
        let place = match item {
            Some(item) => *places.entry(item).or_insert(gathered.len()),
            None => gathered.len(),
        };
        if gathered.len() <= place {
            gathered.push(Gathered::new(item));
        }
        if let Some(event) = gathered.get_mut(place) {
            event.add(row, &columns);
        }
    }
    let events = gathered.into_iter().map(|event| event.told(losses));
    Ok(Draft {
        events: events.collect(),
        ..Draft::default()
    })
}

/// The rows, and the columns in their order.
fn rows(
    text: &str,
    value: &Value,
    losses: &mut Losses,
) -> Result<(Vec<Row>, Vec<String>), ImportError> {
    let bindings = value.pointer("/results/bindings").or(Some(value));
    let Some(Value::Array(values)) = bindings else {
        let found = match value.get("boolean") {
            Some(_) => message!("formats-found-answer"),
            None => json::found(value),
        };
        let what = Format::Wikidata.name();
        let message = message!("formats-wikidata", what = what, found = found);
        return Err(ImportError::new(message));
    };
    let mut rows = Vec::new();
    for value in values {
        match value {
            Value::Object(fields) => rows.push(row(fields)),
            other => losses.add(
                message!("losses-row-of-sort", found = json::found(other)),
                "",
            ),
        }
    }
    let said = value.pointer("/head/vars").and_then(Value::as_array);
    let said = said.into_iter().flatten();
    let said: Vec<_> = said
        .filter_map(|name| Some(name.as_str()?.to_owned()))
        .collect();
    let names = if said.is_empty() {
        in_order(text, &rows)
    } else {
        said
    };
    Ok((rows, names))
}

fn row(fields: &Map<String, Value>) -> Row {
    let cells = fields.iter().filter_map(|(name, value)| {
        let of = |field: &str| value.get(field).and_then(json::words);
        let cell = match value {
            Value::Object(_) => Cell {
                text: of("value")?,
                lang: of("xml:lang"),
                datatype: of("datatype"),
            },
            plain => Cell {
                text: json::words(plain)?,
                ..Cell::default()
            },
        };
        Some((name.clone(), cell))
    });
    cells.collect()
}

/// Bytes of a text in which the order of its columns is looked for.
const HEAD: usize = 1 << 16;
/// Columns that are looked for, at most.
const LOOKED_FOR: usize = 100;

/// The columns of rows in the order in which the text has them, which a map does not keep.
fn in_order(text: &str, rows: &[Row]) -> Vec<String> {
    let names: BTreeSet<_> = rows.iter().flat_map(BTreeMap::keys).collect();
    let end = (0..=HEAD.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at));
    let head = text.get(..end.unwrap_or_default()).unwrap_or_default();
    let mut places: Vec<_> = names
        .into_iter()
        .enumerate()
        .map(|(number, name)| {
            let found = (number < LOOKED_FOR).then(|| head.find(&format!("\"{name}\"")));
            (found.flatten().unwrap_or(usize::MAX), name)
        })
        .collect();
    places.sort();
    places.into_iter().map(|(_, name)| name.clone()).collect()
}
