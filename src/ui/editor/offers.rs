//! Completions: the entries that a typed word may mean, in a list under the field.

use std::rc::Rc;

use egui::{Key, Modifiers, Popup, Response, Ui};

use crate::document::{List, Timeline};
use crate::state::fold;
use crate::time::Lang;
use crate::ui::{Show, palette};

use super::words;

/// Completions at once, at most.
const MOST: usize = 8;
/// Among more events than these nobody looks for parts of ids.
const BY_ID: usize = 50_000;

/// An entry that may be meant.
pub(super) struct Offer {
    pub(super) id: String,
    name: String,
    beside: String,
}

/// What is offered, and which of it is chosen.
#[derive(Default)]
pub(super) struct Memory {
    found: Option<(Wanted, Rc<[Offer]>)>,
    pub(super) chosen: Option<usize>,
    /// Esc closes the list before it does anything else.
    pub(super) dismissed: bool,
}

/// What is offered is good as long as none of this changes.
#[derive(PartialEq)]
struct Wanted {
    document: u64,
    list: List,
    text: String,
    lang: Lang,
}

impl Memory {
    /// The entries of a list that a text may mean.
    pub(super) fn of(&mut self, show: Show<'_>, list: List, text: &str) -> Rc<[Offer]> {
        let wanted = Wanted {
            document: show.workspace.revision(),
            list,
            text: text.to_owned(),
            lang: show.lang,
        };
        if let Some((known, found)) = &self.found
            && *known == wanted
        {
            return Rc::clone(found);
        }
        let found: Rc<[Offer]> = find(show, list, text).into();
        self.found = Some((wanted, Rc::clone(&found)));
        found
    }

    /// Forgets what was chosen: something else is typed.
    pub(super) fn anew(&mut self) {
        (self.chosen, self.dismissed) = (None, false);
    }
}

fn find(show: Show<'_>, list: List, text: &str) -> Vec<Offer> {
    let timeline = show.workspace.timeline();
    let wanted = fold(text.trim());
    let parts: Vec<_> = wanted.split(' ').filter(|part| !part.is_empty()).collect();
    if parts.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<usize> = timeline.index_of(list, text.trim()).into_iter().collect();
    let mut take = |index: usize| {
        if !found.contains(&index) {
            found.push(index);
        }
        found.len() < MOST
    };
    let has = |index: &usize| {
        let [id, rest @ ..] = said(timeline, list, *index);
        let all = fold(&rest.join(" "));
        parts
            .iter()
            .all(|part| id.contains(part) || all.contains(part))
    };
    if list == List::Events {
        let titled = show.workspace.index().titled(&parts, MOST);
        let titled = titled.into_iter().map(|index| index as usize);
        let count = timeline.count(list).min(BY_ID);
        let named = (0..count).filter(|index| {
            let id = timeline.id_of(list, *index).unwrap_or_default();
            parts.iter().all(|part| id.contains(part))
        });
        titled.chain(named).take_while(|index| take(*index)).last();
    } else {
        let all = (0..timeline.count(list)).filter(has);
        all.take_while(|index| take(*index)).last();
    }
    found.truncate(MOST);
    let offers = found.into_iter();
    offers
        .filter_map(|index| offer(show, list, index))
        .collect()
}

/// What an entry may be found by; its id first.
fn said(timeline: &Timeline, list: List, index: usize) -> [&str; 4] {
    let id = timeline.id_of(list, index).unwrap_or_default();
    let [main, japanese] = timeline.names_of(list, index);
    let author = match list {
        List::Sources => timeline.sources.get(index),
        _ => None,
    };
    let author = author.and_then(|source| source.author.as_deref());
    let or_nothing = Option::unwrap_or_default;
    [
        id,
        or_nothing(main),
        or_nothing(japanese),
        or_nothing(author),
    ]
}

fn offer(show: Show<'_>, list: List, index: usize) -> Option<Offer> {
    let timeline = show.workspace.timeline();
    let id = timeline.id_of(list, index)?.to_owned();
    let beside = match list {
        List::Events => timeline.events.get(index)?.when.display(show.lang),
        _ => id.clone(),
    };
    let name = words::title(show, list, index);
    Some(Offer { id, name, beside })
}

/// Arrow keys choose, Enter takes: read before the field sees them. `first` lets Enter take the first when none is
/// chosen.
pub(super) fn choose(ui: &Ui, memory: &mut Memory, offers: &[Offer], first: bool) -> Option<usize> {
    if offers.is_empty() {
        return None;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let last = offers.len().saturating_sub(1);
    if pressed(Key::ArrowDown) {
        let next = memory.chosen.map_or(0, |chosen| chosen.saturating_add(1));
        memory.chosen = Some(if next > last { 0 } else { next });
    }
    if pressed(Key::ArrowUp) {
        let before = memory.chosen.and_then(|chosen| chosen.checked_sub(1));
        memory.chosen = Some(before.unwrap_or(last));
    }
    let chosen = memory.chosen.or(first.then_some(0))?;
    pressed(Key::Enter).then_some(chosen)
}

/// The list under a field; gives back what was clicked.
pub(super) fn popup(
    show: Show<'_>,
    id: egui::Id,
    field: &Response,
    memory: &Memory,
    offers: &[Offer],
) -> Option<usize> {
    let open = field.has_focus() && !memory.dismissed && !offers.is_empty();
    let mut clicked = None;
    let width = field.rect.width();
    let popup = Popup::from_response(field).id(id).open(open).gap(4.0);
    popup.width(width).show(|ui| {
        ui.set_width(width - 12.0);
        ui.spacing_mut().item_spacing.y = 2.0;
        for (index, offer) in offers.iter().enumerate() {
            let chosen = memory.chosen == Some(index);
            let row = palette::row(show, ui, &offer.name, &offer.beside, chosen);
            let label = format!("{}, {}", offer.name, offer.beside);
            row.widget_info(|| {
                egui::WidgetInfo::selected(egui::Role::Button, true, chosen, &label)
            });
            if row.clicked() {
                clicked = Some(index);
            }
        }
    });
    clicked
}
