//! What can be told of a page without a browser.

use super::*;
use crate::document::{Document, Timeline};
use crate::state::{Query, SearchIndex, home};
use crate::time::Lang;

fn made(timeline: &Timeline, filter: &str, lang: Lang) -> String {
    let selection = SearchIndex::new(timeline).select(timeline, &Query::parse(filter));
    let look = Look {
        timeline,
        selection: &selection,
        window: home(timeline),
        theme: &Theme::light(),
        lang,
        era_ruler: false,
    };
    page(&look, Start::System, &AtomicBool::new(false)).expect("a page")
}

fn shipped() -> Timeline {
    Document::parse("timeline.ron", include_str!("../../../timeline.ron")).timeline
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let rest = text.split_once(start).expect(start).1;
    rest.split_once(end).expect(end).0
}

#[test]
fn the_timeline_that_ships_fits_a_mail() {
    let timeline = shipped();
    for lang in [Lang::En, Lang::Ja] {
        let html = made(&timeline, "", lang);
        println!("{lang:?}: {} bytes", html.len());
        assert!(html.len() < 2_000_000, "{} bytes", html.len());
        assert_eq!(
            html.matches("<article ").count(),
            timeline.events.len(),
            "every event has its words"
        );
    }
}

#[test]
fn the_policy_knows_what_is_in_the_page_and_lets_nothing_else_in() {
    let html = made(&shipped(), "plaza", Lang::En);
    let policy = between(&html, "Content-Security-Policy\" content=\"", "\"");
    let digest = |text: &str| BASE64_STANDARD.encode(Sha256::digest(text));
    let style = digest(between(&html, "<style>", "</style>"));
    let script = digest(between(&html, "<script>", "</script>"));
    assert!(policy.starts_with("default-src 'none';"));
    assert!(policy.contains(&format!("style-src 'sha256-{style}';")));
    assert!(policy.contains(&format!("script-src 'sha256-{script}';")));
    for rule in [
        "base-uri 'none'",
        "form-action 'none'",
        "trusted-types 'none'",
    ] {
        assert!(policy.contains(rule), "{rule}");
    }
    assert!(!policy.contains("unsafe") && !policy.contains("http"));
    // Neither attributes that the policy would stop, nor anything to fetch.
    for bad in [
        " style=",
        " onclick=",
        " src=",
        "@import",
        "url(http",
        "innerHTML",
    ] {
        assert!(!html.contains(bad), "{bad}");
    }
    assert_eq!(html.matches("<script").count(), 2);
    assert!(!html.contains('\r'));
}

#[test]
fn the_outline_goes_from_decades_to_events_to_sources() {
    let text = r#"Timeline(title: "T",
        categories: [(id: "c", name: "Trade & more", shape: Square)],
        actors: [(id: "us", name: "United States", name_ja: "米国")],
        sources: [(id: "s", author: "Ann Lee", title: "On <gold>", date: "1999-05", url: "https://example.org/?a=1&b=2"), (id: "t", title: "Memoirs", checked: false)],
        events: [
            (id: "a", when: "1971-08-15", title: "Gold", title_ja: "金", category: "c", actors: ["us"], summary: "It ends.", sources: ["s", "t"],
             excerpts: [(source: "s", paragraph: 7, quote: "no more", stance: Disputes)], links: [(to: "b", kind: LedTo)]),
            (id: "b", when: "1985", title: "Plaza", category: "c"),
        ])"#;
    let timeline = Document::parse("t.ron", text).timeline;
    let html = made(&timeline, "", Lang::En);
    let outline = between(&html, "<section id=\"outline\"", "</section>");
    insta::assert_snapshot!(outline);
    let html = made(&timeline, "plaza", Lang::Ja);
    let outline = between(&html, "<section id=\"outline\"", "</section>");
    assert!(outline.contains("1980年代") && !outline.contains("1970年代"));
    assert!(
        outline.contains("の結果</span> 金 "),
        "no link to what the page does not have"
    );
}

#[test]
fn hostile_words_stay_words() {
    let bad = r#"</script><script>alert(1)</script><!--\"'><img src=x onerror=alert(1)>\u{2028}\u{1}&lt;"#;
    let text = format!(
        r#"Timeline(title: "{bad}", title_ja: "{bad}",
            categories: [(id: "c", name: "{bad}", shape: Star)], actors: [(id: "a", name: "{bad}", name_ja: "{bad}")],
            eras: [(title: "{bad}", when: "1970/1980")],
            sources: [(id: "s", author: "{bad}", title: "{bad}", date: "{bad}", url: "javascript:alert(1)")],
            events: [(id: "x", when: "1971", title: "{bad}", title_ja: "{bad}", category: "c", actors: ["a"], summary: "{bad}",
                sources: ["s"], excerpts: [(source: "s", quote: "{bad}")])],
            series: [(id: "n", title: "{bad}", unit: "{bad}", points: [("1971", 1.0)])])"#
    );
    let timeline = Document::parse("t.ron", &text).timeline;
    assert_eq!(timeline.events.len(), 1);
    for lang in [Lang::En, Lang::Ja] {
        let html = made(&timeline, "", lang);
        assert_eq!(
            html.matches("<script").count(),
            2,
            "the table and the script"
        );
        assert!(!html.contains("<img") && !html.contains("<!--"));
        assert!(!html.contains("href=\"javascript"));
        let table = between(&html, "id=\"data\">", "</script>");
        assert!(!table.contains(['<', '>', '&', '\u{2028}', '\u{1}']));
        let read: serde_json::Value = serde_json::from_str(table).expect("the table is JSON");
        let title = read["title"].as_str().unwrap_or_default();
        assert!(title.contains("</script><script>alert(1)"), "{title}");
    }
}

#[test]
fn nothing_to_show_is_said() {
    let timeline = Document::parse("t.ron", "Timeline(title: \"Empty\")").timeline;
    let html = made(&timeline, "", Lang::En);
    assert!(html.contains("There are no events to show."));
    let html = made(&shipped(), "no-such-word-at-all", Lang::Ja);
    assert!(html.contains("表示する出来事がありません。"));
}

#[test]
fn the_picture_has_its_colours_by_name() {
    let html = made(&shipped(), "", Lang::En);
    let still = between(&html, "<figure id=\"still\"", "</figure>");
    assert!(still.contains("fill=\"var(--p0)\"") || still.contains("stroke=\"var(--p0)\""));
    assert!(!still.contains("=\"#") || still.contains("href=\"#e"));
    let fixed = still.split("fill=\"#").count() + still.split("stroke=\"#").count();
    assert_eq!(fixed, 2, "no colour is fixed");
    let last = "--p1:#";
    assert_eq!(
        html.matches(last).count(),
        4,
        "by day, by night twice, and on paper"
    );
}

#[test]
fn more_events_than_a_browser_bears_are_refused_with_what_to_do() {
    let events: String = (0..=EVENTS)
        .map(|number| format!("(id: \"e{number}\", when: \"1971\", title: \"E\"),"))
        .collect();
    let timeline = Document::parse("t.ron", format!("Timeline(events: [{events}])")).timeline;
    let selection = SearchIndex::new(&timeline).select(&timeline, &Query::parse(""));
    let look = Look {
        timeline: &timeline,
        selection: &selection,
        window: home(&timeline),
        theme: &Theme::light(),
        lang: Lang::En,
        era_ruler: false,
    };
    let error = page(&look, Start::System, &AtomicBool::new(false)).expect_err("too many");
    assert!(
        error.to_string().contains("at most 20000 events"),
        "{error}"
    );
}
