//! A few pictures as they should be. A change here is a change that readers see: look at it, then accept it.

use insta::assert_snapshot;

use transpacific::app::built_in;
use transpacific::document::Timeline;
use transpacific::scene::Highlight;
use transpacific::time::{Lang, Span, TimeWindow, When, day_of_year_start};

use crate::outline::outline;
use crate::stage::Stage;

/// The canvas of the window that opens.
const CANVAS: (f32, f32) = (1440.0, 840.0);

/// Dates of every kind of doubt.
const DOUBTS: &str = r#"Timeline(title: "Doubts", categories: [
    (id: "sure", name: "Sure"), (id: "vague", name: "Vague"),
], eras: [(title: "All of it", when: "1960/1990")],
events: [
    (id: "day", when: "1971-08-15", title: "A day", category: "sure", summary: ""),
    (id: "moment", when: "1971-07-15T19:30:00-07:00", title: "A moment", category: "sure", summary: ""),
    (id: "span", when: "1963-01-05/1969-12-20", title: "From a day to a day", category: "sure", summary: ""),
    (id: "month", when: "1980-03", title: "A month", category: "sure", summary: ""),
    (id: "year", when: "1975", title: "Some day of a year", category: "vague", summary: ""),
    (id: "circa", when: "1966~", title: "About a year", category: "vague", summary: ""),
    (id: "perhaps", when: "1978-05-01?", title: "Perhaps a day", category: "vague", summary: ""),
    (id: "decade", when: "198X", title: "Some day of a decade", category: "vague", summary: ""),
    (id: "years", when: "1962/1968", title: "Between two years", category: "vague", summary: ""),
    (id: "goes-on", when: "1979/..", title: "Goes on", category: "vague", summary: ""),
    (id: "always-was", when: "../1970", title: "Has been for ever", category: "vague", summary: ""),
    (id: "never-ended", when: "1972-06-01/", title: "Nobody knows the end", category: "vague", summary: ""),
])"#;

fn shipped() -> Timeline {
    built_in().document().timeline.clone()
}

/// The window of a stretch, to the day.
fn stretch(when: &str) -> TimeWindow {
    let span = when.parse::<When>().map(|when| when.extent());
    TimeWindow::fit(span.unwrap_or(Span::new(0.0, 1.0)), 0.0)
}

fn outlined(timeline: Timeline, window: Option<TimeWindow>, selected: Option<&str>) -> String {
    let stage = Stage::of(timeline, CANVAS, Lang::En);
    let window = window.unwrap_or(stage.home);
    let selected = selected.and_then(|id| stage.timeline.event_index(id));
    let highlight = Highlight {
        selected,
        ..Highlight::default()
    };
    outline(&stage, window, &stage.scene_with(window, highlight))
}

#[test]
fn the_shipped_timeline_at_first_sight() {
    assert_snapshot!(outlined(shipped(), None, None));
}

#[test]
fn the_years_of_the_nixon_shocks() {
    let window = stretch("1969/1974");
    assert_eq!(window.start, day_of_year_start(1969));
    assert_snapshot!(outlined(shipped(), Some(window), None));
}

#[test]
fn the_years_of_the_nixon_shocks_under_a_ruler_of_the_eras() {
    let stage = Stage::of(shipped(), CANVAS, Lang::Ja).ruled();
    let window = stretch("1969/1974");
    assert_snapshot!(outline(&stage, window, &stage.scene(window)));
}

#[test]
fn the_day_of_pearl_harbor() {
    assert_snapshot!(outlined(shipped(), Some(stretch("1941-12-07")), None));
}

#[test]
fn dates_in_doubt_and_open_ends() {
    let doubts = Stage::new(DOUBTS, CANVAS).timeline;
    assert_eq!(doubts.events.len(), 12);
    assert_snapshot!(outlined(doubts, None, None));
}

#[test]
fn an_event_with_the_arcs_of_its_links() {
    assert_snapshot!(outlined(
        shipped(),
        Some(stretch("2015/2020")),
        Some("us-withdraws-tpp")
    ));
}
