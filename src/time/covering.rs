//! A stretch of time as somebody would write it in the file: in days, months or years, whichever says no more than the
//! eye could tell.

use super::{Precision, TimeWindow, When};

/// A window of more days is written in years: forty of them, leap days and all.
const IN_YEARS: f64 = 40.0 * 366.0;
/// One of more days is written in months.
const IN_MONTHS: f64 = 3.0 * 366.0;
/// A share of the window that nobody sees: an edge so little past the end of a unit lies at its end. What was flown to
/// lies there but for rounding, and would otherwise grow by a unit each time it is written and read.
const UNSEEN: f64 = 1e-6;

impl When {
    /// The interval of whole days, months or years that holds a window, and little more: no unit at an edge without a
    /// part of the window in it. Beyond the year 9999, which EDTF does not divide, it is always in years.
    pub fn covering(window: TimeWindow) -> Option<Self> {
        let precision = if window.days > IN_YEARS {
            Precision::Year
        } else if window.days > IN_MONTHS {
            Precision::Month
        } else {
            Precision::Day
        };
        covering(window, precision).or_else(|| covering(window, Precision::Year))
    }
}

fn covering(window: TimeWindow, precision: Precision) -> Option<When> {
    let unseen = window.days * UNSEEN;
    let first = When::at(window.start + unseen, precision)?;
    // An end at midnight is the end of the day before.
    let last = (window.end() - unseen).next_down();
    let last = When::at(last, precision)?;
    if first == last {
        return Some(first);
    }
    format!("{}/{}", first.text(), last.text()).parse().ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, prop_oneof, proptest};

    use super::*;

    /// Windows of every length, most of them where history is.
    fn windows() -> impl Strategy<Value = TimeWindow> {
        let start = prop_oneof![3 => -100_000.0..40_000.0_f64, 1 => -4e6..4e6_f64];
        (start, -0.6..6.6_f64).prop_map(|(start, log)| TimeWindow::new(start, 10_f64.powf(log)))
    }

    fn covering(when: &str) -> String {
        let when: When = when.parse().unwrap();
        let window = TimeWindow::fit(when.extent(), 0.0);
        When::covering(window).unwrap().text().to_owned()
    }

    #[test]
    fn what_was_written_is_written_again() {
        for when in [
            "1971-08-15",
            "1971-06/1973-03",
            "1969/2020",
            "1853-07-08/1853-07-14",
            "1969-01/1973-12",
            "-0044/0014",
            "Y10000/Y12000",
            "0000/Y10000",
        ] {
            let again = covering(when);
            let same: [When; 2] = [when, &again].map(|text| text.parse().unwrap());
            let [one, other] = same.map(|when| when.extent());
            assert_eq!(one, other, "{when} became {again}");
        }
    }

    #[test]
    fn the_unit_is_that_of_the_length() {
        assert_eq!(covering("1971"), "1971-01-01/1971-12-31");
        assert_eq!(covering("1950/1952"), "1950-01-01/1952-12-31");
        assert_eq!(covering("1969/1974"), "1969-01/1974-12");
        assert_eq!(covering("1853/1953"), "1853/1953");
        let morning = TimeWindow::new(0.3, 0.5);
        assert_eq!(When::covering(morning).unwrap().text(), "1970-01-01");
        let night = TimeWindow::new(0.9, 0.5);
        assert_eq!(
            When::covering(night).unwrap().text(),
            "1970-01-01/1970-01-02"
        );
    }

    proptest! {
        #[test]
        fn a_window_is_covered_and_little_more(window in windows()) {
            let when = When::covering(window).unwrap();
            prop_assert_eq!(&when.text().parse::<When>().unwrap(), &when);
            let (extent, slack) = (when.extent(), window.days * 2.0 * UNSEEN);
            prop_assert!(extent.start <= window.start + slack, "{}", when.text());
            prop_assert!(extent.end >= window.end() - slack, "{}", when.text());
            let unit = match when.precision() {
                Precision::Day => 1.0,
                Precision::Month => 31.0,
                _ => 366.0,
            };
            prop_assert!(window.start - extent.start < unit, "{}", when.text());
            prop_assert!(extent.end - window.end() < unit, "{}", when.text());
            // A unit is a small part of the window wherever there is a finer one.
            let is_fine = unit <= 1.0 || unit < window.days / 24.0;
            prop_assert!(is_fine || when.text().contains('Y'), "{} for {}", when.text(), window.days);
        }
    }
}
