//! A small timeline for the tests of search, filter and completion.

use std::ops::Range;

use crate::document::{
    Actor, Category, Era, Event, Excerpt, Incoming, Indexes, Link, LinkKind, Place, Shape, Source,
    SourceKind, Stance, Timeline,
};

fn category(id: &str, name: &str, name_ja: &str) -> Category {
    let name_ja = Some(name_ja.to_owned());
    Category {
        id: id.into(),
        name: name.to_owned(),
        name_ja,
        color: None,
        shape: Shape::Circle,
        range: Place::default(),
    }
}

fn actor(id: &str, name: &str, name_ja: &str) -> Actor {
    Actor {
        id: id.into(),
        name: name.to_owned(),
        name_ja: Some(name_ja.to_owned()),
        range: Place::default(),
    }
}

fn source(id: &str, author: &str, title: &str) -> Source {
    Source {
        id: id.into(),
        kind: SourceKind::Article,
        author: Some(author.to_owned()),
        title: title.to_owned(),
        date: None,
        url: None,
        text: None,
        gists: Vec::new(),
        checked: true,
        range: Place::default(),
    }
}

fn event(
    id: &str,
    when: &str,
    title: &str,
    category: usize,
    actors: Range<usize>,
    significance: u8,
) -> Event {
    Event {
        id: id.into(),
        when: when.parse().expect("a date"),
        title: title.into(),
        title_ja: None,
        title_kana: None,
        category,
        actors: actors.collect(),
        significance,
        is_kept: false,
        summary: "".into(),
        excerpts: Vec::new().into(),
        sources: Indexes::default(),
        links: Vec::new().into(),
        range: Place::default(),
    }
}

/// Six events.
fn events() -> Vec<Event> {
    let mut events = vec![
        event("perry", "1853-07-08", "Perry’s black ships", 1, 0..1, 4),
        event(
            "occupation",
            "1945-09-02/1952-04-28",
            "Occupation of Japan",
            1,
            0..2,
            5,
        ),
        event(
            "showa-film",
            "1954-11-03",
            "A film of the Shōwa years",
            2,
            1..2,
            2,
        ),
        event(
            "dollar",
            "1971-08-15",
            "Nixon Shock: the dollar leaves gold",
            0,
            0..2,
            5,
        ),
        event(
            "smithsonian",
            "1971-12-18",
            "Smithsonian agreement",
            0,
            0..3,
            3,
        ),
        event(
            "tpp",
            "1990",
            "ＴＰＰ talked of as “exact words”",
            0,
            1..3,
            1,
        ),
    ];
    let excerpt = |source, stance, quote: &str| {
        let quote = quote.into();
        Excerpt {
            source,
            paragraph: Some(7),
            quote,
            stance,
        }
    };
    events[3].title_ja = Some("ニクソン・ショック（ドル・ショック）".into());
    events[3].summary = "Gold\nwas no longer sold.".into();
    events[3].excerpts = vec![excerpt(
        0,
        Stance::Context,
        "reminiscent of the “Nixon Shocks”",
    )]
    .into();
    events[3].links = vec![Link {
        to: 4,
        kind: LinkKind::LedTo,
    }]
    .into();
    events[1].title_kana = Some("れんごうこくぐんによるセンリョウ".into());
    events[1].excerpts = vec![excerpt(1, Stance::Disputes, "never ended")].into();
    events[1].sources = [0].into_iter().collect();
    events[2].sources = [1].into_iter().collect();
    events
}

fn era(title: &str, when: &str) -> Era {
    Era {
        title: title.to_owned(),
        title_ja: None,
        when: when.parse().expect("a date"),
        range: Place::default(),
    }
}

/// Six events in three categories.
pub(crate) fn timeline() -> Timeline {
    let incoming = vec![Incoming {
        to: 4,
        from: 3,
        kind: LinkKind::LedTo,
    }];
    Timeline {
        categories: vec![
            category("trade", "Trade", "貿易"),
            category("security", "Security", "安全保障"),
            category("culture", "Culture", "文化"),
        ],
        actors: vec![
            actor("us", "United States", "米国"),
            actor("japan", "Japan", "日本"),
            actor("uk", "United Kingdom", "イギリス連合王国"),
        ],
        eras: vec![
            era("Occupation", "1945-09-02/1952-04-28"),
            era("High growth", "1955/1973"),
        ],
        sources: vec![
            source(
                "sadozai-2019",
                "Sardar Hamdan Khan Sadozai",
                "The Changing Dynamics",
            ),
            source("dower-1999", "John Dower", "Embracing Defeat"),
        ],
        incoming,
        events: events(),
        ..Timeline::default()
    }
}
