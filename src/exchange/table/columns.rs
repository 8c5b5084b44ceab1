//! Which column of a table is which field of an event.

use crate::document::nearest;
use crate::exchange::ImportError;
use crate::exchange::losses::{Losses, beginning};
use crate::exchange::rows::{self, Row, Table};
use crate::messages::message;

/// Which column is which field, where the names of the columns do not say so themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mapping {
    /// Pairs of a field of an event and the name of a column. Of the others their names say what they are.
    Named(Vec<(String, String)>),
    /// The field of each column in turn, or that it is none.
    Placed(Vec<Option<&'static str>>),
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What it is called.
    pub name: String,
    /// What stands in it first.
    pub examples: Vec<String>,
    /// The field of an event that its name says it is.
    pub field: Option<&'static str>,
}

impl Default for Mapping {
    fn default() -> Self {
        Self::Named(Vec::new())
    }
}

impl Mapping {
    /// What is not told yet for rows to be events of their own or, in an update, to be found: `date` or `title`.
    pub fn lacks(fields: &[Option<&str>], is_update: bool) -> Option<&'static str> {
        let told: Vec<_> = fields.iter().flatten().map(|name| field_of(name)).collect();
        let has = |field| told.contains(&Some(field));
        if is_update && has(Field::Id) {
            return None;
        }
        lacking(has)
    }

    /// Whether a column may be mapped to what is called so.
    pub fn is_field(name: &str) -> bool {
        field_of(name).is_some()
    }

    /// The fields that a column may be mapped to.
    pub fn fields() -> impl Iterator<Item = &'static str> {
        FIELDS.iter().map(|(field, _)| word(*field))
    }
}

/// What a column may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Id,
    When,
    End,
    Year,
    Month,
    Day,
    EndYear,
    EndMonth,
    EndDay,
    Title,
    TitleJa,
    Category,
    Actors,
    Significance,
    Summary,
    Sources,
    Links,
    Url,
}

/// What a column may be called for each field; the first name is the one that a mapping uses. Compared without blanks,
/// signs and capitals.
const FIELDS: &[(Field, &[&str])] = &[
    (Field::Id, &["id", "uniqueid", "識別子", "番号"]),
    (
        Field::When,
        &[
            "when",
            "date",
            "start",
            "startdate",
            "begin",
            "from",
            "日付",
            "年月日",
            "日時",
            "時期",
            "開始",
            "開始日",
        ],
    ),
    (
        Field::End,
        &["end", "enddate", "until", "to", "終了", "終了日"],
    ),
    (Field::Year, &["year", "startyear", "年", "西暦", "開始年"]),
    (Field::Month, &["month", "startmonth", "月", "開始月"]),
    (Field::Day, &["day", "startday", "日"]),
    (Field::EndYear, &["end_year", "終了年"]),
    (Field::EndMonth, &["end_month", "終了月"]),
    (Field::EndDay, &["end_day"]),
    (
        Field::Title,
        &[
            "title",
            "headline",
            "event",
            "name",
            "what",
            "題名",
            "タイトル",
            "見出し",
            "件名",
            "出来事",
            "名称",
        ],
    ),
    (
        Field::TitleJa,
        &[
            "title_ja",
            "japanesetitle",
            "titlejapanese",
            "日本語題名",
            "日本語タイトル",
            "和題",
        ],
    ),
    (
        Field::Category,
        &[
            "category",
            "group",
            "type",
            "分類",
            "カテゴリ",
            "カテゴリー",
            "種類",
        ],
    ),
    (
        Field::Actors,
        &[
            "actors",
            "actor",
            "people",
            "participants",
            "関係者",
            "当事者",
            "人物",
            "主体",
        ],
    ),
    (
        Field::Significance,
        &["significance", "importance", "重要度"],
    ),
    (
        Field::Summary,
        &[
            "summary",
            "description",
            "text",
            "details",
            "概要",
            "説明",
            "要約",
            "本文",
            "内容",
        ],
    ),
    (
        Field::Sources,
        &[
            "sources",
            "source",
            "references",
            "reference",
            "出典",
            "参考文献",
            "典拠",
        ],
    ),
    (Field::Links, &["links", "related", "関連", "つながり"]),
    (Field::Url, &["url", "link", "website", "webpage", "リンク"]),
];

/// Cells that show what a column holds.
const EXAMPLES: usize = 3;

/// The columns of a table by field.
#[derive(Debug, Clone, Default)]
pub(super) struct Columns(Vec<(Field, usize)>);

impl Columns {
    /// Finds them; those that are none of ours are said.
    pub(super) fn of(
        table: &Table,
        mapping: &Mapping,
        losses: &mut Losses,
    ) -> Result<Self, ImportError> {
        let mut columns = Self(Vec::new());
        match mapping {
            Mapping::Named(named) => {
                for (field, column) in named {
                    columns
                        .0
                        .push((mapped_field(field)?, mapped_column(table, column)?));
                }
                columns.add_by_name(table);
            }
            Mapping::Placed(placed) => {
                let fields = placed.iter().enumerate();
                let fields = fields.filter_map(|(at, field)| Some((field_of((*field)?)?, at)));
                columns.0.extend(fields);
            }
        }
        for at in columns.untold(table) {
            let name = table.header.get(at).map(String::as_str);
            let name = beginning(name.unwrap_or_default());
            losses.add(message!("losses-column", name = name), "");
        }
        Ok(columns)
    }

    /// The columns whose names say what they are.
    fn add_by_name(&mut self, table: &Table) {
        for (at, name) in table.header.iter().enumerate() {
            if self.field(at).is_some() {
                continue;
            }
            let field = field_of(name).filter(|field| self.column(*field).is_none());
            self.0.extend(field.map(|field| (field, at)));
        }
    }

    /// The columns with anything in them of which nobody knows what it is.
    fn untold(&self, table: &Table) -> impl Iterator<Item = usize> {
        let untold = (0..table.header.len()).filter(|at| self.field(*at).is_none());
        untold.filter(|at| table.rows.iter().any(|row| !row.raw(*at).is_empty()))
    }

    fn field(&self, at: usize) -> Option<Field> {
        let found = self.0.iter().find(|(_, column)| *column == at);
        found.map(|(field, _)| *field)
    }

    /// That events can be made of them.
    pub(super) fn suffice(&self, table: &Table) -> Result<(), ImportError> {
        let Some(what) = lacking(|field| self.has(field)) else {
            return Ok(());
        };
        let found: Vec<_> = table
            .header
            .iter()
            .take(8)
            .map(|name| format!("`{}`", beginning(name)))
            .collect();
        let found = found.join(", ");
        let message = match what {
            "date" => message!("formats-no-date-column", found = found),
            _ => message!("formats-no-title-column", found = found),
        };
        Err(ImportError::at(1, 1, message))
    }

    /// Whether a column holds this field.
    pub(super) fn has(&self, field: Field) -> bool {
        self.column(field).is_some()
    }

    fn column(&self, field: Field) -> Option<usize> {
        self.0
            .iter()
            .find(|(known, _)| *known == field)
            .map(|(_, column)| *column)
    }

    /// What stands in a field's column; empty where there is nothing or no such column.
    pub(super) fn cell<'a>(&self, row: &'a Row, field: Field) -> &'a str {
        self.column(field)
            .map(|column| row.cell(column))
            .unwrap_or_default()
    }

    /// The same with the apostrophe before what would be a formula.
    pub(super) fn raw<'a>(&self, row: &'a Row, field: Field) -> &'a str {
        self.column(field)
            .map(|column| row.raw(column))
            .unwrap_or_default()
    }
}

/// What is not told for rows to be events.
fn lacking(has: impl Fn(Field) -> bool) -> Option<&'static str> {
    match (
        has(Field::When) || has(Field::Year),
        has(Field::Title) || has(Field::TitleJa),
    ) {
        (false, _) => Some("date"),
        (true, false) => Some("title"),
        (true, true) => None,
    }
}

/// The columns of a table, where their names do not say of all of them what they are.
pub(in crate::exchange) fn unclear(text: &str, is_update: bool) -> Option<Vec<Column>> {
    let table = rows::read(text, &mut Losses::default()).ok()?;
    let mut columns = Columns::default();
    columns.add_by_name(&table);
    let told = table.header.iter().enumerate().map(|(at, name)| Column {
        name: name.clone(),
        examples: examples(&table, at),
        field: columns.field(at).map(word),
    });
    let told: Vec<_> = told.collect();
    let fields: Vec<_> = told.iter().map(|column| column.field).collect();
    let is_unclear =
        columns.untold(&table).next().is_some() || Mapping::lacks(&fields, is_update).is_some();
    is_unclear.then_some(told)
}

/// What stands in a column first.
fn examples(table: &Table, at: usize) -> Vec<String> {
    let cells = table.rows.iter().map(|row| row.cell(at));
    let cells = cells.filter(|cell| !cell.is_empty());
    cells.take(EXAMPLES).map(beginning).collect()
}

/// The word for a field.
fn word(field: Field) -> &'static str {
    let found = FIELDS.iter().find(|(known, _)| *known == field);
    let names = found.map_or(&[][..], |(_, names)| names);
    names.first().copied().unwrap_or_default()
}

fn mapped_field(name: &str) -> Result<Field, ImportError> {
    if let Some(field) = field_of(name) {
        return Ok(field);
    }
    let names: Vec<_> = Mapping::fields().collect();
    let hint = match nearest(name, names.iter().copied()) {
        Some(near) => message!("checks-did-you-mean", near = near),
        None => message!("checks-known", names = names.join(", ")),
    };
    let message = message!("formats-no-such-field", name = name, hint = hint);
    Err(ImportError::new(message))
}

fn mapped_column(table: &Table, name: &str) -> Result<usize, ImportError> {
    let place = table
        .header
        .iter()
        .position(|known| known.trim() == name.trim());
    let place = place.or_else(|| {
        table
            .header
            .iter()
            .position(|known| squeezed(known) == squeezed(name))
    });
    place.ok_or_else(|| {
        let names = table.header.iter().map(|name| &**name);
        let hint = match nearest(name, names) {
            Some(near) => message!("checks-did-you-mean", near = near),
            None => {
                let named = table.header.iter().take(8).map(|name| format!("`{name}`"));
                let names = named.collect::<Vec<_>>().join(", ");
                message!("formats-first-line", names = names)
            }
        };
        let message = message!("formats-no-such-column", name = name, hint = hint);
        ImportError::at(1, 1, message)
    })
}

fn field_of(name: &str) -> Option<Field> {
    let name = squeezed(name);
    let found = FIELDS
        .iter()
        .find(|(_, names)| names.iter().any(|known| squeezed(known) == name));
    found.map(|(field, _)| *field)
}

fn squeezed(name: &str) -> String {
    name.chars()
        .filter(|letter| letter.is_alphanumeric() || *letter == 'ー')
        .flat_map(char::to_lowercase)
        .collect()
}
