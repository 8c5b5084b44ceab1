//! How many pages a handout comes to: found on a thread of its own while somebody chooses.

use std::sync::atomic::AtomicBool;

use crate::export::{self, Extent, Order};
use crate::messages::{Message, say};
use crate::state::capital;
use crate::ui::Show;
use crate::work::Background;

/// What is known of the handout that is chosen; or, in words for people, why it cannot be.
type Known = Result<Extent, Message>;

/// The last answer and the question under way.
#[derive(Debug, Default)]
pub(super) struct Counting {
    known: Option<(Key, Known)>,
    wanted: Option<Key>,
    work: Background<Known>,
}

/// An answer is good as long as none of this changes.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Key {
    document: u64,
    matching: u64,
    order: Order,
}

impl Counting {
    /// What a handout comes to, in a few words; or why it cannot be.
    pub(super) fn says(
        &mut self,
        show: Show<'_>,
        ctx: &egui::Context,
        order: Order,
    ) -> Result<String, String> {
        match self.update(show, ctx, order) {
            None => Ok(say!(show.lang, "share-counting")),
            Some(Ok(extent)) => {
                let Extent {
                    events: on,
                    pages: of,
                } = *extent;
                let pages = say!(show.lang, "words-pages", count = of);
                let events = say!(show.lang, "words-events", count = on);
                Ok([pages, events].join(" · "))
            }
            Some(Err(why)) => Err(capital(&why.text(show.lang))),
        }
    }

    /// The answer; none while it is under way.
    fn update(&mut self, show: Show<'_>, ctx: &egui::Context, order: Order) -> Option<&Known> {
        let key = Key {
            document: show.workspace.revision(),
            matching: show.workspace.filter().matching_revision(),
            order,
        };
        if self.wanted == Some(key)
            && let Some(known) = self.work.poll()
        {
            self.known = Some((key, known));
        }
        let is_known = self.known.as_ref().is_some_and(|(of, _)| *of == key);
        let is_under_way = self.wanted == Some(key) && self.work.is_busy();
        if !is_known && !is_under_way {
            self.start(show, ctx, key);
        }
        self.known
            .as_ref()
            .filter(|(of, _)| *of == key)
            .map(|(_, known)| known)
    }

    fn start(&mut self, show: Show<'_>, ctx: &egui::Context, key: Key) {
        let document = show.workspace.shared_document();
        let selection = show.workspace.filter().selection().clone();
        let job = move |cancelled: &AtomicBool| {
            let extent = export::extent(&document.timeline, &selection, &key.order, cancelled);
            let known = extent.map_err(|why| why.message());
            known.transpose()
        };
        let ctx = ctx.clone();
        self.work
            .start("handout", job, move || ctx.request_repaint());
        self.wanted = Some(key);
    }
}
