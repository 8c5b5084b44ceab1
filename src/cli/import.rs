//! `import`: timelines of other programs, and tables, into a file of ours.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail, ensure};

use crate::document::{Document, Edit};
use crate::exchange::{self, Format, ImportError, Losses, Mapping};
use crate::file;
use crate::messages::Lang;

use super::{Checked, Outcome, Status, count, edit, human, output, read, say, word};

pub(super) const HELP: &str = "A table is a CSV file whose first line names its columns; those that are called otherwise than \
    the fields are named with --map, such as --map when=Datum --map title=Ereignis. With --update the events of OUT are found by \
    their ids and brought up to date from a table: an empty cell changes nothing, one with - alone takes the field away, new \
    events are added, and all else in the file stays as it is.\n\n\
    What has no place in a timeline is told on the standard error.\n\n\
    Exit status: 0 when all is well, 1 when the input cannot be read as this format, 2 when it could not be done as asked.";

#[derive(Debug, clap::Args)]
pub(super) struct Import {
    /// The file of the other program; `-` is the standard input
    input: PathBuf,
    /// The timeline to write; `-` is the standard output
    #[arg(short, long)]
    output: PathBuf,
    /// What the input is; without it its contents and its ending decide
    #[arg(long, value_parser = word::of(formats()))]
    format: Option<Format>,
    /// Which column of a table holds a field; may be given several times
    #[arg(long, value_name = "FIELD=COLUMN", value_parser = mapped)]
    map: Vec<(String, String)>,
    /// Bring the events of the output, which is there already, up to date from a table
    #[arg(long)]
    update: bool,
    /// Replace the output if there is one already
    #[arg(long, conflicts_with = "update")]
    force: bool,
}

/// The formats, the words for them, and what the help says.
fn formats() -> Vec<(Format, &'static str, &'static str)> {
    let all = Format::ALL.map(|format| (format, format.word(), format.name()));
    all.to_vec()
}

/// `FIELD=COLUMN`.
fn mapped(text: &str) -> Result<(String, String), String> {
    let Some((field, column)) = text.split_once('=') else {
        return Err("expected FIELD=COLUMN such as when=Datum".to_owned());
    };
    if Mapping::is_field(field) {
        return Ok((field.to_owned(), column.to_owned()));
    }
    let known: Vec<_> = Mapping::fields().collect();
    Err(format!(
        "an event has no field `{field}`; known: {}",
        known.join(", ")
    ))
}

/// Reads the input, writes or brings up to date the output, and says what did not come along.
pub(super) fn run(asked: &Import) -> anyhow::Result<Outcome> {
    let is_table = |format: Format| format == Format::Csv;
    ensure!(
        asked.map.is_empty() || asked.format.is_none_or(is_table),
        "expected --map with a table alone, which is --format csv"
    );
    let mapping = Mapping::Named(asked.map.clone());
    if asked.update {
        ensure!(
            asked.format.is_none_or(is_table),
            "expected a table to --update from, which is --format csv"
        );
        return update(asked, &mapping);
    }
    output::check(&asked.output, &asked.input, asked.force)?;
    fresh(asked, &mapping)
}

/// Writes a timeline of its own.
fn fresh(asked: &Import, mapping: &Mapping) -> anyhow::Result<Outcome> {
    let opened = opened(&asked.input)?;
    let by_mapping = (!asked.map.is_empty()).then_some(Format::Csv);
    let format = asked.format.or(by_mapping);
    let mut status = Status::default();
    status.show(&format!("{}: reading …", opened.name));
    let imported = exchange::read(&opened.bytes, file_name(&opened.name), format, mapping);
    status.clear();
    let imported = match imported {
        Ok(imported) => imported,
        Err(error) => return Ok(unread(&opened.name, &error)),
    };
    let document = Document::parse(&asked.output.display().to_string(), imported.text);
    output::write(&asked.output, document.text.as_str())?;
    let events = count(imported.events, "event");
    say(&format!(
        "{}: {events}, read as {}\n",
        opened.name,
        imported.format.name()
    ));
    lost(&imported.losses);
    if !document.is_broken() {
        return Ok(Outcome::Fine);
    }
    let remarks = Vec::new();
    say(&human(&Checked { document, remarks }));
    Ok(Outcome::InputHasErrors)
}

/// Brings the events of a timeline up to date.
fn update(asked: &Import, mapping: &Mapping) -> anyhow::Result<Outcome> {
    if file::is_standard(&asked.output) {
        bail!("expected a timeline to --update, which the standard output is not");
    }
    let before = read(&asked.output)?;
    ensure!(
        before.faithful,
        "expected a file in UTF-8; in an editor choose Save as, then the encoding UTF-8: {}",
        before.name
    );
    let opened = opened(&asked.input)?;
    let (edits, losses) = match exchange::update(&before, &opened.bytes, mapping) {
        Ok(found) => found,
        Err(error) => return Ok(unread(&opened.name, &error)),
    };
    let changed = changed(&edits);
    let made = Edit::All(edits)
        .make(&before)
        .with_context(|| before.name.clone())?;
    let after = Document::parse(&before.name, made.text);
    if after.errors() > before.errors() {
        let remarks = Vec::new();
        say(&human(&Checked {
            document: after,
            remarks,
        }));
        bail!(
            "the timeline would have errors that it has not now; nothing has been written: {}",
            before.name
        );
    }
    let added = after
        .timeline
        .events
        .len()
        .saturating_sub(before.timeline.events.len());
    if edit::save(&asked.output, &before.text, &after)? {
        let changed = count(changed, "event");
        say(&format!(
            "{}: {changed} changed, {added} added\n",
            before.name
        ));
    }
    lost(&losses);
    Ok(Outcome::Fine)
}

/// How many events edits change, those that they add aside.
fn changed(edits: &[Edit]) -> usize {
    let mut events = BTreeSet::new();
    let mut rewritten = 0_usize;
    for edit in edits {
        match edit {
            Edit::Set(address, _) | Edit::Clear(address) => {
                events.insert(&address.key);
            }
            Edit::Text(_) => rewritten = rewritten.saturating_add(1),
            _ => {}
        }
    }
    events.len().saturating_add(rewritten)
}

fn opened(input: &Path) -> anyhow::Result<file::Opened> {
    Ok(file::read(input)?)
}

/// The name without the folders before it, which are nobody's business.
fn file_name(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}

/// Says why an input cannot be read.
fn unread(name: &str, error: &ImportError) -> Outcome {
    let place = error
        .place
        .map(|(line, column)| format!(":{line}:{column}"));
    say(&format!(
        "{name}{}: error: {}\n",
        place.unwrap_or_default(),
        error.what.text(Lang::En)
    ));
    Outcome::InputHasErrors
}

/// Says what did not come along.
pub(super) fn lost(losses: &Losses) {
    say(&losses.report(Lang::En));
}
