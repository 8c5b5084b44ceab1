//! vis-timeline: items, or items and groups, as JSON.

use super::ImportError;
use super::draft::Draft;
use super::losses::Losses;
use crate::document::Document;
use crate::time::Lang;

/// Reads a timeline.
pub(super) fn read(text: &str, losses: &mut Losses) -> Result<Draft, ImportError> {
    let _ = (text, losses);
    Err(ImportError::new("not yet"))
}

/// Writes a timeline.
pub(super) fn write(document: &Document, lang: Lang, losses: &mut Losses) -> String {
    let _ = (document, lang, losses);
    String::new()
}
