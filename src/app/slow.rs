//! Work that may take longer than anybody waits without a word: once it does, the window says what is being done, and how to
//! stop it.

use std::sync::atomic::AtomicBool;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use crate::messages::{Message, message};
use crate::state::{Action, Workspace};
use crate::work::Background;

/// What is done sooner than this is not worth a word.
const SOON: Duration = Duration::from_millis(600);

/// One job of a kind at a time; the newest wins.
pub(super) struct Slow<T> {
    work: Background<T>,
    /// What is being done, such as "Reading events.csv".
    said: Message,
    begun: Begun,
    /// Whether the window says so.
    is_told: bool,
}

/// Since when a job works rather than waits for somebody.
#[derive(Clone, Default)]
pub(super) struct Begun(Arc<OnceLock<Instant>>);

impl<T> Default for Slow<T> {
    fn default() -> Self {
        Self {
            work: Background::default(),
            said: message!("app-working"),
            begun: Begun::default(),
            is_told: false,
        }
    }
}

impl Begun {
    /// The work begins now.
    pub(super) fn now(&self, ctx: &egui::Context) {
        self.0.get_or_init(Instant::now);
        ctx.request_repaint_after(SOON);
    }

    fn takes_long(&self) -> bool {
        let since = self.0.get();
        since.is_some_and(|since| since.elapsed() >= SOON)
    }
}

impl<T: Send + 'static> Slow<T> {
    /// Begins a job under the name of its thread; `said` is what is being done.
    pub(super) fn start(
        &mut self,
        ctx: &egui::Context,
        (name, said): (&str, Message),
        job: impl FnOnce(&AtomicBool) -> Option<T> + Send + 'static,
    ) {
        self.start_with(ctx, (name, said), move |cancelled, begun, ctx| {
            begun.now(ctx);
            job(cancelled)
        });
    }

    /// The same for a job that says itself when its work begins, since somebody is asked first.
    pub(super) fn start_with(
        &mut self,
        ctx: &egui::Context,
        (name, said): (&str, Message),
        job: impl FnOnce(&AtomicBool, &Begun, &egui::Context) -> Option<T> + Send + 'static,
    ) {
        self.said = said;
        self.begun = Begun::default();
        let (begun, working, wake) = (self.begun.clone(), ctx.clone(), ctx.clone());
        let work = move |cancelled: &AtomicBool| job(cancelled, &begun, &working);
        self.work.start(name, work, move || wake.request_repaint());
    }

    /// Gives up the job that is under way.
    pub(super) fn stop(&mut self) {
        self.work.stop();
    }

    /// What comes of it, or that it takes longer.
    pub(super) fn arrivals(
        &mut self,
        workspace: &Workspace,
        told: impl FnOnce(T) -> Vec<Action>,
    ) -> Vec<Action> {
        let done = self.work.poll();
        let lasts = self.work.is_busy() && self.begun.takes_long();
        let mut actions = Vec::new();
        if lasts && workspace.session().busy.is_none() {
            self.is_told = true;
            actions.push(Action::Busy(Some(self.said.clone())));
        } else if self.is_told && !lasts {
            // Also where nothing comes of it, or a newer job that waits for somebody has taken its place.
            self.is_told = false;
            actions.push(Action::Busy(None));
        }
        actions.extend(done.map(told).unwrap_or_default());
        actions
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::Ordering;

    use crate::document::Document;
    use crate::state::{Loaded, Origin, Saved};

    use crate::messages::Lang;

    use super::*;

    /// A job that ends when it is called off.
    fn endless(cancelled: &AtomicBool) -> Option<()> {
        while !cancelled.load(Ordering::Relaxed) {
            std::thread::sleep(Duration::from_millis(1));
        }
        None
    }

    #[test]
    fn the_window_says_what_lasts_until_another_that_waits_for_somebody_takes_its_place() {
        let document = Document::parse("t", "");
        let loaded = Loaded::new(Origin::BuiltIn, document, std::collections::BTreeMap::new());
        let mut workspace = Workspace::new(loaded, Saved::default());
        let ctx = egui::Context::default();
        let mut slow = Slow::default();
        let mut look = |slow: &mut Slow<()>| {
            for action in slow.arrivals(&workspace, |()| Vec::new()) {
                workspace.apply(action);
            }
            workspace.session().busy.clone()
        };
        slow.start(&ctx, ("one", message!("app-making", name = "one")), endless);
        assert_eq!(look(&mut slow), None);
        std::thread::sleep(SOON * 2);
        let said = look(&mut slow).map(|said| said.text(Lang::En));
        assert_eq!(said.as_deref(), Some("Making one"));
        let waits = |cancelled: &AtomicBool, _: &Begun, _: &egui::Context| endless(cancelled);
        slow.start_with(&ctx, ("two", message!("app-making", name = "two")), waits);
        assert_eq!(look(&mut slow), None);
        slow.stop();
    }
}
