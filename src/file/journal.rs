//! The journal: edits that are not saved yet, noted down so that they outlive a program that is killed.
//!
//! One file for each document that has unsaved edits, in the state folder under `journal/`: the text the edits begin
//! from, then one record for each edit. What a record says is the caller's business. The file is locked as long as its
//! writer lives; the system lets go of the lock however the writer ends, so a journal that can be locked is an orphan.
//!
//! A file is a line that says what it is, and then frames: length, check number, bytes. The first frame is the key, the
//! second the base, and the others are records. A record is handed to the system in one piece before [`Journal::append`]
//! returns. That is enough for a killed program. Nothing is forced onto the disk, which would take longer than a key
//! press may; so a loss of power may cost the last seconds.

use std::fs::{self, File, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

use super::TIMELINE_LIMIT;
use super::folders::{StateFolder, hash, hash_of_path, real_path};

/// What a journal begins with.
const MAGIC: &[u8] = b"transpacific journal 1\n";
/// Bytes of the records of a journal, at most.
const RECORDS_LIMIT: u64 = 256 << 20;
/// Bytes of a journal, at most: some more than its parts, for what frames them.
const LIMIT: u64 = TIMELINE_LIMIT + RECORDS_LIMIT + (1 << 20);
/// Bytes before those that a frame holds.
const FRAME: usize = 16;
/// How the names of journals end, and of those being begun.
const ENDS: (&str, &str) = ("journal", "new");
/// Files that are looked at, at most.
const LISTED: usize = 10_000;
/// How old one is of which nothing can be read, before it is thrown away.
const BROKEN: Duration = Duration::from_secs(7 * 24 * 60 * 60);
/// How old one is whose beginning was never finished.
const UNBEGUN: Duration = Duration::from_secs(60 * 60);

/// Unsaved edits of one document. Dropping it leaves them on disk for [`orphans`] to find; [`Journal::end`] does not.
#[derive(Debug)]
pub struct Journal {
    /// Open and locked.
    file: File,
    path: PathBuf,
    /// Bytes in it that are whole.
    length: u64,
    /// Bytes it may have.
    limit: u64,
    /// Whether something stands at its end that is no whole record and cannot be taken away.
    broken: bool,
}

/// A journal whose writer is gone. It is ours as long as this is held: nobody else finds it. Dropping it leaves it on
/// disk for the next time.
#[derive(Debug)]
pub struct Orphan {
    /// The text that the edits begin from.
    pub base: String,
    /// The edits, oldest first.
    pub records: Vec<String>,
    /// When the last one was written.
    pub written: SystemTime,
    /// Whether something follows the last one that is no whole record, and is left out.
    pub torn: bool,
    path: PathBuf,
    /// Held for its lock.
    file: File,
}

/// Journals for this key whose process is gone, oldest first.
pub fn orphans(key: &Path) -> Vec<Orphan> {
    StateFolder::usual().orphans(key)
}

impl Journal {
    /// Begins one. `key` is the timeline's absolute path, or an empty one for the timeline that is built in; `base` is
    /// the text that the edits begin from.
    pub fn begin(key: &Path, base: &str) -> io::Result<Self> {
        StateFolder::usual().journal(key, base)
    }

    /// Notes down one edit. When this fails the edits before are still there; when there is no room for more, begin
    /// another with the text of now as its base, and then end this one.
    pub fn append(&mut self, record: &str) -> io::Result<()> {
        let frame = framed(record.as_bytes());
        let length = self
            .length
            .saturating_add(u64::try_from(frame.len()).unwrap_or(u64::MAX));
        if self.broken || length > self.limit {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        if let Err(error) = self.file.write_all(&frame) {
            // Half a record would hide those after it.
            self.broken = self.file.set_len(self.length).is_err();
            return Err(error);
        }
        self.length = length;
        Ok(())
    }

    /// Removes it: the edits are saved, or undone.
    pub fn end(self) {
        // While it is still locked, lest another take it for an orphan.
        remove(&self.path, &self.file);
    }
}

impl Orphan {
    /// Removes it: the edits are saved, or not wanted.
    pub fn discard(self) {
        remove(&self.path, &self.file);
    }
}

impl StateFolder {
    /// [`Journal::begin`] in this folder.
    pub fn journal(&self, key: &Path, base: &str) -> io::Result<Journal> {
        let folder = self.made("journal")?;
        let key = told_apart(key);
        let path = folder.join(name_of(&key));
        let begun = path.with_extension(ENDS.1);
        let length = base.len().saturating_add(key.as_os_str().len());
        if u64::try_from(length).is_ok_and(|length| length > TIMELINE_LIMIT) {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let mut file = begin(&begun)?;
        let key = framed(key.as_os_str().as_encoded_bytes());
        let head = [MAGIC, &key, &framed(base.as_bytes())].concat();
        // Under another name until it is whole: whoever finds it sooner might think that it holds nothing.
        let written = file
            .write_all(&head)
            .and_then(|()| fs::rename(&begun, &path));
        if let Err(error) = written {
            drop(fs::remove_file(&begun));
            return Err(error);
        }
        let length = u64::try_from(head.len()).unwrap_or(u64::MAX);
        Ok(Journal {
            file,
            path,
            length,
            limit: length.saturating_add(RECORDS_LIMIT),
            broken: false,
        })
    }

    /// [`orphans`] in this folder.
    pub fn orphans(&self, key: &Path) -> Vec<Orphan> {
        let Some(folder) = self.inside("journal") else {
            return Vec::new();
        };
        let key = told_apart(key);
        let start = format!("{:016x}-", hash_of_path(&key));
        let entries = fs::read_dir(folder).into_iter().flatten();
        let paths = entries.take(LISTED).flatten().map(|entry| entry.path());
        let mut orphans: Vec<_> = paths
            .filter(|path| {
                let name = path.file_name().and_then(|name| name.to_str());
                name.is_some_and(|name| name.starts_with(&start))
            })
            .filter_map(|path| orphan(path, &key))
            .collect();
        orphans.sort_by_key(|orphan| orphan.written);
        orphans
    }
}

/// What journals of a document go by, whichever way leads to it.
fn told_apart(key: &Path) -> PathBuf {
    if key.as_os_str().is_empty() {
        PathBuf::new()
    } else {
        real_path(key)
    }
}

/// A name that no other journal has or had: one that is gone must not be taken for its successor.
fn name_of(key: &Path) -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    format!(
        "{:016x}-{}-{}-{}.{}",
        hash_of_path(key),
        process::id(),
        since.unwrap_or_default().as_nanos(),
        COUNT.fetch_add(1, Ordering::Relaxed),
        ENDS.0
    )
}

/// A new file of ours, locked. Where nothing can be locked there will be no orphan either.
fn begin(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.create_new(true).read(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path)?;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => Err(io::ErrorKind::ResourceBusy.into()),
        _ => Ok(file),
    }
}

/// The journal in this file, if its writer is gone and left something for us. Throws away what nobody will want.
fn orphan(path: PathBuf, key: &Path) -> Option<Orphan> {
    let older = |than: Duration| {
        let written = fs::metadata(&path).and_then(|about| about.modified());
        written.is_ok_and(|written| written.elapsed().is_ok_and(|age| age > than))
    };
    let is_begun = path.extension()? == ENDS.0;
    // Not even opened, or its writer could not lock it.
    if !is_begun && !older(UNBEGUN) {
        return None;
    }
    let file = File::options().read(true).write(true).open(&path).ok()?;
    file.try_lock().ok()?;
    // Its writer may have ended it while we opened it.
    let written = fs::metadata(&path).ok()?.modified().ok()?;
    if !is_begun {
        remove(&path, &file);
        return None;
    }
    match read(&file) {
        Some(found) if found.key != key.as_os_str().as_encoded_bytes() => None,
        Some(found) if !found.records.is_empty() => Some(Orphan {
            base: found.base,
            records: found.records,
            written,
            torn: found.torn,
            path,
            file,
        }),
        found => {
            if found.is_some() || older(BROKEN) {
                remove(&path, &file);
            }
            None
        }
    }
}

/// What is in a journal.
struct Found {
    key: Vec<u8>,
    base: String,
    records: Vec<String>,
    torn: bool,
}

/// Reads a journal as far as it is whole; `None` when its key or its base is not.
fn read(file: &File) -> Option<Found> {
    if file.metadata().ok()?.len() > LIMIT {
        return None;
    }
    let mut bytes = Vec::new();
    // It may have grown since.
    file.take(LIMIT).read_to_end(&mut bytes).ok()?;
    let mut rest = bytes.strip_prefix(MAGIC)?;
    let key = unframed(&mut rest)?.to_owned();
    let base = text(unframed(&mut rest)?)?;
    let mut records = Vec::new();
    let mut torn = false;
    while !rest.is_empty() {
        let Some(record) = unframed(&mut rest).and_then(text) else {
            torn = true;
            break;
        };
        records.push(record);
    }
    Some(Found {
        key,
        base,
        records,
        torn,
    })
}

fn text(bytes: &[u8]) -> Option<String> {
    String::from_utf8(bytes.to_owned()).ok()
}

/// Bytes with their length and check number before them.
fn framed(bytes: &[u8]) -> Vec<u8> {
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_le_bytes();
    let check = hash(&[&length, bytes]).to_le_bytes();
    [&length, &check, bytes].concat()
}

/// Takes a frame off the front, if a whole one is there.
fn unframed<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (head, after) = rest.split_at_checked(FRAME)?;
    let (length, check) = head.split_first_chunk::<8>()?;
    let count = usize::try_from(u64::from_le_bytes(*length)).ok()?;
    let (bytes, after) = after.split_at_checked(count)?;
    if check != hash(&[length, bytes]).to_le_bytes() {
        return None;
    }
    *rest = after;
    Some(bytes)
}

/// Removes a journal that we hold; where that cannot be, empties it.
fn remove(path: &Path, file: &File) {
    if fs::remove_file(path).is_err() {
        drop(file.set_len(0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state() -> (tempfile::TempDir, StateFolder) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let state = StateFolder::at(folder.path());
        (folder, state)
    }

    fn files(folder: &tempfile::TempDir) -> Vec<PathBuf> {
        let entries = fs::read_dir(folder.path().join("journal")).expect("the folder");
        entries
            .map(|entry| entry.expect("an entry").path())
            .collect()
    }

    const KEY: &str = "/timelines/t.ron";

    #[test]
    fn edits_of_a_writer_that_is_gone_are_found_again() {
        let (folder, state) = state();
        let records = ["first", "", "line\r\n\0\u{feff}年", &"long".repeat(100_000)];
        let mut journal = state.journal(Path::new(KEY), "base").expect("begun");
        for record in records {
            journal.append(record).expect("noted");
        }
        // Its writer lives.
        assert!(state.orphans(Path::new(KEY)).is_empty());
        drop(journal);
        assert!(state.orphans(Path::new("/timelines/other.ron")).is_empty());
        let found = state.orphans(Path::new(KEY));
        let orphan = found.first().expect("one");
        assert_eq!((found.len(), orphan.base.as_str()), (1, "base"));
        assert_eq!(orphan.records, records);
        assert!(!orphan.torn);
        // It is ours now.
        assert!(state.orphans(Path::new(KEY)).is_empty());
        drop(found);
        let mut again = state.orphans(Path::new(KEY));
        again.pop().expect("one").discard();
        assert!(files(&folder).is_empty());
    }

    #[test]
    fn what_is_saved_leaves_nothing() {
        let (folder, state) = state();
        let mut journal = state.journal(Path::new(""), "base").expect("begun");
        journal.append("edit").expect("noted");
        journal.end();
        assert!(files(&folder).is_empty());
        drop(state.journal(Path::new(""), "base").expect("begun"));
        assert_eq!(files(&folder).len(), 1);
        assert!(state.orphans(Path::new("")).is_empty());
        assert!(files(&folder).is_empty());
    }

    #[test]
    fn several_come_oldest_first() {
        let (folder, state) = state();
        for text in ["one", "two", "three"] {
            let mut journal = state.journal(Path::new(""), text).expect("begun");
            journal.append(text).expect("noted");
        }
        for path in files(&folder) {
            let file = File::options().write(true).open(&path).expect("a journal");
            let base = String::from_utf8_lossy(&fs::read(&path).expect("it")).into_owned();
            let age = if base.contains("three") { 9 } else { 1 };
            file.set_modified(SystemTime::now() - Duration::from_secs(age))
                .expect("a time");
        }
        let found = state.orphans(Path::new(""));
        assert_eq!(found.len(), 3);
        assert_eq!(found.first().expect("the oldest").base, "three");
    }

    #[test]
    fn a_journal_cut_anywhere_gives_what_is_whole() {
        let (folder, state) = state();
        let mut journal = state.journal(Path::new(""), "base").expect("begun");
        let records = ["one", "two", "three"];
        for record in records {
            journal.append(record).expect("noted");
        }
        drop(journal);
        let path = files(&folder).pop().expect("a journal");
        let bytes = fs::read(&path).expect("it");
        let cut_and_read = |bytes: &[u8]| {
            fs::write(&path, bytes).expect("a shorter one");
            read(&File::open(&path).expect("it"))
        };
        for length in 0..bytes.len() {
            let found = cut_and_read(bytes.get(..length).expect("a part"));
            let Some(found) = found else { continue };
            assert_eq!(found.base, "base");
            assert!(found.records.len() < records.len());
            assert_eq!(
                found.records,
                records.get(..found.records.len()).expect("a part")
            );
        }
        for at in 0..bytes.len() {
            let mut bytes = bytes.clone();
            *bytes.get_mut(at).expect("a byte") ^= 0x20;
            let Some(found) = cut_and_read(&bytes) else {
                continue;
            };
            assert!(found.torn && found.records.len() < records.len());
            assert_eq!(
                found.records,
                records.get(..found.records.len()).expect("a part")
            );
        }
    }

    #[test]
    fn broken_ones_are_passed_over_and_thrown_away_in_time() {
        let (folder, state) = state();
        let made = state.made("journal").expect("a folder");
        let start = format!("{:016x}-", hash_of_path(Path::new("")));
        let broken = |name: &str, age: u64| {
            let path = made.join(format!("{start}{name}"));
            fs::write(&path, "no journal").expect("a file");
            let file = File::options().write(true).open(&path).expect("it");
            file.set_modified(SystemTime::now() - Duration::from_secs(age))
                .expect("a time");
        };
        broken("new.journal", 60);
        broken("old.journal", 8 * 24 * 60 * 60);
        broken("new.new", 60);
        broken("old.new", 2 * 60 * 60);
        assert!(state.orphans(Path::new("")).is_empty());
        let mut names: Vec<_> = files(&folder)
            .iter()
            .map(|path| {
                path.display()
                    .to_string()
                    .split(&start)
                    .last()
                    .map(str::to_owned)
            })
            .collect();
        names.sort();
        assert_eq!(
            names,
            [Some("new.journal".to_owned()), Some("new.new".to_owned())]
        );
    }

    #[test]
    fn a_journal_that_is_full_keeps_what_it_has() {
        let (_folder, state) = state();
        let mut journal = state.journal(Path::new(""), "base").expect("begun");
        journal.limit = journal.length + 100;
        journal.append("fits").expect("noted");
        journal.append(&"no".repeat(100)).expect_err("no room");
        journal.append("fits too").expect("noted");
        drop(journal);
        let found = state.orphans(Path::new("")).pop().expect("one");
        assert_eq!(found.records, ["fits", "fits too"]);
    }

    #[test]
    fn without_a_folder_there_is_no_journal() {
        let (folder, _) = state();
        fs::write(folder.path().join("file"), "").expect("a file");
        let state = StateFolder::at(folder.path().join("file"));
        state.journal(Path::new(""), "base").expect_err("no folder");
        assert!(state.orphans(Path::new("")).is_empty());
    }
}
