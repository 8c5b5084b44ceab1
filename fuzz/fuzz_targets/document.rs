//! Reads any bytes as a timeline and holds what comes of it against what `document` promises: reading never fails,
//! every range lies inside the text on character boundaries, and nothing that is asked of a document panics.

#![no_main]

use std::ops::Range;

use libfuzzer_sys::fuzz_target;
use transpacific_fuzz::document::{Articles, Document, Kind, Node, Severity, review};
use transpacific_fuzz::messages::Lang;

fuzz_target!(|bytes: &[u8]| {
    let document = Document::from_bytes("fuzz.ron", bytes.to_vec());
    let text = document.text.as_str();
    match std::str::from_utf8(bytes) {
        Ok(bytes) => assert!(document.faithful && text == bytes),
        Err(_) => assert!(!document.faithful && document.is_broken()),
    }
    let told = |severity| {
        let all = document.diagnostics.iter();
        all.filter(|diagnostic| diagnostic.severity == severity).count()
    };
    assert!(told(Severity::Error) <= document.errors());
    assert!(told(Severity::Warning) <= document.warnings());
    let remarks = review(&document, &Articles::new());
    for diagnostic in document.diagnostics.iter().chain(&remarks) {
        assert_inside(text, &diagnostic.range);
        if let Some((range, _)) = &diagnostic.related {
            assert_inside(text, range);
        }
        assert!(document.render(diagnostic, Lang::En).ends_with('\n'));
        let located = document.located(diagnostic);
        assert!((located.line, located.column) <= (located.end_line, located.end_column));
    }
    for event in document.timeline.events.iter() {
        let range = event.range.range();
        assert_inside(text, &range);
        let tree = document.tree(range.clone());
        assert_eq!(tree.range.start, range.start);
        assert_tree(text, &tree);
    }
    for source in document.timeline.sources.iter() {
        assert_inside(text, &document.source_field(source, "url"));
    }
});

fn assert_inside(text: &str, range: &Range<usize>) {
    assert!(text.get(range.clone()).is_some(), "{range:?}");
}

fn assert_tree(text: &str, node: &Node) {
    assert_inside(text, &node.range);
    let inner: Vec<&Node> = match &node.kind {
        Kind::Struct(fields) => fields.iter().map(|field| &field.value).collect(),
        Kind::Tuple(name, nodes) => {
            name.iter().for_each(|name| assert_within(name, node));
            nodes.iter().collect()
        }
        Kind::List(nodes) => nodes.iter().collect(),
        _ => Vec::new(),
    };
    if let Kind::Text(Some(said)) = &node.kind {
        assert_inside(text, said);
        assert_within(said, node);
    }
    for field in node.fields() {
        assert_inside(text, &field.name);
        assert_within(&field.name, node);
    }
    for inner in inner {
        assert_within(&inner.range, node);
        assert_tree(text, inner);
    }
}

fn assert_within(range: &Range<usize>, node: &Node) {
    let is_within = node.range.start <= range.start && range.end <= node.range.end;
    assert!(is_within, "{range:?} in {:?}", node.range);
}
