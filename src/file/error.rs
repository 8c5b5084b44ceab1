//! What can go wrong between the program and the disk, in words for people, the path last.

use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::messages::{Lang, Message, message};

/// Why a file could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// There is no such file.
    NotFound {
        /// The path given.
        path: PathBuf,
        /// A timeline in the same folder whose name is much the same.
        near: Option<String>,
    },
    /// It is a folder.
    Folder {
        /// The path given.
        path: PathBuf,
        /// The timelines in it.
        timelines: Vec<String>,
    },
    /// The system does not let us.
    Forbidden {
        /// The path given.
        path: PathBuf,
    },
    /// It is larger than the limit.
    TooLarge {
        /// The path given.
        path: PathBuf,
        /// Bytes allowed.
        limit: u64,
    },
    /// Something else.
    Other {
        /// The path given.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

/// Why a text was not saved. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// Other bytes than those last seen are there: these.
    Changed(Vec<u8>),
    /// Something is there that cannot be compared.
    Unreadable(#[source] ReadError),
    /// It is a folder, a device or a pipe.
    NotAFile {
        /// The path given.
        path: PathBuf,
    },
    /// There is no folder to put it in.
    NoFolder {
        /// The path given.
        path: PathBuf,
    },
    /// The file is not to be written.
    ReadOnly {
        /// The path given.
        path: PathBuf,
    },
    /// Nothing is to be written in its folder.
    ReadOnlyFolder {
        /// The path given.
        path: PathBuf,
    },
    /// There is no room for it.
    Full {
        /// The path given.
        path: PathBuf,
    },
    /// Another window has been saving it for long.
    Busy {
        /// The path given.
        path: PathBuf,
    },
    /// Something else.
    Other {
        /// The path given.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

/// Why a file could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// It is a folder.
    Folder {
        /// The path given.
        path: PathBuf,
    },
    /// There is no folder to put it in.
    NoFolder {
        /// The path given.
        path: PathBuf,
    },
    /// Something else.
    Other {
        /// The path given.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

impl ReadError {
    /// What went wrong, and what may have been meant.
    pub fn message(&self) -> Message {
        let path = |path: &PathBuf| path.display().to_string();
        match self {
            Self::NotFound { path: at, near } => match near {
                Some(near) => message!("files-not-found-near", near = near, path = path(at)),
                None => message!("files-not-found", path = path(at)),
            },
            Self::Folder {
                path: at,
                timelines,
            } => folder(path(at), timelines),
            Self::Forbidden { path: at } => message!("files-forbidden", path = path(at)),
            Self::TooLarge { path: at, limit } => {
                message!("files-too-large", limit = in_words(*limit), path = path(at))
            }
            Self::Other { path: at, error } => {
                message!(
                    "files-unreadable",
                    error = error.to_string(),
                    path = path(at)
                )
            }
        }
    }
}

impl SaveError {
    /// Why it was not saved, and what to do.
    pub fn message(&self) -> Message {
        let path = |path: &PathBuf| path.display().to_string();
        match self {
            Self::Changed(_) => message!("files-changed"),
            Self::Unreadable(why) => message!("files-not-compared", why = why.message()),
            Self::NotAFile { path: at } => message!("files-no-file-to-save-to", path = path(at)),
            Self::NoFolder { path: at } => message!("files-save-folder-gone", path = path(at)),
            Self::ReadOnly { path: at } => message!("files-read-only", path = path(at)),
            Self::ReadOnlyFolder { path: at } => {
                message!("files-read-only-folder", path = path(at))
            }
            Self::Full { path: at } => message!("files-disk-full", path = path(at)),
            Self::Busy { path: at } => message!("files-busy", path = path(at)),
            Self::Other { path: at, error } => {
                message!(
                    "files-not-saved",
                    error = error.to_string(),
                    path = path(at)
                )
            }
        }
    }
}

impl WriteError {
    /// Why it was not written.
    pub fn message(&self) -> Message {
        let path = |path: &PathBuf| path.display().to_string();
        match self {
            Self::Folder { path: at } => message!("files-write-to-folder", path = path(at)),
            Self::NoFolder { path: at } => message!("files-no-folder", path = path(at)),
            Self::Other { path: at, error } => {
                message!(
                    "files-not-written",
                    error = error.to_string(),
                    path = path(at)
                )
            }
        }
    }
}

/// A folder where a file was meant, with the timelines that may have been meant.
fn folder(path: String, timelines: &[String]) -> Message {
    const SHOWN: usize = 5;
    let shown: Vec<_> = timelines.iter().take(SHOWN).map(String::as_str).collect();
    let shown = shown.join(", ");
    match timelines.len() {
        0 => message!("files-empty-folder", path = path),
        count if count > SHOWN => message!(
            "files-folder-of-many",
            shown = shown,
            more = count.saturating_sub(SHOWN),
            path = path
        ),
        _ => message!("files-folder", shown = shown, path = path),
    }
}

fn in_words(bytes: u64) -> String {
    if bytes >= 1 << 30 {
        format!("{} GiB", bytes >> 30)
    } else {
        format!("{} MiB", bytes >> 20)
    }
}

/// On the command line they speak English.
macro_rules! in_english {
    ($($error:ty),*) => {
        $(impl fmt::Display for $error {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.message().text(Lang::En))
            }
        })*
    };
}

in_english!(ReadError, SaveError, WriteError);
