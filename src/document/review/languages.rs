//! Whether what a file names beside its events (categories, actors, eras, figures, lessons) is named in Japanese too, where
//! anything in the file is. Of events it is asked in [`habits`](super::habits), of steps in [`lessons`](super::lessons). What lacks its Japanese shows as it is
//! called in the main language, so nothing is empty, but a reader of Japanese would not know that it is an omission.

use std::ops::Range;

use crate::document::{Document, List, Timeline};
use crate::messages::message;

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
            let whole = 0..document.text.len();
            let place = document.place_in(whole, |node| node.field(&document.text, "title"));
            let hint = message!("checks-untranslated-hint", field = "title_ja");
            (place, message!("checks-untranslated-title"), Some(hint))
        });
    }
    units(remarks);
    for list in LISTS {
        let all = timeline.count(list);
        let lacking: Vec<usize> = (0..all)
            .filter(|&index| lacks(timeline, list, index))
            .collect();
        if lacking.len() <= EACH {
            for &index in &lacking {
                remarks.add("untranslated", |document| {
                    let kind = list.group().called();
                    let entry = called(timeline, list, index);
                    let message = message!("checks-untranslated", kind = kind, entry = entry);
                    let hint = message!("checks-untranslated-hint", field = field(list).1);
                    (
                        place(document, list, index, field(list).0),
                        message,
                        Some(hint),
                    )
                });
            }
        } else if let Some(&first) = lacking.first() {
            remarks.add("untranslated", |document| {
                let message = message!(
                    "checks-many-untranslated",
                    count = lacking.len().to_string(),
                    all = all.to_string(),
                    kind = list.called(),
                    entry = called(timeline, list, first),
                );
                let hint = message!("checks-untranslated-hint", field = field(list).1);
                (
                    place(document, list, first, field(list).0),
                    message,
                    Some(hint),
                )
            });
        }
    }
}

/// Reports units of words, such as "thousand"; a sign is the same in every language.
fn units(remarks: &mut Remarks<'_>) {
    for (index, series) in remarks.timeline().series.iter().enumerate() {
        let is_word = series.unit.chars().any(char::is_alphabetic);
        if is_word && is_untranslated(Some(&series.unit), series.unit_ja.as_deref()) {
            remarks.add("untranslated", |document| {
                let unit = series.unit.as_str();
                let message = message!("checks-untranslated-unit", unit = unit);
                let hint = message!("checks-untranslated-hint", field = "unit_ja");
                let place = place(document, List::Series, index, "unit");
                (place, message, Some(hint))
            });
        }
    }
}

/// Whether anything that stands in the file is named in Japanese.
pub(super) fn is_bilingual(timeline: &Timeline) -> bool {
    let is_named = |list: List| {
        (0..timeline.count(list)).any(|index| {
            let [_, japanese] = timeline.names_of(list, index);
            !is_blank(japanese) && is_written(timeline, list, index)
        })
    };
    !is_blank(timeline.title_ja.as_deref())
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
    !is_blank(main) && is_blank(japanese) && !is_japanese
}

fn is_blank(name: Option<&str>) -> bool {
    name.is_none_or(|name| name.trim().is_empty())
}

/// An entry's id, or its name where it has none.
fn called(timeline: &Timeline, list: List, index: usize) -> String {
    let id = timeline.id_of(list, index);
    let name = id.or_else(|| timeline.title_of(list, index));
    name.unwrap_or_default().to_owned()
}

/// The fields of the two names.
fn field(list: List) -> (&'static str, &'static str) {
    match list {
        List::Categories | List::Actors => ("name", "name_ja"),
        _ => ("title", "title_ja"),
    }
}

/// The bytes of a field of an entry.
fn place(document: &Document, list: List, index: usize, field: &str) -> Range<usize> {
    let entry = document.timeline.range_of(list, index);
    let entry = entry.map_or(0..0, |place| place.range());
    document.place_in(entry, |node| node.field(&document.text, field))
}
