//! What the view says of itself: the day under the pointer and the stretch in view.
//!
//! Duty: words at a precision that fits the zoom. Invariant: a window is named by the days inside it, so one that
//! ends at midnight does not name the next day.

use super::civil::{DAYS_PER_YEAR, Instant, civil_from_day};
use super::reading::Reading;
use super::{Lang, TimeWindow, display};

/// Longer windows are told in years, in days.
const YEARS_FROM: f64 = 3.0 * DAYS_PER_YEAR;
/// Longer windows are told in months, in days.
const MONTHS_FROM: f64 = 60.0;
/// Longer windows are told in days; a window of one day is one of them.
const DAYS_FROM: f64 = 0.98;

/// The day under the pointer, at a precision that fits `points_per_day`: "1971", "August 1971", "15 August 1971",
/// "15 August 1971, 06:00". Each unit is told from where it takes a point or more, clock times from where an hour
/// takes two.
pub fn display_at(day: f64, points_per_day: f64, lang: Lang) -> String {
    let instant = Instant::from_axis(day);
    let civil = civil_from_day(instant.day);
    let (hour, minute) = instant.clock();
    let date = || display::reading(&Reading::of_day(civil), lang);
    let with_clock = |clock: String| display::with_clock(&date(), &clock, lang);
    match points_per_day {
        quarters if quarters >= 480.0 => with_clock(format!("{hour:02}:{:02}", minute / 15 * 15)),
        hours if hours >= 48.0 => with_clock(format!("{hour:02}:00")),
        days if days >= 1.0 => date(),
        months if months >= 1.0 / 30.0 => {
            display::reading(&Reading::of_month(civil.year, civil.month), lang)
        }
        _ => display::reading(&Reading::of_year(civil.year), lang),
    }
}

/// The stretch in view: "1944 – 2022 · 78 years in view", "15 August 1971 · 1 day in view";
/// 1944年～2022年 · 78年間を表示.
pub fn display_window(window: TimeWindow, lang: Lang) -> String {
    let (stretch, length) = stretch_and_length(window, lang);
    format!("{stretch} · {length}")
}

/// The stretch alone: "1944 – 2022".
pub fn display_stretch(window: TimeWindow, lang: Lang) -> String {
    stretch_and_length(window, lang).0
}

/// The stretch, and apart from it how long it is: "1944 – 2022" and "78 years in view".
pub fn stretch_and_length(window: TimeWindow, lang: Lang) -> (String, String) {
    let window = TimeWindow::new(window.start, window.days);
    let first = Instant::from_axis(window.start);
    let end = Instant::from_axis(window.end());
    // The end is not inside: the last second is.
    let last = Instant::from_seconds(end.day, end.second - 1);
    let (a, b) = (civil_from_day(first.day), civil_from_day(last.day));
    let (stretch, count, unit) = match window.days {
        days if days > YEARS_FROM => {
            let stretch =
                display::range(&Reading::of_year(a.year), &Reading::of_year(b.year), lang);
            (stretch, days / DAYS_PER_YEAR, Unit::Years)
        }
        days if days > MONTHS_FROM => {
            let (a, b) = (
                Reading::of_month(a.year, a.month),
                Reading::of_month(b.year, b.month),
            );
            (
                display::range(&a, &b, lang),
                days / DAYS_PER_YEAR * 12.0,
                Unit::Months,
            )
        }
        days if days >= DAYS_FROM => (
            display::range(&Reading::of_day(a), &Reading::of_day(b), lang),
            days,
            Unit::Days,
        ),
        days => (clock_range(first, end, lang), days * 24.0, Unit::Hours),
    };
    (stretch, unit.in_view(count.round().max(1.0) as u64, lang))
}

/// "15 August 1971, 06:00 – 12:00", with both days when midnight lies between.
fn clock_range(first: Instant, end: Instant, lang: Lang) -> String {
    let clock = |instant: Instant| {
        let (hour, minute) = instant.clock();
        format!("{hour:02}:{minute:02}")
    };
    let day =
        |instant: Instant| display::reading(&Reading::of_day(civil_from_day(instant.day)), lang);
    let from = display::with_clock(&day(first), &clock(first), lang);
    let ends_at_midnight = end.second == 0 && end.day == first.day + 1;
    let to = match (first.day == end.day, ends_at_midnight) {
        (true, _) => clock(end),
        (_, true) => String::from("24:00"),
        _ => display::with_clock(&day(end), &clock(end), lang),
    };
    match lang {
        Lang::En => format!("{from} – {to}"),
        Lang::Ja => format!("{from}～{to}"),
    }
}

#[derive(Clone, Copy)]
enum Unit {
    Years,
    Months,
    Days,
    Hours,
}

impl Unit {
    fn in_view(self, count: u64, lang: Lang) -> String {
        let (english, japanese) = match self {
            Self::Years => ("year", "年間"),
            Self::Months => ("month", "か月間"),
            Self::Days => ("day", "日間"),
            Self::Hours => ("hour", "時間"),
        };
        match (lang, count) {
            (Lang::En, 1) => format!("1 {english} in view"),
            (Lang::En, _) => format!("{count} {english}s in view"),
            (Lang::Ja, _) => format!("{count}{japanese}を表示"),
        }
    }
}
