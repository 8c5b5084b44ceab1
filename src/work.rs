//! Work off the window's thread: one job of a kind at a time, and the newest wins.
//!
//! Knows nothing of what the jobs do. A result that is no longer wanted is never seen: a job that is replaced is told to
//! stop, and whatever it still sends falls on deaf ears.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError, channel};
use std::thread::Builder;
use std::time::Duration;

/// The place of one job of a kind.
#[derive(Debug)]
pub struct Background<T> {
    running: Option<Running<T>>,
}

#[derive(Debug)]
struct Running<T> {
    cancelled: Arc<AtomicBool>,
    receive: Receiver<Option<T>>,
}

impl<T> Default for Background<T> {
    fn default() -> Self {
        Self { running: None }
    }
}

impl<T> Drop for Background<T> {
    fn drop(&mut self) {
        self.stop();
    }
}

impl<T> Background<T> {
    /// Whether a job is under way, or has a result that nobody has fetched.
    pub fn is_busy(&self) -> bool {
        self.running.is_some()
    }

    /// Forgets the job that is under way.
    pub fn stop(&mut self) {
        if let Some(running) = self.running.take() {
            running.cancelled.store(true, Ordering::Relaxed);
        }
    }

    /// The result, once it is there.
    pub fn poll(&mut self) -> Option<T> {
        self.fetch(|receive| receive.try_recv())
    }

    /// The result, if it is there within this time.
    pub fn wait(&mut self, longest: Duration) -> Option<T> {
        self.fetch(|receive| {
            let received = receive.recv_timeout(longest);
            received.map_err(|error| match error {
                RecvTimeoutError::Timeout => TryRecvError::Empty,
                RecvTimeoutError::Disconnected => TryRecvError::Disconnected,
            })
        })
    }

    fn fetch(
        &mut self,
        receive: impl FnOnce(&Receiver<Option<T>>) -> Result<Option<T>, TryRecvError>,
    ) -> Option<T> {
        let result = receive(&self.running.as_ref()?.receive);
        if matches!(result, Err(TryRecvError::Empty)) {
            return None;
        }
        self.running = None;
        result.ok().flatten()
    }
}

impl<T: Send + 'static> Background<T> {
    /// Begins a job in place of the one under way. It is to look at the flag now and then, and to give up when it is
    /// set; `wake` is called when it is done. Where no thread can be had nothing is under way, and the caller may ask
    /// again.
    pub fn start<J, W>(&mut self, name: &str, job: J, wake: W)
    where
        J: FnOnce(&AtomicBool) -> Option<T> + Send + 'static,
        W: FnOnce() + Send + 'static,
    {
        self.stop();
        let cancelled = Arc::new(AtomicBool::new(false));
        let (send, receive) = channel();
        let flag = Arc::clone(&cancelled);
        let work = move || {
            // Nobody may want to know any more.
            drop(send.send(job(&flag)));
            wake();
        };
        let thread = Builder::new().name(name.to_owned()).spawn(work);
        self.running = thread.is_ok().then_some(Running { cancelled, receive });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Longer than any test machine is asleep.
    const LONG: Duration = Duration::from_secs(60);

    #[test]
    fn a_job_gives_its_result_once_and_wakes_who_waits() {
        let (send, woken) = channel();
        let mut work = Background::default();
        assert_eq!(work.poll(), None);
        work.start(
            "test",
            |_| Some(7),
            move || send.send(()).unwrap_or_default(),
        );
        assert!(work.is_busy());
        assert_eq!(woken.recv_timeout(LONG), Ok(()));
        assert_eq!(work.poll(), Some(7));
        assert!(!work.is_busy());
        assert_eq!(work.poll(), None);
    }

    #[test]
    fn the_newer_job_stops_the_older_and_only_its_result_shows() {
        let (go, gone) = (channel::<()>(), channel());
        let mut work = Background::default();
        let tell = gone.0.clone();
        let older = move |stopped: &AtomicBool| {
            // Goes on until it is told to stop, and then still says something.
            while !stopped.load(Ordering::Relaxed) && go.1.try_recv().is_err() {
                std::thread::yield_now();
            }
            tell.send(stopped.load(Ordering::Relaxed)).unwrap();
            Some("older")
        };
        work.start("older", older, || ());
        work.start("newer", |_| Some("newer"), || ());
        assert_eq!(gone.1.recv_timeout(LONG), Ok(true));
        assert_eq!(work.wait(LONG), Some("newer"));
        assert_eq!(work.poll(), None);
        drop(go.0);
    }

    #[test]
    fn a_job_that_gives_up_leaves_nothing() {
        let mut work: Background<u8> = Background::default();
        work.start("test", |_| None, || ());
        assert_eq!(work.wait(LONG), None);
        assert!(!work.is_busy());
    }
}
