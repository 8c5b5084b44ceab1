//! Names of the lanes, with how many of their events carry a name and how many do not.

use crate::messages::{grouped, message, say};
use crate::time::Lang;

use super::build::{Canvas, Picture};
use super::events::{LaneCounts, MARK};
use super::geometry::{Rect, point};
use super::lanes::Lane;
use super::marks::{Fill, mark};
use super::text::TextStyle;
use super::{Anchor, Hit, Scene, Target};

/// Height of a line of numbers in points.
const LINE: f32 = 15.0;
/// What parts the numbers where they may stand in a line each, in all languages.
const APART: &str = ", ";

/// The category's mark and name beside its lane, with what is named and what is not.
pub(super) fn draw(canvas: &Canvas<'_>, lane: &Lane, counts: &LaneCounts, scene: &mut Scene) {
    let Picture {
        timeline,
        lang,
        fonts,
        theme,
        ..
    } = canvas.picture;
    let Some(category) = timeline.categories.get(lane.number) else {
        return;
    };
    let title = lang.choose(&category.name, category.name_ja.as_deref());
    let style = TextStyle::semibold(14.0);
    let (left, room) = (34.0, lane.rect.left - 40.0);
    let mut y = lane.rect.top + 21.0;
    let color = canvas.color(lane.number);
    scene.items.push(mark(
        category.shape,
        point(20.0, y),
        MARK,
        color,
        Fill::Solid,
        theme.ground,
    ));
    for line in two_lines(title, room, |text| fonts.width(text, style)) {
        let line = fonts.elided(line, style, room);
        scene
            .items
            .push(canvas.text(point(left, y), Anchor::Left, line, style));
        y += 18.0;
    }
    let said = in_full(counts, *lang);
    let style = TextStyle::sans(11.5);
    // The gutter ends a little before the plot; numbers that need more room take a line each, or fewer words.
    let short = in_short(counts, *lang);
    let bare = in_figures(counts);
    let fits = |text: &str| fonts.width(&zeros(text), style) <= room + 4.0;
    let lines: Vec<&str> = if fits(&said) {
        vec![&said]
    } else if y + 8.0 + LINE < lane.rect.bottom {
        said.split_inclusive(APART).collect()
    } else {
        vec![&short]
    };
    // Beside a panel in a small window the gutter is no wider than two figures.
    let has_figures = !counts.off && !counts.waiting;
    let lines = if !has_figures || lines.iter().all(|line| fits(line.trim_end())) {
        lines
    } else {
        vec![bare.as_str()]
    };
    for line in lines {
        if y + 8.0 < lane.rect.bottom {
            scene.items.push(canvas.muted(
                point(left, y + 1.0),
                Anchor::Left,
                line.trim_end(),
                style,
            ));
        }
        y += LINE;
    }
    let rect = Rect {
        left: 8.0,
        right: lane.rect.left - 6.0,
        ..lane.rect
    };
    let label = say!(*lang, "slide-lane", title = title, said = &said);
    scene.hits.push(Hit {
        rect,
        target: Target::Lane(lane.number),
        label: Some(label),
    });
}

/// How many events in view carry their names, and how many do not.
fn in_full(counts: &LaneCounts, lang: Lang) -> String {
    let said = match (counts.named, counts.unnamed) {
        _ if counts.off => message!("slide-lane-off"),
        _ if counts.waiting => message!("slide-lane-waits"),
        (0, 0) => message!("slide-lane-empty"),
        (named, 0) => message!("slide-lane-named", named = named),
        (named, more) if counts.dense => {
            message!("slide-lane-named-and-more", named = named, more = more)
        }
        (named, ticks) => message!("slide-lane-named-and-ticks", named = named, ticks = ticks),
    };
    said.text(lang)
}

/// A text as wide, that is the same for all numbers of as many digits: the counts of a view that moves change in each
/// frame, their width is known.
fn zeros(text: &str) -> String {
    text.replace(|letter: char| letter.is_ascii_digit(), "0")
}

/// The same in figures alone.
fn in_figures(counts: &LaneCounts) -> String {
    let all = counts.named.saturating_add(counts.unnamed);
    format!("{} / {}", grouped(counts.named), grouped(all))
}

/// The same where there is room for few words.
fn in_short(counts: &LaneCounts, lang: Lang) -> String {
    let all = counts.named.saturating_add(counts.unnamed);
    say!(lang, "slide-lane-named-of", named = counts.named, all = all)
}

/// Breaks a name after the word that still fits, so that it takes two lines at most.
fn two_lines(text: &str, room: f32, width: impl Fn(&str) -> f32) -> Vec<&str> {
    if width(text) <= room {
        return vec![text];
    }
    let breaks = text
        .char_indices()
        .filter(|(_, letter)| letter.is_whitespace())
        .map(|(at, _)| at);
    let fitting = breaks
        .take_while(|&at| text.get(..at).is_some_and(|head| width(head) <= room))
        .last();
    match fitting.and_then(|at| text.split_at_checked(at)) {
        Some((head, tail)) => vec![head, tail.trim_start()],
        None => vec![text],
    }
}

#[cfg(test)]
mod tests {
    use crate::time::Lang;

    use super::{LaneCounts, in_full, in_short, two_lines};

    #[test]
    fn numbers_say_what_is_named_and_what_is_not() {
        let counts = |named, unnamed, dense| LaneCounts {
            named,
            unnamed,
            dense,
            ..LaneCounts::default()
        };
        assert_eq!(in_full(&counts(0, 0, false), Lang::En), "none in view");
        assert_eq!(in_full(&counts(3, 0, false), Lang::En), "3 named");
        assert_eq!(
            in_full(&counts(3, 4, false), Lang::En),
            "3 named, 4 as ticks"
        );
        assert_eq!(
            in_full(&counts(3, 16_563, true), Lang::En),
            "3 named, 16,563 more"
        );
        assert_eq!(
            in_short(&counts(3, 16_563, true), Lang::En),
            "3 of 16,566 named"
        );
        let off = LaneCounts {
            off: true,
            ..counts(3, 4, false)
        };
        assert_eq!(in_full(&off, Lang::En), "switched off");
    }

    #[test]
    fn names_break_between_words() {
        let width = |text: &str| text.chars().count() as f32;
        assert_eq!(two_lines("Security", 10.0, width), ["Security"]);
        assert_eq!(
            two_lines("Trade & economy", 9.0, width),
            ["Trade &", "economy"]
        );
        assert_eq!(two_lines("Unbreakable", 5.0, width), ["Unbreakable"]);
    }
}
