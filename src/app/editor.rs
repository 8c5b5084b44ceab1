//! Starts the user's own editor at a line, where it can be told one.

use crate::messages::{Message, message};
use std::path::Path;
use std::process::{Command, Stdio};

/// Editors with windows of their own that are looked for where none is named, the likeliest first.
const USUAL: &[&str] = &[
    "code",
    "codium",
    "zed",
    "subl",
    "kate",
    "gnome-text-editor",
    "gedit",
    "gvim",
    "xdg-open",
];
/// Editors that need a terminal to run in.
const IN_A_TERMINAL: &[&str] = &["vi", "vim", "nvim", "nano", "micro", "hx", "helix", "emacs"];

/// Opens a file at a line and column, both from 1.
///
/// # Errors
/// In words, when no editor can be started.
pub(super) fn open(path: &Path, line: usize, column: usize) -> Result<(), Message> {
    let named = ["VISUAL", "EDITOR"]
        .iter()
        .filter_map(|name| std::env::var(name).ok());
    let named: Vec<String> = named.filter(|editor| !editor.trim().is_empty()).collect();
    let usual = USUAL.iter().map(|&editor| editor.to_owned());
    let started = named.into_iter().chain(usual).any(|editor| {
        let arguments = arguments(&editor, &path.to_string_lossy(), line, column);
        start(&arguments)
    });
    if started {
        return Ok(());
    }
    Err(message!("app-no-editor"))
}

fn start(arguments: &[String]) -> bool {
    let Some((program, rest)) = arguments.split_first() else {
        return false;
    };
    let mut command = Command::new(program);
    command
        .args(rest)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command.spawn().is_ok()
}

/// The whole command line: what the user calls his editor, and how that one is told a place.
fn arguments(editor: &str, path: &str, line: usize, column: usize) -> Vec<String> {
    let mut words: Vec<String> = editor.split_whitespace().map(str::to_owned).collect();
    let program = words.first().map_or("", |word| word.as_str());
    let name = Path::new(program).file_name().unwrap_or_default();
    let name = name.to_string_lossy().into_owned();
    if IN_A_TERMINAL.contains(&name.as_str()) {
        let terminal = ["x-terminal-emulator", "-e"].map(str::to_owned);
        words.splice(0..0, terminal);
    }
    let place = format!("{path}:{line}:{column}");
    match name.as_str() {
        "code" | "codium" | "code-insiders" | "cursor" => {
            words.extend(["--goto".to_owned(), place]);
        }
        "zed" | "subl" | "hx" | "helix" => words.push(place),
        "kate" => words.extend(["--line".to_owned(), line.to_string(), path.to_owned()]),
        "xdg-open" | "open" | "gnome-text-editor" => words.push(path.to_owned()),
        // What most others understand.
        _ => words.extend([format!("+{line}"), path.to_owned()]),
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_editor_is_told_the_place_as_it_understands_it() {
        let line = |editor| arguments(editor, "/t.ron", 7, 3).join(" ");
        assert_eq!(line("code --wait"), "code --wait --goto /t.ron:7:3");
        assert_eq!(line("/usr/bin/gedit"), "/usr/bin/gedit +7 /t.ron");
        assert_eq!(line("vim"), "x-terminal-emulator -e vim +7 /t.ron");
        assert_eq!(line("xdg-open"), "xdg-open /t.ron");
    }
}
