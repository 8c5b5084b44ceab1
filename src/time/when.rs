//! A date as the file gives it.
//!
//! Duty: hold the text as written beside what the axis needs of it at every frame. Invariants: the text parses as
//! EDTF; `extent.start <= anchor <= extent.end`; the anchor is finite. A million of these are held at once, so the
//! parsed form is not: wording parses the text again, which costs less than a microsecond.

use std::str::FromStr;
use std::sync::Arc;

use edtf_core::{Edtf, IntervalEndpoint};

use super::bounds;
use super::civil::{LIMIT_DAYS, civil_from_day, floor_day};
use super::{Lang, Span, WhenError, display, pacific};

/// How finely a date is known, finest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// A clock time.
    Moment,
    /// A day.
    Day,
    /// A month, or some day of one.
    Month,
    /// A season, quarter, third or half of a year.
    Season,
    /// A year, or some month of one.
    Year,
    /// Ten years or fewer.
    Decade,
    /// A hundred years or fewer.
    Century,
    /// A thousand years, or coarser.
    Millennium,
}

impl Precision {
    /// In words: "to the day".
    fn display(self, lang: Lang) -> &'static str {
        let [english, japanese] = match self {
            Self::Moment => ["to the minute", "分まで"],
            Self::Day => ["to the day", "日まで"],
            Self::Month => ["to the month", "月まで"],
            Self::Season => ["to the season", "季節まで"],
            Self::Year => ["to the year", "年まで"],
            Self::Decade => ["to the decade", "年代まで"],
            Self::Century => ["to the century", "世紀まで"],
            Self::Millennium => ["to the millennium", "千年紀まで"],
        };
        match lang {
            Lang::En => english,
            Lang::Ja => japanese,
        }
    }
}

/// A date, interval or set of dates in EDTF, as written and as placed on the axis. Cheap to clone: clones share what
/// they hold, so that a million events of some ten thousand days hold ten thousand dates.
#[derive(Clone, Debug, PartialEq)]
pub struct When(Arc<Placed>);

#[derive(Debug, PartialEq)]
struct Placed {
    text: Text,
    extent: Span,
    anchor: f64,
    /// [`NO_CORE`] for a point.
    core: Span,
    precision: Precision,
    interval: bool,
    unknown_start: bool,
    unknown_end: bool,
    uncertain: bool,
    approximate: bool,
}

/// Ends before it begins, as no core does.
const NO_CORE: Span = Span {
    start: f64::INFINITY,
    end: f64::NEG_INFINITY,
};

/// How long a date may be and need no room of its own; an interval between two days is.
const SHORT: usize = 22;

/// A date as written.
#[derive(Debug, PartialEq)]
enum Text {
    /// So many bytes of these.
    Short(u8, [u8; SHORT]),
    Long(Box<str>),
}

impl Text {
    fn new(text: &str) -> Self {
        let mut bytes = [0; SHORT];
        match (u8::try_from(text.len()), bytes.get_mut(..text.len())) {
            (Ok(length), Some(place)) => {
                place.copy_from_slice(text.as_bytes());
                Self::Short(length, bytes)
            }
            _ => Self::Long(text.into()),
        }
    }

    fn as_str(&self) -> &str {
        match self {
            Self::Short(length, bytes) => {
                let bytes = bytes.get(..usize::from(*length)).unwrap_or_default();
                std::str::from_utf8(bytes).unwrap_or_default()
            }
            Self::Long(text) => text,
        }
    }
}

impl FromStr for When {
    type Err = WhenError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let edtf = Edtf::parse(text).map_err(|error| WhenError::new(text, error))?;
        if bounds::is_reversed(&edtf) {
            return Err(WhenError::reversed(text));
        }
        let extent = bounds::extent(&edtf);
        let (unknown_start, unknown_end) = match &edtf {
            Edtf::Interval(interval) => (
                interval.start == IntervalEndpoint::Unknown,
                interval.end == IntervalEndpoint::Unknown,
            ),
            _ => (false, false),
        };
        Ok(Self(Arc::new(Placed {
            text: Text::new(text),
            extent,
            anchor: bounds::anchor(&edtf, extent),
            core: bounds::core(&edtf).unwrap_or(NO_CORE),
            precision: bounds::precision(&edtf),
            interval: matches!(edtf, Edtf::Interval(_)),
            unknown_start,
            unknown_end,
            uncertain: edtf.is_uncertain(),
            approximate: edtf.is_approximate(),
        })))
    }
}

impl When {
    /// The date as written in the file.
    pub fn text(&self) -> &str {
        self.0.text.as_str()
    }

    /// Every day the date may touch, earliest to latest (exclusive), in days since 1970-01-01. Infinite on a side
    /// that is open (`..`) or unknown (left empty).
    pub fn extent(&self) -> Span {
        self.0.extent
    }

    /// The extent with an infinite side replaced by the other bound, which makes it empty; `None` if both are
    /// infinite.
    pub fn finite_extent(&self) -> Option<Span> {
        let Span { start, end } = self.0.extent;
        match (start.is_finite(), end.is_finite()) {
            (true, true) => Some(self.0.extent),
            (true, false) => Some(Span { start, end: start }),
            (false, true) => Some(Span { start: end, end }),
            (false, false) => None,
        }
    }

    /// Of an interval, the days certainly covered: latest possible first day to earliest possible last day, both
    /// whole. `None` for a point, or when no day is certain. An open side is certain to infinity, an unknown one
    /// not at all. `?`, `~` and `%` change nothing.
    pub fn core(&self) -> Option<Span> {
        Some(self.0.core).filter(|core| *core != NO_CORE)
    }

    /// Whether the text is an interval: `1945/1952` and `2019/..` are, `1971` and sets are not.
    pub fn is_interval(&self) -> bool {
        self.0.interval
    }

    /// Whether nothing bounds the beginning: open (`..`) or unknown.
    pub fn is_open_start(&self) -> bool {
        self.0.extent.start.is_infinite()
    }

    /// Whether nothing bounds the end: open (`..`, still going on) or unknown.
    pub fn is_open_end(&self) -> bool {
        self.0.extent.end.is_infinite()
    }

    /// Whether an interval's beginning is left empty: there is one, but nobody knows when.
    pub fn is_unknown_start(&self) -> bool {
        self.0.unknown_start
    }

    /// Whether an interval's end is left empty: there is one, but nobody knows when.
    pub fn is_unknown_end(&self) -> bool {
        self.0.unknown_end
    }

    /// Where the date stands on the axis, in days since 1970-01-01; always finite. A point: the middle of its extent
    /// (noon of a day). A moment: itself. An interval: its start, or the middle of its end's extent when the start
    /// is open or unknown.
    pub fn anchor(&self) -> f64 {
        self.0.anchor
    }

    /// How finely the date is known; of an interval, its coarser end.
    pub fn precision(&self) -> Precision {
        self.0.precision
    }

    /// The precision in words: "to the day", 日まで.
    pub fn display_precision(&self, lang: Lang) -> &'static str {
        self.precision().display(lang)
    }

    /// Whether any part is marked `?` or `%`: its source is doubtful.
    pub fn is_uncertain(&self) -> bool {
        self.0.uncertain
    }

    /// Whether any part is marked `~` or `%`: it is an estimate.
    pub fn is_approximate(&self) -> bool {
        self.0.approximate
    }

    /// The first day the date may touch, in ISO 8601; `None` where open, unknown, or beyond ±10¹⁵ days.
    pub fn earliest_day(&self) -> Option<String> {
        iso_day(self.0.extent.start.floor())
    }

    /// The last day the date may touch, inclusive, in ISO 8601; `None` where open, unknown, or beyond ±10¹⁵ days.
    pub fn latest_day(&self) -> Option<String> {
        // A moment ends within its day, a day where the next begins.
        iso_day(self.0.extent.end.ceil() - 1.0)
    }

    /// The date in words: "15 August 1971", "1971年8月15日".
    pub fn display(&self, lang: Lang) -> String {
        self.worded(|edtf| Some(display::edtf(edtf, lang)))
            .unwrap_or_else(|| self.text().into())
    }

    /// The date in years of the Japanese eras: 昭和46年8月15日. `None` before Meiji (1868-10-23) and when coarser than a
    /// year. A year or month with two eras names both. Of a moment it is the day in Tokyo.
    pub fn display_era(&self) -> Option<String> {
        self.worded(display::era)
    }

    /// Place and local time in Washington and in Tokyo, in this order, of a moment with an offset or `Z`; `None` for
    /// anything else.
    pub fn sides_of_the_pacific(&self, lang: Lang) -> Option<[(String, String); 2]> {
        self.worded(|edtf| pacific::sides(edtf, lang))
    }

    pub(super) fn parsed(&self) -> Option<Edtf> {
        Edtf::parse(self.text()).ok()
    }

    fn worded<T>(&self, word: impl FnOnce(&Edtf) -> Option<T>) -> Option<T> {
        self.parsed().as_ref().and_then(word)
    }
}

fn iso_day(day: f64) -> Option<String> {
    let limit = LIMIT_DAYS as f64;
    (day.abs() < limit - 1.0).then(|| civil_from_day(floor_day(day)).iso())
}
