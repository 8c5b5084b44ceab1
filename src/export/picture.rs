//! A stretch of a timeline as a picture in a file.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::document::Timeline;
use crate::messages::{Message, message};
use crate::scene::{Fonts, Point, Rect, Scene, Sheet, Size, Target, Theme, point, sheet};
use crate::state::Selection;
use crate::time::{Lang, TimeWindow};

use super::ExportError;
use super::lettering::missing;
use super::pdf::{Booklet, Bookmark, Page, PageLink, Placed, pdf};
use super::png::png;
use super::svg::{Drawing, Lettering, address, svg};

/// What of a timeline is drawn, and how it looks.
pub struct Look<'a> {
    /// What there is to draw.
    pub timeline: &'a Timeline,
    /// The events that are drawn.
    pub selection: &'a Selection,
    /// The stretch of time shown.
    pub window: TimeWindow,
    /// Colours.
    pub theme: &'a Theme,
    /// Language of names and dates.
    pub lang: Lang,
    /// Whether a ruler of the Japanese eras stands under the axis.
    pub era_ruler: bool,
}

/// In what form a picture is written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Form {
    /// Vectors, for the web and for drawing programs.
    Svg(Lettering),
    /// Pixels.
    Png {
        /// How many pixels a point takes.
        scale: f32,
        /// Whether what lies behind the picture shows through.
        transparent: bool,
    },
    /// A page in its own size.
    Pdf,
}

/// A picture that is ready to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    /// The file.
    pub bytes: Vec<u8>,
    /// Letters that no font of ours has, and that do not show for that reason.
    pub missing: BTreeSet<char>,
}

/// Letters that are told of all that are missing.
const TOLD: usize = 40;

impl Drawn {
    /// What is to be known of it, in a few words without a capital; nothing where all is well.
    pub fn remark(&self) -> Option<Message> {
        let letters: String = self.missing.iter().take(TOLD).collect();
        let is_lacking = !letters.is_empty();
        is_lacking.then(|| message!("share-letters-missing", letters = letters))
    }
}

/// Draws a picture. What has no letters in our fonts is missing in pixels and pages; in SVG the reader's fonts may have it.
/// `size` is in points; the picture gets higher where not all lanes would have a row.
pub fn picture(
    look: &Look<'_>,
    size: Size,
    form: Form,
    cancelled: &AtomicBool,
) -> Result<Drawn, ExportError> {
    let fonts = Fonts::bundled();
    let scene = look.scene(&fonts, size, cancelled)?;
    let is_transparent = matches!(
        form,
        Form::Png {
            transparent: true,
            ..
        }
    );
    let drawing = look.drawing(&scene, &fonts, !is_transparent);
    let bytes = match form {
        Form::Svg(lettering) => svg(&drawing, lettering).into_bytes(),
        Form::Png { scale, .. } => png(&svg(&drawing, Lettering::Bundled), scale)?,
        Form::Pdf => pdf(&look.booklet(&drawing))?,
    };
    let missing = match form {
        Form::Svg(_) => BTreeSet::new(),
        Form::Png { .. } | Form::Pdf => missing(&scene, &fonts),
    };
    Ok(Drawn { bytes, missing })
}

impl<'a> Look<'a> {
    /// The picture at a size.
    pub(super) fn scene(
        &self,
        fonts: &Fonts,
        size: Size,
        cancelled: &AtomicBool,
    ) -> Result<Scene, ExportError> {
        let lanes = 0..self.timeline.categories.len();
        let matching: Vec<_> = lanes.clone().map(|lane| self.shown(lane)).collect();
        let off: Vec<_> = lanes.map(|lane| !self.selection.is_on(lane)).collect();
        let wanted = Sheet {
            timeline: self.timeline,
            window: self.window,
            matching: &matching,
            size,
            theme: self.theme,
            fonts,
            lang: self.lang,
            off: &off,
            era_ruler: self.era_ruler,
        };
        sheet(&wanted, cancelled).ok_or(ExportError::Cancelled)
    }

    /// The events of a lane that show; none where it is switched off.
    fn shown(&self, lane: usize) -> Arc<[u32]> {
        if self.selection.is_on(lane) {
            Arc::clone(self.selection.lane(lane))
        } else {
            Arc::from([])
        }
    }

    pub(super) fn title(&self) -> &'a str {
        let timeline = self.timeline;
        self.lang
            .choose(&timeline.title, timeline.title_ja.as_deref())
    }

    pub(super) fn drawing<'d>(
        &'d self,
        scene: &'d Scene,
        fonts: &'d Fonts,
        has_ground: bool,
    ) -> Drawing<'d> {
        Drawing {
            scene,
            timeline: self.timeline,
            lang: self.lang,
            fonts,
            title: self.title(),
            ground: has_ground.then_some(self.theme.ground),
        }
    }

    /// One page in the picture's own size.
    fn booklet(&self, drawing: &Drawing<'_>) -> Booklet {
        let size = drawing.scene.size;
        let whole = Rect::new(0.0, 0.0, size.width, size.height);
        let page = Page {
            size,
            pictures: vec![Placed {
                svg: svg(drawing, Lettering::Bundled).into(),
                at: whole,
                shown: whole,
            }],
            links: links(drawing),
        };
        let bookmark = |(title, at)| Bookmark { title, page: 0, at };
        Booklet {
            title: self.title().to_owned(),
            lang: self.lang,
            pages: vec![page],
            bookmarks: self.eras(drawing.scene).map(bookmark).collect(),
        }
    }

    /// The eras of a picture, and where they begin in it.
    pub(super) fn eras(&self, scene: &Scene) -> impl Iterator<Item = (String, Point)> {
        scene.hits.iter().filter_map(|hit| {
            let Target::Era(era) = hit.target else {
                return None;
            };
            let era = self.timeline.eras.get(era)?;
            let title = self.lang.choose(&era.title, era.title_ja.as_deref());
            Some((title.to_owned(), point(hit.rect.left, hit.rect.top)))
        })
    }
}

/// What leads from a picture into the web.
pub(super) fn links(drawing: &Drawing<'_>) -> Vec<PageLink> {
    let (timeline, lang) = (drawing.timeline, drawing.lang);
    let links = drawing.scene.hits.iter().filter_map(|hit| {
        Some(PageLink {
            rect: hit.rect,
            address: address(timeline, hit)?.to_owned(),
            says: hit.says(timeline, lang).into_owned(),
        })
    });
    links.collect()
}
