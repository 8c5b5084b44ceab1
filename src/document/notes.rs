//! A teacher's note, from Markdown to what can be shown: blocks one below the other, each of runs of one look.
//!
//! CommonMark with a few departures, since a note is written for oneself and in haste: a line that ends in the file
//! ends on the screen; the items of a list keep the numbers that they are given, which may be years; HTML is text like
//! any other; only web pages are links; an image is its description.
//! Knows no toolkit, so that window and export say the same. The work is bounded whatever the file holds: a note
//! that is longer than anybody reads aloud is cut, and says so with "…".

use std::sync::Arc;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Parser, Tag, TagEnd};

use super::is_web;

/// Bytes of a note that are read: some pages, and a fraction of a millisecond.
const BYTES_MOST: usize = 10_000;
/// Blocks of a note that are shown.
const BLOCKS_MOST: usize = 400;
/// Lists within lists, and quotations within quotations, that are told apart.
const NESTED_MOST: usize = 5;
/// What stands where something was cut.
const CUT: &str = "…";

/// A paragraph, a heading, an item of a list: what stands below one another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: Kind,
    /// In how many lists it stands; an item stands in at least one, and so do further paragraphs of it.
    pub depth: usize,
    /// In how many quotations.
    pub quoted: usize,
    /// Its words; line breaks are `\n`.
    pub runs: Vec<Run>,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A heading, 1 (the greatest) to 6.
    Heading(u8),
    /// Words.
    Paragraph,
    /// The beginning of an item, with its number in a numbered list.
    Item(Option<u64>),
    /// Words whose spaces and lines count.
    Code,
    /// A line across; it has no words.
    Rule,
}

/// Words of one look.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Whether they are strong.
    pub bold: bool,
    /// Whether they are stressed.
    pub italic: bool,
    /// Whether they are written as for a machine.
    pub code: bool,
    /// The web page that they lead to.
    pub link: Option<Arc<str>>,
}

/// What a note in Markdown says.
pub fn blocks(text: &str) -> Vec<Block> {
    let (text, is_cut) = within(text);
    let mut reading = Reading::default();
    let mut rest = false;
    for (event, place) in Parser::new(text).into_offset_iter() {
        if reading.blocks.len() >= BLOCKS_MOST {
            rest = true;
            break;
        }
        match event {
            Event::Start(Tag::Item) => reading.begin_item(text.get(place).unwrap_or_default()),
            event => reading.take(event),
        }
    }
    reading.end_block();
    if is_cut || rest {
        reading.blocks.truncate(BLOCKS_MOST);
        reading.cut();
    }
    reading.blocks
}

/// As much of a text as is read, up to the end of a word where there is one near, and whether that leaves something out.
fn within(text: &str) -> (&str, bool) {
    /// How far back one looks for the end of a word; where none are written with spaces, any letter may be the last.
    const NEAR: usize = 100;
    if text.len() <= BYTES_MOST {
        return (text, false);
    }
    let end = text.floor_char_boundary(BYTES_MOST);
    let head = text.get(..end).unwrap_or_default();
    let word = head.rfind(char::is_whitespace);
    let word = word.filter(|&at| at.saturating_add(NEAR) > end);
    (head.get(..word.unwrap_or(end)).unwrap_or_default(), true)
}

/// A note as far as it has been read.
#[derive(Default)]
struct Reading {
    blocks: Vec<Block>,
    /// What the words belong to that are read now.
    kind: Option<Kind>,
    runs: Vec<Run>,
    /// The lists around; those that are numbered with how far they have come.
    lists: Vec<Option<Numbers>>,
    /// An item that has begun and has no words yet.
    item: Option<Kind>,
    quoted: usize,
    bold: usize,
    italic: usize,
    /// The innermost link; one that leads to no web page is none.
    links: Vec<Option<Arc<str>>>,
}

impl Reading {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.say(&text, false);
            }
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.say(&text, true);
            }
            Event::SoftBreak | Event::HardBreak => self.say("\n", false),
            Event::Rule => {
                self.end_block();
                self.put(Kind::Rule, Vec::new());
            }
            // Extensions that are not asked for.
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Emphasis => self.italic += 1,
            Tag::Strong => self.bold += 1,
            Tag::Link { dest_url, .. } => self.links.push(page(&dest_url)),
            // Its description stands within it as text.
            Tag::Image { .. } => {}
            Tag::Heading { level, .. } => self.begin(Kind::Heading(number(level))),
            Tag::CodeBlock(_) => self.begin(Kind::Code),
            Tag::BlockQuote(_) => {
                self.end_block();
                self.quoted += 1;
            }
            Tag::List(first) => {
                self.end_block();
                self.lists.push(first.map(|next| Numbers {
                    written: None,
                    next,
                }));
            }
            _ => self.begin(Kind::Paragraph),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis => self.italic = self.italic.saturating_sub(1),
            TagEnd::Strong => self.bold = self.bold.saturating_sub(1),
            TagEnd::Link => drop(self.links.pop()),
            TagEnd::Image => {}
            TagEnd::BlockQuote(_) => {
                self.end_block();
                self.quoted = self.quoted.saturating_sub(1);
            }
            TagEnd::List(_) => {
                self.end_block();
                self.lists.pop();
            }
            _ => self.end_block(),
        }
    }

    fn begin(&mut self, kind: Kind) {
        // The first paragraph of an item stands beside its mark.
        let is_first = self.item.is_some() && kind == Kind::Paragraph && self.runs.is_empty();
        if !is_first {
            self.end_block();
        }
        self.kind = Some(kind);
    }

    /// An item begins, written so.
    fn begin_item(&mut self, written: &str) {
        self.end_block();
        let list = self.lists.last_mut().and_then(Option::as_mut);
        let number = list.map(|list| list.number(leading_number(written)));
        self.item = Some(Kind::Item(number));
    }

    /// Puts down what has been read of a block, if anything.
    fn end_block(&mut self) {
        let kind = self.kind.take().unwrap_or(Kind::Paragraph);
        let mut runs = std::mem::take(&mut self.runs);
        if matches!(kind, Kind::Code | Kind::Paragraph) {
            without_last_break(&mut runs);
        }
        let item = self.item.take();
        match (item, kind) {
            (Some(item), Kind::Paragraph) => self.put(item, runs),
            (item, kind) => {
                // A heading or code that an item begins with stands below the item's mark.
                if let Some(item) = item {
                    self.put(item, Vec::new());
                }
                if !runs.is_empty() {
                    self.put(kind, runs);
                }
            }
        }
    }

    fn put(&mut self, kind: Kind, runs: Vec<Run>) {
        self.blocks.push(Block {
            kind,
            depth: self.lists.len().min(NESTED_MOST),
            quoted: self.quoted.min(NESTED_MOST),
            runs,
        });
    }

    fn say(&mut self, text: &str, code: bool) {
        let run = Run {
            text: text.to_owned(),
            bold: self.bold > 0,
            italic: self.italic > 0,
            code: code || self.kind == Some(Kind::Code),
            link: self.links.last().cloned().flatten(),
        };
        match self.runs.last_mut() {
            Some(last) if last.looks_like(&run) => last.text.push_str(text),
            _ => self.runs.push(run),
        }
    }

    /// Says that there was more.
    fn cut(&mut self) {
        let text = CUT.to_owned();
        match self.blocks.last_mut() {
            Some(last) if last.kind != Kind::Rule => last.runs.push(Run {
                text,
                ..Run::default()
            }),
            _ => {
                self.say(CUT, false);
                self.end_block();
            }
        }
    }
}

/// How far a numbered list has come.
struct Numbers {
    /// The last number as it is written.
    written: Option<u64>,
    next: u64,
}

impl Numbers {
    /// The number of an item: the one that it is given, unless all are given the same so that they need not be counted.
    fn number(&mut self, written: Option<u64>) -> u64 {
        let own = written.filter(|_| written != self.written);
        let number = own.unwrap_or(self.next);
        self.written = written;
        self.next = number.saturating_add(1);
        number
    }
}

impl Run {
    fn looks_like(&self, other: &Self) -> bool {
        self.bold == other.bold
            && self.italic == other.italic
            && self.code == other.code
            && self.link == other.link
    }
}

/// The number that a text begins with.
fn leading_number(text: &str) -> Option<u64> {
    let text = text.trim_start();
    let end = text.find(|letter: char| !letter.is_ascii_digit())?;
    text.get(..end)?.parse().ok()
}

/// Only web pages may be led to from a file that somebody else may have written.
fn page(address: &CowStr<'_>) -> Option<Arc<str>> {
    is_web(address).then(|| Arc::from(&**address))
}

fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

/// Code and HTML bring the end of their last line along.
fn without_last_break(runs: &mut Vec<Run>) {
    if let Some(last) = runs.last_mut() {
        last.text.truncate(last.text.trim_end_matches('\n').len());
        if last.text.is_empty() {
            runs.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;
    use std::time::{Duration, Instant};

    use proptest::prelude::*;

    use super::*;

    /// Blocks in a line each: what they are, then their runs with their looks.
    fn told(text: &str) -> String {
        let mut told = String::new();
        for block in blocks(text) {
            let quotes = "| ".repeat(block.quoted);
            let (depth, kind) = (block.depth, block.kind);
            let _ = write!(told, "{quotes}{depth} {kind:?}:");
            for run in &block.runs {
                let looks = [(run.bold, 'b'), (run.italic, 'i'), (run.code, 'c')];
                let looks = looks.iter().filter(|(is, _)| *is);
                let looks: String = looks.map(|(_, look)| *look).collect();
                let _ = write!(told, " {looks}{:?}", run.text);
                if let Some(link) = &run.link {
                    let _ = write!(told, " -> {link}");
                }
            }
            told.push('\n');
        }
        told
    }

    fn words(text: &str) -> String {
        let blocks = blocks(text);
        let runs = blocks.iter().flat_map(|block| &block.runs);
        runs.map(|run| run.text.as_str()).collect()
    }

    #[test]
    fn paragraphs_and_lines() {
        insta::assert_snapshot!(told("Ask first: why?\nCompare with 1971.\n\n\nPoint at the yen."), @r#"
        0 Paragraph: "Ask first: why?\nCompare with 1971."
        0 Paragraph: "Point at the yen."
        "#);
    }

    #[test]
    fn looks() {
        insta::assert_snapshot!(told("a **b** *c* ***d*** `e*f*` _g **h**_ 2*3*4 snake_case_name"), @r#"0 Paragraph: "a " b"b" " " i"c" " " bi"d" " " c"e*f*" " " i"g " bi"h" " 2" i"3" "4 snake_case_name""#);
    }

    #[test]
    fn headings() {
        insta::assert_snapshot!(told("# One\n## Two *x*\n###### Six\n#1 is none\n\nOver\n==="), @r##"
        0 Heading(1): "One"
        0 Heading(2): "Two " i"x"
        0 Heading(6): "Six"
        0 Paragraph: "#1 is none"
        0 Heading(1): "Over"
        "##);
    }

    #[test]
    fn lists() {
        insta::assert_snapshot!(told("- a\n- b\n  more\n  1. c\n  1. d\n\n     second of d\n- e\n\nafter\n\n1945. Surrender\n1947. Constitution\n1940. A pact"), @r#"
        1 Item(None): "a"
        1 Item(None): "b\nmore"
        2 Item(Some(1)): "c"
        2 Item(Some(2)): "d"
        2 Paragraph: "second of d"
        1 Item(None): "e"
        0 Paragraph: "after"
        1 Item(Some(1945)): "Surrender"
        1 Item(Some(1947)): "Constitution"
        1 Item(Some(1940)): "A pact"
        "#);
    }

    #[test]
    fn quotations_and_code() {
        insta::assert_snapshot!(told("> said\n> so\n>\n> - in it\n> > deeper\n\n```ron\n(a: 1,\n   b)\n```\n---\n- \n  ```\n  x\n  ```\n- # h"), @r#"
        | 0 Paragraph: "said\nso"
        | 1 Item(None): "in it"
        | | 0 Paragraph: "deeper"
        0 Code: c"(a: 1,\n   b)"
        0 Rule:
        1 Item(None):
        1 Code: c"x"
        1 Item(None):
        1 Heading(1): "h"
        "#);
    }

    #[test]
    fn only_web_pages_are_links() {
        insta::assert_snapshot!(told("[a](https://a.example/?q=1&r=2 \"t\") <http://b.example> [c](javascript:alert(1)) [d](file:///etc) <me@mail.example> [e][1] [f **g**](https://h.example)\n\n[1]: https://e.example"), @r#"0 Paragraph: "a" -> https://a.example/?q=1&r=2 " " "http://b.example" -> http://b.example " c d me@mail.example " "e" -> https://e.example " " "f " -> https://h.example b"g" -> https://h.example"#);
    }

    #[test]
    fn html_is_text_and_an_image_is_its_description() {
        insta::assert_snapshot!(told("a <b>x</b> ![the *map*](https://x.example/m.png) &amp; &lt;\n\n<script>\nalert(1)\n</script>\n\n<!-- no comment -->"), @r#"
        0 Paragraph: "a <b>x</b> the " i"map" " & <"
        0 Paragraph: "<script>\nalert(1)\n</script>"
        0 Paragraph: "<!-- no comment -->"
        "#);
    }

    #[test]
    fn japanese() {
        insta::assert_snapshot!(told("なぜ**同盟国**が安堵するのか。\n- 円\n1. 一"), @r#"
        0 Paragraph: "なぜ" b"同盟国" "が安堵するのか。"
        1 Item(None): "円"
        1 Item(Some(1)): "一"
        "#);
    }

    #[test]
    fn nothing_is_a_note_too() {
        assert_eq!(blocks(""), []);
        assert_eq!(blocks(" \n\n\t"), []);
    }

    #[test]
    fn a_long_note_is_cut_at_a_word() {
        let all = words(&"word ".repeat(5_000));
        assert!(
            all.len() < BYTES_MOST + 10 && all.ends_with("word…"),
            "{}",
            all.len()
        );
        let all = words(&"字".repeat(5_000));
        assert!(
            all.len() < BYTES_MOST + 10 && all.ends_with("字…"),
            "{}",
            all.len()
        );
        assert_eq!(blocks(&"a\n\n".repeat(5_000)).len(), BLOCKS_MOST);
        assert!(words(&"a\n\n".repeat(2_000)).ends_with('…'));
        assert!(!words(&"word ".repeat(1_000)).ends_with('…'));
    }

    #[test]
    fn no_note_takes_long() {
        let parts = [
            "> ", "* ", "- ", "1. ", "[", "![", "](", "**a ", "*a_", "`", "<", "<!--", "&", "\\",
            "> - ", "[a]: b\n", "# ", "```\n", "  ", "\t", "a\n\n",
        ];
        for part in parts {
            let text = part.repeat(1_000_000 / part.len());
            let begun = Instant::now();
            let blocks = blocks(&text);
            assert!(begun.elapsed() < Duration::from_millis(500), "{part:?}");
            assert!(blocks.len() <= BLOCKS_MOST + 1);
            assert!(
                blocks
                    .iter()
                    .all(|block| block.depth <= NESTED_MOST && block.quoted <= NESTED_MOST)
            );
        }
    }

    proptest! {
        #[test]
        fn nothing_panics(text in "(\\PC|[-*_>#`\\[\\]()!<&:0-9. \n\t]){0,200}") {
            for block in blocks(&text) {
                prop_assert!(block.kind == Kind::Rule || block.runs.iter().all(|run| !run.text.is_empty()));
            }
        }

        #[test]
        fn all_letters_of_plain_text_survive(text in "([\\p{L}\\p{N}\\p{Lo},.;?!“”’–—() \n]){0,300}") {
            let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
            prop_assert_eq!(letters(&words(&text)), letters(&text));
        }
    }
}
