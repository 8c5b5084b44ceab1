//! Watching: news of a file that other programs write.
//!
//! A thread of its own looks at the file when the system rings, and once a second besides, since network drives ring
//! for nobody. It reads what is there and compares it with what is known: whatever an editor does to a file in order to
//! save it, only other bytes are news. The thread never holds the lock while it reads, so that nobody waits for it.

use std::fs;
use std::hash::{BuildHasher as _, RandomState};
use std::io;
use std::mem::take;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::Builder;
use std::time::{Duration, Instant};

use crate::messages::{Message, message};

use super::alarm::Alarm;
use super::folders::{Stamp, places};
use super::{TIMELINE_LIMIT, read_file};

/// How long a file may be missing, half written or unreadable before that is news: editors do all three in passing.
const WAIT: Duration = Duration::from_secs(1);
/// How long it must have been quiet before the file is looked at: a save rings several times.
const QUIET: Duration = Duration::from_millis(20);
/// After how long it is looked at though it is not quiet.
const RESTLESS: Duration = Duration::from_millis(60);
/// How often it is looked at though nothing rings.
const SELDOM: Duration = Duration::from_secs(1);
/// The same while it is missing or half written, when the system may have nothing to watch.
const OFTEN: Duration = Duration::from_millis(100);
/// After how long something missing is no longer expected back at any moment.
const LOST: Duration = Duration::from_secs(30);

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// Other bytes than those known.
    Bytes(Vec<u8>),
    /// Nothing, and that for a while.
    Gone,
    /// Something that cannot be read, and why.
    Unreadable(Message),
}

/// Watches one file. Dropping it stops: nothing is called from then on but what is being called already.
#[derive(Debug)]
pub struct Watch {
    shared: Arc<Shared>,
}

/// What the watch, its thread and the system's watching have in common.
#[derive(Debug)]
struct Shared {
    state: Mutex<State>,
    /// Rung when something in the state is for the thread.
    bell: Condvar,
    /// Makes fingerprints that no file can be made to match.
    hasher: RandomState,
}

#[derive(Debug)]
struct State {
    known: Known,
    /// What we are about to write ourselves.
    coming: Option<Print>,
    newest: Option<Seen>,
    /// Counts how often the caller has said what is known: what was read before that is no news after it.
    turn: u64,
    rung: bool,
    lost: bool,
    stopped: bool,
}

/// What was last said to be there, by us or by the caller.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Known {
    Nothing,
    Text(Print),
    Unreadable(Message),
}

/// Stands for bytes, which are too many to be kept for comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Print(usize, u64);

impl Drop for Watch {
    fn drop(&mut self) {
        self.shared.state().stopped = true;
        self.shared.bell.notify_all();
    }
}

impl Watch {
    /// Begins to watch. `known` is what the caller takes to be there; `None` when that is nothing.
    ///
    /// `is_whole` says whether bytes look like a whole file, of which this room knows nothing; one that does not is
    /// looked at again for a second before it is reported all the same. `wake` is called whenever there is something to
    /// [poll](Self::poll). Both are called on the watch's thread. Never fails: where the system watches nothing for us,
    /// the file is looked at once a second.
    pub fn start(
        path: &Path,
        known: Option<&[u8]>,
        is_whole: impl Fn(&[u8]) -> bool + Send + 'static,
        wake: impl Fn() + Send + 'static,
    ) -> Self {
        let shared = Shared::new(known);
        let lookout = Lookout::new(path, Arc::clone(&shared), is_whole, wake);
        let thread = Builder::new().name("watch".to_owned());
        if let Err(error) = thread.spawn(move || lookout.run()) {
            let why = message!("files-not-watched", error = error.to_string());
            shared.state().newest = Some(Seen::Unreadable(why));
        }
        Self { shared }
    }

    /// What was found since the last call: the newest only.
    pub fn poll(&mut self) -> Option<Seen> {
        self.shared.state().newest.take()
    }

    /// Says that we are about to write this ourselves, so that it is no news when it is found there before the caller
    /// can say that it has been written.
    pub fn expects(&self, bytes: &[u8]) {
        let print = print(&self.shared.hasher, bytes);
        self.shared.state().coming = Some(print);
    }

    /// Says that this is there now, since we have written or read it ourselves: it is no news, and everything else is.
    /// What was found before is forgotten.
    pub fn knows(&self, bytes: &[u8]) {
        let print = print(&self.shared.hasher, bytes);
        let mut state = self.shared.state();
        state.known = Known::Text(print);
        state.coming = None;
        state.newest = None;
        state.turn = state.turn.wrapping_add(1);
        state.rung = true;
        drop(state);
        self.shared.bell.notify_all();
    }
}

impl Shared {
    fn new(known: Option<&[u8]>) -> Arc<Self> {
        let hasher = RandomState::new();
        let known = known.map_or(Known::Nothing, |known| Known::Text(print(&hasher, known)));
        Arc::new(Self {
            state: Mutex::new(State {
                known,
                coming: None,
                newest: None,
                turn: 0,
                rung: false,
                lost: false,
                stopped: false,
            }),
            bell: Condvar::new(),
            hasher,
        })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // The state is whole between any two statements that change it.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn ring(&self, lost: bool) {
        let mut state = self.state();
        state.rung = true;
        state.lost |= lost;
        drop(state);
        self.bell.notify_all();
    }

    /// Waits for this moment, or a ring. Says whether it was one; `None` when it is time to stop.
    fn wait(&self, until: Instant) -> Option<bool> {
        let mut state = self.state();
        loop {
            if state.stopped {
                return None;
            }
            let left = until.saturating_duration_since(Instant::now());
            if state.rung || left.is_zero() {
                return Some(take(&mut state.rung));
            }
            let waited = self.bell.wait_timeout(state, left);
            state = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }
}

fn print(hasher: &RandomState, bytes: &[u8]) -> Print {
    Print(bytes.len(), hasher.hash_one(bytes))
}

/// The thread that looks at the file.
struct Lookout<I, W> {
    path: PathBuf,
    shared: Arc<Shared>,
    /// `None` only for tests of what happens where the system is silent.
    alarm: Option<Alarm>,
    is_whole: I,
    wake: W,
    /// What the file looked like from outside when it was last read and dealt with.
    settled: Option<(Stamp, u64)>,
    /// Since when there is nothing.
    absent: Option<Instant>,
    /// Since when there is something that is not whole.
    half: Option<Instant>,
    /// Since when there is something that cannot be read.
    closed: Option<Instant>,
    /// Since when it has been ringing.
    ringing: Option<Instant>,
}

/// What a look has found.
enum Found {
    Nothing,
    Bytes(Vec<u8>),
    Unreadable(Message),
}

impl<I: Fn(&[u8]) -> bool, W: Fn()> Lookout<I, W> {
    fn new(path: &Path, shared: Arc<Shared>, is_whole: I, wake: W) -> Self {
        let ringing = Arc::downgrade(&shared);
        let ring = move |lost| {
            if let Some(shared) = ringing.upgrade() {
                shared.ring(lost);
            }
        };
        Self {
            // Wherever the program goes, the file stays where it is.
            path: std::path::absolute(path).unwrap_or_else(|_| path.to_owned()),
            shared,
            alarm: Some(Alarm::new(Arc::new(ring))),
            is_whole,
            wake,
            settled: None,
            absent: None,
            half: None,
            closed: None,
            ringing: None,
        }
    }

    fn run(mut self) {
        let mut planned = Instant::now();
        let mut next = planned;
        while let Some(rung) = self.shared.wait(next) {
            let now = Instant::now();
            if rung {
                let begun = *self.ringing.get_or_insert(now);
                next = planned.min(later(now, QUIET)).min(later(begun, RESTLESS));
            }
            if now < next {
                continue;
            }
            self.ringing = None;
            let lost = take(&mut self.shared.state().lost);
            if let Some(alarm) = &mut self.alarm {
                alarm.tend(&places(&self.path), lost);
            }
            self.look();
            planned = self.next_look();
            next = planned;
        }
    }

    /// When to look though nothing rings.
    fn next_look(&self) -> Instant {
        let now = Instant::now();
        let waiting = self.absent.or(self.half).or(self.closed);
        let Some(since) = waiting.filter(|since| since.elapsed() < LOST) else {
            return later(now, SELDOM);
        };
        let end = later(since, WAIT);
        let often = later(now, OFTEN);
        // A moment after which it is news, to the point.
        if end > now { often.min(end) } else { often }
    }

    /// Looks at the file, and reports what is news.
    fn look(&mut self) {
        let turn = self.shared.state().turn;
        let (found, stamp) = match fs::metadata(&self.path) {
            Ok(about) => {
                let stamp = Stamp::of(&about);
                if self.settled == Some((stamp, turn)) && !stamp.is_fresh() {
                    return;
                }
                (self.read(&about), Some(stamp))
            }
            Err(error) if is_absence(&error) => (Found::Nothing, None),
            Err(error) => (self.unreadable_for(&error), None),
        };
        let dealt_with = match found {
            Found::Nothing => self.nothing(turn),
            Found::Bytes(bytes) => self.bytes(bytes, turn),
            Found::Unreadable(why) => self.unreadable(why, turn),
        };
        self.settled = stamp.filter(|_| dealt_with).map(|stamp| (stamp, turn));
    }

    fn unreadable_for(&self, error: &io::Error) -> Found {
        let path = self.path.display().to_string();
        let error = error.to_string();
        Found::Unreadable(message!("files-unreadable", error = error, path = path))
    }

    fn read(&self, about: &fs::Metadata) -> Found {
        // Opening a pipe would wait for whoever writes into it.
        if !about.is_file() && !about.is_dir() {
            return Found::Unreadable(message!(
                "files-expected",
                path = self.path.display().to_string()
            ));
        }
        match read_file(&self.path, TIMELINE_LIMIT) {
            Ok(bytes) => Found::Bytes(bytes),
            Err(super::ReadError::NotFound { .. }) => Found::Nothing,
            Err(error) => Found::Unreadable(error.message()),
        }
    }

    fn nothing(&mut self, turn: u64) -> bool {
        self.half = None;
        self.closed = None;
        let since = *self.absent.get_or_insert_with(Instant::now);
        if since.elapsed() >= WAIT {
            self.report(Seen::Gone, Known::Nothing, turn);
        }
        false
    }

    fn unreadable(&mut self, why: Message, turn: u64) -> bool {
        self.half = None;
        self.absent = None;
        let since = *self.closed.get_or_insert_with(Instant::now);
        if since.elapsed() >= WAIT {
            self.report(Seen::Unreadable(why.clone()), Known::Unreadable(why), turn);
        }
        false
    }

    /// Says whether that was all to be said of these bytes.
    fn bytes(&mut self, bytes: Vec<u8>, turn: u64) -> bool {
        self.absent = None;
        self.closed = None;
        let print = print(&self.shared.hasher, &bytes);
        let is_news = self.is_news(print, turn);
        if is_news == Some(true) && !(self.is_whole)(&bytes) {
            let since = *self.half.get_or_insert_with(Instant::now);
            if since.elapsed() < WAIT {
                return false;
            }
        }
        self.half = None;
        if is_news == Some(true) {
            return self.report(Seen::Bytes(bytes), Known::Text(print), turn);
        }
        is_news.is_some()
    }

    /// Whether bytes are other than those known; `None` when the caller has said something meanwhile.
    fn is_news(&self, print: Print, turn: u64) -> Option<bool> {
        let mut state = self.shared.state();
        if state.turn != turn {
            return None;
        }
        if state.coming == Some(print) {
            state.coming = None;
            state.newest = None;
            state.known = Known::Text(print);
        }
        Some(state.known != Known::Text(print))
    }

    /// Puts news where the caller finds them; what is known already is none. Not when the caller has said something
    /// since the file was looked at: then it rings, and is looked at again.
    fn report(&self, seen: Seen, known: Known, turn: u64) -> bool {
        let mut state = self.shared.state();
        if state.turn != turn {
            return false;
        }
        if state.known != known && !state.stopped {
            state.known = known;
            state.newest = Some(seen);
            drop(state);
            (self.wake)();
        }
        true
    }
}

fn later(than: Instant, by: Duration) -> Instant {
    than.checked_add(by).unwrap_or(than)
}

fn is_absence(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

#[cfg(test)]
mod tests;
