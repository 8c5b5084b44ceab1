//! `edit`: the same way to the text as the forms in the window.

use std::path::Path;

use anyhow::{Context as _, bail, ensure};

use crate::document::{Address, Document, Edit, Id, Key, List, Sort, Way, difference, nearest};
use crate::file::{self, SaveError};

use super::{Change, Outcome, output, read, say};

/// Changes fields of an event, saves, and says what has changed.
pub(super) fn run(asked: &Change) -> anyhow::Result<Outcome> {
    let mut document = read(&asked.file)?;
    ensure!(
        document.faithful,
        "expected a file in UTF-8; in an editor choose Save as, then the encoding UTF-8: {}",
        document.name
    );
    let before = std::sync::Arc::clone(&document.text);
    let mut event = Id::from(known(&document, &asked.event)?);
    for field in &asked.fields {
        let (way, words) = field.split_once('=').with_context(|| {
            format!("expected FIELD=VALUE such as when=1971-08-15 but found {field}")
        })?;
        let address = address(&event, way)?;
        let edit = match edit(&document, &address, words) {
            Ok(edit) => edit,
            Err(complaint) => {
                say(&format!("error: {way}: {complaint}\n"));
                return Ok(Outcome::InputHasErrors);
            }
        };
        let made = edit
            .make(&document)
            .with_context(|| document.name.clone())?;
        if let Edit::Rename(_, _, to) = &edit {
            event = Id::from(to.as_str());
        }
        document = Document::parse(&document.name, made.text);
    }
    if save(&asked.file, &before, &document)? {
        say(&changed(&before, &document));
    }
    Ok(Outcome::Fine)
}

/// The event's id, if there is such an event.
pub(super) fn known<'a>(document: &Document, event: &'a str) -> anyhow::Result<&'a str> {
    let timeline = &document.timeline;
    if timeline.event(event).is_some() {
        return Ok(event);
    }
    let ids: Vec<_> = timeline
        .events
        .iter()
        .map(|event| event.id.as_str())
        .collect();
    match nearest(event, ids.iter().copied()) {
        Some(near) => bail!(
            "{}: there is no event `{event}`; did you mean `{near}`?",
            document.name
        ),
        None => bail!("{}: there is no event `{event}`", document.name),
    }
}

/// Where a way such as `links.1.kind` leads.
fn address(event: &Id, way: &str) -> anyhow::Result<Address> {
    let mut address = Address::event(Id::clone(event));
    let mut group = List::Events.group();
    for step in way.split('.') {
        if let Ok(number) = step.parse::<usize>() {
            let index = number
                .checked_sub(1)
                .context("expected a number from 1 on")?;
            address = address.item(index);
            continue;
        }
        let names = group.fields.iter().map(|field| field.name);
        let Some(field) = group.field(step) else {
            match nearest(step, names.clone()) {
                Some(near) => bail!(
                    "{} has no field `{step}`; did you mean `{near}`?",
                    group.what
                ),
                None => bail!(
                    "{} has no field `{step}`; known: {}",
                    group.what,
                    names.collect::<Vec<_>>().join(", ")
                ),
            }
        };
        if let Sort::Entries(inner) = field.sort {
            group = inner;
        }
        address = address.field(field.name);
    }
    Ok(address)
}

/// The edit that gives a field the value that words mean.
fn edit(document: &Document, address: &Address, words: &str) -> Result<Edit, String> {
    let sort = address.sort().ok_or("expected the name of a field")?;
    if sort == Sort::Id && address.path == [Way::Field("id")] {
        let Key::Id(from) = &address.key else {
            return Err("expected an event".to_owned());
        };
        return match words.trim() {
            "" => Err("expected a short name that no other entry has".to_owned()),
            to => Ok(Edit::Rename(List::Events, Id::clone(from), to.to_owned())),
        };
    }
    if words.is_empty() {
        let is_field = matches!(address.path.last(), Some(Way::Field(_)));
        let needed = is_field && address.def().is_some_and(|field| field.needed);
        return if needed {
            Err("expected a value, since an entry cannot do without it".to_owned())
        } else {
            Ok(Edit::Clear(address.clone()))
        };
    }
    let value = sort.typed(words, &document.timeline);
    value
        .map(|value| Edit::Set(address.clone(), value))
        .map_err(|complaint| complaint.to_string())
}

/// Writes the document in the place of what was read. Whether its file is another one now.
pub(super) fn save(path: &Path, before: &str, document: &Document) -> anyhow::Result<bool> {
    if file::is_standard(path) {
        output::to_standard(document.text.as_str())?;
        return Ok(false);
    }
    if before == document.text.as_str() {
        say(&format!("{}: nothing to change\n", document.name));
        return Ok(false);
    }
    match file::save(path, &document.text, Some(before)) {
        Ok(()) => Ok(true),
        Err(SaveError::Changed(_)) => bail!(
            "the file was changed meanwhile by somebody else; nothing has been written: {}",
            document.name
        ),
        Err(error) => Err(error.into()),
    }
}

/// The lines that are other ones now, with their place in the file.
fn changed(before: &str, document: &Document) -> String {
    let mut said = String::new();
    let mut shift = 0_isize;
    for patch in &difference(before, &document.text) {
        let start = patch.range.start.saturating_add_signed(shift);
        let end = start.saturating_add(patch.insert.len());
        shift = shift
            .saturating_add_unsigned(patch.insert.len())
            .saturating_sub_unsigned(patch.range.len());
        let line = document.position(start).line;
        let old = lines(before, patch.range.start, patch.range.end);
        let new = lines(&document.text, start, end);
        said.push_str(&format!("{}:{line}:\n", document.name));
        for (sign, text) in [("-", old), ("+", new)] {
            let lines = text
                .lines()
                .map(|line| format!("  {sign} {}\n", line.trim()));
            said.extend(lines);
        }
    }
    said
}

/// The whole lines that a stretch of a text is in.
fn lines(text: &str, start: usize, end: usize) -> &str {
    let (head, foot) = (text.get(..start), text.get(end..));
    let start = head
        .and_then(|head| head.rfind('\n'))
        .map_or(0, |at| at.saturating_add(1));
    let end = foot
        .and_then(|foot| foot.find('\n'))
        .map_or(text.len(), |at| end.saturating_add(at));
    text.get(start..end).unwrap_or_default()
}
