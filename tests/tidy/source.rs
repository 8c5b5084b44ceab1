//! The files of the package, and which of their lines ship.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::reading::without_tests;
use crate::tokens::{Kind, Token, tokens};

/// A file, cut into tokens.
pub(crate) struct Source {
    /// From the root of the package, with `/`.
    pub(crate) path: String,
    /// Everything but the comments.
    pub(crate) code: Vec<Token>,
    /// The code without what is compiled for the tests alone.
    pub(crate) shipped: Vec<Token>,
    pub(crate) comments: Vec<Token>,
    /// Lines of the file, less those of its tests.
    pub(crate) shipped_lines: usize,
}

/// Something that breaks a rule.
#[derive(PartialEq, Eq)]
pub(crate) struct Offender {
    path: String,
    line: usize,
    says: String,
}

impl fmt::Display for Offender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.says)
    }
}

/// One on each line.
pub(crate) fn list(offenders: &[Offender]) -> String {
    let lines: Vec<_> = offenders.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

impl Source {
    /// Cuts a text that stands in the file of this path.
    pub(crate) fn new(path: &str, text: &str) -> Self {
        let (comments, code): (Vec<_>, Vec<_>) = tokens(text)
            .into_iter()
            .partition(|token| token.kind == Kind::Comment);
        let (shipped, test_lines) = without_tests(&code);
        Self {
            path: path.to_owned(),
            code,
            shipped,
            comments,
            shipped_lines: text.lines().count() - test_lines,
        }
    }

    /// The module directly under `src/` that the file belongs to.
    pub(crate) fn room(&self) -> Option<&str> {
        let inside = self.path.strip_prefix("src/")?;
        let room = inside.split('/').next()?;
        let room = room.strip_suffix(".rs").unwrap_or(room);
        (room != "lib" && room != "main").then_some(room)
    }

    /// The room that a path leads to, if it leads to the root of the crate and from there into one.
    pub(crate) fn room_named<'a>(&self, path: &[&'a str]) -> Option<&'a str> {
        if path.first() == Some(&"crate") {
            return path.get(1).copied();
        }
        let climbs = path.iter().take_while(|part| **part == "super").count();
        let depth = module_path(&self.path).len();
        (climbs == depth && depth > 0)
            .then(|| path.get(climbs).copied())
            .flatten()
    }

    /// Something at a line of this file.
    pub(crate) fn offender(&self, line: usize, says: String) -> Offender {
        Offender {
            path: self.path.clone(),
            line,
            says,
        }
    }
}

/// The folder of the package.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every source of the package, read once.
pub(crate) fn sources() -> &'static [Source] {
    static SOURCES: OnceLock<Vec<Source>> = OnceLock::new();
    SOURCES.get_or_init(read_sources)
}

/// Reads every source; files that are compiled for the tests alone ship nothing.
fn read_sources() -> Vec<Source> {
    let mut paths = Vec::new();
    for folder in ["src", "tests", "benches"] {
        collect(&root().join(folder), &mut paths);
    }
    let mut sources: Vec<_> = paths
        .iter()
        .map(|path| Source::new(&relative(path), &read(path)))
        .collect();
    let tests: Vec<_> = sources.iter().flat_map(test_modules).collect();
    for source in &mut sources {
        let module = module_path(&source.path);
        let in_test = tests.iter().any(|test| module.starts_with(test));
        if in_test || !source.path.starts_with("src/") {
            source.shipped.clear();
            source.shipped_lines = 0;
        }
    }
    sources
}

fn collect(folder: &Path, into: &mut Vec<PathBuf>) {
    for path in entries(folder) {
        if path.is_dir() {
            collect(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            into.push(path);
        }
    }
}

/// What is in a folder, in order.
pub(crate) fn entries(folder: &Path) -> Vec<PathBuf> {
    let listed = fs::read_dir(folder);
    let mut paths: Vec<_> = listed
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .collect();
    paths.sort();
    assert!(
        !paths.is_empty(),
        "Run this in the package's own folder: nothing is in {}.",
        folder.display()
    );
    paths
}

/// The text of a file.
pub(crate) fn read(path: &Path) -> String {
    let text = fs::read_to_string(path);
    assert!(
        text.is_ok(),
        "Make this file readable and save it as UTF-8: {}",
        path.display()
    );
    text.unwrap_or_default()
}

fn relative(path: &Path) -> String {
    let inside = path.strip_prefix(root()).unwrap_or(path);
    inside.to_string_lossy().replace('\\', "/")
}

/// `src/state/query/chips.rs` is `["state", "query", "chips"]`.
fn module_path(path: &str) -> Vec<String> {
    let inside = path.strip_prefix("src/").unwrap_or(path);
    let inside = inside.strip_suffix(".rs").unwrap_or(inside);
    let parts = inside.split('/').filter(|part| *part != "mod");
    parts.map(str::to_owned).collect()
}

/// The modules that this file declares for the tests alone and keeps in files of their own.
pub(crate) fn test_modules(source: &Source) -> Vec<Vec<String>> {
    const MARK: &[&str] = &["#", "[", "cfg", "(", "test", ")", "]"];
    let code: Vec<_> = source.code.iter().map(Token::as_str).collect();
    let marked = code.windows(MARK.len()).enumerate();
    let marked = marked.filter(|(_, window)| *window == MARK);
    let declared = marked.filter_map(|(at, _)| {
        let after = code.get(at + MARK.len()..)?;
        // Also where others see it: `pub(crate) mod name;`.
        let after = match after {
            ["pub", "(", _, ")", after @ ..] | ["pub", after @ ..] => after,
            after => after,
        };
        match after {
            ["mod", name, ";", ..] => Some((*name).to_owned()),
            _ => None,
        }
    });
    let module = |name| {
        module_path(&source.path)
            .into_iter()
            .chain([name])
            .collect()
    };
    declared.map(module).collect()
}
