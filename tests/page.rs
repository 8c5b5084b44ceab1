//! The page that `transpacific export` writes, in a real browser: opened from disk without a network, searched, zoomed,
//! read and walked by hand and by key, as a screen reader hears it and without its script; then one made of a hostile
//! timeline.
//!
//! ```text
//! cargo test --features real-browser --test page -- --nocapture
//! ```
//!
//! Needs Chromium (`CHROMIUM`, or `chromium` on the path), and fails where there is none: a test that passes without
//! having looked says nothing. The pictures are kept in `target/page-test/` for people to look at.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test in steps: each says what it expects of the browser or of the page"
)]

#[path = "page/browser.rs"]
mod browser;
#[path = "page/hostile.rs"]
mod hostile;
#[path = "page/reading.rs"]
mod reading;
#[path = "page/visit.rs"]
mod visit;
