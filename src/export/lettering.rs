//! Fonts on their way out: cut down to the letters of a picture, and what to say of letters that no font of ours has.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use read_fonts::FontRef;
use read_fonts::collections::IntSet;
use read_fonts::types::{NameId, Tag};
use skera::{Plan, SubsetFlags, subset_font};

use crate::scene::{Face, Fonts, Item, Scene, font_bytes};

/// The letters of a scene by the face that they are drawn with.
fn letters(items: &[Item], by_face: &mut BTreeMap<Face, BTreeSet<char>>) {
    for item in items {
        match item {
            Item::Text { text, style, .. } => {
                by_face.entry(style.face).or_default().extend(text.chars());
            }
            Item::Clip { items, .. } => letters(items, by_face),
            Item::Rect { .. }
            | Item::Fade { .. }
            | Item::Line { .. }
            | Item::Path { .. }
            | Item::Rects { .. } => {}
        }
    }
}

/// How a style sheet finds a face. Quotations fall back on the face of running text, which has the Japanese letters.
const fn described(face: Face) -> &'static str {
    match face {
        Face::Sans => "font-family:'Transpacific Sans JP';font-weight:400",
        Face::SansSemiBold => "font-family:'Transpacific Sans JP';font-weight:600",
        Face::SerifItalic => "font-family:'IBM Plex Serif';font-style:italic",
    }
}

/// A style element with the fonts of a scene.
pub(super) fn style(scene: &Scene) -> String {
    let mut by_face = BTreeMap::new();
    letters(&scene.items, &mut by_face);
    let faces = by_face
        .iter()
        .filter_map(|(face, letters)| embedded(*face, letters));
    format!("<style>{}</style>\n", faces.collect::<String>())
}

/// A rule of a style sheet that brings a face along with these letters alone.
pub(super) fn embedded(face: Face, letters: &BTreeSet<char>) -> Option<String> {
    let font = BASE64_STANDARD.encode(subset(face, letters)?);
    let described = described(face);
    Some(format!(
        "@font-face{{{described};src:url(data:font/ttf;base64,{font})}}"
    ))
}

/// A face with these letters alone.
fn subset(face: Face, letters: &BTreeSet<char>) -> Option<Vec<u8>> {
    let font = FontRef::new(font_bytes(face)).ok()?;
    let unicodes: IntSet<u32> = letters.iter().map(|letter| u32::from(*letter)).collect();
    let all = || {
        let mut all = IntSet::<Tag>::empty();
        all.invert();
        all
    };
    // Copyright, family, style, full name, licence.
    let names: IntSet<NameId> = [0, 1, 2, 4, 13, 14].into_iter().map(NameId::from).collect();
    let plan = Plan::new(
        &IntSet::empty(),
        &unicodes,
        &font,
        SubsetFlags::SUBSET_FLAGS_NO_HINTING | SubsetFlags::SUBSET_FLAGS_NOTDEF_OUTLINE,
        &IntSet::empty(),
        &all(),
        &[
            Tag::new(b"kern"),
            Tag::new(b"liga"),
            Tag::new(b"mark"),
            Tag::new(b"ccmp"),
        ]
        .into_iter()
        .collect(),
        &names,
        &[0x0409_u16].into_iter().collect(),
    );
    subset_font(&font, &plan).ok()
}

/// The letters of a scene that none of the fonts has; they are missing in what is drawn with the bundled fonts alone.
pub fn missing(scene: &Scene, fonts: &Fonts) -> BTreeSet<char> {
    let mut by_face = BTreeMap::new();
    letters(&scene.items, &mut by_face);
    let all: String = by_face.into_values().flatten().collect();
    fonts.missing(&all)
}
