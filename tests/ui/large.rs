//! Text from 80 to 250 per cent in a window of 1280×720: everything can be come to, nothing runs into something else, and
//! no words are lost (WCAG 2.2, 1.4.4 and 1.4.10).

use egui::accesskit::{Action as Asked, ActionRequest, Role, TreeId};
use egui::epaint::ClippedShape;
use egui::{Event, Rect, Shape, Vec2};
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};

use transpacific::time::Lang;

use crate::places::{Control, Place};
use crate::support::{Window, name};

const WINDOW: Vec2 = Vec2::new(1280.0, 720.0);
const PER_CENT: [f32; 5] = [80.0, 100.0, 150.0, 200.0, 250.0];
/// What is left of the canvas, in points, for it to be one.
const CANVAS: Vec2 = Vec2::new(160.0, 120.0);

/// The least height of the canvas. Beside the text of the file, some lines of which must show, there is less in the end.
fn least(place: Place, per_cent: f32) -> f32 {
    if place == Place::Text && per_cent > 200.0 {
        48.0
    } else {
        CANVAS.y
    }
}

/// Where the canvas lies, which has its own rules for names; nowhere in a lesson.
fn canvas(window: &Window) -> Option<Rect> {
    let all = window.harness.query_all(By::new().role(Role::Canvas));
    all.map(|node| node.rect()).next()
}

fn is_on_canvas(window: &Window, rect: Rect) -> bool {
    canvas(window).is_some_and(|canvas| canvas.expand(1.0).contains_rect(rect))
}

/// Whether a control can be brought into sight, as Tab and a screen reader do.
fn comes_into_sight(window: &mut Window, control: &Control) -> bool {
    let request = ActionRequest {
        action: Asked::ScrollIntoView,
        target_tree: TreeId::ROOT,
        target_node: control.id.accesskit_id(),
        data: None,
    };
    window.harness.event(Event::AccessKitActionRequest(request));
    window.settle();
    let all = window.controls();
    let now = all.iter().find(|other| other.id == control.id);
    // What is larger than its list or its window fills that.
    now.is_some_and(|now| {
        let share = now.seen.area() / now.rect.area().max(1.0);
        now.is_whole() || now.seen.is_positive() && (share > 0.6 || now.seen.height() > 10.0)
    })
}

fn overlapping(window: &Window, controls: &[Control]) -> Vec<String> {
    let mut wrong = Vec::new();
    let seen: Vec<_> = controls
        .iter()
        .filter(|control| control.seen.is_positive() && !is_on_canvas(window, control.rect))
        .filter(|control| {
            !matches!(
                control.role,
                Role::Canvas | Role::ScrollBar | Role::Splitter
            )
        })
        .collect();
    for (index, one) in seen.iter().enumerate() {
        for other in seen.iter().skip(index + 1) {
            let both = one.seen.intersect(other.seen);
            let overlaps = both.is_positive() && both.width() > 1.5 && both.height() > 1.5;
            // A row has its own buttons, and a slide what lies over it.
            let holds =
                |one: &Control, other: &Control| one.seen.expand(1.0).contains_rect(other.seen);
            if overlaps && one.layer == other.layer && !holds(one, other) && !holds(other, one) {
                wrong.push(format!("{} overlaps {}", one.says(), other.says()));
            }
        }
    }
    wrong
}

/// Words that are cut at the side, and words that end in an ellipsis and stand nowhere whole.
fn cut(window: &Window) -> Vec<String> {
    fn flat<'a>(clip: Rect, shape: &'a Shape, all: &mut Vec<(Rect, &'a egui::epaint::TextShape)>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| flat(clip, shape, all)),
            Shape::Text(text) => all.push((clip, text)),
            _ => {}
        }
    }
    let mut texts = Vec::new();
    for ClippedShape {
        clip_rect, shape, ..
    } in &window.harness.output().shapes
    {
        flat(*clip_rect, shape, &mut texts);
    }
    let names: Vec<String> = window
        .root()
        .children_recursive()
        .flat_map(|node| {
            let own = node.accesskit_node();
            [name(&node), own.description(), own.value()]
        })
        .flatten()
        .collect();
    let fields = [Role::TextInput, Role::MultilineTextInput].map(|role| By::new().role(role));
    let fields: Vec<Rect> = fields
        .into_iter()
        .flat_map(|by| window.harness.query_all(by).map(|node| node.rect()))
        .collect();
    let mut wrong = Vec::new();
    for (clip, text) in texts {
        let rect = text.visual_bounding_rect();
        let words = text.galley.text();
        let is_typed = fields.iter().any(|field| field.contains(rect.center()));
        // Code and what is typed scroll sideways.
        let is_code = text
            .galley
            .job
            .sections
            .iter()
            .any(|section| section.format.font_id.family == egui::FontFamily::Monospace);
        let is_shown = rect.is_positive() && clip.y_range().contains(rect.center().y);
        if is_code
            || is_typed
            || !is_shown
            || is_on_canvas(window, clip)
            || is_on_canvas(window, rect)
        {
            continue;
        }
        let hidden = (clip.left() - rect.left()).max(rect.right() - clip.right());
        if hidden > 2.0 && clip.x_range().intersects(rect.x_range()) {
            wrong.push(format!(
                "“{words}” is cut by {hidden} at {rect:?}, {clip:?}"
            ));
        }
        if let Some(beginning) = words.strip_suffix('…')
            && !names
                .iter()
                .any(|name| name.contains(beginning) && *name != words)
            && !names.iter().any(|name| name == words)
        {
            wrong.push(format!("“{words}” stands nowhere whole"));
        }
    }
    wrong
}

/// The window in points, which are so much larger. The harness keeps a margin of 8 points around what is no box.
fn size(place: Place, per_cent: f32) -> Vec2 {
    let size = WINDOW / (per_cent / 100.0);
    match place {
        Place::Box(_) | Place::Share(_) => size,
        _ => size + Vec2::splat(16.0),
    }
}

/// Everything that is wrong in a place, in a language, at every size.
fn faults(place: Place, lang: Lang) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut window = place.open(size(place, PER_CENT[0]), lang);
    for per_cent in PER_CENT {
        window.resize(size(place, per_cent));
        // A box in the middle knows its width a frame later.
        window.step();
        window.settle();
        let controls = window.controls();
        let mut here = overlapping(&window, &controls);
        here.extend(cut(&window));
        if let Some(canvas) = canvas(&window).filter(|_| !place.takes_all())
            && (canvas.width() < CANVAS.x || canvas.height() < least(place, per_cent))
        {
            here.push(format!("of the canvas there is {canvas:?}"));
        }
        for control in controls.iter().filter(|control| control.is_enabled) {
            let is_fine = control.is_whole() || is_on_canvas(&window, control.seen);
            if !is_fine && !comes_into_sight(&mut window, control) {
                let now = window.controls();
                let now = now.iter().find(|other| other.id == control.id);
                let now = now.map(|now| (now.rect, now.seen));
                here.push(format!("out of sight: {} {now:?}", control.says()));
            }
        }
        wrong.extend(
            here.into_iter()
                .map(|what| format!("{place:?} {per_cent} % {lang:?}: {what}")),
        );
    }
    wrong
}

fn all_is_there(lang: Lang) {
    let wrong: Vec<_> = Place::all()
        .into_iter()
        .flat_map(|place| faults(place, lang))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn at_every_size_of_text_everything_is_there_in_english() {
    all_is_there(Lang::En);
}

#[test]
fn at_every_size_of_text_everything_is_there_in_japanese() {
    all_is_there(Lang::Ja);
}
