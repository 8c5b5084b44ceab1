//! What edits are called in the window: "Undo: move Plaza Accord".

use crate::document::{Address, Document, Edit, Key, List, Value, Way};

/// What an edit is called.
pub(super) fn name(edit: &Edit, document: &Document) -> String {
    match edit {
        Edit::Set(address, _) => format!("change {}", of_place(address, document)),
        Edit::Clear(address) => match address.path.last() {
            None => format!("delete {}", title(address.list, &address.key, document)),
            Some(_) => format!("take away {}", of_place(address, document)),
        },
        Edit::Insert(address, ..) => format!("add to {}", of_place(address, document)),
        Edit::Move(address, _) => match address.path.last() {
            None => format!("reorder {}", address.list.name()),
            Some(_) => format!("reorder {}", of_place(address, document)),
        },
        Edit::Add(list, _, value) => {
            let title = text_in(value, "title").or_else(|| text_in(value, "name"));
            match title.filter(|title| !title.is_empty()) {
                Some(title) => format!("add {title}"),
                None => format!("add {}", list.group().what),
            }
        }
        Edit::Duplicate(list, key, _) => format!("duplicate {}", title(*list, key, document)),
        Edit::Rename(_, from, to) => format!("rename {from} to {to}"),
        Edit::Title(..) => "change the timeline’s title".to_owned(),
        Edit::Text(_) => "edit the text".to_owned(),
        Edit::All(edits) => match edits.as_slice() {
            [one] => name(one, document),
            several => format!("change {} entries", several.len()),
        },
    }
}

/// The field or the member of a list that an address means, and of what.
fn of_place(address: &Address, document: &Document) -> String {
    let fields = address.path.iter().rev().find_map(|way| match way {
        Way::Field(name) => Some(field(name)),
        Way::Item(_) => None,
    });
    let of = title(address.list, &address.key, document);
    match fields {
        Some(field) => format!("the {field} of {of}"),
        None => of,
    }
}

/// A field's name for people.
fn field(name: &str) -> String {
    match name {
        "title_ja" | "name_ja" => "Japanese title".to_owned(),
        "when" => "date".to_owned(),
        other => other.replace('_', " "),
    }
}

/// What an entry is called.
fn title(list: List, key: &Key, document: &Document) -> String {
    let timeline = &document.timeline;
    let title = key
        .index(timeline, list)
        .and_then(|index| timeline.title_of(list, index));
    match (title, key) {
        (Some(title), _) => title.to_owned(),
        (None, Key::Id(id)) => id.to_string(),
        (None, Key::Index(_)) => list.group().what.to_owned(),
    }
}

/// The id that a new entry has.
pub(super) fn id_in(value: &Value) -> Option<&str> {
    text_in(value, "id")
}

fn text_in<'a>(value: &'a Value, name: &str) -> Option<&'a str> {
    let Value::Entry(fields) = value else {
        return None;
    };
    let field = fields.iter().find(|(known, _)| *known == name);
    match field {
        Some((_, Value::Text(text))) => Some(text),
        _ => None,
    }
}
