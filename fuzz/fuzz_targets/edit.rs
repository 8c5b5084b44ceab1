//! Edits any text and holds what comes of it against what an edit promises: it is taken back byte by byte, what was set
//! is what is read, it touches nothing but what it means, and a file without errors gets none.
//!
//! The first two bytes choose an entry and an edit, then come words up to a NUL, then the file.

#![no_main]

use libfuzzer_sys::fuzz_target;
use transpacific_fuzz::document::{Address, Document, Edit, Id, Key, List, Value};

fuzz_target!(|bytes: &[u8]| {
    let [which, kind, rest @ ..] = bytes else { return };
    let Some(end) = rest.iter().position(|&byte| byte == 0) else { return };
    let (Ok(words), Ok(text)) = (std::str::from_utf8(&rest[..end]), std::str::from_utf8(&rest[end + 1..])) else {
        return;
    };
    let document = Document::parse("fuzz.ron", text);
    let Some((edit, set)) = chosen(&document, *which, *kind, words) else { return };
    let Ok(made) = edit.make(&document) else { return };
    assert_eq!(made.forth.apply(text).unwrap().0, made.text);
    assert_eq!(made.back.apply(&made.text).unwrap().0, text, "not taken back: {edit:?}");
    let after = Document::parse("fuzz.ron", made.text.as_str());
    if let Some(address) = &set {
        if let Some(node) = document.value(address) {
            for patch in &made.forth {
                assert!(node.range.start <= patch.range.start && patch.range.end <= node.range.end);
            }
        }
        if document.errors() == 0 {
            let node = after.value(address).expect("what was set is there");
            assert_eq!(after.said(&node), words);
        }
    }
    if document.errors() == 0 && !matches!(edit, Edit::Clear(_)) {
        assert_eq!(after.errors(), 0, "{edit:?}\n{}\n{:?}", made.text, after.diagnostics);
    }
});

/// An edit, and where it sets a text, if it does.
fn chosen(document: &Document, which: u8, kind: u8, words: &str) -> Option<(Edit, Option<Address>)> {
    let timeline = &document.timeline;
    let new = Value::Entry(vec![("id", "fuzz-new".into()), ("when", "1971".into()), ("title", words.into())]);
    let Some(event) = timeline.events.get(usize::from(which) % timeline.events.len().max(1)) else {
        return Some((Edit::Add(List::Events, None, new), None));
    };
    let id = Id::from(&*event.id);
    let address = Address::event(Id::clone(&id));
    let set = |name| {
        let address = address.field(name);
        Some((Edit::Set(address.clone(), words.into()), Some(address)))
    };
    let link = Value::Entry(vec![("to", Value::Text(id.to_string())), ("kind", Value::Word("SeeAlso".to_owned()))]);
    let edit = match kind % 10 {
        0 => return set("title"),
        1 => return set("summary"),
        2 => return set("title_ja"),
        3 => Edit::Set(address.field("actors"), Value::List(timeline.actors.iter().map(|actor| Value::Text(actor.id.to_string())).collect())),
        4 => Edit::Insert(address.field("links"), usize::from(which), link),
        5 => Edit::Clear(address.field("title_ja")),
        6 => Edit::Clear(address),
        7 => Edit::Duplicate(List::Events, Key::Id(id), "fuzz-copy".to_owned()),
        8 => Edit::Move(address, usize::from(which)),
        _ => Edit::Add(List::Events, Some(Key::Id(id)), new),
    };
    Some((edit, None))
}
