//! What somebody asks to have made of a timeline, in the window or on the command line.

use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;

use crate::document::Timeline;
use crate::scene::{Size, Theme};
use crate::state::Selection;
use crate::time::{Lang, TimeWindow};

use super::ExportError;
use super::handout::{self, Extent, Handout, handout};
use super::page::{Start, page};
use super::picture::{Drawn, Form, Look, picture};
use super::poster::{Poster, poster};

/// All that a file depends on beside the timeline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Order {
    /// What is made.
    pub product: Product,
    /// The stretch of time shown.
    pub window: TimeWindow,
    /// In which colours.
    pub colours: Colours,
    /// Language of names and dates.
    pub lang: Lang,
    /// Whether a picture has a ruler of the Japanese eras under its axis.
    pub era_ruler: bool,
}

/// What is made.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Product {
    /// A picture in its own size, in points.
    Picture(Size, Form),
    /// A picture on paper.
    Poster(Poster),
    /// A page of the web, in the colours that it starts in; those of the order do not matter.
    Page(Start),
    /// Sheets for a class.
    Handout(Handout),
}

/// The colours of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Colours {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
    /// Black on white paper.
    Print,
}

impl Colours {
    fn theme(self) -> Theme {
        match self {
            Self::Light => Theme::light(),
            Self::Dark => Theme::dark(),
            Self::Print => Theme::print(),
        }
    }
}

impl Order {
    fn look<'a>(
        &self,
        timeline: &'a Timeline,
        selection: &'a Selection,
        theme: &'a Theme,
    ) -> Look<'a> {
        Look {
            timeline,
            selection,
            window: self.window,
            theme,
            lang: self.lang,
            era_ruler: self.era_ruler,
        }
    }
}

/// How much a handout will be, before it is made; nothing for what is none. May take long.
pub fn extent(
    timeline: &Timeline,
    selection: &Selection,
    order: &Order,
    cancelled: &AtomicBool,
) -> Result<Option<Extent>, ExportError> {
    let Product::Handout(wanted) = &order.product else {
        return Ok(None);
    };
    let theme = order.colours.theme();
    let look = order.look(timeline, selection, &theme);
    handout::extent(&look, wanted, cancelled).map(Some)
}

/// Makes what was ordered of the events that are selected.
pub fn made(
    timeline: &Timeline,
    selection: &Selection,
    order: &Order,
    cancelled: &AtomicBool,
) -> Result<Drawn, ExportError> {
    let theme = order.colours.theme();
    let look = order.look(timeline, selection, &theme);
    match order.product {
        Product::Picture(size, form) => picture(&look, size, form, cancelled),
        Product::Poster(wanted) => poster(&look, &wanted, cancelled),
        Product::Page(start) => {
            let (bytes, missing) = (page(&look, start, cancelled)?.into_bytes(), BTreeSet::new());
            Ok(Drawn { bytes, missing })
        }
        Product::Handout(wanted) => handout(&look, &wanted, cancelled),
    }
}
