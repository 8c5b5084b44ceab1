//! Each rule, shown what breaks it and what does not.

use crate::reading::{functions, imports, inline_paths};
use crate::rules::{
    COLOUR_CONVERSION, FILE_LINES, FUNCTION_LINES, USUAL_LINES, imports_downwards, map_gaps,
    no_allow, no_colours, no_disk, no_long_file, no_long_function, no_mutable_workspace,
    no_network, no_orphans, no_toolkit, no_toolkit_glob, no_words, unusual,
};
use crate::source::{Offender, Source, test_modules};
use crate::tokens::{Kind, Token, tokens};

/// How many times the snippet breaks the rule when it stands in the file.
fn broken(rule: fn(&Source) -> Vec<Offender>, path: &str, text: &str) -> usize {
    rule(&Source::new(path, text)).len()
}

#[test]
fn strings_comments_and_lifetimes_are_no_code() {
    let text = r##"fn a<'a>(b: &'a str) { let c = '\''; d("// \" {"); e(r#"" { "#); } // } /* */"##;
    let words: Vec<_> = tokens(text)
        .into_iter()
        .filter(|token| token.kind == Kind::Word)
        .map(|token| token.text)
        .collect();
    assert_eq!(
        words,
        ["fn", "a", "b", "str", "let", "c", "d", "e"],
        "correct tokens()"
    );
    let nested = tokens("/* a /* b */ c */ d 'x' r#type");
    assert_eq!(
        nested.first().map(Token::as_str),
        Some("/* a /* b */ c */"),
        "correct block_comment()"
    );
}

#[test]
fn what_is_for_tests_is_left_out() {
    let text = "fn a() {}\n#[cfg(test)]\nmod tests {\n    fn b() {}\n}\n#[cfg(test)]\nmod c;\nfn d() {}\n#[cfg(test)]\npub(crate) mod e;\n";
    let source = Source::new("src/state/a.rs", text);
    let names: Vec<_> = functions(&source)
        .iter()
        .map(|function| function.name)
        .collect();
    assert_eq!(names, ["a", "d"], "correct without_tests()");
    assert_eq!(source.shipped_lines, 2, "correct without_tests()");
    assert_eq!(
        test_modules(&source),
        [["state", "a", "c"], ["state", "a", "e"]],
        "correct test_modules()"
    );
}

#[test]
fn imports_are_taken_apart() {
    let source = Source::new(
        "src/a.rs",
        "use a::{b, c::{d, e as f}, g::*};\npub use h;\nfn i() -> impl use<'a> J {}",
    );
    let paths: Vec<_> = imports(&source.code)
        .iter()
        .map(|import| import.path.join("::"))
        .collect();
    assert_eq!(
        paths,
        ["a::b", "a::c::d", "a::c::e", "a::g::*", "h"],
        "correct imports()"
    );
}

#[test]
fn paths_are_found_wherever_they_stand() {
    let source = Source::new(
        "src/a.rs",
        "fn a(b: c::D) -> <E as f::G>::H { i::<J>(k::l::m()) }",
    );
    let paths: Vec<_> = inline_paths(&source.code)
        .iter()
        .map(|path| path.path.join("::"))
        .collect();
    assert_eq!(
        paths,
        ["c::D", "f::G", "i", "k::l::m"],
        "correct inline_paths()"
    );
}

#[test]
fn egui_below_the_window_is_found() {
    let bad = "use egui::Ui; // egui\nfn a() { eframe::run() }";
    assert_eq!(
        broken(no_toolkit, "src/scene/a.rs", bad),
        2,
        "correct no_toolkit()"
    );
    assert_eq!(
        broken(no_toolkit, "src/ui/a.rs", bad),
        0,
        "correct no_toolkit()"
    );
    assert_eq!(
        broken(
            no_toolkit,
            "src/cli.rs",
            "// egui\nconst A: &str = \"egui\";"
        ),
        0,
        "correct no_toolkit()"
    );
}

#[test]
fn the_network_is_found() {
    for bad in ["use ureq::Agent;", "fn a() { TcpStream::connect(b) }"] {
        assert_ne!(broken(no_network, "src/cli.rs", bad), 0, "find: {bad}");
        assert_eq!(
            broken(no_network, "src/web.rs", bad),
            0,
            "correct no_network()"
        );
    }
}

#[test]
fn reading_the_disk_is_found() {
    for bad in [
        "use std::fs;",
        "use std::{fs::File, path::Path};",
        "use std::io::{self, Read};",
        "use tempfile::tempdir;",
        "use notify::Watcher;",
        "fn a() { std::fs::write(b, c) }",
        "fn a() { fs::write(b, c) }",
        "fn a() { File::open(b) }",
        "fn a(path: &Path) { path.exists() }",
        "fn a() { io::stdin() }",
    ] {
        assert_ne!(
            broken(no_disk, "src/cli.rs", bad),
            0,
            "let no_disk() find: {bad}"
        );
        let room = broken(no_disk, "src/file/save.rs", bad);
        assert_eq!(room, 0, "correct no_disk()");
    }
    let fine = "use std::io::{self, Write};\nfn a() { if file::exists(b) { Origin::File(b) } }\n\
        #[cfg(test)]\nmod tests { use std::fs; }";
    assert_eq!(broken(no_disk, "src/cli.rs", fine), 0, "correct no_disk()");
}

#[test]
fn colours_are_found() {
    for bad in [
        "const A: &str = \"#C4501B\";",
        "fn a() { Color32::from_rgb(1, 2, 3) }",
        "fn a() { egui::Color32::from_gray(3) }",
        "fn a() { egui::Color32::LIGHT_BLUE }",
        "fn a() { Rgba { r: 1, g: 2, b: 3, a: 4 } }",
    ] {
        assert_eq!(
            broken(no_colours, "src/ui/a.rs", bad),
            1,
            "let no_colours() find: {bad}"
        );
        let theme = broken(no_colours, "src/scene/theme.rs", bad);
        assert_eq!(theme, 0, "correct no_colours()");
    }
    let fine = "fn a(b: Rgba) -> Rgba { Color32::TRANSPARENT; \"#12\"; \"#RRGGBB\"; \"a#1234567\" }\n\
        #[cfg(test)]\nmod tests { const A: &str = \"#C4501B\"; }";
    assert_eq!(
        broken(no_colours, "src/ui/a.rs", fine),
        0,
        "correct no_colours()"
    );
    let conversion = "fn color(a: Rgba) { Color32::from_rgba_unmultiplied(a.r, a.g, a.b, a.a) }";
    assert_eq!(
        broken(no_colours, COLOUR_CONVERSION, conversion),
        0,
        "correct no_colours()"
    );
}

#[test]
fn imports_upwards_are_found() {
    for (path, bad) in [
        ("src/time/a.rs", "use crate::document::Id;"),
        ("src/document/mod.rs", "use super::state::View;"),
        (
            "src/state/query/a.rs",
            "use super::super::super::scene::Item;",
        ),
        ("src/scene/a.rs", "fn a() { crate::export::json() }"),
        ("src/file/mod.rs", "use crate::{document, state::View};"),
        ("src/ui/a.rs", "use crate::{app, time};"),
        ("src/new/a.rs", "fn a() {}"),
    ] {
        let found = broken(imports_downwards, path, bad);
        assert_eq!(found, 1, "let imports_downwards() find: {bad}");
    }
    for (path, fine) in [
        (
            "src/state/a.rs",
            "use crate::{document, time::{Lang, When}};",
        ),
        ("src/state/query/a.rs", "use super::super::fold::fold;"),
        (
            "src/time/a.rs",
            "// crate::document\nuse crate::time::Span;",
        ),
        ("src/main.rs", "use transpacific::{app, cli};"),
    ] {
        let found = broken(imports_downwards, path, fine);
        assert_eq!(found, 0, "let imports_downwards() pass: {fine}");
    }
}

#[test]
fn a_window_that_changes_the_workspace_is_found() {
    for bad in [
        "fn a(b: &mut Workspace) {}",
        "fn a<'a>(b: &'a mut crate::state::Workspace) {}",
        "struct A<'a> { b: &'a mut Workspace }",
    ] {
        let found = broken(no_mutable_workspace, "src/ui/a.rs", bad);
        assert_eq!(found, 1, "let no_mutable_workspace() find: {bad}");
    }
    let fine = "fn a(b: &Workspace, c: &mut Vec<Action>, mut d: Look) {}";
    let found = broken(no_mutable_workspace, "src/ui/a.rs", fine);
    assert_eq!(found, 0, "correct no_mutable_workspace()");
}

#[test]
fn allowed_lints_are_found() {
    for bad in [
        "#[allow(dead_code)]",
        "#![allow(x)]",
        "#[cfg_attr(a, allow(b))]",
    ] {
        assert_eq!(
            broken(no_allow, "src/a.rs", bad),
            1,
            "let no_allow() find: {bad}"
        );
    }
    let fine = "#[expect(x, reason = \"[allow(\")]\nfn allow() { b.allow(c) }";
    assert_eq!(broken(no_allow, "src/a.rs", fine), 0, "correct no_allow()");
}

#[test]
fn globs_of_egui_are_found() {
    let bad = "use egui::*;\nuse egui::{epaint::*, Ui};\nuse super::*;";
    assert_eq!(
        broken(no_toolkit_glob, "src/ui/a.rs", bad),
        2,
        "correct no_toolkit_glob()"
    );
}

#[test]
fn intentions_without_an_owner_are_found() {
    for bad in [
        "// TODO: a",
        "/* FIXME a */",
        "/// TODO(): a",
        "// TODO(b): a, TODO c",
    ] {
        assert_eq!(
            broken(no_orphans, "src/a.rs", bad),
            1,
            "let no_orphans() find: {bad}"
        );
    }
    let fine = "// TODO(#12): a\nconst A: &str = \"TODO\";";
    assert_eq!(
        broken(no_orphans, "src/a.rs", fine),
        0,
        "correct no_orphans()"
    );
}

#[test]
fn long_files_are_found() {
    let long = "fn a() {}\n".repeat(FILE_LINES + 1);
    assert_eq!(
        broken(no_long_file, "src/a.rs", &long),
        1,
        "correct no_long_file()"
    );
    let tests = format!("fn a() {{}}\n#[cfg(test)]\nmod tests {{\n{long}}}\n");
    assert_eq!(
        broken(no_long_file, "src/a.rs", &tests),
        0,
        "correct no_long_file()"
    );
}

#[test]
fn long_functions_are_found() {
    let of = |lines: usize| {
        format!(
            "fn a(b: [u8; 2]) -> C {{\n{}}}",
            "    \"}\";\n".repeat(lines - 2)
        )
    };
    let found = broken(no_long_function, "src/a.rs", &of(FUNCTION_LINES + 1));
    assert_eq!(found, 1, "correct functions()");
    let found = broken(no_long_function, "src/a.rs", &of(FUNCTION_LINES));
    assert_eq!(found, 0, "correct functions()");
}

#[test]
fn functions_longer_than_usual_are_counted() {
    let long = format!(
        "fn a() {{\n{}}}\nfn b() {{}}",
        "    c();\n".repeat(USUAL_LINES)
    );
    let sources = [Source::new("src/a.rs", &long)];
    let (long, count) = unusual(&sources);
    assert_eq!((long.len(), count), (1, 2), "correct unusual()");
}

#[test]
fn gaps_in_the_map_are_found() {
    let map = "//! | room | duty |\n//! | [`time`] | Dates. |\n//! | [`gone`] | Nothing. |\n";
    let gaps = map_gaps(map, &["time".to_owned(), "state".to_owned()]);
    let expected = (vec!["state".to_owned()], vec!["gone".to_owned()]);
    assert_eq!(gaps, expected, "correct map_gaps()");
}

#[test]
fn words_on_screen_in_the_code_are_found() {
    for bad in [
        "fn a() { ui.label(\"Open a file\") }",
        "fn a() { ui.button(\"Save\") }",
        "const A: &str = \"保存\";",
    ] {
        assert_eq!(broken(no_words, "src/ui/a.rs", bad), 1, "find: {bad}");
        assert_eq!(broken(no_words, "src/cli/a.rs", bad), 0, "{bad}");
    }
    for good in [
        "fn a() { say!(lang, \"window-open-file\") }",
        "#[expect(dead_code, reason = \"It is for people\")]\nfn a() {}",
        "fn a() { debug_assert!(b, \"Mend the file\") }",
        "fn a() { Id::unique(\"search\"); c(\" · \"); format!(\"{d}: {e}\") }",
        "#[cfg(test)]\nmod tests {\n    fn a() { b(\"Save it\") }\n}",
    ] {
        assert_eq!(broken(no_words, "src/ui/a.rs", good), 0, "leave: {good}");
    }
}
