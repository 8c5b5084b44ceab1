//! A row of the outline on the screen: what it says, how it looks, what a click does.

use std::borrow::Cow;

use egui::accesskit::{self, Role};
use egui::{Align2, CornerRadius, Pos2, Rect, Response, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::document::{Event, Id, Source};
use crate::messages::{grouped, say};
use crate::scene::{Rgba, TextStyle, titled};
use crate::state::{Action, PanelAction, ViewAction};
use crate::time::{Span, TimeWindow, day_of_year_start, decade_name, year_when};

use super::super::inspector::has_article;
use super::super::style::{color, font};
use super::super::{Show, widgets};
use super::Memory;
use super::rows::{self, Node, Row};

/// Height of a row in points.
pub(super) const HEIGHT: f32 = 28.0;
/// By how much each level lies further in than the one above, and where its sign and its words begin.
const STEP: f32 = 15.0;
const SIGN: f32 = 14.0;
const WORDS: f32 = 26.0;
/// From a category's mark to the words beside it.
const MARK: f32 = 18.0;
/// Free space before the first year of a stretch that is flown to and behind its last, as a share of it.
const AROUND: f64 = 0.05;

/// A row and its place.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    pub(super) row: Row,
    pub(super) rect: Rect,
    /// Whether Tab stops here.
    pub(super) is_stop: bool,
}

pub(super) fn ui(
    show: Show<'_>,
    ui: &Ui,
    memory: &mut Memory,
    spot: Spot,
    actions: &mut Vec<Action>,
) {
    let Spot { row, rect, is_stop } = spot;
    let id = egui::Id::unique(("outline", row.node));
    let sense = if is_stop {
        Sense::click()
    } else {
        Sense::CLICK
    };
    let response = ui.interact(rect, id, sense);
    if memory.wants_focus && memory.cursor == Some(row.node) {
        memory.wants_focus = false;
        response.request_focus();
    }
    if response.has_focus() {
        widgets::keep_arrows(ui, &response);
        (memory.focused, memory.cursor) = (Some(id), Some(row.node));
    }
    name(show, ui, &response, row);
    paint(show, ui, &response, row);
    let asks = |action| ui.input(|input| input.has_accesskit_action_request(id, action));
    if asks(accesskit::Action::Expand) {
        memory.set(show, row.node, true);
    } else if asks(accesskit::Action::Collapse) {
        memory.set(show, row.node, false);
    }
    let response = response.on_hover_ui_at_pointer(|ui| drop(ui.label(said(show, row))));
    if response.clicked() {
        memory.go(row.node);
        let words_begin = rect.left() + indent(row) + WORDS - 4.0;
        let on_sign = response
            .interact_pointer_pos()
            .is_some_and(|at| at.x < words_begin);
        match row.is_open.filter(|_| on_sign) {
            Some(open) => memory.set(show, row.node, !open),
            None => answer(show, memory, row, actions),
        }
    }
}

/// A stretch opens and is flown to, an event is read, a source is shown where it is quoted.
fn answer(show: Show<'_>, memory: &mut Memory, row: Row, actions: &mut Vec<Action>) {
    match row.node {
        Node::Decade(_) | Node::Year(_) => {
            let opens = row.is_open == Some(false);
            memory.set(show, row.node, opens);
            if let Some(span) = stretch(row.node).filter(|_| opens) {
                let window = TimeWindow::fit(span, AROUND);
                actions.push(Action::View(ViewAction::FlyTo(window)));
            }
        }
        Node::Event(event) => widgets::go_to(show, event as usize, actions),
        Node::Source(event, place) => {
            widgets::go_to(show, event as usize, actions);
            if let Some((source, paragraph)) = cited(show, event, place)
                && has_article(source)
            {
                let source = Id::clone(&source.id);
                actions.push(Action::Panel(PanelAction::OpenArticle {
                    source,
                    paragraph,
                }));
            }
        }
    }
}

/// The days of a decade or a year.
fn stretch(node: Node) -> Option<Span> {
    let (from, years) = match node {
        Node::Decade(decade) => (decade.checked_mul(10)?, 10),
        Node::Year(year) => (year, 1),
        _ => return None,
    };
    let to = from.checked_add(years)?;
    Some(Span::new(day_of_year_start(from), day_of_year_start(to)))
}

fn event<'a>(show: Show<'a>, event: u32) -> Option<&'a Event> {
    show.workspace.timeline().events.get(event as usize)
}

/// A source of an event, and the paragraph of it that is quoted there.
fn cited<'a>(show: Show<'a>, event: u32, place: usize) -> Option<(&'a Source, Option<u32>)> {
    let timeline = show.workspace.timeline();
    let index = *rows::sources(timeline, event).get(place)?;
    let excerpts = &self::event(show, event)?.excerpts;
    let quoted = excerpts.iter().find(|excerpt| excerpt.source == index);
    let paragraph = quoted.and_then(|excerpt| excerpt.paragraph);
    Some((timeline.sources.get(index)?, paragraph))
}

/// What a row is called.
fn words<'a>(show: Show<'a>, node: Node) -> Cow<'a, str> {
    match node {
        Node::Decade(decade) => decade_name(decade, show.lang).into(),
        Node::Year(year) => {
            let when = year_when(year);
            let name = when.map_or_else(|| year.to_string(), |when| when.display(show.lang));
            name.into()
        }
        Node::Event(index) => event(show, index).map_or(Cow::default(), |event| {
            let title = show.lang.choose(&event.title, event.title_ja.as_deref());
            title.into()
        }),
        Node::Source(event, place) => {
            let cited = cited(show, event, place);
            cited.map_or(Cow::default(), |(source, _)| (&*source.title).into())
        }
    }
}

/// All of it, for the pointer and for screen readers.
fn said(show: Show<'_>, row: Row) -> String {
    match row.node {
        Node::Decade(_) | Node::Year(_) => {
            let events = say!(show.lang, "words-events", count = row.count);
            let name = words(show, row.node);
            say!(show.lang, "outline-group", name = &*name, events = events)
        }
        Node::Event(index) => {
            let event = event(show, index);
            event.map_or_else(String::new, |event| titled(event, show.lang))
        }
        Node::Source(event, place) => {
            let cited = cited(show, event, place);
            cited.map_or_else(String::new, |(source, paragraph)| {
                quoted(show, source, paragraph)
            })
        }
    }
}

/// Who wrote a source, its title, and the paragraph.
fn quoted(show: Show<'_>, source: &Source, paragraph: Option<u32>) -> String {
    let title = &source.title;
    let whole = match &source.author {
        Some(author) => format!("{author}, {title}"),
        None => title.clone(),
    };
    match paragraph.map(|paragraph| paragraph.to_string()) {
        Some(paragraph) => say!(
            show.lang,
            "outline-quoted",
            source = whole,
            paragraph = paragraph
        ),
        None => whole,
    }
}

fn style(show: Show<'_>, node: Node) -> TextStyle {
    match node {
        Node::Decade(_) => TextStyle::semibold(14.0),
        Node::Year(_) => TextStyle::sans(14.0),
        // What a pale ground says is hardly seen in the dark.
        Node::Event(_) if is_selected(show, node) => TextStyle::semibold(13.5),
        Node::Event(_) => TextStyle::sans(13.5),
        Node::Source(..) => TextStyle::sans(12.5),
    }
}

/// What a screen reader says of a row.
fn name(show: Show<'_>, ui: &Ui, response: &Response, row: Row) {
    response.widget_info(|| WidgetInfo::labeled(Role::TreeItem, true, said(show, row)));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_level(row.level());
        node.set_position_in_set(row.place);
        node.set_size_of_set(row.of);
        node.set_selected(is_selected(show, row.node));
        if let Some(open) = row.is_open {
            node.set_expanded(open);
            node.add_action(if open {
                accesskit::Action::Collapse
            } else {
                accesskit::Action::Expand
            });
        }
    });
}

fn is_selected(show: Show<'_>, node: Node) -> bool {
    let selected = show.workspace.selected().map(|(index, _)| index);
    matches!(node, Node::Event(event) if selected == Some(event as usize))
}

/// Whether what a row stands for is in view.
fn is_in_view(show: Show<'_>, node: Node) -> bool {
    let window = show.workspace.view().window().span();
    let span = match node {
        Node::Event(index) | Node::Source(index, _) => {
            event(show, index).map(|event| event.when.extent())
        }
        _ => stretch(node),
    };
    span.is_some_and(|span| span.start < window.end && span.end > window.start)
}

fn indent(row: Row) -> f32 {
    row.level().saturating_sub(1) as f32 * STEP
}

fn paint(show: Show<'_>, ui: &Ui, response: &Response, row: Row) {
    let rect = response.rect;
    let theme = show.theme;
    ground(show, ui, response, row.node);
    let middle = rect.center().y;
    let mut x = rect.left() + indent(row);
    if let Some(open) = row.is_open {
        sign(ui, pos2(x + SIGN, middle), open, theme.muted);
    }
    x += WORDS;
    if let Node::Event(index) = row.node
        && let Some(event) = event(show, index)
    {
        widgets::paint_mark(show, ui, event.category, pos2(x + 5.0, middle), 5.0);
        x += MARK;
    }
    let painter = ui.painter();
    let mut end = rect.right() - 8.0;
    if let Node::Decade(_) | Node::Year(_) = row.node {
        let (count, font) = (grouped(row.count), font(TextStyle::sans(12.5)));
        let at = pos2(end, middle);
        let count = painter.text(at, Align2::RIGHT_CENTER, count, font, color(theme.muted));
        end = count.left();
    }
    let style = style(show, row.node);
    let text = words(show, row.node);
    let text = show.fonts.elided(&text, style, end - 8.0 - x);
    let ink = match row.node {
        Node::Source(..) => theme.muted,
        _ => theme.ink,
    };
    let at = pos2(x, middle);
    painter.text(at, Align2::LEFT_CENTER, text, font(style), color(ink));
}

/// What a row lies on: whether it is selected, under the pointer, has the focus, and whether it is in view.
fn ground(show: Show<'_>, ui: &Ui, response: &Response, node: Node) {
    let (rect, theme, painter) = (response.rect, show.theme, ui.painter());
    let corner = CornerRadius::same(6);
    let fill = match (is_selected(show, node), response.hovered()) {
        (true, _) => Some(theme.era),
        (false, true) => Some(theme.raised),
        (false, false) => None,
    };
    let within = rect.with_min_x(rect.left() + 5.0);
    if let Some(fill) = fill {
        painter.rect_filled(within, corner, color(fill));
    }
    if is_in_view(show, node) {
        let bar = Rect::from_min_size(rect.min, vec2(2.5, rect.height()));
        painter.rect_filled(bar, 0.0, color(theme.accent));
    }
}

/// A triangle that points down where a row is open, else to the right.
fn sign(ui: &Ui, center: Pos2, open: bool, tint: Rgba) {
    let points = if open {
        [vec2(-4.5, -2.5), vec2(4.5, -2.5), vec2(0.0, 3.5)]
    } else {
        [vec2(-2.5, -4.5), vec2(3.5, 0.0), vec2(-2.5, 4.5)]
    };
    let points = points.map(|point| center + point).to_vec();
    let shape = egui::Shape::convex_polygon(points, color(tint), Stroke::NONE);
    ui.painter().add(shape);
}
