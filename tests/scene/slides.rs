//! Slides: what holds of each of them, and how a few look.

use std::fmt::Write as _;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use insta::assert_snapshot;
use proptest::prelude::{
    Just, Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest,
};
use proptest::test_runner::{Config, RngSeed};

use transpacific::app::built_in;
use transpacific::document::{Document, Timeline};
use transpacific::scene::{
    Anchor, Fonts, Hit, Item, Part, Placement, Progress, Rect, SLIDE_HEIGHT, Scene, Shown, Size,
    SlidePicture, Survey, Target, Theme, slide, slide_rows, slide_scale,
};
use transpacific::state::{Content, Slide, home};
use transpacific::time::{Lang, TimeWindow, When};

use crate::random::{Look, cases, looks};
use crate::stage::{flat, width};

thread_local! {
    static FONTS: Fonts = Fonts::bundled();
    static THEME: Theme = Theme::dark();
}

/// A slide, and how it is looked at.
#[derive(Debug, Clone)]
struct Shot {
    slide: Slide,
    camera: TimeWindow,
    width: f32,
    lang: Lang,
    steps: (usize, usize),
    covered: bool,
}

impl Shot {
    fn new(content: Content, window: TimeWindow) -> Self {
        let slide = Slide {
            content,
            window,
            title: None,
            title_ja: None,
            note: None,
            seconds: None,
            missing: Vec::new(),
        };
        Self {
            slide,
            camera: window,
            width: 960.0,
            lang: Lang::En,
            steps: (6, 8),
            covered: false,
        }
    }

    fn scene(&self, timeline: &Timeline) -> Scene {
        let size = Size {
            width: self.width,
            height: SLIDE_HEIGHT,
        };
        let survey = Arc::new(Survey::in_one_lane(timeline, self.lang));
        let all = (0_u32..).zip(&timeline.events).map(|(index, _)| index);
        let shown = Shown {
            timeline,
            survey: &survey,
            matching: &[all.collect()],
            others: false,
            home: slide_scale(home(timeline), size),
        };
        let heights = slide_rows(&self.slide.content);
        let placement = Placement::new(&shown, &heights, None, &AtomicBool::new(false));
        let placement = placement.unwrap_or_default();
        let progress = Progress {
            step: self.steps.0,
            count: self.steps.1,
            title: "From Nixon to Hanoi",
        };
        FONTS.with(|fonts| {
            THEME.with(|theme| {
                slide(&SlidePicture {
                    timeline,
                    slide: &self.slide,
                    window: self.camera,
                    placement: &placement,
                    heights: &heights,
                    size,
                    theme,
                    fonts,
                    lang: self.lang,
                    progress: Some(progress),
                    opacity: 1.0,
                    covered: self.covered,
                })
            })
        })
    }
}

/// A text, where it can be seen, and its size.
struct Seen {
    text: String,
    rect: Rect,
    size: f32,
}

/// All texts that can be seen, with the room that their letters take.
fn texts(scene: &Scene) -> Vec<Seen> {
    let mut seen = Vec::new();
    let all = Rect::new(-1e6, -1e6, 1e6, 1e6);
    collect(&scene.items, all, &mut seen);
    seen
}

fn collect(items: &[Item], view: Rect, seen: &mut Vec<Seen>) {
    for item in items {
        match item {
            Item::Clip { rect, items, .. } => collect(items, view.intersection(rect), seen),
            Item::Text {
                at,
                anchor,
                text,
                style,
                ..
            } => {
                let wide = width(text, *style);
                let left = match anchor {
                    Anchor::Left => at.x,
                    Anchor::Center => at.x - wide / 2.0,
                    Anchor::Right => at.x - wide,
                };
                let half = style.size * 0.5;
                let rect = Rect::new(left, at.y - half, left + wide, at.y + half);
                let rect = rect.intersection(&view);
                if rect.width() > 1.5 && rect.height() > 0.0 {
                    seen.push(Seen {
                        text: text.clone(),
                        rect,
                        size: style.size,
                    });
                }
            }
            _ => {}
        }
    }
}

/// Words as they come from any hand: none, few, many, without a space, Japanese.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        1 => Just(String::new()),
        4 => "[A-Z][a-z]{0,9}( [A-Za-z’&–]{1,12}[.,]?){0,12}",
        2 => "[A-Z][a-z]{0,9}( [A-Za-z’&–]{1,12}[.,]?){20,80}",
        1 => "[A-Za-z]{80,200}",
        2 => "[日米安全保障条約貿易摩擦ニクソンショック東京広島一二三（）「」、。・ー]{1,200}",
    ]
}

/// What a slide is made from: numbers that become indexes of whatever timeline there is.
#[derive(Debug, Clone)]
struct Draft {
    kind: u8,
    events: Vec<usize>,
    shown: usize,
    titles: (Option<String>, Option<String>),
    looks: (Look, Look),
    fixed: bool,
    width: f32,
    japanese: bool,
    steps: (usize, usize),
    covered: bool,
}

fn drafts() -> impl Strategy<Value = Draft> {
    let widths = prop_oneof![
        Just(960.0_f32),
        Just(720.0),
        Just(1260.0),
        200.0..1600.0_f32
    ];
    let titles = (prop::option::of(words()), prop::option::of(words()));
    let events = prop::collection::vec(0..1000_usize, 1..14);
    let steps = (
        1..40_usize,
        prop_oneof![Just(8_usize), Just(300), 1..40_usize],
    );
    let what = (0..7_u8, events, 0..14_usize, titles);
    let how = (
        looks(),
        looks(),
        any::<bool>(),
        widths,
        any::<bool>(),
        steps,
        any::<bool>(),
    );
    (what, how).prop_map(|((kind, events, shown, titles), how)| {
        let (camera, at, fixed, width, japanese, (step, count), covered) = how;
        Draft {
            kind,
            events,
            shown,
            titles,
            looks: (at, camera),
            fixed,
            width,
            japanese,
            steps: (step.min(count) - 1, count),
            covered: covered && kind % 2 == 0,
        }
    })
}

impl Draft {
    fn shot(&self, timeline: &Timeline) -> Shot {
        let home = home(timeline);
        let count = timeline.events.len();
        let events: Vec<usize> = self
            .events
            .iter()
            .map(|event| event % count.max(1))
            .collect();
        let first = events.first().copied().unwrap_or_default();
        let others: Vec<usize> = events.iter().skip(1).copied().collect();
        let content = match self.kind {
            _ if count == 0 => Content::Nothing,
            0 => Content::Event(first),
            1 => Content::Window(events),
            2 => Content::Links {
                event: first,
                shown: self.shown.min(others.len()),
                others,
            },
            3 => Content::Series {
                series: 0,
                event: self.shown.is_multiple_of(2).then_some(first),
                marker: timeline
                    .events
                    .get(first)
                    .map_or(0.0, |event| event.when.anchor()),
            },
            4 => Content::Excerpt {
                event: first,
                excerpt: 0,
            },
            5 => Content::Gone,
            _ => Content::Nothing,
        };
        let window = self.looks.0.window(home);
        let mut shot = Shot::new(content, window);
        shot.slide.title.clone_from(&self.titles.0);
        shot.slide.title_ja.clone_from(&self.titles.1);
        shot.camera = if self.fixed {
            window
        } else {
            self.looks.1.window(home)
        };
        shot.width = self.width;
        shot.lang = if self.japanese { Lang::Ja } else { Lang::En };
        shot.steps = self.steps;
        shot.covered = self.covered;
        shot
    }
}

/// A file with words in it, and figures with gaps.
fn worded(text: &str, summary: &str, quote: &str) -> Timeline {
    let told = format!(
        "summary: {summary:?}, excerpts: [(source: \"s\", paragraph: 3, quote: {quote:?})]"
    );
    let figures: String = (1900..2020)
        .filter(|year| year % 17 > 2)
        .map(|year| format!("(\"{year}\", {}.5), ", year % 23 * 40))
        .collect();
    let head = format!(
        "Timeline(sources: [(id: \"s\", author: \"An Author\", title: \"A Work of Some Length\", date: \"1999\")], \
         series: [(id: \"f\", title: \"Figures\", unit: \"¥\", source: \"s\", points: [{figures}])], "
    );
    let text = text
        .replace("summary: \"\"", &told)
        .replacen("Timeline(", &head, 1);
    Document::parse("test.ron", text.as_str()).timeline
}

fn config(cases: u32) -> Config {
    Config {
        cases,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1971),
        ..Config::default()
    }
}

proptest! {
    #![proptest_config(config(500))]

    #[test]
    fn every_text_of_a_slide_can_be_read(case in cases(), draft in drafts(), summary in words(), quote in words()) {
        let timeline = worded(&case.text, &summary, &quote);
        let shot = draft.shot(&timeline);
        let scene = shot.scene(&timeline);
        prop_assert_eq!(scene.size.height, SLIDE_HEIGHT);
        let slide = Rect::new(0.0, 0.0, scene.size.width, SLIDE_HEIGHT).grown(0.5);
        let texts = texts(&scene);
        for (at, one) in texts.iter().enumerate() {
            prop_assert!(one.size >= SLIDE_HEIGHT * 0.02, "{:?} is {} points", one.text, one.size);
            let inside = slide.contains(corner(one.rect, true)) && slide.contains(corner(one.rect, false));
            prop_assert!(inside, "{:?} at {:?}", one.text, one.rect);
            for other in texts.iter().skip(at + 1) {
                let apart = !one.rect.grown(-0.7).overlaps(&other.rect.grown(-0.7));
                prop_assert!(apart, "{:?} at {:?}, {:?} at {:?}", one.text, one.rect, other.text, other.rect);
            }
        }
        for hit in &scene.hits {
            let Rect { left, top, right, bottom } = hit.rect;
            prop_assert!(left <= right && top <= bottom && bottom <= SLIDE_HEIGHT, "{hit:?}");
        }
    }

    /// The class sees what has come and nothing of what is still to come.
    #[test]
    fn links_come_one_at_a_time(case in cases(), draft in drafts()) {
        let timeline = worded(&case.text, "", "");
        let draft = Draft { kind: 2, covered: false, ..draft };
        let shot = draft.shot(&timeline);
        let Content::Links { event, others, shown } = &shot.slide.content else { return Ok(()) };
        let scene = shot.scene(&timeline);
        let mut come: Vec<usize> = others.iter().take(*shown).copied().filter(|other| other != event).collect();
        come.sort_unstable();
        come.dedup();
        let arcs = flat(&scene.items).into_iter().filter(|item| {
            matches!(item, Item::Path { points, closed: false, .. } if points.len() == 33)
        });
        prop_assert_eq!(arcs.count(), come.len());
        for hit in &scene.hits {
            if let (Target::Event(other), Some(_)) = (hit.target, &hit.label) {
                prop_assert!(other == *event || come.contains(&other), "{hit:?}");
            }
        }
    }

    /// The step's own event is there, whether the rows have a place for it or not, and it is said once.
    #[test]
    fn the_step_s_own_event_has_its_mark(case in cases(), draft in drafts(), summary in words()) {
        let timeline = worded(&case.text, &summary, "");
        let shot = Draft { kind: 0, ..draft }.shot(&timeline);
        let Content::Event(own) = shot.slide.content else { return Ok(()) };
        let scene = shot.scene(&timeline);
        let at = timeline.events.get(own).map_or(0.0, |event| event.when.anchor());
        let x = slide_scale(shot.camera, scene.size).x_from_day(at);
        let hits: Vec<&Hit> = scene.hits.iter().filter(|hit| hit.target == Target::Event(own)).collect();
        let expected = usize::from((0.0..=scene.size.width).contains(&x));
        prop_assert_eq!(hits.len(), expected, "{:?}", hits);
        prop_assert!(hits.iter().all(|hit| hit.rect.left <= x && x <= hit.rect.right));
        let parts: Vec<Part> = parts(&scene).map(|(part, _)| part).collect();
        prop_assert!(parts.is_sorted(), "{parts:?}");
    }

    #[test]
    fn what_is_covered_is_not_said(case in cases(), draft in drafts(), summary in words(), quote in words()) {
        let timeline = worded(&case.text, &summary, &quote);
        let mut shot = draft.shot(&timeline);
        shot.covered = true;
        let scene = shot.scene(&timeline);
        let secret = |text: &str| {
            text.chars().count() > 3 && timeline.events.iter().any(|event| event.title.starts_with(text.trim_end_matches('…')))
        };
        for seen in texts(&scene) {
            prop_assert!(!secret(&seen.text), "{:?}", seen.text);
        }
        for hit in scene.hits.iter().filter(|hit| !matches!(hit.target, Target::Cluster(_))) {
            prop_assert!(hit.label.as_deref().is_some_and(|label| !secret(label)), "{hit:?}");
        }
    }
}

fn corner(rect: Rect, first: bool) -> transpacific::scene::Point {
    if first {
        transpacific::scene::point(rect.left, rect.top)
    } else {
        transpacific::scene::point(rect.right, rect.bottom)
    }
}

fn parts(scene: &Scene) -> impl Iterator<Item = (Part, &Hit)> {
    scene.hits.iter().filter_map(|hit| match hit.target {
        Target::Part(part) => Some((part, hit)),
        _ => None,
    })
}

/// What a slide says, part by part, and every text with its place.
fn outline(scene: &Scene) -> String {
    let mut text = String::new();
    for (part, hit) in parts(scene) {
        let label = hit.label.as_deref().unwrap_or_default();
        _ = writeln!(text, "{part:?}: {label}");
    }
    let mut seen = texts(scene);
    seen.sort_by(|a, b| {
        let order = a.rect.center().y.total_cmp(&b.rect.center().y);
        order.then(a.rect.left.total_cmp(&b.rect.left))
    });
    for Seen {
        text: said,
        rect,
        size,
    } in seen
    {
        let (x, y) = (rect.left.round() as i32, rect.center().y.round() as i32);
        _ = writeln!(text, "  {x}, {y}: “{said}” {size}");
    }
    let arcs = flat(&scene.items).into_iter().filter(
        |item| matches!(item, Item::Path { points, closed: false, .. } if points.len() == 33),
    );
    _ = writeln!(text, "arcs: {}", arcs.count());
    text
}

fn shipped() -> Timeline {
    built_in().document().timeline.clone()
}

fn stretch(when: &str) -> TimeWindow {
    let span = when
        .parse::<When>()
        .ok()
        .and_then(|when| when.finite_extent());
    span.map_or(TimeWindow::new(0.0, 1.0), |span| TimeWindow::fit(span, 0.0))
}

fn index(timeline: &Timeline, id: &str) -> usize {
    timeline.event_index(id).unwrap_or(usize::MAX)
}

#[test]
fn a_slide_of_an_event() {
    let timeline = shipped();
    let hanoi = Content::Event(index(&timeline, "hanoi-summit"));
    let shot = Shot::new(hanoi, stretch("2016/2019"));
    assert_snapshot!(outline(&shot.scene(&timeline)));
}

#[test]
fn a_slide_of_an_event_in_japanese_on_an_old_projector() {
    let timeline = shipped();
    let pearl = Content::Event(index(&timeline, "pearl-harbor"));
    let mut shot = Shot::new(pearl, stretch("1941-11/1942-03"));
    shot.slide.title = Some("Whose day is it?".to_owned());
    (shot.width, shot.lang) = (720.0, Lang::Ja);
    assert_snapshot!(outline(&shot.scene(&timeline)));
}

#[test]
fn a_slide_of_a_stretch_of_time() {
    let timeline = shipped();
    let told = [
        "nixon-shock-china",
        "nixon-shock-dollar",
        "plaza-accord",
        "hanoi-summit",
    ];
    let told = told.iter().map(|id| index(&timeline, id)).collect();
    let mut shot = Shot::new(Content::Window(told), stretch("1968/2022"));
    shot.slide.title = Some("Half a century of surprises".to_owned());
    assert_snapshot!(outline(&shot.scene(&timeline)));
}

#[test]
fn a_slide_of_links_of_which_two_have_come() {
    let timeline = shipped();
    let event = index(&timeline, "nixon-shock-dollar");
    let mut others: Vec<_> = timeline
        .connections(event)
        .iter()
        .map(|link| link.other)
        .collect();
    others.dedup();
    let links = Content::Links {
        event,
        others,
        shown: 2,
    };
    let shot = Shot::new(links, stretch("1945/1980"));
    assert_snapshot!(outline(&shot.scene(&timeline)));
}

#[test]
fn a_slide_of_figures() {
    let timeline = shipped();
    let event = index(&timeline, "nixon-shock-dollar");
    let marker = timeline
        .events
        .get(event)
        .map_or(0.0, |event| event.when.anchor());
    let series = Content::Series {
        series: 0,
        event: Some(event),
        marker,
    };
    let shot = Shot::new(series, stretch("1949/2024"));
    assert_snapshot!(outline(&shot.scene(&timeline)));
}

#[test]
fn a_slide_of_a_quotation() {
    let timeline = shipped();
    let event = index(&timeline, "hanoi-summit");
    let shot = Shot::new(Content::Excerpt { event, excerpt: 0 }, stretch("2016/2019"));
    assert_snapshot!(outline(&shot.scene(&timeline)));
}

#[test]
fn a_slide_whose_event_is_gone_shows_the_axis_and_no_word_of_it() {
    let timeline = shipped();
    let shot = Shot::new(Content::Gone, stretch("1969/1974"));
    let scene = shot.scene(&timeline);
    assert_eq!(
        parts(&scene).map(|(part, _)| part).collect::<Vec<_>>(),
        [Part::Progress]
    );
    assert!(texts(&scene).iter().any(|seen| seen.text == "1971"));
}

#[test]
fn without_a_placement_the_step_s_own_event_shows_alone() {
    let timeline = shipped();
    let own = index(&timeline, "hanoi-summit");
    let shot = Shot::new(Content::Event(own), stretch("2016/2019"));
    let heights = slide_rows(&shot.slide.content);
    let nothing = Placement::default();
    let scene = slide(&SlidePicture {
        timeline: &timeline,
        slide: &shot.slide,
        window: shot.camera,
        placement: &nothing,
        heights: &heights,
        size: Size {
            width: 960.0,
            height: SLIDE_HEIGHT,
        },
        theme: &Theme::light(),
        fonts: &Fonts::bundled(),
        lang: Lang::En,
        progress: None,
        opacity: 0.5,
        covered: false,
    });
    let marks: Vec<Target> = scene
        .hits
        .iter()
        .map(|hit| hit.target)
        .filter(|target| !matches!(target, Target::Part(_)))
        .collect();
    assert_eq!(marks, [Target::Event(own)]);
}
