//! Whether links agree with the dates of their events. Says nothing where dates are too coarse to tell.

use crate::document::{Event, LinkKind};
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
        let Some((expected, code)) = broken(link.kind, &event.when, &other.when) else {
            continue;
        };
        remarks.add(code, |document| {
            let range = entry(document, event, "links", ("to", &other.id));
            let message = format!(
                "expected {:?} to point at something {expected}, but `{}` is of {} and `{}` of {}",
                link.kind,
                event.id,
                event.when.text(),
                other.id,
                other.when.text()
            );
            let hint = "turn the link round, change its kind, or mend a date".to_owned();
            (range, message, Some(hint))
        });
    }
}

/// What a link of this kind should point at and certainly does not.
fn broken(kind: LinkKind, from: &When, to: &When) -> Option<(&'static str, &'static str)> {
    match kind {
        LinkKind::LedTo | LinkKind::AmendedBy | LinkKind::ReplacedBy => {
            begins_before(to, from).then_some(("later", "link-order"))
        }
        LinkKind::ResponseTo | LinkKind::Follows | LinkKind::Recalls => {
            begins_before(from, to).then_some(("earlier", "link-order"))
        }
        LinkKind::PartOf => (!may_touch(from, to)).then_some(("of the same time", "link-apart")),
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
