//! Which column of a table is which field of an event.

use crate::document::nearest;
use crate::exchange::ImportError;
use crate::exchange::losses::{Losses, beginning};
use crate::exchange::rows::{Row, Table};

/// Which column is which field, where the names of the columns do not say so themselves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mapping {
    /// Pairs of a field of an event and the name of a column.
    pub columns: Vec<(String, String)>,
}

impl Mapping {
    /// Whether a column may be mapped to what is called so.
    pub fn is_field(name: &str) -> bool {
        field_of(name).is_some()
    }

    /// The fields that a column may be mapped to.
    pub fn fields() -> impl Iterator<Item = &'static str> {
        FIELDS
            .iter()
            .map(|(_, names)| names.first().copied().unwrap_or_default())
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
        for (field, column) in &mapping.columns {
            columns
                .0
                .push((mapped_field(field)?, mapped_column(table, column)?));
        }
        for (at, name) in table.header.iter().enumerate() {
            if columns.0.iter().any(|(_, column)| *column == at) {
                continue;
            }
            match field_of(name).filter(|field| columns.column(*field).is_none()) {
                Some(field) => columns.0.push((field, at)),
                None => {
                    let is_empty = table.rows.iter().all(|row| row.raw(at).is_empty());
                    if !is_empty {
                        let name = beginning(name);
                        losses.add(format!("the column `{name}` has no place here"), "");
                    }
                }
            }
        }
        Ok(columns)
    }

    /// That events can be made of them.
    pub(super) fn suffice(&self, table: &Table) -> Result<(), ImportError> {
        let has_date = self.has(Field::When) || self.has(Field::Year);
        if has_date && (self.has(Field::Title) || self.has(Field::TitleJa)) {
            return Ok(());
        }
        let (what, map) = if has_date {
            ("title", "title")
        } else {
            ("date", "when")
        };
        let found: Vec<_> = table
            .header
            .iter()
            .take(8)
            .map(|name| format!("`{}`", beginning(name)))
            .collect();
        Err(ImportError::at(
            1,
            1,
            format!(
                "expected a column for the {what} of an event, but the first line names {}; say which it is with --map {map}=COLUMN",
                found.join(", ")
            ),
        ))
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

fn mapped_field(name: &str) -> Result<Field, ImportError> {
    if let Some(field) = field_of(name) {
        return Ok(field);
    }
    let names: Vec<_> = Mapping::fields().collect();
    let hint = match nearest(name, names.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("known: {}", names.join(", ")),
    };
    Err(ImportError::new(format!(
        "an event has no field `{name}` that a column could be; {hint}"
    )))
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
            Some(near) => format!("did you mean `{near}`?"),
            None => format!(
                "the first line names {}",
                table
                    .header
                    .iter()
                    .take(8)
                    .map(|name| format!("`{name}`"))
                    .collect::<Vec<_>>()
                    .join(", ")
            ),
        };
        ImportError::at(
            1,
            1,
            format!("expected the column `{name}` but there is none; {hint}"),
        )
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
