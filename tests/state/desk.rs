//! A workspace with hands: short names for what a test does over and over.

use std::collections::BTreeMap;
use std::path::PathBuf;

use transpacific::app::built_in;
use transpacific::document::Document;
use transpacific::state::{
    Action, Effect, FilterAction, Loaded, Origin, PanelAction, Saved, ViewAction, Walk, Workspace,
};
use transpacific::time::{TimeWindow, When};

/// Three lanes, of which the middle one is empty; a link forth and one back; an open end.
pub(crate) const SMALL: &str = r#"Timeline(title: "Small", categories: [
    (id: "top", name: "Top"), (id: "empty", name: "Empty"), (id: "low", name: "Low"),
],
sources: [(id: "book", title: "Book", gists: ["One.", "Two."])],
events: [
    (id: "a", when: "1950-03-01", title: "Alpha", category: "top", summary: "First.", significance: 5,
     links: [(to: "c", kind: LedTo)]),
    (id: "b", when: "1955", title: "Beta", category: "low", summary: "Second.",
     excerpts: [(source: "book", paragraph: 2, quote: "two words", stance: Supports)]),
    (id: "c", when: "1960-05/1965-06", title: "Gamma", category: "top", summary: "Third.",
     links: [(to: "e", kind: LedTo)]),
    (id: "d", when: "1970-01-02T03:04:05+09:00", title: "Delta", category: "low", summary: "Fourth.",
     links: [(to: "a", kind: Recalls)]),
    (id: "e", when: "1980/..", title: "Epsilon", category: "low", summary: "Fifth."),
    (id: "f", when: "1990-12-31", title: "Zeta", category: "top", summary: "Sixth."),
])"#;

/// Another file.
pub(crate) const OTHER: &str = r#"Timeline(title: "Other", categories: [(id: "only", name: "Only")], events: [
    (id: "x", when: "1600", title: "Old", category: "only", summary: ""),
    (id: "y", when: "1700-05", title: "Newer", category: "only", summary: ""),
])"#;

/// The workspace and what it asked the outside world for.
#[derive(Debug)]
pub(crate) struct Desk {
    pub(crate) workspace: Workspace,
    pub(crate) asked: Vec<Effect>,
}

/// A document read from a file at this path.
pub(crate) fn file(path: &str, text: &str) -> Loaded {
    let document = Document::parse(path, text);
    Loaded::new(Origin::File(PathBuf::from(path)), document, BTreeMap::new())
}

/// A stretch of time without its margins.
pub(crate) fn window(when: &str) -> TimeWindow {
    let when: When = when.parse().unwrap_or_else(|error| panic!("{error}"));
    TimeWindow::fit(when.extent(), 0.0)
}

/// The first day that a date may touch.
pub(crate) fn day(when: &str) -> f64 {
    window(when).start
}

impl Desk {
    pub(crate) fn small() -> Self {
        Self::open(file("/small.ron", SMALL), Saved::default())
    }

    pub(crate) fn shipped() -> Self {
        Self::open(built_in(), Saved::default())
    }

    pub(crate) fn open(loaded: Loaded, saved: Saved) -> Self {
        Self {
            workspace: Workspace::new(loaded, saved),
            asked: Vec::new(),
        }
    }

    pub(crate) fn act(&mut self, action: Action) -> &mut Self {
        self.asked.extend(self.workspace.apply(action));
        self
    }

    pub(crate) fn load(&mut self, loaded: Loaded) -> &mut Self {
        self.act(Action::Loaded(Box::new(loaded)))
    }

    pub(crate) fn select(&mut self, id: &str) -> &mut Self {
        self.act(Action::Select(Some(id.into())))
    }

    pub(crate) fn walk(&mut self, walk: Walk) -> &mut Self {
        self.act(Action::Walk(walk))
    }

    pub(crate) fn view(&mut self, action: ViewAction) -> &mut Self {
        self.act(Action::View(action))
    }

    pub(crate) fn panel(&mut self, action: PanelAction) -> &mut Self {
        self.act(Action::Panel(action))
    }

    pub(crate) fn filter(&mut self, query: &str) -> &mut Self {
        self.act(Action::Filter(FilterAction::Set(query.to_owned())))
    }

    /// Lets a flight end, in frames.
    pub(crate) fn land(&mut self) -> &mut Self {
        // No flight takes longer than 1.2 seconds.
        for _ in 0..10 {
            self.view(ViewAction::Advance(0.13));
        }
        assert!(!self.workspace.view().is_flying(), "a flight without end");
        self
    }

    /// The id of the event that is read.
    pub(crate) fn selected(&self) -> Option<&str> {
        self.workspace.selected().map(|(_, event)| &*event.id)
    }

    /// The stretch in view.
    pub(crate) fn seen(&self) -> TimeWindow {
        self.workspace.view().window()
    }

    /// The ids of the events that the filter shows.
    pub(crate) fn shown(&self) -> Vec<&str> {
        let events = &self.workspace.timeline().events;
        let shown = self.workspace.filter().selection().iter();
        shown
            .filter_map(|index| events.get(index as usize))
            .map(|event| &*event.id)
            .collect()
    }
}

/// Whether two windows are the same to the eye.
pub(crate) fn alike(a: TimeWindow, b: TimeWindow) -> bool {
    let slack = 1e-6 * a.days.max(b.days);
    (a.start - b.start).abs() <= slack && (a.days - b.days).abs() <= slack
}
