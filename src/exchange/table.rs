//! Any table in CSV: a row for each event, a column for each field, by whatever names.

use super::ImportError;
use super::draft::Draft;
use super::losses::Losses;
use crate::document::{Document, Edit};
use crate::time::Lang;

/// Which column is which field, where the names of the columns do not say so themselves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mapping {
    /// Pairs of a field of an event and the name of a column.
    pub columns: Vec<(String, String)>,
}

/// Reads a timeline.
pub(super) fn read(
    text: &str,
    mapping: &Mapping,
    losses: &mut Losses,
) -> Result<Draft, ImportError> {
    let _ = (text, mapping, losses);
    Err(ImportError::new("not yet"))
}

/// The edits that bring the events of a document, found by their ids, to what a table says.
pub(super) fn update(
    document: &Document,
    text: &str,
    mapping: &Mapping,
    losses: &mut Losses,
) -> Result<Vec<Edit>, ImportError> {
    let _ = (document, text, mapping, losses);
    Err(ImportError::new("not yet"))
}

/// Writes a timeline.
pub(super) fn write(document: &Document, lang: Lang, losses: &mut Losses) -> String {
    let _ = (document, lang, losses);
    String::new()
}
