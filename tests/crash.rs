//! What the disk holds when the program is killed at any moment, when several save at once, and when no room is left.
//!
//! The programs that are killed are this test itself, started again as one of the children below.

#![cfg(test)]

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime};

use transpacific::file::{Journal, SaveError, StateFolder, orphans, save};

/// Tells a child which file it works on.
const FILE: &str = "TRANSPACIFIC_TEST_FILE";
/// Tells a child who it is.
const NAME: &str = "TRANSPACIFIC_TEST_NAME";
/// Saves that must have happened before the killing ends.
const SAVES: usize = 500;
/// Edits for each save.
const EDITS: usize = 3;

/// A folder with a file to work on and one for what is kept.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new(text: &str) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir(folder.path().join("files")).expect("a folder");
        let desk = Self { folder };
        fs::write(desk.file(), text).expect("a file");
        desk
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("files/t.ron")
    }

    fn state(&self) -> PathBuf {
        self.folder.path().join("state")
    }

    /// Names of what is beside the file.
    fn beside(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path().join("files")).expect("the folder");
        let names = entries.map(|entry| entry.expect("an entry").file_name());
        let names = names.map(|name| name.to_string_lossy().into_owned());
        names.filter(|name| name != "t.ron").collect()
    }

    /// Starts this test again as one of its children.
    fn child(&self, test: &str, name: &str) -> Child {
        let program = std::env::current_exe().expect("this program");
        Command::new(program)
            .args(["--exact", test, "--nocapture", "--test-threads=1"])
            .env(FILE, self.file())
            .env(NAME, name)
            .env("TRANSPACIFIC_STATE", self.state())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .expect("a child")
    }
}

/// The file that a child is to work on, when this is one.
fn told() -> Option<PathBuf> {
    std::env::var_os(FILE).map(PathBuf::from)
}

/// A text after this many edits, long enough to be cut off in the middle.
fn text_of(edits: usize) -> String {
    let lines = (1..=edits).map(|edit| format!("edit {edit}\n"));
    let filler = "a line that stands for all the events of a timeline\n".repeat(500);
    format!("begin\n{filler}{}end\n", lines.collect::<String>())
}

/// How many edits are in a text, which must be whole.
fn edits_in(text: &str) -> usize {
    let edits = text
        .lines()
        .filter(|line| line.starts_with("edit "))
        .count();
    assert!(
        text == text_of(edits),
        "a text that is not whole: {} bytes",
        text.len()
    );
    edits
}

/// How many edits a journal leads to.
fn edits_told(base: &str, records: &[String]) -> usize {
    let mut edits = edits_in(base);
    for record in records {
        edits += 1;
        assert_eq!(record, &format!("edit {edits}"));
    }
    edits
}

fn say(what: &str) {
    println!("{what}");
    std::io::stdout().flush().expect("somebody listens");
}

/// Not a test by itself: takes up what an earlier one has left, then edits and saves until it is killed.
#[test]
fn child_that_edits() {
    let Some(path) = told() else { return };
    // The harness has begun this line.
    say("\nready");
    let mut disk = fs::read_to_string(&path).expect("a text");
    let mut edits = edits_in(&disk);
    let left = orphans(&path);
    for orphan in &left {
        edits = edits.max(edits_told(&orphan.base, &orphan.records));
    }
    if !left.is_empty() {
        let text = text_of(edits);
        save(&path, &text, Some(&disk)).expect("saved");
        disk = text;
        for orphan in left {
            orphan.discard();
        }
    }
    loop {
        let mut journal = Journal::begin(&path, &disk).expect("begun");
        for _ in 0..EDITS {
            edits += 1;
            journal.append(&format!("edit {edits}")).expect("noted");
            say(&format!("ack {edits}"));
        }
        let text = text_of(edits);
        save(&path, &text, Some(&disk)).expect("saved");
        say(&format!("saved {edits}"));
        disk = text;
        journal.end();
    }
}

/// What a child said before it was killed.
#[derive(Default)]
struct Said {
    noted: usize,
    saved: usize,
    saves: usize,
}

impl Said {
    fn hear(&mut self, lines: &str) {
        // Half a line was not said.
        let whole = lines.rfind('\n').map_or("", |end| &lines[..end]);
        for line in whole.lines() {
            let number = |word| line.strip_prefix(word)?.parse::<usize>().ok();
            self.noted = number("ack ").unwrap_or(self.noted);
            if let Some(saved) = number("saved ") {
                self.saved = saved;
                self.saves += 1;
            }
        }
    }
}

/// Kills a child some time after it has said so much, and hears what it said.
fn kill(mut child: Child, words: u64, after: Duration, said: &mut Said) {
    let mut from = BufReader::new(child.stdout.take().expect("its words"));
    let mut lines = String::new();
    let mut next = || {
        let start = lines.len();
        let count = from.read_line(&mut lines).expect("a line");
        assert_ne!(count, 0, "the child has failed");
        lines.get(start..) == Some("ready\n")
    };
    while !next() {}
    for _ in 0..words {
        next();
    }
    sleep(after);
    child.kill().expect("killed");
    from.read_to_string(&mut lines).expect("words");
    let status = child.wait().expect("an end");
    assert_eq!(status.code(), None, "the child has ended by itself");
    said.hear(&lines);
}

/// Numbers that nobody foresees, and that a failure can be repeated with.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }
}

#[test]
fn killed_at_any_moment_the_file_is_whole_and_no_edit_is_lost() {
    let desk = Desk::new(&text_of(0));
    let state = StateFolder::at(desk.state());
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    let seed = since.expect("a time").as_nanos() as u64 | 1;
    println!("seed {seed}");
    let mut chance = Chance(seed);
    let mut said = Said::default();
    let begun = Instant::now();
    let (mut kills, mut from_journal) = (0, 0);
    while said.saves < SAVES {
        // Some are killed while they take up what the one before has left.
        let words = chance.below(4).min(1) * chance.below(40);
        let after = Duration::from_micros(chance.below(4_000));
        kill(desk.child("child_that_edits", ""), words, after, &mut said);
        kills += 1;
        let on_disk = edits_in(&fs::read_to_string(desk.file()).expect("a text"));
        let left = state.orphans(&desk.file());
        let told = left
            .iter()
            .map(|left| edits_told(&left.base, &left.records));
        let told = told.max().unwrap_or(0);
        assert!(
            on_disk >= said.saved,
            "{on_disk} on disk, {} were saved",
            said.saved
        );
        assert!(
            on_disk.max(told) >= said.noted,
            "{on_disk} on disk and {told} in the journal, {} were noted down",
            said.noted
        );
        from_journal += usize::from(told > on_disk);
        // No journal is worth more than the last one's edits, or old ones come back.
        assert!(left.len() <= 2, "{} journals", left.len());
    }
    let left = desk.beside();
    assert!(
        left.iter().all(|name| name.starts_with(".transpacific-")),
        "{left:?}"
    );
    assert!(left.len() <= kills, "{left:?}");
    println!(
        "{kills} kills in {:?}: {} saves, {} edits; {from_journal} times the journal knew more than the disk; {} \
         temporary files for the next day; {} backups",
        begun.elapsed(),
        said.saves,
        said.noted,
        left.len(),
        state.backups(&desk.file()).len()
    );
    assert!(from_journal > 0);
}

/// Lines that each of the writers adds.
const LINES: usize = 20;

/// Not a test by itself: adds lines to a file that others add lines to.
#[test]
fn child_that_shares() {
    let Some(path) = told() else { return };
    let name = std::env::var(NAME).expect("a name");
    let mut seen = String::new();
    for line in 0..LINES {
        loop {
            let text = format!("{seen}{name} {line}\n");
            match save(&path, &text, Some(&seen)) {
                Ok(()) => break seen = text,
                Err(SaveError::Changed(there)) => {
                    seen = String::from_utf8(there).expect("a whole text");
                }
                Err(error) => panic!("{error}"),
            }
        }
    }
}

#[test]
fn programs_that_save_at_once_lose_nobodys_lines() {
    let desk = Desk::new("");
    let names = ["one", "two", "three"];
    let children = names.map(|name| desk.child("child_that_shares", name));
    for child in children {
        let output = child.wait_with_output().expect("an end");
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stdout)
        );
    }
    let text = fs::read_to_string(desk.file()).expect("a text");
    for name in names {
        let lines: Vec<_> = text.lines().filter(|line| line.starts_with(name)).collect();
        let wanted: Vec<_> = (0..LINES).map(|line| format!("{name} {line}")).collect();
        assert_eq!(lines, wanted);
    }
    assert!(desk.beside().is_empty());
}

/// A small disk of its own, as long as it is held.
struct Disk {
    folder: tempfile::TempDir,
}

impl Disk {
    /// `None` with a word why, where we may not mount.
    fn new() -> Option<Self> {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let disk = Self { folder };
        match disk.mount("size=64k") {
            Ok(()) => Some(disk),
            Err(why) => {
                println!("skipped, since no small disk can be mounted here: {why}");
                None
            }
        }
    }

    fn mount(&self, options: &str) -> Result<(), String> {
        let mut mount = Command::new("mount");
        mount
            .args(["-t", "tmpfs", "-o", options, "tmpfs"])
            .arg(self.folder.path());
        let output = mount.output().map_err(|error| error.to_string())?;
        let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        output.status.success().then_some(()).ok_or(said)
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Leaves room for nothing.
    fn fill(&self) {
        let mut file = File::create(self.at("filler")).expect("a file");
        for size in [4096, 1] {
            while file.write_all(&vec![b'x'; size]).is_ok() {}
        }
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).expect("the disk");
        let names = entries.map(|entry| entry.expect("an entry").file_name());
        let mut names: Vec<_> = names
            .map(|name| name.to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        drop(Command::new("umount").arg(self.folder.path()).output());
    }
}

#[test]
fn a_full_disk_changes_nothing() {
    let Some(disk) = Disk::new() else { return };
    let kept = tempfile::tempdir().expect("a temporary folder");
    let state = StateFolder::at(kept.path());
    let path = disk.at("t.ron");
    fs::write(&path, "old").expect("a file");
    disk.fill();
    let new = "new ".repeat(2000);
    let error = state.save(&path, &new, Some("old")).expect_err("no room");
    assert!(matches!(error, SaveError::Full { .. }), "{error:?}");
    println!("{error}");
    assert_eq!(fs::read_to_string(&path).expect("a text"), "old");
    assert_eq!(disk.names(), ["filler", "t.ron"]);
    // Tried again and again, it fills no backups with one text.
    state.save(&path, &new, Some("old")).expect_err("no room");
    assert_eq!(state.backups(&path).len(), 1);
    fs::remove_file(disk.at("filler")).expect("removed");
    state.save(&path, &new, Some("old")).expect("saved");
    assert_eq!(fs::read_to_string(&path).expect("a text"), new);
}

#[test]
fn no_room_for_what_is_kept_prevents_no_save() {
    let Some(disk) = Disk::new() else { return };
    let desk = Desk::new("old");
    let state = StateFolder::at(disk.at("state"));
    let key = Path::new("/timelines/t.ron");
    let mut journal = state.journal(key, "base").expect("begun");
    journal.append("first").expect("noted");
    disk.fill();
    let long = "long ".repeat(2000);
    journal.append(&long).expect_err("no room");
    state.journal(key, &long).expect_err("no room");
    state.save(&desk.file(), &long, Some("old")).expect("saved");
    assert_eq!(fs::read_to_string(desk.file()).expect("a text"), long);
    assert!(state.backups(&desk.file()).is_empty());
    fs::remove_file(disk.at("filler")).expect("removed");
    // Half a record would have hidden this one.
    journal.append("second").expect("noted");
    drop(journal);
    // A child that another test starts just now holds the lock with us from its fork to its exec.
    let begun = Instant::now();
    let mut left = state.orphans(key);
    while left.is_empty() && begun.elapsed() < Duration::from_secs(5) {
        sleep(Duration::from_millis(5));
        left = state.orphans(key);
    }
    let left = left.pop().expect("one");
    assert_eq!(left.records, ["first", "second"]);
    assert!(!left.torn);
}

#[test]
fn a_disk_that_is_read_only_says_so() {
    let Some(disk) = Disk::new() else { return };
    let kept = tempfile::tempdir().expect("a temporary folder");
    let state = StateFolder::at(kept.path());
    fs::write(disk.at("t.ron"), "old").expect("a file");
    disk.mount("remount,ro").expect("to be read only");
    let error = state.save(&disk.at("t.ron"), "new", Some("old"));
    assert!(
        matches!(error, Err(SaveError::ReadOnly { .. })),
        "{error:?}"
    );
    let error = state.save(&disk.at("new.ron"), "new", None);
    assert!(
        matches!(error, Err(SaveError::ReadOnlyFolder { .. })),
        "{error:?}"
    );
    assert_eq!(disk.names(), ["t.ron"]);
}
