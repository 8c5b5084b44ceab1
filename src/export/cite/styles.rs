//! The styles and the words of the two languages, unpacked from the archive when they are first wanted.

use std::sync::LazyLock;

use hayagriva::archive::{self, ArchivedStyle};
use hayagriva::citationberg::taxonomy::{NumberVariable, OtherTerm, Term, Variable};
use hayagriva::citationberg::{
    IndependentStyle, LayoutRenderingElement, Locale, LocaleCode, Style as Csl, Text,
};

use super::Style;
use crate::time::Lang;

static CHICAGO: LazyLock<Option<IndependentStyle>> =
    LazyLock::new(|| unpacked(ArchivedStyle::ChicagoNotes));
static MLA: LazyLock<Option<IndependentStyle>> =
    LazyLock::new(|| unpacked(ArchivedStyle::ModernLanguageAssociation));
static APA: LazyLock<Option<IndependentStyle>> =
    LazyLock::new(|| unpacked(ArchivedStyle::AmericanPsychologicalAssociation));
/// The terms of English and Japanese; the archive has those of sixty languages.
static LOCALES: LazyLock<Vec<Locale>> = LazyLock::new(|| {
    let wanted = [Lang::En, Lang::Ja].map(locale_of);
    let all = archive::locales().into_iter();
    let is_wanted = |locale: &Locale| {
        locale
            .lang
            .as_ref()
            .is_some_and(|lang| wanted.contains(lang))
    };
    let locales = all.filter(is_wanted);
    locales.map(without_retrieved).collect()
});

/// How a style writes; `None` for BibTeX, which is none of them.
pub(super) fn style(style: Style) -> Option<&'static IndependentStyle> {
    match style {
        Style::Chicago => CHICAGO.as_ref(),
        Style::Mla => MLA.as_ref(),
        Style::Apa => APA.as_ref(),
        Style::BibTex => None,
    }
}

/// Nobody says when a page was looked up, and “Retrieved” says nothing without it.
fn without_retrieved(mut locale: Locale) -> Locale {
    if let Some(terms) = &mut locale.terms {
        terms
            .terms
            .retain(|term| term.name != Term::Other(OtherTerm::Retrieved));
    }
    locale
}

fn unpacked(style: ArchivedStyle) -> Option<IndependentStyle> {
    match style.get() {
        Csl::Independent(style) => Some(without_notes(style)),
        Csl::Dependent(_) => None,
    }
}

/// Only bibliographies are written, but the driver writes each note as well, which takes as long again. A number is all that
/// it needs, except where notes tell what the bibliography has to tell apart by letters behind the years.
fn without_notes(mut style: IndependentStyle) -> IndependentStyle {
    let citation = &mut style.citation;
    if !citation.disambiguate_add_year_suffix {
        let number = Variable::from(NumberVariable::CitationNumber);
        citation.layout.elements = vec![LayoutRenderingElement::Text(Text::with_target(number))];
    }
    style
}

/// The terms that the styles are written with.
pub(super) fn locales() -> &'static [Locale] {
    &LOCALES
}

/// The language that a style is written in. APA makes its dates of pieces that Japanese cannot put together.
pub(super) fn lang_of(style: Style, lang: Lang) -> Lang {
    if style == Style::Apa { Lang::En } else { lang }
}

/// A language as the styles name it.
pub(super) fn locale_of(lang: Lang) -> LocaleCode {
    let code = match lang {
        Lang::En => "en-US",
        Lang::Ja => "ja-JP",
    };
    LocaleCode(code.to_owned())
}
