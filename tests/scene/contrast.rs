//! What can be seen of the marks that carry no name, measured from the colours that are drawn and what lies behind them.

use transpacific::scene::{Fonts, Highlight, Item, Picture, Rgba, Theme, build};
use transpacific::time::{Lang, TimeWindow};

use crate::generated;
use crate::stage::{Stage, flat};

/// A mark as drawn, with what it is.
type Mark = (&'static str, Rgba);

/// The ticks, strips and lengths in the lanes, and the bars and the window's outline in the overview.
fn marks(theme: &Theme, stage: &Stage, window: TimeWindow) -> Vec<Mark> {
    let fonts = Fonts::bundled();
    let scene = build(&Picture {
        timeline: &stage.timeline,
        window,
        home: stage.home,
        placement: &stage.placement,
        heights: &stage.heights,
        first_lane: 0,
        frame: stage.frame,
        theme,
        fonts: &fonts,
        lang: Lang::En,
        off: &[],
        opacity: 1.0,
        highlight: Highlight::default(),
    });
    let mut marks = Vec::new();
    for item in flat(&scene.items) {
        match item {
            Item::Rects { fill, .. } => marks.push(("strip", *fill)),
            Item::Line { stroke, .. } if (stroke.width - 1.4).abs() < 1e-3 => {
                marks.push(("tick", stroke.color));
            }
            Item::Rect { rect, fill, .. } if (rect.height() - 2.0).abs() < 1e-3 => {
                marks.push(("length", *fill));
            }
            Item::Rect {
                stroke: Some(stroke),
                fill,
                ..
            } if fill.a < u8::MAX && stroke.width <= 1.0 => marks.push(("window", stroke.color)),
            _ => {}
        }
    }
    marks
}

/// Contrast of a mark over a ground, with what shines through it.
fn contrast(mark: Rgba, ground: Rgba) -> f32 {
    let opaque = Rgba { a: u8::MAX, ..mark };
    let seen = ground.mixed(opaque, f32::from(mark.a) / 255.0);
    seen.contrast(ground)
}

/// A timeline with ticks and every shade of a strip, its categories in the theme's colours or one of the file's.
fn stage(color: Option<&str>) -> Stage {
    let mut stage = Stage::new(&generated::timeline(3_000), (1200.0, 640.0));
    for category in &mut stage.timeline.categories {
        category.color = color.map(str::to_owned);
    }
    stage
}

#[test]
fn in_high_contrast_what_carries_no_name_is_seen_as_drawn() {
    for (name, theme) in [
        ("light", Theme::high_contrast_light()),
        ("dark", Theme::high_contrast_dark()),
    ] {
        let colors = [None, Some("#FFFF00"), Some("#2040FF"), Some("#777777")];
        for color in colors {
            let stage = stage(color);
            let mut kinds = Vec::new();
            for share in [1.0, 0.2, 0.02] {
                let window = TimeWindow::new(stage.home.mid(), stage.home.days * share);
                for (kind, mark) in marks(&theme, &stage, window) {
                    kinds.push(kind);
                    for ground in [theme.ground, theme.era] {
                        let ratio = contrast(mark, ground);
                        assert!(
                            ratio >= 3.0,
                            "{name}: {kind} {mark:?} ({color:?}) is {ratio:.2}:1"
                        );
                    }
                }
            }
            for kind in ["strip", "tick", "window"] {
                assert!(kinds.contains(&kind), "no {kind} was drawn");
            }
        }
    }
}
