//! What is wrong with a query, said beside the place and with a way out.
//!
//! Nothing here changes what is shown: [`super::super::filter`] leaves out what it cannot read, through the same
//! `meaning.rs`.

use std::ops::Range;

use crate::document::Timeline;
use crate::time::WhenError;

use super::meaning::{self, Kind};
use super::{Qualifier, Query, Value, What};

/// Something in the text of a query that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Bytes in the text that was parsed.
    pub range: Range<usize>,
    /// What is wrong and what is done about it.
    pub message: String,
    /// What to write instead.
    pub hint: Option<String>,
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
                    message: format!("{}: names nothing yet and is left out", qualifier.name()),
                    hint: Some(format!("for example {}", qualifier.example())),
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
            message: "the quotation is not closed and goes to the end".to_owned(),
            hint: Some("add \" where it ends".to_owned()),
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
        Some(nearest) => format!("did you mean {nearest}:?"),
        None => format!(
            "the qualifiers are {}",
            listed(Qualifier::ALL.map(Qualifier::name).into_iter(), ":")
        ),
    };
    Problem {
        range: range.clone(),
        message: format!("there is no qualifier {name}: and what follows is searched as words"),
        hint: Some(hint),
    }
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
) -> Option<(String, String)> {
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
        Some(nearest) => format!(
            "did you mean {}:{}?",
            qualifier.name(),
            super::as_value(nearest)
        ),
        None => format!(
            "there is {}",
            listed(entries.iter().map(|entry| entry.id), "")
        ),
    };
    Some((
        format!(
            "there is no {} “{}”; it is left out",
            qualifier.name(),
            value.text
        ),
        hint,
    ))
}

fn bad_date(qualifier: Qualifier, error: WhenError) -> (String, String) {
    let message = format!("{}; {}: is left out", error.message, qualifier.name());
    (
        message,
        error
            .hint
            .unwrap_or_else(|| format!("for example {0}:1970 or {0}:1971-08-15", qualifier.name())),
    )
}

fn bad_level(value: &Value) -> Option<(String, String)> {
    if meaning::levels(&value.text).is_some() {
        return None;
    }
    let message = format!(
        "expected a significance from 1 to 5 but found “{}”; it is left out",
        value.text
    );
    Some((
        message,
        "for example significance:>=4, significance:5 or significance:3..5".to_owned(),
    ))
}

fn unknown_kind(qualifier: Qualifier, value: &Value) -> Option<(String, String)> {
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
        (_, Some(nearest)) => format!("did you mean {name}:{nearest}?"),
        (Some(other), None) => format!("did you mean {}:{}?", other.name(), value.text),
        (None, None) => format!("{name}: takes {}", listed(kinds(), "")),
    };
    Some((
        format!(
            "there is no {name}:{}; it is left out",
            super::as_value(&value.text)
        ),
        hint,
    ))
}

/// The first few names of a list.
fn listed<'a>(names: impl Iterator<Item = &'a str>, suffix: &str) -> String {
    const SHOWN: usize = 8;
    let mut names: Vec<_> = names
        .take(SHOWN + 1)
        .map(|name| format!("{name}{suffix}"))
        .collect();
    if names.is_empty() {
        return "none".to_owned();
    }
    if names.len() > SHOWN {
        names.truncate(SHOWN);
        names.push("…".to_owned());
    }
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::super::{Query, fixture};

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
                assert!(
                    problem.message.contains(message),
                    "{text}: {}",
                    problem.message
                );
                let found = problem.hint.as_deref().unwrap_or_default();
                assert!(found.contains(hint), "{text}: {found}");
            }
        }
    }
}
