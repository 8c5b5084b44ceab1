//! The sources as entries of BibTeX.

use std::collections::BTreeSet;

use biblatex::{Chunk, Chunks, Entry, EntryType, Spanned};

use super::dates::{Dated, dated};
use super::entry::clean;
use super::names::{Maker, Makers, makers};
use crate::document::{Source, SourceKind, Timeline};
use crate::time::Lang;

/// Stands for `{}` until an entry is written, and is in no text that is [`clean`].
const GUARD: char = '\u{E000}';

/// The entries of these sources, each with its index, sorted by their keys.
pub(super) fn entries<'a>(
    timeline: &Timeline,
    sources: impl Iterator<Item = (usize, &'a Source)>,
) -> Vec<(usize, String)> {
    let keys = keys(timeline);
    let named = sources.filter_map(|(index, source)| Some((keys.get(index)?, index, source)));
    let mut named: Vec<_> = named.collect();
    named.sort_by_key(|(key, ..)| *key);
    let written = named.into_iter().map(|(key, index, source)| {
        let entry = entry(key, source).to_biblatex_string();
        (index, entry.replace(GUARD, "{}"))
    });
    written.collect()
}

/// For each source in order a key that is like its id and like no other's, whatever is cited: small and capital letters
/// are the same to BibTeX.
pub(super) fn keys(timeline: &Timeline) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let sources = timeline.sources.iter();
    let keys = sources.map(|source| {
        let fit = fit(&source.id);
        let mut key = fit.clone();
        let mut number = 1_usize;
        while !taken.insert(key.to_lowercase()) {
            number += 1;
            key = format!("{fit}-{number}");
        }
        key
    });
    keys.collect()
}

/// An id in the letters that every reader of BibTeX takes.
fn fit(id: &str) -> String {
    const LONGEST: usize = 100;
    let fits = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.');
    let letters = id.chars().take(LONGEST);
    let key: String = letters
        .map(|letter| if fits(letter) { letter } else { '-' })
        .collect();
    if key.chars().any(|letter| letter.is_ascii_alphanumeric()) {
        key
    } else {
        "source".to_owned()
    }
}

fn entry(key: &str, source: &Source) -> Entry {
    let made = makers(source.author.as_deref().unwrap_or_default(), source.kind);
    let (sort, within, note) = sort(source.kind, &made);
    let mut entry = Entry::new(key.to_owned(), sort);
    // In braces of its own, or the programs put a title's names into small letters.
    entry.set("title", whole(&clean(&source.title)));
    let field = if made.edited { "editor" } else { "author" };
    if !made.makers.is_empty() {
        entry.set(field, names(&made.makers));
    }
    if let (Some(field), Some(within)) = (within, &made.within) {
        entry.set(field, whole(within));
    }
    if let Some(url) = &source.url {
        // Taken to the letter by every reader.
        entry.set("url", vec![Spanned::detached(Chunk::Normal(clean(url)))]);
    }
    let date = source.date.as_deref();
    let dated = date.and_then(|date| dated(date, Lang::En));
    if let Some(Dated::On(day, _)) = dated {
        let numbers = [
            ("year", Some(day.year)),
            ("month", day.month.map(i32::from)),
            ("day", day.day.map(i32::from)),
        ];
        for (field, number) in numbers {
            if let Some(number) = number {
                entry.set(field, normal(&number.to_string()));
            }
        }
    }
    // A year that is no number makes readers give up the whole file.
    let remark = match &dated {
        Some(Dated::On(_, true)) => Some("circa"),
        Some(Dated::Words(words, _)) => Some(words.as_str()),
        Some(Dated::On(_, false)) | None => None,
    };
    let notes: Vec<_> = note.into_iter().chain(remark).collect();
    if !notes.is_empty() {
        entry.set("note", normal(&notes.join(", ")));
    }
    entry
}

/// The sort of entry, the field for what the work stands in, and what the sort does not say.
fn sort(
    kind: SourceKind,
    made: &Makers,
) -> (EntryType, Option<&'static str>, Option<&'static str>) {
    let within = made.within.is_some();
    match kind {
        SourceKind::Article | SourceKind::News if within => {
            (EntryType::Article, Some("journal"), None)
        }
        SourceKind::Book => (EntryType::Book, Some("publisher"), None),
        SourceKind::Report => (EntryType::TechReport, Some("institution"), None),
        SourceKind::Treaty => (EntryType::Misc, Some("howpublished"), Some("Treaty")),
        SourceKind::Law => (EntryType::Misc, Some("howpublished"), Some("Law")),
        SourceKind::Speech => (EntryType::Misc, Some("howpublished"), Some("Speech")),
        SourceKind::Dataset => (EntryType::Misc, Some("howpublished"), Some("Data set")),
        SourceKind::Article | SourceKind::News | SourceKind::Document | SourceKind::Web => {
            (EntryType::Misc, Some("howpublished"), None)
        }
    }
}

/// Persons with the family name first; everybody else in braces, so that nobody takes `and` or the last word for more
/// than it is.
fn names(makers: &[Maker]) -> Chunks {
    let mut chunks = Chunks::new();
    for maker in makers {
        if !chunks.is_empty() {
            chunks.extend(normal(" and "));
        }
        match maker {
            Maker::Whole(name) => chunks.extend(whole(name)),
            Maker::Person {
                family,
                given,
                suffix: None,
            } => chunks.extend(normal(&format!("{family}, {given}"))),
            Maker::Person {
                family,
                given,
                suffix: Some(suffix),
            } => chunks.extend(normal(&format!("{family}, {suffix}, {given}"))),
        }
    }
    chunks
}

fn normal(text: &str) -> Chunks {
    vec![Spanned::detached(Chunk::Normal(guarded(text)))]
}

fn whole(text: &str) -> Chunks {
    vec![Spanned::detached(Chunk::Verbatim(guarded(text)))]
}

/// A text whose `^` and `~` put nothing on the next letter, and whose hyphens make no dashes.
fn guarded(text: &str) -> String {
    let mut guarded = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        guarded.push(letter);
        let is_dash = letter == '-' && letters.peek() == Some(&'-');
        if is_dash || matches!(letter, '^' | '~') {
            guarded.push(GUARD);
        }
    }
    guarded
}
