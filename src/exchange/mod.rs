//! Timelines as other programs write them: in, out, and what is lost on the way.
//!
//! Every format has a file of its own with a reader, a writer or both. A reader takes text and fills a [`Draft`], which
//! knows how to become a file of ours; a writer takes a timeline and gives text. Both put into [`Losses`] what the other
//! side has no place for, so that nothing goes silently. Pure: no disk, no network; what a file says is never run and
//! never fetched. Sees only `document`, `time` and `messages`.
//!
//! Invariants: reading is bounded in time and memory by the length of the text; what comes out of [`read()`] is a timeline
//! without errors; an address is kept only if it leads into the web.

mod colours;
mod dates;
mod described;
mod draft;
mod guess;
mod ical;
mod json;
mod losses;
mod markwhen;
mod plain;
#[cfg(test)]
mod round_trip;
mod rows;
mod simile;
mod simile_xml;
mod spans;
mod stamps;
mod table;
mod timeline_project;
mod timelinejs;
mod timelinejs_csv;
mod told;
mod vis;
mod wikidata;
mod words;
mod xml;

use crate::document::{Document, Edit};
use crate::messages::{Message, message};
use crate::time::Lang;

use draft::Draft;

pub use losses::{Loss, Losses};
pub use table::{Column, Mapping};

/// A format of another program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// TimelineJS (Knight Lab) as JSON.
    TimelineJs,
    /// TimelineJS as its spreadsheet of nineteen columns, in CSV.
    TimelineJsCsv,
    /// Any table in CSV.
    Csv,
    /// iCalendar (RFC 5545).
    ICalendar,
    /// vis-timeline: its items, or its items and groups, as JSON.
    Vis,
    /// SIMILE Timeline as JSON.
    Simile,
    /// SIMILE Timeline as XML.
    SimileXml,
    /// The Timeline Project (thetimelineproj), XML.
    TimelineProject,
    /// markwhen.
    Markwhen,
    /// The results of a query of Wikidata, as JSON.
    Wikidata,
}

/// What was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// As what it was read.
    pub format: Format,
    /// The text of a file of ours.
    pub text: String,
    /// How many events it has.
    pub events: usize,
    /// What has no place in it.
    pub losses: Losses,
}

/// What is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// The text of the other program's file.
    pub text: String,
    /// What has no place in it.
    pub losses: Losses,
}

/// Why a text cannot be read as what it is said to be. Displays in English, for the command line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message().text(Lang::En))]
pub struct ImportError {
    /// Line and column from 1, where they are known.
    pub place: Option<(usize, usize)>,
    /// What was expected, what was found, and what to do.
    pub what: Message,
}

impl ImportError {
    fn new(what: Message) -> Self {
        let place = None;
        Self { place, what }
    }

    fn at(line: usize, column: usize, what: Message) -> Self {
        let place = Some((line, column));
        Self { place, what }
    }

    /// Where it is and what, for whoever reads it.
    pub fn message(&self) -> Message {
        let Some((line, column)) = self.place else {
            return self.what.clone();
        };
        let (line, column) = (line.to_string(), column.to_string());
        message!(
            "formats-at",
            line = line,
            column = column,
            what = &self.what
        )
    }
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::TimelineJs,
        Self::TimelineJsCsv,
        Self::Csv,
        Self::ICalendar,
        Self::Vis,
        Self::Simile,
        Self::SimileXml,
        Self::TimelineProject,
        Self::Markwhen,
        Self::Wikidata,
    ];

    /// What people call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::TimelineJs => "TimelineJS (JSON)",
            Self::TimelineJsCsv => "TimelineJS (CSV)",
            Self::Csv => "Table (CSV)",
            Self::ICalendar => "iCalendar",
            Self::Vis => "vis-timeline (JSON)",
            Self::Simile => "SIMILE Timeline (JSON)",
            Self::SimileXml => "SIMILE Timeline (XML)",
            Self::TimelineProject => "The Timeline Project",
            Self::Markwhen => "markwhen",
            Self::Wikidata => "Wikidata (JSON)",
        }
    }

    /// What it is called where a word without blanks is needed.
    pub const fn word(self) -> &'static str {
        match self {
            Self::TimelineJs => "timelinejs",
            Self::TimelineJsCsv => "timelinejs-csv",
            Self::Csv => "csv",
            Self::ICalendar => "ics",
            Self::Vis => "vis",
            Self::Simile => "simile",
            Self::SimileXml => "simile-xml",
            Self::TimelineProject => "timeline-project",
            Self::Markwhen => "markwhen",
            Self::Wikidata => "wikidata",
        }
    }

    /// How its files end, without the dot.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::TimelineJs | Self::Vis | Self::Simile | Self::Wikidata => "json",
            Self::TimelineJsCsv | Self::Csv => "csv",
            Self::ICalendar => "ics",
            Self::SimileXml => "xml",
            Self::TimelineProject => "timeline",
            Self::Markwhen => "mw",
        }
    }

    /// Whether timelines of ours can be written in it.
    pub const fn is_written(self) -> bool {
        !matches!(
            self,
            Self::Simile | Self::SimileXml | Self::TimelineProject | Self::Wikidata
        )
    }
}

/// Reads the bytes of a file as this format, or as the one that they look like. `name` is the file's name: it goes into a
/// remark at the head of what is written, and its ending tells formats apart. `mapping` is for tables alone.
pub fn read(
    bytes: &[u8],
    name: &str,
    format: Option<Format>,
    mapping: &Mapping,
) -> Result<Imported, ImportError> {
    let text = plain::decoded(bytes);
    let format = match format {
        Some(format) => format,
        None => guess::guess(&text, name)?,
    };
    // Folding may cut letters of several bytes, which only bytes can mend.
    let text = match format {
        Format::ICalendar if std::str::from_utf8(bytes).is_err() => {
            plain::decoded(&ical::unfolded(bytes))
        }
        _ => text,
    };
    let mut losses = Losses::default();
    let draft = drafted(&text, format, mapping, &mut losses)?;
    let (text, events) = draft.written(name, &mut losses);
    Ok(Imported {
        format,
        text,
        events,
        losses,
    })
}

fn drafted(
    text: &str,
    format: Format,
    mapping: &Mapping,
    losses: &mut Losses,
) -> Result<Draft, ImportError> {
    match format {
        Format::TimelineJs => timelinejs::read(text, losses),
        Format::TimelineJsCsv => timelinejs_csv::read(text, losses),
        Format::Csv => table::read(text, mapping, losses),
        Format::ICalendar => ical::read(text, losses),
        Format::Vis => vis::read(text, losses),
        Format::Simile => simile::read(text, losses),
        Format::SimileXml => simile_xml::read(text, losses),
        Format::TimelineProject => timeline_project::read(text, losses),
        Format::Markwhen => markwhen::read(text, losses),
        Format::Wikidata => wikidata::read(text, losses),
    }
}

/// The columns of a table in CSV of which it is not clear what they are, for somebody to say; nothing where all is clear, or
/// where a file is no such table. `is_update` where its rows are to be found among events that are there.
pub fn unclear(bytes: &[u8], name: &str, is_update: bool) -> Option<Vec<Column>> {
    // Many other formats show it by their first sign, so that a large file is not decoded and looked through twice.
    let first = bytes.trim_ascii_start().first();
    if !is_update && first.is_some_and(|first| b"{[<".contains(first)) {
        return None;
    }
    let text = plain::decoded(bytes);
    let is_table = || guess::guess(&text, name).is_ok_and(|format| format == Format::Csv);
    let is_table = is_update || is_table();
    is_table.then(|| table::unclear(&text, is_update)).flatten()
}

/// The edits that bring the events of a document, found by their ids, to what a table in CSV says; what it says of
/// others is added.
pub fn update(
    document: &Document,
    bytes: &[u8],
    mapping: &Mapping,
) -> Result<(Vec<Edit>, Losses), ImportError> {
    let mut losses = Losses::default();
    let edits = table::update(document, &plain::decoded(bytes), mapping, &mut losses)?;
    Ok((edits, losses))
}

/// Writes a timeline in a format; `None` for one that is only read. `lang` chooses among titles.
pub fn write(document: &Document, format: Format, lang: Lang) -> Option<Exported> {
    let mut losses = Losses::default();
    let losing = &mut losses;
    let text = match format {
        Format::TimelineJs => timelinejs::write(document, lang, losing),
        Format::TimelineJsCsv => timelinejs_csv::write(document, lang, losing),
        Format::Csv => table::write(document, lang, losing),
        Format::ICalendar => ical::write(document, lang, losing),
        Format::Vis => vis::write(document, lang, losing),
        Format::Markwhen => markwhen::write(document, lang, losing),
        Format::Simile | Format::SimileXml | Format::TimelineProject | Format::Wikidata => {
            return None;
        }
    };
    Some(Exported { text, losses })
}
