//! The rooms under test, without the others: the toolkit would have to be built with the sanitizer too, which takes
//! ten times as long. Their sources are those of the crate.

#![expect(unused_imports, reason = "what the other rooms use is idle here")]

#[path = "../../src/document/mod.rs"]
pub mod document;
#[path = "../../src/messages/mod.rs"]
pub mod messages;
#[path = "../../src/time/mod.rs"]
pub mod time;
