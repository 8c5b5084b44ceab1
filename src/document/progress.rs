//! How far the reading of a file has come, and the wish to end it.
//!
//! Shared between whoever reads and whoever waits: only atomic figures, which nobody ever waits for.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};

/// How far the reading of a file has come; also the way to call it off.
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicU64,
    total: AtomicU64,
    cancelled: AtomicBool,
}

impl Progress {
    /// Nothing done yet, of an amount that the reading will say.
    pub fn new() -> Self {
        Self::default()
    }

    /// The part that is done, from 0 to 1; it only grows, unless a broken file has to be read a second time.
    pub fn share(&self) -> f32 {
        let (done, total) = (self.done.load(Relaxed), self.total.load(Relaxed));
        if total == 0 {
            return 0.0;
        }
        (done as f64 / total as f64).clamp(0.0, 1.0) as f32
    }

    /// Asks the reading to end soon, without a result.
    pub fn cancel(&self) {
        self.cancelled.store(true, Relaxed);
    }

    /// Whether [`Progress::cancel`] has been called.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Relaxed)
    }

    /// Begins with so much to do.
    pub(crate) fn begin(&self, total: usize) {
        self.total.store(total as u64, Relaxed);
        self.done.store(0, Relaxed);
    }

    /// So much more is done.
    pub(crate) fn add(&self, amount: usize) {
        self.done.fetch_add(amount as u64, Relaxed);
    }

    /// So much is done in all.
    pub(crate) fn reach(&self, amount: usize) {
        self.done.store(amount as u64, Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_share_is_between_none_and_all() {
        let progress = Progress::new();
        assert_eq!(progress.share(), 0.0);
        progress.begin(10);
        progress.add(4);
        progress.add(1);
        assert_eq!(progress.share(), 0.5);
        progress.reach(11);
        assert_eq!(progress.share(), 1.0);
        assert!(!progress.is_cancelled());
        progress.cancel();
        assert!(progress.is_cancelled());
    }
}
