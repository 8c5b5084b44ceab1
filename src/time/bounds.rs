//! What a whole EDTF expression covers: extent, certain core, anchor, precision.
//!
//! Duty: fold dates ([`Reading`]) into intervals and sets. Invariants: `extent.start <= anchor <= extent.end`, the
//! anchor is finite, and a core lies inside its extent.

use edtf_core::{Date, DateTime, Edtf, Interval, IntervalEndpoint, Set, SetElement};

use super::civil::{Civil, SECONDS_PER_DAY, civil_at};
use super::reading::{Reading, date_span};
use super::{Precision, Span};

/// Earliest to latest (exclusive); infinite where open or unknown.
pub(super) fn extent(edtf: &Edtf) -> Span {
    match edtf {
        Edtf::Date(date) => date_span(date),
        Edtf::DateTime(moment) => moment_span(moment),
        Edtf::Interval(interval) => {
            Span::new(earliest_start(&interval.start), latest_end(&interval.end))
        }
        Edtf::Set(set) => set_extent(set),
    }
}

/// Whether an interval's end lies wholly before its start.
pub(super) fn is_reversed(edtf: &Edtf) -> bool {
    matches!(edtf, Edtf::Interval(interval)
        if earliest_start(&interval.start) > latest_end(&interval.end))
}

/// The days an interval covers whatever its ends turn out to be: from its latest possible first day to its earliest
/// possible last day, both inclusive. `1945/1952` gives 1945-12-31 to 1952-01-01; an interval between days is
/// certain throughout.
pub(super) fn core(edtf: &Edtf) -> Option<Span> {
    let Edtf::Interval(Interval { start, end }) = edtf else {
        return None;
    };
    let first = match start {
        IntervalEndpoint::Open => f64::NEG_INFINITY,
        // The start lies somewhere before the end: nothing but the end is certain.
        IntervalEndpoint::Unknown => last_day_of(end)?,
        IntervalEndpoint::Date(date)
        | IntervalEndpoint::OnOrBefore(date)
        | IntervalEndpoint::OnOrAfter(date) => date_span(date).end - 1.0,
    };
    let last = match end {
        IntervalEndpoint::Open => f64::INFINITY,
        IntervalEndpoint::Unknown => first_day_of(start)?,
        IntervalEndpoint::Date(date)
        | IntervalEndpoint::OnOrBefore(date)
        | IntervalEndpoint::OnOrAfter(date) => date_span(date).start,
    };
    let extent = extent(edtf);
    (first <= last).then(|| Span::new(first.max(extent.start), (last + 1.0).min(extent.end)))
}

/// The finite place an expression stands at: the middle of a point, the start of an interval.
pub(super) fn anchor(edtf: &Edtf, extent: Span) -> f64 {
    let anchor = match edtf {
        Edtf::DateTime(_) => extent.start,
        Edtf::Interval(_) if extent.start.is_finite() => extent.start,
        Edtf::Interval(_) => anchor_span(edtf).mid(),
        Edtf::Date(_) | Edtf::Set(_) if extent.is_finite() => extent.mid(),
        Edtf::Date(_) | Edtf::Set(_) => anchor_span(edtf).mid(),
    };
    anchor.max(extent.start).min(extent.end)
}

/// The dated part an expression is reckoned from: itself, an interval's start (its end when the start is open or
/// unknown), a set's first member.
pub(super) fn anchor_reading(edtf: &Edtf) -> Option<Reading> {
    let date = match edtf {
        Edtf::Date(date) => Some(date),
        Edtf::DateTime(moment) => Some(&moment.date),
        Edtf::Interval(interval) => dated(&interval.start).or_else(|| dated(&interval.end)),
        Edtf::Set(set) => set
            .elements
            .first()
            .map(element_dates)
            .map(|(first, _)| first),
    };
    date.map(Reading::of)
}

/// Of an interval or a set: of its coarsest part.
pub(super) fn precision(edtf: &Edtf) -> Precision {
    let of = |date: &Date| Reading::of(date).precision();
    match edtf {
        Edtf::Date(date) => of(date),
        Edtf::DateTime(_) => Precision::Moment,
        Edtf::Interval(interval) => [&interval.start, &interval.end]
            .into_iter()
            .filter_map(dated)
            .map(of)
            .max()
            .unwrap_or(Precision::Millennium),
        Edtf::Set(set) => set
            .elements
            .iter()
            .map(element_dates)
            .map(|(first, last)| of(first).max(of(last)))
            .max()
            .unwrap_or(Precision::Millennium),
    }
}

/// The date an endpoint names, if any.
pub(super) fn dated(endpoint: &IntervalEndpoint) -> Option<&Date> {
    match endpoint {
        IntervalEndpoint::Date(date)
        | IntervalEndpoint::OnOrBefore(date)
        | IntervalEndpoint::OnOrAfter(date) => Some(date),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => None,
    }
}

/// A moment written with a zero second is known to the minute (EDTF has no shorter form), any other to the second.
fn moment_span(moment: &DateTime) -> Span {
    let day = Reading::of(&moment.date).span.start;
    let seconds = second_of_day(moment);
    let length = if moment.time.second == 0 { 60 } else { 1 };
    let at = |second: i64| day + second as f64 / SECONDS_PER_DAY as f64;
    Span::new(at(seconds), at(seconds + length))
}

/// Seconds since the civil midnight; a leap second counts as the one before it, so that it stays in its day.
pub(super) fn second_of_day(moment: &DateTime) -> i64 {
    let time = moment.time;
    i64::from(time.hour) * 3600 + i64::from(time.minute) * 60 + i64::from(time.second.min(59))
}

/// The civil day of a moment; EDTF writes it in full.
pub(super) fn moment_day(moment: &DateTime) -> Civil {
    civil_at(Reading::of(&moment.date).span.start)
}

fn anchor_span(edtf: &Edtf) -> Span {
    anchor_reading(edtf).map_or(
        Span {
            start: 0.0,
            end: 0.0,
        },
        |reading| reading.span,
    )
}

fn earliest_start(endpoint: &IntervalEndpoint) -> f64 {
    match endpoint {
        IntervalEndpoint::Date(date) | IntervalEndpoint::OnOrAfter(date) => date_span(date).start,
        IntervalEndpoint::Open | IntervalEndpoint::Unknown | IntervalEndpoint::OnOrBefore(_) => {
            f64::NEG_INFINITY
        }
    }
}

fn latest_end(endpoint: &IntervalEndpoint) -> f64 {
    match endpoint {
        IntervalEndpoint::Date(date) | IntervalEndpoint::OnOrBefore(date) => date_span(date).end,
        IntervalEndpoint::Open | IntervalEndpoint::Unknown | IntervalEndpoint::OnOrAfter(_) => {
            f64::INFINITY
        }
    }
}

fn first_day_of(endpoint: &IntervalEndpoint) -> Option<f64> {
    dated(endpoint).map(|date| date_span(date).start)
}

fn last_day_of(endpoint: &IntervalEndpoint) -> Option<f64> {
    dated(endpoint).map(|date| date_span(date).end - 1.0)
}

/// First and last date of a set's member.
pub(super) fn element_dates(element: &SetElement) -> (&Date, &Date) {
    match element {
        SetElement::Date(date) | SetElement::OnOrBefore(date) | SetElement::OnOrAfter(date) => {
            (date, date)
        }
        SetElement::Range(first, last) => (first, last),
    }
}

fn set_extent(set: &Set) -> Span {
    set.elements
        .iter()
        .map(|element| {
            let (first, last) = element_dates(element);
            let span = date_span(first).union(date_span(last));
            match element {
                SetElement::OnOrBefore(_) => Span::new(f64::NEG_INFINITY, span.end),
                SetElement::OnOrAfter(_) => Span::new(span.start, f64::INFINITY),
                SetElement::Date(_) | SetElement::Range(..) => span,
            }
        })
        .reduce(Span::union)
        .unwrap_or(Span {
            start: f64::NEG_INFINITY,
            end: f64::INFINITY,
        })
}
