//! What edits are called in the window: "Undo: move Plaza Accord".

use crate::document::{Address, Document, Edit, Key, List, Value, Way};
use crate::messages::{Message, message};

/// What an edit is called.
pub(super) fn name(edit: &Edit, document: &Document) -> Message {
    let place = |address| of_place(address, document);
    match edit {
        Edit::Set(address, _) => message!("editing-change", what = place(address)),
        Edit::Clear(address) => match address.path.last() {
            None => message!("editing-delete", what = place(address)),
            Some(_) => message!("editing-take-away", what = place(address)),
        },
        Edit::Insert(address, ..) => message!("editing-add-to", what = place(address)),
        Edit::Move(address, _) => match address.path.last() {
            None => message!("editing-reorder", what = address.list.called()),
            Some(_) => message!("editing-reorder", what = place(address)),
        },
        Edit::Add(list, _, value) => message!("editing-add", what = added(*list, value)),
        Edit::Duplicate(list, key, _) => {
            message!("editing-duplicate", what = title(*list, key, document))
        }
        Edit::Rename(_, from, to) => message!("editing-rename", from = &**from, to = to),
        Edit::Title(..) => message!("editing-change-title"),
        Edit::Text(_) => message!("editing-edit-text"),
        Edit::All(edits) => match edits.as_slice() {
            [one] => name(one, document),
            several => message!("editing-change-entries", count = several.len()),
        },
    }
}

/// The field or the member of a list that an address means, and of what; the entry where it means that.
fn of_place(address: &Address, document: &Document) -> Message {
    let of = title(address.list, &address.key, document);
    let fields = address.path.iter().rev().find_map(|way| match way {
        Way::Field(name) => Some(field(name)),
        Way::Item(_) => None,
    });
    match fields {
        Some(field) => message!("editing-place", field = field, of = of),
        None => of,
    }
}

/// A field's name for people, within a sentence.
pub fn field(name: &str) -> Message {
    match name {
        "title" => message!("editing-field-title"),
        "title_ja" | "name_ja" => message!("editing-field-title-ja"),
        "title_kana" => message!("editing-field-title-kana"),
        "name" => message!("editing-field-name"),
        "when" => message!("editing-field-when"),
        "category" => message!("editing-field-category"),
        "actors" => message!("editing-field-actors"),
        "significance" => message!("editing-field-significance"),
        "summary" => message!("editing-field-summary"),
        "excerpts" => message!("editing-field-excerpts"),
        "sources" => message!("editing-field-sources"),
        "links" => message!("editing-field-links"),
        "id" => message!("editing-field-id"),
        "color" => message!("editing-field-color"),
        "shape" => message!("editing-field-shape"),
        "unit" => message!("editing-field-unit"),
        "unit_ja" => message!("editing-field-unit-ja"),
        "points" => message!("editing-field-points"),
        "steps" => message!("editing-field-steps"),
        other => inner_field(other),
    }
}

/// The same for the fields of sources, and of what is nested in entries.
fn inner_field(name: &str) -> Message {
    match name {
        "source" => message!("editing-field-source"),
        "paragraph" => message!("editing-field-paragraph"),
        "quote" => message!("editing-field-quote"),
        "stance" => message!("editing-field-stance"),
        "to" => message!("editing-field-to"),
        "kind" => message!("editing-field-kind"),
        "author" => message!("editing-field-author"),
        "date" => message!("editing-field-date"),
        "url" => message!("editing-field-url"),
        "text" => message!("editing-field-text"),
        "gists" => message!("editing-field-gists"),
        "checked" => message!("editing-field-checked"),
        "event" => message!("editing-field-event"),
        "events" => message!("editing-field-events"),
        "show" => message!("editing-field-show"),
        "series" => message!("editing-field-series"),
        "excerpt" => message!("editing-field-excerpt"),
        "window" => message!("editing-field-window"),
        "filter" => message!("editing-field-filter"),
        "note" => message!("editing-field-note"),
        "seconds" => message!("editing-field-seconds"),
        other => message!("editing-field-other", name = other.replace('_', " ")),
    }
}

/// What a new entry is called.
fn added(list: List, value: &Value) -> Message {
    let [title, japanese] = match text_in(value, "title") {
        Some(title) => [Some(title), text_in(value, "title_ja")],
        None => [text_in(value, "name"), text_in(value, "name_ja")],
    };
    match title.filter(|title| !title.is_empty()) {
        Some(title) => {
            let both = [title, japanese.unwrap_or(title)].map(str::to_owned);
            message!("editing-title", title = both)
        }
        None => list.group().called_one(),
    }
}

/// What an entry is called.
fn title(list: List, key: &Key, document: &Document) -> Message {
    let timeline = &document.timeline;
    let title = key
        .index(timeline, list)
        .and_then(|index| timeline.called(list, index));
    match (title, key) {
        (Some(title), _) => title,
        (None, Key::Id(id)) => message!("editing-title", title = &**id),
        (None, Key::Index(_)) => list.group().called_one(),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Lang;

    #[test]
    fn an_edit_is_called_by_its_kind_and_the_title_in_either_language() {
        let text = "Timeline(events: [(id: \"plaza\", when: \"1985\", title: \"Plaza Accord\", title_ja: \"プラザ合意\")])";
        let document = Document::parse("t.ron", text);
        let event = Address::event("plaza");
        let said = |edit: Edit| Lang::ALL.map(|lang| name(&edit, &document).text(lang));
        assert_eq!(
            said(Edit::Set(event.field("when"), "1986".into())),
            [
                "change the date of Plaza Accord",
                "「プラザ合意」の日付を変更"
            ]
        );
        assert_eq!(
            said(Edit::Clear(event)),
            ["delete Plaza Accord", "「プラザ合意」を削除"]
        );
    }

    #[test]
    fn every_field_has_a_name() {
        let groups = List::ALL.map(List::group).into_iter();
        let fields = groups.flat_map(|group| group.fields);
        for def in fields {
            let japanese = field(def.name).text(Lang::Ja);
            assert_ne!(japanese, def.name);
        }
    }
}
