//! Which displays there are. Looked at from time to time: not every desktop tells when one comes or goes.

use std::time::{Duration, Instant};

use crate::state::Display;

/// How often the displays are looked at.
const GLANCE: Duration = Duration::from_millis(500);

/// When the displays were looked at last.
#[derive(Default)]
pub(super) struct Displays {
    looked: Option<Instant>,
}

impl Displays {
    /// The displays in the order of the toolkit, by whose numbers windows are put on them; `None` when they are as they were.
    pub(super) fn look(
        &mut self,
        frame: &eframe::Frame,
        known: &[Display],
    ) -> Option<Vec<Display>> {
        if self.looked.is_some_and(|looked| looked.elapsed() < GLANCE) {
            return None;
        }
        self.looked = Some(Instant::now());
        let window = frame.winit_window()?;
        let here = window.current_monitor();
        let all = window
            .available_monitors()
            .enumerate()
            .map(|(index, monitor)| {
                let (size, at) = (monitor.size(), monitor.position());
                Display {
                    // Where the desktop has no name for it, the number tells it apart.
                    name: monitor
                        .name()
                        .unwrap_or_else(|| format!("Display {}", index + 1)),
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
