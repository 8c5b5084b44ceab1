//! The teacher's screen: what the class sees, what comes next, the notes, and the time.

use egui::{
    Align, Align2, CornerRadius, Frame, Key, Layout, Margin, Modifiers, Rect, RichText, ScrollArea,
    Stroke, StrokeKind, Ui, pos2, vec2,
};

use crate::messages::{Message, message, say};
use crate::scene::TextStyle;
use crate::state::{Action, Presentation, Slide, Stage};
use crate::ui::commands::{Command, key_name};
use crate::ui::style::{color, sans, semibold};
use crate::ui::{Show, widgets};

use super::picture::{self, Wanted};
use super::{Memory, boards, ink, notes, quiz};

/// Around everything, in points.
const MARGIN: f32 = 24.0;
/// Between the two pictures, in points.
const GAP: f32 = 28.0;
/// Height of the line at the top, in points.
const HEAD: f32 = 50.0;
/// Height of the line of keys at the foot, in points.
const FOOT: f32 = 44.0;
/// What the picture of the class takes of the width, and at most of the height.
const NOW: f32 = 0.57;
const PICTURES: f32 = 0.56;
/// At most this share of its width is the picture of what comes next.
const NEXT: f32 = 0.8;

/// Shows the teacher's screen in the whole window.
pub(super) fn ui(show: Show<'_>, ui: &mut Ui, memory: &mut Memory, actions: &mut Vec<Action>) {
    let Some(lesson) = show.workspace.presentation() else {
        return;
    };
    let frame = show.ground(Margin::ZERO);
    egui::CentralPanel::no_frame().frame(frame).show(ui, |ui| {
        let area = ui.max_rect().shrink2(vec2(MARGIN, 16.0));
        let (head, rest) = area.split_top_bottom_at_y(area.top() + HEAD);
        let (middle, foot) = rest.split_top_bottom_at_y(rest.bottom() - FOOT);
        let slide = show.workspace.slide(lesson.place);
        self::head(show, ui, (lesson, &slide), head);
        let bottom = pictures(show, ui, (lesson, middle), memory, actions);
        let notes = middle.with_min_y(bottom + 14.0);
        scope(ui, notes, |ui| self::notes(show, ui, &slide, actions));
        scope(ui, foot, |ui| self::foot(show, ui, actions));
        boards::ui(show, ui, ui.max_rect(), &mut memory.boards, actions);
    });
}

fn scope(ui: &mut Ui, area: Rect, content: impl FnOnce(&mut Ui)) {
    ui.scope_builder(egui::UiBuilder::new().max_rect(area), content);
}

/// The lesson, the step, the clock.
fn head(show: Show<'_>, ui: &mut Ui, (lesson, slide): (&Presentation, &Slide), area: Rect) {
    scope(ui, area, |ui| {
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let room = area.width() * 0.5;
            let title = super::title(show);
            let style = TextStyle::semibold(16.0);
            let shown = show.fonts.elided(&title, style, room);
            ui.label(RichText::new(shown).font(semibold(16.0)));
            ui.add_space(8.0);
            let muted = color(show.theme.muted);
            ui.label(
                RichText::new(super::position(show, lesson.place))
                    .font(sans(15.0))
                    .color(muted),
            );
            if let Some(said) = status(lesson) {
                ui.add_space(8.0);
                ui.label(
                    RichText::new(said.text(show.lang))
                        .font(semibold(14.0))
                        .color(color(show.theme.warning)),
                );
            }
        });
    });
    scope(ui, area, |ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            clock(show, ui, lesson, slide.seconds)
        });
    });
}

/// What the class cannot know, in a word.
fn status(lesson: &Presentation) -> Option<Message> {
    match (lesson.cover, lesson.frozen) {
        (Some(_), _) => Some(message!("lesson-is-blank")),
        (None, Some(_)) => Some(message!("lesson-is-frozen")),
        (None, None) if lesson.are_names_covered() => Some(message!("lesson-names-are-covered")),
        (None, None) => None,
    }
}

/// How long the lesson has taken, what time it is, and how the step stands against its target.
fn clock(show: Show<'_>, ui: &mut Ui, lesson: &Presentation, target: Option<u32>) {
    let muted = color(show.theme.muted);
    let now = chrono::Local::now().format("%H:%M").to_string();
    ui.label(
        RichText::new(say!(show.lang, "lesson-elapsed", now = now))
            .font(sans(15.0))
            .color(muted),
    );
    let elapsed = minutes(lesson.elapsed);
    let response = ui.label(RichText::new(&elapsed).font(sans(32.0)));
    response.on_hover_text(say!(show.lang, "lesson-elapsed-hint"));
    if let Some(target) = target {
        ui.add_space(18.0);
        let is_over = lesson.in_step > f64::from(target);
        let said = say!(
            show.lang,
            "lesson-step-time",
            spent = minutes(lesson.in_step),
            target = minutes(f64::from(target))
        );
        let ink = if is_over {
            show.theme.warning
        } else {
            show.theme.muted
        };
        ui.label(RichText::new(said).font(sans(15.0)).color(color(ink)));
    }
}

/// `18:42`; of more than an hour `1:02:07`.
fn minutes(seconds: f64) -> String {
    let all = seconds.max(0.0) as u64;
    let (hours, minutes, seconds) = (all / 3600, all / 60 % 60, all % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

/// What the class sees and what comes next; gives back where they end.
fn pictures(
    show: Show<'_>,
    ui: &mut Ui,
    (lesson, area): (&Presentation, Rect),
    memory: &mut Memory,
    actions: &mut Vec<Action>,
) -> f32 {
    let aspect = super::aspect(show);
    let width = (area.width() * NOW).min(area.height() * PICTURES * aspect);
    let now = Rect::from_min_size(area.min, vec2(width, width / aspect));
    let left = now.right() + GAP;
    let width = (area.right() - left).min(now.width() * NEXT);
    let next = Rect::from_min_size(pos2(left, area.top()), vec2(width, width / aspect));
    class(show, ui, (lesson, now), memory, actions);
    let said = on_projector(show, lesson).text(show.lang);
    caption(show, ui, now, ("now", &said));
    if let Some(place) = show.workspace.next_place() {
        let slide = show.workspace.slide(place);
        let wanted = Wanted::still(&slide);
        card(show, ui, next, |ui| {
            drop(picture::draw(show, ui, next, wanted, &mut memory.names))
        });
    } else {
        card(show, ui, next, |ui| {
            let ink = color(show.theme.muted);
            let end = say!(show.lang, "lesson-the-end");
            ui.painter()
                .text(next.center(), Align2::CENTER_CENTER, end, sans(15.0), ink);
        });
    }
    let caption = caption(
        show,
        ui,
        next,
        ("next", &say!(show.lang, "lesson-next-slide")),
    );
    told(
        show,
        ui,
        Rect::from_min_max(
            pos2(next.left(), caption + 8.0),
            pos2(area.right(), now.bottom() + 20.0),
        ),
    );
    now.bottom() + 22.0
}

fn on_projector(show: Show<'_>, lesson: &Presentation) -> Message {
    match (show.workspace.stage(), lesson.frozen) {
        (Stage::Lost, _) => message!("lesson-would-be-on-projector"),
        (_, Some(frozen)) => message!(
            "lesson-frozen-on-projector",
            step = (frozen.place.step + 1).to_string()
        ),
        _ => message!("lesson-on-projector"),
    }
}

/// What the class sees, in small; what is drawn here is drawn there.
fn class(
    show: Show<'_>,
    ui: &mut Ui,
    (lesson, area): (&Presentation, Rect),
    memory: &mut Memory,
    actions: &mut Vec<Action>,
) {
    if lesson.board == Some(crate::state::Board::Quiz) {
        return card(show, ui, area, |ui| quiz::ui(show, ui, area, actions));
    }
    let slide = show.workspace.slide_on_projector();
    let wanted = Wanted::on_projector(show, lesson, &slide);
    card(show, ui, area, |ui| {
        let surface = picture::draw(show, ui, area, wanted, &mut memory.names);
        super::touch::read(
            show,
            ui,
            lesson,
            surface.surface(super::touch::Hangs::Beside),
            &mut memory.touch,
            actions,
        );
    });
    ink::draw(show, ui, lesson, area);
    if lesson.cover.is_some() {
        ui.painter().rect_filled(
            area,
            CornerRadius::same(8),
            color(show.theme.ground.with_opacity(0.75)),
        );
    }
}

/// A picture in a thin frame.
fn card(show: Show<'_>, ui: &mut Ui, area: Rect, content: impl FnOnce(&mut Ui)) {
    let radius = CornerRadius::same(8);
    ui.painter()
        .rect_filled(area, radius, color(show.theme.ground));
    scope(ui, area, content);
    let line = Stroke::new(1.0, color(show.theme.line));
    ui.painter()
        .rect_stroke(area, radius, line, StrokeKind::Outside);
}

/// A word under a picture, with what it is told from others by; gives back where it ends.
fn caption(show: Show<'_>, ui: &Ui, above: Rect, (id, text): (&'static str, &str)) -> f32 {
    let at = pos2(above.left(), above.bottom() + 8.0);
    let ink = color(show.theme.muted);
    let painter = ui.painter();
    let rect = painter.text(at, Align2::LEFT_TOP, text, sans(13.0), ink);
    let said = ui.interact(
        rect,
        egui::Id::unique(("caption", id)),
        egui::Sense::empty(),
    );
    said.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, text));
    rect.bottom()
}

/// What the teacher is told.
fn told(show: Show<'_>, ui: &mut Ui, area: Rect) {
    let told = show
        .workspace
        .presentation()
        .and_then(|lesson| lesson.told.as_ref());
    let Some(told) = told.filter(|_| area.height() > 20.0) else {
        return;
    };
    scope(ui, area, |ui| {
        Frame::new()
            .fill(color(show.theme.raised))
            .corner_radius(CornerRadius::same(6))
            .inner_margin(Margin::symmetric(12, 8))
            .show(ui, |ui| {
                let ink = color(show.theme.warning);
                ui.label(
                    RichText::new(told.text(show.lang))
                        .font(sans(14.0))
                        .color(ink),
                );
            });
    });
}

fn notes(show: Show<'_>, ui: &mut Ui, slide: &Slide, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        let muted = color(show.theme.muted);
        ui.label(
            RichText::new(say!(show.lang, "lesson-notes"))
                .font(sans(15.0))
                .color(muted),
        );
        let sizes = [
            (
                "A−",
                say!(show.lang, "lesson-smaller-notes"),
                Command::SmallerNotes,
            ),
            (
                "A+",
                say!(show.lang, "lesson-larger-notes"),
                Command::LargerNotes,
            ),
        ];
        for (sign, name, command) in sizes {
            let button = widgets::quiet_link(show, ui, sign).on_hover_text(&name);
            button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
            if button.clicked() {
                actions.extend(crate::ui::commands::action(
                    command,
                    show.workspace,
                    show.moment,
                ));
            }
        }
        if let Some(story) = show.workspace.told_story()
            && widgets::quiet_link(show, ui, &say!(show.lang, "lesson-for-phone")).clicked()
        {
            actions.push(Action::Ask(super::notes_file(show, story)));
        }
    });
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        notes::of_step(show, ui, slide, actions);
    });
}

/// The keys that are needed most, with what they do.
static KEYS: [(&str, Message, Command); 11] = [
    ("← →", message!("lesson-key-step"), Command::NextStep),
    ("B", message!("lesson-key-blank"), Command::Blank),
    ("F", message!("lesson-key-freeze"), Command::Freeze),
    ("Z", message!("lesson-key-explore"), Command::Roam),
    ("L", message!("lesson-key-pointer"), Command::Pointer),
    ("P", message!("lesson-key-pen"), Command::Pen),
    ("O", message!("lesson-key-overview"), Command::StepOverview),
    ("C", message!("lesson-key-cover-names"), Command::CoverNames),
    ("Q", message!("lesson-key-quiz"), Command::Quiz),
    ("S", message!("lesson-key-swap"), Command::SwapDisplay),
    ("?", message!("lesson-key-all"), Command::Keys),
];

/// These keys, which are buttons as well.
fn foot(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        for (key, does, command) in &KEYS {
            if ui.available_width() > 190.0 {
                hint(show, ui, (key, does), *command, actions);
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let end = message!("lesson-key-end");
            let key = key_name(Modifiers::NONE, Key::Escape);
            hint(show, ui, (&key, &end), Command::EndLesson, actions);
        });
    });
}

fn hint(
    show: Show<'_>,
    ui: &mut Ui,
    (key, does): (&str, &Message),
    command: Command,
    actions: &mut Vec<Action>,
) {
    let text = say!(show.lang, "lesson-key", key = key, does = does);
    if widgets::quiet_link(show, ui, &text).clicked() {
        actions.extend(crate::ui::commands::action(
            command,
            show.workspace,
            show.moment,
        ));
    }
}
