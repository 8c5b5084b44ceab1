//! How HTML is told in words: as they are, without the signs of Markdown that the library puts around them.

use html2text::render::TextDecorator;

/// What a piece of text is beside its words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) enum Tag {
    /// Words and nothing else.
    #[default]
    Plain,
    /// The words of a link, and where it leads.
    Link(String),
    /// The words for a picture.
    Picture,
}

/// Puts nothing around words but the marks of lists, which are words of a sort.
#[derive(Debug, Clone)]
pub(super) struct InWords;

fn nothing() -> (String, Tag) {
    (String::new(), Tag::Plain)
}

impl TextDecorator for InWords {
    type Annotation = Tag;

    fn decorate_link_start(&mut self, url: &str) -> (String, Tag) {
        (String::new(), Tag::Link(url.to_owned()))
    }

    fn decorate_link_end(&mut self) -> String {
        String::new()
    }

    fn decorate_em_start(&self) -> (String, Tag) {
        nothing()
    }

    fn decorate_em_end(&self) -> String {
        String::new()
    }

    fn decorate_strong_start(&self) -> (String, Tag) {
        nothing()
    }

    fn decorate_strong_end(&self) -> String {
        String::new()
    }

    fn decorate_strikeout_start(&self) -> (String, Tag) {
        nothing()
    }

    fn decorate_strikeout_end(&self) -> String {
        String::new()
    }

    fn decorate_code_start(&self) -> (String, Tag) {
        nothing()
    }

    fn decorate_code_end(&self) -> String {
        String::new()
    }

    fn decorate_preformat_first(&self) -> Tag {
        Tag::Plain
    }

    fn decorate_preformat_cont(&self) -> Tag {
        Tag::Plain
    }

    fn decorate_image(&mut self, _: &str, title: &str) -> (String, Tag) {
        (title.to_owned(), Tag::Picture)
    }

    fn header_prefix(&self, _: usize) -> String {
        String::new()
    }

    fn quote_prefix(&self) -> String {
        String::new()
    }

    fn unordered_item_prefix(&self) -> String {
        // The library counts its bytes as columns.
        "- ".to_owned()
    }

    fn ordered_item_prefix(&self, number: i64) -> String {
        format!("{number}. ")
    }

    fn make_subblock_decorator(&self) -> Self {
        Self
    }
}
