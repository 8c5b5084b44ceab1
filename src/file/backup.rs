//! Backups: what was on disk before a save, for whoever regrets it.
//!
//! In the state folder, `backups/<number>-<file name>/<time>.ron`: the number tells files of the same name apart, and
//! both names say enough to find a text by hand. Many of the last minutes are kept and few of the hours before, and all
//! of them together are bounded.

use std::cmp::Reverse;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use chrono::{NaiveDateTime, TimeDelta, Utc};

use super::folders::{StateFolder, hash_of_path, real_path};
use super::write::{BESIDE, remove_stale};

/// How many of the newest are kept, whenever they were made.
const NEWEST: usize = 10;
/// How many older ones are kept besides, an hour or more apart.
const OLDER: usize = 10;
/// Bytes of a text that is large.
const LARGE: u64 = 64 << 20;
/// How many large ones are kept of one file.
const LARGE_KEPT: usize = 2;
/// Bytes of all backups of all files, at most; the newest of the file just saved is kept nonetheless.
const TOTAL: u64 = 1 << 30;
/// How many there are of all files, at most.
const COUNT: usize = 2000;
/// Files whose backups are looked through, at most.
const FILES: usize = 10_000;
/// How a backup is named, so that names sort by time and no system refuses them.
const NAME: &str = "%Y-%m-%dT%H-%M-%S%.6fZ";

/// What is kept of a file, the newest first.
pub fn backups(path: &Path) -> Vec<PathBuf> {
    StateFolder::usual().backups(path)
}

/// A text that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Kept {
    made: NaiveDateTime,
    length: u64,
    path: PathBuf,
}

impl StateFolder {
    /// [`backups`] in this folder.
    pub fn backups(&self, path: &Path) -> Vec<PathBuf> {
        let folder = self.inside("backups");
        let folder = folder.map(|folder| folder.join(name_of(&real_path(path))));
        let kept = folder.map(|folder| kept_in(&folder)).unwrap_or_default();
        kept.into_iter().map(|kept| kept.path).collect()
    }

    /// Keeps what is in a file, and lets go of what is older than need be. `real` is where the file is, links
    /// followed.
    pub(super) fn keep(&self, real: &Path, bytes: &[u8]) -> io::Result<()> {
        // There is nothing in it to come back to.
        if bytes.is_empty() {
            return Ok(());
        }
        let all = self.made("backups")?;
        let folder = self.made(&format!("backups/{}", name_of(real)))?;
        let before = kept_in(&folder);
        // A save that failed and is tried again would push out the older ones with copies of one text.
        let newest = before.first();
        if newest.is_some_and(|newest| holds(newest, bytes)) {
            return Ok(());
        }
        let made = time_after(newest);
        let path = folder.join(format!("{}.ron", made.format(NAME)));
        remove_stale(&folder);
        let mut beside = tempfile::Builder::new()
            .prefix(BESIDE.0)
            .suffix(BESIDE.1)
            .tempfile_in(&folder)?;
        beside.write_all(bytes)?;
        // Not waited for until it is on the disk: what takes its place in the file is, and one of the two is enough.
        beside.persist(&path).map_err(|error| error.error)?;
        remove(&superfluous(&kept_in(&folder)));
        remove(&beyond(TOTAL, everything_in(&all), &path));
        Ok(())
    }
}

/// The name of the folder with the backups of a file.
fn name_of(real: &Path) -> String {
    const BYTES: usize = 100;
    let name = real.file_name().unwrap_or_default().to_string_lossy();
    let mut end = name.len().min(BYTES);
    while !name.is_char_boundary(end) {
        end = end.saturating_sub(1);
    }
    let shown = name.get(..end).unwrap_or_default();
    format!("{:016x}-{shown}", hash_of_path(real))
}

/// A time later than any there, also when the clock was set back: the newest must sort as such.
fn time_after(newest: Option<&Kept>) -> NaiveDateTime {
    let now = Utc::now().naive_utc();
    let next = newest.and_then(|kept| kept.made.checked_add_signed(TimeDelta::microseconds(1)));
    next.map_or(now, |next| now.max(next))
}

fn holds(kept: &Kept, bytes: &[u8]) -> bool {
    u64::try_from(bytes.len()).is_ok_and(|length| length == kept.length)
        && fs::read(&kept.path).is_ok_and(|there| there == bytes)
}

/// What is kept in a folder, the newest first. What else somebody has put there is left alone.
fn kept_in(folder: &Path) -> Vec<Kept> {
    const LISTED: usize = 1000;
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut kept: Vec<_> = entries
        .take(LISTED)
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name();
            let name = name.to_str()?.strip_suffix(".ron")?;
            let about = entry.metadata().ok().filter(fs::Metadata::is_file)?;
            Some(Kept {
                made: NaiveDateTime::parse_from_str(name, "%Y-%m-%dT%H-%M-%S%.fZ").ok()?,
                length: about.len(),
                path: entry.path(),
            })
        })
        .collect();
    kept.sort_by_key(|kept| Reverse(kept.made));
    kept
}

/// Which of a file's backups, the newest first, are not worth their room.
fn superfluous(kept: &[Kept]) -> Vec<PathBuf> {
    let large = kept.iter().filter(|kept| kept.length > LARGE);
    let mut gone: Vec<_> = large
        .skip(LARGE_KEPT)
        .map(|kept| kept.path.clone())
        .collect();
    let older = kept.get(NEWEST..).unwrap_or_default();
    // Seen from the oldest, so that one that is kept today is not let go tomorrow for a neighbour's sake.
    let mut last: Option<NaiveDateTime> = None;
    let mut spread = Vec::new();
    for kept in older.iter().rev() {
        let apart =
            last.is_none_or(|last| kept.made.signed_duration_since(last) >= TimeDelta::hours(1));
        if apart {
            last = Some(kept.made);
            spread.push(kept.path.clone());
        } else {
            gone.push(kept.path.clone());
        }
    }
    spread.reverse();
    gone.extend(spread.into_iter().skip(OLDER));
    gone
}

/// The backups of all files.
fn everything_in(folder: &Path) -> Vec<Kept> {
    let folders = fs::read_dir(folder).into_iter().flatten();
    let folders = folders.take(FILES).flatten().map(|entry| entry.path());
    folders.flat_map(|folder| kept_in(&folder)).collect()
}

/// Which of them are too much, the newest being worth most and one above all.
fn beyond(total: u64, mut kept: Vec<Kept>, spared: &Path) -> Vec<PathBuf> {
    kept.sort_by_key(|kept| Reverse(kept.made));
    let mut sum = 0_u64;
    let too_much = kept.into_iter().enumerate().filter(|(index, kept)| {
        sum = sum.saturating_add(kept.length);
        (sum > total || *index >= COUNT) && kept.path != spared
    });
    too_much.map(|(_, kept)| kept.path).collect()
}

fn remove(paths: &[PathBuf]) {
    for path in paths {
        drop(fs::remove_file(path));
        // Goes only when nothing is left in it.
        drop(path.parent().map(fs::remove_dir));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(minutes: i64, length: u64) -> Kept {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day");
        let start = day.and_hms_opt(0, 0, 0).expect("a time");
        Kept {
            made: start + TimeDelta::minutes(minutes),
            length,
            path: PathBuf::from(minutes.to_string()),
        }
    }

    #[test]
    fn texts_are_kept_newest_first_and_copies_are_not() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let state = StateFolder::at(folder.path());
        let real = folder.path().join("t.ron");
        for text in ["one", "two", "two", "", "three"] {
            state.keep(&real, text.as_bytes()).expect("kept");
        }
        let texts: Vec<_> = state
            .backups(&real)
            .iter()
            .map(|path| fs::read_to_string(path).expect("a text"))
            .collect();
        assert_eq!(texts, ["three", "two", "one"]);
        assert!(state.backups(&folder.path().join("other.ron")).is_empty());
        for text in 0..30 {
            state
                .keep(&real, format!("{text}").as_bytes())
                .expect("kept");
        }
        // And the oldest of all, an hour after which the next older one may come.
        assert_eq!(state.backups(&real).len(), NEWEST + 1);
    }

    #[test]
    fn the_older_the_fewer() {
        // A save a minute for two days, thinned after each.
        let mut all: Vec<Kept> = Vec::new();
        for minute in 0..2 * 24 * 60 {
            all.insert(0, kept(minute, 1));
            let gone = superfluous(&all);
            all.retain(|kept| !gone.contains(&kept.path));
            assert!(all.len() <= NEWEST + OLDER);
        }
        assert_eq!(all.len(), NEWEST + OLDER);
        let ages: Vec<_> = all.iter().map(|kept| kept.made).collect();
        for pair in ages.get(NEWEST..).expect("older ones").windows(2) {
            assert!(
                *pair.first().expect("one") - *pair.last().expect("another") >= TimeDelta::hours(1)
            );
        }
        let span = *ages.first().expect("the newest") - *ages.last().expect("the oldest");
        assert!(span >= TimeDelta::hours(9), "{span}");
    }

    #[test]
    fn large_texts_are_kept_twice() {
        let all = [
            kept(5, LARGE + 1),
            kept(4, 1),
            kept(3, LARGE + 1),
            kept(2, LARGE + 1),
            kept(1, LARGE),
        ];
        assert_eq!(superfluous(&all), [PathBuf::from("2")]);
    }

    #[test]
    fn all_together_are_bounded() {
        let all = vec![kept(1, 40), kept(3, 40), kept(2, 40), kept(0, 40)];
        let gone = beyond(100, all, Path::new("0"));
        assert_eq!(gone, [PathBuf::from("1")]);
        let count = i64::try_from(COUNT).expect("a small number");
        let gone = beyond(
            u64::MAX,
            (0..=count).map(|at| kept(at, 1)).collect(),
            Path::new(""),
        );
        assert_eq!(gone, [PathBuf::from("0")]);
    }

    #[test]
    fn a_long_name_is_cut_between_characters() {
        let name = name_of(&Path::new("/").join("年".repeat(80)));
        assert!(name.len() <= 117 && name.ends_with('年'), "{name}");
    }

    #[cfg(unix)]
    #[test]
    fn what_is_kept_is_for_the_user_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().expect("a temporary folder");
        let state = StateFolder::at(folder.path().join("state"));
        let real = folder.path().join("t.ron");
        state.keep(&real, b"text").expect("kept");
        let path = state.backups(&real).pop().expect("one");
        let mode = fs::metadata(path).expect("it").permissions().mode();
        assert_eq!(mode & 0o077, 0);
    }
}
