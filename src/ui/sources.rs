//! The works that an event cites: to open, and to copy.

use egui::text::LayoutJob;
use egui::{TextFormat, Ui};

use crate::document::{Event, Source};
use crate::state::{Action, Effect};

use super::style::{color, sans};
use super::{Show, widgets};

/// Shows the list; what can be read on the web opens in the browser.
pub(super) fn ui(show: Show<'_>, ui: &mut Ui, event: &Event, actions: &mut Vec<Action>) {
    if event.sources.is_empty() {
        return;
    }
    ui.add_space(8.0);
    ui.label(widgets::heading(show, "Sources"));
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.spacing_mut().button_padding = egui::vec2(0.0, 1.0);
        for source in event
            .sources
            .iter()
            .filter_map(|index| show.workspace.timeline().sources.get(index))
        {
            self::source(show, ui, source, actions);
        }
    });
}

fn source(show: Show<'_>, ui: &mut Ui, source: &Source, actions: &mut Vec<Action>) {
    let mut job = cited_whole(show, source);
    match &source.url {
        Some(url) => {
            let mark = TextFormat {
                font_id: sans(13.0),
                color: color(show.theme.accent),
                ..TextFormat::default()
            };
            job.append(" ↗", 0.0, mark);
            let response = ui.add(egui::Button::new(job).frame(false).wrap());
            if response
                .on_hover_text(url)
                .on_hover_cursor(egui::CursorIcon::PointingHand)
                .clicked()
            {
                actions.push(Action::Ask(Effect::OpenUrl(url.clone())));
            }
        }
        None => drop(ui.label(job)),
    }
}

/// `Author, Title, date`, and whether nobody has looked it up yet.
fn cited_whole(show: Show<'_>, source: &Source) -> LayoutJob {
    let plain = TextFormat {
        font_id: sans(13.0),
        color: color(show.theme.ink),
        line_height: Some(19.0),
        ..TextFormat::default()
    };
    let muted = TextFormat {
        color: color(show.theme.muted),
        ..plain.clone()
    };
    let mut job = LayoutJob::default();
    if let Some(author) = &source.author {
        job.append(&format!("{author}, "), 0.0, plain.clone());
    }
    job.append(
        &source.title,
        0.0,
        TextFormat {
            italics: true,
            ..plain.clone()
        },
    );
    if let Some(date) = &source.date {
        job.append(&format!(", {date}"), 0.0, plain);
    }
    if !source.checked {
        job.append(" (not yet looked up)", 0.0, muted);
    }
    job
}

/// The event and its sources as plain text.
pub(super) fn citation(show: Show<'_>, event: &Event) -> String {
    let mut lines = vec![format!(
        "{} ({})",
        event.title,
        event.when.display(show.lang)
    )];
    let sources = event
        .sources
        .iter()
        .filter_map(|index| show.workspace.timeline().sources.get(index));
    lines.extend(sources.map(|source| {
        let parts = [
            source.author.as_deref(),
            Some(source.title.as_str()),
            source.date.as_deref(),
            source.url.as_deref(),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }));
    lines.join("\n")
}
