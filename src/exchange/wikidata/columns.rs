//! Which column of a query's results is what.

use std::collections::BTreeMap;

use crate::document::is_web;
use crate::exchange::stamps::in_numbers;

use super::{Cell, ENTITY, Row};

/// Which edge of a time a date tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Edge {
    /// A point in time.
    Point,
    Start,
    End,
}

/// What a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Item,
    Title,
    TitleJa,
    Summary,
    Date(Edge),
    /// How much of a date is known.
    Precision(Edge),
    Category,
    Actor,
    /// A page of the web.
    Page,
    /// What is told by another column.
    Told,
    Other,
}

/// What the column of the item is usually called.
const USUAL: [&str; 4] = ["event", "item", "entity", "subject"];

/// The columns of a query's results.
pub(super) struct Columns {
    roles: BTreeMap<String, Role>,
    item: Option<String>,
}

impl Columns {
    /// What these columns are, by their names and their first values.
    pub(super) fn of(names: &[String], rows: &[Row]) -> Self {
        let mut first: BTreeMap<&str, &Cell> = BTreeMap::new();
        for (name, cell) in rows.iter().flatten() {
            first.entry(name).or_insert(cell);
        }
        let is_entity = |name: &&String| {
            let cell = first.get(name.as_str());
            cell.is_some_and(|cell| cell.text.contains(ENTITY))
        };
        let entities = || names.iter().filter(is_entity);
        let is_usual = |name: &&String| USUAL.contains(&&*plain(name));
        let item = entities()
            .find(is_usual)
            .or_else(|| entities().next())
            .cloned();
        let role = |(name, cell): (&&str, &&Cell)| {
            let role = match &item {
                Some(item) if item == *name => Role::Item,
                _ => role(name, cell, item.as_deref(), &first),
            };
            ((*name).to_owned(), role)
        };
        let roles = first.iter().map(role).collect();
        Self { roles, item }
    }

    /// The item of a row.
    pub(super) fn item<'a>(&self, row: &'a Row) -> Option<&'a str> {
        let cell = row.get(self.item.as_ref()?)?;
        cell.text.contains(ENTITY).then_some(cell.text.as_str())
    }

    pub(super) fn role(&self, name: &str) -> Role {
        self.roles.get(name).copied().unwrap_or(Role::Other)
    }

    /// How much is known of the dates of this end, in a row.
    pub(super) fn precision(&self, row: &Row, end: Edge) -> Option<u8> {
        let of = |end| {
            let mut cells = row.iter();
            let (_, cell) = cells.find(|(name, _)| self.role(name) == Role::Precision(end))?;
            cell.text.trim().parse().ok()
        };
        // One precision without a name of its own is that of all dates, if there is no other.
        of(end).or_else(|| {
            let mut roles = self.roles.values();
            let is_only =
                roles.all(|role| !matches!(role, Role::Precision(Edge::Start | Edge::End)));
            is_only.then(|| of(Edge::Point)).flatten()
        })
    }
}

/// A name in small letters without marks.
fn plain(name: &str) -> String {
    let letters = name.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

fn role(name: &str, cell: &Cell, item: Option<&str>, first: &BTreeMap<&str, &Cell>) -> Role {
    let plain_name = plain(name);
    if plain_name.contains("precision") {
        return Role::Precision(end(&plain_name));
    }
    if is_date(&plain_name, cell) {
        return Role::Date(end(&plain_name));
    }
    let item = item.map(plain).unwrap_or_else(|| {
        let usual = USUAL.iter().find(|usual| plain_name.starts_with(**usual));
        usual.copied().unwrap_or_default().to_owned()
    });
    let own = match plain_name.strip_prefix(&item) {
        Some("") | None => plain_name.as_str(),
        Some(own) => own,
    };
    match own {
        "label" | "title" | "name" | "labelen" | "titleen" | "nameen" | "enlabel" => Role::Title,
        "labelja" | "titleja" | "nameja" | "jalabel" | "jatitle" | "janame" => Role::TitleJa,
        "description" | "desc" | "abstract" | "comment" | "summary" => Role::Summary,
        _ if is_told(name, first) => Role::Told,
        _ => of_others(&plain_name, cell),
    }
}

/// Whether another column has the label of this one.
fn is_told(name: &str, first: &BTreeMap<&str, &Cell>) -> bool {
    ["Label", "_label", "label"]
        .iter()
        .any(|label| first.contains_key(format!("{name}{label}").as_str()))
}

/// What a column is that tells of something else than the item.
fn of_others(name: &str, cell: &Cell) -> Role {
    let name = name.strip_suffix("label").unwrap_or(name);
    let name = name
        .strip_suffix('s')
        .filter(|name| !name.ends_with('s'))
        .unwrap_or(name);
    let is_entity = cell.text.contains(ENTITY);
    match name {
        "type" | "instance" | "instanceof" | "class" | "kind" | "category" if !is_entity => {
            Role::Category
        }
        "participant" | "actor" | "belligerent" | "combatant" | "party" | "signatory"
            if !is_entity =>
        {
            Role::Actor
        }
        "image" | "picture" | "pic" | "photo" | "logo" | "flag" | "map" => Role::Other,
        _ if is_web(&cell.text) && !is_entity && !cell.text.contains("Special:FilePath") => {
            Role::Page
        }
        _ => Role::Other,
    }
}

/// Words in names of dates.
const DATED: [&str; 16] = [
    "date",
    "time",
    "year",
    "when",
    "start",
    "begin",
    "from",
    "since",
    "end",
    "until",
    "inception",
    "birth",
    "death",
    "founded",
    "dissolved",
    "opened",
];

fn is_date(name: &str, cell: &Cell) -> bool {
    let datatype = cell.datatype.as_deref().unwrap_or_default();
    let kind = datatype.rsplit(['#', '/']).next().unwrap_or_default();
    if matches!(kind, "dateTime" | "date" | "gYear" | "gYearMonth") {
        return true;
    }
    let is_stamp = cell.text.contains('T') && in_numbers(&cell.text).is_some();
    let is_named = DATED.iter().any(|word| name.contains(word));
    is_stamp || is_named && in_numbers(&cell.text).is_some()
}

/// Which end the name of a date tells of.
fn end(name: &str) -> Edge {
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if has(&["end", "until", "death", "dissol", "abol", "finish", "clos"]) {
        Edge::End
    } else if has(&[
        "start", "begin", "from", "since", "birth", "incept", "found", "open",
    ]) {
        Edge::Start
    } else {
        Edge::Point
    }
}
