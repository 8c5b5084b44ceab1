//! The whole timeline as a picture that stands still: what shows where no script runs, and on paper.

use std::fmt::Write as _;
use std::sync::atomic::AtomicBool;

use crate::scene::{Fonts, Size, Target, Theme};

use super::super::ExportError;
use super::super::picture::Look;
use super::super::svg::{Lettering, svg};

/// Of the picture, in points; it gets higher where not all lanes would have a row.
const SIZE: Size = Size {
    width: 1400.0,
    height: 900.0,
};

/// A picture whose colours have names, and the names with what they are by day, by night and on paper.
pub(super) struct Still {
    pub(super) svg: String,
    pub(super) light: String,
    pub(super) dark: String,
    pub(super) print: String,
}

impl Still {
    /// Draws it: each event leads to its words in the outline.
    pub(super) fn new(
        look: &Look<'_>,
        fonts: &Fonts,
        cancelled: &AtomicBool,
    ) -> Result<Self, ExportError> {
        let (light, dark, print) = (Theme::light(), Theme::dark(), Theme::print());
        let draw = |theme| {
            let look = Look { theme, ..*look };
            let scene = look.scene(fonts, SIZE, cancelled)?;
            let picture = svg(&look.drawing(&scene, fonts, false), Lettering::Bundled);
            Ok((picture, scene.hits))
        };
        let ((light, hits), (dark, _), (print, _)) = (draw(&light)?, draw(&dark)?, draw(&print)?);
        let mut links = String::new();
        for hit in hits {
            let (Target::Event(event) | Target::Tick(event)) = hit.target else {
                continue;
            };
            let rect = hit.rect;
            let _ = writeln!(
                links,
                "<a href=\"#e{event}\" tabindex=\"-1\"><rect x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" \
                fill=\"none\" pointer-events=\"all\"/></a>",
                rect.left,
                rect.top,
                rect.width().max(0.0),
                rect.height().max(0.0)
            );
        }
        let mut still = Self::named([&light, &dark, &print]);
        let end = still.svg.rfind("</svg>").unwrap_or(still.svg.len());
        still.svg.insert_str(end, &links);
        Ok(still)
    }

    /// The same picture in three themes differs in its colours alone: where they stand in the text, names for what
    /// they are in each. Text of the timeline holds no quotation marks there, so nothing else looks like a colour.
    fn named(pictures: [&str; 3]) -> Self {
        let mut parts = pictures.map(|picture| picture.split(COLOUR));
        let [light, dark, print] = &mut parts;
        let mut svg = light.next().unwrap_or_default().to_owned();
        // What stands before the first colour.
        let _ = (dark.next(), print.next());
        let mut known: Vec<[&str; 3]> = Vec::new();
        for part in light {
            let (color, rest) = part.split_at_checked(6).unwrap_or((part, ""));
            let colors = [
                color,
                in_other(dark.next(), color),
                in_other(print.next(), color),
            ];
            let number = known.iter().position(|known| *known == colors);
            let number = number.unwrap_or_else(|| {
                known.push(colors);
                known.len().saturating_sub(1)
            });
            let _ = write!(svg, "=\"var(--p{number}){rest}");
        }
        let list = |theme: usize| -> String {
            let colors = known.iter().enumerate().filter_map(|(number, colors)| {
                Some(format!("--p{number}:#{};", colors.get(theme)?))
            });
            colors.collect()
        };
        Self {
            svg,
            light: list(0),
            dark: list(1),
            print: list(2),
        }
    }
}

/// How an attribute with a colour begins.
const COLOUR: &str = "=\"#";

/// The colour at the same place of another picture.
fn in_other<'a>(part: Option<&'a str>, otherwise: &'a str) -> &'a str {
    part.and_then(|part| part.get(..6)).unwrap_or(otherwise)
}
