//! Tables in CSV, as the readers and writers of such formats need them: which sign parts the cells, whether a file broke
//! off, and cells that no spreadsheet takes for a formula.
//!
//! The cells themselves are read and written by the crate `csv` (RFC 4180, and what is loosely like it).

use super::ImportError;
use super::losses::{Losses, Name};
use crate::messages::{Message, message};

/// A table: its first line, and the others.
#[derive(Debug, Clone, Default)]
pub(super) struct Table {
    /// The names of the columns, as they are written.
    pub(super) header: Vec<String>,
    pub(super) rows: Vec<Row>,
}

/// A line of a table.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    /// The line of the file in which it begins, from 1.
    pub(super) line: u64,
    cells: csv::StringRecord,
}

impl Row {
    /// What stands in a column, as it is written there, without the blanks around it; empty where there is nothing.
    pub(super) fn raw(&self, column: usize) -> &str {
        self.cells.get(column).map(str::trim).unwrap_or_default()
    }

    /// The same without the apostrophe that keeps a text from being a formula.
    pub(super) fn cell(&self, column: usize) -> &str {
        unguarded(self.raw(column))
    }

    /// What to call the row in a report.
    pub(super) fn called(&self, title: &str) -> Name {
        match title.trim() {
            "" => self.place().into(),
            title => title.into(),
        }
    }

    fn place(&self) -> Message {
        message!("losses-line", number = self.line.to_string())
    }
}

/// Reads a table whose cells are parted by commas, semicolons or tabs, by what its first line has most of. Empty rows are
/// passed over.
pub(super) fn read(text: &str, losses: &mut Losses) -> Result<Table, ImportError> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes());
    let mut table = Table::default();
    let mut cells = csv::StringRecord::new();
    loop {
        match reader.read_record(&mut cells) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                let line = error.position().map_or(1, csv::Position::line);
                let line = usize::try_from(line).unwrap_or(usize::MAX);
                let message = message!("formats-csv-row", why = error.to_string());
                return Err(ImportError::at(line, 1, message));
            }
        }
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if table.header.is_empty() {
            table.header = cells
                .iter()
                .map(|cell| unguarded(cell.trim()).to_owned())
                .collect();
            continue;
        }
        let line = cells.position().map_or(0, csv::Position::line);
        let cells = cells.clone();
        table.rows.push(Row { line, cells });
    }
    if table.header.is_empty() {
        return Err(ImportError::new(message!("formats-csv-empty")));
    }
    odd_cells(text, &table, losses);
    Ok(table)
}

/// Says what of a table's form looks wrong.
fn odd_cells(text: &str, table: &Table, losses: &mut Losses) {
    for row in &table.rows {
        let beyond = row.cells.iter().skip(table.header.len());
        if beyond.into_iter().any(|cell| !cell.trim().is_empty()) {
            losses.add(message!("losses-more-cells"), row.place());
        }
    }
    let quotes = memchr::memchr_iter(b'"', text.as_bytes()).count();
    let last = table.rows.last();
    let broken = last.filter(|row| {
        !quotes.is_multiple_of(2) && row.cells.iter().any(|cell| cell.contains('\n'))
    });
    if let Some(row) = broken {
        losses.add(message!("losses-open-quote"), row.place());
    }
}

/// The sign that parts the cells of the first line; a comma where there is none.
fn delimiter(text: &str) -> u8 {
    let mut counts = [(b',', 0_usize), (b';', 0), (b'\t', 0)];
    let mut is_quoted = false;
    let first = text
        .bytes()
        .skip_while(|byte| matches!(byte, b'\r' | b'\n' | b' '));
    for byte in first {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' | b'\r' if !is_quoted => break,
            _ if is_quoted => {}
            byte => {
                if let Some((_, count)) = counts.iter_mut().find(|(sign, _)| *sign == byte) {
                    *count = count.saturating_add(1);
                }
            }
        }
    }
    let most = counts
        .iter()
        .map(|(_, count)| *count)
        .max()
        .unwrap_or_default();
    let best = counts.iter().find(|(_, count)| *count == most);
    best.map_or(b',', |(sign, _)| *sign)
}

/// Writes rows as CSV. The cells are written as they are: see [`guarded`].
pub(super) fn write<'a>(rows: impl IntoIterator<Item = Vec<std::borrow::Cow<'a, str>>>) -> String {
    let mut writer = csv::WriterBuilder::new()
        .flexible(true)
        .from_writer(Vec::new());
    for row in rows {
        // Writing into memory cannot fail.
        let _ = writer.write_record(row.iter().map(|cell| cell.as_bytes()));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// A text as a cell that no spreadsheet takes for a formula: an apostrophe goes before one that would be, and before one
/// that already looks as if it had got one. A plain number is none.
pub(super) fn guarded(text: &str) -> String {
    let is_number = !text.contains(|sign: char| !matches!(sign, '-' | '.' | '0'..='9'))
        && text.parse::<f64>().is_ok();
    if begins_formula(text.trim_start_matches('\'')) && !is_number {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// The text that a cell stands for.
pub(super) fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if begins_formula(text.trim_start_matches('\'')) => text,
        _ => cell,
    }
}

fn begins_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::*;

    fn table(text: &str) -> (Table, String) {
        let mut losses = Losses::default();
        let table = read(text, &mut losses).expect("a table");
        (table, losses.to_string())
    }

    #[test]
    fn the_first_line_says_what_parts_the_cells() {
        for text in [
            "id,title\na,A",
            "id;title\na;A",
            "id\ttitle\r\na\tA\r\n",
            "\n\"i,d\";title\na;A",
            "id;title of it, in short;\na;A;",
        ] {
            let (table, losses) = table(text);
            assert!(table.header.len() >= 2, "{text}");
            assert_eq!(table.rows[0].cell(1), "A", "{text}");
            assert_eq!(losses, "");
        }
    }

    #[test]
    fn what_is_wrong_with_rows_is_said() {
        let (table, losses) = table("id,title\na,A,more\n\n,\nb\nc,\"open\nd,D\n");
        assert_eq!(table.rows.len(), 3);
        assert_eq!(table.rows[1].cell(1), "");
        assert!(
            losses.contains("more cells") && losses.contains("line 2"),
            "{losses}"
        );
        assert!(
            losses.contains("not closed") && losses.contains("line 6"),
            "{losses}"
        );
        assert!(read("", &mut Losses::default()).is_err());
        assert!(read("\n \n,,\n", &mut Losses::default()).is_err());
    }

    #[test]
    fn formulas_are_texts() {
        for text in [
            "=1+1", "+A1", "-A1", "@x", "\tx", "\rx", "'=x", "''@x", "-", "-inf",
        ] {
            assert!(guarded(text).starts_with('\''), "{text}");
            assert_eq!(unguarded(&guarded(text)), text);
        }
        for text in ["-44", "-0.5", "'tis", "a=b", "", "’=x"] {
            assert_eq!(guarded(text), text);
            assert_eq!(unguarded(text), text);
        }
    }

    proptest! {
        #[test]
        fn every_cell_comes_back(cells in proptest::collection::vec("[-=+@'\t\",;\n|0-9a\u{3042}]{0,8}", 2..5)) {
            let header = (0..cells.len()).map(|column| format!("c{column}").into()).collect();
            let row = cells.iter().map(|cell| format!("x{}", cell).into()).collect();
            let guard = cells.iter().map(|cell| guarded(&format!("{cell}x")).into()).collect();
            let (table, _) = table(&write([header, row, guard]));
            for (column, cell) in cells.iter().enumerate() {
                prop_assert_eq!(table.rows[0].cells.get(column), Some(&*format!("x{cell}")));
                prop_assert_eq!(table.rows[1].cells.get(column).map(unguarded), Some(&*format!("{cell}x")));
            }
        }
    }
}
