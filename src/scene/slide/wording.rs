//! What a slide says in words of its own, in both languages.

use crate::document::{Excerpt, LinkKind, Stance, Timeline};
use crate::time::{Lang, When};

/// What a link says when it is read from one of its ends.
pub fn relation(kind: LinkKind, outgoing: bool, lang: Lang) -> &'static str {
    let (english, japanese) = match (kind, outgoing) {
        (LinkKind::LedTo, true) => ("led to", "につながった"),
        (LinkKind::LedTo, false) => ("result of", "の結果"),
        (LinkKind::ResponseTo, true) => ("response to", "への対応"),
        (LinkKind::ResponseTo, false) => ("answered by", "対応"),
        (LinkKind::AmendedBy, true) => ("amended by", "による改正"),
        (LinkKind::AmendedBy, false) => ("amends", "を改正"),
        (LinkKind::ReplacedBy, true) => ("replaced by", "に交代"),
        (LinkKind::ReplacedBy, false) => ("replaces", "に代わる"),
        (LinkKind::PartOf, true) => ("part of", "の一部"),
        (LinkKind::PartOf, false) => ("includes", "を含む"),
        (LinkKind::Follows, true) => ("follows", "に続く"),
        (LinkKind::Follows, false) => ("followed by", "が続く"),
        (LinkKind::Recalls, true) => ("recalls", "を想起"),
        (LinkKind::Recalls, false) => ("recalled by", "が想起"),
        (LinkKind::SeeAlso, _) => ("see also", "関連"),
    };
    match lang {
        Lang::En => english,
        Lang::Ja => japanese,
    }
}

/// What a quotation does for the telling.
pub fn stance(stance: Stance, lang: Lang) -> &'static str {
    match (stance, lang) {
        (Stance::Supports, Lang::En) => "Supports",
        (Stance::Supports, Lang::Ja) => "裏づけ",
        (Stance::Disputes, Lang::En) => "Disputes",
        (Stance::Disputes, Lang::Ja) => "異論",
        (Stance::Context, Lang::En) => "Context",
        (Stance::Context, Lang::Ja) => "背景",
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
    let (step, count) = (crate::state::grouped(step), crate::state::grouped(count));
    let far = match lang {
        Lang::En => format!("{step} of {count}"),
        Lang::Ja => format!("{step} / {count}"),
    };
    if title.trim().is_empty() {
        far
    } else {
        format!("{far} · {title}")
    }
}

/// How many are not in the list any more.
pub(super) fn earlier(count: usize, lang: Lang) -> String {
    let count = crate::state::grouped(count);
    match lang {
        Lang::En => format!("{count} more before these"),
        Lang::Ja => format!("ほか{count}件"),
    }
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
