//! Timelines of any size.

use std::fmt::Write as _;

/// A timeline between 1853 and 2025: six categories, three events in ten spans, most of them in clumps, few of them
/// turning points, with titles, summaries and actors as people write them. The same for the same number, always.
pub(crate) fn timeline(count: usize) -> String {
    let mut chance = Chance(0x1853_2025);
    let mut text = "#![enable(implicit_some)]\nTimeline(\n    title: \"Generated\",\n".to_owned();
    list(&mut text, "categories", 0..6, |id| {
        format!("(id: \"c{id}\", name: \"Category {id}\")")
    });
    list(&mut text, "actors", 0..ACTORS, |id| {
        format!("(id: \"a{id}\", name: \"Actor {id}\")")
    });
    let clumps: Vec<_> = (0..24).map(|_| chance.below(YEARS * 12)).collect();
    list(&mut text, "events", 0..count, |id| {
        event(id, &mut chance, &clumps)
    });
    text.push_str(")\n");
    text
}

/// Years that the generated timelines span.
const YEARS: u64 = 172;
const ACTORS: u64 = 40;

fn list<T>(
    text: &mut String,
    name: &str,
    ids: impl Iterator<Item = T>,
    mut entry: impl FnMut(T) -> String,
) {
    // Writing to a string does not fail.
    let _ = writeln!(text, "    {name}: [");
    for id in ids {
        let _ = writeln!(text, "        {},", entry(id));
    }
    text.push_str("    ],\n");
}

fn event(id: usize, chance: &mut Chance, clumps: &[u64]) -> String {
    let (when, category) = (when(chance, clumps), chance.below(6));
    let (title, summary) = (title(chance), summary(chance));
    let title_ja = match chance.below(2) {
        0 => format!(" title_ja: \"{}\",", title_ja(chance)),
        _ => String::new(),
    };
    let actors: Vec<_> = (0..1 + chance.below(3))
        .map(|_| format!("\"a{}\"", chance.below(ACTORS)))
        .collect();
    let significance = match chance.below(100) {
        0..3 => 5,
        3..13 => 4,
        13..40 => 3,
        40..75 => 2,
        _ => 1,
    };
    let indent = "            ";
    format!(
        "(\n{indent}id: \"e{id}\", when: \"{when}\",\n{indent}title: \"{title}\",{title_ja}\n\
         {indent}category: \"c{category}\", actors: [{}], significance: {significance},\n\
         {indent}summary: \"{summary}\",\n        )",
        actors.join(", ")
    )
}

/// A day, a month or a year, or three times in ten a stretch of some days, months or years.
fn when(chance: &mut Chance, clumps: &[u64]) -> String {
    let clump = clumps.get(chance.below(24) as usize).copied();
    let month = match clump {
        Some(clump) if chance.below(10) < 7 => clump + chance.below(18),
        _ => chance.below(YEARS * 12),
    };
    let day = 1 + chance.below(28);
    let begin = date(month, day);
    match chance.below(20) {
        0..3 => format!("{begin}/{}", date(month, day + chance.below(29 - day))),
        3..5 => format!("{begin}/{}", date(month + 1 + chance.below(12), day)),
        5 => format!("{begin}/{}", date(month + 12 + chance.below(60), day)),
        6..8 => begin.chars().take(7).collect(),
        8 => begin.chars().take(4).collect(),
        _ => begin,
    }
}

/// A day of the month that is so many months after January 1853.
fn date(month: u64, day: u64) -> String {
    let (year, month) = (1853 + month / 12, 1 + month % 12);
    format!("{year}-{month:02}-{day:02}")
}

fn title(chance: &mut Chance) -> String {
    let mut title = words(chance, 2, 5);
    if let Some(first) = title.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    title
}

fn title_ja(chance: &mut Chance) -> String {
    const WORDS: [&str; 8] = [
        "日米", "条約", "通商", "会談", "合意", "訪問", "協定", "摩擦",
    ];
    let words = (0..2 + chance.below(3)).filter_map(|_| WORDS.get(chance.below(8) as usize));
    words.copied().collect()
}

fn summary(chance: &mut Chance) -> String {
    let (first, second) = (words(chance, 6, 8), words(chance, 5, 8));
    format!("The {first}. A {second} followed.")
}

/// At least so many words, and up to so many more.
fn words(chance: &mut Chance, least: u64, more: u64) -> String {
    const WORDS: [&str; 32] = [
        "treaty",
        "mission",
        "harbour",
        "tariff",
        "visit",
        "agreement",
        "protest",
        "summit",
        "exchange",
        "embargo",
        "exhibition",
        "talks",
        "of the",
        "between the",
        "on trade",
        "in Tokyo",
        "at Washington",
        "with the",
        "envoy",
        "squadron",
        "steel",
        "silk",
        "rice",
        "motor cars",
        "base",
        "ambassador",
        "Diet",
        "Congress",
        "loan",
        "settlers",
        "students",
        "baseball",
    ];
    let words: Vec<_> = (0..least + chance.below(more))
        .filter_map(|_| WORDS.get(chance.below(32) as usize).copied())
        .collect();
    words.join(" ")
}

/// Numbers that look thrown (SplitMix64: Steele, Lea & Flood, OOPSLA 2014).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % limit
    }
}
