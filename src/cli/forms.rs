//! The forms that `export` writes: their words, and how their files end.

use crate::exchange;
use crate::export::Leaf;

/// What `export` writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Svg,
    Png,
    Pdf,
    Page,
    Notes,
    Sheets(Leaf),
    Json,
    Foreign(exchange::Format),
}

/// The forms, the words for them, and what the help says.
pub(super) fn formats() -> Vec<(Format, &'static str, &'static str)> {
    let own = [
        (Format::Svg, "svg", "A picture in vectors, its text as text"),
        (Format::Png, "png", "A picture in pixels"),
        (
            Format::Pdf,
            "pdf",
            "A picture or a poster on pages, its text as text, its sources as links",
        ),
        (
            Format::Page,
            "page",
            "A web page that needs no network: to zoom, to search and to read",
        ),
        (
            Format::Notes,
            "notes",
            "The notes of a story for a telephone, as a web page that needs no network",
        ),
        (
            Format::Sheets(Leaf::Reading),
            "handout",
            "The events to read on paper, with their quotations and sources (PDF)",
        ),
        (
            Format::Sheets(Leaf::Dates),
            "worksheet-dates",
            "A worksheet that asks for the dates (PDF)",
        ),
        (
            Format::Sheets(Leaf::Titles),
            "worksheet-titles",
            "A worksheet that asks what happened (PDF)",
        ),
        (
            Format::Json,
            "json",
            "Everything, each event with its earliest and latest day",
        ),
    ];
    let others = exchange::Format::ALL.into_iter();
    let others = others.filter(|format| format.is_written());
    let others = others.map(|format| (Format::Foreign(format), format.word(), format.name()));
    own.into_iter().chain(others).collect()
}

/// Forms by the endings of their files.
pub(super) const ENDINGS: &[(&str, Format)] = &[
    ("svg", Format::Svg),
    ("png", Format::Png),
    ("pdf", Format::Pdf),
    ("html", Format::Page),
    ("htm", Format::Page),
    ("json", Format::Json),
    ("csv", Format::Foreign(exchange::Format::Csv)),
    ("ics", Format::Foreign(exchange::Format::ICalendar)),
    ("mw", Format::Foreign(exchange::Format::Markwhen)),
];

impl Format {
    /// Whether it is a picture, in its own size or on paper.
    pub(super) const fn is_picture(self) -> bool {
        matches!(self, Self::Svg | Self::Png | Self::Pdf)
    }

    /// The sort of sheet for a class that this is.
    pub(super) const fn sheet(self) -> Option<Leaf> {
        match self {
            Self::Sheets(leaf) => Some(leaf),
            _ => None,
        }
    }
}
