//! Citations for the clipboard, made away from the window: hundreds of them take a second.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::document::{Document, Id};
use crate::messages::message;
use crate::state::{Action, CitationStyle, Workspace};
use crate::time::Lang;
use crate::ui;

use super::slow::Slow;

/// The citing that is under way.
#[derive(Default)]
pub(super) struct Citing {
    work: Slow<Action>,
}

impl Citing {
    /// Cites the sources of an event, or all there are.
    pub(super) fn start(
        &mut self,
        ctx: &egui::Context,
        document: Arc<Document>,
        event: Option<Id>,
        (style, lang): (CitationStyle, Lang),
    ) {
        let work = move |_: &AtomicBool| {
            let timeline = &document.timeline;
            Some(ui::copied_citations(timeline, event.as_ref(), style, lang))
        };
        let said = message!("app-citing");
        self.work.start(ctx, ("citing", said), work);
    }

    /// Gives it up.
    pub(super) fn stop(&mut self) {
        self.work.stop();
    }

    /// What has come of it.
    pub(super) fn arrivals(&mut self, workspace: &Workspace) -> Vec<Action> {
        self.work.arrivals(workspace, |copied| vec![copied])
    }
}
