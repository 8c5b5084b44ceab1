//! markwhen as a timeline.

use std::collections::{BTreeMap, BTreeSet};

use super::dates::{Known, Start, edtf, of, start, written};
use super::properties::{Kept, text_of, value};
use super::text::{Words, property, section, unlined};
use super::write::LINKED;
use crate::exchange::ImportError;
use crate::exchange::colours::colour;
use crate::exchange::draft::{Draft, DraftCategory, DraftEra, DraftEvent};
use crate::exchange::losses::{Losses, beginning};
use crate::exchange::spans::zone;
use crate::exchange::told::{cite_links, titles};
use crate::messages::message;

/// Reads a timeline.
pub(in super::super) fn read(text: &str, losses: &mut Losses) -> Result<Draft, ImportError> {
    let lines: Vec<&str> = text.lines().collect();
    let mut reading = Reading {
        lines: &lines,
        at: 0,
        draft: Draft::default(),
        known: Known::default(),
        sections: Vec::new(),
        tags: Vec::new(),
        names: BTreeMap::new(),
        found: false,
        losses,
    };
    reading.page();
    if !reading.found {
        return Err(ImportError::new(message!("formats-no-lines")));
    }
    reading.paint();
    Ok(reading.draft)
}

/// A page begins anew, with a header.
const BREAK: &str = "_-_-_break_-_-_";

/// A section that is open.
struct Section {
    /// 1 to 6, or 0 for one that is ended by a word.
    level: usize,
    title: String,
    tags: Vec<String>,
}

/// Lines on their way into the draft.
struct Reading<'a> {
    lines: &'a [&'a str],
    at: usize,
    draft: Draft,
    known: Known,
    sections: Vec<Section>,
    /// Tags with the colours that the header gives them.
    tags: Vec<(String, String)>,
    /// What categories of a tag are called.
    names: BTreeMap<String, String>,
    /// Whether there was any event.
    found: bool,
    losses: &'a mut Losses,
}

impl<'a> Reading<'a> {
    fn line(&self) -> Option<&'a str> {
        self.lines.get(self.at).copied()
    }

    fn step(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    fn page(&mut self) {
        self.header();
        while let Some(line) = self.line() {
            if let Some(start) = start(line) {
                self.step();
                self.event(&start);
                continue;
            }
            self.step();
            if let Some((level, title)) = section(line) {
                self.open(level, title);
            } else if is_end(line) {
                self.sections.pop();
            } else if line.trim() == BREAK {
                self.sections.clear();
                self.header();
            } else if is_comment(line) {
                self.losses.add(message!("losses-comment"), "");
            } else if let Some((name, _)) = property(line) {
                self.losses
                    .add(message!("losses-of-section", name = beginning(name)), "");
            } else if !line.trim().is_empty() && !line.starts_with("---") {
                self.losses.add(message!("losses-stray-line"), line.trim());
            }
        }
    }

    fn header(&mut self) {
        let mut is_fenced = false;
        let mut is_list = false;
        while let Some(line) = self.line() {
            if line.starts_with("---") {
                self.step();
                if is_fenced {
                    return;
                }
                is_fenced = true;
                continue;
            }
            if !is_fenced
                && (start(line).is_some() || section(line).is_some() || line.trim() == BREAK)
            {
                return;
            }
            self.step();
            let is_inside = line.starts_with([' ', '\t', '-']) && is_list;
            if line.trim().is_empty() || is_comment(line) || is_inside {
                continue;
            }
            let (key, value) = line.split_once(':').unwrap_or((line, ""));
            is_list = value.trim().is_empty();
            self.entry(key.trim(), value.trim());
        }
    }

    fn entry(&mut self, key: &str, written: &str) {
        let text = text_of(&value(written));
        match key.to_lowercase().as_str() {
            "title" if self.draft.title.is_empty() => self.draft.title = text.trim().to_owned(),
            "timezone" | "tz" => {
                self.known.zone = zone(&text);
                if self.known.zone.is_none() {
                    self.losses
                        .add(message!("losses-zone", zone = beginning(&text)), "");
                }
            }
            "dateformat" => self.known.day_first = text == "d/M/y",
            key if key.starts_with('#') => {
                let color = colour(written);
                let tag = key.trim_start_matches('#');
                match color {
                    Some(color) => self.tags.push((self.lines_tag(tag), color)),
                    None => self
                        .losses
                        .add(message!("losses-colour", colour = beginning(written)), tag),
                }
            }
            _ => self
                .losses
                .add(message!("losses-of-header", name = beginning(key)), ""),
        }
    }

    /// A tag of the header as it is written there, whatever its letters.
    fn lines_tag(&self, lower: &str) -> String {
        let line = self
            .lines
            .get(self.at.saturating_sub(1))
            .copied()
            .unwrap_or_default();
        let key = line.split(':').next().unwrap_or_default();
        let tag = key.trim().trim_start_matches('#');
        if tag.to_lowercase() == lower {
            tag.to_owned()
        } else {
            lower.to_owned()
        }
    }

    fn open(&mut self, level: usize, title: &str) {
        let title = title.split(" //").next().unwrap_or(title);
        let mut words = Words::default();
        words.take(title);
        if level > 0 {
            while self.sections.last().is_some_and(|open| open.level >= level) {
                self.sections.pop();
            }
        }
        if !self.sections.is_empty() {
            let what = message!("losses-nested-sections");
            self.losses.add(what, &words.text);
        }
        self.sections.push(Section {
            level,
            title: words.text.trim().to_owned(),
            tags: words.tags,
        });
    }

    fn event(&mut self, start: &Start<'_>) {
        self.found = true;
        let mut words = Words::default();
        let (text, is_task) = unchecked(start.text);
        words.take(text.trim());
        let title = std::mem::take(&mut words.text).trim().to_owned();
        let name = if title.is_empty() {
            start.date.to_owned()
        } else {
            title.clone()
        };
        if is_task {
            self.losses.add(message!("losses-done"), &name);
        }
        if start.comes_back {
            self.losses
                .add(message!("losses-comes-back", field = "every"), &name);
        }
        let properties = self.properties();
        let mut event = DraftEvent {
            title,
            ..DraftEvent::default()
        };
        let mut rest = Vec::new();
        let mut kept = Kept::default();
        for (key, written) in properties {
            if !kept.take(key, &value(written), &mut event) {
                rest.push(format!("{key}: {written}"));
            }
        }
        let when = self.when(start, &kept, &name);
        event.id = kept.id.or(words.id.take());
        self.text(&mut words, &rest, &event);
        let Some(when) = when else {
            return;
        };
        if let Some(stretch) = of(&when) {
            self.known.previous = Some(stretch);
            self.known
                .by_id
                .extend(event.id.clone().map(|id| (id, stretch)));
        }
        event.when = when;
        if kept.is_era {
            let (title, when) = (event.title, event.when);
            self.draft.eras.push(DraftEra { title, when });
            return;
        }
        event.category = self.category(&words.tags, &name);
        if words.has_pictures {
            self.losses.add(message!("losses-picture"), &name);
        }
        event.summary = words.text;
        event.actors.extend(words.mentions);
        cite_links(&mut event.sources, words.links);
        let shown = std::mem::take(&mut event.title);
        (event.title, event.title_ja) = titles(shown, kept.main, event.title_ja);
        self.draft.events.push(event);
    }

    /// The properties that stand right below an event.
    fn properties(&mut self) -> Vec<(&'a str, &'a str)> {
        let mut properties = Vec::new();
        let mut is_fenced = false;
        while let Some(line) = self.line() {
            if line.starts_with("---") {
                self.step();
                if is_fenced {
                    break;
                }
                is_fenced = true;
                continue;
            }
            if start(line).is_some() {
                break;
            }
            match property(line) {
                Some(property) => properties.push(property),
                None if is_fenced => {}
                None => break,
            }
            self.step();
        }
        properties
    }

    fn when(&mut self, start: &Start<'_>, kept: &Kept, name: &str) -> Option<String> {
        let own = kept.when.as_deref();
        if let Some(when) = own.and_then(|own| own.parse().ok()) {
            if written(&when).as_deref() == Some(start.date) {
                return Some(when.text().to_owned());
            }
            let what = message!("losses-date-changed");
            self.losses.add(what, name);
        }
        let header = self.known.zone;
        if let Some(zone) = kept.zone.as_deref().map(zone) {
            self.known.zone = zone;
        }
        let when = edtf(start, &self.known);
        self.known.zone = header;
        if let Err(why) = &when {
            let found = beginning(start.date);
            self.losses.add(
                message!("losses-event-unread", why = why, found = found),
                name,
            );
        }
        when.ok()
    }

    /// Takes the lines up to the next event or section.
    fn text(&mut self, words: &mut Words, rest: &[String], event: &DraftEvent) {
        let cited: BTreeSet<_> = event
            .sources
            .iter()
            .filter_map(|source| source.url.clone())
            .collect();
        for line in rest {
            words.take(line);
            words.text.push('\n');
        }
        while let Some(line) = self.line() {
            let is_over = start(line).is_some()
                || section(line).is_some()
                || is_end(line)
                || line.trim() == BREAK;
            if is_over {
                break;
            }
            self.step();
            if is_comment(line) {
                self.losses.add(message!("losses-comment"), &event.title);
                continue;
            }
            // The line of a source that the properties name says nothing new.
            let address = line
                .strip_prefix(LINKED)
                .and_then(|line| line.strip_prefix('['));
            let address = address
                .and_then(|line| line.strip_suffix(')')?.rsplit_once("]("))
                .map(|(_, url)| url);
            if address.is_some_and(|address| cited.contains(address)) {
                continue;
            }
            words.take(unlined(line));
            words.text.push('\n');
        }
    }

    /// The category of an event: the section that has its tag, or the tag itself; without any, the section around it.
    fn category(&mut self, tags: &[String], name: &str) -> Option<String> {
        let is_painted = |tag: &&String| self.tags.iter().any(|(painted, _)| painted == *tag);
        // The innermost that has a colour, as a project among all projects; else the outermost.
        let mut inwards = self.sections.iter().rev();
        let outer = inwards
            .find(|section| section.tags.iter().any(|tag| is_painted(&tag)))
            .or(self.sections.first());
        let tag = match outer {
            Some(section) => tags
                .iter()
                .find(|tag| section.tags.contains(tag))
                .or_else(|| tags.iter().find(is_painted)),
            None => tags.iter().find(is_painted).or_else(|| tags.first()),
        };
        let of_section = outer.filter(|section| tag.is_none_or(|tag| section.tags.contains(tag)));
        let category = match (of_section, tag) {
            (Some(section), _) if !section.title.is_empty() => Some(section.title.clone()),
            (_, tag) => tag.cloned(),
        };
        let its_tag = tag.or_else(|| of_section?.tags.iter().find(is_painted));
        if let (Some(tag), Some(category)) = (its_tag, &category) {
            self.names
                .entry(tag.clone())
                .or_insert_with(|| category.clone());
        }
        let own = of_section
            .map(|section| section.tags.clone())
            .unwrap_or_default();
        for other in tags
            .iter()
            .filter(|other| Some(*other) != tag && !own.contains(other))
        {
            self.losses
                .add(message!("losses-second-tag", tag = beginning(other)), name);
        }
        if of_section.is_none() && outer.is_some_and(|section| !section.title.is_empty()) {
            self.losses.add(message!("losses-section-around"), name);
        }
        category
    }

    /// Gives categories the colours of their tags.
    fn paint(&mut self) {
        for (tag, color) in &self.tags {
            let name = self.names.get(tag).unwrap_or(tag).clone();
            if !self
                .draft
                .categories
                .iter()
                .any(|category| category.name == name)
            {
                let color = Some(color.clone());
                self.draft.categories.push(DraftCategory { name, color });
            }
        }
    }
}

/// The words of a task, `[x] …`.
fn unchecked(text: &str) -> (&str, bool) {
    let begin = text.trim_start();
    let marks = ["[]", "[ ]", "[x]", "[X]"];
    let rest = marks.iter().find_map(|mark| begin.strip_prefix(mark));
    // `[x](…)` is a link.
    match rest.filter(|rest| !rest.starts_with('(')) {
        Some(rest) => (rest, true),
        None => (text, false),
    }
}

fn is_comment(line: &str) -> bool {
    line.trim_start().starts_with("//")
}

/// Whether a section ends that is ended by a word.
fn is_end(line: &str) -> bool {
    let line = line.trim();
    line.eq_ignore_ascii_case("endSection") || line.eq_ignore_ascii_case("endGroup")
}
