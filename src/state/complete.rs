//! What can be offered while a query is being typed.
//!
//! Looks at the term under the cursor alone: the names of the qualifiers, then what each of them takes, and titles of
//! events for plain words. It knows nothing of how the offers are shown or picked.
//!
//! Invariants: at most [`MOST`] offers; each replaces a range of the text that begins and ends between characters and
//! changes no other term; nothing is offered inside a quoted phrase.

use std::ops::Range;

use crate::document::{Event, Timeline};
use crate::messages::{Message, Value as Part, message};
use crate::time::{Lang, year_of};

use super::fold::fold;
use super::index::{self, SearchIndex};
use super::query::meaning::{self, Kind};
use super::query::{
    Qualifier, Query, Term, Value, What, as_value, is_colon, is_comma, is_quote, quoted,
};

/// The most that is ever offered.
const MOST: usize = 8;

/// The most titles among them.
const MOST_TITLES: usize = 3;

/// How many events are searched for titles, so that a keystroke costs the same in any timeline.
const SEARCHED_FOR_TITLES: usize = 20_000;

/// One way on from what is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// Bytes of the text that it takes the place of.
    pub replace: Range<usize>,
    /// What comes there.
    pub insert: String,
    /// What to show for it.
    pub label: String,
    /// What it stands for.
    pub detail: Message,
}

/// What is known of the timeline.
#[derive(Clone, Copy)]
struct Known<'a> {
    timeline: &'a Timeline,
    index: &'a SearchIndex,
}

/// What can follow in this text with the cursor at this byte. The index must be the timeline's.
pub fn suggestions(
    text: &str,
    cursor: usize,
    timeline: &Timeline,
    index: &SearchIndex,
) -> Vec<Suggestion> {
    let known = Known { timeline, index };
    let cursor = text.floor_char_boundary(cursor);
    let query = Query::parse(text);
    let at_cursor = query
        .terms()
        .iter()
        .find(|term| (term.range.start..=term.range.end).contains(&cursor));
    let mut found = match at_cursor {
        Some(term) => in_term(text, cursor, term, known),
        None if query.open_quote().is_none() && is_blank(text, cursor) => {
            qualifiers("", cursor..cursor)
        }
        None => Vec::new(),
    };
    found.retain(|suggestion| text.get(suggestion.replace.clone()) != Some(&suggestion.insert));
    found.truncate(MOST);
    found
}

/// Whether a new term can begin at the cursor and none does. A minus alone may stand before it, a quote may not.
fn is_blank(text: &str, cursor: usize) -> bool {
    let before = text.get(..cursor).unwrap_or_default();
    let after = text.get(cursor..).unwrap_or_default();
    let start = before.rfind(char::is_whitespace);
    let token = start
        .and_then(|at| before.get(at..))
        .unwrap_or(before)
        .trim_start();
    matches!(token, "" | "-" | "－" | "−") && after.chars().next().is_none_or(char::is_whitespace)
}

fn in_term(text: &str, cursor: usize, term: &Term, known: Known<'_>) -> Vec<Suggestion> {
    let body = term.name.start;
    let typed = text.get(body..cursor).unwrap_or_default();
    if typed.is_empty() {
        return Vec::new();
    }
    match &term.what {
        What::Phrase(_) => Vec::new(),
        What::Word(word) => {
            let replace = body..term.range.end;
            let mut found = qualifiers(typed, replace.clone());
            found.extend(titles(word, replace, known));
            found
        }
        What::Qualified(..) if cursor < term.name.end => qualifiers(typed, term.name.clone()),
        What::Qualified(qualifier, values) => {
            let Some(place) = Place::find(text, cursor, values) else {
                return Vec::new();
            };
            let others = values.iter().filter(|value| value.range != place.replace);
            let others: Vec<_> = others.map(|value| value.text.as_str()).collect();
            in_value(*qualifier, &place, &others, known)
        }
        What::Unknown(name, _) => {
            let nearest = meaning::nearest(
                name,
                Qualifier::ALL.into_iter().map(|q| (q.name(), q.name())),
            );
            let nearest = nearest.and_then(Qualifier::from_name);
            nearest
                .map(|nearest| qualifier(nearest, term.name.clone()))
                .into_iter()
                .collect()
        }
    }
}

/// The value that is being typed.
struct Place {
    /// Up to the cursor, folded.
    typed: String,
    replace: Range<usize>,
}

impl Place {
    /// The value that the cursor stands in or at the end of; else a new one, behind the colon or a comma.
    fn find(text: &str, cursor: usize, values: &[Value]) -> Option<Self> {
        let at_cursor = values
            .iter()
            .find(|value| (value.range.start..=value.range.end).contains(&cursor));
        let replace = match at_cursor {
            Some(value) => value.range.clone(),
            None => empty_value(text, cursor)?,
        };
        let typed = text.get(replace.start..cursor).unwrap_or_default();
        Some(Self {
            typed: fold(typed.trim_matches(is_quote)),
            replace,
        })
    }

    fn suggestion(&self, insert: &str, detail: Message) -> Suggestion {
        Suggestion {
            replace: self.replace.clone(),
            insert: as_value(insert),
            label: insert.to_owned(),
            detail,
        }
    }
}

/// Where a value goes of which there is nothing yet but perhaps its quotation marks.
fn empty_value(text: &str, cursor: usize) -> Option<Range<usize>> {
    let before = text.get(..cursor)?.trim_end_matches(is_quote);
    let after = text.get(cursor..)?;
    let quotes = after.len() - after.trim_start_matches(is_quote).len();
    before
        .ends_with(|c| is_colon(c) || is_comma(c))
        .then_some(before.len()..cursor + quotes)
}

/// The qualifiers that begin with what is typed.
fn qualifiers(typed: &str, replace: Range<usize>) -> Vec<Suggestion> {
    let typed = fold(typed);
    let all = Qualifier::ALL
        .into_iter()
        .filter(|qualifier| qualifier.name().starts_with(&typed));
    all.map(|found| qualifier(found, replace.clone())).collect()
}

fn qualifier(qualifier: Qualifier, replace: Range<usize>) -> Suggestion {
    let name = format!("{}:", qualifier.name());
    Suggestion {
        replace,
        insert: name.clone(),
        label: name,
        detail: beside(qualifier.example()),
    }
}

/// What an example, a name or a date says beside what is offered.
fn beside(what: impl Into<Part>) -> Message {
    message!("search-offer", what = what)
}

fn events(count: usize) -> Message {
    message!("words-events", count = count)
}

fn in_value(
    qualifier: Qualifier,
    place: &Place,
    others: &[&str],
    known: Known<'_>,
) -> Vec<Suggestion> {
    match qualifier {
        Qualifier::Category | Qualifier::Actor | Qualifier::Source => {
            entries(qualifier, place, others, known)
        }
        Qualifier::After | Qualifier::Before => era_starts(place, known.timeline),
        Qualifier::Significance => levels(place, known.index),
        Qualifier::Has | Qualifier::Is => kinds(qualifier, place, others),
    }
}

/// What the value may name, best fit first, then the most common.
fn entries(
    qualifier: Qualifier,
    place: &Place,
    others: &[&str],
    known: Known<'_>,
) -> Vec<Suggestion> {
    let entries = meaning::entries(known.timeline, qualifier);
    let counts = known.index.counts(qualifier).iter().copied();
    let fitting = entries
        .iter()
        .zip(counts)
        .filter(|(entry, _)| !others.contains(&entry.id));
    let fitting = fitting.filter_map(|(entry, count)| {
        Some((entry.closeness(&place.typed, &place.typed)?, entry, count))
    });
    let mut fitting: Vec<_> = fitting.collect();
    fitting.sort_by_key(|&(closeness, _, count)| (closeness, usize::MAX - count));
    fitting.truncate(MOST + 1);
    let suggestion = |(_, entry, count): &(_, &meaning::Entry<'_>, usize)| {
        let names: Vec<&str> = entry.names.into_iter().flatten().collect();
        let (names, events) = (names.join(" · "), events(*count));
        let detail = message!("search-offer-entry", names = names, events = events);
        place.suggestion(entry.id, detail)
    };
    fitting.iter().map(suggestion).collect()
}

/// The years in which eras begin, by the year or a part of the era's title.
fn era_starts(place: &Place, timeline: &Timeline) -> Vec<Suggestion> {
    let mut found: Vec<Suggestion> = Vec::new();
    for era in &timeline.eras {
        let Some(year) = edtf_year(era.when.extent().start) else {
            continue;
        };
        let titles = [Some(era.title.as_str()), era.title_ja.as_deref()];
        let fits = year.starts_with(&place.typed)
            || titles
                .into_iter()
                .flatten()
                .any(|title| fold(title).contains(&place.typed));
        if fits && !found.iter().any(|suggestion| suggestion.label == year) {
            let titles = Lang::ALL.map(|lang| lang.choose(&era.title, era.title_ja.as_deref()));
            found.push(place.suggestion(&year, beside(titles.map(str::to_owned))));
        }
    }
    found
}

/// The year of a day as a date is written; none for an open start or a year of more than four digits.
fn edtf_year(day: f64) -> Option<String> {
    let year = day.is_finite().then(|| year_of(day))?;
    let sign = if year < 0 { "-" } else { "" };
    (year.abs() <= 9999).then(|| format!("{sign}{:04}", year.abs()))
}

fn levels(place: &Place, index: &SearchIndex) -> Vec<Suggestion> {
    let found = (2..=5).rev().map(|level: u8| (level, format!(">={level}")));
    let found = found.filter(|(_, text)| text.contains(&place.typed));
    let suggestion =
        |(level, text): (u8, String)| place.suggestion(&text, events(index.count_from(level)));
    found.map(suggestion).collect()
}

fn kinds(qualifier: Qualifier, place: &Place, others: &[&str]) -> Vec<Suggestion> {
    let kinds = Kind::of(qualifier)
        .iter()
        .filter(|kind| kind.name().starts_with(&place.typed));
    let kinds = kinds.filter(|kind| !others.contains(&kind.name()));
    kinds
        .map(|kind| place.suggestion(kind.name(), kind.detail()))
        .collect()
}

/// The most significant of the events whose titles contain the word.
fn titles(word: &str, replace: Range<usize>, known: Known<'_>) -> Vec<Suggestion> {
    let word = fold(word);
    // One letter of an alphabet says nothing; one ideograph does.
    if word.len() < 2 {
        return Vec::new();
    }
    let mut best: Vec<(&Event, &str)> = Vec::new();
    let events = known.timeline.events.iter().enumerate();
    for (number, event) in events.take(SEARCHED_FOR_TITLES) {
        let full = best.len() == MOST_TITLES;
        let least = best.last().map_or(0, |(last, _)| last.significance);
        if full && least >= event.significance {
            continue;
        }
        let folded = known.index.titles(number);
        let mut titles = index::titles(event).zip(folded);
        if let Some(((_, title), _)) = titles.find(|(_, folded)| folded.contains(&word)) {
            best.push((event, title));
            best.sort_by_key(|(event, _)| std::cmp::Reverse(event.significance));
            best.truncate(MOST_TITLES);
        }
    }
    let suggestion = |(event, title): (&Event, &str)| Suggestion {
        replace: replace.clone(),
        insert: quoted(title),
        label: title.to_owned(),
        detail: beside(Lang::ALL.map(|lang| event.when.display(lang))),
    };
    best.into_iter().map(suggestion).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop, proptest};

    use super::super::query::{Query, fixture};
    use super::{MOST, SearchIndex, Suggestion};
    use crate::document::Timeline;

    fn suggestions(text: &str, cursor: usize, timeline: &Timeline) -> Vec<Suggestion> {
        super::suggestions(text, cursor, timeline, &SearchIndex::new(timeline))
    }

    /// What is offered at the `|`, as the texts that come of it.
    fn offered(marked: &str) -> Vec<String> {
        let timeline = fixture::timeline();
        let cursor = marked.find('|').expect("a cursor");
        let text = marked.replace('|', "");
        let applied = |suggestion: Suggestion| {
            let mut text = text.clone();
            text.replace_range(suggestion.replace, &suggestion.insert);
            text
        };
        suggestions(&text, cursor, &timeline)
            .into_iter()
            .map(applied)
            .collect()
    }

    #[test]
    fn what_is_offered() {
        for (marked, expected) in [
            ("ca|", &["category:"][..]),
            ("-CA|", &["-category:"]),
            ("gold a|", &["gold actor:", "gold after:"]),
            ("ac|tr:us", &["actor:us"]),
            ("act|or:us", &[]),
            ("actr:u|", &["actor:u"]),
            (
                "category:|",
                &["category:trade", "category:security", "category:culture"],
            ),
            (
                "category:trade,|",
                &["category:trade,security", "category:trade,culture"],
            ),
            (
                "category:trade,c|",
                &["category:trade,culture", "category:trade,security"],
            ),
            ("actor:ja|", &["actor:japan"]),
            ("actor:日|本 x", &["actor:japan x"]),
            ("actor:\"United|", &["actor:us", "actor:uk"]),
            ("actor:\"|", &["actor:japan", "actor:us", "actor:uk"]),
            (
                "actor:\"|\" x",
                &["actor:japan x", "actor:us x", "actor:uk x"],
            ),
            ("actor:us,japan,uk|", &[]),
            ("source:dower|", &["source:dower-1999"]),
            (
                "has:|",
                &["has:excerpt", "has:link", "has:source", "has:japanese"],
            ),
            ("has:e|", &["has:excerpt"]),
            ("is:|", &["is:disputed"]),
            (
                "significance:|",
                &[
                    "significance:>=5",
                    "significance:>=4",
                    "significance:>=3",
                    "significance:>=2",
                ],
            ),
            ("significance:4|", &["significance:>=4"]),
            ("after:|", &["after:1945", "after:1955"]),
            ("before:growth|", &["before:1955"]),
            ("agree|", &["\"Smithsonian agreement\""]),
            (
                "the|",
                &[
                    "\"Nixon Shock: the dollar leaves gold\"",
                    "\"A film of the Shōwa years\"",
                ],
            ),
            ("-exact|", &["-\"ＴＰＰ talked of as \\“exact words\\”\""]),
            ("ショック|", &["\"ニクソン・ショック（ドル・ショック）\""]),
            ("\"nix|", &[]),
            ("\"nixon\"|", &[]),
            ("\"|", &[]),
            ("\" |", &[]),
            ("|gold", &[]),
            ("zzz|", &[]),
        ] {
            assert_eq!(offered(marked), expected, "{marked}");
        }
    }

    #[test]
    fn an_empty_field_teaches_the_language() {
        for marked in ["|", "gold |", "gold | x", "-|"] {
            assert_eq!(offered(marked).len(), MOST, "{marked}");
        }
        let found = suggestions("actor:", 6, &fixture::timeline());
        assert_eq!(found[0].label, "japan");
        let detail = found[0].detail.text(super::Lang::En);
        assert_eq!(detail, "Japan · 日本 · 5 events");
    }

    #[test]
    fn a_title_offered_finds_its_event() {
        let timeline = fixture::timeline();
        let index = SearchIndex::new(&timeline);
        for event in &timeline.events {
            let word = event.title.split(' ').next_back().expect("a word");
            let word = word.trim_matches(super::is_quote);
            let found = suggestions(word, word.len(), &timeline);
            let title = found
                .iter()
                .find(|suggestion| suggestion.label == *event.title)
                .expect(word);
            assert!(
                !index
                    .select(&timeline, &Query::parse(&title.insert))
                    .is_empty(),
                "{word}"
            );
        }
    }

    proptest! {
        #[test]
        fn anywhere_in_anything(
            pieces in prop::collection::vec(prop::sample::select(vec![
                "actor", "us", "日本", "：", ":", ",", "\"", "”", "-", " ", "has", "after", "e", "category", "\\",
            ]), 0..10),
            cursor in 0..40_usize,
        ) {
            let text = pieces.concat();
            let timeline = fixture::timeline();
            let found = suggestions(&text, cursor, &timeline);
            assert!(found.len() <= MOST);
            for suggestion in found {
                let mut taken = text.clone();
                taken.replace_range(suggestion.replace, &suggestion.insert);
                let (before, after) = (Query::parse(&text), Query::parse(&taken));
                let most = before.terms().len() + 1;
                assert!((1..=most).contains(&after.terms().len()), "{text:?} becomes {taken:?}");
            }
        }
    }
}
