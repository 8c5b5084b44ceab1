//! What a screen reader finds, and what is left where no script runs.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::browser::{Browser, exported, shipped};

/// By role, the names of all that a screen reader is told of.
fn heard(browser: &mut Browser) -> BTreeMap<String, Vec<String>> {
    let tree = browser.call("Accessibility.getFullAXTree", json!({}));
    let mut heard = BTreeMap::<String, Vec<String>>::new();
    for node in tree["nodes"].as_array().expect("a tree") {
        if node["ignored"] == json!(true) {
            continue;
        }
        let said = |part: &Value| part["value"].as_str().unwrap_or_default().to_owned();
        heard
            .entry(said(&node["role"]))
            .or_default()
            .push(said(&node["name"]));
    }
    heard
}

fn has(heard: &BTreeMap<String, Vec<String>>, role: &str, name: &str) {
    let names = heard.get(role).cloned().unwrap_or_default();
    let found = names.iter().any(|known| known.contains(name));
    assert!(
        found,
        "no {role} is called {name}: {:?}",
        names.iter().take(20).collect::<Vec<_>>()
    );
}

/// Decades, events and sources, as in the timeline.
fn has_outline(heard: &BTreeMap<String, Vec<String>>) {
    has(heard, "heading", "US–Japan relations");
    has(heard, "heading", "Outline");
    has(heard, "heading", "1850s");
    has(heard, "heading", "2020s");
    has(heard, "heading", "Nixon Shock: dollar leaves gold");
    has(heard, "article", "Nixon Shock: dollar leaves gold");
    has(heard, "navigation", "Decades");
    has(heard, "region", "Outline");
    let articles = heard.get("article").map_or(0, Vec::len);
    assert!(articles > 250, "{articles} events");
    let links = heard.get("link").map_or(0, Vec::len);
    assert!(links > articles, "{links} links to sources and connections");
}

#[test]
fn to_a_screen_reader() {
    let page = exported("reading.html", &shipped(), &[]);
    let mut browser = Browser::start(1280, 720);
    browser.open(&page);
    browser.rest();
    let heard = heard(&mut browser);
    has_outline(&heard);
    has(&heard, "main", "");
    has(&heard, "banner", "");
    has(&heard, "search", "");
    has(&heard, "searchbox", "Search the events");
    has(&heard, "application", "US–Japan relations: timeline");
    has(&heard, "button", "Zoom in");
    has(&heard, "status", "");
    assert!(
        !heard.contains_key("image"),
        "the picture that stands still is not told of twice"
    );
    browser.all_was_quiet();
}

#[test]
fn without_a_script() {
    let page = exported("silent.html", &shipped(), &[]);
    let mut browser = Browser::start(1280, 720);
    browser.call(
        "Emulation.setScriptExecutionDisabled",
        json!({"value": true}),
    );
    browser.open(&page);
    let heard = heard(&mut browser);
    has_outline(&heard);
    has(&heard, "image", "US–Japan relations");
    assert!(
        !heard.contains_key("searchbox"),
        "there is no field that does nothing"
    );
    browser.picture("no-script.png");
    browser.all_was_quiet();
}

#[test]
fn on_paper() {
    let page = exported("paper.html", &shipped(), &["--theme", "dark"]);
    let mut browser = Browser::start(1280, 720);
    browser.open(&page);
    browser.rest();
    browser.call("Emulation.setEmulatedMedia", json!({"media": "print"}));
    let shown = |browser: &mut Browser, what: &str| {
        browser.ask(&format!(
            "getComputedStyle(document.querySelector('{what}')).display !== 'none'"
        ))
    };
    assert_eq!(shown(&mut browser, "#still"), json!(true));
    assert_eq!(shown(&mut browser, "#outline article"), json!(true));
    for hand in ["#chart", "#search", ".bar", "#panel"] {
        assert_eq!(shown(&mut browser, hand), json!(false), "{hand}");
    }
    assert_eq!(
        browser.text("getComputedStyle(document.body).color"),
        "rgb(0, 0, 0)",
        "black on white, however the page started"
    );
    let printed = browser.call("Page.printToPDF", json!({"preferCSSPageSize": true}));
    let data = printed["data"].as_str().expect("paper");
    assert!(data.len() > 50_000, "both the picture and the outline");
    browser.keep("paper.pdf", data);
    browser.all_was_quiet();
}
