//! What the values of a query stand for in a timeline.
//!
//! The one reading of ids, names, dates, levels and kinds that the filter, the chips, the problems and the completion
//! share, so that they cannot disagree. It knows nothing of the text around a value.

use crate::document::{self, Timeline};
use crate::messages::{Message, message};
use crate::state::fold::fold;
use crate::time::{When, WhenError};

use super::{Qualifier, Value};

/// Something of the timeline that a value can name.
pub(crate) struct Entry<'a> {
    pub(crate) id: &'a str,
    /// Its name, and the Japanese name or the author.
    pub(crate) names: [Option<&'a str>; 2],
}

/// How well a value names an entry, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Closeness {
    /// It is the id to the letter.
    Id,
    /// It is the id or a name, folded.
    Whole,
    /// The id or a name begins with it.
    Beginning,
    /// It stands somewhere in the id or a name.
    Within,
}

impl Entry<'_> {
    /// How well the value names this entry, if it does at all.
    pub(crate) fn closeness(&self, value: &str, folded: &str) -> Option<Closeness> {
        if self.id == value {
            return Some(Closeness::Id);
        }
        let texts = [Some(self.id), self.names[0], self.names[1]];
        texts
            .into_iter()
            .flatten()
            .filter_map(|text| closeness(&fold(text), folded))
            .min()
    }
}

fn closeness(text: &str, value: &str) -> Option<Closeness> {
    if text == value {
        Some(Closeness::Whole)
    } else if text.starts_with(value) {
        Some(Closeness::Beginning)
    } else if text.contains(value) {
        Some(Closeness::Within)
    } else {
        None
    }
}

/// What the values of a qualifier name, in the timeline's order; nothing for qualifiers that take something else.
pub(crate) fn entries(timeline: &Timeline, qualifier: Qualifier) -> Vec<Entry<'_>> {
    match qualifier {
        Qualifier::Category => {
            let all = timeline.categories.iter();
            all.map(|c| entry(&c.id, &c.name, c.name_ja.as_deref()))
                .collect()
        }
        Qualifier::Actor => {
            let all = timeline.actors.iter();
            all.map(|a| entry(&a.id, &a.name, a.name_ja.as_deref()))
                .collect()
        }
        Qualifier::Source => {
            let all = timeline.sources.iter();
            all.map(|s| entry(&s.id, &s.title, s.author.as_deref()))
                .collect()
        }
        _ => Vec::new(),
    }
}

fn entry<'a>(id: &'a str, name: &'a str, other: Option<&'a str>) -> Entry<'a> {
    Entry {
        id,
        names: [Some(name), other],
    }
}

/// The entries that a value names: all that it names as well as any, so that `actor:us` is not Russia too but
/// `actor:united` is both the States and the Kingdom.
pub(crate) fn named(entries: &[Entry<'_>], value: &str) -> Vec<usize> {
    let folded = fold(value);
    if folded.is_empty() {
        return Vec::new();
    }
    let closeness: Vec<_> = entries
        .iter()
        .map(|entry| entry.closeness(value, &folded))
        .collect();
    let Some(best) = closeness.iter().flatten().min() else {
        return Vec::new();
    };
    let named = closeness
        .iter()
        .enumerate()
        .filter(|(_, found)| found.as_ref() == Some(best));
    named.map(|(index, _)| index).collect()
}

/// For each entry whether one of the values names it; `None` if no value names any.
pub(crate) fn accepted(entries: &[Entry<'_>], values: &[Value]) -> Option<Vec<bool>> {
    let mut accepted = vec![false; entries.len()];
    for index in values.iter().flat_map(|value| named(entries, &value.text)) {
        if let Some(accepted) = accepted.get_mut(index) {
            *accepted = true;
        }
    }
    accepted.contains(&true).then_some(accepted)
}

/// What `has:` and `is:` ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Excerpt,
    Link,
    Source,
    Japanese,
    Disputed,
}

impl Kind {
    /// The kinds that go with a qualifier.
    pub(crate) fn of(qualifier: Qualifier) -> &'static [Self] {
        match qualifier {
            Qualifier::Has => &[Self::Excerpt, Self::Link, Self::Source, Self::Japanese],
            Qualifier::Is => &[Self::Disputed],
            _ => &[],
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Excerpt => "excerpt",
            Self::Link => "link",
            Self::Source => "source",
            Self::Japanese => "japanese",
            Self::Disputed => "disputed",
        }
    }

    /// What the events have in common.
    pub(crate) fn detail(self) -> Message {
        match self {
            Self::Excerpt => message!("search-has-excerpt"),
            Self::Link => message!("search-has-link"),
            Self::Source => message!("search-has-source"),
            Self::Japanese => message!("search-has-japanese"),
            Self::Disputed => message!("search-is-disputed"),
        }
    }

    /// The kind a value names, in whole, in the plural or by its beginning.
    pub(crate) fn named(qualifier: Qualifier, value: &str) -> Option<Self> {
        let value = fold(value);
        let singular = value
            .strip_suffix('s')
            .filter(|rest| !rest.is_empty())
            .unwrap_or(&value);
        let mut kinds = Self::of(qualifier).iter().copied();
        kinds.find(|kind| !singular.is_empty() && kind.name().starts_with(singular))
    }

    /// The kind's place in a set of them.
    pub(crate) fn bit(self) -> u8 {
        match self {
            Self::Excerpt => 1,
            Self::Link => 2,
            Self::Source => 4,
            Self::Japanese => 8,
            Self::Disputed => 16,
        }
    }
}

/// The levels of significance, bit by bit.
pub(crate) const ALL_LEVELS: u8 = 0b11_1110;

/// A level as a bit; what is out of bounds counts as the nearest level.
pub(crate) fn level_bit(level: u8) -> u8 {
    1 << level.clamp(1, 5)
}

/// The levels that a value such as `4`, `>=4`, `<2` or `3..5` names; `None` if it names none.
pub(crate) fn levels(value: &str) -> Option<u8> {
    let value = fold(value)
        .replace('≥', ">=")
        .replace('≤', "<=")
        .replace(' ', "");
    let number = |text: &str| {
        text.parse::<u8>()
            .ok()
            .filter(|level| (1..=5).contains(level))
    };
    let (low, high) = if let Some(text) = value.strip_prefix(">=") {
        (number(text)?, 5)
    } else if let Some(text) = value.strip_prefix("<=") {
        (1, number(text)?)
    } else if let Some(text) = value.strip_prefix('>') {
        (number(text)? + 1, 5)
    } else if let Some(text) = value.strip_prefix('<') {
        (1, number(text)? - 1)
    } else if let Some((low, high)) = value.split_once("..").or_else(|| value.split_once('-')) {
        (number(low)?, number(high)?)
    } else {
        let level = number(value.strip_prefix('=').unwrap_or(&value))?;
        (level, level)
    };
    (low <= high).then(|| (low..=high).fold(0, |levels, level| levels | level_bit(level)))
}

/// The levels that one of the values names; `None` if no value names any.
pub(crate) fn levels_of(values: &[Value]) -> Option<u8> {
    values
        .iter()
        .filter_map(|value| levels(&value.text))
        .reduce(|all, levels| all | levels)
}

/// The date that a value names. Width and case make no difference, though EDTF's own letters are capitals.
pub(crate) fn date(value: &str) -> Result<When, WhenError> {
    let folded = fold(value);
    // The error is about what was typed and not about the capitals.
    folded.parse().or_else(|error| {
        folded
            .to_ascii_uppercase()
            .parse()
            .map_err(|_: WhenError| error)
    })
}

/// The candidate that a value was probably meant to be: one that begins so, else the nearest by typing mistakes if it
/// is near enough. A candidate is what may be typed and what is then meant.
pub(crate) fn nearest<'a>(
    value: &str,
    candidates: impl Iterator<Item = (&'a str, &'a str)>,
) -> Option<&'a str> {
    let value = fold(value);
    let candidates: Vec<_> = candidates
        .map(|(typed, meant)| (fold(typed), meant))
        .collect();
    let all = || candidates.iter().map(|(typed, _)| typed.as_str());
    let begun = all().find(|typed| value.chars().count() > 1 && typed.starts_with(&value));
    let found = begun.or_else(|| document::nearest(&value, all()))?;
    let (_, meant) = candidates.iter().find(|(typed, _)| typed == found)?;
    Some(meant)
}

#[cfg(test)]
mod tests {
    use super::super::{Qualifier, fixture};
    use super::{Kind, date, entries, levels, named, nearest};

    #[test]
    fn levels_by_every_spelling() {
        for (value, expected) in [
            ("4", "4"),
            ("=4", "4"),
            (">=4", "45"),
            ("≥4", "45"),
            ("＞＝４", "45"),
            (">3", "45"),
            ("<=2", "12"),
            ("<3", "12"),
            ("3..5", "345"),
            ("2-3", "23"),
            (">= 4", "45"),
        ] {
            let found = levels(value).expect(value);
            let found: String = (1..=5)
                .filter(|l| found >> l & 1 == 1)
                .map(|l| l.to_string())
                .collect();
            assert_eq!(found, expected, "{value}");
        }
        for value in [
            "", "0", "6", ">5", "<1", "5..3", "high", ">=", "..", "4.5", "999",
        ] {
            assert_eq!(levels(value), None, "{value}");
        }
    }

    #[test]
    fn the_best_name_wins() {
        let timeline = fixture::timeline();
        for (value, expected) in [
            ("us", &["us"][..]),
            ("US", &["us"]),
            ("japan", &["japan"]),
            ("ＪＡＰＡＮ", &["japan"]),
            ("日本", &["japan"]),
            ("United States", &["us"]),
            ("united", &["us", "uk"]),
            ("kingdom", &["uk"]),
            ("連合", &["uk"]),
            ("atlantis", &[]),
            ("\u{200B}", &[]),
        ] {
            let entries = entries(&timeline, Qualifier::Actor);
            let found: Vec<_> = named(&entries, value)
                .into_iter()
                .map(|index| entries[index].id)
                .collect();
            assert_eq!(found, expected, "{value}");
        }
    }

    #[test]
    fn kinds_and_dates() {
        assert_eq!(Kind::named(Qualifier::Has, "Excerpts"), Some(Kind::Excerpt));
        assert_eq!(Kind::named(Qualifier::Has, "ja"), Some(Kind::Japanese));
        assert_eq!(Kind::named(Qualifier::Has, "disputed"), None);
        assert_eq!(Kind::named(Qualifier::Is, "disputed"), Some(Kind::Disputed));
        assert_eq!(Kind::named(Qualifier::Has, "s"), Some(Kind::Source));
        assert_eq!(date("１９７１−０８").expect("a month").text(), "1971-08");
        assert_eq!(date("197x").expect("a decade").text(), "197X");
        let error = date("soon").expect_err("no date").to_string();
        assert!(error.contains("soon"), "{error}");
    }

    #[test]
    fn near_misses() {
        let candidates = || {
            ["actor", "category", "significance"]
                .into_iter()
                .map(|name| (name, name))
        };
        assert_eq!(nearest("actr", candidates()), Some("actor"));
        assert_eq!(nearest("categories", candidates()), Some("category"));
        assert_eq!(nearest("sig", candidates()), Some("significance"));
        assert_eq!(nearest("zebra", candidates()), None);
    }
}
