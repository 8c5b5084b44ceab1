//! The works that an event cites: to open, and to copy.

use egui::containers::menu::MenuButton;
use egui::text::LayoutJob;
use egui::{Button, RichText, TextFormat, Ui};

use crate::document::{Event, Id, List, Source, Timeline};
use crate::export::cite;
use crate::messages::{message, say};
use crate::state::{Action, CitationStyle, Effect, Setting, Workspace};
use crate::time::Lang;

use super::style::{color, sans};
use super::{Show, widgets};

/// Shows the list; what can be read on the web opens in the browser.
pub(super) fn ui(show: Show<'_>, ui: &mut Ui, event: &Event, actions: &mut Vec<Action>) {
    if cite::sources_of(event).is_empty() {
        return;
    }
    ui.add_space(8.0);
    if event.sources.is_empty() {
        // The quotations name theirs.
        return self::cite(show, ui, event, actions);
    }
    ui.label(widgets::heading(show, say!(show.lang, "inspector-sources")));
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
    self::cite(show, ui, event, actions);
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
        job.append(&say!(show.lang, "inspector-not-looked-up"), 0.0, muted);
    }
    job
}

/// More sources than this are cited away from the window, since they may take longer than a frame.
const AT_ONCE: usize = 12;

/// Copies the citations, in the style that was chosen last or in one that is chosen here.
fn cite(show: Show<'_>, ui: &mut Ui, event: &Event, actions: &mut Vec<Action>) {
    let current = show.workspace.settings().citation_style;
    let mut chosen = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let copy = widgets::link(
            show,
            ui,
            &say!(show.lang, "inspector-copy-citation", style = current.name()),
        );
        if copy.clicked() {
            chosen = Some(current);
        }
        let text = RichText::new("▾").font(sans(13.0));
        let button = Button::new(text.color(color(show.theme.accent))).frame(false);
        let menu = MenuButton::from_button(button);
        let (response, _) = menu.ui(ui, |ui| {
            for style in CitationStyle::ALL {
                if ui
                    .selectable_label(style == current, style.name())
                    .clicked()
                {
                    chosen = Some(style);
                    ui.close();
                }
            }
        });
        let response = response.on_hover_text(say!(show.lang, "inspector-copy-other"));
        response.widget_info(|| {
            egui::WidgetInfo::labeled(
                egui::Role::Button,
                true,
                say!(show.lang, "inspector-copy-other"),
            )
        });
    });
    if let Some(style) = chosen {
        if style != current {
            actions.push(Action::Setting(Setting::CitationStyle(style)));
        }
        actions.extend(copy(show.workspace, event, style, show.lang));
    }
}

/// What copies the citations of an event; `None` where it has no sources.
pub(super) fn copy(
    workspace: &Workspace,
    event: &Event,
    style: CitationStyle,
    lang: Lang,
) -> Option<Action> {
    let id = Id::from(&*event.id);
    match cite::sources_of(event).len() {
        0 => None,
        1..=AT_ONCE => Some(copied(workspace.timeline(), Some(&id), style, lang)),
        _ => Some(Action::Ask(Effect::Cite(Some(id), style))),
    }
}

/// The citations of an event, or of all sources there are, on their way to the clipboard.
pub fn copied(timeline: &Timeline, event: Option<&Id>, style: CitationStyle, lang: Lang) -> Action {
    let (text, count) = match event {
        Some(id) => {
            let index = timeline.index_of(List::Events, id);
            let event = index.and_then(|index| timeline.events.get(index));
            let count = event.map_or(0, |event| cite::sources_of(event).len());
            let text = index.map(|index| cite::of_event(timeline, index, style, lang));
            (text.unwrap_or_default(), count)
        }
        None => (
            cite::bibliography(timeline, style, lang),
            timeline.sources.len(),
        ),
    };
    if count == 0 {
        return Action::Tell(message!("inspector-nothing-to-cite"));
    }
    let style = style.name();
    let said = match event {
        None => message!(
            "inspector-copied-bibliography",
            count = count,
            style = style
        ),
        Some(_) => message!("inspector-copied-citations", count = count, style = style),
    };
    Action::Copy { text, said }
}
