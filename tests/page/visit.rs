//! A visit to the page of the timeline that ships.

use serde_json::json;

use crate::browser::{Browser, exported, shipped};

/// The names that show, each with its left, top, right and bottom as the browser draws them, cut to the plot.
const NAMES: &str = "(() => {
    const box = document.querySelector('#picture #plot rect').getBBox(), at = document.querySelector('#picture').getBoundingClientRect();
    const [left, right] = [at.left + box.x, at.left + box.x + box.width];
    return [...document.querySelectorAll('#picture .name:not(.plated)')].map(it => [it.textContent, it.getBoundingClientRect()])
        .map(([said, r]) => [said, Math.max(r.left, left), r.top, Math.min(r.right, right), r.bottom]).filter(it => it[3] - it[1] > 1);
})()";

type Name = (String, f64, f64, f64, f64);

fn names(browser: &mut Browser) -> Vec<Name> {
    serde_json::from_value(browser.ask(NAMES)).expect("names with their places")
}

fn named(browser: &mut Browser) -> Vec<String> {
    names(browser).into_iter().map(|name| name.0).collect()
}

/// Fails where two names lie over each other.
fn none_overlap(browser: &mut Browser) {
    let all = names(browser);
    assert!(!all.is_empty(), "no name shows");
    for (index, a) in all.iter().enumerate() {
        for b in all.iter().skip(index + 1) {
            let apart = a.3 <= b.1 || b.3 <= a.1 || a.4 - 3.0 <= b.2 || b.4 - 3.0 <= a.2;
            assert!(apart, "{a:?} lies over {b:?}");
        }
    }
}

fn middle(browser: &mut Browser) -> (f64, f64) {
    let at = "(r => [r.left + r.width * 0.6, r.top + 120])(document.querySelector('#picture').getBoundingClientRect())";
    serde_json::from_value(browser.ask(at)).expect("a place")
}

const STATUS: &str = "document.querySelector('#status').textContent";
const WINDOW: &str = "document.querySelector('#window').textContent";
const PANEL: &str = "document.querySelector('#panel').innerText";
const FOCUS: &str = "document.activeElement.id || document.activeElement.tagName";

#[test]
fn a_visit() {
    let page = exported("visit.html", &shipped(), &[]);
    let mut browser = Browser::start(1280, 720);
    browser.open(&page);
    browser.until(
        "the picture is alive",
        "!!document.querySelector('#picture .name')",
    );
    browser.ask("document.fonts.ready.then(() => true)");
    browser.rest();
    assert_eq!(browser.text("document.title"), "US–Japan relations");
    let fonts = browser.ask("document.fonts.check('13px \"Transpacific Sans JP\"') && [...document.fonts].every(font => font.status !== 'error')");
    assert_eq!(fonts, json!(true), "the fonts of the page are read");
    browser.picture("whole.png");
    let before = named(&mut browser);
    none_overlap(&mut browser);
    searches(&mut browser);
    zooms(&mut browser, &before);
    reads(&mut browser);
    walks(&mut browser);
    turns_dark(&mut browser);
    browser.all_was_quiet();
}

/// Words find events; Enter goes to the first; Escape clears.
fn searches(browser: &mut Browser) {
    browser.key("/");
    assert_eq!(browser.text(FOCUS), "words", "/ leads to the search field");
    browser.type_in("plaza accord");
    let found = browser.text("document.querySelector('#found').innerText");
    assert!(found.contains("Plaza Accord"), "{found}");
    assert!(
        browser.text(STATUS).contains("found"),
        "a screen reader is told"
    );
    let lit =
        browser.ask("document.querySelectorAll('#picture .match .ring, #picture .ring').length");
    assert!(
        lit.as_u64() >= Some(1),
        "what is found is pointed out in the picture"
    );
    browser.picture("search.png");
    browser.key("Enter");
    let panel = browser.text(PANEL);
    assert!(panel.contains("Plaza Accord"), "{panel}");
    browser.key("Escape");
    assert_eq!(
        browser.ask("document.querySelector('#panel').hidden"),
        json!(true)
    );
    for (words, expected) in [
        ("プラザ", "Plaza Accord"),
        ("SMOOT hawley", "Smoot"),
        ("grant ulysses", "Grant"),
        ("1941-12-07", "Pearl Harbor"),
    ] {
        browser.key("/");
        browser.type_in(words);
        let found = browser.text("document.querySelector('#found').innerText");
        assert!(found.contains(expected), "{words}: {found}");
        // The first clears the field, the second leaves it.
        browser.key("Escape");
        browser.key("Escape");
    }
    browser.key("/");
    browser.type_in("no such words");
    assert!(browser.text(STATUS).contains("No event"));
    browser.key("Escape");
    assert_eq!(browser.text("document.querySelector('#words').value"), "");
    assert_eq!(
        browser.ask("document.querySelectorAll('#picture .dim').length"),
        json!(0)
    );
    browser.key("Escape");
    assert_eq!(browser.text(FOCUS), "picture", "out of the field by key");
}

/// Closer there are more names for the time in view, by every way to zoom, and none lies over another.
fn zooms(browser: &mut Browser, before: &[String]) {
    let whole = browser.text(WINDOW);
    let unnamed = "[...document.querySelectorAll('#picture .ticks')].length";
    assert!(
        browser.ask(unnamed).as_u64() >= Some(1),
        "what has no name is a tick"
    );
    let mut new = 0;
    for _ in 0..4 {
        browser.key("+");
        none_overlap(browser);
        new += named(browser)
            .iter()
            .filter(|name| !before.contains(name))
            .count();
    }
    assert!(new > 20, "{new} names came up");
    assert_ne!(browser.text(WINDOW), whole);
    browser.picture("closer.png");
    browser.key("0");
    assert_eq!(browser.text(WINDOW), whole);
    let at = middle(browser);
    let mut new = 0;
    for _ in 0..6 {
        browser.wheel(at, -240.0);
        none_overlap(browser);
        new += named(browser)
            .iter()
            .filter(|name| !before.contains(name))
            .count();
    }
    assert!(new > 20, "{new} names came up");
    let here = browser.text(WINDOW);
    browser.drag(at, (at.0 - 300.0, at.1));
    none_overlap(browser);
    assert_ne!(browser.text(WINDOW), here, "the picture is moved");
    for _ in 0..14 {
        browser.wheel(at, -400.0);
        none_or_free(browser);
    }
    assert!(
        browser.text(WINDOW).contains("hours"),
        "down to hours of a day"
    );
    browser.ask("document.querySelector('#fit').click()");
    browser.rest();
    assert_eq!(browser.text(WINDOW), whole);
}

/// At the closest there may be no name at all.
fn none_or_free(browser: &mut Browser) {
    if !names(browser).is_empty() {
        none_overlap(browser);
    }
}

/// A click opens an event, with all that is to be said of it; its connections lead on.
fn reads(browser: &mut Browser) {
    let at = "(r => [r.left + 20, r.top + r.height / 2])([...document.querySelectorAll('#picture .name')].find(it => it.textContent.startsWith('Nixon Shock: dollar')).getBoundingClientRect())";
    let at = serde_json::from_value(browser.ask(at)).expect("a place");
    browser.click(at);
    let panel = browser.text(PANEL);
    for said in [
        "Nixon Shock: dollar leaves gold",
        "15 August 1971",
        "昭和46年8月15日",
        "Trade & economy",
        "United States",
        "Connected events",
        "Sources",
        "“",
        "¶",
        "Previous",
        "Next",
    ] {
        assert!(panel.contains(said), "{said} is not in {panel}");
    }
    browser.picture("event.png");
    let links = browser.ask("[...document.querySelectorAll('#panel .sources a')].map(it => [it.protocol, it.target, it.rel])");
    let links: Vec<[String; 3]> = serde_json::from_value(links).expect("links");
    assert!(!links.is_empty());
    for [protocol, target, rel] in links {
        assert!(matches!(protocol.as_str(), "http:" | "https:"));
        assert_eq!(
            (target.as_str(), rel.as_str()),
            ("_blank", "noopener noreferrer")
        );
    }
    let other = browser.text("document.querySelector('#panel .links a').textContent");
    browser.ask("document.querySelector('#panel .links a').click()");
    browser.rest();
    let title = "document.querySelector('#panel h2').textContent";
    assert_eq!(browser.text(title), other);
    let back = "[...document.querySelectorAll('#panel .links a')].some(it => it.textContent.startsWith('Nixon Shock: dollar'))";
    assert_eq!(browser.ask(back), json!(true), "connections lead both ways");
    browser.key("Escape");
    assert_eq!(browser.text(FOCUS), "picture");
}

/// The arrows walk the events, and what is walked to is said.
fn walks(browser: &mut Browser) {
    browser.key("Home");
    let first = browser.text(STATUS);
    assert!(first.contains("1 of "), "{first}");
    browser.key("ArrowRight");
    let second = browser.text(STATUS);
    assert!(second.contains("2 of "), "{second}");
    browser.key("ArrowLeft");
    assert_eq!(browser.text(STATUS), first);
    browser.key("ArrowDown");
    let lane = "document.querySelector('#picture .here').getAttribute('class')";
    let below = browser.text(lane);
    browser.key("ArrowUp");
    assert_ne!(browser.text(lane), below, "up and down lead to other lanes");
    browser.key("Enter");
    assert_eq!(
        browser.ask("document.querySelector('#panel').hidden"),
        json!(false)
    );
    let title = browser.text("document.querySelector('#panel h2').textContent");
    browser.key("ArrowRight");
    assert_ne!(
        browser.text("document.querySelector('#panel h2').textContent"),
        title,
        "the panel follows"
    );
    browser.key("Escape");
    browser.key("?");
    assert_eq!(
        browser.ask("document.querySelector('#help').open"),
        json!(true)
    );
    browser.key("Escape");
    assert_eq!(
        browser.ask("document.querySelector('#help').open"),
        json!(false)
    );
    browser.key("Tab");
    assert_ne!(browser.text(FOCUS), "picture", "the picture is no trap");
}

fn turns_dark(browser: &mut Browser) {
    let ground = "getComputedStyle(document.body).backgroundColor";
    let light = browser.text(ground);
    browser.ask("document.querySelector('#theme').click()");
    assert_ne!(browser.text(ground), light);
    browser.picture("dark.png");
    browser.ask("document.querySelector('#theme').click()");
    assert_eq!(browser.text(ground), light);
    let dark = json!({"features": [{"name": "prefers-color-scheme", "value": "dark"}]});
    browser.ask("delete document.documentElement.dataset.theme");
    browser.call("Emulation.setEmulatedMedia", dark);
    assert_ne!(browser.text(ground), light, "the page follows the system");
}

#[test]
fn on_a_phone_in_japanese() {
    let page = exported("phone.html", &shipped(), &["--lang", "ja"]);
    let mut browser = Browser::start(390, 844);
    browser.call(
        "Emulation.setTouchEmulationEnabled",
        json!({"enabled": true, "maxTouchPoints": 2}),
    );
    browser.open(&page);
    browser.ask("document.fonts.ready.then(() => true)");
    browser.rest();
    none_overlap(&mut browser);
    assert_eq!(
        browser.ask("document.documentElement.scrollWidth <= 390"),
        json!(true),
        "nothing runs out of the screen"
    );
    let before = browser.text(WINDOW);
    assert!(before.contains("年"), "{before}");
    let (_, y) = middle(&mut browser);
    browser.pinch((200.0, y), 150.0);
    let after = browser.text(WINDOW);
    assert_ne!(after, before, "two fingers zoom");
    none_overlap(&mut browser);
    browser.picture("phone.png");
    browser.ask("document.querySelector('#picture').focus()");
    browser.key("Enter");
    let panel = browser.text(PANEL);
    assert!(panel.contains("出典"), "{panel}");
    browser.picture("phone-event.png");
    browser.all_was_quiet();
}
