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

/// Why something cannot be written.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ExportError {
    /// More pixels than memory can be trusted to hold.
    #[error(
        "expected a picture of at most 200 million pixels, but {width:.0} × {height:.0} are more; choose a smaller scale"
    )]
    #[expect(missing_docs, reason = "the names say it")]
    TooLarge { width: f32, height: f32 },
    /// Letters so large leave no room on the paper.
    #[error(
        "expected larger paper or a shorter distance: on this paper letters can be read from {0} m at most"
    )]
    TooFar(f32),
    /// The paper is too low for a row in each lane.
    #[error(
        "expected larger paper or a shorter distance: there is no room for a row in every lane"
    )]
    TooManyLanes,
    /// More sheets than anybody glues.
    #[error("expected at most 400 sheets, but this poster takes {0}; choose larger ones")]
    TooManySheets(usize),
    /// More events than fit, and how many do.
    #[error(
        "expected at most {1} events, but there are {0}; choose fewer with a filter or a shorter time"
    )]
    TooManyEvents(usize, usize),
    /// A sheet of paper with nothing on it.
    #[error(
        "there is no event to put on a handout; ask for another stretch of time, another filter or another story"
    )]
    NoEvents,
    /// Nobody wants it any more.
    #[error("cancelled")]
    Cancelled,
    /// The library that draws says no.
    #[error("the picture could not be drawn: {0}")]
    Picture(String),
}
