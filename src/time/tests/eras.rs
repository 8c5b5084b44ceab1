//! The eras held against the laws that set them.
//!
//! Until 1945 an edict in the emperor's name changed the era; since then a Cabinet Order does, on the ground of the Era
//! Name Act (元号法, Act No. 43 of 1979).

use super::when;
use crate::time::{Lang, eras};

/// Names, the first day by law, and the law.
const LAW: [(&str, &str, &str, &str); 5] = [
    (
        "明治",
        "Meiji",
        "1868-10-23",
        // Keiō 4, month 9, day 8 of the calendar of the day. It also renamed the year from its first day on (Keiō 4/1/1,
        // 25 January 1868), which no calendar of that spring knew: it is reckoned from the day it was proclaimed.
        "改元の詔, Edict of 8 September Keiō 4",
    ),
    (
        "大正",
        "Taishō",
        "1912-07-30",
        // 明治45年7月30日以後ヲ改メテ大正元年ト為ス: from that day on, the day Emperor Meiji died.
        "Edict of 30 July 1912",
    ),
    (
        "昭和",
        "Shōwa",
        "1926-12-25",
        // 大正15年12月25日以後ヲ改メテ昭和元年ト為ス: from that day on, the day Emperor Taishō died.
        "Edict of 25 December 1926",
    ),
    (
        "平成",
        "Heisei",
        "1989-01-08",
        // 昭和64年政令第1号 of 7 January: in force on the day after it was promulgated.
        "Cabinet Order No. 1 of 1989",
    ),
    (
        "令和",
        "Reiwa",
        "2019-05-01",
        // 平成31年政令第143号 of 1 April: in force on the day after the Act on the abdication (平成29年法律第63号) was.
        "Cabinet Order No. 143 of 2019",
    ),
];

#[test]
fn eras_begin_on_the_day_that_the_law_sets() {
    assert_eq!(eras().len(), LAW.len());
    for (era, (japanese, english, first, law)) in eras().iter().zip(LAW) {
        assert_eq!(era.name(Lang::Ja), japanese);
        assert_eq!(era.name(Lang::En), english);
        assert_eq!(era.span().start, when(first).extent().start, "{law}");
    }
    for pair in eras().windows(2) {
        let [before, after] = pair else { continue };
        assert_eq!(before.span().end, after.span().start);
    }
}

#[test]
fn the_day_before_belongs_to_the_era_before() {
    for (text, expected) in [
        ("1868-10-22", None),
        ("1868-10-23", Some("明治元年10月23日")),
        ("1912-07-29", Some("明治45年7月29日")),
        ("1912-07-30", Some("大正元年7月30日")),
        ("1926-12-24", Some("大正15年12月24日")),
        ("1926-12-25", Some("昭和元年12月25日")),
        ("1989-01-07", Some("昭和64年1月7日")),
        ("1989-01-08", Some("平成元年1月8日")),
        ("2019-04-30", Some("平成31年4月30日")),
        ("2019-05-01", Some("令和元年5月1日")),
    ] {
        assert_eq!(when(text).display_era().as_deref(), expected, "{text}");
    }
}

#[test]
fn a_month_or_a_year_in_which_the_era_changes_has_both_names() {
    for (text, expected) in [
        ("1868", "明治元年"),
        ("1868-10", "明治元年10月"),
        ("1868-11", "明治元年11月"),
        ("1912", "明治45年・大正元年"),
        ("1912-07", "明治45年7月・大正元年7月"),
        ("1912-08", "大正元年8月"),
        ("1926", "大正15年・昭和元年"),
        ("1926-12", "大正15年12月・昭和元年12月"),
        ("1926-11", "大正15年11月"),
        ("1989", "昭和64年・平成元年"),
        ("1989-01", "昭和64年1月・平成元年1月"),
        ("1989-02", "平成元年2月"),
        // The last day of an April, and the first of a May.
        ("2019", "平成31年・令和元年"),
        ("2019-04", "平成31年4月"),
        ("2019-05", "令和元年5月"),
    ] {
        assert_eq!(
            when(text).display_era().as_deref(),
            Some(expected),
            "{text}"
        );
    }
    assert_eq!(when("1868-09").display_era(), None);
}

/// ICU counts them from the sixth on, since when Japan has used the Gregorian calendar.
#[test]
fn the_first_years_of_meiji_have_their_names() {
    for (text, expected) in [
        ("1869-05-11", "明治2年5月11日"),
        ("1871", "明治4年"),
        ("1871-12", "明治4年12月"),
        ("1872-12-31", "明治5年12月31日"),
        ("1873-01-01", "明治6年1月1日"),
        ("1868/1873", "明治元年～明治6年"),
    ] {
        assert_eq!(
            when(text).display_era().as_deref(),
            Some(expected),
            "{text}"
        );
    }
}

#[test]
fn no_era_is_counted_beyond_its_hundredth_year() {
    assert_eq!(when("2118").display_era().as_deref(), Some("令和100年"));
    assert_eq!(
        when("2118-12-31").display_era().as_deref(),
        Some("令和100年12月31日")
    );
    for text in [
        "2119",
        "2119-01-01",
        "9999",
        "Y10000",
        "Y170000002",
        "0476",
        "-0043",
    ] {
        assert_eq!(when(text).display_era(), None, "{text}");
    }
}

#[test]
fn years_of_an_era_are_named_in_both_languages() {
    let [meiji, .., reiwa] = eras() else {
        panic!("no eras");
    };
    assert_eq!(meiji.year(1868, Lang::Ja), "明治元年");
    assert_eq!(meiji.year(1912, Lang::En), "Meiji 45");
    assert_eq!(reiwa.year(2026, Lang::Ja), "令和8年");
    assert_eq!(reiwa.count(2026), 8);
}
