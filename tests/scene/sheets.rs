//! Pictures that stand by themselves: what holds of any of them.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use proptest::prelude::{prop_assert, prop_assert_eq, proptest};
use proptest::test_runner::{Config, RngSeed};

use transpacific::document::{Document, Timeline};
use transpacific::scene::{Anchor, Fonts, Item, Rect, Scene, Sheet, Size, Target, Theme, sheet};
use transpacific::state::home;
use transpacific::time::{Lang, TimeWindow};

use crate::random::{cases, looks};

const SHIPPED: &str = include_str!("../../timeline.ron");

/// The sheet of a window with every event.
fn scene(timeline: &Timeline, window: TimeWindow, size: (f32, f32), lang: Lang) -> Scene {
    let of = |lane| {
        let events = (0_u32..).zip(&timeline.events);
        let own = events.filter(move |(_, event)| event.category == lane);
        own.map(|(index, _)| index).collect::<Arc<[u32]>>()
    };
    let matching: Vec<_> = (0..timeline.categories.len()).map(of).collect();
    let wanted = Sheet {
        timeline,
        window,
        matching: &matching,
        size: Size {
            width: size.0,
            height: size.1,
        },
        theme: &Theme::print(),
        fonts: &Fonts::bundled(),
        lang,
        off: &[],
        era_ruler: false,
    };
    sheet(&wanted, &AtomicBool::new(false)).unwrap_or_default()
}

/// Where letters stand, as far as they show.
fn texts(items: &[Item], clip: Rect, fonts: &Fonts, found: &mut Vec<(Rect, String)>) {
    for item in items {
        match item {
            Item::Text {
                at,
                anchor,
                text,
                style,
                ..
            } => {
                let width = fonts.width(text, *style);
                let left = match anchor {
                    Anchor::Left => at.x,
                    Anchor::Center => at.x - width / 2.0,
                    Anchor::Right => at.x - width,
                };
                // From the top of a capital to the foot of a g.
                let (top, bottom) = (at.y - style.size * 0.42, at.y + style.size * 0.5);
                let rect = Rect::new(left, top, left + width, bottom).intersection(&clip);
                if rect.width() > 0.0 && rect.height() > 0.0 {
                    found.push((rect, text.clone()));
                }
            }
            Item::Clip { rect, items, .. } => texts(items, clip.intersection(rect), fonts, found),
            _ => {}
        }
    }
}

fn overlap(scene: &Scene) -> Option<(String, String)> {
    let all = Rect::new(0.0, 0.0, scene.size.width, scene.size.height);
    let mut found = Vec::new();
    texts(&scene.items, all, &Fonts::bundled(), &mut found);
    assert!(!found.is_empty(), "a sheet without a word");
    let pairs = found
        .iter()
        .enumerate()
        .flat_map(|(at, one)| found.iter().skip(at + 1).map(move |other| (one, other)));
    let mut pairs = pairs.filter(|((one, _), (other, _))| one.overlaps(other));
    pairs
        .next()
        .map(|((_, one), (_, other))| (one.clone(), other.clone()))
}

proptest! {
    #![proptest_config(Config { cases: 200, failure_persistence: None, rng_seed: RngSeed::Fixed(1872), ..Config::default() })]

    #[test]
    fn every_lane_is_there_and_every_event_is_counted(case in cases(), look in looks()) {
        let timeline = Document::parse("t.ron", case.text).timeline;
        let whole = home(&timeline);
        for window in [whole, look.window(whole)] {
            let scene = scene(&timeline, window, case.size, Lang::En);
            let lanes = scene.hits.iter().filter(|hit| matches!(hit.target, Target::Lane(_)));
            prop_assert_eq!(lanes.count(), timeline.categories.len());
            prop_assert!(scene.size.width == case.size.0.max(1.0));
            let inside = scene.hits.iter().all(|hit| hit.rect.bottom <= scene.size.height + 0.01);
            prop_assert!(inside);
        }
    }
}

#[test]
fn on_paper_no_word_of_the_shipped_timeline_lies_on_another() {
    let timeline = Document::parse("timeline.ron", SHIPPED).timeline;
    let whole = home(&timeline);
    // A3 read from half a metre, A4 in the hand, A0 from the back of a room, upright and not.
    for size in [
        (1615.0, 1118.0),
        (1410.0, 970.0),
        (2360.0, 1660.0),
        (1660.0, 2360.0),
    ] {
        for lang in [Lang::En, Lang::Ja] {
            let scene = scene(&timeline, whole, size, lang);
            assert_eq!(overlap(&scene), None, "{size:?} {lang:?}");
        }
    }
}

#[test]
fn a_hundred_lanes_make_the_sheet_higher() {
    let categories: String = (0..100)
        .map(|lane| format!("(id: \"c{lane}\", name: \"Lane {lane}\"),"))
        .collect();
    let text = format!(
        "Timeline(categories: [{categories}], events: [(id: \"a\", when: \"1971\", title: \"A\", category: \"c99\")])"
    );
    let timeline = Document::parse("t.ron", text).timeline;
    let scene = scene(&timeline, home(&timeline), (1600.0, 1000.0), Lang::En);
    assert!(scene.size.height > 5000.0, "{}", scene.size.height);
    assert!(scene.hits.iter().any(|hit| hit.target == Target::Event(0)));
}

#[test]
fn the_title_says_what_is_shown() {
    let timeline = Document::parse("timeline.ron", SHIPPED).timeline;
    let window = TimeWindow::new(home(&timeline).start, 40.0 * 365.25);
    let scene = scene(&timeline, window, (1600.0, 1000.0), Lang::Ja);
    let said = scene.items.iter().filter_map(|item| match item {
        Item::Text { text, .. } => Some(text.as_str()),
        _ => None,
    });
    let said: Vec<_> = said.collect();
    assert!(said.contains(&"日米関係"), "{said:?}");
    assert!(
        said.iter()
            .any(|text| text.starts_with("1853年") && text.ends_with('件')),
        "{said:?}"
    );
}
