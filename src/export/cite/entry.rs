//! A source as the styles take it: what sort of work, by whom, where it stands, when, and its address.

use hayagriva::Entry;
use hayagriva::types::{
    ChunkKind, ChunkedString, Date, EntryType, FormatString, Person, Publisher, QualifiedUrl,
    StringChunk,
};

use super::dates::{Dated, dated};
use super::names::{Maker, Makers, makers};
use super::{Style, styles};
use crate::document::{Source, SourceKind};
use crate::time::Lang;

/// What of a text is cited, at most, in letters: nobody reads on in a reference.
const LONGEST: usize = 1_000;

/// Stand for the quotation marks within a title: marks that the styles know as such and hardly a title has.
pub(super) const OPENS: char = '‹';
pub(super) const CLOSES: char = '›';

/// Stands for the year of a date that has none until its words are put there.
const SOME_YEAR: i32 = 2000;

/// A source ready to be cited.
pub(super) struct Cited {
    /// Of the source in the timeline's list.
    pub(super) index: usize,
    /// Its key is its index, written so that keys sort as indexes do.
    pub(super) entry: Entry,
    /// The date, where it is none that the styles can write.
    pub(super) words: Option<String>,
}

impl Cited {
    pub(super) fn new(index: usize, source: &Source, style: Style, lang: Lang) -> Self {
        let mut made = makers(source.author.as_deref().unwrap_or_default(), source.kind);
        if style == Style::Chicago && made.makers.is_empty() {
            // Where nobody signs, the paper stands in the author's place.
            made.makers.extend(made.within.take().map(Maker::Whole));
        }
        let mut entry = entry(
            &format!("{index:020}"),
            source.kind,
            made.within.as_deref(),
            style,
        );
        if let Some(genre) = genre(source.kind, styles::lang_of(style, lang)) {
            entry.set_genre(verbatim(genre));
        }
        entry.set_title(title(&clean(&source.title)));
        set_makers(&mut entry, &made, style);
        if let Some(url) = source.url.as_deref().and_then(|url| url.parse().ok()) {
            entry.set_url(QualifiedUrl::new(url, None));
        }
        let is_japanese = source.title.chars().any(is_japanese);
        if let Ok(language) = if is_japanese { "ja" } else { "en" }.parse() {
            entry.set_language(language);
        }
        let mut words = None;
        let lang = styles::lang_of(style, lang);
        match source.date.as_deref().and_then(|date| dated(date, lang)) {
            Some(Dated::On(day, approximate)) => entry.set_date(Date {
                year: day.year,
                month: day.month.map(|month| month.saturating_sub(1)),
                day: day.day.map(|day| day.saturating_sub(1)),
                approximate,
                season: None,
            }),
            Some(Dated::Words(said, year)) => {
                entry.set_date(Date::from_year(year.unwrap_or(SOME_YEAR)));
                words = Some(said);
            }
            None => {}
        }
        Self {
            index,
            entry,
            words,
        }
    }

    /// About how it sorts among others, whatever the style: by who made it, or else by what it is called.
    pub(super) fn sorts_like(&self) -> String {
        let makers = self.entry.authors().and_then(|makers| makers.first());
        let maker = makers.map_or("", |maker| &maker.name);
        let title = self.entry.title().map(ToString::to_string);
        format!("{maker} {}", title.unwrap_or_default()).to_lowercase()
    }
}

/// An entry of the sort that the styles know best, in what it appeared in. Of treaties, laws, speeches and figures
/// `hayagriva` knows no sort that says as much as a document with its genre.
fn entry(key: &str, kind: SourceKind, within: Option<&str>, style: Style) -> Entry {
    // Chicago leaves documents out of a bibliography that are nowhere published; here all are wanted.
    let document = if style == Style::Chicago {
        EntryType::Web
    } else {
        EntryType::Misc
    };
    // What stands alone is in quotation marks as a document; as an article it would look like a book.
    let is_alone = within.is_none();
    let (sort, parent) = match kind {
        SourceKind::Book => (EntryType::Book, None),
        SourceKind::Report => (EntryType::Report, None),
        SourceKind::Article if !is_alone => (EntryType::Article, Some(EntryType::Periodical)),
        SourceKind::News if !is_alone => (EntryType::Article, Some(EntryType::Newspaper)),
        SourceKind::Web if !is_alone => (EntryType::Web, Some(EntryType::Web)),
        _ => (document, None),
    };
    let mut entry = Entry::new(key, sort);
    let Some(within) = within else {
        return entry;
    };
    match parent {
        Some(parent) => {
            let mut parent = Entry::new("in", parent);
            parent.set_title(verbatim(within));
            entry.set_parents(vec![parent]);
        }
        None => entry.set_publisher(Publisher::new(Some(verbatim(within)), None)),
    }
    entry
}

/// What a document is, where its title need not say it.
fn genre(kind: SourceKind, lang: Lang) -> Option<&'static str> {
    let [english, japanese] = match kind {
        SourceKind::Treaty => ["Treaty", "条約"],
        SourceKind::Speech => ["Speech", "演説"],
        SourceKind::Dataset => ["Data set", "データセット"],
        _ => return None,
    };
    Some(lang.choose(english, Some(japanese)))
}

fn verbatim(text: &str) -> FormatString {
    StringChunk::verbatim(text).into()
}

/// A title whose words the styles may begin with capitals, but for those that they would spoil: `MacArthur`, `D.C.`,
/// `v.`, and the first of a quotation. What it quotes is marked, since the styles do not see it.
fn title(text: &str) -> FormatString {
    let has_marks = text.contains([OPENS, CLOSES]);
    let marked = text.chars().map(|letter| match letter {
        '“' if !has_marks => OPENS,
        '”' if !has_marks => CLOSES,
        _ => letter,
    });
    let text: String = marked.collect();
    let mut chunks = ChunkedString::new();
    for word in text.split_inclusive(' ') {
        // What ends the word is for the style to end.
        let stem = word.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        let inside = stem.chars().skip(1).any(char::is_uppercase);
        if inside || matches!(stem, "v" | "vs") {
            let rest = word.get(stem.len()..).unwrap_or_default();
            chunks.push_str(stem, ChunkKind::Verbatim);
            chunks.push_str(rest, ChunkKind::Normal);
        } else {
            chunks.push_str(word, ChunkKind::Normal);
        }
    }
    let mut title = FormatString::new();
    title.value = chunks;
    title
}

fn set_makers(entry: &mut Entry, made: &Makers, style: Style) {
    let mut persons: Vec<_> = made.makers.iter().map(person).collect();
    let several = persons.len() > 1;
    let Some(last) = persons.last_mut() else {
        return;
    };
    match (made.edited, style) {
        // Chicago's own rule for editors without an author is lost on `hayagriva`.
        (true, Style::Chicago) => {
            last.suffix = Some(if several { "eds." } else { "ed." }.to_owned());
            last.comma_suffix = true;
            entry.set_authors(persons);
        }
        (true, _) => entry.set_editors(persons),
        (false, _) => entry.set_authors(persons),
    }
}

fn person(maker: &Maker) -> Person {
    let whole = |name: &str| Person {
        name: name.to_owned(),
        given_name: None,
        prefix: None,
        suffix: None,
        comma_suffix: false,
        alias: None,
    };
    match maker {
        Maker::Whole(name) => whole(name),
        Maker::Person {
            family,
            given,
            suffix,
        } => Person {
            given_name: Some(given.clone()),
            suffix: suffix.clone(),
            comma_suffix: suffix.is_some(),
            ..whole(family)
        },
    }
}

/// A text in one line, without what no reader can see, and of a length that can be read.
pub(super) fn clean(text: &str) -> String {
    let mut clean = String::new();
    let is_between =
        |letter: char| letter.is_whitespace() || letter.is_control() || is_mark(letter);
    for word in text.split(is_between) {
        if !word.is_empty() {
            if !clean.is_empty() {
                clean.push(' ');
            }
            clean.push_str(word);
        }
        if clean.len() > 4 * LONGEST {
            break;
        }
    }
    match clean.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", clean.get(..at).unwrap_or_default()),
        None => clean,
    }
}

/// Letters that mean nothing to anybody, and so can mean something here while a citation is written.
fn is_mark(letter: char) -> bool {
    ('\u{E000}'..'\u{E010}').contains(&letter)
}

/// Kana and Chinese characters.
pub(super) fn is_japanese(letter: char) -> bool {
    matches!(letter, '\u{3005}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}')
}
