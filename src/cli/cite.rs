//! `cite`: sources as scholars cite them, on the standard output.

use std::path::PathBuf;

use anyhow::Context as _;
use clap::ValueEnum;

use crate::export::cite::{self, Style};
use crate::file;
use crate::time::Lang;

use super::{Checked, Language, Outcome, Status, edit, human, read, say};

pub(super) const HELP: &str = "Example: transpacific cite timeline.ron plaza-accord --style mla\n\n\
    Exit status: 0 when all is well, 1 when the timeline has errors, 2 when it could not be done as asked.";

#[derive(Debug, clap::Args)]
pub(super) struct Cite {
    /// The timeline to read; `-` is the standard input
    file: PathBuf,
    /// The id of an event, to cite its sources alone
    event: Option<String>,
    /// How to cite
    #[arg(long, value_enum, default_value_t)]
    style: Asked,
    /// The language of what the style adds: dates, quotation marks, words such as “editor”
    #[arg(long, value_enum)]
    lang: Option<Language>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Asked {
    /// The Chicago Manual of Style, 18th edition, notes and bibliography
    #[default]
    Chicago,
    /// The MLA Handbook, 9th edition
    Mla,
    /// The style of the American Psychological Association, 7th edition
    Apa,
    /// Entries for LaTeX, and for programs that manage references
    Bibtex,
}

impl Asked {
    /// The style that this is.
    pub(super) const fn style(self) -> Style {
        match self {
            Self::Chicago => Style::Chicago,
            Self::Mla => Style::Mla,
            Self::Apa => Style::Apa,
            Self::Bibtex => Style::BibTex,
        }
    }
}

/// More sources than this take a second.
const MANY: usize = 300;

/// Prints the citations, with a blank line between.
pub(super) fn run(asked: &Cite) -> anyhow::Result<Outcome> {
    let document = read(&asked.file)?;
    let timeline = &document.timeline;
    let style = asked.style.style();
    let lang = match asked.lang {
        Some(Language::Ja) => Lang::Ja,
        Some(Language::En) | None => Lang::En,
    };
    let event = asked.event.as_deref();
    let event = event
        .map(|event| edit::known(&document, event))
        .transpose()?;
    let event = event.and_then(|id| timeline.event_index(id));
    let mut status = Status::default();
    if event.is_none() && timeline.sources.len() > MANY {
        let count = timeline.sources.len();
        status.show(&format!("{}: citing {count} sources …", document.name));
    }
    let mut text = match event {
        Some(event) => cite::of_event(timeline, event, style, lang),
        None => cite::bibliography(timeline, style, lang),
    };
    status.clear();
    if text.is_empty() {
        say(&format!(
            "{}: there are no sources to cite\n",
            document.name
        ));
    } else {
        text.push('\n');
    }
    file::write_standard(text.as_bytes()).context("the standard output could not be written")?;
    if !document.is_broken() {
        return Ok(Outcome::Fine);
    }
    let remarks = Vec::new();
    say(&human(&Checked { document, remarks }));
    Ok(Outcome::InputHasErrors)
}
