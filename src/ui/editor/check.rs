//! Whether what is typed may stand in a field, and what it then changes.

use crate::document::{Address, Edit, FieldDef, Key, List, Sort, Value};
use crate::messages::{Lang, Message, say};
use crate::ui::Show;

use super::words;

/// What a typed text changes, if anything, or why it cannot stand there.
pub(super) type Checked = Result<Option<Edit>, String>;

/// A field of an entry, and what the text says there now.
pub(super) struct Place<'a> {
    pub(super) at: &'a Address,
    pub(super) sort: Sort,
    pub(super) needed: bool,
    pub(super) label: Message,
    /// `None` when the field is not there.
    pub(super) said: Option<&'a str>,
}

impl<'a> Place<'a> {
    pub(super) fn of(
        at: &'a Address,
        def: &FieldDef,
        label: Message,
        said: Option<&'a str>,
    ) -> Self {
        Self {
            at,
            sort: def.sort,
            needed: def.needed,
            label,
            said,
        }
    }

    /// What a typed text would change.
    pub(super) fn check(&self, show: Show<'_>, text: &str) -> Checked {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return if self.needed {
                Err(say!(show.lang, "editor-needed", field = &self.label))
            } else {
                Ok(self.said.map(|_| Edit::Clear(self.at.clone())))
            };
        }
        if self.sort == Sort::Id {
            return self.rename(show, trimmed);
        }
        let value = typed(show, self.sort, text)?;
        let (Value::Text(written) | Value::Word(written)) = &value else {
            return Ok(None);
        };
        let is_new = self.said != Some(written);
        Ok(is_new.then(|| Edit::Set(self.at.clone(), value)))
    }

    fn rename(&self, show: Show<'_>, id: &str) -> Checked {
        let timeline = show.workspace.timeline();
        let list = self.at.list;
        if self.said == Some(id) {
            return Ok(None);
        }
        if let Some(index) = timeline.index_of(list, id) {
            let title = words::title(show, list, index);
            return Err(say!(show.lang, "editor-id-taken", title = title));
        }
        Ok(match &self.at.key {
            Key::Id(own) => Some(Edit::Rename(list, own.clone(), id.to_owned())),
            Key::Index(_) => Some(Edit::Set(self.at.clone(), Value::from(id))),
        })
    }
}

/// The value that is typed, or in a sentence why it is none.
fn typed(show: Show<'_>, sort: Sort, text: &str) -> Result<Value, String> {
    let value = sort.typed(text, show.workspace.timeline());
    value.map_err(|complaint| words::reason(show.lang, &complaint))
}

/// The date, when it is one.
pub(super) fn date<'a>(show: Show<'_>, text: &'a str) -> Result<&'a str, String> {
    typed(show, Sort::When, text).map(|_| text)
}

/// A figure as it is to be written.
pub(super) fn figure(lang: Lang, text: &str) -> Result<String, String> {
    let number = text.parse::<f64>().ok().filter(|number| number.is_finite());
    let plain = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
    match number {
        Some(_) if plain => Ok(text.to_owned()),
        _ => Err(say!(lang, "editor-expected-figure")),
    }
}

/// The id, when an entry has it.
pub(super) fn reference<'a>(show: Show<'_>, list: List, id: &'a str) -> Result<&'a str, String> {
    typed(show, Sort::Reference(list), id).map(|_| id)
}
