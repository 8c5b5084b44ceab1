//! The HTML of a slide's text: paragraphs, and a list of sources at the end that is found again.

use crate::document::{Source, is_web};
use crate::exchange::draft::DraftSource;
use crate::exchange::plain::plain;

use super::slide::source;

/// Where the list of sources begins; nobody else writes it so.
const SOURCES: &str = "<ul class=\"sources\">";
const SOURCES_END: &str = "</ul>";
const ITEM: &str = "<li>";

/// A text in which nothing is taken for HTML.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}

/// A text in paragraphs.
pub(super) fn paragraphs(text: &str) -> String {
    let text = text.trim().replace("\r\n", "\n");
    let parts = text
        .split("\n\n")
        .map(str::trim)
        .filter(|part| !part.is_empty());
    parts
        .map(|part| format!("<p>{}</p>", escaped(part).replace('\n', "<br>")))
        .collect()
}

/// Works as a list: author, title with its link, date.
pub(super) fn listed<'a>(sources: impl Iterator<Item = &'a Source>) -> String {
    let items: String = sources.map(item).collect();
    if items.is_empty() {
        return String::new();
    }
    format!("{SOURCES}{items}{SOURCES_END}")
}

fn item(source: &Source) -> String {
    let said = |text: &Option<String>| {
        text.as_deref()
            .map(str::trim)
            .filter(|text| !text.is_empty())
            .map(escaped)
    };
    let author = said(&source.author)
        .map(|author| format!("{author}, "))
        .unwrap_or_default();
    let date = said(&source.date)
        .map(|date| format!(", {date}"))
        .unwrap_or_default();
    let link = source.url.as_deref().filter(|url| is_web(url));
    let link = link
        .map(|url| format!(" href=\"{}\"", escaped(url)))
        .unwrap_or_default();
    format!(
        "{ITEM}{author}<a{link}>{}</a>{date}</li>",
        escaped(&source.title)
    )
}

/// The text without the list at its end, and what that lists.
pub(super) fn parted(html: &str) -> (&str, Vec<DraftSource>) {
    let list = html
        .trim_end()
        .strip_suffix(SOURCES_END)
        .and_then(|html| html.rsplit_once(SOURCES));
    let Some((body, list)) =
        list.filter(|(_, list)| !list.contains("<ul") && !list.contains(SOURCES_END))
    else {
        return (html, Vec::new());
    };
    let items: Vec<_> = list
        .split(ITEM)
        .filter(|item| !item.trim().is_empty())
        .map(read)
        .collect();
    (body, items)
}

fn read(item: &str) -> DraftSource {
    let item = item.trim_end().strip_suffix("</li>").unwrap_or(item);
    let parts = item
        .split_once("<a")
        .and_then(|(author, rest)| Some((author, rest.split_once("</a>")?)));
    let Some((author, (link, date))) = parts else {
        return source(&plain(item).text, "");
    };
    let some = |html: &str, is_mark: fn(char) -> bool| {
        let text = plain(html).text;
        Some(text.trim_matches(is_mark).to_owned()).filter(|text| !text.is_empty())
    };
    let link = plain(&format!("<a{link}</a>"));
    let url = link
        .links
        .first()
        .map(|(_, url)| &**url)
        .unwrap_or_default();
    let is_mark = |letter: char| letter == ',' || letter.is_whitespace();
    DraftSource {
        author: some(author, is_mark),
        date: some(date, is_mark),
        ..source(&link.text, url)
    }
}
