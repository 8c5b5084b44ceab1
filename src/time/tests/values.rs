//! What a date means: where it lies, how finely, how far from others, and what is wrong with it.

use super::{day, when};
use crate::time::{Lang, Precision, Span, When, day_of_year_start, distance, year_of};

#[test]
fn extents_cores_and_anchors() {
    let infinity = f64::INFINITY;
    let core = |start: &str, end: &str| Some(Span::new(day(start), day(end)));
    for (text, extent, anchor, expected_core) in [
        ("1970", (0.0, 365.0), 182.5, None),
        ("1970-01-02", (1.0, 2.0), 1.5, None),
        (
            "1970-01-01T06:00:00Z",
            (0.25, 0.25 + 1.0 / 1440.0),
            0.25,
            None,
        ),
        (
            "1970-01-01T23:59:60",
            (1.0 - 1.0 / 86_400.0, 1.0),
            1.0 - 1.0 / 86_400.0,
            None,
        ),
        (
            "1970-01-01/1970-01-03",
            (0.0, 3.0),
            0.0,
            core("1970-01-01", "1970-01-04"),
        ),
        (
            "1970/1972",
            (0.0, 1096.0),
            0.0,
            core("1970-12-31", "1972-01-02"),
        ),
        ("1970/1970", (0.0, 365.0), 0.0, None),
        (
            "1970-01/1970-02",
            (0.0, 59.0),
            0.0,
            core("1970-01-31", "1970-02-02"),
        ),
        (
            "1970-01-01/..",
            (0.0, infinity),
            0.0,
            Some(Span::new(0.0, infinity)),
        ),
        (
            "1970-01-01/",
            (0.0, infinity),
            0.0,
            core("1970-01-01", "1970-01-02"),
        ),
        ("1970/", (0.0, infinity), 0.0, None),
        (
            "../1970",
            (-infinity, 365.0),
            182.5,
            Some(Span::new(-infinity, 1.0)),
        ),
        (
            "/1970-01-01",
            (-infinity, 1.0),
            0.5,
            core("1970-01-01", "1970-01-02"),
        ),
        ("[1970,..1960]", (-infinity, 365.0), 182.5, None),
        ("[1970..,..1960]", (-infinity, infinity), 182.5, None),
    ] {
        let when = when(text);
        assert_eq!(
            when.extent(),
            Span {
                start: extent.0,
                end: extent.1
            },
            "{text}"
        );
        assert_eq!(when.anchor(), anchor, "{text}");
        assert_eq!(when.core(), expected_core, "{text}");
    }
}

#[test]
fn finite_extents() {
    assert_eq!(when("1970/..").finite_extent(), Some(Span::new(0.0, 0.0)));
    assert_eq!(when("../1969").finite_extent(), Some(Span::new(0.0, 0.0)));
    assert_eq!(when("1970").finite_extent(), Some(Span::new(0.0, 365.0)));
    assert_eq!(when("[1970..,..1960]").finite_extent(), None);
}

#[test]
fn open_and_unknown_sides() {
    for (text, open, unknown) in [
        ("2019/..", (false, true), (false, false)),
        ("2019/", (false, true), (false, true)),
        ("../2019", (true, false), (false, false)),
        ("/2019", (true, false), (true, false)),
        ("2018/2019", (false, false), (false, false)),
        ("2019", (false, false), (false, false)),
    ] {
        let when = when(text);
        assert_eq!((when.is_open_start(), when.is_open_end()), open, "{text}");
        assert_eq!(
            (when.is_unknown_start(), when.is_unknown_end()),
            unknown,
            "{text}"
        );
        assert_eq!(when.is_interval(), text.contains('/'), "{text}");
    }
}

#[test]
fn first_and_last_days() {
    for (text, earliest, latest) in [
        ("1971", "1971-01-01", "1971-12-31"),
        ("1971-02", "1971-02-01", "1971-02-28"),
        ("1941-12-07T23:59:00-10:30", "1941-12-07", "1941-12-07"),
        ("156X", "1560-01-01", "1569-12-31"),
        ("1988-24", "1988-12-01", "1989-02-28"),
        ("2019/..", "2019-01-01", "none"),
        ("/1945", "none", "1945-12-31"),
        ("-0043-03-15", "-0043-03-15", "-0043-03-15"),
        ("Y170000002", "+170000002-01-01", "+170000002-12-31"),
        ("Y9E30", "none", "none"),
    ] {
        assert_eq!(
            when(text).earliest_day().as_deref().unwrap_or("none"),
            earliest,
            "{text}"
        );
        assert_eq!(
            when(text).latest_day().as_deref().unwrap_or("none"),
            latest,
            "{text}"
        );
    }
}

#[test]
fn precisions_and_doubts() {
    for (text, precision) in [
        ("1941-12-07T07:48:00-10:30", Precision::Moment),
        ("1971-08-15", Precision::Day),
        ("1971-08-XX", Precision::Month),
        ("1971-08", Precision::Month),
        ("1971-21", Precision::Season),
        ("1971-XX", Precision::Year),
        ("1971", Precision::Year),
        ("Y170000002", Precision::Year),
        ("197X", Precision::Decade),
        ("197X-08-15", Precision::Decade),
        ("19XX", Precision::Century),
        ("1950S2", Precision::Century),
        ("1XXX", Precision::Millennium),
        ("Y9E30", Precision::Millennium),
        ("1945-09-02/1952", Precision::Year),
        ("2019-02-27/..", Precision::Day),
        ("[1667,1668-12]", Precision::Year),
    ] {
        assert_eq!(when(text).precision(), precision, "{text}");
    }
    assert!(Precision::Moment < Precision::Day && Precision::Century < Precision::Millennium);
    assert!(when("1971%").is_uncertain() && when("1971%").is_approximate());
    assert!(when("1971?/1972").is_uncertain() && !when("1971?/1972").is_approximate());
}

#[test]
fn whens_are_small() {
    assert!(size_of::<When>() <= 64, "{} bytes", size_of::<When>());
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn errors_point_at_the_part() {
    for (text, offset, message) in [
        (
            "1971-15-08",
            5,
            "expected a month from 01 to 12 (or a season from 21 to 24) but found `15`",
        ),
        (
            "1971-02-30",
            8,
            "expected a day that the month has but found `30`",
        ),
        (
            "1971-8-15",
            5,
            "expected a month of two digits but found `8`",
        ),
        ("1971-08-5", 8, "expected a day of two digits but found `5`"),
        ("-0043-3", 6, "expected a month of two digits but found `3`"),
        (
            "1971-",
            5,
            "expected a month of two digits but found the end",
        ),
        ("197", 0, "expected a year of four digits but found `197`"),
        (
            "1945/19",
            5,
            "expected a year of four digits but found `19`",
        ),
        (
            "1945-09-02/1945-9",
            16,
            "expected a month of two digits but found `9`",
        ),
        (
            "[1667,16]",
            6,
            "expected a year of four digits but found `16`",
        ),
        (
            "1952/1945",
            5,
            "expected an end on or after the start `1952` but found `1945`",
        ),
        (
            "15 August 1971",
            2,
            "expected a date such as 1971-08-15, without spaces or letters, but found a space",
        ),
        (
            "昭和46年",
            0,
            "expected a date such as 1971-08-15, without spaces or letters, but found `昭和46年`",
        ),
        (
            "1971年",
            4,
            "expected a date such as 1971-08-15, without spaces or letters, but found `年`",
        ),
        (
            "1941-12-07T25:00:00",
            11,
            "expected an hour from 00 to 23 but found `25`",
        ),
        ("{1971", 5, "expected a closing bracket but found the end"),
        (
            "",
            0,
            "expected a date such as 1971-08-15 but found nothing",
        ),
    ] {
        let Err(error) = text.parse::<When>() else {
            panic!("`{text}` parses")
        };
        assert_eq!(
            (error.offset, error.message.text(Lang::En)),
            (offset, message.to_owned()),
            "`{text}`"
        );
    }
    let Err(error) = "1971-15-08".parse::<When>() else {
        panic!("no fifteenth month")
    };
    assert!(
        error.to_string().ends_with("(did you mean 1971-08-15?)"),
        "{error}"
    );
}

#[test]
fn distances() {
    for (from, to, english, japanese) in [
        ("2019-02-27", "2018-06-12", "8 months before", "8か月前"),
        ("2018-06-12", "2019-02-27", "8 months after", "8か月後"),
        ("2019-02-27", "1971-07-15", "47 years before", "47年前"),
        ("1971-08-15", "1972-08-15", "1 year after", "1年後"),
        ("1971-08-15", "1972-08-14", "11 months after", "11か月後"),
        ("1971-08-15", "1973-02-15", "18 months after", "18か月後"),
        ("1971-08-15", "1971-08-18", "3 days after", "3日後"),
        ("1971-08-15", "1971-08-14", "1 day before", "1日前"),
        ("1971-08-15", "1971-08-15", "same day", "同日"),
        ("1971-08-15", "1971", "same year", "同年"),
        ("1971-08-15", "2018", "47 years after", "47年後"),
        ("1971-08", "1971-08-20", "same month", "同月"),
        ("1971-08", "1971-10-01", "2 months after", "2か月後"),
        ("1971-21", "1973-08", "2 years after", "2年後"),
        ("197X", "2019", "4 decades after", "約40年後"),
        ("197X", "1971", "same decade", "同年代"),
        ("18XX", "1971", "1 century after", "1世紀後"),
        ("1945-09-02/1952", "1945-09-05", "3 days after", "3日後"),
        ("../1945", "1941", "4 years before", "4年前"),
        (
            "1941-12-07T07:48:00-10:30",
            "1941-12-08T02:15:00+09:00",
            "1 hour before",
            "1時間前",
        ),
        (
            "1941-12-07T07:48:00-10:30",
            "1941-12-07T07:58:00-10:30",
            "10 minutes after",
            "10分後",
        ),
        (
            "1941-12-07T07:48:00-10:30",
            "1941-12-07T18:18:00Z",
            "same time",
            "同時刻",
        ),
        (
            "1941-12-07T07:48:00",
            "1941-12-09T08:00:00",
            "2 days after",
            "2日後",
        ),
        ("1941-12-07T07:48:00", "1941-12-07", "same day", "同日"),
        (
            "Y9E30",
            "Y-9E30",
            "5475814014 millennia before",
            "約5475814014000年前",
        ),
    ] {
        assert_eq!(
            distance(&when(from), &when(to), Lang::En),
            english,
            "{from} to {to}"
        );
        assert_eq!(
            distance(&when(from), &when(to), Lang::Ja),
            japanese,
            "{from} to {to}"
        );
    }
}

#[test]
fn years() {
    assert_eq!(year_of(day("1971-12-31") + 0.99), 1971);
    assert_eq!(day_of_year_start(1971), day("1971"));
    assert_eq!(year_of(day("-0043")), -43);
}
