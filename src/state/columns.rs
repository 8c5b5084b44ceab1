//! A table on its way in of whose columns somebody has to say what they are.
//!
//! What tables are, and how they are read, is the affair of rooms above.

use std::path::PathBuf;

use super::Foreign;

/// A table whose columns do not all say what they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnclearTable {
    /// What it is read for.
    pub foreign: Foreign,
    /// Where it is.
    pub path: PathBuf,
    /// Its columns, in order.
    pub columns: Vec<TableColumn>,
}

/// The field of each column of a table in turn, or that it is none.
pub type Fields = Vec<Option<&'static str>>;

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableColumn {
    /// What it is called.
    pub name: String,
    /// What stands in it first.
    pub examples: Vec<String>,
    /// The field of an event that it is by its name.
    pub field: Option<&'static str>,
}
