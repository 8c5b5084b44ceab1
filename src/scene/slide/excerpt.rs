//! The words of a slide that shows a quotation alone.

use super::super::text::Face;
use super::Part;
use super::column::{Block, Column, Place};
use super::event::overline;
use super::page::{Page, Written};
use super::wording;

/// Sizes in points.
const QUOTE: [f32; 7] = [44.0, 38.0, 33.0, 28.0, 24.0, 20.0, 16.0];
const ATTRIBUTION: [f32; 1] = [15.0];
/// Wider lines are hard to read even in large type, in points.
const COLUMN: f32 = 840.0;

/// A quotation of an event and who says it.
pub(super) fn write(page: &Page<'_>, event: usize, excerpt: usize, written: &mut Written) {
    let Some(event) = page.event(event) else {
        return;
    };
    let Some(excerpt) = event.excerpts.get(excerpt) else {
        return;
    };
    let (theme, lang) = (page.theme, page.picture.lang);
    let quote = wording::quoted(&excerpt.quote);
    let source = wording::attribution(page.timeline, excerpt, true, lang);
    let stance = wording::stance(excerpt.stance, lang);
    let mut area = page.words;
    area.right = area.right.min(area.left + COLUMN);
    if let Some(title) = page.title() {
        let mut column = Column::default();
        column.blocks.push(overline(page, title));
        area.top = column.write(page, area, written);
    }
    let quote = Block {
        face: Face::SerifItalic,
        most: 6,
        leading: 1.25,
        place: Place::Quoted(page.color(event)),
        ..Block::new(&quote, Part::Quote, &QUOTE, theme.ink)
    };
    let source = Block {
        above: 14.0,
        place: Place::UnderQuote,
        ..Block::new(&source, Part::Quote, &ATTRIBUTION, theme.muted)
    };
    let stance = Block {
        above: 4.0,
        place: Place::UnderQuote,
        asked_for: false,
        ..Block::new(
            &stance,
            Part::Quote,
            &ATTRIBUTION,
            theme.readable(page.color(event)),
        )
    };
    let column = Column {
        blocks: vec![quote, source, stance],
        centred: true,
        ..Column::default()
    };
    column.write(page, area, written);
}
