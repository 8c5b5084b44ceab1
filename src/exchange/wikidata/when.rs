//! Dates of Wikidata, with what is known of them.

use crate::exchange::dates::{in_words, is_edtf, year};
use crate::exchange::losses::Losses;
use crate::exchange::stamps::{Stamp, about, between, in_numbers};
use crate::messages::message;

/// What a query asks for to be told how much of a date is known.
const PRECISION: &str = "wikibase:timePrecision";

/// A date as it stands there, and how much of it is known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Dated {
    pub(super) text: String,
    pub(super) precision: Option<u8>,
}

/// From the dates of an event, by what they tell, in EDTF.
pub(super) fn when(
    points: &[Dated],
    starts: &[Dated],
    ends: &[Dated],
    of: &str,
    losses: &mut Losses,
) -> Option<String> {
    let point = best(points, of, losses);
    let start = best(starts, of, losses);
    let end = best(ends, of, losses);
    match (start, point, end) {
        (Some(start), point, Some(end)) => {
            if point.is_some() {
                losses.add(message!("losses-point-beside"), of);
            }
            stretch(start, &end, of, losses)
        }
        (None, Some(point), Some(end)) => stretch(point, &end, of, losses),
        (_, Some(date), None) | (Some(date), None, None) => Some(date),
        (None, None, Some(end)) => {
            losses.add(message!("losses-only-end"), of);
            Some(end)
        }
        (None, None, None) => None,
    }
}

fn stretch(start: String, end: &str, of: &str, losses: &mut Losses) -> Option<String> {
    let told = between(&start, end, of, losses);
    if told.is_none() {
        losses.add(message!("losses-end-before-start"), of);
    }
    told.or(Some(start))
}

/// The date that says most; the first one where they differ.
fn best(all: &[Dated], of: &str, losses: &mut Losses) -> Option<String> {
    let mut dates: Vec<String> = Vec::new();
    for told in all {
        dates.extend(date(told, of, losses));
    }
    let longest = dates.iter().max_by_key(|date| date.len())?;
    if dates.iter().all(|date| longest.starts_with(date.as_str())) {
        return Some(longest.clone());
    }
    losses.add(message!("losses-more-dates"), of);
    dates.into_iter().next()
}

fn date(told: &Dated, of: &str, losses: &mut Losses) -> Option<String> {
    let read = match in_numbers(&told.text) {
        Some(stamp) => precise(stamp, told, of, losses),
        None => in_words(&told.text).map(|meant| meant.text),
    };
    if read.is_none() {
        let of: String = of.chars().take(30).collect();
        let found = message!("losses-of-text", of = of, found = &told.text);
        losses.add(message!("losses-date-unread"), found);
    }
    read
}

/// A date with the precision that is known, or guessed.
fn precise(mut stamp: Stamp, told: &Dated, of: &str, losses: &mut Losses) -> Option<String> {
    let parts = &mut stamp.parts;
    let is_first = parts.day == Some(1) && parts.time.is_none();
    match told.precision {
        None if is_first && parts.month == Some(1) => {
            let what = message!("losses-january", ask = PRECISION);
            losses.add(what, of);
            (parts.month, parts.day) = (None, None);
        }
        None if is_first => {
            let what = message!("losses-first-of-month", ask = PRECISION);
            losses.add(what, of);
        }
        None | Some(12..) => {}
        Some(11) => parts.time = None,
        Some(10) => (parts.day, parts.time) = (None, None),
        Some(9) => (parts.month, parts.day, parts.time) = (None, None, None),
        Some(vague) => return Some(span(parts.year, vague, of, losses)),
    }
    stamp.edtf()
}

/// A decade (8), a century (7) or a millennium (6). What is vaguer, and what lies before the common era, is a year, about.
fn span(number: i64, precision: u8, of: &str, losses: &mut Losses) -> String {
    // The 19th century ends in 1900, and so do they store it.
    let ended = |length: i64| number.saturating_sub(1).max(0) / length;
    let text = match precision {
        8 => format!("{:03}X", number / 10),
        7 => format!("{:02}XX", ended(100)),
        6 => format!("{}XXX", ended(1000)),
        _ => String::new(),
    };
    if number > 0 && is_edtf(&text) {
        return text;
    }
    losses.add(message!("losses-vague"), of);
    about(&year(number))
}
