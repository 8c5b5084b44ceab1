//! The command line as it is called: what it prints, where, and how it ends.

#![expect(
    clippy::expect_used,
    reason = "a test that cannot go on should say why"
)]

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;
use std::path::{Path, PathBuf};

use assert_cmd::Command;

const GOOD: &str = r#"Timeline(
    categories: [(id: "trade", name: "Trade")],
    events: [
        (id: "a", when: "1971-08", title: "A", category: "trade", links: [(to: "b", kind: LedTo)]),
        (id: "b", when: "1972", title: "B", category: "trade"),
    ],
)
"#;

/// A folder of its own for each test.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary folder"))
    }

    fn with(self, name: &str, contents: impl AsRef<[u8]>) -> Self {
        fs::write(self.path(name), contents).expect("a file");
        self
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Runs the program in this folder: exit status, standard output, standard error.
    fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        self.run_with(arguments, "")
    }

    fn run_with(&self, arguments: &[&str], input: &str) -> (i32, String, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_transpacific"));
        let command = command
            .current_dir(self.0.path())
            .args(arguments)
            .write_stdin(input);
        let output = command.output().expect("the program runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        (
            output.status.code().expect("an exit status"),
            text(output.stdout),
            text(output.stderr),
        )
    }
}

/// Checks a file: exit status and standard error.
fn check(contents: impl AsRef<[u8]>) -> (i32, String) {
    let (status, output, errors) = Folder::new()
        .with("t.ron", contents)
        .run(&["check", "t.ron"]);
    assert_eq!(output, "", "people read the standard error");
    (status, errors)
}

#[test]
fn a_good_file() {
    assert_eq!(
        check(GOOD),
        (0, "t.ron: 2 events, no problems\n".to_owned())
    );
}

#[test]
fn a_bad_date() {
    let (status, errors) = check(GOOD.replace("1971-08", "1971-15-08"));
    assert_eq!(status, 1);
    insta::assert_snapshot!(errors, @r#"
    t.ron:4:25: error: expected a month from 01 to 12 (or a season from 21 to 24) but found `15`
        4 |         (id: "a", when: "1971-15-08", title: "A", category: "trade", links: [(to: "b", kind: LedTo)]…
          |                         ^^^^^^^^^^^^
          = hint: did you mean 1971-08-15?
    t.ron: 1 error
    "#);
}

#[test]
fn an_unknown_category() {
    let (status, errors) =
        check(GOOD.replace("\"B\", category: \"trade\"", "\"B\", category: \"tarde\""));
    assert_eq!(status, 1);
    insta::assert_snapshot!(errors, @r#"
    t.ron:5:55: error: expected the id of a known category but found `tarde`
        5 |         (id: "b", when: "1972", title: "B", category: "tarde"),
          |                                                       ^^^^^^^
          = hint: did you mean `trade`?
    t.ron: 1 error
    "#);
}

#[test]
fn a_duplicate_id() {
    let (status, errors) = check(GOOD.replace("(id: \"b\"", "(id: \"a\""));
    assert_eq!(status, 1);
    insta::assert_snapshot!(errors, @r#"
    t.ron:4:80: error: expected the id of a known event but found `b`
        4 |         (id: "a", when: "1971-08", title: "A", category: "trade", links: [(to: "b", kind: LedTo)]),
          |                                                                                ^^^
    t.ron:5:14: error: expected an id that no other event has, but found `a` again
        5 |         (id: "a", when: "1972", title: "B", category: "trade"),
          |              ^^^
          = note: t.ron:4:14: the first is here
          = hint: until it is changed, this one is called `a (2)`
    t.ron: 2 errors
    "#);
}

#[test]
fn a_dangling_link() {
    let (status, errors) = check(GOOD.replace("to: \"b\"", "to: \"later\""));
    assert_eq!(status, 1);
    insta::assert_snapshot!(errors, @r#"
    t.ron:4:80: error: expected the id of a known event but found `later`
        4 |         (id: "a", when: "1971-08", title: "A", category: "trade", links: [(to: "later", kind: LedTo)…
          |                                                                                ^^^^^^^
    t.ron: 1 error
    "#);
}

#[test]
fn an_unclosed_bracket() {
    let (status, errors) = check(GOOD.replace("kind: LedTo)]),", "kind: LedTo)],"));
    assert_eq!(status, 1);
    insta::assert_snapshot!(errors, @r#"
    t.ron:4:9: error: expected `)` to close this bracket before `(`
        4 |         (id: "a", when: "1971-08", title: "A", category: "trade", links: [(to: "b", kind: LedTo)],
          |         ^
          = note: t.ron:5:9: expected `)` before this
    t.ron: 1 error
    "#);
}

#[test]
fn not_utf8() {
    let (status, errors) = check(
        GOOD.replace("title: \"B\"", "title: \"?\"")
            .bytes()
            .map(|byte| if byte == b'?' { 0xFF } else { byte })
            .collect::<Vec<_>>(),
    );
    assert_eq!(status, 1);
    insta::assert_snapshot!(errors, @r#"
    t.ron:5:41: error: expected text in UTF-8 but found the byte 0xFF at offset 212
        5 |         (id: "b", when: "1972", title: "�", category: "trade"),
          |                                         ^
          = hint: in the editor choose Save as, then the encoding UTF-8
    t.ron: 1 error
    "#);
}

#[test]
fn an_empty_file() {
    let (status, errors) = check("");
    assert_eq!(status, 1);
    insta::assert_snapshot!(errors, @r#"
    t.ron:1:1: error: expected a timeline but found nothing
        1 |
          | ^
          = hint: begin with `Timeline(events: [(id: "first", when: "1971-08-15", title: "…")])`
    t.ron: 1 error
    "#);
}

#[test]
fn a_missing_file() {
    let (status, _, errors) = Folder::new()
        .with("timeline.ron", GOOD)
        .run(&["check", "timelin.ron"]);
    assert_eq!(status, 2);
    assert_eq!(
        errors,
        "error: no such file (did you mean timeline.ron?): timelin.ron\n"
    );
}

#[test]
fn a_folder() {
    let (status, _, errors) = Folder::new()
        .with("timeline.ron", GOOD)
        .run(&["check", "."]);
    assert_eq!(status, 2);
    assert_eq!(
        errors,
        "error: expected a file but found a folder (it holds timeline.ron): .\n"
    );
}

#[test]
fn a_great_thicket_of_brackets() {
    for start in ["", "Timeline(events: "] {
        let (status, errors) = check(start.to_owned() + &"[".repeat(50_000_000));
        assert_eq!(status, 1);
        assert!(errors.len() < 4000, "{} bytes of messages", errors.len());
        assert!(
            errors.ends_with(" error\n") || errors.ends_with(" errors\n"),
            "{errors}"
        );
    }
}

#[test]
fn warnings_pass_unless_denied() {
    let folder = Folder::new().with(
        "t.ron",
        GOOD.replace("title: \"B\"", "title: \"B\", titel: \"B\""),
    );
    let (status, _, errors) = folder.run(&["check", "t.ron"]);
    assert_eq!(status, 0);
    assert!(errors.ends_with("t.ron: 1 warning\n"), "{errors}");
    assert_eq!(folder.run(&["check", "t.ron", "--deny-warnings"]).0, 1);
}

#[test]
fn several_files_and_the_worst_decides() {
    let folder = Folder::new()
        .with("good.ron", GOOD)
        .with("bad.ron", "Timeline(");
    let (status, _, errors) = folder.run(&["check", "bad.ron", "good.ron"]);
    assert_eq!(status, 1);
    assert!(
        errors.ends_with("good.ron: 2 events, no problems\n"),
        "{errors}"
    );
    assert_eq!(
        folder
            .run(&["check", "bad.ron", "missing.ron", "good.ron"])
            .0,
        2
    );
}

#[test]
fn programs_read_json() {
    let bad = GOOD.replace("1971-08", "1971-15-08");
    let (status, output, errors) = Folder::new()
        .with("t.ron", &bad)
        .run(&["check", "t.ron", "--format", "json"]);
    assert_eq!((status, errors.as_str()), (1, ""));
    let diagnostics: serde_json::Value = serde_json::from_str(&output).expect("JSON");
    let first = diagnostics.get(0).expect("a diagnostic");
    let number = |name: &str| {
        first
            .get(name)
            .and_then(serde_json::Value::as_u64)
            .expect("a number")
    };
    assert_eq!((number("line"), number("column")), (4, 25));
    assert_eq!((number("end_line"), number("end_column")), (4, 37));
    let start = bad.find("\"1971-15-08\"").expect("the date") as u64;
    assert_eq!(
        (number("byte_start"), number("byte_end")),
        (start, start + 12)
    );
    let text = |name: &str| {
        first
            .get(name)
            .and_then(serde_json::Value::as_str)
            .expect("a text")
    };
    assert_eq!(
        (text("file"), text("severity"), text("code")),
        ("t.ron", "error", "bad-date")
    );
    assert_eq!(
        first.get("hints"),
        Some(&serde_json::json!(["did you mean 1971-08-15?"]))
    );
}

#[test]
fn json_is_a_list_even_of_nothing() {
    let (status, output, _) =
        Folder::new()
            .with("t.ron", GOOD)
            .run(&["check", "t.ron", "--format=json"]);
    assert_eq!((status, output.as_str()), (0, "[]\n"));
}

#[test]
fn the_standard_input_is_a_file() {
    let (status, _, errors) = Folder::new().run_with(&["check", "-"], GOOD);
    assert_eq!(
        (status, errors.as_str()),
        (0, "standard input: 2 events, no problems\n")
    );
}

#[test]
fn wrong_usage() {
    let folder = Folder::new().with("t.ron", GOOD);
    for arguments in [
        &["check"][..],
        &["check", "--frmat", "json", "t.ron"],
        &["check", "t.ron", "--format", "xml"],
        &["export", "t.ron"],
        &["export", "t.ron", "-o", "t.xyz"],
        &["export", "t.ron", "-o", "-"],
    ] {
        let (status, _, errors) = folder.run(arguments);
        assert_eq!(status, 2, "{arguments:?}: {errors}");
        assert!(!errors.is_empty());
    }
}

#[test]
fn help_is_for_people() {
    let folder = Folder::new();
    for arguments in [&["--help"][..], &["check", "--help"], &["export", "--help"]] {
        let (status, output, _) = folder.run(arguments);
        assert_eq!(status, 0);
        assert!(
            output.contains("Exit status: 0 when all is well"),
            "{output}"
        );
    }
}

fn exported(folder: &Folder, name: &str) -> serde_json::Value {
    let text = fs::read_to_string(folder.path(name)).expect("the export");
    assert!(text.ends_with("}\n"));
    serde_json::from_str(&text).expect("JSON")
}

#[test]
fn everything_is_exported() {
    let folder = Folder::new().with("t.ron", GOOD);
    let (status, output, errors) = folder.run(&["export", "t.ron", "-o", "t.json"]);
    assert_eq!((status, output.as_str(), errors.as_str()), (0, "", ""));
    let first = &exported(&folder, "t.json")["events"][0];
    assert_eq!(first["when"], "1971-08");
    assert_eq!(
        (&first["earliest"], &first["latest"]),
        (&"1971-08-01".into(), &"1971-08-31".into())
    );
    assert_eq!(first["category"], "trade");
    assert_eq!(
        first["links"],
        serde_json::json!([{ "to": "b", "kind": "LedTo" }])
    );
    let (status, standard, _) = folder.run(&["export", "t.ron", "-o", "-", "--format", "json"]);
    assert_eq!(status, 0);
    assert_eq!(
        standard,
        fs::read_to_string(folder.path("t.json")).expect("the export")
    );
}

#[test]
fn a_broken_timeline_is_exported_as_far_as_it_goes() {
    let folder = Folder::new().with("t.ron", GOOD.replace("1971-08", "1971-15-08"));
    let (status, _, errors) = folder.run(&["export", "t.ron", "-o", "t.json"]);
    assert_eq!(status, 1);
    assert!(
        errors.ends_with("what could be read has been written\n"),
        "{errors}"
    );
    assert_eq!(
        exported(&folder, "t.json")["events"]
            .as_array()
            .map(Vec::len),
        Some(1)
    );
}

#[test]
fn nothing_is_overwritten_unasked() {
    let folder = Folder::new().with("t.ron", GOOD).with("t.json", "mine");
    let (status, _, errors) = folder.run(&["export", "t.ron", "-o", "t.json"]);
    assert_eq!(status, 2);
    assert_eq!(
        errors,
        "error: there is such a file already; add --force to replace it: t.json\n"
    );
    assert_eq!(fs::read(folder.path("t.json")).expect("the file"), b"mine");
    assert_eq!(
        folder
            .run(&["export", "t.ron", "-o", "t.json", "--force"])
            .0,
        0
    );
    assert!(exported(&folder, "t.json")["events"].is_array());
}

/// A timeline with these stories, of a step each.
fn with_stories(ids: &[&str]) -> String {
    let stories = ids.iter().map(|id| {
        format!(
            "(id: \"{id}\", title: \"Story {id}\", title_ja: \"物語 {id}\", steps: [(event: \"a\", note: \"**Ask** <b>first</b>\")]), "
        )
    });
    let stories: String = stories.collect();
    GOOD.replace("\n)\n", &format!("\n    stories: [{stories}],\n)\n"))
}

#[test]
fn the_notes_of_a_story_are_written_as_a_page() {
    let folder = Folder::new().with("t.ron", with_stories(&["one"]));
    let story = ["export", "t.ron", "-o", "notes.html", "--story", "one"];
    let (status, output, errors) = folder.run(&story);
    assert_eq!((status, output.as_str(), errors.as_str()), (0, "", ""));
    let page = fs::read_to_string(folder.path("notes.html")).expect("the page");
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("<h1>Story one</h1>"));
    assert!(
        page.contains("<strong>Ask</strong> &lt;b&gt;first"),
        "{page}"
    );
    let (status, _, errors) = folder.run(&story);
    assert_eq!(status, 2);
    assert!(errors.contains("add --force"), "{errors}");
    let (status, standard, _) = folder.run_with(
        &[
            "export", "-", "-o", "-", "--format", "notes", "--lang", "ja",
        ],
        &with_stories(&["one"]),
    );
    assert_eq!(status, 0);
    assert!(standard.contains("<h1>物語 one</h1>") && standard.contains("1971年8月"));
}

#[test]
fn the_timeline_is_written_as_a_page() {
    let folder = Folder::new().with("t.ron", GOOD);
    let page = |output: &str, more: &[&str]| {
        let arguments = [&["export", "t.ron", "-o", output, "--force"], more].concat();
        let (status, said, errors) = folder.run(&arguments);
        assert_eq!((status, said.as_str(), errors.as_str()), (0, "", ""));
        fs::read_to_string(folder.path(output)).expect("the page")
    };
    let whole = page("t.html", &[]);
    assert!(whole.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
    assert!(whole.contains("<section id=\"outline\"") && whole.contains("id=\"e0\""));
    let japanese = page("t.htm", &["--lang", "ja", "--theme", "dark"]);
    assert!(japanese.contains("<html lang=\"ja\" data-theme=\"dark\">"));
    let none = page("t.txt", &["--format", "page", "--filter", "nosuchword"]);
    assert!(none.contains("There are no events to show."));
    let early = page("t.html", &["--from", "1800", "--to", "1810"]);
    assert!(early.contains("There are no events to show."));
    for (more, said) in [
        (
            ["--theme", "print"],
            "expected --theme light or dark with page",
        ),
        (
            ["--width", "800"],
            "expected --width and --height with svg, png and pdf alone",
        ),
        (
            ["--paper", "a4"],
            "expected --paper with pdf, handouts and worksheets alone",
        ),
    ] {
        let arguments = [&["export", "t.ron", "-o", "u.html"][..], &more].concat();
        let (status, _, errors) = folder.run(&arguments);
        assert_eq!(status, 2);
        assert!(errors.contains(said), "{errors}");
        assert!(!folder.path("u.html").exists());
    }
}

#[test]
fn a_story_is_named_where_there_are_several() {
    let folder = Folder::new()
        .with("t.ron", with_stories(&["first", "second"]))
        .with("none.ron", GOOD);
    let export = |file: &str, more: &[&str]| {
        let arguments = [&["export", file, "-o", "-", "--format", "notes"], more].concat();
        folder.run(&arguments)
    };
    let (status, output, _) = export("t.ron", &["--story", "second"]);
    assert_eq!(status, 0);
    assert!(output.contains("<h1>Story second</h1>"));
    for (file, more, said) in [
        (
            "t.ron",
            &[][..],
            "error: expected --story with the id of one: first, second\n",
        ),
        (
            "t.ron",
            &["--story", "secnd"],
            "error: there is no story `secnd`; did you mean second?\n",
        ),
        (
            "t.ron",
            &["--story", "x"],
            "error: there is no story `x`; there are: first, second\n",
        ),
        (
            "none.ron",
            &[],
            "error: this timeline has no stories, so there are no notes to write\n",
        ),
    ] {
        let (status, output, errors) = export(file, more);
        assert_eq!((status, output.as_str(), errors.as_str()), (2, "", said));
    }
    let (status, _, errors) = folder.run(&["export", "t.ron", "-o", "t.json", "--lang", "ja"]);
    assert_eq!(status, 2);
    assert!(errors.contains("json has all languages"), "{errors}");
    assert!(!folder.path("t.json").exists());
}

#[test]
fn the_timeline_itself_is_never_overwritten() {
    let folder = Folder::new().with("t.ron", GOOD);
    let output = Path::new(".").join("t.ron");
    let output = output.to_str().expect("a path");
    let (status, _, errors) = folder.run(&[
        "export", "t.ron", "-o", output, "--format", "json", "--force",
    ]);
    assert_eq!(status, 2);
    assert!(
        errors.starts_with("error: expected an output other than the timeline itself"),
        "{errors}"
    );
    assert_eq!(
        fs::read_to_string(folder.path("t.ron")).expect("the timeline"),
        GOOD
    );
}

/// A server that knows a few addresses, for as long as the test runs; gives back where it is.
fn server() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut request = String::new();
            let mut reader = BufReader::new(&stream);
            let first = reader.read_line(&mut request).map(|_| request.clone());
            // The head is read to its end, or else closing would reset the connection.
            while reader.read_line(&mut request).is_ok_and(|count| count > 2) {}
            let status = match first.unwrap_or_default().split(" HTTP").next() {
                Some("HEAD /fine" | "GET /whole-only") => "200 OK",
                Some("HEAD /moved") => "301 Moved Permanently\r\nLocation: /fine",
                Some("HEAD /whole-only") => "405 Method Not Allowed",
                Some("HEAD /shy" | "GET /shy") => "403 Forbidden",
                Some("HEAD /cut") => continue,
                _ => "404 Not Found",
            };
            let answer =
                format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    format!("http://{address}")
}

#[test]
fn addresses_that_lead_nowhere_are_told_when_asked_for() {
    let host = server();
    let paths = ["fine", "moved", "whole-only", "shy", "gone", "cut"];
    let sources: String = paths
        .iter()
        .map(|path| format!("(id: \"{path}\", title: \"T\", url: \"{host}/{path}\"),\n"))
        .collect();
    let cited: String = paths.iter().map(|path| format!("\"{path}\", ")).collect();
    let text = format!(
        "Timeline(sources: [\n{sources}], events: [(id: \"a\", when: \"1971\", title: \"A\", sources: [{cited}])])"
    );
    let folder = Folder::new().with("t.ron", text);
    assert_eq!(
        folder.run(&["check", "t.ron"]).0,
        0,
        "nobody is asked by default"
    );
    let (status, _, errors) = folder.run(&["check", "--links", "--deny-warnings", "t.ron"]);
    assert_eq!(status, 1, "{errors}");
    assert!(
        errors.contains(
            "t.ron:6:31: warning: the address of `gone` leads nowhere: the host says 404"
        ),
        "{errors}"
    );
    assert!(
        errors.contains("the address of `cut` leads nowhere"),
        "{errors}"
    );
    assert!(
        errors.contains("t.ron: 1 of 6 addresses will not say"),
        "{errors}"
    );
    assert!(errors.ends_with("t.ron: 2 warnings\n"), "{errors}");
}

#[test]
fn without_a_network_no_link_is_called_dead() {
    // Nobody listens at a port that has just been given back.
    let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    let address = free.expect("a port");
    let text = format!(
        "Timeline(sources: [(id: \"s\", title: \"T\", url: \"http://{address}/\")], events: [(id: \"a\", when: \"1971\", title: \"A\", sources: [\"s\"])])"
    );
    let (status, _, errors) = Folder::new()
        .with("t.ron", text)
        .run(&["check", "--links", "t.ron"]);
    assert_eq!(status, 2, "{errors}");
    assert!(errors.contains("no address answers"), "{errors}");
}

#[test]
fn a_quotation_is_compared_with_the_text_beside_the_file() {
    let text = r#"Timeline(
    sources: [(id: "s", title: "T", text: "work.txt")],
    events: [(id: "a", when: "1971", title: "A", excerpts: [(source: "s", paragraph: 1, quote: "as it stands")])],
)"#;
    let folder = Folder::new()
        .with("t.ron", text)
        .with("work.txt", "Title\n\nSaid as it\nstands.\n");
    assert_eq!(folder.run(&["check", "--deny-warnings", "t.ron"]).0, 0);
    let folder = folder.with("work.txt", "Title\n\nSaid otherwise.\n");
    let (status, _, errors) = folder.run(&["check", "--deny-warnings", "t.ron"]);
    assert_eq!(status, 1);
    assert!(errors.contains("do not stand in its text"), "{errors}");
    let (status, output, _) = folder.run(&["check", "--format", "json", "t.ron"]);
    assert_eq!(status, 0, "a remark is a warning");
    assert!(output.contains("\"code\": \"not-verbatim\""), "{output}");
}

#[test]
fn an_edit_changes_its_field_and_nothing_else() {
    let folder = Folder::new().with("t.ron", GOOD.replace('\n', "\r\n"));
    let (status, out, said) = folder.run(&[
        "edit",
        "t.ron",
        "a",
        "when=1971-08-15",
        "title=A, \"again\"",
    ]);
    assert_eq!((status, out.as_str()), (0, ""), "{said}");
    let expected = GOOD
        .replace("1971-08", "1971-08-15")
        .replace("\"A\"", "\"A, \\\"again\\\"\"");
    let written = fs::read_to_string(folder.path("t.ron")).expect("the file");
    assert_eq!(written, expected.replace('\n', "\r\n"));
    assert!(
        said.contains("t.ron:4:") && said.contains("+ (id: \"a\", when: \"1971-08-15\""),
        "{said}"
    );
}

#[test]
fn an_edit_reaches_into_lists_renames_and_takes_away() {
    let folder = Folder::new().with("t.ron", GOOD);
    let edited = |fields: &[&str]| {
        let arguments = [&["edit", "-", "a"], fields].concat();
        let (status, out, said) = folder.run_with(&arguments, GOOD);
        assert_eq!(status, 0, "{said}");
        out
    };
    assert_eq!(
        edited(&["links.1.kind=seealso"]),
        GOOD.replace("LedTo", "SeeAlso")
    );
    assert_eq!(
        edited(&["id=first", "significance=5"]),
        GOOD.replace("\"a\"", "\"first\"")
            .replace("\"trade\", links", "\"trade\", significance: 5, links")
    );
    assert_eq!(
        edited(&["links="]),
        GOOD.replace(", links: [(to: \"b\", kind: LedTo)]", "")
    );
}

#[test]
fn an_edit_that_cannot_be_says_why_and_writes_nothing() {
    let folder = Folder::new().with("t.ron", GOOD);
    for (arguments, status, said) in [
        (["b", "when=1971-15-08"], 1, "error: when: expected a month"),
        (["b", "when="], 1, "cannot do without it"),
        (
            ["b", "category=trad"],
            1,
            "no category has the id trad; did you mean trade?",
        ),
        (
            ["b", "titel=X"],
            2,
            "an event has no field `titel`; did you mean `title`?",
        ),
        (["c", "title=X"], 2, "there is no event `c`"),
        (["b", "title"], 2, "expected FIELD=VALUE"),
    ] {
        let (ended, _, told) = folder.run(&[&["edit", "t.ron"], &arguments[..]].concat());
        assert_eq!(ended, status, "{told}");
        assert!(told.contains(said), "{told}");
    }
    let text = fs::read_to_string(folder.path("t.ron")).expect("the file");
    assert_eq!(text, GOOD);
}

/// A timeline of TimelineJS with one event that has all it needs and one that has no date.
const SLIDES: &str = r#"{"title": {"text": {"headline": "Two oceans"}}, "events": [
    {"unique_id": "shock", "start_date": {"year": "1971", "month": "8", "day": "15"}, "text": {"headline": "Shock"}, "media": {"thumbnail": "x"}},
    {"text": {"headline": "Undated"}}
]}"#;

#[test]
fn other_programs_timelines_become_files_of_ours() {
    let sheet = "Year,Month,Day,Headline,Type\n,,,Two oceans,title\n1971,8,15,Shock,\n";
    let table = "Date;Title;Mood\n15 August 1971;Shock;bad\n";
    let folder = Folder::new()
        .with("slides.json", SLIDES)
        .with("sheet.csv", sheet)
        .with("table.csv", table);
    for (input, format, title, said) in [
        ("slides.json", "timelinejs", true, "media.thumbnail"),
        ("sheet.csv", "timelinejs-csv", true, ""),
        ("table.csv", "csv", false, "the column `Mood`"),
    ] {
        let arguments = [
            "import", input, "-o", "out.ron", "--format", format, "--force",
        ];
        let (status, out, errors) = folder.run(&arguments);
        assert_eq!((status, out.as_str()), (0, ""), "{errors}");
        assert!(
            errors.starts_with(&format!("{input}: 1 event, read as ")),
            "{errors}"
        );
        let has_report = errors.contains("What did not come along:\n- ");
        assert_eq!(has_report, !said.is_empty(), "{errors}");
        assert!(errors.contains(said), "{errors}");
        let written = fs::read_to_string(folder.path("out.ron")).expect("the timeline");
        assert!(written.contains("when: \"1971-08-15\""), "{written}");
        assert_eq!(written.contains("title: \"Two oceans\""), title);
        assert_eq!(folder.run(&["check", "out.ron"]).0, 0);
    }
}

#[test]
fn an_import_reads_and_writes_the_standard_streams() {
    let (status, out, errors) = Folder::new().run_with(
        &["import", "-", "-o", "-", "--format", "timelinejs"],
        SLIDES,
    );
    assert_eq!(status, 0, "{errors}");
    assert!(
        out.starts_with("#![enable(implicit_some)]\n// Read from standard input.\n"),
        "{out}"
    );
    let (status, out, errors) = Folder::new().run_with(
        &[
            "import",
            "-",
            "-o",
            "-",
            "--map",
            "when=Wann",
            "--map",
            "title=Was",
        ],
        "Wann,Was\n1971,Shock\n",
    );
    assert_eq!(status, 0, "{errors}");
    assert!(out.contains("title: \"Shock\""), "{out}");
}

#[test]
fn an_import_overwrites_nothing_unasked() {
    let folder = Folder::new()
        .with("slides.json", SLIDES)
        .with("t.ron", GOOD);
    let arguments = [
        "import",
        "slides.json",
        "-o",
        "t.ron",
        "--format",
        "timelinejs",
    ];
    let (status, _, errors) = folder.run(&arguments);
    assert_eq!(status, 2);
    assert!(
        errors.contains("add --force to replace it: t.ron"),
        "{errors}"
    );
    let (status, _, errors) = folder.run(&["import", "t.ron", "-o", "t.ron", "--force"]);
    assert_eq!(status, 2, "{errors}");
    let read = || fs::read_to_string(folder.path("t.ron")).expect("the file");
    assert_eq!(read(), GOOD);
    assert_eq!(folder.run(&[&arguments[..], &["--force"]].concat()).0, 0);
    assert_ne!(read(), GOOD);
}

#[test]
fn an_input_that_cannot_be_read_says_where_and_what_next() {
    let folder = Folder::new()
        .with("cut.json", "{\"events\": [\n  {\"start_date\"")
        .with("t.csv", "a,b\n1,2\n");
    for (arguments, status, said) in [
        (
            &["cut.json", "--format", "timelinejs"][..],
            1,
            "cut.json:2:15: error: expected the JSON of a TimelineJS timeline",
        ),
        (
            &["t.csv", "--format", "csv"],
            1,
            "t.csv:1:1: error: expected a column for the date",
        ),
        (
            &["t.csv", "--format", "csv", "--map", "when"],
            2,
            "expected FIELD=COLUMN",
        ),
        (
            &["t.csv", "--format", "csv", "--map", "wen=a"],
            2,
            "an event has no field `wen`",
        ),
        (
            &["t.csv", "--format", "timelinejs", "--map", "when=a"],
            2,
            "expected --map with a table alone",
        ),
        (
            &["t.csv", "--format", "timelinejs", "--update"],
            2,
            "expected a table to --update from",
        ),
        (&["t.csv", "--update", "--force"], 2, "cannot be used with"),
        (&["t.csv", "--update"], 2, "no such file"),
        (&["nowhere.csv", "--format", "csv"], 2, "no such file"),
    ] {
        let arguments = [&["import", "-o", "out.ron"], arguments].concat();
        let (ended, out, errors) = folder.run(&arguments);
        assert_eq!((ended, out.as_str()), (status, ""), "{errors}");
        assert!(errors.contains(said), "{errors}");
        assert!(!folder.path("out.ron").exists());
    }
}

#[test]
fn an_update_from_a_table_changes_what_differs_and_nothing_else() {
    let with_comment = GOOD
        .replace("    events: [\n", "    events: [\n        // Kept.\n")
        .replace('\n', "\r\n");
    let folder = Folder::new().with("t.ron", &with_comment).with(
        "t.csv",
        "id,when,title,category\na,,A2,\nb,1972,B,Trade\nc,1973,C,Trade\nd,soon,D,\n",
    );
    let arguments = ["import", "t.csv", "-o", "t.ron", "--update"];
    let (status, out, errors) = folder.run(&arguments);
    assert_eq!((status, out.as_str()), (0, ""), "{errors}");
    assert!(
        errors.starts_with("t.ron: 1 event changed, 1 added\n"),
        "{errors}"
    );
    assert!(
        errors.contains("What did not come along:\n- a row was left out"),
        "{errors}"
    );
    let read = || fs::read_to_string(folder.path("t.ron")).expect("the file");
    let expected = with_comment.replace("\"A\"", "\"A2\"").replace(
        "category: \"trade\"),\r\n    ],",
        "category: \"trade\"),\r\n        (id: \"c\", when: \"1973\", title: \"C\", category: \"trade\"),\r\n    ],",
    );
    assert_eq!(read(), expected);
    let (status, _, errors) = folder.run(&arguments);
    assert!(
        status == 0 && errors.starts_with("t.ron: nothing to change\n"),
        "{errors}"
    );
    assert_eq!(read(), expected);
}

const CITED: &str = r#"Timeline(
    categories: [(id: "trade", name: "Trade")],
    sources: [
        (id: "x", kind: Book, author: "Zoe Adams", title: "Yen and dollar", date: "1972"),
        (id: "y", kind: Web, author: "Ministry of Foreign Affairs of Japan", title: "Notes", date: "2001-02-03", url: "https://example.org/notes"),
    ],
    events: [(id: "shock", when: "1971-08", title: "A", category: "trade", sources: ["x"])],
)
"#;

#[test]
fn sources_are_cited_in_four_styles_and_two_languages() {
    let folder = Folder::new().with("t.ron", CITED);
    for (arguments, wanted) in [
        (vec!["shock"], "Adams, Zoe. Yen and Dollar. 1972.\n"),
        (
            vec!["shock", "--style", "apa"],
            "Adams, Z. (1972). Yen and dollar.\n",
        ),
        (
            vec!["--style", "mla"],
            "Adams, Zoe. Yen and Dollar. 1972.\n\nMinistry of Foreign Affairs of Japan. “Notes.” 3 Feb. 2001, https://example.org/notes.\n",
        ),
        (
            vec!["--lang", "ja"],
            "Adams, Zoe. Yen and Dollar. 1972年.\n\nMinistry of Foreign Affairs of Japan. 「Notes」. 2001年2月3日. https://example.org/notes.\n",
        ),
        (
            vec!["shock", "--style", "bibtex"],
            "@book{x,\nauthor = {Adams, Zoe},\ntitle = {{Yen and dollar}},\nyear = {1972},\n}\n",
        ),
    ] {
        let (status, out, said) = folder.run(&[vec!["cite", "t.ron"], arguments].concat());
        assert_eq!((status, said.as_str()), (0, ""));
        assert_eq!(out, wanted);
    }
}

#[test]
fn citing_what_is_not_there_says_so() {
    let folder = Folder::new().with("t.ron", CITED).with("none.ron", GOOD);
    let (status, out, said) = folder.run(&["cite", "t.ron", "shok"]);
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(
        said.contains("there is no event `shok`; did you mean `shock`?"),
        "{said}"
    );
    let (status, out, said) = folder.run(&["cite", "none.ron"]);
    assert_eq!((status, out.as_str()), (0, ""));
    assert!(said.contains("there are no sources to cite"), "{said}");
    let broken = CITED.replace("when: \"1971-08\"", "when: \"1971-15\"");
    let (status, out, said) = folder.run_with(&["cite", "-"], &broken);
    assert_eq!(status, 1, "{said}");
    assert!(
        out.contains("Adams, Zoe") && said.contains("1971-15"),
        "{said}"
    );
}

/// A timeline with two events, a source and a story about one of them.
const LESSON: &str = r#"Timeline(
    title: "Two events", title_ja: "二つの出来事",
    categories: [(id: "trade", name: "Trade")],
    sources: [(id: "s", author: "Jane Doe", title: "A book", kind: Book, date: "1999", url: "https://example.org/book")],
    events: [
        (id: "a", when: "1971-08-15", title: "The dollar leaves gold", category: "trade", sources: ["s"]),
        (id: "b", when: "1985", title: "Plaza Accord", category: "trade"),
    ],
    stories: [(id: "lesson", title: "A lesson", steps: [(event: "b", note: "Ask first.")])],
)
"#;

#[test]
fn handouts_and_worksheets_are_written_on_paper() {
    let folder = Folder::new().with("t.ron", LESSON);
    for (name, options) in [
        (
            "handout.pdf",
            &["--format", "handout", "--style", "apa"][..],
        ),
        (
            "story.pdf",
            &["--format", "handout", "--story", "lesson", "--lang", "ja"],
        ),
        (
            "dates.pdf",
            &["--format", "worksheet-dates", "--paper", "letter"],
        ),
        (
            "key.pdf",
            &["--format", "worksheet-dates", "--key", "--from", "1980"],
        ),
        (
            "titles.pdf",
            &["--format", "worksheet-titles", "--filter", "plaza"],
        ),
    ] {
        let mut arguments = vec!["export", "t.ron", "-o", name];
        arguments.extend(options);
        let (status, output, errors) = folder.run(&arguments);
        assert_eq!((status, &*output, &*errors), (0, "", ""), "{name}");
        let written = fs::read(folder.path(name)).expect("a file");
        assert!(written.starts_with(b"%PDF-"), "{name}");
    }
}

#[test]
fn what_does_not_fit_a_handout_says_so() {
    let folder = Folder::new().with("t.ron", LESSON).with("good.ron", GOOD);
    for (file, options, expected) in [
        (
            "t.ron",
            &["--format", "handout", "--key"][..],
            "expected --key with worksheet-dates and worksheet-titles alone",
        ),
        (
            "t.ron",
            &["--format", "worksheet-dates", "--style", "mla"],
            "expected --style with handout alone",
        ),
        (
            "t.ron",
            &["--style", "mla"],
            "expected --style with handout alone",
        ),
        (
            "t.ron",
            &["--format", "handout", "--style", "bibtex"],
            "expected --style chicago, mla or apa: BibTeX is for programs; see `transpacific cite --style bibtex`",
        ),
        (
            "t.ron",
            &["--format", "handout", "--paper", "a3"],
            "expected --paper a4 or letter for handouts and worksheets",
        ),
        (
            "t.ron",
            &["--format", "handout", "--paper", "a4", "--portrait"],
            "expected --portrait, --distance and --tiles with pdf alone",
        ),
        (
            "t.ron",
            &["--format", "handout", "--theme", "dark"],
            "expected --theme with svg, png, pdf and page alone",
        ),
        (
            "t.ron",
            &["--format", "handout", "--scale", "2"],
            "expected --scale and --transparent with png alone",
        ),
        (
            "t.ron",
            &["--format", "handout", "--story", "leson"],
            "there is no story `leson`; did you mean lesson?",
        ),
        (
            "good.ron",
            &["--format", "handout", "--story", "a"],
            "this timeline has no stories",
        ),
        (
            "t.ron",
            &["--format", "handout", "--filter", "zeppelin"],
            "there is no event to put on a handout; ask for another stretch of time, another filter or another story",
        ),
        (
            "t.ron",
            &["--story", "lesson"],
            "expected --story with --format notes, handout, worksheet-dates or worksheet-titles alone",
        ),
    ] {
        let mut arguments = vec!["export", file, "-o", "out.pdf"];
        arguments.extend(options);
        let (status, output, errors) = folder.run(&arguments);
        assert_eq!(
            (status, &*output, &*errors),
            (2, "", &*format!("error: {expected}\n")),
            "{options:?}"
        );
        assert!(!folder.path("out.pdf").exists());
    }
}
