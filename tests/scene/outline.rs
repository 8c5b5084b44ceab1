//! A picture in words, rounded so that only what a reader would notice changes it.

use std::fmt::Write as _;

use transpacific::scene::{Anchor, Item, Rect, Scene, Target};
use transpacific::time::{TimeWindow, display_window};

use crate::stage::{Stage, captions, clusters, flat, named, ticks};

/// What a picture shows, lane by lane, with its axis.
pub(crate) fn outline(stage: &Stage, window: TimeWindow, scene: &Scene) -> String {
    let mut text = format!("{}\n", display_window(window, stage.lang));
    let (names, ticks) = (named(scene), ticks(scene));
    _ = writeln!(text, "eras: {}", eras(scene).join(" | "));
    for (lane, (said_named, said_ticks)) in captions(scene) {
        let title = stage.timeline.categories.get(lane);
        let title = title.map_or("", |category| &category.name);
        _ = writeln!(text, "{title}: {said_named} named, {said_ticks} as ticks");
        let of_lane = |event: &usize| stage.category(*event) == lane;
        for (&event, &rect) in names.iter().filter(|(event, _)| of_lane(event)) {
            _ = writeln!(text, "  {}", named_event(stage, event, rect, scene));
        }
        for (&event, &rect) in ticks.iter().filter(|(event, _)| of_lane(event)) {
            _ = writeln!(
                text,
                "  tick {}: {}",
                stage.id(event),
                round(rect.center().x)
            );
        }
        for (cluster, rect) in clusters(scene) {
            if cluster.lane == lane {
                let (from, to) = (round(rect.left), round(rect.right));
                _ = writeln!(text, "  {} close together: {from}..{to}", cluster.count);
            }
        }
    }
    let arcs = arcs(scene);
    if !arcs.is_empty() {
        _ = writeln!(text, "arcs: {}", arcs.join(" | "));
    }
    _ = writeln!(text, "axis: {}", axis(stage, scene).join(" | "));
    if stage.frame.ruler.height() > 0.0 {
        _ = writeln!(text, "{}", ruler(stage, scene));
    }
    text
}

/// "row 2: pearl-harbor 400..560 “Attack on Pearl Harbor” at 412".
fn named_event(stage: &Stage, event: usize, rect: Rect, scene: &Scene) -> String {
    let slot = stage.placement.slot(event, stage.category(event));
    let row = slot.map_or(0, |slot| slot.row);
    let id = stage.id(event);
    let stretch = format!("{}..{}", round(rect.left), round(rect.right));
    // The letters may lie partly out of view, where the region ends.
    let name = flat(&scene.items).into_iter().find_map(|item| match item {
        Item::Text { at, text, .. }
            if rect.grown(300.0).contains(*at)
                && (at.y - rect.center().y).abs() < 1.0
                && shows(stage, event, text) =>
        {
            Some(format!("“{text}” at {}", round(at.x)))
        }
        _ => None,
    });
    format!("row {row}: {id} {stretch} {}", name.unwrap_or_default())
}

/// Whether a text is an event's name, whole or cut.
fn shows(stage: &Stage, event: usize, text: &str) -> bool {
    let title = stage.timeline.events.get(event).map(|event| &*event.title);
    let head = text.strip_suffix('…').unwrap_or(text);
    title.is_some_and(|title| title == text || title.starts_with(head))
}

fn eras(scene: &Scene) -> Vec<&str> {
    let eras = scene.hits.iter().filter_map(|hit| match hit.target {
        Target::Era(_) => Some(hit.label.as_deref().unwrap_or_default()),
        _ => None,
    });
    eras.collect()
}

/// Open runs of many points, by their two ends.
fn arcs(scene: &Scene) -> Vec<String> {
    let arcs = flat(&scene.items)
        .into_iter()
        .filter_map(|item| match item {
            Item::Path {
                points,
                closed: false,
                ..
            } if points.len() == 33 => {
                let ends = points.first().zip(points.last());
                ends.map(|(from, to)| format!("{}..{}", round(from.x), round(to.x)))
            }
            _ => None,
        });
    arcs.collect()
}

fn axis(stage: &Stage, scene: &Scene) -> Vec<String> {
    let (top, bottom) = (stage.frame.axis.top, stage.frame.axis.bottom);
    let labels = scene.items.iter().filter_map(|item| match item {
        Item::Text {
            at,
            anchor: Anchor::Center,
            text,
            ..
        } if top < at.y && at.y < bottom => Some(format!("{text} {}", round(at.x))),
        _ => None,
    });
    labels.collect()
}

/// The ruler of the Japanese eras, word by word and line by line.
pub(crate) fn ruler(stage: &Stage, scene: &Scene) -> String {
    let rect = stage.frame.ruler;
    let mut found: Vec<(f32, String)> = Vec::new();
    for item in &scene.items {
        match item {
            Item::Text { at, text, .. }
                if rect.left <= at.x && rect.top < at.y && at.y < rect.bottom =>
            {
                found.push((at.x, format!("{text} {}", round(at.x))));
            }
            Item::Line { from, to, .. } if from.x == to.x && from.y == rect.top => {
                found.push((from.x, "|".to_owned()));
            }
            _ => {}
        }
    }
    found.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    let words: Vec<String> = found.into_iter().map(|(_, text)| text).collect();
    format!("ruler: {}", words.join(" "))
}

/// Whole points.
fn round(x: f32) -> i32 {
    x.round() as i32
}
