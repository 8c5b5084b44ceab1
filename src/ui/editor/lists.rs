//! What else is in the file than events: the lists, their entries, and the titles of the file itself.

use egui::{Align, Layout, ScrollArea, Ui};

use crate::document::{Address, Edit, Id, Key, List, SourceKind, Value};
use crate::messages::{grouped, say};
use crate::state::{Form, fold};
use crate::time::{When, year_of};
use crate::ui::{Show, palette, widgets};

use super::check::Checked;
use super::line::{self, Line};
use super::{Pen, Spot, Subject, cards, foot, head, words};

/// Height of a row, in points.
const ROW: f32 = 28.0;

/// Shows what there is in the file.
pub(super) fn overview(pen: &mut Pen<'_>, ui: &mut Ui) {
    let lang = pen.show.lang;
    if matches!(pen.memory.subject, Some(Subject::Entry(_)))
        && widgets::quiet_link(pen.show, ui, &say!(lang, "editor-back")).clicked()
    {
        pen.memory.elsewhere = false;
    }
    head(pen, ui, &say!(lang, "editor-edit-timeline"));
    if pen.memory.subject == Some(Subject::Overview) {
        let said = say!(lang, "editor-nothing-selected");
        ui.label(widgets::muted(pen.show, said));
        ui.add_space(6.0);
    }
    let timeline = pen.show.workspace.timeline();
    let name = say!(lang, "editor-title");
    title(pen, ui, ("title", &name), &timeline.title);
    let japanese = timeline.title_ja.as_deref().unwrap_or_default();
    let name = say!(lang, "editor-title-ja");
    title(pen, ui, ("title_ja", &name), japanese);
    ui.add_space(4.0);
    for list in List::ALL {
        if list == List::Events {
            continue;
        }
        let count = grouped(written(pen.show, list));
        let name = words::list(lang, list);
        let row = palette::row(pen.show, ui, &name, &count, false);
        let label = format!("{}, {count}", name);
        row.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &label));
        if row.clicked() {
            pen.open(Some(Form { list, key: None }));
        }
    }
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        foot::save(pen, ui);
        if widgets::link(pen.show, ui, &say!(lang, "editor-add-event")).clicked() {
            add(pen, List::Events);
        }
    });
}

/// Entries of a list that are in the text; a category is made for events without any.
fn written(show: Show<'_>, list: List) -> usize {
    let timeline = show.workspace.timeline();
    let all = timeline.count(list);
    match list {
        List::Categories => {
            let made = |category: &&crate::document::Category| category.range.range().is_empty();
            all.saturating_sub(timeline.categories.iter().filter(made).count())
        }
        _ => all,
    }
}

/// A title of the file.
fn title(pen: &mut Pen<'_>, ui: &mut Ui, (field, name): (&'static str, &str), said: &str) {
    ui.label(widgets::muted(pen.show, name));
    let check =
        |text: &str| -> Checked { Ok((text != said).then(|| Edit::Title(field, text.to_owned()))) };
    let name = match field {
        "title" => say!(pen.show.lang, "editor-timeline-title"),
        _ => say!(pen.show.lang, "editor-timeline-title-ja"),
    };
    let line = Line::new(Spot::Title(field), &name, said);
    line::ui(pen, ui, &line, &check);
    ui.add_space(6.0);
}

/// Shows the entries of a list.
pub(super) fn list(pen: &mut Pen<'_>, ui: &mut Ui, list: List) {
    let lang = pen.show.lang;
    if widgets::quiet_link(pen.show, ui, &say!(lang, "editor-back")).clicked() {
        pen.open(None);
    }
    head(pen, ui, &words::list(lang, list));
    let count = written(pen.show, list);
    if count > widgets::AT_A_GLANCE {
        widgets::find_field(pen.show, ui, &mut pen.memory.wanted);
        ui.add_space(4.0);
    }
    let name = say!(lang, "editor-add", what = list.group().called_one());
    if widgets::link(pen.show, ui, &name).clicked() {
        add(pen, list);
    }
    let looked_for = fold(pen.memory.wanted.trim());
    let timeline = pen.show.workspace.timeline();
    let is_wanted = |index: &usize| {
        let names = timeline.names_of(list, *index).into_iter().flatten();
        let all: Vec<_> = names.chain(timeline.id_of(list, *index)).collect();
        fold(&all.join(" ")).contains(&looked_for)
    };
    let all: Vec<usize> = if looked_for.is_empty() {
        (0..count).collect()
    } else {
        (0..count).filter(is_wanted).collect()
    };
    if all.is_empty() {
        ui.label(widgets::muted(pen.show, say!(lang, "editor-nothing-found")));
    }
    // Eras stand in order of time.
    let moves = list != List::Eras && looked_for.is_empty();
    let area = ScrollArea::vertical().auto_shrink(false);
    area.show_rows(ui, ROW, all.len(), |ui, rows| {
        for &index in all.get(rows).unwrap_or_default() {
            row(pen, ui, list, (index, count, moves));
        }
    });
}

/// The key of an entry: its id, or its place where it has none.
fn key(show: Show<'_>, list: List, index: usize) -> Key {
    let id = show.workspace.timeline().id_of(list, index);
    id.map_or(Key::Index(index), |id| Key::Id(Id::from(id)))
}

fn row(pen: &mut Pen<'_>, ui: &mut Ui, list: List, (index, count, moves): (usize, usize, bool)) {
    let title = words::title(pen.show, list, index);
    let lang = pen.show.lang;
    let down = say!(lang, "editor-move-down", what = &title);
    let up = say!(lang, "editor-move-up", what = &title);
    let own = key(pen.show, list, index);
    ui.allocate_ui_with_layout(
        egui::vec2(ui.available_width(), ROW),
        Layout::right_to_left(Align::Center),
        |ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            let at = Address::of(list, own.clone());
            let last = count.saturating_sub(1);
            // Room for the scroll bar.
            ui.add_space(12.0);
            if moves && index < last && cards::tool(pen, ui, "↓", &down) {
                pen.write(Edit::Move(at.clone(), index.saturating_add(1)));
            }
            if moves && index > 0 && cards::tool(pen, ui, "↑", &up) {
                pen.write(Edit::Move(at, index.saturating_sub(1)));
            }
            let beside = match pen.show.workspace.timeline().eras.get(index) {
                Some(era) if list == List::Eras => era.when.display(pen.show.lang),
                _ => String::new(),
            };
            let row = palette::row(pen.show, ui, &title, &beside, false);
            row.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &title));
            if row.clicked() {
                let key = Some(own.clone());
                pen.open(Some(Form { list, key }));
            }
        },
    );
}

/// Adds an entry with what it cannot do without, and opens it.
fn add(pen: &mut Pen<'_>, list: List) {
    let noun = list.group().noun();
    let id = pen
        .show
        .workspace
        .timeline()
        .free_id(list, &format!("new-{noun}"));
    let value = fresh(pen.show, list, &id);
    let key = match list {
        List::Eras => {
            let when = decade(pen.show).parse::<When>().ok();
            let place = when.map(|when| era_at(pen.show, &Key::Index(usize::MAX), &when));
            place.unwrap_or(Key::Index(0))
        }
        _ => Key::Id(Id::from(id.as_str())),
    };
    pen.write(Edit::Add(list, None, value));
    let named = list.group().field("title").map_or("name", |_| "title");
    let at = Address::of(list, key.clone()).field(named);
    pen.memory.focus = Some(Spot::At(at));
    // A new event is selected by itself.
    if list != List::Events {
        let key = Some(key);
        pen.open(Some(Form { list, key }));
    }
}

/// What a new entry says.
fn fresh(show: Show<'_>, list: List, id: &str) -> Value {
    let timeline = show.workspace.timeline();
    let text = |text: &str| Value::from(text);
    let title = say!(show.lang, "editing-new", what = list.group().called());
    let named = ("title", text(&title));
    let own = ("id", text(id));
    Value::Entry(match list {
        List::Categories | List::Actors => vec![own, ("name", text(&title))],
        List::Eras => vec![named, ("when", Value::Text(decade(show)))],
        List::Sources => vec![
            own,
            ("kind", Value::Word(words::written(SourceKind::Web))),
            named,
        ],
        List::Events => {
            let first = timeline.categories.iter();
            let mut first = first.filter(|category| !category.range.range().is_empty());
            let when = ("when", Value::Text(format!("{:04}", year(show))));
            let mut fields = vec![own, when, named];
            fields.extend(first.next().map(|first| ("category", text(&first.id))));
            fields
        }
        List::Series | List::Stories => vec![own, named],
    })
}

/// The year in the middle of what is in view.
fn year(show: Show<'_>) -> i64 {
    year_of(show.workspace.view().window().mid()).clamp(0, 9980)
}

/// Ten years from there.
fn decade(show: Show<'_>) -> String {
    let year = year(show);
    format!("{year:04}/{:04}", year.saturating_add(9))
}

/// Where an era is once it has this date: they stand in order of time.
pub(super) fn era_at(show: Show<'_>, own: &Key, when: &When) -> Key {
    let eras = &show.workspace.timeline().eras;
    let own = match own {
        Key::Index(index) => *index,
        Key::Id(_) => usize::MAX,
    };
    let start = eras
        .get(own)
        .map_or(usize::MAX, |era| era.range.range().start);
    let before = eras.iter().enumerate().filter(|(index, era)| {
        let (there, here) = (era.when.anchor(), when.anchor());
        let is_first = there < here || there == here && era.range.range().start < start;
        *index != own && is_first
    });
    Key::Index(before.count())
}
