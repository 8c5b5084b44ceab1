//! What somebody has typed for a field: the value that it means, or why it means none.

use super::super::checks::is_web;
use super::super::model::Timeline;
use super::super::read::is_color;
use super::super::schema::{List, Sort};
use super::super::suggest::nearest;
use super::Value;
use crate::messages::{Lang, Message, message};
use crate::time::When;

/// Why what is typed cannot stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// What was expected and what was found.
    pub message: Message,
    /// What may have been meant.
    pub hint: Option<Message>,
}

impl Complaint {
    fn new(message: Message) -> Self {
        let hint = None;
        Self { message, hint }
    }

    fn hint(self, hint: Option<Message>) -> Self {
        Self { hint, ..self }
    }
}

/// In English, for the command line.
impl std::fmt::Display for Complaint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = self.message.text(Lang::En);
        match &self.hint {
            Some(hint) => write!(f, "{message}; {}", hint.text(Lang::En)),
            None => f.write_str(&message),
        }
    }
}

impl Sort {
    /// The value that typed words mean in a field of this sort. Several ids or texts are parted by commas; entries and
    /// points are not typed.
    ///
    /// # Errors
    /// Says what was expected, and what may have been meant.
    pub fn typed(self, words: &str, timeline: &Timeline) -> Result<Value, Complaint> {
        let text = || Value::Text(words.to_owned());
        let trimmed = words.trim();
        match self {
            Self::Line | Self::Prose => Ok(text()),
            Self::Id if trimmed.is_empty() => Err(Complaint::new(message!("editing-expected-id"))),
            Self::Id => Ok(Value::Text(trimmed.to_owned())),
            Self::When => match trimmed.parse::<When>() {
                Ok(_) => Ok(Value::Text(trimmed.to_owned())),
                Err(error) => Err(Complaint::new(error.message).hint(error.hint)),
            },
            Self::Color => color(trimmed),
            Self::Address => address(trimmed),
            Self::Whole(least, most) => whole(trimmed, least, most),
            Self::Flag(_) => one_of(trimmed, &["true", "false"]),
            Self::One(names) => one_of(trimmed, names),
            Self::Reference(list) => reference(trimmed, list, timeline),
            Self::References(list) => {
                let ids = trimmed
                    .split(',')
                    .map(str::trim)
                    .filter(|id| !id.is_empty());
                let values = ids.map(|id| reference(id, list, timeline));
                Ok(Value::List(values.collect::<Result<_, _>>()?))
            }
            Self::Texts => {
                let texts = words
                    .split(',')
                    .map(str::trim)
                    .filter(|text| !text.is_empty());
                Ok(Value::List(texts.map(Value::from).collect()))
            }
            Self::Points | Self::Entries(_) => {
                Err(Complaint::new(message!("editing-expected-part")))
            }
        }
    }
}

fn color(words: &str) -> Result<Value, Complaint> {
    if is_color(words) {
        return Ok(words.into());
    }
    Err(Complaint::new(message!("editing-expected-colour")))
}

fn address(words: &str) -> Result<Value, Complaint> {
    if is_web(words) {
        return Ok(words.into());
    }
    Err(Complaint::new(message!("editing-expected-address")))
}

fn whole(words: &str, least: u32, most: u32) -> Result<Value, Complaint> {
    match words.parse::<u32>() {
        Ok(number) if (least..=most).contains(&number) => Ok(Value::Word(number.to_string())),
        _ if most == u32::MAX => Err(Complaint::new(message!(
            "editing-expected-number-from",
            least = least.to_string()
        ))),
        _ => Err(Complaint::new(message!(
            "editing-expected-number",
            least = least.to_string(),
            most = most.to_string()
        ))),
    }
}

fn one_of(words: &str, names: &[&str]) -> Result<Value, Complaint> {
    let found = names.iter().find(|name| name.eq_ignore_ascii_case(words));
    match found {
        Some(name) => Ok(Value::Word((*name).to_owned())),
        None => Err(Complaint::new(message!(
            "editing-expected-one-of",
            names = names.join(", ")
        ))),
    }
}

fn reference(id: &str, list: List, timeline: &Timeline) -> Result<Value, Complaint> {
    if timeline.index_of(list, id).is_some() {
        return Ok(id.into());
    }
    let ids = 0..timeline.count(list);
    let ids = ids.map(|index| timeline.id_of(list, index).unwrap_or_default());
    let near = nearest(id, ids).map(|near| message!("editing-did-you-mean", near = near));
    let what = list.group().called();
    Err(Complaint::new(message!("editing-no-such", what = what, id = id)).hint(near))
}

#[cfg(test)]
mod tests {
    use super::super::super::Document;
    use super::*;

    #[test]
    fn typed_words_become_values_or_say_what_is_wrong() {
        let document = Document::parse(
            "t.ron",
            "Timeline(actors: [(id: \"us\"), (id: \"japan\")], events: [])",
        );
        let typed = |sort: Sort, words: &str| match sort.typed(words, &document.timeline) {
            Ok(value) => format!("{value:?}"),
            Err(complaint) => complaint.to_string(),
        };
        let whole = Sort::Whole(1, 5);
        assert_eq!(typed(whole, " 4 "), "Word(\"4\")");
        assert_eq!(typed(whole, "6"), "expected a whole number from 1 to 5");
        assert_eq!(typed(Sort::Flag(true), "TRUE"), "Word(\"true\")");
        assert_eq!(
            typed(Sort::References(List::Actors), "us, japan"),
            "List([Text(\"us\"), Text(\"japan\")])"
        );
        assert_eq!(
            typed(Sort::Reference(List::Actors), "jpan"),
            "no actor has the id jpan; did you mean japan?"
        );
        assert!(typed(Sort::When, "1971-15-08").contains("1971-08-15"));
        assert_eq!(
            typed(Sort::Address, "javascript:x"),
            "expected an address that begins with http:// or https://"
        );
    }
}
