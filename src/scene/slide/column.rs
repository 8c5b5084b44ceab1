//! Sets blocks of text one under the other: each as large as all of them leave it, none over the next.

use super::super::Item;
use super::super::geometry::{Rect, Rgba, point};
use super::super::text::{Face, TextStyle};
use super::Part;
use super::page::{Ink, Page, Written};
use super::wrap::{Wrapped, Wrapping, wrapped};

/// Width of the bar beside a quotation, and from its left edge to the words, in points.
const BAR: f32 = 3.0;
const INDENT: f32 = 20.0;

/// A text that stands by itself.
#[derive(Debug, Clone)]
pub(super) struct Block<'a> {
    pub(super) text: &'a str,
    pub(super) part: Part,
    pub(super) face: Face,
    /// Sizes in points that it may have, the largest first: when room is short, all blocks go down a step.
    pub(super) sizes: &'a [f32],
    pub(super) fill: Rgba,
    /// Height of a line for its size.
    pub(super) leading: f32,
    /// Free points above it.
    pub(super) above: f32,
    /// Lines at most.
    pub(super) most: usize,
    pub(super) balanced: bool,
    pub(super) place: Place,
    /// Whether the class may be asked for it.
    pub(super) asked_for: bool,
}

/// How a block stands in the column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Place {
    Plain,
    /// Behind a bar of this colour.
    Quoted(Rgba),
    /// As far in as a quotation, under it.
    UnderQuote,
}

/// A block in its lines.
struct Set<'a> {
    block: &'a Block<'a>,
    wrapped: Wrapped,
    style: TextStyle,
}

impl<'a> Block<'a> {
    /// A line or two of running text.
    pub(super) fn new(text: &'a str, part: Part, sizes: &'a [f32], fill: Rgba) -> Self {
        Self {
            text,
            part,
            face: Face::Sans,
            sizes,
            fill,
            leading: 1.3,
            above: 0.0,
            most: 2,
            balanced: true,
            place: Place::Plain,
            asked_for: true,
        }
    }

    /// Large and heavy.
    pub(super) fn headline(text: &'a str, sizes: &'a [f32], fill: Rgba) -> Self {
        Self {
            face: Face::SansSemiBold,
            leading: 1.08,
            above: 3.0,
            most: 3,
            ..Self::new(text, Part::Headline, sizes, fill)
        }
    }

    fn indent(&self) -> f32 {
        match self.place {
            Place::Plain => 0.0,
            Place::Quoted(_) | Place::UnderQuote => INDENT,
        }
    }

    /// At one of its sizes, with so many lines at most.
    fn set(&'a self, page: &Page<'_>, level: usize, width: f32, most: usize) -> Set<'a> {
        self.set_text(page, self.text, level, width, most)
    }

    /// The same for a part of its text.
    fn set_text(
        &'a self,
        page: &Page<'_>,
        text: &str,
        level: usize,
        width: f32,
        most: usize,
    ) -> Set<'a> {
        let size = self.sizes.get(level).or(self.sizes.last());
        let style = TextStyle {
            face: self.face,
            size: size.copied().unwrap_or(LEAST),
        };
        let wrapping = Wrapping {
            style,
            width: width - self.indent(),
            most,
            balanced: self.balanced,
        };
        let wrapped = wrapped(page.picture.fonts, text, &wrapping);
        Set {
            block: self,
            wrapped,
            style,
        }
    }
}

/// No text of a slide is smaller, in points: more than 2 % of the height.
pub(super) const LEAST: f32 = 11.5;

impl Set<'_> {
    fn pitch(&self) -> f32 {
        self.style.size * self.block.leading
    }

    fn is_empty(&self) -> bool {
        self.wrapped.lines.is_empty()
    }

    fn height(&self) -> f32 {
        if self.is_empty() {
            return 0.0;
        }
        self.block.above + self.wrapped.lines.len() as f32 * self.pitch()
    }
}

/// A column of blocks, and one that is set below them where it finds room.
#[derive(Debug, Default)]
pub(super) struct Column<'a> {
    pub(super) blocks: Vec<Block<'a>>,
    pub(super) more: Option<Block<'a>>,
    /// Whether that one is cut to the room there is, rather than left out.
    pub(super) insists: bool,
    /// Whether the column stands in the middle of its area rather than at its top.
    pub(super) centred: bool,
}

impl Column<'_> {
    /// Writes the blocks into an area, and gives back where they end, in points from the top.
    pub(super) fn write(&self, page: &Page<'_>, area: Rect, written: &mut Written) -> f32 {
        let mut sets = self.fitted(page, area);
        let taken: f32 = sets.iter().map(Set::height).sum();
        sets.extend(self.below(page, area, area.height() - taken));
        let taken: f32 = sets.iter().map(Set::height).sum();
        let mut top = area.top;
        if self.centred {
            top += ((area.height() - taken) / 2.0).max(0.0);
        }
        for set in sets.iter().filter(|set| !set.is_empty()) {
            top = draw(page, set, area.left, top, written);
        }
        top
    }

    /// The blocks at the largest sizes at which they fit as a whole; else at the smallest, cut from the end on. One that
    /// is too long for its larger sizes does not make the others small.
    fn fitted(&self, page: &Page<'_>, area: Rect) -> Vec<Set<'_>> {
        let levels = self.blocks.iter().map(|block| block.sizes.len()).max();
        let last = levels.unwrap_or(1).saturating_sub(1);
        let mut sets = Vec::new();
        for level in 0..=last {
            sets = self
                .blocks
                .iter()
                .map(|block| whole(page, block, level, area))
                .collect();
            let taken: f32 = sets.iter().map(Set::height).sum();
            if taken <= area.height() {
                return sets;
            }
        }
        shorten(page, last, area, &mut sets);
        sets
    }

    /// The one below, at the largest size at which it fits; else as many of its sentences as do.
    fn below(&self, page: &Page<'_>, area: Rect, room: f32) -> Option<Set<'_>> {
        let block = self.more.as_ref()?;
        for text in beginnings(block.text) {
            for level in 0..block.sizes.len() {
                let set = block.set_text(page, text, level, area.width(), block.most);
                if !set.wrapped.cut && set.height() <= room {
                    return Some(set);
                }
            }
        }
        let last = block.sizes.len().saturating_sub(1);
        let pitch = block.set(page, last, area.width(), 1).pitch();
        let lines = ((room - block.above) / pitch).floor().max(0.0) as usize;
        let fits = self.insists && lines > 0;
        fits.then(|| block.set(page, last, area.width(), lines.min(block.most)))
    }
}

/// A block at its largest size from a level on at which all of it is there; at its smallest if there is none.
fn whole<'a>(page: &Page<'_>, block: &'a Block<'a>, level: usize, area: Rect) -> Set<'a> {
    let set = |level| block.set(page, level, area.width(), block.most);
    let fits = (level..block.sizes.len())
        .map(set)
        .find(|set| !set.wrapped.cut);
    fits.unwrap_or_else(|| set(usize::MAX))
}

/// The first sentences of a text: all of them, then one less each time.
fn beginnings(text: &str) -> Vec<&str> {
    let ends_after = |(at, letter): (usize, char)| {
        let end = at + letter.len_utf8();
        let rest = text.get(end..).unwrap_or_default();
        let is_end = match letter {
            '。' => !rest.is_empty(),
            '.' | '!' | '?' => rest.starts_with(' ') && !is_abbreviated(text, at),
            _ => false,
        };
        is_end.then_some(end)
    };
    let ends = text.char_indices().filter_map(ends_after);
    let mut beginnings: Vec<&str> = ends
        .take(SENTENCES)
        .filter_map(|end| text.get(..end))
        .collect();
    beginnings.push(text);
    beginnings.reverse();
    beginnings
}

/// Whether the full stop at a byte belongs to one or two letters, as in "U.S." and "Mr."
fn is_abbreviated(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let word = before.rsplit([' ', '.', '(']).next().unwrap_or_default();
    word.chars().count() <= 2
}

/// Sentences that are counted; nobody reads more from a wall.
const SENTENCES: usize = 8;

/// Takes lines from the last blocks, and whole blocks where that is not enough, until the rest fits.
fn shorten(page: &Page<'_>, level: usize, area: Rect, sets: &mut Vec<Set<'_>>) {
    let over = |sets: &[Set<'_>]| sets.iter().map(Set::height).sum::<f32>() - area.height();
    for at in (0..sets.len()).rev() {
        let excess = over(sets);
        let Some(set) = sets.get_mut(at).filter(|_| excess > 0.0) else {
            break;
        };
        let lines = set.wrapped.lines.len();
        let fewer = lines.saturating_sub((excess / set.pitch()).ceil() as usize);
        *set = set.block.set(page, level, area.width(), fewer.max(1));
    }
    while over(sets) > 0.0 && sets.len() > 1 {
        sets.pop();
    }
}

/// Draws a block below `top`, and gives back where it ends.
fn draw(page: &Page<'_>, set: &Set<'_>, left: f32, top: f32, written: &mut Written) -> f32 {
    let block = set.block;
    let (top, x) = (top + block.above, left + block.indent());
    let mut y = top;
    let mut right = x;
    for line in &set.wrapped.lines {
        let ink = Ink {
            fill: block.fill,
            asked_for: block.asked_for,
        };
        let at = point(x, y + set.pitch() / 2.0);
        written.items.push(page.line(at, line, set.style, ink));
        right = right.max(x + page.width(line, set.style));
        y += set.pitch();
    }
    if let Place::Quoted(color) = block.place {
        written.items.push(Item::Rect {
            rect: Rect::new(left, top + 2.0, left + BAR, y - 2.0),
            radius: 1.0,
            fill: color,
            stroke: None,
        });
    }
    let rect = Rect::new(left, top, right, y);
    let said = page.said(block.text, block.asked_for);
    written.say(block.part, rect, said);
    y
}

#[cfg(test)]
mod tests {
    use super::beginnings;

    #[test]
    fn a_text_is_shortened_by_whole_sentences() {
        let text = "Mr. Nixon speaks. The U.S. waits. Tokyo hears it late.";
        let found = beginnings(text);
        assert_eq!(
            found,
            [
                text,
                "Mr. Nixon speaks. The U.S. waits.",
                "Mr. Nixon speaks."
            ]
        );
        assert_eq!(
            beginnings("訪中を発表。東京は驚く。"),
            ["訪中を発表。東京は驚く。", "訪中を発表。"]
        );
        assert_eq!(beginnings(""), [""]);
    }
}
