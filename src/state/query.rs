//! The language of the search field: text in, terms out, and back.
//!
//! The text is the only truth about what is shown; chips and menus are edits of it (`chips.rs`). This module knows
//! the grammar alone; what a value stands for in a timeline is in `meaning.rs`, what is wrong with it in
//! `problems.rs`, and which events it leaves in [`super::filter`].
//!
//! Invariants: parsing never fails, and parsing what [`Display`](fmt::Display) writes gives the same query.
//!
//! ```text
//! query     = [space] [term *([space] term)] [space]
//! term      = [minus] (qualified / phrase / word)        ; minus turns the term round
//! qualified = name colon [value *(comma value)]          ; comma is "or", further terms are "and"
//! value     = phrase / 1*(any but space, comma, quote)
//! phrase    = quote *(escaped / any but quote) quote     ; the last quote may be missing
//! escaped   = "\" (quote / "\")
//! word      = 1*(any but space, quote)
//! name      = 1*letter                                   ; in any case and width
//! minus     = "-" / "－" / "−"
//! colon     = ":" / "："
//! comma     = "," / "，" / "、"
//! quote     = %x22 / "“" / "”" / "„" / "‟" / "＂"        ; any closes any
//! space     = 1*(white space, the full-width one too)
//! ```
//!
//! A name that is none of [`Qualifier::ALL`] makes an unknown qualifier if a value follows at once, except `//` (so a
//! web address stays a word), and a word otherwise (`Shock: …`). Empty phrases and a minus alone are nothing.
//!
//! | term | leaves the events |
//! | --- | --- |
//! | `word`, `"exact words"` | whose texts or names contain it, in any case, width and accent |
//! | `category:a,b` `actor:a` `source:a` | of that category, actor or source, by id or name or their beginning |
//! | `after:1970` | whose latest day is not before the earliest day of 1970 |
//! | `before:1990` | whose earliest day is not after the latest day of 1990; so both together show 1970 to 1990 |
//! | `significance:>=4` (`5` `<=2` `>3` `<3` `3..5`) | of that significance |
//! | `has:excerpt` `has:link` `has:source` `has:japanese` | that have one (or a Japanese title) |
//! | `is:disputed` | of which an excerpt says otherwise |
//!
//! A term that cannot be read never hides an event: an unknown qualifier searches its values as words, any other term
//! is left out. Either way [`Query::problems`] says so.

use std::fmt;
use std::ops::Range;

use super::fold::fold;

mod chips;
#[cfg(test)]
pub(crate) mod fixture;
pub(crate) mod meaning;
mod problems;

pub use problems::Problem;

/// What the reader asks to see.
#[derive(Debug, Clone, Default)]
pub struct Query {
    terms: Vec<Term>,
    /// Bytes of a quotation that nothing ends.
    open_quote: Option<Range<usize>>,
}

/// One condition; an event is shown if it meets all of them.
#[derive(Debug, Clone)]
pub struct Term {
    /// Whether the events are shown that do *not* meet it.
    pub negated: bool,
    /// The condition.
    pub what: What,
    /// Bytes of the term in the text that was parsed.
    pub range: Range<usize>,
    /// Bytes of the qualifier's name with its colon; empty where there is none.
    pub name: Range<usize>,
}

/// The kinds of condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A plain word.
    Word(String),
    /// Words in quotation marks.
    Phrase(String),
    /// A qualifier and its values, of which one must hold.
    Qualified(Qualifier, Vec<Value>),
    /// What looks like a qualifier but is none; never without values.
    Unknown(String, Vec<Value>),
}

/// A value as written, without its quotation marks.
#[derive(Debug, Clone)]
pub struct Value {
    /// The text.
    pub text: String,
    /// Bytes in the text that was parsed, with the quotation marks.
    pub range: Range<usize>,
}

/// What a term can ask about besides words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Qualifier {
    /// The event's category.
    Category,
    /// One of its actors.
    Actor,
    /// A source that it or one of its excerpts cites.
    Source,
    /// Not before a date.
    After,
    /// Not after a date.
    Before,
    /// From 1 to 5.
    Significance,
    /// What the event comes with.
    Has,
    /// What it is.
    Is,
}

impl Query {
    /// Reads a query; whatever makes no sense is kept for [`Query::problems`].
    pub fn parse(text: &str) -> Self {
        let mut scanner = Scanner::new(text);
        let mut terms = Vec::new();
        while scanner.skip_space() {
            terms.extend(scanner.term());
        }
        Self {
            terms,
            open_quote: scanner.open_quote,
        }
    }

    /// The terms in the order of the text.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Whether the query asks for nothing, so that every event is shown.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether the two ask the same of events but for their categories.
    pub(crate) fn matches_like(&self, other: &Self) -> bool {
        self.besides_categories().eq(other.besides_categories())
    }

    /// Whether it asks nothing of events but their categories.
    pub(crate) fn matches_all(&self) -> bool {
        self.besides_categories().next().is_none()
    }

    fn besides_categories(&self) -> impl Iterator<Item = &Term> {
        self.terms
            .iter()
            .filter(|term| !matches!(term.what, What::Qualified(Qualifier::Category, _)))
    }

    /// Bytes of a quotation that nothing ends.
    pub(crate) fn open_quote(&self) -> Option<Range<usize>> {
        self.open_quote.clone()
    }

    /// The values and the sign of every term with this qualifier.
    pub(crate) fn qualified(&self, asked: Qualifier) -> impl Iterator<Item = (bool, &[Value])> {
        self.terms.iter().filter_map(move |term| match &term.what {
            What::Qualified(qualifier, values) if *qualifier == asked => {
                Some((term.negated, values.as_slice()))
            }
            _ => None,
        })
    }
}

/// Two queries are the same if they ask the same; where the terms stood in the text is no matter.
impl PartialEq for Query {
    fn eq(&self, other: &Self) -> bool {
        self.terms == other.terms
    }
}

impl PartialEq for Term {
    fn eq(&self, other: &Self) -> bool {
        (self.negated, &self.what) == (other.negated, &other.what)
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Query {}
impl Eq for Term {}
impl Eq for Value {}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, term) in self.terms.iter().enumerate() {
            if index > 0 {
                f.write_str(" ")?;
            }
            term.fmt(f)?;
        }
        Ok(())
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.negated {
            f.write_str("-")?;
        }
        match &self.what {
            What::Word(word) => f.write_str(word),
            What::Phrase(phrase) => f.write_str(&quoted(phrase)),
            What::Qualified(qualifier, values) => {
                write!(
                    f,
                    "{}:{}",
                    qualifier.name(),
                    joined(values.iter().map(|v| v.text.as_str()))
                )
            }
            What::Unknown(name, values) => {
                write!(
                    f,
                    "{name}:{}",
                    joined(values.iter().map(|v| v.text.as_str()))
                )
            }
        }
    }
}

/// Values with commas between them, in quotation marks where they need them.
pub(crate) fn joined<'a>(values: impl Iterator<Item = &'a str>) -> String {
    values.map(as_value).collect::<Vec<_>>().join(",")
}

/// A value as it stands in a query.
pub(crate) fn as_value(value: &str) -> String {
    let ends_value = |c: char| c.is_whitespace() || is_comma(c) || is_quote(c);
    if value.is_empty() || value.starts_with("//") || value.contains(ends_value) {
        quoted(value)
    } else {
        value.to_owned()
    }
}

/// Text in quotation marks.
pub(crate) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        if is_quote(character) || character == '\\' {
            quoted.push('\\');
        }
        quoted.push(character);
    }
    quoted.push('"');
    quoted
}

impl Qualifier {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::Category,
        Self::Actor,
        Self::Source,
        Self::After,
        Self::Before,
        Self::Significance,
        Self::Has,
        Self::Is,
    ];

    /// The name in the text, without the colon.
    pub fn name(self) -> &'static str {
        match self {
            Self::Category => "category",
            Self::Actor => "actor",
            Self::Source => "source",
            Self::After => "after",
            Self::Before => "before",
            Self::Significance => "significance",
            Self::Has => "has",
            Self::Is => "is",
        }
    }

    /// A term to learn from.
    pub fn example(self) -> &'static str {
        match self {
            Self::Category => "category:trade,security",
            Self::Actor => "actor:japan",
            Self::Source => "source:sadozai-2019",
            Self::After => "after:1970",
            Self::Before => "before:1990",
            Self::Significance => "significance:>=4",
            Self::Has => "has:excerpt",
            Self::Is => "is:disputed",
        }
    }

    /// The qualifier of this name, in any case and width.
    pub fn from_name(name: &str) -> Option<Self> {
        let name = fold(name);
        Self::ALL
            .into_iter()
            .find(|qualifier| qualifier.name() == name)
    }
}

pub(crate) fn is_quote(character: char) -> bool {
    matches!(character, '"' | '“' | '”' | '„' | '‟' | '＂')
}

pub(crate) fn is_comma(character: char) -> bool {
    matches!(character, ',' | '，' | '、')
}

pub(crate) fn is_colon(character: char) -> bool {
    matches!(character, ':' | '：')
}

fn is_minus(character: char) -> bool {
    matches!(character, '-' | '－' | '−')
}

/// Letters of which a name may consist, in both widths. No others: in Japanese prose a full-width colon follows
/// words that are no qualifiers.
fn is_name_letter(character: char) -> bool {
    matches!(character, 'a'..='z' | 'A'..='Z' | '\u{FF41}'..='\u{FF5A}' | '\u{FF21}'..='\u{FF3A}')
}

/// Walks over the text; stands between two characters at all times.
struct Scanner<'a> {
    text: &'a str,
    at: usize,
    open_quote: Option<Range<usize>>,
}

impl<'a> Scanner<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            open_quote: None,
        }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn next_is(&self, is: impl Fn(char) -> bool) -> bool {
        self.peek().is_some_and(is)
    }

    /// Steps over the next character if it is such a one.
    fn take(&mut self, is: impl Fn(char) -> bool) -> Option<char> {
        let character = self.peek().filter(|&character| is(character))?;
        self.at += character.len_utf8();
        Some(character)
    }

    /// Steps over all such characters.
    fn take_while(&mut self, is: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let length = rest.find(|character| !is(character)).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    /// Steps over white space and says whether anything is left.
    fn skip_space(&mut self) -> bool {
        self.take_while(char::is_whitespace);
        self.at < self.text.len()
    }

    fn term(&mut self) -> Option<Term> {
        let start = self.at;
        let negated = self.take(is_minus).is_some();
        let body = self.at;
        let (what, name_end) = self.what()?;
        Some(Term {
            negated,
            what,
            range: start..self.at,
            name: body..name_end,
        })
    }

    /// The condition, and where its name ends.
    fn what(&mut self) -> Option<(What, usize)> {
        let body = self.at;
        if self.next_is(is_quote) {
            let phrase = self.phrase();
            return (!phrase.trim().is_empty()).then_some((What::Phrase(phrase), body));
        }
        if let Some((name, qualifier)) = self.name() {
            let name_end = self.at;
            let values = self.values();
            return Some(match qualifier {
                Some(qualifier) => (What::Qualified(qualifier, values), name_end),
                None if values.is_empty() => (What::Word(format!("{name}:")), body),
                None => (What::Unknown(name.to_owned(), values), name_end),
            });
        }
        let word = self.take_while(|c| !c.is_whitespace() && !is_quote(c));
        (!word.is_empty()).then(|| (What::Word(word.to_owned()), body))
    }

    /// A name and its colon, if that is what comes next.
    fn name(&mut self) -> Option<(&'a str, Option<Qualifier>)> {
        let start = self.at;
        let name = self.take_while(is_name_letter);
        if !name.is_empty() && self.take(is_colon).is_some() {
            let qualifier = Qualifier::from_name(name);
            let value_follows =
                self.next_is(|c| !c.is_whitespace()) && !self.rest().starts_with("//");
            if qualifier.is_some() || value_follows {
                return Some((name, qualifier));
            }
        }
        self.at = start;
        None
    }

    fn values(&mut self) -> Vec<Value> {
        let mut values = Vec::new();
        loop {
            let start = self.at;
            let text = if self.next_is(is_quote) {
                self.phrase()
            } else {
                self.take_while(|c| !c.is_whitespace() && !is_comma(c) && !is_quote(c))
                    .to_owned()
            };
            if !text.trim().is_empty() {
                values.push(Value {
                    text,
                    range: start..self.at,
                });
            }
            if self.take(is_comma).is_none() {
                return values;
            }
        }
    }

    /// A quotation, with its marks taken off; one that nothing ends goes to the end of the text.
    fn phrase(&mut self) -> String {
        let start = self.at;
        let mut phrase = String::new();
        self.take(is_quote);
        while let Some(character) = self.take(|_| true) {
            if is_quote(character) {
                return phrase;
            }
            let escaped = (character == '\\').then(|| self.take(|c| c == '\\' || is_quote(c)));
            phrase.push(escaped.flatten().unwrap_or(character));
        }
        self.open_quote = Some(start..self.at);
        phrase
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, prop, proptest};

    use super::{Qualifier, Query, Value, What};

    /// The query written out with every term's kind to be seen.
    fn outline(text: &str) -> String {
        let values = |values: &[Value]| {
            values
                .iter()
                .map(|value| format!("<{}>", value.text))
                .collect::<String>()
        };
        let mut terms = Vec::new();
        for term in Query::parse(text).terms() {
            let sign = if term.negated { "-" } else { "" };
            terms.push(match &term.what {
                What::Word(word) => format!("{sign}{word}"),
                What::Phrase(phrase) => format!("{sign}[{phrase}]"),
                What::Qualified(qualifier, found) => {
                    format!("{sign}{}!{}", qualifier.name(), values(found))
                }
                What::Unknown(name, found) => format!("{sign}{name}?{}", values(found)),
            });
        }
        terms.join(" ")
    }

    #[test]
    #[expect(clippy::too_many_lines, reason = "a table")]
    fn what_a_text_means_and_how_it_is_written() {
        for (text, meaning, written) in [
            ("", "", ""),
            (" \u{3000}\t", "", ""),
            ("gold  dollar", "gold dollar", "gold dollar"),
            (
                "-gold －dollar −yen",
                "-gold -dollar -yen",
                "-gold -dollar -yen",
            ),
            ("- -- a-b", "-- a-b", "-- a-b"),
            (
                "\"exact words\" -\"not these\"",
                "[exact words] -[not these]",
                "\"exact words\" -\"not these\"",
            ),
            (
                "“curly quotes” ＂wide＂",
                "[curly quotes] [wide]",
                "\"curly quotes\" \"wide\"",
            ),
            ("\"\" \" \" -\"\"", "", ""),
            ("\"left open", "[left open]", "\"left open\""),
            (
                r#""a \"b\" \\ \c""#,
                r#"[a "b" \ \c]"#,
                r#""a \"b\" \\ \\c""#,
            ),
            ("a\"b\"c", "a [b] c", "a \"b\" c"),
            (
                "category:trade,security",
                "category!<trade><security>",
                "category:trade,security",
            ),
            (
                "-Category：trade，a、b",
                "-category!<trade><a><b>",
                "-category:trade,a,b",
            ),
            ("ＡＣＴＯＲ：日本", "actor!<日本>", "actor:日本"),
            (
                "actor:\"United States\",us",
                "actor!<United States><us>",
                "actor:\"United States\",us",
            ),
            (
                "actor:us,\u{3000}japan",
                "actor!<us> japan",
                "actor:us japan",
            ),
            ("actor:,,us,", "actor!<us>", "actor:us"),
            ("actor:\"us\"japan", "actor!<us> japan", "actor:us japan"),
            ("category: trade", "category! trade", "category: trade"),
            ("category:\"\"", "category!", "category:"),
            (
                "after:1970 before:1990-01",
                "after!<1970> before!<1990-01>",
                "after:1970 before:1990-01",
            ),
            ("significance:>=4", "significance!<>=4>", "significance:>=4"),
            (
                "-has:excerpt is:disputed",
                "-has!<excerpt> is!<disputed>",
                "-has:excerpt is:disputed",
            ),
            ("source:a:b", "source!<a:b>", "source:a:b"),
            (
                "actr:japan,\"a b\"",
                "actr?<japan><a b>",
                "actr:japan,\"a b\"",
            ),
            ("x:\"//y\"", "x?<//y>", "x:\"//y\""),
            ("foo:\"\" foo:,", "foo: foo:", "foo: foo:"),
            (
                "Shock: 12:30 https://a.b/c 沖縄：返還 :x",
                "Shock: 12:30 https://a.b/c 沖縄：返還 :x",
                "Shock: 12:30 https://a.b/c 沖縄：返還 :x",
            ),
        ] {
            assert_eq!(outline(text), meaning, "{text}");
            assert_eq!(Query::parse(text).to_string(), written, "{text}");
            assert_eq!(outline(written), meaning, "{text}");
        }
    }

    #[test]
    fn places_in_the_text() {
        let text = "gold -actor：us,\"United Kingdom\" x";
        let query = Query::parse(text);
        let term = &query.terms()[1];
        assert_eq!(&text[term.range.clone()], "-actor：us,\"United Kingdom\"");
        assert_eq!(&text[term.name.clone()], "actor：");
        let What::Qualified(Qualifier::Actor, values) = &term.what else {
            panic!("an actor: {term:?}");
        };
        assert_eq!(&text[values[0].range.clone()], "us");
        assert_eq!(&text[values[1].range.clone()], "\"United Kingdom\"");
    }

    #[test]
    fn every_example_is_understood() {
        let timeline = super::fixture::timeline();
        for qualifier in Qualifier::ALL {
            let query = Query::parse(qualifier.example());
            assert_eq!(query.problems(&timeline), [], "{}", qualifier.example());
        }
    }

    /// Texts made of what the grammar cares about.
    fn texts() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "category", "actor", "actr", "has", "ｉｓ", "after", "trade", "us", "excerpt", "日本",
            "a", " ", "\u{3000}", ":", "：", ",", "、", "-", "－", "\"", "“", "”", "\\", "//",
            ">=4", "1970",
        ]);
        prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
    }

    fn check(text: &str) {
        let query = Query::parse(text);
        let written = query.to_string();
        let again = Query::parse(&written);
        assert_eq!(again, query, "{text:?} was written {written:?}");
        assert_eq!(again.to_string(), written, "{text:?}");
        let timeline = super::fixture::timeline();
        for problem in query.problems(&timeline) {
            assert!(
                text.get(problem.range.clone())
                    .is_some_and(|place| !place.is_empty()),
                "{problem:?}"
            );
        }
    }

    proptest! {
        #[test]
        fn any_text_survives(text in ".*") {
            check(&text);
        }

        #[test]
        fn any_grammar_survives(text in texts()) {
            check(&text);
        }
    }
}
