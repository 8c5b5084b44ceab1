//! Any table in CSV: a row for each event, a column for each field, by whatever names.
//!
//! The first line names the columns; each is found by its name in English or Japanese, or by a [`Mapping`]. A date is one
//! column (EDTF or in the words of people), a start and an end, or year, month and day; years count as in ISO 8601. Commas,
//! semicolons or tabs part the cells (RFC 4180, <https://www.rfc-editor.org/rfc/rfc4180>), `;` or `|` the values in one. A
//! backslash before one of these, or before a backslash, takes it as it is.
//!
//! What is written comes back whole, excerpts and what belongs to no event aside: [`update()`] of a document with its own table
//! changes nothing. In an update an empty cell says nothing, and a cell that is `-` alone takes the field away. A cell that a
//! spreadsheet would take for a formula has an apostrophe before it.

mod columns;
mod read;
#[cfg(test)]
mod tests;
mod update;
mod write;

pub(super) use columns::unclear;
pub use columns::{Column, Mapping};
pub(super) use read::read;
pub(super) use update::update;
pub(super) use write::write;

use crate::document::LinkKind;

/// Between the values of a cell; the first is the one that is written.
const BETWEEN: [char; 2] = [';', '|'];
/// In an update: the field goes.
const NOTHING: &str = "-";

/// All kinds of links, and how a cell names them.
const KINDS: [(LinkKind, &str); 8] = [
    (LinkKind::LedTo, "led-to"),
    (LinkKind::ResponseTo, "response-to"),
    (LinkKind::AmendedBy, "amended-by"),
    (LinkKind::ReplacedBy, "replaced-by"),
    (LinkKind::PartOf, "part-of"),
    (LinkKind::Follows, "follows"),
    (LinkKind::Recalls, "recalls"),
    (LinkKind::SeeAlso, "see-also"),
];

/// Several values in one cell.
fn joined<'a>(values: impl IntoIterator<Item = &'a str>) -> String {
    let escaped = values.into_iter().map(|value| {
        let mut out = String::with_capacity(value.len());
        for letter in value.chars() {
            if letter == '\\' || BETWEEN.contains(&letter) {
                out.push('\\');
            }
            out.push(letter);
        }
        out
    });
    escaped.collect::<Vec<_>>().join("; ")
}

/// The values in a cell, without empty ones.
fn values(cell: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut letters = cell.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_taken = |next: &char| *next == '\\' || BETWEEN.contains(next);
        let taken = if letter == '\\' {
            letters.next_if(is_taken)
        } else {
            None
        };
        match (taken, all.last_mut()) {
            (None, _) if BETWEEN.contains(&letter) => all.push(String::new()),
            (taken, Some(last)) => last.push(taken.unwrap_or(letter)),
            (_, None) => {}
        }
    }
    let trimmed = all.iter().map(|value| value.trim().to_owned());
    trimmed.filter(|value| !value.is_empty()).collect()
}
