//! The picture on paper: one large sheet, or many small ones to be cut and glued.
//!
//! The picture is laid out in the points of the window and drawn larger or smaller as a whole, so that its names have the
//! size that the distance asks for; the paper then says how much room they have. A tile repeats a strip of its right and
//! its lower neighbour, and marks in its corners say where to cut:
//!
//! ```text
//!   ┌──────────────┐
//!   │ ¬          ⌐ │   the marks lie outside of what is shown
//!   │   ┌─────┬┐   │   the narrow strips come again on the next sheets:
//!   │   │     ││   │   cut these sheets at their marks, and lay
//!   │   ├─────┼┤   │   the next ones over the strips
//!   │ ⌐ └─────┴┘ ¬ │
//!   └──────────────┘
//! ```

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::messages::{message, say};
use crate::scene::{Anchor, Fonts, Item, Point, Rect, Scene, Size, Stroke, TextStyle, point};
use crate::time::Lang;

use super::ExportError;
use super::lettering::missing;
use super::paper::{MM, Paper, em_at};
use super::pdf::{Booklet, Bookmark, Page, PageLink, Placed, pdf};
use super::picture::{Drawn, Look, links};
use super::svg::{Lettering, svg};

/// How a poster is printed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Poster {
    /// How large it is as a whole.
    pub paper: Paper,
    /// Whether it stands upright.
    pub is_portrait: bool,
    /// From how far its names are to be read, in metres.
    pub distance: f32,
    /// The sheets that it is printed on, where those are smaller.
    pub tiles: Option<Paper>,
}

/// Free on every side of a sheet, in points: no printer in a school prints to the edge.
const MARGIN: f32 = 10.0 * MM;
/// What two neighbouring sheets both show, in points.
const OVERLAP: f32 = 10.0 * MM;
/// Em size in points of the names in the picture before it is scaled.
const NAMES: f32 = 13.5;
/// Length of a cut mark, and from the corner to where it begins, in points.
const MARK: f32 = 6.0 * MM;
const MARK_GAP: f32 = 1.5 * MM;
/// Sheets of a poster, at most.
const SHEETS: usize = 400;

impl Poster {
    /// How many sheets it takes; or why it cannot be printed so.
    pub fn sheets(&self) -> Result<usize, ExportError> {
        let (scale, printed) = self.measured();
        roomy(printed, scale)?;
        Ok(Layout::new(self, printed)?.sheets())
    }

    /// How much larger than in the window the picture is, and the size of what is printed.
    fn measured(&self) -> (f32, Size) {
        let paper = self.paper.size(self.is_portrait);
        let printed = Size {
            width: paper.width - 2.0 * MARGIN,
            height: paper.height - 2.0 * MARGIN,
        };
        (em_at(self.distance) / NAMES, printed)
    }
}

/// The size of the picture before it is scaled, if it has room for names.
fn roomy(printed: Size, scale: f32) -> Result<Size, ExportError> {
    let wanted = Size {
        width: printed.width / scale,
        height: printed.height / scale,
    };
    if wanted.width < LEAST.width || wanted.height < LEAST.height {
        return Err(ExportError::TooFar(farthest(printed)));
    }
    Ok(wanted)
}

/// Draws a poster in PDF.
pub fn poster(
    look: &Look<'_>,
    poster: &Poster,
    cancelled: &AtomicBool,
) -> Result<Drawn, ExportError> {
    let fonts = Fonts::bundled();
    let (scale, printed) = poster.measured();
    let wanted = roomy(printed, scale)?;
    let scene = look.scene(&fonts, wanted, cancelled)?;
    if scene.size.height > wanted.height + 1.0 {
        return Err(ExportError::TooManyLanes);
    }
    let drawing = look.drawing(&scene, &fonts, true);
    let whole = Whole {
        svg: svg(&drawing, Lettering::Bundled).into(),
        size: printed,
        scale,
        links: links(&drawing),
    };
    let layout = Layout::new(poster, printed)?;
    let bookmarks = look
        .eras(&scene)
        .map(|(title, at)| layout.bookmark(title, whole.on_paper(at)));
    let booklet = Booklet {
        title: look.title().to_owned(),
        lang: look.lang,
        bookmarks: bookmarks.collect(),
        pages: layout.pages(&whole, look, &fonts),
    };
    Ok(Drawn {
        bytes: pdf(&booklet)?,
        missing: missing(&scene, &fonts),
    })
}

/// A picture smaller than this, in its own points, has no room for names.
const LEAST: Size = Size {
    width: 480.0,
    height: 320.0,
};

/// From how far letters can be that leave room for names on so much paper, in metres.
fn farthest(printed: Size) -> f32 {
    let scale = (printed.width / LEAST.width).min(printed.height / LEAST.height);
    (scale * NAMES / em_at(1.0) * 10.0).floor() / 10.0
}

/// The poster as a whole, in points of the paper, without its margin.
struct Whole {
    svg: Arc<str>,
    size: Size,
    scale: f32,
    links: Vec<PageLink>,
}

impl Whole {
    /// A place of the picture on the paper.
    fn on_paper(&self, at: Point) -> Point {
        point(at.x * self.scale, at.y * self.scale)
    }
}

/// How the poster lies on its sheets.
struct Layout {
    sheet: Size,
    columns: usize,
    rows: usize,
    /// How far the next sheet is, in points of the poster.
    step: Size,
    /// What a sheet shows, in points.
    shown: Size,
}

impl Layout {
    fn new(poster: &Poster, printed: Size) -> Result<Self, ExportError> {
        let Some(tiles) = poster.tiles else {
            return Ok(Self {
                sheet: poster.paper.size(poster.is_portrait),
                columns: 1,
                rows: 1,
                step: printed,
                shown: printed,
            });
        };
        // The sheets lie in whichever way takes fewer of them.
        let layouts =
            [false, true].map(|is_portrait| Self::tiled(tiles.size(is_portrait), printed));
        let [lying, standing] = layouts;
        let best = if standing.sheets() < lying.sheets() {
            standing
        } else {
            lying
        };
        if best.sheets() > SHEETS {
            return Err(ExportError::TooManySheets(best.sheets()));
        }
        Ok(best)
    }

    fn tiled(sheet: Size, printed: Size) -> Self {
        let shown = Size {
            width: sheet.width - 2.0 * MARGIN,
            height: sheet.height - 2.0 * MARGIN,
        };
        let step = Size {
            width: shown.width - OVERLAP,
            height: shown.height - OVERLAP,
        };
        let count = |printed: f32, step: f32| ((printed - OVERLAP) / step).ceil().max(1.0) as usize;
        Self {
            sheet,
            columns: count(printed.width, step.width),
            rows: count(printed.height, step.height),
            step,
            shown,
        }
    }

    fn sheets(&self) -> usize {
        self.columns * self.rows
    }

    /// The left top corner of what a sheet shows, on the poster.
    fn corner(&self, column: usize, row: usize) -> Point {
        point(
            column as f32 * self.step.width,
            row as f32 * self.step.height,
        )
    }

    fn bookmark(&self, title: String, at: Point) -> Bookmark {
        let column = ((at.x / self.step.width) as usize).min(self.columns - 1);
        let row = ((at.y / self.step.height) as usize).min(self.rows - 1);
        let corner = self.corner(column, row);
        Bookmark {
            title,
            page: row * self.columns + column,
            at: point(at.x - corner.x + MARGIN, at.y - corner.y + MARGIN),
        }
    }

    fn pages(&self, whole: &Whole, look: &Look<'_>, fonts: &Fonts) -> Vec<Page> {
        let places =
            (0..self.rows).flat_map(|row| (0..self.columns).map(move |column| (column, row)));
        let page = |(column, row)| {
            let corner = self.corner(column, row);
            let (dx, dy) = (MARGIN - corner.x, MARGIN - corner.y);
            let at = Rect::new(0.0, 0.0, whole.size.width, whole.size.height).moved(dx, dy);
            let shown = Rect::new(
                MARGIN,
                MARGIN,
                MARGIN + self.shown.width,
                MARGIN + self.shown.height,
            );
            let shown = shown.intersection(&at);
            let mut pictures = vec![Placed {
                svg: Arc::clone(&whole.svg),
                at,
                shown,
            }];
            if self.sheets() > 1 {
                pictures.push(self.marks((column, row), shown, look, fonts));
            }
            let links = whole.links.iter().filter_map(|link| {
                let scale = whole.scale;
                let Rect {
                    left,
                    top,
                    right,
                    bottom,
                } = link.rect;
                let rect = Rect::new(left * scale, top * scale, right * scale, bottom * scale);
                let rect = rect.moved(dx, dy).intersection(&shown);
                (rect.width() > 0.5 && rect.height() > 0.5).then(|| PageLink {
                    rect,
                    ..link.clone()
                })
            });
            Page {
                size: self.sheet,
                links: links.collect(),
                pictures,
            }
        };
        places.map(page).collect()
    }

    /// Where a sheet is cut, and which one it is.
    fn marks(
        &self,
        (column, row): (usize, usize),
        shown: Rect,
        look: &Look<'_>,
        fonts: &Fonts,
    ) -> Placed {
        let stroke = Stroke {
            width: 0.5,
            color: look.theme.muted,
        };
        // A sheet that is laid over the one before it is cut at its left and its top; what follows covers the rest.
        let corners = [
            (shown.left, shown.top, -1.0, -1.0),
            (shown.right, shown.top, 1.0, -1.0),
            (shown.left, shown.bottom, -1.0, 1.0),
            (shown.right, shown.bottom, 1.0, 1.0),
        ];
        let line = |from: Point, to: Point| Item::Line {
            from,
            to,
            stroke,
            dash: None,
        };
        let lines = corners.iter().flat_map(|&(x, y, dx, dy)| {
            let (near, far) = (MARK_GAP, MARK_GAP + MARK);
            [
                line(point(x + dx * near, y), point(x + dx * far, y)),
                line(point(x, y + dy * near), point(x, y + dy * far)),
            ]
        });
        let mut items: Vec<_> = lines.collect();
        items.push(Item::Text {
            at: point(shown.center().x, self.sheet.height - MARGIN / 2.0),
            anchor: Anchor::Center,
            text: self.says(column, row, look.lang),
            style: TextStyle::sans(8.0),
            fill: look.theme.muted,
        });
        let scene = Scene {
            size: self.sheet,
            items,
            hits: Vec::new(),
        };
        let drawing = look.drawing(&scene, fonts, false);
        let sheet = Rect::new(0.0, 0.0, self.sheet.width, self.sheet.height);
        Placed {
            svg: svg(&drawing, Lettering::Bundled).into(),
            at: sheet,
            shown: sheet,
        }
    }

    /// Which sheet it is, and what to do with it.
    fn says(&self, column: usize, row: usize, lang: Lang) -> String {
        let (row, column) = (row + 1, column + 1);
        let which = message!(
            "share-poster-sheet",
            row = row,
            rows = self.rows,
            column = column,
            columns = self.columns
        );
        // The first one lies below all others.
        match row > 1 || column > 1 {
            true => say!(lang, "share-poster-sheet-glued", which = which),
            false => which.text(lang),
        }
    }
}
