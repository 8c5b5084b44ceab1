//! The folded texts and the figures of some events that follow one another, laid out for searching.
//!
//! The parts of a text stand between line feeds, which folded text never contains, so that no phrase runs from a title
//! into a summary or from one event into the next, and the texts of a block can be searched as one.
//!
//! Invariant: the texts of each row end with a line feed.

use memchr::memmem::Finder;

/// Events of a block: few enough that a block's rows and texts stay in a core's cache. The tests want several blocks of
/// few events.
pub(super) const BLOCK: usize = if cfg!(test) { 16 } else { 8192 };

/// The rows of some events that follow one another.
#[derive(Debug, Default)]
pub(super) struct Block {
    /// The number of the first event.
    pub(super) first: usize,
    pub(super) rows: Vec<Row>,
    /// The folded texts, one after the other.
    pub(super) texts: String,
    /// The actors of each event, one after the other.
    pub(super) actors: Vec<u32>,
    /// All sources of each event, those of its excerpts too, each once.
    pub(super) sources: Vec<u32>,
}

/// What the tests need to know of an event, close together in memory. Each of its parts begins where that of the row
/// before ends.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Row {
    pub(super) text_end: usize,
    pub(super) actors_end: u32,
    pub(super) sources_end: u32,
    /// Its place among the dates.
    pub(super) date: u32,
    pub(super) category: u32,
    pub(super) significance: u8,
    /// How many of its texts are titles: they come first.
    pub(super) titles: u8,
    /// Which kinds it is of (`Kind::bit`).
    pub(super) kinds: u8,
}

impl Block {
    /// Calls this with each row whose texts contain what the finder looks for, and with the byte of the first place, as
    /// long as it says to go on.
    pub(super) fn visit_hits(
        &self,
        finder: &Finder<'_>,
        mut go_on: impl FnMut(usize, usize) -> bool,
    ) {
        let texts = self.texts.as_bytes();
        let (mut at, mut row) = (0, 0);
        while let Some(found) = texts.get(at..).and_then(|rest| finder.find(rest)) {
            row = self.row_around(at + found, row);
            let Some(hit) = self.rows.get(row) else {
                return;
            };
            if !go_on(row, at + found) {
                return;
            }
            // What else the event says is no matter.
            at = hit.text_end;
            row += 1;
        }
    }

    /// The row whose texts hold this byte, not before this row: nearly always a few rows on.
    fn row_around(&self, byte: usize, from: usize) -> usize {
        let ends_before = |row: &Row| row.text_end <= byte;
        let (mut low, mut step) = (from, 1);
        while self.rows.get(low + step - 1).is_some_and(ends_before) {
            low += step;
            step *= 2;
        }
        let high = (low + step).min(self.rows.len());
        let rows = self.rows.get(low..high).unwrap_or_default();
        low + rows.partition_point(ends_before)
    }

    /// The row before, or where the first begins.
    fn before(&self, row: usize) -> Row {
        let before = row.checked_sub(1).and_then(|before| self.rows.get(before));
        before.copied().unwrap_or_default()
    }

    /// The folded texts of an event.
    pub(super) fn text(&self, row: usize) -> &str {
        let end = self.rows.get(row).map_or(0, |row| row.text_end);
        self.texts
            .get(self.before(row).text_end..end)
            .unwrap_or_default()
    }

    /// Whether this byte of a row's texts stands in a title.
    pub(super) fn is_in_titles(&self, row: usize, byte: usize) -> bool {
        let start = self.before(row).text_end;
        let before = self.texts.as_bytes().get(start..byte).unwrap_or_default();
        memchr::memchr_iter(b'\n', before).count() < self.title_count(row)
    }

    fn title_count(&self, row: usize) -> usize {
        self.rows.get(row).map_or(0, |row| row.titles).into()
    }

    /// The folded titles of an event: the main one, the Japanese one and how that is read.
    pub(super) fn titles(&self, row: usize) -> impl Iterator<Item = &str> {
        self.text(row).split('\n').take(self.title_count(row))
    }

    pub(super) fn actors(&self, row: usize) -> &[u32] {
        let end = self.rows.get(row).map_or(0, |row| row.actors_end);
        self.actors
            .get(self.before(row).actors_end as usize..end as usize)
            .unwrap_or_default()
    }

    pub(super) fn sources(&self, row: usize) -> &[u32] {
        let end = self.rows.get(row).map_or(0, |row| row.sources_end);
        self.sources
            .get(self.before(row).sources_end as usize..end as usize)
            .unwrap_or_default()
    }
}

/// An index in half the room. One out of bounds is in no set.
pub(super) fn small(index: impl TryInto<u32>) -> u32 {
    index.try_into().unwrap_or(u32::MAX)
}
