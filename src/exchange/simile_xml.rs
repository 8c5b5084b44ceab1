//! SIMILE Timeline as XML.
//!
//! The format: <http://simile-widgets.org/wiki/Timeline_EventSources>, and `loadXML` in `api/scripts/sources.js` of version
//! 2.3 (<https://github.com/simile-widgets/timeline>). A `<data>` with an `<event>` for each event; its fields are
//! attributes, its description the text within, in escaped HTML.
//!
//! **A moment or a stretch.** The source says: "instant event: default is true. Or use values from isDuration or
//! durationEvent". So an event with an end is one moment within that time, unless `isDuration` or `durationEvent` is there
//! and neither is "false". In JSON both the default and `isDuration` are the other way round, see [`super::simile`], which
//! says all the rest.

use roxmltree::Node;

use super::draft::Draft;
use super::losses::Losses;
use super::simile::{Classes, Fields, event, lose_wiki};
use super::{Format, ImportError, xml};
use crate::messages::message;

/// Reads a timeline.
pub(super) fn read(text: &str, losses: &mut Losses) -> Result<Draft, ImportError> {
    let what = Format::SimileXml.name();
    let tree = xml::parsed(text, what)?;
    let root = tree.root_element();
    let mut events = xml::children(root, "event").peekable();
    if root.tag_name().name() != "data" && events.peek().is_none() {
        let found = root.tag_name().name();
        let message = message!("formats-simile-xml", what = what, found = found);
        return Err(ImportError::new(message));
    }
    lose_wiki(root.attribute("wiki-url").is_some(), losses);
    let mut draft = Draft::default();
    let mut classes = Classes::default();
    for node in events {
        draft.events.push(event(&InXml(node), losses));
        classes.note(&InXml(node), losses);
    }
    let others = root.children().filter(Node::is_element);
    for other in others.filter(|other| other.tag_name().name() != "event") {
        let name = other.tag_name().name();
        losses.add(
            message!("losses-element", element = "event"),
            format!("<{name}>"),
        );
    }
    draft.categories = classes.categories();
    Ok(draft)
}

/// An event in XML.
struct InXml<'a, 'b>(Node<'a, 'b>);

impl Fields for InXml<'_, '_> {
    fn get(&self, name: &str) -> Option<String> {
        let attribute = self.0.attribute(name).map(str::to_owned);
        let words = match name {
            "description" => Some(xml::words(self.0)),
            _ => None,
        };
        let filled = |text: &String| !text.trim().is_empty();
        words.filter(filled).or_else(|| attribute.filter(filled))
    }

    fn is_moment(&self, _: &str, _: &mut Losses) -> bool {
        let said = ["isDuration", "durationEvent"].map(|name| self.0.attribute(name));
        said == [None, None] || said.contains(&Some("false"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_in(text: &str) -> (Draft, Losses) {
        let mut losses = Losses::default();
        let draft = read(text, &mut losses).expect("a timeline");
        (draft, losses)
    }

    fn event(attributes: &str) -> (String, String) {
        let text = format!("<data><event title='A' {attributes}/></data>");
        let (draft, losses) = read_in(&text);
        (draft.events[0].when.clone(), losses.to_string())
    }

    #[test]
    fn a_file_is_read_whole() {
        let (draft, losses) = read_in(include_str!("../../tests/exchange/fixtures/simile.xml"));
        let told: Vec<_> = draft
            .events
            .iter()
            .map(|event| (event.title.as_str(), event.when.as_str()))
            .collect();
        assert_eq!(
            told,
            [
                ("'Black ships' off Uraga", "1853-07-08"),
                ("Occupation of Japan", "1945-09-02/1952-04-28"),
                ("Attack on Pearl Harbor", "1941-12-07T07:48:00-10:30"),
                ("Yen let go", "[1971..1973]"),
                ("The calendar of Caesar", "-0044"),
                ("", ""),
            ]
        );
        let ships = &draft.events[0];
        assert_eq!(
            ships.summary,
            "Four ships of Perry anchor off Uraga. ref. a diary"
        );
        let titles: Vec<_> = ships
            .sources
            .iter()
            .map(|source| {
                (
                    source.title.as_str(),
                    source.url.as_deref().unwrap_or_default(),
                )
            })
            .collect();
        assert_eq!(
            titles,
            [
                ("Perry", "https://example.org/perry"),
                ("", "https://example.org/ships")
            ]
        );
        assert_eq!(draft.events[1].category.as_deref(), Some("politics"));
        assert_eq!(draft.categories[0].color.as_deref(), Some("#AA3311"));
        assert_eq!(
            losses.to_string(),
            "- the wiki that every title links to has no place here\n\
             - a picture (`image`) has no place here: 'Black ships' off Uraga\n\
             - an icon (`icon`) has no place here: 'Black ships' off Uraga\n\
             - the colour of a single event has no place here: Attack on Pearl Harbor\n\
             - a link that leads to no page of the web was left out: Yen let go\n\
             - a date (`start`) could not be read:  (soon)\n\
             - an element that is no <event> was left out: <note>\n"
        );
    }

    #[test]
    fn with_an_end_it_is_a_moment_unless_said_otherwise() {
        let ends = "start='1945' end='1952'";
        for (more, when) in [
            ("", "[1945..1952]"),
            ("isDuration='false'", "[1945..1952]"),
            ("durationEvent='false'", "[1945..1952]"),
            ("isDuration='true' durationEvent='false'", "[1945..1952]"),
            ("isDuration='true'", "1945/1952"),
            ("durationEvent='true'", "1945/1952"),
        ] {
            let told = event(&format!("{ends} {more}"));
            assert_eq!(told, (when.to_owned(), String::new()), "{more}");
        }
    }

    #[test]
    fn uncertain_ends_are_kept_as_far_as_they_can_be() {
        let (when, losses) = event(
            "isDuration='true' start='1868-01-01' latestStart='1868-12-31' \
             earliestEnd='1912-06-30' end='1912-07-30'",
        );
        assert_eq!(when, "1868/1912-07-30~");
        assert!(losses.contains("only that they are: A"), "{losses}");
        let (when, losses) = event("start='1543-08' latestStart='1543-10'");
        assert_eq!((&*when, &*losses), ("[1543-08..1543-10]", ""));
        let (when, losses) = event("start='Nov 22 1963 12:15:00' end='Nov 22 1963 12:20:00'");
        assert_eq!(when, "1963-11-22T12:15:00");
        assert!(losses.contains("the hour at which it ends"), "{losses}");
        let (when, losses) = event("isDuration='true' start='1952' end='1945'");
        assert_eq!(when, "1952");
        assert!(losses.contains("before the start"), "{losses}");
    }

    #[test]
    fn what_is_no_timeline_is_said() {
        for (text, word) in [
            ("<html><body/></html>", "<html>"),
            ("<data><event title='A'", "too early"),
            ("{}", "SIMILE"),
        ] {
            let error = read(text, &mut Losses::default()).expect_err(text);
            assert!(error.to_string().contains(word), "{error}");
        }
    }
}
