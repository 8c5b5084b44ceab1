//! The lines of an entry as they will be on the disk, beside those that are there.

use std::rc::Rc;
use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{FontId, Frame, Margin, TextFormat, Ui};

use crate::document::{Address, Document, Key};
use crate::messages::say;
use crate::ui::Show;
use crate::ui::style::color;
use crate::ui::widgets;

use super::Pen;

/// Lines that are shown, at most.
const LINES: usize = 12;
/// Lines of an entry that are compared one by one, at most.
const COMPARED: usize = 400;

/// What was worked out last.
#[derive(Default)]
pub(super) struct Memory {
    /// The text on the disk, read.
    base: Option<(Arc<String>, Rc<Document>)>,
    made: Option<Made>,
}

/// Of which state of the text and of which entry, and what was found.
type Made = ((u64, Address), Option<Rc<Preview>>);

/// What will change.
struct Preview {
    /// The first line, from 1.
    line: usize,
    lines: Vec<Line>,
}

/// A line that goes or comes.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    comes: bool,
    text: String,
}

/// Shows what will change.
pub(super) fn ui(pen: &mut Pen<'_>, ui: &mut Ui, at: &Address) {
    let Some(preview) = made(pen, at) else {
        return;
    };
    let show = pen.show;
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 5.0;
        let name = show.workspace.document().file_name();
        let said = say!(show.lang, "editor-changes", file = name);
        ui.label(widgets::heading(show, said).font(crate::ui::style::semibold(13.0)));
        let line = preview.line.to_string();
        ui.label(widgets::muted(
            show,
            say!(show.lang, "editor-line", line = line),
        ));
    });
    let frame = Frame::new()
        .fill(color(show.theme.era))
        .corner_radius(6)
        .inner_margin(Margin::symmetric(10, 8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        for line in preview.lines.iter().take(LINES) {
            ui.label(job(show, line));
        }
        let more = preview.lines.len().saturating_sub(LINES);
        if more > 0 {
            ui.label(widgets::muted(
                show,
                say!(show.lang, "editor-more-lines", count = more),
            ));
        }
    });
    ui.add_space(6.0);
}

fn job(show: Show<'_>, line: &Line) -> LayoutJob {
    let (sign, tint) = if line.comes {
        ("+ ", show.theme.added)
    } else {
        ("− ", show.theme.removed)
    };
    let format = TextFormat {
        font_id: FontId::monospace(12.0),
        color: color(tint),
        ..TextFormat::default()
    };
    LayoutJob::single_section(format!("{sign}{}", line.text), format)
}

/// What will change, worked out once for each state of the text.
fn made(pen: &mut Pen<'_>, at: &Address) -> Option<Rc<Preview>> {
    let workspace = pen.show.workspace;
    if !workspace.writing().is_changed() {
        pen.memory.preview.made = None;
        return None;
    }
    let base = workspace.writing().shared_on_disk();
    let known = pen.memory.preview.base.as_ref();
    if !known.is_some_and(|(known, _)| Arc::ptr_eq(known, &base)) {
        let text = if pen.is_large() { "" } else { base.as_str() };
        let document = Rc::new(Document::parse("", text));
        pen.memory.preview = Memory {
            base: Some((base, document)),
            made: None,
        };
    }
    let key = (workspace.revision(), at.clone());
    if let Some((known, made)) = &pen.memory.preview.made
        && *known == key
    {
        return made.clone();
    }
    let made = if pen.is_large() {
        last_change(pen.show)
    } else {
        entry(pen, at)
    };
    let made = made.map(Rc::new);
    pen.memory.preview.made = Some((key, made.clone()));
    made
}

/// How an entry differs from what is on the disk.
fn entry(pen: &Pen<'_>, at: &Address) -> Option<Preview> {
    let document = pen.show.workspace.document();
    let (_, base) = pen.memory.preview.base.as_ref()?;
    let range = document.entry(at.list, &at.key)?;
    let (start, new) = lines(&document.text, range.start, range.end);
    let known = on_disk(pen, base, at);
    let old = known.map(|range| lines(&base.text, range.start, range.end).1);
    let (first, lines) = differing(&old.unwrap_or_default(), &new);
    let line = document.position(start).line.saturating_add(first);
    (!lines.is_empty()).then_some(Preview { line, lines })
}

/// Where an entry is in the text on the disk, whatever it is called there.
fn on_disk(pen: &Pen<'_>, base: &Document, at: &Address) -> Option<std::ops::Range<usize>> {
    let own = base.entry(at.list, &at.key);
    let Key::Id(id) = &at.key else {
        return own;
    };
    let mut id = id.to_string();
    for (list, from, to) in pen.memory.renamed.iter().rev() {
        if own.is_none() && *list == at.list && *to == id {
            id = from.to_string();
        }
    }
    own.or_else(|| base.entry(at.list, &Key::Id(id.into())))
}

/// The last change of a text that is too large to be read again for this.
fn last_change(show: Show<'_>) -> Option<Preview> {
    let back = show.workspace.writing().last_change()?;
    let document = show.workspace.document();
    let text = document.text.as_str();
    let patch = back.iter().next()?;
    let (start, new) = lines(text, patch.range.start, patch.range.end);
    let end = start.saturating_add(new.join("\n").len());
    let before = text.get(start..patch.range.start)?;
    let behind = text.get(patch.range.end..end.max(patch.range.end))?;
    let old = format!("{before}{}{behind}", patch.insert);
    let (first, lines) = differing(&old.lines().collect::<Vec<_>>(), &new);
    let line = document.position(start).line.saturating_add(first);
    (!lines.is_empty()).then_some(Preview { line, lines })
}

/// Where the lines of some bytes begin, and the lines.
fn lines(text: &str, start: usize, end: usize) -> (usize, Vec<&str>) {
    let before = text.get(..start).and_then(|before| before.rfind('\n'));
    let start = before.map_or(0, |at| at.saturating_add(1));
    let behind = text.get(end..).and_then(|behind| behind.find('\n'));
    let end = behind.map_or(text.len(), |at| end.saturating_add(at));
    let whole = text.get(start..end).unwrap_or_default();
    (start, whole.split('\n').collect())
}

/// Which lines go and which come, and how many lines before the first of them are the same.
fn differing(old: &[&str], new: &[&str]) -> (usize, Vec<Line>) {
    let same = |(old, new): &(&&str, &&str)| old.trim_end() == new.trim_end();
    let head = old.iter().zip(new).take_while(same).count();
    let least = old.len().min(new.len()).saturating_sub(head);
    let back = old.iter().rev().zip(new.iter().rev());
    let foot = back.take(least).take_while(same).count();
    let middle = |lines: &[&str]| -> Vec<String> {
        let end = lines.len().saturating_sub(foot);
        let lines = lines.get(head..end).unwrap_or_default();
        lines.iter().map(|line| line.trim().to_owned()).collect()
    };
    let (old, new) = (middle(old), middle(new));
    let comes = |comes: bool| {
        move |text: &String| Line {
            comes,
            text: text.clone(),
        }
    };
    if old.len().max(new.len()) > COMPARED {
        let gone = old.iter().map(comes(false));
        return (head, gone.chain(new.iter().map(comes(true))).collect());
    }
    (head, aligned(&old, &new))
}

/// How many lines two texts have in common from each pair of places on.
struct Common {
    width: usize,
    counts: Vec<u32>,
}

impl Common {
    fn at(&self, row: usize, column: usize) -> u32 {
        let place = row.saturating_mul(self.width).saturating_add(column);
        self.counts.get(place).copied().unwrap_or(0)
    }

    fn of(old: &[String], new: &[String]) -> Self {
        let width = new.len().saturating_add(1);
        let counts = vec![0; width.saturating_mul(old.len().saturating_add(1))];
        let mut common = Self { width, counts };
        for (row, gone) in old.iter().enumerate().rev() {
            for (column, came) in new.iter().enumerate().rev() {
                let (below, beside) = (row.saturating_add(1), column.saturating_add(1));
                let best = if gone == came {
                    common.at(below, beside).saturating_add(1)
                } else {
                    common.at(below, column).max(common.at(row, beside))
                };
                let place = row.saturating_mul(width).saturating_add(column);
                if let Some(slot) = common.counts.get_mut(place) {
                    *slot = best;
                }
            }
        }
        common
    }
}

/// The lines of two texts that are not in both, in order.
fn aligned(old: &[String], new: &[String]) -> Vec<Line> {
    let common = Common::of(old, new);
    let mut lines = Vec::new();
    let (mut row, mut column) = (0, 0);
    loop {
        let (gone, came) = (old.get(row), new.get(column));
        let down = common.at(row.saturating_add(1), column);
        let right = common.at(row, column.saturating_add(1));
        let (comes, text) = match (gone, came) {
            (None, None) => return lines,
            (Some(gone), Some(came)) if gone == came => {
                (row, column) = (row.saturating_add(1), column.saturating_add(1));
                continue;
            }
            (Some(gone), None) => (false, gone),
            (Some(gone), Some(_)) if down >= right => (false, gone),
            (_, Some(came)) => (true, came),
        };
        if comes {
            column = column.saturating_add(1);
        } else {
            row = row.saturating_add(1);
        }
        let text = text.clone();
        lines.push(Line { comes, text });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(old: &[&str], new: &[&str]) -> (usize, Vec<String>) {
        let (first, lines) = differing(old, new);
        let lines = lines.iter();
        let lines =
            lines.map(|line| format!("{}{}", if line.comes { '+' } else { '-' }, line.text));
        (first, lines.collect())
    }

    #[test]
    fn only_the_lines_that_differ_are_shown() {
        assert_eq!(said(&["a", "b"], &["a", "b"]).1, [""; 0]);
        let changed = said(
            &["(", " a: 1,", " b: 2,", ")"],
            &["(", " a: 1,", " b: 3,", ")"],
        );
        assert_eq!(changed, (2, vec!["-b: 2,".to_owned(), "+b: 3,".to_owned()]));
        assert_eq!(said(&[], &["a"]), (0, vec!["+a".to_owned()]));
        let apart = said(&["a", "x", "b"], &["c", "x", "d"]).1;
        assert_eq!(apart, ["-a", "+c", "-b", "+d"]);
    }
}
