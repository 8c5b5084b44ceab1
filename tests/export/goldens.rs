//! Pictures as pixels, held against pictures that somebody has looked at: `tests/export/goldens/`.
//!
//! With `GOLDENS=write` they are written anew; look at them before they go in.

use std::path::PathBuf;

use image::{ImageFormat, RgbaImage};

use transpacific::export::{ExportError, Form};
use transpacific::scene::Theme;
use transpacific::time::Lang;

use crate::{SMALL, Wish};

/// Levels by which a channel of a pixel may differ before it counts, and pixels of a thousand that may.
const LEVELS: u8 = 8;
const PER_THOUSAND: usize = 1;

const SIZE: (f32, f32) = (900.0, 420.0);

fn pixels(wish: &Wish, scale: f32, transparent: bool) -> RgbaImage {
    let drawn = wish
        .drawn(SIZE, Form::Png { scale, transparent })
        .expect("a picture");
    image::load_from_memory_with_format(&drawn.bytes, ImageFormat::Png)
        .expect("a PNG")
        .into_rgba8()
}

/// Holds a picture against the one that is kept under this name.
fn assert_looks_like(name: &str, picture: &RgbaImage) {
    let path =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/export/goldens/{name}.png"));
    if std::env::var_os("GOLDENS").is_some_and(|value| value == "write") {
        picture.save(&path).expect("a picture");
        return;
    }
    let kept = image::open(&path)
        .expect("a picture of this name")
        .into_rgba8();
    assert_eq!(kept.dimensions(), picture.dimensions(), "{name}");
    let differs = |(one, other): &(&image::Rgba<u8>, &image::Rgba<u8>)| {
        let mut channels = one.0.iter().zip(other.0);
        channels.any(|(a, b)| a.abs_diff(b) > LEVELS)
    };
    let differing = kept.pixels().zip(picture.pixels()).filter(differs).count();
    let all = (picture.width() * picture.height()) as usize;
    let is_alike = differing * 1000 <= all * PER_THOUSAND;
    if !is_alike {
        let seen = std::env::temp_dir().join(format!("{name}.png"));
        picture.save(&seen).expect("a picture");
        panic!(
            "{name}: {differing} of {all} pixels differ; see {}",
            seen.display()
        );
    }
}

#[test]
fn light() {
    assert_looks_like("light", &pixels(&Wish::of(SMALL), 1.0, false));
}

#[test]
fn dark_in_japanese_twice_as_fine() {
    let mut wish = Wish::of(SMALL);
    (wish.theme, wish.lang) = (Theme::dark(), Lang::Ja);
    let picture = pixels(&wish, 2.0, false);
    assert_eq!(picture.width(), 1800);
    assert_looks_like("dark-ja", &picture);
}

#[test]
fn print() {
    let mut wish = Wish::of(SMALL);
    wish.theme = Theme::print();
    assert_looks_like("print", &pixels(&wish, 1.0, false));
}

#[test]
fn without_a_ground_what_lies_behind_shows_through() {
    let picture = pixels(&Wish::of(SMALL), 1.0, true);
    assert_eq!(picture.get_pixel(2, 2).0[3], 0);
    let opaque = picture.pixels().filter(|pixel| pixel.0[3] == 255).count();
    assert!(opaque > 2000, "{opaque}");
}

#[test]
fn more_pixels_than_a_laptop_holds_are_refused() {
    let wish = Wish::of(SMALL);
    let form = Form::Png {
        scale: 20.0,
        transparent: false,
    };
    let error = wish
        .drawn((20_000.0, 20_000.0), form)
        .expect_err("too many pixels");
    assert!(matches!(error, ExportError::TooLarge { .. }), "{error}");
}

#[test]
fn letters_that_no_font_has_are_told() {
    let text = "Timeline(events: [(id: \"a\", when: \"1971\", title: \"A نص B 한 😀\")])";
    let form = Form::Png {
        scale: 1.0,
        transparent: false,
    };
    let drawn = Wish::of(text).drawn(SIZE, form).expect("a picture");
    let missing: String = drawn.missing.into_iter().collect();
    assert_eq!(missing, "صن한😀");
}
