//! What has been chosen; kept until the program ends.

use crate::document::{Id, Story, Timeline};
use crate::exchange::Format;
use crate::export::{Colours, Leaf, Paper};
use crate::messages::{Message, message};
use crate::state::CitationStyle;
use crate::time::Lang;

/// Everything that can be chosen, whether it matters to what is written now or not.
#[derive(Debug, Clone)]
pub(super) struct Choices {
    pub(super) what: What,
    /// The whole timeline rather than what the window shows.
    pub(super) whole: bool,
    /// In other colours than what is usual for the product.
    pub(super) colours: Option<Colours>,
    /// In another language than the window's.
    pub(super) lang: Option<Lang>,
    pub(super) file: Kind,
    pub(super) size: Measure,
    /// Pixels for a point.
    pub(super) scale: u8,
    pub(super) transparent: bool,
    pub(super) embeds: bool,
    pub(super) paper: Paper,
    pub(super) is_portrait: bool,
    /// Metres; what is usual for the paper when none was chosen.
    pub(super) distance: Option<f32>,
    pub(super) tiles: Option<Paper>,
    /// The sheet that a class gets, and whether it is written with its answers.
    pub(super) leaf: Leaf,
    pub(super) answers: bool,
    /// The story whose events are handed out, in its order.
    pub(super) story: Option<Id>,
    pub(super) style: CitationStyle,
    pub(super) sheet: Paper,
    pub(super) format: Format,
}

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Picture,
    Poster,
    Handout,
    Page,
    Other,
}

/// In which form a picture is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Png,
    Svg,
    Pdf,
}

/// How large a picture is, in points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    Wide,
    Slide,
    Page,
}

impl Default for Choices {
    fn default() -> Self {
        Self {
            what: What::Picture,
            whole: true,
            colours: None,
            lang: None,
            file: Kind::Png,
            size: Measure::Wide,
            scale: 2,
            transparent: false,
            embeds: true,
            paper: Paper::A3,
            is_portrait: false,
            distance: None,
            tiles: None,
            leaf: Leaf::Reading,
            answers: false,
            story: None,
            style: CitationStyle::Chicago,
            sheet: Paper::A4,
            format: Format::TimelineJs,
        }
    }
}

impl Choices {
    /// The story that is chosen, while there is one of that name.
    pub(super) fn story_of<'a>(&self, timeline: &'a Timeline) -> Option<&'a Story> {
        timeline.story(self.story.as_deref()?)
    }
}

impl What {
    pub(super) const ALL: [Self; 5] = [
        Self::Picture,
        Self::Poster,
        Self::Handout,
        Self::Page,
        Self::Other,
    ];

    pub(super) const fn name(self) -> Message {
        match self {
            Self::Picture => message!("share-picture"),
            Self::Poster => message!("share-poster"),
            Self::Handout => message!("share-handout"),
            Self::Page => message!("share-page"),
            Self::Other => message!("share-other"),
        }
    }

    pub(super) const fn says(self) -> Message {
        match self {
            Self::Picture => message!("share-picture-says"),
            Self::Poster => message!("share-poster-says"),
            Self::Handout => message!("share-handout-says"),
            Self::Page => message!("share-page-says"),
            Self::Other => message!("share-other-says"),
        }
    }
}

impl Kind {
    pub(super) const fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Pdf => "pdf",
        }
    }
}

impl Measure {
    /// Width and height in points.
    pub(super) const fn points(self) -> (f32, f32) {
        match self {
            Self::Wide => (1600.0, 1000.0),
            Self::Slide => (1600.0, 900.0),
            Self::Page => (1000.0, 1400.0),
        }
    }
}
