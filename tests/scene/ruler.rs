//! The ruler of the Japanese eras under the axis.

use insta::assert_snapshot;
use proptest::prelude::{prop_assert, prop_assert_eq, proptest};
use proptest::test_runner::{Config, RngSeed};

use transpacific::app::built_in;
use transpacific::scene::{Anchor, Fonts, Item, Rect, Scene};
use transpacific::time::{Lang, TimeWindow, When};

use crate::outline::ruler;
use crate::random::{cases, looks};
use crate::stage::Stage;

const CANVAS: (f32, f32) = (1440.0, 840.0);

fn shipped(lang: Lang) -> Stage {
    Stage::of(built_in().document().timeline.clone(), CANVAS, lang).ruled()
}

/// Where the words of the ruler and of the axis stand, without what the ruler is called.
fn words(stage: &Stage, scene: &Scene) -> Vec<(Rect, String)> {
    let (frame, fonts) = (&stage.frame, Fonts::bundled());
    let word = |item: &Item| match item {
        Item::Text {
            at,
            anchor,
            text,
            style,
            ..
        } if at.y > frame.axis.top && at.y < frame.ruler.bottom && at.x >= frame.ruler.left => {
            let width = fonts.width(text, *style);
            let left = match anchor {
                Anchor::Left => at.x,
                Anchor::Center => at.x - width / 2.0,
                Anchor::Right => at.x - width,
            };
            let (top, bottom) = (at.y - style.size * 0.42, at.y + style.size * 0.5);
            Some((Rect::new(left, top, left + width, bottom), text.clone()))
        }
        _ => None,
    };
    scene.items.iter().filter_map(word).collect()
}

#[test]
fn what_it_says_from_two_centuries_down_to_a_week() {
    let mut said = String::new();
    for lang in [Lang::Ja, Lang::En] {
        let stage = shipped(lang);
        for text in [
            "1850/2025",
            "1910/1930",
            "1970/1995",
            "1985/1994",
            "1988/1990",
            "1989-01",
            "1989-01-05/1989-01-10",
            "1700/1800",
            "2000/2400",
        ] {
            let span = text.parse::<When>().expect("a stretch").extent();
            let window = TimeWindow::fit(span, 0.0);
            let words = ruler(&stage, &stage.scene(window));
            said.push_str(&format!("{text} {words}\n"));
        }
    }
    assert_snapshot!(said);
}

#[test]
fn without_being_asked_for_it_is_not_there() {
    let stage = Stage::of(built_in().document().timeline.clone(), CANVAS, Lang::Ja);
    assert_eq!(stage.frame.ruler.height(), 0.0);
    let scene = stage.scene(stage.home);
    let has = |name: &str| {
        scene
            .items
            .iter()
            .any(|item| matches!(item, Item::Text { text, .. } if text == name))
    };
    assert!(!has("昭和"));
}

proptest! {
    #![proptest_config(Config { cases: 200, failure_persistence: None, rng_seed: RngSeed::Fixed(1868), ..Config::default() })]

    #[test]
    fn no_word_lies_on_another_or_beyond_its_era(case in cases(), look in looks(), japanese: bool) {
        let lang = if japanese { Lang::Ja } else { Lang::En };
        let shipped = built_in().document().timeline.clone();
        let stage = Stage::of(shipped, case.size, lang).ruled();
        let window = look.window(stage.home);
        let scene = stage.scene(window);
        let words = words(&stage, &scene);
        for (at, (one, text)) in words.iter().enumerate() {
            let other = words.iter().skip(at + 1).find(|(other, _)| one.overlaps(other));
            prop_assert_eq!(other.map(|(_, other)| (text, other)), None);
        }
        let ruler = stage.frame.ruler;
        let lines: Vec<f32> = scene.items.iter().filter_map(|item| match item {
            Item::Line { from, to, .. } if from.x == to.x && from.y == ruler.top => Some(from.x),
            _ => None,
        }).collect();
        for (rect, text) in words.iter().filter(|(rect, _)| rect.center().y > ruler.top) {
            prop_assert!(rect.left >= ruler.left && rect.right <= ruler.right, "{text}");
            let crossed = lines.iter().find(|x| rect.left < **x && **x < rect.right);
            prop_assert_eq!(crossed, None, "a line through {}", text);
        }
    }
}
