//! Dates of slides: from their parts to EDTF, and back.

use crate::document::Timeline;
use crate::exchange::dates::{self, Parts, before_common_era, in_words};
use crate::exchange::losses::{Losses, Name};
use crate::exchange::plain::plain;
use crate::messages::{Message, message};
use crate::time::{Lang, When};

use super::slide::Date;

impl Date {
    /// In EDTF; `None` where no year can be read. What cannot stand there is left out, and said.
    fn edtf(&self, of: &Name, losses: &mut Losses) -> Option<String> {
        let Some(year) = number(&self.year) else {
            return self.in_words(of, losses);
        };
        let year = if year < 0 {
            before_common_era(year.saturating_neg())
        } else {
            year
        };
        let part = |text: &str| number(text).and_then(|number| u8::try_from(number).ok());
        let (month, day, time) = (part(&self.month), part(&self.day), self.time(of, losses));
        if (!self.day.is_empty() && self.month.is_empty())
            || (time.is_some() && self.day.is_empty())
        {
            losses.add(message!("losses-day-without-month"), of.clone());
        }
        let parts = Parts {
            year,
            month,
            day,
            time,
        };
        let coarser = [
            parts,
            Parts {
                time: None,
                ..parts
            },
            Parts {
                time: None,
                day: None,
                ..parts
            },
            Parts {
                time: None,
                day: None,
                month: None,
                ..parts
            },
        ];
        // What was left out above is not asked for again.
        let is_whole = |text: &str, has: bool| text.is_empty() || has;
        let is_read = is_whole(&self.month, month.is_some()) && is_whole(&self.day, day.is_some());
        for (cut, parts) in coarser.iter().enumerate() {
            if let Some(edtf) = parts.edtf() {
                if cut > 0 || !is_read {
                    losses.add(message!("losses-part-of-date"), self.told(of));
                }
                return Some(edtf);
            }
        }
        None
    }

    /// Of a year that is no number, such as "about 1853" or "1971-08-15".
    fn in_words(&self, of: &Name, losses: &mut Losses) -> Option<String> {
        let all = [&*self.day, &self.month, &self.year].join(" ");
        let meant = in_words(&self.year).or_else(|| in_words(&all))?;
        if meant.is_guess {
            losses.add(
                message!("losses-guessed"),
                message!(
                    "losses-of-guessed",
                    of = of.clone(),
                    found = &self.year,
                    meant = &meant.text,
                ),
            );
        }
        Some(meant.text)
    }

    fn time(&self, of: &Name, losses: &mut Losses) -> Option<(u8, u8, u8)> {
        if self
            .millisecond
            .chars()
            .any(|digit| matches!(digit, '1'..='9'))
        {
            losses.add(message!("losses-thousandths"), of.clone());
        }
        if self.hour.is_empty() {
            return None;
        }
        let part = |text: &str| match text {
            "" => Some(0),
            text => number(text).and_then(|number| u8::try_from(number).ok()),
        };
        let time = part(&self.hour)
            .zip(part(&self.minute))
            .zip(part(&self.second));
        if time.is_none() {
            losses.add(message!("losses-part-of-date"), self.told(of));
        }
        time.map(|((hour, minute), second)| (hour, minute, second))
    }

    /// For a report: of what, and what was found.
    fn told(&self, of: &Name) -> Message {
        let date = [&*self.year, &self.month, &self.day];
        let time = [&*self.hour, &self.minute, &self.second];
        let given = |parts: &[&str], between: &str| {
            let parts: Vec<_> = parts
                .iter()
                .copied()
                .filter(|part| !part.is_empty())
                .collect();
            parts.join(between)
        };
        let found = [given(&date, "-"), given(&time, ":")].join(" ");
        message!("losses-of-found", of = of.clone(), found = found.trim())
    }

    fn is_empty(&self) -> bool {
        let parts = [
            &self.year,
            &self.month,
            &self.day,
            &self.hour,
            &self.display,
        ];
        parts.iter().all(|part| part.is_empty())
    }
}

/// A whole number, with or without blanks, commas between its thousands, and the ".0" of a spreadsheet.
fn number(text: &str) -> Option<i64> {
    let text = text.strip_suffix(".0").unwrap_or(text);
    let text = text.replace('−', "-");
    let digits: String = text
        .chars()
        .filter(|sign| !sign.is_whitespace() && *sign != ',')
        .collect();
    digits.parse().ok()
}

/// The EDTF of a slide from `start` to `end`, by the words that are shown in their place where those say more. `None`, and
/// said why, where there is none.
pub(super) fn when(
    start: &Date,
    end: &Date,
    words: &str,
    of: &Name,
    losses: &mut Losses,
) -> Option<String> {
    if start.is_empty() && words.is_empty() {
        losses.add(message!("losses-slide-undated"), of.clone());
        return None;
    }
    let begins = start
        .edtf(of, losses)
        .map(|edtf| chosen(edtf, &start.display, of, losses));
    let ends = if end.year.is_empty() {
        None
    } else {
        let edtf = end
            .edtf(of, losses)
            .map(|edtf| chosen(edtf, &end.display, of, losses));
        if edtf.is_none() {
            losses.add(message!("losses-end-unread"), end.told(of));
        }
        edtf
    };
    let Some(begins) = begins else {
        // Better what people read than nothing at all.
        let meant = in_words(&plain(words).text).or_else(|| in_words(&plain(&start.display).text));
        if meant.is_none() {
            losses.add(message!("losses-slide-unread"), start.told(of));
        }
        return meant.map(|meant| meant.text);
    };
    let edtf = match ends {
        Some(ends) => stretch(begins, &ends, of, losses),
        None => begins,
    };
    Some(chosen(edtf, words, of, losses))
}

/// From one date to another, as far as they can be joined.
fn stretch(begins: String, ends: &str, of: &Name, losses: &mut Losses) -> String {
    if let Some(stretch) = dates::stretch(&begins, ends) {
        return stretch;
    }
    let day = |text: &str| text.split('T').next().unwrap_or(text).to_owned();
    let days = dates::stretch(&day(&begins), &day(ends));
    let has_clock = begins.contains('T') || ends.contains('T');
    if let Some(days) = days.filter(|_| has_clock) {
        losses.add(message!("losses-clock-of-ends"), of.clone());
        return days;
    }
    losses.add(
        message!("losses-end-not-behind"),
        message!(
            "losses-of-span",
            of = of.clone(),
            begins = &begins,
            ends = ends,
        ),
    );
    begins
}

/// What the words say, where they say what no parts can and the parts lie within them; else what the parts say.
fn chosen(edtf: String, words: &str, of: &Name, losses: &mut Losses) -> String {
    let words = plain(words).text;
    if words.is_empty() {
        return edtf;
    }
    let meant = in_words(&words).filter(|meant| !meant.is_guess || meant.text == edtf);
    match meant {
        Some(meant) if meant.text == edtf => return edtf,
        Some(meant) if is_finer(&meant.text, &edtf) => return meant.text,
        _ => {}
    }
    losses.add(
        message!("losses-words-for-date", field = "display_date"),
        message!("losses-of-words", of = of.clone(), words = words),
    );
    edtf
}

/// Whether words say more than parts can, and of the same time.
fn is_finer(words: &str, parts: &str) -> bool {
    let (Ok(words), Ok(parts)) = (words.parse::<When>(), parts.parse::<When>()) else {
        return false;
    };
    let (around, within) = (words.extent(), parts.extent());
    !is_exact(&words) && around.start <= within.start && within.end <= around.end
}

fn is_exact(when: &When) -> bool {
    let mut ends = when.text().split('/');
    let exact = |end: &str| parts(end).is_some_and(|(_, is_exact)| is_exact);
    ends.all(exact)
}

/// A date as a slide has it.
#[derive(Debug, Clone, Default)]
pub(super) struct Told {
    pub(super) start: Date,
    pub(super) end: Option<Date>,
    /// What is shown in its place, where the parts do not say all of it.
    pub(super) words: Option<String>,
}

/// The nearest that parts can say of a date; `None` where that is nothing at all.
pub(super) fn told(when: &When, lang: Lang, timeline: &Timeline) -> Option<Told> {
    let (start, end) = match when.text().split_once('/') {
        Some((start, end)) => (ends(start), ends(end)),
        None => match (parts(when.text()), ends(when.text())) {
            (Some(_), (start, _)) => ((start, None), (None, None)),
            (None, (start, end)) => ((start, None), (None, end)),
        },
    };
    let (start, end) = (start.0, end.1);
    let words = (!is_exact(when)).then(|| when.display(lang));
    let (start, end) = match (start, end) {
        (Some(start), end) => (start, end),
        // Nothing bounds the beginning: it stands where it ends, and the words say so.
        (None, Some(end)) => (end, None),
        (None, None) => {
            let extent = timeline.extent()?;
            let year = crate::time::year_of(extent.start);
            (
                Parts {
                    year,
                    ..Parts::default()
                },
                None,
            )
        }
    };
    let end = end.filter(|end| *end != start);
    Some(Told {
        start: date(start),
        end: end.map(date),
        words,
    })
}

/// The first and the last that one end of a stretch, or a date by itself, may mean.
fn ends(text: &str) -> (Option<Parts>, Option<Parts>) {
    if let Some((parts, _)) = parts(text) {
        return (Some(parts), Some(parts));
    }
    let Ok(when) = text.parse::<When>() else {
        return (None, None);
    };
    let day = |day: Option<String>| day.and_then(|day| parts(&day)).map(|(parts, _)| parts);
    let (first, last) = (day(when.earliest_day()), day(when.latest_day()));
    let is = |parts: &Option<Parts>, month, day| {
        parts.is_some_and(|parts| (parts.month, parts.day) == (Some(month), Some(day)))
    };
    if is(&first, 1, 1) && is(&last, 12, 31) {
        let year = |parts: Parts| Parts {
            year: parts.year,
            ..Parts::default()
        };
        return (first.map(year), last.map(year));
    }
    (first, last)
}

/// The parts of a date in EDTF, and whether they say all that it says; `None` where it is not made of parts.
fn parts(text: &str) -> Option<(Parts, bool)> {
    let plain: String = text
        .chars()
        .filter(|sign| !matches!(sign, '?' | '~' | '%'))
        .collect();
    let vast = plain.strip_prefix('Y').map(|year| year.parse().ok());
    let read = match vast {
        Some(year) => Parts {
            year: year?,
            ..Parts::default()
        },
        None => day_parts(&plain)?,
    };
    let edtf = read.edtf()?;
    Some((read, edtf == text))
}

fn day_parts(text: &str) -> Option<Parts> {
    let (day, time) = text
        .split_once('T')
        .map_or((text, None), |(day, time)| (day, Some(time)));
    let (sign, digits) = day
        .strip_prefix('-')
        .map_or((1, day), |digits| (-1, digits));
    let mut numbers = digits.split('-');
    let year: i64 = numbers
        .next()
        .filter(|year| year.len() == 4)?
        .parse()
        .ok()?;
    let mut part = || numbers.next().map(str::parse::<u8>).transpose().ok();
    let (month, day) = (part()?, part()?);
    let clock = time.and_then(|time| time.get(..8)).map(|clock| {
        let mut numbers = clock.split(':').map(str::parse::<u8>);
        let mut next = || numbers.next().and_then(Result::ok);
        Some((next()?, next()?, next()?))
    });
    let time = match clock {
        Some(clock) => Some(clock?),
        None => None,
    };
    let parts = Parts {
        year: year.saturating_mul(sign),
        month,
        day,
        time,
    };
    // A season is no month.
    month
        .is_none_or(|month| (1..=12).contains(&month))
        .then_some(parts)
}

fn date(parts: Parts) -> Date {
    let year = if parts.year <= 0 {
        parts.year.saturating_sub(1)
    } else {
        parts.year
    };
    let part = |part: Option<u8>| part.map(|part| part.to_string()).unwrap_or_default();
    let clock = |pick: fn((u8, u8, u8)) -> u8| {
        parts
            .time
            .map(|time| format!("{:02}", pick(time)))
            .unwrap_or_default()
    };
    Date {
        year: year.to_string(),
        month: part(parts.month),
        day: part(parts.day),
        hour: clock(|time| time.0),
        minute: clock(|time| time.1),
        second: if parts.time.is_some_and(|time| time.2 > 0) {
            clock(|time| time.2)
        } else {
            String::new()
        },
        ..Date::default()
    }
}
