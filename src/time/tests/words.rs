//! Dates as a reader sees them, in both languages.

use super::when;
use crate::time::Lang;

#[test]
fn the_precision_in_words() {
    for (text, english, japanese) in [
        ("1941-12-07T07:48:00-10:30", "to the minute", "分まで"),
        ("2019-02-27/2019-02-28", "to the day", "日まで"),
        ("1971-07/1994", "to the year", "年まで"),
        ("197X", "to the decade", "年代まで"),
    ] {
        assert_eq!(when(text).display_precision(Lang::En), english);
        assert_eq!(when(text).display_precision(Lang::Ja), japanese);
    }
}

#[test]
fn dates_in_words() {
    for (text, english, japanese) in [
        ("1971", "1971", "1971年"),
        ("1971-08", "August 1971", "1971年8月"),
        ("1971-08-15", "15 August 1971", "1971年8月15日"),
        ("1971~", "about 1971", "1971年頃"),
        ("1971?", "1971 (uncertain)", "1971年（不確か）"),
        ("1971%", "about 1971 (uncertain)", "1971年頃（不確か）"),
        (
            "2004-?06-11",
            "11 June 2004 (uncertain)",
            "2004年6月11日（不確か）",
        ),
        ("197X", "1970s", "1970年代"),
        ("19XX", "20th century", "20世紀"),
        ("1XXX", "2nd millennium", "第2千年紀"),
        ("XXXX", "unknown year", "年不明"),
        (
            "19X5",
            "some year from 1905 to 1995",
            "1905年～1995年のいずれかの年",
        ),
        (
            "1950S2",
            "about 1950 (between 1900 and 1999)",
            "1950年頃（1900年～1999年）",
        ),
        ("-0043", "44 BCE", "紀元前44年"),
        ("0000", "1 BCE", "紀元前1年"),
        ("0079", "79 CE", "79年"),
        ("0476", "476 CE", "476年"),
        ("-0043-03-15", "15 March 44 BCE", "紀元前44年3月15日"),
        ("Y170000002", "170,000,002", "170000002年"),
        ("Y-17E7", "170,000,001 BCE", "紀元前170000001年"),
        ("Y9E30", "year Y9E30", "Y9E30年"),
    ] {
        assert_eq!(when(text).display(Lang::En), english, "{text}");
        assert_eq!(when(text).display(Lang::Ja), japanese, "{text}");
    }
}

#[test]
fn parts_of_a_year_in_words() {
    for (text, english, japanese) in [
        ("1971-21", "spring 1971", "1971年春"),
        ("1971-23", "autumn 1971", "1971年秋"),
        ("1971-29", "southern spring 1971", "1971年春（南半球）"),
        ("1971-33", "first quarter of 1971", "1971年第1四半期"),
        ("1971-38", "second third of 1971", "1971年5月～8月"),
        ("1971-41", "second half of 1971", "1971年下半期"),
        ("1971-XX", "some month of 1971", "1971年某月"),
        (
            "1971-1X",
            "some month from October to December 1971",
            "1971年10月～12月のいずれかの月",
        ),
        ("1971-08-XX", "some day of August 1971", "1971年8月某日"),
        (
            "1971-08-1X",
            "some day from 10 to 19 August 1971",
            "1971年8月10日～19日のいずれかの日",
        ),
        ("1971-04-3X", "30 April 1971", "1971年4月30日"),
        ("1971-XX-XX", "some day of 1971", "1971年某月某日"),
        (
            "1971-XX-25",
            "the 25th of some month of 1971",
            "1971年某月25日",
        ),
        (
            "156X-12-25",
            "25 December of some year of the 1560s",
            "1560年代のある年の12月25日",
        ),
        (
            "XXXX-12-25",
            "25 December of an unknown year",
            "年不明の12月25日",
        ),
        (
            "19XX-21",
            "spring of some year of the 20th century",
            "20世紀のある年の春",
        ),
    ] {
        assert_eq!(when(text).display(Lang::En), english, "{text}");
        assert_eq!(when(text).display(Lang::Ja), japanese, "{text}");
    }
}

#[test]
fn intervals_in_words() {
    for (text, english, japanese) in [
        (
            "2019-02-27/2019-02-28",
            "27 – 28 February 2019",
            "2019年2月27日～28日",
        ),
        (
            "1971-08/1971-12",
            "August – December 1971",
            "1971年8月～12月",
        ),
        (
            "1971-03-12/1971-06-04",
            "12 March – 4 June 1971",
            "1971年3月12日～6月4日",
        ),
        (
            "1971-08-15/1971-12",
            "15 August – December 1971",
            "1971年8月15日～12月",
        ),
        (
            "1971-08/1971-08-15",
            "August – 15 August 1971",
            "1971年8月～8月15日",
        ),
        ("1971/1971-08", "1971 – August 1971", "1971年～1971年8月"),
        (
            "1945-09-02/1952-04-28",
            "2 September 1945 – 28 April 1952",
            "1945年9月2日～1952年4月28日",
        ),
        ("1945/1952", "1945 – 1952", "1945年～1952年"),
        ("1971-08-15/1971-08-15", "15 August 1971", "1971年8月15日"),
        ("2019/..", "since 2019", "2019年以降"),
        ("../1945", "until 1945", "1945年まで"),
        ("1945/", "1945 – unknown", "1945年～不明"),
        ("/1945", "unknown – 1945", "不明～1945年"),
        (
            "..1945/1952",
            "1945 or earlier – 1952",
            "1945年以前～1952年",
        ),
        ("1945/1952..", "1945 – 1952 or later", "1945年～1952年以降"),
        (
            "1945~/1952?",
            "about 1945 – 1952 (uncertain)",
            "1945年頃～1952年（不確か）",
        ),
        (
            "1971-08~/1971-12",
            "about August 1971 – December 1971",
            "1971年8月頃～1971年12月",
        ),
        (
            "[1667,1668,1670..1672]",
            "1667, 1668 or 1670 – 1672",
            "1667年・1668年・1670年～1672年のいずれか",
        ),
        (
            "{1960,1961-12}",
            "1960 and December 1961",
            "1960年・1961年12月",
        ),
        (
            "[..1760-12-03]",
            "3 December 1760 or earlier",
            "1760年12月3日以前",
        ),
    ] {
        assert_eq!(when(text).display(Lang::En), english, "{text}");
        assert_eq!(when(text).display(Lang::Ja), japanese, "{text}");
    }
}

#[test]
fn moments_in_words() {
    for (text, english, japanese) in [
        (
            "1941-12-07T07:48:00-10:30",
            "7 December 1941, 07:48 (UTC−10:30)",
            "1941年12月7日 07:48（UTC−10:30）",
        ),
        (
            "1941-12-07T18:18:30Z",
            "7 December 1941, 18:18:30 (UTC)",
            "1941年12月7日 18:18:30（UTC）",
        ),
        (
            "1941-12-08T03:18:00+09",
            "8 December 1941, 03:18 (UTC+09:00)",
            "1941年12月8日 03:18（UTC+09:00）",
        ),
        (
            "1971-08-15T21:00:00",
            "15 August 1971, 21:00",
            "1971年8月15日 21:00",
        ),
    ] {
        assert_eq!(when(text).display(Lang::En), english, "{text}");
        assert_eq!(when(text).display(Lang::Ja), japanese, "{text}");
    }
}

#[test]
fn era_years() {
    for (text, expected) in [
        ("1971-08-15", "昭和46年8月15日"),
        ("1971-08", "昭和46年8月"),
        ("1971", "昭和46年"),
        ("1971~", "昭和46年頃"),
        ("1971-21", "昭和46年春"),
        ("1989", "昭和64年・平成元年"),
        ("1989-01", "昭和64年1月・平成元年1月"),
        ("1989-01-07", "昭和64年1月7日"),
        ("1989-01-08", "平成元年1月8日"),
        ("1989-01-07/1989-01-08", "昭和64年1月7日～平成元年1月8日"),
        ("2019-04-30", "平成31年4月30日"),
        ("2019-05-01", "令和元年5月1日"),
        ("2019-04-30/2019-05-01", "平成31年4月30日～令和元年5月1日"),
        ("2019-02-27/2019-02-28", "平成31年2月27日～28日"),
        ("1945-09-02/1952-04-28", "昭和20年9月2日～昭和27年4月28日"),
        ("2020/..", "令和2年以降"),
        ("../1945", "昭和20年まで"),
        ("1988-24", "昭和63年冬"),
        ("1941-12-07T07:48:00-10:30", "昭和16年12月8日"),
        ("1941-12-07T07:48:00", "昭和16年12月7日"),
        ("1868-10-23", "明治元年10月23日"),
        ("1868", "明治元年"),
        ("1868-10-22", "none"),
        ("1853-07-08", "none"),
        ("1853/1971", "none"),
        ("197X", "none"),
        ("3000", "none"),
    ] {
        assert_eq!(
            when(text).display_era().as_deref().unwrap_or("none"),
            expected,
            "{text}"
        );
    }
}

#[test]
fn pearl_harbor_on_both_sides() {
    let pearl_harbor = when("1941-12-07T07:48:00-10:30");
    let pair = |place: &str, time: &str| (String::from(place), String::from(time));
    assert_eq!(
        pearl_harbor.sides_of_the_pacific(Lang::En),
        Some([
            pair("Washington", "7 December 1941, 13:18"),
            pair("Tokyo", "8 December 1941, 03:18")
        ])
    );
    assert_eq!(
        pearl_harbor.sides_of_the_pacific(Lang::Ja),
        Some([
            pair("ワシントン", "1941年12月7日 13:18"),
            pair("東京", "1941年12月8日 03:18")
        ])
    );
    assert!(
        when("1945-08-15T03:00:00Z")
            .sides_of_the_pacific(Lang::En)
            .is_some()
    );
    assert_eq!(
        when("1941-12-07T07:48:00").sides_of_the_pacific(Lang::En),
        None
    );
    assert_eq!(when("1941-12-07").sides_of_the_pacific(Lang::En), None);
}
