//! The options of what is to be written, one in a line.

use egui::{RichText, Ui};

use crate::exchange::Format;
use crate::export::{Colours, Leaf, Paper};
use crate::messages::{Message, message, say};
use crate::state::CitationStyle;
use crate::time::Lang;
use crate::ui::stories::story_title;
use crate::ui::style::sans;
use crate::ui::{Show, widgets};

use super::choices::{Choices, Kind, Measure, What};

/// Width of the names of options, in points.
const NAMES: f32 = 108.0;

pub(super) fn ui(show: Show<'_>, ui: &mut Ui, choices: &mut Choices) {
    ui.spacing_mut().item_spacing.y = 10.0;
    match choices.what {
        What::Picture => picture(show, ui, choices),
        What::Poster => poster(show, ui, choices),
        What::Handout => handout(show, ui, choices),
        What::Page => page(show, ui, choices),
        What::Other => other(show, ui, choices),
    }
}

fn picture(show: Show<'_>, ui: &mut Ui, choices: &mut Choices) {
    let files = [(Kind::Png, "PNG"), (Kind::Svg, "SVG"), (Kind::Pdf, "PDF")];
    one_of(show, ui, message!("share-form"), &files, &mut choices.file);
    stretch(show, ui, choices);
    let sizes = [
        (Measure::Wide, say!(show.lang, "share-wide")),
        (Measure::Slide, say!(show.lang, "share-slide")),
        (Measure::Page, say!(show.lang, "share-upright-page")),
    ];
    one_of(show, ui, message!("share-size"), &sizes, &mut choices.size);
    colours(show, ui, choices, Colours::Light);
    language(show, ui, choices);
    match choices.file {
        Kind::Png => {
            let scales = [(1, "1×"), (2, "2×"), (3, "3×"), (4, "4×")];
            one_of(
                show,
                ui,
                message!("share-pixels-for-point"),
                &scales,
                &mut choices.scale,
            );
            let grounds = [
                (false, say!(show.lang, "share-ground-of-theme")),
                (true, say!(show.lang, "share-transparent")),
            ];
            one_of(
                show,
                ui,
                message!("share-ground"),
                &grounds,
                &mut choices.transparent,
            );
        }
        Kind::Svg => {
            let fonts = [
                (true, say!(show.lang, "share-fonts-in-file")),
                (false, say!(show.lang, "share-fonts-named")),
            ];
            one_of(
                show,
                ui,
                message!("share-fonts"),
                &fonts,
                &mut choices.embeds,
            );
        }
        Kind::Pdf => {}
    }
}

fn poster(show: Show<'_>, ui: &mut Ui, choices: &mut Choices) {
    let papers = Paper::ALL.map(|paper| (paper, paper.name()));
    let before = choices.paper;
    one_of(
        show,
        ui,
        message!("share-paper"),
        &papers,
        &mut choices.paper,
    );
    if choices.paper != before {
        choices.distance = None;
    }
    let sides = [
        (false, say!(show.lang, "share-lying")),
        (true, say!(show.lang, "share-upright")),
    ];
    one_of(
        show,
        ui,
        message!("share-sides"),
        &sides,
        &mut choices.is_portrait,
    );
    distance(show, ui, choices);
    let tiles = [
        (None, say!(show.lang, "share-on-one-sheet")),
        (Some(Paper::A4), say!(show.lang, "share-on-a4")),
        (Some(Paper::A3), say!(show.lang, "share-on-a3")),
        (Some(Paper::Letter), say!(show.lang, "share-on-letter")),
    ];
    one_of(
        show,
        ui,
        message!("share-printed-on"),
        &tiles,
        &mut choices.tiles,
    );
    stretch(show, ui, choices);
    colours(show, ui, choices, Colours::Print);
    language(show, ui, choices);
}

fn handout(show: Show<'_>, ui: &mut Ui, choices: &mut Choices) {
    let sheets = [
        (Leaf::Reading, say!(show.lang, "share-leaf-read")),
        (Leaf::Dates, say!(show.lang, "share-leaf-dates")),
        (Leaf::Titles, say!(show.lang, "share-leaf-names")),
    ];
    one_of(
        show,
        ui,
        message!("share-sheet"),
        &sheets,
        &mut choices.leaf,
    );
    if choices.leaf == Leaf::Reading {
        let styles = CitationStyle::ALL.into_iter();
        let styles = styles.filter(|style| *style != CitationStyle::BibTex);
        let styles: Vec<_> = styles.map(|style| (style, style.name())).collect();
        one_of(
            show,
            ui,
            message!("share-sources"),
            &styles,
            &mut choices.style,
        );
    } else {
        let copies = [
            (false, say!(show.lang, "share-for-class")),
            (true, say!(show.lang, "share-for-teacher")),
        ];
        one_of(
            show,
            ui,
            message!("share-for"),
            &copies,
            &mut choices.answers,
        );
    }
    events(show, ui, choices);
    stretch(show, ui, choices);
    let papers = [Paper::A4, Paper::Letter].map(|paper| (paper, paper.name()));
    one_of(
        show,
        ui,
        message!("share-paper"),
        &papers,
        &mut choices.sheet,
    );
    language(show, ui, choices);
}

/// Whose events are handed out; nothing to choose where there is no story.
fn events(show: Show<'_>, ui: &mut Ui, choices: &mut Choices) {
    let timeline = show.workspace.timeline();
    if timeline.stories.is_empty() {
        return;
    }
    let all = match show.workspace.filter().text() {
        "" => say!(show.lang, "share-all-events"),
        _ => say!(show.lang, "share-all-matching"),
    };
    let chosen = choices.story_of(timeline);
    let says = chosen.map_or_else(|| all.clone(), |story| story_title(show, story));
    let name = say!(show.lang, "share-events");
    named(show, ui, &name, |ui| {
        let list = egui::ComboBox::from_id_salt("whose-events")
            .selected_text(RichText::new(says).font(sans(13.0)))
            .width(ui.available_width().min(320.0))
            .truncate();
        let response = list.show_ui(ui, |ui| {
            if widgets::selectable(show, ui, chosen.is_none(), &all, 13.0).clicked() {
                choices.story = None;
            }
            for story in &timeline.stories {
                let on = chosen.is_some_and(|chosen| chosen.id == story.id);
                if widgets::selectable(show, ui, on, &story_title(show, story), 13.0).clicked() {
                    choices.story = Some(story.id.clone());
                }
            }
        });
        response
            .response
            .widget_info(|| egui::WidgetInfo::labeled(egui::Role::ComboBox, true, &name));
    });
}

fn page(show: Show<'_>, ui: &mut Ui, choices: &mut Choices) {
    stretch(show, ui, choices);
    language(show, ui, choices);
    let said = say!(show.lang, "share-about-page");
    ui.add(egui::Label::new(widgets::muted(show, said)).wrap());
}

/// From how far the names are read.
fn distance(show: Show<'_>, ui: &mut Ui, choices: &mut Choices) {
    let usual = choices.paper.distance();
    let metres = |metres: f32| metres.to_string();
    let named = say!(show.lang, "share-usual-distance", metres = metres(usual));
    let mut all = vec![(None, named)];
    let others = [0.4, 0.7, 1.0, 1.5, 2.0, 3.0]
        .into_iter()
        .filter(|other| *other != usual);
    all.extend(others.map(|other| {
        let named = say!(show.lang, "share-distance", metres = metres(other));
        (Some(other), named)
    }));
    one_of(
        show,
        ui,
        message!("share-read-from"),
        &all,
        &mut choices.distance,
    );
}

fn other(show: Show<'_>, ui: &mut Ui, choices: &mut Choices) {
    let formats = Format::ALL.into_iter().filter(|format| format.is_written());
    let formats: Vec<_> = formats.map(|format| (format, format.name())).collect();
    one_of(
        show,
        ui,
        message!("share-format"),
        &formats,
        &mut choices.format,
    );
    language(show, ui, choices);
    let said = say!(show.lang, "share-about-other");
    ui.add(egui::Label::new(widgets::muted(show, said)).wrap());
}

fn stretch(show: Show<'_>, ui: &mut Ui, choices: &mut Choices) {
    let stretches = [
        (true, say!(show.lang, "share-whole")),
        (false, say!(show.lang, "share-window")),
    ];
    one_of(
        show,
        ui,
        message!("share-time"),
        &stretches,
        &mut choices.whole,
    );
}

fn colours(show: Show<'_>, ui: &mut Ui, choices: &mut Choices, usual: Colours) {
    let all = [
        (Colours::Light, say!(show.lang, "share-light")),
        (Colours::Dark, say!(show.lang, "share-dark")),
        (Colours::Print, say!(show.lang, "share-on-paper")),
    ];
    let mut chosen = choices.colours.unwrap_or(usual);
    if one_of(show, ui, message!("share-colours"), &all, &mut chosen) {
        choices.colours = Some(chosen);
    }
}

fn language(show: Show<'_>, ui: &mut Ui, choices: &mut Choices) {
    let mut chosen = choices.lang.unwrap_or(show.lang);
    let all = [
        (Lang::En, say!(show.lang, "share-english")),
        (Lang::Ja, say!(show.lang, "share-japanese")),
    ];
    if one_of(show, ui, message!("share-language"), &all, &mut chosen) {
        choices.lang = Some(chosen);
    }
}

/// A name with what may be chosen behind it; gives back whether anything was.
fn one_of<T: Copy + PartialEq>(
    show: Show<'_>,
    ui: &mut Ui,
    name: Message,
    all: &[(T, impl AsRef<str>)],
    chosen: &mut T,
) -> bool {
    let mut changed = false;
    let name = name.text(show.lang);
    named(show, ui, &name, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(4.0, 4.0);
            for (value, says) in all {
                let on = *chosen == *value;
                let says = says.as_ref();
                let response = widgets::selectable(show, ui, on, says, 13.0);
                let said = say!(show.lang, "share-option", name = &name, says = says);
                response.widget_info(|| {
                    egui::WidgetInfo::selected(egui::Role::RadioButton, true, on, &said)
                });
                if response.clicked() {
                    *chosen = *value;
                    changed = true;
                }
            }
        });
    });
    changed
}

/// A name with something behind it.
fn named(show: Show<'_>, ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        let size = egui::vec2(NAMES, 26.0);
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        ui.allocate_ui_with_layout(size, layout, |ui| {
            ui.set_min_width(NAMES);
            ui.label(widgets::muted(show, name));
        });
        content(ui);
    });
}
