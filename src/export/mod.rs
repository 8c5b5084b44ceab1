//! A timeline in the forms that other programs read.
//!
//! Pure: takes a document, gives text. Writing it anywhere is the affair of `file`.

mod json;

pub use json::json;
