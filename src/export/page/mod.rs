//! The timeline as one file of HTML that opens from disk, without a network: a picture to zoom and to search, and an
//! outline that says the same in words.
//!
//! ```text
//! head      the policy, the look (page.css with the colours and the cut-down fonts)
//! picture   still.rs: the whole as SVG, for paper and where no script runs; picture.js draws a live one in its place
//! outline   outline.rs: decade, event, sources; the panel of the picture shows a copy of an event's words
//! table     table.rs: what picture.js draws from, as JSON that is never run
//! words     words.rs: what the page says itself
//! ```
//!
//! A page may be made of a file that somebody else wrote. Whatever is in it comes out as text: `outline` escapes it,
//! the table holds no `<`, and the script puts text in as text alone. Should anything slip through all the same, the
//! page's own policy runs nothing but the one script, which it knows by its digest, and fetches nothing.

mod outline;
mod still;
mod table;
mod words;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::atomic::AtomicBool;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest as _, Sha256};

use crate::messages::say;
use crate::scene::{Face, Fonts, Rgba, Theme};
use crate::time::display_stretch;

use super::ExportError;
use super::html::escaped;
use super::lettering::embedded;
use super::picture::Look;
use super::svg::language;
use outline::{Outline, letters};
use still::Still;
use table::{mark_path, table};
use words::{Words, filled};

const STYLE: &str = include_str!("../../../assets/page/page.css");
/// The parts of the script, in the order in which they stand in its one function.
const SCRIPT: [&str; 3] = [
    include_str!("../../../assets/page/calendar.js"),
    include_str!("../../../assets/page/picture.js"),
    include_str!("../../../assets/page/page.js"),
];

/// The theme that a page starts in. It has both, and a switch.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Start {
    /// What the reader's system is set to.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// A timeline, or what a filter and a stretch of time leave of it, as one file of HTML. The theme of the look does not
/// matter: a page brings its own.
pub fn page(look: &Look<'_>, start: Start, cancelled: &AtomicBool) -> Result<String, ExportError> {
    let fonts = Fonts::bundled();
    let shown = shown(look);
    if shown.len() > EVENTS {
        return Err(ExportError::TooManyEvents(shown.len(), EVENTS));
    }
    let words = Words::of(look.lang);
    let outline = Outline {
        timeline: look.timeline,
        lang: look.lang,
        words: &words,
        shown: &shown,
    };
    let table = table(look, &shown, &fonts, cancelled).ok_or(ExportError::Cancelled)?;
    let table =
        serde_json::to_string(&table).map_err(|error| ExportError::Picture(error.to_string()))?;
    let still = Still::new(look, &fonts, cancelled)?;
    let body = body(look, &outline, &still, &inert(&table));
    let style = style(look, &still, &faces(&outline, &body));
    Ok(framed(look, start, &style, &body))
}

/// Events of a page, at most: it has all their words at once, and browsers get slow.
const EVENTS: usize = 20_000;

/// The events that the page has: what the filter leaves and the stretch of time touches; ascending.
fn shown(look: &Look<'_>) -> Vec<usize> {
    let view = look.window.span();
    let events = look.selection.iter().map(|event| event as usize);
    let is_in_view = |index: &usize| {
        let event = look.timeline.events.get(*index);
        event.is_some_and(|event| event.when.extent().overlaps(view))
    };
    events.filter(is_in_view).collect()
}

/// JSON that no parser of HTML takes for anything, and no reader of scripts for the end of a line.
fn inert(json: &str) -> String {
    json.replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

/// What was checked out with other ends of lines must not have another digest: parsers of HTML make them one.
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n")
}

fn framed(look: &Look<'_>, start: Start, style: &str, body: &str) -> String {
    let (lang, title) = (language(look.lang), escaped(look.title()));
    let start = match start {
        Start::System => "",
        Start::Light => " data-theme=\"light\"",
        Start::Dark => " data-theme=\"dark\"",
    };
    let script = format!(
        "\"use strict\";\n(() => {{\n{}}})();\n",
        lines(&SCRIPT.concat())
    );
    let policy = policy(style, &script);
    // A phone takes years for telephone numbers unless it is told.
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\"{start}>\n<head>\n<meta charset=\"utf-8\">\n\
        <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
        <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
        <meta name=\"color-scheme\" content=\"light dark\">\n\
        <meta name=\"referrer\" content=\"no-referrer\">\n\
        <meta name=\"format-detection\" content=\"telephone=no\">\n\
        <title>{title}</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>{style}</style>\n</head>\n\
        <body>\n{body}<script>{script}</script>\n</body>\n</html>\n"
    )
}

/// Nothing from outside, and of what is inside only this look and this script; no text becomes markup by a script.
fn policy(style: &str, script: &str) -> String {
    let known = |text: &str| format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)));
    format!(
        "default-src 'none'; style-src {}; script-src {}; img-src data:; font-src data:; base-uri 'none'; \
        form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
        known(style),
        known(script)
    )
}

fn body(look: &Look<'_>, outline: &Outline<'_>, still: &Still, table: &str) -> String {
    let words = outline.words;
    let mut body = format!("<a class=\"skip\" href=\"#outline\">{}</a>\n", words.skip);
    body.push_str(&header(look, outline));
    let picture = escaped(&filled(&words.picture, look.title()));
    let _ = write!(
        body,
        "<main>\n<section id=\"view\" aria-labelledby=\"view-title\">\n<h2 id=\"view-title\" class=\"unseen\">{}</h2>\n\
        {}<div id=\"stage\">\n<div id=\"chart\" hidden></div>\n\
        <figure id=\"still\" aria-label=\"{picture}\">\n{}</figure>\n\
        <aside id=\"panel\" aria-label=\"{}\" hidden></aside>\n</div>\n</section>\n",
        words.timeline,
        buttons(words),
        still.svg,
        words.event
    );
    body.push_str(&outline.html());
    let _ = write!(
        body,
        "</main>\n<footer><p class=\"live\" hidden>{}</p></footer>\n\
        <p id=\"status\" class=\"unseen\" role=\"status\" aria-live=\"polite\"></p>\n\
        <dialog id=\"help\" aria-labelledby=\"help-title\"><h2 id=\"help-title\">{}</h2><dl>{}</dl>\
        <button type=\"button\" id=\"help-close\">{}</button></dialog>\n{}\
        <script type=\"application/json\" id=\"data\">{table}</script>\n",
        words.foot,
        words.keys,
        key_list(words),
        words.close,
        marks(look)
    );
    body
}

/// The title, what there is of it, and what a script adds: the search and the switches.
fn header(look: &Look<'_>, outline: &Outline<'_>) -> String {
    let Words {
        search,
        search_hint,
        results,
        dark,
        keys,
        ..
    } = outline.words;
    // Of the stretch of time shown the part in which anything happens.
    let told = look.window.part_with(look.timeline.extent());
    format!(
        "<header>\n<div class=\"title\"><h1>{}</h1><p class=\"second\">{} · {}</p></div>\n\
        <div id=\"search\" role=\"search\" class=\"live\" hidden>\
        <input id=\"words\" type=\"search\" aria-label=\"{search}\" placeholder=\"{search_hint}\" autocomplete=\"off\" \
        autocapitalize=\"off\" spellcheck=\"false\"><kbd aria-hidden=\"true\">/</kbd>\
        <div id=\"found\" role=\"region\" aria-label=\"{results}\" hidden></div></div>\n\
        <div class=\"tools live\" hidden><button type=\"button\" id=\"theme\" aria-pressed=\"false\">{dark}</button>\
        <button type=\"button\" id=\"keys\" aria-keyshortcuts=\"?\">{keys}</button></div>\n</header>\n",
        escaped(look.title()),
        escaped(&display_stretch(told, look.lang)),
        say!(look.lang, "words-events", count = outline.shown.len())
    )
}

/// What is in view, and the hands on it.
fn buttons(words: &Words) -> String {
    let button = |id: &str, says: &str, shows: &str, keys: &str| {
        format!(
            "<button type=\"button\" id=\"{id}\" aria-label=\"{says}\" title=\"{says}\" aria-keyshortcuts=\"{keys}\">{shows}</button>"
        )
    };
    format!(
        "<div class=\"bar live\" hidden><p id=\"window\" class=\"second\"></p>\
        <div role=\"group\" aria-label=\"{}\">{}{}{}{}{}</div></div>\n",
        words.view,
        button("earlier", &words.earlier, "‹", "Shift+ArrowLeft"),
        button("later", &words.later, "›", "Shift+ArrowRight"),
        button("out", &words.zoom_out, "−", "-"),
        button("fit", &words.fit_all, &words.fit, "0"),
        button("in", &words.zoom_in, "+", "+")
    )
}

fn key_list(words: &Words) -> String {
    let keys = words.key_list.iter();
    keys.map(|(keys, does)| format!("<div><dt>{keys}</dt><dd>{does}</dd></div>"))
        .collect()
}

/// The marks of the categories, to be used where they are named.
fn marks(look: &Look<'_>) -> String {
    let categories = look.timeline.categories.iter().enumerate();
    let symbols: String = categories
        .map(|(number, category)| {
            format!(
                "<path id=\"m{number}\" d=\"{}\"/>",
                mark_path(category.shape)
            )
        })
        .collect();
    format!(
        "<svg width=\"0\" height=\"0\" class=\"unseen\" aria-hidden=\"true\"><defs>{symbols}</defs></svg>\n"
    )
}

/// The fonts, cut down to the letters of the page.
fn faces(outline: &Outline<'_>, body: &str) -> String {
    let (mut heavy, mut quotes) = letters(outline);
    let usual: BTreeSet<char> = (' '..='~').chain("–—−·…“”‘’¶«»↗‹›".chars()).collect();
    let mut all: BTreeSet<char> = body.chars().collect();
    all.extend(&usual);
    let words = outline.words;
    heavy.extend(&usual);
    let headings = [
        &words.outline,
        &words.connected,
        &words.sources,
        &words.keys,
    ];
    heavy.extend(headings.into_iter().flat_map(|heading| heading.chars()));
    heavy.extend("年代前月日～件".chars());
    let timeline = outline.timeline;
    heavy.extend(
        timeline
            .title
            .chars()
            .chain(timeline.title_ja.iter().flat_map(|title| title.chars())),
    );
    for category in &timeline.categories {
        heavy.extend(
            category
                .name
                .chars()
                .chain(category.name_ja.iter().flat_map(|name| name.chars())),
        );
    }
    for series in &timeline.series {
        heavy.extend(
            series
                .title
                .chars()
                .chain(series.title_ja.iter().flat_map(|title| title.chars())),
        );
    }
    quotes.extend(&usual);
    let faces = [
        (Face::Sans, all),
        (Face::SansSemiBold, heavy),
        (Face::SerifItalic, quotes),
    ];
    faces
        .iter()
        .filter_map(|(face, letters)| embedded(*face, letters))
        .collect()
}

/// The look: fonts, the colours of both themes by name, and the rules.
fn style(look: &Look<'_>, still: &Still, faces: &str) -> String {
    let light = colours(look, &Theme::light()) + &still.light;
    let dark = colours(look, &Theme::dark()) + &still.dark;
    let print = colours(look, &Theme::print()) + &still.print;
    let categories: String = (0..look.timeline.categories.len())
        .map(|number| {
            format!(
                ".c{number}{{--c:var(--c{number});--on:var(--o{number})}}.t{number}{{color:var(--t{number})}}"
            )
        })
        .collect();
    format!(
        "{faces}\n:root{{color-scheme:light;{light}}}\n\
        @media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{color-scheme:dark;{dark}}}}}\n\
        :root[data-theme=dark]{{color-scheme:dark;{dark}}}\n\
        {}{categories}\n@media print{{:root,:root:not([data-theme=light]),:root[data-theme=dark]{{color-scheme:light;{print}}}}}\n",
        lines(STYLE)
    )
}

/// The colours of a theme by the names that the rules use.
fn colours(look: &Look<'_>, theme: &Theme) -> String {
    let named = [
        ("ground", theme.ground),
        ("surface", theme.surface),
        ("raised", theme.raised),
        ("ink", theme.ink),
        ("muted", theme.muted),
        ("line", theme.line),
        ("grid", theme.grid),
        ("axis", theme.axis),
        ("era", theme.era),
        ("accent", theme.accent),
        ("on-accent", theme.on_accent),
        ("series", theme.series),
        ("error", theme.error),
        ("mark", theme.mark),
    ];
    let mut colours: String = named
        .iter()
        .map(|(name, color)| format!("--{name}:{};", css(*color)))
        .collect();
    for (number, category) in look.timeline.categories.iter().enumerate() {
        let color = theme.category(number, category.color.as_deref());
        // What stands on a bar: whichever is read better.
        let on = if theme.ground.contrast(color) > theme.ink.contrast(color) {
            theme.ground
        } else {
            theme.ink
        };
        let (color, text, on) = (css(color), css(theme.readable(color)), css(on));
        let _ = write!(
            colours,
            "--c{number}:{color};--t{number}:{text};--o{number}:{on};"
        );
    }
    colours
}

fn css(color: Rgba) -> String {
    format!("rgb({} {} {})", color.r, color.g, color.b)
}

#[cfg(test)]
mod tests;
