//! The shell around the workspace: shows the window, applies what it asks for, and does what must be done outside.

mod citing;
mod dialogs;
mod disk;
mod displays;
mod editor;
mod imports;
mod slow;

use std::collections::{BTreeMap, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::thread::Builder;
use std::time::Duration;

use anyhow::{Context as _, anyhow};
use eframe::Storage;

use crate::document::{Document, Progress, is_web};
use crate::file;
use crate::messages::{Lang, Message, message, say};
use crate::state::{
    self, Action, Effect, Fields, Foreign, Loaded, Origin, Saved, Workspace, WriteAction, Written,
};
use crate::ui::{self, Look};
use crate::work::Background;

use citing::Citing;
use dialogs::Dialogs;
use disk::Disk;
use displays::Displays;
use imports::Imports;

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
    dialogs: Dialogs,
    /// A search that is under way.
    searching: Background<Action>,
    /// A large text that is being read again.
    rereading: Background<Action>,
    /// Many sources that are being cited.
    citing: Citing,
    loading: Option<Loading>,
    imports: Imports,
    disk: Disk,
    displays: Displays,
    /// What the window is called.
    title: String,
    /// Whether the window may close.
    quitting: bool,
}

/// A file that is being read.
struct Loading {
    name: String,
    progress: Arc<Progress>,
    work: Background<Result<Loaded, file::ReadError>>,
}

/// What is read as soon as this shows without a word about it.
const PATIENCE: Duration = Duration::from_millis(150);
/// How often the progress is looked at.
const GLANCE: Duration = Duration::from_millis(50);

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
        // To the terminal, since there is no window.
        .with_context(|| say!(Lang::En, "app-no-window"))
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
    // Nobody can cancel it, so there is always a result.
    load_watched(path, &Progress::new()).unwrap_or_else(|| Ok(built_in()))
}

/// The same, telling how far it has come; `None` once it is cancelled.
fn load_watched(path: &Path, progress: &Progress) -> Option<Result<Loaded, file::ReadError>> {
    let opened = match file::read(path) {
        Ok(opened) => opened,
        Err(error) => return Some(Err(error)),
    };
    let document = Document::from_bytes_watched(&opened.name, opened.bytes, progress)?;
    let articles = file::read_articles(path, &document.timeline);
    let origin = opened
        .path
        .map_or(Origin::StandardInput, |path| Origin::File(absolute(&path)));
    Some(Ok(Loaded::new(origin, document, articles)))
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

impl Loading {
    fn start(ctx: &egui::Context, path: PathBuf) -> Self {
        let name = path.file_name().unwrap_or(path.as_os_str());
        let name = name.to_string_lossy().into_owned();
        let progress = Arc::new(Progress::new());
        let mut work = Background::default();
        let (ctx, watched) = (ctx.clone(), Arc::clone(&progress));
        let job = move |_: &AtomicBool| load_watched(&path, &watched);
        work.start("reading", job, move || ctx.request_repaint());
        Self {
            name,
            progress,
            work,
        }
    }
}

/// Whoever drops it wants the file no more.
impl Drop for Loading {
    fn drop(&mut self) {
        self.progress.cancel();
    }
}

impl App {
    fn new(ctx: &egui::Context, file: Option<PathBuf>, saved: Saved) -> Self {
        let mut look = Look::default();
        look.dress(ctx, &saved.settings);
        // Another program's file is read once there is a window to say what came of it.
        let (foreign, file) = match file {
            Some(file) if imports::is_foreign(&file) => (Some(file), None),
            file => (None, file),
        };
        let given = file.is_some();
        let path = file.unwrap_or_else(|| PathBuf::from(DEFAULT_FILE));
        let mut loading = Loading::start(ctx, path);
        let (loaded, notice) = match loading.work.wait(PATIENCE) {
            Some(Ok(loaded)) => (loaded, None),
            Some(Err(file::ReadError::NotFound { .. })) if !given => (built_in(), None),
            Some(Err(error)) => (built_in(), Some(instead(&error))),
            None => (Loaded::nothing(), None),
        };
        let loading = loading.work.is_busy().then_some(loading);
        let workspace = Workspace::new(loaded, saved);
        let effects = workspace.first_effects();
        let mut app = Self {
            workspace,
            look,
            dialogs: Dialogs::default(),
            searching: Background::default(),
            rereading: Background::default(),
            citing: Citing::default(),
            loading,
            imports: Imports::default(),
            disk: Disk::default(),
            displays: Displays::default(),
            title: String::new(),
            quitting: false,
        };
        let lang = Lang::of_locale(&sys_locale::get_locale().unwrap_or_default());
        app.workspace.apply(Action::SystemLang(lang));
        let asked = effects.into_iter().map(Action::Ask);
        let import = foreign.map(|file| Action::Ask(Effect::OpenFile(file)));
        let told = notice.map(Action::Tell);
        let actions = asked.chain(told).chain(import).collect();
        app.apply(ctx, actions);
        app
    }

    /// Applies actions, and does what they ask of the outside world, until nothing is left to do.
    fn apply(&mut self, ctx: &egui::Context, actions: Vec<Action>) {
        let anything = !actions.is_empty();
        let mut actions = VecDeque::from(actions);
        while let Some(action) = actions.pop_front() {
            let before =
                matches!(action, Action::Loaded(_)).then(|| self.workspace.shared_document());
            for effect in self.workspace.apply(action) {
                actions.extend(self.run(ctx, effect));
            }
            before.into_iter().for_each(forget);
        }
        if anything {
            ctx.request_repaint();
        }
    }

    /// Does one thing outside, and says what came of it.
    fn run(&mut self, ctx: &egui::Context, effect: Effect) -> Option<Action> {
        let lang = self.workspace.lang();
        match effect {
            Effect::Search(job) => {
                let wake = ctx.clone();
                let work = move |cancelled: &AtomicBool| job.run(cancelled);
                self.searching
                    .start("search", work, move || wake.request_repaint());
                None
            }
            Effect::OpenUrl(url) => open_url(ctx, &url),
            Effect::PickFile => {
                self.dialogs.open(ctx, lang);
                None
            }
            Effect::OpenFile(path) if imports::is_foreign(&path) => {
                let import = Effect::Import(Foreign::Timeline, with_home(&path));
                Some(Action::Ask(import))
            }
            Effect::OpenFile(path) => {
                self.loading = Some(Loading::start(ctx, with_home(&path)));
                None
            }
            Effect::StopLoading => self.stop_loading(),
            Effect::OpenBuiltIn => Some(Action::Loaded(Box::new(built_in()))),
            Effect::Read(job) => {
                let wake = ctx.clone();
                let work = move |_: &AtomicBool| Some(job.run());
                self.rereading
                    .start("reading", work, move || wake.request_repaint());
                None
            }
            Effect::Save { path, text, seen } => {
                let wake = ctx.clone();
                self.disk
                    .save(path, text, seen, move || wake.request_repaint());
                None
            }
            Effect::PickSave => {
                self.dialogs.save(ctx, lang, self.workspace.origin());
                None
            }
            Effect::Export(making) => {
                self.dialogs.export(ctx, self.workspace.origin(), making);
                None
            }
            Effect::PickForeign(foreign) => {
                self.dialogs.foreign(ctx, lang, foreign);
                None
            }
            Effect::Import(foreign, path) => self.import(ctx, (foreign, path), None),
            Effect::ImportTable(foreign, path, fields) => {
                self.import(ctx, (foreign, path), Some(fields))
            }
            Effect::StopWork => Some(self.stop_work()),
            Effect::Watch(origin) => self.follow(ctx, &origin),
            Effect::Note(note) => self.disk.note(&note),
            Effect::ForgetUnsaved => {
                let document = self.workspace.shared_document();
                self.disk.forget_unsaved(&document.text)
            }
            Effect::OpenEditor { line, column } => self.open_editor(line, column),
            Effect::Quit => {
                self.quitting = true;
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
                None
            }
            Effect::Copy(text) => {
                ctx.copy_text(text);
                None
            }
            Effect::Cite(event, style) => {
                let document = self.workspace.shared_document();
                let written = (style, lang);
                self.citing.start(ctx, document, event, written);
                None
            }
        }
    }

    /// Gives up whatever takes its time.
    fn stop_work(&mut self) -> Action {
        self.dialogs.stop_export();
        self.imports.stop();
        self.citing.stop();
        Action::Written(Written::Cancelled)
    }

    fn import(
        &mut self,
        ctx: &egui::Context,
        file: (Foreign, PathBuf),
        fields: Option<Fields>,
    ) -> Option<Action> {
        let document = self.workspace.shared_document();
        self.imports.start(ctx, file, fields, document);
        None
    }

    /// Turns to the file of the document that is open now.
    fn follow(&mut self, ctx: &egui::Context, origin: &Origin) -> Option<Action> {
        let wake = ctx.clone();
        let document = self.workspace.shared_document();
        self.disk
            .follow(origin, &document.text, move || wake.request_repaint())
    }

    fn open_editor(&self, line: usize, column: usize) -> Option<Action> {
        let Origin::File(path) = self.workspace.origin() else {
            return Some(Action::Tell(message!("app-no-file-yet")));
        };
        editor::open(path, line, column).err().map(Action::Tell)
    }

    /// Saves by itself what has changed, where that is wanted.
    fn autosave(&mut self, ctx: &egui::Context) -> Option<Action> {
        let is_file = matches!(self.workspace.origin(), Origin::File(_));
        let wanted = is_file && self.workspace.settings().autosave;
        let left = self.disk.until_autosave().filter(|_| wanted)?;
        if !left.is_zero() || self.workspace.writing().clash().is_some() {
            ctx.request_repaint_after(left.max(GLANCE));
            return None;
        }
        self.disk.autosaved();
        Some(Action::Write(WriteAction::Save))
    }

    /// Asks about changes before the window closes, and says in its title whether there are any.
    fn mind_the_window(&mut self, ctx: &egui::Context) -> Option<Action> {
        let name = self.workspace.document().file_name();
        let mark = if self.workspace.writing().is_changed() {
            "• "
        } else {
            ""
        };
        let title = format!("{mark}{name} – Transpacific");
        if title != self.title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title = title;
        }
        let closes = ctx.input(|input| input.viewport().close_requested());
        if !closes || self.quitting || !self.workspace.writing().is_changed() {
            return None;
        }
        ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
        Some(Action::Ask(Effect::Quit))
    }

    /// What an open dialog, files dropped on the window and work on other threads ask for.
    fn arrivals(&mut self, ctx: &egui::Context) -> Vec<Action> {
        let dropped = ctx.input(|input| {
            input
                .raw
                .dropped_files
                .first()
                .map(|file| file.path().to_owned())
        });
        let open = |path| Action::Ask(Effect::OpenFile(path));
        let mut actions: Vec<_> = dropped.map(open).into_iter().collect();
        actions.extend(self.dialogs.arrivals(&self.workspace));
        actions.extend(self.searching.poll());
        actions.extend(self.rereading.poll());
        actions.extend(self.imports.arrivals(&self.workspace));
        actions.extend(self.citing.arrivals(&self.workspace));
        actions.extend(self.disk.arrivals());
        actions.extend(self.autosave(ctx));
        actions.extend(self.mind_the_window(ctx));
        actions.extend(self.loaded(ctx));
        actions
    }

    /// How far the file that is being read has come, or what came of it.
    fn loaded(&mut self, ctx: &egui::Context) -> Vec<Action> {
        let Some(loading) = &mut self.loading else {
            return Vec::new();
        };
        let result = loading.work.poll();
        if loading.work.is_busy() {
            ctx.request_repaint_after(GLANCE);
            let (name, share) = (loading.name.clone(), loading.progress.share());
            return vec![Action::Loading(Some(state::Loading { name, share }))];
        }
        self.loading = None;
        let mut actions = vec![Action::Loading(None)];
        match result {
            Some(Ok(loaded)) => actions.push(Action::Loaded(Box::new(loaded))),
            Some(Err(error)) if *self.workspace.origin() == Origin::Nothing => {
                let built_in = Action::Loaded(Box::new(built_in()));
                actions.extend([built_in, Action::Tell(instead(&error))]);
            }
            Some(Err(error)) => actions.push(Action::Tell(error.message())),
            None => {}
        }
        actions
    }

    /// Gives up the file that is being read; where there is nothing else to show, the built-in timeline shows.
    fn stop_loading(&mut self) -> Option<Action> {
        self.loading = None;
        self.workspace.apply(Action::Loading(None));
        let nothing = *self.workspace.origin() == Origin::Nothing;
        nothing.then(|| Action::Loaded(Box::new(built_in())))
    }
}

/// What is said where a file was named and another thing shows.
fn instead(error: &file::ReadError) -> Message {
    message!("app-instead", why = error.message())
}

/// Lets go of a document: to free a million events takes longer than a frame, so it is done elsewhere.
fn forget(document: Arc<Document>) {
    let thread = Builder::new().name("forgetting".to_owned());
    // Where there is no thread, the closure, and with it the document, is dropped here.
    drop(thread.spawn(move || drop(document)));
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
    if is_web(url) {
        ctx.open_url(egui::OpenUrl::new_tab(url));
        return None;
    }
    Some(Action::Tell(message!("app-only-web", url = url)))
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        let known = &self.workspace.session().displays;
        let displays = self.displays.look(ctx, frame, known);
        let mut actions = self.arrivals(ctx);
        actions.extend(displays.map(Action::Displays));
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
