//! "Did you mean": the known name nearest to one that is not known.

use crate::messages::{Message, message};

/// Beyond this many candidates none is looked for: it would take longer than reading the file.
const CANDIDATES: usize = 20_000;
/// A longer text is no mistyped name.
const LONGEST: usize = 80;

/// The candidate that most resembles `found`, when one is near enough to be worth saying.
pub(crate) fn nearest<'a>(
    found: &str,
    candidates: impl ExactSizeIterator<Item = &'a str>,
) -> Option<&'a str> {
    if candidates.len() > CANDIDATES || found.len() > LONGEST {
        return None;
    }
    let found = found.to_lowercase();
    let limit = found.chars().count().saturating_add(1) / 3;
    let near = candidates.filter_map(|candidate| {
        if candidate.len() > LONGEST.saturating_mul(2) {
            return None;
        }
        let distance = strsim::damerau_levenshtein(&found, &candidate.to_lowercase());
        (distance <= limit).then_some((distance, candidate))
    });
    near.min().map(|(_, candidate)| candidate)
}

/// The same as a hint.
pub(crate) fn did_you_mean<'a>(
    found: &str,
    candidates: impl ExactSizeIterator<Item = &'a str>,
) -> Option<Message> {
    let near = nearest(found, candidates)?;
    Some(message!("checks-did-you-mean", near = near))
}
