//! A page made of a timeline that means harm.

use serde_json::json;

use crate::browser::{Browser, exported, folder};

/// Words that break out of whatever takes them for anything but words.
const BAD: &str = "</script></style></title></svg><script>alert(1)</script><img src=x onerror=alert(2)>\\\"'><svg onload=alert(3)>\u{2028}\u{2029}\u{202e}\\u{1}\\u{7f}<!--<script>${alert(4)}`]]>&lt;b&gt;&#x3c;i&#x3e;{{7*7}}";

fn hostile() -> String {
    format!(
        r##"#![enable(implicit_some)]
Timeline(
    title: "{BAD}", title_ja: "{BAD}",
    categories: [(id: "c", name: "{BAD}", name_ja: "{BAD}", color: "#C4501B", shape: Star), (id: "__proto__", name: "constructor")],
    actors: [(id: "a", name: "{BAD}", name_ja: "{BAD}")],
    eras: [(title: "{BAD}", when: "1970/1990")],
    sources: [
        (id: "s", author: "{BAD}", title: "{BAD}", date: "{BAD}", url: "javascript:alert(5)"),
        (id: "t", title: "two", url: "https://example.org/\"onmouseover=alert(6)//<script>alert(7)</script>"),
        (id: "u", title: "three", url: "data:text/html,<script>alert(8)</script>"),
    ],
    events: [
        (id: "x", when: "1971-08-15", title: "{BAD}", title_ja: "{BAD}", category: "c", actors: ["a"], significance: 5, summary: "{BAD}",
         excerpts: [(source: "s", quote: "{BAD}", stance: Disputes)], sources: ["s", "t", "u"], links: [(to: "y", kind: LedTo)]),
        (id: "y", when: "1972/1980", title: "{BAD}", category: "__proto__", summary: "{BAD}"),
    ],
    series: [(id: "n", title: "{BAD}", unit: "{BAD}", points: [("1971", 1.0), ("1972", 2.0)])],
)
"##
    )
}

#[test]
fn harm_stays_words() {
    let file = folder().join("hostile.ron");
    std::fs::write(&file, hostile()).expect("the timeline");
    for lang in ["en", "ja"] {
        let page = exported("hostile.html", &file, &["--lang", lang]);
        let mut browser = Browser::start(1280, 720);
        browser.call(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({"source": "window.harm = 0; for (const it of ['alert', 'confirm', 'prompt', 'eval']) window[it] = () => { window.harm += 1; };"}),
        );
        browser.open(&page);
        browser.until(
            "the picture is alive all the same",
            "!!document.querySelector('#picture .name')",
        );
        browser.rest();
        browser.ask("document.querySelector('#picture').focus()");
        for key in ["+", "Home", "Enter", "ArrowRight", "Escape", "/"] {
            browser.key(key);
        }
        browser.type_in("script");
        let found = browser.text("document.querySelector('#found').innerText");
        assert!(
            found.contains("<script>alert(1)</script>"),
            "it is told as it is written: {found}"
        );
        browser.key("Enter");
        let panel = browser.text("document.querySelector('#panel').innerText");
        assert!(panel.contains("<img src=x onerror=alert(2)>"), "{panel}");
        let clicked = "[...document.querySelectorAll('a, button, #picture g')].length > 5";
        assert_eq!(browser.ask(clicked), json!(true));
        assert_eq!(browser.ask("window.harm"), json!(0), "nothing ran");
        let made = browser.ask("document.querySelectorAll('img, iframe, object, embed, b, i, [onload], [onerror], [onmouseover]').length");
        assert_eq!(made, json!(0), "no element came out of words");
        assert_eq!(
            browser.ask("document.scripts.length"),
            json!(2),
            "the table and the one script"
        );
        let links = browser
            .ask("[...document.links].every(it => ['file:', 'https:'].includes(it.protocol))");
        assert_eq!(links, json!(true), "only the web is linked to");
        // What a hole would let in, the policy stops.
        let inserted = "(() => { try { document.body.innerHTML = '<p>'; return false; } catch { return true; } })()";
        assert_eq!(browser.ask(inserted), json!(true));
        browser.picture(&format!("hostile-{lang}.png"));
        drop(browser);
        policy_holds(&page);
    }
}

/// A script that somebody puts into the page by hand does not run.
fn policy_holds(page: &std::path::Path) {
    let mut html = std::fs::read_to_string(page).expect("the page");
    let end = html.find("</body>").expect("its end");
    html.insert_str(
        end,
        "<script>window.harmed = true</script><img src=\"https://example.org/x.gif\">",
    );
    let broken = folder().join("broken.html");
    std::fs::write(&broken, html).expect("the page");
    let mut browser = Browser::start(800, 600);
    browser.open(&broken);
    assert_eq!(browser.ask("window.harmed === undefined"), json!(true));
    assert_eq!(
        browser.ask("!!document.querySelector('#picture')"),
        json!(true),
        "the page's own script does"
    );
}
