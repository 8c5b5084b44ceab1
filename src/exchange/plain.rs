//! Text as it came: whatever its bytes mean, and whatever HTML stands in it.

use std::collections::BTreeMap;

use encoding_rs::Encoding;

use super::words::{InWords, Tag};

/// The text of a file in the encoding that its first bytes name, in UTF-8, or in the one that it most looks like.
pub(super) fn decoded(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        return encoding.decode_without_bom_handling(rest).0.into_owned();
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    let looked_at = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    detector.feed(looked_at, true);
    let encoding = detector.guess(None, chardetng::Utf8Detection::Deny);
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

/// Bytes by which an encoding is guessed, at most.
const LOOKED_AT: usize = 1 << 20;

/// What HTML says: its words in lines, and where its links and pictures lead.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Plain {
    /// The words, without tags and entities; paragraphs are parted by an empty line.
    pub(super) text: String,
    /// The words and the address of every link, in order; the address as it stands there.
    pub(super) links: Vec<(String, String)>,
    /// Whether it had pictures, which have no place in words.
    pub(super) has_pictures: bool,
}

/// Bytes of one text that are read as HTML; a longer one is taken as it is.
const HTML_MOST: usize = 1 << 20;
/// Elements open at once, at most: a browser's rules have each new one look at all that are open.
const NESTED_MOST: usize = 256;
/// Elements that have no end, or that the next one of their kind ends.
const ENDLESS: [&str; 21] = [
    "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta",
    "option", "p", "source", "td", "th", "tr", "track", "wbr",
];
/// Columns of the page on which it is laid out: no line of a paragraph is as long.
const COLUMNS: usize = 100_000;

/// The words of a text that may be HTML. A text without tags and entities stays as it is, its blanks at both ends aside.
pub(super) fn plain(html: &str) -> Plain {
    let verbatim = || Plain {
        text: html.trim().to_owned(),
        ..Plain::default()
    };
    if html.len() > HTML_MOST || !looks_like_html(html) || nests_deeply(html) {
        return verbatim();
    }
    let page = html2text::config::with_decorator(InWords)
        .no_table_borders()
        .allow_width_overflow();
    let Ok(lines) = page.lines_from_read(html.as_bytes(), COLUMNS) else {
        return verbatim();
    };
    let mut plain = Plain {
        // One without words for those who cannot see it leaves no trace below.
        has_pictures: html.contains("<img"),
        ..Plain::default()
    };
    for line in &lines {
        let mut words = String::new();
        for piece in line.tagged_strings() {
            words.push_str(&piece.s);
            plain.note(&piece.s, &piece.tag);
        }
        let is_rule = !words.is_empty() && words.chars().all(|letter| letter == '─');
        if !is_rule {
            plain.text.push_str(words.trim_end());
        }
        plain.text.push('\n');
    }
    plain.text = plain.text.trim().to_owned();
    plain
}

impl Plain {
    /// Puts down a link or a picture; a link whose words differ in weight comes in pieces.
    fn note(&mut self, piece: &str, tags: &[Tag]) {
        for tag in tags {
            match tag {
                Tag::Picture => self.has_pictures = true,
                Tag::Link(address) => match self.links.last_mut() {
                    Some((words, last)) if *last == *address => words.push_str(piece),
                    _ => self.links.push((piece.to_owned(), address.clone())),
                },
                Tag::Plain => {}
            }
        }
    }
}

/// Whether more elements are open at once than anybody writes. One that is ended where it is not open ends none.
fn nests_deeply(html: &str) -> bool {
    let mut open: BTreeMap<String, usize> = BTreeMap::new();
    let mut depth = 0_usize;
    for tag in html.split('<').skip(1) {
        let (ends, tag) = match tag.strip_prefix('/') {
            Some(tag) => (true, tag),
            None => (false, tag),
        };
        let is_name = |letter: &char| letter.is_ascii_alphanumeric();
        let name: String = tag.chars().take_while(is_name).collect();
        let name = name.to_ascii_lowercase();
        if name.is_empty() || ENDLESS.contains(&&*name) {
            continue;
        }
        let count = open.entry(name).or_default();
        if !ends {
            *count = count.saturating_add(1);
            depth = depth.saturating_add(1);
        } else if *count > 0 {
            *count = count.saturating_sub(1);
            depth = depth.saturating_sub(1);
        }
        if depth > NESTED_MOST {
            return true;
        }
    }
    false
}

/// Whether a text has tags or entities: a bare "<" or "&" of plain text is none.
fn looks_like_html(text: &str) -> bool {
    let begins = |mark: char, next: fn(char) -> bool| {
        text.match_indices(mark).any(|(at, _)| {
            let rest = text.get(at.saturating_add(1)..).unwrap_or_default();
            rest.chars().next().is_some_and(next)
        })
    };
    let is_tag = |letter: char| letter.is_ascii_alphabetic() || matches!(letter, '/' | '!');
    let is_entity = |letter: char| letter.is_ascii_alphabetic() || letter == '#';
    (begins('<', is_tag) && text.contains('>')) || (begins('&', is_entity) && text.contains(';'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_entities_become_words() {
        let read = plain(
            "<p>The <b>dollar</b> leaves&nbsp;gold &amp; floats.</p><script>alert(1)</script><p>See <a \
            href=\"https://example.org/a?b=1&amp;c=2\">the <i>record</i></a>.<br>End</p><hr><img src=x onerror=y>",
        );
        assert_eq!(
            read.text,
            "The dollar leaves\u{a0}gold & floats.\n\nSee the record.\nEnd"
        );
        let link = (
            "the record".to_owned(),
            "https://example.org/a?b=1&c=2".to_owned(),
        );
        assert_eq!(read.links, [link]);
    }

    #[test]
    fn headings_and_quotations_are_words_and_lists_have_marks() {
        let read = plain("<h3>Aims</h3><blockquote>So be it.</blockquote><ul><li>one<li>two</ul>");
        assert_eq!(read.text, "Aims\n\nSo be it.\n- one\n- two");
    }

    #[test]
    fn plain_text_stays_as_it_is() {
        for text in ["a < b & c > d", "AT&T", "1 <2", "日米\n安保"] {
            assert_eq!(plain(text).text, text);
        }
    }

    #[test]
    fn hostile_html_takes_neither_long_nor_the_stack() {
        let started = std::time::Instant::now();
        for piece in [
            "<div>",
            "<table><tr><td>",
            "<b>",
            "<ul><li>",
            "&lt;",
            "<a href=x>",
            "<div></x>",
            "<p><button></p>",
            "<div><table><tr><td></div>",
            "<b><div></b>",
            "<p>x",
            "<br>",
            "<li>x",
            "</p>",
            "<b>x</b>",
            "<table></table>",
            "<td>",
        ] {
            let hostile = piece.repeat(HTML_MOST / piece.len());
            assert!(plain(&hostile).text.len() <= HTML_MOST);
        }
        assert!(started.elapsed().as_secs() < 120, "{:?}", started.elapsed());
    }

    #[test]
    fn bytes_are_read_in_the_encoding_they_are_in() {
        let words = "Tōkyō, 日米安全保障条約、経済摩擦の時代";
        assert_eq!(decoded(words.as_bytes()), words);
        let with_mark = [&[0xEF, 0xBB, 0xBF], words.as_bytes()].concat();
        assert_eq!(decoded(&with_mark), words);
        let wide: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decoded(&[&[0xFF, 0xFE][..], &wide].concat()), words);
        let japanese = "日米安全保障条約、経済摩擦の時代";
        let (bytes, ..) = encoding_rs::SHIFT_JIS.encode(japanese);
        assert_eq!(decoded(&bytes), japanese);
        let (bytes, ..) = encoding_rs::EUC_JP.encode(japanese);
        assert_eq!(decoded(&bytes), japanese);
        let (bytes, ..) = encoding_rs::WINDOWS_1252.encode("L’Hôtel à Genève, déjà vu");
        assert_eq!(decoded(&bytes), "L’Hôtel à Genève, déjà vu");
    }
}
