//! Names are placed by widths that the window never sees: they must be the window's own.

use egui::{Color32, Context, FontFamily, FontId};

use transpacific::scene::{Face, TextStyle};
use transpacific::ui::install_fonts;

use crate::stage::width;

/// Points by which the two may differ over a whole name.
const TOLERANCE: f32 = 0.5;

const NAMES: &[&str] = &[
    "Attack on Pearl Harbor",
    "Nixon Shock: dollar leaves gold",
    "Dodge Line: ¥360 to the dollar",
    "US–Japan Trade Agreement",
    "Perry’s ships reach Edo Bay",
    "Satō Eisaku and Abe Shinzō",
    "AVATAR. To. Wave, office, fjord: 1/2 (—) “Ty”",
    "日米和親条約",
    "ニクソン・ショック（ドル・ショック）",
    "1ドル=360円の単一為替レートに",
    "安倍首相、真珠湾を訪問",
    "I",
];

#[test]
fn names_are_as_wide_on_the_screen_as_they_were_measured() {
    let ctx = Context::default();
    install_fonts(&ctx);
    let families = [
        (Face::Sans, FontFamily::Proportional),
        (Face::SansSemiBold, FontFamily::Name("semibold".into())),
        (Face::SerifItalic, FontFamily::Name("serif".into())),
    ];
    let mut compared = 0;
    let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
        for (face, family) in &families {
            for size in [11.5, 13.5, 14.0, 20.0] {
                for name in NAMES {
                    let measured = width(name, TextStyle { face: *face, size });
                    let font = FontId::new(size, family.clone());
                    let shown = ui.fonts_mut(|fonts| {
                        fonts
                            .layout_no_wrap((*name).to_owned(), font, Color32::WHITE)
                            .size()
                            .x
                    });
                    let apart = (measured - shown).abs();
                    assert!(
                        apart <= TOLERANCE,
                        "{name:?} in {face:?} at {size}: measured {measured}, shown {shown}"
                    );
                    compared += 1;
                }
            }
        }
    });
    output.textures_delta.clear();
    assert_eq!(compared, NAMES.len() * 12);
}
