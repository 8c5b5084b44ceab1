//! The event that is read: when, what, who says so, and what it is connected with.

use egui::text::LayoutJob;
use egui::{Margin, RichText, ScrollArea, TextFormat, Ui};

use crate::document::{Event, Excerpt, Id, Source, Stance};
use crate::messages::{Message, message, say};
use crate::scene::TextStyle;
use crate::state::{Action, FilterAction, Mode, PanelAction, ViewAction, Walk};
use crate::time::TimeWindow;

use super::style::{color, sans, semibold, serif};
use super::{Show, connections, lines, side_panel, sources, widgets};

/// Width in points.
const WIDTH: f32 = 368.0;

/// Shows the panel while an event is read.
pub(super) fn panel(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    let Some((index, event)) = show
        .workspace
        .selected()
        .filter(|_| show.workspace.session().inspector)
    else {
        return;
    };
    side_panel(show, ui, "inspector", WIDTH)
        .frame(show.bar(Margin {
            left: 24,
            right: 20,
            top: 16,
            bottom: 12,
        }))
        .show(ui, |ui| {
            navigation(show, ui, actions);
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 8.0;
                headline(show, ui, event);
                kept(show, ui, event);
                dates(show, ui, event);
                actors(show, ui, event, actions);
                ui.add_space(2.0);
                let summary = lines::set(ui, paragraph(show, &event.summary));
                ui.label(summary);
                for excerpt in &event.excerpts {
                    excerpt_card(show, ui, excerpt, actions);
                }
                connections::ui(show, ui, index, event, actions);
                sources::ui(show, ui, event, actions);
                ui.add_space(6.0);
                tools(show, ui, event, actions);
            });
        });
}

fn navigation(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        if widgets::quiet_link(show, ui, &say!(show.lang, "inspector-previous")).clicked() {
            actions.push(Action::Walk(Walk::Previous));
        }
        if widgets::quiet_link(show, ui, &say!(show.lang, "inspector-next")).clicked() {
            actions.push(Action::Walk(Walk::Next));
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let hover = say!(show.lang, "words-close");
            if widgets::closes(show, ui, &hover, &say!(show.lang, "inspector-close")) {
                actions.push(Action::Panel(PanelAction::CloseInspector));
            }
        });
    });
    ui.add_space(10.0);
}

fn headline(show: Show<'_>, ui: &mut Ui, event: &Event) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        widgets::category_mark(show, ui, event.category);
        let name = widgets::category(show, event.category).map_or("", |category| {
            show.lang
                .choose(&category.name, category.name_ja.as_deref())
        });
        let tint = readable(show, widgets::category_color(show, event.category));
        ui.label(RichText::new(name).font(semibold(13.0)).color(color(tint)));
        ui.label(widgets::muted(
            show,
            say!(
                show.lang,
                "inspector-significance",
                level = u32::from(event.significance)
            ),
        ));
    });
    let (first, second) = titles(show, event);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        let first = RichText::new(first).font(semibold(24.0));
        let first = lines::set(ui, first.line_height(Some(30.0)));
        ui.label(first);
        if let Some(second) = second {
            let second = RichText::new(second).font(sans(15.0));
            let second = lines::set(ui, second.color(color(show.theme.muted)));
            ui.label(second);
        }
    });
}

/// A word where what shows is not what the file says now.
pub(super) fn kept(show: Show<'_>, ui: &mut Ui, event: &Event) {
    if !event.is_kept {
        return;
    }
    let said = say!(show.lang, "inspector-kept");
    let said = RichText::new(said).font(sans(13.0));
    ui.label(said.color(color(show.theme.error)));
}

/// A category's colour, darkened or lightened until small text in it can be read.
fn readable(show: Show<'_>, tint: crate::scene::Rgba) -> crate::scene::Rgba {
    let steps = (0..=5_u8).map(|step| tint.mixed(show.theme.ink, f32::from(step) * 0.2));
    steps
        .into_iter()
        .find(|tint| tint.contrast(show.theme.surface) >= 4.5)
        .unwrap_or(show.theme.ink)
}

/// The title in the language of the window, then in the other.
fn titles<'a>(show: Show<'_>, event: &'a Event) -> (&'a str, Option<&'a str>) {
    match (&event.title_ja, show.lang) {
        (Some(japanese), crate::time::Lang::Ja) => (japanese, Some(&event.title)),
        (japanese, _) => (&event.title, japanese.as_deref()),
    }
}

/// Between the dates of two calendars.
const BETWEEN: &str = "  ·  ";

/// Both calendars, and for a moment both sides of the Pacific. The Japanese date belongs to the day in Tokyo.
fn dates(show: Show<'_>, ui: &mut Ui, event: &Event) {
    let ink = TextFormat {
        font_id: sans(14.0),
        color: color(show.theme.ink),
        ..TextFormat::default()
    };
    let muted = TextFormat {
        color: color(show.theme.muted),
        ..ink.clone()
    };
    let era = event.when.display_era().unwrap_or_default();
    let line = |ui: &mut Ui, place: &str, date: &str, era: &str| {
        let whole = format!("{place}{date}{BETWEEN}{era}");
        let fits = show.fonts.width(&whole, TextStyle::sans(14.0)) < ui.available_width();
        let mut job = LayoutJob::default();
        job.append(place, 0.0, muted.clone());
        job.append(date, 0.0, ink.clone());
        if !era.is_empty() {
            // A date is not broken in two: where it does not fit, it has a line of its own.
            job.append(if fits { BETWEEN } else { "\n" }, 0.0, muted.clone());
            job.append(era, 0.0, muted.clone());
        }
        ui.label(job);
    };
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        let date = event.when.display(show.lang);
        match event.when.sides_of_the_pacific(show.lang) {
            None => line(ui, "", &date, &era),
            Some([(here, then), (there, later)]) => {
                line(ui, "", &date, "");
                line(ui, &format!("{here}  "), &then, "");
                line(ui, &format!("{there}  "), &later, &era);
            }
        }
    });
}

fn actors(show: Show<'_>, ui: &mut Ui, event: &Event, actions: &mut Vec<Action>) {
    if event.actors.is_empty() {
        return;
    }
    let timeline = show.workspace.timeline();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        ui.spacing_mut().button_padding = egui::vec2(9.0, 1.0);
        for index in event.actors.iter() {
            let Some(actor) = timeline.actors.get(index) else {
                continue;
            };
            let name = show.lang.choose(&actor.name, actor.name_ja.as_deref());
            let response = widgets::pill(show, ui, name)
                .on_hover_text(say!(show.lang, "inspector-only-actor"));
            if response.clicked() {
                let query = show
                    .workspace
                    .filter()
                    .query()
                    .with_actor_toggled(timeline, index);
                actions.push(Action::Filter(FilterAction::Set(query.to_string())));
            }
        }
    });
}

/// Running text with room between the lines.
fn paragraph(show: Show<'_>, text: &str) -> LayoutJob {
    let format = TextFormat {
        font_id: sans(14.0),
        color: color(show.theme.ink),
        line_height: Some(21.0),
        ..TextFormat::default()
    };
    LayoutJob::single_section(text.to_owned(), format)
}

/// A quotation with a bar at its side, its place, and what it does for the telling.
fn excerpt_card(show: Show<'_>, ui: &mut Ui, excerpt: &Excerpt, actions: &mut Vec<Action>) {
    let Some(source) = show.workspace.timeline().sources.get(excerpt.source) else {
        return;
    };
    ui.add_space(4.0);
    let frame = egui::Frame::new().inner_margin(Margin {
        left: 18,
        right: 0,
        top: 4,
        bottom: 4,
    });
    let card = frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let quote = RichText::new(format!("“{}”", excerpt.quote));
        let quote = lines::set(ui, quote.font(serif(15.5)).line_height(Some(22.0)));
        let quote = egui::Label::new(quote);
        let in_article = has_article(source);
        let sense = if in_article {
            egui::Sense::click()
        } else {
            egui::Sense::hover()
        };
        let quoted = ui.add(quote.sense(sense));
        ui.label(cited(show, source, excerpt.paragraph));
        if let Some(said) = stance(excerpt.stance) {
            ui.label(
                RichText::new(said.text(show.lang))
                    .font(semibold(12.0))
                    .color(color(stance_color(show, excerpt.stance))),
            );
        }
        let linked = in_article
            && widgets::link(show, ui, &say!(show.lang, "inspector-in-article")).clicked();
        if linked || quoted.clicked() {
            let (source, paragraph) = (Id::clone(&source.id), excerpt.paragraph);
            actions.push(Action::Panel(PanelAction::OpenArticle {
                source,
                paragraph,
            }));
        }
    });
    let area = card.response.rect;
    let bar = egui::Rect::from_min_max(area.min, egui::pos2(area.left() + 3.0, area.max.y));
    let tint = if excerpt.stance == Stance::Disputes {
        show.theme.error
    } else {
        show.theme.accent
    };
    ui.painter().rect_filled(bar, 1.0, color(tint));
}

/// Whether there is something for the article pane to show.
pub(super) fn has_article(source: &Source) -> bool {
    !source.gists.is_empty() || source.text.is_some()
}

/// What an excerpt does for the telling; that it is background goes without saying.
pub(super) fn stance(stance: Stance) -> Option<Message> {
    match stance {
        Stance::Supports => Some(message!("inspector-supports")),
        Stance::Disputes => Some(message!("inspector-disputed")),
        Stance::Context => None,
    }
}

pub(super) fn stance_color(show: Show<'_>, stance: Stance) -> crate::scene::Rgba {
    if stance == Stance::Disputes {
        show.theme.error
    } else {
        show.theme.muted
    }
}

/// `Sadozai, Title, ¶ 7`, the title in italics.
fn cited(show: Show<'_>, source: &Source, paragraph: Option<u32>) -> LayoutJob {
    let plain = TextFormat {
        font_id: sans(12.5),
        color: color(show.theme.muted),
        line_height: Some(18.0),
        ..TextFormat::default()
    };
    let title = TextFormat {
        italics: true,
        ..plain.clone()
    };
    let mut job = LayoutJob::default();
    if let Some(author) = &source.author {
        job.append(&format!("{}, ", family_name(author)), 0.0, plain.clone());
    }
    job.append(&source.title, 0.0, title);
    if let Some(paragraph) = paragraph {
        job.append(&format!(", ¶ {paragraph}"), 0.0, plain);
    }
    job
}

/// The last word of a person's name; institutions (more than four words) stay whole.
fn family_name(author: &str) -> &str {
    let words = author.split_whitespace().count();
    if words <= 4 {
        author.split_whitespace().next_back().unwrap_or(author)
    } else {
        author
    }
}

fn tools(show: Show<'_>, ui: &mut Ui, event: &Event, actions: &mut Vec<Action>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        if widgets::link(show, ui, &say!(show.lang, "window-edit")).clicked() {
            actions.push(Action::Panel(PanelAction::Mode(Mode::Edit)));
        }
        if let Some(extent) = event.when.finite_extent()
            && widgets::link(show, ui, &say!(show.lang, "inspector-zoom")).clicked()
        {
            actions.push(Action::View(ViewAction::FlyTo(TimeWindow::fit(
                extent, 2.0,
            ))));
        }
    });
}
