//! Transpacific opens a text file of dated events and draws it as a timeline: zoomable from two centuries to a day,
//! filterable, searchable, each event read against its sources.
//!
//! This page is the map of the house. Text is the ground state and data flows one way:
//!
//! ```text
//! text → document → state → scene → pixels
//!          ↑          │
//!        time         └── Action ← ui
//! ```
//!
//! # Rooms
//!
//! | room | duty |
//! |---|---|
//! | [`messages`] | What is said to people, by name, and its words in each language from the files in `assets/messages/`. Below all others, since all have something to say. Imports nothing of ours. |
//! | [`time`] | EDTF dates with their precision, the visible stretch of time, its scale, the ticks. Imports `messages`, for what is wrong with a date. |
//! | [`document`] | A file's text, what it says, what is wrong with it and where; edits, their way back, and two writers. Imports `time` and, like all rooms above, `messages`. |
//! | [`state`] | [`state::Workspace`]: the view, the filter, the selection; the one place where anything changes. Imports `document` and `time`. |
//! | [`scene`] | The picture as a display list: lanes, rows, names, marks, measured with the bundled fonts. Imports `state` and below; knows no toolkit. |
//! | [`work`] | Threads: a job of a kind at a time, the newest wins. A room of its own, since window and shell need the same rule. Imports nothing of ours. |
//! | [`export`] | The picture and the document on their way out of the program: files to look at, to print, to read. |
//! | [`exchange`] | Other programs' timelines in and out, with a report of what was lost. Sees only `document`, `time` and `messages`. |
//! | [`file`](mod@file) | Every read and write of the disk: reading, saving, backups, news of what others write, the journal of unsaved edits. A folder, since each of these is a duty of its own. |
//! | [`web`] | Every word to the network, and none unless the command line asks for it. A room of its own, so that whoever wants to know what leaves the machine has one file to read. Imports nothing of ours. |
//! | [`ui`] | The window: reads `&Workspace`, answers with actions. Alone (with [`app`]) it names egui. |
//! | [`app`] | The shell: owns the workspace, applies actions, does what they ask of the outside world. |
//! | [`cli`] | The command line. |
//!
//! # Invariants
//!
//! Enforced by `tests/tidy.rs`, so that they stay true:
//!
//! - Only `ui/` and `app.rs` name egui; only `file/` touches the disk and `web.rs` the network; no colour stands outside `scene/theme.rs` and
//!   `assets/`.
//! - Imports run one way: `messages ← time ← document ← state ← scene ← export`, and `ui` above them all.
//! - No words on screen stand in the code of `ui`, `app` and `state`: each message stands in every language, is said
//!   somewhere, and with its parts.
//! - `ui` takes `&Workspace`, never `&mut`. Every change is a [`state::Action`]; [`state::Workspace::apply`] never
//!   fails and does no I/O; what must happen outside comes back as a [`state::Effect`].
//! - The view is a value in days, never in pixels; the scale is made anew from window and rectangle in each frame.
//! - Nothing is laid out from what was measured in the last frame: `scene` measures text itself.
//! - What is saved, what lasts for the session and what is derived are separate structs.
//! - One display list, [`scene::Scene`], and one exhaustive match over it for each way out.
//! - Whatever may take longer than a frame is done on a thread of its own; the window never waits.
//! - Data from a file never panics the program. No function is over 80 lines, no file over 500 without its tests.
//!
//! # An edit, in five
//!
//! The form pushes a [`state::Wish`] with a [`document::Edit`]; [`state::Workspace::apply`] lets it make patches
//! ([`document::Patches`]), remembers the way back ([`document::History`]) and reads the new text; the [`state::Note`] that
//! comes back is put down by [`app`], so that the change outlives the program; the next pass shows what was read. What
//! another program writes comes the same way, as the patches that make its text of ours ([`document::difference`],
//! [`document::merge`]). There is no draft of an entry, since it would be a second truth beside the text: what is typed
//! and valid is in the text at once, and only what cannot stand there yet waits in the form's memory.
//!
//! # A click, in four hops
//!
//! The canvas pushes [`state::Action::Select`]; [`app`] drains the list; [`state::Workspace::apply`] sets the
//! selection; the next pass builds scene and inspector from it.
//!
//! # Reading order
//!
//! [`document::Timeline`], then [`state::Workspace`], then [`scene::build`], then [`ui::show`]. The labels' rule is in
//! `scene/rows.rs`, what stands for the events without one in `scene/strip.rs`, the search in `state/filter.rs`, the
//! file's tolerance in `document/`, the way from an edit to bytes in `document/edit/`, its reading on many cores in `document/runs.rs`, and what a careful editor would ask
//! of it in `document/review/`.
//!
//! # Two languages
//!
//! What somebody is told is a [`messages::Message`], a name with what fills its parts, until it shows: a notice, a change
//! that can be undone, what is wrong with a file are worded in the frame that shows them, in [`state::Workspace::lang`], so
//! that switching the language words everything anew at once. The command line is in English.
//!
//! # A lesson
//!
//! A [`state::Presentation`] walks along a story or the events that show; a [`state::Slide`] is what one place of the walk
//! shows, and [`scene::slide()`] its picture. Presenting substitutes a camera and a scale, and where the picture of the
//! canvas has a lane for each category, that of a slide has its words above the same lane, row and label code with all
//! events in one lane: a class looks at one thing. It is laid out at one height and painted larger or smaller, so that
//! what is on the wall and its copy before the teacher are one. `ui/present/` puts it into two windows, or one; both are
//! drawn from the one workspace in the same pass, so they cannot get out of step.
//!
//! # A million events
//!
//! What is derived from a document is derived once, on threads, and shared: its search index ([`state::SearchIndex`]),
//! its lanes in order of time with the widths of all names ([`scene::Survey`]). What is derived from the filter comes
//! lane by lane ([`state::Selection`], [`scene::Placement`]), so that a category can be switched without any of it. A
//! frame asks these for what is in view by binary search and never walks over events; where an answer takes longer than
//! a frame ([`state::Effect::Search`], `ui/placing.rs`, the reading in [`app`]) it comes from [`work::Background`], and
//! only the newest is taken.

pub mod app;
pub mod cli;
pub mod document;
pub mod exchange;
pub mod export;
pub mod file;
pub mod messages;
pub mod scene;
pub mod state;
pub mod time;
pub mod ui;
pub mod web;
pub mod work;
