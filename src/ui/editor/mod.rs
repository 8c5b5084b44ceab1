//! The form at the right while one writes: an entry of the file, field by field.
//!
//! There is no draft of an entry. The fields show what the text says, read from the tree of this one entry, and what is
//! typed is an edit of the text at once. Only what is typed and cannot stand in the text yet is in [`Memory`]. Which
//! fields there are is in the document's schema: one form ([`form`]) serves all lists and what is nested in them.
//!
//! [`mod@line`] is a field to type in, [`check`] says whether what is typed may stand there, [`offers`] completes it,
//! [`choices`] are the fields to choose in, [`cards`], [`links`] and [`points`] the lists in an entry. [`preview`] shows the
//! lines that will change, [`foot`] saves, duplicates and deletes, [`several`] edits several events at once, [`lists`]
//! leads to all that is no event.

mod cards;
mod check;
mod choices;
mod foot;
mod form;
mod line;
mod links;
mod lists;
mod offers;
mod points;
mod preview;
mod quotes;
mod several;
mod words;

use std::collections::BTreeMap;
use std::rc::Rc;

use egui::{Margin, RichText, ScrollArea, Ui};

use crate::document::{Address, Id, Key, List, Node, Way};
use crate::messages::say;
use crate::state::{Action, Form, PanelAction, WriteAction};

use super::style::{color, semibold};
use super::{Show, side_panel, widgets};

/// Width in points.
const WIDTH: f32 = 368.0;

/// What the form remembers.
#[derive(Default)]
pub(super) struct Memory {
    subject: Option<Subject>,
    /// What is typed and not in the text: not valid, or not yet.
    typed: BTreeMap<Spot, String>,
    /// An excerpt that has a source and no words yet: where it is to go, and its source.
    begun: Option<(Address, String)>,
    /// Whether the other entries show in place of the selected event.
    elsewhere: bool,
    /// What is looked for in a long list.
    wanted: String,
    /// What gets the focus next.
    focus: Option<Spot>,
    /// What had the focus last.
    focused: Option<egui::Id>,
    /// Whether the field that has the focus has written something.
    wrote: bool,
    /// Ids that were changed here, from and to, so that an entry is found in the text on the disk.
    renamed: Vec<(List, Id, String)>,
    offers: offers::Memory,
    tree: Option<(u64, Address, Rc<Node>)>,
    quotes: quotes::Memory,
    preview: preview::Memory,
    uses: foot::Memory,
}

/// What is edited.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Subject {
    /// Nothing: what there is.
    Overview,
    /// A list to choose from.
    List(List),
    Entry(Address),
    Several(Vec<Id>),
}

/// A field.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Spot {
    /// Of the file itself.
    Title(&'static str),
    /// Of an entry.
    At(Address),
    /// One that adds to a list.
    Adding(Address),
    /// The words of an excerpt that is no part of the text yet.
    Begun(Address),
    /// One that adds to all selected events.
    All,
}

/// All that a part of the form needs.
struct Pen<'a> {
    show: Show<'a>,
    memory: &'a mut Memory,
    actions: &'a mut Vec<Action>,
}

impl Spot {
    /// The same for all entries of a list, so that the focus outlasts a change of an id.
    fn widget(&self) -> egui::Id {
        match self {
            Self::Title(name) => egui::Id::unique(("form-title", name)),
            Self::At(at) => egui::Id::unique(("form", at.list, &at.path)),
            Self::Adding(at) => egui::Id::unique(("form-adds", at.list, &at.path)),
            Self::Begun(at) => egui::Id::unique(("form-begins", at.list, &at.path)),
            Self::All => egui::Id::unique("form-of-several"),
        }
    }

    fn is_under(&self, list: &Address) -> bool {
        match self {
            Self::At(at) => at.entry() == list.entry() && at.path.starts_with(&list.path),
            _ => false,
        }
    }
}

impl Memory {
    /// Forgets what was typed elsewhere. What was written there is done.
    fn turn_to(&mut self, subject: &Subject, actions: &mut Vec<Action>) {
        if self.subject.as_ref() == Some(subject) {
            return;
        }
        self.subject = Some(subject.clone());
        self.typed.clear();
        self.begun = None;
        self.elsewhere = false;
        self.wanted.clear();
        self.offers.anew();
        self.quotes = quotes::Memory::default();
        if std::mem::take(&mut self.wrote) {
            actions.push(Action::Write(WriteAction::Settle));
        }
    }
}

impl Pen<'_> {
    /// What a field shows: what is typed, or else what the text says.
    fn text_at(&self, line: &line::Line<'_>) -> String {
        let typed = self.memory.typed.get(&line.spot);
        typed.map_or_else(|| line.said.to_owned(), String::clone)
    }

    /// Whether reading the text anew takes so long that it is not done for each letter.
    fn is_large(&self) -> bool {
        self.show.workspace.is_large()
    }

    /// The tree of an entry, read once for each state of the text.
    fn tree(&mut self, at: &Address) -> Option<Rc<Node>> {
        let revision = self.show.workspace.revision();
        if let Some((known, of, tree)) = &self.memory.tree
            && *known == revision
            && of == at
        {
            return Some(Rc::clone(tree));
        }
        let document = self.show.workspace.document();
        let tree = Rc::new(document.tree(document.entry(at.list, &at.key)?));
        self.memory.tree = Some((revision, at.clone(), Rc::clone(&tree)));
        Some(tree)
    }

    /// What stands in a value, some steps down. `None` also where it says that there is nothing.
    fn within<'a>(&self, node: &'a Node, way: &[Way]) -> Option<&'a Node> {
        let document = self.show.workspace.document();
        let found = document.within(node, way)?;
        (!document.is_none(found)).then_some(found)
    }

    fn said(&self, node: &Node) -> String {
        self.show.workspace.document().said(node)
    }

    /// What was typed in the members of a list says nothing once they have changed their places.
    fn forget_under(&mut self, list: &Address) {
        self.memory.typed.retain(|spot, _| !spot.is_under(list));
    }

    fn open(&mut self, form: Option<Form>) {
        self.actions.push(Action::Panel(PanelAction::Form(form)));
    }
}

/// Shows the panel.
pub(super) fn panel(show: Show<'_>, ui: &mut Ui, memory: &mut Memory, actions: &mut Vec<Action>) {
    let subject = subject(show);
    memory.turn_to(&subject, actions);
    let frame = show.bar(Margin {
        left: 24,
        right: 20,
        top: 16,
        bottom: 12,
    });
    side_panel(show, ui, "editor", WIDTH)
        .frame(frame)
        .show(ui, |ui| {
            let mut pen = Pen {
                show,
                memory,
                actions,
            };
            if let Subject::List(list) = &subject {
                ui.spacing_mut().item_spacing.y = 4.0;
                return lists::list(&mut pen, ui, *list);
            }
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                // Room for the scroll bar beside the fields.
                ui.set_max_width(ui.available_width() - 6.0);
                match &subject {
                    Subject::Several(ids) => several::ui(&mut pen, ui, ids),
                    Subject::Entry(at) if !pen.memory.elsewhere => entry(&mut pen, ui, at),
                    _ => lists::overview(&mut pen, ui),
                }
                reveal(&mut pen, ui);
            });
        });
}

/// Brings what Tab has come to into sight.
fn reveal(pen: &mut Pen<'_>, ui: &Ui) {
    let focused = ui.memory(|memory| memory.focused());
    if std::mem::replace(&mut pen.memory.focused, focused) == focused {
        return;
    }
    let place = focused.and_then(|id| ui.ctx().read_response(id));
    let here = ui.max_rect().x_range();
    let place = place.map(|response| response.rect);
    if let Some(rect) = place.filter(|rect| here.contains(rect.center().x)) {
        ui.scroll_to_rect(rect.expand(12.0), None);
    }
}

fn subject(show: Show<'_>) -> Subject {
    let session = show.workspace.session();
    match (&session.form, &session.selected) {
        (Some(Form { list, key }), _) if *list != List::Events => match key {
            Some(key) => Subject::Entry(Address::of(*list, key.clone())),
            None => Subject::List(*list),
        },
        (Some(Form { key: Some(key), .. }), _) => {
            Subject::Entry(Address::of(List::Events, key.clone()))
        }
        (_, Some(selected)) if !session.also.is_empty() => {
            let all = std::iter::once(selected).chain(&session.also);
            Subject::Several(all.cloned().collect())
        }
        (_, Some(selected)) => Subject::Entry(Address::event(Id::clone(selected))),
        (_, None) => Subject::Overview,
    }
}

/// The form of one entry.
fn entry(pen: &mut Pen<'_>, ui: &mut Ui, at: &Address) {
    let is_event = at.list == List::Events;
    let lang = pen.show.lang;
    if !is_event && widgets::quiet_link(pen.show, ui, &say!(lang, "editor-back")).clicked() {
        let (list, key) = (at.list, None);
        pen.open(Some(Form { list, key }));
    }
    let what = at.list.group().called();
    head(pen, ui, &say!(lang, "editor-edit", what = what));
    let timeline = pen.show.workspace.timeline();
    let kept = match &at.key {
        Key::Id(id) if is_event => timeline.event(id).is_some_and(|event| event.is_kept),
        _ => false,
    };
    match pen.tree(at) {
        _ if kept => {
            line::why(pen, ui, &say!(lang, "editor-entry-kept"));
        }
        None => {
            let said = say!(lang, "editor-entry-gone");
            ui.label(widgets::muted(pen.show, said));
        }
        Some(tree) => {
            form::entry(pen, ui, at, (at.list.group(), &tree), None);
            preview::ui(pen, ui, at);
            foot::ui(pen, ui, at);
        }
    }
    if is_event {
        ui.add_space(6.0);
        if widgets::quiet_link(pen.show, ui, &say!(lang, "editor-other-entries")).clicked() {
            pen.memory.elsewhere = true;
        }
    }
}

/// The heading, and the way back and forth through the changes.
fn head(pen: &mut Pen<'_>, ui: &mut Ui, title: &str) {
    ui.horizontal(|ui| {
        ui.label(RichText::new(title).font(semibold(14.0)));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let (lang, writing) = (pen.show.lang, pen.show.workspace.writing());
            let what = writing.redo_name().map(|what| what.text(lang));
            let hover = say!(
                lang,
                "editor-redo-hover",
                what = what.as_deref().unwrap_or_default()
            );
            let name = say!(lang, "editor-redo");
            step(pen, ui, (&name, &hover), what.map(|_| WriteAction::Redo));
            let what = writing.undo_name().map(|what| what.text(lang));
            let hover = say!(
                lang,
                "editor-undo-hover",
                what = what.as_deref().unwrap_or_default()
            );
            let name = say!(lang, "editor-undo");
            step(pen, ui, (&name, &hover), what.map(|_| WriteAction::Undo));
        });
    });
    ui.add_space(4.0);
}

/// A step back or forth, where there is one.
fn step(pen: &mut Pen<'_>, ui: &mut Ui, (name, hover): (&str, &str), action: Option<WriteAction>) {
    let theme = pen.show.theme;
    let tint = if action.is_some() {
        theme.accent
    } else {
        theme.muted
    };
    let text = RichText::new(name)
        .font(super::style::sans(13.0))
        .color(color(tint));
    let button = egui::Button::new(text).frame(false);
    let response = ui.add_enabled(action.is_some(), button);
    let is_clicked = response.on_hover_text(hover).clicked();
    if let Some(action) = action.filter(|_| is_clicked) {
        pen.actions.push(Action::Write(action));
    }
}
