//! The rules: each looks at one source and gives back what breaks it.

use std::collections::BTreeSet;

use crate::reading::{functions, imports, inline_paths, neighbours};
use crate::source::{Offender, Source};
use crate::tokens::{Kind, Token};

/// Which rooms a room may import from. `lib.rs` and `main.rs` are no rooms and may name all.
const IMPORTS: &[(&str, &str)] = &[
    ("work", ""),
    ("web", ""),
    ("messages", ""),
    ("time", "messages"),
    ("document", "time messages"),
    ("state", "document time messages"),
    ("scene", "state document time messages"),
    ("exchange", "document time messages"),
    ("export", "scene state document time messages"),
    ("file", "document time messages"),
    (
        "ui",
        "work exchange export scene state document time messages",
    ),
    (
        "app",
        "work ui file exchange export scene state document time messages",
    ),
    (
        "cli",
        "app ui web file exchange export scene state document time messages",
    ),
];
/// Crates that only the window may name.
const TOOLKIT: &[&str] = &[
    "egui",
    "eframe",
    "epaint",
    "emath",
    "ecolor",
    "egui_kittest",
];
/// Crates that only the room `web` may name.
const NETWORK: &[&str] = &["ureq", "TcpStream", "TcpListener", "UdpSocket"];
/// Imports that lead to the disk.
const DISK_PATHS: &[&[&str]] = &[
    &["std", "fs"],
    &["std", "io", "Read"],
    &["notify"],
    &["tempfile"],
];
/// Types and modules that do.
const DISK_NAMES: &[&str] = &["File", "OpenOptions", "fs"];
/// Methods that do.
const DISK_CALLS: &[&str] = &[
    "canonicalize",
    "exists",
    "is_dir",
    "is_file",
    "metadata",
    "read_dir",
    "read_link",
    "read_to_end",
    "read_to_string",
    "try_exists",
];
/// Where colours may stand in the code.
const COLOUR_FILES: &[&str] = &["src/scene/theme.rs", "src/scene/geometry.rs"];
/// The one place that makes egui's colours from ours.
pub(crate) const COLOUR_CONVERSION: &str = "src/ui/style.rs";
/// Where what is said on screen comes from.
const WORDED: &[&str] = &["src/ui/", "src/app", "src/state/"];
/// The files there that hold words which are no words on screen: letters to be folded, and signs by which a number or a
/// date is known in a text.
const UNWORDED: &[&str] = &["src/state/fold.rs", "src/state/present/quiz/giveaway.rs"];
/// What has the same name in every language: the program, keys, a style of citations.
const PROPER: &[&str] = &[
    "Transpacific",
    "Ctrl",
    "Alt",
    "Shift",
    "Esc",
    "Home",
    "End",
    "Chicago",
];
/// Lines of a file, at most, its tests left out.
pub(crate) const FILE_LINES: usize = 500;
/// Lines of a function, at most.
pub(crate) const FUNCTION_LINES: usize = 80;
/// Lines that nine functions of ten keep to.
pub(crate) const USUAL_LINES: usize = 40;

/// Only the window names egui.
pub(crate) fn no_toolkit(source: &Source) -> Vec<Offender> {
    if source.room().is_none() || matches!(source.room(), Some("ui" | "app")) {
        return Vec::new();
    }
    naming(source, &source.code, TOOLKIT)
}

/// Only the room `web` touches the network.
pub(crate) fn no_network(source: &Source) -> Vec<Offender> {
    if source.room().is_none_or(|room| room == "web") {
        return Vec::new();
    }
    naming(source, &source.shipped, NETWORK)
}

/// Where any of these words is named.
fn naming(source: &Source, tokens: &[Token], words: &[&str]) -> Vec<Offender> {
    let named = tokens.iter().filter(|token| token.is_word(words));
    named
        .map(|token| source.offender(token.line, format!("names {}", token.text)))
        .collect()
}

/// Only the room `file` touches the disk.
pub(crate) fn no_disk(source: &Source) -> Vec<Offender> {
    if source.room().is_none_or(|room| room == "file") {
        return Vec::new();
    }
    let imports = imports(&source.shipped).into_iter().filter(|import| {
        DISK_PATHS
            .iter()
            .any(|path| import.path.get(..path.len()) == Some(*path))
    });
    let mut offenders: Vec<_> = imports
        .map(|import| source.offender(import.line, format!("imports {}", import.path.join("::"))))
        .collect();
    for (before, token, after) in neighbours(&source.shipped) {
        // `path.exists()` asks the disk; `file::exists(…)` asks the room that may.
        let calls = before == "." && after == "(" && token.is_word(DISK_CALLS);
        let names = before != "::" && after == "::" && token.is_word(DISK_NAMES);
        if calls || names {
            offenders.push(source.offender(token.line, format!("uses {}", token.text)));
        }
    }
    let asked = inline_paths(&source.shipped).into_iter().filter(|path| {
        matches!(
            path.path.as_slice(),
            ["std", "fs", ..] | ["std", "io", "stdin"] | ["io", "stdin"]
        )
    });
    offenders.extend(
        asked.map(|path| source.offender(path.line, format!("uses {}", path.path.join("::")))),
    );
    offenders
}

/// Colours stand in the theme. Transparent is none.
pub(crate) fn no_colours(source: &Source) -> Vec<Offender> {
    if source.room().is_none() || COLOUR_FILES.contains(&source.path.as_str()) {
        return Vec::new();
    }
    let mut offenders = Vec::new();
    for (at, token) in source.shipped.iter().enumerate() {
        let following = |by: usize| source.shipped.get(at + by).map_or("", Token::as_str);
        let literal = match (token.kind, token.as_str()) {
            (Kind::Text, text) if names_colour(text) => text.to_owned(),
            (Kind::Word, "Rgba") if following(1) == "{" && following(2) == "r" => {
                "Rgba { … }".to_owned()
            }
            (Kind::Word, "Color32" | "Rgba") if following(1) == "::" => {
                let made = following(2);
                let converts = source.path == COLOUR_CONVERSION && made.starts_with("from_rgb");
                if converts || !makes_colour(made) {
                    continue;
                }
                format!("{}::{made}", token.text)
            }
            _ => continue,
        };
        offenders.push(source.offender(token.line, format!("names a colour: {literal}")));
    }
    offenders
}

/// Whether `#RRGGBB` stands in a text.
fn names_colour(text: &str) -> bool {
    text.split('#').skip(1).any(|after| {
        let digits = after
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect::<String>();
        digits.len() == 6 && digits.chars().all(|digit| digit.is_ascii_hexdigit())
    })
}

/// Whether this function or constant of a colour type stands for a colour. Transparent is none.
fn makes_colour(name: &str) -> bool {
    let constant = name.chars().all(|c| c.is_ascii_uppercase() || c == '_');
    let made = [
        "from_rgb",
        "from_gray",
        "from_black",
        "from_white",
        "from_additive",
        "from_hex",
    ];
    constant && !matches!(name, "TRANSPARENT" | "PLACEHOLDER")
        || made.iter().any(|start| name.starts_with(start))
}

/// Words on screen stand in the message files. Whatever has a capital or a space between two words reads as such, but
/// for what only programmers see: reasons of lints, and what an assertion says.
pub(crate) fn no_words(source: &Source) -> Vec<Offender> {
    let speaks = WORDED.iter().any(|path| source.path.starts_with(path));
    if !speaks || UNWORDED.contains(&source.path.as_str()) {
        return Vec::new();
    }
    let mut offenders = Vec::new();
    let mut unseen: Option<isize> = None;
    for (at, token) in source.shipped.iter().enumerate() {
        let after = |by: usize| source.shipped.get(at + by).map_or("", Token::as_str);
        let hides = token.text == "#" && after(1) == "["
            || token.is_word(&["assert", "debug_assert", "debug_assert_eq"]) && after(1) == "!";
        unseen = match unseen {
            None if hides => Some(0),
            Some(depth) => match depth + token.depth() {
                0 if token.depth() < 0 => None,
                depth => Some(depth),
            },
            None => None,
        };
        if unseen.is_none() && token.kind == Kind::Text && reads_as_words(&token.text) {
            offenders.push(source.offender(token.line, format!("says: {}", token.text)));
        }
    }
    offenders
}

/// Whether a text is for people: two words, a word with a capital, or letters that no name in the program has.
fn reads_as_words(text: &str) -> bool {
    // What is filled in is named, and not said.
    let parts = text
        .split('{')
        .map(|part| part.split_once('}').map_or(part, |(_, said)| said));
    let text = parts.collect::<String>();
    let words: Vec<_> = text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| word.len() > 1 && !PROPER.contains(word))
        .collect();
    let is_capital = |word: &&str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase)
    };
    let has_two = words.len() > 1 && text.contains(' ');
    has_two
        || words.iter().any(is_capital)
        || text.chars().any(|c| c.is_alphabetic() && !c.is_ascii())
}

/// A room imports from the rooms below it.
pub(crate) fn imports_downwards(source: &Source) -> Vec<Offender> {
    let Some(room) = source.room() else {
        return Vec::new();
    };
    let Some((_, allowed)) = IMPORTS.iter().find(|(name, _)| *name == room) else {
        return vec![source.offender(1, format!("is in a room without rules: {room}"))];
    };
    let mentions = imports(&source.shipped)
        .into_iter()
        .chain(inline_paths(&source.shipped));
    let rooms =
        mentions.filter_map(|mention| Some((mention.line, source.room_named(&mention.path)?)));
    let above = rooms.filter(|(_, named)| {
        *named != room && !allowed.split(' ').any(|allowed| allowed == *named)
    });
    // An import is a path too; each line tells of a room once.
    let above: BTreeSet<_> = above.collect();
    above
        .into_iter()
        .map(|(line, named)| source.offender(line, format!("{room} imports {named}")))
        .collect()
}

/// The window never takes `&mut Workspace`.
pub(crate) fn no_mutable_workspace(source: &Source) -> Vec<Offender> {
    if source.room() != Some("ui") {
        return Vec::new();
    }
    let named = source.shipped.iter().enumerate();
    let named = named.filter(|(at, token)| {
        let before = source.shipped.get(..*at).unwrap_or_default();
        let mut before = before.iter().rev().map(Token::as_str);
        let holder = before.find(|text| !matches!(*text, "::" | "crate" | "state" | "super"));
        token.as_str() == "Workspace" && holder == Some("mut")
    });
    named
        .map(|(_, token)| source.offender(token.line, "takes &mut Workspace".to_owned()))
        .collect()
}

/// A lint is expected, never allowed.
pub(crate) fn no_allow(source: &Source) -> Vec<Offender> {
    let allowed = neighbours(&source.code).filter(|(before, token, after)| {
        matches!(*before, "[" | ",") && token.as_str() == "allow" && *after == "("
    });
    allowed
        .map(|(_, token, _)| source.offender(token.line, "allows a lint".to_owned()))
        .collect()
}

/// What is used of egui is imported by name.
pub(crate) fn no_toolkit_glob(source: &Source) -> Vec<Offender> {
    let globs = imports(&source.code).into_iter().filter(|import| {
        let crate_name = import.path.first().copied().unwrap_or_default();
        TOOLKIT.contains(&crate_name) && import.path.last() == Some(&"*")
    });
    globs
        .map(|import| source.offender(import.line, format!("imports {}", import.path.join("::"))))
        .collect()
}

/// What is still to be done has an owner.
pub(crate) fn no_orphans(source: &Source) -> Vec<Offender> {
    let mut offenders = Vec::new();
    for comment in &source.comments {
        for word in ["TODO", "FIXME"] {
            let mut after = comment.text.split(word).skip(1);
            if after.any(|after| !after.starts_with('(') || after.starts_with("()")) {
                offenders.push(source.offender(comment.line, format!("{word} without an owner")));
            }
        }
    }
    offenders
}

/// A file keeps to [`FILE_LINES`].
pub(crate) fn no_long_file(source: &Source) -> Vec<Offender> {
    if source.room().is_none() || source.shipped_lines <= FILE_LINES {
        return Vec::new();
    }
    let says = format!(
        "has {} lines without its tests, and {FILE_LINES} are the most",
        source.shipped_lines
    );
    vec![source.offender(1, says)]
}

/// A function keeps to [`FUNCTION_LINES`].
pub(crate) fn no_long_function(source: &Source) -> Vec<Offender> {
    let long = functions(source)
        .into_iter()
        .filter(|function| function.lines > FUNCTION_LINES);
    long.map(|function| source.offender(function.line, function.says()))
        .collect()
}

/// The functions that are longer than usual, and how many there are in all.
pub(crate) fn unusual(sources: &[Source]) -> (Vec<Offender>, usize) {
    let mut long = Vec::new();
    let mut count = 0;
    for source in sources {
        for function in functions(source) {
            count += 1;
            if function.lines > USUAL_LINES {
                long.push(source.offender(function.line, function.says()));
            }
        }
    }
    (long, count)
}

/// Rooms without a row in the map's table, and rows without a room.
pub(crate) fn map_gaps(map: &str, rooms: &[String]) -> (Vec<String>, Vec<String>) {
    let rows: Vec<_> = map
        .lines()
        .filter_map(|line| line.strip_prefix("//! | [`")?.split('`').next())
        .collect();
    let unnamed = rooms.iter().filter(|room| !rows.contains(&room.as_str()));
    let gone = rows
        .iter()
        .filter(|row| !rooms.iter().any(|room| room == *row));
    (
        unnamed.cloned().collect(),
        gone.map(|row| (*row).to_owned()).collect(),
    )
}
