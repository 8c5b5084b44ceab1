//! SVG.

use proptest::prelude::{any, prop, prop_assert_eq, proptest};
use proptest::test_runner::{Config, RngSeed};

use transpacific::export::{Form, Lettering};
use transpacific::time::Lang;

use crate::{SHIPPED, SMALL, Wish};

const NAMED: Form = Form::Svg(Lettering::Named);
const SVG: &str = "http://www.w3.org/2000/svg";

#[test]
fn a_small_picture_as_text() {
    insta::assert_snapshot!(Wish::of(SMALL).text((900.0, 420.0), NAMED));
}

#[test]
fn text_stays_text_titles_stay_titles_and_sources_are_links() {
    let svg = Wish::of(SMALL).text((900.0, 500.0), NAMED);
    let document = roxmltree::Document::parse(&svg).expect("well formed");
    let texts: Vec<_> = of_name(&document, "text")
        .filter_map(|node| node.text())
        .collect();
    assert!(texts.contains(&"A \"trade\" act & more"), "{texts:?}");
    let titles: Vec<_> = of_name(&document, "title")
        .filter_map(|node| node.text())
        .collect();
    assert!(titles.contains(&"Dollar and yen"), "{titles:?}");
    assert!(
        titles.contains(&"Plaza Accord, 22 September 1985"),
        "{titles:?}"
    );
    // The first source of the shock is no page of the web, its second one is.
    let links: Vec<_> = of_name(&document, "a")
        .filter_map(|node| node.attribute("href"))
        .collect();
    assert_eq!(links, ["https://example.org/frus?a=1&b=2"; 2]);
}

#[test]
fn what_xml_may_not_hold_is_shown_to_be_missing() {
    let title = "A\u{FFFE}B\u{FFFF}C\u{1}D";
    let text = format!("Timeline(events: [(id: \"a\", when: \"1971\", title: \"{title}\")])");
    let svg = Wish::of(&text).text((900.0, 500.0), NAMED);
    let document = roxmltree::Document::parse(&svg).expect("well formed");
    let texts: Vec<_> = of_name(&document, "text")
        .filter_map(|node| node.text())
        .collect();
    assert!(texts.contains(&"A\u{FFFD}B\u{FFFD}C\u{FFFD}D"), "{texts:?}");
}

#[test]
fn fonts_that_come_along_have_the_letters_and_no_more() {
    let mut wish = Wish::of(SHIPPED);
    wish.lang = Lang::Ja;
    let svg = wish.text((1600.0, 1000.0), Form::Svg(Lettering::Embedded));
    assert_eq!(svg.matches("@font-face").count(), 2);
    assert!(svg.len() < 500_000, "{}", svg.len());
    assert!(!svg.contains("url(http"));
}

#[test]
fn the_filter_decides_what_is_drawn() {
    let mut wish = Wish::of(SMALL);
    wish.filter = "category:money";
    let svg = wish.text((900.0, 500.0), NAMED);
    assert!(svg.contains("Plaza Accord") && !svg.contains("Japan joins GATT"));
    assert!(svg.contains("switched off"));
}

proptest! {
    #![proptest_config(Config { cases: 60, failure_persistence: None, rng_seed: RngSeed::Fixed(1854), ..Config::default() })]

    /// Whatever stands in a title, the file is well formed and says it.
    #[test]
    fn any_title_comes_out_as_text(title in prop::collection::vec(any::<char>(), 1..30), url in "[ -~]{0,40}") {
        let title: String = title.into_iter().collect();
        let text = format!(
            "Timeline(sources: [(id: \"s\", title: \"S\", url: {url:?})], events: [(id: \"a\", when: \"1971\", title: {}, sources: [\"s\"])])",
            ron::to_string(&title).expect("a text"),
        );
        let wish = Wish::of(&text);
        let svg = wish.text((900.0, 500.0), NAMED);
        let document = roxmltree::Document::parse(&svg).expect("well formed");
        for link in of_name(&document, "a").filter_map(|node| node.attribute("href")) {
            proptest::prop_assert!(link.starts_with("http"), "{link}");
        }
        prop_assert_eq!(of_name(&document, "script").count(), 0);
    }
}

fn of_name<'a>(
    document: &'a roxmltree::Document<'_>,
    name: &'static str,
) -> impl Iterator<Item = roxmltree::Node<'a, 'a>> {
    let all = document.descendants();
    all.filter(move |node| node.has_tag_name((SVG, name)))
}
