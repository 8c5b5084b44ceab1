//! A new file under a name that is not taken yet.

use std::io;
use std::path::{Path, PathBuf};

use super::WriteError;
use super::folders::real_path;
use super::write::beside;

/// Bytes of a name without its ending, at most: systems end at 255, and a number may follow.
const NAME_BYTES: usize = 120;
/// How many files of the same name are looked past.
const TRIED: u32 = 1_000;

/// Writes a new file into a folder under this name, or with a number behind it where that is taken, and gives back where
/// it is. Nothing that is there already is replaced, not even what comes there in the same moment.
pub fn write_free(folder: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, WriteError> {
    let name = plain_name(name);
    let (stem, ending) = parted(&name);
    let mut path = folder.join(&name);
    let other = |path: &Path, error| WriteError::Other {
        path: path.to_owned(),
        error,
    };
    if !folder.is_dir() {
        return Err(WriteError::NoFolder { path });
    }
    let target = real_path(folder).join(&name);
    let mut waiting = beside(&target, bytes, None).map_err(|error| other(&path, error))?;
    for number in 2..TRIED {
        waiting = match waiting.persist_noclobber(&path) {
            Ok(_) => return Ok(path),
            Err(taken) if taken.error.kind() == io::ErrorKind::AlreadyExists => taken.file,
            Err(failed) => return Err(other(&path, failed.error)),
        };
        path = folder.join(format!("{stem} {number}{ending}"));
    }
    Err(other(&path, io::ErrorKind::AlreadyExists.into()))
}

/// A name for a file of what somebody has called a thing: it leads into no other folder, and any system takes it.
pub fn plain_name(name: &str) -> String {
    const UNFIT: &[char] = &['/', '\\', ':', '*', '?', '"', '<', '>', '|'];
    let fit = |letter: char| {
        if letter.is_control() || UNFIT.contains(&letter) {
            '-'
        } else {
            letter
        }
    };
    let name: String = name.chars().map(fit).collect();
    // A dot at the end is lost on some systems, and one at the beginning hides a file.
    let (stem, ending) = parted(name.trim_end_matches([' ', '.']));
    let stem = stem.get(..stem.floor_char_boundary(NAME_BYTES));
    let stem = stem.unwrap_or_default().trim_matches([' ', '.']);
    let stem = if stem.is_empty() { "notes" } else { stem };
    format!("{stem}{ending}")
}

/// A name and its ending with the dot, where it has a short one.
fn parted(name: &str) -> (&str, &str) {
    const LONGEST: usize = 8;
    let dot = name.rfind('.').filter(|dot| name.len() - dot <= LONGEST);
    name.split_at(dot.unwrap_or(name.len()))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn nothing_is_ever_replaced() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let at = |name: &str| folder.path().join(name);
        fs::write(at("a.html"), "mine").expect("a file");
        #[cfg(unix)]
        std::os::unix::fs::symlink("elsewhere", at("a 2.html")).expect("a link");
        let written = write_free(folder.path(), "a.html", b"new").expect("written");
        let expected = if cfg!(unix) { "a 3.html" } else { "a 2.html" };
        assert_eq!(written, at(expected));
        assert_eq!(fs::read(&written).expect("the file"), b"new");
        assert_eq!(fs::read(at("a.html")).expect("the file"), b"mine");
        assert!(!at("elsewhere").exists());
        let again = write_free(folder.path(), "b.html", b"b").expect("written");
        assert_eq!(again, at("b.html"));
        let names = fs::read_dir(folder.path()).expect("the folder");
        assert_eq!(
            names.count(),
            if cfg!(unix) { 4 } else { 3 },
            "nothing lies beside"
        );
    }

    #[test]
    fn without_a_folder_it_says_so() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let error = write_free(&folder.path().join("gone"), "a.html", b"").expect_err("no folder");
        assert!(error.to_string().starts_with("no such folder"), "{error}");
    }

    #[test]
    fn a_name_leads_nowhere_else() {
        for (name, plain) in [
            (
                "From Nixon to Hanoi, notes.html",
                "From Nixon to Hanoi, notes.html",
            ),
            ("../../etc/passwd", "-..-etc-passwd"),
            ("..", "notes"),
            ("a/b\\c:d.html", "a-b-c-d.html"),
            (" .hidden .html", "hidden.html"),
            (".html", "notes.html"),
            ("", "notes"),
            ("ニクソンからハノイへ.html", "ニクソンからハノイへ.html"),
            ("a\0b\n.html", "a-b-.html"),
        ] {
            assert_eq!(plain_name(name), plain, "{name:?}");
        }
        let long = plain_name(&format!("{}.html", "字".repeat(200)));
        assert!(
            long.len() <= NAME_BYTES + 5 && long.ends_with("字.html"),
            "{long}"
        );
    }
}
