//! Each way in which editors save, and how long it takes until it is news.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::messages::Lang;

use super::{Lookout, Seen, Shared, Watch};

/// Far more than it takes, on a machine that does much else.
const SOON: Duration = Duration::from_secs(1);
/// Longer than anything may be missing before it is news.
const LONG: Duration = Duration::from_secs(5);
/// Long enough for news to have come that must not.
const QUIET: Duration = Duration::from_millis(300);

/// A file in a folder of its own, and a watch over it.
struct Stage {
    folder: tempfile::TempDir,
    path: PathBuf,
    watch: Watch,
    woken: Receiver<()>,
}

fn is_whole(bytes: &[u8]) -> bool {
    bytes.ends_with(b")\n")
}

impl Stage {
    /// Watches what `prepare` makes of a folder with a file in it.
    fn new(prepare: impl FnOnce(&Path, &Path) -> PathBuf) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = folder.path().join("t.ron");
        fs::write(&file, "(old)\n").expect("a file");
        let path = prepare(folder.path(), &file);
        let (wake, woken) = channel();
        let watch = Watch::start(&path, Some(b"(old)\n"), is_whole, move || {
            wake.send(()).unwrap_or_default()
        });
        let stage = Self {
            folder,
            path,
            watch,
            woken,
        };
        // Until it looks for the first time.
        sleep(Duration::from_millis(100));
        stage
    }

    fn plain() -> Self {
        Self::new(|_, file| file.to_owned())
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// What is news within this time, and how long it took.
    fn news(&mut self, within: Duration) -> Option<(Seen, Duration)> {
        let begun = Instant::now();
        while let Some(left) = within.checked_sub(begun.elapsed()) {
            match self.woken.recv_timeout(left) {
                // There may be none any more, where the caller has said that it knows it.
                Ok(()) => {
                    if let Some(seen) = self.watch.poll() {
                        return Some((seen, begun.elapsed()));
                    }
                }
                Err(RecvTimeoutError::Timeout) => return None,
                Err(RecvTimeoutError::Disconnected) => panic!("the watch has died"),
            }
        }
        None
    }

    fn expect(&mut self, how: &str, text: &str) {
        let (seen, took) = self.news(LONG).expect(how);
        println!("{how}: {took:?}");
        assert_eq!(seen, Seen::Bytes(text.as_bytes().to_owned()), "{how}");
        assert!(took < SOON, "{how}: {took:?}");
    }

    fn expect_silence(&mut self) {
        assert_eq!(self.news(QUIET), None);
    }
}

/// Writes a text in pieces, as one who takes his time.
fn in_pieces(path: &Path, pieces: &[&str]) {
    let mut file = File::create(path).expect("a file");
    for (index, piece) in pieces.iter().enumerate() {
        if index > 0 {
            sleep(Duration::from_millis(120));
        }
        file.write_all(piece.as_bytes()).expect("a piece");
    }
}

#[test]
fn every_way_of_saving_is_news() {
    let mut stage = Stage::plain();
    let path = stage.path.clone();
    for round in 0..3 {
        let text = |how: &str| format!("({how} {round})\n");
        fs::write(&path, text("in place")).expect("written");
        stage.expect("write in place", &text("in place"));

        in_pieces(&path, &["(in", " pieces", &format!(" {round})\n")]);
        stage.expect("truncate and write in pieces", &text("in pieces"));

        fs::write(stage.at(".t.ron.tmp"), text("renamed")).expect("written");
        fs::rename(stage.at(".t.ron.tmp"), &path).expect("renamed");
        stage.expect("write and rename", &text("renamed"));

        fs::rename(&path, stage.at("t.ron~")).expect("renamed");
        sleep(Duration::from_millis(50));
        fs::write(&path, text("anew")).expect("written");
        fs::remove_file(stage.at("t.ron~")).expect("removed");
        stage.expect("rename to a backup and write", &text("anew"));

        fs::remove_file(&path).expect("removed");
        sleep(Duration::from_millis(50));
        fs::write(&path, text("again")).expect("written");
        stage.expect("delete and create", &text("again"));

        let state = crate::file::StateFolder::at(stage.at("state"));
        let seen = text("again");
        state
            .save(&path, &text("ours"), Some(&seen))
            .expect("saved");
        stage.expect("our own save, unannounced", &text("ours"));
    }
    stage.expect_silence();
}

#[test]
fn what_is_known_is_no_news() {
    let mut stage = Stage::plain();
    fs::write(&stage.path, "(old)\n").expect("written");
    stage.expect_silence();
    // Found before we can say that it is ours.
    stage.watch.expects(b"(ours)\n");
    fs::write(&stage.path, "(ours)\n").expect("written");
    stage.expect_silence();
    stage.watch.knows(b"(ours)\n");
    stage.expect_silence();
    // Said at once.
    fs::write(&stage.path, "(ours too)\n").expect("written");
    stage.watch.knows(b"(ours too)\n");
    stage.expect_silence();
    // What was known once is news when it comes back.
    fs::write(&stage.path, "(ours)\n").expect("written");
    stage.expect("back to what was", "(ours)\n");
    // And so is what is there when something else is said to be.
    stage.watch.knows(b"(theirs)\n");
    stage.expect("other than said", "(ours)\n");
}

#[test]
fn only_the_newest_is_told() {
    let mut stage = Stage::plain();
    for text in ["(one)\n", "(two)\n", "(three)\n"] {
        fs::write(&stage.path, text).expect("written");
        sleep(Duration::from_millis(150));
    }
    assert_eq!(stage.watch.poll(), Some(Seen::Bytes(b"(three)\n".to_vec())));
    assert_eq!(stage.watch.poll(), None);
}

#[test]
fn half_a_file_is_news_after_a_while_and_the_whole_at_once() {
    let mut stage = Stage::plain();
    fs::write(&stage.path, "(half").expect("written");
    let (seen, took) = stage.news(LONG).expect("half a file");
    println!("half a file: {took:?}");
    assert_eq!(seen, Seen::Bytes(b"(half".to_vec()));
    assert!(took > Duration::from_millis(800), "{took:?}");
    fs::write(&stage.path, "(whole)\n").expect("written");
    stage.expect("the whole", "(whole)\n");
}

#[test]
fn a_file_that_vanishes_is_gone_after_a_while_and_found_again() {
    let mut stage = Stage::plain();
    fs::remove_file(&stage.path).expect("removed");
    let (seen, took) = stage.news(LONG).expect("nothing");
    println!("gone: {took:?}");
    assert_eq!(seen, Seen::Gone);
    assert!(took > Duration::from_millis(800), "{took:?}");
    stage.expect_silence();
    fs::write(&stage.path, "(old)\n").expect("written");
    stage.expect("back again", "(old)\n");
}

#[test]
fn a_folder_that_is_made_anew_is_watched_anew() {
    let mut stage = Stage::new(|folder, _| {
        fs::create_dir(folder.join("inner")).expect("a folder");
        fs::write(folder.join("inner/t.ron"), "(old)\n").expect("a file");
        folder.join("inner/t.ron")
    });
    let inner = stage.at("inner");
    for round in 0..2 {
        fs::remove_dir_all(&inner).expect("removed");
        if round == 1 {
            assert_eq!(stage.news(LONG).expect("nothing").0, Seen::Gone);
        }
        fs::create_dir(&inner).expect("a folder");
        let text = format!("(new {round})\n");
        fs::write(&stage.path, &text).expect("a file");
        stage.expect("a new folder", &text);
        let text = format!("(newer {round})\n");
        fs::write(&stage.path, &text).expect("a file");
        stage.expect("in the new folder", &text);
    }
    // And one that is moved away, with another in its place.
    fs::rename(&inner, stage.at("elsewhere")).expect("moved");
    fs::create_dir(&inner).expect("a folder");
    fs::write(&stage.path, "(another)\n").expect("a file");
    stage.expect("another folder", "(another)\n");
}

#[cfg(unix)]
#[test]
fn a_link_is_watched_at_both_ends() {
    use std::os::unix::fs::symlink;
    let mut stage = Stage::new(|folder, file| {
        fs::create_dir(folder.join("links")).expect("a folder");
        symlink(file, folder.join("links/t.ron")).expect("a link");
        folder.join("links/t.ron")
    });
    fs::write(stage.at("new.tmp"), "(target)\n").expect("written");
    fs::rename(stage.at("new.tmp"), stage.at("t.ron")).expect("renamed");
    stage.expect("the target of a link", "(target)\n");
    fs::create_dir(stage.at("third")).expect("a folder");
    fs::write(stage.at("third/other.ron"), "(other)\n").expect("written");
    symlink(stage.at("third/other.ron"), stage.at("links/new")).expect("a link");
    fs::rename(stage.at("links/new"), &stage.path).expect("renamed");
    stage.expect("a link to another", "(other)\n");
    fs::write(stage.at("third/other.ron"), "(more)\n").expect("written");
    stage.expect("the target of the new link", "(more)\n");
}

#[test]
fn what_cannot_be_read_is_told_and_forgotten() {
    let mut stage = Stage::plain();
    fs::remove_file(&stage.path).expect("removed");
    fs::create_dir(&stage.path).expect("a folder");
    let (seen, _) = stage.news(LONG).expect("a folder");
    assert!(
        matches!(&seen, Seen::Unreadable(why) if why.text(Lang::En).contains("found a folder")),
        "{seen:?}"
    );
    stage.expect_silence();
    fs::remove_dir(&stage.path).expect("removed");
    fs::write(&stage.path, "(old)\n").expect("written");
    stage.expect("readable again", "(old)\n");
}

#[test]
fn where_the_system_is_silent_it_is_looked_at_all_the_same() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("t.ron");
    fs::write(&path, "(old)\n").expect("a file");
    let shared = Shared::new(Some(b"(old)\n"));
    let (wake, woken) = channel();
    let mut lookout = Lookout::new(&path, Arc::clone(&shared), is_whole, move || {
        wake.send(()).unwrap_or_default();
    });
    lookout.alarm = None;
    let thread = std::thread::spawn(move || lookout.run());
    let mut watch = Watch { shared };
    for text in ["(new)\n", "(two)\n"] {
        sleep(Duration::from_millis(100));
        fs::write(&path, text).expect("written");
        let begun = Instant::now();
        woken.recv_timeout(LONG).expect("news");
        println!("by looking: {:?}", begun.elapsed());
        assert!(begun.elapsed() < SOON * 2);
        assert_eq!(watch.poll(), Some(Seen::Bytes(text.as_bytes().to_owned())));
    }
    drop(watch);
    let begun = Instant::now();
    thread.join().expect("the thread ends");
    assert!(begun.elapsed() < SOON);
}

#[test]
fn nobody_waits_for_a_watch_that_reads() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("t.ron");
    fs::write(&path, "(other)\n").expect("a file");
    let (began, begun) = channel();
    let slow = move |_: &[u8]| {
        began.send(()).unwrap_or_default();
        sleep(Duration::from_millis(500));
        true
    };
    let mut watch = Watch::start(&path, None, slow, || ());
    begun.recv_timeout(LONG).expect("it reads");
    let asked = Instant::now();
    assert_eq!(watch.poll(), None);
    // What it has read meanwhile is no news any more.
    watch.knows(b"(other)\n");
    assert!(asked.elapsed() < Duration::from_millis(300));
    sleep(Duration::from_millis(800));
    assert_eq!(watch.poll(), None);
    drop(watch);
    assert!(asked.elapsed() < Duration::from_secs(2));
}
