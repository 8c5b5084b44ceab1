//! The text of an article beside the timeline.

use std::sync::LazyLock;

use regex::Regex;

/// What stands between two paragraphs: one blank line or more, however the lines end.
static BLANK_LINES: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\n\s*\n").ok());

/// The paragraphs of an article's text, its title left out: an excerpt's paragraph 1 is the first of them.
pub fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    let parts = BLANK_LINES.iter().flat_map(move |blank| blank.split(text));
    parts.map(str::trim).filter(|part| !part.is_empty()).skip(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_of_any_sort_part_paragraphs() {
        for text in [
            "Title\n\nOne\nstill one\n\nTwo\n",
            "Title\r\n\r\nOne\nstill one\r\n \t\r\n\r\nTwo",
            "\n\nTitle\n\n\n\nOne\nstill one\n \nTwo\n\n",
        ] {
            let found: Vec<_> = paragraphs(text).collect();
            assert_eq!(found, ["One\nstill one", "Two"], "{text:?}");
        }
        assert_eq!(paragraphs("").count(), 0);
        assert_eq!(paragraphs("A title alone").count(), 0);
    }
}
