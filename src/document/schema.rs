//! Which entries a file has, which fields each of them has, and what sort of value stands in each.
//!
//! The one table of them: the readers take the names from here, edits and forms the sorts. Knows nothing of texts.

use crate::messages::{Message, message};

/// The lists at the top of a file, in the order in which they are usually written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum List {
    Categories,
    Actors,
    Eras,
    Sources,
    Events,
    Series,
    Stories,
}

/// What sort of value a field has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Sort {
    /// The name that others refer to.
    Id,
    /// A few words.
    Line,
    /// A few sentences.
    Prose,
    /// An EDTF date.
    When,
    /// `#RRGGBB`.
    Color,
    /// An address in the web.
    Address,
    /// A whole number from … to ….
    Whole(u32, u32),
    /// `true` or `false`; the value that counts when it is left out.
    Flag(bool),
    /// One of these names, without quotation marks.
    One(&'static [&'static str]),
    /// The id of an entry.
    Reference(List),
    /// Several ids.
    References(List),
    /// Several texts.
    Texts,
    /// Dates with their figures.
    Points,
    /// Entries of their own.
    Entries(&'static Group),
}

/// A field of an entry.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FieldDef {
    /// Its name in the file.
    pub name: &'static str,
    /// What stands in it.
    pub sort: Sort,
    /// Whether an entry cannot do without it.
    pub needed: bool,
}

/// The fields of one sort of entry, in the order in which they are usually written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Group {
    /// What such an entry is called in the code and on the command line, with its article.
    pub what: &'static str,
    /// What it is called where it shows, with its article.
    pub said: &'static Message,
    /// The same without its article.
    pub bare: &'static Message,
    /// Its fields.
    pub fields: &'static [FieldDef],
}

impl List {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Categories,
        Self::Actors,
        Self::Eras,
        Self::Sources,
        Self::Events,
        Self::Series,
        Self::Stories,
    ];

    /// Its name in the file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Categories => "categories",
            Self::Actors => "actors",
            Self::Eras => "eras",
            Self::Sources => "sources",
            Self::Events => "events",
            Self::Series => "series",
            Self::Stories => "stories",
        }
    }

    /// What stands in it.
    pub const fn group(self) -> &'static Group {
        match self {
            Self::Categories => &CATEGORY,
            Self::Actors => &ACTOR,
            Self::Eras => &ERA,
            Self::Sources => &SOURCE,
            Self::Events => &EVENT,
            Self::Series => &SERIES,
            Self::Stories => &STORY,
        }
    }
}

impl Group {
    /// The field of this name.
    pub fn field(&self, name: &str) -> Option<&'static FieldDef> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// What such an entry is called, without its article.
    pub fn noun(&self) -> &'static str {
        self.what
            .split_once(' ')
            .map_or(self.what, |(_, noun)| noun)
    }

    /// Which of the fields has this name.
    pub(crate) fn place(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.name == name)
    }

    /// The names of the fields.
    pub(crate) fn names(&self) -> Vec<&'static str> {
        self.fields.iter().map(|field| field.name).collect()
    }
}

const fn may(name: &'static str, sort: Sort) -> FieldDef {
    let needed = false;
    FieldDef { name, sort, needed }
}

const fn must(name: &'static str, sort: Sort) -> FieldDef {
    let needed = true;
    FieldDef { name, sort, needed }
}

/// The whole.
pub(crate) const TIMELINE: Group = Group {
    what: "a timeline",
    said: &message!("checks-a-timeline"),
    bare: &message!("checks-timeline"),
    fields: &[
        may("title", Sort::Line),
        may("title_ja", Sort::Line),
        may(List::Categories.name(), Sort::Entries(&CATEGORY)),
        may(List::Actors.name(), Sort::Entries(&ACTOR)),
        may(List::Eras.name(), Sort::Entries(&ERA)),
        may(List::Sources.name(), Sort::Entries(&SOURCE)),
        may(List::Events.name(), Sort::Entries(&EVENT)),
        may(List::Series.name(), Sort::Entries(&SERIES)),
        may(List::Stories.name(), Sort::Entries(&STORY)),
    ],
};

const SHAPES: &[&str] = &["Circle", "Diamond", "Square", "Triangle", "Hexagon", "Star"];
const SOURCE_KINDS: &[&str] = &[
    "Article", "Book", "Treaty", "Law", "Document", "Report", "News", "Speech", "Dataset", "Web",
];
const STANCES: &[&str] = &["Supports", "Disputes", "Context"];
const LINK_KINDS: &[&str] = &[
    "LedTo",
    "ResponseTo",
    "AmendedBy",
    "ReplacedBy",
    "PartOf",
    "Follows",
    "Recalls",
    "SeeAlso",
];

const SHOWS: &[&str] = &["Event", "Window", "Links", "Series", "Excerpt"];
/// A step takes ten hours at most.
pub(crate) const MOST_SECONDS: u32 = 36_000;

const CATEGORY: Group = Group {
    what: "a category",
    said: &message!("checks-a-category"),
    bare: &message!("checks-category"),
    fields: &[
        must("id", Sort::Id),
        may("name", Sort::Line),
        may("name_ja", Sort::Line),
        may("color", Sort::Color),
        may("shape", Sort::One(SHAPES)),
    ],
};

const ACTOR: Group = Group {
    what: "an actor",
    said: &message!("checks-an-actor"),
    bare: &message!("checks-actor"),
    fields: &[
        must("id", Sort::Id),
        may("name", Sort::Line),
        may("name_ja", Sort::Line),
    ],
};

const ERA: Group = Group {
    what: "an era",
    said: &message!("checks-an-era"),
    bare: &message!("checks-era"),
    fields: &[
        may("title", Sort::Line),
        may("title_ja", Sort::Line),
        must("when", Sort::When),
    ],
};

const SOURCE: Group = Group {
    what: "a source",
    said: &message!("checks-a-source"),
    bare: &message!("checks-source"),
    fields: &[
        must("id", Sort::Id),
        may("kind", Sort::One(SOURCE_KINDS)),
        may("author", Sort::Line),
        may("title", Sort::Line),
        may("date", Sort::Line),
        may("url", Sort::Address),
        may("text", Sort::Line),
        may("gists", Sort::Texts),
        may("checked", Sort::Flag(true)),
    ],
};

/// An event.
pub(crate) const EVENT: Group = Group {
    what: "an event",
    said: &message!("checks-an-event"),
    bare: &message!("checks-event"),
    fields: &[
        must("id", Sort::Id),
        must("when", Sort::When),
        must("title", Sort::Line),
        may("title_ja", Sort::Line),
        may("title_kana", Sort::Line),
        may("category", Sort::Reference(List::Categories)),
        may("actors", Sort::References(List::Actors)),
        may("significance", Sort::Whole(1, 5)),
        may("summary", Sort::Prose),
        may("excerpts", Sort::Entries(&EXCERPT)),
        may("sources", Sort::References(List::Sources)),
        may("links", Sort::Entries(&LINK)),
    ],
};

/// A quotation of an event.
pub(crate) const EXCERPT: Group = Group {
    what: "an excerpt",
    said: &message!("checks-an-excerpt"),
    bare: &message!("checks-excerpt"),
    fields: &[
        must("source", Sort::Reference(List::Sources)),
        may("paragraph", Sort::Whole(1, u32::MAX)),
        must("quote", Sort::Prose),
        may("stance", Sort::One(STANCES)),
    ],
};

/// A link of an event.
pub(crate) const LINK: Group = Group {
    what: "a link",
    said: &message!("checks-a-link"),
    bare: &message!("checks-link"),
    fields: &[
        must("to", Sort::Reference(List::Events)),
        may("kind", Sort::One(LINK_KINDS)),
    ],
};

const SERIES: Group = Group {
    what: "a series",
    said: &message!("checks-a-series"),
    bare: &message!("checks-series"),
    fields: &[
        must("id", Sort::Id),
        may("title", Sort::Line),
        may("title_ja", Sort::Line),
        may("unit", Sort::Line),
        may("unit_ja", Sort::Line),
        may("source", Sort::Line),
        may("points", Sort::Points),
    ],
};

const STORY: Group = Group {
    what: "a story",
    said: &message!("checks-a-story"),
    bare: &message!("checks-story"),
    fields: &[
        must("id", Sort::Id),
        may("title", Sort::Line),
        may("title_ja", Sort::Line),
        may("steps", Sort::Entries(&STEP)),
    ],
};

/// A step of a story.
pub(crate) const STEP: Group = Group {
    what: "a step",
    said: &message!("checks-a-step"),
    bare: &message!("checks-step"),
    fields: &[
        may("title", Sort::Line),
        may("title_ja", Sort::Line),
        may("event", Sort::Reference(List::Events)),
        may("events", Sort::References(List::Events)),
        may("show", Sort::One(SHOWS)),
        may("series", Sort::Reference(List::Series)),
        may("excerpt", Sort::Whole(1, u32::MAX)),
        may("window", Sort::When),
        may("filter", Sort::Line),
        may("note", Sort::Prose),
        may("seconds", Sort::Whole(1, MOST_SECONDS)),
    ],
};

#[cfg(test)]
mod tests {
    use super::super::{LinkKind, Shape, Shows, SourceKind, Stance};
    use super::*;

    /// The names that `ron` knows of a type.
    fn known<T: serde::de::DeserializeOwned>() -> Vec<&'static str> {
        match ron::from_str::<T>("Nonsense").map(|_| ()).unwrap_err().code {
            ron::Error::NoSuchEnumVariant { expected, .. } => expected.to_vec(),
            other => panic!("{other}"),
        }
    }

    #[test]
    fn the_names_that_a_field_may_have_are_those_of_its_type() {
        assert_eq!(known::<Shape>(), SHAPES);
        assert_eq!(known::<SourceKind>(), SOURCE_KINDS);
        assert_eq!(known::<Stance>(), STANCES);
        assert_eq!(known::<LinkKind>(), LINK_KINDS);
        assert_eq!(known::<Shows>(), SHOWS);
    }
}
