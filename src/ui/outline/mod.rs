//! The events as an outline beside the canvas: decade, year, event, source. Both show the same: what the filter leaves,
//! what is in view and what is selected; and each leads the other.
//!
//! It is a tree as ARIA has it (W3C, “ARIA Authoring Practices”, tree view pattern): one stop for Tab, arrows to walk and
//! to open. [`rows`] are its rows by number, of which only those in sight are made; [`row`] is one of them on the screen.

mod row;
mod rows;

use egui::accesskit::Role;
use egui::{Key, Margin, Modifiers, Panel, Rect, ScrollArea, Ui, UiBuilder, vec2};

use crate::messages::say;
use crate::state::{Action, Mode, Origin, PanelAction};
use crate::time::TimeWindow;

use super::{Show, side_width, widgets};
use rows::{Node, Open, Row, Rows};

/// Width in points, where there is room.
const WIDTH: f32 = 300.0;
const NARROW: f32 = 240.0;
/// Windows from this width on have room for an event beside the outline.
const ROOM_FOR_EVENT: f32 = 1000.0;
/// Windows from this width on have room for an event and its article beside it.
const ROOM_FOR_ARTICLE: f32 = 1420.0;
/// Rows that a page has, for the keys that turn it.
const PAGE: usize = 10;

/// What the panel remembers.
#[derive(Default)]
pub(super) struct Memory {
    open: Open,
    rows: Rows,
    /// Which document and which filter the rows are of, and whether they are as open as they should be.
    of: Option<(u64, u64)>,
    /// The row that the keys are for.
    cursor: Option<Node>,
    /// How the row that had the focus last is known.
    focused: Option<egui::Id>,
    /// Whether it had the focus when it gave way, and gets it back.
    returns: bool,
    /// Whether the cursor's row gets the focus next.
    wants_focus: bool,
    /// The row that is to come into sight.
    reveals: Option<Node>,
    /// What was selected and in view last, so that a change of it is noticed.
    selected: Option<usize>,
    window: Option<TimeWindow>,
}

/// Whether the panel shows in a window of this width: in a narrow one it gives way to what is read.
pub(super) fn is_open(show: Show<'_>, width: f32) -> bool {
    let session = show.workspace.session();
    let is_reading = session.selected.is_some() && session.inspector || session.mode == Mode::Edit;
    let has_article = session.article.is_some();
    let is_crowded = match is_reading && has_article {
        true => width < ROOM_FOR_ARTICLE,
        false => width < ROOM_FOR_EVENT && (is_reading || has_article),
    };
    session.outline
        && !is_crowded
        && show.workspace.presentation().is_none()
        && *show.workspace.origin() != Origin::Nothing
}

/// Shows the panel, where it is open.
pub(super) fn panel(show: Show<'_>, ui: &mut Ui, memory: &mut Memory, actions: &mut Vec<Action>) {
    if !is_open(show, ui.ctx().content_rect().width()) {
        let open = std::mem::take(&mut memory.open);
        *memory = Memory {
            open,
            cursor: memory.cursor.take(),
            returns: show.workspace.session().outline
                && (memory.returns || memory.focused.is_some()),
            ..Memory::default()
        };
        return;
    }
    memory.follow(show);
    memory.refresh(show);
    if std::mem::take(&mut memory.returns) && ui.memory(|memory| memory.focused().is_none()) {
        memory.wants_focus = true;
        memory.reveals = memory.cursor;
    }
    let width = side_width(show, ui, WIDTH);
    let frame = show.bar(Margin {
        left: 12,
        right: 8,
        top: 14,
        bottom: 10,
    });
    let panel = Panel::left("outline").resizable(true);
    let panel = panel
        .default_size(width)
        .size_range(NARROW.min(width)..=480.0_f32.max(width));
    panel.frame(frame).show(ui, |ui| {
        heading(show, ui, actions);
        if memory.rows.len() == 0 {
            ui.label(widgets::muted(show, say!(show.lang, "outline-empty")));
        }
        tree(show, ui, memory, actions);
    });
}

fn heading(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.add_space(10.0);
        ui.label(widgets::heading(show, say!(show.lang, "outline-heading")));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.add_space(12.0);
            let label = say!(show.lang, "outline-close");
            if widgets::closes(show, ui, &label, &label) {
                actions.push(Action::Panel(PanelAction::Outline(false)));
            }
        });
    });
    ui.add_space(6.0);
}

/// The rows that are in sight.
fn tree(show: Show<'_>, ui: &mut Ui, memory: &mut Memory, actions: &mut Vec<Action>) {
    ui.scope_builder(UiBuilder::new().accessibility_role(Role::Tree), |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_label(say!(show.lang, "outline-heading"));
        });
        let area = ScrollArea::vertical().auto_shrink(false);
        area.show_viewport(ui, |ui, viewport| {
            let width = (ui.available_width() - 8.0).max(0.0);
            let corner = ui.max_rect().min;
            ui.set_height(memory.rows.len() as f32 * row::HEIGHT);
            let place = |number: usize| {
                let top = corner + vec2(0.0, number as f32 * row::HEIGHT);
                Rect::from_min_size(top, vec2(width, row::HEIGHT))
            };
            let shown = show.workspace.filter().selection();
            let reveals = memory.reveals.take();
            if let Some(number) = reveals.and_then(|node| memory.rows.find(shown, node)) {
                ui.scroll_to_rect(place(number), None);
            }
            let seen = memory.seen(show, viewport);
            // Tab stops at the cursor; where that is out of sight, at the first row.
            let mut nodes = seen.iter().map(|(_, row)| row.node);
            let stop = match memory.cursor {
                Some(cursor) if nodes.clone().any(|node| node == cursor) => Some(cursor),
                _ => nodes.next(),
            };
            for (number, row) in seen {
                let spot = row::Spot {
                    row,
                    rect: place(number),
                    is_stop: Some(row.node) == stop,
                };
                row::ui(show, ui, memory, spot, actions);
            }
        });
    });
}

impl Memory {
    /// Goes with the canvas: opens what was selected, and brings what came into view into sight.
    fn follow(&mut self, show: Show<'_>) {
        let workspace = show.workspace;
        let selected = workspace.selected().map(|(index, _)| index);
        let window = Some(workspace.view().destination());
        let moved = std::mem::replace(&mut self.window, window) != window;
        let chosen = std::mem::replace(&mut self.selected, selected) != selected;
        let event = selected
            .filter(|_| chosen)
            .and_then(|index| u32::try_from(index).ok());
        if let Some(event) = event {
            if self.open.reveal(workspace.timeline(), event) {
                self.of = None;
            }
            // A source of it that was clicked keeps the cursor.
            if !matches!(self.cursor, Some(Node::Source(of, _)) if of == event) {
                self.cursor = Some(Node::Event(event));
            }
            self.reveals = Some(Node::Event(event));
        } else if moved && self.focused.is_none() {
            self.reveals = self.first_in_view(show);
        }
    }

    /// The row in which the first event of the view is to be seen.
    fn first_in_view(&self, show: Show<'_>) -> Option<Node> {
        let timeline = show.workspace.timeline();
        let shown = show.workspace.filter().selection();
        let event = show.workspace.first_from_view()?;
        let up = |node: &Node| rows::parent(timeline, *node);
        let mut nodes = std::iter::successors(Some(Node::Event(event)), up);
        nodes.find(|node| self.rows.find(shown, *node).is_some())
    }

    /// Finds the rows anew where they are others.
    fn refresh(&mut self, show: Show<'_>) {
        let workspace = show.workspace;
        let of = Some((workspace.revision(), workspace.filter().revision()));
        if self.of != of {
            let shown = workspace.filter().selection();
            self.rows = Rows::of(workspace.timeline(), shown, &self.open);
            self.of = of;
        }
    }

    /// The rows in this part of the tree, with their numbers.
    fn seen(&self, show: Show<'_>, viewport: Rect) -> Vec<(usize, Row)> {
        let timeline = show.workspace.timeline();
        let shown = show.workspace.filter().selection();
        let first = (viewport.top() / row::HEIGHT).max(0.0) as usize;
        let last = (viewport.bottom() / row::HEIGHT).max(0.0).ceil() as usize;
        let row = |number| Some((number, self.rows.get(timeline, shown, number)?));
        (first..last.min(self.rows.len())).filter_map(row).collect()
    }

    /// Opens or closes a row.
    fn set(&mut self, show: Show<'_>, node: Node, open: bool) {
        if self.open.set(show.workspace.timeline(), node, open) {
            self.of = None;
        }
    }

    /// Makes a row the one that the keys are for.
    fn go(&mut self, node: Node) {
        self.cursor = Some(node);
        self.reveals = Some(node);
        self.wants_focus = true;
    }
}

/// Takes the keys that are for the tree, before the rest of the window reads them.
pub(super) fn keys(show: Show<'_>, ui: &Ui, memory: &mut Memory) {
    let focused = ui.memory(|memory| memory.focused());
    let has_focus = memory.focused.is_some() && memory.focused == focused;
    let Some(cursor) = memory.cursor.filter(|_| has_focus) else {
        memory.focused = None;
        return;
    };
    if show.workspace.session().overlay.is_some() {
        return;
    }
    memory.refresh(show);
    let (timeline, shown) = (
        show.workspace.timeline(),
        show.workspace.filter().selection(),
    );
    let Some(at) = memory.rows.find(shown, cursor) else {
        return;
    };
    let row = |number: usize| memory.rows.get(timeline, shown, number).map(|row| row.node);
    let is_open = memory
        .rows
        .get(timeline, shown, at)
        .and_then(|row| row.is_open);
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let last = memory.rows.len().saturating_sub(1);
    let target = if pressed(Key::ArrowDown) {
        row(at.saturating_add(1).min(last))
    } else if pressed(Key::ArrowUp) {
        row(at.saturating_sub(1))
    } else if pressed(Key::PageDown) {
        row(at.saturating_add(PAGE).min(last))
    } else if pressed(Key::PageUp) {
        row(at.saturating_sub(PAGE))
    } else if pressed(Key::Home) {
        row(0)
    } else if pressed(Key::End) {
        row(last)
    } else if pressed(Key::ArrowRight) {
        if is_open == Some(false) {
            return memory.set(show, cursor, true);
        }
        row(at.saturating_add(1)).filter(|_| is_open.is_some())
    } else if pressed(Key::ArrowLeft) {
        if is_open == Some(true) {
            return memory.set(show, cursor, false);
        }
        rows::parent(timeline, cursor)
    } else {
        None
    };
    if let Some(node) = target {
        memory.go(node);
    }
}
