//! PDF as other programs read it: poppler's tools say what text, fonts, links and bookmarks there are.
//!
//! Needs `poppler-utils`, hence the feature `real-tools`.

#![expect(
    clippy::expect_used,
    reason = "a test that cannot go on should say why"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use transpacific::document::{Document, Event};
use transpacific::export::cite;
use transpacific::time::{Lang, day_of_year_start};

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

/// The events of the shipped file from these years that the tests below hand out.
const YEARS: [&str; 4] = ["--from", "1971", "--to", "1975"];

fn sheet(format: &str, options: &[&str]) -> Written {
    let mut all = vec!["--format", format];
    all.extend(YEARS);
    all.extend(options);
    Written::new(&all)
}

/// The shipped file, and its events from these years.
fn handed_out() -> (Document, Vec<usize>) {
    let document = Document::parse(
        "timeline.ron",
        fs::read_to_string(SHIPPED).expect("the file"),
    );
    let events = (0..).zip(&document.timeline.events).filter(|(_, event)| {
        let extent = event.when.extent();
        let (from, to) = (day_of_year_start(1971), day_of_year_start(1976));
        extent.start < to && from < extent.end
    });
    let events: Vec<_> = events.map(|(index, _)| index).collect();
    assert!(events.len() > 8, "{}", events.len());
    (document, events)
}

/// A text as one line without the spaces that lines may break at.
fn dense(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace())
        .collect()
}

#[test]
fn a_handout_can_be_read_and_lists_every_source_that_is_cited() {
    let (document, events) = handed_out();
    let timeline = &document.timeline;
    for (lang, options) in [(Lang::En, &[][..]), (Lang::Ja, &["--lang", "ja"])] {
        let written = sheet("handout", options);
        let text = dense(&written.text());
        let list = if lang == Lang::Ja {
            "出典"
        } else {
            "Sources"
        };
        let (told, listed) = text.rsplit_once(list).expect("the sources");
        for event in events.iter().map(|&index| &timeline.events[index]) {
            for words in [&*event.summary, &*event.title, &*event.when.display(lang)] {
                assert!(told.contains(&dense(words)), "{lang:?}: {words}");
            }
            if let Some(title) = &event.title_ja {
                assert!(told.contains(&dense(title)), "{lang:?}: {}", &**title);
            }
            for excerpt in event.excerpts.iter() {
                assert!(told.contains(&dense(&excerpt.quote)), "{}", &*excerpt.quote);
            }
        }
        let sources: BTreeSet<usize> = events
            .iter()
            .flat_map(|&index| cite::sources_of(&timeline.events[index]))
            .collect();
        let links = written.said("pdfinfo", &["-url"], &[]);
        for source in sources {
            let citation = cite::citation(timeline, source, cite::Style::Chicago, lang);
            // Of several works by one author the style names the author once.
            let title = timeline.sources[source].url.as_deref().unwrap_or(&citation);
            assert!(listed.contains(&dense(title)), "{lang:?}: {title}");
            if let Some(url) = timeline.sources[source].url.as_deref() {
                assert!(links.contains(url), "{url}");
            }
        }
        let fonts = written.said("pdffonts", &[], &[]);
        let fonts: Vec<_> = fonts.lines().skip(2).collect();
        assert_eq!(fonts.len(), 3, "{fonts:?}");
        assert!(
            fonts.iter().all(|font| font.contains(" yes yes yes ")),
            "{fonts:?}"
        );
    }
}

#[test]
fn a_worksheet_hides_the_dates_and_its_key_tells_them_in_the_same_order() {
    let (document, events) = handed_out();
    let titles: Vec<_> = events
        .iter()
        .map(|&index| &document.timeline.events[index])
        .collect();
    for (lang, options) in [(Lang::En, &[][..]), (Lang::Ja, &["--lang", "ja"])] {
        let text = sheet("worksheet-dates", options).text();
        let keyed: Vec<_> = [options, &["--key"]].concat();
        let key = sheet("worksheet-dates", &keyed).text();
        // The years and months under the timeline are no answers: they stand in lines by themselves.
        let is_tick = |word: &str| {
            let number = word.trim_end_matches(['年', '月']);
            number.parse::<u32>().is_ok() || ["Jan", "Apr", "Jul", "Oct"].contains(&word)
        };
        let is_axis = |line: &&str| line.split_whitespace().all(is_tick);
        let asked: Vec<_> = text.lines().filter(|line| !is_axis(line)).collect();
        let asked = dense(&asked.concat());
        let (whole, answered) = (dense(&text), dense(&key));
        for event in &titles {
            let when = dense(&event.when.display(lang));
            assert!(!whole.contains(&when) && answered.contains(&when), "{when}");
            let year = event.when.text().get(..4).unwrap_or_default();
            assert!(!asked.contains(year), "{year}: {asked}");
        }
        assert_eq!(
            order(&whole, &titles, lang),
            order(&answered, &titles, lang)
        );
    }
}

/// The events in the order in which a sheet without dates names them, as far as their names hold none.
fn order(text: &str, events: &[&Event], lang: Lang) -> Vec<usize> {
    let place = |event: &&Event| {
        let title = lang.choose(&event.title, event.title_ja.as_deref());
        text.find(&dense(title))
    };
    let mut places: Vec<_> = (0..)
        .zip(events)
        .filter_map(|(at, event)| Some((place(event)?, at)))
        .collect();
    assert!(places.len() > 5, "{}", places.len());
    places.sort_unstable();
    let order: Vec<usize> = places.into_iter().map(|(_, at)| at).collect();
    assert!(!order.is_sorted(), "the order gives the dates away");
    order
}

#[test]
fn a_worksheet_hides_the_names_and_its_key_tells_them_in_the_same_order() {
    let (document, events) = handed_out();
    for (lang, options) in [(Lang::En, &[][..]), (Lang::Ja, &["--lang", "ja"])] {
        let text = dense(&sheet("worksheet-titles", options).text());
        let keyed: Vec<_> = [options, &["--key"]].concat();
        let key = dense(&sheet("worksheet-titles", &keyed).text());
        let (mut on_sheet, mut on_key) = (0, 0);
        for event in events.iter().map(|&index| &document.timeline.events[index]) {
            for title in [Some(&event.title), event.title_ja.as_ref()]
                .into_iter()
                .flatten()
            {
                assert!(!text.contains(&dense(title)), "{}", &**title);
            }
            let title = lang.choose(&event.title, event.title_ja.as_deref());
            let after = key.get(on_key..).and_then(|rest| rest.find(&dense(title)));
            on_key += after.unwrap_or_else(|| panic!("{title} after {on_key} of {key}"));
            let when = dense(&event.when.display(lang));
            let after = text.get(on_sheet..).and_then(|rest| rest.find(&when));
            on_sheet += after.unwrap_or_else(|| panic!("{when} after {on_sheet}"));
        }
    }
}

#[test]
fn a_storys_handout_has_its_title_and_not_its_notes() {
    let written = Written::new(&["--format", "handout", "--story", "nixon-to-hanoi"]);
    let (text, dense_text) = (written.text(), dense(&written.text()));
    assert!(text.contains("From Nixon to Hanoi"), "{text}");
    let (document, _) = handed_out();
    let story = document
        .timeline
        .story("nixon-to-hanoi")
        .expect("the story");
    for note in story.steps.iter().filter_map(|step| step.note.as_deref()) {
        let first: String = note.split_inclusive(' ').take(6).collect();
        assert!(!dense_text.contains(&dense(&first)), "{first}");
    }
    let about = written.said("pdfinfo", &[], &[]);
    assert!(
        about.contains("Title:           From Nixon to Hanoi"),
        "{about}"
    );
}
