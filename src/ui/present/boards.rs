//! What lies over a lesson: all its steps, the number of one, the displays, the large buttons.

use egui::{
    Align2, Button, CornerRadius, Frame, Key, Margin, Rect, RichText, ScrollArea, Stroke, Ui, vec2,
};

use crate::messages::{Lang, Message, message, say};
use crate::state::{Action, Board, Display, Place, PresentAction, Slide};
use crate::ui::commands::{self, Command, LESSON, key_name};
use crate::ui::stories::step_title;
use crate::ui::style::{color, sans, semibold};
use crate::ui::{Show, widgets};

/// Least height of what a finger has to hit, in points (WCAG 2.2, 2.5.5).
pub(super) const TARGET: f32 = 44.0;
/// Greatest width of the list of steps, in points.
const STEPS: f32 = 900.0;

/// What is typed.
#[derive(Debug, Default)]
pub(super) struct Memory {
    number: String,
    /// The board that was open in the last frame.
    was: Option<Board>,
}

/// Shows the board that is open, in the middle of `area`.
pub(super) fn ui(
    show: Show<'_>,
    ui: &mut Ui,
    area: Rect,
    memory: &mut Memory,
    actions: &mut Vec<Action>,
) {
    let board = show
        .workspace
        .presentation()
        .and_then(|lesson| lesson.board);
    let is_new = memory.was != board;
    memory.was = board;
    match board {
        Some(Board::Overview) => {
            let named = ("overview", message!("lesson-all-steps"));
            sheet(show, ui, area, named, STEPS, |ui| steps(show, ui, actions));
        }
        Some(Board::GoTo) => {
            let named = ("go-to", message!("lesson-go-to"));
            sheet(show, ui, area, named, 320.0, |ui| {
                number(show, ui, is_new, &mut memory.number, actions);
            });
        }
        Some(Board::Displays) => {
            let named = ("displays", message!("lesson-where-class-looks"));
            sheet(show, ui, area, named, 480.0, |ui| {
                displays(show, ui, actions);
            });
        }
        Some(Board::Menu) => {
            let named = ("menu", message!("lesson-menu"));
            sheet(show, ui, area, named, 640.0, |ui| menu(show, ui, actions));
        }
        Some(Board::Quiz) | None => {}
    }
}

/// A box in the middle of the picture, with what it is told from others by, and its heading.
fn sheet(
    show: Show<'_>,
    ui: &mut Ui,
    area: Rect,
    (id, name): (&'static str, Message),
    width: f32,
    content: impl FnOnce(&mut Ui),
) {
    let width = width.min(area.width() - 32.0);
    let window = egui::Area::new(egui::Id::unique(("board", id)))
        .order(egui::Order::Foreground)
        .pivot(Align2::CENTER_CENTER)
        .fixed_pos(area.center())
        .constrain_to(area);
    window.show(ui.ctx(), |ui| {
        Frame::new()
            .fill(color(show.theme.surface))
            .stroke(Stroke::new(1.0, color(show.theme.axis)))
            .corner_radius(CornerRadius::same(10))
            .inner_margin(Margin::same(20))
            .show(ui, |ui| {
                ui.set_width(width - 40.0);
                ui.set_max_height(area.height() - 80.0);
                ui.label(RichText::new(name.text(show.lang)).font(semibold(20.0)));
                ui.add_space(8.0);
                content(ui);
            });
    });
}

/// One row for each step.
fn steps(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    let count = show.workspace.step_count();
    let now = show
        .workspace
        .presentation()
        .map_or(0, |lesson| lesson.place.step);
    let height = (ui.ctx().content_rect().height() - 200.0).max(TARGET * 2.0);
    let area = ScrollArea::vertical()
        .max_height(height)
        .auto_shrink([false, true]);
    area.show_rows(ui, TARGET, count, |ui, rows| {
        for step in rows {
            let slide = show.workspace.slide(Place { step, revealed: 0 });
            if step_row(show, ui, step, &slide, step == now) {
                actions.push(Action::Present(PresentAction::GoTo(step)));
            }
        }
    });
    if count == 0 {
        ui.label(RichText::new(say!(show.lang, "lesson-no-step-yet")).font(sans(15.0)));
    }
}

fn step_row(show: Show<'_>, ui: &mut Ui, step: usize, slide: &Slide, is_now: bool) -> bool {
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), TARGET), egui::Sense::click());
    let title = title(show, step, slide);
    let date = date(show, slide);
    let label = say!(
        show.lang,
        "lesson-step",
        step = (step + 1).to_string(),
        title = &title,
        date = &date
    );
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, is_now, &label));
    let lit = is_now || response.hovered() || response.has_focus();
    if lit {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(6), color(show.theme.era));
    }
    let (muted, ink) = (color(show.theme.muted), color(show.theme.ink));
    let at = |x: f32| rect.left_center() + vec2(x, 0.0);
    let painter = ui.painter();
    painter.text(
        at(36.0),
        Align2::RIGHT_CENTER,
        (step + 1).to_string(),
        sans(15.0),
        muted,
    );
    if let Some(event) = slide
        .event()
        .and_then(|event| show.workspace.timeline().events.get(event))
    {
        widgets::paint_mark(show, ui, event.category, at(58.0), 6.0);
    }
    let date_width = 190.0_f32.min(rect.width() * 0.3);
    let room = rect.width() - 76.0 - date_width - 12.0;
    let style = crate::scene::TextStyle::sans(16.0);
    let (font, style) = if is_now {
        (semibold(16.0), crate::scene::TextStyle::semibold(16.0))
    } else {
        (sans(16.0), style)
    };
    let shown = show.fonts.elided(&title, style, room);
    painter.text(at(76.0), Align2::LEFT_CENTER, shown, font, ink);
    let date = show
        .fonts
        .elided(&date, crate::scene::TextStyle::sans(13.5), date_width);
    painter.text(
        rect.right_center() - vec2(12.0, 0.0),
        Align2::RIGHT_CENTER,
        date,
        sans(13.5),
        muted,
    );
    response.clicked()
}

/// What a step is called: in a story as in the panel of stories, else as its event.
fn title(show: Show<'_>, step: usize, slide: &Slide) -> String {
    let story = show.workspace.told_story();
    if let Some(step) = story.and_then(|story| story.steps.get(step)) {
        return step_title(show, step);
    }
    let event = slide.event();
    match event.and_then(|event| show.workspace.timeline().events.get(event)) {
        Some(event) => show
            .lang
            .choose(&event.title, event.title_ja.as_deref())
            .to_owned(),
        None => crate::time::display_window(slide.window, show.lang),
    }
}

fn date(show: Show<'_>, slide: &Slide) -> String {
    let event = slide
        .event()
        .and_then(|event| show.workspace.timeline().events.get(event));
    event.map_or_else(String::new, |event| {
        event.when.display(show.lang).to_string()
    })
}

/// A field for the number of a step.
fn number(
    show: Show<'_>,
    ui: &mut Ui,
    is_new: bool,
    typed: &mut String,
    actions: &mut Vec<Action>,
) {
    if is_new {
        typed.clear();
    }
    let count = show.workspace.step_count();
    let mut go = false;
    ui.horizontal(|ui| {
        let field = egui::TextEdit::singleline(typed)
            .font(sans(20.0))
            .desired_width(90.0)
            .min_size(vec2(0.0, TARGET))
            .align(Align2::LEFT_CENTER)
            .char_limit(9);
        let field = ui.add(field);
        widgets::name_field(&field, &say!(show.lang, "lesson-step-number"), typed);
        if is_new {
            field.request_focus();
        }
        go = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let of = say!(show.lang, "lesson-of-steps", count = count.to_string());
        ui.label(RichText::new(of).font(sans(15.0)));
        ui.spacing_mut().interact_size.y = TARGET;
        go |= widgets::main_button(show, ui, &say!(show.lang, "lesson-go")).clicked();
    });
    if go && let Ok(number) = typed.trim().parse::<usize>() {
        actions.push(Action::Present(PresentAction::GoTo(
            number.saturating_sub(1),
        )));
    }
}

/// The displays with their sizes.
fn displays(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    let now = show
        .workspace
        .presentation()
        .and_then(|lesson| lesson.display.as_deref());
    if let Some(chosen) = choice(show, ui, now) {
        actions.push(Action::Present(PresentAction::Display(chosen)));
    }
}

/// Rows to choose a display from; gives back the one that was chosen.
#[expect(
    clippy::option_option,
    reason = "no choice, this screen, or a display by its name"
)]
pub(super) fn choice(show: Show<'_>, ui: &mut Ui, now: Option<&str>) -> Option<Option<String>> {
    let mut chosen = None;
    let here = say!(show.lang, "lesson-this-screen");
    let says = say!(show.lang, "lesson-this-screen-notes");
    if row(show, ui, &here, &says, now.is_none()) {
        chosen = Some(None);
    }
    let displays = &show.workspace.session().displays;
    if displays.len() < 2 {
        ui.add_space(4.0);
        ui.label(widgets::muted(show, say!(show.lang, "lesson-one-display")));
        return chosen;
    }
    for display in displays {
        if row(
            show,
            ui,
            &display.name,
            &size(display, show.lang),
            now == Some(&display.name),
        ) {
            chosen = Some(Some(display.name.clone()));
        }
    }
    chosen
}

/// `1920 × 1080 · this window is on it`.
fn size(display: &Display, lang: Lang) -> String {
    let size = format!("{} × {}", display.width, display.height);
    if display.is_here {
        say!(lang, "lesson-display-here", size = size)
    } else {
        size
    }
}

/// A line to choose, high enough for a finger.
pub(super) fn row(show: Show<'_>, ui: &mut Ui, name: &str, says: &str, on: bool) -> bool {
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), TARGET), egui::Sense::click());
    let label = say!(show.lang, "lesson-choice", name = name, says = says);
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::RadioButton, true, on, &label));
    let painter = ui.painter();
    if response.hovered() || response.has_focus() {
        painter.rect_filled(rect, CornerRadius::same(6), color(show.theme.era));
    }
    let center = rect.left_center() + vec2(20.0, 0.0);
    painter.circle_stroke(center, 7.0, Stroke::new(1.5, color(show.theme.axis)));
    if on {
        painter.circle_filled(center, 4.0, color(show.theme.accent));
    }
    let (ink, muted) = (color(show.theme.ink), color(show.theme.muted));
    let room = rect.width() - 50.0;
    let style = crate::scene::TextStyle::sans(15.0);
    let said = show.fonts.width(says, crate::scene::TextStyle::sans(13.0));
    let shown = show
        .fonts
        .elided(name, style, (room - said - 12.0).max(60.0));
    painter.text(
        rect.left_center() + vec2(38.0, 0.0),
        Align2::LEFT_CENTER,
        shown,
        sans(15.0),
        ink,
    );
    painter.text(
        rect.right_center() - vec2(10.0, 0.0),
        Align2::RIGHT_CENTER,
        says,
        sans(13.0),
        muted,
    );
    response.clicked()
}

/// What a finger can ask for.
static BUTTONS: [(Command, Message); 18] = [
    (Command::PreviousStep, message!("lesson-button-back")),
    (Command::NextStep, message!("lesson-button-next")),
    (Command::StepOverview, message!("lesson-all-steps")),
    (Command::GoToStep, message!("lesson-go-to")),
    (Command::Quiz, message!("lesson-ask-class")),
    (Command::CoverNames, message!("lesson-button-cover-names")),
    (Command::Pointer, message!("lesson-button-pointer")),
    (Command::Pen, message!("lesson-button-pen")),
    (Command::Wipe, message!("lesson-button-wipe")),
    (Command::Blank, message!("lesson-button-black")),
    (Command::White, message!("lesson-button-white")),
    (Command::Freeze, message!("lesson-button-freeze")),
    (Command::Roam, message!("lesson-button-explore")),
    (Command::Notes, message!("lesson-notes")),
    (Command::SwapDisplay, message!("lesson-button-swap")),
    (Command::Displays, message!("lesson-button-displays")),
    (Command::Keys, message!("lesson-button-keys")),
    (Command::EndLesson, message!("lesson-button-end")),
];

fn menu(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    const APART: f32 = 10.0;
    // Room for the bar at the side, where there is one.
    const BAR: f32 = 12.0;
    let columns = if show.is_compact { 2 } else { 3 };
    let apart = APART * (columns as f32 - 1.0);
    let width = (ui.available_width() - BAR - apart) / columns as f32;
    let height = (ui.ctx().content_rect().height() - 140.0).max(TARGET * 2.0);
    let area = ScrollArea::vertical().max_height(height);
    area.min_scrolled_height(height).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(APART, APART);
        for row in BUTTONS.chunks(columns) {
            ui.horizontal(|ui| {
                for (command, name) in row {
                    if button(show, ui, *command, &name.text(show.lang), width) {
                        close(*command, actions);
                        actions.extend(commands::action(*command, show.workspace, show.moment));
                    }
                }
            });
        }
    });
}

/// The menu goes as soon as something was chosen; what opens a board of its own takes its place anyway.
fn close(command: Command, actions: &mut Vec<Action>) {
    if !matches!(
        command,
        Command::StepOverview | Command::GoToStep | Command::Displays | Command::Quiz
    ) {
        actions.push(Action::Present(PresentAction::Board(Board::Menu)));
    }
}

fn button(show: Show<'_>, ui: &mut Ui, command: Command, name: &str, width: f32) -> bool {
    let key = LESSON
        .iter()
        .find(|binding| binding.command == command)
        .and_then(|binding| binding.keys.first())
        .map_or_else(String::new, |&(held, key)| key_name(held, key));
    let button = Button::new(RichText::new(name).font(sans(16.0)))
        .shortcut_text(
            RichText::new(key)
                .font(sans(13.0))
                .color(color(show.theme.muted)),
        )
        .corner_radius(CornerRadius::same(8))
        .min_size(vec2(width, TARGET + 8.0));
    ui.add(button).clicked()
}
