//! Puts an item into a list or an entry, takes one out, and moves one, comma by comma.
//!
//! Knows brackets, commas and lines but not what the items mean. Comments stay, those in what is taken out excepted.

use std::ops::Range;

use super::super::patch::TextPatch;
use super::super::token::rest;
use super::place::{
    Siblings, begins_line, comma_after, indentation, lead, newline, skip_blanks, tail,
};

/// Whether a new item is to begin a line of its own, where that is to be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Breaks {
    /// As the one beside it does.
    AsBeside,
    Yes,
    No,
}

/// The patches that put an item before the one that stands at `index`.
pub(super) fn inserted(
    text: &str,
    siblings: &Siblings,
    index: usize,
    written: &str,
    breaks: Breaks,
) -> Vec<TextPatch> {
    let before = index
        .checked_sub(1)
        .and_then(|before| siblings.items.get(before));
    match (before, siblings.items.first()) {
        (Some(before), _) => behind(text, before, written, breaks),
        (None, Some(first)) => vec![in_front(text, siblings.open, first, written, breaks)],
        (None, None) => vec![alone(text, siblings, written, breaks)],
    }
}

fn wants_line(text: &str, beside: &Range<usize>, breaks: Breaks) -> bool {
    match breaks {
        Breaks::AsBeside => begins_line(text, beside.start).is_some(),
        Breaks::Yes => true,
        Breaks::No => false,
    }
}

fn behind(text: &str, before: &Range<usize>, written: &str, breaks: Breaks) -> Vec<TextPatch> {
    let comma = comma_after(text, before.end);
    let after = comma.map_or(before.end, |comma| comma.saturating_add(1));
    let line = tail(text, after).filter(|_| wants_line(text, before, breaks));
    match (comma, line) {
        (Some(_), Some(line)) => {
            let lead = lead(text, before.start);
            vec![TextPatch::new(line..line, format!("{lead}{written},"))]
        }
        (None, Some(line)) if line > after => {
            let lead = lead(text, before.start);
            vec![
                TextPatch::new(after..after, ","),
                TextPatch::new(line..line, format!("{lead}{written}")),
            ]
        }
        (None, Some(line)) => {
            let lead = lead(text, before.start);
            vec![TextPatch::new(line..line, format!(",{lead}{written}"))]
        }
        (Some(_), None) => vec![TextPatch::new(after..after, format!(" {written},"))],
        (None, None) => vec![TextPatch::new(after..after, format!(", {written}"))],
    }
}

fn in_front(
    text: &str,
    open: usize,
    first: &Range<usize>,
    written: &str,
    breaks: Breaks,
) -> TextPatch {
    if !wants_line(text, first, breaks) || begins_line(text, first.start).is_none() {
        return TextPatch::new(first.start..first.start, format!("{written}, "));
    }
    match tail(text, open).filter(|line| *line < first.start) {
        // Comments above the first item are about that one.
        Some(line) => TextPatch::new(line..line, format!("{}{written},", lead(text, first.start))),
        None => TextPatch::new(
            first.start..first.start,
            format!("{written},{}", lead(text, first.start)),
        ),
    }
}

fn alone(text: &str, siblings: &Siblings, written: &str, breaks: Breaks) -> TextPatch {
    let open = siblings.open;
    let inner = text.get(open..siblings.close).unwrap_or_default();
    if breaks != Breaks::Yes {
        return TextPatch::new(open..open, written);
    }
    let (newline, outer) = (newline(text, open), indentation(text, open));
    let unit = unit(text);
    let line = tail(text, open).filter(|line| *line <= siblings.close && inner.contains('\n'));
    match line {
        Some(line) => TextPatch::new(line..line, format!("{newline}{outer}{unit}{written},")),
        None => {
            let insert = format!("{newline}{outer}{unit}{written},{newline}{outer}");
            TextPatch::new(open..open, insert)
        }
    }
}

/// One step of indentation: what the first line that has any begins with.
pub(super) fn unit(text: &str) -> String {
    let mut lines = text.lines().take(1000);
    let indented = lines.find(|line| line.starts_with([' ', '\t']) && !line.trim().is_empty());
    let blanks = indented.map(|line| indentation(line, line.len()));
    match blanks {
        Some(blanks) if blanks.starts_with('\t') => "\t".to_owned(),
        Some(blanks) if blanks.len() <= 8 => blanks,
        _ => "    ".to_owned(),
    }
}

/// The patches that take an item out.
pub(super) fn removed(text: &str, siblings: &Siblings, index: usize) -> Vec<TextPatch> {
    let Some(item) = siblings.items.get(index) else {
        return Vec::new();
    };
    let comma = comma_after(text, item.end);
    let end = comma.map_or(item.end, |comma| comma.saturating_add(1));
    // A comment between an item and its comma stays, without the comma.
    let apart = comma.filter(|&comma| !is_blank(text, item.end..comma));
    let before = index
        .checked_sub(1)
        .and_then(|before| siblings.items.get(before));
    let mut patches = Vec::new();
    if let Some(comma) = apart {
        patches.push(TextPatch::new(item.clone(), ""));
        patches.push(TextPatch::new(comma..end, ""));
        return patches;
    }
    match begins_line(text, item.start).zip(tail(text, end)) {
        Some((start, line)) if is_blank(text, end..line) => {
            patches.push(TextPatch::new(start..past_line_end(text, line), ""));
        }
        // The comment behind it stays.
        Some(_) => patches.push(TextPatch::new(item.start..skip_blanks(text, end), "")),
        None => return in_line(text, siblings, index, end),
    }
    // The last one of a list that has no comma at its end leaves none there.
    if comma.is_none()
        && let Some(comma) = before.and_then(|before| comma_after(text, before.end))
    {
        patches.push(TextPatch::new(comma..comma.saturating_add(1), ""));
    }
    patches
}

/// Takes out an item that shares its line with others.
fn in_line(text: &str, siblings: &Siblings, index: usize, end: usize) -> Vec<TextPatch> {
    let Some(item) = siblings.items.get(index) else {
        return Vec::new();
    };
    let is_last = siblings.items.len() <= index.saturating_add(1);
    let before = index
        .checked_sub(1)
        .and_then(|before| siblings.items.get(before));
    let comma = before.and_then(|before| comma_after(text, before.end));
    if !is_last {
        let until = match siblings.items.get(index.saturating_add(1)) {
            // The next one, which stands on another line, stays there.
            Some(next) if begins_line(text, next.start).is_some() => end,
            _ => skip_blanks(text, end),
        };
        let start = if until == end {
            blanks_before(text, item.start)
        } else {
            item.start
        };
        return vec![TextPatch::new(start..until, "")];
    }
    let Some(comma) = comma else {
        return vec![TextPatch::new(item.start..end, "")];
    };
    let behind_comma = comma.saturating_add(1);
    let has_comma = end > item.end;
    match is_blank(text, behind_comma..item.start) {
        true if has_comma => vec![TextPatch::new(behind_comma..end, "")],
        true => vec![TextPatch::new(comma..end, "")],
        false if has_comma => vec![TextPatch::new(item.start..end, "")],
        false => vec![
            TextPatch::new(comma..behind_comma, ""),
            TextPatch::new(item.start..end, ""),
        ],
    }
}

/// Where the blanks before this byte begin.
fn blanks_before(text: &str, at: usize) -> usize {
    let head = text.get(..at).unwrap_or_default();
    head.trim_end_matches([' ', '\t']).len()
}

fn is_blank(text: &str, range: Range<usize>) -> bool {
    text.get(range).unwrap_or_default().trim().is_empty()
}

fn past_line_end(text: &str, at: usize) -> usize {
    let after = rest(text, at);
    let width = if after.starts_with("\r\n") {
        2
    } else {
        usize::from(after.starts_with('\n'))
    };
    at.saturating_add(width)
}

/// The patches that bring an item to where another stands; those between move up by one place. Each place keeps what
/// is written around it.
pub(super) fn moved(text: &str, siblings: &Siblings, from: usize, to: usize) -> Vec<TextPatch> {
    let items = &siblings.items;
    let to = to.min(items.len().saturating_sub(1));
    let (low, high) = (from.min(to), from.max(to));
    let mut order: Vec<usize> = (low..=high).collect();
    if from < to {
        order.rotate_left(1);
    } else {
        order.rotate_right(1);
    }
    let slots = (low..=high).zip(order).filter(|(slot, item)| slot != item);
    slots
        .filter_map(|(slot, item)| {
            let written = text.get(items.get(item)?.clone())?;
            Some(TextPatch::new(items.get(slot)?.clone(), written))
        })
        .collect()
}
