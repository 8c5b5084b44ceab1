//! The window: reads a [`Workspace`], answers with [`Action`]s, changes nothing.
//!
//! Each part is a function that takes what there is to show ([`Show`]), the [`egui::Ui`] to show it in, what the
//! window itself remembers of it, and the list of actions last. What egui has no place for between two frames
//! (laid-out rows, the typed text of a palette) is in [`Look`].

mod aloud;
mod article;
mod canvas;
mod columns;
pub mod commands;
mod composing;
mod conflict;
mod connections;
mod dress;
mod editor;
mod event_list;
mod file_menu;
mod filter_bar;
mod focus;
mod hands;
mod inspector;
mod keys;
mod lines;
mod loading;
mod markdown;
mod open_path;
mod outline;
mod paint;
mod palette;
mod placing;
mod present;
mod problems;
mod regions;
mod saving;
mod search;
mod settings;
mod share;
mod sources;
mod status_bar;
mod stories;
mod style;
mod text_pane;
mod top_bar;
mod widgets;

use std::rc::Rc;

use egui::{Frame, Margin, Panel};

use crate::scene::{Fonts, Theme};
use crate::state::{Action, Mode, Overlay, Settings, Workspace};
use crate::time::Lang;

use commands::Moment;
use dress::{Dress, Themes};

pub use sources::copied as copied_citations;
pub use style::install_fonts;

/// What every part of the window reads.
#[derive(Clone, Copy)]
pub(crate) struct Show<'a> {
    workspace: &'a Workspace,
    theme: &'a Theme,
    fonts: &'a Fonts,
    lang: Lang,
    moment: Moment,
    /// Whether the window is so small, or its text so large, that one thing after the other shows rather than all at once.
    is_compact: bool,
}

/// What the window remembers between two frames and nobody else needs.
pub struct Look {
    themes: Themes,
    fonts: Rc<Fonts>,
    /// How egui is dressed.
    dressed: Option<Dress>,
    focus: focus::Memory,
    canvas: canvas::Memory,
    search: search::Memory,
    palette: palette::Memory,
    path: String,
    share: share::Memory,
    columns: columns::Memory,
    conflict: conflict::Memory,
    article: article::Memory,
    filter_bar: filter_bar::Memory,
    editor: editor::Memory,
    text: text_pane::Memory,
    lesson: present::Memory,
    stories: stories::Memory,
    outline: outline::Memory,
    aloud: aloud::Memory,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            themes: Themes::default(),
            fonts: Rc::new(Fonts::bundled()),
            dressed: None,
            focus: focus::Memory::default(),
            canvas: canvas::Memory::default(),
            search: search::Memory::default(),
            palette: palette::Memory::default(),
            path: String::new(),
            share: share::Memory::default(),
            columns: columns::Memory::default(),
            conflict: conflict::Memory::default(),
            article: article::Memory::default(),
            filter_bar: filter_bar::Memory::default(),
            editor: editor::Memory::default(),
            text: text_pane::Memory::default(),
            lesson: present::Memory::default(),
            stories: stories::Memory::default(),
            outline: outline::Memory::default(),
            aloud: aloud::Memory::default(),
        }
    }
}

impl Look {
    /// Dresses egui before the first frame: restyled in the midst of one, it would draw every letter twice.
    pub fn dress(&mut self, ctx: &egui::Context, settings: &Settings) {
        install_fonts(ctx);
        // The size of text is the setting's alone.
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        ctx.set_zoom_factor(settings.text_per_cent.factor());
        self.theme(ctx, settings);
    }

    /// Whether names are being placed on another thread, so that the picture is not yet what was asked for.
    pub fn is_placing(&self) -> bool {
        self.canvas.is_placing() || self.lesson.is_placing()
    }

    /// The theme in force. Dresses egui anew when that changes, or whether things move.
    fn theme(&mut self, ctx: &egui::Context, settings: &Settings) -> Rc<Theme> {
        let dress = Dress::of(ctx, settings);
        let theme = self.themes.of(dress);
        if self.dressed.is_none() {
            composing::keep_apart(ctx);
        }
        if self.dressed != Some(dress) {
            style::apply(ctx, &theme, settings.motion);
            self.dressed = Some(dress);
        }
        theme
    }
}

/// Shows the whole window and gives back what the user asked for.
pub fn show(ui: &mut egui::Ui, workspace: &Workspace, look: &mut Look) -> Vec<Action> {
    let theme = look.theme(ui.ctx(), &workspace.settings());
    dress::magnify(ui.ctx(), workspace);
    let fonts = Rc::clone(&look.fonts);
    let moment = Moment {
        pointer_day: look.canvas.pointer_day(),
        dark: theme.is_dark(),
    };
    let show = Show {
        workspace,
        theme: &theme,
        fonts: &fonts,
        lang: workspace.lang(),
        moment,
        is_compact: is_compact(ui.ctx().content_rect().size()),
    };
    let mut actions = Vec::new();
    look.canvas.hands().put_back(ui);
    focus::begin(show, ui, &mut look.focus);
    stories::keys(show, ui, &mut look.stories, &mut actions);
    outline::keys(show, ui, &mut look.outline);
    keys::read(show, ui, &mut look.search, &mut actions);
    if !present::ui(show, ui, &mut look.lesson, &mut look.search, &mut actions) {
        work(show, ui, look, &mut actions);
    }
    over(show, ui, look, &mut actions);
    aloud::announce(show, ui, &mut look.aloud);
    focus::end(show, ui, &mut look.focus);
    actions
}

/// What lies over the window.
fn over(show: Show<'_>, ui: &mut egui::Ui, look: &mut Look, actions: &mut Vec<Action>) {
    match show.workspace.session().overlay {
        Some(Overlay::Keys) => keys::overlay(show, ui, actions),
        Some(Overlay::Palette) => {
            palette::overlay(show, ui, &mut look.palette, &mut look.search, actions)
        }
        Some(Overlay::Events) => event_list::overlay(show, ui, actions),
        Some(Overlay::OpenPath) => open_path::overlay(show, ui, &mut look.path, actions),
        Some(Overlay::Present) => present::choose(show, ui, actions),
        Some(Overlay::Leave) => saving::leave(show, ui, actions),
        Some(Overlay::SavePath) => saving::path(show, ui, &mut look.path, actions),
        Some(Overlay::Conflict) => conflict::overlay(show, ui, &mut look.conflict, actions),
        Some(Overlay::Share) => share::overlay(show, ui, &mut look.share, actions),
        Some(Overlay::Remarks) => share::remarks(show, ui, actions),
        Some(Overlay::Filter) => {
            filter_bar::overlay(show, ui, &mut look.filter_bar, actions);
        }
        Some(Overlay::Settings) => settings::overlay(show, ui, actions),
        Some(Overlay::Columns) => columns::overlay(show, ui, &mut look.columns, actions),
        None => look.palette = palette::Memory::default(),
    }
}

/// The window in which one reads and writes.
fn work(show: Show<'_>, ui: &mut egui::Ui, look: &mut Look, actions: &mut Vec<Action>) {
    let workspace = show.workspace;
    present::roaming(show, ui, actions);
    top_bar::ui(show, ui, &mut look.search, actions);
    // In a narrow window the article or the stories stand in the event's place until they are closed.
    let width = ui.available_width();
    let beside = width >= ROOM_FOR_TWO || workspace.session().article.is_none();
    if beside && stories::leave_room(show, width) {
        match workspace.session().mode {
            // What could not be written is forgotten with the mode, and with the file, which opens to be read.
            Mode::Explore => {
                look.editor = editor::Memory::default();
                inspector::panel(show, ui, actions);
            }
            Mode::Edit => editor::panel(show, ui, &mut look.editor, actions),
        }
    }
    article::panel(show, ui, &mut look.article, actions);
    stories::panel(show, ui, &mut look.stories, actions);
    outline::panel(show, ui, &mut look.outline, actions);
    if !show.is_compact {
        filter_bar::ui(show, ui, &mut look.filter_bar, actions);
    }
    status_bar::ui(show, ui, actions);
    saving::unsaved(show, ui, actions);
    loading::panel(show, ui, actions);
    loading::busy(show, ui, actions);
    problems::panel(show, ui, &mut look.text, actions);
    text_pane::panel(show, ui, &mut look.text, actions);
    canvas::ui(show, ui, &mut look.canvas, actions);
}

impl Show<'_> {
    /// A bar on the surface with a line at its side towards the canvas.
    fn bar(&self, margin: Margin) -> Frame {
        Frame::new()
            .fill(style::color(self.theme.surface))
            .inner_margin(margin)
    }

    /// A bar on the canvas's own ground.
    fn ground(&self, margin: Margin) -> Frame {
        Frame::new()
            .fill(style::color(self.theme.ground))
            .inner_margin(margin)
    }
}

/// Windows from this width on, in points, have room for two panels beside the canvas.
const ROOM_FOR_TWO: f32 = 1100.0;

/// Windows smaller than this, in points, are compact: at 1280×720 those with text at 175 % and more.
const ROOM_FOR_ALL: egui::Vec2 = egui::vec2(820.0, 440.0);
/// What a panel at a side takes of a compact window, at most; the rest is the canvas's.
const SIDE: f32 = 0.58;

fn is_compact(window: egui::Vec2) -> bool {
    window.x < ROOM_FOR_ALL.x || window.y < ROOM_FOR_ALL.y
}

/// A panel at the right that reads like a page.
fn side_panel(show: Show<'_>, ui: &egui::Ui, id: &'static str, width: f32) -> Panel {
    let most = side_width(show, ui, 560.0);
    Panel::right(id)
        .resizable(true)
        .default_size(width.min(most))
        .size_range(280.0_f32.min(most)..=most)
}

/// What a panel at a side may take in points, and has where there is room.
fn side_width(show: Show<'_>, ui: &egui::Ui, wanted: f32) -> f32 {
    if show.is_compact {
        wanted.min(ui.ctx().content_rect().width() * SIDE)
    } else {
        wanted
    }
}
