//! One entry of the file, read field by field: a field that is wrong costs itself and not the entry.
//!
//! Knows sorts of values (texts, numbers, variants, dates) but not which entry has which. Values are read by
//! `ron`, so that what a text or a number means is RON's own affair; where they stand comes from the tree.

use std::borrow::Cow;
use std::ops::Range;

use serde::de::DeserializeOwned;

use super::diagnostic::{Diagnostic, Diagnostics, shown};
use super::suggest::{did_you_mean, nearest};
use super::syntax::{Kind, Node};
use super::token::rest;
use crate::time::{When, WhenError};

/// A value and the bytes it is written in.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Spanned<T> {
    pub(crate) value: T,
    pub(crate) range: Range<usize>,
}

/// An entry being read.
#[derive(Debug)]
pub(crate) struct Entry<'a> {
    text: &'a str,
    node: &'a Node,
    diagnostics: &'a mut Diagnostics,
}

impl<'a> Entry<'a> {
    /// Looks at which fields there are. `None` when it is no entry at all, which is reported.
    pub(crate) fn open(
        text: &'a str,
        node: &'a Node,
        what: &str,
        names: &[&str],
        diagnostics: &'a mut Diagnostics,
    ) -> Option<Self> {
        let Kind::Struct(fields) = &node.kind else {
            if node.kind != Kind::Broken {
                diagnostics.error(node.range.clone(), |range| {
                    let first = names.first().copied().unwrap_or_default();
                    let found = describe(text, node);
                    let message =
                        format!("expected {what} such as `({first}: …)` but found {found}");
                    Diagnostic::error("wrong-type", range, message)
                });
            }
            return None;
        };
        let mut seen: Vec<Option<Range<usize>>> = vec![None; names.len()];
        for field in fields {
            let name = text.get(field.name.clone()).unwrap_or_default();
            let place = names.iter().position(|known| *known == name);
            let Some(place) = place.and_then(|place| seen.get_mut(place)) else {
                diagnostics.warning(field.name.clone(), |range| {
                    unknown_field(name, range, what, names)
                });
                continue;
            };
            let Some(first) = place else {
                *place = Some(field.name.clone());
                continue;
            };
            diagnostics.error(field.name.clone(), |range| {
                let message = format!("expected `{name}` once in {what} but found it again");
                let diagnostic = Diagnostic::error("duplicate-field", range, message);
                diagnostic.also(first.clone(), "the first is here and counts")
            });
        }
        Some(Self {
            text,
            node,
            diagnostics,
        })
    }

    /// The bytes of the entry.
    pub(crate) fn range(&self) -> Range<usize> {
        self.node.range.clone()
    }

    pub(crate) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Reports that a field is missing, at the entry's opening bracket.
    pub(crate) fn missing(&mut self, name: &str, example: &str) {
        let start = self.node.range.start;
        let first = rest(self.text, start).chars().next();
        let range = start..start.saturating_add(first.map_or(0, char::len_utf8));
        self.diagnostics.error(range, |range| {
            let message = format!("expected the field `{name}`, but this entry has none");
            let hint = format!("add `{name}: {example}`");
            Diagnostic::error("missing-field", range, message).hint(hint)
        });
    }

    /// Whether the field is there at all, be it wrong.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.node.field(self.text, name).is_some()
    }

    /// The field's value; `None` for `None`.
    fn value(&self, name: &str) -> Option<&'a Node> {
        self.node
            .field(self.text, name)
            .and_then(|node| given(self.text, node))
    }

    /// A text.
    pub(crate) fn text(&mut self, name: &str) -> Option<Spanned<String>> {
        let node = self.value(name)?;
        let value = self.read_text(node)?.into_owned();
        Some(Spanned {
            value,
            range: node.range.clone(),
        })
    }

    /// A text without its place; empty when left out.
    pub(crate) fn words(&mut self, name: &str) -> String {
        self.text(name).map(|text| text.value).unwrap_or_default()
    }

    /// A text that may be left out.
    pub(crate) fn optional(&mut self, name: &str) -> Option<String> {
        self.text(name).map(|text| text.value)
    }

    /// A list of texts.
    pub(crate) fn texts(&mut self, name: &str) -> Vec<Spanned<Cow<'a, str>>> {
        let nodes = self.list(name).iter();
        let texts = nodes.filter_map(|node| {
            let value = self.read_text(node)?;
            Some(Spanned {
                value,
                range: node.range.clone(),
            })
        });
        packed(texts)
    }

    /// The members of a list, as they stand.
    pub(crate) fn list(&mut self, name: &str) -> &'a [Node] {
        let Some(node) = self.value(name) else {
            return &[];
        };
        match &node.kind {
            Kind::List(items) => items,
            _ => {
                self.wrong_type(node, "a list in `[ ]`");
                &[]
            }
        }
    }

    /// The members of a list that are entries themselves, each read by `read`.
    pub(crate) fn entries<T>(
        &mut self,
        name: &str,
        what: &str,
        names: &[&str],
        mut read: impl FnMut(&mut Entry<'_>) -> Option<T>,
    ) -> Vec<T> {
        let nodes = self.list(name).iter();
        let entries = nodes.filter_map(|node| {
            read(&mut Entry::open(
                self.text,
                node,
                what,
                names,
                self.diagnostics,
            )?)
        });
        packed(entries)
    }

    /// A number, a variant or `true`; `expected` says it in words.
    pub(crate) fn plain<T: DeserializeOwned>(
        &mut self,
        name: &str,
        expected: &str,
    ) -> Option<Spanned<T>> {
        let node = self.value(name)?;
        let value = self.read_plain(node, expected)?;
        Some(Spanned {
            value,
            range: node.range.clone(),
        })
    }

    /// A date.
    pub(crate) fn when(&mut self, name: &str) -> Option<When> {
        let node = self.value(name)?;
        self.read_when(node)
    }

    /// A date and a number.
    pub(crate) fn point(&mut self, node: &Node) -> Option<(When, f64)> {
        let Kind::Tuple(_, members) = &node.kind else {
            self.wrong_type(node, "a point such as `(\"1971\", 349.3)`");
            return None;
        };
        let [when, value] = members.as_slice() else {
            self.wrong_type(node, "a date and a number such as `(\"1971\", 349.3)`");
            return None;
        };
        Some((self.read_when(when)?, self.read_plain(value, "a number")?))
    }

    fn read_plain<T: DeserializeOwned>(&mut self, node: &Node, expected: &str) -> Option<T> {
        if node.kind == Kind::Broken {
            return None;
        }
        let written = self.text.get(node.range.clone()).unwrap_or_default();
        let error = match ron::from_str(written) {
            Ok(value) => return Some(value),
            Err(error) => error.code,
        };
        self.diagnostics
            .error(node.range.clone(), |range| match error {
                ron::Error::NoSuchEnumVariant {
                    expected, found, ..
                } => {
                    let (known, word) = (expected.join(", "), shown(&found));
                    let message = format!("expected one of {known} but found {word}");
                    let hint = did_you_mean(&found, expected.iter().copied());
                    Diagnostic::error("unknown-variant", range, message).hint(hint)
                }
                _ => {
                    let message = format!(
                        "expected {expected} but found {}",
                        describe(self.text, node)
                    );
                    let is_quoted = matches!(node.kind, Kind::Text(_));
                    let hint = is_quoted.then(|| "write it without quotation marks".to_owned());
                    Diagnostic::error("wrong-type", range, message).hint(hint)
                }
            });
        None
    }

    fn read_text(&mut self, node: &Node) -> Option<Cow<'a, str>> {
        let written = self.text.get(node.range.clone()).unwrap_or_default();
        match node.kind {
            Kind::Text(_) => {}
            // A date or a name without its quotation marks still says what it says.
            Kind::Word | Kind::Number => {
                self.diagnostics.error(node.range.clone(), |range| {
                    let found = shown(written);
                    let message = format!("expected a text in quotation marks but found {found}");
                    let hint = format!("write {}", found.replace('`', "\""));
                    Diagnostic::error("wrong-type", range, message).hint(hint)
                });
                return Some(Cow::Borrowed(written));
            }
            _ => {
                self.wrong_type(node, "a text in quotation marks");
                return None;
            }
        }
        let (value, problem) = decode(self.text, node);
        if let Some(problem) = problem {
            self.report(problem);
        }
        Some(value)
    }

    fn read_when(&mut self, node: &Node) -> Option<When> {
        let written = self.read_text(node)?;
        match written.parse() {
            Ok(when) => Some(when),
            Err(error) => {
                let range = date_range(&written, node, &error);
                self.diagnostics.error(range, |range| {
                    Diagnostic::error("bad-date", range, error.message).hint(error.hint)
                });
                None
            }
        }
    }

    fn wrong_type(&mut self, node: &Node, expected: &str) {
        if node.kind != Kind::Broken {
            self.diagnostics.error(node.range.clone(), |range| {
                let message = format!(
                    "expected {expected} but found {}",
                    describe(self.text, node)
                );
                Diagnostic::error("wrong-type", range, message)
            });
        }
    }
}

/// The items in a list no longer than it must be: of a million events each has four or five, nearly all of them short.
pub(crate) fn packed<T>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut list = Vec::with_capacity(items.size_hint().1.unwrap_or(0));
    list.extend(items);
    list
}

/// What a string says, and what is wrong with it; then as much as can be read.
pub(crate) fn decode<'a>(text: &'a str, node: &Node) -> (Cow<'a, str>, Option<Diagnostic>) {
    let written = text.get(node.range.clone()).unwrap_or_default();
    if let Kind::Text(Some(mended)) = &node.kind {
        return (
            Cow::Borrowed(text.get(mended.clone()).unwrap_or_default()),
            None,
        );
    }
    let inside = written
        .strip_prefix('"')
        .and_then(|inside| inside.strip_suffix('"'));
    if let Some(inside) = inside
        && !inside.contains('\\')
    {
        return (Cow::Borrowed(inside), None);
    }
    match ron::from_str::<String>(written) {
        Ok(value) => (Cow::Owned(value), None),
        Err(error) => {
            let escape = format!(
                "expected `\\\"`, `\\\\`, `\\n` or another escape that exists: {}",
                error.code
            );
            let start = node
                .range
                .start
                .saturating_add(offset_of(written, error.span.start))
                .min(node.range.end);
            let range = super::lines::floor_boundary(text, start)..node.range.end;
            let hint = "write `\\\\` for a backslash".to_owned();
            let problem = Diagnostic::error("bad-escape", range, escape.to_lowercase()).hint(hint);
            (Cow::Borrowed(inside.unwrap_or(written)), Some(problem))
        }
    }
}

/// The byte at a position as `ron` counts: lines and characters from 1.
fn offset_of(text: &str, position: ron::error::Position) -> usize {
    let lines = text
        .split_inclusive('\n')
        .take(position.line.saturating_sub(1));
    let before: usize = lines.map(str::len).sum();
    let line = text.get(before..).unwrap_or_default();
    let column = position.col.saturating_sub(1);
    before.saturating_add(line.chars().take(column).map(char::len_utf8).sum::<usize>())
}

/// Marks the whole date, or of an interval the end that is wrong.
fn date_range(written: &str, node: &Node, error: &WhenError) -> Range<usize> {
    let slash = written
        .get(..error.offset)
        .and_then(|before| before.rfind('/'));
    // Otherwise there are escapes in it, and the bytes of the text are not those of the file.
    let is_verbatim = node.range.len() == written.len().saturating_add(2);
    match slash {
        Some(slash) if is_verbatim => {
            let start = node.range.start.saturating_add(slash).saturating_add(2);
            start..node.range.end.saturating_sub(1)
        }
        _ => node.range.clone(),
    }
}

fn unknown_field(name: &str, range: Range<usize>, what: &str, names: &[&str]) -> Diagnostic {
    let message = format!("expected a field of {what} but found {}", shown(name));
    let hint = match nearest(name, names.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("known: {}", names.join(", ")),
    };
    Diagnostic::warning("unknown-field", range, message).hint(hint)
}

/// The value inside `Some( )`, and nothing for `None`.
fn given<'a>(text: &str, node: &'a Node) -> Option<&'a Node> {
    match &node.kind {
        Kind::Word if text.get(node.range.clone()) == Some("None") => None,
        Kind::Tuple(Some(name), members) if text.get(name.clone()) == Some("Some") => {
            match members.as_slice() {
                [member] => given(text, member),
                _ => Some(node),
            }
        }
        _ => Some(node),
    }
}

/// A value in words.
fn describe(text: &str, node: &Node) -> String {
    let found = match &node.kind {
        Kind::Number | Kind::Bytes | Kind::Word => {
            return shown(text.get(node.range.clone()).unwrap_or_default());
        }
        Kind::Struct(_) => "fields in `( )`",
        Kind::Tuple(..) => "values in `( )`",
        Kind::List(_) => "a list",
        Kind::Map => "a map in `{ }`",
        Kind::Text(_) => "a text",
        Kind::Broken => "nothing that can be read",
    };
    found.to_owned()
}
