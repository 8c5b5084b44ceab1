//! The timeline as the class sees it while the teacher looks around: the same view in large type.

use egui::{Context, Rect, Ui};

use crate::scene::{Frame, Scene, Size};
use crate::ui::dress::CLASS_HEIGHT;
use crate::ui::paint::{self, Fit};
use crate::ui::placing::{Placing, empty_lanes};
use crate::ui::{Show, canvas};

/// Where its names stand.
#[derive(Default)]
pub(super) struct Memory {
    placing: Placing,
}

/// Draws the timeline in `area`.
pub(super) fn ui(show: Show<'_>, ui: &Ui, area: Rect, memory: &mut Memory) {
    let (scene, place) = picture(show, ui.ctx(), area, memory);
    paint::scaled(&ui.painter_at(area), place, &scene.items);
}

/// The timeline as it is drawn in `area`, and where.
fn picture(show: Show<'_>, ctx: &Context, area: Rect, memory: &mut Memory) -> (Scene, Fit) {
    let scale = (area.height() / CLASS_HEIGHT).max(0.1);
    let size = Size {
        width: area.width() / scale,
        height: CLASS_HEIGHT,
    };
    let frame = Frame::new(size, show.workspace.timeline().series.len())
        .with_ruler(show.workspace.settings().era_ruler);
    memory.placing.update(show, ctx, &frame);
    let empty;
    let (placement, heights) = match memory.placing.placed() {
        Some(placed) => (&placed.placement, &placed.heights),
        None => {
            empty = empty_lanes(show, &frame);
            (&empty.0, &empty.1)
        }
    };
    let scene = canvas::scene(show, None, (placement, heights), frame, None, 1.0);
    let origin = area.min.to_vec2();
    (scene, Fit { origin, scale })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use egui::{pos2, vec2};

    use super::*;
    use crate::document::Document;
    use crate::scene::{Fonts, Item, Theme};
    use crate::state::{Loaded, Origin, Saved, Workspace};
    use crate::time::Lang;
    use crate::ui::commands::Moment;

    const TEXT: &str = r#"Timeline(
        categories: [(id: "a", name: "A")],
        eras: [(title: "Era", when: "1970/1980")],
        series: [(id: "s", title: "Yen", unit: "¥", points: [("1971", 349.3), ("1979", 219.1)])],
        events: [
            (id: "x", when: "1971", title: "X", category: "a"),
            (id: "y", when: "1979", title: "Y", category: "a"),
        ],
    )"#;

    fn sizes(items: &[Item]) -> Vec<f32> {
        let mut all = Vec::new();
        for item in items {
            match item {
                Item::Text { style, .. } => all.push(style.size),
                Item::Clip { items, .. } => all.extend(sizes(items)),
                _ => {}
            }
        }
        all
    }

    #[test]
    fn its_smallest_letters_are_two_percent_of_the_height_on_any_projector() {
        let document = Document::parse("t.ron", TEXT);
        let loaded = Loaded::new(Origin::BuiltIn, document, BTreeMap::new());
        let workspace = Workspace::new(loaded, Saved::default());
        let (theme, fonts) = (Theme::light(), Fonts::bundled());
        let show = Show {
            workspace: &workspace,
            theme: &theme,
            fonts: &fonts,
            lang: Lang::En,
            moment: Moment {
                pointer_day: None,
                dark: false,
            },
            is_compact: false,
        };
        for (width, height) in [
            (1024.0, 768.0),
            (1280.0, 720.0),
            (1920.0, 1080.0),
            (3840.0, 2160.0),
        ] {
            let area = Rect::from_min_size(pos2(0.0, 0.0), vec2(width, height));
            let (scene, place) = picture(show, &Context::default(), area, &mut Memory::default());
            let sizes = sizes(&scene.items);
            assert!(sizes.len() > 6, "{sizes:?}");
            for size in sizes {
                let share = size * place.scale / height;
                assert!(share >= 0.0199, "{size} is {share} of {height}");
            }
        }
    }
}
