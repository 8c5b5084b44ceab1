//! The whole timeline as words: decade, event, sources. It is what a screen reader reads and what paper gets; the panel of
//! the picture shows the same words again, so that nothing stands in the page twice.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::document::{Event, Excerpt, Source, Timeline, is_web};
use crate::messages::say;
use crate::scene::{relation, stance};
use crate::time::{Lang, When, decade_name, decade_of, distance, year_of};

use super::super::html::escaped;
use super::words::Words;

/// What the outline is made from.
pub(super) struct Outline<'a> {
    pub(super) timeline: &'a Timeline,
    pub(super) lang: Lang,
    pub(super) words: &'a Words,
    /// The events that the page has, ascending, which is by time.
    pub(super) shown: &'a [usize],
}

impl<'a> Outline<'a> {
    /// The section with all that is in it.
    pub(super) fn html(&self) -> String {
        let Words {
            outline,
            outline_hint,
            no_events,
            ..
        } = self.words;
        let mut html = format!(
            "<section id=\"outline\" aria-labelledby=\"outline-title\" tabindex=\"-1\">\n\
            <h2 id=\"outline-title\">{outline}</h2>\n"
        );
        if self.shown.is_empty() {
            let _ = writeln!(html, "<p>{no_events}</p>");
        } else {
            let _ = writeln!(html, "<p class=\"second\">{outline_hint}</p>");
            self.contents(&mut html);
            for decade in self.decades() {
                self.decade(&mut html, decade);
            }
        }
        html.push_str("</section>\n");
        html
    }

    /// The events of each decade that has any.
    fn decades(&self) -> impl Iterator<Item = &'a [usize]> {
        let decade = |event: &usize| self.decade_of(*event);
        self.shown.chunk_by(move |a, b| decade(a) == decade(b))
    }

    /// The decade of an event, by the year of its mark; years before 1 CE count down to zero.
    fn decade_of(&self, event: usize) -> Option<i64> {
        let event = self.timeline.events.get(event)?;
        Some(decade_of(year_of(event.when.anchor())))
    }

    fn decade_name(&self, events: &[usize]) -> String {
        let decade = events.first().and_then(|event| self.decade_of(*event));
        decade_name(decade.unwrap_or_default(), self.lang)
    }

    /// Links to the decades.
    fn contents(&self, html: &mut String) {
        let label = &self.words.decades;
        let _ = write!(html, "<nav aria-label=\"{label}\"><ul>");
        for decade in self.decades() {
            let first = decade.first().copied().unwrap_or_default();
            let name = self.decade_name(decade);
            let _ = write!(html, "<li><a href=\"#d{first}\">{name}</a></li>");
        }
        html.push_str("</ul></nav>\n");
    }

    fn decade(&self, html: &mut String, events: &[usize]) {
        let first = events.first().copied().unwrap_or_default();
        let (name, count) = (
            self.decade_name(events),
            say!(self.lang, "words-events", count = events.len()),
        );
        let _ = write!(
            html,
            "<details open id=\"d{first}\"><summary><h3>{name} <span class=\"second\">{count}</span></h3></summary>\n<ol>\n"
        );
        for &index in events {
            if let Some(event) = self.timeline.events.get(index) {
                html.push_str("<li>");
                self.event(html, index, event);
                html.push_str("</li>\n");
            }
        }
        html.push_str("</ol></details>\n");
    }

    fn event(&self, html: &mut String, index: usize, event: &Event) {
        let (title, other) = titles(event, self.lang);
        let _ = write!(
            html,
            "<article id=\"e{index}\" aria-labelledby=\"t{index}\">\n<h4 id=\"t{index}\">{}</h4>\n",
            escaped(title)
        );
        if let Some(other) = other {
            let lang = match self.lang {
                Lang::En => " lang=\"ja\"",
                Lang::Ja => "",
            };
            let _ = writeln!(html, "<p class=\"other\"{lang}>{}</p>", escaped(other));
        }
        if event.is_kept {
            let _ = writeln!(html, "<p class=\"kept\">{}</p>", self.words.kept);
        }
        self.dates(html, event);
        self.kind(html, event);
        if !event.summary.trim().is_empty() {
            let _ = writeln!(html, "<p class=\"summary\">{}</p>", escaped(&event.summary));
        }
        self.excerpts(html, event);
        self.connections(html, index, event);
        self.sources(html, event);
        html.push_str("</article>");
    }

    /// Both calendars, and for a moment both sides of the Pacific.
    fn dates(&self, html: &mut String, event: &Event) {
        let date = escaped(&event.when.display(self.lang));
        let _ = write!(html, "<p class=\"when\">{date}");
        for (place, then) in event
            .when
            .sides_of_the_pacific(self.lang)
            .into_iter()
            .flatten()
        {
            let _ = write!(
                html,
                "<span class=\"side\">{} {}</span>",
                escaped(&place),
                escaped(&then)
            );
        }
        if let Some(era) = event.when.display_era() {
            let _ = write!(html, " <span lang=\"ja\">· {}</span>", escaped(&era));
        }
        html.push_str("</p>\n");
    }

    /// The category with its mark, and who takes part.
    fn kind(&self, html: &mut String, event: &Event) {
        if let Some(category) = self.timeline.categories.get(event.category) {
            let (number, what) = (event.category, &self.words.category);
            let name = escaped(
                self.lang
                    .choose(&category.name, category.name_ja.as_deref()),
            );
            let _ = writeln!(
                html,
                "<p class=\"kind t{number}\"><svg class=\"c{number}\" viewBox=\"-8 -8 16 16\" aria-hidden=\"true\">\
                <use href=\"#m{number}\"/></svg><span class=\"unseen\">{what}: </span>{name}</p>"
            );
        }
        let actors = event
            .actors
            .iter()
            .filter_map(|actor| self.timeline.actors.get(actor));
        let actors: String = actors
            .map(|actor| self.lang.choose(&actor.name, actor.name_ja.as_deref()))
            .map(|name| format!("<li>{}</li>", escaped(name)))
            .collect();
        if !actors.is_empty() {
            let label = &self.words.actors;
            let _ = writeln!(
                html,
                "<ul class=\"actors\" aria-label=\"{label}\">{actors}</ul>"
            );
        }
    }

    fn excerpts(&self, html: &mut String, event: &Event) {
        for excerpt in &event.excerpts {
            let marked = excerpt.quote.starts_with(['“', '「', '『']);
            let (open, close) = if marked { ("", "") } else { ("“", "”") };
            let _ = writeln!(
                html,
                "<figure class=\"{}\"><blockquote>{open}{}{close}</blockquote><figcaption>{}</figcaption></figure>",
                stance_class(excerpt),
                escaped(&excerpt.quote),
                self.attribution(excerpt)
            );
        }
    }

    /// Author, title, paragraph, and what the quotation does for the telling.
    fn attribution(&self, excerpt: &Excerpt) -> String {
        let source = self.timeline.sources.get(excerpt.source);
        let author = source.and_then(|source| source.author.as_deref());
        let title = source.map(|source| format!("<cite>{}</cite>", escaped(&source.title)));
        let paragraph = excerpt.paragraph.map(|number| format!("¶&nbsp;{number}"));
        let parts = [author.map(escaped), title, paragraph]
            .into_iter()
            .flatten();
        let said = parts.collect::<Vec<_>>().join(", ");
        let stance = stance(excerpt.stance, self.lang);
        format!("{said} <span class=\"stance\">{stance}</span>")
    }

    fn connections(&self, html: &mut String, index: usize, event: &Event) {
        let mut items = String::new();
        for connection in self.timeline.connections(index) {
            let Some(other) = self.timeline.events.get(connection.other) else {
                continue;
            };
            let said = relation(connection.kind, connection.outgoing, self.lang);
            let title = escaped(titles(other, self.lang).0);
            // What the page does not have cannot be gone to.
            let title = match self.shown.binary_search(&connection.other) {
                Ok(_) => format!("<a href=\"#e{}\">{title}</a>", connection.other),
                Err(_) => title,
            };
            let apart = escaped(&distance(&event.when, &other.when, self.lang));
            let _ = write!(
                items,
                "<li><span class=\"second\">{said}</span> {title} <span class=\"second\">{apart}</span></li>"
            );
        }
        if !items.is_empty() {
            let heading = &self.words.connected;
            let _ = writeln!(html, "<h5>{heading}</h5>\n<ul class=\"links\">{items}</ul>");
        }
    }

    fn sources(&self, html: &mut String, event: &Event) {
        let sources = event
            .sources
            .iter()
            .filter_map(|source| self.timeline.sources.get(source));
        let items: String = sources.map(|source| self.source(source)).collect();
        if !items.is_empty() {
            let heading = &self.words.sources;
            let _ = writeln!(
                html,
                "<h5>{heading}</h5>\n<ul class=\"sources\">{items}</ul>"
            );
        }
    }

    fn source(&self, source: &Source) -> String {
        let author = source
            .author
            .as_deref()
            .map(|author| format!("{}, ", escaped(author)));
        let date = source.date.as_deref().map(|date| {
            let when = date.parse::<When>();
            let said = when.map_or_else(|_| date.to_owned(), |when| when.display(self.lang));
            format!(", {}", escaped(&said))
        });
        let cited = format!(
            "{}<cite>{}</cite>{}",
            author.unwrap_or_default(),
            escaped(&source.title),
            date.unwrap_or_default()
        );
        let cited = match source.url.as_deref().filter(|address| is_web(address)) {
            Some(address) => format!(
                "<a href=\"{}\" rel=\"noopener noreferrer\" target=\"_blank\">{cited}</a>",
                escaped(address)
            ),
            None => cited,
        };
        let doubt = if source.checked {
            String::new()
        } else {
            format!(" <span class=\"second\">({})</span>", self.words.unchecked)
        };
        format!("<li>{cited}{doubt}</li>")
    }
}

/// The letters of what is set in a face of its own: heavy titles, and slanted quotations.
pub(super) fn letters(outline: &Outline<'_>) -> (BTreeSet<char>, BTreeSet<char>) {
    let events = outline
        .shown
        .iter()
        .filter_map(|event| outline.timeline.events.get(*event));
    let (mut titles, mut quotes) = (BTreeSet::new(), BTreeSet::new());
    for event in events {
        titles.extend(self::titles(event, outline.lang).0.chars());
        quotes.extend(
            event
                .excerpts
                .iter()
                .flat_map(|excerpt| excerpt.quote.chars()),
        );
    }
    (titles, quotes)
}

/// The title in the language of the page, then in the other.
pub(super) fn titles(event: &Event, lang: Lang) -> (&str, Option<&str>) {
    match (event.title_ja.as_deref(), lang) {
        (Some(japanese), Lang::Ja) => (japanese, Some(&event.title)),
        (japanese, _) => (&event.title, japanese),
    }
}

fn stance_class(excerpt: &Excerpt) -> &'static str {
    match excerpt.stance {
        crate::document::Stance::Disputes => "disputes",
        crate::document::Stance::Supports | crate::document::Stance::Context => "quote",
    }
}
