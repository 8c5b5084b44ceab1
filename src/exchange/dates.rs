//! Dates on their way from the parts and words of other programs to EDTF.

use crate::time::{Meant, When, meant};

/// A date in parts, as most programs have it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Parts {
    /// The year as astronomers count: 1 BCE is 0, 2 BCE is -1 (ISO 8601).
    pub(super) year: i64,
    /// 1 to 12.
    pub(super) month: Option<u8>,
    /// 1 to 31.
    pub(super) day: Option<u8>,
    /// Hour, minute, second; only told of a whole day.
    pub(super) time: Option<(u8, u8, u8)>,
}

impl Parts {
    /// In EDTF; `None` where there is no such day.
    pub(super) fn edtf(&self) -> Option<String> {
        let mut text = year(self.year);
        // EDTF knows no months of years of five digits and more.
        let is_plain = !text.starts_with('Y');
        if let (Some(month), true) = (self.month, is_plain) {
            text.push_str(&format!("-{month:02}"));
            if let Some(day) = self.day {
                text.push_str(&format!("-{day:02}"));
                if let Some((hour, minute, second)) = self.time {
                    text.push_str(&format!("T{hour:02}:{minute:02}:{second:02}"));
                }
            }
        }
        is_edtf(&text).then_some(text)
    }
}

/// A year in EDTF; astronomical.
pub(super) fn year(year: i64) -> String {
    match year {
        -9999..=-1 => format!("-{:04}", year.unsigned_abs()),
        0..=9999 => format!("{year:04}"),
        _ => format!("Y{year}"),
    }
}

/// The astronomical year of one before the common era, told as 1 and up.
pub(super) fn before_common_era(year: i64) -> i64 {
    1_i64.saturating_sub(year)
}

/// From one date in EDTF to another; the one date where both are the same, and `None` where the end lies before the start.
pub(super) fn stretch(start: &str, end: &str) -> Option<String> {
    if start == end {
        return Some(start.to_owned());
    }
    let text = format!("{start}/{end}");
    is_edtf(&text).then_some(text)
}

/// The EDTF of a date in whatever words.
pub(super) fn in_words(text: &str) -> Option<Meant> {
    meant(text)
}

/// Whether a text is a date of ours.
pub(super) fn is_edtf(text: &str) -> bool {
    text.parse::<When>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_make_dates_of_their_precision() {
        let date = |year, month, day, time| {
            let parts = Parts {
                year,
                month,
                day,
                time,
            };
            parts.edtf()
        };
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(date(1971, None, None, None), some("1971"));
        assert_eq!(date(1971, Some(8), None, None), some("1971-08"));
        assert_eq!(date(1971, Some(8), Some(15), None), some("1971-08-15"));
        assert_eq!(
            date(1941, Some(12), Some(7), Some((7, 48, 0))),
            some("1941-12-07T07:48:00")
        );
        assert_eq!(
            date(before_common_era(44), Some(3), Some(15), None),
            some("-0043-03-15")
        );
        assert_eq!(date(before_common_era(1), None, None, None), some("0000"));
        assert_eq!(date(-13_000, Some(1), None, None), some("Y-13000"));
        assert_eq!(date(1971, Some(2), Some(30), None), None);
        assert_eq!(date(1971, Some(13), None, None), None);
        // A day without its month, or an hour without its day, says nothing.
        assert_eq!(date(1971, None, Some(3), None), some("1971"));
        assert_eq!(date(1971, Some(3), None, Some((7, 0, 0))), some("1971-03"));
    }

    #[test]
    fn words_are_understood_and_guesses_are_known_as_such() {
        let meant = in_words("15 August 1971").expect("a date");
        assert_eq!((&*meant.text, meant.is_guess), ("1971-08-15", false));
        let meant = in_words("1971-08-15").expect("a date");
        assert_eq!((&*meant.text, meant.is_guess), ("1971-08-15", false));
        assert_eq!(
            in_words("昭和46年8月15日").map(|meant| meant.text),
            Some("1971-08-15".to_owned())
        );
        assert_eq!(in_words("once upon a time"), None);
    }
}
