//! Sheets for a class: the events to read, with their quotations and sources, and worksheets with the dates or the names
//! left out, each with its answers.
//!
//! ```text
//! events → words in rows (reading, worksheet) → columns (row) → pages (pages) → SVG → PDF
//! ```
//!
//! Nothing of a story's notes is on any of them: they are for the teacher.

mod cover;
mod flow;
mod pages;
mod reading;
mod row;
mod strip;
mod wording;
mod worksheet;
mod writer;

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::document::{Story, Timeline};
use crate::scene::Fonts;
use crate::state::CitationStyle;

use super::ExportError;
use super::lettering::missing;
use super::paper::Paper;
use super::pdf::{Booklet, Bookmark, Page, Placed, pdf};
use super::picture::{Drawn, Look};
use super::svg::{Drawing, Lettering, svg};

pub use pages::{Folio, Layer};

/// What is handed out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Handout {
    /// Upright; A4 and Letter have two columns, larger paper more.
    pub paper: Paper,
    /// What stands on it.
    pub kind: Leaf,
    /// How the sources are cited.
    pub style: CitationStyle,
    /// The story whose events they are, in its order; an index into [`Timeline::stories`]. Else the events are those of
    /// the selection, in order of time.
    pub story: Option<usize>,
}

/// A sort of sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaf {
    /// To read: what happened, who says so, and where.
    Reading,
    /// A worksheet that asks for the dates.
    Dates,
    /// A worksheet that asks for the names of the events.
    Titles,
    /// The answers to [`Leaf::Dates`].
    DatesKey,
    /// The answers to [`Leaf::Titles`].
    TitlesKey,
}

/// What a worksheet asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asks {
    Dates,
    Titles,
}

/// Events on a handout, at most.
const MOST: usize = 2_000;

/// How much there is on a handout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// Events that stand on it.
    pub events: usize,
    /// Sheets of paper, printed on one side.
    pub pages: usize,
}

impl Leaf {
    /// The answers to a worksheet; of what asks nothing, itself.
    #[must_use]
    pub const fn answered(self) -> Self {
        match self.asks() {
            None => Self::Reading,
            Some(Asks::Dates) => Self::DatesKey,
            Some(Asks::Titles) => Self::TitlesKey,
        }
    }

    const fn asks(self) -> Option<Asks> {
        match self {
            Self::Reading => None,
            Self::Dates | Self::DatesKey => Some(Asks::Dates),
            Self::Titles | Self::TitlesKey => Some(Asks::Titles),
        }
    }

    const fn is_key(self) -> bool {
        matches!(self, Self::DatesKey | Self::TitlesKey)
    }
}

impl Handout {
    fn story_of<'t>(&self, timeline: &'t Timeline) -> Option<&'t Story> {
        timeline.stories.get(self.story?)
    }

    /// The events that are on it, in the order in which they stand.
    fn events(&self, look: &Look<'_>) -> Result<Vec<usize>, ExportError> {
        let is_in_view = |event: usize| {
            let event = look.timeline.events.get(event);
            event.is_some_and(|event| {
                let selected = look.selection;
                event.when.extent().overlaps(look.window.span()) && selected.is_on(event.category)
            })
        };
        let mut events: Vec<usize> = match self.story_of(look.timeline) {
            Some(story) => {
                let is_selected = |event: &usize| {
                    let found = look.timeline.events.get(*event);
                    found.is_some_and(|found| look.selection.contains(*event, found.category))
                };
                told(story).into_iter().filter(is_selected).collect()
            }
            None => look.selection.iter().map(|event| event as usize).collect(),
        };
        events.retain(|event| is_in_view(*event));
        match events.len() {
            0 => return Err(ExportError::NoEvents),
            count if count > MOST => return Err(ExportError::TooManyEvents(count, MOST)),
            _ => {}
        }
        if self.kind.asks() == Some(Asks::Dates) {
            worksheet::shuffled(&mut events);
        }
        Ok(events)
    }
}

/// The events of a story's steps in their order, each once: the one that a step is about, then those that it points out.
fn told(story: &Story) -> Vec<usize> {
    let steps = story.steps.iter();
    let events = steps.flat_map(|step| step.event.into_iter().chain(step.events.iter().copied()));
    let mut known = BTreeSet::new();
    events.filter(|event| known.insert(*event)).collect()
}

/// The pages of a handout, before they are written.
pub fn folios(
    look: &Look<'_>,
    handout: &Handout,
    cancelled: &AtomicBool,
) -> Result<Vec<Folio>, ExportError> {
    let events = handout.events(look)?;
    pages::laid_out(look, handout, &events, &Fonts::bundled(), cancelled)
}

/// How much a handout will be. Lays it out, which takes most of the time that making it takes.
pub(super) fn extent(
    look: &Look<'_>,
    handout: &Handout,
    cancelled: &AtomicBool,
) -> Result<Extent, ExportError> {
    let events = handout.events(look)?;
    let folios = pages::laid_out(look, handout, &events, &Fonts::bundled(), cancelled)?;
    Ok(Extent {
        events: events.len(),
        pages: folios.len(),
    })
}

/// A handout in PDF.
pub fn handout(
    look: &Look<'_>,
    handout: &Handout,
    cancelled: &AtomicBool,
) -> Result<Drawn, ExportError> {
    let fonts = Fonts::bundled();
    let events = handout.events(look)?;
    let folios = pages::laid_out(look, handout, &events, &fonts, cancelled)?;
    let mut letters = BTreeSet::new();
    let mut booklet = Booklet {
        title: pages::title(look, handout, &events),
        lang: look.lang,
        pages: Vec::new(),
        bookmarks: Vec::new(),
    };
    for (page, folio) in folios.into_iter().enumerate() {
        if cancelled.load(Ordering::Relaxed) {
            return Err(ExportError::Cancelled);
        }
        let placed = folio.layers.iter().map(|layer| {
            letters.extend(missing(&layer.scene, &fonts));
            let drawing = Drawing {
                title: &booklet.title,
                ..look.drawing(&layer.scene, &fonts, false)
            };
            Placed {
                svg: svg(&drawing, Lettering::Bundled).into(),
                at: layer.at,
                shown: layer.shown,
            }
        });
        booklet.pages.push(Page {
            size: folio.size,
            pictures: placed.collect(),
            links: folio.links,
        });
        let bookmarks = folio.bookmarks.into_iter();
        booklet
            .bookmarks
            .extend(bookmarks.map(|(title, at)| Bookmark { title, page, at }));
    }
    Ok(Drawn {
        bytes: pdf(&booklet)?,
        missing: letters,
    })
}
