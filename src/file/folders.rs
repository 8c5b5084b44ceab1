//! Where the program keeps what is its own: backups, journals, locks; and how paths are told apart.
//!
//! The folder is chosen here by hand, as the window's toolkit does for its own: the usual crate for it brings a
//! dependency under a licence that is not permissive, for a handful of lines.

use std::env;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Links that are followed from one path, at most; what is beyond goes in a circle.
const LINKS: usize = 40;

/// The folder for what the program remembers between two runs.
///
/// It is `$TRANSPACIFIC_STATE` where that is set; else, in a folder `transpacific`:
///
/// | system | where |
/// |---|---|
/// | Linux and other Unix | `$XDG_STATE_HOME`, else `~/.local/state` |
/// | macOS | `~/Library/Application Support` |
/// | Windows | `%LOCALAPPDATA%` |
///
/// It may be missing, full or not ours to write into: nothing that is kept in it is worth a save that does not
/// happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StateFolder {
    folder: Option<PathBuf>,
}

impl StateFolder {
    /// The usual one.
    pub fn usual() -> Self {
        let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
        let chosen = set("TRANSPACIFIC_STATE").and_then(|path| std::path::absolute(path).ok());
        // A relative path would mean another folder wherever the program is started from.
        let absolute = |name| {
            set(name)
                .map(PathBuf::from)
                .filter(|path| path.is_absolute())
        };
        let home = || env::home_dir().filter(|path| path.is_absolute());
        let folder = chosen.or_else(|| {
            let base = if cfg!(windows) {
                absolute("LOCALAPPDATA")
            } else if cfg!(target_os = "macos") {
                home().map(|home| home.join("Library/Application Support"))
            } else {
                absolute("XDG_STATE_HOME").or_else(|| Some(home()?.join(".local/state")))
            };
            base.map(|base| base.join("transpacific"))
        });
        Self { folder }
    }

    /// A folder of the caller's choice.
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: Some(folder.into()),
        }
    }

    /// A folder in it, which need not be there yet.
    pub(super) fn inside(&self, name: &str) -> Option<PathBuf> {
        Some(self.folder.as_ref()?.join(name))
    }

    /// A folder in it, made if need be, for the user's eyes alone: what is kept are private texts.
    pub(super) fn made(&self, name: &str) -> io::Result<PathBuf> {
        let folder = self.inside(name).ok_or(io::ErrorKind::NotFound)?;
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&folder)?;
        Ok(folder)
    }
}

/// The folder a path is in, also when it is a bare name.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// The places a path leads through: itself, what each link points to, and the file in the end, which need not be
/// there.
pub(super) fn places(path: &Path) -> Vec<PathBuf> {
    let mut places = vec![absolute(path)];
    let mut at = path.to_owned();
    for _ in 0..LINKS {
        let Ok(to) = fs::read_link(&at) else { break };
        at = folder_of(&at).join(to);
        places.push(absolute(&at));
    }
    let real = at.canonicalize().unwrap_or_else(|_| {
        let folder = folder_of(&at);
        let folder = folder.canonicalize().unwrap_or_else(|_| absolute(folder));
        at.file_name()
            .map_or(folder.clone(), |name| folder.join(name))
    });
    places.push(real);
    places
}

/// Where a path leads in the end, links followed; also when nothing is there.
pub(super) fn real_path(path: &Path) -> PathBuf {
    places(path).pop().unwrap_or_else(|| path.to_owned())
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// A number for bytes that is the same in every run and every version of the program, since files are named by it and
/// told broken by it (FNV-1a). It is no defence against somebody who forges.
pub(super) fn hash(parts: &[&[u8]]) -> u64 {
    let bytes = parts.iter().copied().flatten();
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The same for a path, once links are followed.
pub(super) fn hash_of_path(real: &Path) -> u64 {
    hash(&[real.as_os_str().as_encoded_bytes()])
}

/// What tells one state of a file or folder from another without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    /// When anything about it changed: unlike the time of the last writing nobody can set this one back.
    #[cfg(unix)]
    touched: (i64, i64),
    identity: Identity,
}

/// What tells a file from another one of the same name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Identity {
    #[cfg(unix)]
    inode: (u64, u64),
    #[cfg(not(unix))]
    created: Option<SystemTime>,
}

impl Stamp {
    pub(super) fn of(about: &fs::Metadata) -> Self {
        Self {
            length: about.len(),
            modified: about.modified().ok(),
            #[cfg(unix)]
            touched: (
                std::os::unix::fs::MetadataExt::ctime(about),
                std::os::unix::fs::MetadataExt::ctime_nsec(about),
            ),
            identity: Identity::of(about),
        }
    }

    /// Whether the file was changed so short a time ago that it may be changed again and bear the same stamp: some
    /// systems count in steps of two seconds.
    pub(super) fn is_fresh(&self) -> bool {
        let age = self.modified.map(|modified| modified.elapsed());
        // A time to come is that of another clock, by which nothing can be told.
        age.is_none_or(|age| age.is_ok_and(|age| age.as_secs() < 3))
    }
}

impl Identity {
    pub(super) fn of(about: &fs::Metadata) -> Self {
        Self {
            #[cfg(unix)]
            inode: (
                std::os::unix::fs::MetadataExt::dev(about),
                std::os::unix::fs::MetadataExt::ino(about),
            ),
            #[cfg(not(unix))]
            created: about.created().ok(),
        }
    }
}

/// A new file or an old one to lock, never emptied.
pub(super) fn lockable(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.read(true).write(true).create(true).truncate(false);
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_made_of_hashes_stay_the_same() {
        // Files of an earlier version are found by these.
        assert_eq!(hash(&[b""]), 0xcbf2_9ce4_8422_2325);
        assert_eq!(hash(&[b"foo", b"bar"]), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn a_bare_name_is_in_this_folder() {
        assert_eq!(folder_of(Path::new("a.ron")), Path::new("."));
        let real = real_path(Path::new("no such file.ron"));
        assert!(real.is_absolute() && real.ends_with("no such file.ron"));
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_to_what_need_not_be_there() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().expect("a temporary folder");
        let at = |name: &str| folder.path().join(name);
        symlink("second", at("first")).expect("a link");
        symlink("third", at("second")).expect("a link");
        let real = folder
            .path()
            .canonicalize()
            .expect("a folder")
            .join("third");
        assert_eq!(real_path(&at("first")), real);
        fs::write(at("third"), "").expect("a file");
        assert_eq!(real_path(&at("first")), real);
        assert_eq!(places(&at("first")).len(), 4);
        symlink("circle", at("circle")).expect("a link");
        assert!(real_path(&at("circle")).ends_with("circle"));
    }

    #[cfg(unix)]
    #[test]
    fn the_folder_is_made_for_the_user_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().expect("a temporary folder");
        let state = StateFolder::at(folder.path().join("new"));
        let made = state.made("journal").expect("a folder");
        let mode = |path: &Path| fs::metadata(path).expect("made").permissions().mode();
        assert_eq!(mode(&made) & 0o777, 0o700);
        assert_eq!(mode(folder_of(&made)) & 0o777, 0o700);
        assert!(StateFolder { folder: None }.made("journal").is_err());
    }
}
