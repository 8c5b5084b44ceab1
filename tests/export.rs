//! Pictures on their way out: how they look, and what holds of any of them.

#![expect(
    clippy::expect_used,
    reason = "a test that cannot go on should say why"
)]

#[path = "export/goldens.rs"]
mod goldens;
#[path = "export/handouts.rs"]
mod handouts;
#[path = "export/pages.rs"]
mod pages;
#[path = "export/vectors.rs"]
mod vectors;

use std::sync::atomic::AtomicBool;

use transpacific::document::{Document, Timeline};
use transpacific::export::{Drawn, ExportError, Form, Look, Poster, picture, poster};
use transpacific::scene::{Size, Theme};
use transpacific::state::{Query, SearchIndex, home};
use transpacific::time::Lang;

/// The timeline that people see first.
const SHIPPED: &str = include_str!("../timeline.ron");
/// A small one with a mark of every shape, an interval, dates in doubt, an open end, Japanese, figures and links.
const SMALL: &str = include_str!("export/small.ron");

/// A timeline as it is to be drawn.
struct Wish {
    timeline: Timeline,
    theme: Theme,
    lang: Lang,
    filter: &'static str,
}

impl Wish {
    fn of(text: &str) -> Self {
        Self {
            timeline: Document::parse("test.ron", text).timeline,
            theme: Theme::light(),
            lang: Lang::En,
            filter: "",
        }
    }

    fn with<T>(&self, draw: impl FnOnce(&Look<'_>) -> T) -> T {
        let query = Query::parse(self.filter);
        let selection = SearchIndex::new(&self.timeline).select(&self.timeline, &query);
        draw(&Look {
            timeline: &self.timeline,
            selection: &selection,
            window: home(&self.timeline),
            theme: &self.theme,
            lang: self.lang,
            era_ruler: false,
        })
    }

    fn drawn(&self, (width, height): (f32, f32), form: Form) -> Result<Drawn, ExportError> {
        let size = Size { width, height };
        self.with(|look| picture(look, size, form, &AtomicBool::new(false)))
    }

    fn text(&self, size: (f32, f32), form: Form) -> String {
        let drawn = self.drawn(size, form).expect("a picture");
        String::from_utf8(drawn.bytes).expect("text")
    }

    fn poster(&self, wanted: &Poster) -> Result<Drawn, ExportError> {
        self.with(|look| poster(look, wanted, &AtomicBool::new(false)))
    }
}
