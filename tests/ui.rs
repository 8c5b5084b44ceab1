//! The window in process: the whole interface over a real workspace, without a display, a GPU or a network.
//!
//! What is clicked and read here goes by the names that a screen reader reads. The harness also fails a test when a
//! character has no glyph in the fonts, and when something that can be used has no name.

#![cfg(test)]

#[path = "ui/aloud.rs"]
mod aloud;
#[path = "ui/board.rs"]
mod board;
#[path = "ui/camera.rs"]
mod camera;
#[path = "ui/composing.rs"]
mod composing;
#[path = "ui/crowds.rs"]
mod crowds;
#[path = "ui/editing.rs"]
mod editing;
#[path = "ui/files.rs"]
mod files;
#[path = "ui/filtering.rs"]
mod filtering;
#[path = "../benches/frames/generated.rs"]
mod generated;
#[path = "ui/hands.rs"]
mod hands;
#[path = "ui/keys.rs"]
mod keys;
#[path = "ui/large.rs"]
mod large;
#[path = "ui/lesson.rs"]
mod lesson;
#[path = "ui/places.rs"]
mod places;
#[path = "ui/quiz.rs"]
mod quiz;
#[path = "ui/reading.rs"]
mod reading;
#[path = "ui/searching.rs"]
mod searching;
#[path = "ui/share.rs"]
mod share;
#[path = "ui/stories.rs"]
mod stories;
#[path = "ui/support.rs"]
mod support;
#[path = "ui/text.rs"]
mod text;
#[path = "ui/typing.rs"]
mod typing;
#[path = "ui/walk.rs"]
mod walk;
