//! Both sides of the Pacific, by the clocks of those years.

use super::when;
use crate::time::Lang;

#[track_caller]
fn sides(text: &str, washington: &str, tokyo: &str) {
    let expected = [("Washington", washington), ("Tokyo", tokyo)];
    let expected = expected.map(|(place, time)| (place.to_owned(), time.to_owned()));
    assert_eq!(
        when(text).sides_of_the_pacific(Lang::En),
        Some(expected),
        "{text}"
    );
}

#[test]
fn pearl_harbor() {
    // Hawaii was ten and a half hours behind Greenwich until 1947.
    sides(
        "1941-12-07T07:48:00-10:30",
        "7 December 1941, 13:18",
        "8 December 1941, 03:18",
    );
}

/// From 9 February 1942 to 30 September 1945 the United States were an hour ahead all year (56 Stat. 9).
#[test]
fn american_war_time() {
    sides(
        "1942-02-08T12:00:00Z",
        "8 February 1942, 07:00",
        "8 February 1942, 21:00",
    );
    sides(
        "1942-02-10T12:00:00Z",
        "10 February 1942, 08:00",
        "10 February 1942, 21:00",
    );
    // In the middle of a winter.
    sides(
        "1944-01-15T12:00:00Z",
        "15 January 1944, 08:00",
        "15 January 1944, 21:00",
    );
    // Truman tells the press of the surrender.
    sides(
        "1945-08-14T19:00:00-04:00",
        "14 August 1945, 19:00",
        "15 August 1945, 08:00",
    );
    sides(
        "1945-12-15T12:00:00Z",
        "15 December 1945, 07:00",
        "15 December 1945, 21:00",
    );
}

/// Japan's Daylight Saving Time Act (夏時刻法, Act No. 29 of 1948) moved the clocks from 1948 to 1951.
#[test]
fn the_summers_of_the_occupation() {
    for (text, tokyo) in [
        ("1947-07-01T00:00:00Z", "1 July 1947, 09:00"),
        ("1948-07-01T00:00:00Z", "1 July 1948, 10:00"),
        ("1948-12-01T00:00:00Z", "1 December 1948, 09:00"),
        ("1949-07-01T00:00:00Z", "1 July 1949, 10:00"),
        // The war in Korea begins.
        ("1950-06-24T19:00:00Z", "25 June 1950, 05:00"),
        ("1951-07-01T00:00:00Z", "1 July 1951, 10:00"),
        // Signed in San Francisco, hours after the clocks of Japan had gone back for good.
        ("1951-09-08T18:30:00Z", "9 September 1951, 03:30"),
        ("1952-07-01T00:00:00Z", "1 July 1952, 09:00"),
    ] {
        let sides = when(text).sides_of_the_pacific(Lang::En);
        let said = sides.map(|[_, (_, time)]| time);
        assert_eq!(said.as_deref(), Some(tokyo), "{text}");
    }
}

#[test]
fn washington_saves_daylight() {
    // Nixon ends the dollar's tie to gold.
    sides(
        "1971-08-15T21:00:00-04:00",
        "15 August 1971, 21:00",
        "16 August 1971, 10:00",
    );
    sides(
        "1971-11-15T21:00:00-05:00",
        "15 November 1971, 21:00",
        "16 November 1971, 11:00",
    );
}

/// Before standard time (1883 and 1888) the clocks of a city went by its own sun: the database has those of New York,
/// 4:56:02 behind Greenwich, for the American east, and of Tokyo, 9:18:59 ahead.
#[test]
fn before_standard_time() {
    sides(
        "1854-03-31T03:00:00Z",
        "30 March 1854, 22:03",
        "31 March 1854, 12:18",
    );
}
