//! What a window shows, and what can be seen in it.

use std::fs;
use std::path::Path;

use image::{Rgb, RgbImage};

use crate::desk::run;

/// A part of a picture, in pixels; the right and the bottom edge do not belong to it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Area {
    pub(crate) left: u32,
    pub(crate) top: u32,
    pub(crate) right: u32,
    pub(crate) bottom: u32,
}

impl Area {
    pub(crate) const fn new(left: u32, top: u32, right: u32, bottom: u32) -> Self {
        Self {
            left,
            top,
            right,
            bottom,
        }
    }

    pub(crate) fn height(self) -> u32 {
        self.bottom - self.top
    }

    fn pixels(self) -> impl Iterator<Item = (u32, u32)> {
        (self.top..self.bottom).flat_map(move |y| (self.left..self.right).map(move |x| (x, y)))
    }

    /// The share of the pixels for which something holds.
    pub(crate) fn share(self, holds: impl Fn(u32, u32) -> bool) -> f64 {
        let holding = self.pixels().filter(|&(x, y)| holds(x, y)).count();
        holding as f64 / self.pixels().count().max(1) as f64
    }
}

/// What a window shows.
pub(crate) struct Picture(pub(crate) RgbImage);

impl Picture {
    /// Takes a picture of the window, or of a part of it.
    pub(crate) fn take(window: &str, part: Option<Area>) -> Option<Self> {
        let mut arguments = vec![
            "-silent".to_owned(),
            "-window".to_owned(),
            window.to_owned(),
        ];
        if let Some(part) = part {
            let (width, height) = (part.right - part.left, part.height());
            let crop = format!("{width}x{height}+{}+{}", part.left, part.top);
            arguments.extend(["-crop".to_owned(), crop]);
        }
        arguments.push("png:-".to_owned());
        let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
        let png = run("import", &arguments)?;
        Some(Self(image::load_from_memory(&png).ok()?.to_rgb8()))
    }

    /// Keeps the picture for people to look at.
    pub(crate) fn save(&self, name: &str) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/window-test");
        fs::create_dir_all(&folder).expect("Make target/window-test writable.");
        let saved = self.0.save(folder.join(format!("{name}.png")));
        saved.expect("Make target/window-test writable.");
    }

    /// Lightness of a pixel, 0 to 255; black outside the picture.
    fn light(&self, x: u32, y: u32) -> i32 {
        let rgb = self
            .0
            .get_pixel_checked(x, y)
            .map_or([0; 3], |pixel| pixel.0);
        rgb.into_iter().map(i32::from).sum::<i32>() / 3
    }

    /// Whether there is something to see in it.
    pub(crate) fn has_contrast(&self) -> bool {
        let lights = || self.whole().pixels().map(|(x, y)| self.light(x, y));
        lights().max() > lights().min().map(|min| min + 100)
    }

    /// The share of the area that looks different.
    pub(crate) fn change(&self, other: &Self, area: Area) -> f64 {
        area.share(|x, y| (self.light(x, y) - other.light(x, y)).abs() > 16)
    }

    /// The share of the area that has this colour.
    pub(crate) fn share(&self, color: Rgb<u8>, area: Area) -> f64 {
        area.share(|x, y| self.0.get_pixel_checked(x, y) == Some(&color))
    }

    /// Mean lightness, 0 to 255.
    pub(crate) fn brightness(&self) -> f64 {
        let pixels = || self.whole().pixels();
        let sum: i64 = pixels().map(|(x, y)| i64::from(self.light(x, y))).sum();
        sum as f64 / pixels().count().max(1) as f64
    }

    /// How much this looks like a part of another picture at another size: mean difference in lightness, 0 to 255.
    pub(crate) fn unlike(&self, other: &Self, part: Area) -> f64 {
        let (width, height) = (part.right - part.left, part.height());
        let filter = image::imageops::FilterType::Triangle;
        let small = Self(image::imageops::resize(&self.0, width, height, filter));
        let difference = |(x, y)| small.light(x, y) - other.light(part.left + x, part.top + y);
        let pixels = || small.whole().pixels();
        let sum: i64 = pixels().map(|at| i64::from(difference(at).abs())).sum();
        sum as f64 / pixels().count().max(1) as f64
    }

    pub(crate) fn whole(&self) -> Area {
        let (width, height) = self.0.dimensions();
        Area::new(0, 0, width, height)
    }

    /// The middle of a patch of 7 × 7 pixels of one colour, with its corners cut off: the inside of any mark.
    pub(crate) fn patch(&self, color: Rgb<u8>, area: Area) -> Option<(u32, u32)> {
        area.pixels().find(|&(x, y)| {
            let around = Area::new(x - 3, y - 3, x + 4, y + 4);
            around.pixels().all(|(px, py)| {
                let inside = px.abs_diff(x) + py.abs_diff(y) <= 3;
                !inside || self.0.get_pixel_checked(px, py) == Some(&color)
            })
        })
    }

    /// Whether something is drawn upon the surface here.
    fn inked(&self, x: u32, y: u32) -> bool {
        self.light(x, y) < 195
    }

    /// The lines of text in an area, from top to bottom; each as wide as its ink.
    pub(crate) fn lines(&self, area: Area) -> Vec<Area> {
        let mut lines: Vec<Area> = Vec::new();
        for y in area.top..area.bottom {
            let inked = |&x: &u32| self.inked(x, y);
            let columns = area.left..area.right;
            let (Some(left), Some(right)) =
                (columns.clone().find(inked), columns.rev().find(inked))
            else {
                continue;
            };
            match lines.last_mut().filter(|line| line.bottom == y) {
                Some(line) => {
                    line.bottom = y + 1;
                    line.left = line.left.min(left);
                    line.right = line.right.max(right + 1);
                }
                None => lines.push(Area::new(left, y, right + 1, y + 1)),
            }
        }
        lines
    }

    /// How many of the first four characters of a line differ from one another, all being as wide as `width`. A font
    /// without them draws the same box for each.
    pub(crate) fn different_cells(&self, line: Area, width: u32) -> usize {
        let mut cells: Vec<Area> = Vec::new();
        for left in (line.left..line.right)
            .step_by(width.max(1) as usize)
            .take(4)
        {
            let cell = Area {
                left,
                right: left + width,
                ..line
            };
            let alike = |other: &Area| {
                let differs =
                    |x: u32, y: u32| self.inked(x, y) != self.inked(x - cell.left + other.left, y);
                cell.share(differs) < 0.1
            };
            if !cells.iter().any(alike) {
                cells.push(cell);
            }
        }
        cells.len()
    }
}
