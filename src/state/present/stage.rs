//! The displays there are, and which of them the class looks at.

/// A display, as the desktop tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Display {
    /// What the desktop calls it; empty where it does not say.
    pub name: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Where its left top corner lies among all displays, in pixels.
    pub at: (i32, i32),
    /// Whether the main window is on it.
    pub is_here: bool,
}

/// In place of a display's name: everybody looks at the main window.
pub(in crate::state) const SAME: &str = "";

/// Where a lesson shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Everybody looks at the main window.
    One,
    /// The class looks at this display (an index into the list), the teacher at the main window.
    Two(usize),
    /// The display of the class is gone; the teacher goes on alone.
    Lost,
}

impl Stage {
    /// Where a lesson shows that was meant for a display.
    pub(in crate::state) fn of(display: Option<&str>, displays: &[Display]) -> Self {
        let Some(name) = display else {
            return Self::One;
        };
        let found = displays.iter().position(|display| display.name == name);
        found.map_or(Self::Lost, Self::Two)
    }
}

/// Which display the class is given at the beginning: the one that was chosen last ([`SAME`] is the teacher's own), or
/// else the first that the main window is not on; none where there is only one.
pub(in crate::state) fn usual(displays: &[Display], chosen: Option<&str>) -> Option<String> {
    if displays.len() < 2 || chosen == Some(SAME) {
        return None;
    }
    let known = displays
        .iter()
        .find(|display| Some(&*display.name) == chosen);
    let other = || displays.iter().find(|display| !display.is_here);
    known.or_else(other).map(|display| display.name.clone())
}

/// The display after this one; with none in use, the first that the main window is not on.
pub(in crate::state) fn next(displays: &[Display], now: Option<&str>) -> Option<String> {
    let Some(now) = now else {
        return usual(displays, None);
    };
    let at = displays.iter().position(|display| display.name == now);
    let next = at.map_or(0, |at| (at + 1) % displays.len().max(1));
    displays.get(next).map(|display| display.name.clone())
}
