//! The rules of the house, held against its sources. `src/lib.rs` says what they are; each test says what to do when
//! it fails.
//!
//! The sources are cut into words, marks, strings and comments, so that a rule never stumbles over a string that
//! looks like code. That is all it takes: nothing here resolves a name. The module `scanners` shows each rule a
//! snippet that breaks it.

#[path = "tidy/messages.rs"]
mod messages;
#[path = "tidy/reading.rs"]
mod reading;
#[path = "tidy/rules.rs"]
mod rules;
#[path = "tidy/scanners.rs"]
mod scanners;
#[path = "tidy/source.rs"]
mod source;
#[path = "tidy/tokens.rs"]
mod tokens;

use rules::{
    USUAL_LINES, imports_downwards, map_gaps, no_allow, no_colours, no_disk, no_long_file,
    no_long_function, no_mutable_workspace, no_network, no_orphans, no_toolkit, no_toolkit_glob,
    no_words, unusual,
};
use source::{Offender, Source, entries, list, read, root, sources};

#[test]
fn only_the_window_names_egui() {
    hold(
        no_toolkit,
        "Move what needs egui to src/ui/ or src/app.rs, and hand plain data over.",
    );
}

#[test]
fn only_the_web_room_touches_the_network() {
    hold(
        no_network,
        "Move the asking to src/web.rs, and call it from there.",
    );
}

#[test]
fn only_the_file_room_touches_the_disk() {
    hold(
        no_disk,
        "Move the reading or writing to src/file/, and call it from there.",
    );
}

#[test]
fn colours_stand_in_the_theme() {
    hold(
        no_colours,
        "Give the colour a token in assets/theme-light.ron and theme-dark.ron, and take it from the Theme.",
    );
}

#[test]
fn words_on_screen_stand_in_the_message_files() {
    hold(
        no_words,
        "Move the words to assets/messages/en/ and ja/, and say them with say! or message!.",
    );
}

#[test]
fn imports_run_one_way() {
    hold(
        imports_downwards,
        "Move what is shared to the lower room, or return it upwards as data; a new room needs a line in IMPORTS.",
    );
}

#[test]
fn the_window_changes_nothing() {
    hold(
        no_mutable_workspace,
        "Take &Workspace, and push an Action that Workspace::apply carries out.",
    );
}

#[test]
fn lints_are_expected_with_a_reason() {
    hold(
        no_allow,
        "Write #[expect(lint, reason = \"…\")], which complains when it is no longer needed.",
    );
}

#[test]
fn egui_is_imported_by_name() {
    hold(no_toolkit_glob, "Import the names that are used.");
}

#[test]
fn every_intention_has_an_owner() {
    hold(
        no_orphans,
        "Do it now, or write who will: TODO(name) or TODO(#12).",
    );
}

#[test]
fn files_are_short() {
    hold(
        no_long_file,
        "Split the file by duty into two modules; tests do not count.",
    );
}

#[test]
fn functions_are_short() {
    hold(
        no_long_function,
        "Give the function's steps names of their own.",
    );
}

#[test]
fn nine_functions_of_ten_are_very_short() {
    let (long, count) = unusual(sources());
    println!(
        "{} of {count} functions have more than {USUAL_LINES} lines",
        long.len()
    );
    assert!(
        long.len() * 10 <= count,
        "{} of {count} functions have more than {USUAL_LINES} lines, and one in ten may. Give the steps of some of \
         these names of their own:\n{}",
        long.len(),
        list(&long)
    );
}

#[test]
fn the_map_names_every_room() {
    let map = read(&root().join("src/lib.rs"));
    let rooms: Vec<_> = entries(&root().join("src"))
        .iter()
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .filter(|room| room != "lib" && room != "main")
        .collect();
    let (unnamed, gone) = map_gaps(&map, &rooms);
    assert!(
        unnamed.is_empty(),
        "Add a row for each of these to the table in src/lib.rs, with its duty and what it imports: {unnamed:?}"
    );
    assert!(
        gone.is_empty(),
        "Take these rows out of the table in src/lib.rs, or bring the modules back: {gone:?}"
    );
}

/// Fails when any source breaks the rule.
fn hold(rule: fn(&Source) -> Vec<Offender>, remedy: &str) {
    let offenders: Vec<_> = sources().iter().flat_map(rule).collect();
    assert!(offenders.is_empty(), "{remedy}\n{}", list(&offenders));
}
