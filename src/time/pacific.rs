//! A moment on both sides of the Pacific.
//!
//! Duty: what the clocks of Washington and Tokyo showed, through the tz database (local mean time before standard
//! time, daylight saving and war time included).

use chrono::{DateTime as Zoned, Datelike, FixedOffset, NaiveDate, TimeZone, Timelike};
use chrono_tz::{America::New_York, Asia::Tokyo, Tz};
use edtf_core::{DateTime, Edtf, TimeShift};

use super::bounds::moment_day;
use super::civil::Civil;
use super::reading::Reading;
use super::{Lang, display};

/// Washington and Tokyo; `None` unless the expression is a moment with an offset.
pub(super) fn sides(edtf: &Edtf, lang: Lang) -> Option<[(String, String); 2]> {
    let Edtf::DateTime(moment) = edtf else {
        return None;
    };
    let instant = zoned(moment)?;
    let (washington, tokyo) = match lang {
        Lang::En => ("Washington", "Tokyo"),
        Lang::Ja => ("ワシントン", "東京"),
    };
    let side = |place: &str, zone: Tz| {
        (
            String::from(place),
            local(&instant.with_timezone(&zone), lang),
        )
    };
    Some([side(washington, New_York), side(tokyo, Tokyo)])
}

/// The day in Tokyo at a moment with an offset.
pub(super) fn tokyo_day(moment: &DateTime) -> Option<Civil> {
    zoned(moment).map(|instant| civil(&instant.with_timezone(&Tokyo)))
}

fn zoned(moment: &DateTime) -> Option<Zoned<FixedOffset>> {
    let offset = match moment.time.shift? {
        TimeShift::Utc => FixedOffset::east_opt(0),
        TimeShift::Offset { minutes, .. } => FixedOffset::east_opt(i32::from(minutes) * 60),
    }?;
    let Civil { year, month, day } = moment_day(moment);
    let time = moment.time;
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month.into(), day.into())?
        // chrono has no second 60; the minute shown is the same.
        .and_hms_opt(
            time.hour.into(),
            time.minute.into(),
            time.second.min(59).into(),
        )
        .and_then(|civil| offset.from_local_datetime(&civil).single())
}

fn local(time: &Zoned<Tz>, lang: Lang) -> String {
    let clock = format!("{:02}:{:02}", time.hour(), time.minute());
    display::with_clock(
        &display::reading(&Reading::of_day(civil(time)), lang),
        &clock,
        lang,
    )
}

fn civil(time: &Zoned<Tz>) -> Civil {
    // chrono's months and days fit in a byte.
    Civil::new(time.year().into(), time.month() as u8, time.day() as u8)
}
