//! The fields of an entry, as its group says, and of what is nested in it.

use egui::Ui;

use crate::document::{Address, FieldDef, Group, Kind, List, Node, Sort, Way};
use crate::messages::{Lang, Message, say};
use crate::state::{Action, Form, PanelAction};
use crate::time::When;
use crate::ui::widgets;

use super::check::Place;
use super::line::{self, Line};
use super::{Pen, Spot, cards, choices, links, points, quotes, words};

/// A field of an entry.
#[derive(Clone, Copy)]
pub(super) struct Field<'a> {
    pub(super) at: &'a Address,
    pub(super) def: &'static FieldDef,
    pub(super) group: &'static Group,
    /// The entry that it is in.
    pub(super) parent: &'a Node,
    /// What is there, if anything.
    pub(super) node: Option<&'a Node>,
    /// Tells it from the fields of the same name: "excerpt 2".
    pub(super) member: Option<&'a Message>,
}

impl Field<'_> {
    pub(super) fn label(&self) -> Message {
        words::label(self.group, self.def.name)
    }

    /// What a screen reader calls it.
    pub(super) fn name(&self, lang: Lang) -> String {
        let field = self.label();
        match self.member {
            Some(member) => say!(lang, "editor-field-in", field = field, member = member),
            None => field.text(lang),
        }
    }

    /// The members, when it is a list.
    pub(super) fn items(&self) -> &[Node] {
        match self.node.map(|node| &node.kind) {
            Some(Kind::List(items)) => items,
            _ => &[],
        }
    }

    /// Whether what is there is of the sort that the form can show.
    fn is_legible(&self) -> bool {
        let Some(node) = self.node else {
            return true;
        };
        let is_list = matches!(node.kind, Kind::List(_));
        match self.def.sort {
            Sort::References(_) | Sort::Texts | Sort::Points | Sort::Entries(_) => is_list,
            _ => matches!(node.kind, Kind::Text(_) | Kind::Number | Kind::Word),
        }
    }
}

/// Shows all fields of an entry.
pub(super) fn entry(
    pen: &mut Pen<'_>,
    ui: &mut Ui,
    at: &Address,
    (group, node): (&'static Group, &Node),
    member: Option<&Message>,
) {
    let mut fields: Vec<&'static FieldDef> = group.fields.iter().collect();
    fields.sort_by_key(|field| words::rank(field.name));
    let beside = |name: &str| words::partner(group, name).and_then(|name| group.field(name));
    let partners: Vec<_> = fields.iter().filter_map(|one| beside(one.name)).collect();
    for def in fields {
        if partners.iter().any(|partner| partner.name == def.name) {
            continue;
        }
        let mut field = |ui: &mut Ui, def: &'static FieldDef| {
            let found = pen.within(node, &[Way::Field(def.name)]);
            let field = Field {
                at: &at.field(def.name),
                def,
                group,
                parent: node,
                node: found,
                member,
            };
            self::field(pen, ui, field);
        };
        match beside(def.name) {
            Some(partner) => ui.columns(2, |columns| {
                if let [left, right] = columns {
                    field(left, def);
                    field(right, partner);
                }
            }),
            None => field(ui, def),
        }
        ui.add_space(6.0);
    }
}

fn field(pen: &mut Pen<'_>, ui: &mut Ui, field: Field<'_>) {
    if let Sort::Flag(usual) = field.def.sort {
        return choices::flag(pen, ui, field, usual);
    }
    let lang = pen.show.lang;
    ui.label(widgets::muted(pen.show, field.label().text(lang)));
    if !field.is_legible() {
        return line::why(pen, ui, &say!(lang, "editor-illegible"));
    }
    match field.def.sort {
        Sort::Reference(List::Categories) => choices::category(pen, ui, field),
        Sort::Whole(1, 5) => choices::level(pen, ui, field),
        Sort::One(names) => choices::one(pen, ui, field, names),
        Sort::References(list) => choices::pills(pen, ui, field, list),
        Sort::Texts => cards::texts(pen, ui, field),
        Sort::Points => points::ui(pen, ui, field),
        Sort::Entries(inner) if inner.noun() == "link" => links::ui(pen, ui, field),
        Sort::Entries(inner) => cards::ui(pen, ui, field, inner),
        _ => typed(pen, ui, field),
    }
}

/// A field to type in.
fn typed(pen: &mut Pen<'_>, ui: &mut Ui, field: Field<'_>) {
    let show = pen.show;
    let name = field.name(show.lang);
    let said = field.node.map(|node| pen.said(node));
    let place = Place::of(field.at, field.def, field.label(), said.as_deref());
    let is_era = field.at.list == List::Eras && field.def.sort == Sort::When;
    let line = Line {
        rows: match (field.def.sort, field.def.name) {
            (Sort::Prose, "summary" | "note") => 4,
            (Sort::Prose, _) => 2,
            _ => 0,
        },
        offers: match field.def.sort {
            Sort::Reference(list) => Some(list),
            _ => None,
        },
        // A date half typed may be a date of its own, and would move an era that is typed in out of the form.
        least: match field.def.sort {
            Sort::Id => usize::MAX,
            Sort::When if is_era => usize::MAX,
            Sort::When => said.as_ref().map_or(0, String::len),
            _ => 0,
        },
        ..Line::new(
            Spot::At(field.at.clone()),
            &name,
            said.as_deref().unwrap_or_default(),
        )
    };
    let text = pen.text_at(&line);
    let written = line::ui(pen, ui, &line, &|text| place.check(show, text));
    if let Some(written) = written {
        follow(pen, &field, said.as_deref(), &written);
    }
    reading(pen, ui, field, &text);
}

/// What a field has to say of what stands in it.
fn reading(pen: &mut Pen<'_>, ui: &mut Ui, field: Field<'_>, text: &str) {
    let show = pen.show;
    let said = match (field.def.sort, field.def.name) {
        (Sort::When, _) => text.trim().parse::<When>().ok().map(|when| {
            let date = when.display(show.lang);
            format!("{date} · {}", when.display_precision(show.lang))
        }),
        (Sort::Reference(list), _) => {
            let index = show.workspace.timeline().index_of(list, text.trim());
            index.map(|index| words::title(show, list, index))
        }
        (_, "quote") => return quotes::ui(pen, ui, field, text),
        _ => None,
    };
    if let Some(said) = said {
        ui.label(widgets::muted(show, said));
    }
}

/// What is edited stays so when its name or its place changes.
fn follow(pen: &mut Pen<'_>, field: &Field<'_>, said: Option<&str>, written: &str) {
    let list = field.at.list;
    match (field.def.sort, said) {
        (Sort::Id, Some(before)) if before != written.trim() => {
            let to = written.trim().to_owned();
            pen.memory.renamed.push((list, before.into(), to));
        }
        (Sort::When, _) if list == List::Eras => {
            let Ok(when) = written.trim().parse::<When>() else {
                return;
            };
            let key = super::lists::era_at(pen.show, &field.at.key, &when);
            let form = Form {
                list,
                key: Some(key),
            };
            pen.actions
                .push(Action::Panel(PanelAction::Form(Some(form))));
        }
        _ => {}
    }
}
