//! Handouts and worksheets: what stands on their pages, and where.

use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use transpacific::document::Event;
use transpacific::export::{ExportError, Folio, Handout, Leaf, Paper, folios, handout};
use transpacific::scene::{Anchor, Fonts, Item, Rect, Theme};
use transpacific::state::CitationStyle;
use transpacific::time::Lang;

use crate::{SHIPPED, SMALL, Wish};

const KINDS: [Leaf; 5] = [
    Leaf::Reading,
    Leaf::Dates,
    Leaf::Titles,
    Leaf::DatesKey,
    Leaf::TitlesKey,
];

fn wanted(kind: Leaf) -> Handout {
    Handout {
        paper: Paper::A4,
        kind,
        style: CitationStyle::Chicago,
        story: None,
    }
}

impl Wish {
    fn on_paper(text: &str, lang: Lang, filter: &'static str) -> Self {
        Self {
            lang,
            filter,
            theme: Theme::print(),
            ..Self::of(text)
        }
    }

    fn pages(&self, wanted: &Handout) -> Result<Vec<Folio>, ExportError> {
        self.with(|look| folios(look, wanted, &AtomicBool::new(false)))
    }
}

/// A text of a page: where its letters stand, and what it says.
type Text = (Rect, String);

/// The texts of a page that are laid out in its own points: all but those of the timeline.
fn texts(folio: &Folio) -> Vec<Text> {
    let fonts = Fonts::bundled();
    let own = folio.layers.iter().filter(|layer| layer.at == layer.shown);
    let items = own.flat_map(|layer| &layer.scene.items);
    let text = |item: &Item| {
        let Item::Text {
            at,
            anchor,
            text,
            style,
            ..
        } = item
        else {
            return None;
        };
        let width = fonts.width(text, *style);
        let left = match anchor {
            Anchor::Left => at.x,
            Anchor::Center => at.x - width / 2.0,
            Anchor::Right => at.x - width,
        };
        // From the top of a capital to the foot of a g.
        let (top, bottom) = (at.y - style.size * 0.42, at.y + style.size * 0.5);
        Some((
            Rect::new(left + HAIR, top, left + width - HAIR, bottom),
            text.clone(),
        ))
    };
    items.filter_map(text).collect()
}

/// Runs on one line touch; sums of widths are right to this, in points.
const HAIR: f32 = 0.02;

/// What all pages say, in the order in which it is read.
fn said(folios: &[Folio]) -> String {
    let texts = folios.iter().flat_map(texts).map(|(_, text)| text);
    texts.collect::<Vec<_>>().join(" ")
}

/// Margins of a page, in points: what every printer leaves free, and some for a hole punch.
const MARGIN: f32 = 28.0;

fn check(folio: &Folio, about: &str) {
    let inside = Rect::new(
        MARGIN,
        MARGIN,
        folio.size.width - MARGIN,
        folio.size.height - MARGIN,
    );
    let texts = texts(folio);
    assert!(texts.len() > 1, "{about}: an empty page");
    for (at, (rect, text)) in texts.iter().enumerate() {
        assert!(
            inside.intersection(rect) == *rect,
            "{about}: outside: {text}"
        );
        let over = texts
            .iter()
            .skip(at + 1)
            .find(|(other, _)| rect.overlaps(other));
        assert!(over.is_none(), "{about}: {text} and {over:?}");
    }
    for layer in folio.layers.iter().filter(|layer| layer.at != layer.shown) {
        assert!(inside.intersection(&layer.shown) == layer.shown, "{about}");
        let over = texts.iter().find(|(rect, _)| rect.overlaps(&layer.shown));
        assert!(over.is_none(), "{about}: the timeline and {over:?}");
    }
}

#[test]
fn on_every_page_words_stand_apart_and_within_the_margins() {
    for (text, filter) in [
        (SHIPPED, "significance:>=4"),
        (SMALL, ""),
        (SHIPPED, "nixon"),
    ] {
        for lang in [Lang::En, Lang::Ja] {
            let wish = Wish::on_paper(text, lang, filter);
            for kind in KINDS {
                for paper in [Paper::A4, Paper::Letter] {
                    let wanted = Handout {
                        paper,
                        ..wanted(kind)
                    };
                    let pages = wish.pages(&wanted).expect("pages");
                    for (number, folio) in pages.iter().enumerate() {
                        let about = format!("{kind:?} {lang:?} {paper:?} {filter} {number}");
                        check(folio, &about);
                        let count = format!("{} / {}", number + 1, pages.len());
                        assert!(
                            texts(folio).iter().any(|(_, text)| *text == count),
                            "{about}"
                        );
                    }
                }
            }
        }
    }
}

/// A timeline of so many events, a line each.
fn many(count: usize) -> String {
    let event = |number: usize| {
        let (year, month) = (1800 + number / 12, number % 12 + 1);
        format!(
            "(id: \"e{number}\", when: \"{year}-{month:02}\", title: \"Happening {number:04}\", \
             category: \"c{}\", summary: \"What was said of it then filled the papers for a week, and then was \
             forgotten by all but a few who kept the cuttings.\"),",
            number % 3
        )
    };
    let events: String = (0..count).map(event).collect();
    format!(
        "Timeline(title: \"Much\", categories: [(id: \"c0\"), (id: \"c1\"), (id: \"c2\")], events: [{events}])"
    )
}

#[test]
fn no_event_is_parted_from_its_first_lines_and_no_heading_from_its_event() {
    let wish = Wish::on_paper(&many(300), Lang::En, "");
    let pages = wish.pages(&wanted(Leaf::Reading)).expect("pages");
    assert!(pages.len() > 5, "{}", pages.len());
    let mut seen = 0;
    for folio in &pages {
        let texts = texts(folio);
        // The foot is the last one or two texts; above it the columns stand side by side.
        for left in [true, false] {
            let middle = folio.size.width / 2.0;
            let is_here = |(rect, _): &&Text| (rect.left < middle) == left;
            let column: Vec<_> = texts.iter().filter(is_here).collect();
            for (at, (rect, text)) in column.iter().enumerate() {
                let is_head = text.starts_with("Happening") || text.ends_with("0s");
                if !is_head {
                    continue;
                }
                seen += 1;
                let below = column.get(at + 1..).unwrap_or_default().iter();
                let after = below.filter(|(other, _)| other.bottom < folio.size.height - 50.0);
                assert!(after.count() >= 2, "{text} at {rect:?} stands alone");
            }
        }
    }
    assert!(seen >= 300, "{seen}");
}

#[test]
fn two_thousand_events_are_laid_out_and_more_are_refused() {
    let began = Instant::now();
    let wish = Wish::on_paper(&many(2_000), Lang::En, "");
    for kind in [Leaf::Reading, Leaf::Dates, Leaf::Titles] {
        let pages = wish.pages(&wanted(kind)).expect("pages");
        let said = said(&pages);
        if kind == Leaf::Reading {
            assert!(said.contains("Happening 0000") && said.contains("Happening 1999"));
        }
        assert!(pages.len() > 50, "{}", pages.len());
    }
    println!("{} ms", began.elapsed().as_millis());
    let wish = Wish::on_paper(&many(2_001), Lang::En, "");
    let error = wish.pages(&wanted(Leaf::Reading)).err();
    assert_eq!(error, Some(ExportError::TooManyEvents(2_001, 2_000)));
}

#[test]
fn nothing_to_hand_out_is_said_instead_of_printed() {
    let wish = Wish::on_paper(SHIPPED, Lang::En, "zeppelin AND submarine AND xylophone");
    for kind in KINDS {
        let error = wish.pages(&wanted(kind)).err();
        assert_eq!(error, Some(ExportError::NoEvents));
    }
}

const LESSON: &str = r#"Timeline(
    title: "All of it", title_ja: "全体",
    categories: [(id: "c", name: "Things")],
    sources: [(id: "s", author: "Jane Doe", title: "A book", kind: Book, url: "https://example.org/book"), (id: "t", title: "Unused")],
    events: [
        (id: "first", when: "1901", title: "The first", category: "c"),
        (id: "second", when: "1902", title: "The second", category: "c", sources: ["s"]),
        (id: "third", when: "1903", title: "The third", category: "c", excerpts: [(source: "s", paragraph: 4, quote: "so it was", stance: Disputes)]),
        (id: "fourth", when: "1904", title: "The fourth", category: "c"),
    ],
    stories: [(id: "lesson", title: "Backwards", title_ja: "逆順", steps: [
        (event: "third", note: "Ask the sleepers first."),
        (event: "first", note: "The answer is **money**."),
        (window: "1900/1905", events: ["third", "second"]),
    ])],
)"#;

#[test]
fn a_story_hands_out_its_events_in_its_order_once_and_keeps_its_notes() {
    let wish = Wish::on_paper(LESSON, Lang::En, "");
    let story = Handout {
        story: Some(0),
        ..wanted(Leaf::Reading)
    };
    let text = said(&wish.pages(&story).expect("pages"));
    let places: Vec<_> = [
        "Backwards",
        "The third",
        "The first",
        "The second",
        "Sources",
    ]
    .iter()
    .map(|words| {
        text.find(words)
            .unwrap_or_else(|| panic!("{words}: {text}"))
    })
    .collect();
    assert!(places.is_sorted(), "{places:?}: {text}");
    assert_eq!(text.matches("The third").count(), 1, "{text}");
    for words in ["The fourth", "sleepers", "money", "Unused"] {
        assert!(!text.contains(words), "{words}: {text}");
    }
    assert!(
        text.contains("so it was") && text.contains("disputes"),
        "{text}"
    );
}

#[test]
fn sources_lead_into_the_web_and_eras_are_bookmarks() {
    let pages = Wish::on_paper(LESSON, Lang::En, "").pages(&wanted(Leaf::Reading));
    let pages = pages.expect("pages");
    let links: Vec<_> = pages.iter().flat_map(|folio| &folio.links).collect();
    // The number after the summary, the one after the quotation, and the source itself.
    assert_eq!(links.len(), 3);
    assert!(
        links
            .iter()
            .all(|link| link.address == "https://example.org/book")
    );
    let pages = Wish::on_paper(SHIPPED, Lang::Ja, "significance:5").pages(&wanted(Leaf::Reading));
    let pages = pages.expect("pages");
    let marks: BTreeSet<_> = pages
        .iter()
        .flat_map(|folio| &folio.bookmarks)
        .collect::<Vec<_>>()
        .into_iter()
        .map(|(title, _)| title.as_str())
        .collect();
    assert!(
        marks.contains("占領期") && marks.contains("出典"),
        "{marks:?}"
    );
    let sheet = Wish::on_paper(SHIPPED, Lang::En, "significance:5").pages(&wanted(Leaf::Titles));
    assert!(
        sheet
            .expect("pages")
            .iter()
            .all(|folio| folio.bookmarks.is_empty())
    );
}

#[test]
fn a_key_is_its_worksheet_with_the_answers_filled_in() {
    for (sheet, key) in [
        (Leaf::Dates, Leaf::DatesKey),
        (Leaf::Titles, Leaf::TitlesKey),
    ] {
        for lang in [Lang::En, Lang::Ja] {
            let wish = Wish::on_paper(SHIPPED, lang, "significance:5");
            let pages = |kind| wish.pages(&wanted(kind)).expect("pages");
            let (sheet, key) = (pages(sheet), pages(key));
            assert_eq!(sheet.len(), key.len());
            let mut answers = 0;
            for (sheet, key) in sheet.iter().zip(&key).skip(1) {
                let (on_sheet, on_key) = (texts(sheet), texts(key));
                assert!(
                    on_sheet.iter().all(|text| on_key.contains(text)),
                    "{on_sheet:?}"
                );
                answers += on_key.len() - on_sheet.len();
            }
            assert!(answers > 5, "{answers}");
        }
    }
}

/// Whether an event's name is one that a sheet without names must not say.
fn names(event: &Event) -> impl Iterator<Item = &str> {
    let names = [Some(&*event.title), event.title_ja.as_deref()];
    names.into_iter().flatten()
}

#[test]
fn no_worksheet_says_what_it_asks() {
    for lang in [Lang::En, Lang::Ja] {
        let wish = Wish::on_paper(SHIPPED, lang, "significance:>=4");
        let text = said(&wish.pages(&wanted(Leaf::Titles)).expect("pages"));
        let events: Vec<_> = wish
            .timeline
            .events
            .iter()
            .filter(|event| event.significance >= 4)
            .collect();
        for name in events.iter().flat_map(|event| names(event)) {
            assert!(!text.contains(name), "{name}");
        }
        let text = said(&wish.pages(&wanted(Leaf::Dates)).expect("pages"));
        for event in events {
            let when = event.when.display(lang);
            assert!(!text.contains(&when), "{when}");
            let year = event.when.text().get(..4).unwrap_or_default();
            assert!(!text.contains(year), "{year} of {}", &*event.title);
        }
    }
}

#[test]
fn the_same_handout_is_the_same_file() {
    let wish = Wish::on_paper(SMALL, Lang::En, "");
    let drawn = || wish.with(|look| handout(look, &wanted(Leaf::Dates), &AtomicBool::new(false)));
    let first = drawn().expect("a file");
    assert!(first.bytes.starts_with(b"%PDF-"));
    assert!(first == drawn().expect("a file"));
    let odd = SMALL.replacen("title: \"", "title: \"\u{16A0}", 1);
    let wish = Wish::on_paper(&odd, Lang::En, "");
    let drawn = wish.with(|look| handout(look, &wanted(Leaf::Reading), &AtomicBool::new(false)));
    assert!(drawn.expect("a file").missing.contains(&'\u{16A0}'));
}
