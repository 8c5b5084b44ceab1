//! Pages of pictures as PDF: vectors, text that can be selected and searched, fonts cut down to what is used, links and
//! bookmarks. The same pages give the same bytes: nothing in it depends on the clock.

use std::sync::Arc;

use krilla::Document;
use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect, Size, Transform};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::FillRule;
use krilla::surface::Surface;
use krilla_svg::{SurfaceExt as _, SvgSettings};

use crate::scene;
use crate::time::Lang;

use super::ExportError;
use super::png::tree;
use super::svg::language;

/// A sheet of paper. Lengths are points, 72 to the inch.
pub struct Page {
    /// The sheet.
    pub size: scene::Size,
    /// Pictures on it, back to front.
    pub pictures: Vec<Placed>,
    /// Where something leads into the web, with what is said of it.
    pub links: Vec<PageLink>,
}

/// A picture on a page.
pub struct Placed {
    /// The picture in SVG; several pages may show parts of one.
    pub svg: Arc<str>,
    /// Where the whole of it would stand, and how large.
    pub at: scene::Rect,
    /// The part of the page in which it shows.
    pub shown: scene::Rect,
}

/// A place on a page that leads into the web.
#[derive(Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct PageLink {
    pub rect: scene::Rect,
    pub address: String,
    pub says: String,
}

/// A name in the list beside the pages, and where it leads.
#[expect(missing_docs, reason = "the names say it")]
pub struct Bookmark {
    pub title: String,
    /// From 0.
    pub page: usize,
    pub at: scene::Point,
}

/// A whole file.
#[expect(missing_docs, reason = "the names say it")]
pub struct Booklet {
    pub title: String,
    pub lang: Lang,
    pub pages: Vec<Page>,
    pub bookmarks: Vec<Bookmark>,
}

/// The file in PDF.
pub fn pdf(booklet: &Booklet) -> Result<Vec<u8>, ExportError> {
    let mut document = Document::new();
    for page in &booklet.pages {
        add(&mut document, page)?;
    }
    let metadata = Metadata::new()
        .title(booklet.title.clone())
        .language(language(booklet.lang).to_owned())
        .creator("Transpacific".to_owned());
    document.set_metadata(metadata);
    document.set_outline(outline(&booklet.bookmarks));
    document
        .finish()
        .map_err(|error| ExportError::Picture(format!("{error:?}")))
}

fn add(document: &mut Document, page: &Page) -> Result<(), ExportError> {
    let odd = || ExportError::Picture("a page without width or height".to_owned());
    let settings = PageSettings::from_wh(page.size.width, page.size.height).ok_or_else(odd)?;
    let mut sheet = document.start_page_with(settings);
    let mut surface = sheet.surface();
    for placed in &page.pictures {
        draw(&mut surface, placed).ok_or_else(odd)?;
    }
    surface.finish();
    for link in &page.links {
        if let Some(annotation) = annotation(link) {
            sheet.add_annotation(annotation);
        }
    }
    sheet.finish();
    Ok(())
}

/// Draws a picture; `None` where it has no size.
fn draw(surface: &mut Surface<'_>, placed: &Placed) -> Option<()> {
    let tree = tree(&placed.svg).ok()?;
    let size = Size::from_wh(placed.at.width(), placed.at.height())?;
    let mut shown = PathBuilder::new();
    shown.push_rect(rect(&placed.shown)?);
    surface.push_clip_path(&shown.finish()?, &FillRule::NonZero);
    surface.push_transform(&Transform::from_translate(placed.at.left, placed.at.top));
    let drawn = surface.draw_svg(&tree, size, SvgSettings::default());
    surface.pop();
    surface.pop();
    drawn
}

fn rect(rect: &scene::Rect) -> Option<Rect> {
    Rect::from_ltrb(rect.left, rect.top, rect.right, rect.bottom)
}

fn annotation(link: &PageLink) -> Option<Annotation> {
    let rect = rect(&link.rect)?;
    let action = Action::Link(LinkAction::new(link.address.clone()));
    let link_annotation = LinkAnnotation::new(rect, Target::Action(action));
    Some(Annotation::new_link(
        link_annotation,
        Some(link.says.clone()),
    ))
}

fn outline(bookmarks: &[Bookmark]) -> Outline {
    let mut outline = Outline::new();
    for bookmark in bookmarks {
        let at = Point::from_xy(bookmark.at.x, bookmark.at.y);
        let to = XyzDestination::new(bookmark.page, at);
        outline.push_child(OutlineNode::new(bookmark.title.clone(), to));
    }
    outline
}
