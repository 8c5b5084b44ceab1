//! A slide in words, whatever file it came from, and the event that it means.

use crate::document::is_web;
use crate::exchange::draft::{Draft, DraftEra, DraftEvent, DraftSource};
use crate::exchange::losses::{Losses, Name};
use crate::exchange::plain::{Plain, plain};
use crate::messages::{Message, message};

use super::{date, markup};

/// A timeline of slides.
#[derive(Debug, Clone, Default)]
pub(in crate::exchange) struct Deck {
    pub(in crate::exchange) title: Option<Slide>,
    pub(in crate::exchange) events: Vec<Slide>,
    pub(in crate::exchange) eras: Vec<Slide>,
}

/// A slide, or an era. Whatever is not there is empty; texts may be HTML.
#[derive(Debug, Clone, Default)]
pub(in crate::exchange) struct Slide {
    pub(in crate::exchange) unique_id: String,
    pub(in crate::exchange) start: Date,
    pub(in crate::exchange) end: Date,
    pub(in crate::exchange) display: String,
    pub(in crate::exchange) headline: String,
    pub(in crate::exchange) text: String,
    pub(in crate::exchange) media: Media,
    pub(in crate::exchange) group: String,
    /// A colour or the address of a picture.
    pub(in crate::exchange) background: String,
    /// An address that the slide leads to.
    pub(in crate::exchange) link: String,
}

/// What is shown beside a slide's text.
#[derive(Debug, Clone, Default)]
pub(in crate::exchange) struct Media {
    pub(in crate::exchange) url: String,
    pub(in crate::exchange) caption: String,
    pub(in crate::exchange) credit: String,
    pub(in crate::exchange) thumbnail: String,
    pub(in crate::exchange) alt: String,
    pub(in crate::exchange) title: String,
    pub(in crate::exchange) link: String,
}

/// A date in parts, as they are written.
#[derive(Debug, Clone, Default)]
pub(in crate::exchange) struct Date {
    pub(in crate::exchange) year: String,
    pub(in crate::exchange) month: String,
    pub(in crate::exchange) day: String,
    pub(in crate::exchange) hour: String,
    pub(in crate::exchange) minute: String,
    pub(in crate::exchange) second: String,
    pub(in crate::exchange) millisecond: String,
    pub(in crate::exchange) display: String,
}

impl Deck {
    /// What the slides say.
    pub(in crate::exchange) fn draft(self, losses: &mut Losses) -> Draft {
        let mut draft = Draft::default();
        if let Some(title) = &self.title {
            draft.title = plain(&title.headline).text;
            untold_title(title, losses);
        }
        draft.eras = self.eras.iter().filter_map(|era| era.era(losses)).collect();
        draft.events = self
            .events
            .iter()
            .filter_map(|slide| slide.event(losses))
            .collect();
        draft
    }
}

/// A timeline has a title here, and no more.
fn untold_title(title: &Slide, losses: &mut Losses) {
    let mut lost = |what: Message, text: &str| {
        if !text.trim().is_empty() {
            losses.add(what, "");
        }
    };
    lost(message!("losses-text-below-title"), &title.text);
    lost(message!("losses-picture-of-title"), &title.media.url);
    lost(message!("losses-background-of-title"), &title.background);
    lost(message!("losses-date-of-title"), &title.start.year);
}

impl Slide {
    fn event(&self, losses: &mut Losses) -> Option<DraftEvent> {
        let headline = plain(&self.headline).text;
        let of = self.called(&headline);
        let when = date::when(&self.start, &self.end, &self.display, &of, losses)?;
        let (body, cited) = markup::parted(&self.text);
        let body = plain(body);
        let mut event = DraftEvent {
            id: Some(self.unique_id.trim().to_owned()).filter(|id| !id.is_empty()),
            when,
            title: headline.clone(),
            category: Some(plain(&self.group).text).filter(|group| !group.is_empty()),
            ..DraftEvent::default()
        };
        event.sources = linked(&body);
        if body.has_pictures {
            losses.add(message!("losses-picture-in-text"), of.clone());
        }
        event.summary = body.text;
        event.sources.extend(cited);
        if !self.link.trim().is_empty() {
            event.sources.push(source("", &self.link));
        }
        self.media.tell(&mut event, &of, losses);
        if !self.background.trim().is_empty() {
            losses.add(message!("losses-background", field = "background"), of);
        }
        event.sources.dedup();
        Some(event)
    }

    fn era(&self, losses: &mut Losses) -> Option<DraftEra> {
        let title = plain(&self.headline).text;
        let of = self.called(&title);
        let when = date::when(&self.start, &self.end, &self.display, &of, losses)?;
        if !self.text.trim().is_empty() || !self.media.url.trim().is_empty() {
            losses.add(message!("losses-text-of-era"), of);
        }
        let title = title.clone();
        Some(DraftEra { title, when })
    }

    fn called(&self, headline: &str) -> Name {
        let names = [headline, &self.unique_id, &self.display];
        let name = names.into_iter().find(|name| !name.trim().is_empty());
        name.map_or_else(|| message!("losses-slide").into(), Name::from)
    }
}

impl Media {
    /// A picture or a film has no place in an event, but where it is to be found has; so has a quotation.
    fn tell(&self, event: &mut DraftEvent, of: &Name, losses: &mut Losses) {
        let (url, caption, credit) = (self.url.trim(), plain(&self.caption), plain(&self.credit));
        let mut lost = |what: Message, text: &str| {
            if !text.trim().is_empty() {
                losses.add(what, of.clone());
            }
        };
        lost(
            message!("losses-small-picture", field = "media.thumbnail"),
            &self.thumbnail,
        );
        lost(
            message!("losses-picture-in-words", field = "media.alt"),
            &self.alt,
        );
        if is_web(url) {
            let words = [&*caption.text, self.title.trim()];
            let title = words
                .into_iter()
                .find(|words| !words.is_empty())
                .unwrap_or_default();
            let author = Some(credit.text.clone()).filter(|credit| !credit.is_empty());
            event.sources.push(DraftSource {
                author,
                ..source(title, url)
            });
            lost(message!("losses-media", field = "media"), url);
        } else if url.contains('<') {
            let quoted = plain(url);
            event.sources.extend(linked(&quoted));
            append(&mut event.summary, &quoted.text);
            append(&mut event.summary, &caption.text);
            lost(message!("losses-form-of-media", field = "media.url"), url);
        } else {
            lost(message!("losses-picture-beside", field = "media.url"), url);
            let words = if url.is_empty() { &caption.text } else { "" };
            append(&mut event.summary, words);
        }
        event.sources.extend(linked(&caption));
        event.sources.extend(linked(&credit));
        if !self.link.trim().is_empty() {
            event.sources.push(source("", &self.link));
        }
    }
}

/// A paragraph more.
fn append(text: &mut String, words: &str) {
    if words.trim().is_empty() {
        return;
    }
    if !text.is_empty() {
        text.push_str("\n\n");
    }
    text.push_str(words.trim());
}

/// A work by its title and its address.
pub(super) fn source(title: &str, url: &str) -> DraftSource {
    DraftSource {
        title: title.trim().to_owned(),
        url: Some(url.trim().to_owned()).filter(|url| !url.is_empty()),
        ..DraftSource::default()
    }
}

/// The works that a text links to. A link within the page leads to none.
pub(super) fn linked(text: &Plain) -> Vec<DraftSource> {
    let links = text
        .links
        .iter()
        .filter(|(_, url)| !url.trim_start().starts_with('#'));
    links.map(|(words, url)| source(words, url)).collect()
}
