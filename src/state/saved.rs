//! What is kept between two starts: preferences, recent files, and for each file its view and filter.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::action::Others;
use super::preferences::Settings;
use super::view::SavedView;

/// Files that the Open menu offers again.
const RECENT: usize = 10;
/// Files whose view is remembered.
const REMEMBERED: usize = 200;

/// Everything that is kept. Fields that a later version adds or drops do no harm.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Saved {
    /// Preferences.
    pub settings: Settings,
    /// Files opened last, the newest first.
    pub recent: Vec<PathBuf>,
    /// The display of the class that was chosen last, by its name.
    pub(super) display: Option<String>,
    /// View and filter by file; the empty path is the built-in timeline.
    files: BTreeMap<PathBuf, SavedFile>,
}

/// What is kept of one file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the types say it")]
pub struct SavedFile {
    pub view: SavedView,
    pub filter: String,
    pub others: Others,
}

impl Saved {
    /// What is kept of a file.
    pub fn file(&self, path: &Path) -> Option<&SavedFile> {
        self.files.get(path)
    }

    /// Keeps view and filter of a file.
    pub fn keep(&mut self, path: &Path, file: SavedFile) {
        if self.files.len() >= REMEMBERED && !self.files.contains_key(path) {
            // Any but the recent ones and the built-in timeline; which of them goes matters little.
            let stays =
                |known: &PathBuf| known.as_os_str().is_empty() || self.recent.contains(known);
            let stale = self.files.keys().find(|known| !stays(known)).cloned();
            stale.and_then(|stale| self.files.remove(&stale));
        }
        self.files.insert(path.to_owned(), file);
    }

    pub(super) fn opened(&mut self, path: &Path) {
        self.recent.retain(|known| known != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(RECENT);
    }
}
