//! The notes of a story to take along, for the teacher's telephone.

use crate::document::Story;
use crate::export;
use crate::messages::say;
use crate::state::{Effect, Making};
use crate::ui::Show;

/// What to ask of the outside world so that a story's notes become a file. Made when somebody asks for it, not for each
/// frame.
pub(in crate::ui) fn notes_file(show: Show<'_>, story: &Story) -> Effect {
    let title = show.lang.choose(&story.title, story.title_ja.as_deref());
    let text = export::notes(show.workspace.timeline(), story, show.lang);
    let name = say!(show.lang, "lesson-notes-file", title = title);
    Effect::Export(Making::of_text(name, text))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::atomic::AtomicBool;

    use super::*;
    use crate::document::Document;
    use crate::scene::{Fonts, Theme};
    use crate::state::{Loaded, Origin, Saved, Workspace};
    use crate::time::Lang;
    use crate::ui::commands::Moment;

    #[test]
    fn the_file_is_called_as_the_story_is() {
        let text = r#"Timeline(stories: [(id: "a", title: "From A to B", title_ja: "甲から乙へ", steps: [])])"#;
        let document = Document::parse("t.ron", text);
        let loaded = Loaded::new(Origin::BuiltIn, document, BTreeMap::new());
        let workspace = Workspace::new(loaded, Saved::default());
        let (theme, fonts) = (Theme::light(), Fonts::bundled());
        for (lang, title, name) in [
            (Lang::En, "From A to B", "From A to B, notes.html"),
            (Lang::Ja, "甲から乙へ", "甲から乙へ（メモ）.html"),
        ] {
            let show = Show {
                workspace: &workspace,
                theme: &theme,
                fonts: &fonts,
                lang,
                moment: Moment {
                    pointer_day: None,
                    dark: false,
                },
                is_compact: false,
            };
            let story = workspace.timeline().stories.first().expect("a story");
            let Effect::Export(making) = notes_file(show, story) else {
                panic!("another effect");
            };
            assert_eq!(making.name, name);
            let made = making.run(&AtomicBool::new(false)).expect("a page");
            let text = String::from_utf8(made.bytes).expect("a text");
            assert!(text.contains(&format!("<h1>{title}</h1>")));
        }
    }
}
