//! Other programs' files on their way in: read on a thread of their own, and written as a file of ours that is opened then.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::document::{Document, Edit};
use crate::exchange::{self, Column, Format, Imported, Losses, Mapping};
use crate::file;
use crate::messages::{Message, message};
use crate::state::{
    Action, Effect, Fields, Foreign, TableColumn, UnclearTable, Wish, Workspace, WriteAction,
    Written,
};

use super::disk;
use super::slow::Slow;

/// Imports that are under way.
#[derive(Default)]
pub(super) struct Imports {
    work: Slow<Vec<Action>>,
}

impl Imports {
    /// Reads another program's file: for a timeline of its own that is written beside it, or for the open document. Where it
    /// is a table of which nobody has said what its columns are, and they do not say so themselves, somebody is asked.
    pub(super) fn start(
        &mut self,
        ctx: &egui::Context,
        (foreign, path): (Foreign, PathBuf),
        fields: Option<Fields>,
        document: Arc<Document>,
    ) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let said = message!("app-reading", name = name);
        let work = move |cancelled: &AtomicBool| {
            let read = arrived((foreign, &path), fields, &document, cancelled);
            Some(read.unwrap_or_else(|why| vec![Action::Tell(why)]))
        };
        self.work.start(ctx, ("import", said), work);
    }

    /// What has come of them.
    pub(super) fn arrivals(&mut self, workspace: &Workspace) -> Vec<Action> {
        self.work.arrivals(workspace, |actions| actions)
    }

    /// Gives up the one that is under way.
    pub(super) fn stop(&mut self) {
        self.work.stop();
    }
}

/// Whether a file is one to be imported rather than opened: its ending is that of another program.
pub(super) fn is_foreign(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default();
    let others = exchange::Format::ALL.map(exchange::Format::ending);
    let mut others = others.into_iter().chain(["ical", "js", "tsv", "markwhen"]);
    others.any(|other| ending.eq_ignore_ascii_case(other))
}

fn arrived(
    (foreign, path): (Foreign, &Path),
    fields: Option<Fields>,
    document: &Document,
    cancelled: &AtomicBool,
) -> Result<Vec<Action>, Message> {
    let opened = file::read(path).map_err(|error| error.message())?;
    let bytes = &opened.bytes;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mapping = match fields {
        Some(fields) => Mapping::Placed(fields),
        None => match exchange::unclear(bytes, &name, foreign == Foreign::Table) {
            Some(columns) => return Ok(vec![asked(foreign, path, columns)]),
            None => Mapping::default(),
        },
    };
    match foreign {
        Foreign::Timeline => imported((path, &name), bytes, &mapping, cancelled),
        Foreign::Table => updated(document, &name, bytes, &mapping),
    }
    .map_err(|why| message!("app-cannot-be-read", name = &*name, why = why))
}

fn asked(foreign: Foreign, path: &Path, columns: Vec<Column>) -> Action {
    let columns = columns.into_iter().map(|column| TableColumn {
        name: column.name,
        examples: column.examples,
        field: column.field,
    });
    Action::Unclear(UnclearTable {
        foreign,
        path: path.to_owned(),
        columns: columns.collect(),
    })
}

fn imported(
    (path, name): (&Path, &str),
    bytes: &[u8],
    mapping: &Mapping,
    cancelled: &AtomicBool,
) -> Result<Vec<Action>, Message> {
    // What its columns are has been asked of a table alone.
    let format = matches!(mapping, Mapping::Placed(_)).then_some(Format::Csv);
    let read = exchange::read(bytes, name, format, mapping);
    let Imported {
        format,
        text,
        losses,
        ..
    } = read.map_err(|error| error.message())?;
    // Whoever has called it off wants no file either.
    if cancelled.load(Ordering::Relaxed) {
        return Ok(Vec::new());
    }
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let path = disk::new_beside(path, &format!("{stem}.ron"), text.as_bytes())?;
    let remarks = remarks(&losses);
    let told = message!(
        "app-read-as",
        format = format.name(),
        path = path.display().to_string()
    );
    let open = Action::Ask(Effect::OpenFile(path));
    Ok(vec![open, Action::Written(Written::Yes { told, remarks })])
}

fn updated(
    document: &Document,
    name: &str,
    bytes: &[u8],
    mapping: &Mapping,
) -> Result<Vec<Action>, Message> {
    let read = exchange::update(document, bytes, mapping);
    let (edits, losses) = read.map_err(|error| error.message())?;
    let told = match edits.len() {
        0 => message!("app-nothing-new", name = name),
        _ => message!("app-brought-up-to-date", name = name),
    };
    let wish = Wish {
        edit: Edit::All(edits),
        name: Some(message!("app-bring-up-to-date", name = name)),
        strand: None,
    };
    let remarks = remarks(&losses);
    let written = Action::Written(Written::Yes { told, remarks });
    Ok(vec![Action::Write(WriteAction::Edit(wish)), written])
}

/// What did not come along, or that all has.
fn remarks(losses: &Losses) -> Vec<Message> {
    match losses.is_empty() {
        true => vec![message!("app-nothing-lost")],
        false => losses.remarks(),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use crate::messages::Lang;

    use super::*;

    fn opened(path: &Path, fields: Option<Fields>) -> Result<Vec<Action>, Message> {
        let document = Document::parse("t", "");
        let cancelled = AtomicBool::new(false);
        arrived((Foreign::Timeline, path), fields, &document, &cancelled)
    }

    #[test]
    fn a_table_becomes_a_file_beside_it_that_is_opened() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let table = folder.path().join("events.csv");
        fs::write(
            &table,
            "what it was,Datum,flag\nPlaza Accord,22 September 1985,red\n",
        )
        .expect("a table");
        fs::write(folder.path().join("events.ron"), "mine").expect("a file");
        let actions = opened(&table, None).expect("a question");
        let [Action::Unclear(unclear)] = &actions[..] else {
            panic!("{actions:?}");
        };
        let examples: Vec<_> = unclear
            .columns
            .iter()
            .map(|column| &column.examples)
            .collect();
        assert_eq!(
            examples,
            [&["Plaza Accord"], &["22 September 1985"], &["red"]]
        );
        let fields = vec![Some("title"), Some("when"), None];
        let actions = opened(&table, Some(fields)).expect("a timeline");
        let [
            Action::Ask(Effect::OpenFile(path)),
            Action::Written(Written::Yes { told, remarks }),
        ] = &actions[..]
        else {
            panic!("{actions:?}");
        };
        assert_eq!(*path, folder.path().join("events 2.ron"));
        let told = told.text(Lang::En);
        assert!(told.starts_with("Read as Table (CSV)"), "{told}");
        let remarks = remarks.iter().map(|remark| remark.text(Lang::En));
        assert!(remarks.clone().any(|remark| remark.contains("`flag`")));
        let document = Document::parse("t.ron", fs::read_to_string(path).expect("the file"));
        assert_eq!(document.timeline.events[0].when.text(), "1985-09-22");
        assert_eq!(
            fs::read(folder.path().join("events.ron")).expect("the other"),
            b"mine"
        );
    }

    #[test]
    fn a_table_that_says_what_its_columns_are_is_read_at_once() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let table = folder.path().join("events.csv");
        fs::write(&table, "title,date\nPlaza Accord,1985\n").expect("a table");
        let actions = opened(&table, None).expect("a timeline");
        assert!(
            matches!(actions[0], Action::Ask(Effect::OpenFile(_))),
            "{actions:?}"
        );
    }

    #[test]
    fn what_cannot_be_read_is_told_and_writes_nothing() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let torn = folder.path().join("torn.json");
        fs::write(&torn, "{\"events\": [").expect("a file");
        let why = opened(&torn, None).expect_err("a torn file");
        let why = why.text(Lang::En);
        assert!(why.starts_with("torn.json cannot be read: "), "{why}");
        assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 1);
    }

    #[test]
    fn only_files_of_others_are_imported() {
        for (name, is) in [
            ("a.ron", false),
            ("a.CSV", true),
            ("a.ics", true),
            ("a", false),
            ("a.txt", false),
        ] {
            assert_eq!(is_foreign(Path::new(name)), is, "{name}");
        }
    }
}
