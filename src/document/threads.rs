//! Does the same work on several threads, and gives what it came to in order.

use std::sync::Mutex;
use std::thread;

/// The work for each part, on so many threads, this one among them.
pub(super) fn each<P, T: Send>(
    threads: usize,
    parts: impl IntoIterator<Item = P, IntoIter: Send>,
    work: impl Fn(P) -> T + Sync,
) -> Vec<T> {
    let parts = Mutex::new(parts.into_iter().enumerate());
    let done = Mutex::new(Vec::new());
    let next = || parts.lock().ok().and_then(|mut parts| parts.next());
    let take = || {
        while let Some((number, part)) = next() {
            let result = work(part);
            if let Ok(mut done) = done.lock() {
                done.push((number, result));
            }
        }
    };
    thread::scope(|scope| {
        for number in 1..threads {
            let thread = thread::Builder::new().name(format!("check-{number}"));
            // Where no thread is to be had, the others do its work.
            let _ = thread.spawn_scoped(scope, take);
        }
        take();
    });
    let mut done = done.into_inner().unwrap_or_default();
    done.sort_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::each;

    #[test]
    fn results_come_in_order() {
        assert_eq!(each(3, 0..5, |part| part * 2), [0, 2, 4, 6, 8]);
        assert!(each(3, 0..0, |part: i32| part).is_empty());
    }
}
