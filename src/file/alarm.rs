//! What the system tells of a file: that something has happened to it, and no more.
//!
//! The folders it is in are watched, and not the file: most editors put another file in its place, and whoever watches
//! the old one hears nothing ever after. Only that something has happened is taken from the system, since what it says
//! of it differs between systems and editors.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use notify::event::{AccessKind, AccessMode, Event, EventKind, ModifyKind};
use notify::{RecommendedWatcher, RecursiveMode, Watcher as _};

use super::folders::{Identity, folder_of};

/// Called on a thread of the system's watching; `true` says that the watching itself may have ended.
type Ring = Arc<dyn Fn(bool) + Send + Sync>;

/// Watches the folders of some files.
pub(super) struct Alarm {
    ring: Ring,
    /// What to watch, as it was last found.
    watched: Vec<Folder>,
    names: Vec<String>,
    /// `None` where the system watches nothing for us; then there is silence.
    watcher: Option<RecommendedWatcher>,
}

/// A folder, and which one of that name.
type Folder = (PathBuf, Identity);

impl Alarm {
    pub(super) fn new(ring: Ring) -> Self {
        Self {
            ring,
            watched: Vec::new(),
            names: Vec::new(),
            watcher: None,
        }
    }

    /// Sees to it that the folders of these files are watched, as far as they are there: they may have been made anew.
    /// Begins anew in any case when the watching was `lost`.
    pub(super) fn tend(&mut self, places: &[PathBuf], lost: bool) {
        let folders = folders(places);
        let mut names: Vec<_> = places.iter().map(|place| name_of(place)).collect();
        names.sort();
        names.dedup();
        if lost || folders != self.watched || names != self.names {
            self.watcher = watcher(&folders, names.clone(), Arc::clone(&self.ring));
            self.watched = folders;
            self.names = names;
        }
    }
}

/// A watcher of as many of these folders as it can be had for.
fn watcher(folders: &[Folder], names: Vec<String>, ring: Ring) -> Option<RecommendedWatcher> {
    let folders: Vec<_> = folders.iter().map(|(folder, _)| folder.clone()).collect();
    let told = folders.clone();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        let Ok(event) = event else { return ring(true) };
        let of_folder = event.paths.iter().any(|path| told.contains(path));
        let moved = matches!(
            event.kind,
            EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_))
        );
        let lost = event.need_rescan() || (of_folder && moved);
        let of_file = event
            .paths
            .iter()
            .any(|path| names.contains(&name_of(path)));
        if lost || (of_file && is_change(event.kind)) {
            ring(lost);
        }
    })
    .ok()?;
    for folder in folders {
        drop(watcher.watch(&folder, RecursiveMode::NonRecursive));
    }
    Some(watcher)
}

/// Not our own looking at the file, or we would never rest.
fn is_change(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(access) => access == AccessKind::Close(AccessMode::Write),
        _ => true,
    }
}

fn folders(places: &[PathBuf]) -> Vec<Folder> {
    let real = |place: &PathBuf| {
        let folder = folder_of(place).canonicalize().ok()?;
        let about = fs::metadata(&folder).ok()?;
        Some((folder, Identity::of(&about)))
    };
    let mut folders: Vec<_> = places.iter().filter_map(real).collect();
    folders.sort_by(|one, other| one.0.cmp(&other.0));
    folders.dedup();
    folders
}

/// The name of a file, as systems compare it that make no difference between small letters and capitals: an alarm too
/// many costs nothing.
fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().to_lowercase()
}
