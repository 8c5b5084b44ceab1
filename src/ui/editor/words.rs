//! What fields, lists and choices are called in the forms.

use crate::document::{Event, Group, List, Timeline};
use crate::state::{capital, grouped};
use crate::ui::Show;

/// The label over a field.
pub(super) fn label(group: &Group, name: &'static str) -> &'static str {
    match (group.what, name) {
        ("an excerpt", "source") => "From",
        ("a series", "source") => "Where the figures are from",
        ("a source", "text") => "File with the text",
        ("a step", "title") => "Title of its own",
        ("a step", "title_ja") => "Japanese title of its own",
        ("a step", "events") => "Further events",
        ("a step", "show") => "What the class sees",
        ("a step", "series") => "Figures",
        ("a step", "excerpt") => "Which quotation",
        ("a step", "filter") => "Around it (a search)",
        ("a step", "seconds") => "Seconds it should take",
        (_, "title") => "Title",
        (_, "title_ja") => "Japanese title",
        (_, "name") => "Name",
        (_, "name_ja") => "Japanese name",
        (_, "when") => "When",
        (_, "category") => "Category",
        (_, "significance") => "Significance",
        (_, "actors") => "Actors",
        (_, "summary") => "Summary",
        (_, "excerpts") => "Excerpts",
        (_, "sources") => "Sources",
        (_, "links") => "Connected events",
        (_, "id") => "Id",
        (_, "quote") => "Quote",
        (_, "paragraph") => "Paragraph",
        (_, "stance") => "Stance",
        (_, "to") => "Event",
        (_, "kind") => "Kind",
        (_, "author") => "Author",
        (_, "date") => "Date",
        (_, "url") => "Web address",
        (_, "gists") => "What its paragraphs say",
        (_, "checked") => "Somebody has looked it up",
        (_, "color") => "Colour",
        (_, "shape") => "Shape",
        (_, "unit") => "Unit",
        (_, "points") => "Points",
        (_, "steps") => "Steps",
        (_, "event") => "Event",
        (_, "window") => "Stretch of time",
        (_, "note") => "Note",
        _ => name,
    }
}

/// The order of the fields in a form.
pub(super) fn rank(name: &str) -> usize {
    let first = ["title", "name", "title_ja", "name_ja", "when", "quote"];
    let place = first.iter().position(|known| *known == name);
    match place {
        Some(place) => place,
        None if name == "id" => usize::MAX,
        None => first.len(),
    }
}

/// The field that stands beside another.
pub(super) fn partner(group: &Group, name: &str) -> Option<&'static str> {
    match (group.what, name) {
        ("an event", "category") => Some("significance"),
        ("an excerpt", "paragraph") => Some("stance"),
        ("a category", "color") => Some("shape"),
        ("a source", "kind") => Some("date"),
        ("a step", "show") => Some("seconds"),
        ("a step", "series") => Some("excerpt"),
        _ => None,
    }
}

/// What a name that may stand in a field says.
pub(super) fn choice(name: &str) -> String {
    let said = match name {
        "LedTo" => "led to",
        "ResponseTo" => "response to",
        "AmendedBy" => "amended by",
        "ReplacedBy" => "replaced by",
        "PartOf" => "part of",
        "Follows" => "follows",
        "Recalls" => "recalls",
        "SeeAlso" => "see also",
        "Event" => "the event",
        "Window" => "a stretch of time",
        "Links" => "the event, then what it is linked with",
        "Series" => "figures as a line",
        "Excerpt" => "one quotation",
        other => other,
    };
    said.to_owned()
}

/// What counts when a choice is left out.
pub(super) fn usual(group: &Group, name: &str) -> &'static str {
    match (group.what, name) {
        ("an excerpt", "stance") => "Context",
        ("a link", "kind") => "SeeAlso",
        ("a source", "kind") => "Web",
        ("a step", "show") => "What fits",
        _ => "Automatic",
    }
}

/// A list by its name in the window.
pub(super) fn list(list: List) -> &'static str {
    match list {
        List::Categories => "Categories",
        List::Actors => "Actors",
        List::Eras => "Eras",
        List::Sources => "Sources",
        List::Events => "Events",
        List::Series => "Series",
        List::Stories => "Stories",
    }
}

/// "Excerpt 2".
pub(super) fn numbered(group: &Group, index: usize) -> String {
    let number = grouped(index.saturating_add(1));
    format!("{} {number}", capital(group.noun()))
}

/// A message with what to do about it, as sentences.
pub(super) fn reason(message: &str, hint: Option<&str>) -> String {
    let message = capital(message);
    let said = match hint {
        Some(hint) if hint.ends_with('?') => format!("{message}. {}", capital(hint)),
        Some(hint) => format!("{message}. {}.", capital(hint)),
        None => format!("{message}."),
    };
    quoted(&said)
}

/// With quotation marks where messages for a terminal have backticks.
fn quoted(text: &str) -> String {
    let mut parts = text.split('`');
    let mut quoted = parts.next().unwrap_or_default().to_owned();
    for (part, mark) in parts.zip(['“', '”'].into_iter().cycle()) {
        quoted.push(mark);
        quoted.push_str(part);
    }
    quoted
}

/// What an entry is called, in the main language and in Japanese.
pub(super) fn names(timeline: &Timeline, list: List, index: usize) -> [Option<&str>; 2] {
    let main = timeline.title_of(list, index);
    let japanese = match list {
        List::Categories => entry(&timeline.categories, index, |one| one.name_ja.as_deref()),
        List::Actors => entry(&timeline.actors, index, |one| one.name_ja.as_deref()),
        List::Eras => entry(&timeline.eras, index, |one| one.title_ja.as_deref()),
        List::Sources => None,
        List::Events => entry(&timeline.events, index, |one: &Event| {
            one.title_ja.as_deref()
        }),
        List::Series => entry(&timeline.series, index, |one| one.title_ja.as_deref()),
        List::Stories => entry(&timeline.stories, index, |one| one.title_ja.as_deref()),
    };
    [main, japanese]
}

fn entry<T>(list: &[T], index: usize, name: impl Fn(&T) -> Option<&str>) -> Option<&str> {
    list.get(index).and_then(name)
}

/// What an entry is called in the language of the window; its id where it has no name.
pub(super) fn title(show: Show<'_>, list: List, index: usize) -> String {
    let timeline = show.workspace.timeline();
    let [main, japanese] = names(timeline, list, index);
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
                .map(|name| label(group, name))
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
        assert!(names.iter().all(|name| choice(name) != *name));
        assert!(!names.contains(&usual(step, "show")));
    }
}
