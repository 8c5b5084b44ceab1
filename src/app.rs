//! The shell around the workspace: shows the window, applies what it asks for, and does what must be done outside.

use std::collections::{BTreeMap, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::{Duration, Instant};

use anyhow::{Context as _, anyhow};
use eframe::Storage;

use crate::document::Document;
use crate::file;
use crate::state::{Action, Effect, Loaded, Origin, Overlay, PanelAction, Saved, Workspace};
use crate::ui::{self, Look};

/// The timeline that ships, compiled in.
const BUILT_IN: &str = include_str!("../timeline.ron");
/// What is opened when no file is named.
const DEFAULT_FILE: &str = "timeline.ron";
/// Under which name things are kept between two starts.
const SAVED: &str = "transpacific";
const ICON: &[u8] = include_bytes!("../assets/icon-256.png");

/// The program while its window is open.
pub struct App {
    workspace: Workspace,
    look: Look,
    /// A dialog that is open, and will say which file was chosen.
    picking: Option<Receiver<Picked>>,
}

/// What a dialog came to.
enum Picked {
    File(PathBuf),
    Nothing,
    /// This desktop has none to show.
    NoDialog,
}

/// A dialog that is gone sooner than this was never there.
const QUICKEST_HAND: Duration = Duration::from_millis(400);

/// Opens the window on a file, or else on `./timeline.ron`, or else on the built-in timeline.
///
/// # Errors
/// When no window can be opened: no display, or no OpenGL.
pub fn run(file: Option<PathBuf>) -> anyhow::Result<()> {
    let icon = eframe::icon_data::from_png_bytes(ICON).map_err(|error| anyhow!("{error}"))?;
    let viewport = egui::ViewportBuilder::default()
        .with_app_id("transpacific")
        .with_title("Transpacific")
        .with_inner_size([1440.0, 900.0])
        .with_min_inner_size([720.0, 480.0])
        .with_icon(icon)
        .with_drag_and_drop(true);
    let options = eframe::NativeOptions {
        viewport,
        ..Default::default()
    };
    let create: eframe::AppCreator<'_> = Box::new(move |creation| {
        let saved = creation.storage.and_then(read_saved).unwrap_or_default();
        Ok(Box::new(App::new(&creation.egui_ctx, file, saved)))
    });
    eframe::run_native("transpacific", options, create)
        .map_err(|error| anyhow!("{error}"))
        .context("the window could not be opened; a display with OpenGL 2.1 or newer is needed")
}

/// The built-in timeline.
pub fn built_in() -> Loaded {
    let document = Document::parse("timeline.ron", BUILT_IN.to_owned());
    Loaded::new(Origin::BuiltIn, document, BTreeMap::new())
}

/// Reads a timeline file with the articles that it names.
///
/// # Errors
/// When the file cannot be read at all; whatever it holds can be.
pub fn load(path: &Path) -> Result<Loaded, file::ReadError> {
    let opened = file::read(path)?;
    let document = Document::from_bytes(&opened.name, opened.bytes);
    let articles = file::read_articles(path, &document.timeline);
    let origin = opened
        .path
        .map_or(Origin::StandardInput, |path| Origin::File(absolute(&path)));
    Ok(Loaded::new(origin, document, articles))
}

/// The same file is the same file from whatever folder it was opened.
fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

fn read_saved(storage: &dyn Storage) -> Option<Saved> {
    storage
        .get_string(SAVED)
        .and_then(|text| ron::from_str(&text).ok())
}

/// The document to begin with, and what to say if it is not the one that was asked for.
fn first(file: Option<PathBuf>) -> (Loaded, Option<String>) {
    let given = file.is_some();
    match load(&file.unwrap_or_else(|| PathBuf::from(DEFAULT_FILE))) {
        Ok(loaded) => (loaded, None),
        Err(file::ReadError::NotFound { .. }) if !given => (built_in(), None),
        Err(error) => (
            built_in(),
            Some(format!("{error}. This is the built-in timeline.")),
        ),
    }
}

impl App {
    fn new(ctx: &egui::Context, file: Option<PathBuf>, saved: Saved) -> Self {
        let mut look = Look::default();
        look.dress(ctx, saved.settings.theme);
        let (loaded, notice) = first(file);
        let mut workspace = Workspace::new(loaded, saved);
        if let Some(notice) = notice {
            workspace.apply(Action::Tell(notice));
        }
        let effects = workspace.first_effects();
        let mut app = Self {
            workspace,
            look,
            picking: None,
        };
        let actions = effects
            .into_iter()
            .filter_map(|effect| app.run(ctx, effect));
        let actions = actions.collect();
        app.apply(ctx, actions);
        app
    }

    /// Applies actions, and does what they ask of the outside world, until nothing is left to do.
    fn apply(&mut self, ctx: &egui::Context, actions: Vec<Action>) {
        let anything = !actions.is_empty();
        let mut actions = VecDeque::from(actions);
        while let Some(action) = actions.pop_front() {
            for effect in self.workspace.apply(action) {
                actions.extend(self.run(ctx, effect));
            }
        }
        if anything {
            ctx.request_repaint();
        }
    }

    /// Does one thing outside, and says what came of it.
    fn run(&mut self, ctx: &egui::Context, effect: Effect) -> Option<Action> {
        match effect {
            Effect::Search(job) => job.run(&AtomicBool::new(false)),
            Effect::OpenUrl(url) => open_url(ctx, &url),
            Effect::PickFile => {
                self.pick(ctx);
                None
            }
            Effect::OpenFile(path) => Some(opened(&path)),
            Effect::OpenBuiltIn => Some(Action::Loaded(Box::new(built_in()))),
            Effect::Copy(text) => {
                ctx.copy_text(text);
                None
            }
        }
    }

    /// Asks for a file without holding up the window.
    fn pick(&mut self, ctx: &egui::Context) {
        let (send, receive) = channel();
        let ctx = ctx.clone();
        let asked = std::thread::Builder::new()
            .name("open dialog".to_owned())
            .spawn(move || {
                let dialog = rfd::FileDialog::new()
                    .add_filter("Timeline", &["ron"])
                    .add_filter("All files", &["*"]);
                let asked = Instant::now();
                let picked = match dialog.pick_file() {
                    Some(path) => Picked::File(path),
                    // The library does not tell a dialog that was closed from one that could not be shown; no hand is
                    // this quick.
                    None if asked.elapsed() < QUICKEST_HAND => Picked::NoDialog,
                    None => Picked::Nothing,
                };
                // The window may be gone by now, and then nobody wants to know.
                drop(send.send(picked));
                ctx.request_repaint();
            });
        self.picking = asked.is_ok().then_some(receive);
    }

    /// What an open dialog and files dropped on the window ask for.
    fn arrivals(&mut self, ctx: &egui::Context) -> Vec<Action> {
        let dropped = ctx.input(|input| {
            input
                .raw
                .dropped_files
                .first()
                .map(|file| file.path().to_owned())
        });
        let mut actions: Vec<_> = dropped.map(|path| opened(&path)).into_iter().collect();
        if let Some(receive) = &self.picking {
            match receive.try_recv() {
                Ok(Picked::File(path)) => actions.push(opened(&path)),
                Ok(Picked::Nothing) => {}
                Ok(Picked::NoDialog) => actions.push(type_the_path()),
                Err(TryRecvError::Empty) => return actions,
                Err(TryRecvError::Disconnected) => {}
            }
            self.picking = None;
        }
        actions
    }
}

/// What stands in for a dialog where the desktop has none.
fn type_the_path() -> Action {
    Action::Panel(PanelAction::Overlay(Some(Overlay::OpenPath)))
}

fn opened(path: &Path) -> Action {
    match load(&with_home(path)) {
        Ok(loaded) => Action::Loaded(Box::new(loaded)),
        Err(error) => Action::Tell(error.to_string()),
    }
}

/// `~/` as a shell would read it, for paths that are typed in the window.
fn with_home(path: &Path) -> PathBuf {
    match (path.strip_prefix("~"), std::env::home_dir()) {
        (Ok(inside), Some(home)) => home.join(inside),
        _ => path.to_owned(),
    }
}

/// Opens a page in the browser. Nothing but web pages ever leaves this door.
fn open_url(ctx: &egui::Context, url: &str) -> Option<Action> {
    let is_web = url::Url::parse(url).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
    if is_web {
        ctx.open_url(egui::OpenUrl::new_tab(url));
        return None;
    }
    Some(Action::Tell(format!(
        "Only web pages (http, https) are opened, and this is not one: {url}"
    )))
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        let actions = self.arrivals(ctx);
        self.apply(ctx, actions);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let actions = ui::show(ui, &self.workspace, &mut self.look);
        let ctx = ui.ctx().clone();
        self.apply(&ctx, actions);
    }

    fn save(&mut self, storage: &mut dyn Storage) {
        if let Ok(text) = ron::to_string(&self.workspace.saved()) {
            storage.set_string(SAVED, text);
        }
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }
}
