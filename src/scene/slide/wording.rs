//! What a slide says in words of its own.

use crate::document::{Excerpt, LinkKind, Stance, Timeline};
use crate::messages::{message, say};
use crate::time::{Lang, When};

/// What a link says when it is read from one of its ends.
pub fn relation(kind: LinkKind, outgoing: bool, lang: Lang) -> String {
    let said = match (kind, outgoing) {
        (LinkKind::LedTo, true) => message!("slide-led-to"),
        (LinkKind::LedTo, false) => message!("slide-result-of"),
        (LinkKind::ResponseTo, true) => message!("slide-response-to"),
        (LinkKind::ResponseTo, false) => message!("slide-answered-by"),
        (LinkKind::AmendedBy, true) => message!("slide-amended-by"),
        (LinkKind::AmendedBy, false) => message!("slide-amends"),
        (LinkKind::ReplacedBy, true) => message!("slide-replaced-by"),
        (LinkKind::ReplacedBy, false) => message!("slide-replaces"),
        (LinkKind::PartOf, true) => message!("slide-part-of"),
        (LinkKind::PartOf, false) => message!("slide-includes"),
        (LinkKind::Follows, true) => message!("slide-follows"),
        (LinkKind::Follows, false) => message!("slide-followed-by"),
        (LinkKind::Recalls, true) => message!("slide-recalls"),
        (LinkKind::Recalls, false) => message!("slide-recalled-by"),
        (LinkKind::SeeAlso, _) => message!("slide-see-also"),
    };
    said.text(lang)
}

/// What a quotation does for the telling.
pub fn stance(stance: Stance, lang: Lang) -> String {
    match stance {
        Stance::Supports => say!(lang, "slide-supports"),
        Stance::Disputes => say!(lang, "slide-disputes"),
        Stance::Context => say!(lang, "slide-context"),
    }
}

/// The words of a quotation between its marks.
pub(crate) fn quoted(quote: &str) -> String {
    let is_marked = quote.starts_with(['“', '「', '『']);
    if is_marked {
        quote.to_owned()
    } else {
        format!("“{quote}”")
    }
}

/// Who says it, where: author, title, paragraph; with the date of the work where that is wanted.
pub(super) fn attribution(
    timeline: &Timeline,
    excerpt: &Excerpt,
    dated: bool,
    lang: Lang,
) -> String {
    let source = timeline.sources.get(excerpt.source);
    let date = source.and_then(|source| source.date.as_deref());
    let date = date.filter(|_| dated).map(|date| {
        let when = date.parse::<When>();
        when.map_or_else(|_| date.to_owned(), |when| when.display(lang))
    });
    let author = source.and_then(|source| source.author.clone());
    let title = source.map(|source| source.title.clone());
    let paragraph = excerpt.paragraph.map(|number| format!("¶\u{a0}{number}"));
    let parts = [author, title, date, paragraph].into_iter().flatten();
    let parts: Vec<String> = parts.filter(|part| !part.trim().is_empty()).collect();
    parts.join(", ")
}

/// Where a series is from: words, or the source that is meant.
pub(super) fn series_source(timeline: &Timeline, source: &str) -> String {
    let known = timeline.sources.iter().find(|known| &*known.id == source);
    known.map_or_else(
        || source.to_owned(),
        |known| match &known.author {
            Some(author) => format!("{author}, {}", known.title),
            None => known.title.clone(),
        },
    )
}

/// "7 of 8 · From Nixon to Hanoi".
pub(super) fn progress(step: usize, count: usize, title: &str, lang: Lang) -> String {
    let far = say!(lang, "slide-progress", step = step, count = count);
    if title.trim().is_empty() {
        far
    } else {
        format!("{far} · {title}")
    }
}

/// How many are not in the list any more.
pub(super) fn earlier(count: usize, lang: Lang) -> String {
    say!(lang, "slide-earlier", count = count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_is_marked_once() {
        assert_eq!(quoted("the only ally"), "“the only ally”");
        assert_eq!(quoted("“the only ally”"), "“the only ally”");
        assert_eq!(quoted("「唯一」"), "「唯一」");
    }

    #[test]
    fn progress_is_told_in_both_languages() {
        assert_eq!(progress(7, 8, "Home", Lang::En), "7 of 8 · Home");
        assert_eq!(progress(7, 1300, " ", Lang::Ja), "7 / 1,300");
    }
}
