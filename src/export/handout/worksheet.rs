//! Worksheets: events without their dates, or without their names, and lines to write them on; and the same sheets with
//! the answers.
//!
//! There is no list of answers to choose from: with one the last event of a sheet answers itself. What helps is the
//! timeline above, where every mark waits for the number of its event.

use crate::document::Event;
use crate::scene::{Rgba, TextStyle};

use super::cover::{Names, undated};
use super::flow::{Bit, lines};
use super::row::Row;
use super::wording;
use super::writer::{BODY, MARK, NAME, SMALL, Stand, Writer, leading};
use super::{Asks, Leaf};

/// Room for the number of an event, in points.
const NUMBERED: f32 = 22.0;
/// Height of a line to write on, in points.
const LINE: f32 = 21.0;
/// A question of so many lines is not parted.
const WHOLE: usize = 16;
const ANSWER: TextStyle = TextStyle::semibold(9.5);

/// Writes what is asked of these events, in this order.
pub(super) fn worksheet(writer: &mut Writer<'_>, events: &[usize], asks: Asks, kind: Leaf) {
    let names = Names::new(writer.look.timeline, events);
    for (number, &index) in (1..).zip(events) {
        if let Some(event) = writer.event(index) {
            question(writer, number, event, (asks, &names));
            answer(writer, event, asks, kind.is_key());
        }
    }
}

/// The order of a sheet that asks for dates: shuffled, since in order of time each event would tell of its neighbours;
/// and always the same, so that the answers fit the sheet.
pub(super) fn shuffled(events: &mut [usize]) {
    // Any number will do, as long as it stays.
    let mut random = fastrand::Rng::with_seed(1853 + events.len() as u64);
    random.shuffle(events);
}

/// What is known of an event, beside its number and its mark.
fn question(
    writer: &mut Writer<'_>,
    number: usize,
    event: &Event,
    (asks, names): (Asks, &Names<'_>),
) {
    let lang = writer.lang();
    let extent = event.when.extent();
    let (head, text) = match asks {
        Asks::Dates => {
            let name = lang.choose(&event.title, event.title_ja.as_deref());
            (undated(name, extent), undated(&event.summary, extent))
        }
        Asks::Titles => {
            let room = writer.width - NUMBERED;
            let fits = |said: &str| writer.fonts.width(said, NAME) <= room;
            let when = wording::when_within(&event.when, lang, fits);
            (when, names.unnamed(event, &event.summary))
        }
    };
    let stand = Stand {
        indent: NUMBERED,
        leading: 14.0,
        above: 14.0,
    };
    let first = writer.rows.len();
    let head = writer.run(head, NAME);
    writer.paragraph(&[head], stand);
    let text = writer.run(text, BODY);
    let stand = Stand {
        leading: leading(&event.summary, BODY.size),
        above: 2.0,
        ..stand
    };
    writer.paragraph(&[text], stand);
    writer.keep();
    let number = writer.muted(number.to_string(), TextStyle::semibold(10.5));
    let width = writer.fonts.width(&number.text, number.style);
    let mark = writer.mark(event, MARK + 1.0);
    let rows = writer.rows.get_mut(first..).unwrap_or_default();
    let count = rows.len();
    for (nth, row) in rows.iter_mut().enumerate() {
        // A question stays whole where it can; else its head with two lines of the text, and two with the answer.
        row.keeps |= count <= WHOLE || nth < 2 || nth + 2 >= count;
    }
    if let Some(row) = rows.first_mut() {
        let bit = Bit {
            x: 0.0,
            width,
            run: number,
        };
        row.bits.insert(0, bit);
    }
    if let Some(row) = rows.get_mut(1) {
        row.mark = mark;
    }
}

/// A line to write on for each line of the answer, with the answer on them where the sheet is the key.
fn answer(writer: &mut Writer<'_>, event: &Event, asks: Asks, is_key: bool) {
    let lang = writer.lang();
    let label = writer.muted(wording::label(asks, lang), SMALL);
    let labelled = writer.fonts.width(&label.text, label.style);
    let left = NUMBERED + labelled + 6.0;
    let room = writer.width - left - 4.0;
    let fits = |said: &str| writer.fonts.width(said, ANSWER) <= room;
    let said = match asks {
        Asks::Dates => wording::when_within(&event.when, lang, fits),
        Asks::Titles => {
            let name = lang.choose(&event.title, event.title_ja.as_deref());
            name.to_owned()
        }
    };
    let accent: Rgba = writer.theme().accent;
    let said = writer.tinted(said, ANSWER, accent);
    let set = lines(writer.fonts, &[said], writer.width - left - 2.0);
    let count = set.len().max(1);
    let mut set = set.into_iter();
    for nth in 0..count {
        let mut bits = Vec::new();
        if nth == 0 {
            bits.push(Bit {
                x: NUMBERED,
                width: labelled,
                run: label.clone(),
            });
        }
        let own = set.next().filter(|_| is_key).unwrap_or_default();
        bits.extend(own.into_iter().map(|bit| Bit {
            x: bit.x + left + 2.0,
            ..bit
        }));
        writer.rows.push(Row {
            height: LINE,
            keeps: nth + 1 < count,
            bits,
            rules: vec![(left, writer.width)],
            ..Row::default()
        });
    }
}
