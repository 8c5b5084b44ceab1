//! Other programs' timelines: whatever is in a file, reading it ends, and what comes out is a timeline without errors.

#[path = "exchange/anything.rs"]
mod anything;
#[path = "exchange/fixtures.rs"]
mod fixtures;
