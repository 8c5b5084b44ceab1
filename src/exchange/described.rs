//! What a text in HTML and an address say of an event: words, and sources.

use crate::document::is_web;
use crate::messages::message;

use super::draft::DraftSource;
use super::losses::Losses;
use super::plain::plain;

/// The words of HTML as a browser shows them, and a source for each of its links. `of` is whose text it is.
pub(super) fn described(html: &str, of: &str, losses: &mut Losses) -> (String, Vec<DraftSource>) {
    // Line breaks in the text of a page are blanks; tags make its lines.
    let flowing = html.split_whitespace().collect::<Vec<_>>().join(" ");
    let told = plain(&flowing);
    if told.has_pictures {
        losses.add(message!("losses-picture-in-text"), of);
    }
    let links = told.links.iter();
    let sources = links.filter_map(|(words, address)| source(words, address, of, losses));
    (told.text.clone(), sources.collect())
}

/// A source for an address; `None`, and a loss, where it does not lead into the web.
pub(super) fn source(
    words: &str,
    address: &str,
    of: &str,
    losses: &mut Losses,
) -> Option<DraftSource> {
    let address = address.trim();
    if address.is_empty() || address.starts_with('#') {
        return None;
    }
    if !is_web(address) {
        losses.add(message!("losses-link-no-page"), of);
        return None;
    }
    Some(DraftSource {
        title: words.trim().to_owned(),
        url: Some(address.to_owned()),
        ..DraftSource::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_become_sources_if_they_lead_into_the_web() {
        let mut losses = Losses::default();
        let (words, sources) = described(
            "The\n   dollar <a href=\"https://example.org/a\">leaves gold</a>, \
             <a href=\"javascript:alert(1)\">again</a> <a href=\"/b\">and</a> <a href=\"#c\">so on</a>.",
            "A",
            &mut losses,
        );
        assert_eq!(words, "The dollar leaves gold, again and so on.");
        let titles: Vec<_> = sources.iter().map(|source| source.title.as_str()).collect();
        assert_eq!(titles, ["leaves gold"]);
        assert_eq!(
            losses.to_string(),
            "- a link that leads to no page of the web was left out: A; A\n"
        );
    }
}
