//! The disk: the only room that touches it.
//!
//! Reads a timeline and the texts beside it, writes a file whole or not at all, keeps what was there before, hears when
//! another program changes it, and notes down edits that are not saved yet. Knows no RON and shows nothing; what goes
//! wrong comes back in words for people, the path last. Invariants: nothing outside the timeline's folder is read
//! on the word of a timeline, nothing is read without a limit, a file is never left half written, and no text that
//! somebody wrote is replaced by one who has not seen it.
//!
//! | file | duty |
//! |---|---|
//! | `mod.rs` | Reading. |
//! | `error.rs` | What can go wrong, in words. |
//! | `write.rs` | A file whole or not at all. |
//! | `free.rs` | A new file under a free name. |
//! | `save.rs` | A text in the place of what was last seen there. |
//! | `backup.rs` | What was there before a save. |
//! | `watch.rs`, `watch/` | News of a file that others write. |
//! | `journal.rs` | Edits that are not saved yet, for the day the program is killed. |
//! | `folders.rs` | Where the program keeps what is its own. |

mod alarm;
mod backup;
mod error;
mod folders;
mod free;
mod journal;
mod save;
mod watch;
mod write;

pub use backup::backups;
pub use error::{ReadError, SaveError, WriteError};
pub use folders::StateFolder;
pub use free::{plain_name, write_free};
pub use journal::{Journal, Orphan, orphans};
pub use save::save;
pub use watch::{Seen, Watch};
pub use write::{write_atomic, write_standard};

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::document::{Timeline, nearest};
use crate::messages::{Message, message};

use folders::folder_of;

/// Bytes of a timeline, at most.
const TIMELINE_LIMIT: u64 = 1 << 30;
/// Bytes of a source's text, at most.
const ARTICLE_LIMIT: u64 = 5 << 20;

/// A file as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// What to call it in messages.
    pub name: String,
    /// Where it is; `None` for the standard input.
    pub path: Option<PathBuf>,
    /// All of it.
    pub bytes: Vec<u8>,
}

/// Whether a path stands for the standard input or output.
pub fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Reads a timeline; `-` is the standard input.
pub fn read(path: &Path) -> Result<Opened, ReadError> {
    if is_standard(path) {
        let bytes = limited(io::stdin().lock(), path, TIMELINE_LIMIT, 0)?;
        return Ok(Opened {
            name: "standard input".to_owned(),
            path: None,
            bytes,
        });
    }
    let bytes = read_file(path, TIMELINE_LIMIT)?;
    Ok(Opened {
        name: path.display().to_string(),
        path: Some(path.to_owned()),
        bytes,
    })
}

/// Reads the texts that the sources of a timeline name, by the index of the source. A text that cannot be had
/// comes with the reason.
pub fn read_articles(
    timeline_path: &Path,
    timeline: &Timeline,
) -> BTreeMap<usize, Result<String, Message>> {
    let sources = timeline.sources.iter().enumerate();
    let named = sources.filter_map(|(index, source)| Some((index, source.text.as_deref()?)));
    let folder = folder_of(timeline_path);
    named
        .map(|(index, text)| (index, read_article(folder, text)))
        .collect()
}

fn read_article(folder: &Path, text: &str) -> Result<String, Message> {
    let inside = folder
        .canonicalize()
        .map_err(|error| message!("files-no-timeline-folder", error = error.to_string()))?;
    let path = inside.join(text);
    let real = path
        .canonicalize()
        .map_err(|error| explain(&path, error, &["txt", "md"]).message())?;
    // Compared after links are followed: a link out of the folder is as far away as `..`.
    if !real.starts_with(&inside) {
        return Err(message!("files-elsewhere", path = text));
    }
    // Opening a pipe would wait for whoever writes into it.
    if !fs::metadata(&real).is_ok_and(|about| about.is_file()) {
        return Err(message!("files-no-text-file", path = text));
    }
    let bytes = read_file(&real, ARTICLE_LIMIT).map_err(|error| error.message())?;
    String::from_utf8(bytes).map_err(|_| message!("files-no-utf-8", path = text))
}

fn read_file(path: &Path, limit: u64) -> Result<Vec<u8>, ReadError> {
    let explained = |error| explain(path, error, &["ron"]);
    let about = fs::metadata(path).map_err(explained)?;
    if about.is_dir() {
        return Err(ReadError::Folder {
            path: path.to_owned(),
            timelines: names_in(path, &["ron"]),
        });
    }
    if about.len() > limit {
        return Err(ReadError::TooLarge {
            path: path.to_owned(),
            limit,
        });
    }
    limited(
        File::open(path).map_err(explained)?,
        path,
        limit,
        about.len(),
    )
}

/// Reads to the end but never beyond the limit: a device or a growing file has no length to ask for.
fn limited(from: impl Read, path: &Path, limit: u64, expected: u64) -> Result<Vec<u8>, ReadError> {
    let mut bytes =
        Vec::with_capacity(usize::try_from(expected.saturating_add(1)).unwrap_or_default());
    let read = from.take(limit.saturating_add(1)).read_to_end(&mut bytes);
    let count = read.map_err(|error| explain(path, error, &["ron"]))?;
    if u64::try_from(count).is_ok_and(|count| count > limit) {
        return Err(ReadError::TooLarge {
            path: path.to_owned(),
            limit,
        });
    }
    Ok(bytes)
}

/// What the system says, in our words.
fn explain(path: &Path, error: io::Error, extensions: &[&str]) -> ReadError {
    let path = path.to_owned();
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
            let names = names_in(folder_of(&path), extensions);
            let wanted = path.file_name().unwrap_or_default().to_string_lossy();
            let near = nearest(&wanted, names.iter().map(String::as_str)).map(str::to_owned);
            ReadError::NotFound { path, near }
        }
        io::ErrorKind::PermissionDenied => ReadError::Forbidden { path },
        io::ErrorKind::IsADirectory => ReadError::Folder {
            timelines: names_in(&path, extensions),
            path,
        },
        _ => ReadError::Other { path, error },
    }
}

/// Names of the files in a folder that end so, in order; a few thousand at most.
fn names_in(folder: &Path, extensions: &[&str]) -> Vec<String> {
    const LISTED: usize = 2000;
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let paths = entries.take(LISTED).flatten().map(|entry| entry.path());
    let fitting = paths.filter(|path| {
        path.extension().is_some_and(|end| {
            extensions
                .iter()
                .any(|wanted| end.eq_ignore_ascii_case(wanted))
        })
    });
    let mut names: Vec<_> = fitting
        .filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned()))
        .collect();
    names.sort();
    names
}

/// Whether something is there already.
pub fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Whether two paths lead to the same file.
pub fn is_same(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::messages::Lang;

    use super::*;

    fn folder_with(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for (name, text) in files {
            fs::write(folder.path().join(name), text).expect("a file in it");
        }
        folder
    }

    fn timeline_with_text(text: &str) -> Timeline {
        let source =
            format!("Timeline(sources: [(id: \"s\", title: \"S\", text: {text:?})], events: [])");
        crate::document::Document::parse("t.ron", source).timeline
    }

    #[test]
    fn a_mistyped_name_is_suggested() {
        let folder = folder_with(&[("timeline.ron", ""), ("other.txt", "")]);
        let error = read(&folder.path().join("timelin.ron")).expect_err("no such file");
        assert!(
            error
                .to_string()
                .starts_with("no such file (did you mean timeline.ron?): "),
            "{error}"
        );
    }

    #[test]
    fn a_folder_names_its_timelines() {
        let folder = folder_with(&[("b.ron", ""), ("a.ron", ""), ("c.txt", "")]);
        let error = read(folder.path()).expect_err("a folder");
        assert!(
            error
                .to_string()
                .starts_with("expected a file but found a folder (it holds a.ron, b.ron): ")
        );
    }

    #[test]
    fn a_text_beside_the_timeline_is_read() {
        let folder = folder_with(&[("article.txt", "words")]);
        let articles = read_articles(
            &folder.path().join("t.ron"),
            &timeline_with_text("article.txt"),
        );
        assert_eq!(articles.get(&0), Some(&Ok("words".to_owned())));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_folder_is_refused() {
        let outside = folder_with(&[("secret.txt", "secret")]);
        let folder = folder_with(&[]);
        let link = folder.path().join("article.txt");
        std::os::unix::fs::symlink(outside.path().join("secret.txt"), link).expect("a link");
        let articles = read_articles(
            &folder.path().join("t.ron"),
            &timeline_with_text("article.txt"),
        );
        let article = articles.get(&0).expect("an answer");
        assert!(
            article
                .as_ref()
                .is_err_and(|error| error.text(Lang::En).contains("elsewhere")),
            "{article:?}"
        );
    }
}
