//! The sheet to read: the events with what is said of them, and the sources at the end.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::{Era, Event, Excerpt};
use crate::export::cite::{Style, listed, sources_of};
use crate::messages::say;
use crate::scene::{Face, TextStyle, quoted, stance};
use crate::time::{Lang, When, year_of};

use super::flow::{Run, lines};
use super::wording;
use super::writer::{BODY, INDENT, MARK, NAME, SMALL, Stand, Writer, is_japanese, leading};

/// The name of an era or a decade.
const HEADING: TextStyle = TextStyle::semibold(13.0);
const QUOTE: TextStyle = TextStyle {
    face: Face::SerifItalic,
    size: 9.5,
};
/// A source in the list.
const SOURCE: TextStyle = TextStyle::sans(7.5);
/// Numbers of sources, and what else there is to say of a date.
const FINE: TextStyle = TextStyle::sans(7.5);
/// Numbers of sources that stay on one line together, at most.
const TOGETHER: usize = 6;
/// From the bar beside a quotation to its words, in points.
const BESIDE_BAR: f32 = 8.0;
/// Room for the number of a source, in points.
const NUMBERED: f32 = 20.0;

/// The sources of a handout by their indexes, with their numbers in the list.
type Numbers = BTreeMap<usize, usize>;

/// Writes the events, under headings where they stand in order of time, and the sources.
pub(super) fn reading(writer: &mut Writer<'_>, events: &[usize], style: Style, has_headings: bool) {
    let lang = writer.lang();
    let read = events.iter().filter_map(|&event| writer.event(event));
    let cited: BTreeSet<usize> = read.flat_map(sources_of).collect();
    let cited: Vec<_> = cited.into_iter().collect();
    let cited = listed(writer.look.timeline, &cited, style, lang);
    let numbers: Numbers = cited.iter().map(|(index, _)| *index).zip(1..).collect();
    let mut under = None;
    for &index in events {
        let Some(event) = writer.event(index) else {
            continue;
        };
        let here = has_headings.then(|| heading(writer, event)).flatten();
        let begins = here.is_some() && here != under;
        if let Some((title, stretch)) = here.clone().filter(|_| begins) {
            headline(writer, &title, &stretch);
        }
        told(writer, event, &numbers, begins);
        if !has_headings {
            bookmark(writer, event);
        }
        under = here.or(under);
    }
    if !cited.is_empty() {
        headline(writer, &say!(lang, "handout-sources"), "");
    }
    for (number, (index, runs)) in (1..).zip(&cited) {
        source(writer, number, *index, runs);
    }
}

/// What an event stands under: the era that it begins in, of several the one that began last; else its decade. With when
/// that was, where the name does not say it.
fn heading(writer: &Writer<'_>, event: &Event) -> Option<(String, String)> {
    let (lang, day) = (writer.lang(), event.when.anchor());
    let holds = |era: &&Era| era.when.extent().contains(day);
    let eras = writer.look.timeline.eras.iter().filter(holds);
    let start = |era: &&Era| era.when.extent().start;
    if let Some(era) = eras.max_by(|one, other| start(one).total_cmp(&start(other))) {
        let title = lang.choose(&era.title, era.title_ja.as_deref());
        return Some((title.to_owned(), years(&era.when, lang)));
    }
    let decade = day.is_finite().then(|| year_of(day).div_euclid(10))?;
    let decade = (100..1000).contains(&decade).then_some(decade)?;
    let when: When = format!("{decade}X").parse().ok()?;
    Some((when.display(lang), String::new()))
}

/// The first and the last year of an era: a heading needs no days.
fn years(when: &When, lang: Lang) -> String {
    let Some(span) = when.finite_extent().filter(|_| !when.is_open_end()) else {
        return when.display(lang);
    };
    let (first, last) = (
        year_of(span.start),
        year_of((span.end - 1.0).max(span.start)),
    );
    match lang {
        _ if !(1000..10_000).contains(&first) => when.display(lang),
        _ if first == last => first.to_string(),
        _ => say!(
            lang,
            "handout-years",
            first = first.to_string(),
            last = last.to_string()
        ),
    }
}

fn headline(writer: &mut Writer<'_>, title: &str, beside: &str) {
    let runs = [
        writer.run(format!("{title}  "), HEADING),
        writer.muted(beside, TextStyle::sans(9.0)),
    ];
    let stand = Stand {
        indent: 0.0,
        leading: 17.0,
        above: 20.0,
    };
    let rows = writer.paragraph(&runs, stand);
    rows.iter_mut().for_each(|row| row.keeps = true);
    if let Some(first) = rows.first_mut() {
        first.bookmark = Some(title.to_owned());
    }
}

/// The list beside the pages calls an event by its name.
fn bookmark(writer: &mut Writer<'_>, event: &Event) {
    let title = writer
        .lang()
        .choose(&event.title, event.title_ja.as_deref());
    let is_first = |row: &&mut super::row::Row| row.mark.is_some();
    if let Some(row) = writer.rows.iter_mut().rev().find(is_first) {
        row.bookmark = Some(title.to_owned());
    }
}

/// An event: when it was, what it is called, what is said of it.
fn told(writer: &mut Writer<'_>, event: &Event, numbers: &Numbers, is_first: bool) {
    dated(writer, event, is_first);
    named(writer, event);
    let sources: Vec<_> = event.sources.iter().collect();
    let mut runs = vec![writer.run(&*event.summary, BODY)];
    runs.extend(cites(writer, &sources, numbers));
    let stand = Stand {
        indent: INDENT,
        leading: leading(&event.summary, BODY.size),
        above: 1.5,
    };
    writer.paragraph(&runs, stand);
    for excerpt in event.excerpts.iter() {
        said(writer, excerpt, numbers);
    }
}

/// When it was, beside its mark.
fn dated(writer: &mut Writer<'_>, event: &Event, is_first: bool) {
    let lang = writer.lang();
    let style = TextStyle::sans(8.5);
    let stand = Stand {
        indent: INDENT,
        leading: 12.0,
        above: if is_first { 5.0 } else { 11.0 },
    };
    let mut when = wording::when(&event.when, lang);
    let mut more = Vec::new();
    if writer.fonts.width(&when, style) > writer.width - INDENT {
        // The years of the eras have a line of their own then.
        when = event.when.display(lang);
        more.extend(event.when.display_era().filter(|_| lang == Lang::Ja));
    }
    let room = writer.width - INDENT;
    let fits = |said: &str| writer.fonts.width(said, FINE) <= room;
    more.extend(wording::sides(&event.when, lang, fits));
    let when = writer.muted(when, style);
    let mark = writer.mark(event, MARK + 1.0);
    let rows = writer.paragraph(&[when], stand);
    rows.iter_mut().for_each(|row| row.keeps = true);
    if let Some(row) = rows.first_mut() {
        row.mark = mark;
    }
    for more in more {
        let more = writer.muted(more, FINE);
        let stand = Stand {
            leading: 10.5,
            above: 0.0,
            ..stand
        };
        let rows = writer.paragraph(&[more], stand);
        rows.iter_mut().for_each(|row| row.keeps = true);
    }
}

/// What it is called, in the other language too; together with what comes next.
fn named(writer: &mut Writer<'_>, event: &Event) {
    let japanese = event.title_ja.as_deref();
    let (name, other) = match (writer.lang(), japanese) {
        (Lang::Ja, Some(japanese)) => (japanese, Some(&*event.title)),
        (_, other) => (&*event.title, other),
    };
    let mut runs = vec![writer.run(name, NAME)];
    let other = other.filter(|other| *other != name);
    runs.extend(other.map(|other| writer.muted(format!("  {other}"), SMALL)));
    // The other name stands beside the first where it can, and on a line of its own where it would be broken.
    let count = |runs: &[Run]| lines(writer.fonts, runs, writer.width - INDENT).len();
    let apart = count(&runs) > count(runs.get(..1).unwrap_or_default());
    let parts = if apart {
        runs.chunks(1)
    } else {
        runs.chunks(2)
    };
    for (nth, part) in parts.enumerate() {
        let stand = Stand {
            indent: INDENT,
            leading: if nth == 0 { 14.0 } else { 11.5 },
            above: 0.0,
        };
        let rows = writer.paragraph(part, stand);
        rows.iter_mut().for_each(|row| row.keeps = true);
    }
}

/// The numbers of sources in brackets, each leading to its source in the web.
fn cites(writer: &Writer<'_>, sources: &[usize], numbers: &Numbers) -> Vec<Run> {
    let known = sources
        .iter()
        .filter_map(|source| Some((numbers.get(source)?, *source)));
    let known: BTreeMap<_, _> = known.collect();
    let mut runs = Vec::new();
    let comma = if known.len() > TOGETHER {
        ", "
    } else {
        ",\u{A0}"
    };
    for (nth, (number, source)) in known.into_iter().enumerate() {
        runs.push(writer.muted(if nth == 0 { " [" } else { comma }, FINE));
        let number = writer.muted(number.to_string(), FINE);
        runs.push(number.leading_to(writer.address(source)));
    }
    if !runs.is_empty() {
        runs.push(writer.muted("]", FINE));
    }
    runs
}

/// A quotation beside a bar, and under it who says it where, and what that does for the telling.
fn said(writer: &mut Writer<'_>, excerpt: &Excerpt, numbers: &Numbers) {
    let first = writer.rows.len();
    let indent = INDENT + BESIDE_BAR;
    let quote = writer.run(quoted(&excerpt.quote), QUOTE);
    let stand = Stand {
        indent,
        leading: leading(&excerpt.quote, QUOTE.size),
        above: 4.5,
    };
    writer.paragraph(&[quote], stand);
    writer.keep();
    let stand = Stand {
        indent,
        leading: 10.6,
        above: 0.0,
    };
    let runs = attribution(writer, excerpt, numbers);
    writer.paragraph(&runs, stand);
    let bar = (INDENT, writer.theme().accent);
    let rows = writer.rows.get_mut(first..).unwrap_or_default();
    rows.iter_mut().for_each(|row| row.bar = Some(bar));
}

fn attribution(writer: &Writer<'_>, excerpt: &Excerpt, numbers: &Numbers) -> Vec<Run> {
    let source = writer.look.timeline.sources.get(excerpt.source);
    let mut runs = Vec::new();
    if let Some(source) = source {
        if let Some(author) = source.author.as_deref().filter(|author| !author.is_empty()) {
            runs.push(writer.muted(format!("{author}, "), SMALL));
        }
        runs.push(italic(writer.muted(&*source.title, SMALL)));
    }
    let paragraph = excerpt.paragraph.map(|number| format!(", ¶\u{A0}{number}"));
    runs.push(writer.muted(paragraph.unwrap_or_default(), SMALL));
    runs.extend(cites(writer, &[excerpt.source], numbers));
    let stance = stance(excerpt.stance, writer.lang()).to_lowercase();
    runs.push(writer.muted(format!(" · {stance}"), SMALL));
    runs
}

/// There is no italic of the sans: titles are in that of the serif, and Japanese ones as they are.
fn italic(run: Run) -> Run {
    let face = if is_japanese(&run.text) {
        run.style.face
    } else {
        Face::SerifItalic
    };
    let style = TextStyle { face, ..run.style };
    Run { style, ..run }
}

/// A source with its number.
fn source(writer: &mut Writer<'_>, number: usize, index: usize, runs: &[crate::export::cite::Run]) {
    let address = writer.address(index);
    let said = runs.iter().map(|run| {
        let words = writer.run(&*run.text, SOURCE).leading_to(address.clone());
        if run.italic { italic(words) } else { words }
    });
    let said: Vec<_> = said.collect();
    let stand = Stand {
        indent: NUMBERED,
        leading: 9.9,
        above: 3.2,
    };
    let number = writer.muted(number.to_string(), SOURCE);
    let width = writer.fonts.width(&number.text, number.style);
    let rows = writer.paragraph(&said, stand);
    if let Some(row) = rows.first_mut() {
        let bit = super::flow::Bit {
            x: NUMBERED - 6.0 - width,
            width,
            run: number,
        };
        row.bits.insert(0, bit);
    }
}
