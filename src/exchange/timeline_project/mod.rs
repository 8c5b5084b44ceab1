//! The Timeline Project (thetimelineproj) as XML, its `.timeline` files.
//!
//! The format has no specification beside the program: `dataimport/timelinexml.py` of
//! <https://sourceforge.net/projects/thetimelineproj/> reads all versions from 0.10 to 2 by one schema, and so does this.
//! Files of the first versions ("# Written by Timeline 0.7…") are lines of text; they are told to be saved again.
//!
//! **Dates** are "1971-8-15 00:00:00", always to the second. Midnight is a whole day here. A stretch ends on its last day:
//! the program's forms and words say "15 Aug 1971 to 17 Aug 1971" for an end at 1971-08-17 00:00:00, though it draws the bar
//! only up to that midnight. Years are those of astronomers: 0 is 1 BC and -43 is 44 BC (`GregorianDateFormatter`: a year is
//! BC from 0 downwards, and its number is 1 less the year). What "ends today" is open at its end. Fuzzy ends are `~`.
//!
//! **Containers**: the text `[1]War` is a container, `(1)Battle` an event within it. Both become events; the one within
//! links to the other as its part. A blank before a bracket only says that it is none.
//!
//! **Other calendars** than the Gregorian one (`timetype`) cannot be read, but a timeline of plain numbers can where all of
//! them may be years.
//!
//! **Without a place here:** icons, alerts, progress, locks, colours of eras and of single events, second categories, the
//! parents of categories, labels, the view.

mod event;
#[cfg(test)]
mod tests;

use roxmltree::Node;

use super::colours::colour;
use super::draft::{Draft, DraftCategory, DraftEra};
use super::losses::{Losses, beginning};
use super::stamps::in_numbers;
use super::{Format, ImportError, xml};
use crate::messages::message;

use event::event;

/// How dates are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Calendar {
    Gregorian,
    /// Plain numbers, which are taken for years.
    Numbers,
}

/// How files of the first versions begin.
pub(super) const FIRST_VERSIONS: &str = "# Written by Timeline";

/// Reads a timeline.
pub(super) fn read(text: &str, losses: &mut Losses) -> Result<Draft, ImportError> {
    let what = Format::TimelineProject.name();
    if text.trim_start().starts_with(FIRST_VERSIONS) {
        let message = message!("formats-first-versions");
        return Err(ImportError::new(message));
    }
    let tree = xml::parsed(text, what)?;
    let root = tree.root_element();
    if root.tag_name().name() != "timeline" {
        let found = root.tag_name().name();
        let message = message!("formats-timeline-project", what = what, found = found);
        return Err(ImportError::new(message));
    }
    let calendar = calendar(root, losses)?;
    let mut draft = Draft::default();
    for node in within(root, "categories", "category") {
        draft.categories.extend(category(node, losses));
    }
    for node in within(root, "eras", "era") {
        draft.eras.push(era(node, calendar, losses));
    }
    for node in within(root, "events", "event") {
        draft.events.push(event(node, calendar, losses));
    }
    lose_view(root, losses);
    Ok(draft)
}

/// The elements of a list of this name.
fn within<'a, 'b>(
    root: Node<'a, 'b>,
    list: &'static str,
    name: &'static str,
) -> impl Iterator<Item = Node<'a, 'b>> {
    xml::children(root, list).flat_map(move |list| xml::children(list, name))
}

/// The calendar of a timeline, if it can be read.
fn calendar(root: Node<'_, '_>, losses: &mut Losses) -> Result<Calendar, ImportError> {
    let kind = xml::child(root, "timetype").unwrap_or_default();
    match kind.trim() {
        // What the first versions with a choice called it.
        "" | "gregoriantime" | "pytime" | "wxtime" => Ok(Calendar::Gregorian),
        "numtime" => {
            let dated = within(root, "events", "event").chain(within(root, "eras", "era"));
            let mut dates =
                dated.flat_map(|node| ["start", "end"].map(|name| xml::child(node, name)));
            if !dates.all(|date| date.is_none_or(|date| year(&date).is_some())) {
                return Err(ImportError::new(message!("formats-plain-numbers")));
            }
            losses.add(message!("losses-numbers", kind = "numtime"), "");
            Ok(Calendar::Numbers)
        }
        other => {
            let message = message!("formats-other-calendar", calendar = beginning(other));
            Err(ImportError::new(message))
        }
    }
}

/// A plain number that may be a year.
fn year(text: &str) -> Option<i64> {
    let text = text.trim();
    let year: i64 = text.strip_suffix(".0").unwrap_or(text).parse().ok()?;
    (-9999..=9999).contains(&year).then_some(year)
}

/// A date in EDTF.
fn date(text: &str, calendar: Calendar) -> Option<String> {
    match calendar {
        Calendar::Gregorian => in_numbers(text)?.edtf(),
        Calendar::Numbers => year(text).map(super::dates::year),
    }
}

/// Whether an element is there and says so.
fn is_true(node: Node<'_, '_>, name: &str) -> bool {
    xml::child(node, name).is_some_and(|said| said.trim().eq_ignore_ascii_case("true"))
}

fn category(node: Node<'_, '_>, losses: &mut Losses) -> Option<DraftCategory> {
    let name = xml::child(node, "name")?.trim().to_owned();
    if xml::child(node, "parent").is_some() {
        losses.add(message!("losses-parent"), &name);
    }
    let black = Some("0,0,0".to_owned());
    if xml::child(node, "font_color").is_some_and(|color| Some(color) != black) {
        losses.add(message!("losses-colour-of-texts"), &name);
    }
    // As "188,188,255".
    let color = xml::child(node, "color");
    let color = color.map(|color| colour(&format!("rgb({color})")).unwrap_or(color));
    Some(DraftCategory { name, color })
}

fn era(node: Node<'_, '_>, calendar: Calendar, losses: &mut Losses) -> DraftEra {
    let title = xml::child(node, "name").unwrap_or_default();
    let title = title.trim().to_owned();
    if xml::child(node, "color").is_some() {
        losses.add(message!("losses-colour-of-era"), &title);
    }
    let when = event::when(node, calendar, &title, losses);
    DraftEra {
        title,
        when: when.unwrap_or_default(),
    }
}

/// Puts down what was to be seen.
fn lose_view(root: Node<'_, '_>, losses: &mut Losses) {
    let Some(view) = xml::children(root, "view").next() else {
        return;
    };
    if xml::children(view, "displayed_period").next().is_some() {
        losses.add(message!("losses-view"), "");
    }
    for name in within(view, "hidden_categories", "name") {
        losses.add(message!("losses-hidden"), xml::words(name).trim());
    }
}
