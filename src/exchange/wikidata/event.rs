//! Rows of one item, and the event that they make.

use std::collections::BTreeSet;

use crate::exchange::described::source;
use crate::exchange::draft::{DraftEvent, DraftSource};
use crate::exchange::losses::{Losses, beginning};
use crate::messages::message;

use super::columns::{Columns, Edge, Role};
use super::when::{Dated, when};
use super::{Cell, Row};

/// Each once, in the order in which they come first.
struct Distinct<T> {
    seen: BTreeSet<T>,
    all: Vec<T>,
}

impl<T: Ord + Clone> Distinct<T> {
    const fn new() -> Self {
        Self {
            seen: BTreeSet::new(),
            all: Vec::new(),
        }
    }

    fn add(&mut self, one: T) {
        if self.seen.insert(one.clone()) {
            self.all.push(one);
        }
    }
}

/// What the rows of an item say.
pub(super) struct Gathered<'a> {
    item: Option<&'a str>,
    titles: Distinct<(&'a str, Option<&'a str>)>,
    titles_ja: Distinct<&'a str>,
    summaries: Distinct<(&'a str, Option<&'a str>)>,
    points: Distinct<Dated>,
    starts: Distinct<Dated>,
    ends: Distinct<Dated>,
    categories: Distinct<&'a str>,
    actors: Distinct<&'a str>,
    pages: Distinct<&'a str>,
    others: BTreeSet<&'a str>,
}

impl<'a> Gathered<'a> {
    pub(super) const fn new(item: Option<&'a str>) -> Self {
        Self {
            item,
            titles: Distinct::new(),
            titles_ja: Distinct::new(),
            summaries: Distinct::new(),
            points: Distinct::new(),
            starts: Distinct::new(),
            ends: Distinct::new(),
            categories: Distinct::new(),
            actors: Distinct::new(),
            pages: Distinct::new(),
            others: BTreeSet::new(),
        }
    }

    /// Adds what a row says.
    pub(super) fn add(&mut self, row: &'a Row, columns: &Columns) {
        for (name, cell) in row {
            let text = cell.text.trim();
            match columns.role(name) {
                Role::Item | Role::Told | Role::Precision(_) => {}
                Role::TitleJa => self.titles_ja.add(text),
                Role::Title if is_japanese(cell) => self.titles_ja.add(text),
                Role::Title => self.titles.add((text, cell.lang.as_deref())),
                Role::Summary => self.summaries.add((text, cell.lang.as_deref())),
                Role::Category => self.categories.add(text),
                Role::Actor => self.actors.add(text),
                Role::Page => self.pages.add(text),
                Role::Date(end) => {
                    let stamp = Dated {
                        text: text.to_owned(),
                        precision: columns.precision(row, end),
                    };
                    match end {
                        Edge::Point => self.points.add(stamp),
                        Edge::Start => self.starts.add(stamp),
                        Edge::End => self.ends.add(stamp),
                    }
                }
                Role::Other => {
                    self.others.insert(name);
                }
            }
        }
    }

    /// The event.
    pub(super) fn told(self, losses: &mut Losses) -> DraftEvent {
        let (title, title_ja) = self.title(losses);
        if self.categories.all.len() > 1 {
            losses.add(message!("losses-second-kind"), &title);
        }
        for name in &self.others {
            let name = beginning(name);
            losses.add(message!("losses-column", name = name), &title);
        }
        let (points, starts, ends) = (&self.points.all, &self.starts.all, &self.ends.all);
        let summary = english(&self.summaries.all).unwrap_or_default();
        DraftEvent {
            id: self.item.and_then(number).map(str::to_owned),
            when: when(points, starts, ends, &title, losses).unwrap_or_default(),
            title_ja,
            summary: summary.to_owned(),
            category: self.categories.all.first().map(|&name| name.to_owned()),
            actors: self
                .actors
                .all
                .iter()
                .map(|&name| name.to_owned())
                .collect(),
            sources: self.sources(&title, losses),
            title,
            ..DraftEvent::default()
        }
    }

    /// The title, and the one in Japanese beside it.
    fn title(&self, losses: &mut Losses) -> (String, Option<String>) {
        let number = self.item.and_then(number);
        let titles: Vec<_> = self
            .titles
            .all
            .iter()
            .filter(|(title, _)| Some(*title) != number)
            .copied()
            .collect();
        let japanese = self
            .titles_ja
            .all
            .iter()
            .find(|title| Some(**title) != number);
        match (english(&titles), japanese, number) {
            (Some(title), japanese, _) => {
                (title.to_owned(), japanese.map(|&title| title.to_owned()))
            }
            (None, Some(title), _) => ((*title).to_owned(), None),
            (None, None, number) => {
                let number = number.unwrap_or_default();
                losses.add(message!("losses-no-title"), number);
                (number.to_owned(), None)
            }
        }
    }

    /// Its page in Wikidata, and the pages of its rows.
    fn sources(&self, title: &str, losses: &mut Losses) -> Vec<DraftSource> {
        let own = self.item.and_then(number).map(|number| DraftSource {
            title: format!("{title}, Wikidata"),
            url: Some(format!("https://www.wikidata.org/wiki/{number}")),
            ..DraftSource::default()
        });
        let pages = self.pages.all.iter().filter_map(|page| {
            let is_article = page
                .split('/')
                .nth(2)
                .is_some_and(|host| host.ends_with(".wikipedia.org"));
            let words = if is_article {
                format!("{title}, Wikipedia")
            } else {
                String::new()
            };
            source(&words, page, title, losses)
        });
        own.into_iter().chain(pages.collect::<Vec<_>>()).collect()
    }
}

fn is_japanese(cell: &Cell) -> bool {
    cell.lang
        .as_deref()
        .is_some_and(|lang| lang == "ja" || lang.starts_with("ja-"))
}

/// The text in English, or the first.
fn english<'a>(texts: &[(&'a str, Option<&str>)]) -> Option<&'a str> {
    let is_english =
        |text: &&(&str, Option<&str>)| text.1.is_some_and(|lang| lang.starts_with("en"));
    let found = texts.iter().find(is_english).or_else(|| texts.first());
    found.map(|(text, _)| *text)
}

/// "Q7" of an entity's address.
fn number(item: &str) -> Option<&str> {
    let number = item.rsplit('/').next()?;
    let digits = number.strip_prefix('Q')?;
    let is_number = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    is_number.then_some(number)
}
