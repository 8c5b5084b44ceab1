//! What tokens say: functions, imports, paths, and what is for tests alone.

use crate::source::Source;
use crate::tokens::{Kind, Token};

/// A path that is named, its parts in order.
pub(crate) struct Mention<'a> {
    pub(crate) line: usize,
    pub(crate) path: Vec<&'a str>,
}

/// A function with a body.
pub(crate) struct Function<'a> {
    pub(crate) name: &'a str,
    pub(crate) line: usize,
    /// From its name to its closing brace.
    pub(crate) lines: usize,
}

impl Function<'_> {
    /// Its name and its length.
    pub(crate) fn says(&self) -> String {
        format!("fn {} has {} lines", self.name, self.lines)
    }
}

/// Each token, with the texts of those before and after it.
pub(crate) fn neighbours(tokens: &[Token]) -> impl Iterator<Item = (&str, &Token, &str)> {
    tokens.iter().enumerate().map(|(at, token)| {
        let text = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map_or("", Token::as_str);
        (text(at.checked_sub(1)), token, text(Some(at + 1)))
    })
}

/// The code without what `#[cfg(test)]` stands before, and how many lines that was.
pub(crate) fn without_tests(code: &[Token]) -> (Vec<Token>, usize) {
    const MARK: &[&str] = &["#", "[", "cfg", "(", "test", ")", "]"];
    let mut shipped = Vec::new();
    let mut lines = 0;
    let mut rest = code;
    while let Some((first, after)) = rest.split_first() {
        let marked = rest.get(..MARK.len()).is_some_and(|start| {
            start
                .iter()
                .zip(MARK)
                .all(|(token, mark)| token.text == *mark)
        });
        if !marked {
            shipped.push(first.clone());
            rest = after;
            continue;
        }
        let end = MARK.len() + item_end(rest.get(MARK.len()..).unwrap_or_default());
        let (item, after) = rest.split_at(end.min(rest.len()));
        lines += item.last().map_or(0, |last| last.line - first.line + 1);
        rest = after;
    }
    (shipped, lines)
}

/// How many tokens the item has that the code begins with.
fn item_end(code: &[Token]) -> usize {
    let mut depth = 0;
    for (at, token) in code.iter().enumerate() {
        depth += token.depth();
        let ends = match token.as_str() {
            ";" => depth == 0,
            "}" => depth == 0 && code.get(at + 1).is_none_or(|next| next.text != ";"),
            _ => false,
        };
        if ends && token.kind == Kind::Mark {
            return at + 1;
        }
    }
    code.len()
}

/// The functions that ship.
pub(crate) fn functions(source: &Source) -> Vec<Function<'_>> {
    let code = &source.shipped;
    let named = code.windows(2).enumerate().filter_map(|(at, pair)| {
        let [keyword, name] = pair else { return None };
        let is_function = keyword.is_word(&["fn"]) && name.kind == Kind::Word;
        is_function.then_some((at, keyword.line, name.as_str()))
    });
    named
        .filter_map(|(at, line, name)| {
            let item = code.get(at..)?;
            let last = item.get(item_end(item).checked_sub(1)?)?;
            (last.text == "}").then(|| Function {
                name,
                line,
                lines: last.line - line + 1,
            })
        })
        .collect()
}

/// What is imported, each name with its whole path.
pub(crate) fn imports(code: &[Token]) -> Vec<Mention<'_>> {
    let mut found = Vec::new();
    for (at, token) in code.iter().enumerate() {
        let next = code.get(at + 1).map_or("", Token::as_str);
        // `use<'a>` in a return type imports nothing.
        if token.is_word(&["use"]) && next != "<" {
            let mut rest = code.get(at + 1..).unwrap_or_default().iter();
            import_tree(&mut rest, &[], &mut found);
        }
    }
    found
}

/// Reads one name of an import, or the names in its braces. Says whether more follow in the same braces.
fn import_tree<'a>(
    rest: &mut std::slice::Iter<'a, Token>,
    before: &[&'a str],
    found: &mut Vec<Mention<'a>>,
) -> bool {
    let mut path = before.to_vec();
    let mut open = false;
    while let Some(token) = rest.next() {
        match token.as_str() {
            "::" => {}
            "as" => drop(rest.next()),
            "{" => {
                while import_tree(rest, &path, found) {}
                open = true;
            }
            end @ ("," | "}" | ";") => {
                if !open && path.len() > before.len() {
                    let line = token.line;
                    found.push(Mention { line, path });
                }
                return end == ",";
            }
            part => path.push(part),
        }
    }
    false
}

/// Names joined by `::` wherever they stand.
pub(crate) fn inline_paths(code: &[Token]) -> Vec<Mention<'_>> {
    let mut found: Vec<Mention<'_>> = Vec::new();
    // Whether the last path found goes on with the next word.
    let mut open = false;
    for (before, token, after) in neighbours(code) {
        if token.text == "::" {
            continue;
        }
        let is_name = token.kind == Kind::Word;
        let starts = is_name && before != "::" && after == "::";
        open &= is_name;
        match found.last_mut() {
            Some(mention) if open => mention.path.push(token.as_str()),
            _ if starts => found.push(Mention {
                line: token.line,
                path: vec![token.as_str()],
            }),
            _ => {}
        }
        open = (open || starts) && after == "::";
    }
    found
}
