//! The state without a window: actions in, what is shown and asked for out.

#[path = "state/anything.rs"]
mod anything;
#[path = "state/camera.rs"]
mod camera;
#[path = "state/desk.rs"]
mod desk;
#[path = "state/files.rs"]
mod files;
#[path = "state/filtering.rs"]
mod filtering;
#[path = "state/lessons.rs"]
mod lessons;
#[path = "state/panels.rs"]
mod panels;
#[path = "state/quiz.rs"]
mod quiz;
#[path = "state/recording.rs"]
mod recording;
#[path = "state/searching.rs"]
mod searching;
#[path = "state/walking.rs"]
mod walking;
#[path = "state/writing.rs"]
mod writing;
