//! The sources as scholars cite them: Chicago, MLA and APA through the Citation Style Language, and BibTeX.
//!
//! What a style wants is the affair of the style, which comes from the archive of `hayagriva`; ours is to say truly what
//! sort of work a source is, who made it and when. Only what is known is said: no date of a visit is made up, and what
//! is not surely a person's name stays as it is written.

mod bibtex;
mod dates;
mod entry;
mod names;
mod styles;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, Elem, ElemChild,
    ElemChildren, ElemMeta,
};

use crate::document::{Event, Timeline};
use crate::time::Lang;

pub use crate::state::CitationStyle as Style;

use entry::{CLOSES, Cited, OPENS};

/// A piece of a citation, all in one type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// What it says.
    pub text: String,
    /// Whether it is in italics, as titles of books and names of journals are.
    pub italic: bool,
}

/// One source; nothing for an index that is none. In the bibliography's form, not that of a footnote.
pub fn citation(timeline: &Timeline, source: usize, style: Style, lang: Lang) -> String {
    plain(&citations(timeline, &[source], style, lang))
}

/// All sources of an event and of its excerpts, each once, in the style's order, with a blank line between.
pub fn of_event(timeline: &Timeline, event: usize, style: Style, lang: Lang) -> String {
    let sources = timeline.events.get(event).map(sources_of);
    let sources = sources.unwrap_or_default();
    plain(&citations(timeline, &sources, style, lang))
}

/// All sources in the style's order, with a blank line between.
pub fn bibliography(timeline: &Timeline, style: Style, lang: Lang) -> String {
    let sources: Vec<_> = (0..timeline.sources.len()).collect();
    plain(&citations(timeline, &sources, style, lang))
}

/// The sources that an event cites, itself or by its excerpts, each once, in the file's order.
pub fn sources_of(event: &Event) -> Vec<usize> {
    let quoted = event.excerpts.iter().map(|excerpt| excerpt.source);
    let cited: BTreeSet<_> = event.sources.iter().chain(quoted).collect();
    cited.into_iter().collect()
}

/// These sources (by their indexes; what is none is left out, and none comes twice) in the style's order. An entry of
/// BibTeX is one run with several lines.
pub fn citations(
    timeline: &Timeline,
    sources: &[usize],
    style: Style,
    lang: Lang,
) -> Vec<Vec<Run>> {
    let listed = listed(timeline, sources, style, lang).into_iter();
    listed.map(|(_, runs)| runs).collect()
}

/// The same, each with the index of its source.
pub(super) fn listed(
    timeline: &Timeline,
    sources: &[usize],
    style: Style,
    lang: Lang,
) -> Vec<(usize, Vec<Run>)> {
    let known: BTreeSet<_> = sources.iter().copied().collect();
    let known = known
        .into_iter()
        .filter_map(|index| Some((index, timeline.sources.get(index)?)));
    if style == Style::BibTex {
        let entries = bibtex::entries(timeline, known).into_iter();
        let run = |(index, text)| {
            let run = Run {
                text,
                italic: false,
            };
            (index, vec![run])
        };
        return entries.map(run).collect();
    }
    let cited: Vec<_> = known
        .map(|(index, source)| Cited::new(index, source, style, lang))
        .collect();
    rendered(&cited, style, lang)
}

fn plain(citations: &[Vec<Run>]) -> String {
    let lines = citations.iter().map(|runs| {
        let texts = runs.iter().map(|run| run.text.as_str());
        texts.collect::<String>()
    });
    lines.collect::<Vec<_>>().join("\n\n")
}

/// Lets the style write and sort them.
fn rendered(cited: &[Cited], style: Style, lang: Lang) -> Vec<(usize, Vec<Run>)> {
    let Some(csl) = styles::style(style) else {
        return Vec::new();
    };
    let (locales, lang) = (styles::locales(), styles::lang_of(style, lang));
    let mut driver = BibliographyDriver::new();
    // The driver sorts, with much ado for each comparison; of what is nearly in order it makes few.
    let mut in_order: Vec<_> = cited.iter().collect();
    in_order.sort_by_cached_key(|cited| cited.sorts_like());
    for cited in in_order {
        let item = CitationItem::with_entry(&cited.entry);
        let locale = Some(styles::locale_of(lang));
        driver.citation(CitationRequest::new(vec![item], csl, locale, locales, None));
    }
    let request = BibliographyRequest::new(csl, Some(styles::locale_of(lang)), locales);
    let Some(written) = driver.finish(request).bibliography else {
        return Vec::new();
    };
    let runs = written.items.into_iter().filter_map(|item| {
        let found = cited.binary_search_by(|cited| cited.entry.key().cmp(&item.key));
        let cited = cited.get(found.ok()?)?;
        let mut writer = Writer {
            words: cited.words.as_deref(),
            runs: Vec::new(),
            after_date: false,
        };
        if let Some(ElemChild::Elem(first)) = &item.first_field {
            writer.elem(first);
        }
        writer.children(&item.content);
        nested(&mut writer.runs);
        Some((cited.index, writer.runs)).filter(|(_, runs)| !runs.is_empty())
    });
    runs.collect()
}

/// Takes what a style has written apart into runs.
struct Writer<'a> {
    /// What stands where the style has written the date, for one that is no date of a calendar.
    words: Option<&'a str>,
    runs: Vec<Run>,
    /// Whether the last that was written is a date.
    after_date: bool,
}

impl Writer<'_> {
    fn children(&mut self, children: &ElemChildren) {
        for child in &children.0 {
            match child {
                ElemChild::Text(text) | ElemChild::Link { text, .. } => {
                    self.push(&text.text, italic(text.formatting));
                }
                ElemChild::Elem(elem) => self.elem(elem),
                ElemChild::Markup(text) => self.push(text, false),
                ElemChild::Transparent { .. } => {}
            }
        }
    }

    fn elem(&mut self, elem: &Elem) {
        let is_date = elem.meta == Some(ElemMeta::Date);
        match self.words.filter(|_| is_date && !elem.children.is_empty()) {
            Some(words) => self.push(words, false),
            None => self.children(&elem.children),
        }
        self.after_date = is_date;
    }

    fn push(&mut self, text: &str, italic: bool) {
        // APA puts a comma before the day even where only the year is known, and closes the bracket then.
        let text = match text.strip_prefix(',') {
            Some(rest) if self.after_date && rest.starts_with(')') => rest,
            _ => text,
        };
        self.after_date = false;
        match self.runs.last_mut() {
            Some(last) if last.italic == italic => last.text.push_str(text),
            _ if text.is_empty() => {}
            _ => self.runs.push(Run {
                text: text.to_owned(),
                italic,
            }),
        }
    }
}

/// Quotations within a title get the marks that go within the style's own, or, where it has set none, the usual ones;
/// a full stop stands within all of them.
fn nested(runs: &mut [Run]) {
    let mut is_within = false;
    for run in runs {
        for stop in ['.', ','] {
            let inner = format!("{CLOSES}{stop}”");
            run.text = run.text.replace(&inner, &format!("{stop}{CLOSES}”"));
        }
        // A title that ends in a full stop needs no other.
        run.text = run.text.replace("..”", ".”");
        let turned = run.text.chars().map(|letter| match letter {
            '“' | '”' => {
                is_within = letter == '“';
                letter
            }
            OPENS if is_within => '‘',
            CLOSES if is_within => '’',
            OPENS => '“',
            CLOSES => '”',
            _ => letter,
        });
        run.text = turned.collect();
    }
}

fn italic(formatting: hayagriva::Formatting) -> bool {
    formatting.font_style == hayagriva::citationberg::FontStyle::Italic
}
