//! vis-timeline: items, or items and groups, as JSON (<https://visjs.github.io/vis-timeline/docs/timeline/>, "Data Format").
//!
//! An item has a `start`, an `end` if it lasts, and words in HTML; a group is what a category is to us; an item of the
//! type `background` is an era. vis passes over fields that it does not know, so that what it has no word for is kept in a
//! field `transpacific`: the date with its precision, the second title, who takes part, sources, links. The date in it
//! holds as long as `start` and `end` still say the same. Quotations, figures, stories and shapes are lost.
//!
//! A number is the milliseconds since 1970, as in JavaScript. Midnight in UTC is taken for the whole day, since that is what
//! a day becomes when a program turns it into JSON. An `end` is read as it stands: who writes `1945-09-02` and
//! `1952-04-28` by hand means the day on which something ended.

mod dates;
mod read;
#[cfg(test)]
mod tests;
mod write;

pub(super) use read::read;
pub(super) use write::write;

/// The field of ours in items and groups.
const OWN: &str = "transpacific";
