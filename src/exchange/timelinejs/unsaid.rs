//! What of a timeline no slide has a place for.

use crate::document::{SourceKind, Timeline};
use crate::exchange::losses::Losses;
use crate::messages::{Message, message};

/// Says what of a timeline is lost on slides.
pub(in crate::exchange) fn unsaid(timeline: &Timeline, losses: &mut Losses) {
    const USUAL: u8 = 3;
    for event in &timeline.events {
        let mut lost = |what: Message, is_there: bool| {
            if is_there {
                losses.add(what, &*event.title);
            }
        };
        lost(
            message!("losses-slide-excerpts"),
            !event.excerpts.is_empty(),
        );
        lost(message!("losses-slide-links"), !event.links.is_empty());
        lost(message!("losses-slide-actors"), !event.actors.is_empty());
        lost(
            message!("losses-slide-significance"),
            event.significance != USUAL,
        );
        lost(message!("losses-slide-title"), event.title_ja.is_some());
    }
    for source in &timeline.sources {
        let has_more =
            source.kind != SourceKind::Web || source.text.is_some() || !source.gists.is_empty();
        if has_more {
            losses.add(message!("losses-slide-source"), &source.title);
        }
    }
    for category in &timeline.categories {
        if category.color.is_some() {
            losses.add(message!("losses-slide-category"), &category.name);
        }
    }
    for series in &timeline.series {
        losses.add(message!("losses-slide-series"), &series.title);
    }
    for story in &timeline.stories {
        losses.add(message!("losses-slide-stories"), &story.title);
    }
}
