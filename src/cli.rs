//! The command line: what may be asked, and the commands that need no window.
//!
//! Reads through `file`, judges through `document`, prints. The window is opened by whoever calls [`run`], so that
//! nothing here knows egui. Exit status: 0 fine, 1 the input has errors, 2 it could not be done as asked.

mod edit;

use std::io::{self, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, anyhow, bail, ensure};
use clap::{Parser, Subcommand, ValueEnum};

use crate::document::{Articles, Diagnostic, Document, Timeline, nearest, review};
use crate::time::Lang;
use crate::web::{self, Answer};
use crate::{export, file};

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
    /// Write a timeline in a form that other programs read, or the notes of a story
    #[command(after_help = EXIT_STATUS)]
    Export(Export),
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

#[derive(Debug, clap::Args)]
struct Export {
    /// The timeline to read; `-` is the standard input
    file: PathBuf,
    /// The file to write; `-` is the standard output
    #[arg(short, long)]
    output: PathBuf,
    /// The form to write; without it the output's ending decides
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Replace the output if there is one already
    #[arg(long)]
    force: bool,
    /// The story whose notes are written; the only one when left out
    #[arg(long, value_name = "ID")]
    story: Option<String>,
    /// The language of dates and titles in the notes
    #[arg(long, value_enum)]
    lang: Option<Language>,
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
enum Format {
    /// Everything, each event with its earliest and latest day
    Json,
    /// The notes of a story for a telephone, as a web page that needs no network (.html)
    Notes,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Language {
    /// English
    En,
    /// Japanese where there is any
    Ja,
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
        Some(Command::Export(asked)) => export(&asked),
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
        file::write_standard(text.as_bytes())
            .context("the standard output could not be written")?;
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

fn export(asked: &Export) -> anyhow::Result<Outcome> {
    let format = format_of(asked)?;
    ensure!(
        format == Format::Notes || (asked.story.is_none() && asked.lang.is_none()),
        "expected --story and --lang with --format notes alone"
    );
    let to_standard = file::is_standard(&asked.output);
    if !to_standard {
        let is_input = !file::is_standard(&asked.file) && file::is_same(&asked.file, &asked.output);
        ensure!(
            !is_input,
            "expected an output other than the timeline itself: {}",
            asked.output.display()
        );
        let is_free = asked.force || !file::exists(&asked.output);
        ensure!(
            is_free,
            "there is such a file already; add --force to replace it: {}",
            asked.output.display()
        );
    }
    let document = read(&asked.file)?;
    let text = match format {
        Format::Json => export::json(&document),
        Format::Notes => notes(&document.timeline, asked)?,
    };
    if to_standard {
        file::write_standard(text.as_bytes())
            .context("the standard output could not be written")?;
    } else {
        file::write_atomic(&asked.output, text.as_bytes())?;
    }
    if !document.is_broken() {
        return Ok(Outcome::Fine);
    }
    let remarks = Vec::new();
    say(&human(&Checked { document, remarks }));
    say("what could be read has been written\n");
    Ok(Outcome::InputHasErrors)
}

fn format_of(asked: &Export) -> anyhow::Result<Format> {
    if let Some(format) = asked.format {
        return Ok(format);
    }
    let ending = asked.output.extension().unwrap_or_default();
    let is = |wanted: &str| ending.eq_ignore_ascii_case(wanted);
    if is("json") {
        return Ok(Format::Json);
    }
    if is("html") || is("htm") {
        return Ok(Format::Notes);
    }
    bail!(
        "expected --format json or --format notes, or an output that ends in .json or .html: {}",
        asked.output.display()
    );
}

/// The notes of the story that is asked for, or of the only one.
fn notes(timeline: &Timeline, asked: &Export) -> anyhow::Result<String> {
    let lang = match asked.lang {
        Some(Language::Ja) => Lang::Ja,
        Some(Language::En) | None => Lang::En,
    };
    let story = match (&asked.story, timeline.stories.as_slice()) {
        (_, []) => bail!("this timeline has no stories, so there are no notes to write"),
        (None, [story]) => story,
        (None, _) => bail!("expected --story with the id of one: {}", stories(timeline)),
        (Some(id), all) => {
            let ids = all.iter().map(|story| &*story.id);
            let hint = || match nearest(id, ids) {
                Some(near) => format!("did you mean {near}?"),
                None => format!("there are: {}", stories(timeline)),
            };
            let found = timeline.story(id);
            found.ok_or_else(|| anyhow!("there is no story `{id}`; {}", hint()))?
        }
    };
    Ok(export::notes(timeline, story, lang))
}

/// The ids of the stories; of very many the first.
fn stories(timeline: &Timeline) -> String {
    const NAMED_MOST: usize = 20;
    let ids = timeline.stories.iter().map(|story| &*story.id);
    let mut named: Vec<_> = ids.take(NAMED_MOST).collect();
    if timeline.stories.len() > NAMED_MOST {
        named.push("…");
    }
    named.join(", ")
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
            Answer::Gone(status) => format!("the host says {status}"),
            Answer::Silent(why) => why,
            Answer::Fine | Answer::Unclear(_) => return None,
        };
        let message = format!("the address of `{}` leads nowhere: {why}", source.id);
        let hint = "look the work up again, or give an archived copy".to_owned();
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
        .map(|diagnostic| document.render(diagnostic))
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
