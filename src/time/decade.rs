//! Decades and years as headings over events.

use crate::messages::{Lang, say};

use super::When;

/// The decade of an astronomical year, counted in tens of years: 197 for 1971.
pub fn decade_of(year: i64) -> i64 {
    year.div_euclid(10)
}

/// "1850s", "11 – 2 BCE"; of a decade as [`decade_of`] counts them.
pub fn decade_name(decade: i64, lang: Lang) -> String {
    let first = decade.saturating_mul(10);
    // The astronomical year 0 is 1 BCE.
    let (from, to) = (1_i64.saturating_sub(first), (-8_i64).saturating_sub(first));
    match decade {
        1.. => say!(lang, "dates-decade", first = first.to_string()),
        0 => say!(lang, "dates-decade-of-turn"),
        _ => say!(
            lang,
            "dates-decade-before",
            first = from.to_string(),
            last = to.to_string()
        ),
    }
}

/// An astronomical year as a date that says no more: its words in a language, and those of the Japanese era.
pub fn year_when(year: i64) -> Option<When> {
    let written = match year {
        0..=9999 => format!("{year:04}"),
        -9999..0 => format!("-{:04}", year.unsigned_abs()),
        _ => format!("Y{year}"),
    };
    written.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decades_have_names_before_and_after_the_common_era() {
        let named = |decade| [Lang::En, Lang::Ja].map(|lang| decade_name(decade, lang));
        assert_eq!(named(decade_of(1853)), ["1850s", "1850年代"]);
        assert_eq!(named(decade_of(0)), ["1 BCE – 9 CE", "前1年～9年"]);
        // The years −10 to −1 are 11 to 2 BCE.
        assert_eq!(named(decade_of(-1)), ["11 – 2 BCE", "前11年～前2年"]);
        assert!(decade_name(i64::MIN, Lang::En).ends_with("BCE"));
    }

    #[test]
    fn years_have_words_as_far_as_dates_go() {
        let named = |year| year_when(year).map(|when| when.display(Lang::En));
        assert_eq!(named(1971).as_deref(), Some("1971"));
        assert_eq!(named(-43).as_deref(), Some("44 BCE"));
        assert!(named(-170_000).is_some() && named(20_000).is_some());
    }
}
