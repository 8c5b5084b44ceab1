//! Save, duplicate, delete.

use std::rc::Rc;

use egui::{Button, RichText, Ui};

use crate::document::{Address, Edit, Id, Key, List};
use crate::messages::{Message, message, say};
use crate::state::{Action, Form, PanelAction, WriteAction};
use crate::ui::Show;
use crate::ui::style::{color, sans};
use crate::ui::widgets;

use super::Pen;

/// Which entries refer to one, worked out once for each state of the text.
pub(super) type Memory = Option<((u64, Address), Rc<Users>)>;

/// The entries that refer to one.
pub(super) struct Users {
    all: Vec<(List, usize)>,
    /// "2 events refer to it".
    said: Message,
}

/// Shows the buttons.
pub(super) fn ui(pen: &mut Pen<'_>, ui: &mut Ui, at: &Address) {
    let users = users(pen, at);
    let theme = pen.show.theme;
    let is_free = users.all.is_empty() || goes_with_its_users(at.list);
    let said = &users.said;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        save(pen, ui);
        let text = RichText::new(say!(pen.show.lang, "editor-duplicate")).font(sans(13.5));
        if ui.add(Button::new(text)).clicked() {
            duplicate(pen, at);
        }
        let tint = if is_free { theme.error } else { theme.muted };
        let text = RichText::new(say!(pen.show.lang, "editor-delete"));
        let text = text.font(sans(13.5)).color(color(tint));
        let delete = ui.add_enabled(is_free, Button::new(text));
        let why = say!(pen.show.lang, "editor-cannot-delete-hover", users = said);
        if delete.on_disabled_hover_text(why).clicked() {
            delete_entry(pen, at, &users.all);
        }
    });
    if !users.all.is_empty() {
        let said = if is_free {
            say!(pen.show.lang, "editor-goes-with-it", users = said)
        } else {
            say!(pen.show.lang, "editor-cannot-delete", users = said)
        };
        ui.add_space(2.0);
        ui.label(widgets::muted(pen.show, said));
    }
}

/// Whether an entry may go together with what refers to it: links and steps lead to events and figures, where an event
/// without its category, actor or source would say less than it should.
fn goes_with_its_users(list: List) -> bool {
    matches!(list, List::Events | List::Series)
}

/// The button that writes the file.
pub(super) fn save(pen: &mut Pen<'_>, ui: &mut Ui) {
    let theme = pen.show.theme;
    let is_changed = pen.show.workspace.writing().is_changed();
    let text = RichText::new(say!(pen.show.lang, "editor-save")).font(sans(13.5));
    let button = if is_changed {
        Button::new(text.color(color(theme.surface))).fill(color(theme.ink))
    } else {
        Button::new(text.color(color(theme.muted)))
    };
    let response = ui.add_enabled(is_changed, button);
    if response
        .on_disabled_hover_text(say!(pen.show.lang, "editor-all-saved"))
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
fn referring(users: &[(List, usize)]) -> Message {
    let count = |list: List| users.iter().filter(|(user, _)| *user == list).count();
    let (events, stories, series) = (
        count(List::Events),
        count(List::Stories),
        count(List::Series),
    );
    let parts = [
        (events > 0).then(|| message!("editor-users-events", count = events)),
        (stories > 0).then(|| message!("editor-users-stories", count = stories)),
        (series > 0).then(|| message!("editor-users-series", count = series)),
    ];
    let all = parts
        .into_iter()
        .flatten()
        .reduce(|first, second| message!("editor-and", first = first, second = second));
    let all = all.unwrap_or_else(|| message!("editor-users-events", count = 0_usize));
    match users.len() {
        1 => message!("editor-refers", users = all),
        _ => message!("editor-refer", users = all),
    }
}

fn duplicate(pen: &mut Pen<'_>, at: &Address) {
    let (id, key) = match &at.key {
        Key::Id(id) => {
            let id = pen.show.workspace.timeline().free_id(at.list, id);
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
    let index = at.key.index(&document.timeline, at.list);
    match index.filter(|_| !users.is_empty()) {
        None => pen.write(entry),
        Some(index) => {
            let title = document.timeline.called(at.list, index);
            let title = title.unwrap_or_else(|| at.list.group().called_one());
            let mut edits = document.forgetting(at.list, index);
            edits.push(entry);
            pen.wish(Edit::All(edits), message!("editing-delete", what = title));
        }
    }
    if at.list != List::Events {
        let (list, key) = (at.list, None);
        let form = Form { list, key };
        pen.actions
            .push(Action::Panel(PanelAction::Form(Some(form))));
    }
}
