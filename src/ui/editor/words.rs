//! What fields, lists and choices are called in the forms.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::document::{Complaint, Group, LinkKind, List, Shape, Shows, SourceKind, Stance};
use crate::messages::{Lang, Message, message, say};
use crate::state::capital;
use crate::ui::Show;

/// The label over a field.
pub(super) fn label(group: &Group, name: &'static str) -> Message {
    match (group.noun(), name) {
        ("excerpt", "source") => message!("editor-excerpt-source"),
        ("series", "source") => message!("editor-series-source"),
        ("source", "text") => message!("editor-source-text"),
        ("step", _) => of_step(name),
        (_, "title") => message!("editor-title"),
        (_, "title_ja") => message!("editor-title-ja"),
        (_, "title_kana") => message!("editor-title-kana"),
        (_, "name") => message!("editor-name"),
        (_, "name_ja") => message!("editor-name-ja"),
        (_, "when") => message!("editor-when"),
        (_, "category") => message!("editor-category"),
        (_, "significance") => message!("editor-significance"),
        (_, "actors") => message!("editor-actors"),
        (_, "summary") => message!("editor-summary"),
        (_, "excerpts") => message!("editor-excerpts"),
        (_, "sources") => message!("editor-sources"),
        (_, "links") => message!("editor-links"),
        (_, "id") => message!("editor-id"),
        (_, "quote") => message!("editor-quote"),
        (_, "paragraph") => message!("editor-paragraph"),
        (_, "stance") => message!("editor-stance"),
        (_, "to") => message!("editor-to"),
        (_, "kind") => message!("editor-kind"),
        (_, "author") => message!("editor-author"),
        (_, "date") => message!("editor-date"),
        (_, "url") => message!("editor-url"),
        (_, "gists") => message!("editor-gists"),
        (_, "checked") => message!("editor-checked"),
        (_, "color") => message!("editor-color"),
        (_, "shape") => message!("editor-shape"),
        (_, "unit") => message!("editor-unit"),
        (_, "unit_ja") => message!("editor-unit-ja"),
        (_, "points") => message!("editor-points"),
        (_, "steps") => message!("editor-steps"),
        _ => message!("editor-unknown-field", name = name),
    }
}

/// The label over a field of a step.
fn of_step(name: &'static str) -> Message {
    match name {
        "title" => message!("editor-step-title"),
        "title_ja" => message!("editor-step-title-ja"),
        "event" => message!("editor-step-event"),
        "events" => message!("editor-step-events"),
        "show" => message!("editor-step-show"),
        "series" => message!("editor-step-series"),
        "excerpt" => message!("editor-step-excerpt"),
        "window" => message!("editor-step-window"),
        "filter" => message!("editor-step-filter"),
        "note" => message!("editor-step-note"),
        "seconds" => message!("editor-step-seconds"),
        _ => message!("editor-unknown-field", name = name),
    }
}

/// The order of the fields in a form.
pub(super) fn rank(name: &str) -> usize {
    let first = [
        "title",
        "name",
        "title_ja",
        "name_ja",
        "title_kana",
        "when",
        "quote",
    ];
    let place = first.iter().position(|known| *known == name);
    match place {
        Some(place) => place,
        None if name == "id" => usize::MAX,
        None => first.len(),
    }
}

/// The field that stands beside another.
pub(super) fn partner(group: &Group, name: &str) -> Option<&'static str> {
    match (group.noun(), name) {
        ("event", "category") => Some("significance"),
        ("excerpt", "paragraph") => Some("stance"),
        ("category", "color") => Some("shape"),
        ("source", "kind") => Some("date"),
        ("step", "show") => Some("seconds"),
        ("step", "series") => Some("excerpt"),
        _ => None,
    }
}

/// What a name that may stand in a field says.
pub(super) fn choice(name: &str) -> Message {
    let known = meant(name).map(link_kind);
    let known = known.or_else(|| meant(name).map(shows));
    let known = known.or_else(|| meant(name).map(stance));
    let known = known.or_else(|| meant(name).map(source_kind));
    let known = known.or_else(|| meant(name).map(shape));
    known.unwrap_or_else(|| message!("editor-unknown-choice", name = name))
}

/// The choice that a name in the file means.
fn meant<T: DeserializeOwned>(name: &str) -> Option<T> {
    ron::from_str(name).ok()
}

/// The name of a choice in the file.
pub(super) fn written(choice: impl Serialize) -> String {
    ron::to_string(&choice).unwrap_or_default()
}

fn link_kind(kind: LinkKind) -> Message {
    match kind {
        LinkKind::LedTo => message!("editor-led-to"),
        LinkKind::ResponseTo => message!("editor-response-to"),
        LinkKind::AmendedBy => message!("editor-amended-by"),
        LinkKind::ReplacedBy => message!("editor-replaced-by"),
        LinkKind::PartOf => message!("editor-part-of"),
        LinkKind::Follows => message!("editor-follows"),
        LinkKind::Recalls => message!("editor-recalls"),
        LinkKind::SeeAlso => message!("editor-see-also"),
    }
}

fn shows(shows: Shows) -> Message {
    match shows {
        Shows::Event => message!("editor-shows-event"),
        Shows::Window => message!("editor-shows-window"),
        Shows::Links => message!("editor-shows-links"),
        Shows::Series => message!("editor-shows-series"),
        Shows::Excerpt => message!("editor-shows-excerpt"),
    }
}

fn stance(stance: Stance) -> Message {
    match stance {
        Stance::Supports => message!("editor-supports"),
        Stance::Disputes => message!("editor-disputes"),
        Stance::Context => message!("editor-context"),
    }
}

fn source_kind(kind: SourceKind) -> Message {
    match kind {
        SourceKind::Article => message!("editor-article"),
        SourceKind::Book => message!("editor-book"),
        SourceKind::Treaty => message!("editor-treaty"),
        SourceKind::Law => message!("editor-law"),
        SourceKind::Document => message!("editor-document"),
        SourceKind::Report => message!("editor-report"),
        SourceKind::News => message!("editor-news"),
        SourceKind::Speech => message!("editor-speech"),
        SourceKind::Dataset => message!("editor-dataset"),
        SourceKind::Web => message!("editor-web"),
    }
}

fn shape(shape: Shape) -> Message {
    match shape {
        Shape::Circle => message!("editor-circle"),
        Shape::Diamond => message!("editor-diamond"),
        Shape::Square => message!("editor-square"),
        Shape::Triangle => message!("editor-triangle"),
        Shape::Hexagon => message!("editor-hexagon"),
        Shape::Star => message!("editor-star"),
    }
}

/// The name that counts when a choice is left out, where one of them does.
pub(super) fn usual(group: &Group, name: &str) -> Option<String> {
    match (group.noun(), name) {
        ("excerpt", "stance") => Some(written(Stance::default())),
        ("link", "kind") => Some(written(LinkKind::SeeAlso)),
        ("source", "kind") => Some(written(SourceKind::default())),
        _ => None,
    }
}

/// What is said of a choice that is left out where none of the names counts then.
pub(super) fn left_out(group: &Group, name: &str) -> Message {
    match (group.noun(), name) {
        ("step", "show") => message!("editor-what-fits"),
        _ => message!("editor-automatic"),
    }
}

/// A list by its name in the window.
pub(super) fn list(lang: Lang, list: List) -> String {
    capital(&list.called().text(lang))
}

/// "excerpt 2".
pub(super) fn numbered(what: Message, index: usize) -> Message {
    message!(
        "editor-numbered",
        what = what,
        number = index.saturating_add(1)
    )
}

/// A complaint with what to do about it, as sentences.
pub(super) fn reason(lang: Lang, complaint: &Complaint) -> String {
    let what = capital(&complaint.message.text(lang));
    let hint = complaint.hint.as_ref();
    let hint = hint.map(|hint| capital(&hint.text(lang)));
    let said = match hint {
        Some(hint) if hint.ends_with('?') => {
            say!(lang, "editor-reason-asking", what = what, hint = hint)
        }
        Some(hint) => say!(lang, "editor-reason-telling", what = what, hint = hint),
        None => say!(lang, "editor-reason", what = what),
    };
    quoted(lang, &said)
}

/// With quotation marks where messages for a terminal have backticks.
fn quoted(lang: Lang, text: &str) -> String {
    let marks = match lang {
        Lang::En => ['“', '”'],
        Lang::Ja => ['「', '」'],
    };
    let mut parts = text.split('`');
    let mut quoted = parts.next().unwrap_or_default().to_owned();
    for (part, mark) in parts.zip(marks.into_iter().cycle()) {
        quoted.push(mark);
        quoted.push_str(part);
    }
    quoted
}

/// What an entry is called in the language of the window; its id where it has no name.
pub(super) fn title(show: Show<'_>, list: List, index: usize) -> String {
    let timeline = show.workspace.timeline();
    let [main, japanese] = timeline.names_of(list, index);
    let title = show.lang.choose(main.unwrap_or_default(), japanese);
    if title.is_empty() {
        timeline.id_of(list, index).unwrap_or_default().to_owned()
    } else {
        title.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Sort;

    fn groups(group: &'static Group) -> Vec<&'static Group> {
        let inner = group.fields.iter().filter_map(|field| match field.sort {
            Sort::Entries(inner) => Some(groups(inner)),
            _ => None,
        });
        std::iter::once(group).chain(inner.flatten()).collect()
    }

    #[test]
    fn every_field_is_called_something_else_than_in_the_file_and_each_differently() {
        for group in List::ALL.into_iter().flat_map(|list| groups(list.group())) {
            let labels: Vec<_> = group
                .names()
                .iter()
                .map(|name| label(group, name).text(Lang::En))
                .collect();
            for (name, label) in group.names().into_iter().zip(&labels) {
                assert_ne!(*label, name, "{}", group.what);
                assert!(label.starts_with(char::is_uppercase), "{label}");
                let others = labels.iter().filter(|other| *other == label);
                assert_eq!(others.count(), 1, "{label} of {}", group.what);
            }
        }
    }

    #[test]
    fn what_a_step_shows_is_said_in_words() {
        let show = List::Stories.group().field("steps").map(|field| field.sort);
        let Some(Sort::Entries(step)) = show else {
            panic!("{show:?}")
        };
        let Some(Sort::One(names)) = step.field("show").map(|field| field.sort) else {
            panic!("{step:?}")
        };
        let said = |name: &str| choice(name).text(Lang::En);
        assert!(names.iter().all(|name| said(name) != *name));
        assert_eq!(usual(step, "show"), None);
    }

    #[test]
    fn every_choice_is_said_in_japanese_and_what_counts_when_it_is_left_out_is_one_of_them() {
        for group in List::ALL.into_iter().flat_map(|list| groups(list.group())) {
            for field in group.fields {
                let Sort::One(names) = field.sort else {
                    continue;
                };
                let said = names.iter().map(|name| choice(name).text(Lang::Ja));
                assert!(said.zip(names).all(|(said, name)| said != *name));
                let usual = usual(group, field.name);
                assert!(usual.is_none_or(|usual| names.contains(&&*usual)));
            }
        }
    }

    #[test]
    fn a_reason_is_told_in_sentences_of_its_language() {
        let message = message!("editing-taken", id = "a");
        let hint = Some(message!("editing-did-you-mean", near = "b"));
        let complaint = Complaint { message, hint };
        assert_eq!(
            reason(Lang::En, &complaint),
            "Expected an id that no other entry has, but “a” is taken. Did you mean b?"
        );
        assert_eq!(
            reason(Lang::Ja, &complaint),
            "ほかのエントリーにないIDが必要ですが、「a」はすでに使われています。もしかして：b。"
        );
    }
}
