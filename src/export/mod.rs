//! A timeline in the forms that other programs read, and a story as its teacher reads it away from the window.
//!
//! Pure: takes a document, gives text. Writing it anywhere is the affair of `file`.

mod html;
mod json;
mod notes;

pub use json::json;
pub use notes::notes;
