use std::collections::BTreeSet;

use biblatex::{Bibliography, ChunksExt as _};
use proptest::prelude::*;

use super::names::{Maker, makers};
use super::*;
use crate::document::{Document, SourceKind};

fn shipped() -> Document {
    Document::parse("timeline.ron", include_str!("../../../timeline.ron"))
}

/// A timeline of one source with these fields.
fn of(fields: &str) -> Document {
    let text = format!("Timeline(sources: [(id: \"s\", {fields})])");
    let document = Document::parse("t.ron", text);
    assert_eq!(document.timeline.sources.len(), 1, "{fields}");
    document
}

fn cited(fields: &str, style: Style, lang: Lang) -> String {
    citation(&of(fields).timeline, 0, style, lang)
}

fn by_id(document: &Document, id: &str, style: Style) -> String {
    let sources = &document.timeline.sources;
    let index = sources.iter().position(|source| *source.id == *id);
    let index = index.unwrap_or_else(|| panic!("there is no source {id}"));
    citation(&document.timeline, index, style, Lang::En)
}

/// Sources that ship: id, style, citation.
const SHIPPED: &[(&str, Style, &str)] = &[
    (
        "sadozai-2019",
        Style::Chicago,
        "Sadozai, Sardar Hamdan Khan. “The Changing Dynamics of the USA-Japan Relationship.” 2019.",
    ),
    (
        "sadozai-2019",
        Style::Mla,
        "Sadozai, Sardar Hamdan Khan. “The Changing Dynamics of the USA-Japan Relationship.” 2019.",
    ),
    (
        "sadozai-2019",
        Style::Apa,
        "Sadozai, S. H. K. (2019). The Changing Dynamics of the USA-Japan Relationship.",
    ),
    (
        "foster-1903-perry",
        Style::Chicago,
        "Foster, John W. American Diplomacy in the Orient, Page 150. 1903. https://en.wikisource.org/wiki/Page:American_Diplomacy_in_the_Orient_-_Foster_(1903).djvu/174.",
    ),
    (
        "lalor-shimonoseki",
        Style::Chicago,
        "Lalor, John J., ed. Cyclopædia of Political Science: Shimonoséki Indemnity. n.d. http://www.econlib.org/library/YPDBooks/Lalor/llCy957.html.",
    ),
    (
        "lalor-shimonoseki",
        Style::Mla,
        "Lalor, John J., editor. Cyclopædia of Political Science: Shimonoséki Indemnity. http://www.econlib.org/library/YPDBooks/Lalor/llCy957.html.",
    ),
    (
        "treaty-kanagawa",
        Style::Chicago,
        "United States and Japan. “Treaty of Peace and Amity (18 Stat. Part 2, 446).” Treaty. March 31, 1854. https://en.wikisource.org/wiki/Page:United_States_Statutes_at_Large_Volume_18_Part_2c.djvu/453.",
    ),
    (
        "treaty-kanagawa",
        Style::Apa,
        "United States and Japan. (1854, March 31). Treaty of Peace and Amity (18 Stat. part 2, 446) [Treaty]. https://en.wikisource.org/wiki/Page:United_States_Statutes_at_Large_Volume_18_Part_2c.djvu/453",
    ),
    (
        "jt-harris-2003",
        Style::Chicago,
        "The Japan Times. “Shame and the Pious Pioneer.” June 1, 2003. https://japantimes.co.jp/community/2003/06/01/general/shame-and-the-pious-pioneer.",
    ),
    (
        "jt-harris-2003",
        Style::Mla,
        "“Shame and the Pious Pioneer.” The Japan Times, 1 June 2003, https://japantimes.co.jp/community/2003/06/01/general/shame-and-the-pious-pioneer.",
    ),
    (
        "hsg-opening-japan",
        Style::Apa,
        "U.S. Department of State, Office of the Historian. (n.d.). The United States and the Opening to Japan, 1853. https://history.state.gov/milestones/1830-1860/opening-to-japan",
    ),
    (
        "frus-1862-heusken",
        Style::Apa,
        "Townsend Harris to William H. Seward. (1861). Foreign Relations of the United States, 1862, No. 49. https://history.state.gov/historicaldocuments/frus1862/d643",
    ),
    (
        "indemnity-statement-1880",
        Style::Mla,
        "“A Comprehensive Statement of the Circumstances Surrounding the Exaction of the Japanese Indemnity (Quotes the Hochi Shinbun of 1878).” Circa 1880, http://cord.distantreader.org/stacks/trust/loc/loc_ark+=13960=t3jw97j4z.txt.",
    ),
    (
        "nara-hawaii-1898",
        Style::Chicago,
        "U.S. National Archives. “Joint Resolution to Provide for Annexing the Hawaiian Islands to the United States.” July 7, 1898. https://www.archives.gov/milestone-documents/joint-resolution-for-annexing-the-hawaiian-islands.",
    ),
];

/// Fields of a source, and how Chicago cites it.
const CHICAGO: &[(&str, &str)] = &[
    (
        r#"kind: Speech, author: "Lewis Strauss, by way of PBS American Experience", title: "Statement after Bravo", date: "1954-03-31""#,
        "Strauss, Lewis. “Statement After Bravo.” Speech. PBS American Experience, March 31, 1954.",
    ),
    (
        r#"kind: Report, author: "Dick K. Nanto, Congressional Research Service", title: "Japan’s economy", date: "1996-05""#,
        "Nanto, Dick K. Japan’s Economy. Congressional Research Service, 1996.",
    ),
    (
        r#"kind: Dataset, author: "Billboard", title: "Hot 100", date: "1963-06-15", url: "https://www.billboard.com/charts""#,
        "Billboard. “Hot 100.” Data set. June 15, 1963. https://www.billboard.com/charts.",
    ),
    (
        r#"kind: Article, author: "Nick Kapur, first in The Asia-Pacific Journal: Japan Focus", title: "Mending the “broken dialogue”", date: "2009""#,
        "Kapur, Nick. “Mending the ‘Broken Dialogue.’” The Asia-Pacific Journal: Japan Focus, 2009.",
    ),
    (
        r#"kind: Law, author: "Supreme Court of the United States", title: "Ozawa v. United States and General MacArthur", date: "1922-11-13""#,
        "Supreme Court of the United States. “Ozawa v. United States and General MacArthur.” November 13, 1922.",
    ),
];

#[test]
fn sources_of_every_kind_are_cited_as_the_handbooks_want() {
    let document = shipped();
    let mut kinds = BTreeSet::new();
    for (id, style, wanted) in SHIPPED {
        assert_eq!(by_id(&document, id, *style), *wanted);
        let mut sources = document.timeline.sources.iter();
        let source = sources.find(|source| *source.id == **id);
        kinds.insert(format!("{:?}", source.map(|source| source.kind)));
    }
    assert_eq!(kinds.len(), 7, "{kinds:?}");
    for (fields, wanted) in CHICAGO {
        assert_eq!(cited(fields, Style::Chicago, Lang::En), *wanted);
    }
}

/// Kind, author, its makers (`family | given` for a person who is turned round), and what the work stands in.
const AUTHORS: &[(SourceKind, &str, &[&str], &str)] = &[
    (
        SourceKind::Article,
        "Sardar Hamdan Khan Sadozai",
        &["Sadozai | Sardar Hamdan Khan"],
        "",
    ),
    (
        SourceKind::Article,
        "Sadozai, Sardar Hamdan Khan",
        &["Sadozai | Sardar Hamdan Khan"],
        "",
    ),
    (
        SourceKind::Document,
        "Ministry of Foreign Affairs of Japan",
        &["Ministry of Foreign Affairs of Japan"],
        "",
    ),
    (
        SourceKind::Document,
        "National Diet Library, Japan",
        &["National Diet Library, Japan"],
        "",
    ),
    (
        SourceKind::Book,
        "Hugo Dobson, Julie Gilson and Christopher Hughes",
        &["Dobson | Hugo", "Gilson | Julie", "Hughes | Christopher"],
        "",
    ),
    (
        SourceKind::Book,
        "Hugo Dobson; Julie Gilson",
        &["Dobson | Hugo", "Gilson | Julie"],
        "",
    ),
    (
        SourceKind::Book,
        "Charles de Gaulle",
        &["de Gaulle | Charles"],
        "",
    ),
    (
        SourceKind::Document,
        "Kishi Nobusuke and Dwight D. Eisenhower",
        &["Kishi Nobusuke", "Eisenhower | Dwight D."],
        "",
    ),
    (
        SourceKind::Speech,
        "Koizumi Jun’ichirō (Ministry of Foreign Affairs of Japan)",
        &["Koizumi Jun’ichirō"],
        "Ministry of Foreign Affairs of Japan",
    ),
    (SourceKind::Article, "Mari Kunieda", &["Kunieda | Mari"], ""),
    (
        SourceKind::Article,
        "Michael J. Green and Koji Murata",
        &["Green | Michael J.", "Murata | Koji"],
        "",
    ),
    (SourceKind::Article, "宇惠一郎", &["宇惠一郎"], ""),
    (SourceKind::Speech, "Ban Ki-moon", &["Ban Ki-moon"], ""),
    (SourceKind::News, "The Japan Times", &[], "The Japan Times"),
    (
        SourceKind::News,
        "Associated Press",
        &["Associated Press"],
        "",
    ),
    (
        SourceKind::News,
        "Kyodo, in The Japan Times",
        &["Kyodo"],
        "The Japan Times",
    ),
    (
        SourceKind::News,
        "Peter Baker, The Washington Post",
        &["Baker | Peter"],
        "The Washington Post",
    ),
    (
        SourceKind::News,
        "Agence France-Presse, by way of The Sun (Malaysia)",
        &["Agence France-Presse"],
        "The Sun (Malaysia)",
    ),
    (SourceKind::Web, "Baker McKenzie", &["Baker McKenzie"], ""),
    (
        SourceKind::Web,
        "Rakuten Securities, Tōshiru",
        &["Rakuten Securities, Tōshiru"],
        "",
    ),
    (
        SourceKind::Web,
        "Sandler, Travis & Rosenberg",
        &["Sandler, Travis & Rosenberg"],
        "",
    ),
    (
        SourceKind::Treaty,
        "United States and Japan",
        &["United States and Japan"],
        "",
    ),
    (
        SourceKind::Treaty,
        "Japan, France, Great Britain, the Netherlands and the United States",
        &["Japan, France, Great Britain, the Netherlands and the United States"],
        "",
    ),
    (
        SourceKind::Document,
        "John Hay to Andrew D. White",
        &["John Hay to Andrew D. White"],
        "",
    ),
    (
        SourceKind::Document,
        "John Kerry, U.S. Secretary of State",
        &["Kerry | John"],
        "",
    ),
];

#[test]
fn persons_are_turned_round_and_nobody_else() {
    for (kind, author, wanted, within) in AUTHORS {
        let made = makers(author, *kind);
        let said = made.makers.iter().map(|maker| match maker {
            Maker::Whole(name) => name.clone(),
            Maker::Person { family, given, .. } => format!("{family} | {given}"),
        });
        assert_eq!(said.collect::<Vec<_>>(), *wanted, "{author}");
        assert_eq!(made.within.unwrap_or_default(), *within, "{author}");
    }
    let junior = "Joseph R. Biden, Jr., The American Presidency Project";
    let junior = makers(junior, SourceKind::Speech);
    let suffix = Some("Jr.".to_owned());
    assert!(matches!(
        junior.makers.as_slice(),
        [Maker::Person { suffix: found, .. }] if *found == suffix
    ));
}

#[test]
fn every_source_that_ships_is_cited_in_every_style() {
    let document = shipped();
    let timeline = &document.timeline;
    for style in Style::ALL {
        for (index, source) in timeline.sources.iter().enumerate() {
            let cited = citation(timeline, index, style, Lang::En);
            let lines = cited.lines().count();
            assert!(lines == 1 || style == Style::BibTex, "{cited}");
            for wrong in [",)", "..", "Retrieved", "ccessed", "  "] {
                let said = source.title.contains(wrong) || style == Style::BibTex;
                assert!(said || !cited.contains(wrong), "{style:?} {wrong}: {cited}");
            }
            let year = source.date.as_deref().and_then(|date| date.get(..4));
            assert!(year.is_none_or(|year| cited.contains(year)), "{cited}");
            let host = source.url.as_deref().and_then(|url| url.split('/').nth(2));
            assert!(host.is_none_or(|host| cited.contains(host)), "{cited}");
        }
        let all = bibliography(timeline, style, Lang::En);
        assert_eq!(
            all.split("\n\n").count(),
            timeline.sources.len(),
            "{style:?}"
        );
    }
}

#[test]
fn an_event_is_cited_with_each_of_its_sources_once_in_order() {
    let text = r#"Timeline(
        categories: [(id: "c", name: "C")],
        sources: [
            (id: "z", kind: Book, author: "Adam Zola", title: "Last"),
            (id: "unused", kind: Book, author: "Nobody Else", title: "Unused"),
            (id: "a", kind: Book, author: "Zoe Adams", title: "First"),
            (id: "m", kind: Web, author: "Ministry of Wit", title: "Middle"),
        ],
        events: [(id: "e", when: "1971", title: "E", category: "c", sources: ["z", "a"], excerpts: [
            (source: "m", quote: "one"), (source: "z", quote: "two"),
        ])],
    )"#;
    let document = Document::parse("t.ron", text);
    let cited = |style| of_event(&document.timeline, 0, style, Lang::En);
    assert_eq!(
        cited(Style::Chicago),
        "Adams, Zoe. First. n.d.\n\nMinistry of Wit. “Middle.”\n\nZola, Adam. Last. n.d."
    );
    let keys: Vec<_> = cited(Style::BibTex)
        .lines()
        .filter_map(|line| line.split_once('{').filter(|_| line.starts_with('@')))
        .map(|(_, key)| key.to_owned())
        .collect();
    assert_eq!(keys, ["a,", "m,", "z,"]);
    assert_eq!(of_event(&document.timeline, 7, Style::Mla, Lang::En), "");
    assert_eq!(citation(&document.timeline, 7, Style::Apa, Lang::En), "");
    let twice = citations(&document.timeline, &[0, 0, 9], Style::Mla, Lang::En);
    assert_eq!(twice.len(), 1);
}

#[test]
fn works_of_one_author_and_year_are_told_apart_by_letters() {
    let text = "Timeline(sources: [
        (id: \"b\", author: \"Perry, Matthew\", title: \"Second letter\", date: \"1854-02-01\"),
        (id: \"c\", author: \"Harris, Townsend\", title: \"Journal\", date: \"1854\"),
        (id: \"a\", author: \"Perry, Matthew\", title: \"First letter\", date: \"1854-01-01\"),
        (id: \"d\", author: \"Perry, Matthew\", title: \"Memoir\", date: \"1855\"),
    ])";
    let document = Document::parse("t.ron", text);
    let all = bibliography(&document.timeline, Style::Apa, Lang::En);
    let years: Vec<_> = all
        .split("\n\n")
        .filter_map(|line| Some(line.split_once('(')?.1.split_once([',', ')'])?.0))
        .collect();
    assert_eq!(years, ["1854", "1854a", "1854b", "1855"], "{all}");
}

#[test]
fn titles_of_books_are_in_italics() {
    let document = of(r#"kind: Book, author: "Adam Gower", title: "Jacob Schiff", date: "2018""#);
    let runs = citations(&document.timeline, &[0], Style::Chicago, Lang::En);
    let run = |text: &str, italic| Run {
        text: text.to_owned(),
        italic,
    };
    let wanted = [
        run("Gower, Adam. ", false),
        run("Jacob Schiff", true),
        run(". 2018.", false),
    ];
    assert_eq!(runs, [wanted]);
}

#[test]
fn dates_say_what_is_known_and_no_more() {
    let dated = |date: &str, style| {
        cited(
            &format!("kind: Web, author: \"Ministry of Wit\", title: \"T\", date: \"{date}\""),
            style,
            Lang::En,
        )
    };
    for (date, chicago, apa) in [
        ("1971-08-15", "August 15, 1971", "(1971, August 15)"),
        ("1971-08", "August 1971", "(1971, August)"),
        ("1971", "1971", "(1971)"),
        ("1880~", "[1880?]", "(ca. 1880)"),
        (
            "1941-12-07T07:48:00-10:30",
            "December 7, 1941",
            "(1941, December 7)",
        ),
        ("1931/1941", "1931 – 1941", "(1931 – 1941)"),
        ("197X", "1970s", "(1970s)"),
        ("spring of 1950", "spring of 1950", "(spring of 1950)"),
        ("undated", "undated", "(undated)"),
    ] {
        let said = dated(date, Style::Chicago);
        assert_eq!(said, format!("Ministry of Wit. “T.” {chicago}."), "{date}");
        let said = dated(date, Style::Apa);
        assert_eq!(said, format!("Ministry of Wit. {apa}. T."), "{date}");
    }
    let none = cited(
        "kind: Web, author: \"Ministry of Wit\", title: \"T\"",
        Style::Apa,
        Lang::En,
    );
    assert_eq!(none, "Ministry of Wit. (n.d.). T.");
}

#[test]
fn japanese_has_its_own_dates_and_marks() {
    let fields = r#"kind: Treaty, author: "日本国", title: "条約の本文", date: "1960-01-19""#;
    assert_eq!(
        cited(fields, Style::Chicago, Lang::Ja),
        "日本国. 「条約の本文」. 条約. 1960年1月19日."
    );
    assert_eq!(
        cited(fields, Style::Apa, Lang::Ja),
        "日本国. (1960, January 19). 条約の本文 [Treaty]."
    );
}

/// What a program reads that takes BibTeX.
fn read(text: &str) -> Vec<biblatex::Entry> {
    let read = Bibliography::parse(text);
    read.unwrap_or_else(|error| panic!("{error}\n{text}"))
        .into_vec()
}

fn field(entry: &biblatex::Entry, name: &str) -> Option<String> {
    entry.get(name).map(|chunks| chunks.format_verbatim())
}

#[test]
fn what_is_written_for_bibtex_reads_as_the_file_says() {
    let document = shipped();
    let timeline = &document.timeline;
    let text = bibliography(timeline, Style::BibTex, Lang::En);
    let entries = read(&text);
    assert_eq!(entries.len(), timeline.sources.len());
    for source in &timeline.sources {
        let entry = entries.iter().find(|entry| entry.key == *source.id);
        let entry = entry.unwrap_or_else(|| panic!("no entry for {}", source.id));
        assert_eq!(field(entry, "title").as_deref(), Some(source.title.trim()));
        // The reader makes dashes of hyphens in an address too.
        let url = source.url.as_deref();
        let url = url.map(|url| url.replace("---", "—").replace("--", "–"));
        assert_eq!(field(entry, "url"), url, "{}", source.id);
        let year = source.date.as_deref().and_then(|date| date.get(..4));
        assert_eq!(field(entry, "year").as_deref(), year, "{}", source.id);
        let made = makers(source.author.as_deref().unwrap_or_default(), source.kind);
        let persons = if made.edited {
            entry.editors().expect("editors").remove(0).0
        } else {
            entry.author().unwrap_or_default()
        };
        let names: Vec<_> = persons
            .iter()
            .map(|person| (person.name.as_str(), person.given_name.as_str()))
            .collect();
        let wanted: Vec<_> = made
            .makers
            .iter()
            .map(|maker| match maker {
                Maker::Whole(name) => (name.as_str(), ""),
                Maker::Person { family, given, .. } => (family.as_str(), given.as_str()),
            })
            .collect();
        assert_eq!(names, wanted, "{}", source.id);
    }
    let library = hayagriva::io::from_biblatex_str(&text);
    assert_eq!(library.expect("a library").len(), timeline.sources.len());
}

#[test]
fn keys_for_bibtex_are_fit_and_unique() {
    let ids = ["a b", "a-b", "A-b", "日本", "論文", "x{y}", "café"];
    let sources = ids.map(|id| format!("(id: \"{id}\", title: \"T\")"));
    let text = format!("Timeline(sources: [{}])", sources.join(", "));
    let document = Document::parse("t.ron", text);
    let keys = bibtex::keys(&document.timeline);
    assert_eq!(keys.len(), ids.len());
    let unique: BTreeSet<_> = keys.iter().map(|key| key.to_lowercase()).collect();
    assert_eq!(unique.len(), keys.len(), "{keys:?}");
    assert!(
        keys.iter()
            .all(|key| key.is_ascii() && !key.contains([' ', '{', ','])),
        "{keys:?}"
    );
    let written = bibliography(&document.timeline, Style::BibTex, Lang::En);
    assert_eq!(read(&written).len(), ids.len());
}

#[test]
fn nothing_in_a_title_can_break_what_is_written() {
    let long = "long ".repeat(20_000);
    for title in [
        "Braces { and } and \\textbf{commands} 100 % & more_less #1 $5 ~ ^",
        "} @book{other, title = {Stolen}",
        "a\u{0}b\u{7}c\nd\te\r\nf",
        "“unbalanced ” quotes ”",
        "日米安全保障条約の改定",
        "Shimonoséki, Tōkyō, Ōhara",
        long.as_str(),
    ] {
        let quoted = serde_json::to_string(title)
            .expect("a string")
            .replace("\\u0000", "\\u{0}")
            .replace("\\u0007", "\\u{7}");
        let fields = format!("kind: Document, author: {quoted}, title: {quoted}, date: {quoted}");
        let document = of(&fields);
        for style in Style::ALL {
            let said = citation(&document.timeline, 0, style, Lang::En);
            assert!(said.chars().count() < 4_000, "{style:?} is not bounded");
            assert!(
                !said
                    .chars()
                    .any(|letter| letter.is_control() && letter != '\n'),
                "{said:?}"
            );
        }
        let entries = read(&citation(&document.timeline, 0, Style::BibTex, Lang::En));
        let [entry] = entries.as_slice() else {
            panic!("{} entries for {title}", entries.len());
        };
        assert_eq!(field(entry, "title"), Some(entry::clean(title)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn anything_can_be_cited(author in "\\PC{0,40}", title in "\\PC{0,40}", date in "\\PC{0,12}", url in "(https?://)?\\PC{0,20}") {
        let mut document = of("kind: News, title: \"T\"");
        for source in &mut document.timeline.sources {
            (source.author, source.title) = (Some(author.clone()), title.clone());
            (source.date, source.url) = (Some(date.clone()), Some(url.clone()));
        }
        for style in Style::ALL {
            for lang in [Lang::En, Lang::Ja] {
                citation(&document.timeline, 0, style, lang);
            }
        }
        let written = citation(&document.timeline, 0, Style::BibTex, Lang::En);
        prop_assert_eq!(read(&written).len(), 1, "{}", written);
    }
}
