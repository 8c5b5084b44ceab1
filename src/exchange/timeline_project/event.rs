//! An event of The Timeline Project.

use roxmltree::Node;

use crate::document::LinkKind;
use crate::exchange::described::source;
use crate::exchange::draft::{DraftEvent, DraftSource};
use crate::exchange::losses::Losses;
use crate::exchange::stamps::{about, between, day};
use crate::exchange::xml;
use crate::messages::message;

use super::{Calendar, date, is_true};

/// The event; without a date where none could be read.
pub(super) fn event(node: Node<'_, '_>, calendar: Calendar, losses: &mut Losses) -> DraftEvent {
    let text = xml::child(node, "text").unwrap_or_default();
    let role = Role::of(&text);
    let title = role.title().trim().to_owned();
    let mut event = DraftEvent {
        when: when(node, calendar, &title, losses).unwrap_or_default(),
        summary: xml::child(node, "description").unwrap_or_default(),
        category: category(node, &title, losses),
        sources: sources(node, &title, losses),
        ..DraftEvent::default()
    };
    match role {
        Role::Container(number, _) => event.id = Some(container(number)),
        Role::Within(number, _) => {
            event.links = vec![(container(number), LinkKind::PartOf)];
            let what = message!("losses-container");
            losses.add(what, &title);
        }
        Role::Alone(_) => {}
    }
    lose(node, &title, losses);
    event.title = title;
    event
}

/// What an event is to others, and its title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role<'a> {
    Alone(&'a str),
    /// `[1]War`.
    Container(u32, &'a str),
    /// "(1)Battle".
    Within(u32, &'a str),
}

impl<'a> Role<'a> {
    fn of(text: &'a str) -> Self {
        let numbered = |open: char, close: char| {
            let (number, title) = text.strip_prefix(open)?.split_once(close)?;
            Some((number.trim().parse().ok()?, title))
        };
        if let Some((number, title)) = numbered('[', ']') {
            return Self::Container(number, title);
        }
        if let Some((number, title)) = numbered('(', ')') {
            return Self::Within(number, title);
        }
        Self::Alone(text)
    }

    const fn title(self) -> &'a str {
        match self {
            Self::Alone(title) | Self::Container(_, title) | Self::Within(_, title) => title,
        }
    }
}

/// What a container is called.
fn container(number: u32) -> String {
    format!("container-{number}")
}

/// The date of an event or an era in EDTF.
pub(super) fn when(
    node: Node<'_, '_>,
    calendar: Calendar,
    of: &str,
    losses: &mut Losses,
) -> Option<String> {
    let mut read = |name: &str| {
        let text = xml::child(node, name)?;
        let date = date(&text, calendar);
        if date.is_none() {
            let of: String = of.chars().take(30).collect();
            let found = message!("losses-of-text", of = of, found = text.trim());
            losses.add(message!("losses-date-in", field = name), found);
        }
        date
    };
    let (start, end) = (read("start")?, read("end"));
    let is_fuzzy = |end: &str| is_true(node, "fuzzy") || is_true(node, end);
    let (first, last) = (is_fuzzy("fuzzy_start"), is_fuzzy("fuzzy_end"));
    if is_true(node, "ends_today") && end.is_some() {
        let start = edge(start, first, of, losses);
        if day(&start) != start {
            losses.add(message!("losses-clock-of-days"), of);
        }
        return Some(format!("{}/..", day(&start)));
    }
    let end = end.filter(|end| *end != start && !is_true(node, "milestone"));
    let Some(end) = end else {
        return Some(edge(start, first || last, of, losses));
    };
    let (start, end) = (edge(start, first, of, losses), edge(end, last, of, losses));
    let told = between(&start, &end, of, losses);
    if told.is_none() {
        losses.add(message!("losses-end-before-start"), of);
    }
    told.or(Some(start))
}

/// A date, about where it is fuzzy.
fn edge(date: String, is_fuzzy: bool, of: &str, losses: &mut Losses) -> String {
    if !is_fuzzy {
        return date;
    }
    if day(&date) != date {
        losses.add(message!("losses-clock-of-fuzzy"), of);
    }
    about(&date)
}

/// The first category; the others are lost.
fn category(node: Node<'_, '_>, of: &str, losses: &mut Losses) -> Option<String> {
    let lists = xml::children(node, "categories");
    let more = lists.flat_map(|list| xml::children(list, "category"));
    let all = xml::children(node, "category").chain(more);
    let mut names = all
        .map(|category| xml::words(category).trim().to_owned())
        .filter(|name| !name.is_empty());
    let first = names.next()?;
    if names.any(|name| name != first) {
        losses.add(message!("losses-second-category"), of);
    }
    Some(first)
}

/// Its links, of which there may be many, parted by semicolons.
fn sources(node: Node<'_, '_>, of: &str, losses: &mut Losses) -> Vec<DraftSource> {
    let links = xml::child(node, "hyperlink").unwrap_or_default();
    let links = links.split(';');
    links
        .filter_map(|link| source("", link, of, losses))
        .collect()
}

/// The colour that the program gives to events without a category.
const GREY: &str = "200,200,200";

/// Puts down what has no place here.
fn lose(node: Node<'_, '_>, of: &str, losses: &mut Losses) {
    let has_category = ["category", "categories"]
        .iter()
        .any(|name| xml::child(node, name).is_some());
    let color = xml::child(node, "default_color").filter(|color| color.trim() != GREY);
    let progress = xml::child(node, "progress").filter(|progress| progress.trim() != "0");
    let lost = [
        (
            progress.is_some(),
            message!("losses-progress", field = "progress"),
        ),
        (is_true(node, "locked"), message!("losses-locked")),
        (
            xml::child(node, "alert").is_some(),
            message!("losses-alert"),
        ),
        (xml::child(node, "icon").is_some(), message!("losses-icon")),
        (
            xml::child(node, "labels").is_some(),
            message!("losses-labels"),
        ),
        (is_true(node, "milestone"), message!("losses-milestone")),
        (
            color.is_some() && !has_category,
            message!("losses-colour-without-category"),
        ),
    ];
    for (is_lost, what) in lost {
        if is_lost {
            losses.add(what, of);
        }
    }
}
