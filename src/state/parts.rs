//! Work on long lists, shared among the threads that there are.
//!
//! Threads of its own, not those of the pool on which names are placed: a keystroke does not wait for a lane.

use std::ops::Range;
use std::panic::resume_unwind;
use std::thread;

/// Threads that share a work, at most: beyond these the memory is no faster.
const MOST_THREADS: usize = 8;

/// Cuts `0..count` into as many parts as there are threads to work on them, but none into less than `least`, and gives
/// back what came of each, in order. The caller's thread does its part.
pub(super) fn in_parts<T: Send>(
    name: &str,
    count: usize,
    least: usize,
    work: impl Fn(Range<usize>) -> T + Sync,
) -> Vec<T> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let threads = threads.min(MOST_THREADS).min(count / least.max(1));
    if threads < 2 {
        return vec![work(0..count)];
    }
    let part = move |at: usize| count * at / threads..count * (at + 1) / threads;
    let work = &work;
    thread::scope(|scope| {
        let spawn = |at| {
            let builder = thread::Builder::new().name(name.to_owned());
            (at, builder.spawn_scoped(scope, move || work(part(at))))
        };
        let others: Vec<_> = (1..threads).map(spawn).collect();
        let mut done = vec![work(part(0))];
        for (at, spawned) in others {
            done.push(match spawned {
                Ok(thread) => thread.join().unwrap_or_else(|panic| resume_unwind(panic)),
                // No more threads to be had: then one after the other.
                Err(_) => work(part(at)),
            });
        }
        done
    })
}

#[cfg(test)]
mod tests {
    use super::in_parts;

    #[test]
    fn the_parts_make_up_the_whole_in_order() {
        for count in [0, 1, 2, 3, 7, 100] {
            let parts = in_parts("test", count, 2, |part| part.collect::<Vec<_>>());
            assert_eq!(parts.concat(), (0..count).collect::<Vec<_>>());
            assert!(parts.len() == 1 || parts.iter().all(|part| part.len() >= 2));
        }
    }
}
