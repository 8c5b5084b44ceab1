//! Reads the keys, and lists them.

use egui::{Event, FocusDirection, RichText, Ui};

use crate::messages::{message, say};
use crate::state::{Action, Asked, Board, Mode, Overlay, PanelAction};

use super::commands::{self, Command, Group, Keymap, LESSON, QUESTIONS, TABLE};
use super::style::{color, sans, semibold};
use super::{Show, hands, search, widgets};

/// Turns key presses into actions. No key acts while a text field or a button has the focus and wants it.
pub(super) fn read(
    show: Show<'_>,
    ui: &Ui,
    search: &mut search::Memory,
    actions: &mut Vec<Action>,
) {
    let ctx = ui.ctx();
    let typing = ctx.text_edit_focused();
    let focused = ctx.memory(|memory| memory.focused().is_some());
    // It is what Esc closes.
    let is_list_open = egui::Popup::is_any_open(ctx);
    let pressed: Vec<_> = ctx.input(|input| {
        let presses = input.events.iter().filter_map(|event| match *event {
            Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } => Some((modifiers, key)),
            _ => None,
        });
        presses.collect()
    });
    let keymap = Keymap::of(show.workspace);
    for (modifiers, key) in pressed {
        let Some(command) = keymap.bound(modifiers, key) else {
            continue;
        };
        let over = show.workspace.session().overlay.is_some();
        let closes = matches!(command, Command::StepBack | Command::CloseStep);
        // In a text field only Esc and keys held with Ctrl are ours; under an overlay only what closes it.
        let writes = matches!(command, Command::Undo | Command::Redo);
        let ours = if typing && writes {
            // What is typed in a form is in the document at once; what is typed elsewhere is the field's own affair.
            show.workspace.session().mode == Mode::Edit
        } else if typing {
            closes && over || modifiers.command && !is_editing(key)
        } else {
            closes || !over
        };
        let theirs =
            focused && is_a_widgets(show, key) || takes_up(show, key) || closes && is_list_open;
        if ours && !theirs {
            if writes {
                ctx.input_mut(|input| input.consume_key(modifiers, key));
            }
            // An arrow that walks through the events does not lead the focus elsewhere as well.
            if is_arrow(key) {
                ctx.memory_mut(|memory| memory.move_focus(FocusDirection::None));
            }
            run(show, command, search, actions);
        }
    }
}

/// Keys that belong to whatever has the focus: those that press it, and among questions those that move it too.
fn is_a_widgets(show: Show<'_>, key: egui::Key) -> bool {
    let lesson = show.workspace.presentation();
    let moves = lesson.is_some_and(|lesson| lesson.board == Some(Board::Quiz));
    match key {
        egui::Key::Enter | egui::Key::Space => true,
        egui::Key::Home | egui::Key::End => moves,
        key => moves && is_arrow(key),
    }
}

fn is_arrow(key: egui::Key) -> bool {
    matches!(
        key,
        egui::Key::ArrowLeft | egui::Key::ArrowRight | egui::Key::ArrowUp | egui::Key::ArrowDown
    )
}

/// Keys that take up a card or the axis of a question: whoever means to answer must not get the answer.
fn takes_up(show: Show<'_>, key: egui::Key) -> bool {
    let lesson = show.workspace.presentation();
    let asked = lesson.filter(|lesson| lesson.board == Some(Board::Quiz));
    let question = asked.and_then(|lesson| lesson.quiz.question(show.workspace.timeline()));
    let is_open = question.is_some_and(|question| {
        !question.shown && matches!(question.asked, Asked::Order(_) | Asked::Year(_))
    });
    is_open && matches!(key, egui::Key::ArrowUp | egui::Key::ArrowDown)
}

/// Keys that a text field needs together with Ctrl.
fn is_editing(key: egui::Key) -> bool {
    matches!(
        key,
        egui::Key::ArrowLeft | egui::Key::ArrowRight | egui::Key::Home | egui::Key::End
    )
}

/// Does a command: most are actions, the search field is the window's own.
pub(super) fn run(
    show: Show<'_>,
    command: Command,
    search: &mut search::Memory,
    actions: &mut Vec<Action>,
) {
    match commands::action(command, show.workspace, show.moment) {
        Some(action) => actions.push(action),
        None if command == Command::Search => search.want_focus(),
        None if command == Command::AddEvent => {
            let mode = Action::Panel(PanelAction::Mode(Mode::Edit));
            actions.extend([mode, hands::event_in_view(show)]);
        }
        None => {}
    }
}

/// The list of all keys.
pub(super) fn overlay(show: Show<'_>, ui: &Ui, actions: &mut Vec<Action>) {
    let mut is_done = false;
    let outside = widgets::overlay(show, ui, &say!(show.lang, "commands-keys"), 760.0, |ui| {
        ui.horizontal(|ui| {
            ui.label(RichText::new(say!(show.lang, "commands-keys")).font(semibold(20.0)));
            let layout = egui::Layout::right_to_left(egui::Align::Center);
            ui.with_layout(layout, |ui| {
                let done = say!(show.lang, "settings-done");
                is_done = widgets::main_button(show, ui, &done).clicked();
            });
        });
        ui.add_space(8.0);
        let height = widgets::room_below(ui, 100.0);
        let area = egui::ScrollArea::vertical()
            .max_height(height)
            .min_scrolled_height(height);
        area.show(ui, |ui| {
            widgets::scroll_by_keys(ui);
            ui.spacing_mut().item_spacing.y = 2.0;
            let left = |ui: &mut Ui| {
                let of_left = [Group::Look, Group::Events, Group::Class, Group::Questions];
                groups(show, ui, &of_left);
                answering(show, ui);
            };
            let right = |ui: &mut Ui| {
                let of_right = [Group::Find, Group::Write, Group::Teach, Group::Window];
                groups(show, ui, &of_right);
                mouse(show, ui);
            };
            if show.is_compact {
                left(ui);
                ui.add_space(10.0);
                return right(ui);
            }
            ui.columns(2, |columns| {
                if let [first, second] = columns {
                    left(first);
                    right(second);
                }
            });
        });
    });
    if outside || is_done {
        actions.push(Action::Panel(PanelAction::Overlay(None)));
    }
}

fn groups(show: Show<'_>, ui: &mut Ui, groups: &[Group]) {
    for group in groups {
        ui.label(widgets::heading(show, group.name().text(show.lang)));
        ui.add_space(2.0);
        let all = TABLE.iter().chain(LESSON).chain(QUESTIONS);
        let listed = all.filter(|binding| binding.group == *group);
        for binding in listed.filter(|binding| !binding.keys.is_empty()) {
            match binding.command {
                // Nine lines that say the same would hide the others.
                Command::Category(1) => {
                    line(show, ui, "1 – 9", &say!(show.lang, "commands-any-category"))
                }
                Command::Category(_) => {}
                _ => line(
                    show,
                    ui,
                    &commands::keys_name(binding),
                    &binding.name.text(show.lang),
                ),
            }
        }
        ui.add_space(10.0);
    }
}

/// Keys that belong to a card or to the axis.
fn answering(show: Show<'_>, ui: &mut Ui) {
    for (keys, does) in [
        ("↑  ↓", message!("commands-take-up-card")),
        ("←  →", message!("commands-move-year")),
        ("Home  End", message!("commands-first-or-last-place")),
    ] {
        line(show, ui, keys, &does.text(show.lang));
    }
}

fn mouse(show: Show<'_>, ui: &mut Ui) {
    ui.label(widgets::heading(
        show,
        say!(show.lang, "commands-group-mouse"),
    ));
    for (what, does) in [
        (message!("commands-wheel"), message!("commands-wheel-does")),
        (
            message!("commands-shift-wheel"),
            message!("commands-shift-wheel-does"),
        ),
        (message!("commands-drag"), message!("commands-drag-does")),
        (
            message!("commands-double-click"),
            message!("commands-double-click-does"),
        ),
        (
            message!("commands-click-strip"),
            message!("commands-click-strip-does"),
        ),
    ] {
        line(show, ui, &what.text(show.lang), &does.text(show.lang));
    }
}

fn line(show: Show<'_>, ui: &mut Ui, keys: &str, name: &str) {
    ui.horizontal(|ui| {
        let ink = color(show.theme.accent);
        let galley = ui
            .painter()
            .layout_no_wrap(keys.to_owned(), sans(13.0), ink);
        // A command of many keys takes more room, and its name what is left.
        let size = egui::vec2(galley.size().x.max(118.0), 20.0);
        let (rect, place) = ui.allocate_exact_size(size, egui::Sense::empty());
        place.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, keys));
        let at = rect.left_center() - egui::vec2(0.0, galley.size().y / 2.0);
        ui.painter().galley(at, galley, ink);
        ui.add(egui::Label::new(RichText::new(name).font(sans(13.0))).wrap());
    });
}

/// Opens the list of keys.
pub(super) fn open(actions: &mut Vec<Action>) {
    actions.push(Action::Panel(PanelAction::Overlay(Some(Overlay::Keys))));
}
