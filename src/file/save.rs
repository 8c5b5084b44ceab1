//! Saving: a text in the place of what was last seen there, and of nothing else.
//!
//! Two windows may have the same file open, and an editor besides. Each hands over what it last knew to be on disk, and
//! whoever comes second is told what is there now instead of writing over it. Between windows that is sure, since they
//! wait for each other; a program that knows nothing of our lock is caught too, unless it writes in the very moment in
//! which one file takes the other's place.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use tempfile::NamedTempFile;

use super::folders::{Stamp, StateFolder, folder_of, hash_of_path, lockable, real_path};
use super::write::{beside, place};
use super::{ReadError, SaveError, TIMELINE_LIMIT, read_file};

/// How long one waits for another window that saves the same file. It may have been stopped in the middle of it.
const PATIENCE: Duration = Duration::from_secs(10);
/// How many files share the locks. A fixed number of them never needs tidying up, which could not be done safely; that
/// two files meet in one costs no more than a moment.
const LOCKS: u64 = 256;

/// Writes a text file in the place of what was last seen there.
///
/// `seen` is what the caller last knew to be on disk; `None` when that was nothing, or when the caller does not care,
/// as after the user has confirmed to replace another file. A file that has gone meanwhile is written anew. Where the
/// text is there already, nothing is written. What was there before is kept, see [`backups`](super::backups).
///
/// Takes as long as the disk does, so it is no work for the window's thread.
pub fn save(path: &Path, text: &str, seen: Option<&str>) -> Result<(), SaveError> {
    StateFolder::usual().save(path, text, seen)
}

impl StateFolder {
    /// [`save`], with locks and backups in this folder.
    pub fn save(&self, path: &Path, text: &str, seen: Option<&str>) -> Result<(), SaveError> {
        let saving = Saving {
            path,
            target: real_path(path),
            seen: seen.map(str::as_bytes),
        };
        let _held = self.lock(&saving)?;
        saving.run(self, text.as_bytes())
    }

    /// Waits until no other window saves this file. Without a folder for the locks the file's own folder may serve;
    /// where nothing can be locked, saving is worth more than being sure.
    fn lock(&self, saving: &Saving<'_>) -> Result<Option<File>, SaveError> {
        let number = hash_of_path(&saving.target) % LOCKS;
        let kept = self.made("locks");
        let ours = kept.and_then(|folder| lockable(&folder.join(format!("{number:02x}.lock"))));
        let Ok(file) = ours.or_else(|_| File::open(folder_of(&saving.target))) else {
            return Ok(None);
        };
        let begun = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Some(file)),
                Err(TryLockError::Error(_)) => return Ok(None),
                Err(TryLockError::WouldBlock) if begun.elapsed() > PATIENCE => {
                    let path = saving.path.to_owned();
                    return Err(SaveError::Busy { path });
                }
                Err(TryLockError::WouldBlock) => sleep(Duration::from_millis(1)),
            }
        }
    }
}

/// One save under way.
struct Saving<'a> {
    /// As the caller calls it.
    path: &'a Path,
    /// Where it leads.
    target: PathBuf,
    seen: Option<&'a [u8]>,
}

impl Saving<'_> {
    fn run(&self, state: &StateFolder, text: &[u8]) -> Result<(), SaveError> {
        let about = self.about()?;
        let there = self.there(about.as_ref())?;
        if there.as_deref() == Some(text) {
            return Ok(());
        }
        self.permitted(about.as_ref())?;
        keep(state, &self.target, there);
        let beside = beside(&self.target, text, about.as_ref()).map_err(|error| self.say(error))?;
        self.finish(state, beside, about.as_ref())
    }

    /// Puts the new file in its place, unless something else than `about` is there now: to write it may have taken a
    /// while, and programs that know nothing of our lock do not wait.
    fn finish(
        &self,
        state: &StateFolder,
        beside: NamedTempFile,
        about: Option<&fs::Metadata>,
    ) -> Result<(), SaveError> {
        let now = self.about()?;
        if now.as_ref().map(Stamp::of) != about.map(Stamp::of) {
            keep(state, &self.target, self.there(now.as_ref())?);
        }
        place(beside, &self.target).map_err(|error| self.say(error))
    }

    fn about(&self) -> Result<Option<fs::Metadata>, SaveError> {
        let path = || self.path.to_owned();
        match fs::metadata(&self.target) {
            Ok(about) if !about.is_file() => Err(SaveError::NotAFile { path: path() }),
            Ok(about) => Ok(Some(about)),
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(self.say(error)),
            Err(_) if !folder_of(&self.target).is_dir() => {
                Err(SaveError::NoFolder { path: path() })
            }
            Err(_) => Ok(None),
        }
    }

    /// What is there, when that is what was seen there.
    fn there(&self, about: Option<&fs::Metadata>) -> Result<Option<Vec<u8>>, SaveError> {
        if about.is_none() {
            return Ok(None);
        }
        match (read_file(&self.target, TIMELINE_LIMIT), self.seen) {
            (Ok(there), Some(seen)) if there != seen => Err(SaveError::Changed(there)),
            (Ok(there), _) => Ok(Some(there)),
            (Err(ReadError::NotFound { .. }), _) | (Err(_), None) => Ok(None),
            (Err(error), Some(_)) => Err(SaveError::Unreadable(error)),
        }
    }

    /// Whether the file may be written. A file that takes its place would not be asked, so we ask; and the
    /// administrator, whom no permission binds, may have meant it too.
    fn permitted(&self, about: Option<&fs::Metadata>) -> Result<(), SaveError> {
        let path = || self.path.to_owned();
        let forbidden = about.is_some_and(|about| {
            about.permissions().readonly()
                || File::options()
                    .write(true)
                    .open(&self.target)
                    .is_err_and(|error| forbids(&error))
        });
        if forbidden {
            return Err(SaveError::ReadOnly { path: path() });
        }
        // Elsewhere the mark on a folder means something else.
        let closed = cfg!(unix)
            && fs::metadata(folder_of(&self.target))
                .is_ok_and(|folder| folder.permissions().readonly());
        if closed {
            return Err(SaveError::ReadOnlyFolder { path: path() });
        }
        Ok(())
    }

    /// What the system says when a file is to be put into the folder, in our words.
    fn say(&self, error: io::Error) -> SaveError {
        let path = self.path.to_owned();
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => SaveError::Full { path },
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => SaveError::NoFolder { path },
            // Elsewhere that is also said of a file which another program has open.
            _ if cfg!(unix) && forbids(&error) => SaveError::ReadOnlyFolder { path },
            _ => SaveError::Other { path, error },
        }
    }
}

fn forbids(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem
    )
}

/// Keeps what was there, as far as that can be done: a full or missing folder for backups is no reason to lose what is
/// to be saved now.
fn keep(state: &StateFolder, target: &Path, there: Option<Vec<u8>>) {
    if let Some(there) = there {
        drop(state.keep(target, &there));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder for files, and one for what is kept.
    struct Desk {
        folder: tempfile::TempDir,
        kept: tempfile::TempDir,
    }

    impl Desk {
        fn new() -> Self {
            let folder = || tempfile::tempdir().expect("a temporary folder");
            Self {
                folder: folder(),
                kept: folder(),
            }
        }

        fn at(&self, name: &str) -> PathBuf {
            self.folder.path().join(name)
        }

        fn with(&self, name: &str, text: &str) -> PathBuf {
            fs::write(self.at(name), text).expect("a file");
            self.at(name)
        }

        fn state(&self) -> StateFolder {
            StateFolder::at(self.kept.path())
        }

        fn count(&self) -> usize {
            fs::read_dir(self.folder.path())
                .expect("the folder")
                .count()
        }
    }

    fn read(path: &Path) -> String {
        fs::read_to_string(path).expect("a text")
    }

    /// The message, which names the path last and tells nobody off.
    fn says(error: &SaveError, path: &Path) -> String {
        let said = error.to_string();
        assert!(said.ends_with(&format!(": {}", path.display())), "{said}");
        assert!(!said.contains('!'), "{said}");
        said
    }

    #[test]
    fn a_text_takes_the_place_of_what_was_seen() {
        let desk = Desk::new();
        let path = desk.with("t.ron", "old\r\n");
        let new = "\u{feff}new\r\nwith both\n";
        desk.state()
            .save(&path, new, Some("old\r\n"))
            .expect("saved");
        assert_eq!(read(&path), new);
        assert_eq!(desk.count(), 1);
        let kept = desk.state().backups(&path);
        assert_eq!(kept.len(), 1);
        assert_eq!(read(kept.first().expect("one")), "old\r\n");
    }

    #[test]
    fn what_was_not_seen_is_never_replaced() {
        let desk = Desk::new();
        let path = desk.with("t.ron", "theirs");
        let error = desk.state().save(&path, "ours", Some("old"));
        assert!(
            matches!(&error, Err(SaveError::Changed(there)) if there == b"theirs"),
            "{error:?}"
        );
        assert_eq!(read(&path), "theirs");
        assert_eq!((desk.count(), desk.state().backups(&path).len()), (1, 0));
        desk.state().save(&path, "ours", None).expect("saved");
        assert_eq!(read(&path), "ours");
        assert_eq!(desk.state().backups(&path).len(), 1);
    }

    #[test]
    fn what_changes_while_we_write_is_not_replaced_either() {
        let desk = Desk::new();
        let path = desk.with("t.ron", "old");
        let state = desk.state();
        let mut saving = Saving {
            path: &path,
            target: real_path(&path),
            seen: Some(b"old"),
        };
        let mut finish = |seen, while_we_write: &dyn Fn()| {
            saving.seen = seen;
            let about = saving.about().expect("a file");
            let beside = beside(&saving.target, b"new", about.as_ref()).expect("written");
            while_we_write();
            saving.finish(&state, beside, about.as_ref())
        };
        let error = finish(Some(b"old"), &|| drop(desk.with("t.ron", "theirs")));
        assert!(matches!(error, Err(SaveError::Changed(_))), "{error:?}");
        assert_eq!((read(&path).as_str(), desk.count()), ("theirs", 1));
        // Touched, and the same as before.
        finish(Some(b"theirs"), &|| drop(desk.with("t.ron", "theirs"))).expect("saved");
        assert_eq!(read(&path), "new");
        // To be replaced whatever it is, and kept.
        finish(None, &|| drop(desk.with("t.ron", "last"))).expect("saved");
        let kept = state.backups(&path);
        assert_eq!(read(kept.first().expect("one")), "last");
    }

    #[test]
    fn a_text_that_is_there_is_saved() {
        let desk = Desk::new();
        let path = desk.with("t.ron", "same");
        desk.state()
            .save(&path, "same", Some("same"))
            .expect("saved");
        desk.state().save(&path, "same", None).expect("saved");
        assert!(desk.state().backups(&path).is_empty());
    }

    #[test]
    fn a_file_that_has_gone_is_written_anew_and_a_folder_is_not() {
        let desk = Desk::new();
        let path = desk.at("t.ron");
        desk.state()
            .save(&path, "text", Some("text"))
            .expect("saved");
        assert_eq!(read(&path), "text");
        let lost = desk.at("lost").join("t.ron");
        let error = desk.state().save(&lost, "text", Some("text"));
        let error = error.expect_err("no folder");
        assert!(matches!(error, SaveError::NoFolder { .. }), "{error:?}");
        says(&error, &lost);
        assert!(!desk.at("lost").exists());
        let error = desk.state().save(desk.folder.path(), "text", None);
        let error = error.expect_err("a folder");
        assert!(matches!(error, SaveError::NotAFile { .. }), "{error:?}");
        says(&error, desk.folder.path());
    }

    #[cfg(unix)]
    #[test]
    fn links_and_permissions_stay() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let desk = Desk::new();
        let real = desk.with("real.ron", "old");
        fs::set_permissions(&real, fs::Permissions::from_mode(0o604)).expect("permissions");
        let link = desk.at("link.ron");
        symlink("real.ron", &link).expect("a link");
        desk.state().save(&link, "new", Some("old")).expect("saved");
        assert!(fs::symlink_metadata(&link).expect("the link").is_symlink());
        assert_eq!(read(&real), "new");
        let mode = fs::metadata(&real).expect("the file").permissions().mode();
        assert_eq!(mode & 0o777, 0o604);
        // Kept once, by whichever name one asks.
        assert_eq!(desk.state().backups(&link), desk.state().backups(&real));
        assert_eq!(desk.state().backups(&link).len(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn what_is_read_only_stays_as_it_is() {
        use std::os::unix::fs::PermissionsExt as _;
        let desk = Desk::new();
        let path = desk.with("t.ron", "old");
        let permit = |path: &Path, mode| {
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("permissions");
        };
        permit(&path, 0o444);
        let error = desk.state().save(&path, "new", Some("old"));
        let error = error.expect_err("a file to be read only");
        assert!(matches!(error, SaveError::ReadOnly { .. }), "{error:?}");
        says(&error, &path);
        permit(&path, 0o644);
        permit(desk.folder.path(), 0o555);
        for path in [&path, &desk.at("new.ron")] {
            let error = desk.state().save(path, "new", None);
            let error = error.expect_err("a folder to be read only");
            assert!(
                matches!(error, SaveError::ReadOnlyFolder { .. }),
                "{error:?}"
            );
            says(&error, path);
        }
        permit(desk.folder.path(), 0o755);
        assert_eq!((read(&path).as_str(), desk.count()), ("old", 1));
    }

    #[test]
    fn saving_needs_no_folder_of_our_own() {
        let desk = Desk::new();
        let path = desk.with("t.ron", "old");
        let in_the_way = desk.with("state", "a file where a folder should be");
        let state = StateFolder::at(in_the_way);
        state.save(&path, "new", Some("old")).expect("saved");
        assert_eq!(read(&path), "new");
        assert!(state.backups(&path).is_empty());
    }

    #[test]
    fn a_full_disk_has_words_of_its_own() {
        let saving = Saving {
            path: Path::new("t.ron"),
            target: PathBuf::from("t.ron"),
            seen: None,
        };
        for kind in [io::ErrorKind::StorageFull, io::ErrorKind::QuotaExceeded] {
            let said = says(&saving.say(kind.into()), saving.path);
            assert!(
                said.starts_with("the disk is full; nothing was changed"),
                "{said}"
            );
        }
    }

    #[test]
    fn whoever_is_second_waits_and_nobody_loses_a_line() {
        const WRITERS: usize = 4;
        const LINES: usize = 15;
        let desk = Desk::new();
        let path = desk.with("t.ron", "");
        let write = |writer: usize| {
            let mut seen = String::new();
            for line in 0..LINES {
                loop {
                    let text = format!("{seen}{writer}-{line}\n");
                    match desk.state().save(&path, &text, Some(&seen)) {
                        Ok(()) => break seen = text,
                        Err(SaveError::Changed(there)) => {
                            seen = String::from_utf8(there).expect("a whole text");
                        }
                        Err(error) => panic!("{error}"),
                    }
                }
            }
        };
        std::thread::scope(|scope| {
            for writer in 0..WRITERS {
                scope.spawn({
                    let write = &write;
                    move || write(writer)
                });
            }
        });
        let mut lines: Vec<_> = read(&path).lines().map(str::to_owned).collect();
        lines.sort();
        let wanted = (0..WRITERS).flat_map(|of| (0..LINES).map(move |line| format!("{of}-{line}")));
        let mut wanted: Vec<_> = wanted.collect();
        wanted.sort();
        assert_eq!(lines, wanted);
    }
}
