//! Save, duplicate, delete.

use std::rc::Rc;

use egui::{Button, RichText, Ui};

use crate::document::{Address, Document, Edit, Group, Id, Key, Kind, List, Node, Sort, Value};
use crate::state::{self, Action, Form, PanelAction, WriteAction};
use crate::ui::Show;
use crate::ui::style::{color, sans};
use crate::ui::widgets;

use super::{Pen, words};

/// Which entries refer to one, worked out once for each state of the text.
pub(super) type Memory = Option<((u64, Address), Rc<Users>)>;

/// The entries that refer to one.
pub(super) struct Users {
    all: Vec<(List, usize)>,
    /// "2 events refer to it".
    said: String,
}

/// Shows the buttons.
pub(super) fn ui(pen: &mut Pen<'_>, ui: &mut Ui, at: &Address) {
    let users = users(pen, at);
    let theme = pen.show.theme;
    let is_free = users.all.is_empty() || at.list == List::Events;
    let said = &users.said;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        save(pen, ui);
        let text = RichText::new("Duplicate").font(sans(13.5));
        if ui.add(Button::new(text)).clicked() {
            duplicate(pen, at);
        }
        let tint = if is_free { theme.error } else { theme.muted };
        let text = RichText::new("Delete").font(sans(13.5)).color(color(tint));
        let delete = ui.add_enabled(is_free, Button::new(text));
        let why = format!("{said}, so it cannot be deleted");
        if delete.on_disabled_hover_text(why).clicked() {
            delete_entry(pen, at, &users.all);
        }
    });
    if !users.all.is_empty() {
        let said = match at.list {
            List::Events => format!("{said}; what leads to it goes with it."),
            _ => format!("{said}, so it cannot be deleted."),
        };
        ui.add_space(2.0);
        ui.label(widgets::muted(pen.show, said));
    }
}

/// The button that writes the file.
pub(super) fn save(pen: &mut Pen<'_>, ui: &mut Ui) {
    let theme = pen.show.theme;
    let is_changed = pen.show.workspace.writing().is_changed();
    let text = RichText::new("Save").font(sans(13.5));
    let button = if is_changed {
        Button::new(text.color(color(theme.surface))).fill(color(theme.ink))
    } else {
        Button::new(text.color(color(theme.muted)))
    };
    let response = ui.add_enabled(is_changed, button);
    if response
        .on_disabled_hover_text("Everything is saved")
        .clicked()
    {
        pen.actions.push(Action::Write(WriteAction::Save));
    }
}

fn users(pen: &mut Pen<'_>, at: &Address) -> Rc<Users> {
    let key = (pen.show.workspace.revision(), at.clone());
    if let Some((known, users)) = &pen.memory.uses
        && *known == key
    {
        return Rc::clone(users);
    }
    let all = find_users(pen.show, at);
    let said = referring(&all);
    let users = Rc::new(Users { all, said });
    pen.memory.uses = Some((key, Rc::clone(&users)));
    users
}

fn find_users(show: Show<'_>, at: &Address) -> Vec<(List, usize)> {
    let document = show.workspace.document();
    let index = match at.key {
        Key::Id(_) => at.key.index(&document.timeline, at.list),
        // Nothing refers to what has no id.
        Key::Index(_) => None,
    };
    index.map_or_else(Vec::new, |index| document.users(at.list, index))
}

/// "2 events and 1 story refer to it".
fn referring(users: &[(List, usize)]) -> String {
    let count = |list: List| users.iter().filter(|(user, _)| *user == list).count();
    let (events, stories, series) = (
        count(List::Events),
        count(List::Stories),
        count(List::Series),
    );
    let mut parts = Vec::new();
    if events > 0 {
        parts.push(state::events(events));
    }
    match stories {
        0 => {}
        1 => parts.push("1 story".to_owned()),
        _ => parts.push(format!("{stories} stories")),
    }
    if series > 0 {
        parts.push(format!("{series} series"));
    }
    let verb = if users.len() == 1 { "refers" } else { "refer" };
    format!("{} {verb} to it", parts.join(" and "))
}

fn duplicate(pen: &mut Pen<'_>, at: &Address) {
    let (id, key) = match &at.key {
        Key::Id(id) => {
            let id = widgets::free_id(pen.show, at.list, id);
            let key = Key::Id(Id::from(id.as_str()));
            (id, key)
        }
        Key::Index(index) => (String::new(), Key::Index(index.saturating_add(1))),
    };
    let selected = Id::from(id.as_str());
    pen.write(Edit::Duplicate(at.list, at.key.clone(), id));
    if at.list == List::Events {
        pen.actions.push(Action::Select(Some(selected)));
    } else {
        let (list, key) = (at.list, Some(key));
        pen.open(Some(Form { list, key }));
    }
}

/// Takes an entry away, and in the same step all that leads to it.
fn delete_entry(pen: &mut Pen<'_>, at: &Address, users: &[(List, usize)]) {
    let entry = Edit::Clear(at.clone());
    let document = pen.show.workspace.document();
    let mut edits = Vec::new();
    if let Key::Id(id) = &at.key {
        for (list, user) in users {
            match list {
                List::Events => edits.extend(without_links(document, *user, id)),
                List::Stories => edits.extend(without_steps(document, *user, id)),
                _ => {}
            }
        }
    }
    if edits.is_empty() {
        pen.write(entry);
    } else {
        let index = at.key.index(&document.timeline, at.list);
        let title = index.map(|index| words::title(pen.show, at.list, index));
        let name = format!("delete {}", title.unwrap_or_default());
        edits.push(entry);
        pen.wish(Edit::All(edits), name);
    }
    if at.list != List::Events {
        let (list, key) = (at.list, None);
        let form = Form { list, key };
        pen.actions
            .push(Action::Panel(PanelAction::Form(Some(form))));
    }
}

/// The edit that takes the links to an event out of another.
fn without_links(document: &Document, user: usize, id: &str) -> Option<Edit> {
    let user = document.timeline.id_of(List::Events, user)?;
    let at = Address::event(user).field("links");
    let node = document.value(&at)?;
    let Kind::List(items) = &node.kind else {
        return None;
    };
    let leads = |item: &Node| {
        let to = item.field(&document.text, "to");
        to.is_some_and(|to| document.said(to) == id)
    };
    let leading: Vec<usize> = (0..items.len())
        .filter(|index| items.get(*index).is_some_and(leads))
        .collect();
    match leading.as_slice() {
        [] => None,
        all if all.len() == items.len() => Some(Edit::Clear(at)),
        [one] => Some(Edit::Clear(at.item(*one))),
        _ => {
            let group = match at.sort() {
                Some(Sort::Entries(group)) => group,
                _ => return None,
            };
            let stay = items.iter().filter(|item| !leads(item));
            let stay = stay.map(|item| value_of(document, group, item));
            Some(Edit::Set(at, Value::List(stay.collect())))
        }
    }
}

/// What is written in a link, as a value.
fn value_of(document: &Document, group: &Group, node: &Node) -> Value {
    match &node.kind {
        Kind::Text(_) => Value::Text(document.said(node)),
        Kind::Struct(fields) => {
            let fields = fields.iter().filter_map(|field| {
                let name = document.text.get(field.name.clone())?;
                let name = group.field(name)?.name;
                Some((name, value_of(document, group, &field.value)))
            });
            Value::Entry(fields.collect())
        }
        _ => Value::Word(document.said(node)),
    }
}

/// The edits that let the steps of a story show no event instead of this one.
fn without_steps(document: &Document, story: usize, id: &str) -> Vec<Edit> {
    let Some(story) = document.timeline.id_of(List::Stories, story) else {
        return Vec::new();
    };
    let at = Address::new(List::Stories, story).field("steps");
    let steps = document.value(&at);
    let items = match steps.as_ref().map(|node| &node.kind) {
        Some(Kind::List(items)) => items.as_slice(),
        _ => &[],
    };
    let shows = |item: &Node| {
        let event = item.field(&document.text, "event");
        event.is_some_and(|event| document.said(event) == id)
    };
    let showing = items.iter().enumerate().filter(|(_, item)| shows(item));
    showing
        .map(|(index, _)| Edit::Clear(at.item(index).field("event")))
        .collect()
}
