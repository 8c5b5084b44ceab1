//! iCalendar: what calendars exchange, RFC 5545 (<https://www.rfc-editor.org/rfc/rfc5545>).
//!
//! A calendar knows days and clock times of the years 1 to 9999, no months, years, doubts or open ends, so that a date of
//! ours is written as the days it touches, and as it is in `X-TRANSPACIFIC-WHEN`. What else a calendar has no word for is
//! kept the same way, in properties that other programs pass over; it is read back only as long as the calendar's own
//! words still say the same. Quotations, figures, stories, colours and Japanese names of categories are lost.
//!
//! The crate `icalendar` is asked for the values of dates alone. Its parser gives up the whole file for one bad line, and
//! takes no text apart before it has all; its folding counts letters where the standard counts bytes, and counts them from
//! the start of the line each time, which a long description makes quadratic. So [`lines`] cuts and folds lines here. A
//! file whose letters of several bytes are cut by folding, as the standard's first readers did it, is put together before
//! it is decoded ([`unfolded`]).

mod dates;
mod entry;
mod lines;
mod read;
#[cfg(test)]
mod tests;
mod write;

pub(super) use lines::unfolded;
pub(super) use read::read;
pub(super) use write::write;

/// What programs of ours call themselves; a calendar that has it was written here and not changed since.
const PRODUCT: &str = "-//Transpacific//Timeline//EN";
/// How the ids of ours end in a calendar, after an `@` and the number of the timeline.
const SUFFIX: &str = ".transpacific";
/// What stands before the kinds of links that the standard has no word for.
const KIND: &str = "X-";

/// The properties of ours.
mod own {
    pub(super) const WHEN: &str = "X-TRANSPACIFIC-WHEN";
    /// `ERA` makes an era of an event.
    pub(super) const KIND: &str = "X-TRANSPACIFIC-KIND";
    pub(super) const TITLE: &str = "X-TRANSPACIFIC-TITLE";
    pub(super) const TITLE_JA: &str = "X-TRANSPACIFIC-TITLE-JA";
    pub(super) const ACTOR: &str = "X-TRANSPACIFIC-ACTOR";
    /// An object of JSON.
    pub(super) const SOURCE: &str = "X-TRANSPACIFIC-SOURCE";
}
