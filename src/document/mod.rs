//! A timeline file: its text, what it says, and what is wrong with it.
//!
//! The text is the document; everything else is derived from it and can be made again. Reading never fails: a file
//! that is wrong from end to end gives an empty timeline and says why. Nothing here touches the disk or a screen.
//!
//! The way of a text: [`token`], [`lexer`] and [`quotes`] cut it into words, [`parser`], [`mend`] and [`recover`] into nested
//! values ([`syntax`]), [`outline`] into entries, [`entry`], [`event`] and [`read`] read those ([`runs`] on several threads), [`checks`]
//! and [`events`] resolve what refers to what; [`mod@review`] asks of the whole what a careful editor would. What is read of
//! an event stays in the text: [`words`], [`place`], [`few`]; [`colour`] tells its words apart for the eye. Invariants: every range lies inside the text on character
//! boundaries; one bad entry costs no other; time and memory are linear in the text.

mod article;
mod checks;
mod colour;
mod dates;
mod diagnostic;
mod difference;
mod edit;
mod entry;
mod event;
mod events;
mod few;
mod history;
mod ids;
mod keep;
mod lexer;
mod lines;
mod mend;
mod merge;
mod model;
pub mod notes;
mod outline;
mod parser;
mod patch;
mod place;
mod progress;
mod quotes;
mod raw;
mod read;
mod recover;
mod render;
mod review;
mod runs;
mod schema;
mod story;
mod suggest;
mod syntax;
#[cfg(test)]
mod tests;
mod token;
mod words;

use std::ops::Range;
use std::sync::Arc;

use crate::messages::{Lang, message};

pub use article::paragraphs;
pub use checks::is_web;
pub use colour::{Piece, pieces};
pub use diagnostic::{Diagnostic, Severity};
pub use difference::{changed, difference};
pub use edit::{Address, Complaint, Edit, EditError, Key, Made, Step as Way, Value, fresh};
pub use events::QUOTE_WORDS;
pub use few::{Few, Indexes};
pub use history::{History, Stepped};
pub use lines::{LineIndex, Position};
pub use merge::{Conflict, Merge, Side, is_torn, merge};
#[cfg(test)]
pub(crate) use model::Incoming;
pub use model::{
    Actor, Category, Connection, Era, Event, Excerpt, Id, Link, LinkKind, Point, Series, Shape,
    Shows, Source, SourceKind, Stance, Step, Story, Timeline, UNCATEGORISED,
};
pub use patch::{Patches, TextPatch};
pub use place::Place;
pub use progress::Progress;
pub use render::Located;
pub use review::{Articles, Misquoted, misquoted, review};
pub use schema::{FieldDef, Group, List, Sort};
pub(crate) use suggest::nearest;
pub use syntax::{Field, Kind, Node};
pub use words::Words;

/// A file as it was read.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// What the file is called in messages.
    pub name: String,
    /// The text, byte for byte; the words of the timeline stand in it.
    pub text: Arc<String>,
    /// What it says.
    pub timeline: Timeline,
    /// What is wrong with it, in the order of the text; at most a few hundred.
    pub diagnostics: Vec<Diagnostic>,
    /// Lines and columns of the text.
    pub lines: LineIndex,
    /// False when the bytes were not UTF-8: the text is then not what is on the disk.
    pub faithful: bool,
    /// Whether brackets, commas or quotation marks are wrong anywhere.
    pub is_torn: bool,
    /// The ids of events that cannot be read.
    unread: Vec<Id>,
    errors: usize,
    warnings: usize,
}

impl Document {
    /// Reads the bytes of a file.
    pub fn from_bytes(name: &str, bytes: Vec<u8>) -> Self {
        Self::from_bytes_watched(name, bytes, &Progress::new()).unwrap_or_default()
    }

    /// Reads the bytes of a file and says how far it has come. `None` when it has been called off.
    pub fn from_bytes_watched(name: &str, bytes: Vec<u8>, progress: &Progress) -> Option<Self> {
        let (text, problem) = decode(bytes);
        Self::read(name, text, problem, runs::Plan::usual(), progress)
    }

    /// Reads a text.
    pub fn parse(name: &str, text: impl Into<String>) -> Self {
        let plan = runs::Plan::usual();
        Self::read(name, text.into(), None, plan, &Progress::new()).unwrap_or_default()
    }

    fn read(
        name: &str,
        text: String,
        problem: Option<Diagnostic>,
        plan: runs::Plan,
        progress: &Progress,
    ) -> Option<Self> {
        let faithful = problem.is_none();
        let (text, too_large) = within_reach(text);
        let text = Arc::new(text);
        // Reading takes about four fifths of the time.
        progress.begin(text.len().saturating_add(text.len() / 4));
        let (raw, mut diagnostics) = read::read(&text, plan, progress)?;
        progress.reach(text.len());
        diagnostics.extend(problem.into_iter().chain(too_large));
        let is_torn = raw.torn;
        let unread = raw.events.unread.iter();
        let unread = unread.map(|name| Id::from(name.value.get(&text))).collect();
        let timeline = checks::resolve(raw, &text, &mut diagnostics, plan, progress);
        let (diagnostics, errors, warnings) = diagnostics.finish();
        let lines = LineIndex::new(&text);
        (!progress.is_cancelled()).then(|| Self {
            name: name.to_owned(),
            text,
            timeline,
            diagnostics,
            lines,
            faithful,
            is_torn,
            unread,
            errors,
            warnings,
        })
    }

    /// The name without the folders before it.
    pub fn file_name(&self) -> &str {
        self.name.rsplit(['/', '\\']).next().unwrap_or(&self.name)
    }

    /// Whether something in the file cannot be used as it is.
    pub fn is_broken(&self) -> bool {
        self.errors > 0
    }

    /// How many errors there are, those left out of [`Document::diagnostics`] included.
    pub fn errors(&self) -> usize {
        self.errors
    }

    /// How many warnings there are, those left out of [`Document::diagnostics`] included.
    pub fn warnings(&self) -> usize {
        self.warnings
    }

    /// Line and column of a byte.
    pub fn position(&self, offset: usize) -> Position {
        self.lines.position(&self.text, offset)
    }

    /// A diagnostic as people read it on a terminal.
    pub fn render(&self, diagnostic: &Diagnostic, lang: Lang) -> String {
        self.source().render(diagnostic, lang)
    }

    /// A diagnostic as other programs read it.
    pub fn located(&self, diagnostic: &Diagnostic) -> Located<'_> {
        self.source().located(diagnostic)
    }

    /// The tree of the entry in these bytes, such as an event's: what is where in it.
    pub fn tree(&self, range: Range<usize>) -> Node {
        syntax::value_at(&self.text, range.start).0
    }

    /// The bytes of a field's value in a source, or else where the source begins.
    pub fn source_field(&self, source: &Source, name: &str) -> Range<usize> {
        self.field_in(source.range.range(), name)
    }

    /// The bytes of a field's value in an entry, or else where the entry begins.
    fn field_in(&self, entry: Range<usize>, name: &str) -> Range<usize> {
        self.place_in(entry, |node| node.field(&self.text, name))
    }

    /// The bytes of what is found in the tree of an entry, or else where the entry begins.
    fn place_in(
        &self,
        entry: Range<usize>,
        find: impl FnOnce(&Node) -> Option<&Node>,
    ) -> Range<usize> {
        let small = entry.len() <= ENTRY;
        let node = small.then(|| self.tree(entry.clone()));
        match node.as_ref().and_then(find) {
            Some(found) => found.range.clone(),
            // An entry begins with its bracket, or with a name that somebody has put before it.
            None => {
                let first = self
                    .text
                    .get(entry.clone())
                    .and_then(|entry| entry.chars().next());
                entry.start..entry.start.saturating_add(first.map_or(0, char::len_utf8))
            }
        }
    }

    fn source(&self) -> render::Source<'_> {
        render::Source {
            name: &self.name,
            text: &self.text,
            lines: &self.lines,
        }
    }
}

/// Whether bytes look like a whole timeline rather than like one that is still being written: a closing bracket stands
/// last, comments aside.
pub fn looks_whole(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else {
        // Whoever reads it says what is wrong.
        return true;
    };
    text.rfind(')')
        .is_some_and(|close| token::trivia(text, close.saturating_add(1)).end == text.len())
}

/// Bytes of an entry in which a place is looked for: many larger ones would take long.
const ENTRY: usize = 1 << 20;

/// Bytes of a text, at most: places in it are held in half the room of a `usize`.
const LONGEST: usize = u32::MAX as usize;

/// The text, or an empty one with a word on why when it is too long to be read.
fn within_reach(text: String) -> (String, Option<Diagnostic>) {
    if text.len() <= LONGEST {
        return (text, None);
    }
    let message = message!("checks-too-large", bytes = text.len().to_string());
    let diagnostic = Diagnostic::error("too-large", 0..0, message);
    let diagnostic = diagnostic.hint(message!("checks-too-large-hint"));
    (String::new(), Some(diagnostic))
}

/// The text of a file, and what is wrong with how it is written in bytes.
fn decode(bytes: Vec<u8>) -> (String, Option<Diagnostic>) {
    let wide = match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => Some((rest, u16::from_le_bytes as fn([u8; 2]) -> u16)),
        [0xFE, 0xFF, rest @ ..] => Some((rest, u16::from_be_bytes as fn([u8; 2]) -> u16)),
        _ => None,
    };
    if let Some((rest, unit)) = wide {
        let (pairs, _) = rest.as_chunks::<2>();
        let units = pairs.iter().map(|&pair| unit(pair));
        let text = char::decode_utf16(units)
            .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect();
        let diagnostic = Diagnostic::error("not-utf8", 0..0, message!("checks-utf16"));
        return (
            text,
            Some(diagnostic.hint(message!("checks-not-utf8-hint"))),
        );
    }
    let error = match String::from_utf8(bytes) {
        Ok(text) => return (text, None),
        Err(error) => error,
    };
    let at = error.utf8_error().valid_up_to();
    let byte = error.as_bytes().get(at).copied().unwrap_or_default();
    let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
    let message = message!(
        "checks-not-utf8",
        byte = format!("0x{byte:02X}"),
        offset = at.to_string(),
    );
    let range = at..at
        .saturating_add(char::REPLACEMENT_CHARACTER.len_utf8())
        .min(text.len());
    let diagnostic = Diagnostic::error("not-utf8", range, message);
    (
        text,
        Some(diagnostic.hint(message!("checks-not-utf8-hint"))),
    )
}

#[cfg(test)]
mod found_by_fuzzing {
    use super::Document;

    #[test]
    fn the_place_of_a_source_that_begins_with_a_wide_name() {
        let document = Document::parse("t.ron", "Timeline(sources: [あ(id: \"t\")])");
        let [source] = document.timeline.sources.as_slice() else {
            panic!("{:?}", document.timeline.sources);
        };
        let place = document.source_field(source, "url");
        assert_eq!(document.text.get(place), Some("あ"));
    }
}
