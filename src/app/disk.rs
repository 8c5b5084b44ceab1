//! What the shell does on the disk for the document that is open: watches its file, saves it, and puts down changes that
//! are not saved, so that they outlive the program.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant, SystemTime};

use chrono::{DateTime, Local};

use crate::document::{Patches, looks_whole};
use crate::file::{self, Journal, Orphan, SaveError, Seen, Watch};
use crate::messages::{Message, message};
use crate::state::{Action, Made, Note, Origin, Unsaved, WriteAction, Written};
use crate::work::Background;

/// How long nothing changes before what has changed saves itself.
pub(super) const PAUSE: Duration = Duration::from_millis(1000);

/// The disk, as far as the open document goes.
#[derive(Default)]
pub(super) struct Disk {
    watch: Option<Watch>,
    /// Under which path changes are put down; none for what comes anew each time.
    key: Option<PathBuf>,
    journal: Option<Journal>,
    /// Whether somebody has been told that nothing can be put down.
    told: bool,
    orphans: Vec<Orphan>,
    saving: Background<Vec<Action>>,
    /// Whether it was asked to save while it was saving.
    again: bool,
    /// When the text changed last, as long as that is not saved.
    changed: Option<Instant>,
}

impl Disk {
    /// Turns to another document, and says whether an earlier run has left changes of it.
    pub(super) fn follow(
        &mut self,
        origin: &Origin,
        text: &str,
        wake: impl Fn() + Clone + Send + 'static,
    ) -> Option<Action> {
        *self = Self::default();
        self.key = match origin {
            Origin::File(path) => Some(path.clone()),
            Origin::BuiltIn => Some(PathBuf::new()),
            Origin::StandardInput | Origin::Nothing => None,
        };
        self.watch(origin, text, wake);
        self.orphans = self.key.as_deref().map(file::orphans).unwrap_or_default();
        self.orphans.retain(|orphan| !orphan.records.is_empty());
        self.unsaved(text)
    }

    /// Watches the file of a document that has just been saved there.
    pub(super) fn watch(&mut self, origin: &Origin, text: &str, wake: impl Fn() + Send + 'static) {
        self.watch = match origin {
            Origin::File(path) => {
                self.key = Some(path.clone());
                Some(Watch::start(path, Some(text.as_bytes()), looks_whole, wake))
            }
            _ => None,
        };
    }

    /// What has come from the disk since the last time.
    pub(super) fn arrivals(&mut self) -> Vec<Action> {
        let mut actions = self.saving.poll().unwrap_or_default();
        for action in &actions {
            if let Action::Write(WriteAction::Saved { text, .. }) = action
                && let Some(watch) = &self.watch
            {
                watch.knows(text.as_bytes());
            }
        }
        if !self.saving.is_busy() && std::mem::take(&mut self.again) {
            actions.push(Action::Write(WriteAction::Save));
        }
        let seen = self.watch.as_mut().and_then(Watch::poll);
        actions.extend(seen.map(|seen| match seen {
            Seen::Bytes(bytes) => on_disk(bytes),
            Seen::Gone => Action::Write(WriteAction::Gone),
            Seen::Unreadable(why) => Action::Tell(message!("app-unreadable", why = why)),
        }));
        actions
    }

    /// Saves on a thread of its own; one at a time.
    pub(super) fn save(
        &mut self,
        path: PathBuf,
        text: Arc<String>,
        seen: Option<Arc<String>>,
        wake: impl FnOnce() + Send + 'static,
    ) {
        if self.saving.is_busy() {
            self.again = true;
            return;
        }
        if let Some(watch) = &self.watch {
            watch.expects(text.as_bytes());
        }
        let work = move |_: &AtomicBool| Some(saved(path, text, seen));
        self.saving.start("saving", work, wake);
    }

    /// Puts something down for the case that the program dies, and says so once if that cannot be.
    pub(super) fn note(&mut self, note: &Note) -> Option<Action> {
        let done = match note {
            Note::Settled => {
                self.changed = None;
                self.journal.take().into_iter().for_each(Journal::end);
                Ok(())
            }
            Note::Changed { base, patches } => {
                self.changed = Some(Instant::now());
                self.append(base, patches)
            }
            Note::Anew { base, patches } => {
                self.changed = Some(Instant::now());
                let old = self.journal.take();
                let done = self.append(base, patches);
                // The old one goes when the new one is there.
                match (old, &done) {
                    (Some(old), Ok(())) => old.end(),
                    (old, _) => self.journal = old,
                }
                done
            }
        };
        let error = done
            .err()
            .filter(|_| !std::mem::replace(&mut self.told, true))?;
        Some(Action::Tell(message!(
            "app-no-journal",
            error = error.to_string()
        )))
    }

    fn append(&mut self, base: &str, patches: &Patches) -> std::io::Result<()> {
        let Some(key) = &self.key else {
            return Ok(());
        };
        let record = serde_json::to_string(patches)?;
        let journal = match &mut self.journal {
            Some(journal) => journal,
            none => none.insert(Journal::begin(key, base)?),
        };
        journal.append(&record)
    }

    /// Throws away what an earlier run has put down, and says whether there is more.
    pub(super) fn forget_unsaved(&mut self, text: &str) -> Option<Action> {
        if !self.orphans.is_empty() {
            self.orphans.remove(0).discard();
        }
        self.unsaved(text)
    }

    /// The oldest changes of earlier runs that say something else than what is on the disk.
    fn unsaved(&mut self, text: &str) -> Option<Action> {
        while let Some(orphan) = self.orphans.first() {
            let unsaved = replayed(orphan);
            if unsaved.text != text {
                return Some(Action::Write(WriteAction::Unsaved(unsaved)));
            }
            self.orphans.remove(0).discard();
        }
        None
    }

    /// How long until what has changed saves itself; none when nothing waits for that.
    pub(super) fn until_autosave(&self) -> Option<Duration> {
        let changed = self.changed.filter(|_| !self.saving.is_busy())?;
        Some(PAUSE.saturating_sub(changed.elapsed()))
    }

    /// Lets what has changed wait for the next change before it saves itself.
    pub(super) fn autosaved(&mut self) {
        self.changed = None;
    }
}

/// What a journal comes to: as many of its changes as can be made one after the other.
fn replayed(orphan: &Orphan) -> Unsaved {
    let mut text = orphan.base.clone();
    for record in &orphan.records {
        let patches: Option<Patches> = serde_json::from_str(record).ok();
        match patches.and_then(|patches| patches.apply(&text)) {
            Some((after, _)) => text = after,
            None => break,
        }
    }
    Unsaved {
        base: orphan.base.clone(),
        text,
        when: in_words(orphan.written),
    }
}

fn in_words(time: SystemTime) -> String {
    let local: DateTime<Local> = time.into();
    local.format("%-d %B %Y, %H:%M").to_string()
}

fn on_disk(bytes: Vec<u8>) -> Action {
    match String::from_utf8(bytes) {
        Ok(text) => Action::Write(WriteAction::OnDisk(text)),
        Err(_) => Action::Tell(message!("app-no-utf-8")),
    }
}

/// Saves, and says what came of it.
fn saved(path: PathBuf, text: Arc<String>, seen: Option<Arc<String>>) -> Vec<Action> {
    if seen.is_none() && file::exists(&path) {
        let path = path.display().to_string();
        return vec![Action::Tell(message!("app-name-taken", path = path))];
    }
    match file::save(&path, &text, seen.as_ref().map(|seen| seen.as_str())) {
        Ok(()) => vec![Action::Write(WriteAction::Saved { path, text })],
        // First what others have written comes in, then all is saved.
        Err(SaveError::Changed(bytes)) => vec![on_disk(bytes), Action::Write(WriteAction::Save)],
        Err(error) => vec![Action::Tell(message!(
            "app-not-saved",
            why = error.message()
        ))],
    }
}

/// What stands at a path that a person has agreed to replace.
pub(super) fn to_be_replaced(path: &Path) -> Option<Arc<String>> {
    let bytes = file::read(path).ok()?.bytes;
    String::from_utf8(bytes).ok().map(Arc::new)
}

/// Writes what was made of a timeline to a path that a person has chosen, and tells what came of it. The dialog has asked
/// whether another file may be replaced.
pub(super) fn exported(path: &Path, made: Made, timeline: Option<&Path>) -> Written {
    if timeline.is_some_and(|timeline| file::is_same(path, timeline)) {
        let path = path.display().to_string();
        return Written::No(message!("app-is-timeline", path = path));
    }
    match file::write_atomic(path, &made.bytes) {
        Ok(()) => written(path, made),
        Err(error) => Written::No(message!("app-not-written", why = error.message())),
    }
}

/// Writes it under a free name beside the timeline or, where that cannot be, into the person's own folder, and tells where
/// it is.
pub(super) fn exported_beside(timeline: Option<&Path>, name: &str, made: Made) -> Written {
    let beside = timeline.and_then(Path::parent).map(Path::to_owned);
    written_into(beside.into_iter().chain(std::env::home_dir()), name, made)
}

/// Writes a new file beside another, or into the person's own folder, and gives back where it is.
pub(super) fn new_beside(other: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, Message> {
    let beside = other.parent().map(Path::to_owned);
    new_in(beside.into_iter().chain(std::env::home_dir()), name, bytes)
}

/// Writes a new file into the first of these folders that takes it; or says why none does.
fn new_in(
    folders: impl Iterator<Item = PathBuf>,
    name: &str,
    bytes: &[u8],
) -> Result<PathBuf, Message> {
    let mut why = None;
    for folder in folders {
        match file::write_free(&folder, name, bytes) {
            Ok(path) => return Ok(path),
            // What is wrong with the first is what somebody would set right.
            Err(error) => why = why.or(Some(error)),
        }
    }
    Err(match why {
        Some(error) => message!("app-not-written", why = error.message()),
        None => message!("app-nowhere"),
    })
}

fn written_into(folders: impl Iterator<Item = PathBuf>, name: &str, made: Made) -> Written {
    match new_in(folders, name, &made.bytes) {
        Ok(path) => written(&path, made),
        Err(why) => Written::No(why),
    }
}

fn written(path: &Path, made: Made) -> Written {
    Written::Yes {
        told: message!("app-written", path = path.display().to_string()),
        remarks: made.remarks,
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use crate::messages::Lang;

    use super::*;

    fn made(text: &str) -> Made {
        let (bytes, remarks) = (text.as_bytes().to_vec(), Vec::new());
        Made { bytes, remarks }
    }

    /// What is told of a file, whether it is there or not.
    fn said_of(written: Written) -> String {
        match written {
            Written::Yes { told, .. } | Written::No(told) => told.text(Lang::En),
            Written::Cancelled => String::new(),
        }
    }

    #[test]
    fn what_was_made_of_a_timeline_never_takes_its_place() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let timeline = folder.path().join("t.ron");
        fs::write(&timeline, "Timeline()").expect("a timeline");
        let told = said_of(exported(
            &folder.path().join("./t.ron"),
            made("<p>"),
            Some(&timeline),
        ));
        assert!(
            told.starts_with("Not written, since this is the timeline"),
            "{told}"
        );
        assert_eq!(fs::read(&timeline).expect("the timeline"), b"Timeline()");
        let page = folder.path().join("notes.html");
        let told = said_of(exported(&page, made("<p>"), Some(&timeline)));
        assert_eq!(told, format!("Written to {}", page.display()));
        assert_eq!(fs::read(&page).expect("the page"), b"<p>");
        let told = said_of(exported(
            &folder.path().join("gone/notes.html"),
            made("<p>"),
            None,
        ));
        assert!(told.starts_with("Not written: no such folder"), "{told}");
    }

    #[test]
    fn without_a_dialog_it_goes_beside_the_timeline_or_else_home() {
        let (folder, home) = (
            tempfile::tempdir().expect("a temporary folder"),
            tempfile::tempdir().expect("another"),
        );
        let timeline = folder.path().join("t.ron");
        for name in ["notes.html", "notes 2.html"] {
            let told = said_of(exported_beside(Some(&timeline), "notes.html", made("<p>")));
            let path = folder.path().join(name);
            assert_eq!(told, format!("Written to {}", path.display()));
        }
        let gone = folder.path().join("gone");
        let folders = [gone.clone(), home.path().to_owned()].into_iter();
        let told = said_of(written_into(folders, "notes.html", made("<p>")));
        let path = home.path().join("notes.html");
        assert_eq!(told, format!("Written to {}", path.display()));
        let told = said_of(written_into([gone].into_iter(), "notes.html", made("<p>")));
        assert!(told.starts_with("Not written: no such folder"), "{told}");
        let told = said_of(written_into(std::iter::empty(), "notes.html", made("<p>")));
        assert!(told.contains("Save the timeline first"), "{told}");
    }
}
