//! Whether what is typed may stand in a field, and what it then changes.

use crate::document::{Address, Edit, FieldDef, Key, List, Sort, Value, is_color, is_web, nearest};
use crate::time::When;
use crate::ui::Show;

use super::words;

/// What a typed text changes, if anything, or why it cannot stand there.
pub(super) type Checked = Result<Option<Edit>, String>;

/// Among more ids than these nobody is asked whether he meant another one.
const COMPARED: usize = 2000;

/// A field of an entry, and what the text says there now.
pub(super) struct Place<'a> {
    pub(super) at: &'a Address,
    pub(super) sort: Sort,
    pub(super) needed: bool,
    pub(super) label: &'a str,
    /// `None` when the field is not there.
    pub(super) said: Option<&'a str>,
}

impl<'a> Place<'a> {
    pub(super) fn of(
        at: &'a Address,
        def: &FieldDef,
        label: &'a str,
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
                Err(format!("{} is needed.", self.label))
            } else {
                Ok(self.said.map(|_| Edit::Clear(self.at.clone())))
            };
        }
        let value = match self.sort {
            Sort::Id => return self.rename(show, trimmed),
            Sort::When => Value::Text(date(trimmed)?.to_owned()),
            Sort::Color if !is_color(trimmed) => {
                return Err("Expected # and six digits from 0 to F.".to_owned());
            }
            Sort::Address if !is_web(trimmed) => {
                return Err("Expected an address that begins with http:// or https://.".to_owned());
            }
            Sort::Color | Sort::Address => Value::from(trimmed),
            Sort::Reference(list) => Value::Text(reference(show, list, trimmed)?.to_owned()),
            Sort::Whole(least, most) => Value::Word(whole(trimmed, least, most)?),
            _ => Value::from(text),
        };
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
            return Err(format!("“{title}” has this id already."));
        }
        Ok(match &self.at.key {
            Key::Id(own) => Some(Edit::Rename(list, own.clone(), id.to_owned())),
            Key::Index(_) => Some(Edit::Set(self.at.clone(), Value::from(id))),
        })
    }
}

/// The date, when it is one.
pub(super) fn date(text: &str) -> Result<&str, String> {
    match text.parse::<When>() {
        Ok(_) => Ok(text),
        Err(error) => Err(words::reason(&error.message, error.hint.as_deref())),
    }
}

/// A whole number as it is to be written.
fn whole(text: &str, least: u32, most: u32) -> Result<String, String> {
    let number = text.parse::<u32>().ok();
    match number.filter(|number| (least..=most).contains(number)) {
        Some(number) => Ok(number.to_string()),
        None if most == u32::MAX => Err(format!("Expected a whole number from {least}.")),
        None => Err(format!("Expected a whole number from {least} to {most}.")),
    }
}

/// A figure as it is to be written.
pub(super) fn figure(text: &str) -> Result<String, String> {
    let number = text.parse::<f64>().ok().filter(|number| number.is_finite());
    let plain = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
    match number {
        Some(_) if plain => Ok(text.to_owned()),
        _ => Err("Expected a number such as 360 or 108.5.".to_owned()),
    }
}

/// The id, when an entry has it.
pub(super) fn reference<'a>(show: Show<'_>, list: List, id: &'a str) -> Result<&'a str, String> {
    let timeline = show.workspace.timeline();
    if timeline.index_of(list, id).is_some() {
        return Ok(id);
    }
    let count = timeline.count(list);
    let ids = (0..count).map(|index| timeline.id_of(list, index).unwrap_or_default());
    let near = (count <= COMPARED).then(|| nearest(id, ids)).flatten();
    let noun = words::noun(list.group().what);
    let hint = near.map(|near| format!("did you mean {near}?"));
    Err(words::reason(
        &format!("no {noun} has the id {id}"),
        hint.as_deref(),
    ))
}
