//! One entry of the file, read field by field: a field that is wrong costs itself and not the entry.
//!
//! Knows sorts of values (texts, numbers, variants, dates) but not which entry has which. Values are read by
//! `ron`, so that what a text or a number means is RON's own affair; where they stand comes from the tree.

use std::ops::Range;

use serde::de::DeserializeOwned;

use super::dates::Dates;
use super::diagnostic::{Diagnostic, Diagnostics, shown};
use super::mend::expected_found;
use super::place::Place;
use super::schema::Group;
use super::suggest::did_you_mean;
use super::syntax::{Field, Kind, Node};
use super::token::rest;
use crate::messages::{Message, Value, message};
use crate::time::{When, WhenError};

/// A value and the bytes it is written in.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Spanned<T> {
    pub(crate) value: T,
    pub(crate) place: Place,
}

impl<T> Spanned<T> {
    /// The bytes it is written in.
    pub(crate) fn range(&self) -> Range<usize> {
        self.place.range()
    }
}

/// What a string says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Said {
    /// What stands in these bytes of the text.
    At(Place),
    /// Something else, as there are escapes in it. Boxed twice to be no larger than the other.
    Own(Box<Box<str>>),
}

impl Said {
    /// The words themselves.
    pub(crate) fn get<'s>(&'s self, text: &'s str) -> &'s str {
        match self {
            Self::At(place) => text.get(place.range()).unwrap_or_default(),
            Self::Own(words) => words,
        }
    }

    /// Words that the text has nowhere.
    pub(crate) fn own(words: String) -> Self {
        Self::Own(Box::new(words.into_boxed_str()))
    }
}

/// No entry has more fields.
const FIELDS: usize = 12;

/// An entry being read.
#[derive(Debug)]
pub(crate) struct Entry<'a, 't> {
    text: &'t str,
    node: &'a Node,
    group: &'a Group,
    /// The values of its fields.
    found: [Option<&'a Node>; FIELDS],
    diagnostics: &'a mut Diagnostics,
}

impl<'a, 't> Entry<'a, 't> {
    /// Looks at which fields there are. `None` when it is no entry at all, which is reported.
    pub(crate) fn open(
        text: &'t str,
        node: &'a Node,
        group: &'a Group,
        diagnostics: &'a mut Diagnostics,
    ) -> Option<Self> {
        let Kind::Struct(fields) = &node.kind else {
            if node.kind != Kind::Broken {
                diagnostics.error(node.range.clone(), |range| {
                    let first = group.fields.first().map_or("", |field| field.name);
                    let message = message!(
                        "checks-not-an-entry",
                        what = group.said,
                        first = first,
                        found = describe(text, node),
                    );
                    Diagnostic::error("wrong-type", range, message)
                });
            }
            return None;
        };
        let mut seen: [Option<&Field>; FIELDS] = [None; FIELDS];
        for field in fields {
            let name = text.get(field.name.clone()).unwrap_or_default();
            let place = group.place(name);
            let Some(place) = place.and_then(|place| seen.get_mut(place)) else {
                diagnostics.warning(field.name.clone(), |range| {
                    unknown_field(name, range, group)
                });
                continue;
            };
            let Some(first) = place else {
                *place = Some(field);
                continue;
            };
            diagnostics.error(field.name.clone(), |range| {
                let message = message!("checks-field-again", name = name, what = group.said);
                let diagnostic = Diagnostic::error("duplicate-field", range, message);
                diagnostic.also(first.name.clone(), message!("checks-first-counts"))
            });
        }
        Some(Self {
            text,
            node,
            group,
            found: seen.map(|field| field.map(|field| &field.value)),
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
    pub(crate) fn missing(&mut self, name: &str, example: impl Into<Value>) {
        let start = self.node.range.start;
        let first = rest(self.text, start).chars().next();
        let range = start..start.saturating_add(first.map_or(0, char::len_utf8));
        self.diagnostics.error(range, |range| {
            let message = message!("checks-missing-field", name = name);
            let hint = message!("checks-missing-field-hint", name = name, example = example);
            Diagnostic::error("missing-field", range, message).hint(hint)
        });
    }

    /// The whole text.
    pub(crate) fn all(&self) -> &'t str {
        self.text
    }

    /// The words themselves.
    pub(crate) fn words_of<'s>(&self, said: &'s Said) -> &'s str
    where
        't: 's,
    {
        said.get(self.text)
    }

    /// The field's value; `None` when it is not there at all.
    fn field(&self, name: &str) -> Option<&'a Node> {
        let place = self.group.place(name)?;
        self.found.get(place).copied().flatten()
    }

    /// Whether the field is there at all, be it wrong.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.field(name).is_some()
    }

    /// The field's value; `None` for `None`.
    fn value(&self, name: &str) -> Option<&'a Node> {
        self.field(name).and_then(|node| given(self.text, node))
    }

    /// A text.
    pub(crate) fn text(&mut self, name: &str) -> Option<Spanned<Said>> {
        let node = self.value(name)?;
        self.read_text(node)
    }

    /// A text without its place; empty when left out.
    pub(crate) fn words(&mut self, name: &str) -> String {
        self.optional(name).unwrap_or_default()
    }

    /// A text that may be left out.
    pub(crate) fn optional(&mut self, name: &str) -> Option<String> {
        let text = self.text(name)?;
        Some(self.words_of(&text.value).to_owned())
    }

    /// A list of texts, each handed on.
    pub(crate) fn texts(&mut self, name: &str, mut take: impl FnMut(Spanned<Said>)) {
        for node in self.list(name) {
            if let Some(text) = self.read_text(node) {
                take(text);
            }
        }
    }

    /// The members of a list, as they stand.
    pub(crate) fn list(&mut self, name: &str) -> &'a [Node] {
        let Some(node) = self.value(name) else {
            return &[];
        };
        match &node.kind {
            Kind::List(items) => items,
            _ => {
                self.wrong_type(node, &message!("checks-a-list"));
                &[]
            }
        }
    }

    /// The members of a list that are entries themselves, each read by `read`.
    pub(crate) fn entries(
        &mut self,
        name: &str,
        group: &Group,
        mut read: impl FnMut(&mut Entry<'_, 't>),
    ) {
        for node in self.list(name) {
            let entry = Entry::open(self.text, node, group, self.diagnostics);
            if let Some(mut entry) = entry {
                read(&mut entry);
            }
        }
    }

    /// A number, a variant or `true`; `expected` says it in words.
    pub(crate) fn plain<T: DeserializeOwned>(
        &mut self,
        name: &str,
        expected: &Message,
    ) -> Option<Spanned<T>> {
        let node = self.value(name)?;
        let value = self.read_plain(node, expected)?;
        Some(Spanned {
            value,
            place: node.range.clone().into(),
        })
    }

    /// A whole number from 1 to `most`; one beyond that is reported under this code and brought within. `expected` says it in
    /// words.
    pub(crate) fn counting(
        &mut self,
        name: &str,
        expected: &Message,
        (most, code): (u32, &'static str),
    ) -> Option<u32> {
        let written = self.plain::<i64>(name, expected)?;
        let clamped = written.value.clamp(1, i64::from(most));
        if clamped != written.value {
            let message = message!(
                "checks-out-of-range",
                most = most.to_string(),
                found = written.value.to_string(),
                used = clamped.to_string(),
            );
            self.report(Diagnostic::warning(code, written.range(), message));
        }
        u32::try_from(clamped).ok()
    }

    /// A date.
    pub(crate) fn when(&mut self, name: &str) -> Option<When> {
        let node = self.value(name)?;
        self.read_when(node)
    }

    /// A date that others may share.
    pub(crate) fn shared_when(&mut self, name: &str, dates: &mut Dates<'t>) -> Option<When> {
        let node = self.value(name)?;
        let inside = plain(self.text, node);
        if let Some(when) = inside.and_then(|inside| dates.find(inside)) {
            return Some(when);
        }
        let when = self.read_when(node)?;
        if let Some(inside) = inside {
            dates.insert(inside, &when);
        }
        Some(when)
    }

    /// A date and a number.
    pub(crate) fn point(&mut self, node: &Node) -> Option<(When, f64)> {
        let Kind::Tuple(_, members) = &node.kind else {
            self.wrong_type(node, &message!("checks-a-point"));
            return None;
        };
        let [when, value] = members.as_slice() else {
            self.wrong_type(node, &message!("checks-a-date-and-number"));
            return None;
        };
        let expected = const { &message!("checks-a-number") };
        Some((self.read_when(when)?, self.read_plain(value, expected)?))
    }

    fn read_plain<T: DeserializeOwned>(&mut self, node: &Node, expected: &Message) -> Option<T> {
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
                    let message = message!("checks-unknown-variant", known = known, found = word);
                    let hint = did_you_mean(&found, expected.iter().copied());
                    Diagnostic::error("unknown-variant", range, message).hint(hint)
                }
                _ => {
                    let message = expected_found(expected, describe(self.text, node));
                    let is_quoted = matches!(node.kind, Kind::Text(_));
                    let hint = is_quoted.then(|| message!("checks-without-quotation-marks"));
                    Diagnostic::error("wrong-type", range, message).hint(hint)
                }
            });
        None
    }

    fn read_text(&mut self, node: &Node) -> Option<Spanned<Said>> {
        let place = Place::from(node.range.clone());
        match node.kind {
            Kind::Text(_) => {}
            // A date or a name without its quotation marks still says what it says.
            Kind::Word | Kind::Number => {
                self.diagnostics.error(node.range.clone(), |range| {
                    let found = shown(self.text.get(node.range.clone()).unwrap_or_default());
                    let hint = message!("checks-write", words = found.replace('`', "\""));
                    let expected = message!("checks-a-quoted-text");
                    let message = expected_found(&expected, found.into());
                    Diagnostic::error("wrong-type", range, message).hint(hint)
                });
                let value = Said::At(place);
                return Some(Spanned { value, place });
            }
            _ => {
                self.wrong_type(node, &message!("checks-a-quoted-text"));
                return None;
            }
        }
        let (value, problem) = decode(self.text, node);
        if let Some(problem) = problem {
            self.report(problem);
        }
        Some(Spanned { value, place })
    }

    fn read_when(&mut self, node: &Node) -> Option<When> {
        let text = self.read_text(node)?;
        let written = text.value.get(self.text);
        match written.parse() {
            Ok(when) => Some(when),
            Err(error) => {
                let range = date_range(written, node, &error);
                self.diagnostics.error(range, |range| {
                    Diagnostic::error("bad-date", range, error.message).hint(error.hint)
                });
                None
            }
        }
    }

    fn wrong_type(&mut self, node: &Node, expected: &Message) {
        if node.kind != Kind::Broken {
            self.diagnostics.error(node.range.clone(), |range| {
                let message = expected_found(expected, describe(self.text, node));
                Diagnostic::error("wrong-type", range, message)
            });
        }
    }
}

/// What stands between the quotation marks of a string that says just that.
fn plain<'a>(text: &'a str, node: &Node) -> Option<&'a str> {
    if node.kind != Kind::Text(None) {
        return None;
    }
    let written = text.get(node.range.clone())?;
    let inside = written.strip_prefix('"')?.strip_suffix('"')?;
    (!inside.as_bytes().contains(&b'\\')).then_some(inside)
}

/// What a string says, and what is wrong with it; then as much as can be read.
pub(super) fn decode(text: &str, node: &Node) -> (Said, Option<Diagnostic>) {
    if let Kind::Text(Some(mended)) = &node.kind {
        return (Said::At(mended.clone().into()), None);
    }
    let Range { start, end } = node.range;
    let inside = Place::from(start.saturating_add(1)..end.saturating_sub(1));
    if plain(text, node).is_some() {
        return (Said::At(inside), None);
    }
    let written = text.get(node.range.clone()).unwrap_or_default();
    match ron::from_str::<String>(written) {
        Ok(value) => (Said::own(value), None),
        Err(error) => {
            let why = error.code.to_string().to_lowercase();
            let message = message!("checks-bad-escape", why = why);
            let start = start
                .saturating_add(offset_of(written, error.span.start))
                .min(end);
            let range = super::lines::floor_boundary(text, start)..end;
            let problem = Diagnostic::error("bad-escape", range, message);
            let problem = problem.hint(message!("checks-bad-escape-hint"));
            let is_quoted = written.len() > 1 && written.starts_with('"') && written.ends_with('"');
            let said = if is_quoted {
                inside
            } else {
                node.range.clone().into()
            };
            (Said::At(said), Some(problem))
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

fn unknown_field(name: &str, range: Range<usize>, group: &Group) -> Diagnostic {
    let names = group.names();
    let found = shown(name);
    let message = message!("checks-unknown-field", what = group.said, found = found);
    let hint = did_you_mean(name, names.iter().copied());
    let hint = hint.unwrap_or_else(|| message!("checks-known", names = names.join(", ")));
    Diagnostic::warning("unknown-field", range, message).hint(hint)
}

/// The value inside `Some( )`, and nothing for `None`.
pub(super) fn given<'a>(text: &str, node: &'a Node) -> Option<&'a Node> {
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
fn describe(text: &str, node: &Node) -> Value {
    let found = match &node.kind {
        Kind::Number | Kind::Bytes | Kind::Word => {
            return shown(text.get(node.range.clone()).unwrap_or_default()).into();
        }
        Kind::Struct(_) => message!("checks-found-fields"),
        Kind::Tuple(..) => message!("checks-found-values"),
        Kind::List(_) => message!("checks-found-list"),
        Kind::Map => message!("checks-found-map"),
        Kind::Text(_) => message!("checks-found-text"),
        Kind::Broken => message!("checks-found-broken"),
    };
    found.into()
}
