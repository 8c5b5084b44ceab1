use proptest::prelude::{prop_assert, proptest};

use super::*;
use crate::document::Document;

/// A text with bars where something is covered.
fn barred(text: &str, covered: &[Range<usize>]) -> String {
    let mut said = String::new();
    let mut from = 0;
    for range in covered {
        said.push_str(&text[from..range.start]);
        said.push('█');
        from = range.end;
    }
    said.push_str(&text[from..]);
    said
}

/// The text as the class sees it while this name is asked for.
fn asked(title: &str, title_ja: &str, text: &str) -> String {
    let file = format!(
        r#"Timeline(title: "T", categories: [(id: "c", name: "C")], events: [
        (id: "a", when: "1971", title: "{title}", title_ja: "{title_ja}", category: "c", summary: "")])"#
    );
    let document = Document::parse("t.ron", &file);
    let event = &document.timeline.events[0];
    barred(text, &name_in(&document.timeline, event, text))
}

fn years(text: &str, truth: (i64, i64)) -> String {
    barred(text, &years_in(text, truth))
}

#[test]
fn the_name_and_its_telling_words_are_covered_in_a_text() {
    for (title, text, expected) in [
        (
            "Plaza Accord",
            "The PLAZA accord lets the dollar fall.",
            "The █ lets the dollar fall.",
        ),
        (
            "Treaty of Mutual Cooperation and Security",
            "A treaty of mutual cooperation, and of security for all.",
            "A █, and of security for all.",
        ),
        (
            "Nixon Shock: the dollar leaves gold",
            "After the “Nixon Shocks” the dollar falls; Nixon’s word stands.",
            "After the “█” the dollar falls; █ word stands.",
        ),
        (
            "Treaty of San Francisco signed",
            "The San-Francisco treaty ends the war, as a treaty does.",
            "The █ treaty ends the war, as a treaty does.",
        ),
        (
            "Super 301: 100% duties",
            "Duties of 100 per cent under 301.",
            "█ of 100 per cent under 301.",
        ),
        (
            "Perestroika",
            "Then perestroika: reform.",
            "Then █: reform.",
        ),
        (
            "The art of the deal",
            "The party of the other part.",
            "The party of the other part.",
        ),
        ("Shōwa", "The showa years.", "The █ years."),
        (
            "Kanagawa opens ports",
            "It opens a door, and ports.",
            "It opens a door, and ports.",
        ),
        ("The Of", "Of the town.", "Of the town."),
        ("Alpha", "", ""),
    ] {
        assert_eq!(asked(title, "", text), expected, "{title}");
    }
}

#[test]
fn a_japanese_name_is_covered_without_spaces_to_part_it() {
    for (title_ja, text, expected) in [
        (
            "ニクソン・ショック（ドル・ショック）",
            "このニクソン・ショックで円が上がった。",
            "この█で円が上がった。",
        ),
        (
            "日米安全保障条約の改定",
            "新しい安全保障条約を結ぶ。条約は十年続く。",
            "新しい█を結ぶ。条約は十年続く。",
        ),
        ("原爆", "広島に原爆が落とされた。", "広島に█が落とされた。"),
        (
            "TPPの交渉",
            "日本もTPPに加わることになった。",
            "日本も█に加わることになった。",
        ),
        ("ことになった", "加わることになった。", "加わる█。"),
        (
            "黒船来航",
            "It is called 黒船来航 in Japan.",
            "It is called █ in Japan.",
        ),
    ] {
        // The other name is of another writing and in none of them.
        assert_eq!(asked("Zzz", title_ja, text), expected, "{title_ja}");
    }
}

#[test]
fn what_most_events_are_about_tells_nothing() {
    let event = |id: usize| {
        format!(
            r#"(id: "{id}", when: "1950", title: "Japan opens Shimoda", title_ja: "日本国の開国", category: "c",
             actors: ["j", "p"], summary: ""),"#
        )
    };
    let all = |count: usize| {
        let events: String = (0..count).map(event).collect();
        let text = format!(
            r#"Timeline(title: "T", categories: [(id: "c", name: "C")],
            actors: [(id: "j", name: "Japan", name_ja: "日本国"), (id: "p", name: "Perry")], events: [{events}])"#
        );
        Document::parse("t.ron", &text).timeline.clone()
    };
    let said = |count: usize, text: &str| {
        let timeline = all(count);
        barred(text, &name_in(&timeline, &timeline.events[0], text))
    };
    let text = "Japan, and Japanese Shimoda.";
    assert_eq!(said(20, text), "Japan, and Japanese █.");
    assert_eq!(said(1, text), "█, and Japanese █.", "one event has no most");
    assert_eq!(said(20, "日本国と"), "日本国と");
    assert_eq!(said(1, "日本国と"), "█と");
}

#[test]
fn years_that_give_a_year_away_are_covered() {
    for (text, expected) in [
        ("Tariff convention of 1866", "Tariff convention of █"),
        ("The 1970s, 1907–08 and ’71", "The █, █ and ’█"),
        ("1971年と昭和46年、平成元年", "█と█、█"),
        ("１９７１年代", "█"),
        (
            "4 ships, 10,000 men, G7, 36 years",
            "4 ships, 10,000 men, G7, 36 years",
        ),
        ("昭和の時代", "昭和の時代"),
        ("Route 66", "Route 66"),
    ] {
        assert_eq!(years(text, (1971, 1971)), expected);
    }
    assert_eq!(years("The capital of 794", (794, 794)), "The capital of █");
    assert_eq!(
        years("The capital of 794", (1971, 1971)),
        "The capital of 794"
    );
}

proptest! {
    #[test]
    fn what_is_covered_can_be_cut_out(title in "[a-zA-Z’ の京都ショ・:é,]{0,20}", text in "[a-zA-Z’ の京都ショ・:é,0-9１昭和年]{0,60}") {
        let title = title.replace('"', "");
        let file = format!(
            r#"Timeline(title: "T", categories: [(id: "c", name: "C")], events: [
            (id: "a", when: "1971", title: "x{title}", title_ja: "{title}", category: "c", summary: "")])"#
        );
        let document = Document::parse("t.ron", &file);
        let event = &document.timeline.events[0];
        for covered in [name_in(&document.timeline, event, &text), years_in(&text, (1971, 1979))] {
            let mut end = 0;
            for range in covered {
                prop_assert!(range.start >= end && range.end > range.start, "{range:?}");
                prop_assert!(text.get(range.clone()).is_some(), "{range:?}");
                end = range.end;
            }
        }
    }
}
