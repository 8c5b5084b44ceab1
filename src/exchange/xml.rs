//! XML as timeline programs leave it: its tree, or why it cannot be read.
//!
//! Documents with a document type are refused, and with it every entity of their own: nothing can grow beyond the length of
//! the file. So are elements with attributes by the thousand and files with namespaces by the hundred, which no timeline has,
//! since the time that they take grows with the square of their number.

use roxmltree::{Document, Error, Node, ParsingOptions};

use super::ImportError;
use crate::messages::{Message, message};

/// Elements and texts, at most: three hundred thousand events.
const NODES: u32 = 16_000_000;
/// Attributes of an element, at most.
const ATTRIBUTES: usize = 1000;
/// Namespaces of a file, at most.
const NAMESPACES: usize = 64;

/// The tree of a text. `what` is what was expected, such as "The Timeline Project".
pub(super) fn parsed<'a>(text: &'a str, what: &str) -> Result<Document<'a>, ImportError> {
    if text.trim().is_empty() {
        return Err(ImportError::new(message!("formats-empty", what = what)));
    }
    if let Some(at) = overloaded(text) {
        let (line, column) = place(text, at);
        let message = message!("formats-xml-overloaded");
        return Err(ImportError::at(line, column, message));
    }
    let options = ParsingOptions {
        allow_dtd: false,
        nodes_limit: NODES,
        ..ParsingOptions::default()
    };
    // A declaration has to be the very first; programs put blanks before it all the same.
    Document::parse_with_options(text.trim_start(), options)
        .map_err(|error| refused(text, what, &error))
}

/// Where it is wrong, how, and what to do.
fn refused(text: &str, what: &str, error: &Error) -> ImportError {
    let skipped = text.len().saturating_sub(text.trim_start().len());
    let (line, column) = match error {
        Error::UnclosedRootNode | Error::UnexpectedEndOfStream => place(text, text.len()),
        Error::DtdDetected => place(text, text.find("<!DOCTYPE").unwrap_or_default()),
        error => {
            let at = error.pos();
            let (line, column) = place(text, skipped);
            let row = usize::try_from(at.row).unwrap_or(1);
            let col = usize::try_from(at.col).unwrap_or(1);
            let before = if row > 1 { 0 } else { column.saturating_sub(1) };
            (
                line.saturating_add(row).saturating_sub(1),
                col.saturating_add(before),
            )
        }
    };
    ImportError::at(line, column, why(text, what, error))
}

fn why(text: &str, what: &str, error: &Error) -> Message {
    match error {
        Error::DtdDetected => message!("formats-xml-document-type", what = what),
        Error::UnknownEntityReference(name, _) => {
            message!("formats-xml-unknown-entity", what = what, name = name)
        }
        Error::MalformedEntityReference(_) if !ends_within_a_name(text) => {
            message!("formats-xml-bare-sign", what = what)
        }
        Error::MalformedEntityReference(_)
        | Error::UnclosedRootNode
        | Error::UnexpectedEndOfStream => message!("formats-xml-cut", what = what),
        Error::NodesLimitReached => {
            message!(
                "formats-xml-too-large",
                what = what,
                most = NODES.to_string()
            )
        }
        error => message!("formats-xml-torn", what = what, why = error.to_string()),
    }
}

/// Whether a text ends within `&amp;` or the like.
fn ends_within_a_name(text: &str) -> bool {
    let last = text.rsplit_once('&').map(|(_, last)| last);
    last.is_some_and(|last| {
        last.len() < 10 && last.chars().all(|c| c.is_alphanumeric() || c == '#')
    })
}

/// Line and column of a byte, from 1.
fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count().saturating_add(1);
    let last = before.rsplit('\n').next().unwrap_or_default();
    (line, last.chars().count().saturating_add(1))
}

/// Where an element has too many attributes, or the file too many namespaces.
fn overloaded(text: &str) -> Option<usize> {
    let mut namespaces = 0_usize;
    let mut at = 0;
    while let Some(found) = text.get(at..)?.find('<') {
        let start = at.saturating_add(found);
        let rest = text.get(start..)?;
        let skipped = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")];
        let end = match skipped.iter().find(|(open, _)| rest.starts_with(open)) {
            Some((_, close)) => rest.find(close)?,
            None => {
                let (end, attributes) = tag(rest);
                let tag = rest.get(..end)?;
                namespaces = namespaces.saturating_add(tag.matches("xmlns").count());
                if attributes > ATTRIBUTES || namespaces > NAMESPACES {
                    return Some(start);
                }
                end
            }
        };
        at = start.saturating_add(end.max(1));
    }
    None
}

/// Where a tag ends, and how many values it has in quotes.
fn tag(text: &str) -> (usize, usize) {
    let mut quote = None;
    let mut values = 0_usize;
    for (at, letter) in text.bytes().enumerate() {
        match (quote, letter) {
            (None, b'"' | b'\'') => {
                quote = Some(letter);
                values = values.saturating_add(1);
            }
            (Some(open), letter) if open == letter => quote = None,
            (None, b'>') => return (at, values),
            _ => {}
        }
    }
    (text.len(), values)
}

/// All words within an element, whatever elements they are in.
pub(super) fn words(node: Node<'_, '_>) -> String {
    let texts = node.descendants().filter(Node::is_text);
    texts.filter_map(|text| text.text()).collect()
}

/// The words of the child of this name; nothing where they are empty.
pub(super) fn child(node: Node<'_, '_>, name: &str) -> Option<String> {
    let child = children(node, name).next()?;
    let words = words(child);
    (!words.trim().is_empty()).then_some(words)
}

/// The children of this name.
pub(super) fn children<'a, 'b>(
    node: Node<'a, 'b>,
    name: &str,
) -> impl Iterator<Item = Node<'a, 'b>> {
    let is_named =
        move |child: &Node<'_, '_>| child.is_element() && child.tag_name().name() == name;
    node.children().filter(is_named)
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        for (text, place, word) in [
            ("", None, "empty"),
            ("<a>\n<b>", Some((2, 4)), "too early"),
            ("\n\n<a>\n  <b></c>\n</a>", Some((4, 6)), "tag"),
            ("<a>\n x &nbsp; y</a>", Some((2, 4)), "&nbsp;"),
            ("<a b=\"c & d\"/>", Some((1, 9)), "&amp;"),
            ("<a>\u{1}</a>", Some((1, 4)), "export"),
            ("no XML", Some((1, 1)), "x"),
        ] {
            let error = parsed(text, "x").expect_err(text);
            assert_eq!(error.place, place, "{text:?}: {error}");
            assert!(error.to_string().contains(word), "{text:?}: {error}");
        }
    }

    #[test]
    fn entities_cannot_grow() {
        let bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;\">]>\n<a>&c;</a>";
        let error = parsed(bomb, "x").expect_err("a bomb");
        assert_eq!(error.place, Some((2, 1)));
        let far = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>";
        assert!(parsed(far, "x").is_err());
    }

    #[test]
    fn hostile_trees_take_no_time() {
        let started = Instant::now();
        let attributes: String = (0..200_000)
            .map(|number| format!(" a{number}=''"))
            .collect();
        assert!(parsed(&format!("<a{attributes}/>"), "x").is_err());
        let spaces = |number| format!("<a xmlns:n{number}='u{number}'>");
        let nested: String = (0..50_000).map(spaces).collect();
        assert!(parsed(&nested, "x").is_err());
        let deep = format!("{}{}", "<a>".repeat(300_000), "</a>".repeat(300_000));
        let tree = parsed(&deep, "x").expect("a tree");
        assert_eq!(words(tree.root()), "");
        assert!(parsed(&"<a>".repeat(1_000_000), "x").is_err());
        assert!(parsed(&"<!--".repeat(1_000_000), "x").is_err());
        assert!(parsed(&"<".repeat(1_000_000), "x").is_err());
        assert!(started.elapsed().as_secs() < 120, "{:?}", started.elapsed());
    }
}
