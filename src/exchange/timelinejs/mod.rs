//! TimelineJS (Knight Lab): what its JSON and its spreadsheet share, and the JSON itself.
//!
//! The format: <https://timeline.knightlab.com/docs/json-format.html>; where that is silent the program's own source
//! decides (`TimelineConfig.js`, `TLDate.js`). A timeline is a title, slides and eras. A year before the common era is a
//! negative number and is shown as that number with "BCE", so -44 is 44 BCE, astronomically -0043; a year 0 is taken as
//! 1 BCE. On the scale "cosmological" a date is a year alone.
//!
//! Read as well: the older form with `timeline.date` and `startDate: "1971,8,15"`, and a file that puts the whole into a
//! variable of JavaScript or into the call of a function.
//!
//! What TimelineJS cannot carry, and what is written in its place:
//!
//! - Dates that are uncertain, open, of a season or a decade, or have a zone get the nearest start and end, and say in
//!   `display_date` what they mean. Such words win when they are read, if they say what the parts cannot and the parts lie
//!   within them; where both say the same sort of thing the parts win, since they are what the author placed the slide by.
//! - Sources go to the end of a slide's text, as a list of links, and are found there again.
//! - Excerpts, links between events, actors, significance, series, stories, a second title: lost, and said.

mod date;
mod json;
mod markup;
mod slide;
#[cfg(test)]
mod tests;
mod unsaid;
mod write;

pub(super) use json::read;
pub(super) use slide::{Date, Deck, Media, Slide};
pub(super) use unsaid::unsaid;
pub(super) use write::{deck, write};
