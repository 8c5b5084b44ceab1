//! Where a command writes: what it may replace, and how the text gets there.

use std::path::Path;

use anyhow::{Context as _, ensure};

use crate::file;

/// That nothing is overwritten unasked, and the input never. `-` is the standard output, and always free.
pub(super) fn check(output: &Path, input: &Path, force: bool) -> anyhow::Result<()> {
    if file::is_standard(output) {
        return Ok(());
    }
    let is_input = !file::is_standard(input) && file::is_same(input, output);
    ensure!(
        !is_input,
        "expected an output other than the timeline itself: {}",
        output.display()
    );
    let is_free = force || !file::exists(output);
    ensure!(
        is_free,
        "there is such a file already; add --force to replace it: {}",
        output.display()
    );
    Ok(())
}

/// Writes a file whole or not at all, or the standard output.
pub(super) fn write(output: &Path, bytes: impl AsRef<[u8]>) -> anyhow::Result<()> {
    if file::is_standard(output) {
        return to_standard(bytes);
    }
    file::write_atomic(output, bytes.as_ref())?;
    Ok(())
}

/// Writes the standard output.
pub(super) fn to_standard(bytes: impl AsRef<[u8]>) -> anyhow::Result<()> {
    file::write_standard(bytes.as_ref()).context("the standard output could not be written")
}
