//! PDF as other programs read it: poppler's tools say what text, fonts, links and bookmarks there are.
//!
//! Needs `poppler-utils`, hence the feature `real-tools`.

#![expect(
    clippy::expect_used,
    reason = "a test that cannot go on should say why"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const SHIPPED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/timeline.ron");

/// A file written by the program as people call it.
struct Written {
    _folder: tempfile::TempDir,
    path: PathBuf,
}

impl Written {
    fn new(options: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("out.pdf");
        let mut program = Command::new(env!("CARGO_BIN_EXE_transpacific"));
        program
            .args(["export", SHIPPED, "-o"])
            .arg(&path)
            .args(options);
        let done = program.output().expect("the program runs");
        assert!(
            done.status.success(),
            "{}",
            String::from_utf8_lossy(&done.stderr)
        );
        Self {
            _folder: folder,
            path,
        }
    }

    /// What a tool says of it.
    fn said(&self, tool: &str, options: &[&str], after: &[&str]) -> String {
        let mut command = Command::new(tool);
        command.args(options).arg(&self.path).args(after);
        let done = command
            .output()
            .unwrap_or_else(|error| panic!("{tool}: {error}"));
        assert!(
            done.status.success(),
            "{tool}: {}",
            String::from_utf8_lossy(&done.stderr)
        );
        String::from_utf8(done.stdout).expect("UTF-8")
    }

    fn text(&self) -> String {
        self.said("pdftotext", &["-raw"], &["-"])
    }
}

#[test]
fn text_can_be_found_in_both_languages() {
    let english = Written::new(&[]).text();
    for words in [
        "US–Japan relations",
        "Nixon Shock: dollar leaves gold",
        "Trade friction",
        "Attack on Pearl Harbor",
    ] {
        assert!(english.contains(words), "{words}: {english}");
    }
    let japanese = Written::new(&["--lang", "ja", "--theme", "dark"]).text();
    for words in [
        "日米関係",
        "ニクソン・ショック（ドル・ショック）",
        "真珠湾攻撃",
        "安全保障",
        "占領期",
    ] {
        assert!(japanese.contains(words), "{words}: {japanese}");
    }
}

#[test]
fn fonts_come_along_cut_down() {
    let written = Written::new(&["--lang", "ja"]);
    let fonts = written.said("pdffonts", &[], &[]);
    let fonts: Vec<_> = fonts.lines().skip(2).collect();
    assert!(!fonts.is_empty());
    for font in fonts {
        // Name, type, encoding, then whether it is embedded, a subset, and says which letter is which.
        assert!(
            font.contains("+Transpacific") && font.contains(" yes yes yes "),
            "{font}"
        );
    }
    let bytes = fs::metadata(&written.path).expect("the file").len();
    assert!(bytes < 400_000, "{bytes}");
}

#[test]
fn sources_can_be_clicked() {
    let links = Written::new(&[]).said("pdfinfo", &["-url"], &[]);
    let links: Vec<_> = links
        .lines()
        .skip(1)
        .filter_map(|line| line.split_whitespace().last())
        .collect();
    assert!(links.len() > 60, "{links:?}");
    assert!(
        links
            .iter()
            .all(|link| link.starts_with("https://") || link.starts_with("http://")),
        "{links:?}"
    );
}

#[test]
fn eras_are_bookmarks_and_the_file_has_a_title() {
    let written = Written::new(&["--paper", "a2"]);
    let outline = written.said("pdftohtml", &["-xml", "-i", "-stdout"], &[]);
    for era in ["Opening of Japan", "Cold War alliance", "Trade friction"] {
        assert!(
            outline.contains(&format!("<item page=\"1\">{era}</item>")),
            "{era}"
        );
    }
    let about = written.said("pdfinfo", &[], &[]);
    assert!(
        about.contains("US–Japan relations") && about.contains("(A2)"),
        "{about}"
    );
}

#[test]
fn on_an_a3_poster_of_the_whole_file_no_word_lies_on_another() {
    for lang in ["en", "ja"] {
        let written = Written::new(&["--paper", "a3", "--lang", lang]);
        let words = words(&written.said("pdftotext", &["-bbox"], &["-"]));
        assert!(words.len() > 150, "{}", words.len());
        for (at, (one, said)) in words.iter().enumerate() {
            let over = words.iter().skip(at + 1).find(|(other, _)| {
                one.0 < other.2 && other.0 < one.2 && one.1 < other.3 && other.1 < one.3
            });
            assert!(over.is_none(), "{lang}: {said} and {over:?}");
        }
    }
}

#[test]
fn a_large_poster_is_shared_out_among_small_sheets() {
    let written = Written::new(&["--paper", "a1", "--tiles", "a4"]);
    let about = written.said("pdfinfo", &[], &[]);
    assert!(about.contains("(A4)"), "{about}");
    let pages = about.lines().find_map(|line| line.strip_prefix("Pages:"));
    let pages: usize = pages
        .and_then(|pages| pages.trim().parse().ok())
        .expect("pages");
    // 841 by 594 mm less the margins, in steps of 180 by 267 or of 267 by 180.
    assert_eq!(pages, 15);
    let text = written.text();
    assert!(
        text.contains("Row 1 of 3, sheet 1 of 5") && text.contains("Row 3 of 3, sheet 5 of 5"),
        "{text}"
    );
}

type Rectangle = (f32, f32, f32, f32);

/// The words of a page, and where they stand; their boxes reach from ascender to descender.
fn words(said: &str) -> Vec<(Rectangle, String)> {
    let document = roxmltree::Document::parse_with_options(
        said,
        roxmltree::ParsingOptions {
            allow_dtd: true,
            ..Default::default()
        },
    );
    let document = document.expect("XHTML");
    let words = document
        .descendants()
        .filter(|node| node.has_tag_name(("http://www.w3.org/1999/xhtml", "word")));
    let word = |node: roxmltree::Node<'_, '_>| {
        let side = |name| {
            node.attribute(name)
                .and_then(|side| side.parse::<f32>().ok())
                .expect("a number")
        };
        let (top, bottom) = (side("yMin"), side("yMax"));
        // Lines have air of their own above and below the letters.
        let air = (bottom - top) * 0.12;
        let rectangle = (
            side("xMin") + 0.05,
            top + air,
            side("xMax") - 0.05,
            bottom - air,
        );
        (rectangle, node.text().unwrap_or_default().to_owned())
    };
    words.map(word).collect()
}

#[test]
fn the_tools_are_there() {
    assert!(Path::new(SHIPPED).exists());
    for tool in ["pdftotext", "pdffonts", "pdfinfo", "pdftohtml"] {
        let found = Command::new(tool).arg("-v").output();
        assert!(found.is_ok(), "{tool} is not there: install poppler-utils");
    }
}
