//! Writes paragraphs into a column.

use std::sync::Arc;

use crate::document::{Event, is_web};
use crate::scene::{Fill, Fonts, Rgba, TextStyle, Theme};
use crate::time::Lang;

use super::super::picture::Look;
use super::flow::{Run, lines};
use super::row::{Mark, Row};

/// Where words begin beside a mark or a number, in points.
pub(super) const INDENT: f32 = 15.0;
/// Radius of a mark in points.
pub(super) const MARK: f32 = 3.9;
/// Running text.
pub(super) const BODY: TextStyle = TextStyle::sans(9.5);
/// What is said beside it.
pub(super) const SMALL: TextStyle = TextStyle::sans(8.0);
/// The name of an event.
pub(super) const NAME: TextStyle = TextStyle::semibold(10.5);

/// A column that is being written.
pub(super) struct Writer<'a> {
    pub(super) look: &'a Look<'a>,
    pub(super) fonts: &'a Fonts,
    /// Of the column, in points.
    pub(super) width: f32,
    pub(super) rows: Vec<Row>,
}

/// How a paragraph stands in its column, in points.
#[derive(Clone, Copy)]
pub(super) struct Stand {
    pub(super) indent: f32,
    /// From line to line; Japanese, whose letters fill their lines, needs more.
    pub(super) leading: f32,
    /// Free above it.
    pub(super) above: f32,
}

/// From line to line of a text of a size, in points; Japanese, whose letters fill their lines, needs more.
pub(super) fn leading(text: &str, size: f32) -> f32 {
    size * if is_japanese(text) { 1.52 } else { 1.34 }
}

/// Whether there are letters in a text that stand without spaces between them.
pub(super) fn is_japanese(text: &str) -> bool {
    text.chars().any(|letter| letter >= '\u{2E80}')
}

impl<'a> Writer<'a> {
    pub(super) fn new(look: &'a Look<'a>, fonts: &'a Fonts, width: f32) -> Self {
        Self {
            look,
            fonts,
            width,
            rows: Vec::new(),
        }
    }

    pub(super) fn theme(&self) -> &'a Theme {
        self.look.theme
    }

    pub(super) fn lang(&self) -> Lang {
        self.look.lang
    }

    pub(super) fn event(&self, index: usize) -> Option<&'a Event> {
        self.look.timeline.events.get(index)
    }

    /// Writes a paragraph and gives its rows. Two lines stay together at its beginning and at its end.
    pub(super) fn paragraph(&mut self, runs: &[Run], stand: Stand) -> &mut [Row] {
        let first = self.rows.len();
        let set = lines(self.fonts, runs, self.width - stand.indent);
        let count = set.len();
        for (index, mut bits) in set.into_iter().enumerate() {
            bits.iter_mut().for_each(|bit| bit.x += stand.indent);
            self.rows.push(Row {
                height: stand.leading,
                above: if index == 0 { stand.above } else { 0.0 },
                keeps: count > 1 && (index == 0 || index + 2 == count),
                bits,
                ..Row::default()
            });
        }
        self.rows.get_mut(first..).unwrap_or_default()
    }

    /// Keeps the last row with the one that comes next.
    pub(super) fn keep(&mut self) {
        if let Some(row) = self.rows.last_mut() {
            row.keeps = true;
        }
    }

    /// The mark of an event's category.
    pub(super) fn mark(&self, event: &Event, x: f32) -> Option<Mark> {
        let category = self.look.timeline.categories.get(event.category)?;
        let own = category.color.as_deref();
        let is_vague = event.when.is_approximate() || event.when.is_uncertain();
        Some(Mark {
            x,
            shape: category.shape,
            color: self.theme().category(event.category, own),
            fill: if is_vague { Fill::Hollow } else { Fill::Solid },
        })
    }

    pub(super) fn run(&self, text: impl Into<String>, style: TextStyle) -> Run {
        Run::new(text, style, self.theme().ink)
    }

    pub(super) fn muted(&self, text: impl Into<String>, style: TextStyle) -> Run {
        Run::new(text, style, self.theme().muted)
    }

    pub(super) fn tinted(&self, text: impl Into<String>, style: TextStyle, fill: Rgba) -> Run {
        Run::new(text, style, fill)
    }

    /// Where a source is in the web.
    pub(super) fn address(&self, source: usize) -> Option<Arc<str>> {
        let source = self.look.timeline.sources.get(source)?;
        let address = source.url.as_deref().filter(|address| is_web(address))?;
        Some(Arc::from(address))
    }
}
