//! SVG as PNG, drawn with the bundled fonts alone, so that the same picture comes out on every machine.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{Options, Tree};

use crate::scene::{Face, font_bytes};

use super::ExportError;

/// Pixels of a picture, at most: four bytes each must fit the memory of any laptop.
const PIXELS: f64 = 200_000_000.0;

/// The picture in pixels; `scale` is how many of them a point takes.
pub fn png(svg: &str, scale: f32) -> Result<Vec<u8>, ExportError> {
    let tree = tree(svg)?;
    let (width, height) = (tree.size().width() * scale, tree.size().height() * scale);
    if f64::from(width) * f64::from(height) > PIXELS {
        return Err(ExportError::TooLarge { width, height });
    }
    let pixels = |length: f32| (length.round().max(1.0)) as u32;
    let mut pixmap = Pixmap::new(pixels(width), pixels(height))
        .ok_or(ExportError::TooLarge { width, height })?;
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixmap.as_mut(),
    );
    pixmap
        .encode_png()
        .map_err(|error| ExportError::Picture(error.to_string()))
}

/// A picture as those who draw it take it.
pub(super) fn tree(svg: &str) -> Result<Tree, ExportError> {
    let options = Options {
        fontdb: Arc::clone(&FONTS),
        // Nothing is read from disk or net on the word of a picture.
        resources_dir: None,
        ..Options::default()
    };
    Tree::from_str(svg, &options).map_err(|error| ExportError::Picture(error.to_string()))
}

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for face in [Face::Sans, Face::SansSemiBold, Face::SerifItalic] {
        fonts.load_font_source(Source::Binary(Arc::new(font_bytes(face))));
    }
    Arc::new(fonts)
});
