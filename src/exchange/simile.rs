//! SIMILE Timeline as JSON.

use super::ImportError;
use super::draft::Draft;
use super::losses::Losses;

/// Reads a timeline.
pub(super) fn read(text: &str, losses: &mut Losses) -> Result<Draft, ImportError> {
    let _ = (text, losses);
    Err(ImportError::new("not yet"))
}
