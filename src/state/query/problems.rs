//! What is wrong with a query, said beside the place and with a way out.
//!
//! Nothing here changes what is shown: [`super::super::filter`] leaves out what it cannot read, through the same
//! `meaning.rs`.

use std::ops::Range;

use crate::document::Timeline;
use crate::messages::{Message, message};
use crate::time::WhenError;

use super::meaning::{self, Kind};
use super::{Qualifier, Query, Value, What};

/// Something in the text of a query that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Bytes in the text that was parsed.
    pub range: Range<usize>,
    /// What is wrong and what is done about it.
    pub message: Message,
    /// What to write instead.
    pub hint: Option<Message>,
}

impl Query {
    /// All that is wrong, in the order of the text.
    pub fn problems(&self, timeline: &Timeline) -> Vec<Problem> {
        let mut problems = Vec::new();
        for term in &self.terms {
            match &term.what {
                What::Word(_) | What::Phrase(_) => {}
                What::Unknown(name, _) => problems.push(unknown_qualifier(name, &term.name)),
                What::Qualified(qualifier, values) if values.is_empty() => problems.push(Problem {
                    range: term.range.clone(),
                    message: message!("search-names-nothing", name = qualifier.name()),
                    hint: Some(message!(
                        "search-for-example",
                        example = qualifier.example()
                    )),
                }),
                What::Qualified(qualifier, values) => {
                    let found = values
                        .iter()
                        .filter_map(|value| bad_value(*qualifier, value, timeline));
                    problems.extend(found);
                }
            }
        }
        problems.extend(self.open_quote.clone().map(|range| Problem {
            range,
            message: message!("search-open-quote"),
            hint: Some(message!("search-open-quote-hint")),
        }));
        problems
    }
}

fn unknown_qualifier(name: &str, range: &Range<usize>) -> Problem {
    let nearest = meaning::nearest(
        name,
        Qualifier::ALL.into_iter().map(|q| (q.name(), q.name())),
    );
    let hint = match nearest {
        Some(nearest) => did_you_mean(format!("{nearest}:")),
        None => {
            let names = listed(Qualifier::ALL.map(Qualifier::name).into_iter(), ":");
            message!("search-qualifiers", names = names)
        }
    };
    Problem {
        range: range.clone(),
        message: message!("search-unknown-qualifier", name = name),
        hint: Some(hint),
    }
}

fn did_you_mean(term: String) -> Message {
    message!("search-did-you-mean", term = term)
}

/// What is wrong with one value, if anything is.
fn bad_value(qualifier: Qualifier, value: &Value, timeline: &Timeline) -> Option<Problem> {
    let (message, hint) = match qualifier {
        Qualifier::Category | Qualifier::Actor | Qualifier::Source => {
            unknown_entry(qualifier, value, timeline)?
        }
        Qualifier::After | Qualifier::Before => {
            bad_date(qualifier, meaning::date(&value.text).err()?)
        }
        Qualifier::Significance => bad_level(value)?,
        Qualifier::Has | Qualifier::Is => unknown_kind(qualifier, value)?,
    };
    Some(Problem {
        range: value.range.clone(),
        message,
        hint: Some(hint),
    })
}

fn unknown_entry(
    qualifier: Qualifier,
    value: &Value,
    timeline: &Timeline,
) -> Option<(Message, Message)> {
    let entries = meaning::entries(timeline, qualifier);
    if !meaning::named(&entries, &value.text).is_empty() {
        return None;
    }
    let names = entries.iter().flat_map(|entry| {
        let names = entry
            .names
            .into_iter()
            .flatten()
            .map(|name| (name, entry.id));
        names.chain([(entry.id, entry.id)])
    });
    let hint = match meaning::nearest(&value.text, names) {
        Some(nearest) => {
            let nearest = super::as_value(nearest);
            did_you_mean(format!("{}:{nearest}", qualifier.name()))
        }
        None if entries.is_empty() => message!("search-there-is-none"),
        None => {
            let names = listed(entries.iter().map(|entry| entry.id), "");
            message!("search-there-is", names = names)
        }
    };
    let wanted = &value.text;
    let message = match qualifier {
        Qualifier::Category => message!("search-no-category", wanted = wanted),
        Qualifier::Actor => message!("search-no-actor", wanted = wanted),
        _ => message!("search-no-source", wanted = wanted),
    };
    Some((message, hint))
}

fn bad_date(qualifier: Qualifier, error: WhenError) -> (Message, Message) {
    let name = qualifier.name();
    let message = message!("search-bad-date", why = error.message, name = name);
    let example = || message!("search-bad-date-hint", name = name);
    (message, error.hint.unwrap_or_else(example))
}

fn bad_level(value: &Value) -> Option<(Message, Message)> {
    if meaning::levels(&value.text).is_some() {
        return None;
    }
    let message = message!("search-bad-level", found = &value.text);
    Some((message, message!("search-bad-level-hint")))
}

fn unknown_kind(qualifier: Qualifier, value: &Value) -> Option<(Message, Message)> {
    if Kind::named(qualifier, &value.text).is_some() {
        return None;
    }
    let name = qualifier.name();
    let everywhere = [Qualifier::Has, Qualifier::Is].into_iter();
    let other = everywhere
        .filter(|&q| q != qualifier)
        .find(|&q| Kind::named(q, &value.text).is_some());
    let kinds = || Kind::of(qualifier).iter().map(|kind| kind.name());
    let hint = match (
        other,
        meaning::nearest(&value.text, kinds().map(|kind| (kind, kind))),
    ) {
        (_, Some(nearest)) => did_you_mean(format!("{name}:{nearest}")),
        (Some(other), None) => did_you_mean(format!("{}:{}", other.name(), value.text)),
        (None, None) => message!("search-takes", name = name, names = listed(kinds(), "")),
    };
    let term = format!("{name}:{}", super::as_value(&value.text));
    Some((message!("search-no-such-kind", term = term), hint))
}

/// The first few names of a list.
fn listed<'a>(names: impl Iterator<Item = &'a str>, suffix: &str) -> String {
    const SHOWN: usize = 8;
    let mut names: Vec<_> = names
        .take(SHOWN + 1)
        .map(|name| format!("{name}{suffix}"))
        .collect();
    if names.len() > SHOWN {
        names.truncate(SHOWN);
        names.push("…".to_owned());
    }
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::super::{Query, fixture};
    use crate::messages::Lang;

    /// Each problem as the text it marks, a part of its message and a part of its hint.
    #[test]
    fn each_problem_has_a_place_and_a_way_out() {
        let timeline = fixture::timeline();
        for (text, expected) in [
            (
                "actr:japan",
                Some(("actr:", "no qualifier actr:", "did you mean actor:?")),
            ),
            (
                "foo:bar",
                Some(("foo:", "no qualifier foo:", "category:, actor:")),
            ),
            (
                "actor:japn",
                Some(("japn", "no actor “japn”", "did you mean actor:japan?")),
            ),
            (
                "actor:us,\"Untied Kingdom\"",
                Some(("\"Untied Kingdom\"", "no actor", "actor:uk")),
            ),
            (
                "category:xyz",
                Some(("xyz", "no category", "there is trade, security, culture")),
            ),
            (
                "source:sadozay-2019",
                Some(("sadozay-2019", "no source", "source:sadozai-2019")),
            ),
            (
                "after:soon",
                Some(("soon", "`soon`; after: is left out", "after:1970")),
            ),
            (
                "significance:9",
                Some(("9", "from 1 to 5", "significance:>=4")),
            ),
            (
                "has:exerpt",
                Some(("exerpt", "no has:exerpt", "did you mean has:excerpt?")),
            ),
            (
                "has:disputed",
                Some(("disputed", "no has:disputed", "did you mean is:disputed?")),
            ),
            (
                "is:nice",
                Some(("nice", "no is:nice", "is: takes disputed")),
            ),
            (
                "-category:",
                Some(("-category:", "names nothing yet", "for example category:")),
            ),
            (
                "gold \"left the",
                Some(("\"left the", "not closed", "add \"")),
            ),
            ("\"", Some(("\"", "not closed", "add \""))),
            (
                "Shock: the dollar https://example.org/a 12:30 沖縄：返還",
                None,
            ),
            ("ACTOR：ＵＳ -has:links after:1970,1980 \"closed\"", None),
        ] {
            let problems = Query::parse(text).problems(&timeline);
            assert_eq!(
                problems.len(),
                usize::from(expected.is_some()),
                "{text}: {problems:?}"
            );
            for (problem, (place, message, hint)) in problems.iter().zip(expected) {
                assert_eq!(text.get(problem.range.clone()), Some(place), "{text}");
                let found = problem.message.text(Lang::En);
                assert!(found.contains(message), "{text}: {found}");
                let found = problem.hint.as_ref().map(|hint| hint.text(Lang::En));
                let found = found.unwrap_or_default();
                assert!(found.contains(hint), "{text}: {found}");
            }
        }
    }
}
