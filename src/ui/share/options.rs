//! The options of what is to be written, one in a line.

use egui::{RichText, Ui};

use crate::exchange::Format;
use crate::export::{Colours, Leaf, Paper};
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
    one_of(show, ui, "Form", &files, &mut choices.file);
    stretch(show, ui, choices);
    let sizes = [
        (Measure::Wide, "Wide"),
        (Measure::Slide, "Slide, 16:9"),
        (Measure::Page, "Upright page"),
    ];
    one_of(show, ui, "Size", &sizes, &mut choices.size);
    colours(show, ui, choices, Colours::Light);
    language(show, ui, choices);
    match choices.file {
        Kind::Png => {
            let scales = [(1, "1×"), (2, "2×"), (3, "3×"), (4, "4×")];
            one_of(show, ui, "Pixels", &scales, &mut choices.scale);
            let grounds = [(false, "As the theme has it"), (true, "Transparent")];
            one_of(show, ui, "Ground", &grounds, &mut choices.transparent);
        }
        Kind::Svg => {
            let fonts = [(true, "In the file"), (false, "Named only")];
            one_of(show, ui, "Fonts", &fonts, &mut choices.embeds);
        }
        Kind::Pdf => {}
    }
}

fn poster(show: Show<'_>, ui: &mut Ui, choices: &mut Choices) {
    let papers = Paper::ALL.map(|paper| (paper, paper.name()));
    let before = choices.paper;
    one_of(show, ui, "Paper", &papers, &mut choices.paper);
    if choices.paper != before {
        choices.distance = None;
    }
    let sides = [(false, "Lying"), (true, "Upright")];
    one_of(show, ui, "Format", &sides, &mut choices.is_portrait);
    distance(show, ui, choices);
    let tiles = [
        (None, "One sheet"),
        (Some(Paper::A4), "A4 sheets"),
        (Some(Paper::A3), "A3 sheets"),
        (Some(Paper::Letter), "Letter sheets"),
    ];
    one_of(show, ui, "Printed on", &tiles, &mut choices.tiles);
    stretch(show, ui, choices);
    colours(show, ui, choices, Colours::Print);
    language(show, ui, choices);
}

fn handout(show: Show<'_>, ui: &mut Ui, choices: &mut Choices) {
    let sheets = [
        (Leaf::Reading, "To read"),
        (Leaf::Dates, "Dates left out"),
        (Leaf::Titles, "Names left out"),
    ];
    one_of(show, ui, "Sheet", &sheets, &mut choices.leaf);
    if choices.leaf == Leaf::Reading {
        let styles = CitationStyle::ALL.into_iter();
        let styles = styles.filter(|style| *style != CitationStyle::BibTex);
        let styles: Vec<_> = styles.map(|style| (style, style.name())).collect();
        one_of(show, ui, "Sources", &styles, &mut choices.style);
    } else {
        let copies = [
            (false, "The class"),
            (true, "The teacher, with the answers"),
        ];
        one_of(show, ui, "For", &copies, &mut choices.answers);
    }
    events(show, ui, choices);
    stretch(show, ui, choices);
    let papers = [Paper::A4, Paper::Letter].map(|paper| (paper, paper.name()));
    one_of(show, ui, "Paper", &papers, &mut choices.sheet);
    language(show, ui, choices);
}

/// Whose events are handed out; nothing to choose where there is no story.
fn events(show: Show<'_>, ui: &mut Ui, choices: &mut Choices) {
    let timeline = show.workspace.timeline();
    if timeline.stories.is_empty() {
        return;
    }
    let all = match show.workspace.filter().text() {
        "" => "All events",
        _ => "All that match",
    };
    let chosen = choices.story_of(timeline);
    let says = chosen.map_or_else(|| all.to_owned(), |story| story_title(show, story));
    named(show, ui, "Events", |ui| {
        let list = egui::ComboBox::from_id_salt("whose events")
            .selected_text(RichText::new(says).font(sans(13.0)))
            .width(ui.available_width().min(320.0))
            .truncate();
        let response = list.show_ui(ui, |ui| {
            if widgets::selectable(show, ui, chosen.is_none(), all, 13.0).clicked() {
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
            .widget_info(|| egui::WidgetInfo::labeled(egui::Role::ComboBox, true, "Events"));
    });
}

fn page(show: Show<'_>, ui: &mut Ui, choices: &mut Choices) {
    stretch(show, ui, choices);
    language(show, ui, choices);
    let said = "One file that opens in any browser. It has the timeline to zoom and to search, every event with its \
        sources, and both a light and a dark look. It asks nothing of the network.";
    ui.add(egui::Label::new(widgets::muted(show, said)).wrap());
}

/// From how far the names are read.
fn distance(show: Show<'_>, ui: &mut Ui, choices: &mut Choices) {
    let usual = choices.paper.distance();
    let mut all = vec![(None, format!("{usual} m, as usual"))];
    let others = [0.4, 0.7, 1.0, 1.5, 2.0, 3.0]
        .into_iter()
        .filter(|metres| *metres != usual);
    all.extend(others.map(|metres| (Some(metres), format!("{metres} m"))));
    let all: Vec<_> = all
        .iter()
        .map(|(metres, name)| (*metres, name.as_str()))
        .collect();
    one_of(show, ui, "Read from", &all, &mut choices.distance);
}

fn other(show: Show<'_>, ui: &mut Ui, choices: &mut Choices) {
    let formats = Format::ALL.into_iter().filter(|format| format.is_written());
    let formats: Vec<_> = formats.map(|format| (format, format.name())).collect();
    one_of(show, ui, "Format", &formats, &mut choices.format);
    language(show, ui, choices);
    let said = "The whole timeline is written. What the other program has no place for is listed when it is done.";
    ui.add(egui::Label::new(widgets::muted(show, said)).wrap());
}

fn stretch(show: Show<'_>, ui: &mut Ui, choices: &mut Choices) {
    let stretches = [
        (true, "The whole timeline"),
        (false, "What the window shows"),
    ];
    one_of(show, ui, "Time", &stretches, &mut choices.whole);
}

fn colours(show: Show<'_>, ui: &mut Ui, choices: &mut Choices, usual: Colours) {
    let all = [
        (Colours::Light, "Light"),
        (Colours::Dark, "Dark"),
        (Colours::Print, "For paper"),
    ];
    let mut chosen = choices.colours.unwrap_or(usual);
    if one_of(show, ui, "Colours", &all, &mut chosen) {
        choices.colours = Some(chosen);
    }
}

fn language(show: Show<'_>, ui: &mut Ui, choices: &mut Choices) {
    let mut chosen = choices.lang.unwrap_or(show.lang);
    if one_of(
        show,
        ui,
        "Language",
        &[(Lang::En, "English"), (Lang::Ja, "日本語")],
        &mut chosen,
    ) {
        choices.lang = Some(chosen);
    }
}

/// A name with what may be chosen behind it; gives back whether anything was.
fn one_of<T: Copy + PartialEq>(
    show: Show<'_>,
    ui: &mut Ui,
    name: &str,
    all: &[(T, &str)],
    chosen: &mut T,
) -> bool {
    let mut changed = false;
    named(show, ui, name, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(4.0, 4.0);
            for (value, says) in all {
                let on = *chosen == *value;
                let response = widgets::selectable(show, ui, on, says, 13.0);
                let said = format!("{name}: {says}");
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
