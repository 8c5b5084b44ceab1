//! The pages: a head with the title and the timeline on the first one, columns under it, a foot.

use std::sync::atomic::AtomicBool;

use crate::messages::say;
use crate::scene::{Anchor, Fonts, Item, Point, Rect, Scene, Size, Stroke, TextStyle, mark, point};
use crate::time::{TimeWindow, display_stretch};

use super::super::ExportError;
use super::super::paper::MM;
use super::super::pdf::PageLink;
use super::super::picture::Look;
use super::cover::Names;
use super::flow::Bit;
use super::row::{Column, Row, length, page};
use super::strip::{Strip, stretch, strip};
use super::writer::{MARK, Stand, Writer};
use super::{Handout, Leaf, reading, wording, worksheet};

/// A page before it is written. Lengths are points of the page.
pub struct Folio {
    /// The sheet.
    pub size: Size,
    /// What stands on it, in the order in which it is read.
    pub layers: Vec<Layer>,
    /// What leads into the web.
    pub links: Vec<PageLink>,
    /// Names in the list beside the pages, and where they lead.
    pub bookmarks: Vec<(String, Point)>,
}

/// A picture on a page.
pub struct Layer {
    /// The picture.
    pub scene: Scene,
    /// Where the whole of it would stand, and how large.
    pub at: Rect,
    /// The part of the page in which it shows.
    pub shown: Rect,
}

/// Free at the sides, at the top and at the bottom, in points.
const SIDE: f32 = 18.0 * MM;
const TOP: f32 = 16.0 * MM;
const BOTTOM: f32 = 20.0 * MM;
/// From the bottom edge to the middle of the foot, in points.
const FOOT: f32 = 12.0 * MM;
/// Between two columns, in points.
const GUTTER: f32 = 22.0;
/// The least width of a column, in points.
const COLUMN: f32 = 215.0;
/// Above and under the timeline, in points.
const AROUND_STRIP: f32 = 10.0;
/// Between the head and the columns, in points.
const UNDER_HEAD: f32 = 14.0;
/// A page that is filled so far by its head has no columns under it, in points.
const LEAST: f32 = 120.0;
/// From the bottom of a row to its line to write on, and up to the middle of the words on it, in points.
const RULE: f32 = 4.0;
const ON_RULE: f32 = 6.0;
/// Fewer events than this need no headings; nor has a story any, whose order is its own.
const HEADED: usize = 8;
const FINE: TextStyle = TextStyle::sans(8.0);

/// What the handout is called: what the story is, or else the timeline. A worksheet that asks for names names none.
pub(super) fn title(look: &Look<'_>, handout: &Handout, events: &[usize]) -> String {
    let title = match handout.story_of(look.timeline) {
        Some(story) => look.lang.choose(&story.title, story.title_ja.as_deref()),
        None => look.title(),
    };
    if handout.kind == Leaf::Titles {
        return Names::new(look.timeline, events).cleared(title);
    }
    title.to_owned()
}

/// How a sheet is divided.
struct Paper {
    size: Size,
    columns: usize,
    /// Width of a column.
    width: f32,
}

impl Paper {
    fn new(size: Size) -> Self {
        let inside = size.width - 2.0 * SIDE;
        let columns = ((inside + GUTTER) / (COLUMN + GUTTER)).floor().max(1.0);
        Self {
            size,
            columns: columns as usize,
            width: (inside - (columns - 1.0) * GUTTER) / columns,
        }
    }

    fn inside(&self) -> f32 {
        self.size.width - 2.0 * SIDE
    }

    fn bottom(&self) -> f32 {
        self.size.height - BOTTOM
    }

    fn folio(&self) -> Folio {
        Folio {
            size: self.size,
            layers: Vec::new(),
            links: Vec::new(),
            bookmarks: Vec::new(),
        }
    }
}

/// Lays the events out on pages.
pub(super) fn laid_out(
    look: &Look<'_>,
    handout: &Handout,
    events: &[usize],
    fonts: &Fonts,
    cancelled: &AtomicBool,
) -> Result<Vec<Folio>, ExportError> {
    let paper = Paper::new(handout.paper.size(true));
    let title = title(look, handout, events);
    let drawn = (fonts, paper.inside());
    let strip = strip(look, events, handout.kind, drawn, cancelled)?;
    let mut head = Writer::new(look, fonts, paper.inside());
    let numbered = strip.as_ref().map(|strip| strip.names_all);
    self::head(&mut head, handout, &title, (events, numbered));
    let mut writer = Writer::new(look, fonts, paper.width);
    match handout.kind.asks() {
        None => {
            let has_headings = handout.story.is_none() && events.len() >= HEADED;
            reading::reading(&mut writer, events, handout.style, has_headings);
        }
        Some(asks) => worksheet::worksheet(&mut writer, events, asks, handout.kind),
    }
    let has_list = handout.kind == Leaf::Reading;
    let pages = Pages {
        look,
        fonts,
        paper,
        title,
        has_list,
    };
    Ok(pages.filled(&head.rows, strip, &writer.rows))
}

/// Title, what it is of, and on worksheets what to do.
fn head(
    writer: &mut Writer<'_>,
    handout: &Handout,
    title: &str,
    (events, numbered): (&[usize], Option<bool>),
) {
    let look = writer.look;
    let stand = |leading: f32, above: f32| Stand {
        indent: 0.0,
        leading,
        above,
    };
    let Some(asks) = handout.kind.asks() else {
        let run = writer.run(title, TextStyle::semibold(22.0));
        writer.paragraph(&[run], stand(28.0, 0.0));
        let run = writer.muted(about(look, handout, events), TextStyle::sans(10.0));
        writer.paragraph(&[run], stand(15.0, 1.0));
        return;
    };
    if handout.kind.is_key() {
        let accent = writer.theme().accent;
        let says = say!(look.lang, "handout-answers");
        let run = writer.tinted(says, TextStyle::semibold(12.0), accent);
        writer.paragraph(&[run], stand(24.0, 0.0));
    } else {
        fields(writer);
    }
    let run = writer.run(title, TextStyle::semibold(20.0));
    writer.paragraph(&[run], stand(26.0, 10.0));
    let (asked, how) = wording::task(asks, numbered, look.lang);
    let runs = [
        writer.run(format!("{asked}  "), TextStyle::semibold(10.0)),
        writer.muted(how, TextStyle::sans(9.5)),
    ];
    writer.paragraph(&runs, stand(14.5, 2.0));
}

/// The timeline where the title is a story's, the stretch of time, and how many events there are.
fn about(look: &Look<'_>, handout: &Handout, events: &[usize]) -> String {
    let of = handout.story.map(|_| look.title().to_owned());
    let span = stretch(look.timeline, events);
    let window = span.map(|span| TimeWindow::new(span.start, span.days()));
    let stretch = window.map(|window| display_stretch(window, look.lang));
    let count = say!(look.lang, "words-events", count = events.len());
    let parts = [of.filter(|of| !of.is_empty()), stretch, Some(count)];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    parts.join(" · ")
}

/// Where whoever works on the sheet says who that is.
fn fields(writer: &mut Writer<'_>) {
    let name = say!(writer.lang(), "handout-name");
    let class = say!(writer.lang(), "handout-class");
    let style = TextStyle::sans(9.0);
    let class_at = writer.width * 0.72;
    let mut row = Row {
        height: 24.0,
        ..Row::default()
    };
    for (text, x, end) in [
        (&name, 0.0, class_at - 16.0),
        (&class, class_at, writer.width),
    ] {
        let run = writer.muted(text, style);
        let width = writer.fonts.width(text, style);
        row.rules.push((x + width + 6.0, end));
        row.bits.push(Bit { x, width, run });
    }
    writer.rows.push(row);
}

/// What all pages are laid out with.
struct Pages<'a> {
    look: &'a Look<'a>,
    fonts: &'a Fonts,
    paper: Paper,
    title: String,
    /// Whether there is a list beside the pages; of a worksheet it would say too much.
    has_list: bool,
}

impl Pages<'_> {
    fn filled(&self, head: &[Row], strip: Option<Strip>, rows: &[Row]) -> Vec<Folio> {
        let paper = &self.paper;
        let mut folio = paper.folio();
        let mut top = self.top(&mut folio, head, strip);
        let (mut folios, mut first) = (Vec::new(), 0);
        if paper.bottom() - top < LEAST {
            folios.push(std::mem::replace(&mut folio, paper.folio()));
            top = TOP;
        }
        while first < rows.len() {
            let columns = page(rows, first, paper.columns, paper.bottom() - top);
            let Some(last) = columns.last() else { break };
            first = last.end;
            self.columns(&mut folio, rows, &columns, top);
            folios.push(std::mem::replace(&mut folio, paper.folio()));
            top = TOP;
        }
        let count = folios.len();
        for (index, folio) in folios.iter_mut().enumerate() {
            folio.layers.push(self.foot(index, count));
        }
        folios
    }

    /// Head and timeline; gives where the columns begin.
    fn top(&self, folio: &mut Folio, head: &[Row], strip: Option<Strip>) -> f32 {
        let all = 0..head.len();
        let mut items = Vec::new();
        self.draw(folio, &mut items, head, &all, point(SIDE, TOP));
        folio.layers.push(self.layer(items));
        let mut top = TOP + length(head, &all);
        if let Some(strip) = strip {
            let (scale, size) = (strip.scale, strip.scene.size);
            top += AROUND_STRIP;
            let shown = Rect::new(
                SIDE,
                top,
                SIDE + size.width * scale,
                top + (size.height - strip.head) * scale,
            );
            let at = Rect {
                top: top - strip.head * scale,
                ..shown
            };
            top = shown.bottom;
            folio.layers.push(Layer {
                scene: strip.scene,
                at,
                shown,
            });
        }
        top + UNDER_HEAD
    }

    fn columns(&self, folio: &mut Folio, rows: &[Row], columns: &[Column], top: f32) {
        let mut items = Vec::new();
        for (nth, column) in columns.iter().enumerate() {
            let left = SIDE + nth as f32 * (self.paper.width + GUTTER);
            self.draw(folio, &mut items, rows, column, point(left, top));
        }
        folio.layers.push(self.layer(items));
    }

    fn layer(&self, items: Vec<Item>) -> Layer {
        let size = self.paper.size;
        let whole = Rect::new(0.0, 0.0, size.width, size.height);
        Layer {
            scene: Scene {
                size,
                items,
                hits: Vec::new(),
            },
            at: whole,
            shown: whole,
        }
    }

    /// Draws the rows of a column down from a place.
    fn draw(
        &self,
        folio: &mut Folio,
        items: &mut Vec<Item>,
        rows: &[Row],
        column: &Column,
        from: Point,
    ) {
        let mut top = from.y;
        for (nth, row) in rows
            .get(column.clone())
            .unwrap_or_default()
            .iter()
            .enumerate()
        {
            top += if nth == 0 { 0.0 } else { row.above };
            self.row(folio, items, row, point(from.x, top));
            top += row.height;
        }
    }

    fn row(&self, folio: &mut Folio, items: &mut Vec<Item>, row: &Row, at: Point) {
        let bottom = at.y + row.height;
        let theme = self.look.theme;
        let middle = if row.rules.is_empty() {
            at.y + row.height / 2.0
        } else {
            bottom - RULE - ON_RULE
        };
        if let Some(title) = row.bookmark.as_ref().filter(|_| self.has_list) {
            folio.bookmarks.push((title.clone(), at));
        }
        if let Some((x, fill)) = row.bar {
            let left = at.x + x;
            items.push(Item::Rect {
                rect: Rect::new(left, at.y, left + 1.4, bottom),
                radius: 0.0,
                fill,
                stroke: None,
            });
        }
        if let Some(sign) = row.mark {
            let center = point(at.x + sign.x, middle);
            let own = (sign.shape, sign.color, sign.fill);
            items.push(mark(own.0, center, MARK, own.1, own.2, theme.ground));
        }
        for bit in &row.bits {
            if let Some(link) = link(bit, at, row.height) {
                lead(&mut folio.links, link);
            }
            items.push(text(bit, at.x, middle));
        }
        let stroke = Stroke {
            width: 0.6,
            color: theme.axis,
        };
        items.extend(row.rules.iter().map(|(from, to)| Item::Line {
            from: point(at.x + from, bottom - RULE),
            to: point(at.x + to, bottom - RULE),
            stroke,
            dash: None,
        }));
    }

    /// The title again, but not right under itself, and which page it is.
    fn foot(&self, index: usize, count: usize) -> Layer {
        let Size { width, height } = self.paper.size;
        let y = height - FOOT;
        let said = |at: Point, anchor: Anchor, text: String| Item::Text {
            at,
            anchor,
            text,
            style: FINE,
            fill: self.look.theme.muted,
        };
        let mut items = Vec::new();
        let title = self
            .fonts
            .elided(&self.title, FINE, self.paper.inside() - 80.0);
        if index > 0 && !self.title.is_empty() {
            items.push(said(point(SIDE, y), Anchor::Left, title));
        }
        let page = format!("{} / {count}", index + 1);
        items.push(said(point(width - SIDE, y), Anchor::Right, page));
        self.layer(items)
    }
}

fn text(bit: &Bit, left: f32, y: f32) -> Item {
    Item::Text {
        at: point(left + bit.x, y),
        anchor: Anchor::Left,
        text: bit.run.text.clone(),
        style: bit.run.style,
        fill: bit.run.fill,
    }
}

/// One more link; what goes on in the next words or on the next line is one with what came before.
fn lead(links: &mut Vec<PageLink>, link: PageLink) {
    match links.last_mut() {
        Some(last)
            if last.address == link.address
                && (last.rect.top..=last.rect.bottom + 0.6).contains(&link.rect.top) =>
        {
            last.rect = last.rect.union(&link.rect);
        }
        _ => links.push(link),
    }
}

fn link(bit: &Bit, at: Point, height: f32) -> Option<PageLink> {
    let address = bit.run.address.as_deref()?;
    let left = at.x + bit.x;
    Some(PageLink {
        rect: Rect::new(left, at.y, left + bit.width, at.y + height),
        address: address.to_owned(),
        says: bit.run.text.clone(),
    })
}
