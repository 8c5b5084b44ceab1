//! The shape of RON text: which bytes are a field's name, which are its value.
//!
//! Invariants: every range lies inside the text on character boundaries, a child's range lies inside its parent's,
//! and trees are at most [`DEPTH`] deep.

use std::ops::Range;

use super::diagnostic::Diagnostic;
use super::parser::Parser;

/// How deep brackets may nest.
pub(crate) const DEPTH: usize = 64;

/// A value in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// All its bytes, brackets or quotation marks included.
    pub range: Range<usize>,
    /// What it is.
    pub kind: Kind,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// `(name: value, …)`, with or without a name before it.
    Struct(Vec<Field>),
    /// `(value, …)`, with the bytes of the name before it, as in `Some(1)`.
    Tuple(Option<Range<usize>>, Vec<Node>),
    /// `[value, …]`.
    List(Vec<Node>),
    /// `{…}`: nothing in a timeline is one.
    Map,
    /// A string. Where its quotation marks were wrong, the bytes it is taken to say.
    Text(Option<Range<usize>>),
    /// A number.
    Number,
    /// A single character or bytes: nothing in a timeline is one.
    Bytes,
    /// A bare name such as `true`, `None` or `Article`.
    Word,
    /// Something that could not be read and has been reported.
    Broken,
}

/// A field of a struct.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The bytes of its name.
    pub name: Range<usize>,
    /// Its value.
    pub value: Node,
}

impl Node {
    /// The fields, when it is a struct.
    pub fn fields(&self) -> &[Field] {
        match &self.kind {
            Kind::Struct(fields) => fields,
            _ => &[],
        }
    }

    /// The value of the first field of this name.
    pub fn field(&self, text: &str, name: &str) -> Option<&Self> {
        let mut fields = self.fields().iter();
        fields
            .find(|field| text.get(field.name.clone()) == Some(name))
            .map(|field| &field.value)
    }

    /// The entries in a list, each with its place among all members, from 0. What is no entry cannot be read and has no
    /// number in the timeline, but it has its place in the text: whoever means the third step asks here where it stands.
    pub fn entries(&self) -> impl Iterator<Item = (usize, &Self)> {
        let members: &[Self] = match &self.kind {
            Kind::List(members) => members,
            _ => &[],
        };
        let members = members.iter().enumerate();
        members.filter(|(_, member)| matches!(member.kind, Kind::Struct(_)))
    }
}

/// Reads the value that begins at this byte, with what is wrong with it.
pub(crate) fn value_at(text: &str, start: usize) -> (Node, Vec<Diagnostic>) {
    let mut parser = Parser::new(text, start);
    let node = parser.value();
    (node, parser.into_diagnostics().finish().0)
}
