//! Timelines and views of any kind.

use std::fmt::Write as _;

use proptest::prelude::{Just, Strategy, any, prop, prop_oneof};

use transpacific::time::TimeWindow;

use crate::generated;

/// The timeline that people see first.
const SHIPPED: &str = include_str!("../../timeline.ron");

/// A timeline to be written down, and the size of the picture.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    pub(crate) text: String,
    pub(crate) size: (f32, f32),
}

/// A window in shares of the whole history, so that it lies where something is to be seen.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Look {
    /// From a little before the history (below 0) to a little after (above 1).
    at: f64,
    /// Decimal logarithm of the days.
    log_days: f64,
}

/// One event.
#[derive(Debug, Clone)]
struct Entry {
    when: String,
    category: u8,
    significance: u8,
    title: String,
}

impl Look {
    /// The window around its place in `home`.
    pub(crate) fn window(self, home: TimeWindow) -> TimeWindow {
        let days = 10_f64.powf(self.log_days);
        TimeWindow::new(home.start + self.at * home.days - days / 2.0, days)
    }
}

/// From a quarter of a day to millennia.
pub(crate) fn looks() -> impl Strategy<Value = Look> {
    (-0.05..1.05_f64, -0.7..6.3_f64).prop_map(|(at, log_days)| Look { at, log_days })
}

/// Timelines in a picture of a size that a window or a projector has: mostly none to eighty events of any kind in one
/// to six lanes, now and then the one that ships, or one so thick that most of it is a strip.
pub(crate) fn cases() -> impl Strategy<Value = Case> {
    let any_kind = (1..=6_u8, prop::collection::vec(entries(), 0..80))
        .prop_map(|(lanes, entries)| written(lanes, &entries));
    let texts = prop_oneof![
        16 => any_kind,
        1 => Just(SHIPPED.to_owned()),
        1 => (100..900_usize).prop_map(generated::timeline),
        2 => (0..5_u8, 1..300_usize).prop_map(|(kind, count)| hostile(kind, count)),
    ];
    let sizes = (600.0..2600.0_f32, 400.0..1500.0_f32);
    (texts, sizes).prop_map(|(text, size)| Case { text, size })
}

/// Files that nobody wishes for: everything on one day, ages, as many categories as events, titles without end, seconds.
fn hostile(kind: u8, count: usize) -> String {
    let entry = |at: usize| {
        let when = match kind {
            0 => "1945-08-15".to_owned(),
            1 => format!("-{:04}/{:04}", 1 + at * 29 % 9000, 1000 + at * 31 % 9000),
            2 => format!(
                "Y{}{}",
                if at.is_multiple_of(2) { "-" } else { "" },
                10_u64.pow(5 + at as u32 % 10)
            ),
            _ => format!("1945-08-15T10:{:02}:{:02}Z", at / 60 % 60, at % 60),
        };
        let title = if kind == 3 {
            "Endless ".repeat(at * 40)
        } else {
            format!("Event {at}")
        };
        Entry {
            when,
            category: 0,
            significance: 5,
            title,
        }
    };
    let entries: Vec<_> = (0..count).map(entry).collect();
    match kind {
        4 => {
            let lanes: String = (0..count)
                .map(|at| format!("(id: \"c{at}\", name: \"Lane {at}\"), "))
                .collect();
            let event = |at: usize| {
                format!(
                    "(id: \"e{at}\", when: \"19{:02}\", title: \"T\", category: \"c{at}\"),",
                    at % 100
                )
            };
            let events: String = (0..count).map(event).collect();
            format!("Timeline(title: \"Lanes\", categories: [{lanes}], events: [{events}])")
        }
        _ => written(1, &entries),
    }
}

fn entries() -> impl Strategy<Value = Entry> {
    (whens(), any::<u8>(), 1..=5_u8, titles()).prop_map(|(when, category, significance, title)| {
        Entry {
            when,
            category,
            significance,
            title,
        }
    })
}

fn titles() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[A-Z][a-z]{0,9}( [A-Za-z’&-]{1,10}){0,6}".prop_map(|text| text.chars().take(60).collect()),
        1 => "[日米安全保障条約貿易摩擦ニクソンショック東京広島一二三（）・ー]{1,30}",
        1 => "[A-Za-z]{60}",
        1 => Just("I".to_owned()),
    ]
}

/// Years that crowd, years that are spread, and a few of another age.
fn years() -> impl Strategy<Value = i32> {
    prop_oneof![4 => 1969..1973_i32, 4 => 1850..2025_i32, 1 => 1..9999_i32]
}

fn days() -> impl Strategy<Value = String> {
    (years(), 1..=12_u8, 1..=28_u8).prop_map(|(y, m, d)| format!("{y:04}-{m:02}-{d:02}"))
}

fn dates() -> impl Strategy<Value = String> {
    let months = (years(), 1..=12_u8).prop_map(|(y, m)| format!("{y:04}-{m:02}"));
    let doubts = prop_oneof![6 => Just(""), 1 => Just("~"), 1 => Just("?"), 1 => Just("%")];
    let plain = prop_oneof![
        4 => days(),
        2 => months,
        2 => years().prop_map(|y| format!("{y:04}")),
    ];
    prop_oneof![
        12 => (plain, doubts).prop_map(|(date, doubt)| format!("{date}{doubt}")),
        1 => (1..999_i32).prop_map(|decade| format!("{decade:03}X")),
        1 => (years(), 21..=24_u8).prop_map(|(y, season)| format!("{y:04}-{season}")),
        1 => (1..900_i32).prop_map(|y| format!("-{y:04}")),
    ]
}

fn whens() -> impl Strategy<Value = String> {
    let clocks = (days(), 0..24_u8, 0..60_u8);
    let moments = clocks.prop_map(|(day, h, m)| format!("{day}T{h:02}:{m:02}:00-05:00"));
    let crowd = (1..=3_u8, 0..24_u8).prop_map(|(d, h)| format!("1971-08-0{d}T{h:02}:00:00Z"));
    let intervals = (dates(), dates()).prop_map(|(a, b)| format!("{a}/{b}"));
    let short = (years(), 1..=20_u8, 0..8_u8)
        .prop_map(|(y, d, long)| format!("{y:04}-03-{d:02}/{y:04}-03-{:02}", d + long));
    let open = (dates(), 0..4_u8).prop_map(|(date, side)| match side {
        0 => format!("{date}/.."),
        1 => format!("../{date}"),
        2 => format!("{date}/"),
        _ => format!("/{date}"),
    });
    prop_oneof![
        6 => dates(),
        2 => moments,
        2 => crowd,
        2 => intervals,
        2 => short,
        1 => open,
        2 => Just("1971-08-15".to_owned()),
        1 => Just("1971".to_owned()),
        1 => Just("{1968,1971-08}".to_owned()),
    ]
}

/// The file. An interval written backwards is left out when the file is read, as from any hand.
fn written(lanes: u8, entries: &[Entry]) -> String {
    let mut text = "Timeline(title: \"Any\", categories: [".to_owned();
    for lane in 0..lanes {
        _ = write!(text, "(id: \"c{lane}\", name: \"Lane {lane}\"), ");
    }
    text.push_str("], events: [\n");
    for (index, entry) in entries.iter().enumerate() {
        let Entry {
            when,
            category,
            significance,
            title,
        } = entry;
        let category = category % lanes;
        _ = writeln!(
            text,
            "(id: \"e{index}\", when: {when:?}, title: {title:?}, category: \"c{category}\", \
             significance: {significance}, summary: \"\"),"
        );
    }
    text.push_str("])");
    text
}
