//! What holds of every picture of every timeline.

use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};
use proptest::test_runner::{Config, RngSeed, TestCaseError};

use transpacific::scene::{Anchor, Fonts, Highlight, Item, Placement, Point, Rect};
use transpacific::time::TimeWindow;

use crate::random::{cases, looks};
use crate::stage::{Stage, captions, clusters, flat, named, ticks, width};

/// Farther out than this nothing is drawn, in points: painters lose their pixels there.
const FARTHEST: f32 = 2e6;
/// As far as what is drawn at all can lie beyond its lane, in points.
const SLACK: f32 = 0.01;

fn config(cases: u32) -> Config {
    Config {
        cases,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1853),
        ..Config::default()
    }
}

proptest! {
    #![proptest_config(config(600))]

    #[test]
    fn no_two_names_overlap(case in cases(), look in looks()) {
        let stage = Stage::new(&case.text, case.size);
        for window in [look.window(stage.home), stage.home] {
            let scene = stage.scene(window);
            let names = names(&scene.items);
            let said: usize = captions(&scene).values().map(|(named, _)| named).sum();
            prop_assert_eq!(names.len(), said);
            for (at, (one, text)) in names.iter().enumerate() {
                let other = names.iter().skip(at + 1).find(|(other, _)| one.overlaps(other));
                prop_assert!(other.is_none(), "{text:?} and {other:?} in {window:?}");
            }
        }
    }

    /// The regions are marks, bars and names with three points of air around them, cut at the edge of the view.
    #[test]
    fn no_name_lies_on_another_name_mark_or_bar(case in cases(), look in looks()) {
        let stage = Stage::new(&case.text, case.size);
        for window in [look.window(stage.home), stage.home] {
            let named: Vec<_> = named(&stage.scene(window)).into_iter().collect();
            for (at, (a, one)) in named.iter().enumerate() {
                for (b, other) in named.iter().skip(at + 1) {
                    prop_assert!(!one.overlaps(other), "{} and {}", tell(&stage, *a, *one), tell(&stage, *b, *other));
                }
            }
        }
    }

    #[test]
    fn zooming_in_never_takes_a_name_away(case in cases(), look in looks(), at in 0.0..1.0_f64, log in 0.0..4.0_f64) {
        let stage = Stage::new(&case.text, case.size);
        let window = look.window(stage.home);
        let closer = window.zoom_at(window.start + at * window.days, 10_f64.powf(log));
        let (before, after) = (named(&stage.scene(window)), named(&stage.scene(closer)));
        for (&event, rect) in &before {
            if stage.is_in_view(event, closer) {
                prop_assert!(after.contains_key(&event), "gone: {}", tell(&stage, event, *rect));
            }
        }
        for &event in after.keys() {
            prop_assert!(stage.is_in_view(event, closer));
        }
    }

    #[test]
    fn panning_changes_no_name_and_no_row(case in cases(), look in looks(), by in -1.5..1.5_f64) {
        let stage = Stage::new(&case.text, case.size);
        let window = look.window(stage.home);
        let panned = window.pan_by(by * window.days);
        let (before, after) = (stage.scene(window), stage.scene(panned));
        let seen = |event: &usize| stage.is_in_view(*event, window) && stage.is_in_view(*event, panned);
        for event in (0..stage.timeline.events.len()).filter(seen) {
            let (one, other) = (named(&before).get(&event).copied(), named(&after).get(&event).copied());
            prop_assert_eq!(one.is_some(), other.is_some(), "{}", tell(&stage, event, one.or(other).unwrap_or_default()));
            if let (Some(one), Some(other)) = (one, other) {
                prop_assert_eq!((one.top, one.bottom), (other.top, other.bottom));
            }
        }
    }

    #[test]
    fn the_way_to_a_view_leaves_no_trace(case in cases(), look in looks(), way in proptest::collection::vec(looks(), 0..4)) {
        let stage = Stage::new(&case.text, case.size);
        let window = look.window(stage.home);
        for stop in way {
            stage.scene(stop.window(stage.home));
        }
        let here = stage.scene(window);
        let fresh = Stage::new(&case.text, case.size);
        let straight = fresh.scene_by(window, Highlight::default(), &fresh.placement, &Fonts::bundled());
        prop_assert_eq!(here.items, straight.items);
        prop_assert_eq!(here.hits, straight.hits);
    }

    #[test]
    fn what_matters_less_never_costs_a_name(case in cases(), least in 2..=5_u8) {
        let stage = Stage::new(&case.text, case.size);
        let significant = |event: usize| stage.timeline.events.get(event).is_some_and(|event| event.significance >= least);
        let alone = stage.placement(significant, false);
        prop_assert_eq!(places(&stage.placement, significant), places(&alone, |_| true));
    }

    #[test]
    fn what_does_not_match_the_filter_never_costs_a_name(case in cases(), rhythm in 2..5_usize) {
        let stage = Stage::new(&case.text, case.size);
        let matches = |event: usize| event.is_multiple_of(rhythm);
        let (hidden, faded) = (stage.placement(matches, false), stage.placement(matches, true));
        prop_assert_eq!(places(&faded, matches), places(&hidden, |_| true));
    }

    #[test]
    fn each_lane_says_how_many_are_named_and_how_many_are_not(case in cases(), look in looks()) {
        let stage = Stage::new(&case.text, case.size);
        for window in [look.window(stage.home), stage.home] {
            let scene = stage.scene(window);
            let (named, unnamed) = (named(&scene), stage.unnamed(&scene, window));
            let in_clusters: usize = clusters(&scene).iter().map(|(cluster, _)| cluster.count).sum();
            prop_assert_eq!(ticks(&scene).len() + in_clusters, unnamed.len());
            for (lane, (said_named, said_ticks)) in captions(&scene) {
                let of_lane = |event: &usize| stage.category(*event) == lane;
                let in_view = |event: &usize| stage.is_in_view(*event, window);
                let expected = (0..stage.timeline.events.len()).filter(of_lane).filter(in_view).count();
                prop_assert_eq!(said_named + said_ticks, expected, "lane {} in {:?}", lane, window);
                prop_assert_eq!(unnamed.keys().filter(|event| of_lane(event)).count(), said_ticks);
                prop_assert!(named.keys().filter(|event| of_lane(event)).count() <= said_named);
            }
        }
    }

    /// What does not match is not counted, whether it is gone or faint; a lane that is taken over is as good as new.
    #[test]
    fn the_counts_add_up_whatever_the_filter_leaves(case in cases(), look in looks(), rhythm in 2..5_usize, faded in any::<bool>()) {
        let stage = Stage::new(&case.text, case.size);
        let window = look.window(stage.home);
        // Leaves some lanes as they were and others not.
        let matches = |event: usize| event.is_multiple_of(rhythm) || stage.category(event) == 0;
        let placement = stage.placement(matches, faded);
        let after = stage.placement_after(matches, faded, Some(&stage.placement));
        let scene = stage.scene_by(window, Highlight::default(), &placement, &Fonts::bundled());
        prop_assert_eq!(&scene.items, &stage.scene_by(window, Highlight::default(), &after, &Fonts::bundled()).items);
        for (lane, (named, unnamed)) in captions(&scene) {
            let is_counted = |event: &usize| stage.category(*event) == lane && matches(*event) && stage.is_in_view(*event, window);
            let expected = (0..stage.timeline.events.len()).filter(is_counted).count();
            prop_assert_eq!(named + unnamed, expected, "lane {}", lane);
        }
    }

    /// Whatever is in view can be seen: it carries its name, or a tick stands for it.
    #[test]
    fn what_is_in_view_can_be_seen_and_pointed_at(case in cases(), look in looks()) {
        let stage = Stage::new(&case.text, case.size);
        let window = look.window(stage.home);
        let scene = stage.scene(window);
        let lanes = stage.frame.lanes;
        let all: Vec<_> = named(&scene).into_iter().chain(stage.unnamed(&scene, window)).collect();
        for &(event, rect) in &all {
            let inside = rect.grown(-SLACK);
            let room = lanes.grown(3.0);
            prop_assert!(room.left <= inside.left && inside.right <= room.right, "{}", tell(&stage, event, rect));
            prop_assert!(room.top <= inside.top && inside.bottom <= room.bottom, "{}", tell(&stage, event, rect));
        }
        let lanes_shown = captions(&scene);
        for event in (0..stage.timeline.events.len()).filter(|&event| stage.is_in_view(event, window)) {
            let found = all.iter().any(|&(known, _)| known == event);
            prop_assert!(found || !lanes_shown.contains_key(&stage.category(event)), "{}", tell(&stage, event, Rect::default()));
        }
        ticks_stand_where_they_can_be_pointed_at(&stage, window)?;
    }

    #[test]
    fn every_number_can_be_painted(case in cases(), look in looks(), selected in 0..80_usize) {
        let stage = Stage::new(&case.text, case.size);
        let highlight = Highlight { selected: Some(selected), lit: &[0, 1, 2], ..Highlight::default() };
        let scene = stage.scene_with(look.window(stage.home), highlight);
        for item in flat(&scene.items) {
            for point in points(item) {
                let sane = point.x.abs() <= FARTHEST && point.y.abs() <= FARTHEST;
                prop_assert!(sane, "{item:?}");
            }
        }
        for hit in &scene.hits {
            let Rect { left, top, right, bottom } = hit.rect;
            prop_assert!(left <= right && top <= bottom && [left, top, right, bottom].iter().all(|n| n.abs() <= FARTHEST), "{hit:?}");
        }
    }

    #[test]
    fn pointing_something_out_moves_nothing(case in cases(), look in looks(), selected in 0..80_usize) {
        let stage = Stage::new(&case.text, case.size);
        let window = look.window(stage.home);
        let highlight = Highlight { selected: Some(selected), hovered: Some(selected), lit: &[0, 3], pointer: None };
        prop_assert_eq!(stage.scene(window).hits, stage.scene_with(window, highlight).hits);
    }

    #[test]
    fn labels_of_the_axis_keep_apart(case in cases(), look in looks()) {
        let stage = Stage::new(&case.text, case.size);
        let scene = stage.scene(look.window(stage.home));
        let (top, bottom) = (stage.frame.axis.top, stage.frame.axis.bottom);
        let mut labels: Vec<(f32, f32)> = Vec::new();
        for item in &scene.items {
            if let Item::Text { at, anchor: Anchor::Center, text, style, .. } = item && top < at.y && at.y < bottom {
                let half = width(text, *style) / 2.0;
                labels.push((at.x - half, at.x + half));
            }
        }
        labels.sort_by(|a, b| a.0.total_cmp(&b.0));
        for pair in labels.windows(2) {
            if let [one, other] = pair {
                prop_assert!(one.1 < other.0, "{labels:?}");
            }
        }
    }
}

/// The names of events, with the room that their letters take.
fn names(items: &[Item]) -> Vec<(Rect, &str)> {
    let lanes = items.iter().filter_map(|item| match item {
        Item::Clip { items, .. } => Some(items),
        _ => None,
    });
    lanes.flatten().filter_map(name).collect()
}

fn name(item: &Item) -> Option<(Rect, &str)> {
    match item {
        // The end of a name that is covered from there on.
        Item::Text { text, .. } if text == "…" => None,
        Item::Text {
            at, text, style, ..
        } => {
            let half = style.size * 0.7;
            let right = at.x + width(text, *style);
            Some((Rect::new(at.x, at.y - half, right, at.y + half), text))
        }
        Item::Clip { rect, items, .. } => {
            let (name, text) = items.iter().find_map(name)?;
            Some((name.intersection(rect), text))
        }
        _ => None,
    }
}

/// A region with neither a line in it nor a piece of the strip is a tick that nobody sees.
fn ticks_stand_where_they_can_be_pointed_at(
    stage: &Stage,
    window: TimeWindow,
) -> Result<(), TestCaseError> {
    let scene = stage.scene(window);
    let strokes: Vec<(f32, f32)> = flat(&scene.items)
        .into_iter()
        .filter_map(|item| match item {
            Item::Line {
                from,
                to,
                dash: None,
                ..
            } if from.x == to.x => Some((from.x, from.y)),
            _ => None,
        })
        .collect();
    let strips: Vec<Rect> = flat(&scene.items)
        .into_iter()
        .filter_map(|item| match item {
            Item::Rects { rects, .. } => Some(rects.clone()),
            _ => None,
        })
        .flatten()
        .collect();
    for (event, rect) in ticks(&scene) {
        let stands = strokes.iter().any(|&(x, y)| {
            (x - rect.center().x).abs() <= 0.76 && rect.top <= y && y <= rect.bottom
        });
        let covers =
            |strip: &Rect| strip.left <= rect.left + 0.1 && rect.right <= strip.right + 0.1;
        let is_strip = strips
            .iter()
            .any(|strip| covers(strip) && strip.overlaps(&rect));
        prop_assert!(stands || is_strip, "{}", tell(stage, event, rect));
    }
    Ok(())
}

/// Where the events stand that a test looks at: scale, row and side.
fn places(placement: &Placement, looks_at: impl Fn(usize) -> bool) -> Vec<String> {
    let slots = (0..6).flat_map(|lane| placement.slots(lane));
    let slots = slots.filter(|(event, _)| looks_at(*event));
    slots
        .map(|(event, slot)| {
            format!(
                "{event} from {} in {} at {:?}",
                slot.from, slot.row, slot.side
            )
        })
        .collect()
}

fn points(item: &Item) -> Vec<Point> {
    let corners = |rect: &Rect| {
        vec![
            Point {
                x: rect.left,
                y: rect.top,
            },
            Point {
                x: rect.right,
                y: rect.bottom,
            },
        ]
    };
    match item {
        Item::Rect { rect, .. } | Item::Fade { rect, .. } | Item::Clip { rect, .. } => {
            corners(rect)
        }
        Item::Rects { rects, .. } => rects.iter().flat_map(corners).collect(),
        Item::Line { from, to, .. } => vec![*from, *to],
        Item::Path { points, .. } => points.clone(),
        Item::Text { at, .. } => vec![*at],
    }
}

fn tell(stage: &Stage, event: usize, rect: Rect) -> String {
    let event = stage.timeline.events.get(event);
    let told = event.map(|event| format!("{} {:?} ({})", event.id, event.title, event.when.text()));
    format!("{} at {rect:?}", told.unwrap_or_default())
}
