//! Writing a file whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::time::Duration;

use tempfile::NamedTempFile;

use super::WriteError;
use super::folders::{folder_of, real_path};

/// What the name of a file begins and ends with that is to take another's place.
pub(super) const BESIDE: (&str, &str) = (".transpacific-", ".tmp");
/// How old such a file is that nobody will put in its place any more.
const STALE: Duration = Duration::from_secs(24 * 60 * 60);

/// Writes a file whole or not at all: beside it first, then in its place. A link is followed; the permissions of
/// a file that was there stay.
pub fn write_atomic(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let target = real_path(path);
    let about = fs::metadata(&target).ok();
    if about.as_ref().is_some_and(fs::Metadata::is_dir) {
        return Err(WriteError::Folder {
            path: path.to_owned(),
        });
    }
    if !folder_of(&target).is_dir() {
        return Err(WriteError::NoFolder {
            path: path.to_owned(),
        });
    }
    let written = match &about {
        // A device or a pipe cannot be replaced.
        Some(about) if !about.is_file() => fs::write(&target, bytes),
        about => beside(&target, bytes, about.as_ref()).and_then(|beside| place(beside, &target)),
    };
    written.map_err(|error| WriteError::Other {
        path: path.to_owned(),
        error,
    })
}

/// Writes a file beside the one whose place it is to take, as it is described. It is on the disk when this returns, and
/// gone when it is dropped.
pub(super) fn beside(
    target: &Path,
    bytes: &[u8],
    about: Option<&fs::Metadata>,
) -> io::Result<NamedTempFile> {
    let folder = folder_of(target);
    remove_stale(folder);
    let mut builder = tempfile::Builder::new();
    builder.prefix(BESIDE.0).suffix(BESIDE.1);
    // Otherwise a new file could be read by its owner alone.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut beside = builder.tempfile_in(folder)?;
    beside.write_all(bytes)?;
    if let Some(about) = about {
        // Before the permissions: giving a file away takes some of them.
        #[cfg(unix)]
        keep_owner(beside.as_file(), about);
        beside.as_file().set_permissions(about.permissions())?;
    }
    beside.as_file().sync_all()?;
    Ok(beside)
}

/// Puts a file in another's place.
pub(super) fn place(beside: NamedTempFile, target: &Path) -> io::Result<()> {
    beside.persist(target).map_err(|error| error.error)?;
    // So that a loss of power cannot undo it. Some systems refuse this for a folder, and the file is in its place
    // already: no reason to say that it is not.
    #[cfg(unix)]
    drop(fs::File::open(folder_of(target)).and_then(|folder| folder.sync_all()));
    Ok(())
}

/// Gives a file the owner and the group of another, as far as we may.
#[cfg(unix)]
fn keep_owner(file: &fs::File, like: &fs::Metadata) {
    use std::os::unix::fs::{MetadataExt as _, fchown};
    let Ok(ours) = file.metadata() else { return };
    if ours.gid() != like.gid() {
        drop(fchown(file, None, Some(like.gid())));
    }
    if ours.uid() != like.uid() {
        drop(fchown(file, Some(like.uid()), None));
    }
}

/// Removes what a program that was killed has left in a folder. Another may be writing there now, hence the age.
pub(super) fn remove_stale(folder: &Path) {
    const LISTED: usize = 10_000;
    for entry in fs::read_dir(folder)
        .into_iter()
        .flatten()
        .take(LISTED)
        .flatten()
    {
        let name = entry.file_name();
        let ours = name
            .to_str()
            .is_some_and(|name| name.starts_with(BESIDE.0) && name.ends_with(BESIDE.1));
        let is_old = |about: fs::Metadata| {
            let age = about
                .modified()
                .ok()
                .and_then(|modified| modified.elapsed().ok());
            about.is_file() && age.is_some_and(|age| age > STALE)
        };
        if ours && entry.metadata().is_ok_and(is_old) {
            drop(fs::remove_file(entry.path()));
        }
    }
}

/// Writes to the standard output. A reader that has had enough is no error.
pub fn write_standard(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;
    use std::time::SystemTime;

    use super::*;

    fn folder_with(name: &str, text: &str) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join(name);
        fs::write(&path, text).expect("a file in it");
        (folder, path)
    }

    #[test]
    fn writing_replaces_the_whole_and_leaves_nothing_beside() {
        let (folder, path) = folder_with("out.json", "something much longer than the new text");
        write_atomic(&path, b"new").expect("written");
        assert_eq!(fs::read(&path).expect("the file"), b"new");
        assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn writing_keeps_permissions_and_follows_links() {
        use std::os::unix::fs::PermissionsExt as _;
        let (folder, real) = folder_with("real.json", "old");
        let link = folder.path().join("link.json");
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).expect("permissions");
        std::os::unix::fs::symlink("real.json", &link).expect("a link");
        write_atomic(&link, b"new").expect("written");
        assert!(fs::symlink_metadata(&link).expect("the link").is_symlink());
        assert_eq!(fs::read(&real).expect("the file"), b"new");
        assert_eq!(
            fs::metadata(&real).expect("the file").permissions().mode() & 0o777,
            0o640
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_nothing_stays_a_link() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let link = folder.path().join("link.json");
        std::os::unix::fs::symlink("real.json", &link).expect("a link");
        write_atomic(&link, b"new").expect("written");
        assert!(fs::symlink_metadata(&link).expect("the link").is_symlink());
        let real = folder.path().join("real.json");
        assert_eq!(fs::read(real).expect("the file"), b"new");
    }

    #[test]
    fn what_a_killed_program_left_is_removed_after_a_day() {
        let (folder, path) = folder_with("out.json", "old");
        let now = SystemTime::now();
        let left = |name: &str, age: u64| {
            let file = fs::File::create(folder.path().join(name)).expect("a file");
            let modified = now - Duration::from_secs(age);
            file.set_modified(modified).expect("a time");
        };
        left(".transpacific-aaaa.tmp", 25 * 60 * 60);
        left(".transpacific-bbbb.tmp", 60);
        left(".another-cccc.tmp", 25 * 60 * 60);
        write_atomic(&path, b"new").expect("written");
        let mut names: Vec<_> = fs::read_dir(folder.path())
            .expect("the folder")
            .map(|entry| entry.expect("an entry").file_name())
            .collect();
        names.sort();
        assert_eq!(
            names,
            [".another-cccc.tmp", ".transpacific-bbbb.tmp", "out.json"]
        );
    }
}
