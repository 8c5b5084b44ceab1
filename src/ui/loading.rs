//! What is being done that takes its time. How far a file that is being read has come: at the foot while something else
//! shows, in the middle where nothing does yet.

use egui::{Align, Layout, Margin, Panel, RichText, Role, Sense, Ui, vec2};

use crate::messages::say;
use crate::state::{Action, Effect, Loading, Origin};

use super::style::{color, sans, semibold};
use super::{Show, widgets};

/// Width of the bar in points.
const BAR: f32 = 240.0;
/// Its height.
const THICK: f32 = 6.0;

/// Shows the line at the foot, while a file is being read.
pub(super) fn panel(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    let Some(loading) = &show.workspace.session().loading else {
        return;
    };
    if *show.workspace.origin() == Origin::Nothing {
        return;
    }
    let frame = show.bar(Margin::symmetric(14, 8));
    Panel::bottom("loading").frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            let said = say!(show.lang, "window-reading", name = &loading.name);
            ui.label(RichText::new(said).font(sans(13.0)));
            bar(show, ui, loading, BAR);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                stop(show, ui, actions)
            });
        });
    });
}

/// The line at the foot while something is done away from the window that takes its time.
pub(super) fn busy(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    let Some(said) = &show.workspace.session().busy else {
        return;
    };
    let frame = show.bar(Margin::symmetric(14, 8));
    Panel::bottom("busy").frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(RichText::new(say!(show.lang, "window-busy", what = said)).font(sans(13.0)));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if widgets::link(show, ui, &say!(show.lang, "window-stop")).clicked() {
                    actions.push(Action::Ask(Effect::StopWork));
                }
            });
        });
    });
}

/// Shows it in the middle, where nothing has been read yet; says whether that is so.
pub(super) fn instead_of_canvas(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) -> bool {
    if *show.workspace.origin() != Origin::Nothing {
        return false;
    }
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.36);
        let Some(loading) = &show.workspace.session().loading else {
            return;
        };
        let said = say!(show.lang, "window-reading", name = &loading.name);
        ui.label(
            RichText::new(said)
                .font(semibold(20.0))
                .color(color(show.theme.ink)),
        );
        ui.add_space(10.0);
        bar(show, ui, loading, BAR * 1.5);
        ui.add_space(8.0);
        stop(show, ui, actions);
    });
    true
}

fn bar(show: Show<'_>, ui: &mut Ui, loading: &Loading, width: f32) {
    let share = loading.share.clamp(0.0, 1.0);
    let said = if share < 1.0 {
        format!("{:.0} %", share * 100.0)
    } else {
        say!(show.lang, "window-getting-ready")
    };
    let (rect, response) = ui.allocate_exact_size(vec2(width, THICK), Sense::hover());
    let name = say!(
        show.lang,
        "window-reading-share",
        name = &loading.name,
        share = &said
    );
    response.widget_info(|| egui::WidgetInfo::labeled(Role::ProgressIndicator, true, &name));
    let done = rect.with_max_x(rect.left() + rect.width() * share);
    for (rect, fill) in [(rect, show.theme.line), (done, show.theme.accent)] {
        ui.painter().rect_filled(rect, THICK / 2.0, color(fill));
    }
    ui.label(widgets::muted(show, said));
}

fn stop(show: Show<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    if widgets::link(show, ui, &say!(show.lang, "window-stop")).clicked() {
        actions.push(Action::Ask(Effect::StopLoading));
    }
}
