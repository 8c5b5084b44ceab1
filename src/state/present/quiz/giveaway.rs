//! What in a text gives an answer away: the words of a covered name, and years.
//!
//! Of a name its whole is covered wherever it stands, and so is a run of two words that mean something, a part of it
//! (`Nixon Shock: …`) that has but one such word, and a word that both write as a name. Small words alone, and what half
//! of the file is about, say nothing and stay. Japanese has no spaces: there it is three letters in a row that are not
//! kana of grammar.

use std::ops::Range;

use crate::document::{Event, Timeline};
use crate::state::fold;
use crate::time::era_names;

/// Words that mean nothing by themselves.
const SMALL: [&str; 36] = [
    "a", "an", "the", "of", "and", "or", "in", "on", "at", "to", "for", "from", "by", "with", "as",
    "is", "are", "was", "were", "be", "its", "it", "into", "over", "under", "after", "before",
    "against", "between", "not", "no", "that", "this", "his", "her", "their",
];
/// A word shorter than this is not covered alone, in letters.
const SHORTEST: usize = 3;
/// So many letters of a Japanese name in a row are covered.
const RUN_JA: usize = 3;
/// An actor of so many of the events that are looked at, and of at least so many parts of them, tells nothing.
const COMMON: usize = 5;
const COMMON_PARTS: usize = 8;
/// Events that are looked at for it.
const LOOKED_AT: usize = 512;

/// A word of a text.
#[derive(Debug)]
struct Word {
    /// Its bytes.
    range: Range<usize>,
    /// As it is compared: without case, accents and plural.
    stem: String,
    is_small: bool,
    is_common: bool,
    is_capital: bool,
    /// Whether more than spaces, hyphens and quotation marks parts it from the word before.
    after_break: bool,
    /// Whether `of` comes next: `Treaty of …` is a sort of thing.
    is_sort: bool,
}

/// Where a text names an event, in bytes, from left to right and apart from one another.
pub fn name_in(timeline: &Timeline, event: &Event, text: &str) -> Vec<Range<usize>> {
    let common = common(timeline, event);
    let names = [Some(&*event.title), event.title_ja.as_deref()];
    let said = words(text, &common);
    let mut found = Vec::new();
    for name in names.into_iter().flatten() {
        let named = words(name, &common);
        whole(&named, &said, &mut found);
        runs(&named, &said, &mut found);
        single(&named, &said, &mut found);
        japanese(name, text, &common, &mut found);
    }
    joined(text, found)
}

/// Where a text says years that help to find one of those from first to last; the same as [`name_in`].
pub fn years_in(text: &str, (first, last): (i64, i64)) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, digits) in digit_runs(text) {
        let end = at + digits.len();
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(end..).unwrap_or_default();
        let year: Option<i64> = fold(digits).parse().ok();
        let count = digits.chars().count();
        let is_short = count == 2 && before.ends_with(['’', '\'', '‘']);
        // 1907–08: the second year hangs on the first.
        let is_second = count == 2
            && before.ends_with(['–', '-', '/'])
            && found.last().is_some_and(|last| last.end + 3 >= at);
        let is_year = year
            .is_some_and(|year| count == 4 && year >= 1000 || (first..=last).contains(&year))
            && count > 2;
        if is_short || is_second || is_year {
            let tail = ["年代", "年", "s"].iter();
            let tail = tail
                .filter(|tail| after.starts_with(**tail))
                .map(|t| t.len());
            found.push(at..end + tail.max().unwrap_or(0));
        }
    }
    found.extend(eras_in(text));
    joined(text, found)
}

/// The words of actors that so many events have in common that they do not tell one from another, as stems.
fn common(timeline: &Timeline, event: &Event) -> Vec<String> {
    let step = timeline.events.len().div_ceil(LOOKED_AT).max(1);
    let looked_at = timeline.events.len().div_ceil(step);
    let is_common = |actor: usize| {
        let events = timeline.events.iter().step_by(step);
        let count = events.filter(|event| event.actors.contains(&actor)).count();
        count >= COMMON && count * COMMON_PARTS >= looked_at
    };
    let actors = event.actors.iter();
    let actors = actors.filter(|&actor| is_common(actor));
    let names = actors.filter_map(|actor| timeline.actors.get(actor));
    let both = names.flat_map(|actor| [Some(&*actor.name), actor.name_ja.as_deref()]);
    let parts = both.flatten().flat_map(|name| name.split(' ').map(stem));
    parts.filter(|stem| !stem.is_empty()).collect()
}

fn stem(word: &str) -> String {
    let folded = fold(word);
    let word = folded.strip_suffix("'s").unwrap_or(&folded);
    let word = word.trim_matches('\'');
    let plural = word.strip_suffix('s');
    match plural.filter(|one| one.len() >= SHORTEST && !one.ends_with('s')) {
        Some(one) => one.to_owned(),
        None => word.to_owned(),
    }
}

/// Whether a letter is one of a writing without spaces.
fn is_japanese(letter: char) -> bool {
    matches!(letter, '\u{3041}'..='\u{30FA}' | '\u{30FC}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '々')
}

fn is_hiragana(letter: char) -> bool {
    matches!(letter, '\u{3041}'..='\u{309F}')
}

/// The words of a text that parts them with spaces.
fn words(text: &str, common: &[String]) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut end_before = 0;
    let is_letter = |letter: char| letter.is_alphanumeric() && !is_japanese(letter);
    let is_inside =
        |letter: char| is_letter(letter) || matches!(letter, '\'' | '’' | '\u{300}'..='\u{36F}');
    let mut rest = text;
    let mut at = 0;
    while let Some(skipped) = rest.find(is_letter) {
        let (between, from) = rest.split_at(skipped);
        at += between.len();
        let length = from.find(|letter| !is_inside(letter));
        let (word, after) = from.split_at(length.unwrap_or(from.len()));
        let word_only = word.trim_end_matches(['\'', '’']);
        let stem = stem(word_only);
        let breaks = text.get(end_before..at).is_some_and(|gap| !is_thin(gap));
        if stem == "of"
            && let Some(before) = words.last_mut()
        {
            before.is_sort = true;
        }
        words.push(Word {
            range: at..at + word_only.len(),
            is_small: SMALL.contains(&&*fold(word_only)),
            is_common: common.iter().any(|name| is_of(name, &stem)),
            is_capital: word.starts_with(char::is_uppercase),
            after_break: breaks,
            is_sort: false,
            stem,
        });
        end_before = at + word_only.len();
        at += word.len();
        rest = after;
    }
    words
}

/// `japanese` is of `japan`.
fn is_of(name: &str, stem: &str) -> bool {
    stem == name || name.len() > SHORTEST && stem.starts_with(name)
}

/// Whether what stands between two words leaves them together.
fn is_thin(gap: &str) -> bool {
    let thin = |letter: char| {
        letter.is_whitespace()
            || matches!(
                letter,
                '-' | '‐'
                    | '‑'
                    | '–'
                    | '='
                    | '＝'
                    | '・'
                    | '·'
                    | '\''
                    | '’'
                    | '‘'
                    | '“'
                    | '”'
                    | '"'
            )
    };
    gap.chars().all(thin)
}

/// The name word for word.
fn whole(named: &[Word], said: &[Word], found: &mut Vec<Range<usize>>) {
    let means = named.iter().any(|word| !word.is_small);
    if named.is_empty() || !means {
        return;
    }
    for place in said.windows(named.len()) {
        let mut pairs = place.iter().zip(named);
        let (first, last) = (place.first(), place.last());
        if pairs.all(|(one, other)| one.stem == other.stem)
            && let Some((first, last)) = first.zip(last)
        {
            found.push(first.range.start..last.range.end);
        }
    }
}

/// Runs of at least two words of the name that mean something, one of which is not common; small ones are passed over.
fn runs(named: &[Word], said: &[Word], found: &mut Vec<Range<usize>>) {
    let (named, said) = (meaning(named), meaning(said));
    for start in 0..said.len() {
        for from in 0..named.len() {
            let here = said.iter().skip(start).zip(named.iter().skip(from));
            let alike = here
                .enumerate()
                .take_while(|(nth, ((word, broken), (name, parted)))| {
                    word.stem == name.stem && (*nth == 0 || !broken && !parted)
                });
            let run: Vec<&Word> = alike.map(|(_, ((word, _), _))| *word).collect();
            let tells = run.len() >= 2 && run.iter().any(|word| !word.is_common);
            if let (true, Some(first), Some(last)) = (tells, run.first(), run.last()) {
                found.push(first.range.start..last.range.end);
            }
        }
    }
}

/// Words that are not small, each with whether a break lies between it and the one before.
fn meaning(said: &[Word]) -> Vec<(&Word, bool)> {
    let mut breaks = false;
    let mut kept = Vec::new();
    for word in said {
        breaks |= word.after_break;
        if !word.is_small {
            kept.push((word, breaks));
            breaks = false;
        }
    }
    kept
}

/// Words that give the name away alone.
fn single(named: &[Word], said: &[Word], found: &mut Vec<Range<usize>>) {
    let parts = named.chunk_by(|_, next| !next.after_break);
    let telling = parts.flat_map(|part| {
        let means = |word: &&Word| {
            // A number is in too many sentences to tell one event.
            let is_number = word.stem.chars().all(char::is_numeric);
            !is_number && !word.is_small && !word.is_common && word.stem.chars().count() >= SHORTEST
        };
        let is_only = part.iter().filter(means).count() == 1;
        part.iter().filter(means).map(move |word| (word, is_only))
    });
    for (name, is_only) in telling {
        let is_it = |word: &&Word| {
            let as_a_name = name.is_capital && !name.is_sort && word.is_capital;
            word.stem == name.stem && (is_only || as_a_name)
        };
        found.extend(said.iter().filter(is_it).map(|word| word.range.clone()));
    }
}

/// The same for a name without spaces: what it has in common with the text, letter by letter.
fn japanese(name: &str, text: &str, common: &[String], found: &mut Vec<Range<usize>>) {
    let pieces: Vec<&str> = name
        .split(|letter| !is_japanese(letter))
        .filter(|piece| !piece.is_empty())
        .collect();
    let whole = match *pieces {
        [only] => Some(only).filter(|only| only.chars().count() > 1),
        _ => None,
    };
    if let Some(whole) = whole {
        found.extend(
            text.match_indices(whole)
                .map(|(at, _)| at..at + whole.len()),
        );
    }
    for piece in pieces {
        let letters = text
            .char_indices()
            .filter(|(_, letter)| is_japanese(*letter));
        for (at, _) in letters {
            let from = text.get(at..).unwrap_or_default();
            let starts = piece
                .char_indices()
                .filter_map(|(start, _)| piece.get(start..));
            let most = starts
                .map(|name| alike(from, name))
                .max_by_key(|run| run.len());
            let run = most.unwrap_or_default();
            let is_common = common.iter().any(|name| name.contains(run));
            if run.chars().count() >= RUN_JA && !run.starts_with(is_hiragana) && !is_common {
                found.push(at..at + run.len());
            }
        }
    }
}

/// How far two texts begin alike, without the kana of grammar at the end.
fn alike<'a>(text: &'a str, name: &str) -> &'a str {
    let pairs = text.chars().zip(name.chars());
    let same = pairs.take_while(|(one, other)| one == other);
    let length = same.map(|(letter, _)| letter.len_utf8()).sum();
    text.get(..length)
        .unwrap_or_default()
        .trim_end_matches(is_hiragana)
}

/// Digits that stand together, and where.
fn digit_runs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_digit = |letter: char| letter.is_ascii_digit() || matches!(letter, '０'..='９');
    let mut end = 0;
    std::iter::from_fn(move || {
        let rest = text.get(end..)?;
        let start = end + rest.find(is_digit)?;
        let from = text.get(start..)?;
        let length = from.find(|letter| !is_digit(letter));
        end = start + length.unwrap_or(from.len());
        Some((start, text.get(start..end)?))
    })
}

/// Years of Japanese eras: 昭和46年, 平成元年.
fn eras_in(text: &str) -> Vec<Range<usize>> {
    let counts = |letter: char| {
        letter.is_ascii_digit()
            || matches!(
                letter,
                '０'
                    ..='９'
                        | '元'
                        | '一'
                        | '二'
                        | '三'
                        | '四'
                        | '五'
                        | '六'
                        | '七'
                        | '八'
                        | '九'
                        | '十'
                        | '〇'
            )
    };
    let eras = era_names().flat_map(|era| text.match_indices(era));
    let year = |(at, era): (usize, &str)| {
        let after = text.get(at + era.len()..)?;
        let count = after.len() - after.trim_start_matches(counts).len();
        let tail = after.get(count..)?.starts_with('年');
        (count > 0 && tail).then(|| at..at + era.len() + count + '年'.len_utf8())
    };
    eras.filter_map(year).collect()
}

/// In order, with those made one that touch or lie in one another, or have only a space or a hyphen between them.
fn joined(text: &str, mut found: Vec<Range<usize>>) -> Vec<Range<usize>> {
    found.sort_by_key(|range| (range.start, range.end));
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in found {
        match joined.last_mut() {
            Some(last) if text.get(last.end..range.start).is_none_or(is_thin) => {
                last.end = last.end.max(range.end);
            }
            _ => joined.push(range),
        }
    }
    joined
}

#[cfg(test)]
mod tests;
