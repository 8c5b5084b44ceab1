//! The picture and the document on their way out of the program: files to look at, to print, to read.
//!
//! All pictures come from the one [`Scene`](crate::scene::Scene): [`svg()`] writes it with one exhaustive match, [`png()`] and
//! [`pdf()`] draw that SVG. Pure: takes documents and scenes, gives bytes. Writing them anywhere is the affair of `file`.

pub mod cite;
mod handout;
mod html;
mod json;
mod lettering;
mod notes;
mod order;
mod page;
mod paper;
mod pdf;
mod picture;
mod png;
mod poster;
mod svg;

use std::fmt;

use crate::messages::{Lang, Message, message};

pub use handout::{Extent, Folio, Handout, Layer, Leaf, folios, handout};
pub use json::json;
pub use lettering::missing;
pub use notes::notes;
pub use order::{Colours, Order, Product, extent, made};
pub use page::{Start, page};
pub use paper::{MM, Paper};
pub use pdf::{Booklet, Bookmark, Page, PageLink, Placed, pdf};
pub use picture::{Drawn, Form, Look, picture};
pub use png::png;
pub use poster::{Poster, poster};
pub use svg::{Drawing, Lettering, svg};

/// Why something cannot be written; in English where it is said to a terminal.
#[derive(Debug, Clone, PartialEq)]
pub enum ExportError {
    /// More pixels than memory can be trusted to hold.
    #[expect(missing_docs, reason = "the names say it")]
    TooLarge { width: f32, height: f32 },
    /// Letters so large leave no room on the paper.
    TooFar(f32),
    /// The paper is too low for a row in each lane.
    TooManyLanes,
    /// More sheets than anybody glues.
    TooManySheets(usize),
    /// More events than fit, and how many do.
    TooManyEvents(usize, usize),
    /// A sheet of paper with nothing on it.
    NoEvents,
    /// Nobody wants it any more.
    Cancelled,
    /// The library that draws says no.
    Picture(String),
}

impl ExportError {
    /// The same in words for people, without a capital.
    pub fn message(&self) -> Message {
        match self {
            Self::TooLarge { width, height } => message!(
                "share-too-large",
                width = format!("{width:.0}"),
                height = format!("{height:.0}")
            ),
            Self::TooFar(metres) => message!("share-too-far", metres = metres.to_string()),
            Self::TooManyLanes => message!("share-too-many-lanes"),
            Self::TooManySheets(sheets) => {
                message!("share-too-many-sheets", sheets = sheets.to_string())
            }
            Self::TooManyEvents(events, most) => message!(
                "share-too-many-events",
                events = events.to_string(),
                most = most.to_string()
            ),
            Self::NoEvents => message!("share-no-events"),
            Self::Cancelled => message!("share-cancelled"),
            Self::Picture(why) => message!("share-not-drawn", why = why),
        }
    }
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().text(Lang::En))
    }
}

impl std::error::Error for ExportError {}
