//! Every place of the window by keys alone: Tab comes to everything and out of everything, what has the focus shows it, and
//! Enter and Space do what a click does.

use std::collections::HashSet;

use egui::accesskit::Role;
use egui::epaint::ClippedShape;
use egui::{Id, Key, Modifiers, Rect, Shape};

use transpacific::state::{Action, Overlay, PanelAction, QuizKind};
use transpacific::time::Lang;

use crate::places::{Control, Place};
use crate::support::{CTRL, SIZE, Window};

/// Whether Tab is meant otherwise there: a field takes what is offered, and the arrows walk.
fn keeps_tab(place: Place) -> bool {
    matches!(place, Place::Completions | Place::Box(Overlay::Palette))
}

fn window_of(place: Place) -> Window {
    // In a window of the usual size there is a bar, and no box, for the filter.
    place.open(SIZE, Lang::En)
}

/// A field in which Tab is typed says how one leaves it.
fn step(window: &mut Window, modifiers: Modifiers, wrong: &mut Vec<String>) {
    let before = window.focused();
    let is_text = |window: &Window| {
        let fields = window.all(Role::MultilineTextInput, "Text of the file");
        fields.iter().any(|field| field.is_focused())
    };
    if is_text(window) {
        if !window.mentions("Esc: out of the text") {
            wrong.push("the text does not say how one leaves it".to_owned());
        }
        window.tap(Modifiers::NONE, Key::Escape);
    }
    window.tab(modifiers);
    if before.is_some() && window.focused() == before && window.controls().len() > 1 {
        let all = window.controls();
        let here = all.iter().find(|control| Some(control.id) == before);
        wrong.push(format!("a trap: {:?}", here.map(Control::says)));
    }
}

/// What is painted within a rectangle, or just around it, and where as seen from its corner.
fn look(window: &Window, around: Rect) -> Vec<String> {
    fn flat<'a>(shape: &'a Shape, all: &mut Vec<&'a Shape>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| flat(shape, all)),
            shape => all.push(shape),
        }
    }
    let within = around.expand(6.0);
    let mut all = Vec::new();
    for ClippedShape {
        clip_rect, shape, ..
    } in &window.harness.output().shapes
    {
        if clip_rect.intersects(within) {
            flat(shape, &mut all);
        }
    }
    let here = all.into_iter().filter(|shape| {
        let rect = shape.visual_bounding_rect();
        rect.is_positive() && within.contains_rect(rect)
    });
    here.map(|shape| match shape {
        Shape::Rect(rect) => {
            let at = rect.rect.translate(-around.min.to_vec2());
            format!("{at:.0?} {:?} {:?}", rect.fill, rect.stroke)
        }
        Shape::Text(text) => format!(
            "{:?} {:?} {:?}",
            text.galley.text(),
            text.underline,
            text.override_text_color
        ),
        Shape::LineSegment { stroke, .. } => format!("{stroke:?}"),
        Shape::Circle(circle) => format!("{:?} {:?}", circle.fill, circle.stroke),
        other => format!("{:?}", std::mem::discriminant(other)),
    })
    .collect()
}

/// What somebody who walks by Tab has seen.
#[derive(Default)]
struct Walked {
    visited: Vec<Id>,
    /// What has the focus, and how it looks with it.
    held: Option<(Control, Vec<String>)>,
    wrong: Vec<String>,
}

impl Walked {
    /// One step on. Whether something has the focus that did not have it before.
    fn on(&mut self, window: &mut Window) -> bool {
        step(window, Modifiers::NONE, &mut self.wrong);
        let controls = window.controls();
        if let Some((control, lit)) = self.held.take() {
            // The same one a step later, wherever it has been scrolled to.
            let now = controls.iter().find(|other| other.id == control.id);
            let moved_on = window.focused() != Some(control.id);
            if moved_on && now.is_some_and(|now| now.is_whole() && look(window, now.rect) == lit) {
                self.wrong
                    .push(format!("does not show the focus: {}", control.says()));
            }
        }
        let Some(id) = window.focused() else {
            return true;
        };
        if self.visited.contains(&id) {
            return false;
        }
        self.visited.push(id);
        if let Some(control) = controls.into_iter().find(|control| control.id == id) {
            if !control.is_whole() && control.role != Role::MultilineTextInput {
                self.wrong.push(format!("out of sight: {}", control.says()));
            }
            let lit = look(window, control.rect);
            self.held = Some((control, lit));
        }
        true
    }

    /// A whole round, until the first has the focus again, and back.
    fn round(&mut self, window: &mut Window) {
        let most = 2 * window.controls().len() + 20;
        let presses = (0..most).take_while(|_| self.on(window)).count();
        if presses == most {
            self.wrong.push(format!("no round in {most} presses"));
        }
        if self.visited.first().copied() != window.focused() {
            self.wrong
                .push("a round that leaves something out".to_owned());
        }
        for expected in self.visited.iter().rev() {
            step(window, Modifiers::SHIFT, &mut self.wrong);
            if window.focused() != Some(*expected) {
                let all = window.controls();
                let there = all.iter().find(|control| control.id == *expected);
                let there = there.map(Control::says);
                self.wrong
                    .push(format!("Shift+Tab does not come to {there:?}"));
                return;
            }
        }
    }

    /// From the first of these until all have had the focus, or as many others have in between.
    fn through(&mut self, window: &mut Window, own: &[Control]) {
        let Some(first) = own.first() else {
            return;
        };
        let ctx = window.harness.ctx.clone();
        ctx.memory_mut(|memory| memory.request_focus(first.id));
        window.settle();
        self.visited.push(first.id);
        for _ in 0..2 * window.controls().len() {
            let is_all = own.iter().all(|own| self.visited.contains(&own.id));
            if is_all || !self.on(window) {
                break;
            }
        }
        // And out of it.
        self.on(window);
    }
}

/// What stands in a place and not in the window that one begins in, which has its own round.
fn own(place: Place, window: &Window, usual: &HashSet<(Role, String)>) -> Vec<Control> {
    let all = window.controls().into_iter();
    let own = all.filter(|control| {
        // Tab stops once in a tree, whose rows the arrows walk (aloud.rs).
        if control.role == Role::TreeItem {
            return false;
        }
        let is_usual = usual.contains(&(control.role, control.name.clone()));
        control.is_enabled && (place == Place::Explore || !is_usual)
    });
    own.collect()
}

#[test]
fn tab_comes_to_everything_and_on_from_it_in_sight_and_to_be_seen() {
    let mut wrong = Vec::new();
    let usual = window_of(Place::Explore).controls().into_iter();
    let usual = usual.map(|control| (control.role, control.name)).collect();
    for place in Place::all().into_iter().filter(|place| !keeps_tab(*place)) {
        let mut window = window_of(place);
        let mut walked = Walked::default();
        let own = own(place, &window, &usual);
        if place == Place::Explore || place.takes_all() {
            walked.round(&mut window);
        } else {
            walked.through(&mut window, &own);
        }
        let after: HashSet<Id> = window.controls().iter().map(|control| control.id).collect();
        let still = own.iter().filter(|control| after.contains(&control.id));
        for control in still.filter(|control| !walked.visited.contains(&control.id)) {
            walked.wrong.push(format!("not by Tab: {}", control.says()));
        }
        wrong.extend(
            walked
                .wrong
                .into_iter()
                .map(|what| format!("{place:?}: {what}")),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

impl Window {
    /// What is asked for by a key on what has the focus, while nothing that is asked for is done.
    fn asked_by_key(&mut self, control: Id, key: Key) -> Vec<String> {
        let ctx = self.harness.ctx.clone();
        ctx.memory_mut(|memory| memory.request_focus(control));
        self.step();
        self.step();
        self.start_asking();
        self.tap(Modifiers::NONE, key);
        let asked = asked(self.stop_asking());
        egui::Popup::close_all(&ctx);
        ctx.memory_mut(|memory| memory.surrender_focus(control));
        self.step();
        asked
    }

    fn asked_by_click(&mut self, at: egui::Pos2) -> Vec<String> {
        self.start_asking();
        self.harness.hover_at(at);
        self.harness.drag_at(at);
        self.harness.event(egui::Event::PointerButton {
            pos: at,
            button: egui::PointerButton::Primary,
            pressed: false,
            modifiers: Modifiers::NONE,
        });
        self.harness.event(egui::Event::PointerGone);
        self.step();
        let asked = asked(self.stop_asking());
        egui::Popup::close_all(&self.harness.ctx);
        self.step();
        asked
    }
}

/// Without the clock of a lesson, and the chance that decides what is asked.
fn asked(all: Vec<String>) -> Vec<String> {
    let all = all
        .into_iter()
        .filter(|action| !action.contains("Advance("));
    all.map(|action| match action.split_once("Quiz(Ask(") {
        Some((_, kind)) => kind.split(',').next().unwrap_or_default().to_owned(),
        None => action,
    })
    .collect()
}

/// Where keys do more, or other things: the arrows choose, and cards and the axis of a question are taken up.
fn has_its_own_keys(place: Place) -> bool {
    keeps_tab(place) || matches!(place, Place::Question(QuizKind::Order | QuizKind::Year))
}

#[test]
fn enter_and_space_do_what_a_click_does() {
    let mut wrong = Vec::new();
    // What stands in several places is tried in one.
    let mut tried = HashSet::new();
    for place in Place::all()
        .into_iter()
        .filter(|place| !has_its_own_keys(*place))
    {
        let mut window = window_of(place);
        let mut roles = HashSet::new();
        for control in window.controls() {
            // A row of a tree opens by the one and closes by the next.
            let is_field = matches!(
                control.role,
                Role::TextInput
                    | Role::MultilineTextInput
                    | Role::Canvas
                    | Role::ScrollBar
                    | Role::TreeItem
            );
            let is_tried = is_field || !control.is_enabled || !control.is_whole();
            if is_tried || !tried.insert((control.role, control.name.clone())) {
                continue;
            }
            let is_there = |window: &Window| {
                let all = window.controls();
                all.iter()
                    .any(|other| other.id == control.id && other.rect == control.rect)
            };
            if !is_there(&window) {
                window = window_of(place);
            }
            let clicked = window.asked_by_click(control.rect.center());
            // Both are the toolkit's own; of a kind one is enough for the second.
            let is_new = roles.insert(control.role);
            let keys = [(Key::Enter, true), (Key::Space, is_new)];
            for (key, _) in keys.into_iter().filter(|(_, is_tried)| *is_tried) {
                if !is_there(&window) {
                    window = window_of(place);
                }
                let pressed = window.asked_by_key(control.id, key);
                if pressed != clicked {
                    let says = control.says();
                    wrong.push(format!(
                        "{place:?}, {says}: {key:?} {pressed:?}, a click {clicked:?}"
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What has the focus, by its name.
fn focused_name(window: &Window) -> Option<String> {
    let focused = window.focused()?;
    let all = window.controls();
    let found = all.into_iter().find(|control| control.id == focused)?;
    Some(found.name)
}

fn tab_to(window: &mut Window, name: &str) {
    for _ in 0..200 {
        if focused_name(window).as_deref() == Some(name) {
            return;
        }
        window.tab(Modifiers::NONE);
    }
    panic!("Tab does not come to {name}");
}

#[test]
fn a_box_gives_the_focus_back_when_esc_or_its_button_closes_it() {
    let mut window = Window::shipped();
    tab_to(&mut window, "File ▾");
    // From a menu to a box, and back to the button of the menu.
    window.key(Key::Enter);
    tab_to(&mut window, "Settings…");
    window.key(Key::Enter);
    assert_eq!(
        window.workspace().session().overlay,
        Some(Overlay::Settings)
    );
    tab_to(&mut window, "Done");
    window.key(Key::Enter);
    assert_eq!(window.workspace().session().overlay, None);
    assert_eq!(focused_name(&window).as_deref(), Some("File ▾"));
    // A menu that Esc closes gives it back as well.
    window.key(Key::Enter);
    tab_to(&mut window, "Settings…");
    window.key(Key::Escape);
    assert_eq!(focused_name(&window).as_deref(), Some("File ▾"));
    // After a last Esc, Tab goes on from there.
    window.tab(Modifiers::NONE);
    let next = focused_name(&window);
    window.press(Modifiers::SHIFT, Key::Tab);
    window.key(Key::Escape);
    assert_eq!(focused_name(&window), None);
    window.tab(Modifiers::NONE);
    assert_eq!(focused_name(&window), next);
    for opener in ["Present", "?: all keys"] {
        tab_to(&mut window, opener);
        window.key(Key::Enter);
        assert!(window.workspace().session().overlay.is_some(), "{opener}");
        window.tab(Modifiers::NONE);
        window.key(Key::Escape);
        assert_eq!(window.workspace().session().overlay, None, "{opener}");
        assert_eq!(focused_name(&window).as_deref(), Some(opener));
    }
}

#[test]
fn what_is_only_read_is_scrolled_by_the_arrows() {
    // As with text at 250 per cent.
    let size = egui::vec2(512.0, 288.0);
    let mut window = Place::Box(Overlay::Keys).open(size, Lang::En);
    let top = |window: &Window| window.the(Role::Label, "Look").rect().top();
    let before = top(&window);
    window.key(Key::ArrowDown);
    window.settle();
    assert!(top(&window) < before - 20.0);
    window.key(Key::PageUp);
    window.settle();
    assert_eq!(top(&window), before);
    for _ in 0..60 {
        window.tap(Modifiers::NONE, Key::PageDown);
    }
    let last = window.the(Role::Label, "Tell its events apart").rect();
    assert!(last.bottom() < size.y, "{last:?}");
}

#[test]
fn the_timeline_is_walked_event_by_event_and_lane_by_lane_and_read_by_keys_alone() {
    let mut window = Window::shipped();
    let ids: Vec<String> = {
        let events = window.timeline().events.iter();
        events.map(|event| event.id.to_string()).collect()
    };
    // From nothing selected, all in order and back.
    for id in &ids {
        window.tap(Modifiers::NONE, Key::ArrowRight);
        assert_eq!(window.selected(), Some(id.as_str()));
    }
    for id in ids.iter().rev().skip(1) {
        window.tap(Modifiers::NONE, Key::ArrowLeft);
        assert_eq!(window.selected(), Some(id.as_str()));
    }
    // Through all lanes down and up.
    let lane = |window: &Window| {
        window
            .workspace()
            .selected()
            .map(|(_, event)| event.category)
    };
    let last = window.timeline().categories.len() - 1;
    for _ in 0..=last {
        window.tap(Modifiers::NONE, Key::ArrowUp);
    }
    let mut lanes = vec![lane(&window)];
    for _ in 0..last {
        window.tap(Modifiers::NONE, Key::ArrowDown);
        lanes.push(lane(&window));
    }
    assert_eq!(lanes, (0..=last).map(Some).collect::<Vec<_>>());
    // Into what is said of the event, and out.
    window.apply(Action::Panel(PanelAction::CloseInspector));
    window.key(Key::Home);
    window.apply(Action::Panel(PanelAction::CloseInspector));
    window.key(Key::Enter);
    assert!(window.workspace().session().inspector);
    tab_to(&mut window, "Close the event");
    // An arrow walks on, and the focus stays where it is.
    window.key(Key::ArrowRight);
    assert_eq!(window.selected(), Some(ids[1].as_str()));
    assert_eq!(focused_name(&window).as_deref(), Some("Close the event"));
    window.key(Key::Escape);
    assert_eq!((window.focused(), window.selected()), (None, None));
}

#[test]
fn in_the_palette_the_arrows_choose_and_tab_stays_in_the_field() {
    let mut window = Place::Box(Overlay::Palette).open(SIZE, Lang::En);
    window.tab(Modifiers::NONE);
    let field = window.focused();
    assert!(field.is_some());
    window.tab(Modifiers::NONE);
    assert_eq!(window.focused(), field);
    window.type_text("text");
    let first = window.names(Role::Button);
    assert!(first.len() > 1, "{first:?}");
    window.key(Key::ArrowDown);
    window.key(Key::Escape);
    assert_eq!(window.workspace().session().overlay, None);
    // It lies over what can be undone by keys alone.
    window.press(CTRL | Modifiers::SHIFT, Key::P);
    assert_eq!(window.workspace().session().overlay, Some(Overlay::Palette));
}

#[test]
fn every_place_has_something_to_come_to() {
    // Else the tests of this file would hold of nothing.
    for place in Place::all() {
        let count = place.open(SIZE, Lang::En).controls().len();
        assert!(count >= 1, "{place:?}: {count}");
    }
}
