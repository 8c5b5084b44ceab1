//! The message files held against each other, and against what the sources say.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement,
};
use fluent_syntax::parser::parse;

use crate::source::{Source, entries, read, root, sources};
use crate::tokens::{Kind, Token};

/// The folders of the languages; the first is that of the messages' names.
const LANGUAGES: [&str; 2] = ["en", "ja"];
/// What a message is said with.
const MACROS: [&str; 2] = ["message", "say"];

/// The parts of each message that are filled in, by the message's name.
type Messages = BTreeMap<String, BTreeSet<String>>;

/// A place where a message is said.
struct Said<'a> {
    place: String,
    id: &'a str,
    parts: BTreeSet<String>,
}

#[test]
fn every_message_stands_in_every_language_with_the_same_parts() {
    let [english, japanese] = LANGUAGES.map(messages);
    let of = |messages: &Messages| messages.keys().cloned().collect::<BTreeSet<_>>();
    let alone: Vec<_> = of(&english)
        .symmetric_difference(&of(&japanese))
        .cloned()
        .collect();
    assert!(
        alone.is_empty(),
        "Write these messages in the other language too, in the file of the same name: {alone:#?}"
    );
    let unlike: Vec<_> = english
        .iter()
        .filter(|(id, parts)| japanese.get(*id) != Some(parts))
        .map(|(id, _)| id)
        .collect();
    assert!(
        unlike.is_empty(),
        "Fill in the same parts in both languages: {unlike:#?}"
    );
}

#[test]
fn every_message_file_is_part_of_the_program() {
    let path = "src/messages/bundle.rs";
    let bundle = sources().iter().find(|source| source.path == path);
    let named = |name: &str| {
        let mut tokens = bundle.iter().flat_map(|source| &source.code);
        tokens.any(|token| token.kind == Kind::Text && token.text == name)
    };
    for language in LANGUAGES {
        for file in entries(&root().join("assets/messages").join(language)) {
            let name = file.file_stem().unwrap_or_default().to_string_lossy();
            assert!(named(&name), "Name {name} in the list of files of {path}.");
        }
    }
}

#[test]
fn every_message_is_said_and_with_its_parts() {
    let known = messages("en");
    let said: Vec<_> = sources().iter().flat_map(said).collect();
    let strange: Vec<_> = said
        .iter()
        .filter(|said| known.get(said.id) != Some(&said.parts))
        .map(|said| {
            let Said { place, id, parts } = said;
            match known.get(*id) {
                Some(known) => format!("{place}: {id} is said with {parts:?} and has {known:?}"),
                None => format!("{place}: {id} stands in no message file"),
            }
        })
        .collect();
    assert!(
        strange.is_empty(),
        "Mend what is said:\n{}",
        strange.join("\n")
    );
    let used: BTreeSet<_> = said.iter().map(|said| said.id).collect();
    let unused: Vec<_> = known
        .keys()
        .filter(|id| !used.contains(id.as_str()))
        .collect();
    assert!(
        unused.is_empty(),
        "Take these messages out of the message files, since nobody says them: {unused:#?}"
    );
}

#[test]
fn what_is_said_is_found_with_its_parts() {
    let text = r#"fn a() { say!(lang, "b-c", d = e(f == g, h = 1), i = message!("j-k", l = 2)) }"#;
    let source = Source::new("src/ui/a.rs", text);
    let found: Vec<_> = said(&source)
        .into_iter()
        .map(|said| {
            (
                said.id.to_owned(),
                said.parts.into_iter().collect::<Vec<_>>().join(" "),
            )
        })
        .collect();
    let expected = [("b-c", "d i"), ("j-k", "l")];
    assert_eq!(
        found,
        expected.map(|(id, parts)| (id.to_owned(), parts.to_owned()))
    );
}

/// All messages of a language.
fn messages(language: &str) -> Messages {
    let mut messages = Messages::new();
    for path in entries(&root().join("assets/messages").join(language)) {
        let file = path.file_stem().unwrap_or_default().to_string_lossy();
        let text = read(&path);
        let parsed = parse(text.as_str());
        assert!(
            parsed.is_ok(),
            "Mend {}: {:?}",
            path.display(),
            parsed.err()
        );
        for entry in parsed.map(|read| read.body).unwrap_or_default() {
            let Entry::Message(message) = entry else {
                continue;
            };
            let id = message.id.name.to_owned();
            assert!(
                id.starts_with(&format!("{file}-")),
                "Begin the name of {id} with that of its file, {file}-, or move it."
            );
            let mut parts = BTreeSet::new();
            message
                .value
                .iter()
                .for_each(|value| collect(value, &mut parts));
            let before = messages.insert(id.clone(), parts);
            assert!(
                before.is_none(),
                "Name only one message {id} in {language}."
            );
        }
    }
    messages
}

/// What is filled in anywhere in a pattern.
fn collect(pattern: &Pattern<&str>, into: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            collect_expression(expression, into);
        }
    }
}

fn collect_expression(expression: &Expression<&str>, into: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => collect_inline(inline, into),
        Expression::Select { selector, variants } => {
            collect_inline(selector, into);
            variants
                .iter()
                .for_each(|variant| collect(&variant.value, into));
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, into: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => drop(into.insert(id.name.to_owned())),
        InlineExpression::FunctionReference {
            arguments: CallArguments { positional, .. },
            ..
        } => positional
            .iter()
            .for_each(|inline| collect_inline(inline, into)),
        InlineExpression::Placeable { expression } => collect_expression(expression, into),
        _ => {}
    }
}

/// What a source says.
fn said(source: &Source) -> Vec<Said<'_>> {
    let code = &source.code;
    let calls = code.windows(3).enumerate().filter_map(|(at, window)| {
        let [name, mark, open] = window else {
            return None;
        };
        let is_call = name.is_word(&MACROS) && mark.as_str() == "!" && open.as_str() == "(";
        is_call.then(|| code.get(at + 2..)).flatten()
    });
    calls.filter_map(|call| said_here(source, call)).collect()
}

/// What a call says whose tokens begin with its bracket; nothing where the macros are made.
fn said_here<'a>(source: &Source, call: &'a [Token]) -> Option<Said<'a>> {
    let mut depth = 0;
    let mut own = Vec::new();
    for token in call {
        depth += token.depth();
        if depth == 0 {
            break;
        }
        if depth == 1 {
            own.push(token);
        }
    }
    let id = own.iter().find(|token| token.kind == Kind::Text)?;
    let parts = own.windows(3).filter_map(|window| {
        let [before, name, after] = window else {
            return None;
        };
        let is_part = matches!(before.as_str(), ",") && name.kind == Kind::Word;
        (is_part && after.as_str() == "=").then(|| name.as_str().to_owned())
    });
    Some(Said {
        place: format!("{}:{}", source.path, id.line),
        id: id.as_str(),
        parts: parts.collect(),
    })
}
