//! Edits: what somebody wants of a document, and which bytes of its text that takes.
//!
//! An [`Edit`] says what is meant ([`Address`], [`Value`]); [`Edit::make`] finds the patches and refuses what would not be
//! read back as it was meant. Every patch is as small as the change: comments, order, blank lines and the form of
//! numbers stay, and what is new is written as its neighbours are. [`place`] finds things, [`items`] puts them into
//! lists and takes them out, [`mod@write`] writes values, [`style`] looks at how others ([`near`]) are written, [`rename`] follows
//! references, [`forget`] takes them out. [`called`] says what all this is called. Knows no disk and no state.

mod called;
mod forget;
mod fresh;
mod items;
mod near;
mod place;
mod rename;
mod style;
#[cfg(test)]
mod tests;
mod typed;
mod whole;
mod write;

use std::ops::Range;

use super::patch::{Moves, Patches, TextPatch};
use super::schema::{FieldDef, Group, List, Sort};
use super::syntax::{self, Kind, Node};
use super::{Document, Id, Timeline};
use crate::messages::{Lang, Message, message};

pub use fresh::fresh;
use near::Near;
use place::Found;
pub use typed::Complaint;

/// Which entry of a list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// The one with this id.
    Id(Id),
    /// The one that stands here in the timeline's list; for entries that have no id.
    Index(usize),
}

/// A step down from an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// To a field.
    Field(&'static str),
    /// To a member of a list, from 0.
    Item(usize),
}

/// A place in the file: an entry, or something in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the types say it")]
pub struct Address {
    pub list: List,
    pub key: Key,
    pub path: Vec<Step>,
}

/// What is to stand somewhere.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A number or a name, as it is written.
    Word(String),
    /// A list.
    List(Vec<Self>),
    /// Several values in round brackets, such as a point of a series.
    Tuple(Vec<Self>),
    /// An entry with these fields.
    Entry(Vec<(&'static str, Self)>),
}

/// What somebody wants of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// A field or a member of a list gets this value; a field that is not there is added.
    Set(Address, Value),
    /// An entry, a field or a member of a list goes.
    Clear(Address),
    /// A list in an entry gets one more member, before the one that stands there; the list itself is made if need be.
    Insert(Address, usize, Value),
    /// An entry or a member of a list goes to where another of the same list stands.
    Move(Address, usize),
    /// A list at the top gets one more entry, behind the one with this key or else at the end.
    Add(List, Option<Key>, Value),
    /// An entry is written once more behind itself, with another id if it has one.
    Duplicate(List, Key, String),
    /// An entry gets another id, and all that refer to it with it.
    Rename(List, Id, String),
    /// A field at the top that is no list.
    Title(&'static str, String),
    /// These bytes of the text, whatever they mean.
    Text(TextPatch),
    /// Several at once, none of which may touch what another touches.
    All(Vec<Self>),
}

/// Why an edit cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditError {
    /// The entry or the field is not in the file.
    NotThere(Message),
    /// What is there is not written as it should be.
    Broken(Message),
    /// Another entry has this id.
    Taken(String),
    /// Two edits want the same bytes.
    Overlap,
    /// It would not be read as it was meant.
    NotRead,
}

/// An edit that has been made: the text after it, and the patches there and back.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the struct says it")]
pub struct Made {
    pub text: String,
    pub forth: Patches,
    pub back: Patches,
}

impl EditError {
    /// In words, in lower case and without a full stop.
    pub fn message(&self) -> Message {
        match self {
            Self::NotThere(what) => message!("editing-not-there", what = what),
            Self::Broken(what) => message!("editing-broken", what = what),
            Self::Taken(id) => message!("editing-taken", id = id),
            Self::Overlap => message!("editing-overlap"),
            Self::NotRead => message!("editing-not-read"),
        }
    }
}

impl std::fmt::Display for EditError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message().text(Lang::En))
    }
}

impl std::error::Error for EditError {}

impl Key {
    /// Where the entry stands in its list.
    pub fn index(&self, timeline: &Timeline, list: List) -> Option<usize> {
        match self {
            Self::Id(id) => timeline.index_of(list, id),
            Self::Index(index) => Some(*index),
        }
    }
}

impl Address {
    /// An entry by its id.
    pub fn new(list: List, id: impl Into<Id>) -> Self {
        Self::of(list, Key::Id(id.into()))
    }

    /// An entry.
    pub fn of(list: List, key: Key) -> Self {
        let path = Vec::new();
        Self { list, key, path }
    }

    /// An event by its id.
    pub fn event(id: impl Into<Id>) -> Self {
        Self::new(List::Events, id)
    }

    /// A field of what this is.
    #[must_use]
    pub fn field(&self, name: &'static str) -> Self {
        self.then(Step::Field(name))
    }

    /// A member of the list that this is.
    #[must_use]
    pub fn item(&self, index: usize) -> Self {
        self.then(Step::Item(index))
    }

    /// Stands for what is in no document.
    fn nowhere() -> Self {
        Self::event("")
    }

    fn then(&self, step: Step) -> Self {
        let mut address = self.clone();
        address.path.push(step);
        address
    }

    /// The same entry without the way into it.
    #[must_use]
    pub fn entry(&self) -> Self {
        Self::of(self.list, self.key.clone())
    }

    /// What sort of value stands there; `None` for an entry itself or a way that leads nowhere.
    pub fn sort(&self) -> Option<Sort> {
        let def = self.def()?;
        match (self.path.last(), def.sort) {
            (Some(Step::Field(_)), sort) => Some(sort),
            (_, Sort::References(list)) => Some(Sort::Reference(list)),
            (_, Sort::Texts) => Some(Sort::Prose),
            _ => None,
        }
    }

    /// The field that stands there, or that what stands there is a member of.
    pub fn def(&self) -> Option<&'static FieldDef> {
        let mut group: &'static Group = self.list.group();
        let mut def = None;
        for step in &self.path {
            if let Step::Field(name) = step {
                let field = group.field(name)?;
                if let Sort::Entries(inner) = field.sort {
                    group = inner;
                }
                def = Some(field);
            }
        }
        def
    }

    /// The fields of the entry that the field at its end stands in.
    fn siblings(&self) -> &'static Group {
        let way = self.path.split_last().map_or(&[][..], |(_, way)| way);
        let parent = Self {
            path: way.to_vec(),
            ..self.entry()
        };
        match parent.def().map(|field| field.sort) {
            Some(Sort::Entries(inner)) => inner,
            _ => self.list.group(),
        }
    }

    /// In words for a message.
    fn said(&self) -> Message {
        let mut path = String::new();
        for step in &self.path {
            match step {
                Step::Field(name) => path.push_str(&format!(".{name}")),
                Step::Item(index) => path.push_str(&format!(".{}", index.saturating_add(1))),
            }
        }
        match &self.key {
            Key::Id(id) => message!("editing-at", id = &**id, path = path),
            Key::Index(index) => message!(
                "editing-at-entry",
                number = index.saturating_add(1).to_string(),
                list = self.list.name(),
                path = path
            ),
        }
    }
}

impl Edit {
    /// Makes the edit: the text after it, and what has changed.
    ///
    /// # Errors
    /// When what it speaks of is not there, or when it would not be read back as it is meant.
    pub fn make(&self, document: &Document) -> Result<Made, EditError> {
        let near = match self {
            Self::All(_) => Near::for_many(document),
            _ => Near::for_one(document),
        };
        let forth = self.patches(&near)?;
        let (text, back) = forth.apply(&document.text).ok_or(EditError::Overlap)?;
        let made = Made { text, forth, back };
        if self.is_read(document, &made.text, &made.forth.moves()) {
            Ok(made)
        } else {
            Err(EditError::NotRead)
        }
    }

    /// The patches that the edit takes.
    fn patches(&self, near: &Near<'_>) -> Result<Patches, EditError> {
        let document = near.document;
        let patches = match self {
            Self::Set(address, value) => set(near, address, value)?,
            Self::Clear(address) => clear(document, address)?,
            Self::Insert(address, index, value) => insert(near, address, *index, value)?,
            Self::Move(address, to) => {
                let (siblings, index) = place::siblings_of(document, address)?;
                items::moved(&document.text, &siblings, index, *to)
            }
            Self::Add(list, after, value) => whole::add(document, *list, after.as_ref(), &[value])?,
            Self::Duplicate(list, key, id) => whole::duplicate(document, *list, key, id)?,
            Self::Rename(list, id, to) => rename::patches(document, *list, id, to)?,
            Self::Title(name, value) => whole::title(document, name, value)?,
            Self::Text(patch) => vec![patch.clone()],
            Self::All(edits) => all_patches(near, edits)?,
        };
        Patches::new(patches).ok_or(EditError::Overlap)
    }

    /// Whether what was set is what is now read there.
    fn is_read(&self, document: &Document, after: &str, moves: &Moves<'_>) -> bool {
        match self {
            Self::Set(address, value) => {
                let Some(range) = document.entry(address.list, &address.key) else {
                    return false;
                };
                let (entry, _) = syntax::value_at(after, moves.moved(range.start));
                let found = place::follow(after, &entry, &address.path);
                found.is_some_and(|node| write::says(after, node, value))
            }
            Self::All(edits) => edits
                .iter()
                .all(|edit| edit.is_read(document, after, moves)),
            _ => true,
        }
    }
}

/// The patches of several edits. Entries that go to the end of one list go there together: each by itself would put the
/// same comma before it.
fn all_patches(near: &Near<'_>, edits: &[Edit]) -> Result<Vec<TextPatch>, EditError> {
    let mut all = Vec::new();
    let mut added: Vec<(List, Vec<&Value>)> = Vec::new();
    for edit in edits {
        match edit {
            Edit::Add(list, None, value) => match added.iter_mut().find(|(known, _)| known == list)
            {
                Some((_, values)) => values.push(value),
                None => added.push((*list, vec![value])),
            },
            edit => all.extend(edit.patches(near)?.iter().cloned()),
        }
    }
    for (list, values) in added {
        all.extend(whole::add(near.document, list, None, &values)?);
    }
    Ok(all)
}

fn set(near: &Near<'_>, address: &Address, value: &Value) -> Result<Vec<TextPatch>, EditError> {
    let document = near.document;
    let text = &document.text;
    let entry = document.entry_tree(address)?;
    match place::find(text, &entry, address)? {
        Found::Value(node) => Ok(write::replaced(text, node, value)),
        Found::Missing(parent, name) => {
            let style = style::of_field(near, address, parent, name);
            let siblings = place::Siblings::of(text, parent, address)?;
            let written = style.field(name, value, &place::indentation(text, parent.range.start));
            Ok(items::inserted(
                text,
                &siblings,
                style.index,
                &written,
                style.breaks,
            ))
        }
    }
}

fn clear(document: &Document, address: &Address) -> Result<Vec<TextPatch>, EditError> {
    let (siblings, index) = place::siblings_of(document, address)?;
    Ok(items::removed(&document.text, &siblings, index))
}

fn insert(
    near: &Near<'_>,
    address: &Address,
    index: usize,
    value: &Value,
) -> Result<Vec<TextPatch>, EditError> {
    let document = near.document;
    let text = &document.text;
    let entry = document.entry_tree(address)?;
    let Found::Value(node) = place::find(text, &entry, address)? else {
        return set(near, address, &Value::List(vec![value.clone()]));
    };
    let siblings = place::Siblings::of(text, node, address)?;
    let index = index.min(siblings.items.len());
    let style = style::of_item(near, address, node, index);
    let written = style.value(value, &style.indentation);
    Ok(items::inserted(
        text,
        &siblings,
        index,
        &written,
        style.breaks,
    ))
}

impl Document {
    /// The bytes of an entry.
    pub fn entry(&self, list: List, key: &Key) -> Option<Range<usize>> {
        place::entry(&self.timeline, list, key)
    }

    /// One step of indentation, as the file has it.
    pub fn indentation(&self) -> String {
        items::unit(&self.text)
    }

    /// What stands at an address, if anything does.
    pub fn value(&self, address: &Address) -> Option<Node> {
        let entry = self.tree(self.entry(address.list, &address.key)?);
        place::follow(&self.text, &entry, &address.path).cloned()
    }

    /// What stands in a value of a tree, some steps down.
    pub fn within<'a>(&self, node: &'a Node, way: &[Step]) -> Option<&'a Node> {
        place::follow(&self.text, node, way)
    }

    /// Whether a value says that there is none.
    pub fn is_none(&self, node: &Node) -> bool {
        node.kind == Kind::Word && self.said(node) == "None"
    }

    /// The entries that refer to one. Looks at all events.
    pub fn users(&self, list: List, index: usize) -> Vec<(List, usize)> {
        rename::users(&self.timeline, list, index)
    }

    /// The edits that take every mention of an entry out of the others, so that it can go. Looks at all events.
    pub fn forgetting(&self, list: List, index: usize) -> Vec<Edit> {
        forget::edits(self, list, index)
    }

    /// What a text in the tree says; what is written there when it is no text.
    pub fn said(&self, node: &Node) -> String {
        write::said(&self.text, node)
    }

    fn entry_tree(&self, address: &Address) -> Result<Node, EditError> {
        let range = self.entry(address.list, &address.key);
        let range = range.ok_or_else(|| EditError::NotThere(address.entry().said()))?;
        Ok(self.tree(range))
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
