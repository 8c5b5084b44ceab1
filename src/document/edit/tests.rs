//! Edits on files as people write them: what changes, what stays, and the way back.

use proptest::prelude::{
    Just, Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest,
};
use proptest::sample::Index;

use super::super::{Document, List};
use super::{Address, Edit, EditError, Key, Made, Value};

fn event(id: &str) -> Address {
    Address::event(id)
}

fn word(word: &str) -> Value {
    Value::Word(word.to_owned())
}

fn texts(texts: &[&str]) -> Value {
    Value::List(texts.iter().map(|text| Value::from(*text)).collect())
}

fn link(to: &str) -> Value {
    Value::Entry(vec![("to", Value::from(to)), ("kind", word("LedTo"))])
}

/// Makes an edit, checks that it can be taken back and does no harm, and gives the text after it.
#[track_caller]
fn made(text: &str, edit: &Edit) -> String {
    let document = Document::parse("t.ron", text);
    let Made {
        text: after, back, ..
    } = edit.make(&document).unwrap();
    assert_eq!(back.apply(&after).unwrap().0, text, "not taken back");
    let read = Document::parse("t.ron", after.clone());
    assert!(
        read.errors() <= document.errors(),
        "{after}\n{:?}",
        read.diagnostics
    );
    after
}

/// Checks what an edit makes of the events between the brackets of a list.
#[track_caller]
fn check(events: &str, edit: &Edit, expected: &str) {
    let whole = |events: &str| {
        format!(
            "Timeline(categories: [(id: \"c\")], actors: [(id: \"us\"), (id: \"jp\"), (id: \"un\")], events: [{events}])"
        )
    };
    assert_eq!(made(&whole(events), edit), whole(expected));
}

#[test]
fn several_entries_go_to_the_end_of_a_list_at_once() {
    let entry = |id: &str| Value::Entry(vec![("id", Value::from(id))]);
    let add = |list, id| Edit::Add(list, None, entry(id));
    let edit = Edit::All(vec![
        add(List::Actors, "b"),
        add(List::Sources, "s"),
        add(List::Actors, "c"),
        add(List::Sources, "t"),
    ]);
    for (before, after) in [
        ("[(id: \"a\")]", "[(id: \"a\"), (id: \"b\"), (id: \"c\")]"),
        ("[(id: \"a\"),]", "[(id: \"a\"), (id: \"b\"), (id: \"c\"),]"),
        (
            "[\n    (id: \"a\") // last\n  ]",
            "[\n    (id: \"a\"), // last\n    (id: \"b\"),\n    (id: \"c\")\n  ]",
        ),
        ("[]", "[\n    (id: \"b\"),\n    (id: \"c\"),\n  ]"),
    ] {
        let text = format!("Timeline(\n  actors: {before},\n  events: [],\n)\n");
        let sources = "  sources: [\n    (id: \"s\"),\n    (id: \"t\"),\n  ],\n";
        let expected = format!("Timeline(\n  actors: {after},\n{sources}  events: [],\n)\n");
        assert_eq!(made(&text, &edit), expected);
    }
}

#[test]
fn a_value_is_replaced_and_nothing_else() {
    let before = "\n  ( // first\n    id: \"a\", /* the /* nested */ date */ when :  \"1971\" ,\n    title: r#\"A \"B\"\"#, // t\n  )\n";
    let set = |name, value| Edit::Set(event("a").field(name), value);
    let edit = set("when", Value::from("1971-08-15"));
    check(before, &edit, &before.replace("\"1971\"", "\"1971-08-15\""));
    let edit = set("title", Value::from("C \"D\""));
    check(before, &edit, &before.replace("A \"B\"", "C \"D\""));
    let edit = set("title", Value::from("E \"# F\n"));
    check(
        before,
        &edit,
        &before.replace("r#\"A \"B\"\"#", r##""E \"# F\n""##),
    );
    check(before, &set("title", Value::from("A \"B\"")), before);
}

#[test]
fn numbers_and_names_keep_their_form_until_they_change() {
    let before = "(id: \"a\", when: Some(\"1971\"), title: \"A\", significance: 03)";
    let set = |name, value| Edit::Set(event("a").field(name), value);
    check(before, &set("significance", word("3")), before);
    check(
        before,
        &set("significance", word("4")),
        &before.replace("03", "4"),
    );
    check(
        before,
        &set("when", Value::from("1972")),
        &before.replace("1971", "1972"),
    );
}

#[test]
fn a_new_field_stands_where_others_have_it() {
    let before = "
        (
            id: \"a\",
            when: \"1971\",
            title: \"A\", title_ja: \"あ\",
            category: \"c\", actors: [\"us\"],
            significance: 4,   // much
        ),
        (
            id: \"b\",
            when: \"1972\",
            title: \"B\",
            summary: \"…\",
        ),
    ";
    let set = |name, value| Edit::Set(event("b").field(name), value);
    let after = |there: &str, new: &str| before.replace(there, new);
    check(
        before,
        &set("title_ja", Value::from("び")),
        &after("\"B\",", "\"B\", title_ja: \"び\","),
    );
    let significance = after("\"B\",", "\"B\",\n            significance: 2,");
    check(before, &set("significance", word("2")), &significance);
    let actors = after("\"B\",", "\"B\",\n            actors: [\"jp\", \"us\"],");
    check(before, &set("actors", texts(&["jp", "us"])), &actors);
    let links = after(
        "\"…\",",
        "\"…\",\n            links: [(to: \"a\", kind: LedTo)],",
    );
    check(
        before,
        &Edit::Insert(event("b").field("links"), 0, link("a")),
        &links,
    );
}

#[test]
fn a_field_goes_with_its_line_and_comments_stay() {
    let before = "
        (
            id: \"a\",
            when: \"1971\",
            // about the title
            title: \"A\", title_ja: \"あ\",
            significance: 4,
            category: \"c\", // why
            summary: \"…\"
        )";
    let clear = |name| Edit::Clear(event("a").field(name));
    let after = |there: &str, new: &str| before.replace(there, new);
    check(
        before,
        &clear("significance"),
        &after("            significance: 4,\n", ""),
    );
    check(before, &clear("title_ja"), &after(" title_ja: \"あ\",", ""));
    check(
        before,
        &clear("category"),
        &after("category: \"c\", // why", "// why"),
    );
    let last =
        after(" // why\n            summary: \"…\"\n", " // why\n").replace("\"c\",", "\"c\"");
    check(before, &clear("summary"), &last);
}

#[test]
fn lists_grow_and_shrink_in_their_own_manner() {
    let inline = "(id: \"a\", when: \"1971\", title: \"A\", actors: [\"us\", /* and */ \"jp\"])";
    let actors = |list: &[&str]| Edit::Set(event("a").field("actors"), texts(list));
    check(
        inline,
        &actors(&["us", "jp", "un"]),
        &inline.replace("\"jp\"]", "\"jp\", \"un\"]"),
    );
    check(
        inline,
        &actors(&["us"]),
        &inline.replace(", /* and */ \"jp\"", " /* and */ "),
    );
    check(
        inline,
        &actors(&["jp"]),
        &inline.replace("\"us\", /* and */ \"jp\"", "/* and */ \"jp\""),
    );
    check(inline, &actors(&["un", "jp"]), &inline.replace("us", "un"));
    check(
        inline,
        &actors(&[]),
        &inline.replace("\"us\", /* and */ \"jp\"", "/* and */ "),
    );
    let lines = "(id: \"a\", when: \"1971\", title: \"A\", actors: [\r\n\t\"us\", // 1\r\n\t\"jp\" // 2\r\n])";
    let grown = lines.replace("\"jp\" // 2", "\"jp\", // 2\r\n\t\"un\"");
    check(lines, &actors(&["us", "jp", "un"]), &grown);
    let first = lines.replace("[\r\n", "[\r\n\t\"un\",\r\n");
    let insert = Edit::Insert(event("a").field("actors"), 0, Value::from("un"));
    check(lines, &insert, &first);
    let moved = lines
        .replace("us", "x")
        .replace("jp", "us")
        .replace('x', "jp");
    check(
        lines,
        &Edit::Move(event("a").field("actors").item(0), 1),
        &moved,
    );
}

#[test]
fn an_entry_is_written_as_its_neighbours_are() {
    let fields = vec![
        ("id", Value::from("n")),
        ("when", Value::from("1973")),
        ("title", Value::from("N")),
        ("category", Value::from("c")),
        ("actors", texts(&["us"])),
    ];
    let add = Edit::Add(
        List::Events,
        Some(Key::Id("a".into())),
        Value::Entry(fields),
    );
    let lines = "\n\t(\n\t\ttitle: \"A\", id: \"a\",\n\t\twhen: \"1971\"\n\t), // a\n\t(id: \"z\", when: \"1990\", title: \"Z\"),\n";
    let new = "\n\t(\n\t\ttitle: \"N\", id: \"n\",\n\t\twhen: \"1973\",\n\t\tcategory: \"c\",\n\t\tactors: [\"us\"]\n\t),";
    check(lines, &add, &lines.replace("// a", &format!("// a{new}")));
    let inline = "(id: \"a\", when: \"1971\", title: \"A\")";
    let new = "(id: \"n\", when: \"1973\", title: \"N\", category: \"c\", actors: [\"us\"])";
    check(inline, &add, &format!("{inline}, {new}"));
    let copy = Edit::Duplicate(List::Events, Key::Id("a".into()), "a-2".to_owned());
    check(
        inline,
        &copy,
        &format!("{inline}, {}", inline.replace("\"a\"", "\"a-2\"")),
    );
    check(
        lines,
        &Edit::Clear(event("z")),
        &lines.replace("\t(id: \"z\", when: \"1990\", title: \"Z\"),\n", ""),
    );
    check(inline, &Edit::Clear(event("a")), "");
}

#[test]
fn a_file_without_entries_gets_its_first() {
    let new = Value::Entry(vec![
        ("id", "n".into()),
        ("when", "1973".into()),
        ("title", "N".into()),
    ]);
    let add = Edit::Add(List::Events, None, new);
    let entry = "(\n            id: \"n\",\n            when: \"1973\",\n            title: \"N\",\n        ),\n    ]";
    for (before, after) in [
        (
            "",
            format!("Timeline(\n    events: [\n        {entry},\n)\n"),
        ),
        (
            "// mine",
            format!("// mine\nTimeline(\n    events: [\n        {entry},\n)\n"),
        ),
        (
            "Timeline(\n    events: [],\n)",
            format!("Timeline(\n    events: [\n        {entry},\n)"),
        ),
        (
            "Timeline(\n    events: [\n        // none\n    ],\n)",
            format!("Timeline(\n    events: [\n        // none\n        {entry},\n)")
                .replacen("[\n        // none\n        (", "[\n        (", 1)
                .replace("    ],", "        // none\n    ],"),
        ),
        (
            "Timeline(\n    title: \"T\",\n)",
            format!("Timeline(\n    title: \"T\",\n    events: [\n        {entry},\n)"),
        ),
    ] {
        assert_eq!(made(before, &add), after);
    }
    let titled = made(
        "Timeline(\n    title: \"T\",\n)",
        &Edit::Title("title_ja", "て".to_owned()),
    );
    assert_eq!(titled, "Timeline(\n    title: \"T\", title_ja: \"て\",\n)");
    assert_eq!(
        made(&titled, &Edit::Title("title", "U".to_owned())),
        titled.replace("\"T\"", "\"U\"")
    );
}

#[test]
fn an_id_changes_wherever_it_stands() {
    let text = "Timeline(categories: [(id: \"c\")], sources: [(id: \"s\", title: \"s\")], events: [
        (id: \"a\", when: \"1971\", title: \"a\", category: \"c\", sources: [\"s\"], excerpts: [(source: \"s\", quote: \"s\")]),
        (id: \"b\", when: \"1972\", title: \"b\", links: [(to: \"a\", kind: SeeAlso)]),
    ], series: [(id: \"s\", source: \"s\", points: [])], stories: [(id: \"a\", steps: [(event: \"a\", note: \"a\")])])";
    let rename = |list, id: &str| made(text, &Edit::Rename(list, id.into(), "new".to_owned()));
    assert_eq!(
        rename(List::Events, "a"),
        text.replace("(id: \"a\", when", "(id: \"new\", when")
            .replace("to: \"a\"", "to: \"new\"")
            .replace("event: \"a\"", "event: \"new\"")
    );
    assert_eq!(
        rename(List::Sources, "s"),
        text.replacen("(id: \"s\"", "(id: \"new\"", 1)
            .replace("sources: [\"s\"]", "sources: [\"new\"]")
            .replace("source: \"s\"", "source: \"new\"")
    );
    assert_eq!(
        rename(List::Categories, "c"),
        text.replace("\"c\"", "\"new\"")
    );
    let document = Document::parse("t.ron", text);
    let taken = Edit::Rename(List::Events, "a".into(), "b".to_owned()).make(&document);
    assert_eq!(taken, Err(EditError::Taken("b".to_owned())));
}

/// Lessons that name events and figures in every way.
const LESSONS: &str = "Timeline(events: [
        (id: \"a\", when: \"1971\", title: \"A\", links: [(to: \"a\", kind: SeeAlso)]),
        (id: \"b\", when: \"1972\", title: \"B\", links: [(to: \"a\", kind: Follows), /* why */ (to: \"c\"), (to: \"a\")]),
        (id: \"c\", when: \"1973\", title: \"C\", links: [(to: \"a\", kind: Follows)]),
    ],
    series: [(id: \"a\", points: []), (id: \"yen\", points: [])],
    stories: [
        (
            id: \"a\",
            steps: [
                (
                    title: \"a\",
                    event: \"a\", events: [\"b\", \"a\", \"c\", \"a\"], show: Links, // a
                    series: \"yen\",
                    note: \"a\",
                ),
                (events: [\"a\"], event: \"a\"),
                (show: Series, series: \"yen\", event: \"b\"),
                (event: \"a\", show: Excerpt, excerpt: 2, seconds: 60),
                (series: \"a\", events: [\"b\"]),
            ],
        ),
        (id: \"b\", steps: [(event: \"b\")]), // yen
    ],
)";

#[test]
fn steps_follow_the_ids_that_they_name() {
    let rename = |list, id: &str| made(LESSONS, &Edit::Rename(list, id.into(), "new".to_owned()));
    let events = LESSONS
        .replace("(id: \"a\", when", "(id: \"new\", when")
        .replace("to: \"a\"", "to: \"new\"") // the one to itself too
        .replace("event: \"a\"", "event: \"new\"")
        .replace(
            "\"b\", \"a\", \"c\", \"a\"",
            "\"b\", \"new\", \"c\", \"new\"",
        )
        .replace("events: [\"a\"]", "events: [\"new\"]");
    assert_eq!(rename(List::Events, "a"), events);
    let series = LESSONS
        .replace("(id: \"yen\"", "(id: \"new\"")
        .replace("series: \"yen\"", "series: \"new\"");
    assert_eq!(rename(List::Series, "yen"), series);
    let other = LESSONS
        .replace("(id: \"a\", points", "(id: \"new\", points")
        .replace("series: \"a\"", "series: \"new\"");
    assert_eq!(rename(List::Series, "a"), other);
}

/// The lessons without an entry and what leads to it.
#[track_caller]
fn without(list: List, id: &str) -> String {
    let document = Document::parse("t.ron", LESSONS);
    let index = document.timeline.index_of(list, id).unwrap();
    let mut edits = document.forgetting(list, index);
    edits.push(Edit::Clear(Address::new(list, id)));
    made(LESSONS, &Edit::All(edits))
}

#[test]
fn what_leads_to_an_event_goes_with_it() {
    let expected = LESSONS
        .replace("        (id: \"a\", when: \"1971\", title: \"A\", links: [(to: \"a\", kind: SeeAlso)]),\n", "")
        .replace("[(to: \"a\", kind: Follows), /* why */ (to: \"c\"), (to: \"a\")]", "[/* why */ (to: \"c\")]")
        .replace(", links: [(to: \"a\", kind: Follows)]", "")
        .replace("event: \"a\", events: [\"b\", \"a\", \"c\", \"a\"], show: Links, // a", "events: [\"b\", \"c\"], // a")
        .replace("(events: [\"a\"], event: \"a\")", "()")
        .replace("(event: \"a\", show: Excerpt, excerpt: 2, seconds: 60)", "(seconds: 60)");
    assert_eq!(without(List::Events, "a"), expected);
}

#[test]
fn what_leads_to_figures_goes_with_them() {
    let expected = LESSONS
        .replace(", (id: \"yen\", points: [])", "")
        .replace("                    series: \"yen\",\n", "")
        .replace(
            "(show: Series, series: \"yen\", event: \"b\")",
            "(event: \"b\")",
        );
    assert_eq!(without(List::Series, "yen"), expected);
}

#[test]
fn what_cannot_be_done_is_refused_and_says_why() {
    let document = Document::parse(
        "t.ron",
        "Timeline(events: [(id: \"a\", when: \"1971\", title: \"A\")])",
    );
    let refused = |edit: Edit| edit.make(&document).unwrap_err().to_string();
    let gone = Edit::Set(event("x").field("title"), "X".into());
    assert_eq!(
        refused(gone),
        "expected `x` in the file, but it is not there any more"
    );
    let no_list = Edit::Insert(event("a").field("title"), 0, "X".into());
    assert_eq!(
        refused(no_list),
        "the brackets around `a`.title are not right; mend them in the text first"
    );
    let twice = Edit::Set(event("a").field("title"), "B".into());
    let again = Edit::Set(event("a").field("title"), "C".into());
    assert_eq!(
        Edit::All(vec![twice, again]).make(&document),
        Err(EditError::Overlap)
    );
}

/// How a made-up file is written.
#[derive(Debug, Clone)]
struct Hand {
    newline: &'static str,
    unit: &'static str,
    start: &'static str,
    end: &'static str,
    trailing: bool,
    comments: bool,
    raw: bool,
    lines: bool,
}

fn hands() -> impl Strategy<Value = Hand> {
    let starts = prop_oneof![
        Just(""),
        Just("\u{FEFF}"),
        Just("#![enable(implicit_some)]\n"),
        Just("#![enable(implicit_some, unwrap_newtypes)]\r\n/* a /* b */ c */\r\n// d\r\n"),
    ];
    let ends = prop_oneof![
        Just(""),
        Just("\n"),
        Just("\r\n// the end"),
        Just(" /* x */ \n\n")
    ];
    let lines = prop_oneof![Just("\n"), Just("\r\n")];
    let units = prop_oneof![Just("    "), Just("  "), Just("\t")];
    (starts, ends, lines, units, any::<[bool; 4]>()).prop_map(
        |(start, end, newline, unit, [trailing, comments, raw, lines])| Hand {
            newline,
            unit,
            start,
            end,
            trailing,
            comments,
            raw,
            lines,
        },
    )
}

impl Hand {
    fn text(&self, words: &str) -> String {
        if self.raw && !words.contains('"') {
            return format!("r#\"{words}\"#");
        }
        format!("{words:?}")
    }

    /// Items in brackets, `depth` steps in.
    fn list(
        &self,
        [open, close]: [&str; 2],
        items: &[String],
        depth: usize,
        lines: bool,
    ) -> String {
        let (newline, unit) = (self.newline, self.unit);
        let inner = format!("{newline}{}", unit.repeat(depth + 1));
        let mut out = open.to_owned();
        for (index, item) in items.iter().enumerate() {
            out.push_str(if lines {
                &inner
            } else if index > 0 {
                " "
            } else {
                ""
            });
            out.push_str(item);
            if self.trailing || index + 1 < items.len() {
                out.push(',');
            }
            if self.comments && index % 2 == 0 {
                out.push_str(if lines {
                    " // c, \"d\" ( ["
                } else {
                    " /* e ) /* , */ */"
                });
            }
        }
        if lines {
            out.push_str(&format!("{newline}{}", unit.repeat(depth)));
        }
        out + close
    }

    fn event(&self, number: usize, count: usize, title: &str) -> String {
        let quote = |text: &str| self.text(text);
        let mut fields = vec![
            format!("id: {}", quote(&format!("e{number}"))),
            format!("when: {}", quote(&format!("{}", 1900 + number))),
            format!("title: {}", quote(title)),
        ];
        if number.is_multiple_of(2) {
            fields.push(format!("title_ja:{}", quote("日米「安保」")));
            let actors = [quote("us"), quote("jp")];
            fields.push(format!(
                "actors: {}",
                self.list(["[", "]"], &actors, 3, number.is_multiple_of(4))
            ));
        }
        if number.is_multiple_of(3) {
            fields.push("significance: +4".to_owned());
            let link = format!(
                "(to: {}, kind: LedTo)",
                quote(&format!("e{}", (number + 1) % count))
            );
            fields.push(format!(
                "links: {}",
                self.list(["[", "]"], &[link], 3, number % 2 == 1)
            ));
        }
        self.list(["(", ")"], &fields, 2, self.lines)
    }

    fn file(&self, titles: &[String]) -> String {
        let count = titles.len();
        let events: Vec<_> = titles
            .iter()
            .enumerate()
            .map(|(number, title)| self.event(number, count, title))
            .collect();
        let actors = [
            "(id: \"us\", name: \"US\")".to_owned(),
            "(id: \"jp\")".to_owned(),
            "(id: \"un\")".to_owned(),
        ];
        let fields = [
            format!("actors: {}", self.list(["[", "]"], &actors, 1, false)),
            format!("events: {}", self.list(["[", "]"], &events, 1, true)),
        ];
        format!(
            "{}Timeline{}{}",
            self.start,
            self.list(["(", ")"], &fields, 0, true),
            self.end
        )
    }
}

fn files() -> impl Strategy<Value = String> {
    let titles = prop::collection::vec("[A-Za-z \u{e9}\u{3042}\u{65e5}#'\\\\]{1,9}\"?", 2..7);
    (hands(), titles).prop_map(|(hand, titles)| hand.file(&titles))
}

/// An edit of an event, and where its value then stands.
fn edits() -> impl Strategy<Value = (Index, usize, String)> {
    (
        any::<Index>(),
        0..12_usize,
        "[a-z\u{3042}\"\\\\#\n\t/*,()]{0,8}",
    )
}

fn edit(document: &Document, (which, kind, words): &(Index, usize, String)) -> Edit {
    let event = which.get(&document.timeline.events);
    let address = Address::event(&*event.id);
    let set = |name, value| Edit::Set(address.field(name), value);
    match kind {
        0 => set("title", Value::Text(words.clone())),
        1 => set("when", Value::from("1971-08-15/1972~")),
        2 => set("title_ja", Value::Text(words.clone())),
        3 => set("significance", word("2")),
        4 => set("summary", Value::Text(words.clone())),
        5 => set("actors", texts(&["jp", "un", "us"][..words.len() % 4])),
        6 => Edit::Insert(address.field("links"), words.len() % 3, link("e1")),
        7 => Edit::Clear(address.field("title_ja")),
        8 => Edit::Clear(address),
        9 => Edit::Duplicate(
            List::Events,
            Key::Id((&*event.id).into()),
            "copy".to_owned(),
        ),
        10 => Edit::Rename(List::Events, (&*event.id).into(), format!("x-{words}")),
        _ => Edit::Add(
            List::Events,
            Some(Key::Id((&*event.id).into())),
            Value::Entry(vec![
                ("id", "new".into()),
                ("when", "1950".into()),
                ("title", Value::Text(words.clone())),
                ("actors", texts(&["us"])),
            ]),
        ),
    }
}

/// The comments of a text, line and block.
fn comments(text: &str) -> usize {
    text.matches("// c").count()
        + text.matches("/* e").count()
        + text.matches("// d").count()
        + text.matches("/* a").count()
}

proptest! {
    #[test]
    fn an_edit_changes_what_it_means_and_can_be_taken_back(text in files(), what in edits()) {
        let document = Document::parse("t.ron", text.clone());
        prop_assert_eq!(document.errors(), 0, "{}\n{:?}", text, document.diagnostics);
        let edit = edit(&document, &what);
        let made = match edit.make(&document) {
            Ok(made) => made,
            // There was no such field.
            Err(EditError::NotThere(_)) => return Ok(()),
            Err(error) => panic!("{error}: {edit:?}\n{text}"),
        };
        let (undone, _) = made.back.apply(&made.text).unwrap();
        prop_assert_eq!(&undone, &text);
        let after = Document::parse("t.ron", made.text.clone());
        let dangling = matches!(edit, Edit::Clear(_));
        prop_assert!(dangling || after.errors() == 0, "{:?}\n{}\n{:?}", edit, made.text, after.diagnostics);
        prop_assert!(after.diagnostics.iter().all(|found| ["unknown-event", "empty-title", "self-link"].contains(&found.code)), "{}\n{:?}", made.text, after.diagnostics);
        let events = after.timeline.events.len();
        let expected = match edit {
            Edit::Clear(Address { ref path, .. }) if path.is_empty() => document.timeline.events.len() - 1,
            Edit::Add(..) | Edit::Duplicate(..) => document.timeline.events.len() + 1,
            _ => document.timeline.events.len(),
        };
        prop_assert_eq!(events, expected);
        if let Edit::Set(address, _) = &edit {
            // Only the value's own bytes, or those of the new field.
            let own = document.value(address);
            for patch in &made.forth {
                prop_assert!(own.as_ref().map_or(patch.range.is_empty(), |node| node.range.start <= patch.range.start && patch.range.end <= node.range.end));
            }
            prop_assert_eq!(comments(&made.text), comments(&text), "{}", made.text);
        }
    }

    #[test]
    fn what_is_set_is_what_is_read(words in any::<String>(), text in files()) {
        let document = Document::parse("t.ron", text);
        let address = Address::event(&*document.timeline.events[0].id).field("summary");
        let made = Edit::Set(address.clone(), Value::Text(words.clone())).make(&document).unwrap();
        let after = Document::parse("t.ron", made.text);
        prop_assert_eq!(after.errors(), 0, "{:?}", after.diagnostics);
        let node = after.value(&address).unwrap();
        prop_assert_eq!(after.said(&node), words);
    }
}
