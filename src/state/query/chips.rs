//! The chips and menus beside the search field: what they show, and the edits of the query that they make.
//!
//! Both directions go through the text, so what is typed shows in the chips and the other way round. An edit writes
//! the whole query anew in its canonical spelling and leaves the meaning of all other terms alone.
//!
//! Invariant: toggling the same category twice gives a query that shows the same categories as before.

use crate::document::Timeline;

use super::meaning::{self, ALL_LEVELS, Entry, Kind};
use super::{Qualifier, Query, Term, Value, What, as_value, joined};

impl Query {
    /// For each category whether its events are shown.
    pub fn categories_on(&self, timeline: &Timeline) -> Vec<bool> {
        let entries = meaning::entries(timeline, Qualifier::Category);
        let mut on = vec![true; entries.len()];
        for (negated, values) in self.qualified(Qualifier::Category) {
            if let Some(accepted) = meaning::accepted(&entries, values) {
                on.iter_mut()
                    .zip(accepted)
                    .for_each(|(on, accepted)| *on &= accepted != negated);
            }
        }
        on
    }

    /// With the category at this index shown if it was not, and the other way round.
    pub fn with_category_toggled(&self, timeline: &Timeline, index: usize) -> Self {
        let mut on = self.categories_on(timeline);
        if let Some(on) = on.get_mut(index) {
            *on = !*on;
        }
        self.with_categories(timeline, &on)
    }

    /// With the category at this index alone.
    pub fn only_category(&self, timeline: &Timeline, index: usize) -> Self {
        let on: Vec<bool> = (0..timeline.categories.len())
            .map(|other| other == index)
            .collect();
        if on.contains(&true) {
            self.with_categories(timeline, &on)
        } else {
            self.clone()
        }
    }

    /// One term for all: the shown ones or the hidden ones, whichever are fewer.
    fn with_categories(&self, timeline: &Timeline, on: &[bool]) -> Self {
        let ids = |wanted: bool| {
            let all = timeline.categories.iter().zip(on);
            joined(
                all.filter(|&(_, &on)| on == wanted)
                    .map(|(category, _)| &*category.id),
            )
        };
        let shown = on.iter().filter(|&&on| on).count();
        let hidden = on.len() - shown;
        let term = match (shown, hidden) {
            (_, 0) => None,
            (0, _) => Some(format!("-category:{}", ids(false))),
            _ if shown <= hidden => Some(format!("category:{}", ids(true))),
            _ => Some(format!("-category:{}", ids(false))),
        };
        self.replacing(|term| term.is_about(Qualifier::Category), term)
    }

    /// For each actor whether the query asks for it; all false when it asks for none.
    pub fn actors_on(&self, timeline: &Timeline) -> Vec<bool> {
        self.entries_on(timeline, Qualifier::Actor)
    }

    /// With the actor at this index asked for, or no longer: the menu adds to one list (any of them); beside several
    /// `actor:` terms (all of them) it adds one more.
    pub fn with_actor_toggled(&self, timeline: &Timeline, index: usize) -> Self {
        self.with_entry_toggled(timeline, Qualifier::Actor, index)
    }

    /// For each source whether the query asks for it; all false when it asks for none.
    pub fn sources_on(&self, timeline: &Timeline) -> Vec<bool> {
        self.entries_on(timeline, Qualifier::Source)
    }

    /// With the source at this index asked for, or no longer; see [`Query::with_actor_toggled`].
    pub fn with_source_toggled(&self, timeline: &Timeline, index: usize) -> Self {
        self.with_entry_toggled(timeline, Qualifier::Source, index)
    }

    /// The lowest significance shown, if it is above 1.
    pub fn min_significance(&self) -> Option<u8> {
        let levels = self.levels();
        (1..=5)
            .find(|&level| levels & meaning::level_bit(level) != 0)
            .filter(|&level| level > 1)
    }

    /// With this significance and above, whatever the query said about it.
    pub fn with_min_significance(&self, min: Option<u8>) -> Self {
        let term = min
            .filter(|&min| min > 1)
            .map(|min| format!("significance:>={}", min.min(5)));
        self.replacing(|term| term.is_about(Qualifier::Significance), term)
    }

    /// Whether only events with an excerpt are shown.
    pub fn has_excerpt(&self) -> bool {
        self.terms
            .iter()
            .any(|term| !term.negated && term.asks_for_excerpt())
    }

    /// With only the events that have an excerpt, or all.
    pub fn with_has_excerpt(&self, on: bool) -> Self {
        if on == self.has_excerpt() {
            return self.clone();
        }
        self.replacing(Term::asks_for_excerpt, on.then(|| "has:excerpt".to_owned()))
    }

    /// The levels of significance shown, bit by bit.
    pub(crate) fn levels(&self) -> u8 {
        self.qualified(Qualifier::Significance)
            .filter_map(|(negated, values)| Some((negated, meaning::levels_of(values)?)))
            .fold(ALL_LEVELS, |all, (negated, levels)| {
                all & if negated { !levels } else { levels }
            })
    }

    fn entries_on(&self, timeline: &Timeline, qualifier: Qualifier) -> Vec<bool> {
        let entries = meaning::entries(timeline, qualifier);
        let mut on = vec![false; entries.len()];
        for (_, values) in self.qualified(qualifier).filter(|(negated, _)| !negated) {
            let accepted = meaning::accepted(&entries, values).unwrap_or_default();
            on.iter_mut()
                .zip(accepted)
                .for_each(|(on, accepted)| *on |= accepted);
        }
        on
    }

    fn with_entry_toggled(&self, timeline: &Timeline, qualifier: Qualifier, index: usize) -> Self {
        let entries = meaning::entries(timeline, qualifier);
        let Some(entry) = entries.get(index) else {
            return self.clone();
        };
        let on = self.entries_on(timeline, qualifier).get(index) == Some(&true);
        let is_list = |term: &&Term| {
            let values = term.values(qualifier).filter(|_| !term.negated);
            values.is_some_and(|values| meaning::accepted(&entries, values).is_some())
        };
        let lists = self.terms.iter().filter(is_list).count();
        let mut terms = Vec::new();
        let mut added = on;
        for term in &self.terms {
            if term.negated != on {
                // Off takes it out of the terms that ask for it, on out of those that exclude it.
                terms.extend(term.without(qualifier, &entries, index));
            } else if !added && lists == 1 && is_list(&term) {
                terms.push(format!("{term},{}", as_value(entry.id)));
                added = true;
            } else {
                terms.push(term.to_string());
            }
        }
        if !added {
            terms.push(format!("{}:{}", qualifier.name(), as_value(entry.id)));
        }
        Self::parse(&terms.join(" "))
    }

    /// With a new term in the place of the first of those that go, or at the end.
    fn replacing(&self, goes: impl Fn(&Term) -> bool, mut new: Option<String>) -> Self {
        let mut terms = Vec::new();
        for term in &self.terms {
            if goes(term) {
                terms.extend(new.take());
            } else {
                terms.push(term.to_string());
            }
        }
        terms.extend(new);
        Self::parse(&terms.join(" "))
    }
}

impl Term {
    fn is_about(&self, qualifier: Qualifier) -> bool {
        self.values(qualifier).is_some()
    }

    /// The values, if the term has this qualifier.
    fn values(&self, asked: Qualifier) -> Option<&[Value]> {
        match &self.what {
            What::Qualified(qualifier, values) if *qualifier == asked => Some(values),
            _ => None,
        }
    }

    /// The term's text without one of the entries; `None` if nothing is left of it.
    fn without(&self, qualifier: Qualifier, entries: &[Entry<'_>], index: usize) -> Option<String> {
        let mut kept = Vec::new();
        let mut found = false;
        for value in self.values(qualifier).unwrap_or_default() {
            let named = meaning::named(entries, &value.text);
            if named.contains(&index) {
                found = true;
                let others = named.into_iter().filter(|&other| other != index);
                kept.extend(
                    others
                        .filter_map(|other| entries.get(other))
                        .map(|entry| entry.id),
                );
            } else {
                kept.push(value.text.as_str());
            }
        }
        if !found {
            return Some(self.to_string());
        }
        let sign = if self.negated { "-" } else { "" };
        let values = joined(kept.iter().copied());
        (!kept.is_empty()).then(|| format!("{sign}{}:{values}", qualifier.name()))
    }

    /// Whether excerpts and nothing else are what the term is about.
    fn asks_for_excerpt(&self) -> bool {
        let excerpt =
            |value: &Value| Kind::named(Qualifier::Has, &value.text) == Some(Kind::Excerpt);
        self.values(Qualifier::Has)
            .is_some_and(|values| !values.is_empty() && values.iter().all(excerpt))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, any, prop, proptest};

    use super::super::{Query, fixture};
    use crate::state::index::SearchIndex;

    #[test]
    fn categories() {
        let timeline = fixture::timeline();
        for (before, shown, index, after) in [
            ("", [true, true, true], 0, "-category:trade"),
            ("-category:trade", [false, true, true], 0, ""),
            (
                "gold -category:trade after:1970",
                [false, true, true],
                1,
                "gold category:culture after:1970",
            ),
            (
                "category:culture",
                [false, false, true],
                2,
                "-category:trade,security,culture",
            ),
            (
                "-category:trade,security,culture",
                [false; 3],
                1,
                "category:security",
            ),
            (
                "category:trade category:trade,culture",
                [true, false, false],
                2,
                "-category:security",
            ),
            (
                "category:貿易 -category:文化",
                [true, false, false],
                1,
                "-category:culture",
            ),
            (
                "category:nothing x",
                [true, true, true],
                1,
                "-category:security x",
            ),
            ("category:", [true, true, true], 7, ""),
        ] {
            let query = Query::parse(before);
            assert_eq!(query.categories_on(&timeline), shown, "{before}");
            assert_eq!(
                query.with_category_toggled(&timeline, index).to_string(),
                after,
                "{before}"
            );
        }
        let query = Query::parse("-category:trade gold");
        assert_eq!(
            query.only_category(&timeline, 2).to_string(),
            "category:culture gold"
        );
        assert_eq!(query.only_category(&timeline, 9), query);
    }

    #[test]
    fn actors_and_sources() {
        let timeline = fixture::timeline();
        for (before, on, index, after) in [
            ("", [false, false, false], 0, "actor:us"),
            ("actor:us", [true, false, false], 0, ""),
            ("actor:us x", [true, false, false], 1, "actor:us,japan x"),
            (
                "actor:us actor:日本",
                [true, true, false],
                2,
                "actor:us actor:日本 actor:uk",
            ),
            ("actor:us actor:日本", [true, true, false], 0, "actor:日本"),
            ("actor:united", [true, false, true], 0, "actor:uk"),
            (
                "-actor:us,uk",
                [false, false, false],
                0,
                "-actor:uk actor:us",
            ),
            (
                "actor:nobody",
                [false, false, false],
                1,
                "actor:nobody actor:japan",
            ),
            ("actor:us", [true, false, false], 9, "actor:us"),
        ] {
            let query = Query::parse(before);
            assert_eq!(query.actors_on(&timeline), on, "{before}");
            assert_eq!(
                query.with_actor_toggled(&timeline, index).to_string(),
                after,
                "{before}"
            );
        }
        let query = Query::default().with_source_toggled(&timeline, 1);
        assert_eq!(query.to_string(), "source:dower-1999");
        assert_eq!(query.sources_on(&timeline), [false, true]);
    }

    #[test]
    fn significance() {
        for (before, min, new, after) in [
            ("", None, Some(4), "significance:>=4"),
            ("significance:>=4 x", Some(4), Some(2), "significance:>=2 x"),
            ("x significance:3..4", Some(3), None, "x"),
            ("-significance:<3", Some(3), Some(1), ""),
            ("significance:<=2", None, Some(9), "significance:>=5"),
            ("significance:many", None, None, ""),
        ] {
            let query = Query::parse(before);
            assert_eq!(query.min_significance(), min, "{before}");
            assert_eq!(
                query.with_min_significance(new).to_string(),
                after,
                "{before}"
            );
        }
    }

    #[test]
    fn excerpts() {
        for (before, has, on, after) in [
            ("", false, true, "has:excerpt"),
            ("has:excerpts x", true, false, "x"),
            ("has:excerpt", true, true, "has:excerpt"),
            ("-has:excerpt", false, true, "has:excerpt"),
            ("-has:excerpt", false, false, "-has:excerpt"),
            (
                "has:excerpt,link",
                false,
                true,
                "has:excerpt,link has:excerpt",
            ),
        ] {
            let query = Query::parse(before);
            assert_eq!(query.has_excerpt(), has, "{before}");
            assert_eq!(query.with_has_excerpt(on).to_string(), after, "{before}");
        }
    }

    #[test]
    fn ids_of_any_kind_survive() {
        for id in [
            "a b",
            "a,b",
            "-a",
            "a\"b",
            "“",
            "\\",
            "//x",
            "actor:x",
            "日、本",
        ] {
            let mut timeline = fixture::timeline();
            timeline.actors[0].id = id.into();
            timeline.categories[0].id = id.into();
            let query = Query::default().with_actor_toggled(&timeline, 0);
            let query = query.only_category(&timeline, 0);
            assert_eq!(query.actors_on(&timeline), [true, false, false], "{query}");
            assert_eq!(
                query.categories_on(&timeline),
                [true, false, false],
                "{query}"
            );
        }
    }

    fn queries() -> impl Strategy<Value = Query> {
        let term = prop::sample::select(vec![
            "category:trade",
            "-category:culture,trade",
            "category:s",
            "category:none",
            "category:",
            "actor:united",
            "actor:us,japan",
            "-actor:uk",
            "actor:japan",
            "gold",
            "-\"exact words\"",
            "after:1950",
            "has:excerpt",
            "actr:us",
        ]);
        prop::collection::vec(term, 0..6).prop_map(|terms| Query::parse(&terms.join(" ")))
    }

    proptest! {
        #[test]
        fn toggling_a_category_twice_changes_nothing(query in queries(), index in 0..4_usize) {
            let timeline = fixture::timeline();
            let search = SearchIndex::new(&timeline);
            let once = query.with_category_toggled(&timeline, index);
            let twice = once.with_category_toggled(&timeline, index);
            let selected = search.select(&timeline, &query);
            assert_eq!(search.select(&timeline, &twice), selected);
            assert!(search.select(&timeline, &once).per_category().eq(selected.per_category()));
        }

        #[test]
        fn a_category_off_leaves_none_of_its_events(query in queries(), index in 0..3_usize) {
            let timeline = fixture::timeline();
            let on = query.categories_on(&timeline)[index];
            let off = if on { query.with_category_toggled(&timeline, index) } else { query };
            let selection = SearchIndex::new(&timeline).select(&timeline, &off);
            assert!(selection.iter().all(|event| timeline.events[event as usize].category != index));
        }

        #[test]
        fn a_toggled_actor_shows_in_the_menu(query in queries(), index in 0..3_usize, has in any::<bool>()) {
            let timeline = fixture::timeline();
            let mut expected = query.actors_on(&timeline);
            expected[index] = !expected[index];
            assert_eq!(query.with_actor_toggled(&timeline, index).actors_on(&timeline), expected);
            assert_eq!(query.with_has_excerpt(has).has_excerpt(), has);
        }
    }
}
