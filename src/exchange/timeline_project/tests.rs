use super::*;
use crate::document::LinkKind;

fn read_in(text: &str) -> (Draft, Losses) {
    let mut losses = Losses::default();
    let draft = read(text, &mut losses).expect("a timeline");
    (draft, losses)
}

/// A timeline of one event with these elements.
fn one(kind: &str, elements: &str) -> String {
    format!(
        "<timeline><version>1.0.0</version>{kind}<categories></categories>\
         <events><event>{elements}</event></events><view></view></timeline>"
    )
}

fn when(elements: &str) -> String {
    read_in(&one("", elements)).0.events[0].when.clone()
}

#[test]
fn a_file_is_read_whole() {
    let (draft, losses) = read_in(include_str!(
        "../../../tests/exchange/fixtures/project.timeline"
    ));
    let told: Vec<_> = draft
        .events
        .iter()
        .map(|event| (event.title.as_str(), event.when.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("Pacific War", "1941-12-07/1945-09-02"),
            ("Attack on Pearl Harbor", "1941-12-07T07:48:00"),
            ("(Nixon) Shock", "1971-08-15"),
            ("First contacts", "1543-09-01~/1549-08-15"),
            ("Abenomics", "2012-12-26/.."),
            ("Ides of March", "-0043-03-15~"),
            ("Never", ""),
        ]
    );
    let war = &draft.events[0];
    assert_eq!(war.summary, "From Pearl Harbor\nto the Missouri.");
    assert_eq!(war.category.as_deref(), Some("War & peace"));
    let attack = &draft.events[1];
    assert_eq!(attack.sources.len(), 2);
    assert_eq!(
        attack.links,
        [(war.id.clone().expect("an id"), LinkKind::PartOf)]
    );
    let colors: Vec<_> = draft
        .categories
        .iter()
        .filter_map(|category| category.color.as_deref())
        .collect();
    assert_eq!(colors, ["#EB52FF", "#2D82D2"]);
    let eras: Vec<_> = draft
        .eras
        .iter()
        .map(|era| (era.title.as_str(), era.when.as_str()))
        .collect();
    assert_eq!(
        eras,
        [
            ("Occupation", "1945-09-02/1952-04-28"),
            ("Reiwa", "2019-05-01/..")
        ]
    );
    assert_eq!(
        losses.to_string(),
        "- the parent of a category has no place here: Trade\n\
         - the colour of a category's texts has no place here: Trade\n\
         - the colour of an era has no place here: Occupation; Reiwa\n\
         - the hour at which it ends has no place here: Attack on Pearl Harbor\n\
         - a second category of an event has no place here: Attack on Pearl Harbor\n\
         - a link that leads to no page of the web was left out: Attack on Pearl Harbor\n\
         - an event of a container became an event that links to it as its part: Attack on Pearl Harbor\n\
         - an alert has no place here: Attack on Pearl Harbor\n\
         - an icon has no place here: Attack on Pearl Harbor\n\
         - how far an event has come (`progress`) has no place here: (Nixon) Shock\n\
         - that an event is locked has no place here: (Nixon) Shock\n\
         - that an event is a milestone has no place here: (Nixon) Shock\n\
         - the clock time of a fuzzy date has no place here: First contacts\n\
         - the clock times of a stretch of days have no place here: First contacts\n\
         - the colour of an event without a category has no place here: First contacts\n\
         - the labels of an event have no place here: Abenomics\n\
         - a date (`start`) could not be read: Never (1971-02-30 00:00:00)\n\
         - which stretch of time was in view is not kept\n\
         - that a category was hidden is not kept: Trade\n"
    );
}

#[test]
fn dates_are_days_unless_the_clock_says_more() {
    for (elements, told) in [
        (
            "<start>2009-9-1 0:0:0</start><end>2009-9-4 0:0:0</end>",
            "2009-09-01/2009-09-04",
        ),
        ("<start>2009-09-01 00:00:00</start>", "2009-09-01"),
        (
            "<start>0-01-01 00:00:00</start><end>1-01-01 00:00:00</end>",
            "0000-01-01/0001-01-01",
        ),
        (
            "<start>-4000-01-01 00:00:00</start><end>-3000-01-01 00:00:00</end>",
            "-4000-01-01/-3000-01-01",
        ),
        (
            "<start>1952-01-01 00:00:00</start><end>1945-01-01 00:00:00</end>",
            "1952-01-01",
        ),
        (
            "<start>1952-01-01 00:00:00</start><end>soon</end>",
            "1952-01-01",
        ),
        (
            "<start>1952-01-01 09:30:00</start><end>1952-01-01 09:30:00</end>",
            "1952-01-01T09:30:00",
        ),
        ("<end>1952-01-01 09:30:00</end>", ""),
    ] {
        assert_eq!(when(elements), told, "{elements}");
    }
}

#[test]
fn numbers_are_years_where_they_may_be() {
    let (draft, losses) = read_in(&one(
        "<timetype>numtime</timetype>",
        "<start>1945</start><end>1952.0</end><text>A</text>",
    ));
    assert_eq!(draft.events[0].when, "1945/1952");
    assert_eq!(losses.kinds().len(), 1);
    for number in ["0.5", "1e+20", "20000", "x"] {
        let text = one(
            "<timetype>numtime</timetype>",
            &format!("<start>{number}</start><end>{number}</end><text>A</text>"),
        );
        let error = read(&text, &mut Losses::default()).expect_err(number);
        assert!(error.to_string().contains("numtime"), "{error}");
    }
}

#[test]
fn what_cannot_be_read_says_why() {
    for (text, word) in [
        (
            &*one("<timetype>bosparaniantime</timetype>", ""),
            "bosparaniantime",
        ),
        (
            "# Written by Timeline 0.7.0 on 2009-11-15 9:46:38\nEVENT:x",
            "first versions",
        ),
        ("<data><event/></data>", "<data>"),
        (
            "<timeline><version>1.0.0</version><events><event>",
            "too early",
        ),
    ] {
        let error = read(text, &mut Losses::default()).expect_err(text);
        assert!(error.to_string().contains(word), "{error}");
    }
    let (draft, _) = read_in("<timeline/>");
    assert!(draft.events.is_empty());
    let odd = one(
        "",
        "<text>[x]War</text><start><b><c>1971-01-01 00:00:00</c></b></start><text/>",
    );
    let (draft, _) = read_in(&odd);
    assert_eq!(
        (&*draft.events[0].title, &*draft.events[0].when),
        ("[x]War", "1971-01-01")
    );
}

#[test]
fn a_hundred_thousand_events_take_seconds() {
    let event = "<event><start>1971-08-15 00:00:00</start><end>1971-08-17 00:00:00</end><text>(7)A</text>\
                 <fuzzy>False</fuzzy><category>B</category><hyperlink>https://example.org/</hyperlink></event>\n";
    let text = format!(
        "<timeline><events><event><start>1971-01-01 00:00:00</start><text>[7]C</text></event>{}</events></timeline>",
        event.repeat(100_000)
    );
    let started = std::time::Instant::now();
    let (draft, mut losses) = read_in(&text);
    let (_, events) = draft.written("a.timeline", &mut losses);
    assert_eq!(events, 100_001);
    assert!(started.elapsed().as_secs() < 120, "{:?}", started.elapsed());
}
