//! Windows, scales and ticks.

use super::{day, measure, when};
use crate::time::{Lang, Rank, Span, TimeScale, TimeWindow, display_at, display_window, ticks};

#[test]
fn days_under_the_pointer() {
    let at = day("1971-08-15") + 0.27;
    for (points_per_day, english, japanese) in [
        (0.01, "1971", "1971年"),
        (0.5, "August 1971", "1971年8月"),
        (5.0, "15 August 1971", "1971年8月15日"),
        (100.0, "15 August 1971, 06:00", "1971年8月15日 06:00"),
        (4000.0, "15 August 1971, 06:15", "1971年8月15日 06:15"),
        (f64::NAN, "1971", "1971年"),
    ] {
        assert_eq!(display_at(at, points_per_day, Lang::En), english);
        assert_eq!(display_at(at, points_per_day, Lang::Ja), japanese);
    }
}

#[test]
fn windows_in_words() {
    for (start, days, english, japanese) in [
        (
            "1944-06-01",
            78.0 * 365.2425,
            "1944 – 2022 · 78 years in view",
            "1944年～2022年 · 78年間を表示",
        ),
        (
            "-0099",
            73_049.0,
            "100 BCE – 100 CE · 200 years in view",
            "紀元前100年～100年 · 200年間を表示",
        ),
        (
            "1971-03-15",
            155.0,
            "March – August 1971 · 5 months in view",
            "1971年3月～8月 · 5か月間を表示",
        ),
        (
            "1971-11-01",
            92.0,
            "November 1971 – January 1972 · 3 months in view",
            "1971年11月～1972年1月 · 3か月間を表示",
        ),
        (
            "1971-08-03",
            18.0,
            "3 – 20 August 1971 · 18 days in view",
            "1971年8月3日～20日 · 18日間を表示",
        ),
        (
            "1971-08-15",
            1.0,
            "15 August 1971 · 1 day in view",
            "1971年8月15日 · 1日間を表示",
        ),
        (
            "1971-08-15T06:00:00",
            0.25,
            "15 August 1971, 06:00 – 12:00 · 6 hours in view",
            "1971年8月15日 06:00～12:00 · 6時間を表示",
        ),
        (
            "1971-08-15T18:00:00",
            0.25,
            "15 August 1971, 18:00 – 24:00 · 6 hours in view",
            "1971年8月15日 18:00～24:00 · 6時間を表示",
        ),
        (
            "1971-08-15T21:00:00",
            0.25,
            "15 August 1971, 21:00 – 16 August 1971, 03:00 · 6 hours in view",
            "1971年8月15日 21:00～1971年8月16日 03:00 · 6時間を表示",
        ),
    ] {
        let window = TimeWindow::new(day(start), days);
        assert_eq!(display_window(window, Lang::En), english);
        assert_eq!(display_window(window, Lang::Ja), japanese);
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn ticks_of_typical_views() {
    let year = 365.2425;
    for (start, days, width, labels, minor) in [
        // The view of the design: 78 years in 880 points.
        (
            "1944",
            78.0 * year,
            700.0,
            "1950|1960|1970|1980|1990|2000|2010|2020",
            8,
        ),
        (
            "1850",
            180.0 * year,
            700.0,
            "1860|1880|1900|1920|1940|1960|1980|2000|2020",
            9,
        ),
        (
            "1969",
            5.0 * year,
            1000.0,
            "1969|Jul|1970|Jul|1971|Jul|1972|Jul|1973|Jul|1974",
            10,
        ),
        (
            "1971-02",
            365.0,
            1000.0,
            "Feb 1971|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|1972|Feb",
            12,
        ),
        (
            "1971-08-10",
            30.0,
            1000.0,
            "15 Aug 1971|22 Aug|Sep|8 Sep",
            27,
        ),
        (
            "1971-08-13",
            7.0,
            1000.0,
            "13 Aug 1971|14 Aug|15 Aug|16 Aug|17 Aug|18 Aug|19 Aug|20 Aug",
            7,
        ),
        (
            "1971-12-30",
            4.0,
            1000.0,
            "30 Dec 1971|31 Dec|1972|2 Jan|3 Jan",
            4,
        ),
        (
            "1971-08-15T05:00:00",
            0.5,
            1000.0,
            "15 Aug 1971, 06:00|09:00|12:00|15:00",
            9,
        ),
        (
            "1971-08-15T21:00:00",
            0.25,
            2000.0,
            "15 Aug 1971, 21:00|21:30|22:00|22:30|23:00|23:30|16 Aug|00:30|01:00|01:30|02:00|02:30|03:00",
            12,
        ),
        (
            "-0100",
            200.0 * year,
            600.0,
            "100 BCE|50 BCE|1 CE|50 CE",
            16,
        ),
        (
            "-3000",
            4_000_000.0,
            800.0,
            "2000 BCE|1 CE|2000|4000|6000",
            6,
        ),
    ] {
        let scale = TimeScale::new(TimeWindow::new(day(start), days), 0.0, width);
        let ticks = ticks(&scale, Lang::En, &measure);
        let expected: Vec<&str> = labels.split('|').collect();
        let found: Vec<&str> = ticks
            .iter()
            .filter_map(|tick| tick.label.as_deref())
            .collect();
        assert_eq!(found, expected, "{start}, {days} days in {width} points");
        assert_eq!(
            ticks.iter().filter(|tick| tick.rank == Rank::Minor).count(),
            minor,
            "minor ticks of {start}"
        );
    }
}

#[test]
fn ticks_in_japanese() {
    for (start, days, labels) in [
        ("1944", 28_489.0, ["1950年", "1960年"]),
        ("1971-02", 150.0, ["1971年2月", "3月"]),
        ("1971-08-13", 4.0, ["1971年8月13日", "8月14日"]),
        (
            "1971-08-15T05:00:00",
            0.25,
            ["1971年8月15日 05:00", "06:00"],
        ),
        ("-0600", 365_242.0, ["前600年", "前500年"]),
    ] {
        let scale = TimeScale::new(TimeWindow::new(day(start), days), 0.0, 900.0);
        let ticks = ticks(&scale, Lang::Ja, &measure);
        let found: Vec<&str> = ticks
            .iter()
            .filter_map(|tick| tick.label.as_deref())
            .take(2)
            .collect();
        assert_eq!(found, labels, "{start}");
    }
}

#[test]
fn no_width_no_ticks() {
    let scale = TimeScale {
        window: TimeWindow::default(),
        left: 0.0,
        width: f32::NAN,
    };
    assert!(ticks(&scale, Lang::En, &measure).is_empty());
    assert!(ticks(&TimeScale::new(scale.window, 0.0, 0.0), Lang::En, &measure).is_empty());
    assert_eq!(
        TimeScale::new(scale.window, 7.0, 0.0).day_from_x(9.0),
        scale.window.start
    );
    assert_eq!(TimeScale::new(scale.window, 7.0, 0.0).x_from_day(9.0), 7.0);
}

#[test]
fn windows_stay_within_bounds() {
    assert_eq!(TimeWindow::new(f64::NAN, 1.0), TimeWindow::default());
    assert_eq!(TimeWindow::new(0.0, f64::INFINITY), TimeWindow::default());
    assert_eq!(TimeWindow::new(0.0, 0.0).days, TimeWindow::MIN_DAYS);
    assert_eq!(
        TimeWindow::new(1e300, 1e300),
        TimeWindow {
            start: 4e6,
            days: TimeWindow::MAX_DAYS
        }
    );
    let window = TimeWindow::new(0.0, 10.0);
    assert_eq!(window.pan_by(f64::NAN), window);
    assert_eq!(window.zoom_at(5.0, 0.0), window);
    assert_eq!(window.zoom_at(5.0, 2.0), TimeWindow::new(2.5, 5.0));
    assert_eq!(window.centred_on(0.0), TimeWindow::new(-5.0, 10.0));
    assert_eq!(window.span(), Span::new(0.0, 10.0));
    let stored: Result<TimeWindow, _> = serde_json::from_str(r#"{"start": 1e30, "days": -3}"#);
    assert_eq!(
        stored.ok(),
        Some(TimeWindow {
            start: 4e6,
            days: TimeWindow::MIN_DAYS
        })
    );
}

#[test]
fn windows_fit_spans() {
    let infinity = f64::INFINITY;
    assert_eq!(
        TimeWindow::fit(Span::new(0.0, 10.0), 0.1),
        TimeWindow::new(-1.0, 12.0)
    );
    assert_eq!(TimeWindow::fit(Span::new(5.0, 5.0), 0.1).mid(), 5.0);
    assert_eq!(
        TimeWindow::fit(Span::new(-infinity, infinity), 0.1),
        TimeWindow::default()
    );
    assert_eq!(
        TimeWindow::fit(when("2019/..").extent(), 0.0).start,
        day("2019")
    );
    assert_eq!(
        TimeWindow::fit(Span::new(0.0, 10.0), f64::NAN),
        TimeWindow::new(0.0, 10.0)
    );
}
