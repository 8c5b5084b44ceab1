//! Timelines of any size.

use std::fmt::Write as _;

/// A timeline between 1853 and 2025: six categories, a third of the events spans, most of them in clumps. The same
/// for the same number, always.
pub(crate) fn timeline(count: usize) -> String {
    let mut chance = Chance(0x1853_2025);
    let mut text =
        "#![enable(implicit_some)]\nTimeline(\n    title: \"Generated\",\n    categories: [\n"
            .to_owned();
    for category in 0..6 {
        add(
            &mut text,
            format_args!("        (id: \"c{category}\", name: \"Category {category}\"),\n"),
        );
    }
    text.push_str("    ],\n    events: [\n");
    let clumps: Vec<_> = (0..24).map(|_| chance.below(YEARS * 12)).collect();
    for id in 0..count {
        let when = when(&mut chance, &clumps);
        let category = chance.below(6);
        let significance = 1 + chance.below(5);
        let title = title(&mut chance);
        add(
            &mut text,
            format_args!(
                "        (id: \"e{id}\", when: \"{when}\", title: \"{title}\", category: \"c{category}\", \
                 significance: {significance}),\n"
            ),
        );
    }
    text.push_str("    ],\n)\n");
    text
}

/// Years that the generated timelines span.
const YEARS: u64 = 172;

fn add(text: &mut String, line: std::fmt::Arguments<'_>) {
    // Writing to a string does not fail.
    let _ = text.write_fmt(line);
}

/// A day, three times in ten with another one up to six years later.
fn when(chance: &mut Chance, clumps: &[u64]) -> String {
    let clump = clumps.get(chance.below(24) as usize).copied();
    let month = match clump {
        Some(clump) if chance.below(10) < 7 => clump + chance.below(18),
        _ => chance.below(YEARS * 12),
    };
    let day = 1 + chance.below(28);
    let begin = date(month, day);
    match chance.below(10) {
        0..3 => format!("{begin}/{}", date(month + 1 + chance.below(72), day)),
        3 => begin.chars().take(7).collect(),
        4 => begin.chars().take(4).collect(),
        _ => begin,
    }
}

/// A day of the month that is so many months after January 1853.
fn date(month: u64, day: u64) -> String {
    let (year, month) = (1853 + month / 12, 1 + month % 12);
    format!("{year}-{month:02}-{day:02}")
}

fn title(chance: &mut Chance) -> String {
    const WORDS: [&str; 12] = [
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
    ];
    let words: Vec<_> = (0..2 + chance.below(4))
        .filter_map(|_| WORDS.get(chance.below(12) as usize).copied())
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
