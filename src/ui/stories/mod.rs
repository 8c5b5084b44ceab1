//! The stories of the file and the steps of the one in hand.
//!
//! One story is in hand: the one whose steps show, which is looked at, rearranged and told. What is changed here is an edit
//! of the text at once; what cannot stand there yet waits in [`Memory`].
//!
//! [`step`] is a row, [`sign`] what it is told by, [`words`] what it says. [`changes`] are the edits, [`field`] is where one
//! types, [`mod@keys`] what a row does when a key is pressed, [`foot`] what is done with the story as a whole.

mod changes;
mod field;
mod foot;
mod keys;
mod sign;
mod step;
mod words;

use egui::{Align, Button, Layout, Margin, Panel, RichText, ScrollArea, Ui};

use crate::document::{Id, Story};
use crate::messages::{Message, say};
use crate::state::{Action, Origin, PanelAction};

use super::style::{color, semibold};
use super::{Show, widgets};

pub(super) use keys::keys;
pub(super) use words::step as step_title;
pub(super) use words::story as story_title;

/// Width in points, and that where there is little room.
const WIDTH: f32 = 320.0;
const NARROW: f32 = 280.0;
/// Windows from this width on have room for the usual width.
const ROOM_FOR_WIDTH: f32 = 1360.0;
/// Windows from this width on have room for an event beside the stories.
const ROOM_FOR_EVENT: f32 = 1000.0;
/// Windows from this width on have room for an event and its article beside the stories.
const ROOM_FOR_ARTICLE: f32 = 1420.0;

/// What the panel remembers.
#[derive(Default)]
pub(super) struct Memory {
    /// Where somebody types.
    typing: Option<field::Typing>,
    /// The step that is dragged.
    held: Option<usize>,
    /// The step that was looked at last.
    at: Option<usize>,
    /// The row that gets the focus next.
    focus: Option<usize>,
    /// The row that had the focus last, and how it is known.
    focused: Option<(egui::Id, usize)>,
    /// Whether the story in hand is to come into sight, since another one was before.
    reveals: bool,
    /// Whose steps showed last.
    story: Option<Id>,
    /// What was deleted last: what the change is called, and what is said of it.
    deleted: Option<(Message, Message)>,
    /// Whether a menu of the panel is open.
    is_menu_open: bool,
}

/// All that a part of the panel needs.
struct Pen<'a> {
    show: Show<'a>,
    memory: &'a mut Memory,
    actions: &'a mut Vec<Action>,
}

impl Pen<'_> {
    fn push(&mut self, action: PanelAction) {
        self.actions.push(Action::Panel(action));
    }

    /// Begins to type somewhere.
    fn type_in(&mut self, spot: field::Spot) {
        self.memory.typing = Some(field::Typing::begun(spot));
    }
}

/// Whether the panel shows in a window of this width.
pub(super) fn is_open(show: Show<'_>, width: f32) -> bool {
    let session = show.workspace.session();
    // In a narrow window an article that is opened from here stands in its place until it is closed.
    let yields = session.article.is_some() && width < ROOM_FOR_EVENT;
    session.stories
        && !yields
        && show.workspace.presentation().is_none()
        && *show.workspace.origin() != Origin::Nothing
}

/// Whether a window of this width has room for the event that is read.
pub(super) fn leave_room(show: Show<'_>, width: f32) -> bool {
    let wanted = match show.workspace.session().article {
        Some(_) => ROOM_FOR_ARTICLE,
        None => ROOM_FOR_EVENT,
    };
    !is_open(show, width) || width >= wanted
}

/// The story in hand; where none was taken, the first.
fn in_hand<'a>(show: Show<'a>) -> Option<&'a Story> {
    let stories = &show.workspace.timeline().stories;
    let taken = show.workspace.session().story.as_ref();
    let known = stories.iter().find(|story| Some(&story.id) == taken);
    known.or(stories.first())
}

/// Shows the panel, where it is open.
pub(super) fn panel(show: Show<'_>, ui: &mut Ui, memory: &mut Memory, actions: &mut Vec<Action>) {
    let window = ui.ctx().content_rect().width();
    if !is_open(show, window) {
        *memory = Memory::default();
        return;
    }
    let hand = in_hand(show);
    let id = hand.map(|story| &story.id);
    if memory.story.as_ref() != id {
        let typing = memory.typing.take();
        *memory = Memory {
            story: id.cloned(),
            reveals: true,
            deleted: memory.deleted.take(),
            typing: typing.filter(|typing| Some(typing.story()) == id),
            ..Memory::default()
        };
    }
    // What shows here as in hand is what F5 tells and what a recorded step goes to.
    if hand.is_some() && show.workspace.session().story.as_ref() != id {
        actions.push(Action::Panel(PanelAction::Story(id.cloned())));
    }
    let width = if window < ROOM_FOR_WIDTH {
        NARROW
    } else {
        WIDTH
    };
    let frame = show.bar(Margin {
        left: 12,
        right: 8,
        top: 14,
        bottom: 10,
    });
    let panel = Panel::left("stories").resizable(true);
    let panel = panel.default_size(width).size_range(NARROW..=480.0);
    panel.frame(frame).show(ui, |ui| {
        let mut pen = Pen {
            show,
            memory,
            actions,
        };
        content(&mut pen, ui, hand);
    });
}

fn content(pen: &mut Pen<'_>, ui: &mut Ui, hand: Option<&Story>) {
    pen.memory.is_menu_open = false;
    ui.spacing_mut().item_spacing.y = 0.0;
    heading(pen, ui, hand.is_some());
    let Some(hand) = hand else {
        foot::nothing(pen, ui);
        return;
    };
    // In a compact window the foot scrolls with the rest, which would else have no room above it.
    let is_compact = pen.show.is_compact;
    let height = if is_compact {
        ui.available_height()
    } else {
        (ui.available_height() - foot::height(pen)).max(120.0)
    };
    let area = ScrollArea::vertical().auto_shrink(false);
    area.max_height(height).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        // Room for the scroll bar beside the rows.
        ui.set_max_width(ui.available_width() - 8.0);
        for story in &pen.show.workspace.timeline().stories {
            if story.id == hand.id {
                open(pen, ui, story);
            } else {
                closed(pen, ui, story);
            }
        }
        if is_compact {
            // The same buttons however many steps show above them.
            let builder = egui::UiBuilder::new().scope_id(egui::Id::unique("stories-foot"));
            ui.scope_builder(builder, |ui| foot::ui(pen, ui, hand));
        }
    });
    if !is_compact {
        foot::ui(pen, ui, hand);
    }
}

fn heading(pen: &mut Pen<'_>, ui: &mut Ui, has_stories: bool) {
    let show = pen.show;
    ui.horizontal(|ui| {
        ui.add_space(10.0);
        ui.label(widgets::heading(show, say!(show.lang, "stories-heading")));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(12.0);
            let hover = say!(show.lang, "stories-close-hover");
            if widgets::closes(show, ui, &hover, &say!(show.lang, "stories-close")) {
                pen.push(PanelAction::Stories(false));
            }
            ui.add_space(4.0);
            if has_stories && widgets::link(show, ui, &say!(show.lang, "stories-new")).clicked() {
                changes::new_story(pen);
            }
        });
    });
    ui.add_space(8.0);
}

/// A story that is not in hand, on one line.
fn closed(pen: &mut Pen<'_>, ui: &mut Ui, story: &Story) {
    let show = pen.show;
    let (title, extent) = (words::story(show, story), words::extent(show.lang, story));
    let button = Button::new(RichText::new(&title).font(super::style::sans(14.0)))
        .right_text(widgets::muted(show, &extent))
        .fill(egui::Color32::TRANSPARENT)
        .stroke(egui::Stroke::NONE)
        .truncate();
    // It is the same row wherever it stands: the field that a click leaves may have stood above it.
    let builder = egui::UiBuilder::new().scope_id(egui::Id::unique(("story", &story.id)));
    let row = ui.scope_builder(builder, |ui| {
        ui.add_sized([ui.available_width(), 32.0], button)
    });
    let row = row.inner;
    let label = [title.as_str(), &extent].join(", ");
    row.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &label));
    if row
        .on_hover_cursor(egui::CursorIcon::PointingHand)
        .clicked()
    {
        pen.push(PanelAction::Story(Some(Id::clone(&story.id))));
    }
}

/// The story in hand with its steps.
fn open(pen: &mut Pen<'_>, ui: &mut Ui, story: &Story) {
    let top = ui.cursor().min;
    ui.add_space(6.0);
    title(pen, ui, story);
    if std::mem::take(&mut pen.memory.reveals) {
        let place = egui::Rect::from_min_max(top, ui.cursor().min);
        ui.scroll_to_rect(place, Some(Align::TOP));
    }
    ui.add_space(6.0);
    if story.steps.is_empty() {
        ui.horizontal_wrapped(|ui| {
            ui.add_space(10.0);
            let said = say!(pen.show.lang, "stories-no-steps");
            ui.label(widgets::muted(pen.show, said));
        });
    }
    step::list(pen, ui, story);
    ui.add_space(10.0);
}

/// What the story is called, how long it is, and what can be done with it.
fn title(pen: &mut Pen<'_>, ui: &mut Ui, story: &Story) {
    let spot = field::Spot::Story(Id::clone(&story.id));
    let show = pen.show;
    let name = words::story(show, story);
    ui.horizontal_top(|ui| {
        ui.add_space(10.0);
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            foot::menu(pen, ui, story);
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                if pen.memory.is_typing_in(&spot) {
                    let said = words::own_story(show, story).unwrap_or_default();
                    let name = say!(show.lang, "stories-story-title");
                    field::ui(pen, ui, &field::Field::line(spot, &name, said));
                } else {
                    let text = RichText::new(&name).font(semibold(16.0));
                    ui.add(egui::Label::new(text.color(color(show.theme.ink))).wrap());
                }
                ui.add_space(2.0);
                ui.label(widgets::muted(show, words::extent(show.lang, story)));
            });
        });
    });
}
