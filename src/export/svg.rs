//! A [`Scene`] as SVG 1.1: one exhaustive match over its items, and what can be pointed at as links with titles.
//!
//! Text stays text. PNG and PDF are made from the same SVG ([`mod@super::png`], [`mod@super::pdf`]). Numbers are rounded to
//! hundredths of a point, so that the same scene gives the same bytes everywhere.

use std::fmt::Write as _;

use crate::document::{Timeline, is_web};
use crate::scene::{
    Anchor, Face, Fonts, Hit, Item, Point, Rect, Rgba, Scene, Size, Stroke, Target, TextStyle,
};
use crate::time::Lang;

use super::html::escaped;

/// How letters are drawn by whoever opens the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lettering {
    /// With fonts that the reader has in any case; widths are given beside the text.
    Bundled,
    /// With fonts that the file names only; each text is drawn in the width that it was laid out for.
    Named,
    /// With fonts that the file brings along, cut down to its letters.
    Embedded,
}

/// A picture on its way out.
pub struct Drawing<'a> {
    /// What to draw.
    pub scene: &'a Scene,
    /// What it stands for.
    pub timeline: &'a Timeline,
    /// Language of titles.
    pub lang: Lang,
    /// Widths of text, and where its baseline lies.
    pub fonts: &'a Fonts,
    /// What the picture is called.
    pub title: &'a str,
    /// The colour behind it all; none for a transparent picture.
    pub ground: Option<Rgba>,
}

/// The picture as a file of SVG.
pub fn svg(drawing: &Drawing<'_>, lettering: Lettering) -> String {
    let mut writer = Writer {
        drawing,
        lettering,
        body: String::new(),
        defined: 0,
    };
    writer.ground();
    writer.items(&drawing.scene.items, 1.0);
    if lettering != Lettering::Bundled {
        writer.hits();
    }
    writer.file()
}

/// Where an address of a hit's event leads; an event leads to the first of its sources that is in the web.
pub(super) fn address<'a>(timeline: &'a Timeline, hit: &Hit) -> Option<&'a str> {
    let (Target::Event(event) | Target::Tick(event)) = hit.target else {
        return None;
    };
    let event = timeline.events.get(event)?;
    let sources = event
        .sources
        .iter()
        .filter_map(|source| timeline.sources.get(source));
    let mut addresses = sources.filter_map(|source| source.url.as_deref());
    addresses.find(|address| is_web(address))
}

struct Writer<'a> {
    drawing: &'a Drawing<'a>,
    lettering: Lettering,
    body: String,
    /// How many clips and fades have been named.
    defined: usize,
}

impl Writer<'_> {
    fn file(self) -> String {
        let Size { width, height } = self.drawing.scene.size;
        let (width, height) = (number(width), number(height));
        let title = escaped(self.drawing.title);
        let language = language(self.drawing.lang);
        let style = match self.lettering {
            Lettering::Embedded => super::lettering::style(self.drawing.scene),
            Lettering::Bundled | Lettering::Named => String::new(),
        };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
            viewBox=\"0 0 {width} {height}\" xml:lang=\"{language}\" role=\"img\" font-family=\"{SANS}\">\n\
            <title>{title}</title>\n{style}{}</svg>\n",
            self.body
        )
    }

    fn ground(&mut self) {
        let Some(ground) = self.drawing.ground else {
            return;
        };
        let Size { width, height } = self.drawing.scene.size;
        let rect = Rect::new(0.0, 0.0, width, height);
        self.rect(&rect, 0.0, &paint(Some(ground), None, 1.0));
    }

    fn items(&mut self, items: &[Item], opacity: f32) {
        for item in items {
            self.item(item, opacity);
        }
    }

    fn item(&mut self, item: &Item, opacity: f32) {
        match item {
            Item::Rect {
                rect,
                radius,
                fill,
                stroke,
            } => {
                self.rect(rect, *radius, &paint(Some(*fill), *stroke, opacity));
            }
            Item::Fade { rect, from, to } => self.fade(rect, *from, *to, opacity),
            Item::Line {
                from,
                to,
                stroke,
                dash,
            } => {
                let mut paint = paint(None, Some(*stroke), opacity);
                if let Some(dash) = dash {
                    put(
                        &mut paint,
                        format_args!(" stroke-dasharray=\"{}\"", number(*dash)),
                    );
                }
                let (x1, y1, x2, y2) = (number(from.x), number(from.y), number(to.x), number(to.y));
                self.line(format_args!(
                    "<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"{paint}/>"
                ));
            }
            Item::Path {
                points,
                closed,
                fill,
                stroke,
            } => {
                let name = if *closed { "polygon" } else { "polyline" };
                let paint = paint(*fill, *stroke, opacity);
                self.line(format_args!(
                    "<{name} points=\"{}\"{paint}/>",
                    places(points)
                ));
            }
            Item::Text {
                at,
                anchor,
                text,
                style,
                fill,
            } => {
                self.text(*at, *anchor, text, *style, fill.with_opacity(opacity));
            }
            Item::Rects { rects, fill } => {
                let paint = paint(Some(*fill), None, opacity);
                let path = sharp(rects);
                self.line(format_args!(
                    "<path d=\"{path}\" shape-rendering=\"crispEdges\"{paint}/>"
                ));
            }
            Item::Clip {
                rect,
                opacity: own,
                items,
            } => {
                self.defined += 1;
                let id = self.defined;
                self.line(format_args!(
                    "<clipPath id=\"c{id}\">{}</clipPath>",
                    area(rect, 0.0, "")
                ));
                self.line(format_args!("<g clip-path=\"url(#c{id})\">"));
                self.items(items, opacity * own);
                self.line(format_args!("</g>"));
            }
        }
    }

    fn rect(&mut self, rect: &Rect, radius: f32, paint: &str) {
        let area = area(rect, radius, paint);
        self.line(format_args!("{area}"));
    }

    fn fade(&mut self, rect: &Rect, from: Rgba, to: Rgba, opacity: f32) {
        self.defined += 1;
        let id = self.defined;
        let stop = |offset: u8, color: Rgba| {
            let mut stop = format!("<stop offset=\"{offset}\"");
            self::color(
                &mut stop,
                "stop-color",
                "stop-opacity",
                color.with_opacity(opacity),
            );
            stop + "/>"
        };
        let (from, to) = (stop(0, from), stop(1, to));
        self.line(format_args!(
            "<linearGradient id=\"f{id}\">{from}{to}</linearGradient>"
        ));
        self.rect(rect, 0.0, &format!(" fill=\"url(#f{id})\""));
    }

    fn text(&mut self, at: Point, anchor: Anchor, text: &str, style: TextStyle, fill: Rgba) {
        let anchor = match anchor {
            Anchor::Left => "",
            Anchor::Center => " text-anchor=\"middle\"",
            Anchor::Right => " text-anchor=\"end\"",
        };
        let (x, y) = (
            number(at.x),
            number(at.y + self.drawing.fonts.baseline(style)),
        );
        let (font, size) = (font(style.face), number(style.size));
        // Blanks at the ends, and several in a row, have been measured.
        let mut more = if keeps_blanks(text) {
            " xml:space=\"preserve\""
        } else {
            ""
        }
        .to_owned();
        if self.lettering != Lettering::Bundled && !text.trim().is_empty() {
            let width = number(self.drawing.fonts.width(text, style));
            put(
                &mut more,
                format_args!(" textLength=\"{width}\" lengthAdjust=\"spacingAndGlyphs\""),
            );
        }
        let (paint, text) = (paint(Some(fill), None, 1.0), escaped(text));
        self.line(format_args!(
            "<text x=\"{x}\" y=\"{y}\"{anchor}{font} font-size=\"{size}\"{more}{paint}>{text}</text>"
        ));
    }

    /// What can be pointed at, above all that is drawn: a title each, and a link where there is one.
    fn hits(&mut self) {
        for hit in &self.drawing.scene.hits {
            let (timeline, lang) = (self.drawing.timeline, self.drawing.lang);
            let title = escaped(&hit.says(timeline, lang));
            let area = area(&hit.rect, 0.0, " fill=\"none\" pointer-events=\"all\"");
            match address(timeline, hit) {
                Some(address) => {
                    let address = escaped(address);
                    self.line(format_args!(
                        "<a href=\"{address}\" target=\"_blank\" rel=\"noopener noreferrer\"><title>{title}</title>{area}</a>"
                    ));
                }
                None => self.line(format_args!("<g><title>{title}</title>{area}</g>")),
            }
        }
    }

    fn line(&mut self, line: std::fmt::Arguments<'_>) {
        put(&mut self.body, line);
        self.body.push('\n');
    }
}

/// The language of a file as HTML and XML name it.
pub(super) const fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en",
        Lang::Ja => "ja",
    }
}

/// The families that text may be drawn with, the first one first.
const SANS: &str =
    "Transpacific Sans JP, IBM Plex Sans JP, Noto Sans JP, Hiragino Sans, sans-serif";

/// How a face differs from running text.
fn font(face: Face) -> &'static str {
    match face {
        Face::Sans => "",
        Face::SansSemiBold => " font-weight=\"600\"",
        Face::SerifItalic => {
            " font-family=\"IBM Plex Serif, Transpacific Sans JP, Noto Serif JP, serif\" font-style=\"italic\""
        }
    }
}

fn put(text: &mut String, more: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = text.write_fmt(more);
}

/// Fill and stroke as attributes; colours that are not opaque come with their opacity.
fn paint(fill: Option<Rgba>, stroke: Option<Stroke>, opacity: f32) -> String {
    let mut paint = String::new();
    match fill {
        Some(fill) => color(
            &mut paint,
            "fill",
            "fill-opacity",
            fill.with_opacity(opacity),
        ),
        None => paint.push_str(" fill=\"none\""),
    }
    if let Some(stroke) = stroke {
        color(
            &mut paint,
            "stroke",
            "stroke-opacity",
            stroke.color.with_opacity(opacity),
        );
        if stroke.width != 1.0 {
            put(
                &mut paint,
                format_args!(" stroke-width=\"{}\"", number(stroke.width)),
            );
        }
    }
    paint
}

fn color(paint: &mut String, name: &str, opacity_name: &str, color: Rgba) {
    let (r, g, b) = (color.r, color.g, color.b);
    put(paint, format_args!(" {name}=\"#{r:02x}{g:02x}{b:02x}\""));
    if color.a < u8::MAX {
        let opacity = number(f32::from(color.a) / f32::from(u8::MAX));
        put(paint, format_args!(" {opacity_name}=\"{opacity}\""));
    }
}

fn area(rect: &Rect, radius: f32, paint: &str) -> String {
    let (x, y) = (number(rect.left), number(rect.top));
    let (width, height) = (
        number(rect.width().max(0.0)),
        number(rect.height().max(0.0)),
    );
    let mut area = format!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"");
    let radius = radius.min(rect.width() / 2.0).min(rect.height() / 2.0);
    if radius > 0.0 {
        put(&mut area, format_args!(" rx=\"{}\"", number(radius)));
    }
    area + paint + "/>"
}

fn places(points: &[Point]) -> String {
    let places = points
        .iter()
        .map(|point| format!("{},{}", number(point.x), number(point.y)));
    places.collect::<Vec<_>>().join(" ")
}

/// Many rectangles as one path.
fn sharp(rects: &[Rect]) -> String {
    let mut path = String::new();
    for rect in rects {
        let (x, y, w, h) = (
            number(rect.left),
            number(rect.top),
            number(rect.width()),
            number(rect.height()),
        );
        put(&mut path, format_args!("M{x} {y}h{w}v{h}h-{w}z"));
    }
    path
}

/// Whether blanks of a text would be lost between tags.
fn keeps_blanks(text: &str) -> bool {
    text.starts_with(' ') || text.ends_with(' ') || text.contains("  ")
}

/// To a hundredth, without zeros that say nothing.
fn number(value: f32) -> String {
    let rounded = format!("{value:.2}");
    let short = rounded.trim_end_matches('0').trim_end_matches('.');
    match short {
        "-0" => "0".to_owned(),
        short => short.to_owned(),
    }
}
