//! The command line: what may be asked, and the commands that need no window.
//!
//! Reads through `file`, judges through `document`, prints. The window is opened by whoever calls [`run`], so that
//! nothing here knows egui. Exit status: 0 fine, 1 the input has errors, 2 it could not be done as asked.

mod cite;
mod edit;
mod export;
mod forms;
mod handout;
mod import;
mod output;
mod word;

use std::io::{self, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::ensure;
use clap::{Parser, Subcommand, ValueEnum};

use crate::document::{Articles, Diagnostic, Document, review};
use crate::file;
use crate::messages::{Lang, Value, message};
use crate::web::{self, Answer};

/// An interactive timeline from a text file.
///
/// Zoom, filter, search and read a history against its sources. Without a command the window opens.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true, after_help = EXIT_STATUS)]
pub struct Args {
    #[command(subcommand)]
    command: Option<Command>,
    /// The timeline to open; without it timeline.ron in this folder, or else the built-in one
    file: Option<PathBuf>,
}

const EXIT_STATUS: &str = "Exit status: 0 when all is well, 1 when the timeline has errors, \
    2 when it could not be done as asked.";

#[derive(Debug, Subcommand)]
enum Command {
    /// Say what is wrong with a timeline, line by line
    #[command(after_help = EXIT_STATUS)]
    Check(Check),
    /// Write a timeline as a picture, a page or in a form that other programs read
    #[command(after_help = export::HELP)]
    Export(export::Export),
    /// Read the timeline of another program, or a table, into a file of its own or into one that is there
    #[command(after_help = import::HELP)]
    Import(import::Import),
    /// Cite the sources of a timeline, or of one of its events
    #[command(after_help = cite::HELP)]
    Cite(cite::Cite),
    /// Change fields of an event, and nothing else in the file
    #[command(after_help = EDIT_HELP)]
    Edit(Change),
}

#[derive(Debug, clap::Args)]
struct Check {
    /// The timelines to look at; `-` is the standard input
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// For people (on the standard error) or for programs (on the standard output)
    #[arg(long, value_enum, default_value_t)]
    format: Report,
    /// Exit with 1 for warnings too
    #[arg(long)]
    deny_warnings: bool,
    /// Ask every web address of the sources whether it answers (uses the network)
    #[arg(long)]
    links: bool,
}

const EDIT_HELP: &str = "FIELD is a field of the event, or one of its parts: title, actors, links.1.kind.\n\
    Several ids are parted by commas; nothing after the = takes the field away.\n\n\
    Example: transpacific edit timeline.ron plaza-accord when=1985-09-22 actors=us,japan\n\n\
    Exit status: 0 when all is well, 1 when a value cannot be, 2 when it could not be done as asked.";

#[derive(Debug, clap::Args)]
struct Change {
    /// The timeline to change; `-` reads the standard input and writes the standard output
    file: PathBuf,
    /// The id of the event
    event: String,
    /// What to change, and to what
    #[arg(required = true, value_name = "FIELD=VALUE")]
    fields: Vec<String>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Report {
    /// The place, the line and what to do
    #[default]
    Human,
    /// A list of objects with file, line, column, bytes, severity, code, message and hints
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Language {
    /// English
    En,
    /// Japanese where there is any
    Ja,
}

impl Language {
    fn lang(self) -> Lang {
        match self {
            Self::En => Lang::En,
            Self::Ja => Lang::Ja,
        }
    }
}

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Fine = 0,
    InputHasErrors = 1,
    NotDone = 2,
}

/// Does what was asked; `open_window` is given the file to open, if one was named.
pub fn run(
    args: Args,
    open_window: impl FnOnce(Option<PathBuf>) -> anyhow::Result<()>,
) -> ExitCode {
    let outcome = match args.command {
        None => open_window(args.file).map(|()| Outcome::Fine),
        Some(Command::Check(asked)) => check(&asked),
        Some(Command::Export(asked)) => export::run(&asked),
        Some(Command::Import(asked)) => import::run(&asked),
        Some(Command::Cite(asked)) => cite::run(&asked),
        Some(Command::Edit(asked)) => edit::run(&asked),
    };
    let outcome = outcome.unwrap_or_else(|error| {
        say(&format!("error: {error:#}\n"));
        Outcome::NotDone
    });
    ExitCode::from(outcome as u8)
}

fn check(asked: &Check) -> anyhow::Result<Outcome> {
    let mut worst = Outcome::Fine;
    let mut all = Vec::new();
    for path in &asked.files {
        let checked = match checked(path, asked.links) {
            Ok(checked) => checked,
            Err(error) => {
                say(&format!("error: {error:#}\n"));
                worst = Outcome::NotDone;
                continue;
            }
        };
        let warnings = checked.document.warnings() + checked.remarks.len();
        let is_bad = checked.document.is_broken() || (asked.deny_warnings && warnings > 0);
        worst = worst.max(if is_bad {
            Outcome::InputHasErrors
        } else {
            Outcome::Fine
        });
        match asked.format {
            Report::Human => say(&human(&checked)),
            Report::Json => all.push(checked),
        }
    }
    if asked.format == Report::Json {
        let located = all.iter().flat_map(|checked| {
            let diagnostics = checked.document.diagnostics.iter();
            let all = diagnostics.chain(&checked.remarks);
            all.map(|diagnostic| checked.document.located(diagnostic))
        });
        let text = serde_json::to_string_pretty(&located.collect::<Vec<_>>())? + "\n";
        output::to_standard(text)?;
    }
    Ok(worst)
}

/// A document with what a careful editor would ask about it.
struct Checked {
    document: Document,
    remarks: Vec<Diagnostic>,
}

fn checked(path: &Path, links: bool) -> anyhow::Result<Checked> {
    let document = read(path)?;
    // Of what is piped in nobody knows beside which texts it belongs.
    let articles = if file::is_standard(path) {
        Articles::new()
    } else {
        file::read_articles(path, &document.timeline)
    };
    let mut remarks = review(&document, &articles);
    if links {
        remarks.extend(dead_links(&document)?);
    }
    Ok(Checked { document, remarks })
}

fn read(path: &Path) -> anyhow::Result<Document> {
    /// Files of this size are read in less than a second.
    const SHORT: usize = 32 << 20;
    let opened = file::read(path)?;
    let mut status = Status::default();
    if opened.bytes.len() >= SHORT {
        let megabytes = opened.bytes.len() / 1_000_000;
        status.show(&format!("{}: reading {megabytes} MB …", opened.name));
    }
    let document = Document::from_bytes(&opened.name, opened.bytes);
    status.clear();
    Ok(document)
}

/// The sources whose addresses lead nowhere, found by asking each.
fn dead_links(document: &Document) -> anyhow::Result<Vec<Diagnostic>> {
    let sources = document.timeline.sources.iter();
    let (sources, addresses): (Vec<_>, Vec<_>) = sources
        .filter_map(|source| Some((source, source.url.as_deref()?)))
        .unzip();
    let mut status = Status::default();
    let answers = web::ask(&addresses, |count| {
        status.show(&format!(
            "{}: link {count} of {}",
            document.name,
            addresses.len()
        ));
    });
    status.clear();
    let is_silent = |answer: &Answer| matches!(answer, Answer::Silent(_));
    if let [Answer::Silent(why), ..] = answers.as_slice() {
        ensure!(
            !answers.iter().all(is_silent),
            "no address answers, so perhaps there is no network ({why})"
        );
    }
    let unclear = answers
        .iter()
        .filter(|answer| matches!(answer, Answer::Unclear(_)))
        .count();
    if unclear > 0 {
        let total = count(answers.len(), "address");
        say(&format!(
            "{}: {unclear} of {total} will not say to a program whether they are there\n",
            document.name
        ));
    }
    let found = sources.into_iter().zip(answers);
    let dead = found.filter_map(|(source, answer)| {
        let why = match answer {
            Answer::Gone(status) => {
                message!("checks-dead-link-gone", status = status.to_string()).into()
            }
            Answer::Silent(why) => Value::from(why),
            Answer::Fine | Answer::Unclear(_) => return None,
        };
        let message = message!("checks-dead-link", source = &*source.id, why = why);
        let hint = message!("checks-dead-link-hint");
        let range = document.source_field(source, "url");
        Some(Diagnostic::warning("dead-link", range, message).hint(hint))
    });
    Ok(dead.collect())
}

/// A line on a terminal that says how far something has come, and is taken back when it is over.
#[derive(Default)]
struct Status {
    columns: usize,
}

impl Status {
    fn show(&mut self, line: &str) {
        if !io::stderr().is_terminal() {
            return;
        }
        let columns = line.chars().count();
        let rest = " ".repeat(self.columns.saturating_sub(columns));
        say(&format!("\r{line}{rest}"));
        self.columns = self.columns.max(columns);
    }

    fn clear(self) {
        if self.columns > 0 {
            say(&format!("\r{}\r", " ".repeat(self.columns)));
        }
    }
}

/// All that is wrong with a document, all that is remarked, and a closing line.
fn human(Checked { document, remarks }: &Checked) -> String {
    let diagnostics = document.diagnostics.iter().chain(remarks);
    let mut text: String = diagnostics
        .map(|diagnostic| document.render(diagnostic, Lang::En))
        .collect();
    let warnings = document.warnings() + remarks.len();
    let summary = match (document.errors(), warnings) {
        (0, 0) => format!(
            "{}, no problems",
            count(document.timeline.events.len(), "event")
        ),
        (0, warnings) => count(warnings, "warning"),
        (errors, 0) => count(errors, "error"),
        (errors, warnings) => format!("{}, {}", count(errors, "error"), count(warnings, "warning")),
    };
    text.push_str(&format!("{}: {summary}\n", document.name));
    text
}

fn count(number: usize, name: &str) -> String {
    let plural = match number {
        1 => "",
        _ if name.ends_with('s') => "es",
        _ => "s",
    };
    format!("{number} {name}{plural}")
}

/// Writes to the standard error; where that is closed there is nobody to tell.
fn say(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_arguments_are_consistent() {
        Args::command().debug_assert();
    }

    #[test]
    fn the_closing_line_counts() {
        let lines = |text: &str| {
            let document = Document::parse("t.ron", text);
            human(&Checked {
                document,
                remarks: Vec::new(),
            })
            .lines()
            .last()
            .map(str::to_owned)
        };
        let fine = r#"Timeline(events: [(id: "a", when: "1971", title: "A")])"#;
        assert_eq!(lines(fine).as_deref(), Some("t.ron: 1 event, no problems"));
        let bad = r#"Timeline(events: [(id: "a", when: "1971", title: "A", nam: 1), (id: "b")])"#;
        assert_eq!(lines(bad).as_deref(), Some("t.ron: 2 errors, 1 warning"));
    }
}
