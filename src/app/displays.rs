//! Which displays there are. Looked at from time to time: not every desktop tells when one comes or goes.

#[cfg(all(unix, not(target_os = "macos")))]
mod x11;

use std::time::{Duration, Instant};

use crate::state::Display;

/// How often the displays are looked at.
const GLANCE: Duration = Duration::from_millis(500);

/// When the displays were looked at last.
#[derive(Debug, Default)]
pub(super) struct Displays {
    looked: Option<Instant>,
}

impl Displays {
    /// The displays in the order of the toolkit, by whose numbers windows are put on them; `None` when they are as they were.
    pub(super) fn look(
        &mut self,
        ctx: &egui::Context,
        frame: &eframe::Frame,
        known: &[Display],
    ) -> Option<Vec<Display>> {
        if self.looked.is_some_and(|looked| looked.elapsed() < GLANCE) {
            return None;
        }
        let window = frame.winit_window()?;
        if self.looked.replace(Instant::now()).is_none() {
            listen(ctx, window.id().into());
        }
        let here = window.current_monitor();
        let all = window
            .available_monitors()
            .enumerate()
            .map(|(index, monitor)| {
                let (size, at) = (monitor.size(), monitor.position());
                Display {
                    // Where the desktop has no name for it, the number tells it apart.
                    name: monitor.name().unwrap_or_else(|| format!("#{}", index + 1)),
                    width: size.width,
                    height: size.height,
                    at: (at.x, at.y),
                    is_here: here.as_ref() == Some(&monitor),
                }
            });
        let all: Vec<_> = all.collect();
        (all != known).then_some(all)
    }
}

/// Hears of displays that come and go, where the toolkit does not by itself.
fn listen(ctx: &egui::Context, window: u64) {
    #[cfg(all(unix, not(target_os = "macos")))]
    x11::listen(ctx, window);
    #[cfg(not(all(unix, not(target_os = "macos"))))]
    let _ = (ctx, window);
}
