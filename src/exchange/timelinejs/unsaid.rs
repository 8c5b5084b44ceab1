//! What of a timeline no slide has a place for.

use crate::document::{SourceKind, Timeline};
use crate::exchange::losses::Losses;

/// Says what of a timeline is lost on slides.
pub(in crate::exchange) fn unsaid(timeline: &Timeline, losses: &mut Losses) {
    const USUAL: u8 = 3;
    for event in &timeline.events {
        let mut lost = |what: &str, is_there: bool| {
            if is_there {
                losses.add(what, &event.title);
            }
        };
        lost(
            "excerpts have no place on a slide",
            !event.excerpts.is_empty(),
        );
        lost(
            "links between events have no place on a slide",
            !event.links.is_empty(),
        );
        lost("actors have no place on a slide", !event.actors.is_empty());
        lost(
            "the significance of an event has no place on a slide",
            event.significance != USUAL,
        );
        lost(
            "a slide has a title in one language",
            event.title_ja.is_some(),
        );
    }
    for source in &timeline.sources {
        let has_more =
            source.kind != SourceKind::Web || source.text.is_some() || !source.gists.is_empty();
        if has_more {
            losses.add(
                "of a source only author, title, date and address have a place",
                &source.title,
            );
        }
    }
    for category in &timeline.categories {
        if category.color.is_some() {
            losses.add(
                "the colour and the shape of a category have no place",
                &category.name,
            );
        }
    }
    for series in &timeline.series {
        losses.add("series of figures have no place on slides", &series.title);
    }
    for story in &timeline.stories {
        losses.add("stories have no place on slides", &story.title);
    }
}
