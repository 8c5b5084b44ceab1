//! The words of slides that are about an event or a stretch of time.

use crate::document::Event;
use crate::time::{Lang, stretch_and_length};

use super::super::text::Face;
use super::Part;
use super::column::{Block, Column, Place};
use super::page::{Page, Written};
use super::wording;

/// Sizes in points that a headline may have, and those that the words below it have with it.
pub(super) const HEADLINE: [f32; 6] = [40.0, 35.0, 30.0, 26.0, 22.0, 19.0];
const SECOND: [f32; 4] = [17.0, 17.0, 16.0, 15.0];
const QUOTE: [f32; 6] = [23.5, 22.0, 20.0, 18.0, 16.5, 15.0];
const ATTRIBUTION: [f32; 3] = [13.0, 13.0, 12.5];
/// Of a summary that stands alone, and of one below a quotation.
const SUMMARY: [f32; 4] = [18.0, 16.5, 15.0, 13.5];
const SMALL_SUMMARY: [f32; 2] = [14.5, 13.5];
/// Of what stands above the date.
const OVERLINE: [f32; 1] = [14.0];
/// By how much the words begin higher where there is something above the date, in points: the date stays in place.
const OVERLINE_HEIGHT: f32 = 22.0;

/// One event in large type.
pub(super) fn one(page: &Page<'_>, index: usize, written: &mut Written) {
    let Some(event) = page.event(index) else {
        return titled(page, page.title(), None, written);
    };
    let mut area = page.column();
    let excerpt = event.excerpts.first();
    let quote = excerpt.map(|excerpt| wording::quoted(&excerpt.quote));
    let source = excerpt
        .map(|excerpt| wording::attribution(page.timeline, excerpt, false, page.picture.lang));
    let date = date(page, event);
    let sides = sides(page, event);
    let mut column = Column::default();
    if let Some(title) = page.title() {
        area.top -= OVERLINE_HEIGHT;
        column.blocks.push(overline(page, title));
    }
    column
        .blocks
        .extend(heading(page, event, &date, sides.as_deref()));
    if let Some(quote) = &quote {
        column.blocks.push(quotation(page, event, quote));
    }
    if let Some(source) = &source {
        column.blocks.push(attribution(page, source));
    }
    column.more = Some(summary(page, event, excerpt.is_some()));
    column.insists = excerpt.is_none();
    column.write(page, area, written);
}

/// The step's title above its event's date.
pub(super) fn overline<'a>(page: &Page<'_>, title: &'a str) -> Block<'a> {
    Block {
        most: 1,
        leading: OVERLINE_HEIGHT / OVERLINE[0],
        ..Block::new(title, Part::Headline, &OVERLINE, page.theme.muted)
    }
}

/// Date, name and the name in the other language.
fn heading<'a>(
    page: &Page<'a>,
    event: &'a Event,
    date: &'a str,
    sides: Option<&'a str>,
) -> impl Iterator<Item = Block<'a>> {
    let color = page.theme.readable(page.color(event));
    let date = Block {
        asked_for: false,
        ..Block::new(date, Part::Date, &SECOND, color)
    };
    let sides = sides.map(|sides| Block {
        asked_for: false,
        above: 1.0,
        ..Block::new(sides, Part::Date, &[14.0], page.theme.muted)
    });
    let headline = Block {
        above: if sides.is_some() { 6.0 } else { 3.0 },
        ..Block::headline(page.name(event), &HEADLINE, page.theme.ink)
    };
    let other = other_name(page, event).map(|name| Block {
        above: 9.0,
        ..Block::new(name, Part::Headline, &SECOND, page.theme.muted)
    });
    let date = std::iter::once(date).chain(sides);
    date.chain(std::iter::once(headline)).chain(other)
}

/// When it was, in words.
pub(super) fn date(page: &Page<'_>, event: &Event) -> String {
    event.when.display(page.picture.lang)
}

/// A moment on both sides of the Pacific: on one of them it may be another day.
pub(super) fn sides(page: &Page<'_>, event: &Event) -> Option<String> {
    let sides = event.when.sides_of_the_pacific(page.picture.lang)?;
    Some(
        sides
            .map(|(place, time)| format!("{place} {time}"))
            .join(" · "),
    )
}

/// The name in the language that the slide is not in.
fn other_name<'a>(page: &Page<'_>, event: &'a Event) -> Option<&'a str> {
    let japanese = event.title_ja.as_deref().filter(|name| !name.is_empty())?;
    let other = match page.picture.lang {
        Lang::En => japanese,
        Lang::Ja => &event.title,
    };
    (other != page.picture.lang.choose(&event.title, Some(japanese))).then_some(other)
}

/// A quotation behind its bar.
fn quotation<'a>(page: &Page<'_>, event: &Event, quote: &'a str) -> Block<'a> {
    Block {
        face: Face::SerifItalic,
        above: 22.0,
        most: 4,
        place: Place::Quoted(page.color(event)),
        ..Block::new(quote, Part::Quote, &QUOTE, page.theme.ink)
    }
}

/// Who says it.
fn attribution<'a>(page: &Page<'_>, source: &'a str) -> Block<'a> {
    Block {
        above: 7.0,
        most: 3,
        balanced: false,
        place: Place::UnderQuote,
        ..Block::new(source, Part::Quote, &ATTRIBUTION, page.theme.muted)
    }
}

/// What happened, in sentences.
fn summary<'a>(page: &Page<'_>, event: &'a Event, below_quote: bool) -> Block<'a> {
    let (sizes, fill): (&[f32], _) = if below_quote {
        (&SMALL_SUMMARY, page.theme.muted)
    } else {
        (&SUMMARY, page.theme.ink.mixed(page.theme.muted, 0.4))
    };
    Block {
        above: 20.0,
        leading: 1.42,
        most: 12,
        balanced: false,
        ..Block::new(&event.summary, Part::Summary, sizes, fill)
    }
}

/// A stretch of time: what the step is called, or else the years in view.
pub(super) fn window(page: &Page<'_>, written: &mut Written) {
    let (stretch, length) = stretch_and_length(page.slide.window, page.picture.lang);
    match page.title() {
        Some(title) => titled(page, Some(title), Some(&stretch), written),
        None => titled(page, Some(&stretch), Some(&length), written),
    }
}

/// A title with a line above it that stays when the title is covered.
pub(super) fn titled(
    page: &Page<'_>,
    title: Option<&str>,
    above: Option<&str>,
    written: &mut Written,
) {
    let mut column = Column::default();
    if let Some(above) = above.filter(|above| !above.is_empty()) {
        column.blocks.push(Block {
            asked_for: false,
            ..Block::new(above, Part::Date, &SECOND, page.theme.accent)
        });
    }
    if let Some(title) = title {
        column
            .blocks
            .push(Block::headline(title, &HEADLINE, page.theme.ink));
    }
    let other = other_title(page);
    if let Some(other) = other.filter(|_| page.title().is_some()) {
        column.blocks.push(Block {
            above: 9.0,
            ..Block::new(other, Part::Headline, &SECOND, page.theme.muted)
        });
    }
    column.write(page, page.column(), written);
}

/// The step's title in the language that the slide is not in.
fn other_title<'a>(page: &Page<'a>) -> Option<&'a str> {
    let (main, japanese) = (
        page.slide.title.as_deref()?,
        page.slide.title_ja.as_deref()?,
    );
    match page.picture.lang {
        Lang::En => Some(japanese),
        Lang::Ja => Some(main),
    }
}

/// No step: the timeline's title, and nothing else.
pub(super) fn nothing(page: &Page<'_>, written: &mut Written) {
    let timeline = page.timeline;
    let japanese = timeline.title_ja.as_deref();
    let title = page.picture.lang.choose(&timeline.title, japanese);
    let other = match page.picture.lang {
        Lang::En => japanese,
        Lang::Ja => Some(&*timeline.title),
    };
    let mut column = Column::default();
    column
        .blocks
        .push(Block::headline(title, &HEADLINE, page.theme.ink));
    if let Some(other) = other.filter(|other| *other != title) {
        column.blocks.push(Block {
            above: 9.0,
            ..Block::new(other, Part::Headline, &SECOND, page.theme.muted)
        });
    }
    column.centred = true;
    column.write(page, page.column(), written);
}
