//! What a page says in words of its own. The script is handed the same table.

use serde::Serialize;

use crate::messages::say;
use crate::time::Lang;

/// What stands for a number or a name until the script fills it in.
const GAP: &str = "{}";

/// Everything that a page says, but for what the timeline says. [`GAP`] stands for a number or a name.
#[derive(Serialize)]
pub(super) struct Words {
    pub(super) timeline: String,
    pub(super) picture: String,
    pub(super) live: String,
    pub(super) search: String,
    pub(super) search_hint: String,
    pub(super) results: String,
    pub(super) found: String,
    pub(super) found_one: String,
    pub(super) found_none: String,
    pub(super) more: String,
    pub(super) cleared: String,
    pub(super) dark: String,
    pub(super) keys: String,
    pub(super) key_list: [(&'static str, String); 12],
    pub(super) close: String,
    pub(super) close_event: String,
    pub(super) previous: String,
    pub(super) next: String,
    pub(super) event: String,
    pub(super) of: String,
    pub(super) view: String,
    pub(super) earlier: String,
    pub(super) later: String,
    pub(super) zoom_in: String,
    pub(super) zoom_out: String,
    pub(super) fit: String,
    pub(super) fit_all: String,
    pub(super) years: String,
    pub(super) months: String,
    pub(super) days: String,
    pub(super) hours: String,
    pub(super) named: String,
    pub(super) ticks: String,
    pub(super) none_in_view: String,
    pub(super) outline: String,
    pub(super) outline_hint: String,
    pub(super) decades: String,
    pub(super) skip: String,
    pub(super) no_events: String,
    pub(super) category: String,
    pub(super) actors: String,
    pub(super) quotations: String,
    pub(super) connected: String,
    pub(super) sources: String,
    pub(super) unchecked: String,
    pub(super) kept: String,
    pub(super) foot: String,
    pub(super) month_names: Vec<String>,
}

impl Words {
    /// The words of a language.
    pub(super) fn of(lang: Lang) -> Self {
        Self {
            timeline: say!(lang, "page-timeline"),
            picture: say!(lang, "page-picture", title = GAP),
            live: say!(lang, "page-live", title = GAP),
            search: say!(lang, "page-search"),
            search_hint: say!(lang, "page-search-hint"),
            results: say!(lang, "page-results"),
            found: say!(lang, "page-found", count = GAP),
            found_one: say!(lang, "page-found-one"),
            found_none: say!(lang, "page-found-none"),
            more: say!(lang, "page-more", count = GAP),
            cleared: say!(lang, "page-cleared"),
            dark: say!(lang, "page-dark"),
            keys: say!(lang, "page-keys"),
            key_list: key_list(lang),
            close: say!(lang, "page-close"),
            close_event: say!(lang, "page-close-event"),
            previous: say!(lang, "page-previous"),
            next: say!(lang, "page-next"),
            event: say!(lang, "page-event"),
            of: say!(lang, "page-of", place = GAP, count = GAP),
            view: say!(lang, "page-view"),
            earlier: say!(lang, "page-earlier"),
            later: say!(lang, "page-later"),
            zoom_in: say!(lang, "page-zoom-in"),
            zoom_out: say!(lang, "page-zoom-out"),
            fit: say!(lang, "page-fit"),
            fit_all: say!(lang, "page-fit-all"),
            years: say!(lang, "page-years", count = GAP),
            months: say!(lang, "page-months", count = GAP),
            days: say!(lang, "page-days", count = GAP),
            hours: say!(lang, "page-hours", count = GAP),
            named: say!(lang, "page-named", count = GAP),
            ticks: say!(lang, "page-ticks", count = GAP),
            none_in_view: say!(lang, "page-none-in-view"),
            outline: say!(lang, "page-outline"),
            outline_hint: say!(lang, "page-outline-hint"),
            decades: say!(lang, "page-decades"),
            skip: say!(lang, "page-skip"),
            no_events: say!(lang, "page-no-events"),
            category: say!(lang, "page-category"),
            actors: say!(lang, "page-actors"),
            quotations: say!(lang, "page-quotations"),
            connected: say!(lang, "page-connected"),
            sources: say!(lang, "page-sources"),
            unchecked: say!(lang, "page-unchecked"),
            kept: say!(lang, "page-kept"),
            foot: say!(lang, "page-foot"),
            month_names: months(lang),
        }
    }
}

/// Keys, and what they do.
fn key_list(lang: Lang) -> [(&'static str, String); 12] {
    [
        ("← →", say!(lang, "page-key-walk")),
        ("↑ ↓", say!(lang, "page-key-lanes")),
        ("Home End", say!(lang, "page-key-ends")),
        ("[ ]", say!(lang, "page-key-connections")),
        ("Enter", say!(lang, "page-key-open")),
        ("Esc", say!(lang, "page-key-close")),
        ("+ −", say!(lang, "page-key-zoom")),
        ("Shift ← →, A D", say!(lang, "page-key-move")),
        ("F", say!(lang, "page-key-centre")),
        ("0", say!(lang, "page-key-all")),
        ("/", say!(lang, "page-key-search")),
        ("?", say!(lang, "page-key-these")),
    ]
}

fn months(lang: Lang) -> Vec<String> {
    let names = say!(lang, "page-month-names");
    names.split_whitespace().map(str::to_owned).collect()
}

/// A sentence with its gap filled.
pub(super) fn filled(sentence: &str, with: &str) -> String {
    sentence.replacen(GAP, with, 1)
}
