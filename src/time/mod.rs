//! Time: what a date in the file means, where it lies on the axis, and how it is written for a reader.
//!
//! Duty: read EDTF (ISO 8601-2:2019, levels 0 to 2) into a [`When`], keep its precision and doubt, word it in
//! English and Japanese, and turn the visible stretch ([`TimeWindow`]) into points ([`TimeScale`]) and [`ticks()`].
//! This room knows nothing of events, files, fonts or colours, and imports nothing of ours but
//! [`messages`](crate::messages).
//!
//! Invariants:
//! - **One axis.** A position is an `f64` count of days since 1970-01-01T00:00 in the proleptic Gregorian *civil*
//!   calendar, without a zone. A moment stands at its civil time as written in the file: Pearl Harbor,
//!   `1941-12-07T07:48:00-10:30`, stands at 07:48 on 7 December, whatever the offset. Readers look for an event
//!   under the date their sources give it; [`When::sides_of_the_pacific`] says what the other clocks showed.
//! - **Half open.** A [`Span`] holds its start and not its end, so that neighbours touch without overlapping.
//! - **Total.** No text makes this room panic or overflow. Years beyond ±10¹⁵ days saturate there.
//! - **Years** are astronomical in numbers (0 is 1 BCE) and historical in words ("1 BCE").
//!
//! To read: `civil` (days and calendar), `reading` (one EDTF date taken apart), `bounds` (intervals and sets), `when`;
//! then `english`, `japanese` and `plain` for the words, `era`, `hint` for what went wrong, and `window`, `scale`, `step`, `ticks` for
//! the axis.

mod bounds;
mod civil;
mod covering;
mod decade;
mod display;
mod distance;
mod english;
mod era;
mod error;
mod flight;
mod hint;
mod japanese;
mod pacific;
mod plain;
mod reading;
mod readout;
mod scale;
mod shift;
mod span;
mod step;
mod ticks;
mod when;
mod window;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

pub use civil::{day_of_year_start, whole_day, year_of};
pub use decade::{decade_name, decade_of, year_when};
pub use distance::distance;
pub(crate) use english::MONTHS;
pub(crate) use era::names as era_names;
pub use era::{Era, eras};
pub use error::WhenError;
pub use flight::Flight;
pub use hint::{Meant, meant};
pub use readout::{display_at, display_stretch, display_window, stretch_and_length};
pub use scale::TimeScale;
pub use shift::End;
pub use span::Span;
pub use ticks::{Rank, Tick, ticks};
pub use when::{Precision, When};
pub use window::TimeWindow;

pub use crate::messages::Lang;
