//! Whether what a file names beside its events (categories, actors, eras, figures, lessons) is named in Japanese too, where
//! anything in the file is. Of events it is asked in [`habits`](super::habits), of steps in [`lessons`](super::lessons).
//! What lacks its Japanese shows as it is called in the main language, so nothing is empty, but a reader of Japanese would
//! not know that it is an omission.

use std::ops::Range;

use crate::document::{Document, List, Timeline};
use crate::messages::{Message, message};

use super::is_blank;
use super::remarks::Remarks;

const LISTS: [List; 5] = [
    List::Categories,
    List::Actors,
    List::Eras,
    List::Series,
    List::Stories,
];
/// Of so many entries of a list each is reported; more are one remark.
const EACH: usize = 3;

/// Reports what has no Japanese name.
pub(super) fn names(remarks: &mut Remarks<'_>) {
    let timeline = remarks.timeline();
    if !is_bilingual(timeline) {
        return;
    }
    if is_untranslated(Some(&timeline.title), timeline.title_ja.as_deref()) {
        remarks.add("untranslated", |document| {
            let place = document.field_in(0..document.text.len(), "title");
            (
                place,
                message!("checks-untranslated-title"),
                hint("title_ja"),
            )
        });
    }
    units(remarks);
    for list in LISTS {
        names_of(list, remarks);
    }
}

/// Reports the entries of a list: each, or where they are more, all in one.
fn names_of(list: List, remarks: &mut Remarks<'_>) {
    let timeline = remarks.timeline();
    let all = timeline.count(list);
    let lacking: Vec<usize> = (0..all)
        .filter(|&index| lacks(timeline, list, index))
        .collect();
    let (name, japanese) = fields(list);
    let one_by_one = lacking.len() <= EACH;
    for &index in lacking.iter().take(if one_by_one { EACH } else { 1 }) {
        remarks.add("untranslated", |document| {
            let entry = called(timeline, list, index);
            let message = if one_by_one {
                let kind = list.group().called();
                message!("checks-untranslated", kind = kind, entry = entry)
            } else {
                message!(
                    "checks-many-untranslated",
                    count = lacking.len().to_string(),
                    all = all.to_string(),
                    kind = list.called(),
                    entry = entry,
                )
            };
            (place(document, list, index, name), message, hint(japanese))
        });
    }
}

/// The field to add.
pub(super) fn hint(field: &str) -> Option<Message> {
    Some(message!("checks-untranslated-hint", field = field))
}

/// Reports units of words, such as "thousand"; a sign is the same in every language.
fn units(remarks: &mut Remarks<'_>) {
    for (index, series) in remarks.timeline().series.iter().enumerate() {
        let is_word = series.unit.chars().any(char::is_alphabetic);
        if is_word && is_untranslated(Some(&series.unit), series.unit_ja.as_deref()) {
            remarks.add("untranslated", |document| {
                let unit = series.unit.as_str();
                let message = message!("checks-untranslated-unit", unit = unit);
                let place = place(document, List::Series, index, "unit");
                (place, message, hint("unit_ja"))
            });
        }
    }
}

/// Whether anything that stands in the file is named in Japanese.
pub(super) fn is_bilingual(timeline: &Timeline) -> bool {
    let is_named = |list: List| {
        (0..timeline.count(list)).any(|index| {
            let [_, japanese] = timeline.names_of(list, index);
            !japanese.is_none_or(is_blank) && is_written(timeline, list, index)
        })
    };
    !timeline.title_ja.as_deref().is_none_or(is_blank)
        || is_named(List::Events)
        || LISTS.into_iter().any(is_named)
}

/// Whether an entry stands in the file: the category of events without one does not, and has names all the same.
fn is_written(timeline: &Timeline, list: List, index: usize) -> bool {
    let place = timeline.range_of(list, index);
    place.is_some_and(|place| !place.range().is_empty())
}

/// Whether an entry has a name, and none in Japanese. An id that stands for a name needs no other.
fn lacks(timeline: &Timeline, list: List, index: usize) -> bool {
    let [main, japanese] = timeline.names_of(list, index);
    let main = main.filter(|main| Some(*main) != timeline.id_of(list, index));
    is_written(timeline, list, index) && is_untranslated(main, japanese)
}

/// Whether there is a name, and none in Japanese. One that is Japanese in the first place needs no second.
pub(super) fn is_untranslated(main: Option<&str>, japanese: Option<&str>) -> bool {
    let is_japanese = main.is_some_and(|main| main.chars().any(super::is_japanese));
    !main.is_none_or(is_blank) && japanese.is_none_or(is_blank) && !is_japanese
}

/// An entry's id, or its name where it has none.
fn called(timeline: &Timeline, list: List, index: usize) -> String {
    let id = timeline.id_of(list, index);
    let name = id.or_else(|| timeline.title_of(list, index));
    name.unwrap_or_default().to_owned()
}

/// The fields of the two names.
fn fields(list: List) -> (&'static str, &'static str) {
    match list {
        List::Categories | List::Actors => ("name", "name_ja"),
        _ => ("title", "title_ja"),
    }
}

/// The bytes of a field of an entry.
fn place(document: &Document, list: List, index: usize, field: &str) -> Range<usize> {
    let entry = document.timeline.range_of(list, index);
    let entry = entry.map_or(0..0, |place| place.range());
    document.field_in(entry, field)
}
