//! Whether links agree with the dates of their events. Says nothing where dates are too coarse to tell.

use crate::document::{Event, LinkKind};
use crate::messages::{Message, message};
use crate::time::{Precision, Span, When};

use super::remarks::{Remarks, entry};

/// A day is the day of where it happened, and the day is up to so many days off elsewhere: a moment, which is placed by
/// UTC, is compared with days as if it could lie this much to either side.
const ELSEWHERE: f64 = 1.0;

/// Reports links that run against time.
pub(super) fn event(event: &Event, remarks: &mut Remarks<'_>) {
    for link in &event.links {
        let Some(other) = remarks.timeline().events.get(link.to) else {
            continue;
        };
        let Some(expected) = broken(link.kind, &event.when, &other.when) else {
            continue;
        };
        let code = match expected {
            Expected::Later | Expected::Earlier => "link-order",
            Expected::SameTime => "link-apart",
        };
        remarks.add(code, |document| {
            let range = entry(document, event, "links", ("to", &other.id));
            let hint = message!("checks-link-order-hint");
            let message = expected.message(link.kind, event, other);
            (range, message, Some(hint))
        });
    }
}

/// What a link should point at and does not.
#[derive(Clone, Copy)]
enum Expected {
    Later,
    Earlier,
    SameTime,
}

impl Expected {
    fn message(self, kind: LinkKind, event: &Event, other: &Event) -> Message {
        let kind = format!("{kind:?}");
        let (from, from_date) = (&*event.id, event.when.text());
        let (to, to_date) = (&*other.id, other.when.text());
        match self {
            Self::Later => message!(
                "checks-link-to-later",
                kind = kind,
                from = from,
                from_date = from_date,
                to = to,
                to_date = to_date,
            ),
            Self::Earlier => message!(
                "checks-link-to-earlier",
                kind = kind,
                from = from,
                from_date = from_date,
                to = to,
                to_date = to_date,
            ),
            Self::SameTime => message!(
                "checks-link-apart",
                kind = kind,
                from = from,
                from_date = from_date,
                to = to,
                to_date = to_date,
            ),
        }
    }
}

/// What a link of this kind should point at and certainly does not.
fn broken(kind: LinkKind, from: &When, to: &When) -> Option<Expected> {
    match kind {
        LinkKind::LedTo | LinkKind::AmendedBy | LinkKind::ReplacedBy => {
            begins_before(to, from).then_some(Expected::Later)
        }
        LinkKind::ResponseTo | LinkKind::Follows | LinkKind::Recalls => {
            begins_before(from, to).then_some(Expected::Earlier)
        }
        LinkKind::PartOf => (!may_touch(from, to)).then_some(Expected::SameTime),
        LinkKind::SeeAlso => None,
    }
}

/// Whether one certainly begins before the other does.
fn begins_before(one: &When, other: &When) -> bool {
    latest_begin(one) + slack(one, other) <= other.extent().start
}

/// The first day that is certainly after the beginning.
fn latest_begin(when: &When) -> f64 {
    match when.core() {
        Some(core) if when.is_interval() => core.start + 1.0,
        _ => when.extent().end,
    }
}

/// Whether two dates may have a day in common.
pub(super) fn may_touch(one: &When, other: &When) -> bool {
    let Span { start, end } = other.extent();
    let slack = slack(one, other);
    one.extent().overlaps(Span::new(start - slack, end + slack))
}

fn slack(one: &When, other: &When) -> f64 {
    let is_moment = one.precision() == Precision::Moment || other.precision() == Precision::Moment;
    if is_moment { ELSEWHERE } else { 0.0 }
}
