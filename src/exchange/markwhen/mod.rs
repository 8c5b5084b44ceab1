//! markwhen: a timeline in lines of plain text (<https://docs.markwhen.com>, `mark-when/parser`).
//!
//! A line `date: words #tag` is an event, lines `key: value` below it are its properties, and what follows up to the next
//! event or section is its text. Before the first event stands a header with the title and the colours of tags.
//!
//! What is written has a section and a tag for each category, since markwhen makes lanes of sections and takes colours
//! from tags. Its dates are years, months and days of four digits, ranges of them, `now` for an open end, and years BCE; a
//! date that says more is kept in the property `when`, which holds as long as the date before the colon is still the one
//! that was written. Quotations, figures, stories and shapes are lost. A backslash keeps a letter or a line from meaning
//! something to markwhen.
//!
//! `now`, and a month without a year, are wherever the reader's clock stands: they are no dates here. Dates that hang on
//! others are counted from those, if they stand above.

mod amounts;
mod dates;
mod properties;
mod read;
#[cfg(test)]
mod tests;
mod text;
mod write;

pub(super) use read::read;
pub(super) use write::write;
