//! The article: its paragraphs in order, each with our gist of it and the excerpts in their places. Where the file
//! names the whole text, that is shown instead, with the excerpts marked.

use egui::text::LayoutJob;
use egui::{Margin, RichText, ScrollArea, Sense, TextFormat, Ui};

use crate::document::{Excerpt, Id, Source, paragraphs as paragraphs_of};
use crate::messages::say;
use crate::state::{Action, Citation, PanelAction};

use super::inspector::{has_article, stance, stance_color};
use super::style::{color, sans, semibold, serif};
use super::{Show, lines, side_panel, widgets};

/// Width in points.
const WIDTH: f32 = 336.0;

/// What the pane remembers: where it has scrolled to, so that it scrolls once and then lets go.
#[derive(Default)]
pub(super) struct Memory {
    scrolled: Option<(Id, u32)>,
}

/// One paragraph with what stands in it.
struct Paragraph<'a> {
    /// From 1.
    number: u32,
    gist: Option<&'a str>,
    text: Option<&'a str>,
    /// The first of its excerpts, each with its event.
    excerpts: Vec<(usize, &'a Excerpt)>,
    /// How many there are.
    count: usize,
}

/// Shows the pane while an article is open.
pub(super) fn panel(show: Show<'_>, ui: &mut Ui, memory: &mut Memory, actions: &mut Vec<Action>) {
    let Some(open) = &show.workspace.session().article else {
        memory.scrolled = None;
        return;
    };
    let timeline = show.workspace.timeline();
    let Some(index) = timeline
        .sources
        .iter()
        .position(|source| source.id == open.source)
    else {
        return;
    };
    let Some(source) = timeline.sources.get(index) else {
        return;
    };
    let frame = show.bar(Margin {
        left: 20,
        right: 16,
        top: 16,
        bottom: 12,
    });
    side_panel(show, ui, "article", WIDTH)
        .frame(frame)
        .show(ui, |ui| {
            head(show, ui, source, actions);
            let wanted = open
                .paragraph
                .map(|paragraph| (Id::clone(&open.source), paragraph));
            let mut clicked = None;
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                if let Some(Err(why)) = show.workspace.article_text(index) {
                    ui.label(
                        RichText::new(why.text(show.lang))
                            .font(sans(13.0))
                            .color(color(show.theme.error)),
                    );
                }
                for paragraph in paragraphs(show, index, source) {
                    let lit = open.paragraph == Some(paragraph.number);
                    let response = paragraph_ui(show, ui, source, &paragraph, lit, actions);
                    if response.clicked() {
                        clicked = Some((Id::clone(&source.id), paragraph.number));
                    }
                    if lit && memory.scrolled != wanted {
                        response.scroll_to_me(Some(egui::Align::Center));
                        memory.scrolled.clone_from(&wanted);
                    }
                }
            });
            if clicked.is_some() {
                // What was clicked is in sight, and must not run away from a second click.
                memory.scrolled = clicked;
            } else if wanted.is_none() {
                memory.scrolled = None;
            }
        });
}

fn head(show: Show<'_>, ui: &mut Ui, source: &Source, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        switch(show, ui, source, actions);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let hover = say!(show.lang, "words-close");
            if widgets::closes(
                show,
                ui,
                &hover,
                &say!(show.lang, "inspector-close-article"),
            ) {
                actions.push(Action::Panel(PanelAction::CloseArticle));
            }
        });
    });
    ui.add_space(4.0);
    let title = RichText::new(&source.title).font(semibold(17.0));
    let title = lines::set(ui, title.line_height(Some(23.0)));
    ui.label(title);
    let by = [source.author.as_deref(), source.date.as_deref()]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ");
    ui.label(widgets::muted(show, by));
    ui.add_space(8.0);
}

/// Where several sources have paragraphs, a menu to go from one to another.
fn switch(show: Show<'_>, ui: &mut Ui, open: &Source, actions: &mut Vec<Action>) {
    let others: Vec<_> = show
        .workspace
        .timeline()
        .sources
        .iter()
        .filter(|source| has_article(source))
        .collect();
    if others.len() < 2 {
        ui.label(widgets::muted(show, say!(show.lang, "inspector-article")));
        return;
    }
    ui.menu_button(say!(show.lang, "inspector-articles"), |ui| {
        for source in others {
            if ui
                .selectable_label(source.id == open.id, &source.title)
                .clicked()
            {
                let source = Id::clone(&source.id);
                actions.push(Action::Panel(PanelAction::OpenArticle {
                    source,
                    paragraph: None,
                }));
                ui.close();
            }
        }
    });
}

/// Gists, texts and excerpts brought together by the number of their paragraph.
fn paragraphs<'a>(show: Show<'a>, index: usize, source: &'a Source) -> Vec<Paragraph<'a>> {
    let cited = show.workspace.index();
    let texts: Vec<_> = match show.workspace.article_text(index) {
        Some(Ok(text)) => paragraphs_of(text).collect(),
        _ => Vec::new(),
    };
    let last = cited.citing(index).last();
    let named = last.and_then(|last| last.paragraph).unwrap_or(0) as usize;
    let count = source
        .gists
        .len()
        .max(texts.len())
        .max(named.min(PARAGRAPHS));
    let excerpt = |citation: &Citation| {
        let event = citation.event as usize;
        let excerpts = &show.workspace.timeline().events.get(event)?.excerpts;
        Some((event, excerpts.get(citation.excerpt as usize)?))
    };
    let paragraph = |at: usize| {
        let number = u32::try_from(at).unwrap_or(u32::MAX).saturating_add(1);
        let here = cited.citing_paragraph(index, number);
        Paragraph {
            number,
            gist: source.gists.get(at).map(String::as_str),
            text: texts.get(at).copied(),
            excerpts: here.iter().take(EXCERPTS).filter_map(excerpt).collect(),
            count: here.len(),
        }
    };
    (0..count).map(paragraph).collect()
}

/// Paragraphs of a source without gists, at most: an excerpt may name any number.
const PARAGRAPHS: usize = 500;
/// Excerpts that are shown of a paragraph, at most: how many more there are is said.
const EXCERPTS: usize = 40;

fn paragraph_ui(
    show: Show<'_>,
    ui: &mut Ui,
    source: &Source,
    paragraph: &Paragraph<'_>,
    lit: bool,
    actions: &mut Vec<Action>,
) -> egui::Response {
    let fill = if lit {
        color(show.theme.mark.with_opacity(0.45))
    } else {
        egui::Color32::TRANSPARENT
    };
    let frame = egui::Frame::new()
        .fill(fill)
        .corner_radius(6)
        .inner_margin(Margin::symmetric(10, 8));
    let response = ui
        .scope_builder(
            egui::UiBuilder::new()
                .sense(Sense::click())
                .id_salt(("paragraph", paragraph.number)),
            |ui| {
                frame.show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    ui.spacing_mut().item_spacing.y = 4.0;
                    gist(show, ui, paragraph);
                    for (event, excerpt) in &paragraph.excerpts {
                        quotation(show, ui, *event, excerpt, actions);
                    }
                    let more = paragraph.count.saturating_sub(EXCERPTS);
                    if more > 0 {
                        ui.label(widgets::muted(
                            show,
                            say!(show.lang, "inspector-more-excerpts", count = more),
                        ));
                    }
                });
            },
        )
        .response
        .on_hover_cursor(egui::CursorIcon::PointingHand);
    let label = say!(
        show.lang,
        "inspector-paragraph",
        number = paragraph.number.to_string(),
        count = paragraph.count
    );
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, lit, &label));
    if response.clicked() {
        let source = Id::clone(&source.id);
        actions.push(Action::Panel(PanelAction::LightParagraph {
            source,
            paragraph: paragraph.number,
        }));
    }
    response
}

fn gist(show: Show<'_>, ui: &mut Ui, paragraph: &Paragraph<'_>) {
    let number = TextFormat {
        font_id: sans(12.5),
        color: color(show.theme.muted),
        line_height: Some(20.0),
        ..TextFormat::default()
    };
    let words = TextFormat {
        font_id: sans(13.5),
        color: color(show.theme.ink),
        line_height: Some(20.0),
        ..TextFormat::default()
    };
    let mut job = LayoutJob::default();
    job.append(&format!("¶ {}  ", paragraph.number), 0.0, number);
    match (paragraph.text, paragraph.gist) {
        (Some(text), _) => marked(show, text, &paragraph.excerpts, &words, &mut job),
        (None, Some(gist)) => job.append(gist, 0.0, words),
        (None, None) => {}
    }
    let job = lines::set(ui, job);
    ui.label(job);
}

/// The text with the excerpts' words on a marked ground.
fn marked(
    show: Show<'_>,
    text: &str,
    excerpts: &[(usize, &Excerpt)],
    words: &TextFormat,
    job: &mut LayoutJob,
) {
    let mark = TextFormat {
        background: color(show.theme.mark),
        ..words.clone()
    };
    let mut passages: Vec<_> = excerpts
        .iter()
        .filter_map(|(_, excerpt)| {
            text.find(excerpt.quote.as_str())
                .map(|at| (at, at + excerpt.quote.len()))
        })
        .collect();
    passages.sort_unstable();
    let mut done = 0;
    for (start, end) in passages {
        let start = start.max(done);
        job.append(
            text.get(done..start).unwrap_or_default(),
            0.0,
            words.clone(),
        );
        job.append(text.get(start..end).unwrap_or_default(), 0.0, mark.clone());
        done = done.max(end);
    }
    job.append(text.get(done..).unwrap_or_default(), 0.0, words.clone());
}

/// An excerpt with the event that it stands in; a click reads the event.
fn quotation(
    show: Show<'_>,
    ui: &mut Ui,
    event: usize,
    excerpt: &Excerpt,
    actions: &mut Vec<Action>,
) {
    let Some(cited_by) = show.workspace.timeline().events.get(event) else {
        return;
    };
    let frame = egui::Frame::new().inner_margin(Margin {
        left: 12,
        right: 0,
        top: 2,
        bottom: 2,
    });
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        let quote = RichText::new(format!("“{}”", excerpt.quote))
            .font(serif(14.0))
            .line_height(Some(19.0));
        let quote = lines::set(ui, quote);
        ui.label(quote);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 5.0;
            widgets::category_mark(show, ui, cited_by.category);
            let title = show
                .lang
                .choose(&cited_by.title, cited_by.title_ja.as_deref());
            if widgets::link(show, ui, title).clicked() {
                widgets::go_to(show, event, actions);
            }
            if let Some(said) = stance(excerpt.stance) {
                ui.label(
                    RichText::new(said.text(show.lang))
                        .font(sans(12.0))
                        .color(color(stance_color(show, excerpt.stance))),
                );
            }
        });
    });
}
