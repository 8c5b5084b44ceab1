//! While an input method composes a word, keys are its own: Enter takes what it offers, Esc gives up the word, letters
//! spell it. Most systems keep these keys to themselves, but not all (Windows hands them on with a mark that the toolkit
//! cannot always read), and then Enter would send off a field and Esc close a box that one is still writing in. The
//! marker of the web for the same trouble is `KeyboardEvent.isComposing` (W3C UI Events, § 5.3).
//!
//! Keys are taken out before egui reads them, since egui itself moves the focus by Enter, Esc and Tab.

use std::collections::BTreeSet;

use egui::{Context, Event, ImeEvent, Plugin, RawInput, Ui, ViewportId};

/// Sees to it that keys which belong to an input method do nothing else.
pub(super) fn keep_apart(ctx: &Context) {
    ctx.add_plugin(Composing::default());
}

#[derive(Default)]
struct Composing {
    /// The windows in which a word is being composed.
    windows: BTreeSet<ViewportId>,
}

impl Plugin for Composing {
    fn debug_name(&self) -> &'static str {
        "composing"
    }

    fn input_hook(&mut self, _: &Context, input: &mut RawInput) {
        let before = self.windows.contains(&input.viewport_id);
        let (mut now, mut composed) = (before, before);
        for event in &input.events {
            match event {
                Event::Ime(ImeEvent::Preedit { text, .. }) => {
                    now = !text.is_empty();
                    composed |= now;
                }
                Event::Ime(ImeEvent::Commit(_)) => (now, composed) = (false, true),
                // A click ends the word, and so does what is typed past the input method.
                Event::PointerButton { pressed: true, .. }
                | Event::Text(_)
                | Event::WindowFocused(false) => now = false,
                _ => {}
            }
        }
        if now {
            self.windows.insert(input.viewport_id);
        } else {
            self.windows.remove(&input.viewport_id);
        }
        if composed {
            input.events.retain(|event| !is_a_key(event));
        }
    }

    /// A word is composed in a field that has the focus; some systems do not say that it was given up with it.
    fn on_end_pass(&mut self, ui: &mut Ui) {
        if ui.ctx().output(|output| output.ime.is_none()) {
            self.windows.remove(&ui.ctx().viewport_id());
        }
    }
}

/// Keys held with Ctrl are never an input method's.
fn is_a_key(event: &Event) -> bool {
    matches!(event, Event::Key { pressed: true, modifiers, .. } if !modifiers.command)
}
