//! Events that stand too close to be told apart on the canvas, as a list to choose from.

use egui::{RichText, ScrollArea, Ui};

use crate::document::Event;
use crate::messages::say;
use crate::state::{Action, PanelAction};

use super::style::semibold;
use super::{Show, palette, widgets};

/// Height of a row with its gap, in points.
const ROW: f32 = 30.0;
/// Rows that are seen at once, at most.
const ROWS: usize = 14;

/// Shows the list; a click reads the event.
pub(super) fn overlay(show: Show<'_>, ui: &Ui, actions: &mut Vec<Action>) {
    let events = &show.workspace.session().listed;
    let mut taken = None;
    let outside = widgets::overlay(
        show,
        ui,
        &say!(show.lang, "window-close-together"),
        620.0,
        |ui| {
            ui.label(RichText::new(heading(show, events)).font(semibold(20.0)));
            ui.add_space(6.0);
            ui.spacing_mut().item_spacing.y = 2.0;
            let seen = events.len().clamp(1, ROWS) as f32 * ROW;
            let height = seen.min(ui.ctx().content_rect().height() - 220.0);
            let area = ScrollArea::vertical()
                .max_height(height)
                .min_scrolled_height(height);
            area.show_rows(ui, ROW - 2.0, events.len(), |ui, rows| {
                for &index in events.get(rows).unwrap_or_default() {
                    if row(show, ui, index).is_some_and(|response| response.clicked()) {
                        taken = Some(index as usize);
                    }
                }
            });
        },
    );
    if taken.is_some() || outside {
        actions.push(Action::Panel(PanelAction::Overlay(None)));
    }
    if let Some(event) = taken {
        widgets::go_to(show, event, actions);
    }
}

fn row(show: Show<'_>, ui: &mut Ui, index: u32) -> Option<egui::Response> {
    let event = event(show, index)?;
    let title = show.lang.choose(&event.title, event.title_ja.as_deref());
    Some(palette::row(
        show,
        ui,
        title,
        &event.when.display(show.lang),
        false,
    ))
}

/// How many there are, and the date where all have the same.
fn heading(show: Show<'_>, events: &[u32]) -> String {
    let count = say!(show.lang, "words-events", count = events.len());
    // They stand in order of time, so that two may speak for all.
    let when = |index: Option<&u32>| Some(&event(show, *index?)?.when);
    match (when(events.first()), when(events.last())) {
        (Some(first), Some(last)) if first.text() == last.text() => {
            say!(
                show.lang,
                "window-events-of",
                events = count,
                date = first.display(show.lang)
            )
        }
        _ => count,
    }
}

fn event<'a>(show: Show<'a>, index: u32) -> Option<&'a Event> {
    show.workspace.timeline().events.get(index as usize)
}
