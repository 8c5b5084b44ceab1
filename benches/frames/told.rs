//! A generated timeline of any size with a story to tell.

use crate::generated;

/// The id of the story in [`timeline`].
pub(crate) const STORY: &str = "told";
/// And its steps.
const STEPS: usize = 16;

/// A generated timeline with a story to and fro through all of its years: events alone, chains of links and stretches
/// of time by turns, from as near as the event asks for to the whole history, every fourth among the events of one
/// category.
pub(crate) fn timeline(count: usize) -> String {
    let mut text = generated::timeline(count);
    let steps: Vec<_> = (0..STEPS).map(|at| step(at, count, &text)).collect();
    text.truncate(text.trim_end().trim_end_matches(')').len());
    let title = "title: \"From one end to the other\"";
    let steps = steps.join(",\n        ");
    text.push_str(&format!(
        "    stories: [(id: \"{STORY}\", {title}, steps: [\n        {steps},\n    ])],\n)\n"
    ));
    text
}

fn step(at: usize, count: usize, text: &str) -> String {
    // The file is not in order of time, so far from one another in it is far in time as well.
    let event = |more: usize| format!("e{}", (at * 7_919 + more * 104_729) % count.max(1));
    let (told, also, last) = (event(0), event(1), event(2));
    let year = year(text, &told);
    let window = match at % 5 {
        0 => String::new(),
        1 => format!("window: \"{year}\", "),
        2 => format!("window: \"{}/{}\", ", year - 2, year + 2),
        3 => format!("window: \"{}/{}\", ", year - 12, year + 12),
        _ => "window: \"1853/2025\", ".to_owned(),
    };
    let show = match at % 3 {
        0 => String::new(),
        1 => format!("show: Links, events: [\"{also}\", \"{last}\"], "),
        _ => format!("show: Window, events: [\"{also}\", \"{last}\"], "),
    };
    let filter = match at % 4 {
        3 => "filter: \"category:c2\", ",
        _ => "",
    };
    format!("(event: \"{told}\", {window}{show}{filter}note: \"Ask first.\")")
}

/// The year in which an event begins.
fn year(text: &str, id: &str) -> u64 {
    let entry = text.split_once(&format!("id: \"{id}\", when: \""));
    let year = entry.and_then(|(_, when)| when.get(..4)?.parse().ok());
    year.unwrap_or(1900)
}
