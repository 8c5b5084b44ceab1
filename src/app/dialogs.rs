//! The desktop's dialogs for choosing files, each on a thread of its own so that the window goes on.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::file;
use crate::messages::{Lang, Message, message, say};
use crate::state::{
    Action, Effect, Foreign, Making, Origin, Overlay, PanelAction, Workspace, Written,
};
use crate::work::Background;

use super::slow::{Begun, Slow};
use super::{DEFAULT_FILE, disk};

/// A dialog that is gone sooner than this was never there.
const QUICKEST_HAND: Duration = Duration::from_millis(400);

/// Dialogs that are open, and will say which file was chosen.
#[derive(Default)]
pub(super) struct Dialogs {
    opening: Background<Picked>,
    saving: Background<Picked>,
    importing: Background<Picked>,
    updating: Background<Picked>,
    exporting: Slow<Written>,
}

/// What a dialog came to.
enum Picked {
    File(PathBuf),
    Nothing,
    /// This desktop has none to show.
    NoDialog,
}

impl Picked {
    fn of(path: Option<PathBuf>, asked: Instant) -> Self {
        match path {
            Some(path) => Self::File(path),
            // The library does not tell a dialog that was closed from one that could not be shown; no hand is this
            // quick.
            None if asked.elapsed() < QUICKEST_HAND => Self::NoDialog,
            None => Self::Nothing,
        }
    }

    /// What to do then; `overlay` stands in for a dialog where the desktop has none.
    fn action(self, overlay: Overlay, chosen: impl FnOnce(PathBuf) -> Effect) -> Option<Action> {
        match self {
            Self::File(path) => Some(Action::Ask(chosen(path))),
            Self::NoDialog => Some(Action::Panel(PanelAction::Overlay(Some(overlay)))),
            Self::Nothing => None,
        }
    }
}

impl Dialogs {
    /// Asks which file to open.
    pub(super) fn open(&mut self, ctx: &egui::Context, lang: Lang) {
        pick(
            &mut self.opening,
            ctx,
            lang,
            (message!("app-timelines"), &["ron"]),
        );
    }

    /// Asks which file of another program to read.
    pub(super) fn foreign(&mut self, ctx: &egui::Context, lang: Lang, foreign: Foreign) {
        match foreign {
            Foreign::Timeline => {
                let filter = (message!("app-foreign-timelines"), TIMELINES);
                pick(&mut self.importing, ctx, lang, filter);
            }
            Foreign::Table => pick(
                &mut self.updating,
                ctx,
                lang,
                (message!("app-tables"), TABLES),
            ),
        }
    }

    /// Asks where to save.
    pub(super) fn save(&mut self, ctx: &egui::Context, lang: Lang, origin: &Origin) {
        let name = match origin {
            Origin::File(path) => path.file_name(),
            _ => None,
        };
        let name = name.map(|name| name.to_string_lossy().into_owned());
        let ask = move |_: &AtomicBool| {
            let dialog = rfd::FileDialog::new()
                .add_filter(say!(lang, "app-timelines"), &["ron"])
                .set_file_name(name.unwrap_or_else(|| DEFAULT_FILE.to_owned()));
            let asked = Instant::now();
            Some(Picked::of(dialog.save_file(), asked))
        };
        let ctx = ctx.clone();
        self.saving
            .start("save-dialog", ask, move || ctx.request_repaint());
    }

    /// Asks where to write something, makes it, writes it there and tells where it is.
    pub(super) fn export(&mut self, ctx: &egui::Context, origin: &Origin, making: Making) {
        let name = file::plain_name(&making.name);
        let timeline = match origin {
            Origin::File(path) => Some(path.clone()),
            _ => None,
        };
        let said = message!("app-making", name = &name);
        let ask = move |cancelled: &AtomicBool, begun: &Begun, ctx: &egui::Context| {
            let dialog = rfd::FileDialog::new().set_file_name(&name);
            let dialog = match name.rsplit_once('.') {
                Some((_, ending)) => dialog.add_filter(ending.to_uppercase(), &[ending]),
                None => dialog,
            };
            let asked = Instant::now();
            let picked = Picked::of(dialog.save_file(), asked);
            // Asked again meanwhile: the newer dialog holds.
            if cancelled.load(Ordering::Relaxed) || matches!(picked, Picked::Nothing) {
                return None;
            }
            begun.now(ctx);
            let made = match making.run(cancelled) {
                Ok(made) => made,
                Err(why) => return Some(Written::No(message!("app-not-written", why = why))),
            };
            // Whoever has called it off wants no file either.
            if cancelled.load(Ordering::Relaxed) {
                return None;
            }
            Some(match picked {
                Picked::File(path) => disk::exported(&path, made, timeline.as_deref()),
                _ => disk::exported_beside(timeline.as_deref(), &name, made),
            })
        };
        self.exporting.start_with(ctx, ("export-dialog", said), ask);
    }

    /// Gives up the file that is being made.
    pub(super) fn stop_export(&mut self) {
        self.exporting.stop();
    }

    /// What the dialogs have come to since the last time.
    pub(super) fn arrivals(&mut self, workspace: &Workspace) -> Vec<Action> {
        let opened = self.opening.poll();
        let opened = opened.and_then(|picked| picked.action(Overlay::OpenPath, Effect::OpenFile));
        let save = |path: PathBuf| {
            let text = Arc::clone(&workspace.shared_document().text);
            // The dialog has asked whether a file that is there may be replaced.
            let seen = disk::to_be_replaced(&path);
            Effect::Save { path, text, seen }
        };
        let saved = self.saving.poll();
        let saved = saved.and_then(|picked| picked.action(Overlay::SavePath, save));
        let import = |foreign, picked| match picked {
            Picked::File(path) => Some(Action::Ask(Effect::Import(foreign, path))),
            Picked::NoDialog => Some(Action::Tell(message!("app-no-dialog"))),
            Picked::Nothing => None,
        };
        let imported = self.importing.poll();
        let imported = imported.and_then(|picked| import(Foreign::Timeline, picked));
        let updated = self.updating.poll();
        let updated = updated.and_then(|picked| import(Foreign::Table, picked));
        let arrived = [opened, saved, imported, updated];
        let mut arrived: Vec<_> = arrived.into_iter().flatten().collect();
        let exported = |written| vec![Action::Written(written)];
        arrived.extend(self.exporting.arrivals(workspace, exported));
        arrived
    }
}

/// How the files of other programs end.
const TIMELINES: &[&str] = &[
    "json", "csv", "tsv", "ics", "xml", "timeline", "mw", "js", "txt",
];
const TABLES: &[&str] = &["csv", "tsv", "txt"];

/// Asks which file to read.
fn pick(
    place: &mut Background<Picked>,
    ctx: &egui::Context,
    lang: Lang,
    (name, endings): (Message, &'static [&'static str]),
) {
    let ask = move |_: &AtomicBool| {
        let dialog = rfd::FileDialog::new()
            .add_filter(name.text(lang), endings)
            .add_filter(say!(lang, "app-all-files"), &["*"]);
        let asked = Instant::now();
        Some(Picked::of(dialog.pick_file(), asked))
    };
    let ctx = ctx.clone();
    place.start("open-dialog", ask, move || ctx.request_repaint());
}
